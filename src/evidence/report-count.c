/* SPDX-License-Identifier: MIT */
#include "evidence/enumerate.h"
#include "evidence/report-private.h"
#include "model/slice-sets.h"
#include "model/of-kan.h"
#include "model/set-maps.h"

#include <string.h>

/* Rows while one object's morphisms are listed. */

#define NOWHERE G_MAXUINT32

static gboolean
same_number (const char *count, const char *digits)
{
  while (digits[0] == '0' && digits[1] != '\0')
    digits++;
  return strcmp (count, digits) == 0;
}

gboolean
chase_report_number_is (const char *count, const char *number, const char *value, gboolean holds,
                        GError **error)
{
  const char *said = count != NULL ? count : "infinite";

  if (g_strcmp0 (value, said) != 0)
    return chase_refuse (error, "there are %s of them", said);
  if ((count != NULL && same_number (count, number)) != holds)
    return chase_refuse (error, "there are %s of them", said);
  return TRUE;
}

/* The two lists must be the same, by their elements or by their checksums. */
static gboolean
verify_list (JsonObject *found, JsonObject *given, GError **error)
{
  JsonNode *ours = json_object_get_member (found, "elements");
  JsonNode *theirs = json_object_get_member (given, "elements");

  if (!chase_report_is (given, "list", error))
    return FALSE;
  if (ours == NULL)
    return g_strcmp0 (chase_report_string (found, "checksum"),
                      chase_report_string (given, "checksum"))
               == 0
           || chase_refuse (error, "the checksum is wrong");
  return (theirs != NULL && json_node_equal (ours, theirs))
         || chase_refuse (error, "the elements are others");
}

/* The path whose powers shorten the listing, where one is given. */
static GArray *
read_along (const ChasePresentation *presentation, JsonObject *object, GError **error)
{
  g_autoptr (GArray) letters = g_array_new (FALSE, FALSE, sizeof (guint32));
  JsonNode *node = json_object_get_member (object, "along");
  JsonArray *names
      = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; names != NULL && i < json_array_get_length (names); i++)
    {
      JsonNode *name = json_array_get_element (names, i);
      gboolean text
          = JSON_NODE_HOLDS_VALUE (name) && json_node_get_value_type (name) == G_TYPE_STRING;
      guint32 letter
          = text ? chase_presentation_find_arrow (presentation, json_node_get_string (name))
                 : NOWHERE;

      if (letter != NOWHERE)
        g_array_append_val (letters, letter);
      else
        names = NULL;
    }
  if (json_object_has_member (object, "along") && names == NULL)
    {
      chase_refuse (error, "\"along\" is not a path of arrows");
      return NULL;
    }
  return g_steal_pointer (&letters);
}

static gboolean
verify_by_listing (const ChaseProposition *proposition, const ChaseCategory *category, guint32 from,
                   guint32 to, const char *value, gboolean holds, JsonObject *object,
                   GError **error)
{
  g_autoptr (GArray) along = read_along (category->presentation, object, error);
  g_autoptr (ChaseRoll) roll = NULL;
  g_autoptr (JsonObject) found = NULL;
  g_autofree char *count = NULL;

  if (along != NULL)
    roll = chase_enumerate_roll (
        category, from, to, (ChaseWord){ (const guint32 *)(gconstpointer)along->data, along->len },
        CHASE_COUNT_ROWS, NULL, error);
  if (roll == NULL)
    return FALSE;
  count = g_strdup_printf ("%" G_GUINT64_FORMAT, chase_roll_count (roll));
  found = chase_roll_finish (roll);
  return chase_report_number_is (count, proposition->number, value, holds, error)
         && verify_list (found, object, error);
}

/* Does the path have a left side of the system in it? */
static gboolean
is_rewritten (const ChaseNormal *normal, ChaseWord word)
{
  for (guint32 r = 0; r < normal->n_rules; r++)
    for (guint32 at = 0; at + normal->rules[r].left.length <= word.length; at++)
      if (chase_word_equal (normal->rules[r].left,
                            chase_word_part (word, at, normal->rules[r].left.length)))
        return TRUE;
  return FALSE;
}

/* A part of the cycle at the end of @word. */
static gboolean
append_part (const ChasePresentation *p, JsonObject *cycle, const char *key, GArray *word)
{
  return chase_report_word (p, chase_report_array (cycle, key), word);
}

