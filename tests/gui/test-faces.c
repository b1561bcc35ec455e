/* SPDX-License-Identifier: MIT */
#include "app/session-actions.h"
#include "app/session-private.h"
#include "gui.h"

#include "model/repair.h"
#include "notation/notation.h"

/* What is said of faces, and what is offered where a claim does not hold. */

#define SQUARE                                                                                     \
  "diagram d {\n  A at 0, 0\n  B at 1, 0\n  C at 0, 1\n  D at 1, 1\n"                              \
  "  f : A -> B\n  g : A -> C\n  h : B -> D\n  k : C -> D\n}\n"

static void
assert_face (ChaseFaceState state, ChaseFaceClaim claim)
{
  const ChaseFaceVerdict *face = chase_verdicts_face (gui_verdicts (), 0);

  g_assert_cmpint (face->state, ==, state);
  g_assert_cmpint (face->claim, ==, claim);
}

/* Given, to be proved, nothing: one click each, and undone one by one. */
static void
test_clicks (void)
{
  gui_start_text ("faces.chase", SQUARE);
  assert_face (CHASE_STATE_FAILS, CHASE_FACE_UNCLAIMED);
  gui_shoot ("faces-fails");
  gui_click (0.5, 0.5, 1);
  assert_face (CHASE_STATE_GIVEN, CHASE_FACE_UNCLAIMED);
  g_assert_nonnull (strstr (chase_canvas_get_hint (gui_canvas ()), "given"));
  gui_shoot ("faces-given");
  gui_click (0.5, 0.5, 1);
  assert_face (CHASE_STATE_FAILS, CHASE_FACE_CLAIMED);
  gui_assert_says ("check h . f = k . g in d", TRUE);
  gui_assert_says ("  h . f = k . g\n", FALSE);
  /* The list of claims has come in beside the drawing, and moved nothing under the pointer. */
  g_assert_nonnull (strstr (chase_canvas_get_hint (gui_canvas ()), "Was to be proved"));
  gui_shoot ("faces-claimed");
  gui_press (1);
  gui_release (1);
  assert_face (CHASE_STATE_FAILS, CHASE_FACE_UNCLAIMED);
  gui_assert_says ("check", FALSE);
  gui_key ("Control_L+z");
  assert_face (CHASE_STATE_FAILS, CHASE_FACE_CLAIMED);
  gui_key ("Control_L+z");
  assert_face (CHASE_STATE_GIVEN, CHASE_FACE_UNCLAIMED);
  gui_key ("Control_L+z");
  assert_face (CHASE_STATE_FAILS, CHASE_FACE_UNCLAIMED);
  gui_stop ();
}

/* By keyboard alone: Shift+F selects the face, = and ? say what it is. An arrow that goes takes the
 * check with it. */
static void
test_keys (void)
{
  const guint32 f = 4;

  gui_start_text ("faces.chase", SQUARE);
  gui_verdicts ();
  gui_point (3, 3, 0, 0);
  gui_key ("Shift_L+f");
  gui_key ("equal");
  assert_face (CHASE_STATE_GIVEN, CHASE_FACE_UNCLAIMED);
  gui_key ("Shift_L+question");
  assert_face (CHASE_STATE_FAILS, CHASE_FACE_CLAIMED);
  gui_key ("Shift_L+question");
  assert_face (CHASE_STATE_FAILS, CHASE_FACE_UNCLAIMED);
  gui_key ("Shift_L+question");
  gui_assert_says ("check", TRUE);
  chase_session_select (gui_session (), &f, 1);
  gui_key ("Delete");
  gui_assert_says ("check", FALSE);
  gui_stop ();
}

/* What follows from what is given can be recorded as to be proved, and its proof is offered. */
static void
test_proved (void)
{
  gui_start_text ("faces.chase",
                  "category C {\n  objects A, B, C, D\n  f : A -> B\n  g : A -> C\n  h : B -> D\n"
                  "  k : C -> D\n  l : A -> D\n  h . f = l\n  k . g = l\n}\n"
                  "diagram d in C {\n  A at 0, 0\n  B at 1, 0\n  C at 0, 1\n  D at 1, 1\n"
                  "  f\n  g\n  h\n  k\n}\n");
  assert_face (CHASE_STATE_PROVED, CHASE_FACE_UNCLAIMED);
  gui_click (0.5, 0.5, 1);
  assert_face (CHASE_STATE_PROVED, CHASE_FACE_CLAIMED);
  gui_assert_says ("check h . f = k . g in C", TRUE);
  g_assert_nonnull (gui_find_button ("Show the Proof"));
  gui_shoot ("faces-proved");
  gui_click (0.5, 0.5, 1);
  assert_face (CHASE_STATE_PROVED, CHASE_FACE_UNCLAIMED);
  gui_stop ();
}

