/* SPDX-License-Identifier: MIT */
#include "engine/quiz.h"

#include "engine/explain.h"
#include "model/problem.h"
#include "i18n.h"

void
chase_quiz_result_free (ChaseQuizResult *result)
{
  if (result == NULL)
    return;
  g_free (result->reason);
  g_free (result);
}

/* Takes @reason. */
static ChaseQuizResult *
result_new (ChaseVerdict verdict, char *reason)
{
  ChaseQuizResult *result = g_new (ChaseQuizResult, 1);

  *result = (ChaseQuizResult){ verdict, reason };
  return result;
}

static ChaseQuizResult *
no_answer (const GPtrArray *problems, const char *otherwise)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const ChaseProblem *problem = g_ptr_array_index (problems, i);

      if (problem->severity == CHASE_SEVERITY_ERROR)
        return result_new (CHASE_VERDICT_UNDECIDED, g_strdup (problem->message));
    }
  return result_new (CHASE_VERDICT_UNDECIDED, g_strdup (otherwise));
}

static void
add_cell (GArray *found, const ChaseDiagram *diagram, guint32 index)
{
  const ChaseCell *cell = chase_diagram_get_cell (diagram, index);
  const char *asked = chase_style_get_extra (cell->style, "ask");
  ChaseQuiz quiz = { CHASE_QUIZ_ARROW, NULL, index, NULL, cell->value };

  if (asked == NULL || cell->level > 1)
    return;
  if (cell->level == 0)
    {
      quiz.kind = CHASE_QUIZ_OBJECT;
      quiz.functor = *asked != '\0' ? asked : NULL;
    }
  g_array_append_val (found, quiz);
}

/* Does the statement speak of the drawing: by its name, or as the category that it is in? */
static gboolean
speaks_of (ChaseTheory *theory, const ChaseProposition *said, const ChaseItem *item)
{
  const ChaseTerm *first = said->terms->len > 0 ? g_ptr_array_index (said->terms, 0) : NULL;
  const ChaseCategory *category;
  g_autoptr (ChaseTerm) own = NULL;

  if (item->name == NULL)
    return FALSE;
  if (said->kind == CHASE_PROPOSITION_COMMUTES)
    return chase_term_is_name (first, item->name);
  if (said->in != NULL && chase_term_is_name (said->in, item->name))
    return TRUE;
  category = chase_theory_proposition_category (theory, said, NULL);
  own = item->to != NULL ? chase_term_ref (item->to) : chase_term_new_name (item->name);
  return category != NULL && category == chase_theory_category (theory, own, NULL);
}

GArray *
chase_quiz_find (ChaseTheory *theory, ChaseItem *item, const ChaseDiagram *diagram)
{
  const ChaseDocument *document = chase_theory_document (theory);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (ChaseQuiz));
  const ChaseItem *asked;

  for (guint32 i = 0; i < chase_diagram_n_cells (diagram); i++)
    add_cell (found, diagram, i);
  for (guint i = 0; (asked = chase_document_nth (document, CHASE_ITEM_CHECK, i)) != NULL; i++)
    {
      ChaseQuiz quiz = { CHASE_QUIZ_CLAIM, asked, G_MAXUINT32, NULL, NULL };

      if (asked->asked && asked->proposition != NULL
          && speaks_of (theory, asked->proposition, item))
        g_array_append_val (found, quiz);
    }
  return found;
}

/* The edge of the shape that is the cell @cell of the diagram, or G_MAXUINT32. */
static guint32
find_edge (const ChaseShape *shape, const guint32 *cells, guint32 cell)
{
  guint n_nodes = chase_shape_n_nodes (shape);

  for (guint32 i = 0; i < chase_shape_n_edges (shape); i++)
    if (cells[n_nodes + i] == cell)
      return i;
  return G_MAXUINT32;
}

