/* SPDX-License-Identifier: MIT */
#include "interchange/dot-private.h"
#include "interchange/fletcher-outline-private.h"
#include "interchange/fletcher-private.h"
#include "interchange/geometry-private.h"
#include "interchange/node-outline-private.h"

#include <math.h>
#include <string.h>

typedef struct
{
  const ChaseDiagram *diagram;
  ChaseLabelSide *sides;
  ChaseSpot *spots;
  gboolean whole; /* every label could be translated */
  guint lost;     /* arrows that lost something of their style */
} Writer;

static const char *
number (char *buffer, double value)
{
  g_ascii_formatd (buffer, G_ASCII_DTOSTR_BUF_SIZE, "%.3f", value);
  while (buffer[strlen (buffer) - 1] == '0')
    buffer[strlen (buffer) - 1] = '\0';
  if (buffer[strlen (buffer) - 1] == '.')
    buffer[strlen (buffer) - 1] = '\0';
  return strcmp (buffer, "-0") == 0 ? "0" : buffer;
}

static void
append_point (const ChaseSpot *spot, GString *out)
{
  char buffers[2][G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (out, "(%s, %s)", number (buffers[0], spot->x),
                          number (buffers[1], spot->y));
}

static void
append_colour (const ChaseColour *colour, GString *out)
{
  g_autofree char *digits = chase_colour_to_hex (colour);

  g_string_append_printf (out, "rgb(\"%s\")", digits);
}

static void
append_label (Writer *writer, const char *label, const ChaseColour *colour, GString *out)
{
  g_autofree char *typst = chase_typst_from_latex (label, &writer->whole);

  g_string_append_c (out, '[');
  if (colour->kind != CHASE_COLOUR_NONE)
    {
      g_string_append (out, "#text(");
      append_colour (colour, out);
      g_string_append (out, ")[");
    }
  if (*typst != '\0')
    g_string_append_printf (out, "$%s$", typst);
  g_string_append (out, colour->kind != CHASE_COLOUR_NONE ? "]]" : "]");
}

static void
append_marks (const ChaseCell *cell, GString *out)
{
  guint lines = chase_cell_lines (cell);
  ChaseBody body = cell->style->body;
  g_autofree char *marks
      = chase_fletcher_write_marks (chase_cell_tail (cell), body, lines, chase_cell_head (cell));

  if (cell->style->form != CHASE_EDGE_ARROW)
    {
      g_string_append (out, ", \" \"");
      return;
    }
  if (strcmp (marks, "-") != 0)
    g_string_append_printf (out, ", \"%s\"", marks);
  if (lines == 4)
    g_string_append (out, ", extrude: (-6, -2, 2, 6), mark-scale: 200%");
  else if (lines > 1 && body != CHASE_BODY_SOLID && body != CHASE_BODY_NONE)
    g_string_append (out, lines == 2 ? ", extrude: (-2, 2)" : ", extrude: (-4, 0, 4)");
}

static void
append_side (const ChaseStyle *style, ChaseLabelSide side, GString *out)
{
  static const char *const words[] = { [CHASE_LABEL_LEFT] = "left",
                                       [CHASE_LABEL_CENTRE] = "center",
                                       [CHASE_LABEL_RIGHT] = "right",
                                       [CHASE_LABEL_OVER] = "center" };
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (out, ", label-side: %s", words[side]);
  if (side == CHASE_LABEL_OVER)
    g_string_append (out, ", label-fill: false, label-angle: right");
  if (style->label_at != 0.5)
    g_string_append_printf (out, ", label-pos: %s", number (buffer, style->label_at));
}

static void
append_loop (const ChaseStyle *style, GString *out)
{
  double sign = style->radius < 0.0 ? -1.0 : 1.0;
  char buffers[2][G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (out, ", bend: %sdeg, loop-angle: %sdeg",
                          number (buffers[0], sign * (130.0 + 5.0 * (fabs (style->radius) - 1.0))),
                          number (buffers[1], 90.0 - style->angle));
}

/* The direction in which the edge leaves its source, or arrives from, in degrees; @straight where
 * it says none. */
static double
angle_of (gboolean has, double angle, double straight)
{
  return has ? angle : straight;
}

/* Degrees between -180 and 180. */
static double
turned (double degrees)
{
  return degrees - 360.0 * round (degrees / 360.0);
}

/* An edge that leaves and arrives along the grid turns once, at a right angle: the place where, or
 * FALSE. */
static gboolean
find_corner (const Writer *writer, const ChaseCell *cell, ChaseSpot *corner)
{
  const ChaseStyle *style = cell->style;
  const ChaseSpot *from = &writer->spots[cell->source], *to = &writer->spots[cell->target];
  gboolean level = fabs (sin (style->out * G_PI / 180.0)) < 1e-6;
  double dx = to->x - from->x, dy = to->y - from->y;

  if (!style->has_out || !style->has_in || fabs (dx) < 1e-6 || fabs (dy) < 1e-6)
    return FALSE;
  *corner = level ? (ChaseSpot){ to->x, from->y } : (ChaseSpot){ from->x, to->y };
  return fabs (
             turned (style->out - atan2 (from->y - corner->y, corner->x - from->x) * 180.0 / G_PI))
             < 1e-6
         && fabs (turned (style->in - atan2 (to->y - corner->y, corner->x - to->x) * 180.0 / G_PI))
                < 1e-6;
}

/* Any other curve is bent by as much as its ends are on average. */
static double
bend_of (Writer *writer, const ChaseCell *cell)
{
  const ChaseStyle *style = cell->style;
  const ChaseSpot *from = &writer->spots[cell->source], *to = &writer->spots[cell->target];
  double straight = atan2 (from->y - to->y, to->x - from->x) * 180.0 / G_PI;
  double out, in;

  if (!style->has_out && !style->has_in)
    return style->bend != 0.0 ? -style->bend : -18.0 * style->curve;
  writer->lost++;
  out = turned (angle_of (style->has_out, style->out, straight) - straight);
  in = turned (straight + 180.0 - angle_of (style->has_in, style->in, straight + 180.0));
  return round (CLAMP ((out + in) / 2.0, -90.0, 90.0));
}

static void
append_path (Writer *writer, const ChaseCell *cell, GString *out)
{
  const ChaseStyle *style = cell->style;
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  ChaseSpot corner;
  double bend = 0.0;

  if (!chase_cell_is_loop (writer->diagram, cell) && !find_corner (writer, cell, &corner))
    bend = bend_of (writer, cell);
  if (chase_cell_is_loop (writer->diagram, cell))
    append_loop (style, out);
  else if (bend != 0.0)
    g_string_append_printf (out, ", bend: %sdeg", number (buffer, bend));
  else if (style->offset != 0.0)
    g_string_append_printf (out, ", shift: %s", number (buffer, -style->offset / 20.0));
  if (style->colour.kind != CHASE_COLOUR_NONE && style->form == CHASE_EDGE_ARROW)
    {
      g_string_append (out, ", stroke: ");
      append_colour (&style->colour, out);
    }
  if (bend != 0.0 && style->offset != 0.0)
    writer->lost++;
}

/* Where the edge goes from and to: a part of the straight line where it is shortened or stands on
 * other edges. */
static void
append_ends (const Writer *writer, const ChaseCell *cell, GString *out)
{
  ChaseSpot from = writer->spots[cell->source];
  ChaseSpot to = writer->spots[cell->target];
  double first = cell->style->shorten_source / 100.0;
  double last = 1.0 - cell->style->shorten_target / 100.0;
  ChaseSpot ends[2] = { { from.x + first * (to.x - from.x), from.y + first * (to.y - from.y) },
                        { from.x + last * (to.x - from.x), from.y + last * (to.y - from.y) } };
  ChaseSpot corner;

  append_point (&ends[0], out);
  g_string_append (out, ", ");
  if (!chase_cell_is_loop (writer->diagram, cell) && find_corner (writer, cell, &corner))
    {
      append_point (&corner, out);
      g_string_append (out, ", ");
    }
  append_point (&ends[1], out);
}

/* A sign in place of an arrow: the label of an edge that nobody sees, turned along it. */
static void
append_sign (const Writer *writer, const ChaseCell *cell, GString *out)
{
  const ChaseSpot *from = &writer->spots[cell->source];
  const ChaseSpot *to = &writer->spots[cell->target];
  double angle = atan2 (to->y - from->y, to->x - from->x) * 180.0 / G_PI;
  gboolean turnstile = cell->style->form == CHASE_EDGE_ADJUNCTION;
  double turn = turnstile ? angle : 45.0 * round (angle / 45.0) - 45.0;
  const char *sign = cell->style->form == CHASE_EDGE_PULLBACK ? "⌟" : "⌜";
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (out, ", [#rotate(%sdeg)[$%s$]], label-side: center, label-pos: %s",
                          number (buffer, turn), turnstile ? "⊣" : sign, turnstile ? "0.5" : "0.2");
}

static void
write_edge (Writer *writer, guint32 edge, GString *out)
{
  const ChaseCell *cell = chase_diagram_get_cell (writer->diagram, edge);

  g_string_append (out, "\tedge(");
  append_ends (writer, cell, out);
  if (cell->style->form != CHASE_EDGE_ARROW)
    append_sign (writer, cell, out);
  else if (*cell->label != '\0')
    {
      g_string_append (out, ", ");
      append_label (writer, cell->label, &cell->style->label_colour, out);
      append_side (cell->style, writer->sides[edge], out);
    }
  append_marks (cell, out);
  append_path (writer, cell, out);
  g_string_append (out, ")\n");
}

void
chase_fletcher_write (const ChaseDiagram *diagram, const ChaseInterchangeOptions *options,
                      GString *out, GPtrArray *problems)
{
  g_autofree ChaseGridPoint *grid = chase_grid_new (diagram, problems);
  Writer writer = { .diagram = diagram, .whole = TRUE };

  writer.sides = chase_grid_label_sides (diagram, grid);
  writer.spots = chase_spots_new (diagram, grid);
  g_string_append (out, options->centre ? "#align(center, diagram({\n" : "#diagram({\n");
  for (guint32 i = 0; i < diagram->n_nodes; i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (diagram, i);

      g_string_append (out, "\tnode(");
      append_point (&writer.spots[i], out);
      g_string_append (out, ", ");
      append_label (&writer, cell->label, chase_node_ink (cell->style), out);
      chase_fletcher_outline_write (cell->style, out);
      g_string_append (out, ")\n");
    }
  for (guint32 i = diagram->n_nodes; i < chase_diagram_n_cells (diagram); i++)
    write_edge (&writer, i, out);
  g_string_append (out, options->centre ? "}))\n" : "})\n");
  if (!writer.whole)
    chase_problems_warning (
        problems, 0, 0, 1, NULL,
        "some labels have commands that Typst does not know: they were put in quotes");
  if (writer.lost > 0)
    chase_problems_warning (
        problems, 0, 0, 1, NULL,
        "arrows that lost a part of their style, which fletcher cannot draw: %u", writer.lost);
  g_free (writer.sides);
  g_free (writer.spots);
}
