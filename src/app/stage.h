/* SPDX-License-Identifier: MIT */
#pragma once

#include "drawing/camera.h"
#include "drawing/motion.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ChaseStage:
 *
 * Where a presentation is seen: a picture through a camera, what moves, and what the teacher points
 * at and draws over it. It knows nothing of documents.
 *
 * Where the system asks for less motion (gtk-enable-animations is off), pictures and cameras change
 * at once, and what is played waits to be scrubbed.
 *
 * Signals: "moved" when what is played has come to another time, "arrived" when it has come to its
 * end.
 */
#define CHASE_TYPE_STAGE (chase_stage_get_type ())
G_DECLARE_FINAL_TYPE (ChaseStage, chase_stage, CHASE, STAGE, GtkWidget)

typedef enum
{
  CHASE_TOOL_NONE,
  CHASE_TOOL_POINTER, /* a spot of light that follows the mouse */
  CHASE_TOOL_PEN,     /* what it draws vanishes by itself */
} ChaseTool;

/** An empty stage, black until it has a picture. */
GtkWidget *
chase_stage_new (void);
/** Shows @scene at once, whole. What was played ends. */
void
chase_stage_set_scene (ChaseStage *stage, ChaseScene *scene);
ChaseScene *
chase_stage_get_scene (ChaseStage *stage);
/** The picture comes out of the paper, as another page does. */
void
chase_stage_veil (ChaseStage *stage);
/** Changes the picture to the end of @motion (taken), by the motion itself. */
void
chase_stage_change (ChaseStage *stage, ChaseMotion *motion);
/** Plays @motion (taken) from its start, at chase_stage_set_speed (); it then can be scrubbed, and
 * its last picture stays until the next call. */
void
chase_stage_play (ChaseStage *stage, ChaseMotion *motion);
/** What is played, or was to its end; NULL when there is nothing to scrub. Borrowed. */
ChaseMotion *
chase_stage_get_motion (ChaseStage *stage);
void
chase_stage_set_playing (ChaseStage *stage, gboolean playing);
/** Plays it from where it is back to its start. */
void
chase_stage_turn_back (ChaseStage *stage);
gboolean
chase_stage_is_playing (ChaseStage *stage);
/** Goes to a time in [0, 1], and stops there. */
void
chase_stage_scrub (ChaseStage *stage, double t);
double
chase_stage_get_time (ChaseStage *stage);
/** 1 is as the motion wants it; 0.5 half as fast. */
void
chase_stage_set_speed (ChaseStage *stage, double speed);
/** Ends what is played, and shows @scene. */
void
chase_stage_stop (ChaseStage *stage, ChaseScene *scene);

/** Keeps clear of the title above the picture, and of the buttons and words below it, which are
 * @words times as large as at least; 0: there are none. */
void
chase_stage_set_words (ChaseStage *stage, double words);
/** @room, what the picture needs while something moves on it and is told in words, is there from
 * now on, so that nothing becomes smaller when that begins; NULL: nothing does. FALSE where that is
 * no news. */
gboolean
chase_stage_set_room (ChaseStage *stage, const ChaseRect *room);
/** Looks at the whole picture and a little nearer to @fresh (of guint32, may be NULL). Gently,
 * unless @at_once. */
void
chase_stage_look (ChaseStage *stage, const GArray *fresh, gboolean at_once);
/** Looks at @rect, a part of the scene. */
void
chase_stage_look_at (ChaseStage *stage, const ChaseRect *rect);
/** Nearer by @factor, (@x, @y) of the widget staying where it is. */
void
chase_stage_zoom (ChaseStage *stage, double x, double y, double factor);
/** Moves the picture so that @grip, a point of the scene, is at (@x, @y) of the widget, at @scale
 * or what is possible. */
void
chase_stage_hold (ChaseStage *stage, const ChasePoint *grip, double x, double y, double scale);
/** Has the teacher changed what is looked at? */
gboolean
chase_stage_is_zoomed (ChaseStage *stage);
/** The place of the scene at a place of the widget, and the camera as it is now. */
ChasePoint
chase_stage_to_scene (ChaseStage *stage, double x, double y);
ChaseCamera
chase_stage_get_camera (ChaseStage *stage);

void
chase_stage_set_tool (ChaseStage *stage, ChaseTool tool);
ChaseTool
chase_stage_get_tool (ChaseStage *stage);
/** Where the mouse was last, of the widget. */
ChasePoint
chase_stage_get_pointer (ChaseStage *stage);
/** Takes away what the pen has drawn. */
void
chase_stage_wipe (ChaseStage *stage);
guint
chase_stage_n_strokes (ChaseStage *stage);
/** Nothing but black, until it is called again with FALSE. */
void
chase_stage_set_black (ChaseStage *stage, gboolean black);
gboolean
chase_stage_get_black (ChaseStage *stage);
/** Cells of the scene (of guint32, may be NULL) that a question is asked about: they are ringed. */
void
chase_stage_set_asked (ChaseStage *stage, const GArray *cells);
/** The longest time in milliseconds that a frame has taken to paint since the last call, and how
 * many there were. */
double
chase_stage_take_frames (ChaseStage *stage, guint *n);

G_END_DECLS
