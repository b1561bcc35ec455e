/* SPDX-License-Identifier: MIT */
#include "interchange/dot-private.h"
#include "interchange/geometry-private.h"

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
  double rgb[3];

  chase_colour_to_rgb (colour, rgb);
  g_string_append_printf (out, "rgb(\"#%02x%02x%02x\")", (guint)lround (255.0 * rgb[0]),
                          (guint)lround (255.0 * rgb[1]), (guint)lround (255.0 * rgb[2]));
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

static const char *
tail_mark (ChaseTail tail)
{
  static const char *const marks[]
      = { [CHASE_TAIL_MONO] = ">",           [CHASE_TAIL_MAPS_TO] = "|",
          [CHASE_TAIL_HOOK_TOP] = "hook",    [CHASE_TAIL_HOOK_BOTTOM] = "hook'",
          [CHASE_TAIL_ARROW] = "<",          [CHASE_TAIL_COIL_TOP] = "hook",
          [CHASE_TAIL_COIL_BOTTOM] = "hook'" };

  return marks[tail] != NULL ? marks[tail] : "";
}

static const char *
head_mark (ChaseHead head)
{
  static const char *const marks[] = { [CHASE_HEAD_ARROW] = ">",
                                       [CHASE_HEAD_NONE] = "",
                                       [CHASE_HEAD_EPI] = ">>",
                                       [CHASE_HEAD_HARPOON_TOP] = "harpoon",
                                       [CHASE_HEAD_HARPOON_BOTTOM] = "harpoon'",
                                       [CHASE_HEAD_MULTIMAP] = "O" };

  return marks[head] != NULL ? marks[head] : ">";
}

static const char *
line_mark (const ChaseCell *cell)
{
  static const char *const marks[] = { [CHASE_BODY_SOLID] = "-",
                                       [CHASE_BODY_NONE] = " ",
                                       [CHASE_BODY_DASHED] = "--",
                                       [CHASE_BODY_DOTTED] = "..",
                                       [CHASE_BODY_SQUIGGLY] = "~",
                                       [CHASE_BODY_BARRED] = "-|-",
                                       [CHASE_BODY_DOUBLE_BARRED] = "-||-",
                                       [CHASE_BODY_BULLET_SOLID] = "-@-",
                                       [CHASE_BODY_BULLET_HOLLOW] = "-O-" };
  guint lines = chase_cell_lines (cell);

  if (cell->style->body == CHASE_BODY_SOLID && lines >= 2)
    return lines == 2 ? "=" : "==";
  return marks[cell->style->body];
}

static void
append_marks (const ChaseCell *cell, GString *out)
{
  g_autofree char *marks = NULL;

  if (cell->style->form != CHASE_EDGE_ARROW)
    {
      g_string_append (out, ", \" \"");
      return;
    }
  marks = g_strconcat (tail_mark (chase_cell_tail (cell)), line_mark (cell),
                       head_mark (chase_cell_head (cell)), NULL);
  if (strcmp (marks, "-") != 0)
    g_string_append_printf (out, ", \"%s\"", marks);
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

static void
append_path (Writer *writer, const ChaseCell *cell, GString *out)
{
  const ChaseStyle *style = cell->style;
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (chase_cell_is_loop (writer->diagram, cell))
    append_loop (style, out);
  else if (style->curve != 0.0)
    g_string_append_printf (out, ", bend: %sdeg", number (buffer, -18.0 * style->curve));
  else if (style->offset != 0.0)
    g_string_append_printf (out, ", shift: %s", number (buffer, -style->offset / 20.0));
  if (style->colour.kind != CHASE_COLOUR_NONE && style->form == CHASE_EDGE_ARROW)
    {
      g_string_append (out, ", stroke: ");
      append_colour (&style->colour, out);
    }
  if (style->curve != 0.0 && style->offset != 0.0)
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

  append_point (&ends[0], out);
  g_string_append (out, ", ");
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
  if (chase_cell_lines (cell) == 4 && cell->style->form == CHASE_EDGE_ARROW)
    writer->lost++;
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
      append_label (&writer, cell->label, &cell->style->label_colour, out);
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
