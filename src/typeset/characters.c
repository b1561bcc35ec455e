/* SPDX-License-Identifier: MIT */
#include "typeset/symbols.h"

/* Classes of the characters beyond ASCII; what is in no range is ordinary. */
typedef struct
{
  gunichar first, last;
  guint8 atom;
} Range;

static const Range ranges[] = {
  { 0x00A1, 0x00A1, CHASE_ATOM_OPEN },  { 0x00AC, 0x00AC, CHASE_ATOM_ORD },
  { 0x00B1, 0x00B1, CHASE_ATOM_BIN },   { 0x00B7, 0x00B7, CHASE_ATOM_BIN },
  { 0x00D7, 0x00D7, CHASE_ATOM_BIN },   { 0x00F7, 0x00F7, CHASE_ATOM_BIN },
  { 0x03F6, 0x03F6, CHASE_ATOM_REL },   { 0x2020, 0x2022, CHASE_ATOM_BIN },
  { 0x2026, 0x2026, CHASE_ATOM_INNER }, { 0x2044, 0x2044, CHASE_ATOM_ORD },
  { 0x2140, 0x2140, CHASE_ATOM_OP },    { 0x214B, 0x214B, CHASE_ATOM_BIN },
  { 0x2190, 0x21FF, CHASE_ATOM_REL },   { 0x2200, 0x2207, CHASE_ATOM_ORD },
  { 0x2208, 0x220D, CHASE_ATOM_REL },   { 0x220E, 0x220E, CHASE_ATOM_ORD },
  { 0x220F, 0x2211, CHASE_ATOM_OP },    { 0x2212, 0x2219, CHASE_ATOM_BIN },
  { 0x221A, 0x221C, CHASE_ATOM_ORD },   { 0x221D, 0x221D, CHASE_ATOM_REL },
  { 0x221E, 0x2222, CHASE_ATOM_ORD },   { 0x2223, 0x2226, CHASE_ATOM_REL },
  { 0x2227, 0x222A, CHASE_ATOM_BIN },   { 0x222B, 0x2233, CHASE_ATOM_OP },
  { 0x2234, 0x2237, CHASE_ATOM_REL },   { 0x2238, 0x2238, CHASE_ATOM_BIN },
  { 0x2239, 0x223D, CHASE_ATOM_REL },   { 0x223E, 0x223E, CHASE_ATOM_BIN },
  { 0x223F, 0x223F, CHASE_ATOM_ORD },   { 0x2240, 0x2240, CHASE_ATOM_BIN },
  { 0x2241, 0x228B, CHASE_ATOM_REL },   { 0x228C, 0x228E, CHASE_ATOM_BIN },
  { 0x228F, 0x2292, CHASE_ATOM_REL },   { 0x2293, 0x22A1, CHASE_ATOM_BIN },
  { 0x22A2, 0x22A3, CHASE_ATOM_REL },   { 0x22A4, 0x22A5, CHASE_ATOM_ORD },
  { 0x22A6, 0x22B8, CHASE_ATOM_REL },   { 0x22B9, 0x22BD, CHASE_ATOM_BIN },
  { 0x22BE, 0x22BF, CHASE_ATOM_ORD },   { 0x22C0, 0x22C3, CHASE_ATOM_OP },
  { 0x22C4, 0x22C7, CHASE_ATOM_BIN },   { 0x22C8, 0x22C8, CHASE_ATOM_REL },
  { 0x22C9, 0x22CC, CHASE_ATOM_BIN },   { 0x22CD, 0x22CD, CHASE_ATOM_REL },
  { 0x22CE, 0x22CF, CHASE_ATOM_BIN },   { 0x22D0, 0x22D1, CHASE_ATOM_REL },
  { 0x22D2, 0x22D3, CHASE_ATOM_BIN },   { 0x22D4, 0x22ED, CHASE_ATOM_REL },
  { 0x22EE, 0x22EE, CHASE_ATOM_ORD },   { 0x22EF, 0x22F1, CHASE_ATOM_INNER },
  { 0x22F2, 0x22FF, CHASE_ATOM_REL },   { 0x2308, 0x2308, CHASE_ATOM_OPEN },
  { 0x2309, 0x2309, CHASE_ATOM_CLOSE }, { 0x230A, 0x230A, CHASE_ATOM_OPEN },
  { 0x230B, 0x230B, CHASE_ATOM_CLOSE }, { 0x231C, 0x231C, CHASE_ATOM_OPEN },
  { 0x231D, 0x231D, CHASE_ATOM_CLOSE }, { 0x231E, 0x231E, CHASE_ATOM_OPEN },
  { 0x231F, 0x231F, CHASE_ATOM_CLOSE }, { 0x2322, 0x2323, CHASE_ATOM_REL },
  { 0x25B3, 0x25B3, CHASE_ATOM_BIN },   { 0x25B6, 0x25B7, CHASE_ATOM_BIN },
  { 0x25BD, 0x25BD, CHASE_ATOM_BIN },   { 0x25C0, 0x25C1, CHASE_ATOM_BIN },
  { 0x25E6, 0x25E6, CHASE_ATOM_BIN },   { 0x25EF, 0x25EF, CHASE_ATOM_BIN },
  { 0x27C2, 0x27C2, CHASE_ATOM_REL },   { 0x27C5, 0x27C5, CHASE_ATOM_OPEN },
  { 0x27C6, 0x27C6, CHASE_ATOM_CLOSE }, { 0x27D1, 0x27D1, CHASE_ATOM_BIN },
  { 0x27D5, 0x27D7, CHASE_ATOM_OP },    { 0x27D8, 0x27D9, CHASE_ATOM_ORD },
  { 0x27DA, 0x27DF, CHASE_ATOM_REL },   { 0x27E0, 0x27E5, CHASE_ATOM_BIN },
  { 0x27E6, 0x27E6, CHASE_ATOM_OPEN },  { 0x27E7, 0x27E7, CHASE_ATOM_CLOSE },
  { 0x27E8, 0x27E8, CHASE_ATOM_OPEN },  { 0x27E9, 0x27E9, CHASE_ATOM_CLOSE },
  { 0x27EA, 0x27EA, CHASE_ATOM_OPEN },  { 0x27EB, 0x27EB, CHASE_ATOM_CLOSE },
  { 0x27EC, 0x27EC, CHASE_ATOM_OPEN },  { 0x27ED, 0x27ED, CHASE_ATOM_CLOSE },
  { 0x27EE, 0x27EE, CHASE_ATOM_OPEN },  { 0x27EF, 0x27EF, CHASE_ATOM_CLOSE },
  { 0x27F0, 0x27FF, CHASE_ATOM_REL },   { 0x2900, 0x297F, CHASE_ATOM_REL },
  { 0x2983, 0x2983, CHASE_ATOM_OPEN },  { 0x2984, 0x2984, CHASE_ATOM_CLOSE },
  { 0x2985, 0x2985, CHASE_ATOM_OPEN },  { 0x2986, 0x2986, CHASE_ATOM_CLOSE },
  { 0x2987, 0x2987, CHASE_ATOM_OPEN },  { 0x2988, 0x2988, CHASE_ATOM_CLOSE },
  { 0x2989, 0x2989, CHASE_ATOM_OPEN },  { 0x298A, 0x298A, CHASE_ATOM_CLOSE },
  { 0x29B5, 0x29DB, CHASE_ATOM_BIN },   { 0x29DF, 0x29E1, CHASE_ATOM_REL },
  { 0x29E2, 0x29E2, CHASE_ATOM_BIN },   { 0x29E3, 0x29E6, CHASE_ATOM_REL },
  { 0x29F4, 0x29F4, CHASE_ATOM_REL },   { 0x29F5, 0x29F7, CHASE_ATOM_BIN },
  { 0x29F8, 0x29F9, CHASE_ATOM_OP },    { 0x29FA, 0x29FB, CHASE_ATOM_BIN },
  { 0x2A00, 0x2A1E, CHASE_ATOM_OP },    { 0x2A1F, 0x2A65, CHASE_ATOM_BIN },
  { 0x2A66, 0x2A70, CHASE_ATOM_REL },   { 0x2A71, 0x2A72, CHASE_ATOM_BIN },
  { 0x2A73, 0x2ADF, CHASE_ATOM_REL },   { 0x2AE0, 0x2AF3, CHASE_ATOM_REL },
  { 0x2AF4, 0x2AF6, CHASE_ATOM_BIN },   { 0x2AF7, 0x2AFA, CHASE_ATOM_REL },
  { 0x2AFB, 0x2AFE, CHASE_ATOM_BIN },   { 0x2B00, 0x2B11, CHASE_ATOM_REL },
  { 0x2B30, 0x2B4C, CHASE_ATOM_REL },
};

