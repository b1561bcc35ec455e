/* SPDX-License-Identifier: MIT */
#include "app/source-pane.h"

#include "app/name-completion.h"
#include "app/text-clipboard.h"
#include "app/text-merge.h"
#include "model/problem.h"
#include "model/validate.h"
#include "notation/notation.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <gtksourceview/gtksource.h>
#include <string.h>

struct _ChaseSourcePane
{
  GtkWidget parent;
  ChaseSession *session;
  GtkWidget *box;
  GtkSourceView *view;
  GtkSourceBuffer *buffer;
  ChaseNameCompletion *completion;
  GtkWidget *message;
  ChaseDocument *shown; /* the document that the text says */
  gboolean writing;     /* the text is not changed by hand now */
  gboolean dressed;     /* it has its colours */
  gboolean stale;       /* lines are to be laid out before the next frame is painted */
  gboolean laid_out;    /* they have been after the layout of this frame */
  gboolean unread;      /* the text has errors, and says more than what is shown */
  ChaseTextMenuWanted menu_wanted;
  gpointer menu_data;
};

G_DEFINE_FINAL_TYPE (ChaseSourcePane, chase_source_pane, GTK_TYPE_WIDGET)

static char *
text_of (ChaseSourcePane *pane)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (GTK_TEXT_BUFFER (pane->buffer), &start, &end);
  return gtk_text_buffer_get_text (GTK_TEXT_BUFFER (pane->buffer), &start, &end, TRUE);
}

static void
clear_errors (ChaseSourcePane *pane)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (GTK_TEXT_BUFFER (pane->buffer), &start, &end);
  gtk_text_buffer_remove_tag_by_name (GTK_TEXT_BUFFER (pane->buffer), "error", &start, &end);
  gtk_widget_set_visible (pane->message, FALSE);
}

static void
underline (ChaseSourcePane *pane, const ChaseProblem *problem)
{
  GtkTextIter start, end;
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (pane->buffer);

  if (problem->line == 0)
    return;
  gtk_text_buffer_get_iter_at_line (buffer, &start, (int)problem->line - 1);
  gtk_text_iter_forward_chars (
      &start, (int)MIN (MAX (problem->column, 1) - 1,
                        (guint)MAX (gtk_text_iter_get_chars_in_line (&start) - 1, 0)));
  end = start;
  gtk_text_iter_forward_chars (&end, (int)MAX (problem->length, 1));
  gtk_text_buffer_apply_tag_by_name (buffer, "error", &start, &end);
}

static void
show_errors (ChaseSourcePane *pane, GPtrArray *problems)
{
  const ChaseProblem *first = NULL;
  g_autofree char *text = NULL;

  clear_errors (pane);
  for (guint i = problems->len; i > 0; i--)
    {
      const ChaseProblem *problem = g_ptr_array_index (problems, i - 1);

      if (problem->severity != CHASE_SEVERITY_ERROR)
        continue;
      underline (pane, problem);
      first = problem;
    }
  if (first == NULL)
    return;
  text = g_strdup_printf (_ ("Line %u: %s"), first->line, first->message);
  gtk_label_set_label (GTK_LABEL (pane->message), text);
  gtk_widget_set_tooltip_text (pane->message, first->hint);
  gtk_widget_set_visible (pane->message, TRUE);
}

const char *
chase_source_pane_get_error (ChaseSourcePane *pane)
{
  return pane->message != NULL && gtk_widget_get_visible (pane->message)
             ? gtk_label_get_label (GTK_LABEL (pane->message))
             : NULL;
}

/* A text that cannot be read, or not be drawn whole, changes nothing yet: what is drawn stays until
 * it can. Definitions may lack values meanwhile: those are given by pointing, too. */
