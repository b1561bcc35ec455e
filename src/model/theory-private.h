/* SPDX-License-Identifier: MIT */
#pragma once

/* What the files of the theory share; no other room includes this. */

#include "model/listed.h"
#include "model/problem.h"
#include "model/theory.h"

G_BEGIN_DECLS

/* Limits that keep a short text from meaning more than a machine holds; each is an error that says
 * so. */
#define CHASE_MAX_PATH 100000 /* arrows in one path */
#define CHASE_MAX_LETTERS                                                                          \
  50000000 /* arrows in all paths that powers, functors and products write out */
#define CHASE_MAX_DERIVED 2000000 /* objects, arrows and equations of one product */
#define CHASE_MAX_DEPTH 1500      /* terms within terms, definitions that stand on definitions */

#define NOWHERE G_MAXUINT32

struct _ChaseTheory
{
  gatomicrefcount ref_count;
  ChaseDocument *document;
  GRecMutex lock;
  GPtrArray *problems;         /* where definitions report, while the theory is built */
  GHashTable *names;           /* document-level name -> its first ChaseItem */
  GHashTable *meanings;        /* ChaseItem -> what it defines, PENDING or BROKEN */
  GHashTable *diagrams;        /* ChaseItem -> ChaseDiagram, bare, of those that are drawn */
  GHashTable *parts;           /* ChaseItem of a diagram -> GPtrArray of items, its parts */
  GHashTable *categories;      /* key -> ChaseCategory, owned */
  GHashTable *by_presentation; /* ChasePresentation -> ChaseCategory */
  GHashTable *functors;        /* key -> ChaseFunctor, owned */
  GHashTable *transformations; /* key -> ChaseTransformation, owned */
  GHashTable *candidates;      /* see chase_theory_candidates (); NULL until it is asked for */
  GPtrArray
      *named; /* of ChaseCategory: those of the document's categories and diagrams, in order */
  GHashTable *listed;   /* ChaseCategory of functors -> it as a table, or NULL */
  GHashTable *verified; /* of functors and transformations */
  gsize letters;        /* written out so far */
  guint guesses;        /* made so far */
  guint depth;
  gboolean told;     /* that the limit of letters is reached */
  gboolean building; /* what is written out counts */
  gboolean torn;     /* a drawing lacks something */
};

/* A named edge of a diagram that shows the path @term, resolved to @letters from @source to
 * @target. */
typedef struct
{
  guint32 source;
  guint32 target;
  GArray *letters;
} ChaseNamedPath;

/* theory.c */
ChaseItem *
chase_theory_find (ChaseTheory *theory, const char *name);
/* TRUE where @term is the name of a transformation. */
gboolean
chase_theory_names_transformation (ChaseTheory *theory, const ChaseTerm *term);
/* NULL when it has no meaning, which is reported where it is defined. */
gpointer
chase_theory_meaning (ChaseTheory *theory, ChaseItem *item);
void
chase_theory_error (GPtrArray *problems, const ChaseTerm *at, const char *hint, const char *format,
                    ...) G_GNUC_PRINTF (4, 5);
void
chase_statement_error (GPtrArray *problems, const ChaseStatement *statement, const char *hint,
                       const char *format, ...) G_GNUC_PRINTF (4, 5);
/* "did you mean X?" or NULL, where X is a key of one of the tables (NULL ones are skipped). */
char *
chase_theory_guess (ChaseTheory *theory, const char *word, GHashTable *first, GHashTable *second);
/* Name of an object or an arrow -> GPtrArray of those of theory->named that know it: asked where a
 * check says no `in`. Once the named ones are known. */
GHashTable *
chase_theory_candidates (ChaseTheory *theory);
/* TRUE, and an error, when @n letters more would be too many. */
gboolean
chase_theory_too_long (ChaseTheory *theory, gsize n, const ChaseTerm *at, GPtrArray *problems);
/* FALSE, and an error, when @n more of whatever takes memory would be too many. */
gboolean
chase_theory_spend (ChaseTheory *theory, guint64 n, const ChaseTerm *at, GPtrArray *problems);
/* "A, B and C", "A, B, C and 7 more" */
char *
chase_list_names (GPtrArray *names);
/* "a category", "a functor": what a document-level name is. */
const char *
chase_item_article (const ChaseItem *item);

