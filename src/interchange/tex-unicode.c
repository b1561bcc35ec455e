/* SPDX-License-Identifier: MIT */
#include "interchange/tex-unicode-private.h"

#include <string.h>

/* Labels with signs beyond ASCII, for pdflatex, whose fonts have a form of few of them. */

typedef struct
{
  GString *out;
  GByteArray *texts; /* of the groups that are open: is it text? */
  gboolean text;     /* are we in text? */
  gboolean asks;     /* what was written last wants an argument, or is `_` or `^` */
  gboolean word;     /* what was written last is a command, which a letter would go on with */
  gboolean opens;    /* the next group is text */
} Writer;

/* What an alphabet is written with; NULL: it has no letters of that kind in pdflatex's fonts. */
typedef struct
{
  gunichar first, last; /* of the blocks of mathematical signs */
  const char *upper, *lower;
} Alphabet;

static const Alphabet alphabets[] = {
  { 0x1D400, 0x1D433, "\\mathbf{", "\\mathbf{" },
  { 0x1D434, 0x1D467, "", "" },
  { 0x1D468, 0x1D49B, "\\boldsymbol{", "\\boldsymbol{" },
  { 0x1D49C, 0x1D4CF, "\\mathcal{", "" },
  { 0x1D4D0, 0x1D503, "\\boldsymbol{\\mathcal{", "\\boldsymbol{" },
  { 0x1D504, 0x1D537, "\\mathfrak{", "\\mathfrak{" },
  { 0x1D538, 0x1D56B, "\\mathbb{", "\\mathbf{" },
  { 0x1D56C, 0x1D59F, "\\boldsymbol{\\mathfrak{", "\\boldsymbol{\\mathfrak{" },
  { 0x1D5A0, 0x1D5D3, "\\mathsf{", "\\mathsf{" },
  { 0x1D5D4, 0x1D607, "\\boldsymbol{\\mathsf{", "\\boldsymbol{\\mathsf{" },
  { 0x1D608, 0x1D63B, "\\mathsf{", "\\mathsf{" },
  { 0x1D63C, 0x1D66F, "\\boldsymbol{\\mathsf{", "\\boldsymbol{\\mathsf{" },
  { 0x1D670, 0x1D6A3, "\\mathtt{", "\\mathtt{" },
  { 0x1D6A4, 0x1D6A5, "", "" },
  { 0x1D6A8, 0x1D6E1, "\\boldsymbol{", "\\boldsymbol{" },
  { 0x1D6E2, 0x1D71B, "", "" },
  { 0x1D71C, 0x1D7C9, "\\boldsymbol{", "\\boldsymbol{" },
  { 0x1D7CE, 0x1D7D7, "\\mathbf{", "\\mathbf{" },
  { 0x1D7D8, 0x1D7E1, "\\mathbf{", "\\mathbf{" },
  { 0x1D7E2, 0x1D7EB, "\\mathsf{", "\\mathsf{" },
  { 0x1D7EC, 0x1D7F5, "\\boldsymbol{\\mathsf{", "\\boldsymbol{\\mathsf{" },
  { 0x1D7F6, 0x1D7FF, "\\mathtt{", "\\mathtt{" },
};

/* Accents by their combining signs. */
static const struct
{
  gunichar sign;
  const char *tex;
} accents[] = {
  { 0x300, "\\grave" }, { 0x301, "\\acute" },
  { 0x302, "\\hat" },   { 0x303, "\\tilde" },
  { 0x304, "\\bar" },   { 0x305, "\\overline" },
  { 0x306, "\\breve" }, { 0x307, "\\dot" },
  { 0x308, "\\ddot" },  { 0x30A, "\\mathring" },
  { 0x30C, "\\check" }, { 0x332, "\\underline" },
  { 0x338, "\\not" },   { 0x20D6, "\\overleftarrow" },
  { 0x20D7, "\\vec" },
};

