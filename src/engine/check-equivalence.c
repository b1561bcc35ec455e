/* SPDX-License-Identifier: MIT */
#include "engine/rename-search.h"
#include "engine/category-isomorphism.h"
#include "engine/check-private.h"
#include "engine/count.h"
#include "model/set-maps.h"
#include "i18n.h"

/* C isomorphic D, C equivalent D: of finite categories, a functor or what tells them apart. */

#define NOWHERE G_MAXUINT32
#define EXHAUSTED 300 /* morphisms of categories that a search alone may tell apart */

/* Where each object and morphism of C goes in D. */
typedef struct
{
  const ChaseEnumerated *c;
  const ChaseEnumerated *d;
  guint32 *objects;
  guint32 *morphisms;
} Comparison;

static JsonObject *
functor_json (const Comparison *comparison)
{
  const ChasePresentation *p = comparison->c->presentation;
  JsonObject *functor = json_object_new ();
  JsonObject *objects = json_object_new ();
  JsonObject *arrows = json_object_new ();

  for (guint32 a = 0; a < chase_presentation_n_objects (p); a++)
    json_object_set_string_member (
        objects, chase_presentation_object_name (p, a),
        chase_presentation_object_name (comparison->d->presentation, comparison->objects[a]));
  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    if (!chase_presentation_arrow (p, f)->formal)
      json_object_set_array_member (
          arrows, chase_presentation_arrow (p, f)->name,
          chase_path_names (comparison->d, comparison->morphisms[comparison->c->generators[f]]));
  json_object_set_object_member (functor, "objects", objects);
  json_object_set_object_member (functor, "arrows", arrows);
  return functor;
}

static void
hold (const Comparison *comparison, gboolean equivalent, ChaseResult *result)
{
  JsonObject *object = chase_evidence_typed ("bijection");

  json_object_set_object_member (object, "functor", functor_json (comparison));
  chase_result_set_object (result, CHASE_VERDICT_HOLDS, object,
                           equivalent
                               ? _ ("A functor between them is full, faithful and essentially "
                                    "surjective.")
                               : _ ("A functor between them is a bijection of objects and of "
                                    "morphisms."));
}

static JsonArray *
two_numbers (guint32 one, guint32 two)
{
  JsonArray *pair = json_array_new ();

  json_array_add_int_element (pair, one);
  json_array_add_int_element (pair, two);
  return pair;
}

static void
fail (const ChaseFinite *c, const ChaseFinite *d, guint32 rounds, const char *format,
      ChaseResult *result)
{
  guint32 n = chase_finite_n_morphisms (c);
  JsonObject *object = chase_evidence_typed ("table");

  if (rounds == 0)
    {
      g_autofree char *objects
          = g_strdup_printf (P_ ("%u object", "%u objects", c->n_objects), c->n_objects);
      g_autofree char *morphisms = g_strdup_printf (P_ ("%u morphism", "%u morphisms", n), n);

      json_object_set_array_member (object, "objects", two_numbers (c->n_objects, d->n_objects));
      json_object_set_array_member (object, "morphisms",
                                    two_numbers (n, chase_finite_n_morphisms (d)));
      chase_result_set_object (result, CHASE_VERDICT_FAILS, object, format, objects, morphisms,
                               d->n_objects, chase_finite_n_morphisms (d));
      return;
    }
  if (rounds == NOWHERE && n > EXHAUSTED)
    {
      json_object_unref (object);
      chase_result_undecided (result, "No functor was found, but what shows that there is none "
                                      "would take too long to verify.");
      return;
    }
  if (rounds == NOWHERE)
    json_object_set_boolean_member (object, "searched", TRUE);
  else
    json_object_set_int_member (object, "rounds", rounds);
  chase_result_set_object (
      result, CHASE_VERDICT_FAILS, object,
      rounds == NOWHERE ? _ ("No way to send one to the other keeps composition.")
                        : _ ("Their morphisms compose differently: what they are told apart by "
                             "is not the same in both."));
}

