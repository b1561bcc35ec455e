/* SPDX-License-Identifier: MIT */
#include "app/text-clipboard.h"

static void
copy (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;

  g_signal_stop_emission_by_name (view, "copy-clipboard");
  if (gtk_text_buffer_get_selection_bounds (buffer, &start, &end))
    {
      g_autofree char *text = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);

      gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (view)), text);
    }
}

static void
cut (GtkTextView *view)
{
  g_signal_stop_emission_by_name (view, "cut-clipboard");
  g_signal_emit_by_name (view, "copy-clipboard");
  gtk_text_buffer_delete_selection (gtk_text_view_get_buffer (view), TRUE,
                                    gtk_text_view_get_editable (view));
}

static void
pasted (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkTextView) view = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
  gboolean editable = gtk_text_view_get_editable (view);
  GtkTextBuffer *buffer;

  if (text == NULL || gtk_widget_get_root (GTK_WIDGET (view)) == NULL)
    return;
  buffer = gtk_text_view_get_buffer (view);
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, editable);
  gtk_text_buffer_insert_interactive_at_cursor (buffer, text, -1, editable);
  gtk_text_buffer_end_user_action (buffer);
  gtk_text_view_scroll_mark_onscreen (view, gtk_text_buffer_get_insert (buffer));
}

static void
paste (GtkTextView *view)
{
  g_signal_stop_emission_by_name (view, "paste-clipboard");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (view)), NULL, pasted,
                                 g_object_ref (view));
}

/* Whether the GTK that runs never gives back the reference that a selection has of its buffer. */
static gboolean
selection_keeps (void)
{
  static gsize found;
  enum
  {
    FREES = 1,
    KEEPS
  };

  if (g_once_init_enter (&found))
    {
      GtkTextBuffer *buffer = gtk_text_buffer_new (NULL);
      gpointer left = buffer;
      GtkTextIter start, end;

      g_object_add_weak_pointer (G_OBJECT (buffer), &left);
      gtk_text_buffer_set_text (buffer, "kept", -1);
      gtk_text_buffer_get_bounds (buffer, &start, &end);
      gtk_text_buffer_select_range (buffer, &start, &end);
      gtk_text_buffer_place_cursor (buffer, &end);
      g_object_unref (buffer);
      g_once_init_leave (&found, left != NULL ? KEEPS : FREES);
      if (left != NULL)
        g_object_unref (left);
    }
  return found == KEEPS;
}

static void
selection_changed (GtkTextBuffer *buffer)
{
  if (!gtk_text_buffer_get_has_selection (buffer) && selection_keeps ())
    g_object_unref (buffer);
}

void
chase_text_clipboard_watch (GtkTextView *view)
{
  g_signal_connect (view, "copy-clipboard", G_CALLBACK (copy), NULL);
  g_signal_connect (view, "cut-clipboard", G_CALLBACK (cut), NULL);
  g_signal_connect (view, "paste-clipboard", G_CALLBACK (paste), NULL);
  g_signal_connect (gtk_text_view_get_buffer (view), "notify::has-selection",
                    G_CALLBACK (selection_changed), NULL);
}

void
chase_text_clipboard_let_go (GtkTextBuffer *buffer)
{
  GtkTextIter start;

  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
}
