/* SPDX-License-Identifier: MIT */
#include "drawing/caption.h"

/* What a class reads under a motion. */

static void
test_markup (void)
{
  static const char *const pairs[][2] = {
    { "h ∘ f = k ∘ g", "h ∘ f = k ∘ g" },
    { "α_Y ∘ F(f)", "α<sub>Y</sub> ∘ F(f)" },
    { "α_Y⁻¹", "α<sub>Y</sub>⁻¹" },
    { "1_LX = ε_12", "1<sub>LX</sub> = ε<sub>12</sub>" },
    { "x_", "x_" },
    { "_ & __", "_ &amp; __" },
    { "a_<b>", "a_&lt;b&gt;" },
    { "译_文", "译<sub>文</sub>" },
    { "!_⌀ ∘ x", "!<sub>⌀</sub> ∘ x" },
    { "f_(one model) = g_(A(BC)D) h", "f<sub>one model</sub> = g<sub>A(BC)D</sub> h" },
    { "f_() g_(A", "f_() g_(A" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *markup = chase_caption_to_markup (pairs[i][0]);

      g_assert_cmpstr (markup, ==, pairs[i][1]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drawing/caption/markup", test_markup);
  return g_test_run ();
}
