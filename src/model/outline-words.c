/* SPDX-License-Identifier: MIT */
#include "model/outline-words.h"

#include <string.h>

const char *const *
chase_outline_shapes (void)
{
  static const char *const shapes[] = { "rectangle", "rounded", "circle", "ellipse", NULL };

  return shapes;
}

const char *const *
chase_outline_lines (void)
{
  static const char *const lines[] = { "dashed", "dotted", "double", NULL };

  return lines;
}

const char *
chase_outline_find (const char *const *words, const char *text)
{
  for (guint i = 0; text != NULL && words[i] != NULL; i++)
    if (strcmp (words[i], text) == 0)
      return words[i];
  return NULL;
}
