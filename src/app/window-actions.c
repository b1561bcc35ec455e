/* SPDX-License-Identifier: MIT */
#include "app/find.h"
#include "app/window-private.h"

#include <glib/gi18n.h>

static void
run_new (ChaseWindow *window, GVariant *parameter)
{
  /* From the start page an empty drawing that is there already will do. */
  if (!chase_window_is_starting (window)
      || !chase_session_is_pristine (chase_window_get_session (window)))
    chase_window_add_page (window);
  chase_window_show_start (window, FALSE);
}

static void
run_open (ChaseWindow *window, GVariant *parameter)
{
  chase_window_ask_open (window);
}

static void
run_save (ChaseWindow *window, GVariant *parameter)
{
  chase_window_save (window, chase_window_get_page (window), FALSE, NULL);
}

static void
run_save_as (ChaseWindow *window, GVariant *parameter)
{
  chase_window_save (window, chase_window_get_page (window), TRUE, NULL);
}

static void
run_close (ChaseWindow *window, GVariant *parameter)
{
  chase_window_close_page (window, chase_window_get_page (window));
}

static void
run_export (ChaseWindow *window, GVariant *parameter)
{
  chase_window_ask_export (window, g_variant_get_string (parameter, NULL));
}

static void
run_copy_as (ChaseWindow *window, GVariant *parameter)
{
  chase_window_copy_as (window, g_variant_get_string (parameter, NULL));
}

static void
run_undo (ChaseWindow *window, GVariant *parameter)
{
  chase_canvas_end_label (chase_window_get_canvas (window));
  chase_session_undo (chase_window_get_session (window));
}

static void
run_redo (ChaseWindow *window, GVariant *parameter)
{
  chase_canvas_end_label (chase_window_get_canvas (window));
  chase_session_redo (chase_window_get_session (window));
}

static void
run_copy (ChaseWindow *window, GVariant *parameter)
{
  chase_window_copy (window);
}

static void
run_cut (ChaseWindow *window, GVariant *parameter)
{
  run_copy (window, NULL);
  chase_session_delete (chase_window_get_session (window));
}

static void
run_paste (ChaseWindow *window, GVariant *parameter)
{
  chase_window_paste (window);
}

static void
run_select_code (ChaseWindow *window, GVariant *parameter)
{
  chase_canvas_ask_code (chase_window_get_canvas (window),
                         g_str_equal (g_variant_get_string (parameter, NULL), "more"));
}

/* Once more, and that is over. */
static void
run_select_several (ChaseWindow *window, GVariant *parameter)
{
  ChaseCanvas *canvas = chase_window_get_canvas (window);

  chase_canvas_select_several (canvas, !chase_canvas_selects_several (canvas));
  gtk_widget_grab_focus (GTK_WIDGET (canvas));
}

static void
run_insert (ChaseWindow *window, GVariant *parameter)
{
  static const char *const words[] = { "square", "triangle", "span", "cospan", "cube" };
  const char *word = g_variant_get_string (parameter, NULL);
  double column, row;

  chase_canvas_get_place (chase_window_get_canvas (window), &column, &row);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i], word))
      chase_session_insert (chase_window_get_session (window), (ChaseTemplate)i, column, row);
  chase_canvas_reveal_selection (chase_window_get_canvas (window));
  gtk_widget_grab_focus (GTK_WIDGET (chase_window_get_canvas (window)));
}

static void
run_turn (ChaseWindow *window, GVariant *parameter)
{
  static const char *const words[]
      = { "left-right", "top-bottom", "transpose", "clockwise", "anticlockwise" };
  const char *word = g_variant_get_string (parameter, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i], word))
      chase_session_turn (chase_window_get_session (window), (ChaseTurn)i);
}

static void
set_body (ChaseStyle *style, gpointer data)
{
  chase_style_parse_body (data, &style->body);
}

static void
set_tail (ChaseStyle *style, gpointer data)
{
  chase_style_parse_tail (data, &style->tail);
}

static void
set_head (ChaseStyle *style, gpointer data)
{
  chase_style_parse_head (data, &style->head);
}

