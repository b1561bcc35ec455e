/* SPDX-License-Identifier: MIT */
#include "typeset/commands.h"

#include <math.h>
#include <string.h>

#include "i18n.h"

gboolean
chase_command_read_colour (ChaseParser *parser, guint32 *rgba)
{
  ChaseTokens tokens;
  const char *model = NULL, *name;

  if (chase_parser_read_optional (parser, &tokens))
    model = chase_parser_tokens_to_string (parser, tokens);
  name = chase_parser_read_string (parser);
  if (chase_colour_parse (parser->macros, model, name, rgba))
    return TRUE;
  {
    g_autofree char *message = g_strdup_printf (_ ("The colour “%s” is not known."), name);

    chase_parser_report (parser, CHASE_LABEL_PROBLEM_MALFORMED,
                         chase_arena_strndup (parser->arena, message, strlen (message)));
  }
  return FALSE;
}

ChaseNode *
chase_command_coloured (ChaseParser *parser)
{
  guint32 rgba;
  gboolean known = chase_command_read_colour (parser, &rgba);
  ChaseNode *body = chase_parser_argument (parser);
  ChaseNode *node;

  if (!known)
    return body;
  node = chase_parser_node (parser, CHASE_NODE_COLOURED, chase_command_atom_of (body));
  node->rgba = rgba;
  node->body = body;
  return node;
}

ChaseNode *
chase_command_colour (ChaseParser *parser, ChaseStop stops)
{
  guint32 rgba;
  ChaseNode *node;

  if (!chase_command_read_colour (parser, &rgba))
    return chase_command_nothing (parser);
  node = chase_parser_node (parser, CHASE_NODE_COLOURED, CHASE_ATOM_ORD);
  node->rgba = rgba;
  node->body = chase_parser_wrap (parser, chase_parser_list (parser, stops), CHASE_ATOM_ORD);
  return node;
}

ChaseNode *
chase_command_colour_box (ChaseParser *parser, gboolean framed)
{
  guint32 frame, rgba;
  gboolean has_frame = framed && chase_command_read_colour (parser, &frame);
  gboolean known = chase_command_read_colour (parser, &rgba);
  ChaseNode *body = chase_parser_text (parser, CHASE_TEXT_ROMAN);
  ChaseNode *node = body;

  if (known)
    {
      node = chase_parser_node (parser, CHASE_NODE_COLOURED, CHASE_ATOM_ORD);
      node->value = 1;
      node->rgba = rgba;
      node->body = body;
    }
  if (has_frame)
    {
      ChaseNode *boxed = chase_parser_node (parser, CHASE_NODE_BOXED, CHASE_ATOM_ORD);

      boxed->body = node;
      node = boxed;
    }
  return node;
}

ChaseNode *
chase_command_phantom (ChaseParser *parser, int keep)
{
  ChaseTokens position;
  ChaseNode *node;

  chase_parser_read_optional (parser, &position);
  node = chase_command_over_argument (parser, CHASE_NODE_PHANTOM, CHASE_ATOM_ORD);
  node->value = keep;
  return node;
}

ChaseNode *
chase_command_strut (ChaseParser *parser)
{
  ChaseNode *node = chase_parser_node (parser, CHASE_NODE_PHANTOM, CHASE_ATOM_ORD);

  node->value = 2;
  node->body = chase_parser_symbol (parser, '(', CHASE_ATOM_ORD);
  return node;
}

ChaseNode *
chase_command_kern (ChaseParser *parser, gboolean braced)
{
  ChaseNode *node = chase_parser_node (parser, CHASE_NODE_SPACE, CHASE_ATOM_NONE);

  if (braced)
    chase_parser_accept (parser, '*');
  node->amount = chase_parser_read_length (parser, braced);
  return node;
}

ChaseNode *
chase_command_lap (ChaseParser *parser, int side)
{
  ChaseNode *node = chase_command_over_argument (parser, CHASE_NODE_LAP, CHASE_ATOM_ORD);

  node->value = side;
  return node;
}

ChaseNode *
chase_command_scaled (ChaseParser *parser)
{
  ChaseNode *node = chase_parser_node (parser, CHASE_NODE_SCALED, CHASE_ATOM_ORD);
  const char *factor = chase_parser_read_string (parser);
  ChaseTokens vertical;

  chase_parser_read_optional (parser, &vertical);
  node->amount = g_ascii_strtod (factor, NULL);
  if (!(node->amount >= 0.05 && node->amount <= 20))
    node->amount = 1;
  node->body = chase_parser_text (parser, CHASE_TEXT_ROMAN);
  return node;
}

