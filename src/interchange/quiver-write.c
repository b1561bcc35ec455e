/* SPDX-License-Identifier: MIT */
#include "interchange/grid-private.h"
#include "interchange/node-outline-private.h"
#include "interchange/quiver-private.h"

#include <math.h>
#include <string.h>

#define SITE "https://q.uiver.app/"

static const double alignments[] = { [CHASE_LABEL_LEFT] = 0.0,
                                     [CHASE_LABEL_CENTRE] = 1.0,
                                     [CHASE_LABEL_RIGHT] = 2.0,
                                     [CHASE_LABEL_OVER] = 3.0 };

typedef struct
{
  const ChaseDiagram *diagram;
  guint32 *order;  /* cells: nodes first, then edges by level, each level as it came */
  guint32 *number; /* of each cell, in that order */
  guint rounded;   /* amounts that were no whole number */
  gboolean *said;  /* of each node: an arrow at it carries what is its own; NULL: none does */
} Writer;

static double
whole (Writer *writer, double value)
{
  double nearest = isfinite (value) ? round (CLAMP (value, -1e9, 1e9)) : 0.0;

  writer->rounded += nearest != value;
  return nearest;
}

/* Hue, saturation and lightness by CSS Color 3, section 4.2.4, turned round. */
static void
rgb_to_hsl (const ChaseColour *colour, double hsl[3])
{
  double rgb[3], greatest, least, chroma, hue = 0.0;

  chase_colour_to_rgb (colour, rgb);
  greatest = fmax (rgb[0], fmax (rgb[1], rgb[2]));
  least = fmin (rgb[0], fmin (rgb[1], rgb[2]));
  chroma = greatest - least;
  if (chroma > 0.0 && greatest == rgb[0])
    hue = fmod ((rgb[1] - rgb[2]) / chroma + 6.0, 6.0);
  else if (chroma > 0.0 && greatest == rgb[1])
    hue = (rgb[2] - rgb[0]) / chroma + 2.0;
  else if (chroma > 0.0)
    hue = (rgb[0] - rgb[1]) / chroma + 4.0;
  hsl[0] = 60.0 * hue;
  hsl[2] = 50.0 * (greatest + least);
  hsl[1] = chroma > 0.0 ? 100.0 * chroma / (1.0 - fabs (greatest + least - 1.0)) : 0.0;
}

/* Returns NULL for quiver's black, which is never written. */
static ChaseJson *
write_colour (const ChaseColour *colour, gboolean with_alpha)
{
  double hsl[3] = { colour->values[0], colour->values[1], colour->values[2] };
  ChaseJson *json;

  if (colour->kind == CHASE_COLOUR_NONE)
    return NULL;
  if (colour->kind == CHASE_COLOUR_RGB)
    rgb_to_hsl (colour, hsl);
  if (round (hsl[2]) == 0.0)
    return NULL;
  json = chase_json_new (CHASE_JSON_ARRAY);
  for (guint i = 0; i < 3; i++)
    chase_json_add (json,
                    chase_json_new_number (round (CLAMP (hsl[i], 0.0, i == 0 ? 360.0 : 100.0))));
  if (with_alpha || colour->alpha != 1.0)
    chase_json_add (json, chase_json_new_number (colour->alpha));
  return json;
}

static void
set_whole (Writer *writer, ChaseJson *options, const char *key, double value, double plain)
{
  double nearest = whole (writer, value);

  if (nearest != plain)
    chase_json_set (options, key, chase_json_new_number (nearest));
}

static void
set_not_empty (ChaseJson *object, const char *key, ChaseJson *value)
{
  if (chase_json_length (value) > 0)
    chase_json_set (object, key, value);
  else
    chase_json_free (value);
}

/* As quiver takes it: in whole per cent, and both no more than all of the arrow. */
static double
shortening (const ChaseStyle *style, gboolean target)
{
  double source = round (CLAMP (style->shorten_source, 0.0, 100.0));

  return target ? round (CLAMP (style->shorten_target, 0.0, 100.0 - source)) : source;
}

