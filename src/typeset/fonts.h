/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>
#include <ft2build.h>
#include FT_FREETYPE_H

G_BEGIN_DECLS

#define CHASE_TYPESET_ERROR (chase_typeset_error_quark ())

typedef enum
{
  CHASE_TYPESET_ERROR_NO_MATH_FONT,
} ChaseTypesetError;

GQuark
chase_typeset_error_quark (void);

/**
 * ChaseFonts:
 *
 * The faces that labels are set in. Face 0 is the math font (one with an OpenType MATH table);
 * the others are text faces, opened when a label first needs them and then kept, so a face index
 * stays valid as long as the fonts live. Reference counted. Labels may be made from the same fonts
 * on several threads; an FT_Face itself must be used by one thread at a time.
 */
typedef struct _ChaseFonts ChaseFonts;

/**
 * Opens the math font of family @math_family, or Latin Modern Math for NULL. A family that is not
 * installed or has no MATH table is replaced by Latin Modern Math, else by the first math font in
 * the order of names; chase_fonts_get_notice () then says so. Returns NULL and sets @error
 * (CHASE_TYPESET_ERROR_NO_MATH_FONT) when the system has no math font at all.
 */
ChaseFonts *
chase_fonts_new (const char *math_family, GError **error);
ChaseFonts *
chase_fonts_ref (ChaseFonts *fonts);
void
chase_fonts_unref (ChaseFonts *fonts);

/** Returns what was replaced by what, one sentence for the user, or NULL. */
const char *
chase_fonts_get_notice (ChaseFonts *fonts);
/** Returns the family name of the math font. */
const char *
chase_fonts_get_math_family (ChaseFonts *fonts);
/**
 * Returns a NULL-terminated list of the families with a MATH table installed here, sorted by name.
 * Free with g_strfreev ().
 */
char **
chase_fonts_list_math_families (void);

/** The number of faces opened so far. */
guint
chase_fonts_get_n_faces (ChaseFonts *fonts);
/**
 * Returns face @font for cairo-ft (load with FT_LOAD_NO_HINTING), or NULL for an index out of
 * range. The face belongs to @fonts: who keeps it longer (a cairo_font_face_t) keeps a reference of
 * @fonts or of the face (FT_Reference_Face ()). Glyph numbers in labels are its glyph numbers.
 */
FT_Face
chase_fonts_get_ft_face (ChaseFonts *fonts, guint font);
/** Returns the family name of face @font, or NULL. */
const char *
chase_fonts_get_family (ChaseFonts *fonts, guint font);
/** Returns the file of face @font, or NULL. */
const char *
chase_fonts_get_file (ChaseFonts *fonts, guint font);
/** Returns the units per em of face @font, or 0. */
guint
chase_fonts_get_units_per_em (ChaseFonts *fonts, guint font);

typedef enum
{
  CHASE_SEGMENT_MOVE,  /* 1 point */
  CHASE_SEGMENT_LINE,  /* 1 point */
  CHASE_SEGMENT_QUAD,  /* 2 points: control, end */
  CHASE_SEGMENT_CUBIC, /* 3 points: two controls, end */
  CHASE_SEGMENT_CLOSE, /* none */
} ChaseSegmentKind;

/** One step of an outline; @points in ems, x to the right, y down, from the glyph's origin. */
typedef struct
{
  ChaseSegmentKind kind;
  struct
  {
    float x, y;
  } points[3];
} ChaseSegment;

/**
 * ChaseOutline:
 *
 * The unhinted contours of a glyph, and the box of its ink in ems (y down: @top <= @bottom).
 * A glyph without ink has no segments.
 */
typedef struct
{
  const ChaseSegment *segments;
  guint n_segments;
  float left, top, right, bottom;
} ChaseOutline;

/**
 * Returns the outline of @glyph in face @font. It is made once and belongs to @fonts. Returns an
 * empty outline for a glyph or face that does not exist.
 */
const ChaseOutline *
chase_fonts_get_outline (ChaseFonts *fonts, guint font, guint32 glyph);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseFonts, chase_fonts_unref)

G_END_DECLS
