/* SPDX-License-Identifier: MIT */
#include "typeset/commands.h"

#include <stdlib.h>
#include <string.h>

#include "i18n.h"

static gunichar
delimiter_character (gunichar character)
{
  if (character == '<')
    return 0x27E8;
  if (character == '>')
    return 0x27E9;
  return character == '.' ? 0 : character;
}

gunichar
chase_parser_delimiter (ChaseParser *parser)
{
  ChaseToken token;
  const ChaseSymbol *symbol;

  chase_parser_skip_spaces (parser);
  token = chase_parser_peek (parser);
  if (token.kind == CHASE_TOKEN_CHAR && token.character != '}' && token.character != '{')
    {
      chase_parser_skip (parser);
      return delimiter_character (token.character);
    }
  symbol = token.kind == CHASE_TOKEN_COMMAND ? chase_symbol_find (token.name) : NULL;
  if (symbol != NULL && symbol->kind == CHASE_SYMBOL_CHAR)
    {
      chase_parser_skip (parser);
      return (gunichar)symbol->value;
    }
  chase_parser_report (parser, CHASE_LABEL_PROBLEM_MALFORMED,
                       _ ("A delimiter is missing after \\left, \\right or \\big."));
  return 0;
}

static ChaseNode *
left_node (ChaseParser *parser)
{
  ChaseNode *node = chase_parser_node (parser, CHASE_NODE_DELIMITED, CHASE_ATOM_INNER);
  ChaseAlphabet alphabet = parser->alphabet;

  node->character = chase_parser_delimiter (parser);
  node->body = chase_parser_list (parser, CHASE_STOP_RIGHT | CHASE_STOP_BRACE | CHASE_STOP_CELL
                                              | CHASE_STOP_LINE | CHASE_STOP_END);
  parser->alphabet = alphabet;
  if (chase_parser_is_command (parser, "right"))
    {
      chase_parser_skip (parser);
      node->second_character = chase_parser_delimiter (parser);
    }
  else
    chase_parser_report (parser, CHASE_LABEL_PROBLEM_MALFORMED, _ ("A \\left has no \\right."));
  return node;
}

static ChaseNode *
alphabet_node (ChaseParser *parser, ChaseAlphabet alphabet)
{
  ChaseAlphabet saved = parser->alphabet;
  ChaseNode *node;

  parser->alphabet = alphabet;
  node = chase_parser_argument (parser);
  parser->alphabet = saved;
  return node;
}

static ChaseNode *
accent_node (ChaseParser *parser, const ChaseSymbol *symbol, int value)
{
  ChaseNode *node = chase_command_over_argument (parser, CHASE_NODE_ACCENT, CHASE_ATOM_ORD);

  node->character = (gunichar)symbol->value;
  node->value = value;
  return node;
}

static ChaseNode *
brace_node (ChaseParser *parser, const ChaseSymbol *symbol, int value)
{
  ChaseTokens thickness;
  ChaseNode *node;

  chase_parser_read_optional (parser, &thickness);
  node = chase_command_over_argument (parser, CHASE_NODE_BRACED, CHASE_ATOM_ORD);
  node->character = (gunichar)symbol->value;
  node->value = value;
  return node;
}

static ChaseNode *
arrow_node (ChaseParser *parser, const ChaseSymbol *symbol)
{
  ChaseNode *node = chase_parser_node (parser, CHASE_NODE_XARROW, CHASE_ATOM_REL);
  ChaseTokens under;

  node->character = (gunichar)symbol->value;
  if (chase_parser_read_optional (parser, &under))
    node->third = chase_parser_wrap (parser, chase_parser_tokens (parser, under), CHASE_ATOM_ORD);
  node->second = chase_parser_argument (parser);
  return node;
}

