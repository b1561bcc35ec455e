/* SPDX-License-Identifier: MIT */
/* Reading and writing files: whole or not at all, with a clear message for whatever is in the way.
 */
#include "program.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static const char untidy[] = "# A triangle.\ndiagram  t {\nA at 0,0;B at 1 , 0\n"
                             "C at 1,1\nf:A->B;g:B->C;h:A->C\ng.f=h}\n";
static const char broken[] = "diagram t {\n  A at 0, 0\n  f : A -> -> B\n}\n";

static gint
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* The folder holds these files and no other. */
static void
assert_files (const char *names)
{
  g_autoptr (GDir) dir = g_dir_open (folder (), 0, NULL);
  g_autoptr (GString) found = g_string_new (NULL);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (list, g_strdup (name));
  g_ptr_array_sort (list, compare_names);
  for (guint i = 0; i < list->len; i++)
    g_string_append_printf (found, "%s%s", i > 0 ? " " : "", (char *)list->pdata[i]);
  g_assert_cmpstr (found->str, ==, names);
}

static void
assert_run (const char *line, int status, const char *out, const char *err)
{
  g_autoptr (Run) run = run_line (line);

  if (err != NULL)
    g_assert_cmpstr (run->err, ==, err);
  if (out != NULL)
    g_assert_cmpstr (run->out, ==, out);
  g_assert_cmpint (run->status, ==, status);
}

static void
test_format_in_place (void)
{
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;

  write_file ("t.chase", untidy);
  assert_run ("format --check t.chase", 1, "", "chase: note: t.chase is not in canonical form\n");
  assert_run ("format --in-place t.chase", 0, "", "");
  text = read_file ("t.chase");
  g_assert_cmpstr (text, !=, untidy);
  g_assert_true (g_str_has_prefix (text, "# A triangle.\n"));
  assert_run ("format --check t.chase", 0, "", "");
  assert_run ("format t.chase", 0, text, "");
  assert_run ("format t.chase -o t.chase", 0, "", "");
  again = read_file ("t.chase");
  g_assert_cmpstr (text, ==, again);
  assert_files ("t.chase");
  remove_folder ();
}

/* One wrong file among several: nothing is written at all. */
static void
test_nothing_written (void)
{
  g_autofree char *text = NULL;

  write_file ("a.chase", untidy);
  write_file ("b.chase", broken);
  assert_run ("format -i a.chase b.chase", 2, "", NULL);
  text = read_file ("a.chase");
  g_assert_cmpstr (text, ==, untidy);
  assert_run ("export b.chase -o b.svg", 2, "", NULL);
  assert_run ("convert b.chase b.url", 2, "", NULL);
  assert_run ("layout b.chase -o b.op", 2, "", NULL);
  assert_files ("a.chase b.chase");
  remove_folder ();
}

static void
test_targets (void)
{
  g_autofree char *text = NULL;
  g_autofree char *path = NULL;
  struct stat status;

  write_file ("t.chase", untidy);
  assert_run ("convert t.chase missing/t.url", 2, "",
              "chase: error: cannot write missing/t.url: No such file or directory\n");
  assert_run ("convert t.chase . --to url", 2, "",
              "chase: error: cannot write .: it is a folder\n");
  assert_run ("format t.chase -o /dev/full", 2, "",
              "chase: error: cannot write /dev/full: No space left on device\n");
  assert_run ("format t.chase -o /dev/null", 0, "", "");
  assert_run ("convert t.chase ./t.chase --to url", 2, "",
              "chase: error: ./t.chase is the input itself: writing there would destroy it\n");
  path = g_build_filename (folder (), "link.chase", NULL);
  g_assert_cmpint (symlink ("t.chase", path), ==, 0);
  assert_run ("format link.chase -o link.chase", 0, "", "");
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_SYMLINK));
  text = read_file ("t.chase");
  g_assert_cmpstr (text, !=, untidy);
  g_assert_cmpint (g_chmod (path, 0640), ==, 0);
  assert_run ("layout t.chase -o link.chase", 0, "", "");
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0640);
  remove_folder ();
}

static void
test_inputs (void)
{
  g_autofree char *empty = NULL;

  write_file ("empty.chase", "");
  write_file ("square.chase", untidy);
  g_mkdir (empty = g_build_filename (folder (), "folder.chase", NULL), 0700);
  assert_run ("check folder.chase", 2, "",
              "chase: error: cannot read folder.chase: it is a folder\n");
  assert_run ("check sqaure.chase", 2, "",
              "chase: error: cannot read sqaure.chase: No such file or directory;"
              " did you mean square.chase?\n");
  assert_run ("check empty.chase", 0, "nothing to check\n", "");
  assert_run ("format empty.chase", 0, "", "");
  assert_run ("export empty.chase -o x.svg", 2, "", "chase: error: empty.chase has no diagram\n");
  assert_run ("check square.chase/x", 2, "",
              "chase: error: cannot read square.chase/x: Not a directory\n");
  remove_folder ();
}

