/* SPDX-License-Identifier: MIT */
#include "drawing/animate-svg.h"

#include "drawing/scene-private.h"
#include "drawing/source.h"
#include "drawing/svg-private.h"

#include <math.h>
#include <string.h>

/* Pictures in a second; what moves goes straight from one to the next. */
#define RATE 10.0

typedef struct
{
  ChaseSvgWriter svg;
  double whole;  /* seconds of all acts */
  double start;  /* of the act */
  double length; /* of its motion */
  const ChaseSvgAct *act;
  GPtrArray *scenes; /* of its samples */
  const char *repeat;
} Animator;

/* One item at all samples. */
typedef const ChaseSceneItem *const *Actor;

static guint
count_samples (const ChaseSvgAct *act)
{
  return (guint)ceil (chase_motion_get_seconds (act->motion) * RATE) + 1;
}

static GPtrArray *
sample (const ChaseSvgAct *act)
{
  GPtrArray *scenes = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_scene_unref);
  guint n = count_samples (act);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (scenes, chase_motion_actors (act->motion, i / (n - 1.0)));
  return scenes;
}

static void
put_time (Animator *animator, double seconds)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (buffer, sizeof buffer, "%.5f", CLAMP (seconds / animator->whole, 0, 1));
  g_string_append (animator->svg.out, buffer);
}

/* Opens an animation over the whole time, whose values are those of the samples; the first and the
 * last stand before and behind them. */
static void
open_animation (Animator *animator, const char *element, const char *attribute)
{
  GString *out = animator->svg.out;
  guint n = animator->scenes->len;

  g_string_append_printf (out, "<%s attributeName=\"%s\" dur=\"", element, attribute);
  chase_svg_put_number (out, animator->whole);
  g_string_append_printf (out, "s\" %s keyTimes=\"0", animator->repeat);
  for (guint i = 0; i < n; i++)
    {
      g_string_append_c (out, ';');
      put_time (animator,
                animator->start + animator->act->before + animator->length * i / (n - 1.0));
    }
  g_string_append (out, ";1\" values=\"");
}

/* Puts the value of each sample by @put, the first and the last twice. */
static void
put_values (Animator *animator, Actor actor, void (*put) (GString *out, Actor actor, guint i))
{
  GString *out = animator->svg.out;
  guint n = animator->scenes->len;

  put (out, actor, 0);
  for (guint i = 0; i < n; i++)
    {
      g_string_append_c (out, ';');
      put (out, actor, i);
    }
  g_string_append_c (out, ';');
  put (out, actor, n - 1);
  g_string_append (out, "\"/>\n");
}

static void
put_data (GString *out, Actor actor, guint i)
{
  chase_svg_put_data (out, actor[i]);
}

static void
put_colour (GString *out, Actor actor, guint i)
{
  g_string_append_printf (out, "#%06x", actor[i]->paint.rgba >> 8);
}

static void
put_opacity (GString *out, Actor actor, guint i)
{
  chase_svg_put_number (out, (actor[i]->paint.rgba & 255) / 255.0);
}

static void
put_width (GString *out, Actor actor, guint i)
{
  chase_svg_put_number (out, actor[i]->paint.width);
}

/* A run of glyphs moves as one. */
static void
put_shift (GString *out, Actor actor, guint i)
{
  chase_svg_put_point (out, actor[i]->glyphs[0].x, actor[i]->glyphs[0].y);
}

static gboolean
is_elsewhere (const ChaseSceneItem *a, const ChaseSceneItem *b)
{
  if (a->n_glyphs > 0)
    return a->glyphs[0].x != b->glyphs[0].x || a->glyphs[0].y != b->glyphs[0].y;
  return memcmp (a->points, b->points, a->n_points * sizeof *a->points) != 0;
}

static gboolean
moves (Animator *animator, Actor actor)
{
  for (guint i = 1; i < animator->scenes->len; i++)
    if (is_elsewhere (actor[0], actor[i]))
      return TRUE;
  return FALSE;
}

