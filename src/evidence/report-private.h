/* SPDX-License-Identifier: MIT */
#pragma once

/* What the files that verify reports share; nobody else includes this. */

#include "evidence/enumerate.h"
#include "evidence/demands.h"
#include "evidence/refuse.h"
#include "evidence/report.h"
#include "model/set-diagram.h"

G_BEGIN_DECLS

/* The members of an evidence object; each NULL (FALSE, -1) without an error when it is missing or
 * of another type. */
const char *
chase_report_string (JsonObject *object, const char *key);
JsonArray *
chase_report_array (JsonObject *object, const char *key);
JsonObject *
chase_report_object (JsonObject *object, const char *key);
gint64
chase_report_number (JsonObject *object, const char *key);
/** Does @object say @flag in @key? */
gboolean
chase_report_is_flag (JsonObject *object, const char *key, gboolean flag);
/** The whole number at @i of @array; -1 where there is none. */
gint64
chase_report_number_at (JsonArray *array, guint i);
/** Appends the arrows that @names, in diagram order, name to @word; FALSE where one is none, or
 * @names is NULL. */
gboolean
chase_report_word (const ChasePresentation *presentation, JsonArray *names, GArray *word);
/** @count (decimal; NULL: infinitely many) against the statement's @number and the reported
 * @value. */
gboolean
chase_report_number_is (const char *count, const char *number, const char *value, gboolean holds,
                        GError **error);
/** Of what is said of functors: does @adjective ask for @part, which is faithful, full or
 * essentially surjective? */
gboolean
chase_report_asks (ChaseAdjective adjective, ChaseAdjective part);
/** The property that arrows are declared with to be @adjective; CHASE_PROPERTY_NONE of others. */
ChaseProperty
chase_report_property (ChaseAdjective adjective);
/** TRUE when @object has the type @type; else FALSE and @error. */
gboolean
chase_report_is (JsonObject *object, const char *type, GError **error);
/** TRUE when @object is a list that says in @key that it went through @n things; else FALSE and
 * @error. */
gboolean
chase_report_went_through (JsonObject *object, const char *key, guint64 n, GError **error);
/** Verifies the evidence @node (an object) that two paths are equal (@holds) or not. */
gboolean
chase_report_equation (ChaseTheory *theory, const ChasePresentation *presentation, guint32 source,
                       ChaseWord left, ChaseWord right, gboolean holds, JsonNode *node,
                       GError **error);

/* One file each: TRUE when @object is evidence for @holds. */
gboolean
chase_report_laws (ChaseTheory *theory, const ChaseDemands *laws, gboolean holds,
                   JsonObject *object, GError **error);
/** What is said of a table means nothing unless it is a category: FALSE and @error where @category
 * (or NULL) is a table that breaks the laws, or is made of one. Each is tested once. */
gboolean
chase_report_known_category (ChaseTheory *theory, const ChaseCategory *category, GError **error);
/** {"type": "table", "left", "right"}: the two paths are different arrows of a table, which is a
 * category. */
gboolean
chase_report_table_paths (const ChaseCategory *category, guint32 source, ChaseWord left,
                          ChaseWord right, gboolean holds, JsonObject *object, GError **error);
gboolean
chase_report_table (const ChaseCategory *category, gboolean holds, JsonObject *object,
                    GError **error);
/** Any statement, by its evidence @node, an object. */
gboolean
chase_report_proposition (ChaseTheory *theory, const ChaseProposition *said, gboolean holds,
                          const char *value, JsonNode *node, GError **error);
/** The evidence of part number @i in @list, an object, and its value, borrowed; NULL for either that
 * is missing. */
JsonNode *
chase_report_part (JsonArray *list, guint i, const char **value);
/** {"implied": n, "parts"}: it follows from other statements; a count's @number is that of its part. */
gboolean
chase_report_implied (ChaseTheory *theory, const ChaseProposition *proposition, const char *number,
                      gboolean holds,
                      JsonObject *object, GError **error);
