/* SPDX-License-Identifier: MIT */
#include "drawing/motion-private.h"

#include <math.h>
#include <string.h>

/* Items of a cell that can be matched; cells have three or four. */
#define MAX_MATCHED 64
/* In this distance from another label a copy is seen whole. */
#define CLEAR 10.0
/* About halfway it takes its new name, in this part of its way on either side: both at once could
 * not be read. */
#define RENAMED 0.1

/* Where both pictures of a cell are at some moment, and how much of each is seen. */
typedef struct
{
  ChaseAffine shape[2]; /* of its line and its heads */
  ChaseAffine label[2];
  double alpha[2];
  double label_alpha[2];
  double u;
  guint32 accent;
  double accented; /* the part of it in the colour */
  double seen;     /* of all */
  double label_seen;
} ChaseBlend;

static const ChaseAffine identity = { 1, 0, 0, 1, 0, 0 };

guint32
chase_rgba_fade (guint32 rgba, double alpha)
{
  return (rgba & 0xffffff00) | (guint32)lround ((rgba & 255) * CLAMP (alpha, 0, 1));
}

guint32
chase_rgba_mix (guint32 a, guint32 b, double u)
{
  guint32 mixed = 0;

  for (int shift = 0; shift < 32; shift += 8)
    {
      double from = (a >> shift) & 255, to = (b >> shift) & 255;

      mixed |= (guint32)lround (from + u * (to - from)) << shift;
    }
  return mixed;
}

static ChasePoint
middle_of (const ChaseRect *box)
{
  return chase_point (box->x + box->width / 2, box->y + box->height / 2);
}

static gboolean
are_arrows (const ChaseSceneCell *from, const ChaseSceneCell *to)
{
  return from->kind == CHASE_SCENE_EDGE && to->kind == CHASE_SCENE_EDGE;
}

/* The points of both labels that come to lie on one another. */
static void
find_label_points (const ChaseSceneCell *from, const ChaseSceneCell *to, ChasePoint points[2])
{
  gboolean arrows = are_arrows (from, to);

  points[0] = arrows ? middle_of (&from->label_box) : from->centre;
  points[1] = arrows ? middle_of (&to->label_box) : to->centre;
}

static void
blend_cells (ChaseBlend *blend, const ChaseMovingTrack *moving, const ChaseSceneCell *from,
             const ChaseSceneCell *to)
{
  ChasePoint aside = chase_turn_aside (&moving->turn, blend->u);

  blend->shape[0] = chase_affine_shift (chase_point_minus (to->centre, from->centre), blend->u);
  blend->shape[1] = chase_affine_shift (chase_point_minus (to->centre, from->centre), blend->u - 1);
  for (int side = 0; side < 2; side++)
    {
      blend->label[side] = chase_affine_shift (moving->way, blend->u - side);
      blend->label[side].x += aside.x;
      blend->label[side].y += aside.y;
    }
  if (!are_arrows (from, to))
    return;
  chase_turn_arrow (from, to, blend->u, blend->shape);
  blend->label_seen = chase_turn_label_seen (&moving->turn, from, to, moving->way, blend->u);
}

/* An arrow grows from where it starts, and its label comes when there is something to name. */
static void
grow (ChaseBlend *blend, int side, const ChaseSceneCell *cell)
{
  double seen = side == 1 ? blend->u : 1 - blend->u;

  blend->alpha[side] = seen;
  blend->label_alpha[side] = seen;
  if (cell->kind != CHASE_SCENE_EDGE)
    return;
  blend->alpha[side] = MIN (1, 3 * seen);
  blend->label_alpha[side] = MAX (0, 2 * seen - 1);
  blend->shape[side] = chase_affine_turn (cell->curve.p[0], cell->curve.p[0], 0, MAX (seen, 1e-3));
}

static guint32
coloured (const ChaseBlend *blend, guint32 rgba)
{
  return blend->accented > 0
             ? chase_rgba_mix (rgba, (blend->accent & 0xffffff00) | (rgba & 255), blend->accented)
             : rgba;
}

static ChaseRect
moved_box (const ChaseAffine *by, const ChaseSceneItem *item)
{
  ChaseRect box = item->bounds;

  /* The builder adds half a line round it again. */
  box.x += by->x + item->paint.width / 2;
  box.y += by->y + item->paint.width / 2;
  box.width -= item->paint.width;
  box.height -= item->paint.width;
  return box;
}

static gboolean
is_shift (const ChaseAffine *by)
{
  return by->xx == 1 && by->yy == 1 && by->xy == 0 && by->yx == 0;
}

static void
put_verb (ChaseSceneBuilder *builder, guint8 verb, const ChasePoint *points, guint n)
{
  g_array_append_val (builder->scene->verbs, verb);
  if (n > 0)
    g_array_append_vals (builder->scene->points, points, n);
}

