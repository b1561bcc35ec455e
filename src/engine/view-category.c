/* SPDX-License-Identifier: MIT */
#include "engine/view-private.h"

#include "engine/hom-sets.h"
#include "model/problem.h"
#include "model/tex.h"
#include "i18n.h"

#include <string.h>

#define COMPOSITE_CURVE 2

gboolean
chase_view_wrong (ChaseView *view, const char *reason)
{
  const ChaseTerm *term = view->item->expression;

  chase_problems_error (view->problems, term != NULL ? term->line : view->item->line,
                        term != NULL ? term->column : view->item->column, 1, NULL, "%s", reason);
  return FALSE;
}

/* The label that the category's block declares for the object or arrow called @name, or the name's.
 */
char *
chase_view_declared_label (const ChaseCategory *category, ChaseStatementKind kind, const char *name)
{
  const ChaseItem *item = category->item;

  for (guint i = 0; item != NULL && i < chase_item_n_statements (item); i++)
    {
      const ChaseStatement *statement = chase_item_get_statement (item, i);

      if (statement->kind == kind && statement->label != NULL
          && g_strcmp0 (statement->name, name) == 0)
        return g_strdup (statement->label);
    }
  return chase_name_to_label (name);
}

char *
chase_view_object_label (const ChaseCategory *category, guint32 object)
{
  return chase_view_declared_label (
      category, CHASE_STATEMENT_OBJECT,
      chase_presentation_object_name (category->presentation, object));
}

void
chase_view_style_for (ChaseStyle *style, ChaseProperty properties)
{
  if (properties & (CHASE_PROPERTY_MONO | CHASE_PROPERTY_SPLIT_MONO))
    style->tail = CHASE_TAIL_MONO;
  if (properties & (CHASE_PROPERTY_EPI | CHASE_PROPERTY_SPLIT_EPI))
    style->head = CHASE_HEAD_EPI;
  if (properties & CHASE_PROPERTY_ISO)
    {
      ChaseStyleLabel sign;

      chase_style_label_init (&sign);
      sign.gap = 2.4;
      sign.sloped = TRUE;
      chase_style_add_label (style, "\\sim", &sign);
    }
}

static void
add_objects (ChaseView *view, const ChaseCategory *category)
{
  for (guint32 i = 0; i < chase_presentation_n_objects (category->presentation); i++)
    {
      g_autofree char *label
          = chase_view_declared_label (category, CHASE_STATEMENT_OBJECT,
                                       chase_presentation_object_name (category->presentation, i));

      chase_diagram_add_node (view->diagram, label, FALSE, 0, 0, NULL);
    }
}

static const ChaseCategory *
presented_subject (ChaseView *view)
{
  const ChaseCategory *category
      = chase_theory_category (view->theory, view->item->expression, view->problems);

  if (category == NULL)
    return NULL;
  if (category->kind == CHASE_CATEGORY_PRESENTED)
    return category;
  chase_view_wrong (view, _ ("only a category with generators or a table can be drawn"));
  return NULL;
}

static gboolean
add_category (ChaseView *view, const ChaseCategory *category)
{
  ChasePresentation *presentation = category->presentation;

  add_objects (view, category);
  for (guint32 i = 0; i < chase_presentation_n_arrows (presentation); i++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (presentation, i);
      g_autofree char *label
          = chase_view_declared_label (category, CHASE_STATEMENT_ARROW, arrow->name);
      g_autoptr (ChaseStyle) style = chase_style_new ();

      if (arrow->formal)
        continue;
      chase_view_style_for (style, arrow->properties);
      chase_diagram_add_edge (view->diagram, arrow->source, arrow->target, label, style);
    }
  return TRUE;
}

gboolean
chase_view_category (ChaseView *view)
{
  const ChaseCategory *category = presented_subject (view);

  return category != NULL && add_category (view, category);
}

/* "h \circ f", the labels of the arrows of @word composed. */
char *
chase_view_word_label (const ChaseCategory *category, ChaseWord word)
{
  GString *label = g_string_new (NULL);

  for (guint32 i = word.length; i > 0; i--)
    {
      const ChaseArrow *arrow
          = chase_presentation_arrow (category->presentation, word.letters[i - 1]);
      g_autofree char *one = chase_view_declared_label (
          category, CHASE_STATEMENT_ARROW,
          arrow->formal ? chase_presentation_arrow (category->presentation, arrow->inverse)->name
                        : arrow->name);

      g_string_append_printf (label, "%s%s%s", label->len > 0 ? " \\circ " : "", one,
                              arrow->formal ? "^{-1}" : "");
    }
  return g_string_free (label, FALSE);
}

