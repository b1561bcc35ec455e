/* SPDX-License-Identifier: MIT */
#include "evidence/report-private.h"
#include "evidence/verifier.h"
#include "model/statement.h"

/*
 * Categories whose morphisms are not listed. The evidence is a complete system, whose reduced paths
 * are counted or whose rules keep an arrow at their ends free; arrows that absorb: every equation
 * has some on both sides or on neither, so that to send them to 0 and the others to 1 is a functor,
 * and no path with one of them is an identity; or paths with proofs.
 */

#define NOWHERE G_MAXUINT32

static ChaseWord
word_of (const GArray *letters)
{
  return (ChaseWord){ (const guint32 *)(gpointer)letters->data, letters->len };
}

static gboolean
needs_generators (const ChaseCategory *category, GError **error)
{
  return (category != NULL && category->kind == CHASE_CATEGORY_PRESENTED && !category->table)
         || chase_refuse (error, "this is shown of what generators and equations present");
}

gboolean
chase_report_speaks_of_infinite (JsonObject *evidence)
{
  static const char *const members[]
      = { "system", "systems", "absorbing", "proofs", "parts", "inverses", "without" };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (json_object_has_member (evidence, members[i])
        && !json_object_has_member (evidence, "adjective"))
      return TRUE;
  return FALSE;
}

/* The system of the evidence; NULL and an error where it is none. Caller owns it. */
static ChaseEvidence *
read_system (const ChasePresentation *p, JsonObject *evidence, GError **error)
{
  JsonNode *node = json_object_get_member (evidence, "system");
  g_autoptr (ChaseEvidence) system
      = node != NULL ? chase_evidence_from_json (node, p, NULL, error) : NULL;

  if (system != NULL && system->kind == CHASE_EVIDENCE_NORMAL)
    return g_steal_pointer (&system);
  if (system != NULL || node == NULL)
    chase_refuse (error, "the evidence is no complete system");
  return NULL;
}

/* Letters of a path from @source; FALSE where it is none. */
static gboolean
read_path (const ChasePresentation *p, JsonNode *node, guint32 source, GArray *word,
           guint32 *target)
{
  JsonArray *array
      = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *name = json_array_get_element (array, i);
      guint32 f = NOWHERE;

      if (JSON_NODE_HOLDS_VALUE (name) && json_node_get_value_type (name) == G_TYPE_STRING)
        f = chase_presentation_find_arrow (p, json_node_get_string (name));
      if (f == NOWHERE)
        return FALSE;
      g_array_append_val (word, f);
    }
  return array != NULL && chase_presentation_path_target (p, source, word_of (word), target);
}

static GArray *
joined (const GArray *first, const GArray *second)
{
  GArray *word = g_array_copy ((GArray *)first);

  if (second->len > 0)
    g_array_append_vals (word, second->data, second->len);
  return word;
}

/* Arrows that absorb. */

static gboolean
touches (const gboolean *absorbs, ChaseWord word)
{
  gboolean any = FALSE;

  for (guint32 i = 0; i < word.length; i++)
    any = any || absorbs[word.letters[i]];
  return any;
}

/* The arrows that the evidence lists, or NULL where they do not absorb. Caller frees. */
static gboolean *
read_absorbing (const ChasePresentation *p, JsonObject *evidence, GError **error)
{
  JsonArray *list = chase_report_array (evidence, "absorbing");
  g_autofree gboolean *absorbs = g_new0 (gboolean, chase_presentation_n_arrows (p) + 1);

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      JsonNode *name = json_array_get_element (list, i);
      guint32 f = NOWHERE;

      if (JSON_NODE_HOLDS_VALUE (name) && json_node_get_value_type (name) == G_TYPE_STRING)
        f = chase_presentation_find_arrow (p, json_node_get_string (name));
      if (f == NOWHERE)
        list = NULL;
      else
        absorbs[f] = TRUE;
    }
  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (p, f);

      if (absorbs[f]
          && (arrow->formal || arrow->inverse != NOWHERE
              || (arrow->properties & ~(guint)CHASE_PROPERTY_IDEMPOTENT) != 0))
        list = NULL;
    }
  for (guint32 e = 0; e < chase_presentation_n_equations (p); e++)
    if (touches (absorbs, chase_presentation_equation (p, e)->left)
        != touches (absorbs, chase_presentation_equation (p, e)->right))
      list = NULL;
  if (list != NULL)
    return g_steal_pointer (&absorbs);
  chase_refuse (error, "the arrows of the evidence do not absorb");
  return NULL;
}

