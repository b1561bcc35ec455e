/* SPDX-License-Identifier: MIT */
#include "engine/naturality.h"

#include <json-glib/json-glib.h>

#include "model/proposition.h"
#include "model/set-maps.h"

ChaseNaturality *
chase_naturality_new_free (const ChasePresentation *source, guint32 n_variables)
{
  ChaseNaturality *naturality = g_new0 (ChaseNaturality, 1);

  naturality->source = chase_presentation_ref ((ChasePresentation *)source);
  naturality->n_variables = n_variables;
  naturality->n_weighed = n_variables;
  naturality->sizes = g_new0 (guint32, n_variables + 1);
  naturality->squares = g_array_new (FALSE, FALSE, sizeof (ChaseNaturalSquare));
  naturality->maps = g_array_new (FALSE, FALSE, sizeof (guint32));
  return naturality;
}

void
chase_naturality_free (ChaseNaturality *naturality)
{
  if (naturality == NULL)
    return;
  chase_presentation_unref (naturality->source);
  g_free (naturality->sizes);
  g_array_unref (naturality->squares);
  g_array_unref (naturality->maps);
  for (gsize y = 0;
       naturality->nodes != NULL && y < naturality->to->first[naturality->to->n_objects]; y++)
    g_clear_pointer ((JsonNode **)&naturality->nodes[y], json_node_unref);
  g_free (naturality->nodes);
  chase_listed_sets_free (naturality->from);
  chase_listed_sets_free (naturality->to);
  g_clear_pointer (&naturality->choices, g_ptr_array_unref);
  g_free (naturality);
}

gboolean
chase_naturality_agrees (const ChaseNaturality *naturality, const ChaseNaturalSquare *square,
                         guint32 u, guint32 v)
{
  guint32 left = g_array_index (naturality->maps, guint32, square->p + u);

  return left
         == (square->q == G_MAXSIZE ? v : g_array_index (naturality->maps, guint32, square->q + v));
}

/* alpha (F (f) (x)) = G (f) (alpha (x)) */
ChaseNaturality *
chase_naturality_new_sets (const ChasePresentation *source, ChaseSets *from, ChaseSets *to)
{
  ChaseNaturality *naturality
      = chase_naturality_new_free (source, (guint32)from->first[from->n_objects]);

  naturality->from = from;
  naturality->to = to;
  for (guint32 a = 0; a < from->n_objects; a++)
    for (guint32 x = 0; x < from->sizes[a]; x++)
      naturality->sizes[from->first[a] + x] = to->sizes[a];
  g_array_append_vals (naturality->maps, to->functions, (guint)to->offsets[to->n_arrows]);
  for (guint32 f = 0; f < from->n_arrows; f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (source, f);

      for (guint32 x = 0; !arrow->formal && x < from->sizes[arrow->source]; x++)
        {
          guint32 y = from->functions[from->offsets[f] + x];
          ChaseNaturalSquare square
              = { (guint32)from->first[arrow->source] + x, (guint32)from->first[arrow->target] + y,
                  to->offsets[f], G_MAXSIZE };

          g_array_append_val (naturality->squares, square);
        }
    }
  return naturality;
}

static guint32
value_of (const ChaseFunctor *functor, const ChaseEnumerated *target, guint32 f)
{
  guint32 source = chase_presentation_arrow (functor->source->presentation, f)->source;

  return chase_enumerated_value (target, functor->objects[source], functor->words[f]);
}

/* All composites of the choices at @object with @morphism, behind them or before them. */
static gsize
add_composites (ChaseNaturality *naturality, guint32 object, guint32 morphism, gboolean behind)
{
  const GArray *choices = g_ptr_array_index (naturality->choices, object);
  gsize begin = naturality->maps->len;

  for (guint i = 0; i < choices->len; i++)
    {
      guint32 choice = g_array_index (choices, guint32, i);
      guint32 product = chase_finite_compose (
          naturality->target->finite, behind ? choice : morphism, behind ? morphism : choice);

      g_array_append_val (naturality->maps, product);
    }
  return begin;
}

static void
add_choices (ChaseNaturality *naturality, guint32 object, guint32 a, guint32 b)
{
  const ChaseFinite *d = naturality->target->finite;
  GArray *choices = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 m = 0; m < chase_finite_n_morphisms (d); m++)
    if (d->source[m] == a && d->target[m] == b)
      g_array_append_val (choices, m);
  naturality->sizes[object] = choices->len;
  g_ptr_array_add (naturality->choices, choices);
}

