/* SPDX-License-Identifier: MIT */
#include "typeset/label.h"

#include "typeset/fonts-private.h"
#include "typeset/math-layout.h"
#include "typeset/math-parse.h"

#include <hb-ot.h>
#include <string.h>

#include "i18n.h"

struct _ChaseLabel
{
  gatomicrefcount ref_count;
  ChaseFonts *fonts;
  char *tex;
  char *text;
  double size;
  double width, ascent, depth, axis;
  double left, top, right, bottom;
  gboolean has_ink;
  guint n_glyphs, n_rules, n_problems, n_unknown;
  ChaseLabelGlyph *glyphs;
  ChaseLabelRule *rules;
  ChaseLabelProblem *problems;
  ChaseLabelUnknown *unknown;
};

typedef struct
{
  ChaseLabel *label;
  gboolean has_colour;
  guint32 rgba;
  gboolean joined;
} Flattening;

static void
count (const ChaseBox *box, ChaseLabel *label)
{
  if (box->kind == CHASE_BOX_GLYPH)
    label->n_glyphs++;
  else if (box->kind == CHASE_BOX_RULE)
    label->n_rules++;
  label->n_unknown += box->unknown;
  for (const ChaseBox *child = box->first; child != NULL; child = child->next)
    count (child, label);
}

static void
add_ink (ChaseLabel *label, double left, double top, double right, double bottom)
{
  if (right <= left || bottom <= top)
    return;
  if (!label->has_ink)
    {
      label->has_ink = TRUE;
      label->left = left;
      label->top = top;
      label->right = right;
      label->bottom = bottom;
      return;
    }
  label->left = MIN (label->left, left);
  label->top = MIN (label->top, top);
  label->right = MAX (label->right, right);
  label->bottom = MAX (label->bottom, bottom);
}

static void
flatten_glyph (Flattening *flat, const ChaseBox *box, double x, double y)
{
  ChaseLabel *label = flat->label;
  ChaseLabelGlyph *glyph = &label->glyphs[label->n_glyphs++];
  ChaseFace *face = label->fonts->faces->pdata[box->font];
  const ChaseGlyphMetrics *metrics = chase_face_metrics (label->fonts, face, box->glyph);

  glyph->font = box->font;
  glyph->glyph = box->glyph;
  glyph->x = x * label->size;
  glyph->y = y * label->size;
  glyph->size = box->size * label->size;
  glyph->has_colour = flat->has_colour;
  glyph->rgba = flat->rgba;
  glyph->joined = flat->joined || box->joined;
  add_ink (label, glyph->x + (double)metrics->left * glyph->size,
           glyph->y - (double)metrics->top * glyph->size,
           glyph->x + (double)metrics->right * glyph->size,
           glyph->y - (double)metrics->bottom * glyph->size);
}

static void
flatten_rule (Flattening *flat, const ChaseBox *box, double x, double y)
{
  ChaseLabel *label = flat->label;
  ChaseLabelRule *rule = &label->rules[label->n_rules++];

  rule->x = x * label->size;
  rule->y = (y - box->ascent) * label->size;
  rule->width = MAX (0, box->width) * label->size;
  rule->height = MAX (0, box->ascent + box->depth) * label->size;
  rule->has_colour = flat->has_colour;
  rule->rgba = flat->rgba;
  rule->joined = flat->joined || box->joined;
  add_ink (label, rule->x, rule->y, rule->x + rule->width, rule->y + rule->height);
}

static void
flatten (Flattening flat, const ChaseBox *box, double x, double y)
{
  x += box->x;
  y += box->y;
  if (box->has_colour)
    {
      flat.has_colour = TRUE;
      flat.rgba = box->rgba;
    }
  if (box->kind == CHASE_BOX_GLYPH)
    flatten_glyph (&flat, box, x, y);
  else if (box->kind == CHASE_BOX_RULE)
    flatten_rule (&flat, box, x, y);
  if (box->unknown)
    flat.label->unknown[flat.label->n_unknown++]
        = (ChaseLabelUnknown){ x * flat.label->size, y * flat.label->size,
                               box->width * flat.label->size };
  flat.joined = box->joined;
  for (const ChaseBox *child = box->first; child != NULL; child = child->next)
    flatten (flat, child, x, y);
}

static void
take_box (ChaseLabel *label, const ChaseBox *box)
{
  Flattening flat = { .label = label };

  label->width = box->width * label->size;
  label->ascent = box->ascent * label->size;
  label->depth = box->depth * label->size;
  label->axis = label->fonts->constants[HB_OT_MATH_CONSTANT_AXIS_HEIGHT] * label->size;
  count (box, label);
  label->glyphs = g_new0 (ChaseLabelGlyph, label->n_glyphs);
  label->rules = g_new0 (ChaseLabelRule, label->n_rules);
  label->unknown = label->n_unknown > 0 ? g_new0 (ChaseLabelUnknown, label->n_unknown) : NULL;
  label->n_glyphs = label->n_rules = label->n_unknown = 0;
  flatten (flat, box, 0, 0);
}

static void
take_problems (ChaseLabel *label, GArray *problems, const GString *missing)
{
  guint n_parsed = problems != NULL ? problems->len : 0;
  guint n_missing = missing != NULL ? (guint)g_utf8_strlen (missing->str, -1) : 0;
  const char *at = missing != NULL ? missing->str : NULL;

  label->n_problems = n_parsed + n_missing;
  if (label->n_problems == 0)
    return;
  label->problems = g_new0 (ChaseLabelProblem, label->n_problems);
  for (guint i = 0; i < n_parsed; i++)
    {
      label->problems[i] = g_array_index (problems, ChaseLabelProblem, i);
      label->problems[i].what = g_strdup (label->problems[i].what);
    }
  for (guint i = n_parsed; i < label->n_problems; i++, at = g_utf8_next_char (at))
    {
      label->problems[i].kind = CHASE_LABEL_PROBLEM_NO_GLYPH;
      label->problems[i].what = g_strndup (at, (gsize)(g_utf8_next_char (at) - at));
    }
}

