/* SPDX-License-Identifier: MIT */
#include "app/session-actions.h"
#include "app/session-private.h"

#include <glib/gi18n.h>

static guint *
statements_of (ChaseSession *session, const guint32 *cells, guint n)
{
  guint *statements = g_new (guint, n + 1);

  for (guint i = 0; i < n; i++)
    statements[i] = chase_session_statement (session, cells[i]);
  return statements;
}

/* Makes the change that lets what is said of a face be @say; FALSE where it cannot be. */
static gboolean
say_of_face (ChaseSession *session, ChaseEdit *edit, const ChaseFaceVerdict *face,
             ChaseFaceSaying say)
{
  g_autofree guint *left = statements_of (session, face->left, face->n_left);
  g_autofree guint *right = statements_of (session, face->right, face->n_right);
  guint m = face->n_left, n = face->n_right;

  if (face->state == CHASE_STATE_GIVEN && say != CHASE_SAY_GIVEN
      && !chase_edit_withdraw_face (edit, left, m, right, n))
    return FALSE;
  if (face->claim == CHASE_FACE_CLAIMED && say != CHASE_SAY_PROVED
      && !chase_edit_disclaim_face (edit, left, m, right, n))
    return FALSE;
  if (say == CHASE_SAY_GIVEN && face->state != CHASE_STATE_GIVEN)
    return chase_edit_declare_face (edit, left, m, right, n);
  if (say == CHASE_SAY_PROVED && face->claim == CHASE_FACE_UNCLAIMED)
    return chase_edit_claim_face (edit, left, m, right, n);
  return TRUE;
}

ChaseFaceSaying
chase_face_next_saying (const ChaseFaceVerdict *face)
{
  if (face->state == CHASE_STATE_GIVEN)
    return face->claim == CHASE_FACE_UNCLAIMED ? CHASE_SAY_PROVED : CHASE_SAY_NOTHING;
  if (face->claim == CHASE_FACE_CLAIMED)
    return CHASE_SAY_NOTHING;
  if (face->state == CHASE_STATE_PROVED)
    return CHASE_SAY_PROVED;
  return CHASE_SAY_GIVEN;
}

void
chase_session_say_face (ChaseSession *session, guint index, ChaseFaceSaying say)
{
  const char *names[] = { [CHASE_SAY_NOTHING] = _ ("Withdraw Face"),
                          [CHASE_SAY_GIVEN] = _ ("Declare Face"),
                          [CHASE_SAY_PROVED] = _ ("Face to Be Proved") };
  ChaseVerdicts *verdicts = chase_session_get_verdicts (session);
  const ChaseFaceVerdict *face = verdicts != NULL ? chase_verdicts_face (verdicts, index) : NULL;
  ChaseEdit *edit = face != NULL ? chase_session_edit (session) : NULL;

  if (edit == NULL)
    return;
  if (say_of_face (session, edit, face, say))
    {
      chase_session_commit (session, edit, names[say], NULL, NULL);
      return;
    }
  chase_edit_free (edit);
  chase_session_report (
      session,
      _ ("The category of this diagram cannot be changed here, so the face stays as it is"));
}

void
chase_session_toggle_face (ChaseSession *session, guint index)
{
  ChaseVerdicts *verdicts = chase_session_get_verdicts (session);
  const ChaseFaceVerdict *face = verdicts != NULL ? chase_verdicts_face (verdicts, index) : NULL;
  gboolean proved = face != NULL && face->state == CHASE_STATE_PROVED;

  if (face == NULL)
    return;
  if (!proved || face->claim != CHASE_FACE_CLAIMED_WITH_ALL)
    chase_session_say_face (session, index, chase_face_next_saying (face));
  if (proved)
    chase_session_offer (session, _ ("This face commutes already, because of what is given"),
                         _ ("_Show the Proof"), "win.explain");
}

/* An edge and its ends. */
static void
add_with_ends (ChaseSession *session, GArray *cells, guint8 *taken, guint32 edge)
{
  const ChaseCell *cell = chase_diagram_get_cell (chase_session_get_diagram (session), edge);
  guint32 three[] = { edge, cell->source, cell->target };

  for (guint i = 0; i < G_N_ELEMENTS (three); i++)
    if (!taken[three[i]])
      {
        taken[three[i]] = TRUE;
        g_array_append_val (cells, three[i]);
      }
}

void
chase_session_select_face (ChaseSession *session, guint index)
{
  ChaseVerdicts *verdicts = chase_session_get_verdicts (session);
  const ChaseFaceVerdict *face = verdicts != NULL ? chase_verdicts_face (verdicts, index) : NULL;
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree guint8 *taken = NULL;

  if (face == NULL)
    return;
  taken = g_new0 (guint8, chase_diagram_n_cells (chase_session_get_diagram (session)) + 1);
  for (guint i = 0; i < face->n_left; i++)
    add_with_ends (session, cells, taken, face->left[i]);
  for (guint i = 0; i < face->n_right; i++)
    add_with_ends (session, cells, taken, face->right[i]);
  chase_session_select (session, (const guint32 *)(gpointer)cells->data, cells->len);
}

static gboolean
is_all_selected (ChaseSession *session, const ChaseFaceVerdict *face)
{
  for (guint k = 0; k < face->n_left; k++)
    if (!chase_session_is_selected (session, face->left[k]))
      return FALSE;
  for (guint k = 0; k < face->n_right; k++)
    if (!chase_session_is_selected (session, face->right[k]))
      return FALSE;
  return TRUE;
}

guint
chase_session_selected_face (ChaseSession *session)
{
  ChaseVerdicts *verdicts = chase_session_get_verdicts (session);

  for (guint i = 0; verdicts != NULL && i < verdicts->faces->len; i++)
    if (is_all_selected (session, chase_verdicts_face (verdicts, i)))
      return i;
  return G_MAXUINT;
}

guint
chase_session_next_face (ChaseSession *session)
{
  ChaseVerdicts *verdicts = chase_session_get_verdicts (session);
  guint n = verdicts != NULL ? verdicts->faces->len : 0;
  guint selected = chase_session_selected_face (session);

  if (selected != G_MAXUINT)
    return (selected + 1) % n;
  return n > 0 ? 0 : G_MAXUINT;
}

void
chase_session_declare_all (ChaseSession *session)
{
  ChaseVerdicts *verdicts = chase_session_get_verdicts (session);
  ChaseEdit *edit = verdicts != NULL ? chase_session_edit (session) : NULL;
  guint n_done = 0;

  for (guint i = 0; edit != NULL && i < verdicts->faces->len; i++)
    {
      const ChaseFaceVerdict *face = chase_verdicts_face (verdicts, i);

      if (face->state != CHASE_STATE_GIVEN && face->state != CHASE_STATE_PROVED)
        n_done += say_of_face (session, edit, face, CHASE_SAY_GIVEN) ? 1 : 0;
    }
  if (n_done > 0)
    chase_session_commit (session, edit, _ ("Declare All Faces"), NULL, NULL);
  else
    chase_edit_free (edit);
}
