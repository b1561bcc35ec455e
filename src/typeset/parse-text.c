/* SPDX-License-Identifier: MIT */
#include "typeset/commands.h"

#include <string.h>

#include "i18n.h"

#define MAX_DEPTH 60

typedef struct
{
  ChaseParser *parser;
  ChaseNodeList nodes;
  GString *text; /* not yet a node */
  ChaseTextStyle style;
} TextReader;

static void
flush (TextReader *reader)
{
  ChaseNode *node;

  if (reader->text->len == 0)
    return;
  node = chase_parser_node (reader->parser, CHASE_NODE_TEXT, CHASE_ATOM_ORD);
  node->text = chase_arena_strndup (reader->parser->arena, reader->text->str, reader->text->len);
  node->text_style = (guint8)reader->style;
  chase_node_list_add (&reader->nodes, node);
  g_string_truncate (reader->text, 0);
}

static void
add_node (TextReader *reader, ChaseNode *node)
{
  flush (reader);
  chase_node_list_add (&reader->nodes, node);
}

static gboolean
next_is (TextReader *reader, gunichar character)
{
  if (!chase_parser_is_char (reader->parser, character))
    return FALSE;
  chase_parser_skip (reader->parser);
  return TRUE;
}

static void
read_character (TextReader *reader, gunichar character)
{
  if (character == '~')
    character = 0xA0;
  else if (character == '`')
    character = next_is (reader, '`') ? 0x201C : 0x2018;
  else if (character == '\'')
    character = next_is (reader, '\'') ? 0x201D : 0x2019;
  else if (character == '-' && next_is (reader, '-'))
    character = next_is (reader, '-') ? 0x2014 : 0x2013;
  g_string_append_unichar (reader->text, character);
}

static void
read_math (TextReader *reader, ChaseStop stop)
{
  ChaseParser *parser = reader->parser;
  ChaseAlphabet alphabet = parser->alphabet;

  parser->alphabet = CHASE_ALPHABET_NORMAL;
  add_node (reader, chase_parser_wrap (parser, chase_parser_list (parser, stop), CHASE_ATOM_ORD));
  parser->alphabet = alphabet;
  if (stop == CHASE_STOP_DOLLAR && !next_is (reader, '$'))
    chase_parser_report (parser, CHASE_LABEL_PROBLEM_MALFORMED, _ ("A dollar sign is missing."));
}

/* \'e, \v{c}: the letter and a combining mark, composed. */
static void
read_accent (TextReader *reader, const char *name)
{
  static const struct
  {
    const char *name;
    gunichar mark;
  } marks[] = { { "'", 0x301 }, { "`", 0x300 }, { "^", 0x302 }, { "\"", 0x308 }, { "~", 0x303 },
                { "=", 0x304 }, { ".", 0x307 }, { "u", 0x306 }, { "v", 0x30C },  { "H", 0x30B },
                { "c", 0x327 }, { "d", 0x323 }, { "b", 0x331 }, { "r", 0x30A },  { "k", 0x328 } };
  const char *letter = chase_parser_read_string (reader->parser);
  g_autoptr (GString) text = g_string_new (letter[0] == '\\' ? letter + 1 : letter);
  g_autofree char *composed = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (strcmp (marks[i].name, name) == 0)
      g_string_append_unichar (text, marks[i].mark);
  composed = g_utf8_normalize (text->str, -1, G_NORMALIZE_ALL_COMPOSE);
  g_string_append (reader->text, composed != NULL ? composed : text->str);
}

ChaseNode *
chase_parser_text_accent (ChaseParser *parser, const char *name)
{
  g_autoptr (GString) text = g_string_new (NULL);
  TextReader reader = { .parser = parser, .text = text, .style = CHASE_TEXT_ROMAN };

  chase_node_list_init (&reader.nodes);
  read_accent (&reader, name);
  flush (&reader);
  return chase_parser_wrap (parser, reader.nodes.first, CHASE_ATOM_ORD);
}

