/* SPDX-License-Identifier: MIT */
/* The window in another language than English: CHASE_LANGUAGE says which. */
#include "gui.h"

#include "app/gallery.h"

#define WIDTH 1000 /* of the window as it opens */
#define HEIGHT 700

static gboolean
is_chinese (void)
{
  return g_str_equal (g_getenv ("CHASE_LANGUAGE"), "zh_CN");
}

static gboolean
has_han (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_get_script (g_utf8_get_char (p)) == G_UNICODE_SCRIPT_HAN)
      return TRUE;
  return FALSE;
}

static void
look (const char *name)
{
  g_autofree char *picture = g_strconcat (g_getenv ("CHASE_LANGUAGE"), "-", name, NULL);
  int width, height;

  gui_settle ();
  gui_look_through (GTK_WIDGET (gui_window ()));
  gtk_widget_measure (GTK_WIDGET (gui_window ()), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL,
                      NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (gui_window ()), GTK_ORIENTATION_VERTICAL, WIDTH, &height, NULL,
                      NULL, NULL);
  g_assert_cmpint (width, <=, WIDTH);
  g_assert_cmpint (height, <=, HEIGHT);
  gui_shoot (picture);
}

/* A popover is a surface of its own. */
static void
shoot_popover (GtkWidget *button, const char *name)
{
  g_autofree char *picture = g_strconcat (g_getenv ("CHASE_LANGUAGE"), "-", name, NULL);

  gui_shoot_widget (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button))), picture);
}

static GtkWidget *
find_menu_button (GtkWidget *widget)
{
  if (GTK_IS_MENU_BUTTON (widget) && gtk_menu_button_get_primary (GTK_MENU_BUTTON (widget)))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_menu_button (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_document (void)
{
  return !chase_window_is_starting (gui_window ());
}

/* The words of the window, in this language. */
static void
test_start (void)
{
  g_autoptr (GPtrArray) chapters = NULL;
  const ChaseChapter *chapter;
  const ChaseLesson *lesson;
  g_autofree char *help = NULL;

  gui_start_page ();
  for (guint i = 0; i < 30; i++)
    gui_settle ();
  look ("start");
  chapters = chase_gallery_load ();
  chapter = g_ptr_array_index (chapters, 0);
  lesson = g_ptr_array_index (chapter->lessons, 1);
  g_assert_true (has_han (chapter->title) == is_chinese ());
  g_assert_true (has_han (lesson->title) == is_chinese ());
  help = gui_help ();
  g_assert_nonnull (
      strstr (help, is_chinese () ? "/help/zh_CN/index.html" : "/help/en/index.html"));
  gui_type ("attention");
  gui_key ("Return");
  gui_wait (is_document, "the document");
  gui_stop ();
}

static void
test_document (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("CHASE_SOURCE_ROOT"), "assets", "gallery",
                                            "34-pullbacks.chase", NULL);
  const char *paths[] = { path, NULL };

  gui_start (paths);
  g_assert_cmpint (gui_verdicts ()->whole, ==, CHASE_WHOLE_HOLDS);
  for (guint i = 0; i < 10; i++)
    gui_settle ();
  look ("document");
  if (is_chinese ())
    {
      g_assert_cmpstr (gtk_label_get_label (gui_window ()->verdict_label), ==, "交换");
      g_assert_true (has_han (gtk_label_get_label (gui_window ()->verdict_reason)));
      g_assert_null (strstr (gtk_label_get_label (gui_window ()->verdict_reason), "paths"));
    }
  else
    g_assert_cmpstr (gtk_label_get_label (gui_window ()->verdict_label), !=, "Commutes");
  gui_key ("Alt_L+Return");
  gui_click (0, 0, 1);
  look ("inspector");
  gui_key ("Alt_L+Return");
  gtk_menu_button_popup (GTK_MENU_BUTTON (gui_window ()->verdict));
  for (guint i = 0; i < 20; i++)
    gui_settle ();
  look ("verdict");
  shoot_popover (gui_window ()->verdict, "verdict-popover");
  gtk_menu_button_popdown (GTK_MENU_BUTTON (gui_window ()->verdict));
  gui_settle ();
  gui_key ("F10");
  for (guint i = 0; i < 20; i++)
    gui_settle ();
  look ("menu");
  shoot_popover (find_menu_button (GTK_WIDGET (gui_window ())), "menu-popover");
  gui_stop ();
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  gui_speak ();
  g_test_add_func ("/gui/language/start", test_start);
  g_test_add_func ("/gui/language/document", test_document);
  return g_test_run ();
}
