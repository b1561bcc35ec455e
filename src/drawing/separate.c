/* SPDX-License-Identifier: MIT */
#include "drawing/draw-private.h"

#include <math.h>

/* An edge that joins the same two cells as others: @low and @high are their indexes. */
typedef struct
{
  guint32 low, high;
  guint32 cell;
  gboolean backwards; /* from high to low */
} Strand;

static int
compare_strands (gconstpointer a, gconstpointer b)
{
  const Strand *left = a, *right = b;

  if (left->low != right->low)
    return left->low < right->low ? -1 : 1;
  if (left->high != right->high)
    return left->high < right->high ? -1 : 1;
  return left->cell < right->cell ? -1 : 1;
}

/* Cells that others start from or end at: between them there must be room. */
static gboolean *
find_ends (const ChaseDiagram *diagram)
{
  guint n = chase_diagram_n_cells (diagram);
  gboolean *ends = g_new0 (gboolean, n + 1);

  for (guint32 i = diagram->n_nodes; i < n; i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (diagram, i);

      ends[cell->source] = TRUE;
      ends[cell->target] = TRUE;
    }
  return ends;
}

static gboolean
has_label (const ChaseDrawing *drawing, const Strand *strand)
{
  return drawing->routes[strand->cell].sticker.label != NULL;
}

/* How far apart the lines are: wide where labels or other cells stand between them. */
static double
spacing_for (const ChaseDrawing *drawing, const Strand *strands, guint n, const gboolean *ends)
{
  double space = 13;

  for (guint i = 0; i < n; i++)
    {
      gboolean between = i > 0 && i + 1 < n && has_label (drawing, &strands[i]);

      if (between)
        space = MAX (space,
                     5 + chase_hull_box (&drawing->routes[strands[i].cell].sticker.hull).height);
      if (between)
        space = MAX (space, 18);
      if (ends[strands[i].cell])
        space = MAX (space, 48);
    }
  return space;
}

static void
spread (ChaseDrawing *drawing, const Strand *strands, guint n, const gboolean *ends)
{
  double space = spacing_for (drawing, strands, n, ends);

  for (guint i = 0; i < n; i++)
    {
      ChaseRoute *route = &drawing->routes[strands[i].cell];
      /* From left to right, seen from the lower end. */
      double place = (i - (n - 1) / 2.0) * space;

      if (strands[i].backwards)
        place = -place;
      route->moved_apart = TRUE;
      route->inner = i > 0 && i + 1 < n;
      if (ends[strands[i].cell] || fabs (place) > 40)
        route->curve_steps = place / CHASE_CURVE_STEP;
      else
        route->offset_steps = place / CHASE_OFFSET_STEP;
    }
}

void
chase_drawing_separate (ChaseDrawing *drawing)
{
  g_autoptr (GArray) strands = g_array_new (FALSE, FALSE, sizeof (Strand));
  g_autofree gboolean *ends = find_ends (drawing->diagram);

  for (guint32 i = drawing->diagram->n_nodes; i < drawing->n_cells; i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (drawing->diagram, i);
      ChaseRoute *route = &drawing->routes[i];
      Strand strand = { MIN (cell->source, cell->target), MAX (cell->source, cell->target), i,
                        cell->source > cell->target };

      route->curve_steps = chase_draw_grid_clamp (cell->style->curve);
      route->offset_steps = chase_draw_grid_clamp (cell->style->offset);
      route->curve_steps = CLAMP (route->curve_steps, -100, 100);
      route->offset_steps = CLAMP (route->offset_steps, -200, 200);
      route->is_loop = cell->source == cell->target;
      route->angled = chase_style_is_angled (cell->style);
      if (cell->source != cell->target && cell->style->form == CHASE_EDGE_ARROW
          && route->curve_steps == 0 && route->offset_steps == 0 && !route->angled)
        g_array_append_val (strands, strand);
    }
  g_array_sort (strands, compare_strands);
  for (guint first = 0, last; first < strands->len; first = last)
    {
      const Strand *strand = &g_array_index (strands, Strand, first);

      for (last = first + 1; last < strands->len; last++)
        {
          const Strand *other = &g_array_index (strands, Strand, last);

          if (other->low != strand->low || other->high != strand->high)
            break;
        }
      if (last - first > 1)
        spread (drawing, strand, last - first, ends);
    }
}
