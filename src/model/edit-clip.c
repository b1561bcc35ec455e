/* SPDX-License-Identifier: MIT */
#include "model/edit-private.h"

#include <string.h>

/* Marks the cells that belong to the selection: those selected and all that they stand on. */
static guint8 *
close_selection (const ChaseDiagram *diagram, const guint *cells, guint n_cells)
{
  guint n = chase_diagram_n_cells (diagram);
  guint8 *marked = g_new0 (guint8, n + 1);

  for (guint i = 0; i < n_cells; i++)
    if (cells[i] < n)
      marked[cells[i]] = 1;
  for (guint32 i = n; i > 0; i--)
    {
      const ChaseCell *cell = chase_diagram_get_cell (diagram, i - 1);

      if (!marked[i - 1] || cell->level == 0)
        continue;
      marked[cell->source] = 1;
      marked[cell->target] = 1;
    }
  return marked;
}

static char *
free_among (GHashTable *names, const char *wanted, const char *otherwise)
{
  const char *stem = wanted != NULL ? wanted : otherwise;
  char *name = g_strdup (stem);

  for (guint n = 2; g_hash_table_contains (names, name); n++)
    {
      g_free (name);
      name = g_strdup_printf ("%s_%u", stem, n);
    }
  g_hash_table_add (names, g_strdup (name));
  return name;
}

static void
copy_look (ChaseStatement *statement, const ChaseCell *cell)
{
  g_autofree char *shown = chase_name_to_label (statement->name);

  if (!g_str_equal (shown, cell->label))
    statement->label = chase_name_new (cell->label);
  if (!chase_style_is_default (cell->style))
    statement->style = chase_style_copy (cell->style);
}

static ChaseStatement *
copy_cell (const ChaseDiagram *diagram, guint32 index, char **names)
{
  const ChaseCell *cell = chase_diagram_get_cell (diagram, index);
  ChaseStatement *copy
      = chase_statement_new (cell->level == 0 ? CHASE_STATEMENT_NODE : CHASE_STATEMENT_ARROW);

  copy->name = chase_name_new (names[index]);
  copy_look (copy, cell);
  copy->has_position = cell->has_position;
  copy->x = cell->x;
  copy->y = cell->y;
  if (cell->level == 0 && !cell->has_position)
    copy->kind = CHASE_STATEMENT_OBJECT;
  if (cell->level == 0)
    return copy;
  copy->level = cell->level >= 2 ? 2 : 1;
  copy->from = chase_term_new_name (names[cell->source]);
  copy->to = chase_term_new_name (names[cell->target]);
  return copy;
}

static gboolean
names_only (const ChaseTerm *term, GHashTable *known)
{
  if (term->kind == CHASE_TERM_NAME)
    return g_hash_table_contains (known, term->name);
  for (guint32 i = 0; i < term->n_args; i++)
    if (!names_only (term->args[i], known))
      return FALSE;
  return term->n_args > 0;
}

static gboolean
speaks_of_known (const ChaseStatement *statement, GHashTable *known)
{
  if (statement->kind == CHASE_STATEMENT_PROPERTY)
    return statement->name != NULL && g_hash_table_contains (known, statement->name);
  if (statement->kind != CHASE_STATEMENT_EQUATION || statement->terms == NULL)
    return FALSE;
  for (guint i = 0; i < statement->terms->len; i++)
    if (!names_only (g_ptr_array_index (statement->terms, i), known))
      return FALSE;
  return TRUE;
}

static void
copy_equations (const ChaseDiagram *diagram, GHashTable *known, ChaseItem *copy)
{
  for (guint i = 0; i < chase_item_n_statements (diagram->item); i++)
    {
      ChaseStatement *statement = chase_item_get_statement (diagram->item, i);

      if (speaks_of_known (statement, known))
        {
          ChaseStatement *kept = chase_statement_copy (statement);

          kept->joined = FALSE;
          chase_item_take_statement (copy, kept);
        }
    }
}

ChaseItem *
chase_edit_copy (const ChaseDiagram *diagram, const guint *cells, guint n_cells, const char *name)
{
  g_autofree guint8 *marked = close_selection (diagram, cells, n_cells);
  guint n = chase_diagram_n_cells (diagram);
  g_auto (GStrv) names = g_new0 (char *, n + 1);
  g_autoptr (GHashTable) nodes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) arrows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  ChaseItem *copy = chase_item_new (CHASE_ITEM_DIAGRAM);

  copy->name = chase_name_new (name);
  for (guint32 i = 0; i < n; i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (diagram, i);
      gboolean node = cell->level == 0;

      /* Every place gets a name, so that the vector of names has no end in the middle. */
      names[i] = marked[i] ? free_among (node ? nodes : arrows, cell->name, node ? "A" : "f")
                           : g_strdup ("");
    }
  for (guint32 i = 0; i < n; i++)
    if (marked[i])
      chase_item_take_statement (copy, copy_cell (diagram, i, names));
  copy_equations (diagram, arrows, copy);
  return copy;
}

/* The new names of what is pasted, by the old ones. */
static const char *
fresh_name (const char *name, gpointer data)
{
  return g_hash_table_lookup (data, name);
}

