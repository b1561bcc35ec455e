/* SPDX-License-Identifier: MIT */
#include "model/edit.h"
#include "model/history.h"
#include "model/problem.h"

/* A drawing as one line of text: "A 0,0; B 1,0; f A>B; h.f=k.g". */
static void
put_term (GString *out, const ChaseTerm *term)
{
  if (term->kind == CHASE_TERM_NAME)
    {
      g_string_append (out, term->name);
      return;
    }
  g_assert_cmpint (term->kind, ==, CHASE_TERM_COMPOSE);
  for (guint32 i = 0; i < term->n_args; i++)
    {
      if (i > 0)
        g_string_append_c (out, '.');
      put_term (out, term->args[i]);
    }
}

static void
put_statement (GString *out, const ChaseStatement *statement)
{
  const GPtrArray *terms = chase_statement_terms (statement);

  g_string_append (out, statement->joined ? ", " : out->len > 0 ? "; " : "");
  g_string_append (out, statement->name != NULL ? statement->name : "");
  if (statement->kind == CHASE_STATEMENT_PROPERTY)
    g_string_append_printf (out, ":%s", chase_property_word (statement->property));
  if (statement->has_position)
    g_string_append_printf (out, " %g,%g", statement->x, statement->y);
  if ((statement->kind == CHASE_STATEMENT_ARROW || statement->kind == CHASE_STATEMENT_ASSIGNMENT)
      && statement->from != NULL)
    {
      g_string_append_c (out, ' ');
      put_term (out, statement->from);
      g_string_append (out, statement->level >= 2 ? ">>" : ">");
      put_term (out, statement->to);
    }
  if (statement->value != NULL)
    {
      g_string_append_c (out, '~');
      put_term (out, statement->value);
    }
  for (guint i = 0; terms != NULL && i < terms->len; i++)
    {
      if (i > 0)
        g_string_append_c (out, '=');
      put_term (out, g_ptr_array_index (terms, i));
    }
  if (statement->label != NULL)
    g_string_append_printf (out, " \"%s\"", statement->label);
}

static char *
dump_item (const ChaseItem *item)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < chase_item_n_statements (item); i++)
    put_statement (out, chase_item_get_statement (item, i));
  return g_string_free (out, FALSE);
}

#define assert_item(item, text)                                                                    \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *dumped = dump_item (item);                                                    \
    g_assert_cmpstr (dumped, ==, text);                                                            \
  }                                                                                                \
  G_STMT_END

