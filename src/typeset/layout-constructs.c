/* SPDX-License-Identifier: MIT */
#include "typeset/layout.h"

#include <math.h>

#define CONSTANT(name) chase_constant (layout, style, HB_OT_MATH_CONSTANT_##name)

/* The tallest a fence must be to cover @ascent and @depth evenly about the axis. */
static double
fence_target (ChaseLayout *layout, double ascent, double depth, ChaseStyle style)
{
  double axis = chase_axis (layout, style);
  double size = chase_style_size (layout, style);
  double half = MAX (ascent - axis, depth + axis);

  /* \delimiterfactor 901 and \delimitershortfall 5pt at 10pt */
  return MAX (half * 2 * 0.901, half * 2 - 0.5 * size);
}

static void
append_fence (ChaseLayout *layout, ChaseBox *box, gunichar character, double target,
              ChaseStyle style)
{
  if (character != 0)
    chase_box_append (box, chase_layout_delimiter (layout, character, target, style));
  else
    box->width += 0.12 * chase_style_size (layout, style);
}

static ChaseBox *
italic_box (ChaseLayout *layout, const ChaseNode *node, ChaseStyle style)
{
  ChaseBox *box = chase_layout_part (layout, node, style);

  if (box->italic > 0)
    {
      ChaseBox *wrapped = chase_box_wrap (layout, box);

      wrapped->width += box->italic;
      return wrapped;
    }
  return box;
}

static ChaseBox *
fraction (ChaseLayout *layout, const ChaseNode *node, ChaseStyle outer)
{
  ChaseStyle style = outer;
  ChaseStyle top_style, bottom_style;
  ChaseBox *top, *bottom, *inner, *box;
  gboolean display, ruled = node->amount != 0;
  double axis, thickness, up, down, width, target;

  if (node->value > 0)
    style.level = node->value - 1;
  display = style.level == 0;
  top_style = bottom_style = style;
  top_style.level = bottom_style.level = MIN (style.level + 1, 3);
  bottom_style.cramped = TRUE;
  top = italic_box (layout, node->body, top_style);
  bottom = italic_box (layout, node->second, bottom_style);
  axis = chase_axis (layout, style);
  thickness = node->amount < 0 ? CONSTANT (FRACTION_RULE_THICKNESS)
                               : node->amount * chase_style_size (layout, style);
  if (ruled)
    {
      double top_gap = display ? CONSTANT (FRACTION_NUM_DISPLAY_STYLE_GAP_MIN)
                               : CONSTANT (FRACTION_NUMERATOR_GAP_MIN);
      double bottom_gap = display ? CONSTANT (FRACTION_DENOM_DISPLAY_STYLE_GAP_MIN)
                                  : CONSTANT (FRACTION_DENOMINATOR_GAP_MIN);

      up = display ? CONSTANT (FRACTION_NUMERATOR_DISPLAY_STYLE_SHIFT_UP)
                   : CONSTANT (FRACTION_NUMERATOR_SHIFT_UP);
      down = display ? CONSTANT (FRACTION_DENOMINATOR_DISPLAY_STYLE_SHIFT_DOWN)
                     : CONSTANT (FRACTION_DENOMINATOR_SHIFT_DOWN);
      up = MAX (up, axis + thickness / 2 + top_gap + top->depth);
      down = MAX (down, bottom->ascent + bottom_gap + thickness / 2 - axis);
    }
  else
    {
      double gap_min = display ? CONSTANT (STACK_DISPLAY_STYLE_GAP_MIN) : CONSTANT (STACK_GAP_MIN);
      double gap;

      up = display ? CONSTANT (STACK_TOP_DISPLAY_STYLE_SHIFT_UP) : CONSTANT (STACK_TOP_SHIFT_UP);
      down = display ? CONSTANT (STACK_BOTTOM_DISPLAY_STYLE_SHIFT_DOWN)
                     : CONSTANT (STACK_BOTTOM_SHIFT_DOWN);
      gap = (up - top->depth) - (bottom->ascent - down);
      if (gap < gap_min)
        {
          up += (gap_min - gap) / 2;
          down += (gap_min - gap) / 2;
        }
    }
  width = MAX (top->width, bottom->width);
  inner = chase_box_list (layout);
  inner->width = width;
  chase_box_put (inner, top, (width - top->width) / 2, -up);
  chase_box_put (inner, bottom, (width - bottom->width) / 2, down);
  if (ruled)
    chase_box_put (
        inner, chase_box_rule (layout, width, axis + thickness / 2, thickness / 2 - axis), 0, 0);
  box = chase_box_list (layout);
  target = display ? CONSTANT (STACK_TOP_DISPLAY_STYLE_SHIFT_UP) * 3.5
                   : chase_style_size (layout, style) * 1.01;
  /* TeX never lets the fences of \binom grow; here they do when the formula towers over them. */
  if (node->character != 0)
    target = MAX (target, fence_target (layout, inner->ascent, inner->depth, style)
                              - 0.8 * chase_style_size (layout, style));
  append_fence (layout, box, node->character, target, style);
  chase_box_append (box, inner);
  append_fence (layout, box, node->second_character, target, style);
  box->accent = box->width / 2;
  return box;
}

