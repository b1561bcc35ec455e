/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/diagram.h"
#include "model/document.h"
#include "model/functor-table.h"
#include "model/shape.h"

G_BEGIN_DECLS

/**
 * ChaseTheory:
 *
 * The meaning of a document: every name resolved, every category as a presentation, every functor
 * and transformation as arrays. What it gives is borrowed and lives as long as the theory. It
 * remembers what it has worked out (behind a lock), and may be asked from any thread.
 */
typedef struct _ChaseTheory ChaseTheory;
typedef struct _ChaseCategory ChaseCategory;
typedef struct _ChaseFunctor ChaseFunctor;
typedef struct _ChaseTransformation ChaseTransformation;

typedef enum
{
  CHASE_CATEGORY_PRESENTED, /* generators and equations, a table among them: `presentation` */
  CHASE_CATEGORY_SETS,      /* Set: finite sets */
  CHASE_CATEGORY_ALL, /* Cat: the categories of the document, its functors and transformations */
  CHASE_CATEGORY_FUNCTORS, /* [parts[0], parts[1]] */
  CHASE_CATEGORY_OVER,     /* slice parts[0] over `object` */
  CHASE_CATEGORY_UNDER,    /* slice parts[0] under `object` */
  CHASE_CATEGORY_OPPOSITE, /* parts[0]^op, where that has no generators: Set^op, Cat^op */
  CHASE_CATEGORY_PRODUCT,  /* parts[0] * parts[1], where one of them has none: Set * Set */
} ChaseCategoryKind;

/**
 * ChaseCategory:
 *
 * A category. @key is its canonical text: two categories are the same when their keys are the same
 * pointer-wise or by their bytes (names of `category A = B` are replaced, C^op^op is C, (C * D)^op
 * is C^op * D^op). @item is the block that it comes from (also for its opposite), or NULL. @table:
 * all of its morphisms are the arrows of @presentation and the identities, and each equation is an
 * entry. @product: it presents parts[0] * parts[1]: object (i, j) is i n2 + j; the arrows are first
 * all (f, id (j)), f by f, then all (id (i), g), i by i. @elements: it presents the category of
 * elements of that Set-valued functor; its objects are the elements, all sets one after the other.
 * @slice: that functor is a Hom functor, and what it presents the slice of parts[0] over or under
 * @object: its objects are named as the morphisms that they are. @point: of a slice of what has no
 * generators, the object. @spelled: of an opposite, a product or a slice that is not written out, a
 * term of that form for it (or NULL).
 */
struct _ChaseCategory
{
  ChaseCategoryKind kind;
  char *key;
  const ChaseItem *item;
  gboolean table;
  gboolean opposite; /* of the block @item */
  gboolean product;
  gboolean slice;
  ChasePresentation *presentation; /* of PRESENTED */
  const ChaseCategory *parts[2];
  const ChaseFunctor *elements;
  ChaseFunctorTable *functors; /* of a functor category as a table: what its objects are */
  guint32 object;
  ChaseTerm *point;
  ChaseTerm *spelled;
  /*< private >*/
  GHashTable *object_index; /* name -> index + 1 */
  GHashTable *arrow_index;  /* name -> index + 1 of a generator */
  GHashTable *edge_index;   /* name -> the path that an edge of a diagram shows */
  GHashTable *failed;       /* names whose declaration is wrong already */
  GHashTable *inverses;     /* of a table: arrow + 1 -> inverse + 1 */
  const ChaseCategory *dual;
};

/**
 * ChaseSets:
 *
 * A functor to finite sets, as ChaseModel holds it: the set at object A has sizes[A] elements,
 * called names[first[A] + x]; arrow f sends x to functions[offsets[f] + x].
 */
typedef struct
{
  guint32 n_objects;
  guint32 n_arrows;
  guint32 *sizes;
  gsize *first;
  gsize *offsets;
  guint32 *functions;
  ChaseName **names;
} ChaseSets;

/* How a functor is given. */
typedef enum
{
  CHASE_FUNCTOR_WORDS,  /* into a presented category: objects and words */
  CHASE_FUNCTOR_SETS,   /* into Set: sets */
  CHASE_FUNCTOR_TABLES, /* into a functor category: functors and transformations */
  CHASE_FUNCTOR_TERM, /* an expression whose values have to be enumerated: Hom, yoneda, free, cofree
                       */
} ChaseFunctorForm;

/**
 * ChaseFunctor:
 *
 * A functor from @source to @target. A contravariant one goes from the opposite category;
 * @contravariant tells how it was written, and so in which category its arguments are read. By
 * @form: WORDS: objects[A] and words[f] for every object and arrow of the source (a formal inverse
 * whose value is not a word of formal inverses has letters NULL and length G_MAXUINT32). TERM:
 * @term, in which names mean what the document says, @operands the functors that it is made of, and
 * @object the fixed object of a Hom functor (G_MAXUINT32 in Hom (-, -)).
 */
