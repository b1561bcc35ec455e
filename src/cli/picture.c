/* SPDX-License-Identifier: MIT */
#include "cli/picture.h"

#include "cli/macros.h"
#include "cli/terminal.h"
#include "cli/marks.h"
#include "cli/tales.h"
#include "interchange/interchange.h"
#include "notation/notation.h"

#include <string.h>

#include "i18n.h"

/* Does one file hold several diagrams, and the steps of each? */
static gboolean
is_one_file (ChaseFormat format)
{
  return format == CHASE_FORMAT_PDF || format == CHASE_FORMAT_HTML;
}

gboolean
cli_format_is_picture (ChaseFormat format)
{
  return format == CHASE_FORMAT_SVG || format == CHASE_FORMAT_PNG || is_one_file (format);
}

char *
cli_picture_name (const char *name, const char *part)
{
  g_autofree char *folder = g_path_get_dirname (name);
  g_autofree char *base = g_path_get_basename (name);
  g_autoptr (GString) file = g_string_new (NULL);
  char *dot = strrchr (base, '.');

  if (dot == base)
    dot = NULL;
  g_string_append_len (file, base, dot != NULL ? dot - base : (gssize)strlen (base));
  g_string_append_c (file, '-');
  for (const char *p = part; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (
          file, g_unichar_isgraph (c) && strchr ("/\\:*?\"<>|", c) == NULL ? c : '_');
    }
  g_string_append (file, dot != NULL ? dot : "");
  return strchr (name, '/') == NULL ? g_strdup (file->str)
                                    : g_build_filename (folder, file->str, NULL);
}

/* The steps that are drawn of @diagram: all at once where they are not asked for. */
static GArray *
list_steps (const CliDrawRoom *room, const CliPictures *pictures, const ChaseDiagram *diagram)
{
  GArray *steps;
  guint all = G_MAXUINT;

  if (pictures->steps)
    return room->list_steps (diagram);
  steps = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (steps, all);
  return steps;
}

static ChaseExportFormat
export_format (ChaseFormat format)
{
  if (format == CHASE_FORMAT_PNG)
    return CHASE_EXPORT_PNG;
  if (format == CHASE_FORMAT_HTML)
    return CHASE_EXPORT_HTML;
  return format == CHASE_FORMAT_PDF ? CHASE_EXPORT_PDF : CHASE_EXPORT_SVG;
}

typedef struct
{
  Cli *cli;
  const CliDrawRoom *room;
  const CliPictures *pictures;
  CliOutput *output;
  ChaseFonts *fonts;
  ChaseMacros *macros;
  ChaseExportOptions options;
  GArray *pages;     /* of ChaseExportPage */
  GHashTable *names; /* of the files so far */
} Studio;

static void
read_options (Studio *studio, const char *source)
{
  ChaseExportOptions *options = &studio->options;
  const char *background = cli_text (studio->cli, "background");

  studio->room->export_options_init (options);
  options->scale = cli_real (studio->cli, "scale", options->scale);
  options->dpi = cli_real (studio->cli, "dpi", options->dpi);
  options->margin = cli_real (studio->cli, "margin", options->margin);
  if (cli_text (studio->cli, "theme") != NULL)
    studio->room->theme_parse (cli_text (studio->cli, "theme"), &options->theme);
  if (background != NULL)
    studio->room->parse_background (background, &options->background);
  options->steps = studio->pictures->steps && studio->pictures->format == CHASE_FORMAT_PDF;
  options->animate = studio->pictures->animate;
  options->thumbnail = studio->pictures->thumbnail;
  if (options->thumbnail > 0 && background == NULL)
    options->background = 0xffffffff;
  options->source = source;
}

/*
 * What stands over a page of all diagrams: the first paragraph of the comments at the top of the
 * document where others follow it, else the name of the file; and the others, unless they stand
 * over the first diagram anyway.
 */
