/* SPDX-License-Identifier: MIT */
#include "model/of-parts.h"

#include "model/dual.h"
#include "model/implied-private.h"
#include "model/of-drawings.h"
#include "model/of-legs.h"
#include "model/theory-private.h"

#define MAX_HOPS 1000

/* What a name of `category A = B` stands for. */
static const ChaseTerm *
unfold (ChaseTheory *theory, const ChaseTerm *term)
{
  for (guint hops = 0; hops < MAX_HOPS && term->kind == CHASE_TERM_NAME; hops++)
    {
      const ChaseItem *item = chase_theory_find (theory, term->name);

      if (item == NULL || item->kind != CHASE_ITEM_CATEGORY || item->expression == NULL)
        break;
      term = item->expression;
    }
  return term;
}

const ChaseTerm *
chase_category_term_of_kind (ChaseTheory *theory, const ChaseTerm *term, ChaseCategoryKind kind,
                             ChaseTermKind spelling)
{
  const ChaseCategory *category = term != NULL ? chase_theory_category (theory, term, NULL) : NULL;

  if (category == NULL || category->kind != kind)
    return NULL;
  if (category->spelled != NULL && category->spelled->kind == (guint32)spelling)
    return category->spelled;
  term = unfold (theory, term);
  return term->kind == (guint32)spelling ? term : NULL;
}

static void
replace (GPtrArray *list, guint i, ChaseTerm *term)
{
  chase_term_unref (g_ptr_array_index (list, i));
  g_ptr_array_index (list, i) = term;
}

static ChaseTerm *
opposite_term (const ChaseTerm *term)
{
  ChaseTerm *args[] = { (ChaseTerm *)term };

  return term->kind == CHASE_TERM_OPPOSITE_FUNCTOR
             ? chase_term_ref (term->args[0])
             : chase_term_new (CHASE_TERM_OPPOSITE_FUNCTOR, args, 1, 0);
}

/* Is @term, or its first factor, a value F(x) or alpha[A] in Set^op? *@head becomes that value. */
static gboolean
is_value_in_opposite (ChaseTheory *theory, const ChaseTerm *term, const ChaseTerm **head)
{
  const ChaseFunctor *functor = NULL;

  while (term->kind == CHASE_TERM_COMPOSE || term->kind == CHASE_TERM_THEN
         || term->kind == CHASE_TERM_POWER || term->kind == CHASE_TERM_IDENTITY)
    term = term->args[0];
  if (term->kind == CHASE_TERM_APPLY)
    functor = chase_theory_functor (theory, term->args[0], NULL, NULL, NULL);
  else if (term->kind == CHASE_TERM_COMPONENT)
    {
      const ChaseTransformation *alpha
          = chase_theory_transformation (theory, term->args[0], NULL, NULL, NULL);

      functor = alpha != NULL ? alpha->from : NULL;
    }
  *head = term;
  return functor != NULL && chase_category_is_opposite_of_sets (functor->target);
}

static ChaseTerm *
reversed (ChaseTheory *theory, const ChaseTerm *term);

/* A value of F or alpha in Set^op, as one of op(F) or op(alpha) in Set. */
static ChaseTerm *
value_in_sets (ChaseTheory *theory, const ChaseTerm *term)
{
  g_autoptr (ChaseTerm) operator= opposite_term (term->args[0]);
  g_autoptr (ChaseTerm) argument = NULL;
  const ChaseFunctor *here = chase_theory_functor (theory, term->args[0], NULL, NULL, NULL);
  const ChaseFunctor *there = chase_theory_functor (theory, operator, NULL, NULL, NULL);
  gboolean same = here == NULL || there == NULL
                  || chase_theory_argument (theory, here) == chase_theory_argument (theory, there);

  argument = same ? chase_term_ref (term->args[1]) : reversed (theory, term->args[1]);
  return chase_term_new ((ChaseTermKind)term->kind, (ChaseTerm *[]){ operator, argument }, 2, 0);
}

/* Composites in the other order. Caller owns the term. */
static ChaseTerm *
reversed (ChaseTheory *theory, const ChaseTerm *term)
{
  g_autofree ChaseTerm **args = g_new (ChaseTerm *, term->n_args + 1);
  const ChaseTerm *head;
  ChaseTerm *made;

  if (is_value_in_opposite (theory, term, &head) && head == term)
    return value_in_sets (theory, term);
  if (term->kind != CHASE_TERM_COMPOSE && term->kind != CHASE_TERM_THEN
      && term->kind != CHASE_TERM_POWER && term->kind != CHASE_TERM_IDENTITY)
    return chase_term_ref (term);
  for (guint i = 0; i < term->n_args; i++)
    args[term->n_args - 1 - i] = reversed (theory, term->args[i]);
  made = chase_term_new ((ChaseTermKind)term->kind, args, term->n_args,
                         chase_term_get_number (term));
  for (guint i = 0; i < term->n_args; i++)
    chase_term_unref (args[i]);
  return made;
}

