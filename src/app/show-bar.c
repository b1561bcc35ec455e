/* SPDX-License-Identifier: MIT */
#include "app/show-private.h"

#include <glib/gi18n.h>

#define HIDE_AFTER_MS 2600

static const double speeds[] = { 1, 0.5, 0.25 };

static gboolean
hide (gpointer data)
{
  ChaseShow *show = data;

  show->hide_bar = 0;
  gtk_revealer_set_reveal_child (GTK_REVEALER (show->bar), FALSE);
  if (chase_stage_get_tool (show->stage) == CHASE_TOOL_NONE)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (show->stage), "none");
  return G_SOURCE_REMOVE;
}

void
chase_show_reveal_bar (ChaseShow *show)
{
  g_clear_handle_id (&show->hide_bar, g_source_remove);
  show->hide_bar = g_timeout_add (HIDE_AFTER_MS, hide, show);
  gtk_revealer_set_reveal_child (GTK_REVEALER (show->bar), TRUE);
  if (chase_stage_get_tool (show->stage) == CHASE_TOOL_NONE)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (show->stage), NULL);
}

/* "Next step (Space)": with the first of the keys that do it. */
static char *
dup_tooltip (const char *action)
{
  guint n;
  const ChaseShowKey *keys = chase_show_keys (&n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (keys[i].action, action) && keys[i].title != NULL)
      {
        g_autofree char *key = gtk_accelerator_get_label (keys[i].key, 0);

        return g_strdup_printf ("%s (%s)", _ (keys[i].title), key);
      }
  return g_strdup ("");
}

static GtkWidget *
add_button (GtkWidget *box, const char *action, const char *icon)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  g_autofree char *name = g_strconcat ("show.", action, NULL);
  g_autofree char *tooltip = dup_tooltip (action);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip,
                                  -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), name);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
scrubbed (ChaseShow *show)
{
  if (!show->scrubbing)
    chase_stage_scrub (show->stage, gtk_adjustment_get_value (show->time));
}

static void
speed_clicked (ChaseShow *show)
{
  const char *label = gtk_button_get_label (GTK_BUTTON (show->speed));
  guint at = 0;

  for (guint i = 0; i < G_N_ELEMENTS (speeds); i++)
    {
      g_autofree char *text = g_strdup_printf ("%g×", speeds[i]);

      if (g_strcmp0 (text, label) == 0)
        at = (i + 1) % G_N_ELEMENTS (speeds);
    }
  {
    g_autofree char *text = g_strdup_printf ("%g×", speeds[at]);

    gtk_button_set_label (GTK_BUTTON (show->speed), text);
    chase_stage_set_speed (show->stage, speeds[at]);
  }
}

/* Play, the time, and how fast. */
static void
add_scrubber (ChaseShow *show, GtkWidget *bar)
{
  GtkWidget *scale;

  show->play_button = add_button (bar, "play", "media-playback-start-symbolic");
  show->scrubber = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  show->time = gtk_adjustment_new (0, 0, 1, 0.02, 0.1, 0);
  scale = gtk_scale_new (GTK_ORIENTATION_HORIZONTAL, show->time);
  gtk_widget_set_size_request (scale, 260, -1);
  gtk_widget_set_focusable (scale, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scale), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Time"),
                                  -1);
  g_signal_connect_swapped (show->time, "value-changed", G_CALLBACK (scrubbed), show);
  gtk_box_append (GTK_BOX (show->scrubber), scale);
  show->speed = gtk_button_new_with_label ("1×");
  gtk_widget_add_css_class (show->speed, "flat");
  gtk_widget_set_tooltip_text (show->speed, _ ("Speed"));
  gtk_widget_set_focus_on_click (show->speed, FALSE);
  g_signal_connect_swapped (show->speed, "clicked", G_CALLBACK (speed_clicked), show);
  gtk_box_append (GTK_BOX (show->scrubber), show->speed);
  gtk_box_append (GTK_BOX (bar), show->scrubber);
}

GtkWidget *
chase_show_make_bar (ChaseShow *show)
{
  static const char *const buttons[][2] = {
    { "ask", "dialog-question-symbolic" },
    { "verdicts", "object-select-symbolic" },   { "zoom", "zoom-fit-best-symbolic" },
    { "pointer", "find-location-symbolic" },    { "pen", "document-edit-symbolic" },
    { "dark", "weather-clear-night-symbolic" }, { "presenter", "accessories-text-editor-symbolic" },
    { "end", "window-close-symbolic" },
  };
  GtkWidget *revealer = gtk_revealer_new ();
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);

  gtk_widget_add_css_class (bar, "show-bar");
  add_button (bar, "back", "go-previous-symbolic");
  add_button (bar, "next", "go-next-symbolic");
  add_scrubber (show, bar);
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    add_button (bar, buttons[i][0], buttons[i][1]);
  gtk_revealer_set_transition_type (GTK_REVEALER (revealer),
                                    GTK_REVEALER_TRANSITION_TYPE_CROSSFADE);
  gtk_revealer_set_child (GTK_REVEALER (revealer), bar);
  gtk_widget_set_halign (revealer, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (revealer, GTK_ALIGN_END);
  return revealer;
}

void
chase_show_update_bar (ChaseShow *show)
{
  const ChaseSlide *slide = chase_deck_get_slide (show->deck, show->place.slide);
  gboolean played = chase_stage_get_motion (show->stage) != NULL;

  gtk_widget_set_visible (show->scrubber, played);
  gtk_widget_set_sensitive (show->play_button,
                            played || (slide->tales != NULL && slide->tales->len > 0));
  gtk_button_set_icon_name (GTK_BUTTON (show->play_button), chase_stage_is_playing (show->stage)
                                                                ? "media-playback-pause-symbolic"
                                                                : "media-playback-start-symbolic");
  show->scrubbing = TRUE;
  gtk_adjustment_set_value (show->time, chase_stage_get_time (show->stage));
  show->scrubbing = FALSE;
}
