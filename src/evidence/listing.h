/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/listed.h"

G_BEGIN_DECLS

/** The verifier's own lists of morphisms, each made once: a GHashTable from ChaseCategory to
 * ChaseEnumerated or NULL. Caller owns it. */
GHashTable *
chase_listing_new (void);
/** A ChaseEnumerate whose data is such a table. */
const ChaseEnumerated *
chase_listing_get (const ChaseCategory *category, gpointer listing);

G_END_DECLS
