/* SPDX-License-Identifier: MIT */
#include "app/name-completion.h"

#include "app/list-rows.h"
#include "app/name-proposals.h"
#include "notation/notation.h"

#include <glib/gi18n.h>
#include <string.h>

/* The completion of GtkSourceView 5.6 finds no words in a text that is written anew with each edit
 * of the drawing, and shows the list of another provider before it has a width. This list lies in
 * the window itself: with every frame of the window behind a popover that takes no grab, GDK 4.8
 * tells the window of the pointer, and a click on the popover goes to the text. */

#define MOST 8
#define SHORTEST 2 /* letters of a word that is completed unasked */
#define INDENT 14  /* of the names in their list */

struct _ChaseNameCompletion
{
  GObject parent;
  GtkOverlay *host;
  GtkTextView *view;
  GtkTextBuffer *buffer;
  ChaseSession *session;
  ChaseDocument *reading; /* what the text says, or NULL */
  GtkListBox *list;
  guint update;
  int start; /* of the word, in characters of the text */
  int end;
  gboolean struck; /* the last key may have been a letter */
  gboolean asked;  /* by Ctrl+Space */
  gboolean taking;
};

G_DEFINE_FINAL_TYPE (ChaseNameCompletion, chase_name_completion, G_TYPE_OBJECT)

static gboolean
is_open (ChaseNameCompletion *completion)
{
  return gtk_widget_get_visible (GTK_WIDGET (completion->list));
}

static const char *
name_of (GtkListBoxRow *row)
{
  return row != NULL ? gtk_label_get_text (GTK_LABEL (gtk_list_box_row_get_child (row))) : NULL;
}

/* GTK 4.8 has no call that announces: a screen reader follows the name of what has the focus. */
static void
tell (ChaseNameCompletion *completion, const char *name)
{
  g_autofree char *text = name != NULL ? g_strdup_printf (_ ("Text of the document. %s"), name)
                                       : g_strdup (_ ("Text of the document"));

  gtk_accessible_update_property (GTK_ACCESSIBLE (completion->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, -1);
}

static void
choose (ChaseNameCompletion *completion, GtkListBoxRow *row)
{
  gtk_list_box_select_row (completion->list, row);
  tell (completion, name_of (row));
}

static void
shut (ChaseNameCompletion *completion)
{
  g_clear_handle_id (&completion->update, g_source_remove);
  completion->asked = FALSE;
  if (!is_open (completion))
    return;
  gtk_widget_set_visible (GTK_WIDGET (completion->list), FALSE);
  tell (completion, NULL);
}

/* The place of the word in the host, which may be scrolled away. */
static GdkRectangle
find_place (ChaseNameCompletion *completion)
{
  GtkTextIter start;
  GdkRectangle found;
  int x, y;
  double host_x = 0, host_y = 0;

  gtk_text_buffer_get_iter_at_offset (completion->buffer, &start, completion->start);
  gtk_text_view_get_iter_location (completion->view, &start, &found);
  gtk_text_view_buffer_to_window_coords (completion->view, GTK_TEXT_WINDOW_WIDGET, found.x, found.y,
                                         &x, &y);
  gtk_widget_translate_coordinates (GTK_WIDGET (completion->view), GTK_WIDGET (completion->host), x,
                                    y, &host_x, &host_y);
  return (GdkRectangle){ (int)host_x, (int)host_y, 1, found.height };
}

/* Below the word, or above it where there is no room; beside the pane nothing is seen. */
static void
put (ChaseNameCompletion *completion)
{
  GtkWidget *list = GTK_WIDGET (completion->list);
  GdkRectangle word = find_place (completion);
  GtkRequisition size;
  int width = gtk_widget_get_width (GTK_WIDGET (completion->host));
  int height = gtk_widget_get_height (GTK_WIDGET (completion->host));
  int y = word.y + word.height;

  gtk_widget_set_margin_start (list, 0);
  gtk_widget_set_margin_top (list, 0);
  gtk_widget_get_preferred_size (list, NULL, &size);
  if (y + size.height > height && word.y >= size.height)
    y = word.y - size.height;
  gtk_widget_set_margin_start (list, CLAMP (word.x - INDENT, 0, MAX (width - size.width, 0)));
  gtk_widget_set_margin_top (list, CLAMP (y, 0, MAX (height - size.height, 0)));
}

static void
fill (ChaseNameCompletion *completion, GPtrArray *names)
{
  GtkListBoxRow *chosen = gtk_list_box_get_selected_row (completion->list);
  g_autofree char *name = is_open (completion) ? g_strdup (name_of (chosen)) : NULL;

  chase_list_clear (completion->list);
  chosen = NULL;
  for (guint i = 0; i < names->len; i++)
    {
      GtkWidget *label = gtk_label_new (g_ptr_array_index (names, i));

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (label), 12);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
      gtk_list_box_append (completion->list, label);
      if (g_strcmp0 (name, g_ptr_array_index (names, i)) == 0)
        chosen = gtk_list_box_get_row_at_index (completion->list, (int)i);
    }
  if (chosen == NULL && completion->asked)
    chosen = gtk_list_box_get_row_at_index (completion->list, 0);
  choose (completion, chosen);
}

