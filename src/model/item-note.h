/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/document.h"

G_BEGIN_DECLS

/** Returns what follows @opening in the first comment above @item (may be NULL) that begins with
 * it, or NULL. Borrowed. */
const char *
chase_item_find_note (const ChaseItem *item, const char *opening);

G_END_DECLS
