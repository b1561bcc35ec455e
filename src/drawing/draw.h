/* SPDX-License-Identifier: MIT */
#pragma once

#include "drawing/scene.h"
#include "model/diagram.h"

G_BEGIN_DECLS

typedef struct _ChaseMacros ChaseMacros;
typedef struct _ChaseLabelCache ChaseLabelCache;

typedef enum
{
  CHASE_THEME_LIGHT,
  CHASE_THEME_DARK,
  CHASE_THEME_CONTRAST,      /* black on white, heavier lines */
  CHASE_THEME_DARK_CONTRAST, /* white on black, heavier lines: of the screen alone, it has no word */
} ChaseTheme;

/** "light", "dark", "contrast"; FALSE for any other word. */
gboolean chase_theme_parse (const char *word, ChaseTheme *theme);
/** TRUE where light lines stand on dark paper. */
gboolean chase_theme_is_dark (ChaseTheme theme);

typedef enum
{
  CHASE_MARK_HOLDS,     /* a tick */
  CHASE_MARK_FAILS,     /* a cross */
  CHASE_MARK_UNDECIDED, /* a question mark */
  CHASE_MARK_GIVEN,     /* an equality sign */
  CHASE_MARK_UNASKED,   /* a small circle */
  CHASE_N_MARKS
} ChaseMarkKind;

/**
 * ChaseFaceMark:
 *
 * The verdict of a face, drawn in its middle: the face between the paths @left and @right, each given by the
 * cell indexes of its edges, or the face around the point (@x, @y) of the grid when both are empty.
 */
typedef struct
{
  ChaseMarkKind kind;
  const guint32 *left;
  guint n_left;
  const guint32 *right;
  guint n_right;
  double x, y; /* column and row */
  gboolean claimed; /* to be proved: with a ring around it */
} ChaseFaceMark;

/** How a diagram is drawn. Nothing in it is kept after the call. */
typedef struct
{
  ChaseTheme theme;            /* LIGHT */
  guint step;                  /* cells of a later step are left out; G_MAXUINT: none are */
  gboolean placeholders;       /* show objects without a label; FALSE */
  gboolean mark_unknown; /* underline the names of macros that nobody defined, on screen; FALSE */
  const ChaseFaceMark *marks;  /* NULL */
  guint n_marks;
  const guint32 *selected;     /* cell indexes: on a tinted ground; NULL */
  guint n_selected;
  const guint32 *highlighted;  /* cell indexes: in the accent colour; NULL */
  guint n_highlighted;
  GPtrArray *problems;         /* NULL; else gets what is wrong with the labels, each once, as g_malloc'd strings: a
                                * macro that is defined nowhere by its name ("\\Hom"), all else as a sentence */
  ChaseLabelCache *labels;     /* of the same fonts and macros, for a window; NULL */
} ChaseDrawOptions;

void chase_draw_options_init (ChaseDrawOptions *options);

/**
 * Draws @diagram. Nodes without a position are placed by chase_layout () first. @fonts may not be NULL, @macros
 * and @options may. It never fails: an arrow that has no room between its ends has no geometry.
 * Caller owns the scene. About linear in the number of cells.
 */
ChaseScene *chase_draw_diagram (const ChaseDiagram *diagram, ChaseFonts *fonts, ChaseMacros *macros,
                                const ChaseDrawOptions *options);
/**
 * The grounds that chase_draw_diagram () draws under what is selected, for the cells of @scene: for a window, whose
 * selection changes more often than its diagram. Nothing can be looked for in it. Caller owns it. O(selected).
 */
ChaseScene *chase_draw_selection (const ChaseScene *scene, ChaseTheme theme, const guint32 *selected,
                                  guint n_selected);
/** The greatest step of any cell of @diagram: 0 when all is there from the start. */
guint chase_diagram_last_step (const ChaseDiagram *diagram);
/**
 * The steps with which something of @diagram comes, in order; 0 alone for an empty diagram. A cell
 * does not come before its ends. Caller owns the array, of guint. O(n log n).
 */
GArray *
chase_diagram_list_steps (const ChaseDiagram *diagram);

G_END_DECLS
