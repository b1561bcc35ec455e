/* SPDX-License-Identifier: MIT */
#include "engine/check-infinite.h"
#include "engine/engine-private.h"
#include "engine/systems.h"
#include "evidence/verifier.h"

#include <string.h>

/*
 * Categories whose morphisms cannot be listed. What decides here: how many reduced paths a complete
 * rewriting system has between two objects; arrows that an equation has on both sides or on
 * neither, which no identity is made of; rules none of which ends (begins) with an arrow, so that
 * it cancels; and short reduced paths, tried one by one.
 */

#define WORK 400000 /* letter steps of a completion */
#define TRIED 2000  /* reduced paths */
#define PAIRS 60    /* paths there, and as many back */
#define LONGEST 12
#define NONE G_MAXUINT32

typedef struct
{
  ChaseChecker *checker;
  const ChaseCategory *category;
  ChasePresentation *p;
  const ChaseIndex *index;
  GPtrArray *systems;
  ChaseClock clock;
} Infinite;

static void
infinite_init (Infinite *infinite, ChaseChecker *checker, const ChaseCategory *category)
{
  infinite->checker = checker;
  infinite->category = category;
  infinite->p = category->presentation;
  infinite->index = &chase_checker_engine (checker, category->presentation)->index;
  chase_clock_start (&infinite->clock, checker->budget, checker->cancellable);
  infinite->systems = chase_systems_find (infinite->index, WORK, &infinite->clock);
}

static void
infinite_clear (Infinite *infinite)
{
  g_ptr_array_unref (infinite->systems);
}

static const ChaseNormal *
first_system (const Infinite *infinite)
{
  return infinite->systems->len > 0
             ? &((ChaseEvidence *)g_ptr_array_index (infinite->systems, 0))->normal
             : NULL;
}

static JsonArray *
names (const Infinite *infinite, const GArray *word)
{
  return chase_arrow_names (infinite->p, (const guint32 *)(gpointer)word->data, word->len);
}

static JsonObject *
system_json (const Infinite *infinite, ChaseEvidence *system)
{
  return chase_evidence_object (system, infinite->p);
}

/* Arrows that absorb. */

static gboolean
touches (const gboolean *absorbs, ChaseWord word)
{
  for (guint32 i = 0; i < word.length; i++)
    if (absorbs[word.letters[i]])
      return TRUE;
  return FALSE;
}

static gboolean
must_cancel (const ChaseArrow *arrow)
{
  return arrow->formal || arrow->inverse != NONE
         || (arrow->properties & ~(guint)CHASE_PROPERTY_IDEMPOTENT) != 0;
}

/* The most arrows such that each equation has some on both sides or on neither: whatever is made of
 * one of them and others is no identity, for sending them to 0 and the others to 1 is a functor. */
static gboolean *
find_absorbing (const ChasePresentation *p)
{
  gboolean *absorbs = g_new0 (gboolean, chase_presentation_n_arrows (p) + 1);
  gboolean changed = TRUE;

  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    absorbs[f] = !must_cancel (chase_presentation_arrow (p, f));
  while (changed)
    {
      changed = FALSE;
      for (guint32 e = 0; e < chase_presentation_n_equations (p); e++)
        {
          const ChaseEquation *equation = chase_presentation_equation (p, e);
          gboolean left = touches (absorbs, equation->left);
          ChaseWord side = left ? equation->left : equation->right;

          if (left == touches (absorbs, equation->right))
            continue;
          changed = TRUE;
          for (guint32 i = 0; i < side.length; i++)
            absorbs[side.letters[i]] = FALSE;
        }
    }
  return absorbs;
}

static JsonArray *
absorbing_json (const ChasePresentation *p, const gboolean *absorbs)
{
  JsonArray *list = json_array_new ();

  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    if (absorbs[f])
      json_array_add_string_element (list, chase_presentation_arrow (p, f)->name);
  return list;
}

