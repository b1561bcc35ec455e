/* SPDX-License-Identifier: MIT */
#include "evidence/report-private.h"
#include "model/cat-diagram.h"

/*
 * Diagrams of categories and functors. From every node in order: the first path of two edges or
 * more to a node, breadth first, stands for all; the evidence has to compare it with every other
 * path that goes on by an edge from where one stands, and with every single edge.
 */

#define NOWHERE G_MAXUINT32

typedef struct
{
  ChaseTheory *theory;
  const ChaseCatDiagram *diagram;
  JsonArray *pairs;
  guint next; /* of the pairs */
  GError **error;
} Walk;

static guint32
edge_of (const ChaseCatDiagram *diagram, JsonNode *node)
{
  if (!JSON_NODE_HOLDS_VALUE (node))
    return NOWHERE;
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    {
      gint64 number = json_node_get_int (node);

      return number >= 0 && number < diagram->edges->len
                     && chase_cat_diagram_edge (diagram, (guint32)number)->name == NULL
                 ? (guint32)number
                 : NOWHERE;
    }
  for (guint32 e = 0; json_node_get_value_type (node) == G_TYPE_STRING && e < diagram->edges->len;
       e++)
    if (g_strcmp0 (chase_cat_diagram_edge (diagram, e)->name, json_node_get_string (node)) == 0)
      return e;
  return NOWHERE;
}

/* The edges of a path that composes; NULL where it is none. Caller owns it. */
static GArray *
read_path (const ChaseCatDiagram *diagram, JsonNode *node)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      guint32 e = edge_of (diagram, json_array_get_element (array, i));

      if (e == NOWHERE
          || (i > 0
              && chase_cat_diagram_edge (diagram, g_array_index (path, guint32, i - 1))->target
                     != chase_cat_diagram_edge (diagram, e)->source))
        return NULL;
      g_array_append_val (path, e);
    }
  return path->len > 0 ? g_steal_pointer (&path) : NULL;
}

static gboolean
read_pair (const ChaseCatDiagram *diagram, JsonObject *object, GArray *paths[2])
{
  JsonArray *edges = object != NULL ? chase_report_array (object, "edges") : NULL;

  paths[0] = paths[1] = NULL;
  for (guint i = 0; i < 2 && edges != NULL && json_array_get_length (edges) == 2; i++)
    paths[i] = read_path (diagram, json_array_get_element (edges, i));
  return paths[0] != NULL && paths[1] != NULL;
}

/* Does the evidence in @object show that the two paths are the same functor, or that they are not?
 */
static gboolean
verify_pair (ChaseTheory *theory, const ChaseCatDiagram *diagram, GArray *const paths[2],
             gboolean holds, JsonObject *object, GError **error)
{
  JsonObject *evidence = chase_report_object (object, "evidence");
  const ChaseFunctor *functors[2];

  for (guint i = 0; i < 2; i++)
    functors[i] = chase_cat_diagram_path (theory, diagram,
                                          (const guint32 *)(gpointer)paths[i]->data, paths[i]->len);
  if (evidence == NULL)
    return chase_refuse (error, "a pair of paths has no evidence");
  return chase_report_same_functor (theory, functors[0], functors[1], holds, evidence, error);
}

static gboolean
same_path (const GArray *path, const GArray *read)
{
  if (path->len != read->len)
    return FALSE;
  for (guint i = 0; i < path->len; i++)
    if (g_array_index (path, guint32, i) != g_array_index (read, guint32, i))
      return FALSE;
  return TRUE;
}

/* The next pair of the evidence has to be about these two. */
static gboolean
demand (Walk *walk, const GArray *one, const GArray *two)
{
  JsonNode *node = walk->next < json_array_get_length (walk->pairs)
                       ? json_array_get_element (walk->pairs, walk->next++)
                       : NULL;
  JsonObject *object
      = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  GArray *paths[2];
  gboolean good = read_pair (walk->diagram, object, paths);

  if (good && same_path (one, paths[0]) && same_path (two, paths[1]))
    good = verify_pair (walk->theory, walk->diagram, paths, TRUE, object, walk->error);
  else
    good = chase_refuse (walk->error, "the evidence does not compare the paths that it should");
  g_clear_pointer (&paths[0], g_array_unref);
  g_clear_pointer (&paths[1], g_array_unref);
  return good;
}

