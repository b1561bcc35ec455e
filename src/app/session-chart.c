/* SPDX-License-Identifier: MIT */
#include "app/session-actions.h"
#include "app/session-private.h"
#include "engine/view.h"

#include <glib/gi18n.h>

/* Functors to Set and transformations between them, made by pointing at elements in their picture.
 */

/* The chart of the picture that is shown, or NULL. An element that is followed along a path is
 * another picture, in which elements stand elsewhere. */
ChaseSetChart *
chase_session_shown_chart (ChaseSession *session)
{
  const ChaseItem *shown = chase_session_get_item (session);
  g_autoptr (ChaseTheory) theory = NULL;

  if (shown->view != CHASE_VIEW_SETS || shown->at != NULL || session->placing != NULL)
    return NULL;
  theory = chase_theory_new (chase_session_get_document (session), NULL);
  return chase_set_chart_new (theory, shown->expression);
}

ChaseTerm *
chase_chart_function_term (const ChaseSetChart *chart, const ChaseChartFunction *function,
                           const guint32 *values)
{
  const ChaseChartSet *from = chase_set_chart_set (chart, function->source);
  const ChaseChartSet *to = chase_set_chart_set (chart, function->target);
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_term_unref);

  for (guint x = 0; x < chase_chart_set_size (from); x++)
    if (values[x] != CHASE_CHART_MISSING)
      {
        g_ptr_array_add (pairs, chase_term_new_name (g_ptr_array_index (from->elements, x)));
        g_ptr_array_add (pairs, chase_term_new_name (g_ptr_array_index (to->elements, values[x])));
      }
  return chase_term_new (pairs->len > 0 ? CHASE_TERM_FUNCTION : CHASE_TERM_SET,
                         (ChaseTerm *const *)pairs->pdata, pairs->len, 0);
}

void
chase_chart_assign (ChaseDocument **document, gint item, const char *argument, ChaseTerm *value)
{
  g_autoptr (ChaseTerm) at = chase_term_new_name (argument);
  g_autoptr (ChaseTerm) taken = value;
  ChaseDocument *next = chase_document_assign (*document, (guint)item, at, taken);

  chase_document_unref (*document);
  *document = next;
}

static void
set_value (ChaseSession *session, const ChaseSetChart *chart, const ChaseChartFunction *function,
           guint32 x, guint32 y)
{
  guint n = chase_chart_set_size (chase_set_chart_set (chart, function->source));
  g_autofree guint32 *values = g_memdup2 (function->values, (n + 1) * sizeof (guint32));
  g_autoptr (ChaseTerm) argument = chase_term_new_name (function->argument);
  g_autoptr (ChaseTerm) value = NULL;

  values[x] = y;
  value = chase_chart_function_term (chart, function, values);
  chase_session_fill (session, (guint)function->item, argument, value);
}

/* The first function between two sets that has no value for the element yet. */
static const ChaseChartFunction *
open_function (const ChaseSetChart *chart, const ChaseChartCell *from, guint32 target)
{
  for (guint f = 0; f < chase_set_chart_n_functions (chart); f++)
    {
      const ChaseChartFunction *function = chase_set_chart_function (chart, f);

      if (function->item >= 0 && function->source == from->index && function->target == target
          && function->values[from->element] == CHASE_CHART_MISSING)
        return function;
    }
  return NULL;
}

gboolean
chase_session_point_element (ChaseSession *session, guint32 cell)
{
  guint32 before = chase_session_get_single (session);
  g_autoptr (ChaseSetChart) chart
      = before != G_MAXUINT32 ? chase_session_shown_chart (session) : NULL;
  const ChaseChartFunction *function;
  ChaseChartCell from, to;

  if (chart == NULL)
    return FALSE;
  from = chase_view_chart_cell (chart, before);
  to = chase_view_chart_cell (chart, cell);
  if (from.element == G_MAXUINT32 || to.kind != CHASE_CHART_SET || to.element == G_MAXUINT32)
    return FALSE;
  if (from.kind == CHASE_CHART_SET)
    function = open_function (chart, &from, to.index);
  else
    {
      function = chase_set_chart_function (chart, from.index);
      if (function->item < 0 || function->target != to.index)
        return FALSE;
    }
  if (function == NULL)
    return FALSE;
  set_value (session, chart, function, from.element, to.element);
  return TRUE;
}

/* Elements */

/* A name that no element of the set has: x, x', x'', x_3, ... in the set at X. Caller frees. */
static char *
free_element (const ChaseChartSet *set)
{
  static const char *const primes[] = { "", "'", "''" };
  g_autofree char *small = g_utf8_strdown (set->argument, -1);
  gboolean plain
      = g_unichar_isalpha (g_utf8_get_char (small)) && small[strcspn (small, "`{}\\ $")] == '\0';

  for (guint n = 0;; n++)
    {
      const char *stem = plain ? small : "x";
      g_autofree char *name = n < G_N_ELEMENTS (primes) ? g_strconcat (stem, primes[n], NULL)
                                                        : g_strdup_printf ("%s_%u", stem, n);
      gboolean taken = FALSE;

      for (guint x = 0; x < chase_chart_set_size (set); x++)
        taken = taken || chase_name_equal (g_ptr_array_index (set->elements, x), name);
      if (!taken)
        return g_steal_pointer (&name);
    }
}

