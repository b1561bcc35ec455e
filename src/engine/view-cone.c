/* SPDX-License-Identifier: MIT */
#include "engine/view-private.h"

#include "engine/clock.h"

#include <math.h>

#include "i18n.h"

/* A category and a diagram with more cones than this are not searched. */
#define MOST_CONES 200000

/*
 * A limit by trying everything: the cones over the diagram are listed, and a cone from L is a limit
 * when, for every object X, composing with it is a bijection from Hom (X, L) to the cones from X. A
 * colimit is a limit with all arrows turned round.
 */
typedef struct
{
  ChaseView *view;
  gboolean dual;
  ChaseShape *shape;
  ChaseHomSets *homs;
  ChaseClock clock;
  guint32 n_nodes;
  guint32 *edges; /* the morphism that each edge shows */
  GArray **cones; /* of each object: n_nodes morphisms a cone */
  guint64 n_cones;
} Search;

/* "@first, then @second", or the other way round in the dual. */
static guint32
compose (const Search *search, guint32 first, guint32 second)
{
  return search->dual ? chase_hom_sets_compose (search->homs, second, first)
                      : chase_hom_sets_compose (search->homs, first, second);
}

static guint32
from_of (const Search *search, guint32 morphism)
{
  const ChaseMorphism *m = chase_hom_sets_get (search->homs, morphism);

  return search->dual ? m->target : m->source;
}

static guint32
to_of (const Search *search, guint32 morphism)
{
  const ChaseMorphism *m = chase_hom_sets_get (search->homs, morphism);

  return search->dual ? m->source : m->target;
}

static void
find_edges (Search *search)
{
  guint32 n_arrows = chase_presentation_n_arrows (search->homs->presentation);

  search->edges = g_new0 (guint32, chase_shape_n_edges (search->shape) + 1);
  for (guint i = 0; i < chase_shape_n_edges (search->shape); i++)
    {
      const ChaseEdge *edge = chase_shape_edge (search->shape, i);
      guint32 morphism = chase_shape_node (search->shape, edge->source)->object;

      for (guint32 k = 0; k < edge->word.length; k++)
        morphism = g_array_index (search->homs->next, guint32,
                                  morphism * n_arrows + edge->word.letters[k]);
      search->edges[i] = morphism;
    }
}

/* Do the legs of the first @n nodes agree along the edges between them that touch the last? */
static gboolean
agrees (const Search *search, const guint32 *legs, guint32 n)
{
  for (guint i = 0; i < chase_shape_n_edges (search->shape); i++)
    {
      const ChaseEdge *edge = chase_shape_edge (search->shape, i);
      guint32 from = search->dual ? edge->target : edge->source;
      guint32 to = search->dual ? edge->source : edge->target;

      if (MAX (from, to) == n - 1 && compose (search, legs[from], search->edges[i]) != legs[to])
        return FALSE;
    }
  return TRUE;
}

/* Appends all cones from @apex whose first @n legs are @legs. FALSE when the budget is spent. */
static gboolean
extend (Search *search, guint32 apex, guint32 *legs, guint32 n)
{
  if (chase_clock_tick (&search->clock))
    return FALSE;
  if (n == search->n_nodes)
    {
      g_array_append_vals (search->cones[apex], legs, n);
      return ++search->n_cones <= MOST_CONES;
    }
  for (guint32 m = 0; m < chase_hom_sets_size (search->homs); m++)
    {
      if (from_of (search, m) != apex
          || to_of (search, m) != chase_shape_node (search->shape, n)->object)
        continue;
      legs[n] = m;
      if (agrees (search, legs, n + 1) && !extend (search, apex, legs, n + 1))
        return FALSE;
    }
  return TRUE;
}

static guint
n_cones_from (const Search *search, guint32 object)
{
  return search->n_nodes > 0 ? search->cones[object]->len / search->n_nodes : 1;
}

