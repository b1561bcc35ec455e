/* SPDX-License-Identifier: MIT */
#include "engine/category-isomorphism.h"

#include <string.h>

#define NOWHERE G_MAXUINT32

/* Colours of both categories' morphisms, in one numbering. */
typedef struct
{
  const ChaseFinite *side[2];
  guint32 *colour[2];
  guint32 n_colours;
  ChaseClock *clock;
} Refinement;

static guint64
mix (guint64 hash, guint64 value)
{
  hash = (hash ^ value) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return hash ^ (hash >> 29);
}

/* The sum over all g after f of what (g, g f) look like, over all before, and of f f. */
static guint64 *
signatures (Refinement *r, guint side)
{
  const ChaseFinite *c = r->side[side];
  const guint32 *colour = r->colour[side];
  guint32 n = chase_finite_n_morphisms (c);
  guint64 *sum = g_new0 (guint64, n + 1);

  for (guint32 f = 0; f < n; f++)
    {
      sum[f] = mix (sum[f], colour[f] + 1);
      sum[f] += mix (colour[chase_finite_identity (c, c->source[f])], 2);
      sum[f] += mix (colour[chase_finite_identity (c, c->target[f])], 3);
      if (c->source[f] == c->target[f])
        sum[f] += mix (colour[chase_finite_compose (c, f, f)], 19);
    }
  for (guint32 f = 0; f < c->n_arrows && !chase_clock_tick (r->clock); f++)
    for (guint32 i = c->first[c->target[f]]; i < c->first[c->target[f] + 1]; i++)
      {
        guint32 g = c->out[i];
        guint32 fg = chase_finite_compose (c, f, g);

        sum[f] += mix (mix (colour[g], 5), colour[fg]);
        sum[g] += mix (mix (colour[f], 7), colour[fg]);
        sum[fg] += mix (mix (colour[f], 11), colour[g]);
      }
  for (guint32 f = 0; f < c->n_arrows; f++)
    {
      sum[chase_finite_identity (c, c->source[f])] += mix (colour[f], 13);
      sum[chase_finite_identity (c, c->target[f])] += mix (colour[f], 17);
    }
  return sum;
}

static gint
compare_sums (gconstpointer a, gconstpointer b, gpointer unused)
{
  guint64 one = *(const guint64 *)a, two = *(const guint64 *)b;

  return one < two ? -1 : one > two;
}

static guint64 *
sorted_copy (const guint64 *sums, guint32 n)
{
  guint64 *sorted = g_memdup2 (sums, (n + 1) * sizeof (guint64));

  g_qsort_with_data (sorted, (gint)n, sizeof (guint64), compare_sums, NULL);
  return sorted;
}

