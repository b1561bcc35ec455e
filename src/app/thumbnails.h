/* SPDX-License-Identifier: MIT */
#pragma once

#include "app/swatch.h"
#include "model/document.h"

G_BEGIN_DECLS

/**
 * ChaseThumbnails:
 *
 * Works out the pictures of diagrams that are computed, or have no places yet, one after the other
 * and behind the user's back.
 */
typedef struct _ChaseThumbnails ChaseThumbnails;

ChaseThumbnails *
chase_thumbnails_new (void);
/** What is still asked for is not drawn. Takes NULL quietly. */
void
chase_thumbnails_free (ChaseThumbnails *thumbnails);
/** Lets @swatch show @item of @document once that is worked out, if it is still there. */
void
chase_thumbnails_ask (ChaseThumbnails *thumbnails, ChaseDocument *document, ChaseItem *item,
                      ChaseSwatch *swatch);
/** Drops what was asked for and is not drawn yet. */
void
chase_thumbnails_forget (ChaseThumbnails *thumbnails);

G_END_DECLS