static gboolean
same_legs (const Search *search, guint32 h, guint32 k, const guint32 *legs)
{
  for (guint32 i = 0; i < search->n_nodes; i++)
    if (compose (search, h, legs[i]) != compose (search, k, legs[i]))
      return FALSE;
  return TRUE;
}

/* Do different morphisms into @apex give different cones? */
static gboolean
is_injective (Search *search, guint32 apex, const guint32 *legs)
{
  guint n = chase_hom_sets_size (search->homs);

  for (guint32 h = 0; h < n; h++)
    for (guint32 k = 0; to_of (search, h) == apex && k < h; k++)
      if (to_of (search, k) == apex && from_of (search, k) == from_of (search, h)
          && (chase_clock_tick (&search->clock) || same_legs (search, h, k, legs)))
        return FALSE;
  return TRUE;
}

static gboolean
has_right_size (const Search *search, guint32 apex)
{
  guint32 n_objects = chase_presentation_n_objects (search->homs->presentation);

  for (guint32 x = 0; x < n_objects; x++)
    {
      guint n = search->dual ? chase_hom_sets_count (search->homs, apex, x)
                             : chase_hom_sets_count (search->homs, x, apex);

      if (n != n_cones_from (search, x))
        return FALSE;
    }
  return TRUE;
}

/* The legs of a limit cone, its object in *@apex; NULL when there is none. */
static const guint32 *
find_limit (Search *search, guint32 *apex)
{
  static const guint32 none[1] = { 0 };
  guint32 n_objects = chase_presentation_n_objects (search->homs->presentation);

  for (*apex = 0; *apex < n_objects; (*apex)++)
    {
      if (!has_right_size (search, *apex))
        continue;
      for (guint i = 0; i < n_cones_from (search, *apex); i++)
        {
          const guint32 *legs = search->n_nodes > 0 ? &g_array_index (search->cones[*apex], guint32,
                                                                      i * search->n_nodes)
                                                    : none;

          if (is_injective (search, *apex, legs))
            return legs;
        }
    }
  return NULL;
}

static gboolean
list_cones (Search *search)
{
  guint32 n_objects = chase_presentation_n_objects (search->homs->presentation);
  g_autofree guint32 *legs = g_new0 (guint32, search->n_nodes + 1);

  search->cones = g_new0 (GArray *, n_objects + 1);
  for (guint32 i = 0; i < n_objects; i++)
    search->cones[i] = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint32 i = 0; search->n_nodes > 0 && i < n_objects; i++)
    if (!extend (search, i, legs, 0))
      return FALSE;
  return TRUE;
}

static void
search_clear (Search *search)
{
  for (guint32 i = 0; search->cones != NULL && search->cones[i] != NULL; i++)
    g_array_unref (search->cones[i]);
  g_free (search->cones);
  g_free (search->edges);
  chase_hom_sets_free (search->homs);
}

/* The nodes to which a leg is drawn: the others' legs are composites of these. */
static gboolean *
drawn_legs (const Search *search)
{
  g_autofree gboolean *reached = g_new0 (gboolean, search->n_nodes + 1);
  g_autofree gboolean *entered = g_new0 (gboolean, search->n_nodes + 1);
  gboolean *drawn = g_new0 (gboolean, search->n_nodes + 1);

  for (guint i = 0; i < chase_shape_n_edges (search->shape); i++)
    {
      const ChaseEdge *edge = chase_shape_edge (search->shape, i);

      if (edge->source != edge->target)
        entered[search->dual ? edge->source : edge->target] = TRUE;
    }
  for (int pass = 0; pass < 2; pass++)
    for (guint32 n = 0; n < search->n_nodes; n++)
      {
        gboolean changed = TRUE;

        if (reached[n] || (pass == 0 && entered[n]))
          continue;
        drawn[n] = reached[n] = TRUE;
        while (changed)
          {
            changed = FALSE;
            for (guint i = 0; i < chase_shape_n_edges (search->shape); i++)
              {
                const ChaseEdge *edge = chase_shape_edge (search->shape, i);
                guint32 from = search->dual ? edge->target : edge->source;
                guint32 to = search->dual ? edge->source : edge->target;

                changed |= reached[from] && !reached[to];
                reached[to] |= reached[from];
              }
          }
      }
  return drawn;
}