gunichar
chase_command_delimiter_argument (ChaseParser *parser)
{
  ChaseTokens tokens = chase_parser_read_tokens (parser);
  const ChaseSymbol *symbol;

  if (tokens.length != 1)
    return 0;
  if (tokens.tokens[0].kind == CHASE_TOKEN_CHAR)
    return delimiter_character (tokens.tokens[0].character);
  symbol = chase_symbol_find (tokens.tokens[0].name);
  return symbol != NULL && symbol->kind == CHASE_SYMBOL_CHAR ? (gunichar)symbol->value : 0;
}

static ChaseNode *
operator_node (ChaseParser *parser, const char *name, gboolean limits)
{
  ChaseNode *node;
  const char *lim = strstr (name, "lim");
  const char *more = NULL;

  if (strcmp (name, "liminf") == 0 || strcmp (name, "limsup") == 0)
    more = name + 3, name = "lim";
  else if (lim != NULL && lim != name)
    more = "lim", name = name[0] == 'i' ? "inj" : "proj";
  if (more == NULL)
    node = chase_command_text (parser, name, CHASE_ATOM_OP);
  else
    node = chase_command_join (
        parser, CHASE_ATOM_OP, chase_command_text (parser, name, CHASE_ATOM_ORD),
        chase_command_space (parser, 3), chase_command_text (parser, more, CHASE_ATOM_ORD));
  node->limits = limits ? CHASE_LIMITS_BY_STYLE : CHASE_LIMITS_NEVER;
  return node;
}

static ChaseNode *
limit_node (ChaseParser *parser, int kind)
{
  static const gunichar arrows[] = { 0, 0, 0x2192, 0x2190 };
  ChaseNode *node
      = chase_parser_node (parser, kind < 2 ? CHASE_NODE_RULED : CHASE_NODE_ACCENT, CHASE_ATOM_ORD);

  node->value = kind < 2 ? kind : 2;
  node->character = arrows[kind];
  node->body = chase_command_text (parser, "lim", CHASE_ATOM_ORD);
  return chase_command_join (parser, CHASE_ATOM_OP, node, NULL, NULL);
}

static gboolean
all_characters (ChaseTokens tokens)
{
  for (guint i = 0; i < tokens.length; i++)
    if (tokens.tokens[i].kind != CHASE_TOKEN_CHAR
        || strchr ("{}^_$&'~", (int)MIN (tokens.tokens[i].character, 0x7F)) != NULL)
      return FALSE;
  return TRUE;
}

static ChaseNode *
operator_name (ChaseParser *parser)
{
  gboolean star = chase_parser_accept (parser, '*');
  ChaseAlphabet alphabet = parser->alphabet;
  ChaseTokens tokens = chase_parser_read_tokens (parser);
  ChaseNode *node;

  if (tokens.length > 0 && all_characters (tokens))
    {
      char *text = (char *)chase_parser_tokens_to_string (parser, tokens);

      node = chase_command_text (parser, g_strstrip (text), CHASE_ATOM_OP);
    }
  else
    {
      parser->alphabet = CHASE_ALPHABET_ROMAN;
      node = chase_parser_node (parser, CHASE_NODE_LIST, CHASE_ATOM_OP);
      node->body = chase_parser_tokens (parser, tokens);
      parser->alphabet = alphabet;
    }
  node->limits = star ? CHASE_LIMITS_BY_STYLE : CHASE_LIMITS_NEVER;
  return node;
}

static ChaseNode *
stacked_node (ChaseParser *parser, ChaseCommand command)
{
  ChaseNode *node = chase_parser_node (parser, CHASE_NODE_STACKED, CHASE_ATOM_ORD);
  ChaseTokens under;

  if (command == CHASE_COMMAND_STACKREL && chase_parser_read_optional (parser, &under))
    node->third = chase_parser_wrap (parser, chase_parser_tokens (parser, under), CHASE_ATOM_ORD);
  if (command != CHASE_COMMAND_UNDERSET)
    node->second = chase_parser_argument (parser);
  if (command == CHASE_COMMAND_UNDERSET || command == CHASE_COMMAND_OVERUNDERSET)
    node->third = chase_parser_argument (parser);
  if (command == CHASE_COMMAND_BUILDREL)
    while (chase_parser_is_command (parser, "over"))
      chase_parser_skip (parser);
  node->body = chase_parser_argument (parser);
  node->atom = chase_command_atom_of (node->body);
  if (command == CHASE_COMMAND_STACKREL || command == CHASE_COMMAND_BUILDREL)
    node->atom = CHASE_ATOM_REL;
  return node;
}

