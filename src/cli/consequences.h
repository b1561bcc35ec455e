/* SPDX-License-Identifier: MIT */
#pragma once

#include "cli/source.h"

G_BEGIN_DECLS

/** What follows from the declared properties of the categories of @source: an array of ChaseResult
 * that the caller owns. */
GPtrArray *
cli_consequences_find (Cli *cli, const CliSource *source);

G_END_DECLS
