/* SPDX-License-Identifier: MIT */
#include "interchange/tex-private.h"
#include "interchange/tex-scan-private.h"

#include <string.h>

/* Where ends what begins, found in linear time however much has no end. */

/* After so many environments without an end, an end is looked for no farther than this, and less
 * far after each, down to the least. */
#define UNCLOSED_MAX 20
#define UNCLOSED_REACH 20000
#define UNCLOSED_LEAST 500

/* The sign of a comment is looked for no farther before what it hides. */
#define COMMENT_REACH 200

/* How far an end is looked for that belongs to what begins at @at. */
static gsize
reach_of (const ChaseTexScan *scan, gsize at)
{
  const gsize all = UNCLOSED_REACH * UNCLOSED_MAX;

  if (scan->unclosed <= UNCLOSED_MAX)
    return scan->source->length;
  return MIN (scan->source->length, at + MAX (UNCLOSED_LEAST, all / scan->unclosed));
}

/* Is what stands at @at behind the sign of a comment? */
static gboolean
is_commented (const char *text, gsize at)
{
  const gsize least = at > COMMENT_REACH ? at - COMMENT_REACH : 0;

  while (at > least && text[at - 1] != '\n')
    {
      at--;
      if (text[at] == '%' && (at == 0 || text[at - 1] != '\\'))
        return TRUE;
    }
  return FALSE;
}

gboolean
chase_tex_scan_find_close (ChaseTexScan *scan, gsize at, const char *begin, const char *end,
                           gsize *close)
{
  const char *text = scan->source->text;
  gsize length = reach_of (scan, at);
  gsize depth = 1;

  scan->unclosed++;
  while (at < length)
    {
      const char *found = memchr (text + at, '\\', length - at);

      if (found == NULL)
        return FALSE;
      at = (gsize)(found - text);
      if (chase_tex_at (text, at, length, begin))
        depth += !is_commented (text, at);
      else if (chase_tex_at (text, at, length, end) && !is_commented (text, at) && --depth == 0)
        {
          *close = at;
          scan->unclosed--;
          return TRUE;
        }
      at += 2;
    }
  return FALSE;
}

gsize
chase_tex_scan_skip_group (ChaseTexScan *scan, gsize open)
{
  gsize close = chase_tex_skip_group (scan->source->text, open, reach_of (scan, open));

  if (scan->source->text[close - 1] == '}')
    return close;
  scan->unclosed++;
  return 0;
}

gsize
chase_tex_scan_report_unclosed (ChaseTexScan *scan, gsize at, const char *begin, const char *end)
{
  chase_source_error (scan->source, at, strlen (begin), NULL, "this environment has no %s", end);
  return at + strlen (begin);
}
