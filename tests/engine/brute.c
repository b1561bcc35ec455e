/* SPDX-License-Identifier: MIT */
#include "brute.h"

Brute *
brute_new (guint n_objects, guint n)
{
  Brute *c = g_new0 (Brute, 1);

  c->n_objects = n_objects;
  c->n = n;
  c->source = g_new0 (guint, n + 1);
  c->target = g_new0 (guint, n + 1);
  c->identity = g_new0 (guint, n_objects + 1);
  c->compose = g_new (guint, n * n + 1);
  for (guint i = 0; i < n * n; i++)
    c->compose[i] = BRUTE_NONE;
  return c;
}

void
brute_free (Brute *c)
{
  if (c == NULL)
    return;
  g_free (c->source);
  g_free (c->target);
  g_free (c->identity);
  g_free (c->compose);
  g_free (c);
}

Brute *
brute_opposite (const Brute *c)
{
  Brute *op = brute_new (c->n_objects, c->n);

  for (guint f = 0; f < c->n; f++)
    {
      op->source[f] = c->target[f];
      op->target[f] = c->source[f];
      for (guint g = 0; g < c->n; g++)
        op->compose[g * c->n + f] = c->compose[f * c->n + g];
    }
  for (guint a = 0; a < c->n_objects; a++)
    op->identity[a] = c->identity[a];
  return op;
}

guint
brute_compose (const Brute *c, guint f, guint g)
{
  return c->compose[f * c->n + g];
}

gboolean
brute_is_category (const Brute *c)
{
  for (guint f = 0; f < c->n; f++)
    for (guint g = 0; g < c->n; g++)
      {
        guint fg = brute_compose (c, f, g);

        if ((c->target[f] == c->source[g]) != (fg != BRUTE_NONE))
          return FALSE;
        if (fg == BRUTE_NONE)
          continue;
        if ((f == c->identity[c->source[f]] && fg != g)
            || (g == c->identity[c->source[g]] && fg != f))
          return FALSE;
        for (guint h = 0; h < c->n; h++)
          if (c->target[g] == c->source[h]
              && brute_compose (c, fg, h) != brute_compose (c, f, brute_compose (c, g, h)))
            return FALSE;
      }
  return TRUE;
}

gboolean
brute_is_mono (const Brute *c, guint f)
{
  for (guint x = 0; x < c->n; x++)
    for (guint y = 0; y < c->n; y++)
      if (x != y && c->source[x] == c->source[y] && c->target[x] == c->source[f]
          && c->target[y] == c->source[f] && brute_compose (c, x, f) == brute_compose (c, y, f))
        return FALSE;
  return TRUE;
}

gboolean
brute_is_split_mono (const Brute *c, guint f)
{
  for (guint r = 0; r < c->n; r++)
    if (c->source[r] == c->target[f] && brute_compose (c, f, r) == c->identity[c->source[f]])
      return TRUE;
  return FALSE;
}

gboolean
brute_is_iso (const Brute *c, guint f)
{
  for (guint r = 0; r < c->n; r++)
    if (c->source[r] == c->target[f] && c->target[r] == c->source[f]
        && brute_compose (c, f, r) == c->identity[c->source[f]]
        && brute_compose (c, r, f) == c->identity[c->target[f]])
      return TRUE;
  return FALSE;
}

guint
brute_count_hom (const Brute *c, guint a, guint b)
{
  guint count = 0;

  for (guint f = 0; f < c->n; f++)
    count += c->source[f] == a && c->target[f] == b;
  return count;
}

gboolean
brute_is_terminal (const Brute *c, guint a)
{
  for (guint b = 0; b < c->n_objects; b++)
    if (brute_count_hom (c, b, a) != 1)
      return FALSE;
  return TRUE;
}

gboolean
brute_are_isomorphic (const Brute *c, guint a, guint b)
{
  for (guint f = 0; f < c->n; f++)
    if (c->source[f] == a && c->target[f] == b && brute_is_iso (c, f))
      return TRUE;
  return FALSE;
}

gboolean
brute_is_thin (const Brute *c)
{
  for (guint a = 0; a < c->n_objects; a++)
    for (guint b = 0; b < c->n_objects; b++)
      if (brute_count_hom (c, a, b) > 1)
        return FALSE;
  return TRUE;
}

gboolean
brute_is_groupoid (const Brute *c)
{
  for (guint f = 0; f < c->n; f++)
    if (!brute_is_iso (c, f))
      return FALSE;
  return TRUE;
}

