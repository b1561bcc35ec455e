/* SPDX-License-Identifier: MIT */
#pragma once

#include "drawing/draw.h"
#include "drawing/palette.h"
#include "drawing/squares.h"
#include "drawing/sticker.h"

G_BEGIN_DECLS

/* Units to the em. */
#define CHASE_NODE_SIZE 22.0
#define CHASE_EDGE_SIZE 16.0
/* What an arrow keeps clear of: an object's ink, a bullet's, the line of another arrow. */
#define CHASE_NODE_GAP 9.0
#define CHASE_DOT_GAP 5.0
#define CHASE_OUTLINE_GAP 2.0
#define CHASE_EDGE_GAP 7.0
/* Between a label and its own line. */
#define CHASE_LABEL_GAP CHASE_STYLE_LABEL_GAP
/* So far along its arrow a label may move that is in the way in the middle, and still look like its own. */
#define CHASE_LABEL_OFF_MIDDLE 0.38
/* Quiver's steps. */
#define CHASE_OFFSET_STEP 8.0
#define CHASE_CURVE_STEP 24.0
/* Between the lines of an arrow that has several. */
#define CHASE_LINE_SPACING 4.4
#define CHASE_MAX_LEVEL 4

/* What is drawn of an arrow, once its meaning has been asked. */
typedef struct
{
  ChaseHead head;
  ChaseTail tail;
  ChaseBody body;
  guint level;
  double stroke;
  guint32 rgba;
  guint32 label_rgba;
} ChaseArrowLook;

/* A label of an edge, and where it goes. */
typedef struct
{
  guint index; /* among the further labels of the style */
  ChaseSticker sticker;
  ChaseLabelSide side; /* not AUTO once it is placed */
  double fraction;     /* of the drawn length */
  double gap;          /* between it and the line */
  gboolean sloped;
  double turn;         /* clockwise, beside that */
  ChasePoint at;       /* the anchor */
  double angle;
  guint32 rgba;
} ChaseTag;

/* A cell on its way into the scene. */
typedef struct
{
  gboolean hidden;  /* of a later step */
  gboolean drawn;   /* has geometry */
  gboolean selected, highlighted;
  ChaseSticker sticker;
  ChaseHull hull;   /* of a node, in place */
  double gap;       /* what arrows keep clear of it */
  ChasePoint centre; /* of a node; of an edge the middle of what is drawn */
  ChasePoint middle; /* the middle of the curve between the ends' centres */
  /* of an edge */
  double curve_steps, offset_steps;
  gboolean moved_apart; /* from another edge with the same ends */
  gboolean inner;       /* between two others with the same ends */
  double loop_angle, loop_radius; /* of a loop, as in its style unless it was moved */
  double petal;         /* of one among many: half the angle between its ends, in degrees; 0: a round one */
  gboolean angled;      /* bent by angles at its ends */
  gboolean is_loop;
  gboolean attached_left, attached_right; /* cells start or end on it, on that side */
  ChaseArrowLook look;
  ChaseLabelSide side; /* never AUTO */
  ChaseCurve curve;    /* what is drawn */
  ChaseRect extent;    /* holds the curve */
  gboolean crosses_over; /* arrows below it are cut where it crosses them */
  gboolean has_label;
  double label_fraction; /* of the drawn length */
  ChasePoint label_at; /* the anchor */
  double label_angle;
  ChaseTag *tags;      /* its further labels */
  guint n_tags;
  gboolean has_iso_sign;
  ChaseHull iso_sign; /* in place */
} ChaseRoute;

typedef struct
{
  const ChaseDiagram *diagram;
  const ChaseDrawOptions *options;
  const ChasePalette *palette;
  ChaseStickerMaker maker;
  ChaseSceneBuilder builder;
  ChaseDrawGrid *grid;
  double *positions; /* 2 a node */
  ChaseRoute *routes;
  guint n_cells;
  GArray *crossing; /* of guint32: the edges that cross over others */
  /* while marks are placed: */
  GArray *placed;    /* of ChasePoint: those that have their place */
  ChaseSquares *near_marks; /* the same by their places */
  ChaseSquares *near; /* the cells, by their bounds with the room that marks keep around them */
} ChaseDrawing;