static void
write_shorten (Writer *writer, const ChaseStyle *style, ChaseJson *options)
{
  ChaseJson *shorten = chase_json_new (CHASE_JSON_OBJECT);

  set_whole (writer, shorten, "source", shortening (style, FALSE), 0.0);
  set_whole (writer, shorten, "target", shortening (style, TRUE), 0.0);
  set_not_empty (options, "shorten", shorten);
}

static void
write_alignment_ends (const ChaseStyle *style, ChaseJson *options)
{
  ChaseJson *ends = chase_json_new (CHASE_JSON_OBJECT);

  if (style->source_midpoint)
    chase_json_set (ends, "source", chase_json_new (CHASE_JSON_FALSE));
  if (style->target_midpoint)
    chase_json_set (ends, "target", chase_json_new (CHASE_JSON_FALSE));
  set_not_empty (options, "edge_alignment", ends);
}

/* Writes a word of the notation, "hook top", as quiver's name and side. */
static void
write_part (ChaseJson *style, const char *part, const char *word)
{
  ChaseJson *object = chase_json_new (CHASE_JSON_OBJECT);
  gsize n = strlen (word);
  const char *side = NULL;
  g_autofree char *name = NULL;

  if (g_str_has_suffix (word, " top"))
    side = "top";
  else if (g_str_has_suffix (word, " bottom"))
    side = "bottom";
  name = g_strndup (word, side != NULL ? n - strlen (side) - 1 : n);
  chase_json_set (object, "name", chase_json_new_string (name));
  if (side != NULL)
    chase_json_set (object, "side", chase_json_new_string (side));
  chase_json_set (style, part, object);
}

static void
write_style (const ChaseCell *cell, ChaseJson *options)
{
  static const char *const forms[] = { [CHASE_EDGE_ADJUNCTION] = "adjunction",
                                       [CHASE_EDGE_PULLBACK] = "corner",
                                       [CHASE_EDGE_PUSHOUT] = "corner-inverse" };
  ChaseJson *style = chase_json_new (CHASE_JSON_OBJECT);
  ChaseTail tail = chase_cell_tail (cell);
  ChaseHead head = chase_cell_head (cell);

  if (cell->style->form != CHASE_EDGE_ARROW)
    chase_json_set (style, "name", chase_json_new_string (forms[cell->style->form]));
  if (tail != CHASE_TAIL_NONE)
    write_part (style, "tail", chase_style_tail_word (tail));
  if (cell->style->body != CHASE_BODY_SOLID)
    write_part (style, "body", chase_style_body_word (cell->style->body));
  if (head != CHASE_HEAD_ARROW)
    write_part (style, "head", chase_style_head_word (head));
  set_not_empty (options, "style", style);
}

/* What quiver has no key for travels under a key of ours: quiver keeps what it does not know. */
static void
set_real (ChaseJson *own, const char *key, double value, double plain)
{
  if (value != plain && isfinite (value))
    chase_json_set (own, key, chase_json_new_number (value));
}

/* Amounts between quiver's whole steps. */
static void
write_exact (const ChaseStyle *style, gboolean loop, ChaseJson *own)
{
  if (!loop)
    set_real (own, "curve", style->curve, round (style->curve));
  set_real (own, "offset", style->offset, round (style->offset));
  /* On an arrow, quiver knows no loop. */
  set_real (own, "radius", style->radius, loop ? round (style->radius) : 3.0);
  set_real (own, "angle", style->angle, loop ? round (style->angle) : 0.0);
  set_real (own, "shorten source", style->shorten_source, shortening (style, FALSE));
  set_real (own, "shorten target", style->shorten_target, shortening (style, TRUE));
  if (fabs (style->label_at * 100.0 - round (style->label_at * 100.0)) > 1e-9)
    set_real (own, "label at", style->label_at, 0.5);
}

