/* SPDX-License-Identifier: MIT */
#include "drawing/draw-private.h"

#include <math.h>

/* The labels of an edge beside its first one. */

void
chase_drawing_set_tags (ChaseDrawing *drawing, guint32 index)
{
  const ChaseCell *cell = chase_diagram_get_cell (drawing->diagram, index);
  ChaseRoute *route = &drawing->routes[index];

  if (cell->level == 0 || chase_style_n_labels (cell->style) == 0)
    return;
  route->tags = g_new0 (ChaseTag, chase_style_n_labels (cell->style));
  for (guint i = 0; i < chase_style_n_labels (cell->style); i++)
    {
      const ChaseStyleLabel *label = chase_style_get_label (cell->style, i);
      ChaseTag *tag = &route->tags[route->n_tags];

      chase_sticker_init (&tag->sticker, &drawing->maker, label->text, CHASE_EDGE_SIZE);
      if (tag->sticker.label == NULL)
        continue;
      tag->index = i;
      tag->side = label->side;
      tag->fraction = isfinite (label->at) ? CLAMP (label->at, 0, 1) : 0.5;
      tag->gap = label->gap;
      tag->sloped = label->sloped;
      tag->turn = chase_style_label_turn (cell->style, i + 1);
      tag->rgba = chase_palette_colour (drawing->palette, &label->colour);
      if (label->colour.kind == CHASE_COLOUR_NONE)
        tag->rgba = 0;
      route->n_tags++;
    }
}

/* Those that do not say where they go take turns, the first one opposite to the edge's own label.
 */
void
chase_drawing_place_tags (ChaseDrawing *drawing, guint32 index)
{
  ChaseRoute *route = &drawing->routes[index];
  gboolean left = route->side == CHASE_LABEL_RIGHT || !route->has_label;

  for (guint i = 0; i < route->n_tags; i++)
    {
      ChaseTag *tag = &route->tags[i];

      if (tag->side == CHASE_LABEL_AUTO)
        {
          tag->side = left ? CHASE_LABEL_LEFT : CHASE_LABEL_RIGHT;
          left = !left;
        }
      if (tag->rgba == 0)
        tag->rgba = route->look.label_rgba;
      chase_route_place_tag (route, tag);
    }
}

ChaseHull
chase_tag_hull (const ChaseTag *tag)
{
  ChaseHull hull = chase_hull_turned (&tag->sticker.hull, tag->angle);

  return chase_hull_moved (&hull, tag->at);
}

/* Where they are, for the scene to be asked. */
static void
note_boxes (ChaseDrawing *drawing, guint32 index)
{
  const ChaseRoute *route = &drawing->routes[index];
  ChaseSceneCell *cell = &drawing->builder.scene->cells[index];

  cell->n_tags = chase_style_n_labels (chase_diagram_get_cell (drawing->diagram, index)->style);
  if (cell->n_tags == 0 || route->hidden)
    {
      cell->n_tags = 0;
      return;
    }
  cell->tag_boxes = g_new (ChaseRect, cell->n_tags);
  for (guint i = 0; i < cell->n_tags; i++)
    cell->tag_boxes[i] = (ChaseRect){ 0, 0, -1, -1 };
  for (guint i = 0; i < route->n_tags; i++)
    {
      ChaseHull hull = chase_tag_hull (&route->tags[i]);

      cell->tag_boxes[route->tags[i].index] = chase_hull_box (&hull);
    }
}

void
chase_drawing_add_tags (ChaseDrawing *drawing, guint32 index)
{
  const ChaseRoute *route = &drawing->routes[index];

  for (guint i = 0; i < route->n_tags; i++)
    {
      const ChaseTag *tag = &route->tags[i];

      chase_sticker_put (&tag->sticker, &drawing->builder, CHASE_ROLE_LABEL, tag->at, tag->angle,
                         tag->rgba);
    }
  note_boxes (drawing, index);
}

void
chase_route_clear_tags (ChaseRoute *route)
{
  for (guint i = 0; i < route->n_tags; i++)
    chase_sticker_finish (&route->tags[i].sticker);
  g_clear_pointer (&route->tags, g_free);
  route->n_tags = 0;
}
