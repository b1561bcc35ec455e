/* SPDX-License-Identifier: MIT */
#include "evidence/strict-json.h"

#include "i18n.h"

/* Evidence nests two brackets for each cancellation in a cancellation; more is refused. */
#define MAX_DEPTH 1000

const char *
chase_json_find_fault (const char *text, gsize length)
{
  gboolean string = FALSE, begun = FALSE, ended = FALSE;
  guint depth = 0;

  for (gsize i = 0; i < length; i++)
    {
      gboolean opens = text[i] == '{' || text[i] == '[';

      if (string)
        {
          if (text[i] == '\\')
            i++;
          else
            string = text[i] != '"';
          continue;
        }
      if (g_ascii_isspace (text[i]))
        continue;
      if (text[i] == '/' || text[i] == '\'')
        return _ ("a comment or a single quote, which JSON does not have");
      if (ended || (begun && opens && depth == 0))
        return _ ("more than one value; each has a line of its own");
      begun = TRUE;
      string = text[i] == '"';
      if (opens && ++depth > MAX_DEPTH)
        return _ ("nested too deeply");
      if ((text[i] == '}' || text[i] == ']') && depth > 0)
        ended = --depth == 0;
    }
  return NULL;
}
