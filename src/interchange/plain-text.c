/* SPDX-License-Identifier: MIT */
#include "interchange/plain-text-private.h"

#include "interchange/tex-private.h"

#include "typeset/symbols.h"

#include <string.h>

/* Deeper groups than these are flattened. */
#define DEPTH_MAX 20

typedef struct
{
  GString *out;
  ChaseAlphabet alphabet;
  guint depth;
} Writer;

static void
write_plain (Writer *writer, const char *text, gsize length);

static void
write_character (Writer *writer, gunichar c)
{
  g_string_append_unichar (writer->out, chase_character_style (c, writer->alphabet));
}

/* The bounds of the argument at @at: a group's inside, a command, or one character. Returns what
 * comes behind it. */
static gsize
argument (const char *text, gsize at, gsize length, gsize *start, gsize *end)
{
  gsize stop;

  at = chase_tex_skip_blanks (text, at, length);
  if (at < length && text[at] == '{')
    {
      stop = chase_tex_skip_group (text, at, length);
      *start = at + 1;
      *end = MAX (at + 1, text[stop - 1] == '}' ? stop - 1 : stop);
      return stop;
    }
  *start = at;
  if (at < length && text[at] == '\\')
    at = chase_tex_skip_command (text, at, length);
  else if (at < length)
    at = MIN (length, (gsize)(g_utf8_next_char (text + at) - text));
  *end = at;
  return at;
}

/* Scripts become small characters where all of them have one. */
static gsize
write_script (Writer *writer, const char *text, gsize at, gsize length)
{
  gboolean above = text[at] == '^';
  gsize start, end;
  gsize next = argument (text, at + 1, length, &start, &end);
  g_autoptr (GString) plain = g_string_new (NULL);
  g_autoptr (GString) small = g_string_new (NULL);
  Writer inner = { plain, CHASE_ALPHABET_ROMAN, writer->depth + 1 };

  if (writer->depth >= DEPTH_MAX)
    return next;
  write_plain (&inner, text + start, end - start);
  for (const char *p = plain->str; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gunichar s = above ? chase_character_to_superscript (c) : chase_character_to_subscript (c);

      if (c == 0x2032 && above)
        s = c;
      if (s == 0)
        {
          g_string_append_printf (writer->out, "%c%s", above ? '^' : '_', plain->str);
          return next;
        }
      g_string_append_unichar (small, s);
    }
  g_string_append (writer->out, small->str);
  return next;
}

static gsize
write_styled (Writer *writer, ChaseAlphabet alphabet, const char *text, gsize at, gsize length)
{
  gsize start, end;
  gsize next = argument (text, at, length, &start, &end);
  Writer inner = { writer->out, alphabet, writer->depth + 1 };

  if (writer->depth < DEPTH_MAX)
    write_plain (&inner, text + start, end - start);
  return next;
}

static gsize
write_command (Writer *writer, const char *text, gsize at, gsize length)
{
  gsize stop = chase_tex_skip_command (text, at, length);
  g_autofree char *name = g_strndup (text + at + 1, stop - at - 1);
  const ChaseSymbol *symbol = chase_symbol_find (name);

  if (symbol == NULL)
    {
      g_string_append (writer->out, name);
      return stop;
    }
  switch ((ChaseSymbolKind)symbol->kind)
    {
    case CHASE_SYMBOL_CHAR:
    case CHASE_SYMBOL_GREEK:
    case CHASE_SYMBOL_GREEK_UP:
    case CHASE_SYMBOL_GREEK_IT:
    case CHASE_SYMBOL_BIGOP:
    case CHASE_SYMBOL_INTEGRAL:
      g_string_append_unichar (writer->out, (gunichar)symbol->value);
      break;
    case CHASE_SYMBOL_NAME:
    case CHASE_SYMBOL_NAME_LIMITS:
      g_string_append (writer->out, name);
      break;
    case CHASE_SYMBOL_ALPHABET:
      return write_styled (writer, (ChaseAlphabet)symbol->value, text, stop, length);
    case CHASE_SYMBOL_TEXT:
      return write_styled (writer, CHASE_ALPHABET_ROMAN, text, stop, length);
    case CHASE_SYMBOL_SPACE:
      if (symbol->value > 2)
        g_string_append_c (writer->out, ' ');
      break;
    default:
      break;
    }
  return stop;
}

static void
write_plain (Writer *writer, const char *text, gsize length)
{
  for (gsize at = 0; at < length;)
    switch (text[at])
      {
      case '\\':
        at = write_command (writer, text, at, length);
        break;
      case '^':
      case '_':
        at = write_script (writer, text, at, length);
        break;
      case '{':
      case '}':
      case '$':
        at++;
        break;
      case '~':
        g_string_append_c (writer->out, ' ');
        at++;
        break;
      default:
        write_character (writer, g_utf8_get_char (text + at));
        at = (gsize)(g_utf8_next_char (text + at) - text);
        break;
      }
}

char *
chase_latex_to_plain (const char *latex)
{
  Writer writer = { g_string_new (NULL), CHASE_ALPHABET_ROMAN, 0 };

  write_plain (&writer, latex, strlen (latex));
  return g_strstrip (g_string_free (writer.out, FALSE));
}

char *
chase_plain_to_latex (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  guint letters = 0;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      letters = g_unichar_isalpha (g_utf8_get_char (p)) ? letters + 1 : 0;
      if (letters >= 3)
        return g_strdup_printf ("\\text{%s}", valid);
    }
  return g_steal_pointer (&valid);
}