/* Among the alphabets are the letters that Unicode had before the blocks. */
static const Alphabet *
alphabet_of (gunichar sign)
{
  static const struct
  {
    ChaseAlphabet style;
    guint row;
  } old[] = { { CHASE_ALPHABET_ITALIC, 1 },
              { CHASE_ALPHABET_SCRIPT, 3 },
              { CHASE_ALPHABET_FRAKTUR, 5 },
              { CHASE_ALPHABET_BLACKBOARD, 6 } };
  gunichar plain = sign >= 0x2100 && sign <= 0x2134 ? chase_character_plain (sign) : sign;

  for (guint i = 0; plain != sign && i < G_N_ELEMENTS (old); i++)
    if (chase_character_style (plain, old[i].style) == sign)
      return &alphabets[old[i].row];
  for (guint i = 0; i < G_N_ELEMENTS (alphabets); i++)
    if (sign >= alphabets[i].first && sign <= alphabets[i].last)
      return &alphabets[i];
  return NULL;
}

static const char *
accent_of (gunichar sign)
{
  for (guint i = 0; i < G_N_ELEMENTS (accents); i++)
    if (accents[i].sign == sign)
      return accents[i].tex;
  return NULL;
}

/* The letters that their alphabets have in other fonts alone: small script and blackboard, and
 * slanted sans serif. */
static gboolean
is_nearest (gunichar sign)
{
  const Alphabet *alphabet = chase_tex_sign (sign) == NULL ? alphabet_of (sign) : NULL;

  if (alphabet == NULL || sign == 0x1D55C || sign == 0x1D7D9)
    return FALSE;
  if (alphabet->first == 0x1D608 || alphabet->first == 0x1D63C || alphabet->first == 0x1D7D8)
    return TRUE;
  return (alphabet->first == 0x1D49C || alphabet->first == 0x1D4D0 || alphabet->first == 0x1D538)
         && g_unichar_islower (chase_character_plain (sign));
}

void
chase_tex_note_nearest (const char *text, GString *signs)
{
  if (g_str_is_ascii (text) || !g_utf8_validate (text, -1, NULL))
    return;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (is_nearest (g_utf8_get_char (p)))
      {
        g_autofree char *sign = g_strndup (p, (gsize)(g_utf8_next_char (p) - p));

        if (strstr (signs->str, sign) == NULL)
          g_string_append (signs, sign);
      }
}

gboolean
chase_tex_is_math (gunichar sign)
{
  return chase_tex_sign (sign) != NULL || alphabet_of (sign) != NULL
         || chase_character_superscript (sign) != 0 || chase_character_subscript (sign) != 0;
}

static gboolean
is_letter (char c)
{
  return g_ascii_isalpha (c);
}

/* Appends @tex, apart from the command before it. */
static void
put (Writer *writer, const char *tex)
{
  gsize n = strlen (tex);

  if (n == 0)
    return;
  if (writer->word && is_letter (*tex))
    g_string_append_c (writer->out, ' ');
  g_string_append (writer->out, tex);
  while (n > 0 && is_letter (tex[n - 1]))
    n--;
  writer->word = n > 0 && tex[n - 1] == '\\' && tex[n] != '\0';
  writer->asks = FALSE;
}

static gboolean
is_one_token (const char *tex)
{
  if (*tex != '\\')
    return strlen (tex) <= 1;
  do
    tex++;
  while (is_letter (*tex));
  return *tex == '\0';
}

/* Appends what may be more than one token, as one where that is asked for. */
static void
put_formula (Writer *writer, const char *tex)
{
  g_autofree char *whole = NULL;

  if (writer->text)
    whole = g_strdup_printf ("$%s$", tex);
  else if (writer->asks && !is_one_token (tex))
    whole = g_strdup_printf ("{%s}", tex);
  put (writer, whole != NULL ? whole : tex);
}

static gunichar
peek (const char *p)
{
  return *p != '\0' ? g_utf8_get_char (p) : 0;
}

