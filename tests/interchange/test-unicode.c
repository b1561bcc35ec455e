/* SPDX-License-Identifier: MIT */
#include "vectors.h"

#include "interchange/tex-unicode-private.h"
#include "model/problem.h"

#include <string.h>

/* Labels with signs beyond ASCII, as pdflatex takes them. */
static void
test_labels (void)
{
  static const char *const labels[][2] = {
    { "f", "f" },
    { "α", "\\alpha" },
    { "αβ", "\\alpha\\beta" },
    { "αx", "\\alpha x" },
    { "α x", "\\alpha x" },
    { "\\pi α", "\\pi \\alpha" },
    { "A ≅ B", "A \\cong B" },
    { "A₁₂", "A_{12}" },
    { "x₁", "x_1" },
    { "Cᵒᵖ", "C^{op}" },
    { "f⁻¹", "f^{-1}" },
    { "f′", "f'" },
    { "𝒞", "\\mathcal{C}" },
    { "ℬ", "\\mathcal{B}" },
    { "F_𝒞", "F_{\\mathcal{C}}" },
    { "F_α", "F_\\alpha" },
    { "\\hat 𝒞", "\\hat {\\mathcal{C}}" },
    { "\\circ 𝒞", "\\circ \\mathcal{C}" },
    { "𝐒𝐞𝐭", "\\mathbf{Set}" },
    { "𝔤", "\\mathfrak{g}" },
    { "ℝℙ²", "\\mathbb{RP}^2" },
    { "𝑓𝛼", "f\\alpha" },
    { "f̂", "\\hat{f}" },
    { "α̃", "\\tilde{\\alpha}" },
    { "≇", "\\not\\cong" },
    { "∉", "\\not\\in" },
    { "Möbius", "M\\text{ö}bius" },
    { "范畴", "\\text{范畴}" },
    { "X_范畴", "X_{\\text{范畴}}" },
    { "\\text{Möbius α}", "\\text{Möbius $\\alpha$}" },
    { "\\text{α} α", "\\text{$\\alpha$} \\alpha" },
    { "A\u200B\u00A0B", "A~B" },
    { "⟦A⟧", "[\\![A]\\!]" },
    { "Ш", "\\text{Ш}" },
    { "\\\\α", "\\\\\\alpha" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_autofree char *tex = chase_tex_from_unicode (labels[i][0]);

      g_assert_cmpstr (tex, ==, labels[i][1]);
    }
}

/* Every sign of the table stands alone, and becomes ASCII. */
static void
test_signs (void)
{
  for (gunichar sign = 0xA0; sign < 0x1D800; sign = sign == 0xD7FF ? 0xE000 : sign + 1)
    {
      char label[7] = { 0 };
      g_autofree char *tex = NULL;

      g_unichar_to_utf8 (sign, label);
      tex = chase_tex_from_unicode (label);
      g_assert_true (g_utf8_validate (tex, -1, NULL));
      if (chase_tex_is_math (sign))
        g_assert_true (g_str_is_ascii (tex));
    }
}

static char *
write_with (const char *text, const ChaseInterchangeOptions *options, GPtrArray *problems)
{
  g_autoptr (ChaseDocument) document
      = chase_interchange_read (CHASE_FORMAT_TIKZCD, text, strlen (text), "x", NULL);

  return chase_interchange_write (CHASE_FORMAT_TIKZCD, document, NULL, options, problems);
}

#define GREEK "\\begin{tikzcd}\n  α × 1 \\ar[r, \"β₁\"] & 𝒞\n\\end{tikzcd}\n"

/* What was not touched stays as it is; what is written anew says the same, and reads back equal. */
static void
test_written (void)
{
  const ChaseInterchangeOptions plain = { .unlinked = TRUE };
  const ChaseInterchangeOptions fresh = { .fresh = TRUE };
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autofree char *same = write_with (GREEK, &plain, problems);
  g_autofree char *anew = write_with (GREEK, &fresh, problems);
  g_autofree char *before = convert (CHASE_FORMAT_TIKZCD, GREEK, CHASE_FORMAT_QUIVER_JSON, NULL);
  g_autofree char *after = convert (CHASE_FORMAT_TIKZCD, anew, CHASE_FORMAT_QUIVER_JSON, NULL);

  g_assert_cmpstr (same, ==, GREEK);
  g_assert_nonnull (strstr (anew, "\t\\alpha \\times 1 \\arrow[r, \"\\beta_1\"] & \\mathcal{C}\n"));
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (problems->len, ==, 0);
}

/* A document of its own loads what its signs need. */
static void
test_documents (void)
{
  const ChaseInterchangeOptions alone = { .standalone = TRUE };
  const ChaseInterchangeOptions fresh = { .standalone = TRUE, .fresh = TRUE };
  g_autofree char *greek = write_with (GREEK, &alone, NULL);
  g_autofree char *anew = write_with (GREEK, &fresh, NULL);
  g_autofree char *plain = write_with ("\\begin{tikzcd} A \\end{tikzcd}", &alone, NULL);
  g_autofree char *chinese = write_with ("\\begin{tikzcd} 范畴 \\end{tikzcd}", &fresh, NULL);
  g_autofree char *korean = write_with ("\\begin{tikzcd} 범주 \\end{tikzcd}", &fresh, NULL);
  g_autofree char *sha = write_with ("\\begin{tikzcd} Ш \\end{tikzcd}", &fresh, NULL);
  g_autofree char *quoted = write_with ("\\begin{tikzcd} \\text{«A»} \\end{tikzcd}", &fresh, NULL);

  g_assert_nonnull (strstr (greek, "\\DeclareUnicodeCharacter{03B1}{\\ensuremath{\\alpha}}"));
  g_assert_nonnull (strstr (greek, "\\DeclareUnicodeCharacter{00D7}{\\ensuremath{\\times}}"));
  g_assert_nonnull (strstr (greek, "\\DeclareUnicodeCharacter{2081}{\\ensuremath{{}_1}}"));
  g_assert_null (strstr (anew, "DeclareUnicode"));
  g_assert_null (strstr (plain, "CJK"));
  g_assert_nonnull (strstr (chinese, "\\usepackage{CJKutf8}"));
  g_assert_nonnull (strstr (chinese, "{gbsn}"));
  g_assert_nonnull (strstr (korean, "{mj}"));
  g_assert_nonnull (strstr (sha, "% pdflatex has no form of Ш: take lualatex"));
  g_assert_nonnull (strstr (quoted, "\\usepackage[T1]{fontenc}"));
}

/* What stands alone as it was typed has braces where pdflatex would take a byte for a sign. */
static void
test_braces (void)
{
  static const char *const cases[][2] = {
    { "x_𝔸", "x_{𝔸}" },
    { "x^ α β", "x^{α} β" },
    { "\\hat 𝔸", "\\hat{𝔸}" },
    { "\\mathcal{𝔸}_{α}", "\\mathcal{𝔸}_{α}" },
    { "\\alpha ⊗ β", "\\alpha ⊗ β" },
    { "\\mine β \\mine ⊗ \\_α", "\\mine{β} \\mine ⊗ \\_α" },
  };
  const ChaseInterchangeOptions alone = { .standalone = TRUE };
  const ChaseInterchangeOptions part = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *latex = g_strdup_printf ("\\begin{tikzcd} %s \\end{tikzcd}", cases[i][0]);
      g_autofree char *wanted = g_strdup_printf ("\\begin{tikzcd} %s \\end{tikzcd}", cases[i][1]);
      g_autofree char *whole = write_with (latex, &alone, NULL);
      g_autofree char *same = write_with (latex, &part, NULL);

      g_test_message ("%s", whole);
      g_assert_nonnull (strstr (whole, wanted));
      g_assert_nonnull (strstr (same, latex));
    }
}

