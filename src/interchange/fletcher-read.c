/* SPDX-License-Identifier: MIT */
#include "interchange/fletcher-read-private.h"

#include "interchange/dot-private.h"
#include "interchange/linked-private.h"
#include "interchange/typst-functions-private.h"

#include <string.h>

/*
 * Reading the diagrams of Typst's packages fletcher and commute: calls of `node` and `edge` (`arr`)
 * one after the other, in code, or in the cells of a formula `$ A edge(f, ->) & B $`. Ends that are
 * not written are those of the nodes before and after.
 */

/* No text gives more names to them. */
#define ALIASES_MAX 8

/* `edge-stroke: 1pt + blue`. Ink is black without being told so, and has no thickness here. FALSE
 * where it is not understood. */
static gboolean
read_edge_stroke (ChaseFletcherReader *reader, const char *value)
{
  ChaseFletcherStroke *stroke = &reader->stroke;
  gboolean known = chase_fletcher_read_stroke (value, stroke);

  if (stroke->colour.kind == CHASE_COLOUR_RGB && stroke->colour.values[0] == 0.0
      && stroke->colour.values[1] == 0.0 && stroke->colour.values[2] == 0.0)
    stroke->colour = (ChaseColour){ 0 };
  return known;
}

/* `node-stroke: 1pt` and its like, among the arguments of the diagram, hold for all of its nodes,
 * `edge-stroke` for its edges. */
static void
read_defaults (ChaseFletcherReader *reader, gsize start, gsize end)
{
  const char *text = reader->source->text + start;
  g_autoptr (GPtrArray) parts = NULL;

  if (reader->commute
      || (g_strstr_len (text, (gssize)(end - start), "node-") == NULL
          && g_strstr_len (text, (gssize)(end - start), "edge-stroke") == NULL))
    return;
  parts = chase_typst_split (reader->source->text, start, end);
  for (guint i = 0; i < parts->len; i++)
    {
      const char *part = g_ptr_array_index (parts, i);
      gboolean node = g_str_has_prefix (part, "node-");

      if ((!node && !g_str_has_prefix (part, "edge-stroke:"))
          || g_str_has_prefix (part, "node-inset") || g_str_has_prefix (part, "node-outset"))
        continue;
      if (node ? !chase_fletcher_outline_apply (&reader->outline, part + strlen ("node-"))
               : !read_edge_stroke (reader, part + strlen ("edge-stroke:")))
        chase_fletcher_report_unknown (reader, start, part);
    }
}

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
  read_defaults (&reader, start, end);
  chase_fletcher_read_nodes (&reader);
  chase_fletcher_read_edges (&reader);
  g_hash_table_unref (reader.lets);
  g_hash_table_unref (reader.nodes);
  g_hash_table_unref (reader.places);
  g_array_unref (reader.calls);
  chase_name_table_free (reader.contents);
  chase_node_outline_clear (&reader.outline);
  return reader.sketch;
}

/* Other names that the text gives to the packages' functions: name -> GINT_TO_POINTER (1 + is it
 * commute's?). `import ...: commutative-diagram as cd`, `let cd = diagram.with(...)`. */
static GHashTable *
find_aliases (const char *text, gsize length)
{
  static const char *const patterns[]
      = { "\\blet\\s+([A-Za-z_][\\w-]*)\\s*=\\s*(?:fletcher\\.|commute\\.)?"
          "(commutative-diagram|diagram)(?:\\.with\\(|\\s*?(?:$|[;\\]}]|//))",
          "\\b(?<which>commutative-diagram|diagram)\\s+as\\s+(?<name>[A-Za-z_][\\w-]*)" };
  GHashTable *aliases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      g_autoptr (GRegex) regex = g_regex_new (patterns[i], G_REGEX_MULTILINE, 0, NULL);
      g_autoptr (GMatchInfo) match = NULL;

      if (g_strstr_len (text, (gssize)length, i == 0 ? "let " : " as ") == NULL)
        continue;
      for (g_regex_match_full (regex, text, (gssize)length, 0, 0, &match, NULL);
           g_match_info_matches (match) && g_hash_table_size (aliases) < ALIASES_MAX;
           g_match_info_next (match, NULL))
        {
          g_autofree char *which = g_match_info_fetch (match, i == 0 ? 2 : 1);

          g_hash_table_replace (aliases, g_match_info_fetch (match, i == 0 ? 1 : 2),
                                GINT_TO_POINTER (1 + (*which == 'c')));
        }
    }
  return aliases;
}

