/* SPDX-License-Identifier: MIT */
#include "app/show.h"
#include "app/window-private.h"

#include <glib/gi18n.h>

static void
present (ChaseWindow *window, gboolean here)
{
  ChaseSession *session = chase_window_get_session (window);
  g_autoptr (ChaseDeck) deck = NULL;

  if (chase_window_is_starting (window))
    return;
  chase_canvas_end_label (chase_window_get_canvas (window));
  deck = chase_deck_new (chase_session_get_document (session), window->fonts);
  if (chase_deck_n_slides (deck) == 0)
    {
      chase_window_toast (window, _ ("There is no diagram to present"));
      return;
    }
  chase_show_open (GTK_WINDOW (window), deck,
                   here ? chase_deck_find (deck, chase_session_get_item (session)) : 0);
}

void
chase_window_present (ChaseWindow *window, GVariant *parameter)
{
  present (window, FALSE);
}

void
chase_window_present_here (ChaseWindow *window, GVariant *parameter)
{
  present (window, TRUE);
}
