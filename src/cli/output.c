/* SPDX-License-Identifier: MIT */
#include "cli/output.h"

#include "cli/json.h"
#include "cli/terminal.h"
#include "cli/words.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "i18n.h"

typedef struct
{
  char *name;      /* as it was given */
  char *place;     /* where a symbolic link leads */
  char *temporary; /* written and waiting for its name, or NULL */
  GBytes *contents;
} File;

struct _CliOutput
{
  GPtrArray *files;
};

static void
file_free (gpointer data)
{
  File *file = data;

  if (file->temporary != NULL)
    g_unlink (file->temporary);
  g_free (file->name);
  g_free (file->place);
  g_free (file->temporary);
  g_bytes_unref (file->contents);
  g_free (file);
}

CliOutput *
cli_output_new (void)
{
  CliOutput *output = g_new0 (CliOutput, 1);

  output->files = g_ptr_array_new_with_free_func (file_free);
  return output;
}

void
cli_output_free (CliOutput *output)
{
  g_ptr_array_unref (output->files);
  g_free (output);
}

void
cli_output_add (CliOutput *output, const char *name, GBytes *contents)
{
  File *file = g_new0 (File, 1);

  file->name = g_strdup (name);
  file->contents = g_bytes_ref (contents);
  g_ptr_array_add (output->files, file);
}

void
cli_output_add_text (CliOutput *output, const char *name, const char *text)
{
  g_autoptr (GBytes) contents = g_bytes_new (text, strlen (text));

  cli_output_add (output, name, contents);
}

static gboolean
is_on_disk (const File *file)
{
  gsize length, found;
  const char *contents = g_bytes_get_data (file->contents, &length);
  g_autofree char *present = NULL;

  return g_file_get_contents (file->name, &present, &found, NULL) && found == length
         && (length == 0 || memcmp (present, contents, length) == 0);
}

void
cli_output_drop_same (CliOutput *output)
{
  for (guint i = output->files->len; i-- > 0;)
    if (is_on_disk (g_ptr_array_index (output->files, i)))
      g_ptr_array_remove_index (output->files, i);
}

guint
cli_output_n_files (const CliOutput *output)
{
  return output->files->len;
}

const char *
cli_output_name (const CliOutput *output, guint index)
{
  return ((File *)g_ptr_array_index (output->files, index))->name;
}

gboolean
cli_same_file (const char *a, const char *b)
{
  struct stat first, second;

  return stat (a, &first) == 0 && stat (b, &second) == 0 && first.st_dev == second.st_dev
         && first.st_ino == second.st_ino;
}

static gboolean
fail (const File *file, int failure, GError **error)
{
  g_autofree char *shown = cli_show (file->name);

  g_set_error (error, CLI_ERROR, CLI_ERROR_OUTPUT, _ ("cannot write %s: %s"), shown,
               failure == EISDIR ? _ ("it is a folder") : g_strerror (failure));
  return FALSE;
}

static int
write_contents (int fd, GBytes *contents)
{
  gsize length;
  const char *text = g_bytes_get_data (contents, &length);

  while (length > 0)
    {
      gssize n = write (fd, text, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return errno;
      text += n;
      length -= n;
    }
  return 0;
}

/* Writes the contents beside their place, with the permissions of the file that is there. */
static gboolean
prepare (File *file, GError **error)
{
  struct stat status;
  mode_t mask = umask (0);
  mode_t mode = 0666 & ~mask;
  int fd, failure;
  char *resolved;

  umask (mask);
  resolved = realpath (file->name, NULL);
  file->place = g_strdup (resolved != NULL ? resolved : file->name);
  free (resolved);
  if (stat (file->place, &status) == 0)
    {
      if (S_ISDIR (status.st_mode))
        return fail (file, EISDIR, error);
      if (access (file->place, W_OK) != 0)
        return fail (file, errno, error);
      if (!S_ISREG (status.st_mode))
        return TRUE;
      mode = status.st_mode & 07777;
    }
  file->temporary = g_strconcat (file->place, ".XXXXXX", NULL);
  fd = g_mkstemp_full (file->temporary, O_WRONLY | O_CLOEXEC, 0600);
  if (fd < 0)
    {
      failure = errno;
      g_clear_pointer (&file->temporary, g_free);
      return fail (file, failure, error);
    }
  failure = write_contents (fd, file->contents);
  if (failure == 0 && fchmod (fd, mode) != 0)
    failure = errno;
  if (close (fd) != 0 && failure == 0)
    failure = errno;
  return failure == 0 || fail (file, failure, error);
}

/* A pipe or a device takes the contents as they are. */
static gboolean
write_straight (File *file, GError **error)
{
  int fd = open (file->place, O_WRONLY | O_CLOEXEC | O_NOCTTY);
  int failure;

  if (fd < 0)
    return fail (file, errno, error);
  failure = write_contents (fd, file->contents);
  if (close (fd) != 0 && failure == 0)
    failure = errno;
  return failure == 0 || fail (file, failure, error);
}

static gboolean
finish (File *file, Cli *cli, GError **error)
{
  if (strcmp (file->name, "-") == 0)
    {
      gsize length;
      const char *text = g_bytes_get_data (file->contents, &length);

      cli_print (cli, text != NULL ? text : "", length);
      return TRUE;
    }
  if (file->temporary == NULL)
    return write_straight (file, error);
  if (g_rename (file->temporary, file->place) != 0)
    return fail (file, errno, error);
  g_clear_pointer (&file->temporary, g_free);
  return TRUE;
}

gboolean
cli_output_commit (CliOutput *output, Cli *cli, GError **error)
{
  for (guint i = 0; i < output->files->len; i++)
    {
      File *file = g_ptr_array_index (output->files, i);

      if (strcmp (file->name, "-") != 0 && !prepare (file, error))
        return FALSE;
    }
  for (guint i = 0; i < output->files->len; i++)
    {
      if (!finish (g_ptr_array_index (output->files, i), cli, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
writes_standard (const CliOutput *output)
{
  for (guint i = 0; i < output->files->len; i++)
    {
      if (strcmp (cli_output_name (output, i), "-") == 0)
        return TRUE;
    }
  return FALSE;
}

static void
print_names (const CliOutput *output, Cli *cli)
{
  g_autoptr (GString) json = g_string_new (NULL);

  cli_json_open (json, '{');
  cli_json_key (json, "written");
  cli_json_open (json, '[');
  for (guint i = 0; i < output->files->len; i++)
    cli_json_string (json, cli_output_name (output, i));
  cli_json_close (json, ']');
  cli_json_close (json, '}');
  g_string_append_c (json, '\n');
  cli_print (cli, json->str, json->len);
}

CliStatus
cli_output_finish (CliOutput *output, Cli *cli)
{
  g_autoptr (GError) error = NULL;

  if (!cli_output_commit (output, cli, &error))
    {
      cli_error (cli, NULL, "%s", error->message);
      return CLI_WRONG;
    }
  if (cli->json && !writes_standard (output))
    print_names (output, cli);
  return CLI_DONE;
}

CliStatus
cli_output_text (Cli *cli, const char *name, const char *text)
{
  g_autoptr (CliOutput) output = cli_output_new ();

  cli_output_add_text (output, name != NULL ? name : "-", text);
  return cli_output_finish (output, cli);
}
