/* SPDX-License-Identifier: MIT */
#pragma once

#include "typeset/fonts.h"
#include "typeset/macros.h"

G_BEGIN_DECLS

/**
 * ChaseLabel:
 *
 * A typeset label: glyphs and rules at fixed places. Coordinates have y down; the origin is the
 * left end of the baseline. The lines of a label with several are a column of centred rows, and its
 * baseline goes through the column such that the math axis is in the middle. Immutable, reference
 * counted, safe to read on any thread.
 */
typedef struct _ChaseLabel ChaseLabel;

/**
 * One glyph: @glyph of face @font, its origin at (@x, @y), at @size units per em. The parts of a
 * stretched arrow or brace, and a root with its rule, are marked as @joined: a painter that rounds
 * glyphs to pixels should rather fill the outlines of all joined parts as one path, or seams show.
 */
typedef struct
{
  guint font;
  guint32 glyph;
  double x, y;
  double size;
  gboolean has_colour; /* FALSE: the colour of the label */
  guint32 rgba;        /* 0xRRGGBBAA */
  gboolean joined;     /* touches or overlaps its neighbours: see below */
} ChaseLabelGlyph;

/** A filled rectangle with its top left corner at (@x, @y). */
typedef struct
{
  double x, y, width, height;
  gboolean has_colour;
  guint32 rgba;
  gboolean joined;
} ChaseLabelRule;

/** Where the name of a macro that nobody defined stands: on the baseline, its left end at (@x, @y).
 */
typedef struct
{
  double x, y, width;
} ChaseLabelUnknown;

typedef enum
{
  CHASE_LABEL_PROBLEM_UNKNOWN_MACRO, /* @what is its name; drawn as its name, upright */
  CHASE_LABEL_PROBLEM_MALFORMED,     /* @what is a sentence */
  CHASE_LABEL_PROBLEM_TOO_LONG, /* macros without end, or nesting too deep; @what is a sentence */
  CHASE_LABEL_PROBLEM_NO_GLYPH, /* @what is the character that no installed font has */
} ChaseLabelProblemKind;

typedef struct
{
  ChaseLabelProblemKind kind;
  const char *what;
} ChaseLabelProblem;

/**
 * Sets @tex, LaTeX mathematics without dollar signs, in text style at @size units per em. @macros
 * are the user's, or NULL. It never fails: what is malformed is drawn as near as possible and
 * reported by chase_label_get_problems (). @tex that is not valid UTF-8 has its bad bytes replaced.
 * Rules of layout: The TeXbook, appendix G, with the constants of the OpenType MATH table.
 */
ChaseLabel *
chase_label_new (ChaseFonts *fonts, const ChaseMacros *macros, const char *tex, double size);
ChaseLabel *
chase_label_ref (ChaseLabel *label);
void
chase_label_unref (ChaseLabel *label);

/** The TeX that the label was made of. */
const char *
chase_label_get_tex (const ChaseLabel *label);
/** Returns the fonts in which @label is set. Borrowed. */
ChaseFonts *
chase_label_get_fonts (const ChaseLabel *label);
/** Returns the size in which @label is set: units per em. */
double
chase_label_get_size (const ChaseLabel *label);
/** The advance width of the label. */
double
chase_label_get_width (const ChaseLabel *label);
/** How far the boxes reach above (ascent) and below (depth) the baseline; both usually positive. */
double
chase_label_get_ascent (const ChaseLabel *label);
/** Returns how far @label reaches below its baseline. */
double
chase_label_get_depth (const ChaseLabel *label);
/** The height of the math axis (where + and = and fraction bars are centred) above the baseline. */
double
chase_label_get_axis (const ChaseLabel *label);
/** The box of what is really inked, y down. FALSE, and zeros, when nothing is. NULL for unwanted
 * ones. */
gboolean
chase_label_get_ink (const ChaseLabel *label, double *left, double *top, double *right,
                     double *bottom);
/** Returns the *@n_glyphs glyphs of @label, each with its place. Borrowed. */
const ChaseLabelGlyph *
chase_label_get_glyphs (const ChaseLabel *label, guint *n_glyphs);
/** Returns the *@n_rules bars of @label, each with its place. Borrowed. */
const ChaseLabelRule *
chase_label_get_rules (const ChaseLabel *label, guint *n_rules);
/** The places of the names of unknown macros, each as often as it stands there. */
const ChaseLabelUnknown *
chase_label_get_unknown (const ChaseLabel *label, guint *n_unknown);
/** What was unknown or malformed, each once, in the order of appearance. */
const ChaseLabelProblem *
chase_label_get_problems (const ChaseLabel *label, guint *n_problems);
/** Returns a sentence for the user about @problem. Free with g_free (). */
char *
chase_label_problem_to_string (const ChaseLabelProblem *problem);
/**
 * The label as one line of readable Unicode for screen readers, search and tooltips: "F(X_1)" is
 * "F(X₁)", "\frac{a}{b+1}" is "a/(b+1)".
 */
const char *
chase_label_to_text (const ChaseLabel *label);

/**
 * ChaseLabelCache:
 *
 * Labels by TeX text and size, for a window that sets the same labels over and over. Not
 * thread-safe. When more than its bound of labels are held, the labels not asked for lately are
 * dropped.
 */
typedef struct _ChaseLabelCache ChaseLabelCache;

/** @macros may be NULL. Both are kept by reference. */
ChaseLabelCache *
chase_label_cache_new (ChaseFonts *fonts, ChaseMacros *macros);
void
chase_label_cache_free (ChaseLabelCache *cache);
/** Changes the macros and drops all labels. */
void
chase_label_cache_set_macros (ChaseLabelCache *cache, ChaseMacros *macros);
/** Changes the fonts and drops all labels. */
void
chase_label_cache_set_fonts (ChaseLabelCache *cache, ChaseFonts *fonts);
/** Returns the label; it belongs to the cache: take a reference to keep it. */
ChaseLabel *
chase_label_cache_get (ChaseLabelCache *cache, const char *tex, double size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseLabel, chase_label_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseLabelCache, chase_label_cache_free)

G_END_DECLS
