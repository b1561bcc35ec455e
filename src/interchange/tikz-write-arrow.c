/* SPDX-License-Identifier: MIT */
#include "interchange/tikz-write-private.h"

#include <math.h>
#include <string.h>

/* The keys of an arrow. */

static void
add_angles (const ChaseStyle *style, GString *list)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (fabs (style->bend) == 30.0)
    chase_tikz_list_add (list, "bend %s", style->bend > 0.0 ? "right" : "left");
  else if (style->bend != 0.0)
    chase_tikz_list_add (list, "bend %s=%s", style->bend > 0.0 ? "right" : "left",
                         chase_tikz_number (buffer, fabs (style->bend)));
  if (style->has_out)
    chase_tikz_list_add (list, "out=%s", chase_tikz_number (buffer, style->out));
  if (style->has_in)
    chase_tikz_list_add (list, "in=%s", chase_tikz_number (buffer, style->in));
  if (style->looseness != 1.0)
    chase_tikz_list_add (list, "looseness=%s", chase_tikz_number (buffer, style->looseness));
}

static void
add_shift_and_curve (const ChaseTikzWriter *writer, const ChaseDiagram *diagram,
                     const ChaseCell *cell, GString *list)
{
  const ChaseStyle *style = cell->style;
  const char *kept = chase_style_get_extra (style, "tikz");
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (fabs (style->offset) == 1.0)
    chase_tikz_list_add (list, "shift %s", style->offset > 0.0 ? "right" : "left");
  else if (style->offset != 0.0)
    chase_tikz_list_add (list, "shift %s=%s", style->offset > 0.0 ? "right" : "left",
                         chase_tikz_number (buffer, fabs (style->offset)));
  if (style->form == CHASE_EDGE_ARROW && chase_tikz_has_colour (&style->colour)
      && !chase_tikz_is_marked (style))
    chase_tikz_add_colour (
        list, chase_tikz_same_colour (&style->colour, &style->label_colour) ? "color" : "draw",
        &style->colour);
  else if (style->form == CHASE_EDGE_ARROW && chase_tikz_has_colour (&style->colour))
    chase_tikz_add_colour (list, "draw", &style->colour);
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
    chase_tikz_list_add (list, "curve={height=%spt}",
                         chase_tikz_number (buffer, 6.0 * style->curve));
  else
    chase_tikz_list_add (list, "bend %s=%s", style->curve > 0.0 ? "right" : "left",
                         chase_tikz_number (buffer, CHASE_TIKZ_BEND * fabs (style->curve)));
}

static void
add_shorten (const ChaseTikzWriter *writer, const ChaseCell *cell, GString *list)
{
  const ChaseStyle *style = cell->style;
  double length = chase_tikz_length (&writer->points[cell->source], &writer->points[cell->target],
                                     cell->level > 1);
  char buffers[2][G_ASCII_DTOSTR_BUF_SIZE];

  if (style->shorten_source == 0.0 && style->shorten_target == 0.0)
    return;
  if (writer->options->quiver_sty)
    {
      chase_tikz_list_add (list, "between={%s}{%s}",
                           chase_tikz_number (buffers[0], style->shorten_source / 100.0),
                           chase_tikz_number (buffers[1], 1.0 - style->shorten_target / 100.0));
      return;
    }
  if (style->shorten_source != 0.0)
    chase_tikz_list_add (
        list, "shorten <=%spt",
        chase_tikz_number (buffers[0], round (length * style->shorten_source) / 100.0));
  if (style->shorten_target != 0.0)
    chase_tikz_list_add (
        list, "shorten >=%spt",
        chase_tikz_number (buffers[1], round (length * style->shorten_target) / 100.0));
}

/* tikz-cd has one word for these. */
static gboolean
is_mapsto (const ChaseTikzWriter *writer, const ChaseCell *cell)
{
  return chase_cell_lines (cell) == 2 && chase_cell_tail (cell) == CHASE_TAIL_MAPS_TO
         && chase_cell_head (cell) != CHASE_HEAD_NONE && !writer->options->quiver_sty;
}

