/* SPDX-License-Identifier: MIT */
#include "engine/completion-private.h"

/* The automaton of reduced paths (Aho and Corasick): its states are the beginnings of left sides,
 * each with the longest of them that it ends with. A reduced path is a walk that completes no left
 * side. */
typedef struct
{
  const ChaseIndex *index;
  ChaseClock *clock;
  const ChasePathTrie *trie;
  guint32 n;      /* states */
  guint32 *fails; /* state -> the longest other beginning that it ends with */
  guint32 *next;  /* where each cell of the trie leads: G_MAXUINT32 where a left side is complete */
  guint8 *complete; /* state -> whether it ends with a left side */
  guint8 *useful;   /* some state at the object counted to can be reached */
  guint32 *order;   /* states that walks reach, those that they lead to first */
  guint32 n_ordered;
  guint n_limbs; /* of a number */
  guint64 *counts;
} Automaton;

static guint32
degree_of (const Automaton *a, guint32 state)
{
  return chase_path_trie_degree (a->trie, a->trie->node[state].object);
}

static guint32 *
cells_of (const Automaton *a, guint32 state)
{
  return a->next + a->trie->node[state].first;
}

static void
follow_failures (Automaton *a)
{
  g_autofree guint32 *queue = g_new (guint32, (gsize)a->n + 1);
  guint32 head = 0, tail = 0;

  for (guint32 o = 0; o < a->index->n_objects; o++)
    queue[tail++] = o;
  while (head < tail && !chase_clock_tick (a->clock))
    {
      guint32 state = queue[head++], degree = degree_of (a, state);
      const ChasePathNode *node = &a->trie->node[state];
      const guint32 *arrows = a->trie->arrows + a->trie->first[node->object];
      guint32 *cells = cells_of (a, state);

      for (guint32 k = 0; k < degree; k++)
        {
          guint32 child = a->trie->child.data[node->first + k];
          guint32 fail = state < a->index->n_objects ? a->index->target[arrows[k]]
                                                     : cells_of (a, a->fails[state])[k];

          cells[k] = child != 0 ? child : fail;
          if (child == 0)
            continue;
          a->fails[child] = fail;
          a->complete[child] = a->trie->node[child].value != 0 || a->complete[fail];
          queue[tail++] = child;
        }
    }
}

static void
automaton_init (Automaton *a, ChaseCompletion *c)
{
  gsize n_cells = c->forwards->child.length;

  a->index = c->index;
  a->clock = c->clock;
  a->trie = c->forwards;
  a->n = a->trie->n_nodes;
  a->fails = g_new0 (guint32, (gsize)a->n + 1);
  a->next = g_new0 (guint32, n_cells + 1);
  a->complete = g_new0 (guint8, (gsize)a->n + 1);
  a->useful = g_new0 (guint8, (gsize)a->n + 1);
  a->order = g_new (guint32, (gsize)a->n + 1);
  follow_failures (a);
  for (gsize i = 0; i < n_cells; i++)
    if (a->complete[a->next[i]])
      a->next[i] = G_MAXUINT32;
}

static void
automaton_clear (Automaton *a)
{
  gpointer owned[] = { a->fails, a->next, a->complete, a->useful, a->order, a->counts };

  for (guint i = 0; i < G_N_ELEMENTS (owned); i++)
    g_free (owned[i]);
}

static void
mark_useful (Automaton *a, guint32 to)
{
  gboolean grew = TRUE;

  for (guint32 state = 0; state < a->n; state++)
    a->useful[state] = to == G_MAXUINT32 || a->trie->node[state].object == to;
  while (grew && to != G_MAXUINT32)
    {
      grew = FALSE;
      for (guint32 state = a->n; state-- > 0 && !chase_clock_tick (a->clock);)
        for (guint32 k = degree_of (a, state); k-- > 0 && !a->useful[state];)
          {
            guint32 next = cells_of (a, state)[k];

            if (next != G_MAXUINT32 && a->useful[next])
              grew = a->useful[state] = TRUE;
          }
    }
}

/* Depth first from @root, with the cell reached in each state in @at (1 more), all ones in a state
 * that is left. FALSE when the walks run in a circle, or the clock stops. */
