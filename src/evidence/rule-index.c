/* SPDX-License-Identifier: MIT */
#include "evidence/rule-index.h"

static void
sort_arrows (ChaseRuleIndex *index)
{
  const ChasePresentation *p = index->presentation;
  guint32 n_objects = index->n_objects, n = index->n_arrows;

  index->source = g_new (guint32, (gsize)n + 1);
  index->target = g_new (guint32, (gsize)n + 1);
  index->slot = g_new (guint32, (gsize)n + 1);
  index->out = g_new (guint32, (gsize)n + 1);
  index->out_first = g_new0 (guint32, (gsize)n_objects + 2);
  for (guint32 f = 0; f < n; f++)
    {
      index->source[f] = chase_presentation_arrow (p, f)->source;
      index->target[f] = chase_presentation_arrow (p, f)->target;
      index->slot[f] = index->out_first[index->source[f] + 1]++;
    }
  for (guint32 o = 0; o < n_objects; o++)
    index->out_first[o + 1] += index->out_first[o];
  for (guint32 f = 0; f < n; f++)
    index->out[index->out_first[index->source[f]] + index->slot[f]] = f;
}

static guint32
add_state (ChaseRuleIndex *index, guint32 object, guint32 depth, GArray *cells)
{
  guint32 state = index->n_states++, none = CHASE_NO_STATE;

  index->object[state] = object;
  index->depth[state] = depth;
  index->first[state] = cells->len;
  index->rule[state] = index->whole[state] = none;
  for (guint32 i = index->out_first[object]; i < index->out_first[object + 1]; i++)
    g_array_append_val (cells, none);
  return state;
}

static void
add_left_side (ChaseRuleIndex *index, ChaseWord left, guint32 rule, GArray *cells)
{
  guint32 state = index->source[left.letters[0]];

  for (guint32 i = 0; i < left.length; i++)
    {
      guint32 cell = index->first[state] + index->slot[left.letters[i]];
      guint32 next = g_array_index (cells, guint32, cell);

      if (next == CHASE_NO_STATE)
        {
          next = add_state (index, index->target[left.letters[i]], i + 1, cells);
          g_array_index (cells, guint32, cell) = next;
        }
      state = next;
    }
  index->alike[rule] = index->rule[state];
  index->rule[state] = rule;
}

/* Gives every state and arrow the state that follows, shortest states first. */
static void
link_states (ChaseRuleIndex *index)
{
  guint32 n_objects = index->n_objects, tail = 0;
  g_autofree guint32 *queue = g_new (guint32, (gsize)index->n_states + 1);

  for (; tail < n_objects; tail++)
    queue[tail] = index->shorter[tail] = tail;
  for (guint32 head = 0; head < tail; head++)
    {
      guint32 state = queue[head], from = index->out_first[index->object[state]];

      for (guint32 i = from; i < index->out_first[index->object[state] + 1]; i++)
        {
          guint32 *cell = &index->cell[index->first[state] + i - from];
          guint32 fallback = state < n_objects
                                 ? index->target[index->out[i]]
                                 : index->cell[index->first[index->shorter[state]] + i - from];

          if (*cell == CHASE_NO_STATE)
            {
              *cell = fallback;
              continue;
            }
          index->shorter[*cell] = fallback;
          index->whole[*cell]
              = index->rule[*cell] != CHASE_NO_STATE ? *cell : index->whole[fallback];
          queue[tail++] = *cell;
        }
    }
}

void
chase_rule_index_init (ChaseRuleIndex *index, const ChasePresentation *presentation,
                       const ChaseNormal *normal)
{
  guint32 n_objects = chase_presentation_n_objects (presentation);
  guint32 **columns[] = { &index->object,  &index->depth, &index->first,
                          &index->shorter, &index->whole, &index->rule };
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (guint32));
  gsize room = (gsize)n_objects + 1;

  *index = (ChaseRuleIndex){ .presentation = presentation,
                             .n_objects = n_objects,
                             .n_arrows = chase_presentation_n_arrows (presentation) };
  sort_arrows (index);
  for (guint32 i = 0; i < normal->n_rules; i++)
    room += normal->rules[i].left.length;
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    *columns[i] = g_new (guint32, room);
  index->alike = g_new (guint32, (gsize)normal->n_rules + 1);
  for (guint32 o = 0; o < n_objects; o++)
    add_state (index, o, 0, cells);
  for (guint32 i = 0; i < normal->n_rules; i++)
    add_left_side (index, normal->rules[i].left, i, cells);
  index->cell = (guint32 *)(gpointer)g_array_free (cells, FALSE);
  link_states (index);
}

void
chase_rule_index_clear (ChaseRuleIndex *index)
{
  gpointer owned[] = { index->source, index->target, index->out_first, index->out,  index->slot,
                       index->object, index->depth,  index->first,     index->cell, index->shorter,
                       index->whole,  index->rule,   index->alike };

  for (guint i = 0; i < G_N_ELEMENTS (owned); i++)
    g_free (owned[i]);
}
