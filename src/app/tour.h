/* SPDX-License-Identifier: MIT */
#pragma once

#include "app/player.h"
#include "app/session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * ChaseTour:
 *
 * The first steps with Arrowchase, each done by the user's own hand: it says what to do, sees when that is done, and goes
 * on, from an empty drawing to a square that is proved and exported. Hidden while nobody takes it.
 */
#define CHASE_TYPE_TOUR (chase_tour_get_type ())
G_DECLARE_FINAL_TYPE (ChaseTour, chase_tour, CHASE, TOUR, GtkWidget)

/** Begins with the first step. */
void
chase_tour_start (ChaseTour *tour);
void
chase_tour_stop (ChaseTour *tour);
/** The session that the user works in now, and the player of its page. */
void
chase_tour_follow (ChaseTour *tour, ChaseSession *session, ChasePlayer *player);
/** Tells it that something was exported. */
void
chase_tour_exported (ChaseTour *tour);
/** The step that is shown, from 0 on; that behind the last says farewell. */
guint
chase_tour_get_step (ChaseTour *tour);
/** The farewell's number. */
guint
chase_tour_get_n_steps (void);
/** FALSE until the tour has been started or put away once, on this or an earlier run. */
gboolean
chase_tour_is_known (void);

G_END_DECLS