/* a/b with the parts raised and lowered, as of quotients. */
static ChaseBox *
slashed (ChaseLayout *layout, const ChaseNode *node, ChaseStyle style)
{
  double size = chase_style_size (layout, style);
  ChaseBox *top = italic_box (layout, node->body, style);
  ChaseBox *bottom = italic_box (layout, node->second, chase_style_cramped (style));
  ChaseBox *box = chase_box_list (layout);
  double up = 0.18 * size, down = 0.22 * size;
  ChaseBox *slash;

  slash = chase_layout_delimiter (
      layout, '/', fence_target (layout, top->ascent + up, bottom->depth + down, style), style);
  chase_box_put (box, top, 0, -up);
  box->width = top->width - 0.05 * size;
  chase_box_append (box, slash);
  chase_box_put (box, bottom, box->width - 0.05 * size, down);
  box->width += bottom->width - 0.05 * size;
  box->accent = box->width / 2;
  return box;
}

static ChaseBox *
radical (ChaseLayout *layout, const ChaseNode *node, ChaseStyle style)
{
  ChaseBox *body = italic_box (layout, node->body, chase_style_cramped (style));
  double thickness = CONSTANT (RADICAL_RULE_THICKNESS);
  double gap = style.level == 0 ? CONSTANT (RADICAL_DISPLAY_STYLE_VERTICAL_GAP)
                                : CONSTANT (RADICAL_VERTICAL_GAP);
  double target = body->ascent + body->depth + gap + thickness;
  ChaseBox *sign = chase_layout_tall (layout, 0x221A, target, style);
  ChaseBox *box = chase_box_list (layout);
  ChaseBox *rule;
  double spare, top;

  if (sign == NULL)
    sign = chase_layout_character (layout, 0x221A, style);
  spare = sign->ascent + sign->depth - target;
  if (spare > 0)
    gap += spare / 2;
  top = body->ascent + gap + thickness;
  if (node->second != NULL)
    {
      ChaseStyle small = style;
      ChaseBox *degree;
      double raise;

      small.level = 3;
      degree = italic_box (layout, node->second, small);
      raise = layout->fonts->constants[HB_OT_MATH_CONSTANT_RADICAL_DEGREE_BOTTOM_RAISE_PERCENT]
              / 100 * (sign->ascent + sign->depth);
      box->width = CONSTANT (RADICAL_KERN_BEFORE_DEGREE);
      chase_box_put (box, degree, box->width,
                     sign->depth + (top - sign->ascent) * -1 - raise - degree->depth);
      box->width = MAX (0, box->width + degree->width + CONSTANT (RADICAL_KERN_AFTER_DEGREE));
    }
  sign->joined = TRUE;
  chase_box_put (box, sign, box->width, sign->ascent - top);
  box->width += sign->width;
  rule = chase_box_rule (layout, body->width, top, thickness - top);
  rule->joined = TRUE;
  chase_box_put (box, rule, box->width, 0);
  chase_box_append (box, body);
  box->ascent = MAX (box->ascent, top + CONSTANT (RADICAL_EXTRA_ASCENDER));
  box->accent = box->width / 2;
  return box;
}

/* An under accent hangs below the body; one that the font has only above is turned over by place.
 */
