/* SPDX-License-Identifier: MIT */
#include "engine/check-infinite.h"
#include "engine/check-private.h"
#include "engine/infinite.h"
#include "engine/tally.h"
#include "evidence/fingerprint.h"
#include "evidence/verifier.h"
#include "model/slice-sets.h"
#include "i18n.h"

#include <string.h>

/* Slices and coslices of categories whose morphisms cannot be listed. */

#define ANY G_MAXUINT32

gboolean
chase_is_infinite_slice (const ChaseCategory *category)
{
  return category != NULL
         && (category->kind == CHASE_CATEGORY_OVER || category->kind == CHASE_CATEGORY_UNDER);
}

JsonObject *
chase_infinite_slice_json (ChaseChecker *checker, const ChaseCategory *slice)
{
  gboolean over = slice->kind == CHASE_CATEGORY_OVER;
  const ChaseCategory *base = slice->parts[0];
  JsonObject *object = NULL;
  g_autofree char *count = NULL;
  ChaseInfinite infinite;

  if (base->presentation == NULL || base->table)
    return NULL;
  chase_infinite_init (&infinite, checker, base);
  if (chase_infinite_first (&infinite) != NULL
      && chase_verify_count (base->presentation, over ? ANY : slice->object,
                             over ? slice->object : ANY, chase_infinite_first (&infinite), NULL,
                             &count, NULL)
      && count == NULL)
    {
      object = chase_evidence_typed ("list");
      json_object_set_object_member (
          object, "system",
          chase_infinite_system_json (&infinite, g_ptr_array_index (infinite.systems, 0)));
    }
  chase_infinite_clear (&infinite);
  return object;
}

static void
hold (const char *reason, ChaseResult *result)
{
  JsonObject *object = chase_evidence_typed ("list");

  json_object_set_boolean_member (object, "slice", TRUE);
  chase_result_set_object (result, CHASE_VERDICT_HOLDS, object, "%s", reason);
}

void
chase_decide_slice_property (ChaseChecker *checker, const ChaseCategory *slice,
                             ChaseAdjective adjective, ChaseResult *result)
{
  gboolean over = slice->kind == CHASE_CATEGORY_OVER;
  JsonObject *object = NULL;

  if (adjective == CHASE_ADJECTIVE_CONNECTED)
    {
      hold (over ? _ ("The identity is terminal.") : _ ("The identity is initial."), result);
      return;
    }
  if (adjective == CHASE_ADJECTIVE_FINITE || adjective == CHASE_ADJECTIVE_MONOID
      || adjective == CHASE_ADJECTIVE_DISCRETE)
    object = chase_infinite_slice_json (checker, slice);
  if (object != NULL)
    chase_result_set_object (
        result, CHASE_VERDICT_FAILS, object,
        over ? _ ("It has infinitely many objects, the paths to %s.")
             : _ ("It has infinitely many objects, the paths from %s."),
        chase_presentation_object_name (slice->parts[0]->presentation, slice->object));
  else
    chase_result_undecided (
        result, "The objects of %s are infinitely many, or too many to be listed.", slice->key);
}

void
chase_decide_slice_object (ChaseChecker *checker, const ChaseCategory *slice, const ChaseTerm *term,
                           ChaseAdjective adjective, ChaseResult *result)
{
  gboolean over = slice->kind == CHASE_CATEGORY_OVER;
  g_autoptr (GArray) word = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 ends[2];

  if (slice->point == NULL
      && chase_theory_path (checker->theory, slice->parts[0], term, &ends[0], &ends[1], word, NULL)
      && word->len == 0 && ends[0] == slice->object
      && adjective == (over ? CHASE_ADJECTIVE_TERMINAL : CHASE_ADJECTIVE_INITIAL))
    hold (_ ("From (to) every object the object itself is the one morphism."), result);
  else
    chase_result_undecided (
        result, "The objects of %s are infinitely many, or too many to be listed.", slice->key);
}

static void
multiply (char **product, guint32 factor, guint32 times)
{
  g_autofree char *text = g_strdup_printf ("%u", factor);

  for (guint32 i = 0; i < times; i++)
    {
      g_autofree char *before = *product;

      *product = chase_decimal_multiply (before, text);
    }
}

/* Fibre by fibre: any elements may become any. */
static char *
count_over (const ChaseFunction *f, const ChaseFunction *g)
{
  g_autofree guint32 *sizes = g_new0 (guint32, 2 * f->n_codomain + 1);
  char *product = g_strdup ("1");

  for (guint32 x = 0; x < f->n_domain; x++)
    sizes[2 * f->values[x]]++;
  for (guint32 y = 0; y < g->n_domain; y++)
    sizes[2 * g->values[y] + 1]++;
  for (guint32 s = 0; s < f->n_codomain; s++)
    multiply (&product, sizes[2 * s + 1], sizes[2 * s]);
  return product;
}

