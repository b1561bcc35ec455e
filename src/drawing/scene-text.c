/* SPDX-License-Identifier: MIT */
#include "drawing/scene.h"

#include <math.h>

static const char *const role_words[CHASE_N_ROLES]
    = { "backdrop", "frame", "body", "head", "label", "placeholder", "mark" };

static void
put_number (GString *text, double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (fabs (number) < 0.005)
    number = 0;
  g_ascii_formatd (buffer, sizeof buffer, "%.2f", number);
  g_string_append_c (text, ' ');
  g_string_append (text, buffer);
}

static void
put_path (GString *text, const ChaseSceneItem *item)
{
  static const char letters[] = "MLCZ";
  static const guint counts[] = { 1, 1, 3, 0 };
  const ChasePoint *point = item->points;

  for (guint i = 0; i < item->n_verbs; i++)
    {
      g_string_append_c (text, ' ');
      g_string_append_c (text, letters[item->verbs[i]]);
      for (guint k = 0; k < counts[item->verbs[i]]; k++, point++)
        {
          put_number (text, point->x);
          put_number (text, point->y);
        }
    }
}

static void
put_glyphs (GString *text, const ChaseSceneItem *item)
{
  g_string_append_printf (text, " font %u size", item->font);
  put_number (text, item->size);
  if (item->angle != 0)
    {
      g_string_append (text, " angle");
      put_number (text, item->angle);
    }
  for (guint i = 0; i < item->n_glyphs; i++)
    {
      g_string_append_printf (text, " g%u", item->glyphs[i].glyph);
      put_number (text, item->glyphs[i].x);
      put_number (text, item->glyphs[i].y);
    }
}

static void
put_item (GString *text, const ChaseSceneItem *item)
{
  g_string_append (text, role_words[item->role]);
  if (item->cell != CHASE_NO_CELL)
    g_string_append_printf (text, " cell %u", item->cell);
  if (item->mark != G_MAXUINT32)
    g_string_append_printf (text, " mark %u", item->mark);
  g_string_append_printf (text, " #%08x", item->paint.rgba);
  if (item->n_glyphs > 0)
    {
      put_glyphs (text, item);
      g_string_append_c (text, '\n');
      return;
    }
  if (item->paint.width > 0)
    {
      g_string_append (text, " stroke");
      put_number (text, item->paint.width);
      g_string_append (text, item->paint.cap == CHASE_CAP_ROUND ? " round" : " butt");
    }
  else
    g_string_append (text, " fill");
  put_path (text, item);
  g_string_append_c (text, '\n');
}

char *
chase_scene_to_text (const ChaseScene *scene)
{
  GString *text = g_string_new ("bounds");
  ChaseRect bounds = chase_scene_get_bounds (scene);

  put_number (text, bounds.x);
  put_number (text, bounds.y);
  put_number (text, bounds.width);
  put_number (text, bounds.height);
  g_string_append_c (text, '\n');
  for (guint i = 0; i < chase_scene_n_items (scene); i++)
    put_item (text, chase_scene_get_item (scene, i));
  return g_string_free (text, FALSE);
}