static void
run_body (ChaseWindow *window, GVariant *parameter)
{
  chase_session_restyle (chase_window_get_session (window), _ ("Change Line"), set_body,
                         (gpointer)g_variant_get_string (parameter, NULL));
}

static void
run_tail (ChaseWindow *window, GVariant *parameter)
{
  chase_session_restyle (chase_window_get_session (window), _ ("Change Tail"), set_tail,
                         (gpointer)g_variant_get_string (parameter, NULL));
}

static void
run_head (ChaseWindow *window, GVariant *parameter)
{
  chase_session_restyle (chase_window_get_session (window), _ ("Change Head"), set_head,
                         (gpointer)g_variant_get_string (parameter, NULL));
}

static void
run_curve_left (ChaseWindow *window, GVariant *parameter)
{
  chase_session_curve (chase_window_get_session (window), -1);
}

static void
run_curve_right (ChaseWindow *window, GVariant *parameter)
{
  chase_session_curve (chase_window_get_session (window), 1);
}

static void
run_edit_label (ChaseWindow *window, GVariant *parameter)
{
  guint32 cell = chase_session_get_single (chase_window_get_session (window));

  if (cell != G_MAXUINT32 && !chase_canvas_rename_element (chase_window_get_canvas (window), cell))
    chase_canvas_edit_label (chase_window_get_canvas (window), cell);
}

static void
run_zoom_in (ChaseWindow *window, GVariant *parameter)
{
  chase_canvas_zoom_by (chase_window_get_canvas (window), 1.25);
}

static void
run_zoom_out (ChaseWindow *window, GVariant *parameter)
{
  chase_canvas_zoom_by (chase_window_get_canvas (window), 0.8);
}

static void
run_zoom_natural (ChaseWindow *window, GVariant *parameter)
{
  chase_canvas_zoom_to (chase_window_get_canvas (window), 1);
}

static void
run_zoom_fit (ChaseWindow *window, GVariant *parameter)
{
  chase_canvas_fit (chase_window_get_canvas (window));
}

static void
run_outline (ChaseWindow *window, GVariant *parameter)
{
  chase_page_toggle_outline (chase_window_get_page (window));
}

static void
run_rename_diagram (ChaseWindow *window, GVariant *parameter)
{
  chase_page_rename_diagram (chase_window_get_page (window));
}

static void
run_find (ChaseWindow *window, GVariant *parameter)
{
  chase_find_open (window);
}

static void
run_inspector (ChaseWindow *window, GVariant *parameter)
{
  chase_page_toggle_inspector (chase_window_get_page (window));
}

static void
run_source (ChaseWindow *window, GVariant *parameter)
{
  chase_page_toggle_source (chase_window_get_page (window));
}

static void
run_next_pane (ChaseWindow *window, GVariant *parameter)
{
  chase_page_next_pane (chase_window_get_page (window));
}

static void
run_shortcuts (ChaseWindow *window, GVariant *parameter)
{
  chase_window_show_shortcuts (window);
}

static void
run_duplicate (ChaseWindow *window, GVariant *parameter)
{
  chase_session_duplicate (chase_window_get_session (window));
  chase_canvas_reveal_selection (chase_window_get_canvas (window));
}

static void
run_draw_in_opposite (ChaseWindow *window, GVariant *parameter)
{
  chase_session_draw_in_opposite (chase_window_get_session (window),
                                  g_variant_get_string (parameter, NULL));
}

static void
run_define_functor (ChaseWindow *window, GVariant *parameter)
{
  const char *name, *from, *to;

  g_variant_get (parameter, "(&s&s&s)", &name, &from, &to);
  chase_session_define_functor (chase_window_get_session (window), name, from, to);
}

#define ON_SESSION(action)                                                                         \
  static void run_##action (ChaseWindow *window, GVariant *parameter)                              \
  {                                                                                                \
    chase_session_##action (chase_window_get_session (window));                                    \
  }