/* Higman's group: nothing decides what is asked of it, but where the square goes by @u, an
 * identity. */
#define HIGMAN(u)                                                                                  \
  "category G {\n  object X\n  a, b, c, d : X -> X\n  iso a, b, c, d\n"                            \
  "  b . a = a . b . b\n  c . b = b . c . c\n  d . c = c . d . d\n  a . d = d . a . a\n}\n"        \
  "diagram d in G {\n  p : X at 0, 0\n  q : X at 1, 0\n  r : X at 0, 1\n  s : X at 1, 1\n"         \
  "  u : p -> q = " u "\n  v : q -> s = id(X)\n  w : p -> r = id(X)\n  x : r -> s = id(X)\n}\n"
#define HARD HIGMAN ("a")

static gboolean
is_unasked (void)
{
  ChaseVerdicts *verdicts = chase_session_get_verdicts (gui_session ());

  return verdicts != NULL && verdicts->whole == CHASE_WHOLE_UNASKED
         && chase_verdicts_face (verdicts, 0)->state == CHASE_STATE_UNASKED
         && chase_session_is_judging (gui_session ())
         && strstr (chase_canvas_get_hint (gui_canvas ()), "Not asked yet") != NULL;
}

/* While a hard question is asked its face is there, and says that it has no answer yet. */
static void
test_unasked (void)
{
  g_autofree char *path = gui_path ("hard.chase");
  const char *paths[] = { path, NULL };

  g_assert_true (g_file_set_contents (path, HARD, -1, NULL));
  gui_start (paths);
  gui_point (0.5, 0.5, 0, 0);
  gui_wait (is_unasked, "the faces without verdicts");
  gui_shoot ("faces-unasked");
  gui_stop ();
}

static const char *
told (void)
{
  return gtk_label_get_text (gui_window ()->verdict_label);
}

static gboolean
is_checking (void)
{
  return is_unasked () && g_str_equal (told (), "Checking…")
         && gtk_spinner_get_spinning (GTK_SPINNER (gui_window ()->verdict_spinner));
}

static gboolean
is_told_to_commute (void)
{
  return !chase_session_is_judging (gui_session ()) && g_str_equal (told (), "Commutes")
         && !gtk_spinner_get_spinning (GTK_SPINNER (gui_window ()->verdict_spinner));
}

static void
write_text (const char *text)
{
  g_autoptr (ChaseDocument) document = chase_notation_parse (text, strlen (text), NULL);

  chase_session_replace_document (gui_session (), document, "Edit Text", NULL);
}

/* A hard question says that it is asked; an edit calls it off, and the answer to what is there then
 * takes its place. Undone, the hard one is asked again. */
static void
test_called_off (void)
{
  g_autofree char *path = gui_path ("hard.chase");
  const char *paths[] = { path, NULL };
  g_autoptr (GCancellable) asked = NULL;

  g_assert_true (g_file_set_contents (path, HARD, -1, NULL));
  gui_start (paths);
  gui_point (0.5, 0.5, 0, 0);
  gui_wait (is_checking, "the hard question");
  gui_shoot ("faces-checking");
  asked = g_object_ref (gui_session ()->judging);
  g_assert_false (g_cancellable_is_cancelled (asked));
  write_text (HIGMAN ("id(X)"));
  g_assert_true (g_cancellable_is_cancelled (asked));
  gui_wait (is_told_to_commute, "the answer to the easy question");
  g_assert_cmpint (gui_verdicts ()->whole, ==, CHASE_WHOLE_HOLDS);
  gui_key ("Control_L+z");
  gui_wait (is_checking, "the hard question, asked again");
  gui_stop ();
}

static gboolean
all_hold (void)
{
  GPtrArray *claims = chase_session_get_claims (gui_session ());

  if (chase_session_is_judging (gui_session ()) || claims == NULL || claims->len == 0)
    return FALSE;
  for (guint i = 0; i < claims->len; i++)
    if (((const ChaseResult *)g_ptr_array_index (claims, i))->verdict != CHASE_VERDICT_HOLDS)
      return FALSE;
  return chase_session_get_gaps (gui_session ())->len == 0;
}

static void
assert_fixed (const char *text, const char *button, const char *said, const char *undo)
{
  g_autofree char *before = NULL;

  gui_start_text ("faces.chase", text);
  before = gui_text ();
  gui_click_widget (gui_find_button (button));
  gui_assert_says (said, TRUE);
  g_assert_cmpstr (chase_session_undo_name (gui_session ()), ==, undo);
  gui_wait (all_hold, button);
  gui_key ("Control_L+z");
  gui_assert_text (before);
  gui_stop ();
}

