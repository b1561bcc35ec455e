/* SPDX-License-Identifier: MIT */
/* What an author does with a paper: read it, ask about it, keep its diagrams up to date. */
#include "program.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>

static const char paper[]
    = "\\newcommand{\\cat}[1]{\\mathcal{#1}}\n"
      "\\newcommand{\\unused}{x}\n"
      "\\begin{equation}\\label{eq:sq}\n"
      "\\begin{tikzcd}\n"
      "\\cat A \\ar[r,\"f\"] \\ar[d,\"g\"'] & B \\ar[d,\"h\"] \\\\ C \\ar[r,\"k\"] & D\n"
      "\\end{tikzcd}\n"
      "\\end{equation}\n"
      "\\[\\begin{tikzcd} A \\ar[r, \"f\" & B \\end{tikzcd}\\]\n"
      "\\[\\begin{tikzcd} A \\ar[r,\"f\"] \\ar[rr,bend left,\"gf\"] & B \\ar[r,\"g\"] & C "
      "\\end{tikzcd}\\]\n"
      "\\[\\begin{CD} A @>f>> B\\\\ @VgVV @VVhV\\\\ C @>k>> D \\end{CD}\\]\n";

static gboolean
has_line (const char *text, const char *line)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  return g_strv_contains ((const char *const *)lines, line);
}

static void
test_read (void)
{
  g_autoptr (Run) run = NULL;

  write_file ("paper.tex", paper);
  run = run_line ("convert paper.tex -");
  g_assert_cmpint (run->status, ==, 0);
  g_assert_nonnull (strstr (run->err, "paper.tex:8:20: error: the options of this arrow"));
  g_assert_true (has_line (run->out, "  \\newcommand{\\cat}[1]{\\mathcal{#1}}"));
  g_assert_null (strstr (run->out, "unused"));
  g_assert_true (has_line (run->out, "diagram `eq:sq` {"));
  g_assert_true (has_line (run->out, "diagram line_9 {"));
  g_assert_true (has_line (run->out, "diagram line_10 {"));
}

/* A label in the place of an arrow is no morphism. */
static void
test_signs (void)
{
  g_autoptr (Run) check = NULL;

  write_file (
      "signs.tex",
      "\\begin{tikzcd} A \\ar[r,\"f\"] \\ar[d,\"g\"] \\ar[dr, phantom, \"\\circlearrowleft\"] & B "
      "\\ar[d,\"h\"] \\\\ C \\ar[r,\"k\"] & D \\end{tikzcd}\n");
  check = run_line ("check signs.tex");
  g_assert_nonnull (strstr (check->out, "alone: h ∘ f = k ∘ g has to be verified."));
  g_assert_null (strstr (check->out, "circlearrowleft"));
}

static void
test_ask (void)
{
  g_autoptr (Run) check = NULL;
  g_autoptr (Run) json = NULL;
  g_autoptr (Run) verify = NULL;
  g_autoptr (Run) faces = NULL;
  g_autoptr (Run) nameless = NULL;
  g_autoptr (Run) only = NULL;

  write_file ("paper.tex", paper);
  check = run_line ("check paper.tex");
  g_assert_cmpint (check->status, ==, 1);
  g_assert_nonnull (
      strstr (check->out, "line_9 commutes – It commutes by composition alone: 1 pair "));
  g_assert_nonnull (strstr (check->out, "`eq:sq` commutes – This does not follow from composition "
                                        "alone: h ∘ f = k ∘ g has to be verified."));
  g_assert_nonnull (strstr (check->out, "1 holds, 2 fail\n"));
  g_assert_nonnull (strstr (check->out, "is not wrong"));
  json = run_line ("check --json paper.tex");
  write_file ("report.json", json->out);
  verify = run_line ("verify report.json paper.tex");
  g_assert_cmpint (verify->status, ==, 0);
  g_assert_nonnull (strstr (json->out, "h ∘ f = k ∘ g has to be verified."));
  g_assert_null (strstr (json->out, "\"pairs\""));
  faces = run_line ("faces paper.tex eq:sq");
  g_assert_nonnull (strstr (faces->out, "✗ \\cat A → D:  h ∘ f = k ∘ g\n"));
  /* An arrow without a name is called by its ends. */
  write_file ("nameless.tex",
              "\\begin{tikzcd} A \\ar[r,\"f\"] \\ar[d] & B \\ar[d,\"h\"] \\\\ C \\ar[r] & D "
              "\\end{tikzcd}\n");
  nameless = run_line ("faces nameless.tex");
  g_assert_nonnull (strstr (nameless->out, "A → D:  h ∘ f = (C → D) ∘ (A → C)\n"));
  g_assert_nonnull (strstr (nameless->out, "✗ has to be verified for the diagrams to commute"));
  only = run_line ("check --drawing-only paper.tex");
  g_assert_nonnull (strstr (only->out, "3 fail"));
}

