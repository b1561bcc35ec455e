/* SPDX-License-Identifier: MIT */
#include "cli/terminal.h"

#include <errno.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "i18n.h"

void
cli_terminal_init (Cli *cli)
{
  const char *wish = cli_text (cli, "colour");
  const char *no_colour = g_getenv ("NO_COLOR");
  gboolean able = g_strcmp0 (g_getenv ("TERM"), "dumb") != 0;
  gboolean allowed = able && (no_colour == NULL || no_colour[0] == '\0');
  gboolean always = g_strcmp0 (wish, "always") == 0;
  gboolean never = g_strcmp0 (wish, "never") == 0;

  cli->terminal_err = able && isatty (STDERR_FILENO);
  cli->colour_out = always || (!never && allowed && isatty (STDOUT_FILENO));
  cli->colour_err = always || (!never && allowed && isatty (STDERR_FILENO));
}

void
cli_ink (GString *to, gboolean colour, CliInk ink, const char *text)
{
  static const char *const codes[]
      = { "", "\033[1m", "\033[2m", "\033[1;31m", "\033[1;32m", "\033[1;33m" };

  if (!colour || ink == CLI_INK_PLAIN)
    {
      g_string_append (to, text);
      return;
    }
  g_string_append (to, codes[ink]);
  g_string_append (to, text);
  g_string_append (to, "\033[0m");
}

/* All of @text, or the errno that stopped it. */
static int
write_all (int fd, const char *text, gsize length)
{
  while (length > 0)
    {
      gssize n = write (fd, text, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0 && errno == EAGAIN)
        {
          GPollFD poll = { fd, G_IO_OUT, 0 };

          g_poll (&poll, 1, -1);
          continue;
        }
      if (n < 0)
        return errno;
      text += n;
      length -= n;
    }
  return 0;
}

void
cli_print (Cli *cli, const char *text, gssize length)
{
  int failure;

  if (cli->output_failed)
    return;
  failure = write_all (STDOUT_FILENO, text, length < 0 ? strlen (text) : (gsize)length);
  if (failure == 0)
    return;
  cli->output_failed = TRUE;
  if (failure == EPIPE)
    cli_error (cli, NULL, "standard output was closed before everything was written");
  else
    cli_error (cli, NULL, "cannot write to standard output: %s", g_strerror (failure));
}

static void
clear_progress (Cli *cli)
{
  if (cli->progress_shown)
    write_all (STDERR_FILENO, "\r\033[K", 4);
  cli->progress_shown = FALSE;
}

void
cli_write_error (Cli *cli, const char *text)
{
  g_mutex_lock (&cli->lock);
  clear_progress (cli);
  write_all (STDERR_FILENO, text, strlen (text));
  g_mutex_unlock (&cli->lock);
}

static void
say (Cli *cli, const char *kind, CliInk ink, const char *hint, const char *format, va_list args)
{
  g_autoptr (GString) text = g_string_new ("chase: ");
  g_autofree char *message = g_strdup_vprintf (CHASE_WORDS (format), args);

  cli_ink (text, cli->colour_err, ink, kind);
  g_string_append_printf (text, " %s\n", message);
  if (hint != NULL)
    g_string_append_printf (text, "  %s\n", hint);
  cli_write_error (cli, text->str);
}

void
cli_error (Cli *cli, const char *hint, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  say (cli, _ ("error:"), CLI_INK_RED, hint, format, args);
  va_end (args);
}

void
cli_note (Cli *cli, const char *format, ...)
{
  va_list args;

  if (cli->quiet)
    return;
  va_start (args, format);
  say (cli, _ ("note:"), CLI_INK_BOLD, NULL, format, args);
  va_end (args);
}

/* How many characters of a progress line fit without a wrap. */
static glong
terminal_width (void)
{
  struct winsize size;

  if (ioctl (STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 1)
    return size.ws_col - 1;
  return 79;
}

void
cli_progress (Cli *cli, const char *text)
{
  if (!cli->terminal_err || cli->quiet)
    return;
  g_mutex_lock (&cli->lock);
  clear_progress (cli);
  if (text != NULL)
    {
      g_autofree char *line
          = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), terminal_width ()));

      write_all (STDERR_FILENO, line, strlen (line));
      cli->progress_shown = TRUE;
    }
  g_mutex_unlock (&cli->lock);
}
