/* SPDX-License-Identifier: MIT */
#pragma once

#include <gtk/gtk.h>

/* What is copied from a text view and pasted into it, as plain text. GTK 4.8 makes a text buffer of
 * either, which selects itself, and each selection keeps its text: nothing of that is ever freed.
 */

/** Lets @view copy, cut and paste plain text, and its text not be kept by what was selected in it.
 * Once it has a buffer, which may not become another. */
void
chase_text_clipboard_watch (GtkTextView *view);

/** Before the view of @buffer is let go of: ends its selection, which would keep @buffer. */
void
chase_text_clipboard_let_go (GtkTextBuffer *buffer);
