/* SPDX-License-Identifier: MIT */
#include "interchange/node-outline-private.h"
#include "interchange/tex-unicode-private.h"
#include "interchange/tikz-write-private.h"

#include <string.h>

/* A row of cells with their arrows in them is no longer than this; else the arrows stand below. */
#define ROW_MAX 100
/* More steps than these are better said by row and column. */
#define STEPS_MAX 6

/* The outline of a node as TikZ says it, where nothing that was read does. */
static void
add_outline (const ChaseTikzWriter *writer, const ChaseStyle *style, GString *options)
{
  const char *shape = chase_style_get_extra (style, "outline");
  const char *line = chase_style_get_extra (style, "outlinestyle");
  const char *all = chase_tikz_get_options (writer->diagram->item);
  static const char *const keys[] = { "outlinecolour", "outlinefill" };

  if (shape == NULL || (all != NULL && strstr (all, "nodes=") != NULL))
    return;
  /* An ellipse is in a library of TikZ that the document may not have. */
  chase_tikz_list_add (options, "%s",
                       strcmp (shape, "rounded") == 0   ? "rounded corners"
                       : strcmp (shape, "ellipse") == 0 ? "rounded corners=8pt"
                       : strcmp (shape, "circle") == 0  ? "circle"
                                                        : "rectangle");
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const char *hex = chase_style_get_extra (style, keys[i]);
      ChaseColour colour = { 0 };

      if (hex != NULL && chase_colour_parse_hex (hex, &colour))
        chase_tikz_add_colour (options, i == 0 ? "draw" : "fill", &colour);
      else if (i == 0 && g_strcmp0 (line, "none") != 0)
        chase_tikz_list_add (options, "draw");
    }
  if (line != NULL && strcmp (line, "none") != 0 && strcmp (line, "solid") != 0)
    chase_tikz_list_add (options, "%s", line);
}

static void
write_node (const ChaseTikzWriter *writer, guint32 node, GString *out)
{
  const ChaseCell *cell = chase_diagram_get_cell (writer->diagram, node);
  const char *kept = chase_style_get_extra (cell->style, "tikz");
  const ChaseColour *colour = chase_node_ink (cell->style);

  g_autoptr (GString) options = g_string_new (kept);

  if (kept == NULL)
    add_outline (writer, cell->style, options);
  if (writer->options->overlays && cell->style->step > 0)
    chase_tikz_list_add (options, "from slide %u", cell->style->step + 1);
  if (options->len > 0)
    g_string_append_printf (out, "|[%s]| ", options->str);
  if (chase_tikz_has_colour (colour) && *cell->label != '\0')
    {
      g_autoptr (GString) name = g_string_new (NULL);
      g_autofree char *text = chase_tikz_label (writer, cell->label);

      chase_tikz_write_colour (colour, name);
      g_string_append_printf (out, *name->str == '{' ? "\\textcolor%s{%s}" : "\\textcolor{%s}{%s}",
                              name->str, text);
      return;
    }
  chase_tikz_write_text (writer, cell->label, " \\_^'+-*/.,:;=!<>()[]{}~", out);
}

static int
compare_places (gconstpointer a, gconstpointer b, gpointer data)
{
  const ChaseGridPoint *grid = data;
  const ChaseGridPoint *left = &grid[*(const guint32 *)a];
  const ChaseGridPoint *right = &grid[*(const guint32 *)b];

  if (left->row != right->row)
    return left->row < right->row ? -1 : 1;
  return left->column < right->column ? -1 : left->column > right->column;
}

/* Returns the nodes from left to right, row after row. */
static guint32 *
sorted_nodes (const ChaseTikzWriter *writer)
{
  guint32 n = writer->diagram->n_nodes;
  guint32 *nodes = g_new (guint32, n + 1);

  for (guint32 i = 0; i < n; i++)
    nodes[i] = i;
  g_qsort_with_data (nodes, (gint)n, sizeof *nodes, compare_places, writer->grid);
  return nodes;
}

/* The cells' texts by node, their arrows behind them where they stand in the cells. */
static char **
cell_texts (ChaseTikzWriter *writer)
{
  guint32 n = writer->diagram->n_nodes;
  g_autofree GString **texts = g_new (GString *, n + 1);
  char **result = g_new0 (char *, n + 1);

  for (guint32 i = 0; i < n; i++)
    {
      texts[i] = g_string_new (NULL);
      write_node (writer, i, texts[i]);
    }
  for (guint32 i = 0; writer->in_cells && i < writer->n_edges; i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (writer->diagram, writer->edges[i]);

      g_string_append_c (texts[cell->source], ' ');
      chase_tikz_write_arrow (writer, writer->edges[i], texts[cell->source]);
    }
  for (guint32 i = 0; i < n; i++)
    result[i] = g_string_free (texts[i], FALSE);
  return result;
}

