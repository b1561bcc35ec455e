/* SPDX-License-Identifier: MIT */
#pragma once

#include "interchange/tikz-private.h"

G_BEGIN_DECLS

/* tikz-keys.c */

/** Adds @option to the list of those that are kept as they are. */
void
chase_tikz_keep (GString **unknown, const char *option);
/** Reads a number at the start of @text; *@rest is what follows it, a unit perhaps. */
gboolean
chase_tikz_read_number (const char *text, double *number, const char **rest);
/** The same, whatever follows. */
gboolean
chase_tikz_read_plain (const char *text, double *number);
/** Puts a copy of @text in the place of *@slot. */
void
chase_tikz_set_text (char **slot, const char *text);
/** Returns what @arrow says of all its labels, made if need be; the arrow owns it. */
ChaseTikzLabel *
chase_tikz_label_defaults (ChaseTikzArrow *arrow);

/* tikz-tips.c: each returns FALSE where the key is another's */

gboolean
chase_tikz_apply_tip (ChaseTikzArrow *arrow, const char *key);
/** `-Stealth`, `<-{Latex[open]}`: tips by their names, which are kept for LaTeX. */
gboolean
chase_tikz_is_tip_spec (const char *key);
/** Here an arrow is one. */
void
chase_tikz_apply_tip_spec (ChaseTikzArrow *arrow, const char *key);
void
chase_tikz_apply_both_ways (ChaseTikzArrow *arrow, const char *key);
gboolean
chase_tikz_apply_nfold (ChaseTikzArrow *arrow, const char *key, const char *value);

/* tikz-ways.c */

/** How an arrow lies: where it ends, how it bends, what it leaves out. */
gboolean
chase_tikz_apply_way (ChaseTikzArrow *arrow, const char *key, const char *value);

/* tikz-label-keys.c */

ChaseTikzLabel *
chase_tikz_label_new (const ChaseTexStyles *styles);
void
chase_tikz_label_free (ChaseTikzLabel *label);
/** Is the value of an anchor the middle? */
gboolean
chase_tikz_is_centre (const char *value);
/** An option that a label and, for all its labels, an arrow may carry. */
gboolean
chase_tikz_apply_label_key (ChaseTikzLabel *label, const char *key, const char *value);
/** `"text"` then any number of `'`, then `{options}` or one option. */
void
chase_tikz_apply_quoted (ChaseTikzArrow *arrow, const char *option);

G_END_DECLS
