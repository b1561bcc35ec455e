/* SPDX-License-Identifier: MIT */
#pragma once

#include "app/page.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * ChaseWindow:
 *
 * A window with a tab for each open document.
 */
#define CHASE_TYPE_WINDOW (chase_window_get_type ())
G_DECLARE_FINAL_TYPE (ChaseWindow, chase_window, CHASE, WINDOW, AdwApplicationWindow)

/** Returns a window with an empty drawing in it. */
ChaseWindow *
chase_window_new (AdwApplication *application, ChaseFonts *fonts);
/** Sets the labels of all that is open in @fonts from now on. */
void
chase_window_set_fonts (ChaseWindow *window, ChaseFonts *fonts);
/** Opens @file in a tab of its own, or in the present one where nothing was done. Goes to the tab
 * that has it already. */
void
chase_window_open (ChaseWindow *window, GFile *file);

G_END_DECLS