/* Bytes that are no document: an error, never a crash. */
static void
test_garbage (void)
{
  static const char *const names[] = { "a.chase", "a.tex", "a.json", "a.url", "a.gv", "a.typ",
                                       "a.svg",   "a.png", "a.pdf",  "a.txt", "a",    NULL };
  static const char bytes[]
      = "\x89PNG\r\n\x1a\n\xff\xfe{[(\\begin{tikzcd} A \\ar \"\0 digraph { a ->";

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (folder (), names[i], NULL);
      g_autofree char *check = g_strdup_printf ("check %s", names[i]);
      g_autofree char *convert = g_strdup_printf ("convert %s -", names[i]);
      g_autoptr (Run) first = NULL;
      g_autoptr (Run) second = NULL;

      g_assert_true (g_file_set_contents (path, bytes, sizeof bytes, NULL));
      first = run_line (check);
      second = run_line (convert);
      g_assert_cmpint (first->status, >=, 0);
      g_assert_cmpint (second->status, >=, 0);
      g_assert_null (strstr (first->err, "CRITICAL"));
      g_assert_true (g_utf8_validate (first->err, -1, NULL));
    }
  remove_folder ();
}

static void
test_standard_streams (void)
{
  g_autoptr (Run) format = run_input ("format -", untidy);
  g_autoptr (Run) check = run_input ("check -", untidy);
  g_autoptr (Run) wrong = run_input ("check -", broken);
  g_autoptr (Run) link = run_input ("convert - - --to url", untidy);

  g_assert_cmpint (format->status, ==, 0);
  g_assert_nonnull (strstr (format->out, "g . f = h"));
  g_assert_cmpint (check->status, ==, 0);
  g_assert_cmpint (wrong->status, ==, 2);
  g_assert_true (g_str_has_prefix (wrong->err, "<stdin>:3:12: error: "));
  g_assert_cmpint (link->status, ==, 0);
  g_assert_nonnull (strstr (link->out, "https://q.uiver.app/"));
}

/* A quiver link is given as it is copied from a browser, where a file could stand. */
static void
test_link (void)
{
  g_autoptr (Run) whole = run_line (
      "convert 'https://q.uiver.app/#q=WzAsMixbMCwwLCJBIl0sWzEsMCwiQiJdLFswLDEsImYiXV0=' -");
  g_autoptr (Run) cut = run_line ("convert 'https://q.uiver.app/#q=WzAsMixbMC' -");
  g_autoptr (Run) other = run_line ("convert https://example.org/paper.tex -");

  g_assert_cmpint (whole->status, ==, 0);
  g_assert_nonnull (strstr (whole->out, "f : A -> B"));
  g_assert_cmpint (cut->status, ==, 2);
  g_assert_true (g_utf8_validate (cut->err, -1, NULL));
  g_assert_cmpint (other->status, ==, 2);
  g_assert_nonnull (strstr (other->err, "No such file"));
}

/* Runs `chase format` with @fd as standard output, and returns what it says. */
static char *
run_onto (int fd, int *status)
{
  g_autofree char *source = g_build_filename (folder (), "t.chase", NULL);
  const char *argv[] = { g_getenv ("CHASE_PROGRAM"), "format", source, NULL };
  g_autoptr (GSubprocessLauncher) launcher
      = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  char *err = NULL;

  g_subprocess_launcher_take_stdout_fd (launcher, fd);
  process = g_subprocess_launcher_spawnv (launcher, argv, NULL);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, NULL, &err, NULL));
  g_assert_true (g_subprocess_get_if_exited (process));
  *status = g_subprocess_get_exit_status (process);
  return err;
}

static void
test_standard_output (void)
{
  g_autofree char *closed = NULL;
  g_autofree char *full = NULL;
  int ends[2], status;

  write_file ("t.chase", untidy);
  g_assert_cmpint (pipe (ends), ==, 0);
  close (ends[0]);
  closed = run_onto (ends[1], &status);
  g_assert_cmpstr (closed, ==,
                   "chase: error: standard output was closed before everything was written\n");
  g_assert_cmpint (status, ==, 2);
  full = run_onto (open ("/dev/full", O_WRONLY | O_CLOEXEC), &status);
  g_assert_cmpstr (full, ==,
                   "chase: error: cannot write to standard output: No space left on device\n");
  g_assert_cmpint (status, ==, 2);
  remove_folder ();
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/files/format-in-place", test_format_in_place);
  g_test_add_func ("/files/nothing-written", test_nothing_written);
  g_test_add_func ("/files/targets", test_targets);
  g_test_add_func ("/files/inputs", test_inputs);
  g_test_add_func ("/files/garbage", test_garbage);
  g_test_add_func ("/files/standard-streams", test_standard_streams);
  g_test_add_func ("/files/link", test_link);
  g_test_add_func ("/files/standard-output", test_standard_output);
  status = g_test_run ();
  remove_folder ();
  return status;
}
