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
chase_completion_new (const ChaseIndex *index, ChaseOrder *order, ChaseClock *clock)
{
  ChaseCompletion *c = g_new0 (ChaseCompletion, 1);
  GArray **words[]
      = { &c->letters, &c->heads, &c->tails, &c->equations, &c->x, &c->y, &c->rest, &c->found };
  GArray **rewrites[] = { &c->whys, &c->trace_x, &c->trace_y };

  c->index = index;
  c->clock = clock;
  c->order = *order;
  *order = (ChaseOrder){ 0 };
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    *words[i] = g_array_new (FALSE, TRUE, sizeof (guint32));
  for (guint i = 0; i < G_N_ELEMENTS (rewrites); i++)
    *rewrites[i] = g_array_new (FALSE, FALSE, sizeof (ChaseRewrite));
  c->rules = g_array_new (FALSE, FALSE, sizeof (ChaseRewriteRule));
  c->overlaps = g_array_new (FALSE, FALSE, sizeof (ChaseOverlap));
  c->forwards = chase_path_trie_new (index, FALSE);
  c->backwards = chase_path_trie_new (index, TRUE);
  return c;
}

void
chase_completion_free (ChaseCompletion *c)
{
  GArray *arrays[]
      = { c->letters, c->heads, c->tails,   c->equations, c->x,     c->y,       c->rest,
          c->found,   c->whys,  c->trace_x, c->trace_y,   c->rules, c->overlaps };

  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_array_unref (arrays[i]);
  chase_path_trie_free (c->forwards);
  chase_path_trie_free (c->backwards);
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

guint32
chase_completion_version (const ChaseCompletion *c)
{
  return c->rules->len;
}

static ChaseWord
word_of (const GArray *letters)
{
  return (ChaseWord){ (const guint32 *)(gconstpointer)letters->data, letters->len };
}

/* The rule whose left side the path in @out ends with, or G_MAXUINT32. */
static guint32
ending (ChaseCompletion *c, const GArray *out, guint32 start)
{
  const guint32 *letters = (const guint32 *)(gconstpointer)out->data;
  guint32 node = c->index->target[letters[out->len - 1]];

  for (guint32 i = out->len; i-- > start;)
    {
      guint32 value;

      node = chase_path_trie_step (c->backwards, node, letters[i]);
      if (node == 0)
        return G_MAXUINT32;
      value = chase_path_trie_value (c->backwards, node);
      if (value != 0)
        return value - 1;
    }
  return G_MAXUINT32;
}

gboolean
chase_completion_trace (ChaseCompletion *c, ChaseWord word, GArray *out, GArray *trace)
{
  guint32 start = out->len;
  guint64 patience = c->work + MAX_REDUCTION;

  g_array_set_size (c->rest, 0);
  for (guint32 i = word.length; i-- > 0;)
    g_array_append_val (c->rest, word.letters[i]);
  while (c->rest->len > 0)
    {
      guint32 rule;

      if (c->work++ > patience || chase_clock_tick (c->clock))
        return FALSE;
      g_array_append_val (out, g_array_index (c->rest, guint32, c->rest->len - 1));
      g_array_set_size (c->rest, c->rest->len - 1);
      rule = ending (c, out, start);
      if (rule == G_MAXUINT32)
        continue;
      g_array_set_size (out, out->len - chase_rule (c, rule)->left);
      if (trace != NULL)
        {
          ChaseRewrite rewrite = { rule, out->len - start, FALSE };

          g_array_append_val (trace, rewrite);
        }
      word = chase_rule_right (c, rule);
      for (guint32 i = word.length; i-- > 0;)
        g_array_append_val (c->rest, word.letters[i]);
    }
  return TRUE;
}

gboolean
chase_completion_reduce (ChaseCompletion *c, ChaseWord word, GArray *out)
{
  return chase_completion_trace (c, word, out, NULL);
}

static void
account (ChaseCompletion *c)
{
  gsize bytes = ((gsize)c->letters->len + 2 * c->heads->len) * sizeof (guint32)
                + (gsize)c->rules->len * sizeof (ChaseRewriteRule)
                + (gsize)c->whys->len * sizeof (ChaseRewrite)
                + (gsize)c->overlaps->len * sizeof (ChaseOverlap)
                + chase_path_trie_bytes (c->forwards) + chase_path_trie_bytes (c->backwards);

  /* Arrays that double hold up to twice what they are said to. */
  bytes *= 2;
  c->stuck |= bytes > c->clock->budget.memory / 8;
  if (bytes > c->taken && chase_clock_take (c->clock, (gssize)(bytes - c->taken)))
    c->taken = bytes;
}

static void
add_overlap (ChaseCompletion *c, guint32 one, guint32 other, guint32 overlap)
{
  guint32 length = chase_rule (c, one)->left + chase_rule (c, other)->left - overlap;
  ChaseOverlap added = { one, other, overlap, 0 };
  guint32 number, *tail;

  if (length >= c->heads->len)
    {
      g_array_set_size (c->heads, length + 1);
      g_array_set_size (c->tails, length + 1);
    }
  g_array_append_val (c->overlaps, added);
  number = c->overlaps->len;
  tail = &g_array_index (c->tails, guint32, length);
  if (*tail == 0)
    g_array_index (c->heads, guint32, length) = number;
  else
    g_array_index (c->overlaps, ChaseOverlap, *tail - 1).next = number;
  *tail = number;
  c->shortest = MIN (c->shortest, length);
}

/* Overlaps in which the rule comes first (its end is another's beginning) or second. */
static void
find_overlaps (ChaseCompletion *c, guint32 rule)
{
  guint32 length = chase_rule (c, rule)->left;

  for (guint32 k = 1; k < length; k++)
    {
      ChaseWord left = chase_rule_left (c, rule);
      guint32 node = c->index->source[left.letters[length - k]];
      guint32 i;

      g_array_set_size (c->found, 0);
      for (i = length - k; i < length; i++)
        {
          node = chase_path_trie_step (c->forwards, node, left.letters[i]);
          if (node == 0)
            break;
        }
      if (node != 0)
        chase_path_trie_below (c->forwards, node, c->found);
      c->work += 4 * c->found->len + 8;
      for (i = 0; i < c->found->len; i++)
        if (chase_rule (c, g_array_index (c->found, guint32, i))->left > k)
          add_overlap (c, rule, g_array_index (c->found, guint32, i), k);
      g_array_set_size (c->found, 0);
      node = c->index->target[left.letters[k - 1]];
      for (i = k; i-- > 0 && node != G_MAXUINT32;)
        {
          node = chase_path_trie_step (c->backwards, node, left.letters[i]);
          if (node == 0)
            node = G_MAXUINT32;
        }
      if (node != G_MAXUINT32)
        chase_path_trie_below (c->backwards, node, c->found);
      c->work += 4 * c->found->len + 8;
      for (i = 0; i < c->found->len; i++)
        {
          guint32 other = g_array_index (c->found, guint32, i);

          if (other != rule && chase_rule (c, other)->left > k)
            add_overlap (c, other, rule, k);
        }
    }
  c->work += length;
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
  guint64 mask = chase_rule (c, rule)->mask;

  for (guint32 i = 0; i < rule; i++)
    {
      ChaseRewriteRule *other = chase_rule (c, i);

      if (!other->active || (mask & ~other->mask) != 0 || other->left < left.length
          || !contains (chase_rule_left (c, i), left))
        continue;
      other->active = FALSE;
      c->n_active--;
      chase_path_trie_unset (c->forwards, chase_rule_left (c, i));
      chase_path_trie_unset (c->backwards, chase_rule_left (c, i));
      g_array_append_val (c->equations, i);
    }
  c->work += rule;
}

static void
append_reversed (GArray *whys, const GArray *trace)
{
  for (guint i = trace->len; i-- > 0;)
    {
      ChaseRewrite rewrite = g_array_index (trace, ChaseRewrite, i);

      rewrite.reverse = !rewrite.reverse;
      g_array_append_val (whys, rewrite);
    }
}

/* Makes the rule @left -> @right. What leads from the one to the other: @left_trace backwards, then
   the rewrites of @middle, then @right_trace; all of it backwards if @swapped. */
static void
add_rule (ChaseCompletion *c, ChaseWord left, ChaseWord right, const GArray *left_trace,
          const GArray *middle, const GArray *right_trace, gboolean swapped)
{
  ChaseRewriteRule rule = { .first = c->letters->len,
                            .left = left.length,
                            .right = right.length,
                            .why = c->whys->len,
                            .active = TRUE };
  guint32 number = c->rules->len;

  for (guint32 i = 0; i < left.length; i++)
    rule.mask |= (guint64)1 << (left.letters[i] % 64);
  g_array_append_vals (c->letters, left.letters, left.length);
  if (right.length > 0)
    g_array_append_vals (c->letters, right.letters, right.length);
  append_reversed (c->whys, left_trace);
  if (swapped)
    append_reversed (c->whys, middle);
  else if (middle->len > 0)
    g_array_append_vals (c->whys, middle->data, middle->len);
  if (right_trace->len > 0)
    g_array_append_vals (c->whys, right_trace->data, right_trace->len);
  rule.n_why = (guint32)(c->whys->len - rule.why);
  g_array_append_val (c->rules, rule);
  c->n_active++;
  retire_others (c, number);
  chase_path_trie_set (c->forwards, chase_rule_left (c, number), number);
  chase_path_trie_set (c->backwards, chase_rule_left (c, number), number);
  find_overlaps (c, number);
  account (c);
}

/* Makes the two paths, which the rewrites of @middle lead from one to the other, have one reduced
 * form. */
static void
equate (ChaseCompletion *c, ChaseWord one, ChaseWord other, const GArray *middle)
{
  int compared;

  g_array_set_size (c->x, 0);
  g_array_set_size (c->y, 0);
  g_array_set_size (c->trace_x, 0);
  g_array_set_size (c->trace_y, 0);
  if (!chase_completion_trace (c, one, c->x, c->trace_x)
      || !chase_completion_trace (c, other, c->y, c->trace_y))
    {
      c->stuck = TRUE;
      return;
    }
  compared = chase_order_compare (&c->order, word_of (c->x), word_of (c->y));
  if (compared > 0)
    add_rule (c, word_of (c->x), word_of (c->y), c->trace_x, middle, c->trace_y, FALSE);
  else if (compared < 0)
    add_rule (c, word_of (c->y), word_of (c->x), c->trace_y, middle, c->trace_x, TRUE);
}

static void
equate_rule (ChaseCompletion *c, guint32 number)
{
  g_autoptr (GArray) middle = g_array_new (FALSE, FALSE, sizeof (ChaseRewrite));
  g_autofree guint32 *letters = NULL;
  ChaseWord left = chase_rule_left (c, number), right = chase_rule_right (c, number);
  ChaseRewrite rewrite = { number, 0, FALSE };

  letters = g_memdup2 (left.letters, ((gsize)left.length + right.length) * sizeof (guint32));
  left.letters = letters;
  right.letters = letters + left.length;
  g_array_append_val (middle, rewrite);
  equate (c, left, right, middle);
}

static void
equate_relation (ChaseCompletion *c, guint32 number)
{
  g_autoptr (GArray) middle = g_array_new (FALSE, FALSE, sizeof (ChaseRewrite));
  const ChaseRelation *r = &c->index->relations[number];
  ChaseRewrite rewrite = { number | CHASE_IS_RELATION, 0, FALSE };

  g_array_append_val (middle, rewrite);
  equate (c, r->side[0], r->side[1], middle);
}

static gboolean
is_reducible (ChaseCompletion *c, ChaseWord word)
{
  for (guint32 i = 1; i <= word.length; i++)
    {
      guint32 node = c->index->target[word.letters[i - 1]];

      for (guint32 k = i; k-- > 0;)
        {
          node = chase_path_trie_step (c->backwards, node, word.letters[k]);
          c->work++;
          if (node == 0)
            break;
          if (chase_path_trie_value (c->backwards, node) != 0 || chase_clock_tick (c->clock))
            return TRUE;
        }
    }
  return FALSE;
}

static void
equate_overlap (ChaseCompletion *c, const ChaseOverlap *overlap)
{
  g_autoptr (GArray) whole = NULL;
  g_autoptr (GArray) one = NULL;
  g_autoptr (GArray) other = NULL;
  g_autoptr (GArray) middle = NULL;
  ChaseWord first, second, right;
  ChaseRewrite rewrites[2];

  if (!chase_rule (c, overlap->one)->active || !chase_rule (c, overlap->other)->active)
    return;
  first = chase_rule_left (c, overlap->one);
  second = chase_rule_left (c, overlap->other);
  second.letters += overlap->overlap;
  second.length -= overlap->overlap;
  whole = g_array_sized_new (FALSE, FALSE, sizeof (guint32), first.length + second.length);
  g_array_append_vals (whole, first.letters, first.length);
  g_array_append_vals (whole, second.letters, second.length);
  if (whole->len > 2
      && is_reducible (c, (ChaseWord){ (guint32 *)(gpointer)whole->data + 1, whole->len - 2 }))
    return;
  one = g_array_new (FALSE, FALSE, sizeof (guint32));
  other = g_array_new (FALSE, FALSE, sizeof (guint32));
  middle = g_array_new (FALSE, FALSE, sizeof (ChaseRewrite));
  right = chase_rule_right (c, overlap->one);
  if (right.length > 0)
    g_array_append_vals (one, right.letters, right.length);
  g_array_append_vals (one, second.letters, second.length);
  g_array_append_vals (other, first.letters, first.length - overlap->overlap);
  right = chase_rule_right (c, overlap->other);
  if (right.length > 0)
    g_array_append_vals (other, right.letters, right.length);
  rewrites[0] = (ChaseRewrite){ overlap->one, 0, TRUE };
  rewrites[1] = (ChaseRewrite){ overlap->other, first.length - overlap->overlap, FALSE };
  g_array_append_vals (middle, rewrites, 2);
  equate (c, word_of (one), word_of (other), middle);
}

static gboolean
next_overlap (ChaseCompletion *c, ChaseOverlap *overlap)
{
  guint32 *head;

  while (c->shortest < c->heads->len && g_array_index (c->heads, guint32, c->shortest) == 0)
    c->shortest++;
  if (c->shortest >= c->heads->len)
    return FALSE;
  head = &g_array_index (c->heads, guint32, c->shortest);
  *overlap = g_array_index (c->overlaps, ChaseOverlap, *head - 1);
  *head = overlap->next;
  if (*head == 0)
    g_array_index (c->tails, guint32, c->shortest) = 0;
  return TRUE;
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
      if (c->equations->len > 0)
        {
          guint32 number = g_array_index (c->equations, guint32, c->equations->len - 1);

          g_array_set_size (c->equations, c->equations->len - 1);
          equate_rule (c, number);
        }
      else if (c->next_relation < c->index->n_relations)
        equate_relation (c, c->next_relation++);
      else if (next_overlap (c, &overlap))
        equate_overlap (c, &overlap);
      else
        return CHASE_COMPLETION_COMPLETE;
    }
  return CHASE_COMPLETION_OPEN;
}