static ChaseAtom
ascii_atom (gunichar character)
{
  switch (character)
    {
    case '+':
    case '*':
      return CHASE_ATOM_BIN;
    case '<':
    case '=':
    case '>':
    case ':':
      return CHASE_ATOM_REL;
    case '(':
    case '[':
      return CHASE_ATOM_OPEN;
    case ')':
    case ']':
    case '!':
    case '?':
      return CHASE_ATOM_CLOSE;
    case ',':
    case ';':
      return CHASE_ATOM_PUNCT;
    default:
      return CHASE_ATOM_ORD;
    }
}

ChaseAtom
chase_character_atom (gunichar character)
{
  guint low = 0, high = G_N_ELEMENTS (ranges);

  if (character < 0x80)
    return ascii_atom (character);
  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (character > ranges[middle].last)
        low = middle + 1;
      else
        high = middle;
    }
  if (low < G_N_ELEMENTS (ranges) && character >= ranges[low].first)
    return ranges[low].atom;
  return CHASE_ATOM_ORD;
}

gboolean
chase_character_is_integral (gunichar character)
{
  return (character >= 0x222B && character <= 0x2233)
         || (character >= 0x2A0B && character <= 0x2A1C);
}

gboolean
chase_character_is_big (gunichar character)
{
  return chase_character_atom (character) == CHASE_ATOM_OP;
}

