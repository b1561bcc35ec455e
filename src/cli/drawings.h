/* SPDX-License-Identifier: MIT */
#pragma once

#include "cli/source.h"

G_BEGIN_DECLS

/**
 * Returns the diagrams of @source called @name (NULL: all of them), written out or computed: an
 * array of borrowed ChaseItem in the document's order. Says what is wrong and returns NULL where
 * there is no such diagram (with a guess), or none at all. Caller owns the array.
 */
GPtrArray *
cli_find_diagrams (Cli *cli, const CliSource *source, const char *name);
/**
 * Returns the diagrams of @source that --diagram and --view ask for (all of them otherwise) ready
 * to be drawn: an array of ChaseDiagram, computed ones worked out. Says what is wrong and returns
 * NULL where there are none. Caller owns the array.
 */
GPtrArray *
cli_open_diagrams (Cli *cli, const CliSource *source);

G_END_DECLS
