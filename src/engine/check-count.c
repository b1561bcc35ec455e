/* SPDX-License-Identifier: MIT */
#include "engine/check-construction.h"
#include "engine/check-infinite-natural.h"
#include "engine/check-infinite.h"
#include "engine/engine-private.h"
#include "engine/infinite.h"
#include "engine/count.h"
#include "model/of-kan.h"
#include "model/set-maps.h"
#include "model/slice-sets.h"

#include <string.h>

#include "i18n.h"

#define ANY G_MAXUINT32

static gboolean
same_number (const char *count, const char *digits)
{
  while (digits[0] == '0' && digits[1] != '\0')
    digits++;
  return strcmp (count, digits) == 0;
}

/* What is said of each kind of thing that is counted. */
typedef struct
{
  const char *what;
  const char *infinite;
  const char *one;
  const char *many;
} Counted;

static const Counted counted[] = {
  { "morphism", N_ ("There are infinitely many morphisms."),
    NP_ ("There is %s morphism.", "There are %s morphisms.") },
  { "object", N_ ("There are infinitely many objects."),
    NP_ ("There is %s object.", "There are %s objects.") },
  { "element", N_ ("There are infinitely many elements."),
    NP_ ("There is %s element.", "There are %s elements.") },
  { "function", N_ ("There are infinitely many functions."),
    NP_ ("There is %s function.", "There are %s functions.") },
  { "functor", N_ ("There are infinitely many functors."),
    NP_ ("There is %s functor.", "There are %s functors.") },
  { "natural transformation", N_ ("There are infinitely many natural transformations."),
    NP_ ("There is %s natural transformation.", "There are %s natural transformations.") },
};

static const Counted *
words_for (const char *what)
{
  for (guint i = 1; i < G_N_ELEMENTS (counted); i++)
    if (g_str_equal (counted[i].what, what))
      return &counted[i];
  return &counted[0];
}

/* The number by which the plural form is chosen: of a very long one its last digits. */
static gulong
plural_of (const char *count)
{
  gsize length = strlen (count);

  return length <= 9 ? strtoul (count, NULL, 10)
                     : 1000000000 + strtoul (count + length - 9, NULL, 10);
}

/* @count is NULL where there are infinitely many. Takes @evidence, with names of @presentation. */
static void
finish (const ChaseProposition *proposition, const char *count, ChaseEvidence *evidence,
        ChasePresentation *presentation, const char *what, ChaseResult *result)
{
  gboolean holds = count != NULL && same_number (count, proposition->number);
  const Counted *words = words_for (what);

  if (count == NULL)
    chase_result_set (result, CHASE_VERDICT_FAILS, evidence, presentation, words->infinite, NULL);
  else
    chase_result_set (result, holds ? CHASE_VERDICT_HOLDS : CHASE_VERDICT_FAILS, evidence,
                      presentation, P_ (words->one, words->many, plural_of (count)), count);
  g_free (result->value);
  result->value = g_strdup (count != NULL ? count : "infinite");
}

static ChaseEvidence *
list_evidence (JsonObject *object)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, object);
  return chase_evidence_new_payload (CHASE_EVIDENCE_LIST, node);
}

/* The reason is a cycle of the automaton of the normal forms. */
static void
finish_infinite (const ChaseProposition *proposition, ChasePresentation *presentation,
                 ChaseEvidence *system, guint32 from, guint32 to, ChaseResult *result)
{
  g_autofree char *words = NULL;
  JsonObject *object = chase_infinite_evidence (system, presentation, from, to, &words);

  finish (proposition, NULL, list_evidence (object), NULL, "morphism", result);
  if (words == NULL)
    return;
  g_free (result->reason);
  result->reason = g_strdup_printf (_ ("There are infinitely many morphisms: the paths %s are all "
                                       "different normal forms."),
                                    words);
}

/* The reason is a cycle whose degree is not 0. */
static void
finish_graded (const ChaseProposition *proposition, JsonObject *grading, const char *words,
               ChaseResult *result)
{
  finish (proposition, NULL, list_evidence (grading), NULL, "morphism", result);
  g_free (result->reason);
  result->reason = g_strdup_printf (_ ("There are infinitely many morphisms: the paths %s have "
                                       "different degrees, and no equation changes a degree."),
                                    words);
}

/* Row 0 is the identity, row f + 1 the morphism f of the table. */
static guint32
follow_table (guint32 row, guint32 arrow, gpointer data)
{
  const ChaseFinite *finite = data;
  guint32 f = row == 0 ? arrow : chase_finite_compose (finite, row - 1, arrow);

  return chase_finite_is_identity (finite, f) ? 0 : f + 1;
}

