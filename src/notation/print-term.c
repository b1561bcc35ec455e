/* SPDX-License-Identifier: MIT */
#include "notation/print.h"

#include <string.h>

/* How tightly a term holds together; a looser one inside a tighter place is put in parentheses. */
typedef enum
{
  BIND_COMPOSITION = 1,
  BIND_PRODUCT,
  BIND_PREFIX,
  BIND_POWER,
  BIND_POSTFIX,
  BIND_PARENTHESES,
} Binding;

typedef struct
{
  GString *out;
  ChaseNotationFlags flags;
  gboolean claimed;      /* in a check */
  gboolean under_prefix; /* inside the argument of a word like "forget" */
} Printer;

static void
append (Printer *printer, const ChaseTerm *term, Binding least);

static Binding
binding_of (const ChaseTerm *term)
{
  switch ((ChaseTermKind)term->kind)
    {
    case CHASE_TERM_COMPOSE:
    case CHASE_TERM_THEN:
      return BIND_COMPOSITION;
    case CHASE_TERM_TIMES:
      return BIND_PRODUCT;
    case CHASE_TERM_CONST:
    case CHASE_TERM_ELEMENTS:
    case CHASE_TERM_SLICE_OVER:
    case CHASE_TERM_SLICE_UNDER:
    case CHASE_TERM_FORGET:
    case CHASE_TERM_FREE:
    case CHASE_TERM_COFREE:
      return BIND_PREFIX;
    case CHASE_TERM_POWER:
      return BIND_POWER;
    default:
      return BIND_POSTFIX;
    }
}

static void
append_infix (Printer *printer, const ChaseTerm *term, const char *ascii, const char *unicode)
{
  const char *sign = printer->flags & CHASE_NOTATION_UNICODE ? unicode : ascii;

  for (guint32 i = 0; i < term->n_args; i++)
    {
      if (i > 0)
        g_string_append (printer->out, sign);
      append (printer, term->args[i],
              term->kind != CHASE_TERM_TIMES || i == 0 ? BIND_PRODUCT : BIND_PREFIX);
    }
}

static gboolean
is_integer (const char *text)
{
  text += *text == '-';
  return *text != '\0' && text[strspn (text, "0123456789")] == '\0';
}

static void
append_element (Printer *printer, const ChaseTerm *term)
{
  if (term->kind == CHASE_TERM_NAME && is_integer (term->name))
    g_string_append (printer->out, term->name);
  else
    append (printer, term, BIND_COMPOSITION);
}

/* Whether the grammar takes an integer as the argument at @i: it is an element there. */
static gboolean
takes_integer (const ChaseTerm *term, guint32 i)
{
  return (term->kind == CHASE_TERM_PAIR && i > 0) || (term->kind == CHASE_TERM_YONEDA && i == 0);
}

static void
append_list (Printer *printer, const char *open, const ChaseTerm *term, const char *close)
{
  g_string_append (printer->out, open);
  for (guint32 i = 0; i < term->n_args; i++)
    {
      if (i > 0)
        g_string_append (printer->out, ", ");
      if (takes_integer (term, i))
        append_element (printer, term->args[i]);
      else
        append (printer, term->args[i], BIND_COMPOSITION);
    }
  g_string_append (printer->out, close);
}

static gboolean
is_one_of (const char *name, const char *const *words)
{
  for (; *words != NULL; words++)
    if (strcmp (name, *words) == 0)
      return TRUE;
  return FALSE;
}

/* Must the name be quoted where "(" follows it? */
static gboolean
is_called_otherwise (const Printer *printer, const char *name)
{
  static const char *const always[]
      = { "id", "Id", "op", "Hom", "yoneda", "const", "slice", "elements", NULL };
  static const char *const in_check[] = { "Nat", "Ob", "Mor", "Fun", NULL };
  static const char *const inside[] = { "forget", "free", "cofree", NULL };

  return is_one_of (name, always) || (printer->claimed && is_one_of (name, in_check))
         || (printer->under_prefix && is_one_of (name, inside));
}

static void
append_quoted (Printer *printer, const char *name)
{
  if (chase_notation_is_plain_name (name))
    g_string_append_printf (printer->out, "`%s`", name);
  else
    notation_append_name (printer->out, name);
}

