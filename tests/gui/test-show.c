/* SPDX-License-Identifier: MIT */
#include "show-hand.h"

#include <math.h>

/* A presentation, by keys and clicks. */

#define LESSON                                                                                     \
  "# Two squares side by side.\n# Tell them that this is a ladder.\n"                              \
  "diagram ladder \"A ladder of two squares\" {\n"                                                 \
  "  A at 0, 0; B at 1, 0; C at 2, 0 [step = 2]; D at 0, 1; E at 1, 1; F at 2, 1 [step = 2]\n"     \
  "  a : A -> B; c : D -> E; p : A -> D; q : B -> E\n"                                             \
  "  # Now the second square comes.\n"                                                             \
  "  b : B -> C [step = 2]; d : E -> F [step = 2]; r : C -> F [step = 2]\n"                        \
  "  s : A -> E [step = 1]\n"                                                                      \
  "  q . a = c . p\n  r . b = d . q\n  s = q . a\n"                                                \
  "}\n"                                                                                            \
  "check r . b . a = d . c . p in ladder\n"                                                        \
  "diagram square \"A square that need not commute\" {\n"                                          \
  "  A at 0, 0; B at 1, 0; C at 0, 1; D at 1, 1\n"                                                 \
  "  f : A -> B; g : A -> C; h : B -> D; k : C -> D\n"                                             \
  "}\n"                                                                                            \
  "# All arrows turn.\ndiagram turned \"The opposite\" = opposite square\n"

static gboolean
knows_faces (void)
{
  for (guint i = 0; i < 2; i++)
    if (chase_deck_get_slide (chase_show_get_deck (gui_show ()), i)->faces == NULL)
      return FALSE;
  return chase_deck_get_slide (chase_show_get_deck (gui_show ()), 2)->diagram != NULL;
}

static void
open_lesson (const char *key)
{
  show_open ("lesson.chase", LESSON, key);
  gui_wait (knows_faces, "the faces");
}

static const char *
shown_heading (void)
{
  return gtk_label_get_label (gui_show ()->title);
}

/* A name that the program made up is no heading; one that somebody gave is. */
static void
test_heading (void)
{
  show_open ("lesson.chase",
             "diagram drawing {\n  A at 0, 0\n}\ndiagram drawing_2 \"Two\" {\n  A at 0, 0\n}\n"
             "diagram arrow {\n  A at 0, 0\n}\ndiagram arrow_opposite = opposite arrow\n"
             "diagram drawings {\n  A at 0, 0\n}\n",
             "F5");
  g_assert_cmpstr (shown_heading (), ==, "");
  gui_key ("Right");
  g_assert_cmpstr (shown_heading (), ==, "Two");
  gui_key ("Right");
  g_assert_cmpstr (shown_heading (), ==, "arrow");
  gui_key ("Right");
  g_assert_cmpstr (shown_heading (), ==, "");
  gui_key ("End");
  g_assert_cmpstr (shown_heading (), ==, "drawings");
  gui_stop ();
}

/* Through all places and back, by keys, by the clicker's and by clicks. */
static void
test_steps (void)
{
  ChaseCamera before;

  open_lesson ("F5");
  show_assert_place (0, 0);
  show_shoot ("show-1");
  gui_key ("space");
  show_assert_place (0, 1);
  show_shoot ("show-2");
  before = chase_stage_get_camera (show_stage ());
  gui_key ("Page_Down");
  show_assert_place (0, 2);
  show_shoot ("show-3");
  g_assert_cmpfloat (fabs (chase_stage_get_camera (show_stage ()).centre.x - before.centre.x)
                         + fabs (chase_stage_get_camera (show_stage ()).scale - before.scale),
                     >, 1);
  gui_key ("Right");
  show_assert_place (1, 0);
  gui_key ("Page_Up");
  show_assert_place (0, 2);
  gui_key ("Left");
  gui_key ("Left");
  gui_key ("Left");
  show_assert_place (0, 0);
  gui_click_widget (GTK_WIDGET (show_stage ()));
  show_assert_place (0, 1);
  gui_press (3);
  gui_release (3);
  show_assert_place (0, 0);
  gui_key ("End");
  show_assert_place (2, 0);
  gui_key ("space");
  show_assert_place (2, 0);
  gui_key ("Home");
  show_assert_place (0, 0);
  show_end ();
}

