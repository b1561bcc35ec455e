/* SPDX-License-Identifier: MIT */
#include "evidence/refine.h"

#include <string.h>

#define NOWHERE G_MAXUINT32

typedef struct
{
  guint32 part[3];
} Triple;

static gint
compare (gconstpointer a, gconstpointer b)
{
  const Triple *one = a;
  const Triple *two = b;

  for (guint i = 0; i < 3; i++)
    if (one->part[i] != two->part[i])
      return one->part[i] < two->part[i] ? -1 : 1;
  return 0;
}

/* Sorted lists of (how, the other's colour, the product's colour), one for each morphism. */
static GPtrArray *
describe (const ChaseFinite *c, const guint32 *colours)
{
  GPtrArray *lists = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  guint32 n = chase_finite_n_morphisms (c);

  for (guint32 f = 0; f < n; f++)
    {
      GArray *list = g_array_new (FALSE, FALSE, sizeof (Triple));
      gboolean endo = c->source[f] == c->target[f];
      Triple own = { { 0, colours[f], endo ? colours[chase_finite_compose (c, f, f)] + 1 : 0 } };

      g_array_append_val (list, own);
      g_ptr_array_add (lists, list);
    }
  for (guint32 f = 0; f < n; f++)
    for (guint32 g = 0; g < n; g++)
      {
        guint32 product;
        Triple first, second, both;

        if (c->target[f] != c->source[g])
          continue;
        product = chase_finite_compose (c, f, g);
        first = (Triple){ { 1, colours[g], colours[product] } };
        second = (Triple){ { 2, colours[f], colours[product] } };
        both = (Triple){ { 3, colours[f], colours[g] } };
        g_array_append_val ((GArray *)g_ptr_array_index (lists, f), first);
        g_array_append_val ((GArray *)g_ptr_array_index (lists, g), second);
        g_array_append_val ((GArray *)g_ptr_array_index (lists, product), both);
      }
  for (guint32 f = 0; f < n; f++)
    g_array_sort (g_ptr_array_index (lists, f), compare);
  return lists;
}

/* Numbers the descriptions in @known and counts them up (or down) in @frequency. */
static void
name_colours (GPtrArray *lists, GHashTable *known, GArray *frequency, int sign, guint32 *colours)
{
  for (guint32 f = 0; f < lists->len; f++)
    {
      const GArray *list = g_ptr_array_index (lists, f);
      GBytes *key = g_bytes_new (list->data, (gsize)list->len * sizeof (Triple));
      gpointer number = g_hash_table_lookup (known, key);

      if (number == NULL)
        {
          int none = 0;

          g_array_append_val (frequency, none);
          number = GUINT_TO_POINTER (frequency->len);
          g_hash_table_insert (known, g_bytes_ref (key), number);
        }
      colours[f] = GPOINTER_TO_UINT (number) - 1;
      g_array_index (frequency, int, colours[f]) += sign;
      g_bytes_unref (key);
    }
}

gboolean
chase_refine (const ChaseFinite *c, const ChaseFinite *d, guint rounds, guint32 *colours_c,
              guint32 *colours_d)
{
  guint before = 0;

  for (guint32 f = 0; f < chase_finite_n_morphisms (c); f++)
    {
      colours_c[f] = chase_finite_is_identity (c, f);
      colours_d[f] = chase_finite_is_identity (d, f);
    }
  for (guint round = 0; round < rounds; round++)
    {
      g_autoptr (GHashTable) known = g_hash_table_new_full (g_bytes_hash, g_bytes_equal,
                                                            (GDestroyNotify)g_bytes_unref, NULL);
      g_autoptr (GArray) frequency = g_array_new (FALSE, FALSE, sizeof (int));
      g_autoptr (GPtrArray) one = describe (c, colours_c);
      g_autoptr (GPtrArray) two = describe (d, colours_d);

      name_colours (one, known, frequency, 1, colours_c);
      name_colours (two, known, frequency, -1, colours_d);
      for (guint i = 0; i < frequency->len; i++)
        if (g_array_index (frequency, int, i) != 0)
          return FALSE;
      if (frequency->len == before)
        break;
      before = frequency->len;
    }
  return TRUE;
}

/* Does @f, sent to value[f], compose with all that stands before it in the order? */
static gboolean
fits (const ChaseFinite *c, const ChaseFinite *d, const guint32 *order, guint32 place,
      const guint32 *value, const gboolean *known)
{
  guint32 f = order[place];

  for (guint32 i = 0; i <= place; i++)
    {
      guint32 g = order[i];

      for (guint side = 0; side < 2; side++)
        {
          guint32 one = side == 0 ? f : g;
          guint32 two = side == 0 ? g : f;
          guint32 product;

          if ((c->target[one] == c->source[two])
              != (d->target[value[one]] == d->source[value[two]]))
            return FALSE;
          if (c->target[one] != c->source[two])
            continue;
          product = chase_finite_compose (c, one, two);
          if (known[product] && value[product] != chase_finite_compose (d, value[one], value[two]))
            return FALSE;
        }
    }
  return TRUE;
}

