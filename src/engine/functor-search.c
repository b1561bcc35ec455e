/* SPDX-License-Identifier: MIT */
#include "engine/functor-search.h"

#define NOWHERE G_MAXUINT32

typedef struct
{
  const ChasePresentation *source;
  const ChaseFinite *d;
  ChaseFoundFunctors *found;
  ChaseClock *clock;
  guint64 steps;
  guint32 n; /* objects of the source */
  guint32 n_values;
  guint32 *order; /* objects and arrows, an arrow as soon as its ends have values */
  guint32 n_order;
  GPtrArray *due;     /* of GArray of equations, by place in the order */
  GPtrArray *between; /* of GArray of morphisms, by ends */
  gboolean **allowed; /* by arrow: morphisms that keep what it alone has to keep */
  guint32 *values;
} Search;

void
chase_found_functors_free (ChaseFoundFunctors *found)
{
  if (found == NULL)
    return;
  g_ptr_array_unref (found->list);
  g_free (found);
}

static guint32
value_of (const Search *search, guint32 source, ChaseWord word)
{
  guint32 value = chase_finite_identity (search->d, search->values[source]);

  for (guint32 i = 0; i < word.length; i++)
    value = chase_finite_compose (search->d, value, search->values[search->n + word.letters[i]]);
  return value;
}

static void
plan_order (Search *search)
{
  for (guint32 a = 0; a < search->n; a++)
    {
      search->order[search->n_order++] = a;
      for (guint32 f = 0; f < chase_presentation_n_arrows (search->source); f++)
        {
          const ChaseArrow *arrow = chase_presentation_arrow (search->source, f);

          if (!arrow->formal && MAX (arrow->source, arrow->target) == a)
            search->order[search->n_order++] = search->n + f;
        }
    }
}

/* The arrow (not its formal inverse) that the letter @f is. */
static guint32
arrow_of (const Search *search, guint32 f)
{
  const ChaseArrow *arrow = chase_presentation_arrow (search->source, f);

  return arrow->formal ? arrow->inverse : f;
}

/* The last place of @word's arrows in the order; *@only: is it one arrow again and again? */
static guint32
last_place (const Search *search, const guint32 *place, ChaseWord word, guint32 last,
            gboolean *only)
{
  for (guint32 i = 0; i < word.length; i++)
    {
      guint32 at = place[search->n + arrow_of (search, word.letters[i])];

      *only = *only && (last == 0 || at == last);
      last = MAX (last, at);
    }
  return last;
}

/* Does the arrow @f keep @equation, which no other is in, when it goes to the morphism @m? */
static gboolean
keeps_alone (Search *search, guint32 f, guint32 m, const ChaseEquation *equation)
{
  const ChaseArrow *arrow = chase_presentation_arrow (search->source, f);

  search->values[arrow->source] = search->d->source[m];
  search->values[arrow->target] = search->d->target[m];
  search->values[search->n + f] = m;
  if (arrow->inverse != NOWHERE
      && !chase_finite_find_back (search->d, m, TRUE, TRUE,
                                  &search->values[search->n + arrow->inverse]))
    return FALSE;
  return equation == NULL
         || value_of (search, equation->source, equation->left)
                == value_of (search, equation->source, equation->right);
}

static void
filter (Search *search, guint32 f, const ChaseEquation *equation)
{
  const ChaseArrow *arrow = chase_presentation_arrow (search->source, f);

  for (guint32 m = 0; m < chase_finite_n_morphisms (search->d); m++)
    search->allowed[f][m]
        = search->allowed[f][m]
          && (arrow->source != arrow->target || search->d->source[m] == search->d->target[m])
          && keeps_alone (search, f, m, equation);
}

static void
plan_equations (Search *search)
{
  const ChasePresentation *p = search->source;
  g_autofree guint32 *place = g_new0 (guint32, search->n_values + 1);

  for (guint32 i = 0; i < search->n_order; i++)
    {
      place[search->order[i]] = i;
      g_ptr_array_add (search->due, g_array_new (FALSE, FALSE, sizeof (guint32)));
    }
  for (guint32 e = 0; e < chase_presentation_n_equations (p); e++)
    {
      const ChaseEquation *equation = chase_presentation_equation (p, e);
      gboolean only = TRUE;
      guint32 last = last_place (search, place, equation->left, 0, &only);

      last = last_place (search, place, equation->right, last, &only);
      if (only && last > 0)
        filter (search, search->order[last] - search->n, equation);
      else
        g_array_append_val ((GArray *)g_ptr_array_index (search->due, last), e);
    }
}

static void
plan_values (Search *search)
{
  guint32 n = chase_finite_n_morphisms (search->d);
  guint32 n_objects = search->d->n_objects;

  for (guint64 i = 0; i < (guint64)n_objects * n_objects; i++)
    g_ptr_array_add (search->between, g_array_new (FALSE, FALSE, sizeof (guint32)));
  for (guint32 m = 0; m < n; m++)
    g_array_append_val (
        (GArray *)g_ptr_array_index (search->between,
                                     search->d->source[m] * n_objects + search->d->target[m]),
        m);
  for (guint32 f = 0; f < chase_presentation_n_arrows (search->source); f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (search->source, f);

      search->allowed[f] = g_new (gboolean, n + 1);
      for (guint32 m = 0; m < n; m++)
        search->allowed[f][m]
            = (arrow->properties & CHASE_PROPERTY_IDEMPOTENT) == 0
              || chase_finite_has_property (search->d, m, CHASE_PROPERTY_IDEMPOTENT);
      if (arrow->inverse != NOWHERE && !arrow->formal)
        filter (search, f, NULL);
    }
}

