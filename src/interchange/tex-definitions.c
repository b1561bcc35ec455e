/* SPDX-License-Identifier: MIT */
#include "interchange/tex-environments-private.h"
#include "interchange/tex-private.h"
#include "interchange/tex-scan-private.h"

#include <string.h>

/* What a text defines that its diagrams may need. */

/* A longer list of libraries has lost its brace. */
#define LIBRARIES_MAX 1000

/* An environment that makes diagrams, which the text of those needs. */
static gsize
read_environment (ChaseTexScan *scan, gsize at)
{
  const char *text = scan->source->text;
  gsize behind = chase_tex_environments_read (scan->environments, text, at, scan->source->length);
  gsize open = at;

  while (open < behind && text[open] != '{')
    open++;
  if (open < behind)
    {
      gsize close = chase_tex_skip_group (text, open, behind);

      chase_tex_macros_add (scan->macros,
                            chase_tex_tidy (text, open + 1, MAX (close, open + 2) - 1), text + at,
                            behind - at);
    }
  return behind;
}

static gsize
read_library (ChaseTexScan *scan, gsize at)
{
  static const char load[] = "\\usetikzlibrary";
  const char *text = scan->source->text;
  gsize length = scan->source->length;
  gsize open, behind;

  if (!chase_tex_at_command (text, at, length, load))
    return at;
  open = chase_tex_skip_blanks (text, at + strlen (load), length);
  if (open >= length || text[open] != '{')
    return at;
  behind = chase_tex_skip_group (text, open, length);
  if (text[behind - 1] == '}' && behind - at < LIBRARIES_MAX)
    chase_tex_macros_add_library (scan->macros, text + at, behind - at);
  return behind;
}

static gsize
read_styles (ChaseTexScan *scan, gsize at)
{
  const char *text = scan->source->text;
  gsize behind = chase_tex_styles_read (scan->source->styles, text, at, scan->source->length);

  if (behind > at)
    chase_tex_macros_add_styles (scan->macros, text + at, behind - at);
  return behind;
}

static gsize
read_macro (ChaseTexScan *scan, gsize at)
{
  const char *text = scan->source->text;
  gsize behind = chase_tex_macros_read (scan->macros, text, at, scan->source->length);

  if (chase_tex_at_command (text, at, behind, "\\definecolor")
      || chase_tex_at_command (text, at, behind, "\\colorlet"))
    chase_tex_styles_add_colour (scan->source->styles, text + at, behind - at);
  else if (behind > at)
    chase_tex_environments_add_macro (scan->environments, text + at, behind - at);
  return behind;
}

gsize
chase_tex_scan_definition (ChaseTexScan *scan, gsize at)
{
  static gsize (*const readers[]) (ChaseTexScan *, gsize)
      = { read_environment, read_library, read_styles, read_macro };
  gsize behind = at;

  for (guint i = 0; i < G_N_ELEMENTS (readers) && behind == at; i++)
    behind = readers[i](scan, at);
  return behind;
}
