/* SPDX-License-Identifier: MIT */
#include "interchange/dot-private.h"

#include "interchange/tex-private.h"
#include "interchange/typst-words-private.h"

#include "typeset/symbols.h"

#include <string.h>

/* The mathematics of LaTeX as that of Typst. Groups nested deeper than this are put in
 * quotes. */
#define DEPTH_MAX 30

typedef struct
{
  GString *out;
  gboolean whole;
  guint depth;
} Writer;

static void
write_math (Writer *writer, const char *text, gsize length);

/* Is the end of what was written a name of several letters, which a parenthesis would call? */
static gboolean
ends_with_name (const GString *out)
{
  gsize at = out->len;

  while (at > 0 && (g_ascii_isalnum (out->str[at - 1]) || out->str[at - 1] == '.'))
    at--;
  return out->len - at >= 2 && g_ascii_isalpha (out->str[at]);
}

/* Typst runs letters together into a name, a name with a point behind it, and calls one that has a
 * parenthesis: what stands alone is set apart. */
static void
word (Writer *writer, const char *text)
{
  gsize n = writer->out->len;
  const char *before
      = n > 0 ? g_utf8_find_prev_char (writer->out->str, writer->out->str + n) : NULL;
  gboolean joined = before != NULL && g_unichar_isalnum (g_utf8_get_char (before));

  if ((joined && g_unichar_isalnum (g_utf8_get_char (text)))
      || (joined && (*text == '.' || *text == '(') && ends_with_name (writer->out)))
    g_string_append_c (writer->out, ' ');
  g_string_append (writer->out, text);
}

/* Do the parentheses of @text close each other, kind by kind? Those that are escaped or in a string
 * do not count. */
static gboolean
is_balanced (const char *text)
{
  char open[DEPTH_MAX];
  guint depth = 0;
  gboolean quoted = FALSE;

  for (; *text != '\0'; text++)
    if (*text == '\\' && text[1] != '\0')
      text++;
    else if (*text == '"')
      quoted = !quoted;
    else if (!quoted && strchr ("([{", *text) != NULL)
      {
        if (depth == G_N_ELEMENTS (open))
          return FALSE;
        open[depth++] = *text == '(' ? ')' : *text == '[' ? ']' : '}';
      }
    else if (!quoted && strchr (")]}", *text) != NULL && (depth == 0 || open[--depth] != *text))
      return FALSE;
  return depth == 0;
}

/* What stands in the parentheses of a script or a function: @commas are escaped in the latter. */
static void
append_enclosed (GString *out, const char *inside, gboolean commas)
{
  gboolean balanced = is_balanced (inside);
  gboolean quoted = FALSE;
  gint depth = 0;

  if (*inside == '\0')
    {
      g_string_append (out, "\"\"");
      return;
    }
  for (const char *p = inside; *p != '\0'; p++)
    {
      if (*p == '\\' && p[1] != '\0')
        g_string_append_c (out, *p++);
      else if (*p == '"')
        quoted = !quoted;
      else if (!quoted
               && ((commas && depth == 0 && strchr (",;", *p) != NULL)
                   || (!balanced && strchr ("()[]{}", *p) != NULL)))
        g_string_append_c (out, '\\');
      else if (!quoted && balanced)
        depth += (strchr ("([{", *p) != NULL) - (strchr (")]}", *p) != NULL);
      g_string_append_c (out, *p);
    }
}

static gsize
bounds (const char *text, gsize at, gsize length, gsize *start, gsize *end)
{
  gsize stop;

  at = chase_tex_skip_blanks (text, at, length);
  *start = at;
  if (at >= length)
    stop = at;
  else if (text[at] == '{')
    {
      stop = chase_tex_skip_group (text, at, length);
      *start = at + 1;
      *end = MAX (at + 1, text[stop - 1] == '}' ? stop - 1 : stop);
      return stop;
    }
  else if (text[at] == '\\')
    stop = chase_tex_skip_command (text, at, length);
  else
    stop = MIN (length, (gsize)(g_utf8_next_char (text + at) - text));
  *end = stop;
  return stop;
}

typedef enum
{
  PLACE_OPEN,
  PLACE_SCRIPT,   /* in parentheses */
  PLACE_FUNCTION, /* in parentheses, where commas part arguments */
} Place;

/* Writes the argument at @at as mathematics; returns what is behind it. */
static gsize
write_argument (Writer *writer, const char *text, gsize at, gsize length, Place place)
{
  gsize start, end;
  gsize next = bounds (text, at, length, &start, &end);
  Writer inner = { g_string_new (NULL), TRUE, writer->depth + 1 };

  if (writer->depth < DEPTH_MAX)
    write_math (&inner, text + start, end - start);
  else
    writer->whole = FALSE;
  writer->whole = writer->whole && inner.whole;
  g_strstrip (inner.out->str);
  if (place != PLACE_OPEN)
    append_enclosed (writer->out, inner.out->str, place == PLACE_FUNCTION);
  else if (*inner.out->str != '\0')
    word (writer, inner.out->str);
  g_string_free (inner.out, TRUE);
  return next;
}

static void
write_quoted (Writer *writer, const char *text, gsize length)
{
  word (writer, "\"");
  for (gsize i = 0; i < length; i++)
    {
      if (text[i] == '"' || text[i] == '\\')
        g_string_append_c (writer->out, '\\');
      g_string_append_c (writer->out, text[i]);
    }
  g_string_append_c (writer->out, '"');
}

static gsize
write_text (Writer *writer, const char *text, gsize at, gsize length)
{
  gsize start, end;
  gsize next = bounds (text, at, length, &start, &end);

  write_quoted (writer, text + start, end - start);
  return next;
}

