/* SPDX-License-Identifier: MIT */
#pragma once

#include "interchange/interchange.h"
#include "interchange/sketch-private.h"

G_BEGIN_DECLS

/* fletcher's marks: a tail, a line and a head in one string, "hook-->". See the section "Marks and
 * arrows" of its manual (version 0.5.8). */

/**
 * Reads @text into @style and the number of its lines. *@reversed is TRUE for an arrow that points
 * back to where it begins, as "<-" does. FALSE, and nothing changed, where it is not understood.
 */
gboolean
chase_fletcher_read_marks (const char *text, ChaseStyle *style, guint *lines, gboolean *reversed);
/** Puts the mark that is called @name ("hook", ">>") at @at of the line, from 0 to 1, into @style.
 * FALSE, and nothing changed, where it is not understood. */
gboolean
chase_fletcher_apply_mark (const char *name, double at, ChaseStyle *style);
/** The marks of @tail, a line of @body that is drawn @lines times, and @head. Caller frees. */
char *
chase_fletcher_write_marks (ChaseTail tail, ChaseBody body, guint lines, ChaseHead head);

/** Reads a colour of Typst's: `red`, `rgb("#d65c5c")`, `luma(90%)`, `teal.lighten(80%)`. FALSE
 * where it is not understood. */
gboolean
chase_fletcher_read_colour (const char *text, ChaseColour *colour);

/* A stroke of Typst's. */
typedef struct
{
  ChaseColour colour;
  const char *dash; /* "dashed", "dotted", or NULL */
  gboolean none, thickness;
} ChaseFletcherStroke;

/** Reads `none`, `1pt + red`, `(paint: red, dash: "dashed")`. FALSE where a part of it is not
 * understood. */
gboolean
chase_fletcher_read_stroke (const char *text, ChaseFletcherStroke *stroke);

/* What the arguments of an edge say beside where it goes. */
typedef struct
{
  ChaseStyle *style;
  guint lines;
  gboolean reversed;
  gint corner; /* it turns at a right angle: 1 to the right, -1 to the left; else 0 */
  char *label; /* LaTeX, or NULL */
} ChaseFletcherEdge;

/**
 * Applies the argument @argument of an edge; @commute is TRUE for that package, whose words and
 * numbers mean other things. FALSE where it is not understood.
 */
gboolean
chase_fletcher_apply (ChaseFletcherEdge *edge, const char *argument, gboolean commute);
/** `[$...$]`, `$...$`, text, in `#text(colour)[...]` or not, as LaTeX; *@colour may be set. NULL
 * when @text is no content. Caller frees. */
char *
chase_fletcher_read_content (const char *text, ChaseColour *colour);

G_END_DECLS
