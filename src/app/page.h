/* SPDX-License-Identifier: MIT */
#pragma once

#include "app/canvas.h"
#include "app/cell-list.h"
#include "app/definitions.h"
#include "app/player.h"
#include "app/session.h"
#include "app/source-pane.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * ChasePage:
 *
 * What one tab of a window shows: the canvas of a session, a banner for what went wrong, and a line
 * with hints.
 */
#define CHASE_TYPE_PAGE (chase_page_get_type ())
G_DECLARE_FINAL_TYPE (ChasePage, chase_page, CHASE, PAGE, GtkWidget)

GtkWidget *
chase_page_new (ChaseSession *session, ChaseFonts *fonts);
/** Sets the labels in @fonts from now on, which the caller keeps. */
void
chase_page_set_fonts (ChasePage *page, ChaseFonts *fonts);
ChaseSession *
chase_page_get_session (ChasePage *page);
ChaseCanvas *
chase_page_get_canvas (ChasePage *page);
/** Shows @text above the canvas until it is closed; NULL hides it. */
void
chase_page_set_banner (ChasePage *page, const char *text);
/** What it says, or NULL while it is hidden. */
const char *
chase_page_get_banner (ChasePage *page);
/** Shows or hides the list of what the document holds. */
/** Shows or hides how what is selected is drawn. */
void
chase_page_toggle_inspector (ChasePage *page);
/** Shows or hides the text of the document. */
void
chase_page_toggle_source (ChasePage *page);
/** Gives the keyboard to the next of its panes that is open: the lists, the text, the canvas, the
 * style; round and round. */
void
chase_page_next_pane (ChasePage *page);
/** Lets the name of the diagram that is shown be typed over, in the list. */
void
chase_page_rename_diagram (ChasePage *page);
/** Plays the proof of a face on the canvas; FALSE where it has none. */
gboolean
chase_page_play (ChasePage *page, ChaseVerdicts *verdicts, guint face);
ChasePlayer *
chase_page_get_player (ChasePage *page);
ChaseSourcePane *
chase_page_get_source (ChasePage *page);
/** The lists at the left. Borrowed. */
ChaseDefinitions *
chase_page_get_definitions (ChasePage *page);
ChaseCellList *
chase_page_get_cells (ChasePage *page);
/** What a screen reader was told last. Borrowed. */
const char *
chase_page_get_spoken (ChasePage *page);
GtkWidget *
chase_page_get_inspector (ChasePage *page);
void
chase_page_toggle_outline (ChasePage *page);

G_END_DECLS
