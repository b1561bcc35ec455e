/* SPDX-License-Identifier: MIT */
#include "engine/check-infinite.h"
#include "engine/infinite.h"
#include "evidence/verifier.h"
#include "i18n.h"

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

  if (base->table)
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

  if (chase_theory_path (checker->theory, slice->parts[0], term, &ends[0], &ends[1], word, NULL)
      && word->len == 0 && ends[0] == slice->object
      && adjective == (over ? CHASE_ADJECTIVE_TERMINAL : CHASE_ADJECTIVE_INITIAL))
    hold (_ ("From (to) every object the object itself is the one morphism."), result);
  else
    chase_result_undecided (
        result, "The objects of %s are infinitely many, or too many to be listed.", slice->key);
}
