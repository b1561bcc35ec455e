/* SPDX-License-Identifier: MIT */
#pragma once

#include "drawing/motion.h"
#include "drawing/palette.h"
#include "drawing/sticker.h"

G_BEGIN_DECLS

/* The items of a scene by their cell; those of none are behind all others. */
typedef struct
{
  ChaseScene *scene;
  guint *first; /* scene->n_cells + 2 */
  guint *items;
} ChaseShelf;

/* One step of a chase: the path before and after it, point by point. */
typedef struct
{
  ChasePoint *before;
  ChasePoint *after;
  guint n;
  double start, end;
} ChaseSweep;

/* An element on its way: where it rests, and the points it goes along from one rest to the next. */
typedef struct
{
  ChasePoint *rests;   /* n + 1 */
  ChasePoint *outward; /* unit vectors: where from the object it rests */
  ChasePoint *points;  /* n times CHASE_LEG_POINTS */
  ChasePoint *sides;   /* as many, and one: unit vectors, where its name stands */
  ChaseSticker *names; /* n + 1 */
  gboolean *same;      /* n: is its name the same behind the arrow? */
  guint n;
  double ring; /* what its last name keeps from it at least */
} ChaseRunner;

#define CHASE_LEG_POINTS 40

typedef struct
{
  double start;
  char *text;
} ChaseCaption;

/* An arrow that is turned round, and its label, which goes aside before it and comes back behind.
 */
typedef struct
{
  ChasePoint aside; /* halfway; 0, 0 where it need not */
  gboolean crosses; /* no way aside keeps the label clear */
} ChaseTurn;

/* A track, and what does not change while it is on its way. */
typedef struct
{
  ChaseTrack track;
  ChasePoint way; /* of the label */
  ChaseTurn turn;
} ChaseMovingTrack;

struct _ChaseMotion
{
  ChaseShelf shelves[2];
  const ChasePalette *palette;
  GArray *tracks;    /* of ChaseMovingTrack */
  GArray *path;      /* of guint32: where the chase has come to */
  GArray *sweeps;    /* of ChaseSweep */
  GArray *runners;   /* of ChaseRunner */
  ChaseRect run_box; /* what they need, and what they run through */
  gboolean meet;
  ChasePoint unequal; /* where that is told, where they do not meet */
  double run_start, run_end;
  GArray *captions; /* of ChaseCaption */
  double seconds;
};

/* p goes to (xx p.x + xy p.y + x, yx p.x + yy p.y + y). */
typedef struct
{
  double xx, xy, yx, yy, x, y;
} ChaseAffine;

static inline ChasePoint
chase_affine_move (const ChaseAffine *by, ChasePoint p)
{
  return chase_point (by->xx * p.x + by->xy * p.y + by->x, by->yx * p.x + by->yy * p.y + by->y);
}

/* @u times @way further. */
static inline ChaseAffine
chase_affine_shift (ChasePoint way, double u)
{
  return (ChaseAffine){ 1, 0, 0, 1, u * way.x, u * way.y };
}

/* motion-turn.c: turned by @angle and grown by @scale about @from, which comes to @to. */
ChaseAffine
chase_affine_turn (ChasePoint from, ChasePoint to, double angle, double scale);
/* Two arrows that are one, @u of its way: its chord turns, moves and grows. */
void
chase_turn_arrow (const ChaseSceneCell *from, const ChaseSceneCell *to, double u,
                  ChaseAffine shape[2]);
/* How one becomes the other, whose label goes @way from the one to the other meanwhile. */
ChaseTurn
chase_turn_find (const ChaseSceneCell *from, const ChaseSceneCell *to, ChasePoint way);
/* Where the label is, seen from where it would be if no arrow turned. */
ChasePoint
chase_turn_aside (const ChaseTurn *turn, double u);
/* How much of it is seen. */
double
chase_turn_label_seen (const ChaseTurn *turn, const ChaseSceneCell *from, const ChaseSceneCell *to,
                       ChasePoint way, double u);
/* Widens @box to what arrows that turn round go through, and their labels. */
void
chase_motion_join_turns (const ChaseMotion *motion, ChaseRect *box);

/* motion-blend.c: finds what there is to know of a track before it sets out. */
void
chase_motion_prepare_track (const ChaseMotion *motion, ChaseMovingTrack *moving);
/* What is seen of it when @u of its way is behind it. */
void
chase_motion_put_track (const ChaseMotion *motion, ChaseSceneBuilder *builder,
                        const ChaseMovingTrack *moving, double u);
/* How much of its label is seen of a copy on its way from one cell to another, @u of which is
 * behind it, and where: in *@box. */
double
chase_copy_seen (const ChaseSceneCell *from, const ChaseSceneCell *to, double u, ChaseRect *box);
/* What belongs to no cell: frames and verdicts. */
void
chase_motion_put_rest (const ChaseMotion *motion, ChaseSceneBuilder *builder, double u);
/* @rgba with @alpha of its opacity. */
guint32
chase_rgba_fade (guint32 rgba, double alpha);
guint32
chase_rgba_mix (guint32 a, guint32 b, double u);

/* motion-chase.c */
void
chase_motion_put_chase (const ChaseMotion *motion, ChaseSceneBuilder *builder, double t);
void
chase_sweep_clear (ChaseSweep *sweep);

/* motion-run.c */
void
chase_motion_put_runners (const ChaseMotion *motion, ChaseSceneBuilder *builder, double t);
void
chase_runner_clear (ChaseRunner *runner);

/* motion-names.c: finds the sides on which the names of @runner stand, who has all else. */
void
chase_runner_place_names (ChaseRunner *runner, const ChaseScene *scene);
/* The side at point @exact (between two) of @leg. */
ChasePoint
chase_runner_side (const ChaseRunner *runner, guint leg, double exact);
/* Where the name of element @i is anchored while its dot is at @at, and its box. */
ChasePoint
chase_runner_name_place (const ChaseRunner *runner, guint i, ChasePoint at, ChasePoint side);
ChaseRect
chase_runner_name_box (const ChaseRunner *runner, guint i, ChasePoint at, ChasePoint side);

/* motion-chase.c: puts @n points, evenly spread, of the polyline @line (of ChasePoint, not empty)
 * in @points. */
void
chase_line_spread (const GArray *line, ChasePoint *points, guint n);
/* Appends @edge as points (of ChasePoint) in the direction of travel; none where it is not drawn.
 */
void
chase_edge_append_points (const ChaseScene *scene, guint32 edge, GArray *points);

G_END_DECLS
