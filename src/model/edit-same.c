/* SPDX-License-Identifier: MIT */
#include "model/edit-private.h"

/*
 * Cells that show the same thing. In a drawing equal labels mean equal things, as on paper and as
 * in what is read from other programs: the second node of a label is a node `a_2 : A` that shows
 * the same object, and the second arrow of a label between the same objects shows the same
 * morphism.
 */

static const ChaseStatement *
declaration_of (const ChaseEdit *edit, gboolean node, const char *name)
{
  const ChaseItem *category = edit->category >= 0
                                  ? chase_document_get_item (edit->document, (guint)edit->category)
                                  : NULL;
  ChaseStatementKind kind = node ? CHASE_STATEMENT_OBJECT : CHASE_STATEMENT_ARROW;

  for (guint i = 0; category != NULL && i < chase_item_n_statements (category); i++)
    {
      const ChaseStatement *said = chase_item_get_statement (category, i);

      if (said->kind == kind && g_strcmp0 (said->name, name) == 0)
        return said;
    }
  return NULL;
}

char *
chase_edit_shown_label (const ChaseEdit *edit, guint cell)
{
  const ChaseStatement *statement = chase_edit_get (edit, cell);
  const ChaseTerm *value = statement->value;
  const char *named = value == NULL                    ? statement->name
                      : value->kind == CHASE_TERM_NAME ? value->name
                                                       : NULL;
  const ChaseStatement *said = NULL;

  if (statement->label != NULL)
    return g_strdup (statement->label);
  if (named != NULL)
    said = declaration_of (edit, chase_statement_is_node (statement), named);
  if (said != NULL && said->label != NULL)
    return g_strdup (said->label);
  if (value != NULL)
    return chase_term_to_label (value);
  return named != NULL ? chase_name_to_label (named) : g_strdup ("");
}

/* The object or the morphism that a cell shows. Caller frees; NULL for an arrow without a name. */
static ChaseTerm *
meaning_of (const ChaseStatement *statement)
{
  if (statement->value != NULL)
    return chase_term_ref (statement->value);
  return statement->name != NULL ? chase_term_new_name (statement->name) : NULL;
}

ChaseTerm *
chase_edit_meaning (const ChaseEdit *edit, guint cell)
{
  return chase_edit_get (edit, cell) != NULL ? meaning_of (chase_edit_get (edit, cell)) : NULL;
}

static gboolean
same_meaning (const ChaseEdit *edit, guint a, guint b)
{
  const ChaseStatement *left = chase_edit_get (edit, a), *right = chase_edit_get (edit, b);
  g_autoptr (ChaseTerm) first = NULL;
  g_autoptr (ChaseTerm) second = NULL;

  if (a == b)
    return TRUE;
  if (left == NULL || right == NULL)
    return FALSE;
  first = meaning_of (left);
  second = meaning_of (right);
  return first != NULL && chase_term_equal (first, second);
}

static gboolean
same_ends (const ChaseEdit *edit, guint a, guint b)
{
  const ChaseSlot *left = chase_edit_slot (edit, a), *right = chase_edit_slot (edit, b);

  return left->source != CHASE_NO_HANDLE && right->source != CHASE_NO_HANDLE
         && left->target != CHASE_NO_HANDLE && right->target != CHASE_NO_HANDLE
         && same_meaning (edit, left->source, right->source)
         && same_meaning (edit, left->target, right->target);
}

/* A sign in the place of an arrow shows nothing. */
static gboolean
may_be_twin (const ChaseStatement *statement, gboolean node)
{
  if (statement == NULL || chase_statement_is_blank (statement)
      || chase_statement_is_node (statement) != node)
    return FALSE;
  return node
         || (chase_statement_is_arrow (statement) && statement->level <= 1
             && (statement->style == NULL || statement->style->form == CHASE_EDGE_ARROW));
}

/* TRUE when @label is what is drawn at @cell; most are told apart without making a text. */
static gboolean
is_labelled (const ChaseEdit *edit, guint cell, const char *label)
{
  const ChaseStatement *statement = chase_edit_get (edit, cell);
  g_autofree char *shown = NULL;

  if (statement->label != NULL)
    return g_str_equal (statement->label, label);
  if (edit->free && statement->value == NULL
      && (statement->name == NULL || statement->name[0] != label[0]))
    return FALSE;
  shown = chase_edit_shown_label (edit, cell);
  return g_str_equal (shown, label);
}

