/* SPDX-License-Identifier: MIT */
/* How fast LaTeX is scanned for diagrams (a paper's text, few of them), and how fast diagrams are
 * read and written (nothing else). The limits that we have set ourselves: 20 MB and 1,000 diagrams
 * a second. */
#include "interchange/interchange.h"

#include <string.h>
#include <time.h>

static const char prose[]
    = "\\section{On the question of limits}\\label{sec:limits}\n"
      "Let $\\mathcal{C}$ be a category with finite limits, and $f \\colon A \\to B$ quite a\n"
      "monomorphism; by \\cite[Prop.~2.3]{someone}, equalisers exist. % a remark, q=1\n"
      "\\begin{theorem} For all $x \\in \\{1, \\dots, n\\}$ we require that the sequence\n"
      "\\[ 0 \\to \\ker g \\xrightarrow{\\iota} B \\xrightarrow{\\quad g \\quad} "
      "\\operatorname{im} g \\to 0 \\]\n"
      "is exact, \\emph{consequently} \\textbf{unique} \\& equivalent to (\\ref{eq:q}).\n"
      "\\end{theorem}\n\n";

static const char *const diagrams[] = {
  "\\begin{tikzcd}\nA \\arrow[r, \"f\"] \\arrow[d, \"g\"'] & B \\arrow[d, \"h\"] \\\\\n"
  "C \\arrow[r, \"k\"'] & D\n\\end{tikzcd}\n",
  "\\begin{tikzcd}[column sep=large]\nP \\ar[r, \"p_1\"] \\ar[d, \"p_2\"', two heads] \\ar[dr, "
  "phantom, "
  "\"\\lrcorner\", very near start] & X \\ar[d, hook, \"f\"] \\\\\nY \\ar[r, \"g\"', dashed] & Z\n"
  "\\end{tikzcd}\n",
  "\\[\\begin{tikzcd}\n\t{F(A)} && {F(B)} \\\\\n\t\\\\\n\t{G(A)} && {G(B)}\n"
  "\t\\arrow[\"{F(f)}\", from=1-1, to=1-3]\n\t\\arrow[\"{\\eta_A}\"', from=1-1, to=3-1]\n"
  "\t\\arrow[\"{\\eta_B}\", from=1-3, to=3-3]\n\t\\arrow[\"{G(f)}\"', from=3-1, to=3-3]\n"
  "\\end{tikzcd}\\]\n",
  "$\\xymatrix{ 0 \\ar[r] & A \\ar[r]^{i} \\ar[d]_{a} & B \\ar[r]^{p} \\ar@{-->}[d] & C \\ar[r] "
  "\\ar@{=}[d] & 0 \\\\\n0 \\ar[r] & A' \\ar[r] & B' \\ar[r] & C \\ar[r] & 0 }$\n",
  "\\begin{CD}\nA @>f>> B \\\\\n@VgVV @VVhV \\\\\nC @>>k> D\n\\end{CD}\n",
};

static double
seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

/* A paper of @length bytes with a diagram in each @every of them; *@n is how many. */
static GString *
make_paper (gsize length, gsize every, guint *n)
{
  GString *out = g_string_new ("\\documentclass{article}\n\\newcommand{\\id}{\\mathrm{id}}\n");
  gsize next = every;

  for (*n = 0; out->len < length;)
    {
      if (every > 0)
        g_string_append (out, prose);
      for (; out->len >= next || every == 0; next += every)
        {
          g_string_append (out, diagrams[(*n)++ % G_N_ELEMENTS (diagrams)]);
          if (every == 0)
            break;
        }
    }
  return out;
}

/* The best of three. */
static ChaseDocument *
read_text (const GString *text, double *best)
{
  ChaseDocument *document = NULL;

  *best = G_MAXDOUBLE;
  for (guint i = 0; i < 3; i++)
    {
      double start = seconds ();

      g_clear_pointer (&document, chase_document_unref);
      document = chase_interchange_read (CHASE_FORMAT_TIKZCD, text->str, text->len, "bench", NULL);
      *best = MIN (*best, seconds () - start);
    }
  return document;
}

static void
write_as (const ChaseDocument *document, ChaseFormat format, guint n)
{
  double start = seconds ();
  const ChaseInterchangeOptions options = { .fresh = TRUE };

  g_free (chase_interchange_write (format, document, NULL, &options, NULL));
  g_print ("  write %-12s %8.0f diagrams/s\n", chase_format_title (format),
           (double)n / (seconds () - start));
}

int
main (void)
{
  static const ChaseFormat formats[]
      = { CHASE_FORMAT_TIKZCD, CHASE_FORMAT_QUIVER_JSON, CHASE_FORMAT_FLETCHER, CHASE_FORMAT_DOT };
  guint few, many;
  g_autoptr (GString) paper = make_paper (20000000, 200000, &few);
  g_autoptr (GString) collection = make_paper (600000, 0, &many);
  double time;
  g_autoptr (ChaseDocument) document = NULL;

  chase_document_unref (read_text (paper, &time));
  g_print ("  scan a paper of %zu MB with %u diagrams: %.0f MB/s (limit 20)\n",
           paper->len / 1000000, few, (double)paper->len / 1e6 / time);
  document = read_text (collection, &time);
  g_print ("  read %u diagrams: %.0f diagrams/s (limit 1000)\n", many, (double)many / time);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    write_as (document, formats[i], many);
  return 0;
}
