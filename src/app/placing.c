/* SPDX-License-Identifier: MIT */
#include "app/placing.h"

#include "engine/view.h"
#include "layout/layout.h"
#include "model/problem.h"

#include <glib/gi18n.h>

#define SECONDS_AT_MOST 20.0

typedef struct
{
  ChaseDocument *document;
  ChaseItem *item;
  ChaseDiagram *diagram; /* NULL: to be worked out */
  gboolean afresh;
} Placing;

static void
placing_free (gpointer data)
{
  Placing *placing = data;

  chase_document_unref (placing->document);
  chase_item_unref (placing->item);
  chase_diagram_unref (placing->diagram);
  g_free (placing);
}

static ChaseDiagram *
work_out (Placing *placing, GError **error)
{
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autoptr (ChaseTheory) theory = chase_theory_new (placing->document, NULL);
  ChaseBudget budget = { .seconds = SECONDS_AT_MOST };
  ChaseDiagram *diagram = chase_view_compute (theory, placing->item, &budget, problems);
  const ChaseProblem *first = problems->len > 0 ? g_ptr_array_index (problems, 0) : NULL;

  if (diagram == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                         first != NULL ? first->message : _ ("it cannot be drawn"));
  return diagram;
}

static void
place_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Placing *placing = data;
  g_autofree double *positions = NULL;
  ChaseLayoutOptions options;
  GError *error = NULL;

  if (placing->diagram == NULL)
    placing->diagram = work_out (placing, &error);
  if (placing->diagram == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  positions = g_new0 (double, 2 * placing->diagram->n_nodes + 1);
  chase_layout_options_init (&options);
  options.afresh = placing->afresh;
  if (chase_layout_in_child (placing->diagram, &options, positions, cancellable, SECONDS_AT_MOST,
                             &error))
    g_task_return_pointer (task, chase_diagram_with_positions (placing->diagram, positions),
                           (GDestroyNotify)chase_diagram_unref);
  else
    g_task_return_error (task, error);
}

void
chase_place_async (ChaseDocument *document, ChaseItem *item, ChaseDiagram *diagram, gboolean afresh,
                   GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Placing *placing = g_new0 (Placing, 1);

  placing->document = chase_document_ref (document);
  placing->item = chase_item_ref (item);
  placing->diagram = diagram != NULL ? chase_diagram_ref (diagram) : NULL;
  placing->afresh = afresh;
  g_task_set_task_data (task, placing, placing_free);
  g_task_run_in_thread (task, place_in_thread);
}

ChaseDiagram *
chase_place_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

ChaseDiagram *
chase_place_plainly (const ChaseDiagram *diagram)
{
  g_autofree double *positions = g_new0 (double, 2 * diagram->n_nodes + 1);
  guint width = 1;

  while (width * width < diagram->n_nodes)
    width++;
  for (guint32 i = 0; i < diagram->n_nodes; i++)
    {
      const ChaseCell *node = chase_diagram_get_cell (diagram, i);

      positions[2 * i] = node->has_position ? node->x : i % width;
      positions[2 * i + 1] = node->has_position ? node->y : i / width;
    }
  return chase_diagram_with_positions (diagram, positions);
}

/* The arrows A |-> F(A) come last, and are as many as have a value. */
static guint
count_own_arrows (const ChaseDiagram *diagram)
{
  guint32 n_source = ((ChaseDiagramFrame *)g_ptr_array_index (diagram->frames, 0))->n_nodes;
  guint n = chase_diagram_n_cells (diagram);

  for (; n > diagram->n_nodes; n--)
    {
      const ChaseCell *last = chase_diagram_get_cell (diagram, n - 1);

      if (last->source >= n_source || last->target < n_source)
        break;
    }
  return n;
}

static gboolean
show_same_categories (const ChaseDiagram *before, const ChaseDiagram *now)
{
  guint n;

  if (before->n_nodes != now->n_nodes || before->frames->len != 2 || now->frames->len != 2)
    return FALSE;
  n = count_own_arrows (now);
  if (count_own_arrows (before) != n)
    return FALSE;
  for (guint32 i = 0; i < n; i++)
    {
      const ChaseCell *old = chase_diagram_get_cell (before, i);
      const ChaseCell *cell = chase_diagram_get_cell (now, i);

      if (old->source != cell->source || old->target != cell->target)
        return FALSE;
    }
  return TRUE;
}

ChaseDiagram *
chase_place_as_before (const ChaseDiagram *before, const ChaseDiagram *now)
{
  g_autofree double *positions = NULL;

  if (!show_same_categories (before, now) || !chase_diagram_is_placed (before))
    return NULL;
  positions = g_new (double, 2 * now->n_nodes + 1);
  for (guint32 i = 0; i < now->n_nodes; i++)
    {
      positions[2 * i] = chase_diagram_get_cell (before, i)->x;
      positions[2 * i + 1] = chase_diagram_get_cell (before, i)->y;
    }
  return chase_diagram_with_positions (now, positions);
}
