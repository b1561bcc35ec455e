/* SPDX-License-Identifier: MIT */
#include "engine/check-cat.h"
#include "engine/functor-search.h"
#include "i18n.h"

/*
 * Epis and split morphisms of Cat. A functor F : C -> D is epi exactly when the two ways from D
 * into two copies of D, glued along the image of F, are one; where F reaches all objects, the glued
 * category has the objects of D, its generators twice, and the image of each generator of C is the
 * same in both copies. Where it does not reach an object, two functors to a category with two
 * isomorphic objects keep that object apart.
 */

#define MAX_STEPS 1000000

static ChaseWord
in_copy (ChaseWord word, const guint32 *place, GArray *letters)
{
  g_array_set_size (letters, 0);
  for (guint32 i = 0; i < word.length; i++)
    g_array_append_val (letters, place[word.letters[i]]);
  return chase_letters (letters);
}

/* Adds the generators of @d once more, called @prefix and their names; where each of them stands
 * goes to @place. */
static void
add_copy (ChasePresentation *glued, const ChasePresentation *d, const char *prefix, guint32 *place)
{
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) right = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 f = 0; f < chase_presentation_n_arrows (d); f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (d, f);
      g_autofree char *text = g_strconcat (prefix, arrow->name, NULL);
      g_autoptr (ChaseName) name = chase_name_new (text);

      if (arrow->formal)
        continue;
      place[f] = chase_presentation_add_arrow (glued, name, arrow->source, arrow->target,
                                               arrow->properties);
      if (arrow->inverse != G_MAXUINT32)
        place[arrow->inverse] = place[f] + 1;
    }
  for (guint32 e = 0; e < chase_presentation_n_equations (d); e++)
    {
      const ChaseEquation *equation = chase_presentation_equation (d, e);

      chase_presentation_add_equation (glued, equation->source,
                                       in_copy (equation->left, place, left),
                                       in_copy (equation->right, place, right), NULL, 0);
    }
}

/* Two copies of the target, glued along the image. */
static ChasePresentation *
glue (const ChaseFunctor *functor, guint32 *places[2])
{
  const ChasePresentation *c = functor->source->presentation;
  const ChasePresentation *d = functor->target->presentation;
  ChasePresentation *glued = chase_presentation_new ();
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) right = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 x = 0; x < chase_presentation_n_objects (d); x++)
    chase_presentation_add_object (glued, chase_presentation_object_name (d, x));
  add_copy (glued, d, "1.", places[0]);
  add_copy (glued, d, "2.", places[1]);
  for (guint32 f = 0; f < chase_presentation_n_arrows (c); f++)
    if (!chase_presentation_arrow (c, f)->formal)
      chase_presentation_add_equation (glued,
                                       functor->objects[chase_presentation_arrow (c, f)->source],
                                       in_copy (functor->words[f], places[0], left),
                                       in_copy (functor->words[f], places[1], right), NULL, 0);
  return glued;
}

