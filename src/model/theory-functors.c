/* SPDX-License-Identifier: MIT */
#include "model/hom-list.h"
#include "model/theory-private.h"

/* Functor categories into finite categories, as composition tables. */

static ChaseEnumerated *
enumerate (const ChaseCategory *category)
{
  ChasePresentation *p = category->presentation;
  g_autoptr (GPtrArray) tables
      = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_hom_table_free);
  guint64 steps = CHASE_HOM_STEPS;

  for (guint32 i = 0; i < chase_presentation_n_objects (p); i++)
    {
      ChaseHomTable *table = chase_hom_table_list (p, category->table, i, &steps);

      if (table == NULL)
        return NULL;
      g_ptr_array_add (tables, table);
    }
  if (!category->table)
    return chase_enumerated_new (p, tables);
  return chase_enumerated_new_table (p);
}

/* A table that is no category has no functors. */
static gboolean
is_associative (const ChaseFinite *c)
{
  guint64 work = 0;

  for (guint32 f = 0; f < c->n_arrows; f++)
    for (guint32 i = c->first[c->target[f]]; i < c->first[c->target[f] + 1]; i++)
      {
        guint32 g = c->out[i];
        guint32 fg = chase_finite_compose (c, f, g);

        for (guint32 k = c->first[c->target[g]]; k < c->first[c->target[g] + 1]; k++)
          if (++work > CHASE_HOM_STEPS
              || chase_finite_compose (c, fg, c->out[k])
                     != chase_finite_compose (c, f, chase_finite_compose (c, g, c->out[k])))
            return FALSE;
      }
  return TRUE;
}

static ChaseCategory *
build (ChaseTheory *theory, const ChaseCategory *category)
{
  const ChaseCategory *target = chase_theory_listed (theory, category->parts[1]);
  ChaseEnumerated *all;
  ChaseFunctorTable *table;
  ChaseCategory *made;

  if (category->parts[0]->kind != CHASE_CATEGORY_PRESENTED || target == NULL)
    return NULL;
  all = enumerate (target);
  if (all == NULL)
    return NULL;
  if (target->table && !is_associative (all->finite))
    {
      chase_enumerated_free (all);
      return NULL;
    }
  table = chase_functor_table_new (category->parts[0]->presentation, all);
  if (table == NULL)
    return NULL;
  made = chase_category_new (CHASE_CATEGORY_PRESENTED, g_strdup (category->key));
  made->parts[0] = category->parts[0];
  made->parts[1] = category->parts[1];
  made->table = TRUE;
  made->functors = table;
  chase_presentation_unref (made->presentation);
  made->presentation = chase_functor_table_present (table);
  chase_category_index (made);
  g_hash_table_insert (theory->by_presentation, made->presentation, made);
  return made;
}

const ChaseCategory *
chase_theory_listed (ChaseTheory *theory, const ChaseCategory *category)
{
  const ChaseCategory *listed = NULL;

  if (category == NULL || category->kind == CHASE_CATEGORY_PRESENTED)
    return category;
  if (category->kind != CHASE_CATEGORY_FUNCTORS)
    return NULL;
  g_rec_mutex_lock (&theory->lock);
  if (!g_hash_table_lookup_extended (theory->listed, category, NULL, (gpointer *)&listed))
    {
      listed = build (theory, category);
      g_hash_table_insert (theory->listed, (gpointer)category, (gpointer)listed);
    }
  g_rec_mutex_unlock (&theory->lock);
  return listed;
}

const ChaseCategory *
chase_theory_category_listed (ChaseTheory *theory, const ChaseTerm *term, GPtrArray *problems)
{
  const ChaseCategory *category = chase_theory_category (theory, term, problems);
  const ChaseCategory *listed = chase_theory_listed (theory, category);

  return listed != NULL ? listed : category;
}

const ChaseCategory *
chase_theory_written_out (ChaseTheory *theory, const ChaseCategory *category)
{
  const ChaseCategory *parts[2];
  const ChaseCategory *product;

  if (category == NULL || category->kind != CHASE_CATEGORY_PRODUCT)
    return chase_theory_listed (theory, category);
  for (guint i = 0; i < 2; i++)
    {
      parts[i] = chase_theory_written_out (theory, category->parts[i]);
      if (parts[i] == NULL)
        return NULL;
    }
  product = chase_theory_product (theory, parts[0], parts[1]);
  return product != NULL && product->kind == CHASE_CATEGORY_PRESENTED ? product : NULL;
}

/* The morphism of the target that the arrow @f has as its value, or NOWHERE. */
static guint32
value_at (ChaseTheory *theory, const ChaseCategory *listed, const ChaseFunctor *functor, guint32 f)
{
  const ChaseEnumerated *d = listed->functors->target;
  guint32 source = chase_presentation_arrow (functor->source->presentation, f)->source;
  const ChaseCategory *inner;
  guint32 number;

  if (functor->form == CHASE_FUNCTOR_WORDS)
    return functor->words[f].length == G_MAXUINT32
               ? NOWHERE
               : chase_enumerated_value (d, functor->objects[source], functor->words[f]);
  inner = chase_theory_listed (theory, listed->parts[1]);
  number = functor->transformations[f] != NULL
               ? chase_theory_find_transformation (theory, inner, functor->transformations[f])
               : NOWHERE;
  return number;
}

