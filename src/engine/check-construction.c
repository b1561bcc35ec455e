/* SPDX-License-Identifier: MIT */
#include "engine/check-construction.h"
#include "engine/infinite.h"
#include "evidence/verifier.h"
#include "model/listed.h"
#include "model/of-kan.h"

/* Functors that are what they are by how they are made, where their values cannot be listed, or do
 * not keep what is declared, as those of Hom (A, -) need not be onto at an epi. */

#define NONE G_MAXUINT32

/* The functors that @functor is made of: what has to be functors for it to be one. FALSE where it
 * is made otherwise. */
static gboolean
made_of (const ChaseFunctor *functor)
{
  if (functor->term == NULL)
    return FALSE;
  switch ((ChaseTermKind)functor->term->kind)
    {
    case CHASE_TERM_HOM:
    case CHASE_TERM_YONEDA:
    case CHASE_TERM_IDENTITY_FUNCTOR:
      return TRUE;
    case CHASE_TERM_FREE:
    case CHASE_TERM_COFREE:
    case CHASE_TERM_FORGET:
    case CHASE_TERM_COMPOSE:
    case CHASE_TERM_THEN:
      return functor->operands[0] != NULL && functor->operands[1] != NULL;
    default:
      return FALSE;
    }
}

gboolean
chase_decide_by_construction (ChaseChecker *checker, const ChaseFunctor *functor,
                              ChaseResult *result)
{
  g_autoptr (JsonArray) parts = NULL;
  JsonObject *object;

  if (!made_of (functor))
    return FALSE;
  parts = json_array_new ();
  for (guint i = 0; i < 2 && functor->operands[i] != NULL; i++)
    {
      chase_decide_functor_laws (checker, functor->operands[i], result);
      if (result->verdict != CHASE_VERDICT_HOLDS)
        return FALSE;
      json_array_add_element (parts, chase_result_evidence_json (result));
    }
  object = chase_evidence_typed ("laws");
  json_object_set_array_member (object, "made", json_array_ref (parts));
  chase_result_set_object (result, CHASE_VERDICT_HOLDS, object,
                           "What is made in this way from functors is a functor.");
  return TRUE;
}

/* Kan extensions along a functor from a category without arrows: a sum, or a product, of powers. */

static gboolean
is_infinite (const ChaseInfinite *infinite, guint32 from, guint32 to, gboolean *empty)
{
  g_autofree char *count = NULL;

  *empty = FALSE;
  if (!chase_verify_count (infinite->p, from, to, chase_infinite_first (infinite), NULL, &count,
                           NULL))
    return FALSE;
  *empty = g_strcmp0 (count, "0") == 0;
  return count == NULL;
}

/* An object c of the source that makes the set at @d infinite, or NONE. */
static guint32
find_infinite (const ChaseInfinite *infinite, const ChaseSets *sets, const ChaseFunctor *along,
               guint32 d, gboolean left)
{
  guint32 found = NONE;

  for (guint32 c = 0; c < sets->n_objects; c++)
    {
      guint32 at = along->objects[c];
      gboolean empty;
      gboolean many = is_infinite (infinite, left ? at : d, left ? d : at, &empty);

      if (!left && sets->sizes[c] == 0 && !empty)
        return NONE;
      if (many && sets->sizes[c] > (left ? 0u : 1u))
        found = c;
    }
  return found;
}

JsonObject *
chase_infinite_kan_json (ChaseChecker *checker, const ChaseFunctor *functor, guint32 d)
{
  gboolean left = functor->term != NULL && functor->term->kind == CHASE_TERM_FREE;
  g_autoptr (ChaseSets) sets = NULL;
  const ChaseFunctor *along;
  ChaseInfinite infinite;
  JsonObject *object = NULL;
  guint32 c;

  if (!chase_is_discrete_kan (functor))
    return NULL;
  along = functor->operands[1];
  sets = chase_functor_list (functor->operands[0], chase_checker_list, checker);
  if (sets == NULL)
    return NULL;
  chase_infinite_init (&infinite, checker, along->target);
  c = chase_infinite_first (&infinite) != NULL ? find_infinite (&infinite, sets, along, d, left)
                                               : NONE;
  if (c != NONE)
    {
      object = chase_evidence_typed ("list");
      json_object_set_string_member (
          object, "from", chase_presentation_object_name (along->source->presentation, c));
      json_object_set_object_member (
          object, "system",
          chase_infinite_system_json (&infinite, g_ptr_array_index (infinite.systems, 0)));
    }
  chase_infinite_clear (&infinite);
  return object;
}
