/* SPDX-License-Identifier: MIT */
#include "typeset/commands.h"

ChaseNode *
chase_command_fraction (ChaseParser *parser, int kind)
{
  ChaseNode *node = chase_parser_node (parser, kind == 7 ? CHASE_NODE_SLASHED : CHASE_NODE_FRACTION,
                                       CHASE_ATOM_ORD);
  ChaseTokens position;

  chase_parser_read_optional (parser, &position);
  node->amount = kind >= 4 ? 0 : -1;
  if (kind >= 4)
    {
      node->character = '(';
      node->second_character = ')';
    }
  if (kind == 2 || kind == 5)
    node->value = 1;
  else if (kind == 3 || kind == 6)
    node->value = 2;

  node->body = chase_parser_argument (parser);
  node->second = chase_parser_argument (parser);
  return node;
}

ChaseNode *
chase_command_general_fraction (ChaseParser *parser)
{
  ChaseNode *node = chase_parser_node (parser, CHASE_NODE_FRACTION, CHASE_ATOM_ORD);
  const char *thickness, *style;

  node->character = chase_command_delimiter_argument (parser);
  node->second_character = chase_command_delimiter_argument (parser);
  thickness = chase_parser_read_string (parser);
  style = chase_parser_read_string (parser);
  node->amount = thickness[0] == '\0' ? -1 : CLAMP (g_ascii_strtod (thickness, NULL) / 10, 0, 1);
  if (style[0] >= '0' && style[0] <= '3')
    node->value = style[0] - '0' + 1;
  node->body = chase_parser_argument (parser);
  node->second = chase_parser_argument (parser);
  return node;
}

/* \root n \of x */
ChaseNode *
chase_command_root (ChaseParser *parser)
{
  ChaseNode *node = chase_parser_node (parser, CHASE_NODE_RADICAL, CHASE_ATOM_ORD);
  ChaseNodeList degree;

  chase_node_list_init (&degree);
  for (;;)
    {
      ChaseNode *part;

      chase_parser_skip_spaces (parser);
      if (chase_parser_is_command (parser, "of"))
        break;
      part = chase_parser_nucleus (parser, CHASE_STOP_BRACE | CHASE_STOP_LINE | CHASE_STOP_CELL
                                               | CHASE_STOP_RIGHT);
      if (part == NULL)
        break;
      chase_parser_scripts (parser, part);
      chase_node_list_add (&degree, part);
    }
  if (chase_parser_is_command (parser, "of"))
    chase_parser_skip (parser);
  node->second = chase_parser_wrap (parser, degree.first, CHASE_ATOM_ORD);
  node->body = chase_parser_argument (parser);
  return node;
}

ChaseNode *
chase_command_sqrt (ChaseParser *parser)
{
  ChaseNode *node = chase_parser_node (parser, CHASE_NODE_RADICAL, CHASE_ATOM_ORD);
  ChaseTokens degree;

  if (chase_parser_read_optional (parser, &degree))
    node->second = chase_parser_wrap (parser, chase_parser_tokens (parser, degree), CHASE_ATOM_ORD);
  node->body = chase_parser_argument (parser);
  return node;
}
