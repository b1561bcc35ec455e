/* SPDX-License-Identifier: MIT */
#pragma once

#include "evidence/evidence.h"
#include "model/theory.h"

G_BEGIN_DECLS

typedef enum
{
  CHASE_ROCQ_PROVED,
  CHASE_ROCQ_REFUTED,
  CHASE_ROCQ_UNDECIDED,
} ChaseRocqOutcome;

typedef enum
{
  CHASE_PROOFS_ROCQ,
  CHASE_PROOFS_LEAN,
} ChaseProofLanguage;

/**
 * ChaseRocqClaim:
 *
 * One claim of a document and what came of it. @outcome and @evidence are those of the
 * @proposition itself, whether or not the claim says `not` (@negated). @statement is the claim and
 * @reason what is said of it (or NULL), both for a person. All is borrowed.
 */
typedef struct
{
  const ChaseProposition *proposition;
  gboolean negated;
  guint line;
  const char *statement;
  ChaseRocqOutcome outcome;
  const ChaseEvidence *evidence;
  const char *reason;
  /* Of an isomorphism that was found: that there and back is the identity, and back and there, where
     the way there has so many arrows; NULL of other claims. */
  const ChaseEvidence *inverse[2];
  guint32 n_there;
} ChaseRocqClaim;

/**
 * chase_rocq_write:
 * @language: what to write
 * @theory: the meaning of the document
 * @claims: (and @n_claims) its claims, in order
 *
 * Returns a file for Rocq (Coq): a record of categories and, for each category of the document, a
 * module type with its objects and generators as parameters, its equations and declared properties
 * as axioms, and a module over any such module with a lemma for every equation that the evidence of
 * a claim proves, for what it proves a morphism to be (mono, epi, split, iso; in Lean not), and for objects
 * that it proves isomorphic. Evidence that the verifier does not accept gives no lemma. What gives none is
 * listed in comments at the end. The text needs no library and its bytes depend on nothing but the
 * arguments. Caller frees. For Lean 4 the same in the style of mathlib, whose category theory it
 * imports.
 */
char *
chase_rocq_write (ChaseProofLanguage language, ChaseTheory *theory, const ChaseRocqClaim *claims,
                  guint n_claims);

G_END_DECLS
