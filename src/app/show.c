/* SPDX-License-Identifier: MIT */
#include "app/show-private.h"

#include "app/swatch.h"
#include "drawing/caption.h"

#include <glib/gi18n.h>
#include <math.h>

/* On a screen of this size the style sheet has words as a class reads them; on a larger one they
 * grow with it. */
#define WIDTH 1200.0
#define HEIGHT 800.0

enum
{
  SIGNAL_MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ChaseShow, chase_show, GTK_TYPE_WINDOW)

ChaseDeck *
chase_show_get_deck (ChaseShow *show)
{
  return show->deck;
}

ChaseStage *
chase_show_get_stage (ChaseShow *show)
{
  return show->stage;
}

ChasePlace
chase_show_get_place (ChaseShow *show)
{
  return show->place;
}

ChaseTheme
chase_show_get_theme (ChaseShow *show)
{
  return show->theme;
}

GtkWindow *
chase_show_get_presenter (ChaseShow *show)
{
  return show->presenter;
}

static void
set_class (GtkWidget *widget, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
set_size (GtkLabel *label, double words)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (words));
  gtk_label_set_attributes (label, attributes);
  pango_attr_list_unref (attributes);
}

void
chase_show_set_words (ChaseShow *show, double words)
{
  set_size (show->title, words);
  set_size (show->caption, words);
  set_size (show->count, words);
  chase_stage_set_words (show->stage, words);
}

static void
describe (ChaseShow *show)
{
  const ChaseSlide *slide = chase_deck_get_slide (show->deck, show->place.slide);
  const char *caption = gtk_label_get_text (show->caption);
  g_autofree char *text = g_strdup_printf (_ ("%s, step %u of %u. %s"), slide->title,
                                           show->place.step + 1, slide->last + 1, caption);

  gtk_accessible_update_property (GTK_ACCESSIBLE (show->stage), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  -1);
}

static void
show_words (ChaseShow *show)
{
  const ChaseSlide *slide = chase_deck_get_slide (show->deck, show->place.slide);
  ChaseMotion *motion = chase_stage_get_motion (show->stage);
  const char *caption = motion != NULL
                            ? chase_motion_get_caption (motion, chase_stage_get_time (show->stage))
                            : NULL;
  g_autofree char *markup = chase_caption_to_markup (caption != NULL ? caption : "");
  g_autofree char *count = g_strdup_printf (
      "%u / %u", chase_deck_index (show->deck, &show->place) + 1, chase_deck_n_places (show->deck));

  gtk_label_set_label (show->title, slide->headless ? "" : slide->title);
  gtk_label_set_markup (show->caption, markup);
  gtk_widget_set_visible (GTK_WIDGET (show->caption), caption != NULL);
  gtk_label_set_label (show->count, count);
  set_class (GTK_WIDGET (show), "dark", chase_theme_is_dark (show->theme));
}

void
chase_show_update (ChaseShow *show)
{
  show_words (show);
  chase_show_update_bar (show);
  describe (show);
  g_signal_emit (show, signals[SIGNAL_MOVED], 0);
}

static ChaseScene *
draw_place (ChaseShow *show)
{
  return chase_deck_draw (show->deck, &show->place, show->theme, show->verdicts);
}

static gboolean
make_room (ChaseShow *show)
{
  ChaseRect room;
  gboolean told = chase_deck_get_room (show->deck, &show->place, &room);

  return chase_stage_set_room (show->stage, told ? &room : NULL);
}

/* Looks at the picture with what will be told of it. */
static void
look (ChaseShow *show, const GArray *fresh, gboolean at_once)
{
  make_room (show);
  chase_stage_look (show->stage, fresh, at_once);
}

