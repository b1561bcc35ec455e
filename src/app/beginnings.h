/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/document.h"

G_BEGIN_DECLS

/** A functor or a transformation that a document may define next. */
typedef struct
{
  char *title; /* "Functor from C to D" */
  char *from, *to;
} ChaseBeginning;

/**
 * Those whose titles have words that begin with each word of @typed, at most @most, of
 * ChaseBeginning: a functor between any two of the categories, or to the sets, and a transformation
 * between parallel functors. What says the words in the order of typing comes first. Caller unrefs.
 * O(n^2) in the number of categories, and of functors, but a title is made only for what names what
 * was typed.
 */
GPtrArray *
chase_beginnings_find (ChaseDocument *document, const char *typed, guint most);
/** TRUE when definitions of @kind, categories or functors, may begin with @item: a drawing that is
 * in no category is one of its own. */
gboolean
chase_item_begins_as (const ChaseItem *item, ChaseItemKind kind);

G_END_DECLS
