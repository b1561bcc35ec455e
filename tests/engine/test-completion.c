/* SPDX-License-Identifier: MIT */
#include "engine/completion.h"
#include "engine/rule-automaton.h"
#include "evidence/verifier.h"

/* One object with @n loops. */
static ChasePresentation *
loops (guint n)
{
  ChasePresentation *p = chase_presentation_new ();
  g_autoptr (ChaseName) object = chase_name_new ("x");

  chase_presentation_add_object (p, object);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = g_strdup_printf ("a%u", i);
      g_autoptr (ChaseName) name = chase_name_new (text);

      chase_presentation_add_arrow (p, name, 0, 0, CHASE_PROPERTY_NONE);
    }
  return p;
}

static guint32
random_word (GRand *rand, guint n_letters, guint longest, guint32 *letters)
{
  guint32 length = (guint32)g_rand_int_range (rand, 0, (gint)longest + 1);

  for (guint32 i = 0; i < length; i++)
    letters[i] = (guint32)g_rand_int_range (rand, 0, (gint)n_letters);
  return length;
}

static int
sign (int x)
{
  return (x > 0) - (x < 0);
}

/* @before @word @after in @out. */
static ChaseWord
within (guint32 *out, ChaseWord before, ChaseWord word, ChaseWord after)
{
  guint32 n = 0;

  for (guint32 i = 0; i < before.length; i++)
    out[n++] = before.letters[i];
  for (guint32 i = 0; i < word.length; i++)
    out[n++] = word.letters[i];
  for (guint32 i = 0; i < after.length; i++)
    out[n++] = after.letters[i];
  return (ChaseWord){ out, n };
}

/* Total, the same within every context, and a word is greater than its parts. */
static void
check_order (const ChaseOrder *order, GRand *rand)
{
  for (guint k = 0; k < 3000; k++)
    {
      guint32 letters[4][6], x[20], y[20];
      ChaseWord w[4], one, other;
      int compared;

      for (guint i = 0; i < 4; i++)
        {
          w[i].length = random_word (rand, 3, 6, letters[i]);
          w[i].letters = letters[i];
        }
      compared = sign (chase_order_compare (order, w[0], w[1]));
      g_assert_cmpint (compared, ==, -sign (chase_order_compare (order, w[1], w[0])));
      g_assert_true ((compared == 0) == chase_word_equal (w[0], w[1]));
      one = within (x, w[2], w[0], w[3]);
      other = within (y, w[2], w[1], w[3]);
      g_assert_cmpint (compared, ==, sign (chase_order_compare (order, one, other)));
      if (one.length > w[0].length)
        g_assert_cmpint (chase_order_compare (order, one, w[0]), >, 0);
      if (compared > 0 && chase_order_compare (order, w[1], w[2]) > 0)
        g_assert_cmpint (chase_order_compare (order, w[0], w[2]), >, 0);
    }
}

static void
test_orders (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  static const guint32 heavy[] = { 0, 0, 1, 2 }; /* a0 = a1 a2, a0 a0 = a2: weights */
  g_autoptr (ChasePresentation) p = loops (3);
  ChaseIndex index;

  chase_presentation_add_equation (p, 0, (ChaseWord){ heavy, 1 }, (ChaseWord){ heavy + 2, 2 }, NULL,
                                   0);
  chase_index_init (&index, p);
  for (guint i = 0; i < CHASE_N_ORDERS; i++)
    {
      ChaseOrder order;

      if (!chase_order_init (&order, &index, i))
        continue;
      check_order (&order, rand);
      chase_order_clear (&order);
    }
  chase_index_clear (&index);
}

/* A greater letter before a lesser one that is there once more: recursive orders took the longer
   path for the lesser, and e e = e, s e = e = e s was completed to e -> e s. */
