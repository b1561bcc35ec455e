/* SPDX-License-Identifier: MIT */
#include "notation/print.h"

#include "notation/parser.h"

#include <math.h>
#include <string.h>

typedef struct
{
  GString *out;
  guint n; /* entries written */
} Entries;

static void
next_entry (Entries *entries)
{
  g_string_append (entries->out, entries->n++ == 0 ? "[" : ", ");
}

static void
add_word (Entries *entries, const char *key, const char *word)
{
  next_entry (entries);
  if (key != NULL)
    g_string_append_printf (entries->out, "%s = ", key);
  g_string_append (entries->out, word);
}

static void
add_number (Entries *entries, const char *key, double number, double standard)
{
  if (number == standard)
    return;
  next_entry (entries);
  g_string_append_printf (entries->out, "%s = ", key);
  notation_append_number (entries->out, number);
}

static void
add_shorten (Entries *entries, const ChaseStyle *style)
{
  if (style->shorten_source == style->shorten_target)
    {
      add_number (entries, "shorten", style->shorten_source, 0.0);
      return;
    }
  next_entry (entries);
  g_string_append (entries->out, "shorten = (");
  notation_append_number (entries->out, style->shorten_source);
  g_string_append (entries->out, ", ");
  notation_append_number (entries->out, style->shorten_target);
  g_string_append_c (entries->out, ')');
}

static gboolean
is_hex (const ChaseColour *colour)
{
  for (int i = 0; i < 3; i++)
    if (colour->values[i] != floor (colour->values[i]) || colour->values[i] < 0.0
        || colour->values[i] > 255.0)
      return FALSE;
  return colour->kind == CHASE_COLOUR_RGB && colour->alpha == 1.0;
}

static void
add_colour (Entries *entries, const char *key, const ChaseColour *colour)
{
  const char *name;

  if (colour->kind == CHASE_COLOUR_NONE)
    return;
  name = chase_colour_name (colour);
  next_entry (entries);
  g_string_append_printf (entries->out, "%s = ", key);
  if (name != NULL)
    {
      g_string_append (entries->out, name);
      return;
    }
  if (is_hex (colour))
    {
      g_autofree char *digits = chase_colour_to_hex (colour);

      g_string_append_printf (entries->out, "\"%s\"", digits);
      return;
    }
  g_string_append (entries->out, colour->kind == CHASE_COLOUR_HSL ? "hsl(" : "rgb(");
  for (int i = 0; i < 3; i++)
    {
      if (i > 0)
        g_string_append (entries->out, ", ");
      notation_append_number (entries->out, colour->values[i]);
    }
  if (colour->alpha != 1.0)
    {
      g_string_append (entries->out, ", ");
      notation_append_number (entries->out, colour->alpha);
    }
  g_string_append_c (entries->out, ')');
}

static void
add_arrow (Entries *entries, const ChaseStyle *style)
{
  if (style->form == CHASE_EDGE_ADJUNCTION)
    add_word (entries, NULL, "adjunction");
  else if (style->form != CHASE_EDGE_ARROW)
    add_word (entries, "corner", style->form == CHASE_EDGE_PULLBACK ? "pullback" : "pushout");
  if (style->body != CHASE_BODY_SOLID)
    add_word (entries, style->body == CHASE_BODY_NONE ? "body" : NULL,
              chase_style_body_word (style->body));
  if (style->head != CHASE_HEAD_DEFAULT)
    add_word (entries, "head", chase_style_head_word (style->head));
  if (style->tail != CHASE_TAIL_DEFAULT)
    add_word (entries, "tail", chase_style_tail_word (style->tail));
}

static void
add_bend (Entries *entries, const ChaseStyle *style)
{
  add_number (entries, "curve", style->curve, 0.0);
  add_number (entries, "bend", style->bend, 0.0);
  if (style->has_out)
    add_number (entries, "out", style->out, NAN);
  if (style->has_in)
    add_number (entries, "in", style->in, NAN);
  add_number (entries, "looseness", MAX (style->looseness, 0.0), 1.0);
}