gboolean
chase_report_absorbing (const ChasePresentation *p, JsonObject *evidence, GError **error)
{
  g_autofree gboolean *absorbs = read_absorbing (p, evidence, error);

  return absorbs != NULL;
}

/* By Warshall: [a n + b] is TRUE where arrows that do not absorb lead from a to b. */
static gboolean *
reachable (const ChasePresentation *p, const gboolean *absorbs)
{
  guint32 n = chase_presentation_n_objects (p);
  gboolean *matrix = g_new0 (gboolean, (gsize)n * n + 1);

  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    if (!absorbs[f])
      matrix[chase_presentation_arrow (p, f)->source * n + chase_presentation_arrow (p, f)->target]
          = TRUE;
  for (guint32 k = 0; k < n; k++)
    for (guint32 a = 0; a < n; a++)
      for (guint32 b = 0; b < n && matrix[a * n + k]; b++)
        matrix[a * n + b] = matrix[a * n + b] || matrix[k * n + b];
  return matrix;
}

gboolean
chase_report_reaches (const ChasePresentation *p, guint32 from, guint32 to)
{
  g_autofree gboolean *none = g_new0 (gboolean, chase_presentation_n_arrows (p) + 1);
  g_autofree gboolean *matrix = reachable (p, none);

  return from == to || matrix[from * chase_presentation_n_objects (p) + to];
}

static gboolean
may_be_isomorphic (const ChasePresentation *p, const gboolean *matrix, guint32 a, guint32 b)
{
  guint32 n = chase_presentation_n_objects (p);

  return a == b || (matrix[a * n + b] && matrix[b * n + a]);
}

/* Proofs that one path undoes another. */

static gboolean
is_identity (ChaseTheory *theory, const ChasePresentation *p, guint32 source, const GArray *first,
             const GArray *second, JsonArray *proofs, guint i, GError **error)
{
  g_autoptr (GArray) word = joined (first, second);

  if (proofs == NULL || i >= json_array_get_length (proofs))
    return chase_refuse (error, "a proof is missing");
  return chase_report_equation (theory, p, source, word_of (word), (ChaseWord){ NULL, 0 }, TRUE,
                                json_array_get_element (proofs, i), error);
}

/* Is "back" of @evidence a way back along @there, by its proofs? */
static gboolean
verify_back (ChaseTheory *theory, const ChasePresentation *p, guint32 source, guint32 target,
             const GArray *there, gboolean retraction, gboolean section, JsonObject *evidence,
             GError **error)
{
  g_autoptr (GArray) back = g_array_new (FALSE, FALSE, sizeof (guint32));
  JsonArray *proofs = chase_report_array (evidence, "proofs");
  guint32 end;

  if (!read_path (p, json_object_get_member (evidence, "back"), target, back, &end)
      || end != source)
    return chase_refuse (error, "the evidence names no way back");
  return (!retraction || is_identity (theory, p, source, there, back, proofs, 0, error))
         && (!section || is_identity (theory, p, target, back, there, proofs, retraction, error));
}

static gboolean
verify_isomorphism (ChaseTheory *theory, const ChasePresentation *p, guint32 a, guint32 b,
                    JsonObject *evidence, GError **error)
{
  g_autoptr (GArray) there = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 end;

  if (!read_path (p, json_object_get_member (evidence, "there"), a, there, &end) || end != b)
    return chase_refuse (error, "the evidence names no way there");
  return verify_back (theory, p, a, b, there, TRUE, TRUE, evidence, error);
}

/* Objects. */

static gboolean
is_one (const ChasePresentation *p, const ChaseEvidence *system, guint32 from, guint32 to,
        gboolean *one, GError **error)
{
  g_autofree char *count = NULL;

  if (!chase_verify_count (p, from, to, &system->normal, NULL, &count, error))
    return FALSE;
  *one = g_strcmp0 (count, "1") == 0;
  return TRUE;
}

static gboolean
verify_extreme (const ChasePresentation *p, const ChaseEvidence *system, guint32 object,
                gboolean outward, GError **error)
{
  for (guint32 x = 0; x < chase_presentation_n_objects (p); x++)
    {
      gboolean one;

      if (!is_one (p, system, outward ? object : x, outward ? x : object, &one, error))
        return FALSE;
      if (!one)
        return chase_refuse (error, "there is not one path for %s",
                             chase_presentation_object_name (p, x));
    }
  return TRUE;
}

