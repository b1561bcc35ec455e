/* SPDX-License-Identifier: MIT */
#include "app/clipping.h"

#include "drawing/export.h"
#include "interchange/interchange.h"

#include <string.h>

static const char *const types[] = { "text/x-tex", "image/svg+xml", "image/png", "text/uri-list" };

struct _ChaseClipping
{
  GdkContentProvider parent;
  ChaseDiagram *diagram;
  char *text;
  ChaseFonts *fonts;
  ChaseMacros *macros; /* or NULL */
};

G_DECLARE_FINAL_TYPE (ChaseClipping, chase_clipping, CHASE, CLIPPING, GdkContentProvider)
G_DEFINE_FINAL_TYPE (ChaseClipping, chase_clipping, GDK_TYPE_CONTENT_PROVIDER)

static GBytes *
make_picture (ChaseClipping *clipping, ChaseExportFormat format)
{
  ChaseExportPage page = { .diagram = clipping->diagram };
  ChaseExportOptions options;

  chase_export_options_init (&options);
  options.source = clipping->text;
  return chase_export (format, &page, 1, clipping->fonts, clipping->macros, &options, NULL);
}

static GBytes *
make_text (ChaseClipping *clipping, ChaseFormat format)
{
  char *text = chase_interchange_write_diagram (format, clipping->diagram, NULL, NULL);

  return text != NULL ? g_bytes_new_take (text, strlen (text)) : NULL;
}

/* NULL where there is no such form of it. */
static GBytes *
make (ChaseClipping *clipping, const char *type)
{
  if (strcmp (type, types[1]) == 0)
    return make_picture (clipping, CHASE_EXPORT_SVG);
  if (strcmp (type, types[2]) == 0)
    return make_picture (clipping, CHASE_EXPORT_PNG);
  if (strcmp (type, types[0]) == 0)
    return make_text (clipping, CHASE_FORMAT_TIKZCD);
  return strcmp (type, types[3]) == 0 ? make_text (clipping, CHASE_FORMAT_QUIVER_URL) : NULL;
}

static GdkContentFormats *
chase_clipping_ref_formats (GdkContentProvider *provider)
{
  const char *offered[G_N_ELEMENTS (types)];

  memcpy (offered, types, sizeof types);
  return gdk_content_formats_new (offered, G_N_ELEMENTS (types));
}

static void
written (GObject *stream, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (g_output_stream_write_all_finish (G_OUTPUT_STREAM (stream), result, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
chase_clipping_write_mime_type_async (GdkContentProvider *provider, const char *mime_type,
                                      GOutputStream *stream, int io_priority,
                                      GCancellable *cancellable, GAsyncReadyCallback callback,
                                      gpointer data)
{
  g_autoptr (GTask) task = g_task_new (provider, cancellable, callback, data);
  GBytes *bytes = make (CHASE_CLIPPING (provider), mime_type);

  g_task_set_priority (task, io_priority);
  if (bytes == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "Not offered as %s",
                               mime_type);
      return;
    }
  g_task_set_task_data (task, bytes, (GDestroyNotify)g_bytes_unref);
  g_output_stream_write_all_async (stream, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                   io_priority, cancellable, written, g_object_ref (task));
}

static gboolean
chase_clipping_write_mime_type_finish (GdkContentProvider *provider, GAsyncResult *result,
                                       GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
chase_clipping_finalize (GObject *object)
{
  ChaseClipping *clipping = CHASE_CLIPPING (object);

  chase_diagram_unref (clipping->diagram);
  g_free (clipping->text);
  chase_fonts_unref (clipping->fonts);
  g_clear_pointer (&clipping->macros, chase_macros_unref);
  G_OBJECT_CLASS (chase_clipping_parent_class)->finalize (object);
}

static void
chase_clipping_class_init (ChaseClippingClass *class)
{
  GdkContentProviderClass *provider_class = GDK_CONTENT_PROVIDER_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = chase_clipping_finalize;
  provider_class->ref_formats = chase_clipping_ref_formats;
  provider_class->write_mime_type_async = chase_clipping_write_mime_type_async;
  provider_class->write_mime_type_finish = chase_clipping_write_mime_type_finish;
}

static void
chase_clipping_init (ChaseClipping *clipping)
{
}

GdkContentProvider *
chase_clipping_new (ChaseDiagram *diagram, const char *text, ChaseFonts *fonts, ChaseMacros *macros)
{
  ChaseClipping *clipping = g_object_new (chase_clipping_get_type (), NULL);

  clipping->diagram = chase_diagram_ref (diagram);
  clipping->text = g_strdup (text);
  clipping->fonts = chase_fonts_ref (fonts);
  clipping->macros = macros != NULL ? chase_macros_ref (macros) : NULL;
  return GDK_CONTENT_PROVIDER (clipping);
}
