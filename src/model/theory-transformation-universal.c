/* SPDX-License-Identifier: MIT */
#include "model/theory-private.h"

/* Transformations that a universal property gives: Yoneda's from an element, units and counits of
 * extensions along a functor. */

/* At the morphism m, P(m)(x): breadth first from the identity, which is the last element at
 * @object.
 */
static void
fill_yoneda (ChaseTransformation *made, guint32 object, guint32 x)
{
  const ChasePresentation *source = made->from->source->presentation;
  const ChaseSets *hom = made->from->sets;
  const ChaseSets *p = made->to->sets;
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, 2 * sizeof (guint32));
  guint32 pair[2] = { object, hom->sizes[object] - 1 };

  made->functions[made->offsets[object] + pair[1]] = x;
  g_array_append_vals (queue, pair, 1);
  for (guint i = 0; i < queue->len; i++)
    {
      const guint32 *head = &((const guint32 *)(gpointer)queue->data)[2 * i];
      guint32 at = head[0], m = head[1];
      guint32 y = made->functions[made->offsets[at] + m];

      for (guint32 f = 0; f < hom->n_arrows; f++)
        {
          gsize place;

          if (chase_presentation_arrow (source, f)->source != at)
            continue;
          pair[0] = chase_presentation_arrow (source, f)->target;
          pair[1] = hom->functions[hom->offsets[f] + m];
          place = made->offsets[pair[0]] + pair[1];
          if (made->functions[place] != NOWHERE)
            continue;
          made->functions[place] = p->functions[p->offsets[f] + y];
          g_array_append_vals (queue, pair, 1);
        }
    }
}

/* yoneda(x, A, P): Hom(-, A) => P by x in P(A). */
const ChaseTransformation *
chase_theory_yoneda (ChaseTheory *theory, const ChaseTerm *term, GPtrArray *problems)
{
  const ChaseFunctor *p, *hom;
  const ChaseCategory *category;
  ChaseTransformation *made;
  gboolean covariant; /* A is written as in the category that P starts from: Hom(A, -) => P */
  guint32 object;
  guint32 x = NOWHERE;
  g_autoptr (ChaseTerm) hole = NULL;
  g_autoptr (ChaseTerm) hom_term = NULL;

  if (term->n_args != 3)
    {
      chase_theory_error (problems, term, NULL, "this is a functor, not a transformation");
      return NULL;
    }
  p = chase_theory_functor_term (theory, term->args[2], NULL, NULL, problems);
  if (p == NULL)
    return NULL;
  covariant = !p->contravariant && p->source->kind == CHASE_CATEGORY_PRESENTED
              && chase_theory_object (theory, p->source, term->args[1], &object, NULL);
  category = covariant ? p->source : chase_theory_opposite (theory, p->source);
  if (category == NULL || category->kind != CHASE_CATEGORY_PRESENTED
      || !chase_theory_object (theory, category, term->args[1], &object, problems))
    return NULL;
  if (p->form == CHASE_FUNCTOR_SETS)
    {
      g_autofree char *text = chase_term_to_text (term->args[0]);

      x = term->args[0]->kind == CHASE_TERM_NAME
              ? chase_sets_find (p->sets, object, term->args[0]->name)
              : NOWHERE;
      if (x == NOWHERE)
        {
          chase_theory_error (problems, term->args[0], NULL, "%s(%s) has no element %s", p->key,
                              chase_presentation_object_name (category->presentation, object),
                              text);
          return NULL;
        }
    }
  hole = chase_term_new (CHASE_TERM_HOLE, NULL, 0, 0);
  hom_term = chase_term_new (
      CHASE_TERM_HOM,
      (ChaseTerm *[]){ covariant ? term->args[1] : hole, covariant ? hole : term->args[1] }, 2, 0);
  hom = chase_theory_functor_term (theory, hom_term, p->source, NULL, problems);
  if (hom == NULL)
    return NULL;
  {
    g_autofree char *text = chase_term_to_text (term->args[0]);

    made = chase_theory_transformation_new (
        hom, p, chase_transformation_form_between (hom, p), term,
        g_strdup_printf ("yoneda(%s, %s, %s)", text,
                         chase_presentation_object_name (category->presentation, object), p->key));
  }
  if (made->form == CHASE_TRANSFORMATION_FUNCTIONS)
    fill_yoneda (made, object, x);
  return chase_theory_keep_transformation (theory, made);
}

/* A functor term that is not in the text: @kind over the names of what is there. */
static const ChaseFunctor *
extended (ChaseTheory *theory, const ChaseTerm *term, const ChaseTerm *extension,
          const ChaseTerm *functor, GPtrArray *problems)
{
  g_autoptr (ChaseTerm) made = chase_term_new (
      extension->kind, (ChaseTerm *[]){ (ChaseTerm *)functor, extension->args[1] }, 2, 0);
  const ChaseFunctor *found = chase_theory_functor_term (theory, made, NULL, NULL, problems);

  if (found == NULL || found->form == CHASE_FUNCTOR_SETS)
    return found;
  chase_theory_error (problems, term, NULL, "the sets of %s cannot be listed", found->key);
  return NULL;
}

/*
 * unit(free M along F) : M => (free M along F) . F,   counit(free N along F) : free (N . F) along F
 * => N, unit(cofree N along F) : N => cofree (N . F) along F, counit(cofree M along F) : (cofree M
 * along F) . F => M.
 */
const ChaseTransformation *
chase_theory_unit (ChaseTheory *theory, const ChaseTerm *term, GPtrArray *problems)
{
  const ChaseTerm *extension = term->args[0];
  gboolean left = extension->kind == CHASE_TERM_FREE;
  gboolean is_unit = term->kind == CHASE_TERM_UNIT;
  const ChaseFunctor *given, *along, *m, *big, *around;
  g_autoptr (ChaseTerm) pulled = NULL;
  ChaseTransformation *made;

  if (extension->kind != CHASE_TERM_FREE && extension->kind != CHASE_TERM_COFREE)
    {
      chase_theory_error (problems, term, NULL,
                          "a unit is written unit(free M along F) or unit(cofree N along F)");
      return NULL;
    }
  pulled = chase_term_new (CHASE_TERM_FORGET, extension->args, 2, 0);
  given = chase_theory_functor_term (theory, extension->args[0], NULL, NULL, problems);
  along = chase_theory_functor_term (theory, extension->args[1], NULL, NULL, problems);
  if (given == NULL || along == NULL)
    return NULL;
  big = extended (theory, term, extension, left == is_unit ? extension->args[0] : pulled, problems);
  if (big == NULL)
    return NULL;
  m = big->shares != NULL ? big->shares->operands[0] : big->operands[0];
  around
      = left == is_unit ? chase_theory_compose_functors (theory, big, along, term, problems) : NULL;
  if ((left == is_unit && around == NULL) || given->form != CHASE_FUNCTOR_SETS)
    return NULL;
  if (left == is_unit)
    made = chase_theory_transformation_new (is_unit ? given : around, is_unit ? around : given,
                                            CHASE_TRANSFORMATION_FUNCTIONS, term, NULL);
  else
    made = chase_theory_transformation_new (is_unit ? given : big, is_unit ? big : given,
                                            CHASE_TRANSFORMATION_FUNCTIONS, term, NULL);
  made->key = g_strdup_printf ("%s(%s %s along %s)", is_unit ? "unit" : "counit",
                               left ? "free" : "cofree", given->key, along->key);
  made->operands[0] = m;
  made->operands[1] = along;
  chase_theory_fill_unit (made, left, is_unit);
  return chase_theory_keep_transformation (theory, made);
}
