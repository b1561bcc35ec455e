/* SPDX-License-Identifier: MIT */
#include "evidence/natural.h"
#include "evidence/refuse.h"

/* Natural transformations by plain backtracking: no domains are kept; a value is tried against the
 * values given before it. */

#define MAX_STEPS 1500000000

#define NOWHERE G_MAXUINT32

typedef struct
{
  const ChaseNaturality *naturality;
  GPtrArray *at;  /* of GArray of squares, by variable */
  guint32 *place; /* of a variable in its part's order */
  guint32 *values;
  guint64 steps;
} Search;

static guint32
other_end (const ChaseNaturalSquare *square, guint32 variable)
{
  return square->u == variable ? square->v : square->u;
}

static const ChaseNaturalSquare *
square_at (const Search *search, guint32 variable, guint i)
{
  const GArray *list = g_ptr_array_index (search->at, variable);

  return &g_array_index (search->naturality->squares, ChaseNaturalSquare,
                         g_array_index (list, guint, i));
}

static guint
n_squares_at (const Search *search, guint32 variable)
{
  return ((const GArray *)g_ptr_array_index (search->at, variable))->len;
}

/* Depth first, what a value forces before what it does not. */
static GArray *
order_part (Search *search, const ChaseNaturalPart *part)
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
            const ChaseNaturalSquare *square = square_at (search, variable, i);
            guint32 other = other_end (square, variable);
            gboolean forced = square->u == variable && square->q == G_MAXSIZE;

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
      const ChaseNaturalSquare *square = square_at (search, variable, i);

      search->steps++;
      if (search->place[other_end (square, variable)] <= search->place[variable]
          && !chase_naturality_agrees (search->naturality, square, search->values[square->u],
                                       search->values[square->v]))
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
      const ChaseNaturalSquare *square = square_at (search, variable, i);

      if (square->v == variable && square->q == G_MAXSIZE
          && search->place[square->u] < search->place[variable])
        return g_array_index (search->naturality->maps, guint32,
                              square->p + search->values[square->u]);
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
  for (guint32 value = from; value < search->naturality->sizes[variable]; value++)
    {
      search->steps++;
      if (fits (search, variable, value))
        return value;
    }
  return NOWHERE;
}

static gboolean
search_part (Search *search, ChaseNaturalPart *part)
{
  g_autoptr (GArray) order = order_part (search, part);
  g_autofree guint32 *from = g_new0 (guint32, order->len + 1);
  guint depth = 0;

  while (search->steps < MAX_STEPS)
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
        chase_natural_part_add (part, search->values);
      else
        from[++depth] = 0;
    }
  return FALSE;
}

static void
search_init (Search *search, const ChaseNaturality *naturality)
{
  search->naturality = naturality;
  search->at = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  search->place = g_new (guint32, naturality->n_variables + 1);
  search->values = g_new0 (guint32, naturality->n_variables + 1);
  search->steps = 0;
  for (guint32 i = 0; i < naturality->n_variables; i++)
    {
      search->place[i] = NOWHERE;
      g_ptr_array_add (search->at, g_array_new (FALSE, FALSE, sizeof (guint)));
    }
  for (guint i = 0; i < naturality->squares->len; i++)
    {
      const ChaseNaturalSquare *square
          = &g_array_index (naturality->squares, ChaseNaturalSquare, i);

      g_array_append_val ((GArray *)g_ptr_array_index (search->at, square->u), i);
      if (square->v != square->u)
        g_array_append_val ((GArray *)g_ptr_array_index (search->at, square->v), i);
    }
}

GPtrArray *
chase_natural_search (const ChaseNaturality *naturality, GError **error)
{
  g_autoptr (GPtrArray) parts = chase_natural_parts (naturality);
  gboolean done = TRUE;
  Search search;

  search_init (&search, naturality);
  for (guint i = 0; i < parts->len && done; i++)
    {
      ChaseNaturalPart *part = g_ptr_array_index (parts, i);

      done = search_part (&search, part);
      if (part->tally.count == 0)
        break;
    }
  g_ptr_array_unref (search.at);
  g_free (search.place);
  g_free (search.values);
  if (done)
    return g_steal_pointer (&parts);
  chase_refuse (error, "there are too many transformations to try");
  return NULL;
}
