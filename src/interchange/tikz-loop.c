/* SPDX-License-Identifier: MIT */
#include "interchange/tikz-private.h"

#include <math.h>

/* Loops as quiver describes them, by a radius and an angle, and as TikZ does, by the ways in which
 * they leave and come back. */

double
chase_tikz_turned (double degrees)
{
  degrees = fmod (degrees, 360.0);
  if (degrees <= -180.0)
    degrees += 360.0;
  return degrees > 180.0 ? degrees - 360.0 : degrees;
}

void
chase_tikz_set_loop (const ChaseTikzArrow *arrow, ChaseStyle *style)
{
  double spread, sign, size;

  if (!arrow->has_in || !arrow->has_out)
    return;
  spread = chase_tikz_turned (chase_tikz_rare (arrow)->out - chase_tikz_rare (arrow)->in) / 2.0;
  sign = spread < 0.0 ? -1.0 : 1.0;
  size = chase_tikz_rare (arrow)->distance > 0.0
             ? round (2.0 * chase_tikz_rare (arrow)->distance / 5.0 - 1.0)
             : 3.0;
  style->radius = sign * CLAMP (size, 1.0, 9.0);
  style->angle = chase_tikz_turned (180.0 - 90.0 * sign - (chase_tikz_rare (arrow)->in + spread));
}

static void
append_number (GString *out, const char *before, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (out, "%s%s", before,
                          g_ascii_formatd (buffer, sizeof buffer, "%.6g", value));
}

/* `in` and `out` lie to both sides of the way in which the loop lies. */
void
chase_tikz_write_loop (const ChaseStyle *style, GString *out)
{
  double sign = style->radius < 0.0 ? -1.0 : 1.0;
  double size = (fabs (style->radius) - 1.0) / 2.0;
  double base = 180.0 - 90.0 * sign - style->angle;
  double spread = 30.0 + 5.0 * size;
  double angles[2] = { fmod (base - spread * sign, 360.0), fmod (base + spread * sign, 360.0) };

  for (guint i = 0; i < 2; i++)
    {
      angles[i] += angles[i] < 0.0 ? 360.0 : 0.0;
      angles[i] = round (1000.0 * angles[i]) / 1000.0 + 0.0;
    }
  g_string_append (out, out->len > 0 ? ", loop" : "loop");
  append_number (out, ", in=", angles[0]);
  append_number (out, ", out=", angles[1]);
  append_number (out, ", distance=", round (1000.0 * (5.0 + 5.0 * size)) / 1000.0);
  g_string_append (out, "mm");
}
