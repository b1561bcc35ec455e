/* SPDX-License-Identifier: MIT */
#include "engine/tale.h"

#include "engine/tale-words.h"
#include "engine/view.h"

#include <string.h>

/* A face and the shape that it is a face of. */
typedef struct
{
  const ChaseCheckedFace *face;
  const ChaseDiagram *diagram; /* the drawing; NULL where nothing is spelled */
  ChaseShape *shape;
  guint32 *cells; /* of its nodes, then of its edges */
} Place;

/* Sets of a functor, whether it is a countermodel or one of the document. */
typedef struct
{
  const guint32 *sizes;
  const gsize *offsets;
  const guint32 *functions;
  ChaseName **names;  /* NULL: numbers */
  gboolean morphisms; /* the elements are morphisms: "h . f" */
} Sets;

static gboolean
place_init (Place *place, ChaseTheory *theory, ChaseItem *item, const ChaseCheckedFace *face)
{
  *place = (Place){ .face = face };
  place->shape = chase_theory_shape (theory, item, &place->cells, NULL);
  return place->shape != NULL;
}

static void
place_clear (Place *place)
{
  chase_shape_unref (place->shape);
  g_free (place->cells);
}

/* The node of the shape that the cell @cell is, or G_MAXUINT32. */
static guint32
find_node (const Place *place, guint32 cell)
{
  for (guint32 i = 0; i < chase_shape_n_nodes (place->shape); i++)
    if (place->cells[i] == cell)
      return i;
  return G_MAXUINT32;
}

static const ChaseEdge *
find_edge (const Place *place, guint32 cell)
{
  guint n_nodes = chase_shape_n_nodes (place->shape);

  for (guint32 i = 0; i < chase_shape_n_edges (place->shape); i++)
    if (place->cells[n_nodes + i] == cell)
      return chase_shape_edge (place->shape, i);
  return NULL;
}

static guint32
source_of (const Place *place)
{
  guint32 node = find_node (place, place->face->from);

  return node != G_MAXUINT32 ? chase_shape_node (place->shape, node)->object : G_MAXUINT32;
}

static void
take_step (const Place *place, const GArray *path, ChaseTale *tale)
{
  chase_tale_take_step (
      tale, path,
      chase_tale_spell_path (place->shape, place->cells, place->diagram, source_of (place), path));
}

static gboolean
tell_proof (const Place *place, const ChaseProof *proof, ChaseTale *tale)
{
  g_autoptr (GArray) before = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) after = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < proof->n_steps; i++)
    {
      if (!chase_view_proof_step (place->shape, place->cells, proof, i, source_of (place), before,
                                  after))
        return FALSE;
      if (i == 0)
        take_step (place, before, tale);
      take_step (place, after, tale);
    }
  return tale->steps->len >= 2;
}

static char *
name_of (const Place *place, const Sets *sets, guint32 object, guint32 x)
{
  gsize first = 0;

  for (guint32 i = 0; i < object; i++)
    first += sets->sizes[i];
  if (sets->names == NULL || sets->names[first + x] == NULL)
    return g_strdup_printf ("%u", x);
  if (sets->morphisms)
    return chase_tale_spell_morphism (place->shape, place->cells, place->diagram,
                                      sets->names[first + x]);
  return chase_name_to_label (sets->names[first + x]);
}

/* Where the arrows that @edge shows take @x. */
static guint32
apply (const Sets *sets, const ChaseEdge *edge, guint32 x)
{
  for (guint32 i = 0; i < edge->word.length; i++)
    x = sets->functions[sets->offsets[edge->word.letters[i]] + x];
  return x;
}

/* The element at the end of @path, from @x at its start; fills @run where that is not NULL. */
static guint32
follow (const Place *place, const Sets *sets, const GArray *path, guint32 x, ChaseTaleRun *run)
{
  guint32 node = find_node (place, place->face->from);

  for (guint i = 0; i <= path->len; i++)
    {
      guint32 cell = i < path->len ? g_array_index (path, guint32, i) : 0;
      const ChaseEdge *edge = i < path->len ? find_edge (place, cell) : NULL;

      if (run != NULL)
        {
          run->nodes[i] = place->cells[node];
          run->names[i] = name_of (place, sets, chase_shape_node (place->shape, node)->object, x);
        }
      if (edge == NULL)
        break;
      if (run != NULL)
        run->edges[i] = cell;
      x = apply (sets, edge, x);
      node = edge->target;
    }
  return x;
}

