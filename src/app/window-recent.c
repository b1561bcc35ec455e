/* SPDX-License-Identifier: MIT */
#include "app/window-private.h"

/* The menu beside Open: the files that were open last, newest first. */

#define MOST_LISTED 12

static gint
newest_first (gconstpointer a, gconstpointer b)
{
  GDateTime *left = gtk_recent_info_get_modified ((GtkRecentInfo *)a);
  GDateTime *right = gtk_recent_info_get_modified ((GtkRecentInfo *)b);

  return -g_date_time_compare (left, right);
}

GList *
chase_recent_files (void)
{
  GList *items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());

  return g_list_sort (items, newest_first);
}

/* An underscore in a name is no mnemonic. */
static char *
label_of (GtkRecentInfo *info)
{
  g_auto (GStrv) parts = g_strsplit (gtk_recent_info_get_display_name (info), "_", -1);

  return g_strjoinv ("__", parts);
}

static void
list_recent (GtkRecentManager *manager, ChaseWindow *window)
{
  GList *items = chase_recent_files ();
  guint n = 0;

  g_menu_remove_all (window->recent);
  for (GList *link = items; link != NULL; link = link->next)
    {
      GtkRecentInfo *info = link->data;
      g_autofree char *label = label_of (info);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "win.open-uri", "s", gtk_recent_info_get_uri (info));
      if (gtk_recent_info_exists (info) && n++ < MOST_LISTED)
        g_menu_append_item (window->recent, item);
      gtk_recent_info_unref (info);
    }
  g_list_free (items);
}

void
chase_window_list_recent (ChaseWindow *window)
{
  window->recent = g_menu_new ();
  adw_split_button_set_menu_model (ADW_SPLIT_BUTTON (window->open_button),
                                   G_MENU_MODEL (window->recent));
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed", G_CALLBACK (list_recent),
                           window, 0);
  list_recent (gtk_recent_manager_get_default (), window);
}
