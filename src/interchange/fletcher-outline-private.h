/* SPDX-License-Identifier: MIT */
#pragma once

#include "interchange/node-outline-private.h"

G_BEGIN_DECLS

/** Applies an argument of a node, `stroke: red`. FALSE where it says nothing of an outline, or
 * what cannot be drawn so. */
gboolean
chase_fletcher_outline_apply (ChaseNodeOutline *outline, const char *argument);
/** Says in @style what outline a node called @label (LaTeX) has. */
void
chase_fletcher_outline_put (const ChaseNodeOutline *outline, const char *label, ChaseStyle *style);
/** Appends the arguments that say the outline of @style, each behind a comma. */
void
chase_fletcher_outline_write (const ChaseStyle *style, GString *out);

G_END_DECLS
