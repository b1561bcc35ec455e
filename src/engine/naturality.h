/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/listed.h"

G_BEGIN_DECLS

/**
 * ChaseNaturalSquare:
 *
 * A condition on the values of two variables: maps[p + value of u] = maps[q + value of v], or,
 * where @q is G_MAXSIZE, = the value of v itself.
 */
typedef struct
{
  guint32 u;
  guint32 v;
  gsize p;
  gsize q;
} ChaseNaturalSquare;

/**
 * ChaseNaturality:
 *
 * What the natural transformations from one functor to another are the solutions of. Between
 * Set-valued functors there is a variable for each element of the first (all sets one after the
 * other), and its values are the elements of the second at the same object. Between functors into
 * a finite category there is a variable for each object, and its value k is the component
 * choices[k] of that object.
 */
typedef struct
{
  guint32 n_variables;
  guint32 n_weighed; /* those of which the fingerprint speaks; the rest follow from them */
  guint32 *sizes;    /* how many values each variable may have */
  GArray *squares;   /* of ChaseNaturalSquare */
  GArray *maps;      /* of guint32 */
  /* what the values mean */
  ChasePresentation *source;
  ChaseSets *from; /* Set-valued functors; else NULL */
  ChaseSets *to;
  const ChaseEnumerated *target;
  GPtrArray *choices; /* of GArray of morphisms of target, by object; else NULL */
  gpointer *nodes;    /* private: of JSON, for the names of the elements of @to */
} ChaseNaturality;

/** @n_variables without any value or square. Caller frees. */
ChaseNaturality *
chase_naturality_new_free (const ChasePresentation *source, guint32 n_variables);
/** The conditions on transformations @from => @to; both are taken. Caller frees the result. */
ChaseNaturality *
chase_naturality_new_sets (const ChasePresentation *source, ChaseSets *from, ChaseSets *to);
/**
 * The same for two parallel functors, by listing what they stand on. NULL where that cannot be
 * listed, or they are no functors. Borrows what @enumerate gives. Caller frees.
 */
ChaseNaturality *
chase_naturality_new (const ChaseFunctor *from, const ChaseFunctor *to, ChaseEnumerate enumerate,
                      gpointer data);
/** The same for the two functors, or objects of Set or of a category [C, Set], that terms[0] and
 * terms[1] of @proposition name. */
ChaseNaturality *
chase_naturality_of (ChaseTheory *theory, const ChaseProposition *proposition,
                     ChaseEnumerate enumerate, gpointer data);
void
chase_naturality_free (ChaseNaturality *naturality);
/** Does @square hold of these values of u and v? */
gboolean
chase_naturality_agrees (const ChaseNaturality *naturality, const ChaseNaturalSquare *square,
                         guint32 u, guint32 v);
/** The variable @v may only have the values that @allowed marks: a square with itself. */
void
chase_naturality_restrict (ChaseNaturality *naturality, guint32 v, const gboolean *allowed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseNaturality, chase_naturality_free)

G_END_DECLS
