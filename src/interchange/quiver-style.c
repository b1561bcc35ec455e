/* SPDX-License-Identifier: MIT */
#include "interchange/quiver-private.h"

#include <string.h>

#include "i18n.h"

typedef void (*Report) (gpointer data, const ChaseJson *at, const char *message);

typedef struct
{
  Report report;
  gpointer data;
} Reporter;

gboolean
chase_quiver_read_colour (const ChaseJson *json, ChaseColour *colour)
{
  static const double greatest[] = { 360.0, 100.0, 100.0 };
  guint n = json->kind == CHASE_JSON_ARRAY ? chase_json_length (json) : 0;
  ChaseColour read = { .kind = CHASE_COLOUR_HSL, .alpha = 1.0 };

  if (n != 3 && n != 4)
    return FALSE;
  for (guint i = 0; i < 3; i++)
    {
      const ChaseJson *value = chase_json_nth (json, i);

      if (!chase_json_is_integer (value, 0.0, greatest[i]))
        return FALSE;
      read.values[i] = value->number;
    }
  if (n == 4)
    {
      const ChaseJson *alpha = chase_json_nth (json, 3);

      if (alpha->kind != CHASE_JSON_NUMBER || !(alpha->number >= 0.0 && alpha->number <= 1.0))
        return FALSE;
      read.alpha = alpha->number;
    }
  *colour = read;
  if (read.values[2] == 0.0)
    *colour = (ChaseColour){ .kind = CHASE_COLOUR_NONE };
  return TRUE;
}

/* Takes the integer @key out of @options. FALSE when it is not there or, which is reported, no
 * integer in its range. */
static gboolean
take_integer (const Reporter *reporter, ChaseJson *options, const char *key, double least,
              double greatest, double *number)
{
  g_autoptr (ChaseJson) value = chase_json_take (options, key);
  g_autofree char *message = NULL;

  if (value == NULL)
    return FALSE;
  if (chase_json_is_integer (value, least, greatest))
    {
      *number = value->number;
      return TRUE;
    }
  message = least > -1e6 ? g_strdup_printf (_ ("%s must be a whole number from %.0f to %.0f"), key,
                                            least, greatest)
                         : g_strdup_printf (_ ("%s must be a whole number"), key);
  reporter->report (reporter->data, value, message);
  return FALSE;
}

/* Takes the object @key out of @options; the caller puts what is left of it back. */
static ChaseJson *
take_object (const Reporter *reporter, ChaseJson *options, const char *key)
{
  ChaseJson *value = chase_json_take (options, key);
  g_autofree char *message = NULL;

  if (value == NULL || value->kind == CHASE_JSON_OBJECT)
    return value;
  message = g_strdup_printf (_ ("%s must be an object"), key);
  reporter->report (reporter->data, value, message);
  chase_json_free (value);
  return NULL;
}

static void
put_back (ChaseJson *options, const char *key, ChaseJson *rest)
{
  if (rest != NULL && chase_json_length (rest) > 0)
    chase_json_set (options, key, rest);
  else
    chase_json_free (rest);
}

static void
read_shorten (const Reporter *reporter, ChaseJson *options, ChaseStyle *style)
{
  ChaseJson *shorten = take_object (reporter, options, "shorten");
  gboolean given = shorten != NULL;
  double source = 0.0, target = 0.0, length = 100.0;

  if (given)
    {
      take_integer (reporter, shorten, "source", 0.0, 100.0, &source);
      take_integer (reporter, shorten, "target", 0.0, 100.0, &target);
      put_back (options, "shorten", shorten);
    }
  if (take_integer (reporter, options, "length", 0.0, 100.0, &length) && !given)
    source = target = (100.0 - length) / 2.0;
  if (source + target > 100.0)
    {
      reporter->report (reporter->data, NULL,
                        _ ("what shorten takes off the two ends is more than the whole arrow"));
      return;
    }
  style->shorten_source = source;
  style->shorten_target = target;
}

static void
read_alignment_end (const Reporter *reporter, ChaseJson *alignment, const char *end,
                    gboolean *midpoint)
{
  g_autoptr (ChaseJson) value = chase_json_take (alignment, end);

  if (value == NULL)
    return;
  if (value->kind == CHASE_JSON_TRUE || value->kind == CHASE_JSON_FALSE)
    *midpoint = value->kind == CHASE_JSON_FALSE;
  else
    reporter->report (reporter->data, value,
                      _ ("edge_alignment must say true or false for each end"));
}

static void
read_edge_alignment (const Reporter *reporter, ChaseJson *options, ChaseStyle *style)
{
  ChaseJson *alignment = take_object (reporter, options, "edge_alignment");

  if (alignment == NULL)
    return;
  read_alignment_end (reporter, alignment, "source", &style->source_midpoint);
  read_alignment_end (reporter, alignment, "target", &style->target_midpoint);
  put_back (options, "edge_alignment", alignment);
}

