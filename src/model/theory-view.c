/* SPDX-License-Identifier: MIT */
#include "model/hom-list.h"
#include "model/theory-private.h"

/*
 * Computed diagrams as shapes, so that one can ask whether they commute. Nodes and edges come in
 * the order in which the picture of the same view has them.
 */

static ChaseShape *
shape_of_category (ChaseTheory *theory, const ChaseItem *item)
{
  const ChaseCategory *category = chase_theory_category (theory, item->expression, NULL);

  if (category == NULL || category->kind != CHASE_CATEGORY_PRESENTED)
    return NULL;
  return chase_shape_new_whole (category->presentation);
}

/* `elements M`: of the category of elements. */
static ChaseShape *
shape_of_elements (ChaseTheory *theory, const ChaseItem *item)
{
  g_autoptr (ChaseTerm) term = chase_term_new (CHASE_TERM_ELEMENTS, &item->expression, 1, 0);
  const ChaseCategory *category = chase_theory_category (theory, term, NULL);

  return category != NULL && category->kind == CHASE_CATEGORY_PRESENTED
             ? chase_shape_new_whole (category->presentation)
             : NULL;
}

/* One edge for each path from @source but the identity, in the order of shortest paths. */
static gboolean
add_paths_from (ChaseShape *shape, const ChaseCategory *category, guint32 source, guint64 *steps)
{
  ChasePresentation *p = category->presentation;
  guint32 n_arrows = chase_presentation_n_arrows (p);
  g_autoptr (ChaseHomTable) table = chase_hom_table_list (p, category->table, source, steps);
  g_autofree guint32 *before = NULL;
  g_autofree guint32 *last = NULL;
  g_autoptr (GArray) word = g_array_new (FALSE, FALSE, sizeof (guint32));

  if (table == NULL)
    return FALSE;
  chase_hom_table_paths (table, n_arrows, &before, &last);
  for (guint32 row = 1; row < table->n_rows; row++)
    {
      g_array_set_size (word, 0);
      for (guint32 at = row; at != 0; at = before[at])
        g_array_prepend_val (word, last[at]);
      chase_shape_add_edge (shape, NULL, source, table->object[row],
                            (ChaseWord){ (const guint32 *)(gpointer)word->data, word->len });
    }
  return TRUE;
}

/* `all C`: every morphism. */
static ChaseShape *
shape_of_all (ChaseTheory *theory, const ChaseItem *item)
{
  const ChaseCategory *category = chase_theory_category (theory, item->expression, NULL);
  g_autoptr (ChaseShape) shape = NULL;
  guint64 steps = CHASE_HOM_STEPS;

  if (category == NULL || category->kind != CHASE_CATEGORY_PRESENTED)
    return NULL;
  shape = chase_shape_new (category->presentation);
  for (guint32 a = 0; a < chase_presentation_n_objects (category->presentation); a++)
    chase_shape_add_node (shape, chase_presentation_object_name (category->presentation, a), a);
  for (guint32 a = 0; a < chase_presentation_n_objects (category->presentation); a++)
    if (!add_paths_from (shape, category, a, &steps))
      return NULL;
  return g_steal_pointer (&shape);
}

/* The diagram that `opposite D`, `cone D` or `cocone D` names, or NULL. */
static ChaseItem *
named_subject (ChaseTheory *theory, const ChaseItem *item)
{
  ChaseItem *subject
      = item->expression != NULL && item->expression->kind == CHASE_TERM_NAME
                && (item->view == CHASE_VIEW_OPPOSITE || item->view == CHASE_VIEW_CONE
                    || item->view == CHASE_VIEW_COCONE)
            ? chase_theory_find (theory, item->expression->name)
            : NULL;

  return subject != NULL && subject->kind == CHASE_ITEM_DIAGRAM ? subject : NULL;
}

ChaseItem *
chase_theory_view_subject (ChaseTheory *theory, const ChaseItem *item)
{
  ChaseItem *subject = named_subject (theory, item);
  const ChaseItem *end = subject;

  for (guint depth = 0; end != NULL; depth++)
    {
      if (depth == CHASE_VIEW_DEPTH)
        return NULL;
      end = named_subject (theory, end);
    }
  return subject;
}

static ChaseWord
reversed (ChaseWord word, GArray *letters)
{
  g_array_set_size (letters, 0);
  for (guint32 i = word.length; i > 0; i--)
    g_array_append_val (letters, word.letters[i - 1]);
  return (ChaseWord){ (const guint32 *)(gpointer)letters->data, letters->len };
}

