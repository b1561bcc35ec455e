/* SPDX-License-Identifier: MIT */
#include "interchange/geometry-private.h"
#include "interchange/tex-private.h"
#include "interchange/tikz-private.h"

#include <math.h>
#include <string.h>

/* A row of cells with their arrows in them is no longer than this; else the arrows stand below. */
#define ROW_MAX 100
/* More steps than these are better said by row and column. */
#define STEPS_MAX 6

typedef struct
{
  const ChaseDiagram *diagram;
  const ChaseInterchangeOptions *options;
  GPtrArray *problems;
  ChaseGridPoint *grid;
  ChaseLabelSide *sides;
  ChaseSpot *spots;
  ChaseSpot *points; /* the same, in print */
  guint32 *edges;
  guint32 n_edges;
  gint *names;        /* of each edge that is an end of another, else -1 */
  gboolean *midpoint; /* an edge on whose middle between the objects another stands */
  guint columns, rows;
  gboolean in_cells; /* arrows stand in the cells, with direction letters */
  gboolean broken;   /* rows too long for a line have each cell in a line of its own */
  guint lost_lines, lost_coils;
} Writer;

/* Labels */

static gboolean
is_word (const char *text)
{
  gsize n;

  if (*text == '\\')
    text++;
  for (n = 0; g_ascii_isalnum (text[n]); n++)
    continue;
  return n > 0 && text[n] == '\0';
}

/* What can stand between quotes, or in a cell, without braces. */
static gboolean
is_plain (const Writer *writer, const char *text, const char *signs)
{
  if (is_word (text))
    return TRUE;
  if (writer->options->quiver_sty || *text == '{' || *text == '[' || *text == '\0')
    return FALSE;
  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && strchr (signs, *p) == NULL)
      return FALSE;
  return strstr (text, "\\ar") == NULL && strstr (text, "\\end") == NULL
         && strstr (text, "\\begin") == NULL && strstr (text, "\\\\") == NULL;
}

/* Are there several lines, outside of groups? */
static gboolean
has_lines (const char *text)
{
  guint depth = 0;

  for (const char *p = text; *p != '\0'; p++)
    if (*p == '\\' && p[1] != '\0')
      {
        p++;
        if (*p == '\\' && depth == 0)
          return TRUE;
      }
    else
      depth += (*p == '{') - (*p == '}' && depth > 0);
  return FALSE;
}

static void
write_text (const Writer *writer, const char *label, const char *signs, GString *out)
{
  g_autofree char *text = chase_tex_mend (label);

  if (has_lines (text) && strstr (text, "\\begin") == NULL)
    g_string_append_printf (out, "{\\begin{array}{c} %s \\end{array}}", text);
  else if (is_plain (writer, text, signs))
    g_string_append (out, text);
  else
    g_string_append_printf (out, "{%s}", text);
}

