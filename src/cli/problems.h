/* SPDX-License-Identifier: MIT */
#pragma once

#include "cli/cli.h"
#include "model/document.h"
#include "model/problem.h"
#include "model/theory.h"

G_BEGIN_DECLS

/**
 * Appends to @problems what chase_validate () finds in @document. Where @problems has errors of the
 * grammar already, what those lines were to declare is missing: an error about a name that stands
 * in one of them is left out, so that no error is reported that only follows from another. @text is
 * the document's source. Returns what the document means; caller owns it.
 */
ChaseTheory *
cli_problems_validate (const ChaseDocument *document, const char *text, gsize length,
                       GPtrArray *problems);
/**
 * Writes @problems of the text @text (may be NULL) of the file @title to @messages, in the order of
 * their places. Warnings only where @cli is not quiet.
 */
void
cli_problems_append (Cli *cli, GString *messages, const char *title, const char *text, gsize length,
                     GPtrArray *problems);

G_END_DECLS
