/* SPDX-License-Identifier: MIT */
#include "engine/check-infinite-natural.h"
#include "engine/check-infinite.h"
#include "i18n.h"

/* Properties of a finite category as a whole. A fault is told by the morphisms or objects that make
 * it. */

static void
hold (const ChaseEnumerated *enumerated, ChaseResult *result)
{
  guint32 n = chase_finite_n_morphisms (enumerated->finite);
  JsonObject *object = chase_evidence_typed ("list");

  json_object_set_int_member (object, "morphisms", n);
  chase_result_set_object (
      result, CHASE_VERDICT_HOLDS, object,
      P_ ("By a look at its %u morphism.", "By a look at all of its %u morphisms.", n), n);
}

static void
fail_at (const ChaseEnumerated *enumerated, const guint32 *morphisms, guint n, const char *format,
         ChaseResult *result)
{
  JsonObject *object = chase_evidence_typed ("table");
  JsonArray *list = json_array_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *one = chase_morphism_text (enumerated, morphisms[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", one);
      json_array_add_array_element (list, chase_path_names (enumerated, morphisms[i]));
    }
  json_object_set_array_member (object, "morphisms", list);
  chase_result_set_object (result, CHASE_VERDICT_FAILS, object, format, text->str);
}

/* Two parallel morphisms. */
static gboolean
find_parallel (const ChaseFinite *finite, guint32 *pair)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint32 f = 0; f < chase_finite_n_morphisms (finite); f++)
    {
      gint64 key = (gint64)(((guint64)finite->source[f] << 32) | finite->target[f]);
      gpointer known = g_hash_table_lookup (seen, &key);

      if (known == NULL)
        {
          g_hash_table_insert (seen, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (f + 1));
          continue;
        }
      pair[0] = GPOINTER_TO_UINT (known) - 1;
      pair[1] = f;
      return TRUE;
    }
  return FALSE;
}

/* An isomorphism between two different objects, and its inverse. */
static gboolean
find_isomorphism (const ChaseFinite *finite, guint32 *pair)
{
  for (guint32 f = 0; f < finite->n_arrows; f++)
    {
      guint32 back;

      if (finite->source[f] == finite->target[f]
          || !chase_finite_find_back (finite, f, TRUE, TRUE, &back))
        continue;
      pair[0] = f;
      pair[1] = back;
      return TRUE;
    }
  return FALSE;
}

static void
decide_groupoid (const ChaseEnumerated *enumerated, ChaseResult *result)
{
  for (guint32 f = 0; f < enumerated->finite->n_arrows; f++)
    {
      guint32 back;

      if (chase_finite_find_back (enumerated->finite, f, TRUE, TRUE, &back))
        continue;
      fail_at (enumerated, &f, 1, _ ("A morphism has no inverse: %s."), result);
      return;
    }
  hold (enumerated, result);
}

static void
decide_order (const ChaseEnumerated *enumerated, gboolean thin, gboolean skeletal,
              ChaseResult *result)
{
  guint32 pair[2];

  if (thin && find_parallel (enumerated->finite, pair))
    fail_at (enumerated, pair, 2, _ ("Two morphisms are parallel: %s."), result);
  else if (skeletal && find_isomorphism (enumerated->finite, pair))
    fail_at (enumerated, pair, 2, _ ("Two objects are isomorphic: %s."), result);
  else
    hold (enumerated, result);
}

/* By its graph alone: are there a first object and, from it, a way along arrows in either direction
 * to every other? */
static void
decide_connected (const ChaseCategory *category, ChaseResult *result)
{
  const ChasePresentation *p = category->presentation;
  guint n = chase_presentation_n_objects (p);
  g_autofree gboolean *reached = g_new0 (gboolean, n + 1);
  gboolean changed = n > 0;
  JsonObject *object;

  reached[0] = TRUE;
  while (changed)
    {
      changed = FALSE;
      for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
        {
          const ChaseArrow *arrow = chase_presentation_arrow (p, f);

          if (reached[arrow->source] == reached[arrow->target])
            continue;
          reached[arrow->source] = reached[arrow->target] = TRUE;
          changed = TRUE;
        }
    }
  object = chase_evidence_typed ("list");
  for (guint32 i = 0; i < n; i++)
    {
      const ChaseName *name = chase_presentation_object_name (p, i);

      if (reached[i])
        continue;
      json_object_set_string_member (object, "from", chase_presentation_object_name (p, 0));
      json_object_set_string_member (object, "to", name);
      chase_result_set_object (result, CHASE_VERDICT_FAILS, object,
                               "No way along arrows, in whichever direction, leads from %s to %s.",
                               chase_presentation_object_name (p, 0), name);
      return;
    }
  json_object_set_int_member (object, "objects", n);
  if (n > 0)
    chase_result_set_object (result, CHASE_VERDICT_HOLDS, object,
                             "Arrows join all of its objects.");
  else
    chase_result_set_object (result, CHASE_VERDICT_FAILS, object, "It has no object.");
}