gboolean
chase_report_infinite_object (const ChaseCategory *category, guint32 object,
                              ChaseAdjective adjective, gboolean holds, JsonObject *evidence,
                              GError **error)
{
  const ChasePresentation *p;
  const char *to = chase_report_string (evidence, "to");
  const char *from = chase_report_string (evidence, "from");
  g_autoptr (ChaseEvidence) system = NULL;
  guint32 other;
  gboolean one;

  if (!needs_generators (category, error)
      || !chase_report_is (evidence, holds ? "list" : "table", error))
    return FALSE;
  p = category->presentation;
  system = read_system (p, evidence, error);
  if (system == NULL)
    return FALSE;
  if (holds)
    return (adjective == CHASE_ADJECTIVE_TERMINAL
            || verify_extreme (p, system, object, TRUE, error))
           && (adjective == CHASE_ADJECTIVE_INITIAL
               || verify_extreme (p, system, object, FALSE, error));
  other = to != NULL || from != NULL ? chase_presentation_find_object (p, to != NULL ? to : from)
                                     : NOWHERE;
  if (other == NOWHERE
      || adjective == (to != NULL ? CHASE_ADJECTIVE_TERMINAL : CHASE_ADJECTIVE_INITIAL))
    return chase_refuse (error, "the evidence does not say which object has not one arrow");
  return is_one (p, system, to != NULL ? object : other, to != NULL ? other : object, &one, error)
         && (!one || chase_refuse (error, "there is just one path"));
}

gboolean
chase_report_infinite_isomorphic (ChaseTheory *theory, const ChaseCategory *category, guint32 a,
                                  guint32 b, gboolean holds, JsonObject *evidence, GError **error)
{
  const ChasePresentation *p;
  g_autofree gboolean *absorbs = NULL;
  g_autofree gboolean *matrix = NULL;

  if (!needs_generators (category, error)
      || !chase_report_is (evidence, holds ? "list" : "table", error))
    return FALSE;
  p = category->presentation;
  if (holds)
    return verify_isomorphism (theory, p, a, b, evidence, error);
  absorbs = read_absorbing (p, evidence, error);
  if (absorbs == NULL)
    return FALSE;
  matrix = reachable (p, absorbs);
  return !may_be_isomorphic (p, matrix, a, b)
         || chase_refuse (error, "other arrows lead there and back");
}

/* Morphisms. */

/* A rule x f -> x, where x does not end with f: what it applies to becomes what it was before f. */
static gboolean
gives_back (const ChaseRule *rule, guint32 arrow, gboolean end)
{
  guint32 n = rule->left.length;
  ChaseWord rest = chase_word_part (rule->left, end ? 0 : 1, n - 1);

  return n > 1 && chase_word_equal (rest, rule->right) && rest.letters[end ? n - 2 : 0] != arrow;
}

/* No left side of the system ends (begins) with the arrow, but of rules that give back what was
 * there: then what is reduced stays so with it, or stays what it is, which does not end (begin)
 * with it. */
static gboolean
is_free (const ChasePresentation *p, guint32 arrow, gboolean end, JsonObject *part, GError **error)
{
  g_autoptr (ChaseEvidence) system = read_system (p, part, error);
  g_autofree char *count = NULL;

  if (system == NULL
      || !chase_verify_count (p, NOWHERE, NOWHERE, &system->normal, NULL, &count, error))
    return FALSE;
  for (guint32 r = 0; r < system->normal.n_rules; r++)
    {
      ChaseWord left = system->normal.rules[r].left;

      if (left.letters[end ? left.length - 1 : 0] == arrow
          && !gives_back (&system->normal.rules[r], arrow, end))
        return chase_refuse (error, "a rule of the system uses up the arrow");
    }
  return TRUE;
}

/* The arrow cancels: it is free in a system, or a path leads back along it. */
static gboolean
verify_reason (ChaseTheory *theory, const ChasePresentation *p, guint32 f, gboolean mono,
               JsonObject *part, GError **error)
{
  const ChaseArrow *arrow = chase_presentation_arrow (p, f);
  g_autoptr (GArray) word = NULL;

  if (json_object_has_member (part, "system"))
    return is_free (p, f, mono, part, error);
  word = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_append_val (word, f);
  return verify_back (theory, p, arrow->source, arrow->target, word, mono, !mono, part, error);
}