/* The path of @a moved by @by[0], and where @b (of the same verbs) is not NULL mixed with its. */
static void
put_path (ChaseSceneBuilder *builder, const ChaseSceneItem *a, const ChaseSceneItem *b,
          const ChaseAffine by[2], double u)
{
  static const guint n_points[] = { 1, 1, 3, 0 };
  guint k = 0;

  for (guint i = 0; i < a->n_verbs; i++)
    {
      ChasePoint points[3];
      guint n = n_points[a->verbs[i]];

      for (guint j = 0; j < n; j++, k++)
        {
          points[j] = chase_affine_move (&by[0], a->points[k]);
          if (b != NULL)
            points[j] = chase_point_mix (points[j], chase_affine_move (&by[1], b->points[k]), u);
        }
      put_verb (builder, a->verbs[i], points, n);
    }
}

static void
put_glyphs (ChaseSceneBuilder *builder, const ChaseSceneItem *a, const ChaseSceneItem *b,
            const ChaseAffine by[2], double u)
{
  for (guint i = 0; i < a->n_glyphs; i++)
    {
      ChasePoint at = chase_affine_move (&by[0], chase_point (a->glyphs[i].x, a->glyphs[i].y));

      if (b != NULL)
        at = chase_point_mix (
            at, chase_affine_move (&by[1], chase_point (b->glyphs[i].x, b->glyphs[i].y)), u);
      chase_scene_glyph (builder, a->glyphs[i].glyph, at);
    }
}

static double
mix (double a, double b, double u)
{
  return a + u * (b - a);
}

static ChaseRect
mixed_box (const ChaseRect *a, const ChaseRect *b, double u)
{
  return (ChaseRect){ mix (a->x, b->x, u), mix (a->y, b->y, u), mix (a->width, b->width, u),
                      mix (a->height, b->height, u) };
}

/* One item alone (@b is NULL), or two of one form as what lies between them. */
static void
put_item (ChaseSceneBuilder *builder, const ChaseSceneItem *a, const ChaseSceneItem *b,
          const ChaseAffine by[2], const ChasePaint *paint, double u)
{
  ChaseRect box = moved_box (&by[0], a);
  gboolean boxed = is_shift (&by[0]) && (b == NULL || is_shift (&by[1]));

  if (b != NULL)
    {
      ChaseRect other = moved_box (&by[1], b);

      box = mixed_box (&box, &other, u);
    }
  builder->mark = a->mark;
  if (a->n_glyphs > 0)
    {
      chase_scene_open_glyphs (builder, a->role, a->font,
                               b != NULL ? mix (a->size, b->size, u) : a->size,
                               b != NULL ? mix (a->angle, b->angle, u) : a->angle, paint->rgba);
      put_glyphs (builder, a, b, by, u);
    }
  else
    {
      chase_scene_open_path (builder, a->role, paint);
      put_path (builder, a, b, by, u);
    }
  chase_scene_close (builder, boxed || a->n_glyphs > 0 ? &box : NULL);
}

static gboolean
is_label (const ChaseSceneItem *item)
{
  return item->role == CHASE_ROLE_LABEL || item->role == CHASE_ROLE_PLACEHOLDER;
}

static void
put_alone (ChaseSceneBuilder *builder, const ChaseBlend *blend, int side,
           const ChaseSceneItem *item)
{
  ChaseAffine by[2] = { is_label (item) ? blend->label[side] : blend->shape[side], identity };
  double alpha
      = is_label (item) ? blend->label_alpha[side] * blend->label_seen : blend->alpha[side];
  ChasePaint paint = item->paint;

  if (alpha <= 0 && !builder->actors)
    return;
  paint.rgba = chase_rgba_fade (coloured (blend, paint.rgba), alpha * blend->seen);
  put_item (builder, item, NULL, by, &paint, 0);
}

static void
put_both (ChaseSceneBuilder *builder, ChaseBlend *blend, const ChaseSceneItem *a,
          const ChaseSceneItem *b)
{
  const ChaseAffine *by = is_label (a) ? blend->label : blend->shape;
  ChasePaint paint = { mix (a->paint.width, b->paint.width, blend->u), a->paint.cap, 0 };

  paint.rgba = coloured (blend, chase_rgba_mix (a->paint.rgba, b->paint.rgba, blend->u));
  paint.rgba = chase_rgba_fade (paint.rgba, blend->seen * (is_label (a) ? blend->label_seen : 1));
  put_item (builder, a, b, by, &paint, blend->u);
}

