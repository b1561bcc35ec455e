/* SPDX-License-Identifier: MIT */
#include "evidence/report-private.h"
#include "evidence/verifier.h"

/* Slices and coslices that are not listed: their objects are the paths to (from) one object of the
 * base, whose identity is terminal (initial). */

#define ANY G_MAXUINT32

gboolean
chase_report_slice_infinite (const ChaseCategory *slice, JsonObject *object, GError **error)
{
  gboolean over = slice->kind == CHASE_CATEGORY_OVER;
  const ChasePresentation *p = slice->parts[0]->presentation;
  JsonNode *node = json_object_get_member (object, "system");
  g_autoptr (ChaseEvidence) system = NULL;
  g_autofree char *count = NULL;

  if (slice->parts[0]->table || node == NULL)
    return chase_refuse (error, "there is no complete system of the base");
  system = chase_evidence_from_json (node, p, NULL, error);
  if (system == NULL)
    return FALSE;
  if (system->kind != CHASE_EVIDENCE_NORMAL)
    return chase_refuse (error, "there is no complete system of the base");
  return chase_verify_count (p, over ? ANY : slice->object, over ? slice->object : ANY,
                             &system->normal, NULL, &count, error)
         && (count == NULL || chase_refuse (error, "it has %s objects", count));
}

gboolean
chase_report_slice_is (const ChaseCategory *slice, ChaseAdjective adjective, gboolean holds,
                       JsonObject *object, GError **error)
{
  if (adjective == CHASE_ADJECTIVE_CONNECTED)
    return holds || chase_refuse (error, "a slice is connected");
  if (adjective != CHASE_ADJECTIVE_FINITE && adjective != CHASE_ADJECTIVE_MONOID
      && adjective != CHASE_ADJECTIVE_DISCRETE)
    return chase_refuse (error, "nothing is known that would show this of such a slice");
  return (!holds || chase_refuse (error, "it has infinitely many objects"))
         && chase_report_slice_infinite (slice, object, error);
}

gboolean
chase_report_slice_object (ChaseTheory *theory, const ChaseCategory *slice, const ChaseTerm *term,
                           ChaseAdjective adjective, gboolean holds, GError **error)
{
  gboolean over = slice->kind == CHASE_CATEGORY_OVER;
  g_autoptr (GArray) word = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 ends[2];

  return (holds && chase_theory_path (theory, slice->parts[0], term, &ends[0], &ends[1], word, NULL)
          && word->len == 0 && ends[0] == slice->object
          && adjective == (over ? CHASE_ADJECTIVE_TERMINAL : CHASE_ADJECTIVE_INITIAL))
         || chase_refuse (error, "this is known of identities alone");
}
