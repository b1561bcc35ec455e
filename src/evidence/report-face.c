/* SPDX-License-Identifier: MIT */
#include "evidence/report-private.h"

#include <string.h>

struct _ChaseFaceJudge
{
  ChaseTheory *theory;
  GHashTable *plans; /* ChaseItem -> Plan */
};

/* A diagram made ready for many faces. */
typedef struct
{
  ChaseShape *shape;    /* NULL where it has none */
  GPtrArray *outgoing;  /* node -> GArray of edges */
  GHashTable *nodes;    /* name -> node */
  gboolean any_unnamed; /* nodes, as in computed diagrams: a report may call them what it likes */
} Plan;

/* A face of a report, as a diagram that it may be about reads it. */
typedef struct
{
  const Plan *plan;
  const char *from, *to;
  guint32 source; /* object */
  GArray *words[2];
} Face;

static void
plan_free (gpointer data)
{
  Plan *plan = data;

  g_clear_pointer (&plan->shape, chase_shape_unref);
  g_ptr_array_unref (plan->outgoing);
  g_hash_table_unref (plan->nodes);
  g_free (plan);
}

static void
plan_shape (Plan *plan)
{
  for (guint32 i = 0; i < chase_shape_n_nodes (plan->shape); i++)
    {
      const char *name = chase_shape_node (plan->shape, i)->name;

      g_ptr_array_add (plan->outgoing, g_array_new (FALSE, FALSE, sizeof (guint32)));
      plan->any_unnamed |= name == NULL;
      if (name != NULL)
        g_hash_table_insert (plan->nodes, (gpointer)name, GUINT_TO_POINTER (i));
    }
  for (guint32 i = 0; i < chase_shape_n_edges (plan->shape); i++)
    g_array_append_val (
        g_ptr_array_index (plan->outgoing, chase_shape_edge (plan->shape, i)->source), i);
}

static const Plan *
plan_of (ChaseFaceJudge *judge, ChaseItem *item)
{
  Plan *plan = g_hash_table_lookup (judge->plans, item);

  if (plan != NULL)
    return plan;
  plan = g_new0 (Plan, 1);
  plan->shape = chase_theory_shape (judge->theory, item, NULL, NULL);
  plan->outgoing = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  plan->nodes = g_hash_table_new (g_str_hash, g_str_equal);
  if (plan->shape != NULL)
    plan_shape (plan);
  g_hash_table_insert (judge->plans, item, plan);
  return plan;
}

ChaseFaceJudge *
chase_face_judge_new (ChaseTheory *theory)
{
  ChaseFaceJudge *judge = g_new0 (ChaseFaceJudge, 1);

  judge->theory = theory;
  judge->plans = g_hash_table_new_full (NULL, NULL, NULL, plan_free);
  return judge;
}

void
chase_face_judge_free (ChaseFaceJudge *judge)
{
  g_hash_table_unref (judge->plans);
  g_free (judge);
}

static ChaseWord
word_of (const GArray *letters)
{
  return (ChaseWord){ (const guint32 *)(gconstpointer)letters->data, letters->len };
}

/* May a report call @node of the diagram so? Nodes of computed diagrams have no names. */
static gboolean
is_called (const ChaseShape *shape, guint32 node, const char *name)
{
  const char *own = chase_shape_node (shape, node)->name;

  return own == NULL || g_strcmp0 (own, name) == 0;
}

/* Does the edge show what stands at @at of @word? */
static gboolean
shows (const ChaseEdge *edge, ChaseWord word, guint32 at)
{
  return edge->word.length <= word.length - at
         && chase_word_equal (edge->word, chase_word_part (word, at, edge->word.length));
}

/* Is there a path of one edge or more from @from to @to that shows @word? Breadth first over nodes
 * with how much of the word was shown. */
