/* SPDX-License-Identifier: MIT */
#include "cli/source.h"

#include "cli/draw-room.h"
#include "cli/input.h"
#include "cli/problems.h"
#include "cli/terminal.h"
#include "notation/notation.h"

#include <string.h>

#include "i18n.h"

void
cli_source_free (CliSource *source)
{
  g_free (source->name);
  g_free (source->title);
  g_free (source->text);
  chase_theory_unref (source->theory);
  chase_document_unref (source->document);
  g_free (source);
}

void
cli_append_error (Cli *cli, GString *messages, const char *message)
{
  g_string_append (messages, "chase: ");
  cli_ink (messages, cli->colour_err, CLI_INK_RED, _ ("error:"));
  g_string_append_printf (messages, " %s\n", message);
}

ChaseFormat
cli_format_from_word (const char *word)
{
  g_autofree char *name = g_strconcat ("x.", word[0] == '.' ? word + 1 : word, NULL);

  return chase_format_from_name (name);
}

char *
cli_source_stem (const char *name)
{
  g_autofree char *base = g_path_get_basename (name);
  char *dot = strrchr (base, '.');

  if (strcmp (name, "-") == 0)
    return g_strdup ("diagram");
  if (dot != NULL && dot != base)
    *dot = '\0';
  return g_utf8_make_valid (base, -1);
}

static ChaseFormat
find_format (const char *name, GBytes *bytes)
{
  ChaseFormat format = CHASE_FORMAT_UNKNOWN;
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  if (strcmp (name, "-") != 0)
    format = chase_format_from_name (name);
  return format != CHASE_FORMAT_UNKNOWN ? format
                                        : chase_format_sniff (text != NULL ? text : "", length);
}

/* Puts the text to be read into @source: the bytes, or for a picture the .chase text inside them.
 */
static gboolean
take_text (Cli *cli, CliSource *source, GBytes *bytes, GError **error)
{
  const char *text = g_bytes_get_data (bytes, &source->length);
  const CliDrawRoom *room;

  source->embedded = chase_format_holds_source (source->format, text, source->length);
  if (source->embedded)
    {
      room = cli_draw_room (cli, error);
      if (room == NULL)
        return FALSE;
      source->text = room->extract_source (bytes, error);
      if (source->text == NULL)
        return FALSE;
      source->length = strlen (source->text);
      return TRUE;
    }
  source->text = g_malloc (source->length + 1);
  if (source->length > 0)
    memcpy (source->text, text, source->length);
  source->text[source->length] = '\0';
  return TRUE;
}

static ChaseDocument *
read_text (Cli *cli, const CliSource *source, GPtrArray *problems)
{
  g_autofree char *stem = cli_source_stem (source->name);
  const ChaseReadOptions options = { .stem = stem, .drawing_only = cli_flag (cli, "drawing-only") };

  if (source->format == CHASE_FORMAT_CHASE || source->embedded)
    return chase_notation_parse (source->text, source->length, problems);
  return chase_interchange_read_with (source->format, source->text, source->length, &options,
                                      problems);
}

gboolean
cli_source_is_foreign (const CliSource *source)
{
  return !source->embedded && chase_format_can_read (source->format);
}

/* A file of another program is read although some of its diagrams cannot be. */
static gboolean
is_usable (const CliSource *source, const GPtrArray *problems)
{
  if (!chase_problems_has_error (problems))
    return TRUE;
  return cli_source_is_foreign (source)
         && chase_document_nth (source->document, CHASE_ITEM_DIAGRAM, 0) != NULL;
}

static gboolean
check_readable (const CliSource *source, GError **error)
{
  if (source->format == CHASE_FORMAT_UNKNOWN)
    {
      g_set_error (error, CLI_ERROR, CLI_ERROR_INPUT,
                   _ ("%s is in no format that chase knows; --from can name one"), source->title);
      return FALSE;
    }
  if (chase_format_can_read (source->format) || source->format == CHASE_FORMAT_CHASE
      || source->format == CHASE_FORMAT_SVG || source->format == CHASE_FORMAT_PNG
      || source->format == CHASE_FORMAT_PDF)
    return TRUE;
  g_set_error (error, CLI_ERROR, CLI_ERROR_INPUT, _ ("%s is %s, which can be written but not read"),
               source->title, chase_format_title (source->format));
  return FALSE;
}

CliSource *
cli_source_read (Cli *cli, const char *name, ChaseFormat format, CliSourceCare care,
                 GString *messages)
{
  g_autoptr (CliSource) source = g_new0 (CliSource, 1);
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = cli_input_read (name, &error);

  source->name = g_strdup (name);
  source->title = cli_input_title (name);
  if (bytes != NULL)
    source->format = format != CHASE_FORMAT_UNKNOWN ? format : find_format (name, bytes);
  if (bytes == NULL || !check_readable (source, &error) || !take_text (cli, source, bytes, &error))
    {
      cli_append_error (cli, messages, error->message);
      return NULL;
    }
  source->document = read_text (cli, source, problems);
  if (care == CLI_SOURCE_VALID)
    source->theory
        = cli_problems_validate (source->document, source->text, source->length, problems);
  cli_problems_append (cli, messages, source->title, source->text, source->length, problems);
  return is_usable (source, problems) ? g_steal_pointer (&source) : NULL;
}

static ChaseItem *
claim_of (const ChaseItem *diagram)
{
  ChaseItem *check = chase_item_new (CHASE_ITEM_CHECK);

  check->line = diagram->line;
  check->column = 1;
  check->proposition = chase_proposition_new (CHASE_PROPOSITION_COMMUTES);
  chase_proposition_take (&check->proposition->terms, chase_term_new_name (diagram->name));
  return check;
}

void
cli_source_claim_diagrams (CliSource *source)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_item_unref);
  ChaseItem *item;

  if (cli_source_is_foreign (source))
    {
      for (guint i = 0; i < chase_document_n_items (source->document); i++)
        g_ptr_array_add (items, chase_item_ref (chase_document_get_item (source->document, i)));
      for (guint i = 0;
           (item = chase_document_nth (source->document, CHASE_ITEM_DIAGRAM, i)) != NULL; i++)
        g_ptr_array_add (items, claim_of (item));
      chase_document_unref (source->document);
      source->document = chase_document_new_take (g_ptr_array_ref (items), NULL);
      if (source->theory != NULL)
        {
          chase_theory_unref (source->theory);
          source->theory = chase_theory_new (source->document, NULL);
        }
    }
  g_ptr_array_unref (items);
}

CliSource *
cli_source_open (Cli *cli, const char *name, CliSourceCare care)
{
  g_autoptr (GString) messages = g_string_new (NULL);
  CliSource *source = cli_source_read (cli, name, CHASE_FORMAT_UNKNOWN, care, messages);

  if (messages->len > 0)
    cli_write_error (cli, messages->str);
  return source;
}

gboolean
cli_source_format (Cli *cli, ChaseFormat *format)
{
  const char *word = cli_text (cli, "from");

  *format = word != NULL ? cli_format_from_word (word) : CHASE_FORMAT_UNKNOWN;
  if (word == NULL || *format != CHASE_FORMAT_UNKNOWN)
    return TRUE;
  cli_error (cli, "it is one of chase, tex, json, url, gv, typ, svg, png, pdf or html",
             "there is no format “%s”", word);
  return FALSE;
}
