/* SPDX-License-Identifier: MIT */
#include "evidence/enumerate.h"
#include "evidence/report-private.h"
#include "model/set-maps.h"

#include <string.h>

#include "i18n.h"

/*
 * Statements about finite categories: the verifier lists the morphisms by its own means, and tries
 * what the evidence says on that list; what the evidence cannot name (that there is nothing of a
 * kind) it looks for itself, by the definitions.
 */

/* More than any report lists one by one. */
#define MAX_ROWS 1000000

#define NOWHERE G_MAXUINT32

typedef struct
{
  ChaseEnumerated *enumerated;
  const ChaseFinite *finite;
  guint32 n;
} All;

static gboolean
all_init (All *all, const ChaseCategory *category, GError **error)
{
  if (category == NULL || category->kind != CHASE_CATEGORY_PRESENTED)
    return chase_refuse (error, "the morphisms of this category cannot be listed");
  all->enumerated = chase_enumerate (category, MAX_ROWS, error);
  if (all->enumerated == NULL)
    return FALSE;
  all->finite = all->enumerated->finite;
  all->n = chase_finite_n_morphisms (all->finite);
  return TRUE;
}

static guint32
after (const All *all, guint32 f, guint32 g)
{
  return chase_finite_compose (all->finite, f, g);
}

static gboolean
runs (const All *all, guint32 f, guint32 a, guint32 b)
{
  return f != NOWHERE && all->finite->source[f] == a && all->finite->target[f] == b;
}

static gboolean
are_inverse (const All *all, guint32 f, guint32 g)
{
  const ChaseFinite *c = all->finite;

  return c->source[f] == c->target[g] && c->target[f] == c->source[g]
         && after (all, f, g) == chase_finite_identity (c, c->source[f])
         && after (all, g, f) == chase_finite_identity (c, c->source[g]);
}

static gboolean
has_inverse (const All *all, guint32 f)
{
  for (guint32 g = 0; g < all->n; g++)
    if (are_inverse (all, f, g))
      return TRUE;
  return FALSE;
}

guint32
chase_report_morphism (const ChaseEnumerated *enumerated, JsonNode *node, guint32 object)
{
  const ChasePresentation *p = enumerated->presentation;
  g_autoptr (GArray) letters = NULL;
  ChaseWord word;
  JsonArray *array;
  guint32 end;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return NOWHERE;
  array = json_node_get_array (node);
  letters = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *name = json_array_get_element (array, i);
      guint32 f = NOWHERE;

      if (JSON_NODE_HOLDS_VALUE (name) && json_node_get_value_type (name) == G_TYPE_STRING)
        f = chase_presentation_find_arrow (p, json_node_get_string (name));
      if (f == NOWHERE)
        return NOWHERE;
      if (i == 0)
        object = chase_presentation_arrow (p, f)->source;
      g_array_append_val (letters, f);
    }
  word.letters = (const guint32 *)(gpointer)letters->data;
  word.length = letters->len;
  if (object == NOWHERE || !chase_presentation_path_target (p, object, word, &end))
    return NOWHERE;
  return chase_enumerated_value (enumerated, object, word);
}

static guint32
read_path (const All *all, JsonNode *node, guint32 object)
{
  return chase_report_morphism (all->enumerated, node, object);
}

static guint32
element_path (const All *all, JsonArray *array, guint i, guint32 object)
{
  if (array == NULL || i >= json_array_get_length (array))
    return NOWHERE;
  return read_path (all, json_array_get_element (array, i), object);
}

/* Objects. */

static gboolean
verify_extreme (const All *all, guint32 object, gboolean outward, JsonObject *arrows,
                GError **error)
{
  for (guint32 i = 0; i < all->finite->n_objects; i++)
    {
      const ChaseName *name = chase_presentation_object_name (all->enumerated->presentation, i);
      guint32 given = arrows != NULL
                          ? read_path (all, json_object_get_member (arrows, name), object)
                          : NOWHERE;

      if (!runs (all, given, outward ? object : i, outward ? i : object))
        return chase_refuse (error, "the arrow for %s is missing", name);
      for (guint32 f = 0; f < all->n; f++)
        if (f != given && runs (all, f, outward ? object : i, outward ? i : object))
          return chase_refuse (error, "there is another arrow for %s", name);
    }
  return TRUE;
}

