/* SPDX-License-Identifier: MIT */
#include "model/implied-private.h"

#include "model/dual.h"

static void
implication_free (gpointer data)
{
  ChaseImplication *implication = data;

  g_ptr_array_unref (implication->parts[0]);
  g_ptr_array_unref (implication->parts[1]);
  g_free (implication);
}

ChaseImplication *
chase_imply (GPtrArray *list, gboolean conclude)
{
  ChaseImplication *implication = g_new (ChaseImplication, 1);

  for (guint i = 0; i < 2; i++)
    implication->parts[i]
        = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_proposition_unref);
  implication->conclude = conclude;
  implication->reason = NULL;
  g_ptr_array_add (list, implication);
  return implication;
}

void
chase_imply_part (ChaseImplication *implication, gboolean expect, ChaseProposition *part)
{
  g_ptr_array_add (implication->parts[expect], part);
}

void
chase_imply_one (GPtrArray *list, gboolean expect, gboolean conclude, ChaseProposition *part)
{
  chase_imply_part (chase_imply (list, conclude), expect, part);
}

void
chase_imply_two (GPtrArray *list, gboolean expect, gboolean conclude, ChaseProposition *first,
                 ChaseProposition *second)
{
  ChaseImplication *implication = chase_imply (list, conclude);

  chase_imply_part (implication, expect, first);
  chase_imply_part (implication, expect, second);
}

void
chase_imply_same (GPtrArray *list, ChaseProposition *part)
{
  chase_imply_one (list, TRUE, TRUE, chase_proposition_ref (part));
  chase_imply_one (list, FALSE, FALSE, part);
}

ChaseProposition *
chase_say_is (ChaseTerm *term, ChaseAdjective adjective, const ChaseTerm *in)
{
  ChaseProposition *said = chase_proposition_new (CHASE_PROPOSITION_IS);

  said->adjectives = g_array_new (FALSE, FALSE, sizeof (ChaseAdjective));
  g_array_append_val (said->adjectives, adjective);
  chase_proposition_take (&said->terms, term);
  said->in = chase_term_ref (in);
  return said;
}

void
chase_imply_same_as_both (GPtrArray *list, const ChaseTerm *term, ChaseAdjective one,
                          ChaseAdjective two)
{
  ChaseProposition *both[] = { chase_say_is (chase_term_ref (term), one, NULL),
                               chase_say_is (chase_term_ref (term), two, NULL) };

  for (guint i = 0; i < 2; i++)
    chase_imply_one (list, FALSE, FALSE, chase_proposition_ref (both[i]));
  chase_imply_two (list, TRUE, TRUE, both[0], both[1]);
}

static ChaseProposition *
say_of_two (ChasePropositionKind kind, ChaseTerm *left, ChaseTerm *right, const ChaseTerm *in)
{
  ChaseProposition *said = chase_proposition_new (kind);

  chase_proposition_take (&said->terms, left);
  chase_proposition_take (&said->terms, right);
  said->in = chase_term_ref (in);
  return said;
}

ChaseProposition *
chase_say_equal (ChaseTerm *left, ChaseTerm *right, const ChaseTerm *in)
{
  return say_of_two (CHASE_PROPOSITION_EQUATION, left, right, in);
}

ChaseProposition *
chase_say_isomorphic (ChaseTerm *left, ChaseTerm *right, const ChaseTerm *in)
{
  return say_of_two (CHASE_PROPOSITION_ISOMORPHIC, left, right, in);
}

ChaseProposition *
chase_say_empty (const ChaseTerm *category)
{
  ChaseProposition *said = chase_proposition_new (CHASE_PROPOSITION_COUNT);

  said->count = CHASE_COUNT_OB;
  said->number = chase_name_new ("0");
  chase_proposition_take (&said->terms, chase_term_ref (category));
  return said;
}

ChaseProposition *
chase_say_no_arrow (const char *from, const char *to, const ChaseTerm *in)
{
  ChaseProposition *said = chase_proposition_new (CHASE_PROPOSITION_COUNT);

  said->count = CHASE_COUNT_HOM;
  said->number = chase_name_new ("0");
  chase_proposition_take (&said->terms, chase_term_new_name (from));
  chase_proposition_take (&said->terms, chase_term_new_name (to));
  said->in = chase_term_ref (in);
  return said;
}

void
chase_imply_none (const ChaseProposition *said, ChaseProposition *none, GPtrArray *list)
{
  chase_imply_one (list, TRUE, g_str_equal (said->number, "0"), none);
}

ChaseTerm *
chase_term_after (const ChaseTerm *second, const ChaseTerm *first)
{
  ChaseTerm *args[] = { (ChaseTerm *)second, (ChaseTerm *)first };

  return chase_term_new (CHASE_TERM_COMPOSE, args, 2, 0);
}

ChaseProposition *
chase_saying_is (const ChaseSaying *saying, const ChaseTerm *term, ChaseAdjective adjective)
{
  return chase_say_is (chase_term_ref (term),
                       saying->dual ? chase_dual_adjective (adjective) : adjective, saying->in);
}

ChaseProposition *
chase_saying_equal (const ChaseSaying *saying, const ChaseTerm *one, const ChaseTerm *two)
{
  return chase_say_equal (chase_term_ref (one), chase_term_ref (two), saying->in);
}

ChaseTerm *
chase_saying_after (const ChaseSaying *saying, const ChaseTerm *second, const ChaseTerm *first)
{
  return saying->dual ? chase_term_after (first, second) : chase_term_after (second, first);
}

ChaseAdjective
chase_only_adjective (const ChaseProposition *proposition)
{
  return proposition->kind == CHASE_PROPOSITION_IS && proposition->adjectives != NULL
                 && proposition->adjectives->len == 1
             ? g_array_index (proposition->adjectives, ChaseAdjective, 0)
             : CHASE_N_ADJECTIVES;
}

/* Several properties hold when each does. */
static void
imply_each (const ChaseProposition *proposition, GPtrArray *list)
{
  const GArray *adjectives
      = proposition->kind == CHASE_PROPOSITION_IS ? proposition->adjectives : NULL;
  ChaseImplication *all;

  if (adjectives == NULL || adjectives->len < 2)
    return;
  all = chase_imply (list, TRUE);
  for (guint i = 0; i < adjectives->len; i++)
    {
      ChaseProposition *one = chase_proposition_copy (proposition);

      g_array_set_size (one->adjectives, 0);
      g_array_append_val (one->adjectives, g_array_index (adjectives, ChaseAdjective, i));
      chase_imply_part (all, TRUE, chase_proposition_ref (one));
      chase_imply_one (list, FALSE, FALSE, one);
    }
}

GPtrArray *
chase_implications (ChaseTheory *theory, const ChaseProposition *proposition)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (implication_free);

  imply_each (proposition, list);
  chase_imply_in_slice (theory, proposition, list);
  chase_imply_of_product (theory, proposition, list);
  chase_imply_of_functors (theory, proposition, list);
  chase_imply_universal (theory, proposition, list);
  chase_imply_limit (theory, proposition, list);
  chase_imply_counts (theory, proposition, list);
  chase_imply_representable (theory, proposition, list);
  chase_imply_morphism (theory, proposition, list);
  chase_imply_composite (theory, proposition, list);
  chase_imply_of_two_categories (theory, proposition, list);
  return list;
}
