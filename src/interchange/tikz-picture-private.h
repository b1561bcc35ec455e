/* SPDX-License-Identifier: MIT */
#pragma once

#include "interchange/tikz-private.h"

G_BEGIN_DECLS

/* A picture of TikZ: nodes, in a \matrix or each at a place of its own, and paths between them, as
 * diagrams were drawn before tikz-cd. It is rewritten as the body of a tikzcd environment. */

/* What a picture, a scope, a path or one of its parts says of arrows. */
typedef struct
{
  const char *tip; /* tikz-cd's keys for the two ends; NULL: a line without any */
  char *other_tip; /* one that tikz-cd has no word for, or NULL; counts before @tip */
  GString *keys;   /* of the arrows, as they are */
  GString *labels; /* of their labels */
  gboolean beside; /* labels stand beside the line, not on it */
  gboolean drawn;
} ChasePictureStyle;

/* The cells between which paths go. */
typedef struct
{
  char *name;        /* of the matrix, or NULL */
  GHashTable *names; /* what a cell is called -> its row and column, `1-2` */
  guint rows, columns;
  /* What a coordinate stands for, as names do; NULL where there are none. */
  char *(*find) (gconstpointer data, const char *coordinate);
  gconstpointer data;
} ChasePictureMatrix;

/* tikz-picture.c */

/**
 * Rewrites the body of a tikzpicture environment, [@start, @end) of @source, as the body of a
 * tikzcd environment, and puts the options of that into *@options. What no arrow can say is
 * reported. Returns NULL where there are no nodes with an arrow between two of them.
 * Caller frees both.
 */
char *
chase_tikz_picture_open (ChaseSource *source, gsize start, gsize end, char **options);

/** Returns where the statement at @at of @text ends, its semicolon included, at @end at last. */
gsize
chase_picture_skip_statement (const char *text, gsize at, gsize end);

/* tikz-picture-paths.c */

/**
 * Appends to @out an \arrow for each part of the path that is [@start, @end) of @source, behind its
 * command, where @base is in force. Returns how many there are.
 */
guint
chase_picture_read_path (ChaseSource *source, gsize start, gsize end, const ChasePictureStyle *base,
                         const ChasePictureMatrix *matrix, GString *out);

/* tikz-picture-style.c */

void
chase_picture_style_init (ChasePictureStyle *style, const ChasePictureStyle *base);
void
chase_picture_style_clear (ChasePictureStyle *style);
/** Applies a list of options; @own: of the arrow itself, or of what is around many, of which less
 * is taken. */
void
chase_picture_style_apply (ChasePictureStyle *style, const char *options, gboolean own);
/** Appends the keys of tikz-cd that say the same. */
void
chase_picture_style_write (const ChasePictureStyle *style, GString *out);
/** Returns as tikz-cd's label what `node[@options]{@text}` says, or NULL for an empty one; @at_end:
 * it stands behind the end of its line. Caller frees. */
char *
chase_picture_label (const ChasePictureStyle *style, const char *text, const char *options,
                     gboolean at_end);
/** Returns LaTeX text as it is in mathematics: without its dollars, or in a \text. Caller frees. */
char *
chase_picture_math (const char *text);

G_END_DECLS
