/* SPDX-License-Identifier: MIT */
/* What questions may take: memory, rules and rows; what is shown while they last; how many are
 * asked at a time. */
#define _GNU_SOURCE
#include "program.h"
#include "slow-questions.h"
#include "../support/processor.h"
#include "../support/sanitized.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

/* Questions of every sort, some that nothing decides, in no order of difficulty. */
static const char mixed[]
    = "category T {\n"
      "  object S\n"
      "  a, b, c, d : S -> S\n"
      "  iso a, b, c, d\n"
      "  b . a = a . a . b ; c . b = b . b . c ; d . c = c . c . d ; a . d = d . d . a\n"
      "}\n"
      "category G { objects A, B ; f : A -> B ; g : B -> A ; g . f = id(A) }\n"
      "check a = id(S) in T\n"
      "check g . f . g = g in G\n"
      "check b . a = a^2 . b in T\n"
      "check f . g = id(B) in G\n"
      "check |Hom(A, A)| = 1 in G\n"
      "check b = id(S) in T\n";

static char *
hard_path (void)
{
  return data_path ("hard/higman.chase");
}

/* Fixed rules and rows make a report the same every time, on any number of threads. */
static void
test_rules_and_rows (void)
{
  static const char *const jobs[] = { "1", "1", "2", "5" };
  g_autofree char *first = NULL;

  write_file ("mixed.chase", mixed);
  for (guint i = 0; i < G_N_ELEMENTS (jobs); i++)
    {
      g_autofree char *line = g_strdup_printf (
          "check --json --rules 30 --rows 300 --timeout 50 --jobs %s mixed.chase", jobs[i]);
      g_autoptr (Run) run = run_line (line);
      g_autofree char *report = without_times (run->out);

      g_assert_cmpint (run->status, ==, 1);
      g_assert_nonnull (strstr (report, "every way tried came to its limit"));
      if (first == NULL)
        first = g_steal_pointer (&report);
      else
        g_assert_cmpstr (report, ==, first);
    }
  remove_folder ();
}

/* Several files keep their order, each with its own messages. */
static void
test_many_files (void)
{
  g_autoptr (GString) line = g_string_new ("check --jobs 3");
  g_autoptr (Run) run = NULL;
  const char *at;

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *name = g_strdup_printf ("many-%02u.chase", i);

      write_file (name, "category G { objects A, B ; f : A -> B ; g : B -> A ; g . f = id(A) }\n"
                        "check g . f . g = g in G\ncheck |Hom(A, A)| = 1 in G\n");
      g_string_append_printf (line, " %s", name);
    }
  run = run_line (line->str);
  g_assert_cmpint (run->status, ==, 0);
  at = run->out;
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *name = g_strdup_printf ("many-%02u.chase", i);

      at = strstr (at, name);
      g_assert_nonnull (at);
    }
  g_assert_true (g_str_has_suffix (run->out, "40 hold\n"));
  remove_folder ();
}

#if !SANITIZED
/* The process stays within a tenth of the memory allowed, also where several questions are asked at
 * a time. */
static void
test_memory (void)
{
  g_autofree char *hard = hard_path ();
  g_autofree char *one = g_strdup_printf ("check --memory 96 --timeout 50 '%s'", hard);
  g_autoptr (Run) alone = run_line (one);
  g_autoptr (Run) beside = NULL;
  struct rusage usage;

  g_assert_cmpint (alone->status, ==, 3);
  g_assert_nonnull (strstr (alone->out, "the memory allowed ran out"));
  write_file ("mixed.chase", mixed);
  beside = run_line ("check --memory 96 --timeout 3 --jobs 2 mixed.chase");
  g_assert_cmpint (beside->status, ==, 1);
  getrusage (RUSAGE_CHILDREN, &usage);
  g_assert_cmpint (usage.ru_maxrss, <, 96 * 1024 * 11 / 10);
  remove_folder ();
}
#endif

#if !SANITIZED
/* Whatever is asked ends when its time is over, and says so. How soon is measured by
 * bench-patience; here it must only be no hang: many times what is allowed, of the processor's
 * time. */
