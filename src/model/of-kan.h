/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/theory.h"

G_BEGIN_DECLS

/** Is it the left or right Kan extension, along a functor by words from a category without arrows
 * to one with generators and equations, of a functor to Set? */
gboolean
chase_is_discrete_kan (const ChaseFunctor *functor);
/** |Nat (free M along F, N)| as |Nat (M, forget N along F)|, and |Nat (N, cofree M along F)| as
 * |Nat (forget N along F, M)|; NULL for any other statement. Caller owns it. */
ChaseProposition *
chase_proposition_of_adjoint (ChaseTheory *theory, const ChaseProposition *proposition);
/** The functor and the object of |F (A)|; FALSE for any other set. */
gboolean
chase_proposition_value (ChaseTheory *theory, const ChaseProposition *proposition,
                         const ChaseFunctor **functor, guint32 *object);

G_END_DECLS
