/* SPDX-License-Identifier: MIT */
#include "engine/check-cat.h"
#include "model/listed.h"
#include "i18n.h"

/* Two functors are the same: objects by their names, generators by the engine or element by
 * element. */

/* Here and below, with @second NULL it is the identity. */
static gboolean
differ_at_objects (const ChaseFunctor *first, const ChaseFunctor *second, ChaseResult *result)
{
  const ChasePresentation *p = first->source->presentation;
  const ChasePresentation *q = first->target->presentation;

  for (guint32 a = 0; a < chase_presentation_n_objects (p); a++)
    {
      const ChaseName *name = chase_presentation_object_name (p, a);
      guint32 other = second != NULL ? second->objects[a] : a;
      JsonObject *object;

      if (first->objects[a] == other)
        continue;
      object = chase_evidence_typed ("table");
      json_object_set_string_member (object, "object", name);
      chase_result_set_object (result, CHASE_VERDICT_FAILS, object,
                               "They send %s to different objects, %s and %s.", name,
                               chase_presentation_object_name (q, first->objects[a]),
                               chase_presentation_object_name (q, other));
      return TRUE;
    }
  return FALSE;
}

static void
compare_words (ChaseChecker *checker, const ChaseFunctor *first, const ChaseFunctor *second,
               ChaseResult *result)
{
  const ChasePresentation *p = first->source->presentation;
  g_autoptr (ChaseLawList) list = chase_law_list_new ();

  if (differ_at_objects (first, second, result))
    return;
  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (p, f);
      ChaseWord other = second != NULL ? second->words[f] : (ChaseWord){ &f, 1 };
      ChaseLawClaim *claim;

      if (arrow->formal)
        continue;
      claim = chase_law_list_add (list, CHASE_LAW_NATURAL, f);
      claim->presentation = first->target->presentation;
      claim->source = first->objects[arrow->source];
      g_array_append_vals (claim->left, first->words[f].letters, first->words[f].length);
      g_array_append_vals (claim->right, other.letters, other.length);
    }
  chase_decide_laws (checker, list, "equation of values", p, result);
}

/* Where elements of the set at each object stand in the other functor's; NULL, and a verdict, where
 * the sets differ. */
static guint32 **
match_objects (const ChasePresentation *p, const ChaseSets *one, const ChaseSets *two,
               ChaseResult *result)
{
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (g_free);

  for (guint32 a = 0; a < one->n_objects; a++)
    {
      guint32 *place = chase_match_sets (two->names + two->first[a], two->sizes[a],
                                         one->names + one->first[a], one->sizes[a], FALSE);
      JsonObject *object;

      g_ptr_array_add (places, place);
      if (place != NULL)
        continue;
      object = chase_evidence_typed ("table");
      json_object_set_string_member (object, "object", chase_presentation_object_name (p, a));
      chase_result_set_object (result, CHASE_VERDICT_FAILS, object,
                               "They have different sets at %s.",
                               chase_presentation_object_name (p, a));
      return NULL;
    }
  g_ptr_array_add (places, NULL);
  return (guint32 **)g_ptr_array_steal (places, NULL);
}

/* The functions of the arrow @f, both by the elements of @one. */
static void
add_functions (ChaseLawList *list, const ChaseSets *one, const ChaseSets *two, guint32 **places,
               guint32 f, const ChaseArrow *arrow)
{
  ChaseLawClaim *claim = chase_law_list_add (list, CHASE_LAW_NATURAL, f);
  guint32 a = arrow->source, b = arrow->target;

  claim->functions = TRUE;
  claim->domain = one->names + one->first[a];
  claim->codomain = one->names + one->first[b];
  g_array_append_vals (claim->left, one->functions + one->offsets[f], one->sizes[a]);
  g_array_set_size (claim->right, one->sizes[a]);
  for (guint32 x = 0; x < one->sizes[a]; x++)
    g_array_index (claim->right, guint32, places[a][x])
        = places[b][two->functions[two->offsets[f] + x]];
}

static void
compare_sets (ChaseChecker *checker, const ChasePresentation *p, const ChaseSets *one,
              const ChaseSets *two, ChaseResult *result)
{
  guint32 **places = match_objects (p, one, two, result);
  g_autoptr (ChaseLawList) list = chase_law_list_new ();

  if (places == NULL)
    return;
  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    if (!chase_presentation_arrow (p, f)->formal)
      add_functions (list, one, two, places, f, chase_presentation_arrow (p, f));
  chase_decide_laws (checker, list, "equation of values", p, result);
  for (guint32 a = 0; a < one->n_objects; a++)
    g_free (places[a]);
  g_free (places);
}

