/* SPDX-License-Identifier: MIT */
#include "model/theory-private.h"

#include <string.h>

#include "i18n.h"

/*
 * What a diagram means. Without `in` it is a category of its own: its nodes' objects, its edges
 * that show no path, its equations. With `in` it is a shape over that category. Cells above edges
 * are pictures, except in Cat.
 */

static ChaseName *
object_of (const ChaseCell *cell)
{
  if (cell->value == NULL)
    return chase_name_ref (cell->name);
  if (cell->value->kind == CHASE_TERM_NAME)
    return chase_name_ref (cell->value->name);
  {
    g_autofree char *text = chase_term_to_text (cell->value);

    return chase_name_new (text);
  }
}

static gboolean
shows_itself (const ChaseCell *cell)
{
  return cell->value == NULL
         || (cell->name != NULL && chase_term_is_name (cell->value, cell->name));
}

static void
free_named_path (gpointer data)
{
  ChaseNamedPath *path = data;

  g_array_unref (path->letters);
  g_free (path);
}

/* The objects of a diagram's own category, by the names that the diagram keeps alive. */
static guint32 *
add_own_objects (ChaseCategory *category, const ChaseDiagram *diagram)
{
  guint32 *objects = g_new (guint32, diagram->n_nodes + 1);

  for (guint32 i = 0; i < diagram->n_nodes; i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (diagram, i);
      g_autoptr (ChaseName) name = object_of (cell);
      guint32 object = chase_category_find_object (category, name);

      if (object == NOWHERE)
        {
          object = chase_presentation_add_object (category->presentation, name);
          g_hash_table_insert (
              category->object_index,
              (gpointer)chase_presentation_object_name (category->presentation, object),
              GUINT_TO_POINTER (object + 1));
        }
      objects[i] = object;
    }
  /* A node's own name will do for its object where no object has that name. */
  for (guint32 i = 0; i < diagram->n_nodes; i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (diagram, i);

      if (cell->name != NULL && !g_hash_table_contains (category->object_index, cell->name))
        g_hash_table_insert (category->object_index, (gpointer)cell->name,
                             GUINT_TO_POINTER (objects[i] + 1));
    }
  return objects;
}

/* As many underscores as no edge that has a name starts a number with: edges called `_` are
 * numbered behind them. */
static char *
anonymous_prefix (const ChaseDiagram *diagram)
{
  gsize longest = 0;

  for (guint32 i = diagram->n_nodes; i < diagram->cells->len; i++)
    {
      const ChaseName *name = chase_diagram_get_cell (diagram, i)->name;
      gsize n = name != NULL ? strspn (name, "_") : 0;

      if (n > longest && name[n] != '\0' && name[n + strspn (name + n, "0123456789")] == '\0')
        longest = n;
    }
  return g_strnfill (longest + 1, '_');
}

static ChaseName *
edge_name (const ChaseDiagram *diagram, const ChaseCell *cell, guint32 index, const char *prefix)
{
  g_autofree char *text = NULL;

  if (cell->name != NULL)
    return chase_name_ref (cell->name);
  text = g_strdup_printf ("%s%u", prefix, index - diagram->n_nodes + 1);
  return chase_name_new (text);
}

static void
add_own_arrows (ChaseCategory *category, const ChaseDiagram *diagram, const guint32 *objects)
{
  g_autoptr (GHashTable) properties = chase_item_properties (diagram->item);
  g_autofree char *prefix = anonymous_prefix (diagram);

  for (guint32 i = diagram->n_nodes; i < diagram->cells->len; i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (diagram, i);
      g_autoptr (ChaseName) name = NULL;
      guint32 source, target, arrow;
      guint flags;

      if (!chase_cell_is_arrow (cell) || !shows_itself (cell))
        continue;
      name = edge_name (diagram, cell, i, prefix);
      if (g_hash_table_contains (category->arrow_index, name))
        continue;
      source = objects[cell->source];
      target = objects[cell->target];
      flags = GPOINTER_TO_UINT (g_hash_table_lookup (properties, name));
      if (source != target)
        flags &= ~(guint)CHASE_PROPERTY_IDEMPOTENT;
      arrow = chase_presentation_add_arrow (category->presentation, name, source, target, flags);
      g_hash_table_insert (category->arrow_index,
                           chase_presentation_arrow (category->presentation, arrow)->name,
                           GUINT_TO_POINTER (arrow + 1));
    }
}

