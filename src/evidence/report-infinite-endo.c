/* SPDX-License-Identifier: MIT */
#include "evidence/report-private.h"
#include "evidence/verifier.h"

/* A transformation of a functor to itself ("endo": its components), one of whose components has
 * powers that are all different normal forms: then there are infinitely many. */

#define NOWHERE G_MAXUINT32

/* The components, of GArray by object; NULL where one is no path from an image to itself. */
static GPtrArray *
read_components (const ChaseFunctor *functor, JsonObject *endo)
{
  const ChasePresentation *p = functor->source->presentation;
  const ChasePresentation *q = functor->target->presentation;
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);

  for (guint32 a = 0; a < chase_presentation_n_objects (p); a++)
    {
      GArray *word = g_array_new (FALSE, FALSE, sizeof (guint32));
      JsonArray *names
          = endo != NULL ? chase_report_array (endo, chase_presentation_object_name (p, a)) : NULL;
      guint32 end;

      g_ptr_array_add (list, word);
      if (!chase_report_word (q, names, word)
          || !chase_presentation_path_target (q, functor->objects[a], chase_demand_word (word),
                                              &end)
          || end != functor->objects[a])
        return NULL;
    }
  return g_steal_pointer (&list);
}

static gboolean
is_natural (ChaseTheory *theory, const ChaseFunctor *functor, const GPtrArray *components,
            JsonObject *laws, GError **error)
{
  g_autofree ChaseWord *words = g_new0 (ChaseWord, components->len + 1);
  ChaseTransformation alpha
      = { .from = functor, .to = functor, .form = CHASE_TRANSFORMATION_WORDS, .words = words };
  g_autoptr (ChaseDemands) demands = NULL;

  for (guint a = 0; a < components->len; a++)
    words[a] = chase_demand_word (g_ptr_array_index (components, a));
  if (laws == NULL)
    return chase_refuse (error, "nothing shows that it is natural");
  demands = chase_demands_of_transformation (&alpha);
  return chase_report_laws (theory, demands, TRUE, laws, error);
}

/* The cycle is the component at @a, and nothing before or after it. */
static gboolean
repeats (const ChasePresentation *q, guint32 object, const GArray *component, JsonObject *evidence,
         GError **error)
{
  JsonObject *cycle = chase_report_object (evidence, "cycle");
  JsonNode *node = json_object_get_member (evidence, "system");
  g_autoptr (ChaseEvidence) system
      = node != NULL ? chase_evidence_from_json (node, q, NULL, error) : NULL;
  g_autoptr (GArray) loop = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree char *count = NULL;

  if (system == NULL && node != NULL)
    return FALSE;
  if (system == NULL || system->kind != CHASE_EVIDENCE_NORMAL || cycle == NULL)
    return chase_refuse (error, "there is no complete system, or no cycle");
  if (!chase_report_word (q, chase_report_array (cycle, "before"), loop)
      || !chase_report_word (q, chase_report_array (cycle, "after"), loop) || loop->len > 0
      || !chase_report_word (q, chase_report_array (cycle, "loop"), loop)
      || !chase_word_equal (chase_demand_word (loop), chase_demand_word (component)))
    return chase_refuse (error, "the cycle is not the component");
  return chase_verify_count (q, object, object, &system->normal, NULL, &count, error)
         && chase_report_cycle (q, &system->normal, object, object, evidence, error);
}

gboolean
chase_report_count_endo (ChaseTheory *theory, const ChaseProposition *proposition,
                         const char *value, gboolean holds, JsonObject *object, GError **error)
{
  const ChaseFunctor *pair[2];
  JsonObject *laws = chase_report_object (object, "functor");
  g_autoptr (GPtrArray) components = NULL;
  const char *name = chase_report_string (object, "at");
  guint32 at;

  for (guint i = 0; i < 2; i++)
    pair[i] = chase_theory_functor (theory, g_ptr_array_index (proposition->terms, i), NULL, NULL,
                                    NULL);
  if (pair[0] == NULL || pair[0] != pair[1] || pair[0]->form != CHASE_FUNCTOR_WORDS
      || pair[0]->source->kind != CHASE_CATEGORY_PRESENTED
      || pair[0]->target->kind != CHASE_CATEGORY_PRESENTED || pair[0]->target->table
      || laws == NULL)
    return chase_refuse (error, "these are not a functor by paths, and itself");
  components = read_components (pair[0], chase_report_object (object, "endo"));
  at = name != NULL ? chase_presentation_find_object (pair[0]->source->presentation, name)
                    : NOWHERE;
  if (components == NULL || at == NOWHERE)
    return chase_refuse (error, "the evidence names no transformation");
  return chase_report_number_is (NULL, proposition->number, value, holds, error)
         && chase_report_functor (theory, pair[0], TRUE, laws, error)
         && is_natural (theory, pair[0], components, chase_report_object (object, "laws"), error)
         && repeats (pair[0]->target->presentation, pair[0]->objects[at],
                     g_ptr_array_index (components, at), object, error);
}
