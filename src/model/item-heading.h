/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/document.h"

G_BEGIN_DECLS

/**
 * What the diagram @item is called before readers: its label, or else its name; NULL where that is
 * one that the program made up for what is called nothing yet ("drawing", "drawing_2", "F_image").
 * Borrowed.
 */
const char *
chase_item_heading (const ChaseItem *item);

G_END_DECLS
