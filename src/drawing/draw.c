/* SPDX-License-Identifier: MIT */
#include "drawing/draw-private.h"

#include "layout/layout.h"

#include <math.h>
#include <string.h>

void
chase_draw_options_init (ChaseDrawOptions *options)
{
  *options = (ChaseDrawOptions){ .theme = CHASE_THEME_LIGHT, .step = G_MAXUINT };
}

guint
chase_diagram_last_step (const ChaseDiagram *diagram)
{
  guint last = 0;

  for (guint32 i = 0; i < chase_diagram_n_cells (diagram); i++)
    last = MAX (last, chase_diagram_get_cell (diagram, i)->style->step);
  return last;
}

static gint
compare_steps (gconstpointer a, gconstpointer b)
{
  guint one = *(const guint *)a, two = *(const guint *)b;

  return (one > two) - (one < two);
}

GArray *
chase_diagram_list_steps (const ChaseDiagram *diagram)
{
  guint32 n = chase_diagram_n_cells (diagram);
  g_autofree guint *comes = g_new0 (guint, n + 1);
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (guint));
  guint kept = 0;

  for (guint32 i = 0; i < n; i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (diagram, i);

      comes[i] = cell->style->step;
      if (cell->level > 0)
        comes[i] = MAX (comes[i], MAX (comes[cell->source], comes[cell->target]));
    }
  g_array_append_vals (steps, comes, MAX (n, 1));
  g_array_sort (steps, compare_steps);
  for (guint i = 0; i < steps->len; i++)
    if (i == 0 || g_array_index (steps, guint, i) != g_array_index (steps, guint, kept - 1))
      g_array_index (steps, guint, kept++) = g_array_index (steps, guint, i);
  g_array_set_size (steps, kept);
  return steps;
}

static double *
find_positions (const ChaseDiagram *diagram)
{
  double *positions = g_new0 (double, 2 * diagram->n_nodes + 1);

  if (!chase_diagram_is_placed (diagram))
    {
      chase_layout (diagram, NULL, positions, NULL);
      return positions;
    }
  for (guint32 i = 0; i < diagram->n_nodes; i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (diagram, i);

      positions[2 * i] = chase_draw_grid_clamp (cell->x);
      positions[2 * i + 1] = chase_draw_grid_clamp (cell->y);
    }
  return positions;
}

static void
flag_cells (ChaseDrawing *drawing)
{
  const ChaseDrawOptions *options = drawing->options;

  for (guint32 i = 0; i < drawing->n_cells; i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (drawing->diagram, i);
      ChaseRoute *route = &drawing->routes[i];

      route->hidden = cell->style->step > options->step;
      if (cell->level > 0)
        route->hidden
            |= drawing->routes[cell->source].hidden | drawing->routes[cell->target].hidden;
    }
  for (guint i = 0; i < options->n_selected; i++)
    if (options->selected[i] < drawing->n_cells)
      drawing->routes[options->selected[i]].selected = TRUE;
  for (guint i = 0; i < options->n_highlighted; i++)
    if (options->highlighted[i] < drawing->n_cells)
      drawing->routes[options->highlighted[i]].highlighted = TRUE;
}

static void
set_labels (ChaseDrawing *drawing)
{
  for (guint32 i = 0; i < drawing->n_cells; i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (drawing->diagram, i);

      chase_sticker_init (&drawing->routes[i].sticker, &drawing->maker, cell->label,
                          cell->level == 0 ? CHASE_NODE_SIZE : CHASE_EDGE_SIZE);
      chase_drawing_set_tags (drawing, i);
    }
}

static void
add_nodes (ChaseDrawing *drawing)
{
  for (guint32 i = 0; i < drawing->diagram->n_nodes; i++)
    {
      ChaseRoute *route = &drawing->routes[i];

      route->centre = chase_point (
          chase_draw_grid_place (drawing->grid, CHASE_DRAW_X, drawing->positions[2 * i]),
          chase_draw_grid_place (drawing->grid, CHASE_DRAW_Y, drawing->positions[2 * i + 1]));
      route->middle = route->centre;
      route->drawn = TRUE;
      route->hull = chase_hull_moved (&route->hull, route->centre);
      chase_drawing_add_node (drawing, i);
    }
}

#define BOUNDS_POINTS 16 /* of each piece of a curve */

static void
note_edge (ChaseDrawing *drawing, guint32 index)
{
  const ChaseRoute *route = &drawing->routes[index];
  ChaseSceneCell *cell = &drawing->builder.scene->cells[index];

  if (route->hidden)
    return;
  if (cell->bounds.width == 0 && cell->bounds.height == 0)
    cell->bounds = (ChaseRect){ route->centre.x, route->centre.y, 0, 0 };
  cell->kind = CHASE_SCENE_EDGE;
  cell->centre = route->centre;
  cell->curve = route->curve;
  cell->half_width = chase_look_half_width (&route->look);
  /* Also where nothing is inked, as in an arrow without a body. The control points of a winding
   * arrow lie far off it. */
  for (guint i = 0; i <= BOUNDS_POINTS * route->curve.n; i++)
    {
      ChasePoint at = chase_curve_point (&route->curve, (double)i / BOUNDS_POINTS);

      chase_rect_join (&cell->bounds, &(ChaseRect){ at.x, at.y, 0, 0 });
    }
  cell->label_box = (ChaseRect){ route->label_at.x - 8, route->label_at.y - 8, 16, 16 };
  if (!route->has_label)
    return;
  cell->has_label_hull = TRUE;
  cell->label_hull = chase_route_label_hull (route);
  cell->label_box = chase_hull_box (&cell->label_hull);
}