static void
show (ChaseNameCompletion *completion, GPtrArray *names)
{
  fill (completion, names);
  gtk_widget_set_visible (GTK_WIDGET (completion->list), TRUE);
  put (completion);
}

/* What may stand at the cursor, or NULL. Caller frees. */
static ChaseNameProposals *
find_proposals (ChaseNameCompletion *completion, int *start, int *end)
{
  GtkTextIter first, last, cursor;
  g_autofree char *text = NULL, *before = NULL;
  ChaseNameProposals *found;

  if (gtk_text_buffer_get_has_selection (completion->buffer))
    return NULL;
  gtk_text_buffer_get_bounds (completion->buffer, &first, &last);
  gtk_text_buffer_get_iter_at_mark (completion->buffer, &cursor,
                                    gtk_text_buffer_get_insert (completion->buffer));
  text = gtk_text_buffer_get_text (completion->buffer, &first, &last, TRUE);
  before = gtk_text_buffer_get_text (completion->buffer, &first, &cursor, TRUE);
  if (completion->reading == NULL)
    completion->reading = chase_notation_parse (text, strlen (text), NULL);
  found = chase_name_proposals_find (completion->reading, text, strlen (before), MOST);
  if (found == NULL)
    return NULL;
  *start = (int)g_utf8_strlen (text, (gssize)found->start);
  *end = (int)g_utf8_strlen (text, (gssize)found->end);
  return found;
}

static int
cursor_of (ChaseNameCompletion *completion)
{
  int cursor;

  g_object_get (completion->buffer, "cursor-position", &cursor, NULL);
  return cursor;
}

/* Opens the list, or brings it up to date. */
static void
look (ChaseNameCompletion *completion)
{
  int start = 0, end = 0, cursor = cursor_of (completion);
  g_autoptr (ChaseNameProposals) found = NULL;

  g_clear_handle_id (&completion->update, g_source_remove);
  if (gtk_widget_has_focus (GTK_WIDGET (completion->view)))
    found = find_proposals (completion, &start, &end);
  if (found == NULL || found->names->len == 0
      || (is_open (completion) && start != completion->start)
      || (!completion->asked && (cursor - start < SHORTEST || cursor != end)))
    {
      shut (completion);
      return;
    }
  completion->start = start;
  completion->end = end;
  show (completion, found->names);
}

static gboolean
look_later (gpointer data)
{
  ChaseNameCompletion *completion = data;

  completion->update = 0;
  look (completion);
  return G_SOURCE_REMOVE;
}

/* Lines may not be laid out inside of an edit, and an edit may be more than one change. */
static void
look_soon (ChaseNameCompletion *completion)
{
  if (completion->update == 0)
    completion->update = g_idle_add_full (GTK_PRIORITY_RESIZE - 1, look_later, completion, NULL);
}

static void
text_grew (GtkTextBuffer *buffer, GtkTextIter *at, const char *text, int length,
           ChaseNameCompletion *completion)
{
  if (completion->taking || !(is_open (completion) || completion->struck))
    return;
  completion->struck = FALSE;
  look_soon (completion);
}

static void
text_shrank (GtkTextBuffer *buffer, GtkTextIter *start, GtkTextIter *end,
             ChaseNameCompletion *completion)
{
  if (!completion->taking && is_open (completion))
    look_soon (completion);
}

/* The cursor goes elsewhere; typing moves it without a word. */
static void
mark_set (GtkTextBuffer *buffer, const GtkTextIter *at, GtkTextMark *mark,
          ChaseNameCompletion *completion)
{
  if (mark == gtk_text_buffer_get_insert (buffer))
    shut (completion);
}

static void
take (ChaseNameCompletion *completion, GtkListBoxRow *row)
{
  g_autofree char *name = g_strdup (name_of (row));
  g_autofree char *word = NULL;
  GtkTextIter start, end;
  int kept = 0;

  if (name == NULL)
    return;
  shut (completion);
  completion->taking = TRUE;
  gtk_text_buffer_get_iter_at_offset (completion->buffer, &start, completion->start);
  gtk_text_buffer_get_iter_at_offset (completion->buffer, &end, completion->end);
  word = gtk_text_buffer_get_text (completion->buffer, &start, &end, TRUE);
  if (g_str_has_prefix (name, word))
    kept = (int)g_utf8_strlen (word, -1);
  gtk_text_iter_forward_chars (&start, kept);
  chase_session_seal (completion->session);
  gtk_text_buffer_begin_user_action (completion->buffer);
  gtk_text_buffer_delete (completion->buffer, &start, &end);
  gtk_text_buffer_insert (completion->buffer, &start, g_utf8_offset_to_pointer (name, kept), -1);
  gtk_text_buffer_place_cursor (completion->buffer, &start);
  gtk_text_buffer_end_user_action (completion->buffer);
  chase_session_seal (completion->session);
  gtk_text_view_scroll_mark_onscreen (completion->view,
                                      gtk_text_buffer_get_insert (completion->buffer));
  completion->taking = FALSE;
}

