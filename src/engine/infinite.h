/* SPDX-License-Identifier: MIT */
#pragma once

#include "engine/check-private.h"
#include "engine/index.h"

G_BEGIN_DECLS

/* Letter steps of a completion, and reduced paths that are tried, for one statement. */
#define CHASE_INFINITE_WORK 400000
#define CHASE_INFINITE_TRIED 2000

/**
 * ChaseInfinite:
 *
 * A category whose morphisms cannot be listed, and the complete rewriting systems that were found
 * for it. What decides there: how many reduced paths a system has between two objects; arrows that
 * an equation has on both sides or on neither, which no identity is made of; rules none of which
 * ends (begins) with an arrow, so that it cancels; and short reduced paths, tried one by one.
 */
typedef struct
{
  ChaseChecker *checker;
  const ChaseCategory *category;
  ChasePresentation *p;
  const ChaseIndex *index;
  GPtrArray *systems; /* of ChaseEvidence */
  ChaseClock clock;
} ChaseInfinite;

/** Borrows all; of a category with generators and equations. */
void
chase_infinite_init (ChaseInfinite *infinite, ChaseChecker *checker, const ChaseCategory *category);
void
chase_infinite_clear (ChaseInfinite *infinite);
/** The first system, borrowed, or NULL. */
const ChaseNormal *
chase_infinite_first (const ChaseInfinite *infinite);
/** The names of a path's letters, and the evidence that a system is. Caller owns each. */
JsonArray *
chase_infinite_names (const ChaseInfinite *infinite, const GArray *word);
JsonObject *
chase_infinite_system_json (const ChaseInfinite *infinite, ChaseEvidence *system);
/**
 * The most arrows such that each equation has some on both sides or on neither: whatever is made of
 * one of them and others is no identity, for sending them to 0 and the others to 1 is a functor.
 * By arrow; caller frees.
 */
gboolean *
chase_absorbing_find (const ChasePresentation *p);
gboolean
chase_absorbing_touch (const gboolean *absorbs, ChaseWord word);
JsonArray *
chase_absorbing_json (const ChasePresentation *p, const gboolean *absorbs);
/** Does a path of arrows that do not absorb lead from @a to @b? */
gboolean
chase_absorbing_reach (const ChasePresentation *p, const gboolean *absorbs, guint32 a, guint32 b);
/** Fails by those arrows. */
void
chase_absorbing_fail (const ChasePresentation *p, const gboolean *absorbs, const char *reason,
                      ChaseResult *result);
/** Reduced paths (of GArray) from @from, shortest first, that end at @to (or anywhere): up to
 * @limit of them. There must be a system. Caller owns the array. */
GPtrArray *
chase_infinite_paths (const ChaseInfinite *infinite, guint32 from, guint32 to, guint limit);
/** First the one, then the other; the caller owns it. */
GArray *
chase_words_joined (const GArray *first, const GArray *second);
/** A short path that undoes @there before (@retraction) and behind (@section) it, with its proofs;
 * or NULL. */
GArray *
chase_infinite_back (const ChaseInfinite *infinite, guint32 source, guint32 target,
                     const GArray *there, gboolean retraction, gboolean section,
                     JsonArray **proofs);
/** Two short paths that undo each other, with proofs; NULL where none is known. */
GArray *
chase_infinite_isomorphism (const ChaseInfinite *infinite, guint32 a, guint32 b, GArray **back,
                            JsonArray **proofs);
/** {"type", "there", "back", "proofs"}; @proofs is taken. */
JsonObject *
chase_isomorphism_json (const ChaseInfinite *infinite, const GArray *there, const GArray *back,
                        JsonArray *proofs, const char *type);

G_END_DECLS
