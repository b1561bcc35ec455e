/* SPDX-License-Identifier: MIT */
#include "engine/check-infinite.h"
#include "engine/explain.h"
#include "engine/infinite.h"
#include "engine/systems.h"
#include "i18n.h"

/* Morphisms of a category whose morphisms cannot be listed. */

#define NONE G_MAXUINT32

/* Morphisms. */

/* A complete system by which @arrow behind (before) keeps normal forms apart; or NULL. Caller owns
 * it. */
static ChaseEvidence *
system_beside (const ChaseInfinite *infinite, guint32 arrow, gboolean end)
{
  ChaseEvidence *system;

  for (guint i = 0; i < infinite->systems->len; i++)
    {
      system = g_ptr_array_index (infinite->systems, i);
      if (chase_system_cancels (&system->normal, arrow, end))
        return chase_evidence_ref (system);
    }
  system = chase_system_ranking (infinite->index, arrow, end, CHASE_INFINITE_WORK,
                                 (ChaseClock *)&infinite->clock);
  if (system == NULL || chase_system_cancels (&system->normal, arrow, end))
    return system;
  chase_evidence_unref (system);
  return NULL;
}

/* Why the arrow @f cancels: by a system that leaves it free, or by a path back. NULL where neither
 * is found. */
static JsonObject *
reason_to_cancel (const ChaseInfinite *infinite, guint32 f, gboolean mono)
{
  const ChaseArrow *arrow = chase_presentation_arrow (infinite->p, f);
  g_autoptr (ChaseEvidence) system = system_beside (infinite, f, mono);
  g_autoptr (JsonObject) part = json_object_new ();
  g_autoptr (GArray) word = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) back = NULL;
  JsonArray *proofs = NULL;

  json_object_set_string_member (part, "arrow", arrow->name);
  if (system != NULL)
    {
      json_object_set_object_member (part, "system", chase_infinite_system_json (infinite, system));
      return g_steal_pointer (&part);
    }
  g_array_append_val (word, f);
  back = chase_infinite_back (infinite, arrow->source, arrow->target, word, mono, !mono, &proofs);
  if (back == NULL)
    return NULL;
  json_object_set_array_member (part, "back", chase_infinite_names (infinite, back));
  json_object_set_array_member (part, "proofs", proofs);
  return g_steal_pointer (&part);
}

/* Each arrow of the path cancels, for a reason of its own. */
static gboolean
all_arrows_cancel (const ChaseInfinite *infinite, const GArray *word, gboolean mono,
                   ChaseResult *result)
{
  g_autoptr (JsonArray) list = json_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  JsonObject *object;

  for (guint i = 0; i < word->len; i++)
    {
      guint32 f = g_array_index (word, guint32, i);
      JsonObject *part;

      if (!g_hash_table_add (seen, GUINT_TO_POINTER (f)))
        continue;
      part = reason_to_cancel (infinite, f, mono);
      if (part == NULL)
        return FALSE;
      json_array_add_object_element (list, part);
    }
  object = chase_evidence_typed ("list");
  json_object_set_array_member (object, "systems", json_array_ref (list));
  chase_result_set_object (
      result, CHASE_VERDICT_HOLDS, object,
      mono ? _ ("Its arrows cancel: no rule of a complete system ends with them, or a path "
                "leads back.")
           : _ ("Its arrows cancel: no rule of a complete system begins with them, or a path "
                "leads back."));
  return TRUE;
}

static gboolean
holds_by_back (const ChaseInfinite *infinite, guint32 source, guint32 target, const GArray *word,
               gboolean retraction, gboolean section, ChaseResult *result)
{
  JsonArray *proofs = NULL;
  g_autoptr (GArray) back
      = chase_infinite_back (infinite, source, target, word, retraction, section, &proofs);
  JsonObject *object;

  if (back == NULL)
    return FALSE;
  object = chase_evidence_typed ("list");
  json_object_set_array_member (object, "back", chase_infinite_names (infinite, back));
  json_object_set_array_member (object, "proofs", proofs);
  chase_result_set_object (result, CHASE_VERDICT_HOLDS, object, "A path leads back, by proof.");
  return TRUE;
}

/* Two paths @x and @y that become equal beside @word: the evidence, or NULL where that is not
 * proved. */