/* That of the opposite category, where @presentation is that of a category. */
static ChasePresentation *
opposite_presentation (ChaseTheory *theory, ChasePresentation *presentation)
{
  const ChaseCategory *category = chase_theory_category_of (theory, presentation);
  const ChaseCategory *opposite
      = category != NULL ? chase_theory_opposite (theory, category) : NULL;

  return opposite != NULL && opposite->presentation != NULL
             ? chase_presentation_ref (opposite->presentation)
             : chase_presentation_opposite (presentation);
}

static ChaseShape *
shape_of_opposite (ChaseTheory *theory, const ChaseItem *item)
{
  ChaseItem *subject = chase_theory_view_subject (theory, item);
  g_autoptr (ChaseShape) original = NULL;
  g_autoptr (ChasePresentation) presentation = NULL;
  g_autoptr (GArray) letters = g_array_new (FALSE, FALSE, sizeof (guint32));
  ChaseShape *shape;

  if (subject == NULL)
    return NULL;
  original = chase_theory_shape (theory, subject, NULL, NULL);
  if (original == NULL)
    return NULL;
  presentation = opposite_presentation (theory, original->presentation);
  shape = chase_shape_new (presentation);
  for (guint i = 0; i < chase_shape_n_nodes (original); i++)
    {
      const ChaseNode *node = chase_shape_node (original, i);

      chase_shape_add_node (shape, node->name, node->object);
    }
  for (guint i = 0; i < chase_shape_n_edges (original); i++)
    {
      const ChaseEdge *edge = chase_shape_edge (original, i);

      chase_shape_add_edge (shape, edge->name, edge->target, edge->source,
                            reversed (edge->word, letters));
    }
  return shape;
}

/* What naturality is drawn of: one transformation, or the factors of a composite that is written
 * out, F_0 => ... => F_n, and their composite. */
typedef struct
{
  const ChaseTransformation *whole;
  GPtrArray
      *factors; /* of ChaseTransformation, first things first; empty for one that is no composite */
} Naturality;

static const ChaseFunctor *
functor_at (const Naturality *nature, guint i)
{
  const ChaseTransformation *factor;

  if (nature->factors->len == 0)
    return i == 0 ? nature->whole->from : nature->whole->to;
  factor = g_ptr_array_index (nature->factors, MIN (i, nature->factors->len - 1));
  return i < nature->factors->len ? factor->from : factor->to;
}

/* The edge that a functor sends @path to, from the node @corner to the node @to. */
static gboolean
add_image (ChaseShape *shape, const ChaseFunctor *functor, ChaseWord path, guint32 corner,
           guint32 to)
{
  g_autoptr (GArray) image = g_array_new (FALSE, FALSE, sizeof (guint32));

  if (!chase_functor_map (functor, path, image))
    return FALSE;
  chase_shape_add_edge (shape, NULL, corner, to,
                        (ChaseWord){ (const guint32 *)(gpointer)image->data, image->len });
  return TRUE;
}

/* The prism of a composite at @path, as view-prism.c of the engine draws it. */
static gboolean
add_prism (ChaseShape *shape, const Naturality *nature, ChaseWord path, const guint32 ends[2],
           guint32 corner, gboolean nodes)
{
  guint n = nature->factors->len;
  gboolean good = TRUE;

  for (guint end = 0; end < 2; end++)
    {
      guint32 first = corner + end * (n + 1);

      for (guint i = 0; nodes && i <= n; i++)
        chase_shape_add_node (shape, NULL, functor_at (nature, i)->objects[ends[end]]);
      for (guint i = 0; !nodes && i < n; i++)
        {
          const ChaseTransformation *factor = g_ptr_array_index (nature->factors, i);

          chase_shape_add_edge (shape, NULL, first + i, first + i + 1, factor->words[ends[end]]);
        }
      if (!nodes)
        chase_shape_add_edge (shape, NULL, first, first + n, nature->whole->words[ends[end]]);
    }
  for (guint i = 0; good && !nodes && i <= n; i++)
    good = add_image (shape, functor_at (nature, i), path, corner + i, corner + n + 1 + i);
  return good;
}

/* The naturality square of @alpha at @path, a path of the functors' source from object @ends[0] to
 * @ends[1]. Its first node is @corner. */
static gboolean
add_square (ChaseShape *shape, const Naturality *nature, ChaseWord path, const guint32 ends[2],
            guint32 corner, gboolean nodes)
{
  const ChaseTransformation *alpha = nature->whole;

  if (nature->factors->len > 0)
    return add_prism (shape, nature, path, ends, corner, nodes);
  if (nodes)
    {
      for (guint i = 0; i < 4; i++)
        chase_shape_add_node (shape, NULL, (i < 2 ? alpha->from : alpha->to)->objects[ends[i % 2]]);
      return TRUE;
    }
  if (!add_image (shape, alpha->from, path, corner, corner + 1))
    return FALSE;
  chase_shape_add_edge (shape, NULL, corner, corner + 2, alpha->words[ends[0]]);
  chase_shape_add_edge (shape, NULL, corner + 1, corner + 3, alpha->words[ends[1]]);
  return add_image (shape, alpha->to, path, corner + 2, corner + 3);
}

