/* SPDX-License-Identifier: MIT */
/* chase export writes proofs for Rocq: what stands in the file, names, and the same bytes. */
#include "program.h"

#include <string.h>

static const char text[] = "category C {\n"
                           "  objects A, B, `A \\times \"B`\n"
                           "  A, fun : A -> B\n"
                           "  η : B -> `A \\times \"B`\n"
                           "  mono η\n"
                           "  η . A = η . fun\n"
                           "}\n"
                           "check A = fun in C\n"
                           "check not A = fun in C\n";

static char *
export_text (const char *name)
{
  g_autofree char *line = g_strdup_printf ("export in.chase -o %s", name);
  g_autoptr (Run) run = NULL;

  write_file ("in.chase", text);
  run = run_line (line);
  g_assert_cmpint (run->status, ==, 0);
  return read_file (name);
}

static void
test_text (void)
{
  static const char *const parts[] = { "Parameter A_times_B : Ob base. (* A \\times ''B *)",
                                       "Parameter A_2 : A ~> B. (* A *)",
                                       "Parameter fun_2 : A ~> B. (* fun *)",
                                       "Parameter eta : B ~> A_times_B.",
                                       "Axiom eta_mono : mono eta.",
                                       "Axiom line_6 : A_2 >> eta = fun_2 >> eta.",
                                       "refine (eta_mono _ _ _",
                                       "Lemma check_8 :",
                                       "Lemma check_9 :",
                                       "this fails: what it denies is proved" };
  g_autofree char *one = export_text ("one.v");
  g_autofree char *two = export_text ("two.v");

  g_assert_cmpstr (one, ==, two);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (strstr (one, parts[i]) == NULL)
      g_error ("no “%s” in %s", parts[i], one);
}

/* The same for Lean, which nobody compiles here. */
static void
test_lean (void)
{
  static const char *const parts[] = { "import Mathlib.CategoryTheory.EpiMono",
                                       "not compiled here",
                                       "variable (A_2 : A ⟶ B)",
                                       "variable [Mono eta]",
                                       "variable (line_6 : A_2 ≫ eta = fun_2 ≫ eta)",
                                       "include line_6",
                                       "theorem check_8 :\n    A_2 = fun_2 := by\n  calc A_2\n",
                                       "(cancel_mono eta).1 (by simpa only [Category.assoc" };
  g_autofree char *one = export_text ("one.lean");
  g_autofree char *two = export_text ("two.lean");

  g_assert_cmpstr (one, ==, two);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (strstr (one, parts[i]) == NULL)
      g_error ("no “%s” in %s", parts[i], one);
}

static void
test_empty (void)
{
  g_autoptr (Run) run = run_input ("convert - - --to v", "category C { object A }\n");

  g_assert_cmpint (run->status, ==, 0);
  g_assert_nonnull (strstr (run->out, "it has no lemma"));
}

/* What is written is what coqc takes. */
static void
test_coqc (void)
{
  g_autofree char *text_v = export_text ("proofs.v");
  g_autofree char *coqc = g_find_program_in_path ("coqc");
  const char *call[] = { coqc, "-q", "proofs.v", NULL };
  int status = 1;

  if (coqc == NULL)
    {
      g_test_skip ("coqc is not here");
      return;
    }
  g_assert_nonnull (text_v);
  g_assert_true (
      g_spawn_sync (folder (), (char **)call, NULL, 0, NULL, NULL, NULL, NULL, &status, NULL));
  g_assert_cmpint (status, ==, 0);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/proofs/text", test_text);
  g_test_add_func ("/proofs/lean", test_lean);
  g_test_add_func ("/cli/proofs/empty", test_empty);
  if (g_test_slow ())
    g_test_add_func ("/cli/proofs/coqc", test_coqc);
  status = g_test_run ();
  remove_folder ();
  return status;
}
