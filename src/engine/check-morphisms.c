/* SPDX-License-Identifier: MIT */
#include "engine/check-infinite.h"
#include "engine/consequences.h"
#include "engine/engine-private.h"
#include "i18n.h"

/* Properties of one morphism: by its type, by an equation, by what is declared, or by all morphisms
 * of a finite category. */

typedef struct
{
  ChaseChecker *checker;
  const ChaseCategory *category;
  GArray *word;
  guint32 source;
  guint32 target;
} Morphism;

static void
decide_by_type (const Morphism *m, gboolean holds, ChaseResult *result)
{
  const ChasePresentation *p = m->category->presentation;
  JsonObject *object = chase_evidence_typed ("list");
  const ChaseName *source = chase_presentation_object_name (p, m->source);
  const ChaseName *target = chase_presentation_object_name (p, m->target);

  json_object_set_string_member (object, "source", source);
  json_object_set_string_member (object, "target", target);
  chase_result_set_object (result, holds ? CHASE_VERDICT_HOLDS : CHASE_VERDICT_FAILS, object,
                           "It runs from %s to %s.", source, target);
}

static void
decide_by_equation (const Morphism *m, ChaseWord left, ChaseWord right, ChaseResult *result)
{
  ChasePresentation *p = m->category->presentation;
  g_autoptr (ChaseAnswer) answer = chase_checker_equal (m->checker, p, m->source, left, right);

  chase_result_set (result, answer->verdict, g_steal_pointer (&answer->evidence), p, "%s",
                    answer->reason);
}

static void
decide_idempotent (const Morphism *m, ChaseResult *result)
{
  g_autoptr (GArray) twice = g_array_new (FALSE, FALSE, sizeof (guint32));

  g_array_append_vals (twice, m->word->data, m->word->len);
  g_array_append_vals (twice, m->word->data, m->word->len);
  decide_by_equation (m, chase_letters (twice), chase_letters (m->word), result);
}

/* Which declared properties of all letters give a composite the property. */
static guint
sufficient (ChaseProperty property)
{
  switch (property)
    {
    case CHASE_PROPERTY_MONO:
      return CHASE_PROPERTY_MONO | CHASE_PROPERTY_SPLIT_MONO | CHASE_PROPERTY_ISO;
    case CHASE_PROPERTY_EPI:
      return CHASE_PROPERTY_EPI | CHASE_PROPERTY_SPLIT_EPI | CHASE_PROPERTY_ISO;
    case CHASE_PROPERTY_SPLIT_MONO:
      return CHASE_PROPERTY_SPLIT_MONO | CHASE_PROPERTY_ISO;
    case CHASE_PROPERTY_SPLIT_EPI:
      return CHASE_PROPERTY_SPLIT_EPI | CHASE_PROPERTY_ISO;
    default:
      return CHASE_PROPERTY_ISO;
    }
}

static gboolean
is_declared (const Morphism *m, ChaseProperty property)
{
  for (guint i = 0; i < m->word->len; i++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (m->category->presentation,
                                                          g_array_index (m->word, guint32, i));

      if ((arrow->properties & sufficient (property)) == 0)
        return FALSE;
    }
  return TRUE;
}

static void
decide_confusion (const ChaseEnumerated *enumerated, guint32 value, gboolean before,
                  ChaseResult *result)
{
  JsonObject *object;
  JsonArray *pair;
  guint32 first, second;
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;

  if (!chase_finite_find_confused (enumerated->finite, value, before, &first, &second))
    {
      object = chase_evidence_typed ("list");
      json_object_set_int_member (object, "morphisms",
                                  chase_finite_n_morphisms (enumerated->finite));
      chase_result_set_object (result, CHASE_VERDICT_HOLDS, object,
                               "No two of the %u morphisms become equal.",
                               chase_finite_n_morphisms (enumerated->finite));
      return;
    }
  one = chase_morphism_text (enumerated, first);
  two = chase_morphism_text (enumerated, second);
  object = chase_evidence_typed ("table");
  pair = json_array_new ();
  json_array_add_array_element (pair, chase_path_names (enumerated, first));
  json_array_add_array_element (pair, chase_path_names (enumerated, second));
  json_object_set_array_member (object, "confused", pair);
  chase_result_set_object (result, CHASE_VERDICT_FAILS, object, "It does not tell %s and %s apart.",
                           one, two);
}

static void
decide_back (const ChaseEnumerated *enumerated, guint32 value, ChaseProperty property,
             ChaseResult *result)
{
  gboolean retraction = property != CHASE_PROPERTY_SPLIT_EPI;
  gboolean section = property != CHASE_PROPERTY_SPLIT_MONO;
  JsonObject *object = chase_evidence_typed ("list");
  g_autofree char *text = NULL;
  guint32 back;

  if (!chase_finite_find_back (enumerated->finite, value, retraction, section, &back))
    {
      json_object_set_int_member (object, "morphisms",
                                  chase_finite_n_morphisms (enumerated->finite));
      chase_result_set_object (result, CHASE_VERDICT_FAILS, object,
                               "No morphism leads back to the identity.");
      return;
    }
  text = chase_morphism_text (enumerated, back);
  json_object_set_array_member (object, "back", chase_path_names (enumerated, back));
  chase_result_set_object (result, CHASE_VERDICT_HOLDS, object,
                           retraction && section ? _ ("%s is its inverse.")
                           : retraction          ? _ ("%s is its retraction.")
                                                 : _ ("%s is its section."),
                           text);
}