static ChaseQuizResult *
tell_answer (const ChaseAnswer *answer)
{
  if (answer->verdict == CHASE_VERDICT_UNDECIDED)
    return result_new (CHASE_VERDICT_UNDECIDED, g_strdup (answer->reason));
  return result_new (answer->verdict, g_strdup (answer->reason));
}

static ChaseQuizResult *
compare_paths (const ChaseShape *shape, guint32 edge, const ChaseCategory *category,
               ChaseTheory *theory, const ChaseTerm *answer, const ChaseBudget *budget,
               GCancellable *cancellable)
{
  const ChaseEdge *asked = chase_shape_edge (shape, edge);
  guint32 from = chase_shape_node (shape, asked->source)->object;
  guint32 to = chase_shape_node (shape, asked->target)->object;
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autoptr (GArray) word = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (ChaseEngine) engine = NULL;
  g_autoptr (ChaseAnswer) found = NULL;
  guint32 source, target;

  if (!chase_theory_path (theory, category, answer, &source, &target, word, problems))
    return no_answer (problems, _ ("that is no path of this category"));
  if (source != from || target != to)
    return result_new (
        CHASE_VERDICT_FAILS,
        g_strdup_printf (_ ("it goes from %s to %s, not from %s to %s"),
                         chase_presentation_object_name (shape->presentation, source),
                         chase_presentation_object_name (shape->presentation, target),
                         chase_presentation_object_name (shape->presentation, from),
                         chase_presentation_object_name (shape->presentation, to)));
  engine = chase_engine_new (shape->presentation);
  found = chase_engine_equal (engine, from, asked->word,
                              (ChaseWord){ (const guint32 *)(gpointer)word->data, word->len },
                              budget, cancellable);
  return tell_answer (found);
}

static ChaseQuizResult *
check_arrow (ChaseTheory *theory, ChaseItem *item, const ChaseQuiz *quiz, const ChaseTerm *answer,
             const ChaseBudget *budget, GCancellable *cancellable)
{
  g_autofree guint32 *cells = NULL;
  g_autoptr (ChaseShape) shape = chase_theory_shape (theory, item, &cells, NULL);
  g_autoptr (ChaseTerm) own = item->to != NULL     ? chase_term_ref (item->to)
                              : item->name != NULL ? chase_term_new_name (item->name)
                                                   : NULL;
  const ChaseCategory *category = own != NULL ? chase_theory_category (theory, own, NULL) : NULL;
  guint32 edge = shape != NULL ? find_edge (shape, cells, quiz->cell) : G_MAXUINT32;

  if (edge == G_MAXUINT32 || category == NULL || category->presentation != shape->presentation)
    return result_new (CHASE_VERDICT_UNDECIDED,
                       g_strdup (_ ("this drawing has no category to compare in")));
  return compare_paths (shape, edge, category, theory, answer, budget, cancellable);
}

/* The object that a node shows, or its image where @functor is not NULL, as a term. */
static ChaseTerm *
asked_object (ChaseItem *item, const ChaseQuiz *quiz, ChaseTheory *theory)
{
  g_autoptr (ChaseDiagram) diagram = chase_diagram_new (chase_theory_document (theory), item, NULL);
  const ChaseCell *cell = chase_diagram_get_cell (diagram, quiz->cell);
  g_autoptr (ChaseTerm) object
      = cell->value != NULL ? chase_term_ref (cell->value) : chase_term_new_name (cell->name);
  g_autoptr (ChaseTerm) functor = NULL;

  if (quiz->functor == NULL)
    return g_steal_pointer (&object);
  functor = chase_term_new_name (quiz->functor);
  return chase_term_new (CHASE_TERM_APPLY, (ChaseTerm *[]){ functor, object }, 2, 0);
}

static gboolean
contains (const GPtrArray *set, const ChaseName *name)
{
  for (guint i = 0; i < set->len; i++)
    if (chase_name_equal (g_ptr_array_index (set, i), name))
      return TRUE;
  return FALSE;
}

