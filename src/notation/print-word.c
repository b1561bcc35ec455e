/* SPDX-License-Identifier: MIT */
#include "notation/print.h"

#include "notation/lexer.h"

#include <math.h>
#include <string.h>

gboolean
chase_notation_is_plain_name (const char *name)
{
  const char *end = notation_scan_name (name);

  return end > name && *end == '\0';
}

/* No name can hold a backquote or a newline: they are replaced. */
static void
append_quoted (GString *out, const char *name)
{
  g_string_append_c (out, '`');
  for (const char *p = name; *p != '\0'; p++)
    g_string_append_c (out, *p == '`' ? '\'' : *p == '\n' || *p == '\r' ? ' ' : *p);
  if (*name == '\0')
    g_string_append_c (out, ' ');
  g_string_append_c (out, '`');
}

void
notation_append_name (GString *out, const char *name)
{
  if (chase_notation_is_plain_name (name))
    g_string_append (out, name);
  else
    append_quoted (out, name);
}

char *
chase_notation_print_name (const char *name)
{
  GString *out = g_string_new (NULL);

  notation_append_name (out, name);
  return g_string_free (out, FALSE);
}

/* A backslash is doubled only where it would be read as an escape. */
void
notation_append_string (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"' || (*p == '\\' && (p[1] == '\\' || p[1] == '"' || p[1] == '\0')))
        g_string_append_c (out, '\\');
      g_string_append_c (out, *p == '\n' || *p == '\r' ? ' ' : *p);
    }
  g_string_append_c (out, '"');
}

char *
chase_notation_print_string (const char *text)
{
  GString *out = g_string_new (NULL);

  notation_append_string (out, text);
  return g_string_free (out, FALSE);
}

static const char *
format_integer (double number, char *end)
{
  guint64 n = (guint64)fabs (number);

  *--end = '\0';
  do
    {
      *--end = (char)('0' + n % 10);
      n /= 10;
    }
  while (n > 0);
  if (number < 0)
    *--end = '-';
  return end;
}

/* A decimal of at most 15 digits survives the way through a double and back, so that %.15g finds
 * the shortest. */
void
notation_append_number (GString *out, double number)
{
  static const char *const formats[] = { "%.15g", "%.16g", "%.17g" };
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isfinite (number))
    number = 0.0;
  if (fabs (number) < 1e15 && number == floor (number))
    {
      g_string_append (out, format_integer (number, buffer + sizeof buffer));
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_ascii_formatd (buffer, sizeof buffer, formats[i], number);
      if (g_ascii_strtod (buffer, NULL) == number)
        break;
    }
  g_string_append (out, buffer);
}

char *
chase_notation_print_number (double number)
{
  GString *out = g_string_new (NULL);

  notation_append_number (out, number);
  return g_string_free (out, FALSE);
}
