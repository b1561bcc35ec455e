/* SPDX-License-Identifier: MIT */
#include "model/set-diagram.h"

#include "model/theory-private.h"

void
chase_set_diagram_free (ChaseSetDiagram *diagram)
{
  if (diagram == NULL)
    return;
  for (guint i = 0; i < diagram->edges->len; i++)
    chase_set_map_free (g_array_index (diagram->edges, ChaseSetEdge, i).map);
  g_clear_pointer (&diagram->base, chase_presentation_unref);
  g_ptr_array_unref (diagram->nodes);
  g_array_unref (diagram->edges);
  g_ptr_array_unref (diagram->terms);
  g_free (diagram);
}

const ChaseSets *
chase_set_diagram_node (const ChaseSetDiagram *diagram, guint32 node)
{
  return g_ptr_array_index (diagram->nodes, node);
}

const ChaseSetEdge *
chase_set_diagram_edge (const ChaseSetDiagram *diagram, guint32 edge)
{
  return &g_array_index (diagram->edges, ChaseSetEdge, edge);
}

typedef struct
{
  ChaseTheory *theory;
  const ChaseCategory *category;
  const ChaseDiagram *drawn;
  gboolean turned; /* in the opposite category */
  ChaseEnumerate enumerate;
  gpointer data;
} Reading;

/* What @cell shows: its value, or what has its name. Caller owns the term. */
static ChaseTerm *
shown_by (const ChaseCell *cell)
{
  if (cell->value != NULL)
    return chase_term_ref ((ChaseTerm *)cell->value);
  return cell->name != NULL ? chase_term_new_name (cell->name) : NULL;
}

/* Takes @given. */
static gboolean
add_node (const Reading *reading, ChaseSetDiagram *diagram, ChaseTerm *given)
{
  g_autoptr (ChaseTerm) term = given;
  ChaseSets *sets = NULL;

  if (term != NULL)
    sets = chase_set_object (reading->theory, reading->category, term, reading->enumerate,
                             reading->data);
  if (sets == NULL)
    return FALSE;
  g_ptr_array_add (diagram->nodes, sets);
  g_ptr_array_add (diagram->terms, g_steal_pointer (&term));
  return TRUE;
}

/* Takes @given. */
static gboolean
add_edge (const Reading *reading, ChaseSetDiagram *diagram, guint32 source, guint32 target,
          const ChaseName *name, ChaseTerm *given)
{
  g_autoptr (ChaseTerm) term = given;
  ChaseSetEdge edge = { source, target, name, NULL };

  if (term != NULL)
    edge.map = chase_set_map (reading->theory, reading->category, term, reading->enumerate,
                              reading->data);
  if (edge.map == NULL
      || !chase_set_map_fit (edge.map, chase_set_diagram_node (diagram, source),
                             chase_set_diagram_node (diagram, target)))
    {
      chase_set_map_free (edge.map);
      return FALSE;
    }
  g_array_append_val (diagram->edges, edge);
  g_ptr_array_add (diagram->terms, g_steal_pointer (&term));
  return TRUE;
}

static gboolean
add_cells (const Reading *reading, ChaseSetDiagram *diagram)
{
  for (guint32 i = 0; i < reading->drawn->n_nodes; i++)
    if (!add_node (reading, diagram, shown_by (chase_diagram_get_cell (reading->drawn, i))))
      return FALSE;
  for (guint32 i = reading->drawn->n_nodes; i < reading->drawn->cells->len; i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (reading->drawn, i);

      if (chase_cell_is_arrow (cell)
          && !add_edge (reading, diagram, reading->turned ? cell->target : cell->source,
                        reading->turned ? cell->source : cell->target, cell->name, shown_by (cell)))
        return FALSE;
    }
  return TRUE;
}

/* Computed diagrams. Nodes and edges come in the order of the picture. */

/* @operator at what @argument (taken) is: M(A), M(f), alpha[A]. */
static ChaseTerm *
apply (ChaseTermKind kind, const ChaseTerm *operator, ChaseTerm * argument)
{
  g_autoptr (ChaseTerm) taken = argument;
  ChaseTerm *args[] = { (ChaseTerm *)operator, taken };

  return chase_term_new (kind, args, 2, 0);
}

