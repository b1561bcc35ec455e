/* SPDX-License-Identifier: MIT */
/*
 * Times whole processes: starting `chase check` on a small file beside /bin/true and `dot -V`,
 * drawing a square beside `dot -Tsvg` on the same graph, checking large commuting grids. The
 * commands of a group take turns, so that a drift of the machine's speed meets them alike; printed
 * are medians, and the ratio to the first of the group.
 *
 * Usage: bench-program CHASE [RUNS]
 */
#include <gio/gio.h>
#include <glib/gstdio.h>

#define MAX_GROUP 4
#define RUNS 21

typedef struct
{
  const char *title;
  const char
      *commands[MAX_GROUP]; /* CHASE and FOLDER stand for the program and the folder of inputs */
} Group;

static const Group groups[] = {
  { "start", { "/bin/true", "CHASE check FOLDER/square.chase", "dot -V", NULL } },
  { "draw a square",
    { "dot -Tsvg FOLDER/square.gv", "CHASE export FOLDER/square.chase --to svg -o -", NULL } },
  { "grid 10 x 10", { "CHASE check FOLDER/grid-10.chase", NULL } },
  { "grid 50 x 50", { "CHASE check FOLDER/grid-50.chase", NULL } },
  { "grid 100 x 100", { "CHASE check FOLDER/grid-100.chase", NULL } },
};

static void
append_grid_cell (GString *text, int n, int x, int y)
{
  if (x < n)
    g_string_append_printf (text, "  r%d_%d : x%d_%d -> x%d_%d\n", x, y, x, y, x + 1, y);
  if (y < n)
    g_string_append_printf (text, "  d%d_%d : x%d_%d -> x%d_%d\n", x, y, x, y, x, y + 1);
}

/* The commuting grid of n x n squares as a category, its diagram and the question. */
static char *
grid_text (int n)
{
  GString *text = g_string_new ("category G {\n");

  for (int y = 0; y <= n; y++)
    for (int x = 0; x <= n; x++)
      g_string_append_printf (text, "  object x%d_%d\n", x, y);
  for (int y = 0; y <= n; y++)
    for (int x = 0; x <= n; x++)
      append_grid_cell (text, n, x, y);
  for (int y = 0; y < n; y++)
    for (int x = 0; x < n; x++)
      g_string_append_printf (text, "  r%d_%d >> d%d_%d = d%d_%d >> r%d_%d\n", x, y, x + 1, y, x, y,
                              x, y + 1);
  g_string_append (text, "}\ndiagram d = category G\ncheck d commutes\n");
  return g_string_free (text, FALSE);
}

static const char square[] = "diagram square {\n"
                             "  A at 0, 0 ; B at 1, 0 ; C at 0, 1 ; D at 1, 1\n"
                             "  f : A -> B ; g : A -> C ; h : B -> D ; k : C -> D\n"
                             "  h . f = k . g\n}\ncheck square commutes\n";
static const char square_gv[] = "digraph { A -> B [label=f]; A -> C [label=g]; B -> D [label=h]; "
                                "C -> D [label=k]; }\n";

static void
write_file (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  if (!g_file_set_contents (path, text, -1, &error))
    g_error ("%s", error->message);
}

static void
write_inputs (const char *folder)
{
  static const int sizes[] = { 10, 50, 100 };

  write_file (folder, "square.chase", square);
  write_file (folder, "square.gv", square_gv);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *name = g_strdup_printf ("grid-%d.chase", sizes[i]);
      g_autofree char *text = grid_text (sizes[i]);

      write_file (folder, name, text);
    }
}

static char **
command_words (const char *command, const char *chase, const char *folder)
{
  g_autoptr (GString) text = g_string_new (command);
  char **words = NULL;

  g_string_replace (text, "CHASE", chase, 0);
  g_string_replace (text, "FOLDER", folder, 0);
  g_shell_parse_argv (text->str, NULL, &words, NULL);
  return words;
}

/* Milliseconds of one run, or a negative number when it cannot be started or fails. */
static double
run (char **words)
{
  gint64 start = g_get_monotonic_time ();
  int status = 0;

  if (!g_spawn_sync (NULL, words, NULL,
                     G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
                     NULL, NULL, NULL, NULL, &status, NULL)
      || !g_spawn_check_wait_status (status, NULL))
    return -1;
  return (double)(g_get_monotonic_time () - start) / 1000;
}

static int
compare_doubles (const void *a, const void *b)
{
  double x = *(const double *)a, y = *(const double *)b;

  return (x > y) - (x < y);
}

static void
measure (const Group *group, const char *chase, const char *folder, int runs)
{
  g_autoptr (GPtrArray) commands = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  double first = 0;
  g_autofree double *times = NULL;

  for (guint i = 0; group->commands[i] != NULL; i++)
    g_ptr_array_add (commands, command_words (group->commands[i], chase, folder));
  times = g_new (double, commands->len *runs);
  for (int turn = -1; turn < runs; turn++)
    for (guint i = 0; i < commands->len; i++)
      {
        double time = run (g_ptr_array_index (commands, i));

        if (turn >= 0)
          times[i * runs + turn] = time;
      }
  g_print ("%s\n", group->title);
  for (guint i = 0; i < commands->len; i++)
    {
      double median;

      qsort (times + i * runs, runs, sizeof (double), compare_doubles);
      median = times[i * runs + runs / 2];
      if (i == 0)
        first = median;
      if (median < 0)
        g_print ("  %-50s failed\n", group->commands[i]);
      else
        g_print ("  %-50s %9.2f ms %8.2f x\n", group->commands[i], median, median / first);
    }
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("bench-program-XXXXXX", NULL);
  int runs = argc > 2 ? CLAMP (atoi (argv[2]), 1, 1000) : RUNS;

  if (argc < 2 || folder == NULL)
    {
      g_printerr ("usage: bench-program CHASE [RUNS]\n");
      return 2;
    }
  write_inputs (folder);
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    measure (&groups[i], argv[1], folder, runs);
  {
    g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
    const char *name;

    while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        g_remove (path);
      }
    g_rmdir (folder);
  }
  return 0;
}
