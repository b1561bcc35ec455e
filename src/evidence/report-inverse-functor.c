/* SPDX-License-Identifier: MIT */
#include "evidence/report-private.h"

/* A functor back, given by a path for every arrow of the target, that undoes a functor by words. */

#define NOWHERE G_MAXUINT32

typedef struct
{
  const ChaseFunctor *functor;
  ChasePresentation *p;
  ChasePresentation *q;
  guint32 *objects; /* of q: what goes there */
  GPtrArray *paths; /* GArray: of each arrow of q */
} Back;

static ChaseWord
word_of (const GArray *letters)
{
  return (ChaseWord){ (const guint32 *)(gpointer)letters->data, letters->len };
}

static gboolean
turn_objects (Back *back)
{
  guint32 n = chase_presentation_n_objects (back->q);

  for (guint32 x = 0; x < n; x++)
    back->objects[x] = NOWHERE;
  for (guint32 a = 0; a < chase_presentation_n_objects (back->p); a++)
    back->objects[back->functor->objects[a]] = a;
  for (guint32 x = 0; x < n; x++)
    if (back->objects[x] == NOWHERE)
      return FALSE;
  return n == chase_presentation_n_objects (back->p);
}

static gboolean
read_paths (Back *back, JsonObject *map)
{
  for (guint32 d = 0; d < chase_presentation_n_arrows (back->q); d++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (back->q, d);
      GArray *path = g_array_new (FALSE, FALSE, sizeof (guint32));
      guint32 end;

      g_ptr_array_add (back->paths, path);
      if (!chase_report_word (back->p, chase_report_array (map, arrow->name), path)
          || !chase_presentation_path_target (back->p, back->objects[arrow->source], word_of (path),
                                              &end)
          || end != back->objects[arrow->target])
        return FALSE;
      /* What is declared of it, but for an inverse, would have to be kept as well. */
      if (arrow->properties != 0 && arrow->inverse == NOWHERE)
        return FALSE;
    }
  return TRUE;
}

static void
append_back (const Back *back, ChaseWord word, GArray *out)
{
  for (guint32 i = 0; i < word.length; i++)
    {
      const GArray *path = g_ptr_array_index (back->paths, word.letters[i]);

      g_array_append_vals (out, path->data, path->len);
    }
}

static gboolean
demand_all (const Back *back, ChaseDemands *laws)
{
  ChaseDemand *law;

  for (guint32 d = 0; d < back->paths->len; d++)
    {
      law = chase_demands_add_paths (laws, back->q, chase_presentation_arrow (back->q, d)->source);
      if (!chase_functor_map (back->functor, word_of (g_ptr_array_index (back->paths, d)),
                              law->left))
        return FALSE;
      g_array_append_val (law->right, d);
    }
  for (guint32 e = 0; e < chase_presentation_n_equations (back->q); e++)
    {
      const ChaseEquation *equation = chase_presentation_equation (back->q, e);

      law = chase_demands_add_paths (laws, back->p, back->objects[equation->source]);
      append_back (back, equation->left, law->left);
      append_back (back, equation->right, law->right);
    }
  for (guint32 d = 0; d < back->paths->len; d++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (back->q, d);
      guint32 pair[] = { d, arrow->inverse };

      if (arrow->inverse == NOWHERE)
        continue;
      law = chase_demands_add_paths (laws, back->p, back->objects[arrow->source]);
      append_back (back, (ChaseWord){ pair, 2 }, law->left);
    }
  for (guint32 c = 0; c < chase_presentation_n_arrows (back->p); c++)
    {
      g_autoptr (GArray) image = g_array_new (FALSE, FALSE, sizeof (guint32));

      law = chase_demands_add_paths (laws, back->p, chase_presentation_arrow (back->p, c)->source);
      if (!chase_functor_map (back->functor, (ChaseWord){ &c, 1 }, image))
        return FALSE;
      append_back (back, word_of (image), law->left);
      g_array_append_val (law->right, c);
    }
  return TRUE;
}

gboolean
chase_report_inverse_functor (ChaseTheory *theory, const ChaseFunctor *functor, JsonObject *object,
                              GError **error)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  g_autoptr (ChaseDemands) laws = chase_demands_new ();
  g_autofree guint32 *objects = NULL;
  JsonObject *map = chase_report_object (object, "inverse");
  JsonObject *proofs = chase_report_object (object, "proofs");
  Back back
      = { functor, functor->source->presentation, functor->target->presentation, NULL, paths };

  if (back.q == NULL || map == NULL || proofs == NULL)
    return chase_refuse (error, "the evidence names no functor back");
  back.objects = objects = g_new (guint32, chase_presentation_n_objects (back.q) + 1);
  if (!turn_objects (&back) || !read_paths (&back, map) || !demand_all (&back, laws))
    return chase_refuse (error, "what leads back is no functor that could undo it");
  return chase_report_laws (theory, laws, TRUE, proofs, error);
}
