/* SPDX-License-Identifier: MIT */
#include "app/session-actions.h"
#include "app/session-private.h"

#include "app/placing.h"
#include "app/reading.h"
#include "notation/notation.h"

#include <glib/gi18n.h>
#include <string.h>

static ChaseItem *
copy_selection (ChaseSession *session)
{
  guint n;
  const guint32 *cells = chase_session_get_selection (session, &n);

  return n > 0 ? chase_edit_copy (chase_session_get_diagram (session), cells, n, "clipping") : NULL;
}

char *
chase_session_copy (ChaseSession *session)
{
  g_autoptr (ChaseItem) copy = copy_selection (session);

  return copy != NULL ? chase_notation_print_item (copy, CHASE_NOTATION_ASCII) : NULL;
}

typedef struct
{
  double left, top;
} Corner;

static Corner
corner_of (const ChaseDiagram *diagram)
{
  Corner corner = { 0, 0 };
  gboolean any = FALSE;

  for (guint32 i = 0; i < diagram->n_nodes; i++)
    {
      const ChaseCell *node = chase_diagram_get_cell (diagram, i);

      if (!node->has_position)
        continue;
      corner.left = any ? MIN (corner.left, node->x) : node->x;
      corner.top = any ? MIN (corner.top, node->y) : node->y;
      any = TRUE;
    }
  return corner;
}

gboolean
chase_session_has_room_for (const ChaseEdit *edit, const ChaseDiagram *fragment, double columns,
                            double rows)
{
  for (guint32 i = 0; i < fragment->n_nodes; i++)
    {
      const ChaseCell *node = chase_diagram_get_cell (fragment, i);

      if (chase_edit_node_at (edit, node->x + columns, node->y + rows) != CHASE_NO_HANDLE)
        return FALSE;
    }
  return TRUE;
}

static void
paste_diagram (ChaseSession *session, ChaseEdit *edit, ChaseDiagram *fragment, double column,
               double row, const char *name)
{
  g_autoptr (GArray) handles = NULL;
  Corner corner = corner_of (fragment);

  while (!chase_session_has_room_for (edit, fragment, column - corner.left, row - corner.top))
    column += 1;
  handles = chase_edit_paste (edit, fragment, column - corner.left, row - corner.top);
  chase_session_commit (session, edit, name, NULL, handles);
}

static ChaseDiagram *
first_drawing (ChaseDocument *document)
{
  for (guint i = 0; i < chase_document_n_items (document); i++)
    {
      ChaseItem *item = chase_document_get_item (document, i);

      if (item->kind == CHASE_ITEM_DIAGRAM && item->view == CHASE_VIEW_NONE)
        return chase_diagram_new (document, item, NULL);
    }
  return NULL;
}

gboolean
chase_session_paste_document (ChaseSession *session, ChaseDocument *document, double column,
                              double row, const char *name)
{
  g_autoptr (ChaseDiagram) fragment = first_drawing (document);
  g_autoptr (ChaseDiagram) placed = NULL;
  ChaseEdit *edit;

  if (fragment == NULL || chase_diagram_n_cells (fragment) == 0)
    return FALSE;
  edit = chase_session_edit (session);
  if (edit == NULL)
    return FALSE;
  placed = chase_diagram_is_placed (fragment) ? chase_diagram_ref (fragment)
                                              : chase_place_plainly (fragment);
  paste_diagram (session, edit, placed, column, row, name);
  return TRUE;
}

gboolean
chase_session_paste (ChaseSession *session, const char *text, double column, double row)
{
  g_autoptr (ChaseDocument) document
      = chase_read_bytes (text, strlen (text), NULL, "pasted", NULL, NULL);
  g_autoptr (ChaseDiagram) fragment = first_drawing (document);
  ChaseEdit *edit;

  if (fragment == NULL || chase_diagram_n_cells (fragment) == 0)
    {
      chase_session_report (session, _ ("There is no diagram on the clipboard"));
      return FALSE;
    }
  edit = chase_session_edit (session);
  if (edit == NULL)
    return FALSE;
  paste_diagram (session, edit, fragment, column, row, _ ("Paste"));
  return TRUE;
}

void
chase_session_duplicate (ChaseSession *session)
{
  g_autoptr (ChaseItem) copy = copy_selection (session);
  g_autoptr (ChaseDiagram) fragment = NULL;
  Corner corner;
  ChaseEdit *edit;

  if (copy == NULL)
    return;
  fragment = chase_diagram_new (chase_session_get_document (session), copy, NULL);
  edit = chase_session_edit (session);
  if (edit == NULL)
    return;
  corner = corner_of (fragment);
  paste_diagram (session, edit, fragment, corner.left + 1, corner.top, _ ("Duplicate"));
}
