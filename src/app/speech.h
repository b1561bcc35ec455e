/* SPDX-License-Identifier: MIT */
#pragma once

#include "drawing/draw.h"
#include "typeset/label.h"

G_BEGIN_DECLS

/** A cell in words, for those who hear the window: "Object A", "Arrow f from A to B". Labels are
 * read as @labels sets them. Caller frees. */
char *
chase_cell_in_words (const ChaseDiagram *diagram, ChaseLabelCache *labels, guint32 cell);

G_END_DECLS