gboolean
chase_character_is_text (gunichar character)
{
  if (character < 0xC0)
    return FALSE;
  if ((character >= 0x0370 && character <= 0x03FF) || (character >= 0x2070 && character <= 0x209F)
      || (character >= 0x2100 && character <= 0x2BFF)
      || (character >= 0x1D400 && character <= 0x1D7FF))
    return FALSE;
  if (character >= 0x3000 && character <= 0xFAFF)
    return TRUE;
  if (character >= 0xFF00 && character <= 0xFFEF)
    return TRUE;
  return character >= 0x1F000 || g_unichar_isalpha (character) || g_unichar_ismark (character)
         || character == 0x200C || character == 0x200D;
}

/* Pairs of a character and its superscript, then of a character and its subscript. */
static const gunichar superscripts[][2] = {
  { '0', 0x2070 },    { '1', 0x00B9 },    { '2', 0x00B2 },    { '3', 0x00B3 },
  { '4', 0x2074 },    { '5', 0x2075 },    { '6', 0x2076 },    { '7', 0x2077 },
  { '8', 0x2078 },    { '9', 0x2079 },    { '+', 0x207A },    { 0x2212, 0x207B },
  { '=', 0x207C },    { '(', 0x207D },    { ')', 0x207E },    { 'A', 0x1D2C },
  { 'B', 0x1D2E },    { 'D', 0x1D30 },    { 'E', 0x1D31 },    { 'G', 0x1D33 },
  { 'H', 0x1D34 },    { 'I', 0x1D35 },    { 'J', 0x1D36 },    { 'K', 0x1D37 },
  { 'L', 0x1D38 },    { 'M', 0x1D39 },    { 'N', 0x1D3A },    { 'O', 0x1D3C },
  { 'P', 0x1D3E },    { 'R', 0x1D3F },    { 'T', 0x1D40 },    { 'U', 0x1D41 },
  { 'V', 0x2C7D },    { 'W', 0x1D42 },    { 'a', 0x1D43 },    { 'b', 0x1D47 },
  { 'c', 0x1D9C },    { 'd', 0x1D48 },    { 'e', 0x1D49 },    { 'f', 0x1DA0 },
  { 'g', 0x1D4D },    { 'h', 0x02B0 },    { 'i', 0x2071 },    { 'j', 0x02B2 },
  { 'k', 0x1D4F },    { 'l', 0x02E1 },    { 'm', 0x1D50 },    { 'n', 0x207F },
  { 'o', 0x1D52 },    { 'p', 0x1D56 },    { 'r', 0x02B3 },    { 's', 0x02E2 },
  { 't', 0x1D57 },    { 'u', 0x1D58 },    { 'v', 0x1D5B },    { 'w', 0x02B7 },
  { 'x', 0x02E3 },    { 'y', 0x02B8 },    { 'z', 0x1DBB },    { 0x03B2, 0x1D5D },
  { 0x03B3, 0x1D5E }, { 0x03B4, 0x1D5F }, { 0x03B8, 0x1DBF }, { 0x03C6, 0x1D60 },
  { 0x03C7, 0x1D61 },
};

