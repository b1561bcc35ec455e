/* SPDX-License-Identifier: MIT */
#include "engine/check-infinite.h"

#include "i18n.h"

/* Faithful, full, essentially surjective: of a functor between finite categories, by its values at
 * all morphisms. */

typedef struct
{
  const ChaseFunctor *functor;
  const ChaseEnumerated *source;
  const ChaseEnumerated *target;
  guint32 *image; /* of each morphism of the source */
} Values;

static gboolean
values_init (Values *values, ChaseChecker *checker, const ChaseFunctor *functor)
{
  guint32 n;

  values->functor = functor;
  values->source = chase_checker_enumerated (checker, functor->source);
  values->target = chase_checker_enumerated (checker, functor->target);
  if (values->source == NULL || values->target == NULL)
    return FALSE;
  n = chase_finite_n_morphisms (values->source->finite);
  values->image = g_new (guint32, n + 1);
  for (guint32 f = 0; f < n; f++)
    {
      g_autoptr (GArray) word = g_array_new (FALSE, FALSE, sizeof (guint32));

      if (!chase_functor_map (functor, chase_enumerated_word (values->source, f), word))
        return FALSE;
      values->image[f] = chase_enumerated_value (
          values->target, functor->objects[values->source->finite->source[f]],
          chase_letters (word));
    }
  return TRUE;
}

gboolean
chase_adjective_asks (ChaseAdjective adjective, ChaseAdjective part)
{
  gboolean all
      = adjective == CHASE_ADJECTIVE_EQUIVALENCE || adjective == CHASE_ADJECTIVE_ISOMORPHISM;

  return adjective == part || all
         || (adjective == CHASE_ADJECTIVE_FULLY_FAITHFUL
             && part != CHASE_ADJECTIVE_ESSENTIALLY_SURJECTIVE);
}

void
chase_result_set_confused (ChaseResult *result, const ChaseEnumerated *source, guint32 f, guint32 g)
{
  JsonObject *object = chase_evidence_typed ("table");
  JsonArray *pair = json_array_new ();
  g_autofree char *one = chase_morphism_text (source, f);
  g_autofree char *two = chase_morphism_text (source, g);

  json_array_add_array_element (pair, chase_path_names (source, f));
  json_array_add_array_element (pair, chase_path_names (source, g));
  json_object_set_array_member (object, "confused", pair);
  json_object_set_string_member (
      object, "from",
      chase_presentation_object_name (source->presentation, source->finite->source[f]));
  chase_result_set_object (result, CHASE_VERDICT_FAILS, object,
                           "It sends %s and %s to one morphism.", one, two);
}

void
chase_result_set_looked_at (ChaseResult *result, const ChaseEnumerated *source)
{
  guint32 n = chase_finite_n_morphisms (source->finite);
  JsonObject *object = chase_evidence_typed ("list");

  json_object_set_int_member (object, "morphisms", n);
  chase_result_set_object (result, CHASE_VERDICT_HOLDS, object,
                           "By a look at the images of all %u morphisms.", n);
}

static gboolean
is_faithful (const Values *values, ChaseResult *result)
{
  const ChaseFinite *c = values->source->finite;

  for (guint32 f = 0; f < chase_finite_n_morphisms (c); f++)
    for (guint32 g = 0; g < f; g++)
      {
        if (values->image[f] != values->image[g] || c->source[f] != c->source[g]
            || c->target[f] != c->target[g])
          continue;
        chase_result_set_confused (result, values->source, g, f);
        return FALSE;
      }
  return TRUE;
}

/* A morphism F(A) -> F(B) that comes from none A -> B: marks what is hit, pair of objects by pair.
 */
