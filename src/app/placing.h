/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/diagram.h"
#include "model/document.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * Makes the diagram @item of @document ready to be drawn, on a worker thread: works it out where it
 * is a computed one, and finds places for the nodes that have none, or @afresh for all. @diagram is
 * what is known of it already, or NULL.
 */
void
chase_place_async (ChaseDocument *document, ChaseItem *item, ChaseDiagram *diagram, gboolean afresh,
                   GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
/** Returns the diagram, with a position at each node; caller owns it. NULL with @error. */
ChaseDiagram *
chase_place_finish (GAsyncResult *result, GError **error);
/** Something to look at until then: rows of a square, for the nodes that have no place. Caller owns
 * it. */
ChaseDiagram *
chase_place_plainly (const ChaseDiagram *diagram);
/** Returns the picture @now of a functor with its objects where @before has them: NULL where that
 * is not the same two categories. Caller owns it. */
ChaseDiagram *
chase_place_as_before (const ChaseDiagram *before, const ChaseDiagram *now);

G_END_DECLS
