/* SPDX-License-Identifier: MIT */
#include "show-hand.h"

/* A teacher's hour in one go, by nothing but keys and the mouse: a document is opened and presented
 * to the end and back, a chase is played, a class answers, and takes the page home. */

#define LESSON                                                                                     \
  "# First the two ways round.\n"                                                                  \
  "diagram square \"Two ways round\" {\n"                                                          \
  "  A at 0, 0; B at 1, 0 [step = 1]; C at 0, 1 [step = 2]; D at 1, 1 [step = 1]\n"                \
  "  f : A -> B [step = 1]; g : A -> C [step = 2]\n"                                               \
  "  h : B -> D [step = 1]; k : C -> D [step = 2]\n"                                               \
  "  # Ask the class.\n"                                                                           \
  "  s : A -> D [step = 3, ask]\n"                                                                 \
  "  h . f = k . g\n  s = h . f\n"                                                                 \
  "}\n"                                                                                            \
  "ask square commutes\n"                                                                          \
  "diagram ladder \"A ladder\" {\n"                                                                \
  "  P at 0, 0; Q at 1, 0; R at 2, 0; X at 0, 1; Y at 1, 1; Z at 2, 1\n"                           \
  "  a : P -> Q; b : Q -> R; c : X -> Y; d : Y -> Z\n"                                             \
  "  p : P -> X; q : Q -> Y; r : R -> Z\n"                                                         \
  "  q . a = c . p\n  r . b = d . q\n"                                                             \
  "}\n"                                                                                            \
  "check r . b . a = d . c . p in ladder\n"                                                        \
  "# All arrows turn.\n"                                                                           \
  "diagram turned \"The opposite\" = opposite ladder\n"

/* The arrow that is asked for, and the two that it is the composite of. */
enum
{
  CELL_G = 5,
  CELL_K = 7,
  CELL_S = 8
};

static const ChasePlace places[] = { { 0, 0 }, { 0, 1 }, { 0, 2 }, { 0, 3 }, { 1, 0 }, { 2, 0 } };

static gboolean
has_document (void)
{
  return !chase_window_is_starting (gui_window ())
         && chase_session_get_diagram (gui_session ()) != NULL
         && chase_diagram_n_cells (chase_session_get_diagram (gui_session ())) == 9;
}

/* From the start page, by the dialog. */
static void
open_document (void)
{
  g_autofree char *path = gui_path ("hour.chase");

  g_assert_true (g_file_set_contents (path, LESSON, -1, NULL));
  gui_start_page ();
  gui_key ("Control_L+o");
  gui_answer_dialog (path);
  gui_wait (has_document, "the document");
  gui_verdicts ();
}

static gboolean
knows_all (void)
{
  return chase_deck_is_complete (chase_show_get_deck (gui_show ()));
}

static void
look (guint place)
{
  g_autofree char *name = g_strdup_printf ("teacher-%u", place);

  show_assert_place (places[place].slide, places[place].step);
  show_shoot (name);
}

static void
to_the_end_and_back (void)
{
  const guint n = G_N_ELEMENTS (places);

  for (guint i = 0; i < n; i++)
    {
      look (i);
      gui_key ("Page_Down");
    }
  show_assert_place (places[n - 1].slide, places[n - 1].step);
  for (guint i = n - 1; i > 0; i--)
    {
      gui_key ("Page_Up");
      gui_wait (show_is_at_rest, "rest");
      show_assert_place (places[i - 1].slide, places[i - 1].step);
    }
}

static double
now (void)
{
  return chase_stage_get_time (show_stage ());
}

static gboolean
is_late (void)
{
  return now () > 0.7;
}

static gboolean
is_early (void)
{
  return now () < 0.3;
}

static double stood_at;

static gboolean
goes_on (void)
{
  return now () > stood_at;
}

/* Two frames of what stands still show one time. */
static void
assert_still (void)
{
  g_assert_false (chase_stage_is_playing (show_stage ()));
  stood_at = now ();
  gui_settle ();
  g_assert_cmpfloat (now (), ==, stood_at);
}

static void
pull_time (void)
{
  GtkWidget *scale = gtk_widget_get_first_child (gui_show ()->scrubber);
  double width = gtk_widget_get_width (scale), height = gtk_widget_get_height (scale);

  gui_wait (show_has_scrubber, "the time in the bar");
  gui_point_at (scale, 0.5 * width, height / 2);
  gui_press (1);
  gui_point_at (scale, 0.9 * width, height / 2);
  gui_wait (is_late, "the end of the chase under the mouse");
  gui_point_at (scale, 0.15 * width, height / 2);
  gui_wait (is_early, "its start under the mouse");
  gui_release (1);
}

