/* SPDX-License-Identifier: MIT */
/* Checks, proofs, faces, hom-sets and reports: what the program answers, to the letter. */
#include "program.h"

#include <string.h>

typedef struct
{
  const char *line; /* %s is the folder of the documents */
  int status;
  const char *out; /* times are T */
  const char *err;
} Question;

static const Question questions[] = {
  { "check fails.chase", 1,
    "✗ 21 square commutes – Two paths from A to D are not equal.  (T)\n"
    "✗ 22 h . f = k . g in Loose – The two paths differ in a model of the category.  (T)\n"
    "✓ 23 not h . f = k . g in Loose – The two paths differ in a model of the category.  (T)\n"
    "✗ 24 not h . f = h . f in Loose – The paths are the same.  (T)\n"
    "1 holds, 3 fail\n",
    "" },
  { "check --quiet fails.chase", 1, "", "" },
  { "check ladder.chase steps.chase", 0,
    "ladder.chase\n"
    "✓ 20 ladder commutes – The diagram commutes: 2 pairs of paths had to be compared.  (T)\n"
    "✓ 21 f2 . d1 . d0 = e1 . e0 . f0 in ladder – The paths are equal by a proof of 2 steps.  (T)\n"
    "steps.chase\n"
    "✓ 12 reveal commutes – The diagram commutes: 1 pair of paths had to be compared.  (T)\n"
    "3 hold\n",
    "" },
  { "check ladder.chase missing.chase", 2, NULL,
    "chase: error: cannot read missing.chase: No such file or directory\n" },
  { "check --timeout 0.2 higman.chase", 3,
    "? 12 a = id(S) in Higman – Not decided: the time allowed ran out.  (T)\n"
    "1 is undecided\n",
    "" },
  { "check --memory 16 higman.chase", 3,
    "? 12 a = id(S) in Higman – Not decided: the memory allowed ran out.  (T)\n"
    "1 is undecided\n",
    "" },
  { "check --json steps.chase", 0,
    "{\"arrowchase\":\"0.1.0\",\"file\":\"steps.chase\",\"summary\":{\"holds\":1,\"fails\":0,"
    "\"undecided\":0},\"results\":[{\"check\":\"reveal commutes\",\"line\":12,\"implicit\":false,"
    "\"kind\":\"commutes\",\"verdict\":\"holds\",\"evidence\":{\"type\":\"laws\",\"equations\":[{"
    "\"from\":\"A\",\"to\":\"C\",\"left\":[\"f\",\"g\"],\"right\":[\"h\"],\"evidence\":{\"type\":"
    "\"proof\",\"start\":[\"f\",\"g\"],\"steps\":[{\"equation\":0,\"at\":0,\"reverse\":false,"
    "\"path\":[\"h\"]}]}}]},\"reason\":\"The diagram commutes: 1 pair of paths had to be"
    " compared.\",\"milliseconds\":T}]}\n",
    "" },
  { "prove fails.chase 'not h . f = k . g in Loose'", 0,
    "✓ not h . f = k . g in Loose – The two paths differ in a model of the category.  (T)\n", "" },
  { "prove ladder.chase 'check ladder commutes'", 0,
    "✓ ladder commutes – The diagram commutes: 2 pairs of paths had to be compared.  (T)\n", "" },
  { "prove ladder.chase 'f1 . d0 = e0 . f0'", 0,
    "✓ f1 . d0 = e0 . f0 – The paths are equal by a proof of 1 step.  (T)\n", "" },
  { "prove ladder.chase 'f2 . d1 = e0 . f0'", 2, "",
    "<question>:1:11: error: these paths are not parallel: f2 . d1 runs from A1 to B2, but e0 . f0"
    " from A0 to B1\nf2 . d1 = e0 . f0\n          ^~~~~~~\n" },
  { "prove ladder.chase 'ladder comutes'", 2, "", NULL },
  { "prove ladder.chase ''", 2, "", NULL },
  { "faces two-diagrams.chase", 0,
    "triangle\n✓ A -> C  g . f = h – This equation is given.\nchain: no two paths to compare\n"
    "1 holds\n",
    "" },
  { "faces fails.chase square", 1,
    "square\n✗ A -> D  h . f = k . g – The two paths differ in a model of the category.\n"
    "1 fails\n",
    "" },
  { "faces steps.chase --json", 0,
    "[{\"from\":\"A\",\"to\":\"C\",\"left\":[\"f\",\"g\"],\"right\":[\"h\"],\"verdict\":\"holds\","
    "\"evidence\":{\"type\":\"proof\",\"start\":[\"f\",\"g\"],\"steps\":[{\"equation\":0,\"at\":0,"
    "\"reverse\":false,\"path\":[\"h\"]}]}}]\n",
    "" },
  { "faces computed.chase n", 0,
    "n\n✓ F(A) -> F(B)  `a_{B}` . `F(f)` = `F(f)` . `a_{A}` – The two paths are the same.\n"
    "1 holds\n",
    "" },
  { "faces round.chase", 1,
    "round\n✓ A -> B  f = f . g . f – The two paths are equal by a proof of 1 step.\n"
    "✗ B -> A  g = g . f . g – The two paths differ in a model of the category.\n"
    "✗ B -> C  h = h . f . g – The two paths differ in a model of the category.\n"
    "✗ A -> C  k = h . f – The two paths differ in a model of the category.\n"
    "1 holds, 3 fail\n",
    "" },
  { "faces round.chase --explain --jobs 3", 1, NULL, "" },
  { "check --all-pairs round.chase fails.chase", 1,
    "round.chase\n"
    "✗ 5 round commutes – Two paths from A to C are not equal.  (T)\n"
    "    ✗ B -> A  g = g . f . g – The two paths differ in a model of the category.\n"
    "    ✗ B -> C  h = h . f . g – The two paths differ in a model of the category.\n"
    "    ✗ A -> C  k = h . f – The two paths differ in a model of the category.\n"
    "✓ 6 f . g . f = f in round – The paths are equal by a proof of 1 step.  (T)\n"
    "fails.chase\n"
    "✗ 21 square commutes – Two paths from A to D are not equal.  (T)\n"
    "     ✗ A -> D  h . f = k . g – The two paths differ in a model of the category.\n"
    "✗ 22 h . f = k . g in Loose – The two paths differ in a model of the category.  (T)\n"
    "✓ 23 not h . f = k . g in Loose – The two paths differ in a model of the category.  (T)\n"
    "✗ 24 not h . f = h . f in Loose – The paths are the same.  (T)\n"
    "2 hold, 4 fail\n",
    "" },
  { "check --consequences declared.chase fails.chase", 1, NULL, "" },
  { "check --consequences declared.chase", 0,
    "✓ 5 h = g . f in C – The paths are equal by a proof of 1 step.  (T)\n"
    "What follows from declared properties:\n"
    "✓ f is mono in C – It follows from what is declared, in 3 steps.  (T)\n"
    "✓ g . f is mono in C – It follows from what is declared, in 2 steps.  (T)\n"
    "1 holds\n",
    "" },
  { "prove --all-pairs fails.chase 'square commutes'", 1,
    "✗ square commutes – Two paths from A to D are not equal.  (T)\n"
    "    ✗ A -> D  h . f = k . g – The two paths differ in a model of the category.\n",
    "" },
  { "faces fails.chase squre", 2, "",
    "chase: error: fails.chase has no diagram called squre\n  did you mean square?\n" },
  { "homs cyclic-group.chase Z3 S S", 0, "Hom(S, S) = {id(S), r, s}\n", "" },
  { "homs two-diagrams.chase C", 0,
    "C: 3 objects, 6 morphisms\n"
    "Hom(A, A) = {id(A)}\nHom(A, B) = {f}\nHom(A, C) = {h}\nHom(B, B) = {id(B)}\n"
    "Hom(B, C) = {g}\nHom(C, C) = {id(C)}\n"
    "mono (identities aside): f, h, g\nepi (identities aside): f, h, g\n"
    "iso (identities aside): none\ninitial: A\nterminal: C\n",
    "" },
  { "homs inverse.chase A D --json", 0,
    "{\"arrowchase\":\"0.1.0\",\"file\":\"inverse.chase\",\"category\":\"Fourth\",\"verdict\":"
    "\"finite\",\"objects\":[\"A\",\"B\",\"C\",\"D\"],\"morphisms\":11,\"homs\":[{\"from\":\"A\","
    "\"to\":\"D\",\"morphisms\":[[\"f\",\"h\"]]}],\"mono\":[[\"f\"],[\"g\"],[\"h\"],[\"g^-1\"],"
    "[\"k\"],[\"f\",\"h\"],[\"g^-1\",\"f\"]],\"epi\":[[\"f\"],[\"g\"],[\"h\"],[\"g^-1\"],[\"k\"],"
    "[\"f\",\"h\"],[\"g^-1\",\"f\"]],\"iso\":[[\"g\"],[\"g^-1\"]],\"initial\":[\"A\",\"C\"],"
    "\"terminal\":[\"D\"]}\n",
    "" },
  { "homs elements.chase E", 0,
    "E: 2 objects, 3 morphisms\n"
    "Hom((A, 1), (A, 1)) = {id((A, 1))}\nHom((A, 1), (B, 2)) = {(f, 1)}\n"
    "Hom((B, 2), (B, 2)) = {id((B, 2))}\nmono (identities aside): (f, 1)\n"
    "epi (identities aside): (f, 1)\niso (identities aside): none\n"
    "initial: (A, 1)\nterminal: (B, 2)\n",
    "" },
  { "homs elements.chase 'Set * Set' '({1, 2}, {1})' '({x}, {y, z})'", 0,
    "Hom(({1, 2}, {1}), ({x}, {y, z})) = {({1 |-> x, 2 |-> x}, {1 |-> y}), "
    "({1 |-> x, 2 |-> x}, {1 |-> z})}\n",
    "" },
  { "check elements.chase", 0,
    "✓ 2 M is functor – There is no given equation to keep.  (T)\n"
    "✓ 4 (A, 1) is initial in E – There is exactly one arrow for each of 2 objects.  (T)\n"
    "✓ 5 y is natural – The one naturality square holds.  (T)\n"
    "3 hold\n",
    "" },
  { "homs --timeout 0.2 higman.chase", 3, "? Higman – Not decided: the time allowed ran out.\n",
    "" },
  { "homs --timeout 0.5 tseitin.chase", 3,
    "? Tseitin – There are infinitely many morphisms: the paths c^n have different degrees, and no "
    "equation changes a degree.\n",
    "" },
  { "homs cyclic-group.chase Q", 2, "",
    "<argument>:1:1: error: there is no category called Q\nQ\n^\n" },
};

