/* SPDX-License-Identifier: MIT */
#include "drawing/lesson.h"

#include "drawing/acts.h"
#include "drawing/caption.h"
#include "drawing/motion-kinds.h"
#include "drawing/source.h"
#include "lesson-data.h"

#include <string.h>

#include "i18n.h"

/* What every part of the page needs. */
typedef struct
{
  ChaseFonts *fonts;
  ChaseMacros *macros;
  ChaseExportOptions options;
  GString *html;
} Writer;

static void
append_escaped (GString *html, const char *text, gsize length)
{
  g_autofree char *escaped = g_markup_escape_text (text, (gssize)length);

  g_string_append (html, escaped);
}

/* How long @line is until it becomes Chinese, as in "A square · 方块", or ends. */
static gsize
length_to_chinese (const char *line)
{
  const char *at = line;

  while (*at != '\0' && *at != '\n'
         && g_unichar_get_script (g_utf8_get_char (at)) != G_UNICODE_SCRIPT_HAN)
    at = g_utf8_next_char (at);
  return (gsize)(at - line);
}

/* A text of the document: where it is Chinese and the page is not, the browser is told. */
static void
append_words (GString *html, const char *text)
{
  gboolean told = g_str_has_prefix (chase_describe_language (), "zh");

  for (const char *next; *text != '\0'; text = next)
    {
      gsize length = strcspn (text, "\n"), plain = told ? length : length_to_chinese (text);

      append_escaped (html, text, plain);
      if (plain < length)
        {
          g_string_append (html, "<span lang=\"zh-CN\">");
          append_escaped (html, text + plain, length - plain);
          g_string_append (html, "</span>");
        }
      next = text + length;
      if (*next == '\n')
        {
          g_string_append_c (html, '\n');
          next++;
        }
    }
}

