/* SPDX-License-Identifier: MIT */
#include "vectors.h"

#include <string.h>

/* What LaTeX says of an arrow, and what is written for it anew: pdflatex draws both alike. */
static const struct
{
  const char *latex, *written;
} arrows[] = {
  { "r, \"f\"{inner sep=5mm}", "r, \"f\"{inner sep=14.225pt}" },
  { "r, \"f\"{inner sep=0pt}, \"g\"'", "r, \"f\"{inner sep=0pt}, \"g\"'" },
  { "r, \"f\"{description, inner sep=1ex}", "r, \"f\"{description, inner sep=4.3pt}" },
  { "r, \"f\"{anchor=center}", "r, \"f\"{description, fill=none}" },
  { "r, \"f\"{auto=right}", "r, \"f\"'" },
  { "r, Mapsto, \"g\"", "r, \"g\", Mapsto" },
  { "r, Rightarrow, maps to", "r, Mapsto" },
  { "r, Mapsfrom, from=1-2, to=1-1", "r, Mapsto" },
  { "r, \"\\lrcorner\"{anchor=center, pos=0.125}, draw=none",
    "r, \"\\lrcorner\"{description, pos=0.125}, draw=none" },
  { "dr, \"\\lrcorner\"{anchor=center, pos=0.125}, draw=none",
    "dr, \"\\lrcorner\"{anchor=center, pos=0.125}, draw=none" },
  { "drr, phantom, \"\\lrcorner\", very near start",
    "drr, \"\\lrcorner\"{anchor=center, pos=0.125}, draw=none" },
  { "dr, phantom, \"\\dashv\"", "dr, \"\\dashv\"{description}, draw=none" },
};

static void
test_arrow (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  const ChaseInterchangeOptions options = { .fresh = TRUE, .unlinked = TRUE };
  g_autofree char *latex = g_strdup_printf (
      "\\begin{tikzcd} A \\arrow[%s] & B & C \\\\ D & E & F \\end{tikzcd}", arrows[i].latex);
  g_autoptr (ChaseDocument) document = read_text (CHASE_FORMAT_TIKZCD, latex, 1, NULL);
  g_autofree char *written
      = chase_interchange_write (CHASE_FORMAT_TIKZCD, document, NULL, &options, NULL);
  g_autofree char *wanted = g_strdup_printf ("A \\arrow[%s] ", arrows[i].written);

  g_test_message ("%s\n%s", latex, written);
  g_assert_nonnull (strstr (written, wanted));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/rewritten/arrow-%u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_arrow);
    }
  return g_test_run ();
}
