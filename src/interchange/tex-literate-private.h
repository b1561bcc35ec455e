/* SPDX-License-Identifier: MIT */
#pragma once

#include "interchange/sketch-private.h"

G_BEGIN_DECLS

/** Are the @length bytes at @text a text for lhs2TeX, with code in it? O(n). */
gboolean
chase_tex_is_literate (const char *text, gsize length);
/** Sets what stands between bars in the labels of @sketch as code. */
void
chase_tex_show_code (ChaseSketch *sketch);

G_END_DECLS