/* Finishes @edit and opens the next one on the result, after asserting what it says. */
static ChaseEdit *
next_edit (ChaseEdit *edit, const char *text)
{
  g_autoptr (ChaseDocument) document = chase_edit_finish (edit);

  chase_edit_free (edit);
  assert_item (chase_document_nth (document, CHASE_ITEM_DIAGRAM, 0), text);
  return chase_edit_new (document,
                         (guint)chase_document_index_of (
                             document, chase_document_nth (document, CHASE_ITEM_DIAGRAM, 0)));
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

#define SQUARE "A 0,0; B 1,0; C 0,1; D 1,1; f A>B; g A>C; h B>D; k C>D"

/* Handles: A B C D are 0 to 3, f g h k are 4 to 7. */
static ChaseEdit *
new_square (void)
{
  ChaseEdit *edit = new_drawing ();
  guint a = chase_edit_add_node (edit, "A", 0, 0), b = chase_edit_add_node (edit, "B", 1, 0);
  guint c = chase_edit_add_node (edit, "C", 0, 1), d = chase_edit_add_node (edit, "D", 1, 1);

  chase_edit_add_arrow (edit, a, b, "f");
  chase_edit_add_arrow (edit, a, c, "g");
  chase_edit_add_arrow (edit, b, d, "h");
  chase_edit_add_arrow (edit, c, d, "k");
  return next_edit (edit, SQUARE);
}

static const guint upper[] = { 4, 6 }, lower[] = { 5, 7 };

static void
test_names (void)
{
  static const char *const cases[][3] = {
    { "A", "A", "A" },
    { "x_1", "x_1", "x_1" },
    { "x_{12}", "x_12", "x_12" },
    { "x_12", NULL, "x_12" },
    { "f'", "f'", "f'" },
    { "鱿", "鱿", "鱿" },
    { "η", "η", "η" },
    { "\\eta_X", NULL, "eta_X" },
    { "F(X)", NULL, "FX" },
    { "0", NULL, NULL },
    { "\\mathcal{C}", NULL, "C" },
    { "A \\times B", NULL, "AtimesB" },
    { "g \\circ f", NULL, "gf" },
    { "", NULL, NULL },
    { "_", NULL, NULL },
    { "\\", NULL, NULL },
    { "a_{b_c}", NULL, "a_b_c" },
    { "`", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = chase_label_to_name (cases[i][0]);
      g_autofree char *stem = chase_label_to_stem (cases[i][0]);

      g_assert_cmpstr (name, ==, cases[i][1]);
      g_assert_cmpstr (stem, ==, cases[i][2]);
    }
}

static void
test_draw_square (void)
{
  ChaseEdit *edit = new_square ();

  g_assert_cmpuint (chase_edit_node_at (edit, 1, 1), ==, 3);
  g_assert_cmpuint (chase_edit_node_at (edit, 2, 1), ==, CHASE_NO_HANDLE);
  chase_edit_free (edit);
}

/* Typed in the wrong order and put right, one after the other: no name stays behind. */
static void
test_mixed_up (void)
{
  ChaseEdit *edit = new_drawing ();
  guint a = chase_edit_add_node (edit, "A", 0, 0), z = chase_edit_add_node (edit, "f", 1, 0);
  guint f = chase_edit_add_arrow (edit, a, z, "Z");

  chase_edit_set_label (edit, z, "Z");
  edit = next_edit (edit, "A 0,0; f 1,0 \"Z\"; Z A>f");
  chase_edit_set_label (edit, f, "f");
  edit = next_edit (edit, "A 0,0; Z 1,0; f A>Z");
  chase_edit_free (edit);
}

/* Drawn first, named afterwards, as by hand: names that nobody gave make way. */
static void
test_blank_cells (void)
{
  ChaseEdit *edit = new_drawing ();
  guint a = chase_edit_add_node (edit, "", 0, 0), b = chase_edit_add_node (edit, "", 1, 0);
  guint f = chase_edit_add_arrow (edit, a, b, "");

  edit = next_edit (edit, "A 0,0 \"\"; B 1,0 \"\"; f A>B \"\"");
  chase_edit_set_label (edit, a, "B");
  chase_edit_set_label (edit, f, "\\eta_X");
  edit = next_edit (edit, "B 0,0; C 1,0 \"\"; eta_X B>C \"\\eta_X\"");
  chase_edit_set_label (edit, b, " A ");
  chase_edit_set_label (edit, f, "f");
  edit = next_edit (edit, "B 0,0; A 1,0; f B>A");
  chase_edit_set_label (edit, f, "");
  edit = next_edit (edit, "B 0,0; A 1,0; f B>A \"\"");
  chase_edit_free (edit);
}

/* Equal labels mean equal things; what one of them is called later leaves the others alone. */
static void
test_same_label (void)
{
  ChaseEdit *edit = new_square ();
  static const guint all[] = { 0, 1, 4 };

  chase_edit_set_label (edit, 3, "A");
  edit = next_edit (edit, "A 0,0; B 1,0; C 0,1; A_2 1,1~A; f A>B; g A>C; h B>A_2; k C>A_2");
  g_assert_true (chase_edit_shares (edit, 3));
  chase_edit_set_label (edit, 2, "B");
  edit = next_edit (edit, "A 0,0; B 1,0; B_2 0,1~B; A_2 1,1~A; f A>B; g A>B_2; h B>A_2; k B_2>A_2");
  chase_edit_set_label (edit, 5, "f");
  edit = next_edit (edit,
                    "A 0,0; B 1,0; B_2 0,1~B; A_2 1,1~A; f A>B; f_2 A>B_2~f; h B>A_2; k B_2>A_2");
  chase_edit_set_label (edit, 1, "X");
  edit = next_edit (edit, "A 0,0; X 1,0; B 0,1; A_2 1,1~A; f A>X; f_2 A>B \"f\"; h X>A_2; k B>A_2");
  chase_edit_separate (edit, 3);
  edit = next_edit (edit,
                    "A 0,0; X 1,0; B 0,1; A_2 1,1 \"A\"; f A>X; f_2 A>B \"f\"; h X>A_2; k B>A_2");
  chase_edit_set_label (edit, 2, "\\bullet");
  chase_edit_set_label (edit, 1, "\\bullet");
  g_assert_false (chase_edit_shares (edit, 1));
  chase_edit_delete (edit, all, G_N_ELEMENTS (all));
  chase_edit_free (edit);
}

/* The one that others show goes: the first of the others is what they show then. */
static void
test_hand_over (void)
{
  ChaseEdit *edit = new_square ();
  static const guint upper_left[] = { 0, 4 };

  chase_edit_set_label (edit, 3, "A");
  chase_edit_set_label (edit, 2, "B");
  chase_edit_set_label (edit, 5, "f");
  chase_edit_delete (edit, upper_left + 1, 1);
  edit = next_edit (edit, "A 0,0; B 1,0; B_2 0,1~B; A_2 1,1~A; f A>B_2; h B>A_2; k B_2>A_2");
  chase_edit_delete (edit, upper_left, 1);
  edit = next_edit (edit, "B 1,0; B_2 0,1~B; A 1,1; h B>A; k B_2>A");
  g_assert_true (chase_edit_reverse (edit, 3));
  chase_edit_free (edit);
}

/* An equation that no longer composes goes with the sharing that it relied on. */
static void
test_broken_equation (void)
{
  ChaseEdit *edit = new_square ();

  g_assert_true (chase_edit_declare_face (edit, upper, 2, lower, 2));
  chase_edit_set_label (edit, 3, "A");
  edit
      = next_edit (edit, "A 0,0; B 1,0; C 0,1; A_2 1,1~A; f A>B; g A>C; h B>A_2; k C>A_2; h.f=k.g");
  chase_edit_set_label (edit, 3, "D");
  edit = next_edit (edit, SQUARE "; h.f=k.g");
  chase_edit_free (edit);
}

static ChaseDocument *
with_check (ChaseEdit *edit)
{
  g_autoptr (ChaseDocument) document = chase_edit_finish (edit);
  g_autoptr (ChaseItem) check = chase_item_new (CHASE_ITEM_CHECK);

  check->proposition = chase_proposition_new (CHASE_PROPOSITION_IS);
  chase_proposition_take (&check->proposition->terms, chase_term_new_name ("h"));
  chase_edit_free (edit);
  return chase_document_insert (document, -1, check);
}

static void
test_rename_reaches_all (void)
{
  ChaseEdit *edit = new_square ();
  g_autoptr (ChaseDocument) document = NULL;
  g_autoptr (ChaseDocument) after = NULL;
  const ChaseProposition *said;

  g_assert_true (chase_edit_declare_face (edit, upper, 2, lower, 2));
  edit = next_edit (edit, SQUARE "; h.f=k.g");
  document = with_check (edit);
  edit = chase_edit_new (document, 0);
  chase_edit_set_label (edit, 6, "p_1");
  chase_edit_set_label (edit, 3, "P");
  after = chase_edit_finish (edit);
  assert_item (chase_document_get_item (after, 0),
               "A 0,0; B 1,0; C 0,1; P 1,1; f A>B; g A>C; p_1 B>P; k C>P; p_1.f=k.g");
  said = chase_document_get_item (after, 1)->proposition;
  g_assert_true (chase_term_is_name (g_ptr_array_index (said->terms, 0), "p_1"));
  chase_edit_free (edit);
}

static void
test_faces (void)
{
  ChaseEdit *edit = new_square ();

  g_assert_false (chase_edit_is_given (edit, upper, 2, lower, 2));
  g_assert_false (chase_edit_withdraw_face (edit, upper, 2, lower, 2));
  g_assert_false (chase_edit_declare_face (edit, upper, 0, lower, 2));
  g_assert_true (chase_edit_declare_face (edit, upper, 2, lower, 2));
  g_assert_true (chase_edit_is_given (edit, lower, 2, upper, 2));
  g_assert_true (chase_edit_withdraw_face (edit, lower, 2, upper, 2));
  edit = next_edit (edit, SQUARE);
  chase_edit_free (edit);
}

/* a = b = c is two given equations in one statement: each can be withdrawn alone. */
static void
test_chain (void)
{
  const guint f[] = { 2 }, g[] = { 3 }, h[] = { 4 };
  ChaseEdit *edit = new_drawing ();
  ChaseStatement *chain = chase_statement_new (CHASE_STATEMENT_EQUATION);
  g_autoptr (ChaseDocument) document = NULL;
  g_autoptr (ChaseDocument) chained = NULL;
  g_autoptr (ChaseItem) item = NULL;

  chase_edit_add_node (edit, "A", 0, 0);
  chase_edit_add_node (edit, "B", 1, 0);
  for (guint i = 0; i < 3; i++)
    chase_edit_add_arrow (edit, 0, 1, i == 0 ? "f" : i == 1 ? "g" : "h");
  document = chase_edit_finish (edit);
  chase_edit_free (edit);
  item = chase_item_copy (chase_document_get_item (document, 0));
  chain->terms = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_term_unref);
  g_ptr_array_add (chain->terms, chase_term_new_name ("f"));
  g_ptr_array_add (chain->terms, chase_term_new_name ("g"));
  g_ptr_array_add (chain->terms, chase_term_new_name ("h"));
  chase_item_take_statement (item, chain);
  chained = chase_document_replace (document, 0, item);
  edit = chase_edit_new (chained, 0);
  g_assert_true (chase_edit_is_given (edit, g, 1, h, 1));
  g_assert_false (chase_edit_is_given (edit, f, 1, h, 1));
  g_assert_true (chase_edit_withdraw_face (edit, f, 1, g, 1));
  edit = next_edit (edit, "A 0,0; B 1,0; f A>B; g A>B; h A>B; g=h");
  chase_edit_free (edit);
}

static void
test_delete (void)
{
  ChaseEdit *edit = new_square ();
  guint two_cell, gone = 3;

  chase_edit_declare_face (edit, upper, 2, lower, 2);
  two_cell = chase_edit_add_arrow (edit, 6, 7, "\\alpha");
  edit = next_edit (edit, SQUARE "; alpha h>>k \"\\alpha\"; h.f=k.g");
  g_assert_cmpuint (two_cell, ==, 9);
  chase_edit_delete (edit, &gone, 1);
  edit = next_edit (edit, "A 0,0; B 1,0; C 0,1; f A>B; g A>C");
  chase_edit_delete (edit, (const guint[]){ 0, 1, 2 }, 3);
  edit = next_edit (edit, "");
  chase_edit_free (edit);
}

static void
test_reverse (void)
{
  ChaseEdit *edit = new_square ();
  ChaseStyle style;

  chase_edit_declare_face (edit, upper, 2, lower, 2);
  chase_style_init (&style);
  style.curve = 2;
  style.label_side = CHASE_LABEL_LEFT;
  chase_edit_set_style (edit, 4, &style);
  g_assert_true (chase_edit_reverse (edit, 4));
  g_assert_cmpfloat (chase_edit_get (edit, 4)->style->curve, ==, -2);
  g_assert_cmpint (chase_edit_get (edit, 4)->style->label_side, ==, CHASE_LABEL_RIGHT);
  chase_style_init (&style);
  chase_edit_set_style (edit, 4, &style);
  g_assert_null (chase_edit_get (edit, 4)->style);
  edit = next_edit (edit, "A 0,0; B 1,0; C 0,1; D 1,1; f B>A; g A>C; h B>D; k C>D");
  g_assert_true (chase_edit_reconnect (edit, 4, 1, 3));
  edit = next_edit (edit, "A 0,0; B 1,0; C 0,1; D 1,1; f B>D; g A>C; h B>D; k C>D");
  chase_edit_free (edit);
}

static void
test_reconnect_to_itself (void)
{
  ChaseEdit *edit = new_square ();
  guint cell = chase_edit_add_arrow (edit, 4, 5, "a");

  g_assert_false (chase_edit_reconnect (edit, 4, 0, cell));
  g_assert_false (chase_edit_reconnect (edit, 4, 0, 4));
  chase_edit_free (edit);
}

/* Loops go where neither arrows nor other loops are. */
static void
test_loops (void)
{
  ChaseEdit *edit = new_square ();
  guint first = chase_edit_add_arrow (edit, 3, 3, "t");
  guint second = chase_edit_add_arrow (edit, 3, 3, "u");

  /* h comes from above and k from the left. */
  g_assert_cmpfloat (chase_edit_get (edit, first)->style->angle, ==, 135);
  g_assert_cmpfloat (chase_edit_get (edit, second)->style->angle, !=, 135);
  g_assert_cmpfloat (chase_edit_get (edit, second)->style->angle, !=, 0);
  chase_edit_free (edit);
}

static void
test_move_and_turn (void)
{
  const guint all[] = { 0, 1, 2, 3 };
  ChaseEdit *edit = new_square ();

  chase_edit_move (edit, all, 2, 1.5, -1);
  edit = next_edit (edit, "A 1.5,-1; B 2.5,-1; C 0,1; D 1,1; f A>B; g A>C; h B>D; k C>D");
  chase_edit_move (edit, all, 2, -1.5, 1);
  chase_edit_turn (edit, all, 4, CHASE_TURN_CLOCKWISE);
  edit = next_edit (edit, "A 1,0; B 1,1; C 0,0; D 0,1; f A>B; g A>C; h B>D; k C>D");
  chase_edit_turn (edit, all, 4, CHASE_TURN_ANTICLOCKWISE);
  chase_edit_turn (edit, all, 4, CHASE_TURN_TRANSPOSE);
  edit = next_edit (edit, "A 0,0; B 0,1; C 1,0; D 1,1; f A>B; g A>C; h B>D; k C>D");
  chase_edit_turn (edit, all, 2, CHASE_TURN_CLOCKWISE);
  edit = next_edit (edit, "A 1,1; B 0,1; C 1,0; D 1,1; f A>B; g A>C; h B>D; k C>D");
  chase_edit_free (edit);
}

/* The angles of an edge and its further labels, under all that moves an edge. */
static void
test_angles (void)
{
  const guint all[] = { 0, 1, 2, 3 };
  static const double turned[][2]
      = { { 120, -90 }, { -60, 90 }, { -150, 0 }, { -30, 180 }, { 150, 0 } };
  ChaseEdit *edit = new_square ();
  g_autoptr (ChaseStyle) style = chase_style_new ();
  ChaseStyleLabel label;

  chase_style_label_init (&label);
  label.side = CHASE_LABEL_LEFT;
  label.at = 0.25;
  style->has_out = style->has_in = TRUE;
  style->out = 60;
  style->in = -90;
  style->bend = 10;
  chase_style_add_label (style, "x", &label);
  for (guint i = 0; i < G_N_ELEMENTS (turned); i++)
    {
      chase_edit_set_style (edit, 4, style);
      chase_edit_turn (edit, all, 4, (ChaseTurn)i);
      g_assert_cmpfloat (chase_edit_get (edit, 4)->style->out, ==, turned[i][0]);
      g_assert_cmpfloat (chase_edit_get (edit, 4)->style->in, ==, turned[i][1]);
      g_assert_cmpfloat (chase_edit_get (edit, 4)->style->bend, ==,
                         i <= CHASE_TURN_TRANSPOSE ? -10 : 10);
    }
  chase_edit_set_style (edit, 4, style);
  g_assert_true (chase_edit_reverse (edit, 4));
  g_assert_cmpfloat (chase_edit_get (edit, 4)->style->out, ==, -90);
  g_assert_cmpfloat (chase_style_get_label (chase_edit_get (edit, 4)->style, 0)->at, ==, 0.75);
  g_assert_cmpint (chase_style_get_label (chase_edit_get (edit, 4)->style, 0)->side, ==,
                   CHASE_LABEL_RIGHT);
  g_assert_true (chase_edit_reverse (edit, 4));
  g_assert_true (chase_style_equal (chase_edit_get (edit, 4)->style, style));
  chase_edit_flip (edit, 4);
  g_assert_false (chase_style_equal (chase_edit_get (edit, 4)->style, style));
  chase_edit_flip (edit, 4);
  g_assert_true (chase_style_equal (chase_edit_get (edit, 4)->style, style));
  chase_edit_free (edit);
}

static void
test_copy_and_paste (void)
{
  ChaseEdit *edit = new_square ();
  g_autoptr (ChaseDocument) document = NULL;
  g_autoptr (ChaseDiagram) diagram = NULL;
  g_autoptr (ChaseDiagram) fragment = NULL;
  g_autoptr (ChaseItem) half = NULL;
  g_autoptr (ChaseItem) whole = NULL;
  g_autoptr (GArray) pasted = NULL;
  guint all[8];

  for (guint i = 0; i < 8; i++)
    all[i] = i;
  chase_edit_declare_face (edit, upper, 2, lower, 2);
  document = chase_edit_finish (edit);
  chase_edit_free (edit);
  diagram = chase_diagram_new (document, chase_document_get_item (document, 0), NULL);
  half = chase_edit_copy (diagram, upper, 2, "copy");
  assert_item (half, "A 0,0; B 1,0; D 1,1; f A>B; h B>D");
  whole = chase_edit_copy (diagram, all, 8, "copy");
  assert_item (whole, SQUARE "; h.f=k.g");
  fragment = chase_diagram_new (document, whole, NULL);
  edit = chase_edit_new (document, 0);
  pasted = chase_edit_paste (edit, fragment, 2, 0);
  g_assert_cmpuint (pasted->len, ==, 8);
  edit = next_edit (edit, "A 0,0; B 1,0; C 0,1; D 1,1; A_2 2,0~A; B_2 3,0~B; C_2 2,1~C; "
                          "D_2 3,1~D; f A>B; g A>C; h B>D; k C>D; f_2 A_2>B_2~f; "
                          "g_2 A_2>C_2~g; h_2 B_2>D_2~h; k_2 C_2>D_2~k; h.f=k.g");
  chase_edit_free (edit);
}

/* @count nodes at random places, quarters of steps apart. */
static ChaseEdit *
scatter (GRand *rand, guint count)
{
  g_autoptr (ChaseDocument) empty = chase_document_new ();
  g_autoptr (ChaseItem) item = chase_item_new (CHASE_ITEM_DIAGRAM);
  g_autoptr (ChaseDocument) document = chase_document_insert (empty, 0, item);
  ChaseEdit *edit = chase_edit_new (document, 0);

  for (guint i = 0; i < count; i++)
    chase_edit_add_node (edit, "", g_rand_int_range (rand, -12, 12) / 4.0,
                         g_rand_int_range (rand, -6, 6) / 4.0);
  return edit;
}

static gboolean
has_room (const ChaseEdit *edit, const ChaseDiagram *fragment, double columns, double rows)
{
  for (guint32 i = 0; i < fragment->n_nodes; i++)
    {
      const ChaseCell *node = chase_diagram_get_cell (fragment, i);

      if (chase_edit_node_at (edit, node->x + columns, node->y + rows) != CHASE_NO_HANDLE)
        return FALSE;
    }
  return TRUE;
}

/* The same as trying one shift after another. */
static void
test_find_room (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261127);

  for (guint round = 0; round < 300; round++)
    {
      ChaseEdit *edit = scatter (rand, (guint)g_rand_int_range (rand, 0, 12));
      ChaseEdit *other = scatter (rand, (guint)g_rand_int_range (rand, 0, 5));
      g_autoptr (ChaseDocument) document = chase_edit_finish (other);
      g_autoptr (ChaseDiagram) fragment
          = chase_diagram_new (document, chase_document_get_item (document, 0), NULL);
      double columns = g_rand_int_range (rand, -20, 8) / 4.0;
      double rows = g_rand_int_range (rand, -4, 4) / 4.0;
      double found = chase_edit_find_room (edit, fragment, columns, rows);

      while (!has_room (edit, fragment, columns, rows))
        columns += 1;
      g_assert_cmpfloat (found, ==, columns);
      chase_edit_free (other);
      chase_edit_free (edit);
    }
}

