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
      tag->side = label->side;
      tag->fraction = isfinite (label->at) ? CLAMP (label->at, 0, 1) : 0.5;
      tag->gap = label->gap;
      tag->sloped = label->sloped;
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
}

void
chase_route_clear_tags (ChaseRoute *route)
{
  for (guint i = 0; i < route->n_tags; i++)
    chase_sticker_finish (&route->tags[i].sticker);
  g_clear_pointer (&route->tags, g_free);
  route->n_tags = 0;
}