static GArray *
longer (const GArray *path, guint32 edge)
{
  GArray *made = g_array_new (FALSE, FALSE, sizeof (guint32));

  g_array_append_vals (made, path->data, path->len);
  g_array_append_val (made, edge);
  return made;
}

static guint32
end_of (const ChaseCatDiagram *diagram, const GArray *path)
{
  return chase_cat_diagram_edge (diagram, g_array_index (path, guint32, path->len - 1))->target;
}

/* Goes on from @path by every edge; what is first at its end is put into @queue and @stands. */
static gboolean
go_on (Walk *walk, const GArray *path, GPtrArray *queue, GArray **stands)
{
  guint32 node = end_of (walk->diagram, path);

  for (guint32 e = 0; e < walk->diagram->edges->len; e++)
    {
      const ChaseCatEdge *edge = chase_cat_diagram_edge (walk->diagram, e);
      g_autoptr (GArray) made = NULL;

      if (edge->source != node)
        continue;
      made = longer (path, e);
      if (stands[edge->target] == NULL)
        {
          stands[edge->target] = made;
          g_ptr_array_add (queue, g_steal_pointer (&made));
        }
      else if (!demand (walk, stands[edge->target], made))
        return FALSE;
    }
  return TRUE;
}

static gboolean
walk_from (Walk *walk, guint32 source, gboolean strictly)
{
  g_autoptr (GPtrArray) queue = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  g_autofree GArray **stands = g_new0 (GArray *, walk->diagram->nodes->len + 1);
  guint n_single;

  for (guint32 e = 0; e < walk->diagram->edges->len; e++)
    if (chase_cat_diagram_edge (walk->diagram, e)->source == source)
      {
        GArray *single = g_array_new (FALSE, FALSE, sizeof (guint32));

        g_array_append_val (single, e);
        g_ptr_array_add (queue, single);
      }
  n_single = queue->len;
  for (guint i = 0; i < queue->len; i++)
    if (!go_on (walk, g_ptr_array_index (queue, i), queue, stands))
      return FALSE;
  for (guint i = 0; i < n_single; i++)
    {
      GArray *single = g_ptr_array_index (queue, i);
      guint32 node = end_of (walk->diagram, single);

      if (stands[node] != NULL && !demand (walk, stands[node], single))
        return FALSE;
      if (stands[node] == NULL && strictly)
        stands[node] = single;
    }
  return TRUE;
}

static gboolean
verify_fails (ChaseTheory *theory, const ChaseCatDiagram *diagram, gboolean strictly,
              JsonObject *object, GError **error)
{
  GArray *paths[2];
  gboolean good = read_pair (diagram, object, paths);

  if (!good)
    chase_refuse (error, "the evidence names no two paths");
  else if (chase_cat_diagram_edge (diagram, g_array_index (paths[0], guint32, 0))->source
               != chase_cat_diagram_edge (diagram, g_array_index (paths[1], guint32, 0))->source
           || end_of (diagram, paths[0]) != end_of (diagram, paths[1]))
    good = chase_refuse (error, "the two paths are not parallel");
  else if (!strictly && paths[0]->len == 1 && paths[1]->len == 1)
    good = chase_refuse (error, "two parallel edges promise nothing");
  else
    good = verify_pair (theory, diagram, paths, FALSE, object, error);
  g_clear_pointer (&paths[0], g_array_unref);
  g_clear_pointer (&paths[1], g_array_unref);
  return good;
}

gboolean
chase_report_cat_diagram (ChaseTheory *theory, const ChaseItem *item, gboolean strictly,
                          gboolean holds, JsonObject *object, GError **error)
{
  g_autoptr (ChaseCatDiagram) diagram = chase_cat_diagram_new (theory, (ChaseItem *)item);
  Walk walk = { theory, diagram, chase_report_array (object, "pairs"), 0, error };

  if (diagram == NULL)
    return chase_refuse (error, "the file has no such diagram");
  if (!chase_report_is (object, holds ? "laws" : "table", error))
    return FALSE;
  if (!holds)
    return verify_fails (theory, diagram, strictly, object, error);
  if (walk.pairs == NULL)
    return chase_refuse (error, "the evidence compares no paths");
  for (guint32 v = 0; v < diagram->nodes->len; v++)
    if (!walk_from (&walk, v, strictly))
      return FALSE;
  return walk.next == json_array_get_length (walk.pairs)
         || chase_refuse (error, "the evidence compares more paths than there are");
}