guint
chase_edit_find_twin (const ChaseEdit *edit, guint cell, const char *label)
{
  const ChaseStatement *statement = chase_edit_get (edit, cell);
  gboolean node = chase_statement_is_node (statement);

  if (chase_label_is_placeholder (label) || (!node && statement->level > 1))
    return CHASE_NO_HANDLE;
  for (guint i = 0; i < edit->slots->len; i++)
    if (i != cell && may_be_twin (chase_edit_get (edit, i), node) && is_labelled (edit, i, label)
        && (node || same_ends (edit, cell, i)))
      return i;
  return CHASE_NO_HANDLE;
}

static gboolean
touches (const ChaseEdit *edit, guint arrow, guint node)
{
  const ChaseSlot *slot = chase_edit_slot (edit, arrow);

  return slot->statement != NULL && chase_statement_is_arrow (slot->statement)
         && (slot->source == node || slot->target == node);
}

/* The object or arrow that was declared in the category for a cell without a label: @cell shows
 * another now, and so do the arrows that were declared at it. */
void
chase_edit_undeclare (ChaseEdit *edit, const char *name, gboolean node, const ChaseTerm *instead)
{
  ChaseItem *category = chase_edit_copy_category (edit);

  for (guint i = category != NULL ? chase_item_n_statements (category) : 0; i > 0; i--)
    {
      const ChaseStatement *said = chase_item_get_statement (category, i - 1);
      ChaseStatementKind kind = node ? CHASE_STATEMENT_OBJECT : CHASE_STATEMENT_ARROW;
      ChaseStatement *own;

      if (said->kind == kind && g_strcmp0 (said->name, name) == 0)
        {
          g_ptr_array_remove_index (category->statements, i - 1);
          continue;
        }
      if (!node || said->kind != CHASE_STATEMENT_ARROW
          || (!chase_term_is_name (said->from, name) && !chase_term_is_name (said->to, name)))
        continue;
      own = chase_statement_copy (said);
      if (chase_term_is_name (own->from, name))
        chase_term_set (&own->from, instead);
      if (chase_term_is_name (own->to, name))
        chase_term_set (&own->to, instead);
      chase_statement_unref (g_ptr_array_index (category->statements, i - 1));
      g_ptr_array_index (category->statements, i - 1) = own;
    }
  if (category != NULL)
    chase_edit_take_category (edit, category);
}

void
chase_edit_share (ChaseEdit *edit, guint cell, guint twin, const char *label)
{
  gboolean node = chase_statement_is_node (chase_edit_get (edit, cell));
  g_autoptr (ChaseTerm) meaning = NULL;
  g_autofree char *name = NULL;
  g_autofree char *shown = NULL;
  ChaseStatement *own;

  if (!node)
    chase_edit_ensure_name (edit, twin);
  meaning = meaning_of (chase_edit_get (edit, twin));
  if (!edit->free)
    chase_edit_undeclare (edit, chase_edit_get (edit, cell)->name, node, meaning);
  name = chase_edit_free_name (
      edit, node,
      meaning->kind == CHASE_TERM_NAME ? meaning->name : chase_edit_get (edit, twin)->name);
  if (chase_edit_get (edit, cell)->name != NULL || node)
    chase_edit_rename (edit, cell, name);
  own = chase_edit_write (edit, cell);
  chase_term_set (&own->value, meaning);
  g_clear_pointer (&own->label, chase_name_unref);
  shown = chase_edit_shown_label (edit, cell);
  if (!g_str_equal (shown, label))
    own->label = chase_name_new (label);
  if (node)
    chase_edit_settle (edit, cell);
}

