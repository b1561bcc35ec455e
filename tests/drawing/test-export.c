/* SPDX-License-Identifier: MIT */
#include "samples.h"

#include "drawing/export.h"
#include "notation/notation.h"
#include "typeset/typeset.h"

#include <cairo.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

static const char source[] = "diagram D {\n  A at 0, 0 # <&> \"é\"\n}\n";

typedef struct
{
  ChaseFonts *fonts;
  ChaseExportOptions options;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->fonts = chase_fonts_new (NULL, &error);
  g_assert_no_error (error);
  chase_export_options_init (&fixture->options);
  fixture->options.source = source;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  chase_fonts_unref (fixture->fonts);
}

static GBytes *export(Fixture *fixture, const char *name, ChaseExportFormat format)
{
  g_autoptr (ChaseDiagram) diagram = chase_sample_make (name);
  g_autoptr (GError) error = NULL;
  ChaseExportPage pages[] = { { diagram, NULL, NULL, 0 }, { diagram, "Again", NULL, 0 } };
  GBytes *bytes = chase_export (format, pages, 2, fixture->fonts, NULL, &fixture->options, &error);

  g_assert_no_error (error);
  return bytes;
}

/* The same twice in one process, and with fonts opened anew. */
static void
test_same (Fixture *fixture, gconstpointer data)
{
  ChaseExportFormat format = (ChaseExportFormat)GPOINTER_TO_UINT (data);

  for (guint i = 0; i < chase_n_samples; i++)
    {
      g_autoptr (GBytes) a = export(fixture, chase_samples[i].name, format);
      g_autoptr (GBytes) b = export(fixture, chase_samples[i].name, format);

      g_assert_true (g_bytes_equal (a, b));
    }
  {
    g_autoptr (GBytes) a = export(fixture, "naturality", format), b = NULL;

    chase_fonts_unref (fixture->fonts);
    fixture->fonts = chase_fonts_new (NULL, NULL);
    b = export(fixture, "naturality", format);
    g_assert_true (g_bytes_equal (a, b));
  }
}

static void
test_source (Fixture *fixture, gconstpointer data)
{
  ChaseExportFormat format = (ChaseExportFormat)GPOINTER_TO_UINT (data);
  const char *const texts[] = { source, "", "x\r\ny\001z\n" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *found = NULL;
      g_autoptr (GError) error = NULL;

      fixture->options.source = texts[i];
      if (format == CHASE_EXPORT_PNG && *texts[i] == '\0')
        continue;
      bytes = export(fixture, "square", format);
      found = chase_export_extract_source (bytes, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (found, ==, texts[i]);
    }
}

/* Whatever the picture: in a small PDF a font, with zero bytes in it, stands close to the end. */
static void
test_source_of_each (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < chase_n_samples; i++)
    {
      g_autoptr (GBytes) bytes = export(fixture, chase_samples[i].name, CHASE_EXPORT_PDF);
      g_autofree char *found = chase_export_extract_source (bytes, NULL);
      g_autoptr (ChaseDiagram) diagram = chase_sample_make (chase_samples[i].name);
      ChaseExportPage page = { diagram, NULL, NULL, 0 };

      g_assert_cmpstr (found, ==, source);
      g_bytes_unref (g_steal_pointer (&bytes));
      g_clear_pointer (&found, g_free);
      bytes = chase_export (CHASE_EXPORT_PDF, &page, 1, fixture->fonts, NULL, &fixture->options,
                            NULL);
      found = chase_export_extract_source (bytes, NULL);
      g_assert_cmpstr (found, ==, source);
    }
}

/* No bytes make the reader of sources fall over. */
static void
test_source_of_nonsense (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint format = 0; format < 3; format++)
    {
      g_autoptr (GBytes) bytes = export(fixture, "square", (ChaseExportFormat)format);
      gsize size;
      const guint8 *original = g_bytes_get_data (bytes, &size);

      for (guint round = 0; round < 300; round++)
        {
          gsize length = (gsize)g_rand_int_range (rand, 0, (int)size + 1);
          g_autofree guint8 *copy = g_memdup2 (original, length);
          g_autoptr (GBytes) broken = NULL;
          g_autofree char *found = NULL;

          for (guint k = 0; k < 5 && length > 0; k++)
            copy[g_rand_int_range (rand, 0, (int)length)] = (guint8)g_rand_int (rand);
          broken = g_bytes_new (copy, length);
          found = chase_export_extract_source (broken, NULL);
        }
    }
}

