/* SPDX-License-Identifier: MIT */
#pragma once

#include "engine/order.h"
#include "engine/trail.h"

G_BEGIN_DECLS

/**
 * ChaseCompletion:
 *
 * A rewriting system on paths that is being completed by the method of Knuth and Bendix: only
 * composable words are ever formed, left sides are indexed by two tries, rules that another one
 * rewrites are taken out, short overlaps come first, and an overlap is dropped where what is inside
 * of it can be rewritten (Sims, Computation with Finitely Presented Groups, chapter 2). Each rule
 * knows how it follows from earlier ones.
 */
typedef struct _ChaseCompletion ChaseCompletion;

typedef enum
{
  CHASE_COMPLETION_COMPLETE,
  CHASE_COMPLETION_OPEN, /* the work allowed is done, the rules are too many, or the clock stopped
                            it */
} ChaseCompletionState;

/** Takes the contents of @order. */
ChaseCompletion *
chase_completion_new (const ChaseIndex *index, ChaseOrder *order, ChaseClock *clock);
/** Gives the memory back that was accounted for, and forgets the clock: after that it can only be
 * freed, on any thread. */
void
chase_completion_leave_clock (ChaseCompletion *completion);
void
chase_completion_free (ChaseCompletion *completion);
/** Goes on for about @work more letter steps. */
ChaseCompletionState
chase_completion_run (ChaseCompletion *completion, guint64 work);
/**
 * TRUE when a word grew too long to be reduced, or an eighth of the memory is used up: this order
 * will not do. What was found stays true.
 */
gboolean
chase_completion_is_stuck (const ChaseCompletion *completion);
/** Returns how many rules there are by now. */
guint32
chase_completion_n_rules (const ChaseCompletion *completion);
/** The number of rules that were ever made: it changes when reducing again may give something new.
 */
guint32
chase_completion_version (const ChaseCompletion *completion);
/** The rule number @number of all that were ever made (borrowed); FALSE where it was taken out. */
gboolean
chase_completion_rule (const ChaseCompletion *completion, guint32 number, ChaseWord *left,
                       ChaseWord *right);
/** The letter steps done so far. */
guint64
chase_completion_work (const ChaseCompletion *completion);
/** The letter steps that what waits to be looked at will take, if it is like what was looked at. */
double
chase_completion_rest (const ChaseCompletion *completion);
/** TRUE when @left and @right have one reduced form: then they are equal, whatever is still to
 * come. */
gboolean
chase_completion_joins (ChaseCompletion *completion, ChaseWord left, ChaseWord right);
/** Appends the derivation from @left to @right, which have one reduced form. FALSE when it is too
 * long. */
gboolean
chase_completion_explain (ChaseCompletion *completion, ChaseWord left, ChaseWord right, gsize limit,
                          ChaseTrail *trail);
/**
 * Returns the complete system as evidence that @left and @right differ, with the derivations of its
 * rules and of those that they needed; NULL where a path grows too long, or cancelling was used.
 */
ChaseEvidence *
chase_completion_normal (ChaseCompletion *completion, ChaseWord left, ChaseWord right);
/**
 * Counts the reduced paths of a complete system, from @from to @to (or, for G_MAXUINT32, from and
 * to all objects), in decimal, or returns NULL where there are infinitely many.
 */
char *
chase_completion_count (ChaseCompletion *completion, guint32 from, guint32 to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseCompletion, chase_completion_free)

G_END_DECLS
