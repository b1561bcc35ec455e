/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** The representative of the class of @x in the forest @parent, whose roots are their own parents. Halves the way there
 * (Tarjan and van Leeuwen, J. ACM 31 (1984) 245). */
static inline guint32
chase_class_of (guint32 *parent, guint32 x)
{
  while (parent[x] != x)
    x = parent[x] = parent[parent[x]];
  return x;
}

G_END_DECLS
