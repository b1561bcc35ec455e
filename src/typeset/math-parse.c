/* SPDX-License-Identifier: MIT */
#include "typeset/parser.h"

#include <string.h>

#include "i18n.h"

#define MAX_DEPTH 60

ChaseNode *
chase_parser_node (ChaseParser *parser, ChaseNodeKind kind, ChaseAtom atom)
{
  ChaseNode *node = chase_arena_new (parser->arena, ChaseNode);

  node->kind = kind;
  node->atom = atom;
  return node;
}

void
chase_node_list_init (ChaseNodeList *list)
{
  list->first = NULL;
  list->end = &list->first;
}

void
chase_node_list_add (ChaseNodeList *list, ChaseNode *node)
{
  *list->end = node;
  list->end = &node->next;
}

ChaseNode *
chase_parser_wrap (ChaseParser *parser, ChaseNode *list, ChaseAtom atom)
{
  ChaseNode *node;

  if (list != NULL && list->next == NULL && list->sub == NULL && list->sup == NULL
      && list->atom == CHASE_ATOM_ORD && atom == CHASE_ATOM_ORD
      && (list->kind == CHASE_NODE_SYMBOL || list->kind == CHASE_NODE_TEXT))
    return list;
  node = chase_parser_node (parser, CHASE_NODE_LIST, atom);
  node->body = list;
  return node;
}

ChaseNode *
chase_parser_symbol (ChaseParser *parser, gunichar character, ChaseAtom atom)
{
  ChaseNode *node = chase_parser_node (parser, CHASE_NODE_SYMBOL, atom);

  node->character = character;
  if (atom == CHASE_ATOM_OP)
    {
      node->big = TRUE;
      if (chase_character_is_integral (character))
        node->limits = CHASE_LIMITS_NEVER;
    }
  return node;
}

/* \bm sets letters one by one, as mathematics in bold. */
static gboolean
is_text_alphabet (ChaseAlphabet alphabet)
{
  return alphabet < CHASE_ALPHABET_NORMAL && alphabet != CHASE_ALPHABET_BOLD_ITALIC;
}

/* Letters and digits in an alphabet that text faces have, one after the other, as one run. */
static gboolean
joins_run (ChaseParser *parser, ChaseToken token)
{
  return token.kind == CHASE_TOKEN_CHAR && is_text_alphabet (parser->alphabet)
         && (token.character < 0x80 ? g_ascii_isalnum ((char)token.character)
                                    : chase_character_is_text (token.character));
}

static gboolean
joins_foreign (ChaseToken token)
{
  return token.kind == CHASE_TOKEN_CHAR && chase_character_is_text (token.character);
}

static ChaseNode *
run_node (ChaseParser *parser)
{
  gboolean run = joins_run (parser, chase_parser_peek (parser));
  g_autoptr (GString) text = g_string_sized_new (32);
  ChaseNode *node;

  for (;;)
    {
      ChaseToken token = chase_parser_peek (parser);

      if (!joins_foreign (token) && !(run && joins_run (parser, token)))
        {
          if (run || token.kind != CHASE_TOKEN_CHAR || token.character != ' ')
            break;
          /* A space between two words of another script is meant; in mathematics it is not. */
          chase_parser_skip (parser);
          if (joins_foreign (chase_parser_peek (parser)))
            g_string_append_c (text, ' ');
          continue;
        }
      g_string_append_unichar (text, token.character);
      chase_parser_skip (parser);
    }
  node = chase_parser_node (parser, CHASE_NODE_TEXT, CHASE_ATOM_ORD);
  node->text = chase_arena_strndup (parser->arena, text->str, text->len);
  node->text_style
      = parser->alphabet < CHASE_ALPHABET_NORMAL ? (guint8)parser->alphabet : CHASE_TEXT_ROMAN;
  return node;
}

