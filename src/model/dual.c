/* SPDX-License-Identifier: MIT */
#include "model/dual.h"

#include "model/dual-private.h"

static void
swap (ChaseTerm **one, ChaseTerm **two)
{
  ChaseTerm *term = *one;

  *one = *two;
  *two = term;
}

/* Statements. */

/* What a block is about decides what its statements mean. */
typedef struct
{
  const ChaseTerm *product; /* values, what cells show, are pairs in this product with sets; or
                               NULL */
  gboolean stays;           /* values are functions, or functors and transformations into Set */
  gboolean in_cat; /* a diagram in Cat: functors keep their direction, transformations turn round */
  GHashTable *nodes; /* names of nodes and of the objects that they show; of diagrams */
  GHashTable *edges;
} Block;

static gboolean
is_named (GHashTable *names, const ChaseTerm *term)
{
  return names != NULL && term != NULL && term->kind == CHASE_TERM_NAME
         && g_hash_table_contains (names, term->name);
}

/* Does @term mean an edge here? Of a node and an edge with one name, `->` stands on the node. */
static gboolean
is_edge (const Block *block, const ChaseStatement *statement, const ChaseTerm *term)
{
  return is_named (block->edges, term) && (statement->level >= 2 || !is_named (block->nodes, term));
}

/* A cell that stands on edges, on one end at least, and no edge between nodes. */
static gboolean
is_cell (const Block *block, const ChaseStatement *statement)
{
  return is_edge (block, statement, statement->from) || is_edge (block, statement, statement->to);
}

/* An arrow that is turned round where it is drawn bends to its other side. */
static void
turn_style (ChaseStatement *statement)
{
  ChaseStyle *style;

  if (statement->style == NULL)
    return;
  style = chase_style_copy (statement->style);
  chase_style_reverse (style);
  chase_style_free (statement->style);
  statement->style = style;
}

/* The corner of a pullback is a sign at its object: in the dual, where the arrows come instead of
 * going, the same corner is that of a pushout. */
static gboolean
is_corner (const ChaseStatement *statement)
{
  return statement->style != NULL
         && (statement->style->form == CHASE_EDGE_PULLBACK
             || statement->style->form == CHASE_EDGE_PUSHOUT);
}

/* What a node or an edge shows; of a diagram in a product with sets, the same. */
static ChaseTerm *
dual_shown (const ChaseDualizer *dualizer, const Block *block, const ChaseTerm *value)
{
  return block->product != NULL && value != NULL
             ? chase_dual_mixed_path (dualizer, block->product, value)
             : chase_dual_path (dualizer, value);
}

static void
dual_arrow (const ChaseDualizer *dualizer, const Block *block, ChaseStatement *statement)
{
  gboolean cell = is_cell (block, statement);
  gboolean turned = block->in_cat ? cell : !cell && !block->stays;

  if (block->in_cat && cell && chase_dual_stays_transformation (dualizer, statement->value))
    turned = FALSE;
  if (is_corner (statement))
    turned = FALSE;
  chase_dual_replace (&statement->from, chase_dual_path (dualizer, statement->from));
  chase_dual_replace (&statement->to, chase_dual_path (dualizer, statement->to));
  if (block->in_cat)
    chase_dual_replace (&statement->value, chase_dual_transformation (dualizer, statement->value));
  else
    chase_dual_replace (&statement->value, dual_shown (dualizer, block, statement->value));
  if (!turned)
    return;
  swap (&statement->from, &statement->to);
  turn_style (statement);
}

static void
dual_value (const ChaseDualizer *dualizer, const Block *block, ChaseStatement *statement)
{
  ChaseTerm *value = statement->value;

  chase_dual_replace (&statement->from, chase_dual_path (dualizer, statement->from));
  if (value == NULL || value->kind == CHASE_TERM_SET || value->kind == CHASE_TERM_FUNCTION)
    return;
  if (block->product != NULL)
    chase_dual_replace (&statement->value, chase_dual_pair_value (dualizer, block->product, value));
  else if (block->stays)
    chase_dual_replace (&statement->value, chase_dual_transformation (dualizer, value));
  else
    chase_dual_replace (&statement->value, chase_dual_path (dualizer, value));
}