/* Does a path of arrows that do not absorb lead from @a to @b? */
static gboolean
reaches (const ChasePresentation *p, const gboolean *absorbs, guint32 a, guint32 b)
{
  g_autofree gboolean *seen = g_new0 (gboolean, chase_presentation_n_objects (p) + 1);
  gboolean changed = TRUE;

  seen[a] = TRUE;
  while (changed)
    {
      changed = FALSE;
      for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
        {
          const ChaseArrow *arrow = chase_presentation_arrow (p, f);

          if (absorbs[f] || !seen[arrow->source] || seen[arrow->target])
            continue;
          seen[arrow->target] = changed = TRUE;
        }
    }
  return seen[b];
}

/* Short reduced paths. */

static gboolean
is_reduced (const ChaseNormal *system, const GArray *word)
{
  for (guint32 r = 0; r < system->n_rules; r++)
    {
      ChaseWord left = system->rules[r].left;

      if (left.length <= word->len
          && memcmp (&g_array_index (word, guint32, word->len - left.length), left.letters,
                     left.length * sizeof (guint32))
                 == 0)
        return FALSE;
    }
  return TRUE;
}

/* Reduced paths from @from, shortest first, that end at @to (or anywhere): up to @limit of them. */
static GPtrArray *
short_paths (const Infinite *infinite, guint32 from, guint32 to, guint limit)
{
  const ChaseNormal *system = first_system (infinite);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  guint32 end;

  g_ptr_array_add (all, g_array_new (FALSE, FALSE, sizeof (guint32)));
  for (guint i = 0; i < all->len && found->len < limit; i++)
    {
      GArray *word = g_ptr_array_index (all, i);

      chase_presentation_path_target (infinite->p, from, chase_letters (word), &end);
      if (to == NONE || end == to)
        g_ptr_array_add (found, g_array_ref (word));
      for (guint32 f = 0; f < chase_presentation_n_arrows (infinite->p) && word->len < LONGEST
                          && all->len < 2 * TRIED;
           f++)
        {
          g_autoptr (GArray) longer = NULL;

          if (chase_presentation_arrow (infinite->p, f)->source != end)
            continue;
          longer = g_array_copy (word);
          g_array_append_val (longer, f);
          if (is_reduced (system, longer))
            g_ptr_array_add (all, g_steal_pointer (&longer));
        }
    }
  return found;
}

static GArray *
joined (const GArray *first, const GArray *second)
{
  GArray *word = g_array_copy ((GArray *)first);

  if (second->len > 0)
    g_array_append_vals (word, second->data, second->len);
  return word;
}

static gboolean
is_identity (const Infinite *infinite, const GArray *first, const GArray *second)
{
  g_autoptr (GArray) word = joined (first, second);

  chase_system_reduce (first_system (infinite), word);
  return word->len == 0;
}

/* The proof that @first and then @second is the identity, or NULL. */
static JsonObject *
proof_of_identity (const Infinite *infinite, guint32 source, const GArray *first,
                   const GArray *second)
{
  g_autoptr (GArray) word = joined (first, second);
  g_autoptr (ChaseAnswer) answer = chase_checker_equal (
      infinite->checker, infinite->p, source, chase_letters (word), (ChaseWord){ NULL, 0 });

  return answer->verdict == CHASE_VERDICT_HOLDS
             ? chase_evidence_object (answer->evidence, infinite->p)
             : NULL;
}

/* Proofs that @back undoes @there before (@retraction) and behind (@section) it, or NULL. */
static JsonArray *
proofs_of_back (const Infinite *infinite, guint32 source, guint32 target, const GArray *there,
                const GArray *back, gboolean retraction, gboolean section)
{
  g_autoptr (JsonArray) proofs = json_array_new ();
  JsonObject *proof;

  if (retraction)
    {
      proof = proof_of_identity (infinite, source, there, back);
      if (proof == NULL)
        return NULL;
      json_array_add_object_element (proofs, proof);
    }
  if (section)
    {
      proof = proof_of_identity (infinite, target, back, there);
      if (proof == NULL)
        return NULL;
      json_array_add_object_element (proofs, proof);
    }
  return g_steal_pointer (&proofs);
}