static ChaseDocument *
square_in_category (void)
{
  static const char *const arrows[][3]
      = { { "f", "A", "B" }, { "g", "A", "C" }, { "h", "B", "D" }, { "k", "C", "D" } };
  g_autoptr (ChaseDocument) empty = chase_document_new ();
  g_autoptr (ChaseDocument) one = NULL;
  g_autoptr (ChaseItem) category = chase_item_new (CHASE_ITEM_CATEGORY);
  g_autoptr (ChaseItem) diagram = chase_item_new (CHASE_ITEM_DIAGRAM);

  category->name = chase_name_new ("Square");
  diagram->name = chase_name_new ("square");
  diagram->to = chase_term_new_name ("Square");
  for (guint i = 0; i < 4; i++)
    {
      char name[2] = { (char)('A' + i), '\0' };
      ChaseStatement *object = chase_statement_new (CHASE_STATEMENT_OBJECT);
      ChaseStatement *node = chase_statement_new (CHASE_STATEMENT_NODE);

      object->name = chase_name_new (name);
      object->joined = i > 0;
      node->name = chase_name_new (name);
      node->has_position = TRUE;
      node->x = i % 2;
      node->y = i / 2;
      chase_item_take_statement (category, object);
      chase_item_take_statement (diagram, node);
    }
  for (guint i = 0; i < 4; i++)
    {
      ChaseStatement *arrow = chase_statement_new (CHASE_STATEMENT_ARROW);
      ChaseStatement *draw = chase_statement_new (CHASE_STATEMENT_DRAW);

      arrow->name = chase_name_new (arrows[i][0]);
      arrow->from = chase_term_new_name (arrows[i][1]);
      arrow->to = chase_term_new_name (arrows[i][2]);
      draw->name = chase_name_new (arrows[i][0]);
      chase_item_take_statement (category, arrow);
      chase_item_take_statement (diagram, draw);
    }
  one = chase_document_insert (empty, -1, category);
  return chase_document_insert (one, -1, diagram);
}

