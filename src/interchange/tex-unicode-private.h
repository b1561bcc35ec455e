/* SPDX-License-Identifier: MIT */
#pragma once

#include "typeset/symbols.h"

G_BEGIN_DECLS

/** Returns what LaTeX with amsmath and amssymb writes for @sign in mathematics, or NULL. Static. */
const char *
chase_tex_sign (gunichar sign);
/** Is the sign mathematics that can be written? */
gboolean
chase_tex_is_math (gunichar sign);
/** Does LaTeX know the sign in text? */
gboolean
chase_tex_is_text (gunichar sign);
/**
 * Returns the LaTeX label @text with its signs beyond ASCII as pdflatex takes them: `α` as
 * `\alpha`, `₁` as `_1`, `𝒞` as `\mathcal{C}`, letters of other languages as `\text{...}`. Signs
 * that pdflatex has no form of stay. The same for the same. Caller frees. O(n).
 */
char *
chase_tex_from_unicode (const char *text);

/** Does the command called @name take what follows it for its argument? TRUE for one that is not
 * known here. */
gboolean
chase_tex_takes_argument (const char *name);
/** Returns @text, LaTeX as an author typed it, with braces around the signs beyond ASCII that are
 * arguments: `x_𝔸` as `x_{𝔸}`. Caller frees. O(n). */
char *
chase_tex_brace_signs (const char *text);
/** Adds to @signs each letter of @text once that is written as another of its kind, for pdflatex
 * has no font with it: `𝒶` as `a`, `𝕒` as `\mathbf{a}`. */
void
chase_tex_note_nearest (const char *text, GString *signs);

typedef enum
{
  CHASE_TEX_CJK = 1 << 0,
  CHASE_TEX_KANA = 1 << 1,
  CHASE_TEX_HANGUL = 1 << 2,
  CHASE_TEX_T1 = 1 << 3,    /* letters that only that encoding has */
  CHASE_TEX_MATH = 1 << 4,  /* signs as an author typed them */
  CHASE_TEX_OTHER = 1 << 5, /* pdflatex has no form of them */
} ChaseTexNeeds;

/** Returns what the signs of the LaTeX text @text need of the document that it stands in; adds to
 * @others (may be NULL) each of those once that pdflatex has no form of. */
ChaseTexNeeds
chase_tex_needs (const char *text, GString *others);
/** Puts before @macros, a preamble, what the signs of @body and its own need. */
void
chase_tex_prepare (const char *body, GString *macros);

G_END_DECLS
