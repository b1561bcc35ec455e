/* SPDX-License-Identifier: MIT */
/* How the program is called: help, options, and what is said about a wrong call. */
#include "config.h"
#include "program.h"

#include <string.h>

typedef struct
{
  const char *line;
  int status;
  const char *out; /* the whole of it; NULL: not looked at */
  const char *err;
} Call;

static const Call calls[] = {
  { "--version", 0, "chase (Arrowchase) " CHASE_VERSION "\n", "" },
  { "frobnicate", 2, "",
    "chase: error: there is no command “frobnicate”\n  “chase --help” lists the commands\n" },
  { "chekc a.chase", 2, "",
    "chase: error: there is no command “chekc”\n  did you mean “chase check”?\n" },
  { "--colour", 2, "",
    "chase: error: there is no option --colour\n  “chase --help” lists the commands\n" },
  { "help exprot", 2, "",
    "chase: error: there is no command “exprot”\n  did you mean “chase export”?\n" },
  { "check", 2, "",
    "chase: error: too few arguments: chase check FILE...\n"
    "  “chase check --help” shows how to call it\n" },
  { "layout a b", 2, "",
    "chase: error: one argument too many, “b”: chase layout FILE\n"
    "  “chase layout --help” shows how to call it\n" },
  { "check --tiemout 3 a", 2, "",
    "chase: error: check has no option --tiemout; did you mean --timeout?\n"
    "  “chase check --help” shows how to call it\n" },
  { "check --timeout", 2, "",
    "chase: error: --timeout needs a value: SECONDS\n"
    "  “chase check --help” shows how to call it\n" },
  { "check --timeout soon a", 2, "",
    "chase: error: --timeout takes a number, not “soon”\n"
    "  “chase check --help” shows how to call it\n" },
  { "check --timeout 1,5 a", 2, "",
    "chase: error: --timeout takes a number, not “1,5”\n"
    "  “chase check --help” shows how to call it\n" },
  { "check --timeout -1 a", 2, "",
    "chase: error: --timeout takes a number from 0.001 to 1000000, not -1\n"
    "  “chase check --help” shows how to call it\n" },
  { "check --timeout nan a", 2, "", NULL },
  { "check --timeout 1e999 a", 2, "", NULL },
  { "check --jobs 0 a", 2, "", NULL },
  { "check --jobs 2.5 a", 2, "",
    "chase: error: --jobs takes a whole number, not “2.5”\n"
    "  “chase check --help” shows how to call it\n" },
  { "check --colour alway a", 2, "",
    "chase: error: --colour takes auto|always|never, not “alway”; did you mean always?\n"
    "  “chase check --help” shows how to call it\n" },
  { "check --json=yes a", 2, "",
    "chase: error: --json takes no value\n  “chase check --help” shows how to call it\n" },
  { "check -x a", 2, "",
    "chase: error: check has no option -x\n  “chase check --help” shows how to call it\n" },
  { "check ''", 2, "",
    "chase: error: argument 1 is empty\n  “chase check --help” shows how to call it\n" },
  { "check - -", 2, "",
    "chase: error: standard input (-) can be read only once\n"
    "  “chase check --help” shows how to call it\n" },
  { "export a.chase -o ''", 2, "", NULL },
  { "export a.chase --background '#12' -o a.svg", 2, "", NULL },
  { "export a.chase --background whiet -o a.svg", 2, "",
    "chase: error: --background takes none|white, not “whiet”; did you mean white?\n"
    "  “chase export --help” shows how to call it\n" },
  { "check missing.chase", 2, "",
    "chase: error: cannot read missing.chase: No such file or directory\n" },
  { "check -- --json", 2, "", "chase: error: cannot read --json: No such file or directory\n" },
  { "new sqaure", 2, "",
    "chase: error: there is no template called sqaure\n  did you mean square?\n" },
  { "export square.chase", 2, "",
    "chase: error: --output is missing\n  its ending chooses the format: -o square.svg\n" },
  { "export square.chase -o square.doc", 2, "",
    "chase: error: the ending of square.doc does not say which format is meant\n"
    "  --to names one: chase, tex, json, url, gv, typ, v, lean, svg, png, pdf or html\n" },
  { "convert square.chase - --to word", 2, "",
    "chase: error: there is no format “word”\n"
    "  it is one of chase, tex, json, url, gv, typ, v, lean, svg, png, pdf or html\n" },
  { "format a.chase b.chase", 2, "", "chase: error: several files need --in-place or --check\n" },
};

