/* SPDX-License-Identifier: MIT */
#include "typeset/layout.h"

int
chase_style_font_level (ChaseStyle style)
{
  return MAX (0, style.level - 1);
}

double
chase_style_size (ChaseLayout *layout, ChaseStyle style)
{
  static const hb_ot_math_constant_t percents[]
      = { HB_OT_MATH_CONSTANT_SCRIPT_PERCENT_SCALE_DOWN,
          HB_OT_MATH_CONSTANT_SCRIPT_SCRIPT_PERCENT_SCALE_DOWN };
  double percent;

  if (style.level < 2)
    return style.scale;
  percent = layout->fonts->constants[percents[style.level - 2]];
  if (percent < 20 || percent > 100)
    percent = style.level == 2 ? 70 : 50;
  return style.scale * percent / 100;
}

ChaseStyle
chase_style_up (ChaseStyle style)
{
  style.level = style.level < 2 ? 2 : 3;
  return style;
}

ChaseStyle
chase_style_cramped (ChaseStyle style)
{
  style.cramped = TRUE;
  return style;
}

ChaseStyle
chase_style_down (ChaseStyle style)
{
  return chase_style_cramped (chase_style_up (style));
}

double
chase_constant (ChaseLayout *layout, ChaseStyle style, hb_ot_math_constant_t constant)
{
  return layout->fonts->constants[constant] * chase_style_size (layout, style);
}

double
chase_axis (ChaseLayout *layout, ChaseStyle style)
{
  return chase_constant (layout, style, HB_OT_MATH_CONSTANT_AXIS_HEIGHT);
}

ChaseBox *
chase_box_list (ChaseLayout *layout)
{
  ChaseBox *box = chase_arena_new (layout->arena, ChaseBox);

  box->kind = CHASE_BOX_LIST;
  box->ascent = box->depth = -G_MAXDOUBLE;
  return box;
}

void
chase_box_put (ChaseBox *parent, ChaseBox *child, double x, double y)
{
  child->x = x;
  child->y = y;
  if (parent->last != NULL)
    parent->last->next = child;
  else
    parent->first = child;
  parent->last = child;
  parent->ascent = MAX (parent->ascent, child->ascent - y);
  parent->depth = MAX (parent->depth, child->depth + y);
}

void
chase_box_append (ChaseBox *parent, ChaseBox *child)
{
  double x = parent->width;

  chase_box_put (parent, child, x, 0);
  parent->width = x + child->width;
}

ChaseBox *
chase_box_wrap (ChaseLayout *layout, ChaseBox *box)
{
  ChaseBox *list = chase_box_list (layout);

  chase_box_append (list, box);
  return list;
}

ChaseBox *
chase_box_rule (ChaseLayout *layout, double width, double ascent, double depth)
{
  ChaseBox *box = chase_arena_new (layout->arena, ChaseBox);

  box->kind = CHASE_BOX_RULE;
  box->width = width;
  box->ascent = ascent;
  box->depth = depth;
  return box;
}

ChaseBox *
chase_box_glyph (ChaseLayout *layout, ChaseFace *face, guint32 glyph, double size)
{
  const ChaseGlyphMetrics *metrics = chase_face_metrics (layout->fonts, face, glyph);
  ChaseBox *box = chase_arena_new (layout->arena, ChaseBox);

  box->kind = CHASE_BOX_GLYPH;
  box->font = face->index;
  box->glyph = glyph;
  box->size = size;
  box->width = (double)metrics->advance * size;
  box->ascent = (double)metrics->top * size;
  box->depth = -(double)metrics->bottom * size;
  box->italic = (double)metrics->italic * size;
  box->accent = (double)metrics->accent * size;
  return box;
}