/* The width of each column, in characters; aligned only where a row stays short. */
static guint *
column_widths (const ChaseTikzWriter *writer, char **texts, gboolean *aligned)
{
  guint *widths = g_new0 (guint, writer->columns + 1);
  guint total = 0;

  for (guint32 i = 0; i < writer->diagram->n_nodes; i++)
    {
      guint column = (guint)writer->grid[i].column;

      widths[column] = MAX (widths[column], (guint)g_utf8_strlen (texts[i], -1));
    }
  for (guint i = 0; i < writer->columns; i++)
    total += widths[i] + 3;
  *aligned = total <= ROW_MAX + 20 && !writer->options->quiver_sty && !writer->broken;
  return widths;
}

static const char *
separator (const ChaseTikzWriter *writer)
{
  return writer->replaced ? "\\&" : "&";
}

/* Is there an & that is no sign of its own? */
static gboolean
has_ampersand (const char *text)
{
  for (; *text != '\0'; text++)
    if (*text == '&')
      return TRUE;
    else if (*text == '\\' && text[1] != '\0')
      text++;
  return FALSE;
}

/* A frame of beamer reads its text before TeX does, and takes an & for its own; so does the matrix
 * of one in the label of an arrow. */
static gboolean
needs_replacement (const ChaseTikzWriter *writer)
{
  if (writer->options->overlays)
    return TRUE;
  for (guint32 i = 0; i < writer->n_edges; i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (writer->diagram, writer->edges[i]);

      if (has_ampersand (cell->label))
        return TRUE;
      for (guint j = 0; j < chase_style_n_labels (cell->style); j++)
        if (has_ampersand (chase_style_get_label (cell->style, j)->text))
          return TRUE;
    }
  return FALSE;
}

/* `[5pt]` behind a separator, where the author asked for more room. */
static void
write_room (const ChaseTikzWriter *writer, gboolean rows, guint n, GString *out)
{
  g_autofree char *room = chase_tikz_get_gap (writer->diagram->item, rows, n);

  if (room != NULL)
    g_string_append_printf (out, "[%s]", room);
}

/* The separators up to @column; with @aligned, blanks that bring them below each other. */
static void
write_gap (const ChaseTikzWriter *writer, const guint *widths, gboolean aligned, guint row,
           guint from, guint to, guint written, gsize *length, GString *out)
{
  for (guint i = from; i < to; i++)
    {
      guint width = i == from ? written : 0;

      if (aligned)
        for (; width < widths[i]; width++)
          g_string_append_c (out, ' ');
      if (aligned || i == from)
        g_string_append_printf (out, "%s%s", out->len > *length ? " " : "", separator (writer));
      else
        g_string_append (out, separator (writer));
      if (row == 0)
        write_room (writer, FALSE, i, out);
      if (aligned || i + 1 == to)
        g_string_append_c (out, ' ');
    }
}

/* In characters. Caller frees. */
static gsize *
row_lengths (const ChaseTikzWriter *writer, char **texts)
{
  gsize *lengths = g_new0 (gsize, writer->rows + 1);

  for (guint32 i = 0; i < writer->diagram->n_nodes; i++)
    lengths[writer->grid[i].row] += (gsize)g_utf8_strlen (texts[i], -1) + 3;
  return lengths;
}

static gboolean
rows_fit (const ChaseTikzWriter *writer, char **texts)
{
  g_autofree gsize *lengths = row_lengths (writer, texts);

  for (guint row = 0; row < writer->rows; row++)
    if (lengths[row] > ROW_MAX)
      return FALSE;
  return TRUE;
}

static void
write_matrix (const ChaseTikzWriter *writer, char **texts, GString *out)
{
  g_autofree guint32 *nodes = sorted_nodes (writer);
  gboolean aligned;
  g_autofree guint *widths = column_widths (writer, texts, &aligned);
  g_autofree gsize *lengths = row_lengths (writer, texts);
  guint32 at = 0;

  for (guint row = 0; row < writer->rows; row++)
    {
      gsize start;
      guint column = 0, written = 0;

      g_string_append_c (out, '\t');
      start = out->len;
      while (at < writer->diagram->n_nodes && (guint)writer->grid[nodes[at]].row == row)
        {
          guint next = (guint)writer->grid[nodes[at]].column;

          write_gap (writer, widths, aligned, row, column, next, written, &start, out);
          if (writer->broken && lengths[row] > ROW_MAX && g_str_has_suffix (out->str, "& "))
            {
              g_string_truncate (out, out->len - 1);
              g_string_append (out, "\n\t  ");
            }
          g_string_append (out, texts[nodes[at]]);
          written = (guint)g_utf8_strlen (texts[nodes[at]], -1);
          column = next;
          at++;
        }
      for (; writer->options->quiver_sty && row == 0 && column + 1 < writer->columns; column++)
        g_string_append_printf (out, "%s%s", g_str_has_suffix (out->str, "&") ? "" : " ",
                                separator (writer));
      if (row + 1 < writer->rows)
        {
          g_string_append (out, out->len > start ? " \\\\" : "\\\\");
          write_room (writer, TRUE, row, out);
        }
      g_string_append_c (out, '\n');
    }
}