/* Does the call of a diagram begin at @at? */
static gboolean
at_diagram (ChaseSource *source, gsize at, GHashTable *aliases, gboolean *commute)
{
  const char *text = source->text;
  GHashTableIter iter;
  gpointer name, kind;

  *commute = chase_typst_at_call (text, at, source->length, "commutative-diagram");
  if (*commute || chase_typst_at_call (text, at, source->length, "diagram")
      || chase_typst_at_call (text, at, source->length, "fletcher.diagram"))
    return TRUE;
  g_hash_table_iter_init (&iter, aliases);
  while (g_hash_table_iter_next (&iter, &name, &kind))
    if (chase_typst_at_call (text, at, source->length, name))
      {
        *commute = GPOINTER_TO_INT (kind) == 2;
        return TRUE;
      }
  return FALSE;
}

/* `#let square(f, g) = diagram(...)`: what it is called with is not known here. */
static void
report_function (ChaseSource *source, gsize at)
{
  const gsize length = MIN (at, 200);
  g_autofree char *before = g_utf8_make_valid (source->text + at - length, (gssize)length);
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GRegex) regex
      = g_regex_new ("\\blet\\s+([A-Za-z_][\\w-]*)\\([^()\\n]*\\)\\s*=\\s*\\{?\\s*$", 0, 0, NULL);
  g_autofree char *name = NULL;

  if (strstr (before, "let") == NULL || !g_regex_match (regex, before, 0, &match))
    return;
  name = g_match_info_fetch (match, 1);
  chase_source_warn (source, at, 8, NULL,
                     "this diagram is what %s makes: it is read with the parameters as they are "
                     "called, and the calls are left out",
                     name);
}

static gboolean
is_blank (const char *text, gsize at, gsize end)
{
  return chase_typst_skip_blanks (text, at, end) >= end;
}

static void
read_all (ChaseSource *source, GPtrArray *sketches)
{
  g_autoptr (GHashTable) unknown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) aliases = find_aliases (source->text, source->length);
  const char *text = source->text;
  guint before = sketches->len;
  gsize last = 0;

  for (gsize at = 0; at < source->length;)
    {
      gboolean commute;
      gsize open, close;
      ChaseSketch *sketch;

      if (!at_diagram (source, at, aliases, &commute))
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
      report_function (source, at);
      sketch = read_diagram (source, open + 1, close - 1, commute, unknown);
      sketch = chase_linked_prefer (source, sketch, last, at, close);
      if (sketch->n == 0 && !is_blank (text, open + 1, close - 1))
        chase_source_warn (source, at, 8, NULL, "nothing that this diagram says is known here");
      sketch->line = chase_source_line (source, at);
      g_ptr_array_add (sketches, sketch);
      at = last = close;
    }
  if (sketches->len == before)
    chase_source_error (source, 0, 1, NULL, "there is no fletcher or commute diagram in this text");
}

/* Labels are UTF-8, whatever the text is; functions that it defines are opened. */
void
chase_fletcher_read (ChaseSource *source, GPtrArray *sketches)
{
  static const char *const makers[]
      = { "diagram",          "commutative-diagram", "node",          "edge", "arr",
          "fletcher.diagram", "fletcher.node",       "fletcher.edge", NULL };
  const char *text = source->text;
  gsize length = source->length;
  g_autofree char *valid = NULL;
  g_autofree char *opened = NULL;

  if (!g_utf8_validate (text, (gssize)length, NULL))
    {
      valid = g_utf8_make_valid (text, (gssize)length);
      source->text = valid;
      source->length = strlen (valid);
    }
  opened = chase_typst_open_functions (source->text, source->length, makers);
  if (opened != NULL)
    {
      source->text = opened;
      source->length = strlen (opened);
    }
  read_all (source, sketches);
  source->text = text;
  source->length = length;
}
