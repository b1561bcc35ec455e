/* SPDX-License-Identifier: MIT */
#include "typeset/commands.h"

ChaseNode *
chase_command_text (ChaseParser *parser, const char *text, ChaseAtom atom)
{
  ChaseNode *node = chase_parser_node (parser, CHASE_NODE_TEXT, atom);

  node->text = text;
  node->text_style = CHASE_TEXT_ROMAN;
  return node;
}

ChaseNode *
chase_command_space (ChaseParser *parser, double mu)
{
  ChaseNode *node = chase_parser_node (parser, CHASE_NODE_SPACE, CHASE_ATOM_NONE);

  node->value = 1;
  node->amount = mu;
  return node;
}

ChaseNode *
chase_command_nothing (ChaseParser *parser)
{
  return chase_command_space (parser, 0);
}

ChaseNode *
chase_command_join (ChaseParser *parser, ChaseAtom atom, ChaseNode *first, ChaseNode *second,
                    ChaseNode *third)
{
  ChaseNode *node = chase_parser_node (parser, CHASE_NODE_LIST, atom);
  ChaseNodeList list;

  chase_node_list_init (&list);
  if (first != NULL)
    chase_node_list_add (&list, first);
  if (second != NULL)
    chase_node_list_add (&list, second);
  if (third != NULL)
    chase_node_list_add (&list, third);
  node->body = list.first;
  return node;
}

ChaseNode *
chase_command_over_argument (ChaseParser *parser, ChaseNodeKind kind, ChaseAtom atom)
{
  ChaseNode *node = chase_parser_node (parser, kind, atom);

  node->body = chase_parser_argument (parser);
  return node;
}

ChaseAtom
chase_command_atom_of (const ChaseNode *node)
{
  if (node->kind == CHASE_NODE_LIST && node->atom == CHASE_ATOM_ORD && node->body != NULL
      && node->body->next == NULL)
    return chase_command_atom_of (node->body);
  return node->atom == CHASE_ATOM_NONE ? CHASE_ATOM_ORD : node->atom;
}
