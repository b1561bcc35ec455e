/* SPDX-License-Identifier: MIT */
#include "cli/faces.h"
#include "cli/question.h"
#include "i18n.h"

void
cli_pairs_free (CliPairs *pairs)
{
  if (pairs == NULL)
    return;
  cli_faces_free (pairs->faces);
  g_clear_pointer (&pairs->pairs, g_ptr_array_unref);
  g_free (pairs);
}

static gboolean
does_not_hold (const ChaseCheckedFace *face)
{
  return face->verdict != CHASE_VERDICT_HOLDS;
}

static GPtrArray *
keep_open (GPtrArray *faces)
{
  for (guint i = 0; i < faces->len;)
    if (does_not_hold (g_ptr_array_index (faces, i)))
      i++;
    else
      g_ptr_array_remove_index (faces, i);
  return faces;
}

static ChaseItem *
diagram_of (const CliSource *source, const ChaseProposition *proposition)
{
  const ChaseTerm *term = g_ptr_array_index (proposition->terms, 0);

  return term->kind == CHASE_TERM_NAME ? chase_document_find (source->document, term->name) : NULL;
}

static CliPairs *
find_pairs (Cli *cli, const CliSource *source, const ChaseProposition *proposition, guint n_threads)
{
  CliPairs *pairs = g_new0 (CliPairs, 1);
  ChaseItem *item = diagram_of (source, proposition);
  g_auto (CliQuestion) question = { 0 };
  g_autofree char *reason = NULL;

  if (item == NULL || item->kind != CHASE_ITEM_DIAGRAM)
    return pairs;
  cli_question_init (&question, cli);
  cli_question_start (&question, item->name != NULL ? item->name : _ ("the diagram"));
  question.budget.threads = n_threads;
  pairs->pairs = chase_check_faces (source->theory, item, proposition->strictly, &question.budget,
                                    NULL, &reason);
  pairs->faces = cli_faces_open (source, item, &question.budget);
  if (pairs->pairs != NULL && pairs->faces != NULL)
    keep_open (pairs->pairs);
  else
    g_clear_pointer (&pairs->pairs, g_ptr_array_unref);
  return pairs;
}

GPtrArray *
cli_pairs_find (Cli *cli, const CliSource *source, const GPtrArray *results, guint n_threads)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify)cli_pairs_free);

  for (guint i = 0; i < results->len; i++)
    {
      const ChaseResult *result = g_ptr_array_index (results, i);
      const ChaseProposition *proposition = result->claim->proposition;

      g_ptr_array_add (all, proposition->kind == CHASE_PROPOSITION_COMMUTES
                                ? find_pairs (cli, source, proposition, n_threads)
                                : NULL);
    }
  return all;
}
