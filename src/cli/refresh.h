/* SPDX-License-Identifier: MIT */
#pragma once

#include "cli/cli.h"

G_BEGIN_DECLS

/** What was done to a paper, see cli_refresh_paper (). */
typedef struct
{
  GPtrArray *sources; /* of char: the files that its comments name, each once */
  guint n_comments;
  guint n_changed;
  gboolean failed; /* one of them could not be read; what is behind its comment stays */
} CliRefreshed;

/**
 * Brings the pictures of the LaTeX file @name up to date. Behind each comment
 *
 *     % arrowchase: square.chase [DIAGRAM]
 *
 * stands a tikzcd environment, which is written again from that file (beside the paper), or an
 * \includegraphics, whose picture is drawn again; where neither stands there, an environment is put
 * there. Nothing else of the paper changes; one that was written by somebody else meanwhile is read again; what it was before is kept in "NAME~". A paper that is
 * up to date is not touched. FALSE, with a message, where the paper cannot be read or written.
 */
gboolean
cli_refresh_paper (Cli *cli, const char *name, CliRefreshed *refreshed);
void
cli_refreshed_clear (CliRefreshed *refreshed);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CliRefreshed, cli_refreshed_clear)

G_END_DECLS
