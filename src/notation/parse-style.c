/* SPDX-License-Identifier: MIT */
#include "notation/parse-style-private.h"

#include <string.h>

#include "i18n.h"

/* The words of one entry are joined into at most this many bytes. */
#define WORDS_MAX 256
/* What `bend left` alone means, in degrees. */
#define BEND 30
/* The key of a further label. */
#define ALSO "also"

static void
value_clear (StyleValue *value)
{
  g_free (value->words);
  g_free (value->pair[0]);
  g_free (value->pair[1]);
}

/* A bare word that says what it means by itself. */
static gboolean
apply_word (ChaseStyle *style, const char *words)
{
  static const char *const ambiguous[]
      = { "none", "default", "auto", "arrow", "arrowhead", "cell" };

  for (guint i = 0; i < G_N_ELEMENTS (ambiguous); i++)
    if (strcmp (words, ambiguous[i]) == 0)
      return FALSE;
  if (strcmp (words, "phantom") == 0)
    {
      style->body = CHASE_BODY_NONE;
      style->head = CHASE_HEAD_NONE;
      return TRUE;
    }
  if (strcmp (words, "bend left") == 0)
    style->bend = -BEND;
  else if (strcmp (words, "bend right") == 0)
    style->bend = BEND;
  else if (strcmp (words, "sloped") == 0)
    style->label_sloped = TRUE;
  else if (strcmp (words, "adjunction") == 0)
    style->form = CHASE_EDGE_ADJUNCTION;
  else if (strcmp (words, "pullback") == 0)
    style->form = CHASE_EDGE_PULLBACK;
  else if (strcmp (words, "pushout") == 0)
    style->form = CHASE_EDGE_PUSHOUT;
  else
    return chase_style_parse_body (words, &style->body)
           || chase_style_parse_head (words, &style->head)
           || chase_style_parse_tail (words, &style->tail)
           || chase_style_parse_label (words, &style->label_side)
           || chase_colour_parse_name (words, &style->colour);
  return TRUE;
}

gboolean
notation_is_style_word (const char *words)
{
  ChaseStyle scratch;

  chase_style_init (&scratch);
  return apply_word (&scratch, words);
}

gboolean
notation_is_style_key (const char *word)
{
  return notation_find_style_key (word) != NULL || strcmp (word, ALSO) == 0;
}

/* Reads NAME {NAME}, joined by spaces; NULL and an error when they are too long. */
static char *
read_words (Parser *parser)
{
  Token start = parser->token;
  GString *words = g_string_new (NULL);

  while (parser->token.kind == TOKEN_NAME)
    {
      if (words->len + parser->token.length > WORDS_MAX)
        {
          notation_error (parser, &start, NULL, "a style's word is at most %d bytes long",
                          WORDS_MAX);
          g_string_free (words, TRUE);
          return NULL;
        }
      if (words->len > 0)
        g_string_append_c (words, ' ');
      g_string_append_len (words, parser->token.start, (gssize)parser->token.length);
      notation_advance (parser);
    }
  return g_string_free (words, FALSE);
}

/* At "(": up to four numbers, or two words. */
static gboolean
read_tuple (Parser *parser, StyleValue *value)
{
  Token open = parser->token;
  guint n_words = 0;

  do
    {
      notation_advance (parser);
      if (parser->token.kind == TOKEN_NAME && n_words < 2 && value->n_numbers == 0)
        {
          value->pair[n_words] = read_words (parser);
          if (value->pair[n_words++] == NULL)
            return FALSE;
        }
      else if (value->n_numbers == G_N_ELEMENTS (value->numbers) || n_words > 0)
        {
          notation_expected (parser, "\")\"", NULL);
          return FALSE;
        }
      else if (!notation_read_real (parser, "a number", &value->numbers[value->n_numbers++]))
        return FALSE;
    }
  while (parser->token.kind == TOKEN_COMMA);
  return notation_expect_close (parser, TOKEN_RIGHT_PAREN, &open);
}

static gboolean
read_value (Parser *parser, StyleValue *value)
{
  value->token = parser->token;
  switch (parser->token.kind)
    {
    case TOKEN_STRING:
      value->words = notation_string_value (&parser->token);
      value->string = TRUE;
      notation_advance (parser);
      return TRUE;
    case TOKEN_NAME:
      value->words = read_words (parser);
      if (value->words == NULL)
        return FALSE;
      return parser->token.kind != TOKEN_LEFT_PAREN || read_tuple (parser, value);
    case TOKEN_LEFT_PAREN:
      return read_tuple (parser, value);
    default:
      value->n_numbers = 1;
      return notation_read_real (parser, _ ("a value: a word, a number or a string"),
                                 &value->numbers[0]);
    }
}

