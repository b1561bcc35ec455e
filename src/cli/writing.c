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

#include "i18n.h"

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
    cli_error (cli,
               _ ("it is one of chase, tex, json, url, gv, typ, v, lean, svg, png, pdf or html"),
               "there is no format “%s”", word);
  else
    cli_error (cli,
               _ ("--to names one: chase, tex, json, url, gv, typ, v, lean, svg, png, pdf or html"),
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
diagrams_text (Cli *cli, const CliSource *source, const GPtrArray *diagrams, ChaseFormat format,
               gboolean unlinked, GPtrArray *problems)
{
  g_autofree char *macros = chase_document_dup_macros (source->document);
  const ChaseInterchangeOptions options = {
    .standalone = cli_flag (cli, "standalone"),
    .cramped = cli_flag (cli, "cramped"),
    .centre = cli_flag (cli, "display"),
    .equation = cli_flag (cli, "equation"),
    .quiver_sty = cli_flag (cli, "quiver-sty"),
    .overlays = cli_flag (cli, "overlays"),
    .fresh = cli_flag (cli, "fresh"),
    .unlinked = unlinked,
    .macros = macros,
  };

  return chase_interchange_write_diagrams (format, diagrams, &options, problems);
}

/* The same after a layout where one is needed, with what there is to say said. */
static char *
placed_text (Cli *cli, const CliSource *source, GPtrArray *diagrams, ChaseFormat format,
             gboolean unlinked)
{
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autoptr (GString) messages = g_string_new (NULL);
  g_autofree char *text = NULL;

  if (needs_positions (format) && !place_all (cli, source, diagrams))
    return NULL;
  text = diagrams_text (cli, source, diagrams, format, unlinked, problems);
  cli_problems_append (cli, messages, source->title, source->text, source->length, problems);
  cli_write_error (cli, messages->str);
  return chase_problems_has_error (problems) ? NULL : g_steal_pointer (&text);
}

static CliStatus
write_text (Cli *cli, const CliSource *source, GPtrArray *diagrams, const char *name,
            ChaseFormat format, CliOutput *output)
{
  g_autofree char *text = placed_text (cli, source, diagrams, format, FALSE);

  if (text == NULL)
    return CLI_WRONG;
  cli_output_add_text (output, name, text);
  return CLI_DONE;
}

char *
cli_source_tikzcd (Cli *cli, const CliSource *source)
{
  g_autoptr (GPtrArray) diagrams = cli_open_diagrams (cli, source);

  if (diagrams == NULL)
    return NULL;
  if (diagrams->len != 1)
    {
      cli_error (cli, "name one behind the file",
                 P_ ("%s has %u diagram", "%s has %u diagrams", diagrams->len), source->title,
                 diagrams->len);
      return NULL;
    }
  return placed_text (cli, source, diagrams, CHASE_FORMAT_TIKZCD, TRUE);
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
                           .verdicts = cli_flag (cli, "verdicts"),
                           .thumbnail = cli_whole (cli, "thumbnail", 0),
                           .animate = cli_flag (cli, "animate") };

  if (pictures.thumbnail > 0 && format != CHASE_FORMAT_PNG)
    {
      cli_error (cli, "add --to png", "--thumbnail is for PNG");
      return CLI_WRONG;
    }
  /* One picture stands for the file. */
  if (pictures.thumbnail > 0 && diagrams->len > 1)
    g_ptr_array_set_size (diagrams, 1);
  if (pictures.animate && format != CHASE_FORMAT_SVG)
    {
      cli_error (cli, "an HTML page plays by itself", "--animate is for SVG");
      return CLI_WRONG;
    }
  if (pictures.animate && pictures.steps)
    {
      cli_error (cli, NULL, "--animate shows the steps one after the other: leave out --steps");
      return CLI_WRONG;
    }
  if (cli_pictures_draw (cli, &pictures, output, &error))
    return CLI_DONE;
  cli_error (cli, NULL, "%s: %s", source->title, error->message);
  return CLI_WRONG;
}

/* The proofs are those of the checks, whatever is drawn. */
static CliStatus
write_proofs (Cli *cli, const CliSource *source, const char *name, ChaseFormat format,
              CliOutput *output)
{
  g_autofree char *text = NULL;

  if (cli_text (cli, "diagram") != NULL || cli_text (cli, "view") != NULL)
    {
      cli_error (cli, NULL, "--%s chooses a drawing: Rocq takes the checks of the whole file",
                 cli_text (cli, "diagram") != NULL ? "diagram" : "view");
      return CLI_WRONG;
    }
  text = cli_proofs_text (cli, source,
                          format == CHASE_FORMAT_LEAN ? CHASE_PROOFS_LEAN : CHASE_PROOFS_ROCQ);
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
  if (format == CHASE_FORMAT_ROCQ || format == CHASE_FORMAT_LEAN)
    return write_proofs (cli, source, name, format, output);
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
