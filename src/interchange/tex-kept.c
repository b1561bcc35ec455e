/* SPDX-License-Identifier: MIT */
#include "interchange/tex-literate-private.h"
#include "interchange/tex-private.h"
#include "interchange/tex-scan-private.h"
#include "interchange/verbatim-private.h"

#include <string.h>

/* What is kept of a text beside its diagrams: how each of them was written, and what the words mean
 * that stand in it. */

void
chase_tex_keep_texts (const ChaseTexScan *scan, const char *original, gboolean literate)
{
  const char *text = scan->source->text;
  gsize length = scan->source->length;
  gboolean defines
      = scan->environments->len > 0 || g_hash_table_size (scan->source->styles->styles) > 0;

  for (guint i = 0; i < scan->sketches->len; i++)
    {
      ChaseSketch *sketch = g_ptr_array_index (scan->sketches, i);
      g_autofree char *line = NULL;

      if (sketch->stop == 0)
        continue;
      if (literate)
        chase_tex_show_code (sketch);
      sketch->defined = sketch->defined || defines;
      if (scan->sketches->len == 1 && chase_tex_is_gap (text, 0, sketch->start)
          && chase_tex_is_gap (text, sketch->stop, length))
        {
          chase_verbatim_note (sketch, original, length);
          continue;
        }
      line = g_strdup_printf ("%.*s\n", (int)(sketch->stop - sketch->start), text + sketch->start);
      chase_verbatim_note (sketch, line, strlen (line));
    }
}

void
chase_tex_keep_macros (const ChaseTexScan *scan)
{
  g_autoptr (GHashTable) used = g_hash_table_new (NULL, NULL);
  gboolean kept = FALSE;

  for (guint i = 0; i < scan->sketches->len; i++)
    {
      const ChaseSketch *sketch = g_ptr_array_index (scan->sketches, i);
      g_autofree char *body = NULL;

      for (guint32 j = 0; j < sketch->n; j++)
        chase_tex_macros_use (scan->macros, chase_sketch_get (sketch, j)->label, used);
      if (sketch->stop == 0)
        continue;
      body = g_strndup (scan->source->text + sketch->start, sketch->stop - sketch->start);
      chase_tex_macros_use (scan->macros, body, used);
      kept = TRUE;
    }
  if (kept)
    chase_tex_macros_use_settings (scan->macros, used);
  if (g_hash_table_size (used) > 0)
    scan->source->macros = chase_tex_macros_text (scan->macros, used);
}