static void
decide_isomorphic (Comparison *comparison, ChaseClock *clock, ChaseResult *result)
{
  guint32 rounds;
  ChaseVerdict verdict
      = chase_finite_isomorphism (comparison->c->finite, comparison->d->finite, clock,
                                  comparison->objects, comparison->morphisms, &rounds);

  if (verdict == CHASE_VERDICT_HOLDS)
    hold (comparison, FALSE, result);
  else if (verdict == CHASE_VERDICT_FAILS)
    fail (comparison->c->finite, comparison->d->finite, rounds,
          _ ("One has %s and %s, %u and %u of the other."), result);
  else
    chase_result_undecided (result, "Not all ways to match them were tried: %s.",
                            chase_clock_why (clock));
}

/* The functor that goes over to the skeleton, to that of the other category, and into it. */
static void
extend (Comparison *comparison, const ChaseSkeleton *s, const ChaseSkeleton *t,
        const guint32 *objects, const guint32 *morphisms)
{
  const ChaseFinite *c = comparison->c->finite;
  guint32 n = chase_finite_n_morphisms (c);
  g_autofree guint32 *number = g_new (guint32, n + 1);

  for (guint32 i = 0; i < chase_finite_n_morphisms (s->finite); i++)
    number[s->morphisms[i]] = i;
  for (guint32 a = 0; a < c->n_objects; a++)
    comparison->objects[a] = t->objects[objects[s->class_of[a]]];
  for (guint32 f = 0; f < n; f++)
    {
      guint32 moved = chase_finite_compose (c, s->from[c->source[f]], f);

      moved = chase_finite_compose (c, moved, s->to[c->target[f]]);
      comparison->morphisms[f] = t->morphisms[morphisms[number[moved]]];
    }
}

static void
decide_equivalent (Comparison *comparison, ChaseClock *clock, ChaseResult *result)
{
  g_autoptr (ChaseSkeleton) s = chase_skeleton_new (comparison->c->finite);
  g_autoptr (ChaseSkeleton) t = chase_skeleton_new (comparison->d->finite);
  guint32 n = chase_finite_n_morphisms (s->finite);
  g_autofree guint32 *objects = g_new (guint32, n + 1);
  g_autofree guint32 *morphisms = g_new (guint32, n + 1);
  guint32 rounds;
  ChaseVerdict verdict
      = chase_finite_isomorphism (s->finite, t->finite, clock, objects, morphisms, &rounds);

  if (verdict == CHASE_VERDICT_UNDECIDED)
    chase_result_undecided (result, "Not all ways to match them were tried: %s.",
                            chase_clock_why (clock));
  else if (verdict == CHASE_VERDICT_FAILS)
    fail (s->finite, t->finite, rounds,
          _ ("Up to isomorphism of objects, one has %s and %s, %u and %u of the other."), result);
  else
    {
      extend (comparison, s, t, objects, morphisms);
      hold (comparison, TRUE, result);
    }
}

/* Set has sets of infinitely many sizes, and so have functors to it, but what generators and
 * equations present has finitely many objects. */
/* Set and Set^op: into the initial object of the one nothing goes but from itself; into that of the
 * other, the one-element set turned round, every object has an arrow. */
static gboolean
are_turned_sets (const ChaseCategory *one, const ChaseCategory *two)
{
  return one != NULL && two != NULL && one->kind == CHASE_CATEGORY_SETS
         && two->kind == CHASE_CATEGORY_OPPOSITE && two->parts[0] == one;
}

static gboolean
decide_turned (const ChaseCategory *const *sides, ChaseResult *result)
{
  JsonObject *object;

  if (!are_turned_sets (sides[0], sides[1]) && !are_turned_sets (sides[1], sides[0]))
    return FALSE;
  object = chase_evidence_typed ("table");
  json_object_set_boolean_member (object, "strict", TRUE);
  chase_result_set_object (result, CHASE_VERDICT_FAILS, object,
                           "In Set every arrow to an initial object is an isomorphism; in its "
                           "opposite it is not, for {1} -> {1, 2} is none.");
  return TRUE;
}

