/* SPDX-License-Identifier: MIT */
#include "app/verdicts.h"

#include "app/background.h"
#include "engine/engine.h"
#include "model/problem.h"
#include "model/theory.h"

static void
face_free (gpointer data)
{
  ChaseFaceVerdict *face = data;

  g_free (face->left);
  g_free (face->right);
  g_free (face->reason);
  chase_evidence_unref (face->evidence);
  for (guint i = 0; i < 2; i++)
    g_free ((gpointer)face->words[i].letters);
  g_free (face);
}

static ChaseVerdicts *
verdicts_new (ChaseDiagram *diagram)
{
  ChaseVerdicts *verdicts = g_new0 (ChaseVerdicts, 1);

  g_atomic_ref_count_init (&verdicts->ref_count);
  verdicts->diagram = chase_diagram_ref (diagram);
  verdicts->faces = g_ptr_array_new_with_free_func (face_free);
  return verdicts;
}

ChaseVerdicts *
chase_verdicts_ref (ChaseVerdicts *verdicts)
{
  g_atomic_ref_count_inc (&verdicts->ref_count);
  return verdicts;
}

void
chase_verdicts_unref (ChaseVerdicts *verdicts)
{
  if (verdicts == NULL || !g_atomic_ref_count_dec (&verdicts->ref_count))
    return;
  chase_diagram_unref (verdicts->diagram);
  g_ptr_array_unref (verdicts->faces);
  g_free (verdicts->reason);
  chase_shape_unref (verdicts->shape);
  chase_theory_unref (verdicts->theory);
  g_free (verdicts->cells);
  g_free (verdicts);
}

gboolean
chase_verdicts_fit (const ChaseVerdicts *verdicts, const ChaseDiagram *diagram)
{
  guint n = chase_diagram_n_cells (diagram);

  if (n != chase_diagram_n_cells (verdicts->diagram))
    return FALSE;
  for (guint32 i = 0; i < n; i++)
    {
      const ChaseCell *a = chase_diagram_get_cell (diagram, i);
      const ChaseCell *b = chase_diagram_get_cell (verdicts->diagram, i);

      if (a->source != b->source || a->target != b->target || a->level != b->level)
        return FALSE;
    }
  return TRUE;
}

const ChaseFaceVerdict *
chase_verdicts_face (const ChaseVerdicts *verdicts, guint face)
{
  return face < verdicts->faces->len ? g_ptr_array_index (verdicts->faces, face) : NULL;
}

static ChaseMarkKind
mark_of (ChaseFaceState state)
{
  switch (state)
    {
    case CHASE_STATE_GIVEN:
      return CHASE_MARK_GIVEN;
    case CHASE_STATE_PROVED:
      return CHASE_MARK_HOLDS;
    case CHASE_STATE_UNASKED:
      return CHASE_MARK_UNASKED;
    case CHASE_STATE_FAILS:
      return CHASE_MARK_FAILS;
    case CHASE_STATE_UNDECIDED:
    default:
      return CHASE_MARK_UNDECIDED;
    }
}

GArray *
chase_verdicts_marks (const ChaseVerdicts *verdicts)
{
  GArray *marks = g_array_new (FALSE, TRUE, sizeof (ChaseFaceMark));

  for (guint i = 0; i < verdicts->faces->len; i++)
    {
      const ChaseFaceVerdict *face = chase_verdicts_face (verdicts, i);
      ChaseFaceMark mark = { .kind = mark_of (face->state),
                             .claimed = face->claim != CHASE_FACE_UNCLAIMED,
                             .left = face->left,
                             .n_left = face->n_left,
                             .right = face->right,
                             .n_right = face->n_right };

      g_array_append_val (marks, mark);
    }
  return marks;
}

static guint32 *
cells_of (ChaseWord path, const ChaseShape *shape, const guint32 *cells)
{
  guint n_nodes = chase_shape_n_nodes (shape);
  guint32 *edges = g_new (guint32, path.length + 1);

  for (guint32 i = 0; i < path.length; i++)
    edges[i] = cells[n_nodes + path.letters[i]];
  return edges;
}