/* Equal labels in several places, signs of equality and several equations, as the author knows
 * them. */
static void
test_author (void)
{
  g_autoptr (Run) check = NULL;
  g_autoptr (Run) single = NULL;

  write_file (
      "author.tex",
      "\\begin{tikzcd}\n"
      "X \\ar[r,\"f\"] \\ar[d,\"g\"'] & X \\ar[d,\"h\"] \\ar[r,\"u\"] & Y \\ar[d,\"v\"] \\\\\n"
      "X \\ar[r,\"k\"'] & {} \\ar[r,\"w\"'] & Y\n"
      "\\end{tikzcd}\n"
      "\\begin{tikzcd} A \\ar[r,equal] & A \\ar[r,\"f\"] & B \\ar[r,\"g\"] & C \\end{tikzcd}\n");
  check = run_line ("check author.tex");
  g_assert_nonnull (strstr (check->out, "line_1 commutes – This does not follow from composition "
                                        "alone: "));
  g_assert_nonnull (strstr (check->out, "✗ X (row 1, column 1) → (row 2, column 2):  "));
  g_assert_nonnull (strstr (check->out, "h ∘ f = k ∘ g"));
  g_assert_nonnull (strstr (check->out, "✗ X (row 1, column 2) → Y (row 2, column 3):  "));
  g_assert_nonnull (
      strstr (check->out, "line_5 commutes – No two of its paths have the same ends"));
  single = run_line ("check --json author.tex");
  g_assert_nonnull (strstr (single->out, "have to be verified."));
}

static void
test_wrappers (void)
{
  g_autoptr (Run) plain = NULL;
  g_autoptr (Run) equation = NULL;
  g_autoptr (Run) overlays = NULL;
  g_autoptr (Run) again = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) frames = NULL;

  write_file ("t.chase", "diagram t { A at 0,0; B at 1,0; f : A -> B }\n");
  write_file ("o.chase", "diagram t { A at 0,0; B at 1,0 [step = 1]; f : A -> B [step = 2] }\n"
                         "diagram u { C at 0,0; D at 1,0; g : C -> D [step = 1] }\n");
  plain = run_line ("export t.chase -o - --to tex --cramped --display");
  g_assert_nonnull (strstr (plain->out, "\\[\\begin{tikzcd}[cramped]\n"));
  equation = run_line ("export t.chase -o - --to tex --equation");
  g_assert_nonnull (strstr (equation->out, "\\begin{equation}\\label{eq:t}\n\\begin{tikzcd}"));
  overlays = run_line ("export o.chase -o o.tex --standalone --overlays");
  g_assert_cmpint (overlays->status, ==, 0);
  again = run_line ("convert o.tex -");
  text = read_file ("o.tex");
  frames = g_strsplit (text, "\\begin{frame}", -1);
  g_assert_cmpuint (g_strv_length (frames), ==, 3); /* one for each diagram */
  g_assert_nonnull (strstr (again->out, "B at 1, 0 [step = 1]"));
  g_assert_nonnull (strstr (again->out, "step = 2"));
}

/* A frame of beamer is 108 mm wide: places at one and a half are columns further apart, not empty
 * ones; what may be wider is made smaller; and a curve's controls, which are far out, are no part
 * of the picture. */