/** One in a product of categories without generators, by its two parts (whose numbers may be
 * changed). */
gboolean
chase_report_parts (ChaseTheory *theory, ChaseProposition *const parts[2], const char *number,
                    const char *value, gboolean holds, JsonObject *object, GError **error);
/** One adjective, or several, by the evidence of each or of the one that fails. */
gboolean
chase_report_is_all (ChaseTheory *theory, const ChaseProposition *proposition, gboolean holds,
                     JsonNode *node, GError **error);
gboolean
chase_report_is_adjective (ChaseTheory *theory, const ChaseProposition *proposition,
                           ChaseAdjective adjective, gboolean holds, JsonNode *node,
                           GError **error);
gboolean
chase_report_count (ChaseTheory *theory, const ChaseProposition *proposition, const char *value,
                    gboolean holds, JsonObject *object, GError **error);
gboolean
chase_report_object_is (ChaseTheory *theory, const ChaseProposition *proposition,
                        ChaseAdjective adjective, gboolean holds, JsonObject *evidence,
                        GError **error);
gboolean
chase_report_isomorphic (ChaseTheory *theory, const ChaseProposition *proposition, gboolean holds,
                         JsonObject *evidence, GError **error);
gboolean
chase_report_morphism_is (ChaseTheory *theory, const ChaseProposition *proposition,
                          ChaseAdjective adjective, gboolean holds, JsonNode *node, GError **error);
/** {"type": "table", "confused", "side", "equal", "apart"}: two different paths that the path @word
 * from @source does not tell apart, which refutes @adjective. */
gboolean
chase_report_apart (ChaseTheory *theory, const ChasePresentation *presentation, guint32 source,
                    const GArray *word, ChaseAdjective adjective, JsonObject *object,
                    GError **error);
/** {"type": "laws", "facts"}: that the path has the property follows from what is declared. */
gboolean
chase_report_facts (const ChasePresentation *presentation, guint32 source, ChaseWord word,
                    ChaseProperty property, JsonObject *evidence, GError **error);
gboolean
chase_report_category_is (ChaseTheory *theory, const ChaseCategory *category,
                          ChaseAdjective adjective, gboolean holds, JsonObject *evidence,
                          GError **error);

/* Of categories whose morphisms are not listed (report-infinite.c). */
/** Is @evidence of the kind that speaks of such categories? */
gboolean
chase_report_speaks_of_infinite (JsonObject *evidence);
/** Do arrows lead from the one object to the other? */
gboolean
chase_report_reaches (const ChasePresentation *p, guint32 from, guint32 to);
gboolean
chase_report_infinite_object (const ChaseCategory *category, guint32 object,
                              ChaseAdjective adjective, gboolean holds, JsonObject *evidence,
                              GError **error);
gboolean
chase_report_infinite_isomorphic (ChaseTheory *theory, const ChaseCategory *category, guint32 a,
                                  guint32 b, gboolean holds, JsonObject *evidence, GError **error);
gboolean
chase_report_infinite_morphism (ChaseTheory *theory, const ChaseCategory *category, guint32 source,
                                guint32 target, const GArray *word, ChaseProperty property,
                                gboolean holds, JsonObject *evidence, GError **error);
gboolean
chase_report_infinite_category (ChaseTheory *theory, const ChaseCategory *category,
                                ChaseAdjective adjective, gboolean holds, JsonObject *evidence,
                                GError **error);
/** A functor by words, or to Set, from or to such a category. */
gboolean
chase_report_infinite_functor (ChaseTheory *theory, const ChaseFunctor *functor,
                               ChaseAdjective adjective, gboolean holds, JsonObject *object,
                               GError **error);
/** {"inverse", "proofs"}: a path back for every arrow of the target, which undoes the functor. */
gboolean
chase_report_inverse_functor (ChaseTheory *theory, const ChaseFunctor *functor, JsonObject *object,
                              GError **error);