static void
test_no_source (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0), foreign = NULL;

  g_assert_null (chase_export_extract_source (nothing, &error));
  g_assert_error (error, CHASE_EXPORT_ERROR, CHASE_EXPORT_ERROR_NO_SOURCE);
  g_clear_error (&error);
  foreign = g_bytes_new_static ("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", 41);
  g_assert_null (chase_export_extract_source (foreign, &error));
  g_assert_error (error, CHASE_EXPORT_ERROR, CHASE_EXPORT_ERROR_NO_SOURCE);
}

static void
on_start (GMarkupParseContext *context, const char *element, const char **names,
          const char **values, gpointer data, GError **error)
{
  GHashTable *ids = data;

  for (guint i = 0; names[i] != NULL; i++)
    if (strcmp (names[i], "id") == 0)
      g_assert_true (g_hash_table_add (ids, g_strdup (values[i])));
  for (guint i = 0; names[i] != NULL; i++)
    if (strcmp (names[i], "xlink:href") == 0)
      g_assert_true (g_hash_table_contains (ids, values[i] + 1));
}

/* Well-formed, every id once, every use defined before. */
static void
test_svg (Fixture *fixture, gconstpointer data)
{
  const GMarkupParser parser = { .start_element = on_start };

  for (guint i = 0; i < chase_n_samples; i++)
    {
      g_autoptr (GBytes) bytes = export(fixture, chase_samples[i].name, CHASE_EXPORT_SVG);
      g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, ids, NULL);
      g_autoptr (GError) error = NULL;

      g_markup_parse_context_parse (context, g_bytes_get_data (bytes, NULL),
                                    (gssize)g_bytes_get_size (bytes), &error);
      g_assert_no_error (error);
      g_markup_parse_context_end_parse (context, &error);
      g_assert_no_error (error);
      if (i == 0)
        g_assert_true (g_hash_table_contains (ids, "cell-7"));
    }
}

typedef struct
{
  const guint8 *data;
  gsize left;
} Stream;

static cairo_status_t
feed (void *closure, unsigned char *data, unsigned int length)
{
  Stream *stream = closure;

  if (length > stream->left)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, stream->data, length);
  stream->data += length;
  stream->left -= length;
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
read_png (GBytes *bytes)
{
  Stream stream = { 0 };
  cairo_surface_t *surface;

  stream.data = g_bytes_get_data (bytes, &stream.left);
  surface = cairo_image_surface_create_from_png_stream (feed, &stream);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  return surface;
}

/* The mean difference of the two pictures, a white pixel against a black one being 1. */
static double
difference (cairo_surface_t *a, cairo_surface_t *b)
{
  int width = cairo_image_surface_get_width (a), height = cairo_image_surface_get_height (a);
  double sum = 0;

  g_assert_cmpint (abs (width - cairo_image_surface_get_width (b)), <=, 1);
  g_assert_cmpint (abs (height - cairo_image_surface_get_height (b)), <=, 1);
  width = MIN (width, cairo_image_surface_get_width (b));
  height = MIN (height, cairo_image_surface_get_height (b));
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        const guint8 *p
            = cairo_image_surface_get_data (a) + y * cairo_image_surface_get_stride (a) + 4 * x;
        const guint8 *q
            = cairo_image_surface_get_data (b) + y * cairo_image_surface_get_stride (b) + 4 * x;

        sum += abs (p[1] - q[1]) / 255.0;
      }
  return sum / (width * height);
}

