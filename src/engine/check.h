/* SPDX-License-Identifier: MIT */
#pragma once

#include "engine/engine.h"
#include "model/claim.h"
#include "model/theory.h"

G_BEGIN_DECLS

/**
 * ChaseResult:
 *
 * What came of one claim. @verdict is that of the statement as it is written, its `not` included;
 * @evidence (NULL when undecided) is that of the proposition itself. @presentation names what the
 * evidence speaks of and may be NULL.
 * @kind is a word of the report. @value is what a count found, in decimal, else NULL. Of an
 * equation, @source is the object where the paths start and @paths (or NULL) the first two that
 * differ, of guint32.
 */
typedef struct
{
  ChaseClaim *claim;
  const char *kind;
  ChaseVerdict verdict;
  char *value;
  ChaseEvidence *evidence;
  ChasePresentation *presentation;
  guint32 source;
  GArray *paths[2];
  char *reason;
  double milliseconds;
} ChaseResult;

void
chase_result_free (ChaseResult *result);
/** The evidence as the report gives it, or NULL. Caller frees. */
JsonNode *
chase_result_evidence_json (const ChaseResult *result);
/** "holds", "fails", "undecided". */
const char *
chase_verdict_word (ChaseVerdict verdict);

/**
 * Called before each claim of a document is decided: number @done of @total.
 */
typedef void (*ChaseCheckProgress) (const ChaseClaim *claim, guint done, guint total,
                                    gpointer data);

/**
 * Decides every claim of @document, which must be free of errors (see chase_validate (); what is
 * not comes back undecided), in the order of chase_document_claims (). @budget is for each
 * question, NULL the default one. Once @cancellable is cancelled the rest comes back undecided.
 * @progress may be NULL. Returns an array of ChaseResult that the caller owns. Any thread.
 */
GPtrArray *
chase_check_document (const ChaseDocument *document, const ChaseBudget *budget,
                      GCancellable *cancellable, ChaseCheckProgress progress, gpointer data);
/**
 * The same for the document of @theory, on @n_threads threads, the caller's among them, each with
 * a budget of its own (which differ in whom they tell of progress). @progress is told on the thread
 * that asks, with the progress_data of its budget. The askers of @crowd, all threads of this call
 * among them, share the memory of one budget; with NULL, this call is the crowd. The results and
 * their order do not depend on the number of threads, as far as the time allowed does not matter.
 */
GPtrArray *
chase_check_theory (ChaseTheory *theory, const ChaseBudget *budgets, guint n_threads,
                    ChaseCrowd *crowd, GCancellable *cancellable, ChaseCheckProgress progress);
/** The same for one @proposition about the document. Caller owns the result. */
ChaseResult *
chase_check_proposition (ChaseTheory *theory, ChaseProposition *proposition, gboolean negated,
                         const ChaseBudget *budget, GCancellable *cancellable);

/**
 * ChaseCheckedFace:
 *
 * A face of a diagram: two parallel paths of its edges from node @from to node @to, as indexes of
 * cells of the ChaseDiagram, with the same paths as paths of the category, and whether they are
 * equal. @undecided and without evidence where no question was asked.
 */
typedef struct
{
  guint32 from;
  guint32 to;
  GArray *left;  /* of guint32 */
  GArray *right; /* of guint32 */
  ChaseVerdict verdict;
  ChaseEvidence *evidence;
  ChasePresentation *presentation;
  char *reason;
} ChaseCheckedFace;

void
chase_checked_face_free (ChaseCheckedFace *face);

/**
 * Returns a smallest set of faces of the diagram @item which, once equal, make it commute, each
 * with its verdict: an array of ChaseCheckedFace that the caller owns. Returns NULL and puts the
 * reason in *@reason (caller frees) where there is none (a computed diagram that is not drawn in one
 * category, errors, no time). Any thread.
 */
GPtrArray *
chase_check_faces (ChaseTheory *theory, ChaseItem *item, gboolean strictly,
                   const ChaseBudget *budget, GCancellable *cancellable, char **reason);

/**
 * ChaseConsequence:
 *
 * A path of the category of @item, in the notation, and properties that it has because of what is
 * declared of others.
 */
typedef struct
{
  ChaseItem *item; /* a category, or a diagram that is its own */
  char *path;
  ChaseProperty properties;
} ChaseConsequence;

void
chase_consequence_free (ChaseConsequence *consequence);
/**
 * Lists what follows from the declared properties of each category of the document: of its arrows,
 * and of the parts of its equations' sides. An array of ChaseConsequence that the caller owns; each
 * can be put as a question, whose answer has the evidence.
 */
GPtrArray *
chase_check_consequences (ChaseTheory *theory, const ChaseBudget *budget,
                          GCancellable *cancellable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseResult, chase_result_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseCheckedFace, chase_checked_face_free)

G_END_DECLS
