/* SPDX-License-Identifier: MIT */
#include "engine/rule-automaton.h"

/* A node of the trie, the state that stands for it, and the state of the longest other beginning
 * that it ends with. */
typedef struct
{
  guint32 node, state, fail;
} Place;

typedef struct
{
  ChaseRuleAutomaton *automaton;
  const ChasePathTrie *trie;
  Place *queue; /* shortest first */
  guint32 n_queued;
} Reading;

static guint32
add_state (ChaseRuleAutomaton *a, guint32 value, guint32 object)
{
  guint32 state = (guint32)a->cell.length;

  chase_vector_push (&a->cell, value);
  chase_vector_fill (&a->cell, 0, a->index->out_first[object + 1] - a->index->out_first[object]);
  return state;
}

static void
add_roots (ChaseRuleAutomaton *a)
{
  a->cell.length = 0;
  for (guint32 o = 0; o < a->index->n_objects; o++)
    a->start[o] = add_state (a, 0, o);
}

/* Where cell number @k leads to from @place: to a state of its own where a path goes on so. */
static guint32
next_of (Reading *r, Place place, guint32 k)
{
  ChaseRuleAutomaton *a = r->automaton;
  const ChasePathNode *node = &r->trie->node[place.node];
  guint32 child = r->trie->child.data[node->first + k];
  guint32 target = a->index->target[a->index->out[a->index->out_first[node->object] + k]];
  guint32 fail
      = place.node < a->index->n_objects ? a->start[target] : a->cell.data[place.fail + 1 + k];
  guint32 value, state;

  if (child == 0 || r->trie->node[child].live == 0)
    return fail;
  value = r->trie->node[child].value != 0 ? r->trie->node[child].value : a->cell.data[fail];
  state = add_state (a, value, target);
  r->queue[r->n_queued++] = (Place){ child, state, fail };
  return state;
}

void
chase_rule_automaton_read (ChaseRuleAutomaton *a, const ChasePathTrie *trie)
{
  g_autofree Place *queue = g_new (Place, (gsize)trie->n_nodes + 1);
  Reading r = { a, trie, queue, 0 };

  add_roots (a);
  for (guint32 o = 0; o < a->index->n_objects; o++)
    queue[r.n_queued++] = (Place){ o, a->start[o], 0 };
  for (guint32 i = 0; i < r.n_queued; i++)
    {
      guint32 degree = chase_path_trie_degree (trie, trie->node[queue[i].node].object);

      for (guint32 k = 0; k < degree; k++)
        {
          guint32 next = next_of (&r, queue[i], k);

          a->cell.data[queue[i].state + 1 + k] = next;
        }
    }
}

void
chase_rule_automaton_init (ChaseRuleAutomaton *a, const ChaseIndex *index)
{
  *a = (ChaseRuleAutomaton){ .index = index };
  a->start = g_new (guint32, (gsize)index->n_objects + 1);
  add_roots (a);
  for (guint32 f = 0; f < index->n_arrows; f++)
    a->cell.data[a->start[index->source[f]] + 1 + index->slot[f]] = a->start[index->target[f]];
}

void
chase_rule_automaton_clear (ChaseRuleAutomaton *a)
{
  chase_vector_clear (&a->cell);
  g_clear_pointer (&a->start, g_free);
}