static void
write_angles (const ChaseStyle *style, ChaseJson *own)
{
  set_real (own, "bend", style->bend, 0.0);
  if (style->has_out)
    chase_json_set (own, "out", chase_json_new_number (style->out));
  if (style->has_in)
    chase_json_set (own, "in", chase_json_new_number (style->in));
  set_real (own, "looseness", style->looseness, 1.0);
}

/* More labels: the text, the side, where along the arrow, how far off, whether it is turned, and
 * its colour as r, g, b. */
static void
write_labels (const ChaseStyle *style, ChaseJson *own)
{
  ChaseJson *labels;

  set_real (own, "label gap", style->label_gap, CHASE_STYLE_LABEL_GAP);
  if (style->label_sloped)
    chase_json_set (own, "sloped", chase_json_new (CHASE_JSON_TRUE));
  if (chase_style_n_labels (style) == 0)
    return;
  labels = chase_json_new (CHASE_JSON_ARRAY);
  for (guint i = 0; i < chase_style_n_labels (style); i++)
    {
      const ChaseStyleLabel *label = chase_style_get_label (style, i);
      ChaseJson *json = chase_json_new (CHASE_JSON_OBJECT);
      ChaseJson *colour = write_colour (&label->colour, FALSE);

      chase_json_set (json, "text", chase_json_new_string (label->text));
      chase_json_set (json, "side", chase_json_new_string (chase_style_label_word (label->side)));
      set_real (json, "at", label->at, 0.5);
      set_real (json, "gap", label->gap, CHASE_STYLE_LABEL_GAP);
      if (label->sloped)
        chase_json_set (json, "sloped", chase_json_new (CHASE_JSON_TRUE));
      if (colour != NULL)
        chase_json_set (json, "colour", colour);
      chase_json_add (labels, json);
    }
  chase_json_set (own, "labels", labels);
}

/* The click at which it appears, and what the vocabulary does not know. */
static void
write_extras (const ChaseStyle *style, ChaseJson *own)
{
  if (style->step > 0)
    chase_json_set (own, "step", chase_json_new_number (style->step));
  for (guint i = 0; style->extras != NULL && i < style->extras->len; i++)
    {
      const ChaseStyleExtra *extra = &g_array_index (style->extras, ChaseStyleExtra, i);

      if (strcmp (extra->key, "quiver") == 0)
        continue;
      chase_json_set (own, extra->key,
                      extra->value != NULL ? chase_json_new_string (extra->value)
                                           : chase_json_new (CHASE_JSON_TRUE));
    }
}

/* A vertex has no options in quiver's format: the first arrow at it carries what is its own. */
static void
write_node_at (Writer *writer, guint32 node, const char *key, ChaseJson *own)
{
  ChaseJson *extras;

  if (writer->said == NULL || node >= writer->diagram->n_nodes || writer->said[node])
    return;
  writer->said[node] = TRUE;
  extras = chase_json_new (CHASE_JSON_OBJECT);
  write_extras (chase_diagram_get_cell (writer->diagram, node)->style, extras);
  set_not_empty (own, key, extras);
}

static void
write_own (Writer *writer, const ChaseCell *cell, gboolean loop, ChaseJson *options)
{
  ChaseJson *own = chase_json_new (CHASE_JSON_OBJECT);

  write_exact (cell->style, loop, own);
  write_angles (cell->style, own);
  write_labels (cell->style, own);
  write_extras (cell->style, own);
  write_node_at (writer, cell->source, "source", own);
  write_node_at (writer, cell->target, "target", own);
  set_not_empty (options, "arrowchase", own);
}

static void
write_unknown (const ChaseStyle *style, ChaseJson *options)
{
  const char *text = chase_style_get_extra (style, "quiver");
  g_autoptr (ChaseJson) unknown = NULL;
  const char *message;
  gsize at;

  if (text == NULL)
    return;
  unknown = chase_json_parse (text, strlen (text), NULL, &at, &message);
  if (unknown != NULL && unknown->kind == CHASE_JSON_OBJECT)
    chase_json_merge (options, unknown);
}

static gboolean
is_loop (const ChaseDiagram *diagram, const ChaseCell *cell)
{
  return cell->source == cell->target && cell->source < diagram->n_nodes;
}

