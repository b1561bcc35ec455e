/* SPDX-License-Identifier: MIT */
#include "evidence/functor-given.h"

#include "evidence/verifier.h"

#define NOWHERE G_MAXUINT32
#define MAX_ROWS 1000000

guint32
chase_given_object (const ChasePresentation *p, JsonObject *object, const char *key)
{
  const char *name = chase_report_string (object, key);

  return name != NULL ? chase_presentation_find_object (p, name) : NOWHERE;
}

/* A path from @source that the evidence names; NULL where it is none. Caller owns it. */
GArray *
chase_given_path (const ChasePresentation *p, JsonNode *node, guint32 source, guint32 *target)
{
  g_autoptr (GArray) word = g_array_new (FALSE, FALSE, sizeof (guint32));

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node)
      || !chase_report_word (p, json_node_get_array (node), word)
      || !chase_presentation_path_target (p, source, chase_demand_word (word), target))
    return NULL;
  return g_steal_pointer (&word);
}

GArray *
chase_given_image (const ChaseGiven *given, const GArray *path)
{
  g_autoptr (GArray) image = g_array_new (FALSE, FALSE, sizeof (guint32));

  return chase_functor_map (given->functor, chase_demand_word (path), image)
             ? g_steal_pointer (&image)
             : NULL;
}

/* A verified complete system of the target. */
ChaseEvidence *
chase_given_system (const ChaseGiven *given, JsonObject *object, GError **error)
{
  JsonNode *node = json_object_get_member (object, "system");
  g_autofree char *count = NULL;
  g_autoptr (ChaseEvidence) system = node != NULL && given->q != NULL
                                         ? chase_evidence_from_json (node, given->q, NULL, error)
                                         : NULL;

  if (system != NULL && system->kind == CHASE_EVIDENCE_NORMAL
      && chase_verify_count (given->q, NOWHERE, NOWHERE, &system->normal, NULL, &count, error))
    return g_steal_pointer (&system);
  if (error != NULL && *error == NULL)
    chase_refuse (error, "there is no complete system of the target");
  return NULL;
}

/* Rewrites by the rules until none applies; they end, which has been verified. */
void
chase_given_reduce (const ChaseNormal *normal, GArray *word)
{
  gboolean changed = TRUE;

  while (changed)
    {
      changed = FALSE;
      for (guint32 r = 0; r < normal->n_rules && !changed; r++)
        for (guint32 at = 0; at + normal->rules[r].left.length <= word->len && !changed; at++)
          if (chase_word_equal (
                  normal->rules[r].left,
                  chase_word_part (chase_demand_word (word), at, normal->rules[r].left.length)))
            {
              g_array_remove_range (word, at, normal->rules[r].left.length);
              if (normal->rules[r].right.length > 0)
                g_array_insert_vals (word, at, normal->rules[r].right.letters,
                                     normal->rules[r].right.length);
              changed = TRUE;
            }
    }
}

gboolean
chase_given_same (const GArray *one, const GArray *two)
{
  return chase_word_equal (chase_demand_word (one), chase_demand_word (two));
}

/* The normal forms of the images of all morphisms of a finite source, by its list. */
GPtrArray *
chase_given_images (const ChaseGiven *given, const ChaseEnumerated *c, const ChaseNormal *normal)
{
  g_autoptr (GPtrArray) images = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);

  for (guint32 f = 0; f < chase_finite_n_morphisms (c->finite); f++)
    {
      GArray *image = g_array_new (FALSE, FALSE, sizeof (guint32));

      g_ptr_array_add (images, image);
      if (!chase_functor_map (given->functor, chase_enumerated_word (c, f), image))
        return NULL;
      chase_given_reduce (normal, image);
    }
  return g_steal_pointer (&images);
}

static gboolean
nothing_is_said (const ChasePresentation *p)
{
  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    if (chase_presentation_arrow (p, f)->formal || chase_presentation_arrow (p, f)->properties != 0)
      return FALSE;
  return chase_presentation_n_equations (p) == 0;
}

/* All words that composable paths from @f on spell from their letter @at on, @length letters long:
 * is @left one of them? Depth first, letter by letter. */
static gboolean
may_spell (const ChaseGiven *given, guint32 f, guint32 at, ChaseWord left)
{
  ChaseWord image = given->functor->words[f];

  if (left.length == 0)
    return TRUE;
  if (at < image.length)
    return image.letters[at] == left.letters[0]
           && may_spell (given, f, at + 1, chase_word_part (left, 1, left.length - 1));
  for (guint32 g = 0; g < chase_presentation_n_arrows (given->p); g++)
    if (chase_presentation_arrow (given->p, g)->source
            == chase_presentation_arrow (given->p, f)->target
        && may_spell (given, g, 0, left))
      return TRUE;
  return FALSE;
}

gboolean
chase_given_spells_normal_forms (const ChaseGiven *given, const ChaseNormal *normal, GError **error)
{
  if (!nothing_is_said (given->p))
    return chase_refuse (error, "the source has equations or declared properties");
  for (guint32 f = 0; f < chase_presentation_n_arrows (given->p); f++)
    {
      if (given->functor->words[f].length == 0)
        return chase_refuse (error, "a generator goes to an identity");
      for (guint32 at = 0; at < given->functor->words[f].length; at++)
        for (guint32 r = 0; r < normal->n_rules; r++)
          if (may_spell (given, f, at, normal->rules[r].left))
            return chase_refuse (error, "images of paths are not always in normal form");
    }
  return TRUE;
}

JsonObject *
chase_given_next (ChaseGivenParts *parts)
{
  JsonNode *node = parts->list != NULL && parts->next < json_array_get_length (parts->list)
                       ? json_array_get_element (parts->list, parts->next++)
                       : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}