/* It is stilled, pulled to and fro, goes on slowly, is stilled again, and goes on to its end. */
static void
play_chase (void)
{
  for (guint i = 0; i < 4; i++)
    gui_key ("Page_Down");
  show_assert_place (1, 0);
  gui_wait (show_is_at_rest, "rest");
  gui_key ("p");
  g_assert_true (chase_stage_is_playing (show_stage ()));
  gui_key ("p");
  assert_still ();
  pull_time ();
  assert_still ();
  gui_click_widget (gui_show ()->speed);
  gui_click_widget (gui_show ()->speed);
  g_assert_cmpfloat (show_stage ()->speed, ==, 0.25);
  gui_key ("p");
  gui_wait (goes_on, "the slow chase");
  gui_key ("p");
  assert_still ();
  show_shoot ("teacher-chase");
  gui_click_widget (gui_show ()->speed);
  g_assert_cmpfloat (show_stage ()->speed, ==, 1);
  gui_key ("p");
  gui_wait (show_has_arrived, "the end of the chase");
  g_assert_cmpstr (gtk_label_get_label (gui_show ()->caption), ==,
                   "r ∘ b ∘ a = d ∘ q ∘ a = d ∘ c ∘ p");
  gui_key ("Left");
  show_assert_place (1, 0);
}

/* What the class says is drawn at the place of the question mark, and decided: the engine knows
 * why one arrow will not do, and that the other way round is as good an answer as the first. */
static void
answer (void)
{
  gui_key ("Left");
  show_assert_place (0, 3);
  gui_wait (show_is_at_rest, "rest");
  g_assert_cmpstr (show_label (0, CELL_S), ==, "\\,?");
  gui_key ("q");
  gui_wait (show_is_at_rest, "rest");
  gui_type ("k");
  gui_key ("Return");
  gui_wait (show_says_wrong, "the wrong answer");
  g_assert_nonnull (strstr (show_said (), "C"));
  g_assert_cmpstr (show_label (0, CELL_S), ==, "k");
  show_shoot ("teacher-wrong");
  gui_key ("Control_L+a");
  gui_key ("BackSpace");
  show_click_cell (CELL_G);
  show_click_cell (CELL_K);
  gui_key ("Return");
  gui_wait (show_says_right, "the right answer");
  g_assert_cmpstr (show_label (0, CELL_S), ==, "k \\circ g");
  show_shoot ("teacher-right");
  gui_key ("q");
  gui_wait (show_is_at_rest, "rest");
  show_click_button (chase_show_get_question (gui_show ()), "Yes");
  gui_wait (show_says_right, "the square that commutes");
  g_assert_true (gui_show ()->verdicts);
  show_shoot ("teacher-commutes");
  gui_key ("Escape");
  g_assert_false (chase_show_is_asking (gui_show ()));
}

/* What is played tells of the arrow by the name that the class gave it. */
static void
play_answer (void)
{
  gui_key ("p");
  gui_key ("space");
  g_assert_cmpstr (gtk_label_get_label (gui_show ()->caption), ==, "h ∘ f = k ∘ g");
  gui_key ("p");
  gui_key ("space");
  g_assert_cmpstr (gtk_label_get_label (gui_show ()->caption), ==, "k ∘ g = h ∘ f");
  gui_key ("Left");
  show_assert_place (0, 3);
}

static gboolean
has_page (void)
{
  g_autofree char *page = gui_path ("hour.html");
  g_autofree char *text = NULL;

  return g_file_get_contents (page, &text, NULL, NULL) && strstr (text, "</html>") != NULL;
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *p = strstr (text, part); p != NULL; p = strstr (p + 1, part))
    n++;
  return n;
}

/* By the dialog; tests/browser goes on where this ends, with the page at CHASE_LESSON_PAGE. */
static void
export_page (void)
{
  g_autofree char *page = gui_path ("hour.html");
  const char *copy = g_getenv ("CHASE_LESSON_PAGE");
  g_autofree char *text = NULL;

  gui_focus (GTK_WIDGET (gui_window ()));
  gui_key ("Control_L+e");
  gui_answer_dialog (page);
  gui_wait (has_page, "the page");
  gui_shoot ("teacher-exported");
  text = gui_read (page);
  g_assert_cmpuint (count (text, "<section>"), ==, 3);
  g_assert_cmpuint (count (text, "<figure>"), ==, G_N_ELEMENTS (places));
  g_assert_cmpuint (count (text, "<figure class=\"moving\">"), ==, 6);
  g_assert_nonnull (strstr (text, "<figcaption>s = h ∘ f</figcaption>"));
  if (copy != NULL)
    g_assert_true (g_file_set_contents (copy, text, -1, NULL));
}

static void
test_hour (void)
{
  double longest;
  guint frames;

  open_document ();
  show_begin ("F5");
  gui_wait (knows_all, "all that is shown");
  chase_stage_take_frames (show_stage (), NULL);
  to_the_end_and_back ();
  play_chase ();
  longest = chase_stage_take_frames (show_stage (), &frames);
  g_test_message ("%u frames, the longest %.1f ms", frames, longest);
  g_assert_cmpuint (frames, >, 20);
  answer ();
  play_answer ();
  show_leave ();
  export_page ();
  gui_stop ();
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gui/teacher/hour", test_hour);
  return g_test_run ();
}