/* Where on the screen a height of the picture is. */
static double
on_screen (double y)
{
  ChaseCamera camera = chase_stage_get_camera (show_stage ());

  return gtk_widget_get_height (GTK_WIDGET (show_stage ())) / 2.0
         + (y - camera.centre.y) * camera.scale;
}

/* Neither the title nor the bar lies on the picture, at any step. */
static void
assert_uncovered (void)
{
  for (guint i = 0; i < 4; i++)
    {
      ChaseRect box = chase_scene_get_bounds (chase_stage_get_scene (show_stage ()));
      double height = gtk_widget_get_height (GTK_WIDGET (show_stage ()));
      GtkWidget *title = GTK_WIDGET (gui_show ()->title);

      gui_wait (show_is_at_rest, "the camera");
      g_assert_cmpfloat (on_screen (box.y), >=, gtk_widget_get_height (title));
      g_assert_cmpfloat (on_screen (box.y + box.height), <=,
                         height - gtk_widget_get_height (gui_show ()->bar));
      gui_key ("Page_Down");
    }
}

static void
test_uncovered (void)
{
  open_lesson ("F5");
  assert_uncovered ();
  show_end ();
}

static void
assert_same_camera (const ChaseCamera *camera)
{
  const ChaseCamera *now = &show_stage ()->to;

  g_assert_cmpfloat (now->scale, ==, camera->scale);
  g_assert_cmpfloat (now->centre.x, ==, camera->centre.x);
  g_assert_cmpfloat (now->centre.y, ==, camera->centre.y);
}

/* What is told of a page, paths that are swept and elements that run, begins and ends in the
 * picture as it stands, and does not lie outside the screen. */
static void
test_same_size (void)
{
  const ChaseSlide *slide;
  guint told = 0;

  open_lesson ("F5");
  for (guint i = 0; i < 2; i++)
    {
      ChaseCamera camera;

      slide = chase_deck_get_slide (chase_show_get_deck (gui_show ()), i);
      chase_show_go_to (gui_show (), (ChasePlace){ i, slide->last });
      gui_wait (show_is_at_rest, "the camera");
      camera = chase_stage_get_camera (show_stage ());
      for (guint k = 0; k < slide->tales->len; k++)
        {
          ChaseRect box;

          gui_key ("p");
          assert_same_camera (&camera);
          box = chase_motion_get_bounds (chase_stage_get_motion (show_stage ()));
          g_assert_cmpfloat (on_screen (box.y), >=,
                             gtk_widget_get_height (GTK_WIDGET (gui_show ()->title)) + 20);
          chase_stage_scrub (show_stage (), 1);
          told++;
        }
      gui_key ("Left");
      show_assert_place (i, slide->last);
      assert_same_camera (&camera);
    }
  g_assert_cmpuint (told, >=, 4);
  show_end ();
}

/* On a large screen the words are larger, and the picture keeps clear of them too. */
static void
test_large_words (void)
{
  GtkWidget *title;
  int least;

  open_lesson ("F5");
  title = GTK_WIDGET (gui_show ()->title);
  least = gtk_widget_get_height (title);
  chase_show_set_words (gui_show (), 1.8);
  gui_key ("Page_Down");
  gui_key ("Page_Up");
  gui_settle ();
  g_assert_cmpint (gtk_widget_get_height (title), >, 3 * least / 2);
  assert_uncovered ();
  show_end ();
}

/* What clickers send: on, back and black; and the other keys that do the same. */
static void
test_clicker (void)
{
  static const char *const on[] = { "Down", "Return", "n" };
  static const char *const back[] = { "Up", "BackSpace", "Page_Up" };
  static const char *const black[] = { "b", "period" };

  open_lesson ("F5");
  for (guint i = 0; i < G_N_ELEMENTS (on); i++)
    {
      gui_key (on[i]);
      show_assert_place (0, 1);
      gui_key (back[i]);
      show_assert_place (0, 0);
    }
  for (guint i = 0; i < G_N_ELEMENTS (black); i++)
    {
      gui_key (black[i]);
      g_assert_true (chase_stage_get_black (show_stage ()));
      gui_key (black[i]);
      g_assert_false (chase_stage_get_black (show_stage ()));
      show_assert_place (0, 0);
    }
  show_end ();
}