/** {"renaming", "laws", "back"}: an isomorphism from @c to @d by their generators. */
gboolean
chase_report_renaming (ChaseTheory *theory, const ChaseCategory *c, const ChaseCategory *d,
                       JsonObject *object, GError **error);
/** It is a functor. */
gboolean
chase_report_functor (ChaseTheory *theory, const ChaseFunctor *functor, gboolean holds,
                      JsonObject *object, GError **error);
/** {"made": [EVIDENCE, ..]}: what it is made of are functors. */
gboolean
chase_report_construction (ChaseTheory *theory, const ChaseFunctor *functor, gboolean holds,
                           JsonObject *object, GError **error);
/** {"from", "system"}: the set at @d of a Kan extension is infinite. */
gboolean
chase_report_infinite_kan (const ChaseFunctor *functor, guint32 d, JsonObject *object,
                           GError **error);
gboolean
chase_report_functor_is (ChaseTheory *theory, const ChaseFunctor *given, ChaseAdjective adjective,
                         gboolean holds, JsonObject *evidence, GError **error);
/** The same for one whose values are functors to Set, or sets. */
gboolean
chase_report_functor_to_product (const ChaseFunctor *functor, ChaseAdjective adjective,
                                 gboolean holds, JsonObject *evidence, GError **error);
gboolean
chase_report_functor_to_sets (const ChaseFunctor *functor, ChaseAdjective adjective, gboolean holds,
                              JsonObject *evidence, GError **error);
/** The morphism of the category listed in @enumerated that @node, an array of arrows' names, is; an
 * empty one is the identity of @object. G_MAXUINT32 where it is none. */
guint32
chase_report_morphism (const ChaseEnumerated *enumerated, JsonNode *node, guint32 object);

/** Are the values right that @theory has listed by itself? Each is verified once. */
gboolean
chase_report_listed (ChaseTheory *theory, GError **error);
/** Is the table right that @category, a functor category, was listed as? */
gboolean
chase_report_functor_category (ChaseTheory *theory, const ChaseCategory *category, GError **error);
/* Cat. */
/** Are two functors, from one category to another, the same? */
gboolean
chase_report_same_functor (ChaseTheory *theory, const ChaseFunctor *first,
                           const ChaseFunctor *second, gboolean holds, JsonObject *object,
                           GError **error);
gboolean
chase_report_functor_equation (ChaseTheory *theory, const ChaseProposition *proposition,
                               gboolean holds, JsonObject *object, GError **error);
gboolean
chase_report_in_cat (ChaseTheory *theory, const ChaseProposition *proposition,
                     ChaseAdjective adjective, gboolean holds, JsonNode *node, GError **error);
gboolean
chase_report_epi_functor (ChaseTheory *theory, const ChaseFunctor *functor, gboolean holds,
                          JsonObject *object, GError **error);
gboolean
chase_report_split_functor (const ChaseFunctor *functor, gboolean mono, gboolean holds,
                            JsonObject *object, GError **error);
/** By the comparison with what is glued or multiplied. */
gboolean
chase_report_comparison (ChaseTheory *theory, const ChaseProposition *proposition, gboolean holds,
                         JsonObject *object, GError **error);
/** There are all limits and colimits, of categories and functors. */
gboolean
chase_report_exists_in_cat (ChaseTheory *theory, const ChaseProposition *proposition, gboolean holds,
                            JsonObject *object, GError **error);
/** A product, coproduct, pullback or equalizer. */
gboolean
chase_report_universal_in_cat (ChaseTheory *theory, const ChaseProposition *proposition,
                               gboolean holds, JsonObject *object, GError **error);
gboolean
chase_report_cat_diagram (ChaseTheory *theory, const ChaseItem *item, gboolean strictly,
                          gboolean holds, JsonObject *object, GError **error);