/* The part @name of the program's data, as it stands. */
static void
append_data (GString *html, const char *name)
{
  g_autofree char *path = g_strconcat ("/arrowchase/lesson/", name, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (chase_lesson_get_resource (), path,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gsize size;
  const char *text;

  g_assert (bytes != NULL);
  text = g_bytes_get_data (bytes, &size);
  g_string_append_len (html, text, (gssize)size);
}

static void
append_head (Writer *writer)
{
  const char *title = writer->options.title != NULL ? writer->options.title : _ ("Diagrams");
  GString *html = writer->html;

  g_string_append_printf (html,
                          "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
                          "<meta name=\"viewport\" content=\"width=device-width, "
                          "initial-scale=1\">\n<meta name=\"generator\" content=\"Arrowchase\">\n",
                          chase_describe_language ());
  g_string_append (html, "<title>");
  append_escaped (html, title, strlen (title));
  g_string_append (html, "</title>\n<style>\n");
  append_data (html, "lesson.css");
  g_string_append (html, "</style>\n</head>\n<body>\n<main>\n<h1>");
  append_words (html, title);
  g_string_append (html, "</h1>\n");
}

/* The paragraphs of a text that is not empty. */
static void
append_notes (GString *html, const char *class, const char *notes)
{
  if (notes == NULL || *notes == '\0')
    return;
  g_string_append_printf (html, "<p class=\"%s\">", class);
  append_words (html, notes);
  g_string_append (html, "</p>\n");
}

static void
append_page_head (Writer *writer, const ChaseExportPage *page)
{
  const ChaseItem *item = page->diagram->item;
  const char *title = chase_export_page_title (page);

  if (title != NULL)
    {
      g_string_append (writer->html, "<h2>");
      append_words (writer->html, title);
      g_string_append (writer->html, "</h2>\n");
    }
  if (item != NULL)
    {
      g_autofree char *notes = chase_comments_to_text (&item->comments);

      append_notes (writer->html, "notes", notes);
    }
}

/* A picture with its description. */
static void
append_figure (Writer *writer, const char *attributes, const char *svg, gsize size,
               const char *words)
{
  g_autofree char *code = g_base64_encode ((const guchar *)svg, size);
  g_autofree char *caption = chase_caption_to_markup (words);

  g_string_append_printf (writer->html, "<figure%s>\n<img alt=\"", attributes);
  append_escaped (writer->html, words, strlen (words));
  g_string_append_printf (writer->html, "\" src=\"data:image/svg+xml;base64,%s\">\n<figcaption>",
                          code);
  g_string_append (writer->html, caption);
  g_string_append (writer->html, "</figcaption>\n</figure>\n");
}

/* As an image the picture keeps its names to itself: several SVGs in one page would share theirs.
 */
static gboolean
append_step (Writer *writer, const ChaseExportPage *page, guint step, guint last, GError **error)
{
  ChaseExportOptions options = writer->options;
  g_autofree char *words = NULL;
  g_autoptr (GBytes) svg = NULL;

  options.step = step;
  options.source = NULL;
  svg = chase_export (CHASE_EXPORT_SVG, page, 1, writer->fonts, writer->macros, &options, error);
  if (svg == NULL)
    return FALSE;
  words = chase_describe_step (page->diagram, writer->fonts, writer->macros, step, page->marks,
                               step == last ? page->n_marks : 0);
  append_figure (writer, "", g_bytes_get_data (svg, NULL), g_bytes_get_size (svg), words);
  return TRUE;
}

/* What is told of the diagram: a picture that moves, and says in words what it shows. */
static void
append_tale (Writer *writer, const ChaseExportPage *page, const ChaseTale *tale)
{
  ChaseExportOptions options = writer->options;
  g_autofree char *words = chase_tale_describe (tale, writer->fonts, writer->macros);
  g_autofree char *svg = NULL;

  options.source = NULL;
  svg = chase_acts_animate_tale (page, tale, writer->fonts, writer->macros, &options);
  if (svg != NULL)
    append_figure (writer, " class=\"moving\"", svg, strlen (svg), words);
}

static gboolean
append_page (Writer *writer, const ChaseExportPage *page, GError **error)
{
  g_autoptr (GArray) steps = chase_diagram_list_steps (page->diagram);
  guint last = g_array_index (steps, guint, steps->len - 1);

  g_string_append (writer->html, "<section>\n");
  append_page_head (writer, page);
  for (guint i = 0; i < steps->len; i++)
    if (!append_step (writer, page, g_array_index (steps, guint, i), last, error))
      return FALSE;
  for (guint i = 0; page->tales != NULL && i < page->tales->len; i++)
    append_tale (writer, page, g_ptr_array_index (page->tales, i));
  g_string_append (writer->html, "</section>\n");
  return TRUE;
}

/* What the page says by itself, in the language of the browser that shows it: English, or Chinese
 * where that is asked. */
typedef struct
{
  const char *action;
  const char *face, *words;
  const char *chinese_face, *chinese_words;
} Button;

static void
append_button (GString *html, const Button *button)
{
  g_string_append_printf (
      html,
      "<button type=\"button\" data-action=\"%s\" title=\"%s\" aria-label=\"%s\" "
      "data-zh-face=\"%s\" data-zh=\"%s\">%s</button>\n",
      button->action, button->words, button->words, button->chinese_face, button->chinese_words,
      button->face);
}

static void
append_foot (Writer *writer)
{
  static const Button buttons[] = {
    { "back", "←", "Back (←)", "←", "后退（←）" },
    { "next", "→", "Next (→ or space)", "→", "前进（→ 或空格）" },
    { "all", "All", "All pictures on one page (O)", "全部", "所有图在一页上（O）" },
    { "with-notes", "Notes", "Notes (N)", "备注", "备注（N）" },
    { "dark", "◐", "Light or dark (D)", "◐", "浅色或深色（D）" },
    { "full", "Full", "The whole screen (F)", "全屏", "全屏（F）" },
  };
  GString *html = writer->html;

  if (writer->options.source != NULL)
    chase_source_append_html (html, writer->options.source);
  g_string_append (html, "</main>\n<nav aria-label=\"Steps\" data-zh=\"步骤\">\n");
  append_button (html, &buttons[0]);
  g_string_append (html, "<output aria-live=\"polite\"></output>\n");
  for (guint i = 1; i < G_N_ELEMENTS (buttons); i++)
    append_button (html, &buttons[i]);
  g_string_append (html, "</nav>\n<script>\n");
  append_data (html, "lesson.js");
  g_string_append (html, "</script>\n</body>\n</html>\n");
}

GBytes *
chase_lesson_export (const ChaseExportPage *pages, guint n_pages, ChaseFonts *fonts,
                     ChaseMacros *macros, const ChaseExportOptions *options, GError **error)
{
  Writer writer = { fonts, macros, *options, NULL };
  gsize length;

  g_return_val_if_fail (pages != NULL && n_pages > 0 && fonts != NULL, NULL);
  writer.html = g_string_new (NULL);
  writer.options.theme = CHASE_THEME_LIGHT;
  append_head (&writer);
  append_notes (writer.html, "notes whole", writer.options.notes);
  for (guint i = 0; i < n_pages; i++)
    if (!append_page (&writer, &pages[i], error))
      {
        g_string_free (writer.html, TRUE);
        return NULL;
      }
  append_foot (&writer);
  length = writer.html->len;
  return g_bytes_new_take (g_string_free (writer.html, FALSE), length);
}
