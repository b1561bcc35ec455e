/* SPDX-License-Identifier: MIT */
#include "app/gallery.h"

#include "model/problem.h"
#include "notation/notation.h"

#include <gio/gio.h>
#include <string.h>

#define FOLDER "/io/github/arrowchase/Arrowchase/gallery/"

static void
lesson_free (gpointer data)
{
  ChaseLesson *lesson = data;

  g_free (lesson->name);
  g_free (lesson->title);
  g_free (lesson->words);
  g_bytes_unref (lesson->source);
  g_free (lesson);
}

static void
chapter_free (gpointer data)
{
  ChaseChapter *chapter = data;

  g_free (chapter->title);
  g_free (chapter->note);
  g_ptr_array_unref (chapter->lessons);
  g_free (chapter);
}

static GBytes *
look_up (const char *file)
{
  g_autofree char *path = g_strconcat (FOLDER, file, NULL);
  GBytes *bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert (bytes != NULL);
  return bytes;
}

static gboolean
is_chinese_wanted (void)
{
  return g_str_has_prefix (g_get_language_names ()[0], "zh");
}

/* "# English. 中文": one of the two. A full stop stands between them and is not shown. */
static char *
title_of (const char *line, gboolean chinese)
{
  const char *from = line + strspn (line, "# ");
  const char *split = from;
  char *english;

  while (*split != '\0' && g_unichar_get_script (g_utf8_get_char (split)) != G_UNICODE_SCRIPT_HAN)
    split = g_utf8_next_char (split);
  if (chinese && *split != '\0')
    return g_strdup (split);
  english = g_strchomp (g_strndup (from, (gsize)(split - from)));
  if (g_str_has_suffix (english, "."))
    english[strlen (english) - 1] = '\0';
  return english;
}

/* The comments at the top: titles, and what is said in both languages. */
static char *
words_of (const char *text)
{
  GString *words = g_string_new (NULL);
  g_autofree char *folded = NULL;

  while (*text == '#')
    {
      const char *end = text + strcspn (text, "\n");

      g_string_append_len (words, text + 1, end - text - 1);
      text = *end != '\0' ? end + 1 : end;
    }
  folded = g_utf8_casefold (words->str, -1);
  g_string_assign (words, folded);
  return g_string_free (words, FALSE);
}

static ChaseLesson *
read_lesson (const char *name)
{
  ChaseLesson *lesson = g_new0 (ChaseLesson, 1);
  g_autofree char *file = g_strconcat (name, ".chase", NULL);
  g_autofree char *text = NULL;
  g_autofree char *line = NULL;
  gsize size;
  const char *data;

  lesson->name = g_strdup (name);
  lesson->source = look_up (file);
  data = g_bytes_get_data (lesson->source, &size);
  text = g_strndup (data, size);
  line = g_strndup (text, strcspn (text, "\n"));
  lesson->title = title_of (line, is_chinese_wanted ());
  lesson->words = words_of (text);
  return lesson;
}

static ChaseChapter *
read_chapter (GKeyFile *contents, const char *group)
{
  ChaseChapter *chapter = g_new0 (ChaseChapter, 1);
  g_auto (GStrv) names = g_key_file_get_string_list (contents, group, "Documents", NULL, NULL);

  chapter->title = g_key_file_get_locale_string (contents, group, "Title", NULL, NULL);
  chapter->note = g_key_file_get_locale_string (contents, group, "Note", NULL, NULL);
  chapter->lessons = g_ptr_array_new_with_free_func (lesson_free);
  for (guint i = 0; names[i] != NULL; i++)
    g_ptr_array_add (chapter->lessons, read_lesson (names[i]));
  return chapter;
}

GPtrArray *
chase_gallery_load (void)
{
  GPtrArray *chapters = g_ptr_array_new_with_free_func (chapter_free);
  g_autoptr (GKeyFile) contents = g_key_file_new ();
  g_autoptr (GBytes) bytes = look_up ("contents.ini");
  g_auto (GStrv) groups = NULL;

  g_key_file_load_from_bytes (contents, bytes, G_KEY_FILE_NONE, NULL);
  groups = g_key_file_get_groups (contents, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    g_ptr_array_add (chapters, read_chapter (contents, groups[i]));
  return chapters;
}

ChaseDocument *
chase_lesson_read (const ChaseLesson *lesson)
{
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  gsize size;
  const char *text = g_bytes_get_data (lesson->source, &size);

  return chase_notation_parse (text, size, problems);
}

gboolean
chase_lesson_matches (const ChaseLesson *lesson, const char *query)
{
  g_autofree char *folded = g_utf8_casefold (query, -1);
  g_auto (GStrv) words = g_strsplit_set (folded, " \t", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (lesson->words, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

const ChaseLesson *
chase_gallery_find (GPtrArray *chapters, const char *name)
{
  for (guint i = 0; i < chapters->len; i++)
    {
      const ChaseChapter *chapter = g_ptr_array_index (chapters, i);

      for (guint k = 0; k < chapter->lessons->len; k++)
        {
          const ChaseLesson *lesson = g_ptr_array_index (chapter->lessons, k);

          if (g_str_equal (lesson->name, name))
            return lesson;
        }
    }
  return NULL;
}