/* Where a label goes, the first one or a further one. */
static void
add_placement (Entries *entries, ChaseLabelSide side, double at, double gap, gboolean sloped)
{
  if (side != CHASE_LABEL_AUTO)
    add_word (entries, "label", chase_style_label_word (side));
  add_number (entries, "labelat", CLAMP (at, 0.0, 1.0), 0.5);
  add_number (entries, "labelgap", gap, CHASE_STYLE_LABEL_GAP);
  if (sloped)
    add_word (entries, NULL, "sloped");
}

static void
add_label (Entries *entries, const ChaseStyleLabel *label)
{
  Entries own = { entries->out, 0 };

  next_entry (entries);
  g_string_append (entries->out, "also = ");
  notation_append_string (entries->out, label->text);
  g_string_append_c (entries->out, ' ');
  add_placement (&own, label->side, label->at, label->gap, label->sloped);
  add_colour (&own, "labelcolour", &label->colour);
  if (own.n > 0)
    g_string_append_c (entries->out, ']');
  else
    g_string_truncate (entries->out, entries->out->len - 1);
}

static void
add_alignment (Entries *entries, const ChaseStyle *style)
{
  if (!style->source_midpoint && !style->target_midpoint)
    return;
  next_entry (entries);
  g_string_append_printf (entries->out, "align = (%s, %s)",
                          style->source_midpoint ? "midpoint" : "centre",
                          style->target_midpoint ? "midpoint" : "centre");
}

static void
add_extra (Entries *entries, const ChaseStyleExtra *extra)
{
  gboolean known = notation_is_style_word (extra->key) || notation_is_style_key (extra->key);

  next_entry (entries);
  if (known && chase_notation_is_plain_name (extra->key))
    g_string_append_printf (entries->out, "`%s`", extra->key);
  else
    notation_append_name (entries->out, extra->key);
  if (extra->value == NULL)
    return;
  g_string_append (entries->out, " = ");
  notation_append_string (entries->out, extra->value);
}

static void
add_all (Entries *entries, const ChaseStyle *style)
{
  add_arrow (entries, style);
  if (style->level != 0)
    add_number (entries, "level", MIN (style->level, 4), 0.0);
  add_bend (entries, style);
  add_number (entries, "offset", style->offset, 0.0);
  add_shorten (entries, style);
  add_placement (entries, style->label_side, style->label_at, style->label_gap,
                 style->label_sloped);
  add_colour (entries, "colour", &style->colour);
  add_colour (entries, "labelcolour", &style->label_colour);
  add_number (entries, "radius", style->radius, 3.0);
  add_number (entries, "angle", style->angle, 0.0);
  add_alignment (entries, style);
  add_number (entries, "step", style->step, 0.0);
  for (guint i = 0; i < chase_style_n_labels (style); i++)
    add_label (entries, chase_style_get_label (style, i));
  for (guint i = 0; style->extras != NULL && i < style->extras->len; i++)
    add_extra (entries, &g_array_index (style->extras, ChaseStyleExtra, i));
}

/* Would "[word]" behind a term be taken for a component? A comma says that it is a style. */
static gboolean
looks_like_component (const ChaseStyle *style, guint n)
{
  return n == 1 && style->extras != NULL && style->extras->len == 1
         && g_array_index (style->extras, ChaseStyleExtra, 0).value == NULL;
}

void
notation_append_style (GString *out, const ChaseStyle *style, gboolean behind_term)
{
  Entries entries = { out, 0 };
  gsize start = out->len;

  if (style == NULL)
    return;
  g_string_append_c (out, ' ');
  add_all (&entries, style);
  if (entries.n == 0)
    {
      g_string_truncate (out, start);
      return;
    }
  if (behind_term && looks_like_component (style, entries.n))
    g_string_append_c (out, ',');
  g_string_append_c (out, ']');
}

char *
chase_notation_print_style (const ChaseStyle *style)
{
  GString *out = g_string_new (NULL);

  notation_append_style (out, style, FALSE);
  if (out->len > 0)
    g_string_erase (out, 0, 1);
  return g_string_free (out, FALSE);
}
