/* SPDX-License-Identifier: MIT */
#include "engine/infinite.h"
#include "engine/engine-private.h"
#include "engine/systems.h"

#include <string.h>

#define PAIRS 60 /* paths there, and as many back */
#define LONGEST 12
#define NONE G_MAXUINT32

void
chase_infinite_init (ChaseInfinite *infinite, ChaseChecker *checker, const ChaseCategory *category)
{
  infinite->checker = checker;
  infinite->category = category;
  infinite->p = category->presentation;
  infinite->index = &chase_checker_engine (checker, category->presentation)->index;
  chase_clock_start (&infinite->clock, checker->budget, checker->cancellable);
  infinite->systems = chase_systems_find (infinite->index, CHASE_INFINITE_WORK, &infinite->clock);
}

void
chase_infinite_clear (ChaseInfinite *infinite)
{
  g_ptr_array_unref (infinite->systems);
}

const ChaseNormal *
chase_infinite_first (const ChaseInfinite *infinite)
{
  return infinite->systems->len > 0
             ? &((ChaseEvidence *)g_ptr_array_index (infinite->systems, 0))->normal
             : NULL;
}

JsonArray *
chase_infinite_names (const ChaseInfinite *infinite, const GArray *word)
{
  return chase_arrow_names (infinite->p, (const guint32 *)(gpointer)word->data, word->len);
}

JsonObject *
chase_infinite_system_json (const ChaseInfinite *infinite, ChaseEvidence *system)
{
  return chase_evidence_object (system, infinite->p);
}

/* Arrows that absorb. */

gboolean
chase_absorbing_touch (const gboolean *absorbs, ChaseWord word)
{
  for (guint32 i = 0; i < word.length; i++)
    if (absorbs[word.letters[i]])
      return TRUE;
  return FALSE;
}

static gboolean
must_cancel (const ChaseArrow *arrow)
{
  return arrow->formal || arrow->inverse != NONE
         || (arrow->properties & ~(guint)CHASE_PROPERTY_IDEMPOTENT) != 0;
}

gboolean *
chase_absorbing_find (const ChasePresentation *p)
{
  gboolean *absorbs = g_new0 (gboolean, chase_presentation_n_arrows (p) + 1);
  gboolean changed = TRUE;

  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    absorbs[f] = !must_cancel (chase_presentation_arrow (p, f));
  while (changed)
    {
      changed = FALSE;
      for (guint32 e = 0; e < chase_presentation_n_equations (p); e++)
        {
          const ChaseEquation *equation = chase_presentation_equation (p, e);
          gboolean left = chase_absorbing_touch (absorbs, equation->left);
          ChaseWord side = left ? equation->left : equation->right;

          if (left == chase_absorbing_touch (absorbs, equation->right))
            continue;
          changed = TRUE;
          for (guint32 i = 0; i < side.length; i++)
            absorbs[side.letters[i]] = FALSE;
        }
    }
  return absorbs;
}

JsonArray *
chase_absorbing_json (const ChasePresentation *p, const gboolean *absorbs)
{
  JsonArray *list = json_array_new ();

  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    if (absorbs[f])
      json_array_add_string_element (list, chase_presentation_arrow (p, f)->name);
  return list;
}

gboolean
chase_absorbing_reach (const ChasePresentation *p, const gboolean *absorbs, guint32 a, guint32 b)
{
  g_autofree gboolean *seen = g_new0 (gboolean, chase_presentation_n_objects (p) + 1);
  gboolean changed = TRUE;

  seen[a] = TRUE;
  while (changed)
    {
      changed = FALSE;
      for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
        {
          const ChaseArrow *arrow = chase_presentation_arrow (p, f);

          if (absorbs[f] || !seen[arrow->source] || seen[arrow->target])
            continue;
          seen[arrow->target] = changed = TRUE;
        }
    }
  return seen[b];
}

void
chase_absorbing_fail (const ChasePresentation *p, const gboolean *absorbs, const char *reason,
                      ChaseResult *result)
{
  JsonObject *object = chase_evidence_typed ("table");

  json_object_set_array_member (object, "absorbing", chase_absorbing_json (p, absorbs));
  chase_result_set_object (result, CHASE_VERDICT_FAILS, object, "%s", reason);
}

/* Short reduced paths. */

static gboolean
is_reduced (const ChaseNormal *system, const GArray *word)
{
  for (guint32 r = 0; r < system->n_rules; r++)
    {
      ChaseWord left = system->rules[r].left;

      if (left.length <= word->len
          && memcmp (&g_array_index (word, guint32, word->len - left.length), left.letters,
                     left.length * sizeof (guint32))
                 == 0)
        return FALSE;
    }
  return TRUE;
}

GPtrArray *
chase_infinite_paths (const ChaseInfinite *infinite, guint32 from, guint32 to, guint limit)
{
  const ChaseNormal *system = chase_infinite_first (infinite);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  guint32 end;

  g_ptr_array_add (all, g_array_new (FALSE, FALSE, sizeof (guint32)));
  for (guint i = 0; i < all->len && found->len < limit; i++)
    {
      GArray *word = g_ptr_array_index (all, i);

      chase_presentation_path_target (infinite->p, from, chase_letters (word), &end);
      if (to == NONE || end == to)
        g_ptr_array_add (found, g_array_ref (word));
      for (guint32 f = 0; f < chase_presentation_n_arrows (infinite->p) && word->len < LONGEST
                          && all->len < 2 * CHASE_INFINITE_TRIED;
           f++)
        {
          g_autoptr (GArray) longer = NULL;

          if (chase_presentation_arrow (infinite->p, f)->source != end)
            continue;
          longer = g_array_copy (word);
          g_array_append_val (longer, f);
          if (is_reduced (system, longer))
            g_ptr_array_add (all, g_steal_pointer (&longer));
        }
    }
  return found;
}

