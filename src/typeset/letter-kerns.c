/* SPDX-License-Identifier: MIT */
#include "typeset/layout.h"

#include <string.h>

/*
 * Kerns between an italic letter and the comma, period or slash behind it: TeX's fonts have them
 * (Knuth, Computer Modern Typefaces, the ligature and kern program of cmmi10), OpenType math fonts
 * have not, so that "Y," and "V/W" would fall apart.
 */
static const struct
{
  const char *letters;
  double stop, slash; /* in ems, before , and . and before / */
} kerns[] = {
  { "VWY", -0.1667, -0.1111 }, { "FJPU", -0.1111, -0.0556 }, { "HKMSZ", -0.0556, -0.0556 },
  { "NX", -0.0556, -0.0833 },  { "CT", -0.0556, -0.0278 },   { "fjr", -0.0556, 0 },
};

/* The ASCII letter that @character shows in italic, or 0. */
static char
letter_of (gunichar character)
{
  if (character >= 0x1D434 && character < 0x1D434 + 26)
    return (char)('A' + (int)(character - 0x1D434));
  if (character >= 0x1D44E && character < 0x1D44E + 26)
    return (char)('a' + (int)(character - 0x1D44E));
  return 0;
}

double
chase_letter_kern (const ChaseNode *left, const ChaseNode *right)
{
  gboolean stop, slash;
  char letter;

  if (left == NULL || left->kind != CHASE_NODE_SYMBOL || right->kind != CHASE_NODE_SYMBOL
      || left->sub != NULL || left->sup != NULL)
    return 0;
  stop = right->character == ',' || right->character == '.';
  slash = right->character == '/';
  letter = stop || slash ? letter_of (left->character) : 0;
  for (guint i = 0; letter != 0 && i < G_N_ELEMENTS (kerns); i++)
    if (strchr (kerns[i].letters, letter) != NULL)
      return stop ? kerns[i].stop : kerns[i].slash;
  return 0;
}
