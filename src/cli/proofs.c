/* SPDX-License-Identifier: MIT */
#include "cli/proofs.h"

#include "cli/question.h"
#include "cli/terminal.h"
#include "engine/check.h"
#include "evidence/rocq.h"
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

char *
cli_proofs_text (Cli *cli, const CliSource *source, ChaseProofLanguage language)
{
  g_auto (CliQuestion) question = { 0 };
  g_autoptr (GPtrArray) statements = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) results = NULL;
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
    }
  return chase_rocq_write (language, source->theory, claims, results->len);
}