static void
append_name (Printer *printer, const char *name)
{
  static const char *const openers[] = { "not", "yoneda", NULL };

  /* "slice [" could be a category's or a style's. */
  if ((printer->claimed && is_one_of (name, openers)) || strcmp (name, "slice") == 0)
    append_quoted (printer, name);
  else
    notation_append_name (printer->out, name);
}

/* Is "unit(" before this the unit of an adjunction? */
static gboolean
starts_with_free (const ChaseTerm *term)
{
  while (term->n_args > 0 && term->kind != CHASE_TERM_FREE && term->kind != CHASE_TERM_COFREE
         && term->kind != CHASE_TERM_PAIR && binding_of (term) <= BIND_PRODUCT)
    term = term->args[0];
  return term->kind == CHASE_TERM_FREE || term->kind == CHASE_TERM_COFREE;
}

/* What stands before "(" or "[". */
static void
append_head (Printer *printer, const ChaseTerm *term)
{
  static const char *const units[] = { "unit", "counit", NULL };
  const ChaseTerm *head = term->args[0];

  if (head->kind == CHASE_TERM_NAME && term->kind == CHASE_TERM_APPLY
      && (is_called_otherwise (printer, head->name)
          || (is_one_of (head->name, units) && starts_with_free (term->args[1]))))
    append_quoted (printer, head->name);
  else
    append (printer, head, BIND_POSTFIX);
}

static void
append_application (Printer *printer, const ChaseTerm *term)
{
  gboolean component = term->kind == CHASE_TERM_COMPONENT;

  append_head (printer, term);
  g_string_append_c (printer->out, component ? '[' : '(');
  append (printer, term->args[1], BIND_COMPOSITION);
  g_string_append_c (printer->out, component ? ']' : ')');
}

/* What a term starts with, if it stands without parentheses. */
static const ChaseTerm *
leftmost (const ChaseTerm *term)
{
  while (term->kind == CHASE_TERM_APPLY || term->kind == CHASE_TERM_COMPONENT
         || term->kind == CHASE_TERM_POWER || term->kind == CHASE_TERM_OPPOSITE)
    term = term->args[0];
  return term;
}

/* The argument directly behind a word. What would make the word a mere name is quoted or put in
 * parentheses. */
static void
append_first_argument (Printer *printer, const ChaseTerm *term, gboolean brackets)
{
  static const char *const followers[]
      = { "in", "is",   "isomorphic", "equivalent", "commutes", "strictly", "with",
          "at", "over", "under",      "along",      "of",       "exists",   NULL };
  const ChaseTerm *first = leftmost (term);
  gboolean follower = first->kind == CHASE_TERM_NAME && is_one_of (first->name, followers);

  if (follower && first == term)
    append_quoted (printer, term->name);
  else if (follower || (first->kind == CHASE_TERM_FUNCTOR_CATEGORY && !brackets))
    append (printer, term, BIND_PARENTHESES);
  else
    append (printer, term, BIND_POWER);
}

static void
append_prefixed (Printer *printer, const ChaseTerm *term)
{
  const char *word = "const ";
  const char *between = NULL;
  gboolean outer = printer->under_prefix;

  switch ((ChaseTermKind)term->kind)
    {
    case CHASE_TERM_ELEMENTS:
      word = "elements ";
      break;
    case CHASE_TERM_SLICE_OVER:
    case CHASE_TERM_SLICE_UNDER:
      word = "slice ";
      between = term->kind == CHASE_TERM_SLICE_OVER ? " over " : " under ";
      break;
    case CHASE_TERM_FORGET:
      word = "forget ";
      between = " along ";
      break;
    case CHASE_TERM_FREE:
      word = "free ";
      between = " along ";
      break;
    case CHASE_TERM_COFREE:
      word = "cofree ";
      between = " along ";
      break;
    default:
      break;
    }
  printer->under_prefix = TRUE;
  g_string_append (printer->out, word);
  append_first_argument (printer, term->args[0], word[0] == 's');
  if (between != NULL)
    {
      g_string_append (printer->out, between);
      append (printer, term->args[1], BIND_POWER);
    }
  printer->under_prefix = outer;
}

