/* SPDX-License-Identifier: MIT */
#include "engine/check-private.h"

#include "model/of-categories.h"
#include "model/of-parts.h"
#include "model/problem.h"

#include <string.h>

#include "i18n.h"

const char *
chase_verdict_word (ChaseVerdict verdict)
{
  static const char *const words[] = { "holds", "fails", "undecided" };

  return words[verdict];
}

static ChaseResult *
result_new (ChaseClaim *claim)
{
  ChaseResult *result = g_new0 (ChaseResult, 1);

  result->claim = claim;
  result->kind = chase_proposition_report_kind (claim->proposition);
  result->verdict = CHASE_VERDICT_UNDECIDED;
  return result;
}

void
chase_result_free (ChaseResult *result)
{
  if (result == NULL)
    return;
  chase_claim_free (result->claim);
  g_free (result->value);
  chase_evidence_unref (result->evidence);
  chase_presentation_unref (result->presentation);
  g_clear_pointer (&result->paths[0], g_array_unref);
  g_clear_pointer (&result->paths[1], g_array_unref);
  g_free (result->reason);
  g_free (result);
}

JsonNode *
chase_result_evidence_json (const ChaseResult *result)
{
  g_autoptr (ChasePresentation) nothing = NULL;

  if (result->evidence == NULL)
    return NULL;
  if (result->presentation != NULL)
    return chase_evidence_to_json (result->evidence, result->presentation);
  nothing = chase_presentation_new ();
  return chase_evidence_to_json (result->evidence, nothing);
}

static void
result_vset (ChaseResult *result, ChaseVerdict verdict, ChaseEvidence *evidence,
             ChasePresentation *presentation, const char *format, va_list args)
{
  char *reason = g_strdup_vprintf (CHASE_WORDS (format), args);

  chase_evidence_unref (result->evidence);
  chase_presentation_unref (result->presentation);
  g_free (result->reason);
  result->verdict = verdict;
  result->evidence = evidence;
  result->presentation = presentation != NULL ? chase_presentation_ref (presentation) : NULL;
  result->reason = reason;
}

void
chase_result_set (ChaseResult *result, ChaseVerdict verdict, ChaseEvidence *evidence,
                  ChasePresentation *presentation, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  result_vset (result, verdict, evidence, presentation, format, args);
  va_end (args);
}

void
chase_result_undecided (ChaseResult *result, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  result_vset (result, CHASE_VERDICT_UNDECIDED, NULL, NULL, format, args);
  va_end (args);
}

void
chase_result_set_object (ChaseResult *result, ChaseVerdict verdict, JsonObject *object,
                         const char *format, ...)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  va_list args;

  json_node_take_object (node, object);
  va_start (args, format);
  result_vset (result, verdict, chase_evidence_new_payload (CHASE_EVIDENCE_TABLE, node), NULL,
               format, args);
  va_end (args);
}

JsonObject *
chase_evidence_typed (const char *type)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "type", type);
  return object;
}

JsonObject *
chase_evidence_object (ChaseEvidence *evidence, ChasePresentation *presentation)
{
  g_autoptr (JsonNode) node = chase_evidence_to_json (evidence, presentation);

  return json_object_ref (json_node_get_object (node));
}

ChaseEngine *
chase_checker_engine (ChaseChecker *checker, ChasePresentation *presentation)
{
  ChaseEngine *engine = g_hash_table_lookup (checker->engines, presentation);

  if (engine == NULL)
    {
      engine = chase_engine_new (presentation);
      g_hash_table_insert (checker->engines, presentation, engine);
    }
  return engine;
}

ChaseAnswer *
chase_checker_equal (ChaseChecker *checker, ChasePresentation *presentation, guint32 source,
                     ChaseWord left, ChaseWord right)
{
  const ChaseTestedTable *table = chase_checker_table (checker, presentation);
  ChaseAnswer *answer;

  if (table != NULL && table->associative)
    return chase_tested_table_equal (table, presentation, source, left, right);
  if (table != NULL)
    {
      answer = g_new0 (ChaseAnswer, 1);
      answer->verdict = CHASE_VERDICT_UNDECIDED;
      answer->reason = g_strdup (_ ("The table is not a category."));
      return answer;
    }
  return chase_engine_equal (chase_checker_engine (checker, presentation), source, left, right,
                             checker->budget, checker->cancellable);
}

ChaseWord
chase_letters (const GArray *letters)
{
  ChaseWord word = { (const guint32 *)(gpointer)letters->data, letters->len };

  return word;
}