ON_SESSION (delete)
ON_SESSION (reverse)
ON_SESSION (flip)
ON_SESSION (flip_labels)
ON_SESSION (select_all)
ON_SESSION (select_none)
ON_SESSION (select_connected)
ON_SESSION (declare_all)
ON_SESSION (tidy)
ON_SESSION (add_drawing)
ON_SESSION (separate)

/* All that can be done, by the name that menu, shortcut and test use. */
static const ChaseActionRow rows[] = {
  { "start", NULL, NULL, N_ ("Start page and gallery"), N_ ("File"), "<Alt>Home", NULL,
    chase_window_toggle_start },
  { "open-lesson", "s", NULL, NULL, NULL, NULL, NULL, chase_window_open_lesson },
  { "new", NULL, NULL, N_ ("New drawing"), N_ ("File"), "<Control>n", NULL, run_new },
  { "open", NULL, NULL, N_ ("Open"), N_ ("File"), "<Control>o", NULL, run_open },
  { "save", NULL, NULL, N_ ("Save"), N_ ("File"), "<Control>s", NULL, run_save },
  { "save-as", NULL, NULL, N_ ("Save as"), N_ ("File"), "<Control><Shift>s", NULL, run_save_as },
  { "close", NULL, NULL, N_ ("Close tab"), N_ ("File"), "<Control>w", NULL, run_close },
  { "export", "s", "svg", N_ ("Export as SVG"), N_ ("File"), "<Control>e", NULL, run_export },
  { "copy-as", "s", "tex", N_ ("Copy as tikz-cd"), N_ ("File"), "<Control><Shift>c", NULL,
    run_copy_as },
  { "undo", NULL, NULL, N_ ("Undo"), N_ ("Editing"), "<Control>z", NULL, run_undo },
  { "redo", NULL, NULL, N_ ("Redo"), N_ ("Editing"), "<Control><Shift>z", NULL, run_redo },
  { "cut", NULL, NULL, N_ ("Cut"), N_ ("Editing"), NULL, "<Control>x", run_cut },
  { "copy", NULL, NULL, N_ ("Copy"), N_ ("Editing"), NULL, "<Control>c", run_copy },
  { "paste", NULL, NULL, N_ ("Paste"), N_ ("Editing"), NULL, "<Control>v", run_paste },
  { "duplicate", NULL, NULL, N_ ("Duplicate"), N_ ("Editing"), "<Control>d", NULL, run_duplicate },
  { "delete", NULL, NULL, N_ ("Delete"), N_ ("Editing"), NULL, "Delete", run_delete },
  { "edit-label", NULL, NULL, N_ ("Edit label"), N_ ("Editing"), NULL, "Return", run_edit_label },
  { "select-all", NULL, NULL, N_ ("Select all"), N_ ("Selecting"), NULL, "<Control>a",
    run_select_all },
  { "select-none", NULL, NULL, N_ ("Select nothing"), N_ ("Selecting"), NULL, "<Control><Shift>a",
    run_select_none },
  { "select-several", NULL, NULL, N_ ("Select several"), N_ ("Selecting"), NULL, NULL,
    run_select_several },
  { "select-connected", NULL, NULL, N_ ("Select what is connected"), N_ ("Selecting"), NULL,
    "<Control><Shift>k", run_select_connected },
  { "select-face", NULL, NULL, N_ ("Select a face"), N_ ("Selecting"), NULL, "<Shift>f",
    chase_window_select_face },
  { "select-code", "s", "one", N_ ("Select by code"), N_ ("Selecting"), NULL, "semicolon",
    run_select_code },
  { "select-code", "s", "more", N_ ("Select several by code"), N_ ("Selecting"), NULL, "apostrophe",
    run_select_code },
  { "reverse", NULL, NULL, N_ ("Reverse arrow"), N_ ("Arrows"), NULL, "r", run_reverse },
  { "flip", NULL, NULL, N_ ("Flip arrow"), N_ ("Arrows"), NULL, "e", run_flip },
  { "flip-label", NULL, NULL, N_ ("Flip label"), N_ ("Arrows"), NULL, "f", run_flip_labels },
  { "curve-left", NULL, NULL, N_ ("Curve to the left"), N_ ("Arrows"), NULL, "bracketleft",
    run_curve_left },
  { "curve-right", NULL, NULL, N_ ("Curve to the right"), N_ ("Arrows"), NULL, "bracketright",
    run_curve_right },
  { "body", "s", "dashed", N_ ("Dashed line"), N_ ("Arrows"), NULL, "d", run_body },
  { "tail", "s", "mono", N_ ("Mono"), N_ ("Arrows"), NULL, "m", run_tail },
  { "head", "s", "epi", N_ ("Epi"), N_ ("Arrows"), NULL, "p", run_head },
  { "insert", "s", "square", N_ ("Insert a square"), N_ ("Diagram"), NULL, "s", run_insert },
  { "insert", "s", "triangle", N_ ("Insert a triangle"), N_ ("Diagram"), NULL, "t", run_insert },
  { "complete", NULL, NULL, N_ ("Complete a square, a composite, a cone"), N_ ("Diagram"),
    "<Control>j", "c", chase_window_complete },
  { "complete-as", "s", "cone", N_ ("Add a cone"), N_ ("Diagram"), NULL, "a",
    chase_window_complete_as },
  { "complete-as", "s", "cocone", N_ ("Add a cocone"), N_ ("Diagram"), NULL, "<Shift>a",
    chase_window_complete_as },
  { "complete-as", "s", "cylinder", N_ ("Add a cylinder"), N_ ("Diagram"), NULL, "y",
    chase_window_complete_as },
  { "insert-template", "s", NULL, N_ ("Insert a template"), N_ ("Diagram"), NULL, NULL,
    chase_window_insert_template },
  { "separate", NULL, NULL, N_ ("Set apart what has the same label"), N_ ("Diagram"), NULL, "u",
    run_separate },
  { "explain", NULL, NULL, N_ ("Show why"), N_ ("Diagram"), "F8", "w", chase_window_explain },
  { "style", "s", NULL, N_ ("Change the style"), N_ ("Arrows"), NULL, NULL, chase_window_style },
  { "show-item", "u", NULL, NULL, NULL, NULL, NULL, chase_window_show_item },
  { "reload", NULL, NULL, N_ ("Reload the file"), N_ ("File"), NULL, NULL, chase_window_reload },
  { "open-uri", "s", NULL, NULL, NULL, NULL, NULL, chase_window_open_uri },
  { "macro-file", NULL, NULL, N_ ("Macro file for labels"), N_ ("File"), NULL, NULL,
    chase_window_ask_macro_file },
  { "macro-file-none", NULL, NULL, N_ ("No macro file"), N_ ("File"), NULL, NULL,
    chase_window_forget_macro_file },
  { "macro-file-uri", "s", NULL, NULL, NULL, NULL, NULL, chase_window_set_macro_file },
  { "tour", NULL, NULL, N_ ("Take the tour"), N_ ("View"), NULL, NULL, chase_window_start_tour },
  { "math-font", NULL, NULL, N_ ("Math font of labels"), N_ ("File"), NULL, NULL,
    chase_window_ask_math_font },
  { "math-font-family", "s", NULL, NULL, NULL, NULL, NULL, chase_window_set_math_font },
  { "find", NULL, NULL, N_ ("Find and replace in labels"), N_ ("Diagram"), "<Control>f", NULL,
    run_find },
  { "add-view", "s", NULL, NULL, NULL, NULL, NULL, chase_window_add_view },
  { "opposite", NULL, NULL, N_ ("Opposite diagram"), N_ ("Diagram"), NULL, "<Shift>d",
    chase_window_show_opposite },
  { "draw-in-opposite", "s", NULL, NULL, NULL, NULL, NULL, run_draw_in_opposite },
  { "source-item", "u", NULL, NULL, NULL, NULL, NULL, chase_window_source_item },
  { "separate-named", "s", NULL, NULL, NULL, NULL, NULL, chase_window_separate_named },
  { "add-drawing", NULL, NULL, N_ ("Another drawing"), N_ ("Diagram"), "<Control><Shift>n", NULL,
    run_add_drawing },
  { "heading", NULL, NULL, N_ ("Heading of the diagram"), N_ ("Diagram"), "<Shift>F2", NULL,
    chase_window_ask_heading },
  { "rename-diagram", NULL, NULL, N_ ("Rename the diagram"), N_ ("Diagram"), NULL, NULL,
    run_rename_diagram },
  { "remove-diagram", NULL, NULL, N_ ("Delete the diagram"), N_ ("Diagram"), NULL, NULL,
    chase_window_remove_diagram },
  { "face", "s", "given", N_ ("The face is given"), N_ ("Diagram"), NULL, "equal",
    chase_window_say_face },
  { "face", "s", "proved", N_ ("The face is to be proved"), N_ ("Diagram"), NULL, "question",
    chase_window_say_face },
  { "face-here", "s", NULL, NULL, NULL, NULL, NULL, chase_window_say_face },
  { "begin", "(ss)", NULL, NULL, NULL, NULL, NULL, chase_window_begin },
  { "define-functor", "(sss)", NULL, NULL, NULL, NULL, NULL, run_define_functor },
  { "fill", "(uss)", NULL, NULL, NULL, NULL, NULL, chase_window_fill },
  { "corner", "s", "pullback", N_ ("Mark a pullback"), N_ ("Diagram"), NULL, "k",
    chase_window_mark_corner },
  { "corner", "s", "pushout", N_ ("Mark a pushout"), N_ ("Diagram"), NULL, "<Shift>k",
    chase_window_mark_corner },
  { "corner-here", "s", NULL, NULL, NULL, NULL, NULL, chase_window_mark_corner },
  { "declare-all", NULL, NULL, N_ ("Declare every face given"), N_ ("Diagram"), "<Control>Return",
    NULL, run_declare_all },
  { "tidy", NULL, NULL, N_ ("Tidy up"), N_ ("Diagram"), "<Control>l", NULL, run_tidy },
  { "turn", "s", "left-right", N_ ("Mirror left to right"), N_ ("Diagram"), NULL, "h", run_turn },
  { "turn", "s", "transpose", N_ ("Transpose"), N_ ("Diagram"), NULL, "x", run_turn },
  { "turn", "s", "clockwise", N_ ("Rotate clockwise"), N_ ("Diagram"), NULL, "o", run_turn },
  { "turn", "s", "anticlockwise", N_ ("Rotate anticlockwise"), N_ ("Diagram"), NULL, "<Shift>o",
    run_turn },
  { "arrange", "s", "row", N_ ("Align in a row"), N_ ("Arrange"), NULL, "minus",
    chase_window_arrange },
  { "arrange", "s", "column", N_ ("Align in a column"), N_ ("Arrange"), NULL, "bar",
    chase_window_arrange },
  { "arrange", "s", "left", N_ ("Align left"), N_ ("Arrange"), NULL, NULL, chase_window_arrange },
  { "arrange", "s", "right", N_ ("Align right"), N_ ("Arrange"), NULL, NULL, chase_window_arrange },
  { "arrange", "s", "top", N_ ("Align at the top"), N_ ("Arrange"), NULL, NULL,
    chase_window_arrange },
  { "arrange", "s", "bottom", N_ ("Align at the bottom"), N_ ("Arrange"), NULL, NULL,
    chase_window_arrange },
  { "arrange", "s", "across", N_ ("Distribute across"), N_ ("Arrange"), NULL, NULL,
    chase_window_arrange },
  { "arrange", "s", "down", N_ ("Distribute down"), N_ ("Arrange"), NULL, NULL,
    chase_window_arrange },
  { "insert-space", "s", "column", N_ ("Insert a column"), N_ ("Arrange"), NULL, "greater",
    chase_window_insert_space },
  { "insert-space", "s", "row", N_ ("Insert a row"), N_ ("Arrange"), NULL, "less",
    chase_window_insert_space },
  { "present", NULL, NULL, N_ ("Present"), N_ ("View"), "F5", NULL, chase_window_present },
  { "present-here", NULL, NULL, N_ ("Present from here"), N_ ("View"), "<Shift>F5", NULL,
    chase_window_present_here },
  { "palette", NULL, NULL, N_ ("Commands"), N_ ("View"), "<Control>k", "colon",
    chase_window_palette },
  { "command", "s", NULL, NULL, NULL, NULL, NULL, chase_window_command },
  { "inspector", NULL, NULL, N_ ("Style"), N_ ("View"), "<Alt>Return", "i", run_inspector },
  { "source", NULL, NULL, N_ ("Text of the document"), N_ ("View"), "F4", NULL, run_source },
  { "next-pane", NULL, NULL, N_ ("Next pane"), N_ ("View"), "F6", NULL, run_next_pane },
  { "outline", NULL, NULL, N_ ("Diagrams and claims"), N_ ("View"), "F9", NULL, run_outline },
  { "zoom-in", NULL, NULL, N_ ("Zoom in"), N_ ("View"), "<Control>plus", NULL, run_zoom_in },
  { "zoom-out", NULL, NULL, N_ ("Zoom out"), N_ ("View"), "<Control>minus", NULL, run_zoom_out },
  { "zoom-natural", NULL, NULL, N_ ("Natural size"), N_ ("View"), "<Control>0", NULL,
    run_zoom_natural },
  { "zoom-fit", NULL, NULL, N_ ("Fit in window"), N_ ("View"), "<Control>9", "g", run_zoom_fit },
  { "help", NULL, NULL, N_ ("Help"), N_ ("View"), "F1", NULL, chase_window_help },
  { "shortcuts", NULL, NULL, N_ ("Keyboard shortcuts"), N_ ("View"), "<Control>question", NULL,
    run_shortcuts },
};

