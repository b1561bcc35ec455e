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

/* Makes the change to a face that brings it to the other state; FALSE where there is none to make.
 */
static gboolean
change_face (ChaseSession *session, ChaseEdit *edit, const ChaseFaceVerdict *face)
{
  g_autofree guint *left = statements_of (session, face->left, face->n_left);
  g_autofree guint *right = statements_of (session, face->right, face->n_right);

  if (face->state == CHASE_STATE_GIVEN)
    return chase_edit_withdraw_face (edit, left, face->n_left, right, face->n_right);
  return chase_edit_declare_face (edit, left, face->n_left, right, face->n_right);
}

void
chase_session_toggle_face (ChaseSession *session, guint index)
{
  ChaseVerdicts *verdicts = chase_session_get_verdicts (session);
  const ChaseFaceVerdict *face = verdicts != NULL ? chase_verdicts_face (verdicts, index) : NULL;
  ChaseEdit *edit;

  if (face == NULL)
    return;
  if (face->state == CHASE_STATE_PROVED)
    {
      chase_session_offer (session, _ ("This face commutes already, because of what is given"),
                           _ ("_Show the Proof"), "win.explain");
      return;
    }
  edit = chase_session_edit (session);
  if (edit == NULL)
    return;
  if (change_face (session, edit, face))
    chase_session_commit (
        session, edit, face->state == CHASE_STATE_GIVEN ? _ ("Withdraw Face") : _ ("Declare Face"),
        NULL, NULL);
  else
    {
      chase_edit_free (edit);
      chase_session_report (
          session,
          _ ("The category of this diagram cannot be changed here, so the face stays as it is"));
    }
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

guint
chase_session_next_face (ChaseSession *session)
{
  ChaseVerdicts *verdicts = chase_session_get_verdicts (session);
  guint n = verdicts != NULL ? verdicts->faces->len : 0;

  for (guint i = 0; i < n; i++)
    {
      const ChaseFaceVerdict *face = chase_verdicts_face (verdicts, i);
      gboolean all = TRUE;

      for (guint k = 0; k < face->n_left; k++)
        all = all && chase_session_is_selected (session, face->left[k]);
      for (guint k = 0; k < face->n_right; k++)
        all = all && chase_session_is_selected (session, face->right[k]);
      if (all)
        return (i + 1) % n;
    }
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

      if (face->state == CHASE_STATE_FAILS || face->state == CHASE_STATE_UNDECIDED)
        n_done += change_face (session, edit, face) ? 1 : 0;
    }
  if (n_done > 0)
    chase_session_commit (session, edit, _ ("Declare All Faces"), NULL, NULL);
  else
    chase_edit_free (edit);
}
