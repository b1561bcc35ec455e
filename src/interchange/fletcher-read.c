/* SPDX-License-Identifier: MIT */
#include "interchange/fletcher-read-private.h"

#include "interchange/dot-private.h"
#include "interchange/linked-private.h"

#include <string.h>

/*
 * Reading the diagrams of Typst's packages fletcher and commute: calls of `node` and `edge` (`arr`)
 * one after the other, in code, or in the cells of a formula `$ A edge(f, ->) & B $`. Ends that are
 * not written are those of the nodes before and after.
 */

static ChaseSketch *
read_diagram (ChaseSource *source, gsize start, gsize end, gboolean commute, GHashTable *unknown)
{
  ChaseFletcherReader reader
      = { .source = source, .commute = commute, .sketch = chase_sketch_new () };

  reader.unknown = unknown;
  reader.contents = chase_name_table_new ();
  reader.calls = g_array_new (FALSE, FALSE, sizeof (ChaseFletcherCall));
  g_array_set_clear_func (reader.calls, chase_fletcher_call_clear);
  reader.nodes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reader.places = g_hash_table_new (NULL, NULL);
  reader.lets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  chase_fletcher_find_calls (&reader, start, end);
  chase_fletcher_read_nodes (&reader);
  chase_fletcher_read_edges (&reader);
  g_hash_table_unref (reader.lets);
  g_hash_table_unref (reader.nodes);
  g_hash_table_unref (reader.places);
  g_array_unref (reader.calls);
  chase_name_table_free (reader.contents);
  return reader.sketch;
}

static void
read_all (ChaseSource *source, GPtrArray *sketches)
{
  g_autoptr (GHashTable) unknown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *text = source->text;
  guint before = sketches->len;
  gsize last = 0;

  for (gsize at = 0; at < source->length;)
    {
      gboolean commute = chase_typst_at_call (text, at, source->length, "commutative-diagram");
      gsize open, close;
      ChaseSketch *sketch;

      if (!commute && !chase_typst_at_call (text, at, source->length, "diagram")
          && !chase_typst_at_call (text, at, source->length, "fletcher.diagram"))
        {
          at++;
          continue;
        }
      open = (gsize)((const char *)memchr (text + at, '(', source->length - at) - text);
      close = chase_typst_skip_brackets (text, open, source->length);
      if (text[close - 1] != ')')
        {
          chase_source_error (source, at, 8, NULL, "this diagram has no closing parenthesis");
          return;
        }
      sketch = read_diagram (source, open + 1, close - 1, commute, unknown);
      sketch = chase_linked_prefer (source, sketch, last, at, close);
      sketch->line = chase_source_line (source, at);
      g_ptr_array_add (sketches, sketch);
      at = last = close;
    }
  if (sketches->len == before)
    chase_source_error (source, 0, 1, NULL, "there is no fletcher or commute diagram in this text");
}

/* Labels are UTF-8, whatever the text is. */
void
chase_fletcher_read (ChaseSource *source, GPtrArray *sketches)
{
  const char *text = source->text;
  gsize length = source->length;
  g_autofree char *valid = NULL;

  if (!g_utf8_validate (text, (gssize)length, NULL))
    {
      valid = g_utf8_make_valid (text, (gssize)length);
      source->text = valid;
      source->length = strlen (valid);
    }
  read_all (source, sketches);
  source->text = text;
  source->length = length;
}
