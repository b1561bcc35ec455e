/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/listed.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/** Of a cone: leg i and then f is leg j and then g (of a cocone: after them). */
typedef struct
{
  guint i;
  guint32 f;
  guint j;
  guint32 g;
} ChaseConeLaw;

/**
 * ChaseCone:
 *
 * The verifier's own account of a universal property in a finite category: cones over the objects
 * @feet (cocones unless @limit) that keep the @laws, and the given one with its @legs. A cocone is
 * read as a cone of the opposite category.
 */
typedef struct
{
  const ChaseEnumerated *all;
  gboolean limit;
  GArray *feet; /* of guint32 */
  GArray *laws; /* of ChaseConeLaw */
  guint32 apex;
  GArray *legs; /* of guint32 */
} ChaseCone;

/** NULL where the statement speaks of nothing that @listing (listing.h) can list. Caller frees. */
ChaseCone *
chase_cone_new (ChaseTheory *theory, const ChaseProposition *proposition, GHashTable *listing);
void
chase_cone_free (ChaseCone *cone);
/** Does @morphism run from @apex to @end, turned round in a cocone? */
gboolean
chase_cone_runs (const ChaseCone *cone, guint32 morphism, guint32 apex, guint32 end);
/** First @f, then @g; turned round in a cocone. */
guint32
chase_cone_compose (const ChaseCone *cone, guint32 f, guint32 g);
/** Is @law true of these legs? */
gboolean
chase_cone_keeps (const ChaseCone *cone, const ChaseConeLaw *law, const guint32 *legs);

/** Is the given cone universal, with all cones and what mediates them in @object? (In
 * report-universal.c.) */
gboolean
chase_report_is_universal (const ChaseCone *cone, JsonObject *object, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseCone, chase_cone_free)

G_END_DECLS
