/* SPDX-License-Identifier: MIT */
#include "drawing/palette.h"

#include <math.h>
#include <string.h>

/*
 * The verdicts are bluish green, vermilion and a golden yellow (darkened for white paper): hues
 * that protanopes, deuteranopes and tritanopes tell apart, after Okabe and Ito, "Color Universal
 * Design" (2008).
 */
static const ChasePalette palettes[] = {
  [CHASE_THEME_LIGHT] = { .paper = 0xffffffff,
                          .ink = 0x000000ff,
                          .accent = 0x0a63c9ff,
                          .tint = 0x1c71d82e,
                          .glow = 0x1c71d81a,
                          .placeholder = 0x00000059,
                          .frame = 0x5f6673ff,
                          .ground = 0x28406410,
                          .marks = { 0x00845fff, 0xc94f00ff, 0x9a6b00ff, 0x00845fff, 0x5f6673ff },
                          .stroke = 1.25,
                          .contrast = 2.5 },
  [CHASE_THEME_DARK] = { .paper = 0x1e1e1eff,
                         .ink = 0xebebebff,
                         .accent = 0x78b6ffff,
                         .tint = 0x78aeed47,
                         .glow = 0x78aeed2b,
                         .placeholder = 0xffffff66,
                         .frame = 0xa3acbaff,
                         .ground = 0xb8ccf014,
                         .marks = { 0x33c79aff, 0xff8340ff, 0xf0c23bff, 0x33c79aff, 0xa3acbaff },
                         .stroke = 1.25,
                         .contrast = 5.5 },
  [CHASE_THEME_CONTRAST]
  = { .paper = 0xffffffff,
      .ink = 0x000000ff,
      .accent = 0x0033a0ff,
      .tint = 0x0033a04d,
      .glow = 0x0033a033,
      .placeholder = 0x000000a6,
      .frame = 0x000000ff,
      .ground = 0x0000000a,
      .marks = { 0x00573eff, 0xa02800ff, 0x5c4000ff, 0x00573eff, 0x000000ff },
      .stroke = 2.0,
      .ring = 1.2,
      .contrast = 4.5 },
  [CHASE_THEME_DARK_CONTRAST]
  = { .paper = 0x1e1e1eff,
      .ink = 0xffffffff,
      .accent = 0xa8d4ffff,
      .tint = 0xa8d4ff6b,
      .glow = 0xa8d4ff4d,
      .placeholder = 0xffffffb3,
      .frame = 0xffffffff,
      .ground = 0xffffff14,
      .marks = { 0x6ff0c8ff, 0xffa878ff, 0xffdd7aff, 0x6ff0c8ff, 0xffffffff },
      .stroke = 2.0,
      .ring = 1.2,
      .contrast = 7 },
};

static const char *const theme_words[] = { "light", "dark", "contrast" };

gboolean
chase_theme_parse (const char *word, ChaseTheme *theme)
{
  for (guint i = 0; i < G_N_ELEMENTS (theme_words); i++)
    if (strcmp (word, theme_words[i]) == 0)
      {
        *theme = (ChaseTheme)i;
        return TRUE;
      }
  return FALSE;
}

gboolean
chase_theme_is_dark (ChaseTheme theme)
{
  return theme == CHASE_THEME_DARK || theme == CHASE_THEME_DARK_CONTRAST;
}

const ChasePalette *
chase_palette_get (ChaseTheme theme)
{
  return &palettes[(guint)theme < G_N_ELEMENTS (palettes) ? theme : CHASE_THEME_LIGHT];
}

static void
unpack (guint32 rgba, double rgb[3])
{
  for (int i = 0; i < 3; i++)
    rgb[i] = ((rgba >> (24 - 8 * i)) & 255) / 255.0;
}

static guint32
pack (const double rgb[3], double alpha)
{
  guint32 rgba = (guint32)lround (CLAMP (alpha, 0, 1) * 255);

  for (int i = 0; i < 3; i++)
    rgba |= (guint32)lround (CLAMP (rgb[i], 0, 1) * 255) << (24 - 8 * i);
  return rgba;
}

/* Moves a colour @part of the way to another. */
static void
mix (double rgb[3], const double with[3], double part)
{
  for (int i = 0; i < 3; i++)
    rgb[i] += part * (with[i] - rgb[i]);
}

static double
luminance (const double rgb[3])
{
  const double weights[3] = { 0.2126, 0.7152, 0.0722 };
  double sum = 0;

  for (int i = 0; i < 3; i++)
    sum += weights[i] * (rgb[i] <= 0.04045 ? rgb[i] / 12.92 : pow ((rgb[i] + 0.055) / 1.055, 2.4));
  return sum;
}

static double
contrast (const double a[3], const double b[3])
{
  double x = luminance (a), y = luminance (b);

  return (MAX (x, y) + 0.05) / (MIN (x, y) + 0.05);
}

/* What is within a frame stands on its ground, which is nearer to the ink than the paper is. */
static void
unpack_ground (const ChasePalette *palette, double rgb[3])
{
  double ground[3];

  unpack (palette->paper, rgb);
  unpack (palette->ground, ground);
  mix (rgb, ground, (palette->ground & 255) / 255.0);
}

guint32
chase_palette_colour (const ChasePalette *palette, const ChaseColour *colour)
{
  double rgb[3], ground[3], ink[3], alpha;

  if (colour->kind == CHASE_COLOUR_NONE)
    return palette->ink;
  alpha = isfinite (colour->alpha) ? colour->alpha : 1;
  chase_colour_to_rgb (colour, rgb);
  for (int i = 0; i < 3; i++)
    rgb[i] = isfinite (rgb[i]) ? CLAMP (rgb[i], 0, 1) : 0;
  unpack_ground (palette, ground);
  unpack (palette->ink, ink);
  /* White on white is somebody's way to hide a thing on paper; leave exact paper alone. */
  if (pack (rgb, 1) == palette->paper)
    return pack (rgb, alpha);
  for (int round = 0; round < 20 && contrast (rgb, ground) < palette->contrast; round++)
    mix (rgb, ink, 0.1);
  return pack (rgb, alpha);
}