#define CATEGORY "A, B, C, D; f A>B; g A>C; h B>D; k C>D"

static void
test_in_category (void)
{
  g_autoptr (ChaseDocument) document = square_in_category ();
  g_autoptr (ChaseDocument) after = NULL;
  ChaseEdit *edit = chase_edit_new (document, 1);
  guint e;

  g_assert_false (chase_edit_reverse (edit, 4));
  g_assert_true (chase_edit_declare_face (edit, upper, 2, lower, 2));
  g_assert_true (chase_edit_is_given (edit, upper, 2, lower, 2));
  e = chase_edit_add_node (edit, "E", 2, 1);
  chase_edit_add_arrow (edit, 3, e, "");
  after = chase_edit_finish (edit);
  assert_item (chase_document_get_item (after, 0), CATEGORY "; h.f=k.g; E; l D>E");
  assert_item (chase_document_get_item (after, 1),
               "A 0,0; B 1,0; C 0,1; D 1,1; E 2,1; f; g; h; k; l D>E \"\"");
  chase_edit_free (edit);
  edit = chase_edit_new (after, 1);
  g_assert_true (
      chase_edit_withdraw_face (edit, (const guint[]){ 5, 7 }, 2, (const guint[]){ 6, 8 }, 2));
  chase_edit_set_label (edit, 9, "m");
  chase_edit_delete (edit, (const guint[]){ 0 }, 1);
  edit = next_edit (edit, "B 1,0; C 0,1; D 1,1; E 2,1; h; k; m D>E");
  chase_edit_free (edit);
}