/* theory-category.c */
ChaseCategory *
chase_category_new (ChaseCategoryKind kind, char *key);
void
chase_category_free (ChaseCategory *category);
/* Takes the names of objects and arrows, where they differ, into its indexes. */
void
chase_category_index (ChaseCategory *category);
gboolean
chase_category_add_object (ChaseCategory *category, const ChaseName *name);
const ChaseCategory *
chase_theory_keep_category (ChaseTheory *theory, ChaseCategory *category);
ChaseCategory *
chase_theory_build_block (ChaseTheory *theory, ChaseItem *item);
/* Adds the equations that @item's block states; for a table checks that they are entries. */
void
chase_theory_add_equations (ChaseTheory *theory, ChaseCategory *category, const ChaseItem *item);
GHashTable *
chase_item_properties (const ChaseItem *item);
void
chase_theory_check_properties (ChaseTheory *theory, ChaseCategory *category, const ChaseItem *item,
                               const char *where);
guint32
chase_category_find_object (const ChaseCategory *category, const char *name);
guint32
chase_category_find_arrow (const ChaseCategory *category, const char *name);
/* The arrow that is inverse to @arrow: a formal inverse, or by the entries of a table; or NOWHERE.
 */
guint32
chase_category_inverse (const ChaseCategory *category, guint32 arrow);

/* theory-generators.c */
/* Gives @product the generators and equations of the product of @c and @d. */
void
chase_category_fill_product (ChaseCategory *product, const ChasePresentation *c,
                             const ChasePresentation *d);
/* Gives @category those of the elements of @functor, a functor to Set that has a value everywhere.
 */
void
chase_category_fill_elements (ChaseCategory *category, const ChaseFunctor *functor);

/* theory-derived.c */
const ChaseCategory *
chase_theory_derive (ChaseTheory *theory, const ChaseTerm *term, GPtrArray *problems);

const ChaseCategory *
chase_theory_functors_between (ChaseTheory *theory, const ChaseCategory *source,
                               const ChaseCategory *target);

/* @first * @second; NULL where it is too large. */
const ChaseCategory *
chase_theory_product (ChaseTheory *theory, const ChaseCategory *first, const ChaseCategory *second);

/* Set. */
const ChaseCategory *
chase_theory_category_of_sets (ChaseTheory *theory);

/* Is it Set^op? */
gboolean
chase_category_is_opposite_of_sets (const ChaseCategory *category);

/* theory-diagram.c */
const ChaseCategory *
chase_theory_build_diagram (ChaseTheory *theory, ChaseItem *item);
void
chase_theory_check_view (ChaseTheory *theory, const ChaseItem *item, GPtrArray *problems);

/* theory-view.c: the computed diagram @item over its category, or NULL where its arrows are no
 * morphisms. */
ChaseShape *
chase_theory_view_shape (ChaseTheory *theory, const ChaseItem *item);

/* theory-sets.c (and listed.h) */
/* The function @value, from the elements @domain to the elements @codomain, into @values. */
gboolean
chase_theory_read_function (const ChaseTerm *value, ChaseName **domain, guint32 n_domain,
                            ChaseName **codomain, guint32 n_codomain, guint32 *values,
                            const char *what, GPtrArray *problems);

/* theory-functor.c, theory-functor-term.c */
/* Takes @key. */
ChaseFunctor *
chase_theory_functor_new (ChaseFunctorForm form, const ChaseCategory *source,
                          const ChaseCategory *target, char *key);
/* Keeps @made, whose values are listed unless that was done (or tried) before: it may take long. */
const ChaseFunctor *
chase_theory_keep_listed (ChaseTheory *theory, ChaseFunctor *made);
void
chase_theory_functor_free (ChaseFunctor *functor);
const ChaseFunctor *
chase_theory_build_functor (ChaseTheory *theory, ChaseItem *item);
const ChaseFunctor *
chase_theory_keep_functor (ChaseTheory *theory, ChaseFunctor *functor);
const ChaseFunctor *
chase_theory_functor_term (ChaseTheory *theory, const ChaseTerm *term, const ChaseCategory *source,
                           const ChaseCategory *target, GPtrArray *problems);