static void
decide_kind (ChaseChecker *checker, const ChaseProposition *proposition, ChaseResult *result)
{
  switch (proposition->kind)
    {
    case CHASE_PROPOSITION_EQUATION:
      chase_decide_equation (checker, proposition, result);
      break;
    case CHASE_PROPOSITION_COMMUTES:
      chase_decide_commutes (checker, proposition, result);
      break;
    case CHASE_PROPOSITION_IS:
      chase_decide_is (checker, proposition, result);
      break;
    case CHASE_PROPOSITION_COUNT:
      chase_decide_count (checker, proposition, result);
      break;
    case CHASE_PROPOSITION_ISOMORPHIC:
      if (chase_theory_isomorphic_sort (checker->theory, proposition) == CHASE_ISOMORPHIC_OBJECTS)
        chase_decide_isomorphic_objects (checker, proposition, result);
      else if (chase_theory_isomorphic_sort (checker->theory, proposition)
               == CHASE_ISOMORPHIC_FUNCTORS)
        chase_decide_isomorphic_functors (checker, proposition, result);
      else
        chase_decide_equivalent (checker, proposition, result);
      break;
    case CHASE_PROPOSITION_EQUIVALENT:
      chase_decide_equivalent (checker, proposition, result);
      break;
    case CHASE_PROPOSITION_EXISTS:
      chase_decide_exists (checker, proposition, result);
      break;
    case CHASE_PROPOSITION_UNIVERSAL:
      chase_decide_universal (checker, proposition, result);
      break;
    case CHASE_PROPOSITION_ADJUNCTION:
      chase_decide_adjunction (checker, proposition, result);
      break;
    case CHASE_PROPOSITION_YONEDA:
      chase_decide_yoneda (checker, proposition, result);
      break;
    case CHASE_PROPOSITION_REPRESENTABLE:
      chase_decide_representable_by (checker, proposition, result);
      break;
    default:
      chase_result_undecided (result, "This program cannot yet decide statements of this kind.");
    }
}

static void
decide (ChaseChecker *checker, const ChaseProposition *said, ChaseResult *result)
{
  g_autoptr (ChaseProposition) simpler = chase_proposition_restated (checker->theory, said);
  g_autoptr (ChaseProposition) otherwise = chase_proposition_of_categories (said);
  const ChaseProposition *proposition = otherwise != NULL ? otherwise : said;

  if (simpler != NULL)
    {
      decide (checker, simpler, result);
      return;
    }
  if (chase_decide_by_parts (checker, said, result))
    return;
  if (!chase_checker_knows_all (checker, proposition))
    {
      chase_result_undecided (result, "%s", checker->doubt);
      return;
    }
  decide_kind (checker, proposition, result);
  if (result->verdict == CHASE_VERDICT_UNDECIDED)
    chase_decide_implied (checker, proposition, result);
}

static const ChaseProblem *
first_error (const GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const ChaseProblem *problem = g_ptr_array_index (problems, i);

      if (problem->severity == CHASE_SEVERITY_ERROR)
        return problem;
    }
  return NULL;
}

static void
negate (ChaseResult *result)
{
  if (result->verdict == CHASE_VERDICT_HOLDS)
    result->verdict = CHASE_VERDICT_FAILS;
  else if (result->verdict == CHASE_VERDICT_FAILS)
    result->verdict = CHASE_VERDICT_HOLDS;
}

/* Decides it; whatever is asked on the way, all of it together has the time of one question. */
static void
decide_in_time (ChaseChecker *checker, const ChaseProposition *proposition, ChaseResult *result)
{
  const ChaseBudget *whole = checker->budget;
  ChaseBudget budget = whole != NULL ? *whole : (ChaseBudget){ 0 };
  double seconds = budget.seconds > 0 ? budget.seconds : CHASE_STANDARD_SECONDS;

  budget.deadline = g_get_monotonic_time () + (gint64)(MIN (seconds, 1e9) * G_USEC_PER_SEC);
  if (whole != NULL && whole->deadline > 0)
    budget.deadline = MIN (budget.deadline, whole->deadline);
  checker->budget = &budget;
  decide (checker, proposition, result);
  checker->budget = whole;
}

ChaseResult *
chase_checker_check (ChaseChecker *checker, ChaseClaim *claim)
{
  ChaseResult *result = result_new (claim);
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  gint64 begin = g_get_monotonic_time ();

  if (g_cancellable_is_cancelled (checker->cancellable))
    chase_result_undecided (result, "This was stopped before it was decided.");
  else if (!chase_theory_check_proposition (checker->theory, claim->proposition, problems)
           && first_error (problems) != NULL)
    chase_result_undecided (result, "This makes no sense: %s.", first_error (problems)->message);
  else
    decide_in_time (checker, claim->proposition, result);
  if (claim->negated)
    negate (result);
  result->milliseconds = (double)(g_get_monotonic_time () - begin) / 1000.0;
  return result;
}

void
chase_checker_init (ChaseChecker *checker, ChaseTheory *theory, const ChaseBudget *budget,
                    GCancellable *cancellable)
{
  checker->theory = theory;
  checker->budget = budget;
  checker->cancellable = cancellable;
  checker->engines = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)chase_engine_unref);
  checker->enumerated
      = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)chase_enumerated_free);
  checker->tables
      = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)chase_tested_table_free);
}

void
chase_checker_clear (ChaseChecker *checker)
{
  g_hash_table_unref (checker->enumerated);
  g_hash_table_unref (checker->tables);
  g_hash_table_unref (checker->engines);
}

ChaseResult *
chase_check_proposition (ChaseTheory *theory, ChaseProposition *proposition, gboolean negated,
                         const ChaseBudget *budget, GCancellable *cancellable)
{
  ChaseChecker checker;
  ChaseResult *result;

  chase_checker_init (&checker, theory, budget, cancellable);
  result = chase_checker_check (&checker, chase_claim_new (proposition, negated));
  chase_checker_clear (&checker);
  return result;
}