static gboolean
is_late (void)
{
  return chase_stage_get_time (show_stage ()) > 0.7;
}

static gboolean
is_early (void)
{
  return chase_stage_get_time (show_stage ()) < 0.3;
}

/* Pulls the time of what plays to and fro with the mouse. */
static void
pull_time (void)
{
  GtkWidget *scale = gtk_widget_get_first_child (gui_show ()->scrubber);
  double width = gtk_widget_get_width (scale), height = gtk_widget_get_height (scale);

  gui_point_at (scale, 0.5 * width, height / 2);
  gui_press (1);
  gui_point_at (scale, 0.9 * width, height / 2);
  gui_wait (is_late, "the end of the chase under the mouse");
  gui_point_at (scale, 0.15 * width, height / 2);
  gui_wait (is_early, "its start under the mouse");
  gui_release (1);
}

/* What plays is scrubbed and slowed with the mouse. */
static void
test_scrub (void)
{
  static const double speeds[] = { 0.5, 0.25, 1 };

  open_lesson ("F5");
  gui_key ("p");
  gui_key ("p");
  g_assert_false (chase_stage_is_playing (show_stage ()));
  gui_wait (show_has_scrubber, "the time in the bar");
  pull_time ();
  g_assert_false (chase_stage_is_playing (show_stage ()));
  for (guint i = 0; i < G_N_ELEMENTS (speeds); i++)
    {
      gui_click_widget (gui_show ()->speed);
      g_assert_cmpfloat (show_stage ()->speed, ==, speeds[i]);
      if (i == 0)
        show_shoot ("show-slow");
    }
  gui_key ("p");
  gui_wait (show_has_arrived, "the end of the chase");
  show_end ();
}

/* The longest proof is played first, a caption telling the chain of paths. */
static void
test_chase (void)
{
  open_lesson ("F5");
  gui_key ("p");
  g_assert_nonnull (chase_stage_get_motion (show_stage ()));
  g_assert_true (chase_stage_is_playing (show_stage ()));
  gui_key ("p");
  g_assert_false (chase_stage_is_playing (show_stage ()));
  chase_stage_scrub (show_stage (), 0.5);
  show_shoot ("show-chase");
  gui_key ("p");
  gui_wait (show_has_arrived, "the end of the chase");
  g_assert_cmpstr (gtk_label_get_label (gui_show ()->caption), ==,
                   "r ∘ b ∘ a = d ∘ q ∘ a = d ∘ c ∘ p");
  gui_key ("Left");
  g_assert_null (chase_stage_get_motion (show_stage ()));
  show_assert_place (0, 0);
  show_end ();
}

/* What need not commute is shown by an element; the opposite turns all arrows, and back. */
static void
test_others (void)
{
  open_lesson ("F5");
  gui_key ("End");
  show_assert_place (2, 0);
  gui_key ("Left");
  show_assert_place (1, 0);
  gui_key ("p");
  g_assert_nonnull (chase_stage_get_motion (show_stage ()));
  gui_key ("space");
  g_assert_cmpfloat (chase_stage_get_time (show_stage ()), ==, 1);
  show_shoot ("show-element");
  gui_key ("space");
  show_assert_place (2, 0);
  g_assert_true (chase_stage_is_playing (show_stage ()));
  gui_key ("p");
  chase_stage_scrub (show_stage (), 0.3);
  show_shoot ("show-opposite");
  chase_stage_scrub (show_stage (), 1);
  gui_key ("p");
  g_assert_true (show_stage ()->backwards);
  show_end ();
}