static void
count_table (const ChaseTestedTable *table, const ChaseProposition *proposition,
             const ChaseCategory *category, guint32 from, guint32 to, ChaseResult *result)
{
  g_autoptr (ChaseRoll) roll = NULL;
  g_autofree char *count = NULL;

  if (!table->associative)
    {
      chase_result_not_listed (result, category);
      return;
    }
  roll = chase_roll_new (category->presentation, to);
  for (guint32 s = 0; s < table->finite->n_objects; s++)
    if (from == ANY || from == s)
      chase_roll_add (roll, s, table->finite->n_arrows + 1, follow_table, table->finite);
  count = g_strdup_printf ("%" G_GUINT64_FORMAT, chase_roll_count (roll));
  finish (proposition, count, list_evidence (chase_roll_finish (roll)), NULL, "morphism", result);
}

/* Row 0 is the identity, row f + 1 the morphism f. */
static guint32
follow_listed (guint32 row, guint32 arrow, gpointer data)
{
  const ChaseEnumerated *e = data;
  guint32 source = chase_presentation_arrow (e->presentation, arrow)->source;
  guint32 f = chase_enumerated_value (e, source, (ChaseWord){ &arrow, 1 });

  if (row > 0)
    f = chase_finite_compose (e->finite, row - 1, f);
  return chase_finite_is_identity (e->finite, f) ? 0 : f + 1;
}

/* The morphisms of a category whose declared monos and epis say no more than its equations. */
static void
count_listed (const ChaseEnumerated *enumerated, const ChaseProposition *proposition, guint32 from,
              guint32 to, ChaseResult *result)
{
  g_autoptr (ChaseRoll) roll = chase_roll_new (enumerated->presentation, to);
  g_autofree char *count = NULL;

  for (guint32 s = 0; s < enumerated->finite->n_objects; s++)
    if (from == ANY || from == s)
      chase_roll_add (roll, s, chase_finite_n_morphisms (enumerated->finite) + 1, follow_listed,
                      (gpointer)enumerated);
  count = g_strdup_printf ("%" G_GUINT64_FORMAT, chase_roll_count (roll));
  finish (proposition, count, list_evidence (chase_roll_finish (roll)), NULL, "morphism", result);
}

/* Where what is declared hinders listing: no path leads from the one to the other. */
static gboolean
finish_unreachable (const ChaseProposition *proposition, const ChaseCategory *category,
                    guint32 from, guint32 to, ChaseResult *result)
{
  const ChasePresentation *p = category->presentation;
  g_autofree gboolean *none = g_new0 (gboolean, chase_presentation_n_arrows (p) + 1);
  JsonObject *object;

  if (chase_absorbing_reach (p, none, from, to))
    return FALSE;
  object = chase_evidence_typed ("list");
  json_object_set_boolean_member (object, "unreachable", TRUE);
  finish (proposition, "0", list_evidence (object), NULL, "morphism", result);
  return TRUE;
}

static void
count_morphisms (ChaseChecker *checker, const ChaseProposition *proposition,
                 const ChaseCategory *category, guint32 from, guint32 to, ChaseResult *result)
{
  const ChaseTestedTable *table = chase_checker_table (checker, category->presentation);
  const ChaseEnumerated *enumerated = NULL;
  g_autoptr (ChaseRoll) roll = NULL;
  g_autoptr (ChaseEvidence) system = NULL;
  g_autoptr (ChaseCount) count = NULL;
  g_autofree char *words = NULL;
  JsonObject *grading = NULL;
  ChaseEvidence *evidence;

  if (table != NULL)
    {
      count_table (table, proposition, category, from, to, result);
      return;
    }
  if (chase_checker_engine (checker, category->presentation)->index.cancels)
    enumerated = chase_checker_enumerated (checker, category);
  if (enumerated != NULL)
    {
      count_listed (enumerated, proposition, from, to, result);
      return;
    }
  if (chase_checker_engine (checker, category->presentation)->index.cancels && from != ANY
      && to != ANY && finish_unreachable (proposition, category, from, to, result))
    return;
  count = chase_checker_count_roll (checker, category->presentation, from, to, &roll, &system,
                                    &grading, &words);
  if (grading != NULL)
    {
      finish_graded (proposition, grading, words, result);
      return;
    }
  if (count->finite == CHASE_VERDICT_UNDECIDED)
    {
      chase_result_undecided (result, "%s", count->reason);
      return;
    }
  if (count->count == NULL && system != NULL)
    {
      finish_infinite (proposition, category->presentation, system, from, to, result);
      return;
    }
  evidence = system != NULL ? g_steal_pointer (&system) : list_evidence (chase_roll_finish (roll));
  finish (proposition, count->count, evidence, category->presentation, "morphism", result);
}