static ChaseNode *
negated_node (ChaseParser *parser)
{
  ChaseNode *body = chase_parser_argument (parser);
  ChaseNode *node;
  gunichar composed;

  if (body->kind == CHASE_NODE_SYMBOL && g_unichar_compose (body->character, 0x338, &composed))
    {
      body->character = composed;
      return body;
    }
  node = chase_parser_node (parser, CHASE_NODE_NEGATED, chase_command_atom_of (body));
  node->body = body;
  return node;
}

static ChaseNode *
modulo_node (ChaseParser *parser, ChaseCommand command)
{
  ChaseNode *word = chase_command_text (parser, "mod", CHASE_ATOM_ORD);
  ChaseNodeList list;

  if (command == CHASE_COMMAND_BMOD)
    {
      word->atom = CHASE_ATOM_BIN;
      return word;
    }
  chase_node_list_init (&list);
  chase_node_list_add (&list, chase_command_space (parser, 8));
  if (command != CHASE_COMMAND_MOD)
    chase_node_list_add (&list, chase_parser_symbol (parser, '(', CHASE_ATOM_OPEN));
  if (command != CHASE_COMMAND_POD)
    {
      chase_node_list_add (&list, word);
      chase_node_list_add (&list, chase_command_space (parser, 6));
    }
  chase_node_list_add (&list, chase_parser_argument (parser));
  if (command != CHASE_COMMAND_MOD)
    chase_node_list_add (&list, chase_parser_symbol (parser, ')', CHASE_ATOM_CLOSE));
  return chase_command_join (parser, CHASE_ATOM_ORD, list.first, NULL, NULL);
}

/* \char"2192, \char`x, \char 65, \symbol{65}, \unicode{x2192} */
static ChaseNode *
numbered_character (ChaseParser *parser)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint64 number;

  if (chase_parser_is_char (parser, '{'))
    g_string_assign (text, chase_parser_read_string (parser));
  else
    for (;;)
      {
        ChaseToken token = chase_parser_peek (parser);

        if (token.kind != CHASE_TOKEN_CHAR || token.character > 0x7F || text->len > 8
            || strchr ("0123456789ABCDEFabcdef\"`", (int)token.character) == NULL
            || (token.character >= 'a' && (text->len == 0 || text->str[0] != '`')))
          break;
        chase_parser_skip (parser);
        g_string_append_c (text, (char)token.character);
      }
  if (text->str[0] == '`')
    number = g_utf8_get_char (text->str + 1);
  else if (text->str[0] == '"' || text->str[0] == 'x')
    number = strtoul (text->str + 1, NULL, 16);
  else
    number = strtoul (text->str, NULL, 10);
  if (number < 0x20 || !g_unichar_validate ((gunichar)number) || number > 0x10FFFF)
    return chase_command_nothing (parser);
  return chase_parser_symbol (parser, (gunichar)number, chase_character_atom ((gunichar)number));
}

static ChaseNode *
prescript_node (ChaseParser *parser)
{
  ChaseNode *before = chase_parser_node (parser, CHASE_NODE_LIST, CHASE_ATOM_ORD);

  before->sup = chase_parser_argument (parser);
  before->sub = chase_parser_argument (parser);
  return chase_command_join (parser, CHASE_ATOM_ORD, before, chase_parser_argument (parser), NULL);
}

static ChaseNode *
sideset_node (ChaseParser *parser)
{
  ChaseNode *left = chase_parser_argument (parser);
  ChaseNode *right = chase_parser_argument (parser);
  ChaseNode *operator= chase_parser_argument (parser);

  operator->atom = CHASE_ATOM_ORD;
  return chase_command_join (parser, CHASE_ATOM_OP, left, operator, right);
}