static ChaseBox *
accent (ChaseLayout *layout, const ChaseNode *node, ChaseStyle style)
{
  ChaseBox *body = chase_layout_part (layout, node->body, chase_style_cramped (style));
  ChaseBox *box = chase_box_list (layout);
  ChaseBox *mark = NULL;
  double x, size = chase_style_size (layout, style);

  if (node->value > 0)
    mark = chase_layout_wide (layout, node->character, body->width + body->italic,
                              node->character < 0x20D0, style);
  if (mark == NULL)
    mark = chase_layout_character (layout, node->character, style);
  chase_box_append (box, body);
  if (node->value == 0 || mark->kind == CHASE_BOX_GLYPH)
    x = (node->value == 2 ? body->width / 2 : body->accent) - mark->accent;
  else
    x = (body->width - mark->width) / 2;
  if (node->value == 2)
    chase_box_put (box, mark, x, body->depth + mark->ascent + 0.1 * size);
  else
    {
      double base = MIN (body->ascent, CONSTANT (ACCENT_BASE_HEIGHT));

      chase_box_put (box, mark, x, base - body->ascent);
    }
  box->accent = body->accent;
  box->italic = body->italic;
  box->is_character = body->is_character;
  return box;
}

/* \overrightarrow and its kin: an arrow as in the text, as long as the body. */
static ChaseBox *
arrow_accent (ChaseLayout *layout, const ChaseNode *node, ChaseStyle style)
{
  ChaseBox *body = italic_box (layout, node->body, chase_style_cramped (style));
  ChaseBox *box = chase_box_list (layout);
  double size = chase_style_size (layout, style), axis = chase_axis (layout, style);
  ChaseBox *mark = chase_layout_wide (layout, node->character, body->width, FALSE, style);
  double width, shift = 0.23 * size;

  if (mark == NULL)
    mark = chase_layout_character (layout, node->character, style);
  width = MAX (body->width, mark->width);
  chase_box_put (box, body, (width - body->width) / 2, 0);
  chase_box_put (box, mark, (width - mark->width) / 2,
                 node->value == 2 ? axis + body->depth + shift : axis - body->ascent - shift);
  box->width = width;
  box->accent = width / 2;
  return box;
}

static ChaseBox *
ruled (ChaseLayout *layout, const ChaseNode *node, ChaseStyle style)
{
  ChaseBox *body = italic_box (layout, node->body, chase_style_cramped (style));
  ChaseBox *box = chase_box_list (layout);
  gboolean above = node->value == 0;
  double gap = above ? CONSTANT (OVERBAR_VERTICAL_GAP) : CONSTANT (UNDERBAR_VERTICAL_GAP);
  double thickness = above ? CONSTANT (OVERBAR_RULE_THICKNESS) : CONSTANT (UNDERBAR_RULE_THICKNESS);
  double at = above ? body->ascent + gap + thickness : -body->depth - gap;

  chase_box_append (box, body);
  chase_box_put (box, chase_box_rule (layout, body->width, at, thickness - at), 0, 0);
  if (above)
    box->ascent += CONSTANT (OVERBAR_EXTRA_ASCENDER);
  else
    box->depth += CONSTANT (UNDERBAR_EXTRA_DESCENDER);
  box->accent = body->accent;
  return box;
}

static ChaseBox *
braced (ChaseLayout *layout, const ChaseNode *node, ChaseStyle style)
{
  ChaseBox *body = italic_box (layout, node->body, style);
  ChaseBox *box = chase_box_list (layout);
  ChaseBox *brace = chase_layout_wide (layout, node->character, body->width, FALSE, style);
  double gap = 0.1 * chase_style_size (layout, style);
  double width;

  if (brace == NULL)
    brace = chase_box_rule (layout, body->width, 0.04, 0);
  width = MAX (body->width, brace->width);
  chase_box_put (box, body, (width - body->width) / 2, 0);
  chase_box_put (box, brace, (width - brace->width) / 2,
                 node->value == 0 ? -body->ascent - gap - brace->depth
                                  : body->depth + gap + brace->ascent);
  box->width = width;
  box->accent = width / 2;
  return box;
}

/* A label stands near the shaft of an arrow; only the head, at the end, is higher. */
#define SHAFT 0.13

