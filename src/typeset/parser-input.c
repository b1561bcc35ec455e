/* SPDX-License-Identifier: MIT */
#include "typeset/parser.h"

#include <string.h>

#include "i18n.h"

#define MAX_EXPANSIONS 2000
#define MAX_PUSHED 100000
#define MAX_INPUTS 200

void
chase_parser_report (ChaseParser *parser, ChaseLabelProblemKind kind, const char *what)
{
  ChaseLabelProblem problem = { kind, what };

  if (parser->problems == NULL)
    parser->problems = g_array_new (FALSE, FALSE, sizeof (ChaseLabelProblem));
  for (guint i = 0; i < parser->problems->len; i++)
    {
      const ChaseLabelProblem *other = &g_array_index (parser->problems, ChaseLabelProblem, i);

      if (other->kind == kind && strcmp (other->what, what) == 0)
        return;
    }
  if (parser->problems->len < 100)
    g_array_append_val (parser->problems, problem);
}

gboolean
chase_parser_push (ChaseParser *parser, ChaseTokens tokens)
{
  ChaseInput *input;

  while (parser->input != NULL && parser->input->at == parser->input->tokens.length
         && parser->input->below != NULL)
    parser->input = parser->input->below;
  if (parser->n_pushed + tokens.length > MAX_PUSHED || parser->n_expansions > MAX_EXPANSIONS
      || (parser->input != NULL && parser->input->depth > MAX_INPUTS))
    {
      chase_parser_report (parser, CHASE_LABEL_PROBLEM_TOO_LONG,
                           _ ("The macros of this label expand without end."));
      return FALSE;
    }
  parser->n_pushed += tokens.length;
  input = chase_arena_new (parser->arena, ChaseInput);
  input->tokens = tokens;
  input->below = parser->input;
  input->depth = parser->input != NULL ? parser->input->depth + 1 : 0;
  parser->input = input;
  return TRUE;
}

static ChaseToken
raw_peek (ChaseParser *parser)
{
  static const ChaseToken end = { CHASE_TOKEN_END, FALSE, 0, NULL };
  ChaseToken token;

  while (parser->input->at == parser->input->tokens.length)
    {
      if (parser->input->below == NULL)
        return end;
      parser->input = parser->input->below;
    }
  token = parser->input->tokens.tokens[parser->input->at];
  /* A parameter that its macro does not have is only its number. */
  if (token.kind == CHASE_TOKEN_PARAMETER)
    token = (ChaseToken){ CHASE_TOKEN_CHAR, FALSE, '0' + token.character, NULL };
  return token;
}

void
chase_parser_skip (ChaseParser *parser)
{
  if (raw_peek (parser).kind != CHASE_TOKEN_END)
    parser->input->at++;
}

static void
raw_skip_spaces (ChaseParser *parser)
{
  for (;;)
    {
      ChaseToken token = raw_peek (parser);

      if (token.kind != CHASE_TOKEN_CHAR || token.character != ' ')
        return;
      parser->input->at++;
    }
}

/* Collects raw tokens up to @close at brace depth 0, which is passed. */
static ChaseTokens
collect (ChaseParser *parser, gunichar close)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (ChaseToken));
  ChaseTokens result;
  int depth = 0;

  for (;;)
    {
      ChaseToken token = raw_peek (parser);

      if (token.kind == CHASE_TOKEN_END)
        {
          chase_parser_report (parser, CHASE_LABEL_PROBLEM_MALFORMED,
                               close == '}' ? _ ("A closing brace is missing.")
                                            : _ ("A closing bracket is missing."));
          break;
        }
      parser->input->at++;
      if (token.kind == CHASE_TOKEN_CHAR)
        {
          if (depth == 0 && token.character == close)
            break;
          if (token.character == '{')
            depth++;
          else if (token.character == '}')
            depth--;
        }
      g_array_append_val (found, token);
    }
  result.length = found->len;
  result.tokens = NULL;
  if (found->len > 0)
    {
      gpointer copy = chase_arena_alloc (parser->arena, found->len * sizeof (ChaseToken));

      result.tokens = memcpy (copy, found->data, found->len * sizeof (ChaseToken));
    }
  return result;
}