static ChaseNode *
choice_node (ChaseParser *parser)
{
  ChaseNode *node = chase_command_over_argument (parser, CHASE_NODE_CHOICE, CHASE_ATOM_ORD);

  node->second = chase_parser_argument (parser);
  node->third = chase_parser_argument (parser);
  node->fourth = chase_parser_argument (parser);
  return node;
}

/* Rows of scripts, which \shortstack (@style -1) leaves as they are. */
static ChaseNode *
substack_node (ChaseParser *parser, int style)
{
  ChaseMatrix *matrix = chase_arena_new (parser->arena, ChaseMatrix);
  ChaseTokens position;
  ChaseNode *node;

  chase_parser_read_optional (parser, &position);
  matrix->align = "c";
  matrix->style = style;
  if (!chase_parser_accept (parser, '{'))
    return chase_parser_argument (parser);
  node = chase_parser_rows (parser, matrix, CHASE_STOP_BRACE);
  if (!chase_parser_accept (parser, '}'))
    chase_parser_report (parser, CHASE_LABEL_PROBLEM_MALFORMED, "A closing brace is missing.");
  return node;
}

static ChaseNode *
implicit_group (ChaseParser *parser)
{
  ChaseAlphabet alphabet = parser->alphabet;
  ChaseNode *list = chase_parser_list (parser, CHASE_STOP_EGROUP | CHASE_STOP_BRACE);

  parser->alphabet = alphabet;
  if (!chase_parser_is_char (parser, '}'))
    chase_parser_skip (parser);
  return chase_parser_wrap (parser, list, CHASE_ATOM_ORD);
}

static ChaseNode *
definition (ChaseParser *parser)
{
  ChaseTokens tokens;

  chase_parser_report (parser, CHASE_LABEL_PROBLEM_MALFORMED,
                       _ ("A definition inside a label is ignored; it belongs among the macros."));
  chase_parser_read_tokens (parser);
  while (chase_parser_read_optional (parser, &tokens))
    ;
  chase_parser_read_tokens (parser);
  return chase_command_nothing (parser);
}

static ChaseNode *
second_argument (ChaseParser *parser, guint n_skipped)
{
  for (guint i = 0; i < n_skipped; i++)
    chase_parser_read_tokens (parser);
  return chase_parser_argument (parser);
}

static ChaseNode *
first_of_two (ChaseParser *parser)
{
  ChaseNode *node = chase_parser_argument (parser);

  chase_parser_read_tokens (parser);
  return node;
}

static ChaseNode *
middle_node (ChaseParser *parser)
{
  ChaseNode *node = chase_parser_node (parser, CHASE_NODE_MIDDLE, CHASE_ATOM_REL);

  node->character = chase_parser_delimiter (parser);
  return node;
}

/* \uncover<2->{f} of beamer: a label is there with its arrow, whatever the slide. */
static ChaseNode *
overlay_node (ChaseParser *parser)
{
  if (chase_parser_accept (parser, '<'))
    while (chase_parser_peek (parser).kind == CHASE_TOKEN_CHAR
           && !chase_parser_accept (parser, '>'))
      chase_parser_skip (parser);
  return chase_parser_argument (parser);
}

