/* SPDX-License-Identifier: MIT */
#include "../evidence/recheck.h"
#include "../evidence/small-category.h"
#include "engine/engine.h"
#include "evidence/verifier.h"

/* Categories of functions: a few sets, random functions between them, closed under composition. The
   category is presented by its whole table, generators and all, so every equation can be looked up.
 */
typedef struct
{
  guint n_sets;
  guint size;
  GPtrArray *functions; /* of GArray of guint32: source set, target set, values; identities first */
  ChasePresentation *presentation;
} Closure;

static guint
value (const GArray *function, guint i)
{
  return g_array_index (function, guint32, i);
}

static guint
number_of (const Closure *c, const GArray *function)
{
  for (guint i = 0; i < c->functions->len; i++)
    {
      const GArray *other = g_ptr_array_index (c->functions, i);
      gboolean same = TRUE;

      for (guint k = 0; k < function->len; k++)
        same = same && value (function, k) == value (other, k);
      if (same)
        return i;
    }
  return G_MAXUINT;
}

static GArray *
compose (const Closure *c, const GArray *f, const GArray *g)
{
  GArray *h = g_array_new (FALSE, FALSE, sizeof (guint32));

  g_array_append_val (h, g_array_index (f, guint32, 0));
  g_array_append_val (h, g_array_index (g, guint32, 1));
  for (guint i = 0; i < c->size; i++)
    g_array_append_val (h, g_array_index (g, guint32, 2 + value (f, 2 + i)));
  return h;
}

static void
add_function (Closure *c, GArray *function)
{
  if (number_of (c, function) == G_MAXUINT)
    g_ptr_array_add (c->functions, function);
  else
    g_array_unref (function);
}

static void
close_up (Closure *c)
{
  for (guint i = 0; i < c->functions->len && c->functions->len < 60; i++)
    for (guint j = 0; j <= i; j++)
      for (guint k = 0; k < 2; k++)
        {
          const GArray *f = g_ptr_array_index (c->functions, k == 0 ? i : j);
          const GArray *g = g_ptr_array_index (c->functions, k == 0 ? j : i);

          if (value (f, 1) == value (g, 0))
            add_function (c, compose (c, f, g));
        }
}

static void
add_random (Closure *c, GRand *rand, gboolean identity, guint set)
{
  GArray *f = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 from = identity ? set : (guint32)g_rand_int_range (rand, 0, (gint)c->n_sets);
  guint32 to = identity ? set : (guint32)g_rand_int_range (rand, 0, (gint)c->n_sets);

  g_array_append_val (f, from);
  g_array_append_val (f, to);
  for (guint32 i = 0; i < c->size; i++)
    {
      guint32 y = identity ? i : (guint32)g_rand_int_range (rand, 0, (gint)c->size);

      g_array_append_val (f, y);
    }
  add_function (c, f);
}

/* What is true of the function: injective, surjective, idempotent, as properties of an arrow. */
static ChaseProperty
properties_of (const Closure *c, const GArray *f)
{
  ChaseProperty p = CHASE_PROPERTY_NONE;
  guint hit = 0;
  gboolean idempotent = value (f, 0) == value (f, 1);

  for (guint i = 0; i < c->size; i++)
    {
      hit |= 1u << value (f, 2 + i);
      idempotent = idempotent && value (f, 2 + value (f, 2 + i)) == value (f, 2 + i);
    }
  if (hit == (1u << c->size) - 1)
    p |= CHASE_PROPERTY_MONO | CHASE_PROPERTY_EPI;
  return idempotent ? p | CHASE_PROPERTY_IDEMPOTENT : p;
}

/* Arrow number i of the presentation is function number n_sets + i. Of the table about @percent of
   the entries are given, and with @declared some properties that the functions have. */
