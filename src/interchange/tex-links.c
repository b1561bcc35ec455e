/* SPDX-License-Identifier: MIT */
#include "interchange/quiver-private.h"
#include "interchange/tex-private.h"
#include "interchange/tex-scan-private.h"

#include <string.h>

/* Links of quiver in a LaTeX text. */

/* What may stand between the link of a diagram and the diagram itself is no longer than this. */
#define LINK_GAP 400
/* An address begins no farther before its `q=`. */
#define ADDRESS_MAX 300

gsize
chase_tex_scan_comment (ChaseTexScan *scan, gsize at)
{
  gsize end = chase_tex_skip_comment (scan->source->text, at, scan->source->length);
  gsize next = at;

  while (next < end)
    {
      ChaseSketch *sketch = chase_quiver_next_link (scan->source, next, end, &next);

      if (sketch == NULL)
        continue;
      chase_tex_scan_flush_link (scan);
      scan->linked = sketch;
      scan->link_start = at;
      scan->link_end = end;
    }
  return end;
}

gsize
chase_tex_scan_link (ChaseTexScan *scan, gsize least, gsize at)
{
  gsize length = scan->source->length;
  gsize next;
  ChaseSketch *sketch;

  if (at == 0 || at + 1 >= length || scan->source->text[at + 1] != '='
      || strchr ("#?&;", scan->source->text[at - 1]) == NULL)
    return at;
  /* Nothing that was read already is a part of it. */
  least = MAX (least, at > ADDRESS_MAX ? at - ADDRESS_MAX : 0);
  sketch = chase_quiver_next_link (scan->source, least, length, &next);
  if (sketch != NULL)
    {
      chase_tex_scan_flush_link (scan);
      g_ptr_array_add (scan->sketches, sketch);
    }
  return MAX (next, at + 1);
}

void
chase_tex_scan_flush_link (ChaseTexScan *scan)
{
  if (scan->linked != NULL)
    g_ptr_array_add (scan->sketches, g_steal_pointer (&scan->linked));
}

ChaseSketch *
chase_tex_scan_take_link (ChaseTexScan *scan, gsize at, gsize *start)
{
  *start = at;
  if (scan->linked != NULL && at - scan->link_end <= LINK_GAP
      && chase_tex_is_gap (scan->source->text, scan->link_end, at))
    {
      *start = scan->link_start;
      return g_steal_pointer (&scan->linked);
    }
  chase_tex_scan_flush_link (scan);
  return NULL;
}