guint32
chase_theory_find_functor (ChaseTheory *theory, const ChaseCategory *listed,
                           const ChaseFunctor *functor)
{
  const ChaseFunctorTable *table = listed->functors;
  const ChasePresentation *p = table->source;
  g_autofree guint32 *values = g_new (guint32, table->n_values + 1);

  if (functor->source->presentation != p || functor->target != listed->parts[1]
      || (functor->form != CHASE_FUNCTOR_WORDS && functor->form != CHASE_FUNCTOR_TABLES))
    return NOWHERE;
  for (guint32 a = 0; a < table->n_objects; a++)
    {
      values[a]
          = functor->form == CHASE_FUNCTOR_WORDS
                ? functor->objects[a]
                : chase_theory_find_functor (theory, chase_theory_listed (theory, listed->parts[1]),
                                             functor->functors[a]);
      if (values[a] == NOWHERE)
        return NOWHERE;
    }
  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    if (!chase_presentation_arrow (p, f)->formal)
      values[table->n_objects + f] = value_at (theory, listed, functor, f);
  /* Of an isomorphism the inverse goes to the inverse. */
  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (p, f);
      guint32 value = values[table->n_objects + (arrow->formal ? arrow->inverse : f)];

      if (value == NOWHERE)
        return NOWHERE;
      if (arrow->formal
          && !chase_finite_find_back (table->target->finite, value, TRUE, TRUE,
                                      &values[table->n_objects + f]))
        return NOWHERE;
    }
  return chase_functor_table_find (table, values);
}

guint32
chase_theory_find_transformation (ChaseTheory *theory, const ChaseCategory *listed,
                                  const ChaseTransformation *alpha)
{
  const ChaseFunctorTable *table = listed->functors;
  g_autofree guint32 *values = g_new (guint32, table->n_objects + 3);

  values[0] = chase_theory_find_functor (theory, listed, alpha->from);
  values[1] = chase_theory_find_functor (theory, listed, alpha->to);
  if (values[0] == NOWHERE || values[1] == NOWHERE || alpha->form != CHASE_TRANSFORMATION_WORDS)
    return NOWHERE;
  for (guint32 a = 0; a < table->n_objects; a++)
    values[2 + a]
        = chase_enumerated_value (table->target, alpha->from->objects[a], alpha->words[a]);
  return chase_functor_table_find_transformation (table, values);
}

/* One whose generators and equations are put together here. */
static gboolean
is_derived (const ChaseCategory *category)
{
  return category->kind == CHASE_CATEGORY_PRESENTED
         && (category->product || category->opposite || category->elements != NULL);
}

GPtrArray *
chase_theory_unverified_categories (ChaseTheory *theory)
{
  GPtrArray *found = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer category;

  g_rec_mutex_lock (&theory->lock);
  g_hash_table_iter_init (&iter, theory->listed);
  while (g_hash_table_iter_next (&iter, NULL, &category))
    if (category != NULL && !g_hash_table_contains (theory->verified, category))
      g_ptr_array_add (found, category);
  g_hash_table_iter_init (&iter, theory->categories);
  while (g_hash_table_iter_next (&iter, NULL, &category))
    if (is_derived (category) && !g_hash_table_contains (theory->verified, category))
      g_ptr_array_add (found, category);
  g_rec_mutex_unlock (&theory->lock);
  return found;
}

static gboolean
set_listed_values (ChaseTheory *theory, const ChaseCategory *listed, const ChaseFunctor *functor,
                   ChaseFunctor *made)
{
  const ChasePresentation *p = functor->source->presentation;
  guint32 n_arrows = chase_presentation_n_arrows (listed->presentation);

  for (guint32 a = 0; a < chase_presentation_n_objects (p); a++)
    {
      made->objects[a] = chase_theory_find_functor (theory, listed, functor->functors[a]);
      if (made->objects[a] == NOWHERE)
        return FALSE;
    }
  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    {
      const ChaseTransformation *alpha = functor->transformations[f];
      guint32 m
          = alpha != NULL ? chase_theory_find_transformation (theory, listed, alpha) : NOWHERE;

      if (m == NOWHERE)
        return FALSE;
      made->words[f].letters = g_memdup2 (&m, sizeof m);
      made->words[f].length = m < n_arrows ? 1 : 0;
    }
  return TRUE;
}

const ChaseFunctor *
chase_theory_functor_listed (ChaseTheory *theory, const ChaseFunctor *functor)
{
  const ChaseCategory *listed = chase_theory_listed (theory, functor->target);
  const ChaseFunctor *kept = NULL;
  ChaseFunctor *made;

  if (functor->form == CHASE_FUNCTOR_WORDS)
    return functor;
  if (functor->form != CHASE_FUNCTOR_TABLES || listed == NULL)
    return NULL;
  g_rec_mutex_lock (&theory->lock);
  made = chase_theory_functor_new (CHASE_FUNCTOR_WORDS, functor->source, listed,
                                   g_strdup_printf ("%s as listed", functor->key));
  if (set_listed_values (theory, listed, functor, made))
    kept = chase_theory_keep_functor (theory, made);
  else
    chase_theory_functor_free (made);
  g_rec_mutex_unlock (&theory->lock);
  return kept;
}
