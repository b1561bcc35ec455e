/* SPDX-License-Identifier: MIT */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The lists beside the canvas, and what stands in their rows. */

/** An empty list that a screen reader calls @name. */
GtkListBox *
chase_list_new (const char *name);
/** Takes all rows out. */
void
chase_list_clear (GtkListBox *list);
/** A line of @text that ends in dots where there is no room; with the style class @style, or NULL.
 */
GtkWidget *
chase_row_label (const char *text, const char *style);
/** A text that goes on in further lines. */
GtkWidget *
chase_wrapped_label (const char *text);
/** @title, and below it in small letters up to two lines of @subtitle (may be NULL). */
GtkWidget *
chase_two_lines (const char *title, const char *subtitle);
/** What a screen reader says of a row: "Holds: f = g"; @verdict may be NULL. */
void
chase_name_row (GtkWidget *row, const char *verdict, const char *what);

G_END_DECLS
