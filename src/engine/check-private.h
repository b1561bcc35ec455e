/* SPDX-License-Identifier: MIT */
#pragma once

/* What the files that decide propositions share; nobody else includes this. */

#include "engine/check.h"
#include "engine/clock.h"
#include "engine/naturality.h"
#include "model/enumerated.h"
#include "evidence/roll.h"
#include "model/laws.h"
#include "model/set-maps.h"

G_BEGIN_DECLS

/**
 * ChaseChecker:
 *
 * One document being checked, on one thread: its theory, and an engine for each presentation that
 * was asked about.
 */
typedef struct
{
  ChaseTheory *theory;
  const ChaseBudget *budget;
  GCancellable *cancellable;
  GHashTable *engines; /* ChasePresentation -> ChaseEngine */
  GHashTable *tables;  /* ChasePresentation -> ChaseTestedTable, for composition tables */
  GHashTable
      *enumerated; /* ChasePresentation -> ChaseEnumerated, or NULL where it could not be listed */
  const char *doubt; /* why the category that was asked for last is not known, or NULL */
} ChaseChecker;

/** Borrows all. */
void
chase_checker_init (ChaseChecker *checker, ChaseTheory *theory, const ChaseBudget *budget,
                    GCancellable *cancellable);
void
chase_checker_clear (ChaseChecker *checker);
/** Decides @claim, which it takes. */
ChaseResult *
chase_checker_check (ChaseChecker *checker, ChaseClaim *claim);
/** Borrowed from the checker. */
ChaseEngine *
chase_checker_engine (ChaseChecker *checker, ChasePresentation *presentation);
/** The engine's answer about two parallel paths; the caller frees it. */
ChaseAnswer *
chase_checker_equal (ChaseChecker *checker, ChasePresentation *presentation, guint32 source,
                     ChaseWord left, ChaseWord right);
/**
 * Looks for two different short paths that the path @word from @source to @target does not tell
 * apart, before it (@before: then it is not mono) or after it (it is not epi); if there are, FAILS
 * goes to @result with the evidence.
 */
gboolean
chase_find_apart (ChaseChecker *checker, ChasePresentation *presentation, guint32 source,
                  guint32 target, const GArray *word, gboolean before, ChaseResult *result);
/**
 * ChaseTestedTable:
 *
 * A composition table that was tested. @finite is NULL where it is not closed or breaks a unit law:
 * @fault says which, of the pair @witness[0], @witness[1] or of the entry @witness[0]. @generators
 * are those of Light's test; @associative says what came of it, and @witness holds a triple that
 * does not associate.
 */
typedef struct
{
  ChaseFinite *finite;
  ChaseFiniteFault fault;
  guint32 witness[3];
  GArray *generators;
  gboolean associative;
} ChaseTestedTable;

/** The table that @presentation is, or NULL where it is none. Borrowed. */
const ChaseTestedTable *
chase_checker_table (ChaseChecker *checker, ChasePresentation *presentation);
/** FALSE with a doubt where @category (or NULL) is a table that breaks the laws, a category of
 * elements whose equations are not all known, or made of one. */
gboolean
chase_checker_knows (ChaseChecker *checker, const ChaseCategory *category);
/** The same of all categories that @proposition speaks of, unless it asks just that. */
gboolean
chase_checker_knows_all (ChaseChecker *checker, const ChaseProposition *proposition);
void
chase_tested_table_free (ChaseTestedTable *table);
/** The names of @n @arrows. */
JsonArray *
chase_arrow_names (const ChasePresentation *presentation, const guint32 *arrows, guint n);
/** Two parallel paths of a table that is a category. The caller frees the answer. */
ChaseAnswer *
chase_tested_table_equal (const ChaseTestedTable *table, ChasePresentation *presentation,
                          guint32 source, ChaseWord left, ChaseWord right);
ChaseWord
chase_letters (const GArray *letters);

/* Each puts verdict, evidence (taken; names of @presentation) and reason into @result, and nothing
 * about negation. */
void
chase_result_set (ChaseResult *result, ChaseVerdict verdict, ChaseEvidence *evidence,
                  ChasePresentation *presentation, const char *format, ...) G_GNUC_PRINTF (5, 6);
void
chase_result_undecided (ChaseResult *result, const char *format, ...) G_GNUC_PRINTF (2, 3);
/** @object (taken) is the evidence itself: {"type": ...}. */
void
chase_result_set_object (ChaseResult *result, ChaseVerdict verdict, JsonObject *object,
                         const char *format, ...) G_GNUC_PRINTF (4, 5);
/** There are @count (decimal) things that are called @what; @list (taken) is the evidence. */
void
chase_result_count (ChaseResult *result, const ChaseProposition *proposition, const char *count,
                    JsonObject *list, const char *what);
