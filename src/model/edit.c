/* SPDX-License-Identifier: MIT */
#include "model/edit-private.h"

#include <math.h>

gboolean
chase_statement_is_node (const ChaseStatement *statement)
{
  return (statement->kind == CHASE_STATEMENT_OBJECT || statement->kind == CHASE_STATEMENT_NODE)
         && statement->name != NULL;
}

gboolean
chase_statement_is_arrow (const ChaseStatement *statement)
{
  return statement->kind == CHASE_STATEMENT_ARROW || statement->kind == CHASE_STATEMENT_DRAW;
}

gboolean
chase_edit_is_edge (const ChaseEdit *edit, guint handle)
{
  const ChaseStatement *statement = chase_edit_get (edit, handle);
  const ChaseSlot *slot = handle < edit->slots->len ? chase_edit_slot (edit, handle) : NULL;

  return statement != NULL && chase_statement_is_arrow (statement) && statement->level <= 1
         && (statement->style == NULL || statement->style->form == CHASE_EDGE_ARROW)
         && slot->source != CHASE_NO_HANDLE && slot->target != CHASE_NO_HANDLE
         && slot->source != slot->target;
}

gboolean
chase_statement_is_blank (const ChaseStatement *statement)
{
  return statement->label != NULL && statement->label[0] == '\0' && statement->value == NULL;
}

/* The category block of the document that @item is drawn in, where its text can be written to; else
 * -1. */
static gint
find_block (const ChaseDocument *document, const ChaseItem *item)
{
  ChaseItem *category = NULL;

  if (item->to != NULL && item->to->kind == CHASE_TERM_NAME)
    category = chase_document_find (document, item->to->name);
  if (category == NULL || category->kind != CHASE_ITEM_CATEGORY || category->expression != NULL
      || category->table)
    return -1;
  return chase_document_index_of (document, category);
}

static guint
statement_of (const ChaseDiagram *diagram, guint32 cell)
{
  return cell == G_MAXUINT32 ? CHASE_NO_HANDLE : chase_diagram_get_cell (diagram, cell)->statement;
}

static void
resolve_ends (ChaseEdit *edit, ChaseItem *item)
{
  g_autoptr (ChaseDiagram) diagram = chase_diagram_new (edit->document, item, NULL);

  for (guint32 i = 0; i < chase_diagram_n_cells (diagram); i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (diagram, i);
      ChaseSlot *slot = chase_edit_slot (edit, cell->statement);

      slot->source = statement_of (diagram, cell->source);
      slot->target = statement_of (diagram, cell->target);
    }
}

ChaseEdit *
chase_edit_new (ChaseDocument *document, guint diagram)
{
  ChaseItem *item = chase_document_get_item (document, diagram);
  ChaseEdit *edit;

  g_return_val_if_fail (item != NULL && item->kind == CHASE_ITEM_DIAGRAM, NULL);
  edit = g_new0 (ChaseEdit, 1);
  edit->document = chase_document_ref (document);
  edit->diagram = diagram;
  edit->free = item->to == NULL;
  edit->category = find_block (document, item);
  edit->slots = g_array_new (FALSE, TRUE, sizeof (ChaseSlot));
  edit->order = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < chase_item_n_statements (item); i++)
    {
      ChaseSlot slot = { .statement = chase_statement_ref (chase_item_get_statement (item, i)),
                         .source = CHASE_NO_HANDLE,
                         .target = CHASE_NO_HANDLE };

      g_array_append_val (edit->slots, slot);
      g_array_append_val (edit->order, i);
    }
  resolve_ends (edit, item);
  return edit;
}

void
chase_edit_free (ChaseEdit *edit)
{
  if (edit == NULL)
    return;
  for (guint i = 0; i < edit->slots->len; i++)
    chase_statement_unref (chase_edit_slot (edit, i)->statement);
  g_array_unref (edit->slots);
  g_array_unref (edit->order);
  chase_document_unref (edit->document);
  g_free (edit);
}

ChaseDocument *
chase_edit_finish (ChaseEdit *edit)
{
  ChaseItem *before = chase_document_get_item (edit->document, edit->diagram);
  g_autoptr (ChaseItem) item = chase_item_copy (before);

  g_ptr_array_set_size (item->statements, 0);
  for (guint i = 0; i < edit->order->len; i++)
    {
      ChaseSlot *slot = chase_edit_slot (edit, g_array_index (edit->order, guint, i));

      if (slot->statement == NULL)
        continue;
      slot->index = chase_item_n_statements (item);
      chase_item_take_statement (item, chase_statement_ref (slot->statement));
    }
  return chase_document_replace (edit->document, edit->diagram, item);
}

