/* SPDX-License-Identifier: MIT */
#include "engine/check-private.h"
#include "i18n.h"

#include <string.h>

/*
 * Faithful, full, essentially surjective: of functors from a finite category to a product that is
 * not written out, such as Set * D. The image of a morphism is a row of numbers, those of all
 * factors one after the other: of a set the values of the function, of D the morphism.
 */

/* A factor of the product, at any depth: Set, Set^op or a finite category. */
typedef struct
{
  const ChaseFunctor *functor; /* to Set^op: M : C^op -> Set, of which it is op */
  gboolean reversed;
  const ChaseEnumerated *target; /* NULL of sets */
} Factor;

typedef struct
{
  const ChaseEnumerated *source;
  GArray *factors; /* of Factor */
  GPtrArray *rows; /* of GArray of guint32, by morphism */
} Values;

static void
values_clear (Values *values)
{
  g_array_unref (values->factors);
  g_ptr_array_unref (values->rows);
}

static const Factor *
factor_at (const Values *values, guint i)
{
  return &g_array_index (values->factors, Factor, i);
}

static gboolean
add_factors (Values *values, ChaseChecker *checker, const ChaseFunctor *functor)
{
  Factor factor = { functor, FALSE, NULL };

  if (chase_functor_is_pair (functor))
    return add_factors (values, checker, functor->operands[0])
           && add_factors (values, checker, functor->operands[1]);
  if (functor->form == CHASE_FUNCTOR_TERM && functor->term != NULL
      && functor->term->kind == CHASE_TERM_OPPOSITE_FUNCTOR)
    {
      factor.functor = functor->operands[0];
      factor.reversed = TRUE;
    }
  if (factor.functor->form == CHASE_FUNCTOR_WORDS && !factor.reversed)
    factor.target = chase_checker_enumerated (checker, functor->target);
  if (factor.target == NULL && factor.functor->form != CHASE_FUNCTOR_SETS)
    return FALSE;
  g_array_append_val (values->factors, factor);
  return TRUE;
}

/* The function that the word is sent to, value by value. */
static void
add_function (const Factor *factor, guint32 from, ChaseWord word, GArray *row)
{
  const ChaseSets *sets = factor->functor->sets;

  for (guint32 x = 0; x < sets->sizes[from]; x++)
    {
      guint32 y = x;

      for (guint32 i = 0; i < word.length; i++)
        {
          guint32 letter = word.letters[factor->reversed ? word.length - 1 - i : i];

          y = sets->functions[sets->offsets[letter] + y];
        }
      g_array_append_val (row, y);
    }
}

static gboolean
add_row (Values *values, guint32 m)
{
  const ChaseFinite *c = values->source->finite;
  ChaseWord word = chase_enumerated_word (values->source, m);
  GArray *row = g_array_new (FALSE, FALSE, sizeof (guint32));

  g_ptr_array_add (values->rows, row);
  for (guint i = 0; i < values->factors->len; i++)
    {
      const Factor *factor = factor_at (values, i);
      g_autoptr (GArray) image = NULL;
      guint32 value;

      if (factor->target == NULL)
        {
          add_function (factor, factor->reversed ? c->target[m] : c->source[m], word, row);
          continue;
        }
      image = g_array_new (FALSE, FALSE, sizeof (guint32));
      if (!chase_functor_map (factor->functor, word, image))
        return FALSE;
      value = chase_enumerated_value (factor->target, factor->functor->objects[c->source[m]],
                                      chase_letters (image));
      g_array_append_val (row, value);
    }
  return TRUE;
}

static gboolean
values_init (Values *values, ChaseChecker *checker, const ChaseFunctor *functor)
{
  gboolean good;

  values->factors = g_array_new (FALSE, FALSE, sizeof (Factor));
  values->rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  values->source = chase_checker_enumerated (checker, functor->source);
  good = values->source != NULL && add_factors (values, checker, functor);
  for (guint32 m = 0; good && m < chase_finite_n_morphisms (values->source->finite); m++)
    good = add_row (values, m);
  return good;
}

/* Morphisms that are parallel have rows of one length. */
static gboolean
is_row (const Values *values, guint32 m, const GArray *row)
{
  const GArray *own = g_ptr_array_index (values->rows, m);

  return memcmp (own->data, row->data, row->len * sizeof (guint32)) == 0;
}