static void
test_tools (void)
{
  open_lesson ("F5");
  gui_key ("v");
  show_shoot ("show-verdicts");
  gui_key ("d");
  gui_key ("w");
  g_assert_cmpint (chase_stage_get_tool (show_stage ()), ==, CHASE_TOOL_PEN);
  gui_click_widget (GTK_WIDGET (show_stage ()));
  show_assert_place (0, 0); /* the pen writes, it does not go on */
  g_assert_cmpuint (chase_stage_n_strokes (show_stage ()), ==, 1);
  show_shoot ("show-dark");
  gui_key ("c");
  g_assert_cmpuint (chase_stage_n_strokes (show_stage ()), ==, 0);
  gui_key ("w");
  gui_key ("l");
  g_assert_cmpint (chase_stage_get_tool (show_stage ()), ==, CHASE_TOOL_POINTER);
  gui_key ("l");
  gui_key ("z");
  g_assert_true (chase_stage_is_zoomed (show_stage ()));
  show_shoot ("show-zoom");
  gui_key ("z");
  g_assert_false (chase_stage_is_zoomed (show_stage ()));
  gui_key ("b");
  g_assert_true (chase_stage_get_black (show_stage ()));
  gui_key ("space");
  g_assert_false (chase_stage_get_black (show_stage ()));
  show_end ();
}

/* Points at a column and row of the picture, and zooms; where the camera goes. */
static ChasePoint
zoom_at (double column, double row)
{
  ChasePoint place = chase_scene_from_grid (chase_stage_get_scene (show_stage ()), column, row), at;

  gui_wait (show_is_at_rest, "rest");
  at = show_on_stage (place);
  gui_point_at (GTK_WIDGET (show_stage ()), at.x, at.y);
  gui_key ("z");
  g_assert_true (chase_stage_is_zoomed (show_stage ()));
  gui_wait (show_is_at_rest, "rest");
  return chase_stage_get_camera (show_stage ()).centre;
}

/* Into the face that is under the mouse by its outline, and not by its box. */
static void
test_zoom (void)
{
  ChasePoint second, first, corner;
  double whole;

  open_lesson ("F5");
  gui_key ("space");
  gui_key ("space");
  show_assert_place (0, 2);
  gui_wait (show_is_at_rest, "rest");
  whole = chase_stage_get_camera (show_stage ()).scale;
  second = zoom_at (1.5, 0.5);
  show_shoot ("show-zoom-second");
  g_assert_cmpfloat (chase_stage_get_camera (show_stage ()).scale, >, 1.05 * whole);
  gui_key ("z");
  g_assert_false (chase_stage_is_zoomed (show_stage ()));
  first = zoom_at (0.8, 0.25);
  show_shoot ("show-zoom-first");
  corner = chase_scene_from_grid (chase_stage_get_scene (show_stage ()), 1, 0.5);
  g_assert_cmpfloat (first.x, <, corner.x);
  g_assert_cmpfloat (second.x, >, corner.x);
  show_end ();
}

static gboolean
has_no_strokes (void)
{
  return chase_stage_n_strokes (show_stage ()) == 0;
}

/* What the pen has drawn goes by itself; the test makes it older than it is. */
static void
test_pen (void)
{
  open_lesson ("F5");
  gui_key ("w");
  gui_click_widget (GTK_WIDGET (show_stage ()));
  g_assert_cmpuint (chase_stage_n_strokes (show_stage ()), ==, 1);
  ((ChaseStroke *)g_ptr_array_index (show_stage ()->strokes, 0))->done -= 10 * G_TIME_SPAN_SECOND;
  gui_wait (has_no_strokes, "the pen's line to vanish");
  show_end ();
}

static gboolean
has_presenter (void)
{
  return chase_show_get_presenter (gui_show ()) != NULL
         && gtk_widget_get_mapped (GTK_WIDGET (chase_show_get_presenter (gui_show ())));
}

static gboolean
has_no_presenter (void)
{
  return chase_show_get_presenter (gui_show ()) == NULL;
}

static gboolean
says (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, text))
      return TRUE;
  return FALSE;
}

