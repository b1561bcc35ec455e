/* SPDX-License-Identifier: MIT */
#include "model/finite.h"
#include "model/pair-map.h"

#include <string.h>

#define NOWHERE G_MAXUINT32

guint64
chase_finite_n_pairs (guint32 n_objects, guint32 n_arrows, const guint32 *sources,
                      const guint32 *targets)
{
  g_autofree guint32 *out = g_new0 (guint32, n_objects + 1);
  guint64 pairs = 0;

  for (guint32 f = 0; f < n_arrows; f++)
    out[sources[f]]++;
  for (guint32 f = 0; f < n_arrows; f++)
    pairs += out[targets[f]];
  return pairs;
}

ChaseFinite *
chase_finite_new (guint32 n_objects, guint32 n_arrows, const guint32 *sources,
                  const guint32 *targets)
{
  ChaseFinite *finite = g_new0 (ChaseFinite, 1);
  guint32 n = n_arrows + n_objects;
  gsize total = 0;

  finite->n_objects = n_objects;
  finite->n_arrows = n_arrows;
  finite->source = g_new (guint32, n + 1);
  finite->target = g_new (guint32, n + 1);
  finite->first = g_new0 (guint32, n_objects + 2);
  finite->out = g_new (guint32, n_arrows + 1);
  finite->position = g_new (guint32, n_arrows + 1);
  finite->row = g_new (gsize, n_arrows + 1);
  for (guint32 f = 0; f < n; f++)
    {
      finite->source[f] = f < n_arrows ? sources[f] : f - n_arrows;
      finite->target[f] = f < n_arrows ? targets[f] : f - n_arrows;
    }
  for (guint32 f = 0; f < n_arrows; f++)
    finite->first[sources[f] + 1]++;
  for (guint32 i = 0; i < n_objects; i++)
    finite->first[i + 1] += finite->first[i];
  {
    g_autofree guint32 *next = g_memdup2 (finite->first, (n_objects + 1) * sizeof (guint32));

    for (guint32 f = 0; f < n_arrows; f++)
      {
        finite->position[f] = next[sources[f]] - finite->first[sources[f]];
        finite->out[next[sources[f]]++] = f;
      }
  }
  for (guint32 f = 0; f < n_arrows; f++)
    {
      finite->row[f] = total;
      total += finite->first[targets[f] + 1] - finite->first[targets[f]];
    }
  finite->product = g_new (guint32, total + 1);
  memset (finite->product, 0xff, (total + 1) * sizeof (guint32));
  return finite;
}

void
chase_finite_free (ChaseFinite *finite)
{
  if (finite == NULL)
    return;
  g_free (finite->source);
  g_free (finite->target);
  g_free (finite->first);
  g_free (finite->out);
  g_free (finite->position);
  g_free (finite->row);
  g_free (finite->product);
  g_free (finite);
}

guint32
chase_finite_n_morphisms (const ChaseFinite *finite)
{
  return finite->n_arrows + finite->n_objects;
}

guint32
chase_finite_identity (const ChaseFinite *finite, guint32 object)
{
  return finite->n_arrows + object;
}

gboolean
chase_finite_is_identity (const ChaseFinite *finite, guint32 morphism)
{
  return morphism >= finite->n_arrows;
}

guint32
chase_finite_compose (const ChaseFinite *finite, guint32 f, guint32 g)
{
  if (f >= finite->n_arrows)
    return g;
  if (g >= finite->n_arrows)
    return f;
  return finite->product[finite->row[f] + finite->position[g]];
}

void
chase_finite_set (ChaseFinite *finite, guint32 f, guint32 g, guint32 product)
{
  finite->product[finite->row[f] + finite->position[g]] = product;
}

/* There are fewer entries than pairs that compose: the first pair without one. */
static void
find_missing (const ChasePresentation *presentation, guint32 *first, guint32 *second)
{
  g_autoptr (ChasePairMap) entries = chase_pair_map_new ();
  g_autoptr (GPtrArray) by_source = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  guint32 n = chase_presentation_n_arrows (presentation);

  for (guint32 i = 0; i < chase_presentation_n_objects (presentation); i++)
    g_ptr_array_add (by_source, g_array_new (FALSE, FALSE, sizeof (guint32)));
  for (guint32 f = 0; f < n; f++)
    g_array_append_val (
        (GArray *)g_ptr_array_index (by_source, chase_presentation_arrow (presentation, f)->source),
        f);
  for (guint32 e = 0; e < chase_presentation_n_equations (presentation); e++)
    {
      ChaseWord left = chase_presentation_equation (presentation, e)->left;

      chase_pair_map_add (entries, left.letters[0], left.letters[1], e);
    }
  for (guint32 f = 0; f < n; f++)
    {
      const GArray *after
          = g_ptr_array_index (by_source, chase_presentation_arrow (presentation, f)->target);

      for (guint i = 0; i < after->len; i++)
        {
          if (chase_pair_map_find (entries, f, g_array_index (after, guint32, i)) != NOWHERE)
            continue;
          *first = f;
          *second = g_array_index (after, guint32, i);
          return;
        }
    }
}

ChaseFinite *
chase_finite_new_table (const ChasePresentation *presentation, ChaseFiniteFault *fault,
                        guint32 *first, guint32 *second)
{
  guint32 n = chase_presentation_n_arrows (presentation);
  guint32 n_objects = chase_presentation_n_objects (presentation);
  g_autofree guint32 *sources = g_new (guint32, n + 1);
  g_autofree guint32 *targets = g_new (guint32, n + 1);
  guint64 entries = 0;
  ChaseFinite *finite;

  for (guint32 f = 0; f < n; f++)
    {
      sources[f] = chase_presentation_arrow (presentation, f)->source;
      targets[f] = chase_presentation_arrow (presentation, f)->target;
    }
  for (guint32 e = 0; e < chase_presentation_n_equations (presentation); e++)
    {
      const ChaseEquation *equation = chase_presentation_equation (presentation, e);

      entries++;
      if (equation->left.length >= 2)
        continue;
      *fault = CHASE_FINITE_UNIT;
      *first = *second = e;
      return NULL;
    }
  if (chase_finite_n_pairs (n_objects, n, sources, targets) > entries)
    {
      *fault = CHASE_FINITE_MISSING;
      find_missing (presentation, first, second);
      return NULL;
    }
  finite = chase_finite_new (n_objects, n, sources, targets);
  for (guint32 e = 0; e < chase_presentation_n_equations (presentation); e++)
    {
      const ChaseEquation *equation = chase_presentation_equation (presentation, e);

      chase_finite_set (finite, equation->left.letters[0], equation->left.letters[1],
                        equation->right.length == 1 ? equation->right.letters[0]
                                                    : n + equation->source);
    }
  *fault = CHASE_FINITE_GOOD;
  return finite;
}