/** Evidence of that type and nothing more yet: {"type": @type}. The caller owns it. */
JsonObject *
chase_evidence_typed (const char *type);
/** The JSON object of @evidence; the caller owns it. */
JsonObject *
chase_evidence_object (ChaseEvidence *evidence, ChasePresentation *presentation);

/** All morphisms of a finite category, borrowed; NULL where they could not be listed. */
const ChaseEnumerated *
chase_checker_enumerated (ChaseChecker *checker, const ChaseCategory *category);
/** @result is undecided because the morphisms of @category (or NULL) could not be listed. */
void
chase_result_not_listed (ChaseResult *result, const ChaseCategory *category);
/** The path that represents @morphism, as the report gives paths. */
JsonArray *
chase_path_names (const ChaseEnumerated *enumerated, guint32 morphism);
/** The same for a person: "g . f", "id(A)". The caller frees it. */
char *
chase_morphism_text (const ChaseEnumerated *enumerated, guint32 morphism);

/**
 * The complete @system with a cycle of its automaton, by which there are infinitely many morphisms
 * from @from to @to (G_MAXUINT32: any): {"type": "normal", .., "cycle"}. *@words (caller frees) are
 * the normal forms along the cycle, or NULL. Caller owns it.
 */
JsonObject *
chase_infinite_evidence (ChaseEvidence *system, ChasePresentation *presentation, guint32 from,
                         guint32 to, char **words);
/** chase_count_roll () of what is declared as well, where a system by the equations alone shows
 * that this says no more. Where that decides nothing, *@grading may be what shows that there are
 * infinitely many, as in grading.h, and *@words its cycle; else NULL. Caller owns both. */
ChaseCount *
chase_checker_count_roll (ChaseChecker *checker, ChasePresentation *presentation, guint32 from,
                          guint32 to, ChaseRoll **roll, ChaseEvidence **system,
                          JsonObject **grading, char **words);
/** The same of all of @category; NULL where it is not infinite, or nothing shows it. @words may be
 * NULL. */
JsonObject *
chase_infinite_json (ChaseChecker *checker, const ChaseCategory *category, char **words);
void
chase_decide_equivalent (ChaseChecker *checker, const ChaseProposition *proposition,
                         ChaseResult *result);

/** A ChaseEnumerate whose data is the checker. */
const ChaseEnumerated *
chase_checker_list (const ChaseCategory *category, gpointer checker);

/* Set and functor categories to it. */
void
chase_decide_set_object (ChaseChecker *checker, const ChaseCategory *category,
                         const ChaseProposition *proposition, ChaseAdjective adjective,
                         ChaseResult *result);
void
chase_decide_set_map (ChaseChecker *checker, const ChaseCategory *category,
                      const ChaseProposition *proposition, ChaseAdjective adjective,
                      ChaseResult *result);
/** The sets and functions that @proposition speaks of, for the caller to free; NULL, with @result
 * undecided, where they cannot be listed or do not fit together. */
ChaseSetCone *
chase_checker_set_cone (ChaseChecker *checker, const ChaseCategory *category,
                        const ChaseProposition *proposition, ChaseResult *result);
void
chase_decide_universal_sets (ChaseChecker *checker, const ChaseCategory *category,
                             const ChaseProposition *proposition, ChaseResult *result);
/** FALSE, and nothing is decided, where the diagram @item is none of sets. */
gboolean
chase_decide_set_diagram (ChaseChecker *checker, ChaseItem *item, gboolean strictly,
                          ChaseResult *result);
void
chase_decide_category_of_sets (const ChaseCategory *category, ChaseAdjective adjective,
                               ChaseResult *result);

/** What a report says of the solution @values. Caller owns the object. */
typedef JsonObject *(*ChaseSolutionJson) (const ChaseNaturality *naturality, const guint32 *values,
                                          gconstpointer data);
/** How many solutions there are, in decimal, and the list (or its checksum) that a report shows,
 * both the caller's. NULL where @clock stopped. */
char *
chase_count_solutions (const ChaseNaturality *naturality, ChaseSolutionJson solution_json,
                       gconstpointer data, ChaseClock *clock, JsonObject **list);

/* One file each. */
/** In a product of categories without generators; FALSE, and nothing is decided, elsewhere. */
/** {"value", "evidence"} of a statement that another one rests on. Caller owns it. */
JsonObject *
chase_result_part_json (const ChaseResult *part);
/** By other statements that imply it or its contrary; FALSE where none of these is decided. */
gboolean
chase_decide_implied (ChaseChecker *checker, const ChaseProposition *proposition,
                      ChaseResult *result);
gboolean
chase_decide_by_parts (ChaseChecker *checker, const ChaseProposition *proposition,
                       ChaseResult *result);
void
chase_decide_count_natural (ChaseChecker *checker, const ChaseProposition *proposition,
                            ChaseResult *result);
void
chase_decide_universal (ChaseChecker *checker, const ChaseProposition *proposition,
                        ChaseResult *result);
