/* SPDX-License-Identifier: MIT */
#pragma once

#include "notation/parser.h"

G_BEGIN_DECLS

/* What stands behind `key =`: words, a number, a string, or numbers in parentheses (with a word
 * before them). */
typedef struct
{
  Token token; /* the first */
  char *words; /* words joined by single spaces; or the string; or NULL */
  gboolean string;
  double numbers[4];
  guint n_numbers;
  char *pair[2]; /* words in parentheses: align = (midpoint, centre) */
} StyleValue;

typedef struct _StyleKey StyleKey;

/** Returns the key of styles that is called @words, or NULL. Static. */
const StyleKey *
notation_find_style_key (const char *words);
/** Sets in @style what @value says of @key, which stands at @token. FALSE where @key does not take
 * it, with an error reported. */
gboolean
notation_set_style_key (const StyleKey *key, Parser *parser, ChaseStyle *style, const Token *token,
                        const StyleValue *value);

G_END_DECLS
