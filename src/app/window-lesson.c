/* SPDX-License-Identifier: MIT */
#include "app/deck.h"
#include "app/window-private.h"
#include "drawing/export.h"
#include "engine/tale.h"
#include "notation/notation.h"

#include <glib/gi18n.h>

#include <string.h>

/*
 * The whole document as one page that steps and plays in a browser. The deck works out what is
 * computed and what is told; the page is written when it has.
 */
typedef struct
{
  ChaseWindow *window;
  ChaseDeck *deck;
  GFile *file;
  char *source;
  char *title;
  gulong handler;
} Lesson;

static void
lesson_free (Lesson *lesson)
{
  g_clear_signal_handler (&lesson->handler, lesson->deck);
  chase_deck_close (lesson->deck);
  g_object_unref (lesson->deck);
  g_object_unref (lesson->window);
  g_object_unref (lesson->file);
  g_free (lesson->source);
  g_free (lesson->title);
  g_free (lesson);
}

/* The slides tell of their question marks; the page has the names, in the pictures and in what is
 * told of them. */
static GBytes *
make_page (Lesson *lesson, GError **error)
{
  g_autoptr (GArray) pages = g_array_new (FALSE, TRUE, sizeof (ChaseExportPage));
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  ChaseExportOptions options;

  for (guint i = 0; i < chase_deck_n_slides (lesson->deck); i++)
    {
      const ChaseSlide *slide = chase_deck_get_slide (lesson->deck, i);
      ChaseExportPage page
          = { .diagram = slide->plain, .theory = chase_deck_get_theory (lesson->deck) };

      if (slide->plain == NULL)
        continue;
      g_ptr_array_add (kept, chase_tales (chase_deck_get_theory (lesson->deck), slide->item,
                                          slide->plain, slide->faces));
      page.tales = g_ptr_array_index (kept, kept->len - 1);
      g_array_append_val (pages, page);
    }
  if (pages->len == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           _ ("There is no diagram to present"));
      return NULL;
    }
  chase_export_options_init (&options);
  options.source = lesson->source;
  options.title = lesson->title;
  return chase_export (CHASE_EXPORT_HTML, (const ChaseExportPage *)(gpointer)pages->data,
                       pages->len, chase_deck_get_fonts (lesson->deck),
                       chase_deck_get_macros (lesson->deck), &options, error);
}

static void
write_when_done (Lesson *lesson)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (!chase_deck_is_complete (lesson->deck))
    return;
  bytes = make_page (lesson, &error);
  if (bytes != NULL)
    chase_window_store_export (lesson->window, lesson->file, bytes);
  else
    chase_window_toast (lesson->window, error->message);
  lesson_free (lesson);
}

void
chase_window_export_lesson (ChaseWindow *window, GFile *file)
{
  ChaseSession *session = chase_window_get_session (window);
  ChaseDocument *document = chase_session_get_document (session);
  Lesson *lesson = g_new0 (Lesson, 1);
  char *dot;

  lesson->window = g_object_ref (window);
  lesson->file = g_object_ref (file);
  lesson->deck = chase_deck_new (document, window->fonts);
  lesson->source = chase_notation_print (document, CHASE_NOTATION_ASCII);
  lesson->title = chase_session_dup_title (session);
  dot = strrchr (lesson->title, '.');
  if (dot != NULL && dot != lesson->title)
    *dot = '\0';
  lesson->handler
      = g_signal_connect_swapped (lesson->deck, "changed", G_CALLBACK (write_when_done), lesson);
  write_when_done (lesson);
}
