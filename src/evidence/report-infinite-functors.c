/* SPDX-License-Identifier: MIT */
#include "evidence/listing.h"
#include "evidence/functor-given.h"
#include "evidence/values.h"

#include <string.h>

/*
 * Functors from or to a category whose morphisms are not listed. Every way by which the evidence
 * may show a property has its own function here.
 */

#define NOWHERE G_MAXUINT32
#define MAX_ROWS 1000000

/* Not faithful: two paths. */

static gboolean
same_functions (const ChaseGiven *given, guint32 a, const GArray *x, const GArray *y)
{
  const ChaseSets *sets = given->sets;

  for (guint32 e = 0; e < sets->sizes[a]; e++)
    {
      guint32 one = e, two = e;

      for (guint i = 0; i < x->len; i++)
        one = sets->functions[sets->offsets[g_array_index (x, guint32, i)] + one];
      for (guint i = 0; i < y->len; i++)
        two = sets->functions[sets->offsets[g_array_index (y, guint32, i)] + two];
      if (one != two)
        return FALSE;
    }
  return TRUE;
}

static gboolean
verify_confused (const ChaseGiven *given, JsonObject *object, GError **error)
{
  JsonArray *pair = chase_report_array (object, "confused");
  guint32 a = chase_given_object (given->p, object, "from"), ends[2] = { 0, 0 };
  g_autoptr (GArray) x = NULL;
  g_autoptr (GArray) y = NULL;
  g_autoptr (GArray) one = NULL;
  g_autoptr (GArray) two = NULL;

  if (a != NOWHERE && pair != NULL && json_array_get_length (pair) == 2)
    {
      x = chase_given_path (given->p, json_array_get_element (pair, 0), a, &ends[0]);
      y = chase_given_path (given->p, json_array_get_element (pair, 1), a, &ends[1]);
    }
  if (x == NULL || y == NULL || ends[0] != ends[1])
    return chase_refuse (error, "the evidence names no two parallel paths");
  if (!chase_report_equation (given->theory, given->p, a, chase_demand_word (x),
                              chase_demand_word (y), FALSE,
                              json_object_get_member (object, "apart"), error))
    return FALSE;
  if (given->sets != NULL)
    return same_functions (given, a, x, y) || chase_refuse (error, "their images differ");
  one = chase_given_image (given, x);
  two = chase_given_image (given, y);
  if (one == NULL || two == NULL)
    return chase_refuse (error, "the paths have no images");
  return chase_report_equation (given->theory, given->q, given->functor->objects[a],
                                chase_demand_word (one), chase_demand_word (two), TRUE,
                                json_object_get_member (object, "equal"), error);
}

/* Faithful: different normal forms of finitely many images. */

static gboolean
verify_apart (const ChaseGiven *given, JsonObject *object, GError **error)
{
  g_autoptr (ChaseEvidence) system = chase_given_system (given, object, error);
  g_autoptr (ChaseEnumerated) c
      = system != NULL ? chase_enumerate (given->functor->source, MAX_ROWS, error) : NULL;
  g_autoptr (GPtrArray) images = c != NULL ? chase_given_images (given, c, &system->normal) : NULL;

  if (images == NULL)
    return FALSE;
  for (guint32 f = 0; f < images->len; f++)
    for (guint32 g = 0; g < f; g++)
      if (c->finite->source[f] == c->finite->source[g]
          && c->finite->target[f] == c->finite->target[g]
          && chase_given_same (g_ptr_array_index (images, f), g_ptr_array_index (images, g)))
        return chase_refuse (error, "two morphisms have images with one normal form");
  return TRUE;
}

/* Codes: generators whose images always spell a word in normal form, and different ones. */

/* What one of two paths has spelt more than the other, and the objects where they are. */
static char *
lead_key (const GArray *lead, guint32 ahead, guint32 behind)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%u %u:", ahead, behind);
  for (guint i = 0; i < lead->len; i++)
    g_string_append_printf (text, " %u", g_array_index (lead, guint32, i));
  return g_string_free (text, FALSE);
}

typedef struct
{
  GArray *lead;
  guint32 ahead;
  guint32 behind;
} Lead;

static void
lead_free (gpointer data)
{
  g_array_unref (((Lead *)data)->lead);
  g_free (data);
}

