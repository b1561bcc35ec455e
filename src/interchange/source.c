/* SPDX-License-Identifier: MIT */
#include "interchange/source-private.h"
#include "i18n.h"

/* A file that is wrong everywhere is told so often, and no more: the rest of the list would not be
 * read. */
#define REPORTS_MAX 500
/* No more than this is marked with a caret. */
#define MARK_MAX 200

void
chase_source_init (ChaseSource *source, const char *text, gsize length, GPtrArray *problems)
{
  *source = (ChaseSource){
    .text = text, .length = length, .problems = problems, .line = 1, .column = 1
  };
}

static gboolean
starts_character (char c)
{
  return ((guint8)c & 0xc0) != 0x80;
}

static void
seek (ChaseSource *source, gsize offset)
{
  offset = MIN (offset, source->length);
  if (offset < source->at)
    {
      source->at = 0;
      source->line = 1;
      source->column = 1;
    }
  for (; source->at < offset; source->at++)
    if (source->text[source->at] == '\n')
      {
        source->line++;
        source->column = 1;
      }
    else if (starts_character (source->text[source->at]))
      source->column++;
}

guint
chase_source_line (ChaseSource *source, gsize offset)
{
  seek (source, offset);
  return source->line;
}

static guint
characters (const ChaseSource *source, gsize bytes)
{
  guint n = 0;

  for (gsize i = source->at; i < source->length && i < source->at + MIN (bytes, MARK_MAX); i++)
    {
      if (source->text[i] == '\n')
        break;
      n += starts_character (source->text[i]);
    }
  return MAX (n, 1);
}

static void
report (ChaseSource *source, ChaseSeverity severity, gsize offset, gsize bytes, const char *hint,
        const char *message)
{
  guint length;

  if (source->problems == NULL || source->reports >= REPORTS_MAX)
    return;
  seek (source, offset);
  length = characters (source, bytes);
  source->reports++;
  if (source->reports == REPORTS_MAX)
    chase_problems_warning (source->problems, source->line, source->column, length, NULL,
                            "too many problems: those after this place are not listed");
  else if (severity == CHASE_SEVERITY_ERROR)
    chase_problems_error (source->problems, source->line, source->column, length, hint, "%s",
                          message);
  else
    chase_problems_warning (source->problems, source->line, source->column, length, hint, "%s",
                            message);
}

void
chase_source_error (ChaseSource *source, gsize offset, gsize bytes, const char *hint,
                    const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (CHASE_WORDS (format), args);
  va_end (args);
  report (source, CHASE_SEVERITY_ERROR, offset, bytes, hint, message);
}

void
chase_source_warn (ChaseSource *source, gsize offset, gsize bytes, const char *hint,
                   const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (CHASE_WORDS (format), args);
  va_end (args);
  report (source, CHASE_SEVERITY_WARNING, offset, bytes, hint, message);
}

void
chase_source_pass_on (ChaseSource *source, gsize offset, const GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const ChaseProblem *problem = g_ptr_array_index (problems, i);

      report (source, problem->severity, offset, 1, problem->hint, problem->message);
    }
}