const ChaseFunctor *
chase_theory_opposite_functor (ChaseTheory *theory, const ChaseFunctor *functor,
                               const ChaseTerm *at, GPtrArray *problems);
/* @second after @first. */
const ChaseFunctor *
chase_theory_compose_functors (ChaseTheory *theory, const ChaseFunctor *second,
                               const ChaseFunctor *first, const ChaseTerm *at, GPtrArray *problems);

/* theory-functor-hom.c: Hom(A, -), Hom(-, A) or Hom(-, -), where @source may be NULL but for the
 * last; and yoneda(C). NULL with a problem. */
const ChaseFunctor *
chase_theory_hom_functor (ChaseTheory *theory, const ChaseTerm *term, const ChaseCategory *source,
                          GPtrArray *problems);
const ChaseFunctor *
chase_theory_yoneda_functor (ChaseTheory *theory, const ChaseTerm *term, GPtrArray *problems);
/* TRUE when both are one functor as far as types go: into Set the same, else with the same values
 * at objects. */
gboolean
chase_functor_parallel (const ChaseFunctor *a, const ChaseFunctor *b);

/* The functor Hom (object, -) of @category, or of its opposite Hom (-, object). */
const ChaseFunctor *
chase_theory_hom (ChaseTheory *theory, const ChaseCategory *category, guint32 object,
                  gboolean covariant);

/* slice-names.c */
/* What the objects of @slice, whose Hom functor (elements) and base are known, are called: the
 * paths that its elements are, in the direction of its base. Caller owns the array of names. */
GPtrArray *
chase_slice_names (const ChaseCategory *slice);
/* Calls the objects and arrows of @slice, a copy of the one that it turns round, so; its index of
 * objects is empty. */
void
chase_slice_name_all (ChaseCategory *slice);
/* Which element of Hom(A, -) the path @word from A (with @turned, to A, of the opposite) is. */
guint32
chase_hom_element (const ChaseFunctor *hom, const GArray *word, gboolean turned);

/* theory-functor-slice.c */
/* Fills @functor, which is taken and goes to a slice of Set, with the values @objects and @arrows;
 * @term is what it is called. NULL with errors. */
ChaseFunctor *
chase_theory_slice_functor (ChaseTheory *theory, ChaseFunctor *functor, const ChaseTerm *term,
                            const ChaseTerm *const *objects, const ChaseTerm *const *arrows);
/* F(A), of such a functor to @slice, as slice-sets.h has it (borrowed); or NULL. */
const ChaseTerm *
chase_slice_value (ChaseTheory *theory, const ChaseCategory *slice, const ChaseTerm *term);
/* F(f) as a function, of the words of the notation, that the caller owns, and between which
 * functions (borrowed); or NULL. */
ChaseTerm *
chase_slice_value_at_path (ChaseTheory *theory, const ChaseCategory *slice, const ChaseTerm *term,
                           const ChaseTerm **from, const ChaseTerm **to);

/* theory-listed.c */
/* Gives @functor, of form TERM, its values as sets where they can be listed within the limits; it
 * is not kept yet. */
void
chase_theory_list_values (ChaseTheory *theory, ChaseFunctor *functor);
/* The same for a Yoneda embedding, which is made with form TABLES. */
gboolean
chase_theory_list_embedding (ChaseTheory *theory, ChaseFunctor *functor);
/* Is there a Kan extension of @m along @along that might be listed? */
gboolean
chase_theory_may_extend (const ChaseFunctor *m, const ChaseFunctor *along);
/* The components of @made, the unit or the counit of free -| forget (@left) or forget -| cofree. */
void
chase_theory_fill_unit (ChaseTransformation *made, gboolean left, gboolean unit);

