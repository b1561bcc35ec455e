/* SPDX-License-Identifier: MIT */
#include "cli/commands.h"

#include "cli/homs-unlisted.h"
#include "cli/json.h"
#include "cli/question.h"
#include "cli/problems.h"
#include "cli/source.h"
#include "cli/terminal.h"
#include "cli/words.h"
#include "config.h"
#include "engine/explain.h"
#include "engine/hom-sets.h"
#include "model/theory.h"
#include "notation/notation.h"

#include <string.h>

#include "i18n.h"

/* What was asked for: a category, and two of its objects or NONE. */
#define NONE G_MAXUINT32

typedef struct
{
  Cli *cli;
  CliSource *source;
  ChaseTheory *theory;
  char *name; /* of the category, as it was written */
  const ChaseCategory *category;
  guint32 from;
  guint32 to;
} Homs;

typedef gboolean (*Property) (const ChaseHomSets *sets, guint32 thing);

static gboolean
say_wrong (Homs *homs, const char *text, GPtrArray *problems)
{
  g_autoptr (GString) messages = g_string_new (NULL);

  if (!chase_problems_has_error (problems))
    chase_problems_error (problems, 0, 0, 1, NULL, "this is no category or object of %s",
                          homs->source->title);
  cli_problems_append (homs->cli, messages, "<argument>", text, strlen (text), problems);
  cli_write_error (homs->cli, messages->str);
  return FALSE;
}

static gboolean
find_category (Homs *homs, const char *text)
{
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autoptr (ChaseTerm) term = chase_notation_parse_term (text, problems);

  homs->name = g_strdup (text);
  if (term != NULL)
    homs->category = chase_theory_category_listed (homs->theory, term, problems);
  if (homs->category == NULL)
    return say_wrong (homs, text, problems);
  return TRUE;
}

static gboolean
find_object (Homs *homs, const char *text, guint32 *object)
{
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autoptr (ChaseTerm) term = chase_notation_parse_term (text, problems);

  if (term == NULL || !chase_theory_object (homs->theory, homs->category, term, object, problems))
    return say_wrong (homs, text, problems);
  return TRUE;
}

/* A product of what can be listed is listed too, where it is asked for as a whole. */
static void
write_out (Homs *homs)
{
  const ChaseCategory *whole = chase_theory_written_out (homs->theory, homs->category);

  if (whole != NULL)
    homs->category = whole;
}

/* Without a category's name: the only category of the file, or its only diagram. */
static gboolean
find_only_category (Homs *homs)
{
  const ChaseDocument *document = homs->source->document;
  ChaseItem *item = chase_document_nth (document, CHASE_ITEM_CATEGORY, 0);
  ChaseItemKind kind = item != NULL ? CHASE_ITEM_CATEGORY : CHASE_ITEM_DIAGRAM;
  g_autofree char *name = NULL;

  item = chase_document_nth (document, kind, 0);
  if (item == NULL || chase_document_nth (document, kind, 1) != NULL || item->name == NULL)
    {
      cli_error (homs->cli, "chase homs FILE CAT",
                 item == NULL ? _ ("%s has no category: name one")
                              : _ ("%s has several categories: name one"),
                 homs->source->title);
      return FALSE;
    }
  name = chase_notation_print_name (item->name);
  return find_category (homs, name);
}

static gboolean
read_operands (Homs *homs)
{
  guint n = homs->cli->operands->len;
  guint first = n == 2 || n == 4 ? 2 : 1;

  homs->from = homs->to = NONE;
  if (first == 2 ? !find_category (homs, cli_operand (homs->cli, 1)) : !find_only_category (homs))
    return FALSE;
  if (n < 3)
    write_out (homs);
  if (n < 3 || homs->category->kind != CHASE_CATEGORY_PRESENTED)
    return TRUE;
  return find_object (homs, cli_operand (homs->cli, first), &homs->from)
         && find_object (homs, cli_operand (homs->cli, first + 1), &homs->to);
}

static char *
morphism_text (const ChaseHomSets *sets, guint32 number)
{
  const ChaseMorphism *morphism = chase_hom_sets_get (sets, number);

  return chase_path_to_text (sets->presentation, morphism->source, morphism->word);
}

static void
append_path (GString *json, const ChaseHomSets *sets, guint32 number)
{
  const ChaseMorphism *morphism = chase_hom_sets_get (sets, number);

  cli_json_open (json, '[');
  for (guint32 i = 0; i < morphism->word.length; i++)
    cli_json_string (
        json, chase_presentation_arrow (sets->presentation, morphism->word.letters[i])->name);
  cli_json_close (json, ']');
}

static gboolean
is_asked (const Homs *homs, guint32 source, guint32 target)
{
  return homs->from == NONE || (homs->from == source && homs->to == target);
}