gboolean
brute_is_connected (const Brute *c)
{
  g_autofree gboolean *seen = g_new0 (gboolean, c->n_objects + 1);

  if (c->n_objects == 0)
    return FALSE;
  seen[0] = TRUE;
  for (guint pass = 0; pass < c->n_objects; pass++)
    for (guint f = 0; f < c->n; f++)
      if (seen[c->source[f]] || seen[c->target[f]])
        seen[c->source[f]] = seen[c->target[f]] = TRUE;
  for (guint a = 0; a < c->n_objects; a++)
    if (!seen[a])
      return FALSE;
  return TRUE;
}

gboolean
brute_is_skeletal (const Brute *c)
{
  for (guint a = 0; a < c->n_objects; a++)
    for (guint b = 0; b < a; b++)
      if (brute_are_isomorphic (c, a, b))
        return FALSE;
  return TRUE;
}

/* The next tuple of @n digits, each under its own bound; FALSE after the last. */
static gboolean
next_tuple (guint *digits, const guint *bounds, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      if (++digits[i] < bounds[i])
        return TRUE;
      digits[i] = 0;
    }
  return FALSE;
}

/* How many tuples there are, at most @most + 1. */
static guint64
count_tuples (const guint *bounds, guint n, guint most)
{
  guint64 count = 1;

  for (guint i = 0; i < n; i++)
    {
      if (bounds[i] == 0)
        return 0;
      count = MIN (count * bounds[i], (guint64)most + 1);
    }
  return count;
}

gboolean
brute_is_cone (const Brute *c, const BruteCone *cone)
{
  for (guint i = 0; i < cone->n_feet; i++)
    if (c->source[cone->legs[i]] != cone->apex || c->target[cone->legs[i]] != cone->feet[i])
      return FALSE;
  for (guint e = 0; e < cone->n_edges; e++)
    if (brute_compose (c, cone->legs[cone->from[e]], cone->arrow[e]) != cone->legs[cone->to[e]])
      return FALSE;
  return TRUE;
}

static guint
count_mediating (const Brute *c, const BruteCone *cone, const BruteCone *other)
{
  guint count = 0;

  for (guint u = 0; u < c->n; u++)
    {
      gboolean good = c->source[u] == other->apex && c->target[u] == cone->apex;

      for (guint i = 0; i < cone->n_feet && good; i++)
        good = brute_compose (c, u, cone->legs[i]) == other->legs[i];
      count += good;
    }
  return count;
}

gboolean
brute_is_limit (const Brute *c, const BruteCone *cone)
{
  guint bounds[4] = { c->n, c->n, c->n, c->n };

  if (!brute_is_cone (c, cone))
    return FALSE;
  for (guint apex = 0; apex < c->n_objects; apex++)
    {
      BruteCone other = *cone;

      other.apex = apex;
      for (guint i = 0; i < 4; i++)
        other.legs[i] = 0;
      do
        if (brute_is_cone (c, &other) && count_mediating (c, cone, &other) != 1)
          return FALSE;
      while (next_tuple (other.legs, bounds, cone->n_feet));
    }
  return TRUE;
}

BruteFunctor *
brute_functor_new (const Brute *c)
{
  BruteFunctor *f = g_new0 (BruteFunctor, 1);

  f->objects = g_new0 (guint, c->n_objects + 1);
  f->arrows = g_new0 (guint, c->n + 1);
  return f;
}

void
brute_functor_free (BruteFunctor *f)
{
  if (f == NULL)
    return;
  g_free (f->objects);
  g_free (f->arrows);
  g_free (f);
}

gboolean
brute_is_functor (const Brute *c, const Brute *d, const BruteFunctor *f)
{
  for (guint a = 0; a < c->n_objects; a++)
    if (f->arrows[c->identity[a]] != d->identity[f->objects[a]])
      return FALSE;
  for (guint g = 0; g < c->n; g++)
    if (d->source[f->arrows[g]] != f->objects[c->source[g]]
        || d->target[f->arrows[g]] != f->objects[c->target[g]])
      return FALSE;
  for (guint g = 0; g < c->n; g++)
    for (guint h = 0; h < c->n; h++)
      if (c->target[g] == c->source[h]
          && f->arrows[brute_compose (c, g, h)] != brute_compose (d, f->arrows[g], f->arrows[h]))
        return FALSE;
  return TRUE;
}