ChaseNode *
chase_command_raised (ChaseParser *parser)
{
  ChaseNode *node = chase_parser_node (parser, CHASE_NODE_RAISED, CHASE_ATOM_ORD);
  ChaseTokens extent;

  node->amount = chase_parser_read_length (parser, TRUE);
  while (chase_parser_read_optional (parser, &extent))
    ;
  node->body = chase_parser_text (parser, CHASE_TEXT_ROMAN);
  return node;
}

/* Glyphs cannot be turned here, but what is turned by a right angle mostly has a turned partner. */
static gunichar
turned (gunichar character, gboolean left)
{
  static const gunichar pairs[][3]
      = { { '=', 0x2225, 0x2225 },    { 0x2192, 0x2191, 0x2193 }, { 0x2190, 0x2193, 0x2191 },
          { 0x27F6, 0x2191, 0x2193 }, { 0x21D2, 0x21D1, 0x21D3 }, { 0x21D0, 0x21D3, 0x21D1 },
          { 0x223C, 0x2240, 0x2240 }, { 0x2282, 0x222A, 0x2229 }, { 0x2283, 0x2229, 0x222A },
          { 0x2212, '|', '|' },       { 0x22A2, 0x22A5, 0x22A4 }, { 0x22A3, 0x22A4, 0x22A5 },
          { 0x22EF, 0x22EE, 0x22EE }, { 0x2026, 0x22EE, 0x22EE }, { 0x2264, 0x2A5B, 0x2A5A },
          { 0x2223, 0x2212, 0x2212 }, { 0x22A5, 0x22A3, 0x22A2 }, { 0x22A4, 0x22A2, 0x22A3 },
          { 0x21A6, 0x21A5, 0x21A7 } };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (pairs[i][0] == character)
      return pairs[i][left ? 1 : 2];
  return 0;
}

ChaseNode *
chase_command_rotated (ChaseParser *parser)
{
  ChaseTokens options;
  double angle;
  ChaseNode *body, *only;

  chase_parser_read_optional (parser, &options);
  angle = remainder (g_ascii_strtod (chase_parser_read_string (parser), NULL), 360);
  body = chase_parser_text (parser, CHASE_TEXT_ROMAN);
  for (only = body;
       only->kind == CHASE_NODE_LIST && only->body != NULL && only->body->next == NULL;)
    only = only->body;
  if (fabs (fabs (angle) - 90) < 1 && only->kind == CHASE_NODE_SYMBOL
      && turned (only->character, angle > 0) != 0)
    only->character = turned (only->character, angle > 0);
  else if (fabs (angle) > 1)
    chase_parser_report (parser, CHASE_LABEL_PROBLEM_MALFORMED,
                         _ ("A \\rotatebox in a label is drawn unrotated."));
  return body;
}

ChaseNode *
chase_command_boxed (ChaseParser *parser, const char *name)
{
  ChaseNode *node;
  ChaseTokens options;

  if (name[0] == 'b')
    return chase_command_over_argument (parser, CHASE_NODE_BOXED, CHASE_ATOM_ORD);
  while (chase_parser_read_optional (parser, &options))
    ;
  node = chase_parser_node (parser, CHASE_NODE_BOXED, CHASE_ATOM_ORD);
  node->body = chase_parser_text (parser, CHASE_TEXT_ROMAN);
  return node;
}

/* Two things on one another, of no width, between halves of that of the circle. */
ChaseNode *
chase_command_circled (ChaseParser *parser)
{
  static const double half = 9.0, part = 0.65;
  ChaseNode *circle = chase_parser_node (parser, CHASE_NODE_LAP, CHASE_ATOM_ORD);
  ChaseNode *inside = chase_parser_node (parser, CHASE_NODE_LAP, CHASE_ATOM_ORD);
  ChaseNode *small = chase_parser_node (parser, CHASE_NODE_SCALED, CHASE_ATOM_ORD);

  circle->body = chase_parser_symbol (parser, 0x25EF, CHASE_ATOM_ORD);
  small->amount = part;
  small->body = chase_parser_text (parser, CHASE_TEXT_ROMAN);
  inside->body = small;
  return chase_command_join (parser, CHASE_ATOM_ORD,
                             chase_command_join (parser, CHASE_ATOM_ORD,
                                                 chase_command_space (parser, half), circle,
                                                 inside),
                             chase_command_space (parser, half), NULL);
}

ChaseNode *
chase_command_ruled (ChaseParser *parser, int value)
{
  ChaseNode *node = chase_command_over_argument (parser, CHASE_NODE_RULED, CHASE_ATOM_ORD);

  node->value = value;
  return node;
}
