/* SPDX-License-Identifier: MIT */
#pragma once

#include "cli/source.h"
#include "evidence/tale.h"

G_BEGIN_DECLS

/**
 * What can be told of @diagram with the picture moving, within the time that the call gives to a
 * question. Caller owns the array (of ChaseTale), which may be empty.
 */
GPtrArray *
cli_find_tales (Cli *cli, const CliSource *source, const ChaseDiagram *diagram);

G_END_DECLS
