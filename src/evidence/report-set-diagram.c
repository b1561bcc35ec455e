/* SPDX-License-Identifier: MIT */
#include "evidence/listing.h"
#include "evidence/report-private.h"

#include <string.h>

/*
 * Diagrams of sets: element by element. An element of a node must come, by paths of two edges and
 * more, to one element of every other node at most.
 */

#define NOWHERE G_MAXUINT32

static guint32
step (const ChaseSetEdge *edge, guint32 a, guint32 x)
{
  return edge->map->values[edge->map->from->first[a] + x];
}

/* Marks in @seen (node: element + 1) where @x of @node leads by the edges that go out of it; FALSE
 * where it comes to a second element. *@fresh: something was new. */
static gboolean
follow (const ChaseSetDiagram *diagram, guint32 a, guint32 node, guint32 x, guint32 *seen,
        gboolean *fresh)
{
  for (guint32 e = 0; e < diagram->edges->len; e++)
    {
      const ChaseSetEdge *edge = chase_set_diagram_edge (diagram, e);
      guint32 y;

      if (edge->source != node)
        continue;
      y = step (edge, a, x) + 1;
      if (seen[edge->target] != 0 && seen[edge->target] != y)
        return FALSE;
      *fresh = *fresh || seen[edge->target] == 0;
      seen[edge->target] = y;
    }
  return TRUE;
}

static gboolean
long_paths_agree (const ChaseSetDiagram *diagram, guint32 a, guint32 source, guint32 x,
                  guint32 *seen)
{
  gboolean fresh = TRUE;

  for (guint32 e = 0; e < diagram->edges->len; e++)
    {
      const ChaseSetEdge *edge = chase_set_diagram_edge (diagram, e);

      if (edge->source == source
          && !follow (diagram, a, edge->target, step (edge, a, x), seen, &fresh))
        return FALSE;
    }
  for (fresh = TRUE; fresh;)
    {
      fresh = FALSE;
      for (guint32 node = 0; node < diagram->nodes->len; node++)
        if (seen[node] != 0 && !follow (diagram, a, node, seen[node] - 1, seen, &fresh))
          return FALSE;
    }
  return TRUE;
}

static gboolean
edges_agree (const ChaseSetDiagram *diagram, guint32 a, guint32 source, guint32 x,
             gboolean strictly, guint32 *seen)
{
  for (guint32 e = 0; e < diagram->edges->len; e++)
    {
      const ChaseSetEdge *edge = chase_set_diagram_edge (diagram, e);

      if (edge->source != source)
        continue;
      if (seen[edge->target] != 0 && seen[edge->target] != step (edge, a, x) + 1)
        return FALSE;
      if (strictly)
        seen[edge->target] = step (edge, a, x) + 1;
    }
  return TRUE;
}

static gboolean
commutes (const ChaseSetDiagram *diagram, gboolean strictly)
{
  g_autofree guint32 *seen = g_new (guint32, diagram->nodes->len + 1);

  for (guint32 v = 0; v < diagram->nodes->len; v++)
    {
      const ChaseSets *sets = chase_set_diagram_node (diagram, v);

      for (guint32 a = 0; a < sets->n_objects; a++)
        for (guint32 x = 0; x < sets->sizes[a]; x++)
          {
            for (guint32 i = 0; i < diagram->nodes->len; i++)
              seen[i] = 0;
            if (!long_paths_agree (diagram, a, v, x, seen)
                || !edges_agree (diagram, a, v, x, strictly, seen))
              return FALSE;
          }
    }
  return TRUE;
}

static guint32
edge_of (const ChaseSetDiagram *diagram, JsonNode *node)
{
  if (!JSON_NODE_HOLDS_VALUE (node))
    return NOWHERE;
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    {
      gint64 number = json_node_get_int (node);

      return number >= 0 && number < diagram->edges->len
                     && chase_set_diagram_edge (diagram, (guint32)number)->name == NULL
                 ? (guint32)number
                 : NOWHERE;
    }
  for (guint32 e = 0; json_node_get_value_type (node) == G_TYPE_STRING && e < diagram->edges->len;
       e++)
    if (g_strcmp0 (chase_set_diagram_edge (diagram, e)->name, json_node_get_string (node)) == 0)
      return e;
  return NOWHERE;
}

/* Is there an edge from @source to where the edge @e begins? */
static gboolean
follows (const ChaseSetDiagram *diagram, guint32 source, guint32 e)
{
  for (guint32 i = 0; i < diagram->edges->len; i++)
    if (chase_set_diagram_edge (diagram, i)->source == source
        && chase_set_diagram_edge (diagram, i)->target
               == chase_set_diagram_edge (diagram, e)->source)
      return TRUE;
  return FALSE;
}

