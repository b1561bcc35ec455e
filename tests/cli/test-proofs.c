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
export_as (const char *document, const char *name)
{
  g_autofree char *line = g_strdup_printf ("export in.chase -o %s", name);
  g_autoptr (Run) run = NULL;

  write_file ("in.chase", document);
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
  g_autofree char *one = export_as (text, "one.v");
  g_autofree char *two = export_as (text, "two.v");

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
  g_autofree char *one = export_as (text, "one.lean");
  g_autofree char *two = export_as (text, "two.lean");

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

/* What is said of morphisms, by every rule by which the engine concludes it. */
static const char morphisms[] = "category C {\n"
                                "  objects A, B, D, E\n"
                                "  f : A -> B\n"
                                "  i : B -> D\n"
                                "  m : D -> E\n"
                                "  q : A -> D\n"
                                "  k, l : D -> D\n"
                                "  sm : A -> B\n"
                                "  se : B -> A\n"
                                "  t : A -> D\n"
                                "  u : D -> E\n"
                                "  v : E -> D\n"
                                "  iso i, l\n"
                                "  mono f, m\n"
                                "  epi q\n"
                                "  split mono sm\n"
                                "  split epi se\n"
                                "  idempotent k\n"
                                "  w : A -> E\n"
                                "  w = m . i . f\n"
                                "  q = i . f\n"
                                "  t . se = i\n"
                                "  v . u = id(D)\n"
                                "  u . v = id(E)\n"
                                "}\n"
                                "check w is mono\n"
                                "check i^-1 is iso\n"
                                "check id(A) is iso\n"
                                "check l . l is auto\n"
                                "check i . sm is split mono\n"
                                "check se . i^-1 is epi\n"
                                "check k . k is idempotent\n"
                                "check q is mono\n"
                                "check f is epi\n"
                                "check t is split epi\n"
                                "check l^-1 . l is identity\n"
                                "check not f is mono\n"
                                "check i . f is mono, epi\n"
                                "check u is iso\n"
                                "check l is endo\n";

static void
test_morphisms (void)
{
  static const char *const parts[]
      = { "Checks proved here: 14, by lemmas: 15.",
          "Lemma w_is_mono : mono (w).",
          "Lemma i_1_is_iso : is_iso (i_inv).",
          "Lemma id_A__is_iso : is_iso (id A).",
          "Lemma l_l_is_auto : is_iso (l >> l).",
          "Lemma i_sm_is_split_mono : is_split_mono (sm >> i).",
          "Lemma k_k_is_idempotent :\n  k >> k >> k >> k = k >> k.",
          "Lemma l_1_l_is_identity :\n  l >> l_inv = id D.",
          "Lemma f_is_epi : epi (f).\nProof.\n  refine (epi_before_iso (f := f) (g := i)",
          "Lemma i_f_is_epi : epi (f >> i).",
          "Lemma u_is_iso : is_iso (u).\nProof.\n  exact (iso_of_split_mono_epi",
          "not f is mono (this fails: what it denies is proved)",
          "l is endo -- its ends say so" };
  g_autofree char *one = export_as (morphisms, "one.v");
  g_autofree char *lean = export_as (morphisms, "one.lean");

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (strstr (one, parts[i]) == NULL)
      g_error ("no “%s” in %s", parts[i], one);
  g_assert_nonnull (strstr (lean, "theorem k_k_is_idempotent"));
  g_assert_nonnull (strstr (lean, "w is mono -- proved, by properties of morphisms"));
}

/* A way there and one back, arrows with inverses of their own among them. */
static const char isomorphic[] = "category C {\n"
                                 "  objects A, B, D\n"
                                 "  f : A -> B\n"
                                 "  g : B -> A\n"
                                 "  h : B -> D\n"
                                 "  iso h\n"
                                 "  f . g = id(B)\n"
                                 "  g . f = id(A)\n"
                                 "}\n"
                                 "check A isomorphic B in C\n"
                                 "check A isomorphic D in C\n"
                                 "check D isomorphic B in C\n"
                                 "check A isomorphic A in C\n";

static void
test_isomorphic (void)
{
  static const char *const parts[] = {
    "Checks proved here: 4, by lemmas: 12.",
    "Lemma A_isomorphic_B : exists there back,\n  there >> back = id A /\\ back >> there = id B.",
    "exists (f >> h), (h_inv >> g)."
  };
  g_autofree char *one = export_as (isomorphic, "one.v");
  g_autofree char *lean = export_as (isomorphic, "one.lean");

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (strstr (one, parts[i]) == NULL)
      g_error ("no “%s” in %s", parts[i], one);
  g_assert_nonnull (strstr (lean, "theorem A_isomorphic_D_there"));
}

/* What is written is what coqc takes. */
static void
test_coqc (void)
{
  g_autofree char *coqc = g_find_program_in_path ("coqc");
  const char *const documents[] = { text, morphisms, isomorphic };
  const char *call[] = { coqc, "-q", NULL, NULL };
  int status = 1;

  if (coqc == NULL)
    {
      g_test_skip ("coqc is not here");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autofree char *file = g_strdup_printf ("proofs%u.v", i);
      g_autofree char *written = export_as (documents[i], file);

      g_assert_nonnull (written);
      call[2] = file;
      g_assert_true (
          g_spawn_sync (folder (), (char **)call, NULL, 0, NULL, NULL, NULL, NULL, &status, NULL));
      g_assert_cmpint (status, ==, 0);
    }
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/proofs/text", test_text);
  g_test_add_func ("/proofs/lean", test_lean);
  g_test_add_func ("/cli/proofs/morphisms", test_morphisms);
  g_test_add_func ("/cli/proofs/isomorphic", test_isomorphic);
  g_test_add_func ("/cli/proofs/empty", test_empty);
  if (g_test_slow ())
    g_test_add_func ("/cli/proofs/coqc", test_coqc);
  status = g_test_run ();
  remove_folder ();
  return status;
}