static gsize
write_fraction (Writer *writer, const char *text, gsize at, gsize length)
{
  word (writer, "frac(");
  at = write_argument (writer, text, at, length, PLACE_FUNCTION);
  g_string_append (writer->out, ", ");
  at = write_argument (writer, text, at, length, PLACE_FUNCTION);
  g_string_append_c (writer->out, ')');
  return at;
}

static gboolean
write_symbol (Writer *writer, const char *name)
{
  const char *known = chase_typst_symbol (name);
  const ChaseSymbol *symbol;
  char utf8[8] = { 0 };

  if (known != NULL)
    {
      word (writer, known);
      return TRUE;
    }
  symbol = chase_symbol_find (name);
  if (symbol == NULL)
    return FALSE;
  switch ((ChaseSymbolKind)symbol->kind)
    {
    case CHASE_SYMBOL_CHAR:
    case CHASE_SYMBOL_GREEK:
    case CHASE_SYMBOL_GREEK_UP:
    case CHASE_SYMBOL_GREEK_IT:
    case CHASE_SYMBOL_BIGOP:
    case CHASE_SYMBOL_INTEGRAL:
      if (strchr ("#$\"&/_^\\", symbol->value) != NULL && symbol->value < 128)
        g_string_append_c (writer->out, '\\');
      g_unichar_to_utf8 ((gunichar)symbol->value, utf8);
      word (writer, utf8);
      return TRUE;
    case CHASE_SYMBOL_NAME:
    case CHASE_SYMBOL_NAME_LIMITS:
      write_quoted (writer, name, strlen (name));
      return TRUE;
    case CHASE_SYMBOL_SPACE:
      g_string_append (writer->out, symbol->value > 2 ? " " : "");
      return TRUE;
    case CHASE_SYMBOL_STYLE:
    case CHASE_SYMBOL_SIZE:
    case CHASE_SYMBOL_BIG:
    case CHASE_SYMBOL_CLASS:
      return TRUE;
    default:
      return FALSE;
    }
}

static gsize
write_command (Writer *writer, const char *text, gsize at, gsize length)
{
  gsize stop = chase_tex_skip_command (text, at, length);
  g_autofree char *name = g_strndup (text + at + 1, stop - at - 1);
  const char *function;

  if (strcmp (name, "\\") == 0)
    {
      g_string_append (writer->out, " \\ ");
      return stop;
    }
  if (strcmp (name, "frac") == 0 || strcmp (name, "dfrac") == 0 || strcmp (name, "tfrac") == 0)
    return write_fraction (writer, text, stop, length);
  if (strcmp (name, "mathrm") == 0 || strcmp (name, "operatorname") == 0
      || g_str_has_prefix (name, "text"))
    return write_text (writer, text, stop, length);
  if (strcmp (name, "left") == 0 || strcmp (name, "right") == 0)
    return stop < length && text[stop] == '.' ? stop + 1 : stop;
  function = chase_typst_function (name);
  if (function != NULL)
    {
      word (writer, function);
      g_string_append_c (writer->out, '(');
      stop = write_argument (writer, text, stop, length, PLACE_FUNCTION);
      g_string_append_c (writer->out, ')');
      return stop;
    }
  if (write_symbol (writer, name))
    return stop;
  write_quoted (writer, name, strlen (name));
  writer->whole = FALSE;
  return stop;
}

static gsize
write_script (Writer *writer, const char *text, gsize at, gsize length)
{
  gsize start, end;
  gsize next = bounds (text, at + 1, length, &start, &end);
  gboolean bare = end - start == 1 && g_ascii_isalnum (text[start]);

  /* A script hangs on something. */
  if (writer->out->len == 0 || strchr (" (", writer->out->str[writer->out->len - 1]) != NULL)
    g_string_append (writer->out, "\"\"");
  g_string_append_c (writer->out, text[at]);
  g_string_append (writer->out, bare ? "" : "(");
  write_argument (writer, text, at + 1, length, bare ? PLACE_OPEN : PLACE_SCRIPT);
  g_string_append (writer->out, bare ? "" : ")");
  return next;
}

static void
write_math (Writer *writer, const char *text, gsize length)
{
  for (gsize at = 0; at < length;)
    {
      char c = text[at];
      gsize next = MIN (length, (gsize)(g_utf8_next_char (text + at) - text));
      g_autofree char *one = NULL;

      if (c == '\\')
        at = write_command (writer, text, at, length);
      else if (c == '^' || c == '_')
        at = write_script (writer, text, at, length);
      else if (c == '{')
        at = write_argument (writer, text, at, length, PLACE_OPEN);
      else if (c == '}' || c == '$' || c == '&' || c == '%')
        at++;
      else if (c == '~' || g_ascii_isspace (c))
        {
          if (writer->out->len > 0 && writer->out->str[writer->out->len - 1] != ' ')
            g_string_append_c (writer->out, ' ');
          at++;
        }
      else if (g_ascii_isdigit (c) && at > 0 && g_ascii_isdigit (text[at - 1]))
        {
          g_string_append_c (writer->out, c);
          at++;
        }
      else
        {
          one = g_strndup (text + at, next - at);
          if (strchr ("#/\"", c) != NULL)
            g_string_append_c (writer->out, '\\');
          word (writer, one);
          at = next;
        }
    }
}

char *
chase_typst_from_latex (const char *latex, gboolean *whole)
{
  Writer writer = { g_string_new (NULL), TRUE, 0 };

  write_math (&writer, latex, strlen (latex));
  *whole = *whole && writer.whole;
  g_strchomp (writer.out->str);
  g_string_set_size (writer.out, strlen (writer.out->str));
  /* It would escape what comes next. */
  if (g_str_has_suffix (writer.out->str, "\\"))
    g_string_append_c (writer.out, ' ');
  return g_strchug (g_string_free (writer.out, FALSE));
}
