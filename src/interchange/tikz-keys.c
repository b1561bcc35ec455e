/* SPDX-License-Identifier: MIT */
#include "interchange/tikz-private.h"

#include "interchange/tex-private.h"

#include <math.h>
#include <string.h>

#define KEEP (-1)

/* Styles stand for no more than this, and for others no deeper. */
#define STYLE_MAX 1000
#define STYLE_DEPTH_MAX 4

/* What a key does to the two tips and the line; KEEP leaves a field as it is. */
static const struct
{
  const char *key;
  gint8 tail, head, body, lines;
  gboolean reversed;
} tips[] = {
#define BOTH(key, tail, head, lines)                                                               \
  {                                                                                                \
    key, CHASE_TAIL_##tail, CHASE_HEAD_##head, KEEP, lines, FALSE                                  \
  }
#define BACK(key, tail, head, body, lines)                                                         \
  {                                                                                                \
    key, CHASE_TAIL_##tail, CHASE_HEAD_##head, body, lines, TRUE                                   \
  }
#define TAIL(key, tail)                                                                            \
  {                                                                                                \
    key, CHASE_TAIL_##tail, KEEP, KEEP, KEEP, FALSE                                                \
  }
#define HEAD(key, head)                                                                            \
  {                                                                                                \
    key, KEEP, CHASE_HEAD_##head, KEEP, KEEP, FALSE                                                \
  }
#define BODY(key, body)                                                                            \
  {                                                                                                \
    key, KEEP, KEEP, CHASE_BODY_##body, KEEP, FALSE                                                \
  }
  BOTH ("rightarrow", DEFAULT, DEFAULT, KEEP),
  BOTH ("->", DEFAULT, DEFAULT, KEEP),
  BOTH ("Rightarrow", DEFAULT, DEFAULT, 2),
  BOTH ("leftrightarrow", ARROW, DEFAULT, KEEP),
  BOTH ("<->", ARROW, DEFAULT, KEEP),
  BOTH ("Leftrightarrow", ARROW, DEFAULT, 2),
  BOTH ("mapsto", MAPS_TO, DEFAULT, KEEP),
  BOTH ("|->", MAPS_TO, DEFAULT, KEEP),
  BOTH ("Mapsto", MAPS_TO, DEFAULT, 2),
  BOTH ("hookrightarrow", HOOK_TOP, DEFAULT, KEEP),
  BOTH ("rightarrowtail", MONO, DEFAULT, KEEP),
  BOTH (">->", MONO, DEFAULT, KEEP),
  BOTH ("twoheadrightarrow", DEFAULT, EPI, KEEP),
  BOTH ("->>", DEFAULT, EPI, KEEP),
  BOTH (">->>", MONO, EPI, KEEP),
  BOTH ("rightharpoonup", DEFAULT, HARPOON_TOP, KEEP),
  BOTH ("rightharpoondown", DEFAULT, HARPOON_BOTTOM, KEEP),
  BOTH ("dash", DEFAULT, NONE, KEEP),
  BOTH ("-", DEFAULT, NONE, KEEP),
  BOTH ("equal", DEFAULT, NONE, 2),
  BOTH ("equals", DEFAULT, NONE, 2),
  BACK ("leftarrow", DEFAULT, DEFAULT, KEEP, KEEP),
  BACK ("<-", DEFAULT, DEFAULT, KEEP, KEEP),
  BACK ("Leftarrow", DEFAULT, DEFAULT, KEEP, 2),
  BACK ("mapsfrom", MAPS_TO, DEFAULT, KEEP, KEEP),
  BACK ("<-|", MAPS_TO, DEFAULT, KEEP, KEEP),
  BACK ("Mapsfrom", MAPS_TO, DEFAULT, KEEP, 2),
  BACK ("hookleftarrow", HOOK_BOTTOM, DEFAULT, KEEP, KEEP),
  BACK ("leftarrowtail", MONO, DEFAULT, KEEP, KEEP),
  BACK ("<-<", MONO, DEFAULT, KEEP, KEEP),
  BACK ("twoheadleftarrow", DEFAULT, EPI, KEEP, KEEP),
  BACK ("<<-", DEFAULT, EPI, KEEP, KEEP),
  BACK ("leftharpoonup", DEFAULT, HARPOON_BOTTOM, KEEP, KEEP),
  BACK ("leftharpoondown", DEFAULT, HARPOON_TOP, KEEP, KEEP),
  BACK ("dashleftarrow", DEFAULT, DEFAULT, CHASE_BODY_DASHED, KEEP),
  BACK ("leftsquigarrow", DEFAULT, DEFAULT, CHASE_BODY_SQUIGGLY, KEEP),
  { "dashrightarrow", CHASE_TAIL_DEFAULT, CHASE_HEAD_DEFAULT, CHASE_BODY_DASHED, KEEP, FALSE },
  { "rightsquigarrow", CHASE_TAIL_DEFAULT, CHASE_HEAD_DEFAULT, CHASE_BODY_SQUIGGLY, KEEP, FALSE },
  { "leftrightsquigarrow", CHASE_TAIL_ARROW, CHASE_HEAD_DEFAULT, CHASE_BODY_SQUIGGLY, KEEP, FALSE },
  TAIL ("no tail", DEFAULT),
  TAIL ("maps to", MAPS_TO),
  TAIL ("hook", HOOK_TOP),
  TAIL ("hook'", HOOK_BOTTOM),
  TAIL ("tail", MONO),
  TAIL ("2tail", MONO),
  TAIL ("tail reversed", ARROW),
  TAIL ("2tail reversed", ARROW),
  TAIL ("coil", COIL_TOP),
  TAIL ("coil'", COIL_BOTTOM),
  HEAD ("no head", NONE),
  HEAD ("to head", DEFAULT),
  HEAD ("two heads", EPI),
  HEAD ("harpoon", HARPOON_TOP),
  HEAD ("harpoon'", HARPOON_BOTTOM),
  HEAD ("multimap", MULTIMAP),
  BOTH ("-{Circle[open]}", DEFAULT, MULTIMAP, KEEP),
  BODY ("dashed", DASHED),
  BODY ("densely dashed", DASHED),
  BODY ("loosely dashed", DASHED),
  BODY ("dotted", DOTTED),
  BODY ("densely dotted", DOTTED),
  BODY ("loosely dotted", DOTTED),
  BODY ("squiggly", SQUIGGLY),
  BODY ("no body", NONE),
  BODY ("solid", SOLID),
  { "double line", KEEP, KEEP, KEEP, 2, FALSE },
  { "double equal sign distance", KEEP, KEEP, KEEP, 2, FALSE },
  { "Rrightarrow", CHASE_TAIL_DEFAULT, CHASE_HEAD_DEFAULT, KEEP, 3, FALSE },
  { "Lleftarrow", CHASE_TAIL_DEFAULT, CHASE_HEAD_DEFAULT, KEEP, 3, TRUE },
  { "double", KEEP, KEEP, KEEP, 2, FALSE },
#undef BOTH
#undef BACK
#undef TAIL
#undef HEAD
#undef BODY
};

