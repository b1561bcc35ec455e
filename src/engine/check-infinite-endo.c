/* SPDX-License-Identifier: MIT */
#include "engine/check-infinite-natural.h"
#include "engine/infinite.h"
#include "engine/systems.h"

/*
 * Transformations of a functor into an infinite category to itself: if one of them has a component
 * whose powers are all different normal forms, then its own powers are infinitely many. For the
 * identity of a monoid they are its centre.
 */

#define CANDIDATES 40
#define MOST_STEPS 20000

typedef struct
{
  const ChaseFunctor *functor;
  ChaseInfinite infinite;
  guint32 n;
  GPtrArray **paths; /* of each object: what its component may be */
  GArray **chosen;   /* borrowed */
  guint steps;
} Search;

static const ChaseNormal *
system_of (const Search *search)
{
  return chase_infinite_first (&search->infinite);
}

/* Is the path in normal form, however often it is repeated? */
static gboolean
repeats (const Search *search, const GArray *path)
{
  const ChaseNormal *system = system_of (search);
  g_autoptr (GArray) word = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) reduced = NULL;
  guint32 longest = 0;

  for (guint32 r = 0; r < system->n_rules; r++)
    longest = MAX (longest, system->rules[r].left.length);
  for (guint k = 0; path->len > 0 && k < 3 + longest / path->len; k++)
    g_array_append_vals (word, path->data, path->len);
  reduced = g_array_copy (word);
  chase_system_reduce (system, reduced);
  return path->len > 0 && reduced->len == word->len
         && chase_word_equal (chase_letters (reduced), chase_letters (word));
}

/* Does the square over @f commute, as far as its corners are chosen? */
static gboolean
commutes (const Search *search, guint32 f, guint32 known)
{
  const ChaseArrow *arrow = chase_presentation_arrow (search->functor->source->presentation, f);
  ChaseWord word = search->functor->words[f];
  g_autoptr (GArray) one = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) two = NULL;

  if (arrow->formal || arrow->source >= known || arrow->target >= known)
    return TRUE;
  if (word.length > 0)
    g_array_append_vals (one, word.letters, word.length);
  two = chase_words_joined (search->chosen[arrow->source], one);
  if (search->chosen[arrow->target]->len > 0)
    g_array_append_vals (one, search->chosen[arrow->target]->data,
                         search->chosen[arrow->target]->len);
  chase_system_reduce (system_of (search), one);
  chase_system_reduce (system_of (search), two);
  return chase_word_equal (chase_letters (one), chase_letters (two));
}

/* An object at which the chosen transformation repeats, or G_MAXUINT32. */
static guint32
repeating_object (const Search *search)
{
  for (guint32 a = 0; a < search->n; a++)
    if (repeats (search, search->chosen[a]))
      return a;
  return G_MAXUINT32;
}

static guint32
choose_from (Search *search, guint32 a)
{
  guint32 found = G_MAXUINT32;

  if (a == search->n)
    return repeating_object (search);
  for (guint i = 0; i < search->paths[a]->len && found == G_MAXUINT32; i++)
    {
      gboolean good = ++search->steps < MOST_STEPS;

      search->chosen[a] = g_ptr_array_index (search->paths[a], i);
      for (guint32 f = 0;
           good && f < chase_presentation_n_arrows (search->functor->source->presentation); f++)
        good = commutes (search, f, a + 1);
      if (good)
        found = choose_from (search, a + 1);
    }
  return found;
}

static void
put_cycle (const Search *search, guint32 at, JsonObject *object)
{
  JsonObject *cycle = json_object_new ();

  json_object_set_array_member (cycle, "before", json_array_new ());
  json_object_set_array_member (cycle, "loop",
                                chase_infinite_names (&search->infinite, search->chosen[at]));
  json_object_set_array_member (cycle, "after", json_array_new ());
  json_object_set_object_member (object, "cycle", cycle);
  json_object_set_string_member (
      object, "at", chase_presentation_object_name (search->functor->source->presentation, at));
}

/* The evidence, or NULL where a proof is missing. */
static JsonObject *
endo_json (Search *search, guint32 at, ChaseResult *result)
{
  const ChasePresentation *p = search->functor->source->presentation;
  ChaseTransformation alpha = { .from = search->functor,
                                .to = search->functor,
                                .form = CHASE_TRANSFORMATION_WORDS,
                                .words = g_new0 (ChaseWord, search->n + 1) };
  JsonObject *object = chase_evidence_typed ("list"), *components = json_object_new ();
  gboolean good;

  for (guint32 a = 0; a < search->n; a++)
    {
      alpha.words[a] = chase_letters (search->chosen[a]);
      json_object_set_array_member (components, chase_presentation_object_name (p, a),
                                    chase_infinite_names (&search->infinite, search->chosen[a]));
    }
  json_object_set_object_member (object, "endo", components);
  put_cycle (search, at, object);
  json_object_set_object_member (
      object, "system",
      chase_infinite_system_json (&search->infinite,
                                  g_ptr_array_index (search->infinite.systems, 0)));
  chase_decide_functor_laws (search->infinite.checker, search->functor, result);
  good = result->verdict == CHASE_VERDICT_HOLDS;
  if (good)
    {
      json_object_set_member (object, "functor", chase_result_evidence_json (result));
      chase_decide_natural (search->infinite.checker, &alpha, result);
      good = result->verdict == CHASE_VERDICT_HOLDS;
    }
  if (good)
    json_object_set_member (object, "laws", chase_result_evidence_json (result));
  g_free (alpha.words);
  if (!good)
    g_clear_pointer (&object, json_object_unref);
  return object;
}

gboolean
chase_decide_count_endo (ChaseChecker *checker, const ChaseProposition *proposition,
                         ChaseResult *result)
{
  const ChaseFunctor *first = chase_theory_functor (
      checker->theory, g_ptr_array_index (proposition->terms, 0), NULL, NULL, NULL);
  const ChaseFunctor *second = chase_theory_functor (
      checker->theory, g_ptr_array_index (proposition->terms, 1), NULL, NULL, NULL);
  Search search = { .functor = first };
  JsonObject *object = NULL;
  guint32 at = G_MAXUINT32;

  if (first == NULL || first != second || first->form != CHASE_FUNCTOR_WORDS
      || first->source->kind != CHASE_CATEGORY_PRESENTED
      || first->target->kind != CHASE_CATEGORY_PRESENTED || first->target->table)
    return FALSE;
  chase_infinite_init (&search.infinite, checker, first->target);
  search.n = chase_presentation_n_objects (first->source->presentation);
  search.paths = g_new0 (GPtrArray *, search.n + 1);
  search.chosen = g_new0 (GArray *, search.n + 1);
  for (guint32 a = 0; system_of (&search) != NULL && a < search.n; a++)
    search.paths[a]
        = chase_infinite_paths (&search.infinite, first->objects[a], first->objects[a], CANDIDATES);
  if (system_of (&search) != NULL)
    at = choose_from (&search, 0);
  if (at != G_MAXUINT32)
    object = endo_json (&search, at, result);
  if (object != NULL)
    chase_result_count (result, proposition, NULL, object, "natural transformation");
  for (guint32 a = 0; a < search.n; a++)
    g_clear_pointer (&search.paths[a], g_ptr_array_unref);
  g_free (search.paths);
  g_free (search.chosen);
  chase_infinite_clear (&search.infinite);
  return object != NULL;
}
