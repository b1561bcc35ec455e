/* SPDX-License-Identifier: MIT */
#pragma once

#include "typeset/typeset.h"

G_BEGIN_DECLS

/**
 * ChaseTexStyles:
 *
 * What a LaTeX text says of TikZ's keys and of colours: `\tikzset{name/.style={...}}` and its like,
 * `\definecolor`,
 * `\colorlet`. Later definitions replace earlier ones.
 */
typedef struct
{
  GHashTable *styles; /* name -> options, with `#1` in them where they take a value */
  ChaseMacros *colours;
} ChaseTexStyles;

ChaseTexStyles *
chase_tex_styles_new (void);
/** Takes NULL quietly. */
void
chase_tex_styles_free (ChaseTexStyles *styles);
/** If `\tikzset{...}`, `\tikzcdset{...}` or `\tikzstyle{...}=[...]` is at @at, keeps the styles in
 * it and returns what is behind it; else @at. */
gsize
chase_tex_styles_read (ChaseTexStyles *styles, const char *text, gsize at, gsize end);
/** Keeps the style that @option defines (`name/.style={...}`). FALSE where it defines none. */
gboolean
chase_tex_styles_add (ChaseTexStyles *styles, const char *option);
/** Keeps the colour that the @length bytes at @definition, a whole `\definecolor` or `\colorlet`,
 * define. */
void
chase_tex_styles_add_colour (ChaseTexStyles *styles, const char *definition, gsize length);
/** Returns the options that the style @name stands for, with @value (may be NULL) in its place, or
 * NULL. @styles may be NULL. Caller frees. */
char *
chase_tex_styles_expand (const ChaseTexStyles *styles, const char *name, const char *value);

G_END_DECLS
