/* SPDX-License-Identifier: MIT */
#pragma once

#include "cli/draw-room.h"
#include "model/document.h"

G_BEGIN_DECLS

/**
 * Returns @document with a position for every node of its drawings (of the one called @name alone,
 * where it is not NULL), each written into its statement. Drawings that are placed already stay,
 * unless
 * @options->afresh. Returns NULL and sets @error where Graphviz fails or is missing. Caller owns
 * the result.
 */
ChaseDocument *
cli_place_document (Cli *cli, const ChaseDocument *document, const char *name,
                    const ChaseLayoutOptions *options, GError **error);

/** Returns a copy of @diagram with a position for every node. NULL and @error as above. */
ChaseDiagram *
cli_place_diagram (Cli *cli, const ChaseDiagram *diagram, const ChaseLayoutOptions *options,
                   GError **error);

G_END_DECLS
