/* SPDX-License-Identifier: MIT */
#include "app/window-private.h"
#include "drawing/export.h"
#include "interchange/interchange.h"
#include "notation/notation.h"

#include <string.h>

#define MOST_CELLS 2000 /* of more than that no picture is made in passing */

static ChaseDiagram *
first_diagram (ChaseDocument *document)
{
  ChaseItem *item = chase_document_nth (document, CHASE_ITEM_DIAGRAM, 0);

  return item != NULL ? chase_diagram_new (document, item, NULL) : NULL;
}

static void
add_bytes (GPtrArray *providers, const char *type, GBytes *bytes)
{
  if (bytes != NULL)
    g_ptr_array_add (providers, gdk_content_provider_new_for_bytes (type, bytes));
}

static void
add_picture (GPtrArray *providers, const char *type, ChaseExportFormat format,
             const ChaseDiagram *diagram, const char *source, ChaseFonts *fonts,
             ChaseMacros *macros)
{
  ChaseExportPage page = { .diagram = diagram };
  ChaseExportOptions options;
  g_autoptr (GBytes) bytes = NULL;

  chase_export_options_init (&options);
  options.source = source;
  bytes = chase_export (format, &page, 1, fonts, macros, &options, NULL);
  add_bytes (providers, type, bytes);
}

/* One copy for every program: the text of the notation, tikz-cd for what asks for TeX, and pictures
 * with the text inside. */
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
      char *tex = chase_interchange_write_diagram (CHASE_FORMAT_TIKZCD, diagram, NULL, NULL);
      g_autoptr (ChaseMacros) macros
          = chase_session_parse_macros (chase_window_get_session (window));
      g_autoptr (GBytes) bytes = tex != NULL ? g_bytes_new_take (tex, strlen (tex)) : NULL;

      add_bytes (providers, "text/x-tex", bytes);
      add_picture (providers, "image/svg+xml", CHASE_EXPORT_SVG, diagram, text, window->fonts,
                   macros);
      add_picture (providers, "image/png", CHASE_EXPORT_PNG, diagram, text, window->fonts, macros);
    }
  all = gdk_content_provider_new_union ((GdkContentProvider **)providers->pdata, providers->len);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (window)), all);
}
