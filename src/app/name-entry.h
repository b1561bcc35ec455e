/* SPDX-License-Identifier: MIT */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** What was typed, to be freed by nobody; NULL where it was given up. @left: the keyboard went
 * elsewhere by itself. */
typedef void (*ChaseNameTyped) (const char *text, gboolean left, gpointer data);

/**
 * Lets @label, which stands in a box, be typed over: an entry with its text, which a screen reader
 * calls @what, takes its place and the keyboard until Enter or Escape, or until the keyboard goes
 * elsewhere, which is as good as Enter. @data is the caller's and lives as long as @label. Returns
 * the entry, borrowed; NULL where it is being typed over already.
 */
GtkWidget *
chase_type_over (GtkLabel *label, const char *what, ChaseNameTyped typed, gpointer data);

G_END_DECLS