static void
text_changed (ChaseSourcePane *pane)
{
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (ChaseDocument) document = NULL;
  gboolean whole = FALSE;

  chase_name_completion_set_reading (pane->completion, NULL);
  if (pane->writing)
    return;
  text = text_of (pane);
  problems = chase_problems_new ();
  document = chase_notation_parse (text, strlen (text), problems);
  chase_name_completion_set_reading (pane->completion, document);
  if (!chase_problems_has_error (problems))
    whole = chase_validate (document, problems);
  chase_problems_sort (problems);
  if (whole)
    {
      g_clear_pointer (&pane->shown, chase_document_unref);
      pane->shown = chase_document_ref (document);
      chase_session_replace_document (pane->session, document, _ ("Edit Text"), "source");
    }
  pane->unread = chase_problems_has_error (problems);
  show_errors (pane, problems);
}

/* Only what differs is replaced, so that cursor and view stay where they are. */
static void
set_text (ChaseSourcePane *pane, const char *text)
{
  g_autofree char *now = text_of (pane);
  gsize old_length = strlen (now), length = strlen (text), start = 0, end = 0;
  GtkTextIter from, to;
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (pane->buffer);

  while (start < MIN (old_length, length) && now[start] == text[start])
    start++;
  while (start > 0 && (text[start] & 0xc0) == 0x80)
    start--;
  while (end < MIN (old_length, length) - start
         && now[old_length - 1 - end] == text[length - 1 - end])
    end++;
  while (end > 0 && (text[length - end] & 0xc0) == 0x80)
    end--;
  if (start + end == old_length && old_length == length)
    return;
  gtk_text_buffer_get_iter_at_offset (buffer, &from, (int)g_utf8_strlen (now, (gssize)start));
  gtk_text_buffer_get_iter_at_offset (buffer, &to,
                                      (int)g_utf8_strlen (now, (gssize)(old_length - end)));
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete (buffer, &from, &to);
  gtk_text_buffer_insert (buffer, &from, text + start, (int)(length - start - end));
  gtk_text_buffer_end_user_action (buffer);
}

/* What was drawn comes into a text that somebody is in the middle of, which keeps its errors. Where
 * its place is not to be found the text stays as it is, and says so. */
static void
merge_in (ChaseSourcePane *pane, ChaseDocument *document, const char *text)
{
  g_autofree char *now = text_of (pane);
  g_autofree char *before
      = pane->shown != NULL ? chase_notation_print (pane->shown, CHASE_NOTATION_ASCII) : NULL;
  g_autofree char *merged = before != NULL ? chase_text_merge (now, before, text) : NULL;

  if (merged == NULL)
    {
      gtk_label_set_label (
          GTK_LABEL (pane->message),
          _ ("The drawing has changed meanwhile: once this text can be read, it takes its place"));
      gtk_widget_set_visible (pane->message, TRUE);
      return;
    }
  pane->writing = TRUE;
  set_text (pane, merged);
  pane->writing = FALSE;
  g_clear_pointer (&pane->shown, chase_document_unref);
  pane->shown = chase_document_ref (document);
}

static void
write_out (ChaseSourcePane *pane)
{
  ChaseDocument *document = chase_session_get_document (pane->session);
  g_autofree char *text = NULL;

  if (document == pane->shown || !gtk_widget_get_mapped (GTK_WIDGET (pane)))
    return;
  text = chase_notation_print (document, CHASE_NOTATION_ASCII);
  if (pane->unread)
    {
      merge_in (pane, document, text);
      return;
    }
  pane->writing = TRUE;
  set_text (pane, text);
  pane->writing = FALSE;
  g_clear_pointer (&pane->shown, chase_document_unref);
  pane->shown = chase_document_ref (document);
  clear_errors (pane);
}

/* Every scheme of GtkSourceView 5.6 has greys and pale colours: in high contrast the text has those
 * of the window alone. */