static gboolean
decide_by_sets (const ChaseCategory *const *sides, ChaseResult *result)
{
  for (guint i = 0; i < 2; i++)
    {
      gboolean objects = FALSE;
      JsonObject *object;

      if (!chase_category_to_sets (sides[i], &objects) || !objects || sides[1 - i] == NULL
          || sides[1 - i]->kind != CHASE_CATEGORY_PRESENTED)
        continue;
      object = chase_evidence_typed ("table");
      json_object_set_int_member (object, "side", i);
      json_object_set_boolean_member (object, "sets", TRUE);
      chase_result_set_object (result, CHASE_VERDICT_FAILS, object,
                               "%s has infinitely many objects that are not isomorphic, the other "
                               "not.",
                               sides[i]->key);
      return TRUE;
    }
  return FALSE;
}

/* A category with infinitely many morphisms, but finitely many objects, is not equivalent to a
 * finite one. */
static void
decide_by_size (ChaseChecker *checker, const ChaseCategory *const *sides, ChaseResult *result)
{
  JsonObject *object;

  for (guint i = 0; i < 2; i++)
    {
      JsonObject *system = chase_infinite_json (checker, sides[i], NULL);

      if (system == NULL)
        continue;
      if (chase_checker_enumerated (checker, sides[1 - i]) == NULL)
        {
          json_object_unref (system);
          break;
        }
      object = chase_evidence_typed ("table");
      json_object_set_int_member (object, "side", i);
      json_object_set_object_member (object, "infinite", system);
      chase_result_set_object (result, CHASE_VERDICT_FAILS, object,
                               "%s has infinitely many morphisms, the other not.", sides[i]->key);
      return;
    }
  object = chase_renaming_find (checker, sides[0], sides[1]);
  if (object != NULL)
    {
      chase_result_set_object (result, CHASE_VERDICT_HOLDS, object,
                               "Generators go to generators, and a functor back undoes it.");
      return;
    }
  chase_result_not_listed (result, chase_checker_enumerated (checker, sides[0]) == NULL ? sides[0]
                                                                                        : sides[1]);
}

void
chase_decide_equivalent (ChaseChecker *checker, const ChaseProposition *proposition,
                         ChaseResult *result)
{
  gboolean equivalent = proposition->kind == CHASE_PROPOSITION_EQUIVALENT;
  const ChaseCategory *sides[2];
  Comparison comparison = { NULL };
  JsonObject *object;
  ChaseClock clock;

  for (guint i = 0; i < 2; i++)
    sides[i] = chase_theory_category_listed (checker->theory,
                                             g_ptr_array_index (proposition->terms, i), NULL);
  if (sides[0] != NULL && sides[0] == sides[1] && !sides[0]->table)
    {
      object = chase_evidence_typed ("bijection");
      json_object_set_boolean_member (object, "same", TRUE);
      chase_result_set_object (result, CHASE_VERDICT_HOLDS, object, "They are one category.");
      return;
    }
  if (decide_turned (sides, result) || decide_by_sets (sides, result))
    return;
  comparison.c = chase_checker_enumerated (checker, sides[0]);
  comparison.d = comparison.c != NULL ? chase_checker_enumerated (checker, sides[1]) : NULL;
  if (comparison.d == NULL)
    {
      decide_by_size (checker, sides, result);
      return;
    }
  comparison.objects = g_new0 (guint32, comparison.c->finite->n_objects + 1);
  comparison.morphisms = g_new0 (guint32, chase_finite_n_morphisms (comparison.c->finite) + 1);
  chase_clock_start (&clock, checker->budget, checker->cancellable);
  if (equivalent)
    decide_equivalent (&comparison, &clock, result);
  else
    decide_isomorphic (&comparison, &clock, result);
  g_free (comparison.objects);
  g_free (comparison.morphisms);
}