/* Pixels as they were: CHASE_UPDATE=1 takes what is painted now for right. */
static void
test_pixels (Fixture *fixture, gconstpointer data)
{
  const ChaseSample *sample = data;
  g_autofree char *file = g_strconcat (sample->name, ".png", NULL);
  g_autofree char *path
      = g_build_filename (g_getenv ("CHASE_SOURCE_ROOT"), "tests", "drawing", "golden", file, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) expected = NULL;
  g_autofree char *golden = NULL;
  gsize length;
  cairo_surface_t *a, *b;

  if (strcmp (chase_fonts_get_math_family (fixture->fonts), "Latin Modern Math") != 0)
    {
      g_test_skip ("Latin Modern Math is not installed");
      return;
    }
  fixture->options.background = 0xffffffff;
  fixture->options.source = NULL;
  fixture->options.dpi = 96;
  bytes = export(fixture, sample->name, CHASE_EXPORT_PNG);
  if (g_getenv ("CHASE_UPDATE") != NULL)
    g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                        (gssize)g_bytes_get_size (bytes), NULL));
  g_assert_true (g_file_get_contents (path, &golden, &length, NULL));
  expected = g_bytes_new (golden, length);
  a = read_png (bytes);
  b = read_png (expected);
  g_assert_cmpfloat (difference (a, b), <, 0.004);
  cairo_surface_destroy (a);
  cairo_surface_destroy (b);
}

/* Another program's picture of our SVG is that of our PNG. */
static void
test_svg_like_png (Fixture *fixture, gconstpointer data)
{
  g_autofree char *program = g_find_program_in_path ("rsvg-convert");

  if (program == NULL)
    {
      g_test_skip ("rsvg-convert is not installed");
      return;
    }
  fixture->options.background = 0xffffffff;
  for (guint i = 0; i < chase_n_samples; i++)
    {
      g_autoptr (GBytes) svg = export(fixture, chase_samples[i].name, CHASE_EXPORT_SVG);
      g_autoptr (GBytes) png = export(fixture, chase_samples[i].name, CHASE_EXPORT_PNG);
      g_autoptr (GBytes) theirs = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GSubprocess) process
          = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                              &error, program, "--zoom", "2", NULL);
      cairo_surface_t *a, *b;

      g_assert_no_error (error);
      g_subprocess_communicate (process, svg, NULL, &theirs, NULL, &error);
      g_assert_no_error (error);
      a = read_png (png);
      b = read_png (theirs);
      g_assert_cmpfloat (difference (a, b), <, 0.02);
      cairo_surface_destroy (a);
      cairo_surface_destroy (b);
    }
}

static void
test_pdf (Fixture *fixture, gconstpointer data)
{
  g_autofree char *program = g_find_program_in_path ("pdfdetach");
  g_autoptr (GBytes) pdf = export(fixture, "square", CHASE_EXPORT_PDF);
  g_autofree char *path = NULL, *output = NULL;
  g_autoptr (GError) error = NULL;
  const char *arguments[] = { program, "-list", NULL, NULL };
  int fd, status;

  if (program == NULL)
    {
      g_test_skip ("pdfdetach is not installed");
      return;
    }
  fd = g_file_open_tmp ("chase-XXXXXX.pdf", &path, &error);
  g_assert_no_error (error);
  g_close (fd, NULL);
  g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize)g_bytes_get_size (pdf), &error);
  g_assert_no_error (error);
  arguments[2] = path;
  g_spawn_sync (NULL, (char **)arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (output, "source.chase"));
  g_remove (path);
}

static guint
count_of (const char *text, const char *word)
{
  guint n = 0;

  for (const char *p = text; (p = strstr (p, word)) != NULL; p += strlen (word))
    n++;
  return n;
}

/* "drawing" is a name that nobody gave: it is no title. One that somebody gave is, and a label is
 * before it. */
static void
test_title (Fixture *fixture, gconstpointer data)
{
  static const char *const cases[][2] = { { "diagram drawing { object A }", "" },
                                          { "diagram drawing_2 { object A }", "" },
                                          { "diagram drawing_x { object A }", "drawing_x" },
                                          { "diagram snake { object A }", "snake" },
                                          { "diagram drawing \"Snakes\" { object A }", "Snakes" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ChaseDocument) document
          = chase_notation_parse (cases[i][0], strlen (cases[i][0]), NULL);
      g_autoptr (ChaseDiagram) diagram
          = chase_diagram_new (document, chase_document_get_item (document, 0), NULL);
      ChaseExportPage page = { diagram, NULL, NULL, 0 };
      g_autoptr (GBytes) svg = chase_export (CHASE_EXPORT_SVG, &page, 1, fixture->fonts, NULL,
                                             &fixture->options, NULL);
      g_autofree char *text = g_strndup (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg));
      g_autofree char *title = g_strdup_printf ("<title id=\"title\">%s</title>", cases[i][1]);

      g_assert_cmpuint (count_of (text, "<title"), ==, cases[i][1][0] != '\0');
      g_assert_cmpuint (count_of (text, title), ==, cases[i][1][0] != '\0');
      g_assert_cmpuint (count_of (text, "aria-labelledby=\"desc\""), ==, cases[i][1][0] == '\0');
    }
}