/* theory-transformation.c: from the components that are written */
ChaseTransformation *
chase_theory_transformation_new (const ChaseFunctor *from, const ChaseFunctor *to,
                                 ChaseTransformationForm form, const ChaseTerm *term, char *key);
/* How the components of one from @from to @to are kept. */
ChaseTransformationForm
chase_transformation_form_between (const ChaseFunctor *from, const ChaseFunctor *to);
/* Makes a copy of @letters the component at @object. */
void
chase_transformation_set_word (ChaseTransformation *made, guint32 object, const GArray *letters);
const ChaseTransformation *
chase_theory_keep_transformation (ChaseTheory *theory, ChaseTransformation *transformation);
void
chase_transformation_free (ChaseTransformation *transformation);
const ChaseTransformation *
chase_theory_build_transformation (ChaseTheory *theory, ChaseItem *item);

/* theory-transformation-universal.c: NULL with a problem where the term @term means none */
/* yoneda(x, A, P): Hom(-, A) => P by x in P(A). */
const ChaseTransformation *
chase_theory_yoneda (ChaseTheory *theory, const ChaseTerm *term, GPtrArray *problems);
/* The unit or the counit of the extensions along a functor. */
const ChaseTransformation *
chase_theory_unit (ChaseTheory *theory, const ChaseTerm *term, GPtrArray *problems);

/* theory-pair.c: functors to products, and the transformations between them */

/* The part number (from 0) that the term first(X) or second(X) asks for; NOWHERE for others. */
guint
chase_theory_part_asked (ChaseTheory *theory, const ChaseTerm *term);
/* The part number @i of @value in a product, which is written as a pair; NULL with an error. */
const ChaseTerm *
chase_theory_pair_half (const ChaseTerm *value, guint i, GPtrArray *problems);
/* The functor to Set * D, or another product that is not written out, with these parts; @term is
 * what it is called. Takes @key; it is not kept yet. */
ChaseFunctor *
chase_theory_pair_functor (ChaseTheory *theory, const ChaseFunctor *first,
                           const ChaseFunctor *second, const ChaseTerm *term, char *key);
/* first(@functor) for @i = 0, or second(@functor); NULL with an error. */
const ChaseFunctor *
chase_theory_functor_part (ChaseTheory *theory, const ChaseFunctor *functor, guint i,
                           const ChaseTerm *at, GPtrArray *problems);
/* The projection of a product with generators to its part number @i; NULL of other categories. */
const ChaseFunctor *
chase_theory_projection (ChaseTheory *theory, const ChaseCategory *category, guint i);

/* theory-value.c: F(A) and F(f) of a functor F to [C, D], as a functor and a transformation */
const ChaseFunctor *
chase_theory_functor_value (ChaseTheory *theory, const ChaseTerm *term, GPtrArray *problems);
/* The functor that is applied, and the letters of F's source that it is applied to; NULL with an
 * error. *@source is where they start. */
const ChaseFunctor *
chase_theory_applied_to_path (ChaseTheory *theory, const ChaseTerm *term, guint32 *source,
                              GArray *letters, GPtrArray *problems);
/* TRUE where @term is such a value, of an object (@object) or else of a path. */
gboolean
chase_theory_is_value (ChaseTheory *theory, const ChaseTerm *term, gboolean object);

/* theory-part-diagram.c */
/* The parts of the drawing @item in @category, where that is a product that is not written out or a
 * slice of Set. */
void
chase_theory_build_parts (ChaseTheory *theory, ChaseItem *item, const ChaseDiagram *diagram,
                          const ChaseCategory *category);

/* theory-path.c */
/* TRUE when @category has all names in the path (object) @term. */
gboolean
chase_theory_knows_path (ChaseTheory *theory, const ChaseCategory *category, const ChaseTerm *term);
gboolean
chase_theory_knows_object (ChaseTheory *theory, const ChaseCategory *category,
                           const ChaseTerm *term);

/* term-text.c */
/* @word in the notation: "g . f", "id(A)". */
char *
chase_word_to_text (const ChaseCategory *category, guint32 source, ChaseWord word);

G_END_DECLS