static void
add_sign (gunichar sign, GString *tex)
{
  const char *form = chase_tex_sign (sign);
  gsize n = tex->len;

  if (form == NULL && sign < 0x80)
    {
      if (g_ascii_isalpha ((char)sign) && n > 1 && is_letter (tex->str[n - 1])
          && strrchr (tex->str, '\\') != NULL)
        {
          const char *back = strrchr (tex->str, '\\') + 1;

          while (is_letter (*back))
            back++;
          if (*back == '\0')
            g_string_append_c (tex, ' ');
        }
      g_string_append_c (tex, (char)sign);
    }
  else if (form != NULL)
    g_string_append (tex, form);
  else
    g_string_append_unichar (tex, sign);
}

/* The letters from @p on that are of one alphabet and one kind. Returns what is behind them. */
static const char *
take_letters (const Alphabet *alphabet, const char *p, GString *tex)
{
  const char *open = NULL;

  while (*p != '\0')
    {
      gunichar sign = g_utf8_get_char (p);
      gunichar plain = chase_character_plain (sign);
      const char *wanted = g_unichar_islower (plain) ? alphabet->lower : alphabet->upper;

      if (alphabet_of (sign) != alphabet || (open != NULL && strcmp (open, wanted) != 0))
        break;
      if (open == NULL && strcmp (wanted, "\\mathbf{") == 0 && (sign == 0x1D55C || sign == 0x1D7D9))
        {
          g_string_append (tex, sign == 0x1D55C ? "\\Bbbk" : "{1\\mkern-4.5mu\\mathrm{l}}");
          return g_utf8_next_char (p);
        }
      if (open == NULL)
        g_string_append (tex, open = wanted);
      add_sign (plain, tex);
      p = g_utf8_next_char (p);
      if (accent_of (peek (p)) != NULL || *open == '\0')
        break;
    }
  for (const char *brace = open; brace != NULL && *brace != '\0'; brace++)
    if (*brace == '{')
      g_string_append_c (tex, '}');
  return p;
}

/* The superscripts or subscripts from @p on, as one. */
static const char *
take_scripts (const char *p, gunichar (*plain_of) (gunichar), char mark, GString *tex)
{
  g_autoptr (GString) inside = g_string_new (NULL);
  gunichar plain;

  while (*p != '\0' && (plain = plain_of (g_utf8_get_char (p))) != 0)
    {
      add_sign (plain, inside);
      p = g_utf8_next_char (p);
    }
  g_string_append_printf (tex, is_one_token (inside->str) ? "%c%s" : "%c{%s}", mark, inside->str);
  return p;
}

/* One thing of mathematics, or nothing where it is none. Returns what is behind it. */
static const char *
take_math (const char *p, GString *tex)
{
  gunichar sign = g_utf8_get_char (p);
  const Alphabet *alphabet = alphabet_of (sign);

  if (chase_tex_sign (sign) != NULL)
    g_string_append (tex, chase_tex_sign (sign));
  else if (alphabet != NULL)
    return take_letters (alphabet, p, tex);
  else if (chase_character_superscript (sign) != 0)
    return take_scripts (p, chase_character_superscript, '^', tex);
  else if (chase_character_subscript (sign) != 0)
    return take_scripts (p, chase_character_subscript, '_', tex);
  else
    return p;
  return g_utf8_next_char (p);
}

/* @tex under the accents that stand at @p. Returns what is behind them. */
static const char *
take_accents (const char *p, GString *tex)
{
  const char *accent;

  for (; *p != '\0' && (accent = accent_of (g_utf8_get_char (p))) != NULL; p = g_utf8_next_char (p))
    {
      if (strcmp (accent, "\\not") != 0)
        {
          g_string_prepend_c (tex, '{');
          g_string_append_c (tex, '}');
        }
      else if (is_letter (*tex->str))
        g_string_prepend_c (tex, ' ');
      g_string_prepend (tex, accent);
    }
  return p;
}

/* The signs from @p on that are no mathematics: words of a language. */
static const char *
write_words (Writer *writer, const char *p)
{
  const char *start = p;
  g_autofree char *words = NULL;
  g_autofree char *whole = NULL;

  do
    p = g_utf8_next_char (p);
  while ((guchar)*p >= 0x80 && !chase_tex_is_math (g_utf8_get_char (p)));
  words = g_strndup (start, (gsize)(p - start));
  if (!writer->text)
    whole = g_strdup_printf (writer->asks ? "{\\text{%s}}" : "\\text{%s}", words);
  put (writer, whole != NULL ? whole : words);
  return p;
}

