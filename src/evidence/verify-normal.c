/* SPDX-License-Identifier: MIT */
#include "evidence/refuse.h"

#include <string.h>

/* A trie over rules' left sides: children by (node, letter), and the rule that ends at a node. */
typedef struct
{
  GHashTable *child; /* node << 32 | letter -> node */
  GArray *rule;      /* node -> rule + 1, or 0 */
  GArray *below;     /* node -> GArray of the rules through it, or NULL */
} Trie;

typedef struct
{
  const ChasePresentation *presentation;
  const ChaseNormal *normal;
  Trie backwards; /* left sides read from their end: to find what a path ends with */
  Trie forwards;  /* read from their start: to find overlaps */
  const ChasePatience *patience;
  GError **error;
} System;

static void
trie_init (Trie *trie)
{
  guint32 none = 0;
  GArray *empty = NULL;

  trie->child = g_hash_table_new (NULL, NULL);
  trie->rule = g_array_new (FALSE, FALSE, sizeof (guint32));
  trie->below = g_array_new (FALSE, FALSE, sizeof (GArray *));
  g_array_append_val (trie->rule, none);
  g_array_append_val (trie->below, empty);
}

static void
trie_clear (Trie *trie)
{
  g_hash_table_unref (trie->child);
  for (guint i = 0; i < trie->below->len; i++)
    if (g_array_index (trie->below, GArray *, i) != NULL)
      g_array_unref (g_array_index (trie->below, GArray *, i));
  g_array_unref (trie->below);
  g_array_unref (trie->rule);
}

static guint32
trie_child (const Trie *trie, guint32 node, guint32 letter)
{
  gpointer key = (gpointer)(guintptr)((guint64)node << 32 | letter);

  return GPOINTER_TO_UINT (g_hash_table_lookup (trie->child, key));
}

static guint32
trie_grow (Trie *trie, guint32 node, guint32 letter)
{
  guint32 child = trie_child (trie, node, letter), none = 0;
  GArray *empty = NULL;

  if (child != 0)
    return child;
  child = trie->rule->len;
  g_array_append_val (trie->rule, none);
  g_array_append_val (trie->below, empty);
  g_hash_table_insert (trie->child, (gpointer)(guintptr)((guint64)node << 32 | letter),
                       GUINT_TO_POINTER (child));
  return child;
}

static void
trie_add (Trie *trie, ChaseWord word, gboolean backwards, guint32 rule)
{
  guint32 node = 0;

  for (guint32 i = 0; i < word.length; i++)
    {
      GArray **below;

      node = trie_grow (trie, node, word.letters[backwards ? word.length - 1 - i : i]);
      below = &g_array_index (trie->below, GArray *, node);
      if (*below == NULL && !backwards)
        *below = g_array_new (FALSE, FALSE, sizeof (guint32));
      if (!backwards)
        g_array_append_val (*below, rule);
    }
  if (g_array_index (trie->rule, guint32, node) == 0)
    g_array_index (trie->rule, guint32, node) = rule + 1;
}

static ChaseWord
part (ChaseWord word, guint32 from, guint32 to)
{
  return (ChaseWord){ word.letters + from, to - from };
}

static ChaseWord
word_of (const GArray *letters)
{
  return (ChaseWord){ (const guint32 *)(gconstpointer)letters->data, letters->len };
}

/* The rule whose left side the path in @letters ends with, or NULL. */
static const ChaseRule *
ending (const System *system, const GArray *letters)
{
  guint32 node = 0;

  for (guint i = letters->len; i-- > 0;)
    {
      guint32 rule;

      node = trie_child (&system->backwards, node, g_array_index (letters, guint32, i));
      if (node == 0)
        return NULL;
      rule = g_array_index (system->backwards.rule, guint32, node);
      if (rule != 0)
        return &system->normal->rules[rule - 1];
    }
  return NULL;
}