/* Quiver orders arrows by where their first object is, then their last. */
static guint32
first_object (const ChaseTikzWriter *writer, guint32 cell)
{
  while (cell >= writer->diagram->n_nodes)
    cell = chase_diagram_get_cell (writer->diagram, cell)->source;
  return cell;
}

static guint32
last_object (const ChaseTikzWriter *writer, guint32 cell)
{
  cell = chase_diagram_get_cell (writer->diagram, cell)->target;
  while (cell >= writer->diagram->n_nodes)
    cell = chase_diagram_get_cell (writer->diagram, cell)->source;
  return cell;
}

static int
compare_edges (gconstpointer a, gconstpointer b, gpointer data)
{
  const ChaseTikzWriter *writer = data;
  guint32 left = *(const guint32 *)a, right = *(const guint32 *)b;
  guint levels[2] = { chase_diagram_get_cell (writer->diagram, left)->level,
                      chase_diagram_get_cell (writer->diagram, right)->level };
  guint32 ends[2] = { first_object (writer, left), first_object (writer, right) };
  int order;

  if (levels[0] != levels[1])
    return levels[0] < levels[1] ? -1 : 1;
  order = compare_places (&ends[0], &ends[1], writer->grid);
  if (order != 0)
    return order;
  ends[0] = last_object (writer, left);
  ends[1] = last_object (writer, right);
  return compare_places (&ends[0], &ends[1], writer->grid);
}

static void
name_ends (ChaseTikzWriter *writer)
{
  gint n = 0;
  guint32 all = chase_diagram_n_cells (writer->diagram);
  g_autofree gboolean *used = g_new0 (gboolean, all + 1);

  writer->names = g_new (gint, all + 1);
  writer->midpoint = g_new0 (gboolean, all + 1);
  for (guint32 i = 0; i < all; i++)
    writer->names[i] = -1;
  for (guint32 i = 0; i < writer->n_edges; i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (writer->diagram, writer->edges[i]);

      used[cell->source] = used[cell->target] = TRUE;
      writer->midpoint[cell->source] |= cell->style->source_midpoint;
      writer->midpoint[cell->target] |= cell->style->target_midpoint;
    }
  for (guint32 i = 0; i < writer->n_edges; i++)
    if (used[writer->edges[i]])
      writer->names[writer->edges[i]] = n++;
}

static gboolean
fits_cells (const ChaseTikzWriter *writer)
{
  if (writer->options->quiver_sty)
    return FALSE;
  for (guint32 i = 0; i < writer->n_edges; i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (writer->diagram, writer->edges[i]);

      if (cell->level != 1
          || ABS (writer->grid[cell->source].row - writer->grid[cell->target].row)
                     + ABS (writer->grid[cell->source].column - writer->grid[cell->target].column)
                 > STEPS_MAX)
        return FALSE;
    }
  return TRUE;
}

static void
write_body (ChaseTikzWriter *writer, GString *out)
{
  g_auto (GStrv) texts = NULL;

  writer->in_cells = fits_cells (writer);
  texts = cell_texts (writer);
  writer->broken = writer->in_cells && !writer->options->quiver_sty && !rows_fit (writer, texts);
  if (writer->in_cells && writer->options->quiver_sty && !rows_fit (writer, texts))
    {
      writer->in_cells = FALSE;
      g_strfreev (texts);
      texts = cell_texts (writer);
    }
  write_matrix (writer, texts, out);
  for (guint32 i = 0; !writer->in_cells && i < writer->n_edges; i++)
    {
      g_string_append_c (out, '\t');
      chase_tikz_write_arrow (writer, writer->edges[i], out);
      g_string_append_c (out, '\n');
      if (!writer->midpoint[writer->edges[i]])
        continue;
      g_string_append_c (out, '\t');
      chase_tikz_write_helper (writer, writer->edges[i], out);
      g_string_append_c (out, '\n');
    }
}

