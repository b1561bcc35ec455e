/* SPDX-License-Identifier: MIT */
#pragma once

#include "drawing/draw.h"

G_BEGIN_DECLS

/**
 * ChaseMotion:
 *
 * How one picture becomes another: a function from the time t in [0, 1] to a ChaseScene, without a
 * clock and without a widget. It is made of tracks, each of which tells what becomes of one cell
 * and between which times; of a chase, a path that is swept across faces; and of runners, elements
 * that go along arrows. At 0 it is the first scene and at 1 the second, each with what the motion
 * leaves there. Fill it, then ask it; asked, it does not change and may be asked from any thread.
 */
typedef struct _ChaseMotion ChaseMotion;

typedef enum
{
  CHASE_TRACK_KEEP,  /* the cell itself: before its time as it was, after it as it will be */
  CHASE_TRACK_GHOST, /* a copy in the accent colour that is seen only on its way */
} ChaseTrackKind;

/** What becomes of a cell: one that has no cell it comes from appears, one that has none to go to
 * vanishes. */
typedef struct
{
  ChaseTrackKind kind;
  guint32 from; /* of the first scene, or CHASE_NO_CELL */
  guint32 to;   /* of the second, or CHASE_NO_CELL */
  double start, end;
} ChaseTrack;

/** Returns a motion from @from to @to, both of which it keeps, that has no tracks yet. @theme gives
 * the accent colour. Caller owns it. */
ChaseMotion *
chase_motion_new (ChaseScene *from, ChaseScene *to, ChaseTheme theme);
/** Takes NULL quietly. */
void
chase_motion_free (ChaseMotion *motion);

void
chase_motion_add_track (ChaseMotion *motion, const ChaseTrack *track);
/** Each cell of the one becomes the cell of its number in the other, between @start and @end: for
 * two pictures of one diagram, or of a diagram and its opposite. Cells that move, go; cells that
 * come, come after them. */
void
chase_motion_add_all (ChaseMotion *motion, double start, double end);

/** Adds the copies @tracks (@n of them), which are on their way between @start and @end, each between
 * two cells that are there. Of those that come to one cell each sets out so much behind the one
 * before it that they do not lie on one another. Puts in each when it sets out and arrives; returns
 * how long it all takes, the way of one being 1. */
double
chase_motion_add_copies (ChaseMotion *motion, ChaseTrack *tracks, guint n, double start,
                         double end);

/** A path that lies on the picture from @start on: the cells of its edges in the order of travel.
 */
void
chase_motion_begin_chase (ChaseMotion *motion, const guint32 *path, guint n);
/**
 * Between @start and @end the path becomes @after: what both have at their ends stays, and the rest
 * is swept across the face between. An empty part stands at its object.
 */
void
chase_motion_chase_to (ChaseMotion *motion, const guint32 *after, guint n, double start,
                       double end);

/** The way of an element: over the edges @edges (@n of them, of the second scene) from object to
 * object (@nodes, @n + 1); elements[i] (LaTeX) is what it is called at the i-th of them. */
typedef struct
{
  const guint32 *edges;
  const guint32 *nodes;
  guint n;
  const char *const *elements;
} ChaseRun;

/** Between @start and @end an element runs along both of @runs, from one object to one object,
 * where its two images @meet in one place, or stand apart. @macros may be NULL. */
void
chase_motion_add_runners (ChaseMotion *motion, const ChaseRun runs[2], gboolean meet,
                          ChaseMacros *macros, double start, double end);

/** From @start on, @text says in words what is seen. In the order of time. */
void
chase_motion_add_caption (ChaseMotion *motion, double start, const char *text);
/** What is said at @t, or NULL. Borrowed. */
const char *
chase_motion_get_caption (const ChaseMotion *motion, double t);
/** How long it takes when it is neither slowed nor hurried. */
void
chase_motion_set_seconds (ChaseMotion *motion, double seconds);
/** Returns how long @motion is meant to last. */
double
chase_motion_get_seconds (const ChaseMotion *motion);

/** The picture at @t, kept within [0, 1]. About linear in the size of the scenes. Caller owns it.
 */
ChaseScene *
chase_motion_at (const ChaseMotion *motion, double t);
/** The same with every item that is seen at any time, at all times in one order and of one form, so
 * that the items of one number are one thing in motion; what is not seen has no opacity. For
 * painters that animate. Caller owns it. */
ChaseScene *
chase_motion_actors (const ChaseMotion *motion, double t);
/** The box of both scenes, and of the elements that run. */
ChaseRect
chase_motion_get_bounds (const ChaseMotion *motion);
/** Returns the scene from which @motion starts. Borrowed. */
ChaseScene *
chase_motion_get_first (const ChaseMotion *motion);
/** Returns the scene to which @motion leads. Borrowed. */
ChaseScene *
chase_motion_get_last (const ChaseMotion *motion);

/** Slow at both ends: 3 t^2 - 2 t^3, kept within [0, 1]. */
double
chase_ease (double t);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseMotion, chase_motion_free)

G_END_DECLS
