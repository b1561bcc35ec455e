/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "interchange/interchange.h"

#include "interchange/quiver-private.h"

#include <string.h>

/*
 * What a text is, told by how it begins. A text of our own may speak of any other format in a label
 * or a comment, and begins with comments that are no words of it; prose in LaTeX may begin with a
 * word of ours. So a word counts only with what must follow it.
 */

#define OUR_NAME "(?:`[^`\\r\\n]+`|[A-Za-z_\\x80-\\xff][\\w'\\x80-\\xff]*+)"
#define OUR_COMMENTS "(?:[\\s;]|#[^\\r\\n]*+)*+"
#define DOT_COMMENTS "(?:\\s|//[^\\n]*+|/\\*.*?\\*/|#[^\\n]*+)*+"
#define DOT_NAME "(?:\"(?:[^\"\\\\]|\\\\.)*+\"|[\\w.\\x80-\\xff-]+)?"

static const struct
{
  ChaseFormat format;
  const char *beginning;
} beginnings[] = {
  { CHASE_FORMAT_QUIVER_JSON, "\\s*\\[" },
  { CHASE_FORMAT_SVG, "\\s*(?:<svg\\b|(?:<\\?xml|<!--|<!doctype\\s+svg)(?=.*<svg\\b))" },
  { CHASE_FORMAT_HTML, "\\s*<(?:!doctype\\s+html|html)\\b" },
  { CHASE_FORMAT_DOT, DOT_COMMENTS
    "(?:strict\\s+)?+(?:digraph\\b|graph\\b" DOT_COMMENTS DOT_NAME DOT_COMMENTS "\\{)" },
  { CHASE_FORMAT_CHASE,
    OUR_COMMENTS "(?-i:(?:category|diagram)\\s+" OUR_NAME "\\s*[\"{=]"
                 "|category\\s+" OUR_NAME "(?:\\s*\"[^\\r\\n]*\")?\\s*table\\s*\\{"
                 "|diagram\\s+" OUR_NAME "(?:\\s*\"[^\\r\\n]*\")?\\s+in\\s[^\\\\{}]*\\{"
                 "|(?:(?:contravariant\\s+)?functor|transformation)\\s+" OUR_NAME "\\s*:"
                 "|macros\\s*[\"{])" },
};

static ChaseFormat
by_beginning (const char *bytes, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    {
      g_autoptr (GRegex) regex
          = g_regex_new (beginnings[i].beginning, G_REGEX_RAW | G_REGEX_CASELESS | G_REGEX_DOTALL,
                         G_REGEX_MATCH_ANCHORED, NULL);

      if (g_regex_match_full (regex, bytes, length, 0, G_REGEX_MATCH_ANCHORED, NULL, NULL))
        return beginnings[i].format;
    }
  return CHASE_FORMAT_UNKNOWN;
}

static gboolean
contains (const char *bytes, gsize length, const char *word)
{
  return memmem (bytes, length, word, strlen (word)) != NULL;
}

/* fletcher's diagrams are recognised by their cells too: what is pasted has no import. */
static gboolean
is_typst (const char *bytes, gsize length)
{
  return contains (bytes, length, "fletcher") || contains (bytes, length, "commutative-diagram(")
         || (contains (bytes, length, "diagram(")
             && (contains (bytes, length, "node(") || contains (bytes, length, "edge(")));
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
  return is_typst (bytes, length) ? CHASE_FORMAT_FLETCHER : CHASE_FORMAT_UNKNOWN;
}

static gboolean
begins (const char *bytes, gsize length, const char *word)
{
  return length >= strlen (word) && memcmp (bytes, word, strlen (word)) == 0;
}

ChaseFormat
chase_format_sniff (const char *bytes, gsize length)
{
  ChaseFormat format;
  gsize mark = begins (bytes, length, "\xef\xbb\xbf") ? 3 : 0;

  if (begins (bytes, length, "\x89PNG"))
    return CHASE_FORMAT_PNG;
  if (begins (bytes, length, "%PDF-"))
    return CHASE_FORMAT_PDF;
  format = by_beginning (bytes + mark, length - mark);
  if (format == CHASE_FORMAT_UNKNOWN)
    format = by_content (bytes, length);
  if (format != CHASE_FORMAT_UNKNOWN)
    return format;
  return g_utf8_validate_len (bytes, length, NULL) ? CHASE_FORMAT_CHASE : CHASE_FORMAT_UNKNOWN;
}