static ChaseNaturality *
between_words (const ChaseFunctor *from, const ChaseFunctor *to, const ChaseEnumerated *target)
{
  const ChasePresentation *p = from->source->presentation;
  guint32 n = chase_presentation_n_objects (p);
  ChaseNaturality *naturality = chase_naturality_new_free (p, n);

  naturality->target = target;
  naturality->choices = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  for (guint32 a = 0; a < n; a++)
    add_choices (naturality, a, from->objects[a], to->objects[a]);
  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (p, f);
      ChaseNaturalSquare square = { arrow->source, arrow->target, 0, 0 };

      if (arrow->formal)
        continue;
      square.p = add_composites (naturality, arrow->source, value_of (to, target, f), TRUE);
      square.q = add_composites (naturality, arrow->target, value_of (from, target, f), FALSE);
      g_array_append_val (naturality->squares, square);
    }
  return naturality;
}

ChaseNaturality *
chase_naturality_new (const ChaseFunctor *from, const ChaseFunctor *to, ChaseEnumerate enumerate,
                      gpointer data)
{
  const ChaseEnumerated *target;
  g_autoptr (ChaseSets) first = NULL;
  g_autoptr (ChaseSets) second = NULL;

  if (from->source != to->source || from->target != to->target
      || from->source->kind != CHASE_CATEGORY_PRESENTED)
    return NULL;
  if (from->target->kind == CHASE_CATEGORY_SETS)
    {
      first = chase_functor_list (from, enumerate, data);
      second = first != NULL ? chase_functor_list (to, enumerate, data) : NULL;
      if (second == NULL || first->first[first->n_objects] >= G_MAXINT32)
        return NULL;
      return chase_naturality_new_sets (from->source->presentation, g_steal_pointer (&first),
                                        g_steal_pointer (&second));
    }
  target = enumerate (from->target, data);
  if (target == NULL || !chase_words_keep (from, target) || !chase_words_keep (to, target))
    return NULL;
  return between_words (from, to, target);
}

/* Between objects of Set or of a category [C, Set]: the morphisms there. */
static ChaseNaturality *
between_objects (ChaseTheory *theory, const ChaseCategory *category,
                 const ChaseProposition *proposition, ChaseEnumerate enumerate, gpointer data)
{
  g_autoptr (ChasePresentation) base = chase_category_sets_base (category);
  g_autoptr (ChaseSets) from = chase_set_object (
      theory, category, g_ptr_array_index (proposition->terms, 0), enumerate, data);
  g_autoptr (ChaseSets) to = NULL;

  if (from != NULL)
    to = chase_set_object (theory, category, g_ptr_array_index (proposition->terms, 1), enumerate,
                           data);
  if (to == NULL || from->first[from->n_objects] >= G_MAXINT32)
    return NULL;
  return chase_naturality_new_sets (base, g_steal_pointer (&from), g_steal_pointer (&to));
}

ChaseNaturality *
chase_naturality_of (ChaseTheory *theory, const ChaseProposition *proposition,
                     ChaseEnumerate enumerate, gpointer data)
{
  const ChaseCategory *category = NULL;
  const ChaseFunctor *from, *to;

  if (proposition->count == CHASE_COUNT_HOM || proposition->in != NULL)
    category = chase_theory_proposition_category (theory, proposition, NULL);
  if (chase_category_of_sets (category))
    return between_objects (theory, category, proposition, enumerate, data);
  from = chase_theory_functor (theory, g_ptr_array_index (proposition->terms, 0), NULL, NULL, NULL);
  if (from == NULL)
    return NULL;
  to = chase_theory_functor (theory, g_ptr_array_index (proposition->terms, 1), from->source,
                             from->target, NULL);
  return to != NULL ? chase_naturality_new (from, to, enumerate, data) : NULL;
}

void
chase_naturality_restrict (ChaseNaturality *naturality, guint32 v, const gboolean *allowed)
{
  ChaseNaturalSquare square = { v, v, naturality->maps->len, 0 };
  guint32 n = naturality->sizes[v];
  guint32 one = 1;

  for (guint32 x = 0; x < n; x++)
    {
      guint32 bit = allowed[x] ? 1 : 0;

      g_array_append_val (naturality->maps, bit);
    }
  square.q = naturality->maps->len;
  for (guint32 x = 0; x < n; x++)
    g_array_append_val (naturality->maps, one);
  g_array_append_val (naturality->squares, square);
}