/* A free place of the grid from which the legs are short and pass through nothing; for a limit
 * rather above and on the left, for a colimit below and on the right. */
static void
place_apex (const Search *search, const double *places, const gboolean *drawn, double at[2])
{
  double low[2] = { 0, 0 }, high[2] = { 0, 0 }, best = INFINITY;

  for (guint32 i = 0; i < 2 * search->n_nodes; i++)
    {
      low[i % 2] = i < 2 ? places[i] : MIN (low[i % 2], places[i]);
      high[i % 2] = i < 2 ? places[i] : MAX (high[i % 2], places[i]);
    }
  at[0] = at[1] = 0;
  for (double y = floor (low[1]) - 1; search->n_nodes > 0 && y <= ceil (high[1]) + 1; y += 0.5)
    for (double x = floor (low[0]) - 1; x <= ceil (high[0]) + 1; x += 0.5)
      {
        double longest = 0, shortest = INFINITY;
        double spot[2] = { x, y }, cost = (search->dual ? -0.3 : 0.3) * (x + 2 * y);

        for (guint32 i = 0; i < search->n_nodes; i++)
          {
            double distance = hypot (places[2 * i] - x, places[2 * i + 1] - y);

            if (distance < 0.8)
              cost += 100;
            if (!drawn[i])
              continue;
            longest = MAX (longest, distance);
            shortest = MIN (shortest, distance);
            cost += distance
                    + 10 * chase_view_points_on (places, search->n_nodes, spot, places + 2 * i);
            /* Along rows and columns first. */
            cost += places[2 * i] == x || places[2 * i + 1] == y ? 0 : 0.3;
          }
        cost += longest > shortest ? 2 * (longest - shortest) : 0;
        cost += x == floor (x) && y == floor (y) ? 0 : 0.2;
        if (cost < best - 1e-9)
          {
            best = cost;
            at[0] = x;
            at[1] = y;
          }
      }
}

static double *
place_drawing (const ChaseDiagram *original)
{
  double *places = NULL;
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = original->n_nodes; i < chase_diagram_n_cells (original); i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (original, i);

      if (cell->level != 1)
        continue;
      g_array_append_val (ends, cell->source);
      g_array_append_val (ends, cell->target);
    }
  if (!chase_diagram_is_placed (original))
    return chase_view_place_graph (original->n_nodes, (const guint32 *)(gpointer)ends->data,
                                   ends->len / 2);
  places = g_new0 (double, 2 * original->n_nodes + 1);
  for (guint32 i = 0; i < original->n_nodes; i++)
    {
      places[2 * i] = chase_diagram_get_cell (original, i)->x;
      places[2 * i + 1] = chase_diagram_get_cell (original, i)->y;
    }
  return places;
}

static void
add_leg (const Search *search, const ChaseCategory *category, guint32 apex, guint32 node,
         guint32 morphism)
{
  const ChaseMorphism *leg = chase_hom_sets_get (search->homs, morphism);
  g_autofree char *object = chase_view_object_label (category, leg->source);
  g_autofree char *label = leg->word.length > 0 ? chase_view_word_label (category, leg->word)
                                                : g_strdup_printf ("\\mathrm{id}_{%s}", object);
  g_autoptr (ChaseStyle) style = chase_style_new ();

  chase_view_paint (style, chase_view_colour (0));
  chase_diagram_add_edge (search->view->diagram, search->dual ? node : apex,
                          search->dual ? apex : node, label, style);
}