/* Is more declared than what the copies keep: a mono need not be one in what is glued. */
static gboolean
declares_cancelling (const ChasePresentation *d)
{
  for (guint32 f = 0; f < chase_presentation_n_arrows (d); f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (d, f);

      if (!arrow->formal && arrow->inverse == G_MAXUINT32
          && (arrow->properties & ~(guint)CHASE_PROPERTY_IDEMPOTENT) != 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
misses_object (const ChaseFunctor *functor, ChaseResult *result)
{
  const ChasePresentation *d = functor->target->presentation;
  guint n = chase_presentation_n_objects (functor->source->presentation);

  for (guint32 x = 0; x < chase_presentation_n_objects (d); x++)
    {
      JsonObject *object;
      guint32 a = 0;

      while (a < n && functor->objects[a] != x)
        a++;
      if (a < n)
        continue;
      object = chase_evidence_typed ("table");
      json_object_set_string_member (object, "object", chase_presentation_object_name (d, x));
      chase_result_set_object (result, CHASE_VERDICT_FAILS, object, "It does not reach %s.",
                               chase_presentation_object_name (d, x));
      return TRUE;
    }
  return FALSE;
}

static void
compare_copies (ChaseChecker *checker, const ChaseFunctor *functor, ChaseResult *result)
{
  const ChasePresentation *d = functor->target->presentation;
  guint n = chase_presentation_n_arrows (d);
  g_autofree guint32 *one = g_new (guint32, n + 1);
  g_autofree guint32 *two = g_new (guint32, n + 1);
  guint32 *places[] = { one, two };
  g_autoptr (ChasePresentation) glued = glue (functor, places);
  g_autoptr (ChaseLawList) list = chase_law_list_new ();

  for (guint32 f = 0; f < n; f++)
    {
      ChaseLawClaim *claim;

      if (chase_presentation_arrow (d, f)->formal)
        continue;
      claim = chase_law_list_add (list, CHASE_LAW_NATURAL, f);
      claim->presentation = glued;
      claim->source = chase_presentation_arrow (d, f)->source;
      g_array_append_val (claim->left, one[f]);
      g_array_append_val (claim->right, two[f]);
    }
  chase_decide_laws (checker, list, "equation of two copies of the target", d, result);
}

void
chase_decide_epi_functor (ChaseChecker *checker, const ChaseFunctor *given, ChaseResult *result)
{
  const ChaseFunctor *functor = chase_theory_functor_listed (checker->theory, given);

  if (functor == NULL || functor->form != CHASE_FUNCTOR_WORDS
      || functor->source->presentation == NULL)
    chase_result_undecided (result, "The values of %s are not written out as paths.", given->key);
  else if (misses_object (functor, result))
    return;
  else if (declares_cancelling (functor->target->presentation))
    chase_result_undecided (
        result, "Declared monos or epis of %s need not be such in two glued copies of it.",
        functor->target->key);
  else
    compare_copies (checker, functor, result);
}

/* Functors back. */

typedef struct
{
  const ChaseFunctor *functor;
  const ChaseEnumerated *source;
  const ChaseEnumerated *target;
  const guint32 *back; /* the values of a functor from target to source: objects, then arrows */
  guint n;             /* objects of the target */
} Back;

/* The morphism of the source that the path @word of the target is sent back to. */
static guint32
send_back (const Back *back, guint32 object, ChaseWord word)
{
  guint32 value = chase_finite_identity (back->source->finite, back->back[object]);

  for (guint32 i = 0; i < word.length; i++)
    value
        = chase_finite_compose (back->source->finite, value, back->back[back->n + word.letters[i]]);
  return value;
}

static gboolean
is_retraction (const Back *back)
{
  const ChasePresentation *p = back->source->presentation;

  for (guint32 a = 0; a < chase_presentation_n_objects (p); a++)
    if (back->back[back->functor->objects[a]] != a)
      return FALSE;
  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    if (!chase_presentation_arrow (p, f)->formal
        && send_back (back, back->functor->objects[chase_presentation_arrow (p, f)->source],
                      back->functor->words[f])
               != back->source->generators[f])
      return FALSE;
  return TRUE;
}

static gboolean
is_section (const Back *back)
{
  const ChasePresentation *q = back->target->presentation;
  g_autoptr (GArray) image = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 x = 0; x < chase_presentation_n_objects (q); x++)
    if (back->functor->objects[back->back[x]] != x)
      return FALSE;
  for (guint32 f = 0; f < chase_presentation_n_arrows (q); f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (q, f);

      g_array_set_size (image, 0);
      if (arrow->formal)
        continue;
      if (!chase_functor_map (back->functor,
                              chase_enumerated_word (back->source, back->back[back->n + f]), image)
          || chase_enumerated_value (back->target, arrow->source, chase_letters (image))
                 != back->target->generators[f])
        return FALSE;
    }
  return TRUE;
}

static void
look_through (Back *back, const ChaseFoundFunctors *found, gboolean mono, ChaseResult *result)
{
  JsonObject *object;

  for (guint i = 0; i < found->list->len; i++)
    {
      back->back = g_ptr_array_index (found->list, i);
      if (!(mono ? is_retraction (back) : is_section (back)))
        continue;
      object = chase_evidence_typed ("list");
      json_object_set_object_member (
          object, "back",
          chase_functor_values_json (back->target->presentation, back->source, back->back));
      chase_result_set_object (result, CHASE_VERDICT_HOLDS, object,
                               mono ? "A functor back undoes it."
                                    : _ ("It undoes a functor back."));
      return;
    }
  object = chase_evidence_typed ("table");
  json_object_set_int_member (object, "tried", found->list->len);
  chase_result_set_object (result, CHASE_VERDICT_FAILS, object,
                           mono ? _ ("None of the %u functors back undoes it.")
                                : _ ("None of the %u functors back is undone by it."),
                           found->list->len);
}

void
chase_decide_split_functor (ChaseChecker *checker, const ChaseFunctor *given, gboolean mono,
                            ChaseResult *result)
{
  const ChaseFunctor *functor = chase_theory_functor_listed (checker->theory, given);
  g_autoptr (ChaseFoundFunctors) found = NULL;
  Back back = { functor, NULL, NULL, NULL, 0 };
  ChaseClock clock;

  chase_clock_start (&clock, checker->budget, checker->cancellable);
  if (functor != NULL && functor->form == CHASE_FUNCTOR_WORDS)
    {
      back.source = chase_checker_enumerated (checker, functor->source);
      back.target = chase_checker_enumerated (checker, functor->target);
    }
  if (back.source == NULL || back.target == NULL)
    {
      chase_result_not_listed (result, given->source);
      return;
    }
  back.n = chase_presentation_n_objects (back.target->presentation);
  found = chase_functors_find (back.target->presentation, back.source, MAX_STEPS, &clock);
  if (found == NULL || found->tally.overflow || found->tally.count > CHASE_LISTED)
    chase_result_undecided (result,
                            "There are too many functors from %s to %s to be looked through.",
                            functor->target->key, functor->source->key);
  else
    look_through (&back, found, mono, result);
}
