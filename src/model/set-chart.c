/* SPDX-License-Identifier: MIT */
#include "model/set-chart.h"

static void
clear_set (gpointer data)
{
  g_clear_pointer (&((ChaseChartSet *)data)->elements, g_ptr_array_unref);
}

static void
clear_function (gpointer data)
{
  g_free (((ChaseChartFunction *)data)->values);
}

void
chase_set_chart_free (ChaseSetChart *chart)
{
  if (chart == NULL)
    return;
  g_array_unref (chart->sets);
  g_array_unref (chart->functions);
  chase_theory_unref (chart->theory);
  g_free (chart);
}

guint
chase_set_chart_n_sets (const ChaseSetChart *chart)
{
  return chart->sets->len;
}

const ChaseChartSet *
chase_set_chart_set (const ChaseSetChart *chart, guint index)
{
  return &g_array_index (chart->sets, ChaseChartSet, index);
}

guint
chase_set_chart_n_functions (const ChaseSetChart *chart)
{
  return chart->functions->len;
}

const ChaseChartFunction *
chase_set_chart_function (const ChaseSetChart *chart, guint index)
{
  return &g_array_index (chart->functions, ChaseChartFunction, index);
}

guint
chase_chart_set_size (const ChaseChartSet *set)
{
  return set->elements != NULL ? set->elements->len : 0;
}

/* Reading */

static guint32
find_element (const ChaseChartSet *set, const ChaseTerm *term)
{
  for (guint x = 0; x < chase_chart_set_size (set); x++)
    if (chase_term_is_name (term, g_ptr_array_index (set->elements, x)))
      return x;
  return CHASE_CHART_MISSING;
}

/* Adds a function of which nothing is known yet. */
static ChaseChartFunction *
add_function (ChaseSetChart *chart, ChaseChartFunction function)
{
  guint n = chase_chart_set_size (chase_set_chart_set (chart, function.source));

  function.values = g_new (guint32, n + 1);
  for (guint x = 0; x < n; x++)
    function.values[x] = CHASE_CHART_MISSING;
  g_array_append_val (chart->functions, function);
  return &g_array_index (chart->functions, ChaseChartFunction, chart->functions->len - 1);
}

/* What the text of @item says of it. */
static void
read_function (const ChaseSetChart *chart, const ChaseItem *item, ChaseChartFunction *function)
{
  const ChaseTerm *value = chase_item_value_at (item, function->argument);

  for (guint i = 0; value != NULL && value->kind == CHASE_TERM_FUNCTION && i + 1 < value->n_args;
       i += 2)
    {
      guint32 x = find_element (chase_set_chart_set (chart, function->source), value->args[i]);

      if (x != CHASE_CHART_MISSING)
        function->values[x]
            = find_element (chase_set_chart_set (chart, function->target), value->args[i + 1]);
    }
}

static GPtrArray *
read_set (const ChaseItem *item, const char *object)
{
  const ChaseTerm *value = chase_item_value_at (item, object);
  GPtrArray *elements;

  if (value == NULL || value->kind != CHASE_TERM_SET)
    return NULL;
  elements = g_ptr_array_new ();
  for (guint i = 0; i < value->n_args; i++)
    if (value->args[i]->kind == CHASE_TERM_NAME)
      g_ptr_array_add (elements, value->args[i]->name);
  return elements;
}

/* The item of the document that @term names and that is written out, or NULL. */
static ChaseItem *
block_of (ChaseTheory *theory, const ChaseTerm *term, ChaseItemKind kind)
{
  ChaseItem *item = term->kind == CHASE_TERM_NAME
                        ? chase_document_find (chase_theory_document (theory), term->name)
                        : NULL;

  return item != NULL && item->kind == kind && item->expression == NULL && item->from != NULL
                 && item->to != NULL
             ? item
             : NULL;
}

static void
add_functor_block (ChaseSetChart *chart, const ChaseTerm *term, const ChaseItem *item,
                   const ChasePresentation *p)
{
  gint index = chase_document_index_of (chase_theory_document (chart->theory), item);
  guint first = chart->sets->len;

  for (guint32 a = 0; a < chase_presentation_n_objects (p); a++)
    {
      const char *object = chase_presentation_object_name (p, a);
      ChaseChartSet set = { index, object, term, read_set (item, object) };

      g_array_append_val (chart->sets, set);
    }
  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (p, f);
      guint32 ends[2] = { first + arrow->source, first + arrow->target };

      if (!arrow->formal)
        read_function (
            chart, item,
            add_function (chart, (ChaseChartFunction){ index, arrow->name, term, FALSE,
                                                       ends[item->contravariant ? 1 : 0],
                                                       ends[item->contravariant ? 0 : 1], NULL }));
    }
}

