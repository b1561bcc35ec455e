/* SPDX-License-Identifier: MIT */
#include "engine/yoneda.h"

#define NOWHERE G_MAXUINT32

/* Elements of Hom sets stand in the order of the morphisms. */
static guint32 *
variables (const ChaseFinite *c, const ChaseSets *hom, guint32 object)
{
  g_autofree guint32 *next = g_new0 (guint32, c->n_objects + 1);
  guint32 *variable = g_new0 (guint32, chase_finite_n_morphisms (c) + 1);

  for (guint32 m = 0; m < chase_finite_n_morphisms (c); m++)
    if (c->source[m] == object)
      variable[m] = (guint32)hom->first[c->target[m]] + next[c->target[m]]++;
  return variable;
}

ChaseYoneda *
chase_yoneda_new (const ChaseFunctor *functor, guint32 object, ChaseEnumerate enumerate,
                  gpointer data)
{
  g_autoptr (ChaseSets) p = chase_functor_list (functor, enumerate, data);
  const ChaseEnumerated *all = p != NULL ? enumerate (functor->source, data) : NULL;
  ChaseYoneda *yoneda;
  ChaseSets *hom;

  if (all == NULL)
    return NULL;
  yoneda = g_new0 (ChaseYoneda, 1);
  hom = chase_enumerated_hom (all, object, functor->source->opposite);
  yoneda->all = all;
  yoneda->object = object;
  yoneda->n_elements = p->sizes[object];
  yoneda->variable = variables (all->finite, hom, object);
  yoneda->identity = yoneda->variable[chase_finite_identity (all->finite, object)];
  yoneda->naturality
      = chase_naturality_new_sets (functor->source->presentation, hom, g_steal_pointer (&p));
  return yoneda;
}

void
chase_yoneda_free (ChaseYoneda *yoneda)
{
  if (yoneda == NULL)
    return;
  chase_naturality_free (yoneda->naturality);
  g_free (yoneda->variable);
  g_free (yoneda);
}

guint32
chase_yoneda_morphism (const ChaseYoneda *yoneda, guint32 at, guint32 x)
{
  const ChaseFinite *c = yoneda->all->finite;

  for (guint32 m = 0; m < chase_finite_n_morphisms (c); m++)
    if (c->source[m] == yoneda->object && c->target[m] == at && x-- == 0)
      return m;
  return NOWHERE;
}

const char *
chase_yoneda_element (const ChaseYoneda *yoneda, guint32 x)
{
  const ChaseSets *p = yoneda->naturality->to;

  return p->names[p->first[yoneda->object] + x];
}

void
chase_yoneda_transformation (const ChaseYoneda *yoneda, guint32 x, guint32 *values)
{
  const ChaseFinite *c = yoneda->all->finite;
  const ChaseSets *p = yoneda->naturality->to;

  for (guint32 m = 0; m < chase_finite_n_morphisms (c); m++)
    {
      guint32 y = x;
      ChaseWord word;

      if (c->source[m] != yoneda->object)
        continue;
      word = chase_enumerated_word (yoneda->all, m);
      for (guint32 i = 0; i < word.length; i++)
        y = p->functions[p->offsets[word.letters[i]] + y];
      values[yoneda->variable[m]] = y;
    }
}

static gboolean
defect_at (const ChaseYoneda *yoneda, const guint32 *values, guint32 at, guint32 *one, guint32 *two)
{
  const ChaseSets *hom = yoneda->naturality->from;
  const ChaseSets *p = yoneda->naturality->to;
  g_autofree guint32 *from = g_new (guint32, p->sizes[at] + 1);

  for (guint32 y = 0; y < p->sizes[at]; y++)
    from[y] = NOWHERE;
  for (guint32 m = 0; m < hom->sizes[at]; m++)
    {
      guint32 y = values[hom->first[at] + m];

      *one = from[y];
      *two = m;
      if (from[y] != NOWHERE)
        return TRUE;
      from[y] = m;
    }
  for (guint32 y = 0; y < p->sizes[at]; y++)
    {
      *one = y;
      *two = NOWHERE;
      if (from[y] == NOWHERE)
        return TRUE;
    }
  return FALSE;
}

gboolean
chase_yoneda_defect (const ChaseYoneda *yoneda, const guint32 *values, guint32 *at, guint32 *one,
                     guint32 *two)
{
  for (*at = 0; *at < yoneda->all->finite->n_objects; (*at)++)
    if (defect_at (yoneda, values, *at, one, two))
      return TRUE;
  return FALSE;
}