/* Rewrites @word after the normal form in @out until no rule applies. */
static void
reduce_onto (const System *system, ChaseWord word, GArray *out)
{
  g_autoptr (GArray) rest = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = word.length; i-- > 0;)
    g_array_append_val (rest, word.letters[i]);
  while (rest->len > 0)
    {
      guint32 letter = g_array_index (rest, guint32, rest->len - 1);
      const ChaseRule *rule;

      g_array_set_size (rest, rest->len - 1);
      g_array_append_val (out, letter);
      rule = ending (system, out);
      if (rule == NULL)
        continue;
      g_array_set_size (out, out->len - rule->left.length);
      for (guint32 i = rule->right.length; i-- > 0;)
        g_array_append_val (rest, rule->right.letters[i]);
    }
}

/* Do @a @b @c and @d @e @f, put together, have one normal form? */
static gboolean
have_one_form (const System *system, const ChaseWord *one, const ChaseWord *other)
{
  g_autoptr (GArray) x = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) y = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < 3; i++)
    {
      reduce_onto (system, one[i], x);
      reduce_onto (system, other[i], y);
    }
  return chase_word_equal (word_of (x), word_of (y));
}

static guint64
weight_of (const ChaseOrder *order, ChaseWord word)
{
  guint64 weight = 0;

  for (guint32 i = 0; i < word.length; i++)
    weight += order->weights != NULL ? order->weights[word.letters[i]] : 1;
  return weight;
}

static gboolean
is_less_shortlex (const ChaseOrder *order, ChaseWord less, ChaseWord more)
{
  guint64 x = weight_of (order, less), y = weight_of (order, more);

  if (x != y)
    return x < y;
  for (guint32 i = 0; i < MIN (less.length, more.length); i++)
    {
      guint32 at = order->backward ? 1 : 0;
      guint32 a = less.letters[at ? less.length - 1 - i : i];
      guint32 b = more.letters[at ? more.length - 1 - i : i];

      if (a != b)
        return order->rank[a] < order->rank[b];
    }
  return FALSE;
}

static guint32
letter_from (const ChaseOrder *order, ChaseWord word, guint32 rest)
{
  return word.letters[order->backward ? word.length - rest : rest - 1];
}

/* Sims, Computation with Finitely Presented Groups, section 2.1: the recursive path order on words.
 */
static gboolean
is_less_recursive (const ChaseOrder *order, ChaseWord less, ChaseWord more)
{
  guint32 n = less.length, m = more.length;
  gboolean when_same = FALSE;

  while (n > 0 && m > 0)
    {
      guint32 a = letter_from (order, less, n), b = letter_from (order, more, m);

      if (a == b)
        {
          n--;
          m--;
        }
      else if (order->rank[a] < order->rank[b])
        {
          n--;
          when_same = FALSE;
        }
      else
        {
          m--;
          when_same = TRUE;
        }
    }
  return m > 0 || (n == 0 && when_same);
}

static gboolean
verify_rule (const System *system, const ChaseRule *rule)
{
  const ChaseOrder *order = &system->normal->order;
  guint32 source, left, right;

  if (rule->left.length == 0)
    return chase_refuse (system->error, "a rule rewrites an identity");
  if (rule->left.letters[0] >= chase_presentation_n_arrows (system->presentation))
    return chase_refuse (system->error, "a rule is not about two parallel paths");
  source = chase_presentation_arrow (system->presentation, rule->left.letters[0])->source;
  if (!chase_presentation_path_target (system->presentation, source, rule->left, &left)
      || !chase_presentation_path_target (system->presentation, source, rule->right, &right)
      || left != right)
    return chase_refuse (system->error, "a rule is not about two parallel paths");
  if (order->kind == CHASE_ORDER_SHORTLEX ? !is_less_shortlex (order, rule->right, rule->left)
                                          : !is_less_recursive (order, rule->right, rule->left))
    return chase_refuse (system->error, "a rule does not lead to a lesser path in the order given");
  return TRUE;
}

