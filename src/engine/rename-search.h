/* SPDX-License-Identifier: MIT */
#pragma once

#include "engine/check-private.h"

G_BEGIN_DECLS

/**
 * Looks for an isomorphism from @c to @d that sends generators to generators (or their formal
 * inverses), where morphisms cannot be listed: every bijection of objects and arrows in turn, up to
 * a number of trials. Its evidence {"type": "bijection", "renaming", "laws", "back"}; NULL where
 * none is found. Caller owns it.
 */
JsonObject *
chase_renaming_find (ChaseChecker *checker, const ChaseCategory *c, const ChaseCategory *d);

G_END_DECLS
