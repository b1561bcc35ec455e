/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ChaseTexMacros:
 *
 * The definitions of a LaTeX text, by the commands that they define.
 */
typedef struct
{
  GHashTable *by_name; /* "\\Hom", or a colour's name -> its number + 1 in the list */
  GPtrArray *texts;    /* of char: the definitions as they stand */
  GHashTable *makers;  /* of each definition that was asked for: 1 + does it make arrows? */
  GHashTable *figures; /* the same: does it make diagrams? */
} ChaseTexMacros;

ChaseTexMacros *
chase_tex_macros_new (void);
void
chase_tex_macros_free (ChaseTexMacros *macros);
/**
 * If a definition (\newcommand, \def, \DeclareMathOperator, \definecolor, ...) is at @at, keeps it
 * and returns what is behind it; else returns @at.
 */
gsize
chase_tex_macros_read (ChaseTexMacros *macros, const char *text, gsize at, gsize end);
/** Returns the definition of @name ("\\square"), or NULL. Borrowed. */
const char *
chase_tex_macros_find (const ChaseTexMacros *macros, const char *name);
/**
 * Returns what @definition (\newcommand, xargs' \newcommandx, xparse's \NewDocumentCommand, \def
 * without delimiters, \let) makes of the arguments that stand at *@at of @text, behind @name; *@at
 * is then behind them. NULL where it is of another kind. Caller frees.
 */
char *
chase_tex_macros_expand (const char *definition, const char *name, const char *text, gsize *at,
                         gsize end);
/**
 * Returns [@at, @end) of @text with what macros make in the place of those that make arrows, or
 * NULL where there are none (or they make more than @room bytes). *@failed is the name of one whose
 * definition is of another kind, or NULL. Caller frees both.
 */
char *
chase_tex_macros_open (const ChaseTexMacros *macros, const char *text, gsize at, gsize end,
                       gsize room, char **failed);
/** Does @definition make a diagram, by itself or by the macros that it calls? */
gboolean
chase_tex_macros_make_diagram (const ChaseTexMacros *macros, const char *definition);
/** Marks in @used (a set of numbers + 1) the definitions that @label needs, and those that they
 * need. */
void
chase_tex_macros_use (const ChaseTexMacros *macros, const char *label, GHashTable *used);
/** The marked definitions, one a line, in the order of the text. Caller frees. */
char *
chase_tex_macros_text (const ChaseTexMacros *macros, GHashTable *used);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseTexMacros, chase_tex_macros_free)

G_END_DECLS
