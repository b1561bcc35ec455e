/* SPDX-License-Identifier: MIT */
#include "app/clipping.h"
#include "app/reading.h"
#include "app/session-actions.h"
#include "app/window-private.h"
#include "notation/notation.h"

#include <glib/gi18n.h>
#include <string.h>

#define MOST_CELLS 2000 /* of more than that no picture is made in passing */

static ChaseDiagram *
first_diagram (ChaseDocument *document)
{
  ChaseItem *item = chase_document_nth (document, CHASE_ITEM_DIAGRAM, 0);

  return item != NULL ? chase_diagram_new (document, item, NULL) : NULL;
}

/* One copy for every program: the text of the notation, tikz-cd for what asks for TeX, a quiver
 * link for what asks for links, and pictures with the text inside. */
void
chase_window_copy (ChaseWindow *window)
{
  g_autofree char *text = chase_session_copy (chase_window_get_session (window));
  g_autoptr (ChaseDocument) document
      = text != NULL ? chase_notation_parse (text, strlen (text), NULL) : NULL;
  g_autoptr (ChaseDiagram) diagram = document != NULL ? first_diagram (document) : NULL;
  g_autoptr (GPtrArray) providers = g_ptr_array_new ();
  g_autoptr (GdkContentProvider) all = NULL;

  if (diagram == NULL)
    return;
  g_ptr_array_add (providers, gdk_content_provider_new_typed (G_TYPE_STRING, text));
  if (chase_diagram_n_cells (diagram) <= MOST_CELLS)
    {
      g_autoptr (ChaseMacros) macros
          = chase_session_parse_macros (chase_window_get_session (window));

      g_ptr_array_add (providers, chase_clipping_new (diagram, text, window->fonts, macros));
    }
  all = gdk_content_provider_new_union ((GdkContentProvider **)providers->pdata, providers->len);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (window)), all);
}

/* Pasting: text, else a picture that has its source inside. */

static void
take_bytes (ChaseWindow *window, GBytes *bytes, const char *name)
{
  ChaseSession *session = chase_window_get_session (window);
  gsize length = 0;
  const char *data = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;
  g_autoptr (ChaseDocument) document = NULL;
  double column, row;

  if (session == NULL)
    return;
  if (data != NULL)
    document = chase_read_bytes (data, length, name, "pasted", NULL, NULL);
  chase_canvas_get_place (chase_window_get_canvas (window), &column, &row);
  if (document != NULL
      && chase_session_paste_document (session, document, column, row, _ ("Paste")))
    chase_canvas_reveal_selection (chase_window_get_canvas (window));
  else
    chase_window_toast (window, _ ("There is no diagram inside the picture on the clipboard"));
}

static void
picture_gathered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ChaseWindow) window = data;
  g_autoptr (GBytes) bytes = NULL;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, NULL) >= 0)
    bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (source));
  take_bytes (window, bytes, g_object_get_data (source, "name"));
}

static void
picture_offered (GObject *source, GAsyncResult *result, gpointer data)
{
  ChaseWindow *window = data;
  const char *type = NULL;
  g_autoptr (GInputStream) stream
      = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, &type, NULL);
  g_autoptr (GOutputStream) memory = NULL;

  if (stream == NULL)
    {
      take_bytes (window, NULL, NULL);
      g_object_unref (window);
      return;
    }
  memory = g_memory_output_stream_new_resizable ();
  g_object_set_data (G_OBJECT (memory), "name",
                     (gpointer)(g_strcmp0 (type, "image/png") == 0 ? "pasted.png" : "pasted.svg"));
  g_output_stream_splice_async (
      memory, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
      G_PRIORITY_DEFAULT, NULL, picture_gathered, window);
}

static void
text_offered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ChaseWindow) window = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  ChaseSession *session = chase_window_get_session (window);
  double column, row;

  if (session == NULL)
    return;
  if (text == NULL)
    {
      chase_window_toast (window, _ ("There is no diagram on the clipboard"));
      return;
    }
  chase_canvas_get_place (chase_window_get_canvas (window), &column, &row);
  if (chase_session_paste (session, text, column, row))
    chase_canvas_reveal_selection (chase_window_get_canvas (window));
}

void
chase_window_paste (ChaseWindow *window)
{
  static const char *pictures[] = { "image/svg+xml", "image/png", NULL };
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (window));
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);
  gboolean text = gdk_content_formats_contain_gtype (formats, G_TYPE_STRING)
                  || gdk_content_formats_contain_mime_type (formats, "text/plain;charset=utf-8")
                  || gdk_content_formats_contain_mime_type (formats, "text/plain");
  gboolean picture = gdk_content_formats_contain_mime_type (formats, pictures[0])
                     || gdk_content_formats_contain_mime_type (formats, pictures[1]);

  if (picture && !text)
    gdk_clipboard_read_async (clipboard, pictures, G_PRIORITY_DEFAULT, NULL, picture_offered,
                              g_object_ref (window));
  else
    gdk_clipboard_read_text_async (clipboard, NULL, text_offered, g_object_ref (window));
}
