/* SPDX-License-Identifier: MIT */
#pragma once

#include "brute.h"

G_BEGIN_DECLS

/**
 * RandomCategory:
 *
 * A random finite category and how it is written: as a table, or (@presented) by generators and
 * the right Cayley graph as equations. Objects are @object_letter 0, 1, .., arrows @arrow_letter
 * and a number; text[f] is the morphism f as a path.
 */
typedef struct
{
  Brute *brute;
  gboolean presented;
  gboolean *generator;
  char *name;
  char object_letter;
  char **text;
  /* where it is a closure of functions: of what; else NULL */
  BruteSets *functions;
} RandomCategory;

/** The closure of random functions between small sets, an order, or the opposite of one of them; at
 * most @most morphisms. */
RandomCategory *
random_category_new (GRand *rand, guint most, const char *name, char object_letter,
                     char arrow_letter);
void
random_category_free (RandomCategory *category);
/** Appends its block. With @wrong, the entry of the pair (@wrong[0], @wrong[1]) says @wrong[2]. */
void
random_category_print (const RandomCategory *category, GString *text, const guint *wrong);
/** A random functor to finite sets: sums of representable ones and of the functions themselves,
 * with elements glued together. NULL where it grew too large. */
BruteSets *
random_sets_new (GRand *rand, const RandomCategory *category);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RandomCategory, random_category_free)

G_END_DECLS