/* A short path that undoes @there, with its proofs; or NULL. */
static GArray *
find_back (const Infinite *infinite, guint32 source, guint32 target, const GArray *there,
           gboolean retraction, gboolean section, JsonArray **proofs)
{
  g_autoptr (GPtrArray) paths = NULL;

  if (first_system (infinite) == NULL)
    return NULL;
  paths = short_paths (infinite, target, source, TRIED);
  for (guint i = 0; i < paths->len; i++)
    {
      GArray *back = g_ptr_array_index (paths, i);

      if ((retraction && !is_identity (infinite, there, back))
          || (section && !is_identity (infinite, back, there)))
        continue;
      *proofs = proofs_of_back (infinite, source, target, there, back, retraction, section);
      return *proofs != NULL ? g_array_ref (back) : NULL;
    }
  return NULL;
}

/* Objects. */

static gboolean
is_extreme (const Infinite *infinite, guint32 object, gboolean outward, ChaseResult *result)
{
  ChaseEvidence *system = g_ptr_array_index (infinite->systems, 0);

  for (guint32 x = 0; x < chase_presentation_n_objects (infinite->p); x++)
    {
      const char *name = chase_presentation_object_name (infinite->p, x);
      g_autofree char *count = NULL;
      JsonObject *witness;

      if (!chase_verify_count (infinite->p, outward ? object : x, outward ? x : object,
                               &system->normal, NULL, &count, NULL))
        {
          chase_result_undecided (result, "The verifier does not accept the complete system.");
          return FALSE;
        }
      if (g_strcmp0 (count, "1") == 0)
        continue;
      witness = chase_evidence_typed ("table");
      json_object_set_string_member (witness, outward ? "to" : "from", name);
      json_object_set_object_member (witness, "system", system_json (infinite, system));
      chase_result_set_object (result, CHASE_VERDICT_FAILS, witness, "There are %s arrows %s %s.",
                               count != NULL ? count : "infinitely many", outward ? "to" : "from",
                               name);
      return FALSE;
    }
  return TRUE;
}

void
chase_decide_infinite_object (ChaseChecker *checker, const ChaseCategory *category, guint32 object,
                              ChaseAdjective adjective, ChaseResult *result)
{
  Infinite infinite;
  JsonObject *evidence;

  if (category->table)
    {
      chase_result_not_listed (result, category);
      return;
    }
  infinite_init (&infinite, checker, category);
  if (infinite.systems->len == 0)
    chase_result_not_listed (result, category);
  else if ((adjective == CHASE_ADJECTIVE_TERMINAL || is_extreme (&infinite, object, TRUE, result))
           && (adjective == CHASE_ADJECTIVE_INITIAL
               || is_extreme (&infinite, object, FALSE, result)))
    {
      evidence = chase_evidence_typed ("list");
      json_object_set_object_member (
          evidence, "system", system_json (&infinite, g_ptr_array_index (infinite.systems, 0)));
      chase_result_set_object (result, CHASE_VERDICT_HOLDS, evidence,
                               "A complete system leaves one reduced path for each object.");
    }
  infinite_clear (&infinite);
}

/* Is some path of arrows that are declared iso the way from @a to @b? */
static GArray *
declared_way (const ChasePresentation *p, guint32 a, guint32 b, GArray **back)
{
  guint32 n = chase_presentation_n_objects (p);
  g_autofree guint32 *by = g_new (guint32, n + 1);
  g_autofree gboolean *seen = g_new0 (gboolean, n + 1);
  gboolean changed = TRUE;
  GArray *there;

  seen[a] = TRUE;
  while (changed && !seen[b])
    {
      changed = FALSE;
      for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
        {
          const ChaseArrow *arrow = chase_presentation_arrow (p, f);

          if (arrow->inverse == NONE || !seen[arrow->source] || seen[arrow->target])
            continue;
          seen[arrow->target] = changed = TRUE;
          by[arrow->target] = f;
        }
    }
  if (!seen[b])
    return NULL;
  there = g_array_new (FALSE, FALSE, sizeof (guint32));
  *back = g_array_new (FALSE, FALSE, sizeof (guint32));
  while (b != a)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (p, by[b]);

      g_array_prepend_val (there, by[b]);
      g_array_append_val (*back, arrow->inverse);
      b = arrow->source;
    }
  return there;
}

