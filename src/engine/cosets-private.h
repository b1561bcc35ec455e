/* SPDX-License-Identifier: MIT */
#pragma once

#include "engine/cosets.h"

G_BEGIN_DECLS

#define CHASE_NO_ROW G_MAXUINT32

typedef enum
{
  CHASE_WHY_RELATION, /* a: 2 * relation + side, b: row where it was traced */
  CHASE_WHY_MOVED,    /* b: the row that died and left its cell */
  CHASE_WHY_CLASH,    /* a: 2 * arrow + side, b: the row that died, c: the row it became */
  CHASE_WHY_CANCEL,   /* a: arrow, b and c: rows that it sends to one row */
} ChaseWhyKind;

/**
 * The reason of a cell or of a merge. The number of a record in the log is its time: what it rests
 * on has smaller ones. For a merge the side says which of the two died; for a cell, which lacked
 * its last step.
 */
typedef struct
{
  ChaseWhyKind kind;
  guint32 a, b, c;
} ChaseWhy;

struct _ChaseCosets
{
  const ChaseIndex *index;
  ChaseClock *clock;
  guint32 source, target;
  gboolean proofs;
  guint8 *allowed; /* object */
  guint32 *slot;   /* arrow -> its cell in a row, or CHASE_NO_ROW */
  guint32 *degree; /* object -> number of cells */
  guint32 n_rows, capacity;
  guint32 n_alive;
  guint32 *object; /* row */
  guint32 *root;   /* row -> itself, or a row that it was merged into (compressed) */
  gsize *first;    /* row -> its first cell */
  guint32 *maker;  /* row -> the row it was defined from */
  guint32 *maker_arrow;
  guint32 *depth; /* length of the row's path */
  guint32 *heir;  /* row -> the row it was merged into */
  guint32 *death; /* row -> the record of that merge */
  gsize n_cells, cell_capacity;
  guint32 *cell;         /* row, or CHASE_NO_ROW */
  guint32 *cell_why;     /* record, or CHASE_NO_ROW for a definition */
  GArray *log;           /* of ChaseWhy */
  GArray *queue;         /* of pairs that clash */
  guint32 next;          /* first row not yet completed */
  guint32 checked_monos; /* rows there were when monos were last looked at */
  gsize taken;
};

static inline guint32
chase_cosets_find (ChaseCosets *c, guint32 row)
{
  while (c->root[row] != row)
    row = c->root[row] = c->root[c->root[row]];
  return row;
}

/** Follows @length letters from the live row @row as far as cells are set; *@done is how far. */
static inline guint32
chase_cosets_trace (ChaseCosets *c, guint32 row, const guint32 *letters, guint32 length,
                    guint32 *done)
{
  guint32 i;

  for (i = 0; i < length; i++)
    {
      guint32 next = c->cell[c->first[row] + c->slot[letters[i]]];

      if (next == CHASE_NO_ROW)
        break;
      row = chase_cosets_find (c, next);
    }
  *done = i;
  return row;
}

G_END_DECLS
