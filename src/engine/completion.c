/* SPDX-License-Identifier: MIT */
#include "engine/completion-private.h"

#include <string.h>

/* Letter steps that the reduction of one equation may take: in a recursive order a word can grow
   exponentially while it is reduced, and then another order is the better way. */
enum
{
  MAX_REDUCTION = 300000,
};

ChaseCompletion *
chase_completion_new (const ChaseIndex *index, ChaseOrder *order, gboolean proofs,
                      ChaseClock *clock)
{
  ChaseCompletion *c = g_new0 (ChaseCompletion, 1);

  c->index = index;
  c->clock = clock;
  c->order = *order;
  c->proofs = proofs;
  *order = (ChaseOrder){ 0 };
  c->forwards = chase_path_trie_new (index, FALSE);
  c->backwards = chase_path_trie_new (index, TRUE);
  chase_rule_automaton_init (&c->automaton, index);
  c->recent = g_new0 (guint32, (gsize)index->n_arrows + 1);
  return c;
}

void
chase_completion_free (ChaseCompletion *c)
{
  ChaseVector *vectors[] = {
    &c->letters, &c->overlaps.heads, &c->overlaps.tails, &c->equations, &c->x,     &c->y, &c->rest,
    &c->one,     &c->other,          &c->word,           &c->stack,     &c->states
  };
  gpointer owned[] = { c->rules,        c->masks,        c->whys.data,  c->overlaps.data,
                       c->trace_x.data, c->trace_y.data, c->middle.data };

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    chase_vector_clear (vectors[i]);
  for (guint i = 0; i < G_N_ELEMENTS (owned); i++)
    g_free (owned[i]);
  chase_path_trie_free (c->forwards);
  chase_path_trie_free (c->backwards);
  chase_rule_automaton_clear (&c->automaton);
  g_free (c->recent);
  chase_clock_take (c->clock, -(gssize)c->taken);
  chase_order_clear (&c->order);
  g_free (c);
}

gboolean
chase_completion_is_stuck (const ChaseCompletion *c)
{
  return c->stuck;
}

guint32
chase_completion_n_rules (const ChaseCompletion *c)
{
  return c->n_active;
}

guint64
chase_completion_work (const ChaseCompletion *c)
{
  return c->work;
}

double
chase_completion_rest (const ChaseCompletion *c)
{
  double n = c->index->n_relations, taken = MAX (c->next_relation, 1);
  /* Two relations overlap for each other's sake: there will be as many more as there will be pairs.
   */
  double found = (double)c->n_found * (n * n / (taken * taken) - 1);
  double waiting
      = found + c->overlaps.n_pending + (n - c->next_relation) + (double)c->equations.length;

  return waiting * ((double)c->work + 50) / ((double)c->n_done + 1);
}

guint32
chase_completion_version (const ChaseCompletion *c)
{
  return c->n_rules;
}

static guint32 *
recent_like (ChaseCompletion *c, guint32 rule)
{
  return &c->recent[c->letters.data[c->rules[rule].first + c->rules[rule].left - 1]];
}

/* The automaton knows the rules that there were when it was made; those that came since are
   compared one by one, until that has taken as many steps as to make the automaton anew. */
static void
learn_rules (ChaseCompletion *c)
{
  if (c->recent_work < c->forwards->child.length + c->forwards->n_nodes)
    return;
  chase_rule_automaton_read (&c->automaton, c->forwards);
  for (; c->n_old < c->n_rules; c->n_old++)
    *recent_like (c, c->n_old) = 0;
  c->recent_work = 0;
}

static void
index_rule (ChaseCompletion *c, guint32 number)
{
  guint32 *recent = recent_like (c, number);

  c->rules[number].recent = *recent;
  *recent = number + 1;
  chase_path_trie_set (c->forwards, chase_rule_left (c, number), number);
  chase_path_trie_set (c->backwards, chase_rule_left (c, number), number);
}

static gboolean
ends_with (const guint32 *letters, gsize n, ChaseWord word)
{
  guint32 i = word.length;

  if (n < i)
    return FALSE;
  while (i > 0 && letters[n - 1] == word.letters[i - 1])
    n--, i--;
  return i == 0;
}

/* The rule whose left side the @n letters end with, where the automaton is in @state. */
static guint32
find_rule (ChaseCompletion *c, guint32 state, const guint32 *letters, gsize n)
{
  guint32 rule = chase_rule_automaton_found (&c->automaton, state);

  if (rule != G_MAXUINT32 && c->rules[rule].active)
    return rule;
  for (rule = c->recent[letters[n - 1]]; rule != 0; rule = c->rules[rule - 1].recent)
    {
      c->recent_work += 2;
      c->work += 2;
      if (c->rules[rule - 1].active && ends_with (letters, n, chase_rule_left (c, rule - 1)))
        return rule - 1;
    }
  return G_MAXUINT32;
}

/* Puts @word before the letters that are to be read, and makes room for all of them after the @read
   ones that @out keeps from @start on. */
