/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/diagram.h"
#include "model/problem.h"

G_BEGIN_DECLS

/**
 * ChaseFormat:
 *
 * What a file may be written in. CHASE is our own notation (src/notation reads and writes it); SVG,
 * PNG, PDF and HTML are drawings (src/drawing writes them). The others are read or written here.
 */
typedef enum
{
  CHASE_FORMAT_CHASE,
  CHASE_FORMAT_TIKZCD,      /* LaTeX with tikzcd environments, quiver links, xymatrix */
  CHASE_FORMAT_QUIVER_JSON, /* quiver's JSON array, one for each diagram */
  CHASE_FORMAT_QUIVER_URL,  /* text with quiver links in it, HTML embed code too */
  CHASE_FORMAT_DOT,         /* Graphviz */
  CHASE_FORMAT_FLETCHER,    /* Typst */
  CHASE_FORMAT_ROCQ,
  CHASE_FORMAT_LEAN,
  CHASE_FORMAT_SVG,
  CHASE_FORMAT_PNG,
  CHASE_FORMAT_PDF,
  CHASE_FORMAT_HTML, /* a page that steps through diagrams; text with quiver links */
  CHASE_FORMAT_UNKNOWN,
} ChaseFormat;

/**
 * ChaseInterchangeOptions:
 *
 * How a text is written. A zeroed one (chase_interchange_options_init ()) is the default.
 */
typedef struct
{
  gboolean standalone; /* tikz-cd: a whole document that pdflatex takes; fletcher: with its import
                          line */
  gboolean cramped;    /* tikz-cd: the option of that name */
  gboolean centre;     /* tikz-cd: inside \[ \]; fletcher: inside align */
  gboolean equation;   /* tikz-cd: inside an equation with a label, eq:NAME */
  gboolean overlays;   /* tikz-cd: what has a `step` appears on that slide of beamer's frame */
  const char *macros;  /* TeX definitions for the labels, for what stands alone; may be NULL */
  gboolean quiver_sty; /* tikz-cd: may use the keys of quiver.sty (curve, between, ...) */
  gboolean unlinked; /* tikz-cd: without the comment with a quiver link, which stands where reading
                        the text would not give all of the diagram back */
  gboolean fresh;    /* tikz-cd: write anew also what was read and not changed since */
  gboolean embed;    /* quiver link: as the HTML code that embeds it */
  const char *site;  /* quiver link: the address before the `#`; NULL is quiver's own */
} ChaseInterchangeOptions;

/**
 * ChaseReadOptions:
 *
 * How a text is read. A zeroed one is the default.
 */
typedef struct
{
  const char *stem;      /* what a diagram is called that the text does not name; NULL: "diagram" */
  gboolean drawing_only; /* labels and looks mean nothing: each cell shows something of its own */
} ChaseReadOptions;

/** Fills @options with the defaults; nothing in it is to be freed. */
void
chase_interchange_options_init (ChaseInterchangeOptions *options);

/** Returns the format that the ending of @name stands for, without regard to case, or UNKNOWN. */
ChaseFormat
chase_format_from_name (const char *name);
/**
 * Guesses the format of the @length bytes at @bytes, for a file whose name says nothing: by its
 * magic number, the commands and links in it, or its first signs. Anything else that is text is
 * CHASE; other bytes are UNKNOWN. O(n).
 */
ChaseFormat
chase_format_sniff (const char *bytes, gsize length);
/**
 * TRUE for bytes of @format inside which our own notation stands: a picture, or a page that steps
 * through diagrams. Other HTML is text with quiver links in it. O(n).
 */
gboolean
chase_format_holds_source (ChaseFormat format, const char *bytes, gsize length);
/** Returns what a person calls @format: "quiver JSON", "tikz-cd". Static. */
const char *
chase_format_title (ChaseFormat format);
/** The endings ("chase", "tex") of files that can be opened. The caller frees them: g_strfreev ().
 */
char **
chase_format_dup_open_endings (void);
/** TRUE when chase_interchange_read () reads @format. */
gboolean
chase_format_can_read (ChaseFormat format);
/** TRUE when chase_interchange_write () writes @format. */
gboolean
chase_format_can_write (ChaseFormat format);

/**
 * Reads the @length bytes at @text. Every diagram found (a link, an environment, a graph) becomes a
 * `diagram` of the document without `in`: equal labels are one object, equal labels between equal
 * ends one morphism, composites, identities and inverses are read as such, tails, heads and `\sim`
 * declare monos, epis and isos, and all that the format says of style is kept. @options may be
 * NULL.
 *
 * Returns a document, never NULL. @problems (may be NULL) receives, with line and column, an error
 * for each diagram that could not be read at all, and a warning for each thing in a diagram that
 * was malformed and had to be left out. Linear in @length; never more than a fixed depth of
 * recursion. Caller owns the result.
 */
ChaseDocument *
chase_interchange_read_with (ChaseFormat format, const char *text, gsize length,
                             const ChaseReadOptions *options, GPtrArray *problems);
/** The same with nothing but a stem. */
ChaseDocument *
chase_interchange_read (ChaseFormat format, const char *text, gsize length, const char *stem,
                        GPtrArray *problems);
/**
 * Writes the drawing @item of @document, or with NULL all of its drawings, in @format. @options may
 * be NULL. What the format cannot say is reported to @problems (may be NULL) as a warning. Computed
 * diagrams are skipped with an error: resolve them first, and use chase_interchange_write_diagram
 * (). Returns UTF-8 text that the caller frees, or NULL (with an error) when the format cannot be
 * written here.
 */
char *
chase_interchange_write (ChaseFormat format, const ChaseDocument *document, const ChaseItem *item,
                         const ChaseInterchangeOptions *options, GPtrArray *problems);
/** The same for one resolved diagram, computed ones included. */
char *
chase_interchange_write_diagram (ChaseFormat format, const ChaseDiagram *diagram,
                                 const ChaseInterchangeOptions *options, GPtrArray *problems);
/** The same for several (of ChaseDiagram), as one text. */
char *
chase_interchange_write_diagrams (ChaseFormat format, const GPtrArray *diagrams,
                                  const ChaseInterchangeOptions *options, GPtrArray *problems);
/**
 * Returns the LaTeX definitions that came with the diagram @item (a quiver link's `macros=`), or
 * NULL. They are kept in a comment above it. Caller frees.
 */
char *
chase_interchange_get_macros (const ChaseItem *item);

G_END_DECLS
