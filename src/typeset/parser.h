/* SPDX-License-Identifier: MIT */
#pragma once

/* What the files of the parser share; nobody else includes this. */
#include "typeset/math-parse.h"

G_BEGIN_DECLS

typedef struct _ChaseInput ChaseInput;

struct _ChaseInput
{
  ChaseTokens tokens;
  guint at;
  guint depth;
  ChaseInput *below;
};

typedef enum
{
  CHASE_STOP_BRACE = 1 << 0,
  CHASE_STOP_BRACKET = 1 << 1,
  CHASE_STOP_RIGHT = 1 << 2,
  CHASE_STOP_CELL = 1 << 3,
  CHASE_STOP_END = 1 << 4,
  CHASE_STOP_DOLLAR = 1 << 5,
  CHASE_STOP_LINE = 1 << 6,
  CHASE_STOP_EGROUP = 1 << 7,
} ChaseStop;

typedef struct
{
  ChaseArena *arena;
  const ChaseMacros *macros;
  ChaseInput *input;
  guint n_expansions;
  guint n_pushed; /* tokens that macros made */
  guint depth;
  ChaseAlphabet alphabet;
  GArray *problems;
} ChaseParser;

typedef struct
{
  ChaseNode *first;
  ChaseNode **end;
} ChaseNodeList;

/* parser-input.c: tokens, with the user's macros expanded. */

/* The current token; user macros are expanded first. The end is a token of kind END. */
ChaseToken
chase_parser_peek (ChaseParser *parser);
/* Goes past the current token. */
void
chase_parser_skip (ChaseParser *parser);
void
chase_parser_skip_spaces (ChaseParser *parser);
gboolean
chase_parser_is_char (ChaseParser *parser, gunichar character);
gboolean
chase_parser_is_command (ChaseParser *parser, const char *name);
/* Skips spaces; if the current token is @character, goes past it and returns TRUE. */
gboolean
chase_parser_accept (ChaseParser *parser, gunichar character);
/* Makes @tokens the next input. FALSE when macros have made too much. */
gboolean
chase_parser_push (ChaseParser *parser, ChaseTokens tokens);
/* Reads a braced group or a single token without expanding it. */
ChaseTokens
chase_parser_read_tokens (ChaseParser *parser);
/* Reads [...]; FALSE when there is none. */
gboolean
chase_parser_read_optional (ChaseParser *parser, ChaseTokens *tokens);
/* Reads an argument (a group or one token) as plain characters. */
const char *
chase_parser_read_string (ChaseParser *parser);
const char *
chase_parser_tokens_to_string (ChaseParser *parser, ChaseTokens tokens);
/* Reads a TeX length (in an argument when @braced) in ems; a missing unit is an em. */
double
chase_parser_read_length (ChaseParser *parser, gboolean braced);
void
chase_parser_report (ChaseParser *parser, ChaseLabelProblemKind kind, const char *what);

/* math-parse.c */
ChaseNode *
chase_parser_node (ChaseParser *parser, ChaseNodeKind kind, ChaseAtom atom);
void
chase_node_list_init (ChaseNodeList *list);
void
chase_node_list_add (ChaseNodeList *list, ChaseNode *node);
/* Parses until one of @stops, which is left as the current token, or the end. */
ChaseNode *
chase_parser_list (ChaseParser *parser, ChaseStop stops);
/* Parses a braced group or a single atom: the argument of a command. Never NULL. */
ChaseNode *
chase_parser_argument (ChaseParser *parser);
/* Parses tokens apart from the rest of the input. */
ChaseNode *
chase_parser_tokens (ChaseParser *parser, ChaseTokens tokens);
/* Parses one nucleus without its scripts; NULL when a stop or the end comes first. */
ChaseNode *
chase_parser_nucleus (ChaseParser *parser, ChaseStop stops);
/* Parses the scripts, primes and limits that follow @node. Whoever parses nuclei one after the
 * other must call it: a script without a base is an empty nucleus that stays before its script. */
void
chase_parser_scripts (ChaseParser *parser, ChaseNode *node);
/* Reads a delimiter after \left or \big; 0 for the period. */
gunichar
chase_parser_delimiter (ChaseParser *parser);
ChaseNode *
chase_parser_symbol (ChaseParser *parser, gunichar character, ChaseAtom atom);
ChaseNode *
chase_parser_wrap (ChaseParser *parser, ChaseNode *list, ChaseAtom atom);

/* parse-command.c */
ChaseNode *
chase_parser_command (ChaseParser *parser, const ChaseSymbol *symbol, ChaseStop stops);

/* parse-text.c */
ChaseNode *
chase_parser_text (ChaseParser *parser, ChaseTextStyle style);
/* The letter that follows with the accent of \\'e, \\v{c}. */
ChaseNode *
chase_parser_text_accent (ChaseParser *parser, const char *name);

/* parse-array.c */
ChaseNode *
chase_parser_environment (ChaseParser *parser);
/* Fills @matrix with rows of cells up to one of @stops, which is not passed. */
ChaseNode *
chase_parser_rows (ChaseParser *parser, ChaseMatrix *matrix, ChaseStop stops);

G_END_DECLS