static ChaseNode *
character_node (ChaseParser *parser, ChaseToken token)
{
  gunichar character = token.character;

  if (joins_run (parser, token) || joins_foreign (token))
    return run_node (parser);
  chase_parser_skip (parser);
  switch (character)
    {
    case '-':
      return chase_parser_symbol (parser, 0x2212, CHASE_ATOM_BIN);
    case '*':
      return chase_parser_symbol (parser, 0x2217, CHASE_ATOM_BIN);
    case '`':
      return chase_parser_symbol (parser, 0x2018, CHASE_ATOM_ORD);
    case '"':
      return chase_parser_symbol (parser, 0x201D, CHASE_ATOM_ORD);
    case ':':
      return chase_parser_symbol (parser, chase_parser_accept (parser, '=') ? 0x2254 : ':',
                                  CHASE_ATOM_REL);
    case '~':
    case 0xA0:
      {
        ChaseNode *space = chase_parser_node (parser, CHASE_NODE_SPACE, CHASE_ATOM_NONE);

        space->amount = 1 / 3.0;
        return space;
      }
    default:
      return chase_parser_symbol (parser, chase_character_style (character, parser->alphabet),
                                  chase_character_atom (character));
    }
}

static ChaseNode *
group_node (ChaseParser *parser)
{
  ChaseAlphabet alphabet = parser->alphabet;
  ChaseNode *list;

  chase_parser_skip (parser);
  list = chase_parser_list (parser, CHASE_STOP_BRACE);
  parser->alphabet = alphabet;
  if (chase_parser_is_char (parser, '}'))
    chase_parser_skip (parser);
  else
    {
      ChaseNode *brace = chase_parser_symbol (parser, '{', CHASE_ATOM_OPEN);

      chase_parser_report (parser, CHASE_LABEL_PROBLEM_MALFORMED,
                           _ ("A closing brace is missing."));
      brace->next = list;
      list = brace;
    }
  return chase_parser_wrap (parser, list, CHASE_ATOM_ORD);
}

static ChaseNode *
unknown_command (ChaseParser *parser, const char *name)
{
  ChaseNode *node = chase_parser_node (parser, CHASE_NODE_TEXT, CHASE_ATOM_ORD);

  chase_parser_report (parser, CHASE_LABEL_PROBLEM_UNKNOWN_MACRO, name);
  node->text = name;
  node->text_style = CHASE_TEXT_ROMAN;
  node->value = 1;
  return node;
}

/* The characters that end a list somewhere. */
static ChaseStop
stop_of (ChaseParser *parser, ChaseToken token)
{
  const ChaseSymbol *symbol;

  if (token.kind == CHASE_TOKEN_CHAR)
    switch (token.character)
      {
      case '}':
        return CHASE_STOP_BRACE;
      case ']':
        return CHASE_STOP_BRACKET;
      case '&':
        return CHASE_STOP_CELL;
      case '$':
        return CHASE_STOP_DOLLAR;
      default:
        return 0;
      }
  symbol = chase_symbol_find (token.name);
  if (symbol == NULL || symbol->kind != CHASE_SYMBOL_COMMAND)
    return 0;
  switch (symbol->value)
    {
    case CHASE_COMMAND_RIGHT:
      return CHASE_STOP_RIGHT;
    case CHASE_COMMAND_END:
      return CHASE_STOP_END;
    case CHASE_COMMAND_NEWLINE:
      return CHASE_STOP_LINE;
    case CHASE_COMMAND_EGROUP:
      return CHASE_STOP_EGROUP;
    default:
      return 0;
    }
}

/* A stop that nothing waits for is drawn as itself. */
static ChaseNode *
stray_node (ChaseParser *parser, ChaseStop stop)
{
  chase_parser_skip (parser);
  switch (stop)
    {
    case CHASE_STOP_BRACE:
      chase_parser_report (parser, CHASE_LABEL_PROBLEM_MALFORMED,
                           _ ("A closing brace has no opening brace."));
      return chase_parser_symbol (parser, '}', CHASE_ATOM_CLOSE);
    case CHASE_STOP_BRACKET:
      return chase_parser_symbol (parser, ']', CHASE_ATOM_CLOSE);
    case CHASE_STOP_CELL:
      chase_parser_report (parser, CHASE_LABEL_PROBLEM_MALFORMED,
                           _ ("An & stands outside of a matrix."));
      return chase_parser_symbol (parser, '&', CHASE_ATOM_ORD);
    case CHASE_STOP_RIGHT:
      {
        gunichar delimiter = chase_parser_delimiter (parser);

        chase_parser_report (parser, CHASE_LABEL_PROBLEM_MALFORMED, _ ("A \\right has no \\left."));
        if (delimiter != 0)
          return chase_parser_symbol (parser, delimiter, CHASE_ATOM_CLOSE);
        break;
      }
    case CHASE_STOP_END:
      chase_parser_report (parser, CHASE_LABEL_PROBLEM_MALFORMED, _ ("An \\end has no \\begin."));
      chase_parser_read_string (parser);
      break;
    default:
      break;
    }
  return chase_parser_node (parser, CHASE_NODE_SPACE, CHASE_ATOM_NONE);
}