static gboolean
is_between (const Values *values, guint32 m, guint32 a, guint32 b)
{
  return values->source->finite->source[m] == a && values->source->finite->target[m] == b;
}

static const char *
object_name (const Values *values, guint32 a)
{
  return chase_presentation_object_name (values->source->presentation, a);
}

static gboolean
is_faithful (const Values *values, ChaseResult *result)
{
  const ChaseFinite *c = values->source->finite;

  for (guint32 f = 0; f < chase_finite_n_morphisms (c); f++)
    for (guint32 g = 0; g < f; g++)
      {
        if (!is_between (values, g, c->source[f], c->target[f])
            || !is_row (values, g, g_ptr_array_index (values->rows, f)))
          continue;
        chase_result_set_confused (result, values->source, g, f);
        return FALSE;
      }
  return TRUE;
}

/* How many values each number of a row between the values at @a and @b may have; the numbers
 * themselves, of a factor with morphisms, are those of its list between the two. */
static GArray *
bases_between (const Values *values, guint32 a, guint32 b)
{
  GArray *bases = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < values->factors->len; i++)
    {
      const Factor *factor = factor_at (values, i);
      const ChaseFunctor *functor = factor->functor;
      guint32 from = factor->reversed ? b : a, to = factor->reversed ? a : b, n = 0;

      if (factor->target == NULL)
        {
          for (guint32 x = 0; x < functor->sets->sizes[from]; x++)
            g_array_append_val (bases, functor->sets->sizes[to]);
          continue;
        }
      for (guint32 m = 0; m < chase_finite_n_morphisms (factor->target->finite); m++)
        n += factor->target->finite->source[m] == functor->objects[a]
             && factor->target->finite->target[m] == functor->objects[b];
      g_array_append_val (bases, n);
    }
  return bases;
}

/* The morphism of @factor number @k between the values at @a and @b. */
static guint32
nth_between (const Factor *factor, guint32 a, guint32 b, guint32 k)
{
  const ChaseFinite *d = factor->target->finite;
  guint32 m = 0;

  for (;; m++)
    if (d->source[m] == factor->functor->objects[a] && d->target[m] == factor->functor->objects[b]
        && k-- == 0)
      return m;
}

/* The row that @digits stand for. Caller owns it. */
static GArray *
row_of (const Values *values, const GArray *digits, guint32 a, guint32 b)
{
  GArray *row = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint at = 0;

  for (guint i = 0; i < values->factors->len; i++)
    {
      const Factor *factor = factor_at (values, i);
      guint32 n
          = factor->target != NULL ? 1 : factor->functor->sets->sizes[factor->reversed ? b : a];

      for (guint32 x = 0; x < n; x++, at++)
        {
          guint32 digit = g_array_index (digits, guint32, at);

          if (factor->target != NULL)
            digit = nth_between (factor, a, b, digit);
          g_array_append_val (row, digit);
        }
    }
  return row;
}

/* FALSE after the last. */
static gboolean
next_digits (GArray *digits, const GArray *bases)
{
  for (guint i = 0; i < digits->len; i++)
    {
      guint32 *digit = &g_array_index (digits, guint32, i);

      if (++*digit < g_array_index (bases, guint32, i))
        return TRUE;
      *digit = 0;
    }
  return FALSE;
}

static JsonArray *
missed_json (const Values *values, const GArray *row, guint32 a, guint32 b)
{
  JsonArray *list = json_array_new ();
  guint at = 0;

  for (guint i = 0; i < values->factors->len; i++)
    {
      const Factor *factor = factor_at (values, i);
      const ChaseSets *sets = factor->functor->sets;
      guint32 from = factor->reversed ? b : a, to = factor->reversed ? a : b;
      JsonObject *map;

      if (factor->target != NULL)
        {
          json_array_add_array_element (
              list, chase_path_names (factor->target, g_array_index (row, guint32, at++)));
          continue;
        }
      map = json_object_new ();
      for (guint32 x = 0; x < sets->sizes[from]; x++)
        json_object_set_string_member (
            map, sets->names[sets->first[from] + x],
            sets->names[sets->first[to] + g_array_index (row, guint32, at++)]);
      json_array_add_object_element (list, map);
    }
  return list;
}

/* A row between the values at @a and @b that no morphism has, or NULL: one is found before more
 * are looked at than there are morphisms, and one more. */
