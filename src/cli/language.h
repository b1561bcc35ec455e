/* SPDX-License-Identifier: MIT */
#pragma once

/**
 * Sets the language of what a person reads by LANGUAGE, LC_ALL, LC_MESSAGES or LANG. Where
 * @arguments (the words behind the program's name) ask for JSON, a program reads, and all words
 * stay English. Numbers and the order of names never go by the locale.
 */
void
cli_language_init (char *const *arguments);
