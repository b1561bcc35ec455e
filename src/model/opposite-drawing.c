/* SPDX-License-Identifier: MIT */
#include "model/opposite-drawing.h"

#include "model/diagram.h"
#include "model/language.h"

#include <string.h>

char *
chase_label_turned_round (const char *label)
{
  static const char *const marks[]
      = { "^{op}",         "^{\\mathrm{op}}",       "^{\\mathrm op}", "^{\\rm op}", "^\\mathrm{op}",
          "^{\\text{op}}", "^{\\operatorname{op}}", "^{\\circ}",      "ᵒᵖ" };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_suffix (label, marks[i]) && strlen (label) > strlen (marks[i]))
      return g_strndup (label, strlen (label) - strlen (marks[i]));
  return NULL;
}

/* A drawing that is being read again. */
typedef struct
{
  ChaseLanguage *language;
  const ChaseDiagram *diagram;
  ChaseItem *item;     /* what comes of it */
  GPtrArray *meanings; /* of ChaseTerm: of the nodes, by their cells */
} Reading;

/* What @statement is to show; its own name says the same. */
static void
show (ChaseStatement *statement, const ChaseTerm *meaning)
{
  chase_term_set (
      &statement->value,
      statement->name != NULL && chase_term_is_name (meaning, statement->name) ? NULL : meaning);
}

static gboolean
read_node (Reading *reading, const ChaseCell *cell, ChaseStatement *statement)
{
  ChaseTerm *meaning = chase_language_read_object (reading->language, cell->label);

  if (meaning == NULL)
    return FALSE;
  g_ptr_array_add (reading->meanings, meaning);
  if (statement->kind != CHASE_STATEMENT_NODE)
    return statement->kind == CHASE_STATEMENT_OBJECT
           && chase_term_is_name (meaning, statement->name);
  show (statement, meaning);
  return TRUE;
}

static gboolean
read_edge (Reading *reading, const ChaseCell *cell, ChaseStatement *statement)
{
  const ChaseTerm *ends[2];
  guint32 numbers[2];
  g_autoptr (GArray) factors = NULL;
  g_autoptr (ChaseTerm) meaning = NULL;
  g_autofree char *base = chase_label_turned_round (cell->label);
  g_autofree char *label = g_strconcat (base != NULL ? base : cell->label, "^{op}", NULL);

  if (cell->level != 1 || statement->kind != CHASE_STATEMENT_ARROW)
    return FALSE;
  for (guint i = 0; i < 2; i++)
    {
      ends[i] = g_ptr_array_index (reading->meanings, i == 0 ? cell->source : cell->target);
      numbers[i] = chase_language_object (reading->language, ends[i]);
    }
  factors = chase_language_read (reading->language, base != NULL ? label : cell->label, numbers[0],
                                 numbers[1]);
  if (factors != NULL)
    meaning = chase_language_term (reading->language, factors, ends[0], numbers[0], numbers[1]);
  if (meaning == NULL)
    return FALSE;
  show (statement, meaning);
  return TRUE;
}

/* Reads every cell again. FALSE where one means nothing. */
static gboolean
read_cells (Reading *reading)
{
  for (guint32 i = 0; i < chase_diagram_n_cells (reading->diagram); i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (reading->diagram, i);
      ChaseStatement *statement
          = chase_statement_copy (chase_item_get_statement (reading->item, cell->statement));
      gboolean good = i < reading->diagram->n_nodes ? read_node (reading, cell, statement)
                                                    : read_edge (reading, cell, statement);

      chase_statement_unref (g_ptr_array_index (reading->item->statements, cell->statement));
      g_ptr_array_index (reading->item->statements, cell->statement) = statement;
      if (!good)
        return FALSE;
    }
  return chase_item_n_statements (reading->item) == chase_diagram_n_cells (reading->diagram);
}

ChaseDocument *
chase_document_draw_in_opposite (ChaseDocument *document, guint diagram, const char *name)
{
  ChaseItem *drawing = chase_document_get_item (document, diagram);
  ChaseTerm *category = chase_term_new_name (name);
  g_autoptr (ChaseTerm) opposite = chase_term_new_take (CHASE_TERM_OPPOSITE, &category, 1, 0, 0, 0);
  g_autoptr (ChaseLanguage) language = chase_language_new_in (document, opposite);
  g_autoptr (ChaseItem) item = chase_item_copy (drawing);
  g_autoptr (ChaseDiagram) cells = NULL;
  g_autoptr (GPtrArray) meanings
      = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_term_unref);

  if (language == NULL || drawing->kind != CHASE_ITEM_DIAGRAM || drawing->to != NULL
      || drawing->view != CHASE_VIEW_NONE || g_strcmp0 (drawing->name, name) == 0)
    return NULL;
  cells = chase_diagram_new (document, drawing, NULL);
  chase_term_set (&item->to, opposite);
  return read_cells (&(Reading){ language, cells, item, meanings })
             ? chase_document_replace (document, diagram, item)
             : NULL;
}
