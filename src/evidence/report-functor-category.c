/* SPDX-License-Identifier: MIT */
#include "evidence/functors.h"
#include "evidence/listing.h"
#include "evidence/report-private.h"

#include <string.h>

/* Functor categories that the theory has listed by itself: their functors and transformations are
 * searched for once more, and every composite is worked out component by component. */

#define MAX_STEPS 200000000

static gboolean
tick (gpointer steps)
{
  return --*(guint64 *)steps == 0;
}

static gboolean
functors_agree (const ChaseFunctorTable *table, const ChaseEnumerated *target)
{
  guint64 steps = MAX_STEPS;
  g_autoptr (ChaseFunctors) functors
      = chase_functors_search (table->source, target, TRUE, tick, &steps);

  if (functors == NULL || functors->count != table->n_functors)
    return FALSE;
  chase_functors_sort (functors);
  for (guint32 i = 0; i < table->n_functors; i++)
    if (memcmp (g_ptr_array_index (functors->list, i), chase_functor_table_functor (table, i),
                table->n_values * sizeof (guint32))
            != 0
        || chase_functor_table_find (table, chase_functor_table_functor (table, i)) != i)
      return FALSE;
  return TRUE;
}

/* Is every square of the transformation number @i true? */
static gboolean
is_natural (const ChaseFunctorTable *table, const ChaseFinite *d, guint32 i)
{
  const guint32 *values = chase_functor_table_transformation (table, i);
  const guint32 *from = chase_functor_table_functor (table, values[0]);
  const guint32 *to = chase_functor_table_functor (table, values[1]);

  for (guint32 a = 0; a < table->n_objects; a++)
    if (d->source[values[2 + a]] != from[a] || d->target[values[2 + a]] != to[a])
      return FALSE;
  for (guint32 f = 0; f < chase_presentation_n_arrows (table->source); f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (table->source, f);

      if (chase_finite_compose (d, values[2 + arrow->source], to[table->n_objects + f])
          != chase_finite_compose (d, from[table->n_objects + f], values[2 + arrow->target]))
        return FALSE;
    }
  return TRUE;
}

/* Does the transformation number @i come behind the one before it, in lexicographic order? */
static gboolean
ascends (const ChaseFunctorTable *table, guint32 i)
{
  const guint32 *one = chase_functor_table_transformation (table, i - 1);
  const guint32 *two = chase_functor_table_transformation (table, i);
  guint32 k = 0;

  while (k < table->n_objects + 2 && one[k] == two[k])
    k++;
  return k < table->n_objects + 2 && one[k] < two[k];
}

static gboolean
is_identity (const ChaseFunctorTable *table, const ChaseFinite *d, guint32 i)
{
  const guint32 *values = chase_functor_table_transformation (table, i);

  for (guint32 a = 0; a < table->n_objects; a++)
    if (!chase_finite_is_identity (d, values[2 + a]))
      return FALSE;
  return values[0] == values[1];
}

/* All families of components between two functors, tried one after the other. */
static guint64
count_between (const ChaseFunctorTable *table, const ChaseFinite *d, guint32 i, guint32 j,
               guint64 *steps)
{
  const guint32 *from = chase_functor_table_functor (table, i);
  const guint32 *to = chase_functor_table_functor (table, j);
  guint32 n = table->n_objects;
  g_autofree guint32 *values = g_new0 (guint32, n + 1);
  guint64 count = 0;
  gint64 a = 0;

  while (a >= 0 && *steps > 0)
    {
      gboolean good = TRUE;

      --*steps;
      if (a == n)
        {
          count++;
          if (--a >= 0)
            values[a]++;
          continue;
        }
      while (values[a] < chase_finite_n_morphisms (d)
             && (d->source[values[a]] != from[a] || d->target[values[a]] != to[a]))
        values[a]++;
      if (values[a] == chase_finite_n_morphisms (d))
        {
          if (--a >= 0)
            values[a]++;
          continue;
        }
      for (guint32 f = 0; f < chase_presentation_n_arrows (table->source) && good; f++)
        {
          const ChaseArrow *arrow = chase_presentation_arrow (table->source, f);

          if (MAX (arrow->source, arrow->target) == a)
            good = chase_finite_compose (d, values[arrow->source], to[n + f])
                   == chase_finite_compose (d, from[n + f], values[arrow->target]);
        }
      if (good)
        values[++a] = 0;
      else
        values[a]++;
    }
  return count;
}