/* Puts what comes of it when the path behind goes on by @f; FALSE where both meet. */
static gboolean
catch_up (const ChaseGiven *given, const Lead *from, guint32 f, GPtrArray *leads, GHashTable *seen)
{
  ChaseWord image = given->functor->words[f];
  guint32 end = chase_presentation_arrow (given->p, f)->target;
  guint32 common = MIN (from->lead->len, image.length);
  g_autoptr (GArray) lead = g_array_new (FALSE, FALSE, sizeof (guint32));
  gboolean overtakes = image.length > from->lead->len;
  Lead *made;

  if (!chase_word_equal (chase_word_part (chase_demand_word (from->lead), 0, common),
                         chase_word_part (image, 0, common)))
    return TRUE;
  if (overtakes)
    g_array_append_vals (lead, image.letters + common, image.length - common);
  else if (from->lead->len > common)
    g_array_append_vals (lead, &g_array_index (from->lead, guint32, common),
                         from->lead->len - common);
  if (lead->len == 0 && from->ahead == end)
    return FALSE;
  made = g_new (Lead, 1);
  made->ahead = overtakes ? end : from->ahead;
  made->behind = overtakes ? from->ahead : end;
  made->lead = g_steal_pointer (&lead);
  if (g_hash_table_add (seen, lead_key (made->lead, made->ahead, made->behind)))
    g_ptr_array_add (leads, made);
  else
    lead_free (made);
  return TRUE;
}

static gboolean
is_code (const ChaseGiven *given)
{
  g_autoptr (GPtrArray) leads = g_ptr_array_new_with_free_func (lead_free);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint32 n = chase_presentation_n_arrows (given->p);

  for (guint32 f = 0; f < n; f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (given->p, f);
      g_autoptr (GArray) lead = g_array_new (FALSE, FALSE, sizeof (guint32));
      Lead first = { lead, arrow->target, arrow->source };

      g_array_append_vals (lead, given->functor->words[f].letters, given->functor->words[f].length);
      for (guint32 g = 0; g < n; g++)
        if (g != f && chase_presentation_arrow (given->p, g)->source == arrow->source
            && !catch_up (given, &first, g, leads, seen))
          return FALSE;
    }
  for (guint i = 0; i < leads->len; i++)
    for (guint32 f = 0; f < n; f++)
      {
        const Lead *lead = g_ptr_array_index (leads, i);

        if (chase_presentation_arrow (given->p, f)->source == lead->behind
            && !catch_up (given, lead, f, leads, seen))
          return FALSE;
      }
  return TRUE;
}

static gboolean
verify_code (const ChaseGiven *given, JsonObject *object, GError **error)
{
  g_autoptr (ChaseEvidence) system = chase_given_system (given, object, error);

  return system != NULL && chase_given_spells_normal_forms (given, &system->normal, error)
         && (is_code (given) || chase_refuse (error, "two paths spell the same word"));
}

/* Essentially surjective. */

static gboolean
verify_surjective (const ChaseGiven *given, JsonObject *object, GError **error)
{
  JsonArray *list = chase_report_array (object, "objects");
  guint32 n = chase_presentation_n_objects (given->q);

  if (list == NULL || json_array_get_length (list) != n)
    return chase_refuse (error, "the evidence must speak of every object");
  for (guint32 x = 0; x < n; x++)
    {
      JsonNode *node = json_array_get_element (list, x);
      JsonObject *part = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      guint32 a = part != NULL ? chase_given_object (given->p, part, "from") : NOWHERE;

      if (a != NOWHERE && given->functor->objects[a] == x)
        continue;
      if (a == NOWHERE
          || !chase_report_infinite_isomorphic (given->theory, given->functor->target,
                                                given->functor->objects[a], x, TRUE, part, NULL))
        return chase_refuse (error, "%s is not shown to be isomorphic to an image",
                             chase_presentation_object_name (given->q, x));
    }
  return TRUE;
}

static gboolean
verify_unreached (const ChaseGiven *given, JsonObject *object, GError **error)
{
  guint32 x = given->q != NULL ? chase_given_object (given->q, object, "object") : NOWHERE;

  if (x == NOWHERE)
    return chase_refuse (error, "the evidence names no object");
  for (guint32 a = 0; a < chase_presentation_n_objects (given->p); a++)
    if (!chase_report_infinite_isomorphic (given->theory, given->functor->target,
                                           given->functor->objects[a], x, FALSE, object, error))
      return FALSE;
  return TRUE;
}

/* Of sets: no value has that size. */
static gboolean
verify_size (const ChaseGiven *given, JsonObject *object, GError **error)
{
  gint64 size = chase_report_number (object, "size");

  for (guint32 a = 0; a < given->sets->n_objects; a++)
    if (given->sets->sizes[a] == size)
      return chase_refuse (error, "a value has this size");
  return size >= 0 || chase_refuse (error, "the evidence names no size");
}

/* One property. */

