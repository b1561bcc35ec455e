/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/presentation.h"

/**
 * Builds a presentation from words: @objects "A B", @arrows "f:A>B g:B>A" where a name may be
 * preceded by letters for properties in brackets ("[m]f" mono, e epi, i iso, d idempotent, s split
 * mono, t split epi), and
 * @equations "f g = / g f =" with "/" between equations and an empty side for an identity at
 * the object that the other side starts from. Paths are in diagram order.
 */
ChasePresentation *
small_category (const char *objects, const char *arrows, const char *equations);
/** Reads "f g" into letters; borrowed until the array is freed. */
GArray *
small_path (ChasePresentation *presentation, const char *text);
ChaseWord
small_word (const GArray *letters);
