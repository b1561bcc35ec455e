/* SPDX-License-Identifier: MIT */
#pragma once

#include "engine/index.h"
#include "model/shape.h"

G_BEGIN_DECLS

/** A given equation read as an equation of diagram paths, between the nodes @from and @to. */
typedef struct
{
  guint32 from;
  guint32 to;
  guint32 relation;
  ChaseWord side[2]; /* edges; the letters belong to the ChaseLift */
} ChaseLifted;

/**
 * ChaseLift:
 *
 * How a diagram lies in its category. Where different nodes show different objects, and different
 * edges single different arrows (@embedded), equations of the category can be read in the diagram;
 * where the diagram shows every object and arrow, it is the category (@whole).
 */
typedef struct
{
  gboolean embedded;
  gboolean whole;
  GArray *lifted; /* of ChaseLifted */
  GArray *letters;
} ChaseLift;

void
chase_lift_init (ChaseLift *lift, const ChaseIndex *index, const ChaseShape *shape);
void
chase_lift_clear (ChaseLift *lift);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChaseLift, chase_lift_clear)

G_END_DECLS
