/* SPDX-License-Identifier: MIT */
#pragma once

#include "interchange/tex-styles-private.h"
#include "model/problem.h"

G_BEGIN_DECLS

/**
 * ChaseSource:
 *
 * A text that is being read, and where what is wrong with it is reported to. Places are byte
 * offsets; lines and columns are counted forward from the last report, so that many reports in
 * order cost one pass.
 */
typedef struct
{
  const char *text;
  gsize length;
  GPtrArray *problems; /* may be NULL */
  guint reports;
  ChaseTexStyles *styles; /* of a LaTeX text, or NULL; owned by whoever reads */
  char *macros; /* TeX definitions that the labels need, or NULL; owned by whoever reads */
  gsize at;
  guint line;
  guint column;
} ChaseSource;

void
chase_source_init (ChaseSource *source, const char *text, gsize length, GPtrArray *problems);
/** Returns the line of byte @offset, from 1. */
guint
chase_source_line (ChaseSource *source, gsize offset);
/** Reports that a whole diagram is lost, at @offset over @bytes bytes. @hint may be NULL. */
void
chase_source_error (ChaseSource *source, gsize offset, gsize bytes, const char *hint,
                    const char *format, ...) G_GNUC_PRINTF (5, 6);
/** Reports that a part of a diagram is lost or changed. */
void
chase_source_warn (ChaseSource *source, gsize offset, gsize bytes, const char *hint,
                   const char *format, ...) G_GNUC_PRINTF (5, 6);
/** Reports at @offset the @problems (of ChaseProblem) of a text that stands for what is there. */
void
chase_source_pass_on (ChaseSource *source, gsize offset, const GPtrArray *problems);

G_END_DECLS
