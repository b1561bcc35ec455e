/* SPDX-License-Identifier: MIT */
#pragma once

#include "app/session-actions.h"
#include "drawing/draw.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ChaseCanvas:
 *
 * The page on which a session's diagram is drawn and edited by hand.
 *
 * Signals: "hint-changed" when what the pointer could do has changed, see chase_canvas_get_hint ();
 * "view-changed" when it was zoomed or moved; "menu-wanted" (x, y) for a context menu.
 */
#define CHASE_TYPE_CANVAS (chase_canvas_get_type ())
G_DECLARE_FINAL_TYPE (ChaseCanvas, chase_canvas, CHASE, CANVAS, GtkWidget)

GtkWidget *
chase_canvas_new (ChaseSession *session, ChaseFonts *fonts);
/** Sets the labels in @fonts from now on. */
void
chase_canvas_set_fonts (ChaseCanvas *canvas, ChaseFonts *fonts);
/** One line that says what can be done where the pointer is. Static or borrowed until the next
 * change. */
const char *
chase_canvas_get_hint (ChaseCanvas *canvas);
double
chase_canvas_get_zoom (ChaseCanvas *canvas);
/** Zooms about the middle of the view. */
void
chase_canvas_zoom_by (ChaseCanvas *canvas, double factor);
void
chase_canvas_zoom_to (ChaseCanvas *canvas, double zoom);
/** Brings the whole diagram into view, enlarging it no more than to its natural size. */
void
chase_canvas_fit (ChaseCanvas *canvas);
/** A pane beside it was asked for, or away: when the canvas gets its new size the picture takes its
 * place in it, though the pointer be on it. */
void
chase_canvas_expect_room (ChaseCanvas *canvas);
/** Brings what is selected into view. */
void
chase_canvas_reveal_selection (ChaseCanvas *canvas);
/** The same, and from under @covered (in pixels of the canvas), where there is room beside it. */
void
chase_canvas_reveal_beside (ChaseCanvas *canvas, const ChaseRect *covered);
/** Starts typing the label of @cell. */
void
chase_canvas_edit_label (ChaseCanvas *canvas, guint32 cell);
/** The same with the @tag-th further label of an arrow; G_MAXUINT: its own. */
void
chase_canvas_edit_tag (ChaseCanvas *canvas, guint32 cell, guint tag);
/** The same with the name of the element that @cell shows in a picture of sets; FALSE elsewhere. */
gboolean
chase_canvas_rename_element (ChaseCanvas *canvas, guint32 cell);
/** Ends typing, if there is any. */
void
chase_canvas_end_label (ChaseCanvas *canvas);
/** The place of the grid where the next thing would go: under the pointer, or the focus cell. */
void
chase_canvas_get_place (ChaseCanvas *canvas, double *column, double *row);

/** What it draws; borrowed. */
ChaseSession *
chase_canvas_get_session (ChaseCanvas *canvas);
/** The labels that it draws with, set; borrowed until its fonts change. */
ChaseLabelCache *
chase_canvas_get_labels (ChaseCanvas *canvas);
/** Lights up the cells of @path, and lets those of @fresh glow (of guint32; NULL: none). */
void
chase_canvas_set_chase (ChaseCanvas *canvas, const GArray *path, const GArray *fresh);
/** The face whose mark is under the pointer, or G_MAXUINT32. */
guint32
chase_canvas_get_pointed_face (ChaseCanvas *canvas);
/** Takes cells that wait for a label (of guint32), and starts with the first. */
void
chase_canvas_queue_labels (ChaseCanvas *canvas, GArray *cells);

/** Shows a code at every cell in view; what is typed then selects, or with @adding joins the
 * selection. */
void
chase_canvas_ask_code (ChaseCanvas *canvas, gboolean adding);

/** Lets clicks add to the selection and drags select what is inside, until that is over: for those
 * who have no Shift key at hand. */
void
chase_canvas_select_several (ChaseCanvas *canvas, gboolean several);
gboolean
chase_canvas_selects_several (ChaseCanvas *canvas);

G_END_DECLS
