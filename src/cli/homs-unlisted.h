/* SPDX-License-Identifier: MIT */
#pragma once

#include "cli/source.h"

G_BEGIN_DECLS

/**
 * Prints the morphisms from @a to @b (NULL: says what is known of all) of the category written
 * @category, which has no generators here: Set, Cat, a category of functors to sets, a slice that
 * is not listed. They are what |Hom (A, B)| counts, up to as many as a report lists.
 */
CliStatus
cli_print_unlisted_homs (Cli *cli, const CliSource *source, const char *category, const char *a,
                         const char *b);
/** Says that the @category with generators has infinitely many morphisms, and why. TRUE where that is so, or cannot be
 * asked; the exit status is then in *@status. */
gboolean
cli_print_infinite_homs (Cli *cli, const CliSource *source, const char *category, CliStatus *status);
/** Says that they could not be listed, for @reason. */
CliStatus
cli_print_undecided_homs (Cli *cli, const CliSource *source, const char *category, const char *reason);
/** Says that the table called @category is no category, and why. TRUE where that is so. */
gboolean
cli_print_no_category (Cli *cli, const CliSource *source, const char *category);

G_END_DECLS
