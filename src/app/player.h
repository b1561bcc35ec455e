/* SPDX-License-Identifier: MIT */
#pragma once

#include "app/canvas.h"

G_BEGIN_DECLS

/**
 * ChasePlayer:
 *
 * Shows why a face commutes, as a chase on the diagram: one path after the other, with the sentence
 * for each step, back and forth. Hidden while there is nothing to play.
 */
#define CHASE_TYPE_PLAYER (chase_player_get_type ())
G_DECLARE_FINAL_TYPE (ChasePlayer, chase_player, CHASE, PLAYER, GtkWidget)

/** Where the chase is seen. Borrowed: the canvas outlives the player. */
void
chase_player_set_canvas (ChasePlayer *player, ChaseCanvas *canvas);
/** Plays the proof of @face of @verdicts from its start; FALSE where that has no proof. */
gboolean
chase_player_start (ChasePlayer *player, ChaseVerdicts *verdicts, guint face);
void
chase_player_stop (ChasePlayer *player);
/** Goes @by steps forward, or back. */
void
chase_player_step (ChasePlayer *player, int by);
/** The path that is shown: 0 is the first one. */
guint
chase_player_get_place (ChasePlayer *player);

G_END_DECLS
