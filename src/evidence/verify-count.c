/* SPDX-License-Identifier: MIT */
#include "evidence/refuse.h"

#include <string.h>

#define NOWHERE G_MAXUINT32

/* A path that no rule rewrites is a walk through the beginnings of left sides: after each arrow,
 * the longest of them that the path ends with. The first states are the objects' empty paths. */
typedef struct
{
  const ChasePresentation *presentation;
  GPtrArray *out;  /* object -> GArray of its arrows */
  guint32 *slot;   /* arrow -> its place among those */
  GArray *object;  /* state -> object */
  GArray *first;   /* state -> its first cell */
  GArray *cell;    /* state, or NOWHERE where the trie has no child (later: where a rule applies) */
  GArray *whole;   /* state -> whether a left side ends here, gboolean */
  guint8 *useful;  /* state -> whether a walk from here can end at the object counted to */
  GArray **totals; /* state -> number of walks from it, in digits of a billion, or NULL */
  const ChasePatience *patience;
  guint32 steps;
  GError **error;
} Walks;

static guint32
state_new (Walks *w, guint32 object)
{
  guint32 state = w->object->len, none = NOWHERE, first = w->cell->len;
  gboolean no = FALSE;

  g_array_append_val (w->object, object);
  g_array_append_val (w->first, first);
  g_array_append_val (w->whole, no);
  for (guint i = ((const GArray *)g_ptr_array_index (w->out, object))->len; i > 0; i--)
    g_array_append_val (w->cell, none);
  return state;
}

static guint32 *
cells_of (const Walks *w, guint32 state)
{
  return &g_array_index (w->cell, guint32, g_array_index (w->first, guint32, state));
}

static const GArray *
arrows_of (const Walks *w, guint32 state)
{
  return g_ptr_array_index (w->out, g_array_index (w->object, guint32, state));
}

static void
add_left_side (Walks *w, ChaseWord left)
{
  guint32 state = chase_presentation_arrow (w->presentation, left.letters[0])->source;

  for (guint32 i = 0; i < left.length; i++)
    {
      guint32 letter = left.letters[i];
      guint32 next = cells_of (w, state)[w->slot[letter]];

      if (next == NOWHERE)
        {
          next = state_new (w, chase_presentation_arrow (w->presentation, letter)->target);
          cells_of (w, state)[w->slot[letter]] = next;
        }
      state = next;
    }
  g_array_index (w->whole, gboolean, state) = TRUE;
}

/* Gives every state and arrow the state that follows, shortest states first (Aho and Corasick). */
static void
link_states (Walks *w)
{
  guint32 n = w->object->len, n_objects = w->out->len, head = 0, tail = 0;
  g_autofree guint32 *queue = g_new (guint32, (gsize)n + 1);
  g_autofree guint32 *shorter = g_new0 (guint32, (gsize)n + 1);

  while (tail < n_objects)
    {
      queue[tail] = tail;
      tail++;
    }
  while (head < tail)
    {
      guint32 state = queue[head++];
      const GArray *out = arrows_of (w, state);

      for (guint i = 0; i < out->len; i++)
        {
          guint32 arrow = g_array_index (out, guint32, i);
          guint32 fallback = state < n_objects
                                 ? chase_presentation_arrow (w->presentation, arrow)->target
                                 : cells_of (w, shorter[state])[i];
          guint32 child = cells_of (w, state)[i];

          if (child == NOWHERE)
            {
              cells_of (w, state)[i] = fallback;
              continue;
            }
          shorter[child] = fallback;
          if (g_array_index (w->whole, gboolean, fallback))
            g_array_index (w->whole, gboolean, child) = TRUE;
          queue[tail++] = child;
        }
    }
  for (guint i = 0; i < w->cell->len; i++)
    if (g_array_index (w->whole, gboolean, g_array_index (w->cell, guint32, i)))
      g_array_index (w->cell, guint32, i) = NOWHERE;
}

