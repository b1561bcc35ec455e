/* SPDX-License-Identifier: MIT */
#pragma once

#include "cli/source.h"
#include "evidence/rocq.h"

G_BEGIN_DECLS

/**
 * Decides every claim of @source, within --timeout and --memory for each, and returns the text for
 * Rocq of those that are proved. Caller frees.
 */
char *
cli_proofs_text (Cli *cli, const CliSource *source, ChaseProofLanguage language);

G_END_DECLS
