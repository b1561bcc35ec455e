/* SPDX-License-Identifier: MIT */
#include "evidence/report-private.h"

/* Two different paths that a morphism does not tell apart: before it, which refutes that it is
 * mono, or after it, which refutes that it is epi. */
typedef struct
{
  const ChasePresentation *presentation;
  guint32 source; /* where both paths start */
  GArray *words[2];
  guint32 whole_source; /* the same with the morphism */
  GArray *wholes[2];
} Apart;

static ChaseWord
word_of (const GArray *letters)
{
  return (ChaseWord){ (const guint32 *)(gconstpointer)letters->data, letters->len };
}

/* Where they start: an empty path starts where the other one does. */
static guint32
start_of (const Apart *a)
{
  const GArray *some = a->words[0]->len > 0 ? a->words[0] : a->words[1];

  return some->len > 0
             ? chase_presentation_arrow (a->presentation, g_array_index (some, guint32, 0))->source
             : G_MAXUINT32;
}

static void
make_whole (Apart *a, guint i, const GArray *word, gboolean before)
{
  const GArray *first = before ? a->words[i] : word, *second = before ? word : a->words[i];

  if (first->len > 0)
    g_array_append_vals (a->wholes[i], first->data, first->len);
  if (second->len > 0)
    g_array_append_vals (a->wholes[i], second->data, second->len);
}

static gboolean
are_parallel (const Apart *a, guint32 source, const GArray *const *words)
{
  guint32 end[2];

  for (guint i = 0; i < 2; i++)
    if (!chase_presentation_path_target (a->presentation, source, word_of (words[i]), &end[i]))
      return FALSE;
  return end[0] == end[1];
}

static JsonArray *
array_at (JsonArray *pair, guint i)
{
  JsonNode *node = json_array_get_element (pair, i);

  return JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

/* Reads the two paths and puts the morphism behind (@before) or in front of them. */
static gboolean
read_apart (Apart *a, guint32 source, const GArray *word, gboolean before, JsonArray *pair)
{
  if (pair == NULL || json_array_get_length (pair) != 2
      || !chase_report_word (a->presentation, array_at (pair, 0), a->words[0])
      || !chase_report_word (a->presentation, array_at (pair, 1), a->words[1])
      || start_of (a) == G_MAXUINT32)
    return FALSE;
  a->source = start_of (a);
  a->whole_source = before ? a->source : source;
  for (guint i = 0; i < 2; i++)
    make_whole (a, i, word, before);
  return are_parallel (a, a->source, (const GArray *const *)a->words)
         && are_parallel (a, a->whole_source, (const GArray *const *)a->wholes);
}

/* Does it matter for the adjective that paths on this side are not told apart? */
static gboolean
matters (ChaseAdjective adjective, gboolean before)
{
  switch (adjective)
    {
    case CHASE_ADJECTIVE_MONO:
    case CHASE_ADJECTIVE_SPLIT_MONO:
      return before;
    case CHASE_ADJECTIVE_EPI:
    case CHASE_ADJECTIVE_SPLIT_EPI:
      return !before;
    default:
      return adjective == CHASE_ADJECTIVE_ISO || adjective == CHASE_ADJECTIVE_AUTO;
    }
}

gboolean
chase_report_apart (ChaseTheory *theory, const ChasePresentation *presentation, guint32 source,
                    const GArray *word, ChaseAdjective adjective, JsonObject *object,
                    GError **error)
{
  g_autoptr (GArray) one = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) two = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) whole_one = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) whole_two = g_array_new (FALSE, FALSE, sizeof (guint32));
  Apart a = { presentation, 0, { one, two }, 0, { whole_one, whole_two } };
  const char *side = chase_report_string (object, "side");
  gboolean before = g_strcmp0 (side, "right") == 0;

  if (!chase_report_is (object, "table", error))
    return FALSE;
  if ((!before && g_strcmp0 (side, "left") != 0) || !matters (adjective, before))
    return chase_refuse (error, "paths on this side say nothing about it");
  if (!read_apart (&a, source, word, before, chase_report_array (object, "confused")))
    return chase_refuse (error, "these are no two paths that run parallel there");
  return chase_report_equation (theory, presentation, a.whole_source, word_of (whole_one),
                                word_of (whole_two), TRUE, json_object_get_member (object, "equal"),
                                error)
         && chase_report_equation (theory, presentation, a.source, word_of (one), word_of (two),
                                   FALSE, json_object_get_member (object, "apart"), error);
}
