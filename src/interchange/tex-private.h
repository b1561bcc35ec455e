/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/tex.h"

G_BEGIN_DECLS

/**
 * Returns the argument of the \label that names the diagram whose text is [@start, @stop): the one
 * in front of it, behind @least, or the one behind it in what encloses it. NULL where there is none
 * that could be a name. Caller frees. Looks no farther than a fixed distance.
 */
char *
chase_tex_find_label (const char *text, gsize length, gsize least, gsize start, gsize stop);

G_END_DECLS
