/* SPDX-License-Identifier: MIT */
#include "typeset/math-parse.h"

#include <string.h>

static void
write_list (GString *text, const ChaseNode *list);

/* Italic and bold letters are read out as the letters that they are; script, Fraktur and
 * blackboard bold mean something else than the plain letter, so they stay. */
static gunichar
readable (gunichar character)
{
  if ((character >= 0x1D400 && character <= 0x1D49B) || character == 0x210E
      || (character >= 0x1D5A0 && character <= 0x1D7D7)
      || (character >= 0x1D7E2 && character <= 0x1D7FF))
    return chase_character_plain (character);
  return character;
}

static char *
node_to_text (const ChaseNode *node)
{
  GString *text = g_string_new (NULL);

  if (node != NULL)
    write_list (text, node->kind == CHASE_NODE_LIST && node->sub == NULL && node->sup == NULL
                          ? node->body
                          : node);
  return g_string_free (text, FALSE);
}

static gboolean
is_simple (const char *text)
{
  gsize n = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at), n++)
    if (!g_unichar_isalnum (g_utf8_get_char (at)) && g_utf8_get_char (at) != 0x2032)
      return FALSE;
  return n > 0;
}

static void
append_grouped (GString *text, const char *inner)
{
  if (is_simple (inner))
    g_string_append (text, inner);
  else
    g_string_append_printf (text, "(%s)", inner);
}

/* Writes @part so that it holds together: "a", "(a + b)". */
static void
write_grouped (GString *text, const ChaseNode *part)
{
  g_autofree char *inner = node_to_text (part);

  append_grouped (text, inner);
}

static gboolean
append_small (GString *text, const char *inner, gboolean above)
{
  g_autoptr (GString) small = g_string_new (NULL);

  for (const char *at = inner; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);
      gunichar form = above ? chase_character_to_superscript (character)
                            : chase_character_to_subscript (character);

      if (character == ' ')
        continue;
      if (above && character >= 0x2032 && character <= 0x2034)
        form = character;
      if (form == 0)
        return FALSE;
      g_string_append_unichar (small, form);
    }
  g_string_append_len (text, small->str, (gssize)small->len);
  return TRUE;
}

static void
write_script (GString *text, const ChaseNode *script, gboolean above)
{
  g_autofree char *inner = node_to_text (script);

  if (inner[0] == '\0' || append_small (text, inner, above))
    return;
  g_string_append_c (text, above ? '^' : '_');
  if (g_utf8_strlen (inner, -1) == 1 || (is_simple (inner) && strlen (inner) < 20))
    g_string_append (text, inner);
  else
    g_string_append_printf (text, "(%s)", inner);
}

static void
write_character (GString *text, gunichar character)
{
  if (character != 0)
    g_string_append_unichar (text, readable (character));
}

static void
write_matrix (GString *text, const ChaseMatrix *matrix)
{
  write_character (text, matrix->open);
  for (const ChaseRow *row = matrix->rows; row != NULL; row = row->next)
    {
      for (const ChaseCell *cell = row->cells; cell != NULL; cell = cell->next)
        {
          write_list (text, cell->body);
          if (cell->next != NULL)
            g_string_append (text, matrix->alternate ? " " : ", ");
        }
      if (row->next != NULL)
        g_string_append (text, "; ");
    }
  write_character (text, matrix->close);
}

static void
write_accent (GString *text, const ChaseNode *node)
{
  g_autofree char *inner = node_to_text (node->body);
  g_autofree char *composed = NULL;
  g_autoptr (GString) marked = NULL;

  if (g_utf8_strlen (inner, -1) != 1
      || g_unichar_type (node->character) != G_UNICODE_NON_SPACING_MARK)
    {
      append_grouped (text, inner);
      return;
    }
  marked = g_string_new (inner);
  g_string_append_unichar (marked, node->character);
  composed = g_utf8_normalize (marked->str, -1, G_NORMALIZE_ALL_COMPOSE);
  g_string_append (text, composed != NULL ? composed : inner);
}

static void
write_operand (GString *text, const ChaseNode *node)
{
  g_autofree char *inner = node_to_text (node);

  g_string_append (text, inner);
}