/* The notes are the comments of what comes; its keys are the show's. */
static void
test_presenter (void)
{
  GtkWidget *presenter;

  open_lesson ("Shift_L+F5");
  gui_key ("s");
  gui_wait (has_presenter, "the presenter's window");
  presenter = GTK_WIDGET (chase_show_get_presenter (gui_show ()));
  g_assert_true (says (presenter, "Tell them that this is a ladder."));
  gui_shoot_widget (presenter, "show-presenter");
  gui_focus (presenter);
  gui_key ("space");
  gui_key ("space");
  show_assert_place (0, 2);
  g_assert_true (says (presenter, "Now the second square comes."));
  gui_key ("s");
  gui_wait (has_no_presenter, "the end of the presenter's window");
  gui_focus (GTK_WIDGET (gui_show ()));
  show_end ();
}

static GdkMonitor *
monitor_of (GtkWidget *widget)
{
  GdkSurface *surface = gtk_native_get_surface (gtk_widget_get_native (widget));

  return gdk_display_get_monitor_at_surface (gtk_widget_get_display (widget), surface);
}

static gboolean
is_apart (void)
{
  GdkMonitor *own = monitor_of (GTK_WIDGET (gui_window ()));
  GtkWindow *presenter = chase_show_get_presenter (gui_show ());

  return has_presenter () && monitor_of (GTK_WIDGET (gui_show ())) != own
         && monitor_of (GTK_WIDGET (presenter)) == own
         && gtk_window_is_fullscreen (GTK_WINDOW (gui_show ()));
}

static gboolean
has_class (GtkWidget *widget, gconstpointer name)
{
  return gtk_widget_has_css_class (widget, name);
}

static gboolean
clock_has_run (void)
{
  GtkWidget *elapsed = gui_find_below (GTK_WIDGET (chase_show_get_presenter (gui_show ())),
                                       has_class, "show-elapsed");

  return !g_str_equal (gtk_label_get_label (GTK_LABEL (elapsed)), "0:00");
}

/* The class's screen is the other one, and the presenter's window opens by itself where the teacher
 * is. */
static void
test_second_screen (void)
{
  GtkWidget *presenter;

  if (g_list_model_get_n_items (gdk_display_get_monitors (gdk_display_get_default ())) < 2)
    {
      g_test_skip ("there is one screen only");
      return;
    }
  open_lesson ("F5");
  gui_wait (is_apart, "a window on each screen");
  presenter = GTK_WIDGET (chase_show_get_presenter (gui_show ()));
  g_assert_true (says (presenter, "Tell them that this is a ladder."));
  g_assert_true (says (presenter, "A ladder of two squares, step 1 of 3"));
  gui_wait (clock_has_run, "the clock");
  show_click_button (presenter, "Next");
  show_assert_place (0, 1);
  gui_shoot_widget (presenter, "second-screen-presenter");
  gui_shoot_widget (GTK_WIDGET (gui_show ()), "second-screen-class");
  gui_focus (presenter);
  gui_key ("End");
  show_assert_place (2, 0);
  g_assert_true (says (presenter, "The end"));
  gui_focus (GTK_WIDGET (gui_show ()));
  show_end ();
}

/* The system asks for less motion: pictures change at once, and nothing plays by itself. */
static void
test_still (void)
{
  GtkSettings *settings = gtk_settings_get_default ();

  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
  open_lesson ("F5");
  gui_key ("space");
  g_assert_null (show_stage ()->change);
  g_assert_cmpfloat (show_stage ()->camera_t, ==, 1);
  gui_key ("p");
  g_assert_false (chase_stage_is_playing (show_stage ()));
  g_assert_nonnull (chase_stage_get_motion (show_stage ()));
  chase_stage_scrub (show_stage (), 0.5);
  g_assert_cmpfloat (chase_stage_get_time (show_stage ()), ==, 0.5);
  show_end ();
  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
}

#define QUESTIONS                                                                                  \
  "category C { objects A, B\n f : A -> B }\n"                                                     \
  "category D { objects X, Y\n u : X -> Y }\n"                                                     \
  "functor F : C -> D { A |-> X; B |-> Y; f |-> u }\n"                                             \
  "diagram square \"A square and its diagonal\" {\n"                                               \
  "  A at 0, 0; B at 1, 0; C at 0, 1; D at 1, 1\n"                                                 \
  "  f : A -> B; g : A -> C; h : B -> D; k : C -> D; s : A -> D [ask]\n"                           \
  "  h . f = k . g\n  s = h . f\n"                                                                 \
  "}\n"                                                                                            \
  "ask square commutes\n"                                                                          \
  "diagram arrow \"An arrow of C\" in C {\n  A at 0, 0 [ask = F]; B at 1, 0\n  f\n}\n"

