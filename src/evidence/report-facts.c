/* SPDX-License-Identifier: MIT */
#include "evidence/report-private.h"
#include "evidence/verifier.h"
#include "model/statement.h"

/* {"type": "laws", "facts": [{"path", "is", "by", "of", "proof"}, ..]}: properties of paths, each
 * one declared or following from facts before it; the last one is the one that is to be shown.
 * Paths are in diagram order: of w = u v, u is the first part. */

typedef struct
{
  guint32 source, target;
  GArray *word;
  ChaseProperty is;
} Fact;

typedef struct
{
  const ChasePresentation *presentation;
  GArray *facts; /* Fact */
  GError **error;
} Facts;

static void
fact_clear (gpointer data)
{
  g_array_unref (((Fact *)data)->word);
}

static ChaseWord
word_of (const Fact *fact)
{
  return (ChaseWord){ (const guint32 *)(gconstpointer)fact->word->data, fact->word->len };
}

static ChaseProperty
property_called (const char *word)
{
  static const ChaseProperty all[] = { CHASE_PROPERTY_MONO, CHASE_PROPERTY_EPI, CHASE_PROPERTY_ISO,
                                       CHASE_PROPERTY_SPLIT_MONO, CHASE_PROPERTY_SPLIT_EPI };

  for (guint k = 0; k < G_N_ELEMENTS (all); k++)
    if (g_strcmp0 (word, chase_property_word (all[k])) == 0)
      return all[k];
  return CHASE_PROPERTY_NONE;
}

/* What follows from a property of the same morphism, itself included. */
static guint
implied (ChaseProperty property)
{
  guint mono = CHASE_PROPERTY_MONO, epi = CHASE_PROPERTY_EPI;

  switch (property)
    {
    case CHASE_PROPERTY_ISO:
      return CHASE_PROPERTY_ISO | CHASE_PROPERTY_SPLIT_MONO | CHASE_PROPERTY_SPLIT_EPI | mono | epi;
    case CHASE_PROPERTY_SPLIT_MONO:
      return CHASE_PROPERTY_SPLIT_MONO | mono;
    case CHASE_PROPERTY_SPLIT_EPI:
      return CHASE_PROPERTY_SPLIT_EPI | epi;
    default:
      return property;
    }
}

static gboolean
read_path (Facts *f, JsonObject *object, Fact *fact)
{
  JsonArray *path = chase_report_array (object, "path");
  const char *place = chase_report_string (object, "object");

  if (path == NULL)
    return chase_refuse (f->error, "it has no path");
  for (guint i = 0; i < json_array_get_length (path); i++)
    {
      JsonNode *node = json_array_get_element (path, i);
      guint32 arrow = G_MAXUINT32;

      if (json_node_get_value_type (node) == G_TYPE_STRING)
        arrow = chase_presentation_find_arrow (f->presentation, json_node_get_string (node));
      if (arrow == G_MAXUINT32)
        return chase_refuse (f->error, "its path has an arrow that there is not");
      g_array_append_val (fact->word, arrow);
    }
  if (fact->word->len > 0)
    fact->source
        = chase_presentation_arrow (f->presentation, g_array_index (fact->word, guint32, 0))
              ->source;
  else
    fact->source
        = place != NULL ? chase_presentation_find_object (f->presentation, place) : G_MAXUINT32;
  if (fact->source == G_MAXUINT32
      || !chase_presentation_path_target (f->presentation, fact->source, word_of (fact),
                                          &fact->target))
    return chase_refuse (f->error, "its path is none");
  return TRUE;
}

/* The fact before that "of" names in place @k, or NULL. */
static const Fact *
premise (Facts *f, JsonObject *object, guint k)
{
  JsonArray *of = chase_report_array (object, "of");
  JsonNode *node;
  gint64 number;

  if (of == NULL || k >= json_array_get_length (of))
    return NULL;
  node = json_array_get_element (of, k);
  if (json_node_get_value_type (node) != G_TYPE_INT64)
    return NULL;
  number = json_node_get_int (node);
  return number >= 0 && number < f->facts->len ? &g_array_index (f->facts, Fact, number) : NULL;
}

static gboolean
same_path (const Fact *a, const Fact *b)
{
  return a->source == b->source && chase_word_equal (word_of (a), word_of (b));
}

/* Is @whole first @a and then @b? */
static gboolean
is_composite (const Fact *whole, const Fact *a, const Fact *b)
{
  ChaseWord w = word_of (whole), u = word_of (a), v = word_of (b);

  return whole->source == a->source && a->target == b->source && w.length == u.length + v.length
         && chase_word_equal ((ChaseWord){ w.letters, u.length }, u)
         && chase_word_equal ((ChaseWord){ w.letters + u.length, v.length }, v);
}

static gboolean
is_end_of (const Fact *whole, const Fact *part, gboolean first)
{
  ChaseWord w = word_of (whole), v = word_of (part);

  if (v.length > w.length
      || (first ? whole->source != part->source : whole->target != part->target))
    return FALSE;
  return chase_word_equal ((ChaseWord){ w.letters + (first ? 0 : w.length - v.length), v.length },
                           v);
}

