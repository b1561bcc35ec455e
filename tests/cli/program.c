/* SPDX-License-Identifier: MIT */
#include "program.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* No test waits longer than this for the program. */
#define PATIENCE_SECONDS 60

static char *home;

const char *
folder (void)
{
  if (home == NULL)
    {
      home = g_dir_make_tmp ("chase-test-XXXXXX", NULL);
      g_assert_nonnull (home);
    }
  return home;
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        remove_tree (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

void
remove_folder (void)
{
  if (home != NULL)
    remove_tree (home);
  g_clear_pointer (&home, g_free);
}

void
write_file (const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder (), name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

char *
read_file (const char *name)
{
  g_autofree char *path = g_build_filename (folder (), name, NULL);
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, NULL);
  return text;
}

char *
data_path (const char *name)
{
  return g_build_filename (g_getenv ("CHASE_SOURCE_ROOT"), "tests", "data", name, NULL);
}

static gboolean
lose_patience (gpointer data)
{
  g_subprocess_force_exit (data);
  return G_SOURCE_REMOVE;
}

typedef struct
{
  GBytes *out;
  GBytes *err;
  gboolean done;
} Talk;

static void
take_words (GObject *source, GAsyncResult *result, gpointer data)
{
  Talk *talk = data;

  g_subprocess_communicate_finish (G_SUBPROCESS (source), result, &talk->out, &talk->err, NULL);
  talk->done = TRUE;
}

static char *
bytes_text (GBytes *bytes, gsize *length)
{
  const char *text = bytes != NULL ? g_bytes_get_data (bytes, length) : NULL;

  if (text == NULL)
    *length = 0;
  return g_strndup (text != NULL ? text : "", *length);
}

Run *
run_vector (const char *const *arguments, const char *input, gssize input_length)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GSubprocessLauncher) launcher
      = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE
                                   | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes
      = g_bytes_new (input != NULL ? input : "", input == NULL      ? 0
                                                 : input_length < 0 ? strlen (input)
                                                                    : (gsize)input_length);
  Talk talk = { NULL };
  Run *run = g_new0 (Run, 1);
  gsize length;
  guint patience;

  g_ptr_array_add (argv, (gpointer)g_getenv ("CHASE_PROGRAM"));
  for (guint i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (argv, (gpointer)arguments[i]);
  g_ptr_array_add (argv, NULL);
  g_subprocess_launcher_set_cwd (launcher, folder ());
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *)argv->pdata, &error);
  g_assert_no_error (error);
  patience = g_timeout_add_seconds (PATIENCE_SECONDS, lose_patience, process);
  g_subprocess_communicate_async (process, bytes, NULL, take_words, &talk);
  while (!talk.done)
    g_main_context_iteration (NULL, TRUE);
  g_subprocess_wait (process, NULL, NULL);
  g_source_remove (patience);
  run->status = g_subprocess_get_if_exited (process) ? g_subprocess_get_exit_status (process)
                                                     : -g_subprocess_get_term_sig (process);
  run->out = bytes_text (talk.out, &run->out_length);
  run->err = bytes_text (talk.err, &length);
  g_clear_pointer (&talk.out, g_bytes_unref);
  g_clear_pointer (&talk.err, g_bytes_unref);
  return run;
}

Run *
run_input (const char *line, const char *input)
{
  g_auto (GStrv) arguments = NULL;

  if (line[0] != '\0')
    g_assert_true (g_shell_parse_argv (line, NULL, &arguments, NULL));
  else
    arguments = g_new0 (char *, 1);
  return run_vector ((const char *const *)arguments, input, -1);
}

Run *
run_line (const char *line)
{
  return run_input (line, NULL);
}

void
run_free (Run *run)
{
  g_free (run->out);
  g_free (run->err);
  g_free (run);
}

char *
without_times (const char *text)
{
  g_autoptr (GRegex) shown = g_regex_new ("\\([0-9.]+ m?s\\)", 0, 0, NULL);
  g_autoptr (GRegex) json = g_regex_new ("\"milliseconds\":[0-9.]+", 0, 0, NULL);
  g_autofree char *half = g_regex_replace_literal (shown, text, -1, 0, "(T)", 0, NULL);

  return g_regex_replace_literal (json, half, -1, 0, "\"milliseconds\":T", 0, NULL);
}
