/* SPDX-License-Identifier: MIT */
#include "app/session-actions.h"
#include "app/session-private.h"

#include <glib/gi18n.h>

static void
preview_edit (ChaseSession *session, ChaseEdit *edit)
{
  g_autoptr (ChaseDocument) document = chase_edit_finish (edit);
  ChaseItem *item = chase_document_get_item (document, session->shown);
  g_autoptr (ChaseDiagram) diagram = chase_diagram_new (document, item, NULL);

  chase_edit_free (edit);
  if (chase_diagram_n_cells (diagram) == chase_diagram_n_cells (session->diagram))
    chase_session_preview (session, diagram);
}

static ChaseEdit *
edit_with_style (ChaseSession *session, guint32 cell, const ChaseStyle *style)
{
  guint statement = chase_session_statement (session, cell);
  ChaseEdit *edit = statement != G_MAXUINT ? chase_session_edit (session) : NULL;

  if (edit != NULL)
    chase_edit_set_style (edit, statement, style);
  return edit;
}

void
chase_session_preview_style (ChaseSession *session, guint32 cell, const ChaseStyle *style)
{
  ChaseEdit *edit = edit_with_style (session, cell, style);

  if (edit != NULL)
    preview_edit (session, edit);
}

void
chase_session_set_style (ChaseSession *session, guint32 cell, const ChaseStyle *style,
                         const char *name)
{
  ChaseEdit *edit;
  g_autoptr (GArray) select = chase_handles_new ();

  chase_session_preview (session, NULL);
  if (cell >= chase_diagram_n_cells (session->diagram)
      || chase_style_equal (chase_diagram_get_cell (session->diagram, cell)->style, style))
    return;
  edit = edit_with_style (session, cell, style);
  if (edit == NULL)
    return;
  chase_handles_add (select, chase_session_statement (session, cell));
  chase_session_commit (session, edit, name, NULL, select);
}

void
chase_session_reconnect (ChaseSession *session, guint32 cell, guint end, const ChaseEnd *to)
{
  guint arrow = chase_session_statement (session, cell);
  ChaseEdit *edit = arrow != G_MAXUINT ? chase_session_edit (session) : NULL;
  g_autoptr (GArray) select = chase_handles_new ();
  guint there;

  if (edit == NULL)
    return;
  if (to->cell != G_MAXUINT32)
    there = chase_session_statement (session, to->cell);
  else
    there = chase_edit_node_at (edit, to->column, to->row);
  if (there == CHASE_NO_HANDLE)
    there = chase_edit_add_node (edit, "", to->column, to->row);
  if (!chase_edit_reconnect (edit, arrow, end, there))
    {
      chase_edit_free (edit);
      chase_session_report (session, _ ("This arrow cannot end there"));
      return;
    }
  chase_handles_add (select, arrow);
  chase_session_commit (session, edit, _ ("Reconnect Arrow"), NULL, select);
}

static const char *
name_of_completion (ChaseCompletion what)
{
  switch (what)
    {
    case CHASE_COMPLETE_SQUARE:
      return _ ("Complete Square");
    case CHASE_COMPLETE_TRIANGLE:
      return _ ("Add Composite");
    case CHASE_COMPLETE_SPAN:
      return _ ("Add Span");
    case CHASE_COMPLETE_CONE:
      return _ ("Add Cone");
    case CHASE_COMPLETE_COCONE:
      return _ ("Add Cocone");
    case CHASE_COMPLETE_CYLINDER:
      return _ ("Add Cylinder");
    case CHASE_COMPLETE_AUTO:
    default:
      return _ ("Complete");
    }
}

