/* SPDX-License-Identifier: MIT */
#include "app/asking.h"

#include "app/background.h"
#include "engine/engine.h"

static gboolean
is_edge (const ChaseDiagram *diagram, guint32 cell)
{
  return cell < chase_diagram_n_cells (diagram)
         && chase_diagram_get_cell (diagram, cell)->level == 1;
}

/* How many of the edges @cells leave @node (or come to it); the last of them in *@edge. */
static guint
count_at (const ChaseDiagram *diagram, const guint32 *cells, guint n, guint32 node, gboolean leave,
          guint32 *edge)
{
  guint count = 0;

  for (guint i = 0; i < n; i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (diagram, cells[i]);

      if (!is_edge (diagram, cells[i]) || (leave ? cell->source : cell->target) != node)
        continue;
      *edge = cells[i];
      count++;
    }
  return count;
}

/* Goes on from @edge as long as there is one way. Returns where that ends. */
static guint32
follow (const ChaseDiagram *diagram, const guint32 *cells, guint n, guint32 edge, GArray *path)
{
  g_array_set_size (path, 0);
  for (;;)
    {
      guint32 node = chase_diagram_get_cell (diagram, edge)->target, unused;

      g_array_append_val (path, edge);
      if (path->len > n || count_at (diagram, cells, n, node, FALSE, &unused) != 1
          || count_at (diagram, cells, n, node, TRUE, &edge) != 1)
        return node;
    }
}

gboolean
chase_paths_of_cells (const ChaseDiagram *diagram, const guint32 *cells, guint n, GArray *left,
                      GArray *right)
{
  guint n_edges = 0;

  for (guint i = 0; i < n; i++)
    n_edges += is_edge (diagram, cells[i]);
  for (guint i = 0; i < n; i++)
    {
      guint32 start, unused, other;

      if (!is_edge (diagram, cells[i]))
        continue;
      start = chase_diagram_get_cell (diagram, cells[i])->source;
      if (count_at (diagram, cells, n, start, FALSE, &unused) != 0
          || count_at (diagram, cells, n, start, TRUE, &other) != 2 || other == cells[i])
        continue;
      return follow (diagram, cells, n, cells[i], left) == follow (diagram, cells, n, other, right)
             && left->len + right->len == n_edges;
    }
  return FALSE;
}

typedef struct
{
  ChaseVerdicts *verdicts;
  GArray *paths[2]; /* of guint32: cells */
  double seconds;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  chase_verdicts_unref (question->verdicts);
  for (guint i = 0; i < 2; i++)
    g_array_unref (question->paths[i]);
  g_free (question);
}

/* The shape's edge for each cell of @path, or NULL where one has none. */
static guint32 *
edges_of (const ChaseVerdicts *verdicts, const GArray *path)
{
  guint n_nodes = chase_shape_n_nodes (verdicts->shape);
  guint n_edges = chase_shape_n_edges (verdicts->shape);
  g_autofree guint32 *edges = g_new (guint32, path->len + 1);

  for (guint i = 0; i < path->len; i++)
    {
      guint32 e = 0;

      while (e < n_edges && verdicts->cells[n_nodes + e] != g_array_index (path, guint32, i))
        e++;
      if (e == n_edges)
        return NULL;
      edges[i] = e;
    }
  return g_steal_pointer (&edges);
}

static ChaseFaceVerdict *
face_new (const ChaseVerdicts *verdicts, GArray *const paths[2])
{
  ChaseFaceVerdict *face;
  guint32 *words[2] = { edges_of (verdicts, paths[0]), edges_of (verdicts, paths[1]) };

  if (words[0] == NULL || words[1] == NULL)
    {
      g_free (words[0]);
      g_free (words[1]);
      return NULL;
    }
  face = g_new0 (ChaseFaceVerdict, 1);
  face->left = g_memdup2 (paths[0]->data, paths[0]->len * sizeof (guint32));
  face->right = g_memdup2 (paths[1]->data, paths[1]->len * sizeof (guint32));
  face->n_left = paths[0]->len;
  face->n_right = paths[1]->len;
  for (guint i = 0; i < 2; i++)
    face->words[i] = (ChaseWord){ words[i], paths[i]->len };
  return face;
}

static void
decide (const ChaseVerdicts *verdicts, ChaseFaceVerdict *face, double seconds,
        GCancellable *cancellable)
{
  const ChaseShape *shape = verdicts->shape;
  g_autoptr (ChaseEngine) engine = chase_engine_new (shape->presentation);
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) right = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (ChaseAnswer) answer = NULL;
  ChaseBudget budget = { .seconds = seconds };

  chase_shape_spell (shape, face->words[0], left);
  chase_shape_spell (shape, face->words[1], right);
  face->source
      = chase_shape_node (shape, chase_shape_edge (shape, face->words[0].letters[0])->source)
            ->object;
  answer = chase_engine_equal (
      engine, face->source, (ChaseWord){ (const guint32 *)(gpointer)left->data, left->len },
      (ChaseWord){ (const guint32 *)(gpointer)right->data, right->len }, &budget, cancellable);
  chase_face_verdict_take (face, answer);
}

static void
ask_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Question *question = data;
  ChaseFaceVerdict *face = face_new (question->verdicts, question->paths);
  ChaseVerdicts *verdicts;

  if (face == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "No paths of the category");
      return;
    }
  decide (question->verdicts, face, question->seconds, cancellable);
  verdicts = chase_verdicts_new_of_face (question->verdicts, face);
  g_task_return_pointer (task, verdicts, (GDestroyNotify)chase_verdicts_unref);
}

void
chase_ask_paths_async (ChaseVerdicts *verdicts, const GArray *left, const GArray *right,
                       double seconds, GCancellable *cancellable, GAsyncReadyCallback callback,
                       gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Question *question = g_new0 (Question, 1);

  question->verdicts = chase_verdicts_ref (verdicts);
  question->paths[0] = g_array_copy ((GArray *)left);
  question->paths[1] = g_array_copy ((GArray *)right);
  question->seconds = seconds;
  g_task_set_task_data (task, question, question_free);
  chase_background_run (task, ask_in_thread);
}

ChaseVerdicts *
chase_ask_paths_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