static void
tell_run (const Place *place, const Sets *sets, const GArray *path, guint32 x, ChaseTaleRun *run)
{
  run->n = path->len;
  run->edges = g_new (guint32, path->len + 1);
  run->nodes = g_new (guint32, path->len + 1);
  run->names = g_new0 (char *, path->len + 2);
  follow (place, sets, path, x, run);
}

static ChaseTale *
tell_element (const Place *place, const Sets *sets, guint32 x, const char *functor)
{
  ChaseTale *element = chase_tale_new (CHASE_TALE_ELEMENT);

  element->functor = g_strdup (functor);
  element->meet = follow (place, sets, place->face->left, x, NULL)
                  == follow (place, sets, place->face->right, x, NULL);
  tell_run (place, sets, place->face->left, x, &element->runs[0]);
  tell_run (place, sets, place->face->right, x, &element->runs[1]);
  return element;
}

static ChaseTale *
tell_countermodel (const Place *place)
{
  const ChaseModel *model = &place->face->evidence->model;
  Sets sets = { model->sizes, model->offsets, model->functions, model->names, FALSE };
  guint32 x
      = model->at != NULL ? chase_model_find (model, source_of (place), model->at) : G_MAXUINT32;

  return x != G_MAXUINT32 ? tell_element (place, &sets, x, NULL) : NULL;
}

static gboolean
is_hom (const ChaseFunctor *functor)
{
  return functor->term != NULL && functor->term->kind == CHASE_TERM_HOM
         && functor->object != G_MAXUINT32;
}

/* The functor's element that shows most: one that ends in two places, else the first. */
static ChaseTale *
tell_functor (const Place *place, const ChaseFunctor *functor)
{
  const ChaseSets *given = functor->sets;
  Sets sets = { given->sizes, given->offsets, given->functions, given->names, is_hom (functor) };
  guint32 n = given->sizes[source_of (place)], best = 0;

  for (guint32 x = 0; x < n; x++)
    if (follow (place, &sets, place->face->left, x, NULL)
        != follow (place, &sets, place->face->right, x, NULL))
      {
        best = x;
        break;
      }
  return n > 0 ? tell_element (place, &sets, best, functor->item->name) : NULL;
}

static ChaseTale *
tell_by_functor (ChaseTheory *theory, const Place *place)
{
  const ChaseDocument *document = chase_theory_document (theory);

  for (guint i = 0; chase_document_nth (document, CHASE_ITEM_FUNCTOR, i) != NULL; i++)
    {
      const ChaseItem *item = chase_document_nth (document, CHASE_ITEM_FUNCTOR, i);
      g_autoptr (ChaseTerm) term = item->name != NULL ? chase_term_new_name (item->name) : NULL;
      const ChaseFunctor *functor
          = term != NULL ? chase_theory_functor (theory, term, NULL, NULL, NULL) : NULL;
      ChaseTale *element = NULL;

      if (functor != NULL && functor->form == CHASE_FUNCTOR_SETS && functor->sets != NULL
          && functor->item != NULL && functor->source->presentation == place->shape->presentation)
        element = tell_functor (place, functor);
      if (element != NULL)
        return element;
    }
  return NULL;
}

static ChaseTale *
tell_of_element (ChaseTheory *theory, const Place *place)
{
  const ChaseEvidence *evidence = place->face->evidence;

  if (place->face->verdict == CHASE_VERDICT_FAILS && evidence != NULL
      && evidence->kind == CHASE_EVIDENCE_MODEL)
    return tell_countermodel (place);
  return tell_by_functor (theory, place);
}

/* The face between the first path of a proof and its last, where the drawing shows both. */
static ChaseCheckedFace *
face_of_result (const Place *place, const ChaseResult *result)
{
  const ChaseProof *proof = &result->evidence->proof;
  g_autoptr (GArray) first = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) last = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) other = g_array_new (FALSE, FALSE, sizeof (guint32));
  ChaseCheckedFace *face;

  if (!chase_view_proof_step (place->shape, place->cells, proof, 0, result->source, first, other)
      || !chase_view_proof_step (place->shape, place->cells, proof, proof->n_steps - 1,
                                 result->source, other, last)
      || first->len == 0)
    return NULL;
  face = g_new0 (ChaseCheckedFace, 1);
  face->from = place->cells[find_edge (place, g_array_index (first, guint32, 0))->source];
  face->to
      = place->cells[find_edge (place, g_array_index (first, guint32, first->len - 1))->target];
  face->left = g_steal_pointer (&first);
  face->right = g_steal_pointer (&last);
  face->verdict = CHASE_VERDICT_HOLDS;
  face->evidence = chase_evidence_ref (result->evidence);
  face->presentation = chase_presentation_ref (result->presentation);
  return face;
}

