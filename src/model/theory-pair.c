/* SPDX-License-Identifier: MIT */
#include "model/theory-private.h"

#include <string.h>

/*
 * Functors to a product that is not written out, such as Set * D: each is the pair of its parts,
 * the functors first(F) and second(F), and so is a transformation between two of them.
 */

ChaseTerm *
chase_part_term (const ChaseTerm *term, guint i)
{
  g_autoptr (ChaseTerm) word = NULL;

  if (term->kind == CHASE_TERM_PAIR)
    return chase_term_ref (term->args[i]);
  word = chase_term_new_name (i == 0 ? "first" : "second");
  return chase_term_new (CHASE_TERM_APPLY, (ChaseTerm *[]){ word, (ChaseTerm *)term }, 2, i + 1);
}

/* The number of such a term is 1 or 2 where the program made it: it means the part whatever names
 * the document has. */
guint
chase_theory_part_asked (ChaseTheory *theory, const ChaseTerm *term)
{
  const ChaseTerm *word = term->kind == CHASE_TERM_APPLY ? term->args[0] : NULL;
  guint i;

  if (word == NULL || word->kind != CHASE_TERM_NAME)
    return NOWHERE;
  if (chase_term_get_number (term) > 0)
    return chase_term_get_number (term) - 1;
  i = strcmp (word->name, "first") == 0 ? 0 : strcmp (word->name, "second") == 0 ? 1 : NOWHERE;
  return i != NOWHERE && chase_theory_find (theory, word->name) == NULL ? i : NOWHERE;
}

gboolean
chase_functor_is_pair (const ChaseFunctor *functor)
{
  return functor->form == CHASE_FUNCTOR_TERM && functor->term != NULL
         && functor->term->kind == CHASE_TERM_PAIR;
}

ChaseFunctor *
chase_theory_pair_functor (ChaseTheory *theory, const ChaseFunctor *first,
                           const ChaseFunctor *second, const ChaseTerm *term, char *key)
{
  const ChaseCategory *target = chase_theory_product (theory, first->target, second->target);
  ChaseFunctor *made = chase_theory_functor_new (CHASE_FUNCTOR_TERM, first->source, target, key);

  g_assert (target->kind == CHASE_CATEGORY_PRODUCT);
  made->contravariant = first->contravariant;
  made->operands[0] = first;
  made->operands[1] = second;
  made->term = chase_term_new (CHASE_TERM_PAIR,
                               (ChaseTerm *[]){ (ChaseTerm *)term, (ChaseTerm *)term }, 2, 0);
  return made;
}

const ChaseTerm *
chase_theory_pair_half (const ChaseTerm *value, guint i, GPtrArray *problems)
{
  g_autofree char *text = NULL;

  if (value->kind == CHASE_TERM_PAIR)
    return value->args[i];
  text = chase_term_to_text (value);
  chase_theory_error (problems, value, "a value in a product is written as a pair, (x, y)",
                      "%s is not a pair", text);
  return NULL;
}

/* The projection of a product that is written out, by words. */
static const ChaseFunctor *
projection (ChaseTheory *theory, const ChaseCategory *product, guint i)
{
  const ChasePresentation *first = product->parts[0]->presentation;
  const ChasePresentation *second = product->parts[1]->presentation;
  guint32 n = chase_presentation_n_objects (second), m = chase_presentation_n_arrows (second);
  guint32 offset = chase_presentation_n_arrows (first) * n;
  ChaseFunctor *made = chase_theory_functor_new (
      CHASE_FUNCTOR_WORDS, product, product->parts[i],
      g_strdup_printf ("%s(Id(%s))", i == 0 ? "first" : "second", product->key));

  for (guint32 a = 0; a < chase_presentation_n_objects (product->presentation); a++)
    made->objects[a] = i == 0 ? a / n : a % n;
  for (guint32 f = 0; f < chase_presentation_n_arrows (product->presentation); f++)
    {
      guint32 letter = f < offset ? f / n : (f - offset) % m;

      if ((f < offset) != (i == 0))
        continue;
      made->words[f].letters = g_memdup2 (&letter, sizeof letter);
      made->words[f].length = 1;
    }
  return chase_theory_keep_functor (theory, made);
}

const ChaseFunctor *
chase_theory_functor_part (ChaseTheory *theory, const ChaseFunctor *functor, guint i,
                           const ChaseTerm *at, GPtrArray *problems)
{
  if (chase_functor_is_pair (functor) || (i == 0 && chase_functor_is_in_slice (functor)))
    return functor->operands[i];
  if (functor->target->product && functor->form == CHASE_FUNCTOR_WORDS)
    return chase_theory_compose_functors (theory, projection (theory, functor->target, i), functor,
                                          at, problems);
  chase_theory_error (problems, at, NULL,
                      "%s goes to %s: only a functor to a product has a first and a second part",
                      functor->key, functor->target->key);
  return NULL;
}

const ChaseFunctor *
chase_theory_projection (ChaseTheory *theory, const ChaseCategory *category, guint i)
{
  return category->product ? projection (theory, category, i) : NULL;
}

gboolean
chase_theory_splits (ChaseTheory *theory, const ChaseTerm *term)
{
  const ChaseTransformation *alpha;
  const ChaseFunctor *functor = chase_theory_functor (theory, term, NULL, NULL, NULL);

  if (functor != NULL)
    return chase_functor_is_pair (functor);
  alpha = chase_theory_transformation (theory, term, NULL, NULL, NULL);
  return alpha != NULL && alpha->parts[0] != NULL;
}
