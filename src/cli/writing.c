/* SPDX-License-Identifier: MIT */
#include "cli/writing.h"

#include "cli/drawings.h"
#include "cli/input.h"
#include "cli/picture.h"
#include "cli/placing.h"
#include "cli/problems.h"
#include "cli/proofs.h"
#include "cli/terminal.h"
#include "cli/words.h"
#include "notation/notation.h"

#include <string.h>

#define FORMATS "chase, tex, json, url, gv, typ, v, svg, png or pdf"

ChaseFormat
cli_target_format (Cli *cli, const char *name, ChaseFormat otherwise)
{
  const char *word = cli_text (cli, "to");
  g_autofree char *shown = cli_show (name);
  ChaseFormat format;

  if (word == NULL && strcmp (name, "-") == 0)
    return otherwise;
  format = word != NULL ? cli_format_from_word (word) : chase_format_from_name (name);
  if (format != CHASE_FORMAT_UNKNOWN)
    return format;
  if (word != NULL)
    cli_error (cli, "it is one of " FORMATS, "there is no format “%s”", word);
  else
    cli_error (cli, "--to names one: " FORMATS,
               "the ending of %s does not say which format is meant", shown);
  return CHASE_FORMAT_UNKNOWN;
}

gboolean
cli_target_check (Cli *cli, const CliSource *source, const char *name)
{
  g_autofree char *shown = cli_show (name);

  if (strcmp (name, "-") == 0 || strcmp (source->name, "-") == 0
      || !cli_same_file (source->name, name))
    return TRUE;
  cli_error (cli, NULL, "%s is the input itself: writing there would destroy it", shown);
  return FALSE;
}

static gboolean
needs_positions (ChaseFormat format)
{
  return format == CHASE_FORMAT_TIKZCD || format == CHASE_FORMAT_QUIVER_JSON
         || format == CHASE_FORMAT_QUIVER_URL || format == CHASE_FORMAT_FLETCHER;
}

/* Gives each of @diagrams the positions that it lacks. */
static gboolean
place_all (Cli *cli, const CliSource *source, GPtrArray *diagrams)
{
  ChaseLayoutOptions layout = { .engine = CHASE_LAYOUT_AUTO };

  for (guint i = 0; i < diagrams->len; i++)
    {
      ChaseDiagram *diagram = g_ptr_array_index (diagrams, i);
      g_autoptr (GError) error = NULL;
      ChaseDiagram *placed;

      if (chase_diagram_is_placed (diagram))
        continue;
      placed = cli_place_diagram (cli, diagram, &layout, &error);
      if (placed == NULL)
        {
          cli_error (cli, NULL, "%s: %s", source->title, error->message);
          return FALSE;
        }
      g_ptr_array_index (diagrams, i) = placed;
      chase_diagram_unref (diagram);
    }
  return TRUE;
}

/* All of @diagrams in @format, or NULL with the reason in @problems. */
static char *
diagrams_text (Cli *cli, const GPtrArray *diagrams, ChaseFormat format, GPtrArray *problems)
{
  g_autoptr (GString) text = g_string_new (NULL);
  ChaseInterchangeOptions options;

  chase_interchange_options_init (&options);
  options.standalone = cli_flag (cli, "standalone");
  for (guint i = 0; i < diagrams->len; i++)
    {
      g_autofree char *one = chase_interchange_write_diagram (
          format, g_ptr_array_index (diagrams, i), &options, problems);

      if (one == NULL)
        return NULL;
      g_string_append (text, one);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static CliStatus
write_text (Cli *cli, const CliSource *source, GPtrArray *diagrams, const char *name,
            ChaseFormat format, CliOutput *output)
{
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autoptr (GString) messages = g_string_new (NULL);
  g_autofree char *text = NULL;

  if (needs_positions (format) && !place_all (cli, source, diagrams))
    return CLI_WRONG;
  text = diagrams_text (cli, diagrams, format, problems);
  cli_problems_append (cli, messages, source->title, source->text, source->length, problems);
  cli_write_error (cli, messages->str);
  if (text == NULL || chase_problems_has_error (problems))
    return CLI_WRONG;
  cli_output_add_text (output, name, text);
  return CLI_DONE;
}

static CliStatus
write_pictures (Cli *cli, const CliSource *source, GPtrArray *diagrams, const char *name,
                ChaseFormat format, CliOutput *output)
{
  g_autoptr (GError) error = NULL;
  CliPictures pictures = { .source = source,
                           .diagrams = diagrams,
                           .name = name,
                           .format = format,
                           .steps = cli_flag (cli, "steps"),
                           .verdicts = cli_flag (cli, "verdicts") };

  if (cli_pictures_draw (cli, &pictures, output, &error))
    return CLI_DONE;
  cli_error (cli, NULL, "%s: %s", source->title, error->message);
  return CLI_WRONG;
}

/* The proofs are those of the checks, whatever is drawn. */
static CliStatus
write_proofs (Cli *cli, const CliSource *source, const char *name, CliOutput *output)
{
  g_autofree char *text = NULL;

  if (cli_text (cli, "diagram") != NULL || cli_text (cli, "view") != NULL)
    {
      cli_error (cli, NULL, "--%s chooses a drawing: Rocq takes the checks of the whole file",
                 cli_text (cli, "diagram") != NULL ? "diagram" : "view");
      return CLI_WRONG;
    }
  text = cli_proofs_text (cli, source);
  cli_output_add_text (output, name, text);
  return CLI_DONE;
}

CliStatus
cli_write_source (Cli *cli, const CliSource *source, const char *name, ChaseFormat format,
                  CliOutput *output)
{
  g_autoptr (GPtrArray) diagrams = NULL;
  g_autofree char *text = NULL;

  if (format == CHASE_FORMAT_CHASE)
    {
      text = chase_notation_print (source->document, CHASE_NOTATION_ASCII);
      cli_output_add_text (output, name, text);
      return CLI_DONE;
    }
  if (format == CHASE_FORMAT_ROCQ)
    return write_proofs (cli, source, name, output);
  if (!cli_format_is_picture (format) && !chase_format_can_write (format))
    {
      cli_error (cli, NULL, "%s can be read but not written", chase_format_title (format));
      return CLI_WRONG;
    }
  diagrams = cli_open_diagrams (cli, source);
  if (diagrams == NULL)
    return CLI_WRONG;
  if (cli_format_is_picture (format))
    return write_pictures (cli, source, diagrams, name, format, output);
  return write_text (cli, source, diagrams, name, format, output);
}