static gboolean
is_horizontal_arrow (const ChaseNode *node)
{
  gunichar c;

  while (node->kind == CHASE_NODE_LIST && node->body != NULL && node->body->next == NULL)
    node = node->body;
  if (node->kind != CHASE_NODE_SYMBOL)
    return FALSE;
  c = node->character;
  return c == 0x2190 || c == 0x2192 || c == 0x2194 || (c >= 0x219A && c <= 0x21A0 && c != 0x219F)
         || (c >= 0x21A2 && c <= 0x21AE && c != 0x21A5 && c != 0x21A7)
         || (c >= 0x21D0 && c <= 0x21D4 && c != 0x21D1 && c != 0x21D3)
         || (c >= 0x27F5 && c <= 0x27FF);
}

static ChaseBox *
stacked (ChaseLayout *layout, const ChaseNode *node, ChaseStyle style)
{
  ChaseBox *body = chase_layout_part (layout, node->body, style);
  ChaseBox *above = NULL, *below = NULL;

  if (is_horizontal_arrow (node->body))
    {
      double near = SHAFT * chase_style_size (layout, style);

      body = chase_box_wrap (layout, body);
      body->ascent = MIN (body->ascent, chase_axis (layout, style) + near);
      body->depth = MIN (body->depth, near - chase_axis (layout, style));
    }
  if (node->second != NULL)
    above = italic_box (layout, node->second, chase_style_up (style));
  if (node->third != NULL)
    below = italic_box (layout, node->third, chase_style_down (style));
  return chase_layout_limits (layout, body, above, below, style);
}

static ChaseBox *
arrow (ChaseLayout *layout, const ChaseNode *node, ChaseStyle style)
{
  ChaseStyle small = chase_style_up (style);
  double size = chase_style_size (layout, style);
  ChaseBox *above = italic_box (layout, node->second, small);
  ChaseBox *below = NULL;
  ChaseBox *shaft, *box;
  double width = above->width, gap = 0.11 * size;
  double axis = chase_axis (layout, style), near = SHAFT * size;

  if (node->third != NULL)
    {
      below = italic_box (layout, node->third, chase_style_cramped (small));
      width = MAX (width, below->width);
    }
  width += 0.9 * size;
  shaft = chase_layout_wide (layout, node->character, MAX (width, 1.2 * size), FALSE, style);
  if (shaft == NULL)
    shaft = chase_layout_character (layout, node->character, style);
  box = chase_box_list (layout);
  box->width = MAX (width, shaft->width);
  chase_box_put (box, shaft, (box->width - shaft->width) / 2, 0);
  if (above->width > 0)
    chase_box_put (box, above, (box->width - above->width) / 2, -axis - near - gap - above->depth);
  if (below != NULL && below->width > 0)
    chase_box_put (box, below, (box->width - below->width) / 2, near - axis + gap + below->ascent);
  box->accent = box->width / 2;
  return box;
}

/* The formula between two fences is a list that a \middle ends early. */
static const ChaseNode *
find_middle (const ChaseNode *list)
{
  while (list != NULL && list->kind != CHASE_NODE_MIDDLE)
    list = list->next;
  return list;
}

static ChaseBox *
delimited (ChaseLayout *layout, const ChaseNode *node, ChaseStyle style)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  ChaseBox *box = chase_box_list (layout);
  const ChaseNode *end;
  double ascent = 0, depth = 0, target;
  guint i = 0;

  for (const ChaseNode *start = node->body;; start = end->next)
    {
      ChaseBox *part;

      end = find_middle (start);
      part = chase_layout_range (layout, start, end, style);
      g_ptr_array_add (parts, part);
      ascent = MAX (ascent, part->ascent);
      depth = MAX (depth, part->depth);
      if (end == NULL)
        break;
    }
  target = fence_target (layout, ascent, depth, style);
  append_fence (layout, box, node->character, target, style);
  for (const ChaseNode *middle = node->body;; middle = middle->next)
    {
      ChaseBox *part = parts->pdata[i++];

      chase_box_append (box, part);
      box->width += part->italic;
      middle = find_middle (middle);
      if (middle == NULL)
        break;
      append_fence (layout, box, middle->character, target, style);
    }
  append_fence (layout, box, node->second_character, target, style);
  box->accent = box->width / 2;
  return box;
}

