/* SPDX-License-Identifier: MIT */
#include "engine/check-private.h"
#include "model/set-diagram.h"

#include <string.h>

#include "i18n.h"

/*
 * Whether a diagram of sets and functions commutes. From each node, breadth first, the paths of two
 * edges and more must give one function to each node; a single edge has to be that function, and
 * two single edges may differ unless the diagram commutes strictly. Then longer paths agree as
 * well, for each goes on from a node where all do.
 */

#define NONE G_MAXUINT32

/* One function from the node at hand, and the path that it is the composite of. */
typedef struct
{
  guint32 *values; /* element of the source, all its sets one after the other */
  guint32 before;  /* the path without its last edge, or NONE */
  guint32 edge;
} Composite;

typedef struct
{
  const ChaseSetDiagram *diagram;
  guint32 source;
  GArray *composites; /* of Composite */
  guint32 *found;     /* node -> the composite of two edges or more */
} Search;

static void
clear_composite (gpointer data)
{
  g_free (((Composite *)data)->values);
}

static const Composite *
composite_at (const Search *search, guint32 i)
{
  return &g_array_index (search->composites, Composite, i);
}

static gsize
n_elements (const Search *search)
{
  const ChaseSets *from = chase_set_diagram_node (search->diagram, search->source);

  return from->first[from->n_objects];
}

/* The path number @before (NONE: no edge), then @edge. */
static guint32
extend (Search *search, guint32 before, guint32 edge)
{
  const ChaseSets *from = chase_set_diagram_node (search->diagram, search->source);
  const ChaseSetMap *map = chase_set_diagram_edge (search->diagram, edge)->map;
  Composite made = { g_new (guint32, n_elements (search) + 1), before, edge };

  for (guint32 a = 0; a < from->n_objects; a++)
    for (guint32 x = 0; x < from->sizes[a]; x++)
      {
        gsize i = from->first[a] + x;
        guint32 y = before == NONE ? x : composite_at (search, before)->values[i];

        made.values[i] = map->values[map->from->first[a] + y];
      }
  g_array_append_val (search->composites, made);
  return search->composites->len - 1;
}

static gboolean
same (const Search *search, guint32 one, guint32 two)
{
  return memcmp (composite_at (search, one)->values, composite_at (search, two)->values,
                 n_elements (search) * sizeof (guint32))
         == 0;
}

/* From the composite @at on: FALSE, and the two paths, where one differs from what was there. */
static gboolean
go_on (Search *search, guint32 at, guint32 *first, guint32 *second)
{
  guint32 node = chase_set_diagram_edge (search->diagram, composite_at (search, at)->edge)->target;

  for (guint32 e = 0; e < search->diagram->edges->len; e++)
    {
      const ChaseSetEdge *edge = chase_set_diagram_edge (search->diagram, e);

      if (edge->source != node)
        continue;
      *second = extend (search, at, e);
      *first = search->found[edge->target];
      if (*first == NONE)
        search->found[edge->target] = *second;
      else if (!same (search, *first, *second))
        return FALSE;
    }
  return TRUE;
}

/* The first @n composites are single edges: each against what longer paths give, and, where
 * @strictly, against each other. */
static gboolean
singles_agree (const Search *search, guint32 n, gboolean strictly, guint32 *first, guint32 *second)
{
  for (*first = 0; *first < n; (*first)++)
    {
      guint32 node
          = chase_set_diagram_edge (search->diagram, composite_at (search, *first)->edge)->target;

      *second = search->found[node];
      if (*second != NONE && !same (search, *first, *second))
        return FALSE;
      for (*second = *first + 1; strictly && *second < n; (*second)++)
        if (chase_set_diagram_edge (search->diagram, composite_at (search, *second)->edge)->target
                == node
            && !same (search, *first, *second))
          return FALSE;
    }
  return TRUE;
}

static gboolean
all_agree (Search *search, gboolean strictly, guint32 *first, guint32 *second)
{
  guint32 n_single;

  for (guint32 e = 0; e < search->diagram->edges->len; e++)
    if (chase_set_diagram_edge (search->diagram, e)->source == search->source)
      extend (search, NONE, e);
  n_single = search->composites->len;
  for (guint32 i = 0; i < search->composites->len; i++)
    {
      guint32 node
          = chase_set_diagram_edge (search->diagram, composite_at (search, i)->edge)->target;

      if ((i < n_single || search->found[node] == i) && !go_on (search, i, first, second))
        return FALSE;
    }
  return singles_agree (search, n_single, strictly, first, second);
}

