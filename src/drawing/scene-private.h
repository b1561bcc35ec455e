/* SPDX-License-Identifier: MIT */
#pragma once

#include "drawing/grid.h"
#include "drawing/hull.h"

G_BEGIN_DECLS

typedef enum
{
  CHASE_SCENE_HIDDEN, /* not there at this step, or an edge without room */
  CHASE_SCENE_NODE,
  CHASE_SCENE_EDGE,
} ChaseSceneCellKind;

/* What the questions about places need to know of a cell. */
typedef struct
{
  ChaseSceneCellKind kind;
  ChasePoint centre;
  ChaseRect bounds;
  gboolean has_label_hull;
  ChaseHull label_hull; /* of a node's label, its clearance for arrows included; of an edge's label */
  ChaseRect label_box;
  ChaseRect *tag_boxes; /* of the further labels, in the order of the style; NULL for none */
  guint n_tags;
  ChaseCurve curve; /* the drawn part of an edge */
  double half_width; /* of its lines together */
  ChaseLabel *label;
} ChaseSceneCell;

typedef struct
{
  ChasePoint centre;
  double radius;
} ChaseSceneMark;

struct _ChaseScene
{
  gatomicrefcount ref_count;
  GArray *items;  /* of ChaseSceneItem */
  GArray *verbs;  /* of guint8: what the items point into, as do the next two */
  GArray *points; /* of ChasePoint */
  GArray *glyphs; /* of ChaseSceneGlyph */
  ChaseSceneCell *cells;
  guint n_cells;
  GArray *marks; /* of ChaseSceneMark */
  ChaseFonts *fonts;
  guint32 paper;
  ChaseRect bounds;
  ChaseDrawGrid *grid;
  gsize near; /* a ChaseSquares of the cells, made when something is first looked for */
};

/*
 * A scene in the making. Items are added cell by cell: set @cell (or @mark) and @hidden, open an item, add to its
 * path or run, close it. What is added while @hidden only counts for the bounds.
 */
typedef struct
{
  ChaseScene *scene;
  guint32 cell;
  guint32 mark;
  gboolean hidden;
  gboolean bounded; /* the scene's bounds hold something */
  gboolean actors;  /* of a motion: each item is kept, seen or not, in the order of making */
  ChaseSceneItem item;
  gsize first_verb, first_point, first_glyph;
} ChaseSceneBuilder;

void chase_scene_builder_init (ChaseSceneBuilder *builder, guint n_cells, ChaseFonts *fonts);
/* Sorts the items into the order of painting and gives the scene away. */
ChaseScene *chase_scene_builder_finish (ChaseSceneBuilder *builder);
/* scene-near.c: frees what was made to look for cells. */
void chase_scene_forget_near (ChaseScene *scene);

void chase_scene_open_path (ChaseSceneBuilder *builder, ChaseRole role, const ChasePaint *paint);
void chase_scene_move (ChaseSceneBuilder *builder, ChasePoint to);
void chase_scene_line (ChaseSceneBuilder *builder, ChasePoint to);
void chase_scene_cubic (ChaseSceneBuilder *builder, ChasePoint a, ChasePoint b, ChasePoint to);
void chase_scene_curve (ChaseSceneBuilder *builder, const ChaseCurve *curve);
void chase_scene_circle (ChaseSceneBuilder *builder, ChasePoint centre, double radius);
/* Adds a box with round corners, whose centres are @across and @down from @middle: the box reaches
 * farther by @radius. */
void chase_scene_round_box (ChaseSceneBuilder *builder, ChasePoint middle, double across, double down,
                            double radius);
void chase_scene_close_subpath (ChaseSceneBuilder *builder);
void chase_scene_open_glyphs (ChaseSceneBuilder *builder, ChaseRole role, guint font, double size,
                              double angle, guint32 rgba);
/* Adds one glyph, its origin at @at, to the open run. */
void chase_scene_glyph (ChaseSceneBuilder *builder, guint32 glyph, ChasePoint at);
/* Ends the item; one without any ink is dropped. @ink is the box of a run, NULL for a path. */
void chase_scene_close (ChaseSceneBuilder *builder, const ChaseRect *ink);

/* @rect with @by more on every side. */
ChaseRect chase_rect_grown (const ChaseRect *rect, double by);
gboolean chase_rect_contains (const ChaseRect *rect, double x, double y, double slop);
gboolean chase_rect_meets (const ChaseRect *a, const ChaseRect *b);

G_END_DECLS