static void
read_all (TextReader *reader, ChaseStop stops);

static void
read_group (TextReader *reader, ChaseTextStyle style)
{
  ChaseTextStyle saved = reader->style;

  if (reader->parser->depth >= MAX_DEPTH)
    {
      chase_parser_report (reader->parser, CHASE_LABEL_PROBLEM_TOO_LONG,
                           _ ("This label is nested too deeply."));
      return;
    }
  reader->parser->depth++;
  flush (reader);
  reader->style = style;
  read_all (reader, CHASE_STOP_BRACE);
  flush (reader);
  reader->style = saved;
  reader->parser->depth--;
  if (!next_is (reader, '}'))
    chase_parser_report (reader->parser, CHASE_LABEL_PROBLEM_MALFORMED,
                         _ ("A closing brace is missing."));
}

static ChaseTextStyle
combine (ChaseTextStyle outer, ChaseTextStyle inner)
{
  if ((outer == CHASE_TEXT_BOLD && inner == CHASE_TEXT_ITALIC)
      || (outer == CHASE_TEXT_ITALIC && inner == CHASE_TEXT_BOLD))
    return CHASE_TEXT_BOLD_ITALIC;
  if (outer == CHASE_TEXT_SANS && (inner == CHASE_TEXT_BOLD || inner == CHASE_TEXT_ITALIC))
    return inner == CHASE_TEXT_BOLD ? CHASE_TEXT_SANS_BOLD : CHASE_TEXT_SANS_ITALIC;
  if (outer == CHASE_TEXT_BOLD && inner == CHASE_TEXT_SANS)
    return CHASE_TEXT_SANS_BOLD;
  return inner;
}

static void
read_inner_text (TextReader *reader, ChaseTextStyle style)
{
  chase_parser_skip_spaces (reader->parser);
  if (next_is (reader, '{'))
    read_group (reader, combine (reader->style, style));
}

/* Adds @node, which is made of @body. */
static void
add_around (TextReader *reader, ChaseNode *node, ChaseNode *body)
{
  node->body = body;
  add_node (reader, node);
}

/* What a switch reaches: all text up to the end of its group. NULL where that is too deep. */
static ChaseNode *
read_rest (TextReader *reader)
{
  ChaseParser *parser = reader->parser;
  TextReader rest = *reader;

  if (parser->depth >= MAX_DEPTH)
    return NULL;
  flush (reader);
  chase_node_list_init (&rest.nodes);
  parser->depth++;
  read_all (&rest, CHASE_STOP_BRACE);
  flush (&rest);
  parser->depth--;
  return chase_parser_wrap (parser, rest.nodes.first, CHASE_ATOM_ORD);
}

/* \color{red} text, or with @braced \textcolor{red}{text}. */
static void
read_colour (TextReader *reader, gboolean braced)
{
  ChaseNode *node = chase_parser_node (reader->parser, CHASE_NODE_COLOURED, CHASE_ATOM_ORD);
  gboolean known = chase_command_read_colour (reader->parser, &node->rgba);
  ChaseNode *body = braced  ? chase_parser_text (reader->parser, reader->style)
                    : known ? read_rest (reader)
                            : NULL;

  if (known && body != NULL)
    add_around (reader, node, body);
  else if (body != NULL)
    add_node (reader, body);
}

/* \small text */
static void
read_size (TextReader *reader, int percent)
{
  ChaseNode *node = chase_parser_node (reader->parser, CHASE_NODE_SCALED, CHASE_ATOM_ORD);
  ChaseNode *body = read_rest (reader);

  node->amount = percent / 100.0;
  if (body != NULL)
    add_around (reader, node, body);
}

/* A command that is about mathematics, or unknown: parse it as in a formula. */
static void
read_formula (TextReader *reader)
{
  ChaseNode *node = chase_parser_nucleus (reader->parser, 0);

  if (node != NULL)
    add_node (reader, node);
}