static ChaseQuizResult *
compare_sets (const GPtrArray *asked, const GPtrArray *answer)
{
  gboolean same = asked->len == answer->len;

  for (guint i = 0; i < answer->len; i++)
    {
      if (!contains (asked, g_ptr_array_index (answer, i)))
        return result_new (CHASE_VERDICT_FAILS,
                           g_strdup_printf (_ ("%s is no element of it"),
                                            (const char *)g_ptr_array_index (answer, i)));
    }
  return same ? result_new (CHASE_VERDICT_HOLDS, NULL)
              : result_new (CHASE_VERDICT_FAILS, g_strdup_printf (_ ("it has %u elements, not %u"),
                                                                  asked->len, answer->len));
}

static const ChaseCategory *
target_of (ChaseTheory *theory, ChaseItem *item, const ChaseTerm *asked)
{
  const ChaseFunctor *functor
      = asked->kind == CHASE_TERM_APPLY
            ? chase_theory_functor (theory, asked->args[0], NULL, NULL, NULL)
            : NULL;

  if (functor != NULL)
    return functor->target;
  return item->to != NULL ? chase_theory_category (theory, item->to, NULL) : NULL;
}

static ChaseQuizResult *
check_object (ChaseTheory *theory, ChaseItem *item, const ChaseQuiz *quiz, const ChaseTerm *answer)
{
  g_autoptr (ChaseTerm) asked = asked_object (item, quiz, theory);
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  const ChaseCategory *category = target_of (theory, item, asked);
  guint32 expected, given;

  if (category == NULL)
    return result_new (CHASE_VERDICT_UNDECIDED,
                       g_strdup (_ ("there is nothing to compare it with")));
  if (category->kind == CHASE_CATEGORY_SETS)
    {
      g_autoptr (GPtrArray) one = chase_theory_set (theory, asked, NULL);
      g_autoptr (GPtrArray) other = chase_theory_set (theory, answer, NULL);

      if (one == NULL || other == NULL)
        return result_new (CHASE_VERDICT_UNDECIDED, g_strdup (_ ("a set is asked for: {x, y}")));
      return compare_sets (one, other);
    }
  if (category->kind != CHASE_CATEGORY_PRESENTED
      || !chase_theory_object (theory, category, asked, &expected, problems)
      || !chase_theory_object (theory, category, answer, &given, problems))
    return no_answer (problems, _ ("that is no object of this category"));
  return result_new (expected == given ? CHASE_VERDICT_HOLDS : CHASE_VERDICT_FAILS, NULL);
}

ChaseQuizResult *
chase_quiz_check (ChaseTheory *theory, ChaseItem *item, const ChaseQuiz *quiz,
                  const ChaseTerm *answer, const ChaseBudget *budget, GCancellable *cancellable)
{
  g_return_val_if_fail (quiz->kind != CHASE_QUIZ_CLAIM, NULL);
  return quiz->kind == CHASE_QUIZ_ARROW
             ? check_arrow (theory, item, quiz, answer, budget, cancellable)
             : check_object (theory, item, quiz, answer);
}

ChaseQuizResult *
chase_quiz_check_claim (ChaseTheory *theory, const ChaseQuiz *quiz, gboolean yes,
                        const ChaseBudget *budget, GCancellable *cancellable)
{
  g_autoptr (ChaseResult) result = chase_check_proposition (
      theory, quiz->asked->proposition, quiz->asked->negated, budget, cancellable);
  gboolean so = result->verdict == CHASE_VERDICT_HOLDS;

  if (result->verdict == CHASE_VERDICT_UNDECIDED)
    return result_new (CHASE_VERDICT_UNDECIDED, g_strdup (result->reason));
  return result_new (so == yes ? CHASE_VERDICT_HOLDS : CHASE_VERDICT_FAILS,
                     g_strdup (result->reason));
}
