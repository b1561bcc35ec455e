/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "interchange/interchange.h"

#include "interchange/quiver-private.h"

#include <string.h>

static const struct
{
  const char *ending;
  ChaseFormat format;
} endings[] = {
  { ".chase", CHASE_FORMAT_CHASE },      { ".tex", CHASE_FORMAT_TIKZCD },
  { ".md", CHASE_FORMAT_TIKZCD },        { ".lhs", CHASE_FORMAT_TIKZCD },
  { ".tree", CHASE_FORMAT_TIKZCD },      { ".agda", CHASE_FORMAT_TIKZCD },
  { ".json", CHASE_FORMAT_QUIVER_JSON }, { ".url", CHASE_FORMAT_QUIVER_URL },
  { ".gv", CHASE_FORMAT_DOT },           { ".dot", CHASE_FORMAT_DOT },
  { ".typ", CHASE_FORMAT_FLETCHER },     { ".v", CHASE_FORMAT_ROCQ },
  { ".lean", CHASE_FORMAT_LEAN },        { ".svg", CHASE_FORMAT_SVG },
  { ".png", CHASE_FORMAT_PNG },          { ".pdf", CHASE_FORMAT_PDF },
  { ".html", CHASE_FORMAT_HTML },        { ".htm", CHASE_FORMAT_HTML },
};

ChaseFormat
chase_format_from_name (const char *name)
{
  const char *dot = strrchr (name, '.');

  if (dot == NULL || strchr (dot, '/') != NULL)
    return CHASE_FORMAT_UNKNOWN;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_ascii_strcasecmp (dot, endings[i].ending) == 0)
      return endings[i].format;
  return CHASE_FORMAT_UNKNOWN;
}

static gboolean
contains (const char *bytes, gsize length, const char *word)
{
  return memmem (bytes, length, word, strlen (word)) != NULL;
}

static gboolean
begins (const char *bytes, gsize length, const char *word)
{
  return length >= strlen (word) && memcmp (bytes, word, strlen (word)) == 0;
}

static gboolean
begins_word (const char *bytes, gsize length, const char *word)
{
  gsize n = strlen (word);

  return begins (bytes, length, word)
         && (length == n || g_ascii_isspace (bytes[n]) || bytes[n] == '{');
}

/* The JSON of quiver begins with two brackets' worth of numbers; a `.chase` never begins with a
 * bracket. */
static ChaseFormat
by_first_sign (const char *bytes, gsize length)
{
  if (begins (bytes, length, "["))
    return CHASE_FORMAT_QUIVER_JSON;
  if (begins (bytes, length, "<svg")
      || (begins (bytes, length, "<?xml") && contains (bytes, length, "<svg")))
    return CHASE_FORMAT_SVG;
  if (begins_word (bytes, length, "digraph") || begins_word (bytes, length, "graph")
      || begins_word (bytes, length, "strict"))
    return CHASE_FORMAT_DOT;
  return CHASE_FORMAT_UNKNOWN;
}

static ChaseFormat
by_content (const char *bytes, gsize length)
{
  static const char *const commands[]
      = { "\\begin{tikzcd}", "\\xymatrix", "\\begin{CD}", "\\arrow[", "\\ar[" };

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (contains (bytes, length, commands[i]))
      return CHASE_FORMAT_TIKZCD;
  if (chase_quiver_has_link (bytes, length))
    return CHASE_FORMAT_QUIVER_URL;
  if (contains (bytes, length, "fletcher") || contains (bytes, length, "commutative-diagram("))
    return CHASE_FORMAT_FLETCHER;
  return CHASE_FORMAT_UNKNOWN;
}

ChaseFormat
chase_format_sniff (const char *bytes, gsize length)
{
  ChaseFormat format;
  gsize i = 0;

  if (begins (bytes, length, "\x89PNG"))
    return CHASE_FORMAT_PNG;
  if (begins (bytes, length, "%PDF-"))
    return CHASE_FORMAT_PDF;
  if (begins (bytes, length, "\xef\xbb\xbf"))
    i = 3;
  while (i < length && g_ascii_isspace (bytes[i]))
    i++;
  format = by_first_sign (bytes + i, length - i);
  if (format == CHASE_FORMAT_UNKNOWN)
    format = by_content (bytes, length);
  if (format != CHASE_FORMAT_UNKNOWN)
    return format;
  return g_utf8_validate_len (bytes, length, NULL) ? CHASE_FORMAT_CHASE : CHASE_FORMAT_UNKNOWN;
}

gboolean
chase_format_holds_source (ChaseFormat format, const char *bytes, gsize length)
{
  return format == CHASE_FORMAT_SVG || format == CHASE_FORMAT_PNG || format == CHASE_FORMAT_PDF
         || (format == CHASE_FORMAT_HTML && contains (bytes, length, "id=\"chase-source\""));
}