/* Functors and transformations where morphisms are not listed (report-infinite-natural.c). */
gboolean
chase_report_infinite_yoneda (const ChaseFunctor *functor, guint32 object, gboolean holds,
                              JsonObject *evidence, GError **error);
gboolean
chase_report_count_by_yoneda (ChaseTheory *theory, const ChaseProposition *proposition,
                              const char *value, gboolean holds, JsonObject *object,
                              GError **error);
/** {"endo", "functor", "laws", "at", "cycle", "system"}: a transformation of a functor to itself whose
 * powers are all different. */
gboolean
chase_report_count_endo (ChaseTheory *theory, const ChaseProposition *proposition,
                         const char *value, gboolean holds, JsonObject *object, GError **error);
gboolean
chase_report_not_representable (const ChaseFunctor *functor, guint32 by, JsonObject *object,
                                GError **error);
gboolean
chase_report_infinite_isomorphic_functors (ChaseTheory *theory, const ChaseProposition *proposition,
                                           gboolean holds, JsonObject *object, GError **error);
gboolean
chase_report_infinite_natural_isomorphism (ChaseTheory *theory, const ChaseTransformation *alpha,
                                           gboolean holds, JsonObject *object, GError **error);
gboolean
chase_report_infinite_functors (const ChaseCategory *source, const ChaseCategory *target,
                                JsonObject *object, GError **error);
/** Do the arrows that @evidence lists in "absorbing" stand on both sides or on neither of each
 * equation, and is nothing declared of them? */
gboolean
chase_report_absorbing (const ChasePresentation *p, JsonObject *evidence, GError **error);

/* Slices and coslices that are not listed. */
gboolean
chase_report_slice_infinite (const ChaseCategory *slice, JsonObject *object, GError **error);
gboolean
chase_report_slice_is (const ChaseCategory *slice, ChaseAdjective adjective, gboolean holds,
                       JsonObject *object, GError **error);
gboolean
chase_report_slice_object (ChaseTheory *theory, const ChaseCategory *slice, const ChaseTerm *term,
                           ChaseAdjective adjective, gboolean holds, GError **error);
/** |Hom (f, g)| in a slice of Set, element by element. */
gboolean
chase_report_slice_count (ChaseTheory *theory, const ChaseCategory *slice,
                          const ChaseProposition *proposition, const char *value, gboolean holds,
                          JsonObject *object, GError **error);

/* Set and functor categories to it. */
gboolean
chase_report_set_object (ChaseTheory *theory, const ChaseCategory *category,
                         const ChaseProposition *proposition, ChaseAdjective adjective,
                         gboolean holds, JsonObject *object, GError **error);
gboolean
chase_report_set_map (ChaseTheory *theory, const ChaseCategory *category,
                      const ChaseProposition *proposition, ChaseAdjective adjective, gboolean holds,
                      JsonObject *object, GError **error);
gboolean
chase_report_universal_sets (ChaseTheory *theory, const ChaseCategory *category,
                             const ChaseProposition *proposition, gboolean holds,
                             JsonObject *object, GError **error);
/* What the files about sets share (report-sets.c): values, names of the evidence, and objects and
 * maps as the verifier reads them itself, which the caller owns. */
guint32
chase_report_set_image (const ChaseSetMap *map, guint32 a, guint32 x);
const char *
chase_report_string_at (JsonArray *array, guint i);
ChaseSets *
chase_report_read_set (ChaseTheory *theory, const ChaseCategory *category, const ChaseTerm *term,
                       GHashTable *listing);
ChaseSetMap *
chase_report_read_set_map (ChaseTheory *theory, const ChaseCategory *category,
                           const ChaseTerm *term, GHashTable *listing);
guint32
chase_report_set_element (const ChaseSets *sets, guint32 a, const char *name);
guint32
chase_report_set_at (const ChasePresentation *base, JsonObject *object);
/** Are the objects and maps of @diagram what the verifier reads itself? */
gboolean
chase_report_reads_diagram (ChaseTheory *theory, const ChaseSetDiagram *diagram,
                            GHashTable *listing);