static void
present (Closure *c, GRand *rand, gint percent, gboolean declared)
{
  c->presentation = chase_presentation_new ();
  for (guint i = 0; i < c->functions->len; i++)
    {
      g_autofree char *text = g_strdup_printf ("x%u", i);
      g_autoptr (ChaseName) name = chase_name_new (text);
      const GArray *f = g_ptr_array_index (c->functions, i);

      if (i < c->n_sets)
        chase_presentation_add_object (c->presentation, name);
      else
        chase_presentation_add_arrow (c->presentation, name, value (f, 0), value (f, 1),
                                      declared && g_rand_int_range (rand, 0, 2) == 0
                                          ? properties_of (c, f)
                                                & (ChaseProperty)g_rand_int_range (rand, 0, 64)
                                          : CHASE_PROPERTY_NONE);
    }
  for (guint32 i = c->n_sets; i < c->functions->len; i++)
    for (guint32 j = c->n_sets; j < c->functions->len; j++)
      {
        const GArray *f = g_ptr_array_index (c->functions, i);
        const GArray *g = g_ptr_array_index (c->functions, j);
        g_autoptr (GArray) h = NULL;
        guint32 pair[2] = { i - c->n_sets, j - c->n_sets }, one;
        guint number;

        if (value (f, 1) != value (g, 0) || g_rand_int_range (rand, 0, 100) >= percent)
          continue;
        h = compose (c, f, g);
        number = number_of (c, h);
        one = number - c->n_sets;
        chase_presentation_add_equation (c->presentation, value (f, 0), (ChaseWord){ pair, 2 },
                                         (ChaseWord){ &one, number >= c->n_sets }, NULL, 0);
      }
}

static Closure *
closure_new (GRand *rand)
{
  Closure *c = g_new0 (Closure, 1);
  guint n = g_rand_int_range (rand, 1, 4);

  c->n_sets = g_rand_int_range (rand, 1, 4);
  c->size = g_rand_int_range (rand, 1, 4);
  c->functions = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  for (guint i = 0; i < c->n_sets; i++)
    add_random (c, rand, TRUE, i);
  for (guint i = 0; i < n; i++)
    add_random (c, rand, FALSE, 0);
  close_up (c);
  return c;
}

static void
closure_free (Closure *c)
{
  chase_presentation_unref (c->presentation);
  g_ptr_array_unref (c->functions);
  g_free (c);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Closure, closure_free)

/* A random composable path of some arrows, and the function that it is. */
static guint
random_path (const Closure *c, GRand *rand, guint from, GArray *letters)
{
  guint now = from, length = g_rand_int_range (rand, 1, 6);

  for (guint tries = 0; tries < 200 && letters->len < length; tries++)
    {
      guint32 letter;
      guint i;

      if (c->functions->len == c->n_sets)
        break;
      i = g_rand_int_range (rand, (gint)c->n_sets, (gint)c->functions->len);
      letter = i - c->n_sets;
      if (value (g_ptr_array_index (c->functions, i), 0)
          != value (g_ptr_array_index (c->functions, now), 1))
        continue;
      {
        g_autoptr (GArray) next = compose (c, g_ptr_array_index (c->functions, now),
                                           g_ptr_array_index (c->functions, i));

        now = number_of (c, next);
      }
      g_array_append_val (letters, letter);
    }
  return now;
}

static void
check_question (const Closure *c, const ChaseEngine *engine, GRand *rand)
{
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) right = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint from = g_rand_int_range (rand, 0, (gint)c->n_sets);
  guint x = random_path (c, rand, from, left), y = random_path (c, rand, from, right);
  g_autoptr (ChaseAnswer) answer = NULL;

  if (value (g_ptr_array_index (c->functions, x), 1)
      != value (g_ptr_array_index (c->functions, y), 1))
    return;
  answer = chase_engine_equal (engine, from, small_word (left), small_word (right), NULL, NULL);
  g_test_message ("%u = %u: %s", x, y, answer->reason);
  g_assert_cmpint (answer->verdict, ==, x == y ? CHASE_VERDICT_HOLDS : CHASE_VERDICT_FAILS);
  g_assert_true (chase_verify_equation (c->presentation, from, small_word (left),
                                        small_word (right), x == y, answer->evidence, NULL));
}

