/* SPDX-License-Identifier: MIT */
#include "evidence/report-private.h"

/* An isomorphism that sends generators to generators, and the functor back that undoes it. */

#define NOWHERE G_MAXUINT32

static gboolean
read_objects (const ChaseFunctor *functor, JsonObject *map)
{
  const ChasePresentation *p = functor->source->presentation;

  for (guint32 a = 0; a < chase_presentation_n_objects (p); a++)
    {
      const char *name = chase_report_string (map, chase_presentation_object_name (p, a));

      functor->objects[a]
          = name != NULL ? chase_presentation_find_object (functor->target->presentation, name)
                         : NOWHERE;
      if (functor->objects[a] == NOWHERE)
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_arrows (const ChaseFunctor *functor, JsonObject *map, guint32 *letters)
{
  const ChasePresentation *p = functor->source->presentation, *q = functor->target->presentation;

  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (p, f);
      const char *name = chase_report_string (map, arrow->name);

      letters[f] = name != NULL ? chase_presentation_find_arrow (q, name) : NOWHERE;
      if (letters[f] == NOWHERE
          || chase_presentation_arrow (q, letters[f])->source != functor->objects[arrow->source]
          || chase_presentation_arrow (q, letters[f])->target != functor->objects[arrow->target])
        return FALSE;
      functor->words[f] = (ChaseWord){ &letters[f], 1 };
    }
  /* What is declared an inverse has to go to one. */
  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    {
      guint32 inverse = chase_presentation_arrow (p, f)->inverse;

      if (inverse != NOWHERE
          && chase_presentation_arrow (q, letters[f])->inverse != letters[inverse])
        return FALSE;
    }
  return TRUE;
}

gboolean
chase_report_renaming (ChaseTheory *theory, const ChaseCategory *c, const ChaseCategory *d,
                       JsonObject *object, GError **error)
{
  JsonObject *renaming = chase_report_object (object, "renaming");
  JsonObject *proofs = chase_report_object (object, "laws");
  JsonObject *back = chase_report_object (object, "back");
  JsonObject *objects = renaming != NULL ? chase_report_object (renaming, "objects") : NULL;
  JsonObject *arrows = renaming != NULL ? chase_report_object (renaming, "arrows") : NULL;
  ChaseFunctor functor = { .source = c, .target = d, .form = CHASE_FUNCTOR_WORDS };
  g_autofree guint32 *values = NULL;
  g_autofree guint32 *letters = NULL;
  g_autofree ChaseWord *words = NULL;
  g_autoptr (ChaseDemands) laws = NULL;

  if (c->kind != CHASE_CATEGORY_PRESENTED || d->kind != CHASE_CATEGORY_PRESENTED || objects == NULL
      || arrows == NULL || proofs == NULL || back == NULL)
    return chase_refuse (error, "the evidence names no functor");
  functor.objects = values = g_new (guint32, chase_presentation_n_objects (c->presentation) + 1);
  functor.words = words = g_new (ChaseWord, chase_presentation_n_arrows (c->presentation) + 1);
  letters = g_new (guint32, chase_presentation_n_arrows (c->presentation) + 1);
  if (!read_objects (&functor, objects) || !read_arrows (&functor, arrows, letters))
    return chase_refuse (error, "this is no functor between the two");
  laws = chase_demands_of_functor (&functor);
  return chase_report_laws (theory, laws, TRUE, proofs, error)
         && chase_report_inverse_functor (theory, &functor, back, error);
}