/* The edges that could not be resolved: whoever uses their names need not hear of it again. */
static void
note_failures (ChaseCategory *category, const ChaseItem *item)
{
  for (guint i = 0; i < chase_item_n_statements (item); i++)
    {
      const ChaseStatement *statement = chase_item_get_statement (item, i);

      if (statement->name != NULL
          && (statement->kind == CHASE_STATEMENT_ARROW || statement->kind == CHASE_STATEMENT_DRAW)
          && chase_category_find_arrow (category, statement->name) == NOWHERE)
        g_hash_table_add (category->failed, statement->name);
    }
}

static const ChaseStatement *
statement_of (const ChaseDiagram *diagram, const ChaseCell *cell)
{
  return chase_item_get_statement (diagram->item, cell->statement);
}

static void
report_ends (GPtrArray *problems, const ChaseDiagram *diagram, const ChaseCell *cell,
             const ChaseCategory *category, const guint32 *objects, guint32 from, guint32 to)
{
  const ChaseStatement *statement = statement_of (diagram, cell);
  const ChasePresentation *p = category->presentation;
  g_autofree char *text
      = cell->value != NULL ? chase_term_to_text (cell->value) : g_strdup (cell->name);

  chase_statement_error (
      problems, statement, NULL, "this edge runs from %s to %s, but %s runs from %s to %s",
      chase_presentation_object_name (p, objects[cell->source]),
      chase_presentation_object_name (p, objects[cell->target]), text,
      chase_presentation_object_name (p, from), chase_presentation_object_name (p, to));
}

/* The path of @category that the edge @cell shows. FALSE with an error where there is none. */
static gboolean
edge_path (ChaseTheory *theory, const ChaseCategory *category, const ChaseDiagram *diagram,
           const ChaseCell *cell, const guint32 *objects, GArray *word, GPtrArray *problems)
{
  const ChaseStatement *statement = statement_of (diagram, cell);
  g_autoptr (ChaseTerm) own = NULL;
  const ChaseTerm *value = cell->value;
  guint32 from, to;

  if (value == NULL && cell->name == NULL)
    {
      chase_statement_error (problems, statement, "say what it shows: `_ : A -> B = f`",
                             "this edge shows no arrow of %s", category->key);
      return FALSE;
    }
  if (value == NULL)
    value = own = chase_term_new_name_shared (chase_name_ref (cell->name), statement->line,
                                              statement->column);
  if (!chase_theory_path (theory, category, value, &from, &to, word, problems))
    return FALSE;
  if (objects[cell->source] == NOWHERE || objects[cell->target] == NOWHERE)
    return FALSE;
  if (from == objects[cell->source] && to == objects[cell->target])
    return TRUE;
  report_ends (problems, diagram, cell, category, objects, from, to);
  return FALSE;
}

static void
add_named_paths (ChaseTheory *theory, ChaseCategory *category, const ChaseDiagram *diagram,
                 const guint32 *objects)
{
  category->edge_index = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_named_path);
  for (guint32 i = diagram->n_nodes; i < diagram->cells->len; i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (diagram, i);
      g_autoptr (GArray) word = NULL;
      ChaseNamedPath *path;

      if (!chase_cell_is_arrow (cell) || shows_itself (cell))
        continue;
      word = g_array_new (FALSE, FALSE, sizeof (guint32));
      if (!edge_path (theory, category, diagram, cell, objects, word, theory->problems)
          || cell->name == NULL)
        continue;
      path = g_new (ChaseNamedPath, 1);
      path->source = objects[cell->source];
      path->target = objects[cell->target];
      path->letters = g_steal_pointer (&word);
      g_hash_table_insert (category->edge_index, (gpointer)cell->name, path);
    }
}

static const ChaseCategory *
build_own (ChaseTheory *theory, ChaseItem *item, const ChaseDiagram *diagram)
{
  GString *key = g_string_new (NULL);
  ChaseCategory *category;
  g_autofree guint32 *objects = NULL;

  chase_append_name (key, item->name != NULL ? item->name : "");
  category = chase_category_new (CHASE_CATEGORY_PRESENTED, g_string_free (key, FALSE));
  category->item = item;
  objects = add_own_objects (category, diagram);
  add_own_arrows (category, diagram, objects);
  note_failures (category, item);
  add_named_paths (theory, category, diagram, objects);
  chase_theory_check_properties (theory, category, item, category->key);
  chase_theory_add_equations (theory, category, item);
  return chase_theory_keep_category (theory, category);
}

