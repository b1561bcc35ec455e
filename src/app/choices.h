/* SPDX-License-Identifier: MIT */
#pragma once

#include "app/session.h"
#include "model/repair.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** The action win.fill that gives @gap the value @choice: its target. Floating. */
GVariant *
chase_choice_target (const ChaseGap *gap, const ChaseTerm *choice);
/** What @gap may be, each choice a win.fill. Caller unrefs. */
GMenu *
chase_choices_menu (const ChaseGap *gap);
/**
 * What may be said where @cell of the computed diagram that is shown stands: of the object or arrow
 * that a functor sends somewhere, of a component in a naturality square, of a function between
 * sets. NULL where nothing can. Caller owns it.
 */
ChaseGap *
chase_session_find_choices (ChaseSession *session, guint32 cell);
/** TRUE where @cell is a component that is missing, as far as is known by now. */
gboolean
chase_session_lacks_component (ChaseSession *session, guint32 cell);

G_END_DECLS