static void
read_heading (Studio *studio, char **title, char **notes)
{
  const ChaseDocument *document = studio->pictures->source->document;
  const ChaseItem *first
      = chase_document_n_items (document) > 0 ? chase_document_get_item (document, 0) : NULL;
  g_autofree char *text = first != NULL ? chase_comments_to_text (&first->comments) : NULL;
  char *rest = text != NULL ? strstr (text, "\n\n") : NULL;

  *title = rest != NULL ? g_strndup (text, rest - text)
                        : cli_source_stem (studio->pictures->source->name);
  if (first != NULL && first->kind != CHASE_ITEM_DIAGRAM)
    *notes = g_strdup (rest != NULL ? rest + 2 : text);
  studio->options.title = *title;
  studio->options.notes = *notes;
}

/* The file of the picture of @page: the name asked for, or made from it where there are several. */
static char *
file_name (const Studio *studio, const ChaseExportPage *page, guint number, guint n_steps)
{
  const CliPictures *pictures = studio->pictures;
  const ChaseItem *item = page->diagram->item;
  g_autofree char *with_diagram
      = pictures->diagrams->len > 1
            ? cli_picture_name (pictures->name, item->name != NULL ? item->name : "diagram")
            : g_strdup (pictures->name);
  g_autofree char *part = g_strdup_printf ("%u", number + 1);

  return n_steps > 1 ? cli_picture_name (with_diagram, part) : g_steal_pointer (&with_diagram);
}

static gboolean
add_file (Studio *studio, char *name, GBytes *bytes, GError **error)
{
  if (g_hash_table_contains (studio->names, name))
    {
      g_set_error (error, CLI_ERROR, CLI_ERROR_OUTPUT,
                   _ ("two diagrams would both be written to %s"), name);
      g_free (name);
      return FALSE;
    }
  cli_output_add (studio->output, name, bytes);
  g_hash_table_add (studio->names, name);
  return TRUE;
}

