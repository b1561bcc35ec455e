/* SPDX-License-Identifier: MIT */
#include "app/reading.h"

#include "drawing/export.h"
#include "interchange/interchange.h"
#include "notation/notation.h"

#include <string.h>

static ChaseDocument *
read_picture (const char *bytes, gsize length, GPtrArray *problems)
{
  g_autoptr (GBytes) picture = g_bytes_new_static (bytes, length);
  g_autoptr (GError) error = NULL;
  g_autofree char *source = chase_export_extract_source (picture, &error);

  if (source != NULL)
    return chase_notation_parse (source, strlen (source), problems);
  chase_problems_error (problems, 0, 0, 1, NULL, "%s", error->message);
  return chase_document_new ();
}

ChaseDocument *
chase_read_bytes (const char *bytes, gsize length, const char *name, const char *stem,
                  gboolean *native, GPtrArray *problems)
{
  ChaseFormat format = name != NULL ? chase_format_from_name (name) : CHASE_FORMAT_UNKNOWN;

  if (format == CHASE_FORMAT_UNKNOWN)
    format = chase_format_sniff (bytes, length);
  if (native != NULL)
    *native = format == CHASE_FORMAT_CHASE;
  if (format == CHASE_FORMAT_CHASE)
    return chase_notation_parse (bytes, length, problems);
  if (chase_format_holds_source (format, bytes, length))
    return read_picture (bytes, length, problems);
  if (chase_format_can_read (format))
    return chase_interchange_read (format, bytes, length, stem, problems);
  chase_problems_error (problems, 0, 0, 1, NULL, "this is no kind of file that can be read here");
  return chase_document_new ();
}
