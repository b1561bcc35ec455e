/* SPDX-License-Identifier: MIT */
#pragma once

#include "drawing/scene-private.h"

#include "typeset/typeset.h"

G_BEGIN_DECLS

/**
 * ChaseStickerMaker:
 *
 * Sets labels for one drawing and finds their hulls, remembering the reach of each glyph.
 */
typedef struct
{
  ChaseLabelCache *labels;
  gboolean owns_labels;
  GPtrArray *problems; /* of char*, as in ChaseDrawOptions, or NULL */
  guint32 underline;   /* the colour of the line under an unknown macro's name; 0: none is drawn */
  GHashTable *glyphs; /* of ChaseGlyphReach, by face and number */
} ChaseStickerMaker;

/**
 * ChaseSticker:
 *
 * A label ready to be put somewhere by its anchor: the middle of its ink across, its math axis in height.
 */
typedef struct
{
  ChaseLabel *label; /* owned; NULL when nothing would be seen */
  ChasePoint origin; /* of the label, seen from the anchor */
  ChaseSupport support;
  ChaseHull hull; /* around the anchor */
  guint32 underline; /* as the maker's */
} ChaseSticker;

/** @labels may be NULL: then the maker has its own cache for @fonts and @macros (which may be NULL). */
void chase_sticker_maker_init (ChaseStickerMaker *maker, ChaseFonts *fonts, ChaseMacros *macros,
                               ChaseLabelCache *labels);
void chase_sticker_maker_finish (ChaseStickerMaker *maker);

void chase_sticker_init (ChaseSticker *sticker, ChaseStickerMaker *maker, const char *tex,
                         double size);
void chase_sticker_finish (ChaseSticker *sticker);
/** Adds the sticker to the scene, its anchor at @at, turned by @angle about it, in colour @rgba. */
void chase_sticker_put (const ChaseSticker *sticker, ChaseSceneBuilder *builder, ChaseRole role,
                        ChasePoint at, double angle, guint32 rgba);

G_END_DECLS
