/* SPDX-License-Identifier: MIT */
#include "cli/refresh.h"

#include "cli/drawings.h"
#include "cli/input.h"
#include "cli/macros.h"
#include "cli/terminal.h"
#include "cli/words.h"
#include "cli/writing.h"

#include <string.h>

#include "i18n.h"

#define MARK "arrowchase:"

/* So often a paper is read again that somebody else wrote meanwhile. */
#define TRIES 5

/* A paper on its way: what was read, what is written so far. */
typedef struct
{
  Cli *cli;
  const char *name;
  const char *text;
  gsize length;
  gsize copied; /* up to here the text is in @out */
  GString *out;
  CliOutput *output;
  CliRefreshed *refreshed;
} Paper;

/* A comment that asks for a diagram. */
typedef struct
{
  char *file;    /* beside the paper */
  char *diagram; /* or NULL */
  gsize line;    /* where its line begins */
  gsize behind;  /* behind its line */
} Request;

static void
request_clear (Request *request)
{
  g_free (request->file);
  g_free (request->diagram);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, request_clear)

static gsize
line_end (const Paper *paper, gsize at)
{
  const char *newline = memchr (paper->text + at, '\n', paper->length - at);

  return newline != NULL ? (gsize)(newline - paper->text) + 1 : paper->length;
}

static gsize
skip_spaces (const Paper *paper, gsize at, gsize end)
{
  while (at < end && (paper->text[at] == ' ' || paper->text[at] == '\t'))
    at++;
  return at;
}

/* A file's name is one word, or stands in quotes; a diagram's name is the rest of the line. */
static void
split_request (Request *request, char *words)
{
  char *end;

  g_strstrip (words);
  if (*words == '"' && (end = strchr (words + 1, '"')) != NULL)
    words++;
  else
    end = words + strcspn (words, " \t");
  request->diagram = *end != '\0' ? g_strstrip (g_strdup (end + 1)) : NULL;
  if (request->diagram != NULL && *request->diagram == '\0')
    g_clear_pointer (&request->diagram, g_free);
  request->file = g_strndup (words, (gsize)(end - words));
}

/* Is the line at @at a comment that asks for a diagram? */
static gboolean
read_request (const Paper *paper, gsize at, Request *request)
{
  gsize end = line_end (paper, at);
  gsize from = skip_spaces (paper, at, end);
  g_autofree char *words = NULL;

  while (from < end && paper->text[from] == '%')
    from++;
  if (from == skip_spaces (paper, at, end))
    return FALSE;
  from = skip_spaces (paper, from, end);
  if (end - from < strlen (MARK) || memcmp (paper->text + from, MARK, strlen (MARK)) != 0)
    return FALSE;
  from += strlen (MARK);
  words = g_strndup (paper->text + from, end - from);
  *request = (Request){ .line = at, .behind = end };
  split_request (request, words);
  return TRUE;
}

static gboolean
is_at (const Paper *paper, gsize at, const char *word)
{
  return paper->length - at >= strlen (word) && memcmp (paper->text + at, word, strlen (word)) == 0;
}

/* Behind blanks, further comments, and what opens a formula: where the diagram of a comment stands.
 */
static gsize
skip_opening (const Paper *paper, gsize at)
{
  static const char *const openings[] = { "\\[",
                                          "$$",
                                          "$",
                                          "\\centering",
                                          "\\begin{equation}",
                                          "\\begin{equation*}",
                                          "\\begin{center}",
                                          "\\begin{displaymath}",
                                          "{",
                                          NULL };

  for (gboolean found = TRUE; found && at < paper->length;)
    {
      found = FALSE;
      while (at < paper->length && g_ascii_isspace (paper->text[at]))
        at++;
      for (guint i = 0; openings[i] != NULL && !found; i++)
        if (at < paper->length && is_at (paper, at, openings[i]))
          {
            at += strlen (openings[i]);
            found = TRUE;
          }
      if (!found && at < paper->length && is_at (paper, at, "\\label{"))
        {
          const char *close = memchr (paper->text + at, '}', paper->length - at);

          if (close == NULL)
            break;
          at = (gsize)(close - paper->text) + 1;
          found = TRUE;
        }
    }
  return at;
}

/* Finds the environment that begins at @at. */
static gboolean
find_environment (const Paper *paper, gsize at, gsize *end)
{
  static const char close[] = "\\end{tikzcd}";
  const char *found;

  if (at >= paper->length || !is_at (paper, at, "\\begin{tikzcd}"))
    return FALSE;
  found = g_strstr_len (paper->text + at, (gssize)(paper->length - at), close);
  if (found == NULL)
    return FALSE;
  *end = (gsize)(found - paper->text) + strlen (close);
  /* Another environment begins before this one ends: it has lost its end. */
  found = g_strstr_len (paper->text + at + 1, (gssize)(*end - at - 1), "\\begin{tikzcd}");
  return found == NULL;
}