static void
take_documents (void)
{
  static const char *const names[] = { "documents/fails.chase",
                                       "documents/ladder.chase",
                                       "documents/steps.chase",
                                       "documents/inverse.chase",
                                       "documents/two-diagrams.chase",
                                       "documents/cyclic-group.chase",
                                       "documents/elements.chase",
                                       "hard/tseitin.chase",
                                       "hard/higman.chase",
                                       NULL };

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = data_path (names[i]);
      g_autofree char *text = NULL;

      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      write_file (strchr (names[i], '/') + 1, text);
    }
  write_file ("computed.chase", "category C { objects A, B ; f : A -> B }\n"
                                "functor F : C -> C { A |-> A ; B |-> B ; f |-> f }\n"
                                "transformation a : F => F { A |-> id(A) ; B |-> id(B) }\n"
                                "diagram n = naturality a\n");
  write_file ("round.chase",
              "diagram round {\n"
              "  object A, B, C ; f : A -> B ; g : B -> A ; h : B -> C ; k : A -> C\n"
              "  f . g . f = f\n"
              "}\n"
              "check round commutes\n"
              "check f . g . f = f in round\n");
  write_file ("declared.chase",
              "category C {\n"
              "  objects A, B, D ; f : A -> B ; g : B -> D ; h : A -> D ; x : D -> D\n"
              "  mono h, x ; g . f = h\n"
              "}\n"
              "check h = g . f in C\n");
  write_file ("shown.chase",
              "category C { objects A, B ; f, g : A -> B ; iso f }\n"
              "diagram d in C {\n"
              "  a : A at 0, 0 ; b : B at 1, 0 ; c : A at 1, 1\n"
              "  e : a -> b = g ; x : a -> c = id(A) ; y : c -> b = f ; z : a -> c = f^-1 . g\n"
              "}\n"
              "check d commutes\ncheck not d strictly commutes\n");
}