static JsonArray *
path_json (const Search *search, guint32 i)
{
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (guint32));
  JsonArray *path = json_array_new ();

  for (; i != NONE; i = composite_at (search, i)->before)
    g_array_append_val (edges, composite_at (search, i)->edge);
  for (guint k = edges->len; k-- > 0;)
    {
      guint32 e = g_array_index (edges, guint32, k);
      const ChaseName *name = chase_set_diagram_edge (search->diagram, e)->name;

      if (name != NULL)
        json_array_add_string_element (path, name);
      else
        json_array_add_int_element (path, e);
    }
  return path;
}

static void
fail (const Search *search, guint32 first, guint32 second, ChaseResult *result)
{
  const ChaseSetDiagram *diagram = search->diagram;
  const ChaseSets *from = chase_set_diagram_node (diagram, search->source);
  const Composite *one = composite_at (search, first), *two = composite_at (search, second);
  const ChaseSets *to
      = chase_set_diagram_node (diagram, chase_set_diagram_edge (diagram, one->edge)->target);
  JsonObject *object = chase_evidence_typed ("table");
  JsonArray *paths = json_array_new ();
  guint32 a = 0;
  gsize i = 0;

  while (one->values[i] == two->values[i])
    i++;
  while (from->first[a + 1] <= i)
    a++;
  json_array_add_array_element (paths, path_json (search, first));
  json_array_add_array_element (paths, path_json (search, second));
  json_object_set_array_member (object, "edges", paths);
  json_object_set_string_member (object, "object",
                                 chase_presentation_object_name (diagram->base, a));
  json_object_set_string_member (object, "at", from->names[i]);
  json_object_set_string_member (object, "left", to->names[to->first[a] + one->values[i]]);
  json_object_set_string_member (object, "right", to->names[to->first[a] + two->values[i]]);
  chase_result_set_object (result, CHASE_VERDICT_FAILS, object,
                           "Two paths send the element %s to %s and to %s.", from->names[i],
                           to->names[to->first[a] + one->values[i]],
                           to->names[to->first[a] + two->values[i]]);
}

/* How many pairs of nodes have a path of two edges or more between them, TRUE where all agree. */
static gboolean
decide_from (const ChaseSetDiagram *diagram, guint32 source, gboolean strictly, guint *pairs,
             ChaseResult *result)
{
  g_autofree guint32 *found = g_new (guint32, diagram->nodes->len + 1);
  Search search = { diagram, source, g_array_new (FALSE, FALSE, sizeof (Composite)), found };
  guint32 first, second;
  gboolean good;

  g_array_set_clear_func (search.composites, clear_composite);
  for (guint32 i = 0; i < diagram->nodes->len; i++)
    found[i] = NONE;
  good = all_agree (&search, strictly, &first, &second);
  if (!good)
    fail (&search, first, second, result);
  for (guint32 i = 0; i < diagram->nodes->len; i++)
    *pairs += found[i] != NONE;
  g_array_unref (search.composites);
  return good;
}

gboolean
chase_decide_set_diagram (ChaseChecker *checker, ChaseItem *item, gboolean strictly,
                          ChaseResult *result)
{
  g_autoptr (ChaseSetDiagram) diagram
      = chase_set_diagram_new (checker->theory, item, chase_checker_list, checker);
  JsonObject *object;
  guint pairs = 0;

  if (diagram == NULL)
    return FALSE;
  for (guint32 v = 0; v < diagram->nodes->len; v++)
    if (!decide_from (diagram, v, strictly, &pairs, result))
      return TRUE;
  object = chase_evidence_typed ("laws");
  json_object_set_int_member (object, "pairs", pairs);
  chase_result_set_object (result, CHASE_VERDICT_HOLDS, object,
                           P_ ("All paths between two nodes are one function: %u pair of nodes.",
                               "All paths between two nodes are one function: %u pairs of nodes.",
                               pairs),
                           pairs);
  return TRUE;
}
