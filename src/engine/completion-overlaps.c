/* SPDX-License-Identifier: MIT */
#include "engine/completion-private.h"

static void
add_overlap (ChaseCompletion *c, guint32 one, guint32 other, guint32 overlap)
{
  ChaseOverlaps *all = &c->overlaps;
  guint32 length = c->rules[one].left + c->rules[other].left - overlap, number;

  if (length >= all->heads.length)
    {
      chase_vector_fill (&all->heads, 0, length + 1 - all->heads.length);
      chase_vector_fill (&all->tails, 0, length + 1 - all->tails.length);
    }
  number = all->spare;
  if (number != 0)
    all->spare = all->data[number - 1].next;
  else
    {
      if (all->length == all->capacity)
        {
          all->capacity = MAX (2 * all->capacity, 64);
          all->data = g_renew (ChaseOverlap, all->data, all->capacity);
        }
      number = ++all->length;
    }
  all->data[number - 1] = (ChaseOverlap){ one, other, overlap, 0 };
  if (all->tails.data[length] == 0)
    all->heads.data[length] = number;
  else
    all->data[all->tails.data[length] - 1].next = number;
  all->tails.data[length] = number;
  all->shortest = MIN (all->shortest, length);
  all->n_pending++;
  c->n_found++;
}

static void
push_children (ChaseCompletion *c, const ChasePathTrie *trie, guint32 node, guint32 depth)
{
  const ChasePathNode *at = &trie->node[node];
  const guint32 *child = trie->child.data + at->first;
  const guint32 *arrows = trie->arrows + trie->first[at->object];
  guint32 degree = chase_path_trie_degree (trie, at->object);

  c->work += degree / 4;
  for (guint32 i = degree; i-- > 0;)
    {
      if (child[i] == 0 || trie->node[child[i]].live == 0)
        continue;
      chase_vector_push (&c->stack, child[i]);
      chase_vector_push (&c->stack, arrows[i]);
      chase_vector_push (&c->stack, depth + 1);
    }
}

/* The word so far is in c->word, without the letter that no smaller word may have. All paths of
   @trie that pass through @node overlap with the rule: their other letters are appended one after
   the other, and as soon as the word can be rewritten (read the other way, by @reverse), none that
   goes on that way is needed: it is connected below (Winkler and Buchberger; Sims, section 2.7). */
static void
walk_overlaps (ChaseCompletion *c, const ChasePathTrie *trie, const ChasePathTrie *reverse,
               guint32 node, guint32 rule, guint32 overlap)
{
  c->stack.length = 0;
  push_children (c, trie, node, (guint32)c->word.length);
  while (c->stack.length > 0)
    {
      guint32 depth = chase_vector_pop (&c->stack);
      guint32 letter = chase_vector_pop (&c->stack);
      guint32 value;

      node = chase_vector_pop (&c->stack);
      c->work += 2;
      value = trie->node[node].value;
      if (value != 0)
        {
          if (!trie->backwards)
            add_overlap (c, rule, value - 1, overlap);
          else if (value - 1 != rule)
            add_overlap (c, value - 1, rule, overlap);
          continue;
        }
      c->word.length = depth - 1;
      chase_vector_push (&c->word, letter);
      if (chase_path_trie_ending (reverse, c->word.data, c->word.length, &c->work) == G_MAXUINT32)
        push_children (c, trie, node, depth);
    }
}

/* Where @letters (from the end of the rule, or its beginning) lead in @trie: 0 where they do not.
 */
static guint32
node_of (ChaseCompletion *c, const ChasePathTrie *trie, const guint32 *letters, guint32 n)
{
  guint32 node = chase_path_trie_root (trie, letters[trie->backwards ? n - 1 : 0]);

  for (guint32 i = 0; i < n; i++)
    {
      node = chase_path_trie_step (trie, node, letters[trie->backwards ? n - 1 - i : i]);
      c->work++;
      if (node == 0 || trie->node[node].live == 0)
        return 0;
    }
  return node;
}

void
chase_completion_find_overlaps (ChaseCompletion *c, guint32 rule)
{
  ChaseWord left = chase_rule_left (c, rule);

  for (guint32 k = 1; k < left.length; k++)
    {
      guint32 node = node_of (c, c->forwards, left.letters + left.length - k, k);

      if (node != 0)
        {
          c->word.length = 0;
          chase_vector_append (&c->word, left.letters + 1, left.length - 1);
          walk_overlaps (c, c->forwards, c->backwards, node, rule, k);
        }
      node = node_of (c, c->backwards, left.letters, k);
      if (node != 0)
        {
          c->word.length = 0;
          chase_vector_append_reversed (&c->word, left.letters, left.length - 1);
          walk_overlaps (c, c->backwards, c->forwards, node, rule, k);
        }
    }
}

static guint32
heir_of (const ChaseCompletion *c, guint32 rule)
{
  while (c->rules[rule].heir != 0)
    rule = c->rules[rule].heir - 1;
  return rule;
}

/* What lies inside of the overlapped word may be reducible by rules that came later. */
static gboolean
is_needed (ChaseCompletion *c, const ChaseOverlap *overlap)
{
  ChaseWord one = chase_rule_left (c, overlap->one), other = chase_rule_left (c, overlap->other);
  const guint32 *cell = c->automaton.cell.data, *slot = c->index->slot;
  guint32 state = c->automaton.start[c->index->target[one.letters[0]]];

  if (!c->rules[overlap->one].active || !c->rules[overlap->other].active)
    return FALSE;
  c->work += (one.length + other.length - overlap->overlap) / 2;
  for (guint32 i = 1; i < one.length; i++)
    state = chase_rule_automaton_step (cell, state, slot[one.letters[i]]);
  for (guint32 i = overlap->overlap; i + 1 < other.length; i++)
    {
      state = chase_rule_automaton_step (cell, state, slot[other.letters[i]]);
      if (cell[state] != 0)
        return FALSE;
    }
  return TRUE;
}

gboolean
chase_completion_next_overlap (ChaseCompletion *c, guint64 end, ChaseOverlap *overlap)
{
  ChaseOverlaps *all = &c->overlaps;

  while (all->n_pending > 0 && c->work < end && !chase_clock_tick (c->clock))
    {
      guint32 *head, number;

      while (all->heads.data[all->shortest] == 0)
        all->shortest++;
      head = &all->heads.data[all->shortest];
      number = *head;
      *overlap = all->data[number - 1];
      *head = overlap->next;
      overlap->one = heir_of (c, overlap->one);
      overlap->other = heir_of (c, overlap->other);
      if (*head == 0)
        all->tails.data[all->shortest] = 0;
      all->data[number - 1].next = all->spare;
      all->spare = number;
      all->n_pending--;
      c->work++;
      c->n_done++;
      if (is_needed (c, overlap))
        return TRUE;
    }
  return FALSE;
}
