/* SPDX-License-Identifier: MIT */
#include "cli/report.h"

#include <string.h>

#include "cli/faces.h"
#include "cli/json.h"
#include "cli/terminal.h"
#include "cli/words.h"
#include "config.h"
#include "engine/explain.h"
#include "notation/notation.h"
#include "i18n.h"

enum
{
  EXPLANATION_INDENT = 4,
};

void
cli_summary_add (CliSummary *summary, const GPtrArray *results)
{
  for (guint i = 0; i < results->len; i++)
    {
      const ChaseResult *result = g_ptr_array_index (results, i);

      summary->holds += result->verdict == CHASE_VERDICT_HOLDS;
      summary->fails += result->verdict == CHASE_VERDICT_FAILS;
      summary->undecided += result->verdict == CHASE_VERDICT_UNDECIDED;
    }
}

CliStatus
cli_summary_status (const CliSummary *summary)
{
  if (summary->fails > 0)
    return CLI_FAILS;
  return summary->undecided > 0 ? CLI_UNDECIDED : CLI_DONE;
}

static void
append_part (GString *text, gboolean colour, CliInk ink, guint n, const char *format)
{
  g_autofree char *part = g_strdup_printf (format, n);

  if (n == 0)
    return;
  if (text->len > 0 && text->str[text->len - 1] != '\n')
    g_string_append (text, _ (", "));
  cli_ink (text, colour, ink, part);
}

void
cli_summary_append (GString *text, gboolean colour, const CliSummary *summary)
{
  if (summary->holds + summary->fails + summary->undecided == 0)
    g_string_append (text, _ ("nothing to check"));
  append_part (text, colour, CLI_INK_GREEN, summary->holds,
               P_ ("%u holds", "%u hold", summary->holds));
  append_part (text, colour, CLI_INK_RED, summary->fails,
               P_ ("%u fails", "%u fail", summary->fails));
  append_part (text, colour, CLI_INK_YELLOW, summary->undecided,
               P_ ("%u is undecided", "%u are undecided", summary->undecided));
  g_string_append_c (text, '\n');
}

void
cli_report_append_sign (GString *text, gboolean colour, ChaseVerdict verdict)
{
  static const struct
  {
    const char *sign;
    CliInk ink;
  } signs[] = {
    [CHASE_VERDICT_HOLDS] = { "✓", CLI_INK_GREEN },
    [CHASE_VERDICT_FAILS] = { "✗", CLI_INK_RED },
    [CHASE_VERDICT_UNDECIDED] = { "?", CLI_INK_YELLOW },
  };

  cli_ink (text, colour, signs[verdict].ink, signs[verdict].sign);
}

static char *
result_statement (const ChaseResult *result)
{
  return chase_notation_print_proposition (result->claim->proposition, result->claim->negated,
                                           CHASE_NOTATION_ASCII);
}

static void
append_milliseconds (GString *json, double milliseconds)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (text, sizeof text, "%.3f", MAX (milliseconds, 0));
  cli_json_literal (json, text);
}

static void
append_pairs_json (GString *json, const CliPairs *pairs)
{
  cli_json_key (json, "pairs");
  if (pairs->pairs == NULL)
    {
      cli_json_node (json, NULL);
      return;
    }
  cli_json_open (json, '[');
  for (guint i = 0; i < pairs->pairs->len; i++)
    cli_faces_append_json (json, pairs->faces, g_ptr_array_index (pairs->pairs, i));
  cli_json_close (json, ']');
}

static void
append_result (GString *json, const ChaseResult *result, const CliPairs *pairs)
{
  g_autofree char *statement = result_statement (result);
  JsonNode *evidence = chase_result_evidence_json (result);

  cli_json_open (json, '{');
  cli_json_key (json, "check");
  cli_json_string (json, statement);
  cli_json_key (json, "line");
  cli_json_int (json, result->claim->line);
  cli_json_key (json, "implicit");
  cli_json_boolean (json, result->claim->implicit);
  cli_json_key (json, "kind");
  cli_json_string (json, result->kind);
  cli_json_key (json, "verdict");
  cli_json_string (json, chase_verdict_word (result->verdict));
  if (result->value != NULL)
    {
      cli_json_key (json, "value");
      /* A number of any size; “infinite” alone is a string. */
      if (g_ascii_isdigit (result->value[0]))
        cli_json_literal (json, result->value);
      else
        cli_json_string (json, result->value);
    }
  cli_json_key (json, "evidence");
  cli_json_node (json, evidence);
  cli_json_key (json, "reason");
  cli_json_string (json, result->reason);
  cli_json_key (json, "milliseconds");
  append_milliseconds (json, result->milliseconds);
  if (pairs != NULL)
    append_pairs_json (json, pairs);
  cli_json_close (json, '}');
  g_clear_pointer (&evidence, json_node_unref);
}

