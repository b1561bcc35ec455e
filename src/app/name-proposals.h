/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/document.h"

G_BEGIN_DECLS

/** What may stand for the word at a place of a text. */
typedef struct
{
  gsize start; /* of the word, in bytes of the text */
  gsize end;
  GPtrArray *names; /* of char *, as the notation writes them */
} ChaseNameProposals;

/**
 * Finds what begins with the letters of @text (valid UTF-8, with or without errors, read as
 * @document) between the start of a word and byte @at, and goes on: at most @most names and
 * keywords. The names that are known where @at lies come first, then those of the document, then
 * those of its other blocks, then the keywords. Returns NULL where no name is expected: in a
 * comment, a string, backquotes or TeX. Caller frees. O(length of @text).
 */
ChaseNameProposals *
chase_name_proposals_find (ChaseDocument *document, const char *text, gsize at, guint most);
/** Takes NULL quietly. */
void
chase_name_proposals_free (ChaseNameProposals *proposals);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseNameProposals, chase_name_proposals_free)

G_END_DECLS
