/* SPDX-License-Identifier: MIT */
#include "drawing/scene-private.h"

#include "typeset/typeset.h"

#include <math.h>
#include <string.h>

ChaseScene *
chase_scene_ref (ChaseScene *scene)
{
  g_return_val_if_fail (scene != NULL, NULL);
  g_atomic_ref_count_inc (&scene->ref_count);
  return scene;
}

void
chase_scene_unref (ChaseScene *scene)
{
  if (scene == NULL || !g_atomic_ref_count_dec (&scene->ref_count))
    return;
  for (guint i = 0; i < scene->n_cells; i++)
    {
      if (scene->cells[i].label != NULL)
        chase_label_unref (scene->cells[i].label);
      g_free (scene->cells[i].tag_boxes);
    }
  g_array_unref (scene->items);
  g_array_unref (scene->verbs);
  g_array_unref (scene->points);
  g_array_unref (scene->glyphs);
  g_array_unref (scene->marks);
  chase_scene_forget_near (scene);
  chase_draw_grid_free (scene->grid);
  chase_fonts_unref (scene->fonts);
  g_free (scene->cells);
  g_free (scene);
}

void
chase_scene_builder_init (ChaseSceneBuilder *builder, guint n_cells, ChaseFonts *fonts)
{
  ChaseScene *scene = g_new0 (ChaseScene, 1);

  g_atomic_ref_count_init (&scene->ref_count);
  scene->items = g_array_new (FALSE, FALSE, sizeof (ChaseSceneItem));
  scene->verbs = g_array_new (FALSE, FALSE, sizeof (guint8));
  scene->points = g_array_new (FALSE, FALSE, sizeof (ChasePoint));
  scene->glyphs = g_array_new (FALSE, FALSE, sizeof (ChaseSceneGlyph));
  scene->marks = g_array_new (FALSE, FALSE, sizeof (ChaseSceneMark));
  scene->cells = g_new0 (ChaseSceneCell, MAX (n_cells, 1));
  scene->n_cells = n_cells;
  scene->fonts = chase_fonts_ref (fonts);
  *builder = (ChaseSceneBuilder){ .scene = scene, .cell = CHASE_NO_CELL, .mark = G_MAXUINT32 };
}

void
chase_rect_join (ChaseRect *rect, const ChaseRect *other)
{
  double right = MAX (rect->x + rect->width, other->x + other->width);
  double bottom = MAX (rect->y + rect->height, other->y + other->height);

  rect->x = MIN (rect->x, other->x);
  rect->y = MIN (rect->y, other->y);
  rect->width = right - rect->x;
  rect->height = bottom - rect->y;
}

ChaseRect
chase_rect_grown (const ChaseRect *rect, double by)
{
  return (ChaseRect){ rect->x - by, rect->y - by, rect->width + 2 * by, rect->height + 2 * by };
}

gboolean
chase_rect_contains (const ChaseRect *rect, double x, double y, double slop)
{
  return x >= rect->x - slop && x <= rect->x + rect->width + slop && y >= rect->y - slop
         && y <= rect->y + rect->height + slop;
}

gboolean
chase_rect_meets (const ChaseRect *a, const ChaseRect *b)
{
  return a->x <= b->x + b->width && b->x <= a->x + a->width && a->y <= b->y + b->height
         && b->y <= a->y + a->height;
}

static void
open_item (ChaseSceneBuilder *builder, ChaseRole role)
{
  memset (&builder->item, 0, sizeof builder->item);
  builder->item.cell = builder->cell;
  builder->item.mark = builder->mark;
  builder->item.role = role;
  builder->first_verb = builder->scene->verbs->len;
  builder->first_point = builder->scene->points->len;
  builder->first_glyph = builder->scene->glyphs->len;
}

void
chase_scene_open_path (ChaseSceneBuilder *builder, ChaseRole role, const ChasePaint *paint)
{
  open_item (builder, role);
  builder->item.paint = *paint;
}

void
chase_scene_open_glyphs (ChaseSceneBuilder *builder, ChaseRole role, guint font, double size,
                         double angle, guint32 rgba)
{
  open_item (builder, role);
  builder->item.paint.rgba = rgba;
  builder->item.font = font;
  builder->item.size = size;
  builder->item.angle = angle;
}

static void
add_verb (ChaseSceneBuilder *builder, ChaseVerb verb, const ChasePoint *points, guint n_points)
{
  guint8 byte = (guint8)verb;

  g_array_append_val (builder->scene->verbs, byte);
  g_array_append_vals (builder->scene->points, points, n_points);
}