/* A flat table of what is not in the symbol table already. */
static ChaseNode *
primitive (ChaseParser *parser, const ChaseSymbol *symbol, ChaseStop stops)
{
  switch ((ChaseCommand)symbol->value)
    {
    case CHASE_COMMAND_BEGIN:
      return chase_parser_environment (parser);
    case CHASE_COMMAND_BGROUP:
      return implicit_group (parser);
    case CHASE_COMMAND_BMOD:
    case CHASE_COMMAND_MOD:
    case CHASE_COMMAND_PMOD:
    case CHASE_COMMAND_POD:
      return modulo_node (parser, (ChaseCommand)symbol->value);
    case CHASE_COMMAND_BOXED:
      return chase_command_boxed (parser, symbol->name);
    case CHASE_COMMAND_CIRCLED:
      return chase_command_circled (parser);
    case CHASE_COMMAND_OVERSET:
    case CHASE_COMMAND_UNDERSET:
    case CHASE_COMMAND_STACKREL:
    case CHASE_COMMAND_BUILDREL:
    case CHASE_COMMAND_OVERUNDERSET:
      return stacked_node (parser, (ChaseCommand)symbol->value);
    case CHASE_COMMAND_CANCEL:
      return chase_command_over_argument (parser, CHASE_NODE_STRUCK, CHASE_ATOM_ORD);
    case CHASE_COMMAND_CHAR:
      return numbered_character (parser);
    case CHASE_COMMAND_CLAP:
      return chase_command_lap (parser, 0);
    case CHASE_COMMAND_LLAP:
      return chase_command_lap (parser, -1);
    case CHASE_COMMAND_RLAP:
      return chase_command_lap (parser, 1);
    case CHASE_COMMAND_COLOR:
      return chase_command_colour (parser, stops);
    case CHASE_COMMAND_TEXTCOLOR:
      return chase_command_coloured (parser);
    case CHASE_COMMAND_COLORBOX:
      return chase_command_colour_box (parser, FALSE);
    case CHASE_COMMAND_FCOLORBOX:
      return chase_command_colour_box (parser, TRUE);
    case CHASE_COMMAND_DEFINE:
      return definition (parser);
    case CHASE_COMMAND_OVERLAY:
      return overlay_node (parser);
    case CHASE_COMMAND_GENFRAC:
      return chase_command_general_fraction (parser);
    case CHASE_COMMAND_GROUP_ARGUMENT:
      return chase_parser_argument (parser);
    case CHASE_COMMAND_HPHANTOM:
      return chase_command_phantom (parser, 1);
    case CHASE_COMMAND_VPHANTOM:
      return chase_command_phantom (parser, 2);
    case CHASE_COMMAND_PHANTOM:
      return chase_command_phantom (parser, 3);
    case CHASE_COMMAND_SMASH:
      return chase_command_phantom (parser, 5);
    case CHASE_COMMAND_STRUT:
      return chase_command_strut (parser);
    case CHASE_COMMAND_HREF:
      return second_argument (parser, 1);
    case CHASE_COMMAND_MULTICOLUMN:
      return second_argument (parser, 2);
    case CHASE_COMMAND_RESIZEBOX:
      chase_parser_read_tokens (parser);
      chase_parser_read_tokens (parser);
      return chase_parser_text (parser, CHASE_TEXT_ROMAN);
    case CHASE_COMMAND_TEXORPDFSTRING:
      return first_of_two (parser);
    case CHASE_COMMAND_HSPACE:
    case CHASE_COMMAND_MSPACE:
      return chase_command_kern (parser, TRUE);
    case CHASE_COMMAND_KERN:
      return chase_command_kern (parser, FALSE);
    case CHASE_COMMAND_LEFT:
      return left_node (parser);
    case CHASE_COMMAND_MIDDLE:
      return middle_node (parser);
    case CHASE_COMMAND_MATHCHOICE:
      return choice_node (parser);
    case CHASE_COMMAND_NOT:
      return negated_node (parser);
    case CHASE_COMMAND_OPERATORNAME:
      return operator_name (parser);
    case CHASE_COMMAND_OVERLINE:
      return chase_command_ruled (parser, 0);
    case CHASE_COMMAND_UNDERLINE:
      return chase_command_ruled (parser, 1);
    case CHASE_COMMAND_PRESCRIPT:
      return prescript_node (parser);
    case CHASE_COMMAND_RAISEBOX:
      return chase_command_raised (parser);
    case CHASE_COMMAND_ROOT:
      return chase_command_root (parser);
    case CHASE_COMMAND_ROTATEBOX:
      return chase_command_rotated (parser);
    case CHASE_COMMAND_SCALEBOX:
      return chase_command_scaled (parser);
    case CHASE_COMMAND_SIDESET:
      return sideset_node (parser);
    case CHASE_COMMAND_SKIP_ARGUMENT:
      chase_parser_accept (parser, '*');
      chase_parser_read_tokens (parser);
      return chase_command_nothing (parser);
    case CHASE_COMMAND_SQRT:
      return chase_command_sqrt (parser);
    case CHASE_COMMAND_SUBSTACK:
      return substack_node (parser, symbol->name[1] == 'u' ? 2 : -1);
    case CHASE_COMMAND_TEXT_ACCENT:
      return chase_parser_text_accent (parser, symbol->name);
    case CHASE_COMMAND_DISPLAYLIMITS:
    case CHASE_COMMAND_EGROUP:
    case CHASE_COMMAND_END:
    case CHASE_COMMAND_ITALIC_CORRECTION:
    case CHASE_COMMAND_LIMITS:
    case CHASE_COMMAND_NEWLINE:
    case CHASE_COMMAND_NOLIMITS:
    case CHASE_COMMAND_NOTHING:
    case CHASE_COMMAND_PARENTHESIS_MATH:
    case CHASE_COMMAND_RIGHT:
    case CHASE_COMMAND_UNDERTEXT:
      break;
    }
  return chase_command_nothing (parser);
}

