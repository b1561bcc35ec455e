/* SPDX-License-Identifier: MIT */
#include "app/application.h"
#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <stdlib.h>

#define EXIT_WRONG 2 /* the call is wrong, as the command line has it */

static void
set_up_language (void)
{
  gboolean built = g_file_test (CHASE_BUILT_LOCALES, G_FILE_TEST_IS_DIR);

  setlocale (LC_ALL, "");
  bindtextdomain ("arrowchase", built ? CHASE_BUILT_LOCALES : CHASE_LOCALEDIR);
  bind_textdomain_codeset ("arrowchase", "UTF-8");
  textdomain ("arrowchase");
}

/* What fills the window is painted by cairo in any case, so that OpenGL would only carry it: and to
 * load that takes longer than all else until the window is there. Who asks for it has it. */
static void
choose_renderer (void)
{
  const char *debug = g_getenv ("GDK_DEBUG");
  g_autofree char *flags = NULL;

  if (g_getenv ("GSK_RENDERER") != NULL && !g_str_equal (g_getenv ("GSK_RENDERER"), "cairo"))
    return;
  flags = debug != NULL ? g_strconcat (debug, ",gl-disable", NULL) : g_strdup ("gl-disable");
  g_setenv ("GSK_RENDERER", "cairo", TRUE);
  g_setenv ("GDK_DEBUG", flags, TRUE);
}

/* What is answered without a display. Returns TRUE when there is nothing more to do. */
static gboolean
answer (int argc, char **argv, int *status)
{
  for (int i = 1; i < argc; i++)
    {
      if (g_str_equal (argv[i], "--"))
        return FALSE;
      if (g_str_equal (argv[i], "--version"))
        g_print ("arrowchase %s\n", CHASE_VERSION);
      else if (g_str_equal (argv[i], "--help") || g_str_equal (argv[i], "-h"))
        g_print ("%s\n", _ ("Usage: arrowchase [FILE...]\n"
                            "Draws commutative diagrams, and finds out whether they commute.\n\n"
                            "  --help     show this and exit\n"
                            "  --version  show the version and exit\n\n"
                            "Without a display, use chase."));
      else
        continue;
      *status = EXIT_SUCCESS;
      return TRUE;
    }
  return FALSE;
}

int
main (int argc, char **argv)
{
  g_autoptr (ChaseApplication) application = NULL;
  int status = EXIT_WRONG;

  set_up_language ();
  if (answer (argc, argv, &status))
    return status;
  choose_renderer ();
  if (!gtk_init_check ())
    {
      g_printerr ("%s\n", _ ("arrowchase: there is no display to open a window on. "
                             "Use chase, which needs none (chase --help)."));
      return EXIT_WRONG;
    }
  application = chase_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
