/* SPDX-License-Identifier: MIT */
#include "model/edit-private.h"

#include <math.h>

static char *
name_for (const ChaseEdit *edit, gboolean node, const char *label)
{
  g_autofree char *stem = chase_label_to_name (label);

  if (stem == NULL)
    stem = chase_label_to_stem (label);
  return stem != NULL ? chase_edit_free_name (edit, node, stem)
                      : chase_edit_blank_name (edit, node);
}

static void
label_unless_name (ChaseStatement *statement, const char *label)
{
  g_autofree char *plain = chase_label_to_name (label);

  if (g_strcmp0 (plain, statement->name) != 0)
    statement->label = chase_name_new (label);
}

static void
declare_in_category (ChaseEdit *edit, const ChaseStatement *statement, const ChaseTerm *from,
                     const ChaseTerm *to)
{
  ChaseItem *category = chase_edit_copy_category (edit);
  ChaseStatement *declaration;

  if (category == NULL)
    return;
  declaration = chase_statement_new (from != NULL ? CHASE_STATEMENT_ARROW : CHASE_STATEMENT_OBJECT);
  declaration->name = chase_name_ref (statement->name);
  declaration->from = chase_term_ref (from);
  declaration->to = chase_term_ref (to);
  chase_item_take_statement (category, declaration);
  chase_edit_take_category (edit, category);
}

guint
chase_edit_add_node (ChaseEdit *edit, const char *label, double column, double row)
{
  ChaseStatement *node = chase_statement_new (CHASE_STATEMENT_NODE);
  g_autofree char *name = name_for (edit, TRUE, label);

  node->name = chase_name_new (name);
  label_unless_name (node, label);
  node->has_position = TRUE;
  node->x = column;
  node->y = row;
  declare_in_category (edit, node, NULL, NULL);
  return chase_edit_add (edit, node, CHASE_NO_HANDLE, CHASE_NO_HANDLE);
}

/* The object of the category that a node shows. Caller frees. */
static ChaseTerm *
object_of (const ChaseStatement *node)
{
  return node->value != NULL ? chase_term_ref (node->value) : chase_term_new_name (node->name);
}

void
chase_edit_declare (ChaseEdit *edit, guint cell)
{
  const ChaseStatement *statement = chase_edit_get (edit, cell);
  const ChaseSlot *slot = chase_edit_slot (edit, cell);
  g_autoptr (ChaseTerm) from = NULL;
  g_autoptr (ChaseTerm) to = NULL;

  if (chase_statement_is_arrow (statement))
    {
      from = object_of (chase_edit_get (edit, slot->source));
      to = object_of (chase_edit_get (edit, slot->target));
    }
  declare_in_category (edit, statement, from, to);
}

static guint
level_of (const ChaseEdit *edit, guint cell)
{
  guint level = 0;

  /* Ends come before what stands on them, so this ends. */
  while (cell != CHASE_NO_HANDLE && chase_edit_get (edit, cell) != NULL
         && chase_statement_is_arrow (chase_edit_get (edit, cell)))
    {
      level++;
      cell = chase_edit_slot (edit, cell)->source;
    }
  return level;
}

/* As it is written: 1 for ->, 2 for =>. */
static guint
level_between (const ChaseEdit *edit, guint source, guint target)
{
  return level_of (edit, source) > 0 || level_of (edit, target) > 0 ? 2 : 1;
}

/* The way from @node to the other end of the arrow @slot, in degrees clockwise from the top; FALSE
 * for none. */
static gboolean
way_out (const ChaseEdit *edit, guint node, const ChaseSlot *slot, double *angle)
{
  const ChaseStatement *here = chase_edit_get (edit, node), *there;
  guint other = slot->source == node ? slot->target : slot->source;

  if (slot->statement == NULL || (slot->source != node && slot->target != node))
    return FALSE;
  if (slot->source == slot->target)
    {
      *angle = slot->statement->style != NULL ? slot->statement->style->angle : 0;
      return TRUE;
    }
  there = chase_edit_get (edit, other);
  if (there == NULL || !chase_statement_is_node (there))
    return FALSE;
  *angle = atan2 (there->x - here->x, here->y - there->y) * 180 / G_PI;
  return TRUE;
}

static double
angle_between (double a, double b)
{
  return fabs (remainder (a - b, 360));
}

/* Of eight places for a loop the one that is farthest from all that is there; the top where it does
 * not matter. */
