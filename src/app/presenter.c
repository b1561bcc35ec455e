/* SPDX-License-Identifier: MIT */
#include "app/show-private.h"

#include <glib/gi18n.h>

/*
 * What only the teacher sees: the notes, the next step, the time of day and how long it has taken.
 * The keys of the presentation work here too.
 */

typedef struct
{
  ChaseShow *show; /* not owned: the show closes this window before it goes */
  GtkLabel *place;
  GtkLabel *notes;
  GtkLabel *clock;
  GtkLabel *elapsed;
  GtkLabel *next_title;
  ChaseStage *now;
  ChaseStage *next;
  ChasePlace shown;
  ChaseTheme theme;
  gboolean any;
  gint64 start;
  guint timer;
} Presenter;

static void
presenter_free (gpointer data)
{
  Presenter *presenter = data;

  g_clear_handle_id (&presenter->timer, g_source_remove);
  g_free (presenter);
}

static gboolean
tell_time (gpointer data)
{
  Presenter *presenter = data;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *clock = g_date_time_format (now, "%R");
  int seconds = (int)((g_get_monotonic_time () - presenter->start) / G_TIME_SPAN_SECOND);
  g_autofree char *elapsed
      = seconds < 3600
            ? g_strdup_printf ("%d:%02d", seconds / 60, seconds % 60)
            : g_strdup_printf ("%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);

  gtk_label_set_label (presenter->clock, clock);
  gtk_label_set_label (presenter->elapsed, elapsed);
  return G_SOURCE_CONTINUE;
}

static void
show_picture (Presenter *presenter, ChaseStage *stage, const ChasePlace *place)
{
  g_autoptr (ChaseScene) scene = chase_deck_draw (presenter->show->deck, place,
                                                  chase_show_get_theme (presenter->show), FALSE);

  if (scene == NULL)
    return;
  chase_stage_set_scene (stage, scene);
  chase_stage_look (stage, NULL, TRUE);
}

static void
show_next (Presenter *presenter, ChasePlace place)
{
  gboolean more = chase_deck_next (presenter->show->deck, &place);
  g_autofree char *title = NULL;

  chase_stage_set_black (presenter->next, !more);
  title = more ? g_strdup_printf (_ ("Next: %s"),
                                  chase_deck_get_slide (presenter->show->deck, place.slide)->title)
               : g_strdup (_ ("The end"));
  gtk_label_set_label (presenter->next_title, title);
  if (more)
    show_picture (presenter, presenter->next, &place);
}

/* The show tells of every frame; only another place, or another theme, is drawn again. */
static void
update (Presenter *presenter)
{
  ChasePlace place = chase_show_get_place (presenter->show);
  const ChaseSlide *slide = chase_deck_get_slide (presenter->show->deck, place.slide);
  g_autofree char *notes = NULL;
  g_autofree char *words = NULL;

  if (presenter->any && place.slide == presenter->shown.slide && place.step == presenter->shown.step
      && presenter->theme == chase_show_get_theme (presenter->show))
    return;
  presenter->any = slide->diagram != NULL;
  presenter->shown = place;
  presenter->theme = chase_show_get_theme (presenter->show);
  notes = chase_deck_dup_notes (presenter->show->deck, &place);
  words = g_strdup_printf (_ ("%s, step %u of %u"), slide->title, place.step + 1, slide->last + 1);
  gtk_label_set_label (presenter->notes, *notes != '\0' ? notes : _ ("No notes for this step."));
  gtk_label_set_label (presenter->place, words);
  show_picture (presenter, presenter->now, &place);
  show_next (presenter, place);
}

static gboolean
key_pressed (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
             Presenter *presenter)
{
  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
    return GDK_EVENT_PROPAGATE;
  return chase_show_strike (presenter->show, key) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

static GtkLabel *
add_label (GtkWidget *box, const char *class, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, class);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static ChaseStage *
add_stage (GtkWidget *box)
{
  GtkWidget *frame = gtk_aspect_frame_new (0, 0, 16 / 9.0f, FALSE);
  GtkWidget *stage = chase_stage_new ();

  gtk_widget_set_size_request (frame, 360, 203);
  gtk_widget_set_can_target (stage, FALSE);
  gtk_widget_add_css_class (stage, "show-small");
  gtk_aspect_frame_set_child (GTK_ASPECT_FRAME (frame), stage);
  gtk_box_append (GTK_BOX (box), frame);
  return CHASE_STAGE (stage);
}

static GtkWidget *
make_left (Presenter *presenter)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *scroll = gtk_scrolled_window_new ();
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  presenter->place = add_label (box, "heading", "");
  presenter->notes = add_label (words, "show-notes", "");
  gtk_label_set_selectable (presenter->notes, FALSE);
  gtk_widget_set_valign (words, GTK_ALIGN_START);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), words);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroll, TRUE);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), scroll);
  return box;
}

