/* SPDX-License-Identifier: MIT */
#include "notation/parse-style-private.h"

#include <math.h>
#include <string.h>

#include "i18n.h"

/* The keys of styles, and what each of them takes. */

typedef struct
{
  Parser *parser;
  const StyleKey *key;
  const Token *token; /* of the key */
  const StyleValue *value;
} Assignment;

struct _StyleKey
{
  const char *name;
  gboolean (*set) (const Assignment *assignment, ChaseStyle *style);
  gsize place;     /* in a ChaseStyle: of what is set, where that is one thing */
  gsize flag;      /* the same: of a gboolean that is TRUE then; 0: none */
  int least, most; /* of an integer */
};

static gboolean
bad_value (const Assignment *assignment, const char *what)
{
  notation_error (assignment->parser, &assignment->value->token, NULL, "%.*s takes %s",
                  (int)MIN (assignment->token->length, 40), assignment->token->start, what);
  return FALSE;
}

static gboolean
bad_word (const Assignment *assignment, const char *const *candidates)
{
  const StyleValue *value = assignment->value;
  const char *guess = value->words != NULL && notation_may_search (assignment->parser)
                          ? chase_guess (value->words, candidates)
                          : NULL;
  g_autofree char *all = g_strjoinv (", ", (char **)candidates);
  g_autofree char *hint = guess != NULL ? g_strdup_printf (_ ("did you mean \"%s\"?"), guess)
                                        : g_strdup_printf (_ ("one of: %s"), all);
  g_autofree char *text = notation_token_text (&value->token);

  notation_error (assignment->parser, &value->token, hint, "%s is no value for %.*s", text,
                  (int)MIN (assignment->token->length, 40), assignment->token->start);
  return FALSE;
}

/* Is the value one number, from @least to @most? */
static gboolean
is_number (const StyleValue *value, double least, double most)
{
  return value->n_numbers == 1 && value->words == NULL && value->numbers[0] >= least
         && value->numbers[0] <= most;
}

static gboolean
set_number (const Assignment *assignment, ChaseStyle *style)
{
  const StyleKey *key = assignment->key;

  if (assignment->value->n_numbers != 1 || assignment->value->words != NULL)
    return bad_value (assignment, _ ("a number"));
  G_STRUCT_MEMBER (double, style, key->place) = assignment->value->numbers[0];
  if (key->flag != 0)
    G_STRUCT_MEMBER (gboolean, style, key->flag) = TRUE;
  return TRUE;
}

static gboolean
set_integer (const Assignment *assignment, ChaseStyle *style)
{
  const StyleKey *key = assignment->key;
  g_autofree char *what = NULL;
  double n = assignment->value->numbers[0];

  if (is_number (assignment->value, key->least, key->most) && n == floor (n))
    {
      G_STRUCT_MEMBER (guint, style, key->place) = (guint)n;
      return TRUE;
    }
  what = key->most == G_MAXINT
             ? g_strdup (_ ("an integer that is not negative"))
             : g_strdup_printf (_ ("an integer from %d to %d"), key->least, key->most);
  return bad_value (assignment, what);
}

static const char *const head_words[]
    = { "arrowhead", "none", "epi", "harpoon top", "harpoon bottom", "multimap", "default", NULL };
static const char *const tail_words[]
    = { "none",      "mono",     "maps to",     "hook top", "hook bottom",
        "arrowhead", "coil top", "coil bottom", "default",  NULL };
static const char *const body_words[]
    = { "solid",  "none",          "dashed",       "dotted",        "squiggly",
        "barred", "double barred", "bullet solid", "bullet hollow", NULL };
static const char *const label_words[] = { "auto", "left", "right", "centre", "over", NULL };
static const char *const corner_words[] = { "pullback", "pushout", NULL };
static const char *const align_words[] = { "midpoint", "centre", NULL };

static gboolean
set_head (const Assignment *assignment, ChaseStyle *style)
{
  const char *words = assignment->value->words;

  return (words != NULL && chase_style_parse_head (words, &style->head))
         || bad_word (assignment, head_words);
}

static gboolean
set_tail (const Assignment *assignment, ChaseStyle *style)
{
  const char *words = assignment->value->words;

  return (words != NULL && chase_style_parse_tail (words, &style->tail))
         || bad_word (assignment, tail_words);
}

static gboolean
set_body (const Assignment *assignment, ChaseStyle *style)
{
  const char *words = assignment->value->words;

  return (words != NULL && chase_style_parse_body (words, &style->body))
         || bad_word (assignment, body_words);
}

static gboolean
set_label (const Assignment *assignment, ChaseStyle *style)
{
  const char *words = assignment->value->words;

  return (words != NULL && chase_style_parse_label (words, &style->label_side))
         || bad_word (assignment, label_words);
}

static gboolean
set_bend_left (const Assignment *assignment, ChaseStyle *style)
{
  if (!set_number (assignment, style))
    return FALSE;
  style->bend = 0.0 - style->bend;
  return TRUE;
}

static gboolean
set_looseness (const Assignment *assignment, ChaseStyle *style)
{
  if (!is_number (assignment->value, 0.0, HUGE_VAL))
    return bad_value (assignment, _ ("a number that is not negative"));
  style->looseness = assignment->value->numbers[0];
  return TRUE;
}