static guint32
find_sum (const guint64 *sorted, guint32 n, guint64 sum)
{
  guint32 low = 0, high = n;

  while (high - low > 1)
    {
      guint32 middle = (low + high) / 2;

      if (sorted[middle] <= sum)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/* Numbers the signatures; FALSE when the two sides have different ones. */
static gboolean
renumber (Refinement *r, guint64 *const *sums)
{
  guint32 n = chase_finite_n_morphisms (r->side[0]);
  g_autofree guint64 *one = sorted_copy (sums[0], n);
  g_autofree guint64 *two = sorted_copy (sums[1], n);
  guint32 colours = 0;

  if (memcmp (one, two, n * sizeof (guint64)) != 0)
    return FALSE;
  for (guint32 i = 0; i < n; i++)
    if (i == 0 || two[i] != two[i - 1])
      one[colours++] = two[i];
  for (guint s = 0; s < 2; s++)
    for (guint32 f = 0; f < n; f++)
      r->colour[s][f] = find_sum (one, colours, sums[s][f]);
  r->n_colours = colours;
  return TRUE;
}

/* Refines until nothing changes; FALSE with the number of rounds when the two differ. */
static gboolean
refine (Refinement *r, guint32 *rounds)
{
  guint32 before = 0;

  for (*rounds = 1; !chase_clock_tick (r->clock); ++*rounds)
    {
      g_autofree guint64 *one = signatures (r, 0);
      g_autofree guint64 *two = signatures (r, 1);
      guint64 *sums[2] = { one, two };

      if (r->clock->stop != CHASE_STOP_NONE)
        return TRUE;
      if (!renumber (r, sums))
        return FALSE;
      if (r->n_colours == before)
        return TRUE;
      before = r->n_colours;
    }
  return TRUE;
}

/* Generators of a finite category, and every other morphism as one that stands before, then a
 * generator. */
typedef struct
{
  GArray *generators;
  guint32 *before; /* NOWHERE for identities and generators */
  guint32 *last;
} Words;

static void
close_under (const ChaseFinite *c, Words *words, gboolean *known, GArray *queue, guint from)
{
  for (guint i = from; i < queue->len; i++)
    {
      guint32 f = g_array_index (queue, guint32, i);

      for (guint k = 0; k < words->generators->len; k++)
        {
          guint32 g = g_array_index (words->generators, guint32, k);
          guint32 product;

          if (c->source[g] != c->target[f])
            continue;
          product = chase_finite_compose (c, f, g);
          if (known[product])
            continue;
          known[product] = TRUE;
          words->before[product] = f;
          words->last[product] = g;
          g_array_append_val (queue, product);
        }
    }
}

static void
words_init (Words *words, const ChaseFinite *c)
{
  guint32 n = chase_finite_n_morphisms (c);
  g_autofree gboolean *product = g_new0 (gboolean, n + 1);
  g_autofree gboolean *known = g_new0 (gboolean, n + 1);
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint32));

  words->generators = g_array_new (FALSE, FALSE, sizeof (guint32));
  words->before = g_new (guint32, n + 1);
  words->last = g_new (guint32, n + 1);
  for (guint32 f = 0; f < n; f++)
    {
      words->before[f] = words->last[f] = NOWHERE;
      known[f] = chase_finite_is_identity (c, f);
    }
  for (guint32 f = 0; f < c->n_arrows; f++)
    for (guint32 i = c->first[c->target[f]]; i < c->first[c->target[f] + 1]; i++)
      product[chase_finite_compose (c, f, c->out[i])] = TRUE;
  /* First what is no product, then whatever is still missing. */
  for (guint round = 0; round < 2; round++)
    for (guint32 f = 0; f < c->n_arrows; f++)
      {
        if (known[f] || (round == 0 && product[f]))
          continue;
        known[f] = TRUE;
        g_array_append_val (words->generators, f);
        g_array_append_val (queue, f);
        /* The new generator may follow all that is known. */
        close_under (c, words, known, queue, 0);
      }
}

static void
words_clear (Words *words)
{
  g_array_unref (words->generators);
  g_free (words->before);
  g_free (words->last);
}

/* Places of the search: objects (as their identities), and generators as soon as their ends have
 * values. */
typedef struct
{
  const ChaseFinite *c;
  const ChaseFinite *d;
  const guint32 *colour[2];
  Words words;
  GArray *order; /* of morphisms of c */
  GPtrArray
      *due; /* GArray of morphisms whose value can be worked out there, each after its parts */
  guint32 *value;
  gboolean *taken;
  ChaseClock *clock;
} Search;

static guint32
place_of (const Search *search, const guint32 *place, guint32 f)
{
  guint32 last = 0;

  for (; f != NOWHERE; f = search->words.before[f])
    {
      guint32 g = search->words.last[f] != NOWHERE ? search->words.last[f] : f;

      last = MAX (last, place[g]);
    }
  return last;
}

static void
plan (Search *search)
{
  const ChaseFinite *c = search->c;
  guint32 n = chase_finite_n_morphisms (c);
  g_autofree guint32 *place = g_new0 (guint32, n + 1);
  g_autofree guint32 *depth = g_new0 (guint32, n + 1);

  for (guint32 a = 0; a < c->n_objects; a++)
    {
      guint32 identity = chase_finite_identity (c, a);

      place[identity] = search->order->len;
      g_array_append_val (search->order, identity);
      for (guint k = 0; k < search->words.generators->len; k++)
        {
          guint32 g = g_array_index (search->words.generators, guint32, k);

          if (MAX (c->source[g], c->target[g]) != a)
            continue;
          place[g] = search->order->len;
          g_array_append_val (search->order, g);
        }
    }
  for (guint i = 0; i < search->order->len; i++)
    g_ptr_array_add (search->due, g_array_new (FALSE, FALSE, sizeof (guint32)));
  for (guint32 f = 0; f < n; f++)
    for (guint32 g = search->words.before[f]; g != NOWHERE; g = search->words.before[g])
      depth[f]++;
  for (guint32 level = 1, more = 1; more > 0; level++)
    {
      more = 0;
      for (guint32 f = 0; f < n; f++)
        {
          more += depth[f] > level;
          if (depth[f] == level)
            g_array_append_val (
                (GArray *)g_ptr_array_index (search->due, place_of (search, place, f)), f);
        }
    }
}

/* Gives what is due at @place its value; FALSE where colours or ends say no. */
static gboolean
work_out (Search *search, guint place)
{
  const GArray *due = g_ptr_array_index (search->due, place);

  for (guint i = 0; i < due->len; i++)
    {
      guint32 f = g_array_index (due, guint32, i);
      guint32 value = chase_finite_compose (search->d, search->value[search->words.before[f]],
                                            search->value[search->words.last[f]]);

      if (search->colour[0][f] != search->colour[1][value])
        return FALSE;
      search->value[f] = value;
    }
  return TRUE;
}