static guint
proof_length (const ChaseCheckedFace *face)
{
  return face->evidence != NULL && face->evidence->kind == CHASE_EVIDENCE_PROOF
             ? face->evidence->proof.n_steps
             : 0;
}

static gboolean
is_same_path (const GArray *a, const GArray *b)
{
  return a->len == b->len
         && (a->len == 0 || memcmp (a->data, b->data, a->len * sizeof (guint32)) == 0);
}

/* Whether @faces have a proof of @face, whichever of its paths comes first. */
static gboolean
has_proof (const GPtrArray *faces, const ChaseCheckedFace *face)
{
  for (guint i = 0; i < faces->len; i++)
    {
      const ChaseCheckedFace *other = g_ptr_array_index (faces, i);

      if (proof_length (other) > 0
          && ((is_same_path (other->left, face->left) && is_same_path (other->right, face->right))
              || (is_same_path (other->left, face->right)
                  && is_same_path (other->right, face->left))))
        return TRUE;
    }
  return FALSE;
}

static void
add_checked (ChaseTheory *theory, const Place *place, const ChaseItem *check,
             const ChaseBudget *budget, GCancellable *cancellable, GPtrArray *faces)
{
  g_autoptr (ChaseResult) result = NULL;
  ChaseCheckedFace *face = NULL;

  if (check->asked || check->negated || check->proposition == NULL
      || check->proposition->kind != CHASE_PROPOSITION_EQUATION
      || chase_theory_proposition_category (theory, check->proposition, NULL) == NULL)
    return;
  result = chase_check_proposition (theory, check->proposition, FALSE, budget, cancellable);
  if (result->evidence != NULL && result->evidence->kind == CHASE_EVIDENCE_PROOF
      && result->evidence->proof.n_steps > 0 && result->presentation == place->shape->presentation)
    face = face_of_result (place, result);
  if (face != NULL && has_proof (faces, face))
    chase_checked_face_free (face);
  else if (face != NULL)
    g_ptr_array_add (faces, face);
}

GPtrArray *
chase_tale_faces (ChaseTheory *theory, ChaseItem *item, const ChaseBudget *budget,
                  GCancellable *cancellable)
{
  const ChaseDocument *document = chase_theory_document (theory);
  g_autofree char *reason = NULL;
  GPtrArray *faces = chase_check_faces (theory, item, FALSE, budget, cancellable, &reason);
  const ChaseItem *check;
  Place place;

  if (faces == NULL)
    faces = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_checked_face_free);
  if (place_init (&place, theory, item, NULL))
    for (guint i = 0; (check = chase_document_nth (document, CHASE_ITEM_CHECK, i)) != NULL; i++)
      add_checked (theory, &place, check, budget, cancellable, faces);
  place_clear (&place);
  return faces;
}

static int
compare_faces (gconstpointer a, gconstpointer b)
{
  guint left = proof_length (*(ChaseCheckedFace *const *)a);
  guint right = proof_length (*(ChaseCheckedFace *const *)b);

  return (left < right) - (left > right);
}

/* What @path composes to when an arrow and its inverse that meet are left out. */
static GArray *
reduce (const Place *place, const GArray *path)
{
  GArray *word = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < path->len; i++)
    {
      const ChaseEdge *edge = find_edge (place, g_array_index (path, guint32, i));

      for (guint32 k = 0; edge != NULL && k < edge->word.length; k++)
        {
          guint32 letter = edge->word.letters[k];
          const ChaseArrow *arrow = chase_presentation_arrow (place->shape->presentation, letter);

          if (word->len > 0 && g_array_index (word, guint32, word->len - 1) == arrow->inverse)
            g_array_set_size (word, word->len - 1);
          else
            g_array_append_val (word, letter);
        }
    }
  return word;
}