ChaseLabel *
chase_label_new (ChaseFonts *fonts, const ChaseMacros *macros, const char *tex, double size)
{
  ChaseLabel *label;
  ChaseParse parse;
  ChaseLayout layout;

  g_return_val_if_fail (fonts != NULL && tex != NULL && size > 0, NULL);
  label = g_new0 (ChaseLabel, 1);
  g_atomic_ref_count_init (&label->ref_count);
  label->fonts = chase_fonts_ref (fonts);
  label->tex = g_utf8_make_valid (tex, -1);
  label->size = size;
  g_mutex_lock (&fonts->lock);
  layout = (ChaseLayout){ fonts, &fonts->arena, NULL };
  parse = chase_math_parse (&fonts->arena, macros, label->tex);
  take_box (label, chase_math_layout (&layout, parse.list));
  label->text = chase_math_to_text (parse.list);
  take_problems (label, parse.problems, layout.missing);
  if (parse.problems != NULL)
    g_array_unref (parse.problems);
  if (layout.missing != NULL)
    g_string_free (layout.missing, TRUE);
  chase_arena_reset (&fonts->arena);
  g_mutex_unlock (&fonts->lock);
  return label;
}

ChaseLabel *
chase_label_ref (ChaseLabel *label)
{
  g_return_val_if_fail (label != NULL, NULL);
  g_atomic_ref_count_inc (&label->ref_count);
  return label;
}

void
chase_label_unref (ChaseLabel *label)
{
  if (label == NULL || !g_atomic_ref_count_dec (&label->ref_count))
    return;
  for (guint i = 0; i < label->n_problems; i++)
    g_free ((char *)label->problems[i].what);
  g_free (label->problems);
  g_free (label->unknown);
  g_free (label->glyphs);
  g_free (label->rules);
  g_free (label->tex);
  g_free (label->text);
  chase_fonts_unref (label->fonts);
  g_free (label);
}

const char *
chase_label_get_tex (const ChaseLabel *label)
{
  g_return_val_if_fail (label != NULL, NULL);
  return label->tex;
}

ChaseFonts *
chase_label_get_fonts (const ChaseLabel *label)
{
  g_return_val_if_fail (label != NULL, NULL);
  return label->fonts;
}

double
chase_label_get_size (const ChaseLabel *label)
{
  g_return_val_if_fail (label != NULL, 0);
  return label->size;
}

double
chase_label_get_width (const ChaseLabel *label)
{
  g_return_val_if_fail (label != NULL, 0);
  return label->width;
}

double
chase_label_get_ascent (const ChaseLabel *label)
{
  g_return_val_if_fail (label != NULL, 0);
  return label->ascent;
}

double
chase_label_get_depth (const ChaseLabel *label)
{
  g_return_val_if_fail (label != NULL, 0);
  return label->depth;
}

double
chase_label_get_axis (const ChaseLabel *label)
{
  g_return_val_if_fail (label != NULL, 0);
  return label->axis;
}

gboolean
chase_label_get_ink (const ChaseLabel *label, double *left, double *top, double *right,
                     double *bottom)
{
  g_return_val_if_fail (label != NULL, FALSE);
  if (left != NULL)
    *left = label->left;
  if (top != NULL)
    *top = label->top;
  if (right != NULL)
    *right = label->right;
  if (bottom != NULL)
    *bottom = label->bottom;
  return label->has_ink;
}

const ChaseLabelGlyph *
chase_label_get_glyphs (const ChaseLabel *label, guint *n_glyphs)
{
  g_return_val_if_fail (label != NULL && n_glyphs != NULL, NULL);
  *n_glyphs = label->n_glyphs;
  return label->glyphs;
}

const ChaseLabelRule *
chase_label_get_rules (const ChaseLabel *label, guint *n_rules)
{
  g_return_val_if_fail (label != NULL && n_rules != NULL, NULL);
  *n_rules = label->n_rules;
  return label->rules;
}

const ChaseLabelUnknown *
chase_label_get_unknown (const ChaseLabel *label, guint *n_unknown)
{
  g_return_val_if_fail (label != NULL && n_unknown != NULL, NULL);
  *n_unknown = label->n_unknown;
  return label->unknown;
}

const ChaseLabelProblem *
chase_label_get_problems (const ChaseLabel *label, guint *n_problems)
{
  g_return_val_if_fail (label != NULL && n_problems != NULL, NULL);
  *n_problems = label->n_problems;
  return label->problems;
}

char *
chase_label_problem_to_string (const ChaseLabelProblem *problem)
{
  g_return_val_if_fail (problem != NULL, NULL);
  switch (problem->kind)
    {
    case CHASE_LABEL_PROBLEM_UNKNOWN_MACRO:
      return g_strdup_printf (_ ("The macro \\%s is not known; its name is drawn instead."),
                              problem->what);
    case CHASE_LABEL_PROBLEM_NO_GLYPH:
      return g_strdup_printf (_ ("No installed font has the character “%s”."), problem->what);
    default:
      return g_strdup (problem->what);
    }
}

const char *
chase_label_to_text (const ChaseLabel *label)
{
  g_return_val_if_fail (label != NULL, NULL);
  return label->text;
}
