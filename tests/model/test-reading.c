/* SPDX-License-Identifier: MIT */
#include "model/edit.h"
#include "model/theory.h"
#include "notation/notation.h"

#include <string.h>

/* Labels that are typed mean what they say. */

static ChaseDocument *
parse (const char *text)
{
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  ChaseDocument *document = chase_notation_parse (text, strlen (text), problems);

  g_assert_cmpuint (problems->len, ==, 0);
  return document;
}

static guint
last_item (const ChaseDocument *document)
{
  return chase_document_n_items (document) - 1;
}

/* The handle of the first statement of the last item that is called @name. */
static guint
named (ChaseDocument *document, const char *name)
{
  const ChaseItem *item = chase_document_get_item (document, last_item (document));

  for (guint i = 0; i < chase_item_n_statements (item); i++)
    if (g_strcmp0 (chase_item_get_statement (item, i)->name, name) == 0)
      return i;
  g_assert_not_reached ();
}

/* The document in which the cell @name of the last item has got the label @label. */
static ChaseDocument *
labelled (ChaseDocument *document, const char *name, const char *label)
{
  ChaseEdit *edit = chase_edit_new (document, last_item (document));
  ChaseDocument *after;

  chase_edit_set_label (edit, named (document, name), label);
  after = chase_edit_finish (edit);
  chase_edit_free (edit);
  return after;
}

/* What the arrow or the node that was called @name shows then, as text; NULL for itself. What
 * showed something keeps it where the label says nothing. */
static char *
shown (const char *text, const char *name, const char *label)
{
  g_autoptr (ChaseDocument) document = parse (text);
  guint handle = named (document, name);
  g_autoptr (ChaseDocument) after = labelled (document, name, label);
  const ChaseTerm *value
      = chase_item_get_statement (chase_document_get_item (after, last_item (after)), handle)
            ->value;
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  ChaseTheory *theory = chase_theory_new (after, problems);

  /* What is read always makes sense. */
  if (value != NULL)
    for (guint i = 0; i < problems->len; i++)
      g_test_message ("%s", ((ChaseProblem *)g_ptr_array_index (problems, i))->message);
  if (value != NULL)
    g_assert_cmpuint (problems->len, ==, 0);
  chase_theory_unref (theory);
  return value != NULL ? chase_term_to_text (value) : NULL;
}

typedef struct
{
  const char *name;
  const char *label;
  const char *value;
} Reading;

static void
assert_readings (const char *text, const Reading *readings, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *value = shown (text, readings[i].name, readings[i].label);

      g_test_message ("%s: %s", readings[i].name, readings[i].label);
      g_assert_cmpstr (value, ==, readings[i].value);
    }
}

#define TRIANGLE                                                                                   \
  "diagram d {\n  A at 0, 0\n  B at 1, 0\n  C at 2, 0\n  f : A -> B\n  g : B -> C\n"               \
  "  n4 : C -> D \"F(x)\"\n  n5 : D -> E \"F(y)\"\n  D at 3, 0\n  E at 4, 0\n"                     \
  "  u : A -> C \"\"\n  v : B -> A \"\"\n  w : A -> A \"\"\n  z : C -> E \"\"\n}\n"

static void
test_drawing (void)
{
  static const Reading readings[] = {
    { "u", "g \\circ f", "g . f" },
    { "u", "gf", "g . f" },
    { "u", "g\\,f", "g . f" },
    { "u", "f;g", "g . f" },
    { "u", "{g}{f}", "g . f" },
    { "u", "\\exists!\\, g f", "g . f" },
    { "u", "f \\circ g", NULL },
    { "u", "gg", NULL },
    { "u", "k", NULL },
    { "v", "f^{-1}", "f^-1" },
    { "v", "g^{-1}", NULL },
    { "w", "1_A", "id(A)" },
    { "w", "\\mathrm{id}_A", "id(A)" },
    { "w", "\\operatorname{id}_{A}", "id(A)" },
    { "w", "\\mathrm{id}", "id(A)" },
    { "w", "1_B", NULL },
    { "w", "f^{-1} f", "f^-1 . f" },
    { "z", "F(y \\circ x)", "n5 . n4" },
    { "z", "F(yx)", "n5 . n4" },
    { "z", "F(x y)", "n5 . n4" },
    { "z", "F(x x)", NULL },
  };

  assert_readings (TRIANGLE, readings, G_N_ELEMENTS (readings));
}

