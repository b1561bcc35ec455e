/* SPDX-License-Identifier: MIT */
#include "app/gallery.h"
#include "app/start.h"
#include "app/window-private.h"

gboolean
chase_window_is_starting (ChaseWindow *window)
{
  return gtk_stack_get_visible_child (window->stage) == GTK_WIDGET (window->start);
}

void
chase_window_show_start (ChaseWindow *window, gboolean start)
{
  if (start == chase_window_is_starting (window))
    return;
  if (start)
    chase_start_fill (window->start, window->fonts);
  gtk_stack_set_visible_child_name (window->stage, start ? "start" : "documents");
  chase_window_show_verdict (window);
  chase_window_show_title (window);
  if (start)
    gtk_widget_grab_focus (GTK_WIDGET (window->start));
  else if (window->page != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (window->page));
}

void
chase_window_toggle_start (ChaseWindow *window, GVariant *parameter)
{
  chase_window_show_start (window, !chase_window_is_starting (window));
}

void
chase_window_start_tour (ChaseWindow *window, GVariant *parameter)
{
  if (!chase_session_is_pristine (chase_window_get_session (window)))
    chase_window_add_page (window);
  chase_window_show_start (window, FALSE);
  chase_tour_start (window->tour);
}

void
chase_window_open_lesson (ChaseWindow *window, GVariant *parameter)
{
  g_autoptr (GPtrArray) chapters = chase_gallery_load ();
  const ChaseLesson *lesson = chase_gallery_find (chapters, g_variant_get_string (parameter, NULL));
  ChaseSession *session = chase_window_get_session (window);
  g_autoptr (ChaseDocument) document = NULL;

  if (lesson == NULL)
    return;
  document = chase_lesson_read (lesson);
  if (!chase_session_is_pristine (session))
    session = chase_page_get_session (chase_window_add_page (window));
  chase_session_load (session, document, NULL, lesson->title);
  chase_window_show_start (window, FALSE);
}