static const struct
{
  const char *key;
  double at;
} positions[] = {
  { "at start", 0.0 }, { "very near start", 0.1 }, { "near start", 0.2 }, { "midway", 0.5 },
  { "near end", 0.8 }, { "very near end", 0.9 },   { "at end", 1.0 },
};

static const struct
{
  const char *key;
  ChaseTikzPlace place;
} places[] = {
  { "description", CHASE_TIKZ_CENTRE }, { "marking", CHASE_TIKZ_OVER },
  { "above", CHASE_TIKZ_ABOVE },        { "below", CHASE_TIKZ_BELOW },
  { "left", CHASE_TIKZ_WEST },          { "right", CHASE_TIKZ_EAST },
};

static void
label_free (ChaseTikzLabel *label)
{
  if (label == NULL)
    return;
  g_free (label->text);
  g_free (label->name);
  if (label->unknown != NULL)
    g_string_free (label->unknown, TRUE);
  g_free (label);
}

ChaseTikzArrow *
chase_tikz_arrow_new (const ChaseTexStyles *styles)
{
  ChaseTikzArrow *arrow = g_new0 (ChaseTikzArrow, 1);

  arrow->style = chase_style_new ();
  arrow->lines = 1;
  arrow->styles = styles;
  return arrow;
}

void
chase_tikz_arrow_free (ChaseTikzArrow *arrow)
{
  if (arrow == NULL)
    return;
  g_free (arrow->from);
  g_free (arrow->to);
  label_free (arrow->defaults);
  if (arrow->style != chase_style_default ())
    chase_style_free (arrow->style);
  while (arrow->labels != NULL)
    {
      ChaseTikzLabel *next = arrow->labels->next;

      label_free (arrow->labels);
      arrow->labels = next;
    }
  if (arrow->unknown != NULL)
    g_string_free (arrow->unknown, TRUE);
  if (arrow->curls != NULL)
    g_string_free (arrow->curls, TRUE);
  g_free (arrow);
}

