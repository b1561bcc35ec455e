/* SPDX-License-Identifier: MIT */
#pragma once

#include "notation/parser.h"

G_BEGIN_DECLS

/* A growing list of terms, which it owns until they are taken. */
typedef struct
{
  ChaseTerm *few[8];
  ChaseTerm **terms;
  gsize n;
  gsize allocated;
} TermList;

void
notation_list_init (TermList *list);
/* Takes @term. */
void
notation_list_take (TermList *list, ChaseTerm *term);
/* Frees the list, whose terms somebody took. */
void
notation_list_release (TermList *list);
/* Frees the list and its terms. */
void
notation_list_clear (TermList *list);
/* A term of all of the list, which is freed; NULL, with an error, where no term has so many parts.
 */
ChaseTerm *
notation_list_to_term (Parser *parser, TermList *list, ChaseTermKind kind, const Token *place);

/* Terms at @place over what they take. */
ChaseTerm *
notation_unary (ChaseTermKind kind, ChaseTerm *a, gint32 number, const Token *place);
ChaseTerm *
notation_binary (ChaseTermKind kind, ChaseTerm *a, ChaseTerm *b, const Token *place);
ChaseTerm *
notation_name_term (Parser *parser, const Token *token);

void
notation_report_depth (Parser *parser, const Token *token);
/* Called with the height that a new term over what was read would have; FALSE, and reported, where
 * that is too much. */
gboolean
notation_grow (Parser *parser, guint height, const Token *token);

/* The kind of term that a word directly before "(" makes; G_MAXUINT when it is a functor's name. */
guint
notation_call_kind (const Token *word);
/* At "(" behind one of the notation's own words. */
ChaseTerm *
notation_read_call (Parser *parser, guint kind, const Token *word);
/* At "(": a term in parentheses, or a pair. */
ChaseTerm *
notation_read_parenthesised (Parser *parser);
/* At "[" that starts a term: a functor category. */
ChaseTerm *
notation_read_functor_category (Parser *parser);

G_END_DECLS
