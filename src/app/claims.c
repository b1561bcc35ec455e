/* SPDX-License-Identifier: MIT */
#include "app/claims.h"

#include "app/background.h"
#include "engine/check.h"
#include "model/repair.h"

typedef struct
{
  ChaseDocument *document;
  double seconds;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  chase_document_unref (question->document);
  g_free (question);
}

void
chase_claims_free (ChaseClaims *claims)
{
  if (claims == NULL)
    return;
  g_clear_pointer (&claims->results, g_ptr_array_unref);
  g_clear_pointer (&claims->gaps, g_ptr_array_unref);
  g_free (claims);
}

static void
find_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Question *question = data;
  ChaseBudget budget = { .seconds = question->seconds };
  ChaseClaims *claims = g_new0 (ChaseClaims, 1);
  g_autoptr (ChaseTheory) theory = chase_theory_new (question->document, NULL);

  claims->gaps = chase_theory_gaps (theory);
  claims->results = chase_check_document (question->document, &budget, cancellable, NULL, NULL);
  g_task_return_pointer (task, claims, (GDestroyNotify)chase_claims_free);
}

void
chase_claims_find_async (ChaseDocument *document, double seconds, GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Question *question = g_new0 (Question, 1);

  question->document = chase_document_ref (document);
  question->seconds = seconds;
  g_task_set_task_data (task, question, question_free);
  chase_background_run (task, find_in_thread);
}

ChaseClaims *
chase_claims_find_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
