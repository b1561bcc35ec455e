/* SPDX-License-Identifier: MIT */
#include "interchange/tex-private.h"
#include "interchange/tex-scan-private.h"

#include <string.h>

/* Calls of macros that make diagrams: what they make is scanned as a text of its own. */

/* They call each other no deeper. */
#define MACROS_DEEP 8
/* Nor do they stand for one another alone. */
#define ALIASES_DEEP 8
/* None has a longer name. */
#define NAME_MAX_LENGTH 60

/* Reads what a macro makes of its arguments, which is in no place of the text. FALSE where it makes
 * no diagram. */
static gboolean
read_expansion (ChaseTexScan *scan, gsize at, gsize stop, const char *expansion)
{
  g_autoptr (GPtrArray) sketches
      = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_sketch_free);
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  ChaseSource source;
  ChaseTexScan inner = { .source = &source,
                         .sketches = sketches,
                         .reported = scan->reported,
                         .macros = scan->macros,
                         .environments = scan->environments,
                         .expanded = scan->expanded,
                         .expanded_max = scan->expanded_max,
                         .depth = scan->depth + 1 };
  guint n;

  chase_source_init (&source, expansion, strlen (expansion), problems);
  source.styles = scan->source->styles;
  chase_tex_scan (&inner);
  scan->expanded = inner.expanded;
  chase_source_pass_on (scan->source, at, problems);
  n = sketches->len;
  while (sketches->len > 0)
    {
      ChaseSketch *sketch = g_ptr_array_steal_index (sketches, 0);

      sketch->start = sketch->stop = 0;
      g_clear_pointer (&sketch->name, g_free);
      chase_tex_scan_add (scan, sketch, at, stop);
    }
  return n > 0;
}

/* What the macro @name at *@at of the text makes; one that stands for another alone, with \let or
 * without an argument, is called with what follows. *@at is then behind the call. NULL where that
 * is none, or more than is opened. */
static char *
expand (ChaseTexScan *scan, const char *name, gsize *at)
{
  g_autofree char *called = g_strdup (name);

  for (guint i = 0; i < ALIASES_DEEP; i++)
    {
      const char *definition = chase_tex_macros_find (scan->macros, called);
      gsize stop = *at;
      g_autofree char *made = NULL;

      if (definition == NULL || scan->expanded > scan->expanded_max)
        return NULL;
      made = chase_tex_macros_expand (definition, called, scan->source->text, &stop,
                                      scan->source->length);
      if (made == NULL)
        return NULL;
      scan->expanded += strlen (made);
      *at = stop;
      g_strstrip (made);
      if (*made != '\\' || chase_tex_skip_command (made, 0, strlen (made)) != strlen (made)
          || chase_tex_macros_find (scan->macros, made) == NULL)
        return g_steal_pointer (&made);
      g_free (called);
      called = g_steal_pointer (&made);
    }
  return NULL;
}

gsize
chase_tex_scan_call (ChaseTexScan *scan, gsize at)
{
  const char *text = scan->source->text;
  gsize stop = chase_tex_skip_command (text, at, scan->source->length);
  g_autofree char *name = NULL;
  g_autofree char *expansion = NULL;
  const char *definition;

  if (scan->depth >= MACROS_DEEP || stop - at < 2 || stop - at > NAME_MAX_LENGTH)
    return at;
  name = g_strndup (text + at, stop - at);
  definition = chase_tex_macros_find (scan->macros, name);
  if (definition == NULL || !chase_tex_macros_make_diagram (scan->macros, definition))
    return at;
  expansion = expand (scan, name, &stop);
  if (expansion != NULL && read_expansion (scan, at, stop, expansion))
    return stop;
  chase_source_warn (scan->source, at, strlen (name),
                     "put the environment itself in place of the macro",
                     "the diagram that the macro %s makes is not read", name);
  return at;
}
