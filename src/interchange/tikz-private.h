/* SPDX-License-Identifier: MIT */
#pragma once

#include "interchange/geometry-private.h"
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
  CHASE_TIKZ_NORTH_WEST,
  CHASE_TIKZ_NORTH_EAST,
  CHASE_TIKZ_SOUTH_WEST,
  CHASE_TIKZ_SOUTH_EAST,
} ChaseTikzPlace;

typedef struct _ChaseTikzLabel ChaseTikzLabel;
struct _ChaseTikzLabel
{
  char *text; /* "" where it is only a name or a sign */
  char *name;
  GString *unknown; /* options nobody knows, as they are, or NULL */
  const ChaseTexStyles *styles;
  ChaseTikzLabel *next; /* of the same arrow */
  ChaseTikzPlace place : 4;
  guint swapped : 1;
  guint has_at : 1;
  guint sloped : 1;
  guint anchored : 1; /* anchor=center */
  guint rotated : 1;
  guint has_sep : 1;
  float sep; /* from the arrow, in points */
  double at; /* 0 to 1 */
  double rotate;
  ChaseColour colour;
};

/* How `|-` and `-|` leave and arrive. */
typedef enum
{
  CHASE_TIKZ_TURN_NONE,
  CHASE_TIKZ_TURN_UPRIGHT,
  CHASE_TIKZ_TURN_LEVEL,
} ChaseTikzTurn;

/* What few arrows say. */
typedef struct
{
  double in, out;
  double distance;          /* of a loop, in millimetres; 0: not given */
  double shorten_pt[2];     /* at the source and at the target */
  ChaseTikzLabel *defaults; /* what the arrow says of all its labels, or NULL */
  ChaseTikzLabel *last_label;
  GString *unknown; /* or NULL */
  GString *curls;   /* the keys that say what loop it is, if it is one; or NULL */
  const ChaseTexStyles *styles;
} ChaseTikzRare;

/* What one \arrow says, key after key. */
typedef struct
{
  gsize offset; /* in the source */
  guint bytes;
  guint row, column; /* the cell in which it stands, from 0 */
  guint lines : 4;
  guint centred_anchors : 4; /* how many of start anchor and end anchor are `center` */
  guint depth : 4;           /* of styles that stand for others */
  guint reversed : 1;        /* drawn from its target to its source */
  guint invisible : 1;       /* draw=none, phantom */
  guint phantom : 1;
  guint loop : 1;
  guint unclosed : 1; /* a label has no closing quote */
  guint has_in : 1;
  guint has_out : 1;
  guint turns_out : 2; /* a ChaseTikzTurn: its path leaves so, towards the other end */
  guint turns_in : 2;  /* and arrives so */
  guint strays : 1;    /* it has a path of its own, which is drawn straight */
  guint packed : 1;    /* from and to are a ChaseName */
  guint lean : 1;      /* there is no room for `rare`, which would say nothing */
  char *from;          /* as written, or NULL: this cell */
  char *to;
  ChaseStyle *style; /* of a packed one perhaps chase_style_default () */
  ChaseTikzLabel *labels;
  ChaseTikzRare rare; /* to be read by chase_tikz_rare () where it may be packed */
} ChaseTikzArrow;

/** Returns a new arrow, whose keys may be those that @styles (may be NULL) define. */
ChaseTikzArrow *
chase_tikz_arrow_new (const ChaseTexStyles *styles);
void
chase_tikz_arrow_free (ChaseTikzArrow *arrow);
/** Gives back what @arrow does not use, or shares with others by @recent and @names: nothing can be
 * applied to it any more. Returns it in its new place. */
ChaseTikzArrow *
chase_tikz_arrow_pack (ChaseTikzArrow *arrow, ChaseRecentStyles *recent, ChaseNameTable *names);
/** Returns what few arrows say, nothing perhaps, of @arrow. */
const ChaseTikzRare *
chase_tikz_rare (const ChaseTikzArrow *arrow);
/** Keeps a key that is not known here, packed or not. Returns @arrow in its new place. */
ChaseTikzArrow *
chase_tikz_arrow_keep (ChaseTikzArrow *arrow, const char *option);
/** Applies one option, `key`, `key=value` or `"label"...`. What nobody knows is kept in `unknown`,
 * as are labels' own. */
void
chase_tikz_apply (ChaseTikzArrow *arrow, const char *option);
/** Applies a whole list of options. */
void
chase_tikz_apply_list (ChaseTikzArrow *arrow, const char *list);
/** Applies a list of options to all labels of @arrow, those too that are not yet there. */
void
chase_tikz_apply_to_labels (ChaseTikzArrow *arrow, const char *list);
/** Applies one option to @label alone. FALSE where it is none that only labels have. */
gboolean
chase_tikz_apply_to_label (ChaseTikzLabel *label, const char *option);
/** Adds a label with the options in @list, as the old form `\arrow{r}[swap]{f}` gives it. Takes
 * @text. Returns the label, which the arrow owns. */
