/* SPDX-License-Identifier: MIT */
#include "evidence/demands.h"

/* What transformations have to keep: squares, equality, and the two triangles of an adjunction. */

static void
append (GArray *out, ChaseWord word)
{
  g_array_append_vals (out, word.letters, word.length);
}

static void
add_square_of_paths (ChaseDemands *laws, const ChaseTransformation *alpha, guint32 f,
                     const ChaseArrow *arrow)
{
  ChaseDemand *law = chase_demands_add_paths (laws, alpha->from->target->presentation,
                                              alpha->from->objects[arrow->source]);

  append (law->left, alpha->from->words[f]);
  append (law->left, alpha->words[arrow->target]);
  append (law->right, alpha->words[arrow->source]);
  append (law->right, alpha->to->words[f]);
}

static void
add_square_of_functions (ChaseDemands *laws, const ChaseTransformation *alpha, guint32 f,
                         const ChaseArrow *arrow)
{
  const ChaseSets *from = alpha->from->sets;
  const ChaseSets *to = alpha->to->sets;
  const guint32 *here = alpha->functions + alpha->offsets[arrow->source];
  const guint32 *there = alpha->functions + alpha->offsets[arrow->target];
  ChaseDemand *law = chase_demands_add_functions (laws, from, arrow->source, to, arrow->target);

  for (guint32 x = 0; x < from->sizes[arrow->source]; x++)
    {
      g_array_append_val (law->left, there[from->functions[from->offsets[f] + x]]);
      g_array_append_val (law->right, to->functions[to->offsets[f] + here[x]]);
    }
}

ChaseDemands *
chase_demands_of_transformation (const ChaseTransformation *alpha)
{
  const ChasePresentation *p = alpha->from->source->presentation;
  ChaseDemands *laws = chase_demands_new ();

  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (p, f);

      if (arrow->formal)
        continue;
      if (alpha->form == CHASE_TRANSFORMATION_FUNCTIONS)
        add_square_of_functions (laws, alpha, f, arrow);
      else
        add_square_of_paths (laws, alpha, f, arrow);
    }
  return laws;
}

ChaseDemands *
chase_demands_of_equality (const ChaseTransformation *left, const ChaseTransformation *right)
{
  const ChaseFunctor *from = left->from;
  ChaseDemands *laws = chase_demands_new ();
  ChaseDemand *law;

  for (guint32 a = 0; a < chase_presentation_n_objects (from->source->presentation); a++)
    if (left->form == CHASE_TRANSFORMATION_FUNCTIONS)
      {
        law = chase_demands_add_functions (laws, from->sets, a, left->to->sets, a);
        g_array_append_vals (law->left, left->functions + left->offsets[a], from->sets->sizes[a]);
        g_array_append_vals (law->right, right->functions + right->offsets[a],
                             from->sets->sizes[a]);
      }
    else
      {
        law = chase_demands_add_paths (laws, from->target->presentation, from->objects[a]);
        append (law->left, left->words[a]);
        append (law->right, right->words[a]);
      }
  return laws;
}

/* Adjunctions. */

typedef struct
{
  ChaseDemands *laws;
  gboolean known; /* every image that was asked for */
} Adjunction;

/* The image of @word under @first, and then under @second unless NULL, at the end of @out. */
static void
append_image (Adjunction *adjunction, ChaseWord word, const ChaseFunctor *first,
              const ChaseFunctor *second, GArray *out)
{
  g_autoptr (GArray) once = g_array_new (FALSE, FALSE, sizeof (guint32));

  adjunction->known = chase_functor_map (first, word, once) && adjunction->known;
  if (second == NULL)
    append (out, chase_demand_word (once));
  else
    adjunction->known
        = chase_functor_map (second, chase_demand_word (once), out) && adjunction->known;
}

static void
take_functor (Adjunction *adjunction, const ChaseFunctor *functor)
{
  ChaseDemands *laws = chase_demands_of_functor (functor);

  if (laws->broken != NULL || laws->unsure)
    adjunction->known = FALSE;
  g_ptr_array_extend_and_steal (adjunction->laws->list, laws->list);
  g_free (laws);
}

/* Id => second . first (@unit), or second . first => Id. */
static gboolean
runs (const ChaseTransformation *alpha, const ChaseFunctor *first, const ChaseFunctor *second,
      gboolean unit)
{
  const ChaseFunctor *identity = unit ? alpha->from : alpha->to;
  const ChaseFunctor *round = unit ? alpha->to : alpha->from;

  if (alpha->form != CHASE_TRANSFORMATION_WORDS || identity->source != first->source
      || identity->target != first->source)
    return FALSE;
  for (guint32 a = 0; a < chase_presentation_n_objects (first->source->presentation); a++)
    if (identity->objects[a] != a || round->objects[a] != second->objects[first->objects[a]])
      return FALSE;
  return TRUE;
}

static void
add_squares (Adjunction *adjunction, const ChaseTransformation *alpha, const ChaseFunctor *first,
             const ChaseFunctor *second, gboolean unit)
{
  ChasePresentation *p = first->source->presentation;

  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (p, f);
      ChaseWord one = { &f, 1 };
      guint32 begin = unit ? arrow->source : second->objects[first->objects[arrow->source]];
      ChaseDemand *law;

      if (arrow->formal)
        continue;
      law = chase_demands_add_paths (adjunction->laws, p, begin);
      if (unit)
        append (law->left, one);
      else
        append_image (adjunction, one, first, second, law->left);
      append (law->left, alpha->words[arrow->target]);
      append (law->right, alpha->words[arrow->source]);
      if (unit)
        append_image (adjunction, one, first, second, law->right);
      else
        append (law->right, one);
    }
}

static void
add_triangles (Adjunction *adjunction, const ChaseFunctor *left, const ChaseFunctor *right,
               const ChaseTransformation *eta, const ChaseTransformation *eps)
{
  for (guint32 a = 0; a < chase_presentation_n_objects (left->source->presentation); a++)
    {
      ChaseDemand *law = chase_demands_add_paths (adjunction->laws, left->target->presentation,
                                                  left->objects[a]);

      append_image (adjunction, eta->words[a], left, NULL, law->left);
      append (law->left, eps->words[left->objects[a]]);
    }
  for (guint32 b = 0; b < chase_presentation_n_objects (right->source->presentation); b++)
    {
      ChaseDemand *law = chase_demands_add_paths (adjunction->laws, right->target->presentation,
                                                  right->objects[b]);

      append (law->left, eta->words[right->objects[b]]);
      append_image (adjunction, eps->words[b], right, NULL, law->left);
    }
}

ChaseDemands *
chase_demands_of_adjunction (const ChaseFunctor *left, const ChaseFunctor *right,
                             const ChaseTransformation *eta, const ChaseTransformation *eps)
{
  Adjunction adjunction = { NULL, TRUE };

  if (left->form != CHASE_FUNCTOR_WORDS || right->form != CHASE_FUNCTOR_WORDS
      || left->source != right->target || left->target != right->source
      || !runs (eta, left, right, TRUE) || !runs (eps, right, left, FALSE))
    return NULL;
  adjunction.laws = chase_demands_new ();
  take_functor (&adjunction, left);
  take_functor (&adjunction, right);
  add_squares (&adjunction, eta, left, right, TRUE);
  add_squares (&adjunction, eps, right, left, FALSE);
  add_triangles (&adjunction, left, right, eta, eps);
  if (adjunction.known)
    return adjunction.laws;
  chase_demands_free (adjunction.laws);
  return NULL;
}
