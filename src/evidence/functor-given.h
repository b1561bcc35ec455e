/* SPDX-License-Identifier: MIT */
#pragma once

#include "evidence/report-private.h"

G_BEGIN_DECLS

/**
 * ChaseGiven:
 *
 * A functor, by words or to Set, from or to a category whose morphisms are not listed, whose
 * properties are to be verified: @p presents its source, @q its target (or NULL), @sets are its
 * values in Set (or NULL).
 */
typedef struct
{
  ChaseTheory *theory;
  const ChaseFunctor *functor;
  const ChasePresentation *p;
  const ChasePresentation *q; /* of the target, or NULL */
  const ChaseSets *sets;      /* of a functor to Set */
} ChaseGiven;

/** Parts of evidence, taken one after the other. */
typedef struct
{
  JsonArray *list;
  guint next;
} ChaseGivenParts;

/** The object that @object names in @key, or G_MAXUINT32. */
guint32
chase_given_object (const ChasePresentation *p, JsonObject *object, const char *key);
/** A path from @source that the evidence names; NULL where it is none. Caller owns it. */
GArray *
chase_given_path (const ChasePresentation *p, JsonNode *node, guint32 source, guint32 *target);
/** The image of @path, which the caller owns, or NULL. */
GArray *
chase_given_image (const ChaseGiven *given, const GArray *path);
/** A complete system of the target, verified; NULL and @error where there is none. Caller owns it.
 */
ChaseEvidence *
chase_given_system (const ChaseGiven *given, JsonObject *object, GError **error);
/** Rewrites @word by the rules until none applies. */
void
chase_given_reduce (const ChaseNormal *normal, GArray *word);
gboolean
chase_given_same (const GArray *one, const GArray *two);
/** The normal forms (of GArray) of the images of all morphisms of a finite source, by its list; the
 * caller owns them. NULL where one has none. */
GPtrArray *
chase_given_images (const ChaseGiven *given, const ChaseEnumerated *c, const ChaseNormal *normal);
/** Has the source no equations, and do images of paths always spell words in normal form? */
gboolean
chase_given_spells_normal_forms (const ChaseGiven *given, const ChaseNormal *normal,
                                 GError **error);
/** The next part, or NULL. */
JsonObject *
chase_given_next (ChaseGivenParts *parts);

/** Does the evidence show that it is full, or that it is not (report-infinite-full.c)? */
gboolean
chase_report_infinite_full (const ChaseGiven *given, gboolean holds, JsonObject *object,
                            GError **error);

G_END_DECLS