struct _ChaseFunctor
{
  char *key;
  const ChaseItem *item; /* NULL for an expression that has no name */
  gboolean contravariant;
  const ChaseCategory *source;
  const ChaseCategory *target;
  ChaseFunctorForm form;
  guint32 *objects;
  ChaseWord *words;
  ChaseSets *sets;
  const ChaseFunctor **functors;
  const ChaseTransformation **transformations;
  const ChaseTerm *term;
  const ChaseFunctor *operands[2];
  guint32 object;
  ChaseTerm **points; /* of one by values to a slice of Set: those at objects, as slice-sets.h has
                         them; operands[0] is first(F), without the functions */
  gboolean covariant_hom; /* Hom (A, -) of the source, not Hom (-, A) of its opposite */
  /*< private >*/
  const ChaseFunctor *shares; /* whose arrays these are */
};

/* How a transformation is given. */
typedef enum
{
  CHASE_TRANSFORMATION_WORDS,     /* components are paths of the target category */
  CHASE_TRANSFORMATION_FUNCTIONS, /* components are functions */
  CHASE_TRANSFORMATION_TERM, /* has to be enumerated: yoneda (x, A, P), or over a functor of form
                                TERM */
} ChaseTransformationForm;

/**
 * ChaseTransformation:
 *
 * @from => @to, by a component at every object A of their source: the path words[A], or the
 * function x |-> functions[offsets[A] + x] from the set from (A) to the set to (A).
 */
struct _ChaseTransformation
{
  char *key;
  const ChaseItem *item;
  const ChaseFunctor *from;
  const ChaseFunctor *to;
  ChaseTransformationForm form;
  ChaseWord *words;
  gsize *offsets;
  guint32 *functions;
  const ChaseTerm *term;
  const ChaseFunctor *operands[2];   /* of a unit or counit: what is extended, and along what */
  const ChaseTransformation *turned; /* of functors to Set^op: it is op of this one; or NULL */
  const ChaseTransformation
      *parts[2]; /* of functors to Set * D: it is the pair of these; or NULL */
  /*< private >*/
  const ChaseTransformation *shares; /* whose arrays these are */
};

/**
 * Resolves all of @document and reports every error to @problems (which may be NULL), each where it
 * is made and none that follows from another. What is wrong is left out. Caller owns the result.
 * O(n) expected.
 */
ChaseTheory *
chase_theory_new (const ChaseDocument *document, GPtrArray *problems);
ChaseTheory *
chase_theory_ref (ChaseTheory *theory);
/** Takes NULL quietly. */
void
chase_theory_unref (ChaseTheory *theory);
/** Returns the document of which @theory is. Borrowed. */
const ChaseDocument *
chase_theory_document (const ChaseTheory *theory);

/*
 * Each of the following returns what @term means, or NULL (FALSE) with the reason in @problems
 * (which may be NULL).
 */

/** A category: a name, also of a diagram (its own category, or the one it is drawn in), or an
 * expression. */
const ChaseCategory *
chase_theory_category (ChaseTheory *theory, const ChaseTerm *term, GPtrArray *problems);
/** The category of the document that @presentation presents, or NULL. */
const ChaseCategory *
chase_theory_category_of (ChaseTheory *theory, const ChasePresentation *presentation);
/** The opposite of a category that has one here; NULL for Cat and Set. */
const ChaseCategory *
chase_theory_opposite (ChaseTheory *theory, const ChaseCategory *category);
/**
 * @category as one with generators and equations: itself, or for the functor category of a finite
 * one its composition table (see chase_functor_table_new ()); NULL where there is none.
 */
const ChaseCategory *
chase_theory_listed (ChaseTheory *theory, const ChaseCategory *category);
/** The same, and a product of such by its generators; NULL where that cannot be or is too large. */
const ChaseCategory *
chase_theory_written_out (ChaseTheory *theory, const ChaseCategory *category);
/** The category that @term means, as chase_theory_listed () has it where that is possible; or NULL.
 */
const ChaseCategory *
chase_theory_category_listed (ChaseTheory *theory, const ChaseTerm *term, GPtrArray *problems);
/** The object that @functor is of a functor category as a table; G_MAXUINT32 where it is no
 * functor. */
guint32
chase_theory_find_functor (ChaseTheory *theory, const ChaseCategory *listed,
                           const ChaseFunctor *functor);
