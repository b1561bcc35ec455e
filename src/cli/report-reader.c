/* SPDX-License-Identifier: MIT */
#include "cli/report-reader.h"

#include "evidence/strict-json.h"
#include "model/theory.h"
#include "notation/notation.h"

#include <string.h>

#include "i18n.h"

/* Whole numbers of so many digits fit into 64 bits. */
#define SAFE_DIGITS 18

static void
reported_free (gpointer data)
{
  CliReported *reported = data;

  g_free (reported->check);
  g_free (reported->kind);
  g_free (reported->verdict);
  g_free (reported->value);
  g_clear_pointer (&reported->evidence, json_node_unref);
  g_clear_pointer (&reported->face, json_object_unref);
  g_free (reported->diagram);
  g_free (reported);
}

void
cli_report_free (CliReport *report)
{
  g_ptr_array_unref (report->results);
  g_ptr_array_unref (report->also);
  g_free (report);
}

static gboolean
wrong (GError **error, const char *message)
{
  g_set_error_literal (error, CLI_ERROR, CLI_ERROR_INPUT, message);
  return FALSE;
}

/* A copy of @text in which the whole numbers that 64 bits do not hold, which the parser refuses,
 * are strings. */
static GString *
quote_large_numbers (const char *text, gsize length)
{
  GString *quoted = g_string_sized_new (length + 2);
  gboolean string = FALSE;

  for (gsize i = 0; i < length;)
    {
      gsize n = 0;

      while (!string && i + n < length && g_ascii_isdigit (text[i + n]))
        n++;
      if (n > SAFE_DIGITS && (i + n == length || strchr (".eE", text[i + n]) == NULL))
        g_string_append_printf (quoted, "\"%.*s\"", (int)n, text + i);
      else
        {
          if (n == 0)
            n = string && text[i] == '\\' && i + 1 < length ? 2 : 1;
          string = string != (text[i] == '"');
          g_string_append_len (quoted, text + i, n);
        }
      i += n;
    }
  return quoted;
}

static JsonNode *
parse_line (const char *text, gsize length, guint line, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) inner = NULL;
  g_autoptr (GString) quoted = NULL;
  const char *fault = chase_json_find_fault (text, length);

  if (fault != NULL)
    {
      g_set_error (error, CLI_ERROR, CLI_ERROR_INPUT, _ ("line %u: %s"), line, fault);
      return NULL;
    }
  quoted = quote_large_numbers (text, length);
  if (json_parser_load_from_data (parser, quoted->str, quoted->len, &inner))
    {
      JsonNode *root = json_parser_get_root (parser);

      if (root != NULL)
        return json_node_copy (root);
    }
  g_set_error (error, CLI_ERROR, CLI_ERROR_INPUT, _ ("line %u: %s"), line,
               inner != NULL ? inner->message : _ ("it is empty"));
  return NULL;
}

/* The line of @text at *@at, which moves to the next one; blank ones are skipped. NULL at the end.
 */
static const char *
next_line (const char *text, gsize length, gsize *at, gsize *n, guint *line)
{
  while (*at < length)
    {
      const char *start = text + *at;
      const char *end = memchr (start, '\n', length - *at);

      *n = (end != NULL ? end : text + length) - start;
      *at += *n + 1;
      (*line)++;
      if (strspn (start, " \t\r") < *n)
        return start;
    }
  return NULL;
}

/* Reads every line of @text as a JSON value; NULL and *@error where one is none. */
static GPtrArray *
parse_lines (const char *text, gsize length, GError **error)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func ((GDestroyNotify)json_node_unref);
  const char *start;
  gsize at = 0, n;
  guint line = 0;

  while ((start = next_line (text, length, &at, &n, &line)) != NULL)
    {
      JsonNode *node = parse_line (start, n, line, error);

      if (node == NULL)
        return NULL;
      g_ptr_array_add (nodes, node);
    }
  return g_steal_pointer (&nodes);
}

/* Reads @text as a JSON value in each line, as the program writes them, or else as a single one. */
static GPtrArray *
parse_all (const char *text, gsize length, GError **error)
{
  g_autoptr (GPtrArray) nodes = NULL;
  g_autoptr (GError) inner = NULL;
  JsonNode *whole;

  if (!g_utf8_validate (text, length, NULL))
    {
      wrong (error, _ ("it is not valid UTF-8"));
      return NULL;
    }
  nodes = parse_lines (text, length, &inner);
  if (nodes != NULL && nodes->len > 0)
    return g_steal_pointer (&nodes);
  if (nodes != NULL)
    {
      wrong (error, _ ("it is empty"));
      return NULL;
    }
  whole = parse_line (text, length, 1, NULL);
  if (whole == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&inner));
      return NULL;
    }
  nodes = g_ptr_array_new_with_free_func ((GDestroyNotify)json_node_unref);
  g_ptr_array_add (nodes, whole);
  return g_steal_pointer (&nodes);
}