static void
test_question (gconstpointer data)
{
  const Question *question = data;
  g_autoptr (Run) run = NULL;
  g_autofree char *out = NULL;

  take_documents ();
  run = run_line (question->line);
  out = without_times (run->out);
  if (question->err != NULL)
    g_assert_cmpstr (run->err, ==, question->err);
  if (question->out != NULL)
    g_assert_cmpstr (out, ==, question->out);
  g_assert_cmpint (run->status, ==, question->status);
  remove_folder ();
}

/* All errors of a file, of grammar and of meaning, in the order of their places. */
static void
test_errors (void)
{
  g_autofree char *path = data_path ("errors/many.chase");
  g_autofree char *expected_path = data_path ("errors/many.txt");
  g_autofree char *text = NULL;
  g_autofree char *expected = NULL;
  g_autoptr (Run) run = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (g_file_get_contents (expected_path, &expected, NULL, NULL));
  write_file ("many.chase", text);
  run = run_line ("check many.chase");
  g_assert_cmpstr (run->err, ==, expected);
  g_assert_cmpstr (run->out, ==, "");
  g_assert_cmpint (run->status, ==, 2);
  remove_folder ();
}

/* Replaces the first @old in @text by @new, which must be there. */
static char *
replace (const char *text, const char *old, const char *new)
{
  const char *at = strstr (text, old);

  g_assert_nonnull (at);
  return g_strdup_printf ("%.*s%s%s", (int)(at - text), text, new, at + strlen (old));
}