guint
chase_edit_statement (const ChaseEdit *edit, guint handle)
{
  ChaseSlot *slot = handle < edit->slots->len ? chase_edit_slot (edit, handle) : NULL;

  return slot != NULL && slot->statement != NULL ? slot->index : CHASE_NO_HANDLE;
}

ChaseSlot *
chase_edit_slot (const ChaseEdit *edit, guint handle)
{
  g_return_val_if_fail (handle < edit->slots->len, NULL);
  return &g_array_index (edit->slots, ChaseSlot, handle);
}

const ChaseStatement *
chase_edit_get (const ChaseEdit *edit, guint handle)
{
  return handle < edit->slots->len ? chase_edit_slot (edit, handle)->statement : NULL;
}

static ChaseStatement *
make_own (ChaseEdit *edit, guint handle)
{
  ChaseSlot *slot = chase_edit_slot (edit, handle);
  ChaseStatement *copy;

  if (!slot->own)
    {
      copy = chase_statement_copy (slot->statement);
      chase_statement_unref (slot->statement);
      slot->statement = copy;
      slot->own = TRUE;
    }
  return slot->statement;
}

/* The statement after @handle in the text that is still there, or CHASE_NO_HANDLE. */
static guint
next_of (const ChaseEdit *edit, guint handle)
{
  gboolean seen = FALSE;

  for (guint i = 0; i < edit->order->len; i++)
    {
      guint at = g_array_index (edit->order, guint, i);

      if (seen && chase_edit_get (edit, at) != NULL)
        return at;
      seen = seen || at == handle;
    }
  return CHASE_NO_HANDLE;
}

static void
part_next (ChaseEdit *edit, guint handle)
{
  guint next = next_of (edit, handle);

  if (next != CHASE_NO_HANDLE && chase_edit_get (edit, next)->joined)
    make_own (edit, next)->joined = FALSE;
}

ChaseStatement *
chase_edit_write (ChaseEdit *edit, guint handle)
{
  ChaseStatement *statement = make_own (edit, handle);

  if (statement->kind != CHASE_STATEMENT_PROPERTY)
    {
      part_next (edit, handle);
      statement->joined = FALSE;
    }
  return statement;
}

void
chase_edit_drop (ChaseEdit *edit, guint handle)
{
  ChaseSlot *slot = chase_edit_slot (edit, handle);

  if (slot->statement == NULL)
    return;
  if (!slot->statement->joined)
    part_next (edit, handle);
  g_clear_pointer (&slot->statement, chase_statement_unref);
}

/* Nodes before arrows before equations, as a person would write them. */
static guint
rank_of (const ChaseStatement *statement)
{
  if (chase_statement_is_node (statement))
    return 0;
  return chase_statement_is_arrow (statement) ? 1 : 2;
}

static guint
place_for (const ChaseEdit *edit, const ChaseStatement *statement)
{
  guint rank = rank_of (statement);

  for (guint i = edit->order->len; i > 0; i--)
    {
      const ChaseStatement *other
          = chase_edit_get (edit, g_array_index (edit->order, guint, i - 1));

      if (other != NULL && rank_of (other) <= rank)
        return i;
    }
  return 0;
}

guint
chase_edit_add (ChaseEdit *edit, ChaseStatement *statement, guint source, guint target)
{
  ChaseSlot slot = { .statement = statement, .own = TRUE, .source = source, .target = target };
  guint handle = edit->slots->len;
  guint place = place_for (edit, statement);

  g_array_append_val (edit->slots, slot);
  g_array_insert_val (edit->order, place, handle);
  return handle;
}

ChaseItem *
chase_edit_copy_category (const ChaseEdit *edit)
{
  if (edit->category < 0)
    return NULL;
  return chase_item_copy (chase_document_get_item (edit->document, (guint)edit->category));
}

void
chase_edit_take_category (ChaseEdit *edit, ChaseItem *category)
{
  ChaseDocument *changed = chase_document_replace (edit->document, (guint)edit->category, category);

  chase_item_unref (category);
  chase_document_unref (edit->document);
  edit->document = changed;
}

guint
chase_edit_node_at (const ChaseEdit *edit, double column, double row)
{
  for (guint i = 0; i < edit->slots->len; i++)
    {
      const ChaseStatement *node = chase_edit_get (edit, i);

      if (node != NULL && chase_statement_is_node (node) && node->has_position
          && fabs (node->x - column) < 0.5 && fabs (node->y - row) < 0.5)
        return i;
    }
  return CHASE_NO_HANDLE;
}
