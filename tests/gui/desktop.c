/* SPDX-License-Identifier: MIT */
#include "desktop.h"

#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <gio/gio.h>
#include <string.h>

#define DPI 96
#define NAME "Xft/DPI"

/* A client of its own, as the daemon of a desktop is. */
static Display *server;
static Window owner;

/* The window that has the settings, and says so to those that are running. */
static void
become_manager (void)
{
  XEvent event = { .xclient = { .type = ClientMessage, .format = 32 } };
  Atom selection;

  server = XOpenDisplay (NULL);
  g_assert_nonnull (server);
  owner = XCreateSimpleWindow (server, DefaultRootWindow (server), -10, -10, 1, 1, 0, 0, 0);
  selection = XInternAtom (server, "_XSETTINGS_S0", False);
  XSetSelectionOwner (server, selection, owner, CurrentTime);
  event.xclient.window = DefaultRootWindow (server);
  event.xclient.message_type = XInternAtom (server, "MANAGER", False);
  event.xclient.data.l[1] = (long)selection;
  event.xclient.data.l[2] = (long)owner;
  XSendEvent (server, DefaultRootWindow (server), False, StructureNotifyMask, &event);
}

static void
append (GByteArray *bytes, const void *data, guint length)
{
  static const guint8 padding[4] = { 0 };

  g_byte_array_append (bytes, data, length);
  g_byte_array_append (bytes, padding, (4 - length % 4) % 4);
}

/* One setting, a number, with the order of bytes of this machine. */
void
desktop_scale_text (double factor)
{
  static guint32 serial;
  const guint8 order[] = { G_BYTE_ORDER == G_BIG_ENDIAN ? MSBFirst : LSBFirst };
  const guint8 number[] = { 0, 0 };
  guint16 length = sizeof NAME - 1;
  guint32 n = 1, value = (guint32)(factor * DPI * 1024);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  Atom settings;

  if (server == NULL)
    become_manager ();
  settings = XInternAtom (server, "_XSETTINGS_SETTINGS", False);
  serial++;
  append (bytes, order, sizeof order);
  append (bytes, &serial, sizeof serial);
  append (bytes, &n, sizeof n);
  g_byte_array_append (bytes, number, sizeof number);
  g_byte_array_append (bytes, (const guint8 *)&length, sizeof length);
  append (bytes, NAME, length);
  append (bytes, &serial, sizeof serial);
  append (bytes, &value, sizeof value);
  XChangeProperty (server, owner, settings, settings, 8, PropModeReplace, bytes->data,
                   (int)bytes->len);
  XSync (server, False);
}

gboolean
desktop_contrast (gboolean high)
{
  static const char *const schema = "org.gnome.desktop.a11y.interface";
  g_autoptr (GSettingsSchema) found
      = g_settings_schema_source_lookup (g_settings_schema_source_get_default (), schema, TRUE);
  g_autoptr (GSettings) settings = found != NULL ? g_settings_new (schema) : NULL;

  return settings != NULL && g_settings_set_boolean (settings, "high-contrast", high);
}
