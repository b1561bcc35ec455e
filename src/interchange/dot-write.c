/* SPDX-License-Identifier: MIT */
#include "interchange/dot-read-private.h"
#include "interchange/geometry-private.h"
#include "interchange/node-outline-private.h"
#include "interchange/plain-text-private.h"
#include "interchange/quiver-private.h"
#include "model/item-note.h"

#include <math.h>
#include <string.h>

/* Appends @text in quotes. In labels a backslash is a sign of Graphviz's own, and has to be
 * doubled. */
static void
append_quoted (GString *out, const char *text, gboolean escapes)
{
  gboolean single = FALSE;

  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      single = *p == '\\' && !single;
      if (*p == '"' || (escapes && *p == '\\'))
        g_string_append_c (out, '\\');
      g_string_append_c (out, *p == '\n' || *p == '\r' ? ' ' : *p);
      /* Without this a backslash that has no other beside it would take the quote with it. */
      if (!escapes && single && (p[1] == '\0' || p[1] == '"'))
        g_string_append_c (out, ' ');
    }
  g_string_append_c (out, '"');
}

static void
append_attribute (GString *out, const char *key, const char *value, gboolean escapes)
{
  g_string_append_printf (out, "%s%s=", out->str[out->len - 1] == '[' ? "" : ", ", key);
  append_quoted (out, value, escapes);
}

static const char *
number (char *buffer, double value)
{
  return g_ascii_formatd (buffer, G_ASCII_DTOSTR_BUF_SIZE, "%.6g",
                          isfinite (value) ? value + 0.0 : 0.0);
}

/* What is shown, and beside it the LaTeX, in the key that dot2tex knows, where that says more. */
static void
append_label (GString *out, const char *label)
{
  g_autofree char *plain = chase_latex_to_plain (label);
  g_autofree char *read = chase_plain_to_latex (plain);
  g_autofree char *doubled = chase_dot_double (label);
  g_autofree char *latex = g_strdup_printf ("$%s$", doubled);

  append_attribute (out, "label", plain, TRUE);
  /* An empty label alone would be read as none given, which shows the name. */
  if (strcmp (read, label) != 0 || *label == '\0')
    append_attribute (out, "texlbl", latex, FALSE);
}

static void
append_colour (GString *out, const char *key, const ChaseColour *colour, guint lines)
{
  g_autofree char *digits = NULL;
  g_autoptr (GString) value = g_string_new (NULL);

  if (colour->kind == CHASE_COLOUR_NONE && lines < 2)
    return;
  digits = colour->kind != CHASE_COLOUR_NONE ? chase_colour_to_hex (colour) : g_strdup ("#000000");
  for (guint i = 0; i < MAX (lines, 1); i++)
    {
      g_string_append_printf (value, "%s%s", i > 0 ? ":invis:" : "", digits);
      if (colour->kind != CHASE_COLOUR_NONE && colour->alpha != 1.0)
        g_string_append_printf (value, "%02x", (guint)lround (255.0 * colour->alpha));
    }
  append_attribute (out, key, value->str, FALSE);
}

