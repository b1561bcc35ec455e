/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

/* The settings of a desktop, as they come to a program while it runs. */

/** Sets the text of all programs at @factor times its size, by the XSETTINGS of the display.
 * Source: "XSETTINGS protocol", freedesktop.org, version 0.5. */
void
desktop_scale_text (double factor);
/** Turns high contrast on or off; FALSE where the desktop's settings are not installed. */
gboolean
desktop_contrast (gboolean high);