static ChaseTikzLabel *
label_new (const ChaseTexStyles *styles)
{
  ChaseTikzLabel *label = g_new0 (ChaseTikzLabel, 1);

  label->styles = styles;
  return label;
}

static ChaseTikzLabel *
defaults_of (ChaseTikzArrow *arrow)
{
  if (arrow->defaults == NULL)
    arrow->defaults = label_new (arrow->styles);
  return arrow->defaults;
}

void
chase_tikz_arrow_pack (ChaseTikzArrow *arrow, ChaseRecentStyles *recent)
{
  g_autofree ChaseTikzLabel *none = label_new (arrow->styles);

  if (arrow->defaults != NULL && memcmp (arrow->defaults, none, sizeof *none) == 0)
    g_clear_pointer (&arrow->defaults, label_free);
  if (chase_style_is_default (arrow->style))
    {
      chase_style_free (arrow->style);
      arrow->style = (ChaseStyle *)chase_style_default ();
    }
  else
    arrow->style = chase_recent_styles_share (recent, arrow->style);
}

static void
keep (GString **unknown, const char *option)
{
  if (*unknown == NULL)
    *unknown = g_string_new (NULL);
  if ((*unknown)->len > 0)
    g_string_append (*unknown, ", ");
  g_string_append (*unknown, option);
}

static void
set_text (char **slot, const char *text)
{
  g_free (*slot);
  *slot = g_strdup (text);
}

static gboolean
has_prefix (const char *text, const char *prefix)
{
  return g_str_has_prefix (text, prefix);
}

/* Reads a number at the start of @text; *@rest is what follows it, a unit perhaps. */
static gboolean
read_number (const char *text, double *number, const char **rest)
{
  char *end;

  while (*text == '{' || *text == ' ' || *text == '(')
    text++;
  if (!g_ascii_isdigit (*text) && strchr ("+-.", *text) == NULL)
    return FALSE;
  *number = g_ascii_strtod (text, &end);
  if (end == text || !isfinite (*number))
    return FALSE;
  *number = CLAMP (*number, -1e6, 1e6);
  *rest = end;
  return TRUE;
}

gboolean
chase_tikz_read_length (const char *text, double unit, double *points)
{
  static const struct
  {
    const char *name;
    double points;
  } units[]
      = { { "pt", 1.0 },   { "em", 10.0 }, { "ex", 4.3 },   { "mm", 2.845 }, { "cm", 28.45 },
          { "in", 72.27 }, { "pc", 12.0 }, { "bp", 1.004 }, { "sp", 0.0 },   { "mu", 0.5556 } };
  const char *rest;

  if (!read_number (text, points, &rest))
    return FALSE;
  while (*rest == ' ')
    rest++;
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (has_prefix (rest, units[i].name))
      {
        *points *= units[i].points;
        return TRUE;
      }
  *points *= unit;
  return TRUE;
}

static gboolean
read_plain (const char *text, double *number)
{
  const char *rest;

  return read_number (text, number, &rest);
}

static double
rounded (double value)
{
  return round (value * 1000.0) / 1000.0;
}

static gboolean
apply_tip (ChaseTikzArrow *arrow, const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (tips); i++)
    {
      if (strcmp (tips[i].key, key) != 0)
        continue;
      if (tips[i].tail != KEEP)
        arrow->style->tail = (ChaseTail)tips[i].tail;
      if (tips[i].head != KEEP)
        arrow->style->head = (ChaseHead)tips[i].head;
      if (tips[i].body != KEEP)
        arrow->style->body = (ChaseBody)tips[i].body;
      if (tips[i].lines != KEEP)
        arrow->lines = (guint)tips[i].lines;
      if (tips[i].tail != KEEP && tips[i].head != KEEP)
        arrow->reversed = tips[i].reversed;
      return TRUE;
    }
  return FALSE;
}

