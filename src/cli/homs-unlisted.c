/* SPDX-License-Identifier: MIT */
#include "cli/homs-unlisted.h"

#include "cli/json.h"
#include "cli/problems.h"
#include "cli/question.h"
#include "cli/terminal.h"
#include "config.h"
#include "engine/check.h"
#include "notation/notation.h"

#include <string.h>

/* Morphisms of a product that are listed. */
#define MAX_PAIRS 10000

/* The answer to the question @text; NULL after saying what makes no sense. */
static ChaseResult *
ask (Cli *cli, const CliSource *source, const char *text)
{
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autoptr (GString) messages = g_string_new (NULL);
  g_autoptr (ChaseProposition) proposition
      = chase_notation_parse_proposition (text, NULL, problems);
  g_auto (CliQuestion) question = { 0 };
  ChaseResult *result;

  if (proposition != NULL && !chase_problems_has_error (problems))
    chase_theory_check_proposition (source->theory, proposition, problems);
  cli_problems_append (cli, messages, "<question>", text, strlen (text), problems);
  cli_write_error (cli, messages->str);
  if (chase_problems_has_error (problems))
    return NULL;
  cli_question_init (&question, cli);
  cli_question_start (&question, text);
  result = chase_check_proposition (source->theory, proposition, FALSE, &question.budget, NULL);
  cli_progress (cli, NULL);
  return result;
}

/* Maps as the notation has them: {1 |-> 2}, {A |-> {1 |-> 2}, ..}; a path as a composite. */

static void
append_path (GString *text, JsonArray *path)
{
  guint n = json_array_get_length (path);

  for (guint i = n; i-- > 0;)
    g_string_append_printf (text, "%s%s", i + 1 < n ? " . " : "",
                            json_array_get_string_element (path, i));
  if (n == 0)
    g_string_append (text, "id");
}

static void
append_map (GString *text, JsonObject *map);

static void
append_value (GString *text, JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    append_map (text, json_node_get_object (node));
  else if (JSON_NODE_HOLDS_ARRAY (node))
    append_path (text, json_node_get_array (node));
  else
    g_string_append (text, json_node_get_string (node));
}

static void
append_members (GString *text, JsonObject *map, const char **separator)
{
  g_autoptr (GList) keys = json_object_get_members (map);

  for (const GList *key = keys; key != NULL; key = key->next)
    {
      g_string_append_printf (text, "%s%s |-> ", *separator, (const char *)key->data);
      append_value (text, json_object_get_member (map, key->data));
      *separator = ", ";
    }
}

static void
append_map (GString *text, JsonObject *map)
{
  const char *separator = "";

  g_string_append_c (text, '{');
  append_members (text, map, &separator);
  g_string_append_c (text, '}');
}

static void
append_morphism (GString *text, JsonNode *node);

/* (x, y) */
static void
append_pair (GString *text, JsonArray *factors)
{
  g_string_append_c (text, '(');
  append_morphism (text, json_array_get_element (factors, 0));
  g_string_append (text, ", ");
  append_morphism (text, json_array_get_element (factors, 1));
  g_string_append_c (text, ')');
}

/* A function, a transformation or a functor, as a report lists it. */
static void
append_map_like (GString *text, JsonObject *element)
{
  const char *separator = "";

  if (json_object_has_member (element, "objects") && json_object_has_member (element, "arrows"))
    {
      g_string_append_c (text, '{');
      append_members (text, json_object_get_object_member (element, "objects"), &separator);
      append_members (text, json_object_get_object_member (element, "arrows"), &separator);
      g_string_append_c (text, '}');
    }
  else if (json_object_get_size (element) == 1 && json_object_has_member (element, "*"))
    append_map (text, json_object_get_object_member (element, "*"));
  else
    append_map (text, element);
}

static void
append_morphism (GString *text, JsonNode *node)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  if (object == NULL)
    append_value (text, node);
  else if (json_object_has_member (object, "factors"))
    append_pair (text, json_object_get_array_member (object, "factors"));
  else
    append_map_like (text, object);
}

static JsonArray *
elements_of (JsonNode *evidence);

static JsonArray *
factor_elements (JsonArray *factors, guint i)
{
  JsonObject *factor = json_array_get_object_element (factors, i);

  return elements_of (json_object_get_member (factor, "evidence"));
}

/* Of a product every two morphisms of its factors, as {"factors": [x, y]}; NULL where a factor's
 * are not listed. */
static JsonArray *
pairs_of (JsonArray *factors)
{
  g_autoptr (JsonArray) first = factor_elements (factors, 0);
  g_autoptr (JsonArray) second = factor_elements (factors, 1);
  JsonArray *pairs;

  if (first == NULL || second == NULL
      || (guint64)json_array_get_length (first) * json_array_get_length (second) > MAX_PAIRS)
    return NULL;
  pairs = json_array_new ();
  for (guint i = 0; i < json_array_get_length (first); i++)
    for (guint k = 0; k < json_array_get_length (second); k++)
      {
        JsonObject *pair = json_object_new ();
        JsonArray *both = json_array_new ();

        json_array_add_element (both, json_node_ref (json_array_get_element (first, i)));
        json_array_add_element (both, json_node_ref (json_array_get_element (second, k)));
        json_object_set_array_member (pair, "factors", both);
        json_array_add_object_element (pairs, pair);
      }
  return pairs;
}

