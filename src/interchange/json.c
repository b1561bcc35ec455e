/* SPDX-License-Identifier: MIT */
#include "interchange/json-private.h"

#include <math.h>
#include <string.h>

#include "i18n.h"

/* Of a key that an object has twice the last value counts, as in JavaScript; no object that anybody
 * writes has more keys than this. */
#define DISTINCT_MAX 200

#define DEPTH_MAX 64

typedef struct
{
  const char *text;
  gsize length;
  gsize at;
  guint depth;
  const char *message;
} Parser;

ChaseJson *
chase_json_new (ChaseJsonKind kind)
{
  ChaseJson *json = g_new0 (ChaseJson, 1);

  json->kind = kind;
  if (kind == CHASE_JSON_ARRAY || kind == CHASE_JSON_OBJECT)
    json->items = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_json_free);
  if (kind == CHASE_JSON_OBJECT)
    json->keys = g_ptr_array_new_with_free_func (g_free);
  return json;
}

ChaseJson *
chase_json_new_number (double number)
{
  ChaseJson *json = chase_json_new (CHASE_JSON_NUMBER);

  json->number = number;
  return json;
}

ChaseJson *
chase_json_new_string (const char *string)
{
  ChaseJson *json = chase_json_new (CHASE_JSON_STRING);

  json->string = g_strdup (string);
  return json;
}

void
chase_json_free (ChaseJson *json)
{
  if (json == NULL)
    return;
  g_free (json->string);
  g_clear_pointer (&json->items, g_ptr_array_unref);
  g_clear_pointer (&json->keys, g_ptr_array_unref);
  g_free (json);
}

void
chase_json_add (ChaseJson *array, ChaseJson *value)
{
  g_ptr_array_add (array->items, value);
}

static gint
index_of (const ChaseJson *object, const char *key)
{
  if (object == NULL || object->kind != CHASE_JSON_OBJECT)
    return -1;
  for (guint i = 0; i < object->keys->len; i++)
    if (strcmp (g_ptr_array_index (object->keys, i), key) == 0)
      return (gint)i;
  return -1;
}

void
chase_json_set (ChaseJson *object, const char *key, ChaseJson *value)
{
  gint i = index_of (object, key);

  if (i < 0)
    {
      g_ptr_array_add (object->keys, g_strdup (key));
      g_ptr_array_add (object->items, value);
      return;
    }
  chase_json_free (g_ptr_array_index (object->items, i));
  g_ptr_array_index (object->items, i) = value;
}

ChaseJson *
chase_json_get (const ChaseJson *object, const char *key)
{
  gint i = index_of (object, key);

  return i < 0 ? NULL : g_ptr_array_index (object->items, i);
}

ChaseJson *
chase_json_take (ChaseJson *object, const char *key)
{
  gint i = index_of (object, key);

  if (i < 0)
    return NULL;
  g_ptr_array_remove_index (object->keys, (guint)i);
  return g_ptr_array_steal_index (object->items, (guint)i);
}

guint
chase_json_length (const ChaseJson *json)
{
  return json->items != NULL ? json->items->len : 0;
}

ChaseJson *
chase_json_nth (const ChaseJson *json, guint index)
{
  return index < chase_json_length (json) ? g_ptr_array_index (json->items, index) : NULL;
}

gboolean
chase_json_is_integer (const ChaseJson *json, double least, double greatest)
{
  return json != NULL && json->kind == CHASE_JSON_NUMBER && isfinite (json->number)
         && floor (json->number) == json->number && json->number >= least
         && json->number <= greatest;
}

void
chase_json_merge (ChaseJson *object, ChaseJson *overlay)
{
  while (overlay->keys->len > 0)
    {
      g_autofree char *key = g_strdup (g_ptr_array_index (overlay->keys, 0));
      ChaseJson *value = chase_json_take (overlay, key);
      ChaseJson *present = chase_json_get (object, key);

      if (present != NULL && present->kind == CHASE_JSON_OBJECT && value->kind == CHASE_JSON_OBJECT)
        {
          chase_json_merge (present, value);
          chase_json_free (value);
        }
      else
        chase_json_set (object, key, value);
    }
}

/* Reading */

static void
skip_blanks (Parser *parser)
{
  while (parser->at < parser->length && strchr (" \t\r\n", parser->text[parser->at]) != NULL
         && parser->text[parser->at] != '\0')
    parser->at++;
}

static gboolean
fail (Parser *parser, const char *message)
{
  if (parser->message == NULL)
    parser->message = message;
  return FALSE;
}

static char
peek (const Parser *parser)
{
  return parser->at < parser->length ? parser->text[parser->at] : '\0';
}

static gboolean
read_hex (Parser *parser, gunichar *unit)
{
  *unit = 0;
  for (guint i = 0; i < 4; i++, parser->at++)
    {
      if (!g_ascii_isxdigit (peek (parser)))
        return fail (parser, _ ("four hexadecimal digits belong after \\u"));
      *unit = 16 * *unit + (gunichar)g_ascii_xdigit_value (peek (parser));
    }
  return TRUE;
}

