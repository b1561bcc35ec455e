/* SPDX-License-Identifier: MIT */
#include "cli/consequences.h"

#include "cli/question.h"
#include "engine/check.h"
#include "model/statement.h"
#include "notation/notation.h"

/* "p . q is mono, split mono in C" */
static char *
statement_of (const ChaseConsequence *consequence)
{
  static const ChaseProperty properties[]
      = { CHASE_PROPERTY_MONO, CHASE_PROPERTY_EPI, CHASE_PROPERTY_SPLIT_MONO,
          CHASE_PROPERTY_SPLIT_EPI, CHASE_PROPERTY_ISO };
  g_autofree char *name = chase_notation_print_name (consequence->item->name);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    if (consequence->properties & properties[i])
      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "",
                              chase_property_word (properties[i]));
  return g_strdup_printf ("%s is %s in %s", consequence->path, words->str, name);
}

GPtrArray *
cli_consequences_find (Cli *cli, const CliSource *source)
{
  GPtrArray *results = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_result_free);
  g_autoptr (GPtrArray) list = NULL;
  g_auto (CliQuestion) question = { 0 };

  cli_question_init (&question, cli);
  cli_question_start (&question, "consequences");
  list = chase_check_consequences (source->theory, &question.budget, NULL);
  for (guint i = 0; i < list->len; i++)
    {
      g_autofree char *statement = statement_of (g_ptr_array_index (list, i));
      g_autoptr (ChaseProposition) proposition
          = chase_notation_parse_proposition (statement, NULL, NULL);
      ChaseResult *result;

      if (proposition == NULL)
        continue;
      result = chase_check_proposition (source->theory, proposition, FALSE, &question.budget, NULL);
      if (result->verdict == CHASE_VERDICT_HOLDS)
        g_ptr_array_add (results, result);
      else
        chase_result_free (result);
    }
  return results;
}