/** FALSE and @error where @functor may miss elements at the end of a declared epi, over which
 * equations follow by cancelling it that are not known (the category of its elements then has
 * others than those that its presentation says). */
gboolean
chase_report_known_elements (const ChaseFunctor *functor, GError **error);
/** Has the opposite, product or category of elements @category the generators and equations of one?
 */
gboolean
chase_report_derived (ChaseTheory *theory, const ChaseCategory *category, GError **error);
gboolean
chase_report_set_diagram (ChaseTheory *theory, ChaseItem *item, gboolean strictly, gboolean holds,
                          JsonObject *object, GError **error);
gboolean
chase_report_category_of_sets (const ChaseCategory *category, ChaseAdjective adjective,
                               gboolean holds, JsonObject *object, GError **error);
/** Are the paths along the "cycle" of @object in normal form and from @from to @to (G_MAXUINT32:
 * any)? */
gboolean
chase_report_cycle (const ChasePresentation *p, const ChaseNormal *normal, guint32 from, guint32 to,
                    JsonObject *object, GError **error);
/** {"degrees", "cycle"}, with {"model", "at"} where the degrees depend on elements: infinitely many
 * morphisms from @from to @to (each G_MAXUINT32: any). */
gboolean
chase_report_grading (const ChasePresentation *p, guint32 from, guint32 to, JsonObject *evidence,
                      GError **error);
/** Does the system @object show that @category has infinitely many morphisms? */
gboolean
chase_report_infinite (const ChaseCategory *category, JsonObject *object, GError **error);
/** C isomorphic D, or C equivalent D. */
gboolean
chase_report_equivalent (ChaseTheory *theory, const ChaseProposition *proposition, gboolean holds,
                         JsonObject *object, GError **error);
gboolean
chase_report_count_natural (ChaseTheory *theory, const ChaseProposition *proposition,
                            const char *value, gboolean holds, JsonObject *object, GError **error);
gboolean
chase_report_universal (ChaseTheory *theory, const ChaseProposition *proposition, gboolean holds,
                        JsonObject *object, GError **error);
/** @left -| @right, given by words (or NULL), by the bijection of hom-sets. */
gboolean
chase_report_adjoint (const ChaseFunctor *left, const ChaseFunctor *right, gboolean holds,
                      JsonObject *object, GError **error);
/** SHAPE of base exists: the cone that was found, or all cones, each with one that it does not
 * mediate. */
gboolean
chase_report_exists (ChaseTheory *theory, const ChaseProposition *proposition, gboolean holds,
                     JsonObject *object, GError **error);
gboolean
chase_report_exists_in_sets (ChaseTheory *theory, const ChaseCategory *category,
                             const ChaseProposition *proposition, gboolean holds,
                             JsonObject *object, GError **error);
gboolean
chase_report_natural_isomorphism (ChaseTheory *theory, const ChaseTransformation *alpha,
                                  gboolean holds, JsonObject *object, GError **error);
gboolean
chase_report_isomorphic_functors (ChaseTheory *theory, const ChaseProposition *proposition,
                                  gboolean holds, JsonObject *object, GError **error);
gboolean
chase_report_count_functors (ChaseTheory *theory, const ChaseProposition *proposition,
                             const char *value, gboolean holds, JsonObject *object, GError **error);
gboolean
chase_report_yoneda (ChaseTheory *theory, const ChaseProposition *proposition, gboolean holds,
                     JsonObject *object, GError **error);
gboolean
chase_report_representable_by (ChaseTheory *theory, const ChaseProposition *proposition,
                               gboolean holds, JsonObject *object, GError **error);
/** With @by the object that is to represent it, or G_MAXUINT32 for any. */
gboolean
chase_report_representable (const ChaseFunctor *functor, guint32 by, gboolean holds,
                            JsonObject *object, GError **error);

G_END_DECLS