const ChaseActionRow *
chase_window_action_rows (guint *n)
{
  *n = G_N_ELEMENTS (rows);
  return rows;
}

static const ChaseActionRow *
find_row (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_str_equal (rows[i].name, name))
      return &rows[i];
  return NULL;
}

static void
activate (GtkWidget *widget, const char *name, GVariant *parameter)
{
  /* What leaves the start page as it is; all else is about the document. */
  static const char *const apart[]
      = { "start", "open-lesson", "new", "open", "help", "shortcuts", "palette", NULL };
  const ChaseActionRow *row = find_row (name + strlen ("win."));

  if (row == NULL || chase_window_get_session (CHASE_WINDOW (widget)) == NULL)
    return;
  if (!g_strv_contains (apart, row->name))
    chase_window_show_start (CHASE_WINDOW (widget), FALSE);
  row->run (CHASE_WINDOW (widget), parameter);
}

void
chase_window_add_actions (ChaseWindowClass *class)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *name = g_strconcat ("win.", rows[i].name, NULL);

      if (find_row (rows[i].name) == &rows[i])
        gtk_widget_class_install_action (GTK_WIDGET_CLASS (class), name, rows[i].parameter,
                                         activate);
    }
}

static char *
detailed_name (const ChaseActionRow *row)
{
  return row->target != NULL ? g_strdup_printf ("win.%s::%s", row->name, row->target)
                             : g_strdup_printf ("win.%s", row->name);
}

