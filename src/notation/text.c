/* SPDX-License-Identifier: MIT */
#include "notation/parser.h"

#include <string.h>

#define REPLACEMENT "\357\277\275"
#define BYTE_ORDER_MARK "\357\273\277"

/* Returns the end of the longest good run at @text: valid UTF-8 without NULs. */
static const char *
good_run (const char *text, const char *end)
{
  const char *stop = text;

  /* Most texts are ASCII for long. */
  while (end - stop >= 8)
    {
      guint64 eight;

      memcpy (&eight, stop, 8);
      /* A byte is 0 or above 127 where the high bit of one of these is set. */
      if (((eight | (eight - 0x0101010101010101)) & 0x8080808080808080) != 0)
        break;
      stop += 8;
    }
  g_utf8_validate_len (stop, (gsize)(end - stop), &stop);
  return stop;
}

static gboolean
is_utf16 (const char *text, gsize length)
{
  return length >= 2 && (memcmp (text, "\377\376", 2) == 0 || memcmp (text, "\376\377", 2) == 0);
}

/* Counts lines and columns of the text as it is copied. */
typedef struct
{
  guint line;
  guint column;
} Place;

static void
walk (Place *place, const char *from, const char *to)
{
  for (const char *p = from; p < to; p++)
    {
      gboolean newline = *p == '\n' || (*p == '\r' && !(p + 1 < to && p[1] == '\n'));

      if (newline)
        {
          place->line++;
          place->column = 1;
        }
      else if (((guint8)*p & 0xC0) != 0x80 && *p != '\r')
        place->column++;
    }
}

/* Replaces each bad byte by U+FFFD; reports the first one of each line. */
static char *
patch (const char *text, const char *end, GPtrArray *problems)
{
  GString *clean = g_string_sized_new ((gsize)(end - text) + 64);
  Place place = { 1, 1 };
  guint reported_line = 0;

  while (text < end)
    {
      const char *stop = good_run (text, end);

      g_string_append_len (clean, text, stop - text);
      walk (&place, text, stop);
      if (stop == end)
        break;
      if (place.line != reported_line
          && (problems == NULL || problems->len < CHASE_NOTATION_MAX_PROBLEMS))
        {
          if (*stop == '\0')
            chase_problems_error (problems, place.line, place.column, 1, NULL,
                                  "a NUL byte is no text");
          else
            chase_problems_error (problems, place.line, place.column, 1, "save the file as UTF-8",
                                  "the byte 0x%02X is not valid UTF-8", (guint8)*stop);
        }
      reported_line = place.line;
      g_string_append (clean, REPLACEMENT);
      place.column++;
      text = stop + 1;
    }
  return g_string_free (clean, FALSE);
}

char *
notation_clean_text (const char *text, gsize length, GPtrArray *problems, gboolean *patched)
{
  const char *end;

  *patched = FALSE;
  if (length == 0)
    return g_strdup ("");
  end = text + length;
  if (is_utf16 (text, length))
    {
      chase_problems_error (problems, 1, 1, 1, "save the file as UTF-8", "the file is UTF-16");
      return NULL;
    }
  if (length >= 3 && memcmp (text, BYTE_ORDER_MARK, 3) == 0)
    text += 3;
  if (good_run (text, end) == end)
    return g_strndup (text, (gsize)(end - text));
  *patched = TRUE;
  return patch (text, end, problems);
}
