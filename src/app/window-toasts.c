/* SPDX-License-Identifier: MIT */
#include "app/window-private.h"

/* In microseconds of frames: longer than a toast needs to come in, 500 ms in the place of another.
 */
#define TOAST_COMES (650 * 1000)

/* A toast that leaves is let go at once: to dismiss it again while it fades would free it twice. */
static void
toast_dismissed (AdwToast *toast, ChaseWindow *window)
{
  if (window->toast == toast)
    g_clear_weak_pointer (&window->toast);
}

/* With a button for @action, where that is not NULL. */
static void
fill_toast (AdwToast *toast, const char *text, const char *button, const char *action)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1), *name = NULL;
  g_autoptr (GVariant) target = NULL;

  adw_toast_set_title (toast, escaped);
  adw_toast_set_timeout (toast, action != NULL ? 8 : 4);
  adw_toast_set_button_label (toast, action != NULL ? button : NULL);
  /* The target first: a name alone would not fit the action. */
  if (action == NULL || !g_action_parse_detailed_name (action, &name, &target, NULL))
    return;
  adw_toast_set_action_target_value (toast, target);
  adw_toast_set_action_name (toast, name);
}

/* Whether the toast that was added last can be clicked, or reached by the keyboard. */
static void
set_toast_reachable (ChaseWindow *window, gboolean reachable)
{
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (window->toasts));

  if (last == NULL || last == adw_toast_overlay_get_child (window->toasts))
    return;
  gtk_widget_set_can_target (last, reachable);
  gtk_widget_set_can_focus (last, reachable);
}

static gboolean
toast_comes (GtkWidget *toasts, GdkFrameClock *clock, gpointer data)
{
  ChaseWindow *window = data;
  gint64 now = gdk_frame_clock_get_frame_time (clock);

  if (window->toast_since == 0)
    window->toast_since = now;
  if (now - window->toast_since < TOAST_COMES)
    return G_SOURCE_CONTINUE;
  window->toast_coming = 0;
  set_toast_reachable (window, TRUE);
  return G_SOURCE_REMOVE;
}

/*
 * The newest is what the user has just done: it does not wait for those before it. libadwaita 1.2
 * uses what it has freed where a toast leaves before it is there, in frames that were drawn: one
 * that is still coming in is filled anew, and cannot be closed by hand, nor by Escape.
 */
void
chase_window_toast_with_button (ChaseWindow *window, const char *text, const char *button,
                                const char *action)
{
  AdwToast *toast;

  if (window->toast != NULL && window->toast_coming != 0)
    {
      fill_toast (window->toast, text, button, action);
      return;
    }
  if (window->toast != NULL)
    adw_toast_dismiss (window->toast);
  toast = adw_toast_new ("");
  fill_toast (toast, text, button, action);
  g_set_weak_pointer (&window->toast, toast);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (toast_dismissed), window, 0);
  adw_toast_overlay_add_toast (window->toasts, toast);
  set_toast_reachable (window, FALSE);
  window->toast_since = 0;
  if (window->toast_coming == 0)
    window->toast_coming
        = gtk_widget_add_tick_callback (GTK_WIDGET (window->toasts), toast_comes, window, NULL);
}

void
chase_window_toast (ChaseWindow *window, const char *text)
{
  chase_window_toast_with_button (window, text, NULL, NULL);
}

static gboolean
key_pressed (GtkEventController *controller, guint key, guint code, GdkModifierType state,
             ChaseWindow *window)
{
  return key == GDK_KEY_Escape && window->toast_coming != 0;
}

void
chase_window_guard_toasts (ChaseWindow *window)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed), window);
  gtk_widget_add_controller (adw_toast_overlay_get_child (window->toasts), keys);
}