static gboolean
order_from (Automaton *a, guint32 root, guint32 *at, ChaseVector *stack)
{
  stack->length = 0;
  chase_vector_push (stack, root);
  at[root] = MAX (at[root], 1);
  while (stack->length > 0)
    {
      guint32 state = stack->data[stack->length - 1], next;

      if (chase_clock_tick (a->clock))
        return FALSE;
      if (at[state] == G_MAXUINT32 || at[state] > degree_of (a, state))
        {
          if (at[state] != G_MAXUINT32)
            a->order[a->n_ordered++] = state;
          at[state] = G_MAXUINT32;
          stack->length--;
          continue;
        }
      next = cells_of (a, state)[at[state]++ - 1];
      if (next == G_MAXUINT32 || !a->useful[next] || at[next] == G_MAXUINT32)
        continue;
      if (at[next] != 0)
        return FALSE;
      at[next] = 1;
      chase_vector_push (stack, next);
    }
  return TRUE;
}

/* Adds in numbers of n_limbs limbs: FALSE when the sum has no room. */
static gboolean
add_number (guint64 *sum, const guint64 *number, guint n_limbs)
{
  gboolean carry = FALSE;

  for (guint i = 0; i < n_limbs; i++)
    {
      guint64 part;
      gboolean over = __builtin_add_overflow (sum[i], number[i], &part);

      carry = __builtin_add_overflow (part, (guint64)carry, &sum[i]) || over;
    }
  return !carry;
}

/* Fills in the number of walks from every state, in numbers of n_limbs limbs. */
static gboolean
sum_up (Automaton *a, guint32 to)
{
  guint w = a->n_limbs;

  g_free (a->counts);
  a->counts = g_new0 (guint64, (gsize)a->n * w + 1);
  for (guint32 i = 0; i < a->n_ordered && !chase_clock_tick (a->clock); i++)
    {
      guint32 state = a->order[i];
      guint64 *sum = a->counts + (gsize)state * w;

      sum[0] = to == G_MAXUINT32 || a->trie->node[state].object == to;
      for (guint32 k = degree_of (a, state); k-- > 0;)
        {
          guint32 next = cells_of (a, state)[k];

          if (next != G_MAXUINT32 && a->useful[next]
              && !add_number (sum, a->counts + (gsize)next * w, w))
            return FALSE;
        }
    }
  return TRUE;
}

/* The number in decimal; it is divided away. */
static char *
decimal (guint64 *number, guint n_limbs)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean zero;

  do
    {
      unsigned __int128 rest = 0;

      zero = TRUE;
      for (guint i = n_limbs; i-- > 0;)
        {
          rest = rest << 64 | number[i];
          number[i] = (guint64)(rest / 10);
          rest %= 10;
          zero &= number[i] == 0;
        }
      g_string_append_c (text, (char)('0' + (guint)rest));
    }
  while (!zero);
  return g_strdup (g_strreverse (text->str));
}

static char *
add_roots (Automaton *a, guint32 from)
{
  g_autofree guint64 *sum = g_new0 (guint64, a->n_limbs);

  for (guint32 root = 0; root < a->index->n_objects; root++)
    if ((from == G_MAXUINT32 || from == root) && a->useful[root]
        && !add_number (sum, a->counts + (gsize)root * a->n_limbs, a->n_limbs))
      return NULL;
  return decimal (sum, a->n_limbs);
}

static char *
count_all (Automaton *a, guint32 from, guint32 to)
{
  g_autofree guint32 *at = g_new0 (guint32, (gsize)a->n + 1);
  ChaseVector stack = { NULL };
  gboolean finite = TRUE;
  char *count = NULL;

  for (guint32 root = 0; root < a->index->n_objects && finite; root++)
    if ((from == G_MAXUINT32 || from == root) && a->useful[root])
      finite = order_from (a, root, at, &stack);
  chase_vector_clear (&stack);
  for (a->n_limbs = 1; finite && count == NULL && !chase_clock_look (a->clock); a->n_limbs *= 2)
    if (sum_up (a, to))
      count = add_roots (a, from);
  return count;
}

char *
chase_completion_count (ChaseCompletion *c, guint32 from, guint32 to)
{
  Automaton a = { NULL };
  char *count = NULL;

  automaton_init (&a, c);
  if (c->clock->stop == CHASE_STOP_NONE)
    {
      mark_useful (&a, to);
      count = count_all (&a, from, to);
    }
  automaton_clear (&a);
  return count;
}