static gboolean
is_text_symbol (const ChaseSymbol *symbol)
{
  return symbol->kind == CHASE_SYMBOL_CHAR
         && (symbol->value < 0x250 || (symbol->value >= 0x2010 && symbol->value <= 0x2027));
}

static void
read_command (TextReader *reader, const char *name)
{
  ChaseParser *parser = reader->parser;
  const ChaseSymbol *symbol = chase_symbol_find (name);

  if (symbol != NULL && is_text_symbol (symbol))
    {
      chase_parser_skip (parser);
      g_string_append_unichar (reader->text, (gunichar)symbol->value);
      return;
    }
  if (symbol != NULL && symbol->kind == CHASE_SYMBOL_TEXT)
    {
      chase_parser_skip (parser);
      read_inner_text (reader, (ChaseTextStyle)symbol->value);
      return;
    }
  if (symbol != NULL && symbol->kind == CHASE_SYMBOL_SWITCH)
    {
      chase_parser_skip (parser);
      flush (reader);
      if (symbol->value < CHASE_ALPHABET_NORMAL)
        reader->style = combine (reader->style, (ChaseTextStyle)symbol->value);
      return;
    }
  if (symbol != NULL && symbol->kind == CHASE_SYMBOL_SIZE)
    {
      chase_parser_skip (parser);
      read_size (reader, symbol->value);
      return;
    }
  if (symbol != NULL && symbol->kind == CHASE_SYMBOL_COMMAND
      && (symbol->value == CHASE_COMMAND_COLOR || symbol->value == CHASE_COMMAND_TEXTCOLOR))
    {
      chase_parser_skip (parser);
      read_colour (reader, symbol->value == CHASE_COMMAND_TEXTCOLOR);
      return;
    }
  if (symbol != NULL && symbol->kind == CHASE_SYMBOL_ACCENT && strlen (name) == 1)
    symbol = NULL;
  if (strcmp (name, " ") == 0 || strcmp (name, "space") == 0)
    {
      chase_parser_skip (parser);
      g_string_append_c (reader->text, ' ');
      return;
    }
  if (strlen (name) == 1 && strchr ("'`^\"~=.uvHcdbrk", name[0]) != NULL)
    {
      chase_parser_skip (parser);
      read_accent (reader, name);
      return;
    }
  if (strcmp (name, "(") == 0)
    {
      chase_parser_skip (parser);
      return;
    }
  read_formula (reader);
}

static void
read_all (TextReader *reader, ChaseStop stops)
{
  ChaseParser *parser = reader->parser;

  for (;;)
    {
      ChaseToken token = chase_parser_peek (parser);

      if (token.kind == CHASE_TOKEN_END)
        return;
      if (token.kind == CHASE_TOKEN_COMMAND)
        {
          read_command (reader, token.name);
          continue;
        }
      if (token.character == '}' && (stops & CHASE_STOP_BRACE) != 0)
        return;
      chase_parser_skip (parser);
      if (token.character == '{')
        read_group (reader, reader->style);
      else if (token.character == '$')
        read_math (reader, CHASE_STOP_DOLLAR);
      else
        read_character (reader, token.character);
    }
}

ChaseNode *
chase_parser_text (ChaseParser *parser, ChaseTextStyle style)
{
  g_autoptr (GString) text = g_string_sized_new (64);
  TextReader reader = { .parser = parser, .text = text, .style = style };

  chase_node_list_init (&reader.nodes);
  chase_parser_skip_spaces (parser);
  if (next_is (&reader, '{'))
    read_group (&reader, style);
  else
    {
      ChaseToken token = chase_parser_peek (parser);

      if (token.kind == CHASE_TOKEN_CHAR && token.character != '}')
        {
          chase_parser_skip (parser);
          read_character (&reader, token.character);
        }
      else if (token.kind == CHASE_TOKEN_COMMAND)
        read_command (&reader, token.name);
      flush (&reader);
    }
  return chase_parser_wrap (parser, reader.nodes.first, CHASE_ATOM_ORD);
}
