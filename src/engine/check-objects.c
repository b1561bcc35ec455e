/* SPDX-License-Identifier: MIT */
#include "engine/check-infinite.h"
#include "model/set-maps.h"
#include "i18n.h"

/* Initial, terminal, zero and isomorphic objects of a finite category. */

static guint32
count_between (const ChaseFinite *finite, guint32 a, guint32 b, guint32 *some)
{
  guint32 count = 0;

  for (guint32 f = 0; f < chase_finite_n_morphisms (finite) && count < 2; f++)
    if (finite->source[f] == a && finite->target[f] == b)
      some[count++] = f;
  return count;
}

/* One arrow to (from) each object: TRUE and their list in @arrows, or FALSE and @result fails. */
static gboolean
is_extreme (const ChaseEnumerated *enumerated, guint32 object, gboolean outward, JsonObject *arrows,
            ChaseResult *result)
{
  const ChaseFinite *finite = enumerated->finite;

  for (guint32 i = 0; i < finite->n_objects; i++)
    {
      const ChaseName *name = chase_presentation_object_name (enumerated->presentation, i);
      guint32 some[2];
      guint32 count = outward ? count_between (finite, object, i, some)
                              : count_between (finite, i, object, some);
      JsonObject *witness;
      JsonArray *list;

      if (count == 1)
        {
          json_object_set_array_member (arrows, name, chase_path_names (enumerated, some[0]));
          continue;
        }
      witness = json_object_new ();
      list = json_array_new ();
      for (guint32 k = 0; k < count; k++)
        json_array_add_array_element (list, chase_path_names (enumerated, some[k]));
      json_object_set_string_member (witness, "type", "table");
      json_object_set_string_member (witness, outward ? "to" : "from", name);
      json_object_set_array_member (witness, "arrows", list);
      chase_result_set_object (
          result, CHASE_VERDICT_FAILS, witness,
          count == 0 ? (outward ? _ ("There is no arrow to %s.") : _ ("There is no arrow from %s."))
          : outward  ? _ ("There is more than one arrow to %s.")
                     : _ ("There is more than one arrow from %s."),
          name);
      return FALSE;
    }
  return TRUE;
}

void
chase_decide_object (ChaseChecker *checker, const ChaseProposition *proposition,
                     ChaseAdjective adjective, ChaseResult *result)
{
  const ChaseCategory *category
      = chase_theory_proposition_category (checker->theory, proposition, NULL);
  const ChaseEnumerated *enumerated = chase_checker_enumerated (checker, category);
  JsonObject *object;
  guint32 a;

  if (chase_is_infinite_slice (category))
    {
      chase_decide_slice_object (checker, category, g_ptr_array_index (proposition->terms, 0),
                                 adjective, result);
      return;
    }
  if (category == NULL || category->kind != CHASE_CATEGORY_PRESENTED
      || !chase_theory_object (checker->theory, category, g_ptr_array_index (proposition->terms, 0),
                               &a, NULL))
    {
      chase_result_not_listed (result, category);
      return;
    }
  if (enumerated == NULL)
    {
      chase_decide_infinite_object (checker, category, a, adjective, result);
      return;
    }
  object = chase_evidence_typed ("list");
  for (guint pass = 0; pass < 2; pass++)
    {
      JsonObject *arrows;

      if (adjective == (pass == 0 ? CHASE_ADJECTIVE_TERMINAL : CHASE_ADJECTIVE_INITIAL))
        continue;
      arrows = json_object_new ();
      json_object_set_object_member (object, pass == 0 ? "to" : "from", arrows);
      if (!is_extreme (enumerated, a, pass == 0, arrows, result))
        {
          json_object_unref (object);
          return;
        }
    }
  chase_result_set_object (result, CHASE_VERDICT_HOLDS, object,
                           "There is exactly one arrow for each of %u objects.",
                           enumerated->finite->n_objects);
}

void
chase_decide_isomorphic_objects (ChaseChecker *checker, const ChaseProposition *proposition,
                                 ChaseResult *result)
{
  const ChaseCategory *category
      = chase_theory_proposition_category (checker->theory, proposition, NULL);
  const ChaseEnumerated *enumerated = chase_checker_enumerated (checker, category);
  const ChaseFinite *finite;
  guint32 ends[2] = { 0 };
  guint32 tried = 0;
  JsonObject *object;

  if (chase_category_of_sets (category))
    {
      chase_decide_isomorphic_functors (checker, proposition, result);
      return;
    }
  for (guint i = 0; i < 2; i++)
    if (category == NULL || category->kind != CHASE_CATEGORY_PRESENTED
        || !chase_theory_object (checker->theory, category,
                                 g_ptr_array_index (proposition->terms, i), &ends[i], NULL))
      {
        chase_result_not_listed (result, category);
        return;
      }
  if (enumerated == NULL)
    {
      chase_decide_infinite_isomorphic (checker, category, ends[0], ends[1], result);
      return;
    }
  finite = enumerated->finite;
  object = chase_evidence_typed ("list");
  for (guint32 f = 0; f < chase_finite_n_morphisms (finite); f++)
    {
      guint32 back;

      if (finite->source[f] != ends[0] || finite->target[f] != ends[1])
        continue;
      tried++;
      if (!chase_finite_find_back (finite, f, TRUE, TRUE, &back))
        continue;
      json_object_set_array_member (object, "there", chase_path_names (enumerated, f));
      json_object_set_array_member (object, "back", chase_path_names (enumerated, back));
      chase_result_set_object (result, CHASE_VERDICT_HOLDS, object,
                               "There is an isomorphism and its inverse.");
      return;
    }
  json_object_set_int_member (object, "tried", tried);
  chase_result_set_object (result, CHASE_VERDICT_FAILS, object,
                           "None of the %u arrows between them has an inverse.", tried);
}