static ChaseStatement *
dual_statement (const ChaseDualizer *dualizer, const Block *block, const ChaseStatement *original)
{
  ChaseStatement *statement = chase_statement_copy (original);

  switch (statement->kind)
    {
    case CHASE_STATEMENT_ARROW:
      dual_arrow (dualizer, block, statement);
      break;
    case CHASE_STATEMENT_NODE:
      if (block->in_cat)
        chase_dual_replace (&statement->value, chase_dual_category (dualizer, statement->value));
      else
        chase_dual_replace (&statement->value, dual_shown (dualizer, block, statement->value));
      break;
    case CHASE_STATEMENT_EQUATION:
      chase_dual_replace_list (dualizer, &statement->terms, chase_dual_path);
      break;
    case CHASE_STATEMENT_PROPERTY:
      statement->property = chase_property_dual (statement->property);
      break;
    case CHASE_STATEMENT_ASSIGNMENT:
      dual_value (dualizer, block, statement);
      break;
    case CHASE_STATEMENT_DRAW:
      turn_style (statement);
      break;
    case CHASE_STATEMENT_OBJECT:
      break;
    }
  return statement;
}

static void
note_cells (Block *block, const ChaseItem *item)
{
  block->nodes = g_hash_table_new (g_str_hash, g_str_equal);
  block->edges = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < chase_item_n_statements (item); i++)
    {
      const ChaseStatement *statement = chase_item_get_statement (item, i);

      if (statement->kind == CHASE_STATEMENT_OBJECT || statement->kind == CHASE_STATEMENT_NODE)
        {
          if (statement->name != NULL)
            g_hash_table_add (block->nodes, statement->name);
          if (statement->value != NULL && statement->value->kind == CHASE_TERM_NAME)
            g_hash_table_add (block->nodes, statement->value->name);
        }
      else if (statement->name != NULL)
        g_hash_table_add (block->edges, statement->name);
    }
}

static void
dual_block (const ChaseDualizer *dualizer, Block *block, ChaseItem *item)
{
  if (item->statements == NULL)
    return;
  if (item->kind == CHASE_ITEM_DIAGRAM)
    note_cells (block, item);
  for (guint i = 0; i < item->statements->len; i++)
    {
      ChaseStatement *statement = g_ptr_array_index (item->statements, i);

      item->statements->pdata[i] = dual_statement (dualizer, block, statement);
      chase_statement_unref (statement);
    }
  g_clear_pointer (&block->nodes, g_hash_table_unref);
  g_clear_pointer (&block->edges, g_hash_table_unref);
}

/* Items. */

static void
dual_functor_item (const ChaseDualizer *dualizer, ChaseItem *item)
{
  g_autoptr (ChaseTerm) name = chase_term_new_name (item->name);
  Block block = { .product = chase_dual_product_of (dualizer, name),
                  .stays = chase_dual_stays_functor (dualizer, name) };

  /* Set, and what is made with it, is where it was: a functor from there keeps its direction. */
  if (block.stays && !chase_dual_stays_category (dualizer, item->from)
      && !chase_dual_is_mixed (dualizer, item->from))
    item->contravariant = !item->contravariant;
  chase_dual_replace (&item->from, chase_dual_category (dualizer, item->from));
  chase_dual_replace (&item->to, chase_dual_category (dualizer, item->to));
  chase_dual_replace (&item->expression, chase_dual_functor (dualizer, item->expression));
  dual_block (dualizer, &block, item);
}

static void
dual_transformation_item (const ChaseDualizer *dualizer, ChaseItem *item)
{
  Block block = { .product = chase_dual_product_of (dualizer, item->from),
                  .stays = chase_dual_stays_functor (dualizer, item->from) };

  chase_dual_replace (&item->from, chase_dual_functor (dualizer, item->from));
  chase_dual_replace (&item->to, chase_dual_functor (dualizer, item->to));
  chase_dual_replace (&item->expression, chase_dual_transformation (dualizer, item->expression));
  if (!block.stays)
    swap (&item->from, &item->to);
  dual_block (dualizer, &block, item);
}

static void
dual_item_proposition (const ChaseDualizer *dualizer, ChaseItem *item)
{
  ChaseProposition *dual;

  if (item->proposition == NULL)
    return;
  dual = chase_dual_proposition (dualizer, item->proposition);
  chase_proposition_unref (item->proposition);
  item->proposition = dual;
}