/* A bijection that keeps the products with generators is an isomorphism. */
static gboolean
is_isomorphism (const Search *search)
{
  const ChaseFinite *c = search->c;
  guint32 n = chase_finite_n_morphisms (c);
  g_autofree gboolean *hit = g_new0 (gboolean, n + 1);

  for (guint32 f = 0; f < n; f++)
    {
      if (hit[search->value[f]])
        return FALSE;
      hit[search->value[f]] = TRUE;
    }
  for (guint k = 0; k < search->words.generators->len; k++)
    {
      guint32 g = g_array_index (search->words.generators, guint32, k);

      for (guint32 f = 0; f < n; f++)
        if (c->target[f] == c->source[g]
            && search->value[chase_finite_compose (c, f, g)]
                   != chase_finite_compose (search->d, search->value[f], search->value[g]))
          return FALSE;
    }
  return TRUE;
}

static gboolean
may_go (const Search *search, guint32 f, guint32 value)
{
  const ChaseFinite *c = search->c;
  const ChaseFinite *d = search->d;

  if (search->taken[value] || search->colour[0][f] != search->colour[1][value])
    return FALSE;
  return chase_finite_is_identity (c, f)
         || (d->source[value] == d->source[search->value[chase_finite_identity (c, c->source[f])]]
             && d->target[value]
                    == d->source[search->value[chase_finite_identity (c, c->target[f])]]);
}

static gboolean
search_from (Search *search, guint place)
{
  guint32 f;

  if (place == search->order->len)
    return is_isomorphism (search);
  f = g_array_index (search->order, guint32, place);
  for (guint32 value = 0; value < chase_finite_n_morphisms (search->d); value++)
    {
      if (chase_clock_tick (search->clock))
        return FALSE;
      if (!may_go (search, f, value))
        continue;
      search->value[f] = value;
      search->taken[value] = TRUE;
      if (work_out (search, place) && search_from (search, place + 1))
        return TRUE;
      search->taken[value] = FALSE;
    }
  return FALSE;
}

static ChaseVerdict
search_all (const Refinement *r, guint32 *objects, guint32 *morphisms)
{
  const ChaseFinite *c = r->side[0];
  g_autofree gboolean *taken = g_new0 (gboolean, chase_finite_n_morphisms (c) + 1);
  Search search = { .c = c,
                    .d = r->side[1],
                    .colour = { r->colour[0], r->colour[1] },
                    .order = g_array_new (FALSE, FALSE, sizeof (guint32)),
                    .due = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref),
                    .value = morphisms,
                    .taken = taken,
                    .clock = r->clock };
  gboolean found;

  words_init (&search.words, c);
  plan (&search);
  found = search_from (&search, 0);
  for (guint32 a = 0; found && a < c->n_objects; a++)
    objects[a] = r->side[1]->source[morphisms[chase_finite_identity (c, a)]];
  words_clear (&search.words);
  g_array_unref (search.order);
  g_ptr_array_unref (search.due);
  if (found)
    return CHASE_VERDICT_HOLDS;
  return r->clock->stop != CHASE_STOP_NONE ? CHASE_VERDICT_UNDECIDED : CHASE_VERDICT_FAILS;
}

ChaseVerdict
chase_finite_isomorphism (const ChaseFinite *c, const ChaseFinite *d, ChaseClock *clock,
                          guint32 *objects, guint32 *morphisms, guint32 *rounds)
{
  guint32 n = chase_finite_n_morphisms (c);
  g_autofree guint32 *one = NULL;
  g_autofree guint32 *two = NULL;
  Refinement r = { { c, d }, { NULL, NULL }, 0, clock };

  *rounds = 0;
  if (c->n_objects != d->n_objects || n != chase_finite_n_morphisms (d))
    return CHASE_VERDICT_FAILS;
  one = g_new (guint32, n + 1);
  two = g_new (guint32, n + 1);
  for (guint32 f = 0; f < n; f++)
    {
      one[f] = chase_finite_is_identity (c, f);
      two[f] = chase_finite_is_identity (d, f);
    }
  r.colour[0] = one;
  r.colour[1] = two;
  if (!refine (&r, rounds))
    return CHASE_VERDICT_FAILS;
  if (clock->stop != CHASE_STOP_NONE)
    return CHASE_VERDICT_UNDECIDED;
  *rounds = NOWHERE;
  return search_all (&r, objects, morphisms);
}