/* About how far the edge bows, in quiver's steps: what its angles turn, at 15 degrees a step. */
static double
bow (Writer *writer, const ChaseCell *cell)
{
  const ChaseStyle *style = cell->style;
  double chord, turn = 0.0;

  if (style->bend != 0.0)
    return round (style->bend / CHASE_QUIVER_BEND);
  if ((!style->has_out && !style->has_in) || cell->level != 1)
    return style->curve;
  chord = atan2 (chase_diagram_get_cell (writer->diagram, cell->source)->y
                     - chase_diagram_get_cell (writer->diagram, cell->target)->y,
                 chase_diagram_get_cell (writer->diagram, cell->target)->x
                     - chase_diagram_get_cell (writer->diagram, cell->source)->x)
          * 180.0 / G_PI;
  if (style->has_out)
    turn += remainder (style->out - chord, 360.0) / 2.0;
  if (style->has_in)
    turn -= remainder (style->in - chord - 180.0, 360.0) / 2.0;
  return round (-turn / CHASE_QUIVER_BEND);
}

static ChaseJson *
write_options (Writer *writer, const ChaseCell *cell)
{
  ChaseJson *options = chase_json_new (CHASE_JSON_OBJECT);
  const ChaseStyle *style = cell->style;

  set_whole (writer, options, "label_position", style->label_at * 100.0, 50.0);
  set_whole (writer, options, "offset", style->offset, 0.0);
  if (!is_loop (writer->diagram, cell))
    set_whole (writer, options, "curve", bow (writer, cell), 0.0);
  else
    {
      set_whole (writer, options, "radius", style->radius, 3.0);
      set_whole (writer, options, "angle", style->angle, 0.0);
    }
  write_shorten (writer, style, options);
  if (style->level > 0 && style->level != cell->level)
    chase_json_set (options, "level", chase_json_new_number (style->level));
  if (style->colour.kind != CHASE_COLOUR_NONE)
    {
      ChaseJson *colour = write_colour (&style->colour, FALSE);

      if (colour != NULL)
        chase_json_set (options, "colour", colour);
    }
  write_alignment_ends (style, options);
  write_style (cell, options);
  write_own (writer, cell, is_loop (writer->diagram, cell), options);
  write_unknown (style, options);
  return options;
}

static ChaseJson *
write_vertex (const ChaseCell *cell, const ChaseGridPoint *point)
{
  ChaseJson *vertex = chase_json_new (CHASE_JSON_ARRAY);
  ChaseJson *colour;

  chase_json_add (vertex, chase_json_new_number (point->column));
  chase_json_add (vertex, chase_json_new_number (point->row));
  if (*cell->label == '\0')
    return vertex;
  chase_json_add (vertex, chase_json_new_string (cell->label));
  colour = write_colour (chase_node_ink (cell->style), TRUE);
  if (colour != NULL)
    chase_json_add (vertex, colour);
  return vertex;
}

/* What is at its default is left out, where all that follows is left out too. */
static ChaseJson *
write_edge (Writer *writer, const ChaseCell *cell, ChaseLabelSide side)
{
  const char *label = chase_cell_label (cell);
  gboolean labelled = *label != '\0';
  ChaseJson *edge = chase_json_new (CHASE_JSON_ARRAY);
  g_autoptr (ChaseJson) options = write_options (writer, cell);
  ChaseJson *colour = labelled ? write_colour (&cell->style->label_colour, TRUE) : NULL;
  gboolean with_options = chase_json_length (options) > 0 || colour != NULL;
  gboolean with_side = with_options || (alignments[side] != 0.0 && labelled);

  chase_json_add (edge, chase_json_new_number (writer->number[cell->source]));
  chase_json_add (edge, chase_json_new_number (writer->number[cell->target]));
  if (with_side || labelled)
    chase_json_add (edge, chase_json_new_string (label));
  if (with_side)
    chase_json_add (edge, chase_json_new_number (alignments[side]));
  if (with_options)
    chase_json_add (edge, g_steal_pointer (&options));
  if (colour != NULL)
    chase_json_add (edge, colour);
  return edge;
}

