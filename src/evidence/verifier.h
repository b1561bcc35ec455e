/* SPDX-License-Identifier: MIT */
#pragma once

#include "evidence/evidence.h"

G_BEGIN_DECLS

/**
 * ChasePatience:
 * @stop: is asked with @data from time to time, every thousand steps or so: TRUE ends the
 * verifying, which then refuses the evidence
 */
typedef struct
{
  gboolean (*stop) (gpointer data);
  gpointer data;
} ChasePatience;

/**
 * chase_verify_equation:
 * @presentation: the category, with its given equations and declared properties
 * @source: the object where both paths start
 * @left: (and @right) two parallel paths
 * @holds: the verdict that @evidence is to show: that they are equal, or that they are not
 * @error: set to CHASE_EVIDENCE_ERROR_REFUSED, with what is wrong
 *
 * TRUE when @evidence shows the verdict. For equality it must be a proof. For inequality a model:
 * every function total, every given equation true, monos injective, epis surjective, isos
 * bijective with their formal inverses, idempotents idempotent, and the two paths different at
 * the element named; or a complete rewriting system with two different normal forms, for categories
 * without declared cancellation. Time is linear in the evidence, but for the rewriting system.
 */
gboolean
chase_verify_equation (const ChasePresentation *presentation, guint32 source, ChaseWord left,
                       ChaseWord right, gboolean holds, const ChaseEvidence *evidence,
                       GError **error);

/** The same, as long as @patience (or NULL) lasts. */
gboolean
chase_verify_equation_within (const ChasePresentation *presentation, guint32 source, ChaseWord left,
                              ChaseWord right, gboolean holds, const ChaseEvidence *evidence,
                              const ChasePatience *patience, GError **error);

/** Is @model a functor to finite sets: do its functions satisfy every given equation, and have what
 * is declared of the arrows? */
gboolean
chase_verify_functor (const ChasePresentation *presentation, const ChaseModel *model,
                      GError **error);

/**
 * chase_verify_commutes:
 * @shape: the diagram
 * @strictly: whether two parallel single edges are compared as well
 * @holds: the verdict that @evidence is to show
 *
 * TRUE when @evidence shows the verdict. That it commutes is shown by laws: each with a proof, and
 * together enough; that they are enough is found by the verifier's own walk of the graph. On graphs
 * with cycles the laws have to name, for every node and breadth first, each path that is one edge
 * longer than the first path to its end, with that path. That it does not commute is shown by a
 * model (or normal forms) that names two diagram paths.
 */
gboolean
chase_verify_commutes (const ChaseShape *shape, gboolean strictly, gboolean holds,
                       const ChaseEvidence *evidence, GError **error);
/** The same, as long as @patience (or NULL) lasts. */
gboolean
chase_verify_commutes_within (const ChaseShape *shape, gboolean strictly, gboolean holds,
                              const ChaseEvidence *evidence, const ChasePatience *patience,
                              GError **error);

/**
 * Verifies that the system is complete, and counts the paths from @from to @to (G_MAXUINT32: any
 * object) that it does not rewrite: *@count is their number in decimal (caller frees), or NULL
 * where there are infinitely many.
 */
gboolean
chase_verify_count (const ChasePresentation *presentation, guint32 from, guint32 to,
                    const ChaseNormal *normal, const ChasePatience *patience, char **count,
                    GError **error);

G_END_DECLS