static gboolean
set_label_at (const Assignment *assignment, ChaseStyle *style)
{
  if (!is_number (assignment->value, 0.0, 1.0))
    return bad_value (assignment, _ ("a number from 0 to 1"));
  style->label_at = assignment->value->numbers[0];
  return TRUE;
}

static gboolean
set_shorten (const Assignment *assignment, ChaseStyle *style)
{
  const StyleValue *value = assignment->value;

  if (value->words != NULL || value->n_numbers < 1 || value->n_numbers > 2)
    return bad_value (assignment, _ ("one number, or two: shorten = (10, 20)"));
  style->shorten_source = value->numbers[0];
  style->shorten_target = value->numbers[value->n_numbers - 1];
  return TRUE;
}

static gboolean
set_corner (const Assignment *assignment, ChaseStyle *style)
{
  if (g_strcmp0 (assignment->value->words, "pullback") == 0)
    style->form = CHASE_EDGE_PULLBACK;
  else if (g_strcmp0 (assignment->value->words, "pushout") == 0)
    style->form = CHASE_EDGE_PUSHOUT;
  else
    return bad_word (assignment, corner_words);
  return TRUE;
}

static gboolean
read_alignment (const char *word, gboolean *midpoint)
{
  *midpoint = g_strcmp0 (word, "midpoint") == 0;
  return *midpoint || g_strcmp0 (word, "centre") == 0 || g_strcmp0 (word, "center") == 0;
}

static gboolean
set_align (const Assignment *assignment, ChaseStyle *style)
{
  const StyleValue *value = assignment->value;
  const char *source = value->words != NULL ? value->words : value->pair[0];
  const char *target = value->words != NULL ? value->words : value->pair[1];

  return (read_alignment (source, &style->source_midpoint)
          && read_alignment (target, &style->target_midpoint))
         || bad_word (assignment, align_words);
}

static gboolean
read_colour (const StyleValue *value, ChaseColour *colour)
{
  if (value->words == NULL)
    return FALSE;
  if (value->n_numbers == 0)
    {
      if (strcmp (value->words, "default") == 0)
        {
          *colour = (ChaseColour){ CHASE_COLOUR_NONE };
          return TRUE;
        }
      return chase_colour_parse_name (value->words, colour)
             || (value->string && chase_colour_parse_hex (value->words, colour));
    }
  if (value->n_numbers < 3)
    return FALSE;
  if (strcmp (value->words, "hsl") == 0 || strcmp (value->words, "hsla") == 0)
    colour->kind = CHASE_COLOUR_HSL;
  else if (strcmp (value->words, "rgb") == 0 || strcmp (value->words, "rgba") == 0)
    colour->kind = CHASE_COLOUR_RGB;
  else
    return FALSE;
  memcpy (colour->values, value->numbers, sizeof colour->values);
  colour->alpha = value->n_numbers == 4 ? value->numbers[3] : 1.0;
  return TRUE;
}

static gboolean
set_colour (const Assignment *assignment, ChaseStyle *style)
{
  ChaseColour colour;

  if (!read_colour (assignment->value, &colour))
    return bad_value (assignment, _ ("a name (red, teal, ...), \"#rrggbb\", hsl(h, s, l) or "
                                     "hsl(h, s, l, a)"));
  G_STRUCT_MEMBER (ChaseColour, style, assignment->key->place) = colour;
  return TRUE;
}

#define PLACE(member) G_STRUCT_OFFSET (ChaseStyle, member)

static const StyleKey keys[] = {
  { "head", set_head },
  { "tail", set_tail },
  { "body", set_body },
  { "level", set_integer, PLACE (level), .least = 1, .most = 4 },
  { "curve", set_number, PLACE (curve) },
  { "bend", set_number, PLACE (bend) },
  { "out", set_number, PLACE (out), PLACE (has_out) },
  { "in", set_number, PLACE (in), PLACE (has_in) },
  { "looseness", set_looseness },
  { "offset", set_number, PLACE (offset) },
  { "shorten", set_shorten },
  { "label", set_label },
  { "labelat", set_label_at },
  { "labelgap", set_number, PLACE (label_gap) },
  { "colour", set_colour, PLACE (colour) },
  { "labelcolour", set_colour, PLACE (label_colour) },
  { "radius", set_number, PLACE (radius) },
  { "angle", set_number, PLACE (angle) },
  { "corner", set_corner },
  { "align", set_align },
  { "step", set_integer, PLACE (step), .least = 0, .most = G_MAXINT },
  { "color", set_colour, PLACE (colour) },
  { "labelcolor", set_colour, PLACE (label_colour) },
  { "bend right", set_number, PLACE (bend) },
  { "bend left", set_bend_left, PLACE (bend) },
};

const StyleKey *
notation_find_style_key (const char *words)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (strcmp (keys[i].name, words) == 0)
      return &keys[i];
  return NULL;
}

gboolean
notation_set_style_key (const StyleKey *key, Parser *parser, ChaseStyle *style, const Token *token,
                        const StyleValue *value)
{
  const Assignment assignment = { parser, key, token, value };

  return key->set (&assignment, style);
}
