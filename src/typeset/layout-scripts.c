/* SPDX-License-Identifier: MIT */
#include "typeset/layout.h"

#define CONSTANT(name) chase_constant (layout, style, HB_OT_MATH_CONSTANT_##name)

/* Cut-in kerning at one corner, looked up at the height where the script's edge is. */
static double
corner_kern (ChaseLayout *layout, const ChaseBox *box, hb_ot_math_kern_t corner, double height)
{
  ChaseFace *math = layout->fonts->math;

  if (box->kind != CHASE_BOX_GLYPH || box->font != math->index || !(box->size > 0))
    return 0;
  return hb_ot_math_get_glyph_kerning (math->hb, box->glyph, corner,
                                       (hb_position_t)(height / box->size / (double)math->em))
         * (double)math->em * box->size;
}

/* The smaller sum at the two heights where base and script may touch. */
static double
kern_pair (ChaseLayout *layout, const ChaseBox *base, const ChaseBox *script, double shift,
           gboolean above)
{
  hb_ot_math_kern_t base_corner = above ? HB_OT_MATH_KERN_TOP_RIGHT : HB_OT_MATH_KERN_BOTTOM_RIGHT;
  hb_ot_math_kern_t script_corner = above ? HB_OT_MATH_KERN_BOTTOM_LEFT : HB_OT_MATH_KERN_TOP_LEFT;
  double first = above ? shift - script->depth : -shift + script->ascent;
  double second = above ? base->ascent : -base->depth;
  double relative = above ? -shift : shift;

  return MIN (corner_kern (layout, base, base_corner, first)
                  + corner_kern (layout, script, script_corner, first + relative),
              corner_kern (layout, base, base_corner, second)
                  + corner_kern (layout, script, script_corner, second + relative));
}

static const ChaseBox *
only_glyph (const ChaseBox *box)
{
  while (box->kind == CHASE_BOX_LIST && box->first != NULL && box->first == box->last)
    box = box->first;
  return box;
}

typedef struct
{
  double up, down;
} Shifts;

/* TeX has two heights for subscripts: one beside a superscript, and a higher one (sub1 of Computer
 * Modern is 15 to its sub2's 24.7) when alone. The MATH table has one constant, and fonts made
 * after Computer Modern put the lower one there. */
static double
subscript_shift (ChaseLayout *layout, gboolean alone, ChaseStyle style)
{
  double shift = CONSTANT (SUBSCRIPT_SHIFT_DOWN);

  return alone && shift > 0.22 * chase_style_size (layout, style) ? shift * 150 / 247 : shift;
}

/* How far below the bottom of a box its subscript's baseline is: half a point in Computer Modern,
 * but up to two in the tables of math fonts, which looks as if it fell off. */
static double
subscript_drop (ChaseLayout *layout, ChaseStyle style)
{
  return MIN (CONSTANT (SUBSCRIPT_BASELINE_DROP_MIN), 0.1 * chase_style_size (layout, style));
}

/* Rules 18 a to f of appendix G. */
static Shifts
place (ChaseLayout *layout, const ChaseBox *nucleus, const ChaseBox *sup, const ChaseBox *sub,
       ChaseStyle style)
{
  Shifts shifts = { 0, 0 };
  double gap;

  shifts.up
      = style.cramped ? CONSTANT (SUPERSCRIPT_SHIFT_UP_CRAMPED) : CONSTANT (SUPERSCRIPT_SHIFT_UP);
  shifts.down = subscript_shift (layout, sup == NULL, style);
  if (!nucleus->is_character)
    {
      shifts.up = MAX (shifts.up, nucleus->ascent - CONSTANT (SUPERSCRIPT_BASELINE_DROP_MAX));
      shifts.down = MAX (shifts.down, nucleus->depth + subscript_drop (layout, style));
    }
  if (sup != NULL)
    shifts.up = MAX (shifts.up, sup->depth + CONSTANT (SUPERSCRIPT_BOTTOM_MIN));
  if (sub != NULL)
    shifts.down = MAX (shifts.down, sub->ascent - CONSTANT (SUBSCRIPT_TOP_MAX));
  if (sup == NULL || sub == NULL)
    return shifts;
  gap = (shifts.up - sup->depth) - (sub->ascent - shifts.down);
  if (gap < CONSTANT (SUB_SUPERSCRIPT_GAP_MIN))
    {
      double raise;

      shifts.down += CONSTANT (SUB_SUPERSCRIPT_GAP_MIN) - gap;
      raise = CONSTANT (SUPERSCRIPT_BOTTOM_MAX_WITH_SUBSCRIPT) - (shifts.up - sup->depth);
      if (raise > 0)
        {
          shifts.up += raise;
          shifts.down -= raise;
        }
    }
  return shifts;
}

