/* SPDX-License-Identifier: MIT */
#include "engine/check-construction.h"
#include "engine/check-private.h"
#include "model/listed.h"
#include "i18n.h"

/* Laws of functors and transformations: a list of equations, each decided by the engine or element
 * by element. */

static const char *
what_fails (const ChaseLawClaim *claim)
{
  switch (claim->reason)
    {
    case CHASE_LAW_EQUATION:
      return claim->presentation == NULL && !claim->functions ? "component" : "equation";
    case CHASE_LAW_IDEMPOTENT:
      return "idempotent";
    case CHASE_LAW_INVERSE:
      return "inverse";
    case CHASE_LAW_NATURAL:
      return "square";
    }
  return "equation";
}

/* What the witness says of the law that it breaks: its number, or the arrow that it is about. */
static JsonObject *
witness_of (const ChaseLawClaim *claim, guint index, const ChasePresentation *source)
{
  JsonObject *object = chase_evidence_typed ("table");

  json_object_set_int_member (object, "law", index);
  if (claim->reason == CHASE_LAW_EQUATION && claim->at == G_MAXUINT32)
    json_object_set_int_member (object, "equation", claim->number);
  else if (claim->reason != CHASE_LAW_EQUATION)
    json_object_set_string_member (object, what_fails (claim),
                                   chase_presentation_arrow (source, claim->number)->name);
  return object;
}

static const char *
value_name (const ChaseLawClaim *claim, const GArray *values, guint x)
{
  return claim->codomain[g_array_index (values, guint32, x)];
}

/* What is said of each kind of law. */
typedef struct
{
  const char *what;
  const char *breaks_at;
  const char *breaks;
  const char *none;
  const char *one;
  const char *all;
} Said;

static const Said laws_said[] = {
  { "law", N_ ("The law breaks at %s: one way gives %s, the other %s."), N_ ("The law breaks. %s"),
    N_ ("There is no law to keep."), N_ ("The one law holds."), N_ ("All %u laws hold.") },
  { "given equation", N_ ("The given equation breaks at %s: one way gives %s, the other %s."),
    N_ ("The given equation breaks. %s"), N_ ("There is no given equation to keep."),
    N_ ("The one given equation holds."), N_ ("All %u given equations hold.") },
  { "naturality square", N_ ("The naturality square breaks at %s: one way gives %s, the other %s."),
    N_ ("The naturality square breaks. %s"), N_ ("There is no naturality square to keep."),
    N_ ("The one naturality square holds."), N_ ("All %u naturality squares hold.") },
  { "component equation",
    N_ ("The component equation breaks at %s: one way gives %s, the other %s."),
    N_ ("The component equation breaks. %s"), N_ ("There is no component equation to keep."),
    N_ ("The one component equation holds."), N_ ("All %u component equations hold.") },
  { "equation of values",
    N_ ("The equation of values breaks at %s: one way gives %s, the other %s."),
    N_ ("The equation of values breaks. %s"), N_ ("There is no equation of values to keep."),
    N_ ("The one equation of values holds."), N_ ("All %u equations of values hold.") },
  { "equation of two copies of the target",
    N_ ("The equation of two copies of the target breaks at %s: one way gives %s, the other %s."),
    N_ ("The equation of two copies of the target breaks. %s"),
    N_ ("There is no equation of two copies of the target to keep."),
    N_ ("The one equation of two copies of the target holds."),
    N_ ("All %u equations of two copies of the target hold.") },
  { "generator's preimage",
    N_ ("The generator's preimage breaks at %s: one way gives %s, the other %s."),
    N_ ("The generator's preimage breaks. %s"), N_ ("There is no generator's preimage to keep."),
    N_ ("The one generator's preimage holds."), N_ ("All %u generators' preimages hold.") },
};

static const Said *
said_of (const char *what)
{
  for (guint i = 1; i < G_N_ELEMENTS (laws_said); i++)
    if (g_str_equal (laws_said[i].what, what))
      return &laws_said[i];
  return &laws_said[0];
}

/* TRUE when the functions agree; else @result fails at an element. */
static gboolean
compare_functions (const ChaseLawClaim *claim, guint index, const char *what,
                   const ChasePresentation *source, ChaseResult *result)
{
  for (guint x = 0; x < claim->left->len; x++)
    {
      JsonObject *object;
      const char *left, *right;

      if (g_array_index (claim->left, guint32, x) == g_array_index (claim->right, guint32, x))
        continue;
      left = value_name (claim, claim->left, x);
      right = value_name (claim, claim->right, x);
      object = witness_of (claim, index, source);
      json_object_set_string_member (object, "at", claim->domain[x]);
      json_object_set_string_member (object, "left", left);
      json_object_set_string_member (object, "right", right);
      chase_result_set_object (result, CHASE_VERDICT_FAILS, object, said_of (what)->breaks_at,
                               claim->domain[x], left, right);
      return FALSE;
    }
  return TRUE;
}

static JsonArray *
path_array (const ChasePresentation *presentation, const GArray *letters)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < letters->len; i++)
    json_array_add_string_element (
        array, chase_presentation_arrow (presentation, g_array_index (letters, guint32, i))->name);
  return array;
}