static void
reverse_all (ChaseTheory *theory, GPtrArray *list)
{
  for (guint i = 0; list != NULL && i < list->len; i++)
    replace (list, i, reversed (theory, g_ptr_array_index (list, i)));
}

static void
turn_round (ChaseTheory *theory, ChaseProposition *proposition)
{
  for (guint i = 0; proposition->adjectives != NULL && i < proposition->adjectives->len; i++)
    g_array_index (proposition->adjectives, ChaseAdjective, i)
        = chase_dual_adjective (g_array_index (proposition->adjectives, ChaseAdjective, i));
  reverse_all (theory, proposition->terms);
  reverse_all (theory, proposition->legs);
  reverse_all (theory, proposition->base);
  if (proposition->kind == CHASE_PROPOSITION_UNIVERSAL
      || proposition->kind == CHASE_PROPOSITION_EXISTS)
    proposition->shape ^= 1;
  if (proposition->kind == CHASE_PROPOSITION_COUNT && proposition->terms->len == 2)
    {
      gpointer first = proposition->terms->pdata[0];

      proposition->terms->pdata[0] = proposition->terms->pdata[1];
      proposition->terms->pdata[1] = first;
    }
}

static gboolean
has_adjectives (const ChaseProposition *proposition, ChaseAdjective from, ChaseAdjective to)
{
  if (proposition->kind != CHASE_PROPOSITION_IS || proposition->adjectives == NULL)
    return FALSE;
  for (guint i = 0; i < proposition->adjectives->len; i++)
    {
      ChaseAdjective one = g_array_index (proposition->adjectives, ChaseAdjective, i);

      if (one < from || one > to)
        return FALSE;
    }
  return proposition->adjectives->len > 0;
}

/* Is it about its first term as a category? */
static gboolean
is_of_category (const ChaseProposition *proposition)
{
  return has_adjectives (proposition, CHASE_ADJECTIVE_CATEGORY, CHASE_ADJECTIVE_POSET)
         || (proposition->kind == CHASE_PROPOSITION_COUNT
             && (proposition->count == CHASE_COUNT_OB || proposition->count == CHASE_COUNT_MOR));
}

/* Does what goes there have an op with other values: functors to it are spoken of by op(F). */
static gboolean
has_formal_opposite (ChaseTheory *theory, const ChaseCategory *target)
{
  return target->kind == CHASE_CATEGORY_OPPOSITE
         && chase_theory_opposite (theory, target->parts[0]) == NULL;
}

/* What @term, a functor to Set^op or a transformation between such, is op of: a term that the
 * caller owns; or NULL. */
static ChaseTerm *
turned_term (ChaseTheory *theory, const ChaseTerm *term)
{
  const ChaseFunctor *functor = chase_theory_functor (theory, term, NULL, NULL, NULL);
  const ChaseTransformation *alpha
      = functor == NULL ? chase_theory_transformation (theory, term, NULL, NULL, NULL) : NULL;
  const ChaseTerm *meant = functor != NULL ? functor->term : NULL;
  g_autoptr (ChaseTerm) turned = NULL;

  if (functor != NULL ? !has_formal_opposite (theory, functor->target)
                      : alpha == NULL || alpha->turned == NULL)
    return NULL;
  if (term->kind == CHASE_TERM_NAME && meant != NULL && functor->form == CHASE_FUNCTOR_TERM
      && meant->kind == CHASE_TERM_OPPOSITE_FUNCTOR)
    return chase_term_ref (meant->args[0]);
  turned = opposite_term (term);
  return alpha != NULL || chase_theory_functor (theory, turned, NULL, NULL, NULL) != NULL
             ? g_steal_pointer (&turned)
             : NULL;
}

/* What op(F) is as a functor is what F is, and so with op(a); of two functors, transformations run
 * the other way. */
