/* SPDX-License-Identifier: MIT */
/* Reading and printing speed on the 200 x 200 commuting grid, written out several times. */
#include "notation/notation.h"

#include <string.h>
#include <time.h>

#define SIDE 200

static void
append_cells (GString *out)
{
  for (guint i = 0; i < SIDE; i++)
    for (guint j = 0; j < SIDE; j++)
      {
        if (j + 1 < SIDE)
          g_string_append_printf (out, "  h%u_%u : v%u_%u -> v%u_%u\n", i, j, i, j, i, j + 1);
        if (i + 1 < SIDE)
          g_string_append_printf (out, "  w%u_%u : v%u_%u -> v%u_%u\n", i, j, i, j, i + 1, j);
      }
  for (guint i = 0; i + 1 < SIDE; i++)
    for (guint j = 0; j + 1 < SIDE; j++)
      g_string_append_printf (out, "  w%u_%u . h%u_%u = h%u_%u . w%u_%u\n", i, j + 1, i, j, i + 1,
                              j, i, j);
}

static GString *
make_text (gsize least)
{
  GString *out = g_string_new (NULL);

  for (guint n = 0; out->len < least; n++)
    {
      g_string_append_printf (out, "category Grid%u {\n", n);
      for (guint i = 0; i < SIDE; i++)
        for (guint j = 0; j < SIDE; j++)
          g_string_append_printf (out, "%sv%u_%u%s", j == 0 ? "  objects " : ", ", i, j,
                                  j + 1 == SIDE ? "\n" : "");
      append_cells (out);
      g_string_append (out, "}\n");
    }
  return out;
}

static double
seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

int
main (void)
{
  GString *text = make_text (10000000);
  double reading = G_MAXDOUBLE;
  double printing = G_MAXDOUBLE;

  for (guint round = 0; round < 5; round++)
    {
      double start = seconds ();
      g_autoptr (ChaseDocument) document = chase_notation_parse (text->str, text->len, NULL);
      double between = seconds ();
      g_autofree char *printed = chase_notation_print (document, CHASE_NOTATION_ASCII);

      printing = MIN (printing, seconds () - between);
      reading = MIN (reading, between - start);
      if (strcmp (printed, text->str) != 0)
        g_error ("the printed text is another");
    }
  g_print ("%.1f MB, best of 5, processor time\n", (double)text->len / 1e6);
  g_print ("reading   %.3f s  %6.1f MB/s\n", reading, (double)text->len / 1e6 / reading);
  g_print ("printing  %.3f s  %6.1f MB/s\n", printing, (double)text->len / 1e6 / printing);
  g_string_free (text, TRUE);
  return 0;
}
