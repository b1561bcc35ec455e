/* SPDX-License-Identifier: MIT */
#include "drawing/paint-cairo.h"

#include "drawing/scene-private.h"
#include "typeset/typeset.h"

#include <cairo-ft.h>

/* In device pixels: below these, text is grey dust and a head is part of the line's end. */
#define LEGIBLE 4.0
#define VISIBLE_HEAD 0.9
#define HEAD 5.0
/* A line this thin shows no round ends. */
#define FINE_LINE 0.6

typedef struct
{
  const ChaseScene *scene;
  cairo_t *cr;
  double scale;
  cairo_antialias_t antialias; /* of @cr */
  const ChaseSceneItem *batch; /* the last item of what is painted at once, or NULL */
  GArray *glyphs;              /* of cairo_glyph_t */
} Painter;

gboolean
chase_paint_is_seen (const ChaseSceneItem *item, double scale)
{
  if (scale <= 0)
    return TRUE;
  if (item->role == CHASE_ROLE_LABEL)
    return item->n_glyphs > 0 ? item->size * scale >= LEGIBLE
                              : CHASE_DRAW_AIR / 4 * scale >= LEGIBLE;
  return item->role != CHASE_ROLE_HEAD || HEAD * scale >= VISIBLE_HEAD;
}

static gboolean
is_same_batch (const ChaseSceneItem *a, const ChaseSceneItem *b)
{
  if (a->role != b->role || a->mark != b->mark || a->paint.rgba != b->paint.rgba)
    return FALSE;
  if (a->n_glyphs > 0 || b->n_glyphs > 0)
    return a->n_glyphs > 0 && b->n_glyphs > 0 && a->font == b->font && a->size == b->size
           && a->angle == b->angle;
  return a->paint.width == b->paint.width && a->paint.cap == b->paint.cap;
}

static void
add_path (cairo_t *cr, const ChaseSceneItem *item)
{
  const ChasePoint *p = item->points;

  for (guint i = 0; i < item->n_verbs; i++)
    switch (item->verbs[i])
      {
      case CHASE_VERB_MOVE:
        cairo_move_to (cr, p->x, p->y);
        p++;
        break;
      case CHASE_VERB_LINE:
        cairo_line_to (cr, p->x, p->y);
        p++;
        break;
      case CHASE_VERB_CUBIC:
        cairo_curve_to (cr, p[0].x, p[0].y, p[1].x, p[1].y, p[2].x, p[2].y);
        p += 3;
        break;
      default:
        cairo_close_path (cr);
      }
}

static void
add_glyphs (Painter *painter, const ChaseSceneItem *item)
{
  for (guint i = 0; i < item->n_glyphs; i++)
    {
      cairo_glyph_t glyph = { item->glyphs[i].glyph, item->glyphs[i].x, item->glyphs[i].y };

      g_array_append_val (painter->glyphs, glyph);
    }
}

static void
release_fonts (void *fonts)
{
  chase_fonts_unref (fonts);
}

/* cairo may keep the face in its caches: the fonts live at least as long. */
static cairo_font_face_t *
face_for (ChaseFonts *fonts, guint font)
{
  static const cairo_user_data_key_t key;
  FT_Face ft = chase_fonts_get_ft_face (fonts, font);
  cairo_font_face_t *face;

  if (ft == NULL)
    return NULL;
  face = cairo_ft_font_face_create_for_ft_face (ft, FT_LOAD_NO_HINTING);
  if (cairo_font_face_set_user_data (face, &key, chase_fonts_ref (fonts), release_fonts)
      != CAIRO_STATUS_SUCCESS)
    {
      chase_fonts_unref (fonts);
      cairo_font_face_destroy (face);
      return NULL;
    }
  return face;
}