/** The morphism (in the numbers of ChaseFinite) that @alpha is there; G_MAXUINT32 for none. */
guint32
chase_theory_find_transformation (ChaseTheory *theory, const ChaseCategory *listed,
                                  const ChaseTransformation *alpha);
/**
 * @functor into a functor category as one into chase_theory_listed () of it, by words; itself where
 * it is given by words; NULL where that cannot be. O(values)
 */
const ChaseFunctor *
chase_theory_functor_listed (ChaseTheory *theory, const ChaseFunctor *functor);
/** The categories that @theory has put together by itself and nobody has verified yet (of
 * ChaseCategory): functor categories as tables (with @functors), opposites, products and categories
 * of elements. Caller owns the array. */
GPtrArray *
chase_theory_unverified_categories (ChaseTheory *theory);
/** The element called @name (by its number where it has no name) of the set at @object; G_MAXUINT32
 * where there is none, and for a functor whose sets are not listed. */
guint32
chase_functor_find_element (const ChaseFunctor *functor, guint32 object, const char *name);
/** Where an element is followed: from the set at @object along one or two @words of the functor's
 * source, of guint32; along all arrows where @n_words is 0. */
typedef struct
{
  guint32 object;
  guint n_words;
  GArray *words[2];
} ChaseChased;
/**
 * Finds out what the view `sets M at x along p = q` of @item follows through @functor, the M. FALSE
 * with the reason in @problems (may be NULL) where its paths make no sense, or its element is not
 * there. Clear *@chased in any case.
 */
gboolean
chase_theory_chase (ChaseTheory *theory, const ChaseItem *item, const ChaseFunctor *functor,
                    ChaseChased *chased, GPtrArray *problems);
void
chase_chased_clear (ChaseChased *chased);
/** The category in which objects and paths that @functor is applied to are written, and objects at
 * which transformations from it have components: that which a contravariant one is contravariant
 * on, whose source is the opposite. Owned by @theory. */
const ChaseCategory *
chase_theory_argument (ChaseTheory *theory, const ChaseFunctor *functor);
/** An object of a presented category: a name, F(A), (A, B), an element (A, x). */
gboolean
chase_theory_object (ChaseTheory *theory, const ChaseCategory *category, const ChaseTerm *term,
                     guint32 *object, GPtrArray *problems);
/**
 * A path in a presented category. Puts its letters (of guint32, diagram order, powers written out,
 * functors and components replaced by their values) at the end of @word, and its ends in *@source
 * and *@target. O(length of the result).
 */
gboolean
chase_theory_path (ChaseTheory *theory, const ChaseCategory *category, const ChaseTerm *term,
                   guint32 *source, guint32 *target, GArray *word, GPtrArray *problems);
/**
 * The paths that @terms (of ChaseTerm) are in a presented category, in *@words (of GArray, as
 * chase_theory_path () makes them; caller frees), and the source of the last in *@source. FALSE where
 * one is none: it has the letters then that could be read.
 */
gboolean
chase_theory_paths (ChaseTheory *theory, const ChaseCategory *category, const GPtrArray *terms,
                    guint32 *source, GPtrArray **words);
/** A functor: a name or an expression. @source and @target, where not NULL, are what is expected.
 */
const ChaseFunctor *
chase_theory_functor (ChaseTheory *theory, const ChaseTerm *term, const ChaseCategory *source,
                      const ChaseCategory *target, GPtrArray *problems);
/** A transformation: a name or an expression. @from and @to, where not NULL, are what is expected.
 */
const ChaseTransformation *
chase_theory_transformation (ChaseTheory *theory, const ChaseTerm *term, const ChaseFunctor *from,
                             const ChaseFunctor *to, GPtrArray *problems);

/**
 * ChaseFunction:
 *
 * A morphism of Set: x |-> values[x], between the sets whose elements are named by @domain and
 * @codomain (borrowed names, @n_domain and @n_codomain of them). @open: it was written out as
 * {x |-> y}, @codomain holds its values alone, and any larger set may be meant.
 */
typedef struct
{
  guint32 n_domain;
  guint32 n_codomain;
  ChaseName **domain;
  ChaseName **codomain;
  guint32 *values;
  gboolean open;
  /*< private >*/
  GPtrArray *kept[2]; /* what owns domain and codomain, where they are written out; or NULL */
} ChaseFunction;

/** Is @functor given by values in a slice of Set? */
gboolean
chase_functor_is_in_slice (const ChaseFunctor *functor);
/** Is @functor the pair of its @operands, as functors to Set * D and the like are? */
gboolean
chase_functor_is_pair (const ChaseFunctor *functor);
/** Is @term such a functor, or a transformation between two? */
gboolean
chase_theory_splits (ChaseTheory *theory, const ChaseTerm *term);
/** first(@term) or second(@term), whatever the document calls so; of a pair, what stands in it.
 * Caller owns it. */