/* Every arrow is a generator, so the diagram commutes when no two different arrows are parallel,
   but for single arrows that nothing longer is parallel to; in a closed category every such arrow
   has a longer parallel one when there is an arrow from its source to its source or so; the
   definition is applied as it stands. */
static gboolean
really_commutes (const Closure *c, gboolean strictly)
{
  for (guint i = c->n_sets; i < c->functions->len; i++)
    for (guint j = 0; j < i; j++)
      {
        const GArray *f = g_ptr_array_index (c->functions, i);
        const GArray *g = g_ptr_array_index (c->functions, j);
        gboolean longer = FALSE, identity_is_long = FALSE;

        if (value (f, 0) != value (g, 0) || value (f, 1) != value (g, 1))
          continue;
        for (guint k = c->n_sets; k < c->functions->len; k++)
          for (guint l = c->n_sets; l < c->functions->len; l++)
            {
              const GArray *p = g_ptr_array_index (c->functions, k);
              const GArray *q = g_ptr_array_index (c->functions, l);
              g_autoptr (GArray) pq = NULL;

              if (value (p, 1) != value (q, 0) || value (p, 0) != value (f, 0)
                  || value (q, 1) != value (f, 1))
                continue;
              longer = TRUE;
              pq = compose (c, p, q);
              identity_is_long = identity_is_long || number_of (c, pq) == j;
            }
        if (j < c->n_sets ? identity_is_long : (longer || strictly))
          return FALSE;
      }
  return TRUE;
}

static void
check_commutes (const Closure *c, const ChaseEngine *engine, gboolean strictly)
{
  g_autoptr (ChaseShape) shape = chase_shape_new_whole (c->presentation);
  g_autoptr (ChaseAnswer) answer = chase_engine_commutes (engine, shape, strictly, NULL, NULL);
  gboolean holds = really_commutes (c, strictly);

  g_assert_cmpint (answer->verdict, ==, holds ? CHASE_VERDICT_HOLDS : CHASE_VERDICT_FAILS);
  g_assert_true (chase_verify_commutes (shape, strictly, holds, answer->evidence, NULL));
}

static void
test_closures (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  guint done = 0;

  while (done < 150)
    {
      g_autoptr (Closure) c = closure_new (rand);
      g_autoptr (ChaseEngine) engine = NULL;
      g_autoptr (ChaseCount) count = NULL;
      g_autofree char *expected = g_strdup_printf ("%u", c->functions->len);

      if (c->functions->len >= 40)
        continue;
      done++;
      present (c, rand, 100, FALSE);
      engine = chase_engine_new (c->presentation);
      count = chase_engine_count (engine, G_MAXUINT32, G_MAXUINT32, NULL, NULL);
      g_assert_cmpstr (count->count, ==, expected);
      for (guint i = 0; i < 20; i++)
        check_question (c, engine, rand);
      check_commutes (c, engine, FALSE);
      check_commutes (c, engine, TRUE);
    }
}

/* Sets that all retract onto one: in @onto the set's elements go to numbers below @small, and the
   function between two sets goes there and takes the first element with that number. */
static void
add_retraction (Closure *c, guint from, guint to, const guint onto[][3])
{
  GArray *f = g_array_new (FALSE, FALSE, sizeof (guint32));

  g_array_append_val (f, from);
  g_array_append_val (f, to);
  for (guint i = 0; i < c->size; i++)
    {
      guint32 y = 0;

      while (onto[to][y] != onto[from][i])
        y++;
      g_array_append_val (f, y);
    }
  add_function (c, f);
}