static const char *
string_member (JsonObject *object, const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
}

/* What was counted, as text: a number, or a word ("infinite"). Other values, "3" among them, are
 * none. */
static char *
value_text (JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "value");
  const char *text;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return NULL;
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  text = json_node_get_string (node);
  return text != NULL && (!g_ascii_isdigit (text[0]) || strlen (text) > SAFE_DIGITS)
             ? g_strdup (text)
             : NULL;
}

/* The line of a result: 0 where it says none, and G_MAXUINT, which no claim has, where it says
 * nonsense. */
static guint
line_number (JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "line");
  gint64 line;

  if (node == NULL)
    return 0;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return G_MAXUINT;
  line = json_node_get_int (node);
  return line < 0 || line > G_MAXINT ? G_MAXUINT : (guint)line;
}

/* TRUE, FALSE, or -1 where @object does not say. */
static int
boolean_member (JsonObject *object, const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node)
      || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return -1;
  return json_node_get_boolean (node);
}

static CliReported *
add_reported (GPtrArray *list, const char *check, const char *verdict, JsonNode *evidence)
{
  CliReported *reported = g_new0 (CliReported, 1);

  reported->check = g_strdup (check);
  reported->implicit = -1;
  reported->verdict = g_strdup (verdict);
  if (evidence != NULL && !JSON_NODE_HOLDS_NULL (evidence))
    reported->evidence = json_node_ref (evidence);
  g_ptr_array_add (list, reported);
  return reported;
}

/* "h . f" for ["f", "h"], with "id(A)" for the empty path at @from; NULL for anything else. */
static char *
path_text (JsonNode *node, const char *from)
{
  g_autoptr (GString) text = g_string_new (NULL);
  JsonArray *path;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return NULL;
  path = json_node_get_array (node);
  if (json_array_get_length (path) == 0)
    {
      g_autofree char *object = chase_notation_print_name (from);

      return g_strdup_printf ("id(%s)", object);
    }
  for (guint i = json_array_get_length (path); i > 0; i--)
    {
      JsonNode *letter = json_array_get_element (path, i - 1);
      const char *name = JSON_NODE_HOLDS_VALUE (letter) ? json_node_get_string (letter) : NULL;
      gboolean inverse = name != NULL && g_str_has_suffix (name, "^-1");
      g_autofree char *stem
          = name == NULL ? NULL : g_strndup (name, strlen (name) - (inverse ? strlen ("^-1") : 0));
      g_autofree char *shown = stem != NULL ? chase_notation_print_name (stem) : NULL;

      if (shown == NULL)
        return NULL;
      g_string_append_printf (text, "%s%s%s", text->len > 0 ? " . " : "", shown,
                              inverse ? "^-1" : "");
    }
  return g_strdup (text->str);
}

/* Adds to @list what the face @node says about the diagram @diagram, or, with NULL, about any. */
static gboolean
read_face (GPtrArray *list, const char *diagram, JsonNode *node, GError **error)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *from = object != NULL ? string_member (object, "from") : NULL;
  const char *verdict = object != NULL ? string_member (object, "verdict") : NULL;
  g_autofree char *left = NULL;
  g_autofree char *right = NULL;
  g_autofree char *text = NULL;
  CliReported *reported;

  if (from != NULL && verdict != NULL)
    {
      left = path_text (json_object_get_member (object, "left"), from);
      right = path_text (json_object_get_member (object, "right"), from);
    }
  if (left == NULL || right == NULL)
    return wrong (error, _ ("a face lacks an end, a path or its verdict"));
  text = g_strdup_printf ("%s = %s", left, right);
  reported = add_reported (list, text, verdict, json_object_get_member (object, "evidence"));
  reported->face = json_object_ref (object);
  reported->diagram = g_strdup (diagram);
  return TRUE;
}

