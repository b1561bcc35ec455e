/* SPDX-License-Identifier: MIT */
#pragma once

#include "interchange/interchange.h"
#include "interchange/sketch-private.h"
#include "interchange/source-private.h"

G_BEGIN_DECLS

/* The comment above a diagram that says which way its ranks go begins so; the layout looks for it.
 */
#define CHASE_DOT_DIRECTION "graphviz: rankdir="

/** Returns why the graphs of a DOT text are larger or deeper than a reader should build (static),
 * or NULL. O(n). */
const char *
chase_dot_excess (const char *text);
/** Returns TeX as a string of Graphviz's has it, with a single backslash where each stands twice.
 * Caller frees. */
char *
chase_dot_undouble (const char *text);
/** Returns @text such that chase_dot_undouble () makes it @text again, and no single backslash is
 * before a quote. Caller frees. */
char *
chase_dot_double (const char *text);
/** Reads all the graphs of a DOT text, by cgraph. */
void
chase_dot_read (ChaseSource *source, GPtrArray *sketches);
void
chase_dot_write (const ChaseDiagram *diagram, const ChaseInterchangeOptions *options, GString *out,
                 GPtrArray *problems);
void
chase_fletcher_write (const ChaseDiagram *diagram, const ChaseInterchangeOptions *options,
                      GString *out, GPtrArray *problems);
/** Reads fletcher's and commute's diagrams in a Typst text. */
void
chase_fletcher_read (ChaseSource *source, GPtrArray *sketches);
/** Returns LaTeX mathematics as Typst's. What has no counterpart is put in quotes, and makes
 * *@whole FALSE. Caller frees. */
char *
chase_typst_from_latex (const char *latex, gboolean *whole);
/** Returns Typst's mathematics as LaTeX; names that are no known symbols become \mathrm. Caller
 * frees. */
char *
chase_typst_to_latex (const char *typst);

G_END_DECLS