static double
angle_for_loop (const ChaseEdit *edit, guint node)
{
  double best = 0, widest = -1;

  for (guint i = 0; i < 8; i++)
    {
      double angle = remainder (-45.0 * i, 360), nearest = 180;

      for (guint j = 0; j < edit->slots->len; j++)
        {
          double taken;

          if (way_out (edit, node, chase_edit_slot (edit, j), &taken))
            nearest = MIN (nearest, angle_between (angle, taken));
        }
      if (nearest > widest + 1e-9)
        {
          widest = nearest;
          best = angle;
        }
    }
  return best + 0.0;
}

/* A loop goes where nothing else is; a 2-cell keeps clear of its ends. */
static ChaseStyle *
style_for (const ChaseEdit *edit, guint source, guint target, guint level)
{
  ChaseStyle *style;

  if (source != target && level < 2)
    return NULL;
  style = chase_style_new ();
  if (source == target)
    style->angle = angle_for_loop (edit, source);
  if (level >= 2)
    style->shorten_source = style->shorten_target = 20;
  return style;
}

guint
chase_edit_add_arrow (ChaseEdit *edit, guint source, guint target, const char *label)
{
  ChaseStatement *arrow = chase_statement_new (CHASE_STATEMENT_ARROW);
  g_autofree char *name = NULL;
  guint level = level_between (edit, source, target);

  if (!chase_statement_is_node (chase_edit_get (edit, source)))
    chase_edit_ensure_name (edit, source);
  if (!chase_statement_is_node (chase_edit_get (edit, target)))
    chase_edit_ensure_name (edit, target);
  name = name_for (edit, FALSE, label);
  arrow->name = chase_name_new (name);
  label_unless_name (arrow, label);
  arrow->from = chase_term_new_name (chase_edit_get (edit, source)->name);
  arrow->to = chase_term_new_name (chase_edit_get (edit, target)->name);
  arrow->level = level;
  arrow->style = style_for (edit, source, target, level);
  if (level == 1)
    {
      g_autoptr (ChaseTerm) from = object_of (chase_edit_get (edit, source));
      g_autoptr (ChaseTerm) to = object_of (chase_edit_get (edit, target));

      declare_in_category (edit, arrow, from, to);
    }
  return chase_edit_add (edit, arrow, source, target);
}

guint
chase_edit_add_shown (ChaseEdit *edit, guint source, guint target, const ChaseTerm *value)
{
  ChaseStatement *arrow = chase_statement_new (CHASE_STATEMENT_ARROW);

  arrow->from = chase_term_new_name (chase_edit_get (edit, source)->name);
  arrow->to = chase_term_new_name (chase_edit_get (edit, target)->name);
  arrow->level = 1;
  arrow->value = chase_term_ref (value);
  return chase_edit_add (edit, arrow, source, target);
}

/* Whole numbers stay whole, and -0 is 0. */
static double
tidy (double value)
{
  double nearest = round (value);

  return (fabs (value - nearest) < 1e-6 ? nearest : value) + 0.0;
}

void
chase_edit_place (ChaseEdit *edit, guint node, double column, double row)
{
  ChaseStatement *own;

  g_return_if_fail (chase_statement_is_node (chase_edit_get (edit, node)));
  own = chase_edit_write (edit, node);
  own->kind = CHASE_STATEMENT_NODE;
  own->has_position = TRUE;
  own->x = tidy (column);
  own->y = tidy (row);
}

void
chase_edit_move (ChaseEdit *edit, const guint *cells, guint n_cells, double columns, double rows)
{
  for (guint i = 0; i < n_cells; i++)
    {
      const ChaseStatement *node = chase_edit_get (edit, cells[i]);

      if (node != NULL && chase_statement_is_node (node))
        chase_edit_place (edit, cells[i], node->x + columns, node->y + rows);
    }
}

static void
drop_cell (ChaseEdit *edit, guint cell)
{
  const ChaseStatement *statement = chase_edit_get (edit, cell);
  g_autofree char *name = NULL;
  gboolean arrow;

  if (statement == NULL)
    return;
  chase_edit_hand_over (edit, cell);
  statement = chase_edit_get (edit, cell);
  arrow = chase_statement_is_arrow (statement);
  name = g_strdup (statement->name);
  chase_edit_drop (edit, cell);
  if (arrow && name != NULL && edit->free)
    {
      chase_edit_forget_arrow (edit, name);
      chase_edit_forget_claims (edit, name);
    }
}

