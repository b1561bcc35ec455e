/* SPDX-License-Identifier: MIT */
/* The manual page and the completions name every command and every option that the program has. */
#include "program.h"

#include <string.h>

static const char *const commands[]
    = { "check",  "prove",  "faces",  "homs", "export", "convert", "op",
        "layout", "verify", "format", "new",  "watch",  NULL };

static char *
source_text (const char *folder_name, const char *name)
{
  g_autofree char *path
      = g_build_filename (g_getenv ("CHASE_SOURCE_ROOT"), folder_name, name, NULL);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

/* Fails with a message where @text lacks @word. */
static void
assert_names (const char *file, const char *text, const char *word)
{
  if (strstr (text, word) == NULL)
    g_error ("%s does not name %s", file, word);
}

static void
check_option (const char *option, const char *manual, const char *chinese, const char *bash,
              const char *zsh, const char *fish)
{
  g_autofree char *in_manual = g_strdup_printf ("Fl -%s", option);
  g_autofree char *in_shell = g_strdup_printf ("--%s", option);
  g_autofree char *in_fish = g_strdup_printf ("-l %s", option);

  assert_names ("chase.1", manual, in_manual);
  assert_names ("zh_CN/chase.1", chinese, in_manual);
  assert_names ("chase.bash", bash, in_shell);
  assert_names ("_chase", zsh, in_shell);
  assert_names ("chase.fish", fish, in_fish);
}

static void
test_options (void)
{
  g_autofree char *manual = source_text ("docs", "chase.1");
  g_autofree char *chinese = source_text ("docs/zh_CN", "chase.1");
  g_autofree char *bash = source_text ("assets/completions", "chase.bash");
  g_autofree char *zsh = source_text ("assets/completions", "_chase");
  g_autofree char *fish = source_text ("assets/completions", "chase.fish");
  g_autoptr (GRegex) options = g_regex_new ("^  (?:-., )?--([a-z-]+)", G_REGEX_MULTILINE, 0, NULL);
  guint n = 0;

  for (guint i = 0; commands[i] != NULL; i++)
    {
      g_autofree char *line = g_strdup_printf ("%s --help", commands[i]);
      g_autofree char *in_manual = g_strdup_printf ("Nm Cm %s", commands[i]);
      g_autoptr (Run) run = run_line (line);
      g_autoptr (GMatchInfo) match = NULL;

      assert_names ("chase.1", manual, in_manual);
      assert_names ("zh_CN/chase.1", chinese, in_manual);
      assert_names ("chase.bash", bash, commands[i]);
      assert_names ("_chase", zsh, commands[i]);
      assert_names ("chase.fish", fish, commands[i]);
      g_regex_match (options, run->out, 0, &match);
      for (; g_match_info_matches (match); g_match_info_next (match, NULL), n++)
        {
          g_autofree char *option = g_match_info_fetch (match, 1);

          check_option (option, manual, chinese, bash, zsh, fish);
        }
    }
  g_assert_cmpuint (n, >, 60);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/manual/options", test_options);
  status = g_test_run ();
  remove_folder ();
  return status;
}
