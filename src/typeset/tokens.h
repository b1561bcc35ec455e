/* SPDX-License-Identifier: MIT */
#pragma once

#include "typeset/arena.h"
#include "typeset/macros.h"

G_BEGIN_DECLS

typedef enum
{
  CHASE_TOKEN_END,
  CHASE_TOKEN_CHAR,      /* @character; a space is the character ' ' */
  CHASE_TOKEN_COMMAND,   /* @name, without the backslash */
  CHASE_TOKEN_PARAMETER, /* @character is 1..9 */
} ChaseTokenKind;

typedef struct
{
  guint8 kind;
  gboolean builtin; /* a command that means what it meant before the user's definitions */
  gunichar character;
  const char *name;
} ChaseToken;

typedef struct
{
  const ChaseToken *tokens;
  guint length;
} ChaseTokens;

/* A letter of a command's name; as inside packages, @ is one. */
static inline gboolean
chase_token_is_letter (char c)
{
  return g_ascii_isalpha (c) || c == '@';
}

/**
 * Splits @length bytes of valid UTF-8 into tokens after TeX's rules: spaces run together and
 * vanish after a command word, a comment goes to the end of its line, a percent sign on the
 * last line stands for itself. With @parameters, #1 .. #9 become parameters.
 */
ChaseTokens
chase_tokenise (ChaseArena *arena, const char *text, gsize length, gboolean parameters);

typedef enum
{
  CHASE_ARGUMENT_MANDATORY,
  CHASE_ARGUMENT_OPTIONAL, /* in brackets, with a default */
  CHASE_ARGUMENT_STAR,     /* a star or nothing */
} ChaseArgumentKind;

typedef struct
{
  ChaseArgumentKind kind;
  ChaseTokens fallback;
} ChaseArgument;

typedef struct
{
  const char *name;
  guint n_arguments;
  ChaseArgument arguments[9];
  ChaseTokens body;
} ChaseMacro;

/** Returns the user's macro @name, or NULL (also for NULL @macros). */
const ChaseMacro *
chase_macros_find (const ChaseMacros *macros, const char *name);

/**
 * Reads a colour as \color takes it: a name, a mix "red!30!blue", "#a0b1c2", or with @model
 * (rgb, RGB, HTML, gray, cmyk, or NULL) numbers; also xcolor's "rgb,255:red,1;green,2;blue,3".
 */
gboolean
chase_colour_parse (const ChaseMacros *macros, const char *model, const char *text, guint32 *rgba);

G_END_DECLS