static JsonObject *
confusion_json (const ChaseInfinite *infinite, guint32 start, guint32 whole, const GArray *word,
                const GArray *x, const GArray *y, gboolean mono)
{
  g_autoptr (GArray) one = mono ? chase_words_joined (x, word) : chase_words_joined (word, x);
  g_autoptr (GArray) two = mono ? chase_words_joined (y, word) : chase_words_joined (word, y);
  g_autoptr (ChaseAnswer) equal = chase_checker_equal (infinite->checker, infinite->p, whole,
                                                       chase_letters (one), chase_letters (two));
  g_autoptr (ChaseAnswer) apart = chase_checker_equal (infinite->checker, infinite->p, start,
                                                       chase_letters (x), chase_letters (y));
  JsonObject *object;
  JsonArray *pair, *parts;

  if (equal->verdict != CHASE_VERDICT_HOLDS || apart->verdict != CHASE_VERDICT_FAILS)
    return NULL;
  object = chase_evidence_typed ("table");
  pair = json_array_new ();
  json_array_add_array_element (pair, chase_infinite_names (infinite, x));
  json_array_add_array_element (pair, chase_infinite_names (infinite, y));
  parts = json_array_new ();
  json_array_add_object_element (parts, chase_evidence_object (equal->evidence, infinite->p));
  json_array_add_object_element (parts, chase_evidence_object (apart->evidence, infinite->p));
  json_object_set_string_member (object, "side", mono ? "mono" : "epi");
  json_object_set_string_member (object, "from",
                                 chase_presentation_object_name (infinite->p, start));
  json_object_set_array_member (object, "confused", pair);
  json_object_set_array_member (object, "parts", parts);
  return object;
}

/* Among short reduced paths from @start, two that @word does not tell apart. */
static gboolean
fails_from (const ChaseInfinite *infinite, guint32 start, guint32 whole, guint32 end,
            const GArray *word, gboolean mono, ChaseResult *result)
{
  g_autoptr (GPtrArray) paths = chase_infinite_paths (infinite, start, end, CHASE_INFINITE_TRIED);
  g_autoptr (GHashTable) seen
      = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, NULL);

  for (guint i = 0; i < paths->len; i++)
    {
      GArray *x = g_ptr_array_index (paths, i), *y;
      g_autoptr (GArray) reduced
          = mono ? chase_words_joined (x, word) : chase_words_joined (word, x);
      g_autofree char *one = NULL;
      g_autofree char *other = NULL;
      guint32 target;
      JsonObject *object;
      GBytes *key;

      chase_system_reduce (chase_infinite_first (infinite), reduced);
      chase_presentation_path_target (infinite->p, start, chase_letters (x), &target);
      g_array_append_val (reduced, target);
      key = g_bytes_new (reduced->data, reduced->len * sizeof (guint32));
      y = g_hash_table_lookup (seen, key);
      g_hash_table_replace (seen, key, x);
      if (y == NULL)
        continue;
      object = confusion_json (infinite, start, whole, word, y, x, mono);
      if (object == NULL)
        return FALSE;
      one = chase_path_to_text (infinite->p, start, chase_letters (y));
      other = chase_path_to_text (infinite->p, start, chase_letters (x));
      chase_result_set_object (result, CHASE_VERDICT_FAILS, object,
                               "It does not tell %s and %s apart, which are different.", one,
                               other);
      return TRUE;
    }
  return FALSE;
}

static gboolean
fails_by_confusion (const ChaseInfinite *infinite, guint32 source, guint32 target,
                    const GArray *word, gboolean mono, ChaseResult *result)
{
  if (chase_infinite_first (infinite) == NULL)
    return FALSE;
  if (!mono)
    return fails_from (infinite, target, source, NONE, word, FALSE, result);
  for (guint32 a = 0; a < chase_presentation_n_objects (infinite->p); a++)
    if (fails_from (infinite, a, a, source, word, TRUE, result))
      return TRUE;
  return FALSE;
}

void
chase_decide_infinite_morphism (ChaseChecker *checker, const ChaseCategory *category,
                                guint32 source, guint32 target, const GArray *word,
                                ChaseProperty property, ChaseResult *result)
{
  g_autofree gboolean *absorbs = chase_absorbing_find (category->presentation);
  gboolean mono = property != CHASE_PROPERTY_EPI && property != CHASE_PROPERTY_SPLIT_EPI;
  gboolean epi = property != CHASE_PROPERTY_MONO && property != CHASE_PROPERTY_SPLIT_MONO;
  gboolean cancels = property == CHASE_PROPERTY_MONO || property == CHASE_PROPERTY_EPI;
  ChaseInfinite infinite;

  if (category->table)
    {
      chase_result_not_listed (result, category);
      return;
    }
  if (!cancels && chase_absorbing_touch (absorbs, chase_letters (word)))
    {
      chase_absorbing_fail (category->presentation, absorbs,
                            _ ("It has an arrow that no identity is made of."), result);
      return;
    }
  chase_infinite_init (&infinite, checker, category);
  if (!(cancels && all_arrows_cancel (&infinite, word, mono, result))
      && !holds_by_back (&infinite, source, target, word, mono, epi, result)
      && !(mono && fails_by_confusion (&infinite, source, target, word, TRUE, result))
      && !(epi && fails_by_confusion (&infinite, source, target, word, FALSE, result)))
    chase_result_not_listed (result, category);
  chase_infinite_clear (&infinite);
}