/* Two short paths that undo each other; NULL where none is known. */
static GArray *
find_isomorphism (const Infinite *infinite, guint32 a, guint32 b, GArray **back, JsonArray **proofs)
{
  g_autoptr (GArray) there = declared_way (infinite->p, a, b, back);
  g_autoptr (GPtrArray) paths = NULL;

  if (there == NULL && first_system (infinite) != NULL)
    paths = short_paths (infinite, a, b, PAIRS);
  for (guint i = 0; there == NULL && paths != NULL && i < paths->len; i++)
    {
      *back = find_back (infinite, a, b, g_ptr_array_index (paths, i), TRUE, TRUE, proofs);
      if (*back != NULL)
        return g_array_ref (g_ptr_array_index (paths, i));
    }
  if (there == NULL)
    return NULL;
  *proofs = proofs_of_back (infinite, a, b, there, *back, TRUE, TRUE);
  if (*proofs != NULL)
    return g_steal_pointer (&there);
  g_clear_pointer (back, g_array_unref);
  return NULL;
}

static JsonObject *
isomorphism_json (const Infinite *infinite, const GArray *there, const GArray *back,
                  JsonArray *proofs, const char *type)
{
  JsonObject *object = chase_evidence_typed (type);

  json_object_set_array_member (object, "there", names (infinite, there));
  json_object_set_array_member (object, "back", names (infinite, back));
  json_object_set_array_member (object, "proofs", proofs);
  return object;
}

void
chase_decide_infinite_isomorphic (ChaseChecker *checker, const ChaseCategory *category, guint32 a,
                                  guint32 b, ChaseResult *result)
{
  g_autofree gboolean *absorbs = find_absorbing (category->presentation);
  g_autoptr (GArray) there = NULL;
  g_autoptr (GArray) back = NULL;
  JsonArray *proofs = NULL;
  JsonObject *object;
  Infinite infinite;

  if (category->table)
    {
      chase_result_not_listed (result, category);
      return;
    }
  infinite_init (&infinite, checker, category);
  if (!reaches (infinite.p, absorbs, a, b) || !reaches (infinite.p, absorbs, b, a))
    {
      object = chase_evidence_typed ("table");
      json_object_set_array_member (object, "absorbing", absorbing_json (infinite.p, absorbs));
      chase_result_set_object (result, CHASE_VERDICT_FAILS, object,
                               "Every way there and back uses an arrow that no identity is made "
                               "of.");
    }
  else
    {
      there = find_isomorphism (&infinite, a, b, &back, &proofs);
      if (there != NULL)
        chase_result_set_object (result, CHASE_VERDICT_HOLDS,
                                 isomorphism_json (&infinite, there, back, proofs, "list"),
                                 "There is an isomorphism and its inverse.");
      else
        chase_result_not_listed (result, category);
    }
  infinite_clear (&infinite);
}

/* Morphisms. */

static void
fail_absorbing (const Infinite *infinite, const gboolean *absorbs, const char *reason,
                ChaseResult *result)
{
  JsonObject *object = chase_evidence_typed ("table");

  json_object_set_array_member (object, "absorbing", absorbing_json (infinite->p, absorbs));
  chase_result_set_object (result, CHASE_VERDICT_FAILS, object, "%s", reason);
}

/* A complete system no rule of which ends (begins) with @arrow; or NULL. Caller owns it. */
static ChaseEvidence *
system_beside (const Infinite *infinite, guint32 arrow, gboolean end)
{
  ChaseEvidence *system;

  for (guint i = 0; i < infinite->systems->len; i++)
    {
      system = g_ptr_array_index (infinite->systems, i);
      if (!chase_system_touches (&system->normal, arrow, end))
        return chase_evidence_ref (system);
    }
  system = chase_system_ranking (infinite->index, arrow, end, WORK, (ChaseClock *)&infinite->clock);
  if (system == NULL || !chase_system_touches (&system->normal, arrow, end))
    return system;
  chase_evidence_unref (system);
  return NULL;
}

/* Why the arrow @f cancels: by a system that leaves it free, or by a path back. NULL where neither
 * is found. */