static GtkWidget *
make_right (Presenter *presenter)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *times = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);

  presenter->clock = add_label (times, "show-clock", "");
  presenter->elapsed = add_label (times, "show-elapsed", "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (presenter->elapsed), _ ("Time since the start"));
  gtk_widget_set_hexpand (GTK_WIDGET (presenter->elapsed), TRUE);
  gtk_label_set_xalign (presenter->elapsed, 1);
  gtk_box_append (GTK_BOX (box), times);
  add_label (box, "dim-label", _ ("Now"));
  presenter->now = add_stage (box);
  presenter->next_title = add_label (box, "dim-label", "");
  presenter->next = add_stage (box);
  gtk_widget_set_hexpand (box, FALSE);
  return box;
}

static void
button_clicked (GtkButton *button, ChaseShow *show)
{
  gtk_widget_activate_action (GTK_WIDGET (show), g_object_get_data (G_OBJECT (button), "action"),
                              NULL);
}

static void
add_buttons (GtkWidget *box, ChaseShow *show)
{
  static const char *const buttons[][2] = { { "show.back", N_ ("Back") },
                                            { "show.next", N_ ("Next") },
                                            { "show.play", N_ ("Play") } };

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      GtkWidget *button = gtk_button_new_with_label (_ (buttons[i][1]));

      gtk_widget_set_hexpand (button, TRUE);
      gtk_widget_set_focus_on_click (button, FALSE);
      g_object_set_data (G_OBJECT (button), "action", (gpointer)buttons[i][0]);
      g_signal_connect_object (button, "clicked", G_CALLBACK (button_clicked), show, 0);
      gtk_box_append (GTK_BOX (box), button);
    }
}

static void
show_moved (ChaseShow *show, GtkWidget *window)
{
  update (g_object_get_data (G_OBJECT (window), "presenter"));
}

GtkWindow *
chase_presenter_new (ChaseShow *show)
{
  Presenter *presenter = g_new0 (Presenter, 1);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *left = make_left (presenter);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkEventController *keys = gtk_event_controller_key_new ();

  presenter->show = show;
  presenter->start = g_get_monotonic_time ();
  gtk_window_set_title (GTK_WINDOW (window), _ ("Presenter"));
  gtk_window_set_default_size (GTK_WINDOW (window), 860, 560);
  gtk_window_set_application (GTK_WINDOW (window), gtk_window_get_application (GTK_WINDOW (show)));
  gtk_widget_add_css_class (window, "presenter");
  add_buttons (buttons, show);
  gtk_box_append (GTK_BOX (left), buttons);
  gtk_box_append (GTK_BOX (columns), left);
  gtk_box_append (GTK_BOX (columns), make_right (presenter));
  gtk_widget_set_margin_top (columns, 18);
  gtk_widget_set_margin_bottom (columns, 18);
  gtk_widget_set_margin_start (columns, 18);
  gtk_widget_set_margin_end (columns, 18);
  gtk_window_set_child (GTK_WINDOW (window), columns);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed), presenter);
  gtk_widget_add_controller (window, keys);
  g_object_set_data_full (G_OBJECT (window), "presenter", presenter, presenter_free);
  g_signal_connect_object (show, "moved", G_CALLBACK (show_moved), window, 0);
  presenter->timer = g_timeout_add_seconds (1, tell_time, presenter);
  tell_time (presenter);
  update (presenter);
  return GTK_WINDOW (window);
}
