/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/document.h"

G_BEGIN_DECLS

/**
 * ChaseDualizer:
 *
 * What is needed to turn terms round. Set and the functor categories into it have no opposite in
 * the notation: functors and transformations into them stay what they are, and are read from the
 * opposite categories; all else is turned round.
 */
typedef struct
{
  const ChaseDocument *document;
  GHashTable *arrows; /* names of arrows in any category or diagram */
  GHashTable *drawn;  /* of nodes and edges that show something else -> the diagram's ChaseItem */
} ChaseDualizer;

/** The diagram drawn in a category (`diagram D in C`) that @term is the name of, or NULL. */
const ChaseItem *
chase_dual_drawing (const ChaseDualizer *dualizer, const ChaseTerm *term);
/** TRUE for Set, for a functor category into Set, and for names of such and of diagrams in them. */
gboolean
chase_dual_stays_category (const ChaseDualizer *dualizer, const ChaseTerm *term);
/** TRUE for a product of such a category and one that is turned round, and for its name. It stays
 * what it is: Set * C of the dual document is Set * C^op. */
gboolean
chase_dual_is_mixed (const ChaseDualizer *dualizer, const ChaseTerm *term);
/** TRUE for a functor into such a category. */
gboolean
chase_dual_stays_functor (const ChaseDualizer *dualizer, const ChaseTerm *term);
/** TRUE when @term speaks of functors, and not of arrows of these names. */
gboolean
chase_dual_is_functor (const ChaseDualizer *dualizer, const ChaseTerm *term);
/** TRUE for a transformation between such functors. */
gboolean
chase_dual_stays_transformation (const ChaseDualizer *dualizer, const ChaseTerm *term);
/** TRUE for a function: a path of values of such functors. */
gboolean
chase_dual_stays_path (const ChaseDualizer *dualizer, const ChaseTerm *term);
/** TRUE when @term speaks of transformations and not of arrows of these names. */
gboolean
chase_dual_is_transformation (const ChaseDualizer *dualizer, const ChaseTerm *term);

/* Each returns the dual of @term (NULL for NULL), which the caller owns. */
ChaseTerm *
chase_dual_category (const ChaseDualizer *dualizer, const ChaseTerm *term);
ChaseTerm *
chase_dual_functor (const ChaseDualizer *dualizer, const ChaseTerm *term);
ChaseTerm *
chase_dual_transformation (const ChaseDualizer *dualizer, const ChaseTerm *term);
/** A path or an object of @in, which is such a product, or a part of one. */
ChaseTerm *
chase_dual_mixed_path (const ChaseDualizer *dualizer, const ChaseTerm *in, const ChaseTerm *term);
/** A path or an object. */
ChaseTerm *
chase_dual_path (const ChaseDualizer *dualizer, const ChaseTerm *term);
/** A path or an object that @functor is applied to, or may be represented by. */
ChaseTerm *
chase_dual_argument (const ChaseDualizer *dualizer, const ChaseTerm *functor,
                     const ChaseTerm *term);

/* @value of a functor to @to, a product that keeps (also a part of it that turns round). */
ChaseTerm *
chase_dual_pair_value (const ChaseDualizer *dualizer, const ChaseTerm *to, const ChaseTerm *value);
/* The product with sets to which the functor called @functor goes; NULL where there is none. */
const ChaseTerm *
chase_dual_product_of (const ChaseDualizer *dualizer, const ChaseTerm *functor);

/** The dual of @original, which the caller owns. */
ChaseProposition *
chase_dual_proposition (const ChaseDualizer *dualizer, const ChaseProposition *original);

/** Puts @term, which it takes, in the place of *@slot. */
void
chase_dual_replace (ChaseTerm **slot, ChaseTerm *term);
/** Puts the @dual of each term of *@slot, which may be NULL, in its place. */
void
chase_dual_replace_list (const ChaseDualizer *dualizer, GPtrArray **slot,
                         ChaseTerm *(*dual) (const ChaseDualizer *dualizer, const ChaseTerm *term));

G_END_DECLS
