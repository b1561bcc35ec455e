/* SPDX-License-Identifier: MIT */
#include "evidence/refuse.h"
#include "evidence/conditions.h"

/* Natural transformations by plain backtracking: no domains are kept; a value is tried against the
 * values given before it. */

#define MAX_STEPS 1500000000

#define NOWHERE G_MAXUINT32

typedef struct
{
  const ChaseConditions *conditions;
  GPtrArray *at;  /* of GArray of conditions, by variable */
  guint32 *place; /* of a variable in its part's order */
  guint32 *values;
  guint64 steps;
} Search;

static guint32
other_end (const ChaseCondition *square, guint32 variable)
{
  return square->u == variable ? square->v : square->u;
}

static const ChaseCondition *
square_at (const Search *search, guint32 variable, guint i)
{
  const GArray *list = g_ptr_array_index (search->at, variable);

  return &g_array_index (search->conditions->conditions, ChaseCondition,
                         g_array_index (list, guint, i));
}

static guint
n_squares_at (const Search *search, guint32 variable)
{
  return ((const GArray *)g_ptr_array_index (search->at, variable))->len;
}

/* Depth first, what a value forces before what it does not. */
static GArray *
order_part (Search *search, const ChaseConditionPart *part)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 first = g_array_index (part->variables, guint32, 0);

  g_array_append_val (stack, first);
  while (stack->len > 0)
    {
      guint32 variable = g_array_index (stack, guint32, stack->len - 1);

      g_array_set_size (stack, stack->len - 1);
      if (search->place[variable] != NOWHERE)
        continue;
      search->place[variable] = order->len;
      g_array_append_val (order, variable);
      for (guint pass = 0; pass < 2; pass++)
        for (guint i = 0; i < n_squares_at (search, variable); i++)
          {
            const ChaseCondition *square = square_at (search, variable, i);
            guint32 other = other_end (square, variable);
            gboolean forced = square->u == variable && square->right == NULL;

            if (search->place[other] == NOWHERE && forced == (pass == 1))
              g_array_append_val (stack, other);
          }
    }
  return order;
}

static gboolean
fits (Search *search, guint32 variable, guint32 value)
{
  search->values[variable] = value;
  for (guint i = 0; i < n_squares_at (search, variable); i++)
    {
      const ChaseCondition *square = square_at (search, variable, i);

      search->steps++;
      if (search->place[other_end (square, variable)] <= search->place[variable]
          && !chase_condition_is_met (square, search->values[square->u], search->values[square->v]))
        return FALSE;
    }
  return TRUE;
}

/* The only value that earlier ones leave, or NOWHERE. */
static guint32
forced_value (const Search *search, guint32 variable)
{
  for (guint i = 0; i < n_squares_at (search, variable); i++)
    {
      const ChaseCondition *square = square_at (search, variable, i);

      if (square->v == variable && square->right == NULL
          && search->place[square->u] < search->place[variable])
        return square->left[search->values[square->u]];
    }
  return NOWHERE;
}

/* The next value from @from on that fits at @variable, or NOWHERE. */
static guint32
next_value (Search *search, guint32 variable, guint32 from)
{
  guint32 forced = forced_value (search, variable);

  if (forced != NOWHERE)
    return from <= forced && fits (search, variable, forced) ? forced : NOWHERE;
  for (guint32 value = from; value < search->conditions->sizes[variable]; value++)
    {
      search->steps++;
      if (fits (search, variable, value))
        return value;
    }
  return NOWHERE;
}

static void
add_solution (ChaseConditionPart *part, const guint32 *values)
{
  if (part->count++ < CHASE_LISTED)
    for (guint i = 0; i < part->variables->len; i++)
      g_array_append_val (part->values, values[g_array_index (part->variables, guint32, i)]);
}

/* All solutions of @part, or more than a list may have; FALSE where that takes too long. */
static gboolean
search_part (Search *search, ChaseConditionPart *part)
{
  g_autoptr (GArray) order = order_part (search, part);
  g_autofree guint32 *from = g_new0 (guint32, order->len + 1);
  guint depth = 0;

  while (search->steps < MAX_STEPS && part->count <= CHASE_LISTED)
    {
      guint32 variable = g_array_index (order, guint32, depth);
      guint32 value = next_value (search, variable, from[depth]);

      if (value == NOWHERE)
        {
          if (depth == 0)
            return TRUE;
          depth--;
          continue;
        }
      search->values[variable] = value;
      from[depth] = value + 1;
      if (depth + 1 == order->len)
        add_solution (part, search->values);
      else
        from[++depth] = 0;
    }
  return search->steps < MAX_STEPS;
}