/* Appends to a list in braces or brackets: the first item opens it. */
static void
add (GString *list, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
add (GString *list, const char *format, ...)
{
  va_list args;

  if (list->len > 0)
    g_string_append (list, ", ");
  va_start (args, format);
  g_string_append_vprintf (list, format, args);
  va_end (args);
}

static void
add_colour (GString *list, const char *key, const ChaseColour *colour)
{
  g_autoptr (GString) value = g_string_new (NULL);

  chase_tikz_write_colour (colour, value);
  add (list, "%s=%s", key, value->str);
}

/* Lightness 0 is the ink of the page. */
static gboolean
has_colour (const ChaseColour *colour)
{
  if (colour->kind == CHASE_COLOUR_HSL)
    return colour->values[2] > 0.0;
  return colour->kind == CHASE_COLOUR_RGB;
}

static gboolean
same_colour (const ChaseColour *a, const ChaseColour *b)
{
  double left[3], right[3];

  if (!has_colour (a) || !has_colour (b))
    return FALSE;
  chase_colour_to_rgb (a, left);
  chase_colour_to_rgb (b, right);
  return fabs (left[0] - right[0]) + fabs (left[1] - right[1]) + fabs (left[2] - right[2]) < 1e-6;
}

/* "0.3": at most three digits, none that say nothing. */
static const char *
number (char *buffer, double value)
{
  g_ascii_formatd (buffer, G_ASCII_DTOSTR_BUF_SIZE, "%.3f", value);
  if (strchr (buffer, '.') != NULL)
    {
      char *end = buffer + strlen (buffer);

      while (end[-1] == '0')
        *--end = '\0';
      if (end[-1] == '.')
        *--end = '\0';
    }
  return strcmp (buffer, "-0") == 0 ? "0" : buffer;
}

static gboolean
is_marked (const ChaseStyle *style)
{
  return style->body >= CHASE_BODY_BARRED && style->body <= CHASE_BODY_BULLET_HOLLOW
         && style->form == CHASE_EDGE_ARROW;
}

/* Appends `"text"`, a quote where it is on the right, and its options: where it stands, and @kept.
 */
static void
add_label (Writer *writer, const ChaseCell *cell, const ChaseStyleLabel *label, const char *text,
           const char *kept, GString *list)
{
  g_autoptr (GString) options = g_string_new (NULL);
  const ChaseStyle *style = cell->style;
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (list->len > 0)
    g_string_append (list, ", ");
  g_string_append_c (list, '"');
  write_text (writer, text, " \\_^'+-*/.|!<>(){}", list);
  g_string_append (list, label->side == CHASE_LABEL_RIGHT ? "\"'" : "\"");
  if (label->side == CHASE_LABEL_CENTRE)
    add (options, "description");
  if (label->side == CHASE_LABEL_OVER)
    add (options, "marking, allow upside down");
  if (label->sloped)
    add (options, "sloped");
  if (label->at != 0.5)
    add (options, "pos=%s", number (buffer, label->at));
  if (has_colour (&label->colour) && !same_colour (&label->colour, &style->colour))
    add_colour (options, "text", &label->colour);
  /* quiver keeps labels off the marks; plain tikz-cd is written as people write it. */
  if (writer->options->quiver_sty && is_marked (style)
      && (label->side == CHASE_LABEL_LEFT || label->side == CHASE_LABEL_RIGHT))
    add (options, "inner sep=.8ex");
  if (kept != NULL)
    add (options, "%s", kept);
  if (options->len > 0)
    g_string_append_printf (list, "{%s}", options->str);
}

static void
add_labels (Writer *writer, const ChaseCell *cell, ChaseLabelSide side, GString *list)
{
  const ChaseStyle *style = cell->style;
  const char *text = chase_cell_label (cell);
  ChaseStyleLabel first;

  chase_style_label_init (&first);
  first.side = side;
  first.at = style->label_at;
  first.sloped = style->label_sloped;
  first.colour = style->label_colour;
  if (*text != '\0')
    add_label (writer, cell, &first, text, chase_style_get_extra (style, "tikzlabel"), list);
  for (guint i = 0; i < chase_style_n_labels (style); i++)
    {
      const ChaseStyleLabel *label = chase_style_get_label (style, i);
      g_autofree char *key = g_strdup_printf ("tikzlabel%u", i + 2);

      add_label (writer, cell, label, label->text, chase_style_get_extra (style, key), list);
    }
}

static void
add_mark (const char *text, const ChaseStyle *style, const char *colour, GString *list)
{
  g_autoptr (GString) options = g_string_new ("marking");
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (style->shorten_source != style->shorten_target)
    add (options, "pos=%s",
         number (buffer, (100.0 + style->shorten_source - style->shorten_target) / 200.0));
  if (colour != NULL)
    add (options, "text=%s", colour);
  else if (has_colour (&style->colour))
    add_colour (options, "text", &style->colour);
  add (list, "\"%s\"{%s}", text, options->str);
}

static void
add_marks (const ChaseStyle *style, GString *list)
{
  const char *kept = chase_style_get_extra (style, "tikzmark");

  if (style->form != CHASE_EDGE_ARROW)
    return;
  if (style->body == CHASE_BODY_BARRED)
    add_mark (kept != NULL ? kept : "\\shortmid", style, NULL, list);
  else if (style->body == CHASE_BODY_DOUBLE_BARRED)
    add_mark ("{\\shortmid\\shortmid}", style, NULL, list);
  else if (style->body == CHASE_BODY_BULLET_SOLID)
    add_mark ("\\bullet", style, NULL, list);
  else if (style->body == CHASE_BODY_BULLET_HOLLOW)
    {
      add_mark ("\\bullet", style, "\\pgfkeysvalueof{/tikz/commutative diagrams/background color}",
                list);
      add_mark ("\\circ", style, NULL, list);
    }
}

static double
direction (const Writer *writer, const ChaseCell *cell)
{
  const ChaseSpot *from = &writer->spots[cell->source];
  const ChaseSpot *to = &writer->spots[cell->target];

  return atan2 (to->y - from->y, to->x - from->x);
}

/* The sign in place of an arrow: a turnstile, or a corner turned to the next eighth. */
static void
add_sign (Writer *writer, const ChaseCell *cell, GString *list)
{
  double angle = direction (writer, cell);
  gboolean adjunction = cell->style->form == CHASE_EDGE_ADJUNCTION;
  double rotate = adjunction ? -angle * 180.0 / G_PI : 45.0 - 45.0 * round (4.0 * angle / G_PI);
  g_autoptr (GString) options = g_string_new ("anchor=center");
  const char *sign = "\\dashv";
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (!adjunction)
    {
      sign = cell->style->form == CHASE_EDGE_PULLBACK ? "\\lrcorner" : "\\ulcorner";
      add (options, "pos=0.125");
    }
  if (adjunction || fabs (rotate) > 1e-9)
    add (options, "rotate=%s", number (buffer, rotate));
  if (has_colour (&cell->style->colour))
    add_colour (options, "text", &cell->style->colour);
  add (list, "\"%s\"{%s}", sign, options->str);
}

/* Keys */

static void
add_angles (const ChaseStyle *style, GString *list)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (fabs (style->bend) == 30.0)
    add (list, "bend %s", style->bend > 0.0 ? "right" : "left");
  else if (style->bend != 0.0)
    add (list, "bend %s=%s", style->bend > 0.0 ? "right" : "left",
         number (buffer, fabs (style->bend)));
  if (style->has_out)
    add (list, "out=%s", number (buffer, style->out));
  if (style->has_in)
    add (list, "in=%s", number (buffer, style->in));
  if (style->looseness != 1.0)
    add (list, "looseness=%s", number (buffer, style->looseness));
}

