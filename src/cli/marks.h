/* SPDX-License-Identifier: MIT */
#pragma once

#include "cli/source.h"
#include "drawing/draw.h"

G_BEGIN_DECLS

/**
 * CliMarks:
 *
 * The verdicts of a diagram's faces, as they are drawn: @marks holds ChaseFaceMark, whose paths
 * belong to @faces.
 */
typedef struct
{
  GArray *marks;
  GPtrArray *faces;
} CliMarks;

/**
 * Asks whether each face of @diagram holds. No marks, and a note, where its faces cannot be found.
 */
CliMarks *
cli_marks_find (Cli *cli, const CliSource *source, const ChaseDiagram *diagram);
/** Takes a CliMarks. */
void
cli_marks_free (gpointer marks);

G_END_DECLS
