/* SPDX-License-Identifier: MIT */
#pragma once

#include "engine/clock.h"
#include "engine/index.h"

G_BEGIN_DECLS

#define CHASE_NO_VALUE G_MAXUINT32

/**
 * ChasePartialTable:
 *
 * A functor to finite sets that is known in part, with everything undone at will: elements numbered
 * through all sets, and for each arrow out of an element's object a cell that holds its value, or
 * CHASE_NO_VALUE. What the relations force is filled in as soon as it is forced; a relation that
 * breaks, or a mono that sends two elements to one, is a conflict. Each side of each relation at
 * each element waits at the first empty cell on its way, so that a new value looks at nothing else.
 */
typedef struct
{
  const ChaseIndex *index;
  const guint8 *allowed; /* object -> whether its elements are looked at at all */
  guint32 *slot;         /* arrow -> its cell among those of an element, or CHASE_NO_VALUE */
  guint8 *injective;     /* arrow -> whether it is declared mono */
  guint32 *count;        /* object -> number of its elements */
  guint32 *last;         /* object -> its last element, or CHASE_NO_VALUE */
  guint32 n_inhabited;   /* objects that have elements */
  GArray *elements;      /* PartialElement */
  GArray *cells;         /* PartialCell */
  GArray *watches;       /* PartialWatch */
  GArray *log;           /* what was done, to be undone from its end */
  GArray *queue;         /* cells that were filled and not yet looked at */
  guint64 work;          /* letters looked at */
} ChasePartialTable;

/** For paths among the @allowed objects (borrowed, a byte for each). */
void
chase_partial_table_init (ChasePartialTable *table, const ChaseIndex *index, const guint8 *allowed);
void
chase_partial_table_clear (ChasePartialTable *table);
/** The number of elements. */
guint32
chase_partial_table_size (const ChasePartialTable *table);
guint32
chase_partial_table_object (const ChasePartialTable *table, guint32 element);
/** The element of the same object that was added before @element, or CHASE_NO_VALUE. */
guint32
chase_partial_table_before (const ChasePartialTable *table, guint32 element);
/** Adds an element and returns its number. Its relations begin to wait. */
guint32
chase_partial_table_add (ChasePartialTable *table, guint32 object);
/** The cell of @arrow, which starts among allowed objects and ends there, at @element. */
guint32
chase_partial_table_cell (const ChasePartialTable *table, guint32 element, guint32 arrow);
guint32
chase_partial_table_n_cells (const ChasePartialTable *table);
/** What @cell holds, and whose and which arrow's it is (each may be NULL). */
guint32
chase_partial_table_value (const ChasePartialTable *table, guint32 cell, guint32 *element,
                           guint32 *arrow);
/** Fills the empty @cell and everything that follows; FALSE on a conflict. */
gboolean
chase_partial_table_fill (ChasePartialTable *table, guint32 cell, guint32 value);
/**
 * Follows @path from @element. Returns where it ends, or CHASE_NO_VALUE and the first empty cell
 * in *@empty.
 */
guint32
chase_partial_table_follow (ChasePartialTable *table, guint32 element, ChaseWord path,
                            guint32 *empty);
/** Undoes what was done since the log was @length long. */
void
chase_partial_table_undo (ChasePartialTable *table, guint length);

G_END_DECLS