/* A surrogate that has no partner, and NUL, stand for no character that a label can hold. */
static gboolean
read_unicode (Parser *parser, GString *out)
{
  gunichar unit, low;

  if (!read_hex (parser, &unit))
    return FALSE;
  if (unit >= 0xd800 && unit < 0xdc00 && parser->at + 1 < parser->length
      && parser->text[parser->at] == '\\' && parser->text[parser->at + 1] == 'u')
    {
      gsize before = parser->at;

      parser->at += 2;
      if (!read_hex (parser, &low))
        return FALSE;
      if (low >= 0xdc00 && low < 0xe000)
        unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
      else
        parser->at = before;
    }
  if (unit == 0 || (unit >= 0xd800 && unit < 0xe000))
    unit = 0xfffd;
  g_string_append_unichar (out, unit);
  return TRUE;
}

static gboolean
read_escape (Parser *parser, GString *out)
{
  static const char letters[] = "\"\\/bfnrt";
  static const char values[] = "\"\\/\b\f\n\r\t";
  const char *found;
  char c = peek (parser);

  if (c == 'u')
    {
      parser->at++;
      return read_unicode (parser, out);
    }
  found = c != '\0' ? strchr (letters, c) : NULL;
  if (found == NULL)
    return fail (parser, _ ("this is no escape of JSON"));
  g_string_append_c (out, values[found - letters]);
  parser->at++;
  return TRUE;
}

static char *
read_string (Parser *parser)
{
  g_autoptr (GString) out = g_string_new (NULL);

  parser->at++;
  while (parser->at < parser->length && parser->text[parser->at] != '"')
    {
      gsize start = parser->at;

      while (parser->at < parser->length && parser->text[parser->at] != '"'
             && parser->text[parser->at] != '\\')
        parser->at++;
      g_string_append_len (out, parser->text + start, (gssize)(parser->at - start));
      if (peek (parser) == '\\')
        {
          parser->at++;
          if (!read_escape (parser, out))
            return NULL;
        }
    }
  if (parser->at == parser->length)
    {
      fail (parser, _ ("a string has no closing quote"));
      return NULL;
    }
  parser->at++;
  return g_utf8_make_valid (out->str, (gssize)out->len);
}

static gboolean
read_number (Parser *parser, double *number)
{
  char buffer[64];
  gsize n = 0;
  char *end;

  while (parser->at + n < parser->length && n < sizeof buffer - 1
         && (g_ascii_isdigit (parser->text[parser->at + n])
             || memchr ("+-.eE", parser->text[parser->at + n], 5) != NULL))
    {
      buffer[n] = parser->text[parser->at + n];
      n++;
    }
  buffer[n] = '\0';
  *number = g_ascii_strtod (buffer, &end);
  if (n == 0 || *end != '\0' || buffer[0] == '+')
    return fail (parser, _ ("this is no value of JSON"));
  parser->at += n;
  return TRUE;
}

static gboolean
read_word (Parser *parser, const char *word)
{
  gsize n = strlen (word);

  if (parser->length - parser->at < n || memcmp (parser->text + parser->at, word, n) != 0)
    return fail (parser, _ ("this is no value of JSON"));
  parser->at += n;
  return TRUE;
}

static ChaseJson *
read_value (Parser *parser);

/* Reads `"key":`. */
static char *
read_key (Parser *parser)
{
  g_autofree char *key = NULL;

  if (peek (parser) != '"')
    {
      fail (parser, _ ("a key in quotes belongs here"));
      return NULL;
    }
  key = read_string (parser);
  if (key == NULL)
    return NULL;
  skip_blanks (parser);
  if (peek (parser) != ':')
    {
      fail (parser, _ ("a colon belongs here"));
      return NULL;
    }
  parser->at++;
  skip_blanks (parser);
  return g_steal_pointer (&key);
}

static gboolean
read_item (Parser *parser, ChaseJson *json)
{
  g_autofree char *key = NULL;
  ChaseJson *value;

  skip_blanks (parser);
  if (json->kind == CHASE_JSON_OBJECT && (key = read_key (parser)) == NULL)
    return FALSE;
  value = read_value (parser);
  if (value == NULL)
    return FALSE;
  if (key != NULL && json->keys->len < DISTINCT_MAX)
    {
      chase_json_set (json, key, value);
      return TRUE;
    }
  if (key != NULL)
    g_ptr_array_add (json->keys, g_steal_pointer (&key));
  chase_json_add (json, value);
  return TRUE;
}

