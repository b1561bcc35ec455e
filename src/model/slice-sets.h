/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/theory.h"

G_BEGIN_DECLS

/*
 * Slices of Set. An object of `slice Set over S` is a function to S, one of `slice Set under S` a
 * function from S; (h, g) is h from g . h to g, and under S from g to h . g. All of them are said
 * here by terms id({..}) . {x |-> y, ..}, which tell both sets.
 */

/** Is @category such a slice? */
gboolean
chase_is_slice_of_sets (const ChaseCategory *category);
/** {x, y, ..} of @n names. Caller owns the term. */
ChaseTerm *
chase_set_of_names (ChaseName *const *names, guint32 n);
/** The set where such a term starts (@i is 0) or ends (1), as a term that the caller owns. */
ChaseTerm *
chase_end_of_function (const ChaseTerm *term, guint i);
/** The object that @term is of @slice, as such a term, which the caller owns; NULL with the reason
 * in @problems (may be NULL). */
ChaseTerm *
chase_slice_object (ChaseTheory *theory, const ChaseCategory *slice, const ChaseTerm *term,
                    GPtrArray *problems);

/** The set that an object of @slice, said so, is a function from (under a set, to). Caller owns it.
 */
ChaseTerm *
chase_slice_set (const ChaseCategory *slice, const ChaseTerm *object);

/** A morphism of such a slice: @h, between the objects @ends (from, to). */
typedef struct
{
  ChaseTerm *h;
  ChaseTerm *ends[2];
} ChaseSliceMorphism;

/**
 * Reads @term, a pair, an identity, a power or a composite of those. FALSE with the reason in
 * @problems (may be NULL). Clear *@morphism in any case.
 */
gboolean
chase_slice_morphism (ChaseTheory *theory, const ChaseCategory *slice, const ChaseTerm *term,
                      ChaseSliceMorphism *morphism, GPtrArray *problems);
void
chase_slice_morphism_clear (ChaseSliceMorphism *morphism);
/** Are two such terms the same map between the same sets, in whatever order these are written? */
gboolean
chase_functions_equal (ChaseTheory *theory, const ChaseTerm *one, const ChaseTerm *two);

G_END_DECLS