/* To the next row or the one before; from the last to the first. */
static void
step (ChaseNameCompletion *completion, int by)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (completion->list);
  int index = row != NULL ? gtk_list_box_row_get_index (row) + by : by > 0 ? 0 : -1;
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (completion->list));

  if (index < 0)
    row = GTK_LIST_BOX_ROW (last);
  else
    row = gtk_list_box_get_row_at_index (completion->list, index);
  if (row == NULL)
    row = gtk_list_box_get_row_at_index (completion->list, 0);
  choose (completion, row);
}

/* A key while the list is open; returns whether the list takes it. */
static gboolean
key_of_list (ChaseNameCompletion *completion, guint key)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (completion->list);

  switch (key)
    {
    case GDK_KEY_Escape:
      shut (completion);
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      step (completion, 1);
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      step (completion, -1);
      return TRUE;
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
      take (completion, row != NULL ? row : gtk_list_box_get_row_at_index (completion->list, 0));
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      if (row != NULL)
        take (completion, row);
      else
        shut (completion);
      return row != NULL;
    default:
      return FALSE;
    }
}

static gboolean
key_pressed (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
             ChaseNameCompletion *completion)
{
  GdkModifierType held = state & gtk_accelerator_get_default_mod_mask ();

  if (completion->update != 0)
    look (completion); /* the list is as the last key left it */
  completion->struck = (held & ~GDK_SHIFT_MASK) == 0;
  if (key == GDK_KEY_space && held == GDK_CONTROL_MASK)
    {
      shut (completion);
      completion->asked = TRUE;
      gtk_text_view_scroll_mark_onscreen (completion->view,
                                          gtk_text_buffer_get_insert (completion->buffer));
      look (completion);
      return TRUE;
    }
  return held == 0 && is_open (completion) && key_of_list (completion, key);
}

static void
left (ChaseNameCompletion *completion)
{
  completion->struck = FALSE;
  shut (completion);
}

static void
scrolled (ChaseNameCompletion *completion)
{
  if (is_open (completion) && completion->update == 0)
    put (completion);
}

static void
build_list (ChaseNameCompletion *completion)
{
  completion->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (completion->list, GTK_SELECTION_SINGLE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (completion->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Names"), -1);
  g_signal_connect_object (completion->list, "row-activated", G_CALLBACK (take), completion,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (GTK_WIDGET (completion->list), "names");
  gtk_widget_set_halign (GTK_WIDGET (completion->list), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (completion->list), GTK_ALIGN_START);
  gtk_widget_set_can_focus (GTK_WIDGET (completion->list), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (completion->list), FALSE);
  gtk_overlay_add_overlay (completion->host, GTK_WIDGET (completion->list));
  gtk_overlay_set_clip_overlay (completion->host, GTK_WIDGET (completion->list), TRUE);
}

static void
listen (ChaseNameCompletion *completion)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkAdjustment *height = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (completion->view));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed), completion, 0);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left), completion, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (completion->view), keys);
  gtk_widget_add_controller (GTK_WIDGET (completion->view), focus);
  g_signal_connect_object (completion->view, "unmap", G_CALLBACK (left), completion,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (height, "value-changed", G_CALLBACK (scrolled), completion,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (completion->buffer, "insert-text", G_CALLBACK (text_grew), completion,
                           G_CONNECT_AFTER);
  g_signal_connect_object (completion->buffer, "delete-range", G_CALLBACK (text_shrank), completion,
                           G_CONNECT_AFTER);
  g_signal_connect_object (completion->buffer, "mark-set", G_CALLBACK (mark_set), completion, 0);
}

ChaseNameCompletion *
chase_name_completion_new (GtkOverlay *host, GtkTextView *view, ChaseSession *session)
{
  ChaseNameCompletion *completion = g_object_new (CHASE_TYPE_NAME_COMPLETION, NULL);

  completion->host = host;
  completion->view = view;
  completion->buffer = g_object_ref (gtk_text_view_get_buffer (view));
  completion->session = g_object_ref (session);
  build_list (completion);
  listen (completion);
  return completion;
}

void
chase_name_completion_set_reading (ChaseNameCompletion *completion, ChaseDocument *document)
{
  g_clear_pointer (&completion->reading, chase_document_unref);
  if (document != NULL)
    completion->reading = chase_document_ref (document);
}

static void
chase_name_completion_dispose (GObject *object)
{
  ChaseNameCompletion *completion = CHASE_NAME_COMPLETION (object);

  g_clear_handle_id (&completion->update, g_source_remove);
  g_clear_pointer (&completion->reading, chase_document_unref);
  g_clear_object (&completion->buffer);
  g_clear_object (&completion->session);
  G_OBJECT_CLASS (chase_name_completion_parent_class)->dispose (object);
}

static void
chase_name_completion_class_init (ChaseNameCompletionClass *class)
{
  G_OBJECT_CLASS (class)->dispose = chase_name_completion_dispose;
}

static void
chase_name_completion_init (ChaseNameCompletion *completion)
{
}
