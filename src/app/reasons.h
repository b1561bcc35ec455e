/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** What the engine gives as a reason, in the language of the user; what is not known stays as it
 * is. Caller frees. */
char *
chase_reason_in_words (const char *reason);
/** The sentence of the list of those that are translated which @reason is, or NULL. */
const char *
chase_reason_sentence (const char *reason);

G_END_DECLS
