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
      = (ChaseRelation){ source, target, { left, right }, origin, number };
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

  index->relations = g_new (ChaseRelation, (gsize)n + index->n_arrows + 1);
  index->letters = g_new (guint32, 2 * (gsize)index->n_arrows + 1);
  for (guint32 i = 0; i < n; i++)
    {
      const ChaseEquation *e = chase_presentation_equation (index->presentation, i);

      add_relation (index, CHASE_ORIGIN_EQUATION, i, e->left, e->right, e->source, e->target);
    }
  for (guint32 i = 0; i < index->n_arrows; i++)
    add_arrow_relations (index, i, index->letters + 2 * (gsize)i);
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

void
chase_index_init (ChaseIndex *index, ChasePresentation *presentation)
{
  ChaseProperty mono_or_epi = CHASE_PROPERTY_MONO | CHASE_PROPERTY_EPI | CHASE_PROPERTY_SPLIT_MONO
                              | CHASE_PROPERTY_SPLIT_EPI;

  *index = (ChaseIndex){ .presentation = chase_presentation_ref (presentation) };
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
  collect_relations (index);
  index_relations (index);
  index->acyclic = chase_presentation_is_acyclic (presentation);
}

void
chase_index_clear (ChaseIndex *index)
{
  gpointer owned[]
      = { index->source,  index->target,   index->out_first, index->out,         index->relations,
          index->letters, index->at_first, index->at,        index->begin_first, index->begin };

  for (guint i = 0; i < G_N_ELEMENTS (owned); i++)
    g_free (owned[i]);
  chase_presentation_unref (index->presentation);
}

void
chase_index_reach (const ChaseIndex *index, guint32 from, gboolean backward, guint8 *reached)
{
  g_autofree guint32 *stack = g_new (guint32, (gsize)index->n_objects + 1);
  guint32 *in = NULL, *in_first = NULL;
  guint32 depth = 0;

  if (backward)
    in_first = chase_bucket (index->n_objects, index->n_arrows, index->target, &in);
  stack[depth++] = from;
  reached[from] = 1;
  while (depth > 0)
    {
      guint32 object = stack[--depth];
      const guint32 *first = backward ? in_first : index->out_first;
      const guint32 *arrows = backward ? in : index->out;

      for (guint32 i = first[object]; i < first[object + 1]; i++)
        {
          guint32 next = backward ? index->source[arrows[i]] : index->target[arrows[i]];

          if (!reached[next])
            stack[depth++] = next;
          reached[next] = 1;
        }
    }
  g_free (in);
  g_free (in_first);
}

guint32
chase_index_end (const ChaseIndex *index, guint32 source, ChaseWord word)
{
  return word.length == 0 ? source : index->target[word.letters[word.length - 1]];
}
