/* SPDX-License-Identifier: MIT */
#pragma once

#include "drawing/paint-svg.h"

G_BEGIN_DECLS

/* What the writers of still and of moving SVG share. */

/* A glyph's outline at one size, defined once. */
typedef struct
{
  guint font;
  guint32 glyph;
  double size;
} ChaseSvgSymbol;

typedef struct
{
  const ChaseScene *scene; /* whose fonts the symbols are of */
  GString *out;
  GArray *symbols; /* of ChaseSvgSymbol, sorted once it is sealed */
} ChaseSvgWriter;

/* Two decimals at most, no trailing zeros. */
void
chase_svg_put_number (GString *out, double number);
void
chase_svg_put_attribute (GString *out, const char *name, double number);
/* @name and @name-opacity. */
void
chase_svg_put_colour (GString *out, const char *name, guint32 rgba);
void
chase_svg_put_point (GString *out, double x, double y);
/* What stands in the attribute d of a path. */
void
chase_svg_put_data (GString *out, const ChaseSceneItem *item);
/* Takes the glyphs of a scene among the symbols; sealed, they can be put and found. */
void
chase_svg_collect (ChaseSvgWriter *writer, const ChaseScene *scene);
void
chase_svg_seal (ChaseSvgWriter *writer);
void
chase_svg_put_symbols (ChaseSvgWriter *writer);
guint
chase_svg_find_symbol (const ChaseSvgWriter *writer, const ChaseSceneItem *item, guint32 glyph);
/* @shown (NULL: the bounds of @scene) with the margin around it. */
ChaseRect
chase_svg_frame (const ChaseRect *shown, const ChaseScene *scene, const ChaseSvgOptions *options);
void
chase_svg_put_opening (GString *out, const ChaseRect *frame, const char *title,
                       const char *description, double scale);
void
chase_svg_put_element (GString *out, const char *name, const char *text);
void
chase_svg_put_background (GString *out, const ChaseRect *frame, guint32 rgba);

G_END_DECLS
