/* SPDX-License-Identifier: MIT */
#pragma once

#include "interchange/sketch-private.h"
#include "interchange/source-private.h"
#include "interchange/tex-macros-private.h"

G_BEGIN_DECLS

/**
 * ChaseTexScan:
 *
 * A LaTeX text that is searched for diagrams from its beginning to its end, and what was found as
 * far as that goes. What reads something at a place @at of the text returns where to go on, and @at
 * itself where it has nothing to read there.
 */
typedef struct
{
  ChaseSource *source;  /* its styles are those that the text defines */
  GPtrArray *sketches;  /* of ChaseSketch, owned: the diagrams */
  GHashTable *reported; /* of keys of arrows that something was said of */
  ChaseTexMacros *macros;
  GPtrArray *environments; /* of ChaseTexEnvironment: those that the text defines */

  ChaseSketch *linked; /* from a link in a comment: counts unless its diagram follows */
  gsize link_start, link_end;
  gsize last;    /* behind the last diagram */
  gsize picture; /* behind the last tikzpicture */
  guint missing; /* see chase_tex_skip_shown () */
  guint unclosed;

  gsize expanded;     /* bytes that macros made */
  gsize expanded_max; /* they make no more */
  guint depth;        /* in what macros made: 0 is the text itself */
} ChaseTexScan;

/* What a body is written in. */
typedef enum
{
  CHASE_TEX_BODY_TIKZCD,
  CHASE_TEX_BODY_XYMATRIX,
  CHASE_TEX_BODY_AMSCD,
} ChaseTexBody;

/* tex-scan.c */

/** Finds the diagrams of all of the text, and of what it has for the macros and environments that
 * it defines. O(n) and what macros make. */
void
chase_tex_scan (ChaseTexScan *scan);
/** Adds the diagram whose text is [@at, @stop); takes @sketch, which may be NULL where it could not
 * be read. */
void
chase_tex_scan_add (ChaseTexScan *scan, ChaseSketch *sketch, gsize at, gsize stop);

/* tex-close.c */

/** Finds the @end that closes what begins with @begin and has its body at @at; comments do not
 * count. Returns FALSE where there is none in reach. */
gboolean
chase_tex_scan_find_close (ChaseTexScan *scan, gsize at, const char *begin, const char *end,
                           gsize *close);
/** The same for the brace at @open: returns what is behind the one that closes it, or 0. */
gsize
chase_tex_scan_skip_group (ChaseTexScan *scan, gsize open);
/** Reports that what begins at @at with @begin has no @end. Returns what is behind @begin. */
gsize
chase_tex_scan_report_unclosed (ChaseTexScan *scan, gsize at, const char *begin, const char *end);

/* tex-links.c */

/** Reads the comment at @at, which may hold links: quiver writes them before its diagrams. */
gsize
chase_tex_scan_comment (ChaseTexScan *scan, gsize at);
/** Reads a link in the text itself, whose `q=` is at @at, and which begins behind @least. */
gsize
chase_tex_scan_link (ChaseTexScan *scan, gsize least, gsize at);
/** Counts the link of the last comment as a diagram of its own. */
void
chase_tex_scan_flush_link (ChaseTexScan *scan);
/**
 * Of a link in a comment and the diagram at @at behind it, the diagram counts, for it is what is
 * printed. Returns the link's sketch, or NULL where the last link belongs to no diagram here, which
 * counts then. *@start is where the text of the diagram begins, the comment included. Caller owns
 * the sketch.
 */
ChaseSketch *
chase_tex_scan_take_link (ChaseTexScan *scan, gsize at, gsize *start);

/* tex-bodies.c */

/** Reads [@body, @close), with what macros that make arrows stand for, as the body of a diagram;
 * @options are those of its environment, or NULL. Returns NULL, with an error reported, when
 * nothing can be made of it. Caller owns the sketch. */
ChaseSketch *
chase_tex_scan_read_body (ChaseTexScan *scan, ChaseTexBody kind, const char *options, gsize body,
                          gsize close);
/** The same for @opened, which stands in no place of the text; its problems are said of @at. */
ChaseSketch *
chase_tex_scan_read_opened (ChaseTexScan *scan, ChaseTexBody kind, const char *options, gsize at,
                            const char *opened);

/* tex-forms.c */

/** A diagram as packages have it: an environment of tikz-cd, `\xymatrix`, amscd's environment, a
 * tikzpicture, or an older form. */
gsize
chase_tex_scan_form (ChaseTexScan *scan, gsize at);
/** An environment that the text itself defines. */
gsize
chase_tex_scan_own_environment (ChaseTexScan *scan, gsize at);

/* tex-calls.c */

/** A call of a macro that makes a diagram, `\square{A}{B}{C}{D}`. */
gsize
chase_tex_scan_call (ChaseTexScan *scan, gsize at);

/* tex-definitions.c */

/** A definition of a macro, a colour, an environment or a style, or a library of TikZ's that is
 * loaded: what diagrams may need. */
gsize
chase_tex_scan_definition (ChaseTexScan *scan, gsize at);

/* tex-kept.c */

/**
 * Keeps with each diagram the text from which it was read: @original, the text as it came, where
 * there is nothing else in it. @literate: bars in it are around code.
 */
void
chase_tex_keep_texts (const ChaseTexScan *scan, const char *original, gboolean literate);
/** Gives the source the definitions that the labels need, and the LaTeX that is kept. */
void
chase_tex_keep_macros (const ChaseTexScan *scan);

G_END_DECLS
