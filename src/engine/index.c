/* SPDX-License-Identifier: MIT */
#include "engine/index.h"

guint32 *
chase_bucket (guint32 n_keys, guint32 n, const guint32 *key, guint32 **items)
{
  guint32 *first = g_new0 (guint32, (gsize)n_keys + 2);

  *items = g_new (guint32, (gsize)n + 1);
  for (guint32 i = 0; i < n; i++)
    first[key[i] + 2]++;
  for (guint32 i = 1; i <= n_keys; i++)
    first[i + 1] += first[i];
  for (guint32 i = 0; i < n; i++)
    (*items)[first[key[i] + 1]++] = i;
  return first;
}

static void
add_relation (ChaseIndex *index, ChaseOrigin origin, guint32 number, ChaseWord left,
              ChaseWord right, guint32 source, guint32 target)
{
  index->relations[index->n_relations++]
      = (ChaseRelation){ source, target, { left, right }, origin, number, CHASE_SIDE_LEFT, NULL };
}

static ChaseWord
stripped (ChaseWord word, ChaseSide side)
{
  return (ChaseWord){ word.letters + (side == CHASE_SIDE_LEFT), word.length - 1 };
}

static void
add_cancelled (ChaseIndex *index, const ChaseCancelled *cancelled)
{
  ChaseWord left = cancelled->of->proof.start, right = chase_proof_end (cancelled->of);
  gboolean epi = cancelled->side == CHASE_SIDE_LEFT;
  guint32 source = epi ? index->target[cancelled->arrow] : index->source[left.letters[0]];
  guint32 target
      = epi ? index->target[left.letters[left.length - 1]] : index->source[cancelled->arrow];
  ChaseRelation *relation;

  add_relation (index, CHASE_ORIGIN_CANCELLED, cancelled->arrow, stripped (left, cancelled->side),
                stripped (right, cancelled->side), source, target);
  relation = &index->relations[index->n_relations - 1];
  relation->end = cancelled->side;
  relation->of = cancelled->of;
}

static void
add_arrow_relations (ChaseIndex *index, guint32 arrow, guint32 *letters)
{
  const ChaseArrow *a = chase_presentation_arrow (index->presentation, arrow);
  ChaseWord none = { NULL, 0 };

  letters[0] = letters[1] = arrow;
  if (a->inverse != G_MAXUINT32)
    {
      letters[1] = a->inverse;
      add_relation (index, CHASE_ORIGIN_INVERSE, arrow, (ChaseWord){ letters, 2 }, none, a->source,
                    a->source);
    }
  else if ((a->properties & CHASE_PROPERTY_IDEMPOTENT) && a->source == a->target)
    add_relation (index, CHASE_ORIGIN_IDEMPOTENT, arrow, (ChaseWord){ letters, 2 },
                  (ChaseWord){ letters, 1 }, a->source, a->source);
}

static void
collect_relations (ChaseIndex *index)
{
  guint32 n = chase_presentation_n_equations (index->presentation);

  index->relations
      = g_new (ChaseRelation, (gsize)n + index->n_arrows
                                  + (index->cancelled != NULL ? index->cancelled->len : 0) + 1);
  index->letters = g_new (guint32, 2 * (gsize)index->n_arrows + 1);
  for (guint32 i = 0; i < n; i++)
    {
      const ChaseEquation *e = chase_presentation_equation (index->presentation, i);

      add_relation (index, CHASE_ORIGIN_EQUATION, i, e->left, e->right, e->source, e->target);
    }
  for (guint32 i = 0; i < index->n_arrows; i++)
    add_arrow_relations (index, i, index->letters + 2 * (gsize)i);
  for (guint i = 0; index->cancelled != NULL && i < index->cancelled->len; i++)
    add_cancelled (index, &g_array_index (index->cancelled, ChaseCancelled, i));
}

static void
index_relations (ChaseIndex *index)
{
  guint32 n = index->n_relations;
  g_autofree guint32 *source = g_new (guint32, (gsize)n + 1);
  g_autofree guint32 *letter = g_new (guint32, 2 * (gsize)n + 1);

  for (guint32 i = 0; i < n; i++)
    {
      const ChaseRelation *r = &index->relations[i];

      source[i] = r->source;
      for (guint k = 0; k < 2; k++)
        letter[2 * i + k]
            = r->side[k].length > 0 ? r->side[k].letters[0] : index->n_arrows + r->source;
    }
  index->at_first = chase_bucket (index->n_objects, n, source, &index->at);
  index->begin_first
      = chase_bucket (index->n_arrows + index->n_objects, 2 * n, letter, &index->begin);
}

static guint32 *
places (guint32 n_keys, const guint32 *first, const guint32 *items, guint32 n)
{
  guint32 *place = g_new (guint32, (gsize)n + 1);

  for (guint32 k = 0; k < n_keys; k++)
    for (guint32 i = first[k]; i < first[k + 1]; i++)
      place[items[i]] = i - first[k];
  return place;
}

/* f g = 1 and g f = 1: each arrow is given one inverse, and the inverse's inverse is the arrow. */
static void
find_inverses (ChaseIndex *index)
{
  g_autofree guint32 *after = g_new (guint32, (gsize)index->n_arrows + 1);

  index->inverse = g_new (guint32, (gsize)index->n_arrows + 1);
  index->undo = g_new (guint32, (gsize)index->n_arrows + 1);
  for (guint32 f = 0; f < index->n_arrows; f++)
    after[f] = index->inverse[f] = index->undo[f] = G_MAXUINT32;
  for (guint32 i = 0; i < index->n_relations; i++)
    {
      const ChaseRelation *r = &index->relations[i];
      ChaseWord word = r->side[r->side[0].length == 0];
      guint32 f, g;

      if (word.length != 2 || r->side[0].length * r->side[1].length != 0)
        continue;
      f = word.letters[0];
      g = word.letters[1];
      if (after[f] == G_MAXUINT32)
        {
          after[f] = g;
          index->undo[f] = i;
        }
      if (after[f] == g && after[g] == f && index->inverse[f] == G_MAXUINT32
          && index->inverse[g] == G_MAXUINT32)
        {
          index->inverse[f] = g;
          index->inverse[g] = f;
        }
    }
}