gboolean
chase_edit_shares (const ChaseEdit *edit, guint cell)
{
  const ChaseStatement *statement = chase_edit_get (edit, cell);
  gboolean node = statement != NULL && chase_statement_is_node (statement);
  g_autofree char *shown = NULL;

  if (statement == NULL || !edit->free || statement->value == NULL
      || statement->value->kind != CHASE_TERM_NAME || statement->kind == CHASE_STATEMENT_DRAW)
    return FALSE;
  shown = chase_edit_shown_label (edit, cell);
  for (guint i = 0; i < edit->slots->len; i++)
    if (i != cell && may_be_twin (chase_edit_get (edit, i), node) && is_labelled (edit, i, shown)
        && same_meaning (edit, cell, i))
      return TRUE;
  return statement->label == NULL;
}

static guint
first_follower (const ChaseEdit *edit, guint cell)
{
  const ChaseStatement *statement = chase_edit_get (edit, cell);
  gboolean node = chase_statement_is_node (statement);

  for (guint i = 0; i < edit->slots->len; i++)
    {
      const ChaseStatement *other = chase_edit_get (edit, i);

      if (i != cell && other != NULL && other->kind != CHASE_STATEMENT_DRAW
          && chase_statement_is_node (other) == node && (node || chase_statement_is_arrow (other))
          && chase_term_is_name (other->value, statement->name))
        return i;
    }
  return CHASE_NO_HANDLE;
}

static void
set_text (ChaseName **slot, const char *text)
{
  ChaseName *name = chase_name_new (text);

  chase_name_unref (*slot);
  *slot = name;
}

void
chase_edit_call (ChaseEdit *edit, guint cell, const char *name)
{
  set_text (&chase_edit_write (edit, cell)->name, name);
  chase_edit_point_ends (edit, cell, name);
}

gboolean
chase_edit_hand_over (ChaseEdit *edit, guint cell)
{
  const ChaseStatement *statement = chase_edit_get (edit, cell);
  g_autofree char *name = statement != NULL ? g_strdup (statement->name) : NULL;
  g_autofree char *fresh = NULL;
  g_autofree char *label = NULL;
  gboolean node;
  guint follower;

  if (!edit->free || name == NULL || statement->value != NULL)
    return FALSE;
  follower = first_follower (edit, cell);
  if (follower == CHASE_NO_HANDLE)
    return FALSE;
  node = chase_statement_is_node (statement);
  label = chase_edit_shown_label (edit, cell);
  fresh = chase_edit_free_name (edit, node, name);
  chase_edit_call (edit, cell, fresh);
  set_text (&chase_edit_write (edit, cell)->label, label);
  chase_edit_call (edit, follower, name);
  chase_term_set (&chase_edit_write (edit, follower)->value, NULL);
  return TRUE;
}

/* An arrow that shows what runs between other objects than its own ends becomes its own. */
static void
part_from_others (ChaseEdit *edit, guint arrow)
{
  const ChaseStatement *statement = chase_edit_get (edit, arrow);
  g_autofree char *shown = NULL;
  guint owner;

  if (statement->value == NULL || statement->value->kind != CHASE_TERM_NAME)
    return;
  owner = chase_edit_find_named (edit, FALSE, statement->value->name);
  if (owner == CHASE_NO_HANDLE || owner == arrow || same_ends (edit, arrow, owner))
    return;
  shown = chase_edit_shown_label (edit, arrow);
  chase_edit_ensure_name (edit, arrow);
  chase_term_set (&chase_edit_write (edit, arrow)->value, NULL);
  set_text (&chase_edit_write (edit, arrow)->label, shown);
}

void
chase_edit_settle (ChaseEdit *edit, guint node)
{
  g_autoptr (GHashTable) near = g_hash_table_new (g_str_hash, g_str_equal);

  if (!edit->free)
    return;
  for (guint i = 0; i < edit->slots->len; i++)
    if (touches (edit, i, node) && chase_edit_get (edit, i)->name != NULL)
      g_hash_table_add (near, chase_edit_get (edit, i)->name);
  for (guint i = 0; i < edit->slots->len; i++)
    {
      const ChaseStatement *statement = chase_edit_get (edit, i);

      if (statement == NULL || statement->kind != CHASE_STATEMENT_ARROW || statement->value == NULL
          || statement->value->kind != CHASE_TERM_NAME)
        continue;
      if (touches (edit, i, node) || g_hash_table_contains (near, statement->value->name))
        part_from_others (edit, i);
    }
  chase_edit_forget_broken (edit);
}
