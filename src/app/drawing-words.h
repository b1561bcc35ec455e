/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * Puts what is no name in a line of arrows and equations between backquotes, so that labels can be
 * typed as they are read: `F(f) : F(X) -> F(Y)`, `\eta_Y . F(f) = G(f) . \eta_X`. Names, what is
 * quoted already, identities, styles and strings stay. Caller frees. O(length).
 */
char *
chase_drawing_quote_labels (const char *text);

G_END_DECLS
