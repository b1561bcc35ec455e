/* SPDX-License-Identifier: MIT */
#include "app/session-actions.h"
#include "app/session-private.h"

#include <glib/gi18n.h>

/* The category of the document that the node @cell shows, by name; NULL for any other. */
static const char *
category_at (ChaseSession *session, guint32 cell)
{
  const ChaseCell *node = chase_diagram_get_cell (session->diagram, cell);
  const char *name = node->value == NULL                    ? node->name
                     : node->value->kind == CHASE_TERM_NAME ? node->value->name
                                                            : NULL;
  const ChaseItem *item
      = name != NULL ? chase_document_find (chase_session_get_document (session), name) : NULL;

  return item != NULL && (item->kind == CHASE_ITEM_CATEGORY || item->kind == CHASE_ITEM_DIAGRAM)
             ? name
             : NULL;
}

gboolean
chase_session_tell_of_functor (ChaseSession *session, guint32 cell)
{
  const ChaseItem *shown = chase_session_get_item (session);
  const ChaseCell *drawn = chase_diagram_get_cell (session->diagram, cell);
  const char *from, *to;
  g_autoptr (GVariant) target = NULL;
  g_autofree char *printed = NULL;
  g_autofree char *action = NULL;
  g_autofree char *said = NULL;

  if (shown->to == NULL || !chase_term_is_name (shown->to, "Cat") || drawn->level != 1
      || drawn->name == NULL || drawn->label[0] == '\0'
      || (drawn->value != NULL && !chase_term_is_name (drawn->value, drawn->name))
      || chase_document_find (chase_session_get_document (session), drawn->name) != NULL)
    return FALSE;
  from = category_at (session, drawn->source);
  to = category_at (session, drawn->target);
  if (from == NULL || to == NULL)
    return FALSE;
  target = g_variant_ref_sink (g_variant_new ("(sss)", drawn->name, from, to));
  printed = g_variant_print (target, FALSE);
  action = g_strdup_printf ("win.define-functor(%s)", printed);
  said = g_strdup_printf (_ ("The document has no functor %s yet"), drawn->name);
  chase_session_offer (session, said, _ ("_Define It"), action);
  return TRUE;
}
