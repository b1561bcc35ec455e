/* SPDX-License-Identifier: MIT */
#include "engine/category-isomorphism.h"

#define NOWHERE G_MAXUINT32

void
chase_skeleton_free (ChaseSkeleton *skeleton)
{
  if (skeleton == NULL)
    return;
  chase_finite_free (skeleton->finite);
  g_free (skeleton->objects);
  g_free (skeleton->morphisms);
  g_free (skeleton->class_of);
  g_free (skeleton->to);
  g_free (skeleton->from);
  g_free (skeleton);
}

/* Gives every object its class; returns how many there are. */
static guint32
find_classes (const ChaseFinite *c, ChaseSkeleton *skeleton)
{
  guint32 n = 0;

  for (guint32 a = 0; a < c->n_objects; a++)
    {
      skeleton->class_of[a] = NOWHERE;
      for (guint32 f = 0; f < c->n_arrows && skeleton->class_of[a] == NOWHERE; f++)
        {
          guint32 b = c->target[f], back;

          if (c->source[f] != a || b >= a || skeleton->objects[skeleton->class_of[b]] != b
              || !chase_finite_find_back (c, f, TRUE, TRUE, &back))
            continue;
          skeleton->class_of[a] = skeleton->class_of[b];
          skeleton->to[a] = f;
          skeleton->from[a] = back;
        }
      if (skeleton->class_of[a] != NOWHERE)
        continue;
      skeleton->to[a] = skeleton->from[a] = chase_finite_identity (c, a);
      skeleton->objects[n] = a;
      skeleton->class_of[a] = n++;
    }
  return n;
}

static void
take_products (const ChaseFinite *c, ChaseSkeleton *skeleton, const guint32 *number)
{
  ChaseFinite *s = skeleton->finite;

  for (guint32 f = 0; f < s->n_arrows; f++)
    for (guint32 i = s->first[s->target[f]]; i < s->first[s->target[f] + 1]; i++)
      chase_finite_set (
          s, f, s->out[i],
          number[chase_finite_compose (c, skeleton->morphisms[f], skeleton->morphisms[s->out[i]])]);
}

ChaseSkeleton *
chase_skeleton_new (const ChaseFinite *c)
{
  ChaseSkeleton *skeleton = g_new0 (ChaseSkeleton, 1);
  guint32 n_all = chase_finite_n_morphisms (c);
  g_autofree guint32 *number = g_new (guint32, n_all + 1);
  g_autofree guint32 *sources = g_new (guint32, n_all + 1);
  g_autofree guint32 *targets = g_new (guint32, n_all + 1);
  guint32 n_objects, n = 0;

  skeleton->objects = g_new0 (guint32, c->n_objects + 1);
  skeleton->class_of = g_new (guint32, c->n_objects + 1);
  skeleton->to = g_new (guint32, c->n_objects + 1);
  skeleton->from = g_new (guint32, c->n_objects + 1);
  skeleton->morphisms = g_new (guint32, n_all + 1);
  n_objects = find_classes (c, skeleton);
  for (guint32 f = 0; f < n_all; f++)
    {
      guint32 a = skeleton->class_of[c->source[f]];
      guint32 b = skeleton->class_of[c->target[f]];

      if (chase_finite_is_identity (c, f) || skeleton->objects[a] != c->source[f]
          || skeleton->objects[b] != c->target[f])
        continue;
      sources[n] = a;
      targets[n] = b;
      number[f] = n;
      skeleton->morphisms[n++] = f;
    }
  for (guint32 a = 0; a < n_objects; a++)
    {
      skeleton->morphisms[n + a] = chase_finite_identity (c, skeleton->objects[a]);
      number[skeleton->morphisms[n + a]] = n + a;
    }
  skeleton->finite = chase_finite_new (n_objects, n, sources, targets);
  take_products (c, skeleton, number);
  return skeleton;
}
