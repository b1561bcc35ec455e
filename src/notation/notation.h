/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/document.h"
#include "model/problem.h"

G_BEGIN_DECLS

/** How deep parentheses and expressions may nest in a text; what is deeper is an error. */
#define CHASE_NOTATION_MAX_DEPTH 500

/** A reader stores at most this many problems, then one that says that there are more. */
#define CHASE_NOTATION_MAX_PROBLEMS 1000

typedef enum
{
  CHASE_NOTATION_ASCII = 0,        /* -> |-> => . >> * -| ^op */
  CHASE_NOTATION_UNICODE = 1 << 0, /* → ↦ ⇒ ∘ ⨟ × ⊣ ᵒᵖ */
} ChaseNotationFlags;

/* Reading. What is wrong goes to @problems (a list as chase_problems_new () makes it, or NULL),
 * sorted by place. */

/**
 * Reads a whole .chase text: @length bytes at @text, which may be any bytes at all. After an error
 * reading goes on at the next statement, so that @problems gets every error of the text, and the
 * document holds all that was understood. Names are not looked up here, and paths are not checked
 * to compose. Returns a document, never NULL; caller owns it. O(@length).
 */
ChaseDocument *
chase_notation_parse (const char *text, gsize length, GPtrArray *problems);

/**
 * Reads one path, object or expression of categories, functors or transformations: what may stand
 * on the right of an edge's `=`. Returns the term, owned by the caller, or NULL when there was an
 * error.
 */
ChaseTerm *
chase_notation_parse_term (const char *text, GPtrArray *problems);

/**
 * Reads one proposition without the word `check`, as in `not h . f = k . g in C`. A leading `not`
 * sets
 * *@negated; where @negated is NULL it is an error. Returns the proposition, owned by the caller,
 * or NULL when there was an error.
 */
ChaseProposition *
chase_notation_parse_proposition (const char *text, gboolean *negated, GPtrArray *problems);

/**
 * Reads what may stand behind `diagram NAME =`, as in `naturality alpha at f`. Returns a DIAGRAM
 * item without a name, with view, expression and at set; or, for a plain NAME, NULL with an error.
 * Caller owns it.
 */
ChaseItem *
chase_notation_parse_view (const char *text, GPtrArray *problems);

/* Writing: canonical text, UTF-8, "\n" line ends. Each function returns a string that the caller
 * frees. */

/** The whole document; ends with a newline unless it is empty. O(size). */
char *
chase_notation_print (const ChaseDocument *document, ChaseNotationFlags flags);
/** One item with its comments, block and final newline, as it stands in the document's text. */
char *
chase_notation_print_item (const ChaseItem *item, ChaseNotationFlags flags);
/** One statement alone on one line, without indent, comments and newline; `joined` is not looked
 * at. */
char *
chase_notation_print_statement (const ChaseStatement *statement, ChaseNotationFlags flags);
/** "h . f", "F(A)", "[C^op, Set]", "{x |-> 0}". */
char *
chase_notation_print_term (const ChaseTerm *term, ChaseNotationFlags flags);
/** "h . f = k . g in Square", "not A isomorphic D in Square": a check without the word `check`. */
char *
chase_notation_print_proposition (const ChaseProposition *proposition, gboolean negated,
                                  ChaseNotationFlags flags);
/** A view as chase_notation_parse_view () reads it: "image F", "naturality alpha at f". */
char *
chase_notation_print_view (const ChaseItem *item, ChaseNotationFlags flags);
/** The name, in backquotes where it needs them. */
char *
chase_notation_print_name (const char *name);
/** A string with its quotes and escapes; a newline, which no string can hold, becomes a space. */
char *
chase_notation_print_string (const char *text);
/** "[dashed, curve = -2]": what differs from the default; "" for the default style and for NULL. */
char *
chase_notation_print_style (const ChaseStyle *style);
/** The shortest decimal form that reads back as exactly @number, whatever the locale: "0.3", "-2",
 * "1e-07". */
char *
chase_notation_print_number (double number);

/** TRUE when @name can stand in the notation as it is, without backquotes, wherever a name is
 * expected. */
gboolean
chase_notation_is_plain_name (const char *name);

/**
 * Finds the name that byte @at of @line (valid UTF-8, one line of a text) is in or ends: sets *@start and *@end to
 * where it begins and ends, both to @at where there is none. Returns FALSE where @at lies in a comment, a string or a
 * name in backquotes. O(@at).
 */
gboolean
chase_notation_find_word (const char *line, gsize at, gsize *start, gsize *end);

/* Messages */

/**
 * Formats @problem of the file @filename as "FILE:LINE:COLUMN: error: message", the source line, a
 * line with carets under the place, and "hint: ..." where there is one. @text (of @length bytes;
 * may be NULL) is the file's content. A long line is cut to a window around the place, tabs become
 * spaces, what cannot be shown is replaced, and wide characters count two. With @colour the parts
 * carry ANSI colours. Ends with a newline. Caller frees.
 */
char *
chase_problem_format (const ChaseProblem *problem, const char *filename, const char *text,
                      gsize length, gboolean colour);

G_END_DECLS
