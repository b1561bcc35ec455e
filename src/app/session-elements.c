/* SPDX-License-Identifier: MIT */
#include "app/session-actions.h"
#include "app/session-private.h"
#include "engine/view.h"
#include "model/element-names.h"

#include <glib/gi18n.h>
#include <string.h>

/* An element of a set gets another name. It is spoken of in the set, in the values of the functor
 * at the arrows from and to there, in the components of transformations, and elsewhere
 * (model/element-names.h). */

typedef struct
{
  gint item; /* the functor */
  const char *argument;
  guint32 element;
  ChaseName *name;
  ChaseDocument *document;
} Renaming;

static gboolean
is_set (const Renaming *renaming, const ChaseChartSet *set)
{
  return set->item == renaming->item && set->elements != NULL
         && g_str_equal (set->argument, renaming->argument);
}

static gboolean
has_value (const ChaseSetChart *chart, const ChaseChartFunction *function)
{
  guint n = chase_chart_set_size (chase_set_chart_set (chart, function->source));

  for (guint x = 0; x < n; x++)
    if (function->values[x] != CHASE_CHART_MISSING)
      return TRUE;
  return FALSE;
}

/* The same elements, but for that one; the names are borrowed, the array is the caller's. */
static GPtrArray *
renamed (const Renaming *renaming, const GPtrArray *elements)
{
  GPtrArray *copy = g_ptr_array_sized_new (elements->len);

  for (guint x = 0; x < elements->len; x++)
    g_ptr_array_add (copy, x == renaming->element ? renaming->name : elements->pdata[x]);
  return copy;
}

/* The set as the chart has it gets the name, and what mentions its elements is written again. */
static void
rename_in (Renaming *renaming, ChaseSetChart *chart)
{
  for (guint i = 0; i < chase_set_chart_n_sets (chart); i++)
    {
      ChaseChartSet *set = &g_array_index (chart->sets, ChaseChartSet, i);
      GPtrArray *elements;

      if (!is_set (renaming, set))
        continue;
      elements = renamed (renaming, set->elements);
      g_ptr_array_unref (set->elements);
      set->elements = elements;
    }
  for (guint f = 0; f < chase_set_chart_n_functions (chart); f++)
    {
      const ChaseChartFunction *function = chase_set_chart_function (chart, f);

      if (function->item >= 0 && has_value (chart, function)
          && (is_set (renaming, chase_set_chart_set (chart, function->source))
              || is_set (renaming, chase_set_chart_set (chart, function->target))))
        chase_chart_assign (&renaming->document, function->item, function->argument,
                            chase_chart_function_term (chart, function, function->values));
    }
}

static void
rename_in_transformations (Renaming *renaming, ChaseTheory *theory)
{
  ChaseDocument *document = renaming->document;
  guint n = chase_document_n_items (document);

  for (guint i = 0; i < n; i++)
    {
      const ChaseItem *item = chase_document_get_item (renaming->document, i);
      g_autoptr (ChaseTerm) named = NULL;
      g_autoptr (ChaseSetChart) chart = NULL;

      if (item->kind != CHASE_ITEM_TRANSFORMATION || item->name == NULL)
        continue;
      named = chase_term_new_name (item->name);
      chart = chase_set_chart_new (theory, named);
      if (chart != NULL)
        rename_in (renaming, chart);
    }
}

static void
rename_in_set (Renaming *renaming, const ChaseChartSet *set)
{
  g_autoptr (GPtrArray) terms = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_term_unref);

  for (guint x = 0; x < chase_chart_set_size (set); x++)
    g_ptr_array_add (terms, chase_term_new_name (x == renaming->element
                                                     ? renaming->name
                                                     : g_ptr_array_index (set->elements, x)));
  chase_chart_assign (
      &renaming->document, set->item, set->argument,
      chase_term_new (CHASE_TERM_SET, (ChaseTerm *const *)terms->pdata, terms->len, 0));
}

/* The set of which @cell shows an element, or NULL. */
static const ChaseChartSet *
set_of (const ChaseSetChart *chart, guint32 cell, guint32 *element)
{
  ChaseChartCell there = chase_view_chart_cell (chart, cell);

  *element = there.element;
  if (there.kind != CHASE_CHART_SET || there.element == G_MAXUINT32)
    return NULL;
  return chase_set_chart_set (chart, there.index);
}

char *
chase_session_dup_element (ChaseSession *session, guint32 cell)
{
  g_autoptr (ChaseSetChart) chart = chase_session_shown_chart (session);
  guint32 element;
  const ChaseChartSet *set = chart != NULL ? set_of (chart, cell, &element) : NULL;

  return set != NULL ? g_strdup (g_ptr_array_index (set->elements, element)) : NULL;
}

static gboolean
is_taken (const ChaseChartSet *set, guint32 element, const char *name)
{
  for (guint x = 0; x < chase_chart_set_size (set); x++)
    if (x != element && g_str_equal (g_ptr_array_index (set->elements, x), name))
      return TRUE;
  return FALSE;
}

char *
chase_typed_name (const char *typed)
{
  g_autofree char *text = g_strstrip (g_strdelimit (g_strdup (typed), "`\n\r", ' '));
  char *name = chase_label_to_name (text);

  return name != NULL ? name : g_steal_pointer (&text);
}

void
chase_session_rename_element (ChaseSession *session, guint32 cell, const char *typed)
{
  g_autoptr (ChaseSetChart) chart = chase_session_shown_chart (session);
  g_autofree char *text = chase_typed_name (typed);
  Renaming renaming = { 0 };
  const ChaseChartSet *set = chart != NULL ? set_of (chart, cell, &renaming.element) : NULL;

  if (set == NULL || text[0] == '\0'
      || g_str_equal (g_ptr_array_index (set->elements, renaming.element), text))
    return;
  if (set->item < 0 || is_taken (set, renaming.element, text))
    {
      chase_session_report (session, set->item < 0
                                         ? _ ("This set is not written out in the document")
                                         : _ ("The set has an element of this name already"));
      return;
    }
  renaming.item = set->item;
  renaming.argument = set->argument;
  renaming.name = chase_name_new (text);
  renaming.document = chase_document_rename_element (
      chase_session_get_document (session),
      chase_document_get_item (chase_session_get_document (session), (guint)set->item)->name,
      set->argument, g_ptr_array_index (set->elements, renaming.element), text);
  rename_in_set (&renaming, set);
  rename_in_transformations (&renaming, chart->theory);
  rename_in (&renaming, chart);
  chase_session_replace_document (session, renaming.document, _ ("Rename Element"), NULL);
  chase_session_select (session, &cell, 1);
  chase_document_unref (renaming.document);
  chase_name_unref (renaming.name);
}