static ChaseNode *
class_node (ChaseParser *parser, ChaseAtom atom)
{
  ChaseNode *body = chase_parser_argument (parser);
  ChaseNode *node = chase_parser_node (parser, CHASE_NODE_LIST, atom);

  node->body = body;
  return node;
}

static ChaseNode *
sized_rest (ChaseParser *parser, int percent, ChaseStop stops)
{
  ChaseNode *node = chase_parser_node (parser, CHASE_NODE_SCALED, CHASE_ATOM_ORD);

  node->amount = percent / 100.0;
  node->body = chase_parser_list (parser, stops);
  return node;
}

static ChaseNode *
big_node (ChaseParser *parser, const ChaseSymbol *symbol)
{
  ChaseNode *node = chase_parser_node (parser, CHASE_NODE_BIG, symbol->atom);

  node->value = symbol->value;
  node->character = chase_parser_delimiter (parser);
  return node;
}

static ChaseNode *
style_node (ChaseParser *parser, int style)
{
  ChaseNode *node = chase_parser_node (parser, CHASE_NODE_STYLE, CHASE_ATOM_NONE);

  node->value = style;
  return node;
}

static ChaseNode *
greek_node (ChaseParser *parser, const ChaseSymbol *symbol)
{
  ChaseAlphabet alphabet = parser->alphabet;

  /* \mathrm and \mathbb do not change small Greek letters in TeX, \boldsymbol does. */
  if (symbol->kind != CHASE_SYMBOL_GREEK_UP
      && (alphabet != CHASE_ALPHABET_BOLD_ITALIC || symbol->kind == CHASE_SYMBOL_GREEK_IT))
    alphabet = CHASE_ALPHABET_ITALIC;
  else if (alphabet == CHASE_ALPHABET_BOLD_ITALIC)
    alphabet = symbol->kind == CHASE_SYMBOL_GREEK_UP ? CHASE_ALPHABET_BOLD : alphabet;
  return chase_parser_symbol (parser, chase_character_style ((gunichar)symbol->value, alphabet),
                              CHASE_ATOM_ORD);
}

/* \shortmid, \shortparallel */
static ChaseNode *
short_node (ChaseParser *parser, const ChaseSymbol *symbol)
{
  ChaseNode *node = chase_parser_node (parser, CHASE_NODE_BARS, symbol->atom);

  node->character = (gunichar)symbol->value;
  node->value = symbol->value == 0x2225 ? 2 : 1;
  return node;
}

