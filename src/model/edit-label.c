/* SPDX-License-Identifier: MIT */
#include "model/edit-private.h"

/* A name that only a cell without a label holds is given up by it. */
static void
make_way (ChaseEdit *edit, const char *name)
{
  for (guint node = 0; node < 2; node++)
    {
      guint holder = chase_edit_find_named (edit, node == 1, name);
      g_autofree char *other = NULL;

      if (holder == CHASE_NO_HANDLE || !chase_statement_is_blank (chase_edit_get (edit, holder)))
        continue;
      other = chase_edit_blank_name (edit, node == 1);
      chase_edit_rename (edit, holder, other);
    }
}

static void
write_label (ChaseEdit *edit, guint cell, const char *label)
{
  ChaseStatement *own = chase_edit_write (edit, cell);

  chase_name_unref (own->label);
  own->label = label != NULL ? chase_name_new (label) : NULL;
}

/* In a category whose text is elsewhere, only what has no label yet may still get another name. */
static gboolean
may_rename (const ChaseEdit *edit, const ChaseStatement *statement)
{
  if (statement->kind == CHASE_STATEMENT_DRAW)
    return FALSE;
  return edit->free || chase_statement_is_blank (statement);
}

/* What has @name, but a label that says the name of @cell, which wants @name, trades with it: the
 * labels of an object and an arrow were mixed up. */
static void
trade (ChaseEdit *edit, guint cell, const char *name)
{
  gboolean node = chase_statement_is_node (chase_edit_get (edit, cell));
  guint holder = chase_edit_find_named (edit, !node, name);
  const ChaseStatement *held = holder != CHASE_NO_HANDLE ? chase_edit_get (edit, holder) : NULL;
  g_autofree char *wanted = held != NULL && held->label != NULL && held->value == NULL
                                ? chase_label_to_name (held->label)
                                : NULL;
  g_autofree char *spare = NULL;

  if (!edit->free || wanted == NULL || g_strcmp0 (wanted, chase_edit_get (edit, cell)->name) != 0)
    return;
  spare = chase_edit_free_name (edit, node, name);
  chase_edit_rename (edit, cell, spare);
  chase_edit_rename (edit, holder, wanted);
  write_label (edit, holder, NULL);
}

/* The label as the cell's name, where that is free; FALSE where it is not. */
static gboolean
take_name (ChaseEdit *edit, guint cell, const char *name)
{
  const ChaseStatement *statement = chase_edit_get (edit, cell);
  gboolean node = chase_statement_is_node (statement);

  if (name == NULL || !may_rename (edit, statement) || (!node && statement->value != NULL))
    return FALSE;
  make_way (edit, name);
  trade (edit, cell, name);
  if (chase_edit_has_name (edit, node, name))
    return FALSE;
  chase_edit_rename (edit, cell, name);
  chase_term_set (&chase_edit_write (edit, cell)->value, NULL);
  write_label (edit, cell, NULL);
  return TRUE;
}

/* The label stands beside a name, which is made from it while nobody has given another. */
static void
put_beside (ChaseEdit *edit, guint cell, const char *text, const char *name)
{
  const ChaseStatement *statement = chase_edit_get (edit, cell);
  gboolean node = chase_statement_is_node (statement);
  gboolean blank = chase_statement_is_blank (statement) || statement->name == NULL;

  if (blank && may_rename (edit, statement))
    {
      g_autofree char *stem = name != NULL ? g_strdup (name) : chase_label_to_stem (text);
      g_autofree char *fresh = stem != NULL ? chase_edit_free_name (edit, node, stem) : NULL;

      if (fresh != NULL)
        chase_edit_rename (edit, cell, fresh);
    }
  write_label (edit, cell, text);
}

/* A cell that showed what another shows is its own again: blank, with a name that nobody gave. */
static void
part (ChaseEdit *edit, guint cell)
{
  gboolean node = chase_statement_is_node (chase_edit_get (edit, cell));

  chase_term_set (&chase_edit_write (edit, cell)->value, NULL);
  write_label (edit, cell, "");
  if (!edit->free)
    {
      chase_edit_ensure_name (edit, cell);
      chase_edit_declare (edit, cell);
    }
  else if (node)
    chase_edit_settle (edit, cell);
}

static gboolean
is_used (const ChaseEdit *edit, const char *name)
{
  for (guint i = 0; i < chase_document_n_items (edit->document); i++)
    {
      const ChaseItem *item = chase_document_get_item (edit->document, i);

      for (guint j = 0; i != edit->diagram && j < chase_item_n_statements (item); j++)
        {
          const ChaseStatement *said = chase_item_get_statement (item, j);
          const GPtrArray *terms = chase_statement_terms (said);

          if ((said->value != NULL && chase_term_mentions (said->value, name))
              || (said->kind == CHASE_STATEMENT_ASSIGNMENT && chase_term_is_name (said->from, name))
              || (said->kind == CHASE_STATEMENT_PROPERTY && g_strcmp0 (said->name, name) == 0))
            return TRUE;
          for (guint k = 0; terms != NULL && k < terms->len; k++)
            if (chase_term_mentions (g_ptr_array_index (terms, k), name))
              return TRUE;
        }
    }
  return FALSE;
}

/* In a category whose text is elsewhere, what was declared for a cell without a label goes once it
 * shows @meaning. */
static void
give_up_declaration (ChaseEdit *edit, guint cell, const ChaseTerm *meaning)
{
  const ChaseStatement *statement = chase_edit_get (edit, cell);
  g_autofree char *name = g_strdup (statement->name);

  if (!edit->free && name != NULL && chase_statement_is_blank (statement) && !is_used (edit, name))
    chase_edit_undeclare (edit, name, chase_statement_is_node (statement), meaning);
}