/* Strongly connected diagrams that commute, and such that one more function is in. */
static Closure *
knot_new (GRand *rand)
{
  Closure *c = g_new0 (Closure, 1);
  guint small = (guint)g_rand_int_range (rand, 1, 4), onto[5][3];

  c->n_sets = (guint)g_rand_int_range (rand, 2, 6);
  c->size = 3;
  c->functions = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  for (guint i = 0; i < c->n_sets; i++)
    {
      guint turn = (guint)g_rand_int_range (rand, 0, 3);

      add_random (c, rand, TRUE, i);
      for (guint k = 0; k < 3; k++)
        onto[i][(k + turn) % 3] = MIN (k, small - 1);
    }
  for (guint i = 0; i < c->n_sets; i++)
    add_retraction (c, i, (i + 1) % c->n_sets, onto);
  for (guint i = g_rand_int_range (rand, 0, 5); i > 0; i--)
    add_retraction (c, (guint)g_rand_int_range (rand, 0, (gint)c->n_sets),
                    (guint)g_rand_int_range (rand, 0, (gint)c->n_sets), onto);
  if (g_rand_int_range (rand, 0, 3) == 0)
    add_random (c, rand, FALSE, 0);
  close_up (c);
  return c;
}

static void
test_knots (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (23);
  guint n_commute = 0, done = 0;

  while (done < 100)
    {
      g_autoptr (Closure) c = knot_new (rand);
      g_autoptr (ChaseEngine) engine = NULL;

      if (c->functions->len >= 40)
        continue;
      done++;
      present (c, rand, 100, FALSE);
      engine = chase_engine_new (c->presentation);
      check_commutes (c, engine, FALSE);
      check_commutes (c, engine, TRUE);
      n_commute += really_commutes (c, FALSE);
    }
  g_test_message ("%u of %u commute", n_commute, done);
  g_assert_cmpuint (n_commute, >, 30);
  g_assert_cmpuint (n_commute, <, done - 10);
}

/* Of a part of the table the functions are one model among others: what holds must hold in them,
   and all else is for the evidence to say. */
static void
check_part (const Closure *c, const ChaseEngine *engine, GRand *rand, guint *verdicts)
{
  static const ChaseBudget budget = { .seconds = 10, .rules = 100, .rows = 500 };
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) right = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint from = (guint)g_rand_int_range (rand, 0, (gint)c->n_sets);
  guint x = random_path (c, rand, from, left), y = random_path (c, rand, from, right);
  g_autoptr (ChaseAnswer) answer = NULL;
  gboolean holds;

  if (value (g_ptr_array_index (c->functions, x), 1)
      != value (g_ptr_array_index (c->functions, y), 1))
    return;
  answer = chase_engine_equal (engine, from, small_word (left), small_word (right), &budget, NULL);
  holds = answer->verdict == CHASE_VERDICT_HOLDS;
  verdicts[answer->verdict]++;
  if (answer->verdict == CHASE_VERDICT_UNDECIDED)
    return;
  g_assert_true (!holds || x == y);
  g_assert_true (chase_verify_equation (c->presentation, from, small_word (left),
                                        small_word (right), holds, answer->evidence, NULL));
  g_assert_true (recheck_equation (c->presentation, from, small_word (left), small_word (right),
                                   holds, answer->evidence));
}

static void
test_parts (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (17);
  guint verdicts[3] = { 0 };

  for (guint done = 0; done < 100;)
    {
      g_autoptr (Closure) c = closure_new (rand);
      g_autoptr (ChaseEngine) engine = NULL;

      if (c->functions->len >= 20)
        continue;
      present (c, rand, g_rand_int_range (rand, 30, 100), done++ % 2 == 1);
      engine = chase_engine_new (c->presentation);
      for (guint i = 0; i < 10; i++)
        check_part (c, engine, rand, verdicts);
    }
  g_test_message ("%u hold, %u fail, %u undecided", verdicts[0], verdicts[1], verdicts[2]);
  g_assert_cmpuint (verdicts[0], >, 50);
  g_assert_cmpuint (verdicts[1], >, 50);
}