/* An inverse is said to be one, once. */
static void
test_inverse (void)
{
  g_autoptr (ChaseDocument) document = parse (TRIANGLE);
  g_autoptr (ChaseDocument) once = labelled (document, "v", "f^{-1}");
  g_autoptr (ChaseDocument) twice = labelled (once, "w", "f^{-1} \\circ f");
  g_autofree char *text = chase_notation_print (twice, CHASE_NOTATION_ASCII);

  g_assert_nonnull (strstr (text, "iso f\n"));
  g_assert_null (strstr (strstr (text, "iso f\n") + 1, "iso f"));
}

/* No arrow comes to stand on itself. */
static void
test_no_circle (void)
{
  g_autoptr (ChaseDocument) document
      = parse ("diagram d {\n  A at 0, 0\n  f, g : A -> A\n  h : A -> A = g . f\n}\n");
  g_autoptr (ChaseDocument) after = labelled (document, "g", "hf");
  const ChaseItem *item = chase_document_get_item (after, 0);

  for (guint i = 0; i < chase_item_n_statements (item); i++)
    {
      const ChaseStatement *said = chase_item_get_statement (item, i);

      g_assert_true (said->value == NULL || g_strcmp0 (said->name, "h") == 0);
    }
}

#define CATEGORIES                                                                                 \
  "category C {\n  objects X, Y, Z\n  p : X -> Y\n  q : Y -> Z \"\\theta\"\n}\n"                   \
  "category D {\n  objects A, B, E\n  f : A -> B\n  g : B -> E\n  i : A -> A\n  iso i\n}\n"        \
  "functor F : C -> D {\n  X |-> A\n  Y |-> B\n  Z |-> E\n  p |-> f\n  q |-> g\n}\n"               \
  "functor G : C -> D {\n  X |-> E\n  Y |-> E\n  Z |-> E\n  p |-> id(E)\n  q |-> id(E)\n}\n"       \
  "transformation eta : F => G {\n  X |-> g . f\n  Y |-> g\n  Z |-> id(E)\n}\n"

static void
test_category (void)
{
  static const Reading readings[] = {
    { "u", "g \\circ f", "g . f" },
    { "u", "gf", "g . f" },
    { "u", "F(\\theta p)", "F(q) . F(p)" },
    { "u", "F(\\theta) \\circ F(p)", "F(q) . F(p)" },
    { "u", "\\eta_X", "eta[X]" },
    { "u", "\\eta_{Y} \\circ F(p)", "eta[Y] . F(p)" },
    { "u", "eta_X", "eta[X]" },
    { "u", "\\eta_Y", "g . f" },
    { "v", "f", "f" },
    { "v", "F(p)", "F(p)" },
    { "v", "Fp", "F(p)" },
    { "v", "F(q)", "f" },
    { "w", "i^{-1}", "i^-1" },
    { "w", "1_A", "id(A)" },
    { "w", "\\mathrm{id}_{A}", "id(A)" },
    { "w", "i^2", "i . i" },
    { "n", "A", "A" },
    { "n", "F(Y)", "F(Y)" },
    { "n", "Q", "E" },
  };

  assert_readings (CATEGORIES
                   "diagram d in D {\n  A at 0, 0\n  B at 1, 0\n  E at 2, 0\n"
                   "  u : A -> E = g . f \"\"\n  v : A -> B = f \"\"\n  w : A -> A = i \"\"\n"
                   "  n : E at 1, 1 \"\"\n}\n",
                   readings, G_N_ELEMENTS (readings));
}

/* In the opposite category an arrow is f or f^{op}. */
static void
test_opposite (void)
{
  static const Reading readings[] = {
    { "v", "f^{op}", "f" },
    { "v", "f^{\\mathrm{op}}", "f" },
    { "v", "f", "f" },
    { "u", "f^{op} g^{op}", "f . g" },
    { "v", "F^{op}(p)", "op(F)(p)" },
  };

  assert_readings (CATEGORIES "diagram d in D^op {\n  A at 0, 0\n  B at 1, 0\n  E at 2, 0\n"
                              "  u : E -> A = f . g \"\"\n  v : B -> A = f \"\"\n}\n",
                   readings, G_N_ELEMENTS (readings));
}