static void
test_call (gconstpointer data)
{
  const Call *call = data;
  g_autoptr (Run) run = run_line (call->line);

  if (call->err != NULL)
    g_assert_cmpstr (run->err, ==, call->err);
  else
    g_assert_cmpstr (run->err, !=, "");
  if (call->out != NULL)
    g_assert_cmpstr (run->out, ==, call->out);
  g_assert_cmpint (run->status, ==, call->status);
}

static void
test_no_arguments (void)
{
  g_autoptr (Run) run = run_line ("");
  g_autoptr (Run) help = run_line ("--help");

  g_assert_cmpint (run->status, ==, 2);
  g_assert_cmpstr (run->out, ==, "");
  g_assert_cmpint (help->status, ==, 0);
  g_assert_cmpstr (run->err, ==, help->out);
}

static const char *const commands[] = { "check", "prove",  "faces",  "homs",   "export", "convert",
                                        "op",    "layout", "verify", "format", "new",    NULL };

/* Help is the same however it is asked for, names every command, and fits a terminal. */
static void
test_help (void)
{
  g_autoptr (Run) all = run_line ("--help");

  for (guint i = 0; commands[i] != NULL; i++)
    {
      g_autofree char *long_line = g_strdup_printf ("%s --help", commands[i]);
      g_autofree char *short_line = g_strdup_printf ("%s a b c d e f -h", commands[i]);
      g_autofree char *word_line = g_strdup_printf ("help %s", commands[i]);
      g_autofree char *row = g_strdup_printf ("\n  %s ", commands[i]);
      g_autoptr (Run) first = run_line (long_line);
      g_autoptr (Run) second = run_line (short_line);
      g_autoptr (Run) third = run_line (word_line);
      g_auto (GStrv) lines = g_strsplit (first->out, "\n", -1);

      g_assert_cmpint (first->status, ==, 0);
      g_assert_cmpstr (first->err, ==, "");
      g_assert_cmpstr (first->out, ==, second->out);
      g_assert_cmpstr (first->out, ==, third->out);
      g_assert_nonnull (strstr (all->out, row));
      for (guint j = 0; lines[j] != NULL; j++)
        g_assert_cmpint (g_utf8_strlen (lines[j], -1), <=, 100);
    }
}

/* What is not UTF-8 on the command line is an error or a file name, never a crash. */
static void
test_bytes (void)
{
  static const char *const bad[][4] = {
    { "\xff\xfe", NULL },           { "check", "\xff.chase", NULL },
    { "check", "--\xff", NULL },    { "check", "--timeout", "\xff", NULL },
    { "new", "\xc3", NULL },        { "check", "--colour=\xff", NULL },
    { "prove", "-", "\xff", NULL }, { "check", "a\n\033[31mb", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (Run) run = run_vector (bad[i], "", 0);

      g_assert_cmpint (run->status, ==, 2);
      g_assert_true (g_utf8_validate (run->err, -1, NULL));
      g_assert_true (g_str_has_prefix (run->err, "chase: error: "));
      g_assert_null (strchr (run->err, '\033'));
    }
}

static void
test_colour (void)
{
  g_autoptr (Run) plain = run_line ("check missing.chase");
  g_autoptr (Run) coloured = run_line ("check --colour always missing.chase");
  g_autoptr (Run) american = run_line ("check --color=always missing.chase");
  g_autoptr (Run) never = run_line ("check --colour never missing.chase");

  g_assert_null (strchr (plain->err, '\033'));
  g_assert_nonnull (strstr (coloured->err, "\033[1;31merror:\033[0m"));
  g_assert_cmpstr (coloured->err, ==, american->err);
  g_assert_cmpstr (plain->err, ==, never->err);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calls/no-arguments", test_no_arguments);
  g_test_add_func ("/calls/help", test_help);
  g_test_add_func ("/calls/bytes", test_bytes);
  g_test_add_func ("/calls/colour", test_colour);
  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      g_autofree char *name = g_strdup_printf ("/calls/%02u %s", i, calls[i].line);

      g_strdelimit (name + strlen ("/calls/"), "/", '_');
      g_test_add_data_func (name, &calls[i], test_call);
    }
  status = g_test_run ();
  remove_folder ();
  return status;
}
