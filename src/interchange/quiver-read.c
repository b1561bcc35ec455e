/* SPDX-License-Identifier: MIT */
#include "interchange/quiver-private.h"

#include <string.h>

#include "i18n.h"

/* Columns and rows beyond this are a mistake. */
#define COORDINATE_MAX 1e6

typedef struct
{
  const ChaseQuiverPlace *place;
  ChaseSketch *sketch;
  guint n_vertices;
  GArray *levels;     /* of guint, by cell */
  GHashTable *points; /* "x y" of the vertices */
  guint cell;         /* the one being read */
  const ChaseJson *json;
} Reader;

static void
report_at (Reader *reader, const ChaseJson *at, const char *hint, const char *message)
{
  const ChaseQuiverPlace *place = reader->place;
  gboolean vertex = reader->cell < reader->n_vertices;
  gsize offset = place->offset;
  gsize bytes = place->bytes;

  if (!place->encoded && at != NULL)
    {
      offset += at->start;
      bytes = at->end - at->start;
    }
  chase_source_warn (place->source, offset, bytes, hint,
                     vertex ? _ ("cell %u (vertex %u): %s") : _ ("cell %u (edge %u): %s"),
                     reader->cell, vertex ? reader->cell : reader->cell - reader->n_vertices,
                     message);
}

static void
report (Reader *reader, const ChaseJson *at, const char *format, ...) G_GNUC_PRINTF (3, 4);

static void
report (Reader *reader, const ChaseJson *at, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (CHASE_WORDS (format), args);
  va_end (args);
  report_at (reader, at != NULL ? at : reader->json, NULL, message);
}

static void
report_option (gpointer data, const ChaseJson *at, const char *message)
{
  report (data, at, _ ("%s; this is left out"), message);
}

static void
add_hole (Reader *reader)
{
  chase_sketch_add_hole (reader->sketch);
}

/* Checks the length of the cell's array; too many elements are no reason to lose the others. */
static gboolean
check_length (Reader *reader, guint greatest)
{
  if (reader->json->kind != CHASE_JSON_ARRAY || chase_json_length (reader->json) < 2)
    {
      report (
          reader, NULL,
          greatest == 4
              ? _ ("a vertex must be an array [column, row, label, colour]")
              : _ ("an edge must be an array [source, target, label, alignment, options, colour]"));
      return FALSE;
    }
  if (chase_json_length (reader->json) > greatest)
    report (reader, chase_json_nth (reader->json, greatest), _ ("nothing can follow the colour"));
  return TRUE;
}

static const char *
read_label (Reader *reader)
{
  const ChaseJson *label = chase_json_nth (reader->json, 2);

  if (label == NULL)
    return "";
  if (label->kind == CHASE_JSON_STRING)
    return label->string;
  report (reader, label, _ ("the label must be a string; it is left out"));
  return "";
}

static void
read_label_colour (Reader *reader, guint index, ChaseStyle *style)
{
  const ChaseJson *colour = chase_json_nth (reader->json, index);

  if (colour != NULL && !chase_quiver_read_colour (colour, &style->label_colour))
    report (reader, colour,
            _ ("a colour must be [hue, saturation, lightness] in whole numbers; this is left out"));
}

static void
read_vertex (Reader *reader)
{
  const ChaseJson *x, *y;
  ChaseStyle *style;
  const char *label;
  g_autofree char *point = NULL;

  if (!check_length (reader, 4))
    {
      add_hole (reader);
      return;
    }
  x = chase_json_nth (reader->json, 0);
  y = chase_json_nth (reader->json, 1);
  if (!chase_json_is_integer (x, 0.0, COORDINATE_MAX)
      || !chase_json_is_integer (y, 0.0, COORDINATE_MAX))
    {
      report (reader, NULL, _ ("column and row must be natural numbers; this object is left out"));
      add_hole (reader);
      return;
    }
  point = g_strdup_printf ("%.0f %.0f", x->number, y->number);
  if (g_hash_table_contains (reader->points, point))
    report (reader, NULL, _ ("another object is at column %.0f, row %.0f already"), x->number,
            y->number);
  g_hash_table_add (reader->points, g_steal_pointer (&point));
  label = read_label (reader);
  style = chase_style_new ();
  read_label_colour (reader, 3, style);
  if (*label == '\0')
    style->label_colour = (ChaseColour){ .kind = CHASE_COLOUR_NONE };
  chase_sketch_add_node (reader->sketch, label, x->number, y->number, style);
}

/* Reads the end at @index of the edge. FALSE, which is reported, when there is nothing that it
 * could be. */