static gboolean
is_shown (const Plan *plan, guint32 from, const char *to, ChaseWord word)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (gsize));
  gsize n = chase_shape_n_nodes (plan->shape), start = from;

  g_array_append_val (queue, start);
  for (guint i = 0; i < queue->len; i++)
    {
      gsize stage = g_array_index (queue, gsize, i);
      const GArray *edges = g_ptr_array_index (plan->outgoing, stage % n);

      for (guint k = 0; k < edges->len; k++)
        {
          const ChaseEdge *edge = chase_shape_edge (plan->shape, g_array_index (edges, guint32, k));
          gsize next = (stage / n + edge->word.length) * n + edge->target;

          if (!shows (edge, word, (guint32)(stage / n))
              || !g_hash_table_add (seen, GSIZE_TO_POINTER (next)))
            continue;
          if (next / n == word.length && is_called (plan->shape, edge->target, to))
            return TRUE;
          g_array_append_val (queue, next);
        }
    }
  return FALSE;
}

static gboolean
is_place (Face *face, guint32 node)
{
  if (!is_called (face->plan->shape, node, face->from)
      || !is_shown (face->plan, node, face->to, word_of (face->words[0]))
      || !is_shown (face->plan, node, face->to, word_of (face->words[1])))
    return FALSE;
  face->source = chase_shape_node (face->plan->shape, node)->object;
  return TRUE;
}

/* Finds where in the diagram the two paths run. */
static gboolean
find_place (Face *face)
{
  gpointer node;

  if (!face->plan->any_unnamed)
    return g_hash_table_lookup_extended (face->plan->nodes, face->from, NULL, &node)
           && is_place (face, GPOINTER_TO_UINT (node));
  for (guint32 i = 0; i < chase_shape_n_nodes (face->plan->shape); i++)
    if (is_place (face, i))
      return TRUE;
  return FALSE;
}

static gboolean
verify_in (ChaseFaceJudge *judge, ChaseItem *item, JsonObject *object, const char *verdict,
           gboolean *known, GError **error)
{
  const Plan *plan = plan_of (judge, item);
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) right = g_array_new (FALSE, FALSE, sizeof (guint32));
  Face face = { plan,
                chase_report_string (object, "from"),
                chase_report_string (object, "to"),
                0,
                { left, right } };

  if (plan->shape == NULL || face.from == NULL || face.to == NULL
      || !chase_report_word (plan->shape->presentation, chase_report_array (object, "left"), left)
      || !chase_report_word (plan->shape->presentation, chase_report_array (object, "right"), right)
      || !find_place (&face))
    return FALSE;
  *known = TRUE;
  return strcmp (verdict, "undecided") == 0
         || chase_report_equation (judge->theory, plan->shape->presentation, face.source,
                                   word_of (left), word_of (right), strcmp (verdict, "holds") == 0,
                                   json_object_get_member (object, "evidence"), error);
}

/* Does the face speak of evidence where it has to, and only there? */
static gboolean
makes_sense (JsonObject *object, const char *verdict, GError **error)
{
  JsonNode *evidence = json_object_get_member (object, "evidence");
  gboolean none = evidence == NULL || JSON_NODE_HOLDS_NULL (evidence);

  if (g_strcmp0 (verdict, "holds") != 0 && g_strcmp0 (verdict, "fails") != 0
      && g_strcmp0 (verdict, "undecided") != 0)
    return chase_refuse (error, "“%s” is not a verdict", verdict != NULL ? verdict : "");
  if (none == (strcmp (verdict, "undecided") == 0))
    return TRUE;
  return chase_refuse (error, none ? "there is no evidence"
                                   : "an undecided statement comes with nothing else");
}

gboolean
chase_face_judge_verify (ChaseFaceJudge *judge, ChaseItem *item, JsonObject *object, GError **error)
{
  const ChaseDocument *document = chase_theory_document (judge->theory);
  const char *verdict = chase_report_string (object, "verdict");
  g_autoptr (GError) first = NULL;
  gboolean known = FALSE;
  ChaseItem *candidate;

  if (!makes_sense (object, verdict, error))
    return FALSE;
  for (guint i = 0; (candidate = chase_document_nth (document, CHASE_ITEM_DIAGRAM, i)) != NULL; i++)
    if ((item == NULL || candidate == item)
        && verify_in (judge, candidate, object, verdict, &known, first == NULL ? &first : NULL))
      return TRUE;
  if (first != NULL)
    g_propagate_error (error, g_steal_pointer (&first));
  else if (known)
    chase_refuse (error, "the evidence does not show it");
  else
    chase_refuse (error, "no diagram of the file has these two paths");
  return FALSE;
}