void
chase_edit_delete (ChaseEdit *edit, const guint *cells, guint n_cells)
{
  g_autoptr (GArray) going = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint8 *marked = g_new0 (guint8, edit->slots->len + 1);

  for (guint i = 0; i < n_cells; i++)
    if (cells[i] < edit->slots->len && chase_edit_get (edit, cells[i]) != NULL)
      {
        marked[cells[i]] = 1;
        g_array_append_val (going, cells[i]);
      }
  for (gboolean more = going->len > 0; more;)
    {
      more = FALSE;
      for (guint i = 0; i < edit->slots->len; i++)
        {
          const ChaseSlot *slot = chase_edit_slot (edit, i);
          gboolean stands = (slot->source != CHASE_NO_HANDLE && marked[slot->source])
                            || (slot->target != CHASE_NO_HANDLE && marked[slot->target]);

          if (slot->statement == NULL || marked[i] || !stands)
            continue;
          marked[i] = 1;
          more = TRUE;
          g_array_append_val (going, i);
        }
    }
  for (guint i = 0; i < going->len; i++)
    drop_cell (edit, g_array_index (going, guint, i));
}

static gboolean
may_redirect (const ChaseEdit *edit, guint arrow)
{
  const ChaseStatement *statement = chase_edit_get (edit, arrow);

  return statement != NULL && statement->kind == CHASE_STATEMENT_ARROW
         && (edit->free || statement->level >= 2) && statement->value == NULL;
}

gboolean
chase_edit_reverse (ChaseEdit *edit, guint arrow)
{
  ChaseStatement *own;
  ChaseSlot *slot;
  ChaseTerm *from;
  guint source;

  if (edit->free)
    chase_edit_separate (edit, arrow);
  if (!may_redirect (edit, arrow))
    return FALSE;
  chase_edit_hand_over (edit, arrow);
  own = chase_edit_write (edit, arrow);
  from = own->from;
  own->from = own->to;
  own->to = from;
  slot = chase_edit_slot (edit, arrow);
  source = slot->source;
  slot->source = slot->target;
  slot->target = source;
  if (own->style != NULL)
    {
      g_autoptr (ChaseStyle) style = chase_style_copy (own->style);

      chase_style_reverse (style);
      chase_edit_set_style (edit, arrow, style);
      own = chase_edit_write (edit, arrow);
    }
  if (own->name != NULL)
    {
      g_autofree char *name = g_strdup (own->name);

      chase_edit_forget_arrow (edit, name);
    }
  return TRUE;
}

/* TRUE when @cell stands, over any number of steps, on @arrow. */
static gboolean
stands_on (const ChaseEdit *edit, guint cell, guint arrow)
{
  g_autoptr (GArray) pending = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_val (pending, cell);
  while (pending->len > 0)
    {
      guint at = g_array_index (pending, guint, pending->len - 1);
      const ChaseSlot *slot;

      g_array_set_size (pending, pending->len - 1);
      if (at == CHASE_NO_HANDLE)
        continue;
      if (at == arrow)
        return TRUE;
      slot = chase_edit_slot (edit, at);
      g_array_append_val (pending, slot->source);
      if (slot->target != slot->source)
        g_array_append_val (pending, slot->target);
    }
  return FALSE;
}

gboolean
chase_edit_reconnect (ChaseEdit *edit, guint arrow, guint end, guint cell)
{
  ChaseStatement *own;
  ChaseTerm **term;

  if (chase_edit_get (edit, cell) == NULL || stands_on (edit, cell, arrow))
    return FALSE;
  if (edit->free)
    chase_edit_separate (edit, arrow);
  if (!may_redirect (edit, arrow))
    return FALSE;
  chase_edit_hand_over (edit, arrow);
  if (!chase_statement_is_node (chase_edit_get (edit, cell)))
    chase_edit_ensure_name (edit, cell);
  own = chase_edit_write (edit, arrow);
  term = end == 0 ? &own->from : &own->to;
  chase_term_unref (*term);
  *term = chase_term_new_name (chase_edit_get (edit, cell)->name);
  if (end == 0)
    chase_edit_slot (edit, arrow)->source = cell;
  else
    chase_edit_slot (edit, arrow)->target = cell;
  own->level = level_between (edit, chase_edit_slot (edit, arrow)->source,
                              chase_edit_slot (edit, arrow)->target);
  if (own->name != NULL)
    {
      g_autofree char *name = g_strdup (own->name);

      chase_edit_forget_arrow (edit, name);
    }
  return TRUE;
}
