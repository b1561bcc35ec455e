/* SPDX-License-Identifier: MIT */
#include "engine/completion-private.h"

#include <stdlib.h>
#include <string.h>

/* Letter steps that the reduction of one equation may take: in a recursive order a word can grow
   exponentially while it is reduced, and then another order is the better way. */
enum
{
  MAX_REDUCTION = 300000,
  MANY_RULES = 50, /* new ones, at the least, before right sides are reduced again */
};

ChaseCompletion *
chase_completion_new (const ChaseIndex *index, ChaseOrder *order, ChaseClock *clock)
{
  ChaseCompletion *c = g_new0 (ChaseCompletion, 1);

  c->index = index;
  c->clock = clock;
  c->order = *order;
  *order = (ChaseOrder){ 0 };
  c->forwards = chase_path_trie_new (index, FALSE);
  c->backwards = chase_path_trie_new (index, TRUE);
  chase_rule_automaton_init (&c->automaton, index);
  return c;
}

void
chase_completion_leave_clock (ChaseCompletion *c)
{
  if (c->clock != NULL)
    chase_clock_take (c->clock, -(gssize)c->taken);
  c->clock = NULL;
}

void
chase_completion_free (ChaseCompletion *c)
{
  ChaseVector *vectors[] = { &c->letters,
                             &c->overlaps.heads,
                             &c->overlaps.tails,
                             &c->equations,
                             &c->x,
                             &c->y,
                             &c->rest,
                             &c->one,
                             &c->other,
                             &c->word,
                             &c->stack,
                             &c->states,
                             &c->wholes };
  gpointer owned[] = { c->rules,        c->whys.data,    c->overlaps.data,
                       c->trace_x.data, c->trace_y.data, c->middle.data };

  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    chase_vector_clear (vectors[i]);
  for (guint i = 0; i < G_N_ELEMENTS (owned); i++)
    g_free (owned[i]);
  chase_path_trie_free (c->forwards);
  chase_path_trie_free (c->backwards);
  chase_rule_automaton_clear (&c->automaton);
  chase_completion_leave_clock (c);
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

/* Makes room for @more letters after the @read ones that @out keeps from @start on. */
static void
make_room (ChaseCompletion *c, ChaseVector *out, gsize start, gsize read, gsize more)
{
  c->states.length = read;
  out->length = start + read;
  chase_vector_reserve (&c->states, more + 1);
  chase_vector_reserve (out, more);
}

/* What is being reduced: the letters of c->rest, the next one last, then those of @word from @at
   on. *@n letters were read. */
typedef struct
{
  ChaseWord word;
  guint32 at;
  gsize n;
} Reader;

/* Reads a letter into @out: the number + 1 of the rule whose left side is complete, or 0. */
static inline guint32
read_letter (guint32 letter, const guint32 *cell, const guint32 *slot, guint32 *states,
             guint32 *out, gsize i)
{
  guint32 state = chase_rule_automaton_step (cell, states[i], slot[letter]);

  out[i] = letter;
  states[i + 1] = state;
  return cell[state];
}

/* Reads on until a left side is complete: its rule, or G_MAXUINT32 when all is read. The letters
   are in @out, and as many states after the first in c->states. */
static guint32
read_on (ChaseCompletion *c, Reader *reader, guint32 *out)
{
  const guint32 *cell = c->automaton.cell.data, *slot = c->index->slot;
  guint32 *states = c->states.data, rule = 0;
  gsize i = reader->n, left = c->rest.length, at = reader->at;

  while (left > 0 && rule == 0)
    rule = read_letter (c->rest.data[--left], cell, slot, states, out, i++);
  while (at < reader->word.length && rule == 0)
    rule = read_letter (reader->word.letters[at++], cell, slot, states, out, i++);
  c->work += i - reader->n;
  c->rest.length = left;
  reader->at = (guint32)at;
  reader->n = i;
  return rule - 1;
}

gboolean
chase_completion_trace (ChaseCompletion *c, ChaseWord word, ChaseVector *out, ChaseRewrites *trace)
{
  gsize start = out->length;
  guint64 patience = c->work + MAX_REDUCTION;
  Reader reader = { word, 0, 0 };
  guint32 rule;

  if (word.length == 0)
    return TRUE;
  c->rest.length = 0;
  make_room (c, out, start, 0, word.length);
  c->states.data[0] = c->automaton.start[c->index->source[word.letters[0]]];
  while ((rule = read_on (c, &reader, out->data + start)) != G_MAXUINT32)
    {
      ChaseWord right = chase_rule_right (c, rule);

      if (c->work > patience || chase_clock_tick (c->clock))
        return FALSE;
      reader.n -= c->rules[rule].left;
      if (trace != NULL)
        chase_rewrites_add (trace, rule, (guint32)reader.n, FALSE);
      chase_vector_append_reversed (&c->rest, right.letters, right.length);
      make_room (c, out, start, reader.n, c->rest.length + word.length - reader.at);
    }
  out->length = start + reader.n;
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
                + (gsize)c->capacity * sizeof (ChaseRewriteRule)
                + c->whys.capacity * sizeof (ChaseRewrite)
                + (gsize)c->overlaps.capacity * sizeof (ChaseOverlap)
                + chase_rule_automaton_bytes (&c->automaton) + chase_path_trie_bytes (c->forwards)
                + chase_path_trie_bytes (c->backwards);

  c->stuck |= bytes > c->clock->budget.memory / 8;
  if (bytes > c->taken && chase_clock_take (c->clock, (gssize)(bytes - c->taken)))
    c->taken = bytes;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint32 x = *(const guint32 *)a, y = *(const guint32 *)b;

  return x < y ? -1 : x > y;
}

/* Rules whose left sides the new rule rewrites become equations again. */
static void
index_rule (ChaseCompletion *c, guint32 number)
{
  ChaseVector *wholes = &c->wholes;

  wholes->length = 0;
  c->work
      += chase_rule_automaton_add (&c->automaton, chase_rule_left (c, number), number, wholes) / 2;
  if (wholes->length > 1)
    qsort (wholes->data, wholes->length, sizeof (guint32), compare_numbers);
  for (gsize i = 0; i < wholes->length; i++)
    {
      guint32 whole = wholes->data[i];

      c->rules[whole].active = FALSE;
      c->n_active--;
      chase_path_trie_unset (c->forwards, chase_rule_left (c, whole));
      chase_path_trie_unset (c->backwards, chase_rule_left (c, whole));
      chase_vector_push (&c->equations, whole);
    }
  chase_path_trie_set (c->forwards, chase_rule_left (c, number), number);
  chase_path_trie_set (c->backwards, chase_rule_left (c, number), number);
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
  if (c->n_rules == c->capacity)
    {
      c->capacity = MAX (2 * c->capacity, 64);
      c->rules = g_renew (ChaseRewriteRule, c->rules, c->capacity);
    }
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

  append_rewrites (&c->whys, left_trace, TRUE);
  append_rewrites (&c->whys, &c->middle, swapped);
  append_rewrites (&c->whys, right_trace, FALSE);
  c->rules[number].n_why = (guint32)(c->whys.length - c->rules[number].why);
  c->n_active++;
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
  if (!chase_completion_trace (c, one, &c->x, &c->trace_x)
      || !chase_completion_trace (c, other, &c->y, &c->trace_y))
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

/* A rule in place of the rule number @number, whose right side became the one in c->y. */
static void
replace_rule (ChaseCompletion *c, guint32 number)
{
  ChaseWord left = chase_rule_left (c, number);
  guint32 heir;

  c->one.length = c->wholes.length = 0;
  chase_vector_append (&c->one, left.letters, left.length);
  left = chase_vector_word (&c->one);
  heir = new_rule (c, left, chase_vector_word (&c->y));
  chase_rewrites_add (&c->whys, number, 0, FALSE);
  append_rewrites (&c->whys, &c->trace_y, FALSE);
  c->rules[heir].n_why = (guint32)(c->whys.length - c->rules[heir].why);
  c->rules[number].active = FALSE;
  c->rules[number].heir = heir + 1;
  c->work += chase_rule_automaton_add (&c->automaton, left, heir, &c->wholes) / 2;
  chase_path_trie_unset (c->forwards, left);
  chase_path_trie_unset (c->backwards, left);
  chase_path_trie_set (c->forwards, left, heir);
  chase_path_trie_set (c->backwards, left, heir);
}

/* Right sides can be rewritten by rules that came later. */
static void
reduce_right_sides (ChaseCompletion *c)
{
  guint32 n = c->n_rules;

  for (guint32 i = 0; i < n && !c->stuck; i++)
    {
      if (!c->rules[i].active)
        continue;
      c->y.length = c->trace_y.length = 0;
      if (!chase_completion_trace (c, chase_rule_right (c, i), &c->y, &c->trace_y))
        c->stuck = TRUE;
      else if (!chase_word_equal (chase_vector_word (&c->y), chase_rule_right (c, i)))
        replace_rule (c, i);
    }
  c->reduced = c->n_rules;
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
      if (c->n_rules > c->reduced + MAX (c->n_active, MANY_RULES))
        reduce_right_sides (c);
      if (c->equations.length > 0)
        equate_rule (c, chase_vector_pop (&c->equations));
      else if (c->next_relation < c->index->n_relations)
        equate_relation (c, c->next_relation++);
      else if (chase_completion_next_overlap (c, end, &overlap))
        equate_overlap (c, &overlap);
      else if (c->overlaps.n_pending == 0 && c->reduced < c->n_rules)
        reduce_right_sides (c);
      else if (c->overlaps.n_pending == 0)
        return CHASE_COMPLETION_COMPLETE;
    }
  return CHASE_COMPLETION_OPEN;
}
