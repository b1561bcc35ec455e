/* SPDX-License-Identifier: MIT */
#include "cli/language.h"

#include "config.h"

#include <glib.h>
#include <libintl.h>
#include <locale.h>
#include <unistd.h>

static gboolean
asks_for_json (char *const *arguments)
{
  for (; *arguments != NULL && !g_str_equal (*arguments, "--"); arguments++)
    if (g_str_equal (*arguments, "--json"))
      return TRUE;
  return FALSE;
}

void
cli_language_init (char *const *arguments)
{
  if (asks_for_json (arguments))
    return;
  /* Letters are UTF-8 everywhere; which fonts draw them must not go by the locale. */
  setlocale (LC_CTYPE, "C.UTF-8");
  setlocale (LC_MESSAGES, "");
  bindtextdomain ("arrowchase",
                  access (CHASE_BUILT_LOCALES, F_OK) == 0 ? CHASE_BUILT_LOCALES : CHASE_LOCALEDIR);
  bind_textdomain_codeset ("arrowchase", "UTF-8");
  textdomain ("arrowchase");
}