gboolean
chase_session_add_element (ChaseSession *session, guint32 cell)
{
  g_autoptr (ChaseSetChart) chart = chase_session_shown_chart (session);
  g_autoptr (GPtrArray) elements
      = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_term_unref);
  g_autoptr (ChaseTerm) argument = NULL;
  g_autoptr (ChaseTerm) value = NULL;
  g_autoptr (ChaseDocument) document = NULL;
  g_autofree char *name = NULL;
  const ChaseChartSet *set;
  ChaseChartCell there;

  if (chart == NULL)
    return FALSE;
  there = chase_view_chart_cell (chart, cell);
  if (there.kind != CHASE_CHART_SET)
    return FALSE;
  set = chase_set_chart_set (chart, there.index);
  if (set->item < 0)
    {
      chase_session_report (session, _ ("This set is not written out in the document"));
      return TRUE;
    }
  for (guint x = 0; x < chase_chart_set_size (set); x++)
    g_ptr_array_add (elements, chase_term_new_name (g_ptr_array_index (set->elements, x)));
  name = free_element (set);
  g_ptr_array_add (elements, chase_term_new_name (name));
  argument = chase_term_new_name (set->argument);
  value = chase_term_new (CHASE_TERM_SET, (ChaseTerm *const *)elements->pdata, elements->len, 0);
  document = chase_document_assign (chase_session_get_document (session), (guint)set->item,
                                    argument, value);
  chase_session_replace_document (session, document, _ ("Add Element"), NULL);
  return TRUE;
}

/* Deleting */

typedef struct
{
  ChaseSetChart *chart;
  GArray *cells; /* of ChaseChartCell: what is selected */
} Deletion;

/* Is that element selected? Of a set that is shown twice, it may be in either place. */
static gboolean
is_deleted (const Deletion *deletion, const ChaseChartSet *set, guint32 x)
{
  for (guint i = 0; i < deletion->cells->len; i++)
    {
      const ChaseChartCell *cell = &g_array_index (deletion->cells, ChaseChartCell, i);
      const ChaseChartSet *other = cell->kind == CHASE_CHART_SET
                                       ? chase_set_chart_set (deletion->chart, cell->index)
                                       : NULL;

      if (other != NULL && other->item == set->item && cell->element == x
          && g_str_equal (other->argument, set->argument))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_value_deleted (const Deletion *deletion, guint f, guint32 x)
{
  const ChaseChartFunction *function = chase_set_chart_function (deletion->chart, f);
  guint32 y = function->values[x];

  for (guint i = 0; i < deletion->cells->len; i++)
    {
      const ChaseChartCell *cell = &g_array_index (deletion->cells, ChaseChartCell, i);

      if (cell->kind == CHASE_CHART_FUNCTION && cell->index == f && cell->element == x)
        return TRUE;
    }
  return is_deleted (deletion, chase_set_chart_set (deletion->chart, function->source), x)
         || (y != CHASE_CHART_MISSING
             && is_deleted (deletion, chase_set_chart_set (deletion->chart, function->target), y));
}

static void
delete_from_set (const Deletion *deletion, const ChaseChartSet *set, ChaseDocument **document)
{
  g_autoptr (GPtrArray) left = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_term_unref);
  guint n = chase_chart_set_size (set);

  for (guint x = 0; x < n; x++)
    if (!is_deleted (deletion, set, x))
      g_ptr_array_add (left, chase_term_new_name (g_ptr_array_index (set->elements, x)));
  if (set->item >= 0 && left->len < n)
    chase_chart_assign (
        document, set->item, set->argument,
        chase_term_new (CHASE_TERM_SET, (ChaseTerm *const *)left->pdata, left->len, 0));
}

static void
delete_values (const Deletion *deletion, guint f, ChaseDocument **document)
{
  const ChaseChartFunction *function = chase_set_chart_function (deletion->chart, f);
  guint n = chase_chart_set_size (chase_set_chart_set (deletion->chart, function->source));
  g_autofree guint32 *values = g_memdup2 (function->values, (n + 1) * sizeof (guint32));
  gboolean changed = FALSE;

  for (guint x = 0; x < n; x++)
    if (values[x] != CHASE_CHART_MISSING && is_value_deleted (deletion, f, x))
      {
        values[x] = CHASE_CHART_MISSING;
        changed = TRUE;
      }
  if (changed && function->item >= 0)
    chase_chart_assign (document, function->item, function->argument,
                        chase_chart_function_term (deletion->chart, function, values));
}

gboolean
chase_session_delete_elements (ChaseSession *session)
{
  g_autoptr (ChaseSetChart) chart = chase_session_shown_chart (session);
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (ChaseChartCell));
  Deletion deletion = { chart, cells };
  g_autoptr (ChaseDocument) document = NULL;

  if (chart == NULL)
    return FALSE;
  for (guint i = 0; i < session->selection->len; i++)
    {
      ChaseChartCell cell
          = chase_view_chart_cell (chart, g_array_index (session->selection, guint32, i));

      if (cell.element != G_MAXUINT32)
        g_array_append_val (cells, cell);
    }
  document = chase_document_ref (chase_session_get_document (session));
  for (guint i = 0; i < chase_set_chart_n_sets (chart); i++)
    delete_from_set (&deletion, chase_set_chart_set (chart, i), &document);
  for (guint f = 0; f < chase_set_chart_n_functions (chart); f++)
    delete_values (&deletion, f, &document);
  chase_session_replace_document (session, document, _ ("Delete Element"), NULL);
  return TRUE;
}
