/* SPDX-License-Identifier: MIT */
#include "drawing/sticker.h"

#include <math.h>

/* How far a glyph's ink reaches, in ems. */
typedef struct
{
  gint64 key;
  ChaseSupport support;
} ChaseGlyphReach;

void
chase_sticker_maker_init (ChaseStickerMaker *maker, ChaseFonts *fonts, ChaseMacros *macros,
                          ChaseLabelCache *labels)
{
  maker->owns_labels = labels == NULL;
  maker->labels = labels != NULL ? labels : chase_label_cache_new (fonts, macros);
  maker->glyphs = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
}

void
chase_sticker_maker_finish (ChaseStickerMaker *maker)
{
  if (maker->owns_labels)
    chase_label_cache_free (maker->labels);
  g_hash_table_unref (maker->glyphs);
}

static const ChaseSupport *
glyph_reach (ChaseStickerMaker *maker, ChaseFonts *fonts, guint font, guint32 glyph)
{
  gint64 key = ((gint64)font << 32) | glyph;
  ChaseGlyphReach *reach = g_hash_table_lookup (maker->glyphs, &key);
  const ChaseOutline *outline;

  if (reach != NULL)
    return &reach->support;
  reach = g_new (ChaseGlyphReach, 1);
  reach->key = key;
  chase_support_init (&reach->support);
  outline = chase_fonts_get_outline (fonts, font, glyph);
  for (guint i = 0; i < outline->n_segments; i++)
    {
      const ChaseSegment *segment = &outline->segments[i];
      /* Fonts have points at the extremes of their curves: the ends of segments are enough. */
      guint last = segment->kind == CHASE_SEGMENT_CUBIC  ? 2
                   : segment->kind == CHASE_SEGMENT_QUAD ? 1
                                                         : 0;

      if (segment->kind != CHASE_SEGMENT_CLOSE)
        chase_support_add (&reach->support,
                           chase_point (segment->points[last].x, segment->points[last].y));
    }
  g_hash_table_insert (maker->glyphs, &reach->key, reach);
  return &reach->support;
}

static void
add_rule (ChaseSupport *support, const ChaseLabelRule *rule)
{
  chase_support_add (support, chase_point (rule->x, rule->y));
  chase_support_add (support, chase_point (rule->x + rule->width, rule->y));
  chase_support_add (support, chase_point (rule->x, rule->y + rule->height));
  chase_support_add (support, chase_point (rule->x + rule->width, rule->y + rule->height));
}

/* The reach of the whole label around its own origin. */
static void
label_reach (ChaseStickerMaker *maker, ChaseLabel *label, ChaseSupport *support)
{
  ChaseFonts *fonts = chase_label_get_fonts (label);
  guint n_glyphs, n_rules;
  const ChaseLabelGlyph *glyphs = chase_label_get_glyphs (label, &n_glyphs);
  const ChaseLabelRule *rules = chase_label_get_rules (label, &n_rules);

  chase_support_init (support);
  for (guint i = 0; i < n_glyphs; i++)
    chase_support_add_moved (support, glyph_reach (maker, fonts, glyphs[i].font, glyphs[i].glyph),
                             chase_point (glyphs[i].x, glyphs[i].y), glyphs[i].size);
  for (guint i = 0; i < n_rules; i++)
    add_rule (support, &rules[i]);
}

static void
note_problems (GPtrArray *all, const ChaseLabel *label)
{
  guint n;
  const ChaseLabelProblem *problems = chase_label_get_problems (label, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = problems[i].kind == CHASE_LABEL_PROBLEM_UNKNOWN_MACRO
                                  ? g_strconcat ("\\", problems[i].what, NULL)
                                  : chase_label_problem_to_string (&problems[i]);

      if (!g_ptr_array_find_with_equal_func (all, text, g_str_equal, NULL))
        g_ptr_array_add (all, g_steal_pointer (&text));
    }
}

void
chase_sticker_init (ChaseSticker *sticker, ChaseStickerMaker *maker, const char *tex, double size)
{
  ChaseSupport reach;
  ChaseRect box;

  *sticker = (ChaseSticker){ 0 };
  chase_support_init (&sticker->support);
  if (*tex == '\0')
    return;
  sticker->label = chase_label_ref (chase_label_cache_get (maker->labels, tex, size));
  sticker->underline = maker->underline;
  if (maker->problems != NULL)
    note_problems (maker->problems, sticker->label);
  label_reach (maker, sticker->label, &reach);
  if (chase_support_is_empty (&reach))
    {
      g_clear_pointer (&sticker->label, chase_label_unref);
      return;
    }
  sticker->hull = chase_support_to_hull (&reach);
  box = chase_hull_box (&sticker->hull);
  sticker->origin = chase_point (-(box.x + box.width / 2), chase_label_get_axis (sticker->label));
  chase_support_add_moved (&sticker->support, &reach, sticker->origin, 1);
  sticker->hull = chase_hull_moved (&sticker->hull, sticker->origin);
}

