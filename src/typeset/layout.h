/* SPDX-License-Identifier: MIT */
#pragma once

/* What the files of the layout share; nobody else includes this. */
#include "typeset/math-layout.h"

#include <hb-ot.h>

G_BEGIN_DECLS

/* Display, text, script, scriptscript; cramped styles raise superscripts less. */
typedef struct
{
  int level;
  gboolean cramped;
  double scale; /* ems of the label to an em of the label's own size; \scalebox changes it */
} ChaseStyle;

/* 0 for display and text, 1 for script, 2 for scriptscript */
int
chase_style_font_level (ChaseStyle style);
/* The size of the style's font in ems of the label. */
double
chase_style_size (ChaseLayout *layout, ChaseStyle style);
ChaseStyle
chase_style_up (ChaseStyle style); /* of superscripts */
ChaseStyle
chase_style_down (ChaseStyle style); /* of subscripts */
ChaseStyle
chase_style_cramped (ChaseStyle style);
/* A constant of the MATH table in ems of the label. */
double
chase_constant (ChaseLayout *layout, ChaseStyle style, hb_ot_math_constant_t constant);
double
chase_axis (ChaseLayout *layout, ChaseStyle style);

/* boxes.c */
ChaseBox *
chase_box_list (ChaseLayout *layout);
/* Puts @child at (@x, @y) of @parent and grows the parent's height; its width stays. */
void
chase_box_put (ChaseBox *parent, ChaseBox *child, double x, double y);
/* Puts @child at the right end of @parent, on its baseline, and widens the parent. */
void
chase_box_append (ChaseBox *parent, ChaseBox *child);
ChaseBox *
chase_box_rule (ChaseLayout *layout, double width, double ascent, double depth);
ChaseBox *
chase_box_glyph (ChaseLayout *layout, ChaseFace *face, guint32 glyph, double size);
/* @box in a list of its own, for changing its size or place. */
ChaseBox *
chase_box_wrap (ChaseLayout *layout, ChaseBox *box);

/* text-layout.c */
ChaseBox *
chase_layout_text (ChaseLayout *layout, const char *text, ChaseTextStyle text_style,
                   ChaseStyle style);
/* A character that the math font may lack. */
ChaseBox *
chase_layout_character (ChaseLayout *layout, gunichar character, ChaseStyle style);

/* stretch.c */
/* The variant or assembly of @character at least @target high (ascent and depth), on its own
 * baseline; NULL when the font has no such glyph. */
ChaseBox *
chase_layout_tall (ChaseLayout *layout, gunichar character, double target, ChaseStyle style);
/* The same, centred on the axis; an empty box for character 0. */
ChaseBox *
chase_layout_delimiter (ChaseLayout *layout, gunichar character, double target, ChaseStyle style);
/* The variant or assembly about @target wide; with @at_most the widest that is not wider. */
ChaseBox *
chase_layout_wide (ChaseLayout *layout, gunichar character, double target, gboolean at_most,
                   ChaseStyle style);

/* math-layout.c */
ChaseBox *
chase_layout_list (ChaseLayout *layout, const ChaseNode *list, ChaseStyle style);
/* The nodes from @first up to @end, which is left out. */
ChaseBox *
chase_layout_range (ChaseLayout *layout, const ChaseNode *first, const ChaseNode *end,
                    ChaseStyle style);
/* One node as a box, without its scripts. */
ChaseBox *
chase_layout_node (ChaseLayout *layout, const ChaseNode *node, ChaseStyle style);
/* The box of a node for use as a part of something: never NULL. */
ChaseBox *
chase_layout_part (ChaseLayout *layout, const ChaseNode *node, ChaseStyle style);

/* letter-kerns.c */
/* The kern between two neighbours of a list, in ems of their size. */
double
chase_letter_kern (const ChaseNode *left, const ChaseNode *right);

/* layout-scripts.c */
ChaseBox *
chase_layout_scripts (ChaseLayout *layout, const ChaseNode *node, ChaseBox *nucleus,
                      ChaseStyle style);
ChaseBox *
chase_layout_limits (ChaseLayout *layout, ChaseBox *nucleus, ChaseBox *above, ChaseBox *below,
                     ChaseStyle style);

/* layout-constructs.c */
ChaseBox *
chase_layout_construct (ChaseLayout *layout, const ChaseNode *node, ChaseStyle style);

/* layout-matrix.c */
ChaseBox *
chase_layout_matrix (ChaseLayout *layout, const ChaseMatrix *matrix, ChaseStyle style);

G_END_DECLS
