/* SPDX-License-Identifier: MIT */
#pragma once

#include "app/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * Lets @row be dragged as what the document of @session calls @name: dropped on another such row, a
 * category (or a drawing that is one) begins a functor, a functor a transformation. What begins
 * nothing cannot be dragged; on "Set" only something can be dropped.
 */
void
chase_begin_by_dragging (GtkWidget *row, ChaseSession *session, const char *name);

G_END_DECLS
