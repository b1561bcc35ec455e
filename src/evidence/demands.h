/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/theory.h"

G_BEGIN_DECLS

/** One equation to keep: paths @left and @right of @presentation from its object @source, or, where
 * @presentation is NULL, two functions from the elements @domain to the elements @codomain, value
 * by value. */
typedef struct
{
  ChasePresentation *presentation;
  guint32 source;
  ChaseName **domain;
  ChaseName **codomain;
  GArray *left; /* of guint32 */
  GArray *right;
} ChaseDemand;

/**
 * ChaseDemands:
 *
 * The verifier's own account of what a functor, a transformation or an adjunction has to keep, in
 * the order of a report. @broken names an arrow of which what is declared is @lost, whatever the
 * equations say; @unsure: they are not all that has to be shown.
 */
typedef struct
{
  GPtrArray *list; /* of ChaseDemand */
  const char *broken;
  guint lost; /* its properties (ChaseProperty) */
  gboolean unsure;
} ChaseDemands;

/** No law yet. Caller owns it. */
ChaseDemands *
chase_demands_new (void);
/** One more, about paths, or functions @from (@a) -> @to (@b), nothing on either side yet. */
ChaseDemand *
chase_demands_add_paths (ChaseDemands *laws, ChasePresentation *presentation, guint32 source);
ChaseDemand *
chase_demands_add_functions (ChaseDemands *laws, const ChaseSets *from, guint32 a,
                             const ChaseSets *to, guint32 b);
void
chase_demands_free (ChaseDemands *laws);
ChaseWord
chase_demand_word (const GArray *letters);

/** A functor that is written out (not of form TERM): it keeps equations, inverses and idempotents.
 * Each result is the caller's. */
ChaseDemands *
chase_demands_of_functor (const ChaseFunctor *functor);
/** The same for a functor on @source whose values are @sets. */
ChaseDemands *
chase_demands_of_sets (const ChaseSets *sets, const ChasePresentation *source);
/** Are they all true, with all that is declared? */
gboolean
chase_demands_of_sets_hold (const ChaseSets *sets, const ChasePresentation *source);
/** The naturality squares of one that is written out. */
ChaseDemands *
chase_demands_of_transformation (const ChaseTransformation *alpha);
/** That two transformations between the same functors have the same components. */
ChaseDemands *
chase_demands_of_equality (const ChaseTransformation *left, const ChaseTransformation *right);
/** That @left is left adjoint to @right by this unit and counit; NULL where these do not run
 * between these functors, or something is not given by words. */
ChaseDemands *
chase_demands_of_adjunction (const ChaseFunctor *left, const ChaseFunctor *right,
                             const ChaseTransformation *eta, const ChaseTransformation *eps);
/** Are the two functions of every law the same, and is nothing else to show? */
gboolean
chase_demands_are_evident (const ChaseDemands *laws);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseDemands, chase_demands_free)

G_END_DECLS
