/* SPDX-License-Identifier: MIT */
#pragma once

#include "app/verdicts.h"
#include "typeset/label.h"

G_BEGIN_DECLS

/**
 * Returns the path @word from the object @source as one line for a reader, "ξ₁ ∘ f": by the labels
 * of @diagram, which @verdicts (with a shape) are about, set with @labels; where an arrow has none,
 * by its name. Caller frees.
 */
char *
chase_path_by_labels (const ChaseVerdicts *verdicts, const ChaseDiagram *diagram,
                      ChaseLabelCache *labels, guint32 source, ChaseWord word);
/** The same for the arrow @letter alone. */
char *
chase_arrow_by_label (const ChaseVerdicts *verdicts, const ChaseDiagram *diagram,
                      ChaseLabelCache *labels, guint32 letter);

G_END_DECLS