/* Takes out of style.@part its name (and side) where @parse knows them; puts back what nobody
 * knows. */
static void
read_part (const Reporter *reporter, ChaseJson *style, const char *part,
           gboolean (*parse) (const char *word, int *value), int *value)
{
  ChaseJson *object = take_object (reporter, style, part);
  const ChaseJson *name = chase_json_get (object, "name");
  const ChaseJson *side = chase_json_get (object, "side");
  g_autofree char *word = NULL;

  if (name != NULL && name->kind == CHASE_JSON_STRING)
    {
      if (side != NULL && side->kind == CHASE_JSON_STRING)
        word = g_strconcat (name->string, " ", side->string, NULL);
      else
        word = g_strdup (name->string);
      if (parse (word, value))
        {
          chase_json_free (chase_json_take (object, "name"));
          chase_json_free (chase_json_take (object, "side"));
        }
    }
  put_back (style, part, object);
}

static gboolean
parse_head (const char *word, int *value)
{
  ChaseHead head;

  if (strcmp (word, "arrowhead") == 0)
    head = CHASE_HEAD_DEFAULT;
  else if (strcmp (word, "default") == 0 || !chase_style_parse_head (word, &head))
    return FALSE;
  *value = (int)head;
  return TRUE;
}

static gboolean
parse_tail (const char *word, int *value)
{
  ChaseTail tail;

  if (strcmp (word, "none") == 0)
    tail = CHASE_TAIL_DEFAULT;
  else if (strcmp (word, "default") == 0 || !chase_style_parse_tail (word, &tail))
    return FALSE;
  *value = (int)tail;
  return TRUE;
}

static gboolean
parse_body (const char *word, int *value)
{
  ChaseBody body;

  if (!chase_style_parse_body (word, &body))
    return FALSE;
  *value = (int)body;
  return TRUE;
}

static gboolean
parse_form (const char *word, ChaseEdgeForm *form)
{
  static const char *const names[] = { [CHASE_EDGE_ARROW] = "arrow",
                                       [CHASE_EDGE_ADJUNCTION] = "adjunction",
                                       [CHASE_EDGE_PULLBACK] = "corner",
                                       [CHASE_EDGE_PUSHOUT] = "corner-inverse" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (word, names[i]) == 0)
      {
        *form = i;
        return TRUE;
      }
  return FALSE;
}

static void
read_style (const Reporter *reporter, ChaseJson *options, ChaseStyle *style, double *level)
{
  ChaseJson *object = take_object (reporter, options, "style");
  const ChaseJson *name = chase_json_get (object, "name");
  ChaseJson *body = chase_json_get (object, "body");
  int head = CHASE_HEAD_DEFAULT, tail = CHASE_TAIL_DEFAULT, line = CHASE_BODY_SOLID;

  if (object == NULL)
    return;
  if (name != NULL && name->kind == CHASE_JSON_STRING && parse_form (name->string, &style->form))
    chase_json_free (chase_json_take (object, "name"));
  if (body != NULL && body->kind == CHASE_JSON_OBJECT)
    take_integer (reporter, body, "level", 1.0, G_MAXINT, level);
  read_part (reporter, object, "tail", parse_tail, &tail);
  read_part (reporter, object, "body", parse_body, &line);
  read_part (reporter, object, "head", parse_head, &head);
  style->head = (ChaseHead)head;
  style->tail = (ChaseTail)tail;
  style->body = (ChaseBody)line;
  put_back (options, "style", object);
}

/* More lines than anybody draws are kept for who wrote them. */
static void
set_level (ChaseJson *options, double given, guint structural, ChaseStyle *style)
{
  if (given > 4.0)
    chase_json_set (options, "level", chase_json_new_number (given));
  if (given != structural)
    style->level = (guint)CLAMP (given, 1.0, 4.0);
}

/* Nobody gives one arrow more keys of his own than this. */
#define EXTRAS_MAX 100