/* @before, the loop @turns times, and @after: in normal form, between the right objects? */
static gboolean
is_normal_path (const ChasePresentation *p, const ChaseNormal *normal, JsonObject *cycle,
                guint32 turns, guint32 from, guint32 to)
{
  g_autoptr (GArray) word = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 source, target;
  ChaseWord whole;

  if (!append_part (p, cycle, "before", word))
    return FALSE;
  while (turns-- > 0)
    append_part (p, cycle, "loop", word);
  if (!append_part (p, cycle, "after", word))
    return FALSE;
  if (word->len == 0)
    return TRUE;
  whole = (ChaseWord){ (const guint32 *)(gpointer)word->data, word->len };
  source = chase_presentation_arrow (p, whole.letters[0])->source;
  return chase_presentation_path_target (p, source, whole, &target)
         && (from == NOWHERE || source == from) && (to == NOWHERE || target == to)
         && !is_rewritten (normal, whole);
}

gboolean
chase_report_cycle (const ChasePresentation *p, const ChaseNormal *normal, guint32 from, guint32 to,
                    JsonObject *object, GError **error)
{
  JsonObject *cycle = chase_report_object (object, "cycle");
  g_autoptr (GArray) loop = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 longest = 0;

  if (cycle == NULL)
    return chase_refuse (error, "the evidence names no cycle");
  for (guint32 r = 0; r < normal->n_rules; r++)
    longest = MAX (longest, normal->rules[r].left.length);
  if (!append_part (p, cycle, "loop", loop) || loop->len == 0)
    return chase_refuse (error, "the evidence names no cycle");
  /* With so many turns every left side that stands in more of them stands in these. */
  for (guint32 turns = 0; turns <= 2 + longest / loop->len; turns++)
    if (!is_normal_path (p, normal, cycle, turns, from, to))
      return chase_refuse (error, "the paths along the cycle are not in normal form");
  return TRUE;
}

static gboolean
verify_by_system (const ChaseProposition *proposition, const ChaseCategory *category, guint32 from,
                  guint32 to, const char *value, gboolean holds, JsonObject *object, GError **error)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autoptr (ChaseEvidence) evidence = NULL;
  g_autofree char *count = NULL;

  json_node_set_object (node, object);
  evidence = chase_evidence_from_json (node, category->presentation, NULL, error);
  return evidence != NULL
         && chase_verify_count (category->presentation, from, to, &evidence->normal, NULL, &count,
                                error)
         && chase_report_number_is (count, proposition->number, value, holds, error)
         && (count != NULL
             || chase_report_cycle (category->presentation, &evidence->normal, from, to, object,
                                    error));
}

static gboolean
verify_morphisms (const ChaseProposition *proposition, const ChaseCategory *category, guint32 from,
                  guint32 to, const char *value, gboolean holds, JsonObject *object, GError **error)
{
  if (category == NULL || category->kind != CHASE_CATEGORY_PRESENTED)
    return chase_refuse (error, "the morphisms of this category cannot be listed");
  if (json_object_has_member (object, "unreachable") && from != NOWHERE && to != NOWHERE)
    return chase_report_number_is ("0", proposition->number, value, holds, error)
           && (!chase_report_reaches (category->presentation, from, to)
               || chase_refuse (error, "arrows lead there"));
  if (json_object_has_member (object, "degrees") && !category->table)
    return chase_report_number_is (NULL, proposition->number, value, holds, error)
           && chase_report_grading (category->presentation, from, to, object, error);
  if (g_strcmp0 (chase_report_string (object, "type"), "normal") == 0 && !category->table)
    return verify_by_system (proposition, category, from, to, value, holds, object, error);
  return verify_by_listing (proposition, category, from, to, value, holds, object, error);
}

static gboolean
verify_names (const ChaseProposition *proposition, GPtrArray *names, const char *value,
              gboolean holds, JsonObject *object, GError **error)
{
  g_autoptr (JsonObject) found = chase_roll_of_names (names);
  g_autofree char *count = g_strdup_printf ("%u", names->len);

  return chase_report_number_is (count, proposition->number, value, holds, error)
         && verify_list (found, object, error);
}

/* Of sets, and of functors to Set from what has @objects, there are infinitely many. */
static gboolean
verify_sets (const ChaseProposition *proposition, gboolean objects, const char *value,
             gboolean holds, JsonObject *object, GError **error)
{
  return chase_report_number_is (objects ? NULL : "1", proposition->number, value, holds, error)
         && (chase_report_is_flag (object, "sets", objects)
             || chase_refuse (error, "the evidence shows nothing"));
}

/* Slices, and categories of functors, that were not listed. */
static gboolean
is_unlisted (const ChaseCategory *category)
{
  return category != NULL
         && (category->kind == CHASE_CATEGORY_OVER || category->kind == CHASE_CATEGORY_UNDER
             || category->kind == CHASE_CATEGORY_FUNCTORS);
}

