/* SPDX-License-Identifier: MIT */
#include "engine/completion.h"
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
      system = chase_completion_new (&index, &order, TRUE, &clock);
      g_assert_cmpint (chase_completion_run (system, 10000), ==, CHASE_COMPLETION_COMPLETE);
      g_assert_cmpuint (chase_completion_n_rules (system), ==, 3);
    }
  chase_index_clear (&index);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/completion/orders", test_orders);
  g_test_add_func ("/engine/completion/longer-by-a-lesser-letter", test_longer_by_a_lesser_letter);
  return g_test_run ();
}
