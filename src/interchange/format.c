/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "interchange/interchange.h"

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
can_open (ChaseFormat format)
{
  return format == CHASE_FORMAT_CHASE || chase_format_can_read (format)
         || chase_format_holds_source (format, "", 0);
}

char **
chase_format_dup_open_endings (void)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (can_open (endings[i].format))
      g_strv_builder_add (names, endings[i].ending + 1);
  g_strv_builder_add (names, "txt");
  return g_strv_builder_end (names);
}

gboolean
chase_format_holds_source (ChaseFormat format, const char *bytes, gsize length)
{
  static const char mark[] = "id=\"chase-source\"";

  return format == CHASE_FORMAT_SVG || format == CHASE_FORMAT_PNG || format == CHASE_FORMAT_PDF
         || (format == CHASE_FORMAT_HTML && memmem (bytes, length, mark, strlen (mark)) != NULL);
}