/* Returns TRUE when the keys have said all about the head. */
static gboolean
add_lines (ChaseTikzWriter *writer, const ChaseCell *cell, GString *list)
{
  guint lines = chase_cell_lines (cell);
  gboolean two_ways = chase_cell_tail (cell) == CHASE_TAIL_ARROW && !writer->options->quiver_sty;
  gboolean bare = chase_cell_head (cell) == CHASE_HEAD_NONE;

  if (two_ways)
    chase_tikz_list_add (list, "%s",
                         lines == 1 ? (bare ? "leftarrow" : "leftrightarrow")
                                    : (bare ? "Leftarrow" : "Leftrightarrow"));
  else if (lines >= 2)
    chase_tikz_list_add (list, "%s",
                         is_mapsto (writer, cell) ? "Mapsto"
                         : bare && lines == 2     ? "equals"
                                                  : "Rightarrow");
  if (writer->options->quiver_sty && lines == 2)
    chase_tikz_list_add (list, "nfold");
  else if (writer->options->quiver_sty && lines > 2)
    chase_tikz_list_add (list, "scaling nfold=%u", lines);
  else if (lines > 2)
    writer->lost_lines++;
  return bare && (two_ways || lines == 2);
}

/* `densely dotted` as it was read, while the line is still that which @word says. */
static void
add_dashes (const ChaseStyle *style, const char *word, GString *list)
{
  const char *kept = chase_style_get_extra (style, "tikzdash");

  chase_tikz_list_add (list, "%s", kept != NULL && g_str_has_suffix (kept, word) ? kept : word);
}

static void
add_body (const ChaseTikzWriter *writer, const ChaseStyle *style, GString *list)
{
  if (style->body == CHASE_BODY_DASHED)
    add_dashes (style, "dashed", list);
  else if (style->body == CHASE_BODY_DOTTED)
    add_dashes (style, "dotted", list);
  else if (style->body == CHASE_BODY_SQUIGGLY)
    chase_tikz_list_add (list, "squiggly");
  else if (style->body == CHASE_BODY_NONE)
    chase_tikz_list_add (list, "%s",
                         writer->options->quiver_sty ? "no body" : "dash pattern=on 0pt off 100pt");
}

static void
add_tail (ChaseTikzWriter *writer, const ChaseCell *cell, GString *list)
{
  const char *twice = writer->options->quiver_sty && chase_cell_lines (cell) == 2 ? "2" : "";

  switch (chase_cell_tail (cell))
    {
    case CHASE_TAIL_MONO:
      chase_tikz_list_add (list, "%stail", twice);
      break;
    case CHASE_TAIL_MAPS_TO:
      if (!is_mapsto (writer, cell))
        chase_tikz_list_add (list, "maps to");
      break;
    case CHASE_TAIL_HOOK_TOP:
      chase_tikz_list_add (list, "hook");
      break;
    case CHASE_TAIL_HOOK_BOTTOM:
      chase_tikz_list_add (list, "hook'");
      break;
    case CHASE_TAIL_ARROW:
      if (writer->options->quiver_sty)
        chase_tikz_list_add (list, "%stail reversed", twice);
      break;
    case CHASE_TAIL_COIL_TOP:
    case CHASE_TAIL_COIL_BOTTOM:
      writer->lost_coils += !writer->options->quiver_sty;
      chase_tikz_list_add (list, "%s%s", writer->options->quiver_sty ? "coil" : "hook",
                           chase_cell_tail (cell) == CHASE_TAIL_COIL_BOTTOM ? "'" : "");
      break;
    case CHASE_TAIL_DEFAULT:
    case CHASE_TAIL_NONE:
    default:
      break;
    }
}