/* `-Stealth`, `<-{Latex[open]}`: tips by their names, which are kept for LaTeX; here an arrow is
 * one. */
static gboolean
is_tip_spec (const char *key)
{
  return (*key == '-' || g_str_has_prefix (key, "<-")) && strlen (key) > 2;
}

static void
apply_tip_spec (ChaseTikzArrow *arrow, const char *key)
{
  if (!is_tip_spec (key))
    return;
  arrow->style->head = CHASE_HEAD_DEFAULT;
  arrow->style->tail = *key == '<' ? CHASE_TAIL_ARROW : CHASE_TAIL_DEFAULT;
}

/* Two harpoons at once: kept for LaTeX, and drawn as an arrow both ways. */
static void
apply_both_ways (ChaseTikzArrow *arrow, const char *key)
{
  if (strcmp (key, "rightleftharpoons") != 0 && strcmp (key, "leftrightharpoons") != 0)
    return;
  arrow->style->head = CHASE_HEAD_DEFAULT;
  arrow->style->tail = CHASE_TAIL_ARROW;
}

/* Options that a label and, for all its labels, an arrow may carry. */
static gboolean
apply_label_key (ChaseTikzLabel *label, const char *key, const char *value)
{
  for (guint i = 0; i < G_N_ELEMENTS (positions); i++)
    if (strcmp (key, positions[i].key) == 0 && value == NULL)
      {
        label->has_at = TRUE;
        label->at = positions[i].at;
        return TRUE;
      }
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (strcmp (key, places[i].key) == 0 && (value == NULL || label->text != NULL))
      {
        label->place = places[i].place;
        return TRUE;
      }
  if (strcmp (key, "swap") == 0 || strcmp (key, "'") == 0)
    label->swapped = !label->swapped;
  else if (strcmp (key, "sloped") == 0 && value == NULL)
    label->sloped = TRUE;
  else if (strcmp (key, "pos") == 0 && value != NULL && read_plain (value, &label->at))
    {
      label->has_at = TRUE;
      label->at = CLAMP (label->at, 0.0, 1.0);
    }
  else if (strcmp (key, "text") == 0 && value != NULL)
    return chase_tikz_read_colour (label->styles, value, &label->colour);
  else
    return FALSE;
  return TRUE;
}

static void
apply_label_option (ChaseTikzLabel *label, const char *option);

static gboolean
is_centre (const char *value)
{
  return value != NULL
         && (strcmp (value, "center") == 0 || strcmp (value, "{center}") == 0
             || strcmp (value, "centre") == 0);
}

/* `label=above:$x$`: a label of the label, which counts where it has no text itself. */
static gboolean
apply_label_of_label (ChaseTikzLabel *label, const char *value)
{
  const char *colon = strchr (value, ':');
  g_autofree char *side = NULL;
  g_autofree char *text = NULL;

  if (colon == NULL || *label->text != '\0')
    return FALSE;
  side = g_strstrip (g_strndup (value, (gsize)(colon - value)));
  text = g_strstrip (g_strdup (colon + 1));
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (strcmp (places[i].key, side) == 0)
      label->place = places[i].place;
  g_strdelimit (text, "$", ' ');
  g_strstrip (text);
  if (g_str_has_prefix (text, "\\scriptstyle"))
    memmove (text, text + strlen ("\\scriptstyle"), strlen (text + strlen ("\\scriptstyle")) + 1);
  set_text (&label->text, g_strstrip (text));
  return TRUE;
}

gboolean
chase_tikz_apply_to_label (ChaseTikzLabel *label, const char *option)
{
  static const char *const keys[]
      = { "swap",       "name",     "label",           "pos",           "description",
          "marking",    "above",    "below",           "left",          "right",
          "near start", "near end", "very near start", "very near end", "midway" };
  g_autofree char *key = g_strndup (option, strcspn (option, "="));

  g_strstrip (key);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (strcmp (keys[i], key) == 0)
      {
        apply_label_option (label, option);
        return TRUE;
      }
  return FALSE;
}

