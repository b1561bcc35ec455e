/* SPDX-License-Identifier: MIT */
#include "drawing/acts.h"

#include "drawing/animate-svg.h"
#include "drawing/motion-kinds.h"

#include <math.h>

/* Seconds for which a picture stands still: to be read, to be thought about, before all starts
 * again. */
#define READ 1.2
#define THINK 0.8
#define END 2.5

/* The acts of a page; the motions are owned. */
typedef struct
{
  const ChaseExportPage *page;
  ChaseFonts *fonts;
  ChaseMacros *macros;
  const ChaseExportOptions *options;
  GArray *acts;       /* of ChaseSvgAct */
  GPtrArray *motions; /* of ChaseMotion */
} Acts;

static void
acts_init (Acts *acts, const ChaseExportPage *page, ChaseFonts *fonts, ChaseMacros *macros,
           const ChaseExportOptions *options)
{
  *acts = (Acts){ page, fonts, macros, options, NULL, NULL };
  acts->acts = g_array_new (FALSE, FALSE, sizeof (ChaseSvgAct));
  acts->motions = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_motion_free);
}

static void
acts_clear (Acts *acts)
{
  g_array_unref (acts->acts);
  g_ptr_array_unref (acts->motions);
}

static void
take (Acts *acts, ChaseMotion *motion, double before, double after)
{
  ChaseSvgAct act = { motion, before, after };

  g_array_append_val (acts->acts, act);
  g_ptr_array_add (acts->motions, motion);
}

static ChaseScene *
draw (const Acts *acts, guint step)
{
  ChaseDrawOptions options;
  guint last = chase_diagram_last_step (acts->page->diagram);

  chase_draw_options_init (&options);
  options.theme = acts->options->theme;
  options.step = step;
  options.problems = acts->options->problems;
  options.marks = acts->page->marks;
  options.n_marks = step >= last ? acts->page->n_marks : 0;
  return chase_draw_diagram (acts->page->diagram, acts->fonts, acts->macros, &options);
}

static void
add_steps (Acts *acts)
{
  g_autoptr (GArray) steps = chase_diagram_list_steps (acts->page->diagram);
  ChaseScene *scene = draw (acts, g_array_index (steps, guint, 0));

  for (guint i = 1; i < steps->len; i++)
    {
      ChaseScene *next = draw (acts, g_array_index (steps, guint, i));

      take (acts, chase_motion_of_step (scene, next, acts->options->theme), READ, 0);
      chase_scene_unref (scene);
      scene = next;
    }
  chase_scene_unref (scene);
}

static gboolean
add_tale (Acts *acts, const ChaseTale *tale)
{
  const ChaseExportPage *page = acts->page;
  ChaseMotion *motion
      = chase_motion_of_tale (tale, page->theory, page->diagram->item, page->diagram, acts->fonts,
                              acts->macros, acts->options->theme);

  if (motion != NULL)
    take (acts, motion, THINK, READ);
  return motion != NULL;
}

static char *
write_acts (const Acts *acts, const char *title, const char *description)
{
  ChaseSvgOptions svg;

  chase_svg_options_init (&svg);
  svg.scale
      = isfinite (acts->options->scale) && acts->options->scale > 0 ? acts->options->scale : 1;
  svg.margin = isfinite (acts->options->margin) ? CLAMP (acts->options->margin, 0, 10000) : 8;
  svg.background = acts->options->background;
  ((ChaseSvgAct *)(gpointer)acts->acts->data)[acts->acts->len - 1].after = END;
  return chase_animate_svg ((const ChaseSvgAct *)(gpointer)acts->acts->data, acts->acts->len, TRUE,
                            title, description, acts->options->source, &svg);
}

char *
chase_acts_animate (const ChaseExportPage *page, ChaseFonts *fonts, ChaseMacros *macros,
                    const ChaseExportOptions *options)
{
  g_autofree char *words
      = chase_describe_diagram (page->diagram, fonts, macros, page->marks, page->n_marks);
  g_autoptr (GString) description = g_string_new (words);
  Acts acts;
  char *text;

  acts_init (&acts, page, fonts, macros, options);
  add_steps (&acts);
  for (guint i = 0; page->tales != NULL && i < page->tales->len; i++)
    {
      g_autofree char *told
          = chase_tale_describe (g_ptr_array_index (page->tales, i), fonts, macros);

      if (add_tale (&acts, g_ptr_array_index (page->tales, i)))
        g_string_append_printf (description, "\n%s", told);
    }
  if (acts.acts->len == 0)
    {
      g_autoptr (ChaseScene) scene = draw (&acts, G_MAXUINT);

      take (&acts, chase_motion_of_step (scene, scene, options->theme), 0, 0);
    }
  text = write_acts (&acts, chase_export_page_title (page), description->str);
  acts_clear (&acts);
  return text;
}

char *
chase_acts_animate_tale (const ChaseExportPage *page, const ChaseTale *tale, ChaseFonts *fonts,
                         ChaseMacros *macros, const ChaseExportOptions *options)
{
  g_autofree char *words = chase_tale_describe (tale, fonts, macros);
  char *text = NULL;
  Acts acts;

  acts_init (&acts, page, fonts, macros, options);
  if (add_tale (&acts, tale))
    text = write_acts (&acts, chase_export_page_title (page), words);
  acts_clear (&acts);
  return text;
}
