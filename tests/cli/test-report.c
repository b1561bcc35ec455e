/* SPDX-License-Identifier: MIT */
/* The JSON reports from outside: every key, the keys' order, the exit status and the forms of
 * messages, for documents with all that the notation has to say. */
#include "program.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define BASE                                                                                       \
  "category Q { objects A, B, C, D\n"                                                              \
  "  f : A -> B ; g : A -> C ; h : B -> D ; k : C -> D ; h . f = k . g }\n"                        \
  "category V { objects A, B, C, D ; f : A -> B ; g : A -> C ; h : B -> D ; k : C -> D }\n"        \
  "category I { objects X, Y ; u : X -> Y }\ncategory J { objects X, Y ; i : X -> Y ; iso i }\n"   \
  "category O { object x }\ncategory N { object x ; s : x -> x }\n"                                \
  "category E { objects X, Y ; f, g : X -> Y ; e : Y -> Y ; mono e ; e . f = e . g }\n"            \
  "category T table { object x ; p, q : x -> x ; p . p = p ; q . q = q ; p . q = p ; q . p = q "   \
  "}\n"                                                                                            \
  "category W { object x ; a, b : x -> x ; a . b = id(x) }\n"                                      \
  "category P = Q^op * I\ncategory K = [I, O]\ncategory L = slice Q over D\n"                      \
  "functor F : I -> Q { X |-> A ; Y |-> D ; u |-> h . f }\n"                                       \
  "functor G : Q -> I { A |-> X ; B |-> Y ; C |-> Y ; D |-> Y ; f |-> u ; g |-> u ; h |-> id(Y)\n" \
  "  k |-> id(Y) }\n"                                                                              \
  "functor M : Q -> Set { A |-> {a} ; B |-> {b} ; C |-> {c} ; D |-> {d, e} ; f |-> {a |-> b}\n"    \
  "  g |-> {a |-> c} ; h |-> {b |-> d} ; k |-> {c |-> d} }\n"                                      \
  "contravariant functor R : I -> Set { X |-> {0, 1} ; Y |-> {2} ; u |-> {2 |-> 0} }\n"            \
  "functor H : Q -> Set = Hom(A, -)\nfunctor y : I -> [I^op, Set] = yoneda(I)\n"                   \
  "functor S : I -> Set = forget M along F\nfunctor Z : Q -> Set = free S along F\n"               \
  "transformation n : H => M = yoneda(a, A, M)\ntransformation i : F => F = id(F)\n"               \
  "transformation m : M => M { A |-> {a |-> a} ; B |-> {b |-> b} ; C |-> {c |-> c}\n"              \
  "  D |-> {d |-> d, e |-> e} }\n"                                                                 \
  "diagram d in Q { A at 0, 0 ; B at 1, 0 ; C at 0, 1 ; D at 1, 1 ; f ; g ; h ; k }\n"             \
  "diagram v in V { A at 0, 0 ; B at 1, 0 ; C at 0, 1 ; D at 1, 1 ; f ; g ; h ; k }\n"             \
  "diagram t { X at 0, 0 ; Y at 1, 0 ; w : X -> Y }\n"
#define DOCUMENT                                                                                   \
  "category Q { objects A, B, C, D\n"                                                              \
  "  f : A -> B ; g : A -> C ; h : B -> D ; k : C -> D ; h . f = k . g }\n"

