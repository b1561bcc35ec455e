/* SPDX-License-Identifier: MIT */
#pragma once

#include "interchange/interchange.h"
#include "interchange/sketch-private.h"
#include "interchange/source-private.h"

G_BEGIN_DECLS

/*
 * A comment with a quiver link above a diagram, as quiver writes it, can say more than the text
 * below it. It counts as long as the text is what the link would be written as.
 */

/** Would the diagram of @sketch be written in @format as the @length bytes at @body, blanks aside?
 * @body is what chase_linked_begin () and chase_linked_end () enclose. */
gboolean
chase_linked_is_written_so (const ChaseSketch *sketch, ChaseFormat format, const char *body,
                            gsize length);
/**
 * If a comment of Typst with a link stands in the line before @start, behind @least, and the
 * diagram
 * [@start, @stop) is what it would be written as, returns the link's sketch and frees @sketch; else
 * returns @sketch.
 */
ChaseSketch *
chase_linked_prefer (ChaseSource *source, ChaseSketch *sketch, gsize least, gsize start,
                     gsize stop);
/** Replaces what stands behind @start in @out, @diagram written in @format, by its link and what
 * the link is written as, where reading it would not give all of @diagram. */
void
chase_linked_add (ChaseFormat format, const ChaseDiagram *diagram,
                  const ChaseInterchangeOptions *options, gsize start, GString *out);

G_END_DECLS