typedef struct
{
  const char *old;
  const char *new;
  int status;
} Forgery;

/* A report that says more than its evidence shows is refused. */
static void
test_forgeries (void)
{
  static const Forgery forgeries[] = {
    { "\"verdict\":\"fails\"", "\"verdict\":\"holds\"", 1 },
    { "\"verdict\":\"holds\"", "\"verdict\":\"fails\"", 1 },
    { "\"check\":\"square commutes\"", "\"check\":\"not square commutes\"", 1 },
    { "\"check\":\"square commutes\"", "\"check\":\"circle commutes\"", 1 },
    { "\"check\":\"square commutes\"", "\"check\":\"square\"", 1 },
    { "\"at\":\"0\"", "\"at\":\"7\"", 1 },
    { "\"k\":{\"0\":\"1\"}", "\"k\":{\"0\":\"0\"}", 1 },
    { "\"type\":\"model\"", "\"type\":\"proof\"", 1 },
    { "\"type\":\"model\"", "\"type\":\"magic\"", 1 },
    { "\"kind\":\"commutes\"", "\"kind\":\"equation\"", 1 },
    { "\"kind\":\"commutes\"", "\"kind\":7", 1 },
    { "\"implicit\":false", "\"implicit\":true", 1 },
    { "\"line\":", "\"line\":1", 1 },
    { "\"line\":", "\"line\":-", 1 },
    { "\"summary\":{\"holds\":", "\"summary\":{\"holds\":1", 1 },
    { "\"fails\":", "\"failed\":", 1 },
    { "\"results\":[", "\"results\":[],\"rest\":[", 1 },
    { "\"results\":[", "\"results\":{", 2 },
    { "\"results\"", "\"verdicts\"", 2 },
    { "\"check\":\"square commutes\",", "", 2 },
    { "{\"arrowchase\"", "[[{\"arrowchase\"", 2 },
  };
  g_autoptr (Run) report = NULL;
  g_autoptr (Run) honest = NULL;

  take_documents ();
  report = run_line ("check --json fails.chase");
  honest = run_input ("verify - fails.chase", report->out);
  g_assert_cmpstr (honest->out, ==, "4 verdicts of fails.chase accepted\n");
  g_assert_cmpint (honest->status, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (forgeries); i++)
    {
      g_autofree char *forged = replace (report->out, forgeries[i].old, forgeries[i].new);
      g_autoptr (Run) run = run_input ("verify - fails.chase", forged);

      if (run->status != forgeries[i].status)
        g_error ("%s: %d: %s%s", forgeries[i].new, run->status, run->out, run->err);
      if (run->status == 1)
        g_assert_nonnull (strstr (run->out, "refused: "));
    }
  remove_folder ();
}