/* The part of @list at @i, and in *@arrow the one it names; NULL where it names none. */
static JsonObject *
part_at (JsonArray *list, guint i, const ChasePresentation *p, guint32 *arrow)
{
  JsonNode *node = json_array_get_element (list, i);
  JsonObject *part = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *name = part != NULL ? chase_report_string (part, "arrow") : NULL;

  *arrow = name != NULL ? chase_presentation_find_arrow (p, name) : NOWHERE;
  return *arrow != NOWHERE ? part : NULL;
}

static gboolean
verify_free (ChaseTheory *theory, const ChasePresentation *p, ChaseWord word, gboolean mono,
             JsonObject *evidence, GError **error)
{
  JsonArray *list = chase_report_array (evidence, "systems");
  g_autofree gboolean *known = g_new0 (gboolean, chase_presentation_n_arrows (p) + 1);

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      guint32 f;
      JsonObject *part = part_at (list, i, p, &f);

      if (part == NULL)
        return chase_refuse (error, "the evidence names no arrow");
      if (!verify_reason (theory, p, f, mono, part, error))
        return FALSE;
      known[f] = TRUE;
    }
  if (list == NULL)
    return chase_refuse (error, "the evidence lists no arrows");
  for (guint32 i = 0; i < word.length; i++)
    if (!known[word.letters[i]])
      return chase_refuse (error, "nothing is said of an arrow of the path");
  return TRUE;
}

/* Two paths that differ, and that become equal beside the path. */
static gboolean
verify_confused (ChaseTheory *theory, const ChasePresentation *p, guint32 source, guint32 target,
                 const GArray *word, gboolean mono, JsonObject *evidence, GError **error)
{
  JsonArray *pair = chase_report_array (evidence, "confused");
  JsonArray *parts = chase_report_array (evidence, "parts");
  const char *name = chase_report_string (evidence, "from");
  guint32 start = name != NULL ? chase_presentation_find_object (p, name) : NOWHERE;
  g_autoptr (GArray) x = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) y = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) one = NULL;
  g_autoptr (GArray) two = NULL;
  guint32 ends[2];

  if (start == NOWHERE || pair == NULL || json_array_get_length (pair) != 2 || parts == NULL
      || json_array_get_length (parts) != 2
      || !read_path (p, json_array_get_element (pair, 0), start, x, &ends[0])
      || !read_path (p, json_array_get_element (pair, 1), start, y, &ends[1]) || ends[0] != ends[1]
      || (mono ? ends[0] != source : start != target))
    return chase_refuse (error, "the evidence names no two paths beside this one");
  one = mono ? joined (x, word) : joined (word, x);
  two = mono ? joined (y, word) : joined (word, y);
  return chase_report_equation (theory, p, mono ? start : source, word_of (one), word_of (two),
                                TRUE, json_array_get_element (parts, 0), error)
         && chase_report_equation (theory, p, start, word_of (x), word_of (y), FALSE,
                                   json_array_get_element (parts, 1), error);
}

gboolean
chase_report_infinite_morphism (ChaseTheory *theory, const ChaseCategory *category, guint32 source,
                                guint32 target, const GArray *word, ChaseProperty property,
                                gboolean holds, JsonObject *evidence, GError **error)
{
  const ChasePresentation *p;
  gboolean mono = property != CHASE_PROPERTY_EPI && property != CHASE_PROPERTY_SPLIT_EPI;
  gboolean epi = property != CHASE_PROPERTY_MONO && property != CHASE_PROPERTY_SPLIT_MONO;
  gboolean cancels = property == CHASE_PROPERTY_MONO || property == CHASE_PROPERTY_EPI;
  const char *side = chase_report_string (evidence, "side");
  g_autofree gboolean *absorbs = NULL;

  if (!needs_generators (category, error)
      || !chase_report_is (evidence, holds ? "list" : "table", error))
    return FALSE;
  p = category->presentation;
  if (holds)
    return cancels && json_object_has_member (evidence, "systems")
               ? verify_free (theory, p, word_of (word), mono, evidence, error)
               : verify_back (theory, p, source, target, word, mono, epi, evidence, error);
  if (side != NULL)
    {
      gboolean on_mono = g_str_equal (side, "mono");

      return ((on_mono ? mono : epi && g_str_equal (side, "epi"))
              || chase_refuse (error, "the evidence is about the other side"))
             && verify_confused (theory, p, source, target, word, on_mono, evidence, error);
    }
  if (cancels)
    return chase_refuse (error, "the evidence shows no two paths");
  absorbs = read_absorbing (p, evidence, error);
  return absorbs != NULL
         && (touches (absorbs, word_of (word))
             || chase_refuse (error, "the path has no arrow that absorbs"));
}

