/* SPDX-License-Identifier: MIT */
#include "evidence/refuse.h"

#include <string.h>

#define NOWHERE CHASE_NO_STATE

/* A path that no rule rewrites is a walk through the states of the index that meets no left side.
 */
typedef struct
{
  const ChaseRuleIndex *index;
  guint8 *useful;  /* state -> whether a walk from here can end at the object counted to */
  GArray **totals; /* state -> number of walks from it, in digits of a billion, or NULL */
  const ChasePatience *patience;
  guint32 steps;
  GError **error;
} Walks;

static guint32
degree_of (const Walks *w, guint32 state)
{
  const guint32 *first = w->index->out_first + w->index->object[state];

  return first[1] - first[0];
}

/* Where the arrow number @i leads from @state, or NOWHERE where a rule applies or it is no use. */
static guint32
next_of (const Walks *w, guint32 state, guint32 i)
{
  guint32 next = w->index->cell[w->index->first[state] + i];

  return w->index->whole[next] == NOWHERE && w->useful[next] ? next : NOWHERE;
}

static void
find_useful (Walks *w, guint32 to)
{
  guint32 n = w->index->n_states;
  gboolean grew = TRUE;

  w->useful = g_new0 (guint8, (gsize)n + 1);
  for (guint32 s = 0; s < n; s++)
    w->useful[s] = to == NOWHERE || w->index->object[s] == to;
  while (grew && to != NOWHERE)
    {
      grew = FALSE;
      for (guint32 s = n; s-- > 0;)
        for (guint32 i = 0; i < degree_of (w, s) && !w->useful[s]; i++)
          if (next_of (w, s, i) != NOWHERE)
            grew = w->useful[s] = 1;
    }
}

static void
add_number (GArray *sum, const GArray *number)
{
  guint32 carry = 0, zero = 0;

  for (guint i = 0; i < number->len || carry > 0; i++)
    {
      guint32 *digit;

      if (i == sum->len)
        g_array_append_val (sum, zero);
      digit = &g_array_index (sum, guint32, i);
      *digit += carry + (i < number->len ? g_array_index (number, guint32, i) : 0);
      carry = *digit / 1000000000;
      *digit %= 1000000000;
    }
}

static void
add_up (Walks *w, guint32 state, guint32 to)
{
  guint32 here = to == NOWHERE || w->index->object[state] == to;

  w->totals[state] = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_append_val (w->totals[state], here);
  for (guint32 i = 0; i < degree_of (w, state); i++)
    {
      guint32 next = next_of (w, state, i);

      if (next != NOWHERE)
        add_number (w->totals[state], w->totals[next]);
    }
}

/* Depth first from @root, with the place reached in each state in @at: FALSE when it comes to a
 * state that it has not left. */
static gboolean
count_from (Walks *w, guint32 root, guint32 to, guint32 *at)
{
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (guint32));

  g_array_append_val (stack, root);
  while (stack->len > 0)
    {
      guint32 state = g_array_index (stack, guint32, stack->len - 1), next;

      if (!chase_is_patient (w->patience, &w->steps, w->error))
        return FALSE;
      if (w->totals[state] != NULL)
        {
          g_array_set_size (stack, stack->len - 1);
          continue;
        }
      if (at[state] == degree_of (w, state))
        {
          add_up (w, state, to);
          continue;
        }
      next = next_of (w, state, at[state]++);
      if (next == NOWHERE || w->totals[next] != NULL)
        continue;
      if (at[next] > 0 || next == state)
        return FALSE;
      g_array_append_val (stack, next);
    }
  return TRUE;
}

static void
walks_clear (Walks *w)
{
  for (guint32 s = 0; s < w->index->n_states; s++)
    if (w->totals[s] != NULL)
      g_array_unref (w->totals[s]);
  g_free (w->totals);
  g_free (w->useful);
}

static char *
decimal (const GArray *number)
{
  GString *text = g_string_new (NULL);

  for (guint i = number->len; i-- > 0;)
    g_string_append_printf (text, i + 1 == number->len ? "%u" : "%09u",
                            g_array_index (number, guint32, i));
  return g_string_free (text, FALSE);
}

/* The number of walks from @from (NOWHERE: any object) to @to in decimal, or NULL. */
static char *
count_walks (Walks *w, guint32 from, guint32 to)
{
  g_autoptr (GArray) sum = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree guint32 *at = g_new0 (guint32, (gsize)w->index->n_states + 1);
  guint32 zero = 0;

  g_array_append_val (sum, zero);
  for (guint32 o = 0; o < w->index->n_objects; o++)
    {
      if ((from != NOWHERE && from != o) || !w->useful[o])
        continue;
      if (!count_from (w, o, to, at))
        return NULL;
      add_number (sum, w->totals[o]);
    }
  return decimal (sum);
}

gboolean
chase_verify_count (const ChasePresentation *presentation, guint32 from, guint32 to,
                    const ChaseNormal *normal, const ChasePatience *patience, char **count,
                    GError **error)
{
  g_autoptr (GError) stopped = NULL;
  ChaseRuleIndex index;
  Walks w = { &index, .patience = patience, .error = &stopped };

  *count = NULL;
  if (!chase_verify_complete (presentation, normal, patience, &index, error))
    return FALSE;
  w.totals = g_new0 (GArray *, (gsize)index.n_states + 1);
  find_useful (&w, to);
  *count = count_walks (&w, from, to);
  walks_clear (&w);
  chase_rule_index_clear (&index);
  if (stopped == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&stopped));
  return FALSE;
}