ChaseTokens
chase_parser_read_tokens (ChaseParser *parser)
{
  ChaseToken token;
  ChaseToken *copy;

  raw_skip_spaces (parser);
  token = raw_peek (parser);
  if (token.kind == CHASE_TOKEN_END || (token.kind == CHASE_TOKEN_CHAR && token.character == '}'))
    return (ChaseTokens){ NULL, 0 };
  parser->input->at++;
  if (token.kind == CHASE_TOKEN_CHAR && token.character == '{')
    return collect (parser, '}');
  copy = chase_arena_new (parser->arena, ChaseToken);
  *copy = token;
  return (ChaseTokens){ copy, 1 };
}

gboolean
chase_parser_read_optional (ChaseParser *parser, ChaseTokens *tokens)
{
  ChaseToken token;

  raw_skip_spaces (parser);
  token = raw_peek (parser);
  if (token.kind != CHASE_TOKEN_CHAR || token.character != '[')
    return FALSE;
  parser->input->at++;
  *tokens = collect (parser, ']');
  return TRUE;
}

static ChaseTokens
read_argument (ChaseParser *parser, const ChaseArgument *argument)
{
  ChaseTokens tokens;
  ChaseToken token;

  switch (argument->kind)
    {
    case CHASE_ARGUMENT_OPTIONAL:
      return chase_parser_read_optional (parser, &tokens) ? tokens : argument->fallback;
    case CHASE_ARGUMENT_STAR:
      raw_skip_spaces (parser);
      token = raw_peek (parser);
      if (token.kind == CHASE_TOKEN_CHAR && token.character == '*')
        parser->input->at++;
      return (ChaseTokens){ NULL, 0 };
    default:
      return chase_parser_read_tokens (parser);
    }
}

static ChaseTokens
substitute (ChaseParser *parser, ChaseTokens body, const ChaseTokens *arguments, guint n_arguments)
{
  guint64 length = 0;
  ChaseToken *tokens;
  guint n = 0;

  for (guint i = 0; i < body.length; i++)
    {
      const ChaseToken *token = &body.tokens[i];
      gboolean argument = token->kind == CHASE_TOKEN_PARAMETER && token->character <= n_arguments;

      length += argument ? arguments[token->character - 1].length : 1;
    }
  /* What chase_parser_push () would refuse is not made: it would stay in the arena. */
  if (parser->n_pushed + length > MAX_PUSHED || parser->n_expansions > MAX_EXPANSIONS)
    return (ChaseTokens){ NULL, MAX_PUSHED + 1 };
  tokens = chase_arena_alloc (parser->arena, (length + 1) * sizeof (ChaseToken));
  for (guint i = 0; i < body.length; i++)
    {
      const ChaseToken *token = &body.tokens[i];

      if (token->kind == CHASE_TOKEN_PARAMETER && token->character <= n_arguments)
        {
          const ChaseTokens *argument = &arguments[token->character - 1];

          if (argument->length > 0)
            memcpy (tokens + n, argument->tokens, argument->length * sizeof (ChaseToken));
          n += argument->length;
        }
      else
        tokens[n++] = *token;
    }
  return (ChaseTokens){ tokens, n };
}

static void
expand (ChaseParser *parser, const ChaseMacro *macro)
{
  ChaseTokens arguments[9];

  for (guint i = 0; i < macro->n_arguments; i++)
    arguments[i] = read_argument (parser, &macro->arguments[i]);
  parser->n_expansions++;
  if (macro->n_arguments == 0)
    chase_parser_push (parser, macro->body);
  else
    chase_parser_push (parser, substitute (parser, macro->body, arguments, macro->n_arguments));
}

static gboolean
is_meant_privately (ChaseParser *parser, const char *name)
{
  const char *meaning = chase_symbol_private (name);
  ChaseMacro macro = { name };

  if (meaning == NULL)
    return FALSE;
  if (parser->n_expansions > MAX_EXPANSIONS)
    return !chase_parser_push (parser, (ChaseTokens){ NULL, 0 });
  macro.body = chase_tokenise (parser->arena, meaning, strlen (meaning), TRUE);
  for (guint i = 0; i < macro.body.length; i++)
    if (macro.body.tokens[i].kind == CHASE_TOKEN_PARAMETER)
      macro.n_arguments = MAX (macro.n_arguments, macro.body.tokens[i].character);
    else if (macro.body.tokens[i].kind == CHASE_TOKEN_COMMAND)
      ((ChaseToken *)macro.body.tokens)[i].builtin = TRUE;
  expand (parser, &macro);
  return TRUE;
}

