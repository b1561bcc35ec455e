/* SPDX-License-Identifier: MIT */
#include "show-hand.h"

ChaseStage *
show_stage (void)
{
  return chase_show_get_stage (gui_show ());
}

static gboolean
has_show (void)
{
  return gui_show () != NULL && show_stage ()->placed;
}

static gboolean
has_no_show (void)
{
  return gui_show () == NULL;
}

void
show_begin (const char *key)
{
  gui_key (key);
  gui_wait (has_show, "the presentation");
  gui_focus (GTK_WIDGET (gui_show ()));
}

void
show_open (const char *name, const char *text, const char *key)
{
  g_autofree char *path = gui_path (name);
  const char *paths[] = { path, NULL };

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  gui_start (paths);
  show_begin (key);
}

void
show_leave (void)
{
  gui_key ("Escape");
  gui_wait (has_no_show, "the end");
}

void
show_end (void)
{
  show_leave ();
  gui_stop ();
}

void
show_assert_place (guint slide, guint step)
{
  ChasePlace place = chase_show_get_place (gui_show ());

  g_assert_cmpuint (place.slide, ==, slide);
  g_assert_cmpuint (place.step, ==, step);
}

gboolean
show_is_at_rest (void)
{
  return show_stage ()->change == NULL && show_stage ()->camera_t >= 1 && show_stage ()->veil <= 0;
}

gboolean
show_has_arrived (void)
{
  return chase_stage_get_time (show_stage ()) >= 1;
}

gboolean
show_has_scrubber (void)
{
  return gtk_widget_get_mapped (gui_show ()->scrubber)
         && gtk_widget_get_width (gui_show ()->scrubber) > 0;
}

const char *
show_said (void)
{
  static char text[512];
  GtkWidget *panel = chase_show_get_question (gui_show ());
  GtkWidget *label = gtk_widget_get_last_child (panel);

  g_strlcpy (text, gtk_label_get_label (GTK_LABEL (label)), sizeof text);
  return text;
}

gboolean
show_says_right (void)
{
  return g_str_equal (show_said (), "Right!");
}

gboolean
show_says_wrong (void)
{
  return g_str_has_prefix (show_said (), "Not so")
         || g_str_has_prefix (show_said (), "it goes from");
}

ChasePoint
show_on_stage (ChasePoint place)
{
  GtkWidget *widget = GTK_WIDGET (show_stage ());
  ChaseCamera camera = chase_stage_get_camera (show_stage ());

  return (ChasePoint){
    gtk_widget_get_width (widget) / 2.0 + (place.x - camera.centre.x) * camera.scale,
    gtk_widget_get_height (widget) / 2.0 + (place.y - camera.centre.y) * camera.scale
  };
}

void
show_click_cell (guint32 cell)
{
  ChasePoint at;

  g_assert_true (chase_scene_cell_centre (chase_stage_get_scene (show_stage ()), cell, &at));
  at = show_on_stage (at);
  gui_click_at (GTK_WIDGET (show_stage ()), at.x, at.y);
}

static gboolean
is_button (GtkWidget *widget, gconstpointer label)
{
  return GTK_IS_BUTTON (widget)
         && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

void
show_click_button (GtkWidget *widget, const char *label)
{
  GtkWidget *button = gui_find_below (widget, is_button, label);

  g_assert_nonnull (button);
  for (guint i = 0; i < 40 && gtk_widget_get_width (button) == 0; i++)
    gui_settle (); /* it was shown by what came just before */
  g_assert_true (gtk_widget_get_mapped (button));
  gui_click_widget (button);
}

const char *
show_label (guint slide, guint32 cell)
{
  const ChaseSlide *shown = chase_deck_get_slide (chase_show_get_deck (gui_show ()), slide);

  return chase_diagram_get_cell (shown->diagram, cell)->label;
}

void
show_shoot (const char *name)
{
  gui_wait (show_is_at_rest, "rest");
  gui_shoot_widget (GTK_WIDGET (gui_show ()), name);
}
