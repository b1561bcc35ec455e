/* SPDX-License-Identifier: MIT */

/* How long a label takes once the fonts are warm; prints microseconds. */
#include "typeset/typeset.h"

static const char *const labels[] = {
  "A",
  "f",
  "F(X_1)",
  "A \\times B",
  "\\eta_X",
  "g \\circ f",
  "f^{-1}",
  "\\mathrm{Hom}(A, B)",
  "\\mathcal{C}^{\\mathrm{op}}",
  "\\mathbb{Z}/n\\mathbb{Z}",
  "\\alpha \\otimes \\mathrm{id}_X",
  "H^1(X; \\mathbb{Z})",
  "\\tilde{H}_{n+1}(X, A)",
  "\\bar{f}",
  "\\text{for all } x",
  "\\pi_1(X \\vee Y)",
};

#define ROUNDS 500

int
main (void)
{
  g_autoptr (ChaseFonts) fonts = NULL;
  gint64 start = g_get_monotonic_time ();
  double opened, first, warm;

  fonts = chase_fonts_new (NULL, NULL);
  if (fonts == NULL)
    return 77;
  opened = (double)(g_get_monotonic_time () - start) / 1000;
  start = g_get_monotonic_time ();
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    chase_label_unref (chase_label_new (fonts, NULL, labels[i], 10));
  first = (double)(g_get_monotonic_time () - start) / G_N_ELEMENTS (labels);
  start = g_get_monotonic_time ();
  for (guint round = 0; round < ROUNDS; round++)
    for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
      chase_label_unref (chase_label_new (fonts, NULL, labels[i], 10));
  warm = (double)(g_get_monotonic_time () - start) / ROUNDS / G_N_ELEMENTS (labels);
  g_print ("fonts opened in %.2f ms; a label takes %.1f us the first time, %.2f us warm\n", opened,
           first, warm);
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      start = g_get_monotonic_time ();
      for (guint round = 0; round < ROUNDS; round++)
        chase_label_unref (chase_label_new (fonts, NULL, labels[i], 10));
      g_print ("%8.2f us  %s\n", (double)(g_get_monotonic_time () - start) / ROUNDS, labels[i]);
    }
  return 0;
}