/* The morphisms that the evidence of a count lists, or NULL. Caller owns them. */
static JsonArray *
elements_of (JsonNode *evidence)
{
  JsonObject *object = evidence != NULL ? json_node_get_object (evidence) : NULL;

  if (object != NULL && json_object_has_member (object, "factors"))
    return pairs_of (json_object_get_array_member (object, "factors"));
  return object != NULL && json_object_has_member (object, "elements")
             ? json_array_ref (json_object_get_array_member (object, "elements"))
             : NULL;
}

static void
begin (GString *json, const CliSource *source, const char *category, const char *verdict)
{
  cli_json_open (json, '{');
  cli_json_key (json, "arrowchase");
  cli_json_string (json, CHASE_VERSION);
  cli_json_key (json, "file");
  cli_json_string (json, source->name);
  cli_json_key (json, "category");
  cli_json_string (json, category);
  cli_json_key (json, "verdict");
  cli_json_string (json, verdict);
}

static CliStatus
say (Cli *cli, const CliSource *source, const char *category, const char *verdict,
     const char *reason)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (cli->json)
    {
      begin (text, source, category, verdict);
      cli_json_key (text, "reason");
      cli_json_string (text, reason);
      g_string_append (text, "}\n");
    }
  else if (!cli->quiet)
    {
      cli_ink (text, cli->colour_out, CLI_INK_YELLOW, "?");
      g_string_append_printf (text, " %s – %s\n", category, reason);
    }
  cli_print (cli, text->str, text->len);
  return CLI_UNDECIDED;
}

static CliStatus
list (Cli *cli, const CliSource *source, const char *category, const char *a, const char *b,
      JsonArray *elements)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (cli->json)
    {
      begin (text, source, category, "finite");
      cli_json_key (text, "homs");
      cli_json_open (text, '[');
      cli_json_open (text, '{');
      cli_json_key (text, "from");
      cli_json_string (text, a);
      cli_json_key (text, "to");
      cli_json_string (text, b);
      cli_json_key (text, "morphisms");
      cli_json_open (text, '[');
    }
  else
    g_string_append_printf (text, "Hom(%s, %s) = {", a, b);
  for (guint i = 0; i < json_array_get_length (elements); i++)
    if (cli->json)
      cli_json_node (text, json_array_get_element (elements, i));
    else
      {
        g_string_append (text, i > 0 ? ", " : "");
        append_morphism (text, json_array_get_element (elements, i));
      }
  g_string_append (text, cli->json ? "]}]}\n" : "}\n");
  if (cli->json || !cli->quiet)
    cli_print (cli, text->str, text->len);
  return CLI_DONE;
}

CliStatus
cli_print_unlisted_homs (Cli *cli, const CliSource *source, const char *category, const char *a,
                         const char *b)
{
  g_autofree char *question = a != NULL
                                  ? g_strdup_printf ("|Hom(%s, %s)| = 0 in %s", a, b, category)
                                  : g_strdup_printf ("|Ob(%s)| = 0", category);
  g_autoptr (ChaseResult) result = ask (cli, source, question);
  g_autoptr (JsonNode) evidence = NULL;
  g_autoptr (JsonArray) elements = NULL;

  if (result == NULL)
    return CLI_WRONG;
  evidence = chase_result_evidence_json (result);
  elements = a != NULL ? elements_of (evidence) : NULL;
  if (elements != NULL)
    return list (cli, source, category, a, b, elements);
  return say (cli, source, category,
              g_strcmp0 (result->value, "infinite") == 0 ? "infinite" : "undecided",
              result->reason);
}

gboolean
cli_print_infinite_homs (Cli *cli, const CliSource *source, const char *category, CliStatus *status)
{
  g_autofree char *question = g_strdup_printf ("|Mor(%s)| = 0", category);
  g_autoptr (ChaseResult) result = ask (cli, source, question);

  if (result != NULL && g_strcmp0 (result->value, "infinite") != 0)
    return FALSE;
  *status = result == NULL ? CLI_WRONG : say (cli, source, category, "infinite", result->reason);
  return TRUE;
}

CliStatus
cli_print_undecided_homs (Cli *cli, const CliSource *source, const char *category,
                          const char *reason)
{
  return say (cli, source, category, "undecided", reason);
}

gboolean
cli_print_no_category (Cli *cli, const CliSource *source, const char *category)
{
  g_autofree char *question = g_strdup_printf ("%s is category", category);
  g_autoptr (ChaseResult) result = ask (cli, source, question);

  if (result == NULL || result->verdict != CHASE_VERDICT_FAILS)
    return FALSE;
  cli_error (cli, NULL, "%s is no category: %s", category, result->reason);
  return TRUE;
}
