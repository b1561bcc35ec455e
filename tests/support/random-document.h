/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/document.h"

G_BEGIN_DECLS

/**
 * Returns a document made from @seed, with about @size items, that uses every form of the notation.
 * It is in the form that a reader gives (comments and styles normalised), so that printing and
 * reading must give it back. Its names are wild (keywords, quoted ones), it means nothing, and its
 * places are not set. Caller owns it.
 */
ChaseDocument *
random_document_new (guint32 seed, guint size);

/**
 * Returns a document made from @seed that also makes sense: every name is declared, every path
 * composes, both sides of every equation are parallel, every functor has exactly one value for
 * every object and arrow (the laws of functors may fail all the same, and its checks may be false).
 * @size is the number of objects of its first category. Caller owns it.
 */
ChaseDocument *
random_document_new_sensible (guint32 seed, guint size);

/** A random term of the kinds that a path, an object or an expression may have, at most @depth
 * high. Caller owns it. */
ChaseTerm *
random_term (GRand *rand, guint depth);
/** A random style; NULL now and then. Caller frees. */
ChaseStyle *
random_style (GRand *rand);

G_END_DECLS