/* Backtracking over the morphisms in their order, so that wrong beginnings are left early. */
static gboolean
fits_so_far (const Brute *c, const Brute *d, const BruteFunctor *f, guint last)
{
  if (d->source[f->arrows[last]] != f->objects[c->source[last]]
      || d->target[f->arrows[last]] != f->objects[c->target[last]])
    return FALSE;
  for (guint g = 0; g <= last; g++)
    for (guint h = 0; h <= last; h++)
      if (c->target[g] == c->source[h] && brute_compose (c, g, h) <= last
          && f->arrows[brute_compose (c, g, h)] != brute_compose (d, f->arrows[g], f->arrows[h]))
        return FALSE;
  return TRUE;
}

static gboolean
complete (const Brute *c, const Brute *d, BruteFunctor *f, guint at, GPtrArray *found, guint *left)
{
  if (at == c->n)
    {
      if (brute_is_functor (c, d, f))
        {
          BruteFunctor *copy = brute_functor_new (c);

          for (guint a = 0; a < c->n_objects; a++)
            copy->objects[a] = f->objects[a];
          for (guint g = 0; g < c->n; g++)
            copy->arrows[g] = f->arrows[g];
          g_ptr_array_add (found, copy);
        }
      return TRUE;
    }
  for (guint v = 0; v < d->n; v++)
    {
      if ((*left)-- == 0)
        return FALSE;
      f->arrows[at] = v;
      if (fits_so_far (c, d, f, at) && !complete (c, d, f, at + 1, found, left))
        return FALSE;
    }
  return TRUE;
}

GPtrArray *
brute_functors (const Brute *c, const Brute *d, guint most)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify)brute_functor_free);
  g_autoptr (BruteFunctor) f = brute_functor_new (c);
  g_autofree guint *bounds = g_new (guint, c->n_objects + 1);
  guint left = most;

  for (guint a = 0; a < c->n_objects; a++)
    bounds[a] = d->n_objects;
  if (count_tuples (bounds, c->n_objects, most) > most)
    return NULL;
  if (count_tuples (bounds, c->n_objects, most) == 0)
    return g_steal_pointer (&found);
  do
    if (!complete (c, d, f, 0, found, &left))
      return NULL;
  while (next_tuple (f->objects, bounds, c->n_objects));
  return g_steal_pointer (&found);
}

gboolean
brute_is_faithful (const Brute *c, const BruteFunctor *f)
{
  for (guint g = 0; g < c->n; g++)
    for (guint h = 0; h < c->n; h++)
      if (g != h && c->source[g] == c->source[h] && c->target[g] == c->target[h]
          && f->arrows[g] == f->arrows[h])
        return FALSE;
  return TRUE;
}

gboolean
brute_is_full (const Brute *c, const Brute *d, const BruteFunctor *f)
{
  for (guint a = 0; a < c->n_objects; a++)
    for (guint b = 0; b < c->n_objects; b++)
      for (guint h = 0; h < d->n; h++)
        {
          gboolean hit = d->source[h] != f->objects[a] || d->target[h] != f->objects[b];

          for (guint g = 0; g < c->n; g++)
            hit = hit || (c->source[g] == a && c->target[g] == b && f->arrows[g] == h);
          if (!hit)
            return FALSE;
        }
  return TRUE;
}

gboolean
brute_is_essentially_surjective (const Brute *c, const Brute *d, const BruteFunctor *f)
{
  for (guint x = 0; x < d->n_objects; x++)
    {
      gboolean hit = FALSE;

      for (guint a = 0; a < c->n_objects; a++)
        hit = hit || brute_are_isomorphic (d, f->objects[a], x);
      if (!hit)
        return FALSE;
    }
  return TRUE;
}

gboolean
brute_is_bijective (const Brute *c, const Brute *d, const BruteFunctor *f)
{
  if (c->n != d->n || c->n_objects != d->n_objects)
    return FALSE;
  for (guint g = 0; g < c->n; g++)
    for (guint h = 0; h < g; h++)
      if (f->arrows[g] == f->arrows[h])
        return FALSE;
  return TRUE;
}

gboolean
brute_is_natural (const Brute *c, const Brute *d, const BruteFunctor *f, const BruteFunctor *g,
                  const guint *alpha)
{
  for (guint a = 0; a < c->n_objects; a++)
    if (d->source[alpha[a]] != f->objects[a] || d->target[alpha[a]] != g->objects[a])
      return FALSE;
  for (guint h = 0; h < c->n; h++)
    if (brute_compose (d, f->arrows[h], alpha[c->target[h]])
        != brute_compose (d, alpha[c->source[h]], g->arrows[h]))
      return FALSE;
  return TRUE;
}

