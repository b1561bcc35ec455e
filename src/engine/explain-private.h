/* SPDX-License-Identifier: MIT */
#pragma once

#include "engine/explain.h"

G_BEGIN_DECLS

/** A text that is being told about the category @presentation. */
typedef struct
{
  GString *out;
  const ChasePresentation *presentation;
  guint indent;
} ChaseTelling;

/** Appends a line: the indentation, then @format, then a newline. */
void
chase_tell (ChaseTelling *telling, const char *format, ...) G_GNUC_PRINTF (2, 3);
void
chase_tell_proof (ChaseTelling *telling, guint32 source, const ChaseProof *proof);
/** Why paths @words from @source differ: a model, or normal forms. */
void
chase_tell_model (ChaseTelling *telling, guint32 source, const ChaseWord *words,
                  const ChaseModel *model);
void
chase_tell_normal (ChaseTelling *telling, guint32 source, const ChaseWord *words,
                   const ChaseNormal *normal);
/** How properties follow from declared ones, where @evidence says so; else FALSE, and nothing is
 * told. */
gboolean
chase_tell_facts (ChaseTelling *telling, JsonNode *evidence);
/** "A", "`strange name`". Caller frees. */
char *
chase_told_object (const ChasePresentation *presentation, guint32 object);
char *
chase_told_arrow (const ChasePresentation *presentation, guint32 arrow);

G_END_DECLS