/* Does @given name none of the @count arrows from @begin to @end, where there are none, and else
 * two or more of them? */
static gboolean
names_arrows (const All *all, guint32 begin, guint32 end, guint32 count, JsonArray *given)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; given != NULL && i < json_array_get_length (given); i++)
    {
      guint32 f = element_path (all, given, i, begin);

      if (!runs (all, f, begin, end) || !g_hash_table_add (seen, GUINT_TO_POINTER (f + 1)))
        return FALSE;
    }
  return given != NULL && (count == 0 || g_hash_table_size (seen) > 1);
}

/* An object to (from) which there is not exactly one arrow. */
static gboolean
verify_not_extreme (const All *all, guint32 object, ChaseAdjective adjective, JsonObject *evidence,
                    GError **error)
{
  const char *to = chase_report_string (evidence, "to");
  const char *from = chase_report_string (evidence, "from");
  const char *name = to != NULL ? to : from;
  guint32 begin, end, other, count = 0;

  if (name == NULL
      || adjective == (to != NULL ? CHASE_ADJECTIVE_TERMINAL : CHASE_ADJECTIVE_INITIAL))
    return chase_refuse (error, "the evidence does not say which object has not one arrow");
  other = chase_presentation_find_object (all->enumerated->presentation, name);
  begin = to != NULL ? object : other;
  end = to != NULL ? other : object;
  for (guint32 f = 0; f < all->n && other != NOWHERE; f++)
    count += runs (all, f, begin, end);
  if (other == NOWHERE || count == 1)
    return chase_refuse (error, "there is just one arrow for %s", name);
  return names_arrows (all, begin, end, count, chase_report_array (evidence, "arrows"))
         || chase_refuse (error, "the arrows for %s are others", name);
}

static gboolean
verify_object (const All *all, guint32 object, ChaseAdjective adjective, gboolean holds,
               JsonObject *evidence, GError **error)
{
  if (!chase_report_is (evidence, holds ? "list" : "table", error))
    return FALSE;
  if (!holds)
    return verify_not_extreme (all, object, adjective, evidence, error);
  if (adjective != CHASE_ADJECTIVE_TERMINAL
      && !verify_extreme (all, object, TRUE, chase_report_object (evidence, "to"), error))
    return FALSE;
  return adjective == CHASE_ADJECTIVE_INITIAL
         || verify_extreme (all, object, FALSE, chase_report_object (evidence, "from"), error);
}

gboolean
chase_report_object_is (ChaseTheory *theory, const ChaseProposition *proposition,
                        ChaseAdjective adjective, gboolean holds, JsonObject *evidence,
                        GError **error)
{
  const ChaseCategory *category = chase_theory_proposition_category (theory, proposition, NULL);
  gboolean good;
  guint32 object;
  All all;

  if (category != NULL
      && (category->kind == CHASE_CATEGORY_OVER || category->kind == CHASE_CATEGORY_UNDER))
    return chase_report_slice_object (theory, category, g_ptr_array_index (proposition->terms, 0),
                                      adjective, holds, error);
  if (chase_report_speaks_of_infinite (evidence) && category != NULL
      && category->kind == CHASE_CATEGORY_PRESENTED)
    return chase_theory_object (theory, category, g_ptr_array_index (proposition->terms, 0),
                                &object, NULL)
           && chase_report_infinite_object (category, object, adjective, holds, evidence, error);
  if (!all_init (&all, category, error))
    return FALSE;
  good = chase_theory_object (theory, category, g_ptr_array_index (proposition->terms, 0), &object,
                              NULL)
         && verify_object (&all, object, adjective, holds, evidence, error);
  chase_enumerated_free (all.enumerated);
  return good;
}