/* The text of a value of an unknown key. */
static char *
value_text (const StyleValue *value)
{
  GString *text;

  if (value->words != NULL && value->n_numbers == 0)
    return g_strdup (value->words);
  text = g_string_new (value->words);
  if (value->words != NULL || value->n_numbers != 1)
    g_string_append_c (text, '(');
  for (guint i = 0; i < value->n_numbers; i++)
    {
      g_autofree char *number = chase_notation_print_number (value->numbers[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", number);
    }
  for (guint i = 0; i < 2 && value->pair[i] != NULL; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", value->pair[i]);
  if (value->words != NULL || value->n_numbers != 1)
    g_string_append_c (text, ')');
  return g_string_free (text, FALSE);
}

static void
warn_unknown (Parser *parser, const Token *token, const char *words)
{
  static const char *const known[]
      = { "head",       "tail",          "body",         "level",         "curve",   "offset",
          "bend",       "looseness",     "labelgap",     "sloped",        "also",    "bend left",
          "bend right", "shorten",       "label",        "labelat",       "colour",  "labelcolour",
          "radius",     "angle",         "corner",       "align",         "step",    "dashed",
          "dotted",     "squiggly",      "barred",       "epi",           "mono",    "hook",
          "multimap",   "double barred", "bullet solid", "bullet hollow", "phantom", "harpoon",
          "mapsto",     "pullback",      "pushout",      "adjunction",    NULL };
  const char *guess
      = token->quoted || !notation_may_search (parser) ? NULL : chase_guess (words, known);
  g_autofree char *hint = NULL;

  if (guess == NULL)
    return;
  hint = g_strdup_printf (_ ("did you mean \"%s\"?"), guess);
  notation_warning (parser, token, hint,
                    "the style \"%s\" is not known: it is kept, but draws nothing", words);
}

static gboolean
read_bracket (Parser *parser, ChaseStyle *style, gboolean of_label);

/* Takes out of @style what says where a label goes. FALSE: it says more. */
static gboolean
take_placement (ChaseStyle *style, ChaseStyleLabel *label)
{
  ChaseStyle rest = *style;

  *label = (ChaseStyleLabel){ NULL,
                              style->label_side,
                              style->label_at,
                              style->label_gap,
                              style->label_sloped,
                              style->label_colour };
  if (label->colour.kind == CHASE_COLOUR_NONE)
    label->colour = style->colour;
  chase_style_init (style);
  rest.label_side = style->label_side;
  rest.label_at = style->label_at;
  rest.label_gap = style->label_gap;
  rest.label_sloped = style->label_sloped;
  rest.label_colour = style->label_colour;
  rest.colour = style->colour;
  style->extras = rest.extras;
  return rest.extras == NULL && chase_style_is_default (&rest);
}

/* `also = "text" [where]`: one more label. */
static gboolean
read_also (Parser *parser, ChaseStyle *style, const Token *key)
{
  g_autoptr (ChaseName) text = NULL;
  g_autoptr (ChaseStyle) where = chase_style_new ();
  ChaseStyleLabel label;

  if (parser->token.kind != TOKEN_STRING)
    {
      notation_expected (parser, "the label's string", "also = \"\\sim\" [right]");
      return FALSE;
    }
  if (!notation_read_label (parser, &text)
      || (parser->token.kind == TOKEN_LEFT_BRACKET && !read_bracket (parser, where, TRUE)))
    return FALSE;
  if (!take_placement (where, &label))
    {
      notation_error (parser, key, NULL,
                      "a label takes label, labelat, labelgap, labelcolour and sloped alone");
      return FALSE;
    }
  chase_style_add_label (style, text, &label);
  return TRUE;
}

static gboolean
read_assignment (Parser *parser, ChaseStyle *style, const Token *token, const char *words,
                 gboolean of_label)
{
  const StyleKey *key = token->quoted ? NULL : notation_find_style_key (words);
  StyleValue value = { 0 };
  gboolean fine;

  if (!token->quoted && strcmp (words, ALSO) == 0)
    {
      if (!of_label)
        return read_also (parser, style, token);
      notation_error (parser, token, NULL, "a label has no labels of its own");
      return FALSE;
    }
  fine = read_value (parser, &value);
  if (fine && key != NULL)
    fine = notation_set_style_key (key, parser, style, token, &value);
  else if (fine)
    {
      g_autofree char *text = value_text (&value);

      warn_unknown (parser, token, words);
      chase_style_set_extra (style, words, text);
    }
  value_clear (&value);
  return fine;
}

static gboolean
read_entry (Parser *parser, ChaseStyle *style, gboolean of_label)
{
  Token token = parser->token;
  g_autofree char *words = NULL;

  if (token.kind != TOKEN_NAME)
    {
      notation_expected (parser, "a style: a word, or key = value", NULL);
      return FALSE;
    }
  words = read_words (parser);
  if (words == NULL)
    return FALSE;
  if (notation_accept (parser, TOKEN_EQUALS))
    return read_assignment (parser, style, &token, words, of_label);
  if (!token.quoted && apply_word (style, words))
    return TRUE;
  if (!token.quoted && notation_is_style_key (words))
    {
      notation_error (parser, &token, NULL, "%s needs a value: %s = ...", words, words);
      return FALSE;
    }
  warn_unknown (parser, &token, words);
  chase_style_set_extra (style, words, NULL);
  return TRUE;
}

/* At "[". */
static gboolean
read_bracket (Parser *parser, ChaseStyle *style, gboolean of_label)
{
  Token open = parser->token;

  notation_advance (parser);
  while (parser->token.kind != TOKEN_RIGHT_BRACKET)
    {
      /* An entry that is read to its end but means nothing is reported, and the next one read. */
      if (!read_entry (parser, style, of_label) && parser->token.kind != TOKEN_COMMA
          && parser->token.kind != TOKEN_RIGHT_BRACKET)
        return FALSE;
      if (!notation_accept (parser, TOKEN_COMMA))
        break;
    }
  return notation_expect_close (parser, TOKEN_RIGHT_BRACKET, &open);
}

gboolean
notation_read_style (Parser *parser, ChaseStyle **result)
{
  g_autoptr (ChaseStyle) style = NULL;

  if (parser->token.kind != TOKEN_LEFT_BRACKET)
    return TRUE;
  style = chase_style_new ();
  if (!read_bracket (parser, style, FALSE))
    return FALSE;
  if (!chase_style_is_default (style))
    *result = g_steal_pointer (&style);
  return TRUE;
}