/* Products of what came before, too, have to be right once @f is known. */
static gboolean
fits_as_product (const ChaseFinite *c, const ChaseFinite *d, const guint32 *order, guint32 place,
                 const guint32 *value)
{
  guint32 f = order[place];

  for (guint32 i = 0; i < place; i++)
    for (guint32 j = 0; j < place; j++)
      if (c->target[order[i]] == c->source[order[j]]
          && chase_finite_compose (c, order[i], order[j]) == f
          && chase_finite_compose (d, value[order[i]], value[order[j]]) != value[f])
        return FALSE;
  return TRUE;
}

int
chase_refined_isomorphism (const ChaseFinite *c, const ChaseFinite *d, const guint32 *colours_c,
                           const guint32 *colours_d, guint64 steps)
{
  guint32 n = chase_finite_n_morphisms (c);
  g_autofree guint32 *order = g_new (guint32, n + 1);
  g_autofree guint32 *value = g_new0 (guint32, n + 1);
  g_autofree guint32 *next = g_new0 (guint32, n + 1);
  g_autofree gboolean *known = g_new0 (gboolean, n + 1);
  g_autofree gboolean *taken = g_new0 (gboolean, n + 1);
  guint32 place = 0;

  /* Identities first. */
  for (guint32 i = 0; i < n; i++)
    order[i] = i < c->n_objects ? c->n_arrows + i : i - c->n_objects;
  while (place < n)
    {
      guint32 f = order[place];
      guint32 v = next[place]++;

      if (steps-- == 0)
        return -1;
      if (v == n)
        {
          if (place-- == 0)
            return 0;
          known[order[place]] = FALSE;
          taken[value[order[place]]] = FALSE;
          continue;
        }
      if (taken[v] || colours_c[f] != colours_d[v])
        continue;
      value[f] = v;
      known[f] = TRUE;
      if (!fits (c, d, order, place, value, known) || !fits_as_product (c, d, order, place, value))
        {
          known[f] = FALSE;
          continue;
        }
      taken[v] = TRUE;
      next[++place] = 0;
    }
  return 1;
}

static gboolean
are_isomorphic (const ChaseFinite *c, guint32 a, guint32 b)
{
  for (guint32 f = 0; f < c->n_arrows; f++)
    for (guint32 g = 0; c->source[f] == a && c->target[f] == b && g < c->n_arrows; g++)
      if (c->source[g] == b && c->target[g] == a
          && chase_finite_compose (c, f, g) == chase_finite_identity (c, a)
          && chase_finite_compose (c, g, f) == chase_finite_identity (c, b))
        return TRUE;
  return FALSE;
}

ChaseFinite *
chase_refine_skeleton (const ChaseFinite *c)
{
  guint32 n = 0, n_objects = 0;
  g_autofree guint32 *object = g_new (guint32, c->n_objects + 1);
  g_autofree guint32 *kept = g_new (guint32, c->n_arrows + 1);
  g_autofree guint32 *number = g_new (guint32, chase_finite_n_morphisms (c) + 1);
  g_autofree guint32 *sources = g_new (guint32, c->n_arrows + 1);
  g_autofree guint32 *targets = g_new (guint32, c->n_arrows + 1);
  ChaseFinite *made;

  for (guint32 a = 0; a < c->n_objects; a++)
    {
      gboolean again = FALSE;

      for (guint32 b = 0; b < a && !again; b++)
        again = object[b] != NOWHERE && are_isomorphic (c, a, b);
      object[a] = again ? NOWHERE : n_objects++;
    }
  for (guint32 f = 0; f < c->n_arrows; f++)
    {
      if (object[c->source[f]] == NOWHERE || object[c->target[f]] == NOWHERE)
        continue;
      sources[n] = object[c->source[f]];
      targets[n] = object[c->target[f]];
      number[f] = n;
      kept[n++] = f;
    }
  for (guint32 a = 0; a < c->n_objects; a++)
    if (object[a] != NOWHERE)
      number[chase_finite_identity (c, a)] = n + object[a];
  made = chase_finite_new (n_objects, n, sources, targets);
  for (guint32 f = 0; f < n; f++)
    for (guint32 g = 0; g < n; g++)
      if (targets[f] == sources[g])
        chase_finite_set (made, f, g, number[chase_finite_compose (c, kept[f], kept[g])]);
  return made;
}
