/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/document.h"

G_BEGIN_DECLS

/**
 * @document in which what speaks of the element @old of the set that the functor called @functor
 * has at
 * @object speaks of @name: computed diagrams (`sets M at x`), `yoneda(x, A, M)`, the objects and
 * arrows of `elements M`, (A, x) and (f, x), and functions from and to that set in equations and
 * drawings in Set; also where the set is that of a functor that is made of this one, as M . F. The
 * definition of @functor itself, and components, are left to the caller. Caller owns it.
 */
ChaseDocument *
chase_document_rename_element (ChaseDocument *document, const char *functor, const char *object,
                               const char *old, const char *name);

G_END_DECLS
