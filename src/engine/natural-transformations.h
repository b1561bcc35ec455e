/* SPDX-License-Identifier: MIT */
#pragma once

#include "engine/clock.h"
#include "engine/natural.h"

G_BEGIN_DECLS

/**
 * Finds all natural transformations: for each connected part of the variables by search with arc
 * consistency over the squares. Returns the parts with what was found, which the caller owns; NULL
 * when @clock ran out. With no solution of one part the others are left out.
 */
GPtrArray *
chase_natural_solve (const ChaseNaturality *naturality, ChaseClock *clock);

G_END_DECLS