static void
follow_theme (ChaseSourcePane *pane)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  const char *name = adw_style_manager_get_dark (manager) ? "Adwaita-dark" : "Adwaita";

  if (!pane->dressed)
    return;
  gtk_source_buffer_set_style_scheme (
      pane->buffer, adw_style_manager_get_high_contrast (manager)
                        ? NULL
                        : gtk_source_style_scheme_manager_get_scheme (
                            gtk_source_style_scheme_manager_get_default (), name));
}

static GtkSourceLanguage *
find_language (void)
{
  GtkSourceLanguageManager *manager = gtk_source_language_manager_get_default ();
  static const char *const place = "resource:///io/github/arrowchase/Arrowchase/language-specs";

  /* Before it is first asked: afterwards its list of languages is made. */
  if (!g_strv_contains (gtk_source_language_manager_get_search_path (manager), place))
    gtk_source_language_manager_append_search_path (manager, place);
  return gtk_source_language_manager_get_language (manager, "chase");
}

/* GtkSourceView 5.6 looks up the line under the pointer where the pointer last was in the gutter,
 * which is below all lines once the pane has become lower. Nothing shows that line with us. */
static void
forget_pointer_in_gutter (ChaseSourcePane *pane)
{
  GtkWidget *gutter = GTK_WIDGET (gtk_source_view_get_gutter (pane->view, GTK_TEXT_WINDOW_LEFT));
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (gutter);

  for (guint i = g_list_model_get_n_items (controllers); i > 0; i--)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i - 1);

      if (GTK_IS_EVENT_CONTROLLER_MOTION (controller))
        gtk_widget_remove_controller (gutter, controller);
    }
}

static void
set_up_view (ChaseSourcePane *pane)
{
  gtk_source_view_set_show_line_numbers (pane->view, TRUE);
  forget_pointer_in_gutter (pane);
  gtk_source_view_set_auto_indent (pane->view, TRUE);
  gtk_source_view_set_indent_width (pane->view, 2);
  gtk_source_view_set_tab_width (pane->view, 2);
  gtk_source_view_set_insert_spaces_instead_of_tabs (pane->view, TRUE);
  gtk_text_view_set_monospace (GTK_TEXT_VIEW (pane->view), TRUE);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (pane->view), 6);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (pane->view), 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (pane->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Text of the document"), -1);
}

/* GTK 4.8 lays out lines that have become stale as late as in painting them, where it comes to that
 * first, and then the scroll bars beside them have lost their place. To scroll by nothing makes the
 * view lay them out at once: before each frame, which may follow right after events that changed
 * the text, and after the lines have got another width in it. */
static void
lay_out_now (ChaseSourcePane *pane)
{
  pane->stale = FALSE;
  if (gtk_widget_get_mapped (GTK_WIDGET (pane->view)))
    g_signal_emit_by_name (gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (pane->view)),
                           "value-changed");
}

static void
lay_out (ChaseSourcePane *pane)
{
  if (pane->stale)
    lay_out_now (pane);
}

static void
begin_frame (ChaseSourcePane *pane)
{
  pane->laid_out = FALSE;
  lay_out_now (pane);
}

/* Once in a frame: another width of lines may ask for another layout. */
static void
end_layout (ChaseSourcePane *pane)
{
  if (!pane->laid_out)
    lay_out_now (pane);
  pane->laid_out = TRUE;
}

static void
lines_stale (ChaseSourcePane *pane)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (pane->view));

  pane->stale = TRUE;
  if (clock != NULL)
    gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_UPDATE);
}

/* The view has marks of its own, which it moves as it scrolls. */
static void
mark_set (GtkTextBuffer *buffer, GtkTextIter *at, GtkTextMark *mark, ChaseSourcePane *pane)
{
  if (mark == gtk_text_buffer_get_insert (buffer)
      || mark == gtk_text_buffer_get_selection_bound (buffer))
    lines_stale (pane);
}