static ChaseTerm *
object_term (const ChasePresentation *p, guint32 object)
{
  return chase_term_new_name (chase_presentation_object_name (p, object));
}

/* `sets M`: every M(A) and every M(f). */
static gboolean
add_sets (const Reading *reading, ChaseSetDiagram *diagram, const ChaseItem *item)
{
  const ChaseFunctor *functor
      = chase_theory_functor (reading->theory, item->expression, NULL, NULL, NULL);
  const ChasePresentation *p;

  if (functor == NULL || functor->target != reading->category
      || functor->source->kind != CHASE_CATEGORY_PRESENTED)
    return FALSE;
  p = functor->source->presentation;
  for (guint32 a = 0; a < chase_presentation_n_objects (p); a++)
    if (!add_node (reading, diagram,
                   apply (CHASE_TERM_APPLY, item->expression, object_term (p, a))))
      return FALSE;
  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (p, f);

      if (!arrow->formal
          && !add_edge (
              reading, diagram, arrow->source, arrow->target, arrow->name,
              apply (CHASE_TERM_APPLY, item->expression, chase_term_new_name (arrow->name))))
        return FALSE;
    }
  return TRUE;
}

/* A transformation between functors to Set, and what its two functors are written as. */
typedef struct
{
  const ChaseTerm *alpha;
  ChaseTerm *functors[2];
} Nature;

static ChaseTerm *
functor_term (const ChaseFunctor *functor)
{
  if (functor->item != NULL && functor->item->name != NULL)
    return chase_term_new_name (functor->item->name);
  return chase_term_ref (functor->term);
}

/* The corners of the square over a path that goes to functions from the set at @from to that at
 * @to. */
static gboolean
add_corners (const Reading *reading, ChaseSetDiagram *diagram, const Nature *nature,
             const ChasePresentation *p, guint32 from, guint32 to)
{
  guint32 ends[] = { from, to };

  for (guint i = 0; i < 4; i++)
    if (!add_node (reading, diagram,
                   apply (CHASE_TERM_APPLY, nature->functors[i / 2], object_term (p, ends[i % 2]))))
      return FALSE;
  return TRUE;
}

/* Its sides, from the corner number @corner on. */
static gboolean
add_sides (const Reading *reading, ChaseSetDiagram *diagram, const Nature *nature,
           const ChasePresentation *p, const ChaseTerm *path, guint32 from, guint32 to,
           guint32 corner)
{
  return add_edge (reading, diagram, corner, corner + 1, NULL,
                   apply (CHASE_TERM_APPLY, nature->functors[0], chase_term_ref (path)))
         && add_edge (reading, diagram, corner, corner + 2, NULL,
                      apply (CHASE_TERM_COMPONENT, nature->alpha, object_term (p, from)))
         && add_edge (reading, diagram, corner + 1, corner + 3, NULL,
                      apply (CHASE_TERM_COMPONENT, nature->alpha, object_term (p, to)))
         && add_edge (reading, diagram, corner + 2, corner + 3, NULL,
                      apply (CHASE_TERM_APPLY, nature->functors[1], chase_term_ref (path)));
}

/* The squares at @paths (of ChaseTerm) with these @ends, two for each. */
static gboolean
add_squares (const Reading *reading, ChaseSetDiagram *diagram, const Nature *nature,
             const ChasePresentation *p, const GPtrArray *paths, const GArray *ends)
{
  gboolean good = TRUE;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; good && i < paths->len; i++)
      {
        guint32 from = g_array_index (ends, guint32, 2 * i);
        guint32 to = g_array_index (ends, guint32, 2 * i + 1);

        good = pass == 0 ? add_corners (reading, diagram, nature, p, from, to)
                         : add_sides (reading, diagram, nature, p, g_ptr_array_index (paths, i),
                                      from, to, 4 * i);
      }
  return good;
}

