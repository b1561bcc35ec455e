/* SPDX-License-Identifier: MIT */
#pragma once

#include "evidence/evidence.h"
#include "model/presentation.h"
#include "model/shape.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define CHASE_STANDARD_SECONDS 10
#define CHASE_STANDARD_MEMORY ((gsize)1 << 30)

/**
 * ChaseCrowd:
 *
 * Askers on @n_askers threads who share one memory. A question that is asked beside others gets its
 * share of it; one for which that is too little is asked again alone, with the lock held for
 * writing. Made by chase_crowd_init () and freed by chase_crowd_clear ().
 */
typedef struct
{
  guint n_askers;
  GRWLock lock;
} ChaseCrowd;

void
chase_crowd_init (ChaseCrowd *crowd, guint n_askers);
void
chase_crowd_clear (ChaseCrowd *crowd);

/**
 * ChaseBudget:
 * @seconds: time for one question, by the monotonic clock; 0 stands for 10 s
 * @deadline: 0, or when the time is over at the latest, by the monotonic clock: of questions that
 *   are asked on the way to the answer of one
 * @memory: bytes for one question; 0 stands for 1 GiB
 * @process_memory: bytes that the whole process may hold while it is asked, or 0: what the count of
 *   @memory does not see is seen here
 * @rules: number of rewriting rules at most, or 0; with @rows, makes an answer repeatable exactly
 * @rows: number of table rows at most, or 0
 * @threads: how many threads the call may use; 0 stands for one
 * @progress: NULL, or called about ten times a second, on the thread that asks, with a
 *   readable line about what is being done
 * @starved: NULL, or set to TRUE where a question ends for want of memory
 */
typedef struct
{
  double seconds;
  gint64 deadline;
  gsize memory;
  gsize process_memory;
  guint rules;
  guint rows;
  guint threads;
  void (*progress) (const char *text, gpointer data);
  gpointer progress_data;
  gboolean *starved;
} ChaseBudget;

typedef enum
{
  CHASE_VERDICT_HOLDS,
  CHASE_VERDICT_FAILS,
  CHASE_VERDICT_UNDECIDED,
} ChaseVerdict;

/**
 * ChaseAnswer:
 *
 * A verdict, the evidence for it (NULL when undecided), one sentence for a person, and the time it
 * took. The verifier has accepted the evidence.
 */
typedef struct
{
  ChaseVerdict verdict;
  ChaseEvidence *evidence;
  char *reason;
  double seconds;
} ChaseAnswer;

void
chase_answer_free (ChaseAnswer *answer);

/**
 * ChaseEngine:
 *
 * A presentation made ready for questions. Immutable: many threads may ask one engine at a time.
 */
typedef struct _ChaseEngine ChaseEngine;

/** Indexes @presentation. O(its size). */
ChaseEngine *
chase_engine_new (ChasePresentation *presentation);
ChaseEngine *
chase_engine_ref (ChaseEngine *engine);
void
chase_engine_unref (ChaseEngine *engine);
/** Returns what @engine was made for. Borrowed. */
ChasePresentation *
chase_engine_presentation (const ChaseEngine *engine);

/**
 * Are the two paths @left and @right from object @source equal in the category? They must be
 * parallel (a programmer's error otherwise). @budget NULL is the default one, @cancellable may be
 * NULL. Never fails: what cannot be decided within the budget is undecided, with the reason. Caller
 * frees.
 */
ChaseAnswer *
chase_engine_equal (const ChaseEngine *engine, guint32 source, ChaseWord left, ChaseWord right,
                    const ChaseBudget *budget, GCancellable *cancellable);

/**
 * Does @shape, a diagram over the engine's presentation, commute: are every two parallel diagram
 * paths of length at least one equal, where two single edges are compared only when @strictly? The
 * evidence is laws, or a model (normal forms) that names two diagram paths. For a diagram that is
 * all of an acyclic category O(V E + R) after Murota and Fujishige, Discrete Appl. Math. 17 (1987)
 * 157.
 */
ChaseAnswer *
chase_engine_commutes (const ChaseEngine *engine, ChaseShape *shape, gboolean strictly,
                       const ChaseBudget *budget, GCancellable *cancellable);

/**
 * ChaseFace:
 *
 * Two parallel diagram paths between the nodes @from and @to, and whether they are equal.
 */
typedef struct
{
  guint32 from;
  guint32 to;
  ChaseWord left;
  ChaseWord right;
  ChaseAnswer *answer;
} ChaseFace;

void
chase_face_free (ChaseFace *face);

/**
 * Returns a smallest set of pairs of parallel diagram paths which, once equal, make the diagram
 * commute, and which are equal if it does (a homotopy base; given equations are preferred as
 * members, but for those within a cycle), each with its answer. With @with_answers FALSE the answers
 * are NULL and no question is asked. The budget is for each question, and for finding the set; on
 * several threads each has its share of the memory. Returns NULL and puts the reason in *@reason
 * where the budget ends before the set is known. Caller frees the array (of ChaseFace) and the
 * reason.
 */
GPtrArray *
chase_engine_faces (const ChaseEngine *engine, ChaseShape *shape, gboolean strictly,
                    gboolean with_answers, const ChaseBudget *budget, GCancellable *cancellable,
                    char **reason);

/**
 * ChaseCount:
 *
 * How many morphisms there are. @finite HOLDS: @count is the number in decimal, which may have any
 * length; FAILS: there are infinitely many; UNDECIDED: see @reason.
 */
typedef struct
{
  ChaseVerdict finite;
  char *count;
  char *reason;
  double seconds;
  double verifying; /* of these, the processor's time that the verifier took */
} ChaseCount;

void chase_count_free (ChaseCount *count);

/**
 * Counts the morphisms from the object @from to the object @to, where G_MAXUINT32 stands for all objects:
 * by listing them, or, where there are many or infinitely many, from a complete rewriting system.
 */
ChaseCount *chase_engine_count (const ChaseEngine *engine, guint32 from, guint32 to,
                                const ChaseBudget *budget, GCancellable *cancellable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseCount, chase_count_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseAnswer, chase_answer_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseEngine, chase_engine_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseFace, chase_face_free)

G_END_DECLS
