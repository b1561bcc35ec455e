/* SPDX-License-Identifier: MIT */
#include "engine/engine-private.h"

#include <stdarg.h>

#include "i18n.h"

ChaseEngine *
chase_engine_new (ChasePresentation *presentation)
{
  ChaseEngine *engine = g_new0 (ChaseEngine, 1);

  g_atomic_ref_count_init (&engine->ref_count);
  chase_index_init (&engine->index, presentation);
  return engine;
}

ChaseEngine *
chase_engine_ref (ChaseEngine *engine)
{
  g_atomic_ref_count_inc (&engine->ref_count);
  return engine;
}

void
chase_engine_unref (ChaseEngine *engine)
{
  if (engine == NULL || !g_atomic_ref_count_dec (&engine->ref_count))
    return;
  chase_index_clear (&engine->index);
  g_free (engine);
}

ChasePresentation *
chase_engine_presentation (const ChaseEngine *engine)
{
  return engine->index.presentation;
}

ChaseAnswer *
chase_answer_new (ChaseVerdict verdict, ChaseEvidence *evidence, const char *format, ...)
{
  ChaseAnswer *answer = g_new0 (ChaseAnswer, 1);
  va_list arguments;

  answer->verdict = verdict;
  answer->evidence = evidence;
  va_start (arguments, format);
  answer->reason = g_strdup_vprintf (CHASE_WORDS (format), arguments);
  va_end (arguments);
  return answer;
}

void
chase_answer_free (ChaseAnswer *answer)
{
  if (answer == NULL)
    return;
  chase_evidence_unref (answer->evidence);
  g_free (answer->reason);
  g_free (answer);
}

void
chase_face_free (ChaseFace *face)
{
  if (face == NULL)
    return;
  g_free ((gpointer)face->left.letters);
  g_free ((gpointer)face->right.letters);
  chase_answer_free (face->answer);
  g_free (face);
}

ChaseAnswer *
chase_engine_equal (const ChaseEngine *engine, guint32 source, ChaseWord left, ChaseWord right,
                    const ChaseBudget *budget, GCancellable *cancellable)
{
  ChasePresentation *presentation = engine->index.presentation;
  ChaseClock clock;
  ChaseAnswer *answer;
  guint32 target, end;

  g_return_val_if_fail (chase_presentation_path_target (presentation, source, left, &target), NULL);
  g_return_val_if_fail (chase_presentation_path_target (presentation, source, right, &end), NULL);
  g_return_val_if_fail (target == end, NULL);
  chase_clock_start (&clock, budget, cancellable);
  answer = chase_decide_equal (&engine->index, source, left, right, &clock);
  answer->seconds = chase_clock_seconds (&clock);
  return answer;
}
