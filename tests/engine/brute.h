/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * Brute:
 *
 * A small category as a full table, and its properties by their definitions, with every candidate
 * tried: the other side of the tests of finite categories. Shares nothing with the program.
 * compose[f * n + g] is "g after f", or BRUTE_NONE.
 */
typedef struct
{
  guint n_objects;
  guint n;
  guint *source;
  guint *target;
  guint *identity; /* of each object */
  guint *compose;
} Brute;

#define BRUTE_NONE G_MAXUINT

Brute *
brute_new (guint n_objects, guint n);
void
brute_free (Brute *c);
Brute *
brute_opposite (const Brute *c);
guint
brute_compose (const Brute *c, guint f, guint g);
gboolean
brute_is_category (const Brute *c);

/* Morphisms. */
gboolean
brute_is_mono (const Brute *c, guint f);
gboolean
brute_is_split_mono (const Brute *c, guint f);
gboolean
brute_is_iso (const Brute *c, guint f);
/* Objects. */
gboolean
brute_is_terminal (const Brute *c, guint a);
gboolean
brute_are_isomorphic (const Brute *c, guint a, guint b);
guint
brute_count_hom (const Brute *c, guint a, guint b);
/* Categories. */
gboolean
brute_is_thin (const Brute *c);
gboolean
brute_is_groupoid (const Brute *c);
gboolean
brute_is_connected (const Brute *c);
gboolean
brute_is_skeletal (const Brute *c);

/* A cone: legs[i] from apex to feet[i], with arrow[e] . legs[from[e]] = legs[to[e]]. */
typedef struct
{
  guint n_feet;
  guint feet[4];
  guint n_edges;
  guint from[4];
  guint to[4];
  guint arrow[4];
  guint apex;
  guint legs[4];
} BruteCone;

gboolean
brute_is_cone (const Brute *c, const BruteCone *cone);
gboolean
brute_is_limit (const Brute *c, const BruteCone *cone);

/* Functors between two categories: objects, then morphisms. */
typedef struct
{
  guint *objects;
  guint *arrows;
} BruteFunctor;

BruteFunctor *
brute_functor_new (const Brute *c);
void
brute_functor_free (BruteFunctor *f);
gboolean
brute_is_functor (const Brute *c, const Brute *d, const BruteFunctor *f);
/* All of them, up to @most (then NULL) tried assignments. */
GPtrArray *
brute_functors (const Brute *c, const Brute *d, guint most);
gboolean
brute_is_faithful (const Brute *c, const BruteFunctor *f);
gboolean
brute_is_full (const Brute *c, const Brute *d, const BruteFunctor *f);
gboolean
brute_is_essentially_surjective (const Brute *c, const Brute *d, const BruteFunctor *f);
gboolean
brute_is_bijective (const Brute *c, const Brute *d, const BruteFunctor *f);

/* A transformation is a morphism of D for each object of C. */
gboolean
brute_is_natural (const Brute *c, const Brute *d, const BruteFunctor *f, const BruteFunctor *g,
                  const guint *alpha);
/* All natural transformations (of guint *), or NULL where more than @most have to be tried. */
GPtrArray *
brute_naturals (const Brute *c, const Brute *d, const BruteFunctor *f, const BruteFunctor *g,
                guint most);

/* Set-valued functors: sizes by object, values[f][x] by morphism. */
typedef struct
{
  guint *sizes;
  guint **values;
  guint n;
} BruteSets;

BruteSets *
brute_sets_new (const Brute *c);
void
brute_sets_free (BruteSets *m);
gboolean
brute_is_sets (const Brute *c, const BruteSets *m);
/* All natural transformations: for all elements, one object after the other, their values. */
GPtrArray *
brute_sets_naturals (const Brute *c, const BruteSets *m, const BruteSets *n, guint most);
gboolean
brute_sets_represents (const Brute *c, const BruteSets *m, guint a);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Brute, brute_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BruteFunctor, brute_functor_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BruteSets, brute_sets_free)

G_END_DECLS