/* What f reaches has its value by g; all else has any. */
static char *
count_under (const ChaseFunction *f, const ChaseFunction *g)
{
  g_autofree guint32 *match
      = chase_match_sets (f->domain, f->n_domain, g->domain, g->n_domain, FALSE);
  g_autofree guint32 *given = g_new (guint32, f->n_codomain + 1);
  guint32 free = f->n_codomain;
  char *product;

  for (guint32 x = 0; x < f->n_codomain; x++)
    given[x] = G_MAXUINT32;
  for (guint32 s = 0; s < f->n_domain; s++)
    {
      guint32 *value = &given[f->values[s]], y = g->values[match[s]];

      if (*value != G_MAXUINT32 && *value != y)
        return g_strdup ("0");
      free -= *value == G_MAXUINT32;
      *value = y;
    }
  product = g_strdup ("1");
  multiply (&product, g->n_codomain, free);
  return product;
}

/* Where each element of the source may go: arrays of values. Caller owns them. */

static GPtrArray *
choices_over (const ChaseFunction *f, const ChaseFunction *g)
{
  GPtrArray *choices = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);

  for (guint32 x = 0; x < f->n_domain; x++)
    {
      GArray *some = g_array_new (FALSE, FALSE, sizeof (guint32));

      for (guint32 y = 0; y < g->n_domain; y++)
        if (g_str_equal (f->codomain[f->values[x]], g->codomain[g->values[y]]))
          g_array_append_val (some, y);
      g_ptr_array_add (choices, some);
    }
  return choices;
}

static GPtrArray *
choices_under (const ChaseFunction *f, const ChaseFunction *g)
{
  g_autofree guint32 *match
      = chase_match_sets (f->domain, f->n_domain, g->domain, g->n_domain, FALSE);
  GPtrArray *choices = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);

  for (guint32 x = 0; x < f->n_codomain; x++)
    {
      GArray *some = g_array_new (FALSE, FALSE, sizeof (guint32));

      for (guint32 s = 0; s < f->n_domain && some->len == 0; s++)
        if (f->values[s] == x)
          g_array_append_val (some, g->values[match[s]]);
      for (guint32 y = 0, given = some->len; given == 0 && y < g->n_codomain; y++)
        g_array_append_val (some, y);
      g_ptr_array_add (choices, some);
    }
  return choices;
}

/* The function number @k of those that go by @choices, as {"*": {x: y}}. */
static JsonObject *
nth_function (const GPtrArray *choices, ChaseName **from, ChaseName **to, guint k)
{
  JsonObject *map = json_object_new (), *made = json_object_new ();
  guint count = 1;

  for (guint x = 0; x < choices->len; x++)
    count *= ((const GArray *)g_ptr_array_index (choices, x))->len;
  for (guint x = 0; x < choices->len; x++)
    {
      const GArray *some = g_ptr_array_index (choices, x);

      count /= some->len;
      json_object_set_string_member (map, from[x],
                                     to[g_array_index (some, guint32, k / count % some->len)]);
    }
  json_object_set_object_member (made, "*", map);
  return made;
}

/* All @count morphisms, as what they are in Set. */
static JsonArray *
list_morphisms (gboolean over, const ChaseFunction *f, const ChaseFunction *g, guint count)
{
  g_autoptr (GPtrArray) choices = over ? choices_over (f, g) : choices_under (f, g);
  JsonArray *list = json_array_new ();

  for (guint k = 0; k < count; k++)
    json_array_add_object_element (list, nth_function (choices, over ? f->domain : f->codomain,
                                                       over ? g->domain : g->codomain, k));
  return list;
}

void
chase_decide_slice_count (ChaseChecker *checker, const ChaseCategory *slice,
                          const ChaseProposition *proposition, ChaseResult *result)
{
  g_autoptr (ChaseTerm) one = chase_slice_object (checker->theory, slice,
                                                  g_ptr_array_index (proposition->terms, 0), NULL);
  g_autoptr (ChaseTerm) two = chase_slice_object (checker->theory, slice,
                                                  g_ptr_array_index (proposition->terms, 1), NULL);
  g_autoptr (ChaseFunction) f
      = one != NULL ? chase_theory_function (checker->theory, one, NULL) : NULL;
  g_autoptr (ChaseFunction) g
      = two != NULL ? chase_theory_function (checker->theory, two, NULL) : NULL;
  gboolean over = slice->kind == CHASE_CATEGORY_OVER;
  g_autofree char *count = NULL;
  JsonObject *object;

  if (f == NULL || g == NULL)
    {
      chase_result_undecided (result, "One of the two is no object there.");
      return;
    }
  count = over ? count_over (f, g) : count_under (f, g);
  object = chase_evidence_typed ("list");
  json_object_set_boolean_member (object, "slice", TRUE);
  if (strlen (count) < 6 && atoi (count) <= CHASE_LISTED)
    json_object_set_array_member (object, "elements",
                                  list_morphisms (over, f, g, (guint)atoi (count)));
  chase_result_count (result, proposition, count, object, "morphism");
}
