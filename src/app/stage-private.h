/* SPDX-License-Identifier: MIT */
#pragma once

#include "app/stage.h"

G_BEGIN_DECLS

/* A line of the pen, in places of the scene, and when it was finished (microseconds; 0: not yet).
 */
typedef struct
{
  GArray *points; /* of ChasePoint */
  gint64 done;
} ChaseStroke;

struct _ChaseStage
{
  GtkWidget parent;
  ChaseScene *scene;
  ChaseMotion *change; /* on the way to @scene */
  double change_t;
  double veil; /* of paper over the picture: 1 to 0 */
  ChaseMotion *motion;
  double t;
  double speed;
  gboolean playing;
  gboolean backwards;

  ChaseCamera camera;
  ChaseCamera from, to;
  double camera_t; /* 1: it rests */
  gboolean placed; /* it looks at something */
  gboolean zoomed;
  double words;  /* how large they stand above and below; 0: not at all */
  GArray *fresh; /* what is looked at: with another size it is looked at again */
  gboolean has_room;
  ChaseRect room; /* what the picture needs while something is told of it */

  ChaseTool tool;
  ChasePoint pointer;
  ChasePoint mouse; /* where it was last, which GTK tells of again though a finger is elsewhere */
  gboolean pointer_inside;
  GPtrArray *strokes; /* of ChaseStroke */
  gboolean drawing;
  GArray *asked;
  gboolean black;

  guint tick;
  gint64 last_frame;
  double longest;
  guint n_frames;
};

/* stage-draw.c */
void
chase_stage_draw (ChaseStage *stage, cairo_t *cr, double width, double height);
/* The picture as it is now. Caller unrefs. */
ChaseScene *
chase_stage_dup_picture (ChaseStage *stage);
/* Takes away the lines that have vanished; TRUE while some are left. */
gboolean
chase_stage_fade_strokes (ChaseStage *stage, gint64 now);

/* stage.c: paints frames until all is at rest. */
void
chase_stage_wake (ChaseStage *stage);

/* stage-tools.c: the mouse. */
void
chase_stage_add_tools (ChaseStage *stage);

G_END_DECLS
