/* SPDX-License-Identifier: MIT */
#pragma once

#include "engine/clock.h"
#include "engine/index.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * ChaseConsequences:
 *
 * What declared properties say of other paths: composites of monos are mono, the first factor of a
 * mono is, what equals a mono is, a split mono that is epi is iso, what is left of a mono without
 * an iso at one end is mono, and so on for epis, split ones and isos. Known of all parts of the
 * given equations' sides, of the arrows, and of one more path.
 */
typedef struct _ChaseConsequences ChaseConsequences;

/** Works them out. @word, a path from @source, is one more path to know of. */
ChaseConsequences *
chase_consequences_new (const ChaseIndex *index, guint32 source, ChaseWord word, ChaseClock *clock);
void
chase_consequences_free (ChaseConsequences *consequences);
/** The properties (MONO, EPI, SPLIT_MONO, SPLIT_EPI, ISO) that the path is known to have. */
ChaseProperty
chase_consequences_of (const ChaseConsequences *consequences, guint32 source, ChaseWord word);
/** Called with a path and the properties that it is known to have. */
typedef void (*ChaseConsequenceVisit) (guint32 source, ChaseWord word, ChaseProperty known,
                                       gpointer data);

/** Calls @visit with each path of an arrow or more that is known to have a property, arrows first. */
void
chase_consequences_visit (const ChaseConsequences *consequences, ChaseConsequenceVisit visit,
                          gpointer data);
/**
 * Returns the evidence that the path has @property (one flag): {"type": "laws", "facts": [..]},
 * each fact following from those before. NULL where it is not known to. Caller owns it.
 */
JsonObject *
chase_consequences_evidence (const ChaseConsequences *consequences, guint32 source, ChaseWord word,
                             ChaseProperty property);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseConsequences, chase_consequences_free)

G_END_DECLS