static ChaseNode *
command_node (ChaseParser *parser, ChaseToken token, ChaseStop stops)
{
  const ChaseSymbol *symbol = chase_symbol_find (token.name);

  chase_parser_skip (parser);
  if (symbol == NULL)
    return unknown_command (parser, token.name);
  return chase_parser_command (parser, symbol, stops);
}

static ChaseNode *
script_base (ChaseParser *parser)
{
  return chase_parser_node (parser, CHASE_NODE_LIST, CHASE_ATOM_ORD);
}

static gboolean
starts_script (ChaseToken token)
{
  return token.kind == CHASE_TOKEN_CHAR
         && (token.character == '^' || token.character == '_' || token.character == '\''
             || token.character == 0x2032 || token.character == 0x2033 || token.character == 0x2034
             || token.character == 0x2019 || chase_character_superscript (token.character) != 0
             || chase_character_subscript (token.character) != 0);
}

ChaseNode *
chase_parser_nucleus (ChaseParser *parser, ChaseStop stops)
{
  ChaseToken token;
  ChaseStop stop;
  ChaseNode *node;

  chase_parser_skip_spaces (parser);
  token = chase_parser_peek (parser);
  if (token.kind == CHASE_TOKEN_END)
    return NULL;
  stop = stop_of (parser, token);
  if (stop != 0 && (stop & stops) != 0)
    return NULL;
  if (stop != 0)
    return stray_node (parser, stop);
  if (parser->depth >= MAX_DEPTH)
    {
      chase_parser_report (parser, CHASE_LABEL_PROBLEM_TOO_LONG,
                           _ ("This label is nested too deeply."));
      chase_parser_skip (parser);
      return chase_parser_node (parser, CHASE_NODE_SPACE, CHASE_ATOM_NONE);
    }
  parser->depth++;
  if (token.kind == CHASE_TOKEN_COMMAND)
    node = command_node (parser, token, stops);
  else if (token.character == '{')
    node = group_node (parser);
  else if (starts_script (token))
    node = script_base (parser);
  else
    node = character_node (parser, token);
  parser->depth--;
  return node;
}

ChaseNode *
chase_parser_argument (ChaseParser *parser)
{
  ChaseNode *node;
  ChaseToken token;

  chase_parser_skip_spaces (parser);
  token = chase_parser_peek (parser);
  if (token.kind == CHASE_TOKEN_END || stop_of (parser, token) != 0)
    {
      if (token.kind == CHASE_TOKEN_CHAR && token.character == ']')
        {
          chase_parser_skip (parser);
          return chase_parser_symbol (parser, ']', CHASE_ATOM_ORD);
        }
      chase_parser_report (parser, CHASE_LABEL_PROBLEM_MALFORMED,
                           _ ("Something is missing after ^, _ or a command."));
      return script_base (parser);
    }
  if (token.kind == CHASE_TOKEN_CHAR && token.character != '{' && !joins_foreign (token)
      && token.character < 0x80 && g_ascii_isalnum ((char)token.character)
      && is_text_alphabet (parser->alphabet))
    {
      /* "\mathrm{x_ab}": only the a is the subscript. */
      char text[2] = { (char)token.character, '\0' };

      chase_parser_skip (parser);
      node = chase_parser_node (parser, CHASE_NODE_TEXT, CHASE_ATOM_ORD);
      node->text = chase_arena_strndup (parser->arena, text, 1);
      node->text_style = (guint8)parser->alphabet;
      return node;
    }
  if (token.kind == CHASE_TOKEN_CHAR && (token.character == '^' || token.character == '_'))
    {
      chase_parser_report (parser, CHASE_LABEL_PROBLEM_MALFORMED,
                           _ ("Something is missing after ^, _ or a command."));
      return script_base (parser);
    }
  node = chase_parser_nucleus (parser, 0);
  return node != NULL ? node : script_base (parser);
}

