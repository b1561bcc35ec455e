/* SPDX-License-Identifier: MIT */
#include "notation/print.h"

static void
append_terms (GString *out, const GPtrArray *terms, const char *between, ChaseNotationFlags flags)
{
  for (guint i = 0; terms != NULL && i < terms->len; i++)
    {
      if (i > 0)
        g_string_append (out, between);
      notation_append_claimed (out, g_ptr_array_index (terms, i), flags);
    }
}

static void
append_term (GString *out, const ChaseProposition *proposition, guint index,
             ChaseNotationFlags flags)
{
  if (proposition->terms != NULL && index < proposition->terms->len)
    notation_append_claimed (out, g_ptr_array_index (proposition->terms, index), flags);
}

static void
append_two (GString *out, const ChaseProposition *proposition, const char *between,
            ChaseNotationFlags flags)
{
  append_term (out, proposition, 0, flags);
  g_string_append (out, between);
  append_term (out, proposition, 1, flags);
}

static void
append_adjectives (GString *out, const ChaseProposition *proposition)
{
  for (guint i = 0; proposition->adjectives != NULL && i < proposition->adjectives->len; i++)
    g_string_append_printf (
        out, "%s%s", i > 0 ? ", " : "",
        chase_adjective_word (g_array_index (proposition->adjectives, ChaseAdjective, i)));
}

static void
append_universal (GString *out, const ChaseProposition *proposition, ChaseNotationFlags flags)
{
  append_term (out, proposition, 0, flags);
  if (proposition->legs != NULL && proposition->legs->len > 0)
    {
      g_string_append (out, " with ");
      append_terms (out, proposition->legs, ", ", flags);
    }
  g_string_append_printf (out, " is %s of ", chase_shape_word (proposition->shape));
  append_terms (out, proposition->base, ", ", flags);
}

static void
append_count (GString *out, const ChaseProposition *proposition, ChaseNotationFlags flags)
{
  static const char *const words[] = { "Hom", "Nat", "Ob", "Mor", "Fun" };
  const ChaseTerm *first = proposition->terms != NULL && proposition->terms->len > 0
                               ? g_ptr_array_index (proposition->terms, 0)
                               : NULL;
  gboolean set = proposition->count == CHASE_COUNT_SET;
  /* A set that is written Hom (A, B) would be taken for the count of that hom-set. */
  gboolean parentheses = !set || (first != NULL && first->kind == CHASE_TERM_HOM);

  g_string_append_c (out, '|');
  if (!set)
    g_string_append (out, words[proposition->count]);
  if (parentheses)
    g_string_append_c (out, '(');
  append_terms (out, proposition->terms, ", ", flags);
  if (parentheses)
    g_string_append_c (out, ')');
  g_string_append_printf (out, "| = %s", proposition->number != NULL ? proposition->number : "0");
}

void
notation_append_proposition (GString *out, const ChaseProposition *proposition, gboolean negated,
                             ChaseNotationFlags flags)
{
  if (negated)
    g_string_append (out, "not ");
  switch (proposition->kind)
    {
    case CHASE_PROPOSITION_EQUATION:
      append_terms (out, proposition->terms, " = ", flags);
      break;
    case CHASE_PROPOSITION_COMMUTES:
      append_term (out, proposition, 0, flags);
      g_string_append (out, proposition->strictly ? " strictly commutes" : " commutes");
      break;
    case CHASE_PROPOSITION_IS:
      append_term (out, proposition, 0, flags);
      g_string_append (out, " is ");
      append_adjectives (out, proposition);
      break;
    case CHASE_PROPOSITION_REPRESENTABLE:
      append_two (out, proposition, " is representable by ", flags);
      break;
    case CHASE_PROPOSITION_ISOMORPHIC:
      append_two (out, proposition, " isomorphic ", flags);
      break;
    case CHASE_PROPOSITION_EQUIVALENT:
      append_two (out, proposition, " equivalent ", flags);
      break;
    case CHASE_PROPOSITION_UNIVERSAL:
      append_universal (out, proposition, flags);
      break;
    case CHASE_PROPOSITION_EXISTS:
      g_string_append_printf (out, "%s of ", chase_shape_word (proposition->shape));
      append_terms (out, proposition->base, ", ", flags);
      g_string_append (out, " exists");
      break;
    case CHASE_PROPOSITION_ADJUNCTION:
      append_two (out, proposition, flags & CHASE_NOTATION_UNICODE ? " ⊣ " : " -| ", flags);
      if (proposition->legs != NULL && proposition->legs->len > 0)
        {
          g_string_append (out, " with ");
          append_terms (out, proposition->legs, ", ", flags);
        }
      break;
    case CHASE_PROPOSITION_COUNT:
      append_count (out, proposition, flags);
      break;
    case CHASE_PROPOSITION_YONEDA:
      g_string_append (out, "yoneda ");
      append_two (out, proposition, " at ", flags);
      break;
    }
  if (proposition->in == NULL)
    return;
  g_string_append (out, " in ");
  notation_append_claimed (out, proposition->in, flags);
}

char *
chase_notation_print_proposition (const ChaseProposition *proposition, gboolean negated,
                                  ChaseNotationFlags flags)
{
  GString *out = g_string_new (NULL);

  g_return_val_if_fail (proposition != NULL, g_string_free (out, FALSE));
  notation_append_proposition (out, proposition, negated, flags);
  return g_string_free (out, FALSE);
}