/* The pairs that a result on a diagram names. */
static gboolean
read_pairs (CliReport *report, const char *check, JsonNode *node, GError **error)
{
  gboolean negated;
  g_autoptr (ChaseProposition) proposition
      = chase_notation_parse_proposition (check, &negated, NULL);
  const char *diagram;
  JsonArray *pairs;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node) || proposition == NULL
      || proposition->kind != CHASE_PROPOSITION_COMMUTES
      || ((ChaseTerm *)g_ptr_array_index (proposition->terms, 0))->kind != CHASE_TERM_NAME)
    return wrong (error, _ ("only results on diagrams name “pairs”, and these are an array"));
  diagram = ((ChaseTerm *)g_ptr_array_index (proposition->terms, 0))->name;
  pairs = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (pairs); i++)
    if (!read_face (report->also, diagram, json_array_get_element (pairs, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
read_result (CliReport *report, GPtrArray *list, JsonNode *node, GError **error)
{
  JsonObject *object;
  CliReported *reported;
  const char *check, *verdict, *kind;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return wrong (error, _ ("a result is not an object"));
  object = json_node_get_object (node);
  check = string_member (object, "check");
  verdict = string_member (object, "verdict");
  if (check == NULL || verdict == NULL)
    return wrong (error, _ ("a result lacks its “check” or its “verdict”"));
  reported = add_reported (list, check, verdict, json_object_get_member (object, "evidence"));
  reported->line = line_number (object);
  reported->implicit = boolean_member (object, "implicit");
  kind = string_member (object, "kind");
  if (json_object_has_member (object, "kind"))
    reported->kind = g_strdup (kind != NULL ? kind : "");
  reported->value = value_text (object);
  return read_pairs (report, check, json_object_get_member (object, "pairs"), error);
}

static void
read_summary (CliReport *report, JsonObject *object)
{
  static const char *const keys[] = { "holds", "fails", "undecided" };
  JsonNode *node = json_object_get_member (object, "summary");

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      JsonNode *number = node != NULL && JSON_NODE_HOLDS_OBJECT (node)
                             ? json_object_get_member (json_node_get_object (node), keys[i])
                             : NULL;

      report->summary[i] = number != NULL && JSON_NODE_HOLDS_VALUE (number)
                                   && json_node_get_value_type (number) == G_TYPE_INT64
                               ? json_node_get_int (number)
                               : -1;
    }
}

/* The answer of `chase prove` is one result that stands in no line; all else is about a file. */
static gboolean
is_answer (const CliReport *report)
{
  return report->results->len == 1
         && ((CliReported *)g_ptr_array_index (report->results, 0))->line == 0;
}

static gboolean
read_consequences (CliReport *report, JsonNode *node, GError **error)
{
  JsonArray *array;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return wrong (error, _ ("its “consequences” are not an array"));
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!read_result (report, report->also, json_array_get_element (array, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
read_results (CliReport *report, JsonObject *object, GError **error)
{
  JsonNode *node = json_object_get_member (object, "results");
  JsonArray *results;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return wrong (error, _ ("it has no “results”"));
  results = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (results); i++)
    {
      if (!read_result (report, report->results, json_array_get_element (results, i), error))
        return FALSE;
    }
  if (!read_consequences (report, json_object_get_member (object, "consequences"), error))
    return FALSE;
  read_summary (report, object);
  report->whole = !is_answer (report);
  return TRUE;
}

static gboolean
read_faces (CliReport *report, JsonArray *faces, GError **error)
{
  for (guint i = 0; i < json_array_get_length (faces); i++)
    {
      if (!read_face (report->results, NULL, json_array_get_element (faces, i), error))
        return FALSE;
    }
  return TRUE;
}

/* A report is about @source when it says so, or when it is the only one. */
static gboolean
is_about (JsonObject *object, const CliSource *source, gboolean only)
{
  const char *file = string_member (object, "file");
  g_autofree char *here = NULL;
  g_autofree char *there = NULL;

  if (only || file == NULL)
    return only;
  here = g_path_get_basename (source->name);
  there = g_path_get_basename (file);
  return strcmp (here, there) == 0;
}

CliReport *
cli_report_read (GBytes *bytes, const CliSource *source, GError **error)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autoptr (GPtrArray) nodes = parse_all (text != NULL ? text : "", length, error);
  g_autoptr (CliReport) report = g_new0 (CliReport, 1);
  gboolean found = FALSE;

  report->results = g_ptr_array_new_with_free_func (reported_free);
  report->also = g_ptr_array_new_with_free_func (reported_free);
  for (guint i = 0; nodes != NULL && i < nodes->len; i++)
    {
      JsonNode *node = g_ptr_array_index (nodes, i);
      gboolean read = TRUE;

      if (JSON_NODE_HOLDS_ARRAY (node))
        read = read_faces (report, json_node_get_array (node), error);
      else if (!JSON_NODE_HOLDS_OBJECT (node))
        read = wrong (error, _ ("it holds neither an object nor an array"));
      else if (!is_about (json_node_get_object (node), source, nodes->len == 1))
        continue;
      else
        read = read_results (report, json_node_get_object (node), error);
      found = TRUE;
      if (!read)
        return NULL;
    }
  if (nodes == NULL)
    return NULL;
  if (!found)
    {
      g_set_error (error, CLI_ERROR, CLI_ERROR_INPUT, _ ("none of its reports is about %s"),
                   source->title);
      return NULL;
    }
  return g_steal_pointer (&report);
}
