/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/label-tokens.h"

G_BEGIN_DECLS

/* One factor of a composite. */
typedef struct
{
  guint32 edge;
  gboolean inverse;
} ChaseFactor;

/* A morphism that a label may name. */
typedef struct
{
  guint32 edge;
  guint32 source, target; /* the objects */
} ChaseNamed;

/**
 * ChaseLabels:
 *
 * The labels of a diagram as a language: each key (chase_label_key ()) names some morphisms, each
 * object has a key of its own.
 */
typedef struct
{
  GHashTable *morphisms;      /* key -> GArray of ChaseNamed */
  const char *const *objects; /* object -> its key; NULL where the label says nothing */
  guint longest;              /* the most tokens that a key has */
  /*< private >*/
  GPtrArray *learnt; /* of GArray: to which each morphism was added since the mark; NULL: no mark */
  guint longest_marked;
} ChaseLabels;

/** Makes @labels a language without a word; clear it in the end. @objects stays the caller's. */
void
chase_labels_init (ChaseLabels *labels);
void
chase_labels_clear (ChaseLabels *labels);
/** Lets the label @tokens name the morphism @named too. */
void
chase_labels_learn (ChaseLabels *labels, const GPtrArray *tokens, const ChaseNamed *named);

/** What is learnt from now on can be forgotten again. */
void
chase_labels_mark (ChaseLabels *labels);
/** Forgets what has been learnt since the mark. O(that). */
void
chase_labels_reset (ChaseLabels *labels);

/**
 * Reads the tokens [@from, @to) as a morphism from object @source to object @target, composed of
 * others: `g \circ f`, `gf`, `f;g`, `F(g \circ f)` of `F(g)` and `F(f)`, `f^{-1}`, `f^2`,
 * identities
 * (`1_A`, `\mathrm{id}`). Returns the factors (of ChaseFactor) in diagram order, none for an
 * identity, or NULL: where a factor is no label of @labels, where none or more than one reading
 * goes from @source to @target. A reading as one single morphism counts where @single is set.
 * Bounded search. Caller frees.
 */
GArray *
chase_labels_read (const ChaseLabels *labels, const GPtrArray *tokens, guint from, guint to,
                   guint32 source, guint32 target, gboolean single);
/** TRUE when the tokens [@from, @to) say "identity" of the object with @key (NULL: of any). */
gboolean
chase_label_says_identity (const GPtrArray *tokens, guint from, guint to, const char *key);

G_END_DECLS
