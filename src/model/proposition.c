/* SPDX-License-Identifier: MIT */
#include "model/proposition.h"

#include <string.h>

#include "i18n.h"

static const char *const adjective_words[CHASE_N_ADJECTIVES] = {
  NC_ ("adjective", "initial"),
  NC_ ("adjective", "terminal"),
  NC_ ("adjective", "zero"),
  NC_ ("adjective", "mono"),
  NC_ ("adjective", "epi"),
  NC_ ("adjective", "iso"),
  NC_ ("adjective", "split mono"),
  NC_ ("adjective", "split epi"),
  NC_ ("adjective", "endo"),
  NC_ ("adjective", "auto"),
  NC_ ("adjective", "idempotent"),
  NC_ ("adjective", "identity"),
  NC_ ("adjective", "category"),
  NC_ ("adjective", "finite"),
  NC_ ("adjective", "thin"),
  NC_ ("adjective", "groupoid"),
  NC_ ("adjective", "monoid"),
  NC_ ("adjective", "discrete"),
  NC_ ("adjective", "connected"),
  NC_ ("adjective", "skeletal"),
  NC_ ("adjective", "preorder"),
  NC_ ("adjective", "poset"),
  NC_ ("adjective", "functor"),
  NC_ ("adjective", "faithful"),
  NC_ ("adjective", "full"),
  NC_ ("adjective", "fully faithful"),
  NC_ ("adjective", "essentially surjective"),
  NC_ ("adjective", "equivalence"),
  NC_ ("adjective", "isomorphism"),
  NC_ ("adjective", "representable"),
  NC_ ("adjective", "natural"),
};

/* What else people call them. */
static const struct
{
  const char *words;
  ChaseAdjective adjective;
} synonyms[] = {
  { "monic", CHASE_ADJECTIVE_MONO },
  { "monomorphism", CHASE_ADJECTIVE_MONO },
  { "epic", CHASE_ADJECTIVE_EPI },
  { "epimorphism", CHASE_ADJECTIVE_EPI },
  { "invertible", CHASE_ADJECTIVE_ISO },
  { "endomorphism", CHASE_ADJECTIVE_ENDO },
  { "automorphism", CHASE_ADJECTIVE_AUTO },
};

static const char *const shape_words[CHASE_N_SHAPES] = {
  NC_ ("shape", "product"), NC_ ("shape", "coproduct"), NC_ ("shape", "pullback"),
  NC_ ("shape", "pushout"), NC_ ("shape", "equalizer"), NC_ ("shape", "coequalizer"),
  NC_ ("shape", "limit"),   NC_ ("shape", "colimit"),
};

ChaseProposition *
chase_proposition_new (ChasePropositionKind kind)
{
  ChaseProposition *proposition = g_new0 (ChaseProposition, 1);

  g_atomic_ref_count_init (&proposition->ref_count);
  proposition->kind = kind;
  return proposition;
}

static GPtrArray *
terms_copy (const GPtrArray *terms)
{
  GPtrArray *copy = NULL;

  for (guint i = 0; terms != NULL && i < terms->len; i++)
    chase_proposition_take (&copy, chase_term_ref (g_ptr_array_index (terms, i)));
  return copy;
}

ChaseProposition *
chase_proposition_copy (const ChaseProposition *proposition)
{
  ChaseProposition *copy = g_memdup2 (proposition, sizeof *proposition);

  g_atomic_ref_count_init (&copy->ref_count);
  chase_name_ref (copy->number);
  copy->adjectives = proposition->adjectives != NULL ? g_array_copy (proposition->adjectives) : NULL;
  copy->terms = terms_copy (proposition->terms);
  copy->legs = terms_copy (proposition->legs);
  copy->base = terms_copy (proposition->base);
  chase_term_ref (copy->in);
  return copy;
}

ChaseProposition *
chase_proposition_ref (ChaseProposition *proposition)
{
  g_atomic_ref_count_inc (&proposition->ref_count);
  return proposition;
}

void
chase_proposition_unref (ChaseProposition *proposition)
{
  if (proposition == NULL || !g_atomic_ref_count_dec (&proposition->ref_count))
    return;
  chase_name_unref (proposition->number);
  g_clear_pointer (&proposition->adjectives, g_array_unref);
  g_clear_pointer (&proposition->terms, g_ptr_array_unref);
  g_clear_pointer (&proposition->legs, g_ptr_array_unref);
  g_clear_pointer (&proposition->base, g_ptr_array_unref);
  chase_term_unref (proposition->in);
  g_free (proposition);
}

static gboolean
adjectives_equal (const GArray *a, const GArray *b)
{
  guint n = a != NULL ? a->len : 0;

  if (n != (b != NULL ? b->len : 0))
    return FALSE;
  return n == 0 || memcmp (a->data, b->data, n * sizeof (ChaseAdjective)) == 0;
}

gboolean
chase_proposition_equal (const ChaseProposition *a, const ChaseProposition *b)
{
  if (a == b)
    return TRUE;
  if (a == NULL || b == NULL)
    return FALSE;
  return a->kind == b->kind && a->strictly == b->strictly && a->shape == b->shape
         && a->count == b->count && chase_name_equal (a->number, b->number)
         && adjectives_equal (a->adjectives, b->adjectives) && chase_terms_equal (a->terms, b->terms)
         && chase_terms_equal (a->legs, b->legs) && chase_terms_equal (a->base, b->base)
         && chase_term_equal (a->in, b->in);
}

void
chase_proposition_take (GPtrArray **list, ChaseTerm *term)
{
  if (*list == NULL)
    *list = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_term_unref);
  g_ptr_array_add (*list, term);
}

const char *
chase_adjective_word (ChaseAdjective adjective)
{
  g_return_val_if_fail (adjective < CHASE_N_ADJECTIVES, NULL);
  return adjective_words[adjective];
}

gboolean
chase_adjective_parse (const char *words, ChaseAdjective *adjective)
{
  for (guint i = 0; i < CHASE_N_ADJECTIVES; i++)
    if (strcmp (words, adjective_words[i]) == 0)
      {
        *adjective = i;
        return TRUE;
      }
  for (guint i = 0; i < G_N_ELEMENTS (synonyms); i++)
    if (strcmp (words, synonyms[i].words) == 0)
      {
        *adjective = synonyms[i].adjective;
        return TRUE;
      }
  return FALSE;
}

const char *
chase_shape_word (ChaseUniversalShape shape)
{
  g_return_val_if_fail (shape < CHASE_N_SHAPES, NULL);
  return shape_words[shape];
}

gboolean
chase_shape_parse (const char *word, ChaseUniversalShape *shape)
{
  for (guint i = 0; i < CHASE_N_SHAPES; i++)
    if (strcmp (word, shape_words[i]) == 0)
      {
        *shape = i;
        return TRUE;
      }
  return FALSE;
}