static void
add_shift_and_curve (const Writer *writer, const ChaseDiagram *diagram, const ChaseCell *cell,
                     GString *list)
{
  const ChaseStyle *style = cell->style;
  const char *kept = chase_style_get_extra (style, "tikz");
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (fabs (style->offset) == 1.0)
    add (list, "shift %s", style->offset > 0.0 ? "right" : "left");
  else if (style->offset != 0.0)
    add (list, "shift %s=%s", style->offset > 0.0 ? "right" : "left",
         number (buffer, fabs (style->offset)));
  if (style->form == CHASE_EDGE_ARROW && has_colour (&style->colour) && !is_marked (style))
    add_colour (list, same_colour (&style->colour, &style->label_colour) ? "color" : "draw",
                &style->colour);
  else if (style->form == CHASE_EDGE_ARROW && has_colour (&style->colour))
    add_colour (list, "draw", &style->colour);
  if (chase_cell_is_loop (diagram, cell))
    return;
  if (style->bend != 0.0 || style->has_out || style->has_in)
    {
      add_angles (style, list);
      return;
    }
  if (style->curve == 0.0 || (kept != NULL && strstr (kept, "curve=") != NULL))
    return;
  if (writer->options->quiver_sty)
    add (list, "curve={height=%spt}", number (buffer, 6.0 * style->curve));
  else
    add (list, "bend %s=%s", style->curve > 0.0 ? "right" : "left",
         number (buffer, CHASE_TIKZ_BEND * fabs (style->curve)));
}

