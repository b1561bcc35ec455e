/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/presentation.h"

/**
 * A small random acyclic presentation with every path listed and their classes found by brute
 * force: a union-find over all paths, to which every equation is applied in every context.
 */
typedef struct
{
  ChasePresentation *presentation;
  GPtrArray *paths; /* of GArray of guint32 */
  GArray *source;   /* of each path */
  GArray *target;
  GArray *parent; /* union-find */
} RandomAcyclic;

RandomAcyclic *
random_acyclic_new (GRand *rand, guint n_objects, guint n_arrows, guint n_equations);
void
random_acyclic_free (RandomAcyclic *random);
guint
random_acyclic_class (RandomAcyclic *random, guint path);
ChaseWord
random_acyclic_path (RandomAcyclic *random, guint path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RandomAcyclic, random_acyclic_free)