void
chase_sticker_finish (ChaseSticker *sticker)
{
  g_clear_pointer (&sticker->label, chase_label_unref);
}

typedef struct
{
  ChasePoint at;
  double angle, c, s;
} Place;

static ChasePoint
place_point (const Place *place, double x, double y)
{
  return chase_point (place->at.x + place->c * x - place->s * y,
                      place->at.y + place->s * x + place->c * y);
}

static void
put_rules (const ChaseSticker *sticker, ChaseSceneBuilder *builder, ChaseRole role,
           const Place *place, guint32 rgba)
{
  guint n;
  const ChaseLabelRule *rules = chase_label_get_rules (sticker->label, &n);

  for (guint i = 0; i < n; i++)
    {
      ChasePaint paint = { 0, CHASE_CAP_BUTT, rules[i].has_colour ? rules[i].rgba : rgba };
      double x = rules[i].x + sticker->origin.x, y = rules[i].y + sticker->origin.y;

      chase_scene_open_path (builder, role, &paint);
      chase_scene_move (builder, place_point (place, x, y));
      chase_scene_line (builder, place_point (place, x + rules[i].width, y));
      chase_scene_line (builder, place_point (place, x + rules[i].width, y + rules[i].height));
      chase_scene_line (builder, place_point (place, x, y + rules[i].height));
      chase_scene_close_subpath (builder);
      chase_scene_close (builder, NULL);
    }
}

static gboolean
same_run (const ChaseLabelGlyph *a, const ChaseLabelGlyph *b)
{
  return a->font == b->font && a->size == b->size && a->has_colour == b->has_colour
         && (!a->has_colour || a->rgba == b->rgba);
}

static void
put_glyphs (const ChaseSticker *sticker, ChaseSceneBuilder *builder, ChaseRole role,
            const Place *place, guint32 rgba, const ChaseRect *ink)
{
  guint n;
  const ChaseLabelGlyph *glyphs = chase_label_get_glyphs (sticker->label, &n);
  g_autofree gboolean *done = g_new0 (gboolean, n + 1);

  for (guint first = 0; first < n; first++)
    {
      const ChaseLabelGlyph *run = &glyphs[first];

      if (done[first])
        continue;
      chase_scene_open_glyphs (builder, role, run->font, run->size, place->angle,
                               run->has_colour ? run->rgba : rgba);
      for (guint i = first; i < n; i++)
        if (!done[i] && same_run (run, &glyphs[i]))
          {
            done[i] = TRUE;
            chase_scene_glyph (builder, glyphs[i].glyph,
                               place_point (place, glyphs[i].x + sticker->origin.x,
                                            glyphs[i].y + sticker->origin.y));
          }
      chase_scene_close (builder, ink);
    }
}

/* A row of dots under the name of a macro that nobody defined, as under a word that is misspelt. */
static void
put_underlines (const ChaseSticker *sticker, ChaseSceneBuilder *builder, ChaseRole role,
                const Place *place)
{
  double em = chase_label_get_size (sticker->label), dot = em / 11, step = 2.2 * dot;
  ChasePaint paint = { 0, CHASE_CAP_BUTT, sticker->underline };
  guint n;
  const ChaseLabelUnknown *unknown = chase_label_get_unknown (sticker->label, &n);

  for (guint i = 0; i < n; i++)
    {
      double x = unknown[i].x + sticker->origin.x, y = unknown[i].y + sticker->origin.y + em * 0.28;

      chase_scene_open_path (builder, role, &paint);
      for (double along = dot / 2; along <= unknown[i].width; along += step)
        chase_scene_circle (builder, place_point (place, x + along, y), dot / 2);
      chase_scene_close (builder, NULL);
    }
}

void
chase_sticker_put (const ChaseSticker *sticker, ChaseSceneBuilder *builder, ChaseRole role,
                   ChasePoint at, double angle, guint32 rgba)
{
  Place place = { at, angle, cos (angle), sin (angle) };
  ChaseHull hull;
  ChaseRect ink;

  if (sticker->label == NULL)
    return;
  hull = chase_hull_turned (&sticker->hull, angle);
  hull = chase_hull_moved (&hull, at);
  ink = chase_hull_box (&hull);
  put_glyphs (sticker, builder, role, &place, rgba, &ink);
  put_rules (sticker, builder, role, &place, rgba);
  if (sticker->underline != 0)
    put_underlines (sticker, builder, role, &place);
}