static void
add_shorten (const Writer *writer, const ChaseCell *cell, GString *list)
{
  const ChaseStyle *style = cell->style;
  double length = chase_tikz_length (&writer->points[cell->source], &writer->points[cell->target],
                                     cell->level > 1);
  char buffers[2][G_ASCII_DTOSTR_BUF_SIZE];

  if (style->shorten_source == 0.0 && style->shorten_target == 0.0)
    return;
  if (writer->options->quiver_sty)
    {
      add (list, "between={%s}{%s}", number (buffers[0], style->shorten_source / 100.0),
           number (buffers[1], 1.0 - style->shorten_target / 100.0));
      return;
    }
  if (style->shorten_source != 0.0)
    add (list, "shorten <=%spt",
         number (buffers[0], round (length * style->shorten_source) / 100.0));
  if (style->shorten_target != 0.0)
    add (list, "shorten >=%spt",
         number (buffers[1], round (length * style->shorten_target) / 100.0));
}

/* Returns TRUE when the keys have said all about the head. */
static gboolean
add_lines (Writer *writer, const ChaseCell *cell, GString *list)
{
  guint lines = chase_cell_lines (cell);
  gboolean two_ways = chase_cell_tail (cell) == CHASE_TAIL_ARROW && !writer->options->quiver_sty;
  gboolean bare = chase_cell_head (cell) == CHASE_HEAD_NONE;

  if (two_ways)
    add (list, "%s",
         lines == 1 ? (bare ? "leftarrow" : "leftrightarrow")
                    : (bare ? "Leftarrow" : "Leftrightarrow"));
  else if (lines >= 2)
    add (list, "%s", bare && lines == 2 ? "equals" : "Rightarrow");
  if (writer->options->quiver_sty && lines == 2)
    add (list, "nfold");
  else if (writer->options->quiver_sty && lines > 2)
    add (list, "scaling nfold=%u", lines);
  else if (lines > 2)
    writer->lost_lines++;
  return bare && (two_ways || lines == 2);
}

static void
add_body (const Writer *writer, const ChaseStyle *style, GString *list)
{
  if (style->body == CHASE_BODY_DASHED)
    add (list, "dashed");
  else if (style->body == CHASE_BODY_DOTTED)
    add (list, "dotted");
  else if (style->body == CHASE_BODY_SQUIGGLY)
    add (list, "squiggly");
  else if (style->body == CHASE_BODY_NONE)
    add (list, "%s", writer->options->quiver_sty ? "no body" : "dash pattern=on 0pt off 100pt");
}

static void
add_tail (Writer *writer, const ChaseCell *cell, GString *list)
{
  const char *twice = writer->options->quiver_sty && chase_cell_lines (cell) == 2 ? "2" : "";

  switch (chase_cell_tail (cell))
    {
    case CHASE_TAIL_MONO:
      add (list, "%stail", twice);
      break;
    case CHASE_TAIL_MAPS_TO:
      add (list, "maps to");
      break;
    case CHASE_TAIL_HOOK_TOP:
      add (list, "hook");
      break;
    case CHASE_TAIL_HOOK_BOTTOM:
      add (list, "hook'");
      break;
    case CHASE_TAIL_ARROW:
      if (writer->options->quiver_sty)
        add (list, "%stail reversed", twice);
      break;
    case CHASE_TAIL_COIL_TOP:
    case CHASE_TAIL_COIL_BOTTOM:
      writer->lost_coils += !writer->options->quiver_sty;
      add (list, "%s%s", writer->options->quiver_sty ? "coil" : "hook",
           chase_cell_tail (cell) == CHASE_TAIL_COIL_BOTTOM ? "'" : "");
      break;
    case CHASE_TAIL_DEFAULT:
    case CHASE_TAIL_NONE:
    default:
      break;
    }
}

static void
add_head (const Writer *writer, const ChaseCell *cell, GString *list)
{
  switch (chase_cell_head (cell))
    {
    case CHASE_HEAD_NONE:
      add (list, "no head");
      break;
    case CHASE_HEAD_EPI:
      add (list, "two heads");
      break;
    case CHASE_HEAD_HARPOON_TOP:
      add (list, "harpoon");
      break;
    case CHASE_HEAD_HARPOON_BOTTOM:
      add (list, "harpoon'");
      break;
    case CHASE_HEAD_MULTIMAP:
      add (list, "%s", writer->options->quiver_sty ? "multimap" : "-{Circle[open]}");
      break;
    case CHASE_HEAD_DEFAULT:
    case CHASE_HEAD_ARROW:
    default:
      break;
    }
}