static gboolean
verify_order (const System *system)
{
  const ChaseOrder *order = &system->normal->order;
  guint n = chase_presentation_n_arrows (system->presentation);
  g_autofree guint8 *seen = g_new0 (guint8, (gsize)n + 1);

  for (guint i = 0; i < n; i++)
    {
      if (order->rank[i] >= n || seen[order->rank[i]]++)
        return chase_refuse (system->error, "the order does not rank the arrows");
      if (order->weights != NULL && order->weights[i] == 0)
        return chase_refuse (system->error, "the order gives an arrow no weight");
    }
  return TRUE;
}

static gboolean
is_reducible (const System *system, ChaseWord word)
{
  for (guint32 i = 0; i < word.length; i++)
    {
      guint32 node = 0;

      for (guint32 k = i; k < word.length; k++)
        {
          node = trie_child (&system->forwards, node, word.letters[k]);
          if (node == 0)
            break;
          if (g_array_index (system->forwards.rule, guint32, node) != 0)
            return TRUE;
        }
    }
  return FALSE;
}

/* The overlap of the last @k letters of the one left side with the first ones of the other. Where
 * all but the first and the last letter can be rewritten, smaller words settle it (Winkler and
 * Buchberger). */
static gboolean
verify_overlap (const System *system, const ChaseRule *one, const ChaseRule *other, guint32 k)
{
  ChaseWord before = part (one->left, 0, one->left.length - k);
  ChaseWord after = part (other->left, k, other->left.length);
  ChaseWord empty = { NULL, 0 };
  ChaseWord by_one[3] = { one->right, after, empty };
  ChaseWord by_other[3] = { before, other->right, empty };
  g_autoptr (GArray) inner = g_array_new (FALSE, FALSE, sizeof (guint32));

  g_array_append_vals (inner, one->left.letters + 1, one->left.length - 1);
  g_array_append_vals (inner, after.letters, after.length);
  if (inner->len > 0)
    g_array_set_size (inner, inner->len - 1);
  return is_reducible (system, word_of (inner)) || have_one_form (system, by_one, by_other)
         || chase_refuse (system->error, "the system is not complete: two rules overlap badly");
}

static gboolean
verify_overlaps_of (const System *system, const ChaseRule *rule)
{
  guint32 steps = 0;

  for (guint32 k = 1; k < rule->left.length; k++)
    {
      guint32 node = 0;
      GArray *below;

      for (guint32 i = rule->left.length - k; i < rule->left.length; i++)
        {
          node = trie_child (&system->forwards, node, rule->left.letters[i]);
          if (node == 0)
            break;
        }
      below = node != 0 ? g_array_index (system->forwards.below, GArray *, node) : NULL;
      for (guint i = 0; below != NULL && i < below->len; i++)
        {
          const ChaseRule *other = &system->normal->rules[g_array_index (below, guint32, i)];

          if (!chase_is_patient (system->patience, &steps, system->error)
              || (other->left.length > k && !verify_overlap (system, rule, other, k)))
            return FALSE;
        }
    }
  return TRUE;
}

/* Left sides inside the left side of @rule, itself among them. */
static gboolean
verify_insides_of (const System *system, const ChaseRule *rule)
{
  for (guint32 i = 0; i < rule->left.length; i++)
    {
      guint32 node = 0;

      for (guint32 k = i; k < rule->left.length; k++)
        {
          GArray *below;

          node = trie_child (&system->forwards, node, rule->left.letters[k]);
          if (node == 0)
            break;
          below = g_array_index (system->forwards.below, GArray *, node);
          for (guint r = 0; r < below->len; r++)
            {
              const ChaseRule *other = &system->normal->rules[g_array_index (below, guint32, r)];
              ChaseWord whole[3] = { rule->right };
              ChaseWord inside[3] = { part (rule->left, 0, i), other->right,
                                      part (rule->left, k + 1, rule->left.length) };

              if (other->left.length == k + 1 - i && !have_one_form (system, whole, inside))
                return chase_refuse (system->error,
                                     "the system is not complete: one rule applies inside another");
            }
        }
    }
  return TRUE;
}

