/* SPDX-License-Identifier: MIT */
#pragma once

#include "interchange/tikz-private.h"

G_BEGIN_DECLS

/* A matrix of xy-pic while it is read. */
typedef struct
{
  ChaseSource *source;
  const char *text;
  gsize at;
  gsize end;
  gsize depth;
  ChaseTable *table;
  guint row, column;
  GArray *under; /* of ChaseXyGap */
  char *origin;  /* where \POS or \save put the pen, or NULL: in this cell */
} ChaseXyReader;

/* The line between two cells passes over another, which has a \hole for it. */
typedef struct
{
  gint64 ends[2][2]; /* rows and columns */
} ChaseXyGap;

/* xymatrix-scan.c */

char
chase_xy_peek (const ChaseXyReader *reader);
void
chase_xy_skip_blanks (ChaseXyReader *reader);
gboolean
chase_xy_at_command (const ChaseXyReader *reader, const char *command);
/** Reads up to the character @close and past it; what there is of it where it does not come. Caller
 * frees. */
char *
chase_xy_read_until (ChaseXyReader *reader, char close);
/** Reads a group, a command or one character: the argument of `^`. Caller frees. */
char *
chase_xy_read_argument (ChaseXyReader *reader);
/** Goes behind what the `*` of an object says of its frame and its place, `+[F]`, `[o][F.]`, `!L`.
 * Returns the frame in TikZ's words, or NULL. Caller frees. */
char *
chase_xy_read_object_modifiers (ChaseXyReader *reader);

/* xymatrix-style.c: what stands behind the `@` of an arrow */

/** `@{tail body head}`. */
void
chase_xy_apply_style (ChaseTikzArrow *arrow, const char *style);
/** FALSE where tips of @style are none that are drawn here. */
gboolean
chase_xy_knows_style (const char *style);
/** `@/^1pc/`. */
void
chase_xy_apply_curve (ChaseTikzArrow *arrow, const char *text);
/** `@(ul,ur)`. */
void
chase_xy_apply_ways (ChaseTikzArrow *arrow, const char *text);
/** The angle of `ur` and its like. FALSE for what is none. */
gboolean
chase_xy_angle_of (const char *text, double *angle);
/** A length in points. */
double
chase_xy_read_points (const char *text, double fallback);
/** To a hundredth. */
double
chase_xy_rounded (double value);

/* xymatrix-arrow.c */

/** Returns a new arrow from the present cell; the table owns it. */
ChaseTikzArrow *
chase_xy_new_arrow (ChaseXyReader *reader, gsize offset);
/** Reads the \ar at the present place, or \rto, \dline and their like of older texts. FALSE when
 * the command is another. */
gboolean
chase_xy_read_arrow (ChaseXyReader *reader);

/** The rows and columns of `dr` and its like. FALSE for what is none. */
gboolean
chase_xy_steps_of (const char *letters, gint64 *rows, gint64 *columns);
/** Tells the arrows that pass over others. */
void
chase_xy_cross (ChaseXyReader *reader);

/* xymatrix-cells.c */

/** Reads \rtwocell and its like. FALSE when the command is another. */
gboolean
chase_xy_read_two_cell (ChaseXyReader *reader);
/** Reads \pullbackcorner[dr] and its like, which papers define for themselves by \save and
 * \restore, at the end of an object: a corner at it. FALSE when the command is another. */
gboolean
chase_xy_read_corner (ChaseXyReader *reader);

G_END_DECLS