static gboolean
is_proved_equal (Facts *f, JsonObject *object, const Fact *from, const Fact *to)
{
  JsonNode *node = json_object_get_member (object, "proof");
  g_autoptr (ChaseEvidence) proof = NULL;

  if (node == NULL || from->source != to->source || from->target != to->target)
    return FALSE;
  proof = chase_evidence_from_json (node, f->presentation, NULL, NULL);
  return proof != NULL
         && chase_verify_equation (f->presentation, from->source, word_of (from), word_of (to),
                                   TRUE, proof, NULL);
}

static gboolean
is_declared (Facts *f, const Fact *fact)
{
  const ChaseArrow *arrow;

  if (fact->word->len != 1)
    return FALSE;
  arrow = chase_presentation_arrow (f->presentation, g_array_index (fact->word, guint32, 0));
  return (arrow->properties & fact->is) != 0
         || (fact->is == CHASE_PROPERTY_ISO && arrow->inverse != G_MAXUINT32);
}

/* By one fact before. */
static gboolean
follows_from (Facts *f, JsonObject *object, const char *by, const Fact *fact, const Fact *one)
{
  guint monos = CHASE_PROPERTY_MONO | CHASE_PROPERTY_SPLIT_MONO;
  guint epis = CHASE_PROPERTY_EPI | CHASE_PROPERTY_SPLIT_EPI;

  if (g_str_equal (by, "weaker"))
    return same_path (fact, one) && (implied (one->is) & fact->is) != 0;
  if (fact->is != one->is)
    return FALSE;
  if (g_str_equal (by, "first"))
    return (fact->is & monos) != 0 && is_end_of (one, fact, TRUE);
  if (g_str_equal (by, "last"))
    return (fact->is & epis) != 0 && is_end_of (one, fact, FALSE);
  return g_str_equal (by, "equal") && is_proved_equal (f, object, one, fact);
}

/* By two facts before. */
static gboolean
follows_from_both (const char *by, const Fact *fact, const Fact *one, const Fact *other)
{
  ChaseProperty iso = CHASE_PROPERTY_ISO;
  guint both = one->is | other->is;

  if (g_str_equal (by, "composite"))
    return one->is == fact->is && other->is == fact->is && is_composite (fact, one, other);
  if (g_str_equal (by, "split"))
    return fact->is == iso && same_path (fact, one) && same_path (fact, other)
           && (both == (CHASE_PROPERTY_SPLIT_MONO | CHASE_PROPERTY_EPI)
               || both == (CHASE_PROPERTY_SPLIT_EPI | CHASE_PROPERTY_MONO));
  return g_str_equal (by, "rest") && fact->is == one->is && other->is == iso
         && (is_composite (one, fact, other) || is_composite (one, other, fact));
}

static gboolean
fact_is_good (Facts *f, JsonObject *object, const Fact *fact)
{
  const char *by = chase_report_string (object, "by");
  const Fact *one = premise (f, object, 0), *other = premise (f, object, 1);

  if (by == NULL)
    return FALSE;
  if (g_str_equal (by, "declared"))
    return is_declared (f, fact);
  if (g_str_equal (by, "identity"))
    return fact->word->len == 0;
  if (one == NULL)
    return FALSE;
  return follows_from (f, object, by, fact, one)
         || (other != NULL && follows_from_both (by, fact, one, other));
}

static gboolean
take_fact (Facts *f, JsonNode *node)
{
  Fact fact = { .word = g_array_new (FALSE, FALSE, sizeof (guint32)) };
  JsonObject *object;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      g_array_unref (fact.word);
      return chase_refuse (f->error, "it is no object");
    }
  object = json_node_get_object (node);
  fact.is = property_called (chase_report_string (object, "is"));
  if (!read_path (f, object, &fact))
    {
      g_array_unref (fact.word);
      return FALSE;
    }
  if (fact.is == CHASE_PROPERTY_NONE || !fact_is_good (f, object, &fact))
    {
      g_array_unref (fact.word);
      return chase_refuse (f->error, "it does not follow");
    }
  g_array_append_val (f->facts, fact);
  return TRUE;
}

gboolean
chase_report_facts (const ChasePresentation *presentation, guint32 source, ChaseWord word,
                    ChaseProperty property, JsonObject *evidence, GError **error)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Fact));
  Facts f = { presentation, all, error };
  JsonArray *facts = chase_report_array (evidence, "facts");
  const Fact *last;

  g_array_set_clear_func (all, fact_clear);
  if (!chase_report_is (evidence, "laws", error))
    return FALSE;
  for (guint i = 0; facts != NULL && i < json_array_get_length (facts); i++)
    if (!take_fact (&f, json_array_get_element (facts, i)))
      {
        g_prefix_error (error, "fact %u: ", i + 1);
        return FALSE;
      }
  if (all->len == 0)
    return chase_refuse (error, "there are no facts");
  last = &g_array_index (all, Fact, all->len - 1);
  if (last->source != source || !chase_word_equal (word_of (last), word) || last->is != property)
    return chase_refuse (error, "the last fact is about something else");
  return TRUE;
}