static void
append_consequences_json (GString *json, const GPtrArray *consequences)
{
  cli_json_key (json, "consequences");
  cli_json_open (json, '[');
  for (guint i = 0; i < consequences->len; i++)
    append_result (json, g_ptr_array_index (consequences, i), NULL);
  cli_json_close (json, ']');
}

void
cli_extras_clear (CliExtras *extras)
{
  g_clear_pointer (&extras->pairs, g_ptr_array_unref);
  g_clear_pointer (&extras->consequences, g_ptr_array_unref);
}

void
cli_report_append_json (GString *json, const char *name, const GPtrArray *results,
                        const CliExtras *extras)
{
  CliSummary summary = { 0 };

  cli_summary_add (&summary, results);
  cli_json_open (json, '{');
  cli_json_key (json, "arrowchase");
  cli_json_string (json, CHASE_VERSION);
  cli_json_key (json, "file");
  cli_json_string (json, name);
  cli_json_key (json, "summary");
  cli_json_open (json, '{');
  cli_json_key (json, "holds");
  cli_json_int (json, summary.holds);
  cli_json_key (json, "fails");
  cli_json_int (json, summary.fails);
  cli_json_key (json, "undecided");
  cli_json_int (json, summary.undecided);
  cli_json_close (json, '}');
  cli_json_key (json, "results");
  cli_json_open (json, '[');
  for (guint i = 0; i < results->len; i++)
    append_result (json, g_ptr_array_index (results, i),
                   extras->pairs != NULL ? g_ptr_array_index (extras->pairs, i) : NULL);
  cli_json_close (json, ']');
  if (extras->consequences != NULL)
    append_consequences_json (json, extras->consequences);
  cli_json_close (json, '}');
  g_string_append_c (json, '\n');
}

/* How many digits the greatest line number has. */
static int
line_width (const GPtrArray *results)
{
  int width = 1;

  for (guint i = 0; i < results->len; i++)
    {
      const ChaseResult *result = g_ptr_array_index (results, i);

      for (guint line = result->claim->line, n = 1; line > 0; line /= 10, n++)
        width = MAX (width, (int)n);
    }
  return width;
}

/* What the evidence of @result says, in lines of its own. */
static void
append_explanation (GString *text, const ChaseResult *result)
{
  g_autofree char *explanation = chase_result_explain (result, EXPLANATION_INDENT);

  if (explanation != NULL)
    g_string_append_printf (text, "%s\n", explanation);
}

static void
append_pairs_text (GString *text, gboolean colour, gboolean explain, guint indent,
                   const CliPairs *pairs)
{
  for (guint i = 0; pairs->pairs != NULL && i < pairs->pairs->len; i++)
    cli_faces_append_text (text, colour, explain, indent, pairs->faces,
                           g_ptr_array_index (pairs->pairs, i));
}

static void
append_result_text (GString *text, gboolean colour, gboolean explain, int width,
                    const ChaseResult *result)
{
  g_autofree char *statement = result_statement (result);
  g_autofree char *shown = cli_show (statement);
  g_autofree char *time = cli_duration (result->milliseconds / 1000);
  g_autofree char *end = g_strdup_printf ("  (%s)", time);

  cli_report_append_sign (text, colour, result->verdict);
  if (result->claim->line > 0)
    g_string_append_printf (text, " %*u", width, result->claim->line);
  g_string_append_c (text, ' ');
  cli_ink (text, colour, CLI_INK_BOLD, shown);
  if (result->reason != NULL)
    g_string_append_printf (text, " – %s", result->reason);
  cli_ink (text, colour, CLI_INK_DIM, end);
  g_string_append_c (text, '\n');
  if (explain)
    append_explanation (text, result);
}

/* The reason has named it already. */
static gboolean
is_single (const CliPairs *pairs)
{
  return pairs->pairs != NULL && pairs->pairs->len == 1;
}

void
cli_report_append_text (GString *text, gboolean colour, gboolean explain, const GPtrArray *results,
                        const CliExtras *extras)
{
  const GPtrArray *pairs = extras->pairs, *consequences = extras->consequences;
  int width = line_width (results);

  for (guint i = 0; i < results->len; i++)
    {
      append_result_text (text, colour, explain, width, g_ptr_array_index (results, i));
      if (pairs != NULL && g_ptr_array_index (pairs, i) != NULL
          && !(extras->paper && is_single (g_ptr_array_index (pairs, i))))
        append_pairs_text (text, colour, explain, (guint)width + 3, g_ptr_array_index (pairs, i));
    }
  if (consequences != NULL && consequences->len > 0)
    g_string_append (text, _ ("What follows from declared properties:\n"));
  for (guint i = 0; consequences != NULL && i < consequences->len; i++)
    append_result_text (text, colour, explain, 0, g_ptr_array_index (consequences, i));
}