/* What the document says of a face: is it given, is it to be proved? */
static void
note_said (ChaseEdit *edit, const ChaseDiagram *diagram, ChaseFaceVerdict *face)
{
  g_autofree guint *left = g_new (guint, face->n_left + 1);
  g_autofree guint *right = g_new (guint, face->n_right + 1);

  for (guint i = 0; i < face->n_left; i++)
    left[i] = chase_diagram_get_cell (diagram, face->left[i])->statement;
  for (guint i = 0; i < face->n_right; i++)
    right[i] = chase_diagram_get_cell (diagram, face->right[i])->statement;
  face->claim = chase_edit_face_claim (edit, left, face->n_left, right, face->n_right);
  if ((face->state == CHASE_STATE_PROVED || face->state == CHASE_STATE_UNASKED)
      && chase_edit_is_given (edit, left, face->n_left, right, face->n_right))
    face->state = CHASE_STATE_GIVEN;
}

static ChaseFaceState
state_of (const ChaseAnswer *answer)
{
  if (answer == NULL)
    return CHASE_STATE_UNASKED;
  if (answer->verdict == CHASE_VERDICT_UNDECIDED)
    return CHASE_STATE_UNDECIDED;
  return answer->verdict == CHASE_VERDICT_HOLDS ? CHASE_STATE_PROVED : CHASE_STATE_FAILS;
}

typedef struct
{
  ChaseVerdicts *verdicts;
  ChaseShape *shape;
  const guint32 *cells;
  ChaseEdit *edit;
} Finding;

static void
keep_paths (Finding *finding, const ChaseFace *found, ChaseFaceVerdict *face)
{
  const ChaseWord paths[2] = { found->left, found->right };

  face->source = chase_shape_node (finding->shape, found->from)->object;
  for (guint i = 0; i < 2; i++)
    face->words[i] = (ChaseWord){ g_memdup2 (paths[i].letters, paths[i].length * sizeof (guint32)),
                                  paths[i].length };
}

void
chase_face_verdict_take (ChaseFaceVerdict *face, const ChaseAnswer *answer)
{
  face->state = state_of (answer);
  if (answer == NULL)
    return;
  face->reason = g_strdup (answer->reason);
  if (answer->evidence != NULL)
    face->evidence = chase_evidence_ref (answer->evidence);
}

ChaseVerdicts *
chase_verdicts_new_of_face (const ChaseVerdicts *verdicts, ChaseFaceVerdict *face)
{
  ChaseVerdicts *of_face = verdicts_new (verdicts->diagram);
  guint n = chase_shape_n_nodes (verdicts->shape) + chase_shape_n_edges (verdicts->shape);

  of_face->whole = face->state == CHASE_STATE_PROVED  ? CHASE_WHOLE_HOLDS
                   : face->state == CHASE_STATE_FAILS ? CHASE_WHOLE_FAILS
                                                      : CHASE_WHOLE_UNDECIDED;
  of_face->theory = chase_theory_ref (verdicts->theory);
  of_face->shape = chase_shape_ref (verdicts->shape);
  of_face->cells = g_memdup2 (verdicts->cells, n * sizeof (guint32));
  g_ptr_array_add (of_face->faces, face);
  return of_face;
}

static void
take_face (Finding *finding, const ChaseFace *found)
{
  ChaseFaceVerdict *face = g_new0 (ChaseFaceVerdict, 1);

  face->left = cells_of (found->left, finding->shape, finding->cells);
  face->n_left = found->left.length;
  face->right = cells_of (found->right, finding->shape, finding->cells);
  face->n_right = found->right.length;
  chase_face_verdict_take (face, found->answer);
  keep_paths (finding, found, face);
  note_said (finding->edit, finding->verdicts->diagram, face);
  g_ptr_array_add (finding->verdicts->faces, face);
}

static void
judge_whole (ChaseVerdicts *verdicts, const ChaseAnswer *answer, gboolean anything)
{
  verdicts->reason = g_strdup (answer->reason);
  verdicts->seconds = answer->seconds;
  if (answer->verdict == CHASE_VERDICT_UNDECIDED)
    verdicts->whole = CHASE_WHOLE_UNDECIDED;
  else if (answer->verdict == CHASE_VERDICT_FAILS)
    verdicts->whole = CHASE_WHOLE_FAILS;
  else
    verdicts->whole = anything ? CHASE_WHOLE_HOLDS : CHASE_WHOLE_NOTHING;
}