static ChaseProposition *
of_opposite_functor (ChaseTheory *theory, const ChaseProposition *proposition)
{
  gboolean two
      = proposition->kind == CHASE_PROPOSITION_ISOMORPHIC
        || (proposition->kind == CHASE_PROPOSITION_COUNT && proposition->count == CHASE_COUNT_NAT);
  g_autoptr (ChaseProposition) copy = NULL;
  guint n = proposition->terms->len;

  if (!two && proposition->kind != CHASE_PROPOSITION_EQUATION
      && !has_adjectives (proposition, CHASE_ADJECTIVE_FUNCTOR, CHASE_ADJECTIVE_NATURAL))
    return NULL;
  copy = chase_proposition_copy (proposition);
  for (guint i = 0; i < n; i++)
    {
      ChaseTerm *turned
          = turned_term (theory, g_ptr_array_index (proposition->terms, two ? n - 1 - i : i));

      if (turned == NULL)
        return NULL;
      replace (copy->terms, i, turned);
    }
  return g_steal_pointer (&copy);
}

/* What is said of values in Set^op, where no `in` says so. */
static ChaseProposition *
of_values (ChaseTheory *theory, const ChaseProposition *proposition)
{
  const GPtrArray *terms
      = proposition->kind == CHASE_PROPOSITION_EXISTS ? proposition->base : proposition->terms;
  gboolean size
      = proposition->kind == CHASE_PROPOSITION_COUNT && proposition->count == CHASE_COUNT_SET;
  const ChaseTerm *head;
  ChaseProposition *copy;

  if (proposition->in != NULL || proposition->kind == CHASE_PROPOSITION_COMMUTES || terms == NULL
      || terms->len == 0 || !is_value_in_opposite (theory, g_ptr_array_index (terms, 0), &head))
    return NULL;
  copy = chase_proposition_copy (proposition);
  turn_round (theory, copy);
  if (!size)
    copy->in = chase_term_new_name ("Set");
  return copy;
}

/* `limit of D` of a diagram D in Set^op: the colimit of D in Set; the opposite, as a term, or NULL.
 */
static const ChaseTerm *
opposite_of_diagram (ChaseTheory *theory, const ChaseProposition *proposition)
{
  const ChaseTerm *base = proposition->base != NULL && proposition->base->len > 0
                              ? g_ptr_array_index (proposition->base, 0)
                              : NULL;
  const ChaseItem *item;

  if (proposition->in != NULL || base == NULL || base->kind != CHASE_TERM_NAME
      || (proposition->kind != CHASE_PROPOSITION_UNIVERSAL
          && proposition->kind != CHASE_PROPOSITION_EXISTS)
      || proposition->shape < CHASE_SHAPE_LIMIT)
    return NULL;
  item = chase_theory_find (theory, base->name);
  return item != NULL && item->kind == CHASE_ITEM_DIAGRAM ? chase_category_term_of_kind (
             theory, item->to, CHASE_CATEGORY_OPPOSITE, CHASE_TERM_OPPOSITE)
                                                          : NULL;
}

/* What is said in [C, D]^op of functors C -> D; of functors C^op -> D^op it is said as it stands.
 * NULL where it is not said there. Caller owns it. */
static ChaseProposition *
of_opposite_functors (ChaseTheory *theory, const ChaseProposition *proposition)
{
  const ChaseTerm *in = proposition->in != NULL ? unfold (theory, proposition->in) : NULL;
  const ChaseCategory *category = in != NULL && in->kind == CHASE_TERM_OPPOSITE
                                      ? chase_theory_category (theory, in->args[0], NULL)
                                      : NULL;
  ChaseProposition *copy;

  if (category == NULL || category->kind != CHASE_CATEGORY_FUNCTORS)
    return NULL;
  copy = chase_proposition_copy (proposition);
  turn_round (theory, copy);
  chase_term_set (&copy->in, in->args[0]);
  if (chase_theory_check_proposition (theory, copy, NULL))
    return copy;
  chase_proposition_unref (copy);
  return NULL;
}

ChaseProposition *
chase_proposition_of_opposite (ChaseTheory *theory, const ChaseProposition *proposition)
{
  const ChaseTerm *opposite = chase_category_term_of_kind (
      theory, proposition->in, CHASE_CATEGORY_OPPOSITE, CHASE_TERM_OPPOSITE);
  ChaseProposition *copy;

  if (opposite == NULL)
    opposite = opposite_of_diagram (theory, proposition);
  if (opposite == NULL && proposition->in != NULL)
    {
      copy = of_opposite_functors (theory, proposition);
      if (copy != NULL)
        return copy;
    }
  if (opposite != NULL)
    {
      copy = chase_proposition_copy (proposition);
      turn_round (theory, copy);
      chase_term_set (&copy->in, opposite->args[0]);
      return copy;
    }
  copy = of_values (theory, proposition);
  if (copy != NULL || proposition->terms == NULL || proposition->terms->len == 0)
    return copy;
  if (!is_of_category (proposition))
    return proposition->in == NULL ? of_opposite_functor (theory, proposition) : NULL;
  opposite = chase_category_term_of_kind (theory, g_ptr_array_index (proposition->terms, 0),
                                          CHASE_CATEGORY_OPPOSITE, CHASE_TERM_OPPOSITE);
  if (opposite == NULL)
    return NULL;
  copy = chase_proposition_copy (proposition);
  replace (copy->terms, 0, chase_term_ref (opposite->args[0]));
  return copy;
}