void
chase_scene_move (ChaseSceneBuilder *builder, ChasePoint to)
{
  add_verb (builder, CHASE_VERB_MOVE, &to, 1);
}

void
chase_scene_line (ChaseSceneBuilder *builder, ChasePoint to)
{
  add_verb (builder, CHASE_VERB_LINE, &to, 1);
}

void
chase_scene_cubic (ChaseSceneBuilder *builder, ChasePoint a, ChasePoint b, ChasePoint to)
{
  add_verb (builder, CHASE_VERB_CUBIC, (ChasePoint[]){ a, b, to }, 3);
}

void
chase_scene_close_subpath (ChaseSceneBuilder *builder)
{
  add_verb (builder, CHASE_VERB_CLOSE, NULL, 0);
}

void
chase_scene_curve (ChaseSceneBuilder *builder, const ChaseCurve *curve)
{
  chase_scene_move (builder, curve->p[0]);
  if (chase_curve_is_straight (curve))
    {
      chase_scene_line (builder, curve->p[3]);
      return;
    }
  for (guint i = 0; i < curve->n; i++)
    add_verb (builder, CHASE_VERB_CUBIC, curve->p + 3 * i + 1, 3);
}

void
chase_scene_circle (ChaseSceneBuilder *builder, ChasePoint centre, double radius)
{
  ChaseCurve circle = chase_curve_arc (centre, radius, 0, 2 * G_PI);

  chase_scene_curve (builder, &circle);
  chase_scene_close_subpath (builder);
}

void
chase_scene_round_box (ChaseSceneBuilder *builder, ChasePoint middle, double across, double down,
                       double radius)
{
  for (int i = 0; i < 4; i++)
    {
      ChasePoint centre
          = { middle.x + (i == 0 || i == 3 ? across : -across), middle.y + (i < 2 ? down : -down) };
      ChaseCurve corner = chase_curve_arc (centre, radius, i * G_PI / 2, G_PI / 2);

      if (i == 0)
        chase_scene_move (builder, corner.p[0]);
      else
        chase_scene_line (builder, corner.p[0]);
      for (guint k = 0; k < corner.n; k++)
        add_verb (builder, CHASE_VERB_CUBIC, corner.p + 3 * k + 1, 3);
    }
  chase_scene_close_subpath (builder);
}

void
chase_scene_glyph (ChaseSceneBuilder *builder, guint32 glyph, ChasePoint at)
{
  ChaseSceneGlyph placed = { glyph, at.x, at.y };

  g_array_append_val (builder->scene->glyphs, placed);
}

static void
include (ChaseRect *box, gboolean *any, ChasePoint point)
{
  ChaseRect dot = { point.x, point.y, 0, 0 };

  if (*any)
    chase_rect_join (box, &dot);
  else
    *box = dot;
  *any = TRUE;
}

/* The box of the path itself, curves taken at sixteen places. */
static ChaseRect
path_box (const ChaseSceneBuilder *builder)
{
  const ChasePoint *point
      = &g_array_index (builder->scene->points, ChasePoint, builder->first_point);
  ChaseCurve piece = { .n = 1 };
  ChaseRect box = { 0 };
  gboolean any = FALSE;

  for (gsize i = builder->first_verb; i < builder->scene->verbs->len; i++)
    switch (g_array_index (builder->scene->verbs, guint8, i))
      {
      case CHASE_VERB_MOVE:
      case CHASE_VERB_LINE:
        piece.p[0] = *point;
        include (&box, &any, *point++);
        break;
      case CHASE_VERB_CUBIC:
        memcpy (piece.p + 1, point, 3 * sizeof *point);
        for (int k = 1; k <= 16; k++)
          include (&box, &any, chase_curve_point (&piece, k / 16.0));
        piece.p[0] = point[2];
        point += 3;
        break;
      default:
        break;
      }
  return box;
}

static void
drop_item (ChaseSceneBuilder *builder)
{
  g_array_set_size (builder->scene->verbs, (guint)builder->first_verb);
  g_array_set_size (builder->scene->points, (guint)builder->first_point);
  g_array_set_size (builder->scene->glyphs, (guint)builder->first_glyph);
}

