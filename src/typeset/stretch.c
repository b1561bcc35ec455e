/* SPDX-License-Identifier: MIT */
#include "typeset/layout.h"

#include <math.h>

#define MAX_PARTS 400

/* How the parts of an assembly are strung together: how often each extender comes, and how much
 * neighbours overlap. (The OpenType MATH specification, "Glyph Assembly Table".) */
typedef struct
{
  guint repeats;
  double overlap;
  double length;
} Plan;

static double
assembly_length (const ChaseStretch *stretch, guint repeats, guint *n_parts)
{
  double length = 0;

  *n_parts = 0;
  for (guint i = 0; i < stretch->n_parts; i++)
    {
      guint times = stretch->parts[i].extender ? repeats : 1;

      length += times * (double)stretch->parts[i].full;
      *n_parts += times;
    }
  return length;
}

/* The most that two neighbours may overlap without a connector running out. */
static double
max_overlap (const ChaseStretch *stretch, guint repeats)
{
  double overlap = G_MAXDOUBLE;
  const ChasePart *previous = NULL;

  for (guint i = 0; i < stretch->n_parts; i++)
    {
      const ChasePart *part = &stretch->parts[i];

      if (part->extender && repeats == 0)
        continue;
      if (previous != NULL)
        overlap = MIN (overlap, (double)MIN (previous->end, part->start));
      if (part->extender && repeats > 1)
        overlap = MIN (overlap, (double)MIN (part->end, part->start));
      previous = part;
    }
  return overlap;
}

static Plan
plan_assembly (const ChaseStretch *stretch, double target, double min_overlap)
{
  Plan plan = { 0 };
  guint n_parts = 0;

  for (plan.repeats = 0; plan.repeats < MAX_PARTS; plan.repeats++)
    {
      double full = assembly_length (stretch, plan.repeats, &n_parts);

      plan.length = full - (n_parts > 0 ? n_parts - 1 : 0) * min_overlap;
      if (n_parts > 0 && plan.length >= target)
        break;
      if (n_parts > 0 && plan.repeats > 0 && full <= 0)
        break;
    }
  plan.overlap = min_overlap;
  if (n_parts > 1 && plan.length > target)
    {
      double most = MAX (min_overlap, max_overlap (stretch, plan.repeats));
      double wanted = min_overlap + (plan.length - target) / (n_parts - 1);

      plan.overlap = MIN (most, wanted);
      plan.length -= (plan.overlap - min_overlap) * (n_parts - 1);
    }
  return plan;
}

static ChaseBox *
build_assembly (ChaseLayout *layout, const ChaseStretch *stretch, const Plan *plan,
                gboolean vertical, double size)
{
  ChaseBox *box = chase_box_list (layout);
  double at = 0;

  box->joined = TRUE;
  for (guint i = 0; i < stretch->n_parts; i++)
    {
      const ChasePart *part = &stretch->parts[i];
      guint times = part->extender ? plan->repeats : 1;

      for (guint j = 0; j < times; j++)
        {
          ChaseBox *glyph = chase_box_glyph (layout, layout->fonts->math, part->glyph, size);

          if (vertical)
            {
              /* Parts go from the bottom up and are placed by their ink. */
              chase_box_put (box, glyph, 0, -at - glyph->depth);
              box->width = MAX (box->width, glyph->width);
            }
          else
            chase_box_put (box, glyph, at, 0);
          at += ((double)part->full - plan->overlap) * size;
        }
    }
  if (!vertical)
    box->width = plan->length * size;
  box->accent = box->width / 2;
  box->italic = (double)stretch->italic * size;
  return box;
}

ChaseBox *
chase_layout_tall (ChaseLayout *layout, gunichar character, double target, ChaseStyle style)
{
  double size = chase_style_size (layout, style);
  guint32 glyph = chase_fonts_math_glyph (layout->fonts, character, 0);
  const ChaseStretch *stretch;
  Plan plan;

  if (glyph == 0)
    return NULL;
  stretch = chase_fonts_stretch (layout->fonts, glyph, TRUE);
  for (guint i = 0; i < stretch->n_variants; i++)
    if ((double)stretch->variants[i].advance * size >= target - 1e-4)
      return chase_box_glyph (layout, layout->fonts->math, stretch->variants[i].glyph, size);
  if (stretch->n_parts == 0)
    return chase_box_glyph (
        layout, layout->fonts->math,
        stretch->n_variants > 0 ? stretch->variants[stretch->n_variants - 1].glyph : glyph, size);
  plan = plan_assembly (stretch, target / size, layout->fonts->min_overlap_y);
  return build_assembly (layout, stretch, &plan, TRUE, size);
}

ChaseBox *
chase_layout_delimiter (ChaseLayout *layout, gunichar character, double target, ChaseStyle style)
{
  ChaseBox *box, *centred;

  if (character == 0)
    {
      box = chase_box_list (layout);
      box->ascent = box->depth = 0;
      return box;
    }
  box = chase_layout_tall (layout, character, target, style);
  if (box == NULL)
    box = chase_layout_character (layout, character, style);
  centred = chase_box_list (layout);
  chase_box_put (centred, box, 0, (box->ascent - box->depth) / 2 - chase_axis (layout, style));
  centred->width = box->width;
  centred->italic = box->italic;
  return centred;
}

ChaseBox *
chase_layout_wide (ChaseLayout *layout, gunichar character, double target, gboolean at_most,
                   ChaseStyle style)
{
  double size = chase_style_size (layout, style);
  guint32 glyph = chase_fonts_math_glyph (layout->fonts, character, 0);
  const ChaseStretch *stretch;
  guint32 best;
  Plan plan;

  if (glyph == 0)
    return NULL;
  best = chase_fonts_math_glyph (layout->fonts, character, chase_style_font_level (style));
  stretch = chase_fonts_stretch (layout->fonts, glyph, FALSE);
  for (guint i = 0; i < stretch->n_variants; i++)
    {
      const ChaseVariant *variant = &stretch->variants[i];
      gboolean fits = (double)variant->advance * size <= target + 1e-4;

      if (at_most ? !fits : !fits && i > 0)
        {
          if (!at_most)
            best = variant->glyph;
          return chase_box_glyph (layout, layout->fonts->math, best, size);
        }
      best = variant->glyph;
      if (!fits || (double)variant->advance * size >= target - 1e-4)
        return chase_box_glyph (layout, layout->fonts->math, best, size);
    }
  if (stretch->n_parts == 0)
    return chase_box_glyph (layout, layout->fonts->math, best, size);
  plan = plan_assembly (stretch, target / size, layout->fonts->min_overlap_x);
  return build_assembly (layout, stretch, &plan, FALSE, size);
}
