/* SPDX-License-Identifier: MIT */
#include "interchange/table-private.h"

#include "interchange/tex-private.h"
#include "model/label-tokens.h"

#include <math.h>
#include <string.h>

/* A sign that is turned farther than this from where ours would be is a label, in degrees. */
#define OFF_MAX 22.5
/* `inner sep=.8ex`, in points. */
#define QUIVER_SEP 3.44

/* The labels of the arrows of a table: which sides they stand on, and which of them are signs. */

static ChaseLabelSide
side_towards (double x, double y, double dx, double dy)
{
  double left = x * dy - y * dx;

  return left < -1e-9 ? CHASE_LABEL_RIGHT : CHASE_LABEL_LEFT;
}

static const ChaseTikzLabel *
defaults_of (const ChaseTikzArrow *arrow)
{
  static const ChaseTikzLabel none = { 0 };

  return chase_tikz_rare (arrow)->defaults != NULL ? chase_tikz_rare (arrow)->defaults : &none;
}

/* Which side of an arrow in direction (@dx, @dy) the label stands on. The left of a way right is
 * up. */
static ChaseLabelSide
label_side (const ChaseTikzArrow *arrow, const ChaseTikzLabel *label, double dx, double dy)
{
  const ChaseTikzLabel *defaults = defaults_of (arrow);
  ChaseTikzPlace place = label->place != CHASE_TIKZ_AUTO ? label->place : defaults->place;

  if (place == CHASE_TIKZ_AUTO && label->anchored && label->sloped && !arrow->invisible)
    place = CHASE_TIKZ_OVER;
  if (place == CHASE_TIKZ_AUTO && (label->anchored || arrow->phantom))
    place = CHASE_TIKZ_CENTRE;
  switch (place)
    {
    case CHASE_TIKZ_CENTRE:
      return CHASE_LABEL_CENTRE;
    case CHASE_TIKZ_OVER:
      return CHASE_LABEL_OVER;
    case CHASE_TIKZ_ABOVE:
      return side_towards (0.0, -1.0, dx, dy);
    case CHASE_TIKZ_BELOW:
      return side_towards (0.0, 1.0, dx, dy);
    case CHASE_TIKZ_WEST:
      return side_towards (-1.0, 0.0, dx, dy);
    case CHASE_TIKZ_EAST:
      return side_towards (1.0, 0.0, dx, dy);
    case CHASE_TIKZ_NORTH_WEST:
      return side_towards (-1.0, -1.0, dx, dy);
    case CHASE_TIKZ_NORTH_EAST:
      return side_towards (1.0, -1.0, dx, dy);
    case CHASE_TIKZ_SOUTH_WEST:
      return side_towards (-1.0, 1.0, dx, dy);
    case CHASE_TIKZ_SOUTH_EAST:
      return side_towards (1.0, 1.0, dx, dy);
    case CHASE_TIKZ_AUTO:
    default:
      return label->swapped != defaults->swapped ? CHASE_LABEL_RIGHT : CHASE_LABEL_LEFT;
    }
}

static double
label_at (const ChaseTikzArrow *arrow, const ChaseTikzLabel *label)
{
  const ChaseTikzLabel *from = label->has_at ? label : defaults_of (arrow);

  return from->has_at ? from->at : 0.5;
}