/* Options that only a label may carry. */
static void
apply_label_option (ChaseTikzLabel *label, const char *option)
{
  g_autofree char *key = g_strdup (option);
  char *value = strchr (key, '=');

  if (value != NULL)
    *value++ = '\0';
  g_strstrip (key);
  if (value != NULL)
    g_strstrip (value);
  if (*key == '\0' || apply_label_key (label, key, value))
    return;
  if (strcmp (key, "name") == 0 && value != NULL)
    {
      set_text (&label->name, value);
      chase_tex_unbrace (label->name);
    }
  else if (strcmp (key, "label") == 0 && value != NULL && apply_label_of_label (label, value))
    return;
  else if (strcmp (key, "anchor") == 0 && is_centre (value))
    label->anchored = TRUE;
  else if (strcmp (key, "rotate") == 0 && value != NULL && read_plain (value, &label->rotate))
    label->rotated = TRUE;
  else if (value == NULL && chase_tikz_read_colour (label->styles, key, &label->colour))
    return;
  else if (strcmp (key, "inner sep") != 0 && strcmp (key, "allow upside down") != 0
           && strcmp (key, "auto") != 0 && strcmp (key, "coordinate") != 0)
    keep (&label->unknown, option);
}

static void
apply_label_options (ChaseTikzLabel *label, const char *list)
{
  g_autoptr (GPtrArray) options = chase_tex_split (list, ',', FALSE);

  for (guint i = 0; i < options->len; i++)
    apply_label_option (label, g_ptr_array_index (options, i));
}

void
chase_tikz_apply_to_labels (ChaseTikzArrow *arrow, const char *list)
{
  apply_label_options (defaults_of (arrow), list);
}

ChaseTikzLabel *
chase_tikz_add_label (ChaseTikzArrow *arrow, char *text, const char *list)
{
  ChaseTikzLabel *label = label_new (arrow->styles);

  label->text = chase_tex_unbrace (text);
  if (list != NULL)
    apply_label_options (label, list);
  if (arrow->last_label != NULL)
    arrow->last_label->next = label;
  else
    arrow->labels = label;
  arrow->last_label = label;
  return label;
}

/* `"text"` then any number of `'`, then `{options}` or one option. */
static void
apply_quoted (ChaseTikzArrow *arrow, const char *option)
{
  const char *p = option + 1;
  gint depth = 0;
  ChaseTikzLabel *label;

  for (; *p != '\0' && (*p != '"' || depth > 0); p++)
    if (*p == '\\' && p[1] != '\0')
      p++;
    else
      depth += (*p == '{') - (*p == '}');
  label = chase_tikz_add_label (arrow, g_strndup (option + 1, (gsize)(p - option - 1)), NULL);
  arrow->unclosed = arrow->unclosed || *p != '"';
  if (*p == '"')
    p++;
  while (*p == '\'' || *p == ' ')
    label->swapped ^= *p++ == '\'';
  if (*p != '\0')
    {
      g_autofree char *rest = chase_tex_unbrace (g_strdup (p));

      apply_label_options (label, rest);
    }
}

static gboolean
is_direction (const char *text)
{
  return *text != '\0' && strspn (text, "udlr") == strlen (text);
}

static gboolean
apply_colour (ChaseTikzArrow *arrow, const char *key, const char *value)
{
  ChaseColour colour;

  if (value != NULL && strcmp (key, "draw") == 0 && strcmp (value, "none") == 0)
    {
      arrow->invisible = TRUE;
      return TRUE;
    }
  if (!chase_tikz_read_colour (arrow->styles, value != NULL ? value : key, &colour))
    return FALSE;
  if (value != NULL && strcmp (key, "draw") != 0 && strcmp (key, "color") != 0)
    return FALSE;
  arrow->style->colour = colour;
  if (value == NULL || strcmp (key, "color") == 0)
    defaults_of (arrow)->colour = colour;
  return TRUE;
}

