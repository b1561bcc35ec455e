/* SPDX-License-Identifier: MIT */
#include "app/settings.h"

static char *
settings_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "arrowchase", "settings.ini", NULL);
}

char *
chase_settings_get (const char *group, const char *key)
{
  g_autofree char *path = settings_path ();
  g_autoptr (GKeyFile) settings = g_key_file_new ();

  g_key_file_load_from_file (settings, path, G_KEY_FILE_NONE, NULL);
  return g_key_file_get_string (settings, group, key, NULL);
}

void
chase_settings_set (const char *group, const char *key, const char *value)
{
  g_autofree char *path = settings_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GKeyFile) settings = g_key_file_new ();

  g_key_file_load_from_file (settings, path, G_KEY_FILE_KEEP_COMMENTS, NULL);
  if (value != NULL)
    g_key_file_set_string (settings, group, key, value);
  else
    g_key_file_remove_key (settings, group, key, NULL);
  g_mkdir_with_parents (folder, 0700);
  g_key_file_save_to_file (settings, path, NULL);
}
