/* SPDX-License-Identifier: MIT */
#include "app/choices.h"

#include "app/session-actions.h"
#include "engine/view.h"
#include "notation/notation.h"

#include <glib/gi18n.h>

GVariant *
chase_choice_target (const ChaseGap *gap, const ChaseTerm *choice)
{
  g_autofree char *argument = chase_term_to_text (gap->argument);
  g_autofree char *value = chase_notation_print_term (choice, CHASE_NOTATION_ASCII);

  return g_variant_new ("(uss)", gap->item, argument, value);
}

GMenu *
chase_choices_menu (const ChaseGap *gap)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < gap->choices->len; i++)
    {
      const ChaseTerm *choice = g_ptr_array_index (gap->choices, i);
      g_autofree char *text = chase_notation_print_term (choice, CHASE_NOTATION_UNICODE);
      g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);

      g_menu_item_set_attribute (item, G_MENU_ATTRIBUTE_LABEL, "s", text);
      g_menu_item_set_action_and_target_value (item, "win.fill", chase_choice_target (gap, choice));
      g_menu_append_item (menu, item);
    }
  return menu;
}

/* The object at which the component stands that is drawn as @cell, in `naturality alpha`; NULL for
 * another cell. Borrowed from @theory. */
static const char *
component_at (ChaseTheory *theory, const ChaseItem *alpha, const ChaseDiagram *diagram,
              guint32 cell)
{
  const ChaseFunctor *from = chase_theory_functor (theory, alpha->from, NULL, NULL, NULL);
  const ChasePresentation *p = from != NULL ? from->source->presentation : NULL;
  guint32 side = cell - diagram->n_nodes, square = side / 4;

  if (p == NULL || cell < diagram->n_nodes || side % 4 == 0 || side % 4 == 3)
    return NULL;
  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (p, f);

      if (!arrow->formal && square-- == 0)
        return chase_presentation_object_name (p, side % 4 == 1 ? arrow->source : arrow->target);
    }
  return NULL;
}

/* What a function between sets is said at. */
static ChaseGap *
choices_of_function (ChaseTheory *theory, const ChaseItem *shown, guint32 cell)
{
  g_autoptr (ChaseSetChart) chart
      = shown->at == NULL ? chase_set_chart_new (theory, shown->expression) : NULL;
  ChaseChartCell there;
  const ChaseChartFunction *function;

  if (chart == NULL)
    return NULL;
  there = chase_view_chart_cell (chart, cell);
  if (there.kind != CHASE_CHART_FUNCTION)
    return NULL;
  function = chase_set_chart_function (chart, there.index);
  return function->item >= 0
             ? chase_theory_choices (theory, (guint)function->item, function->argument)
             : NULL;
}

ChaseGap *
chase_session_find_choices (ChaseSession *session, guint32 cell)
{
  ChaseDocument *document = chase_session_get_document (session);
  ChaseDiagram *diagram = chase_session_get_diagram (session);
  const ChaseItem *shown = chase_session_get_item (session);
  g_autoptr (ChaseTheory) theory = NULL;
  ChaseItem *subject;
  const char *argument;
  guint index;

  if (shown->expression == NULL || shown->expression->kind != CHASE_TERM_NAME
      || cell >= chase_diagram_n_cells (diagram))
    return NULL;
  if (shown->view == CHASE_VIEW_IMAGE)
    return chase_session_find_value_choices (session, cell);
  subject = chase_document_find (document, shown->expression->name);
  theory = chase_theory_new (document, NULL);
  if (shown->view == CHASE_VIEW_SETS)
    return choices_of_function (theory, shown, cell);
  if (shown->view != CHASE_VIEW_NATURALITY || shown->at != NULL || subject == NULL
      || subject->kind != CHASE_ITEM_TRANSFORMATION || subject->expression != NULL)
    return NULL;
  argument = component_at (theory, subject, diagram, cell);
  index = (guint)chase_document_index_of (document, subject);
  return argument != NULL ? chase_theory_choices (theory, index, argument) : NULL;
}

/* The document itself tells where nothing is said, also before it is known what all of it lacks. */
static gboolean
is_said (ChaseSession *session, const ChaseGap *choices)
{
  const ChaseItem *item
      = chase_document_get_item (chase_session_get_document (session), choices->item);
  g_autofree char *argument = chase_term_to_text (choices->argument);

  return chase_item_value_at (item, argument) != NULL;
}

gboolean
chase_session_lacks_component (ChaseSession *session, guint32 cell)
{
  GPtrArray *gaps = chase_session_get_gaps (session);
  g_autoptr (ChaseGap) choices = chase_session_get_item (session)->view == CHASE_VIEW_NATURALITY
                                     ? chase_session_find_choices (session, cell)
                                     : NULL;

  if (choices == NULL || !is_said (session, choices))
    return choices != NULL;
  for (guint i = 0; gaps != NULL && i < gaps->len; i++)
    {
      const ChaseGap *gap = g_ptr_array_index (gaps, i);

      if (gap->item == choices->item && chase_term_equal (gap->argument, choices->argument))
        return TRUE;
    }
  return FALSE;
}
