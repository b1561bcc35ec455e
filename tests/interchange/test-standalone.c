/* SPDX-License-Identifier: MIT */
#include "vectors.h"

#include <string.h>

/* A LaTeX text that stands alone has what its diagrams need. */

static char *
standalone (const char *text, gboolean fresh)
{
  const ChaseInterchangeOptions options = { .standalone = TRUE, .fresh = fresh };
  g_autoptr (ChaseDocument) document
      = chase_interchange_read (CHASE_FORMAT_TIKZCD, text, strlen (text), NULL, NULL);

  return chase_interchange_write (CHASE_FORMAT_TIKZCD, document, NULL, &options, NULL);
}

/* Whether @part stands in front of the document. */
static gboolean
prepares (const char *written, const char *part)
{
  const char *found = strstr (written, part);

  return found != NULL && found < strstr (written, "\\begin{document}");
}

/* Macros and what these need; styles, settings, libraries, environments, boxes; but nothing else.
 */
static void
test_definitions (void)
{
  static const char text[]
      = "\\usetikzlibrary{decorations.markings}\n"
        "\\newcommand{\\inner}{\\mathrm{in}}\\newcommand{\\outer}[1]{\\inner #1}\n"
        "\\newcommand{\\unused}{x}\\tikzset{unused/.style={red}}\n"
        "\\tikzset{mono/.style={tail}, big arrow/.style={very thick}}\n"
        "\\tikzcdset{every label/.append style={font=\\small}}\n"
        "\\newcommand{\\pb}{\\ar[dr, phantom, \"\\lrcorner\"]}\n"
        "\\newsavebox{\\mycorner}\\sbox\\mycorner{$\\ulcorner$}\n"
        "\\newenvironment{diag}{\\begin{tikzcd}}{\\end{tikzcd}}\n"
        "\\begin{diag} A \\pb \\ar[r, mono, \"\\outer{f}\"] \\ar[d, big arrow] & B \\\\ C & D "
        "\\ar[ul, phantom, \"\\usebox\\mycorner\"]\\end{diag}\n";
  static const char *const needed[] = { "\\newcommand{\\inner}",
                                        "\\newcommand{\\outer}",
                                        "mono/.style",
                                        "every label/.append",
                                        "\\newcommand{\\pb}",
                                        "\\newsavebox{\\mycorner}\n\\sbox\\mycorner{$\\ulcorner$}",
                                        "\\newenvironment{diag}",
                                        "{decorations.markings}" };
  g_autofree char *written = standalone (text, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    {
      g_test_message ("%s", needed[i]);
      g_assert_true (prepares (written, needed[i]));
    }
  g_assert_false (prepares (written, "\\unused"));
  g_assert_false (prepares (written, "unused/.style"));
  g_assert_nonnull (strstr (written, "\\begin{diag} A \\pb"));
}

/* Where the environment is a package's, the text is read twice. */
static void
test_once (void)
{
  g_autofree char *written
      = standalone ("\\tikzset{mono/.style={tail}}\\tikzcdset{arrows={thick}}\n"
                    "\\begin{mycd} A \\arrow[r, mono] & B \\end{mycd}\n",
                    FALSE);
  const char *style = strstr (written, "mono/.style");
  const char *setting = strstr (written, "arrows={thick}");

  g_assert_nonnull (style);
  g_assert_null (strstr (style + 1, "mono/.style"));
  g_assert_nonnull (setting);
  g_assert_null (strstr (setting + 1, "arrows={thick}"));
}

/* What the packages or another file define, too; what nobody does. */
static void
test_names (void)
{
  g_autofree char *written = standalone (
      "\\newcommand{\\square}{Q}\\renewcommand{\\mine}{M}\\newcommand{\\two}{1}"
      "\\begin{tikzcd} \\square \\ar[r, \"\\mine\"] & \\theirs_{\\two} \\ar[r] & \\Ab \\end{tikzcd}"
      "\\newcommand{\\two}{2}\\begin{tikzcd} \\two \\rar & B \\end{tikzcd}",
      FALSE);

  g_assert_true (prepares (written, "\\let\\square\\relax\n\\newcommand{\\square}{Q}"));
  g_assert_true (prepares (written, "\\providecommand{\\mine}{}\n\\renewcommand{\\mine}{M}"));
  g_assert_true (prepares (written, "\\providecommand{\\theirs}{\\ensuremath{\\mathrm{theirs}}}"));
  g_assert_true (prepares (written, "\\providecommand{\\Ab}{\\mathbf{Ab}}"));
  g_assert_false (prepares (written, "\\providecommand{\\rar}"));
}

static void
test_packages (void)
{
  g_autofree char *written = standalone (
      "\\newcommand{\\F}{\\mathscr{F}}\\[\\xymatrix{\\F \\ar[r]^{\\coloneqq} & B}\\]", FALSE);
  g_autofree char *amscd = standalone ("\\begin{CD} A @>f>> B \\end{CD}", FALSE);

  g_assert_nonnull (strstr (written, "\\usepackage{mathrsfs}\n"));
  g_assert_nonnull (amscd);
  g_assert_null (strstr (amscd, "\\usepackage{mathrsfs}"));
}

/* A setting of the file's would change what ends a cell of what was written anew. */
static void
test_ampersands (void)
{
  static const char text[] = "\\tikzcdset{every diagram/.append style={ampersand replacement=\\&}}"
                             "\\begin{tikzcd} A \\ar[r] \\& B \\end{tikzcd}";
  g_autofree char *kept = standalone (text, FALSE);
  g_autofree char *fresh = standalone (text, TRUE);

  g_assert_true (prepares (kept, "ampersand replacement"));
  g_assert_false (prepares (fresh, "ampersand replacement"));
}

/* Keys of quiver's own package are written as TikZ's. */
static void
test_quiver_keys (void)
{
  g_autofree char *written
      = standalone ("\\begin{tikzcd} A \\ar[r, curve={height=-12pt}] & B \\end{tikzcd}", FALSE);

  g_assert_null (strstr (written, "curve="));
  g_assert_nonnull (strstr (written, "\\begin{tikzcd}"));
}

/* The text alone is as it was typed; what it cannot say alone is reported. */
static void
test_reported (void)
{
  static const char needs[] = "\\newcommand{\\down}[1]{\\ar{d}{#1}}"
                              "\\begin{tikzcd} A \\down{f} \\\\ B \\end{tikzcd}";
  static const char plain[] = "\\newcommand{\\A}{A}\\tikzset{x/.style={red}}"
                              "\\begin{tikzcd} \\A \\ar[r] & B \\end{tikzcd}";
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autoptr (GPtrArray) none = chase_problems_new ();
  g_autofree char *written = convert (CHASE_FORMAT_TIKZCD, needs, CHASE_FORMAT_TIKZCD, problems);
  g_autofree char *quiet = convert (CHASE_FORMAT_TIKZCD, plain, CHASE_FORMAT_TIKZCD, none);
  g_autofree char *said = messages (problems);

  g_assert_cmpstr (written, ==, "\\begin{tikzcd} A \\down{f} \\\\ B \\end{tikzcd}\n");
  g_assert_nonnull (strstr (said, "needs definitions that stand in the file it comes from"));
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_nonnull (quiet);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/standalone/definitions", test_definitions);
  g_test_add_func ("/standalone/once", test_once);
  g_test_add_func ("/standalone/names", test_names);
  g_test_add_func ("/standalone/packages", test_packages);
  g_test_add_func ("/standalone/ampersands", test_ampersands);
  g_test_add_func ("/standalone/quiver-keys", test_quiver_keys);
  g_test_add_func ("/standalone/reported", test_reported);
  return g_test_run ();
}
