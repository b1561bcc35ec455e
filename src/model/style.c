/* SPDX-License-Identifier: MIT */
#include "model/style.h"

#include <math.h>
#include <string.h>

static void
extra_clear (gpointer data)
{
  ChaseStyleExtra *extra = data;

  chase_name_unref (extra->key);
  chase_name_unref (extra->value);
}

static const ChaseStyle default_style
    = { .label_at = 0.5, .label_gap = CHASE_STYLE_LABEL_GAP, .radius = 3.0, .looseness = 1.0 };

void
chase_style_init (ChaseStyle *style)
{
  *style = default_style;
}

const ChaseStyle *
chase_style_default (void)
{
  return &default_style;
}

void
chase_style_label_init (ChaseStyleLabel *label)
{
  *label = (ChaseStyleLabel){ .at = 0.5, .gap = CHASE_STYLE_LABEL_GAP };
}

static void
label_clear (gpointer data)
{
  ChaseStyleLabel *label = data;

  chase_name_unref (label->text);
}

ChaseStyle *
chase_style_new (void)
{
  ChaseStyle *style = g_new (ChaseStyle, 1);

  chase_style_init (style);
  return style;
}

ChaseStyle *
chase_style_copy (const ChaseStyle *style)
{
  ChaseStyle *copy;

  if (style == NULL)
    return chase_style_new ();
  copy = g_memdup2 (style, sizeof *style);
  copy->extras = NULL;
  copy->labels = NULL;
  copy->holders = 0;
  for (guint i = 0; i < chase_style_n_labels (style); i++)
    {
      const ChaseStyleLabel *label = chase_style_get_label (style, i);

      chase_style_add_label (copy, label->text, label);
    }
  for (guint i = 0; style->extras != NULL && i < style->extras->len; i++)
    {
      const ChaseStyleExtra *extra = &g_array_index (style->extras, ChaseStyleExtra, i);

      chase_style_set_extra (copy, extra->key, extra->value);
    }
  return copy;
}

ChaseStyle *
chase_style_share (ChaseStyle *style)
{
  g_atomic_int_inc (&style->holders);
  return style;
}

void
chase_style_free (ChaseStyle *style)
{
  if (style == NULL || g_atomic_int_add (&style->holders, -1) > 0)
    return;
  g_clear_pointer (&style->labels, g_array_unref);
  g_clear_pointer (&style->extras, g_array_unref);
  g_free (style);
}

gboolean
chase_colour_equal (const ChaseColour *a, const ChaseColour *b)
{
  if (a->kind != b->kind)
    return FALSE;
  if (a->kind == CHASE_COLOUR_NONE)
    return TRUE;
  return a->values[0] == b->values[0] && a->values[1] == b->values[1]
         && a->values[2] == b->values[2] && a->alpha == b->alpha;
}

static gboolean
extras_equal (const GArray *a, const GArray *b)
{
  guint n = a != NULL ? a->len : 0;

  if (n != (b != NULL ? b->len : 0))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const ChaseStyleExtra *left = &g_array_index (a, ChaseStyleExtra, i);
      const ChaseStyleExtra *right = &g_array_index (b, ChaseStyleExtra, i);

      if (!chase_name_equal (left->key, right->key)
          || !chase_name_equal (left->value, right->value))
        return FALSE;
    }
  return TRUE;
}

static gboolean
labels_equal (const ChaseStyle *a, const ChaseStyle *b)
{
  if (chase_style_n_labels (a) != chase_style_n_labels (b))
    return FALSE;
  for (guint i = 0; i < chase_style_n_labels (a); i++)
    {
      const ChaseStyleLabel *left = chase_style_get_label (a, i);
      const ChaseStyleLabel *right = chase_style_get_label (b, i);

      if (!chase_name_equal (left->text, right->text) || left->side != right->side
          || left->at != right->at || left->gap != right->gap || !left->sloped != !right->sloped
          || !chase_colour_equal (&left->colour, &right->colour))
        return FALSE;
    }
  return TRUE;
}

