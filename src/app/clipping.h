/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/diagram.h"
#include "typeset/typeset.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * @diagram for the clipboard, as tikz-cd for what asks for TeX and as pictures with @text, its source,
 * inside. Each is made when somebody asks for it, since most copies are pasted where they were made.
 * @macros may be NULL. Caller owns it.
 */
GdkContentProvider *
chase_clipping_new (ChaseDiagram *diagram, const char *text, ChaseFonts *fonts,
                    ChaseMacros *macros);

G_END_DECLS