static JsonObject *
reason_to_cancel (const Infinite *infinite, guint32 f, gboolean mono)
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
      json_object_set_object_member (part, "system", system_json (infinite, system));
      return g_steal_pointer (&part);
    }
  g_array_append_val (word, f);
  back = find_back (infinite, arrow->source, arrow->target, word, mono, !mono, &proofs);
  if (back == NULL)
    return NULL;
  json_object_set_array_member (part, "back", names (infinite, back));
  json_object_set_array_member (part, "proofs", proofs);
  return g_steal_pointer (&part);
}

/* Each arrow of the path cancels, for a reason of its own. */
static gboolean
all_arrows_cancel (const Infinite *infinite, const GArray *word, gboolean mono, ChaseResult *result)
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
      "Its arrows cancel: no rule of a complete system %s with them, or a path "
      "leads back.",
      mono ? "ends" : "begins");
  return TRUE;
}

static gboolean
holds_by_back (const Infinite *infinite, guint32 source, guint32 target, const GArray *word,
               gboolean retraction, gboolean section, ChaseResult *result)
{
  JsonArray *proofs = NULL;
  g_autoptr (GArray) back
      = find_back (infinite, source, target, word, retraction, section, &proofs);
  JsonObject *object;

  if (back == NULL)
    return FALSE;
  object = chase_evidence_typed ("list");
  json_object_set_array_member (object, "back", names (infinite, back));
  json_object_set_array_member (object, "proofs", proofs);
  chase_result_set_object (result, CHASE_VERDICT_HOLDS, object, "A path leads back, by proof.");
  return TRUE;
}

/* Two paths @x and @y that become equal beside @word: the evidence, or NULL where that is not
 * proved. */
static JsonObject *
confusion_json (const Infinite *infinite, guint32 start, guint32 whole, const GArray *word,
                const GArray *x, const GArray *y, gboolean mono)
{
  g_autoptr (GArray) one = mono ? joined (x, word) : joined (word, x);
  g_autoptr (GArray) two = mono ? joined (y, word) : joined (word, y);
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
  json_array_add_array_element (pair, names (infinite, x));
  json_array_add_array_element (pair, names (infinite, y));
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
fails_from (const Infinite *infinite, guint32 start, guint32 whole, guint32 end, const GArray *word,
            gboolean mono, ChaseResult *result)
{
  g_autoptr (GPtrArray) paths = short_paths (infinite, start, end, TRIED);
  g_autoptr (GHashTable) seen
      = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, NULL);

  for (guint i = 0; i < paths->len; i++)
    {
      GArray *x = g_ptr_array_index (paths, i), *y;
      g_autoptr (GArray) reduced = mono ? joined (x, word) : joined (word, x);
      guint32 target;
      JsonObject *object;
      GBytes *key;

      chase_system_reduce (first_system (infinite), reduced);
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
      chase_result_set_object (result, CHASE_VERDICT_FAILS, object,
                               "It does not tell two paths apart.");
      return TRUE;
    }
  return FALSE;
}

static gboolean
fails_by_confusion (const Infinite *infinite, guint32 source, guint32 target, const GArray *word,
                    gboolean mono, ChaseResult *result)
{
  if (first_system (infinite) == NULL)
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
  g_autofree gboolean *absorbs = find_absorbing (category->presentation);
  gboolean mono = property != CHASE_PROPERTY_EPI && property != CHASE_PROPERTY_SPLIT_EPI;
  gboolean epi = property != CHASE_PROPERTY_MONO && property != CHASE_PROPERTY_SPLIT_MONO;
  gboolean cancels = property == CHASE_PROPERTY_MONO || property == CHASE_PROPERTY_EPI;
  Infinite infinite;

  if (category->table)
    {
      chase_result_not_listed (result, category);
      return;
    }
  if (!cancels && touches (absorbs, chase_letters (word)))
    {
      infinite.p = category->presentation;
      fail_absorbing (&infinite, absorbs, "It has an arrow that no identity is made of.", result);
      return;
    }
  infinite_init (&infinite, checker, category);
  if (!(cancels && all_arrows_cancel (&infinite, word, mono, result))
      && !holds_by_back (&infinite, source, target, word, mono, epi, result)
      && !(mono && fails_by_confusion (&infinite, source, target, word, TRUE, result))
      && !(epi && fails_by_confusion (&infinite, source, target, word, FALSE, result)))
    chase_result_not_listed (result, category);
  infinite_clear (&infinite);
}