/* Statements with their kinds and verdicts: h, f or u. */
static const struct
{
  const char *statement;
  const char *kind;
  char verdict;
} statements[] = {
  { "h . f = k . g in Q", "equation", 'h' },
  { "h . f = k . g in V", "equation", 'f' },
  { "not h . f = k . g in V", "equation", 'h' },
  { "h . f = k . g = h . f in Q", "equation", 'h' },
  { "b . a = id(x) in W", "equation", 'f' },
  { "p . q = q . p in T", "equation", 'f' },
  { "f = g in E", "equation", 'h' },
  { "M(h . f) = M(k . g) in Set", "equation", 'h' },
  { "m = m . m in [Q, Set]", "equation", 'h' },
  { "d commutes", "commutes", 'h' },
  { "v commutes", "commutes", 'f' },
  { "d strictly commutes", "commutes", 'h' },
  { "T is category", "category", 'h' },
  { "F is functor", "functor", 'h' },
  { "y is functor", "functor", 'h' },
  { "n is natural", "natural", 'h' },
  { "A is initial in Q", "property", 'h' },
  { "A is terminal in Q", "property", 'f' },
  { "A is zero in Q", "property", 'f' },
  { "e is mono in E", "property", 'h' },
  { "f is epi, mono in Q", "property", 'h' },
  { "i is iso in J", "property", 'h' },
  { "u is split mono in I", "property", 'f' },
  { "p is idempotent in T", "property", 'h' },
  { "p is endo in T", "property", 'h' },
  { "p is auto in T", "property", 'f' },
  { "Q is finite, thin, connected, skeletal, poset", "property", 'h' },
  { "N is finite", "property", 'f' },
  { "J is groupoid", "property", 'h' },
  { "O is monoid, discrete, preorder", "property", 'h' },
  { "F is faithful", "property", 'h' },
  { "F is fully faithful", "property", 'h' },
  { "F is essentially surjective", "property", 'f' },
  { "F is equivalence", "property", 'f' },
  { "R is representable", "property", 'f' },
  { "H is representable by A", "property", 'h' },
  { "i is isomorphism", "property", 'h' },
  { "A isomorphic B in Q", "isomorphic", 'f' },
  { "X isomorphic Y in J", "isomorphic", 'h' },
  { "J equivalent O", "isomorphic", 'h' },
  { "I isomorphic J", "isomorphic", 'f' },
  { "M isomorphic H", "isomorphic", 'f' },
  { "A with f, g is product of B, C in Q", "universal", 'h' },
  { "A with f, g is pullback of h, k in Q", "universal", 'h' },
  { "D with h, k is pushout of f, g in Q", "universal", 'h' },
  { "D with h, k is coproduct of B, C in Q", "universal", 'h' },
  { "A with f, h . f is product of B, D in Q", "universal", 'f' },
  { "X with id(X) is equalizer of u, u in I", "universal", 'h' },
  { "G -| F", "adjunction", 'h' },
  { "F -| G", "adjunction", 'f' },
  { "|Hom(A, D)| = 1 in Q", "count", 'h' },
  { "|Mor(Q)| = 10", "count", 'f' },
  { "|Ob(Q)| = 4", "count", 'h' },
  { "|Mor(N)| = 3", "count", 'f' },
  { "|Nat(H, M)| = 1", "count", 'h' },
  { "|Fun(I, I)| = 3", "count", 'h' },
  { "|M(D)| = 2", "count", 'h' },
  { "yoneda M at A", "yoneda", 'h' },
};

static JsonObject *
parse (const char *text, JsonNode **node)
{
  g_autoptr (GError) error = NULL;

  *node = json_from_string (text, &error);
  g_assert_no_error (error);
  return JSON_NODE_HOLDS_OBJECT (*node) ? json_node_get_object (*node) : NULL;
}

/* The keys of @object are those of @wanted, words with spaces between, in this order; those with ?
 * may be missing. */
static void
assert_keys (JsonObject *object, const char *wanted)
{
  g_auto (GStrv) words = g_strsplit (wanted, " ", -1);
  g_autoptr (GList) keys = json_object_get_members (object);
  GList *key = keys;

  for (guint i = 0; words[i] != NULL; i++)
    {
      gboolean optional = g_str_has_suffix (words[i], "?");

      if (optional)
        words[i][strlen (words[i]) - 1] = '\0';
      if (key != NULL && g_str_equal (key->data, words[i]))
        key = key->next;
      else if (!optional)
        g_error ("“%s” is missing, or not in its place: wanted %s", words[i], wanted);
    }
  if (key != NULL)
    g_error ("“%s” is one key too many, or not in its place: wanted %s", (char *)key->data, wanted);
}

static void
assert_path (JsonObject *object, const char *key)
{
  JsonArray *path = json_object_get_array_member (object, key);

  for (guint i = 0; i < json_array_get_length (path); i++)
    g_assert_nonnull (json_array_get_string_element (path, i));
}

static void
assert_evidence (JsonObject *evidence);

static void
assert_proof (JsonObject *proof)
{
  JsonArray *steps = json_object_get_array_member (proof, "steps");

  assert_keys (proof, "type start steps");
  assert_path (proof, "start");
  for (guint i = 0; i < json_array_get_length (steps); i++)
    {
      JsonObject *step = json_array_get_object_element (steps, i);

      if (json_object_has_member (step, "side"))
        {
          assert_keys (step, "cancel side at of path");
          assert_evidence (json_object_get_object_member (step, "of"));
        }
      else
        assert_keys (step, "equation? cancel? idempotent? at reverse path");
      assert_path (step, "path");
    }
}

static void
assert_evidence (JsonObject *evidence)
{
  static const char *const types[]
      = { "proof", "model", "normal", "table", "bijection", "cone", "list", "laws", NULL };
  g_autoptr (GList) keys = json_object_get_members (evidence);
  const char *type;

  g_assert_cmpstr (keys->data, ==, "type");
  type = json_object_get_string_member (evidence, "type");
  g_assert_true (g_strv_contains (types, type));
  if (g_str_equal (type, "proof"))
    assert_proof (evidence);
  else if (g_str_equal (type, "model"))
    assert_keys (evidence, "type objects arrows at left right paths? edges?");
  else if (g_str_equal (type, "normal"))
    assert_keys (evidence, "type order rules derivations left right paths? edges? cycle?");
}

