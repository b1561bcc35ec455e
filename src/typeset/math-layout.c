/* SPDX-License-Identifier: MIT */
#include "typeset/layout.h"

#include <math.h>

/* Space between atoms, by their classes (The TeXbook, page 170): 1 thin, 2 medium, 3 thick; a minus
 * sign: not in scripts; 9: the pair cannot happen. */
static const gint8 spacing[8][8] = {
  /*           Ord Op Bin Rel Open Close Punct Inner */
  /* Ord   */ { 0, 1, -2, -3, 0, 0, 0, -1 },
  /* Op    */ { 1, 1, 9, -3, 0, 0, 0, -1 },
  /* Bin   */ { -2, -2, 9, 9, -2, 9, 9, -2 },
  /* Rel   */ { -3, -3, 9, 0, -3, 0, 0, -3 },
  /* Open  */ { 0, 0, 9, 0, 0, 0, 0, 0 },
  /* Close */ { 0, 1, -2, -3, 0, 0, 0, -1 },
  /* Punct */ { -1, -1, 9, -1, -1, -1, -1, -1 },
  /* Inner */ { -1, 1, -2, -3, -1, 0, -1, -1 },
};

static double
space_between (ChaseLayout *layout, ChaseAtom left, ChaseAtom right, ChaseStyle style)
{
  static const double mu[] = { 0, 3, 4, 5 };
  int kind = spacing[left][right];

  if (kind == 9 || (kind < 0 && style.level >= 2))
    return 0;
  return mu[ABS (kind)] / 18 * chase_style_size (layout, style);
}

/* A binary operator without something on both sides is an ordinary sign (rules 5 and 6). */
static ChaseAtom
settle (const ChaseNode *node, ChaseAtom previous)
{
  const ChaseNode *next;

  if (node->atom != CHASE_ATOM_BIN)
    return node->atom;
  if (previous == CHASE_ATOM_NONE || previous == CHASE_ATOM_BIN || previous == CHASE_ATOM_OP
      || previous == CHASE_ATOM_REL || previous == CHASE_ATOM_OPEN || previous == CHASE_ATOM_PUNCT)
    return CHASE_ATOM_ORD;
  for (next = node->next; next != NULL && next->atom == CHASE_ATOM_NONE; next = next->next)
    ;
  if (next == NULL || next->atom == CHASE_ATOM_REL || next->atom == CHASE_ATOM_CLOSE
      || next->atom == CHASE_ATOM_PUNCT)
    return CHASE_ATOM_ORD;
  return CHASE_ATOM_BIN;
}

static ChaseBox *
big_operator (ChaseLayout *layout, gunichar character, ChaseStyle style)
{
  ChaseBox *box = NULL, *centred;

  if (style.level == 0)
    box = chase_layout_tall (
        layout, character,
        chase_constant (layout, style, HB_OT_MATH_CONSTANT_DISPLAY_OPERATOR_MIN_HEIGHT), style);
  if (box == NULL)
    box = chase_layout_character (layout, character, style);
  centred = chase_box_list (layout);
  chase_box_put (centred, box, 0, (box->ascent - box->depth) / 2 - chase_axis (layout, style));
  centred->width = box->width;
  centred->italic = box->italic;
  centred->accent = box->accent;
  return centred;
}

ChaseBox *
chase_layout_node (ChaseLayout *layout, const ChaseNode *node, ChaseStyle style)
{
  switch ((ChaseNodeKind)node->kind)
    {
    case CHASE_NODE_LIST:
      return chase_layout_list (layout, node->body, style);
    case CHASE_NODE_SYMBOL:
      return node->big ? big_operator (layout, node->character, style)
                       : chase_layout_character (layout, node->character, style);
    case CHASE_NODE_TEXT:
      {
        ChaseBox *box = chase_layout_text (layout, node->text, node->text_style, style);

        box->unknown = node->value == 1;
        return box;
      }
    default:
      return chase_layout_construct (layout, node, style);
    }
}

ChaseBox *
chase_layout_part (ChaseLayout *layout, const ChaseNode *node, ChaseStyle style)
{
  ChaseBox *box;

  if (node == NULL)
    return chase_layout_list (layout, NULL, style);
  box = chase_layout_node (layout, node, style);
  if (node->sub != NULL || node->sup != NULL)
    box = chase_layout_scripts (layout, node, box, style);
  return box;
}

static ChaseStyle
change_style (ChaseStyle style, int level)
{
  style.level = level;
  return style;
}

ChaseBox *
chase_layout_range (ChaseLayout *layout, const ChaseNode *list, const ChaseNode *end,
                    ChaseStyle style)
{
  ChaseBox *box = chase_box_list (layout);
  ChaseAtom previous = CHASE_ATOM_NONE;
  const ChaseNode *before = NULL;

  for (const ChaseNode *node = list; node != end; node = node->next)
    {
      ChaseAtom atom;
      ChaseBox *item;

      if (node->kind == CHASE_NODE_STYLE)
        {
          style = change_style (style, node->value);
          continue;
        }
      if (node->kind == CHASE_NODE_SPACE)
        {
          before = NULL;
          box->width
              += node->amount * chase_style_size (layout, style) / (node->value == 1 ? 18 : 1);
          continue;
        }
      atom = settle (node, previous);
      item = chase_layout_part (layout, node, style);
      if (previous != CHASE_ATOM_NONE && atom != CHASE_ATOM_NONE)
        box->width += space_between (layout, previous, atom, style);
      box->width += chase_letter_kern (before, node) * chase_style_size (layout, style);
      before = node;
      chase_box_append (box, item);
      if (node->sub == NULL && node->sup == NULL)
        {
          box->italic = item->italic;
          if (node->next != end && !node->big)
            box->width += item->italic;
        }
      else
        box->italic = 0;
      if (list->next == end)
        {
          box->accent = item->accent;
          box->is_character = item->is_character;
        }
      if (atom != CHASE_ATOM_NONE)
        previous = atom;
    }
  if (box->first == NULL)
    box->ascent = box->depth = 0;
  if (list == end || list->next != end)
    box->accent = box->width / 2;
  return box;
}

ChaseBox *
chase_layout_list (ChaseLayout *layout, const ChaseNode *list, ChaseStyle style)
{
  return chase_layout_range (layout, list, NULL, style);
}

ChaseBox *
chase_math_layout (ChaseLayout *layout, const ChaseNode *list)
{
  ChaseStyle style = { 1, FALSE, 1 };
  ChaseBox *box = chase_layout_list (layout, list, style);

  box->width += box->italic;
  return box;
}