/* An amount between quiver's whole steps, or an angle. */
static void
read_exact (const char *key, double number, ChaseStyle *style)
{
  const struct
  {
    const char *key;
    double *amount;
    double least, greatest;
  } amounts[] = {
    { "curve", &style->curve, -1e9, 1e9 },
    { "offset", &style->offset, -1e9, 1e9 },
    { "radius", &style->radius, -1e9, 1e9 },
    { "angle", &style->angle, -1e9, 1e9 },
    { "shorten source", &style->shorten_source, -1e6, 1e6 },
    { "shorten target", &style->shorten_target, -1e6, 1e6 },
    { "label at", &style->label_at, 0.0, 1.0 },
    { "label gap", &style->label_gap, -1e6, 1e6 },
    { "bend", &style->bend, -360.0, 360.0 },
    { "out", &style->out, -1e6, 1e6 },
    { "in", &style->in, -1e6, 1e6 },
    { "looseness", &style->looseness, 0.0, 1e6 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    if (strcmp (key, amounts[i].key) == 0 && number >= amounts[i].least
        && number <= amounts[i].greatest)
      {
        *amounts[i].amount = number;
        style->has_out = style->has_out || strcmp (key, "out") == 0;
        style->has_in = style->has_in || strcmp (key, "in") == 0;
        /* Steps stood in for the angle, for who knows no angles. */
        if (strcmp (key, "bend") == 0 || strcmp (key, "out") == 0 || strcmp (key, "in") == 0)
          style->curve = 0.0;
      }
}

static void
read_label (const ChaseJson *json, ChaseStyle *style)
{
  const ChaseJson *text = chase_json_get (json, "text");
  const ChaseJson *side = chase_json_get (json, "side");
  const ChaseJson *at = chase_json_get (json, "at");
  const ChaseJson *gap = chase_json_get (json, "gap");
  const ChaseJson *sloped = chase_json_get (json, "sloped");
  const ChaseJson *colour = chase_json_get (json, "colour");
  ChaseStyleLabel label;

  if (text == NULL || text->kind != CHASE_JSON_STRING)
    return;
  chase_style_label_init (&label);
  if (side != NULL && side->kind == CHASE_JSON_STRING)
    chase_style_parse_label (side->string, &label.side);
  if (at != NULL && at->kind == CHASE_JSON_NUMBER)
    label.at = CLAMP (at->number, 0.0, 1.0);
  if (gap != NULL && gap->kind == CHASE_JSON_NUMBER)
    label.gap = CLAMP (gap->number, -1e6, 1e6);
  label.sloped = sloped != NULL && sloped->kind == CHASE_JSON_TRUE;
  if (colour != NULL)
    chase_quiver_read_colour (colour, &label.colour);
  chase_style_add_label (style, text->string, &label);
}

static void
read_labels (const ChaseJson *labels, ChaseStyle *style)
{
  for (guint i = 0; i < MIN (chase_json_length (labels), EXTRAS_MAX); i++)
    if (chase_json_nth (labels, i)->kind == CHASE_JSON_OBJECT)
      read_label (chase_json_nth (labels, i), style);
}

void
chase_quiver_read_own (const ChaseJson *own, ChaseStyle *style)
{
  for (guint i = 0; i < MIN (chase_json_length (own), EXTRAS_MAX); i++)
    {
      const char *key = g_ptr_array_index (own->keys, i);
      const ChaseJson *value = chase_json_nth (own, i);

      if (strcmp (key, "step") == 0 && chase_json_is_integer (value, 0.0, 1e6))
        style->step = (guint)value->number;
      else if (value->kind == CHASE_JSON_NUMBER)
        read_exact (key, value->number, style);
      else if (strcmp (key, "sloped") == 0 && value->kind == CHASE_JSON_TRUE)
        style->label_sloped = TRUE;
      else if (strcmp (key, "labels") == 0 && value->kind == CHASE_JSON_ARRAY)
        read_labels (value, style);
      else if (value->kind == CHASE_JSON_STRING && *key != '\0')
        chase_style_set_extra (style, key, value->string);
      else if (value->kind == CHASE_JSON_TRUE && *key != '\0')
        chase_style_set_extra (style, key, NULL);
    }
}

/* What another version of ourselves wrote beside quiver's own keys. */
static void
read_own (ChaseJson *options, ChaseStyle *style)
{
  ChaseJson *own = chase_json_get (options, "arrowchase");

  if (own == NULL || own->kind != CHASE_JSON_OBJECT)
    return;
  own = chase_json_take (options, "arrowchase");
  chase_quiver_read_own (own, style);
  chase_json_free (own);
}

void
chase_quiver_read_options (ChaseJson *options, guint level, ChaseStyle *style,
                           void (*report) (gpointer data, const ChaseJson *at, const char *message),
                           gpointer data)
{
  Reporter reporter = { report, data };
  g_autoptr (ChaseJson) colour = chase_json_take (options, "colour");
  double position = 50.0, given = 0.0;

  if (take_integer (&reporter, options, "label_position", 0.0, 100.0, &position))
    style->label_at = position / 100.0;
  take_integer (&reporter, options, "offset", -1e9, 1e9, &style->offset);
  take_integer (&reporter, options, "curve", -1e9, 1e9, &style->curve);
  take_integer (&reporter, options, "radius", -1e9, 1e9, &style->radius);
  take_integer (&reporter, options, "angle", -1e9, 1e9, &style->angle);
  read_shorten (&reporter, options, style);
  if (colour != NULL && !chase_quiver_read_colour (colour, &style->colour))
    report (data, colour, _ ("a colour must be [hue, saturation, lightness] in whole numbers"));
  read_edge_alignment (&reporter, options, style);
  read_style (&reporter, options, style, &given);
  take_integer (&reporter, options, "level", 1.0, G_MAXINT, &given);
  if (given > 0.0)
    set_level (options, given, level, style);
  read_own (options, style);
  if (style->bend != 0.0 || style->has_out || style->has_in)
    style->curve = 0.0;
}
