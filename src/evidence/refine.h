/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/finite.h"

G_BEGIN_DECLS

/**
 * Colours the morphisms of @c and @d, which have equally many, by @rounds rounds of looking at what
 * they compose to, and stops early when nothing changes. Colours are numbers given to whole
 * descriptions, compared byte by byte. FALSE where some colour is not equally frequent in both.
 * The arrays, of all morphisms, belong to the caller.
 */
gboolean
chase_refine (const ChaseFinite *c, const ChaseFinite *d, guint rounds, guint32 *colours_c,
              guint32 *colours_d);
/**
 * Is there an isomorphism that keeps these colours? By trying all morphisms in turn. -1 where that
 * takes more than @steps.
 */
int
chase_refined_isomorphism (const ChaseFinite *c, const ChaseFinite *d, const guint32 *colours_c,
                           const guint32 *colours_d, guint64 steps);
/** The full subcategory on one object of each class of isomorphic ones. Caller frees. */
ChaseFinite *
chase_refine_skeleton (const ChaseFinite *c);

G_END_DECLS
