/* SPDX-License-Identifier: MIT */
#pragma once

#include "engine/trail.h"

G_BEGIN_DECLS

/**
 * ChaseCosets:
 *
 * A typed coset table: the functor Hom(source, -) being enumerated. Each row stands for a class of
 * paths from the source to the row's object and has one cell for each arrow out of it. Rows are
 * merged by union-find, and a log keeps the reason of every cell and every merge, so that the
 * equality of two paths can be told as a derivation.
 *
 * The method is Todd and Coxeter's for categories (Carmody, Leeming and Walters, The Todd-Coxeter
 * procedure and left Kan extensions), by the strategy of Haselgrove, Leech and Trotter; the proofs
 * follow Nieuwenhuis and Oliveras, Proof-producing congruence closure.
 */
typedef struct _ChaseCosets ChaseCosets;

typedef enum
{
  CHASE_COSETS_CLOSED,  /* every row is complete: the table is the functor */
  CHASE_COSETS_REACHED, /* the two paths that were asked for have become equal */
  CHASE_COSETS_OPEN,    /* the limit of rows, or the clock, stopped it */
} ChaseCosetsState;

/** How rows are defined. */
typedef enum
{
  CHASE_STRATEGY_HLT, /* whatever a relation needs at the next row (Haselgrove, Leech, Trotter) */
  CHASE_STRATEGY_FELSCH, /* the first empty cell alone, and all that follows from it */
  CHASE_STRATEGY_MIXED,  /* in turns */
} ChaseStrategy;

enum
{
  CHASE_N_STRATEGIES = 3,
};

/**
 * Returns the table of paths from @source that stay among objects that lead to @target (or, where
 * @target is G_MAXUINT32, everywhere), with one row. With @proofs FALSE no log is kept.
 */
ChaseCosets *
chase_cosets_new (const ChaseIndex *index, guint32 source, guint32 target, gboolean proofs,
                  ChaseStrategy strategy, ChaseClock *clock);
/** Begins again with the paths from @source, in a table without proofs, of all objects. */
void
chase_cosets_restart (ChaseCosets *cosets, guint32 source);
/**
 * Returns a table of all objects, without a log, whose functor chase_cosets_cover () makes keep
 * what is declared epi.
 */
ChaseCosets *
chase_cosets_new_covering (const ChaseIndex *index, guint32 source, ChaseClock *clock);
/**
 * Gives each row of a closed table that lies in the codomain of an epi, and that the epi sends
 * nothing to, a new row that it sends there; and a split mono's domain a row, where only its
 * codomain has one. TRUE when rows were added: then the table has to be run again. What the rows
 * bring about are just the consequences of cancelling epis.
 */
gboolean
chase_cosets_cover (ChaseCosets *cosets);
/** Gives the memory back that was accounted for, and forgets the clock: after that it can only be
 * freed, on any thread. */
void
chase_cosets_leave_clock (ChaseCosets *cosets);
void
chase_cosets_free (ChaseCosets *cosets);
/** Follows @word from the first row, adding rows where they are missing. Returns where it ends, or
 * G_MAXUINT32. */
guint32
chase_cosets_insert (ChaseCosets *cosets, ChaseWord word);
/**
 * Goes on enumerating until the table closes, the rows @left and @right (or G_MAXUINT32) become
 * one, there are @limit rows, or about @work more letter steps are done.
 */
ChaseCosetsState
chase_cosets_run (ChaseCosets *cosets, guint32 left, guint32 right, guint32 limit, guint64 work);
/** The letter steps done so far. */
guint64
chase_cosets_work (const ChaseCosets *cosets);
/** The letter steps that the rows not yet completed will take, if they are like those that were. */
double
chase_cosets_rest (const ChaseCosets *cosets);
/** TRUE when the memory allowed does not let it grow. */
gboolean
chase_cosets_is_full (const ChaseCosets *cosets);
/** The number of rows made, dead ones included, and of those alive. */
guint32
chase_cosets_n_rows (const ChaseCosets *cosets);
guint32
chase_cosets_n_alive (const ChaseCosets *cosets);
/** In a closed table, the number of the live row that @arrow leads to from the live row number
 * @row. The first row is number 0. */
guint32
chase_cosets_follow (ChaseCosets *cosets, guint32 row, guint32 arrow);
/** The number of live rows at @object (G_MAXUINT32: at any). */
guint32
chase_cosets_count (const ChaseCosets *cosets, guint32 object);
/**
 * Appends to @trail the derivation that leads from @left to @right, paths that end in the same row.
 * FALSE when it has more than @limit steps, or the clock stops.
 */
gboolean
chase_cosets_explain (ChaseCosets *cosets, ChaseWord left, ChaseWord right, gsize limit,
                      ChaseTrail *trail);
/**
 * Returns the closed table as a model on which @left and @right, in different rows, differ, shrunk
 * to the largest right congruence that still keeps them apart (by Moore's refinement, then by
 * merging).
 */
ChaseEvidence *
chase_cosets_model (ChaseCosets *cosets, ChaseWord left, ChaseWord right);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseCosets, chase_cosets_free)

G_END_DECLS