static gboolean
draw_single (Studio *studio, const ChaseExportPage *page, GError **error)
{
  g_autoptr (GArray) steps = list_steps (studio->room, studio->pictures, page->diagram);

  for (guint i = 0; i < steps->len; i++)
    {
      g_autoptr (GBytes) bytes = NULL;

      if (steps->len > 1)
        studio->options.step = g_array_index (steps, guint, i);
      bytes = studio->room->export(export_format (studio->pictures->format), page, 1, studio->fonts,
                                   studio->macros, &studio->options, error);
      if (bytes == NULL
          || !add_file (studio, file_name (studio, page, i, steps->len), bytes, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
draw_all (Studio *studio, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (!is_one_file (studio->pictures->format))
    {
      for (guint i = 0; i < studio->pages->len; i++)
        {
          if (!draw_single (studio, &g_array_index (studio->pages, ChaseExportPage, i), error))
            return FALSE;
        }
      return TRUE;
    }
  bytes = studio->room->export(export_format (studio->pictures->format),
                               (ChaseExportPage *)studio->pages->data, studio->pages->len,
                               studio->fonts, studio->macros, &studio->options, error);
  return bytes != NULL && add_file (studio, g_strdup (studio->pictures->name), bytes, error);
}

static void
read_macros (Studio *studio)
{
  g_autofree char *own = chase_document_dup_macros (studio->pictures->source->document);

  for (guint i = 0; i < studio->pictures->diagrams->len; i++)
    {
      const ChaseDiagram *diagram = g_ptr_array_index (studio->pictures->diagrams, i);
      g_autofree char *text = chase_interchange_get_macros (diagram->item);

      if (text != NULL)
        studio->room->macros_parse (studio->macros, text);
    }
  if (own != NULL)
    studio->room->macros_parse (studio->macros, own);
}

static gboolean
is_one_picture (const Studio *studio)
{
  const CliPictures *pictures = studio->pictures;
  g_autoptr (GArray) steps
      = list_steps (studio->room, pictures, g_ptr_array_index (pictures->diagrams, 0));

  return pictures->diagrams->len == 1 && steps->len == 1;
}

static gboolean
check_standard_output (const Studio *studio, GError **error)
{
  const CliPictures *pictures = studio->pictures;

  if (strcmp (pictures->name, "-") != 0 || is_one_file (pictures->format)
      || is_one_picture (studio))
    return TRUE;
  g_set_error (
      error, CLI_ERROR, CLI_ERROR_OUTPUT,
      _ ("several pictures cannot go to standard output: choose one diagram with --diagram,"
         " or write a PDF or an HTML page"));
  return FALSE;
}

/* What moves has to know where it starts: a diagram without places gets them first. */
static void
place (const Studio *studio, ChaseDiagram **diagram)
{
  g_autofree double *places = NULL;
  ChaseDiagram *placed;

  if (chase_diagram_is_placed (*diagram))
    return;
  places = g_new0 (double, 2 * (*diagram)->n_nodes + 1);
  studio->room->layout (*diagram, NULL, places, NULL);
  placed = chase_diagram_with_positions (*diagram, places);
  chase_diagram_unref (*diagram);
  *diagram = placed;
}

static void
find_tales (Studio *studio, ChaseExportPage *page, GPtrArray *kept)
{
  const CliPictures *pictures = studio->pictures;
  GPtrArray *tales;

  if (!pictures->animate && pictures->format != CHASE_FORMAT_HTML)
    return;
  tales = cli_find_tales (studio->cli, pictures->source, page->diagram);
  g_ptr_array_add (kept, tales);
  page->tales = tales;
  page->theory = pictures->source->theory;
}

static gboolean
draw_pages (Studio *studio, GError **error)
{
  g_autoptr (GPtrArray) marks = g_ptr_array_new_with_free_func (cli_marks_free);
  g_autoptr (GPtrArray) tales = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);

  for (guint i = 0; i < studio->pictures->diagrams->len; i++)
    {
      ChaseExportPage page = { 0 };

      if (studio->pictures->animate || studio->pictures->format == CHASE_FORMAT_HTML)
        place (studio, (ChaseDiagram **)&studio->pictures->diagrams->pdata[i]);
      page.diagram = g_ptr_array_index (studio->pictures->diagrams, i);
      if (studio->pictures->verdicts)
        {
          CliMarks *found = cli_marks_find (studio->cli, studio->pictures->source, page.diagram);

          g_ptr_array_add (marks, found);
          page.marks = (const ChaseFaceMark *)found->marks->data;
          page.n_marks = found->marks->len;
        }
      find_tales (studio, &page, tales);
      g_array_append_val (studio->pages, page);
    }
  return draw_all (studio, error);
}

gboolean
cli_pictures_draw (Cli *cli, const CliPictures *pictures, CliOutput *output, GError **error)
{
  g_autofree char *text = chase_notation_print (pictures->source->document, CHASE_NOTATION_ASCII);
  g_autofree char *title = NULL;
  g_autofree char *notes = NULL;
  Studio studio = { .cli = cli, .pictures = pictures, .output = output };
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  gboolean drawn = FALSE;

  studio.room = cli_draw_room (cli, error);
  if (studio.room == NULL || !check_standard_output (&studio, error))
    return FALSE;
  studio.fonts = studio.room->fonts_new (cli_text (cli, "math-font"), error);
  if (studio.fonts == NULL)
    return FALSE;
  if (studio.room->fonts_get_notice (studio.fonts) != NULL)
    cli_note (cli, "%s", studio.room->fonts_get_notice (studio.fonts));
  studio.macros = studio.room->macros_new ();
  studio.pages = g_array_new (FALSE, FALSE, sizeof (ChaseExportPage));
  studio.names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  read_options (&studio, text);
  read_heading (&studio, &title, &notes);
  read_macros (&studio);
  studio.options.problems = problems;
  drawn = draw_pages (&studio, error);
  if (drawn)
    cli_warn_of_labels (cli, pictures->source, problems);
  g_hash_table_unref (studio.names);
  g_array_unref (studio.pages);
  studio.room->macros_unref (studio.macros);
  studio.room->fonts_unref (studio.fonts);
  return drawn;
}
