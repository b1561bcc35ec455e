/* SPDX-License-Identifier: MIT */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ChaseLabelEditor:
 *
 * The small entry in which a cell's label is typed, right under the cell.
 *
 * Signals: "typed" (text) at each change by the user; "finished" (direction): 0 when the label is
 * done, +1 and -1 when the next, or the one before, is wanted.
 */
#define CHASE_TYPE_LABEL_EDITOR (chase_label_editor_get_type ())
G_DECLARE_FINAL_TYPE (ChaseLabelEditor, chase_label_editor, CHASE, LABEL_EDITOR, GtkWidget)

GtkWidget *
chase_label_editor_new (void);
/** Shows @text, all of it selected, or else @kind, what it is that is called, and takes the
 * keyboard.
 */
void
chase_label_editor_start (ChaseLabelEditor *editor, const char *text, const char *kind);
/** TRUE while the keyboard is in it. */
gboolean
chase_label_editor_has_focus (ChaseLabelEditor *editor);

G_END_DECLS
