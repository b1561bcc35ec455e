/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The .chase text inside a picture: one way in and one way out for each format. */

/** Appends a <metadata> element that holds @source byte for byte. */
void chase_source_append_svg (GString *svg, const char *source);
/** Returns the source in the SVG text, or NULL. Caller frees. */
char *chase_source_find_svg (const char *data, gsize size);

/** The same in a page: an element that a reader can open. */
void chase_source_append_html (GString *html, const char *source);
/** Returns the source that a page holds, or NULL. Caller frees. */
char *chase_source_find_html (const char *data, gsize size);

/**
 * Returns @png with text chunks after its header: title, description and source (each may be NULL), as PNG (third
 * edition) section 11.3.3.4 has it, and with a resolution of @dpi. Takes the bytes of @png.
 */
GBytes *chase_source_add_png (GByteArray *png, const char *title, const char *description,
                              const char *source, double dpi);
/** Returns the source that a PNG holds, or NULL. Caller frees. */
char *chase_source_find_png (const guint8 *data, gsize size);

/**
 * Appends an update to the PDF file that attaches @source as the file source.chase (ISO 32000-1, sections 7.5.6 and
 * 7.11.4). Leaves a file whose structure it does not know as it is.
 */
void chase_source_attach_pdf (GByteArray *pdf, const char *source);
/** Returns the source that a PDF holds, or NULL. Caller frees. */
char *chase_source_find_pdf (const char *data, gsize size);

G_END_DECLS
