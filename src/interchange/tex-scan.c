/* SPDX-License-Identifier: MIT */
#include "interchange/tex-private.h"
#include "interchange/tex-scan-private.h"
#include "interchange/tex-shown-private.h"
#include "interchange/tikz-private.h"

#include <string.h>

void
chase_tex_scan_add (ChaseTexScan *scan, ChaseSketch *sketch, gsize at, gsize stop)
{
  if (sketch != NULL)
    {
      sketch->line = chase_source_line (scan->source, at);
      if (sketch->name == NULL)
        sketch->name
            = chase_tex_find_label (scan->source->text, scan->source->length, scan->last, at, stop);
      sketch->labelled = sketch->name != NULL;
      g_ptr_array_add (scan->sketches, sketch);
    }
  scan->last = stop;
}

/* What is shown as it is, or not read at all. */
static gsize
skip_shown (ChaseTexScan *scan, gsize at)
{
  return chase_tex_skip_shown (scan->source->text, at, scan->source->length, &scan->missing);
}

static gsize
read_command (ChaseTexScan *scan, gsize at)
{
  static gsize (*const readers[]) (ChaseTexScan *, gsize)
      = { skip_shown, chase_tex_scan_definition, chase_tex_scan_form,
          chase_tex_scan_own_environment, chase_tex_scan_call };
  gsize behind = at;

  for (guint i = 0; i < G_N_ELEMENTS (readers) && behind == at; i++)
    behind = readers[i](scan, at);
  return behind;
}

/* Markdown's fence: "```tikzcd" and the body of an environment. */
static gsize
read_fence (ChaseTexScan *scan, gsize at)
{
  static const char fence[] = "```";
  const char *text = scan->source->text;
  gsize length = scan->source->length;
  gsize body = at + strlen (fence);
  const char *close;
  gsize end;

  if (!chase_tex_at (text, at, length, fence) || (at > 0 && text[at - 1] != '\n'))
    return at;
  if (!chase_tex_at (text, body, length, "tikzcd") && !chase_tex_at (text, body, length, "tikz-cd"))
    return body;
  body = chase_tex_skip_comment (text, body, length);
  close = g_strstr_len (text + body, (gssize)(length - body), fence);
  end = close != NULL ? (gsize)(close - text) : length;
  if (close == NULL || !chase_tex_has_arrow (text + body, end - body)
      || g_strstr_len (text + body, (gssize)(end - body), "\\begin{tikzcd") != NULL)
    return body;
  chase_tex_scan_flush_link (scan);
  chase_tex_scan_add (scan, chase_tikz_read_body (scan->source, NULL, body, end, scan->reported),
                      body, end);
  return end + strlen (fence);
}

/* Where nothing is read at @at: what is next. */
static gsize
skip_sign (const char *text, gsize at, gsize length)
{
  gboolean escapes
      = text[at] == '\\' && at + 1 < length && (text[at + 1] == '%' || text[at + 1] == '\\');

  return escapes ? at + 2 : at + 1;
}

void
chase_tex_scan (ChaseTexScan *scan)
{
  const char *text = scan->source->text;
  gsize length = scan->source->length;
  gsize least = 0;

  for (gsize at = 0; at < length;)
    {
      gsize next = at;

      switch (text[at])
        {
        case '%':
          next = chase_tex_scan_comment (scan, at);
          break;
        case '\\':
          next = read_command (scan, at);
          break;
        case '`':
          next = read_fence (scan, at);
          break;
        case 'q':
          next = chase_tex_scan_link (scan, least, at);
          break;
        default:
          break;
        }
      if (next == at)
        next = skip_sign (text, at, length);
      if (next > at + 2)
        least = next;
      at = next;
    }
  chase_tex_scan_flush_link (scan);
}