/* \dots before an operator or a relation stand on the axis (amsmath). */
static ChaseNode *
dots_node (ChaseParser *parser, const ChaseSymbol *symbol)
{
  const ChaseSymbol *next = NULL;
  ChaseToken token;
  ChaseAtom atom = CHASE_ATOM_NONE;

  chase_parser_skip_spaces (parser);
  token = chase_parser_peek (parser);
  if (token.kind == CHASE_TOKEN_CHAR)
    atom = token.character == '-' ? CHASE_ATOM_BIN : chase_character_atom (token.character);
  else if (token.kind == CHASE_TOKEN_COMMAND)
    next = chase_symbol_find (token.name);
  if (next != NULL && next->kind == CHASE_SYMBOL_CHAR)
    atom = next->atom;
  return chase_parser_symbol (
      parser, atom == CHASE_ATOM_BIN || atom == CHASE_ATOM_REL ? 0x22EF : (gunichar)symbol->value,
      symbol->atom);
}

ChaseNode *
chase_parser_command (ChaseParser *parser, const ChaseSymbol *symbol, ChaseStop stops)
{
  switch ((ChaseSymbolKind)symbol->kind)
    {
    case CHASE_SYMBOL_CHAR:
      if (symbol->value == 0x2026 && strcmp (symbol->name, "dots") == 0)
        return dots_node (parser, symbol);
      return chase_parser_symbol (parser, (gunichar)symbol->value, symbol->atom);
    case CHASE_SYMBOL_BIGOP:
    case CHASE_SYMBOL_INTEGRAL:
      return chase_parser_symbol (parser, (gunichar)symbol->value, symbol->atom);
    case CHASE_SYMBOL_SHORT:
      return short_node (parser, symbol);
    case CHASE_SYMBOL_GREEK:
    case CHASE_SYMBOL_GREEK_UP:
    case CHASE_SYMBOL_GREEK_IT:
      return greek_node (parser, symbol);
    case CHASE_SYMBOL_NAME:
      return operator_node (parser, symbol->name, FALSE);
    case CHASE_SYMBOL_NAME_LIMITS:
      return operator_node (parser, symbol->name, TRUE);
    case CHASE_SYMBOL_VARLIM:
      return limit_node (parser, symbol->value);
    case CHASE_SYMBOL_ACCENT:
      return accent_node (parser, symbol, 0);
    case CHASE_SYMBOL_WIDE_ACCENT:
      return accent_node (parser, symbol, 1);
    case CHASE_SYMBOL_UNDER_ACCENT:
      return accent_node (parser, symbol, 2);
    case CHASE_SYMBOL_OVER_BRACE:
      return brace_node (parser, symbol, 0);
    case CHASE_SYMBOL_UNDER_BRACE:
      return brace_node (parser, symbol, 1);
    case CHASE_SYMBOL_XARROW:
      return arrow_node (parser, symbol);
    case CHASE_SYMBOL_ALPHABET:
      return alphabet_node (parser, (ChaseAlphabet)symbol->value);
    case CHASE_SYMBOL_SWITCH:
      parser->alphabet = (ChaseAlphabet)symbol->value;
      return chase_command_nothing (parser);
    case CHASE_SYMBOL_TEXT:
      return chase_parser_text (parser, (ChaseTextStyle)symbol->value);
    case CHASE_SYMBOL_SPACE:
      return chase_command_space (parser, symbol->value);
    case CHASE_SYMBOL_STYLE:
      return style_node (parser, symbol->value);
    case CHASE_SYMBOL_SIZE:
      return sized_rest (parser, symbol->value, stops);
    case CHASE_SYMBOL_BIG:
      return big_node (parser, symbol);
    case CHASE_SYMBOL_CLASS:
      return class_node (parser, symbol->atom);
    case CHASE_SYMBOL_FRACTION:
      return chase_command_fraction (parser, symbol->value);
    case CHASE_SYMBOL_INFIX:
      return chase_command_nothing (parser);
    case CHASE_SYMBOL_COMMAND:
      return primitive (parser, symbol, stops);
    }
  return chase_command_nothing (parser);
}
