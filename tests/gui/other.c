/* SPDX-License-Identifier: MIT */
#include "other.h"

#include "gui.h"

#include <X11/Xatom.h>
#include <X11/extensions/XTest.h>
#include <gdk/x11/gdkx.h>

struct Other
{
  GSubprocess *process;
  Window window;
};

static Other *awaited;
static const char *awaited_title;

/* The bytes of a property; NULL where the window, which may go at any time, has none. Caller frees.
 */
static guchar *
property (Window window, const char *name, gulong *length)
{
  Display *server = gui_server ();
  guchar *data = NULL, *copy;
  int format;
  gulong left;
  Atom type;

  gdk_x11_display_error_trap_push (gdk_display_get_default ());
  XGetWindowProperty (server, window, XInternAtom (server, name, False), 0, 1024, False,
                      AnyPropertyType, &type, &format, length, &left, &data);
  gdk_x11_display_error_trap_pop_ignored (gdk_display_get_default ());
  if (data == NULL)
    return NULL;
  copy = g_memdup2 (data, *length * (format == 32 ? sizeof (long) : 1) + 1);
  XFree (data);
  return copy;
}

static gboolean
is_of (Window window, GSubprocess *process)
{
  const char *pid = g_subprocess_get_identifier (process);
  gulong length = 0;
  g_autofree guchar *data = property (window, "_NET_WM_PID", &length);

  return data != NULL && length == 1 && pid != NULL
         && *(long *)(gpointer)data == g_ascii_strtoll (pid, NULL, 10);
}

static gboolean
is_viewable (Window window)
{
  XWindowAttributes shape;
  gboolean viewable;

  gdk_x11_display_error_trap_push (gdk_display_get_default ());
  viewable
      = XGetWindowAttributes (gui_server (), window, &shape) != 0 && shape.map_state == IsViewable;
  gdk_x11_display_error_trap_pop_ignored (gdk_display_get_default ());
  return viewable;
}

/* A window of it that can be seen, or None. */
static Window
find_window (Other *other)
{
  Window root, parent, *windows = NULL, found = None;
  guint n = 0;

  XQueryTree (gui_server (), DefaultRootWindow (gui_server ()), &root, &parent, &windows, &n);
  for (guint i = 0; i < n && found == None; i++)
    if (is_viewable (windows[i]) && is_of (windows[i], other->process))
      found = windows[i];
  if (windows != NULL)
    XFree (windows);
  return found;
}

static char *
title_of (Other *other)
{
  gulong length = 0;
  g_autofree guchar *data = property (other->window, "_NET_WM_NAME", &length);

  return data != NULL ? g_strndup ((char *)data, length) : g_strdup ("");
}

static gboolean
is_there (void)
{
  g_autofree char *title = NULL;

  awaited->window = find_window (awaited);
  if (awaited->window == None)
    return FALSE;
  title = title_of (awaited);
  return g_str_equal (title, awaited_title);
}

static gboolean
is_gone (void)
{
  return g_subprocess_get_identifier (awaited->process) == NULL && find_window (awaited) == None;
}

Other *
other_start (const char *const *command, const char *title)
{
  g_autoptr (GError) error = NULL;
  Other *other = g_new0 (Other, 1);

  other->process = g_subprocess_newv (command, G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error);
  g_assert_no_error (error);
  other_await (other, title);
  return other;
}

void
other_await (Other *other, const char *title)
{
  awaited = other;
  awaited_title = title;
  gui_wait (is_there, "the window of the other program");
}

void
other_place (Other *other, int x, int y)
{
  XMoveWindow (gui_server (), other->window, x, y);
  XRaiseWindow (gui_server (), other->window);
  gui_settle ();
}

void
other_point (Other *other, int x, int y)
{
  int screen_x, screen_y;
  Window child;

  XTranslateCoordinates (gui_server (), other->window, DefaultRootWindow (gui_server ()), x, y,
                         &screen_x, &screen_y, &child);
  XTestFakeMotionEvent (gui_server (), -1, screen_x, screen_y, CurrentTime);
  gui_settle ();
}

void
other_key (Other *other, const char *key)
{
  XSetInputFocus (gui_server (), other->window, RevertToPointerRoot, CurrentTime);
  gui_settle ();
  gui_key (key);
}

void
other_end (Other *other)
{
  g_subprocess_force_exit (other->process);
  awaited = other;
  gui_wait (is_gone, "the end of the other program");
  g_object_unref (other->process);
  g_free (other);
}
