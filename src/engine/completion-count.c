/* SPDX-License-Identifier: MIT */
#include "engine/completion-private.h"

#include <string.h>

/* The automaton of reduced paths (Aho and Corasick): its states are the proper beginnings of left
 * sides, each with the longest of them that it ends with. A reduced path is a walk that completes
 * no left side. */
typedef struct
{
  const ChaseIndex *index;
  ChaseClock *clock;
  ChasePathTrie *trie;
  guint32 n;       /* states */
  guint32 *fails;  /* state -> the longest other beginning that it ends with */
  guint32 *next;   /* child of the trie, or where failing leads; G_MAXUINT32 where a left side is
                      complete */
  guint8 *useful;  /* some state at the object counted to can be reached */
  GArray **counts; /* state -> number of paths from it, in digits of a billion, or NULL */
} Automaton;

static guint32
object_of (const Automaton *a, guint32 state)
{
  return g_array_index (a->trie->object, guint32, state);
}

static guint32
first_of (const Automaton *a, guint32 state)
{
  return g_array_index (a->trie->first, guint32, state);
}

static guint32
arrow_of (const Automaton *a, guint32 state, guint32 k)
{
  return a->index->out[a->index->out_first[object_of (a, state)] + k];
}

static void
follow_failures (Automaton *a)
{
  g_autofree guint32 *queue = g_new (guint32, (gsize)a->n + 1);
  guint32 head = 0, tail = 0;

  for (guint32 o = 0; o < a->index->n_objects; o++)
    queue[tail++] = o;
  while (head < tail)
    {
      guint32 state = queue[head++];
      guint32 degree = a->trie->degree[object_of (a, state)];

      if (chase_clock_tick (a->clock))
        return;
      for (guint32 k = 0; k < degree; k++)
        {
          guint32 child = g_array_index (a->trie->child, guint32, first_of (a, state) + k);
          guint32 arrow = arrow_of (a, state, k);
          gboolean is_root = state < a->index->n_objects;
          guint32 fail
              = is_root ? a->index->target[arrow] : a->next[first_of (a, a->fails[state]) + k];

          a->next[first_of (a, state) + k] = child != 0 ? child : fail;
          if (child == 0)
            continue;
          a->fails[child] = fail;
          queue[tail++] = child;
        }
    }
}

/* A transition that completes a left side, or leads to where one is complete, is none. */
static void
forbid (Automaton *a)
{
  for (guint32 state = 0; state < a->n; state++)
    for (guint32 k = 0; k < a->trie->degree[object_of (a, state)]; k++)
      {
        guint32 *next = &a->next[first_of (a, state) + k];

        if (chase_path_trie_value (a->trie, *next) != 0)
          *next = G_MAXUINT32;
      }
}

static void
automaton_init (Automaton *a, ChaseCompletion *c)
{
  a->index = c->index;
  a->clock = c->clock;
  a->trie = chase_path_trie_new (c->index, FALSE);
  for (guint32 i = 0; i < c->rules->len; i++)
    if (chase_rule (c, i)->active)
      chase_path_trie_set (a->trie, chase_rule_left (c, i), i);
  a->n = a->trie->first->len;
  a->fails = g_new0 (guint32, (gsize)a->n + 1);
  a->next = g_new0 (guint32, (gsize)a->trie->child->len + 1);
  a->useful = g_new0 (guint8, (gsize)a->n + 1);
  a->counts = g_new0 (GArray *, (gsize)a->n + 1);
  follow_failures (a);
  forbid (a);
}

static void
automaton_clear (Automaton *a)
{
  for (guint32 i = 0; i < a->n; i++)
    if (a->counts[i] != NULL)
      g_array_unref (a->counts[i]);
  g_free (a->counts);
  g_free (a->fails);
  g_free (a->next);
  g_free (a->useful);
  chase_path_trie_free (a->trie);
}