static void
assert_result (JsonObject *result)
{
  static const char *const kinds[]
      = { "equation",   "commutes",  "category",   "functor", "natural", "property",
          "isomorphic", "universal", "adjunction", "count",   "yoneda",  NULL };
  const char *verdict = json_object_get_string_member (result, "verdict");
  const char *reason = json_object_get_string_member (result, "reason");
  const char *kind = json_object_get_string_member (result, "kind");
  gboolean decided = !g_str_equal (verdict, "undecided");

  assert_keys (result, "check line implicit kind verdict value? evidence reason milliseconds");
  g_assert_true (g_strv_contains (kinds, kind));
  g_assert_true (!decided || g_str_equal (verdict, "holds") || g_str_equal (verdict, "fails"));
  g_assert_true ((decided && g_str_equal (kind, "count"))
                 == json_object_has_member (result, "value"));
  g_assert_true (g_str_has_suffix (reason, ".") && strchr (reason, '\n') == NULL);
  g_assert_cmpfloat (json_object_get_double_member (result, "milliseconds"), >=, 0);
  g_assert_true (decided != json_object_get_null_member (result, "evidence"));
  if (decided)
    assert_evidence (json_object_get_object_member (result, "evidence"));
}

/* The report @object, and the exit status that goes with it. */
static int
assert_report (JsonObject *object, const char *file)
{
  static const char *const verdicts[] = { "holds", "fails", "undecided" };
  JsonObject *summary = json_object_get_object_member (object, "summary");
  JsonArray *results = json_object_get_array_member (object, "results");
  gint64 counts[G_N_ELEMENTS (verdicts)] = { 0 };

  assert_keys (object, "arrowchase file summary results");
  assert_keys (summary, "holds fails undecided");
  g_assert_cmpstr (json_object_get_string_member (object, "file"), ==, file);
  for (guint i = 0; i < json_array_get_length (results); i++)
    {
      JsonObject *result = json_array_get_object_element (results, i);

      assert_result (result);
      for (guint k = 0; k < G_N_ELEMENTS (verdicts); k++)
        counts[k] += g_str_equal (json_object_get_string_member (result, "verdict"), verdicts[k]);
    }
  for (guint k = 0; k < G_N_ELEMENTS (verdicts); k++)
    g_assert_cmpint (json_object_get_int_member (summary, verdicts[k]), ==, counts[k]);
  return counts[1] > 0 ? 1 : counts[2] > 0 ? 3 : 0;
}

/* A document with everything: each statement in its place, canonical, of its kind, decided. */
static void
test_everything (void)
{
  g_autoptr (GString) text = g_string_new (BASE);
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (Run) run = NULL;
  g_autoptr (Run) verified = NULL;
  JsonArray *results;
  JsonObject *object;
  guint n, line = 0;

  for (const char *c = text->str; *c != '\0'; c++)
    line += *c == '\n';
  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    g_string_append_printf (text, "check %s\n", statements[i].statement);
  write_file ("everything.chase", text->str);
  run = run_line ("check --json everything.chase");
  g_assert_cmpstr (run->err, ==, "");
  g_assert_true (strchr (run->out, '\n') == run->out + run->out_length - 1);
  object = parse (run->out, &node);
  g_assert_cmpint (run->status, ==, assert_report (object, "everything.chase"));
  results = json_object_get_array_member (object, "results");
  n = json_array_get_length (results) - G_N_ELEMENTS (statements);
  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      JsonObject *result = json_array_get_object_element (results, n + i);

      g_assert_cmpstr (json_object_get_string_member (result, "check"), ==,
                       statements[i].statement);
      g_assert_cmpstr (json_object_get_string_member (result, "kind"), ==, statements[i].kind);
      g_assert_cmpint (json_object_get_int_member (result, "line"), ==, line + 1 + i);
      g_assert_false (json_object_get_boolean_member (result, "implicit"));
      if (json_object_get_string_member (result, "verdict")[0] != statements[i].verdict)
        g_error ("%s: %s", statements[i].statement,
                 json_object_get_string_member (result, "reason"));
    }
  for (guint i = 0; i < n; i++)
    g_assert_true (
        json_object_get_boolean_member (json_array_get_object_element (results, i), "implicit"));
  write_file ("everything.json", run->out);
  verified = run_line ("verify everything.json everything.chase");
  g_assert_cmpstr (verified->err, ==, "");
  g_assert_cmpint (verified->status, ==, 0);
}