/* Diagrams in a category. */

static void
refuse_givens (ChaseTheory *theory, const ChaseItem *item, const ChaseCategory *category)
{
  for (guint i = 0; i < chase_item_n_statements (item); i++)
    {
      const ChaseStatement *statement = chase_item_get_statement (item, i);
      g_autofree char *hint = g_strdup_printf (_ ("state it in %s"), category->key);

      if (statement->kind == CHASE_STATEMENT_EQUATION)
        chase_theory_error (theory->problems, g_ptr_array_index (statement->terms, 0), hint,
                            "a diagram in %s only shows what %s says: it gives no equations",
                            category->key, category->key);
      else if (statement->kind == CHASE_STATEMENT_PROPERTY)
        chase_statement_error (theory->problems, statement, hint,
                               "a diagram in %s only shows what %s says: it declares no properties",
                               category->key, category->key);
    }
}

static guint32 *
shown_objects (ChaseTheory *theory, const ChaseCategory *category, const ChaseDiagram *diagram,
               GPtrArray *problems)
{
  guint32 *objects = g_new (guint32, diagram->n_nodes + 1);

  for (guint32 i = 0; i < diagram->n_nodes; i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (diagram, i);
      const ChaseStatement *statement = statement_of (diagram, cell);
      g_autoptr (ChaseTerm) own = NULL;
      const ChaseTerm *value = cell->value;

      if (value == NULL)
        value = own = chase_term_new_name_shared (chase_name_ref (cell->name), statement->line,
                                                  statement->column);
      if (!chase_theory_object (theory, category, value, &objects[i], problems))
        objects[i] = NOWHERE;
    }
  return objects;
}

static void
check_presented (ChaseTheory *theory, const ChaseCategory *category, const ChaseDiagram *diagram)
{
  g_autofree guint32 *objects = shown_objects (theory, category, diagram, theory->problems);
  g_autoptr (GArray) word = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = diagram->n_nodes; i < diagram->cells->len; i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (diagram, i);

      g_array_set_size (word, 0);
      if (chase_cell_is_arrow (cell))
        edge_path (theory, category, diagram, cell, objects, word, theory->problems);
    }
}

static const ChaseTerm *
value_or_name (const ChaseDiagram *diagram, const ChaseCell *cell, ChaseTerm **own)
{
  const ChaseStatement *statement = statement_of (diagram, cell);

  if (cell->value != NULL)
    return cell->value;
  if (cell->name == NULL)
    return NULL;
  *own = chase_term_new_name_shared (chase_name_ref (cell->name), statement->line,
                                     statement->column);
  return *own;
}

/* In Cat: nodes are categories, edges functors, 2-cells transformations. */
static void
check_categories (ChaseTheory *theory, const ChaseDiagram *diagram)
{
  g_autofree gconstpointer *meanings = g_new0 (gconstpointer, diagram->cells->len + 1);

  for (guint32 i = 0; i < diagram->cells->len; i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (diagram, i);
      g_autoptr (ChaseTerm) own = NULL;
      const ChaseTerm *value = value_or_name (diagram, cell, &own);

      if (value == NULL || cell->level > 2)
        continue;
      if (cell->level == 0)
        meanings[i] = chase_theory_category (theory, value, theory->problems);
      else if (meanings[cell->source] == NULL || meanings[cell->target] == NULL)
        continue;
      else if (chase_cell_is_arrow (cell))
        meanings[i] = chase_theory_functor (theory, value, meanings[cell->source],
                                            meanings[cell->target], theory->problems);
      else if (chase_diagram_get_cell (diagram, cell->source)->level == 1
               && chase_diagram_get_cell (diagram, cell->target)->level == 1)
        meanings[i] = chase_theory_transformation (theory, value, meanings[cell->source],
                                                   meanings[cell->target], theory->problems);
    }
}

static gboolean
runs_between (const ChaseFunction *function, const GPtrArray *sets, guint32 source, guint32 target)
{
  const GPtrArray *from = g_ptr_array_index (sets, source);
  const GPtrArray *to = g_ptr_array_index (sets, target);
  g_autofree guint32 *domain = chase_match_sets (function->domain, function->n_domain,
                                                 (ChaseName **)from->pdata, from->len, FALSE);
  g_autofree guint32 *codomain = chase_match_sets (
      function->codomain, function->n_codomain, (ChaseName **)to->pdata, to->len, function->open);

  return domain != NULL && codomain != NULL;
}