/* Is @term a value F(x) or alpha[A] in a product that is not written out? */
static gboolean
is_value_in_product (ChaseTheory *theory, const ChaseTerm *term)
{
  return (term->kind == CHASE_TERM_APPLY || term->kind == CHASE_TERM_COMPONENT)
         && chase_theory_splits (theory, term->args[0]);
}

ChaseTerm *
chase_part_of_value (ChaseTheory *theory, const ChaseTerm *term, guint i)
{
  g_autoptr (GPtrArray) parts = NULL;

  if (term->kind == CHASE_TERM_PAIR)
    return chase_term_ref (term->args[i]);
  if (is_value_in_product (theory, term))
    {
      g_autoptr (ChaseTerm) part = chase_part_term (term->args[0], i);

      return chase_term_new ((ChaseTermKind)term->kind, (ChaseTerm *[]){ part, term->args[1] }, 2,
                             0);
    }
  if (term->kind != CHASE_TERM_COMPOSE && term->kind != CHASE_TERM_THEN
      && term->kind != CHASE_TERM_POWER && term->kind != CHASE_TERM_IDENTITY)
    return NULL;
  parts = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_term_unref);
  for (guint k = 0; k < term->n_args; k++)
    {
      ChaseTerm *part = chase_part_of_value (theory, term->args[k], i);

      if (part == NULL)
        return NULL;
      g_ptr_array_add (parts, part);
    }
  return chase_term_new ((ChaseTermKind)term->kind, (ChaseTerm *const *)parts->pdata, parts->len,
                         chase_term_get_number (term));
}

static gboolean
take_parts (ChaseTheory *theory, GPtrArray *list, guint i)
{
  for (guint k = 0; list != NULL && k < list->len; k++)
    {
      ChaseTerm *part = chase_part_of_value (theory, g_ptr_array_index (list, k), i);

      if (part == NULL)
        return FALSE;
      replace (list, k, part);
    }
  return TRUE;
}

/* |Ob (E * F)| and |Mor (E * F)| are products. */
static ChaseProposition *
of_counted_factor (ChaseTheory *theory, const ChaseProposition *proposition, guint i)
{
  const ChaseTerm *product = chase_category_term_of_kind (
      theory, g_ptr_array_index (proposition->terms, 0), CHASE_CATEGORY_PRODUCT, CHASE_TERM_TIMES);
  ChaseProposition *copy;

  if (product == NULL)
    return NULL;
  copy = chase_proposition_copy (proposition);
  replace (copy->terms, 0, chase_term_ref (product->args[i]));
  return copy;
}

/* What is said of functors to a product, or of transformations between them, and holds when it
 * holds of both parts. */
static ChaseProposition *
of_part (ChaseTheory *theory, const ChaseProposition *proposition, guint i)
{
  ChaseAdjective adjective = chase_only_adjective (proposition);
  gboolean said
      = adjective == CHASE_ADJECTIVE_FUNCTOR || adjective == CHASE_ADJECTIVE_NATURAL
        || proposition->kind == CHASE_PROPOSITION_EQUATION
        || proposition->kind == CHASE_PROPOSITION_ISOMORPHIC
        || (proposition->kind == CHASE_PROPOSITION_COUNT && proposition->count == CHASE_COUNT_NAT);
  g_autoptr (ChaseProposition) copy = NULL;

  if (proposition->terms == NULL || proposition->terms->len == 0
      || (adjective == CHASE_ADJECTIVE_ISOMORPHISM
              ? chase_theory_functor (theory, g_ptr_array_index (proposition->terms, 0), NULL, NULL,
                                      NULL)
                    != NULL
              : !said))
    return NULL;
  copy = chase_proposition_copy (proposition);
  for (guint k = 0; k < copy->terms->len; k++)
    {
      const ChaseTerm *term = g_ptr_array_index (copy->terms, k);

      if (!chase_theory_splits (theory, term))
        return NULL;
      replace (copy->terms, k, chase_part_term (term, i));
    }
  if (copy->in != NULL && !chase_term_is_name (copy->in, "Cat"))
    g_clear_pointer (&copy->in, chase_term_unref);
  return g_steal_pointer (&copy);
}

