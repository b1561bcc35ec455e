/* SPDX-License-Identifier: MIT */
#include "engine/check-cat.h"
#include "model/cat-diagram.h"
#include "i18n.h"

/*
 * Whether a diagram of categories and functors commutes. From each node, breadth first, the first
 * path of two edges or more to a node stands for all; every path that goes on from it, and every
 * single edge, is compared with it. The verifier asks for the same pairs in the same order.
 */

#define NONE G_MAXUINT32

typedef struct
{
  guint32 before; /* the path without its last edge, or NONE */
  guint32 edge;
} Path;

typedef struct
{
  ChaseChecker *checker;
  const ChaseCatDiagram *diagram;
  ChaseResult *result;
  JsonArray *pairs;
  char *open;     /* why a pair is undecided, or NULL */
  GArray *paths;  /* of Path */
  guint32 *found; /* node -> the path that stands for all */
} Search;

static const Path *
path_at (const Search *search, guint32 i)
{
  return &g_array_index (search->paths, Path, i);
}

static guint32
end_of (const Search *search, guint32 path)
{
  return chase_cat_diagram_edge (search->diagram, path_at (search, path)->edge)->target;
}

static GArray *
edges_of (const Search *search, guint32 path)
{
  GArray *edges = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (; path != NONE; path = path_at (search, path)->before)
    g_array_prepend_val (edges, path_at (search, path)->edge);
  return edges;
}

static JsonArray *
edges_json (const Search *search, const GArray *edges)
{
  JsonArray *list = json_array_new ();

  for (guint i = 0; i < edges->len; i++)
    {
      guint32 e = g_array_index (edges, guint32, i);
      const ChaseName *name = chase_cat_diagram_edge (search->diagram, e)->name;

      if (name != NULL)
        json_array_add_string_element (list, name);
      else
        json_array_add_int_element (list, e);
    }
  return list;
}

/* The two paths with the evidence about them, which is in the result. */
static JsonObject *
pair_json (const Search *search, const GArray *one, const GArray *two)
{
  JsonObject *object = json_object_new ();
  JsonArray *edges = json_array_new ();

  json_array_add_array_element (edges, edges_json (search, one));
  json_array_add_array_element (edges, edges_json (search, two));
  json_object_set_array_member (object, "edges", edges);
  json_object_set_member (object, "evidence", chase_result_evidence_json (search->result));
  return object;
}

static void
fail (Search *search, const GArray *one, const GArray *two)
{
  g_autofree char *reason = g_strdup (search->result->reason);
  JsonObject *object = pair_json (search, one, two);

  json_object_set_string_member (object, "type", "table");
  chase_result_set_object (search->result, CHASE_VERDICT_FAILS, object,
                           "Two paths are different functors. %s", reason);
}

/* FALSE where the two are different: then the result fails. */
static gboolean
agree (Search *search, guint32 first, guint32 second)
{
  g_autoptr (GArray) one = edges_of (search, first);
  g_autoptr (GArray) two = edges_of (search, second);
  ChaseTheory *theory = search->checker->theory;
  const ChaseFunctor *f = chase_cat_diagram_path (theory, search->diagram,
                                                  (const guint32 *)(gpointer)one->data, one->len);
  const ChaseFunctor *g = chase_cat_diagram_path (theory, search->diagram,
                                                  (const guint32 *)(gpointer)two->data, two->len);

  if (f != NULL && g != NULL)
    chase_decide_same_functor (search->checker, f, g, search->result);
  else
    chase_result_undecided (search->result, "A composite of these functors is not written out.");
  if (search->result->verdict == CHASE_VERDICT_FAILS)
    {
      fail (search, one, two);
      return FALSE;
    }
  if (search->result->verdict == CHASE_VERDICT_HOLDS)
    json_array_add_object_element (search->pairs, pair_json (search, one, two));
  else if (search->open == NULL)
    search->open = g_strdup (search->result->reason);
  return TRUE;
}

static gboolean
go_on (Search *search, guint32 at)
{
  guint32 node = end_of (search, at);

  for (guint32 e = 0; e < search->diagram->edges->len; e++)
    {
      const ChaseCatEdge *edge = chase_cat_diagram_edge (search->diagram, e);
      Path path = { at, e };

      if (edge->source != node)
        continue;
      g_array_append_val (search->paths, path);
      if (search->found[edge->target] == NONE)
        search->found[edge->target] = search->paths->len - 1;
      else if (!agree (search, search->found[edge->target], search->paths->len - 1))
        return FALSE;
    }
  return TRUE;
}

/* The first @n paths are single edges: each against the path that stands for all or, where
 * @strictly, against the first single edge to the same node. */
static gboolean
singles_agree (Search *search, guint32 n, gboolean strictly)
{
  for (guint32 i = 0; i < n; i++)
    {
      guint32 node = end_of (search, i);

      if (search->found[node] != NONE && !agree (search, search->found[node], i))
        return FALSE;
      if (search->found[node] == NONE && strictly)
        search->found[node] = i;
    }
  return TRUE;
}

static gboolean
decide_from (Search *search, guint32 source, gboolean strictly)
{
  guint32 n_single;

  g_array_set_size (search->paths, 0);
  for (guint32 v = 0; v < search->diagram->nodes->len; v++)
    search->found[v] = NONE;
  for (guint32 e = 0; e < search->diagram->edges->len; e++)
    if (chase_cat_diagram_edge (search->diagram, e)->source == source)
      {
        Path path = { NONE, e };

        g_array_append_val (search->paths, path);
      }
  n_single = search->paths->len;
  for (guint32 i = 0; i < search->paths->len; i++)
    if ((i < n_single || search->found[end_of (search, i)] == i) && !go_on (search, i))
      return FALSE;
  return singles_agree (search, n_single, strictly);
}

gboolean
chase_decide_cat_diagram (ChaseChecker *checker, ChaseItem *item, gboolean strictly,
                          ChaseResult *result)
{
  g_autoptr (ChaseCatDiagram) diagram = chase_cat_diagram_new (checker->theory, item);
  g_autoptr (GArray) paths = g_array_new (FALSE, FALSE, sizeof (Path));
  g_autofree guint32 *found = NULL;
  Search search = { checker, diagram, result, NULL, NULL, paths, NULL };
  gboolean good = TRUE;
  JsonObject *object;

  if (diagram == NULL)
    return FALSE;
  search.found = found = g_new (guint32, diagram->nodes->len + 1);
  search.pairs = json_array_new ();
  for (guint32 v = 0; good && v < diagram->nodes->len; v++)
    good = decide_from (&search, v, strictly);
  if (good && search.open != NULL)
    chase_result_undecided (result, "%s", search.open);
  else if (good)
    {
      object = chase_evidence_typed ("laws");
      json_object_set_array_member (object, "pairs", json_array_ref (search.pairs));
      chase_result_set_object (
          result, CHASE_VERDICT_HOLDS, object,
          P_ ("All paths between two nodes are one functor: %u pair compared.",
              "All paths between two nodes are one functor: %u pairs compared.",
              json_array_get_length (search.pairs)),
          json_array_get_length (search.pairs));
    }
  json_array_unref (search.pairs);
  g_free (search.open);
  return TRUE;
}