static ChaseBox *
big (ChaseLayout *layout, const ChaseNode *node, ChaseStyle style)
{
  static const double heights[] = { 0, 1.2, 1.8, 2.4, 3 };

  return chase_layout_delimiter (layout, node->character,
                                 heights[node->value] * 0.901 * chase_style_size (layout, style),
                                 style);
}

static ChaseBox *
phantom (ChaseLayout *layout, const ChaseNode *node, ChaseStyle style)
{
  ChaseBox *body = italic_box (layout, node->body, style);
  ChaseBox *box = chase_box_list (layout);

  if ((node->value & 4) != 0)
    chase_box_put (box, body, 0, 0);
  box->width = (node->value & 1) != 0 ? body->width : 0;
  box->ascent = (node->value & 2) != 0 ? body->ascent : 0;
  box->depth = (node->value & 2) != 0 ? body->depth : 0;
  box->accent = box->width / 2;
  return box;
}

static ChaseBox *
boxed (ChaseLayout *layout, const ChaseNode *node, ChaseStyle style)
{
  ChaseBox *body = italic_box (layout, node->body, style);
  ChaseBox *box = chase_box_list (layout);
  double size = chase_style_size (layout, style);
  double line = 0.04 * size, gap = 0.25 * size;
  double top = body->ascent + gap + line, bottom = body->depth + gap + line;
  double width = body->width + 2 * (gap + line);

  chase_box_put (box, chase_box_rule (layout, width, top, line - top), 0, 0);
  chase_box_put (box, chase_box_rule (layout, width, line - bottom, bottom), 0, 0);
  chase_box_put (box, chase_box_rule (layout, line, top, bottom), 0, 0);
  chase_box_put (box, chase_box_rule (layout, line, top, bottom), width - line, 0);
  chase_box_put (box, body, gap + line, 0);
  box->width = width;
  box->accent = width / 2;
  return box;
}

static ChaseBox *
coloured (ChaseLayout *layout, const ChaseNode *node, ChaseStyle style)
{
  ChaseBox *body = chase_layout_part (layout, node->body, style);
  ChaseBox *box = chase_box_list (layout);
  double gap = 0.15 * chase_style_size (layout, style);

  if (node->value == 1)
    {
      ChaseBox *ground
          = chase_box_rule (layout, body->width + 2 * gap, body->ascent + gap, body->depth + gap);

      ground->has_colour = TRUE;
      ground->rgba = node->rgba;
      chase_box_put (box, ground, 0, 0);
      box->width = gap;
      chase_box_append (box, body);
      box->width += gap;
      return box;
    }
  chase_box_append (box, body);
  box->has_colour = TRUE;
  box->rgba = node->rgba;
  box->italic = body->italic;
  box->accent = body->accent;
  box->is_character = body->is_character;
  return box;
}

static ChaseBox *
negated (ChaseLayout *layout, const ChaseNode *node, ChaseStyle style)
{
  ChaseBox *body = chase_layout_part (layout, node->body, style);
  ChaseBox *box = chase_box_list (layout);
  ChaseBox *slash = chase_layout_character (layout, '/', style);

  chase_box_append (box, body);
  chase_box_put (box, slash, (body->width - slash->width) / 2, 0);
  box->accent = body->accent;
  box->italic = body->italic;
  return box;
}

static ChaseBox *
struck (ChaseLayout *layout, const ChaseNode *node, ChaseStyle style)
{
  ChaseBox *body = italic_box (layout, node->body, style);
  ChaseBox *box = chase_box_list (layout);
  double middle = (body->ascent - body->depth) / 2;
  double half = CONSTANT (FRACTION_RULE_THICKNESS) / 2;

  chase_box_append (box, body);
  chase_box_put (box, chase_box_rule (layout, body->width, middle + half, half - middle), 0, 0);
  box->accent = body->accent;
  return box;
}

static ChaseBox *
lap (ChaseLayout *layout, const ChaseNode *node, ChaseStyle style)
{
  ChaseBox *body = italic_box (layout, node->body, style);
  ChaseBox *box = chase_box_list (layout);

  chase_box_put (box, body, body->width * (node->value - 1) / 2, 0);
  box->width = 0;
  return box;
}