static void
test_longer_by_a_lesser_letter (void)
{
  static const guint32 equations[][3] = { { 1, 1, 1 }, { 0, 1, 1 }, { 1, 0, 1 } };
  g_autoptr (ChasePresentation) p = loops (2);
  ChaseIndex index;

  for (guint i = 0; i < G_N_ELEMENTS (equations); i++)
    chase_presentation_add_equation (p, 0, (ChaseWord){ equations[i], 2 },
                                     (ChaseWord){ equations[i] + 2, 1 }, NULL, 0);
  chase_index_init (&index, p);
  for (guint i = 0; i < CHASE_N_ORDERS; i++)
    {
      ChaseClock clock; /* outlives the system */
      ChaseOrder order;
      g_autoptr (ChaseCompletion) system = NULL;

      chase_clock_start (&clock, NULL, NULL);
      if (!chase_order_init (&order, &index, i))
        continue;
      system = chase_completion_new (&index, &order, &clock);
      g_assert_cmpint (chase_completion_run (system, 10000), ==, CHASE_COMPLETION_COMPLETE);
      g_assert_cmpuint (chase_completion_n_rules (system), ==, 3);
    }
  chase_index_clear (&index);
}

enum
{
  MOST_PATHS = 40,
  LONGEST = 5,
};

typedef struct
{
  guint32 letters[MOST_PATHS][LONGEST];
  guint32 length[MOST_PATHS]; /* 0 where it was taken out */
  guint n;
} Paths;

/* A path of two objects, between which arrow 0 leads there and arrow 1 back; arrows 2 and 3 are
   loops of the first, 4 one of the second. */
static guint32
random_path (GRand *rand, guint32 longest, guint32 *letters)
{
  static const guint32 out[2][3] = { { 0, 2, 3 }, { 1, 4, 4 } };
  guint32 length = (guint32)g_rand_int_range (rand, 1, (gint)longest + 1);
  guint at = (guint)g_rand_int_range (rand, 0, 2);

  for (guint32 i = 0; i < length; i++)
    {
      letters[i] = out[at][g_rand_int_range (rand, 0, 3)];
      at = letters[i] == 0 ? 1 : letters[i] == 1 ? 0 : at;
    }
  return length;
}

static gboolean
is_part (const guint32 *part, guint32 m, const guint32 *whole, guint32 n)
{
  for (guint32 i = 0; i + m <= n; i++)
    if (memcmp (part, whole + i, m * sizeof *part) == 0)
      return TRUE;
  return FALSE;
}

/* Unless it has one of @paths as a part: then no rule would have it for its left side. */
static void
add_path (ChaseRuleAutomaton *automaton, Paths *paths, GRand *rand)
{
  guint32 *letters = paths->letters[paths->n];
  guint32 length = random_path (rand, LONGEST, letters);
  ChaseVector wholes = { NULL };
  gsize taken_out = 0;

  for (guint i = 0; i < paths->n; i++)
    if (paths->length[i] > 0 && is_part (paths->letters[i], paths->length[i], letters, length))
      return;
  chase_rule_automaton_add (automaton, (ChaseWord){ letters, length }, paths->n, &wholes);
  for (guint i = 0; i < paths->n; i++)
    if (paths->length[i] > 0 && is_part (letters, length, paths->letters[i], paths->length[i]))
      {
        paths->length[i] = 0;
        taken_out++;
      }
  g_assert_cmpuint (wholes.length, ==, taken_out);
  for (gsize i = 0; i < wholes.length; i++)
    g_assert_cmpuint (paths->length[wholes.data[i]], ==, 0);
  paths->length[paths->n++] = length;
  chase_vector_clear (&wholes);
}

/* The number + 1 of the first path that is read to its end in @letters, and where. */
static guint32
first_read (const Paths *paths, const guint32 *letters, guint32 length, guint32 *at)
{
  for (*at = 1; *at <= length; ++*at)
    for (guint i = 0; i < paths->n; i++)
      if (paths->length[i] > 0 && paths->length[i] <= *at
          && is_part (paths->letters[i], paths->length[i], letters + *at - paths->length[i],
                      paths->length[i]))
        return i + 1;
  return 0;
}

