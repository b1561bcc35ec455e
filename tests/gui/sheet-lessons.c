/* SPDX-License-Identifier: MIT */
/*
 * Every step of every lesson of the gallery as a class sees it, in light and in dark, and each of
 * its moving pictures halfway: for tools/lesson-sheets. The names of lessons after the program's
 * own choose among them.
 */
#include "app/show-private.h"
#include "app/stage-private.h"
#include "gui.h"

static gboolean
has_show (void)
{
  return gui_show () != NULL && chase_show_get_stage (gui_show ())->placed;
}

static gboolean
has_no_show (void)
{
  return gui_show () == NULL;
}

static gboolean
knows_all (void)
{
  return chase_deck_is_complete (chase_show_get_deck (gui_show ()));
}

static void
shoot (const char *lesson, const char *theme, const char *what)
{
  g_autofree char *name = g_strdup_printf ("%s-%s-%s", lesson, theme, what);

  gui_shoot_widget (GTK_WIDGET (gui_show ()), name);
}

/* What is told of the page that is shown, halfway. */
static void
shoot_tales (const char *lesson, const char *theme)
{
  ChaseShow *window = gui_show ();
  ChasePlace place = chase_show_get_place (window);
  const ChaseSlide *slide = chase_deck_get_slide (chase_show_get_deck (window), place.slide);

  for (guint i = 0; slide->tales != NULL && i < slide->tales->len; i++)
    {
      g_autofree char *what = g_strdup_printf ("%u-%02u-tale-%u", place.slide, place.step, i);

      gui_key ("p");
      if (chase_stage_get_motion (window->stage) == NULL)
        continue;
      chase_stage_scrub (window->stage, 0.4);
      shoot (lesson, theme, what);
      chase_stage_scrub (window->stage, 1);
    }
  if (slide->tales != NULL && slide->tales->len > 0)
    chase_show_stop (window);
}

static void
shoot_places (const char *lesson, const char *theme)
{
  ChaseDeck *deck = chase_show_get_deck (gui_show ());
  ChasePlace place = { 0, 0 };

  do
    {
      g_autofree char *what = g_strdup_printf ("%u-%02u", place.slide, place.step);

      chase_show_go_to (gui_show (), place);
      if (chase_stage_get_motion (chase_show_get_stage (gui_show ())) != NULL)
        chase_show_stop (gui_show ());
      shoot (lesson, theme, what);
      if (place.step == chase_deck_get_slide (deck, place.slide)->last)
        shoot_tales (lesson, theme);
    }
  while (chase_deck_next (deck, &place));
}

static void
shoot_lesson (gconstpointer data)
{
  const char *name = data;
  g_autofree char *file = g_strconcat (name, ".chase", NULL);
  g_autofree char *path
      = g_build_filename (g_getenv ("CHASE_SOURCE_ROOT"), "assets", "gallery", file, NULL);
  const char *paths[] = { path, NULL };

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  gui_start (paths);
  gui_key ("F5");
  gui_wait (has_show, "the presentation");
  gui_focus (GTK_WIDGET (gui_show ()));
  gui_wait (knows_all, "what is told");
  shoot_places (name, "light");
  gui_key ("d");
  shoot_places (name, "dark");
  gui_key ("Escape");
  gui_wait (has_no_show, "the end");
  gui_stop ();
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  gui_speak ();
  for (int i = 1; i < argc; i++)
    {
      g_autofree char *path = g_strconcat ("/lesson/", argv[i], NULL);

      g_test_add_data_func (path, argv[i], shoot_lesson);
    }
  return g_test_run ();
}