static void
find_useful (Walks *w, guint32 to)
{
  gboolean grew = TRUE;

  w->useful = g_new0 (guint8, (gsize)w->object->len + 1);
  for (guint32 s = 0; s < w->object->len; s++)
    w->useful[s] = to == NOWHERE || g_array_index (w->object, guint32, s) == to;
  while (grew && to != NOWHERE)
    {
      grew = FALSE;
      for (guint32 s = 0; s < w->object->len; s++)
        for (guint i = 0; i < arrows_of (w, s)->len && !w->useful[s]; i++)
          {
            guint32 next = cells_of (w, s)[i];

            if (next != NOWHERE && w->useful[next])
              grew = w->useful[s] = 1;
          }
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
  guint32 here = to == NOWHERE || g_array_index (w->object, guint32, state) == to;

  w->totals[state] = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_append_val (w->totals[state], here);
  for (guint i = 0; i < arrows_of (w, state)->len; i++)
    {
      guint32 next = cells_of (w, state)[i];

      if (next != NOWHERE && w->useful[next])
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
      if (at[state] == arrows_of (w, state)->len)
        {
          add_up (w, state, to);
          continue;
        }
      next = cells_of (w, state)[at[state]++];
      if (next == NOWHERE || !w->useful[next] || w->totals[next] != NULL)
        continue;
      if (at[next] > 0 || next == state)
        return FALSE;
      g_array_append_val (stack, next);
    }
  return TRUE;
}

static void
walks_init (Walks *w, const ChasePresentation *p, const ChaseNormal *normal)
{
  GArray **arrays[] = { &w->object, &w->first, &w->cell, &w->whole };

  w->presentation = p;
  w->out = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  w->slot = g_new (guint32, (gsize)chase_presentation_n_arrows (p) + 1);
  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    *arrays[i] = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint32 i = 0; i < chase_presentation_n_objects (p); i++)
    g_ptr_array_add (w->out, g_array_new (FALSE, FALSE, sizeof (guint32)));
  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    {
      GArray *out = g_ptr_array_index (w->out, chase_presentation_arrow (p, f)->source);

      w->slot[f] = out->len;
      g_array_append_val (out, f);
    }
  for (guint32 i = 0; i < chase_presentation_n_objects (p); i++)
    state_new (w, i);
  for (guint32 i = 0; i < normal->n_rules; i++)
    add_left_side (w, normal->rules[i].left);
  link_states (w);
  w->totals = g_new0 (GArray *, (gsize)w->object->len + 1);
}

static void
walks_clear (Walks *w)
{
  GArray *arrays[] = { w->object, w->first, w->cell, w->whole };

  for (guint32 s = 0; s < w->object->len; s++)
    if (w->totals[s] != NULL)
      g_array_unref (w->totals[s]);
  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_array_unref (arrays[i]);
  g_ptr_array_unref (w->out);
  g_free (w->totals);
  g_free (w->useful);
  g_free (w->slot);
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

gboolean
chase_verify_count (const ChasePresentation *presentation, guint32 from, guint32 to,
                    const ChaseNormal *normal, const ChasePatience *patience, char **count,
                    GError **error)
{
  g_autoptr (GArray) sum = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree guint32 *at = NULL;
  gboolean finite = TRUE;
  Walks w = { NULL };
  g_autoptr (GError) stopped = NULL;
  guint32 zero = 0;

  *count = NULL;
  if (!chase_verify_complete (presentation, normal, patience, error))
    return FALSE;
  w.patience = patience;
  w.error = &stopped;
  walks_init (&w, presentation, normal);
  find_useful (&w, to);
  at = g_new0 (guint32, (gsize)w.object->len + 1);
  g_array_append_val (sum, zero);
  for (guint32 o = 0; o < chase_presentation_n_objects (presentation) && finite; o++)
    {
      if ((from != NOWHERE && from != o) || !w.useful[o])
        continue;
      finite = count_from (&w, o, to, at);
      if (finite)
        add_number (sum, w.totals[o]);
    }
  if (finite)
    *count = decimal (sum);
  walks_clear (&w);
  if (stopped == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&stopped));
  return FALSE;
}
