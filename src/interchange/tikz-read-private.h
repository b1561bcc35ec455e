/* SPDX-License-Identifier: MIT */
#pragma once

#include "interchange/tikz-private.h"

G_BEGIN_DECLS

/* The body of an environment while it is read. */
typedef struct
{
  ChaseSource *source;
  const char *text;
  gsize at;
  gsize end;
  gsize depth; /* of braces around the present place */
  ChaseTable *table;
  guint row, column;
  char *separator;         /* what stands for `&` */
  GString *every;          /* options of every arrow */
  GString *labels;         /* options of every label */
  gboolean text_mode;      /* cells are text: `math mode=false` */
  gboolean cell_open;      /* something of the cell was read */
  gboolean no_environment; /* one was not closed: no other is looked for */
  gboolean no_path;
  gsize brace; /* the outermost one that is open */
  GString *gaps;
} ChaseTikzReader;

/* What the comment about the room between columns and rows begins with. */
#define CHASE_TIKZ_GAPS "tikzcd gaps: "

/* tikz-options.c */

/**
 * Takes into @reader what the text says of all its diagrams, and @options (may be NULL) of this
 * one. Returns all that holds for it, with what the text defines in the place of its names, or NULL
 * where that is nothing. Caller frees.
 */
char *
chase_tikz_settle_options (ChaseTikzReader *reader, const char *options);
/** Keeps @options in a comment of @sketch, without those that reading has used up. What is not
 * drawn is said. */
void
chase_tikz_note_options (ChaseTikzReader *reader, ChaseSketch *sketch, const char *options);

G_END_DECLS
