/* SPDX-License-Identifier: MIT */
#include "app/window-private.h"

#include <glib/gi18n.h>

/* What the pointer and the bare keys do is in no table of actions. */
static const struct
{
  const char *accel;
  const char *title;
} by_hand[] = {
  { "Left Right Up Down", N_ ("Go to another place") },
  { "space", N_ ("New object; then the start and the end of an arrow") },
  { "Return", N_ ("Type a label") },
  { "Tab", N_ ("Next cell without a label") },
  { "<Alt>Left <Alt>Right <Alt>Up <Alt>Down", N_ ("Move what is selected") },
  { "Shift_L Alt_L", N_ ("Held while dragging: off the grid") },
  { "Escape", N_ ("One step back") },
};

static const struct
{
  const char *accel;
  const char *title;
} of_proofs[] = {
  { "Left Right", N_ ("One step back, or on") },
  { "Home End", N_ ("To the first step, or the last") },
  { "space", N_ ("Play it, or pause") },
  { "Escape", N_ ("Close it") },
};

static void
add_shortcut (GString *xml, const char *accel, const char *title)
{
  g_autofree char *text
      = g_markup_printf_escaped ("<child><object class='GtkShortcutsShortcut'>"
                                 "<property name='accelerator'>%s</property>"
                                 "<property name='title'>%s</property></object></child>",
                                 accel, title);

  g_string_append (xml, text);
}

static void
open_group (GString *xml, const char *title)
{
  g_autofree char *text = g_markup_printf_escaped ("<child><object class='GtkShortcutsGroup'>"
                                                   "<property name='title'>%s</property>",
                                                   title);

  g_string_append (xml, text);
}

static void
close_group (GString *xml)
{
  g_string_append (xml, "</object></child>");
}

static char *
build_xml (void)
{
  GString *xml = g_string_new ("<interface><object class='GtkShortcutsWindow' id='shortcuts'>"
                               "<property name='modal'>True</property><child>"
                               "<object class='GtkShortcutsSection'>"
                               "<property name='section-name'>all</property>"
                               "<property name='max-height'>16</property>");
  const char *group = NULL;
  guint n;
  const ChaseActionRow *rows = chase_window_action_rows (&n);

  open_group (xml, _ ("Drawing with keys"));
  for (guint i = 0; i < G_N_ELEMENTS (by_hand); i++)
    add_shortcut (xml, by_hand[i].accel, _ (by_hand[i].title));
  for (guint i = 0; i < n; i++)
    {
      if (rows[i].accel == NULL && rows[i].key == NULL)
        continue; /* found in the menu and in the palette */
      if (group == NULL || !g_str_equal (group, rows[i].group))
        {
          close_group (xml);
          open_group (xml, _ (rows[i].group));
          group = rows[i].group;
        }
      add_shortcut (xml, rows[i].accel != NULL ? rows[i].accel : rows[i].key, _ (rows[i].title));
    }
  close_group (xml);
  open_group (xml, _ ("A proof that is shown"));
  for (guint i = 0; i < G_N_ELEMENTS (of_proofs); i++)
    add_shortcut (xml, of_proofs[i].accel, _ (of_proofs[i].title));
  close_group (xml);
  open_group (xml, _ ("Text of the document"));
  add_shortcut (xml, "<Control>space", _ ("Complete a name"));
  close_group (xml);
  g_string_append (xml, "</object></child></object></interface>");
  return g_string_free (xml, FALSE);
}

void
chase_window_show_shortcuts (ChaseWindow *window)
{
  g_autofree char *xml = build_xml ();
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_string (xml, -1);
  GtkWindow *shortcuts = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (shortcuts, GTK_WINDOW (window));
  gtk_window_present (shortcuts);
}
