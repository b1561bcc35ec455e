/* SPDX-License-Identifier: MIT */
#include "samples.h"

#include "drawing/export.h"
#include "typeset/typeset.h"

#include <string.h>

/*
 * Writes every sample as SVG, PNG and PDF into a folder, to be looked at: sheet FOLDER [THEME]. The
 * first face of the square carries a verdict in the dark theme's pictures.
 */

static void
write_one (const char *folder, const ChaseSample *sample, const char *ending,
           ChaseExportFormat format, ChaseFonts *fonts, const ChaseExportOptions *options)
{
  g_autoptr (ChaseDiagram) diagram = sample->make ();
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strconcat (sample->name, ending, NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  const guint32 left[] = { 4, 6 }, right[] = { 5, 7 };
  ChaseFaceMark mark = { CHASE_MARK_HOLDS, left, 2, right, 2, 0, 0 };
  ChaseExportPage page = { diagram, NULL, NULL, 0 };
  g_autoptr (GBytes) bytes = NULL;

  if (strcmp (sample->name, "square") == 0 || strcmp (sample->name, "naturality") == 0)
    {
      mark.kind = sample->name[0] == 's' ? CHASE_MARK_HOLDS : CHASE_MARK_FAILS;
      page.marks = &mark;
      page.n_marks = options->theme != CHASE_THEME_LIGHT;
    }
  bytes = chase_export (format, &page, 1, fonts, NULL, options, &error);
  g_assert_no_error (error);
  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize)g_bytes_get_size (bytes),
                       &error);
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ChaseFonts) fonts = chase_fonts_new (NULL, &error);
  ChaseExportOptions options;

  if (argc < 2 || fonts == NULL)
    return 2;
  chase_export_options_init (&options);
  options.source = "diagram D { A at 0, 0 }\n";
  options.background = 0xffffffff;
  if (argc > 2 && chase_theme_parse (argv[2], &options.theme) && options.theme == CHASE_THEME_DARK)
    options.background = 0x1e1e1eff;
  for (guint i = 0; i < chase_n_samples; i++)
    {
      write_one (argv[1], &chase_samples[i], ".svg", CHASE_EXPORT_SVG, fonts, &options);
      write_one (argv[1], &chase_samples[i], ".png", CHASE_EXPORT_PNG, fonts, &options);
      write_one (argv[1], &chase_samples[i], ".pdf", CHASE_EXPORT_PDF, fonts, &options);
    }
  return 0;
}
