/* SPDX-License-Identifier: MIT */
#pragma once

#include "engine/tally.h"
#include "engine/naturality.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * ChaseNaturalPart:
 *
 * Variables of a ChaseNaturality (ascending) that squares connect, and what was found for them:
 * how many solutions, with their fingerprint, and the values of the first CHASE_LISTED, one
 * solution after the other.
 */
typedef struct
{
  GArray *variables; /* of guint32 */
  ChaseTally tally;
  GArray *values; /* of guint32 */
} ChaseNaturalPart;

/** The connected parts (of ChaseNaturalPart), by their least variables, nothing found yet. */
GPtrArray *
chase_natural_parts (const ChaseNaturality *naturality);
/** Puts the solution @values (of all variables; those of @part are read) to what was found. */
void
chase_natural_part_add (const ChaseNaturality *naturality, ChaseNaturalPart *part,
                        const guint32 *values);
/** The number of all transformations and their fingerprint; FALSE where that is 2^64 or more. */
gboolean
chase_natural_total (const GPtrArray *parts, guint64 *count, guint64 *fingerprint);
/** All transformations as arrays of values, in lexicographic order, when there are at most
 * CHASE_LISTED. Caller owns the array. */
GPtrArray *
chase_natural_list (const ChaseNaturality *naturality, const GPtrArray *parts);
/** One of all transformations, number @k < CHASE_LISTED and less than their number; in no order in
 * particular. Caller frees. */
guint32 *
chase_natural_combination (const ChaseNaturality *naturality, const GPtrArray *parts, guint64 k);
/** A transformation for the report: {A: {x: u}}, or {A: PATH}. Caller owns the object. */
JsonObject *
chase_natural_json (const ChaseNaturality *naturality, const guint32 *values);

/** Does every square hold? */
gboolean
chase_natural_is (const ChaseNaturality *naturality, const guint32 *values);
/** The values of @alpha, where its components are written out and run between the functors of
 * @naturality. */
gboolean
chase_natural_read (const ChaseNaturality *naturality, const ChaseTransformation *alpha,
                    guint32 *values);
/** Has the component of @values at @object an inverse? */
gboolean
chase_natural_inverts (const ChaseNaturality *naturality, const guint32 *values, guint32 object);
/** Have all? */
gboolean
chase_natural_is_invertible (const ChaseNaturality *naturality, const guint32 *values);
/** FALSE where no component at @object can have an inverse. */
gboolean
chase_natural_may_invert (const ChaseNaturality *naturality, guint32 object);

G_END_DECLS
