/* SPDX-License-Identifier: MIT */
#pragma once

#include "evidence/evidence.h"

G_BEGIN_DECLS

typedef enum
{
  CHASE_ORIGIN_EQUATION,   /* equation @number of the presentation */
  CHASE_ORIGIN_INVERSE,    /* f f^-1 = identity, f = arrow @number */
  CHASE_ORIGIN_IDEMPOTENT, /* e e = e, e = arrow @number */
  CHASE_ORIGIN_CANCELLED,  /* both ends of the proof @of without the arrow @number at @end */
} ChaseOrigin;

/** An equation that the engine uses: given, or given by a declared iso or idempotent. */
typedef struct
{
  guint32 source;
  guint32 target;
  ChaseWord side[2];
  ChaseOrigin origin;
  guint32 number;
  ChaseSide end;
  ChaseEvidence *of; /* owned by the index */
} ChaseRelation;

/** That two paths are equal because they are, by the proof @of, with @arrow at @side of both. */
typedef struct
{
  guint32 arrow;
  ChaseSide side;
  ChaseEvidence *of;
} ChaseCancelled;

/**
 * ChaseIndex:
 *
 * A presentation as the algorithms read it: arrows by source, relations by source, by first letter.
 * A side of a relation is named 2 * relation + (0 or 1).
 */
typedef struct
{
  ChasePresentation *presentation;
  guint32 n_objects;
  guint32 n_arrows;
  guint32 n_relations;
  guint32 *source; /* of each arrow */
  guint32 *target;
  guint32 *out_first; /* arrows by source: out[out_first[s] .. out_first[s + 1]) */
  guint32 *out;
  guint32 *slot;     /* arrow -> its place among those with its source */
  guint32 *in_first; /* arrows by target, as above */
  guint32 *in;
  guint32 *in_slot; /* arrow -> its place among those with its target */
  guint32 *inverse; /* arrow -> the arrow that relations say is its inverse, or G_MAXUINT32 */
  guint32 *undo; /* arrow -> the relation that says: the arrow, then its inverse, is an identity */
  ChaseRelation *relations;
  guint32 *letters; /* storage of the relations that are not equations */
  GArray *cancelled; /* of ChaseCancelled, or NULL */
  guint32 *at_first;
  guint32 *at; /* relations by source */
  guint32 *to_trace_first;
  guint32 *to_trace; /* the same, without those that an inverse in a table is the whole of, short
                        ones first */
  guint32 *begin_first;
  guint32 *begin; /* sides by first letter; those that are identities by n_arrows + object */
  gboolean acyclic;
  gboolean cancels; /* some arrow is declared mono or epi without being iso */
} ChaseIndex;

void
chase_index_init (ChaseIndex *index, ChasePresentation *presentation);
/** The same with equations that follow by cancelling (an array of ChaseCancelled, referenced). */
void
chase_index_init_with (ChaseIndex *index, ChasePresentation *presentation, GArray *cancelled);
void
chase_index_clear (ChaseIndex *index);
/** Marks in @reached (n_objects bytes, zeroed) the objects that @from leads to (or, @backward, that
 * lead to it). */
void
chase_index_reach (const ChaseIndex *index, guint32 from, gboolean backward, guint8 *reached);
/** The last object of a path that is known to be composable. */
guint32
chase_index_end (const ChaseIndex *index, guint32 source, ChaseWord word);

/** Sorts the numbers 0 .. n - 1 by @key (below @n_keys), stably: items[first[k] .. first[k + 1]).
 */
guint32 *
chase_bucket (guint32 n_keys, guint32 n, const guint32 *key, guint32 **items);

G_END_DECLS