static void
write_options (const ChaseTikzWriter *writer, GString *out)
{
  const char *kept = chase_tikz_get_options (writer->diagram->item);
  g_autoptr (GString) list = g_string_new (NULL);

  if (writer->replaced)
    chase_tikz_list_add (list, "ampersand replacement=\\&");
  if (writer->options->overlays && chase_tikz_is_curly (writer))
    chase_tikz_list_add (list, "bezier bounding box/.try");
  if (writer->options->cramped && (kept == NULL || strstr (kept, "cramped") == NULL))
    chase_tikz_list_add (list, "cramped");
  if (kept == NULL || strstr (kept, "sep") == NULL)
    chase_tikz_add_separations (writer, list);
  if (kept != NULL)
    chase_tikz_list_add (list, "%s", kept);
  if (list->len > 0)
    g_string_append_printf (out, "[%s]", list->str);
  g_string_append_c (out, '\n');
}

static void
open_wrapper (const ChaseTikzWriter *writer, GString *out)
{
  const ChaseItem *item = writer->diagram->item;

  if (writer->options->overlays)
    chase_tikz_open_overlays (writer, out);
  if (writer->options->equation)
    {
      g_string_append (out, "\\begin{equation}");
      if (item != NULL && item->name != NULL)
        g_string_append_printf (out, "\\label{%s%s}", strchr (item->name, ':') == NULL ? "eq:" : "",
                                item->name);
      g_string_append_c (out, '\n');
    }
  else if (writer->options->centre)
    g_string_append (out, "\\[");
}

static void
close_wrapper (const ChaseTikzWriter *writer, GString *out)
{
  if (writer->options->equation)
    g_string_append (out, "\n\\end{equation}");
  else if (writer->options->centre)
    g_string_append (out, "\\]");
  if (writer->options->overlays)
    chase_tikz_close_overlays (writer, out);
  g_string_append_c (out, '\n');
}

/* Says which signs of what was written need more than pdflatex with its own fonts. */
static void
report_signs (const ChaseTikzWriter *writer, const char *text)
{
  g_autoptr (GString) others = g_string_new (NULL);
  ChaseTexNeeds needs = chase_tex_needs (text, others);

  if (others->len > 0)
    chase_problems_warning (writer->problems, 0, 0, 1,
                            "lualatex takes them, with a font that has them",
                            "pdflatex has no form of %s", others->str);
  if (writer->nearest->len > 0)
    chase_problems_warning (
        writer->problems, 0, 0, 1, "lualatex takes them as they are, with the package unicode-math",
        "pdflatex has no font with %s: near ones are written", writer->nearest->str);
  if ((needs & CHASE_TEX_CJK) != 0 && !writer->options->standalone)
    chase_problems_warning (writer->problems, 0, 0, 1,
                            "in pdflatex the package CJKutf8 has, in others ctex",
                            "the labels have signs that LaTeX has no font for");
}

static void
report (const ChaseTikzWriter *writer)
{
  if (writer->lost_lines > 0)
    chase_problems_warning (writer->problems, 0, 0, 1, "quiver.sty has more",
                            "arrows of three or four lines, written with two: %u",
                            writer->lost_lines);
  if (writer->lost_coils > 0)
    chase_problems_warning (writer->problems, 0, 0, 1, "quiver.sty has coils",
                            "coils written as hooks: %u", writer->lost_coils);
}

void
chase_tikz_write (const ChaseDiagram *diagram, const ChaseInterchangeOptions *options, GString *out,
                  GPtrArray *problems)
{
  g_autoptr (GString) nearest = g_string_new (NULL);
  ChaseTikzWriter writer
      = { .diagram = diagram, .options = options, .problems = problems, .nearest = nearest };
  gsize start = out->len;

  writer.grid = chase_grid_new (diagram, problems);
  chase_grid_units (diagram, writer.units);
  writer.sides = chase_grid_label_sides (diagram, writer.grid);
  writer.spots = chase_spots_new (diagram, writer.grid);
  writer.points = chase_points_new (diagram, writer.grid,
                                    chase_tikz_pitch (chase_tikz_get_options (diagram->item)));
  writer.edges = chase_edges_by_level (diagram, &writer.n_edges);
  for (guint32 i = 0; i < diagram->n_nodes; i++)
    {
      writer.columns = MAX (writer.columns, (guint)writer.grid[i].column + 1);
      writer.rows = MAX (writer.rows, (guint)writer.grid[i].row + 1);
    }
  if (options->quiver_sty)
    g_qsort_with_data (writer.edges, (gint)writer.n_edges, sizeof *writer.edges, compare_edges,
                       &writer);
  writer.replaced = needs_replacement (&writer);
  name_ends (&writer);
  open_wrapper (&writer, out);
  g_string_append (out, "\\begin{tikzcd}");
  write_options (&writer, out);
  write_body (&writer, out);
  g_string_append (out, "\\end{tikzcd}");
  close_wrapper (&writer, out);
  report (&writer);
  report_signs (&writer, out->str + start);
  g_free (writer.grid);
  g_free (writer.sides);
  g_free (writer.spots);
  g_free (writer.points);
  g_free (writer.edges);
  g_free (writer.names);
  g_free (writer.midpoint);
}
