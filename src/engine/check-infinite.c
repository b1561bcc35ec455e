/* SPDX-License-Identifier: MIT */
#include "engine/check-infinite.h"
#include "engine/infinite.h"
#include "evidence/verifier.h"
#include "i18n.h"

/* Objects, and the category as a whole, where morphisms cannot be listed. */

#define NONE G_MAXUINT32

/* Objects. */

static gboolean
is_extreme (const ChaseInfinite *infinite, guint32 object, gboolean outward, ChaseResult *result)
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
      json_object_set_object_member (witness, "system",
                                     chase_infinite_system_json (infinite, system));
      if (count == NULL)
        chase_result_set_object (result, CHASE_VERDICT_FAILS, witness,
                                 outward ? _ ("There are infinitely many arrows to %s.")
                                         : _ ("There are infinitely many arrows from %s."),
                                 name);
      else
        chase_result_set_object (result, CHASE_VERDICT_FAILS, witness,
                                 outward ? _ ("There are %s arrows to %s.")
                                         : _ ("There are %s arrows from %s."),
                                 count, name);
      return FALSE;
    }
  return TRUE;
}

void
chase_decide_infinite_object (ChaseChecker *checker, const ChaseCategory *category, guint32 object,
                              ChaseAdjective adjective, ChaseResult *result)
{
  ChaseInfinite infinite;
  JsonObject *evidence;

  if (category->table)
    {
      chase_result_not_listed (result, category);
      return;
    }
  chase_infinite_init (&infinite, checker, category);
  if (infinite.systems->len == 0)
    chase_result_not_listed (result, category);
  else if ((adjective == CHASE_ADJECTIVE_TERMINAL || is_extreme (&infinite, object, TRUE, result))
           && (adjective == CHASE_ADJECTIVE_INITIAL
               || is_extreme (&infinite, object, FALSE, result)))
    {
      evidence = chase_evidence_typed ("list");
      json_object_set_object_member (
          evidence, "system",
          chase_infinite_system_json (&infinite, g_ptr_array_index (infinite.systems, 0)));
      chase_result_set_object (result, CHASE_VERDICT_HOLDS, evidence,
                               "A complete system leaves one reduced path for each object.");
    }
  chase_infinite_clear (&infinite);
}

void
chase_decide_infinite_isomorphic (ChaseChecker *checker, const ChaseCategory *category, guint32 a,
                                  guint32 b, ChaseResult *result)
{
  g_autofree gboolean *absorbs = chase_absorbing_find (category->presentation);
  g_autoptr (GArray) there = NULL;
  g_autoptr (GArray) back = NULL;
  JsonArray *proofs = NULL;
  JsonObject *object;
  ChaseInfinite infinite;

  if (category->table)
    {
      chase_result_not_listed (result, category);
      return;
    }
  chase_infinite_init (&infinite, checker, category);
  if (!chase_absorbing_reach (infinite.p, absorbs, a, b)
      || !chase_absorbing_reach (infinite.p, absorbs, b, a))
    {
      object = chase_evidence_typed ("table");
      json_object_set_array_member (object, "absorbing",
                                    chase_absorbing_json (infinite.p, absorbs));
      chase_result_set_object (result, CHASE_VERDICT_FAILS, object,
                               "Every way there and back uses an arrow that no identity is made "
                               "of.");
    }
  else
    {
      there = chase_infinite_isomorphism (&infinite, a, b, &back, &proofs);
      if (there != NULL)
        chase_result_set_object (result, CHASE_VERDICT_HOLDS,
                                 chase_isomorphism_json (&infinite, there, back, proofs, "list"),
                                 "There is an isomorphism and its inverse.");
      else
        chase_result_not_listed (result, category);
    }
  chase_infinite_clear (&infinite);
}

/* The category as a whole. */

static gboolean
all_have_inverses (const ChaseInfinite *infinite, ChaseResult *result)
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
      back
          = chase_infinite_back (infinite, arrow->source, arrow->target, word, TRUE, TRUE, &proofs);
      if (back == NULL)
        return FALSE;
      part = json_object_new ();
      json_object_set_string_member (part, "arrow", arrow->name);
      json_object_set_array_member (part, "back", chase_infinite_names (infinite, back));
      json_object_set_array_member (part, "proofs", proofs);
      json_array_add_object_element (list, part);
    }
  object = chase_evidence_typed ("list");
  json_object_set_array_member (object, "inverses", json_array_ref (list));
  chase_result_set_object (result, CHASE_VERDICT_HOLDS, object, "Every arrow has an inverse.");
  return TRUE;
}

