/* SPDX-License-Identifier: MIT */
#pragma once

#include "engine/check.h"
#include "evidence/tale.h"

G_BEGIN_DECLS

/**
 * The faces of the drawing @item that something can be told of: those of chase_check_faces (), and
 * for each equation of paths that the document checks and that is proved in the drawing one more,
 * the two sides of its proof, unless a face is proved between the same. Caller owns the array (of
 * ChaseCheckedFace), which may be empty.
 */
GPtrArray *
chase_tale_faces (ChaseTheory *theory, ChaseItem *item, const ChaseBudget *budget,
                  GCancellable *cancellable);

/**
 * What can be told of @diagram, that of @item, in the order of telling: of a computed diagram what
 * computes it; of a drawing its proofs as chases, the longest first, then the elements that run
 * both ways round a face: in the countermodel where the face was refuted by one, else in the first
 * functor to sets of the document that starts at the drawing's category, and there one that ends in
 * two places, if any does. @faces are those of chase_tale_faces (), or NULL. A proof that leaves
 * the drawing is not told. Caller owns the array (of ChaseTale), which may be empty.
 */
GPtrArray *
chase_tales (ChaseTheory *theory, ChaseItem *item, const ChaseDiagram *diagram,
             const GPtrArray *faces);

G_END_DECLS
