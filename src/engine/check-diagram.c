/* SPDX-License-Identifier: MIT */
#include "engine/check-cat.h"
#include "model/of-cones.h"
#include "i18n.h"

/* `cone D`, which is drawn where the limit exists: all paths from its apex to one node are the leg
 * to it, so that it commutes exactly when D does. */
static void
decide_cone (ChaseChecker *checker, const ChaseItem *item, gboolean strictly, ChaseResult *result)
{
  g_autoptr (ChaseProposition) exists = chase_proposition_of_cone (item, NULL);
  g_autoptr (ChaseProposition) commutes = chase_proposition_of_cone (item, &strictly);
  g_autoptr (ChaseResult) there = chase_checker_check (checker, chase_claim_new (exists, FALSE));
  g_autoptr (ChaseResult) drawn = chase_checker_check (checker, chase_claim_new (commutes, FALSE));
  JsonObject *object;

  if (there->verdict != CHASE_VERDICT_HOLDS || drawn->verdict == CHASE_VERDICT_UNDECIDED)
    {
      chase_result_undecided (result, "%s",
                              there->verdict == CHASE_VERDICT_FAILS ? _ (
                                  "There is no such cone: nothing is drawn that could commute.")
                              : there->verdict == CHASE_VERDICT_UNDECIDED ? there->reason
                                                                          : drawn->reason);
      return;
    }
  object = chase_evidence_typed (drawn->verdict == CHASE_VERDICT_HOLDS ? "list" : "table");
  json_object_set_member (object, "exists", chase_result_evidence_json (there));
  json_object_set_member (object, "commutes", chase_result_evidence_json (drawn));
  chase_result_set_object (result, drawn->verdict, object,
                           drawn->verdict == CHASE_VERDICT_HOLDS
                               ? _ ("The cone exists, and the diagram commutes.")
                               : _ ("The cone exists, and the diagram does not commute."));
}

void
chase_decide_commutes (ChaseChecker *checker, const ChaseProposition *proposition,
                       ChaseResult *result)
{
  ChaseItem *item
      = chase_theory_diagram (checker->theory, g_ptr_array_index (proposition->terms, 0));
  g_autoptr (ChaseShape) shape
      = item != NULL ? chase_theory_shape (checker->theory, item, NULL, NULL) : NULL;
  g_autoptr (ChaseAnswer) answer = NULL;

  if (shape == NULL)
    {
      if (item != NULL && chase_item_is_cone (item))
        decide_cone (checker, item, proposition->strictly, result);
      else if (item == NULL
               || (!chase_decide_set_diagram (checker, item, proposition->strictly, result)
                   && !chase_decide_cat_diagram (checker, item, proposition->strictly, result)))
        chase_result_undecided (result,
                                "The arrows of this diagram are not morphisms of one category "
                                "whose values are written out or listed.");
      return;
    }
  if (!chase_checker_knows (checker,
                            chase_theory_category_of (checker->theory, shape->presentation)))
    {
      chase_result_undecided (result, "%s", checker->doubt);
      return;
    }
  answer = chase_engine_commutes (chase_checker_engine (checker, shape->presentation), shape,
                                  proposition->strictly, checker->budget, checker->cancellable);
  chase_result_set (result, answer->verdict, g_steal_pointer (&answer->evidence),
                    shape->presentation, "%s", answer->reason);
}

void
chase_checked_face_free (ChaseCheckedFace *face)
{
  if (face == NULL)
    return;
  g_array_unref (face->left);
  g_array_unref (face->right);
  chase_evidence_unref (face->evidence);
  chase_presentation_unref (face->presentation);
  g_free (face->reason);
  g_free (face);
}

/* Edges of the shape as cells of the diagram. */
static GArray *
cells_of (ChaseWord path, const guint32 *edges)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < path.length; i++)
    g_array_append_val (list, edges[path.letters[i]]);
  return list;
}

static ChaseCheckedFace *
checked_face (const ChaseFace *face, ChaseShape *shape, const guint32 *cells)
{
  ChaseCheckedFace *checked = g_new0 (ChaseCheckedFace, 1);
  const guint32 *edges = cells + chase_shape_n_nodes (shape);

  checked->from = cells[face->from];
  checked->to = cells[face->to];
  checked->left = cells_of (face->left, edges);
  checked->right = cells_of (face->right, edges);
  checked->verdict = face->answer != NULL ? face->answer->verdict : CHASE_VERDICT_UNDECIDED;
  checked->presentation = chase_presentation_ref (shape->presentation);
  if (face->answer == NULL)
    return checked;
  checked->evidence
      = face->answer->evidence != NULL ? chase_evidence_ref (face->answer->evidence) : NULL;
  checked->reason = g_strdup (face->answer->reason);
  return checked;
}

GPtrArray *
chase_check_faces (ChaseTheory *theory, ChaseItem *item, gboolean strictly,
                   const ChaseBudget *budget, GCancellable *cancellable, char **reason)
{
  g_autofree guint32 *cells = NULL;
  g_autoptr (ChaseShape) shape = chase_theory_shape (theory, item, &cells, NULL);
  g_autoptr (ChaseEngine) engine = NULL;
  g_autoptr (GPtrArray) faces = NULL;
  GPtrArray *checked;
  ChaseChecker checker;
  gboolean known;

  *reason = NULL;
  if (shape == NULL)
    {
      *reason = g_strdup (
          item->view != CHASE_VIEW_NONE
              ? _ ("The arrows of this computed diagram are not morphisms of one category.")
              : _ ("The diagram is not drawn in a category with generators, or has errors."));
      return NULL;
    }
  chase_checker_init (&checker, theory, budget, cancellable);
  known = chase_checker_knows (&checker, chase_theory_category_of (theory, shape->presentation));
  chase_checker_clear (&checker);
  if (!known)
    {
      *reason = g_strdup (_ ("The table in which the diagram is drawn is not a category."));
      return NULL;
    }
  engine = chase_engine_new (shape->presentation);
  faces = chase_engine_faces (engine, shape, strictly, TRUE, budget, cancellable, reason);
  if (faces == NULL)
    return NULL;
  checked = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_checked_face_free);
  for (guint i = 0; i < faces->len; i++)
    g_ptr_array_add (checked, checked_face (g_ptr_array_index (faces, i), shape, cells));
  return checked;
}
