/* SPDX-License-Identifier: MIT */
#include "engine/base.h"
#include "engine/crew.h"
#include "engine/engine-private.h"

#include <malloc.h>

#include "i18n.h"

/* The faces of one diagram while they are found and answered. */
typedef struct
{
  const ChaseEngine *engine;
  ChaseShape *shape;
  GPtrArray *faces;
  GArray *relations; /* of each face: the given equation that it is, or G_MAXUINT32 */
  ChaseBudget budget;
  guint n_threads;
  GCancellable *cancellable;
  guint8 *starved; /* face: the share of the memory did not do */
} Faces;

static ChaseWord
word_copy (ChaseWord word)
{
  return (ChaseWord){ g_memdup2 (word.letters, word.length * sizeof (guint32)), word.length };
}

static void
add_face (Faces *f, ChasePair pair)
{
  ChaseFace *face = g_new0 (ChaseFace, 1);

  face->from = pair.from;
  face->to = pair.to;
  face->left = word_copy (pair.left);
  face->right = word_copy (pair.right);
  g_ptr_array_add (f->faces, face);
  g_array_append_val (f->relations, pair.relation);
}

/* Finds the faces; FALSE when the clock stops. */
static gboolean
find_faces (Faces *f, gboolean strictly, ChaseClock *clock)
{
  g_auto (ChaseLift) lift = { 0 };
  g_autoptr (ChaseWalk) walk = NULL;
  g_autoptr (ChaseBase) base = NULL;

  chase_lift_init (&lift, &f->engine->index, f->shape);
  walk = chase_walk_new (f->shape, &lift, strictly, clock);
  if (walk == NULL)
    base = chase_base_new (f->shape, &lift, strictly, clock);
  else if (chase_walk_run (walk, FALSE) != CHASE_WALK_DONE)
    return FALSE;
  if (walk == NULL && base == NULL)
    return FALSE;
  if (walk != NULL)
    for (guint i = 0; i < chase_walk_n_pairs (walk); i++)
      add_face (f, chase_walk_pair (walk, i));
  else
    for (guint i = 0; i < chase_base_n_pairs (base); i++)
      add_face (f, chase_base_pair (base, i));
  return TRUE;
}

static void
answer_face (Faces *f, guint i, const ChaseBudget *budget)
{
  ChaseFace *face = g_ptr_array_index (f->faces, i);
  ChasePair pair
      = { face->from, face->to, g_array_index (f->relations, guint32, i), face->left, face->right };
  ChaseClock clock;

  chase_clock_start (&clock, budget, f->cancellable);
  face->answer = chase_answer_pair (&f->engine->index, f->shape, &pair, &clock);
  face->answer->seconds = chase_clock_seconds (&clock);
}

/* With its share of the memory. Only the first thread tells of progress. */
static void
answer_beside (guint i, guint thread, gpointer data)
{
  Faces *f = data;
  ChaseBudget budget = f->budget;
  gboolean starved = FALSE;

  budget.memory /= f->n_threads;
  budget.threads /= f->n_threads;
  if (thread > 0)
    budget.progress = NULL;
  budget.starved = &starved;
  answer_face (f, i, &budget);
  f->starved[i] = starved;
}

/* Once more, with all the memory and what is left of the time. */
static void
answer_again (Faces *f, guint i)
{
  ChaseFace *face = g_ptr_array_index (f->faces, i);
  ChaseBudget budget = f->budget;
  double spent = face->answer->seconds;

  if (face->answer->verdict != CHASE_VERDICT_UNDECIDED || spent >= budget.seconds)
    return;
  malloc_trim (0);
  budget.seconds -= spent;
  chase_answer_free (face->answer);
  answer_face (f, i, &budget);
  face->answer->seconds += spent;
}

static void
answer_all (Faces *f, const ChaseBudget *budget)
{
  g_autofree guint8 *starved = g_new0 (guint8, (gsize)f->faces->len + 1);

  f->starved = starved;
  if (budget != NULL)
    f->budget = *budget;
  if (f->budget.seconds <= 0)
    f->budget.seconds = CHASE_STANDARD_SECONDS;
  if (f->budget.memory == 0)
    f->budget.memory = CHASE_STANDARD_MEMORY;
  f->n_threads = MAX (1, MIN (f->budget.threads, f->faces->len));
  chase_crew_run (f->faces->len, f->n_threads, answer_beside, f);
  for (guint i = 0; i < f->faces->len; i++)
    if (starved[i] && f->n_threads > 1)
      answer_again (f, i);
    else if (starved[i] && f->budget.starved != NULL)
      *f->budget.starved = TRUE;
}

GPtrArray *
chase_engine_faces (const ChaseEngine *engine, ChaseShape *shape, gboolean strictly,
                    gboolean with_answers, const ChaseBudget *budget, GCancellable *cancellable,
                    char **reason)
{
  g_autoptr (GPtrArray) faces = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_face_free);
  g_autoptr (GArray) relations = g_array_new (FALSE, FALSE, sizeof (guint32));
  Faces f = { engine, shape, faces, relations, .cancellable = cancellable };
  ChaseClock clock;

  g_return_val_if_fail (shape->presentation == engine->index.presentation, NULL);
  chase_clock_start (&clock, budget, cancellable);
  if (!find_faces (&f, strictly, &clock))
    {
      *reason = g_strdup_printf (_ ("Not finished: %s."), chase_clock_why (&clock));
      return NULL;
    }
  if (with_answers)
    answer_all (&f, budget);
  return g_steal_pointer (&faces);
}
