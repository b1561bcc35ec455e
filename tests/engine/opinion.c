/* SPDX-License-Identifier: MIT */
#include "opinion.h"

#include "../evidence/recheck.h"

#include <string.h>

typedef struct
{
  const ChaseProposition *about;
  gboolean holds; /* the proposition, not the statement */
  const ChaseCategory *category;
  const ChasePresentation *p;
  ChaseTheory *theory;
} Case;

typedef struct
{
  guint32 source, target;
  GArray *word;
} Path;

static ChaseWord
word_of (const GArray *letters)
{
  return (ChaseWord){ (const guint32 *)(gconstpointer)letters->data, letters->len };
}

static void
path_clear (gpointer path)
{
  g_clear_pointer (&((Path *)path)->word, g_array_unref);
}

static JsonArray *
array_at (JsonObject *object, const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static const char *
text_of (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node)
                 && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

static const char *
text_at (JsonObject *object, const char *key)
{
  return text_of (json_object_get_member (object, key));
}

/* Arrows' names as a path: from @at where it has none. */
static gboolean
read_path (const ChasePresentation *p, JsonNode *node, guint32 at, Path *path)
{
  JsonArray *names
      = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  *path = (Path){ at, at, g_array_new (FALSE, FALSE, sizeof (guint32)) };
  for (guint i = 0; names != NULL && i < json_array_get_length (names); i++)
    {
      const char *name = text_of (json_array_get_element (names, i));
      guint32 f = name != NULL ? chase_presentation_find_arrow (p, name) : G_MAXUINT32;
      const ChaseArrow *arrow = f != G_MAXUINT32 ? chase_presentation_arrow (p, f) : NULL;

      if (arrow == NULL || (i > 0 && arrow->source != path->target))
        return FALSE;
      path->source = i == 0 ? arrow->source : path->source;
      path->target = arrow->target;
      g_array_append_val (path->word, f);
    }
  return names != NULL && path->source != G_MAXUINT32;
}

/* The path that the statement is about. */
static gboolean
subject (const Case *c, Path *path)
{
  path->word = g_array_new (FALSE, FALSE, sizeof (guint32));
  return chase_theory_path (c->theory, c->category, g_ptr_array_index (c->about->terms, 0),
                            &path->source, &path->target, path->word, NULL);
}

static gboolean
equal (const Case *c, guint32 source, ChaseWord left, ChaseWord right, gboolean holds,
       JsonNode *node)
{
  g_autoptr (ChaseEvidence) evidence
      = node != NULL ? chase_evidence_from_json (node, c->p, NULL, NULL) : NULL;

  return evidence != NULL && recheck_equation (c->p, source, left, right, holds, evidence);
}

static ChaseAdjective
adjective_of (const Case *c)
{
  return c->about->adjectives != NULL && c->about->adjectives->len == 1
             ? g_array_index (c->about->adjectives, ChaseAdjective, 0)
             : CHASE_ADJECTIVE_NATURAL;
}

/* Two paths that are different, and equal beside the one of the statement. */
static gboolean
apart_is_right (const Case *c, JsonObject *object, gboolean before, JsonNode *same,
                JsonNode *different)
{
  JsonArray *pair = array_at (object, "confused");
  Path paths[3] = { { 0 } };
  gboolean good
      = !c->holds && subject (c, &paths[2]) && pair != NULL && json_array_get_length (pair) == 2;

  for (guint i = 0; i < 2 && good; i++)
    good = read_path (c->p, json_array_get_element (pair, i),
                      before ? paths[2].source : paths[2].target, &paths[i])
           && (before ? paths[i].target == paths[2].source : paths[i].source == paths[2].target);
  good = good && paths[0].source == paths[1].source && paths[0].target == paths[1].target
         && equal (c, paths[0].source, word_of (paths[0].word), word_of (paths[1].word), FALSE,
                   different);
  for (guint i = 0; i < 2 && good; i++)
    {
      if (before)
        g_array_append_vals (paths[i].word, paths[2].word->data, paths[2].word->len);
      else
        g_array_prepend_vals (paths[i].word, paths[2].word->data, paths[2].word->len);
    }
  good = good
         && equal (c, before ? paths[0].source : paths[2].source, word_of (paths[0].word),
                   word_of (paths[1].word), TRUE, same);
  for (guint i = 0; i < 3; i++)
    path_clear (&paths[i]);
  return good;
}

/* Does the adjective fail where what is before (behind) is not told apart? */
static gboolean
side_matters (ChaseAdjective adjective, gboolean before)
{
  if (adjective == CHASE_ADJECTIVE_MONO || adjective == CHASE_ADJECTIVE_SPLIT_MONO)
    return before;
  if (adjective == CHASE_ADJECTIVE_EPI || adjective == CHASE_ADJECTIVE_SPLIT_EPI)
    return !before;
  return adjective == CHASE_ADJECTIVE_ISO || adjective == CHASE_ADJECTIVE_AUTO;
}

/* Facts. */

typedef struct
{
  Path path;
  const char *is;
} Fact;

static void
fact_clear (gpointer fact)
{
  path_clear (&((Fact *)fact)->path);
}

static gboolean
same_path (const Path *a, const Path *b)
{
  return a->source == b->source && chase_word_equal (word_of (a->word), word_of (b->word));
}

/* Is @whole the path @a and then @b? */
static gboolean
is_joined (const Path *whole, const Path *a, const Path *b)
{
  return whole->source == a->source && a->target == b->source
         && whole->word->len == a->word->len + b->word->len
         && chase_word_equal (chase_word_part (word_of (whole->word), 0, a->word->len),
                              word_of (a->word))
         && chase_word_equal (chase_word_part (word_of (whole->word), a->word->len, b->word->len),
                              word_of (b->word));
}

/* Does @one give @other? Both in the words of the report. */
static gboolean
gives (const char *one, const char *other)
{
  static const char *const pairs[][2]
      = { { "iso", "split mono" }, { "iso", "split epi" },   { "iso", "mono" },
          { "iso", "epi" },        { "split mono", "mono" }, { "split epi", "epi" } };
  gboolean found = g_str_equal (one, other);

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    found = found || (g_str_equal (one, pairs[i][0]) && g_str_equal (other, pairs[i][1]));
  return found;
}

static gboolean
is_declared (const Case *c, const Fact *fact)
{
  const ChaseArrow *arrow;

  if (fact->path.word->len != 1)
    return FALSE;
  arrow = chase_presentation_arrow (c->p, g_array_index (fact->path.word, guint32, 0));
  for (guint bit = 0; bit < 16; bit++)
    if ((arrow->properties & (1u << bit)) != 0
        && g_strcmp0 (chase_property_word ((ChaseProperty)(1u << bit)), fact->is) == 0)
      return TRUE;
  return FALSE;
}

/* Is one end of the fact's path, as much as @part is long, the path @part? */
static gboolean
begins_with (const Path *whole, const Path *part, gboolean at_end)
{
  guint32 at = at_end ? whole->word->len - part->word->len : 0;

  return part->word->len <= whole->word->len
         && (at_end ? whole->target == part->target : whole->source == part->source)
         && chase_word_equal (chase_word_part (word_of (whole->word), at, part->word->len),
                              word_of (part->word));
}

static gboolean
follows (const Case *c, JsonObject *object, const Fact *fact, const Fact *one, const Fact *two)
{
  const char *by = text_at (object, "by");
  gboolean monic = strstr (fact->is, "mono") != NULL, epic = strstr (fact->is, "epi") != NULL;

  if (g_strcmp0 (by, "declared") == 0)
    return is_declared (c, fact);
  if (g_strcmp0 (by, "identity") == 0)
    return fact->path.word->len == 0;
  if (by == NULL || one == NULL)
    return FALSE;
  if (g_str_equal (by, "weaker"))
    return same_path (&fact->path, &one->path) && gives (one->is, fact->is);
  if (g_str_equal (by, "first") || g_str_equal (by, "last"))
    return g_str_equal (fact->is, one->is) && (g_str_equal (by, "first") ? monic : epic)
           && begins_with (&one->path, &fact->path, g_str_equal (by, "last"));
  if (g_str_equal (by, "equal"))
    return g_str_equal (fact->is, one->is) && fact->path.target == one->path.target
           && fact->path.source == one->path.source
           && equal (c, fact->path.source, word_of (one->path.word), word_of (fact->path.word),
                     TRUE, json_object_get_member (object, "proof"));
  if (two == NULL)
    return FALSE;
  if (g_str_equal (by, "composite"))
    return g_str_equal (fact->is, one->is) && g_str_equal (fact->is, two->is)
           && is_joined (&fact->path, &one->path, &two->path);
  if (g_str_equal (by, "split"))
    return g_str_equal (fact->is, "iso") && same_path (&fact->path, &one->path)
           && same_path (&fact->path, &two->path)
           && ((g_str_equal (one->is, "split mono") && gives (two->is, "epi"))
               || (g_str_equal (two->is, "split mono") && gives (one->is, "epi"))
               || (g_str_equal (one->is, "split epi") && gives (two->is, "mono"))
               || (g_str_equal (two->is, "split epi") && gives (one->is, "mono")));
  return g_str_equal (by, "rest") && g_str_equal (fact->is, one->is) && g_str_equal (two->is, "iso")
         && (is_joined (&one->path, &fact->path, &two->path)
             || is_joined (&one->path, &two->path, &fact->path));
}

static const Fact *
premise (const GArray *facts, JsonArray *of, guint k)
{
  JsonNode *node
      = of != NULL && k < json_array_get_length (of) ? json_array_get_element (of, k) : NULL;
  gint64 number = node != NULL && JSON_NODE_HOLDS_VALUE (node)
                          && json_node_get_value_type (node) == G_TYPE_INT64
                      ? json_node_get_int (node)
                      : -1;

  return number >= 0 && number < facts->len ? &g_array_index (facts, Fact, number) : NULL;
}

static gboolean
facts_are_right (const Case *c, JsonArray *list)
{
  g_autoptr (GArray) facts = g_array_new (FALSE, FALSE, sizeof (Fact));
  Path asked = { 0 };
  gboolean good = c->holds && json_array_get_length (list) > 0 && subject (c, &asked);

  g_array_set_clear_func (facts, fact_clear);
  for (guint i = 0; i < json_array_get_length (list) && good; i++)
    {
      JsonNode *node = json_array_get_element (list, i);
      JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      const char *place = object != NULL ? text_at (object, "object") : NULL;
      Fact fact = { { 0 }, object != NULL ? text_at (object, "is") : NULL };

      good = object != NULL && fact.is != NULL
             && read_path (c->p, json_object_get_member (object, "path"),
                           place != NULL ? chase_presentation_find_object (c->p, place)
                                         : G_MAXUINT32,
                           &fact.path)
             && follows (c, object, &fact, premise (facts, array_at (object, "of"), 0),
                         premise (facts, array_at (object, "of"), 1));
      if (fact.path.word != NULL)
        g_array_append_val (facts, fact);
    }
  good = good && same_path (&g_array_index (facts, Fact, facts->len - 1).path, &asked)
         && g_str_equal (g_array_index (facts, Fact, facts->len - 1).is,
                         adjective_of (c) == CHASE_ADJECTIVE_AUTO
                             ? "iso"
                             : chase_adjective_word (adjective_of (c)));
  path_clear (&asked);
  return good;
}

/* Arrows that absorb. */

static gboolean
has_any (const gboolean *marked, ChaseWord word)
{
  for (guint32 i = 0; i < word.length; i++)
    if (marked[word.letters[i]])
      return TRUE;
  return FALSE;
}

/* Do arrows that are not marked lead from @a to @b? */
static gboolean
leads (const ChasePresentation *p, const gboolean *marked, guint32 a, guint32 b)
{
  g_autofree gboolean *seen = g_new0 (gboolean, chase_presentation_n_objects (p) + 1);
  gboolean grew = seen[a] = TRUE;

  while (grew)
    {
      grew = FALSE;
      for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
        {
          const ChaseArrow *arrow = chase_presentation_arrow (p, f);

          if (marked[f] || !seen[arrow->source] || seen[arrow->target])
            continue;
          grew = seen[arrow->target] = TRUE;
        }
    }
  return seen[b];
}

static gboolean
absorb (const Case *c, JsonArray *names, gboolean *marked)
{
  for (guint i = 0; i < json_array_get_length (names); i++)
    {
      const char *name = text_of (json_array_get_element (names, i));
      guint32 f = name != NULL ? chase_presentation_find_arrow (c->p, name) : G_MAXUINT32;

      if (f == G_MAXUINT32
          || (chase_presentation_arrow (c->p, f)->properties & ~(guint)CHASE_PROPERTY_IDEMPOTENT)
                 != 0)
        return FALSE;
      marked[f] = TRUE;
    }
  for (guint32 e = 0; e < chase_presentation_n_equations (c->p); e++)
    {
      const ChaseEquation *equation = chase_presentation_equation (c->p, e);

      if (has_any (marked, equation->left) != has_any (marked, equation->right))
        return FALSE;
    }
  return TRUE;
}

static gboolean
absorbing_is_right (const Case *c, JsonArray *names)
{
  g_autofree gboolean *marked = g_new0 (gboolean, chase_presentation_n_arrows (c->p) + 1);
  guint32 ends[2] = { 0, 0 };
  Path path = { 0 };
  gboolean good;

  if (!absorb (c, names, marked))
    return FALSE;
  if (c->about->kind == CHASE_PROPOSITION_ISOMORPHIC)
    {
      for (guint i = 0; i < 2; i++)
        if (!chase_theory_object (c->theory, c->category, g_ptr_array_index (c->about->terms, i),
                                  &ends[i], NULL))
          return FALSE;
      return !c->holds && ends[0] != ends[1]
             && !(leads (c->p, marked, ends[0], ends[1]) && leads (c->p, marked, ends[1], ends[0]));
    }
  if (adjective_of (c) == CHASE_ADJECTIVE_GROUPOID)
    return !c->holds && json_array_get_length (names) > 0;
  if (adjective_of (c) == CHASE_ADJECTIVE_SKELETAL)
    {
      for (guint32 a = 0; a < chase_presentation_n_objects (c->p); a++)
        for (guint32 b = 0; b < a; b++)
          if (leads (c->p, marked, a, b) && leads (c->p, marked, b, a))
            return FALSE;
      return c->holds;
    }
  good = !c->holds && adjective_of (c) > CHASE_ADJECTIVE_EPI
         && adjective_of (c) <= CHASE_ADJECTIVE_AUTO && subject (c, &path)
         && has_any (marked, word_of (path.word));
  path_clear (&path);
  return good;
}

/* Composition tables, read entry by entry. */

/* What @f and then @g is; G_MAXUINT32 for an identity, which stands for itself. */
static guint32
entry (const ChasePresentation *p, guint32 f, guint32 g)
{
  if (f == G_MAXUINT32 || g == G_MAXUINT32)
    return f == G_MAXUINT32 ? g : f;
  for (guint32 e = 0; e < chase_presentation_n_equations (p); e++)
    {
      const ChaseEquation *equation = chase_presentation_equation (p, e);

      if (equation->left.length == 2 && equation->left.letters[0] == f
          && equation->left.letters[1] == g)
        return equation->right.length == 1 ? equation->right.letters[0] : G_MAXUINT32;
    }
  g_assert_not_reached ();
}

static gboolean
triple_is_right (const Case *c, JsonObject *object)
{
  JsonArray *names = array_at (object, "triple");
  guint32 f[3] = { 0 }, left, right;

  for (guint i = 0; i < 3 && json_array_get_length (names) == 3; i++)
    {
      const char *name = text_of (json_array_get_element (names, i));

      f[i] = name != NULL ? chase_presentation_find_arrow (c->p, name) : G_MAXUINT32;
      if (f[i] == G_MAXUINT32
          || (i > 0
              && chase_presentation_arrow (c->p, f[i - 1])->target
                     != chase_presentation_arrow (c->p, f[i])->source))
        return FALSE;
    }
  left = entry (c->p, f[0], entry (c->p, f[1], f[2]));
  right = entry (c->p, entry (c->p, f[0], f[1]), f[2]);
  return !c->holds && json_array_get_length (names) == 3 && left != right && left != G_MAXUINT32
         && right != G_MAXUINT32
         && g_strcmp0 (text_at (object, "left"), chase_presentation_arrow (c->p, left)->name) == 0
         && g_strcmp0 (text_at (object, "right"), chase_presentation_arrow (c->p, right)->name)
                == 0;
}

/* One morphism of a table, given as a path, that nothing undoes. */
static gboolean
morphism_is_right (const Case *c, JsonArray *list)
{
  Path path = { 0 };
  guint32 value = G_MAXUINT32;
  gboolean good = !c->holds && c->category->table && adjective_of (c) == CHASE_ADJECTIVE_GROUPOID
                  && json_array_get_length (list) == 1
                  && read_path (c->p, json_array_get_element (list, 0), G_MAXUINT32, &path);

  for (guint i = 0; good && i < path.word->len; i++)
    value = entry (c->p, value, g_array_index (path.word, guint32, i));
  good = good && value != G_MAXUINT32;
  for (guint32 g = 0; good && g < chase_presentation_n_arrows (c->p); g++)
    good = chase_presentation_arrow (c->p, g)->source != path.target
           || chase_presentation_arrow (c->p, g)->target != path.source
           || entry (c->p, value, g) != G_MAXUINT32 || entry (c->p, g, value) != G_MAXUINT32;
  path_clear (&path);
  return good;
}

/* No product in a free category without circles, where morphisms are paths. */

typedef struct
{
  const ChasePresentation *p;
  GArray *paths; /* Path */
  guint32 feet[8];
  guint n;
} Free;

static gboolean
add_paths (Free *f)
{
  for (guint32 a = 0; a < chase_presentation_n_objects (f->p); a++)
    {
      Path identity = { a, a, g_array_new (FALSE, FALSE, sizeof (guint32)) };

      g_array_append_val (f->paths, identity);
    }
  for (guint i = 0; i < f->paths->len; i++)
    for (guint32 e = 0; e < chase_presentation_n_arrows (f->p); e++)
      {
        const Path *before = &g_array_index (f->paths, Path, i);
        const ChaseArrow *arrow = chase_presentation_arrow (f->p, e);
        Path path = { before->source, arrow->target, NULL };

        if (arrow->source != before->target)
          continue;
        if (before->word->len > chase_presentation_n_objects (f->p) || arrow->properties != 0)
          return FALSE;
        path.word = g_array_copy (before->word);
        g_array_append_val (path.word, e);
        g_array_append_val (f->paths, path);
      }
  return TRUE;
}

/* How many cones there are: from each object, a path to every foot. */
static guint
count_cones (const Free *f)
{
  guint count = 0;

  for (guint32 a = 0; a < chase_presentation_n_objects (f->p); a++)
    {
      guint product = 1;

      for (guint i = 0; i < f->n; i++)
        {
          guint paths = 0;

          for (guint k = 0; k < f->paths->len; k++)
            paths += g_array_index (f->paths, Path, k).source == a
                     && g_array_index (f->paths, Path, k).target == f->feet[i];
          product *= paths;
        }
      count += product;
    }
  return count;
}

static gboolean
read_cone (const Free *f, JsonObject *object, guint32 *apex, Path *legs)
{
  const char *from = object != NULL ? text_at (object, "from") : NULL;
  JsonArray *given = object != NULL ? array_at (object, "legs") : NULL;

  if (from == NULL || given == NULL || json_array_get_length (given) != f->n)
    return FALSE;
  *apex = chase_presentation_find_object (f->p, from);
  for (guint i = 0; i < f->n; i++)
    if (!read_path (f->p, json_array_get_element (given, i), *apex, &legs[i])
        || legs[i].source != *apex || legs[i].target != f->feet[i])
      return FALSE;
  return TRUE;
}

/* Does the cone @one have a competitor, @other, that does not come from it just once? */
static gboolean
is_beaten (const Free *f, guint32 one, const Path *legs, guint32 other, const Path *others)
{
  guint count = 0;

  for (guint k = 0; k < f->paths->len; k++)
    {
      const Path *m = &g_array_index (f->paths, Path, k);
      gboolean good = m->source == other && m->target == one;

      for (guint i = 0; i < f->n && good; i++)
        good = is_joined (&others[i], m, &legs[i]);
      count += good;
    }
  return count != 1;
}

static gboolean
none_is_right (const Case *c, JsonArray *list)
{
  g_autoptr (GArray) paths = g_array_new (FALSE, FALSE, sizeof (Path));
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const GPtrArray *base = c->about->base;
  Free f = { c->p, paths, { 0 }, base != NULL ? base->len : 0 };
  gboolean good = !c->holds && c->about->kind == CHASE_PROPOSITION_EXISTS
                  && c->about->shape == CHASE_SHAPE_PRODUCT && f.n <= G_N_ELEMENTS (f.feet)
                  && chase_presentation_n_equations (c->p) == 0 && !c->category->table;

  g_array_set_clear_func (paths, path_clear);
  for (guint i = 0; i < f.n && good; i++)
    good = chase_theory_object (c->theory, c->category, g_ptr_array_index (base, i), &f.feet[i],
                                NULL);
  good = good && add_paths (&f) && count_cones (&f) == json_array_get_length (list);
  for (guint k = 0; good && k < json_array_get_length (list); k++)
    {
      JsonNode *node = json_array_get_element (list, k);
      JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      JsonNode *against = object != NULL ? json_object_get_member (object, "against") : NULL;
      Path legs[2][8] = { { { 0 } } };
      guint32 apex[2];

      good = against != NULL && JSON_NODE_HOLDS_OBJECT (against)
             && read_cone (&f, object, &apex[0], legs[0])
             && read_cone (&f, json_node_get_object (against), &apex[1], legs[1])
             && is_beaten (&f, apex[0], legs[0], apex[1], legs[1]);
      if (good)
        {
          g_autofree char *text = json_to_string (json_object_get_member (object, "legs"), FALSE);

          good = g_hash_table_add (seen, g_strconcat (text_at (object, "from"), text, NULL));
        }
      for (guint i = 0; i < 2 * 8; i++)
        path_clear (&legs[i / 8][i % 8]);
    }
  return good;
}

/* Two paths, by a proof, a model or normal forms. */
static gboolean
equation_is_right (const Case *c, JsonNode *node)
{
  Path paths[2] = { { 0 } };
  gboolean good = TRUE;

  for (guint i = 0; i < 2; i++)
    {
      paths[i].word = g_array_new (FALSE, FALSE, sizeof (guint32));
      good = chase_theory_path (c->theory, c->category, g_ptr_array_index (c->about->terms, i),
                                &paths[i].source, &paths[i].target, paths[i].word, NULL)
             && good;
    }
  good = good
         && equal (c, paths[0].source, word_of (paths[0].word), word_of (paths[1].word), c->holds,
                   node);
  for (guint i = 0; i < 2; i++)
    path_clear (&paths[i]);
  return good;
}

static gboolean
is_right (const Case *c, JsonNode *node, JsonObject *object)
{
  JsonArray *parts = array_at (object, "parts");
  const char *side = text_at (object, "side");

  if (c->about->kind == CHASE_PROPOSITION_EQUATION && c->about->terms->len == 2
      && !c->category->table)
    return equation_is_right (c, node);
  if (array_at (object, "none") != NULL)
    return none_is_right (c, array_at (object, "none"));
  if (array_at (object, "facts") != NULL)
    return facts_are_right (c, array_at (object, "facts"));
  if (array_at (object, "absorbing") != NULL)
    return absorbing_is_right (c, array_at (object, "absorbing"));
  if (array_at (object, "triple") != NULL)
    return triple_is_right (c, object);
  if (array_at (object, "morphisms") != NULL)
    return morphism_is_right (c, array_at (object, "morphisms"));
  if (json_object_has_member (object, "apart"))
    return side != NULL && (g_str_equal (side, "right") || g_str_equal (side, "left"))
           && side_matters (adjective_of (c), g_str_equal (side, "right"))
           && apart_is_right (c, object, g_str_equal (side, "right"),
                              json_object_get_member (object, "equal"),
                              json_object_get_member (object, "apart"));
  return side != NULL && parts != NULL && json_array_get_length (parts) == 2
         && (g_str_equal (side, "mono") || g_str_equal (side, "epi"))
         && side_matters (adjective_of (c), g_str_equal (side, "mono"))
         && apart_is_right (c, object, g_str_equal (side, "mono"),
                            json_array_get_element (parts, 0), json_array_get_element (parts, 1));
}

gboolean
opinion_is_right (ChaseTheory *theory, const ChaseResult *result, JsonNode *evidence)
{
  const ChaseClaim *claim = result->claim;
  Case c = { .about = claim->proposition, .theory = theory };

  c.holds = (result->verdict == CHASE_VERDICT_HOLDS) != claim->negated;
  c.category = chase_theory_proposition_category (theory, c.about, NULL);
  if (c.category == NULL)
    c.category = chase_theory_category_listed (theory, g_ptr_array_index (c.about->terms, 0), NULL);
  c.p = c.category != NULL ? c.category->presentation : NULL;
  return c.p != NULL && JSON_NODE_HOLDS_OBJECT (evidence)
         && is_right (&c, evidence, json_node_get_object (evidence));
}