static void
show_glyphs (Painter *painter, const ChaseSceneItem *item)
{
  cairo_font_face_t *face = face_for (painter->scene->fonts, item->font);
  cairo_font_options_t *options;
  cairo_matrix_t matrix;

  if (face == NULL)
    return;
  options = cairo_font_options_create ();
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_set_font_options (painter->cr, options);
  cairo_font_options_destroy (options);
  cairo_set_font_face (painter->cr, face);
  cairo_font_face_destroy (face);
  cairo_matrix_init_rotate (&matrix, item->angle);
  cairo_matrix_scale (&matrix, item->size, item->size);
  cairo_set_font_matrix (painter->cr, &matrix);
  cairo_show_glyphs (painter->cr, (cairo_glyph_t *)painter->glyphs->data,
                     (int)painter->glyphs->len);
  g_array_set_size (painter->glyphs, 0);
}

/* Dashes in motion go without: there are many of them. Dots are nothing but round ends. */
static gboolean
has_round_ends (const Painter *painter, const ChaseSceneItem *item)
{
  gboolean dashed = item->role == CHASE_ROLE_BODY && item->n_points > 4
                    && chase_point_length (chase_point_minus (item->points[1], item->points[0]))
                           > item->paint.width;

  return item->paint.cap == CHASE_CAP_ROUND
         && !(dashed && painter->antialias == CAIRO_ANTIALIAS_FAST);
}

static void
finish_batch (Painter *painter, const ChaseSceneItem *item)
{
  cairo_t *cr = painter->cr;
  guint32 rgba = item->paint.rgba;

  cairo_set_source_rgba (cr, (rgba >> 24) / 255.0, ((rgba >> 16) & 255) / 255.0,
                         ((rgba >> 8) & 255) / 255.0, (rgba & 255) / 255.0);
  if (item->n_glyphs > 0)
    show_glyphs (painter, item);
  else if (item->paint.width > 0)
    {
      gboolean fine = painter->scale > 0 && item->paint.width * painter->scale < FINE_LINE;

      cairo_set_line_width (cr, item->paint.width);
      cairo_set_line_cap (cr, !fine && has_round_ends (painter, item) ? CAIRO_LINE_CAP_ROUND
                                                                      : CAIRO_LINE_CAP_BUTT);
      cairo_set_antialias (cr, fine ? CAIRO_ANTIALIAS_FAST : painter->antialias);
      cairo_stroke (cr);
    }
  else
    cairo_fill (cr);
}

static void
painter_init (Painter *painter, const ChaseScene *scene, cairo_t *cr, double scale)
{
  *painter = (Painter){
    .scene = scene, .cr = cr, .scale = scale, .antialias = cairo_get_antialias (cr)
  };
  painter->glyphs = g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t));
  cairo_save (cr);
  cairo_new_path (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
}

static void
paint (Painter *painter, const ChaseSceneItem *item)
{
  if (!chase_paint_is_seen (item, painter->scale))
    return;
  if (painter->batch != NULL && !is_same_batch (painter->batch, item))
    finish_batch (painter, painter->batch);
  painter->batch = item;
  if (item->n_glyphs > 0)
    add_glyphs (painter, item);
  else
    add_path (painter->cr, item);
}

static void
painter_finish (Painter *painter)
{
  if (painter->batch != NULL)
    finish_batch (painter, painter->batch);
  cairo_restore (painter->cr);
  g_array_unref (painter->glyphs);
}

void
chase_paint_cairo_items (const ChaseScene *scene, cairo_t *cr, const guint *items, guint n_items,
                         double scale)
{
  Painter painter;

  g_return_if_fail (scene != NULL && cr != NULL);
  painter_init (&painter, scene, cr, scale);
  for (guint i = 0; i < n_items; i++)
    paint (&painter, chase_scene_get_item (scene, items[i]));
  painter_finish (&painter);
}

void
chase_paint_cairo (const ChaseScene *scene, cairo_t *cr, const ChaseRect *viewport, double scale)
{
  Painter painter;

  g_return_if_fail (scene != NULL && cr != NULL);
  painter_init (&painter, scene, cr, scale);
  for (guint i = 0; i < chase_scene_n_items (scene); i++)
    {
      const ChaseSceneItem *item = chase_scene_get_item (scene, i);

      if (viewport == NULL || chase_rect_meets (&item->bounds, viewport))
        paint (&painter, item);
    }
  painter_finish (&painter);
}