/* What was there becomes what is there now, and the camera looks at what has come. */
static void
go_by_motion (ChaseShow *show, ChaseScene *scene)
{
  ChaseScene *from = chase_stage_get_scene (show->stage);
  g_autoptr (GArray) fresh = chase_deck_fresh (show->deck, &show->place);

  chase_stage_change (show->stage, chase_motion_of_step (from, scene, show->theme));
  look (show, fresh, FALSE);
}

/* Another page: what it computes assembles itself when one comes to it from before. */
static void
go_to_page (ChaseShow *show, ChaseScene *scene, gboolean forward)
{
  const ChaseSlide *slide = chase_deck_get_slide (show->deck, show->place.slide);
  ChaseMotion *motion = NULL;

  show->next_play = 0;
  show->asked_to_play = FALSE;
  if (forward && slide->item->view != CHASE_VIEW_NONE)
    motion = chase_deck_play (show->deck, show->place.slide, 0, show->theme);
  if (motion != NULL)
    chase_stage_play (show->stage, motion);
  else
    chase_stage_set_scene (show->stage, scene);
  look (show, NULL, TRUE);
  chase_stage_veil (show->stage);
}

static void
go (ChaseShow *show, ChasePlace place)
{
  ChasePlace before = show->place;
  g_autoptr (ChaseScene) scene = NULL;

  show->place = place;
  chase_show_stop_asking (show);
  chase_stage_wipe (show->stage);
  scene = draw_place (show);
  if (scene == NULL)
    {
      chase_show_update (show);
      return;
    }
  if (before.slide == place.slide && chase_stage_get_scene (show->stage) != NULL)
    go_by_motion (show, scene);
  else
    go_to_page (show, scene,
                place.slide > before.slide || chase_stage_get_scene (show->stage) == NULL);
  chase_show_update (show);
}

void
chase_show_stop (ChaseShow *show)
{
  g_autoptr (ChaseScene) scene = draw_place (show);

  if (scene == NULL)
    return;
  chase_stage_stop (show->stage, scene);
  look (show, NULL, FALSE);
  chase_show_update (show);
}

void
chase_show_go_on (ChaseShow *show)
{
  ChasePlace place = show->place;

  chase_stage_set_black (show->stage, FALSE);
  if (chase_stage_get_motion (show->stage) != NULL && chase_stage_get_time (show->stage) < 1)
    chase_stage_scrub (show->stage, 1);
  else if (chase_deck_next (show->deck, &place))
    go (show, place);
  else
    chase_show_stop (show);
}

void
chase_show_go_back (ChaseShow *show)
{
  ChasePlace place = show->place;

  chase_stage_set_black (show->stage, FALSE);
  if (chase_stage_get_motion (show->stage) != NULL && show->asked_to_play)
    chase_show_stop (show);
  else if (chase_deck_back (show->deck, &place))
    go (show, place);
}

void
chase_show_go_to (ChaseShow *show, ChasePlace place)
{
  go (show, place);
}

/* A worker has found out more about a slide. */
static void
deck_changed (ChaseShow *show, guint slide)
{
  g_autoptr (ChaseScene) scene = NULL;

  if (slide == show->place.slide && chase_stage_get_motion (show->stage) == NULL)
    {
      if (chase_stage_get_scene (show->stage) == NULL)
        {
          go (show, show->place);
          return;
        }
      scene = draw_place (show);
      if (scene != NULL && show->verdicts)
        chase_stage_set_scene (show->stage, scene);
      if (make_room (show) && !chase_stage_is_zoomed (show->stage))
        chase_stage_look (show->stage, NULL, FALSE);
    }
  chase_show_update (show);
}

#define TAP 24 /* pixels: a finger that moves on is none */

static gboolean
is_touched (gpointer gesture)
{
  GdkEvent *event = gtk_event_controller_get_current_event (gesture);

  return event != NULL && gdk_event_get_event_sequence (event) != NULL;
}

