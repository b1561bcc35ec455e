/* SPDX-License-Identifier: MIT */
#include "app/begin-drag.h"

#include "app/beginnings.h"
#include "app/session-actions.h"

/* What a row stands for. */
typedef struct
{
  ChaseSession *session;
  char *name;
} Handle;

static void
handle_free (gpointer data, GClosure *closure)
{
  Handle *handle = data;

  g_object_unref (handle->session);
  g_free (handle->name);
  g_free (handle);
}

static Handle *
handle_new (ChaseSession *session, const char *name)
{
  Handle *handle = g_new0 (Handle, 1);

  handle->session = g_object_ref (session);
  handle->name = g_strdup (name);
  return handle;
}

static gboolean
is_of (const Handle *handle, const char *name, ChaseItemKind kind)
{
  const ChaseItem *item = chase_document_find (chase_session_get_document (handle->session), name);

  return item != NULL && chase_item_begins_as (item, kind);
}

/* The name of what is dragged travels. */
static GdkContentProvider *
prepare_drag (GtkDragSource *source, double x, double y, Handle *handle)
{
  return is_of (handle, handle->name, CHASE_ITEM_CATEGORY)
                 || is_of (handle, handle->name, CHASE_ITEM_FUNCTOR)
             ? gdk_content_provider_new_typed (G_TYPE_STRING, handle->name)
             : NULL;
}

static gboolean
dropped (GtkDropTarget *target, const GValue *value, double x, double y, Handle *handle)
{
  const char *name = g_value_get_string (value);

  if (is_of (handle, name, CHASE_ITEM_FUNCTOR) && is_of (handle, handle->name, CHASE_ITEM_FUNCTOR))
    return chase_session_begin_transformation (handle->session, name, handle->name);
  if (!is_of (handle, name, CHASE_ITEM_CATEGORY)
      || !(g_str_equal (handle->name, "Set") || is_of (handle, handle->name, CHASE_ITEM_CATEGORY)))
    return FALSE;
  chase_session_begin_functor (handle->session, name, handle->name);
  return TRUE;
}

/* What is dragged looks like its row. */
static void
drag_began (GtkDragSource *source, GdkDrag *drag, GtkWidget *row)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (row);
  g_autoptr (GdkPaintable) picture = gdk_paintable_get_current_image (paintable);

  gtk_drag_source_set_icon (source, picture, 0, 0);
}

void
chase_begin_by_dragging (GtkWidget *row, ChaseSession *session, const char *name)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_COPY);

  g_signal_connect_data (source, "prepare", G_CALLBACK (prepare_drag), handle_new (session, name),
                         handle_free, 0);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_began), row);
  g_signal_connect_data (target, "drop", G_CALLBACK (dropped), handle_new (session, name),
                         handle_free, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
}
