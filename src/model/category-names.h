/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/document.h"

G_BEGIN_DECLS

/**
 * Calls the category or the diagram that is item @index of @document @name, wherever the document
 * speaks of it: as a category, as a drawing, or as an object of Cat. Objects and arrows of the same
 * name stay, as they have a name space of their own. @name is like no other definition's. Caller
 * owns the result. O(size of the document).
 */
ChaseDocument *
chase_document_rename_category (ChaseDocument *document, guint index, const char *name);

G_END_DECLS