/* Which paths `naturality alpha` is about, and between which sets the functors send them. */
static gboolean
find_paths (ChaseTheory *theory, const ChaseItem *item, const ChaseFunctor *functor,
            GPtrArray *paths, GArray *ends)
{
  const ChaseCategory *argument = chase_theory_argument (theory, functor);
  const ChasePresentation *p = functor->source->presentation;
  g_autoptr (GArray) word = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 pair[2];

  if (item->at != NULL)
    {
      gboolean turned = argument != functor->source;

      if (argument == NULL || argument->kind != CHASE_CATEGORY_PRESENTED
          || !chase_theory_path (theory, argument, item->at, &pair[turned], &pair[!turned], word,
                                 NULL))
        return FALSE;
      g_ptr_array_add (paths, chase_term_ref (item->at));
      g_array_append_vals (ends, pair, 2);
      return TRUE;
    }
  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (p, f);

      if (arrow->formal)
        continue;
      g_ptr_array_add (paths, chase_term_new_name (arrow->name));
      g_array_append_val (ends, arrow->source);
      g_array_append_val (ends, arrow->target);
    }
  return TRUE;
}

/* `naturality alpha` and `naturality alpha at f`. */
static gboolean
add_naturality (const Reading *reading, ChaseSetDiagram *diagram, const ChaseItem *item)
{
  const ChaseTransformation *alpha
      = chase_theory_transformation (reading->theory, item->expression, NULL, NULL, NULL);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_term_unref);
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (ChaseTerm) from = NULL;
  g_autoptr (ChaseTerm) to = NULL;

  if (alpha == NULL || alpha->from->target != reading->category
      || alpha->from->source->kind != CHASE_CATEGORY_PRESENTED
      || !find_paths (reading->theory, item, alpha->from, paths, ends))
    return FALSE;
  from = functor_term (alpha->from);
  to = functor_term (alpha->to);
  if (from == NULL || to == NULL)
    return FALSE;
  return add_squares (reading, diagram, &(Nature){ item->expression, { from, to } },
                      alpha->from->source->presentation, paths, ends);
}

/* The sets of a transformation commute when it is natural. */
static gboolean
add_view (const Reading *reading, ChaseSetDiagram *diagram, const ChaseItem *item)
{
  if (item->expression == NULL)
    return FALSE;
  return item->view == CHASE_VIEW_SETS
                 && !chase_theory_names_transformation (reading->theory, item->expression)
             ? add_sets (reading, diagram, item)
             : add_naturality (reading, diagram, item);
}

ChaseSetDiagram *
chase_set_diagram_new (ChaseTheory *theory, ChaseItem *item, ChaseEnumerate enumerate,
                       gpointer data)
{
  g_autoptr (ChaseSetDiagram) diagram = NULL;
  Reading reading = { theory, NULL, NULL, FALSE, enumerate, data };

  gboolean drawn = item->view == CHASE_VIEW_NONE;

  if (item->kind != CHASE_ITEM_DIAGRAM || (drawn && item->to == NULL)
      || (!drawn && item->view != CHASE_VIEW_SETS && item->view != CHASE_VIEW_NATURALITY))
    return NULL;
  reading.category
      = drawn ? chase_theory_meaning (theory, item) : chase_theory_category_of_sets (theory);
  if (reading.category != NULL && reading.category->kind == CHASE_CATEGORY_OPPOSITE)
    {
      reading.turned = TRUE;
      reading.category = reading.category->parts[0];
    }
  if (!chase_category_of_sets (reading.category))
    return NULL;
  reading.drawn = drawn ? g_hash_table_lookup (theory->diagrams, item) : NULL;
  diagram = g_new0 (ChaseSetDiagram, 1);
  diagram->category = reading.category;
  diagram->base = chase_category_sets_base (reading.category);
  diagram->terms = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_term_unref);
  diagram->nodes = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_sets_free);
  diagram->edges = g_array_new (FALSE, FALSE, sizeof (ChaseSetEdge));
  return (drawn ? add_cells (&reading, diagram) : add_view (&reading, diagram, item))
             ? g_steal_pointer (&diagram)
             : NULL;
}