void
chase_window_set_accels (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *accels[] = { rows[i].accel, NULL, NULL };
      g_autofree char *name = detailed_name (&rows[i]);

      if (rows[i].accel == NULL)
        continue;
      if (g_str_equal (rows[i].accel, "<Control>plus"))
        accels[1] = "<Control>equal";
      if (g_str_equal (rows[i].accel, "<Control><Shift>z"))
        accels[1] = "<Control>y";
      gtk_application_set_accels_for_action (application, name, accels);
    }
}

static void
add_key (GtkShortcutController *controller, const ChaseActionRow *row, const char *key)
{
  g_autofree char *name = g_strconcat ("win.", row->name, NULL);
  GtkShortcut *shortcut
      = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (key), gtk_named_action_new (name));

  if (row->target != NULL)
    gtk_shortcut_set_arguments (shortcut, g_variant_new_string (row->target));
  gtk_shortcut_controller_add_shortcut (controller, shortcut);
}

void
chase_window_add_canvas_keys (ChaseCanvas *canvas)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      if (rows[i].key == NULL || g_str_equal (rows[i].key, "Return"))
        continue; /* Return also makes an object: the canvas sees to it */
      add_key (GTK_SHORTCUT_CONTROLLER (controller), &rows[i], rows[i].key);
      if (g_str_equal (rows[i].key, "Delete"))
        add_key (GTK_SHORTCUT_CONTROLLER (controller), &rows[i], "BackSpace");
    }
  gtk_widget_add_controller (GTK_WIDGET (canvas), controller);
}

