/* SPDX-License-Identifier: MIT */
#include "cli/macros.h"

#include "cli/draw-room.h"
#include "cli/input.h"
#include "cli/terminal.h"
#include "notation/notation.h"
#include "i18n.h"

/* The definitions of @text that @document needs. Caller frees. */
static char *
needed (const CliDrawRoom *room, const char *text, const ChaseDocument *document)
{
  g_autofree char *uses = chase_notation_print (document, CHASE_NOTATION_ASCII);
  ChaseMacros *macros = room->macros_new ();
  char *used;

  room->macros_parse (macros, text);
  used = room->macros_used (macros, uses);
  room->macros_unref (macros);
  return used;
}

gboolean
cli_take_macros (Cli *cli, CliSource *source)
{
  const char *name = cli_text (cli, "macros");
  const CliDrawRoom *room = name != NULL ? cli_draw_room (cli, NULL) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  g_autofree char *used = NULL;
  g_autoptr (ChaseItem) item = NULL;
  ChaseDocument *document;
  gsize length;
  const char *data;

  if (name == NULL)
    return TRUE;
  bytes = cli_input_read (name, &error);
  if (bytes != NULL && room == NULL)
    room = cli_draw_room (cli, &error);
  if (bytes == NULL || room == NULL)
    {
      cli_error (cli, NULL, "%s", error->message);
      return FALSE;
    }
  data = g_bytes_get_data (bytes, &length);
  text = g_utf8_make_valid (data != NULL ? data : "", (gssize)length);
  used = needed (room, text, source->document);
  item = chase_item_new_macros (used);
  if (*item->tex == '\0')
    return TRUE;
  document = chase_document_insert (source->document, 0, item);
  chase_document_unref (source->document);
  source->document = document;
  return TRUE;
}

void
cli_warn_of_labels (Cli *cli, const CliSource *source, GPtrArray *problems)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < problems->len; i++)
    {
      const char *what = g_ptr_array_index (problems, i);

      if (*what != '\\')
        cli_note (cli, "%s: %s", source->title, what);
      else
        g_string_append_printf (names, "%s%s", n++ > 0 ? ", " : "", what);
    }
  if (n > 0)
    cli_note (cli,
              P_ ("%s: not defined, and drawn as its name: %s (a macros block or --macros FILE "
                  "defines it)",
                  "%s: not defined, and drawn as their names: %s (a macros block or --macros FILE "
                  "defines them)",
                  n),
              source->title, names->str);
}