static void
add_head (const ChaseTikzWriter *writer, const ChaseCell *cell, GString *list)
{
  switch (chase_cell_head (cell))
    {
    case CHASE_HEAD_NONE:
      chase_tikz_list_add (list, "no head");
      break;
    case CHASE_HEAD_EPI:
      chase_tikz_list_add (list, "two heads");
      break;
    case CHASE_HEAD_HARPOON_TOP:
      chase_tikz_list_add (list, "harpoon");
      break;
    case CHASE_HEAD_HARPOON_BOTTOM:
      chase_tikz_list_add (list, "harpoon'");
      break;
    case CHASE_HEAD_MULTIMAP:
      chase_tikz_list_add (list, "%s",
                           writer->options->quiver_sty ? "multimap" : "-{Circle[open]}");
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
add_keys (ChaseTikzWriter *writer, const ChaseCell *cell, GString *list)
{
  const char *kept = chase_style_get_extra (cell->style, "tikz");

  add_shift_and_curve (writer, writer->diagram, cell, list);
  if (is_invisible (cell))
    chase_tikz_list_add (list, "draw=none");
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
    chase_tikz_list_add (list, "from slide %u", cell->style->step + 1);
  /* What a loop keeps comes behind the keys that say it is one, for it may be its path. */
  if (kept != NULL && !chase_cell_is_loop (writer->diagram, cell))
    chase_tikz_list_add (list, "%s", kept);
}

/* Ends */

static void
add_end (const ChaseTikzWriter *writer, const char *key, guint32 end, gboolean midpoint,
         GString *list)
{
  if (end < writer->diagram->n_nodes)
    chase_tikz_list_add (list, "%s=%d-%d", key, writer->grid[end].row + 1,
                         writer->grid[end].column + 1);
  else
    chase_tikz_list_add (list, "%s=%d%s", key, writer->names[end], midpoint ? "p" : "");
}

static void
add_steps (const ChaseTikzWriter *writer, const ChaseCell *cell, GString *list)
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
add_loop (const ChaseTikzWriter *writer, const ChaseStyle *style, GString *list)
{
  const char *kept = chase_style_get_extra (style, "tikzloop");

  if (kept != NULL && !writer->options->quiver_sty && is_loop_of (kept, style))
    chase_tikz_list_add (list, "%s", kept);
  else
    chase_tikz_write_loop (style, list);
  if (chase_style_get_extra (style, "tikz") != NULL)
    chase_tikz_list_add (list, "%s", chase_style_get_extra (style, "tikz"));
}

void
chase_tikz_write_arrow (ChaseTikzWriter *writer, guint32 edge, GString *out)
{
  const ChaseCell *cell = chase_diagram_get_cell (writer->diagram, edge);
  g_autoptr (GString) list = g_string_new (NULL);

  if (writer->in_cells)
    add_steps (writer, cell, list);
  if (writer->names[edge] >= 0)
    chase_tikz_list_add (list, "\"\"{name=%d, anchor=center, inner sep=0}", writer->names[edge]);
  chase_tikz_add_labels (writer, cell, writer->sides[edge], list);
  chase_tikz_add_marks (cell->style, list);
  if (cell->style->form != CHASE_EDGE_ARROW)
    chase_tikz_add_sign (writer, cell, list);
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
void
chase_tikz_write_helper (ChaseTikzWriter *writer, guint32 edge, GString *out)
{
  const ChaseCell *cell = chase_diagram_get_cell (writer->diagram, edge);
  g_autoptr (GString) list = g_string_new (NULL);
  g_autoptr (ChaseStyle) style = chase_style_new ();
  ChaseCell bare = *cell;

  chase_tikz_list_add (list, "\"\"{name=%dp, anchor=center, inner sep=0}, phantom",
                       writer->names[edge]);
  add_end (writer, "from", cell->source, cell->style->source_midpoint, list);
  add_end (writer, "to", cell->target, cell->style->target_midpoint, list);
  chase_tikz_list_add (list, "start anchor=center, end anchor=center");
  style->curve = cell->style->curve;
  style->offset = cell->style->offset;
  bare.style = style;
  add_shift_and_curve (writer, writer->diagram, &bare, list);
  g_string_append_printf (out, "\\arrow[%s]", list->str);
}
