/* SPDX-License-Identifier: MIT */
#include "app/drawing-text.h"
#include "app/placing.h"
#include "app/session-actions.h"
#include "app/session-private.h"

#include <glib/gi18n.h>

typedef struct
{
  ChaseSession *session;
  double column, row;
} Drawing;

/* An object of the fragment that is drawn already keeps its place, and the others go around it. */
static gboolean
find_anchor (ChaseSession *session, const ChaseDiagram *fragment, double *columns, double *rows)
{
  for (guint32 i = 0; i < fragment->n_nodes; i++)
    for (guint32 k = 0; k < session->diagram->n_nodes; k++)
      {
        const ChaseCell *new = chase_diagram_get_cell (fragment, i);
        const ChaseCell *old = chase_diagram_get_cell (session->diagram, k);

        if (new->label[0] == '\0' || !g_str_equal (new->label, old->label))
          continue;
        *columns = old->x - new->x;
        *rows = old->y - new->y;
        return TRUE;
      }
  return FALSE;
}

/* No two objects stand in one place. */
static void
spread (ChaseSession *session, ChaseEdit *edit, const GArray *handles)
{
  for (guint i = 0; i < handles->len; i++)
    {
      guint handle = g_array_index (handles, guint, i);
      const ChaseStatement *node = chase_edit_get (edit, handle);
      double x, y;

      if (node == NULL || !node->has_position
          || chase_diagram_find_statement (session->diagram, handle) != G_MAXUINT32)
        continue;
      x = node->x;
      y = node->y;
      chase_edit_place (edit, handle, x, y - 1e6);
      while (chase_edit_node_at (edit, x, y) != CHASE_NO_HANDLE)
        y += 1;
      chase_edit_place (edit, handle, x, y);
    }
}

static void
draw (ChaseSession *session, const ChaseDiagram *fragment, double column, double row)
{
  ChaseEdit *edit = chase_session_edit (session);
  g_autoptr (GArray) handles = NULL;
  double columns = column, rows = row;

  if (edit == NULL)
    return;
  if (!find_anchor (session, fragment, &columns, &rows))
    columns = chase_edit_find_room (edit, fragment, columns, rows);
  handles = chase_edit_draw_onto (edit, fragment, columns, rows);
  spread (session, edit, handles);
  chase_session_commit (session, edit, _ ("Draw"), NULL, handles);
  chase_session_tell_drawn (session);
}

static void
placed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Drawing *drawing = data;
  g_autoptr (ChaseSession) session = drawing->session;
  g_autoptr (GError) error = NULL;
  g_autoptr (ChaseDiagram) fragment = chase_place_finish (result, &error);

  if (fragment != NULL)
    draw (session, fragment, drawing->column, drawing->row);
  else
    chase_session_report (session, _ ("The diagram could not be laid out: %s"), error->message);
}

char *
chase_session_draw_text (ChaseSession *session, const char *text, double column, double row)
{
  char *error = NULL;
  g_autoptr (ChaseItem) item = chase_drawing_from_text (text, session->diagram, &error);
  ChaseDocument *document = chase_session_get_document (session);
  g_autoptr (ChaseDiagram) fragment = NULL;
  Drawing *drawing;

  if (item == NULL)
    return error;
  fragment = chase_diagram_new (document, item, NULL);
  if (chase_diagram_is_placed (fragment))
    {
      draw (session, fragment, column, row);
      return NULL;
    }
  drawing = g_new0 (Drawing, 1);
  drawing->session = g_object_ref (session);
  drawing->column = column;
  drawing->row = row;
  chase_place_async (document, item, fragment, FALSE, NULL, placed, drawing);
  return NULL;
}