/* The report on @text is accepted, and each forgery of it refused. */
static void
try_forgeries (const char *text, const Forgery *forgeries, guint n)
{
  g_autoptr (Run) report = NULL;
  g_autoptr (Run) honest = NULL;

  write_file ("true.chase", text);
  report = run_line ("check --json true.chase");
  honest = run_input ("verify - true.chase", report->out);
  g_assert_cmpint (honest->status, ==, 0);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *forged = NULL;
      g_autoptr (Run) run = NULL;

      if (strstr (report->out, forgeries[i].old) == NULL)
        g_error ("%s is not in %s", forgeries[i].old, report->out);
      forged = replace (report->out, forgeries[i].old, forgeries[i].new);
      run = run_input ("verify - true.chase", forged);
      if (run->status != forgeries[i].status)
        g_error ("%s: %d: %s%s", forgeries[i].new, run->status, run->out, run->err);
    }
  remove_folder ();
}

/* What a look at a finite category finds has to be what the evidence says of it. */
static void
test_forged_witnesses (void)
{
  static const char text[]
      = "category T table {\n  objects A, B\n  a : A -> B\n  b : B -> A\n"
        "  b . a = id(A)\n  a . b = id(B)\n}\n"
        "category S table { object X ; s, t : X -> X\n"
        "  s . s = s ; s . t = t ; t . s = s ; t . t = s }\n"
        "functor F : T -> T { A |-> A ; B |-> A ; a |-> id(A) ; b |-> id(A) }\n"
        "check T is groupoid\ncheck T is skeletal\ncheck T is connected\n"
        "check T is thin, finite\ncheck a is mono\ncheck A isomorphic B in T\n"
        "check F is isomorphism\ncheck A is zero in T\n";
  static const Forgery forgeries[] = {
    { "\"left\":\"t\"", "\"left\":\"s\"", 1 },
    { "\"right\":\"s\"", "\"right\":\"t\"", 1 },
    { "\"type\":\"list\"", "\"type\":\"laws\"", 1 },
    { "\"morphisms\":4", "\"morphisms\":5", 1 },
    { "\"morphisms\":[[\"a\"],[\"b\"]]", "\"morphisms\":[[\"a\"],[\"a\"]]", 1 },
    { "\"morphisms\":[[\"a\"],[\"b\"]]", "\"morphisms\":[[\"a\"]]", 1 },
    { "\"morphisms\":[[\"a\"],[\"b\"]]", "\"morphisms\":[[],[]]", 1 },
    { "\"objects\":2", "\"objects\":3", 1 },
    { "\"adjective\":\"thin\"", "\"adjective\":\"finite\"", 1 },
    { "\"there\":[\"a\"]", "\"there\":[\"b\"]", 1 },
    { "\"object\":\"A\"", "\"object\":\"Z\"", 1 },
    { "\"type\":\"list\",\"to\"", "\"type\":\"cone\",\"to\"", 1 },
  };

  try_forgeries (text, forgeries, G_N_ELEMENTS (forgeries));
}