static gboolean
is_invisible (const ChaseCell *cell)
{
  if (cell->style->form != CHASE_EDGE_ARROW)
    return TRUE;
  return cell->style->body == CHASE_BODY_NONE && chase_cell_head (cell) == CHASE_HEAD_NONE
         && chase_cell_tail (cell) == CHASE_TAIL_NONE;
}

static void
add_keys (Writer *writer, const ChaseCell *cell, GString *list)
{
  const char *kept = chase_style_get_extra (cell->style, "tikz");

  add_shift_and_curve (writer, writer->diagram, cell, list);
  if (is_invisible (cell))
    add (list, "draw=none");
  else
    {
      gboolean said;

      add_shorten (writer, cell, list);
      /* A tip written as -{Tip} sets both ends, so it comes before what sets one. */
      if (chase_cell_head (cell) == CHASE_HEAD_MULTIMAP && !writer->options->quiver_sty)
        add_head (writer, cell, list);
      said = add_lines (writer, cell, list);
      add_body (writer, cell->style, list);
      add_tail (writer, cell, list);
      if (!said && (chase_cell_head (cell) != CHASE_HEAD_MULTIMAP || writer->options->quiver_sty))
        add_head (writer, cell, list);
    }
  if (writer->options->overlays && cell->style->step > 0)
    add (list, "from slide %u", cell->style->step + 1);
  if (kept != NULL)
    add (list, "%s", kept);
}

/* Ends */

static void
add_end (const Writer *writer, const char *key, guint32 end, gboolean midpoint, GString *list)
{
  if (end < writer->diagram->n_nodes)
    add (list, "%s=%d-%d", key, writer->grid[end].row + 1, writer->grid[end].column + 1);
  else
    add (list, "%s=%d%s", key, writer->names[end], midpoint ? "p" : "");
}

static void
add_steps (const Writer *writer, const ChaseCell *cell, GString *list)
{
  gint rows = writer->grid[cell->target].row - writer->grid[cell->source].row;
  gint columns = writer->grid[cell->target].column - writer->grid[cell->source].column;

  for (gint i = 0; i < ABS (rows); i++)
    g_string_append_c (list, rows < 0 ? 'u' : 'd');
  for (gint i = 0; i < ABS (columns); i++)
    g_string_append_c (list, columns < 0 ? 'l' : 'r');
}

/* The keys with which the loop was read count as long as they say what it is. */
static gboolean
is_loop_of (const char *keys, const ChaseStyle *style)
{
  ChaseTikzArrow *arrow = chase_tikz_arrow_new (NULL);
  gboolean same;

  chase_tikz_apply_list (arrow, keys);
  chase_tikz_set_loop (arrow, arrow->style);
  same = fabs (arrow->style->radius - style->radius) < 1e-6
         && fabs (arrow->style->angle - style->angle) < 1e-6;
  chase_tikz_arrow_free (arrow);
  return same;
}

static void
add_loop (const Writer *writer, const ChaseStyle *style, GString *list)
{
  const char *kept = chase_style_get_extra (style, "tikzloop");

  if (kept != NULL && !writer->options->quiver_sty && is_loop_of (kept, style))
    add (list, "%s", kept);
  else
    chase_tikz_write_loop (style, list);
}

static void
write_arrow (Writer *writer, guint32 edge, GString *out)
{
  const ChaseCell *cell = chase_diagram_get_cell (writer->diagram, edge);
  g_autoptr (GString) list = g_string_new (NULL);

  if (writer->in_cells)
    add_steps (writer, cell, list);
  if (writer->names[edge] >= 0)
    add (list, "\"\"{name=%d, anchor=center, inner sep=0}", writer->names[edge]);
  add_labels (writer, cell, writer->sides[edge], list);
  add_marks (cell->style, list);
  if (cell->style->form != CHASE_EDGE_ARROW)
    add_sign (writer, cell, list);
  add_keys (writer, cell, list);
  if (!writer->in_cells)
    {
      add_end (writer, "from", cell->source, cell->style->source_midpoint, list);
      add_end (writer, "to", cell->target, cell->style->target_midpoint, list);
    }
  if (chase_cell_is_loop (writer->diagram, cell))
    add_loop (writer, cell->style, list);
  g_string_append_printf (out, "\\arrow[%s]", list->str);
}

