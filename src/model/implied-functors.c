/* SPDX-License-Identifier: MIT */
#include "model/implied-private.h"
#include "model/of-parts.h"
#include "i18n.h"

/*
 * Categories of functors [C, D] that are not written out. Their isomorphisms are the natural ones,
 * and what holds of every component holds of the transformation, where it is said by cancelling.
 */

typedef struct
{
  ChaseTheory *theory;
  const ChaseCategory *category;
  const ChaseTerm *target; /* D */
  GPtrArray *list;
} Functors;

/* Every component is @adjective. */
static void
of_components (const Functors *functors, const ChaseTerm *term, ChaseAdjective adjective)
{
  const ChasePresentation *p = functors->category->parts[0]->presentation;
  ChaseImplication *all;

  if (p == NULL)
    return;
  all = chase_imply (functors->list, TRUE);
  for (guint32 a = 0; a < chase_presentation_n_objects (p); a++)
    {
      g_autoptr (ChaseTerm) object = chase_term_new_name (chase_presentation_object_name (p, a));
      ChaseTerm *args[] = { (ChaseTerm *)term, object };

      chase_imply_part (all, TRUE,
                        chase_say_is (chase_term_new (CHASE_TERM_COMPONENT, args, 2, 0), adjective,
                                      functors->target));
    }
}

/* One component is not @adjective. */
static void
without_component (const Functors *functors, const ChaseTerm *term, ChaseAdjective adjective)
{
  const ChasePresentation *p = functors->category->parts[0]->presentation;

  for (guint32 a = 0; p != NULL && a < chase_presentation_n_objects (p); a++)
    {
      g_autoptr (ChaseTerm) object = chase_term_new_name (chase_presentation_object_name (p, a));
      ChaseTerm *args[] = { (ChaseTerm *)term, object };

      chase_imply_one (functors->list, FALSE, FALSE,
                       chase_say_is (chase_term_new (CHASE_TERM_COMPONENT, args, 2, 0), adjective,
                                     functors->target));
    }
}

static ChaseProposition *
say_natural_isomorphism (const ChaseTerm *term)
{
  return chase_say_is (chase_term_ref (term), CHASE_ADJECTIVE_ISOMORPHISM, NULL);
}

/* From a functor to itself, as the document says it; or to one that is another. */
static void
of_endo (const Functors *functors, const ChaseTransformation *alpha, ChaseProposition *also)
{
  ChaseImplication *implication;

  if (alpha->from == alpha->to)
    {
      implication = chase_imply (functors->list, TRUE);
      if (also == NULL)
        return;
      chase_imply_part (implication, TRUE, chase_proposition_ref (also));
      chase_imply_one (functors->list, FALSE, FALSE, also);
      return;
    }
  if (also != NULL)
    chase_imply_one (functors->list, FALSE, FALSE, also);
  if (alpha->from->item != NULL && alpha->to->item != NULL)
    chase_imply_one (functors->list, FALSE, FALSE,
                     chase_say_equal (chase_term_new_name (alpha->from->item->name),
                                      chase_term_new_name (alpha->to->item->name), NULL));
}

static void
of_transformation (const Functors *functors, const ChaseTerm *term, ChaseAdjective adjective)
{
  const ChaseTransformation *alpha
      = chase_theory_transformation (functors->theory, term, NULL, NULL, NULL);
  g_autoptr (ChaseTerm) twice = NULL;

  if (alpha == NULL)
    return;
  switch ((int)adjective)
    {
    case CHASE_ADJECTIVE_ISO:
      chase_imply_same (functors->list, say_natural_isomorphism (term));
      return;
    case CHASE_ADJECTIVE_MONO:
    case CHASE_ADJECTIVE_EPI:
      of_components (functors, term, adjective);
      return;
    case CHASE_ADJECTIVE_SPLIT_MONO:
    case CHASE_ADJECTIVE_SPLIT_EPI:
      without_component (functors, term, adjective);
      chase_imply_one (functors->list, TRUE, TRUE, say_natural_isomorphism (term));
      return;
    case CHASE_ADJECTIVE_ENDO:
      of_endo (functors, alpha, NULL);
      return;
    case CHASE_ADJECTIVE_AUTO:
      of_endo (functors, alpha, say_natural_isomorphism (term));
      return;
    case CHASE_ADJECTIVE_IDEMPOTENT:
      twice = chase_term_after (term, term);
      without_component (functors, term, CHASE_ADJECTIVE_IDEMPOTENT);
      if (alpha->from == alpha->to)
        chase_imply_same (functors->list,
                          chase_say_equal (chase_term_ref (twice), chase_term_ref (term), NULL));
      return;
    case CHASE_ADJECTIVE_IDENTITY:
      without_component (functors, term, CHASE_ADJECTIVE_IDENTITY);
      if (alpha->from == alpha->to)
        of_components (functors, term, CHASE_ADJECTIVE_IDENTITY);
      return;
    default:
      return;
    }
}

/* Where no generator of D is a split mono, identities alone are isomorphisms: natural isomorphisms
 * are identities, too. */
static void
of_skeletal (ChaseTheory *theory, const ChaseTerm *target, GPtrArray *list)
{
  const ChaseCategory *category = chase_theory_category (theory, target, NULL);
  ChaseImplication *all;

  if (category == NULL || category->kind != CHASE_CATEGORY_PRESENTED)
    return;
  all = chase_imply (list, TRUE);
  for (guint32 f = 0; f < chase_presentation_n_arrows (category->presentation); f++)
    if (!chase_presentation_arrow (category->presentation, f)->formal)
      chase_imply_part (
          all, FALSE,
          chase_say_is (
              chase_term_new_name (chase_presentation_arrow (category->presentation, f)->name),
              CHASE_ADJECTIVE_SPLIT_MONO, target));
}

