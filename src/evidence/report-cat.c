/* SPDX-License-Identifier: MIT */
#include "evidence/report-private.h"
#include "model/of-categories.h"

#include <string.h>

#include "i18n.h"

/* What is said of categories and functors as objects and morphisms of Cat. */

/* The evidence in @object about @adjective; NULL where it speaks of another one. */
static JsonNode *
because_of (JsonObject *object, ChaseAdjective adjective)
{
  if (g_strcmp0 (chase_report_string (object, "adjective"), chase_adjective_word (adjective)) != 0)
    return NULL;
  return json_object_get_member (object, "evidence");
}

static JsonObject *
object_of (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/* Do two objects of the source become one? */
static gboolean
glues_objects (const ChaseFunctor *functor)
{
  for (guint32 a = 0; a < chase_presentation_n_objects (functor->source->presentation); a++)
    for (guint32 b = 0; b < a; b++)
      if (functor->objects[a] == functor->objects[b])
        return TRUE;
  return FALSE;
}

static gboolean
names_glued (const ChaseFunctor *functor, JsonArray *pair)
{
  const ChasePresentation *p = functor->source->presentation;
  guint32 found[2] = { G_MAXUINT32, G_MAXUINT32 };

  for (guint i = 0; i < 2 && json_array_get_length (pair) == 2; i++)
    {
      JsonNode *node = json_array_get_element (pair, i);

      if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
        found[i] = chase_presentation_find_object (p, json_node_get_string (node));
    }
  return found[0] != G_MAXUINT32 && found[1] != G_MAXUINT32 && found[0] != found[1]
         && functor->objects[found[0]] == functor->objects[found[1]];
}

static gboolean
verify_mono (ChaseTheory *theory, const ChaseFunctor *functor, gboolean holds, JsonObject *object,
             GError **error)
{
  const ChaseFunctor *listed = chase_theory_functor_listed (theory, functor);
  JsonArray *pair = chase_report_array (object, "objects");
  JsonObject *faithful = object_of (because_of (object, CHASE_ADJECTIVE_FAITHFUL));

  if (listed == NULL || listed->form != CHASE_FUNCTOR_WORDS)
    return chase_refuse (error, "the values of this functor are not known");
  if (!holds && pair != NULL)
    return names_glued (listed, pair) || chase_refuse (error, "these objects stay apart");
  if (holds && glues_objects (listed))
    return chase_refuse (error, "two objects become one");
  if (faithful == NULL)
    return chase_refuse (error, "nothing says whether it is faithful");
  return chase_report_functor_is (theory, functor, CHASE_ADJECTIVE_FAITHFUL, holds, faithful,
                                  error);
}

static gboolean
verify_split (ChaseTheory *theory, const ChaseFunctor *functor, gboolean mono, gboolean holds,
              JsonObject *object, GError **error)
{
  JsonObject *weaker
      = object_of (because_of (object, mono ? CHASE_ADJECTIVE_MONO : CHASE_ADJECTIVE_EPI));

  if (!holds && weaker != NULL)
    return mono ? verify_mono (theory, functor, FALSE, weaker, error)
                : chase_report_epi_functor (theory, functor, FALSE, weaker, error);
  return chase_report_split_functor (chase_theory_functor_listed (theory, functor), mono, holds,
                                     object, error);
}

static gboolean
is_endo (const ChaseFunctor *functor)
{
  return strcmp (functor->source->key, functor->target->key) == 0;
}

static gboolean
says_endo (const ChaseFunctor *functor, gboolean holds, GError **error)
{
  return is_endo (functor) == holds
         || chase_refuse (error, "it runs from %s to %s", functor->source->key,
                          functor->target->key);
}

static gboolean
verify_auto (ChaseTheory *theory, const ChaseFunctor *functor, gboolean holds, JsonObject *object,
             GError **error)
{
  JsonObject *iso = object_of (because_of (object, CHASE_ADJECTIVE_ISOMORPHISM));

  if (!holds && because_of (object, CHASE_ADJECTIVE_ENDO) != NULL)
    return says_endo (functor, FALSE, error);
  if (iso == NULL)
    return chase_refuse (error, "nothing says whether it is an isomorphism");
  return (!holds || says_endo (functor, TRUE, error))
         && chase_report_functor_is (theory, functor, CHASE_ADJECTIVE_ISOMORPHISM, holds, iso,
                                     error);
}

/* Every object stays, and every generator by a law of its own. */
static gboolean
verify_identity (ChaseTheory *theory, const ChaseFunctor *functor, gboolean holds,
                 JsonObject *object, GError **error)
{
  const ChaseFunctor *listed = chase_theory_functor_listed (theory, functor);
  const ChasePresentation *p = functor->source->presentation;
  const char *name = chase_report_string (object, "object");
  g_autoptr (ChaseDemands) laws = chase_demands_new ();
  guint32 a = name != NULL && p != NULL ? chase_presentation_find_object (p, name) : G_MAXUINT32;

  if (listed == NULL || listed->form != CHASE_FUNCTOR_WORDS || p == NULL)
    return chase_refuse (error, "the values of this functor are not known");
  if (!holds && a != G_MAXUINT32)
    return listed->objects[a] != a || chase_refuse (error, "this object stays");
  for (a = 0; a < chase_presentation_n_objects (p); a++)
    if (listed->objects[a] != a)
      return chase_refuse (error, "an object does not stay");
  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    {
      ChaseDemand *law;

      if (chase_presentation_arrow (p, f)->formal)
        continue;
      law = chase_demands_add_paths (laws, functor->source->presentation,
                                     chase_presentation_arrow (p, f)->source);
      g_array_append_vals (law->left, listed->words[f].letters, listed->words[f].length);
      g_array_append_val (law->right, f);
    }
  return chase_report_laws (theory, laws, holds, object, error);
}

static gboolean
verify_by_equation (ChaseTheory *theory, const ChaseTerm *term, const ChaseFunctor *functor,
                    gboolean idempotent, gboolean holds, JsonObject *object, GError **error)
{
  ChaseTerm *twice[] = { (ChaseTerm *)term, (ChaseTerm *)term };
  g_autoptr (ChaseTerm) other = NULL;

  if (!holds && because_of (object, CHASE_ADJECTIVE_ENDO) != NULL)
    return says_endo (functor, FALSE, error);
  if (!says_endo (functor, TRUE, error))
    return FALSE;
  if (!idempotent)
    return verify_identity (theory, functor, holds, object, error);
  other = chase_term_new (CHASE_TERM_COMPOSE, twice, 2, 0);
  return chase_report_same_functor (theory, functor,
                                    chase_theory_functor (theory, other, NULL, NULL, NULL), holds,
                                    object, error);
}

static gboolean
verify_initial (ChaseTheory *theory, const ChaseTerm *term, gboolean zero, gboolean holds,
                JsonObject *object, GError **error)
{
  const ChaseCategory *category = chase_theory_category_listed (theory, term, NULL);
  gboolean empty;

  if (category == NULL || category->kind != CHASE_CATEGORY_PRESENTED)
    return chase_refuse (error, "the objects of this category are not known");
  if (chase_report_number (object, "objects")
      != chase_presentation_n_objects (category->presentation))
    return chase_refuse (error, "it has another number of objects");
  empty = chase_presentation_n_objects (category->presentation) == 0;
  return (empty && !zero) == holds
         || chase_refuse (error,
                          zero ? "Cat has no zero object" : _ ("only the empty category is"));
}

static gboolean
verify_otherwise (ChaseTheory *theory, const ChaseProposition *proposition,
                  ChaseAdjective adjective, gboolean holds, JsonNode *node, GError **error)
{
  g_autoptr (ChaseProposition) alone = chase_proposition_copy (proposition);
  g_autoptr (ChaseProposition) otherwise = NULL;

  g_array_set_size (alone->adjectives, 0);
  g_array_append_val (alone->adjectives, adjective);
  otherwise = chase_proposition_of_categories (alone);
  return chase_report_is_all (theory, otherwise, holds, node, error);
}

gboolean
chase_report_in_cat (ChaseTheory *theory, const ChaseProposition *proposition,
                     ChaseAdjective adjective, gboolean holds, JsonNode *node, GError **error)
{
  const ChaseTerm *term = g_ptr_array_index (proposition->terms, 0);
  const ChaseFunctor *functor;
  JsonObject *object = json_node_get_object (node);

  if (adjective == CHASE_ADJECTIVE_TERMINAL || adjective == CHASE_ADJECTIVE_ISO)
    return verify_otherwise (theory, proposition, adjective, holds, node, error);
  if (!(holds && chase_report_is (object, "laws", NULL))
      && !chase_report_is (object, holds ? "list" : "table", error))
    return FALSE;
  if (adjective == CHASE_ADJECTIVE_INITIAL || adjective == CHASE_ADJECTIVE_ZERO)
    return verify_initial (theory, term, adjective == CHASE_ADJECTIVE_ZERO, holds, object, error);
  functor = chase_theory_functor (theory, term, NULL, NULL, NULL);
  if (functor == NULL)
    return chase_refuse (error, "the values of this functor are not known");
  switch (adjective)
    {
    case CHASE_ADJECTIVE_MONO:
      return verify_mono (theory, functor, holds, object, error);
    case CHASE_ADJECTIVE_EPI:
      return chase_report_epi_functor (theory, functor, holds, object, error);
    case CHASE_ADJECTIVE_SPLIT_MONO:
    case CHASE_ADJECTIVE_SPLIT_EPI:
      return verify_split (theory, functor, adjective == CHASE_ADJECTIVE_SPLIT_MONO, holds, object,
                           error);
    case CHASE_ADJECTIVE_ENDO:
      return says_endo (functor, holds, error);
    case CHASE_ADJECTIVE_AUTO:
      return verify_auto (theory, functor, holds, object, error);
    default:
      return verify_by_equation (theory, term, functor, adjective == CHASE_ADJECTIVE_IDEMPOTENT,
                                 holds, object, error);
    }
}