static gboolean
verify_one (const ChaseGiven *given, ChaseAdjective adjective, gboolean holds, JsonObject *object,
            GError **error)
{
  if (!chase_report_is (object, holds ? "list" : "table", error))
    return FALSE;
  if (holds && json_object_has_member (object, "inverse"))
    return chase_report_inverse_functor (given->theory, given->functor, object, error);
  switch (adjective)
    {
    case CHASE_ADJECTIVE_ESSENTIALLY_SURJECTIVE:
      if (given->sets != NULL)
        return holds ? chase_refuse (error, "sets have all sizes")
                     : verify_size (given, object, error);
      return holds ? verify_surjective (given, object, error)
                   : verify_unreached (given, object, error);
    case CHASE_ADJECTIVE_FULL:
      return chase_report_infinite_full (given, holds, object, error);
    default:
      if (!holds)
        return verify_confused (given, object, error);
      return chase_report_is_flag (object, "code", TRUE) ? verify_code (given, object, error)
                                                         : verify_apart (given, object, error);
    }
}

static gboolean
reached_once (const ChaseGiven *given, guint32 x)
{
  guint times = 0;

  for (guint32 a = 0; a < chase_presentation_n_objects (given->p); a++)
    times += given->functor->objects[a] == x;
  return times == 1;
}

static gboolean
verify_several (const ChaseGiven *given, const ChaseAdjective *adjectives, guint n, gboolean holds,
                JsonObject *object, GError **error)
{
  const char *word = chase_report_string (object, "adjective");
  ChaseGivenParts parts = { chase_report_array (object, "parts"), 0 };

  for (guint i = 0; i < n; i++)
    {
      JsonObject *part = holds ? chase_given_next (&parts) : object;
      JsonObject *evidence = part != NULL ? chase_report_object (part, "evidence") : NULL;

      if (!holds && g_strcmp0 (word, chase_adjective_word (adjectives[i])) != 0)
        continue;
      if (evidence == NULL)
        return chase_refuse (error, "there must be evidence for each property");
      if (!verify_one (given, adjectives[i], holds, evidence, error))
        return FALSE;
      if (!holds)
        return TRUE;
    }
  return holds || chase_refuse (error, "the evidence does not say which property fails");
}

static gboolean
verify_isomorphism (const ChaseGiven *given, const ChaseAdjective *all, gboolean holds,
                    JsonObject *object, GError **error)
{
  guint32 x = given->q != NULL ? chase_given_object (given->q, object, "object") : NOWHERE;

  if (!holds && x != NOWHERE)
    return !reached_once (given, x) || chase_refuse (error, "this object is reached once");
  for (x = 0; holds && x < chase_presentation_n_objects (given->q); x++)
    if (!reached_once (given, x))
      return chase_refuse (error, "an object is not reached once");
  return verify_several (given, all, 2, holds, object, error);
}

static gboolean
is_lawful (const ChaseGiven *given, JsonObject *object, GError **error)
{
  JsonObject *proofs = chase_report_object (object, "laws");
  g_autoptr (ChaseDemands) laws = NULL;

  if (given->sets != NULL)
    return TRUE;
  if (proofs == NULL)
    return chase_refuse (error, "nothing shows that it is a functor");
  laws = chase_demands_of_functor (given->functor);
  return chase_report_laws (given->theory, laws, TRUE, proofs, error);
}

gboolean
chase_report_infinite_functor (ChaseTheory *theory, const ChaseFunctor *functor,
                               ChaseAdjective adjective, gboolean holds, JsonObject *object,
                               GError **error)
{
  static const ChaseAdjective all[]
      = { CHASE_ADJECTIVE_FAITHFUL, CHASE_ADJECTIVE_FULL, CHASE_ADJECTIVE_ESSENTIALLY_SURJECTIVE };
  gboolean to_sets = functor->target->kind == CHASE_CATEGORY_SETS;
  g_autoptr (GHashTable) listing = chase_listing_new ();
  g_autoptr (ChaseSets) sets = to_sets ? chase_values_of (functor, listing) : NULL;
  ChaseGiven given
      = { theory, functor, functor->source->presentation, functor->target->presentation, sets };

  if (functor->source->kind != CHASE_CATEGORY_PRESENTED
      || (to_sets ? sets == NULL
                  : functor->form != CHASE_FUNCTOR_WORDS
                        || functor->target->kind != CHASE_CATEGORY_PRESENTED))
    return chase_refuse (error, "the values of this functor are not known");
  if (!is_lawful (&given, object, error))
    return FALSE;
  switch (adjective)
    {
    case CHASE_ADJECTIVE_FULLY_FAITHFUL:
      return verify_several (&given, all, 2, holds, object, error);
    case CHASE_ADJECTIVE_EQUIVALENCE:
      return verify_several (&given, all, 3, holds, object, error);
    case CHASE_ADJECTIVE_ISOMORPHISM:
      return to_sets ? verify_several (&given, all, 3, holds, object, error)
                     : verify_isomorphism (&given, all, holds, object, error);
    default:
      return verify_one (&given, adjective, holds, object, error);
    }
}
