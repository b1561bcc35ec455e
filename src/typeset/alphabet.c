/* SPDX-License-Identifier: MIT */
#include "typeset/symbols.h"

/* Where the mathematical alphanumeric symbols of an alphabet begin; 0: it has none of that kind. */
typedef struct
{
  gunichar upper, lower, digit, greek_upper, greek_lower;
} Block;

static const Block blocks[] = {
  [CHASE_ALPHABET_ROMAN] = { 'A', 'a', '0', 0x391, 0x3B1 },
  [CHASE_ALPHABET_BOLD] = { 0x1D400, 0x1D41A, 0x1D7CE, 0x1D6A8, 0x1D6C2 },
  [CHASE_ALPHABET_ITALIC] = { 0x1D434, 0x1D44E, '0', 0x1D6E2, 0x1D6FC },
  [CHASE_ALPHABET_BOLD_ITALIC] = { 0x1D468, 0x1D482, 0x1D7CE, 0x1D71C, 0x1D736 },
  [CHASE_ALPHABET_SANS] = { 0x1D5A0, 0x1D5BA, 0x1D7E2, 0, 0 },
  [CHASE_ALPHABET_SANS_BOLD] = { 0x1D5D4, 0x1D5EE, 0x1D7EC, 0x1D756, 0x1D770 },
  [CHASE_ALPHABET_SANS_ITALIC] = { 0x1D608, 0x1D622, 0x1D7E2, 0x1D790, 0x1D7AA },
  [CHASE_ALPHABET_MONO] = { 0x1D670, 0x1D68A, 0x1D7F6, 0, 0 },
  [CHASE_ALPHABET_NORMAL] = { 0x1D434, 0x1D44E, '0', 0x391, 0x1D6FC },
  [CHASE_ALPHABET_CAL] = { 0x1D49C, 0x1D4B6, '0', 0, 0 },
  [CHASE_ALPHABET_SCRIPT] = { 0x1D49C, 0x1D4B6, '0', 0, 0 },
  [CHASE_ALPHABET_BOLD_SCRIPT] = { 0x1D4D0, 0x1D4EA, 0x1D7CE, 0, 0 },
  [CHASE_ALPHABET_FRAKTUR] = { 0x1D504, 0x1D51E, '0', 0, 0 },
  [CHASE_ALPHABET_BOLD_FRAKTUR] = { 0x1D56C, 0x1D586, 0x1D7CE, 0, 0 },
  [CHASE_ALPHABET_BLACKBOARD] = { 0x1D538, 0x1D552, 0x1D7D8, 0, 0 },
};

/* Letters that Unicode had before the blocks, which leave holes in them. */
static const gunichar holes[][2] = {
  { 0x1D455, 0x210E }, { 0x1D49D, 0x212C }, { 0x1D4A0, 0x2130 }, { 0x1D4A1, 0x2131 },
  { 0x1D4A3, 0x210B }, { 0x1D4A4, 0x2110 }, { 0x1D4A7, 0x2112 }, { 0x1D4A8, 0x2133 },
  { 0x1D4AD, 0x211B }, { 0x1D4BA, 0x212F }, { 0x1D4BC, 0x210A }, { 0x1D4C4, 0x2134 },
  { 0x1D506, 0x212D }, { 0x1D50B, 0x210C }, { 0x1D50C, 0x2111 }, { 0x1D515, 0x211C },
  { 0x1D51D, 0x2128 }, { 0x1D53A, 0x2102 }, { 0x1D53F, 0x210D }, { 0x1D545, 0x2115 },
  { 0x1D547, 0x2119 }, { 0x1D548, 0x211A }, { 0x1D549, 0x211D }, { 0x1D551, 0x2124 },
};

/* Variant Greek letters follow omega in the blocks, in this order. */
static const gunichar greek_variants[] = { 0x2202, 0x03F5, 0x03D1, 0x03F0, 0x03D5, 0x03F1, 0x03D6 };

static gunichar
fill_hole (gunichar character)
{
  for (guint i = 0; i < G_N_ELEMENTS (holes); i++)
    if (holes[i][0] == character)
      return holes[i][1];
  return character;
}

static gunichar
style_greek (gunichar character, const Block *block)
{
  if (block->greek_lower == 0)
    return character;
  if (character >= 0x391 && character <= 0x3A9)
    return block->greek_upper + (character - 0x391);
  if (character >= 0x3B1 && character <= 0x3C9)
    return block->greek_lower + (character - 0x3B1);
  if (block->greek_lower < 0x1D000)
    return character;
  for (guint i = 0; i < G_N_ELEMENTS (greek_variants); i++)
    if (greek_variants[i] == character)
      return block->greek_lower + 25 + i;
  return character;
}

gunichar
chase_character_style (gunichar character, ChaseAlphabet alphabet)
{
  const Block *block = &blocks[alphabet];

  if (character >= 'A' && character <= 'Z')
    return fill_hole (block->upper + (character - 'A'));
  if (character >= 'a' && character <= 'z')
    return fill_hole (block->lower + (character - 'a'));
  if (character >= '0' && character <= '9')
    return block->digit + (character - '0');
  if (character >= 0x391 || character == 0x2202)
    return style_greek (character, block);
  return character;
}

gunichar
chase_character_plain (gunichar character)
{
  guint offset;

  for (guint i = 0; character < 0x1D400 && i < G_N_ELEMENTS (holes); i++)
    if (holes[i][1] == character)
      character = holes[i][0];
  if (character == 0x1D6A4 || character == 0x1D6A5)
    return character == 0x1D6A4 ? 'i' : 'j';
  if (character < 0x1D400 || character > 0x1D7FF)
    return character;
  if (character >= 0x1D7CE)
    return '0' + (character - 0x1D7CE) % 10;
  if (character < 0x1D6A8)
    {
      offset = (character - 0x1D400) % 52;
      return offset < 26 ? 'A' + offset : 'a' + offset - 26;
    }
  offset = (character - 0x1D6A8) % 58;
  if (offset < 25)
    return 0x391 + offset;
  if (offset == 25)
    return 0x2207;
  if (offset <= 50)
    return 0x3B1 + offset - 26;
  return greek_variants[offset - 51];
}
