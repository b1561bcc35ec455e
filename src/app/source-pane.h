/* SPDX-License-Identifier: MIT */
#pragma once

#include "app/session.h"
#include "app/text-menu.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ChaseSourcePane:
 *
 * The text of the document beside its picture. Both are views of one document: what is typed here
 * is drawn at once where it makes sense, and underlined with the message where it does not; what is
 * drawn is written here, comments kept.
 */
#define CHASE_TYPE_SOURCE_PANE (chase_source_pane_get_type ())
G_DECLARE_FINAL_TYPE (ChaseSourcePane, chase_source_pane, CHASE, SOURCE_PANE, GtkWidget)

void
chase_source_pane_set_session (ChaseSourcePane *pane, ChaseSession *session);
/** Where a menu of the text is asked for @wanted is called, see text-menu.h. Before @pane is shown.
 */
void
chase_source_pane_watch_menu (ChaseSourcePane *pane, ChaseTextMenuWanted wanted, gpointer data);
/** Puts the cursor to @line (from 1), and the keyboard. */
void
chase_source_pane_go_to (ChaseSourcePane *pane, guint line);
/** The same to where the @index-th item of the document begins. */
void
chase_source_pane_go_to_item (ChaseSourcePane *pane, guint index);
GtkTextView *
chase_source_pane_get_view (ChaseSourcePane *pane);
/** The first error of the text, or NULL. Borrowed. */
const char *
chase_source_pane_get_error (ChaseSourcePane *pane);

G_END_DECLS
