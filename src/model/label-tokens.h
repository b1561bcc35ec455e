/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * Returns the tokens of the LaTeX @label that matter to what it says: commands and characters,
 * without blanks, spacing, sizes, colours and braces that only group. `f^{\prime}` is `f'`, `x_{1}`
 * is `x_1`; an upright word (`\mathrm{id}`, `\operatorname{ev}`) is one token, "id". Strings are
 * owned by the array. At most @most tokens; NULL where there are more. O(n).
 */
GPtrArray *
chase_label_tokens (const char *label, guint most);
/** Returns the tokens [@from, @to) joined to a key: equal keys are equal labels. Caller frees. */
char *
chase_label_key (const GPtrArray *tokens, guint from, guint to);
/** The token behind the parenthesis that closes the one at @at, or @to where none does. */
guint
chase_label_skip_group (const GPtrArray *tokens, guint at, guint to);
/** TRUE when the label without its quantifier is empty or a sign that stands for anything: two of
 * these show nothing in common. */
gboolean
chase_label_is_sign (const char *label);
/** TRUE when @label says "isomorphism" and nothing else: `\sim`, `\cong`, `\simeq`, ... */
gboolean
chase_label_is_iso (const char *label);
/**
 * Returns @label as a name should have it: without the `\exists!` of an arrow that there is,
 * outer braces, sizes and the full stop or comma of the sentence around the diagram. Caller frees.
 */
char *
chase_label_sense (const char *label);

G_END_DECLS