static void
mark_useful (Automaton *a, guint32 to)
{
  gboolean grew = TRUE;

  for (guint32 state = 0; state < a->n; state++)
    a->useful[state] = to == G_MAXUINT32 || object_of (a, state) == to;
  while (grew && to != G_MAXUINT32)
    {
      grew = FALSE;
      for (guint32 state = a->n; state-- > 0 && !chase_clock_tick (a->clock);)
        for (guint32 k = 0; k < a->trie->degree[object_of (a, state)] && !a->useful[state]; k++)
          {
            guint32 next = a->next[first_of (a, state) + k];

            if (next != G_MAXUINT32 && a->useful[next])
              grew = a->useful[state] = TRUE;
          }
    }
}

static void
add_digits (GArray *sum, const GArray *digits)
{
  guint32 carry = 0;

  for (guint i = 0; i < digits->len || carry > 0; i++)
    {
      guint32 *digit;

      if (i == sum->len)
        {
          guint32 none = 0;

          g_array_append_val (sum, none);
        }
      digit = &g_array_index (sum, guint32, i);
      *digit += carry + (i < digits->len ? g_array_index (digits, guint32, i) : 0);
      carry = *digit >= 1000000000;
      if (carry)
        *digit -= 1000000000;
    }
}

static void
sum_up (Automaton *a, guint32 state, guint32 to)
{
  guint32 here = to == G_MAXUINT32 || object_of (a, state) == to;
  GArray *sum = g_array_new (FALSE, FALSE, sizeof (guint32));

  g_array_append_val (sum, here);
  for (guint32 k = 0; k < a->trie->degree[object_of (a, state)]; k++)
    {
      guint32 next = a->next[first_of (a, state) + k];

      if (next != G_MAXUINT32 && a->useful[next])
        add_digits (sum, a->counts[next]);
    }
  a->counts[state] = sum;
}

/* Counts the walks from @root, deepest states first; FALSE when they run in a circle, or the clock
 * stops. */
static gboolean
count_from (Automaton *a, guint32 root, guint32 to, guint32 *open)
{
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (guint32));

  g_array_append_val (stack, root);
  while (stack->len > 0)
    {
      guint32 state = g_array_index (stack, guint32, stack->len - 1);
      guint32 degree = a->trie->degree[object_of (a, state)];
      guint32 next = G_MAXUINT32;

      if (chase_clock_tick (a->clock))
        return FALSE;
      if (a->counts[state] != NULL)
        {
          g_array_set_size (stack, stack->len - 1);
          continue;
        }
      while (open[state] < degree)
        {
          next = a->next[first_of (a, state) + open[state]++];
          if (next != G_MAXUINT32 && a->useful[next] && a->counts[next] == NULL)
            break;
          next = G_MAXUINT32;
        }
      if (next == G_MAXUINT32)
        {
          sum_up (a, state, to);
          g_array_set_size (stack, stack->len - 1);
          continue;
        }
      for (guint i = 0; i < stack->len; i++)
        if (open[next] > 0 && g_array_index (stack, guint32, i) == next)
          return FALSE;
      g_array_append_val (stack, next);
    }
  return TRUE;
}

static char *
decimal (const GArray *digits)
{
  GString *text = g_string_new (NULL);

  for (guint i = digits->len; i-- > 0;)
    g_string_append_printf (text, i + 1 == digits->len ? "%u" : "%09u",
                            g_array_index (digits, guint32, i));
  return g_string_free (text, FALSE);
}

static char *
count_all (Automaton *a, guint32 from, guint32 to)
{
  g_autofree guint32 *open = g_new0 (guint32, (gsize)a->n + 1);
  g_autoptr (GArray) sum = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 none = 0;

  g_array_append_val (sum, none);
  for (guint32 root = 0; root < a->index->n_objects; root++)
    {
      if ((from != G_MAXUINT32 && from != root) || !a->useful[root])
        continue;
      if (!count_from (a, root, to, open))
        return NULL;
      add_digits (sum, a->counts[root]);
    }
  return decimal (sum);
}

char *
chase_completion_count (ChaseCompletion *c, guint32 from, guint32 to)
{
  Automaton a = { NULL };
  char *count;

  automaton_init (&a, c);
  if (c->clock->stop != CHASE_STOP_NONE)
    {
      automaton_clear (&a);
      return NULL;
    }
  mark_useful (&a, to);
  count = count_all (&a, from, to);
  automaton_clear (&a);
  return count;
}
