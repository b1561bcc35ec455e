/* SPDX-License-Identifier: MIT */
#include "app/session-private.h"

#include "app/claims.h"

#define SECONDS_PER_QUESTION 5.0

/* After so many milliseconds the faces show themselves as not asked, and not as they were. */
#define PATIENCE 150

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
  ChaseClaims *claims = chase_claims_find_finish (result);

  if (g_task_get_cancellable (G_TASK (result)) != session->claiming)
    {
      chase_claims_free (claims);
      return;
    }
  g_clear_object (&session->claiming);
  if (claims == NULL)
    return;
  chase_claims_free (session->claims);
  session->claims = claims;
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

gboolean
chase_session_is_claiming (ChaseSession *session)
{
  return session->claiming != NULL;
}

GPtrArray *
chase_session_get_claims (ChaseSession *session)
{
  return session->claims != NULL ? session->claims->results : NULL;
}

GPtrArray *
chase_session_get_gaps (ChaseSession *session)
{
  return session->claims != NULL ? session->claims->gaps : NULL;
}

static void
take_verdicts (ChaseSession *session, ChaseVerdicts *verdicts)
{
  g_clear_pointer (&session->verdicts, chase_verdicts_unref);
  session->verdicts = verdicts;
}

/* The faces of a hard question are known long before their verdicts. */
static void
listed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ChaseSession) session = data;
  g_autoptr (ChaseVerdicts) verdicts = chase_verdicts_find_finish (result, NULL);

  if (verdicts == NULL || g_task_get_cancellable (G_TASK (result)) != session->judging
      || g_cancellable_is_cancelled (session->judging)
      || !chase_verdicts_fit (verdicts, session->diagram))
    return;
  take_verdicts (session, g_steal_pointer (&verdicts));
  chase_session_emit (session, CHASE_SESSION_JUDGED);
}

static gboolean
list_faces (gpointer data)
{
  ChaseSession *session = data;

  session->patience = 0;
  if (session->judging != NULL && !session->judge_again && !session->closed)
    chase_verdicts_find_async (chase_session_get_document (session),
                               chase_session_get_item (session), session->diagram, 0,
                               session->judging, listed, g_object_ref (session));
  return G_SOURCE_REMOVE;
}

static void
judged (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ChaseSession) session = data;
  g_autoptr (ChaseVerdicts) verdicts = chase_verdicts_find_finish (result, NULL);

  g_clear_object (&session->judging);
  g_clear_handle_id (&session->patience, g_source_remove);
  if (session->judge_again)
    {
      chase_session_judge (session);
      return;
    }
  if (verdicts != NULL && chase_verdicts_fit (verdicts, session->diagram))
    take_verdicts (session, g_steal_pointer (&verdicts));
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
  session->patience = g_timeout_add (PATIENCE, list_faces, session);
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
