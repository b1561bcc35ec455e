/* SPDX-License-Identifier: MIT */
#pragma once

#include "drawing/draw.h"
#include "model/theory.h"

G_BEGIN_DECLS

#define CHASE_EXPORT_ERROR (chase_export_error_quark ())

typedef enum
{
  CHASE_EXPORT_ERROR_TOO_LARGE, /* more pixels than a PNG may have here: lower the scale */
  CHASE_EXPORT_ERROR_NO_SOURCE, /* the picture holds no source of ours */
  CHASE_EXPORT_ERROR_FAILED,    /* cairo could not write */
} ChaseExportError;

GQuark chase_export_error_quark (void);

typedef enum
{
  CHASE_EXPORT_SVG,
  CHASE_EXPORT_PNG,
  CHASE_EXPORT_PDF,
  CHASE_EXPORT_HTML, /* a page that steps through the diagrams: drawing/lesson.h */
} ChaseExportFormat;

/** By the ending of @path (".svg", ".png", ".pdf", ".html", in any case); FALSE for another one. */
gboolean chase_export_format_for_path (const char *path, ChaseExportFormat *format);

/**
 * A picture to make: a diagram, its title (NULL: its own label or name), the verdicts of its faces, and what is told
 * of it (of ChaseTale; NULL: nothing) where the file can move.
 */
typedef struct
{
  const ChaseDiagram *diagram;
  const char *title;
  const ChaseFaceMark *marks;
  guint n_marks;
  const GPtrArray *tales;
  ChaseTheory *theory; /* with @tales: of the document */
} ChaseExportPage;

/** The title of @page: its own, or what its diagram is called; NULL for one without a name. Borrowed. */
const char *chase_export_page_title (const ChaseExportPage *page);

typedef struct
{
  double scale;       /* 1: text of 22 CSS pixels to the em in SVG, of 10 points in PDF */
  double dpi;         /* of a PNG: 192, which makes two pixels of a unit */
  guint thumbnail;    /* PNG: at most so many pixels wide and high; 0, the default: as many as it takes */
  double margin;      /* units around the picture: 8 */
  guint32 background; /* 0xRRGGBBAA; alpha 0, the default, is transparent */
  ChaseTheme theme;
  gboolean steps;     /* PDF: a page for each step */
  gboolean animate;   /* SVG: it moves by itself, step by step, and then what is told */
  guint step;         /* SVG, PNG: what is there at this click; G_MAXUINT, the default: everything */
  GPtrArray *problems; /* as in ChaseDrawOptions; NULL */
  const char *source; /* the .chase text to put inside, or NULL */
  const char *title;  /* HTML: of the whole page, or NULL */
  const char *notes;  /* HTML: what stands under it, or NULL */
} ChaseExportOptions;

void chase_export_options_init (ChaseExportOptions *options);
/** Reads "none", "white", "#rgb" or "#rrggbb" into *@background; FALSE for anything else. */
gboolean chase_export_parse_background (const char *word, guint32 *background);

/**
 * Makes one file of @pages in @format: a PDF with a page for each (or for each step of each), an HTML page of all of them, an SVG
 * or PNG of the first alone. @macros may be NULL. The same input gives the same bytes, also twice in one process. Returns
 * NULL and sets @error when that is not possible. Caller unrefs.
 */
GBytes *chase_export (ChaseExportFormat format, const ChaseExportPage *pages, guint n_pages,
                      ChaseFonts *fonts, ChaseMacros *macros, const ChaseExportOptions *options,
                      GError **error);
/**
 * Returns the .chase text inside an SVG, PNG, PDF or HTML page that chase_export () made, whichever it is. Caller frees.
 * NULL with CHASE_EXPORT_ERROR_NO_SOURCE for any other bytes.
 */
char *chase_export_extract_source (GBytes *bytes, GError **error);
/**
 * Describes @diagram in words for those who cannot see it, in the language of the locale: "A commuting square.
 * Objects: A, B, C and D. Arrows: f from A to B, ...". @marks (may be NULL) tell which faces hold. Caller frees.
 */
char *chase_describe_diagram (const ChaseDiagram *diagram, ChaseFonts *fonts, ChaseMacros *macros,
                              const ChaseFaceMark *marks, guint n_marks);
/** Describes in the same way what the click @step adds to @diagram; all that is there when nothing is added later. */
char *chase_describe_step (const ChaseDiagram *diagram, ChaseFonts *fonts, ChaseMacros *macros,
                           guint step, const ChaseFaceMark *marks, guint n_marks);
/** The language of these words as HTML and XML name it: "en", "zh-CN". */
const char *chase_describe_language (void);

G_END_DECLS