static void
read_path (const ChaseRuleAutomaton *automaton, const Paths *paths, GRand *rand)
{
  const ChaseIndex *index = automaton->index;
  guint32 letters[12], length = random_path (rand, 12, letters), at, i;
  guint32 expected = first_read (paths, letters, length, &at);
  guint32 state = automaton->start[index->source[letters[0]]];

  for (i = 0; i < length && automaton->cell.data[state] == 0; i++)
    state = chase_rule_automaton_step (automaton->cell.data, state, index->slot[letters[i]]);
  g_assert_cmpuint (automaton->cell.data[state], ==, expected);
  if (expected != 0)
    g_assert_cmpuint (i, ==, at);
}

/* What is read, against looking at every path, while paths are added. */
static void
test_automaton (void)
{
  g_autoptr (ChasePresentation) p = chase_presentation_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261126);
  static const guint32 ends[][2] = { { 0, 1 }, { 1, 0 }, { 0, 0 }, { 0, 0 }, { 1, 1 } };
  g_autoptr (ChaseName) x = chase_name_new ("x");
  g_autoptr (ChaseName) y = chase_name_new ("y");
  ChaseIndex index;

  chase_presentation_add_object (p, x);
  chase_presentation_add_object (p, y);
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *text = g_strdup_printf ("a%u", i);
      g_autoptr (ChaseName) name = chase_name_new (text);

      chase_presentation_add_arrow (p, name, ends[i][0], ends[i][1], CHASE_PROPERTY_NONE);
    }
  chase_index_init (&index, p);
  for (guint round = 0; round < 200; round++)
    {
      ChaseRuleAutomaton automaton;
      Paths paths = { .n = 0 };

      chase_rule_automaton_init (&automaton, &index);
      for (guint k = 0; k < 60 && paths.n < MOST_PATHS; k++)
        {
          add_path (&automaton, &paths, rand);
          for (guint i = 0; i < 20; i++)
            read_path (&automaton, &paths, rand);
        }
      chase_rule_automaton_clear (&automaton);
    }
  chase_index_clear (&index);
}

/* No side of a rule has a left side as a part, but for its own one. */
static void
check_reduced (const ChaseCompletion *system)
{
  ChaseWord left, right, other, unused;

  for (guint32 i = 0; i < chase_completion_version (system); i++)
    for (guint32 k = 0; k < chase_completion_version (system); k++)
      {
        if (!chase_completion_rule (system, i, &left, &right)
            || !chase_completion_rule (system, k, &other, &unused))
          continue;
        g_assert_true (i == k || !is_part (other.letters, other.length, left.letters, left.length));
        g_assert_false (is_part (other.letters, other.length, right.letters, right.length));
      }
}

/* Complete systems of random monoids. */
static void
test_reduced (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1970);
  guint n_complete = 0;

  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (ChasePresentation) p = loops (3);
      ChaseIndex index;
      ChaseClock clock;
      ChaseOrder order;
      ChaseCompletion *system;

      for (guint i = 0; i < 4; i++)
        {
          guint32 left[5], right[5];
          guint32 n = random_word (rand, 3, 5, left), m = random_word (rand, 3, 5, right);

          chase_presentation_add_equation (p, 0, (ChaseWord){ left, n }, (ChaseWord){ right, m },
                                           NULL, 0);
        }
      chase_index_init (&index, p);
      chase_clock_start (&clock, NULL, NULL);
      if (chase_order_init (&order, &index, round % CHASE_N_ORDERS))
        {
          system = chase_completion_new (&index, &order, &clock);
          if (chase_completion_run (system, 100000) == CHASE_COMPLETION_COMPLETE)
            {
              check_reduced (system);
              n_complete++;
            }
          chase_completion_free (system);
        }
      chase_index_clear (&index);
    }
  g_assert_cmpuint (n_complete, >, 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/completion/orders", test_orders);
  g_test_add_func ("/engine/completion/longer-by-a-lesser-letter", test_longer_by_a_lesser_letter);
  g_test_add_func ("/engine/completion/automaton", test_automaton);
  g_test_add_func ("/engine/completion/reduced", test_reduced);
  return g_test_run ();
}
