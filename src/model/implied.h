/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/theory.h"

G_BEGIN_DECLS

/**
 * ChaseImplication:
 *
 * Where a statement speaks of a category that is not written out, such as a slice of an infinite
 * category, other statements may decide it: if each of @parts[TRUE] (of ChaseProposition; possibly
 * none) holds, and each of @parts[FALSE] fails, then it holds (@conclude) or fails. What
 * implies a count is one other count, of as many.
 */
typedef struct
{
  GPtrArray *parts[2];
  gboolean conclude;
  const char *reason; /* instead of what the last part gives; or NULL */
} ChaseImplication;

/**
 * What may decide @proposition, in a fixed order: an array of ChaseImplication, empty where nothing
 * is known, which the caller owns. Each part speaks of categories that this one is made of. Not all
 * parts need make sense.
 */
GPtrArray *
chase_implications (ChaseTheory *theory, const ChaseProposition *proposition);

G_END_DECLS