/* room.c: the columns and rows, wide enough for the labels. Shapes the nodes. */
void chase_drawing_make_grid (ChaseDrawing *drawing);
/* separate.c: sets curve_steps and offset_steps of every edge; edges with the same ends that ask for neither part. */
void chase_drawing_separate (ChaseDrawing *drawing);
/* loops.c: sets where each loop lies; those that would lie on one another part. */
void chase_drawing_part_loops (ChaseDrawing *drawing);
/* bow.c: bends straight edges that would run through other nodes. */
void chase_drawing_bow_around_nodes (ChaseDrawing *drawing);
/* sides.c: decides where the labels go that do not say; wants the nodes' centres. */
void chase_drawing_choose_sides (ChaseDrawing *drawing);
/* route.c: the curve of one edge, its ends cut at what it joins. Ends come before. */
void chase_drawing_route (ChaseDrawing *drawing, guint32 cell);
/* angles.c: does the style bend the edge by angles at its ends? */
gboolean chase_style_is_angled (const ChaseStyle *style);
/* angles.c: such an edge from (the middle of) the one end to the other. A NULL hull: the end is a point. */
ChaseCurve chase_angled_curve (const ChaseStyle *style, ChasePoint a, const ChaseHull *source, double source_gap,
                               ChasePoint b, const ChaseHull *target, double target_gap);
/* angles.c: how far to the right of the straight line its middle lies, about. */
double chase_angled_bulge (const ChaseStyle *style, ChasePoint a, ChasePoint b);
/* angles.c: for one from a node to itself: does it run clockwise? */
gboolean chase_angled_is_clockwise (const ChaseStyle *style);
/* tags.c: sets the further labels of an edge; when it has its route, says where they go; puts them. */
void chase_drawing_set_tags (ChaseDrawing *drawing, guint32 cell);
void chase_drawing_place_tags (ChaseDrawing *drawing, guint32 cell);
void chase_drawing_add_tags (ChaseDrawing *drawing, guint32 cell);
void chase_route_clear_tags (ChaseRoute *route);
/* place.c: how far a label is turned clockwise by a key of TikZ that an import keeps, in radians; the label 0 is the edge's own. */
double chase_style_label_turn (const ChaseStyle *style, guint index);
/* place.c: fills in the place and the angle of a label for its side, fraction and gap. */
void chase_route_place_tag (const ChaseRoute *route, ChaseTag *tag);
/* The label as it lies. */
ChaseHull chase_tag_hull (const ChaseTag *tag);
/* place.c: where the edge's label goes at first, and where it goes for the side and the fraction that the route says. */
void chase_drawing_place_label (ChaseDrawing *drawing, guint32 cell);
void chase_drawing_replace_label (ChaseDrawing *drawing, guint32 cell);
/* place.c: the edge's label as it lies. */
ChaseHull chase_route_label_hull (const ChaseRoute *route);
/* place.c: the sign beside an arrow that is declared an isomorphism. */
void chase_drawing_add_isomorphism (ChaseDrawing *drawing, guint32 cell);
/* avoid.c: moves labels that say neither side nor place off other things. */
void chase_drawing_avoid_collisions (ChaseDrawing *drawing);
/* look.c: what is drawn of the edge, by its style, its properties and its level. */
void chase_drawing_look (ChaseDrawing *drawing, guint32 cell);
/* arrow.c: adds the edge, its label aside, to the scene. */
void chase_drawing_add_arrow (ChaseDrawing *drawing, guint32 cell);
/* sign.c: corners and adjunctions, whose route is the sign itself. */
void chase_drawing_route_sign (ChaseDrawing *drawing, guint32 cell);
void chase_drawing_add_sign (ChaseDrawing *drawing, guint32 cell);
/* selection.c: a rounded ground under a node; a broad line under an arrow. */
void chase_scene_add_ground (ChaseSceneBuilder *builder, const ChaseHull *hull, guint32 rgba);
void chase_scene_add_trace (ChaseSceneBuilder *builder, const ChaseCurve *curve, double half_width, guint32 rgba);
/* nodes.c: how arrows see a node, and what is drawn of it. */
void chase_drawing_shape_node (ChaseDrawing *drawing, guint32 cell);
void chase_drawing_add_node (ChaseDrawing *drawing, guint32 cell);
/* nodes.c: where the label of a dot stands, seen from it. FALSE for a node that is none. */
gboolean chase_drawing_dot_label (const ChaseDrawing *drawing, guint32 cell, ChasePoint *at);
/* outline.c: makes of the hull of a node's label that of its outline, where its style has one
 * (else FALSE), and draws that in its box. */
gboolean chase_outline_shape (const ChaseStyle *style, const ChaseHull *label, ChaseHull *hull);
void chase_outline_add (ChaseDrawing *drawing, const ChaseStyle *style, const ChaseRect *box);
/* frames.c: the regions around nodes; when all else is placed. */
void chase_drawing_add_frames (ChaseDrawing *drawing);
/* marks.c: the verdicts. */
void chase_drawing_add_marks (ChaseDrawing *drawing);

/* Half the distance between the outermost lines of an arrow. */
static inline double
chase_look_half_width (const ChaseArrowLook *look)
{
  return (look->level - 1) * CHASE_LINE_SPACING / 2;
}

G_END_DECLS
