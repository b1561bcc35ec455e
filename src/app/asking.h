/* SPDX-License-Identifier: MIT */
#pragma once

#include "app/verdicts.h"

G_BEGIN_DECLS

/*
 * A question of the user's own: are these two paths equal?
 */

/**
 * Are the edges among @cells, in any order, two paths that part at one node, meet at another and share none between?
 * If so, puts the edges of each, in diagram order, in @left and @right (of guint32, emptied first). O(n^2).
 */
gboolean
chase_paths_of_cells (const ChaseDiagram *diagram, const guint32 *cells, guint n, GArray *left,
                      GArray *right);

/**
 * Finds out on a worker thread whether the paths @left and @right of the diagram of @verdicts are equal, for at most
 * @seconds.
 */
void
chase_ask_paths_async (ChaseVerdicts *verdicts, const GArray *left, const GArray *right,
                       double seconds, GCancellable *cancellable, GAsyncReadyCallback callback,
                       gpointer data);
/** Returns verdicts of this one face, for a player or a countermodel; NULL when it was cancelled. Caller owns. */
ChaseVerdicts *
chase_ask_paths_finish (GAsyncResult *result, GError **error);

G_END_DECLS