/* Are they the same thing in two places? */
static gboolean
match (const ChaseSceneItem *a, const ChaseSceneItem *b)
{
  if (a->role != b->role || a->n_glyphs != b->n_glyphs || a->n_verbs != b->n_verbs
      || a->n_points != b->n_points || (a->paint.width > 0) != (b->paint.width > 0))
    return FALSE;
  for (guint i = 0; i < a->n_glyphs; i++)
    if (a->font != b->font || a->glyphs[i].glyph != b->glyphs[i].glyph)
      return FALSE;
  return a->n_verbs == 0 || memcmp (a->verbs, b->verbs, a->n_verbs) == 0;
}

static const ChaseSceneItem *
item_of (const ChaseShelf *shelf, guint32 cell, guint i)
{
  return chase_scene_get_item (shelf->scene, shelf->items[shelf->first[cell] + i]);
}

static guint
n_items_of (const ChaseShelf *shelf, guint32 cell)
{
  if (cell > shelf->scene->n_cells)
    return 0;
  return shelf->first[cell + 1] - shelf->first[cell];
}

/* The item of @to that is @item of the other picture and not yet taken, or NULL. */
static const ChaseSceneItem *
find_partner (const ChaseShelf *shelf, guint32 cell, const ChaseSceneItem *item, guint64 *taken)
{
  guint n = MIN (n_items_of (shelf, cell), MAX_MATCHED);

  for (guint i = 0; i < n; i++)
    {
      const ChaseSceneItem *other = item_of (shelf, cell, i);

      if ((*taken >> i & 1) == 0 && match (item, other))
        {
          *taken |= (guint64)1 << i;
          return other;
        }
    }
  return NULL;
}

static void
put_pair (const ChaseMotion *motion, ChaseSceneBuilder *builder, ChaseBlend *blend, guint32 from,
          guint32 to)
{
  const ChaseShelf *first = &motion->shelves[0], *second = &motion->shelves[1];
  guint64 taken = 0;

  for (guint i = 0; i < n_items_of (first, from); i++)
    {
      const ChaseSceneItem *item = item_of (first, from, i);
      const ChaseSceneItem *partner = find_partner (second, to, item, &taken);

      if (partner != NULL)
        put_both (builder, blend, item, partner);
      else
        put_alone (builder, blend, 0, item);
    }
  for (guint i = 0; i < n_items_of (second, to); i++)
    if (i >= MAX_MATCHED || (taken >> i & 1) == 0)
      put_alone (builder, blend, 1, item_of (second, to, i));
}

static void
put_side (const ChaseMotion *motion, ChaseSceneBuilder *builder, const ChaseBlend *blend, int side,
          guint32 cell)
{
  for (guint i = 0; i < n_items_of (&motion->shelves[side], cell); i++)
    put_alone (builder, blend, side, item_of (&motion->shelves[side], cell, i));
}

static ChaseBlend
blend_at (double u)
{
  return (ChaseBlend){
    { identity, identity }, { identity, identity }, { 1 - u, u }, { 1 - u, u }, u, 0, 0, 1, 1
  };
}

/* What lies between two boxes along the axis on which they are further apart; negative where they
 * meet. */
static double
gap_between (const ChaseRect *a, const ChaseRect *b)
{
  double across = MAX (a->x - b->x - b->width, b->x - a->x - a->width);
  double along = MAX (a->y - b->y - b->height, b->y - a->y - a->height);

  return MAX (across, along);
}

static ChaseRect
shifted (const ChaseRect *box, const ChaseAffine *by)
{
  return (ChaseRect){ box->x + by->x, box->y + by->y, box->width, box->height };
}

/* A copy of a label comes out beside what it is a copy of and goes in beside what it comes to: over
 * either of them neither could be read. */
double
chase_copy_seen (const ChaseSceneCell *from, const ChaseSceneCell *to, double u, ChaseRect *box)
{
  ChasePoint points[2], way;
  ChaseAffine by[2];
  ChaseRect other;

  find_label_points (from, to, points);
  way = chase_point_minus (points[1], points[0]);
  by[0] = chase_affine_shift (way, u);
  by[1] = chase_affine_shift (way, u - 1);
  *box = shifted (&from->label_box, &by[0]);
  other = shifted (&to->label_box, &by[1]);
  chase_rect_join (box, &other);
  return CLAMP (
      MIN (gap_between (box, &from->label_box), gap_between (box, &to->label_box)) / CLEAR, 0, 1);
}

/* Finds the first glyphs of the labels of both, where these are alike. */
static gboolean
find_alike (const ChaseShelf shelves[2], guint32 from, guint32 to, ChasePoint points[2])
{
  guint64 taken = 0;

  for (guint i = 0; i < n_items_of (&shelves[0], from); i++)
    {
      const ChaseSceneItem *item = item_of (&shelves[0], from, i), *other = NULL;

      if (is_label (item) && item->n_glyphs > 0)
        other = find_partner (&shelves[1], to, item, &taken);
      if (other == NULL)
        continue;
      points[0] = chase_point (item->glyphs[0].x, item->glyphs[0].y);
      points[1] = chase_point (other->glyphs[0].x, other->glyphs[0].y);
      return TRUE;
    }
  return FALSE;
}