ChaseTikzLabel *
chase_tikz_add_label (ChaseTikzArrow *arrow, char *text, const char *list);

/** Reads a length, in points; a bare number counts @unit each. FALSE for what is none. */
gboolean
chase_tikz_read_length (const char *text, double unit, double *points);
/** The same angle, more than -180 and at most 180 degrees. */
double
chase_tikz_turned (double degrees);
/** Puts into @style how @arrow, from an object to itself, lies: what its keys say in quiver's
 * terms.
 */
void
chase_tikz_set_loop (const ChaseTikzArrow *arrow, ChaseStyle *style);
/** Appends the keys of quiver for the loop that @style describes. */
void
chase_tikz_write_loop (const ChaseStyle *style, GString *out);
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
/** Does the line carry a stroke or a bullet? */
gboolean
chase_tikz_is_marked (const ChaseStyle *style);
/** Appends @colour as LaTeX takes it. */
void
chase_tikz_write_colour (const ChaseColour *colour, GString *out);

/** TikZ bends by an angle, quiver by steps; so many degrees are one step. */
#define CHASE_TIKZ_BEND 15.0
/** The room that TikZ leaves between an arrow and its label, in points. */
#define CHASE_TIKZ_SEP 2.15
/** A millimetre, in points. */
#define CHASE_TIKZ_MM 2.845
/** The unit of `shift left`, in points. */
#define CHASE_TIKZ_SHIFT 2.4

/**
 * A table of cells with arrows in it, as tikz-cd and xy-pic have them, on its way to a sketch.
 */
/* What few cells have. */
typedef struct
{
  char *name;    /* TikZ's name for it */
  char *options; /* of `|[...]|` */
} ChaseTableExtra;

typedef struct
{
  guint row, column;
  ChaseName *text;        /* or NULL; see chase_table_text () */
  ChaseTableExtra *extra; /* or NULL */
  guint32 node;           /* its number in the sketch */
  gboolean present;       /* it is an object, even if there is no text */
} ChaseTableCell;

typedef struct
{
  ChaseSource *source;
  GHashTable *reported; /* keys that were reported already, for all of the source */
  ChaseTableCell *cells;
  guint32 n_cells, room; /* for so many there is room */
  guint32 *slots;        /* where they are, by row and column */
  guint32 n_slots;
  ChaseNameTable *texts;
  GString *text; /* of the cell at row, column, where that is open */
  guint row, column;
  gboolean open;
  GPtrArray *arrows; /* of ChaseTikzArrow */
  ChaseRecentStyles styles;
  ChaseSpot pitch;     /* of its columns and rows in print */
  gsize offset;        /* of the environment */
  const char *options; /* its own, or NULL; borrowed */
} ChaseTable;

ChaseTable *
chase_table_new (ChaseSource *source, gsize offset, GHashTable *reported);
void
chase_table_free (ChaseTable *table);
/** Returns the cell at @row, @column, which is made if need be; it may move when another is. */
ChaseTableCell *
chase_table_cell (ChaseTable *table, guint row, guint column);
/** Returns what few cells have, of the one at @row, @column. */
ChaseTableExtra *
chase_table_extra (ChaseTable *table, guint row, guint column);
/** Returns the text of the cell at @row, @column, to be added to until another is asked for. */
GString *
chase_table_text (ChaseTable *table, guint row, guint column);
/** Adds @arrow, which is taken; the one before it can be changed no more. */
void
chase_table_add_arrow (ChaseTable *table, ChaseTikzArrow *arrow);
/** Says once for each key of @options, which stand at @offset over @bytes bytes, that it is kept
 * but not drawn; fine print is passed over. */
void
chase_table_report (ChaseTable *table, gsize offset, gsize bytes, const char *options);
/** Ends the adding: puts the cells into the order of reading. */
void
chase_table_sort (ChaseTable *table);
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
/** Reads what stands in the braces of \xymatrix. */
ChaseSketch *
chase_xymatrix_read_body (ChaseSource *source, gsize start, gsize end, GHashTable *reported);
/** Returns what the modifiers of a matrix (`@C=3pc@R-1pc`) say of the room between its columns and
 * rows, as the note that keeps options of tikz-cd, or NULL. Caller frees. */
char *
chase_xymatrix_spacing (const char *modifiers);
/** Turns the matrix as its modifiers say (`@ur`: the way to the right leads up and right). FALSE
 * where they say nothing of it. */
gboolean
chase_xymatrix_turn (ChaseSketch *sketch, const char *modifiers);
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