static gboolean
has_questions (void)
{
  return chase_deck_get_slide (chase_show_get_deck (gui_show ()), 0)->faces != NULL;
}

/* The answer is clicked together or typed, drawn, and decided. */
static void
test_questions (void)
{
  show_open ("questions.chase", QUESTIONS, "F5");
  gui_wait (has_questions, "the faces");
  gui_wait (show_is_at_rest, "rest");
  g_assert_cmpstr (show_label (0, 8), ==, "\\,?");
  gui_key ("q");
  g_assert_true (chase_show_is_asking (gui_show ()));
  gui_wait (show_is_at_rest, "rest");
  gui_type ("f");
  gui_key ("Return");
  gui_wait (show_says_wrong, "the wrong answer");
  g_assert_cmpstr (show_label (0, 8), ==, "f");
  show_shoot ("show-wrong");
  gui_key ("Control_L+a");
  gui_key ("BackSpace");
  show_click_cell (5);
  show_click_cell (7);
  gui_key ("Return");
  gui_wait (show_says_right, "the right answer");
  g_assert_cmpstr (show_label (0, 8), ==, "k \\circ g");
  show_shoot ("show-right");
  gui_key ("q"); /* the line of text has given the keys back */
  gui_wait (show_is_at_rest, "rest");
  show_click_button (chase_show_get_question (gui_show ()), "No");
  gui_wait (show_says_wrong, "the wrong answer");
  g_assert_true (gui_show ()->verdicts);
  gui_key ("Escape");
  gui_key ("End");
  show_assert_place (1, 0);
  gui_wait (show_is_at_rest, "rest");
  gui_key ("q");
  gui_type ("X");
  gui_key ("Return");
  gui_wait (show_says_right, "the image");
  g_assert_cmpstr (show_label (1, 0), ==, "F(A) = X");
  show_shoot ("show-image");
  gui_key ("Escape");
  show_end ();
}

/* A clicker leaves a question behind that nobody answers, though its line of text has the keys. */
static void
test_unanswered (void)
{
  show_open ("questions.chase", QUESTIONS, "F5");
  gui_wait (has_questions, "the faces");
  gui_key ("q");
  g_assert_true (chase_show_is_asking (gui_show ()));
  gui_type ("k");
  gui_key ("Page_Down");
  show_assert_place (1, 0);
  g_assert_false (chase_show_is_asking (gui_show ()));
  gui_key ("q");
  gui_key ("Page_Up");
  show_assert_place (0, 0);
  g_assert_false (chase_show_is_asking (gui_show ()));
  show_end ();
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gui/show/steps", test_steps);
  g_test_add_func ("/gui/show/heading", test_heading);
  g_test_add_func ("/gui/show/uncovered", test_uncovered);
  g_test_add_func ("/gui/show/same-size", test_same_size);
  g_test_add_func ("/gui/show/large-words", test_large_words);
  g_test_add_func ("/gui/show/clicker", test_clicker);
  g_test_add_func ("/gui/show/scrub", test_scrub);
  g_test_add_func ("/gui/show/chase", test_chase);
  g_test_add_func ("/gui/show/others", test_others);
  g_test_add_func ("/gui/show/tools", test_tools);
  g_test_add_func ("/gui/show/zoom", test_zoom);
  g_test_add_func ("/gui/show/pen", test_pen);
  g_test_add_func ("/gui/show/presenter", test_presenter);
  g_test_add_func ("/gui/show/second-screen", test_second_screen);
  g_test_add_func ("/gui/show/still", test_still);
  g_test_add_func ("/gui/show/questions", test_questions);
  g_test_add_func ("/gui/show/unanswered", test_unanswered);
  return g_test_run ();
}