/* A functor by an expression, whose sets are listed. FALSE where an element has no name. */
static gboolean
add_listed (ChaseSetChart *chart, const ChaseTerm *term, const ChaseFunctor *functor)
{
  const ChasePresentation *p = functor->source->presentation;
  const ChaseSets *sets = functor->sets;
  guint first = chart->sets->len;

  for (guint32 a = 0; a < sets->n_objects; a++)
    {
      ChaseChartSet set = { -1, chase_presentation_object_name (p, a), term, g_ptr_array_new () };

      g_array_append_val (chart->sets, set);
      for (guint32 x = 0; x < sets->sizes[a]; x++)
        {
          if (sets->names[sets->first[a] + x] == NULL)
            return FALSE;
          g_ptr_array_add (set.elements, sets->names[sets->first[a] + x]);
        }
    }
  for (guint32 f = 0; f < sets->n_arrows; f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (p, f);
      ChaseChartFunction *function;

      if (arrow->formal)
        continue;
      function = add_function (chart, (ChaseChartFunction){ -1, arrow->name, term, FALSE,
                                                            first + arrow->source,
                                                            first + arrow->target, NULL });
      for (guint32 x = 0; x < sets->sizes[arrow->source]; x++)
        function->values[x] = sets->functions[sets->offsets[f] + x];
    }
  return TRUE;
}

/* Adds the sets and functions of a functor. Returns its source, or NULL. */
static const ChaseCategory *
add_functor (ChaseSetChart *chart, const ChaseTerm *term)
{
  const ChaseItem *item = block_of (chart->theory, term, CHASE_ITEM_FUNCTOR);
  const ChaseCategory *source;
  const ChaseFunctor *functor;

  if (item != NULL)
    {
      source = chase_theory_category (chart->theory, item->from, NULL);
      if (source == NULL || source->kind != CHASE_CATEGORY_PRESENTED
          || !chase_term_is_name (item->to, "Set"))
        return NULL;
      add_functor_block (chart, term, item, source->presentation);
      return source;
    }
  functor = chase_theory_functor (chart->theory, term, NULL, NULL, NULL);
  if (functor == NULL || functor->sets == NULL || functor->source->kind != CHASE_CATEGORY_PRESENTED)
    return NULL;
  return add_listed (chart, term, functor) ? functor->source : NULL;
}

/* The components of @alpha, given by an expression, from the sets at 0 to those at @second. */
static void
read_components (const ChaseTransformation *alpha, const ChaseSetChart *chart, guint32 object,
                 ChaseChartFunction *function)
{
  guint n = chase_chart_set_size (chase_set_chart_set (chart, function->source));

  for (guint x = 0; alpha != NULL && alpha->form == CHASE_TRANSFORMATION_FUNCTIONS && x < n; x++)
    function->values[x] = alpha->functions[alpha->offsets[object] + x];
}

static gboolean
add_transformation (ChaseSetChart *chart, const ChaseTerm *term, const ChaseItem *item)
{
  const ChaseCategory *source = add_functor (chart, item->from);
  guint n = chart->sets->len;
  gboolean block = item->expression == NULL;
  gint index = chase_document_index_of (chase_theory_document (chart->theory), item);
  const ChaseTransformation *alpha
      = block ? NULL : chase_theory_transformation (chart->theory, term, NULL, NULL, NULL);

  if (source == NULL || add_functor (chart, item->to) == NULL || chart->sets->len != 2 * n)
    return FALSE;
  for (guint a = 0; a < n; a++)
    {
      const char *object = chase_set_chart_set (chart, a)->argument;
      ChaseChartFunction *function;

      if (!g_str_equal (object, chase_set_chart_set (chart, n + a)->argument))
        return FALSE;
      function = add_function (
          chart, (ChaseChartFunction){ block ? index : -1, object, term, TRUE, a, n + a, NULL });
      if (block)
        read_function (chart, item, function);
      else
        read_components (alpha, chart, a, function);
    }
  return TRUE;
}

ChaseSetChart *
chase_set_chart_new (ChaseTheory *theory, const ChaseTerm *term)
{
  g_autoptr (ChaseSetChart) chart = g_new0 (ChaseSetChart, 1);
  const ChaseItem *item = term->kind == CHASE_TERM_NAME
                              ? chase_document_find (chase_theory_document (theory), term->name)
                              : NULL;
  gboolean good;

  chart->theory = chase_theory_ref (theory);
  chart->sets = g_array_new (FALSE, FALSE, sizeof (ChaseChartSet));
  g_array_set_clear_func (chart->sets, clear_set);
  chart->functions = g_array_new (FALSE, FALSE, sizeof (ChaseChartFunction));
  g_array_set_clear_func (chart->functions, clear_function);
  if (item != NULL && item->kind == CHASE_ITEM_TRANSFORMATION)
    good = item->from != NULL && item->to != NULL && add_transformation (chart, term, item);
  else
    good = add_functor (chart, term) != NULL;
  return good ? g_steal_pointer (&chart) : NULL;
}