void
chase_quiver_write_edge_style (const ChaseDiagram *diagram, guint32 cell, ChaseLabelSide side,
                               GString *out)
{
  Writer writer = { .diagram = diagram };
  g_autoptr (ChaseJson) json = chase_json_new (CHASE_JSON_ARRAY);

  chase_json_add (json, chase_json_new_number (alignments[side]));
  chase_json_add (json, write_options (&writer, chase_diagram_get_cell (diagram, cell)));
  chase_json_print (json, out);
}

void
chase_quiver_write_node_style (const ChaseDiagram *diagram, guint32 node, GString *out)
{
  g_autoptr (ChaseJson) own = chase_json_new (CHASE_JSON_OBJECT);

  write_extras (chase_diagram_get_cell (diagram, node)->style, own);
  if (chase_json_length (own) > 0)
    chase_json_print (own, out);
}

/* Nodes first, then by level; a counting sort keeps each level as it came. */
static void
sort_cells (Writer *writer)
{
  guint32 n = chase_diagram_n_cells (writer->diagram);
  g_autofree guint32 *start = NULL;
  guint levels = 1;

  for (guint32 i = 0; i < n; i++)
    levels = MAX (levels, chase_diagram_get_cell (writer->diagram, i)->level + 1);
  start = g_new0 (guint32, levels + 1);
  for (guint32 i = 0; i < n; i++)
    start[chase_diagram_get_cell (writer->diagram, i)->level + 1]++;
  for (guint i = 0; i < levels; i++)
    start[i + 1] += start[i];
  writer->order = g_new (guint32, n + 1);
  writer->number = g_new (guint32, n + 1);
  for (guint32 i = 0; i < n; i++)
    {
      guint32 at = start[chase_diagram_get_cell (writer->diagram, i)->level]++;

      writer->order[at] = i;
      writer->number[i] = at;
    }
}

/* An edge from the object @number to itself that draws nothing, and carries @own. */
static ChaseJson *
write_carrier (guint32 number, ChaseJson *own)
{
  static const char *const parts[] = { "body", "head" };
  ChaseJson *edge = chase_json_new (CHASE_JSON_ARRAY);
  ChaseJson *options = chase_json_new (CHASE_JSON_OBJECT);
  ChaseJson *carried = chase_json_new (CHASE_JSON_OBJECT);
  ChaseJson *style = chase_json_new (CHASE_JSON_OBJECT);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      ChaseJson *part = chase_json_new (CHASE_JSON_OBJECT);

      chase_json_set (part, "name", chase_json_new_string ("none"));
      chase_json_set (style, parts[i], part);
    }
  chase_json_set (carried, "object", own);
  chase_json_set (options, "style", style);
  chase_json_set (options, "arrowchase", carried);
  chase_json_add (edge, chase_json_new_number (number));
  chase_json_add (edge, chase_json_new_number (number));
  chase_json_add (edge, chase_json_new_string (""));
  chase_json_add (edge, chase_json_new_number (0.0));
  chase_json_add (edge, options);
  return edge;
}

/* An object without an arrow has nobody to carry what is its own, and gets one that is not seen. */
static void
add_carriers (const Writer *writer, ChaseJson *json)
{
  for (guint32 i = 0; i < writer->diagram->n_nodes; i++)
    {
      g_autoptr (ChaseJson) own = NULL;

      if (writer->said[i])
        continue;
      own = chase_json_new (CHASE_JSON_OBJECT);
      write_extras (chase_diagram_get_cell (writer->diagram, i)->style, own);
      if (chase_json_length (own) > 0)
        chase_json_add (json, write_carrier (writer->number[i], g_steal_pointer (&own)));
    }
}