static void
append_position (GString *out, double x, double y)
{
  char buffers[2][G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *value
      = g_strdup_printf ("%s,%s!", number (buffers[0], x), number (buffers[1], -y));

  append_attribute (out, "pos", value, FALSE);
}

/* JSON has a backslash before a quote, which DOT has no way to write. */
static void
append_json (GString *out, const char *key, GString *json)
{
  g_string_replace (json, "\\\\", "\\u005c", 0);
  g_string_replace (json, "\\\"", "\\u0022", 0);
  append_attribute (out, key, json->str, FALSE);
}

/* Every node has its own name; those without one are numbered. */
static char *
node_name (const ChaseDiagram *diagram, guint32 node)
{
  const ChaseCell *cell = chase_diagram_get_cell (diagram, node);

  if (node >= diagram->n_nodes)
    return g_strdup_printf ("edge %u", node - diagram->n_nodes + 1);
  return cell->name != NULL ? g_strdup (cell->name) : g_strdup_printf ("node %u", node + 1);
}

static void
write_node (const ChaseDiagram *diagram, guint32 node, GString *out)
{
  const ChaseCell *cell = chase_diagram_get_cell (diagram, node);
  g_autofree char *name = node_name (diagram, node);
  g_autoptr (GString) own = g_string_new (NULL);

  g_string_append (out, "  ");
  append_quoted (out, name, FALSE);
  g_string_append (out, " [");
  append_label (out, cell->label);
  if (cell->has_position)
    append_position (out, cell->x, cell->y);
  append_colour (out, "fontcolor", chase_node_ink (cell->style), 0);
  chase_dot_write_node_look (cell->style, out);
  chase_quiver_write_node_style (diagram, node, own);
  if (own->len > 0)
    append_json (out, "arrowchase", own);
  g_string_append (out, "];\n");
}

static void
append_tips (const ChaseCell *cell, GString *out)
{
  static const char *const heads[] = { [CHASE_HEAD_ARROW] = NULL,
                                       [CHASE_HEAD_NONE] = "none",
                                       [CHASE_HEAD_EPI] = "normalnormal",
                                       [CHASE_HEAD_HARPOON_TOP] = "lnormal",
                                       [CHASE_HEAD_HARPOON_BOTTOM] = "rnormal",
                                       [CHASE_HEAD_MULTIMAP] = "odot" };
  static const char *const tails[] = { [CHASE_TAIL_NONE] = NULL,
                                       [CHASE_TAIL_MONO] = "inv",
                                       [CHASE_TAIL_MAPS_TO] = "tee",
                                       [CHASE_TAIL_HOOK_TOP] = "lcurve",
                                       [CHASE_TAIL_HOOK_BOTTOM] = "rcurve",
                                       [CHASE_TAIL_ARROW] = "normal",
                                       [CHASE_TAIL_COIL_TOP] = "licurve",
                                       [CHASE_TAIL_COIL_BOTTOM] = "ricurve" };
  const char *head = heads[chase_cell_head (cell)];
  const char *tail = tails[chase_cell_tail (cell)];

  if (head != NULL)
    append_attribute (out, "arrowhead", head, FALSE);
  if (tail == NULL)
    return;
  append_attribute (out, "dir", "both", FALSE);
  append_attribute (out, "arrowtail", tail, FALSE);
}

static void
append_line (const ChaseCell *cell, GString *out)
{
  const char *style = NULL;

  if (cell->style->form != CHASE_EDGE_ARROW || cell->style->body == CHASE_BODY_NONE)
    style = "invis";
  else if (cell->style->body == CHASE_BODY_DASHED)
    style = "dashed";
  else if (cell->style->body == CHASE_BODY_DOTTED)
    style = "dotted";
  if (style != NULL)
    append_attribute (out, "style", style, FALSE);
  append_colour (out, "color", &cell->style->colour, chase_cell_lines (cell));
  append_colour (out, "fontcolor", &cell->style->label_colour, 0);
}

/* Graphviz has no place for curves, offsets and the like: quiver's words for them travel along.
 * Where nothing has a place, no side does either, if none is said. */
static void
append_rest (const ChaseDiagram *diagram, guint32 edge, ChaseLabelSide side, gboolean placed,
             GString *out)
{
  const ChaseCell *cell = chase_diagram_get_cell (diagram, edge);
  gboolean said = cell->style->label_side != CHASE_LABEL_AUTO;
  g_autoptr (GString) style = g_string_new (NULL);

  if (!placed)
    side = said ? cell->style->label_side : CHASE_LABEL_LEFT;
  chase_quiver_write_edge_style (diagram, edge, side, style);
  if (strcmp (style->str, "[0,{}]") == 0 && (placed || !said))
    return;
  append_json (out, "quiver", style);
  if (!placed && !said)
    append_attribute (out, CHASE_DOT_SIDE, "auto", FALSE);
}

static void
write_edge (const ChaseDiagram *diagram, guint32 edge, ChaseLabelSide side, gboolean placed,
            GString *out)
{
  const ChaseCell *cell = chase_diagram_get_cell (diagram, edge);
  g_autofree char *source = node_name (diagram, cell->source);
  g_autofree char *target = node_name (diagram, cell->target);

  g_string_append (out, "  ");
  append_quoted (out, source, FALSE);
  g_string_append (out, " -> ");
  append_quoted (out, target, FALSE);
  g_string_append (out, " [");
  if (*cell->label != '\0')
    append_label (out, cell->label);
  append_tips (cell, out);
  append_line (cell, out);
  append_rest (diagram, edge, side, placed, out);
  if (g_str_has_suffix (out->str, " ["))
    g_string_truncate (out, out->len - 2);
  else
    g_string_append_c (out, ']');
  g_string_append (out, ";\n");
}

/* The middle of an edge on which a cell stands: a point that nobody sees. */
static void
write_middle (const ChaseDiagram *diagram, guint32 edge, const ChaseSpot *spot, GString *out)
{
  g_autofree char *name = node_name (diagram, edge);

  g_string_append (out, "  ");
  append_quoted (out, name, FALSE);
  g_string_append_printf (out, " [of_edge=%u, label=\"\", shape=point, style=invis",
                          edge - diagram->n_nodes + 1);
  append_position (out, spot->x, spot->y);
  g_string_append (out, "];\n");
}

static gboolean *
find_ends (const ChaseDiagram *diagram)
{
  guint32 n = chase_diagram_n_cells (diagram);
  gboolean *ends = g_new0 (gboolean, n + 1);

  for (guint32 i = diagram->n_nodes; i < n; i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (diagram, i);

      ends[cell->source] = ends[cell->target] = TRUE;
    }
  return ends;
}

void
chase_dot_write (const ChaseDiagram *diagram, const ChaseInterchangeOptions *options, GString *out,
                 GPtrArray *problems)
{
  g_autofree ChaseGridPoint *grid = chase_grid_new (diagram, NULL);
  g_autofree ChaseLabelSide *sides = chase_grid_label_sides (diagram, grid);
  g_autofree ChaseSpot *spots = chase_spots_new (diagram, grid);
  g_autofree gboolean *ends = find_ends (diagram);
  const char *direction = chase_item_find_note (diagram->item, CHASE_DOT_DIRECTION);
  guint32 n = chase_diagram_n_cells (diagram);
  gboolean placed = chase_diagram_is_placed (diagram);

  g_string_append (out, "digraph ");
  append_quoted (out, diagram->item->name != NULL ? diagram->item->name : "diagram", FALSE);
  g_string_append (out, " {\n");
  if (diagram->item->label != NULL && *diagram->item->label != '\0')
    {
      g_string_append (out, "  label=");
      append_quoted (out, diagram->item->label, TRUE);
      g_string_append (out, "; labelloc=t;\n");
    }
  if (direction != NULL)
    {
      g_string_append (out, "  rankdir=");
      append_quoted (out, direction, FALSE);
      g_string_append (out, ";\n");
    }
  g_string_append (out, "  node [shape=plaintext];\n");
  for (guint32 i = 0; i < diagram->n_nodes; i++)
    write_node (diagram, i, out);
  for (guint32 i = diagram->n_nodes; i < n; i++)
    if (ends[i])
      write_middle (diagram, i, &spots[i], out);
  for (guint32 i = diagram->n_nodes; i < n; i++)
    write_edge (diagram, i, sides[i], placed, out);
  g_string_append (out, "}\n");
}
