/* SPDX-License-Identifier: MIT */
#include "drawing/scene-private.h"
#include "drawing/squares.h"

#define SQUARE 128.0

/* All of a drawn cell, and for a node as much on the one side of its centre as on the other. */
static ChaseRect
whole_box (const ChaseSceneCell *cell)
{
  ChaseRect box = cell->bounds;

  chase_rect_join (&box, &cell->label_box);
  for (guint i = 0; i < cell->n_tags; i++)
    if (cell->tag_boxes[i].width >= 0)
      chase_rect_join (&box, &cell->tag_boxes[i]);
  if (cell->kind == CHASE_SCENE_NODE)
    {
      ChaseRect around
          = { cell->centre.x - cell->bounds.width / 2, cell->centre.y - cell->bounds.height / 2,
              cell->bounds.width, cell->bounds.height };

      chase_rect_join (&box, &around);
    }
  return box;
}

static ChaseSquares *
list_cells (const ChaseScene *scene)
{
  ChaseSquares *squares = chase_squares_new (SQUARE, 2 * scene->n_cells);

  for (guint32 i = 0; i < scene->n_cells; i++)
    if (scene->cells[i].kind != CHASE_SCENE_HIDDEN)
      {
        ChaseRect box = whole_box (&scene->cells[i]);

        chase_squares_add (squares, &box, i);
      }
  return squares;
}

/* Scenes are read on several threads. */
static const ChaseSquares *
get_squares (const ChaseScene *scene)
{
  gsize *near = (gsize *)&scene->near;

  if (g_once_init_enter (near))
    g_once_init_leave (near, (gsize)list_cells (scene));
  return (const ChaseSquares *)*near; // NOLINT(performance-no-int-to-ptr)
}

void
chase_scene_forget_near (ChaseScene *scene)
{
  chase_squares_free ((ChaseSquares *)scene->near); // NOLINT(performance-no-int-to-ptr)
}

void
chase_scene_near (const ChaseScene *scene, const ChaseRect *area, ChaseSceneSee see, gpointer data)
{
  chase_squares_look (get_squares (scene), area, see, data);
}
