/* SPDX-License-Identifier: MIT */
#include "model/outline-words.h"
#include "model/style.h"

static void
test_extras (void)
{
  g_autoptr (ChaseStyle) style = chase_style_new ();

  chase_style_remove_extra (style, "outline");
  chase_style_set_extra (style, "outline", "circle");
  chase_style_set_extra (style, "outlinestyle", "dashed");
  chase_style_remove_extra (style, "outline");
  g_assert_null (chase_style_get_extra (style, "outline"));
  g_assert_cmpstr (chase_style_get_extra (style, "outlinestyle"), ==, "dashed");
  chase_style_remove_extra (style, "outlinestyle");
  g_assert_true (chase_style_is_default (style));
}

/* Read and written again; of colours by hue, what they are in red, green and blue. */
static void
test_hex (void)
{
  static const char *const cases[][2]
      = { { "#012fed", "#012fed" }, { "#fff", "#ffffff" }, { "#A0b1C2", "#a0b1c2" } };
  ChaseColour hue = { .kind = CHASE_COLOUR_HSL, .values = { 120, 100, 25 }, .alpha = 0.5 };
  g_autofree char *green = chase_colour_to_hex (&hue);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ChaseColour colour;
      g_autofree char *digits = NULL;

      g_assert_true (chase_colour_parse_hex (cases[i][0], &colour));
      digits = chase_colour_to_hex (&colour);
      g_assert_cmpstr (digits, ==, cases[i][1]);
    }
  g_assert_cmpstr (green, ==, "#008000");
}

static void
test_outline_words (void)
{
  g_assert_cmpstr (chase_outline_find (chase_outline_shapes (), "circle"), ==, "circle");
  g_assert_null (chase_outline_find (chase_outline_shapes (), "dashed"));
  g_assert_null (chase_outline_find (chase_outline_lines (), "solid"));
  g_assert_null (chase_outline_find (chase_outline_lines (), NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/style/extras", test_extras);
  g_test_add_func ("/style/hex", test_hex);
  g_test_add_func ("/style/outline-words", test_outline_words);
  return g_test_run ();
}