static void
report_ends_in_sets (ChaseTheory *theory, const ChaseDiagram *diagram, const ChaseCell *cell,
                     guint32 source, guint32 target, const ChaseTerm *value)
{
  g_autofree char *text = chase_term_to_text (value);

  chase_statement_error (theory->problems, statement_of (diagram, cell), NULL,
                         "%s is no function from the set of %s to that of %s", text,
                         chase_diagram_get_cell (diagram, source)->name,
                         chase_diagram_get_cell (diagram, target)->name);
}

/* In Set: nodes are sets, edges functions between them; in Set^op (@turned), functions back. */
static void
check_sets (ChaseTheory *theory, const ChaseDiagram *diagram, gboolean turned)
{
  g_autoptr (GPtrArray) sets = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  gboolean known = TRUE;

  for (guint32 i = 0; i < diagram->cells->len; i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (diagram, i);
      g_autoptr (ChaseTerm) own = NULL;
      g_autoptr (ChaseFunction) function = NULL;
      const ChaseTerm *value = value_or_name (diagram, cell, &own);

      if (cell->level == 0)
        {
          GPtrArray *names = chase_theory_set (theory, value, theory->problems);

          known = known && names != NULL;
          g_ptr_array_add (sets, names != NULL ? names : g_ptr_array_new ());
          continue;
        }
      if (value == NULL || !chase_cell_is_arrow (cell))
        continue;
      function = chase_theory_function (theory, value, theory->problems);
      if (function != NULL && known
          && !runs_between (function, sets, turned ? cell->target : cell->source,
                            turned ? cell->source : cell->target))
        report_ends_in_sets (theory, diagram, cell, turned ? cell->target : cell->source,
                             turned ? cell->source : cell->target, value);
    }
}

const ChaseCategory *
chase_theory_build_diagram (ChaseTheory *theory, ChaseItem *item)
{
  guint before = theory->problems != NULL ? theory->problems->len : 0;
  ChaseDiagram *diagram = chase_diagram_new_bare (theory->document, item, theory->problems);
  const ChaseCategory *category, *listed;

  theory->torn |= theory->problems != NULL && theory->problems->len > before;
  g_hash_table_insert (theory->diagrams, item, diagram);
  if (item->to == NULL)
    return build_own (theory, item, diagram);
  category = chase_theory_category (theory, item->to, theory->problems);
  if (category == NULL)
    return NULL;
  listed = chase_theory_listed (theory, category);
  if (listed != NULL)
    category = listed;
  refuse_givens (theory, item, category);
  if (category->kind == CHASE_CATEGORY_PRESENTED)
    check_presented (theory, category, diagram);
  else if (category->kind == CHASE_CATEGORY_ALL)
    check_categories (theory, diagram);
  else if (category->kind == CHASE_CATEGORY_SETS)
    check_sets (theory, diagram, FALSE);
  else if (category->kind == CHASE_CATEGORY_OPPOSITE
           && category->parts[0]->kind == CHASE_CATEGORY_SETS)
    check_sets (theory, diagram, TRUE);
  else
    chase_theory_build_parts (theory, item, diagram, category);
  return category;
}

static guint32 *
own_objects (const ChaseCategory *category, const ChaseDiagram *diagram)
{
  guint32 *objects = g_new (guint32, diagram->n_nodes + 1);

  for (guint32 i = 0; i < diagram->n_nodes; i++)
    {
      g_autoptr (ChaseName) name = object_of (chase_diagram_get_cell (diagram, i));

      objects[i] = chase_category_find_object (category, name);
    }
  return objects;
}

static guint32 *
cells_of_shape (const ChaseDiagram *diagram)
{
  guint32 *cells = g_new (guint32, diagram->cells->len + 1);
  guint32 n = 0;

  for (guint32 i = 0; i < diagram->cells->len; i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (diagram, i);

      if (cell->level == 0 || chase_cell_is_arrow (cell))
        cells[n++] = i;
    }
  return cells;
}

/* An edge of a diagram's own category is the arrow of its name; those called `_` are found by their
 * number. */
