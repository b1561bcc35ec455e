/* SPDX-License-Identifier: MIT */
#include "app/session-actions.h"
#include "model/problem.h"
#include "notation/notation.h"

#include <string.h>

/* Whatever is done in the window, in whatever order, the document can be read: no name stands
 * twice or nowhere, and what it says as text is the same document. */

#define N_ACTIONS 3000
#define CROWDED 60

static ChaseSession *session;
static char *clip;

#define ANY(list) list[g_test_rand_int_range (0, G_N_ELEMENTS (list))]

static const char *const labels[]
    = { "A",    "B",       "A'",   "f",           "g",  "g f", "f'", "", "x_1",
        "F(A)", "\\alpha", "id_A", "A \\times B", "f2", "A2",  "1",  "!" };
static const char *const lines[] = {
  "f : A -> B; g : B -> C", "h . f = k . g", "F(f) : F(X) -> F(Y)", "g f = h", "A", "f : A -> A"
};

static guint32
any_cell (void)
{
  guint n = chase_diagram_n_cells (chase_session_get_diagram (session));

  return n > 0 ? (guint32)g_test_rand_int_range (0, (gint32)n) : G_MAXUINT32;
}

static int
place (void)
{
  return g_test_rand_int_range (0, 6);
}

static void
any_end (ChaseEnd *end)
{
  *end = (ChaseEnd){ g_test_rand_int_range (0, 3) > 0 ? any_cell () : G_MAXUINT32, place (),
                     place () };
}

static const char *
do_connect (void)
{
  ChaseEnd from, to;

  any_end (&from);
  any_end (&to);
  g_array_unref (chase_session_connect (session, &from, &to));
  return "connect";
}

static const char *
do_reconnect (void)
{
  guint32 cell = any_cell ();
  ChaseEnd to;

  if (cell == G_MAXUINT32
      || chase_diagram_get_cell (chase_session_get_diagram (session), cell)->level == 0)
    return "nothing";
  any_end (&to);
  chase_session_reconnect (session, cell, g_test_rand_bit (), &to);
  return "reconnect";
}

static const char *
do_label (void)
{
  guint32 cell = any_cell ();

  if (cell == G_MAXUINT32)
    return "nothing";
  chase_session_begin_label (session, cell);
  chase_session_type_label (session, ANY (labels));
  if (g_test_rand_bit ())
    chase_session_type_label (session, ANY (labels));
  chase_session_end_label (session);
  return "label";
}

static const char *
do_select (void)
{
  guint32 cells[5];
  guint n = (guint)g_test_rand_int_range (1, G_N_ELEMENTS (cells) + 1);

  if (any_cell () == G_MAXUINT32)
    return "nothing";
  for (guint i = 0; i < n; i++)
    cells[i] = any_cell ();
  chase_session_select (session, NULL, 0);
  for (guint i = 0; i < n; i++)
    if (!chase_session_is_selected (session, cells[i]))
      chase_session_toggle (session, cells[i]);
  return "select";
}

static const char *
do_complete (void)
{
  g_array_unref (chase_session_complete (
      session, (ChaseCompletion)g_test_rand_int_range (0, CHASE_COMPLETE_CYLINDER + 1)));
  return "complete";
}

static const char *
do_insert (void)
{
  chase_session_insert (session, (ChaseTemplate)g_test_rand_int_range (0, CHASE_TEMPLATE_CUBE + 1),
                        place (), place ());
  return "insert";
}

static const char *
do_insert_template (void)
{
  g_auto (GStrv) names = chase_template_names ();

  chase_session_insert_template (
      session, names[g_test_rand_int_range (0, (gint32)g_strv_length (names))], place (), place ());
  return "insert a template";
}

static const char *
do_draw (void)
{
  g_free (chase_session_draw_text (session, ANY (lines), place (), place ()));
  return "draw text";
}

static const char *
do_copy (void)
{
  g_free (clip);
  clip = chase_session_copy (session);
  return "copy";
}

static const char *
do_paste (void)
{
  if (clip != NULL)
    chase_session_paste (session, clip, place (), place ());
  return "paste";
}

static const char *
do_replace (void)
{
  chase_session_replace (session, ANY (labels), ANY (labels));
  return "replace";
}

static const char *
do_turn (void)
{
  chase_session_turn (session, (ChaseTurn)g_test_rand_int_range (0, CHASE_TURN_ANTICLOCKWISE + 1));
  return "turn";
}

static const char *
do_say (void)
{
  chase_session_declare_all (session);
  return "declare all";
}

#define PLAIN(action)                                                                              \
  static const char *do_##action (void)                                                            \
  {                                                                                                \
    chase_session_##action (session);                                                              \
    return #action;                                                                                \
  }

PLAIN (separate)
PLAIN (delete)
PLAIN (reverse)
PLAIN (flip)
PLAIN (duplicate)
PLAIN (add_drawing)
PLAIN (select_connected)
PLAIN (undo)
PLAIN (redo)

static const char *
do_add_object (void)
{
  chase_session_add_object (session, place (), place ());
  return "add an object";
}

static const char *(*const actions[]) (void)
    = { do_connect, do_connect, do_connect, do_reconnect,       do_label,       do_label,
        do_label,   do_select,  do_select,  do_select,          do_complete,    do_insert,
        do_draw,    do_copy,    do_paste,   do_replace,         do_turn,        do_separate,
        do_delete,  do_reverse, do_flip,    do_duplicate,       do_add_drawing, do_select_connected,
        do_undo,    do_redo,    do_say,     do_insert_template, do_add_object };

/* A verdict may take its time; what has come is taken in. */
static void
run_loop (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
assert_reads (guint i, const char *done, const char *before)
{
  ChaseDocument *document = chase_session_get_document (session);
  g_autofree char *text = chase_notation_print (document, CHASE_NOTATION_ASCII);
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autoptr (ChaseDocument) read = chase_notation_parse (text, strlen (text), problems);

  for (guint k = 0; k < chase_document_n_items (read); k++)
    {
      ChaseItem *item = chase_document_get_item (read, k);

      if (item->kind == CHASE_ITEM_DIAGRAM && item->view == CHASE_VIEW_NONE)
        chase_diagram_unref (chase_diagram_new (read, item, problems));
    }
  if (problems->len > 0)
    {
      const ChaseProblem *problem = g_ptr_array_index (problems, 0);

      g_test_message ("%u: %s\n%s\nbecomes\n%s", i, done, before, text);
      g_test_message ("line %u: %s", problem->line, problem->message);
      g_test_fail ();
    }
  if (!chase_document_equal (read, document))
    {
      g_test_message ("%u: %s\n%s\nbecomes another document as text\n%s", i, done, before, text);
      g_test_fail ();
    }
}

static void
start (void)
{
  g_clear_object (&session);
  session = chase_session_new ();
}

static void
test_any_order (void)
{
  start ();
  for (guint i = 0; i < N_ACTIONS && !g_test_failed (); i++)
    {
      g_autofree char *before
          = chase_notation_print (chase_session_get_document (session), CHASE_NOTATION_ASCII);
      const char *done = ANY (actions) ();

      run_loop ();
      assert_reads (i, done, before);
      if (chase_diagram_n_cells (chase_session_get_diagram (session)) > CROWDED)
        start ();
    }
  g_clear_object (&session);
  g_clear_pointer (&clip, g_free);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session/any-order", test_any_order);
  return g_test_run ();
}
