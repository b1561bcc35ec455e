/* SPDX-License-Identifier: MIT */
#pragma once

#include "typeset/math-parse.h"

G_BEGIN_DECLS

typedef struct _ChaseBox ChaseBox;

typedef enum
{
  CHASE_BOX_LIST, /* children */
  CHASE_BOX_GLYPH,
  CHASE_BOX_RULE, /* its own width, ascent and depth are inked */
} ChaseBoxKind;

/* Lengths are in ems of the label; y grows downwards; a child's place is relative to its parent. */
struct _ChaseBox
{
  guint8 kind;
  gboolean has_colour; /* for it and its children */
  guint32 rgba;
  double x, y;
  double width, ascent, depth;
  double italic; /* overhang at the upper right, not part of the width */
  double accent; /* where the middle of an accent goes */
  gboolean is_character;
  gboolean unknown; /* the name of a macro that nobody defined */
  gboolean joined; /* it, or the glyphs and rules right inside, touch each other */
  guint font;
  guint32 glyph;
  double size; /* of the glyph's em */
  ChaseBox *first, *last, *next;
};

typedef struct
{
  ChaseFonts *fonts;
  ChaseArena *arena;
  GString *missing; /* characters that no font has, or NULL */
} ChaseLayout;

/** Sets @list in text style; the lock of the fonts must be held. The box lives in the arena. */
ChaseBox *
chase_math_layout (ChaseLayout *layout, const ChaseNode *list);

G_END_DECLS
