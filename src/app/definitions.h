/* SPDX-License-Identifier: MIT */
#pragma once

#include "app/session-actions.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ChaseDefinitions:
 *
 * The categories, functors and transformations of a document. A category that is dragged onto
 * another makes a functor, a functor onto another a transformation; a click opens the picture of
 * what it lands on.
 */
#define CHASE_TYPE_DEFINITIONS (chase_definitions_get_type ())
G_DECLARE_FINAL_TYPE (ChaseDefinitions, chase_definitions, CHASE, DEFINITIONS, GtkWidget)

void
chase_definitions_set_session (ChaseDefinitions *definitions, ChaseSession *session);
/** The row of the definition called @name ("Set" is the category of sets), or NULL. Borrowed. */
GtkWidget *
chase_definitions_get_row (ChaseDefinitions *definitions, const char *name);

G_END_DECLS