/* Is it proved by nothing but arrows that go there and back? */
static gboolean
is_trivial (Place *place, const ChaseCheckedFace *face)
{
  g_autoptr (GArray) left = reduce (place, face->left);
  g_autoptr (GArray) right = reduce (place, face->right);

  return proof_length (face) > 0 && is_same_path (left, right);
}

/* All of @faces, or without the trivial ones where others are proved. Caller unrefs. */
static GPtrArray *
choose_faces (Place *place, const GPtrArray *faces)
{
  GPtrArray *chosen = g_ptr_array_new ();
  gboolean any = FALSE;

  for (guint i = 0; i < faces->len && !any; i++)
    any = proof_length (faces->pdata[i]) > 0 && !is_trivial (place, faces->pdata[i]);
  for (guint i = 0; i < faces->len; i++)
    if (!any || !is_trivial (place, faces->pdata[i]))
      g_ptr_array_add (chosen, faces->pdata[i]);
  return chosen;
}

/* The longest proofs first: they are what a class has to see. */
static void
tell_faces (ChaseTheory *theory, Place *place, const GPtrArray *faces, GPtrArray *tales)
{
  g_autoptr (GPtrArray) sorted = choose_faces (place, faces);

  g_ptr_array_sort (sorted, compare_faces);
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < sorted->len; i++)
      {
        ChaseTale *tale = NULL;

        place->face = g_ptr_array_index (sorted, i);
        if (source_of (place) == G_MAXUINT32)
          continue;
        if (pass == 1)
          tale = tell_of_element (theory, place);
        else if (proof_length (place->face) > 0)
          {
            tale = chase_tale_new (CHASE_TALE_PROOF);
            if (!tell_proof (place, &place->face->evidence->proof, tale))
              g_clear_pointer (&tale, chase_tale_free);
          }
        if (tale != NULL)
          g_ptr_array_add (tales, tale);
      }
}

/* The drawing that @diagram is the opposite of, its objects in the same places. */
static ChaseDiagram *
find_before (ChaseTheory *theory, const ChaseItem *item, const ChaseDiagram *diagram)
{
  const ChaseDocument *document = chase_theory_document (theory);
  const ChaseTerm *subject = item->expression;
  ChaseItem *drawing = subject != NULL && subject->kind == CHASE_TERM_NAME
                           ? chase_document_find (document, subject->name)
                           : NULL;
  g_autoptr (ChaseDiagram) plain = NULL;
  g_autofree double *places = g_new (double, 2 * diagram->n_nodes + 1);

  if (drawing == NULL || drawing->kind != CHASE_ITEM_DIAGRAM)
    return NULL;
  plain = chase_diagram_new (document, drawing, NULL);
  if (plain->n_nodes != diagram->n_nodes)
    return NULL;
  for (guint32 i = 0; i < plain->n_nodes; i++)
    {
      places[2 * i] = chase_diagram_get_cell (diagram, i)->x;
      places[2 * i + 1] = chase_diagram_get_cell (diagram, i)->y;
    }
  return chase_diagram_with_positions (plain, places);
}

static void
tell_view (ChaseTheory *theory, const ChaseItem *item, const ChaseDiagram *diagram,
           GPtrArray *tales)
{
  ChaseTale *tale = NULL;

  if (item->view == CHASE_VIEW_OPPOSITE)
    {
      ChaseDiagram *before = find_before (theory, item, diagram);

      tale = before != NULL ? chase_tale_new (CHASE_TALE_OPPOSITE) : NULL;
      if (tale != NULL)
        tale->before = before;
    }
  else if (item->view == CHASE_VIEW_IMAGE)
    tale = chase_tale_new (CHASE_TALE_IMAGE);
  else if (item->view == CHASE_VIEW_NATURALITY)
    tale = chase_tale_new (CHASE_TALE_NATURALITY);
  if (tale != NULL)
    g_ptr_array_add (tales, tale);
}

GPtrArray *
chase_tales (ChaseTheory *theory, ChaseItem *item, const ChaseDiagram *diagram,
             const GPtrArray *faces)
{
  GPtrArray *tales = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_tale_free);
  Place place = { 0 };

  tell_view (theory, item, diagram, tales);
  if (faces != NULL && item->view == CHASE_VIEW_NONE && place_init (&place, theory, item, NULL))
    {
      place.diagram = diagram;
      tell_faces (theory, &place, faces, tales);
    }
  place_clear (&place);
  return tales;
}
