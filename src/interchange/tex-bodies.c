/* SPDX-License-Identifier: MIT */
#include "interchange/tex-scan-private.h"
#include "interchange/tikz-private.h"

#include <string.h>

/* Bodies of diagrams, as they stand or with what macros made of them. */

static ChaseSketch *
read_plain (ChaseSource *source, ChaseTexBody kind, const char *options, gsize body, gsize close,
            GHashTable *reported)
{
  switch (kind)
    {
    case CHASE_TEX_BODY_TIKZCD:
      return chase_tikz_read_body (source, options, body, close, reported);
    case CHASE_TEX_BODY_XYMATRIX:
      return chase_xymatrix_read_body (source, body, close, reported);
    case CHASE_TEX_BODY_AMSCD:
      return chase_amscd_read_body (source, body, close, reported);
    }
  g_assert_not_reached ();
}

ChaseSketch *
chase_tex_scan_read_opened (ChaseTexScan *scan, ChaseTexBody kind, const char *options, gsize at,
                            const char *opened)
{
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  ChaseSource source;
  ChaseSketch *sketch;

  chase_source_init (&source, opened, strlen (opened), problems);
  source.styles = scan->source->styles;
  sketch = read_plain (&source, kind, options, 0, source.length, scan->reported);
  chase_source_pass_on (scan->source, at, problems);
  if (sketch != NULL)
    sketch->defined = TRUE;
  return sketch;
}

ChaseSketch *
chase_tex_scan_read_body (ChaseTexScan *scan, ChaseTexBody kind, const char *options, gsize body,
                          gsize close)
{
  ChaseSource *source = scan->source;
  g_autofree char *failed = NULL;
  g_autofree char *opened = NULL;

  if (scan->expanded <= scan->expanded_max)
    opened = chase_tex_macros_open (scan->macros, source->text, body, close, scan->expanded_max,
                                    &failed);
  scan->expanded += opened != NULL ? strlen (opened) : 0;
  if (failed != NULL)
    chase_source_warn (source, body, 1, "put the arrow itself in place of the macro",
                       "the arrow that the macro %s makes is not read", failed);
  if (opened != NULL)
    return chase_tex_scan_read_opened (scan, kind, options, body, opened);
  return read_plain (source, kind, options, body, close, scan->reported);
}