/* What chase prove says of each statement is what the report says, on line 0. */
static void
test_one_question (void)
{
  write_file ("base.chase", BASE);
  for (guint i = 0; i < G_N_ELEMENTS (statements); i += 4)
    {
      g_autofree char *line
          = g_strdup_printf ("prove --json base.chase '%s'", statements[i].statement);
      g_autoptr (Run) run = run_line (line);
      g_autoptr (JsonNode) node = NULL;
      JsonObject *object = parse (run->out, &node), *result;

      g_assert_cmpint (run->status, ==, assert_report (object, "base.chase"));
      g_assert_cmpint (run->status, ==, statements[i].verdict == 'h' ? 0 : 1);
      result = json_array_get_object_element (json_object_get_array_member (object, "results"), 0);
      g_assert_cmpstr (json_object_get_string_member (result, "check"), ==,
                       statements[i].statement);
      g_assert_cmpint (json_object_get_int_member (result, "line"), ==, 0);
    }
}

/* One report a line, in the order of the files, whatever each of them is. */
static void
test_several (void)
{
  g_autoptr (Run) run = NULL;
  g_auto (GStrv) lines = NULL;
  static const char *const files[] = { "b.chase", "a.chase", "c.chase" };

  write_file ("a.chase", DOCUMENT "check h . f = k . g\n");
  write_file ("b.chase", DOCUMENT "check f is iso\n");
  write_file ("c.chase", DOCUMENT);
  run = run_line ("check --json --jobs 2 b.chase a.chase c.chase");
  g_assert_cmpint (run->status, ==, 1);
  lines = g_strsplit (run->out, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, G_N_ELEMENTS (files) + 1);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (JsonNode) node = NULL;

      assert_report (parse (lines[i], &node), files[i]);
    }
}

static void
test_undecided (void)
{
  g_autoptr (Run) run = NULL;
  g_autoptr (JsonNode) node = NULL;

  write_file ("open.chase", "category H { object x ; a, b, c, d : x -> x ; iso a, b, c, d\n"
                            "b . a = a . a . b ; c . b = b . b . c ; d . c = c . c . d\n"
                            "a . d = d . d . a }\ncheck a = id(x)\n");
  run = run_line ("check --json --timeout 0.05 open.chase");
  g_assert_cmpstr (run->err, ==, "");
  g_assert_cmpint (assert_report (parse (run->out, &node), "open.chase"), ==, 3);
  g_assert_cmpint (run->status, ==, 3);
}

static void
test_faces (void)
{
  g_autoptr (Run) run = NULL;
  g_autoptr (JsonNode) node = NULL;
  JsonArray *faces;

  write_file ("base.chase", BASE);
  run = run_line ("faces --json base.chase v");
  g_assert_cmpint (run->status, ==, 1);
  g_assert_cmpstr (run->err, ==, "");
  g_assert_null (parse (run->out, &node));
  faces = json_node_get_array (node);
  g_assert_cmpuint (json_array_get_length (faces), ==, 1);
  for (guint i = 0; i < json_array_get_length (faces); i++)
    {
      JsonObject *face = json_array_get_object_element (faces, i);

      assert_keys (face, "from to left right verdict evidence");
      assert_path (face, "left");
      assert_path (face, "right");
      assert_evidence (json_object_get_object_member (face, "evidence"));
    }
}

/* All errors of a file, each with its place, line and caret, and nothing on standard output. */
static void
test_messages (void)
{
  g_autoptr (Run) run = NULL;
  g_auto (GStrv) lines = NULL;

  write_file ("wrong.chase", DOCUMENT "check f . h = k . g in Q\ncheck h . f = nothing in Q\n");
  run = run_line ("check --json wrong.chase");
  g_assert_cmpint (run->status, ==, 2);
  g_assert_cmpstr (run->out, ==, "");
  lines = g_strsplit (run->err, "\n", -1);
  g_assert_true (g_str_has_prefix (lines[0], "wrong.chase:3:11: error: "));
  g_assert_cmpstr (lines[1], ==, "check f . h = k . g in Q");
  g_assert_cmpstr (lines[2], ==, "          ^");
  g_assert_nonnull (strstr (run->err, "\nwrong.chase:4:15: error: "));
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/everything", test_everything);
  g_test_add_func ("/report/one-question", test_one_question);
  g_test_add_func ("/report/several", test_several);
  g_test_add_func ("/report/undecided", test_undecided);
  g_test_add_func ("/report/faces", test_faces);
  g_test_add_func ("/report/messages", test_messages);
  status = g_test_run ();
  remove_folder ();
  return status;
}
