/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/listed.h"

G_BEGIN_DECLS

/** Of a cone: leg i, then @first, is the same as leg j, then @second (of a cocone: before them). */
typedef struct
{
  guint32 i;
  guint32 first;
  guint32 j;
  guint32 second;
} ChaseConeCondition;

/**
 * ChaseCones:
 *
 * What a universal property in a finite category says: cones (@outward: of a limit) or cocones
 * over the objects @feet that fulfil the @conditions, and the one that is given: @legs (morphisms
 * of @all) of @apex.
 */
typedef struct
{
  const ChaseEnumerated *all;
  gboolean outward;
  GArray *feet;       /* of guint32 */
  GArray *conditions; /* of ChaseConeCondition */
  guint32 apex;
  GArray *legs; /* of guint32 */
} ChaseCones;

/** NULL where the category cannot be listed or is none of the document's. Caller frees. */
ChaseCones *
chase_cones_new (ChaseTheory *theory, const ChaseProposition *proposition, ChaseEnumerate enumerate,
                 gpointer data);
void
chase_cones_free (ChaseCones *cones);
/** Is @condition true of the legs number i and j of the same cone? */
gboolean
chase_cones_agree (const ChaseCones *cones, const ChaseConeCondition *condition, guint32 leg_i,
                   guint32 leg_j);
/** Can @morphism be the leg number @i of a cone of @apex? */
gboolean
chase_cones_is_leg (const ChaseCones *cones, guint32 apex, guint i, guint32 morphism);
/** The leg number @i of the given cone, after (of a cocone: before) the morphism @mediating. */
guint32
chase_cones_along (const ChaseCones *cones, guint32 mediating, guint i);
/** Does @morphism lead from @apex to the given one (of a cocone: back)? */
gboolean
chase_cones_mediates (const ChaseCones *cones, guint32 apex, guint32 morphism);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseCones, chase_cones_free)

G_END_DECLS