static void
count_hom (ChaseChecker *checker, const ChaseProposition *proposition, ChaseResult *result)
{
  const ChaseCategory *category
      = chase_theory_proposition_category (checker->theory, proposition, NULL);
  guint32 ends[2];

  if (chase_category_of_sets (category)
      || (category != NULL && category->kind == CHASE_CATEGORY_FUNCTORS))
    {
      chase_decide_count_natural (checker, proposition, result);
      return;
    }
  if (chase_is_slice_of_sets (category))
    {
      chase_decide_slice_count (checker, category, proposition, result);
      return;
    }
  if (category == NULL || category->kind != CHASE_CATEGORY_PRESENTED)
    {
      chase_result_not_listed (result, category);
      return;
    }
  for (guint i = 0; i < 2; i++)
    if (!chase_theory_object (checker->theory, category, g_ptr_array_index (proposition->terms, i),
                              &ends[i], NULL))
      {
        chase_result_undecided (result, "One of the two is no object there.");
        return;
      }
  count_morphisms (checker, proposition, category, ends[0], ends[1], result);
}

static void
count_names (const ChaseProposition *proposition, GPtrArray *names, const char *what,
             ChaseResult *result)
{
  g_autofree char *count = g_strdup_printf ("%u", names->len);

  finish (proposition, count, list_evidence (chase_roll_of_names (names)), NULL, what, result);
}

static void
count_objects (const ChaseProposition *proposition, const ChaseCategory *category,
               ChaseResult *result)
{
  count_names (proposition, category->presentation->objects, "object", result);
}

/* A set that could not be listed: a Kan extension may show why. */
static void
count_unlisted (ChaseChecker *checker, const ChaseProposition *proposition, ChaseResult *result)
{
  const ChaseFunctor *functor;
  JsonObject *infinite;
  guint32 object;

  if (!chase_proposition_value (checker->theory, proposition, &functor, &object))
    {
      chase_result_undecided (result, "This set is not written out.");
      return;
    }
  infinite = chase_infinite_kan_json (checker, functor, object);
  if (infinite != NULL)
    finish (proposition, NULL, list_evidence (infinite), NULL, "element", result);
  else
    chase_result_undecided (result,
                            "The values of %s could not be listed: they are infinite, or what "
                            "gives them does not come to an end within the steps that are allowed.",
                            functor->key);
}

static void
count_set (ChaseChecker *checker, const ChaseProposition *proposition, ChaseResult *result)
{
  const ChaseTerm *term = g_ptr_array_index (proposition->terms, 0);
  g_autoptr (GPtrArray) names = chase_theory_set (checker->theory, term, NULL);

  if (names == NULL)
    {
      count_unlisted (checker, proposition, result);
      return;
    }
  count_names (proposition, names, "element", result);
}

/* The objects or morphisms of Set, [C, Set], [C, [D, Set]], ..: where C has no @objects one. */
static void
count_sets (const ChaseProposition *proposition, gboolean objects, ChaseResult *result)
{
  JsonObject *object = chase_evidence_typed ("list");

  json_object_set_boolean_member (object, "sets", objects);
  finish (proposition, objects ? NULL : "1", list_evidence (object), NULL,
          proposition->count == CHASE_COUNT_OB ? "object" : "morphism", result);
}

/* Of a slice, or of a category of functors, that has infinitely many objects. */
static JsonObject *
infinite_json (ChaseChecker *checker, const ChaseCategory *category)
{
  if (chase_is_infinite_slice (category))
    return chase_infinite_slice_json (checker, category);
  if (category != NULL && category->kind == CHASE_CATEGORY_FUNCTORS)
    return chase_infinite_functors_json (checker, category->parts[0], category->parts[1]);
  return NULL;
}

void
chase_decide_count (ChaseChecker *checker, const ChaseProposition *proposition, ChaseResult *result)
{
  const ChaseCategory *category;
  JsonObject *infinite;
  gboolean objects;

  switch (proposition->count)
    {
    case CHASE_COUNT_HOM:
      count_hom (checker, proposition, result);
      return;
    case CHASE_COUNT_SET:
      count_set (checker, proposition, result);
      return;
    case CHASE_COUNT_OB:
    case CHASE_COUNT_MOR:
      category = chase_theory_category_listed (checker->theory,
                                               g_ptr_array_index (proposition->terms, 0), NULL);
      infinite = infinite_json (checker, category);
      if (infinite != NULL)
        finish (proposition, NULL, list_evidence (infinite), NULL,
                proposition->count == CHASE_COUNT_OB ? "object" : "morphism", result);
      else if (chase_category_to_sets (category, &objects))
        count_sets (proposition, objects, result);
      else if (category == NULL || category->kind != CHASE_CATEGORY_PRESENTED)
        chase_result_not_listed (result, category);
      else if (proposition->count == CHASE_COUNT_OB)
        count_objects (proposition, category, result);
      else
        count_morphisms (checker, proposition, category, ANY, ANY, result);
      return;
    case CHASE_COUNT_NAT:
      chase_decide_count_natural (checker, proposition, result);
      return;
    case CHASE_COUNT_FUN:
      chase_decide_count_functors (checker, proposition, result);
      return;
    }
}

void
chase_result_count (ChaseResult *result, const ChaseProposition *proposition, const char *count,
                    JsonObject *list, const char *what)
{
  finish (proposition, count, list_evidence (list), NULL, what, result);
}
