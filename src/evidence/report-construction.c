/* SPDX-License-Identifier: MIT */
#include "evidence/listing.h"
#include "evidence/report-private.h"
#include "evidence/values.h"
#include "evidence/verifier.h"
#include "model/of-kan.h"

/* Functors that are what they are by how they are made, whatever their values are. */

#define NOWHERE G_MAXUINT32

/* How many functors a term of this kind is made of; NOWHERE where it need be no functor. */
static guint
n_operands (const ChaseFunctor *functor)
{
  if (functor->term == NULL)
    return NOWHERE;
  switch ((ChaseTermKind)functor->term->kind)
    {
    case CHASE_TERM_HOM:
    case CHASE_TERM_YONEDA:
    case CHASE_TERM_IDENTITY_FUNCTOR:
      return 0;
    case CHASE_TERM_FREE:
    case CHASE_TERM_COFREE:
    case CHASE_TERM_FORGET:
    case CHASE_TERM_COMPOSE:
    case CHASE_TERM_THEN:
      return 2;
    default:
      return NOWHERE;
    }
}

gboolean
chase_report_construction (ChaseTheory *theory, const ChaseFunctor *functor, gboolean holds,
                           JsonObject *object, GError **error)
{
  JsonArray *parts = chase_report_array (object, "made");
  guint n = n_operands (functor);

  if (!holds || n == NOWHERE || parts == NULL || json_array_get_length (parts) != n)
    return chase_refuse (error, "nothing shows that what it is made of are functors");
  for (guint i = 0; i < n; i++)
    {
      JsonNode *node = json_array_get_element (parts, i);

      if (functor->operands[i] == NULL || !JSON_NODE_HOLDS_OBJECT (node)
          || !chase_report_functor (theory, functor->operands[i], TRUE, json_node_get_object (node),
                                    error))
        return FALSE;
    }
  return chase_report_is (object, "laws", error);
}

static gboolean
count_between (const ChasePresentation *q, const ChaseNormal *normal, guint32 from, guint32 to,
               char **count, GError **error)
{
  *count = NULL;
  return chase_verify_count (q, from, to, normal, NULL, count, error);
}

/* Of a right Kan extension: no factor of the product is empty. */
static gboolean
no_factor_is_empty (const ChaseFunctor *functor, const ChaseSets *sets, const ChaseNormal *normal,
                    guint32 d, GError **error)
{
  const ChaseFunctor *along = functor->operands[1];

  for (guint32 c = 0; c < sets->n_objects; c++)
    {
      g_autofree char *count = NULL;

      if (sets->sizes[c] > 0)
        continue;
      if (!count_between (along->target->presentation, normal, d, along->objects[c], &count, error))
        return FALSE;
      if (g_strcmp0 (count, "0") != 0)
        return chase_refuse (error, "a factor of the product is empty");
    }
  return TRUE;
}

gboolean
chase_report_infinite_kan (const ChaseFunctor *functor, guint32 d, JsonObject *object,
                           GError **error)
{
  gboolean left;
  g_autoptr (GHashTable) listing = chase_listing_new ();
  g_autoptr (ChaseSets) sets = NULL;
  g_autoptr (ChaseEvidence) system = NULL;
  g_autofree char *count = NULL;
  JsonNode *node = json_object_get_member (object, "system");
  const char *name = chase_report_string (object, "from");
  const ChaseFunctor *along = functor->operands[1];
  guint32 c, at;

  if (!chase_is_discrete_kan (functor) || node == NULL || name == NULL)
    return chase_refuse (error, "this set is not shown to be infinite");
  left = functor->term->kind == CHASE_TERM_FREE;
  sets = chase_values_of (functor->operands[0], listing);
  c = chase_presentation_find_object (along->source->presentation, name);
  system = chase_evidence_from_json (node, along->target->presentation, NULL, error);
  if (system == NULL)
    return FALSE;
  if (sets == NULL || c == NOWHERE || system->kind != CHASE_EVIDENCE_NORMAL
      || sets->sizes[c] <= (left ? 0u : 1u))
    return chase_refuse (error, "this set is not shown to be infinite");
  at = along->objects[c];
  if (!left && !no_factor_is_empty (functor, sets, &system->normal, d, error))
    return FALSE;
  return count_between (along->target->presentation, &system->normal, left ? at : d, left ? d : at,
                        &count, error)
         && (count == NULL || chase_refuse (error, "there are %s arrows", count));
}