static JsonObject *
proved_law (const ChaseLawClaim *claim, ChaseEvidence *evidence)
{
  JsonObject *object = json_object_new ();

  if (claim->functions)
    {
      JsonObject *values = json_object_new ();

      for (guint x = 0; x < claim->left->len; x++)
        json_object_set_string_member (values, claim->domain[x],
                                       value_name (claim, claim->left, x));
      json_object_set_object_member (object, "values", values);
      return object;
    }
  json_object_set_array_member (object, "left", path_array (claim->presentation, claim->left));
  json_object_set_array_member (object, "right", path_array (claim->presentation, claim->right));
  json_object_set_object_member (object, "evidence",
                                 chase_evidence_object (evidence, claim->presentation));
  return object;
}

static void
fail_with (const ChaseLawClaim *claim, guint index, const char *what,
           const ChasePresentation *source, ChaseAnswer *answer, ChaseResult *result)
{
  JsonObject *object = witness_of (claim, index, source);

  json_object_set_object_member (object, "evidence",
                                 chase_evidence_object (answer->evidence, claim->presentation));
  chase_result_set_object (result, CHASE_VERDICT_FAILS, object, said_of (what)->breaks,
                           answer->reason);
}

static void
fail_at_property (const ChaseLawList *list, const ChasePresentation *source, ChaseResult *result)
{
  const ChaseName *arrow = chase_presentation_arrow (source, list->broken)->name;
  JsonObject *object = chase_evidence_typed ("table");

  json_object_set_string_member (object, "arrow", arrow);
  json_object_set_string_member (object, "property", list->broken_word);
  chase_result_set_object (result, CHASE_VERDICT_FAILS, object,
                           "%s is declared %s, and its image is not.", arrow,
                           CHASE_SAID (list->broken_word));
}

static void
hold (guint n, JsonArray *laws, const char *what, ChaseResult *result)
{
  const Said *said = said_of (what);
  JsonObject *object = chase_evidence_typed ("laws");

  json_object_set_array_member (object, "equations", json_array_ref (laws));
  if (n == 0)
    chase_result_set_object (result, CHASE_VERDICT_HOLDS, object, said->none, NULL);
  else if (n == 1)
    chase_result_set_object (result, CHASE_VERDICT_HOLDS, object, said->one, NULL);
  else
    chase_result_set_object (result, CHASE_VERDICT_HOLDS, object, said->all, n);
}

void
chase_decide_laws (ChaseChecker *checker, const ChaseLawList *list, const char *what,
                   const ChasePresentation *source, ChaseResult *result)
{
  g_autoptr (JsonArray) laws = json_array_new ();
  g_autofree char *open = g_strdup (list->obstacle);

  if (list->broken != G_MAXUINT32)
    {
      fail_at_property (list, source, result);
      return;
    }
  for (guint i = 0; i < list->claims->len; i++)
    {
      const ChaseLawClaim *claim = g_ptr_array_index (list->claims, i);
      g_autoptr (ChaseAnswer) answer = NULL;

      if (claim->functions)
        {
          if (!compare_functions (claim, i, what, source, result))
            return;
          json_array_add_object_element (laws, proved_law (claim, NULL));
          continue;
        }
      answer = chase_checker_equal (checker, claim->presentation, claim->source,
                                    chase_letters (claim->left), chase_letters (claim->right));
      if (answer->verdict == CHASE_VERDICT_FAILS)
        {
          fail_with (claim, i, what, source, answer, result);
          return;
        }
      if (answer->verdict == CHASE_VERDICT_HOLDS)
        json_array_add_object_element (laws, proved_law (claim, answer->evidence));
      else if (open == NULL)
        open = g_strdup (answer->reason);
    }
  if (open != NULL)
    chase_result_undecided (result, "%s", open);
  else
    hold (list->claims->len, laws, what, result);
}

/* A functor whose values have to be listed first. */
static void
decide_listed_laws (ChaseChecker *checker, const ChaseFunctor *functor, ChaseResult *result)
{
  g_autoptr (ChaseSets) sets = chase_functor_list (functor, chase_checker_list, checker);
  g_autoptr (ChaseLawList) list = NULL;
  ChaseFunctor listed = *functor;

  if (sets == NULL || !chase_sets_keep (sets, functor->source->presentation))
    {
      if (!chase_decide_by_construction (checker, functor, result))
        chase_result_undecided (result, "The values of %s could not all be listed.", functor->key);
      return;
    }
  listed.form = CHASE_FUNCTOR_SETS;
  listed.sets = sets;
  list = chase_functor_laws (&listed);
  chase_decide_laws (checker, list, "given equation", functor->source->presentation, result);
}

void
chase_decide_functor_laws (ChaseChecker *checker, const ChaseFunctor *functor, ChaseResult *result)
{
  g_autoptr (ChaseLawList) list = NULL;

  if (functor->form == CHASE_FUNCTOR_TERM)
    {
      decide_listed_laws (checker, functor, result);
      return;
    }
  if (functor->form == CHASE_FUNCTOR_SETS
      && !chase_sets_keep (functor->sets, functor->source->presentation)
      && chase_decide_by_construction (checker, functor, result))
    return;
  list = chase_functor_laws (functor);
  chase_decide_laws (checker, list, "given equation", functor->source->presentation, result);
}

void
chase_decide_natural (ChaseChecker *checker, const ChaseTransformation *alpha, ChaseResult *result)
{
  g_autoptr (ChaseLawList) list = NULL;

  if (alpha->form == CHASE_TRANSFORMATION_TERM)
    {
      chase_result_undecided (result, "This program cannot yet write out the components of %s.",
                              alpha->key);
      return;
    }
  list = chase_naturality_laws (alpha);
  chase_decide_laws (checker, list, "naturality square", alpha->from->source->presentation, result);
}
