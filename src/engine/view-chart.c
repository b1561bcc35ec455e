/* SPDX-License-Identifier: MIT */
#include "engine/view-private.h"

/* Functors to Set in the making, and transformations between two, as sets with elements: drawn as
 * far as their text goes, and found again in their picture. */

/* What is drawn of @chart as a category: an object for each set, an arrow for each function. */
static ChasePresentation *
present (const ChaseSetChart *chart)
{
  ChasePresentation *p = chase_presentation_new ();

  for (guint i = 0; i < chase_set_chart_n_sets (chart); i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);
      ChaseName *name = chase_name_new (number);

      chase_presentation_add_object (p, name);
      chase_name_unref (name);
    }
  for (guint f = 0; f < chase_set_chart_n_functions (chart); f++)
    {
      const ChaseChartFunction *function = chase_set_chart_function (chart, f);
      g_autofree char *number = g_strdup_printf ("f%u", f);
      ChaseName *name = chase_name_new (number);

      chase_presentation_add_arrow (p, name, function->source, function->target, 0);
      chase_name_unref (name);
    }
  return p;
}

/* "M(A)", "M(f)", "\alpha_A". Caller frees. */
static char *
label_of (const ChaseTerm *operator, const char * argument, ChaseTermKind kind)
{
  g_autoptr (ChaseTerm) at = chase_term_new_name (argument);
  g_autoptr (ChaseTerm) name = operator->kind == CHASE_TERM_NAME
                                   ? chase_view_label_term (operator->name)
                                   : chase_term_ref (operator);

  return chase_view_applied_label (kind, name, at);
}

static void
fill_set (ChaseSetPicture *picture, guint32 i, const ChaseChartSet *set)
{
  guint n = chase_chart_set_size (set);

  chase_set_picture_set_size (picture, i, n);
  for (guint x = 0; x < n; x++)
    picture->names[i][x] = chase_view_element_label (g_ptr_array_index (set->elements, x), x);
  picture->titles[i] = label_of (set->functor, set->argument, CHASE_TERM_APPLY);
  picture->missing[i] = set->elements == NULL;
}

gboolean
chase_view_chart (ChaseView *view)
{
  g_autoptr (ChaseSetChart) chart = chase_set_chart_new (view->theory, view->item->expression);
  g_autoptr (ChasePresentation) p = NULL;
  g_autoptr (ChaseSetPicture) picture = NULL;
  ChaseCategory category = { .kind = CHASE_CATEGORY_PRESENTED };

  if (chart == NULL || view->item->at != NULL)
    return FALSE;
  category.presentation = p = present (chart);
  picture = chase_set_picture_new (&category);
  picture->missing = g_new0 (gboolean, picture->n_objects + 1);
  for (guint i = 0; i < picture->n_objects; i++)
    fill_set (picture, i, chase_set_chart_set (chart, i));
  for (guint f = 0; f < picture->n_arrows; f++)
    {
      const ChaseChartFunction *function = chase_set_chart_function (chart, f);
      guint n = picture->sizes[function->source];

      picture->functions[f] = g_memdup2 (function->values, (n + 1) * sizeof (guint32));
      picture->labels[f] = label_of (function->operator, function->argument,
                                     function->component ? CHASE_TERM_COMPONENT : CHASE_TERM_APPLY);
    }
  chase_set_picture_draw (picture, view->diagram);
  return TRUE;
}

/* Finding again */

static guint
n_drawn (const ChaseChartSet *set)
{
  return MAX (MIN (chase_chart_set_size (set), CHASE_SET_SHOWN), 1);
}

/* TRUE for a dot that is one element. */
static gboolean
is_element (const ChaseChartSet *set, guint32 x)
{
  guint n = chase_chart_set_size (set);

  return x < n && (n <= CHASE_SET_SHOWN || x < CHASE_SET_SHOWN - 1);
}

ChaseChartCell
chase_view_chart_cell (const ChaseSetChart *chart, guint32 cell)
{
  for (guint i = 0; i < chase_set_chart_n_sets (chart); i++)
    {
      const ChaseChartSet *set = chase_set_chart_set (chart, i);

      if (cell < n_drawn (set))
        return (ChaseChartCell){ CHASE_CHART_SET, i, is_element (set, cell) ? cell : G_MAXUINT32 };
      cell -= n_drawn (set);
    }
  for (guint f = 0; f < chase_set_chart_n_functions (chart); f++)
    {
      const ChaseChartFunction *function = chase_set_chart_function (chart, f);
      const ChaseChartSet *set = chase_set_chart_set (chart, function->source);

      for (guint x = 0; is_element (set, x); x++)
        if (function->values[x] != CHASE_CHART_MISSING && cell-- == 0)
          return (ChaseChartCell){ CHASE_CHART_FUNCTION, f, x };
    }
  return (ChaseChartCell){ CHASE_CHART_NOTHING, G_MAXUINT32, G_MAXUINT32 };
}
