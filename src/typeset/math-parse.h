/* SPDX-License-Identifier: MIT */
#pragma once

#include "typeset/fonts-private.h"
#include "typeset/label.h"
#include "typeset/symbols.h"
#include "typeset/tokens.h"

G_BEGIN_DECLS

typedef enum
{
  CHASE_NODE_LIST,     /* body */
  CHASE_NODE_SYMBOL,   /* character, already in its alphabet */
  CHASE_NODE_TEXT,     /* text in text_style; value 1: the name of a macro that nobody defined */
  CHASE_NODE_FRACTION, /* body over second; character and second_character: delimiters or 0; amount:
                          rule thickness in ems or -1; value: style + 1 or 0 */
  CHASE_NODE_SLASHED,  /* body / second, raised and lowered */
  CHASE_NODE_RADICAL,  /* body; second: degree */
  CHASE_NODE_ACCENT,   /* character over body; value: 0 fixed, 1 as wide as the body, 2 under it */
  CHASE_NODE_RULED,    /* body; value: 0 rule above, 1 below */
  CHASE_NODE_BRACED,   /* body; character stretched; value: 0 above, 1 below; sup/sub beyond it */
  CHASE_NODE_STACKED,  /* body; second above it, third below it */
  CHASE_NODE_XARROW,   /* character stretched; second above it, third below it */
  CHASE_NODE_DELIMITED, /* body between character and second_character; \middle inside */
  CHASE_NODE_MIDDLE,    /* character; only in the body of DELIMITED */
  CHASE_NODE_BIG,       /* character at size value 1..4 */
  CHASE_NODE_SPACE,     /* amount, in ems (value 0) or 18ths of an em of the style (value 1) */
  CHASE_NODE_STYLE,     /* value 0..3, for the rest of the list */
  CHASE_NODE_SCALED,    /* body by amount */
  CHASE_NODE_COLOURED,  /* body in rgba; value 1: the second colour is the background */
  CHASE_NODE_PHANTOM,   /* body; value: bits 1 keep width, 2 keep height, 4 draw it */
  CHASE_NODE_LAP,       /* body without width; value: -1 to the left, 0 centred, 1 to the right */
  CHASE_NODE_RAISED,    /* body by amount ems */
  CHASE_NODE_BOXED,     /* body in a frame */
  CHASE_NODE_NEGATED,   /* body with a slash through it */
  CHASE_NODE_STRUCK,    /* body with a rule through it */
  CHASE_NODE_MATRIX,    /* matrix */
  CHASE_NODE_BARS,      /* value short bars, for character */
  CHASE_NODE_CHOICE,    /* one of body, second, third, fourth by style */
} ChaseNodeKind;

typedef enum
{
  CHASE_LIMITS_BY_STYLE,
  CHASE_LIMITS_ALWAYS,
  CHASE_LIMITS_NEVER,
} ChaseLimits;

typedef struct _ChaseNode ChaseNode;
typedef struct _ChaseMatrix ChaseMatrix;

struct _ChaseNode
{
  guint8 kind;
  guint8 atom;
  guint8 limits;
  guint8 text_style;
  gboolean big; /* a big operator's symbol */
  int value;
  gunichar character, second_character;
  guint32 rgba;
  double amount;
  const char *text;
  ChaseNode *body, *second, *third, *fourth;
  ChaseNode *sub, *sup;
  ChaseNode *next;
  ChaseMatrix *matrix;
};

typedef struct _ChaseCell ChaseCell;
typedef struct _ChaseRow ChaseRow;

struct _ChaseCell
{
  ChaseNode *body;
  ChaseCell *next;
};

struct _ChaseRow
{
  ChaseCell *cells;
  double gap;     /* extra space below, in ems */
  gboolean ruled; /* a rule above */
  ChaseRow *next;
};

struct _ChaseMatrix
{
  ChaseRow *rows;
  guint n_rows, n_columns;
  gunichar open, close;
  const char *align;   /* a letter l, c, r for each column; the last one goes on */
  const guint8 *rules; /* how many rules stand before each column and after the last, or NULL */
  guint n_rules;
  double column_gap;    /* ems */
  double row_skip;      /* ems from baseline to baseline; 0: rows as tight as they fit */
  int style;            /* 0..3, or -1 for the style around */
  gboolean struts;      /* rows as high as the row skip at least */
  gboolean loose_sides; /* half a column gap at both sides */
  gboolean alternate;   /* gaps only after even columns, as in aligned */
};

typedef struct
{
  ChaseNode *list;
  GArray *problems; /* of ChaseLabelProblem, the texts in the arena; or NULL */
} ChaseParse;

/**
 * Parses valid UTF-8 to a list of nodes in @arena. It never fails. Free result.problems with
 * g_array_unref () when not NULL.
 */
ChaseParse
chase_math_parse (ChaseArena *arena, const ChaseMacros *macros, const char *tex);

/** Returns @list as one line of readable Unicode. */
char *
chase_math_to_text (const ChaseNode *list);

G_END_DECLS
