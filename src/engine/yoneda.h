/* SPDX-License-Identifier: MIT */
#pragma once

#include "engine/naturality.h"

G_BEGIN_DECLS

/**
 * ChaseYoneda:
 *
 * A Set-valued functor P on a finite category and one of its objects A: the conditions on the
 * transformations Hom (A, -) => P, of which the value at the identity of A is the variable
 * @identity. (Where P starts from C^op, Hom (A, -) of C^op is Hom (-, A) of C.)
 */
typedef struct
{
  ChaseNaturality *naturality;
  const ChaseEnumerated *all;
  guint32 object;
  guint32 *variable; /* of every morphism from the object */
  guint32 identity;
  guint32 n_elements; /* of P (A) */
} ChaseYoneda;

/** NULL where the category or the functor cannot be listed. Caller frees. */
ChaseYoneda *
chase_yoneda_new (const ChaseFunctor *functor, guint32 object, ChaseEnumerate enumerate,
                  gpointer data);
void
chase_yoneda_free (ChaseYoneda *yoneda);
/** The transformation that sends a morphism m to P (m) (x), into @values. */
void
chase_yoneda_transformation (const ChaseYoneda *yoneda, guint32 x, guint32 *values);
/** The morphism that is the element @x of Hom (A, @at). */
guint32
chase_yoneda_morphism (const ChaseYoneda *yoneda, guint32 at, guint32 x);
/** The name of the element @x of P (A). */
const char *
chase_yoneda_element (const ChaseYoneda *yoneda, guint32 x);
/**
 * Where the transformation @values is no bijection: the object *@at, and either two elements *@one
 * and *@two of its Hom set that go to one, or (*@two is G_MAXUINT32) an element *@one of P (*@at)
 * that is not reached. FALSE when it is a bijection everywhere.
 */
gboolean
chase_yoneda_defect (const ChaseYoneda *yoneda, const guint32 *values, guint32 *at, guint32 *one,
                     guint32 *two);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseYoneda, chase_yoneda_free)

G_END_DECLS