static gboolean
own_path (const ChaseCategory *category, const ChaseDiagram *diagram, const ChaseCell *cell,
          guint32 index, const char *prefix, GArray *word)
{
  g_autoptr (ChaseName) name = edge_name (diagram, cell, index, prefix);
  guint32 arrow = chase_category_find_arrow (category, name);

  if (arrow != NOWHERE)
    g_array_append_val (word, arrow);
  return arrow != NOWHERE;
}

static ChaseShape *
shape_of_drawing (ChaseTheory *theory, ChaseItem *item, guint32 **cells, GPtrArray *problems)
{
  const ChaseCategory *category = chase_theory_meaning (theory, item);
  const ChaseDiagram *diagram;
  g_autofree guint32 *objects = NULL;
  g_autoptr (GArray) word = NULL;
  g_autofree char *prefix = NULL;
  g_autoptr (ChaseShape) shape = NULL;

  if (category == NULL || category->kind != CHASE_CATEGORY_PRESENTED)
    return NULL;
  diagram = g_hash_table_lookup (theory->diagrams, item);
  objects = item->to != NULL ? shown_objects (theory, category, diagram, problems)
                             : own_objects (category, diagram);
  prefix = anonymous_prefix (diagram);
  word = g_array_new (FALSE, FALSE, sizeof (guint32));
  shape = chase_shape_new (category->presentation);
  for (guint32 i = 0; i < diagram->n_nodes; i++)
    {
      if (objects[i] == NOWHERE)
        return NULL;
      chase_shape_add_node (shape, chase_diagram_get_cell (diagram, i)->name, objects[i]);
    }
  for (guint32 i = diagram->n_nodes; i < diagram->cells->len; i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (diagram, i);
      gboolean good;

      if (!chase_cell_is_arrow (cell))
        continue;
      g_array_set_size (word, 0);
      if (item->to == NULL && shows_itself (cell))
        good = own_path (category, diagram, cell, i, prefix, word);
      else
        good = edge_path (theory, category, diagram, cell, objects, word, problems);
      if (!good)
        return NULL;
      {
        ChaseWord letters = { (const guint32 *)(gpointer)word->data, word->len };

        chase_shape_add_edge (shape, cell->name, cell->source, cell->target, letters);
      }
    }
  if (cells != NULL)
    *cells = cells_of_shape (diagram);
  return g_steal_pointer (&shape);
}

ChaseShape *
chase_theory_shape (ChaseTheory *theory, ChaseItem *item, guint32 **cells, GPtrArray *problems)
{
  ChaseShape *shape;
  guint n;

  if (item->view == CHASE_VIEW_NONE)
    return shape_of_drawing (theory, item, cells, problems);
  shape = chase_theory_view_shape (theory, item);
  if (shape == NULL || cells == NULL)
    return shape;
  n = chase_shape_n_nodes (shape) + chase_shape_n_edges (shape);
  *cells = g_new (guint32, n + 1);
  for (guint i = 0; i < n; i++)
    (*cells)[i] = i;
  return shape;
}

/* Computed diagrams. */

static void
check_view_object (ChaseTheory *theory, const ChaseItem *item, const ChaseCategory *category,
                   GPtrArray *problems)
{
  guint32 object;

  if (category != NULL && category->kind == CHASE_CATEGORY_PRESENTED && item->at != NULL)
    chase_theory_object (theory, category, item->at, &object, problems);
}

static void
check_view_diagram (ChaseTheory *theory, const ChaseItem *item, GPtrArray *problems)
{
  const ChaseTerm *term = item->expression;
  ChaseItem *subject
      = term->kind == CHASE_TERM_NAME ? chase_theory_find (theory, term->name) : NULL;
  g_autofree char *text = chase_term_to_text (term);
  g_autofree char *hint = NULL;

  if (subject != NULL && subject->kind == CHASE_ITEM_DIAGRAM)
    {
      if (chase_theory_view_subject (theory, item) == NULL)
        chase_theory_error (problems, term, NULL,
                            "%s is computed from itself, or over more than %d other diagrams", text,
                            CHASE_VIEW_DEPTH);
      return;
    }
  if (subject != NULL)
    hint = g_strdup_printf (_ ("%s is %s"), text, chase_item_article (subject));
  else if (term->kind == CHASE_TERM_NAME)
    hint = chase_theory_guess (theory, term->name, theory->names, NULL);
  chase_theory_error (problems, term, hint, "there is no diagram called %s", text);
}