static void
view_realized (ChaseSourcePane *pane)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (pane->view));

  g_signal_connect_object (clock, "before-paint", G_CALLBACK (begin_frame), pane,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (clock, "update", G_CALLBACK (lay_out), pane,
                           G_CONNECT_AFTER | G_CONNECT_SWAPPED);
  g_signal_connect_object (clock, "layout", G_CALLBACK (end_layout), pane,
                           G_CONNECT_AFTER | G_CONNECT_SWAPPED);
}

static void
view_unrealized (ChaseSourcePane *pane)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (pane->view));

  g_signal_handlers_disconnect_by_func (clock, begin_frame, pane);
  g_signal_handlers_disconnect_by_func (clock, lay_out, pane);
  g_signal_handlers_disconnect_by_func (clock, end_layout, pane);
}

static void
lay_out_in_time (ChaseSourcePane *pane)
{
  g_signal_connect_object (pane->buffer, "changed", G_CALLBACK (lines_stale), pane,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (pane->buffer, "mark-set", G_CALLBACK (mark_set), pane, 0);
  g_signal_connect_object (pane->view, "realize", G_CALLBACK (view_realized), pane,
                           G_CONNECT_AFTER | G_CONNECT_SWAPPED);
  g_signal_connect_object (pane->view, "unrealize", G_CALLBACK (view_unrealized), pane,
                           G_CONNECT_SWAPPED);
}

static gboolean
scroll_to_cursor (GtkWidget *view, GdkFrameClock *clock, gpointer data)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));

  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (view), gtk_text_buffer_get_insert (buffer));
  return G_SOURCE_REMOVE;
}

/* The message takes its room from the text: the line that is written stays in view. */
static void
keep_cursor_in_view (ChaseSourcePane *pane)
{
  if (gtk_widget_has_focus (GTK_WIDGET (pane->view)))
    gtk_widget_add_tick_callback (GTK_WIDGET (pane->view), scroll_to_cursor, NULL, NULL);
}

/* With the first look at it: most windows never show the text. */
static void
build (ChaseSourcePane *pane)
{
  GtkWidget *scroller, *overlay;
  AdwStyleManager *manager = adw_style_manager_get_default ();

  if (pane->view != NULL)
    return;
  scroller = gtk_scrolled_window_new ();
  overlay = gtk_overlay_new ();
  pane->buffer = gtk_source_buffer_new (NULL);
  gtk_text_buffer_create_tag (GTK_TEXT_BUFFER (pane->buffer), "error", "underline",
                              PANGO_UNDERLINE_ERROR, NULL);
  pane->view = GTK_SOURCE_VIEW (gtk_source_view_new_with_buffer (pane->buffer));
  set_up_view (pane);
  lay_out_in_time (pane);
  chase_text_menu_watch (GTK_TEXT_VIEW (pane->view), pane->menu_wanted, pane->menu_data);
  chase_text_clipboard_watch (GTK_TEXT_VIEW (pane->view));
  pane->message = gtk_label_new ("");
  gtk_label_set_wrap (GTK_LABEL (pane->message), TRUE);
  gtk_label_set_xalign (GTK_LABEL (pane->message), 0);
  gtk_widget_add_css_class (pane->message, "source-error");
  gtk_widget_set_visible (pane->message, FALSE);
  gtk_widget_set_vexpand (overlay, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (pane->view));
  pane->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), scroller);
  gtk_box_append (GTK_BOX (pane->box), overlay);
  gtk_box_append (GTK_BOX (pane->box), pane->message);
  gtk_widget_set_parent (pane->box, GTK_WIDGET (pane));
  pane->completion = chase_name_completion_new (GTK_OVERLAY (overlay), GTK_TEXT_VIEW (pane->view),
                                                pane->session);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (follow_theme), pane,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (follow_theme), pane,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (pane->buffer, "changed", G_CALLBACK (text_changed), pane,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (pane->view)),
                           "notify::page-size", G_CALLBACK (keep_cursor_in_view), pane,
                           G_CONNECT_SWAPPED);
}

