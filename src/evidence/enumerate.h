/* SPDX-License-Identifier: MIT */
#pragma once

#include "evidence/evidence.h"
#include "model/enumerated.h"
#include "model/theory.h"

G_BEGIN_DECLS

/**
 * The verifier's own list of the morphisms of a category: for a composition table, the table (which
 * it tests first), else by the plainest form of Todd and Coxeter's method, without any of the
 * engine's. NULL and
 * @error (REFUSED) where the category has more than @limit morphisms out of one object or does not
 * end, or where declared monos or epis say more than the equations.
 */
ChaseEnumerated *
chase_enumerate (const ChaseCategory *category, guint32 limit, GError **error);

G_END_DECLS
