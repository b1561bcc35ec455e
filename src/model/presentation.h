/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/name.h"

G_BEGIN_DECLS

/**
 * ChaseProperty:
 *
 * Properties of a morphism that a category declares of a generator. Flags; ISO implies MONO, EPI,
 * SPLIT_MONO and SPLIT_EPI by mathematics, but the flags hold what was declared and no more.
 */
typedef enum
{
  CHASE_PROPERTY_NONE = 0,
  CHASE_PROPERTY_MONO = 1 << 0,
  CHASE_PROPERTY_EPI = 1 << 1,
  CHASE_PROPERTY_ISO = 1 << 2,
  CHASE_PROPERTY_SPLIT_MONO = 1 << 3,
  CHASE_PROPERTY_SPLIT_EPI = 1 << 4,
  CHASE_PROPERTY_IDEMPOTENT = 1 << 5,
} ChaseProperty;

/**
 * ChaseWord:
 *
 * A path in a presentation as a borrowed slice: @length letters, each the index of an arrow, in
 * diagram order (first arrow first). The empty word is the identity of an object that the context
 * gives. Consecutive letters compose.
 */
typedef struct
{
  const guint32 *letters;
  guint32 length;
} ChaseWord;

/**
 * ChaseArrow:
 *
 * One generating arrow. @inverse is the index of its formal inverse, or G_MAXUINT32. An arrow f that is
 * declared iso has a formal inverse named "f^-1", which is an arrow of the presentation with the
 * flag @formal set; arrows and their formal inverses name each other in @inverse. That they are
 * inverse to each other is understood and not among the equations.
 */
typedef struct
{
  ChaseName *name;
  guint32 source;
  guint32 target;
  guint32 inverse;
  ChaseProperty properties;
  gboolean formal;
} ChaseArrow;

/**
 * ChaseEquation:
 *
 * A given equation between two parallel paths from @source to @target. The two letter arrays
 * belong to the presentation. @name is the face's name or NULL; @line its line in the file, or 0.
 */
typedef struct
{
  guint32 source;
  guint32 target;
  ChaseWord left;
  ChaseWord right;
  ChaseName *name;
  guint line;
} ChaseEquation;

/**
 * ChasePresentation:
 *
 * A finitely presented category as flat arrays: what the engine and the verifier work on.
 * Built once by chase_presentation_add_*, then only read; reading is safe on any thread.
 * Equations are numbered from 0 in the order of the category's statements, a chain a = b = c
 * counting as a = b, then b = c; the evidence refers to these numbers.
 */
typedef struct
{
  /*< private >*/
  gatomicrefcount ref_count;
  /*< public, read only >*/
  GPtrArray *objects;  /* of ChaseName: the objects' names */
  GArray *arrows;      /* of ChaseArrow; generators first-come, formal inverses where they were added */
  GArray *equations;   /* of ChaseEquation */
  /*< private >*/
  gsize numbers[2]; /* GHashTable: the objects and the arrows by name, made when first asked for */
  gsize by_equations; /* the same (by-equations.h), itself where there is none, made when first asked for */
} ChasePresentation;

/** Returns a presentation without objects, to be filled by chase_presentation_add_*. Caller
 * owns it. */
ChasePresentation *chase_presentation_new (void);
ChasePresentation *chase_presentation_ref (ChasePresentation *presentation);
/** Takes NULL quietly. */
void chase_presentation_unref (ChasePresentation *presentation);

/** Adds an object and returns its index. */
guint32 chase_presentation_add_object (ChasePresentation *presentation, const ChaseName *name);
/**
 * Adds a generator from object @source to object @target and returns its index. With
 * CHASE_PROPERTY_ISO in @properties its formal inverse is added too, right after it.
 */
guint32 chase_presentation_add_arrow (ChasePresentation *presentation, const ChaseName *name,
                                      guint32 source, guint32 target, ChaseProperty properties);
/**
 * Adds the equation @left = @right of paths that start at object @source, copying the letters, and
 * returns its number. Both words must be composable paths from @source to one common target; this
 * is checked, and a programmer's error otherwise.
 */
guint32 chase_presentation_add_equation (ChasePresentation *presentation, guint32 source,
                                         ChaseWord left, ChaseWord right, const ChaseName *name,
                                         guint line);

/** Returns how many objects there are: they are numbered from 0. */
guint chase_presentation_n_objects (const ChasePresentation *presentation);
/** Returns how many arrows there are, formal inverses included. */
guint chase_presentation_n_arrows (const ChasePresentation *presentation);
/** Returns how many equations are given. */
guint chase_presentation_n_equations (const ChasePresentation *presentation);
/** Returns the name of an object that is there. Borrowed. */
const ChaseName *chase_presentation_object_name (const ChasePresentation *presentation, guint32 object);
/** Returns an arrow that is there. Borrowed, and valid until another is added. */
const ChaseArrow *chase_presentation_arrow (const ChasePresentation *presentation, guint32 arrow);
/** Returns an equation that is there. Borrowed, and valid until another is added. */
const ChaseEquation *chase_presentation_equation (const ChasePresentation *presentation, guint32 equation);
/** Returns the index of the first arrow named @name, or G_MAXUINT32. O(1), but for the first call. */
guint32 chase_presentation_find_arrow (const ChasePresentation *presentation, const char *name);
/** The same for an object. */
guint32 chase_presentation_find_object (const ChasePresentation *presentation, const char *name);

/**
 * If @word is a composable path that starts at @source, puts its end in *@target and returns TRUE.
 * Letters out of range are refused.
 */
gboolean
chase_presentation_path_target (const ChasePresentation *presentation, guint32 source,
                                ChaseWord word, guint32 *target);
/** TRUE when both have the same letters in the same order; an empty word has no object.
 * O(length). */
gboolean
chase_word_equal (ChaseWord a, ChaseWord b);
/** A hash of the letters of @word, mixed into @seed; its low bits serve a table. O(length) */
static inline guint32
chase_word_hash (guint32 seed, ChaseWord word)
{
  guint64 hash = seed ^ word.length;

  for (guint32 i = 0; i < word.length; i++)
    {
      hash = (hash ^ word.letters[i]) * 0x9e3779b97f4a7c15u;
      hash ^= hash >> 32;
    }
  return (guint32)hash;
}
/** The @length letters of @word behind the first @from ones. Borrows its letters; an empty word may
 * have none. */
static inline ChaseWord
chase_word_part (ChaseWord word, guint32 from, guint32 length)
{
  return (ChaseWord){ word.letters != NULL ? word.letters + from : NULL, length };
}
/** TRUE when the graph of the objects and arrows has no directed cycle (a loop is one). O(V + E).
 */
gboolean
chase_presentation_is_acyclic (const ChasePresentation *presentation);
/**
 * TRUE when an arrow without a formal inverse is declared mono, epi or split, which no equation says
 * and a functor to another category may not keep. O(arrows).
 */
gboolean
chase_presentation_says_more (const ChasePresentation *presentation);
/** The property that a morphism has in the opposite category: mono and epi exchanged, split ones
 * too. */
ChaseProperty
chase_property_dual (ChaseProperty property);
/**
 * Returns the presentation of the opposite category: same objects, arrows and equation numbers,
 * arrows and words reversed, mono and epi (split ones too) exchanged.
 */
ChasePresentation *chase_presentation_opposite (const ChasePresentation *presentation);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChasePresentation, chase_presentation_unref)

G_END_DECLS