static void
test_functors (void)
{
  static const Reading in_cat[] = {
    { "u", "F", "F" },
    { "u", "G", "G" },
    { "w", "1_C", "Id(C)" },
    { "u", "H", "F" },
  };
  static const Reading in_functors[] = { { "a", "\\eta", "eta" }, { "a", "\\mu", "eta" } };

  assert_readings (CATEGORIES "diagram d in Cat {\n  C at 0, 0\n  D at 1, 0\n"
                              "  u : C -> D = F \"\"\n  w : C -> C = Id(C) \"\"\n}\n",
                   in_cat, G_N_ELEMENTS (in_cat));
  assert_readings (CATEGORIES "diagram d in [C, D] {\n  F at 0, 0\n  G at 1, 0\n"
                              "  a : F -> G = eta \"\"\n}\n",
                   in_functors, G_N_ELEMENTS (in_functors));
}

static void
test_sets (void)
{
  static const Reading readings[] = { { "u", "M(p)", "M(p)" },
                                      { "v", "M(q \\circ p)", "M(q) . M(p)" },
                                      { "v", "M(p)", "M(q) . M(p)" } };

  assert_readings ("category C {\n  objects X, Y, Z\n  p : X -> Y\n  q : Y -> Z\n}\n"
                   "functor M : C -> Set {\n  X |-> {a}\n  Y |-> {b}\n  Z |-> {c}\n"
                   "  p |-> {a |-> b}\n  q |-> {b |-> c}\n}\n"
                   "diagram d in Set {\n  n1 : M(X) at 0, 0\n  n2 : M(Y) at 1, 0\n"
                   "  n3 : M(Z) at 2, 0\n  u : n1 -> n2 = M(p) \"\"\n"
                   "  v : n1 -> n3 = M(q) . M(p) \"\"\n}\n",
                   readings, G_N_ELEMENTS (readings));
}

/* What was drawn without a label, and so declared, is given up for what is there already. */
static void
test_given_up (void)
{
  g_autoptr (ChaseDocument) document
      = parse ("category D {\n  objects A, B, E\n  f : A -> B\n  g : B -> E\n}\n"
               "diagram d in D {\n  A at 0, 0\n  B at 1, 0\n}\n");
  ChaseEdit *edit = chase_edit_new (document, 1);
  guint node = chase_edit_add_node (edit, "", 2, 0);
  guint arrow = chase_edit_add_arrow (edit, 0, node, "");
  g_autoptr (ChaseDocument) after = NULL;
  g_autofree char *text = NULL;

  chase_edit_set_label (edit, node, "E");
  chase_edit_set_label (edit, arrow, "gf");
  after = chase_edit_finish (edit);
  text = chase_notation_print (after, CHASE_NOTATION_ASCII);
  g_assert_cmpstr (text, ==,
                   "category D {\n  objects A, B, E\n  f : A -> B\n  g : B -> E\n}\n"
                   "diagram d in D {\n  A at 0, 0\n  B at 1, 0\n  E_2 : E at 2, 0\n"
                   "  gf : A -> E_2 = g . f \"gf\"\n}\n");
  chase_edit_free (edit);
  /* Said otherwise, it is a morphism of its own. */
  edit = chase_edit_new (after, 1);
  chase_edit_separate (edit, 3);
  g_clear_pointer (&after, chase_document_unref);
  after = chase_edit_finish (edit);
  chase_edit_free (edit);
  g_free (text);
  text = chase_notation_print (after, CHASE_NOTATION_ASCII);
  g_assert_nonnull (strstr (text, "  gf : A -> E\n}"));
  g_assert_nonnull (strstr (text, "  gf : A -> E_2 \"gf\"\n}"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reading/drawing", test_drawing);
  g_test_add_func ("/reading/inverse", test_inverse);
  g_test_add_func ("/reading/no-circle", test_no_circle);
  g_test_add_func ("/reading/category", test_category);
  g_test_add_func ("/reading/opposite", test_opposite);
  g_test_add_func ("/reading/functors", test_functors);
  g_test_add_func ("/reading/sets", test_sets);
  g_test_add_func ("/reading/given-up", test_given_up);
  return g_test_run ();
}