static gboolean
transformations_agree (const ChaseFunctorTable *table, const ChaseFinite *d)
{
  guint64 steps = MAX_STEPS;
  guint64 count = 0;

  for (guint32 i = 0; i < table->n_transformations; i++)
    if (!is_natural (table, d, i) || (i > 0 && !ascends (table, i)) || is_identity (table, d, i)
        || chase_functor_table_find_transformation (table,
                                                    chase_functor_table_transformation (table, i))
               != i)
      return FALSE;
  for (guint32 i = 0; i < table->n_functors; i++)
    for (guint32 j = 0; j < table->n_functors; j++)
      count += count_between (table, d, i, j, &steps);
  return steps > 0 && count == (guint64)table->n_transformations + table->n_functors;
}

/* The components of the path @word from the functor @i. */
static void
components (const ChaseFunctorTable *table, const ChaseFinite *d, guint32 i, ChaseWord word,
            guint32 *values)
{
  for (guint32 a = 0; a < table->n_objects; a++)
    {
      values[a] = chase_finite_identity (d, chase_functor_table_functor (table, i)[a]);
      for (guint32 k = 0; k < word.length; k++)
        values[a] = chase_finite_compose (
            d, values[a], chase_functor_table_transformation (table, word.letters[k])[2 + a]);
    }
}

static gboolean
entries_agree (const ChaseCategory *category, const ChaseFinite *d)
{
  const ChaseFunctorTable *table = category->functors;
  const ChasePresentation *p = category->presentation;
  g_autofree guint32 *left = g_new (guint32, table->n_objects + 1);
  g_autofree guint32 *right = g_new (guint32, table->n_objects + 1);

  if (chase_presentation_n_objects (p) != table->n_functors
      || chase_presentation_n_arrows (p) != table->n_transformations)
    return FALSE;
  for (guint32 i = 0; i < table->n_transformations; i++)
    if (chase_presentation_arrow (p, i)->source != chase_functor_table_transformation (table, i)[0]
        || chase_presentation_arrow (p, i)->target
               != chase_functor_table_transformation (table, i)[1])
      return FALSE;
  for (guint32 e = 0; e < chase_presentation_n_equations (p); e++)
    {
      const ChaseEquation *equation = chase_presentation_equation (p, e);

      components (table, d, equation->source, equation->left, left);
      components (table, d, equation->source, equation->right, right);
      if (memcmp (left, right, table->n_objects * sizeof (guint32)) != 0)
        return FALSE;
    }
  return TRUE;
}

gboolean
chase_report_functor_category (ChaseTheory *theory, const ChaseCategory *category, GError **error)
{
  const ChaseFunctorTable *table = category->functors;
  const ChaseCategory *target = chase_theory_listed (theory, category->parts[1]);
  g_autoptr (ChaseEnumerated) all = chase_enumerate (target, 1000000, error);
  const ChaseFinite *d = all != NULL ? all->finite : NULL;

  if (all == NULL)
    return FALSE;
  /* Both number morphisms by shortest paths, so that values can be compared as they are. */
  if (chase_finite_n_morphisms (d) != chase_finite_n_morphisms (table->target->finite))
    return chase_refuse (error, "%s has another number of morphisms", target->key);
  return (functors_agree (table, all) && transformations_agree (table, d)
          && entries_agree (category, d))
         || chase_refuse (error, "%s has other functors or transformations", category->key);
}