/* A positive curve bows to the right of the direction of travel, a positive offset lies there. */
static gboolean
apply_bend (ChaseTikzArrow *arrow, const char *key, const char *value)
{
  double sign = 0.0;
  double amount;

  if (strcmp (key, "bend left") == 0 || strcmp (key, "bend right") == 0)
    {
      sign = key[5] == 'l' ? -1.0 : 1.0;
      if (value == NULL || !read_plain (value, &amount))
        amount = 30.0;
      arrow->style->bend = CLAMP (sign * amount, -180.0, 180.0);
      arrow->style->curve = 0.0;
    }
  else if (strcmp (key, "shift left") == 0 || strcmp (key, "shift right") == 0)
    {
      sign = key[6] == 'l' ? -1.0 : 1.0;
      if (value == NULL || !chase_tikz_read_length (value, CHASE_TIKZ_SHIFT, &amount))
        amount = CHASE_TIKZ_SHIFT;
      arrow->style->offset = rounded (sign * amount / CHASE_TIKZ_SHIFT);
    }
  else if (strcmp (key, "curve") == 0 && value != NULL && strstr (value, "height=") != NULL
           && read_plain (strstr (value, "height=") + 7, &amount))
    {
      arrow->style->curve = rounded (amount / 6.0);
      arrow->style->bend = 0.0;
      if (strchr (value, ',') != NULL)
        return FALSE;
    }
  return sign != 0.0 || (strcmp (key, "curve") == 0 && value != NULL);
}

static gboolean
apply_loop (ChaseTikzArrow *arrow, const char *key, const char *value)
{
  static const struct
  {
    const char *key;
    double angle;
  } loops[] = { { "loop", 0.0 },
                { "loop above", 0.0 },
                { "loop right", 90.0 },
                { "loop below", 180.0 },
                { "loop left", -90.0 } };

  for (guint i = 0; i < G_N_ELEMENTS (loops); i++)
    if (strcmp (key, loops[i].key) == 0)
      {
        arrow->loop = TRUE;
        /* They run clockwise, with their labels, at the left of the way, outside. */
        arrow->style->radius = 3.0;
        arrow->style->angle = loops[i].angle;
        return TRUE;
      }
  if (value == NULL)
    return FALSE;
  if (strcmp (key, "in") == 0)
    return arrow->has_in = read_plain (value, &arrow->in);
  if (strcmp (key, "out") == 0)
    return arrow->has_out = read_plain (value, &arrow->out);
  if (strcmp (key, "looseness") == 0)
    return read_plain (value, &arrow->style->looseness);
  if (strcmp (key, "distance") == 0 && chase_tikz_read_length (value, 1.0, &arrow->distance))
    {
      arrow->distance /= 2.845;
      return TRUE;
    }
  return FALSE;
}

/* `between={0.2}{0.8}` keeps the part of the arrow between two fractions. */
static gboolean
apply_between (ChaseTikzArrow *arrow, const char *value)
{
  const char *second = strchr (value, '}');
  double from, to;

  if (second == NULL || !read_plain (value, &from) || !read_plain (second + 1, &to))
    return FALSE;
  arrow->style->shorten_source = rounded (100.0 * CLAMP (from, 0.0, 1.0));
  arrow->style->shorten_target = rounded (100.0 * (1.0 - CLAMP (to, 0.0, 1.0)));
  return TRUE;
}

static gboolean
apply_shorten (ChaseTikzArrow *arrow, const char *key, const char *value)
{
  double points;

  if (value == NULL)
    return FALSE;
  if (strcmp (key, "between") == 0)
    return apply_between (arrow, value);
  if (!has_prefix (key, "shorten") || !chase_tikz_read_length (value, 1.0, &points))
    return FALSE;
  if (strchr (key, '>') == NULL)
    arrow->shorten_pt[0] = points;
  if (strchr (key, '<') == NULL)
    arrow->shorten_pt[1] = points;
  return TRUE;
}

static gboolean
apply_end (ChaseTikzArrow *arrow, const char *key, const char *value)
{
  if (value == NULL)
    {
      if (!is_direction (key))
        return FALSE;
      set_text (&arrow->to, key);
      return TRUE;
    }
  if (strcmp (key, "from") == 0)
    set_text (&arrow->from, value);
  else if (strcmp (key, "to") == 0)
    set_text (&arrow->to, value);
  else if ((strcmp (key, "start anchor") == 0 || strcmp (key, "end anchor") == 0)
           && is_centre (value))
    arrow->centred_anchors++;
  else
    return FALSE;
  return TRUE;
}