/* By what declared properties say of paths that are equal, of composites and of their parts. */
static gboolean
follows_from_declared (const Morphism *m, ChaseProperty property, ChaseResult *result)
{
  ChaseEngine *engine = chase_checker_engine (m->checker, m->category->presentation);
  g_autoptr (ChaseConsequences) consequences = NULL;
  JsonObject *object;
  ChaseClock clock;

  chase_clock_start (&clock, m->checker->budget, m->checker->cancellable);
  consequences
      = chase_consequences_new (&engine->index, m->source, chase_letters (m->word), &clock);
  object = chase_consequences_evidence (consequences, m->source, chase_letters (m->word), property);
  if (object == NULL)
    return FALSE;
  chase_result_set_object (result, CHASE_VERDICT_HOLDS, object,
                           "It follows from what is declared, in %u steps.",
                           json_array_get_length (json_object_get_array_member (object, "facts")));
  return TRUE;
}

/* Where not all morphisms can be listed: two of them that refute it. */
static gboolean
find_apart (const Morphism *m, ChaseProperty property, ChaseResult *result)
{
  gboolean mono = property != CHASE_PROPERTY_EPI && property != CHASE_PROPERTY_SPLIT_EPI;
  gboolean epi = property != CHASE_PROPERTY_MONO && property != CHASE_PROPERTY_SPLIT_MONO;
  ChasePresentation *p = m->category->presentation;

  return (mono && chase_find_apart (m->checker, p, m->source, m->target, m->word, TRUE, result))
         || (epi && chase_find_apart (m->checker, p, m->source, m->target, m->word, FALSE, result));
}

static void
decide_property (const Morphism *m, ChaseProperty property, ChaseResult *result)
{
  const ChaseEnumerated *enumerated;
  guint32 value;

  if (!m->category->table && is_declared (m, property))
    {
      JsonObject *object = chase_evidence_typed ("laws");

      json_object_set_string_member (object, "declared", chase_property_word (property));
      chase_result_set_object (result, CHASE_VERDICT_HOLDS, object,
                               "It follows from what is declared of its arrows.");
      return;
    }
  if (!m->category->table && follows_from_declared (m, property, result))
    return;
  enumerated = chase_checker_enumerated (m->checker, m->category);
  if (enumerated == NULL)
    {
      if (m->category->table)
        chase_result_not_listed (result, m->category);
      else
        chase_decide_infinite_morphism (m->checker, m->category, m->source, m->target, m->word,
                                        property, result);
      if (!m->category->table && result->verdict == CHASE_VERDICT_UNDECIDED)
        find_apart (m, property, result);
      return;
    }
  value = chase_enumerated_value (enumerated, m->source, chase_letters (m->word));
  if (property == CHASE_PROPERTY_MONO || property == CHASE_PROPERTY_EPI)
    decide_confusion (enumerated, value, property == CHASE_PROPERTY_MONO, result);
  else
    decide_back (enumerated, value, property, result);
}

static void
decide (const Morphism *m, ChaseAdjective adjective, ChaseResult *result)
{
  gboolean endo = m->source == m->target;

  switch (adjective)
    {
    case CHASE_ADJECTIVE_ENDO:
      decide_by_type (m, endo, result);
      break;
    case CHASE_ADJECTIVE_AUTO:
      if (endo)
        decide_property (m, CHASE_PROPERTY_ISO, result);
      else
        decide_by_type (m, FALSE, result);
      break;
    case CHASE_ADJECTIVE_IDEMPOTENT:
      if (endo)
        decide_idempotent (m, result);
      else
        decide_by_type (m, FALSE, result);
      break;
    case CHASE_ADJECTIVE_IDENTITY:
      if (endo)
        decide_by_equation (m, chase_letters (m->word), (ChaseWord){ NULL, 0 }, result);
      else
        decide_by_type (m, FALSE, result);
      break;
    case CHASE_ADJECTIVE_MONO:
      decide_property (m, CHASE_PROPERTY_MONO, result);
      break;
    case CHASE_ADJECTIVE_EPI:
      decide_property (m, CHASE_PROPERTY_EPI, result);
      break;
    case CHASE_ADJECTIVE_SPLIT_MONO:
      decide_property (m, CHASE_PROPERTY_SPLIT_MONO, result);
      break;
    case CHASE_ADJECTIVE_SPLIT_EPI:
      decide_property (m, CHASE_PROPERTY_SPLIT_EPI, result);
      break;
    default:
      decide_property (m, CHASE_PROPERTY_ISO, result);
    }
}

void
chase_decide_morphism (ChaseChecker *checker, const ChaseProposition *proposition,
                       ChaseAdjective adjective, ChaseResult *result)
{
  Morphism m = { .checker = checker };
  const ChaseTerm *term = g_ptr_array_index (proposition->terms, 0);

  m.category = chase_theory_proposition_category (checker->theory, proposition, NULL);
  if (m.category == NULL || m.category->kind != CHASE_CATEGORY_PRESENTED)
    {
      chase_result_not_listed (result, m.category);
      return;
    }
  m.word = g_array_new (FALSE, FALSE, sizeof (guint32));
  if (chase_theory_path (checker->theory, m.category, term, &m.source, &m.target, m.word, NULL))
    decide (&m, adjective, result);
  else
    chase_result_undecided (result, "This path makes no sense.");
  g_array_unref (m.word);
}
