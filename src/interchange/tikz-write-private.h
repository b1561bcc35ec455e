/* SPDX-License-Identifier: MIT */
#pragma once

#include "interchange/tex-private.h"
#include "interchange/tikz-private.h"

G_BEGIN_DECLS

/* A diagram while it is written. */
typedef struct
{
  const ChaseDiagram *diagram;
  const ChaseInterchangeOptions *options;
  GPtrArray *problems;
  ChaseGridPoint *grid;
  ChaseLabelSide *sides;
  ChaseSpot *spots;
  ChaseSpot *points; /* the same, in print */
  guint32 *edges;
  guint32 n_edges;
  gint *names;        /* of each edge that is an end of another, else -1 */
  gboolean *midpoint; /* an edge on whose middle between the objects another stands */
  guint columns, rows;
  double units[2];   /* what a column and a row are in the drawing */
  gboolean in_cells; /* arrows stand in the cells, with direction letters */
  gboolean replaced; /* cells are parted by \& */
  gboolean broken;   /* rows too long for a line have each cell in a line of its own */
  guint lost_lines, lost_coils;
  GString *nearest; /* letters that are written as others; see chase_tex_note_nearest () */
} ChaseTikzWriter;

/** Appends to a list in braces or brackets: a comma parts the items. */
void
chase_tikz_list_add (GString *list, const char *format, ...) G_GNUC_PRINTF (2, 3);
/** Returns @label as LaTeX takes it inside of braces. Caller frees. */
char *
chase_tikz_label (const ChaseTikzWriter *writer, const char *label);
/** Appends the label @text to @out, in braces where it has signs that are not among @signs. */
void
chase_tikz_write_text (const ChaseTikzWriter *writer, const char *label, const char *signs,
                       GString *out);
/** FALSE for the ink of the page. */
gboolean
chase_tikz_has_colour (const ChaseColour *colour);
gboolean
chase_tikz_same_colour (const ChaseColour *a, const ChaseColour *b);
/** Adds `key=colour`. */
void
chase_tikz_add_colour (GString *list, const char *key, const ChaseColour *colour);
/** Fills @buffer, of G_ASCII_DTOSTR_BUF_SIZE: at most three digits, none that say nothing. */
const char *
chase_tikz_number (char *buffer, double value);
/** Adds the labels of @cell, the first on @side. */
void
chase_tikz_add_labels (ChaseTikzWriter *writer, const ChaseCell *cell, ChaseLabelSide side,
                       GString *list);
void
chase_tikz_add_marks (const ChaseStyle *style, GString *list);
/** Adds the sign in place of an arrow: a turnstile, or a corner. */
void
chase_tikz_add_sign (ChaseTikzWriter *writer, const ChaseCell *cell, GString *list);
/** Appends `\arrow[...]`. */
void
chase_tikz_write_arrow (ChaseTikzWriter *writer, guint32 edge, GString *out);
/** Appends the invisible copy of an arrow from the middle of one object to that of the other. */
void
chase_tikz_write_helper (ChaseTikzWriter *writer, guint32 edge, GString *out);
/** Adds `column sep` and `row sep` where columns or rows of the drawing are not one apart. */
void
chase_tikz_add_separations (const ChaseTikzWriter *writer, GString *list);
/** Has an arrow a curve whose controls TikZ takes into the box of the picture, however far they
 * are? Its library bbox mends that. */
gboolean
chase_tikz_is_curly (const ChaseTikzWriter *writer);
/**
 * Appends what stands around a drawing in a frame of beamer: a style for each step, and a box (of
 * the package adjustbox) that makes smaller what may be too large for the frame.
 */
void
chase_tikz_open_overlays (const ChaseTikzWriter *writer, GString *out);
void
chase_tikz_close_overlays (const ChaseTikzWriter *writer, GString *out);

G_END_DECLS
