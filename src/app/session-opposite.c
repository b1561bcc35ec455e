/* SPDX-License-Identifier: MIT */
#include "app/session-actions.h"
#include "app/session-private.h"
#include "model/opposite-drawing.h"

#include <glib/gi18n.h>

/* `f^{op}`, typed on an arrow of a drawing that is a category of its own: it belongs to another. */

/* The arrow of the drawing whose label is @label and that runs the other way than @cell. */
static gboolean
turns_round (const ChaseDiagram *diagram, const ChaseCell *cell, const char *label)
{
  const char *from = chase_diagram_get_cell (diagram, cell->source)->label;
  const char *to = chase_diagram_get_cell (diagram, cell->target)->label;

  for (guint32 i = diagram->n_nodes; i < chase_diagram_n_cells (diagram); i++)
    {
      const ChaseCell *other = chase_diagram_get_cell (diagram, i);

      if (other->level == 1 && g_str_equal (other->label, label)
          && g_str_equal (chase_diagram_get_cell (diagram, other->source)->label, to)
          && g_str_equal (chase_diagram_get_cell (diagram, other->target)->label, from))
        return TRUE;
    }
  return FALSE;
}

/* The category or drawing in whose opposite all of the drawing makes sense, where there is one. */
static const char *
category_with_opposite (ChaseSession *session)
{
  ChaseDocument *document = chase_session_get_document (session);
  const char *found = NULL;

  for (guint i = 0; i < chase_document_n_items (document); i++)
    {
      const ChaseItem *item = chase_document_get_item (document, i);
      g_autoptr (ChaseDocument) drawn = NULL;

      if (item->name == NULL || i == session->shown
          || (item->kind != CHASE_ITEM_CATEGORY
              && !(item->kind == CHASE_ITEM_DIAGRAM && item->view == CHASE_VIEW_NONE
                   && item->to == NULL)))
        continue;
      drawn = chase_document_draw_in_opposite (document, session->shown, item->name);
      if (drawn != NULL && found != NULL)
        return NULL;
      if (drawn != NULL)
        found = item->name;
    }
  return found;
}

/* Does a label of the drawing speak of an opposite? */
static gboolean
any_turned_round (const ChaseDiagram *diagram)
{
  for (guint32 i = diagram->n_nodes; i < chase_diagram_n_cells (diagram); i++)
    {
      g_autofree char *label
          = chase_label_turned_round (chase_diagram_get_cell (diagram, i)->label);

      if (label != NULL)
        return TRUE;
    }
  return FALSE;
}

gboolean
chase_session_tell_of_opposite (ChaseSession *session, guint32 cell)
{
  ChaseDiagram *diagram = chase_session_get_diagram (session);
  const ChaseCell *drawn = chase_diagram_get_cell (diagram, cell);
  g_autofree char *label = chase_label_turned_round (drawn->label);
  const char *category;

  if (chase_session_get_item (session)->to != NULL || !any_turned_round (diagram))
    return FALSE;
  category = category_with_opposite (session);
  if (category != NULL)
    {
      g_autofree char *said
          = g_strdup_printf (_ ("All of this is in the opposite of %s"), category);
      g_autofree char *button = g_strdup_printf (_ ("_Draw in %s^op"), category);
      g_autofree char *action = g_strdup_printf ("win.draw-in-opposite::%s", category);

      chase_session_offer (session, said, button, action);
      return TRUE;
    }
  if (label == NULL || drawn->level != 1 || drawn->value != NULL
      || !turns_round (diagram, drawn, label))
    return FALSE;
  chase_session_offer (session,
                       _ ("An opposite arrow is one of the opposite category: here it is an arrow "
                          "of its own"),
                       _ ("Show the _Opposite"), "win.opposite");
  return TRUE;
}

void
chase_session_draw_in_opposite (ChaseSession *session, const char *category)
{
  g_autoptr (ChaseDocument) drawn = chase_document_draw_in_opposite (
      chase_session_get_document (session), session->shown, category);

  if (drawn != NULL)
    chase_session_replace_document (session, drawn, _ ("Draw in the Opposite"), NULL);
}
