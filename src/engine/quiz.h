/* SPDX-License-Identifier: MIT */
#pragma once

#include "engine/check.h"
#include "model/diagram.h"

G_BEGIN_DECLS

/* What a class is asked about a diagram. */
typedef enum
{
  CHASE_QUIZ_CLAIM,  /* ask PROPOSITION: is it so? */
  CHASE_QUIZ_ARROW,  /* an arrow with `ask` in its style: what is its name? */
  CHASE_QUIZ_OBJECT, /* an object with `ask`, or `ask = F`: what is its image? */
} ChaseQuizKind;

/** One question; borrowed from the document and the diagram that it is asked about. */
typedef struct
{
  ChaseQuizKind kind;
  const ChaseItem *asked;   /* CLAIM: the statement */
  guint32 cell;             /* ARROW, OBJECT */
  const char *functor;      /* OBJECT: of which the image is asked; NULL: what the object is */
  const ChaseTerm *subject; /* OBJECT: the term whose value is asked */
} ChaseQuiz;

/**
 * The questions about @diagram, that of @item: those of its cells, in their order, then those of
 * the document's `ask` statements that speak of it, by its name or in its category. Caller owns the
 * array (of ChaseQuiz), which may be empty.
 */
GArray *
chase_quiz_find (ChaseTheory *theory, ChaseItem *item, const ChaseDiagram *diagram);

/**
 * What an answer is worth: HOLDS is right and FAILS wrong; UNDECIDED where nobody knows, or where
 * it is no answer to the question at all. @reason is one sentence for a person.
 */
typedef struct
{
  ChaseVerdict verdict;
  char *reason;
} ChaseQuizResult;

/** Checks the answer @answer (a path to an arrow, an object or a set to an object) by deciding
 * whether it and what is asked about are equal. Any thread. Caller owns the result. */
ChaseQuizResult *
chase_quiz_check (ChaseTheory *theory, ChaseItem *item, const ChaseQuiz *quiz,
                  const ChaseTerm *answer, const ChaseBudget *budget, GCancellable *cancellable);
/** The same for a CLAIM: is "yes" (or "no") right? */
ChaseQuizResult *
chase_quiz_check_claim (ChaseTheory *theory, const ChaseQuiz *quiz, gboolean yes,
                        const ChaseBudget *budget, GCancellable *cancellable);
void
chase_quiz_result_free (ChaseQuizResult *result);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseQuizResult, chase_quiz_result_free)

G_END_DECLS
