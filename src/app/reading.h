/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/document.h"
#include "model/problem.h"

G_BEGIN_DECLS

/**
 * Reads a document from @length bytes of any format that can be read: our notation, a drawing with
 * our source in it, tikz-cd, quiver, Graphviz. @name (a file's name, or NULL) helps to tell which;
 * diagrams of other formats are called by @stem. *@native, where not NULL, becomes TRUE when it was
 * our own notation. Never fails: what is wrong is in @problems (may be NULL). Caller owns the
 * document.
 */
ChaseDocument *
chase_read_bytes (const char *bytes, gsize length, const char *name, const char *stem,
                  gboolean *native, GPtrArray *problems);

G_END_DECLS