static void
append_hom_json (GString *json, const ChaseHomSets *sets, guint32 source, guint32 target)
{
  cli_json_open (json, '{');
  cli_json_key (json, "from");
  cli_json_string (json, chase_presentation_object_name (sets->presentation, source));
  cli_json_key (json, "to");
  cli_json_string (json, chase_presentation_object_name (sets->presentation, target));
  cli_json_key (json, "morphisms");
  cli_json_open (json, '[');
  for (guint32 i = 0; i < chase_hom_sets_size (sets); i++)
    {
      const ChaseMorphism *morphism = chase_hom_sets_get (sets, i);

      if (morphism->source == source && morphism->target == target)
        append_path (json, sets, i);
    }
  cli_json_close (json, ']');
  cli_json_close (json, '}');
}

/* Identities go without saying: the morphisms that have @property are listed from @first on. */
static void
append_morphisms_json (GString *json, const char *key, const ChaseHomSets *sets, Property property)
{
  cli_json_key (json, key);
  cli_json_open (json, '[');
  for (guint32 i = chase_presentation_n_objects (sets->presentation);
       i < chase_hom_sets_size (sets); i++)
    {
      if (property (sets, i))
        append_path (json, sets, i);
    }
  cli_json_close (json, ']');
}

static void
append_objects_json (GString *json, const char *key, const ChaseHomSets *sets, Property property)
{
  cli_json_key (json, key);
  cli_json_open (json, '[');
  for (guint32 i = 0; i < chase_presentation_n_objects (sets->presentation); i++)
    {
      if (property == NULL || property (sets, i))
        cli_json_string (json, chase_presentation_object_name (sets->presentation, i));
    }
  cli_json_close (json, ']');
}

static void
begin_json (GString *json, const Homs *homs, const char *verdict)
{
  cli_json_open (json, '{');
  cli_json_key (json, "arrowchase");
  cli_json_string (json, CHASE_VERSION);
  cli_json_key (json, "file");
  cli_json_string (json, homs->source->name);
  cli_json_key (json, "category");
  cli_json_string (json, homs->name);
  cli_json_key (json, "verdict");
  cli_json_string (json, verdict);
}

static void
append_json (GString *json, const Homs *homs, const ChaseHomSets *sets)
{
  guint32 n = chase_presentation_n_objects (sets->presentation);

  begin_json (json, homs, "finite");
  append_objects_json (json, "objects", sets, NULL);
  cli_json_key (json, "morphisms");
  cli_json_int (json, chase_hom_sets_size (sets));
  cli_json_key (json, "homs");
  cli_json_open (json, '[');
  for (guint32 a = 0; a < n; a++)
    {
      for (guint32 b = 0; b < n; b++)
        {
          if (is_asked (homs, a, b))
            append_hom_json (json, sets, a, b);
        }
    }
  cli_json_close (json, ']');
  append_morphisms_json (json, "mono", sets, chase_hom_sets_is_mono);
  append_morphisms_json (json, "epi", sets, chase_hom_sets_is_epi);
  append_morphisms_json (json, "iso", sets, chase_hom_sets_is_iso);
  append_objects_json (json, "initial", sets, chase_hom_sets_is_initial);
  append_objects_json (json, "terminal", sets, chase_hom_sets_is_terminal);
  g_string_append (json, "}\n");
}

static void
append_hom_text (GString *text, const ChaseHomSets *sets, guint32 source, guint32 target)
{
  const char *separator = "";

  g_string_append_printf (text, "Hom(%s, %s) = {",
                          chase_presentation_object_name (sets->presentation, source),
                          chase_presentation_object_name (sets->presentation, target));
  for (guint32 i = 0; i < chase_hom_sets_size (sets); i++)
    {
      const ChaseMorphism *morphism = chase_hom_sets_get (sets, i);
      g_autofree char *name = NULL;

      if (morphism->source != source || morphism->target != target)
        continue;
      name = morphism_text (sets, i);
      g_string_append_printf (text, "%s%s", separator, name);
      separator = ", ";
    }
  g_string_append (text, "}\n");
}

static void
append_list_text (GString *text, const char *title, const ChaseHomSets *sets, Property property,
                  gboolean objects)
{
  guint32 n = chase_presentation_n_objects (sets->presentation);
  guint32 end = objects ? n : chase_hom_sets_size (sets);
  const char *separator = "";

  g_string_append_printf (text, _ ("%s: "), title);
  for (guint32 i = objects ? 0 : n; i < end; i++)
    {
      g_autofree char *name = NULL;

      if (!property (sets, i))
        continue;
      name = objects ? g_strdup (chase_presentation_object_name (sets->presentation, i))
                     : morphism_text (sets, i);
      g_string_append_printf (text, "%s%s", separator, name);
      separator = ", ";
    }
  g_string_append (text, separator[0] == '\0' ? _ ("none") : "");
  g_string_append_c (text, '\n');
}

