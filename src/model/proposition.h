/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/term.h"

G_BEGIN_DECLS

typedef enum
{
  CHASE_PROPOSITION_EQUATION,      /* terms: the paths, at least two */
  CHASE_PROPOSITION_COMMUTES,      /* terms[0]: the diagram; strictly */
  CHASE_PROPOSITION_IS,            /* terms[0]: the subject; adjectives */
  CHASE_PROPOSITION_REPRESENTABLE, /* terms[0] is representable by terms[1] */
  CHASE_PROPOSITION_ISOMORPHIC,    /* terms[0] isomorphic terms[1] */
  CHASE_PROPOSITION_EQUIVALENT,    /* terms[0] equivalent terms[1] */
  CHASE_PROPOSITION_UNIVERSAL,     /* terms[0] with legs is SHAPE of base */
  CHASE_PROPOSITION_EXISTS,        /* SHAPE of base exists */
  CHASE_PROPOSITION_ADJUNCTION,    /* terms[0] -| terms[1], with legs[0] (unit), legs[1] (counit) or without */
  CHASE_PROPOSITION_COUNT,         /* |...| = number: count, terms */
  CHASE_PROPOSITION_YONEDA,        /* yoneda terms[0] at terms[1] */
} ChasePropositionKind;

typedef enum
{
  /* objects */
  CHASE_ADJECTIVE_INITIAL, CHASE_ADJECTIVE_TERMINAL, CHASE_ADJECTIVE_ZERO,
  /* morphisms */
  CHASE_ADJECTIVE_MONO, CHASE_ADJECTIVE_EPI, CHASE_ADJECTIVE_ISO, CHASE_ADJECTIVE_SPLIT_MONO,
  CHASE_ADJECTIVE_SPLIT_EPI, CHASE_ADJECTIVE_ENDO, CHASE_ADJECTIVE_AUTO, CHASE_ADJECTIVE_IDEMPOTENT,
  CHASE_ADJECTIVE_IDENTITY,
  /* categories */
  CHASE_ADJECTIVE_CATEGORY, CHASE_ADJECTIVE_FINITE, CHASE_ADJECTIVE_THIN, CHASE_ADJECTIVE_GROUPOID,
  CHASE_ADJECTIVE_MONOID, CHASE_ADJECTIVE_DISCRETE, CHASE_ADJECTIVE_CONNECTED,
  CHASE_ADJECTIVE_SKELETAL, CHASE_ADJECTIVE_PREORDER, CHASE_ADJECTIVE_POSET,
  /* functors */
  CHASE_ADJECTIVE_FUNCTOR, CHASE_ADJECTIVE_FAITHFUL, CHASE_ADJECTIVE_FULL,
  CHASE_ADJECTIVE_FULLY_FAITHFUL, CHASE_ADJECTIVE_ESSENTIALLY_SURJECTIVE,
  CHASE_ADJECTIVE_EQUIVALENCE, CHASE_ADJECTIVE_ISOMORPHISM, CHASE_ADJECTIVE_REPRESENTABLE,
  /* transformations (isomorphism serves them too) */
  CHASE_ADJECTIVE_NATURAL,
  CHASE_N_ADJECTIVES
} ChaseAdjective;

typedef enum
{
  CHASE_SHAPE_PRODUCT, CHASE_SHAPE_COPRODUCT, CHASE_SHAPE_PULLBACK, CHASE_SHAPE_PUSHOUT,
  CHASE_SHAPE_EQUALIZER, CHASE_SHAPE_COEQUALIZER, CHASE_SHAPE_LIMIT, CHASE_SHAPE_COLIMIT,
  CHASE_N_SHAPES
} ChaseUniversalShape;

typedef enum
{
  CHASE_COUNT_HOM, /* |Hom(terms[0], terms[1])| */
  CHASE_COUNT_NAT, /* |Nat(terms[0], terms[1])| */
  CHASE_COUNT_OB,  /* |Ob(terms[0])| */
  CHASE_COUNT_MOR, /* |Mor(terms[0])| */
  CHASE_COUNT_FUN, /* |Fun(terms[0], terms[1])| */
  CHASE_COUNT_SET, /* |F(A)|: terms[0] is the APPLY term; also |S| of anything that is a set */
} ChaseCountKind;

/**
 * ChaseProposition:
 *
 * What a check claims, as it was said. Immutable once it is in a document.
 */
typedef struct
{
  /*< private >*/
  gatomicrefcount ref_count;
  /*< public >*/
  ChasePropositionKind kind;
  gboolean strictly;           /* COMMUTES */
  ChaseUniversalShape shape;   /* UNIVERSAL */
  ChaseCountKind count;        /* COUNT */
  ChaseName *number;           /* COUNT: the decimal digits, of any length */
  GArray *adjectives;          /* IS: of ChaseAdjective, or NULL */
  GPtrArray *terms;            /* of ChaseTerm */
  GPtrArray *legs;             /* of ChaseTerm, or NULL */
  GPtrArray *base;             /* UNIVERSAL: objects, morphisms or the diagram; of ChaseTerm, or NULL */
  ChaseTerm *in;               /* the category, or NULL */
} ChaseProposition;

/** Returns a proposition of @kind that says nothing yet. Caller owns it. */
ChaseProposition *chase_proposition_new (ChasePropositionKind kind);
/** Returns a copy that the caller may change. Caller owns it. */
ChaseProposition *chase_proposition_copy (const ChaseProposition *proposition);
ChaseProposition *chase_proposition_ref (ChaseProposition *proposition);
void chase_proposition_unref (ChaseProposition *proposition);
/** Equality of what is said, places aside. NULL equals NULL alone. */
gboolean chase_proposition_equal (const ChaseProposition *a, const ChaseProposition *b);
/** Appends @term, taking the caller's reference, to one of the lists (made where it is NULL). */
void chase_proposition_take (GPtrArray **list, ChaseTerm *term);

/** "split mono"; and back: TRUE and *@adjective, or FALSE. Takes "epic", "monic", "invertible" too. */
const char *chase_adjective_word (ChaseAdjective adjective);
gboolean chase_adjective_parse (const char *words, ChaseAdjective *adjective);
/** "pullback"; and back. */
const char *chase_shape_word (ChaseUniversalShape shape);
gboolean chase_shape_parse (const char *word, ChaseUniversalShape *shape);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseProposition, chase_proposition_unref)

G_END_DECLS
