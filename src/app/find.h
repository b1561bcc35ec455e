/* SPDX-License-Identifier: MIT */
#pragma once

#include "app/window.h"

G_BEGIN_DECLS

/** Asks what to replace in the labels of the diagram, and by what, and does it. */
void
chase_find_open (ChaseWindow *window);

G_END_DECLS
