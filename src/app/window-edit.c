/* SPDX-License-Identifier: MIT */
#include "app/window-private.h"

#include <glib/gi18n.h>

/* The place of a word in a NULL-terminated list, or -1. */
static int
find_word (const char *const *words, GVariant *parameter)
{
  const char *word = g_variant_get_string (parameter, NULL);

  for (int i = 0; words[i] != NULL; i++)
    if (g_str_equal (words[i], word))
      return i;
  return -1;
}

static void
complete (ChaseWindow *window, ChaseCompletion what)
{
  ChaseCanvas *canvas = chase_window_get_canvas (window);
  g_autoptr (GArray) blank = NULL;

  chase_canvas_end_label (canvas);
  blank = chase_session_complete (chase_window_get_session (window), what);
  chase_canvas_reveal_selection (canvas);
  gtk_widget_grab_focus (GTK_WIDGET (canvas));
  chase_canvas_queue_labels (canvas, blank);
}

void
chase_window_complete (ChaseWindow *window, GVariant *parameter)
{
  complete (window, CHASE_COMPLETE_AUTO);
}

void
chase_window_complete_as (ChaseWindow *window, GVariant *parameter)
{
  static const char *const words[]
      = { "auto", "square", "composite", "span", "cone", "cocone", "cylinder", NULL };
  int which = find_word (words, parameter);

  if (which >= 0)
    complete (window, (ChaseCompletion)which);
}

void
chase_window_separate_named (ChaseWindow *window, GVariant *parameter)
{
  ChaseSession *session = chase_window_get_session (window);
  ChaseDiagram *diagram = chase_session_get_diagram (session);
  const char *name = g_variant_get_string (parameter, NULL);

  for (guint32 i = 0; i < chase_diagram_n_cells (diagram); i++)
    if (g_strcmp0 (chase_diagram_get_cell (diagram, i)->name, name) == 0)
      {
        chase_session_select (session, &i, 1);
        chase_session_separate (session);
        return;
      }
}

void
chase_window_arrange (ChaseWindow *window, GVariant *parameter)
{
  static const char *const words[]
      = { "left", "column", "right", "top", "row", "bottom", "across", "down", NULL };
  int which = find_word (words, parameter);

  if (which >= 0)
    chase_session_arrange (chase_window_get_session (window), (ChaseArrangement)which);
}

void
chase_window_insert_space (ChaseWindow *window, GVariant *parameter)
{
  gboolean column = g_str_equal (g_variant_get_string (parameter, NULL), "column");
  double at_column, at_row;

  chase_canvas_get_place (chase_window_get_canvas (window), &at_column, &at_row);
  chase_session_insert_space (chase_window_get_session (window), column,
                              column ? at_column : at_row, 1);
}

void
chase_window_insert_template (ChaseWindow *window, GVariant *parameter)
{
  ChaseCanvas *canvas = chase_window_get_canvas (window);
  double column, row;

  chase_canvas_get_place (canvas, &column, &row);
  chase_session_insert_template (chase_window_get_session (window),
                                 g_variant_get_string (parameter, NULL), column, row);
  chase_canvas_reveal_selection (canvas);
  gtk_widget_grab_focus (GTK_WIDGET (canvas));
}
