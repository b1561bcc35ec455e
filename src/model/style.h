/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/name.h"

G_BEGIN_DECLS

/* The vocabulary of arrows; the words of the notation stand beside each value, see chase_style_*_word (). */

typedef enum
{
  CHASE_HEAD_DEFAULT, /* what the arrow's meaning draws: an arrowhead, two heads for an epi */
  CHASE_HEAD_ARROW,   /* arrowhead */
  CHASE_HEAD_NONE,    /* none */
  CHASE_HEAD_EPI,     /* epi: two heads */
  CHASE_HEAD_HARPOON_TOP,    /* harpoon top */
  CHASE_HEAD_HARPOON_BOTTOM, /* harpoon bottom */
  CHASE_HEAD_MULTIMAP,       /* multimap: an open circle */
} ChaseHead;

typedef enum
{
  CHASE_TAIL_DEFAULT, /* what the arrow's meaning draws: nothing, a tail for a mono */
  CHASE_TAIL_NONE,    /* none */
  CHASE_TAIL_MONO,    /* mono */
  CHASE_TAIL_MAPS_TO, /* maps to: a bar */
  CHASE_TAIL_HOOK_TOP,    /* hook top */
  CHASE_TAIL_HOOK_BOTTOM, /* hook bottom */
  CHASE_TAIL_ARROW,       /* arrowhead: points backwards */
  CHASE_TAIL_COIL_TOP,    /* coil top */
  CHASE_TAIL_COIL_BOTTOM, /* coil bottom */
} ChaseTail;

typedef enum
{
  CHASE_BODY_SOLID,         /* solid */
  CHASE_BODY_NONE,          /* none */
  CHASE_BODY_DASHED,        /* dashed */
  CHASE_BODY_DOTTED,        /* dotted */
  CHASE_BODY_SQUIGGLY,      /* squiggly */
  CHASE_BODY_BARRED,        /* barred */
  CHASE_BODY_DOUBLE_BARRED, /* double barred */
  CHASE_BODY_BULLET_SOLID,  /* bullet solid */
  CHASE_BODY_BULLET_HOLLOW, /* bullet hollow */
} ChaseBody;

/* What an edge is as a drawing: an arrow, or a sign in the place of one. */
typedef enum
{
  CHASE_EDGE_ARROW,
  CHASE_EDGE_ADJUNCTION, /* adjunction: a turnstile */
  CHASE_EDGE_PULLBACK,   /* corner = pullback */
  CHASE_EDGE_PUSHOUT,    /* corner = pushout */
} ChaseEdgeForm;

typedef enum
{
  CHASE_LABEL_AUTO,   /* outside the faces around it */
  CHASE_LABEL_LEFT,   /* left of the direction of travel */
  CHASE_LABEL_CENTRE, /* centre: on the line, which has a gap for it */
  CHASE_LABEL_RIGHT,  /* right */
  CHASE_LABEL_OVER,   /* over: on the line, turned with it */
} ChaseLabelSide;

/* A colour as it was given, so that it is written back as it was. NONE is the theme's own ink. */
typedef enum
{
  CHASE_COLOUR_NONE,
  CHASE_COLOUR_RGB, /* "#rrggbb" or a name that stands for one: values 0 to 255 */
  CHASE_COLOUR_HSL, /* hsl(h, s, l) or hsl(h, s, l, a): degrees, per cent, per cent */
} ChaseColourKind;

typedef struct
{
  ChaseColourKind kind;
  double values[3];
  double alpha; /* 0 to 1 */
} ChaseColour;

/** Fills red, green and blue (0 to 1) from any kind but NONE. HSL by CSS Color 3, section 4.2.4. */
void chase_colour_to_rgb (const ChaseColour *colour, double rgb[3]);
/** TRUE when both are of one kind with the same values. */
gboolean chase_colour_equal (const ChaseColour *a, const ChaseColour *b);

/* An entry of a style that the vocabulary does not know: kept and written back. */
typedef struct
{
  ChaseName *key;
  ChaseName *value; /* as the string it stands for, or NULL for a bare word */
} ChaseStyleExtra;

/* A label of an edge beside the statement's own: `also = "text" [side, labelat = ...]`. */
typedef struct
{
  ChaseName *text;
  ChaseLabelSide side;
  double at;       /* 0.5 */
  double gap;      /* CHASE_STYLE_LABEL_GAP */
  gboolean sloped; /* FALSE */
  ChaseColour colour;
} ChaseStyleLabel;

/* Units that a label stands off its line, where an object's label is set at 22 to the em. */
#define CHASE_STYLE_LABEL_GAP 5.0

/**
 * ChaseStyle:
 *
 * How a node, an edge or a cell is drawn. A value type without identity: copy before changing one that
 * is shared. A zeroed style with chase_style_init () is the default in every field.
 * Distances follow quiver: @offset and @curve count steps (8 and 24 units where a grid cell is 128),
 * positive to the right of the direction of travel; @shorten is per cent of the arc at each end;
 * @label_at runs from 0 (tail) to 1 (head).
 * @bend, @out, @in and @looseness are TikZ's: angles in degrees, of @out and @in anticlockwise from the right, in
 * which the edge leaves its source, and in which it is seen from its target; of @bend from the straight line, here
 * positive to the right (`bend right`). A side that has no angle of its own goes straight for the other end.
 * Any of them takes the place of @curve.
 */