/* The invisible copy of an arrow from the middle of one object to that of the other. */
static void
write_helper (Writer *writer, guint32 edge, GString *out)
{
  const ChaseCell *cell = chase_diagram_get_cell (writer->diagram, edge);
  g_autoptr (GString) list = g_string_new (NULL);
  g_autoptr (ChaseStyle) style = chase_style_new ();
  ChaseCell bare = *cell;

  add (list, "\"\"{name=%dp, anchor=center, inner sep=0}, phantom", writer->names[edge]);
  add_end (writer, "from", cell->source, cell->style->source_midpoint, list);
  add_end (writer, "to", cell->target, cell->style->target_midpoint, list);
  add (list, "start anchor=center, end anchor=center");
  style->curve = cell->style->curve;
  style->offset = cell->style->offset;
  bare.style = style;
  add_shift_and_curve (writer, writer->diagram, &bare, list);
  g_string_append_printf (out, "\\arrow[%s]", list->str);
}

/* Cells */

static void
write_node (const Writer *writer, guint32 node, GString *out)
{
  const ChaseCell *cell = chase_diagram_get_cell (writer->diagram, node);
  const char *kept = chase_style_get_extra (cell->style, "tikz");
  const ChaseColour *colour = &cell->style->label_colour;

  g_autoptr (GString) options = g_string_new (kept);

  if (writer->options->overlays && cell->style->step > 0)
    add (options, "from slide %u", cell->style->step + 1);
  if (options->len > 0)
    g_string_append_printf (out, "|[%s]| ", options->str);
  if (has_colour (colour) && *cell->label != '\0')
    {
      g_autoptr (GString) name = g_string_new (NULL);
      g_autofree char *text = chase_tex_mend (cell->label);

      chase_tikz_write_colour (colour, name);
      g_string_append_printf (out, *name->str == '{' ? "\\textcolor%s{%s}" : "\\textcolor{%s}{%s}",
                              name->str, text);
      return;
    }
  write_text (writer, cell->label, " \\_^'+-*/.,:;=!<>()[]{}~", out);
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
sorted_nodes (const Writer *writer)
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
cell_texts (Writer *writer)
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
      write_arrow (writer, writer->edges[i], texts[cell->source]);
    }
  for (guint32 i = 0; i < n; i++)
    result[i] = g_string_free (texts[i], FALSE);
  return result;
}

/* The width of each column, in characters; aligned only where a row stays short. */
static guint *
column_widths (const Writer *writer, char **texts, gboolean *aligned)
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

/* A frame of beamer reads its text before TeX does, and takes an & for its own. */
static const char *
separator (const Writer *writer)
{
  return writer->options->overlays ? "\\&" : "&";
}

/* `[5pt]` behind a separator, where the author asked for more room. */
static void
write_room (const Writer *writer, gboolean rows, guint n, GString *out)
{
  g_autofree char *room = chase_tikz_get_gap (writer->diagram->item, rows, n);

  if (room != NULL)
    g_string_append_printf (out, "[%s]", room);
}

/* The separators up to @column; with @aligned, blanks that bring them below each other. */
static void
write_gap (const Writer *writer, const guint *widths, gboolean aligned, guint row, guint from,
           guint to, guint written, gsize *length, GString *out)
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
row_lengths (const Writer *writer, char **texts)
{
  gsize *lengths = g_new0 (gsize, writer->rows + 1);

  for (guint32 i = 0; i < writer->diagram->n_nodes; i++)
    lengths[writer->grid[i].row] += (gsize)g_utf8_strlen (texts[i], -1) + 3;
  return lengths;
}

static gboolean
rows_fit (const Writer *writer, char **texts)
{
  g_autofree gsize *lengths = row_lengths (writer, texts);

  for (guint row = 0; row < writer->rows; row++)
    if (lengths[row] > ROW_MAX)
      return FALSE;
  return TRUE;
}