static void
enable (ChaseWindow *window, const char *name, gboolean enabled)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (window), name, enabled);
}

static void
set_tooltip (GtkWidget *button, const char *format, const char *plain, const char *name)
{
  g_autofree char *text = name != NULL ? g_strdup_printf (format, name) : g_strdup (plain);

  if (g_strcmp0 (gtk_widget_get_tooltip_text (button), text) != 0)
    gtk_widget_set_tooltip_text (button, text);
}

static gboolean
any_face_open (ChaseSession *session)
{
  ChaseVerdicts *verdicts = chase_session_get_verdicts (session);

  for (guint i = 0; verdicts != NULL && i < verdicts->faces->len; i++)
    {
      ChaseFaceState state = chase_verdicts_face (verdicts, i)->state;

      if (state == CHASE_STATE_FAILS || state == CHASE_STATE_UNDECIDED)
        return TRUE;
    }
  return FALSE;
}

static gboolean
any_face (ChaseSession *session)
{
  ChaseVerdicts *verdicts = chase_session_get_verdicts (session);

  return verdicts != NULL && verdicts->faces->len > 0;
}

static gboolean
any_arrow (ChaseSession *session)
{
  ChaseDiagram *diagram = chase_session_get_diagram (session);
  guint n;
  const guint32 *cells = chase_session_get_selection (session, &n);

  for (guint i = 0; i < n; i++)
    if (chase_diagram_get_cell (diagram, cells[i])->level > 0)
      return TRUE;
  return FALSE;
}