static void
pressed (GtkGestureClick *gesture, int n_press, double x, double y, ChaseShow *show)
{
  show->press = (ChasePoint){ x, y };
  show->pinched = FALSE;
  /* A mouse has shown it by coming here. */
  if (is_touched (gesture))
    chase_show_reveal_bar (show);
}

static void
clicked (GtkGestureClick *gesture, int n_press, double x, double y, ChaseShow *show)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  gboolean touch = is_touched (gesture);

  if (chase_stage_get_tool (show->stage) == CHASE_TOOL_PEN)
    return;
  if (touch && (show->pinched || hypot (x - show->press.x, y - show->press.y) > TAP))
    return;
  if (chase_show_is_asking (show) && button == GDK_BUTTON_PRIMARY)
    {
      chase_show_answer_click (show, chase_stage_to_scene (show->stage, x, y));
      return;
    }
  if (button == GDK_BUTTON_SECONDARY
      || (touch && x < gtk_widget_get_width (GTK_WIDGET (show->stage)) / 3.0))
    chase_show_go_back (show);
  else if (button == GDK_BUTTON_PRIMARY)
    chase_show_go_on (show);
}

static void
swiped (GtkGestureSwipe *gesture, double across, double along, ChaseShow *show)
{
  if (show->pinched || ABS (across) < 300 || ABS (across) < 2 * ABS (along))
    return;
  if (across < 0)
    chase_show_go_on (show);
  else
    chase_show_go_back (show);
}

/* Two fingers zoom the stage: then the first of them is no tap. */
static void
pinch_began (ChaseShow *show)
{
  show->pinched = TRUE;
}

static gboolean
key_pressed (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
             ChaseShow *show)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (show));

  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Escape && chase_show_is_asking (show))
    {
      chase_show_stop_asking (show);
      return GDK_EVENT_STOP;
    }
  /* A line of text has no use for the keys of a clicker. */
  if (focus != NULL && GTK_IS_EDITABLE (focus) && key != GDK_KEY_Escape && key != GDK_KEY_Page_Up
      && key != GDK_KEY_Page_Down)
    return GDK_EVENT_PROPAGATE;
  return chase_show_strike (show, key) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

static GtkLabel *
new_label (GtkWidget *overlay, const char *class, GtkAlign across, GtkAlign along)
{
  GtkWidget *label = gtk_label_new ("");

  gtk_widget_add_css_class (label, class);
  gtk_widget_set_halign (label, across);
  gtk_widget_set_valign (label, along);
  gtk_widget_set_can_target (label, FALSE);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), label);
  return GTK_LABEL (label);
}

static void
add_controllers (ChaseShow *show)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *swipe = gtk_gesture_swipe_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed), show);
  gtk_widget_add_controller (GTK_WIDGET (show), keys);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (chase_show_reveal_bar), show);
  gtk_widget_add_controller (GTK_WIDGET (show), motion);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed), show);
  g_signal_connect (click, "released", G_CALLBACK (clicked), show);
  gtk_widget_add_controller (GTK_WIDGET (show->stage), GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (swipe), TRUE);
  g_signal_connect (swipe, "swipe", G_CALLBACK (swiped), show);
  gtk_widget_add_controller (GTK_WIDGET (show->stage), GTK_EVENT_CONTROLLER (swipe));
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_began), show);
  gtk_widget_add_controller (GTK_WIDGET (show->stage), GTK_EVENT_CONTROLLER (pinch));
}

/* The monitor that the parent is on, and another one where there is. Caller unrefs both. */
static void
find_monitors (GtkWindow *parent, GdkMonitor **own, GdkMonitor **other)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (parent));
  GListModel *monitors = gdk_display_get_monitors (display);
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (parent));

  *own = surface != NULL ? gdk_display_get_monitor_at_surface (display, surface) : NULL;
  *own = *own != NULL ? g_object_ref (*own) : g_list_model_get_item (monitors, 0);
  *other = NULL;
  for (guint i = 0; i < g_list_model_get_n_items (monitors) && *other == NULL; i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);

      if (monitor != *own)
        *other = g_object_ref (monitor);
    }
}