static void
read_next (ChaseCompletion *c, ChaseWord word, ChaseVector *out, gsize start, gsize read)
{
  chase_vector_append_reversed (&c->rest, word.letters, word.length);
  c->states.length = read;
  out->length = start + read;
  chase_vector_reserve (&c->states, c->rest.length + 1);
  chase_vector_reserve (out, c->rest.length);
}

/* Reads letters until a left side is complete: its rule, or G_MAXUINT32 when all are read. *@n
   letters are in @out, and as many states after the first in c->states. */
static guint32
read_on (ChaseCompletion *c, guint32 *out, gsize *n)
{
  const guint32 *cell = c->automaton.cell.data, *slot = c->index->slot;
  guint32 *states = c->states.data, rule = G_MAXUINT32;
  gsize i = *n, left = c->rest.length;

  while (left > 0 && rule == G_MAXUINT32)
    {
      guint32 letter = c->rest.data[--left];
      guint32 state = cell[states[i] + 1 + slot[letter]];

      out[i++] = letter;
      states[i] = state;
      if (G_UNLIKELY (cell[state] != 0 || c->recent[letter] != 0))
        rule = find_rule (c, state, out, i);
    }
  c->work += c->rest.length - left;
  c->rest.length = left;
  *n = i;
  return rule;
}

gboolean
chase_completion_trace (ChaseCompletion *c, ChaseWord word, ChaseVector *out, ChaseRewrites *trace)
{
  gsize start = out->length, n = 0;
  guint64 patience = c->work + MAX_REDUCTION;
  guint32 rule;

  if (word.length == 0)
    return TRUE;
  learn_rules (c);
  c->rest.length = 0;
  read_next (c, word, out, start, 0);
  c->states.data[0] = c->automaton.start[c->index->source[word.letters[0]]];
  while ((rule = read_on (c, out->data + start, &n)) != G_MAXUINT32)
    {
      if (c->work > patience || chase_clock_tick (c->clock))
        return FALSE;
      n -= c->rules[rule].left;
      if (trace != NULL)
        chase_rewrites_add (trace, rule, (guint32)n, FALSE);
      read_next (c, chase_rule_right (c, rule), out, start, n);
    }
  out->length = start + n;
  return TRUE;
}

gboolean
chase_completion_joins (ChaseCompletion *c, ChaseWord left, ChaseWord right)
{
  c->x.length = c->y.length = 0;
  return chase_completion_trace (c, left, &c->x, NULL)
         && chase_completion_trace (c, right, &c->y, NULL)
         && chase_word_equal (chase_vector_word (&c->x), chase_vector_word (&c->y));
}

static void
account (ChaseCompletion *c)
{
  gsize bytes = (c->letters.capacity + 2 * c->overlaps.heads.capacity) * sizeof (guint32)
                + (gsize)c->capacity * (sizeof (ChaseRewriteRule) + sizeof (guint64))
                + c->whys.capacity * sizeof (ChaseRewrite)
                + (gsize)c->overlaps.capacity * sizeof (ChaseOverlap)
                + c->automaton.cell.capacity * sizeof (guint32)
                + chase_path_trie_bytes (c->forwards) + chase_path_trie_bytes (c->backwards);

  c->stuck |= bytes > c->clock->budget.memory / 8;
  if (bytes > c->taken && chase_clock_take (c->clock, (gssize)(bytes - c->taken)))
    c->taken = bytes;
}

static gboolean
contains (ChaseWord word, ChaseWord part)
{
  for (guint32 i = 0; i + part.length <= word.length; i++)
    if (memcmp (word.letters + i, part.letters, part.length * sizeof (guint32)) == 0)
      return TRUE;
  return FALSE;
}

/* Rules whose left sides the new rule rewrites become equations again. */
static void
retire_others (ChaseCompletion *c, guint32 rule)
{
  ChaseWord left = chase_rule_left (c, rule);
  guint64 mask = c->masks[rule];

  for (guint32 i = 0; i < rule; i++)
    {
      if ((mask & ~c->masks[i]) != 0 || c->rules[i].left < left.length
          || !contains (chase_rule_left (c, i), left))
        continue;
      c->rules[i].active = FALSE;
      c->masks[i] = 0;
      c->n_active--;
      chase_path_trie_unset (c->forwards, chase_rule_left (c, i));
      chase_path_trie_unset (c->backwards, chase_rule_left (c, i));
      chase_vector_push (&c->equations, i);
    }
  c->work += rule / 4;
}

static void
append_rewrites (ChaseRewrites *whys, const ChaseRewrites *trace, gboolean reversed)
{
  for (gsize i = 0; i < trace->length; i++)
    {
      const ChaseRewrite *r = &trace->data[reversed ? trace->length - 1 - i : i];

      chase_rewrites_add (whys, r->rule, r->at, reversed ? !r->reverse : r->reverse);
    }
}

