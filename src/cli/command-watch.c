/* SPDX-License-Identifier: MIT */
#include "cli/commands.h"

#include "cli/macros.h"
#include "cli/question.h"
#include "cli/refresh.h"
#include "cli/terminal.h"
#include "cli/words.h"
#include "cli/writing.h"

#include <gio/gio.h>
#include <glib-unix.h>
#include <string.h>

#include "i18n.h"

/* An editor writes a file in several steps: so long after the last one, in milliseconds, it is
 * done. */
#define SETTLED 100

typedef struct
{
  Cli *cli;
  const char *name;
  GMainLoop *loop;
  GPtrArray *monitors; /* of GFileMonitor, one for each file */
  guint timer;
  gboolean failed;
} Watch;

static gboolean
refresh (Watch *watch);

static gboolean
on_settled (gpointer data)
{
  Watch *watch = data;

  watch->timer = 0;
  refresh (watch);
  return G_SOURCE_REMOVE;
}

static void
on_change (GFileMonitor *monitor, GFile *file, GFile *other, GFileMonitorEvent event, gpointer data)
{
  Watch *watch = data;

  if (event == G_FILE_MONITOR_EVENT_ATTRIBUTE_CHANGED)
    return;
  if (watch->timer != 0)
    g_source_remove (watch->timer);
  watch->timer = g_timeout_add (SETTLED, on_settled, watch);
}

static void
watch_file (Watch *watch, const char *name)
{
  g_autoptr (GFile) file = g_file_new_for_path (name);
  g_autoptr (GError) error = NULL;
  GFileMonitor *monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, &error);

  if (monitor == NULL)
    {
      cli_note (watch->cli, "%s cannot be watched: %s", name, error->message);
      return;
    }
  g_signal_connect (monitor, "changed", G_CALLBACK (on_change), watch);
  g_ptr_array_add (watch->monitors, monitor);
}

/* Does the work once, and watches the files that it turned out to depend on. */
static gboolean
refresh (Watch *watch)
{
  g_auto (CliRefreshed) refreshed = { 0 };
  gboolean good = cli_refresh_paper (watch->cli, watch->name, &refreshed);

  watch->failed = !good || refreshed.failed;
  if (good && refreshed.n_comments == 0)
    cli_note (watch->cli, "%s has no comment “%% arrowchase: FILE”", watch->name);
  else if (good && refreshed.n_changed > 0)
    cli_note (watch->cli,
              P_ ("%s: %u diagram brought up to date", "%s: %u diagrams brought up to date",
                  refreshed.n_changed),
              watch->name, refreshed.n_changed);
  if (watch->loop == NULL)
    return good;
  g_ptr_array_set_size (watch->monitors, 0);
  watch_file (watch, watch->name);
  for (guint i = 0; i < refreshed.sources->len; i++)
    watch_file (watch, g_ptr_array_index (refreshed.sources, i));
  return good;
}

static gboolean
on_signal (gpointer data)
{
  g_main_loop_quit (data);
  return G_SOURCE_CONTINUE;
}

static void
stop_monitor (gpointer data)
{
  g_file_monitor_cancel (data);
  g_object_unref (data);
}

static CliStatus
run (Cli *cli)
{
  Watch watch = { .cli = cli, .name = cli_operand (cli, 0) };
  gboolean good;

  if (strcmp (watch.name, "-") == 0)
    {
      cli_error (cli, NULL, "standard input cannot be watched");
      return CLI_WRONG;
    }
  if (cli_flag (cli, "once"))
    return refresh (&watch) && !watch.failed ? CLI_DONE : CLI_WRONG;
  watch.loop = g_main_loop_new (NULL, FALSE);
  watch.monitors = g_ptr_array_new_with_free_func (stop_monitor);
  good = refresh (&watch);
  if (good)
    {
      guint signals[] = { g_unix_signal_add (SIGINT, on_signal, watch.loop),
                          g_unix_signal_add (SIGTERM, on_signal, watch.loop) };

      g_main_loop_run (watch.loop);
      for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
        g_source_remove (signals[i]);
    }
  if (watch.timer != 0)
    g_source_remove (watch.timer);
  g_ptr_array_unref (watch.monitors);
  g_main_loop_unref (watch.loop);
  return good ? CLI_DONE : CLI_WRONG;
}

static const CliOption options[] = {
  { "once", 0, NULL, CLI_VALUE_NONE, NULL, 0, 0, N_ ("do the work once, for a script") },
  CLI_OPTION_MACROS,
  CLI_OPTIONS_WRITING,
  CLI_OPTION_READING,
  CLI_OPTION_TIMEOUT,
  CLI_OPTION_MEMORY,
  { NULL },
};

const CliCommand cli_command_watch = {
  .name = "watch",
  .operands = "FILE.tex",
  .least = 1,
  .most = 1,
  .files = 1,
  .summary = N_ ("keep the diagrams of a LaTeX paper up to date"),
  .about = N_ (
      "Behind a comment of the paper\n"
      "  % arrowchase: square.chase [DIAGRAM]\n"
      "the tikzcd environment is written again from that file whenever it changes, or the picture\n"
      "of \\includegraphics drawn again; where neither follows, an environment is put there. All\n"
      "else stays as it is; what the paper was before is kept in FILE.tex~. Ends with Ctrl-C.\n"),
  .options = options,
  .run = run,
};
