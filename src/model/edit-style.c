/* SPDX-License-Identifier: MIT */
#include "model/edit-private.h"

#include <math.h>

void
chase_edit_set_style (ChaseEdit *edit, guint cell, const ChaseStyle *style)
{
  ChaseStatement *own;

  g_return_if_fail (chase_edit_get (edit, cell) != NULL);
  if (chase_style_equal (chase_edit_get (edit, cell)->style, style))
    return;
  own = chase_edit_write (edit, cell);
  g_clear_pointer (&own->style, chase_style_free);
  if (style != NULL && !chase_style_is_default (style))
    own->style = chase_style_copy (style);
}

static ChaseStyle *
copy_style (const ChaseEdit *edit, guint cell)
{
  const ChaseStyle *style = chase_edit_get (edit, cell)->style;

  return style != NULL ? chase_style_copy (style) : chase_style_new ();
}

/* The direction of the straight line from the one end of @arrow to the other, in degrees anticlockwise from the
 * right; 0 where the ends are no nodes. */
static double
direction_of (const ChaseEdit *edit, guint arrow)
{
  const ChaseSlot *slot = chase_edit_slot (edit, arrow);
  const ChaseStatement *source = chase_edit_get (edit, slot->source);
  const ChaseStatement *target = chase_edit_get (edit, slot->target);

  if (source == NULL || target == NULL)
    return 0;
  return round (atan2 (source->y - target->y, target->x - source->x) * 180 / G_PI) + 0.0;
}

void
chase_edit_flip (ChaseEdit *edit, guint arrow)
{
  g_autoptr (ChaseStyle) style = copy_style (edit, arrow);

  chase_style_mirror (style, direction_of (edit, arrow));
  chase_edit_set_style (edit, arrow, style);
}

void
chase_edit_flip_label (ChaseEdit *edit, guint arrow)
{
  g_autoptr (ChaseStyle) style = copy_style (edit, arrow);

  style->label_side = style->label_side == CHASE_LABEL_RIGHT ? CHASE_LABEL_LEFT : CHASE_LABEL_RIGHT;
  chase_edit_set_style (edit, arrow, style);
}

static gboolean
is_mirror (ChaseTurn turn)
{
  return turn <= CHASE_TURN_TRANSPOSE;
}

static void
turn_point (ChaseTurn turn, double *x, double *y)
{
  double dx = *x, dy = *y;

  switch (turn)
    {
    case CHASE_TURN_LEFT_TO_RIGHT:
      *x = -dx;
      break;
    case CHASE_TURN_TOP_TO_BOTTOM:
      *y = -dy;
      break;
    case CHASE_TURN_TRANSPOSE:
      *x = dy;
      *y = dx;
      break;
    case CHASE_TURN_CLOCKWISE:
      *x = -dy;
      *y = dx;
      break;
    case CHASE_TURN_ANTICLOCKWISE:
    default:
      *x = dy;
      *y = -dx;
      break;
    }
}

/* Where a loop that stood at @angle (clockwise from the top) stands after the turn. */
static double
turn_angle (ChaseTurn turn, double angle)
{
  double x = sin (angle * G_PI / 180), y = -cos (angle * G_PI / 180);

  turn_point (turn, &x, &y);
  return round (atan2 (x, -y) * 180 / G_PI) + 0.0;
}

/* The ends' angles, which a mirror turned about the horizontal line already. */
static void
turn_ends (ChaseStyle *style, ChaseTurn turn)
{
  double flip = is_mirror (turn) ? -1 : 1;

  if (style->has_out)
    style->out = remainder (90 - turn_angle (turn, 90 - flip * style->out), 360) + 0.0;
  if (style->has_in)
    style->in = remainder (90 - turn_angle (turn, 90 - flip * style->in), 360) + 0.0;
}

static void
turn_arrow (ChaseEdit *edit, guint arrow, ChaseTurn turn)
{
  g_autoptr (ChaseStyle) style = copy_style (edit, arrow);
  const ChaseSlot *slot = chase_edit_slot (edit, arrow);

  if (slot->source == slot->target)
    style->angle = turn_angle (turn, style->angle);
  if (is_mirror (turn))
    chase_style_mirror (style, 0);
  turn_ends (style, turn);
  if (is_mirror (turn) && slot->source == slot->target)
    {
      style->radius = -style->radius;
      style->angle
          = turn_angle (CHASE_TURN_CLOCKWISE, turn_angle (CHASE_TURN_CLOCKWISE, style->angle));
    }
  chase_edit_set_style (edit, arrow, style);
}

typedef struct
{
  double left, top, right, bottom;
} Box;

static gboolean
bound_nodes (const ChaseEdit *edit, const guint *cells, guint n_cells, Box *box)
{
  gboolean any = FALSE;

  for (guint i = 0; i < n_cells; i++)
    {
      const ChaseStatement *node = chase_edit_get (edit, cells[i]);

      if (node == NULL || !chase_statement_is_node (node))
        continue;
      box->left = any ? MIN (box->left, node->x) : node->x;
      box->right = any ? MAX (box->right, node->x) : node->x;
      box->top = any ? MIN (box->top, node->y) : node->y;
      box->bottom = any ? MAX (box->bottom, node->y) : node->y;
      any = TRUE;
    }
  return any;
}

/* Turned about its middle; a box that is half a step off the grid then is put back on it. */
static void
turn_nodes (ChaseEdit *edit, const guint *cells, guint n_cells, ChaseTurn turn, const Box *box)
{
  double x = (box->left + box->right) / 2, y = (box->top + box->bottom) / 2;
  double corner_x = box->left - x, corner_y = box->top - y;
  double slip;

  turn_point (turn, &corner_x, &corner_y);
  slip = fabs (corner_x + x - box->left - round (corner_x + x - box->left)) > 0.25 ? 0.5 : 0;
  for (guint i = 0; i < n_cells; i++)
    {
      const ChaseStatement *node = chase_edit_get (edit, cells[i]);
      double dx, dy;

      if (node == NULL || !chase_statement_is_node (node))
        continue;
      dx = node->x - x;
      dy = node->y - y;
      turn_point (turn, &dx, &dy);
      chase_edit_place (edit, cells[i], x + dx + slip, y + dy + slip);
    }
}

static gboolean
contains (const guint *cells, guint n_cells, guint cell)
{
  for (guint i = 0; i < n_cells; i++)
    if (cells[i] == cell)
      return TRUE;
  return FALSE;
}

void
chase_edit_turn (ChaseEdit *edit, const guint *cells, guint n_cells, ChaseTurn turn)
{
  Box box = { 0 };

  if (!bound_nodes (edit, cells, n_cells, &box))
    return;
  turn_nodes (edit, cells, n_cells, turn, &box);
  for (guint i = 0; i < edit->slots->len; i++)
    {
      const ChaseSlot *slot = chase_edit_slot (edit, i);

      if (slot->statement != NULL && chase_statement_is_arrow (slot->statement)
          && contains (cells, n_cells, slot->source) && contains (cells, n_cells, slot->target))
        turn_arrow (edit, i, turn);
    }
}