/* What pdflatex cannot draw is said. */
static void
test_said (void)
{
  const ChaseInterchangeOptions fresh = { .fresh = TRUE };
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autofree char *text = write_with ("\\begin{tikzcd} Ш & 范畴 \\end{tikzcd}", &fresh, problems);

  g_assert_nonnull (text);
  g_assert_cmpuint (problems->len, ==, 2);
}

/* So are letters that pdflatex has in no font, each once; those that it has are not. */
static void
test_nearest (void)
{
  const ChaseInterchangeOptions fresh = { .fresh = TRUE };
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autofree char *text
      = write_with ("\\begin{tikzcd} 𝒶 + 𝒶 \\ar[r, \"𝕗\"] & 𝟘 + 𝟙 \\ar[r, \"ℯ\"] & "
                    "𝒜 + 𝔸 + 𝔞 + 𝕜 + ℓ + 𝖺 + 𝐚 + 𝑎 \\end{tikzcd}",
                    &fresh, problems);
  const ChaseProblem *problem;

  g_assert_nonnull (text);
  g_assert_cmpuint (problems->len, ==, 1);
  problem = g_ptr_array_index (problems, 0);
  for (const char *const *sign = (const char *const[]){ "𝒶", "𝕗", "𝟘", "ℯ", NULL }; *sign != NULL;
       sign++)
    g_assert_nonnull (strstr (problem->message, *sign));
  for (const char *const *sign = (const char *const[]){ "𝒜", "𝔸", "𝔞", "𝕜", "ℓ", "𝖺", "𝟙", NULL };
       *sign != NULL; sign++)
    g_assert_null (strstr (problem->message, *sign));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/unicode/labels", test_labels);
  g_test_add_func ("/unicode/signs", test_signs);
  g_test_add_func ("/unicode/written", test_written);
  g_test_add_func ("/unicode/documents", test_documents);
  g_test_add_func ("/unicode/braces", test_braces);
  g_test_add_func ("/unicode/said", test_said);
  g_test_add_func ("/unicode/nearest", test_nearest);
  return g_test_run ();
}