gboolean
chase_report_isomorphic (ChaseTheory *theory, const ChaseProposition *proposition, gboolean holds,
                         JsonObject *evidence, GError **error)
{
  const ChaseCategory *category = chase_theory_proposition_category (theory, proposition, NULL);
  gboolean found = FALSE;
  guint32 ends[2] = { 0 };
  guint32 there, back, tried = 0;
  All all;

  if (chase_category_of_sets (category))
    return chase_report_isomorphic_functors (theory, proposition, holds, evidence, error);
  for (guint i = 0; i < 2; i++)
    if (category == NULL || category->kind != CHASE_CATEGORY_PRESENTED
        || !chase_theory_object (theory, category, g_ptr_array_index (proposition->terms, i),
                                 &ends[i], NULL))
      return chase_refuse (error, "the category has no such object");
  if (chase_report_speaks_of_infinite (evidence))
    return chase_report_infinite_isomorphic (theory, category, ends[0], ends[1], holds, evidence,
                                             error);
  if (!all_init (&all, category, error))
    return FALSE;
  there = read_path (&all, json_object_get_member (evidence, "there"), ends[0]);
  back = read_path (&all, json_object_get_member (evidence, "back"), ends[1]);
  if (holds)
    found = runs (&all, there, ends[0], ends[1]) && back != NOWHERE
            && are_inverse (&all, there, back);
  for (guint32 f = 0; !holds && f < all.n && !found; f++)
    {
      tried += runs (&all, f, ends[0], ends[1]);
      found = runs (&all, f, ends[0], ends[1]) && has_inverse (&all, f);
    }
  chase_enumerated_free (all.enumerated);
  if (found == holds)
    return holds ? chase_report_is (evidence, "list", error)
                 : chase_report_went_through (evidence, "tried", tried, error);
  return chase_refuse (error, holds ? "these arrows are not inverse to each other"
                                    : _ ("there is an isomorphism between them"));
}

/* Morphisms. */

static gboolean
confuses (const All *all, guint32 f, guint32 x, guint32 y, gboolean before)
{
  const ChaseFinite *c = all->finite;

  if (x == y || c->source[x] != c->source[y] || c->target[x] != c->target[y])
    return FALSE;
  if (before)
    return c->target[x] == c->source[f] && after (all, x, f) == after (all, y, f);
  return c->source[x] == c->target[f] && after (all, f, x) == after (all, f, y);
}

static gboolean
verify_cancels (const All *all, guint32 f, gboolean before, gboolean holds, JsonObject *evidence,
                GError **error)
{
  JsonArray *pair = chase_report_array (evidence, "confused");
  guint32 object = before ? all->finite->source[f] : all->finite->target[f];
  guint32 x = element_path (all, pair, 0, object);
  guint32 y = element_path (all, pair, 1, object);

  if (!holds)
    return ((x != NOWHERE && y != NOWHERE && confuses (all, f, x, y, before))
            || chase_refuse (error, "these two morphisms are told apart"))
           && chase_report_is (evidence, "table", error);
  for (x = 0; x < all->n; x++)
    for (y = 0; y < x; y++)
      if (confuses (all, f, x, y, before))
        return chase_refuse (error, "it does not tell two morphisms apart");
  return chase_report_went_through (evidence, "morphisms", all->n, error);
}

static gboolean
leads_back (const All *all, guint32 f, guint32 g, ChaseAdjective adjective)
{
  const ChaseFinite *c = all->finite;
  gboolean retraction, section;

  if (c->source[g] != c->target[f] || c->target[g] != c->source[f])
    return FALSE;
  retraction = after (all, f, g) == chase_finite_identity (c, c->source[f]);
  section = after (all, g, f) == chase_finite_identity (c, c->target[f]);
  if (adjective == CHASE_ADJECTIVE_SPLIT_MONO)
    return retraction;
  return adjective == CHASE_ADJECTIVE_SPLIT_EPI ? section : retraction && section;
}

