/* SPDX-License-Identifier: MIT */
#pragma once

#include "cli/source.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/** One result of a report, as it stands there. */
typedef struct
{
  char *check;
  guint line;   /* 0 where the report says none */
  int implicit; /* TRUE, FALSE, or -1 where the report does not say */
  char *kind;   /* or NULL */
  char *verdict;
  char *value;        /* or NULL */
  JsonNode *evidence; /* or NULL */
  JsonObject *face;   /* or NULL: it is a face, of the diagram @diagram */
  char *diagram;      /* or NULL: of any */
} CliReported;

/**
 * @also: what is said beside the results: pairs of paths of diagrams, consequences
 * @whole: it is what `chase check` says about all of a file, not the answer to one question.
 * @summary: how many it says to hold, to fail and to be undecided; each -1 where it does not say.
 */
typedef struct
{
  GPtrArray *results; /* of CliReported */
  GPtrArray *also;    /* of CliReported */
  gboolean whole;
  gint64 summary[3];
} CliReport;

/**
 * Reads the report on @source out of @bytes: what `chase check --json` (one report a line), `prove`
 * or `faces` write. Of several reports those count whose file is @source's; a single one is taken
 * whatever its file is called. The faces of an array become statements about @source's diagrams.
 * Returns NULL and sets @error (CLI_ERROR_INPUT) when that is not what @bytes hold, with the place.
 * Caller frees.
 */
CliReport *
cli_report_read (GBytes *bytes, const CliSource *source, GError **error);
void
cli_report_free (CliReport *report);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CliReport, cli_report_free)

G_END_DECLS
