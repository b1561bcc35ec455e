/* SPDX-License-Identifier: MIT */
#pragma once

#include "drawing/draw-private.h"

G_BEGIN_DECLS

/**
 * ChaseFrame:
 *
 * Coordinates at an end of an arrow: x along the direction of travel from @origin, y to its right.
 */
typedef struct
{
  ChasePoint origin;
  ChasePoint along;
} ChaseFrame;

static inline ChasePoint
chase_frame_at (const ChaseFrame *frame, double x, double y)
{
  ChasePoint right = chase_point_right (frame->along);

  return chase_point_along (chase_point_along (frame->origin, frame->along, x), right, y);
}

/** How far behind its tip the head's barb is @y beside the axis: where a line that far aside has to end. */
double chase_tip_inset (guint level, double y);
/** The room along the arrow that a head or a tail takes. */
double chase_head_length (const ChaseArrowLook *look);
double chase_tail_length (const ChaseArrowLook *look);

/**
 * The part of the arrow's length, from its tip backwards, that the line @y beside the axis leaves to the head; or
 * from its start forwards, to the tail.
 */
double chase_head_inset (const ChaseArrowLook *look, double y);
double chase_tail_inset (const ChaseArrowLook *look, double y);

/** Adds the head's strokes to the open path; @frame stands at the tip. */
void chase_head_add (ChaseSceneBuilder *builder, const ChaseArrowLook *look,
                     const ChaseFrame *frame);
/** Adds the tail's strokes to the open path; @frame stands at the start. */
void chase_tail_add (ChaseSceneBuilder *builder, const ChaseArrowLook *look,
                     const ChaseFrame *frame);

G_END_DECLS