ChaseJson *
chase_quiver_write_array (const ChaseDiagram *diagram, GPtrArray *problems)
{
  Writer writer = { .diagram = diagram };
  g_autofree ChaseGridPoint *grid = chase_grid_new (diagram, problems);
  g_autofree ChaseLabelSide *sides = chase_grid_label_sides (diagram, grid);
  ChaseJson *json = chase_json_new (CHASE_JSON_ARRAY);

  sort_cells (&writer);
  writer.said = g_new0 (gboolean, diagram->n_nodes + 1);
  chase_json_add (json, chase_json_new_number (0.0));
  chase_json_add (json, chase_json_new_number (diagram->n_nodes));
  for (guint32 i = 0; i < chase_diagram_n_cells (diagram); i++)
    {
      guint32 at = writer.order[i];
      const ChaseCell *cell = chase_diagram_get_cell (diagram, at);

      chase_json_add (json, cell->level == 0 ? write_vertex (cell, &grid[at])
                                             : write_edge (&writer, cell, sides[at]));
    }
  if (writer.rounded > 0)
    chase_problems_warning (
        problems, 0, 0, 1, NULL,
        "amounts (curve, offset, ...) rounded, for quiver knows whole steps only: %u",
        writer.rounded);
  add_carriers (&writer, json);
  g_free (writer.order);
  g_free (writer.number);
  g_free (writer.said);
  return json;
}

void
chase_quiver_write_json (const ChaseDiagram *diagram, GString *out, GPtrArray *problems)
{
  g_autoptr (ChaseJson) json = chase_quiver_write_array (diagram, problems);

  chase_json_print (json, out);
}

/* Appends those of the kept parameters that are (or are not) the renderer: it stands before the
 * payload. */
static void
write_parameters (const char *parameters, gboolean renderer, GString *out)
{
  g_auto (GStrv) parts = NULL;

  if (parameters == NULL)
    return;
  parts = g_strsplit (parameters, "&", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (g_str_has_prefix (parts[i], "r=") != renderer || *parts[i] == '\0')
        continue;
      if (renderer)
        g_string_append_printf (out, "%s&", parts[i]);
      else
        g_string_append_printf (out, "&%s", parts[i]);
    }
}

static gboolean
has_flag (const char *parameters, const char *flag)
{
  g_auto (GStrv) parts = g_strsplit (parameters != NULL ? parameters : "", "&", -1);

  return g_strv_contains ((const char *const *)parts, flag);
}

/* Quiver's embedded view leaves 24 units around a grid of 128. */
static void
write_embed (const ChaseJson *json, const char *address, gboolean flagged, GString *out)
{
  double columns = 1.0, rows = 1.0;
  guint n = (guint)chase_json_nth (json, 1)->number;

  for (guint i = 0; i < n; i++)
    {
      const ChaseJson *vertex = chase_json_nth (json, i + 2);

      columns = fmax (columns, chase_json_nth (vertex, 0)->number + 1.0);
      rows = fmax (rows, chase_json_nth (vertex, 1)->number + 1.0);
    }
  g_string_append_printf (out,
                          "<iframe src=\"%s%s\" width=\"%.0f\" height=\"%.0f\" "
                          "style=\"border: none\"></iframe>",
                          address, flagged ? "" : "&embed", 128.0 * columns + 48.0,
                          128.0 * rows + 48.0);
}

void
chase_quiver_write_link (const ChaseDiagram *diagram, const ChaseInterchangeOptions *options,
                         GString *out, GPtrArray *problems)
{
  const char *parameters = chase_quiver_get_parameters (diagram->item);
  g_autoptr (ChaseJson) json = chase_quiver_write_array (diagram, problems);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) address = g_string_new (options->site != NULL ? options->site : SITE);
  g_autofree char *payload = NULL;

  chase_json_print (json, text);
  payload = g_base64_encode ((const guchar *)text->str, text->len);
  g_string_append_c (address, '#');
  write_parameters (parameters, TRUE, address);
  g_string_append_printf (address, "q=%s", payload);
  write_parameters (parameters, FALSE, address);
  if (options->embed)
    write_embed (json, address->str, has_flag (parameters, "embed"), out);
  else
    g_string_append (out, address->str);
}