static gboolean
is_kept_by_inverse (const ChaseIndex *index, guint32 number)
{
  const ChaseRelation *r = &index->relations[number];
  ChaseWord word = r->side[r->side[0].length == 0];

  return word.length == 2 && index->undo[word.letters[0]] == number
         && index->inverse[word.letters[0]] == word.letters[1];
}

static gint
compare_relations (gconstpointer a, gconstpointer b, gpointer data)
{
  const ChaseRelation *r = data, *x = &r[*(const guint32 *)a], *y = &r[*(const guint32 *)b];
  guint64 m = (guint64)x->side[0].length + x->side[1].length;
  guint64 n = (guint64)y->side[0].length + y->side[1].length;

  return m != n ? (m < n ? -1 : 1) : *(const guint32 *)a < *(const guint32 *)b ? -1 : 1;
}

static void
choose_what_to_trace (ChaseIndex *index)
{
  guint32 n = 0;

  index->to_trace_first = g_new (guint32, (gsize)index->n_objects + 1);
  index->to_trace = g_new (guint32, (gsize)index->n_relations + 1);
  for (guint32 o = 0; o < index->n_objects; o++)
    {
      index->to_trace_first[o] = n;
      for (guint32 i = index->at_first[o]; i < index->at_first[o + 1]; i++)
        if (!is_kept_by_inverse (index, index->at[i]))
          index->to_trace[n++] = index->at[i];
      if (n > index->to_trace_first[o])
        g_qsort_with_data (index->to_trace + index->to_trace_first[o],
                           (gint)(n - index->to_trace_first[o]), sizeof (guint32),
                           compare_relations, index->relations);
    }
  index->to_trace_first[index->n_objects] = n;
}

void
chase_index_init (ChaseIndex *index, ChasePresentation *presentation)
{
  chase_index_init_with (index, presentation, NULL);
}

void
chase_index_init_with (ChaseIndex *index, ChasePresentation *presentation, GArray *cancelled)
{
  ChaseProperty mono_or_epi = CHASE_PROPERTY_MONO | CHASE_PROPERTY_EPI | CHASE_PROPERTY_SPLIT_MONO
                              | CHASE_PROPERTY_SPLIT_EPI;

  *index = (ChaseIndex){ .presentation = chase_presentation_ref (presentation) };
  index->cancelled = cancelled != NULL ? g_array_ref (cancelled) : NULL;
  index->n_objects = chase_presentation_n_objects (presentation);
  index->n_arrows = chase_presentation_n_arrows (presentation);
  index->source = g_new (guint32, (gsize)index->n_arrows + 1);
  index->target = g_new (guint32, (gsize)index->n_arrows + 1);
  for (guint32 i = 0; i < index->n_arrows; i++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (presentation, i);

      index->source[i] = arrow->source;
      index->target[i] = arrow->target;
      index->cancels |= arrow->inverse == G_MAXUINT32 && (arrow->properties & mono_or_epi) != 0;
    }
  index->out_first = chase_bucket (index->n_objects, index->n_arrows, index->source, &index->out);
  index->in_first = chase_bucket (index->n_objects, index->n_arrows, index->target, &index->in);
  index->slot = places (index->n_objects, index->out_first, index->out, index->n_arrows);
  index->in_slot = places (index->n_objects, index->in_first, index->in, index->n_arrows);
  collect_relations (index);
  find_inverses (index);
  index_relations (index);
  choose_what_to_trace (index);
  index->acyclic = chase_presentation_is_acyclic (presentation);
}

void
chase_index_clear (ChaseIndex *index)
{
  gpointer owned[] = { index->source,         index->target,   index->out_first,   index->out,
                       index->slot,           index->in_first, index->in,          index->in_slot,
                       index->inverse,        index->undo,     index->relations,   index->letters,
                       index->at_first,       index->at,       index->begin_first, index->begin,
                       index->to_trace_first, index->to_trace };

  for (guint i = 0; i < G_N_ELEMENTS (owned); i++)
    g_free (owned[i]);
  g_clear_pointer (&index->cancelled, g_array_unref);
  chase_presentation_unref (index->presentation);
}

void
chase_index_reach (const ChaseIndex *index, guint32 from, gboolean backward, guint8 *reached)
{
  g_autofree guint32 *stack = g_new (guint32, (gsize)index->n_objects + 1);
  guint32 depth = 0;

  stack[depth++] = from;
  reached[from] = 1;
  while (depth > 0)
    {
      guint32 object = stack[--depth];
      const guint32 *first = backward ? index->in_first : index->out_first;
      const guint32 *arrows = backward ? index->in : index->out;

      for (guint32 i = first[object]; i < first[object + 1]; i++)
        {
          guint32 next = backward ? index->source[arrows[i]] : index->target[arrows[i]];

          if (!reached[next])
            stack[depth++] = next;
          reached[next] = 1;
        }
    }
}

guint32
chase_index_end (const ChaseIndex *index, guint32 source, ChaseWord word)
{
  return word.length == 0 ? source : index->target[word.letters[word.length - 1]];
}