ChaseToken
chase_parser_peek (ChaseParser *parser)
{
  for (;;)
    {
      ChaseToken token = raw_peek (parser);
      const ChaseMacro *macro;

      if (token.kind != CHASE_TOKEN_COMMAND || token.builtin)
        return token;
      macro = chase_macros_find (parser->macros, token.name);
      if (macro != NULL)
        {
          parser->input->at++;
          expand (parser, macro);
          continue;
        }
      parser->input->at++;
      if (is_meant_privately (parser, token.name))
        continue;
      parser->input->at--;
      return token;
    }
}

void
chase_parser_skip_spaces (ChaseParser *parser)
{
  while (chase_parser_is_char (parser, ' '))
    parser->input->at++;
}

gboolean
chase_parser_is_char (ChaseParser *parser, gunichar character)
{
  ChaseToken token = chase_parser_peek (parser);

  return token.kind == CHASE_TOKEN_CHAR && token.character == character;
}

gboolean
chase_parser_is_command (ChaseParser *parser, const char *name)
{
  ChaseToken token = chase_parser_peek (parser);

  return token.kind == CHASE_TOKEN_COMMAND && strcmp (token.name, name) == 0;
}

gboolean
chase_parser_accept (ChaseParser *parser, gunichar character)
{
  chase_parser_skip_spaces (parser);
  if (!chase_parser_is_char (parser, character))
    return FALSE;
  chase_parser_skip (parser);
  return TRUE;
}

const char *
chase_parser_tokens_to_string (ChaseParser *parser, ChaseTokens tokens)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < tokens.length; i++)
    {
      const ChaseToken *token = &tokens.tokens[i];

      if (token->kind == CHASE_TOKEN_CHAR)
        g_string_append_unichar (text, token->character);
      else if (token->kind == CHASE_TOKEN_COMMAND)
        g_string_append_printf (text, "\\%s", token->name);
    }
  return chase_arena_strndup (parser->arena, text->str, text->len);
}

const char *
chase_parser_read_string (ChaseParser *parser)
{
  chase_parser_peek (parser);
  return chase_parser_tokens_to_string (parser, chase_parser_read_tokens (parser));
}

static double
unit_in_ems (const char *unit)
{
  static const struct
  {
    const char *name;
    double ems;
  } units[] = { { "em", 1 },      { "ex", 0.431 }, { "mu", 1 / 18.0 }, { "pt", 0.1 },
                { "bp", 0.1004 }, { "px", 0.1 },   { "mm", 0.2845 },   { "cm", 2.845 },
                { "in", 7.227 },  { "pc", 1.2 },   { "sp", 0.0 } };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_has_prefix (unit, units[i].name))
      return units[i].ems;
  return 1;
}

static double
string_to_ems (const char *text)
{
  char *end;
  double value;

  while (*text == ' ')
    text++;
  value = g_ascii_strtod (text, &end);
  if (!(value > -1000 && value < 1000))
    return 0;
  while (*end == ' ')
    end++;
  return value * unit_in_ems (end);
}

/* Without braces: a sign, digits, a unit of two letters. */
static const char *
read_bare_length (ChaseParser *parser)
{
  char text[40];
  guint n = 0;
  guint n_letters = 0;

  chase_parser_skip_spaces (parser);
  while (n < sizeof (text) - 1 && n_letters < 2)
    {
      ChaseToken token = chase_parser_peek (parser);
      gboolean letter;

      if (token.kind != CHASE_TOKEN_CHAR || token.character > 'z'
          || strchr ("+-.0123456789abcdefghijklmnopqrstuvwxyz ", (int)token.character) == NULL)
        break;
      letter = token.character >= 'a';
      if (!letter && n_letters > 0)
        break;
      n_letters += letter;
      text[n++] = (char)token.character;
      chase_parser_skip (parser);
    }
  return chase_arena_strndup (parser->arena, text, n);
}

double
chase_parser_read_length (ChaseParser *parser, gboolean braced)
{
  return string_to_ems (braced ? chase_parser_read_string (parser) : read_bare_length (parser));
}
