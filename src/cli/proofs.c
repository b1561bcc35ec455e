/* SPDX-License-Identifier: MIT */
#include "cli/proofs.h"

#include "cli/question.h"
#include "cli/terminal.h"
#include "engine/check.h"
#include "evidence/rocq.h"
#include "model/repair.h"
#include "notation/notation.h"

static char *
statement_of (const ChaseClaim *claim)
{
  return chase_notation_print_proposition (claim->proposition, claim->negated,
                                           CHASE_NOTATION_ASCII);
}

static void
before_claim (const ChaseClaim *claim, guint done G_GNUC_UNUSED, guint total G_GNUC_UNUSED,
              gpointer data)
{
  g_autofree char *statement = statement_of (claim);

  cli_question_start (data, statement);
}

static ChaseRocqOutcome
outcome_of (const ChaseResult *result)
{
  if (result->verdict == CHASE_VERDICT_UNDECIDED)
    return CHASE_ROCQ_UNDECIDED;
  return (result->verdict == CHASE_VERDICT_HOLDS) != result->claim->negated ? CHASE_ROCQ_PROVED
                                                                            : CHASE_ROCQ_REFUTED;
}

/* The path whose arrows the evidence calls by the names in @names; FALSE where it has another form.
 */
static gboolean
read_names (const ChaseCategory *category, JsonObject *object, const char *key, GArray *word)
{
  JsonNode *node = json_object_get_member (object, key);
  JsonArray *names;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return FALSE;
  names = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (names); i++)
    {
      const char *name = json_array_get_string_element (names, i);
      guint32 letter = name != NULL ? chase_presentation_find_arrow (category->presentation, name)
                                    : G_MAXUINT32;

      if (letter == G_MAXUINT32)
        return FALSE;
      g_array_append_val (word, letter);
    }
  return TRUE;
}

/* What follows when the path @first, then @second, is asked to be the identity of @object. */
static ChaseResult *
ask_identity (const CliSource *source, const ChaseCategory *category, const ChaseClaim *claim,
              guint which, const GArray *first, const GArray *second, const ChaseBudget *budget)
{
  g_autoptr (ChaseProposition) asked = chase_proposition_new (CHASE_PROPOSITION_EQUATION);
  g_autoptr (GArray) round = g_array_new (FALSE, FALSE, sizeof (guint32));
  ChaseTerm *object = g_ptr_array_index (claim->proposition->terms, which);
  guint32 number;

  if (!chase_theory_object (source->theory, category, object, &number, NULL))
    return NULL;
  g_array_append_vals (round, first->data, first->len);
  g_array_append_vals (round, second->data, second->len);
  asked->in = chase_term_ref (claim->proposition->in);
  chase_proposition_take (
      &asked->terms,
      chase_word_to_term (category, number,
                          (ChaseWord){ (const guint32 *)(gconstpointer)round->data, round->len }));
  chase_proposition_take (&asked->terms, chase_term_new (CHASE_TERM_IDENTITY, &object, 1, 0));
  return chase_check_proposition (source->theory, asked, FALSE, budget, NULL);
}

/* The evidence that two objects are isomorphic names a way there and one back; that they are
 * inverse is asked anew, for a proof. The results, which own it, go into @more. */
static void
find_inverse (const CliSource *source, const ChaseResult *result, const ChaseBudget *budget,
              ChaseRocqClaim *claim, GPtrArray *more)
{
  const ChaseCategory *category;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GArray) there = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) back = g_array_new (FALSE, FALSE, sizeof (guint32));

  if (claim->outcome != CHASE_ROCQ_PROVED || result->evidence == NULL
      || claim->proposition->kind != CHASE_PROPOSITION_ISOMORPHIC)
    return;
  category = chase_theory_proposition_category (source->theory, claim->proposition, NULL);
  node = chase_result_evidence_json (result);
  if (category == NULL || category->kind != CHASE_CATEGORY_PRESENTED || node == NULL
      || !JSON_NODE_HOLDS_OBJECT (node)
      || !read_names (category, json_node_get_object (node), "there", there)
      || !read_names (category, json_node_get_object (node), "back", back))
    return;
  claim->n_there = there->len;
  for (guint i = 0; i < 2; i++)
    {
      ChaseResult *round = ask_identity (source, category, result->claim, i, i == 0 ? there : back,
                                         i == 0 ? back : there, budget);

      if (round == NULL)
        return;
      g_ptr_array_add (more, round);
      claim->inverse[i] = round->evidence;
    }
}

char *
cli_proofs_text (Cli *cli, const CliSource *source, ChaseProofLanguage language)
{
  g_auto (CliQuestion) question = { 0 };
  g_autoptr (GPtrArray) statements = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) results = NULL;
  g_autoptr (GPtrArray) more = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_result_free);
  g_autofree ChaseRocqClaim *claims = NULL;

  cli_question_init (&question, cli);
  results = chase_check_theory (source->theory, &question.budget, 1, NULL, NULL, before_claim);
  cli_progress (cli, NULL);
  claims = g_new0 (ChaseRocqClaim, (gsize)results->len + 1);
  for (guint i = 0; i < results->len; i++)
    {
      const ChaseResult *result = g_ptr_array_index (results, i);

      g_ptr_array_add (statements, statement_of (result->claim));
      claims[i] = (ChaseRocqClaim){ .proposition = result->claim->proposition,
                                    .negated = result->claim->negated,
                                    .line = result->claim->line,
                                    .statement = g_ptr_array_index (statements, i),
                                    .outcome = outcome_of (result),
                                    .evidence = result->evidence,
                                    .reason = result->reason };
      find_inverse (source, result, &question.budget, &claims[i], more);
    }
  return chase_rocq_write (language, source->theory, claims, results->len);
}