/* Are both given by words between categories with generators? */
static gboolean
by_words (const ChaseFunctor *first, const ChaseFunctor *second)
{
  return first != NULL && second != NULL && first->source->presentation != NULL
         && first->form == CHASE_FUNCTOR_WORDS && second->form == CHASE_FUNCTOR_WORDS;
}

void
chase_decide_same_functor (ChaseChecker *checker, const ChaseFunctor *first,
                           const ChaseFunctor *second, ChaseResult *result)
{
  const ChaseFunctor *one = chase_theory_functor_listed (checker->theory, first);
  const ChaseFunctor *two = chase_theory_functor_listed (checker->theory, second);
  g_autoptr (ChaseSets) sets = NULL;
  g_autoptr (ChaseSets) others = NULL;
  JsonObject *object;

  if (first == second)
    {
      object = chase_evidence_typed ("laws");
      json_object_set_boolean_member (object, "same", TRUE);
      chase_result_set_object (result, CHASE_VERDICT_HOLDS, object, "They are one functor.");
      return;
    }
  if (by_words (one, two))
    {
      compare_words (checker, one, two, result);
      return;
    }
  if (first->target->kind == CHASE_CATEGORY_SETS && first->source->presentation != NULL)
    {
      sets = chase_functor_list (first, chase_checker_list, checker);
      others = chase_functor_list (second, chase_checker_list, checker);
    }
  if (sets != NULL && others != NULL)
    compare_sets (checker, first->source->presentation, sets, others, result);
  else
    chase_result_undecided (result, "The values of %s and %s could not all be listed.", first->key,
                            second->key);
}

void
chase_decide_identity_functor (ChaseChecker *checker, const ChaseFunctor *functor,
                               ChaseResult *result)
{
  const ChaseFunctor *listed = chase_theory_functor_listed (checker->theory, functor);

  if (by_words (listed, listed))
    compare_words (checker, listed, NULL, result);
  else
    chase_result_undecided (result, "The values of %s are not written out.", functor->key);
}

static void
decide_link (ChaseChecker *checker, const GPtrArray *terms, guint i, ChaseResult *result)
{
  const ChaseFunctor *pair[2];

  for (guint k = 0; k < 2; k++)
    pair[k] = chase_theory_functor (checker->theory, g_ptr_array_index (terms, i + k), NULL, NULL,
                                    NULL);
  if (pair[0] != NULL && pair[1] != NULL)
    chase_decide_same_functor (checker, pair[0], pair[1], result);
  else
    chase_result_undecided (result, "These functors have errors.");
}

static void
break_link (guint i, ChaseResult *result)
{
  g_autofree char *reason = g_strdup (result->reason);
  JsonObject *object = chase_evidence_typed ("table");

  json_object_set_int_member (object, "link", i);
  json_object_set_member (object, "evidence", chase_result_evidence_json (result));
  chase_result_set_object (result, CHASE_VERDICT_FAILS, object, "%s", reason);
}

void
chase_decide_links (ChaseChecker *checker, const GPtrArray *terms, ChaseDecideLink decide,
                    const char *reason, ChaseResult *result)
{
  g_autoptr (JsonArray) links = json_array_new ();
  g_autofree char *open = NULL;
  JsonObject *object;

  for (guint i = 0; i + 1 < terms->len; i++)
    {
      decide (checker, terms, i, result);
      if (result->verdict == CHASE_VERDICT_FAILS)
        {
          break_link (i, result);
          return;
        }
      if (result->verdict == CHASE_VERDICT_HOLDS)
        json_array_add_element (links, chase_result_evidence_json (result));
      else if (open == NULL)
        open = g_strdup (result->reason);
    }
  object = chase_evidence_typed ("laws");
  json_object_set_array_member (object, "links", json_array_ref (links));
  chase_result_set_object (result, CHASE_VERDICT_HOLDS, object, "%s", reason);
  if (open != NULL)
    chase_result_undecided (result, "%s", open);
}

void
chase_decide_functor_equation (ChaseChecker *checker, const ChaseProposition *proposition,
                               ChaseResult *result)
{
  chase_decide_links (checker, proposition->terms, decide_link,
                      _ ("They have the same values at every object and generator."), result);
}