/* Does it speak of values in a product, without saying so by `in`? */
static gboolean
is_of_values (ChaseTheory *theory, const ChaseProposition *proposition)
{
  const GPtrArray *terms
      = proposition->kind == CHASE_PROPOSITION_EXISTS ? proposition->base : proposition->terms;
  const ChaseTerm *term;

  if (proposition->in != NULL || terms == NULL || terms->len == 0
      || proposition->kind == CHASE_PROPOSITION_COMMUTES
      || (proposition->kind == CHASE_PROPOSITION_COUNT && proposition->count != CHASE_COUNT_HOM))
    return FALSE;
  for (term = g_ptr_array_index (terms, 0);
       term->kind == CHASE_TERM_COMPOSE || term->kind == CHASE_TERM_THEN
       || term->kind == CHASE_TERM_POWER || term->kind == CHASE_TERM_IDENTITY;)
    term = term->args[0];
  return is_value_in_product (theory, term);
}

/* What is said of a diagram with @n parts, of its part number @i; NULL of others. Caller owns it.
 */
static ChaseProposition *
of_part_of_diagram (ChaseTheory *theory, const ChaseProposition *proposition, guint n, guint i)
{
  ChaseProposition *copy;
  const ChaseTerm *term;

  if (proposition->kind != CHASE_PROPOSITION_COMMUTES)
    return NULL;
  term = g_ptr_array_index (proposition->terms, 0);
  if (chase_theory_diagram_parts (theory, term) != n)
    return NULL;
  copy = chase_proposition_copy (proposition);
  replace (copy->terms, 0, chase_part_term (term, i));
  return copy;
}

ChaseProposition *
chase_proposition_of_factor (ChaseTheory *theory, const ChaseProposition *proposition, guint i)
{
  const ChaseTerm *product = chase_category_term_of_kind (theory, proposition->in,
                                                          CHASE_CATEGORY_PRODUCT, CHASE_TERM_TIMES);
  g_autoptr (ChaseProposition) copy = NULL;

  if (proposition->kind == CHASE_PROPOSITION_COMMUTES)
    return of_part_of_diagram (theory, proposition, 2, i);
  if (product == NULL && is_of_category (proposition)
      && proposition->kind == CHASE_PROPOSITION_COUNT)
    return of_counted_factor (theory, proposition, i);
  if (product == NULL && is_of_values (theory, proposition))
    copy = chase_proposition_copy (proposition);
  else if (product == NULL || is_of_category (proposition))
    return is_of_category (proposition) ? NULL : of_part (theory, proposition, i);
  else
    {
      copy = chase_proposition_copy (proposition);
      chase_term_set (&copy->in, product->args[i]);
    }
  return take_parts (theory, copy->terms, i) && take_parts (theory, copy->legs, i)
                 && take_parts (theory, copy->base, i)
             ? g_steal_pointer (&copy)
             : NULL;
}

/* A functor to a slice of Set is one, and faithful, when first(F) is, which forgets the functions.
 * Caller owns it. */
static ChaseProposition *
of_functor_in_slice (ChaseTheory *theory, const ChaseProposition *proposition)
{
  const ChaseFunctor *functor = NULL;
  ChaseProposition *copy;

  if (has_adjectives (proposition, CHASE_ADJECTIVE_FUNCTOR, CHASE_ADJECTIVE_FAITHFUL))
    functor = chase_theory_functor (theory, g_ptr_array_index (proposition->terms, 0), NULL, NULL,
                                    NULL);
  if (functor == NULL || !chase_functor_is_in_slice (functor))
    return NULL;
  copy = chase_proposition_copy (proposition);
  replace (copy->terms, 0, chase_part_term (g_ptr_array_index (proposition->terms, 0), 0));
  return copy;
}

ChaseProposition *
chase_proposition_restated (ChaseTheory *theory, const ChaseProposition *proposition)
{
  ChaseProposition *restated = chase_proposition_of_drawing (theory, proposition);

  if (restated == NULL)
    restated = chase_proposition_with_all_legs (theory, proposition);
  if (restated == NULL)
    restated = of_part_of_diagram (theory, proposition, 1, 0);
  if (restated == NULL)
    restated = of_functor_in_slice (theory, proposition);
  return restated != NULL ? restated : chase_proposition_of_opposite (theory, proposition);
}
