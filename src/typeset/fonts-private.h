/* SPDX-License-Identifier: MIT */
#pragma once

#include "typeset/fonts.h"
#include "typeset/arena.h"

#include <fontconfig/fontconfig.h>
#include <hb.h>

G_BEGIN_DECLS

/* How text stands: what \mathrm, \mathbf, ... and \text choose from. */
typedef enum
{
  CHASE_TEXT_ROMAN,
  CHASE_TEXT_BOLD,
  CHASE_TEXT_ITALIC,
  CHASE_TEXT_BOLD_ITALIC,
  CHASE_TEXT_SANS,
  CHASE_TEXT_SANS_BOLD,
  CHASE_TEXT_SANS_ITALIC,
  CHASE_TEXT_MONO,
  CHASE_N_TEXT_STYLES
} ChaseTextStyle;

/* Sizes of the three fonts of a TeX family: text, script, scriptscript. */
#define CHASE_N_LEVELS 3

/* All in ems of the glyph's face, y up. */
typedef struct
{
  float advance;
  float left, right; /* of the ink */
  float top, bottom; /* of the ink; bottom is negative below the baseline */
  float italic;
  float accent;
  gboolean filled;
} ChaseGlyphMetrics;

#define CHASE_METRICS_PAGE 256

typedef struct
{
  guint index;
  hb_font_t *hb;
  FT_Face ft;
  char *family;
  char *file;
  int face_index;
  guint units_per_em;
  float em;         /* ems per font unit */
  GPtrArray *pages; /* of arrays of CHASE_METRICS_PAGE metrics, or NULL */
} ChaseFace;

struct _ChaseFonts
{
  gatomicrefcount ref_count;
  GMutex lock; /* guards everything below while labels are made */
  FcConfig *config;
  FT_Library library;
  GPtrArray *faces; /* of ChaseFace */
  ChaseFace *math;
  char *notice;
  double constants[64]; /* MATH constants, in ems (percentages as they are) */
  double min_overlap_x, min_overlap_y;
  guint8 text_known[CHASE_N_TEXT_STYLES][CHASE_N_LEVELS];
  ChaseFace *text[CHASE_N_TEXT_STYLES][CHASE_N_LEVELS];
  FcFontSet *sorted[CHASE_N_TEXT_STYLES];
  GHashTable *fallback;    /* style and character -> ChaseFace or NULL */
  GHashTable *math_pages;  /* character >> 6 -> guint32[64][3] glyphs */
  guint32 *latin_page[32]; /* the same for characters below 2048 */
  GHashTable *outlines;    /* font and glyph -> ChaseOutline */
  GHashTable *stretches;   /* glyph, direction -> ChaseStretch */
  hb_buffer_t *buffer;
  ChaseArena arena; /* scratch memory of the label being made */
};

/* The functions below want the lock to be held. */

/* Opens @file as a face, or returns the one opened before; NULL when it cannot be read. */
ChaseFace *
chase_fonts_open (ChaseFonts *fonts, const char *file, int face_index, const char *family);
/* The text face of @style at @level that goes with the math font, or NULL when none is installed.
 */
ChaseFace *
chase_fonts_text_face (ChaseFonts *fonts, ChaseTextStyle style, int level);
/* The face for a character that the text face lacks; NULL when no installed font has it. */
ChaseFace *
chase_fonts_fallback (ChaseFonts *fonts, ChaseTextStyle style, gunichar character);
gboolean
chase_face_has (ChaseFace *face, gunichar character);

/* The math font's glyph of @character in the script size @level, or 0. */
guint32
chase_fonts_math_glyph (ChaseFonts *fonts, gunichar character, int level);
const ChaseGlyphMetrics *
chase_face_metrics (ChaseFonts *fonts, ChaseFace *face, guint32 glyph);

typedef struct
{
  guint32 glyph;
  float advance; /* in ems */
} ChaseVariant;

typedef struct
{
  guint32 glyph;
  float start, end, full; /* connectors and advance, in ems */
  gboolean extender;
} ChasePart;

/* How a glyph grows in one direction. */
typedef struct
{
  ChaseVariant *variants;
  guint n_variants;
  ChasePart *parts;
  guint n_parts;
  float italic; /* of the assembly */
} ChaseStretch;

const ChaseStretch *
chase_fonts_stretch (ChaseFonts *fonts, guint32 glyph, gboolean vertical);

G_END_DECLS