/* Colours are looked up when the text is first seen: most windows never show it. */
static void
dress (ChaseSourcePane *pane)
{
  GtkSourceLanguage *language = pane->dressed ? NULL : find_language ();

  build (pane);
  if (language != NULL)
    gtk_source_buffer_set_language (pane->buffer, language);
  pane->dressed = TRUE;
  follow_theme (pane);
}

void
chase_source_pane_set_session (ChaseSourcePane *pane, ChaseSession *session)
{
  g_set_object (&pane->session, session);
  g_signal_connect_object (session, "changed", G_CALLBACK (write_out), pane, G_CONNECT_SWAPPED);
  g_signal_connect (pane, "map", G_CALLBACK (dress), NULL);
  g_signal_connect (pane, "map", G_CALLBACK (write_out), NULL);
}

void
chase_source_pane_watch_menu (ChaseSourcePane *pane, ChaseTextMenuWanted wanted, gpointer data)
{
  pane->menu_wanted = wanted;
  pane->menu_data = data;
}

GtkTextView *
chase_source_pane_get_view (ChaseSourcePane *pane)
{
  build (pane);
  return GTK_TEXT_VIEW (pane->view);
}

void
chase_source_pane_go_to (ChaseSourcePane *pane, guint line)
{
  GtkTextIter at;

  build (pane);
  gtk_text_buffer_get_iter_at_line (GTK_TEXT_BUFFER (pane->buffer), &at, (int)MAX (line, 1) - 1);
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (pane->buffer), &at);
  gtk_text_view_scroll_to_iter (GTK_TEXT_VIEW (pane->view), &at, 0.1, FALSE, 0, 0);
  gtk_widget_grab_focus (GTK_WIDGET (pane->view));
}

void
chase_source_pane_go_to_item (ChaseSourcePane *pane, guint index)
{
  g_autofree char *text = NULL;
  g_autoptr (ChaseDocument) document = NULL;

  build (pane);
  text = text_of (pane);
  document = chase_notation_parse (text, strlen (text), NULL);
  if (index < chase_document_n_items (document))
    chase_source_pane_go_to (pane, chase_document_get_item (document, index)->line);
}

/* The gutter of GtkSourceView 5.6 keeps the lines that it last numbered, and they the view, and so
 * the gutter. Asked to draw when there is nothing in it, it lets go of them. */
static void
free_lines (GtkSourceView *view)
{
  GtkSourceGutter *gutter = gtk_source_view_get_gutter (view, GTK_TEXT_WINDOW_LEFT);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  GtkWidget *drawn;

  while ((drawn = gtk_widget_get_first_child (GTK_WIDGET (gutter))) != NULL)
    gtk_source_gutter_remove (gutter, GTK_SOURCE_GUTTER_RENDERER (drawn));
  GTK_WIDGET_GET_CLASS (gutter)->snapshot (GTK_WIDGET (gutter), snapshot);
}

static void
chase_source_pane_dispose (GObject *object)
{
  ChaseSourcePane *pane = CHASE_SOURCE_PANE (object);

  g_clear_object (&pane->completion);
  if (pane->view != NULL)
    {
      chase_text_clipboard_let_go (GTK_TEXT_BUFFER (pane->buffer));
      free_lines (g_steal_pointer (&pane->view));
    }
  g_clear_pointer (&pane->box, gtk_widget_unparent);
  g_clear_object (&pane->buffer);
  g_clear_pointer (&pane->shown, chase_document_unref);
  g_clear_object (&pane->session);
  G_OBJECT_CLASS (chase_source_pane_parent_class)->dispose (object);
}

static void
chase_source_pane_class_init (ChaseSourcePaneClass *class)
{
  G_OBJECT_CLASS (class)->dispose = chase_source_pane_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (class), "sourcepane");
}

static void
chase_source_pane_init (ChaseSourcePane *pane)
{
}