static ChaseBox *
raised (ChaseLayout *layout, const ChaseNode *node, ChaseStyle style)
{
  ChaseBox *body = italic_box (layout, node->body, style);
  ChaseBox *box = chase_box_list (layout);

  chase_box_put (box, body, 0, -node->amount * chase_style_size (layout, style));
  box->width = body->width;
  box->accent = body->accent;
  return box;
}

static ChaseBox *
scaled (ChaseLayout *layout, const ChaseNode *node, ChaseStyle style)
{
  style.scale = CLAMP (style.scale * node->amount, 0.01, 100);
  return chase_layout_list (layout, node->body, style);
}

/* A \middle without \left is as high as a line. */
static ChaseBox *
middle (ChaseLayout *layout, const ChaseNode *node, ChaseStyle style)
{
  return chase_layout_delimiter (layout, node->character, chase_style_size (layout, style), style);
}

static ChaseBox *
bars (ChaseLayout *layout, const ChaseNode *node, ChaseStyle style)
{
  double size = chase_style_size (layout, style), axis = chase_axis (layout, style);
  double line = 0.042 * size, half = 0.23 * size;
  ChaseBox *box = chase_box_list (layout);

  box->width = 0.1 * size;
  for (int i = 0; i < node->value; i++, box->width += 0.12 * size)
    chase_box_append (box, chase_box_rule (layout, line, axis + half, half - axis));
  box->width -= 0.02 * size;
  box->accent = box->width / 2;
  return box;
}

static ChaseBox *
choice (ChaseLayout *layout, const ChaseNode *node, ChaseStyle style)
{
  const ChaseNode *choices[] = { node->body, node->second, node->third, node->fourth };

  return chase_layout_part (layout, choices[style.level], style);
}

ChaseBox *
chase_layout_construct (ChaseLayout *layout, const ChaseNode *node, ChaseStyle style)
{
  switch ((ChaseNodeKind)node->kind)
    {
    case CHASE_NODE_FRACTION:
      return fraction (layout, node, style);
    case CHASE_NODE_SLASHED:
      return slashed (layout, node, style);
    case CHASE_NODE_RADICAL:
      return radical (layout, node, style);
    case CHASE_NODE_ACCENT:
      if (node->value > 0 && chase_character_atom (node->character) == CHASE_ATOM_REL)
        return arrow_accent (layout, node, style);
      return accent (layout, node, style);
    case CHASE_NODE_RULED:
      return ruled (layout, node, style);
    case CHASE_NODE_BRACED:
      return braced (layout, node, style);
    case CHASE_NODE_STACKED:
      return stacked (layout, node, style);
    case CHASE_NODE_XARROW:
      return arrow (layout, node, style);
    case CHASE_NODE_DELIMITED:
      return delimited (layout, node, style);
    case CHASE_NODE_MIDDLE:
      return middle (layout, node, style);
    case CHASE_NODE_BIG:
      return big (layout, node, style);
    case CHASE_NODE_SCALED:
      return scaled (layout, node, style);
    case CHASE_NODE_COLOURED:
      return coloured (layout, node, style);
    case CHASE_NODE_PHANTOM:
      return phantom (layout, node, style);
    case CHASE_NODE_LAP:
      return lap (layout, node, style);
    case CHASE_NODE_RAISED:
      return raised (layout, node, style);
    case CHASE_NODE_BOXED:
      return boxed (layout, node, style);
    case CHASE_NODE_NEGATED:
      return negated (layout, node, style);
    case CHASE_NODE_STRUCK:
      return struck (layout, node, style);
    case CHASE_NODE_MATRIX:
      return chase_layout_matrix (layout, node->matrix, style);
    case CHASE_NODE_BARS:
      return bars (layout, node, style);
    case CHASE_NODE_CHOICE:
      return choice (layout, node, style);
    case CHASE_NODE_LIST:
    case CHASE_NODE_SYMBOL:
    case CHASE_NODE_TEXT:
    case CHASE_NODE_SPACE:
    case CHASE_NODE_STYLE:
      break;
    }
  return chase_layout_list (layout, NULL, style);
}
