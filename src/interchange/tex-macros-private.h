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
  GHashTable *styles;  /* first word of a TikZ style's name -> GArray of such numbers */
  GArray *settings;    /* such numbers, of what TikZ is told for all diagrams */
  GArray *libraries;   /* the same: of TikZ's libraries that are loaded */
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
/**
 * Returns what is behind the definition at @at, its command (static) and the name that it defines
 * in *@command and *@name; @at and NULL where there is none. Caller frees *@name.
 */
gsize
chase_tex_macros_find_end (const char *text, gsize at, gsize end, const char **command,
                           char **name);
/** Keeps the @length bytes at @definition, which define @name; takes @name. */
void
chase_tex_macros_add (ChaseTexMacros *macros, char *name, const char *definition, gsize length);
/** The same for a whole `\tikzset{...}`, `\tikzcdset{...}` or `\tikzstyle{...}=[...]`. */
void
chase_tex_macros_add_styles (ChaseTexMacros *macros, const char *definition, gsize length);
/** The same for a whole `\usetikzlibrary{...}`. */
void
chase_tex_macros_add_library (ChaseTexMacros *macros, const char *call, gsize length);
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
/** Marks in @used what TikZ is told for all diagrams; libraries, where that or a style is used. */
void
chase_tex_macros_use_settings (const ChaseTexMacros *macros, GHashTable *used);
/** The marked definitions, one a line, in the order of the text. Caller frees. */
char *
chase_tex_macros_text (const ChaseTexMacros *macros, GHashTable *used);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseTexMacros, chase_tex_macros_free)

G_END_DECLS
