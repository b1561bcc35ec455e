/* SPDX-License-Identifier: MIT */
#pragma once

#include "engine/group.h"
#include "engine/vector.h"

G_BEGIN_DECLS

#define CHASE_NO_COSET G_MAXUINT32

/** A word of columns in a group's letters, and where it is a power, of how much. */
typedef struct
{
  guint32 first;
  guint32 length;
  guint32 root; /* its first letters of this number, again and again, are the word */
} ChaseRelator;

/**
 * ChaseGroupTable:
 *
 * The cosets of a subgroup: a row of @n_columns cells each, and what it was merged into.
 */
typedef struct
{
  guint32 n_columns;
  const guint32 *inverse; /* of each column */
  guint32 *cell;
  guint32 *root;
  guint32 n, capacity;
  guint32 n_alive;
  guint32 next; /* the first row that is not yet complete */
  guint32 look_at;
  guint64 work;
  gsize taken;
  gboolean full;
  ChaseVector queue;
  ChaseClock *clock;
} ChaseGroupTable;

struct _ChaseGroup
{
  const ChaseIndex *index;
  ChaseClock *clock;
  guint32 *column;  /* of each arrow */
  guint32 *arrow;   /* of each column: one that it stands for */
  guint32 *inverse; /* of each column */
  guint32 n_columns;
  ChaseVector letters;
  GArray *relators; /* short ones first */
  guint32 *along;   /* h, in arrows */
  guint32 n_along;
  guint32 power; /* of h that a relation says is 1; 0 before it is chosen */
  ChaseGroupTable table;
  guint64 work_before;
  guint32 *shift; /* coset, column -> the power of h that stands before where it leads */
};

/** Reads relations as relators; FALSE where not all arrows are invertible. */
gboolean
chase_group_read (ChaseGroup *group);
static inline guint32
chase_group_table_find (ChaseGroupTable *t, guint32 row)
{
  while (t->root[row] != row)
    row = t->root[row] = t->root[t->root[row]];
  return row;
}
void
chase_group_table_init (ChaseGroupTable *table, guint32 n_columns, const guint32 *inverse,
                        ChaseClock *clock);
void
chase_group_table_clear (ChaseGroupTable *table);
/** Makes @word lead from @row to itself; FALSE when there is no room. */
gboolean
chase_group_table_impose (ChaseGroupTable *table, guint32 row, const guint32 *word, guint32 length);
/** Goes on until the table is closed (TRUE), or @end steps are done. */
gboolean
chase_group_table_run (ChaseGroupTable *table, const ChaseRelator *relators, guint n,
                       const guint32 *letters, guint64 end);

G_END_DECLS
