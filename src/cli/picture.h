/* SPDX-License-Identifier: MIT */
#pragma once

#include "cli/draw-room.h"
#include "cli/output.h"
#include "cli/source.h"

G_BEGIN_DECLS

/**
 * CliPictures:
 *
 * What becomes files: the diagrams of one source, in one format, with the options of `chase
 * export`.
 * @diagrams holds ChaseDiagram; @name is the output that was asked for.
 */
typedef struct
{
  const CliSource *source;
  GPtrArray *diagrams;
  const char *name;
  ChaseFormat format;
  gboolean steps;
  gboolean verdicts;
  guint thumbnail;  /* pixels of a PNG of the first diagram; 0: none is asked for */
  gboolean animate; /* an SVG that moves by itself */
} CliPictures;

/** TRUE for what cairo draws: SVG, PNG, PDF. */
gboolean
cli_format_is_picture (ChaseFormat format);
/**
 * Draws @pictures and adds the files to @output: one for PDF; for SVG and PNG one for each diagram
 * (NAME-DIAGRAM.svg when there are several) and step. Returns FALSE and sets @error.
 */
gboolean
cli_pictures_draw (Cli *cli, const CliPictures *pictures, CliOutput *output, GError **error);
/**
 * Returns "a/OUT-PART.svg" for "a/OUT.svg" and the name @part, in which what no file name should
 * hold is "_". Caller frees.
 */
char *
cli_picture_name (const char *name, const char *part);

G_END_DECLS
