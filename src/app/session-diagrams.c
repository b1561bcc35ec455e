/* SPDX-License-Identifier: MIT */
#include "app/session-actions.h"
#include "app/session-private.h"

#include <glib/gi18n.h>

/* The diagrams of a document as its parts: their headings, and taking one out. */

guint
chase_session_n_diagrams (ChaseSession *session)
{
  ChaseDocument *document = chase_session_get_document (session);
  guint count = 0;

  for (guint i = 0; i < chase_document_n_items (document); i++)
    count += chase_document_get_item (document, i)->kind == CHASE_ITEM_DIAGRAM;
  return count;
}

void
chase_session_set_heading (ChaseSession *session, const char *heading)
{
  ChaseDocument *before = chase_session_get_document (session);
  g_autofree char *text = g_strstrip (g_strdup (heading));
  const char *label = *text != '\0' ? text : NULL;
  g_autoptr (GArray) none = chase_handles_new ();
  g_autoptr (ChaseItem) item = NULL;
  g_autoptr (ChaseDocument) document = NULL;

  if (g_strcmp0 (label, chase_session_get_item (session)->label) == 0)
    return;
  item = chase_item_copy (chase_session_get_item (session));
  chase_name_unref (item->label);
  item->label = label != NULL ? chase_name_new (label) : NULL;
  document = chase_document_replace (before, session->shown, item);
  chase_history_commit (session->history, document, _ ("Change Heading"), NULL,
                        chase_session_view_variant (session, none));
  chase_session_rebuild (session);
  chase_session_emit (session, CHASE_SESSION_CHANGED);
  chase_session_emit (session, CHASE_SESSION_STATE);
  chase_session_judge (session);
}

gboolean
chase_session_remove_diagram (ChaseSession *session)
{
  g_autoptr (ChaseDocument) document = NULL;
  g_autoptr (GArray) none = chase_handles_new ();

  if (chase_session_n_diagrams (session) < 2)
    return FALSE;
  document = chase_document_remove (chase_session_get_document (session), session->shown);
  chase_history_commit (session->history, document, _ ("Delete Diagram"), NULL,
                        chase_session_view_variant (session, none));
  session->shown -= session->shown > 0;
  g_array_set_size (session->selection, 0);
  chase_session_show (session);
  return TRUE;
}