static const gunichar subscripts[][2] = {
  { '0', 0x2080 },    { '1', 0x2081 },    { '2', 0x2082 },    { '3', 0x2083 },
  { '4', 0x2084 },    { '5', 0x2085 },    { '6', 0x2086 },    { '7', 0x2087 },
  { '8', 0x2088 },    { '9', 0x2089 },    { '+', 0x208A },    { 0x2212, 0x208B },
  { '=', 0x208C },    { '(', 0x208D },    { ')', 0x208E },    { 'a', 0x2090 },
  { 'e', 0x2091 },    { 'h', 0x2095 },    { 'i', 0x1D62 },    { 'j', 0x2C7C },
  { 'k', 0x2096 },    { 'l', 0x2097 },    { 'm', 0x2098 },    { 'n', 0x2099 },
  { 'o', 0x2092 },    { 'p', 0x209A },    { 'r', 0x1D63 },    { 's', 0x209B },
  { 't', 0x209C },    { 'u', 0x1D64 },    { 'v', 0x1D65 },    { 'x', 0x2093 },
  { 0x03B2, 0x1D66 }, { 0x03B3, 0x1D67 }, { 0x03C1, 0x1D68 }, { 0x03C6, 0x1D69 },
  { 0x03C7, 0x1D6A },
};

static gunichar
look (const gunichar (*pairs)[2], guint n_pairs, guint from, gunichar character)
{
  for (guint i = 0; i < n_pairs; i++)
    if (pairs[i][from] == character)
      return pairs[i][1 - from];
  return 0;
}

gunichar
chase_character_superscript (gunichar character)
{
  if (character < 0xB2)
    return 0;
  return look (superscripts, G_N_ELEMENTS (superscripts), 1, character);
}

gunichar
chase_character_subscript (gunichar character)
{
  if (character < 0x1D62)
    return 0;
  return look (subscripts, G_N_ELEMENTS (subscripts), 1, character);
}

gunichar
chase_character_to_superscript (gunichar character)
{
  return look (superscripts, G_N_ELEMENTS (superscripts), 0, character);
}

gunichar
chase_character_to_subscript (gunichar character)
{
  return look (subscripts, G_N_ELEMENTS (subscripts), 0, character);
}
