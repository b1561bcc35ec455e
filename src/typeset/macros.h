/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ChaseMacros:
 *
 * The user's TeX macros and colour names. Build it, then share it: reading is safe on any thread as
 * long as nobody parses into it. Reference counted.
 */
typedef struct _ChaseMacros ChaseMacros;

/** Returns a table without macros. Caller owns it. */
ChaseMacros *
chase_macros_new (void);
ChaseMacros *
chase_macros_ref (ChaseMacros *macros);
void
chase_macros_unref (ChaseMacros *macros);

/**
 * Reads the definitions out of @text, any TeX text: \newcommand, \renewcommand, \providecommand,
 * \DeclareRobustCommand (with arguments and a default for the first), \NewDocumentCommand (m, o, O
 * and s arguments), xargs' \newcommandx, \def, \gdef, \let, \DeclareMathOperator, \DeclarePairedDelimiter and
 * \definecolor. A later definition replaces an earlier one, but \providecommand gives way. The rest
 * of the text is ignored. Returns the number of definitions that could not be understood (delimited
 * \def parameters, more than nine arguments, a missing brace) and were left out.
 */
guint
chase_macros_parse (ChaseMacros *macros, const char *text);

/** The number of macros defined. */
guint
chase_macros_get_size (const ChaseMacros *macros);
/** TRUE when @name (without the backslash) is defined here. Built-in meanings do not count. */
gboolean
chase_macros_has (const ChaseMacros *macros, const char *name);
/**
 * Returns the definitions again as LaTeX text, one \newcommand a line, sorted by name (then the
 * colours), such that parsing it gives equal macros. Free with g_free ().
 */
char *
chase_macros_to_string (const ChaseMacros *macros);
/**
 * The same for those definitions alone that @tex needs, directly or through others, and all the colours. Free with
 * g_free ().
 */
char *
chase_macros_used (const ChaseMacros *macros, const char *tex);
/** Looks up a colour of \definecolor or one of xcolor's named colours; @rgba is 0xRRGGBBAA. */
gboolean
chase_macros_get_colour (const ChaseMacros *macros, const char *name, guint32 *rgba);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseMacros, chase_macros_unref)

G_END_DECLS
