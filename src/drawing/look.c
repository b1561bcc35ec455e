/* SPDX-License-Identifier: MIT */
#include "drawing/draw-private.h"

static ChaseHead
head_of (const ChaseCell *cell)
{
  ChaseProperty epi = CHASE_PROPERTY_EPI | CHASE_PROPERTY_SPLIT_EPI;

  if (cell->style->head != CHASE_HEAD_DEFAULT)
    return cell->style->head;
  if ((cell->properties & epi) && !(cell->properties & CHASE_PROPERTY_ISO))
    return CHASE_HEAD_EPI;
  return CHASE_HEAD_ARROW;
}

static ChaseTail
tail_of (const ChaseCell *cell)
{
  ChaseProperty mono = CHASE_PROPERTY_MONO | CHASE_PROPERTY_SPLIT_MONO;

  if (cell->style->tail != CHASE_TAIL_DEFAULT)
    return cell->style->tail;
  if ((cell->properties & mono) && !(cell->properties & CHASE_PROPERTY_ISO))
    return CHASE_TAIL_MONO;
  return CHASE_TAIL_NONE;
}

void
chase_drawing_look (ChaseDrawing *drawing, guint32 index)
{
  const ChaseCell *cell = chase_diagram_get_cell (drawing->diagram, index);
  ChaseRoute *route = &drawing->routes[index];
  ChaseArrowLook *look = &route->look;
  guint level = cell->style->level != 0 ? cell->style->level : cell->level;

  look->head = head_of (cell);
  look->tail = tail_of (cell);
  look->body = cell->style->body;
  look->level = CLAMP (level, 1, CHASE_MAX_LEVEL);
  look->stroke = drawing->palette->stroke * (route->highlighted ? 1.5 : 1);
  look->rgba = chase_palette_colour (drawing->palette, &cell->style->colour);
  look->label_rgba = chase_palette_colour (drawing->palette, &cell->style->label_colour);
  if (!route->highlighted)
    return;
  if (cell->style->colour.kind == CHASE_COLOUR_NONE)
    look->rgba = drawing->palette->accent;
  if (cell->style->label_colour.kind == CHASE_COLOUR_NONE)
    look->label_rgba = drawing->palette->accent;
}
