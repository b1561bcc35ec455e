/* SPDX-License-Identifier: MIT */
#include "model/theory-private.h"

#include <string.h>

/* Hom functors and the Yoneda embedding. */

/* The categories of the document; while they are being defined, those that are given by blocks. */
static GPtrArray *
known_categories (ChaseTheory *theory)
{
  GPtrArray *known = g_ptr_array_new ();

  if (!theory->building || theory->named->len > 0)
    {
      g_ptr_array_extend (known, theory->named, NULL, NULL);
      return known;
    }
  for (guint i = 0; i < chase_document_n_items (theory->document); i++)
    {
      ChaseItem *item = chase_document_get_item (theory->document, i);
      gpointer category = NULL;

      if (item->kind == CHASE_ITEM_CATEGORY && item->expression == NULL)
        category = chase_theory_meaning (theory, item);
      if (category != NULL)
        g_ptr_array_add (known, category);
    }
  return known;
}

/* The only category of the document that has the object, where the context does not say. */
static const ChaseCategory *
category_with (ChaseTheory *theory, const ChaseTerm *object, GPtrArray *problems)
{
  const ChaseCategory *found = NULL;
  g_autoptr (GPtrArray) named_ones = known_categories (theory);
  g_autofree char *text = chase_term_to_text (object);

  for (guint i = 0; i < named_ones->len; i++)
    {
      const ChaseCategory *category = g_ptr_array_index (named_ones, i);

      if (!chase_theory_knows_object (theory, category, object))
        continue;
      if (found != NULL)
        {
          chase_theory_error (problems, object, "name it: `functor H : C -> Set = Hom(A, -)`",
                              "both %s and %s have an object %s", found->key, category->key, text);
          return NULL;
        }
      found = category;
    }
  if (found == NULL)
    chase_theory_error (problems, object, NULL, "no category has an object called %s", text);
  return found;
}

static const ChaseFunctor *
hom_of_both (ChaseTheory *theory, const ChaseTerm *term, const ChaseCategory *source,
             GPtrArray *problems)
{
  ChaseFunctor *made;

  if (source == NULL || !source->product
      || chase_theory_opposite (theory, source->parts[1]) != source->parts[0])
    {
      chase_theory_error (problems, term, "name it: `functor H : C^op * C -> Set = Hom(-, -)`",
                          "Hom(-, -) starts from a product C^op * C");
      return NULL;
    }
  made = chase_theory_functor_new (CHASE_FUNCTOR_TERM, source,
                                   chase_theory_category_of_sets (theory),
                                   g_strdup_printf ("Hom(-, -) of %s", source->parts[1]->key));
  made->term = chase_term_ref (term);
  return chase_theory_keep_listed (theory, made);
}

/* Hom(A, -) of @category, or Hom(-, A). */
static const ChaseFunctor *
hom_at (ChaseTheory *theory, const ChaseCategory *category, guint32 object, gboolean covariant,
        const ChaseTerm *term)
{
  const ChaseName *name = chase_presentation_object_name (category->presentation, object);
  const ChaseCategory *turned = chase_theory_opposite (theory, category);
  gboolean written = covariant;
  ChaseFunctor *made;

  /* Hom(-, A) of C^op is Hom(A, -) of C: one functor, one key. */
  if (strlen (turned->key) < strlen (category->key))
    {
      category = turned;
      covariant = !covariant;
    }
  made = chase_theory_functor_new (
      CHASE_FUNCTOR_TERM, covariant ? category : chase_theory_opposite (theory, category),
      chase_theory_category_of_sets (theory),
      covariant ? g_strdup_printf ("Hom(%s, -) of %s", name, category->key)
                : g_strdup_printf ("Hom(-, %s) of %s", name, category->key));
  made->contravariant = !written;
  made->covariant_hom = covariant;
  made->term = chase_term_ref (term);
  made->object = object;
  return chase_theory_keep_listed (theory, made);
}

const ChaseFunctor *
chase_theory_hom (ChaseTheory *theory, const ChaseCategory *category, guint32 object,
                  gboolean covariant)
{
  const char *name = chase_presentation_object_name (category->presentation, object);
  g_autoptr (ChaseTerm) fixed = chase_term_new_name (name);
  g_autoptr (ChaseTerm) hole = chase_term_new (CHASE_TERM_HOLE, NULL, 0, 0);
  g_autoptr (ChaseTerm) term = chase_term_new (
      CHASE_TERM_HOM, (ChaseTerm *[]){ covariant ? fixed : hole, covariant ? hole : fixed }, 2, 0);

  return covariant ? hom_at (theory, category, object, TRUE, term)
                   : hom_at (theory, chase_theory_opposite (theory, category), object, FALSE, term);
}

const ChaseFunctor *
chase_theory_hom_functor (ChaseTheory *theory, const ChaseTerm *term, const ChaseCategory *source,
                          GPtrArray *problems)
{
  gboolean covariant = term->args[1]->kind == CHASE_TERM_HOLE;
  const ChaseTerm *fixed = term->args[covariant ? 0 : 1];
  const ChaseCategory *category = source;
  guint32 object;

  if (fixed->kind == CHASE_TERM_HOLE)
    return hom_of_both (theory, term, source, problems);
  if (!covariant && term->args[0]->kind != CHASE_TERM_HOLE)
    {
      chase_theory_error (problems, term, "write `-` for the place that varies",
                          "this is a set, not a functor");
      return NULL;
    }
  if (source != NULL && !covariant)
    category = chase_theory_opposite (theory, source);
  else if (source == NULL)
    category = category_with (theory, fixed, problems);
  if (category == NULL || category->kind != CHASE_CATEGORY_PRESENTED)
    return NULL;
  if (!chase_theory_object (theory, category, fixed, &object, problems))
    return NULL;
  return hom_at (theory, category, object, covariant, term);
}

const ChaseFunctor *
chase_theory_yoneda_functor (ChaseTheory *theory, const ChaseTerm *term, GPtrArray *problems)
{
  const ChaseCategory *category, *opposite, *target;
  ChaseFunctor *made;

  if (term->n_args != 1)
    {
      chase_theory_error (problems, term, NULL, "this is a transformation, not a functor");
      return NULL;
    }
  category = chase_theory_category (theory, term->args[0], problems);
  opposite = category != NULL ? chase_theory_opposite (theory, category) : NULL;
  if (opposite == NULL || category->kind != CHASE_CATEGORY_PRESENTED)
    return NULL;
  {
    g_autoptr (ChaseTerm) set = chase_term_new_name ("Set");
    ChaseTerm *op[1] = { term->args[0] };
    g_autoptr (ChaseTerm) dual = chase_term_new (CHASE_TERM_OPPOSITE, op, 1, 0);
    ChaseTerm *parts[2] = { dual, set };
    g_autoptr (ChaseTerm) presheaves = chase_term_new (CHASE_TERM_FUNCTOR_CATEGORY, parts, 2, 0);

    target = chase_theory_category (theory, presheaves, problems);
  }
  if (target == NULL)
    return NULL;
  made = chase_theory_functor_new (CHASE_FUNCTOR_TABLES, category, target,
                                   g_strdup_printf ("yoneda(%s)", category->key));
  made->term = chase_term_ref (term);
  return chase_theory_keep_listed (theory, made);
}