static gboolean
read_end (Reader *reader, guint index, guint32 *end)
{
  const ChaseJson *value = chase_json_nth (reader->json, index);

  if (!chase_json_is_integer (value, 0.0, G_MAXINT))
    {
      report (reader, value,
              index == 0 ? _ ("its source must be the number of a cell; this arrow is left out")
                         : _ ("its target must be the number of a cell; this arrow is left out"));
      return FALSE;
    }
  if (value->number >= reader->cell)
    {
      report (reader, value,
              index == 0
                  ? _ ("its source is cell %.0f, which does not come before it; this arrow is "
                       "left out")
                  : _ ("its target is cell %.0f, which does not come before it; this arrow is "
                       "left out"),
              value->number);
      return FALSE;
    }
  *end = (guint32)value->number;
  if (!chase_sketch_get (reader->sketch, *end)->hole)
    return TRUE;
  report (reader, value,
          index == 0 ? _ ("its source is cell %u, which is missing; this arrow is left out")
                     : _ ("its target is cell %u, which is missing; this arrow is left out"),
          *end);
  return FALSE;
}

static const ChaseLabelSide sides[]
    = { CHASE_LABEL_LEFT, CHASE_LABEL_CENTRE, CHASE_LABEL_RIGHT, CHASE_LABEL_OVER };

static void
read_alignment (Reader *reader, ChaseStyle *style)
{
  const ChaseJson *value = chase_json_nth (reader->json, 3);

  style->label_side = CHASE_LABEL_LEFT;
  if (value == NULL)
    return;
  if (chase_json_is_integer (value, 0.0, 3.0))
    style->label_side = sides[(guint)value->number];
  else
    report (reader, value, _ ("the alignment must be 0, 1, 2 or 3; this is left out"));
}

static void
keep_unknown (ChaseJson *options, ChaseStyle *style)
{
  g_autoptr (GString) text = NULL;

  if (chase_json_length (options) == 0)
    return;
  text = g_string_new (NULL);
  chase_json_print (options, text);
  chase_style_set_extra (style, "quiver", text->str);
}

static void
read_edge_options (Reader *reader, guint level, ChaseStyle *style)
{
  ChaseJson *options = chase_json_nth (reader->json, 4);

  if (options == NULL)
    return;
  if (options->kind != CHASE_JSON_OBJECT)
    {
      report (reader, options, _ ("the options must be an object; they are left out"));
      return;
    }
  chase_quiver_read_options (options, level, style, report_option, reader);
  keep_unknown (options, style);
}

static void
report_nothing (gpointer data, const ChaseJson *at, const char *message)
{
}

gboolean
chase_quiver_read_edge_style (const char *text, guint level, ChaseStyle *style)
{
  const char *message;
  gsize at;
  g_autoptr (ChaseJson) json = chase_json_parse (text, strlen (text), NULL, &at, &message);
  const ChaseJson *side = json != NULL ? chase_json_nth (json, 0) : NULL;
  ChaseJson *options = json != NULL ? chase_json_nth (json, 1) : NULL;

  if (!chase_json_is_integer (side, 0.0, 3.0) || options == NULL
      || options->kind != CHASE_JSON_OBJECT)
    return FALSE;
  style->label_side = sides[(guint)side->number];
  chase_quiver_read_options (options, level, style, report_nothing, NULL);
  keep_unknown (options, style);
  return TRUE;
}

void
chase_quiver_read_node_style (const char *text, ChaseStyle *style)
{
  const char *message;
  gsize at;
  g_autoptr (ChaseJson) json = chase_json_parse (text, strlen (text), NULL, &at, &message);

  if (json != NULL && json->kind == CHASE_JSON_OBJECT)
    chase_quiver_read_own (json, style);
}

/* The side of a label that is not there matters to nobody, unless its position in the array had to
 * be filled. */
static void
tidy_side (ChaseStyle *style, const char *label)
{
  ChaseLabelSide side = style->label_side;

  if (*label != '\0')
    return;
  style->label_colour = (ChaseColour){ .kind = CHASE_COLOUR_NONE };
  style->label_side = CHASE_LABEL_AUTO;
  if (!chase_style_is_default (style) && side != CHASE_LABEL_LEFT)
    style->label_side = side;
}

/* An arrow carries what is its ends' own, for a vertex has no options. */
static void
read_nodes_at (Reader *reader, const guint32 ends[2])
{
  static const char *const keys[] = { "source", "target" };
  const ChaseJson *options = chase_json_nth (reader->json, 4);
  const ChaseJson *own = options != NULL ? chase_json_get (options, "arrowchase") : NULL;

  for (guint i = 0; own != NULL && i < 2; i++)
    {
      const ChaseJson *node = chase_json_get (own, keys[i]);
      ChaseSketchCell *cell = chase_sketch_get (reader->sketch, ends[i]);

      if (node != NULL && node->kind == CHASE_JSON_OBJECT && cell->node)
        chase_quiver_read_own (node, chase_sketch_own_style (cell));
    }
}