GArray *
chase_session_complete (ChaseSession *session, ChaseCompletion what)
{
  g_autoptr (GArray) selected = chase_session_selected_statements (session);
  g_autoptr (GArray) made = NULL;
  ChaseEdit *edit = selected->len > 0 ? chase_session_edit (session) : NULL;
  GArray *blank = chase_handles_new ();

  if (edit != NULL)
    made = chase_edit_complete (edit, chase_handles_data (selected), selected->len, &what);
  if (made == NULL)
    {
      chase_edit_free (edit);
      chase_session_report (
          session, _ ("Select two arrows out of one object, or objects, to complete something"));
      return blank;
    }
  chase_session_commit (session, edit, name_of_completion (what), NULL, made);
  for (guint i = 0; i < made->len; i++)
    {
      guint32 cell = g_array_index (made, guint, i);

      if (cell != G_MAXUINT32 && chase_diagram_get_cell (session->diagram, cell)->label[0] == '\0')
        chase_handles_add (blank, cell);
    }
  return blank;
}

void
chase_session_arrange (ChaseSession *session, ChaseArrangement how)
{
  g_autoptr (GArray) selected = chase_session_selected_statements (session);
  ChaseEdit *edit = selected->len > 0 ? chase_session_edit (session) : NULL;

  if (edit == NULL)
    return;
  if (chase_edit_arrange (edit, chase_handles_data (selected), selected->len, how))
    chase_session_commit (session, edit,
                          how >= CHASE_DISTRIBUTE_ACROSS ? _ ("Distribute") : _ ("Align"), NULL,
                          selected);
  else
    {
      chase_edit_free (edit);
      chase_session_report (session, how >= CHASE_DISTRIBUTE_ACROSS
                                         ? _ ("Select objects in three or more columns or rows")
                                         : _ ("Select two or more objects to arrange"));
    }
}

void
chase_session_insert_space (ChaseSession *session, gboolean column, double at, double by)
{
  ChaseEdit *edit = chase_session_edit (session);

  if (edit == NULL)
    return;
  if (chase_edit_insert_space (edit, column, at, by) > 0)
    chase_session_commit (session, edit, column ? _ ("Insert Column") : _ ("Insert Row"), NULL,
                          NULL);
  else
    chase_edit_free (edit);
}

/* In the labels of @cells (of guint32); an undo step by the name of @step. */
static guint
replace_in (ChaseSession *session, const GArray *cells, const char *find, const char *with,
            const char *step)
{
  g_autoptr (GArray) handles = chase_handles_new ();
  ChaseEdit *edit = chase_session_edit (session);
  guint n_changed;

  if (edit == NULL)
    return 0;
  for (guint i = 0; i < cells->len; i++)
    chase_handles_add (handles,
                       chase_session_statement (session, g_array_index (cells, guint32, i)));
  n_changed
      = chase_edit_replace_in_labels (edit, chase_handles_data (handles), handles->len, find, with);
  if (n_changed > 0)
    chase_session_commit (session, edit, step, NULL, NULL);
  else
    chase_edit_free (edit);
  return n_changed;
}

guint
chase_session_replace (ChaseSession *session, const char *find, const char *with)
{
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < chase_diagram_n_cells (session->diagram); i++)
    g_array_append_val (cells, i);
  return replace_in (session, cells, find, with, _ ("Replace in Labels"));
}

gboolean
chase_session_replace_at (ChaseSession *session, guint32 cell, const char *find, const char *with)
{
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (guint32));

  g_array_append_val (cells, cell);
  return replace_in (session, cells, find, with, _ ("Replace in Label")) > 0;
}

void
chase_session_separate (ChaseSession *session)
{
  g_autoptr (GArray) selected = chase_session_selected_statements (session);
  ChaseEdit *edit = selected->len > 0 ? chase_session_edit (session) : NULL;
  guint n_done = 0;

  if (edit == NULL)
    return;
  for (guint i = 0; i < selected->len; i++)
    {
      guint handle = g_array_index (selected, guint, i);
      const ChaseStatement *before = chase_edit_get (edit, handle);
      gboolean shown = before != NULL && before->value != NULL;

      chase_edit_separate (edit, handle);
      n_done += shown && chase_edit_get (edit, handle)->value == NULL ? 1 : 0;
    }
  if (n_done > 0)
    chase_session_commit (session, edit, _ ("Set Apart"), NULL, selected);
  else
    chase_edit_free (edit);
}