static void
fill_screen (ChaseShow *show, GtkWindow *parent)
{
  g_autoptr (GdkMonitor) own = NULL;
  g_autoptr (GdkMonitor) other = NULL;
  GdkMonitor *monitor;
  GdkRectangle area;

  find_monitors (parent, &own, &other);
  monitor = other != NULL ? other : own;
  if (monitor == NULL)
    return;
  gdk_monitor_get_geometry (monitor, &area);
  chase_show_set_words (show, MAX (1, MIN (area.width / WIDTH, area.height / HEIGHT)));
  gtk_window_set_default_size (GTK_WINDOW (show), area.width, area.height);
  gtk_window_fullscreen_on_monitor (GTK_WINDOW (show), monitor);
  if (other != NULL)
    gtk_widget_activate_action (GTK_WIDGET (show), "show.presenter", NULL);
}

ChaseShow *
chase_show_open (GtkWindow *parent, ChaseDeck *deck, guint slide)
{
  GtkApplication *application = gtk_window_get_application (parent);
  ChaseShow *show = g_object_new (CHASE_TYPE_SHOW, "application", application, "title",
                                  _ ("Presentation"), "decorated", FALSE, NULL);

  show->deck = g_object_ref (deck);
  show->theme = chase_theme_of_system ();
  g_signal_connect_object (deck, "changed", G_CALLBACK (deck_changed), show, G_CONNECT_SWAPPED);
  if (application != NULL)
    show->inhibited = gtk_application_inhibit (application, GTK_WINDOW (show),
                                               GTK_APPLICATION_INHIBIT_IDLE, _ ("Presenting"));
  show->place = (ChasePlace){ slide, 0 };
  go (show, show->place);
  fill_screen (show, parent);
  gtk_window_present (GTK_WINDOW (show));
  return show;
}

static void
chase_show_dispose (GObject *object)
{
  ChaseShow *show = CHASE_SHOW (object);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (show));

  g_clear_handle_id (&show->hide_bar, g_source_remove);
  if (show->inhibited != 0 && application != NULL)
    gtk_application_uninhibit (application, show->inhibited);
  show->inhibited = 0;
  if (show->presenter != NULL)
    gtk_window_destroy (show->presenter);
  g_clear_weak_pointer (&show->presenter);
  chase_show_free_question (show);
  if (show->deck != NULL)
    chase_deck_close (show->deck);
  g_clear_object (&show->deck);
  G_OBJECT_CLASS (chase_show_parent_class)->dispose (object);
}

static void
chase_show_class_init (ChaseShowClass *class)
{
  G_OBJECT_CLASS (class)->dispose = chase_show_dispose;
  signals[SIGNAL_MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
  chase_show_add_actions (class);
}

static void
chase_show_init (ChaseShow *show)
{
  GtkWidget *overlay = gtk_overlay_new ();

  gtk_widget_add_css_class (GTK_WIDGET (show), "show");
  show->stage = CHASE_STAGE (chase_stage_new ());
  gtk_overlay_set_child (GTK_OVERLAY (overlay), GTK_WIDGET (show->stage));
  show->title = new_label (overlay, "show-title", GTK_ALIGN_CENTER, GTK_ALIGN_START);
  show->caption = new_label (overlay, "show-caption", GTK_ALIGN_CENTER, GTK_ALIGN_END);
  show->count = new_label (overlay, "show-count", GTK_ALIGN_END, GTK_ALIGN_END);
  chase_show_set_words (show, 1);
  show->bar = chase_show_make_bar (show);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), show->bar);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), chase_show_make_question (show));
  gtk_window_set_child (GTK_WINDOW (show), overlay);
  g_signal_connect_swapped (show->stage, "moved", G_CALLBACK (chase_show_update), show);
  add_controllers (show);
}