/* An edge that is only there to carry what its object has of its own. */
static gboolean
take_carrier (Reader *reader, guint32 source, guint32 target)
{
  const ChaseJson *options = chase_json_nth (reader->json, 4);
  const ChaseJson *own = chase_json_get (options, "arrowchase");
  const ChaseJson *carried = chase_json_get (own, "object");
  ChaseSketchCell *cell = chase_sketch_get (reader->sketch, source);

  if (carried == NULL || carried->kind != CHASE_JSON_OBJECT || source != target || !cell->node)
    return FALSE;
  chase_quiver_read_own (carried, chase_sketch_own_style (cell));
  return TRUE;
}

static void
read_edge (Reader *reader)
{
  guint32 source, target;
  ChaseStyle *style;
  const char *label;
  guint level;

  if (!check_length (reader, 6) || !read_end (reader, 0, &source) || !read_end (reader, 1, &target)
      || take_carrier (reader, source, target))
    {
      add_hole (reader);
      return;
    }
  level = 1
          + MAX (g_array_index (reader->levels, guint, source),
                 g_array_index (reader->levels, guint, target));
  g_array_index (reader->levels, guint, reader->cell) = level;
  read_nodes_at (reader, (guint32[]){ source, target });
  style = chase_style_new ();
  label = read_label (reader);
  read_alignment (reader, style);
  read_edge_options (reader, level, style);
  read_label_colour (reader, 5, style);
  tidy_side (style, label);
  chase_sketch_add_edge (reader->sketch, source, target, label, style);
}

static void
read_cells (Reader *reader, const ChaseJson *json)
{
  guint n = chase_json_length (json);

  for (guint i = 2; i < n; i++)
    {
      reader->cell = i - 2;
      reader->json = chase_json_nth (json, i);
      if (reader->cell < reader->n_vertices)
        read_vertex (reader);
      else
        read_edge (reader);
    }
  reader->cell = n - 2;
  if (n >= 2 && reader->cell < reader->n_vertices)
    chase_source_warn (reader->place->source, reader->place->offset, reader->place->bytes, NULL,
                       "%u vertices are announced, and only %u follow", reader->n_vertices,
                       reader->cell);
}

static gboolean
check_head (const ChaseQuiverPlace *place, const ChaseJson *json)
{
  const ChaseJson *version = chase_json_nth (json, 0);
  const ChaseJson *count = chase_json_nth (json, 1);
  const char *message = NULL;

  if (json->kind != CHASE_JSON_ARRAY)
    message = _ ("a quiver diagram must be an array [version, number of vertices, cells...]");
  else if (version != NULL && !chase_json_is_integer (version, 0.0, G_MAXINT))
    message = _ ("a quiver diagram begins with its version, which is 0");
  else if (version != NULL && version->number != 0.0)
    message = _ ("this is a later version of quiver's format than 0, the one that is known");
  else if (count != NULL && !chase_json_is_integer (count, 0.0, G_MAXINT))
    message = _ ("the number of vertices must be a natural number");
  if (message == NULL)
    return TRUE;
  if (place->encoded)
    chase_source_error (place->source, place->offset, place->bytes, NULL, "%s", message);
  else
    chase_source_error (place->source, place->offset + json->start, 1, NULL, "%s", message);
  return FALSE;
}

ChaseSketch *
chase_quiver_read_array (const ChaseQuiverPlace *place, const ChaseJson *json)
{
  Reader reader = { .place = place };

  if (!check_head (place, json))
    return NULL;
  reader.sketch = chase_sketch_new ();
  if (chase_json_length (json) < 2)
    return reader.sketch;
  reader.n_vertices = (guint)chase_json_nth (json, 1)->number;
  reader.levels = g_array_new (FALSE, TRUE, sizeof (guint));
  g_array_set_size (reader.levels, chase_json_length (json));
  reader.points = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  read_cells (&reader, json);
  g_array_unref (reader.levels);
  g_hash_table_unref (reader.points);
  return reader.sketch;
}

void
chase_quiver_read_json (ChaseSource *source, GPtrArray *sketches)
{
  gsize offset = 0;

  do
    {
      gsize rest = 0, at = 0;
      const char *message = NULL;
      g_autoptr (ChaseJson) json
          = chase_json_parse (source->text + offset, source->length - offset, &rest, &at, &message);
      ChaseQuiverPlace place = { source, offset, 1, FALSE };
      ChaseSketch *sketch;

      if (json == NULL)
        {
          chase_source_error (source, offset + at, 1, NULL, "%s", message);
          return;
        }
      sketch = chase_quiver_read_array (&place, json);
      if (sketch != NULL)
        {
          sketch->line = chase_source_line (source, offset + json->start);
          g_ptr_array_add (sketches, sketch);
        }
      offset += rest;
    }
  while (offset < source->length);
}
