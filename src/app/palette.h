/* SPDX-License-Identifier: MIT */
#pragma once

#include "app/window.h"

G_BEGIN_DECLS

/**
 * Opens the command palette over @window: one line in which every action, style, template and
 * diagram is found by its words, and in which arrows and equations are typed to be drawn. @text is
 * what stands in it at first.
 */
void
chase_palette_open (ChaseWindow *window, const char *text);

G_END_DECLS
