/* SPDX-License-Identifier: MIT */
#pragma once

#include "engine/clock.h"
#include "model/finite.h"

G_BEGIN_DECLS

/**
 * Is there an isomorphism from @c to @d? Colours of morphisms are refined by what they compose to,
 * in both categories at once, until nothing changes (Weisfeiler and Leman); what they leave open is
 * searched for by backtracking over objects and generators. When it holds, @objects (n_objects) and
 * @morphisms (all, identities too) say where each goes; both belong to the caller. When it fails,
 * *@rounds is how many rounds of refinement tell the two apart, or G_MAXUINT32 where only the
 * search did. Undecided when @clock ran out.
 */
ChaseVerdict
chase_finite_isomorphism (const ChaseFinite *c, const ChaseFinite *d, ChaseClock *clock,
                          guint32 *objects, guint32 *morphisms, guint32 *rounds);

/**
 * ChaseSkeleton:
 *
 * One object of each class of isomorphic ones and all morphisms between them: @objects and
 * @morphisms are their numbers in the category, @class_of the number here of each of its objects,
 * to[A] an isomorphism from A to the object of its class and from[A] its inverse.
 */
typedef struct
{
  ChaseFinite *finite;
  guint32 *objects;
  guint32 *morphisms;
  guint32 *class_of;
  guint32 *to;
  guint32 *from;
} ChaseSkeleton;

/** Returns the skeleton of @c. Free with chase_skeleton_free (). */
ChaseSkeleton *
chase_skeleton_new (const ChaseFinite *c);
void
chase_skeleton_free (ChaseSkeleton *skeleton);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseSkeleton, chase_skeleton_free)

G_END_DECLS