/** @left -| @right, given by words between finite categories, without a unit: finds one. */
void
chase_decide_adjoint (ChaseChecker *checker, const ChaseFunctor *left, const ChaseFunctor *right,
                      ChaseResult *result);
void
chase_decide_exists (ChaseChecker *checker, const ChaseProposition *proposition,
                     ChaseResult *result);
void
chase_decide_adjunction (ChaseChecker *checker, const ChaseProposition *proposition,
                         ChaseResult *result);
void
chase_decide_natural_isomorphism (ChaseChecker *checker, const ChaseTransformation *alpha,
                                  ChaseResult *result);
void
chase_decide_isomorphic_functors (ChaseChecker *checker, const ChaseProposition *proposition,
                                  ChaseResult *result);
/** The functor from what @p presents with these @values (objects, then morphisms of arrows) in
 * @target: {"objects", "arrows"}. Caller owns it. */
JsonObject *
chase_functor_values_json (const ChasePresentation *p, const ChaseEnumerated *target,
                           const guint32 *values);
void
chase_decide_count_functors (ChaseChecker *checker, const ChaseProposition *proposition,
                             ChaseResult *result);
/**
 * The two naturalities of the lemma for @functor at @object, into the members "arrows" and
 * "functors" of @object_json: what each generator of the source makes of elements, and each
 * transformation of the document that starts or ends at @functor. FALSE where that stopped, with
 * the reason in @result. O(elements and morphisms of each arrow's ends, multiplied)
 */
gboolean
chase_yoneda_naturality (ChaseChecker *checker, const ChaseFunctor *functor, guint32 object,
                         ChaseClock *clock, JsonObject *object_json, ChaseResult *result);
void
chase_decide_yoneda (ChaseChecker *checker, const ChaseProposition *proposition,
                     ChaseResult *result);
void
chase_decide_representable_by (ChaseChecker *checker, const ChaseProposition *proposition,
                               ChaseResult *result);
/** With @by the object that is to represent it, or G_MAXUINT32 for any. */
void
chase_decide_representable (ChaseChecker *checker, const ChaseFunctor *functor, guint32 by,
                            ChaseResult *result);
void
chase_decide_count (ChaseChecker *checker, const ChaseProposition *proposition,
                    ChaseResult *result);
void
chase_decide_object (ChaseChecker *checker, const ChaseProposition *proposition,
                     ChaseAdjective adjective, ChaseResult *result);
void
chase_decide_isomorphic_objects (ChaseChecker *checker, const ChaseProposition *proposition,
                                 ChaseResult *result);
void
chase_decide_morphism (ChaseChecker *checker, const ChaseProposition *proposition,
                       ChaseAdjective adjective, ChaseResult *result);
void
chase_decide_category_property (ChaseChecker *checker, const ChaseCategory *category,
                                ChaseAdjective adjective, ChaseResult *result);
void
chase_decide_equation (ChaseChecker *checker, const ChaseProposition *proposition,
                       ChaseResult *result);
void
chase_decide_commutes (ChaseChecker *checker, const ChaseProposition *proposition,
                       ChaseResult *result);
void
chase_decide_functor_laws (ChaseChecker *checker, const ChaseFunctor *functor, ChaseResult *result);
void
chase_decide_natural (ChaseChecker *checker, const ChaseTransformation *alpha, ChaseResult *result);
void
chase_decide_table (ChaseChecker *checker, const ChaseCategory *category, ChaseResult *result);
void
chase_decide_is (ChaseChecker *checker, const ChaseProposition *proposition, ChaseResult *result);
void
chase_decide_functor_property (ChaseChecker *checker, const ChaseFunctor *given,
                               ChaseAdjective adjective, ChaseResult *result);
/** The same of one to a product that is not written out, a pair of functors. */
void
chase_decide_functor_to_product (ChaseChecker *checker, const ChaseFunctor *functor,
                                 ChaseAdjective adjective, ChaseResult *result);
/** Of what is said of functors: does @adjective ask for @part, which is faithful, full or
 * essentially surjective? */
gboolean
chase_adjective_asks (ChaseAdjective adjective, ChaseAdjective part);
/** A functor from @source is not faithful: it sends the parallel @f and @g to one morphism. */
void
chase_result_set_confused (ChaseResult *result, const ChaseEnumerated *source, guint32 f,
                           guint32 g);
/** What is said of a functor from @source holds, as the images of all morphisms show. */
void
chase_result_set_looked_at (ChaseResult *result, const ChaseEnumerated *source);
/** The same for one whose values are functors to Set, or sets. */
void
chase_decide_functor_to_sets (ChaseChecker *checker, const ChaseFunctor *functor,
                              ChaseAdjective adjective, ChaseResult *result);
/** Decides the @list; what holds says "The @what holds", what fails says so of the one that does.
 */
void
chase_decide_laws (ChaseChecker *checker, const ChaseLawList *list, const char *what,
                   const ChasePresentation *source, ChaseResult *result);

G_END_DECLS
