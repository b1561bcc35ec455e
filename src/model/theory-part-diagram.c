/* SPDX-License-Identifier: MIT */
#include "model/of-parts.h"
#include "model/slice-sets.h"
#include "model/theory-private.h"

#include "i18n.h"

/*
 * A drawing in a product that is not written out, such as Set * D, is two drawings, one in each
 * part; one in a slice of Set shows sets and functions. What commutes is said of those: they are
 * items that no document has.
 */

/* What a cell with @value is in the part number @i: a term that the caller owns, or NULL. */
typedef ChaseTerm *(*Part) (ChaseTheory *theory, const ChaseCategory *category,
                            const ChaseTerm *value, gboolean node, guint i);

/* The value of @statement, or its name where that has to do. Caller owns it. */
static ChaseTerm *
shown (const ChaseStatement *statement)
{
  if (statement->value != NULL)
    return chase_term_ref (statement->value);
  return statement->name != NULL ? chase_term_new_name_shared (chase_name_ref (statement->name),
                                                               statement->line, statement->column)
                                 : NULL;
}

static gboolean
is_node (const ChaseStatement *statement)
{
  return statement->kind == CHASE_STATEMENT_NODE || statement->kind == CHASE_STATEMENT_OBJECT;
}

/* What @statement says in the part number @i; NULL, with an error, where it says nothing there. */
static ChaseStatement *
part_of_statement (ChaseTheory *theory, const ChaseCategory *category,
                   const ChaseStatement *statement, Part part, guint i)
{
  ChaseStatement *copy = chase_statement_copy (statement);
  g_autoptr (ChaseTerm) value = NULL;
  g_autoptr (ChaseTerm) made = NULL;

  if (!is_node (statement) && (statement->kind != CHASE_STATEMENT_ARROW || statement->level > 1))
    return copy;
  value = shown (statement);
  made = value != NULL ? part (theory, category, value, is_node (statement), i) : NULL;
  if (made == NULL)
    {
      chase_statement_unref (copy);
      return NULL;
    }
  if (copy->kind == CHASE_STATEMENT_OBJECT)
    copy->kind = CHASE_STATEMENT_NODE;
  chase_term_set (&copy->value, made);
  return copy;
}

/* Caller owns it; NULL, with errors, where a cell is not there. */
static ChaseItem *
part_of_drawing (ChaseTheory *theory, const ChaseItem *item, const ChaseCategory *category,
                 const ChaseTerm *to, Part part, guint i)
{
  ChaseItem *made = chase_item_copy (item);

  chase_term_set (&made->to, to);
  for (guint k = 0; k < made->statements->len; k++)
    {
      ChaseStatement *old = g_ptr_array_index (made->statements, k);
      ChaseStatement *fresh = part_of_statement (theory, category, old, part, i);

      if (fresh == NULL)
        {
          chase_item_unref (made);
          return NULL;
        }
      chase_statement_unref (old);
      made->statements->pdata[k] = fresh;
    }
  return made;
}

static void
keep_parts (ChaseTheory *theory, ChaseItem *item, ChaseItem *const *parts, guint n)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_item_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (list, parts[i]);
  g_rec_mutex_lock (&theory->lock);
  g_hash_table_insert (theory->parts, item, list);
  g_rec_mutex_unlock (&theory->lock);
}

/* Products. */

static ChaseTerm *
part_in_product (ChaseTheory *theory, const ChaseCategory *category, const ChaseTerm *value,
                 gboolean node, guint i)
{
  ChaseTerm *part = chase_part_of_value (theory, value, i);

  if (part == NULL && i == 0)
    chase_theory_pair_half (value, i, theory->problems);
  return part;
}

static void
build_in_product (ChaseTheory *theory, ChaseItem *item, const ChaseCategory *category)
{
  const ChaseTerm *product
      = chase_category_term_of_kind (theory, item->to, CHASE_CATEGORY_PRODUCT, CHASE_TERM_TIMES);
  ChaseItem *parts[2] = { NULL, NULL };

  for (guint i = 0; product != NULL && i < 2; i++)
    parts[i] = part_of_drawing (theory, item, category, product->args[i], part_in_product, i);
  if (parts[0] != NULL && parts[1] != NULL)
    {
      keep_parts (theory, item, parts, 2);
      chase_theory_meaning (theory, parts[0]);
      chase_theory_meaning (theory, parts[1]);
      return;
    }
  chase_item_unref (parts[0]);
  chase_item_unref (parts[1]);
}

/* Slices of Set. */

static ChaseTerm *
part_in_slice (ChaseTheory *theory, const ChaseCategory *slice, const ChaseTerm *value,
               gboolean node, guint i)
{
  ChaseSliceMorphism morphism;
  g_autoptr (ChaseTerm) function = NULL;
  ChaseTerm *h = NULL;

  if (node)
    {
      function = chase_slice_object (theory, slice, value, theory->problems);
      return function != NULL ? chase_slice_set (slice, function) : NULL;
    }
  if (chase_slice_morphism (theory, slice, value, &morphism, theory->problems))
    h = chase_term_ref (morphism.h);
  chase_slice_morphism_clear (&morphism);
  return h;
}

/* What the node number @node shows, as a function; NULL where it is none. Caller owns it. */
static ChaseTerm *
function_at (ChaseTheory *theory, const ChaseDiagram *diagram, const ChaseCategory *slice,
             guint32 node)
{
  const ChaseCell *cell = chase_diagram_get_cell (diagram, node);
  g_autoptr (ChaseTerm) own
      = cell->value == NULL && cell->name != NULL ? chase_term_new_name (cell->name) : NULL;
  const ChaseTerm *value = cell->value != NULL ? cell->value : own;

  return value != NULL ? chase_slice_object (theory, slice, value, NULL) : NULL;
}

