/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Owned by src/typeset; named here so that a scene can be read without its headers. */
typedef struct _ChaseFonts ChaseFonts;
typedef struct _ChaseLabel ChaseLabel;

/** "No cell": what a question about a place answers when nothing is there. */
#define CHASE_NO_CELL G_MAXUINT32

typedef struct
{
  double x, y;
} ChasePoint;

/** An upright rectangle; empty when its width or height is negative. */
typedef struct
{
  double x, y, width, height;
} ChaseRect;

/**
 * ChaseScene:
 *
 * A diagram as plain geometry: an immutable display list of paths and glyph runs, with what is
 * needed to find cells under the pointer. x grows to the right, y downward; the unit is a hundred-and-twenty-eighth of
 * the default distance between columns, and a label's text has 22 units to the em. Every item knows the
 * cell that it belongs to. Nothing is painted over to make a gap: where a label stands on a line,
 * the line itself is cut. Reference counted; safe to read on any thread.
 */
typedef struct _ChaseScene ChaseScene;

typedef enum
{
  CHASE_VERB_MOVE,  /* 1 point */
  CHASE_VERB_LINE,  /* 1 point */
  CHASE_VERB_CUBIC, /* 3 points: two controls, end */
  CHASE_VERB_CLOSE, /* none */
} ChaseVerb;

typedef enum
{
  CHASE_CAP_BUTT,
  CHASE_CAP_ROUND,
} ChaseCap;

/**
 * How a path is painted: filled when @width is 0, else stroked with @width, joins being round. Dashes and dots are
 * there as pieces of the path.
 */
typedef struct
{
  double width;
  ChaseCap cap;
  guint32 rgba; /* 0xRRGGBBAA */
} ChasePaint;

/* What an item is there for: painters leave out the finer ones when they are too small to see. */
typedef enum
{
  CHASE_ROLE_BACKDROP,    /* behind everything: selection and highlight */
  CHASE_ROLE_FRAME,       /* a region around nodes, and its label */
  CHASE_ROLE_BODY,        /* the line of an arrow, the sign of a corner or an adjunction */
  CHASE_ROLE_HEAD,        /* its heads, tails, bars and bullets */
  CHASE_ROLE_LABEL,       /* glyphs, and the rules of fractions and roots */
  CHASE_ROLE_PLACEHOLDER, /* stands for an object without a label, on screen */
  CHASE_ROLE_MARK,        /* the verdict of a face */
} ChaseRole;
#define CHASE_N_ROLES 7

typedef struct
{
  guint32 glyph;
  double x, y; /* of its origin */
} ChaseSceneGlyph;

/**
 * One path (@n_glyphs is 0), or one run of glyphs of face @font at @size units to the em in the
 * colour of @paint, each turned about its origin by @angle (radians, clockwise). Arrays belong to the scene.
 */
typedef struct
{
  guint32 cell; /* CHASE_NO_CELL for a mark and for a frame */
  guint32 mark; /* index of the face mark, or G_MAXUINT32 */
  ChaseRole role;
  ChasePaint paint;
  ChaseRect bounds; /* of the ink */
  const guint8 *verbs; /* of ChaseVerb */
  const ChasePoint *points;
  guint n_verbs;
  guint n_points;
  guint font;
  double size;
  double angle;
  const ChaseSceneGlyph *glyphs;
  guint n_glyphs;
} ChaseSceneItem;

ChaseScene *chase_scene_ref (ChaseScene *scene);
/** Takes NULL quietly. */
void chase_scene_unref (ChaseScene *scene);

/** Returns how many items are painted, in their order. */
guint chase_scene_n_items (const ChaseScene *scene);
/**
 * The items in the order of painting: by role, and within a role in runs of equal paint. Borrowed.
 */
const ChaseSceneItem *chase_scene_get_item (const ChaseScene *scene, guint index);
/** The number of cells of the diagram that was drawn. Cell indexes are the diagram's. */
guint chase_scene_n_cells (const ChaseScene *scene);
/** The fonts that glyph items are of. Borrowed. */
ChaseFonts *chase_scene_get_fonts (const ChaseScene *scene);
/** The colour of the theme's paper, 0xRRGGBBAA, for a window or an opaque export. */
guint32 chase_scene_get_paper (const ChaseScene *scene);
/**
 * The box of all that the diagram draws at its last step, without backdrops and placeholders, so that the pictures of
 * the steps of one diagram lie on one another. A point at the origin for an empty diagram.
 */
