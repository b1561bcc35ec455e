/* SPDX-License-Identifier: MIT */
#include "small-category.h"

#include <string.h>

static ChaseProperty
properties_of (const char *text)
{
  ChaseProperty p = CHASE_PROPERTY_NONE;

  for (; *text != ']'; text++)
    p |= *text == 'm'   ? CHASE_PROPERTY_MONO
         : *text == 'e' ? CHASE_PROPERTY_EPI
         : *text == 'i' ? CHASE_PROPERTY_ISO
         : *text == 'd' ? CHASE_PROPERTY_IDEMPOTENT
         : *text == 's' ? CHASE_PROPERTY_SPLIT_MONO
                        : CHASE_PROPERTY_SPLIT_EPI;
  return p;
}

static void
add_arrow (ChasePresentation *presentation, const char *text)
{
  ChaseProperty properties = CHASE_PROPERTY_NONE;
  g_auto (GStrv) parts = NULL;
  g_autoptr (ChaseName) name = NULL;

  if (text[0] == '[')
    {
      properties = properties_of (text + 1);
      text = strchr (text, ']') + 1;
    }
  parts = g_strsplit_set (text, ":>", -1);
  name = chase_name_new (parts[0]);
  chase_presentation_add_arrow (
      presentation, name, chase_presentation_find_object (presentation, parts[1]),
      chase_presentation_find_object (presentation, parts[2]), properties);
}

GArray *
small_path (ChasePresentation *presentation, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, " ", -1);
  GArray *letters = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; parts[i] != NULL; i++)
    if (parts[i][0] != '\0')
      {
        guint32 letter = chase_presentation_find_arrow (presentation, parts[i]);

        g_assert_cmpuint (letter, !=, G_MAXUINT32);
        g_array_append_val (letters, letter);
      }
  return letters;
}

ChaseWord
small_word (const GArray *letters)
{
  return (ChaseWord){ (const guint32 *)(gconstpointer)letters->data, letters->len };
}

static void
add_equation (ChasePresentation *presentation, const char *text)
{
  g_auto (GStrv) sides = g_strsplit (text, "=", 2);
  g_autoptr (GArray) left = small_path (presentation, sides[0]);
  g_autoptr (GArray) right = small_path (presentation, sides[1]);
  guint32 first = g_array_index (left->len > 0 ? left : right, guint32, 0);

  chase_presentation_add_equation (presentation,
                                   chase_presentation_arrow (presentation, first)->source,
                                   small_word (left), small_word (right), NULL, 0);
}

ChasePresentation *
small_category (const char *objects, const char *arrows, const char *equations)
{
  ChasePresentation *presentation = chase_presentation_new ();
  g_auto (GStrv) names = g_strsplit (objects, " ", -1);
  g_auto (GStrv) texts = g_strsplit (arrows, " ", -1);
  g_auto (GStrv) laws = g_strsplit (equations, "/", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (ChaseName) name = chase_name_new (names[i]);

      chase_presentation_add_object (presentation, name);
    }
  for (guint i = 0; texts[i] != NULL; i++)
    if (texts[i][0] != '\0')
      add_arrow (presentation, texts[i]);
  for (guint i = 0; laws[i] != NULL; i++)
    if (strchr (laws[i], '=') != NULL)
      add_equation (presentation, laws[i]);
  return presentation;
}