static void
test_frames (void)
{
  g_autoptr (Run) halves = NULL;
  g_autoptr (Run) wide = NULL;
  g_autoptr (Run) curved = NULL;
  g_autoptr (Run) apart = NULL;

  write_file ("t.chase",
              "diagram t { A at 0,0; B at 1.5,0; C at 3,0 [step = 1]; f : A -> B; g : B -> C }\n");
  halves = run_line ("export t.chase -o - --to tex --standalone --overlays");
  g_assert_nonnull (strstr (halves->out, "ampersand replacement=\\&, column sep=large]\n\tA "));
  g_assert_nonnull (strstr (halves->out, "B \\arrow[r, \"g\"] \\& |[from slide 2]| C"));
  g_assert_null (strstr (halves->out, "adjustbox"));

  write_file (
      "t.chase",
      "diagram t { A at 0,0; B at 1,0; C at 2,0 \"a name of half a hundred signs, or a few signs "
      "more\"; f : A -> B; g : B -> C }\n");
  wide = run_line ("export t.chase -o - --to tex --standalone --overlays");
  g_assert_nonnull (strstr (wide->out, "\\usepackage{adjustbox}\n\\begin{document}"));
  g_assert_nonnull (strstr (wide->out, "\\begin{adjustbox}{max width=\\textwidth"));
  g_assert_nonnull (strstr (wide->out, "\\end{tikzcd}\n\\end{adjustbox}\n\\end{frame}"));

  write_file ("t.chase",
              "diagram t { A at 0,0; B at 1,0; f : A -> B [out = 0, in = 180, looseness = 2] }\n");
  curved = run_line ("export t.chase -o - --to tex --standalone --overlays");
  g_assert_nonnull (strstr (curved->out, "\\usetikzlibrary{bbox}\n\\begin{document}"));
  g_assert_nonnull (strstr (curved->out, "bezier bounding box/.try]"));

  /* None of them is a multiple of another: each has a column of its own, and none moves. */
  write_file ("t.chase", "diagram t { A at 0,0; B at 0.45,0; C at 2,0; f : A -> B; g : B -> C }\n");
  apart = run_line ("export t.chase -o - --to tex");
  g_assert_nonnull (strstr (apart->out, "A \\arrow[r, \"f\"] & B \\arrow[rr, \"g\"] &  & C"));
}

static void
check_file (const char *name, const char *expected)
{
  g_autofree char *text = read_file (name);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_watch_once (void)
{
  static const char before[] = "a\n  % arrowchase: s.chase\n  \\[\n    \\begin{tikzcd}\n  OLD\n  "
                               "\\end{tikzcd}\n  \\]\nb\n% arrowchase: s.chase\n\nc";
  static const char after[]
      = "a\n  % arrowchase: s.chase\n  \\[\n    \\begin{tikzcd}\n    \tA \\arrow[r, \"f\"] & B\n   "
        " "
        "\\end{tikzcd}\n  \\]\nb\n% arrowchase: s.chase\n\\begin{tikzcd}\n\tA \\arrow[r, \"f\"] & "
        "B\n\\end{tikzcd}\n\nc";
  g_autoptr (Run) first = NULL;
  g_autoptr (Run) second = NULL;
  g_autoptr (Run) missing = NULL;

  write_file ("s.chase", "diagram s { A at 0,0; B at 1,0; f : A -> B [label = left] }\n");
  write_file ("w.tex", before);
  first = run_line ("watch --once w.tex");
  g_assert_cmpint (first->status, ==, 0);
  check_file ("w.tex", after);
  check_file ("w.tex~", before);
  second = run_line ("watch --once w.tex");
  g_assert_cmpint (second->status, ==, 0);
  g_assert_cmpstr (second->err, ==, "");
  check_file ("w.tex", after);
  write_file ("w.tex", "% arrowchase: none.chase\n\\begin{tikzcd}A\\end{tikzcd}\n");
  missing = run_line ("watch --once w.tex");
  g_assert_cmpint (missing->status, ==, 2);
  g_assert_nonnull (strstr (missing->err, "w.tex:1"));
  check_file ("w.tex", "% arrowchase: none.chase\n\\begin{tikzcd}A\\end{tikzcd}\n");
}

/* A picture whose folder is missing does not hold up the others. */
static void
test_watch_folder (void)
{
  g_autoptr (Run) run = NULL;

  write_file ("s.chase", "diagram s { A at 0,0 }\n");
  write_file ("f.tex", "% arrowchase: s.chase\n\\includegraphics{none/s.pdf}\n"
                       "% arrowchase: s.chase\n\\begin{tikzcd}\\end{tikzcd}\n");
  run = run_line ("watch --once f.tex");
  g_assert_cmpint (run->status, ==, 2);
  g_assert_nonnull (strstr (run->err, "f.tex:1"));
  g_assert_nonnull (strstr (run->err, "folder"));
  check_file ("f.tex", "% arrowchase: s.chase\n\\includegraphics{none/s.pdf}\n"
                       "% arrowchase: s.chase\n\\begin{tikzcd}\n\tA\n\\end{tikzcd}\n");
}

/* A paper with the line ends of Windows keeps them; a picture that is as it was is not written
 * again. */
static void
test_watch_same (void)
{
  static const char after[]
      = "x\r\n% arrowchase: s.chase\r\n\\begin{tikzcd}\r\n\tA \\arrow[r, \"f\"] "
        "& B\r\n\\end{tikzcd}\r\n% arrowchase: s.chase\r\n"
        "\\includegraphics{s.svg}\r\n";
  g_autoptr (Run) first = NULL;
  g_autoptr (Run) second = NULL;
  g_autofree char *path = g_build_filename (folder (), "s.svg", NULL);
  GStatBuf before, behind;

  write_file ("s.chase", "diagram s { A at 0,0; B at 1,0; f : A -> B [label = left] }\n");
  write_file ("w.tex", "x\r\n% arrowchase: s.chase\r\n% arrowchase: s.chase\r\n"
                       "\\includegraphics{s.svg}\r\n");
  first = run_line ("watch --once w.tex");
  g_assert_cmpint (first->status, ==, 0);
  check_file ("w.tex", after);
  g_assert_cmpint (g_stat (path, &before), ==, 0);
  second = run_line ("watch --once w.tex");
  g_assert_cmpint (second->status, ==, 0);
  check_file ("w.tex", after);
  g_assert_cmpint (g_stat (path, &behind), ==, 0);
  g_assert_true (before.st_ino == behind.st_ino && before.st_mtime == behind.st_mtime);
}

static gboolean
wait_for (const char *name, const char *part)
{
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *text = read_file (name);

      if (text != NULL && strstr (text, part) != NULL)
        return TRUE;
      g_usleep (50000);
    }
  return FALSE;
}