/* D is a part of [C, D], as the constant functors, where C has an object; and [C, D] is determined
 * by its components. */
static void
of_category (ChaseTheory *theory, const ChaseTerm *term, ChaseAdjective adjective, GPtrArray *list)
{
  const ChaseTerm *found = chase_category_term_of_kind (theory, term, CHASE_CATEGORY_FUNCTORS,
                                                        CHASE_TERM_FUNCTOR_CATEGORY);
  gboolean inherited = adjective == CHASE_ADJECTIVE_THIN || adjective == CHASE_ADJECTIVE_PREORDER
                       || adjective == CHASE_ADJECTIVE_GROUPOID
                       || adjective == CHASE_ADJECTIVE_DISCRETE;

  if (found == NULL)
    return;
  chase_imply_one (list, TRUE, TRUE, chase_say_empty (found->args[0]));
  if (inherited)
    chase_imply_one (list, TRUE, TRUE,
                     chase_say_is (chase_term_ref (found->args[1]), adjective, NULL));
  if (adjective == CHASE_ADJECTIVE_SKELETAL)
    of_skeletal (theory, found->args[1], list);
  if (adjective == CHASE_ADJECTIVE_POSET)
    chase_imply_same_as_both (list, term, CHASE_ADJECTIVE_PREORDER, CHASE_ADJECTIVE_SKELETAL);
  else if (inherited || adjective == CHASE_ADJECTIVE_FINITE || adjective == CHASE_ADJECTIVE_MONOID
           || adjective == CHASE_ADJECTIVE_SKELETAL || adjective == CHASE_ADJECTIVE_CONNECTED)
    chase_imply_two (list, FALSE, FALSE, chase_say_empty (found->args[0]),
                     chase_say_is (chase_term_ref (found->args[1]), adjective, NULL));
}

/* The Yoneda embedding is full and faithful, and does not reach the empty presheaf, for Hom (-, A)
 * has an element at A. */
static void
of_embedding (ChaseTheory *theory, const ChaseTerm *term, ChaseAdjective adjective, GPtrArray *list)
{
  const ChaseFunctor *functor = chase_theory_functor (theory, term, NULL, NULL, NULL);

  if (functor == NULL || functor->term == NULL || functor->term->kind != CHASE_TERM_YONEDA
      || functor->term->n_args != 1)
    return;
  if (adjective == CHASE_ADJECTIVE_FAITHFUL || adjective == CHASE_ADJECTIVE_FULL
      || adjective == CHASE_ADJECTIVE_FULLY_FAITHFUL)
    chase_imply (list, TRUE)->reason = N_ ("By the Yoneda lemma, whatever the category is.");
  else if (adjective >= CHASE_ADJECTIVE_ESSENTIALLY_SURJECTIVE
           && adjective <= CHASE_ADJECTIVE_ISOMORPHISM)
    chase_imply (list, FALSE)->reason
        = N_ ("The empty presheaf is no Hom(-, A), which has an element at A.");
}

/* What is initial or terminal has one morphism to itself. */
static void
of_object (const ChaseProposition *proposition, GPtrArray *list)
{
  const ChaseTerm *term = g_ptr_array_index (proposition->terms, 0);
  ChaseProposition *one = chase_proposition_new (CHASE_PROPOSITION_COUNT);

  one->count = CHASE_COUNT_HOM;
  one->number = chase_name_new ("1");
  one->in = chase_term_ref (proposition->in);
  for (guint i = 0; i < 2; i++)
    chase_proposition_take (&one->terms, chase_term_ref (term));
  chase_imply_one (list, FALSE, FALSE, one);
}

void
chase_imply_of_functors (ChaseTheory *theory, const ChaseProposition *proposition, GPtrArray *list)
{
  const ChaseTerm *found = chase_category_term_of_kind (
      theory, proposition->in, CHASE_CATEGORY_FUNCTORS, CHASE_TERM_FUNCTOR_CATEGORY);
  ChaseAdjective adjective = chase_only_adjective (proposition);
  Functors functors = { .theory = theory, .list = list };
  ChaseProposition *copy;

  if (adjective >= CHASE_ADJECTIVE_FINITE && adjective <= CHASE_ADJECTIVE_POSET)
    of_category (theory, g_ptr_array_index (proposition->terms, 0), adjective, list);
  if (adjective >= CHASE_ADJECTIVE_FUNCTOR && adjective <= CHASE_ADJECTIVE_ISOMORPHISM)
    of_embedding (theory, g_ptr_array_index (proposition->terms, 0), adjective, list);
  if (found == NULL || proposition->terms == NULL || proposition->terms->len == 0)
    return;
  functors.category = chase_theory_category (theory, found, NULL);
  functors.target = found->args[1];
  if (adjective <= CHASE_ADJECTIVE_ZERO)
    of_object (proposition, list);
  if (adjective >= CHASE_ADJECTIVE_MONO && adjective <= CHASE_ADJECTIVE_IDENTITY)
    {
      of_transformation (&functors, g_ptr_array_index (proposition->terms, 0), adjective);
      return;
    }
  if (proposition->kind != CHASE_PROPOSITION_ISOMORPHIC)
    return;
  copy = chase_proposition_copy (proposition);
  g_clear_pointer (&copy->in, chase_term_unref);
  chase_imply_same (list, copy);
}