static gboolean
verify_back (const All *all, guint32 f, ChaseAdjective adjective, gboolean holds,
             JsonObject *evidence, GError **error)
{
  guint32 back = read_path (all, json_object_get_member (evidence, "back"), all->finite->target[f]);

  if (holds)
    return ((back != NOWHERE && leads_back (all, f, back, adjective))
            || chase_refuse (error, "this morphism does not lead back"))
           && chase_report_is (evidence, "list", error);
  for (guint32 g = 0; g < all->n; g++)
    if (leads_back (all, f, g, adjective))
      return chase_refuse (error, "there is a morphism that leads back");
  return chase_report_went_through (evidence, "morphisms", all->n, error);
}

static gboolean
declared (const ChasePresentation *presentation, const GArray *word, ChaseAdjective adjective)
{
  guint wanted = CHASE_PROPERTY_ISO;

  if (adjective == CHASE_ADJECTIVE_MONO || adjective == CHASE_ADJECTIVE_SPLIT_MONO)
    wanted |= CHASE_PROPERTY_SPLIT_MONO;
  if (adjective == CHASE_ADJECTIVE_EPI || adjective == CHASE_ADJECTIVE_SPLIT_EPI)
    wanted |= CHASE_PROPERTY_SPLIT_EPI;
  if (adjective == CHASE_ADJECTIVE_MONO)
    wanted |= CHASE_PROPERTY_MONO;
  if (adjective == CHASE_ADJECTIVE_EPI)
    wanted |= CHASE_PROPERTY_EPI;
  for (guint i = 0; i < word->len; i++)
    if ((chase_presentation_arrow (presentation, g_array_index (word, guint32, i))->properties
         & wanted)
        == 0)
      return FALSE;
  return TRUE;
}

/* By an equation: e e = e, or e = identity. */
static gboolean
verify_by_equation (ChaseTheory *theory, const ChaseCategory *category, guint32 source,
                    const GArray *word, ChaseAdjective adjective, gboolean holds, JsonNode *node,
                    GError **error)
{
  g_autoptr (GArray) twice = g_array_new (FALSE, FALSE, sizeof (guint32));
  ChaseWord once = { (const guint32 *)(gpointer)word->data, word->len };
  ChaseWord left = once;
  ChaseWord right = { NULL, 0 };

  if (adjective == CHASE_ADJECTIVE_IDEMPOTENT)
    {
      g_array_append_vals (twice, word->data, word->len);
      g_array_append_vals (twice, word->data, word->len);
      left.letters = (const guint32 *)(gpointer)twice->data;
      left.length = twice->len;
      right = once;
    }
  return chase_report_equation (theory, category->presentation, source, left, right, holds, node,
                                error);
}

/* The word for what is declared is that of the statement, or of what it follows from. */
static gboolean
verify_declared (const ChasePresentation *presentation, const GArray *word,
                 ChaseAdjective adjective, gboolean holds, JsonObject *evidence, GError **error)
{
  const char *said = chase_report_string (evidence, "declared");
  ChaseAdjective follows = adjective == CHASE_ADJECTIVE_AUTO ? CHASE_ADJECTIVE_ISO : adjective;

  if (!holds || !declared (presentation, word, adjective)
      || strcmp (said, chase_adjective_word (follows)) != 0)
    return chase_refuse (error, "this is not declared of its arrows");
  return chase_report_is (evidence, "laws", error);
}

ChaseProperty
chase_report_property (ChaseAdjective adjective)
{
  switch (adjective)
    {
    case CHASE_ADJECTIVE_MONO:
      return CHASE_PROPERTY_MONO;
    case CHASE_ADJECTIVE_EPI:
      return CHASE_PROPERTY_EPI;
    case CHASE_ADJECTIVE_SPLIT_MONO:
      return CHASE_PROPERTY_SPLIT_MONO;
    case CHASE_ADJECTIVE_SPLIT_EPI:
      return CHASE_PROPERTY_SPLIT_EPI;
    case CHASE_ADJECTIVE_ISO:
    case CHASE_ADJECTIVE_AUTO:
      return CHASE_PROPERTY_ISO;
    default:
      return CHASE_PROPERTY_NONE;
    }
}