GArray *
chase_words_joined (const GArray *first, const GArray *second)
{
  GArray *word = g_array_copy ((GArray *)first);

  if (second->len > 0)
    g_array_append_vals (word, second->data, second->len);
  return word;
}

static gboolean
is_identity (const ChaseInfinite *infinite, const GArray *first, const GArray *second)
{
  g_autoptr (GArray) word = chase_words_joined (first, second);

  chase_system_reduce (chase_infinite_first (infinite), word);
  return word->len == 0;
}

/* The proof that @first and then @second is the identity, or NULL. */
static JsonObject *
proof_of_identity (const ChaseInfinite *infinite, guint32 source, const GArray *first,
                   const GArray *second)
{
  g_autoptr (GArray) word = chase_words_joined (first, second);
  g_autoptr (ChaseAnswer) answer = chase_checker_equal (
      infinite->checker, infinite->p, source, chase_letters (word), (ChaseWord){ NULL, 0 });

  return answer->verdict == CHASE_VERDICT_HOLDS
             ? chase_evidence_object (answer->evidence, infinite->p)
             : NULL;
}

/* Proofs that @back undoes @there before (@retraction) and behind (@section) it, or NULL. */
static JsonArray *
proofs_of_back (const ChaseInfinite *infinite, guint32 source, guint32 target, const GArray *there,
                const GArray *back, gboolean retraction, gboolean section)
{
  g_autoptr (JsonArray) proofs = json_array_new ();
  JsonObject *proof;

  if (retraction)
    {
      proof = proof_of_identity (infinite, source, there, back);
      if (proof == NULL)
        return NULL;
      json_array_add_object_element (proofs, proof);
    }
  if (section)
    {
      proof = proof_of_identity (infinite, target, back, there);
      if (proof == NULL)
        return NULL;
      json_array_add_object_element (proofs, proof);
    }
  return g_steal_pointer (&proofs);
}

GArray *
chase_infinite_back (const ChaseInfinite *infinite, guint32 source, guint32 target,
                     const GArray *there, gboolean retraction, gboolean section, JsonArray **proofs)
{
  g_autoptr (GPtrArray) paths = NULL;

  if (chase_infinite_first (infinite) == NULL)
    return NULL;
  paths = chase_infinite_paths (infinite, target, source, CHASE_INFINITE_TRIED);
  for (guint i = 0; i < paths->len; i++)
    {
      GArray *back = g_ptr_array_index (paths, i);

      if ((retraction && !is_identity (infinite, there, back))
          || (section && !is_identity (infinite, back, there)))
        continue;
      *proofs = proofs_of_back (infinite, source, target, there, back, retraction, section);
      return *proofs != NULL ? g_array_ref (back) : NULL;
    }
  return NULL;
}

/* Isomorphisms. */

/* Is some path of arrows that are declared iso the way from @a to @b? */
static GArray *
declared_way (const ChasePresentation *p, guint32 a, guint32 b, GArray **back)
{
  guint32 n = chase_presentation_n_objects (p);
  g_autofree guint32 *by = g_new (guint32, n + 1);
  g_autofree gboolean *seen = g_new0 (gboolean, n + 1);
  gboolean changed = TRUE;
  GArray *there;

  seen[a] = TRUE;
  while (changed && !seen[b])
    {
      changed = FALSE;
      for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
        {
          const ChaseArrow *arrow = chase_presentation_arrow (p, f);

          if (arrow->inverse == NONE || !seen[arrow->source] || seen[arrow->target])
            continue;
          seen[arrow->target] = changed = TRUE;
          by[arrow->target] = f;
        }
    }
  if (!seen[b])
    return NULL;
  there = g_array_new (FALSE, FALSE, sizeof (guint32));
  *back = g_array_new (FALSE, FALSE, sizeof (guint32));
  while (b != a)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (p, by[b]);

      g_array_prepend_val (there, by[b]);
      g_array_append_val (*back, arrow->inverse);
      b = arrow->source;
    }
  return there;
}

GArray *
chase_infinite_isomorphism (const ChaseInfinite *infinite, guint32 a, guint32 b, GArray **back,
                            JsonArray **proofs)
{
  g_autoptr (GArray) there = declared_way (infinite->p, a, b, back);
  g_autoptr (GPtrArray) paths = NULL;

  if (there == NULL && chase_infinite_first (infinite) != NULL)
    paths = chase_infinite_paths (infinite, a, b, PAIRS);
  for (guint i = 0; there == NULL && paths != NULL && i < paths->len; i++)
    {
      *back
          = chase_infinite_back (infinite, a, b, g_ptr_array_index (paths, i), TRUE, TRUE, proofs);
      if (*back != NULL)
        return g_array_ref (g_ptr_array_index (paths, i));
    }
  if (there == NULL)
    return NULL;
  *proofs = proofs_of_back (infinite, a, b, there, *back, TRUE, TRUE);
  if (*proofs != NULL)
    return g_steal_pointer (&there);
  g_clear_pointer (back, g_array_unref);
  return NULL;
}

JsonObject *
chase_isomorphism_json (const ChaseInfinite *infinite, const GArray *there, const GArray *back,
                        JsonArray *proofs, const char *type)
{
  JsonObject *object = chase_evidence_typed (type);

  json_object_set_array_member (object, "there", chase_infinite_names (infinite, there));
  json_object_set_array_member (object, "back", chase_infinite_names (infinite, back));
  json_object_set_array_member (object, "proofs", proofs);
  return object;
}