static void
ask (ChaseVerdicts *verdicts, ChaseDocument *document, ChaseItem *item, ChaseShape *shape,
     const guint32 *cells, double seconds, GCancellable *cancellable)
{
  g_autoptr (ChaseEngine) engine = chase_engine_new (shape->presentation);
  g_autoptr (ChaseEdit) edit
      = chase_edit_new (document, (guint)chase_document_index_of (document, item));
  ChaseBudget budget = { .seconds = seconds };
  Finding finding = { verdicts, shape, cells, edit };
  g_autoptr (ChaseAnswer) answer = NULL;
  g_autoptr (GPtrArray) faces = NULL;
  g_autofree char *reason = NULL;

  if (seconds > 0)
    answer = chase_engine_commutes (engine, shape, FALSE, &budget, cancellable);
  if (g_cancellable_is_cancelled (cancellable))
    return;
  faces = chase_engine_faces (engine, shape, FALSE, seconds > 0, &budget, cancellable, &reason);
  for (guint i = 0; faces != NULL && i < faces->len; i++)
    take_face (&finding, g_ptr_array_index (faces, i));
  if (answer != NULL)
    judge_whole (verdicts, answer, faces == NULL || faces->len > 0);
  else
    verdicts->whole = faces != NULL && faces->len == 0 ? CHASE_WHOLE_NOTHING : CHASE_WHOLE_UNASKED;
}

static char *
first_problem (GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const ChaseProblem *problem = g_ptr_array_index (problems, i);

      if (problem->severity == CHASE_SEVERITY_ERROR)
        return g_strdup (problem->message);
    }
  return NULL;
}

ChaseVerdicts *
chase_verdicts_find (ChaseDocument *document, ChaseItem *item, ChaseDiagram *diagram,
                     double seconds, GCancellable *cancellable)
{
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autoptr (ChaseTheory) theory = chase_theory_new (document, NULL);
  g_autofree guint32 *cells = NULL;
  g_autoptr (ChaseShape) shape = chase_theory_shape (theory, item, &cells, problems);
  g_autoptr (ChaseVerdicts) verdicts = verdicts_new (diagram);

  if (g_cancellable_is_cancelled (cancellable))
    return NULL;
  if (shape != NULL)
    {
      verdicts->theory = chase_theory_ref (theory);
      verdicts->shape = chase_shape_ref (shape);
    }
  if (shape != NULL)
    ask (verdicts, document, item, shape, cells, seconds, cancellable);
  else
    {
      verdicts->reason = first_problem (problems);
      verdicts->whole = verdicts->reason != NULL ? CHASE_WHOLE_WRONG : CHASE_WHOLE_NOTHING;
    }
  verdicts->cells = g_steal_pointer (&cells);
  return g_cancellable_is_cancelled (cancellable) ? NULL : g_steal_pointer (&verdicts);
}

typedef struct
{
  ChaseDocument *document;
  ChaseItem *item;
  ChaseDiagram *diagram;
  double seconds;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  chase_document_unref (question->document);
  chase_item_unref (question->item);
  chase_diagram_unref (question->diagram);
  g_free (question);
}

static void
find_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Question *question = data;
  ChaseVerdicts *verdicts = chase_verdicts_find (question->document, question->item,
                                                 question->diagram, question->seconds, cancellable);

  if (verdicts == NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Cancelled");
  else
    g_task_return_pointer (task, verdicts, (GDestroyNotify)chase_verdicts_unref);
}

void
chase_verdicts_find_async (ChaseDocument *document, ChaseItem *item, ChaseDiagram *diagram,
                           double seconds, GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Question *question = g_new0 (Question, 1);

  question->document = chase_document_ref (document);
  question->item = chase_item_ref (item);
  question->diagram = chase_diagram_ref (diagram);
  question->seconds = seconds;
  g_task_set_task_data (task, question, question_free);
  g_task_set_check_cancellable (task, FALSE);
  chase_background_run (task, find_in_thread);
}

ChaseVerdicts *
chase_verdicts_find_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