typedef struct
{
  ChaseEdgeForm form;
  ChaseHead head;
  ChaseTail tail;
  ChaseBody body;
  guint level;           /* lines, 1 to 4; 0 is the cell's own level */
  gint holders;          /* others that hold it, see chase_style_share () */
  double curve;          /* 0 */
  double bend;           /* 0 */
  gboolean has_out, has_in;
  double out, in;        /* 0 where they are not had */
  double looseness;      /* 1 */
  double offset;         /* 0 */
  double shorten_source; /* 0 */
  double shorten_target; /* 0 */
  ChaseLabelSide label_side;
  gboolean label_sloped; /* turned with the line, but never upside down */
  double label_at;       /* 0.5 */
  double label_gap;      /* CHASE_STYLE_LABEL_GAP */
  GArray *labels;        /* of ChaseStyleLabel, or NULL */
  ChaseColour colour;
  ChaseColour label_colour;
  double radius;         /* of a loop: 3; its sign is the orientation */
  double angle;          /* of a loop, degrees clockwise from the top: 0 */
  gboolean source_midpoint; /* an end on an arrow sits at the middle of the curve between the objects, */
  gboolean target_midpoint; /* not of the part that is drawn: `align = (midpoint, centre)` */
  guint step;            /* the click at which it appears; 0 is from the start */
  GArray *extras;        /* of ChaseStyleExtra, or NULL */
} ChaseStyle;

/** Fills @style with the default in every field; nothing in it is to be freed then. */
void chase_style_init (ChaseStyle *style);
/** The style that is the default in every field: borrowed, and never changed. */
const ChaseStyle *chase_style_default (void);
/** Returns a new style, default in every field. Free with chase_style_free (). */
ChaseStyle *chase_style_new (void);
/** Returns a copy that the caller may change. Free with chase_style_free (). */
ChaseStyle *chase_style_copy (const ChaseStyle *style);
/** Returns @style once more, to be freed once more: for those who do not change it. */
ChaseStyle *chase_style_share (ChaseStyle *style);
/** Takes NULL quietly. */
void chase_style_free (ChaseStyle *style);
/** NULL counts as the default style. */
gboolean chase_style_equal (const ChaseStyle *a, const ChaseStyle *b);
/** TRUE when @style is the default in every field. */
gboolean chase_style_is_default (const ChaseStyle *style);
/** Appends a label beside the first one; @placement (NULL: the default) says where, its text counts not. */
void chase_style_add_label (ChaseStyle *style, const char *text, const ChaseStyleLabel *placement);
/** Says all of the @index-th label anew; a @text that is empty takes it away. */
void
chase_style_set_label (ChaseStyle *style, guint index, const char *text,
                       const ChaseStyleLabel *placement);
/** Returns how many labels stand beside the first one. */
guint chase_style_n_labels (const ChaseStyle *style);
/** Returns the @index-th of them. Borrowed, and valid until @style changes. */
const ChaseStyleLabel *chase_style_get_label (const ChaseStyle *style, guint index);
/** Fills @label with the default placement and no text. */
void chase_style_label_init (ChaseStyleLabel *label);
/**
 * The style of an arrow that looks the same when its ends change places: what lies on its left then lies on its
 * right. Loops keep their place.
 */
void chase_style_reverse (ChaseStyle *style);
/** The style of an arrow seen in a mirror that leaves its ends where they are, the direct line from the one to the other being
 * at @direction (degrees, as @out). */
void chase_style_mirror (ChaseStyle *style, double direction);
/** Appends (or replaces) an entry that the vocabulary does not know. @value may be NULL. */
void chase_style_set_extra (ChaseStyle *style, const char *key, const char *value);
/** Returns the value of @key among the extras, "" for a bare word, NULL when it is not there. Borrowed. */
const char *chase_style_get_extra (const ChaseStyle *style, const char *key);
/** Takes @key from among the extras, where it is there. */
void chase_style_remove_extra (ChaseStyle *style, const char *key);

/**
 * The words of the notation for each value ("harpoon top"), and back. The parsers return FALSE for a
 * word that is none; they also take the spellings that quiver and tikz-cd users know ("center",
 * "cell", "two heads", "mapsto", "hook'").
 */
const char *chase_style_head_word (ChaseHead head);
const char *chase_style_tail_word (ChaseTail tail);
const char *chase_style_body_word (ChaseBody body);
const char *chase_style_label_word (ChaseLabelSide side);
gboolean chase_style_parse_head (const char *word, ChaseHead *head);
gboolean chase_style_parse_tail (const char *word, ChaseTail *tail);
gboolean chase_style_parse_body (const char *word, ChaseBody *body);
gboolean chase_style_parse_label (const char *word, ChaseLabelSide *side);
/** Looks up a colour's name ("red", "teal", ...): the basic ones of CSS and xcolor. */
gboolean chase_colour_parse_name (const char *word, ChaseColour *colour);
/** Parses "#rgb" and "#rrggbb". */
gboolean chase_colour_parse_hex (const char *text, ChaseColour *colour);
/** Returns @colour, which is one, as "#rrggbb"; how far one sees through it is left out. Caller frees. */
char *chase_colour_to_hex (const ChaseColour *colour);
/** Returns the name of an RGB colour that has one, or NULL. */
const char *chase_colour_name (const ChaseColour *colour);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseStyle, chase_style_free)

G_END_DECLS