/* A composite goes round what lies between its ends. */
static gboolean
goes_round (const ChaseMorphism *morphism, const double *places, guint n)
{
  return morphism->word.length > 1 && morphism->source != morphism->target
         && chase_view_points_on (places, n, places + 2 * morphism->source,
                                  places + 2 * morphism->target)
                > 0;
}

/* Objects stand where the generators alone would have them; composites are drawn on top. */
static void
add_morphisms (ChaseView *view, const ChaseCategory *category, const ChaseHomSets *sets)
{
  guint n = chase_presentation_n_objects (category->presentation);
  g_autofree double *places = chase_view_place_category (category);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *label = chase_view_object_label (category, i);

      chase_diagram_add_node (view->diagram, label, TRUE, places[2 * i], places[2 * i + 1], NULL);
    }
  for (guint32 i = n; i < chase_hom_sets_size (sets); i++)
    {
      const ChaseMorphism *morphism = chase_hom_sets_get (sets, i);
      g_autofree char *label = chase_view_word_label (category, morphism->word);
      g_autoptr (ChaseStyle) style = chase_style_new ();

      if (goes_round (morphism, places, n))
        style->curve = COMPOSITE_CURVE;
      chase_diagram_add_edge (view->diagram, morphism->source, morphism->target, label, style);
    }
}

gboolean
chase_view_all (ChaseView *view)
{
  const ChaseCategory *category = presented_subject (view);
  g_autoptr (ChaseEngine) engine = NULL;
  g_autoptr (ChaseHomSets) sets = NULL;
  g_autofree char *reason = NULL;

  if (category == NULL)
    return FALSE;
  engine = chase_engine_new (category->presentation);
  sets = chase_hom_sets_new (engine, view->budget, NULL, &reason);
  if (sets == NULL)
    return chase_view_wrong (view, reason);
  add_morphisms (view, category, sets);
  return TRUE;
}

gboolean
chase_view_elements (ChaseView *view)
{
  g_autoptr (ChaseTerm) term = chase_term_new (CHASE_TERM_ELEMENTS, &view->item->expression, 1, 0);
  const ChaseCategory *category = chase_theory_category (view->theory, term, view->problems);

  return category != NULL && add_category (view, category);
}

/* f^op of f, and f of f^op. */
static char *
opposite_label (const char *label)
{
  const char *sign = "^{\\mathrm{op}}";
  gsize length = strlen (label);

  if (label[0] == '\0')
    return g_strdup ("");
  if (label[0] == '{' && g_str_has_suffix (label, sign)
      && chase_tex_skip_group (label, 0, length) == length - strlen (sign))
    return g_strndup (label + 1, length - strlen (sign) - 2);
  return g_strdup_printf ("{%s}%s", label, sign);
}

static void
add_opposite_edge (ChaseView *view, const ChaseCell *cell)
{
  g_autoptr (ChaseStyle) style = chase_style_copy (cell->style);
  g_autofree char *label = opposite_label (cell->label);

  /* Only arrows between objects are reversed: a 2-cell of the opposite category goes the same way.
   */
  if (cell->level > 1)
    {
      chase_diagram_add_edge (view->diagram, cell->source, cell->target, cell->label, style);
      return;
    }
  chase_style_reverse (style);
  chase_diagram_add_edge (view->diagram, cell->target, cell->source, label, style);
}

ChaseItem *
chase_view_find_subject (ChaseView *view)
{
  ChaseItem *item = chase_theory_view_subject (view->theory, view->item);

  if (item == NULL)
    chase_view_wrong (view, _ ("there is no diagram of this name"));
  return item;
}

ChaseDiagram *
chase_view_draw_subject (ChaseView *view, ChaseItem *subject)
{
  return subject->view == CHASE_VIEW_NONE
             ? chase_diagram_new (chase_theory_document (view->theory), subject, view->problems)
             : chase_view_compute (view->theory, subject, view->budget, view->problems);
}

gboolean
chase_view_opposite (ChaseView *view)
{
  ChaseItem *item = chase_view_find_subject (view);
  g_autoptr (ChaseDiagram) original = NULL;

  if (item == NULL)
    return FALSE;
  original = chase_view_draw_subject (view, item);
  if (original == NULL)
    return FALSE;
  for (guint32 i = 0; i < chase_diagram_n_cells (original); i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (original, i);

      if (cell->level == 0)
        chase_diagram_add_node (view->diagram, cell->label, cell->has_position, cell->x, cell->y,
                                cell->style);
      else
        add_opposite_edge (view, cell);
    }
  return TRUE;
}
