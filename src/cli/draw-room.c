/* SPDX-License-Identifier: MIT */
#include "cli/draw-room.h"

#include "cli/arguments.h"
#include "config.h"

#include <dlfcn.h>

#include "i18n.h"

/* The module's path for a program that stands in the folder of @program, or NULL. */
static char *
find_module (const char *program)
{
  g_autofree char *folder = g_path_get_dirname (program);
  char *built = g_build_filename (folder, CLI_DRAW_ROOM_FILE, NULL);
  char *installed;

  if (g_file_test (built, G_FILE_TEST_EXISTS))
    return built;
  g_free (built);
  installed = g_path_is_absolute (CHASE_MODULE_FOLDER)
                  ? g_build_filename (CHASE_MODULE_FOLDER, CLI_DRAW_ROOM_FILE, NULL)
                  : g_build_filename (folder, CHASE_MODULE_FOLDER, CLI_DRAW_ROOM_FILE, NULL);
  if (g_file_test (installed, G_FILE_TEST_EXISTS))
    return installed;
  g_free (installed);
  return NULL;
}

static const CliDrawRoom *
load (GError **error)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *path = program != NULL ? find_module (program) : NULL;
  const CliDrawRoom *room = NULL;
  void *module = NULL;

  if (path == NULL)
    {
      g_set_error (
          error, CLI_ERROR, CLI_ERROR_INPUT,
          _ ("%s, the part of the program that draws, is missing: it belongs beside chase"),
          CLI_DRAW_ROOM_FILE);
      return NULL;
    }
  module = dlopen (path, RTLD_NOW | RTLD_LOCAL);
  if (module != NULL)
    room = dlsym (module, CLI_DRAW_ROOM_SYMBOL);
  if (room == NULL)
    g_set_error (error, CLI_ERROR, CLI_ERROR_INPUT, _ ("cannot load what draws: %s"), dlerror ());
  return room;
}

const CliDrawRoom *
cli_draw_room (Cli *cli, GError **error)
{
  g_mutex_lock (&cli->lock);
  if (cli->draw_room == NULL)
    cli->draw_room = load (error);
  g_mutex_unlock (&cli->lock);
  return cli->draw_room;
}