ChaseNode *
chase_parser_tokens (ChaseParser *parser, ChaseTokens tokens)
{
  ChaseInput input = { tokens, 0, 0, NULL };
  ChaseInput *saved = parser->input;
  ChaseNode *list;

  input.depth = saved->depth + 1;
  parser->input = &input;
  list = chase_parser_list (parser, 0);
  parser->input = saved;
  return list;
}

/* Adds @script to what is already above or below. A list made here keeps its last node in @fourth.
 */
static void
add_script (ChaseParser *parser, ChaseNode **slot, ChaseNode *script)
{
  ChaseNode *both = *slot;

  if (both == NULL)
    {
      *slot = script;
      return;
    }
  if (both->kind != CHASE_NODE_LIST || both->fourth == NULL)
    {
      both = chase_parser_node (parser, CHASE_NODE_LIST, CHASE_ATOM_ORD);
      both->body = both->fourth = *slot;
      *slot = both;
    }
  both->fourth->next = script;
  both->fourth = script;
}

static ChaseNode *
prime_node (ChaseParser *parser, guint n_primes)
{
  ChaseNodeList list;

  chase_node_list_init (&list);
  while (n_primes > 0)
    {
      guint n = MIN (n_primes, 3);

      if (n_primes == 4)
        {
          chase_node_list_add (&list, chase_parser_symbol (parser, 0x2057, CHASE_ATOM_ORD));
          break;
        }
      chase_node_list_add (&list, chase_parser_symbol (parser, 0x2031 + n, CHASE_ATOM_ORD));
      n_primes -= n;
    }
  return chase_parser_wrap (parser, list.first, CHASE_ATOM_ORD);
}

static void
parse_primes (ChaseParser *parser, ChaseNode *node)
{
  guint n_primes = 0;

  for (;; chase_parser_skip (parser))
    {
      ChaseToken token = chase_parser_peek (parser);

      if (token.kind != CHASE_TOKEN_CHAR)
        break;
      if (token.character == '\'' || token.character == 0x2019)
        n_primes++;
      else if (token.character >= 0x2032 && token.character <= 0x2034)
        n_primes += token.character - 0x2031;
      else
        break;
      if (n_primes > 20)
        n_primes = 20;
    }
  if (n_primes > 0)
    add_script (parser, &node->sup, prime_node (parser, n_primes));
}

/* A run of Unicode superscripts (or subscripts): "x⁻¹". */
static gboolean
parse_unicode_scripts (ChaseParser *parser, ChaseNode *node)
{
  ChaseNodeList up, down;

  chase_node_list_init (&up);
  chase_node_list_init (&down);
  for (;; chase_parser_skip (parser))
    {
      ChaseToken token = chase_parser_peek (parser);
      gunichar above, below;

      if (token.kind != CHASE_TOKEN_CHAR || token.character < 0xB2)
        break;
      above = chase_character_superscript (token.character);
      below = chase_character_subscript (token.character);
      if (above == 0 && below == 0)
        break;
      chase_node_list_add (above != 0 ? &up : &down,
                           chase_parser_symbol (parser,
                                                chase_character_style (above != 0 ? above : below,
                                                                       CHASE_ALPHABET_NORMAL),
                                                chase_character_atom (above != 0 ? above : below)));
    }
  if (up.first != NULL)
    add_script (parser, &node->sup, chase_parser_wrap (parser, up.first, CHASE_ATOM_ORD));
  if (down.first != NULL)
    add_script (parser, &node->sub, chase_parser_wrap (parser, down.first, CHASE_ATOM_ORD));
  return up.first != NULL || down.first != NULL;
}

static gboolean
parse_limits (ChaseParser *parser, ChaseNode *node)
{
  if (chase_parser_is_command (parser, "limits"))
    node->limits = CHASE_LIMITS_ALWAYS;
  else if (chase_parser_is_command (parser, "nolimits"))
    node->limits = CHASE_LIMITS_NEVER;
  else if (chase_parser_is_command (parser, "displaylimits"))
    node->limits = CHASE_LIMITS_BY_STYLE;
  else
    return FALSE;
  chase_parser_skip (parser);
  return TRUE;
}

