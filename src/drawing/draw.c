/* SPDX-License-Identifier: MIT */
#include "drawing/draw-private.h"

#include "layout/layout.h"

#include <math.h>

/* The size of capital letters, in ems: what a label of letters is taken to be at least. */
#define CAPITALS 0.683
/* Half the side of what stands for an object without a label. */
#define PLACEHOLDER 11.0

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
    }
}

/* How arrows see a node: a label of letters is as tall as a capital at least, so that a row of them
 * is even. */
static void
shape_node (ChaseRoute *route)
{
  ChaseSupport support = route->sticker.support;
  ChaseRect box;
  double axis;

  route->gap = CHASE_NODE_GAP;
  if (route->sticker.label == NULL)
    {
      chase_support_add (&support, chase_point (0, 0));
      route->hull = chase_support_to_hull (&support);
      return;
    }
  axis = chase_label_get_axis (route->sticker.label);
  box = chase_hull_box (&route->sticker.hull);
  if (box.y + box.height >= axis - 0.03 * CHASE_NODE_SIZE)
    {
      chase_support_add (&support, chase_point (0, axis));
      chase_support_add (&support, chase_point (0, axis - CAPITALS * CHASE_NODE_SIZE));
    }
  else if (MAX (box.width, box.height) < 0.6 * CHASE_NODE_SIZE)
    route->gap = CHASE_DOT_GAP;
  route->hull = chase_support_to_hull (&support);
}

static void
want_room_for_nodes (ChaseDrawing *drawing)
{
  for (guint32 i = 0; i < drawing->diagram->n_nodes; i++)
    {
      ChaseRect box;

      shape_node (&drawing->routes[i]);
      box = chase_hull_box (&drawing->routes[i].hull);
      chase_draw_grid_want_size (drawing->grid, CHASE_DRAW_X, drawing->positions[2 * i], box.width);
      chase_draw_grid_want_size (drawing->grid, CHASE_DRAW_Y, drawing->positions[2 * i + 1],
                                 box.height);
    }
  chase_draw_grid_seal (drawing->grid);
}

/* A label along a row has to fit between its objects. */
static void
want_room_for_label (ChaseDrawing *drawing, const ChaseCell *cell, const ChaseRoute *route)
{
  const double *from = drawing->positions + 2 * cell->source;
  const double *to = drawing->positions + 2 * cell->target;
  const ChaseRoute *left = &drawing->routes[from[0] <= to[0] ? cell->source : cell->target];
  const ChaseRoute *right = &drawing->routes[from[0] <= to[0] ? cell->target : cell->source];
  double reach;

  if (from[1] != to[1])
    return;
  reach = chase_hull_reach (&left->hull, chase_point (1, 0))
          + chase_hull_reach (&right->hull, chase_point (-1, 0));
  chase_draw_grid_want_distance (drawing->grid, CHASE_DRAW_X, from[0], to[0],
                                 reach + 2 * CHASE_NODE_GAP
                                     + chase_hull_box (&route->sticker.hull).width + 18);
}

static void
make_grid (ChaseDrawing *drawing)
{
  drawing->grid = chase_draw_grid_new ();
  want_room_for_nodes (drawing);
  for (guint32 i = drawing->diagram->n_nodes; i < drawing->n_cells; i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (drawing->diagram, i);

      if (cell->level == 1 && drawing->routes[i].sticker.label != NULL)
        want_room_for_label (drawing, cell, &drawing->routes[i]);
    }
}

static void
begin_cell (ChaseDrawing *drawing, guint32 index)
{
  drawing->builder.cell = index;
  drawing->builder.hidden = drawing->routes[index].hidden;
}

/* A rounded ground under a node that is selected or highlighted. */
static void
add_ground (ChaseDrawing *drawing, const ChaseRoute *route)
{
  ChaseRect box = chase_hull_box (&route->hull);
  ChasePaint paint = { 2 * CHASE_NODE_GAP - 2, CHASE_CAP_ROUND,
                       route->selected ? drawing->palette->tint : drawing->palette->glow };
  double width = MAX (box.width, 10), height = MAX (box.height, 10);
  double x = box.x + box.width / 2, y = box.y + box.height / 2, r = CHASE_NODE_GAP;
  ChaseCurve corner;

  if (!route->selected && !route->highlighted)
    return;
  paint.width = 0;
  width += 2 * r;
  height += 2 * r;
  r = MIN (r, MIN (width, height) / 2);
  chase_scene_open_path (&drawing->builder, CHASE_ROLE_BACKDROP, &paint);
  for (int i = 0; i < 4; i++)
    {
      double sx = i == 0 || i == 3 ? 1 : -1, sy = i < 2 ? 1 : -1;
      ChasePoint centre = { x + sx * (width / 2 - r), y + sy * (height / 2 - r) };

      corner = chase_curve_arc (centre, r, i * G_PI / 2, G_PI / 2);
      if (i == 0)
        chase_scene_move (&drawing->builder, corner.p[0]);
      else
        chase_scene_line (&drawing->builder, corner.p[0]);
      for (guint k = 0; k < corner.n; k++)
        chase_scene_cubic (&drawing->builder, corner.p[3 * k + 1], corner.p[3 * k + 2],
                           corner.p[3 * k + 3]);
    }
  chase_scene_close_subpath (&drawing->builder);
  chase_scene_close (&drawing->builder, NULL);
}

