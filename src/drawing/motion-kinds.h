/* SPDX-License-Identifier: MIT */
#pragma once

#include "drawing/motion.h"
#include "evidence/tale.h"
#include "model/theory.h"

G_BEGIN_DECLS

/* The motions that explain. Each returns a motion that the caller owns. */

/** What comes at a step of one diagram, or goes when one steps back: @from and @to are pictures of
 * it. */
ChaseMotion *
chase_motion_of_step (ChaseScene *from, ChaseScene *to, ChaseTheme theme);
/**
 * What @tale tells about @diagram, that of @item, which has its places:
 *
 *  OPPOSITE    every arrow turns about its middle, and its label follows; the way back is the same
 *              motion, asked from 1 to 0
 *  IMAGE       the objects and arrows of C are carried into D, and leave the dashed arrows behind
 *  NATURALITY  the images of f under both functors come together, and the components join them
 *  PROOF       one path lies on the picture, and is swept across one face after the other
 *  ELEMENT     an element runs both ways round a face
 *
 * @macros may be NULL. Returns NULL where the picture is not what it should be.
 */
ChaseMotion *
chase_motion_of_tale (const ChaseTale *tale, ChaseTheory *theory, ChaseItem *item,
                      const ChaseDiagram *diagram, ChaseFonts *fonts, ChaseMacros *macros,
                      ChaseTheme theme);
/** Words for what is seen, from the start to the end, for those who do not see it: "Every arrow
 * turns round". @macros may be NULL. Caller frees. */
char *
chase_tale_describe (const ChaseTale *tale, ChaseFonts *fonts, ChaseMacros *macros);

G_END_DECLS