/* The way in which a path leaves an end, `\tikztostart.east`, as an angle. */
static gboolean
read_side (const char *path, const char *end, double *angle)
{
  static const struct
  {
    const char *side;
    double angle;
  } sides[] = { { ".east", 0.0 }, { ".north", 90.0 }, { ".west", 180.0 }, { ".south", 270.0 } };
  const char *found = strstr (path, end);

  for (guint i = 0; found != NULL && i < G_N_ELEMENTS (sides); i++)
    if (has_prefix (found + strlen (end), sides[i].side))
      {
        *angle = sides[i].angle;
        return TRUE;
      }
  return FALSE;
}

/* `(A) -- node {x} (B)`: an arrow between what is called so, with a label. */
static gboolean
apply_named_path (ChaseTikzArrow *arrow, const char *path)
{
  const char *first = strchr (path, '(');
  const char *last = strrchr (path, '(');
  const char *node = strstr (path, "node");
  const char *brace = node != NULL ? strchr (node, '{') : NULL;
  gsize n;

  if (first == NULL || last == first || strchr (last, ')') == NULL)
    return FALSE;
  g_free (arrow->from);
  g_free (arrow->to);
  arrow->from = g_strndup (first + 1, strcspn (first + 1, ")"));
  arrow->to = g_strndup (last + 1, strcspn (last + 1, ")"));
  if (brace == NULL || brace > last)
    return TRUE;
  n = chase_tex_skip_group (brace, 0, strlen (brace));
  if (n > 2)
    {
      char *text = g_strndup (brace + 1, n - 2);

      chase_tikz_add_label (arrow, g_strdelimit (text, "$", ' '), "description");
    }
  return TRUE;
}

/* A path of its own: drawn in a curve that leaves and arrives where it does, and kept for LaTeX. */
static gboolean
apply_path (ChaseTikzArrow *arrow, const char *key, const char *value)
{
  if (strcmp (key, "to path") != 0 || value == NULL)
    return FALSE;
  if (strstr (value, "\\tikzto") == NULL)
    return apply_named_path (arrow, value);
  arrow->has_out = arrow->has_out || read_side (value, "\\tikztostart", &arrow->out);
  arrow->has_in = arrow->has_in || read_side (value, "\\tikztotarget", &arrow->in);
  return FALSE;
}

static gboolean
apply_nfold (ChaseTikzArrow *arrow, const char *key, const char *value)
{
  double lines;

  if (strcmp (key, "nfold") != 0 && strcmp (key, "scaling nfold") != 0)
    return FALSE;
  if (value != NULL && read_plain (value, &lines))
    arrow->lines = (guint)CLAMP (lines, 1.0, 4.0);
  return TRUE;
}