/* Does the edge @cell run between the functions that its nodes show? */
static gboolean
runs_there (ChaseTheory *theory, const ChaseDiagram *diagram, const ChaseCategory *slice,
            const ChaseCell *cell, gboolean turned)
{
  guint32 ends[] = { cell->source, cell->target };
  g_autoptr (ChaseTerm) from = function_at (theory, diagram, slice, ends[turned]);
  g_autoptr (ChaseTerm) to = function_at (theory, diagram, slice, ends[!turned]);
  ChaseSliceMorphism shown_one;
  gboolean good = from != NULL && to != NULL && cell->value != NULL
                  && chase_slice_morphism (theory, slice, cell->value, &shown_one, NULL);

  if (!good)
    return FALSE;
  good = chase_functions_equal (theory, shown_one.ends[0], from)
         && chase_functions_equal (theory, shown_one.ends[1], to);
  chase_slice_morphism_clear (&shown_one);
  return good;
}

static gboolean
edges_fit (ChaseTheory *theory, const ChaseDiagram *diagram, const ChaseCategory *slice,
           gboolean turned)
{
  gboolean good = TRUE;

  for (guint32 i = diagram->n_nodes; i < diagram->cells->len; i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (diagram, i);
      g_autofree char *text = NULL;

      if (!chase_cell_is_arrow (cell) || runs_there (theory, diagram, slice, cell, turned))
        continue;
      text = cell->value != NULL ? chase_term_to_text (cell->value) : NULL;
      chase_statement_error (
          theory->problems, chase_item_get_statement (diagram->item, cell->statement),
          _ ("(h, g) runs from g . h to g over a set, and from g to h . g under one"),
          "%s does not run between the functions that these nodes show", text != NULL ? text : "_");
      good = FALSE;
    }
  return good;
}

/* @turned: in the opposite of @slice. */
static void
build_in_slice (ChaseTheory *theory, ChaseItem *item, const ChaseDiagram *diagram,
                const ChaseCategory *slice, gboolean turned)
{
  g_autoptr (ChaseTerm) sets = chase_term_new_name ("Set");
  g_autoptr (ChaseTerm) opposite
      = chase_term_new (CHASE_TERM_OPPOSITE, (ChaseTerm *[]){ sets }, 1, 0);
  ChaseItem *part
      = part_of_drawing (theory, item, slice, turned ? opposite : sets, part_in_slice, 0);

  if (part == NULL)
    return;
  if (!edges_fit (theory, diagram, slice, turned))
    {
      chase_item_unref (part);
      return;
    }
  keep_parts (theory, item, &part, 1);
  chase_theory_meaning (theory, part);
}

void
chase_theory_build_parts (ChaseTheory *theory, ChaseItem *item, const ChaseDiagram *diagram,
                          const ChaseCategory *category)
{
  if (category->kind == CHASE_CATEGORY_PRODUCT)
    build_in_product (theory, item, category);
  else if (chase_is_slice_of_sets (category))
    build_in_slice (theory, item, diagram, category, FALSE);
  else if (category->kind == CHASE_CATEGORY_OPPOSITE && chase_is_slice_of_sets (category->parts[0]))
    build_in_slice (theory, item, diagram, category->parts[0], TRUE);
}

/* Computed squares. */

/* The squares of a transformation between functors to a product are those of its parts. */
static void
build_squares (ChaseTheory *theory, ChaseItem *item)
{
  ChaseItem *parts[2];

  if (item->view != CHASE_VIEW_NATURALITY || item->expression == NULL
      || !chase_theory_splits (theory, item->expression))
    return;
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (ChaseTerm) part = chase_part_term (item->expression, i);

      parts[i] = chase_item_copy (item);
      chase_term_set (&parts[i]->expression, part);
    }
  keep_parts (theory, item, parts, 2);
}

/* Whose parts these are. */

static ChaseItem *
part_of_item (ChaseTheory *theory, ChaseItem *item, guint i, guint *n)
{
  const GPtrArray *parts;

  g_rec_mutex_lock (&theory->lock);
  parts = g_hash_table_lookup (theory->parts, item);
  if (parts == NULL && item->view != CHASE_VIEW_NONE)
    {
      build_squares (theory, item);
      parts = g_hash_table_lookup (theory->parts, item);
    }
  g_rec_mutex_unlock (&theory->lock);
  *n = parts != NULL ? parts->len : 0;
  return i < *n ? g_ptr_array_index (parts, i) : NULL;
}

ChaseItem *
chase_theory_diagram (ChaseTheory *theory, const ChaseTerm *term)
{
  ChaseItem *item = NULL;
  guint n;

  if (term->kind == CHASE_TERM_NAME)
    item = chase_theory_find (theory, term->name);
  else if (term->kind == CHASE_TERM_APPLY && chase_term_get_number (term) > 0)
    {
      item = chase_theory_diagram (theory, term->args[1]);
      return item != NULL ? part_of_item (theory, item, chase_term_get_number (term) - 1, &n)
                          : NULL;
    }
  return item != NULL && item->kind == CHASE_ITEM_DIAGRAM ? item : NULL;
}

guint
chase_theory_diagram_parts (ChaseTheory *theory, const ChaseTerm *term)
{
  ChaseItem *item = chase_theory_diagram (theory, term);
  guint n = 0;

  if (item != NULL)
    part_of_item (theory, item, 0, &n);
  return n;
}