static void
test_unjoin (void)
{
  g_autoptr (ChaseDocument) empty = chase_document_new ();
  g_autoptr (ChaseDocument) document = NULL;
  g_autoptr (ChaseItem) diagram = chase_item_new (CHASE_ITEM_DIAGRAM);
  ChaseEdit *edit;

  for (guint i = 0; i < 4; i++)
    {
      char name[2] = { (char)('A' + i), '\0' };
      ChaseStatement *object = chase_statement_new (CHASE_STATEMENT_OBJECT);

      object->name = chase_name_new (name);
      object->joined = i > 0;
      chase_item_take_statement (diagram, object);
    }
  document = chase_document_insert (empty, -1, diagram);
  edit = chase_edit_new (document, 0);
  chase_edit_delete (edit, (const guint[]){ 0 }, 1);
  chase_edit_place (edit, 2, 1, 1);
  edit = next_edit (edit, "B; C 1,1; D");
  chase_edit_free (edit);
}

/* A hundred random edits, each undone and redone: the history gives every state back. */
static void
test_random_history (void)
{
  g_autoptr (ChaseHistory) history = NULL;
  g_autoptr (ChaseDocument) start = NULL;
  g_autoptr (GPtrArray) states = g_ptr_array_new ();
  ChaseEdit *edit = new_square ();

  start = chase_edit_finish (edit);
  chase_edit_free (edit);
  history = chase_history_new (start);
  for (guint i = 0; i < 100; i++)
    {
      ChaseDocument *now = chase_history_get_document (history);
      guint n = chase_item_n_statements (chase_document_get_item (now, 0));
      guint at = n > 0 ? (guint)g_test_rand_int_range (0, (gint)n) : 0;
      g_autoptr (ChaseDocument) next = NULL;

      edit = chase_edit_new (now, 0);
      if (n == 0 || g_test_rand_int_range (0, 3) == 0)
        chase_edit_add_node (edit, "X", i, i);
      else if (g_test_rand_int_range (0, 3) == 0)
        chase_edit_add_arrow (edit, at, (guint)g_test_rand_int_range (0, (gint)n), "");
      else if (g_test_rand_int_range (0, 3) == 0)
        chase_edit_set_label (edit, at, i % 2 ? "Y" : "\\beta");
      else if (!chase_edit_reverse (edit, at))
        chase_edit_delete (edit, &at, 1);
      next = chase_edit_finish (edit);
      chase_edit_free (edit);
      chase_history_commit (history, next, "Edit", NULL, NULL);
      g_ptr_array_add (states, next);
    }
  while (chase_history_undo (history))
    ;
  g_assert_true (chase_document_equal (chase_history_get_document (history), start));
  for (guint i = 0; i < states->len; i++)
    {
      g_assert_true (chase_history_redo (history));
      g_assert_true (chase_history_get_document (history) == g_ptr_array_index (states, i));
    }
}