/* Where one path of the evidence starts and ends, and what it makes of the element @name at @a. */
typedef struct
{
  guint length;
  guint32 source;
  guint32 target;
  guint32 value;
} Path;

/* How many pairs of nodes there are with a path of two edges or more from the one to the other. */
static guint
count_pairs (const ChaseSetDiagram *diagram)
{
  guint n = diagram->nodes->len, count = 0;
  g_autofree guint8 *reached = g_new (guint8, n + 1);

  for (guint32 v = 0; v < n; v++)
    {
      gboolean grew = TRUE;

      memset (reached, 0, n);
      for (gboolean first = TRUE; grew || first; first = FALSE)
        {
          grew = FALSE;
          for (guint32 e = 0; e < diagram->edges->len; e++)
            {
              const ChaseSetEdge *edge = chase_set_diagram_edge (diagram, e);

              if (!reached[edge->target] && (reached[edge->source] || follows (diagram, v, e)))
                grew = reached[edge->target] = 1;
            }
        }
      for (guint32 w = 0; w < n; w++)
        count += reached[w];
    }
  return count;
}

static gboolean
read_path (const ChaseSetDiagram *diagram, JsonNode *node, guint32 a, const char *name, Path *path)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  path->length = array != NULL ? json_array_get_length (array) : 0;
  for (guint i = 0; i < path->length; i++)
    {
      guint32 e = edge_of (diagram, json_array_get_element (array, i));
      const ChaseSetEdge *edge = e != NOWHERE ? chase_set_diagram_edge (diagram, e) : NULL;

      if (edge == NULL || (i > 0 && edge->source != path->target))
        return FALSE;
      if (i == 0)
        {
          const ChaseSets *sets = chase_set_diagram_node (diagram, edge->source);

          path->source = edge->source;
          for (path->value = 0; path->value < sets->sizes[a]; path->value++)
            if (g_strcmp0 (sets->names[sets->first[a] + path->value], name) == 0)
              break;
          if (path->value == sets->sizes[a])
            return FALSE;
        }
      path->value = step (edge, a, path->value);
      path->target = edge->target;
    }
  return path->length > 0;
}

/* Is @name that of the element at which the path arrives? */
static gboolean
is_called (const ChaseSetDiagram *diagram, guint32 a, const Path *path, const char *name)
{
  const ChaseSets *sets = chase_set_diagram_node (diagram, path->target);

  return g_strcmp0 (sets->names[sets->first[a] + path->value], name) == 0;
}

static gboolean
verify_fails (const ChaseSetDiagram *diagram, gboolean strictly, JsonObject *object, GError **error)
{
  JsonArray *paths = chase_report_array (object, "edges");
  const char *name = chase_report_string (object, "object");
  const char *at = chase_report_string (object, "at");
  guint32 a = name != NULL ? chase_presentation_find_object (diagram->base, name) : NOWHERE;
  Path one, two;

  if (paths == NULL || json_array_get_length (paths) != 2 || a == NOWHERE || at == NULL
      || !read_path (diagram, json_array_get_element (paths, 0), a, at, &one)
      || !read_path (diagram, json_array_get_element (paths, 1), a, at, &two))
    return chase_refuse (error, "the evidence names no two paths and an element");
  if (one.source != two.source || one.target != two.target)
    return chase_refuse (error, "the two paths are not parallel");
  if (!strictly && one.length == 1 && two.length == 1)
    return chase_refuse (error, "two parallel edges promise nothing");
  if (one.value == two.value)
    return chase_refuse (error, "the two paths agree there");
  return (is_called (diagram, a, &one, chase_report_string (object, "left"))
          && is_called (diagram, a, &two, chase_report_string (object, "right")))
         || chase_refuse (error, "the two paths give other elements");
}

gboolean
chase_report_set_diagram (ChaseTheory *theory, ChaseItem *item, gboolean strictly, gboolean holds,
                          JsonObject *object, GError **error)
{
  g_autoptr (GHashTable) listing = chase_listing_new ();
  g_autoptr (ChaseSetDiagram) diagram
      = chase_set_diagram_new (theory, item, chase_listing_get, listing);

  if (diagram == NULL || !chase_report_reads_diagram (theory, diagram, listing))
    return chase_refuse (error, "the file has no such diagram");
  if (!holds)
    return chase_report_is (object, "table", error)
           && verify_fails (diagram, strictly, object, error);
  return chase_report_is (object, "laws", error)
         && (commutes (diagram, strictly) || chase_refuse (error, "the diagram does not commute"))
         && (chase_report_number (object, "pairs") == count_pairs (diagram)
             || chase_refuse (error, "there are %u pairs of nodes", count_pairs (diagram)));
}
