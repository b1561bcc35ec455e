/* SPDX-License-Identifier: MIT */
#include "app/session-private.h"

#include "app/claims.h"

#define SECONDS_PER_QUESTION 5.0

/* Verdicts. One question at a time: a new one cancels the old, and is asked when that has gone. */

void
chase_session_stop_claiming (ChaseSession *session)
{
  if (session->claiming != NULL)
    g_cancellable_cancel (session->claiming);
  g_clear_object (&session->claiming);
}

static void
claimed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ChaseSession) session = data;
  g_autoptr (GPtrArray) claims = chase_claims_find_finish (result);

  if (g_task_get_cancellable (G_TASK (result)) != session->claiming)
    return;
  g_clear_object (&session->claiming);
  if (claims == NULL)
    return;
  g_clear_pointer (&session->claims, g_ptr_array_unref);
  session->claims = g_steal_pointer (&claims);
  chase_session_emit (session, CHASE_SESSION_CLAIMED);
}

/* Asked after the diagram that is looked at. */
static void
decide_claims (ChaseSession *session)
{
  chase_session_stop_claiming (session);
  session->claiming = g_cancellable_new ();
  chase_claims_find_async (chase_session_get_document (session), SECONDS_PER_QUESTION,
                           session->claiming, claimed, g_object_ref (session));
}

GPtrArray *
chase_session_get_claims (ChaseSession *session)
{
  return session->claims;
}

static void
judged (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ChaseSession) session = data;
  g_autoptr (ChaseVerdicts) verdicts = chase_verdicts_find_finish (result, NULL);

  g_clear_object (&session->judging);
  if (session->judge_again)
    {
      chase_session_judge (session);
      return;
    }
  if (verdicts != NULL && chase_verdicts_fit (verdicts, session->diagram))
    {
      g_clear_pointer (&session->verdicts, chase_verdicts_unref);
      session->verdicts = g_steal_pointer (&verdicts);
    }
  chase_session_emit (session, CHASE_SESSION_JUDGED);
  if (!session->closed)
    decide_claims (session);
}

void
chase_session_judge (ChaseSession *session)
{
  chase_session_stop_claiming (session);
  session->judge_again = session->judging != NULL;
  if (session->judging != NULL)
    {
      g_cancellable_cancel (session->judging);
      return;
    }
  if (!chase_session_is_editable (session))
    {
      chase_session_emit (session, CHASE_SESSION_JUDGED);
      decide_claims (session);
      return;
    }
  session->judging = g_cancellable_new ();
  chase_session_emit (session, CHASE_SESSION_JUDGED);
  chase_verdicts_find_async (chase_session_get_document (session), chase_session_get_item (session),
                             session->diagram, SECONDS_PER_QUESTION, session->judging, judged,
                             g_object_ref (session));
}

ChaseVerdicts *
chase_session_get_verdicts (ChaseSession *session)
{
  return session->verdicts;
}

gboolean
chase_session_is_judging (ChaseSession *session)
{
  return session->judging != NULL;
}