static gboolean
is_row_of_button (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_LIST_BOX_ROW (widget) && gtk_widget_get_mapped (widget)
         && gtk_widget_is_ancestor (GTK_WIDGET (data), widget);
}

static gboolean
is_tooltip (GtkWidget *widget, gconstpointer data)
{
  return g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkTooltipWindow")
         && gtk_widget_get_mapped (widget);
}

static GtkWidget *
find_tooltip (void)
{
  return gui_find_below (GTK_WIDGET (gui_window ()), is_tooltip, NULL);
}

static gboolean
has_tooltip (void)
{
  return find_tooltip () != NULL;
}

/* The tooltip of a claim leaves free the button of what can be done about it. */
static void
test_fix_is_free (void)
{
  GtkWidget *button, *row;
  GdkSurface *surface;
  graphene_rect_t bounds;
  double x, y;

  gui_start_text ("faces.chase", SQUARE "check h . f = k . g in d\n");
  button = gtk_widget_get_ancestor (gui_find_button ("Declare this face given"), GTK_TYPE_BUTTON);
  row = gui_find_below (GTK_WIDGET (gui_window ()), is_row_of_button, button);
  g_assert_nonnull (row);
  g_assert_null (gtk_widget_get_tooltip_text (row));
  gui_point_at (button, 10, 10);
  gui_point_at (button, 12, 11);
  gui_wait (has_tooltip, "the tooltip");
  surface = gtk_native_get_surface (GTK_NATIVE (find_tooltip ()));
  g_assert_true (gtk_widget_compute_bounds (button, GTK_WIDGET (gui_window ()), &bounds));
  gtk_native_get_surface_transform (GTK_NATIVE (gui_window ()), &x, &y);
  g_assert_cmpfloat (gdk_popup_get_position_y (GDK_POPUP (surface)), >=,
                     bounds.origin.y + bounds.size.height + y);
  gui_shoot_widget (find_tooltip (), "faces-tooltip");
  gui_stop ();
}

#define TWO                                                                                        \
  "category C {\n  objects X, Y\n  p : X -> Y\n}\n"                                                \
  "category D {\n  objects A, B, E\n  f, f' : A -> B\n  g : B -> E\n  h : A -> E\n}\n"             \
  "functor F : C -> D {\n  X |-> A\n  Y |-> B\n  p |-> f\n}\n"                                     \
  "functor H : C -> D {\n  X |-> B\n  Y |-> E\n  p |-> g\n}\n"

/* What can be fixed offers it, does it in one click, and is undone in one. */
static void
test_fixes (void)
{
  assert_fixed (SQUARE "check h . f = k . g in d\n", "Declare this face given", "  h . f = k . g\n",
                "Declare Face");
  assert_fixed (SQUARE "check d commutes\n", "Declare every face given", "  h . f = k . g\n",
                "Declare All Faces");
  assert_fixed ("diagram d {\n  A at 0, 0\n  B at 1, 0\n  C at 1, 1\n  g : A -> B\n  k : B -> C\n"
                "  d : A -> C\n}\ncheck k . g = d in d\n",
                "The composite k . g is called d", "  k . g = d\n", "Name the Composite");
  assert_fixed (TWO "transformation eta : F => H {\n  X |-> f'\n  Y |-> g\n}\n",
                "Declare its squares given", "  g . f", "Declare Laws");
  assert_fixed (TWO "transformation eta : F => H {\n  X |-> f\n}\n", "Add the missing component: g",
                "  Y |-> g\n", "Add Component");
}

/* Where there is more than one value, one is chosen. */
static void
test_choices (void)
{
  gui_start_text ("faces.chase", TWO "transformation eta : F => H {\n  Y |-> g\n}\n");
  gui_click_widget (gui_find_button ("Add the missing component"));
  for (guint i = 0; i < 10; i++)
    gui_settle ();
  gui_key ("Down");
  gui_shoot ("faces-choices");
  gui_key ("Return");
  for (guint i = 0; i < 10; i++)
    gui_settle ();
  gui_assert_says ("  X |-> f'\n", TRUE);
  g_assert_cmpstr (chase_session_undo_name (gui_session ()), ==, "Add Component");
  gui_stop ();
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/faces/clicks", test_clicks);
  g_test_add_func ("/faces/keys", test_keys);
  g_test_add_func ("/faces/proved", test_proved);
  g_test_add_func ("/faces/unasked", test_unasked);
  g_test_add_func ("/faces/called-off", test_called_off);
  g_test_add_func ("/faces/fixes", test_fixes);
  g_test_add_func ("/faces/fix-is-free", test_fix_is_free);
  g_test_add_func ("/faces/choices", test_choices);
  return g_test_run ();
}