/* Lets @cell show @meaning, which the label @text says. */
static void
show (ChaseEdit *edit, guint cell, const ChaseTerm *meaning, const char *text)
{
  gboolean node = chase_statement_is_node (chase_edit_get (edit, cell));
  g_autofree char *shown = NULL;

  give_up_declaration (edit, cell, meaning);
  if (!edit->free)
    {
      const char *own = chase_edit_get (edit, cell)->name;
      g_autofree char *stem = meaning->kind == CHASE_TERM_NAME ? NULL : chase_label_to_stem (text);
      g_autofree char *name = NULL;

      name = chase_edit_free_name (edit, node,
                                   meaning->kind == CHASE_TERM_NAME ? meaning->name
                                   : stem != NULL                   ? stem
                                   : own != NULL                    ? own
                                                                    : "e");
      chase_edit_call (edit, cell, name);
    }
  chase_term_set (&chase_edit_write (edit, cell)->value, meaning);
  write_label (edit, cell, NULL);
  shown = chase_edit_shown_label (edit, cell);
  if (!g_str_equal (shown, text))
    write_label (edit, cell, text);
}

/* A label that says a path lets the arrow show it; FALSE for any other. */
static gboolean
show_path (ChaseEdit *edit, guint cell, const char *text)
{
  g_autoptr (ChaseTerm) path = chase_edit_read_path (edit, cell, text);

  if (path == NULL)
    return FALSE;
  chase_edit_hand_over (edit, cell);
  show (edit, cell, path, text);
  return TRUE;
}

static gboolean
has_arrows (const ChaseEdit *edit, guint node)
{
  for (guint i = 0; i < edit->slots->len; i++)
    {
      const ChaseSlot *slot = chase_edit_slot (edit, i);

      if (slot->statement != NULL && (slot->source == node || slot->target == node))
        return TRUE;
    }
  return FALSE;
}

/* A label that says an object of the category lets the node show it, where no arrow is in the way
 * that would not start or end there. */
static gboolean
show_object (ChaseEdit *edit, guint cell, const char *text)
{
  const ChaseStatement *statement = chase_edit_get (edit, cell);
  g_autoptr (ChaseTerm) object = NULL;

  if (!chase_statement_is_node (statement)
      || (has_arrows (edit, cell) && !chase_statement_is_blank (statement)))
    return FALSE;
  object = chase_edit_read_object (edit, cell, text);
  if (object == NULL)
    return FALSE;
  show (edit, cell, object, text);
  return TRUE;
}

/* TRUE for a cell that was read from its label: relabelled, it is its own again. */
static gboolean
was_read (ChaseEdit *edit, guint cell, const char *shown)
{
  const ChaseStatement *statement = chase_edit_get (edit, cell);
  gboolean node = chase_statement_is_node (statement);
  g_autoptr (ChaseTerm) meaning = NULL;

  if (statement->value == NULL || (!edit->free && edit->category < 0)
      || (node && has_arrows (edit, cell)))
    return FALSE;
  meaning = node ? chase_edit_read_object (edit, cell, shown)
                 : chase_edit_read_path (edit, cell, shown);
  return meaning != NULL && chase_term_equal (meaning, statement->value);
}

/* Gives @cell, which shows what is its own alone, the label @text. */
static void
put_label (ChaseEdit *edit, guint cell, const char *text)
{
  const ChaseStatement *statement = chase_edit_get (edit, cell);
  g_autofree char *name = chase_label_to_name (text);
  guint twin
      = may_rename (edit, statement) ? chase_edit_find_twin (edit, cell, text) : CHASE_NO_HANDLE;

  if (text[0] == '\0')
    write_label (edit, cell, "");
  else if (show_path (edit, cell, text)
           || (twin == CHASE_NO_HANDLE && show_object (edit, cell, text)))
    return;
  else if (twin != CHASE_NO_HANDLE)
    chase_edit_share (edit, cell, twin, text);
  else if (name != NULL && g_strcmp0 (name, statement->name) == 0)
    write_label (edit, cell, statement->value != NULL ? text : NULL);
  else if (!take_name (edit, cell, name))
    put_beside (edit, cell, text, name);
}

void
chase_edit_set_label (ChaseEdit *edit, guint cell, const char *label)
{
  g_autofree char *text = g_strstrip (g_strdup (label));
  g_autofree char *shown = NULL;
  gboolean shared;

  g_return_if_fail (chase_edit_get (edit, cell) != NULL);
  shown = chase_edit_shown_label (edit, cell);
  if (g_str_equal (shown, text) && text[0] != '\0')
    return;
  shared = chase_edit_shares (edit, cell) || was_read (edit, cell, shown);
  if (shared)
    part (edit, cell);
  else
    shared = chase_edit_hand_over (edit, cell);
  put_label (edit, cell, text);
  if (shared && chase_statement_is_node (chase_edit_get (edit, cell)))
    chase_edit_settle (edit, cell);
}

gboolean
chase_edit_reads (ChaseEdit *edit, guint cell)
{
  g_autofree char *shown = chase_edit_shown_label (edit, cell);

  return was_read (edit, cell, shown);
}

void
chase_edit_separate (ChaseEdit *edit, guint cell)
{
  g_autofree char *shown = chase_edit_shown_label (edit, cell);

  if (!(chase_edit_shares (edit, cell) || was_read (edit, cell, shown)))
    return;
  part (edit, cell);
  if (chase_edit_get (edit, cell)->name == NULL)
    chase_edit_ensure_name (edit, cell);
  write_label (edit, cell, shown);
}