/* What is in both labels lies on itself, so that what is in one alone, as the "op" of an opposite,
 * stays beside it; labels with nothing in common have their middles in one place. */
void
chase_motion_prepare_track (const ChaseMotion *motion, ChaseMovingTrack *moving)
{
  const ChaseScene *first = motion->shelves[0].scene, *second = motion->shelves[1].scene;
  guint32 from = moving->track.from, to = moving->track.to;
  ChasePoint points[2];

  if (from >= first->n_cells || to >= second->n_cells)
    return;
  if (moving->track.kind == CHASE_TRACK_GHOST || !find_alike (motion->shelves, from, to, points))
    find_label_points (&first->cells[from], &second->cells[to], points);
  moving->way = chase_point_minus (points[1], points[0]);
  if (are_arrows (&first->cells[from], &second->cells[to]))
    moving->turn = chase_turn_find (&first->cells[from], &second->cells[to], moving->way);
}

void
chase_motion_put_track (const ChaseMotion *motion, ChaseSceneBuilder *builder,
                        const ChaseMovingTrack *moving, double u)
{
  const ChaseTrack *track = &moving->track;
  const ChaseScene *first = motion->shelves[0].scene, *second = motion->shelves[1].scene;
  ChaseBlend blend = blend_at (u);
  gboolean from = track->from < first->n_cells, to = track->to < second->n_cells;
  gboolean ghost = track->kind == CHASE_TRACK_GHOST, under_way = u > 0 && u < 1;
  ChaseRect box;

  builder->cell = to ? track->to : track->from;
  if (ghost && !under_way && !builder->actors)
    return;
  if (ghost)
    {
      blend.accent = motion->palette->accent;
      blend.accented = CLAMP (8 * MIN (u, 1 - u), 0, 1);
      blend.seen = under_way ? 1 : 0;
      blend.label_alpha[0] = CLAMP ((0.5 - u) / RENAMED, 0, 1);
      blend.label_alpha[1] = CLAMP ((u - 0.5) / RENAMED, 0, 1);
    }
  if (from && to && !under_way && !builder->actors)
    put_side (motion, builder, &blend, u >= 1, u >= 1 ? track->to : track->from);
  else if (from && to)
    {
      blend_cells (&blend, moving, &first->cells[track->from], &second->cells[track->to]);
      if (ghost)
        blend.label_seen
            *= chase_copy_seen (&first->cells[track->from], &second->cells[track->to], u, &box);
      put_pair (motion, builder, &blend, track->from, track->to);
    }
  else if (to)
    {
      grow (&blend, 1, &second->cells[track->to]);
      put_side (motion, builder, &blend, 1, track->to);
    }
  else if (from)
    {
      grow (&blend, 0, &first->cells[track->from]);
      put_side (motion, builder, &blend, 0, track->from);
    }
}

/* In one place in both pictures? */
static gboolean
is_same (const ChaseSceneItem *a, const ChaseSceneItem *b)
{
  if (!match (a, b) || a->paint.rgba != b->paint.rgba)
    return FALSE;
  for (guint i = 0; i < a->n_glyphs; i++)
    if (a->glyphs[i].x != b->glyphs[i].x || a->glyphs[i].y != b->glyphs[i].y)
      return FALSE;
  return a->n_points == 0 || memcmp (a->points, b->points, a->n_points * sizeof *a->points) == 0;
}

void
chase_motion_put_rest (const ChaseMotion *motion, ChaseSceneBuilder *builder, double u)
{
  const ChaseShelf *first = &motion->shelves[0], *second = &motion->shelves[1];
  guint32 none[2] = { first->scene->n_cells, second->scene->n_cells };
  guint n[2] = { n_items_of (first, none[0]), n_items_of (second, none[1]) };
  gboolean same = n[0] == n[1];
  ChaseBlend blend = blend_at (u);

  for (guint i = 0; same && i < n[0]; i++)
    same = is_same (item_of (first, none[0], i), item_of (second, none[1], i));
  if (same)
    blend.alpha[1] = blend.label_alpha[1] = 1;
  builder->cell = CHASE_NO_CELL;
  for (guint i = 0; !same && i < n[0]; i++)
    put_alone (builder, &blend, 0, item_of (first, none[0], i));
  for (guint i = 0; i < n[1]; i++)
    put_alone (builder, &blend, 1, item_of (second, none[1], i));
  builder->mark = G_MAXUINT32;
}
