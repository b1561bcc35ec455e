/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What commands of LaTeX are called in Typst's mathematics. All words are static. */

/** Returns the function that the command @latex (without its backslash) is written as, or NULL. */
const char *
chase_typst_function (const char *latex);
/** Returns the name of the symbol that the command @latex is written as, or NULL. */
const char *
chase_typst_symbol (const char *latex);
/** Returns the command that is the function whose name is the @n bytes at @typst, or NULL. */
const char *
chase_typst_function_to_latex (const char *typst, gsize n);
/** Returns the command that is the symbol of that name, or a sign that is none; or NULL. */
const char *
chase_typst_symbol_to_latex (const char *typst, gsize n);
/** Is the command @latex what some function of Typst's is read as? */
gboolean
chase_typst_is_function_of (const char *latex);

G_END_DECLS