/* In our own word, or among the keys of TikZ that an import keeps. */
static gboolean
crosses_over (const ChaseStyle *style)
{
  const char *tikz = chase_style_get_extra (style, "tikz");

  return chase_style_get_extra (style, "crossing") != NULL
         || chase_style_get_extra (style, "crossing over") != NULL
         || (tikz != NULL && strstr (tikz, "crossing over") != NULL);
}

static void
route_edge (ChaseDrawing *drawing, guint32 index)
{
  const ChaseCell *cell = chase_diagram_get_cell (drawing->diagram, index);
  ChaseRoute *route = &drawing->routes[index];

  chase_drawing_look (drawing, index);
  chase_drawing_route (drawing, index);
  if (!route->drawn)
    return;
  route->crosses_over = crosses_over (cell->style);
  if (route->crosses_over)
    g_array_append_val (drawing->crossing, index);
  if (cell->style->form != CHASE_EDGE_ARROW)
    chase_drawing_route_sign (drawing, index);
  route->extent = chase_curve_box (&route->curve);
  chase_drawing_place_label (drawing, index);
  chase_drawing_place_tags (drawing, index);
}

static void
add_edge (ChaseDrawing *drawing, guint32 index)
{
  const ChaseCell *cell = chase_diagram_get_cell (drawing->diagram, index);
  ChaseRoute *route = &drawing->routes[index];

  if (!route->drawn)
    return;
  drawing->builder.cell = index;
  drawing->builder.hidden = route->hidden;
  if (cell->style->form == CHASE_EDGE_ARROW)
    chase_drawing_add_arrow (drawing, index);
  else
    chase_drawing_add_sign (drawing, index);
  if (route->selected)
    chase_scene_add_trace (&drawing->builder, &route->curve, chase_look_half_width (&route->look),
                           drawing->palette->tint);
  if (route->has_label)
    chase_sticker_put (&route->sticker, &drawing->builder, CHASE_ROLE_LABEL, route->label_at,
                       route->label_angle, route->look.label_rgba);
  chase_drawing_add_tags (drawing, index);
  if (cell->style->form == CHASE_EDGE_ARROW)
    chase_drawing_add_isomorphism (drawing, index);
  note_edge (drawing, index);
}

static ChaseScene *
finish (ChaseDrawing *drawing)
{
  ChaseScene *scene = drawing->builder.scene;

  for (guint32 i = 0; i < drawing->n_cells; i++)
    if (!drawing->routes[i].hidden)
      scene->cells[i].label = g_steal_pointer (&drawing->routes[i].sticker.label);
  for (guint32 i = 0; i < drawing->n_cells; i++)
    {
      chase_sticker_finish (&drawing->routes[i].sticker);
      chase_route_clear_tags (&drawing->routes[i]);
    }
  scene->grid = drawing->grid;
  scene->paper = drawing->palette->paper;
  chase_sticker_maker_finish (&drawing->maker);
  g_array_unref (drawing->crossing);
  g_free (drawing->positions);
  g_free (drawing->routes);
  return chase_scene_builder_finish (&drawing->builder);
}

ChaseScene *
chase_draw_diagram (const ChaseDiagram *diagram, ChaseFonts *fonts, ChaseMacros *macros,
                    const ChaseDrawOptions *options)
{
  ChaseDrawOptions plain;
  ChaseDrawing drawing = { .diagram = diagram };

  g_return_val_if_fail (diagram != NULL && fonts != NULL, NULL);
  chase_draw_options_init (&plain);
  drawing.options = options != NULL ? options : &plain;
  drawing.palette = chase_palette_get (drawing.options->theme);
  drawing.n_cells = chase_diagram_n_cells (diagram);
  drawing.routes = g_new0 (ChaseRoute, drawing.n_cells + 1);
  drawing.crossing = g_array_new (FALSE, FALSE, sizeof (guint32));
  drawing.positions = find_positions (diagram);
  chase_sticker_maker_init (&drawing.maker, fonts, macros, drawing.options->labels);
  drawing.maker.problems = drawing.options->problems;
  drawing.maker.underline
      = drawing.options->mark_unknown ? drawing.palette->marks[CHASE_MARK_UNDECIDED] : 0;
  chase_scene_builder_init (&drawing.builder, drawing.n_cells, fonts);
  flag_cells (&drawing);
  set_labels (&drawing);
  chase_drawing_make_grid (&drawing);
  add_nodes (&drawing);
  chase_drawing_separate (&drawing);
  chase_drawing_part_loops (&drawing);
  chase_drawing_bow_around_nodes (&drawing);
  chase_drawing_choose_sides (&drawing);
  for (guint32 i = diagram->n_nodes; i < drawing.n_cells; i++)
    route_edge (&drawing, i);
  chase_drawing_avoid_collisions (&drawing);
  for (guint32 i = diagram->n_nodes; i < drawing.n_cells; i++)
    add_edge (&drawing, i);
  chase_drawing_add_frames (&drawing);
  chase_drawing_add_marks (&drawing);
  return finish (&drawing);
}
