/* SPDX-License-Identifier: MIT */
#include "app/session-actions.h"
#include "app/session-private.h"
#include "model/category-names.h"

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

/* The next state, called @name, which has the same items in the same places. */
static void
commit (ChaseSession *session, ChaseDocument *document, const char *name)
{
  g_autoptr (GArray) selected = chase_session_selected_statements (session);

  chase_history_commit (session->history, document, name, NULL,
                        chase_session_view_variant (session, selected));
  chase_session_rebuild (session);
  chase_session_emit (session, CHASE_SESSION_CHANGED);
  chase_session_emit (session, CHASE_SESSION_STATE);
  chase_session_judge (session);
}

void
chase_session_set_heading (ChaseSession *session, const char *heading)
{
  ChaseDocument *before = chase_session_get_document (session);
  g_autofree char *text = g_strstrip (g_strdup (heading));
  const char *label = *text != '\0' ? text : NULL;
  g_autoptr (ChaseItem) item = NULL;
  g_autoptr (ChaseDocument) document = NULL;

  if (g_strcmp0 (label, chase_session_get_item (session)->label) == 0)
    return;
  item = chase_item_copy (chase_session_get_item (session));
  chase_name_unref (item->label);
  item->label = label != NULL ? chase_name_new (label) : NULL;
  document = chase_document_replace (before, session->shown, item);
  commit (session, document, _ ("Change Heading"));
}

void
chase_session_rename_diagram (ChaseSession *session, const char *old, const char *typed)
{
  ChaseDocument *before = chase_session_get_document (session);
  const ChaseItem *item = chase_document_find (before, old);
  g_autofree char *name = chase_typed_name (typed);
  g_autoptr (ChaseDocument) document = NULL;

  if (item == NULL || item->kind != CHASE_ITEM_DIAGRAM || name[0] == '\0'
      || g_str_equal (name, old))
    return;
  if (chase_document_find (before, name) != NULL || g_str_equal (name, "Set")
      || g_str_equal (name, "Cat"))
    {
      chase_session_report (session, _ ("%s is the name of something else: choose another"), name);
      return;
    }
  document = chase_document_rename_category (before, (guint)chase_document_index_of (before, item),
                                             name);
  commit (session, document, _ ("Rename Diagram"));
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