static void
append_text (GString *text, const Homs *homs, const ChaseHomSets *sets)
{
  guint32 n = chase_presentation_n_objects (sets->presentation);
  g_autofree char *objects = g_strdup_printf (P_ ("%u object", "%u objects", n), n);
  g_autofree char *morphisms = g_strdup_printf (
      P_ ("%u morphism", "%u morphisms", chase_hom_sets_size (sets)), chase_hom_sets_size (sets));

  if (homs->from == NONE)
    {
      cli_ink (text, homs->cli->colour_out, CLI_INK_BOLD, homs->name);
      g_string_append_printf (text, _ (": %s, %s\n"), objects, morphisms);
    }
  for (guint32 a = 0; a < n; a++)
    {
      for (guint32 b = 0; b < n; b++)
        {
          if (is_asked (homs, a, b)
              && (homs->from != NONE || chase_hom_sets_count (sets, a, b) > 0))
            append_hom_text (text, sets, a, b);
        }
    }
  if (homs->from != NONE)
    return;
  append_list_text (text, _ ("mono (identities aside)"), sets, chase_hom_sets_is_mono, FALSE);
  append_list_text (text, _ ("epi (identities aside)"), sets, chase_hom_sets_is_epi, FALSE);
  append_list_text (text, _ ("iso (identities aside)"), sets, chase_hom_sets_is_iso, FALSE);
  append_list_text (text, _ ("initial"), sets, chase_hom_sets_is_initial, TRUE);
  append_list_text (text, _ ("terminal"), sets, chase_hom_sets_is_terminal, TRUE);
}

/* Of a category that has no generators. */
static CliStatus
answer_unlisted (Homs *homs)
{
  guint n = homs->cli->operands->len;
  guint first = n == 4 ? 2 : 1;

  return cli_print_unlisted_homs (homs->cli, homs->source, homs->name,
                                  n > 2 ? cli_operand (homs->cli, first) : NULL,
                                  n > 2 ? cli_operand (homs->cli, first + 1) : NULL);
}

/* Whether there are infinitely many is asked after as many rows as are listed at once. */
#define ROWS_AT_ONCE 100000

/* The hom-sets by one pass, where that takes few rows; else NULL. */
static ChaseHomSets *
list_at_once (const Homs *homs, const ChaseEngine *engine, const ChaseBudget *budget)
{
  ChaseBudget few = *budget;
  g_autofree char *reason = NULL;

  few.rows = ROWS_AT_ONCE;
  few.progress = NULL;
  return chase_hom_sets_are_tabulated (homs->category->presentation)
             ? chase_hom_sets_new (engine, &few, NULL, &reason)
             : NULL;
}

static CliStatus
answer (Homs *homs)
{
  Cli *cli = homs->cli;
  g_autoptr (ChaseEngine) engine = chase_engine_new (homs->category->presentation);
  g_auto (CliQuestion) question = { 0 };
  g_autoptr (ChaseHomSets) sets = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *reason = NULL;
  CliStatus status = CLI_DONE;

  /* To count is quick beside listing, which of infinitely many does not end: all have the time of
   * one question. */
  cli_question_init (&question, cli);
  sets = list_at_once (homs, engine, &question.budget);
  if (sets == NULL && cli_print_infinite_homs (cli, homs->source, homs->name, &status))
    return status;
  question.budget.seconds -= (double)(g_get_monotonic_time () - question.start) / G_USEC_PER_SEC;
  question.budget.seconds = MAX (question.budget.seconds, 0.001);
  cli_question_start (&question, homs->name);
  if (sets == NULL)
    sets = chase_hom_sets_new (engine, &question.budget, NULL, &reason);
  cli_progress (cli, NULL);
  if (sets == NULL)
    return cli_print_undecided_homs (cli, homs->source, homs->name, reason);
  if (cli->json)
    append_json (text, homs, sets);
  else if (!cli->quiet)
    append_text (text, homs, sets);
  cli_print (cli, text->str, text->len);
  return CLI_DONE;
}

static CliStatus
run (Cli *cli)
{
  Homs homs = { .cli = cli };
  CliStatus status = CLI_WRONG;

  homs.source = cli_source_open (cli, cli_operand (cli, 0), CLI_SOURCE_VALID);
  if (homs.source == NULL)
    return CLI_WRONG;
  homs.theory = chase_theory_new (homs.source->document, NULL);
  if (!read_operands (&homs))
    status = CLI_WRONG;
  else if (homs.category->kind != CHASE_CATEGORY_PRESENTED)
    status = answer_unlisted (&homs);
  else if (homs.category->table && cli_print_no_category (cli, homs.source, homs.name))
    status = CLI_FAILS;
  else
    status = answer (&homs);
  chase_theory_unref (homs.theory);
  cli_source_free (homs.source);
  g_free (homs.name);
  return status;
}

static const CliOption options[] = {
  CLI_OPTION_TIMEOUT,
  CLI_OPTION_MEMORY,
  { NULL },
};

const CliCommand cli_command_homs = {
  .name = "homs",
  .operands = "FILE [CAT] [A B]",
  .least = 1,
  .most = 4,
  .files = 1,
  .summary
  = N_ ("list the hom-sets of a finite category, its monos, epis, isos, initial, terminal, ..."),
  .about
  = N_ ("CAT is a category of the file, an expression as “C^op * D”, or a diagram; it may be left\n"
        "out where there is only one. With A and B, the morphisms from A to B alone: also in Set, "
        "in\n"
        "Cat and in categories of functors to Set, as “chase homs FILE Set '{1}' 'M(A)'”.\n"),
  .options = options,
  .run = run,
};