/* The sign in the corner of a pullback or a pushout square. */
static void
add_corner (const Search *search, const ChaseDiagram *original, guint32 apex)
{
  const ChaseShape *shape = search->shape;
  const ChaseEdge *a, *b;
  guint32 corner;
  g_autoptr (ChaseStyle) style = NULL;

  if (search->n_nodes != 3 || chase_shape_n_edges (shape) != 2 || original->n_nodes != 3)
    return;
  a = chase_shape_edge (shape, 0);
  b = chase_shape_edge (shape, 1);
  corner = search->dual ? a->source : a->target;
  if ((search->dual ? b->source : b->target) != corner || a->source == a->target
      || b->source == b->target || (search->dual ? a->target == b->target : a->source == b->source))
    return;
  style = chase_style_new ();
  /* The same sign: it stands at the apex and opens to the other corner. */
  style->form = CHASE_EDGE_PULLBACK;
  chase_diagram_add_edge (search->view->diagram, apex, corner, "", style);
}

static void
draw (const Search *search, const ChaseCategory *category, const ChaseDiagram *original,
      guint32 apex, const guint32 *legs)
{
  ChaseDiagram *diagram = search->view->diagram;
  g_autofree double *places = place_drawing (original);
  g_autofree gboolean *drawn = drawn_legs (search);
  g_autofree char *label = chase_view_object_label (category, apex);
  g_autoptr (ChaseStyle) style = chase_style_new ();
  guint32 top = original->n_nodes;
  double at[2];

  place_apex (search, places, drawn, at);
  for (guint32 i = 0; i < top; i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (original, i);

      chase_diagram_add_node (diagram, cell->label, TRUE, places[2 * i], places[2 * i + 1],
                              cell->style);
    }
  chase_view_paint (style, chase_view_colour (0));
  chase_diagram_add_node (diagram, label, TRUE, at[0], at[1], style);
  for (guint32 i = top; i < chase_diagram_n_cells (original); i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (original, i);

      chase_diagram_add_edge (diagram, cell->source < top ? cell->source : cell->source + 1,
                              cell->target < top ? cell->target : cell->target + 1, cell->label,
                              cell->style);
    }
  for (guint32 i = 0; i < search->n_nodes; i++)
    if (drawn[i])
      add_leg (search, category, top, i, legs[i]);
  add_corner (search, original, top);
}

static gboolean
find_and_draw (Search *search, const ChaseCategory *category, const ChaseDiagram *original)
{
  const guint32 *legs;
  guint32 apex;

  find_edges (search);
  if (!list_cones (search))
    return chase_view_wrong (search->view, _ ("it has more cones than can be listed"));
  legs = find_limit (search, &apex);
  if (search->clock.stop != CHASE_STOP_NONE)
    return chase_view_wrong (search->view, _ ("its cones could not be compared in the time given"));
  if (legs == NULL)
    return chase_view_wrong (search->view, search->dual ? _ ("it has no colimit in its category")
                                                        : _ ("it has no limit in its category"));
  draw (search, category, original, apex, legs);
  return TRUE;
}

gboolean
chase_view_cone (ChaseView *view)
{
  ChaseItem *item = chase_view_find_subject (view);
  g_autoptr (ChaseShape) shape
      = item != NULL ? chase_theory_shape (view->theory, item, NULL, view->problems) : NULL;
  const ChaseCategory *category
      = shape != NULL ? chase_theory_category_of (view->theory, shape->presentation) : NULL;
  g_autoptr (ChaseDiagram) original = NULL;
  g_autoptr (ChaseEngine) engine = NULL;
  g_autofree char *reason = NULL;
  Search search = { .view = view, .dual = view->item->view == CHASE_VIEW_COCONE, .shape = shape };
  gboolean found;

  if (item == NULL)
    return FALSE;
  if (category == NULL)
    return chase_view_wrong (view, _ ("limits are looked for in a category with generators"));
  engine = chase_engine_new (shape->presentation);
  search.homs = chase_hom_sets_new (engine, view->budget, NULL, &reason);
  if (search.homs == NULL)
    return chase_view_wrong (view, reason);
  original = chase_view_draw_subject (view, item);
  if (original == NULL)
    return FALSE;
  search.n_nodes = chase_shape_n_nodes (shape);
  chase_clock_start (&search.clock, view->budget, NULL);
  found = find_and_draw (&search, category, original);
  search_clear (&search);
  return found;
}