static gboolean
bends_equal (const ChaseStyle *a, const ChaseStyle *b)
{
  return a->curve == b->curve && a->bend == b->bend && !a->has_out == !b->has_out
         && !a->has_in == !b->has_in && a->out == b->out && a->in == b->in
         && a->looseness == b->looseness;
}

gboolean
chase_style_equal (const ChaseStyle *a, const ChaseStyle *b)
{
  ChaseStyle none;

  if (a == b)
    return TRUE;
  chase_style_init (&none);
  a = a != NULL ? a : &none;
  b = b != NULL ? b : &none;
  return a->form == b->form && a->head == b->head && a->tail == b->tail && a->body == b->body
         && a->level == b->level && bends_equal (a, b) && a->offset == b->offset
         && a->shorten_source == b->shorten_source && a->shorten_target == b->shorten_target
         && a->label_side == b->label_side && a->label_at == b->label_at
         && a->label_gap == b->label_gap && !a->label_sloped == !b->label_sloped
         && labels_equal (a, b) && chase_colour_equal (&a->colour, &b->colour)
         && chase_colour_equal (&a->label_colour, &b->label_colour) && a->radius == b->radius
         && a->angle == b->angle && !a->source_midpoint == !b->source_midpoint
         && !a->target_midpoint == !b->target_midpoint && a->step == b->step
         && extras_equal (a->extras, b->extras);
}

gboolean
chase_style_is_default (const ChaseStyle *style)
{
  return chase_style_equal (style, NULL);
}

void
chase_style_add_label (ChaseStyle *style, const char *text, const ChaseStyleLabel *placement)
{
  ChaseStyleLabel label;

  chase_style_label_init (&label);
  if (placement != NULL)
    label = *placement;
  label.text = chase_name_new (text);
  if (style->labels == NULL)
    {
      style->labels = g_array_new (FALSE, FALSE, sizeof (ChaseStyleLabel));
      g_array_set_clear_func (style->labels, label_clear);
    }
  g_array_append_val (style->labels, label);
}

void
chase_style_set_label (ChaseStyle *style, guint index, const char *text,
                       const ChaseStyleLabel *placement)
{
  ChaseStyleLabel *label;
  ChaseName *name;

  g_return_if_fail (index < chase_style_n_labels (style));
  if (*text == '\0')
    {
      g_array_remove_index (style->labels, index);
      return;
    }
  name = chase_name_new (text);
  label = &g_array_index (style->labels, ChaseStyleLabel, index);
  chase_name_unref (label->text);
  *label = *placement;
  label->text = name;
}

guint
chase_style_n_labels (const ChaseStyle *style)
{
  return style->labels != NULL ? style->labels->len : 0;
}

const ChaseStyleLabel *
chase_style_get_label (const ChaseStyle *style, guint index)
{
  g_return_val_if_fail (index < chase_style_n_labels (style), NULL);
  return &g_array_index (style->labels, ChaseStyleLabel, index);
}

static ChaseLabelSide
other_side (ChaseLabelSide side)
{
  switch (side)
    {
    case CHASE_LABEL_LEFT:
      return CHASE_LABEL_RIGHT;
    case CHASE_LABEL_RIGHT:
      return CHASE_LABEL_LEFT;
    case CHASE_LABEL_AUTO:
    case CHASE_LABEL_CENTRE:
    case CHASE_LABEL_OVER:
    default:
      return side;
    }
}

/* What lay left lies right. Zero stays without a sign. */
static void
swap_sides (ChaseStyle *style)
{
  style->curve = 0.0 - style->curve;
  style->bend = 0.0 - style->bend;
  style->offset = 0.0 - style->offset;
  style->label_side = other_side (style->label_side);
  for (guint i = 0; i < chase_style_n_labels (style); i++)
    {
      ChaseStyleLabel *label = &g_array_index (style->labels, ChaseStyleLabel, i);

      label->side = other_side (label->side);
    }
}

/* Only where turning back gives the same number again, as it does for one of a few digits: 0.3 from
 * the one end is 0.7 from the other. */
static double
from_other_end (double at)
{
  double other = round (1e9 * (1 - at)) / 1e9;

  if (round (1e9 * (1 - other)) / 1e9 == at)
    return other;
  return 1 - (1 - at) == at ? 1 - at : at;
}