/* \includegraphics[...]{picture.pdf} at @at: the picture's name. */
static char *
find_picture (const Paper *paper, gsize at)
{
  g_autofree char *line = NULL;
  g_autoptr (GRegex) form
      = g_regex_new ("^\\\\includegraphics\\s*(?:\\[[^\\]]*\\])?\\s*\\{([^{}]+)\\}", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  if (at >= paper->length)
    return NULL;
  line = g_strndup (paper->text + at, MIN (paper->length - at, 1000));
  if (!g_utf8_validate (line, -1, NULL) || !g_regex_match (form, line, 0, &match))
    return NULL;
  return g_match_info_fetch (match, 1);
}

static void
copy_up_to (Paper *paper, gsize at)
{
  g_string_append_len (paper->out, paper->text + paper->copied, (gssize)(at - paper->copied));
  paper->copied = at;
}

/* The blanks before @at on its line. */
static char *
indent_at (const Paper *paper, gsize at)
{
  gsize start = at;

  while (start > 0 && paper->text[start - 1] != '\n')
    start--;
  return g_strndup (paper->text + start, skip_spaces (paper, start, at) - start);
}

/* How the lines of the paper end. */
static const char *
line_break (const Paper *paper)
{
  const char *first = memchr (paper->text, '\n', paper->length);

  return first != NULL && first > paper->text && first[-1] == '\r' ? "\r\n" : "\n";
}

/* Without the line's end behind it, every line but the first indented. */
static char *
indented (const Paper *paper, const char *text, const char *indent)
{
  g_autofree char *trimmed = g_strchomp (g_strdup (text));
  g_auto (GStrv) lines = g_strsplit (trimmed, "\n", -1);
  g_autofree char *separator = g_strconcat (line_break (paper), indent, NULL);

  return g_strjoinv (separator, lines);
}

static char *
beside (const Paper *paper, const char *file)
{
  g_autofree char *folder = g_path_get_dirname (paper->name);

  if (g_path_is_absolute (file) || strcmp (folder, ".") == 0)
    return g_strdup (file);
  return g_build_filename (folder, file, NULL);
}

static void
note_source (Paper *paper, const char *file)
{
  for (guint i = 0; i < paper->refreshed->sources->len; i++)
    if (strcmp (g_ptr_array_index (paper->refreshed->sources, i), file) == 0)
      return;
  g_ptr_array_add (paper->refreshed->sources, g_strdup (file));
}

static void
say_place (Paper *paper, const Request *request, const char *message)
{
  g_autofree char *title = cli_input_title (paper->name);
  guint line = 1;

  for (gsize at = 0; at < request->line; at++)
    line += paper->text[at] == '\n';
  cli_error (paper->cli, NULL, "%s:%u: %s", title, line, message);
  paper->refreshed->failed = TRUE;
}

static void
replace_environment (Paper *paper, CliSource *source, const Request *request)
{
  gsize start = skip_opening (paper, request->behind);
  gsize end;
  gboolean present = find_environment (paper, start, &end);
  g_autofree char *indent = indent_at (paper, present ? start : request->behind - 1);
  g_autofree char *text = cli_source_tikzcd (paper->cli, source);
  g_autofree char *written = text != NULL ? indented (paper, text, indent) : NULL;

  if (written == NULL)
    {
      say_place (paper, request, _ ("the diagram could not be written"));
      return;
    }
  if (!present && start < paper->length && is_at (paper, start, "\\begin{tikzcd}"))
    {
      say_place (paper, request, _ ("the environment behind this comment has no \\end{tikzcd}"));
      return;
    }
  if (present && end - start == strlen (written)
      && memcmp (paper->text + start, written, end - start) == 0)
    return;
  copy_up_to (paper, present ? start : request->behind);
  if (!present)
    g_string_append_printf (paper->out, "%s%s%s%s",
                            paper->text[request->behind - 1] == '\n' ? "" : line_break (paper),
                            indent, written, line_break (paper));
  else
    g_string_append (paper->out, written);
  paper->copied = present ? end : request->behind;
  paper->refreshed->n_changed++;
}

static void
draw_picture (Paper *paper, CliSource *source, const Request *request, const char *picture)
{
  g_autofree char *with_ending
      = strrchr (picture, '.') != NULL ? g_strdup (picture) : g_strconcat (picture, ".pdf", NULL);
  g_autofree char *name = beside (paper, with_ending);
  g_autofree char *folder = g_path_get_dirname (name);
  ChaseFormat format = chase_format_from_name (name);

  /* It alone is left out: what else the paper asks for is written. */
  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    say_place (paper, request, _ ("the folder of this picture is missing: make it"));
  else if (format != CHASE_FORMAT_PDF && format != CHASE_FORMAT_PNG && format != CHASE_FORMAT_SVG)
    say_place (paper, request, _ ("the picture is none that chase draws: .pdf, .png or .svg"));
  else if (cli_write_source (paper->cli, source, name, format, paper->output) != CLI_DONE)
    say_place (paper, request, _ ("the picture could not be drawn"));
}

static void
refresh (Paper *paper, const Request *request)
{
  g_autofree char *file = beside (paper, request->file);
  g_autoptr (CliSource) source = NULL;
  g_autofree char *picture = find_picture (paper, skip_opening (paper, request->behind));

  paper->refreshed->n_comments++;
  note_source (paper, file);
  source = cli_source_open (paper->cli, file, CLI_SOURCE_VALID);
  if (source == NULL || !cli_take_macros (paper->cli, source))
    {
      say_place (paper, request, _ ("what this comment asks for could not be read"));
      return;
    }
  cli_set_text (paper->cli, "diagram", request->diagram);
  if (picture != NULL)
    draw_picture (paper, source, request, picture);
  else
    replace_environment (paper, source, request);
  cli_set_text (paper->cli, "diagram", NULL);
}

static void
scan (Paper *paper)
{
  for (gsize at = 0; at < paper->length; at = line_end (paper, at))
    {
      g_auto (Request) request = { 0 };

      if (at < paper->copied || !read_request (paper, at, &request))
        continue;
      if (*request.file == '\0')
        say_place (paper, &request, _ ("this comment names no file"));
      else
        refresh (paper, &request);
    }
  copy_up_to (paper, paper->length);
}

/* Is the file still what was read? An editor may have written it since. */
static gboolean
is_as_read (const Paper *paper)
{
  g_autoptr (GBytes) bytes = cli_input_read (paper->name, NULL);
  gsize length;
  const char *text = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;

  return bytes != NULL && length == paper->length
         && (length == 0 || memcmp (text, paper->text, length) == 0);
}

static gboolean
write_paper (Paper *paper)
{
  g_autofree char *backup = g_strconcat (paper->name, "~", NULL);
  g_autofree char *before = g_strndup (paper->text, paper->length);

  if (paper->refreshed->n_changed > 0)
    {
      cli_output_add_text (paper->output, backup, before);
      cli_output_add_text (paper->output, paper->name, paper->out->str);
    }
  cli_output_drop_same (paper->output);
  return cli_output_n_files (paper->output) == 0
         || cli_output_finish (paper->output, paper->cli) == CLI_DONE;
}

/* One reading and, where the paper is still as it was read, one writing. *@stale says that it is
 * not. */
static gboolean
refresh_once (Cli *cli, const char *name, CliRefreshed *refreshed, gboolean *stale)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = cli_input_read (name, &error);
  g_autoptr (CliOutput) output = cli_output_new ();
  g_autoptr (GString) out = g_string_new (NULL);
  Paper paper = { .cli = cli, .name = name, .out = out, .output = output, .refreshed = refreshed };

  refreshed->sources = g_ptr_array_new_with_free_func (g_free);
  if (bytes == NULL)
    {
      cli_error (cli, NULL, "%s", error->message);
      return FALSE;
    }
  paper.text = g_bytes_get_data (bytes, &paper.length);
  if (paper.length > 0 && memchr (paper.text, '\0', paper.length) != NULL)
    {
      cli_error (cli, NULL, "%s is no text", name);
      return FALSE;
    }
  scan (&paper);
  *stale = refreshed->n_changed > 0 && !is_as_read (&paper);
  return *stale || write_paper (&paper);
}

gboolean
cli_refresh_paper (Cli *cli, const char *name, CliRefreshed *refreshed)
{
  for (guint i = 0; i < TRIES; i++)
    {
      gboolean stale = FALSE;

      cli_refreshed_clear (refreshed);
      *refreshed = (CliRefreshed){ 0 };
      if (!refresh_once (cli, name, refreshed, &stale))
        return FALSE;
      if (!stale)
        return TRUE;
    }
  cli_error (cli, NULL, "%s changes while it is read: it is left alone", name);
  refreshed->n_changed = 0;
  return FALSE;
}

void
cli_refreshed_clear (CliRefreshed *refreshed)
{
  g_clear_pointer (&refreshed->sources, g_ptr_array_unref);
}