/* What the ends of a morphism alone decide. */
static gboolean
verify_ends (const ChasePresentation *presentation, guint32 source, guint32 target,
             JsonObject *evidence, GError **error)
{
  const char *from = chase_report_string (evidence, "source");
  const char *to = chase_report_string (evidence, "target");

  if (!chase_report_is (evidence, "list", error))
    return FALSE;
  return (g_strcmp0 (from, chase_presentation_object_name (presentation, source)) == 0
          && g_strcmp0 (to, chase_presentation_object_name (presentation, target)) == 0)
         || chase_refuse (error, "it runs between other objects");
}

static gboolean
verify_morphism (ChaseTheory *theory, const ChaseCategory *category, guint32 source, guint32 target,
                 const GArray *word, ChaseAdjective adjective, gboolean holds, JsonNode *node,
                 GError **error)
{
  JsonObject *evidence = json_node_get_object (node);
  ChaseWord letters = { (const guint32 *)(gpointer)word->data, word->len };
  gboolean endo = source == target;
  gboolean good;
  guint32 f;
  All all;

  if (adjective == CHASE_ADJECTIVE_ENDO)
    return (endo == holds || chase_refuse (error, "its ends say otherwise"))
           && verify_ends (category->presentation, source, target, evidence, error);
  if (!endo
      && (adjective == CHASE_ADJECTIVE_AUTO || adjective == CHASE_ADJECTIVE_IDEMPOTENT
          || adjective == CHASE_ADJECTIVE_IDENTITY))
    return (!holds || chase_refuse (error, "it is no endomorphism"))
           && verify_ends (category->presentation, source, target, evidence, error);
  if (adjective == CHASE_ADJECTIVE_IDEMPOTENT || adjective == CHASE_ADJECTIVE_IDENTITY)
    return verify_by_equation (theory, category, source, word, adjective, holds, node, error);
  if (chase_report_string (evidence, "declared") != NULL)
    return verify_declared (category->presentation, word, adjective, holds, evidence, error);
  if (chase_report_array (evidence, "facts") != NULL)
    return (holds || chase_refuse (error, "facts show what holds"))
           && chase_report_facts (category->presentation, source, letters,
                                  chase_report_property (adjective), evidence, error);
  if (chase_report_object (evidence, "apart") != NULL)
    return (!holds || chase_refuse (error, "two paths show what does not hold"))
           && chase_report_apart (theory, category->presentation, source, word, adjective, evidence,
                                  error);
  if (chase_report_speaks_of_infinite (evidence))
    return chase_report_infinite_morphism (theory, category, source, target, word,
                                           chase_report_property (adjective), holds, evidence,
                                           error);
  if (!all_init (&all, category, error))
    return FALSE;
  f = chase_enumerated_value (all.enumerated, source, letters);
  if (adjective == CHASE_ADJECTIVE_MONO || adjective == CHASE_ADJECTIVE_EPI)
    good = verify_cancels (&all, f, adjective == CHASE_ADJECTIVE_MONO, holds, evidence, error);
  else
    good = verify_back (&all, f, adjective, holds, evidence, error);
  chase_enumerated_free (all.enumerated);
  return good;
}

gboolean
chase_report_morphism_is (ChaseTheory *theory, const ChaseProposition *proposition,
                          ChaseAdjective adjective, gboolean holds, JsonNode *node, GError **error)
{
  const ChaseCategory *category = chase_theory_proposition_category (theory, proposition, NULL);
  g_autoptr (GArray) word = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 source, target;

  if (category == NULL || category->kind != CHASE_CATEGORY_PRESENTED
      || !chase_theory_path (theory, category, g_ptr_array_index (proposition->terms, 0), &source,
                             &target, word, NULL))
    return chase_refuse (error, "the file has no such morphism");
  return verify_morphism (theory, category, source, target, word, adjective, holds, node, error);
}

/* Categories. */

static gboolean
is_thin (const All *all)
{
  g_autofree gboolean *seen = g_new (gboolean, all->finite->n_objects + 1);

  for (guint32 a = 0; a < all->finite->n_objects; a++)
    {
      memset (seen, 0, all->finite->n_objects * sizeof (gboolean));
      for (guint32 f = 0; f < all->n; f++)
        {
          if (all->finite->source[f] != a)
            continue;
          if (seen[all->finite->target[f]])
            return FALSE;
          seen[all->finite->target[f]] = TRUE;
        }
    }
  return TRUE;
}