GPtrArray *
brute_naturals (const Brute *c, const Brute *d, const BruteFunctor *f, const BruteFunctor *g,
                guint most)
{
  GPtrArray *found = NULL;
  g_autofree guint *bounds = g_new (guint, c->n_objects + 1);
  g_autofree guint *alpha = g_new0 (guint, c->n_objects + 1);

  for (guint a = 0; a < c->n_objects; a++)
    bounds[a] = d->n;
  if (count_tuples (bounds, c->n_objects, most) > most)
    return NULL;
  found = g_ptr_array_new_with_free_func (g_free);
  do
    if (brute_is_natural (c, d, f, g, alpha))
      g_ptr_array_add (found, g_memdup2 (alpha, (c->n_objects + 1) * sizeof (guint)));
  while (next_tuple (alpha, bounds, c->n_objects));
  return found;
}

BruteSets *
brute_sets_new (const Brute *c)
{
  BruteSets *m = g_new0 (BruteSets, 1);

  m->n = c->n;
  m->sizes = g_new0 (guint, c->n_objects + 1);
  m->values = g_new0 (guint *, c->n + 1);
  return m;
}

void
brute_sets_free (BruteSets *m)
{
  if (m == NULL)
    return;
  for (guint f = 0; f < m->n; f++)
    g_free (m->values[f]);
  g_free (m->values);
  g_free (m->sizes);
  g_free (m);
}

gboolean
brute_is_sets (const Brute *c, const BruteSets *m)
{
  for (guint a = 0; a < c->n_objects; a++)
    for (guint x = 0; x < m->sizes[a]; x++)
      if (m->values[c->identity[a]][x] != x)
        return FALSE;
  for (guint f = 0; f < c->n; f++)
    for (guint g = 0; g < c->n; g++)
      for (guint x = 0; c->target[f] == c->source[g] && x < m->sizes[c->source[f]]; x++)
        if (m->values[brute_compose (c, f, g)][x] != m->values[g][m->values[f][x]])
          return FALSE;
  return TRUE;
}

GPtrArray *
brute_sets_naturals (const Brute *c, const BruteSets *m, const BruteSets *n, guint most)
{
  GPtrArray *found = NULL;
  g_autofree guint *first = g_new0 (guint, c->n_objects + 1);
  g_autofree guint *bounds = NULL;
  g_autofree guint *alpha = NULL;
  guint total = 0, k = 0;

  for (guint a = 0; a < c->n_objects; a++)
    {
      first[a] = total;
      total += m->sizes[a];
    }
  bounds = g_new0 (guint, total + 1);
  alpha = g_new0 (guint, total + 1);
  for (guint a = 0; a < c->n_objects; a++)
    for (guint x = 0; x < m->sizes[a]; x++)
      bounds[k++] = n->sizes[a];
  if (count_tuples (bounds, total, most) > most)
    return NULL;
  found = g_ptr_array_new_with_free_func (g_free);
  if (count_tuples (bounds, total, most) == 0)
    return found;
  do
    {
      gboolean natural = TRUE;

      for (guint f = 0; f < c->n && natural; f++)
        for (guint x = 0; x < m->sizes[c->source[f]] && natural; x++)
          natural = alpha[first[c->target[f]] + m->values[f][x]]
                    == n->values[f][alpha[first[c->source[f]] + x]];
      if (natural)
        g_ptr_array_add (found, g_memdup2 (alpha, (total + 1) * sizeof (guint)));
    }
  while (next_tuple (alpha, bounds, total));
  return found;
}

/* Is there an element x of M(a) such that f |-> M(f)(x) is a bijection Hom(a, b) -> M(b), always?
 */
gboolean
brute_sets_represents (const Brute *c, const BruteSets *m, guint a)
{
  for (guint x = 0; x < m->sizes[a]; x++)
    {
      gboolean good = TRUE;

      for (guint b = 0; b < c->n_objects && good; b++)
        {
          good = brute_count_hom (c, a, b) == m->sizes[b];
          for (guint f = 0; f < c->n && good; f++)
            for (guint g = 0; g < f && good; g++)
              good = c->source[f] != a || c->source[g] != a || c->target[f] != b
                     || c->target[g] != b || m->values[f][x] != m->values[g][x];
        }
      if (good)
        return TRUE;
    }
  return FALSE;
}