/* The category as a whole. */

static gboolean
all_have_inverses (const Infinite *infinite, ChaseResult *result)
{
  g_autoptr (JsonArray) list = json_array_new ();
  JsonObject *object;

  for (guint32 f = 0; f < chase_presentation_n_arrows (infinite->p); f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (infinite->p, f);
      g_autoptr (GArray) word = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_autoptr (GArray) back = NULL;
      JsonArray *proofs = NULL;
      JsonObject *part;

      if (arrow->formal || arrow->inverse != NONE)
        continue;
      g_array_append_val (word, f);
      back = find_back (infinite, arrow->source, arrow->target, word, TRUE, TRUE, &proofs);
      if (back == NULL)
        return FALSE;
      part = json_object_new ();
      json_object_set_string_member (part, "arrow", arrow->name);
      json_object_set_array_member (part, "back", names (infinite, back));
      json_object_set_array_member (part, "proofs", proofs);
      json_array_add_object_element (list, part);
    }
  object = chase_evidence_typed ("list");
  json_object_set_array_member (object, "inverses", json_array_ref (list));
  chase_result_set_object (result, CHASE_VERDICT_HOLDS, object, "Every arrow has an inverse.");
  return TRUE;
}

static void
decide_groupoid (const Infinite *infinite, const gboolean *absorbs, ChaseResult *result)
{
  for (guint32 f = 0; f < chase_presentation_n_arrows (infinite->p); f++)
    if (absorbs[f])
      {
        fail_absorbing (infinite, absorbs, "It has arrows that no identity is made of.", result);
        return;
      }
  if (!all_have_inverses (infinite, result))
    chase_result_not_listed (result, infinite->category);
}

/* Two objects that may be isomorphic: FALSE where there are none. */
static gboolean
next_pair (const Infinite *infinite, const gboolean *absorbs, guint32 *a, guint32 *b)
{
  guint32 n = chase_presentation_n_objects (infinite->p);

  for (; *a < n; ++*a, *b = *a + 1)
    for (; *b < n; ++*b)
      if (reaches (infinite->p, absorbs, *a, *b) && reaches (infinite->p, absorbs, *b, *a))
        return TRUE;
  return FALSE;
}

static void
decide_skeletal (const Infinite *infinite, const gboolean *absorbs, ChaseResult *result)
{
  guint32 a = 0, b = 1;
  JsonObject *object;

  if (!next_pair (infinite, absorbs, &a, &b))
    {
      object = chase_evidence_typed ("list");
      json_object_set_array_member (object, "absorbing", absorbing_json (infinite->p, absorbs));
      chase_result_set_object (result, CHASE_VERDICT_HOLDS, object,
                               "Every way between two objects and back uses an arrow that no "
                               "identity is made of.");
      return;
    }
  for (; next_pair (infinite, absorbs, &a, &b); b++)
    {
      g_autoptr (GArray) back = NULL;
      JsonArray *proofs = NULL;
      g_autoptr (GArray) there = find_isomorphism (infinite, a, b, &back, &proofs);

      if (there == NULL)
        continue;
      chase_result_set_object (
          result, CHASE_VERDICT_FAILS, isomorphism_json (infinite, there, back, proofs, "table"),
          "%s and %s are isomorphic.", chase_presentation_object_name (infinite->p, a),
          chase_presentation_object_name (infinite->p, b));
      return;
    }
  chase_result_not_listed (result, infinite->category);
}

void
chase_decide_infinite_category (ChaseChecker *checker, const ChaseCategory *category,
                                ChaseAdjective adjective, ChaseResult *result)
{
  g_autofree gboolean *absorbs = find_absorbing (category->presentation);
  Infinite infinite;

  if (category->table)
    {
      chase_result_not_listed (result, category);
      return;
    }
  infinite_init (&infinite, checker, category);
  if (adjective == CHASE_ADJECTIVE_GROUPOID)
    decide_groupoid (&infinite, absorbs, result);
  else
    decide_skeletal (&infinite, absorbs, result);
  infinite_clear (&infinite);
}