/* All squares: their corners in a first pass, their sides in a second one. */
static gboolean
add_generator_squares (ChaseShape *shape, const Naturality *nature)
{
  const ChasePresentation *source = nature->whole->from->source->presentation;
  guint n_corners = nature->factors->len > 0 ? 2 * (nature->factors->len + 1) : 4;

  for (guint pass = 0; pass < 2; pass++)
    for (guint32 i = 0, corner = 0; i < chase_presentation_n_arrows (source); i++)
      {
        const ChaseArrow *arrow = chase_presentation_arrow (source, i);
        guint32 ends[2] = { arrow->source, arrow->target };

        if (arrow->formal)
          continue;
        if (!add_square (shape, nature, (ChaseWord){ &i, 1 }, ends, corner, pass == 0))
          return FALSE;
        corner += n_corners;
      }
  return TRUE;
}

static gboolean
add_square_at (ChaseTheory *theory, ChaseShape *shape, const Naturality *nature,
               const ChaseTerm *at)
{
  const ChaseTransformation *alpha = nature->whole;
  const ChaseCategory *argument = chase_theory_argument (theory, alpha->from);
  g_autoptr (GArray) word = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) turned = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 ends[2];
  ChaseWord path;

  if (argument == NULL || argument->kind != CHASE_CATEGORY_PRESENTED
      || !chase_theory_path (theory, argument, at, &ends[0], &ends[1], word, NULL))
    return FALSE;
  path = (ChaseWord){ (const guint32 *)(gpointer)word->data, word->len };
  if (argument != alpha->from->source)
    {
      guint32 first = ends[0];

      path = reversed (path, turned);
      ends[0] = ends[1];
      ends[1] = first;
    }
  return add_square (shape, nature, path, ends, 0, TRUE)
         && add_square (shape, nature, path, ends, 0, FALSE);
}

static gboolean
has_words (const ChaseTransformation *alpha)
{
  return alpha != NULL && alpha->form == CHASE_TRANSFORMATION_WORDS
         && alpha->from->source->kind == CHASE_CATEGORY_PRESENTED
         && alpha->from->target->kind == CHASE_CATEGORY_PRESENTED;
}

/* FALSE where a factor has no components that are paths. */
static gboolean
find_factors (ChaseTheory *theory, const ChaseTerm *term, GPtrArray *factors)
{
  gboolean reversed = term->kind == CHASE_TERM_COMPOSE;

  if (!reversed && term->kind != CHASE_TERM_THEN)
    return TRUE;
  for (guint i = 0; i < term->n_args; i++)
    {
      const ChaseTransformation *factor = chase_theory_transformation (
          theory, term->args[reversed ? term->n_args - 1 - i : i], NULL, NULL, NULL);

      if (!has_words (factor))
        return FALSE;
      g_ptr_array_add (factors, (gpointer)factor);
    }
  return TRUE;
}

static ChaseShape *
shape_of_naturality (ChaseTheory *theory, const ChaseItem *item)
{
  g_autoptr (GPtrArray) factors = g_ptr_array_new ();
  Naturality nature
      = { chase_theory_transformation (theory, item->expression, NULL, NULL, NULL), factors };
  g_autoptr (ChaseShape) shape = NULL;
  gboolean good;

  if (!has_words (nature.whole) || !find_factors (theory, item->expression, factors))
    return NULL;
  shape = chase_shape_new (nature.whole->from->target->presentation);
  good = item->at != NULL ? add_square_at (theory, shape, &nature, item->at)
                          : add_generator_squares (shape, &nature);
  return good ? g_steal_pointer (&shape) : NULL;
}

ChaseShape *
chase_theory_view_shape (ChaseTheory *theory, const ChaseItem *item)
{
  if (item->expression == NULL)
    return NULL;
  switch (item->view)
    {
    case CHASE_VIEW_CATEGORY:
      return shape_of_category (theory, item);
    case CHASE_VIEW_ALL:
      return shape_of_all (theory, item);
    case CHASE_VIEW_ELEMENTS:
      return shape_of_elements (theory, item);
    case CHASE_VIEW_OPPOSITE:
      return shape_of_opposite (theory, item);
    case CHASE_VIEW_NATURALITY:
      return shape_of_naturality (theory, item);
    default:
      return NULL;
    }
}