/* What is drawn by words gets the name that its label would give it if it were typed. */
static char *
name_in (const ChaseEdit *edit, gboolean node, const ChaseCell *cell, gboolean onto)
{
  g_autofree char *stem = NULL;

  if (cell->name == NULL || cell->label[0] == '\0')
    return chase_edit_blank_name (edit, node);
  if (onto && g_str_equal (cell->name, cell->label))
    stem = chase_label_to_stem (cell->label);
  return chase_edit_free_name (edit, node, stem != NULL ? stem : cell->name);
}

/* A cell of the same label, and of the same ends, that is there. */
static guint
find_drawn (const ChaseEdit *edit, const ChaseCell *cell, const guint *handles)
{
  for (guint i = 0; i < edit->slots->len; i++)
    {
      const ChaseSlot *slot = chase_edit_slot (edit, i);
      g_autofree char *shown = NULL;

      if (slot->statement == NULL || chase_statement_is_node (slot->statement) != (cell->level == 0)
          || (cell->level > 0
              && (!chase_statement_is_arrow (slot->statement)
                  || slot->source != handles[cell->source]
                  || slot->target != handles[cell->target])))
        continue;
      shown = chase_edit_shown_label (edit, i);
      if (g_str_equal (shown, cell->label))
        return i;
    }
  return CHASE_NO_HANDLE;
}

static guint
paste_cell (ChaseEdit *edit, const ChaseCell *cell, const guint *handles, double columns,
            double rows, gboolean onto, guint *n_loose)
{
  gboolean node = cell->level == 0;
  g_autofree char *name = name_in (edit, node, cell, onto);
  g_autofree char *shown = chase_name_to_label (name);
  guint handle, twin;
  ChaseStatement *own;

  if (onto && cell->label[0] != '\0')
    {
      handle = find_drawn (edit, cell, handles);
      if (handle != CHASE_NO_HANDLE)
        return handle;
    }
  if (node)
    handle = chase_edit_add_node (edit, "", columns + (cell->has_position ? cell->x : (*n_loose)++),
                                  rows + (cell->has_position ? cell->y : 0));
  else
    handle = chase_edit_add_arrow (edit, handles[cell->source], handles[cell->target], "");
  chase_edit_set_style (edit, handle, cell->style);
  twin
      = cell->label[0] != '\0' ? chase_edit_find_twin (edit, handle, cell->label) : CHASE_NO_HANDLE;
  if (twin != CHASE_NO_HANDLE)
    {
      chase_edit_share (edit, handle, twin, cell->label);
      return handle;
    }
  chase_edit_rename (edit, handle, name);
  own = chase_edit_write (edit, handle);
  chase_name_unref (own->label);
  own->label = g_str_equal (shown, cell->label) ? NULL : chase_name_new (cell->label);
  return handle;
}

static void
paste_equations (ChaseEdit *edit, const ChaseDiagram *fragment, GHashTable *renaming)
{
  for (guint i = 0; i < chase_item_n_statements (fragment->item); i++)
    {
      ChaseStatement *statement = chase_item_get_statement (fragment->item, i);
      ChaseStatement *copy;
      GPtrArray *terms;

      if (!speaks_of_known (statement, renaming))
        continue;
      copy = chase_statement_copy (statement);
      copy->joined = FALSE;
      if (copy->kind == CHASE_STATEMENT_PROPERTY)
        {
          chase_name_unref (copy->name);
          copy->name = chase_name_new (g_hash_table_lookup (renaming, statement->name));
        }
      terms = chase_statement_terms (copy);
      for (guint j = 0; terms != NULL && j < terms->len; j++)
        {
          ChaseTerm *term = g_ptr_array_index (terms, j);

          g_ptr_array_index (terms, j) = chase_term_rename (term, fresh_name, renaming);
          chase_term_unref (term);
        }
      chase_edit_add (edit, copy, CHASE_NO_HANDLE, CHASE_NO_HANDLE);
    }
}

static GArray *
paste (ChaseEdit *edit, const ChaseDiagram *fragment, double columns, double rows, gboolean onto)
{
  guint n = chase_diagram_n_cells (fragment);
  GArray *handles = g_array_sized_new (FALSE, TRUE, sizeof (guint), n);
  g_autoptr (GHashTable) renaming = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_loose = 0;
  gboolean any_new = onto;

  for (guint32 i = 0; i < n; i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (fragment, i);
      guint handle = paste_cell (edit, cell, (const guint *)(gpointer)handles->data, columns, rows,
                                 onto, &n_loose);

      g_array_append_val (handles, handle);
      /* What is said of an arrow that shows another is said there already. */
      if (cell->level > 0 && cell->name != NULL)
        g_hash_table_insert (renaming, (gpointer)cell->name, chase_edit_get (edit, handle)->name);
      any_new = any_new || (cell->level > 0 && chase_edit_get (edit, handle)->value == NULL);
    }
  if (edit->free && any_new)
    paste_equations (edit, fragment, renaming);
  return handles;
}

GArray *
chase_edit_paste (ChaseEdit *edit, const ChaseDiagram *fragment, double columns, double rows)
{
  return paste (edit, fragment, columns, rows, FALSE);
}

GArray *
chase_edit_draw_onto (ChaseEdit *edit, const ChaseDiagram *fragment, double columns, double rows)
{
  return paste (edit, fragment, columns, rows, TRUE);
}