static void
dual_view (const ChaseDualizer *dualizer, ChaseItem *item)
{
  if (item->view == CHASE_VIEW_CONE)
    item->view = CHASE_VIEW_COCONE;
  else if (item->view == CHASE_VIEW_COCONE)
    item->view = CHASE_VIEW_CONE;
  if (item->view == CHASE_VIEW_PROOF)
    chase_dual_replace (&item->expression, chase_dual_path (dualizer, item->expression));
  else if (item->view == CHASE_VIEW_CATEGORY || item->view == CHASE_VIEW_ALL)
    chase_dual_replace (&item->expression, chase_dual_category (dualizer, item->expression));
  else
    chase_dual_replace (&item->expression, chase_dual_transformation (dualizer, item->expression));
  if (item->view != CHASE_VIEW_SETS)
    chase_dual_replace (&item->at, chase_dual_path (dualizer, item->at));
  dual_item_proposition (dualizer, item);
}

static void
dual_diagram_item (const ChaseDualizer *dualizer, ChaseItem *item)
{
  g_autoptr (ChaseTerm) to = chase_term_ref (item->to);
  gboolean mixed = chase_dual_is_mixed (dualizer, to);
  Block block = { .product = mixed ? to : NULL,
                  .stays = mixed || chase_dual_stays_category (dualizer, to) };

  if (item->view != CHASE_VIEW_NONE)
    {
      dual_view (dualizer, item);
      return;
    }
  block.in_cat = chase_term_is_name (item->to, "Cat");
  chase_dual_replace (&item->to, chase_dual_category (dualizer, item->to));
  dual_block (dualizer, &block, item);
}

static ChaseItem *
dual_item (const ChaseDualizer *dualizer, const ChaseItem *original)
{
  ChaseItem *item = chase_item_copy (original);
  Block block = { 0 };

  switch (item->kind)
    {
    case CHASE_ITEM_CATEGORY:
      chase_dual_replace (&item->expression, chase_dual_category (dualizer, item->expression));
      dual_block (dualizer, &block, item);
      break;
    case CHASE_ITEM_FUNCTOR:
      dual_functor_item (dualizer, item);
      break;
    case CHASE_ITEM_TRANSFORMATION:
      dual_transformation_item (dualizer, item);
      break;
    case CHASE_ITEM_DIAGRAM:
      dual_diagram_item (dualizer, item);
      break;
    case CHASE_ITEM_MACROS:
      break;
    case CHASE_ITEM_CHECK:
      dual_item_proposition (dualizer, item);
      break;
    }
  return item;
}

static void
dualizer_init (ChaseDualizer *dualizer, const ChaseDocument *document)
{
  dualizer->document = document;
  dualizer->arrows = g_hash_table_new (g_str_hash, g_str_equal);
  dualizer->drawn = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < chase_document_n_items (document); i++)
    {
      const ChaseItem *item = chase_document_get_item (document, i);

      for (guint k = 0; k < chase_item_n_statements (item); k++)
        {
          const ChaseStatement *statement = chase_item_get_statement (item, k);

          if (statement->kind == CHASE_STATEMENT_ARROW && statement->name != NULL
              && (item->kind == CHASE_ITEM_CATEGORY || item->to == NULL))
            g_hash_table_add (dualizer->arrows, statement->name);
          else if (statement->name != NULL && statement->value != NULL
                   && item->kind == CHASE_ITEM_DIAGRAM && item->to != NULL)
            g_hash_table_insert (dualizer->drawn, statement->name, (gpointer)item);
        }
    }
}

static void
dualizer_clear (ChaseDualizer *dualizer)
{
  g_hash_table_unref (dualizer->arrows);
  g_hash_table_unref (dualizer->drawn);
}

ChaseDocument *
chase_document_dual (const ChaseDocument *document)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_item_unref);
  GPtrArray *trailing = chase_document_get_trailing (document);
  ChaseDualizer dualizer;

  dualizer_init (&dualizer, document);
  for (guint i = 0; i < chase_document_n_items (document); i++)
    g_ptr_array_add (items, dual_item (&dualizer, chase_document_get_item (document, i)));
  dualizer_clear (&dualizer);
  return chase_document_new_take (items, trailing != NULL ? g_ptr_array_ref (trailing) : NULL);
}

ChaseProposition *
chase_proposition_dual (const ChaseDocument *document, const ChaseProposition *proposition)
{
  ChaseProposition *dual;
  ChaseDualizer dualizer;

  dualizer_init (&dualizer, document);
  dual = chase_dual_proposition (&dualizer, proposition);
  dualizer_clear (&dualizer);
  return dual;
}