/* A picture for every step, a section for every diagram, and nothing that is fetched from
 * elsewhere. */
static void
test_html (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ChaseDiagram) diagram = chase_sample_make ("steps");
  g_autoptr (GBytes) page = NULL;
  ChaseExportPage pages[] = { { diagram, "<One> & \"two\"", NULL, 0 }, { diagram, NULL, NULL, 0 } };
  g_autofree char *text = NULL;
  gsize size;

  fixture->options.title = "A & B";
  page = chase_export (CHASE_EXPORT_HTML, pages, 2, fixture->fonts, NULL, &fixture->options, NULL);
  text = g_strndup (g_bytes_get_data (page, &size), g_bytes_get_size (page));
  g_assert_cmpuint (strlen (text), ==, size);
  g_assert_cmpuint (count_of (text, "<section>"), ==, 2);
  g_assert_cmpuint (count_of (text, "<figure>"), ==, 2 * (chase_diagram_last_step (diagram) + 1));
  g_assert_cmpuint (count_of (text, "<h2>&lt;One&gt; &amp; &quot;two&quot;</h2>"), ==, 1);
  g_assert_cmpuint (count_of (text, "<title>A &amp; B</title>"), ==, 1);
  g_assert_cmpuint (count_of (text, "Step 2 of"), ==, 4);
  g_assert_cmpuint (count_of (text, "://"), ==, 0);
}

/* The last picture of one that moves has its verdicts, though it has a single step. */
static void
test_animated_marks (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ChaseDiagram) square = chase_sample_make ("square");
  const guint32 left[] = { 4, 6 }, right[] = { 5, 7 };
  ChaseFaceMark mark = { CHASE_MARK_HOLDS, left, 2, right, 2, 0, 0 };
  ChaseExportPage page = { square, NULL, &mark, 1 }, plain = { square, NULL, NULL, 0 };
  g_autoptr (GBytes) with = NULL, without = NULL;

  fixture->options.animate = TRUE;
  with = chase_export (CHASE_EXPORT_SVG, &page, 1, fixture->fonts, NULL, &fixture->options, NULL);
  without
      = chase_export (CHASE_EXPORT_SVG, &plain, 1, fixture->fonts, NULL, &fixture->options, NULL);
  g_assert_cmpuint (count_of (g_bytes_get_data (with, NULL), "<path"), >,
                    count_of (g_bytes_get_data (without, NULL), "<path"));
}

static void
test_describe (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ChaseDiagram) square = chase_sample_make ("square");
  g_autoptr (ChaseDiagram) declared = chase_sample_make ("declared");
  g_autoptr (ChaseDiagram) empty = chase_sample_make ("empty");
  g_autoptr (ChaseDiagram) angles = chase_sample_make ("angles");
  ChaseFaceMark mark = { .kind = CHASE_MARK_HOLDS };
  g_autofree char *d = chase_describe_diagram (angles, fixture->fonts, NULL, NULL, 0);
  g_autofree char *a = chase_describe_diagram (square, fixture->fonts, NULL, &mark, 1);
  g_autofree char *b = chase_describe_diagram (declared, fixture->fonts, NULL, NULL, 0);
  g_autofree char *c = chase_describe_diagram (empty, fixture->fonts, NULL, NULL, 0);

  g_assert_cmpstr (
      a, ==,
      "A commuting square. Objects: A, B, C and D. Arrows: f from A to B, g from A to C, "
      "h from B to D, k from C to D.");
  g_assert_nonnull (strstr (b, "monomorphism"));
  g_assert_cmpstr (c, ==, "An empty diagram.");
  g_assert_nonnull (strstr (d, "f (also ∼) from A to B"));
  {
    g_autoptr (ChaseDiagram) steps = chase_sample_make ("steps");
    g_autofree char *first = chase_describe_step (steps, fixture->fonts, NULL, 0, NULL, 0);
    g_autofree char *second = chase_describe_step (steps, fixture->fonts, NULL, 1, NULL, 0);
    g_autofree char *whole = chase_describe_step (square, fixture->fonts, NULL, 0, &mark, 1);

    g_assert_cmpstr (first, ==, "Step 1 of 3. Objects: A and B. Arrow: f from A to B.");
    g_assert_cmpstr (second, ==, "Step 2 of 3. Object: C. Arrow: g from B to C.");
    g_assert_cmpstr (whole, ==, a);
  }
}

