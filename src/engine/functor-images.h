/* SPDX-License-Identifier: MIT */
#pragma once

#include "engine/infinite.h"

G_BEGIN_DECLS

/**
 * ChaseImages:
 *
 * What a functor, by words or to Set, makes of paths, where the morphisms of its source or target
 * cannot all be listed. @source_known and @target_known: there is a complete system of the source,
 * and a way to compare morphisms of the target (their list @d, a system, or sets).
 */
typedef struct
{
  ChaseChecker *checker;
  const ChaseFunctor *functor;
  const ChaseEnumerated *c; /* or NULL, as @d */
  const ChaseEnumerated *d;
  ChaseSets *sets; /* of a functor to Set */
  ChaseInfinite source;
  ChaseInfinite target;
  gboolean has_target;
  gboolean source_known;
  gboolean target_known;
} ChaseImages;

/** FALSE where @functor is of another form. Clear in any case. */
gboolean
chase_images_init (ChaseImages *images, ChaseChecker *checker, const ChaseFunctor *functor);
void
chase_images_clear (ChaseImages *images);
/** The image of the path @word from object @a, the same bytes for the same morphism; NULL where it
 * has none. Caller frees with g_bytes_unref (). */
GBytes *
chase_images_key (const ChaseImages *images, guint32 a, ChaseWord word);
/** The key of the path @word of the target, from its object @x, where the functor is by words. */
GBytes *
chase_images_target_key (const ChaseImages *images, guint32 x, ChaseWord word);
/** Short paths of the source, as chase_infinite_paths () has them, from @a to @b (or anywhere). */
GPtrArray *
chase_images_paths (const ChaseImages *images, guint32 a, guint32 b, guint limit);
/** A short path a -> b of the source whose image has that @key, or NULL. Caller owns it. */
GArray *
chase_images_find (const ChaseImages *images, guint32 a, guint32 b, GBytes *key);

/* For evidence. */
const char *
chase_images_object_name (const ChaseImages *images, guint32 a);
/** The names of the letters of @word in diagram order. Caller owns it. */
JsonArray *
chase_category_path_names (const ChaseCategory *category, const GArray *word);
/** "from" and "to". */
void
chase_images_say_ends (JsonObject *object, const ChaseImages *images, guint32 a, guint32 b);
/** The image of @path at the end of @image. */
void
chase_images_map (const ChaseImages *images, const GArray *path, GArray *image);
/** Evidence of @type with the first system of the target, if it has one. Caller owns it. */
JsonObject *
chase_images_system_json (const ChaseImages *images, const char *type);
gboolean
chase_images_has_system (const ChaseImages *images);

/** Decides whether the functor is full. FALSE, and the result is as it was or undecided, where it
 * does not. */
gboolean
chase_decide_infinite_full (const ChaseImages *images, ChaseResult *result);

/** The functor that undoes it, by a path back for every generator of the target, with the proofs
 * that it does: {"type": "list", "inverse", "proofs"}; NULL where none is found. Caller owns it. */
JsonObject *
chase_inverse_functor_json (const ChaseImages *images);

/*
 * Where the source has no equations and nothing is declared of its arrows, and no left side of the
 * target's system @normal stands in what the images of a composable path spell: the images of paths
 * are reduced as they are.
 */
gboolean
chase_images_are_reduced (const ChaseFunctor *functor, const ChaseNormal *normal);
/** Then: are the images of different parallel paths always different words? Sardinas and
 * Patterson's test (Berstel, Perrin, Reutenauer, Codes and Automata, section 2.3), objects kept. */
gboolean
chase_images_are_code (const ChaseFunctor *functor);
/** Then: is the word @word the image of some path a -> b? */
gboolean
chase_images_spell (const ChaseFunctor *functor, guint32 a, guint32 b, ChaseWord word);

/** Weights of the arrows of a presentation that every equation balances, an inverse with the
 * opposite one: all weights 1 (@arrow G_MAXUINT32), or that of @arrow alone. NULL where that is not
 * balanced. Caller frees. */
gint *
chase_weights_new (const ChasePresentation *p, guint32 arrow);
/** May a path of the source have an image of weight @weight? By the weights of its generators'
 * images alone. */
gboolean
chase_weights_allow (const ChaseFunctor *functor, const gint *weights, gint weight);
gint
chase_weights_of (const gint *weights, ChaseWord word);

G_END_DECLS