ChaseTerm *
chase_part_term (const ChaseTerm *term, guint i);

/** The elements of a set M(A) or {x, y} (borrowed names), or NULL. The caller owns the array. */
GPtrArray *
chase_theory_set (ChaseTheory *theory, const ChaseTerm *term, GPtrArray *problems);
/**
 * A path in Set: M(f), alpha[A], a function that is written out, and their composites. Caller frees
 * with chase_function_free ().
 */
ChaseFunction *
chase_theory_function (ChaseTheory *theory, const ChaseTerm *term, GPtrArray *problems);
/**
 * Sets are the same when they have the same elements, in whatever order: returns the number in @to
 * of each element of @from, or NULL where they differ. With @part the first may be a part of the
 * second. Caller frees.
 */
guint32 *
chase_match_sets (ChaseName **from, guint32 n_from, ChaseName **to, guint32 n_to, gboolean part);
void
chase_function_free (ChaseFunction *function);

/**
 * The category that @proposition is about: that of its `in`, else the only one that knows all names
 * of its objects and paths.
 */
const ChaseCategory *
chase_theory_proposition_category (ChaseTheory *theory, const ChaseProposition *proposition,
                                   GPtrArray *problems);

/**
 * The diagram @item over its category. *@cells, where @cells is not NULL, becomes the index of the
 * diagram's cell for each node (in order), then for each edge of the shape (caller frees). Cells
 * above edges take no part. Returns NULL for a diagram in Cat or Set, a computed one whose arrows
 * are no morphisms, or one that has errors. Caller owns the result.
 */
ChaseShape *
chase_theory_shape (ChaseTheory *theory, ChaseItem *item, guint32 **cells, GPtrArray *problems);

/**
 * The diagram that @term means: its name, or, where the program says so, first(D) or second(D) (see
 * chase_part_term ()), the part of a diagram in a product or a slice of Set. NULL where there is
 * none. It is the theory's.
 */
ChaseItem *
chase_theory_diagram (ChaseTheory *theory, const ChaseTerm *term);
/** How many parts that diagram has: two in a product that is not written out, one in a slice of Set
 * (sets and functions), else none. */
guint
chase_theory_diagram_parts (ChaseTheory *theory, const ChaseTerm *term);

/* Diagrams are computed from computed ones over this many of them at most. */
#define CHASE_VIEW_DEPTH 100

/**
 * The diagram that the computed diagram @item is of: D for `opposite D`, `cone D` and `cocone D`.
 * NULL where there is none of this name, or where D is computed from @item, or from too many
 * others.
 */
ChaseItem *
chase_theory_view_subject (ChaseTheory *theory, const ChaseItem *item);

/* What `A isomorphic B` compares. */
typedef enum
{
  CHASE_ISOMORPHIC_OBJECTS,
  CHASE_ISOMORPHIC_CATEGORIES,
  CHASE_ISOMORPHIC_FUNCTORS,
} ChaseIsomorphicSort;
ChaseIsomorphicSort
chase_theory_isomorphic_sort (ChaseTheory *theory, const ChaseProposition *proposition);

/** Reports everything that is wrong with the proposition of a check. TRUE when nothing is. */
gboolean
chase_theory_check_proposition (ChaseTheory *theory, const ChaseProposition *proposition,
                                GPtrArray *problems);

/**
 * What @theory has listed by itself and nobody has verified yet: functors (of ChaseFunctor, those
 * of form SETS whose @term is a Hom functor or a Kan extension, and Yoneda embeddings of form
 * TABLES) and transformations with a @term yoneda(x, A, P), unit or counit. Caller owns the arrays.
 */
void
chase_theory_unverified (ChaseTheory *theory, GPtrArray **functors, GPtrArray **transformations);
/** @thing, one of those, need not be verified again. */
void
chase_theory_set_verified (ChaseTheory *theory, gconstpointer thing);
/** Was that said of @thing? */
gboolean
chase_theory_is_verified (ChaseTheory *theory, gconstpointer thing);

/** The image of @word under @functor (of form WORDS) at the end of @image. FALSE where a formal
 * inverse has none. */
gboolean
chase_functor_map (const ChaseFunctor *functor, ChaseWord word, GArray *image);

/** Appends @name as the notation writes it: in backquotes where it is no plain name. */
void
chase_append_name (GString *out, const char *name);
/** The notation's text of @term, for messages. Caller frees. */
char *
chase_term_to_text (const ChaseTerm *term);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseTheory, chase_theory_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseFunction, chase_function_free)

G_END_DECLS