/* A count is a number of any size, written as one. */
static void
test_forged_counts (void)
{
  static const char small[] = "category T { object X ; t : X -> X ; t^3 = id(X) }\n"
                              "check |Mor(T)| = 3\n";
  static const Forgery small_forgeries[] = {
    { "\"value\":3", "\"value\":4", 1 },
    { "\"value\":3", "\"value\":\"3\"", 1 },
    { "\"value\":3", "\"value\":3.0", 1 },
    { "\"value\":3", "\"value\":null", 1 },
  };
  static const Forgery large_forgeries[] = {
    { "\"value\":1208925819614629174706176", "\"value\":1208925819614629174706177", 1 },
    { "\"value\":1208925819614629174706176", "\"value\":9", 1 },
  };
  g_autoptr (GString) large = g_string_new ("category T {\n  object X\n");

  /* Eighty commuting involutions: 2^80 morphisms. */
  for (guint i = 0; i < 80; i++)
    {
      g_string_append_printf (large, "  t%u : X -> X ; t%u^2 = id(X)\n", i, i);
      for (guint j = 0; j < i; j++)
        g_string_append_printf (large, "  t%u . t%u = t%u . t%u\n", i, j, j, i);
    }
  g_string_append (large, "}\ncheck |Mor(T)| = 1208925819614629174706176\n");
  try_forgeries (small, small_forgeries, G_N_ELEMENTS (small_forgeries));
  try_forgeries (large->str, large_forgeries, G_N_ELEMENTS (large_forgeries));
}

/* What is no report at all. */
static void
test_no_reports (void)
{
  static const char *const texts[] = { "",
                                       "\n\n",
                                       "{",
                                       "null",
                                       "3",
                                       "\"x\"",
                                       "{}",
                                       "[[]]",
                                       "[{}]",
                                       "{}{}",
                                       "6{}",
                                       "{\"results\":3}",
                                       "{\"results\":[3]}",
                                       "{\"results\":[{\"check\":1,\"verdict\":2}]}",
                                       "\xff" };
  g_autoptr (GString) deep = g_string_new (NULL);
  g_autoptr (Run) buried = NULL;

  take_documents ();
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (Run) run = run_input ("verify - fails.chase", texts[i]);

      g_assert_true (g_str_has_prefix (run->err, "chase: error: <stdin> is not a report: "));
      g_assert_cmpint (run->status, ==, 2);
    }
  for (guint i = 0; i < 200000; i++)
    g_string_append_c (deep, '[');
  buried = run_input ("verify - fails.chase", deep->str);
  g_assert_cmpint (buried->status, ==, 2);
  remove_folder ();
}

/* Of a file with several reports, the one on this document counts; what is missing is said. */
static void
test_several_reports (void)
{
  g_autoptr (Run) both = NULL;
  g_autoptr (Run) one = NULL;
  g_autoptr (Run) other = NULL;
  g_autoptr (Run) wrong = NULL;
  g_autoptr (Run) prove = NULL;
  g_autoptr (Run) proved = NULL;
  g_autoptr (Run) faces = NULL;
  g_autoptr (Run) faced = NULL;

  take_documents ();
  both = run_line ("check --json ladder.chase steps.chase");
  one = run_input ("verify - ladder.chase", both->out);
  other = run_input ("verify - steps.chase --json", both->out);
  wrong = run_input ("verify - fails.chase", both->out);
  g_assert_cmpstr (one->out, ==, "2 verdicts of ladder.chase accepted\n");
  g_assert_cmpstr (other->out, ==, "{\"accepted\":1,\"undecided\":0,\"refused\":[]}\n");
  g_assert_cmpstr (
      wrong->err, ==,
      "chase: error: <stdin> is not a report: none of its reports is about fails.chase\n"
      "  “chase check --json FILE” writes one\n");
  prove = run_line ("prove --json ladder.chase 'f1 . d0 = e0 . f0'");
  proved = run_input ("verify - ladder.chase", prove->out);
  g_assert_cmpstr (proved->out, ==, "1 verdict of ladder.chase accepted\n");
  g_assert_cmpstr (proved->err, ==, "");
  faces = run_line ("faces --json two-diagrams.chase");
  faced = run_input ("verify - two-diagrams.chase", faces->out);
  g_assert_cmpstr (faced->out, ==, "1 verdict of two-diagrams.chase accepted\n");
  remove_folder ();
}