static guint32
new_rule (ChaseCompletion *c, ChaseWord left, ChaseWord right)
{
  guint64 mask = 0;

  if (c->n_rules == c->capacity)
    {
      c->capacity = MAX (2 * c->capacity, 64);
      c->rules = g_renew (ChaseRewriteRule, c->rules, c->capacity);
      c->masks = g_renew (guint64, c->masks, c->capacity);
    }
  for (guint32 i = 0; i < left.length; i++)
    mask |= (guint64)1 << (left.letters[i] % 64);
  c->masks[c->n_rules] = mask;
  c->rules[c->n_rules] = (ChaseRewriteRule){ .first = c->letters.length,
                                             .left = left.length,
                                             .right = right.length,
                                             .why = c->whys.length,
                                             .active = TRUE };
  chase_vector_append (&c->letters, left.letters, left.length);
  chase_vector_append (&c->letters, right.letters, right.length);
  return c->n_rules++;
}

/* Makes the rule @left -> @right. What leads from the one to the other: @left_trace backwards, then
   the rewrites of c->middle, then @right_trace; the middle backwards if @swapped. */
static void
add_rule (ChaseCompletion *c, ChaseWord left, ChaseWord right, const ChaseRewrites *left_trace,
          const ChaseRewrites *right_trace, gboolean swapped)
{
  guint32 number = new_rule (c, left, right);

  if (c->proofs)
    {
      append_rewrites (&c->whys, left_trace, TRUE);
      append_rewrites (&c->whys, &c->middle, swapped);
      append_rewrites (&c->whys, right_trace, FALSE);
      c->rules[number].n_why = (guint32)(c->whys.length - c->rules[number].why);
    }
  c->n_active++;
  retire_others (c, number);
  index_rule (c, number);
  chase_completion_find_overlaps (c, number);
  account (c);
}

/* Makes the two paths, which the rewrites of c->middle lead from one to the other, have one reduced
 * form. */
static void
equate (ChaseCompletion *c, ChaseWord one, ChaseWord other)
{
  ChaseWord x, y;
  int compared;

  c->x.length = c->y.length = 0;
  c->trace_x.length = c->trace_y.length = 0;
  if (!chase_completion_trace (c, one, &c->x, c->proofs ? &c->trace_x : NULL)
      || !chase_completion_trace (c, other, &c->y, c->proofs ? &c->trace_y : NULL))
    {
      c->stuck = TRUE;
      return;
    }
  x = chase_vector_word (&c->x);
  y = chase_vector_word (&c->y);
  if (chase_word_equal (x, y))
    return;
  compared = chase_order_compare (&c->order, x, y);
  if (compared > 0)
    add_rule (c, x, y, &c->trace_x, &c->trace_y, FALSE);
  else if (compared < 0)
    add_rule (c, y, x, &c->trace_y, &c->trace_x, TRUE);
}

static void
equate_rule (ChaseCompletion *c, guint32 number)
{
  ChaseWord left = chase_rule_left (c, number), right = chase_rule_right (c, number);

  c->one.length = c->other.length = 0;
  chase_vector_append (&c->one, left.letters, left.length);
  chase_vector_append (&c->other, right.letters, right.length);
  c->middle.length = 0;
  chase_rewrites_add (&c->middle, number, 0, FALSE);
  equate (c, chase_vector_word (&c->one), chase_vector_word (&c->other));
}

static void
equate_relation (ChaseCompletion *c, guint32 number)
{
  const ChaseRelation *r = &c->index->relations[number];

  c->middle.length = 0;
  chase_rewrites_add (&c->middle, number | CHASE_IS_RELATION, 0, FALSE);
  equate (c, r->side[0], r->side[1]);
}

static void
equate_overlap (ChaseCompletion *c, const ChaseOverlap *overlap)
{
  ChaseWord first = chase_rule_left (c, overlap->one), right = chase_rule_right (c, overlap->one);
  ChaseWord second = chase_rule_left (c, overlap->other);
  guint32 before = first.length - overlap->overlap;

  c->one.length = c->other.length = 0;
  chase_vector_append (&c->one, right.letters, right.length);
  chase_vector_append (&c->one, second.letters + overlap->overlap,
                       second.length - overlap->overlap);
  right = chase_rule_right (c, overlap->other);
  chase_vector_append (&c->other, first.letters, before);
  chase_vector_append (&c->other, right.letters, right.length);
  c->middle.length = 0;
  chase_rewrites_add (&c->middle, overlap->one, 0, TRUE);
  chase_rewrites_add (&c->middle, overlap->other, before, FALSE);
  equate (c, chase_vector_word (&c->one), chase_vector_word (&c->other));
}

ChaseCompletionState
chase_completion_run (ChaseCompletion *c, guint64 work)
{
  guint64 end = c->work + work;

  while (c->work < end)
    {
      ChaseOverlap overlap;

      if (c->stuck || chase_clock_tick (c->clock)
          || (c->clock->budget.rules > 0 && c->n_active >= c->clock->budget.rules))
        return CHASE_COMPLETION_OPEN;
      c->work++;
      c->n_done++;
      if (c->equations.length > 0)
        equate_rule (c, chase_vector_pop (&c->equations));
      else if (c->next_relation < c->index->n_relations)
        equate_relation (c, c->next_relation++);
      else if (chase_completion_next_overlap (c, end, &overlap))
        equate_overlap (c, &overlap);
      else if (c->overlaps.n_pending == 0)
        return CHASE_COMPLETION_COMPLETE;
    }
  return CHASE_COMPLETION_OPEN;
}