/* The category as a whole. */

static gboolean
verify_inverses (ChaseTheory *theory, const ChasePresentation *p, JsonObject *evidence,
                 GError **error)
{
  JsonArray *list = chase_report_array (evidence, "inverses");
  g_autofree gboolean *known = g_new0 (gboolean, chase_presentation_n_arrows (p) + 1);

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      guint32 f;
      JsonObject *part = part_at (list, i, p, &f);
      g_autoptr (GArray) word = g_array_new (FALSE, FALSE, sizeof (guint32));

      if (part == NULL)
        return chase_refuse (error, "the evidence names no arrow");
      g_array_append_val (word, f);
      if (!verify_back (theory, p, chase_presentation_arrow (p, f)->source,
                        chase_presentation_arrow (p, f)->target, word, TRUE, TRUE, part, error))
        return FALSE;
      known[f] = TRUE;
    }
  if (list == NULL)
    return chase_refuse (error, "the evidence lists no inverses");
  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (p, f);

      if (!arrow->formal && arrow->inverse == NOWHERE && !known[f])
        return chase_refuse (error, "no inverse of %s is given", arrow->name);
    }
  return TRUE;
}

static gboolean
verify_skeletal (ChaseTheory *theory, const ChasePresentation *p, gboolean holds,
                 JsonObject *evidence, GError **error)
{
  guint32 n = chase_presentation_n_objects (p);
  g_autofree gboolean *absorbs = NULL;
  g_autofree gboolean *matrix = NULL;

  if (!holds)
    {
      for (guint32 a = 0; a < n; a++)
        for (guint32 b = 0; b < n; b++)
          if (a != b && verify_isomorphism (theory, p, a, b, evidence, NULL))
            return TRUE;
      return chase_refuse (error, "the evidence shows no isomorphism between two objects");
    }
  absorbs = read_absorbing (p, evidence, error);
  if (absorbs == NULL)
    return FALSE;
  matrix = reachable (p, absorbs);
  for (guint32 a = 0; a < n; a++)
    for (guint32 b = 0; b < a; b++)
      if (may_be_isomorphic (p, matrix, a, b))
        return chase_refuse (error, "other arrows lead from %s to %s and back",
                             chase_presentation_object_name (p, a),
                             chase_presentation_object_name (p, b));
  return TRUE;
}

/* An arrow that is no isomorphism. */
static gboolean
verify_without (ChaseTheory *theory, const ChaseCategory *category, JsonObject *evidence,
                GError **error)
{
  const ChasePresentation *p = category->presentation;
  guint32 f = chase_presentation_find_arrow (p, chase_report_string (evidence, "without"));
  g_autoptr (GArray) word = g_array_new (FALSE, FALSE, sizeof (guint32));
  JsonObject *part = chase_report_object (evidence, "evidence");

  if (f == NOWHERE || part == NULL)
    return chase_refuse (error, "the evidence names no arrow");
  g_array_append_val (word, f);
  return chase_report_infinite_morphism (theory, category, chase_presentation_arrow (p, f)->source,
                                         chase_presentation_arrow (p, f)->target, word,
                                         CHASE_PROPERTY_ISO, FALSE, part, error);
}

gboolean
chase_report_infinite_category (ChaseTheory *theory, const ChaseCategory *category,
                                ChaseAdjective adjective, gboolean holds, JsonObject *evidence,
                                GError **error)
{
  const ChasePresentation *p;
  g_autofree gboolean *absorbs = NULL;
  JsonArray *list = chase_report_array (evidence, "absorbing");

  if (!needs_generators (category, error)
      || !chase_report_is (evidence, holds ? "list" : "table", error))
    return FALSE;
  p = category->presentation;
  if (adjective == CHASE_ADJECTIVE_SKELETAL)
    return verify_skeletal (theory, p, holds, evidence, error);
  if (adjective != CHASE_ADJECTIVE_GROUPOID)
    return chase_refuse (error, "this is not shown so");
  if (holds)
    return verify_inverses (theory, p, evidence, error);
  if (chase_report_string (evidence, "without") != NULL)
    return verify_without (theory, category, evidence, error);
  absorbs = read_absorbing (p, evidence, error);
  return absorbs != NULL
         && ((list != NULL && json_array_get_length (list) > 0)
             || chase_refuse (error, "the evidence names no arrow"));
}