static gboolean
check_to_set (const ChaseItem *item, const ChaseFunctor *functor, GPtrArray *problems)
{
  if (functor->target->kind == CHASE_CATEGORY_SETS)
    return TRUE;
  chase_theory_error (problems, item->expression, NULL, "%s does not go to Set", functor->key);
  return FALSE;
}

static void
check_view_functor (ChaseTheory *theory, const ChaseItem *item, GPtrArray *problems)
{
  const ChaseFunctor *functor
      = chase_theory_functor_term (theory, item->expression, NULL, NULL, problems);

  if (functor == NULL)
    return;
  if (item->view != CHASE_VIEW_IMAGE)
    check_to_set (item, functor, problems);
  if (item->view == CHASE_VIEW_YONEDA)
    check_view_object (theory, item, chase_theory_argument (theory, functor), problems);
}

static void
check_view_naturality (ChaseTheory *theory, const ChaseItem *item, GPtrArray *problems)
{
  const ChaseTransformation *alpha
      = chase_theory_transformation (theory, item->expression, NULL, NULL, problems);
  g_autoptr (GArray) word = g_array_new (FALSE, FALSE, sizeof (guint32));
  const ChaseCategory *argument;
  guint32 from, to;

  if (alpha == NULL || item->at == NULL)
    return;
  argument = chase_theory_argument (theory, alpha->from);
  if (argument != NULL && argument->kind == CHASE_CATEGORY_PRESENTED)
    chase_theory_path (theory, argument, item->at, &from, &to, word, problems);
}

/* `sets alpha`: its two functors and its components. */
static void
check_view_component_sets (ChaseTheory *theory, const ChaseItem *item, GPtrArray *problems)
{
  const ChaseTransformation *alpha
      = chase_theory_transformation (theory, item->expression, NULL, NULL, problems);

  if (alpha != NULL && alpha->from->target->kind != CHASE_CATEGORY_SETS)
    chase_theory_error (problems, item->expression, NULL, "%s does not go between functors to Set",
                        alpha->key);
  if (item->at != NULL)
    chase_theory_error (problems, item->at, "follow it in the sets of one of its functors",
                        "an element is followed in the sets of a functor");
}

static void
check_view_sets (ChaseTheory *theory, const ChaseItem *item, GPtrArray *problems)
{
  const ChaseFunctor *functor
      = chase_theory_functor (theory, item->expression, NULL, NULL, problems);
  ChaseChased chased;

  if (functor == NULL || !check_to_set (item, functor, problems) || item->at == NULL)
    return;
  chase_theory_chase (theory, item, functor, &chased, problems);
  chase_chased_clear (&chased);
}

static void
check_view_proof (ChaseTheory *theory, const ChaseItem *item, GPtrArray *problems)
{
  g_autoptr (ChaseProposition) proposition = chase_proposition_new (CHASE_PROPOSITION_EQUATION);

  chase_proposition_take (&proposition->terms, chase_term_ref (item->expression));
  chase_proposition_take (&proposition->terms, chase_term_ref (item->at));
  proposition->in = chase_term_ref (item->from);
  chase_theory_check_proposition (theory, proposition, problems);
}

void
chase_theory_check_view (ChaseTheory *theory, const ChaseItem *item, GPtrArray *problems)
{
  if (item->expression == NULL)
    return;
  switch (item->view)
    {
    case CHASE_VIEW_SETS:
      if (chase_theory_names_transformation (theory, item->expression))
        check_view_component_sets (theory, item, problems);
      else
        check_view_sets (theory, item, problems);
      break;
    case CHASE_VIEW_IMAGE:
    case CHASE_VIEW_ELEMENTS:
    case CHASE_VIEW_YONEDA:
      check_view_functor (theory, item, problems);
      break;
    case CHASE_VIEW_NATURALITY:
      check_view_naturality (theory, item, problems);
      break;
    case CHASE_VIEW_CATEGORY:
    case CHASE_VIEW_ALL:
      chase_theory_category (theory, item->expression, problems);
      break;
    case CHASE_VIEW_OPPOSITE:
    case CHASE_VIEW_CONE:
    case CHASE_VIEW_COCONE:
      check_view_diagram (theory, item, problems);
      break;
    case CHASE_VIEW_PROOF:
      check_view_proof (theory, item, problems);
      break;
    case CHASE_VIEW_NONE:
      break;
    }
}