static void
search_init (Search *search, const ChaseConditions *conditions)
{
  search->conditions = conditions;
  search->at = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  search->place = g_new (guint32, conditions->n_variables + 1);
  search->values = g_new0 (guint32, conditions->n_variables + 1);
  search->steps = 0;
  for (guint32 i = 0; i < conditions->n_variables; i++)
    {
      search->place[i] = NOWHERE;
      g_ptr_array_add (search->at, g_array_new (FALSE, FALSE, sizeof (guint)));
    }
  for (guint i = 0; i < conditions->conditions->len; i++)
    {
      const ChaseCondition *square = &g_array_index (conditions->conditions, ChaseCondition, i);

      g_array_append_val ((GArray *)g_ptr_array_index (search->at, square->u), i);
      if (square->v != square->u)
        g_array_append_val ((GArray *)g_ptr_array_index (search->at, square->v), i);
    }
}

/* How many solutions all parts have together, up to CHASE_LISTED + 1. */
static guint64
count_all (const GPtrArray *parts)
{
  guint64 count = 1;

  for (guint i = 0; i < parts->len; i++)
    if (((const ChaseConditionPart *)g_ptr_array_index (parts, i))->count == 0)
      return 0;
  for (guint i = 0; i < parts->len && count <= CHASE_LISTED; i++)
    count *= MIN (((const ChaseConditionPart *)g_ptr_array_index (parts, i))->count,
                  CHASE_LISTED + 1);
  return MIN (count, CHASE_LISTED + 1);
}

/* Every solution of @part put to each of @list. */
static GPtrArray *
multiply (GPtrArray *list, const ChaseConditionPart *part, guint32 n)
{
  GPtrArray *more = g_ptr_array_new_with_free_func (g_free);
  guint n_here = part->variables->len;

  for (guint i = 0; i < list->len; i++)
    for (guint k = 0; k < part->values->len; k += n_here)
      {
        guint32 *values = g_memdup2 (g_ptr_array_index (list, i), (n + 1) * sizeof (guint32));

        for (guint j = 0; j < n_here; j++)
          values[g_array_index (part->variables, guint32, j)]
              = g_array_index (part->values, guint32, k + j);
        g_ptr_array_add (more, values);
      }
  g_ptr_array_unref (list);
  return more;
}

static gint
compare (gconstpointer a, gconstpointer b, gpointer n)
{
  const guint32 *one = *(guint32 *const *)a;
  const guint32 *two = *(guint32 *const *)b;
  guint32 i = 0;

  while (i < GPOINTER_TO_UINT (n) && one[i] == two[i])
    i++;
  return i == GPOINTER_TO_UINT (n) ? 0 : one[i] < two[i] ? -1 : 1;
}

static GPtrArray *
list_all (const ChaseConditions *conditions, const GPtrArray *parts)
{
  guint32 n = conditions->n_variables;
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);

  if (count_all (parts) == 0)
    return list;
  g_ptr_array_add (list, g_new0 (guint32, n + 1));
  for (guint i = 0; i < parts->len; i++)
    list = multiply (list, g_ptr_array_index (parts, i), n);
  g_ptr_array_sort_with_data (list, compare, GUINT_TO_POINTER (n));
  return list;
}

GPtrArray *
chase_conditions_solve (const ChaseConditions *conditions, GError **error)
{
  g_autoptr (GPtrArray) parts = chase_conditions_parts (conditions);
  GPtrArray *list = NULL;
  gboolean done = TRUE;
  Search search;

  search_init (&search, conditions);
  for (guint i = 0; i < parts->len && done; i++)
    {
      done = search_part (&search, g_ptr_array_index (parts, i));
      if (((ChaseConditionPart *)g_ptr_array_index (parts, i))->count == 0)
        break;
    }
  if (done && count_all (parts) <= CHASE_LISTED)
    list = list_all (conditions, parts);
  else
    chase_refuse (error, "there are too many transformations to try");
  g_ptr_array_unref (search.at);
  g_free (search.place);
  g_free (search.values);
  return list;
}
