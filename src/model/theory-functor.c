/* SPDX-License-Identifier: MIT */
#include "model/theory-functor-private.h"

#include <string.h>

#include "i18n.h"

ChaseFunctor *
chase_theory_functor_new (ChaseFunctorForm form, const ChaseCategory *source,
                          const ChaseCategory *target, char *key)
{
  ChaseFunctor *functor = g_new0 (ChaseFunctor, 1);
  guint n_objects
      = source->presentation != NULL ? chase_presentation_n_objects (source->presentation) : 0;
  guint n_arrows
      = source->presentation != NULL ? chase_presentation_n_arrows (source->presentation) : 0;

  functor->form = form;
  functor->key = key;
  functor->source = source;
  functor->target = target;
  functor->object = NOWHERE;
  if (form == CHASE_FUNCTOR_WORDS)
    {
      functor->objects = g_new0 (guint32, n_objects + 1);
      functor->words = g_new0 (ChaseWord, n_arrows + 1);
    }
  else if (form == CHASE_FUNCTOR_TABLES)
    {
      functor->functors = g_new0 (const ChaseFunctor *, n_objects + 1);
      functor->transformations = g_new0 (const ChaseTransformation *, n_arrows + 1);
    }
  return functor;
}

void
chase_theory_functor_free (ChaseFunctor *functor)
{
  if (functor == NULL)
    return;
  if (functor->shares == NULL)
    {
      for (guint i = 0; functor->words != NULL
                        && i < chase_presentation_n_arrows (functor->source->presentation);
           i++)
        g_free ((gpointer)functor->words[i].letters);
      g_free (functor->words);
      g_free (functor->objects);
      chase_sets_free (functor->sets);
      g_free (functor->functors);
      g_free (functor->transformations);
    }
  if (functor->shares == NULL)
    {
      for (guint i = 0; functor->points != NULL
                        && i < chase_presentation_n_objects (functor->source->presentation);
           i++)
        chase_term_unref (functor->points[i]);
      g_free (functor->points);
      chase_term_unref ((ChaseTerm *)functor->term);
    }
  g_free (functor->key);
  g_free (functor);
}

const ChaseFunctor *
chase_theory_keep_functor (ChaseTheory *theory, ChaseFunctor *functor)
{
  ChaseFunctor *known = g_hash_table_lookup (theory->functors, functor->key);

  if (known != NULL)
    {
      chase_theory_functor_free (functor);
      return known;
    }
  g_hash_table_insert (theory->functors, functor->key, functor);
  return functor;
}

const ChaseCategory *
chase_theory_argument (ChaseTheory *theory, const ChaseFunctor *functor)
{
  return functor->contravariant ? chase_theory_opposite (theory, functor->source) : functor->source;
}

gboolean
chase_functor_map (const ChaseFunctor *functor, ChaseWord word, GArray *image)
{
  for (guint32 i = 0; i < word.length; i++)
    {
      ChaseWord value = functor->words[word.letters[i]];

      if (value.length == G_MAXUINT32 || image->len + (gsize)value.length > CHASE_MAX_PATH)
        return FALSE;
      g_array_append_vals (image, value.letters, value.length);
    }
  return TRUE;
}

gboolean
chase_sets_equal (const ChaseSets *a, const ChaseSets *b)
{
  if (a->n_objects != b->n_objects || a->n_arrows != b->n_arrows
      || memcmp (a->sizes, b->sizes, a->n_objects * sizeof (guint32)) != 0
      || memcmp (a->functions, b->functions, a->offsets[a->n_arrows] * sizeof (guint32)) != 0)
    return FALSE;
  for (gsize i = 0; i < a->first[a->n_objects]; i++)
    if (!chase_name_equal (a->names[i], b->names[i]))
      return FALSE;
  return TRUE;
}

gboolean
chase_functor_parallel (const ChaseFunctor *a, const ChaseFunctor *b)
{
  if (a->shares != NULL)
    a = a->shares;
  if (b->shares != NULL)
    b = b->shares;
  if (a == b)
    return TRUE;
  if (a->source != b->source || a->target != b->target || a->form != b->form)
    return FALSE;
  if (a->form == CHASE_FUNCTOR_SETS)
    return chase_sets_equal (a->sets, b->sets);
  if (chase_functor_is_pair (a) && chase_functor_is_pair (b))
    return chase_functor_parallel (a->operands[0], b->operands[0])
           && chase_functor_parallel (a->operands[1], b->operands[1]);
  return a->form == CHASE_FUNCTOR_WORDS
         && memcmp (a->objects, b->objects,
                    chase_presentation_n_objects (a->source->presentation) * sizeof (guint32))
                == 0;
}

static const ChaseFunctor *
build_expression (ChaseTheory *theory, ChaseItem *item, const ChaseCategory *source,
                  const ChaseCategory *target)
{
  const ChaseFunctor *value
      = chase_theory_functor_term (theory, item->expression, source, target, theory->problems);
  ChaseFunctor *functor;

  if (value == NULL)
    return NULL;
  functor = g_memdup2 (value, sizeof *value);
  functor->key = g_strdup (item->name);
  functor->item = item;
  functor->contravariant = item->contravariant;
  functor->shares = value;
  return chase_theory_keep_functor (theory, functor);
}

const ChaseFunctor *
chase_theory_build_functor (ChaseTheory *theory, ChaseItem *item)
{
  const ChaseCategory *source, *target;

  if (item->from == NULL || item->to == NULL)
    return NULL;
  source = chase_theory_category (theory, item->from, theory->problems);
  target = chase_theory_category (theory, item->to, theory->problems);
  if (source == NULL || target == NULL)
    return NULL;
  if (item->contravariant)
    {
      const ChaseCategory *opposite = chase_theory_opposite (theory, source);

      if (opposite == NULL)
        chase_theory_error (theory->problems, item->from, NULL, "%s has no opposite here",
                            source->key);
      source = opposite;
    }
  if (source == NULL)
    return NULL;
  if (item->expression != NULL)
    return build_expression (theory, item, source, target);
  return chase_theory_functor_block (theory, item, source, target);
}