/* Runs `chase COMMAND FILE` and has its report, with @from replaced by @to, verified. */
static Run *
verify_changed (const char *command, const char *file, const char *from, const char *to)
{
  g_autofree char *line = g_strdup_printf ("%s %s", command, file);
  g_autofree char *verify = g_strdup_printf ("verify - %s", file);
  g_autoptr (Run) run = run_line (line);
  g_auto (GStrv) parts = g_strsplit (run->out, from, -1);
  g_autofree char *changed = g_strjoinv (to, parts);

  g_assert_cmpuint (g_strv_length (parts), >, 1);
  return run_input (verify, changed);
}

/* Faces and pairs are verified in the diagram that they are said of: nodes that are not called as
 * their objects, edges that show identities, cycles. */
static void
test_faces_verified (void)
{
  static const struct
  {
    const char *command, *file, *from, *to, *out;
  } cases[] = {
    { "faces --json", "round.chase", "from", "from", "4 verdicts of round.chase accepted\n" },
    { "faces --json", "shown.chase", "from", "from", "2 verdicts of shown.chase accepted\n" },
    { "check --json --all-pairs", "round.chase", "from", "from",
      "5 verdicts of round.chase accepted\n" },
    { "check --json --all-pairs", "shown.chase", "from", "from",
      "5 verdicts of shown.chase accepted\n" },
    { "check --json --consequences", "declared.chase", "check", "check",
      "3 verdicts of declared.chase accepted\n" },
    { "check --json --consequences", "declared.chase", "\"check\":\"f is mono",
      "\"check\":\"g is mono",
      "✗ g is mono in C: refused: the last fact is about something else\n"
      "2 verdicts of declared.chase accepted, 1 refused\n" },
    { "faces --json", "round.chase", "\"to\":\"C\"", "\"to\":\"B\"",
      "✗ h = h . f . g: refused: no diagram of the file has these two paths\n"
      "✗ k = h . f: refused: no diagram of the file has these two paths\n"
      "2 verdicts of round.chase accepted, 2 refused\n" },
  };

  take_documents ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Run) run
          = verify_changed (cases[i].command, cases[i].file, cases[i].from, cases[i].to);

      g_assert_cmpstr (run->err, ==, "");
      g_assert_cmpstr (run->out, ==, cases[i].out);
    }
  remove_folder ();
}

/* A question ends with its time. How exactly, bench-patience measures; here it must only be no
 * hang, on a machine however busy. */
static void
test_time (void)
{
  gint64 start;
  g_autoptr (Run) run = NULL;

  take_documents ();
  start = g_get_monotonic_time ();
  run = run_line ("check --timeout 0.5 higman.chase");
  g_assert_cmpint (run->status, ==, 3);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 30 * G_USEC_PER_SEC);
  remove_folder ();
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/questions/errors", test_errors);
  g_test_add_func ("/questions/forgeries", test_forgeries);
  g_test_add_func ("/questions/forged-witnesses", test_forged_witnesses);
  g_test_add_func ("/questions/forged-counts", test_forged_counts);
  g_test_add_func ("/questions/no-reports", test_no_reports);
  g_test_add_func ("/questions/several-reports", test_several_reports);
  g_test_add_func ("/questions/faces-verified", test_faces_verified);
  g_test_add_func ("/questions/time", test_time);
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      g_autofree char *name = g_strdup_printf ("/questions/%02u %s", i, questions[i].line);

      g_test_add_data_func (name, &questions[i], test_question);
    }
  status = g_test_run ();
  remove_folder ();
  return status;
}
