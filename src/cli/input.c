/* SPDX-License-Identifier: MIT */
#include "cli/input.h"

#include "cli/words.h"
#include "model/problem.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "i18n.h"

#define SIZE_MAX_READ ((gsize)1 << 30)

char *
cli_input_title (const char *name)
{
  return strcmp (name, "-") == 0 ? g_strdup ("<stdin>") : cli_show (name);
}

static gint
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* The file in the same folder whose name is nearest to that of @name, or NULL. */
static char *
guess_file (const char *name)
{
  g_autofree char *folder = g_path_get_dirname (name);
  g_autofree char *base = g_path_get_basename (name);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *entry, *guess;

  if (dir == NULL || !g_utf8_validate (base, -1, NULL))
    return NULL;
  while ((entry = g_dir_read_name (dir)) != NULL && names->len < 1000)
    {
      if (g_utf8_validate (entry, -1, NULL))
        g_ptr_array_add (names, g_strdup (entry));
    }
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  guess = chase_guess (base, (const char *const *)names->pdata);
  if (guess == NULL)
    return NULL;
  return strcmp (folder, ".") == 0 ? g_strdup (guess) : g_build_filename (folder, guess, NULL);
}

static void
set_open_error (const char *name, int failure, GError **error)
{
  g_autofree char *title = cli_input_title (name);
  g_autofree char *guess = failure == ENOENT ? guess_file (name) : NULL;
  g_autofree char *shown = guess != NULL ? cli_show (guess) : NULL;

  if (shown != NULL)
    g_set_error (error, CLI_ERROR, CLI_ERROR_INPUT, _ ("cannot read %s: %s; did you mean %s?"),
                 title, g_strerror (failure), shown);
  else
    g_set_error (error, CLI_ERROR, CLI_ERROR_INPUT, _ ("cannot read %s: %s"), title,
                 g_strerror (failure));
}

static gboolean
read_all (int fd, GByteArray *bytes, const char *title, GError **error)
{
  g_autofree guint8 *block = g_malloc (1 << 16);

  for (;;)
    {
      gssize n = read (fd, block, 1 << 16);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          g_set_error (error, CLI_ERROR, CLI_ERROR_INPUT, _ ("cannot read %s: %s"), title,
                       g_strerror (errno));
          return FALSE;
        }
      if (n == 0)
        return TRUE;
      if (bytes->len + (gsize)n > SIZE_MAX_READ)
        {
          g_set_error (error, CLI_ERROR, CLI_ERROR_INPUT,
                       _ ("%s is too large: more than 1 GiB cannot be a diagram"), title);
          return FALSE;
        }
      g_byte_array_append (bytes, block, n);
    }
}

/* A quiver link is its own text: it is given as one has it, and no file is called so. */
static gboolean
is_link (const char *name)
{
  return (g_str_has_prefix (name, "https://") || g_str_has_prefix (name, "http://"))
         && (strstr (name, "#q=") != NULL || strstr (name, "?q=") != NULL
             || strstr (name, "&q=") != NULL);
}

GBytes *
cli_input_read (const char *name, GError **error)
{
  gboolean standard = strcmp (name, "-") == 0;
  int fd = standard ? STDIN_FILENO : open (name, O_RDONLY | O_CLOEXEC | O_NOCTTY);
  int failure = errno;
  g_autofree char *title = cli_input_title (name);
  g_autoptr (GByteArray) bytes = NULL;
  struct stat status;
  gboolean read;

  if (fd < 0 && is_link (name))
    return g_bytes_new (name, strlen (name));
  if (fd < 0)
    {
      set_open_error (name, failure, error);
      return NULL;
    }
  bytes = g_byte_array_new ();
  if (fstat (fd, &status) == 0 && S_ISDIR (status.st_mode))
    {
      g_set_error (error, CLI_ERROR, CLI_ERROR_INPUT, _ ("cannot read %s: it is a folder"), title);
      read = FALSE;
    }
  else
    read = read_all (fd, bytes, title, error);
  if (!standard)
    close (fd);
  return read ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}
