/* SPDX-License-Identifier: MIT */
#include "cli/json.h"

#include <math.h>
#include <string.h>

static void
begin_value (GString *json)
{
  char last = json->len > 0 ? json->str[json->len - 1] : '\0';

  if (last != '\0' && strchr ("{[:,\n", last) == NULL)
    g_string_append_c (json, ',');
}

void
cli_json_open (GString *json, char bracket)
{
  begin_value (json);
  g_string_append_c (json, bracket);
}

void
cli_json_close (GString *json, char bracket)
{
  g_string_append_c (json, bracket);
}

static void
append_escaped (GString *json, const char *text)
{
  g_string_append_c (json, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      guchar c = *p;

      if (c == '"' || c == '\\')
        g_string_append_printf (json, "\\%c", c);
      else if (c == '\n')
        g_string_append (json, "\\n");
      else if (c == '\t')
        g_string_append (json, "\\t");
      else if (c < 0x20 || c == 0x7F)
        g_string_append_printf (json, "\\u%04x", c);
      else
        g_string_append_c (json, c);
    }
  g_string_append_c (json, '"');
}

void
cli_json_string (GString *json, const char *text)
{
  g_autofree char *valid = NULL;

  begin_value (json);
  if (text == NULL)
    {
      g_string_append (json, "null");
      return;
    }
  if (!g_utf8_validate (text, -1, NULL))
    text = valid = g_utf8_make_valid (text, -1);
  append_escaped (json, text);
}

void
cli_json_key (GString *json, const char *key)
{
  cli_json_string (json, key);
  g_string_append_c (json, ':');
}

void
cli_json_literal (GString *json, const char *literal)
{
  begin_value (json);
  g_string_append (json, literal);
}

void
cli_json_int (GString *json, gint64 number)
{
  begin_value (json);
  g_string_append_printf (json, "%" G_GINT64_FORMAT, number);
}

void
cli_json_boolean (GString *json, gboolean value)
{
  cli_json_literal (json, value ? "true" : "false");
}

static void
append_double (GString *json, double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  cli_json_literal (json, isfinite (number) ? g_ascii_dtostr (text, sizeof text, number) : "null");
}

static void
append_value (GString *json, JsonNode *node)
{
  GType type = json_node_get_value_type (node);

  if (type == G_TYPE_STRING)
    cli_json_string (json, json_node_get_string (node));
  else if (type == G_TYPE_BOOLEAN)
    cli_json_boolean (json, json_node_get_boolean (node));
  else if (type == G_TYPE_INT64)
    cli_json_int (json, json_node_get_int (node));
  else
    append_double (json, json_node_get_double (node));
}

static void
append_object (GString *json, JsonObject *object)
{
  JsonObjectIter iter;
  const char *key;
  JsonNode *member;

  cli_json_open (json, '{');
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &key, &member))
    {
      cli_json_key (json, key);
      cli_json_node (json, member);
    }
  cli_json_close (json, '}');
}

static void
append_array (GString *json, JsonArray *array)
{
  guint n = json_array_get_length (array);

  cli_json_open (json, '[');
  for (guint i = 0; i < n; i++)
    cli_json_node (json, json_array_get_element (array, i));
  cli_json_close (json, ']');
}

void
cli_json_node (GString *json, JsonNode *node)
{
  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    cli_json_literal (json, "null");
  else if (JSON_NODE_HOLDS_OBJECT (node))
    append_object (json, json_node_get_object (node));
  else if (JSON_NODE_HOLDS_ARRAY (node))
    append_array (json, json_node_get_array (node));
  else
    append_value (json, node);
}