ChaseRect chase_scene_get_bounds (const ChaseScene *scene);
/** The whole scene as text, one item a line, numbers to two decimals: for golden tests. Caller frees. */
char *chase_scene_to_text (const ChaseScene *scene);

/**
 * Returns the cell at (@x, @y), at most @slop units beside it, or CHASE_NO_CELL. Nodes win over edges, an
 * edge's label counts as the edge, later cells win over earlier ones; hidden cells are not found. Costs what is near,
 * and once for each scene O(cells).
 */
guint32 chase_scene_hit (const ChaseScene *scene, double x, double y, double slop);
/** Sees a cell; TRUE when no more are wanted. */
typedef gboolean (*ChaseSceneSee) (guint cell, gpointer data);
/**
 * Calls @see for the drawn cells whose boxes, labels included, meet @area, in no order; it may come to one more than
 * once, and to some that are only near. The box of a node reaches as far on the one side of its centre as on the other.
 */
void chase_scene_near (const ChaseScene *scene, const ChaseRect *area, ChaseSceneSee see, gpointer data);
/** Returns the index of the face mark at (@x, @y), or G_MAXUINT32. */
guint32 chase_scene_hit_mark (const ChaseScene *scene, double x, double y, double slop);
/** Puts the box of @cell, its label included, in *@bounds; FALSE when it is not drawn. */
gboolean chase_scene_cell_bounds (const ChaseScene *scene, guint32 cell, ChaseRect *bounds);
/** The box of the cell's label, or the place where one would stand; FALSE when the cell is not drawn. */
gboolean chase_scene_label_bounds (const ChaseScene *scene, guint32 cell, ChaseRect *bounds);
/** The box of the @tag-th further label of an edge, as chase_style_get_label () counts them; FALSE
 * when it is not drawn. */
gboolean
chase_scene_tag_bounds (const ChaseScene *scene, guint32 cell, guint tag, ChaseRect *bounds);
/** The label of @cell as it was set, with what was unknown in it; NULL when it has none. Borrowed. */
ChaseLabel *chase_scene_get_label (const ChaseScene *scene, guint32 cell);
/** The centre of a node, where arrows aim; for an edge the middle of what is drawn of it. */
gboolean chase_scene_cell_centre (const ChaseScene *scene, guint32 cell, ChasePoint *centre);
/**
 * The point at fraction @at (0 to 1) of the drawn length of edge @cell, and there the unit vector in the direction
 * of travel; either may be NULL. FALSE for a node, and for an edge that has no room to be drawn.
 */
gboolean chase_scene_edge_point (const ChaseScene *scene, guint32 cell, double at, ChasePoint *point,
                                 ChasePoint *tangent);
/** The fraction (0 to 1) of edge @cell that is nearest to (@x, @y); 0.5 for what has no length. */
double chase_scene_edge_nearest (const ChaseScene *scene, guint32 cell, double x, double y);
/** The indexes (of guint32) of all cells whose centre lies in @area, ascending. Caller unrefs. */
GArray *chase_scene_cells_in (const ChaseScene *scene, const ChaseRect *area);

/**
 * Is (@x, @y) within the face between two paths from one node to another, @left and @right (of
 * guint32, edges in the order of travel)? The outline is what is drawn of them; where it crosses
 * itself, what it goes round an odd number of times counts. Puts its area in *@area, and the box of
 * its edges with their labels in *@bounds. FALSE also where an edge is not drawn.
 */
gboolean
chase_scene_face_at (const ChaseScene *scene, const GArray *left, const GArray *right, double x,
                     double y, double *area, ChaseRect *bounds);

/** Makes @rect the smallest box around itself and @other. */
void
chase_rect_join (ChaseRect *rect, const ChaseRect *other);

/** The place of column @column, row @row, which may be fractional or beyond the diagram. */
ChasePoint chase_scene_from_grid (const ChaseScene *scene, double column, double row);
/** The column (x) and the row (y) of a place: the inverse of chase_scene_from_grid (). */
ChasePoint chase_scene_to_grid (const ChaseScene *scene, double x, double y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseScene, chase_scene_unref)

G_END_DECLS
