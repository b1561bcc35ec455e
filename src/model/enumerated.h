/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/finite.h"

G_BEGIN_DECLS

/**
 * ChaseHomTable:
 *
 * The functor Hom (source, -) of a presented category as a table: row 0 is the identity, row i lies
 * at object[i], and next[i n_arrows + f] is the row of “i, then arrow f”, or G_MAXUINT32 where f
 * does not start at its object.
 */
typedef struct
{
  guint32 n_rows;
  guint32 *object;
  guint32 *next;
} ChaseHomTable;

void
chase_hom_table_free (ChaseHomTable *table);

/**
 * ChaseEnumerated:
 *
 * A presented category that is finite: its composition table, and for every non-identity morphism a
 * shortest path that represents it (in words, arrays of guint32). generators[f] is the morphism
 * that the arrow f is.
 */
typedef struct
{
  ChasePresentation *presentation;
  ChaseFinite *finite;
  GPtrArray *words;
  guint32 *generators;
} ChaseEnumerated;

/** How many cells composition tables may have here. */
#define CHASE_ENUMERATED_MAX_PAIRS 40000000

/**
 * Puts the tables of all objects (of ChaseHomTable, in the order of the objects) together. Returns
 * NULL when the composition table would have more than CHASE_ENUMERATED_MAX_PAIRS cells. Caller
 * owns it.
 */
ChaseEnumerated *
chase_enumerated_new (ChasePresentation *presentation, GPtrArray *tables);
/** The same for a composition table that is a category; takes no reference of @finite but a copy.
 */
ChaseEnumerated *
chase_enumerated_new_table (ChasePresentation *presentation);
void
chase_enumerated_free (ChaseEnumerated *enumerated);
/** The morphism that the path @word from @source represents. */
guint32
chase_enumerated_value (const ChaseEnumerated *enumerated, guint32 source, ChaseWord word);
/** The path that represents @morphism: empty for an identity. Borrowed. */
ChaseWord
chase_enumerated_word (const ChaseEnumerated *enumerated, guint32 morphism);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseHomTable, chase_hom_table_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseEnumerated, chase_enumerated_free)

G_END_DECLS