static void
write_matrix (const Writer *writer, char **texts, GString *out)
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
        g_string_append (out, g_str_has_suffix (out->str, "&") ? "&" : " &");
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
first_object (const Writer *writer, guint32 cell)
{
  while (cell >= writer->diagram->n_nodes)
    cell = chase_diagram_get_cell (writer->diagram, cell)->source;
  return cell;
}

static guint32
last_object (const Writer *writer, guint32 cell)
{
  cell = chase_diagram_get_cell (writer->diagram, cell)->target;
  while (cell >= writer->diagram->n_nodes)
    cell = chase_diagram_get_cell (writer->diagram, cell)->source;
  return cell;
}

static int
compare_edges (gconstpointer a, gconstpointer b, gpointer data)
{
  const Writer *writer = data;
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
name_ends (Writer *writer)
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
fits_cells (const Writer *writer)
{
  if (writer->options->quiver_sty)
    return FALSE;
  for (guint32 i = 0; i < writer->n_edges; i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (writer->diagram, writer->edges[i]);

      if (cell->level != 1 || cell->source == cell->target
          || ABS (writer->grid[cell->source].row - writer->grid[cell->target].row)
                     + ABS (writer->grid[cell->source].column - writer->grid[cell->target].column)
                 > STEPS_MAX)
        return FALSE;
    }
  return TRUE;
}

static void
write_body (Writer *writer, GString *out)
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
      write_arrow (writer, writer->edges[i], out);
      g_string_append_c (out, '\n');
      if (!writer->midpoint[writer->edges[i]])
        continue;
      g_string_append_c (out, '\t');
      write_helper (writer, writer->edges[i], out);
      g_string_append_c (out, '\n');
    }
}

static void
write_options (const Writer *writer, GString *out)
{
  const char *kept = chase_tikz_get_options (writer->diagram->item);
  g_autoptr (GString) list = g_string_new (NULL);

  if (writer->options->overlays)
    add (list, "ampersand replacement=\\&");
  if (writer->options->cramped && (kept == NULL || strstr (kept, "cramped") == NULL))
    add (list, "cramped");
  if (kept != NULL)
    add (list, "%s", kept);
  if (list->len > 0)
    g_string_append_printf (out, "[%s]", list->str);
  g_string_append_c (out, '\n');
}

/* A style for each step: what has it is there from its slide on. They take no arguments, for in a
 * frame no # can stand. */
static void
write_overlay_styles (const ChaseDiagram *diagram, GString *out)
{
  g_autoptr (GHashTable) done = g_hash_table_new (NULL, NULL);

  for (guint32 i = 0; i < chase_diagram_n_cells (diagram); i++)
    {
      guint step = chase_diagram_get_cell (diagram, i)->style->step;

      if (step > 0 && g_hash_table_add (done, GUINT_TO_POINTER (step)))
        g_string_append_printf (
            out,
            "\\tikzset{from slide %u/.code={\\alt<%u->{}{\\pgfkeysalso{opacity=0, "
            "text opacity=0}}}}\n",
            step + 1, step + 1);
    }
}

static void
open_wrapper (const Writer *writer, GString *out)
{
  const ChaseItem *item = writer->diagram->item;

  if (writer->options->overlays)
    write_overlay_styles (writer->diagram, out);
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
close_wrapper (const Writer *writer, GString *out)
{
  if (writer->options->equation)
    g_string_append (out, "\n\\end{equation}");
  else if (writer->options->centre)
    g_string_append (out, "\\]");
  g_string_append_c (out, '\n');
}

static void
report (const Writer *writer)
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
  Writer writer = { .diagram = diagram, .options = options, .problems = problems };

  writer.grid = chase_grid_new (diagram, problems);
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
  name_ends (&writer);
  open_wrapper (&writer, out);
  g_string_append (out, "\\begin{tikzcd}");
  write_options (&writer, out);
  write_body (&writer, out);
  g_string_append (out, "\\end{tikzcd}");
  close_wrapper (&writer, out);
  report (&writer);
  g_free (writer.grid);
  g_free (writer.sides);
  g_free (writer.spots);
  g_free (writer.points);
  g_free (writer.edges);
  g_free (writer.names);
  g_free (writer.midpoint);
}