void
chase_window_update_actions (ChaseWindow *window)
{
  static const char *const on_selection[]
      = { "win.cut", "win.copy", "win.duplicate", "win.delete", "win.select-connected" };
  static const char *const on_arrows[]
      = { "win.reverse", "win.flip", "win.flip-label", "win.body",
          "win.tail",    "win.head", "win.curve-left", "win.curve-right" };
  ChaseSession *session = chase_window_get_session (window);
  const char *undo, *redo;
  gboolean editable;
  guint n;

  if (session == NULL)
    return;
  undo = chase_session_undo_name (session);
  redo = chase_session_redo_name (session);
  editable = chase_session_is_editable (session);
  chase_session_get_selection (session, &n);
  enable (window, "win.undo", undo != NULL);
  enable (window, "win.redo", redo != NULL);
  set_tooltip (window->undo_button, _ ("Undo %s"), _ ("Undo"), undo);
  set_tooltip (window->redo_button, _ ("Redo %s"), _ ("Redo"), redo);
  for (guint i = 0; i < G_N_ELEMENTS (on_selection); i++)
    enable (window, on_selection[i], n > 0);
  for (guint i = 0; i < G_N_ELEMENTS (on_arrows); i++)
    enable (window, on_arrows[i], editable && any_arrow (session));
  enable (window, "win.remove-diagram", chase_session_n_diagrams (session) > 1);
  enable (window, "win.opposite", editable && chase_session_get_diagram (session)->n_nodes > 0);
  enable (window, "win.edit-label",
          n == 1 && (editable || chase_session_get_item (session)->view == CHASE_VIEW_SETS));
  enable (window, "win.face", editable && any_face (session));
  /* Of the menu, which opens at a face with its arrows selected. */
  enable (window, "win.face-here", editable && chase_session_selected_face (session) != G_MAXUINT);
  enable (window, "win.corner-here", chase_session_may_mark_corner (session));
  enable (window, "win.declare-all", editable && any_face_open (session));
  enable (window, "win.tidy", editable && chase_session_get_diagram (session)->n_nodes > 0);
}
