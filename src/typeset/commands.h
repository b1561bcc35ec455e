/* SPDX-License-Identifier: MIT */
#pragma once

/* What the commands of a label make. Each reads its arguments from the parser, whose arena owns the
 * node. */

#include "typeset/parser.h"

G_BEGIN_DECLS

/* parse-command.c: a delimiter as a whole argument, as of \genfrac; 0 where there is none. */
gunichar
chase_command_delimiter_argument (ChaseParser *parser);

/* parse-node.c: nodes that many commands make. @text, upright: */
ChaseNode *
chase_command_text (ChaseParser *parser, const char *text, ChaseAtom atom);
/* @mu: in 18ths of an em. */
ChaseNode *
chase_command_space (ChaseParser *parser, double mu);
ChaseNode *
chase_command_nothing (ChaseParser *parser);
/* Each of the three may be NULL. */
ChaseNode *
chase_command_join (ChaseParser *parser, ChaseAtom atom, ChaseNode *first, ChaseNode *second,
                    ChaseNode *third);
/* A node whose body is the command's argument. */
ChaseNode *
chase_command_over_argument (ChaseParser *parser, ChaseNodeKind kind, ChaseAtom atom);
/* What a single atom is, its decoration still is: a red + is a binary operator. */
ChaseAtom
chase_command_atom_of (const ChaseNode *node);

/* parse-box.c: a colour, by its model and name. FALSE for one that is not known, which is said. */
gboolean
chase_command_read_colour (ChaseParser *parser, guint32 *rgba);
/* \textcolor, \color, \colorbox and \fcolorbox. */
ChaseNode *
chase_command_coloured (ChaseParser *parser);
ChaseNode *
chase_command_colour (ChaseParser *parser, ChaseStop stops);
ChaseNode *
chase_command_colour_box (ChaseParser *parser, gboolean framed);
/* @keep: the sum of 1 for the width, 2 for the height, 4 for the ink. */
ChaseNode *
chase_command_phantom (ChaseParser *parser, int keep);
ChaseNode *
chase_command_strut (ChaseParser *parser);
ChaseNode *
chase_command_kern (ChaseParser *parser, gboolean braced);
/* @side: -1, 0, 1 for \llap, \clap, \rlap. */
ChaseNode *
chase_command_lap (ChaseParser *parser, int side);
ChaseNode *
chase_command_scaled (ChaseParser *parser);
ChaseNode *
chase_command_raised (ChaseParser *parser);
ChaseNode *
chase_command_rotated (ChaseParser *parser);
ChaseNode *
chase_command_boxed (ChaseParser *parser, const char *name);
/* \textcircled */
ChaseNode *
chase_command_circled (ChaseParser *parser);
/* @value: 0 for \overline, 1 for \underline. */
ChaseNode *
chase_command_ruled (ChaseParser *parser, int value);

/* parse-fraction.c: fractions, binomials and roots; @kind as the symbol table numbers them. */
ChaseNode *
chase_command_fraction (ChaseParser *parser, int kind);
ChaseNode *
chase_command_general_fraction (ChaseParser *parser);
ChaseNode *
chase_command_root (ChaseParser *parser);
ChaseNode *
chase_command_sqrt (ChaseParser *parser);

G_END_DECLS
