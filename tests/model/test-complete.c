/* SPDX-License-Identifier: MIT */
#include "model/edit.h"
#include "model/guess.h"
#include "model/term.h"

static void
test_guess (void)
{
  static const char *const cases[][4] = {
    { "F(X)", "F(Y)", "\\eta_X", "\\eta_Y" },
    { "F(X)", "G(X)", "F(f)", "G(f)" },
    { "F(X)", "G(X)", "F(Y)", "G(Y)" },
    { "A", "A'", "f", "f'" },
    { "A_1", "A_2", "f_1", "f_2" },
    { "A'", "A", "f'", "f" },
    { "X \\times X", "Y \\times Y", "\\Delta_X", "\\Delta_Y" },
    { "A", "B", "g", NULL },
    { "F(X)", "G(Y)", "h", NULL },
    { "", "A", "f", NULL },
    { "A", "A", "f", NULL },
    { "\\mathcal{A}", "\\mathcal{B}", "1_{\\mathcal{A}}", "1_{\\mathcal{B}}" },
    { "X", "Y", "\\Xi", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *guess = chase_guess_label (cases[i][0], cases[i][1], cases[i][2]);

      g_assert_cmpstr (guess, ==, cases[i][3]);
    }
  {
    g_autofree char *inside = chase_guess_within ("F(X)", "X", "f");
    g_autofree char *all = chase_guess_within ("X", "X", "f");

    g_assert_cmpstr (inside, ==, "F(f)");
    g_assert_null (all);
  }
}

static ChaseEdit *
new_drawing (void)
{
  g_autoptr (ChaseDocument) empty = chase_document_new ();
  g_autoptr (ChaseItem) item = chase_item_new (CHASE_ITEM_DIAGRAM);
  g_autoptr (ChaseDocument) document = NULL;

  item->name = chase_name_new ("D");
  document = chase_document_insert (empty, -1, item);
  return chase_edit_new (document, 0);
}

static const char *
label_at (ChaseEdit *edit, guint cell)
{
  const ChaseStatement *statement = chase_edit_get (edit, cell);

  return statement->label != NULL ? statement->label : statement->name;
}

/* F(f) and \eta_X out of F(X): the rest of the naturality square is known. */
static void
test_naturality (void)
{
  ChaseEdit *edit = new_drawing ();
  guint a = chase_edit_add_node (edit, "F(X)", 0, 0), b = chase_edit_add_node (edit, "F(Y)", 1, 0);
  guint c = chase_edit_add_node (edit, "G(X)", 0, 1);
  ChaseCompletion what = CHASE_COMPLETE_AUTO;
  g_autoptr (GArray) made = NULL;

  chase_edit_add_arrow (edit, a, b, "F(f)");
  chase_edit_add_arrow (edit, a, c, "\\eta_X");
  made = chase_edit_complete (edit, &c, 1, &what);
  g_assert_cmpint (what, ==, CHASE_COMPLETE_SQUARE);
  g_assert_cmpuint (made->len, ==, 3);
  g_assert_cmpstr (label_at (edit, g_array_index (made, guint, 0)), ==, "G(f)");
  g_assert_cmpstr (label_at (edit, g_array_index (made, guint, 1)), ==, "G(Y)");
  g_assert_cmpstr (label_at (edit, g_array_index (made, guint, 2)), ==, "\\eta_Y");
  g_assert_cmpuint (chase_edit_node_at (edit, 1, 1), ==, g_array_index (made, guint, 1));
  g_array_set_size (made, 0);
  what = CHASE_COMPLETE_SQUARE;
  g_assert_null (chase_edit_complete (edit, &a, 1, &what)); /* it is closed */
  chase_edit_free (edit);
}

static void
test_others (void)
{
  ChaseEdit *edit = new_drawing ();
  guint a = chase_edit_add_node (edit, "A", 0, 0), b = chase_edit_add_node (edit, "B", 1, 0);
  guint c = chase_edit_add_node (edit, "C", 2, 0), arrows[2];
  guint nodes[2];
  ChaseCompletion what = CHASE_COMPLETE_AUTO;
  GArray *made;
  g_autofree char *text = NULL;

  arrows[0] = chase_edit_add_arrow (edit, a, b, "f");
  arrows[1] = chase_edit_add_arrow (edit, b, c, "g");
  made = chase_edit_complete (edit, arrows, 2, &what);
  g_assert_cmpint (what, ==, CHASE_COMPLETE_TRIANGLE);
  text = chase_term_to_label (chase_edit_get (edit, g_array_index (made, guint, 0))->value);
  g_assert_cmpstr (text, ==, "g \\circ f");
  g_array_unref (made);
  nodes[0] = a;
  nodes[1] = c;
  what = CHASE_COMPLETE_AUTO;
  made = chase_edit_complete (edit, nodes, 2, &what);
  g_assert_cmpint (what, ==, CHASE_COMPLETE_CONE);
  g_assert_cmpuint (made->len, ==, 3);
  g_assert_cmpfloat (chase_edit_get (edit, g_array_index (made, guint, 0))->y, ==, -1);
  g_array_unref (made);
  what = CHASE_COMPLETE_CYLINDER;
  made = chase_edit_complete (edit, &arrows[0], 1, &what);
  g_assert_cmpuint (made->len, ==, 5);
  g_assert_cmpstr (label_at (edit, g_array_index (made, guint, 1)), ==, "A'");
  g_assert_cmpstr (label_at (edit, g_array_index (made, guint, 4)), ==, "f'");
  g_array_unref (made);
  chase_edit_free (edit);
  edit = new_drawing ();
  a = chase_edit_add_node (edit, "A", 0, 0);
  what = CHASE_COMPLETE_AUTO;
  made = chase_edit_complete (edit, &a, 1, &what);
  g_assert_cmpint (what, ==, CHASE_COMPLETE_SPAN);
  g_assert_cmpuint (made->len, ==, 4);
  g_array_unref (made);
  what = CHASE_COMPLETE_AUTO;
  made = chase_edit_complete (edit, &a, 1, &what);
  g_assert_cmpint (what, ==, CHASE_COMPLETE_SQUARE);
  g_array_unref (made);
  chase_edit_free (edit);
}

/* A label that says a path is that path, where its parts are there. */
static void
test_read_path (void)
{
  ChaseEdit *edit = new_drawing ();
  guint a = chase_edit_add_node (edit, "A", 0, 0), b = chase_edit_add_node (edit, "B", 1, 0);
  guint c = chase_edit_add_node (edit, "C", 2, 0), h, loop;
  g_autofree char *path = NULL;
  g_autofree char *identity = NULL;

  chase_edit_add_arrow (edit, a, b, "f");
  chase_edit_add_arrow (edit, b, c, "g");
  h = chase_edit_add_arrow (edit, a, c, "");
  loop = chase_edit_add_arrow (edit, a, a, "");
  chase_edit_set_label (edit, h, "f \\circ g");
  g_assert_null (chase_edit_get (edit, h)->value);
  chase_edit_set_label (edit, h, "g \\circ f");
  g_assert_nonnull (chase_edit_get (edit, h)->value);
  path = chase_term_to_label (chase_edit_get (edit, h)->value);
  g_assert_cmpstr (path, ==, "g \\circ f");
  chase_edit_separate (edit, h);
  g_assert_null (chase_edit_get (edit, h)->value);
  g_assert_cmpstr (label_at (edit, h), ==, "g \\circ f");
  chase_edit_set_label (edit, h, "k");
  g_assert_null (chase_edit_get (edit, h)->value);
  chase_edit_set_label (edit, loop, "1_A");
  identity = chase_term_to_label (chase_edit_get (edit, loop)->value);
  g_assert_nonnull (identity);
  chase_edit_set_label (edit, loop, "t");
  g_assert_null (chase_edit_get (edit, loop)->value);
  chase_edit_free (edit);
}

static void
test_arrange (void)
{
  ChaseEdit *edit = new_drawing ();
  guint nodes[3] = { chase_edit_add_node (edit, "A", 0, 0), chase_edit_add_node (edit, "B", 1, 2),
                     chase_edit_add_node (edit, "C", 4, 1) };

  g_assert_true (chase_edit_arrange (edit, nodes, 3, CHASE_ALIGN_BOTTOM));
  g_assert_true (chase_edit_arrange (edit, nodes, 3, CHASE_DISTRIBUTE_ACROSS));
  g_assert_cmpfloat (chase_edit_get (edit, nodes[1])->x, ==, 2);
  g_assert_cmpfloat (chase_edit_get (edit, nodes[0])->y, ==, 2);
  g_assert_cmpuint (chase_edit_insert_space (edit, TRUE, 2, 1), ==, 2);
  g_assert_cmpfloat (chase_edit_get (edit, nodes[2])->x, ==, 5);
  g_assert_false (chase_edit_arrange (edit, nodes, 1, CHASE_ALIGN_LEFT));
  g_assert_cmpuint (chase_edit_replace_in_labels (edit, nodes, 3, "B", "\\beta"), ==, 1);
  g_assert_cmpstr (label_at (edit, nodes[1]), ==, "\\beta");
  chase_edit_free (edit);
}

/* A grid whose middle column is out of place: its columns stay columns. */
static void
test_distribute_columns (void)
{
  ChaseEdit *edit = new_drawing ();
  guint nodes[6];

  for (guint i = 0; i < 6; i++)
    nodes[i] = chase_edit_add_node (edit, "A", (double[]){ 0, 0.5, 4 }[i / 2], i % 2);
  g_assert_true (chase_edit_arrange (edit, nodes, 6, CHASE_DISTRIBUTE_ACROSS));
  g_assert_false (chase_edit_arrange (edit, nodes, 6, CHASE_DISTRIBUTE_DOWN));
  for (guint i = 0; i < 6; i++)
    {
      g_assert_cmpfloat (chase_edit_get (edit, nodes[i])->x, ==, 2.0 * (i / 2));
      g_assert_cmpfloat (chase_edit_get (edit, nodes[i])->y, ==, i % 2);
    }
  chase_edit_free (edit);
}

static void
assert_place (ChaseEdit *edit, guint node, double x, double y)
{
  g_assert_cmpfloat (chase_edit_get (edit, node)->x, ==, x);
  g_assert_cmpfloat (chase_edit_get (edit, node)->y, ==, y);
}

/* What stands in one column goes side by side in the row, and not onto each other; nor onto what is
 * not selected. */
static void
test_align_apart (void)
{
  ChaseEdit *edit = new_drawing ();
  guint nodes[4];

  for (guint i = 0; i < 4; i++)
    nodes[i] = chase_edit_add_node (edit, "A", i % 2, i / 2);
  g_assert_true (chase_edit_arrange (edit, nodes, 4, CHASE_ALIGN_TOP));
  assert_place (edit, nodes[0], 0, 0);
  assert_place (edit, nodes[2], 1, 0);
  assert_place (edit, nodes[1], 2, 0);
  assert_place (edit, nodes[3], 3, 0);
  g_assert_true (chase_edit_arrange (edit, nodes, 4, CHASE_ALIGN_RIGHT));
  assert_place (edit, nodes[0], 3, 0);
  assert_place (edit, nodes[3], 3, 3);
  chase_edit_free (edit);
}

static void
test_align_beside (void)
{
  ChaseEdit *edit = new_drawing ();
  guint nodes[] = { chase_edit_add_node (edit, "A", 0, 0), chase_edit_add_node (edit, "B", 0, 2),
                    chase_edit_add_node (edit, "C", 0.5, 1) };
  guint other = chase_edit_add_node (edit, "X", 1, 2);

  g_assert_true (chase_edit_arrange (edit, nodes, 3, CHASE_ALIGN_BOTTOM));
  assert_place (edit, nodes[0], 0, 2);
  assert_place (edit, nodes[1], 2, 2);
  assert_place (edit, nodes[2], 2.5, 2);
  assert_place (edit, other, 1, 2);
  chase_edit_free (edit);
}

/* The middle of what stands on the grid is a line of the grid, the one with more on it; of what
 * does not, it is the middle. */
static void
test_align_on_grid (void)
{
  ChaseEdit *edit = new_drawing ();
  guint nodes[] = { chase_edit_add_node (edit, "A", 0, 0), chase_edit_add_node (edit, "B", 1, 1),
                    chase_edit_add_node (edit, "C", 5, 1) };
  guint loose[]
      = { chase_edit_add_node (edit, "X", 0, 5), chase_edit_add_node (edit, "Y", 1, 5.5) };

  g_assert_true (chase_edit_arrange (edit, nodes, 2, CHASE_ALIGN_ROW));
  assert_place (edit, nodes[1], 1, 0);
  chase_edit_place (edit, nodes[1], 1, 1);
  g_assert_true (chase_edit_arrange (edit, nodes, 3, CHASE_ALIGN_ROW));
  assert_place (edit, nodes[0], 0, 1);
  g_assert_true (chase_edit_arrange (edit, nodes, 3, CHASE_ALIGN_COLUMN));
  assert_place (edit, nodes[2], 2, 3);
  g_assert_true (chase_edit_arrange (edit, loose, 2, CHASE_ALIGN_ROW));
  assert_place (edit, loose[0], 0, 5.25);
  chase_edit_free (edit);
}

/* In a row of two squares an object in the middle marks the one that begins there; a sign is no
 * arrow, and does not hinder the next square. */
static void
test_corner (void)
{
  ChaseEdit *edit = new_drawing ();
  guint at[6], down[3], source, sink, across;

  for (guint i = 0; i < 6; i++)
    at[i] = chase_edit_add_node (edit, (char[]){ (char)('A' + i), '\0' }, i % 3, i / 3);
  for (guint i = 0; i < 3; i++)
    down[i] = chase_edit_add_arrow (edit, at[i], at[3 + i], "");
  for (guint i = 0; i < 2; i++)
    {
      across = chase_edit_add_arrow (edit, at[i], at[i + 1], "");
      chase_edit_add_arrow (edit, at[3 + i], at[4 + i], "");
    }
  g_assert_true (chase_edit_find_square (edit, &at[1], 1, FALSE, &source, &sink));
  g_assert_cmpuint (source, ==, at[1]);
  g_assert_cmpuint (sink, ==, at[5]);
  g_assert_true (chase_edit_find_square (edit, &at[0], 1, FALSE, &source, &sink));
  g_assert_cmpuint (sink, ==, at[4]);
  g_assert_true (chase_edit_find_square (edit, &at[4], 1, TRUE, &source, &sink));
  g_assert_cmpuint (source, ==, at[0]);
  g_assert_true (chase_edit_find_square (edit, &down[2], 1, FALSE, &source, &sink));
  g_assert_cmpuint (source, ==, at[1]);
  g_assert_false (
      chase_edit_find_square (edit, (guint[]){ across, down[0] }, 2, FALSE, &source, &sink));
  g_assert_cmpuint (chase_edit_find_corner (edit, at[1], at[5]), ==, CHASE_NO_HANDLE);
  chase_edit_add_corner (edit, at[1], at[5]);
  g_assert_cmpuint (chase_edit_find_corner (edit, at[1], at[5]), !=, CHASE_NO_HANDLE);
  g_assert_true (chase_edit_find_square (edit, &at[1], 1, FALSE, &source, &sink));
  g_assert_cmpuint (source, ==, at[1]);
  chase_edit_free (edit);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/complete/guess", test_guess);
  g_test_add_func ("/complete/naturality", test_naturality);
  g_test_add_func ("/complete/others", test_others);
  g_test_add_func ("/complete/read-path", test_read_path);
  g_test_add_func ("/complete/corner", test_corner);
  g_test_add_func ("/complete/arrange", test_arrange);
  g_test_add_func ("/complete/distribute-columns", test_distribute_columns);
  g_test_add_func ("/complete/align-apart", test_align_apart);
  g_test_add_func ("/complete/align-beside", test_align_beside);
  g_test_add_func ("/complete/align-on-grid", test_align_on_grid);
  return g_test_run ();
}
