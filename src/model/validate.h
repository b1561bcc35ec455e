/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/document.h"

G_BEGIN_DECLS

/**
 * Appends every semantic error of @document to @problems (of ChaseProblem), sorted by place: names
 * that nobody declares (with a guess of what was meant), names declared twice, paths that do not
 * compose, equations between paths that are not parallel, values that are missing, repeated or of
 * the wrong type, propositions that say nothing. An error does not make others follow. Returns
 * whether every drawing can be drawn whole: no arrow of it lacks an end, no name stands twice. O(n)
 * expected.
 */
gboolean
chase_validate (const ChaseDocument *document, GPtrArray *problems);

G_END_DECLS
