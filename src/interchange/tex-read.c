/* SPDX-License-Identifier: MIT */
#include "interchange/tex-environments-private.h"
#include "interchange/tex-literate-private.h"
#include "interchange/tex-private.h"
#include "interchange/tex-scan-private.h"
#include "interchange/tex-shown-private.h"
#include "interchange/tikz-private.h"
#include "interchange/verbatim-private.h"

#include <string.h>

/* A LaTeX text, or what one copies out of such a text, as a reader gets it. */

/* What macros make of a text is no longer than the text, and this. */
#define EXPANDED_FREE 10000

/* Diagrams of a text with several are called by their lines where nothing else names them. */
static void
name_by_lines (const GPtrArray *sketches)
{
  for (guint i = 0; sketches->len > 1 && i < sketches->len; i++)
    {
      ChaseSketch *sketch = g_ptr_array_index (sketches, i);

      if (sketch->name == NULL)
        sketch->name = g_strdup_printf ("line_%u", sketch->line);
    }
}

/* @learned is the name of an environment that a package of the author's defines, and which is taken
 * for one of tikz-cd; or NULL. */
static void
scan_text (ChaseTexScan *scan, const char *original, gboolean literate, const char *learned)
{
  g_autoptr (ChaseTexMacros) macros = chase_tex_macros_new ();
  g_autoptr (GPtrArray) environments = chase_tex_environments_new ();

  scan->macros = macros;
  scan->environments = environments;
  scan->missing = 0;
  if (learned != NULL)
    chase_tex_environments_learn (environments, learned);
  chase_tex_scan (scan);
  chase_tex_keep_texts (scan, original, literate);
  name_by_lines (scan->sketches);
  chase_tex_keep_macros (scan);
  scan->macros = NULL;
  scan->environments = NULL;
}

/* Where there is no diagram, the innermost environment around the first arrow may be one. */
static void
scan_anew (ChaseTexScan *scan, const char *original, gboolean literate)
{
  g_autofree char *name = chase_tex_around_arrow (scan->source->text, scan->source->length);

  if (name != NULL)
    scan_text (scan, original, literate, name);
}

/* The body of an environment alone, as one copies it. */
static void
read_bare (ChaseTexScan *scan)
{
  const char *text = scan->source->text;
  g_autofree char *whole = NULL;
  ChaseSketch *sketch;
  gsize end = scan->source->length;
  gsize start = chase_tex_skip_blanks (text, 0, end);
  gsize before = 0;

  if (chase_tex_at (text, start, end, "\\["))
    before = start = start + 2;
  while (end > start && g_ascii_isspace (text[end - 1]))
    end--;
  if (end - start >= 2 && memcmp (text + end - 2, "\\]", 2) == 0)
    end -= 2;
  sketch = chase_tikz_read_body (scan->source, NULL, start, end, scan->reported);
  chase_tex_scan_add (scan, sketch, start, end);
  if (sketch == NULL)
    return;
  whole = g_strdup_printf ("\\begin{tikzcd}\n%.*s\n\\end{tikzcd}\n", (int)(end - before),
                           text + before);
  chase_verbatim_note (sketch, whole, strlen (whole));
}

void
chase_tex_read (ChaseSource *source, GPtrArray *sketches)
{
  const char *original = source->text;
  gboolean literate = chase_tex_is_literate (source->text, source->length);
  g_autofree char *plain = chase_tex_without_prefixes (source->text, source->length);
  g_autofree char *tight = NULL;
  g_autoptr (GHashTable) reported = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  ChaseTexScan scan = { .source = source,
                        .sketches = sketches,
                        .reported = reported,
                        .expanded_max = source->length + EXPANDED_FREE };
  guint before = sketches->len;

  if (plain != NULL)
    source->text = plain;
  tight = chase_tex_without_gaps (source->text, source->length);
  if (tight != NULL)
    source->text = tight;
  source->styles = chase_tex_styles_new ();
  scan_text (&scan, original, literate, NULL);
  if (sketches->len == before && source->reports == 0
      && chase_tex_has_arrow (source->text, source->length))
    scan_anew (&scan, original, literate);
  if (sketches->len > before || source->reports > 0)
    return;
  if (chase_tex_has_arrow (source->text, source->length))
    read_bare (&scan);
  else
    chase_source_error (source, 0, 1,
                        scan.picture > 0
                            ? "of a tikzpicture only nodes with arrows between them, in a "
                              "\\matrix or placed one by one, are read: draw it as a tikzcd "
                              "environment"
                            : NULL,
                        "there is no diagram in this text");
}