static void
grow_bounds (ChaseSceneBuilder *builder, const ChaseRect *box)
{
  ChaseRole role = builder->item.role;
  ChaseSceneCell *cell;

  if (role != CHASE_ROLE_BACKDROP && role != CHASE_ROLE_PLACEHOLDER)
    {
      if (builder->bounded)
        chase_rect_join (&builder->scene->bounds, box);
      else
        builder->scene->bounds = *box;
      builder->bounded = TRUE;
    }
  if (builder->cell == CHASE_NO_CELL || builder->hidden || role == CHASE_ROLE_BACKDROP)
    return;
  cell = &builder->scene->cells[builder->cell];
  if (cell->bounds.width == 0 && cell->bounds.height == 0)
    cell->bounds = *box;
  else
    chase_rect_join (&cell->bounds, box);
}

void
chase_scene_close (ChaseSceneBuilder *builder, const ChaseRect *ink)
{
  ChaseSceneItem *item = &builder->item;

  item->n_verbs = builder->scene->verbs->len - (guint)builder->first_verb;
  item->n_points = builder->scene->points->len - (guint)builder->first_point;
  item->n_glyphs = builder->scene->glyphs->len - (guint)builder->first_glyph;
  if (item->n_points == 0 && item->n_glyphs == 0)
    {
      drop_item (builder);
      return;
    }
  item->bounds = ink != NULL ? *ink : path_box (builder);
  item->bounds.x -= item->paint.width / 2;
  item->bounds.y -= item->paint.width / 2;
  item->bounds.width += item->paint.width;
  item->bounds.height += item->paint.width;
  grow_bounds (builder, &item->bounds);
  if (builder->hidden)
    {
      drop_item (builder);
      return;
    }
  /* Offsets for now; the arrays still move. */
  item->verbs = GSIZE_TO_POINTER (builder->first_verb);
  item->points = GSIZE_TO_POINTER (builder->first_point);
  item->glyphs = GSIZE_TO_POINTER (builder->first_glyph);
  g_array_append_val (builder->scene->items, *item);
}

#define ORDER(a, b)                                                                                \
  if ((a) != (b))                                                                                  \
  return (a) < (b) ? -1 : 1

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const ChaseSceneItem *left = a, *right = b;

  ORDER (left->role, right->role);
  ORDER (left->mark, right->mark);
  ORDER (left->paint.rgba, right->paint.rgba);
  ORDER (left->paint.width, right->paint.width);
  ORDER (left->paint.cap, right->paint.cap);
  ORDER (left->n_glyphs > 0, right->n_glyphs > 0);
  ORDER (left->font, right->font);
  ORDER (left->size, right->size);
  ORDER (left->angle, right->angle);
  ORDER (left->cell, right->cell);
  /* Offsets tell the order of making. */
  ORDER (left->points, right->points);
  ORDER (left->glyphs, right->glyphs);
  return 0;
}

/* By role, and else as they were made. */
static int
compare_actors (gconstpointer a, gconstpointer b)
{
  const ChaseSceneItem *left = a, *right = b;

  ORDER (left->role, right->role);
  ORDER (left->points, right->points);
  ORDER (left->glyphs, right->glyphs);
  return 0;
}

ChaseScene *
chase_scene_builder_finish (ChaseSceneBuilder *builder)
{
  ChaseScene *scene = builder->scene;

  g_array_sort (scene->items, builder->actors ? compare_actors : compare_items);
  for (guint i = 0; i < scene->items->len; i++)
    {
      ChaseSceneItem *item = &g_array_index (scene->items, ChaseSceneItem, i);

      /* What is empty may have no array behind it. */
      if (scene->verbs->data != NULL)
        item->verbs = (const guint8 *)scene->verbs->data + GPOINTER_TO_SIZE (item->verbs);
      if (scene->points->data != NULL)
        item->points = (const ChasePoint *)scene->points->data + GPOINTER_TO_SIZE (item->points);
      if (scene->glyphs->data != NULL)
        item->glyphs
            = (const ChaseSceneGlyph *)scene->glyphs->data + GPOINTER_TO_SIZE (item->glyphs);
    }
  builder->scene = NULL;
  return scene;
}

guint
chase_scene_n_items (const ChaseScene *scene)
{
  return scene->items->len;
}

const ChaseSceneItem *
chase_scene_get_item (const ChaseScene *scene, guint index)
{
  g_return_val_if_fail (index < scene->items->len, NULL);
  return &g_array_index (scene->items, ChaseSceneItem, index);
}

guint
chase_scene_n_cells (const ChaseScene *scene)
{
  return scene->n_cells;
}

ChaseFonts *
chase_scene_get_fonts (const ChaseScene *scene)
{
  return scene->fonts;
}

guint32
chase_scene_get_paper (const ChaseScene *scene)
{
  return scene->paper;
}

ChaseRect
chase_scene_get_bounds (const ChaseScene *scene)
{
  return scene->bounds;
}