static gboolean
is_skeletal (const All *all)
{
  for (guint32 f = 0; f < all->n; f++)
    if (all->finite->source[f] != all->finite->target[f] && has_inverse (all, f))
      return FALSE;
  return TRUE;
}

static gboolean
is_groupoid (const All *all)
{
  for (guint32 f = 0; f < all->n; f++)
    if (!has_inverse (all, f))
      return FALSE;
  return TRUE;
}

/* Gives two objects one number where arrows, in whichever direction, join them. Caller frees. */
static guint32 *
find_parts (const ChasePresentation *p)
{
  guint n = chase_presentation_n_objects (p);
  guint32 *part = g_new (guint32, n + 1);

  for (guint32 i = 0; i < n; i++)
    part[i] = i;
  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    {
      guint32 a = chase_presentation_arrow (p, f)->source;
      guint32 b = chase_presentation_arrow (p, f)->target;

      while (part[a] != a)
        a = part[a];
      while (part[b] != b)
        b = part[b];
      part[a] = b;
    }
  for (guint32 i = 0; i < n; i++)
    while (part[part[i]] != part[i])
      part[i] = part[part[i]];
  return part;
}

static guint32
object_named (const ChasePresentation *p, const char *name)
{
  return name != NULL ? chase_presentation_find_object (p, name) : NOWHERE;
}

static gboolean
verify_connected (const ChasePresentation *p, gboolean holds, JsonObject *evidence, GError **error)
{
  g_autofree guint32 *part = find_parts (p);
  guint n = chase_presentation_n_objects (p);
  guint32 from = object_named (p, chase_report_string (evidence, "from"));
  guint32 to = object_named (p, chase_report_string (evidence, "to"));

  if (!holds && n > 0)
    return (chase_report_is (evidence, "list", error))
           && ((from != NOWHERE && to != NOWHERE && part[from] != part[to])
               || chase_refuse (error, "arrows join these objects"));
  for (guint32 i = 0; i < n; i++)
    if (part[i] != part[0])
      return chase_refuse (error, "arrows do not join all of its objects");
  return (holds == (n > 0) || chase_refuse (error, "it has no object"))
         && chase_report_went_through (evidence, "objects", n, error);
}

static gboolean
verify_monoid (const ChasePresentation *p, gboolean holds, JsonObject *evidence, GError **error)
{
  guint n = chase_presentation_n_objects (p);

  return ((n == 1) == holds || chase_refuse (error, "it has %u objects", n))
         && chase_report_went_through (evidence, "objects", n, error);
}

static gboolean
has_property (const All *all, ChaseAdjective adjective)
{
  switch (adjective)
    {
    case CHASE_ADJECTIVE_FINITE:
      return TRUE;
    case CHASE_ADJECTIVE_GROUPOID:
      return is_groupoid (all);
    case CHASE_ADJECTIVE_DISCRETE:
      return all->finite->n_arrows == 0;
    case CHASE_ADJECTIVE_SKELETAL:
      return is_skeletal (all);
    case CHASE_ADJECTIVE_POSET:
      return is_thin (all) && is_skeletal (all);
    default:
      return is_thin (all);
    }
}

/* One morphism that is none of a groupoid (of a discrete category). */
static gboolean
is_single_fault (const All *all, guint32 f, ChaseAdjective adjective)
{
  const ChaseFinite *c = all->finite;

  if (f == NOWHERE)
    return FALSE;
  if (adjective == CHASE_ADJECTIVE_GROUPOID)
    return !has_inverse (all, f);
  return adjective == CHASE_ADJECTIVE_DISCRETE && f != chase_finite_identity (c, c->source[f]);
}