/* A stroke or a bullet in the middle of the line, which LaTeX says with a label. */
static gboolean
take_mark (const ChaseTikzArrow *arrow, const ChaseTikzLabel *label, ChaseStyle *style)
{
  static const struct
  {
    const char *text;
    ChaseBody body;
  } marks[] = {
    { "\\shortmid", CHASE_BODY_BARRED },
    { "\\mid", CHASE_BODY_BARRED },
    { "|", CHASE_BODY_BARRED },
    { "\\shortmid\\shortmid", CHASE_BODY_DOUBLE_BARRED },
    { "\\bullet", CHASE_BODY_BULLET_SOLID },
  };

  if (label->place != CHASE_TIKZ_OVER || arrow->invisible)
    return FALSE;
  if (strcmp (label->text, "\\circ") == 0 && style->body == CHASE_BODY_BULLET_SOLID)
    {
      style->body = CHASE_BODY_BULLET_HOLLOW;
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (strcmp (label->text, marks[i].text) == 0 && style->body == CHASE_BODY_SOLID)
      {
        style->body = marks[i].body;
        if (i == 1 || i == 2)
          chase_style_set_extra (style, "tikzmark", label->text);
        return TRUE;
      }
  return FALSE;
}

/* Was the label taken for the mark that the line with @body now carries? */
static gboolean
is_mark (const ChaseTikzArrow *arrow, const ChaseTikzLabel *label, ChaseBody body)
{
  g_autoptr (ChaseStyle) style = chase_style_new ();

  if (body == CHASE_BODY_BULLET_HOLLOW && strcmp (label->text, "\\circ") == 0)
    return label->place == CHASE_TIKZ_OVER;
  return take_mark (arrow, label, style)
         && (style->body == body || body == CHASE_BODY_BULLET_HOLLOW);
}

/* What `\scalebox{1.5}{$\lrcorner$}` shows larger, or @text itself. Caller frees. */
static char *
without_scale (const char *text)
{
  static const char box[] = "\\scalebox";
  gsize end = strlen (text);
  gsize at = chase_tex_skip_blanks (text, MIN (strlen (box), end), end);
  g_autofree char *inside = NULL;
  gsize n;

  if (!chase_tex_at_command (text, 0, end, box) || at >= end || text[at] != '{')
    return g_strdup (text);
  at = chase_tex_skip_blanks (text, chase_tex_skip_group (text, at, end), end);
  if (at >= end || text[at] != '{' || chase_tex_skip_group (text, at, end) != end)
    return g_strdup (text);
  inside = chase_tex_unbrace (g_strdup (text + at));
  g_strstrip (inside);
  n = strlen (inside);
  return n >= 2 && inside[0] == '$' && inside[n - 1] == '$'
             ? g_strstrip (g_strndup (inside + 1, n - 2))
             : g_steal_pointer (&inside);
}

/*
 * A corner sign near one end of an invisible arrow is a pullback or a pushout, by whether its
 * vertex points along the arrow, brought to the next eighth, or back. Returns FALSE where it is a
 * mere label. *@from_target: it stands at the target.
 */
static gboolean
take_corner (const ChaseTikzArrow *arrow, const ChaseTikzLabel *label, double dx, double dy,
             ChaseStyle *style, gboolean *from_target)
{
  static const struct
  {
    const char *text;
    double vertex; /* degrees clockwise from the right */
  } corners[] = { { "\\lrcorner", 45.0 },
                  { "\\llcorner", 135.0 },
                  { "\\ulcorner", 225.0 },
                  { "\\urcorner", 315.0 } };
  /* Boxes that papers draw for it, with their vertex along the arrow. */
  static const char *const boxes[] = { "\\usebox\\pullback", "\\usebox{\\pullback}",
                                       "\\usebox\\pushout", "\\usebox{\\pushout}", NULL };
  double at = label_at (arrow, label);
  g_autofree char *sign = without_scale (label->text);

  if (!arrow->invisible || (at > 0.3 && at < 0.7) || (dx == 0.0 && dy == 0.0))
    return FALSE;
  if (g_strv_contains (boxes, label->text))
    {
      *from_target = at > 0.5;
      style->form = CHASE_EDGE_PULLBACK;
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    {
      double away;

      if (strcmp (sign, corners[i].text) != 0)
        continue;
      *from_target = at > 0.5;
      away = 45.0 * round (4.0 * atan2 (dy, dx) / G_PI) + (*from_target ? 180.0 : 0.0);
      away = fabs (chase_tikz_turned (corners[i].vertex - label->rotate - away));
      if (away > OFF_MAX && away < 180.0 - OFF_MAX)
        return FALSE;
      style->form = away <= OFF_MAX ? CHASE_EDGE_PULLBACK : CHASE_EDGE_PUSHOUT;
      if (strcmp (sign, label->text) != 0)
        chase_style_set_extra (style, "tikzmark", label->text);
      return TRUE;
    }
  return FALSE;
}

/* A turnstile is one where it points along the arrow on which it stands. */
static gboolean
is_adjunction (const ChaseTableDraft *draft, const ChaseTikzLabel *label, double dx, double dy)
{
  double off = chase_tikz_turned (label->rotate + atan2 (dy, dx) * 180.0 / G_PI);

  if (!draft->arrow->invisible || strcmp (label->text, "\\dashv") != 0)
    return FALSE;
  if (dx == 0.0 && dy == 0.0)
    return label->rotated || draft->ends[0].on_arrow;
  return fabs (off) <= OFF_MAX;
}

static gboolean
take_sign (const ChaseTableDraft *draft, const ChaseTikzLabel *label, double dx, double dy,
           ChaseStyle *style, gboolean *from_target)
{
  if (take_corner (draft->arrow, label, dx, dy, style, from_target))
    style->label_side = CHASE_LABEL_CENTRE;
  else if (is_adjunction (draft, label, dx, dy))
    style->form = CHASE_EDGE_ADJUNCTION;
  else
    return FALSE;
  style->colour = label->colour;
  return TRUE;
}

/* Puts the label as far off as it says, or keeps that where it stands on the line. What quiver
 * gives every label of a marked arrow is none of its own. */
static void
set_gap (const ChaseTikzArrow *arrow, const ChaseTikzLabel *label, gboolean marked,
         ChaseStyle *style, GString *kept)
{
  const ChaseTikzLabel *from = label->has_sep ? label : defaults_of (arrow);
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  if (!from->has_sep || (marked && fabs ((double)from->sep - QUIVER_SEP) < 1e-3))
    return;
  if (style->label_side == CHASE_LABEL_CENTRE || style->label_side == CHASE_LABEL_OVER)
    g_string_append_printf (kept, "%sinner sep=%spt", kept->len > 0 ? ", " : "",
                            g_ascii_formatd (number, sizeof number, "%.5g", (double)from->sep));
  else
    style->label_gap
        = round (1000.0 * (double)from->sep * CHASE_STYLE_LABEL_GAP / CHASE_TIKZ_SEP) / 1000.0;
}

static void
set_label (const ChaseTikzArrow *arrow, const ChaseTikzLabel *label, double dx, double dy,
           gboolean marked, ChaseStyle *style)
{
  g_autoptr (GString) kept = NULL;
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  style->label_side = label_side (arrow, label, dx, dy);
  style->label_at = label_at (arrow, label);
  style->label_sloped
      = (label->sloped || defaults_of (arrow)->sloped) && style->label_side != CHASE_LABEL_OVER;
  style->label_colour
      = label->colour.kind != CHASE_COLOUR_NONE ? label->colour : defaults_of (arrow)->colour;
  kept = g_string_new (label->unknown != NULL ? label->unknown->str : NULL);
  if (label->rotated)
    g_string_append_printf (kept, "%srotate=%s", kept->len > 0 ? ", " : "",
                            g_ascii_formatd (number, sizeof number, "%g", label->rotate));
  /* The line goes through it. */
  if (label->anchored && label->place == CHASE_TIKZ_AUTO && !arrow->invisible
      && style->label_side == CHASE_LABEL_CENTRE)
    g_string_append_printf (kept, "%sfill=none", kept->len > 0 ? ", " : "");
  else if (!label->anchored)
    set_gap (arrow, label, marked, style, kept);
  if (kept->len > 0)
    chase_style_set_extra (style, "tikzlabel", kept->str);
}

void
chase_table_add_more_labels (const ChaseTableDraft *draft, const ChaseTikzLabel *first, double dx,
                             double dy, ChaseStyle *style)
{
  for (const ChaseTikzLabel *label = draft->arrow->labels; label != NULL; label = label->next)
    {
      g_autoptr (ChaseStyle) more = NULL;
      ChaseStyleLabel placement;
      const char *kept;

      if (label == first || *label->text == '\0' || is_mark (draft->arrow, label, style->body))
        continue;
      more = chase_style_new ();
      set_label (draft->arrow, label, dx, dy, chase_tikz_is_marked (style), more);
      chase_style_label_init (&placement);
      placement.side = more->label_side;
      placement.at = more->label_at;
      placement.gap = more->label_gap;
      placement.sloped = more->label_sloped;
      placement.colour = more->label_colour;
      chase_style_add_label (style, label->text, &placement);
      kept = chase_style_get_extra (more, "tikzlabel");
      if (kept != NULL)
        {
          g_autofree char *key = g_strdup_printf ("tikzlabel%u", chase_style_n_labels (style) + 1);

          chase_style_set_extra (style, key, kept);
        }
    }
}

const ChaseTikzLabel *
chase_table_take_labels (const ChaseTableDraft *draft, double dx, double dy, ChaseStyle *style,
                         gboolean *from_target)
{
  const ChaseTikzLabel *main_label = NULL;

  for (const ChaseTikzLabel *label = draft->arrow->labels; label != NULL; label = label->next)
    {
      if (*label->text == '\0' || take_mark (draft->arrow, label, style))
        continue;
      if (main_label == NULL
          || (chase_label_is_iso (main_label->text) && !chase_label_is_iso (label->text)))
        main_label = label;
    }
  if (main_label != NULL && take_sign (draft, main_label, dx, dy, style, from_target))
    return NULL;
  if (main_label != NULL)
    set_label (draft->arrow, main_label, dx, dy, chase_tikz_is_marked (style), style);
  return main_label;
}
