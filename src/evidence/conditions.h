/* SPDX-License-Identifier: MIT */
#pragma once

#include "evidence/fingerprint.h"
#include "model/listed.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/** That what @left makes of the value of @u is what @right (NULL: the identity) makes of that of
 * @v. */
typedef struct
{
  guint32 u;
  guint32 v;
  const guint32 *left;
  const guint32 *right;
} ChaseCondition;

/**
 * ChaseConditions:
 *
 * The verifier's own account of what a natural transformation is: values of @n_variables with which
 * every square commutes. Between Set-valued functors the variables are the elements of the first,
 * and the values those of the second; into a finite category they are the objects, and the value k
 * is the morphism number k of @choices there.
 */
typedef struct
{
  ChasePresentation *source;
  guint32 n_variables;
  guint32 n_weighed; /* those of which the fingerprint speaks; the rest follow from them */
  guint32 *sizes;
  GArray *conditions; /* of ChaseCondition */
  GPtrArray *owned;   /* arrays that conditions point to */
  ChaseSets *from;    /* NULL into a finite category */
  ChaseSets *to;
  const ChaseEnumerated *target; /* NULL between sets */
  GPtrArray *choices;            /* of GArray of morphisms */
} ChaseConditions;

/** @n_variables without any value or condition. Caller frees. */
ChaseConditions *
chase_conditions_new_free (const ChasePresentation *source, guint32 n_variables);
/** Between functors to Set on @source, which it takes. Caller frees. */
ChaseConditions *
chase_conditions_new_sets (const ChasePresentation *source, ChaseSets *from, ChaseSets *to);
/** Between two functors, their values and morphisms from @listing (listing.h), or NULL where these
 * cannot be listed or they are no functors. Caller frees. */
ChaseConditions *
chase_conditions_new (const ChaseFunctor *from, const ChaseFunctor *to, GHashTable *listing);
/** Between the two functors, or objects of Set or [C, Set], that @proposition names. */
ChaseConditions *
chase_conditions_of (ChaseTheory *theory, const ChaseProposition *proposition, GHashTable *listing);
void
chase_conditions_free (ChaseConditions *conditions);

/** Does @square commute with these values of u and v? */
gboolean
chase_condition_is_met (const ChaseCondition *square, guint32 u, guint32 v);
/** Do all of them? */
gboolean
chase_conditions_commute (const ChaseConditions *conditions, const guint32 *values);
/** The value of @v must be one that @allowed, which it takes, marks with 1. */
void
chase_conditions_restrict (ChaseConditions *conditions, guint32 v, guint32 *allowed);
/** Is the component at @object invertible? */
gboolean
chase_conditions_invert (const ChaseConditions *conditions, const guint32 *values, guint32 object);
/** Are all? */
gboolean
chase_conditions_invert_all (const ChaseConditions *conditions, const guint32 *values);
/** FALSE where no component at @object can be. */
gboolean
chase_conditions_may_invert (const ChaseConditions *conditions, guint32 object);

/** The values of @alpha, where it runs between these functors. */
gboolean
chase_conditions_read (const ChaseConditions *conditions, const ChaseTransformation *alpha,
                       guint32 *values);
/** The values that a report gives: {A: {x: u}}, or {A: PATH}. FALSE where it is none. */
gboolean
chase_conditions_parse (const ChaseConditions *conditions, JsonObject *object, guint32 *values);
/** Are @values what @node says? */
gboolean
chase_conditions_are (const ChaseConditions *conditions, const guint32 *values, JsonNode *node);

/** Variables that conditions connect, ascending, and what was found for them: the first
 * CHASE_LISTED solutions, one after the other, and how many there are. */
typedef struct
{
  GArray *variables; /* of guint32 */
  GArray *values;    /* of guint32 */
  guint64 count;
} ChaseConditionPart;

/** The parts (of ChaseConditionPart), nothing found yet. Caller owns the array. */
GPtrArray *
chase_conditions_parts (const ChaseConditions *conditions);
/**
 * All solutions, as arrays of values in lexicographic order, by plain backtracking; NULL and @error
 * where there are more than CHASE_LISTED, or it takes too long. Caller owns the array.
 */
GPtrArray *
chase_conditions_solve (const ChaseConditions *conditions, GError **error);
/**
 * Their number in decimal, which the caller frees, and their fingerprint, by eliminating variables.
 * NULL and @error where it takes too long.
 */
char *
chase_conditions_recount (const ChaseConditions *conditions, guint64 *fingerprint, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseConditions, chase_conditions_free)

G_END_DECLS