/* Questions about presentations with cycles, declared properties among them, and their answers. */
static void
check (const char *objects, const char *arrows, const char *equations, const char *from,
       const char *left_text, const char *right_text, ChaseVerdict verdict, int kind)
{
  g_autoptr (ChasePresentation) p = small_category (objects, arrows, equations);
  g_autoptr (ChaseEngine) engine = chase_engine_new (p);
  g_autoptr (GArray) left = small_path (p, left_text);
  g_autoptr (GArray) right = small_path (p, right_text);
  guint32 source = chase_presentation_find_object (p, from);
  g_autoptr (ChaseAnswer) answer = NULL;

  answer = chase_engine_equal (engine, source, small_word (left), small_word (right), NULL, NULL);
  g_test_message ("%s = %s: %s", left_text, right_text, answer->reason);
  g_assert_cmpint (answer->verdict, ==, verdict);
  if (verdict != CHASE_VERDICT_UNDECIDED)
    g_assert_true (chase_verify_equation (p, source, small_word (left), small_word (right),
                                          verdict == CHASE_VERDICT_HOLDS, answer->evidence, NULL));
  if (kind >= 0)
    g_assert_cmpint (answer->evidence->kind, ==, kind);
}

static void
test_questions (void)
{
  ChaseVerdict yes = CHASE_VERDICT_HOLDS, no = CHASE_VERDICT_FAILS;
  int proof = CHASE_EVIDENCE_PROOF, model = CHASE_EVIDENCE_MODEL;

  check ("A", "a:A>A b:A>A", "", "A", "a b", "b a", no, model);
  check ("A", "a:A>A b:A>A", "a b = b a", "A", "a a b b", "b a b a", yes, proof);
  check ("A", "a:A>A b:A>A", "a b =", "A", "b a", "", no, -1);
  check ("A", "a:A>A b:A>A", "a b =", "A", "a a b b", "", yes, proof);
  check ("A B", "[i]f:A>B g:A>B", "", "A", "f f^-1 g", "g", yes, proof);
  check ("A B", "[i]f:A>B g:A>B", "", "A", "g", "f", no, -1);
  check ("A B C", "[i]f:A>B g:B>C h:B>C", "f g = f h", "B", "g", "h", yes, proof);
  check ("A B C", "g:A>B h:A>B [m]f:B>C", "g f = h f", "A", "g", "h", yes, proof);
  check ("A B C", "g:A>B h:A>B f:B>C", "g f = h f", "A", "g", "h", no, model);
  check ("A B C", "g:A>B h:A>B [m]f:B>C k:A>C l:A>C", "g f = k / h f = k", "A", "g", "h", yes,
         proof);
  check ("A", "[d]e:A>A", "", "A", "e e e", "e", yes, proof);
  check ("A", "[d]e:A>A", "", "A", "e", "", no, model);
  check ("A B C", "[e]f:A>B g:B>C h:B>C", "f g = f h", "B", "g", "h", yes, proof);
  check ("X A B C", "x:X>B [e]f:A>B g:B>C h:B>C", "f g = f h", "X", "x g", "x h", yes, proof);
  check ("A B C", "[e]f:A>B g:B>C h:B>C l:B>B", "f g = f h", "B", "g", "h", yes, proof);
  check ("A B C", "[e]f:A>B g:B>C h:B>C", "", "B", "g", "h", no, model);
  check ("A B C D", "[e]f:A>B g:B>C h:B>C [m]k:C>D", "f g k = f h k", "B", "g", "h", yes, proof);
  check ("A B C D", "[t]f:A>B g:B>C h:B>C [s]k:C>D", "", "B", "g k", "h k", no, model);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/cyclic/closures", test_closures);
  g_test_add_func ("/engine/cyclic/knots", test_knots);
  g_test_add_func ("/engine/cyclic/parts", test_parts);
  g_test_add_func ("/engine/cyclic/questions", test_questions);
  return g_test_run ();
}
