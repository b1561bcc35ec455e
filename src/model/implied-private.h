/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/implied.h"

G_BEGIN_DECLS

/* What the files that draw up implications share. Each takes the terms and propositions that it is
 * given. */

/**
 * ChaseSaying:
 *
 * Where things are said: of the category @in (borrowed; NULL for what needs none), or, where @dual,
 * of its opposite, so that the category hears the dual. What follows is put at the end of @list.
 */
typedef struct
{
  const ChaseTerm *in;
  gboolean dual;
  GPtrArray *list;
} ChaseSaying;

/** @term is @adjective there. Borrows @term. */
ChaseProposition *
chase_saying_is (const ChaseSaying *saying, const ChaseTerm *term, ChaseAdjective adjective);
/** The paths are equal there, whichever way they are read. Borrows both. */
ChaseProposition *
chase_saying_equal (const ChaseSaying *saying, const ChaseTerm *one, const ChaseTerm *two);
/** @second after @first, as the category has it. Caller owns it. */
ChaseTerm *
chase_saying_after (const ChaseSaying *saying, const ChaseTerm *second, const ChaseTerm *first);

/** A new implication at the end of @list, which owns it. */
ChaseImplication *
chase_imply (GPtrArray *list, gboolean conclude);
/** @part is to hold (@expect) or to fail. */
void
chase_imply_part (ChaseImplication *implication, gboolean expect, ChaseProposition *part);
/** The same with one part; with two. */
void
chase_imply_one (GPtrArray *list, gboolean expect, gboolean conclude, ChaseProposition *part);
void
chase_imply_two (GPtrArray *list, gboolean expect, gboolean conclude, ChaseProposition *first,
                 ChaseProposition *second);
/** @list says of @part that it is the same, whatever it is. */
void
chase_imply_same (GPtrArray *list, ChaseProposition *part);
/** @list says of the category @term that it is both. Borrows @term. */
void
chase_imply_same_as_both (GPtrArray *list, const ChaseTerm *term, ChaseAdjective one,
                          ChaseAdjective two);
/** @term is @adjective in @in, @in is borrowed and may be NULL. */
ChaseProposition *
chase_say_is (ChaseTerm *term, ChaseAdjective adjective, const ChaseTerm *in);
ChaseProposition *
chase_say_equal (ChaseTerm *left, ChaseTerm *right, const ChaseTerm *in);
ChaseProposition *
chase_say_isomorphic (ChaseTerm *left, ChaseTerm *right, const ChaseTerm *in);
/** |Ob (@category)| = 0, @category is borrowed. */
ChaseProposition *
chase_say_empty (const ChaseTerm *category);
/** |Hom (@from, @to)| = 0 @in. */
ChaseProposition *
chase_say_no_arrow (const char *from, const char *to, const ChaseTerm *in);
/** What @said counts is nothing where @none, a count that says 0, holds. */
void
chase_imply_none (const ChaseProposition *said, ChaseProposition *none, GPtrArray *list);
/** @second . @first. */
ChaseTerm *
chase_term_after (const ChaseTerm *second, const ChaseTerm *first);
/** The one adjective of @proposition, or CHASE_N_ADJECTIVES. */
ChaseAdjective
chase_only_adjective (const ChaseProposition *proposition);

void
chase_imply_in_slice (ChaseTheory *theory, const ChaseProposition *proposition, GPtrArray *list);
/* The same in @category, a slice of Set, which @sets says. */
void
chase_imply_in_slice_of_sets (ChaseTheory *theory, const ChaseCategory *category,
                              const ChaseTerm *sets, const ChaseProposition *proposition,
                              GPtrArray *list);
void
chase_imply_of_product (ChaseTheory *theory, const ChaseProposition *proposition, GPtrArray *list);
void
chase_imply_of_functors (ChaseTheory *theory, const ChaseProposition *proposition, GPtrArray *list);
void
chase_imply_universal (ChaseTheory *theory, const ChaseProposition *proposition, GPtrArray *list);
void
chase_imply_limit (ChaseTheory *theory, const ChaseProposition *proposition, GPtrArray *list);
void
chase_imply_counts (ChaseTheory *theory, const ChaseProposition *proposition, GPtrArray *list);
void
chase_imply_representable (ChaseTheory *theory, const ChaseProposition *proposition,
                           GPtrArray *list);
void
chase_imply_morphism (ChaseTheory *theory, const ChaseProposition *proposition, GPtrArray *list);
void
chase_imply_composite (ChaseTheory *theory, const ChaseProposition *proposition, GPtrArray *list);
void
chase_imply_of_two_categories (ChaseTheory *theory, const ChaseProposition *proposition,
                               GPtrArray *list);

G_END_DECLS