gboolean
chase_tikz_is_fine_print (const char *key)
{
  static const char *const keys[] = { "crossing over",
                                      "crossing over clearance",
                                      "start anchor",
                                      "end anchor",
                                      "rounded corners",
                                      "sharp corners",
                                      "to path",
                                      "line width",
                                      "ultra thin",
                                      "very thin",
                                      "thin",
                                      "semithick",
                                      "thick",
                                      "very thick",
                                      "ultra thick",
                                      "opacity",
                                      "draw opacity",
                                      "text opacity",
                                      "fill opacity",
                                      "line cap",
                                      "line join",
                                      "xshift",
                                      "yshift",
                                      "shift",
                                      "inner sep",
                                      "inner xsep",
                                      "inner ysep",
                                      "outer sep",
                                      "font",
                                      "scale",
                                      "label distance",
                                      "anchor",
                                      "rotate",
                                      "transform shape",
                                      "yscale",
                                      "xscale",
                                      "math mode",
                                      "curve",
                                      "dash phase",
                                      "arrow style",
                                      ">",
                                      "min distance",
                                      "max distance",
                                      "fill",
                                      "near",
                                      "text width",
                                      "align",
                                      "minimum width",
                                      "minimum height",
                                      "behind path",
                                      "on layer",
                                      "allow upside down",
                                      "auto",
                                      "every node",
                                      "every to",
                                      "dash pattern",
                                      "math mode",
                                      "shorten",
                                      "name",
                                      "baseline" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (strcmp (keys[i], key) == 0)
      return TRUE;
  return is_tip_spec (key);
}

gboolean
chase_tikz_read_step (const char *option, guint *step)
{
  static const char *const openings[] = { "from slide ", "visible on=<", "visible on={<" };

  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    {
      char *rest;
      guint64 slide;

      if (!g_str_has_prefix (option, openings[i]))
        continue;
      slide = g_ascii_strtoull (option + strlen (openings[i]), &rest, 10);
      if (slide < 1 || slide > 10000 || (i == 0 ? *rest != '\0' : !g_str_has_prefix (rest, "->")))
        return FALSE;
      *step = (guint)slide - 1;
      return TRUE;
    }
  return FALSE;
}

static gboolean
apply_key (ChaseTikzArrow *arrow, const char *key, const char *value)
{
  if (value == NULL && apply_tip (arrow, key))
    return TRUE;
  if (strcmp (key, "phantom") == 0)
    {
      arrow->invisible = arrow->phantom = TRUE;
      return TRUE;
    }
  if (strcmp (key, "dash pattern") == 0 && value != NULL && strcmp (value, "on 0pt off 100pt") == 0)
    {
      arrow->style->body = CHASE_BODY_NONE;
      return TRUE;
    }
  return apply_end (arrow, key, value) || apply_bend (arrow, key, value)
         || apply_loop (arrow, key, value) || apply_shorten (arrow, key, value)
         || apply_nfold (arrow, key, value) || apply_path (arrow, key, value)
         || apply_label_key (defaults_of (arrow), key, value) || apply_colour (arrow, key, value);
}

/* Does it say how a loop lies? */
static gboolean
is_curl (const char *key)
{
  return has_prefix (key, "loop") || strcmp (key, "in") == 0 || strcmp (key, "out") == 0
         || strcmp (key, "looseness") == 0 || strcmp (key, "distance") == 0;
}

/* A key that the text defines stands for others. */
static gboolean
apply_style (ChaseTikzArrow *arrow, const char *key, const char *value)
{
  g_autofree char *options = NULL;

  if (arrow->depth < STYLE_DEPTH_MAX)
    options = chase_tex_styles_expand (arrow->styles, key, value);
  if (options == NULL || strlen (options) > STYLE_MAX)
    return FALSE;
  arrow->depth++;
  chase_tikz_apply_list (arrow, options);
  arrow->depth--;
  return TRUE;
}

/* `-{Stealth}` and the like name a tip: the arrow is one all the same. */
static char *
split_value (char *option)
{
  char *value = strchr (option, '=');

  if (value == NULL || strchr ("<>|-", *option) != NULL)
    return NULL;
  *value++ = '\0';
  return g_strstrip (value);
}

void
chase_tikz_apply (ChaseTikzArrow *arrow, const char *option)
{
  g_autofree char *key = g_strdup (option);
  char *value;

  if (*option == '\0')
    return;
  if (*option == '"')
    {
      apply_quoted (arrow, option);
      return;
    }
  /* A label that holds a comma is in braces, quotes and all. */
  if (*option == '{' && has_prefix (chase_tex_unbrace (key), "\""))
    {
      apply_quoted (arrow, key);
      return;
    }
  if (chase_tikz_read_step (option, &arrow->style->step))
    return;
  value = split_value (key);
  g_strstrip (key);
  if (value != NULL && *value == '{' && strcmp (key, "between") != 0)
    chase_tex_unbrace (value);
  if (apply_key (arrow, key, value))
    {
      if (is_curl (key))
        keep (&arrow->curls, option);
      return;
    }
  if (apply_style (arrow, key, value))
    return;
  apply_tip_spec (arrow, key);
  apply_both_ways (arrow, key);
  keep (&arrow->unknown, option);
}

void
chase_tikz_apply_list (ChaseTikzArrow *arrow, const char *list)
{
  g_autoptr (GPtrArray) options = chase_tex_split (list, ',', TRUE);

  for (guint i = 0; i < options->len; i++)
    chase_tikz_apply (arrow, g_ptr_array_index (options, i));
}
