/* SPDX-License-Identifier: MIT */
#include "app/path-words.h"

#include "engine/explain.h"
#include "engine/tale-words.h"

#define SIZE 16 /* of labels whose text alone is wanted */

char *
chase_path_by_labels (const ChaseVerdicts *verdicts, const ChaseDiagram *diagram,
                      ChaseLabelCache *labels, guint32 source, ChaseWord word)
{
  g_autofree char *math = NULL;

  if (word.length == 0)
    return chase_path_to_words (verdicts->shape->presentation, source, word);
  math = chase_tale_spell_word (verdicts->shape, verdicts->cells, diagram, word);
  return g_strdup (chase_label_to_text (chase_label_cache_get (labels, math, SIZE)));
}

char *
chase_arrow_by_label (const ChaseVerdicts *verdicts, const ChaseDiagram *diagram,
                      ChaseLabelCache *labels, guint32 letter)
{
  return chase_path_by_labels (verdicts, diagram, labels, 0, (ChaseWord){ &letter, 1 });
}
