/* SPDX-License-Identifier: MIT */
#pragma once

/*
 * What a person reads is in the language of the locale, once a program has bound the catalogue; what a
 * program reads (evidence, keywords, files) is not marked. `_ ("..")` and `P_ (one, many, n)` give the
 * words now, N_ ("..") marks what is looked up later, C_ ("context", "..") a word that alone is
 * ambiguous. The functions that take a format look it up themselves (CHASE_WORDS), so that their
 * callers write plain strings; tools/lib/catalogue.sh lists these functions.
 *
 * Every room may include this, a source last of all; no public header does.
 */
#ifndef GETTEXT_PACKAGE
#define GETTEXT_PACKAGE "arrowchase"
#endif
#include <glib/gi18n-lib.h>
#include <inttypes.h>

#define NP_(one, many) one, many
#define P_(one, many, n) g_dngettext (GETTEXT_PACKAGE, one, many, n)

/** The words for @text, which may be no constant; NULL and "" are themselves. */
#define CHASE_WORDS(text) ((text) != NULL && (text)[0] != '\0' ? _ (text) : (text))

/** How a person says an adjective of the notation, as `mono`. */
#define CHASE_SAID(word) g_dpgettext2 (GETTEXT_PACKAGE, "adjective", word)

/** The same of a limit's kind, as `pullback`. */
#define CHASE_SHAPED(word) g_dpgettext2 (GETTEXT_PACKAGE, "shape", word)