/* Does what @mask has of the colour change? */
static gboolean
changes (Animator *animator, Actor actor, guint32 mask)
{
  for (guint i = 1; i < animator->scenes->len; i++)
    if (((actor[0]->paint.rgba ^ actor[i]->paint.rgba) & mask) != 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_ever_seen (Animator *animator, Actor actor)
{
  return (actor[0]->paint.rgba & 255) != 0 || changes (animator, actor, 255);
}

static void
animate_paint (Animator *animator, Actor actor)
{
  gboolean stroked = actor[0]->n_glyphs == 0 && actor[0]->paint.width > 0;
  guint last = animator->scenes->len - 1;

  if (changes (animator, actor, 0xffffff00))
    {
      open_animation (animator, "animate", stroked ? "stroke" : "fill");
      put_values (animator, actor, put_colour);
    }
  if (changes (animator, actor, 255))
    {
      open_animation (animator, "animate", stroked ? "stroke-opacity" : "fill-opacity");
      put_values (animator, actor, put_opacity);
    }
  if (stroked && actor[0]->paint.width != actor[last]->paint.width)
    {
      open_animation (animator, "animate", "stroke-width");
      put_values (animator, actor, put_width);
    }
}

static void
put_path (Animator *animator, Actor actor)
{
  GString *out = animator->svg.out;
  const ChaseSceneItem *rest = actor[animator->scenes->len - 1];

  g_string_append (out, "<path");
  chase_svg_put_colour (out, rest->paint.width > 0 ? "stroke" : "fill", rest->paint.rgba);
  if (rest->paint.width > 0)
    chase_svg_put_attribute (out, "stroke-width", rest->paint.width);
  if (rest->paint.width > 0 && rest->paint.cap == CHASE_CAP_BUTT)
    g_string_append (out, " stroke-linecap=\"butt\"");
  g_string_append (out, " d=\"");
  chase_svg_put_data (out, rest);
  g_string_append (out, "\">\n");
  animate_paint (animator, actor);
  if (moves (animator, actor))
    {
      open_animation (animator, "animate", "d");
      put_values (animator, actor, put_data);
    }
  g_string_append (out, "</path>\n");
}

static void
put_glyph (Animator *animator, const ChaseSceneItem *item, guint k)
{
  GString *out = animator->svg.out;

  g_string_append_printf (out, "<use xlink:href=\"#glyph-%u\"",
                          chase_svg_find_symbol (&animator->svg, item, item->glyphs[k].glyph));
  if (item->angle != 0)
    {
      g_string_append (out, " transform=\"translate(");
      chase_svg_put_point (out, item->glyphs[k].x - item->glyphs[0].x,
                           item->glyphs[k].y - item->glyphs[0].y);
      g_string_append (out, ") rotate(");
      chase_svg_put_number (out, item->angle * 180 / G_PI);
      g_string_append (out, ")\"/>\n");
      return;
    }
  chase_svg_put_attribute (out, "x", item->glyphs[k].x - item->glyphs[0].x);
  chase_svg_put_attribute (out, "y", item->glyphs[k].y - item->glyphs[0].y);
  g_string_append (out, "/>\n");
}

static void
put_run (Animator *animator, Actor actor)
{
  GString *out = animator->svg.out;
  guint last = animator->scenes->len - 1;
  const ChaseSceneItem *rest = actor[last];

  g_string_append (out, "<g stroke=\"none\"");
  chase_svg_put_colour (out, "fill", rest->paint.rgba);
  g_string_append (out, " transform=\"translate(");
  put_shift (out, actor, last);
  g_string_append (out, ")\">\n");
  animate_paint (animator, actor);
  if (moves (animator, actor))
    {
      open_animation (animator, "animateTransform", "transform\" type=\"translate");
      put_values (animator, actor, put_shift);
    }
  for (guint k = 0; k < rest->n_glyphs; k++)
    put_glyph (animator, rest, k);
  g_string_append (out, "</g>\n");
}

static void
put_actors (Animator *animator)
{
  guint n_samples = animator->scenes->len;
  guint n = chase_scene_n_items (animator->scenes->pdata[0]);
  g_autofree const ChaseSceneItem **actor = g_new (const ChaseSceneItem *, n_samples);

  for (guint i = 0; i < n; i++)
    {
      for (guint k = 0; k < n_samples; k++)
        {
          g_assert (chase_scene_n_items (animator->scenes->pdata[k]) == n);
          actor[k] = chase_scene_get_item (animator->scenes->pdata[k], i);
        }
      if (!is_ever_seen (animator, actor))
        continue;
      if (actor[0]->n_glyphs > 0)
        put_run (animator, actor);
      else
        put_path (animator, actor);
    }
}

/* An act is there for its time; without motion only the last one is. */
static void
open_act (Animator *animator, gboolean last, gboolean alone)
{
  GString *out = animator->svg.out;
  gboolean first = animator->start <= 0;
  double end = animator->start + animator->act->before + animator->length + animator->act->after;

  g_string_append_printf (out, "<g class=\"act\"%s>\n", last ? "" : " visibility=\"hidden\"");
  if (alone)
    return;
  g_string_append (out, "<animate attributeName=\"visibility\" calcMode=\"discrete\" dur=\"");
  chase_svg_put_number (out, animator->whole);
  g_string_append_printf (out, "s\" %s keyTimes=\"0", animator->repeat);
  if (!first)
    {
      g_string_append_c (out, ';');
      put_time (animator, animator->start);
    }
  if (!last)
    {
      g_string_append_c (out, ';');
      put_time (animator, end);
    }
  g_string_append_printf (out, "\" values=\"%svisible%s\"/>\n", first ? "" : "hidden;",
                          last ? "" : ";hidden");
}

static void
put_act (Animator *animator, gboolean last, gboolean alone)
{
  open_act (animator, last, alone);
  put_actors (animator);
  g_string_append (animator->svg.out, "</g>\n");
}

/* For those who ask for less motion: the last picture as it stands. */
static void
put_still (Animator *animator)
{
  GString *out = animator->svg.out;
  ChaseScene *scene = animator->scenes->pdata[animator->scenes->len - 1];

  g_string_append (out, "<g class=\"still\" display=\"none\">\n");
  for (guint i = 0; i < chase_scene_n_items (scene); i++)
    {
      const ChaseSceneItem *item = chase_scene_get_item (scene, i);
      Animator alone = *animator;
      g_autoptr (GPtrArray) one = g_ptr_array_new ();

      if ((item->paint.rgba & 255) == 0)
        continue;
      g_ptr_array_add (one, scene);
      alone.scenes = one;
      if (item->n_glyphs > 0)
        put_run (&alone, &item);
      else
        put_path (&alone, &item);
    }
  g_string_append (out, "</g>\n");
}

static ChaseRect
find_frame (const ChaseSvgAct *acts, guint n_acts, const ChaseSvgOptions *options)
{
  ChaseRect frame = chase_motion_get_bounds (acts[0].motion), bounds;

  for (guint i = 1; i < n_acts; i++)
    {
      bounds = chase_motion_get_bounds (acts[i].motion);
      chase_rect_join (&frame, &bounds);
    }
  return chase_svg_frame (&frame, NULL, options);
}

static void
put_head (Animator *animator, const ChaseRect *frame, const char *title, const char *description,
          const char *source, const ChaseSvgOptions *options)
{
  GString *out = animator->svg.out;

  chase_svg_put_opening (out, frame, title, description, options->scale);
  chase_svg_put_element (out, "title", title);
  chase_svg_put_element (out, "desc", description);
  if (source != NULL)
    chase_source_append_svg (out, source);
  g_string_append (out, "<style>@media (prefers-reduced-motion: reduce) { .moving { display: none; "
                        "} .still { display: inline; } }</style>\n");
  chase_svg_put_symbols (&animator->svg);
  chase_svg_put_background (out, frame, options->background);
  g_string_append (out, "<g fill=\"none\" stroke-linecap=\"round\" stroke-linejoin=\"round\">\n"
                        "<g class=\"moving\">\n");
}

char *
chase_animate_svg (const ChaseSvgAct *acts, guint n_acts, gboolean loop, const char *title,
                   const char *description, const char *source, const ChaseSvgOptions *options)
{
  g_autoptr (GPtrArray) samples
      = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  Animator animator = { .repeat = loop ? "repeatCount=\"indefinite\"" : "fill=\"freeze\"" };
  ChaseSvgOptions plain;
  ChaseRect frame;

  g_return_val_if_fail (n_acts > 0, NULL);
  chase_svg_options_init (&plain);
  if (options == NULL)
    options = &plain;
  frame = find_frame (acts, n_acts, options);
  animator.svg = (ChaseSvgWriter){ chase_motion_get_last (acts[0].motion), g_string_new (NULL),
                                   g_array_new (FALSE, FALSE, sizeof (ChaseSvgSymbol)) };
  for (guint i = 0; i < n_acts; i++)
    {
      GPtrArray *scenes = sample (&acts[i]);

      animator.whole += acts[i].before + chase_motion_get_seconds (acts[i].motion) + acts[i].after;
      chase_svg_collect (&animator.svg, scenes->pdata[scenes->len - 1]);
      g_ptr_array_add (samples, scenes);
    }
  chase_svg_seal (&animator.svg);
  put_head (&animator, &frame, title, description, source, options);
  for (guint i = 0; i < n_acts; i++)
    {
      animator.act = &acts[i];
      animator.scenes = samples->pdata[i];
      animator.length = chase_motion_get_seconds (acts[i].motion);
      put_act (&animator, i + 1 == n_acts, n_acts == 1);
      animator.start += acts[i].before + animator.length + acts[i].after;
    }
  g_string_append (animator.svg.out, "</g>\n");
  put_still (&animator);
  g_string_append (animator.svg.out, "</g>\n</svg>\n");
  g_array_unref (animator.svg.symbols);
  return g_string_free (animator.svg.out, FALSE);
}