static gboolean
read_items (Parser *parser, ChaseJson *json, char close)
{
  parser->at++;
  skip_blanks (parser);
  if (peek (parser) == close)
    {
      parser->at++;
      return TRUE;
    }
  for (;;)
    {
      if (!read_item (parser, json))
        return FALSE;
      skip_blanks (parser);
      if (peek (parser) == close)
        break;
      if (peek (parser) != ',')
        return fail (parser, close == ']' ? _ ("a comma or a closing bracket belongs here")
                                          : _ ("a comma or a closing brace belongs here"));
      parser->at++;
    }
  parser->at++;
  return TRUE;
}

static gboolean
read_into (Parser *parser, ChaseJson *json)
{
  switch (json->kind)
    {
    case CHASE_JSON_NULL:
      return read_word (parser, "null");
    case CHASE_JSON_FALSE:
      return read_word (parser, "false");
    case CHASE_JSON_TRUE:
      return read_word (parser, "true");
    case CHASE_JSON_STRING:
      json->string = read_string (parser);
      return json->string != NULL;
    case CHASE_JSON_ARRAY:
      return read_items (parser, json, ']');
    case CHASE_JSON_OBJECT:
      return read_items (parser, json, '}');
    case CHASE_JSON_NUMBER:
    default:
      return read_number (parser, &json->number);
    }
}

static ChaseJson *
read_value (Parser *parser)
{
  static const char starts[] = "nft\"[{";
  static const ChaseJsonKind kinds[] = { CHASE_JSON_NULL,   CHASE_JSON_FALSE, CHASE_JSON_TRUE,
                                         CHASE_JSON_STRING, CHASE_JSON_ARRAY, CHASE_JSON_OBJECT };
  g_autoptr (ChaseJson) json = NULL;
  const char *found = peek (parser) != '\0' ? strchr (starts, peek (parser)) : NULL;
  gsize start = parser->at;

  if (parser->depth == DEPTH_MAX)
    {
      fail (parser, _ ("this is nested too deeply"));
      return NULL;
    }
  parser->depth++;
  json = chase_json_new (found != NULL ? kinds[found - starts] : CHASE_JSON_NUMBER);
  if (!read_into (parser, json))
    return NULL;
  parser->depth--;
  json->start = start;
  json->end = parser->at;
  return g_steal_pointer (&json);
}

ChaseJson *
chase_json_parse (const char *text, gsize length, gsize *rest, gsize *at, const char **message)
{
  Parser parser = { text, length, 0, 0, NULL };
  g_autoptr (ChaseJson) json = NULL;

  skip_blanks (&parser);
  json = read_value (&parser);
  if (json != NULL)
    skip_blanks (&parser);
  if (json != NULL && rest == NULL && parser.at < length)
    parser.message = _ ("something follows the end of the value");
  if (parser.message != NULL && parser.at >= length)
    parser.message = length > 0 ? _ ("the text breaks off here") : _ ("there is nothing to read");
  *at = parser.at;
  *message = parser.message;
  if (rest != NULL)
    *rest = parser.at;
  return parser.message == NULL ? g_steal_pointer (&json) : NULL;
}

/* Writing */

static void
print_number (double number, GString *out)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  static const char *const formats[] = { "%.15g", "%.16g", "%.17g" };

  if (!isfinite (number))
    {
      g_string_append (out, "null");
      return;
    }
  if (number == 0.0)
    number = 0.0 * number + 0.0;
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_ascii_formatd (buffer, sizeof buffer, formats[i], number);
      if (g_ascii_strtod (buffer, NULL) == number)
        break;
    }
  g_string_append (out, buffer);
}

static void
print_string (const char *string, GString *out)
{
  static const char letters[] = "\"\\bfnrt";
  static const char values[] = "\"\\\b\f\n\r\t";

  g_string_append_c (out, '"');
  for (const char *p = string; *p != '\0'; p++)
    {
      const char *found = strchr (values, *p);

      if (found != NULL)
        {
          g_string_append_c (out, '\\');
          g_string_append_c (out, letters[found - values]);
        }
      else if ((guint8)*p < 0x20)
        g_string_append_printf (out, "\\u%04x", (guint)(guint8)*p);
      else
        g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

void
chase_json_print (const ChaseJson *json, GString *out)
{
  static const char *const words[] = { "null", "false", "true" };

  switch (json->kind)
    {
    case CHASE_JSON_NUMBER:
      print_number (json->number, out);
      return;
    case CHASE_JSON_STRING:
      print_string (json->string, out);
      return;
    case CHASE_JSON_ARRAY:
    case CHASE_JSON_OBJECT:
      break;
    case CHASE_JSON_NULL:
    case CHASE_JSON_FALSE:
    case CHASE_JSON_TRUE:
    default:
      g_string_append (out, words[json->kind]);
      return;
    }
  g_string_append_c (out, json->keys != NULL ? '{' : '[');
  for (guint i = 0; i < json->items->len; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      if (json->keys != NULL)
        {
          print_string (g_ptr_array_index (json->keys, i), out);
          g_string_append_c (out, ':');
        }
      chase_json_print (g_ptr_array_index (json->items, i), out);
    }
  g_string_append_c (out, json->keys != NULL ? '}' : ']');
}