void
chase_style_reverse (ChaseStyle *style)
{
  ChaseStyle old = *style;

  swap_sides (style);
  style->shorten_source = old.shorten_target;
  style->shorten_target = old.shorten_source;
  style->source_midpoint = old.target_midpoint;
  style->target_midpoint = old.source_midpoint;
  style->has_out = old.has_in;
  style->out = old.in;
  style->has_in = old.has_out;
  style->in = old.out;
  style->label_at = from_other_end (style->label_at);
  for (guint i = 0; i < chase_style_n_labels (style); i++)
    {
      ChaseStyleLabel *label = &g_array_index (style->labels, ChaseStyleLabel, i);

      label->at = from_other_end (label->at);
    }
}

void
chase_style_mirror (ChaseStyle *style, double direction)
{
  swap_sides (style);
  if (style->has_out)
    style->out = remainder (2 * direction - style->out, 360) + 0.0;
  if (style->has_in)
    style->in = remainder (2 * direction - style->in, 360) + 0.0;
}

void
chase_style_set_extra (ChaseStyle *style, const char *key, const char *value)
{
  ChaseStyleExtra extra = { NULL, value != NULL ? chase_name_new (value) : NULL };

  if (style->extras == NULL)
    {
      style->extras = g_array_new (FALSE, FALSE, sizeof (ChaseStyleExtra));
      g_array_set_clear_func (style->extras, extra_clear);
    }
  for (guint i = 0; i < style->extras->len; i++)
    {
      ChaseStyleExtra *present = &g_array_index (style->extras, ChaseStyleExtra, i);

      if (strcmp (present->key, key) == 0)
        {
          chase_name_unref (present->value);
          present->value = extra.value;
          return;
        }
    }
  extra.key = chase_name_new (key);
  g_array_append_val (style->extras, extra);
}

const char *
chase_style_get_extra (const ChaseStyle *style, const char *key)
{
  for (guint i = 0; style->extras != NULL && i < style->extras->len; i++)
    {
      const ChaseStyleExtra *extra = &g_array_index (style->extras, ChaseStyleExtra, i);

      if (strcmp (extra->key, key) == 0)
        return extra->value != NULL ? extra->value : "";
    }
  return NULL;
}

void
chase_style_remove_extra (ChaseStyle *style, const char *key)
{
  for (guint i = 0; style->extras != NULL && i < style->extras->len; i++)
    if (strcmp (g_array_index (style->extras, ChaseStyleExtra, i).key, key) == 0)
      {
        g_array_remove_index (style->extras, i);
        return;
      }
}

static double
hue_to_channel (double p, double q, double t)
{
  t -= floor (t);
  if (t < 1.0 / 6.0)
    return p + (q - p) * 6.0 * t;
  if (t < 1.0 / 2.0)
    return q;
  if (t < 2.0 / 3.0)
    return p + (q - p) * (2.0 / 3.0 - t) * 6.0;
  return p;
}

void
chase_colour_to_rgb (const ChaseColour *colour, double rgb[3])
{
  double hue, saturation, lightness, p, q;

  g_return_if_fail (colour->kind != CHASE_COLOUR_NONE);
  if (colour->kind == CHASE_COLOUR_RGB)
    {
      for (int i = 0; i < 3; i++)
        rgb[i] = CLAMP (colour->values[i], 0.0, 255.0) / 255.0;
      return;
    }
  hue = colour->values[0] / 360.0;
  saturation = CLAMP (colour->values[1], 0.0, 100.0) / 100.0;
  lightness = CLAMP (colour->values[2], 0.0, 100.0) / 100.0;
  q = lightness < 0.5 ? lightness * (1.0 + saturation)
                      : lightness + saturation - lightness * saturation;
  p = 2.0 * lightness - q;
  rgb[0] = hue_to_channel (p, q, hue + 1.0 / 3.0);
  rgb[1] = hue_to_channel (p, q, hue);
  rgb[2] = hue_to_channel (p, q, hue - 1.0 / 3.0);
}
