/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/name.h"

G_BEGIN_DECLS

/**
 * ChaseTermKind:
 *
 * What a term of the notation says. `args` below are the term's children in the order given;
 * `name` is its name. One kind of tree serves paths, objects, category expressions, functor
 * expressions, transformation expressions and Set values: what a NAME means is the context's business.
 */
typedef enum
{
  /* atoms */
  CHASE_TERM_NAME,      /* name: A, f, C, F, alpha; an element of a set, where digits are a name too */
  CHASE_TERM_HOLE,      /* `_`, the name of an edge that needs none, and `-` in Hom (A, -) */

  /* paths, objects, and expressions of functors and transformations */
  CHASE_TERM_IDENTITY,  /* id(args[0]): of an object, or of a functor */
  CHASE_TERM_COMPOSE,   /* args[0] . args[1] . ...: as written, at least two */
  CHASE_TERM_THEN,      /* args[0] >> args[1] >> ...: as written, at least two */
  CHASE_TERM_POWER,     /* args[0] ^ number, number may be negative */
  CHASE_TERM_APPLY,     /* args[0] (args[1]): a functor, an object or a path */
  CHASE_TERM_COMPONENT, /* args[0] [args[1]]: a transformation, an object */
  CHASE_TERM_PAIR,      /* (args[0], args[1]): of a product category; two args */
  CHASE_TERM_TIMES,     /* args[0] * args[1]: product of categories, horizontal composite, whiskering */

  /* category expressions */
  CHASE_TERM_OPPOSITE,         /* args[0]^op */
  CHASE_TERM_FUNCTOR_CATEGORY, /* [args[0], args[1]] */
  CHASE_TERM_SLICE_OVER,       /* slice args[0] over args[1] */
  CHASE_TERM_SLICE_UNDER,      /* slice args[0] under args[1] */
  CHASE_TERM_ELEMENTS,         /* elements args[0] */

  /* functor expressions */
  CHASE_TERM_IDENTITY_FUNCTOR, /* Id(args[0]) */
  CHASE_TERM_CONST,            /* const args[0]: an object */
  CHASE_TERM_OPPOSITE_FUNCTOR, /* op(args[0]) */
  CHASE_TERM_HOM,              /* Hom(args[0], args[1]), each an object or a HOLE */
  CHASE_TERM_YONEDA,           /* yoneda(args[0]): the embedding; yoneda(x, A, P): the transformation, 3 args */
  CHASE_TERM_FORGET,           /* forget args[0] along args[1] */
  CHASE_TERM_FREE,             /* free args[0] along args[1] */
  CHASE_TERM_COFREE,           /* cofree args[0] along args[1] */
  CHASE_TERM_UNIT,             /* unit(args[0]): args[0] is FREE or COFREE, and names its adjunction */
  CHASE_TERM_COUNIT,           /* counit(args[0]) */

  /* values in Set */
  CHASE_TERM_SET,      /* {args[0], args[1], ...}: elements; the empty one is the empty function too */
  CHASE_TERM_FUNCTION, /* {args[0] |-> args[1], args[2] |-> args[3], ...}: at least one pair */
} ChaseTermKind;

/**
 * ChaseTerm:
 *
 * An immutable, reference-counted term. @line and @column (from 1, columns in characters) are the place in
 * the text where it starts, or 0; they take no part in equality. @args are @n_args owned references.
 */
typedef struct _ChaseTerm ChaseTerm;
struct _ChaseTerm
{
  /*< private >*/
  gatomicrefcount ref_count;
  /*< public, read only >*/
  guint32 kind : 6; /* a ChaseTermKind */
  guint32 numbered : 1; /* see chase_term_get_number () */
  guint32 n_args : 25;
  guint32 line;
  guint32 column;
  ChaseName *name; /* of NAME, else NULL */
  ChaseTerm *args[]; /* behind them the number of one that is numbered, so that most terms are smaller */
};

/** As many arguments a term can have. */
#define CHASE_TERM_ARGS_MAX ((1u << 25) - 1)

/** Returns the exponent of a POWER; of others, what they were made with. */
static inline gint32
chase_term_get_number (const ChaseTerm *term)
{
  return term->numbered ? GPOINTER_TO_INT (term->args[term->n_args]) : 0;
}

/** Returns a new NAME term. Caller owns it. */
ChaseTerm *chase_term_new_name (const char *name);
/** The same for a name that exists already; takes a reference of @name. */
ChaseTerm *chase_term_new_name_shared (ChaseName *name, guint32 line, guint32 column);
/**
 * Returns a new term of @kind over @args, of which it takes references (the caller keeps its own).
 * For a POWER set @number, else it is 0.
 */
ChaseTerm *chase_term_new (ChaseTermKind kind, ChaseTerm *const *args, guint32 n_args, gint32 number);
/** The same, with a place; the arguments' references are TAKEN from the caller. */
ChaseTerm *chase_term_new_take (ChaseTermKind kind, ChaseTerm **args, guint32 n_args, gint32 number,
                                guint32 line, guint32 column);
/** NULL gives NULL. */
ChaseTerm *chase_term_ref (const ChaseTerm *term);
/** Takes NULL quietly. Frees without recursion, so that a term may be as deep as memory allows. */
void chase_term_unref (ChaseTerm *term);
/** Structural equality, places aside. Two NULLs are equal. */
gboolean chase_term_equal (const ChaseTerm *a, const ChaseTerm *b);
/** The same for two lists of terms (of ChaseTerm), of which NULL is an empty one. */
gboolean chase_terms_equal (const GPtrArray *a, const GPtrArray *b);
/** TRUE when @term is the plain name @name. */
gboolean chase_term_is_name (const ChaseTerm *term, const char *name);
/** Sets *@slot to a reference of @term, dropping what was there. */
void chase_term_set (ChaseTerm **slot, const ChaseTerm *term);
/**
 * Returns @term with every NAME for which @rename returns a new text renamed, sharing what does not change.
 * @rename (name, data) borrows its argument and returns a borrowed text or NULL. Caller owns the result.
 */
ChaseTerm *chase_term_rename (const ChaseTerm *term, const char *(*rename) (const char *name, gpointer data),
                              gpointer data);

/** Appends the names (borrowed) of a path's arrows in diagram order. FALSE for what is no plain composite of names. */
gboolean chase_term_spell (const ChaseTerm *term, GPtrArray *names);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseTerm, chase_term_unref)

G_END_DECLS