/* Two that are none of a thin (of a skeletal) one: parallel, or inverse between two objects. */
static gboolean
is_double_fault (const All *all, guint32 f, guint32 g, ChaseAdjective adjective)
{
  const ChaseFinite *c = all->finite;

  if (f == NOWHERE || g == NOWHERE || f == g || adjective == CHASE_ADJECTIVE_GROUPOID
      || adjective == CHASE_ADJECTIVE_DISCRETE)
    return FALSE;
  if (adjective != CHASE_ADJECTIVE_SKELETAL && c->source[f] == c->source[g]
      && c->target[f] == c->target[g])
    return TRUE;
  return (adjective == CHASE_ADJECTIVE_SKELETAL || adjective == CHASE_ADJECTIVE_POSET)
         && c->source[f] != c->target[f] && are_inverse (all, f, g);
}

static gboolean
verify_category_fault (const All *all, ChaseAdjective adjective, JsonObject *evidence,
                       GError **error)
{
  JsonArray *morphisms = chase_report_array (evidence, "morphisms");
  guint n = morphisms != NULL ? json_array_get_length (morphisms) : 0;
  guint32 f, g;

  if (!chase_report_is (evidence, "table", error))
    return FALSE;
  f = element_path (all, morphisms, 0, NOWHERE);
  g = element_path (all, morphisms, 1, f != NOWHERE ? all->finite->source[f] : NOWHERE);
  if (f == NOWHERE && g != NOWHERE)
    f = element_path (all, morphisms, 0, all->finite->source[g]);
  return (n == 1 && is_single_fault (all, f, adjective))
         || (n == 2 && is_double_fault (all, f, g, adjective))
         || chase_refuse (error, "these morphisms do not show it");
}

gboolean
chase_report_category_is (ChaseTheory *theory, const ChaseCategory *category,
                          ChaseAdjective adjective, gboolean holds, JsonObject *evidence,
                          GError **error)
{
  gboolean good;
  All all;

  if (category != NULL && category->kind == CHASE_CATEGORY_FUNCTORS
      && adjective == CHASE_ADJECTIVE_FINITE && json_object_has_member (evidence, "system"))
    return (!holds || chase_refuse (error, "there are infinitely many functors"))
           && chase_report_infinite_functors (category->parts[0], category->parts[1], evidence,
                                              error);
  if (category != NULL
      && (category->kind == CHASE_CATEGORY_OVER || category->kind == CHASE_CATEGORY_UNDER))
    return chase_report_slice_is (category, adjective, holds, evidence, error);
  if (category != NULL
      && (category->kind == CHASE_CATEGORY_SETS || category->kind == CHASE_CATEGORY_ALL
          || category->kind == CHASE_CATEGORY_PRODUCT || category->kind == CHASE_CATEGORY_FUNCTORS))
    return chase_report_category_of_sets (category, adjective, holds, evidence, error);
  if (category == NULL || category->presentation == NULL)
    return chase_refuse (error, "nothing is known that would show this of such a category");
  if (!chase_report_known_category (theory, category, error))
    return FALSE;
  if (adjective == CHASE_ADJECTIVE_CONNECTED)
    return verify_connected (category->presentation, holds, evidence, error);
  if (adjective == CHASE_ADJECTIVE_MONOID)
    return verify_monoid (category->presentation, holds, evidence, error);
  if (chase_report_speaks_of_infinite (evidence))
    return chase_report_infinite_category (theory, category, adjective, holds, evidence, error);
  if (!holds
      && (g_strcmp0 (chase_report_string (evidence, "type"), "normal") == 0
          || json_object_has_member (evidence, "degrees")))
    return ((adjective != CHASE_ADJECTIVE_GROUPOID && adjective != CHASE_ADJECTIVE_SKELETAL)
            || chase_refuse (error, "an infinite category may be so"))
           && chase_report_infinite (category, evidence, error);
  if (!all_init (&all, category, error))
    return FALSE;
  if (!holds)
    good = verify_category_fault (&all, adjective, evidence, error);
  else
    good = (has_property (&all, adjective)
            || chase_refuse (error, "a look at the category says otherwise"))
           && chase_report_went_through (evidence, "morphisms", all.n, error);
  chase_enumerated_free (all.enumerated);
  return good;
}
