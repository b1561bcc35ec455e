/* SPDX-License-Identifier: MIT */

/* Whether the verifier takes a rewriting system for complete, against brute force: all words are
 * rewritten in all ways. Left sides have three letters at most, so that two of them overlap in at
 * most five, and words of five letters show all there is to see. Rules may apply inside others, and
 * one left side may belong to several. */
#include "evidence/verifier.h"
#include "small-category.h"

enum
{
  LETTERS = 3,
  LONGEST = 5,
  MAX_RULES = 8,
  SYSTEMS = 20000,
};

typedef struct
{
  guint32 letters[LONGEST];
  guint32 length;
} Word;

typedef struct
{
  Word left, right;
} Rule;

/* Words in the order of their numbers are in shortlex order. */
static guint
number_of (const Word *word)
{
  guint before = 0, number = 0, power = 1;

  for (guint i = 0; i < word->length; i++)
    {
      before += power;
      power *= LETTERS;
      number = number * LETTERS + word->letters[i];
    }
  return before + number;
}

static Word
word_of (guint number)
{
  Word word = { { 0 }, 0 };
  guint power = 1;

  for (; number >= power; power *= LETTERS, word.length++)
    number -= power;
  for (guint i = word.length; i-- > 0; number /= LETTERS)
    word.letters[i] = number % LETTERS;
  return word;
}

static gboolean
rewrite (const Word *word, guint at, const Rule *rule, Word *result)
{
  *result = *word;
  if (at + rule->left.length > word->length)
    return FALSE;
  result->length = at;
  for (guint i = 0; i < rule->left.length; i++)
    if (word->letters[at + i] != rule->left.letters[i])
      return FALSE;
  for (guint i = 0; i < rule->right.length; i++)
    result->letters[result->length++] = rule->right.letters[i];
  for (guint i = at + rule->left.length; i < word->length; i++)
    result->letters[result->length++] = word->letters[i];
  return TRUE;
}

/* Every way to rewrite the word leads to one normal form, as far as shorter words' are known. */
static gboolean
has_one_form (guint number, const Rule *rules, guint n_rules, guint *form)
{
  Word word = word_of (number), result;
  gboolean first = TRUE;

  form[number] = number;
  for (guint at = 0; at < word.length; at++)
    for (guint i = 0; i < n_rules; i++)
      {
        if (!rewrite (&word, at, &rules[i], &result))
          continue;
        if (!first && form[number] != form[number_of (&result)])
          return FALSE;
        form[number] = form[number_of (&result)];
        first = FALSE;
      }
  return TRUE;
}

static gboolean
is_complete (const Rule *rules, guint n_rules)
{
  Word last = { { LETTERS - 1, LETTERS - 1, LETTERS - 1, LETTERS - 1, LETTERS - 1 }, LONGEST };
  guint form[1024];

  for (guint number = 0; number <= number_of (&last); number++)
    if (!has_one_form (number, rules, n_rules, form))
      return FALSE;
  return TRUE;
}

/* Short left sides make many overlaps, letters of the right sides that are small make few rules
 * enough: about one system in three is complete. */
static guint
make_rules (GRand *rand, Rule *rules)
{
  guint n = 1 + (guint)g_rand_int_range (rand, 0, MAX_RULES),
        longest = 1 + g_rand_int_range (rand, 1, 3);

  for (guint i = 0; i < n; i++)
    {
      Rule *rule = &rules[i];
      guint lesser;

      *rule = (Rule){ 0 };
      rule->left.length = (guint32)g_rand_int_range (rand, 1, (gint)longest + 1);
      for (guint k = 0; k < rule->left.length; k++)
        rule->left.letters[k] = (guint32)g_rand_int_range (rand, 0, LETTERS);
      lesser = g_rand_boolean (rand) ? 4 : 100;
      lesser = MIN (lesser, number_of (&rule->left));
      rule->right = word_of ((guint)g_rand_int_range (rand, 0, (gint)lesser));
    }
  return n;
}

/* The category in which just the rules' sides are given to be equal. */
static ChasePresentation *
presented_by (const Rule *rules, guint n_rules)
{
  ChasePresentation *p = small_category ("A", "a:A>A b:A>A c:A>A", "");

  for (guint i = 0; i < n_rules; i++)
    chase_presentation_add_equation (
        p, 0, (ChaseWord){ rules[i].left.letters, rules[i].left.length },
        (ChaseWord){ rules[i].right.letters, rules[i].right.length }, NULL, 0);
  return p;
}

static ChaseEvidence *
system_of (const Rule *rules, guint n_rules)
{
  guint32 rank[LETTERS] = { 0, 1, 2 };
  ChaseOrder order = { .kind = CHASE_ORDER_SHORTLEX, .rank = rank };
  ChaseRule written[MAX_RULES];
  ChaseWord none = { NULL, 0 };
  ChaseEvidence *system;

  for (guint i = 0; i < n_rules; i++)
    written[i] = (ChaseRule){ { rules[i].left.letters, rules[i].left.length },
                              { rules[i].right.letters, rules[i].right.length } };
  system = chase_normal_new (written, n_rules, &order, LETTERS, none, none);
  for (guint32 i = 0; i < n_rules; i++)
    {
      ChaseRuleStep step = { .reason = CHASE_RULE_BY_EQUATION, .number = i };

      chase_normal_add_derivation (system, i, written[i], &step, 1);
    }
  return system;
}

static void
test_against_brute_force (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261);
  guint n_complete = 0;

  for (guint i = 0; i < SYSTEMS; i++)
    {
      Rule rules[MAX_RULES];
      guint n_rules = make_rules (rand, rules);
      g_autoptr (ChasePresentation) p = presented_by (rules, n_rules);
      g_autoptr (ChaseEvidence) system = system_of (rules, n_rules);
      g_autofree char *count = NULL;
      gboolean complete = is_complete (rules, n_rules);

      n_complete += complete;
      g_assert_cmpint (
          chase_verify_count (p, G_MAXUINT32, G_MAXUINT32, &system->normal, NULL, &count, NULL), ==,
          complete);
    }
  g_test_message ("%u of %u systems are complete", n_complete, SYSTEMS);
  g_assert_cmpuint (n_complete, >, SYSTEMS / 20);
  g_assert_cmpuint (n_complete, <, SYSTEMS - SYSTEMS / 20);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/evidence/completeness/against-brute-force", test_against_brute_force);
  return g_test_run ();
}