/* The program stays, and follows the source. */
static void
test_watch (void)
{
  const char *const argv[] = { g_getenv ("CHASE_PROGRAM"), "watch", "live.tex", NULL };
  g_autoptr (GSubprocessLauncher) launcher
      = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr (GSubprocess) process = NULL;

  write_file ("live.chase", "diagram s { A at 0,0 }\n");
  write_file ("live.tex", "% arrowchase: live.chase\n");
  g_subprocess_launcher_set_cwd (launcher, folder ());
  process = g_subprocess_launcher_spawnv (launcher, argv, NULL);
  g_assert_nonnull (process);
  g_assert_true (wait_for ("live.tex", "\tA\n"));
  g_usleep (200000);
  write_file ("live.chase", "diagram s { X at 0,0 }\n");
  g_assert_true (wait_for ("live.tex", "\tX\n"));
  /* The author writes the paper while it is brought up to date: nothing of that is lost. */
  write_file ("live.chase", "diagram s { Y at 0,0 }\n");
  g_usleep (100000);
  write_file ("live.tex", "written meanwhile\n% arrowchase: live.chase\n");
  g_assert_true (wait_for ("live.tex", "\tY\n"));
  g_assert_true (wait_for ("live.tex", "written meanwhile\n"));
  g_subprocess_send_signal (process, SIGTERM);
  g_assert_true (g_subprocess_wait_check (process, NULL, NULL));
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/papers/read", test_read);
  g_test_add_func ("/papers/ask", test_ask);
  g_test_add_func ("/papers/signs", test_signs);
  g_test_add_func ("/papers/author", test_author);
  g_test_add_func ("/papers/wrappers", test_wrappers);
  g_test_add_func ("/papers/frames", test_frames);
  g_test_add_func ("/papers/watch-once", test_watch_once);
  g_test_add_func ("/papers/watch-once/folder", test_watch_folder);
  g_test_add_func ("/papers/watch-same", test_watch_same);
  g_test_add_func ("/papers/watch", test_watch);
  status = g_test_run ();
  remove_folder ();
  return status;
}
