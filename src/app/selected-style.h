/* SPDX-License-Identifier: MIT */
#pragma once

#include "app/session.h"

G_BEGIN_DECLS

/* How what is selected is drawn, for those who show it. */

/** The style of the first selected arrow, or of the first object where there is none (then *@arrow
 * is FALSE); NULL where nothing is selected. Borrowed. */
const ChaseStyle *
chase_selected_style (ChaseSession *session, gboolean *arrow);
/** TRUE where a loop is selected, and nothing else. */
gboolean
chase_selected_is_loop (ChaseSession *session);
/** TRUE where what is selected has a 2-cell, whose ends are arrows. */
gboolean
chase_selected_has_two_cell (ChaseSession *session);
/** The first hundred of the selected arrows, or else objects (of ChaseCell, borrowed). Caller
 * unrefs. */
GPtrArray *
chase_selected_cells (ChaseSession *session, gboolean arrows);
/** TRUE where there are @cells, and all are drawn as @word says of @key. */
gboolean
chase_cells_all_have (const GPtrArray *cells, const char *key, const char *word);
/** TRUE where one of these objects has an outline. */
gboolean
chase_cells_some_have_outlines (const GPtrArray *cells);

G_END_DECLS