/* The value number @k of the slot, or NOWHERE behind the last. */
static guint32
candidate (const Search *search, guint32 slot, guint32 k)
{
  const ChaseArrow *arrow;
  const GArray *between;

  if (slot < search->n)
    return k < search->d->n_objects ? k : NOWHERE;
  arrow = chase_presentation_arrow (search->source, slot - search->n);
  between = g_ptr_array_index (search->between, search->values[arrow->source] * search->d->n_objects
                                                    + search->values[arrow->target]);
  return k < between->len ? g_array_index (between, guint32, k) : NOWHERE;
}

static gboolean
fits (Search *search, guint32 place, guint32 value)
{
  const GArray *due = g_ptr_array_index (search->due, place);
  guint32 slot = search->order[place];

  search->values[slot] = value;
  if (slot >= search->n)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (search->source, slot - search->n);

      if (!search->allowed[slot - search->n][value])
        return FALSE;
      if (arrow->inverse != NOWHERE)
        chase_finite_find_back (search->d, value, TRUE, TRUE,
                                &search->values[search->n + arrow->inverse]);
    }
  for (guint i = 0; i < due->len; i++)
    {
      const ChaseEquation *equation
          = chase_presentation_equation (search->source, g_array_index (due, guint32, i));

      search->steps -= MIN (search->steps, equation->left.length + equation->right.length);
      if (value_of (search, equation->source, equation->left)
          != value_of (search, equation->source, equation->right))
        return FALSE;
    }
  return TRUE;
}

static void
add_found (Search *search)
{
  guint64 weight = 1;

  for (guint32 i = 0; i < search->n_values; i++)
    weight = chase_modulo_multiply (weight, chase_fingerprint_weight (i, search->values[i]),
                                    CHASE_FINGERPRINT_PRIME);
  if (search->found->tally.count < CHASE_LISTED)
    g_ptr_array_add (search->found->list,
                     g_memdup2 (search->values, (search->n_values + 1) * sizeof (guint32)));
  chase_tally_add (&search->found->tally, chase_tally_one (weight), CHASE_FINGERPRINT_PRIME);
}

static gboolean
run (Search *search)
{
  g_autofree guint32 *next = g_new0 (guint32, search->n_order + 1);
  guint32 place = 0;

  if (search->n_order == 0)
    add_found (search);
  while (search->n_order > 0)
    {
      guint32 value = candidate (search, search->order[place], next[place]++);

      if (search->steps == 0 || chase_clock_tick (search->clock))
        return FALSE;
      search->steps--;
      if (value == NOWHERE)
        {
          if (place-- == 0)
            return TRUE;
          continue;
        }
      if (!fits (search, place, value))
        continue;
      if (place + 1 == search->n_order)
        add_found (search);
      else
        next[++place] = 0;
    }
  return TRUE;
}

static gint
compare (gconstpointer a, gconstpointer b, gpointer n)
{
  const guint32 *one = *(guint32 *const *)a;
  const guint32 *two = *(guint32 *const *)b;

  for (guint i = 0; i < GPOINTER_TO_UINT (n); i++)
    if (one[i] != two[i])
      return one[i] < two[i] ? -1 : 1;
  return 0;
}

ChaseFoundFunctors *
chase_functors_find (const ChasePresentation *source, const ChaseEnumerated *target, guint64 steps,
                     ChaseClock *clock)
{
  guint32 n_arrows = chase_presentation_n_arrows (source);
  g_autoptr (ChaseFoundFunctors) found = g_new0 (ChaseFoundFunctors, 1);
  Search search = { .source = source, .d = target->finite, .found = found, .clock = clock };
  gboolean done;

  found->list = g_ptr_array_new_with_free_func (g_free);
  search.steps = steps;
  search.n = chase_presentation_n_objects (source);
  search.n_values = search.n + n_arrows;
  search.order = g_new0 (guint32, search.n_values + 1);
  search.values = g_new0 (guint32, search.n_values + 1);
  search.due = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  search.between = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  search.allowed = g_new0 (gboolean *, n_arrows + 1);
  plan_order (&search);
  plan_values (&search);
  plan_equations (&search);
  done = run (&search);
  for (guint32 f = 0; f < n_arrows; f++)
    g_free (search.allowed[f]);
  g_free (search.allowed);
  g_free (search.order);
  g_free (search.values);
  g_ptr_array_unref (search.due);
  g_ptr_array_unref (search.between);
  if (!done)
    return NULL;
  g_ptr_array_sort_with_data (found->list, compare, GUINT_TO_POINTER (search.n_values));
  return g_steal_pointer (&found);
}