/* After every random edit the diagram still resolves: no statement names what is not there. */
static void
test_always_whole (void)
{
  ChaseEdit *edit = new_square ();
  g_autoptr (ChaseDocument) now = chase_edit_finish (edit);

  chase_edit_free (edit);
  for (guint i = 0; i < 400; i++)
    {
      g_autoptr (GPtrArray) problems = chase_problems_new ();
      g_autoptr (ChaseDiagram) diagram = NULL;
      ChaseDocument *next;
      ChaseItem *item = chase_document_get_item (now, 0);
      guint n = chase_item_n_statements (item);
      guint at = n > 0 ? (guint)g_test_rand_int_range (0, (gint)n) : 0;
      guint other = n > 0 ? (guint)g_test_rand_int_range (0, (gint)n) : 0;

      edit = chase_edit_new (now, 0);
      switch (n == 0 ? 0 : g_test_rand_int_range (0, 6))
        {
        case 0:
          chase_edit_add_node (edit, i % 3 ? "" : "A", i, 0);
          break;
        case 1:
        case 2:
          chase_edit_add_arrow (edit, at, other, i % 3 ? "" : "f");
          break;
        case 3:
          chase_edit_set_label (edit, at, i % 2 ? "A" : "\\phi");
          break;
        case 4:
          chase_edit_reconnect (edit, at, i % 2, other);
          break;
        default:
          if (n > 12)
            chase_edit_delete (edit, &at, 1);
          break;
        }
      next = chase_edit_finish (edit);
      chase_edit_free (edit);
      chase_document_unref (now);
      now = next;
      diagram = chase_diagram_new (now, chase_document_get_item (now, 0), problems);
      g_assert_cmpuint (problems->len, ==, 0);
      g_assert_cmpuint (chase_diagram_n_cells (diagram), ==,
                        chase_item_n_statements (chase_document_get_item (now, 0)));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit/names", test_names);
  g_test_add_func ("/edit/mixed-up", test_mixed_up);
  g_test_add_func ("/edit/square", test_draw_square);
  g_test_add_func ("/edit/same-label", test_same_label);
  g_test_add_func ("/edit/hand-over", test_hand_over);
  g_test_add_func ("/edit/broken-equation", test_broken_equation);
  g_test_add_func ("/edit/blank-cells", test_blank_cells);
  g_test_add_func ("/edit/rename", test_rename_reaches_all);
  g_test_add_func ("/edit/faces", test_faces);
  g_test_add_func ("/edit/chain", test_chain);
  g_test_add_func ("/edit/delete", test_delete);
  g_test_add_func ("/edit/reverse", test_reverse);
  g_test_add_func ("/edit/reconnect", test_reconnect_to_itself);
  g_test_add_func ("/edit/loops", test_loops);
  g_test_add_func ("/edit/move-and-turn", test_move_and_turn);
  g_test_add_func ("/edit/angles", test_angles);
  g_test_add_func ("/edit/copy-and-paste", test_copy_and_paste);
  g_test_add_func ("/edit/find-room", test_find_room);
  g_test_add_func ("/edit/in-category", test_in_category);
  g_test_add_func ("/edit/unjoin", test_unjoin);
  g_test_add_func ("/edit/history", test_random_history);
  g_test_add_func ("/edit/always-whole", test_always_whole);
  return g_test_run ();
}
