/* SPDX-License-Identifier: MIT */
#include "engine/adjunction.h"

#include "model/proposition.h"

#define NOWHERE G_MAXUINT32

typedef struct
{
  const ChaseFunctor *left;
  const ChaseFunctor *right;
  ChaseLawList *list;
  gboolean known; /* every value that was asked for is */
} Adjunction;

static ChaseLawClaim *
claim_at (Adjunction *adjunction, const ChaseCategory *category, guint32 source, guint32 number)
{
  ChaseLawClaim *claim = chase_law_list_add (adjunction->list, CHASE_LAW_EQUATION, number);

  claim->at = number;
  claim->presentation = category->presentation;
  claim->source = source;
  return claim;
}

static void
append_word (GArray *out, ChaseWord word)
{
  g_array_append_vals (out, word.letters, word.length);
}

static void
append_image (Adjunction *adjunction, const ChaseFunctor *functor, ChaseWord word, GArray *out)
{
  adjunction->known = chase_functor_map (functor, word, out) && adjunction->known;
}

/* The value of @second after @first at the arrow @f. */
static void
append_twice (Adjunction *adjunction, const ChaseFunctor *first, const ChaseFunctor *second,
              guint32 f, GArray *out)
{
  g_autoptr (GArray) once = g_array_new (FALSE, FALSE, sizeof (guint32));
  ChaseWord word = { &f, 1 };

  append_image (adjunction, first, word, once);
  word.letters = (const guint32 *)(gpointer)once->data;
  word.length = once->len;
  append_image (adjunction, second, word, out);
}

/* Does @alpha run between the identity and @second after @first? */
static gboolean
runs (const ChaseTransformation *alpha, const ChaseFunctor *first, const ChaseFunctor *second,
      gboolean unit)
{
  const ChaseFunctor *identity = unit ? alpha->from : alpha->to;
  const ChaseFunctor *composite = unit ? alpha->to : alpha->from;

  if (alpha->form != CHASE_TRANSFORMATION_WORDS || identity->source != first->source
      || identity->target != first->source)
    return FALSE;
  for (guint32 a = 0; a < chase_presentation_n_objects (first->source->presentation); a++)
    if (identity->objects[a] != a || composite->objects[a] != second->objects[first->objects[a]])
      return FALSE;
  return TRUE;
}

static void
add_functor (Adjunction *adjunction, const ChaseFunctor *functor)
{
  ChaseLawList *laws = chase_functor_laws (functor);

  if (laws->broken != NOWHERE || laws->obstacle != NULL)
    adjunction->known = FALSE;
  for (guint i = 0; i < laws->claims->len; i++)
    {
      ChaseLawClaim *claim = g_ptr_array_index (laws->claims, i);

      claim->reason = CHASE_LAW_EQUATION;
      claim->at = claim->number;
    }
  g_ptr_array_extend_and_steal (adjunction->list->claims, g_steal_pointer (&laws->claims));
  laws->claims = g_ptr_array_new ();
  chase_law_list_free (laws);
}

static void
add_naturality (Adjunction *adjunction, const ChaseTransformation *alpha, const ChaseFunctor *first,
                const ChaseFunctor *second, gboolean unit)
{
  const ChasePresentation *p = first->source->presentation;

  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (p, f);
      ChaseLawClaim *claim;

      if (arrow->formal)
        continue;
      claim = claim_at (adjunction, first->source,
                        unit ? arrow->source : second->objects[first->objects[arrow->source]], f);
      if (unit)
        {
          g_array_append_val (claim->left, f);
          append_word (claim->left, alpha->words[arrow->target]);
          append_word (claim->right, alpha->words[arrow->source]);
          append_twice (adjunction, first, second, f, claim->right);
          continue;
        }
      append_twice (adjunction, first, second, f, claim->left);
      append_word (claim->left, alpha->words[arrow->target]);
      append_word (claim->right, alpha->words[arrow->source]);
      g_array_append_val (claim->right, f);
    }
}

/* eps [L (A)] . L (eta [A]) = id (L (A)) and R (eps [B]) . eta [R (B)] = id (R (B)) */
static void
add_triangles (Adjunction *adjunction, const ChaseTransformation *eta,
               const ChaseTransformation *eps)
{
  const ChaseFunctor *l = adjunction->left;
  const ChaseFunctor *r = adjunction->right;

  for (guint32 a = 0; a < chase_presentation_n_objects (l->source->presentation); a++)
    {
      ChaseLawClaim *claim = claim_at (adjunction, l->target, l->objects[a], a);

      append_image (adjunction, l, eta->words[a], claim->left);
      append_word (claim->left, eps->words[l->objects[a]]);
    }
  for (guint32 b = 0; b < chase_presentation_n_objects (r->source->presentation); b++)
    {
      ChaseLawClaim *claim = claim_at (adjunction, r->target, r->objects[b], b);

      append_word (claim->left, eta->words[r->objects[b]]);
      append_image (adjunction, r, eps->words[b], claim->left);
    }
}

ChaseLawList *
chase_adjunction_laws (const ChaseFunctor *left, const ChaseFunctor *right,
                       const ChaseTransformation *eta, const ChaseTransformation *eps)
{
  Adjunction adjunction = { left, right, NULL, TRUE };

  if (left->form != CHASE_FUNCTOR_WORDS || right->form != CHASE_FUNCTOR_WORDS
      || left->source != right->target || left->target != right->source
      || !runs (eta, left, right, TRUE) || !runs (eps, right, left, FALSE))
    return NULL;
  adjunction.list = chase_law_list_new ();
  add_functor (&adjunction, left);
  add_functor (&adjunction, right);
  add_naturality (&adjunction, eta, left, right, TRUE);
  add_naturality (&adjunction, eps, right, left, FALSE);
  add_triangles (&adjunction, eta, eps);
  if (adjunction.known)
    return adjunction.list;
  chase_law_list_free (adjunction.list);
  return NULL;
}

ChaseLawList *
chase_adjunction_laws_of (ChaseTheory *theory, const ChaseProposition *proposition)
{
  const ChaseFunctor *functors[2];
  const ChaseTransformation *units[2];

  if (proposition->legs == NULL || proposition->legs->len != 2)
    return NULL;
  for (guint i = 0; i < 2; i++)
    {
      functors[i] = chase_theory_functor (theory, g_ptr_array_index (proposition->terms, i), NULL,
                                          NULL, NULL);
      units[i] = chase_theory_transformation (theory, g_ptr_array_index (proposition->legs, i),
                                              NULL, NULL, NULL);
      if (functors[i] == NULL || units[i] == NULL)
        return NULL;
    }
  return chase_adjunction_laws (functors[0], functors[1], units[0], units[1]);
}