static gboolean
verify_given (const System *system, ChaseWord left, ChaseWord right, const char *what)
{
  ChaseWord one[3] = { left }, other[3] = { right };

  return have_one_form (system, one, other)
         || chase_refuse (system->error, "the system does not make %s true", what);
}

static gboolean
verify_equations (const System *system)
{
  for (guint32 i = 0; i < chase_presentation_n_equations (system->presentation); i++)
    {
      const ChaseEquation *e = chase_presentation_equation (system->presentation, i);

      if (!verify_given (system, e->left, e->right, "every given equation"))
        return FALSE;
    }
  for (guint32 i = 0; i < chase_presentation_n_arrows (system->presentation); i++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (system->presentation, i);
      guint32 letters[2] = { i, arrow->inverse };
      ChaseProperty other = CHASE_PROPERTY_MONO | CHASE_PROPERTY_EPI | CHASE_PROPERTY_SPLIT_MONO
                            | CHASE_PROPERTY_SPLIT_EPI;
      ChaseWord word = { letters, 2 };

      if (arrow->inverse != G_MAXUINT32)
        {
          if (!verify_given (system, word, (ChaseWord){ NULL, 0 }, "what is declared iso"))
            return FALSE;
          continue;
        }
      if (arrow->properties & other)
        return chase_refuse (system->error,
                             "normal forms do not know what is declared mono or epi");
      letters[1] = i;
      if ((arrow->properties & CHASE_PROPERTY_IDEMPOTENT) && arrow->source == arrow->target
          && !verify_given (system, word, (ChaseWord){ letters, 1 }, "what is declared idempotent"))
        return FALSE;
    }
  return TRUE;
}

static gboolean
verify_forms (const System *system, ChaseWord left, ChaseWord right)
{
  const ChaseNormal *normal = system->normal;
  g_autoptr (GArray) x = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) y = g_array_new (FALSE, FALSE, sizeof (guint32));

  reduce_onto (system, left, x);
  reduce_onto (system, right, y);
  if (!chase_word_equal (word_of (x), normal->left)
      || !chase_word_equal (word_of (y), normal->right))
    return chase_refuse (system->error, "the normal forms given are not those of the two paths");
  if (chase_word_equal (normal->left, normal->right))
    return chase_refuse (system->error, "the two paths have the same normal form");
  return TRUE;
}

static gboolean
verify_system (System *system)
{
  guint32 steps = 0;

  if (!verify_order (system))
    return FALSE;
  for (guint32 i = 0; i < system->normal->n_rules; i++)
    {
      if (!verify_rule (system, &system->normal->rules[i]))
        return FALSE;
      trie_add (&system->backwards, system->normal->rules[i].left, TRUE, i);
      trie_add (&system->forwards, system->normal->rules[i].left, FALSE, i);
    }
  for (guint32 i = 0; i < system->normal->n_rules; i++)
    if (!chase_is_patient (system->patience, &steps, system->error)
        || !verify_overlaps_of (system, &system->normal->rules[i])
        || !verify_insides_of (system, &system->normal->rules[i]))
      return FALSE;
  return verify_equations (system);
}

static void
system_init (System *system)
{
  trie_init (&system->backwards);
  trie_init (&system->forwards);
}

static void
system_clear (System *system)
{
  trie_clear (&system->backwards);
  trie_clear (&system->forwards);
}

gboolean
chase_verify_complete (const ChasePresentation *presentation, const ChaseNormal *normal,
                       const ChasePatience *patience, GError **error)
{
  System system = { presentation, normal, .patience = patience, .error = error };
  gboolean good;

  system_init (&system);
  good = verify_system (&system);
  system_clear (&system);
  return good;
}

gboolean
chase_verify_normal (const ChasePresentation *presentation, guint32 source, ChaseWord left,
                     ChaseWord right, const ChaseNormal *normal, const ChasePatience *patience,
                     GError **error)
{
  System system = { presentation, normal, .patience = patience, .error = error };
  gboolean good;

  system_init (&system);
  good = verify_system (&system) && verify_forms (&system, left, right);
  system_clear (&system);
  return good;
}