static void
parse_script (ChaseParser *parser, ChaseNode *node, gboolean above)
{
  ChaseNode **slot = above ? &node->sup : &node->sub;
  gboolean twice = *slot != NULL;
  ChaseNode *before = *slot;

  chase_parser_skip (parser);
  add_script (parser, slot, chase_parser_argument (parser));
  if (twice
      && !(above && before->kind == CHASE_NODE_SYMBOL && before->character >= 0x2032
           && before->character <= 0x2057))
    chase_parser_report (parser, CHASE_LABEL_PROBLEM_MALFORMED,
                         above ? _ ("Two superscripts follow each other.")
                               : _ ("Two subscripts follow each other."));
}

void
chase_parser_scripts (ChaseParser *parser, ChaseNode *node)
{
  if (node->atom == CHASE_ATOM_NONE)
    return;
  for (;;)
    {
      ChaseToken token;

      chase_parser_skip_spaces (parser);
      token = chase_parser_peek (parser);
      if (node->atom == CHASE_ATOM_OP && parse_limits (parser, node))
        continue;
      if (token.kind != CHASE_TOKEN_CHAR || !starts_script (token))
        return;
      if (token.character == '^' || token.character == '_')
        parse_script (parser, node, token.character == '^');
      else if (!parse_unicode_scripts (parser, node))
        parse_primes (parser, node);
    }
}

/* a \over b: what came before is above, the rest of the list below. */
static ChaseNode *
parse_infix (ChaseParser *parser, int kind, ChaseNode *before, ChaseStop stops)
{
  static const gunichar delimiters[][2]
      = { { 0, 0 }, { 0, 0 }, { '(', ')' }, { '{', '}' }, { '[', ']' } };
  ChaseNode *node = chase_parser_node (parser, CHASE_NODE_FRACTION, CHASE_ATOM_INNER);

  chase_parser_skip (parser);
  node->amount = kind == 0 ? -1 : 0;
  node->character = delimiters[kind][0];
  node->second_character = delimiters[kind][1];
  node->body = chase_parser_wrap (parser, before, CHASE_ATOM_ORD);
  node->second = chase_parser_wrap (parser, chase_parser_list (parser, stops), CHASE_ATOM_ORD);
  return node;
}

static const ChaseSymbol *
peek_infix (ChaseParser *parser)
{
  ChaseToken token = chase_parser_peek (parser);
  const ChaseSymbol *symbol;

  if (token.kind != CHASE_TOKEN_COMMAND)
    return NULL;
  symbol = chase_symbol_find (token.name);
  return symbol != NULL && symbol->kind == CHASE_SYMBOL_INFIX ? symbol : NULL;
}

ChaseNode *
chase_parser_list (ChaseParser *parser, ChaseStop stops)
{
  ChaseNodeList list;

  chase_node_list_init (&list);
  for (;;)
    {
      const ChaseSymbol *infix;
      ChaseNode *node;

      chase_parser_skip_spaces (parser);
      infix = parser->depth < MAX_DEPTH ? peek_infix (parser) : NULL;
      if (infix != NULL)
        {
          parser->depth++;
          node = parse_infix (parser, infix->value, list.first, stops);
          parser->depth--;
          return node;
        }
      node = chase_parser_nucleus (parser, stops);
      if (node == NULL)
        return list.first;
      chase_parser_scripts (parser, node);
      chase_node_list_add (&list, node);
    }
}

/* A label of several lines, "a \\ b", is a column. */
static ChaseNode *
parse_lines (ChaseParser *parser)
{
  ChaseMatrix *matrix = chase_arena_new (parser->arena, ChaseMatrix);
  ChaseNode *node;

  matrix->align = "c";
  matrix->row_skip = 1.2;
  matrix->style = -1;
  node = chase_parser_rows (parser, matrix, 0);
  if (matrix->n_rows == 1 && matrix->rows->cells != NULL && matrix->rows->cells->next == NULL)
    return matrix->rows->cells->body;
  return node;
}

ChaseParse
chase_math_parse (ChaseArena *arena, const ChaseMacros *macros, const char *tex)
{
  ChaseInput input = { chase_tokenise (arena, tex, strlen (tex), FALSE), 0, 0, NULL };
  ChaseParser parser = { .arena = arena, .macros = macros, .input = &input };
  ChaseParse parse;

  parser.alphabet = CHASE_ALPHABET_NORMAL;
  parse.list = parse_lines (&parser);
  parse.problems = parser.problems;
  return parse;
}
