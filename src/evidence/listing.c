/* SPDX-License-Identifier: MIT */
#include "evidence/listing.h"

#include "evidence/enumerate.h"

/* More rows than any report needs. */
#define MAX_ROWS 1000000

GHashTable *
chase_listing_new (void)
{
  return g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)chase_enumerated_free);
}

const ChaseEnumerated *
chase_listing_get (const ChaseCategory *category, gpointer listing)
{
  ChaseEnumerated *enumerated = NULL;
  gpointer known;

  if (category == NULL || category->kind != CHASE_CATEGORY_PRESENTED)
    return NULL;
  if (g_hash_table_lookup_extended (listing, category, NULL, &known))
    return known;
  enumerated = chase_enumerate (category, MAX_ROWS, NULL);
  g_hash_table_insert (listing, (gpointer)category, enumerated);
  return enumerated;
}