ChaseBox *
chase_layout_limits (ChaseLayout *layout, ChaseBox *nucleus, ChaseBox *above, ChaseBox *below,
                     ChaseStyle style)
{
  ChaseBox *box = chase_box_list (layout);
  double slant = nucleus->italic / 2;
  double width = nucleus->width;
  /* Latin Modern Math has the two mixed up; in TeX's fonts the rise is the greater. */
  double rise = CONSTANT (UPPER_LIMIT_BASELINE_RISE_MIN), gap = CONSTANT (UPPER_LIMIT_GAP_MIN);
  double left;

  if (above != NULL)
    width = MAX (width, above->width);
  if (below != NULL)
    width = MAX (width, below->width);
  box->width = width;
  left = (width - nucleus->width) / 2;
  chase_box_put (box, nucleus, left, 0);
  box->accent = left + nucleus->width / 2;
  if (above != NULL)
    {
      double shift = nucleus->ascent + MAX (MAX (rise, gap), MIN (rise, gap) + above->depth);

      chase_box_put (box, above, (width - above->width) / 2 + slant, -shift);
    }
  if (below != NULL)
    {
      double shift = nucleus->depth
                     + MAX (CONSTANT (LOWER_LIMIT_BASELINE_DROP_MIN),
                            CONSTANT (LOWER_LIMIT_GAP_MIN) + below->ascent);

      chase_box_put (box, below, (width - below->width) / 2 - slant, shift);
    }
  return box;
}

static gboolean
has_limits (const ChaseNode *node, ChaseStyle style)
{
  if (node->kind == CHASE_NODE_BRACED)
    return TRUE;
  if (node->atom != CHASE_ATOM_OP)
    return FALSE;
  return node->limits == CHASE_LIMITS_ALWAYS
         || (node->limits == CHASE_LIMITS_BY_STYLE && style.level == 0);
}

ChaseBox *
chase_layout_scripts (ChaseLayout *layout, const ChaseNode *node, ChaseBox *nucleus,
                      ChaseStyle style)
{
  ChaseBox *sup = NULL, *sub = NULL, *box;
  double space, right;
  Shifts shifts;

  if (node->sup != NULL)
    sup = chase_layout_part (layout, node->sup, chase_style_up (style));
  if (node->sub != NULL)
    sub = chase_layout_part (layout, node->sub, chase_style_down (style));
  if (has_limits (node, style))
    return chase_layout_limits (layout, nucleus, sup, sub, style);
  shifts = place (layout, nucleus, sup, sub, style);
  space = CONSTANT (SPACE_AFTER_SCRIPT);
  box = chase_box_list (layout);
  chase_box_append (box, nucleus);
  box->accent = nucleus->accent;
  right = box->width;
  if (sup != NULL)
    {
      /* The width of an integral holds its slant; that of a letter does not. */
      double x = box->width + (node->big ? 0 : nucleus->italic)
                 + kern_pair (layout, only_glyph (nucleus), only_glyph (sup), shifts.up, TRUE);

      chase_box_put (box, sup, x, -shifts.up);
      right = MAX (right, x + sup->width + sup->italic + space);
    }
  if (sub != NULL)
    {
      double x = box->width
                 + kern_pair (layout, only_glyph (nucleus), only_glyph (sub), shifts.down, FALSE);

      if (node->big)
        x -= nucleus->italic;
      chase_box_put (box, sub, x, shifts.down);
      right = MAX (right, x + sub->width + sub->italic + space);
    }
  if (sup == NULL && sub == NULL)
    right += nucleus->italic;
  box->width = right;
  return box;
}
