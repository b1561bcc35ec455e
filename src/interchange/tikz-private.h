/* SPDX-License-Identifier: MIT */
#pragma once

#include "interchange/interchange.h"
#include "interchange/sketch-private.h"
#include "interchange/source-private.h"

G_BEGIN_DECLS

/* Where a label of an arrow stands. */
typedef enum
{
  CHASE_TIKZ_AUTO, /* left of the arrow; right when it is swapped */
  CHASE_TIKZ_CENTRE,
  CHASE_TIKZ_OVER,
  CHASE_TIKZ_ABOVE,
  CHASE_TIKZ_BELOW,
  CHASE_TIKZ_WEST,
  CHASE_TIKZ_EAST,
} ChaseTikzPlace;

typedef struct
{
  char *text; /* "" where it is only a name or a sign */
  char *name;
  gboolean swapped;
  ChaseTikzPlace place;
  gboolean has_at;
  double at; /* 0 to 1 */
  ChaseColour colour;
  gboolean sloped;
  gboolean anchored; /* anchor=center */
  gboolean rotated;
  double rotate;
  GString *unknown; /* options nobody knows, as they are, or NULL */
  const ChaseTexStyles *styles;
} ChaseTikzLabel;

/* What one \arrow says, key after key. */
typedef struct
{
  gsize offset; /* in the source */
  gsize bytes;
  guint row, column; /* the cell in which it stands, from 0 */
  char *from;        /* as written, or NULL: this cell */
  char *to;
  ChaseStyle *style;
  guint lines;
  gboolean reversed;  /* drawn from its target to its source */
  gboolean invisible; /* draw=none, phantom */
  gboolean phantom;
  gboolean loop;
  gboolean unclosed; /* a label has no closing quote */
  gboolean has_in, has_out;
  double in, out;
  double distance;         /* of a loop, in millimetres; 0: not given */
  double shorten_pt[2];    /* at the source and at the target */
  guint centred_anchors;   /* how many of start anchor and end anchor are `center` */
  ChaseTikzLabel defaults; /* what the arrow says of all its labels */
  GPtrArray *labels;       /* of ChaseTikzLabel */
  GString *unknown;
  const ChaseTexStyles *styles;
  guint depth; /* of styles that stand for others */
} ChaseTikzArrow;

/** Returns a new arrow, whose keys may be those that @styles (may be NULL) define. */
ChaseTikzArrow *
chase_tikz_arrow_new (const ChaseTexStyles *styles);
void
chase_tikz_arrow_free (ChaseTikzArrow *arrow);
/** Applies one option, `key`, `key=value` or `"label"...`. What nobody knows is kept in `unknown`,
 * as are labels' own. */
void
chase_tikz_apply (ChaseTikzArrow *arrow, const char *option);
/** Applies a whole list of options. */
void
chase_tikz_apply_list (ChaseTikzArrow *arrow, const char *list);
/** Applies one option to @label alone. FALSE where it is none that only labels have. */
gboolean
chase_tikz_apply_to_label (ChaseTikzLabel *label, const char *option);
/** Adds a label with the options in @list, as the old form `\arrow{r}[swap]{f}` gives it. Takes
 * @text. */
void
chase_tikz_add_label (ChaseTikzArrow *arrow, char *text, const char *list);

/** Reads xcolor's names and those that @styles (may be NULL) define, mixes (`red!50!black`) and
 * `{rgb,255:red,R;green,G;blue,B}`. FALSE for what is none. */
gboolean
chase_tikz_read_colour (const ChaseTexStyles *styles, const char *text, ChaseColour *colour);
/** TRUE for keys of TikZ that change a picture by no more than a shade or a point (anchors of the
 * ends, corners, widths of lines, fonts): they are kept for LaTeX, and nothing is said. */
gboolean
chase_tikz_is_fine_print (const char *key);
/** Reads an option that lets something appear on a slide of beamer, ours (`from slide 3`) or the
 * one that many papers define (`visible on=<3->`), as its step. FALSE for what is none. */
gboolean
chase_tikz_read_step (const char *option, guint *step);
/** Appends @colour as LaTeX takes it. */
void
chase_tikz_write_colour (const ChaseColour *colour, GString *out);

/**
 * How long an arrow that goes @columns to the right and @rows down is in print, about, in points:
 * what turns a shortening in points into one in per cent. Between two arrows the distance of their
 * middles is meant.
 */
double
chase_tikz_length (double columns, double rows, gboolean between_arrows);
/** TikZ bends by an angle, quiver by steps; so many degrees are one step. */
#define CHASE_TIKZ_BEND 15.0
/** The unit of `shift left`, in points. */
#define CHASE_TIKZ_SHIFT 2.4

/**
 * A table of cells with arrows in it, as tikz-cd and xy-pic have them, on its way to a sketch.
 */
typedef struct
{
  guint row, column;
  GString *text;
  gboolean present; /* it is an object, even if there is no text */
  char *name;       /* TikZ's name for it */
  char *options;    /* of `|[...]|` */
  guint32 node;     /* its number in the sketch */
} ChaseTableCell;

typedef struct
{
  ChaseSource *source;
  GHashTable *reported; /* keys that were reported already, for all of the source */
  GHashTable *index;    /* row and column -> number of the cell + 1 */
  GPtrArray *cells;     /* of ChaseTableCell */
  GPtrArray *arrows;    /* of ChaseTikzArrow */
  gsize offset;         /* of the environment */
} ChaseTable;

ChaseTable *
chase_table_new (ChaseSource *source, gsize offset, GHashTable *reported);
void
chase_table_free (ChaseTable *table);
/** Returns the cell at @row, @column, which is made if need be. */
ChaseTableCell *
chase_table_cell (ChaseTable *table, guint row, guint column);
/** Makes a sketch of it; what cannot be is reported. Caller owns it. O(n log n). */
ChaseSketch *
chase_table_to_sketch (ChaseTable *table);

/**
 * Reads the body of a tikzcd environment, [@start, @end) of the source, with the environment's
 * @options (may be NULL). Returns NULL, with an error reported, when nothing can be made of it.
 */
ChaseSketch *
chase_tikz_read_body (ChaseSource *source, const char *options, gsize start, gsize end,
                      GHashTable *reported);
/** Reads what stands in the braces of \xymatrix. @modifiers is what stands before them. */
ChaseSketch *
chase_xymatrix_read_body (ChaseSource *source, gsize start, gsize end, GHashTable *reported);
/** Reads the body of amscd's CD environment. */
ChaseSketch *
chase_amscd_read_body (ChaseSource *source, gsize start, gsize end, GHashTable *reported);
/** Reads every diagram of a LaTeX text: tikzcd and CD environments, \xymatrix, quiver links. */
void
chase_tex_read (ChaseSource *source, GPtrArray *sketches);
/** Returns what the comment of @item says the environment's options are, or NULL. Borrowed. */
const char *
chase_tikz_get_options (const ChaseItem *item);
/**
 * Returns the room that was asked for behind column @n (@rows: row @n), from 0, in the form of a
 * length, or NULL. Caller frees.
 */
char *
chase_tikz_get_gap (const ChaseItem *item, gboolean rows, guint n);
void
chase_tikz_write (const ChaseDiagram *diagram, const ChaseInterchangeOptions *options, GString *out,
                  GPtrArray *problems);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseTikzArrow, chase_tikz_arrow_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseTable, chase_table_free)

G_END_DECLS
