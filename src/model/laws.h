/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/theory.h"

G_BEGIN_DECLS

/**
 * ChaseLawClaim:
 *
 * One equation that a functor or a transformation has to keep. @number is that of the given
 * equation of the source (EQUATION) or of the arrow that it is about. @left and @right are arrays
 * of guint32: letters of paths from object
 * @source of the target's presentation, or, with @functions, the values of two functions from the
 * set with elements
 * @domain to the one with @codomain. Where the target is a functor category, it is about the
 * components at object
 * @at of its source; else @at is G_MAXUINT32.
 */
typedef enum
{
  CHASE_LAW_EQUATION,
  CHASE_LAW_IDEMPOTENT,
  CHASE_LAW_INVERSE,
  CHASE_LAW_NATURAL,
} ChaseLawReason;

typedef struct
{
  ChaseLawReason reason;
  guint32 number;
  guint32 at;
  gboolean functions;
  ChasePresentation *presentation; /* borrowed; of the paths */
  guint32 source;
  GArray *left;
  GArray *right;
  ChaseName **domain;
  ChaseName **codomain;
} ChaseLawClaim;

/**
 * ChaseLawList:
 *
 * All that has to hold. @broken is an arrow of the source whose declared property is not kept
 * whatever else is true (an isomorphism that goes to no bijection), or G_MAXUINT32; @broken_word
 * says which property. @obstacle is a sentence that says why the laws are not enough to be sure, or
 * NULL.
 */
typedef struct
{
  GPtrArray *claims; /* of ChaseLawClaim */
  guint32 broken;
  const char *broken_word;
  char *obstacle;
} ChaseLawList;

/** Returns an empty list, that is, nothing to keep. Caller owns it. */
ChaseLawList *
chase_law_list_new (void);
/** Adds a law with nothing on either side yet, about @number; borrowed from the list. */
ChaseLawClaim *
chase_law_list_add (ChaseLawList *list, ChaseLawReason reason, guint32 number);
/** The laws of @functor, which is written out (not of form TERM). Caller owns the list. */
ChaseLawList *
chase_functor_laws (const ChaseFunctor *functor);
/** The naturality squares of @transformation at every generator. Caller owns the list. */
ChaseLawList *
chase_naturality_laws (const ChaseTransformation *transformation);
/**
 * What has to hold for two transformations between the same functors to be equal: the equations of
 * their components, @at every object. Both are written out and of one form. Caller owns the list.
 */
ChaseLawList *
chase_transformation_equations (const ChaseTransformation *left, const ChaseTransformation *right);
void
chase_law_list_free (ChaseLawList *list);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseLawList, chase_law_list_free)

G_END_DECLS