static const char *
write_beyond (Writer *writer, const char *p)
{
  g_autoptr (GString) tex = g_string_new (NULL);
  gunichar sign = g_utf8_get_char (p);

  if (!chase_tex_is_math (sign) || (writer->text && chase_tex_is_text (sign)))
    return write_words (writer, p);
  p = take_accents (take_math (p, tex), tex);
  /* Subscripts stand in the formula that the subscripted is. */
  if (tex->len > 0)
    put_formula (writer, tex->str);
  return p;
}

static gboolean
is_text_command (const char *name)
{
  static const char *const more[] = { "mbox", "hbox", "textnormal", "textup", "emph", "intertext" };
  const ChaseSymbol *symbol = chase_symbol_find (name);

  for (guint i = 0; i < G_N_ELEMENTS (more); i++)
    if (strcmp (name, more[i]) == 0)
      return TRUE;
  return symbol != NULL && symbol->kind == CHASE_SYMBOL_TEXT;
}

gboolean
chase_tex_takes_argument (const char *name)
{
  const ChaseSymbol *symbol = chase_symbol_find (name);

  return symbol == NULL
         || (symbol->kind > CHASE_SYMBOL_VARLIM && symbol->kind != CHASE_SYMBOL_SWITCH
             && symbol->kind != CHASE_SYMBOL_SPACE && symbol->kind != CHASE_SYMBOL_STYLE
             && symbol->kind != CHASE_SYMBOL_SIZE);
}

static const char *
write_command (Writer *writer, const char *p)
{
  const char *end = p + 1;
  g_autofree char *command = NULL;

  while (is_letter (*end))
    end++;
  if (end == p + 1)
    {
      end = *end != '\0' ? g_utf8_next_char (end) : end;
      writer->text = p[1] == '(' ? FALSE : p[1] == ')' ? TRUE : writer->text;
    }
  command = g_strndup (p, (gsize)(end - p));
  put (writer, command);
  if (writer->word)
    {
      writer->asks = chase_tex_takes_argument (command + 1);
      writer->opens = is_text_command (command + 1);
    }
  return end;
}

static void
write_ascii (Writer *writer, char c)
{
  const char tex[] = { c, '\0' };
  gboolean asks = writer->asks;

  if (c == '{')
    {
      guint8 text = writer->text;

      g_byte_array_append (writer->texts, &text, 1);
      writer->text |= writer->opens;
    }
  else if (c == '}' && writer->texts->len > 0)
    {
      writer->text = writer->texts->data[writer->texts->len - 1];
      g_byte_array_set_size (writer->texts, writer->texts->len - 1);
    }
  else if (c == '$')
    writer->text = !writer->text;
  put (writer, tex);
  writer->opens = writer->opens && c == ' ';
  writer->asks = c == '_' || c == '^' || (c == ' ' && asks);
}

char *
chase_tex_from_unicode (const char *text)
{
  Writer writer = { 0 };
  const char *p = text;

  if (g_str_is_ascii (text) || !g_utf8_validate (text, -1, NULL))
    return g_strdup (text);
  writer.out = g_string_new (NULL);
  writer.texts = g_byte_array_new ();
  while (*p != '\0')
    if (*p == '\\')
      p = write_command (&writer, p);
    else if ((guchar)*p >= 0x80)
      p = write_beyond (&writer, p);
    else if (accent_of (peek (p + 1)) != NULL && g_ascii_isalnum (*p))
      {
        g_autoptr (GString) tex = g_string_new (NULL);

        g_string_append_c (tex, *p);
        p = take_accents (p + 1, tex);
        put_formula (&writer, tex->str);
      }
    else
      write_ascii (&writer, *p++);
  g_byte_array_unref (writer.texts);
  return g_string_free (writer.out, FALSE);
}
