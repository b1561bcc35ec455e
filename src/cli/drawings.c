/* SPDX-License-Identifier: MIT */
#include "cli/drawings.h"

#include "cli/problems.h"
#include "cli/question.h"
#include "cli/terminal.h"
#include "cli/words.h"
#include "engine/view.h"
#include "model/problem.h"
#include "notation/notation.h"

#include <string.h>

#include "i18n.h"

static void
say_missing (Cli *cli, const CliSource *source, const char *name)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *shown = cli_show (name);
  g_autofree char *hint = NULL;
  const ChaseItem *item = chase_document_find (source->document, name);
  const char *guess;

  for (guint i = 0;; i++)
    {
      const ChaseItem *diagram = chase_document_nth (source->document, CHASE_ITEM_DIAGRAM, i);

      if (diagram == NULL)
        break;
      if (diagram->name != NULL)
        g_ptr_array_add (names, diagram->name);
    }
  g_ptr_array_add (names, NULL);
  guess = chase_guess (name, (const char *const *)names->pdata);
  if (guess != NULL)
    hint = g_strdup_printf (_ ("did you mean %s?"), guess);
  if (item != NULL)
    cli_error (cli, hint, "%s of %s is a %s, not a diagram", shown, source->title,
               _ (chase_item_keyword (item)));
  else
    cli_error (cli, hint, "%s has no diagram called %s", source->title, shown);
}

GPtrArray *
cli_find_diagrams (Cli *cli, const CliSource *source, const char *name)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  ChaseItem *item;

  for (guint i = 0; (item = chase_document_nth (source->document, CHASE_ITEM_DIAGRAM, i)) != NULL;
       i++)
    {
      if (name == NULL || g_strcmp0 (item->name, name) == 0)
        g_ptr_array_add (found, item);
    }
  if (found->len > 0)
    return g_steal_pointer (&found);
  if (name != NULL)
    say_missing (cli, source, name);
  else
    cli_error (cli, NULL, "%s has no diagram", source->title);
  return NULL;
}

static void
say_problems (Cli *cli, const char *title, const char *text, gsize length, GPtrArray *problems)
{
  g_autoptr (GString) messages = g_string_new (NULL);

  cli_problems_append (cli, messages, title, text, length, problems);
  cli_write_error (cli, messages->str);
}

static ChaseDiagram *
compute (Cli *cli, ChaseTheory *theory, ChaseItem *item, GPtrArray *problems)
{
  g_auto (CliQuestion) question = { 0 };

  cli_question_init (&question, cli);
  return chase_view_compute (theory, item, &question.budget, problems);
}

/* The diagram that --view describes, as an array of one. */
static GPtrArray *
open_view (Cli *cli, const CliSource *source, const char *text)
{
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autoptr (GPtrArray) diagrams
      = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_diagram_unref);
  g_autoptr (ChaseTheory) theory = chase_theory_new (source->document, NULL);
  g_autoptr (ChaseItem) item = chase_notation_parse_view (text, problems);
  ChaseDiagram *diagram = item != NULL ? compute (cli, theory, item, problems) : NULL;

  say_problems (cli, "<view>", text, strlen (text), problems);
  if (diagram == NULL)
    return NULL;
  g_ptr_array_add (diagrams, diagram);
  return g_steal_pointer (&diagrams);
}

GPtrArray *
cli_open_diagrams (Cli *cli, const CliSource *source)
{
  const char *name = cli_text (cli, "diagram");
  const char *view = cli_text (cli, "view");
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GPtrArray) diagrams
      = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_diagram_unref);
  g_autoptr (ChaseTheory) theory = NULL;

  if (view != NULL && name != NULL)
    {
      cli_error (cli, NULL, "--view and --diagram exclude each other");
      return NULL;
    }
  if (view != NULL)
    return open_view (cli, source, view);
  items = cli_find_diagrams (cli, source, name);
  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      ChaseItem *item = g_ptr_array_index (items, i);
      ChaseDiagram *diagram;

      if (item->view != CHASE_VIEW_NONE && theory == NULL)
        theory = chase_theory_new (source->document, NULL);
      diagram = item->view != CHASE_VIEW_NONE ? compute (cli, theory, item, problems)
                                              : chase_diagram_new (source->document, item, NULL);
      if (diagram != NULL)
        g_ptr_array_add (diagrams, diagram);
    }
  say_problems (cli, source->title, source->text, source->length, problems);
  if (items == NULL || chase_problems_has_error (problems))
    return NULL;
  return g_steal_pointer (&diagrams);
}