static gboolean
verify_infinite (const ChaseCategory *category, JsonObject *object, GError **error)
{
  return category->kind == CHASE_CATEGORY_FUNCTORS
             ? chase_report_infinite_functors (category->parts[0], category->parts[1], object,
                                               error)
             : chase_report_slice_infinite (category, object, error);
}

gboolean
chase_report_count (ChaseTheory *theory, const ChaseProposition *proposition, const char *value,
                    gboolean holds, JsonObject *object, GError **error)
{
  const ChaseTerm *term = g_ptr_array_index (proposition->terms, 0);
  g_autoptr (GPtrArray) names = NULL;
  const ChaseCategory *category;
  guint32 ends[2] = { NOWHERE, NOWHERE };
  const ChaseFunctor *functor;
  gboolean objects;

  if (proposition->count == CHASE_COUNT_OB || proposition->count == CHASE_COUNT_MOR)
    {
      category = chase_theory_category_listed (theory, term, NULL);
      if (is_unlisted (category) && json_object_has_member (object, "system"))
        return chase_report_number_is (NULL, proposition->number, value, holds, error)
               && verify_infinite (category, object, error);
    }
  if ((proposition->count == CHASE_COUNT_OB || proposition->count == CHASE_COUNT_MOR)
      && chase_category_to_sets (chase_theory_category_listed (theory, term, NULL), &objects))
    return verify_sets (proposition, objects, value, holds, object, error);
  switch (proposition->count)
    {
    case CHASE_COUNT_HOM:
      category = chase_theory_proposition_category (theory, proposition, NULL);
      if (chase_category_of_sets (category)
          || (category != NULL && category->kind == CHASE_CATEGORY_FUNCTORS))
        return chase_report_count_natural (theory, proposition, value, holds, object, error);
      if (chase_is_slice_of_sets (category))
        return chase_report_slice_count (theory, category, proposition, value, holds, object,
                                         error);
      for (guint i = 0; i < 2 && category != NULL; i++)
        if (!chase_theory_object (theory, category, g_ptr_array_index (proposition->terms, i),
                                  &ends[i], NULL))
          return chase_refuse (error, "the category has no such object");
      return verify_morphisms (proposition, category, ends[0], ends[1], value, holds, object,
                               error);
    case CHASE_COUNT_MOR:
      return verify_morphisms (proposition, chase_theory_category_listed (theory, term, NULL),
                               NOWHERE, NOWHERE, value, holds, object, error);
    case CHASE_COUNT_OB:
      category = chase_theory_category_listed (theory, term, NULL);
      if (category == NULL || category->presentation == NULL)
        return chase_refuse (error, "the objects of this category cannot be listed");
      return verify_names (proposition, category->presentation->objects, value, holds, object,
                           error);
    case CHASE_COUNT_SET:
      names = chase_theory_set (theory, term, NULL);
      if (names == NULL && chase_proposition_value (theory, proposition, &functor, &ends[0]))
        return chase_report_number_is (NULL, proposition->number, value, holds, error)
               && chase_report_infinite_kan (functor, ends[0], object, error);
      if (names == NULL)
        return chase_refuse (error, "this set is not written out");
      return verify_names (proposition, names, value, holds, object, error);
    case CHASE_COUNT_NAT:
      return chase_report_count_natural (theory, proposition, value, holds, object, error);
    case CHASE_COUNT_FUN:
      return chase_report_count_functors (theory, proposition, value, holds, object, error);
    }
  return chase_refuse (error, "nothing is known that would show this count");
}

gboolean
chase_report_infinite (const ChaseCategory *category, JsonObject *object, GError **error)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autoptr (ChaseEvidence) evidence = NULL;
  g_autofree char *count = NULL;

  if (category->presentation == NULL || category->table)
    return chase_refuse (error, "%s is not given by generators and equations", category->key);
  if (json_object_has_member (object, "degrees"))
    return chase_report_grading (category->presentation, NOWHERE, NOWHERE, object, error);
  json_node_set_object (node, object);
  evidence = chase_evidence_from_json (node, category->presentation, NULL, error);
  if (evidence != NULL && evidence->kind != CHASE_EVIDENCE_NORMAL)
    return chase_refuse (error, "evidence of type “normal” is needed here");
  return evidence != NULL
         && chase_verify_count (category->presentation, NOWHERE, NOWHERE, &evidence->normal, NULL,
                                &count, error)
         && (count == NULL || chase_refuse (error, "there are %s morphisms", count))
         && chase_report_cycle (category->presentation, &evidence->normal, NOWHERE, NOWHERE, object,
                                error);
}