static void
add_placeholder (ChaseDrawing *drawing, ChasePoint at)
{
  ChasePaint paint = { 1.2, CHASE_CAP_ROUND, drawing->palette->placeholder };
  const guint n = 12;

  if (!drawing->options->placeholders)
    return;
  chase_scene_open_path (&drawing->builder, CHASE_ROLE_PLACEHOLDER, &paint);
  for (guint i = 0; i < n; i++)
    {
      ChaseCurve dash = chase_curve_arc (at, PLACEHOLDER - 5.5, i * 2 * G_PI / n, G_PI / n);

      chase_scene_curve (&drawing->builder, &dash);
    }
  chase_scene_close (&drawing->builder, NULL);
}

static void
add_node (ChaseDrawing *drawing, guint32 index)
{
  const ChaseCell *cell = chase_diagram_get_cell (drawing->diagram, index);
  ChaseRoute *route = &drawing->routes[index];
  ChaseSceneCell *scene_cell = &drawing->builder.scene->cells[index];
  guint32 rgba = chase_palette_colour (drawing->palette, &cell->style->label_colour);

  /* A node has one colour; a file may give it by either name. */
  if (cell->style->label_colour.kind == CHASE_COLOUR_NONE)
    rgba = chase_palette_colour (drawing->palette, &cell->style->colour);
  if (route->highlighted && cell->style->label_colour.kind == CHASE_COLOUR_NONE
      && cell->style->colour.kind == CHASE_COLOUR_NONE)
    rgba = drawing->palette->accent;
  begin_cell (drawing, index);
  add_ground (drawing, route);
  chase_sticker_put (&route->sticker, &drawing->builder, CHASE_ROLE_LABEL, route->centre, 0, rgba);
  if (route->sticker.label == NULL)
    add_placeholder (drawing, route->centre);
  if (route->hidden)
    return;
  scene_cell->kind = CHASE_SCENE_NODE;
  scene_cell->centre = route->centre;
  scene_cell->has_label_hull = TRUE;
  scene_cell->label_hull = route->hull;
  scene_cell->label_box = chase_hull_box (&route->hull);
  if (route->sticker.label == NULL)
    {
      scene_cell->label_box
          = (ChaseRect){ route->centre.x - PLACEHOLDER, route->centre.y - PLACEHOLDER,
                         2 * PLACEHOLDER, 2 * PLACEHOLDER };
      scene_cell->bounds = scene_cell->label_box;
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
      add_node (drawing, i);
    }
}

static void
add_trace (ChaseDrawing *drawing, const ChaseRoute *route)
{
  ChasePaint paint
      = { 12 + 2 * chase_look_half_width (&route->look), CHASE_CAP_ROUND, drawing->palette->tint };

  if (!route->selected)
    return;
  chase_scene_open_path (&drawing->builder, CHASE_ROLE_BACKDROP, &paint);
  chase_scene_curve (&drawing->builder, &route->curve);
  chase_scene_close (&drawing->builder, NULL);
}

static void
note_edge (ChaseDrawing *drawing, guint32 index)
{
  const ChaseRoute *route = &drawing->routes[index];
  ChaseSceneCell *cell = &drawing->builder.scene->cells[index];

  if (route->hidden)
    return;
  cell->kind = CHASE_SCENE_EDGE;
  cell->centre = route->centre;
  cell->curve = route->curve;
  cell->half_width = chase_look_half_width (&route->look);
  cell->label_box = (ChaseRect){ route->label_at.x - 8, route->label_at.y - 8, 16, 16 };
  if (!route->has_label)
    return;
  cell->has_label_hull = TRUE;
  cell->label_hull = chase_hull_turned (&route->sticker.hull, route->label_angle);
  cell->label_hull = chase_hull_moved (&cell->label_hull, route->label_at);
  cell->label_box = chase_hull_box (&cell->label_hull);
}

static void
add_edge (ChaseDrawing *drawing, guint32 index)
{
  const ChaseCell *cell = chase_diagram_get_cell (drawing->diagram, index);
  ChaseRoute *route = &drawing->routes[index];

  begin_cell (drawing, index);
  chase_drawing_route (drawing, index);
  if (!route->drawn)
    return;
  if (cell->style->form != CHASE_EDGE_ARROW)
    chase_drawing_add_sign (drawing, index);
  chase_drawing_place_label (drawing, index);
  if (cell->style->form == CHASE_EDGE_ARROW)
    chase_drawing_add_arrow (drawing, index);
  add_trace (drawing, route);
  if (route->has_label)
    chase_sticker_put (&route->sticker, &drawing->builder, CHASE_ROLE_LABEL, route->label_at,
                       route->label_angle, route->look.label_rgba);
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
    chase_sticker_finish (&drawing->routes[i].sticker);
  scene->grid = drawing->grid;
  scene->paper = drawing->palette->paper;
  chase_sticker_maker_finish (&drawing->maker);
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
  drawing.positions = find_positions (diagram);
  chase_sticker_maker_init (&drawing.maker, fonts, macros, drawing.options->labels);
  chase_scene_builder_init (&drawing.builder, drawing.n_cells, fonts);
  flag_cells (&drawing);
  set_labels (&drawing);
  make_grid (&drawing);
  add_nodes (&drawing);
  chase_drawing_separate (&drawing);
  chase_drawing_choose_sides (&drawing);
  for (guint32 i = diagram->n_nodes; i < drawing.n_cells; i++)
    {
      chase_drawing_look (&drawing, i);
      add_edge (&drawing, i);
    }
  chase_drawing_add_marks (&drawing);
  return finish (&drawing);
}