static void
append_value (Printer *printer, const ChaseTerm *term)
{
  gboolean maps = term->kind == CHASE_TERM_FUNCTION;
  const char *arrow = printer->flags & CHASE_NOTATION_UNICODE ? " ↦ " : " |-> ";

  g_string_append_c (printer->out, '{');
  for (guint32 i = 0; i < term->n_args; i++)
    {
      if (i > 0)
        g_string_append (printer->out, maps && i % 2 == 1 ? arrow : ", ");
      append_element (printer, term->args[i]);
    }
  g_string_append_c (printer->out, '}');
}

static void
append_power (Printer *printer, const ChaseTerm *term)
{
  append (printer, term->args[0], BIND_POSTFIX);
  g_string_append_printf (printer->out, "^%d", chase_term_get_number (term));
}

static void
append_bare (Printer *printer, const ChaseTerm *term)
{
  switch ((ChaseTermKind)term->kind)
    {
    case CHASE_TERM_NAME:
      append_name (printer, term->name);
      break;
    case CHASE_TERM_HOLE:
      g_string_append_c (printer->out, '-');
      break;
    case CHASE_TERM_COMPOSE:
      append_infix (printer, term, " . ", " ∘ ");
      break;
    case CHASE_TERM_THEN:
      append_infix (printer, term, " >> ", " ⨟ ");
      break;
    case CHASE_TERM_TIMES:
      append_infix (printer, term, " * ", " × ");
      break;
    case CHASE_TERM_POWER:
      append_power (printer, term);
      break;
    case CHASE_TERM_OPPOSITE:
      append (printer, term->args[0], BIND_POSTFIX);
      g_string_append (printer->out, printer->flags & CHASE_NOTATION_UNICODE ? "ᵒᵖ" : "^op");
      break;
    case CHASE_TERM_APPLY:
    case CHASE_TERM_COMPONENT:
      append_application (printer, term);
      break;
    case CHASE_TERM_PAIR:
      append_list (printer, "(", term, ")");
      break;
    case CHASE_TERM_FUNCTOR_CATEGORY:
      append_list (printer, "[", term, "]");
      break;
    case CHASE_TERM_IDENTITY:
      append_list (printer, "id(", term, ")");
      break;
    case CHASE_TERM_IDENTITY_FUNCTOR:
      append_list (printer, "Id(", term, ")");
      break;
    case CHASE_TERM_OPPOSITE_FUNCTOR:
      append_list (printer, "op(", term, ")");
      break;
    case CHASE_TERM_HOM:
      append_list (printer, "Hom(", term, ")");
      break;
    case CHASE_TERM_YONEDA:
      append_list (printer, "yoneda(", term, ")");
      break;
    case CHASE_TERM_UNIT:
      append_list (printer, "unit(", term, ")");
      break;
    case CHASE_TERM_COUNIT:
      append_list (printer, "counit(", term, ")");
      break;
    case CHASE_TERM_SET:
    case CHASE_TERM_FUNCTION:
      append_value (printer, term);
      break;
    default:
      append_prefixed (printer, term);
      break;
    }
}

static void
append (Printer *printer, const ChaseTerm *term, Binding least)
{
  gboolean parentheses = binding_of (term) < least;

  if (parentheses)
    g_string_append_c (printer->out, '(');
  append_bare (printer, term);
  if (parentheses)
    g_string_append_c (printer->out, ')');
}

void
notation_append_term (GString *out, const ChaseTerm *term, ChaseNotationFlags flags)
{
  Printer printer = { out, flags, FALSE, FALSE };

  if (term == NULL)
    g_string_append_c (out, '_');
  else
    append (&printer, term, BIND_COMPOSITION);
}

void
notation_append_element (GString *out, const ChaseTerm *term, ChaseNotationFlags flags)
{
  if (is_integer (term->name))
    g_string_append (out, term->name);
  else
    notation_append_term (out, term, flags);
}

void
notation_append_claimed (GString *out, const ChaseTerm *term, ChaseNotationFlags flags)
{
  Printer printer = { out, flags, TRUE, FALSE };

  if (term != NULL)
    append (&printer, term, BIND_COMPOSITION);
}

char *
chase_notation_print_term (const ChaseTerm *term, ChaseNotationFlags flags)
{
  GString *out = g_string_new (NULL);

  g_return_val_if_fail (term != NULL, g_string_free (out, FALSE));
  notation_append_term (out, term, flags);
  return g_string_free (out, FALSE);
}