static void
decide_monoid (const ChaseCategory *category, ChaseResult *result)
{
  guint n = chase_presentation_n_objects (category->presentation);
  JsonObject *object = chase_evidence_typed ("list");

  json_object_set_int_member (object, "objects", n);
  chase_result_set_object (result, n == 1 ? CHASE_VERDICT_HOLDS : CHASE_VERDICT_FAILS, object,
                           P_ ("It has %u object.", "It has %u objects.", n), n);
}

/* A category with a cycle may be infinite: then that is asked first, for listing does not end. */
static JsonObject *
known_infinite (ChaseChecker *checker, const ChaseCategory *category, char **words)
{
  if (category == NULL || category->kind != CHASE_CATEGORY_PRESENTED || category->table
      || g_hash_table_lookup (checker->enumerated, category->presentation) != NULL
      || chase_presentation_is_acyclic (category->presentation))
    return NULL;
  return chase_infinite_json (checker, category, words);
}

/* Of Set, Cat, and what is made of categories without a list. */
static void
decide_large (ChaseChecker *checker, const ChaseCategory *category, ChaseAdjective adjective,
              ChaseResult *result)
{
  JsonObject *infinite
      = adjective == CHASE_ADJECTIVE_FINITE && category->kind == CHASE_CATEGORY_FUNCTORS
            ? chase_infinite_functors_json (checker, category->parts[0], category->parts[1])
            : NULL;

  if (infinite != NULL)
    chase_result_set_object (result, CHASE_VERDICT_FAILS, infinite,
                             "There are infinitely many functors.");
  else
    chase_decide_category_of_sets (category, adjective, result);
}

/* Of one that is known to have infinitely many morphisms, which none that is finite, discrete or
 * thin has. FALSE where nothing of the kind is known. */
static gboolean
fail_of_infinite (ChaseChecker *checker, const ChaseCategory *category, ChaseResult *result)
{
  g_autofree char *words = NULL;
  JsonObject *infinite = known_infinite (checker, category, &words);

  if (infinite == NULL)
    return FALSE;
  chase_result_set_object (result, CHASE_VERDICT_FAILS, infinite,
                           words == NULL
                               ? _ ("It has infinitely many morphisms between finitely many "
                                    "objects.")
                           : json_object_has_member (infinite, "degrees")
                               ? _ ("It has infinitely many morphisms between finitely many "
                                    "objects: the paths %s have different degrees, and no "
                                    "equation changes a degree.")
                               : _ ("It has infinitely many morphisms between finitely many "
                                    "objects: the paths %s are all different normal forms."),
                           words);
  return TRUE;
}

static void
decide_listed (const ChaseEnumerated *enumerated, ChaseAdjective adjective, ChaseResult *result)
{
  guint32 first = 0;

  switch (adjective)
    {
    case CHASE_ADJECTIVE_FINITE:
      hold (enumerated, result);
      break;
    case CHASE_ADJECTIVE_GROUPOID:
      decide_groupoid (enumerated, result);
      break;
    case CHASE_ADJECTIVE_DISCRETE:
      if (enumerated->finite->n_arrows > 0)
        fail_at (enumerated, &first, 1, _ ("A morphism is no identity: %s."), result);
      else
        hold (enumerated, result);
      break;
    default:
      decide_order (enumerated, adjective != CHASE_ADJECTIVE_SKELETAL,
                    adjective == CHASE_ADJECTIVE_SKELETAL || adjective == CHASE_ADJECTIVE_POSET,
                    result);
    }
}

static gboolean
is_large (const ChaseCategory *category)
{
  return category != NULL
         && (category->kind == CHASE_CATEGORY_SETS || category->kind == CHASE_CATEGORY_ALL
             || category->kind == CHASE_CATEGORY_PRODUCT
             || category->kind == CHASE_CATEGORY_FUNCTORS);
}

/* A table that is no category's has no properties of one. */
static gboolean
is_broken_table (ChaseChecker *checker, const ChaseCategory *category)
{
  return category != NULL && category->table
         && !chase_checker_table (checker, category->presentation)->associative;
}

void
chase_decide_category_property (ChaseChecker *checker, const ChaseCategory *category,
                                ChaseAdjective adjective, ChaseResult *result)
{
  gboolean presented = category != NULL && category->kind == CHASE_CATEGORY_PRESENTED;
  gboolean may_be_infinite
      = adjective == CHASE_ADJECTIVE_GROUPOID || adjective == CHASE_ADJECTIVE_SKELETAL;
  const ChaseEnumerated *enumerated;

  if (is_large (category))
    decide_large (checker, category, adjective, result);
  else if (chase_is_infinite_slice (category))
    chase_decide_slice_property (checker, category, adjective, result);
  else if (is_broken_table (checker, category))
    chase_result_not_listed (result, category);
  else if (presented && adjective == CHASE_ADJECTIVE_CONNECTED)
    decide_connected (category, result);
  else if (presented && adjective == CHASE_ADJECTIVE_MONOID)
    decide_monoid (category, result);
  else if (may_be_infinite || !fail_of_infinite (checker, category, result))
    {
      enumerated = chase_checker_enumerated (checker, category);
      if (enumerated != NULL)
        decide_listed (enumerated, adjective, result);
      else if (presented && may_be_infinite)
        chase_decide_infinite_category (checker, category, adjective, result);
      else
        chase_result_not_listed (result, category);
    }
}