static gboolean
is_full (const Values *values, ChaseResult *result)
{
  const ChaseFinite *c = values->source->finite;
  const ChaseFinite *d = values->target->finite;
  guint32 n = chase_finite_n_morphisms (d);
  g_autofree gboolean *hit = g_new (gboolean, n + 1);

  for (guint32 a = 0; a < c->n_objects; a++)
    for (guint32 b = 0; b < c->n_objects; b++)
      {
        for (guint32 h = 0; h < n; h++)
          hit[h] = FALSE;
        for (guint32 f = 0; f < chase_finite_n_morphisms (c); f++)
          if (c->source[f] == a && c->target[f] == b)
            hit[values->image[f]] = TRUE;
        for (guint32 h = 0; h < n; h++)
          {
            g_autofree char *text = NULL;
            JsonObject *object;

            if (hit[h] || d->source[h] != values->functor->objects[a]
                || d->target[h] != values->functor->objects[b])
              continue;
            text = chase_morphism_text (values->target, h);
            object = chase_evidence_typed ("table");
            json_object_set_array_member (object, "missed", chase_path_names (values->target, h));
            json_object_set_string_member (
                object, "from", chase_presentation_object_name (values->source->presentation, a));
            json_object_set_string_member (
                object, "to", chase_presentation_object_name (values->source->presentation, b));
            chase_result_set_object (result, CHASE_VERDICT_FAILS, object,
                                     "%s comes from no morphism between the objects.", text);
            return FALSE;
          }
      }
  return TRUE;
}

static gboolean
are_isomorphic (const ChaseFinite *d, guint32 a, guint32 b)
{
  for (guint32 f = 0; f < chase_finite_n_morphisms (d); f++)
    {
      guint32 back;

      if (d->source[f] == a && d->target[f] == b
          && chase_finite_find_back (d, f, TRUE, TRUE, &back))
        return TRUE;
    }
  return FALSE;
}

static gboolean
reaches_objects (const Values *values, gboolean exactly, ChaseResult *result)
{
  const ChaseFinite *c = values->source->finite;
  const ChaseFinite *d = values->target->finite;

  for (guint32 x = 0; x < d->n_objects; x++)
    {
      const ChaseName *name = chase_presentation_object_name (values->target->presentation, x);
      guint32 times = 0;
      JsonObject *object;

      for (guint32 a = 0; a < c->n_objects; a++)
        times += exactly ? values->functor->objects[a] == x
                         : are_isomorphic (d, values->functor->objects[a], x);
      if (exactly ? times == 1 : times > 0)
        continue;
      object = chase_evidence_typed ("table");
      json_object_set_string_member (object, "object", name);
      chase_result_set_object (result, CHASE_VERDICT_FAILS, object,
                               times == 0 ? "%s is not reached." : _ ("%s is reached twice."),
                               name);
      return FALSE;
    }
  return TRUE;
}

/* The Yoneda embedding of an infinite category has no values that could be listed. */
static gboolean
embeds_infinite (ChaseChecker *checker, const ChaseFunctor *functor)
{
  g_autoptr (JsonObject) infinite = NULL;

  if (functor->term == NULL || functor->term->kind != CHASE_TERM_YONEDA
      || functor->source->presentation == NULL || functor->source->table
      || chase_presentation_is_acyclic (functor->source->presentation))
    return FALSE;
  infinite = chase_infinite_json (checker, functor->source, NULL);
  return infinite != NULL;
}

void
chase_decide_functor_property (ChaseChecker *checker, const ChaseFunctor *given,
                               ChaseAdjective adjective, ChaseResult *result)
{
  const ChaseFunctor *functor = embeds_infinite (checker, given)
                                    ? NULL
                                    : chase_theory_functor_listed (checker->theory, given);
  Values values = { 0 };

  if (chase_functor_is_pair (given))
    {
      chase_decide_functor_to_product (checker, given, adjective, result);
      return;
    }
  if (functor == NULL)
    {
      chase_decide_functor_to_sets (checker, given, adjective, result);
      return;
    }
  chase_decide_functor_laws (checker, functor, result);
  if (result->verdict != CHASE_VERDICT_HOLDS)
    chase_result_undecided (result, "It is not known to be a functor.");
  else if (!values_init (&values, checker, functor))
    {
      g_autoptr (JsonNode) laws = chase_result_evidence_json (result);

      chase_decide_infinite_functor (checker, functor, adjective, laws, result);
    }
  else if ((!chase_adjective_asks (adjective, CHASE_ADJECTIVE_FAITHFUL)
            || is_faithful (&values, result))
           && (!chase_adjective_asks (adjective, CHASE_ADJECTIVE_FULL) || is_full (&values, result))
           && (!chase_adjective_asks (adjective, CHASE_ADJECTIVE_ESSENTIALLY_SURJECTIVE)
               || reaches_objects (&values, adjective == CHASE_ADJECTIVE_ISOMORPHISM, result)))
    chase_result_set_looked_at (result, values.source);
  g_free (values.image);
}
