/* SPDX-License-Identifier: MIT */
#include "model/theory-private.h"

#include <string.h>

/* Texts longer than this are cut: they stand in messages. */
#define TEXT_MAX 160

/* How tightly an operator binds: what stands inside a tighter one is put in parentheses. */
enum
{
  BIND_NONE,
  BIND_COMPOSITION,
  BIND_PRODUCT,
  BIND_POWER,
};

static gboolean
is_plain (const char *name)
{
  gboolean digits = TRUE;

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c != '_' && c != '\'' && !g_unichar_isalnum (c) && !g_unichar_ismark (c))
        return FALSE;
      digits = digits && g_unichar_isdigit (c);
    }
  return *name != '\0' && (digits || !g_unichar_isdigit (g_utf8_get_char (name)));
}

void
chase_append_name (GString *out, const char *name)
{
  if (is_plain (name))
    g_string_append (out, name);
  else
    g_string_append_printf (out, "`%s`", name);
}

static void
append (GString *out, const ChaseTerm *term, int outer, guint depth);

static void
append_infix (GString *out, const ChaseTerm *term, const char *symbol, int binding, int outer,
              guint depth)
{
  if (outer >= binding)
    g_string_append_c (out, '(');
  for (guint32 i = 0; i < term->n_args && out->len <= TEXT_MAX; i++)
    {
      if (i > 0)
        g_string_append (out, symbol);
      append (out, term->args[i], binding, depth);
    }
  if (outer >= binding)
    g_string_append_c (out, ')');
}

static void
append_call (GString *out, const char *head, const ChaseTerm *term, guint32 first,
             const char *close, guint depth)
{
  g_string_append (out, head);
  for (guint32 i = first; i < term->n_args && out->len <= TEXT_MAX; i++)
    {
      if (i > first)
        g_string_append (out, ", ");
      append (out, term->args[i], BIND_NONE, depth);
    }
  g_string_append (out, close);
}

static void
append_words (GString *out, const char *head, const ChaseTerm *term, const char *between,
              guint depth)
{
  g_string_append_printf (out, "%s ", head);
  append (out, term->args[0], BIND_COMPOSITION, depth);
  if (term->n_args > 1)
    {
      g_string_append_printf (out, " %s ", between);
      append (out, term->args[1], BIND_COMPOSITION, depth);
    }
}

static void
append_map (GString *out, const ChaseTerm *term, guint depth)
{
  g_string_append_c (out, '{');
  for (guint32 i = 0; i + 1 < term->n_args && out->len <= TEXT_MAX; i += 2)
    {
      if (i > 0)
        g_string_append (out, ", ");
      append (out, term->args[i], BIND_NONE, depth);
      g_string_append (out, " |-> ");
      append (out, term->args[i + 1], BIND_NONE, depth);
    }
  g_string_append_c (out, '}');
}

static void
append (GString *out, const ChaseTerm *term, int outer, guint depth)
{
  if (depth == 0 || out->len > TEXT_MAX)
    return;
  depth--;
  switch ((ChaseTermKind)term->kind)
    {
    case CHASE_TERM_NAME:
      chase_append_name (out, term->name);
      break;
    case CHASE_TERM_HOLE:
      g_string_append_c (out, '-');
      break;
    case CHASE_TERM_IDENTITY:
      append_call (out, "id(", term, 0, ")", depth);
      break;
    case CHASE_TERM_COMPOSE:
      append_infix (out, term, " . ", BIND_COMPOSITION, outer, depth);
      break;
    case CHASE_TERM_THEN:
      append_infix (out, term, " >> ", BIND_COMPOSITION, outer, depth);
      break;
    case CHASE_TERM_TIMES:
      append_infix (out, term, " * ", BIND_PRODUCT, outer, depth);
      break;
    case CHASE_TERM_POWER:
      append (out, term->args[0], BIND_POWER, depth);
      g_string_append_printf (out, "^%d", chase_term_get_number (term));
      break;
    case CHASE_TERM_OPPOSITE:
      append (out, term->args[0], BIND_POWER - 1, depth);
      g_string_append (out, "^op");
      break;
    case CHASE_TERM_APPLY:
      append (out, term->args[0], BIND_POWER, depth);
      append_call (out, "(", term, 1, ")", depth);
      break;
    case CHASE_TERM_COMPONENT:
      append (out, term->args[0], BIND_POWER, depth);
      append_call (out, "[", term, 1, "]", depth);
      break;
    case CHASE_TERM_PAIR:
      append_call (out, "(", term, 0, ")", depth);
      break;
    case CHASE_TERM_FUNCTOR_CATEGORY:
      append_call (out, "[", term, 0, "]", depth);
      break;
    case CHASE_TERM_SLICE_OVER:
      append_words (out, "slice", term, "over", depth);
      break;
    case CHASE_TERM_SLICE_UNDER:
      append_words (out, "slice", term, "under", depth);
      break;
    case CHASE_TERM_ELEMENTS:
      append_words (out, "elements", term, "", depth);
      break;
    case CHASE_TERM_IDENTITY_FUNCTOR:
      append_call (out, "Id(", term, 0, ")", depth);
      break;
    case CHASE_TERM_CONST:
      append_words (out, "const", term, "", depth);
      break;
    case CHASE_TERM_OPPOSITE_FUNCTOR:
      append_call (out, "op(", term, 0, ")", depth);
      break;
    case CHASE_TERM_HOM:
      append_call (out, "Hom(", term, 0, ")", depth);
      break;
    case CHASE_TERM_YONEDA:
      append_call (out, "yoneda(", term, 0, ")", depth);
      break;
    case CHASE_TERM_FORGET:
      append_words (out, "forget", term, "along", depth);
      break;
    case CHASE_TERM_FREE:
      append_words (out, "free", term, "along", depth);
      break;
    case CHASE_TERM_COFREE:
      append_words (out, "cofree", term, "along", depth);
      break;
    case CHASE_TERM_UNIT:
      append_call (out, "unit(", term, 0, ")", depth);
      break;
    case CHASE_TERM_COUNIT:
      append_call (out, "counit(", term, 0, ")", depth);
      break;
    case CHASE_TERM_SET:
      append_call (out, "{", term, 0, "}", depth);
      break;
    case CHASE_TERM_FUNCTION:
      append_map (out, term, depth);
      break;
    }
}

static char *
cut (GString *out)
{
  glong length = g_utf8_strlen (out->str, -1);

  if (length > TEXT_MAX)
    {
      g_string_truncate (out, g_utf8_offset_to_pointer (out->str, TEXT_MAX - 4) - out->str);
      g_string_append (out, " ...");
    }
  return g_string_free (out, FALSE);
}

char *
chase_term_to_text (const ChaseTerm *term)
{
  GString *out = g_string_new (NULL);

  append (out, term, -1, 100);
  return cut (out);
}

char *
chase_word_to_text (const ChaseCategory *category, guint32 source, ChaseWord word)
{
  const ChasePresentation *presentation = category->presentation;
  GString *out = g_string_new (NULL);

  if (word.length == 0)
    {
      g_string_append (out, "id(");
      chase_append_name (out, chase_presentation_object_name (presentation, source));
      g_string_append_c (out, ')');
    }
  for (guint32 i = word.length; i > 0 && out->len <= TEXT_MAX; i--)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (presentation, word.letters[i - 1]);

      if (i < word.length)
        g_string_append (out, " . ");
      if (arrow->formal || category->product || category->elements != NULL)
        g_string_append (out, arrow->name);
      else
        chase_append_name (out, arrow->name);
    }
  return cut (out);
}