static void
write_nucleus (GString *text, const ChaseNode *node)
{
  switch ((ChaseNodeKind)node->kind)
    {
    case CHASE_NODE_SYMBOL:
    case CHASE_NODE_BARS:
    case CHASE_NODE_BIG:
    case CHASE_NODE_MIDDLE:
      write_character (text, node->character);
      break;
    case CHASE_NODE_TEXT:
      g_string_append (text, node->text);
      break;
    case CHASE_NODE_FRACTION:
      write_character (text, node->character);
      write_grouped (text, node->body);
      g_string_append (text, node->amount == 0 ? " over " : "/");
      write_grouped (text, node->second);
      write_character (text, node->second_character);
      break;
    case CHASE_NODE_SLASHED:
      write_grouped (text, node->body);
      g_string_append_c (text, '/');
      write_grouped (text, node->second);
      break;
    case CHASE_NODE_RADICAL:
      if (node->second != NULL)
        write_script (text, node->second, TRUE);
      g_string_append (text, "√");
      write_grouped (text, node->body);
      break;
    case CHASE_NODE_ACCENT:
      write_accent (text, node);
      break;
    case CHASE_NODE_STACKED:
    case CHASE_NODE_XARROW:
      if (node->kind == CHASE_NODE_XARROW)
        write_character (text, node->character);
      else
        write_operand (text, node->body);
      if (node->second != NULL)
        write_script (text, node->second, TRUE);
      if (node->third != NULL)
        write_script (text, node->third, FALSE);
      break;
    case CHASE_NODE_DELIMITED:
      write_character (text, node->character);
      write_list (text, node->body);
      write_character (text, node->second_character);
      break;
    case CHASE_NODE_PHANTOM:
      if ((node->value & 4) != 0)
        write_operand (text, node->body);
      break;
    case CHASE_NODE_NEGATED:
      g_string_append (text, "not ");
      write_operand (text, node->body);
      break;
    case CHASE_NODE_MATRIX:
      write_matrix (text, node->matrix);
      break;
    case CHASE_NODE_CHOICE:
      write_operand (text, node->second);
      break;
    case CHASE_NODE_SCALED:
    case CHASE_NODE_LIST:
      write_list (text, node->body);
      break;
    case CHASE_NODE_RULED:
    case CHASE_NODE_BRACED:
    case CHASE_NODE_COLOURED:
    case CHASE_NODE_LAP:
    case CHASE_NODE_RAISED:
    case CHASE_NODE_BOXED:
    case CHASE_NODE_STRUCK:
      write_operand (text, node->body);
      break;
    case CHASE_NODE_SPACE:
    case CHASE_NODE_STYLE:
      break;
    }
}

static gboolean
ends_with_space (const GString *text)
{
  return text->len == 0 || text->str[text->len - 1] == ' ';
}

static gboolean
is_wide_space (const ChaseNode *node)
{
  return node->kind == CHASE_NODE_SPACE && node->amount / (node->value == 1 ? 18 : 1) >= 0.2;
}

/* TeX's rule: a sign between two operands; otherwise it is one of them, as in "Hom(-, -)". */
static gboolean
is_between (const ChaseNode *previous, gboolean after_sign, const ChaseNode *next)
{
  while (next != NULL && next->atom == CHASE_ATOM_NONE)
    next = next->next;
  return previous != NULL && next != NULL && !after_sign && previous->atom != CHASE_ATOM_REL
         && previous->atom != CHASE_ATOM_OPEN && previous->atom != CHASE_ATOM_PUNCT
         && next->atom != CHASE_ATOM_REL && next->atom != CHASE_ATOM_CLOSE
         && next->atom != CHASE_ATOM_PUNCT;
}

static void
write_list (GString *text, const ChaseNode *list)
{
  const ChaseNode *previous = NULL;
  gboolean after_sign = FALSE;

  for (const ChaseNode *node = list; node != NULL; node = node->next)
    {
      gboolean sign = node->atom == CHASE_ATOM_BIN && is_between (previous, after_sign, node->next);
      gboolean relation = (node->atom == CHASE_ATOM_REL && node->character != ':')
                          || (sign && node->character != 0x2217);

      if ((is_wide_space (node) || relation) && !ends_with_space (text))
        g_string_append_c (text, ' ');
      if (node->kind == CHASE_NODE_TEXT && node->atom == CHASE_ATOM_OP && previous != NULL
          && !ends_with_space (text) && previous->atom != CHASE_ATOM_OPEN)
        g_string_append_c (text, ' ');
      write_nucleus (text, node);
      if (node->sub != NULL)
        write_script (text, node->sub, FALSE);
      if (node->sup != NULL)
        write_script (text, node->sup, TRUE);
      if ((relation && node->next != NULL)
          || (node->atom == CHASE_ATOM_PUNCT && node->next != NULL))
        g_string_append_c (text, ' ');
      if (node->kind == CHASE_NODE_TEXT && node->atom == CHASE_ATOM_OP && node->next != NULL
          && node->next->atom == CHASE_ATOM_ORD)
        g_string_append_c (text, ' ');
      if (node->atom != CHASE_ATOM_NONE)
        {
          previous = node;
          after_sign = sign;
        }
    }
}

char *
chase_math_to_text (const ChaseNode *list)
{
  GString *text = g_string_new (NULL);

  write_list (text, list);
  return g_strstrip (g_string_free (text, FALSE));
}