static void
test_time (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (slow_questions); i++)
    {
      g_autofree char *line
          = g_strdup_printf ("%s --timeout 0.4 --jobs 1 slow.chase", slow_questions[i].command);
      double before = processor_seconds_of_children ();
      g_autoptr (Run) run = NULL;

      write_file ("slow.chase", slow_questions[i].text);
      run = run_line (line);
      g_test_message ("%s%s", run->out, run->err);
      g_assert_cmpint (run->status, ==, 3);
      g_assert_cmpfloat (processor_seconds_of_children () - before, <, 5);
    }
  remove_folder ();
}

/* One question on several threads has the same answer, with the same evidence. */
static void
test_one_question (void)
{
  g_autofree char *first = NULL;

  write_file ("slow.chase", HIGMAN);
  for (guint jobs = 1; jobs <= 3; jobs++)
    {
      g_autofree char *line = g_strdup_printf ("prove --json --rules 200 --rows 4000 --timeout 50 "
                                               "--jobs %u slow.chase 'a . b = b . a^2'",
                                               jobs);
      g_autoptr (Run) run = run_line (line);
      g_autofree char *report = without_times (run->out);

      if (first == NULL)
        first = g_strdup (report);
      g_assert_cmpstr (report, ==, first);
    }
  remove_folder ();
}
#endif

/* Runs chase with a terminal as its standard error, and returns what it wrote there. */
static char *
run_on_terminal (const char *const *arguments)
{
  int master = posix_openpt (O_RDWR | O_NOCTTY);
  int slave;
  g_autoptr (GSubprocessLauncher) launcher
      = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE);
  g_autoptr (GSubprocess) process = NULL;
  GString *text = g_string_new (NULL);
  char buffer[4096];
  gssize n;

  g_assert_cmpint (master, >=, 0);
  g_assert_cmpint (grantpt (master), ==, 0);
  g_assert_cmpint (unlockpt (master), ==, 0);
  slave = open (ptsname (master), O_RDWR | O_NOCTTY);
  g_assert_cmpint (slave, >=, 0);
  g_subprocess_launcher_setenv (launcher, "TERM", "xterm", TRUE);
  g_subprocess_launcher_take_stderr_fd (launcher, slave);
  process = g_subprocess_launcher_spawnv (launcher, arguments, NULL);
  g_assert_nonnull (process);
  g_clear_object (&launcher);
  while ((n = read (master, buffer, sizeof buffer)) > 0)
    g_string_append_len (text, buffer, n);
  g_subprocess_wait (process, NULL, NULL);
  close (master);
  return g_string_free (text, FALSE);
}

/* A long question says on a terminal what it does; a short one says nothing, and no other stream
 * hears of it. */
static void
test_progress (void)
{
  g_autofree char *hard = hard_path ();
  const char *chase = g_getenv ("CHASE_PROGRAM");
  const char *slow[] = { chase, "check", "--timeout", "1.5", hard, NULL };
  const char *quick[] = { chase, "check", "--timeout", "0.05", hard, NULL };
  g_autofree char *line = g_strdup_printf ("check --timeout 1 '%s'", hard);
  g_autofree char *long_text = run_on_terminal (slow);
  g_autofree char *short_text = run_on_terminal (quick);
  g_autoptr (Run) piped = run_line (line);

  g_assert_nonnull (strstr (long_text, " s left: "));
  g_assert_nonnull (strstr (long_text, " rows"));
  g_assert_nonnull (strstr (long_text, " rules"));
  g_assert_nonnull (strstr (long_text, "a = id(S) in Higman"));
  g_assert_true (g_str_has_suffix (long_text, "\r\033[K"));
  g_assert_cmpstr (short_text, ==, "");
  g_assert_cmpstr (piped->err, ==, "");
  remove_folder ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#if !SANITIZED
  /* First: what a child may use at most is the most of all so far. */
  g_test_add_func ("/budgets/memory", test_memory);
  g_test_add_func ("/budgets/time", test_time);
  g_test_add_func ("/budgets/one-question", test_one_question);
#endif
  g_test_add_func ("/budgets/rules-and-rows", test_rules_and_rows);
  g_test_add_func ("/budgets/many-files", test_many_files);
  g_test_add_func ("/budgets/progress", test_progress);
  return g_test_run ();
}
