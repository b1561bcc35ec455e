/* SPDX-License-Identifier: MIT */
#include "model/diagram.h"

#include <string.h>

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
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c != '_' && c != '\'' && !g_unichar_isalnum (c) && !g_unichar_ismark (c))
        return FALSE;
    }
  return TRUE;
}

char *
chase_name_to_label (const char *name)
{
  const char *underscore = strchr (name, '_');
  const char *end;
  GString *label;

  if (underscore == NULL || underscore == name || underscore[1] == '\0' || !is_plain (name))
    return g_strdup (name);
  end = name + strlen (name);
  while (end > underscore + 1 && end[-1] == '\'')
    end--;
  label = g_string_new_len (name, underscore - name);
  g_string_append (label, "_{");
  for (const char *p = underscore + 1; p < end; p++)
    g_string_append_c (label, *p == '_' ? ',' : *p);
  g_string_append (label, "}");
  g_string_append (label, end);
  return g_string_free (label, FALSE);
}

static void append (GString *out, const ChaseTerm *term, int outer);

static void
append_list (GString *out, const ChaseTerm *term, guint32 first, const char *between)
{
  for (guint32 i = first; i < term->n_args; i++)
    {
      if (i > first)
        g_string_append (out, between);
      append (out, term->args[i], BIND_NONE);
    }
}

static void
append_infix (GString *out, const ChaseTerm *term, const char *symbol, int binding, int outer)
{
  gboolean parentheses = outer >= binding;

  if (parentheses)
    g_string_append_c (out, '(');
  for (guint32 i = 0; i < term->n_args; i++)
    {
      if (i > 0)
        g_string_append (out, symbol);
      append (out, term->args[i], binding);
    }
  if (parentheses)
    g_string_append_c (out, ')');
}

static void
append_function (GString *out, const char *head, const ChaseTerm *term)
{
  g_string_append (out, head);
  g_string_append_c (out, '(');
  append_list (out, term, 0, ", ");
  g_string_append_c (out, ')');
}

static void
append_along (GString *out, const char *symbol, const ChaseTerm *term)
{
  g_string_append_printf (out, "%s_{", symbol);
  append (out, term->args[1], BIND_NONE);
  g_string_append (out, "} ");
  append (out, term->args[0], BIND_POWER);
}

static void
append_slice (GString *out, const ChaseTerm *term)
{
  gboolean over = term->kind == CHASE_TERM_SLICE_OVER;

  append (out, term->args[over ? 0 : 1], BIND_POWER);
  g_string_append_c (out, '/');
  append (out, term->args[over ? 1 : 0], BIND_POWER);
}

static void
append_map (GString *out, const ChaseTerm *term)
{
  g_string_append (out, "\\{");
  for (guint32 i = 0; i + 1 < term->n_args; i += 2)
    {
      if (i > 0)
        g_string_append (out, ", ");
      append (out, term->args[i], BIND_NONE);
      g_string_append (out, " \\mapsto ");
      append (out, term->args[i + 1], BIND_NONE);
    }
  g_string_append (out, "\\}");
}

/* What takes a subscript; an identity has one already. */
static void
append_operator (GString *out, const ChaseTerm *term)
{
  gboolean subscribed = term->kind == CHASE_TERM_IDENTITY || term->kind == CHASE_TERM_COMPONENT
                        || term->kind == CHASE_TERM_IDENTITY_FUNCTOR;

  if (subscribed)
    g_string_append_c (out, '(');
  append (out, term, BIND_POWER);
  if (subscribed)
    g_string_append_c (out, ')');
}

static void
append (GString *out, const ChaseTerm *term, int outer)
{
  switch ((ChaseTermKind)term->kind)
    {
    case CHASE_TERM_NAME:
      {
        g_autofree char *label = chase_name_to_label (term->name);

        g_string_append (out, label);
        break;
      }
    case CHASE_TERM_HOLE:
      g_string_append (out, "-");
      break;
    case CHASE_TERM_IDENTITY:
      g_string_append (out, "\\mathrm{id}_{");
      append (out, term->args[0], BIND_NONE);
      g_string_append_c (out, '}');
      break;
    case CHASE_TERM_COMPOSE:
      append_infix (out, term, " \\circ ", BIND_COMPOSITION, outer);
      break;
    case CHASE_TERM_THEN:
      append_infix (out, term, " \\fatsemi ", BIND_COMPOSITION, outer);
      break;
    case CHASE_TERM_TIMES:
      append_infix (out, term, " \\times ", BIND_PRODUCT, outer);
      break;
    case CHASE_TERM_POWER:
      append (out, term->args[0], BIND_POWER);
      g_string_append_printf (out, "^{%d}", chase_term_get_number (term));
      break;
    case CHASE_TERM_OPPOSITE:
      append (out, term->args[0], BIND_POWER);
      g_string_append (out, "^{\\mathrm{op}}");
      break;
    case CHASE_TERM_APPLY:
      append (out, term->args[0], BIND_POWER);
      g_string_append_c (out, '(');
      append (out, term->args[1], BIND_NONE);
      g_string_append_c (out, ')');
      break;
    case CHASE_TERM_COMPONENT:
      append_operator (out, term->args[0]);
      g_string_append (out, "_{");
      append (out, term->args[1], BIND_NONE);
      g_string_append_c (out, '}');
      break;
    case CHASE_TERM_PAIR:
      append_function (out, "", term);
      break;
    case CHASE_TERM_FUNCTOR_CATEGORY:
      g_string_append_c (out, '[');
      append_list (out, term, 0, ", ");
      g_string_append_c (out, ']');
      break;
    case CHASE_TERM_SLICE_OVER:
    case CHASE_TERM_SLICE_UNDER:
      append_slice (out, term);
      break;
    case CHASE_TERM_ELEMENTS:
      g_string_append (out, "\\textstyle\\int ");
      append (out, term->args[0], BIND_POWER);
      break;
    case CHASE_TERM_IDENTITY_FUNCTOR:
      g_string_append (out, "\\mathrm{Id}_{");
      append (out, term->args[0], BIND_NONE);
      g_string_append_c (out, '}');
      break;
    case CHASE_TERM_CONST:
      g_string_append (out, "\\Delta ");
      append (out, term->args[0], BIND_POWER);
      break;
    case CHASE_TERM_OPPOSITE_FUNCTOR:
      append (out, term->args[0], BIND_POWER);
      g_string_append (out, "^{\\mathrm{op}}");
      break;
    case CHASE_TERM_HOM:
      append_function (out, "\\mathrm{Hom}", term);
      break;
    case CHASE_TERM_YONEDA:
      append_function (out, "y", term);
      break;
    case CHASE_TERM_FORGET:
      append_along (out, "\\Delta", term);
      break;
    case CHASE_TERM_FREE:
      append_along (out, "\\Sigma", term);
      break;
    case CHASE_TERM_COFREE:
      append_along (out, "\\Pi", term);
      break;
    case CHASE_TERM_UNIT:
      append_function (out, "\\eta", term);
      break;
    case CHASE_TERM_COUNIT:
      append_function (out, "\\varepsilon", term);
      break;
    case CHASE_TERM_SET:
      g_string_append (out, "\\{");
      append_list (out, term, 0, ", ");
      g_string_append (out, "\\}");
      break;
    case CHASE_TERM_FUNCTION:
      append_map (out, term);
      break;
    }
}

char *
chase_term_to_label (const ChaseTerm *term)
{
  GString *label = g_string_new (NULL);

  append (label, term, BIND_NONE);
  return g_string_free (label, FALSE);
}
