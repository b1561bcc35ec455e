/* SPDX-License-Identifier: MIT */
#include "interchange/xymatrix-private.h"

#include "interchange/tex-private.h"

#include <string.h>

char
chase_xy_peek (const ChaseXyReader *reader)
{
  return reader->at < reader->end ? reader->text[reader->at] : '\0';
}

void
chase_xy_skip_blanks (ChaseXyReader *reader)
{
  reader->at = chase_tex_skip_blanks (reader->text, reader->at, reader->end);
}

/* Reads up to the character @close and past it; what there is of it where it does not come. */
char *
chase_xy_read_until (ChaseXyReader *reader, char close)
{
  const char *found
      = memchr (reader->text + reader->at, close, MIN (reader->end - reader->at, 200));
  gsize stop = found != NULL ? (gsize)(found - reader->text) : reader->at;
  char *inside = chase_tex_tidy (reader->text, reader->at, stop);

  reader->at = found != NULL ? stop + 1 : reader->at;
  return inside;
}

/* `\txt{Some\\text}` as LaTeX itself says it. Takes @text. */
static char *
text_of (char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\\\\", -1);
  GString *out = g_string_new (NULL);
  gboolean several = g_strv_length (lines) > 1;

  g_free (text);
  for (guint i = 0; lines[i] != NULL; i++)
    g_string_append_printf (out, "%s\\text{%s}", i > 0 ? "\\\\" : "", g_strstrip (lines[i]));
  if (several)
    {
      g_string_prepend (out, "\\substack{");
      g_string_append_c (out, '}');
    }
  return g_string_free (out, FALSE);
}

/* The line of a frame in TikZ's words: `[F=]`, `[F.]`, `[F--]`, with round corners `[F-:<3pt>]`. */
static const char *
line_of (const char *frame)
{
  if (strchr (frame, '=') != NULL)
    return ", double";
  if (strstr (frame, ":<") != NULL)
    return ", rounded corners";
  if (strchr (frame, '.') != NULL)
    return ", dotted";
  return strstr (frame, "--") != NULL ? ", dashed" : "";
}

/* A modifier in TikZ's words, a frame `[F-:red]`, a shape or a colour; or NULL. Caller frees. */
static char *
frame_of (const char *inside)
{
  const char *colour = *inside == 'F' ? strrchr (inside, ':') : NULL;
  ChaseColour unused;

  if (strcmp (inside, "o") == 0)
    return g_strdup ("circle");
  if (*inside != 'F')
    return chase_tikz_read_colour (NULL, inside, &unused) ? g_strdup (inside) : NULL;
  if (colour != NULL && chase_tikz_read_colour (NULL, colour + 1, &unused))
    return g_strdup_printf ("draw=%s%s", colour + 1, line_of (inside));
  return g_strconcat ("draw", line_of (inside), NULL);
}

char *
chase_xy_read_object_modifiers (ChaseXyReader *reader)
{
  GString *frames = g_string_new (NULL);

  while (reader->at < reader->end)
    if (chase_xy_peek (reader) == '[')
      {
        gsize stop = chase_tex_skip_bracket (reader->text, reader->at, reader->end);
        g_autofree char *inside
            = chase_tex_tidy (reader->text, reader->at + 1, MAX (stop, reader->at + 2) - 1);
        g_autofree char *frame = frame_of (inside);

        if (frame != NULL && strstr (frames->str, frame) == NULL)
          g_string_append_printf (frames, "%s%s", frames->len > 0 ? ", " : "", frame);
        reader->at = stop;
      }
    else if (chase_xy_peek (reader) == '!' && reader->at + 1 < reader->end)
      reader->at += strchr ("LRUDC", reader->text[reader->at + 1]) != NULL ? 2 : 1;
    else if (chase_xy_peek (reader) == '<')
      {
        /* A size, `+<10pt>`. */
        const char *close = memchr (reader->text + reader->at, '>', reader->end - reader->at);

        reader->at = close != NULL ? (gsize)(close - reader->text) + 1 : reader->at + 1;
      }
    else if (strchr ("+-=>", chase_xy_peek (reader)) != NULL)
      reader->at++;
    else
      break;
  return g_string_free (frames, frames->len == 0);
}

gboolean
chase_xy_at_command (const ChaseXyReader *reader, const char *command)
{
  return chase_tex_at_command (reader->text, reader->at, reader->end, command);
}

/* Without the commands that only xy-pic knows: `\labelstyle f`, `\txt{...}`. Takes @text. */
static char *
plain_of (char *text)
{
  static const char *const styles[]
      = { "\\labelstyle", "\\objectstyle", "\\textstyle", "\\SelectTips" };
  gsize n = strlen (text);

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    if (chase_tex_at_command (text, 0, n, styles[i]))
      {
        gsize at = strlen (styles[i]);

        while (i == 3 && at < n && text[at] == '{')
          at = chase_tex_skip_group (text, at, n);
        memmove (text, text + at, n - at + 1);
        return plain_of (g_strchug (text));
      }
  if (chase_tex_at_command (text, 0, n, "\\txt"))
    {
      gsize at = chase_tex_skip_blanks (text, strlen ("\\txt"), n);

      if (at < n && text[at] == '{' && chase_tex_skip_group (text, at, n) == n)
        {
          memmove (text, text + at, n - at + 1);
          return text_of (chase_tex_unbrace (text));
        }
    }
  return text;
}

char *
chase_xy_read_argument (ChaseXyReader *reader)
{
  gsize start, stop;

  chase_xy_skip_blanks (reader);
  start = reader->at;
  if (start >= reader->end)
    return g_strdup ("");
  if (chase_xy_peek (reader) == '{')
    stop = chase_tex_skip_group (reader->text, start, reader->end);
  else if (chase_xy_at_command (reader, "\\txt"))
    {
      reader->at += strlen ("\\txt");
      return text_of (chase_xy_read_argument (reader));
    }
  else if (chase_xy_peek (reader) == '\\')
    stop = chase_tex_skip_command (reader->text, start, reader->end);
  else
    stop = MIN (reader->end, (gsize)(g_utf8_next_char (reader->text + start) - reader->text));
  reader->at = stop;
  return plain_of (chase_tex_unbrace (chase_tex_tidy (reader->text, start, stop)));
}
