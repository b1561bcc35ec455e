/* SPDX-License-Identifier: MIT */
#pragma once

#include "notation/notation.h"

G_BEGIN_DECLS

/* Private to src/notation: the printers append to a GString. */

void
notation_append_name (GString *out, const char *name);
void
notation_append_string (GString *out, const char *text);
void
notation_append_number (GString *out, double number);
void
notation_append_term (GString *out, const ChaseTerm *term, ChaseNotationFlags flags);
/* The same for an element of a set: numbers go without backquotes. */
void
notation_append_element (GString *out, const ChaseTerm *term, ChaseNotationFlags flags);
/* The same in a check, where a leading `not` would be a word. */
void
notation_append_claimed (GString *out, const ChaseTerm *term, ChaseNotationFlags flags);
/* " [...]" where there is a style. @behind_term: a term stands directly before it. */
void
notation_append_style (GString *out, const ChaseStyle *style, gboolean behind_term);
/* The statements from @index on that are said together; returns how many. */
guint
notation_append_statements (GString *out, const ChaseItem *item, guint index,
                            ChaseNotationFlags flags);
void
notation_append_proposition (GString *out, const ChaseProposition *proposition, gboolean negated,
                             ChaseNotationFlags flags);

G_END_DECLS
