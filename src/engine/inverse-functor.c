/* SPDX-License-Identifier: MIT */
#include "engine/check-infinite.h"
#include "engine/functor-images.h"

/* The inverse of a functor by words, found generator by generator. */

#define NONE G_MAXUINT32

typedef struct
{
  const ChaseImages *images;
  guint32 *objects; /* of the target: the object that goes there */
  GPtrArray *paths; /* GArray: of each arrow of the target, a path that goes there */
} Back;

/* Is more declared of arrows than what paths back are shown to keep? */
static gboolean
declares_cancelling (const ChasePresentation *p)
{
  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (p, f);

      if (arrow->properties != 0 && !arrow->formal && arrow->inverse == NONE)
        return TRUE;
    }
  return FALSE;
}

static gboolean
find_objects (Back *back)
{
  const ChaseFunctor *functor = back->images->functor;
  guint n = chase_presentation_n_objects (functor->source->presentation);

  if (n != chase_presentation_n_objects (functor->target->presentation))
    return FALSE;
  for (guint32 x = 0; x < n; x++)
    back->objects[x] = NONE;
  for (guint32 a = 0; a < n; a++)
    {
      if (back->objects[functor->objects[a]] != NONE)
        return FALSE;
      back->objects[functor->objects[a]] = a;
    }
  return TRUE;
}

static gboolean
find_paths (Back *back)
{
  const ChasePresentation *q = back->images->functor->target->presentation;

  for (guint32 d = 0; d < chase_presentation_n_arrows (q); d++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (q, d);
      g_autoptr (GBytes) key
          = chase_images_target_key (back->images, arrow->source, (ChaseWord){ &d, 1 });
      GArray *path = key != NULL ? chase_images_find (back->images, back->objects[arrow->source],
                                                      back->objects[arrow->target], key)
                                 : NULL;

      if (path == NULL)
        return FALSE;
      g_ptr_array_add (back->paths, path);
    }
  return TRUE;
}

static void
send_back (const Back *back, ChaseWord word, GArray *out)
{
  for (guint32 i = 0; i < word.length; i++)
    {
      const GArray *path = g_ptr_array_index (back->paths, word.letters[i]);

      if (path->len > 0)
        g_array_append_vals (out, path->data, path->len);
    }
}

static ChaseLawClaim *
claim (ChaseLawList *list, ChasePresentation *presentation, guint32 source)
{
  ChaseLawClaim *made = chase_law_list_add (list, CHASE_LAW_EQUATION, list->claims->len);

  made->at = 0;
  made->presentation = presentation;
  made->source = source;
  return made;
}

/* There after back: every arrow of the target. */
static void
claim_there (const Back *back, ChaseLawList *list)
{
  ChasePresentation *q = back->images->functor->target->presentation;

  for (guint32 d = 0; d < back->paths->len; d++)
    {
      ChaseLawClaim *law = claim (list, q, chase_presentation_arrow (q, d)->source);

      chase_functor_map (back->images->functor, chase_letters (g_ptr_array_index (back->paths, d)),
                         law->left);
      g_array_append_val (law->right, d);
    }
}

/* That what leads back is a functor: equations, and formal inverses. */
static void
claim_functor (const Back *back, ChaseLawList *list)
{
  ChasePresentation *p = back->images->functor->source->presentation;
  const ChasePresentation *q = back->images->functor->target->presentation;

  for (guint32 e = 0; e < chase_presentation_n_equations (q); e++)
    {
      const ChaseEquation *equation = chase_presentation_equation (q, e);
      ChaseLawClaim *law = claim (list, p, back->objects[equation->source]);

      send_back (back, equation->left, law->left);
      send_back (back, equation->right, law->right);
    }
  for (guint32 d = 0; d < back->paths->len; d++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (q, d);
      guint32 pair[] = { d, arrow->inverse };

      if (arrow->inverse != NONE)
        send_back (back, (ChaseWord){ pair, 2 },
                   claim (list, p, back->objects[arrow->source])->left);
    }
}

/* Back after there: every arrow of the source. */
static void
claim_back (const Back *back, ChaseLawList *list)
{
  const ChaseFunctor *functor = back->images->functor;
  ChasePresentation *p = functor->source->presentation;

  for (guint32 c = 0; c < chase_presentation_n_arrows (p); c++)
    {
      g_autoptr (GArray) image = g_array_new (FALSE, FALSE, sizeof (guint32));
      ChaseLawClaim *law = claim (list, p, chase_presentation_arrow (p, c)->source);

      chase_functor_map (functor, (ChaseWord){ &c, 1 }, image);
      send_back (back, chase_letters (image), law->left);
      g_array_append_val (law->right, c);
    }
}

static JsonObject *
tell (const Back *back)
{
  const ChaseFunctor *functor = back->images->functor;
  g_autoptr (ChaseLawList) list = chase_law_list_new ();
  JsonObject *object, *arrows;
  ChaseResult laws = { 0 };
  gboolean good;

  claim_there (back, list);
  claim_functor (back, list);
  claim_back (back, list);
  chase_decide_laws (back->images->checker, list, "law", NULL, &laws);
  good = laws.verdict == CHASE_VERDICT_HOLDS;
  object = good ? chase_evidence_typed ("list") : NULL;
  if (good)
    {
      arrows = json_object_new ();
      for (guint32 d = 0; d < back->paths->len; d++)
        {
          const GArray *path = g_ptr_array_index (back->paths, d);

          json_object_set_array_member (
              arrows, chase_presentation_arrow (functor->target->presentation, d)->name,
              chase_arrow_names (functor->source->presentation,
                                 (const guint32 *)(gpointer)path->data, path->len));
        }
      json_object_set_object_member (object, "inverse", arrows);
      json_object_set_member (object, "proofs", chase_result_evidence_json (&laws));
    }
  chase_evidence_unref (laws.evidence);
  chase_presentation_unref (laws.presentation);
  g_free (laws.reason);
  return object;
}

JsonObject *
chase_inverse_functor_json (const ChaseImages *images)
{
  const ChaseFunctor *functor = images->functor;
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  g_autofree guint32 *objects
      = g_new (guint32, chase_presentation_n_objects (functor->target->presentation) + 1);
  Back back = { images, objects, paths };

  if (declares_cancelling (functor->target->presentation) || !images->source_known
      || !images->target_known || !find_objects (&back) || !find_paths (&back))
    return NULL;
  return tell (&back);
}
