/* SPDX-License-Identifier: MIT */
#pragma once

#include "app/deck.h"
#include "app/stage.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ChaseShow:
 *
 * A presentation: the whole screen for the pictures of a deck, one step after the other, and a bar
 * that is there while the mouse moves. All that can be done is in the table of chase_show_keys (),
 * as actions "show.NAME". Escape ends it.
 *
 * Signal: "moved" when it has come to another place, or shows its place otherwise.
 */
#define CHASE_TYPE_SHOW (chase_show_get_type ())
G_DECLARE_FINAL_TYPE (ChaseShow, chase_show, CHASE, SHOW, GtkWindow)

/** What a key does. */
typedef struct
{
  guint key;          /* of GDK_KEY_ */
  const char *action; /* without "show." */
  const char *title;  /* NULL: another key for the one above */
} ChaseShowKey;

/** Opens the presentation of @deck at its slide @slide over @parent: on the second screen, where
 * there is one, with the presenter's window on the first. */
ChaseShow *
chase_show_open (GtkWindow *parent, ChaseDeck *deck, guint slide);
ChaseDeck *
chase_show_get_deck (ChaseShow *show);
ChaseStage *
chase_show_get_stage (ChaseShow *show);
ChasePlace
chase_show_get_place (ChaseShow *show);
ChaseTheme
chase_show_get_theme (ChaseShow *show);
/** The window with the notes, or NULL. */
GtkWindow *
chase_show_get_presenter (ChaseShow *show);
const ChaseShowKey *
chase_show_keys (guint *n);
/** Does what @key does in a presentation; FALSE for another key. */
gboolean
chase_show_strike (ChaseShow *show, guint key);

G_END_DECLS
