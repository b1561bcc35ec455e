/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/presentation.h"

G_BEGIN_DECLS

/**
 * ChaseFinite:
 *
 * A finite category by its composition table. Morphisms are numbered: first the @n_arrows that are
 * no identities, then the identity of each object (of object A: n_arrows + A). The morphisms out of
 * an object without its identity are
 * @out[first[A]] .. @out[first[A + 1] - 1], and position[g] is where g stands among them. The
 * composite of f and then g, neither an identity, is product[row[f] + position[g]]. Immutable once
 * built.
 */
typedef struct
{
  guint32 n_objects;
  guint32 n_arrows;
  guint32 *source; /* of all morphisms */
  guint32 *target;
  guint32 *first;
  guint32 *out;
  guint32 *position;
  gsize *row;
  guint32 *product;
} ChaseFinite;

/* Why a table is no category. */
typedef enum
{
  CHASE_FINITE_GOOD,
  CHASE_FINITE_MISSING, /* the composite of first and then second is not given */
  CHASE_FINITE_UNIT,    /* the equation number first says that a composite with an identity is
                           something else */
} ChaseFiniteFault;

/** Returns the category with these non-identity arrows and all products unset (G_MAXUINT32). Caller
 * owns it. */
ChaseFinite *
chase_finite_new (guint32 n_objects, guint32 n_arrows, const guint32 *sources,
                  const guint32 *targets);
/**
 * Reads the composition table @presentation (see ChaseCategory.table) without asking whether it is
 * associative. Returns NULL when it is not closed or breaks a unit law, and says where in *@first
 * and *@second. Caller owns the result. O(arrows + entries).
 */
ChaseFinite *
chase_finite_new_table (const ChasePresentation *presentation, ChaseFiniteFault *fault,
                        guint32 *first, guint32 *second);
void
chase_finite_free (ChaseFinite *finite);
/** Returns how many morphisms there are: the arrows first, then an identity for each object. */
guint32
chase_finite_n_morphisms (const ChaseFinite *finite);
/** The composite "@g after @f", which must compose; G_MAXUINT32 where it is not set. */
guint32
chase_finite_compose (const ChaseFinite *finite, guint32 f, guint32 g);
void
chase_finite_set (ChaseFinite *finite, guint32 f, guint32 g, guint32 product);
/** The identity of @object. */
guint32
chase_finite_identity (const ChaseFinite *finite, guint32 object);
/** TRUE for the numbers behind those of the arrows. */
gboolean
chase_finite_is_identity (const ChaseFinite *finite, guint32 morphism);
/**
 * Does @morphism have the one @property? Mono and epi by all pairs, O(square of the number of
 * parallel morphisms); split ones and isos by search.
 */
gboolean
chase_finite_has_property (const ChaseFinite *finite, guint32 morphism, ChaseProperty property);
/** Two different morphisms that @morphism does not tell apart: f with x f = y f (@before FALSE: f x
 * = f y). FALSE if none. */
gboolean
chase_finite_find_confused (const ChaseFinite *finite, guint32 morphism, gboolean before,
                            guint32 *first, guint32 *second);
/** A morphism back with which @morphism composes to the identity of its source (@retraction) or of
 * its target. */
gboolean
chase_finite_find_back (const ChaseFinite *finite, guint32 morphism, gboolean retraction,
                        gboolean section, guint32 *back);
/** The number of pairs of non-identities that compose, which is the size of the table. */
guint64
chase_finite_n_pairs (guint32 n_objects, guint32 n_arrows, const guint32 *sources,
                      const guint32 *targets);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseFinite, chase_finite_free)

G_END_DECLS