static GArray *
find_missed (const Values *values, guint32 a, guint32 b)
{
  g_autoptr (GArray) bases = bases_between (values, a, b);
  g_autoptr (GArray) digits = g_array_new (FALSE, TRUE, sizeof (guint32));

  for (guint i = 0; i < bases->len; i++)
    if (g_array_index (bases, guint32, i) == 0)
      return NULL;
  g_array_set_size (digits, bases->len);
  do
    {
      g_autoptr (GArray) row = row_of (values, digits, a, b);
      guint32 m = 0, n = chase_finite_n_morphisms (values->source->finite);

      while (m < n && !(is_between (values, m, a, b) && is_row (values, m, row)))
        m++;
      if (m == n)
        return g_steal_pointer (&row);
    }
  while (next_digits (digits, bases));
  return NULL;
}

static gboolean
is_full (const Values *values, ChaseResult *result)
{
  guint32 n = values->source->finite->n_objects;

  for (guint32 a = 0; a < n; a++)
    for (guint32 b = 0; b < n; b++)
      {
        g_autoptr (GArray) missed = find_missed (values, a, b);
        JsonObject *object;

        if (missed == NULL)
          continue;
        object = chase_evidence_typed ("table");
        json_object_set_array_member (object, "missed", missed_json (values, missed, a, b));
        json_object_set_string_member (object, "from", object_name (values, a));
        json_object_set_string_member (object, "to", object_name (values, b));
        chase_result_set_object (result, CHASE_VERDICT_FAILS, object,
                                 "A morphism between the values at %s and %s comes from none "
                                 "between the two.",
                                 object_name (values, a), object_name (values, b));
        return FALSE;
      }
  return TRUE;
}

static gboolean
has_size (const Values *values, const ChaseSets *sets, guint32 size)
{
  for (guint32 a = 0; a < values->source->finite->n_objects; a++)
    if (sets->sizes[a] == size)
      return TRUE;
  return FALSE;
}

/* Of sets there are more sizes than values; a product with what has no object is empty. */
static gboolean
is_surjective (const Values *values, ChaseResult *result)
{
  JsonObject *object;
  guint at = 0;
  guint32 size = 0;

  for (guint i = 0; i < values->factors->len; i++)
    {
      const Factor *factor = factor_at (values, i);

      if (factor->target != NULL && factor->target->finite->n_objects == 0)
        return TRUE;
    }
  while (factor_at (values, at)->target != NULL)
    at++;
  while (has_size (values, factor_at (values, at)->functor->sets, size))
    size++;
  object = chase_evidence_typed ("table");
  json_object_set_int_member (object, "factor", at);
  json_object_set_int_member (object, "size", size);
  chase_result_set_object (result, CHASE_VERDICT_FAILS, object,
                           P_ ("In no value, the set in place %u has %u element.",
                               "In no value, the set in place %u has %u elements.", size),
                           at + 1, size);
  return FALSE;
}

static gboolean
is_lawful (ChaseChecker *checker, const ChaseFunctor *functor, ChaseResult *result)
{
  if (chase_functor_is_pair (functor))
    return is_lawful (checker, functor->operands[0], result)
           && is_lawful (checker, functor->operands[1], result);
  if (functor->form == CHASE_FUNCTOR_TERM && functor->operands[0] != NULL)
    functor = functor->operands[0];
  chase_decide_functor_laws (checker, functor, result);
  return result->verdict == CHASE_VERDICT_HOLDS;
}

void
chase_decide_functor_to_product (ChaseChecker *checker, const ChaseFunctor *functor,
                                 ChaseAdjective adjective, ChaseResult *result)
{
  Values values;

  if (!is_lawful (checker, functor, result))
    {
      chase_result_undecided (result, "It is not known to be a functor.");
      return;
    }
  if (!values_init (&values, checker, functor))
    chase_result_undecided (result,
                            "The morphisms of %s, or the values of %s, are infinitely "
                            "many or too many to be listed.",
                            functor->source->key, functor->key);
  else if ((!chase_adjective_asks (adjective, CHASE_ADJECTIVE_ESSENTIALLY_SURJECTIVE)
            || is_surjective (&values, result))
           && (!chase_adjective_asks (adjective, CHASE_ADJECTIVE_FAITHFUL)
               || is_faithful (&values, result))
           && (!chase_adjective_asks (adjective, CHASE_ADJECTIVE_FULL)
               || is_full (&values, result)))
    chase_result_set_looked_at (result, values.source);
  values_clear (&values);
}
