/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/diagram.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * Finds places for the nodes of @diagram on a worker thread: for those that have none, or @afresh
 * for all.
 */
void
chase_place_async (ChaseDiagram *diagram, gboolean afresh, GCancellable *cancellable,
                   GAsyncReadyCallback callback, gpointer data);
/** Returns @diagram as it was given, with a position at each node; caller owns it. NULL with
 * @error. */
ChaseDiagram *
chase_place_finish (GAsyncResult *result, GError **error);
/** Something to look at until then: rows of a square, for the nodes that have no place. Caller owns
 * it. */
ChaseDiagram *
chase_place_plainly (const ChaseDiagram *diagram);

G_END_DECLS