/* Fails by an arrow that is no isomorphism. */
static gboolean
one_has_none (const ChaseInfinite *infinite, ChaseResult *result)
{
  for (guint32 f = 0; f < chase_presentation_n_arrows (infinite->p); f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (infinite->p, f);
      g_autoptr (GArray) word = g_array_new (FALSE, FALSE, sizeof (guint32));
      JsonObject *object;

      if (arrow->inverse != NONE)
        continue;
      g_array_append_val (word, f);
      chase_decide_infinite_morphism (infinite->checker, infinite->category, arrow->source,
                                      arrow->target, word, CHASE_PROPERTY_ISO, result);
      if (result->verdict != CHASE_VERDICT_FAILS)
        continue;
      object = chase_evidence_typed ("table");
      json_object_set_string_member (object, "without", arrow->name);
      json_object_set_member (object, "evidence", chase_result_evidence_json (result));
      chase_result_set_object (result, CHASE_VERDICT_FAILS, object, "%s has no inverse.",
                               arrow->name);
      return TRUE;
    }
  return FALSE;
}

static void
decide_groupoid (const ChaseInfinite *infinite, const gboolean *absorbs, ChaseResult *result)
{
  for (guint32 f = 0; f < chase_presentation_n_arrows (infinite->p); f++)
    if (absorbs[f])
      {
        chase_absorbing_fail (infinite->p, absorbs,
                              _ ("It has arrows that no identity is made of."), result);
        return;
      }
  if (!all_have_inverses (infinite, result) && !one_has_none (infinite, result))
    chase_result_not_listed (result, infinite->category);
}

/* Two objects that may be isomorphic: FALSE where there are none. */
static gboolean
next_pair (const ChaseInfinite *infinite, const gboolean *absorbs, guint32 *a, guint32 *b)
{
  guint32 n = chase_presentation_n_objects (infinite->p);

  for (; *a < n; ++*a, *b = *a + 1)
    for (; *b < n; ++*b)
      if (chase_absorbing_reach (infinite->p, absorbs, *a, *b)
          && chase_absorbing_reach (infinite->p, absorbs, *b, *a))
        return TRUE;
  return FALSE;
}

static void
decide_skeletal (const ChaseInfinite *infinite, const gboolean *absorbs, ChaseResult *result)
{
  guint32 a = 0, b = 1;
  JsonObject *object;

  if (!next_pair (infinite, absorbs, &a, &b))
    {
      object = chase_evidence_typed ("list");
      json_object_set_array_member (object, "absorbing",
                                    chase_absorbing_json (infinite->p, absorbs));
      chase_result_set_object (result, CHASE_VERDICT_HOLDS, object,
                               "Every way between two objects and back uses an arrow that no "
                               "identity is made of.");
      return;
    }
  for (; next_pair (infinite, absorbs, &a, &b); b++)
    {
      g_autoptr (GArray) back = NULL;
      JsonArray *proofs = NULL;
      g_autoptr (GArray) there = chase_infinite_isomorphism (infinite, a, b, &back, &proofs);

      if (there == NULL)
        continue;
      chase_result_set_object (result, CHASE_VERDICT_FAILS,
                               chase_isomorphism_json (infinite, there, back, proofs, "table"),
                               "%s and %s are isomorphic.",
                               chase_presentation_object_name (infinite->p, a),
                               chase_presentation_object_name (infinite->p, b));
      return;
    }
  chase_result_not_listed (result, infinite->category);
}

void
chase_decide_infinite_category (ChaseChecker *checker, const ChaseCategory *category,
                                ChaseAdjective adjective, ChaseResult *result)
{
  g_autofree gboolean *absorbs = chase_absorbing_find (category->presentation);
  ChaseInfinite infinite;

  if (category->table)
    {
      chase_result_not_listed (result, category);
      return;
    }
  chase_infinite_init (&infinite, checker, category);
  if (adjective == CHASE_ADJECTIVE_GROUPOID)
    decide_groupoid (&infinite, absorbs, result);
  else
    decide_skeletal (&infinite, absorbs, result);
  chase_infinite_clear (&infinite);
}