static void
test_options (Fixture *fixture, gconstpointer data)
{
  ChaseExportFormat format;
  guint32 colour;

  g_assert_true (chase_export_format_for_path ("a/b.SVG", &format));
  g_assert_cmpint (format, ==, CHASE_EXPORT_SVG);
  g_assert_false (chase_export_format_for_path ("svg", &format));
  g_assert_true (chase_export_parse_background ("none", &colour));
  g_assert_cmpuint (colour, ==, 0);
  g_assert_true (chase_export_parse_background ("white", &colour));
  g_assert_cmpuint (colour, ==, 0xffffffff);
  g_assert_true (chase_export_parse_background ("#0a0b0c", &colour));
  g_assert_cmpuint (colour, ==, 0x0a0b0cff);
  g_assert_false (chase_export_parse_background ("#12", &colour));
}

static void
test_too_large (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ChaseDiagram) diagram = chase_sample_make ("square");
  ChaseExportPage page = { diagram, NULL, NULL, 0 };
  g_autoptr (GError) error = NULL;

  fixture->options.scale = 1e4;
  g_assert_null (
      chase_export (CHASE_EXPORT_PNG, &page, 1, fixture->fonts, NULL, &fixture->options, &error));
  g_assert_error (error, CHASE_EXPORT_ERROR, CHASE_EXPORT_ERROR_TOO_LARGE);
}

int
main (int argc, char **argv)
{
  static const char *const formats[] = { "svg", "png", "pdf", "html" };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *same = g_strconcat ("/export/same/", formats[i], NULL);
      g_autofree char *inside = g_strconcat ("/export/source/", formats[i], NULL);

      g_test_add (same, Fixture, GUINT_TO_POINTER (i), set_up, test_same, tear_down);
      g_test_add (inside, Fixture, GUINT_TO_POINTER (i), set_up, test_source, tear_down);
    }
  for (guint i = 0; i < chase_n_samples; i++)
    {
      g_autofree char *pixels = g_strconcat ("/export/pixels/", chase_samples[i].name, NULL);

      if (strcmp (chase_samples[i].name, "empty") != 0)
        g_test_add (pixels, Fixture, &chase_samples[i], set_up, test_pixels, tear_down);
    }
  g_test_add ("/export/source/each", Fixture, NULL, set_up, test_source_of_each, tear_down);
  g_test_add ("/export/source/nonsense", Fixture, NULL, set_up, test_source_of_nonsense, tear_down);
  g_test_add ("/export/source/none", Fixture, NULL, set_up, test_no_source, tear_down);
  g_test_add ("/export/svg", Fixture, NULL, set_up, test_svg, tear_down);
  g_test_add ("/export/svg-like-png", Fixture, NULL, set_up, test_svg_like_png, tear_down);
  g_test_add ("/export/pdf", Fixture, NULL, set_up, test_pdf, tear_down);
  g_test_add ("/export/title", Fixture, NULL, set_up, test_title, tear_down);
  g_test_add ("/export/html", Fixture, NULL, set_up, test_html, tear_down);
  g_test_add ("/export/animated-marks", Fixture, NULL, set_up, test_animated_marks, tear_down);
  g_test_add ("/export/describe", Fixture, NULL, set_up, test_describe, tear_down);
  g_test_add ("/export/options", Fixture, NULL, set_up, test_options, tear_down);
  g_test_add ("/export/too-large", Fixture, NULL, set_up, test_too_large, tear_down);
  return g_test_run ();
}
