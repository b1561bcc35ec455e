/* SPDX-License-Identifier: MIT */
#include "engine/walk-private.h"

#include <string.h>

static const ChaseLifted *
lifted (const ChaseWalk *w, guint32 i)
{
  return &g_array_index (w->lift->lifted, ChaseLifted, w->law[i]);
}

static guint32
n_ways (const ChaseWalk *w, guint32 s)
{
  return w->out_first[s + 1] - w->out_first[s];
}

static guint32
way_edge (const ChaseWalk *w, guint32 s, guint32 way)
{
  return w->out[w->out_first[s] + way];
}

static guint32
way_end (const ChaseWalk *w, guint32 s, guint32 way)
{
  return w->target[way_edge (w, s, way)];
}

static guint32
way_of_path (const ChaseWalk *w, ChaseWord path)
{
  return w->way[w->same[path.letters[0]]];
}

static void
activate (ChaseWalk *w, guint32 x, guint32 y, guint32 at)
{
  ChaseJoint joint = { x, y, at, 0 };

  if (x != y && w->reaches[at])
    g_array_append_val (w->active, joint);
}

static void
mark_event (ChaseWalk *w, guint32 v)
{
  w->events[(v - w->first) / 64] |= (guint64)1 << ((v - w->first) % 64);
}

/* Marks the ends of loose edges straight after a way of @s. */
static void
mark_splits (ChaseWalk *w, guint32 s)
{
  for (guint32 way = 0; way < n_ways (w, s); way++)
    {
      guint32 u = way_end (w, s, way);

      for (guint32 i = w->out_first[u]; w->has_loose[u] && i < w->out_first[u + 1]; i++)
        if (w->loose[w->out[i]] && w->target[w->out[i]] >= w->first
            && w->target[w->out[i]] < w->end)
          mark_event (w, w->target[w->out[i]]);
    }
}

static void
gather (ChaseWalk *w, guint32 s)
{
  memset (w->events, 0, sizeof w->events);
  g_array_set_size (w->active, 0);
  for (guint32 i = w->joint[s]; i != G_MAXUINT32;)
    {
      const ChaseJoint *joint = &g_array_index (w->joints, ChaseJoint, i);

      activate (w, joint->x, joint->y, joint->at);
      i = joint->next;
    }
  for (guint32 i = w->law_next[s]; i < w->law_first[s + 1] && w->law_end[i] < w->end; i++)
    {
      activate (w, way_of_path (w, lifted (w, i)->side[0]), way_of_path (w, lifted (w, i)->side[1]),
                w->law_end[i]);
      mark_event (w, w->law_end[i]);
    }
  if (w->any_loose)
    mark_splits (w, s);
}

/* Every way is joined, at each end, to the first way there, as far as nothing else is known. */
static void
begin_joined (ChaseWalk *w, guint32 s)
{
  guint64 seen[CHASE_WALK_WORDS] = { 0 };

  for (guint32 way = 0; way < n_ways (w, s); way++)
    {
      const guint64 *row = chase_walk_row (w, way_end (w, s, way));
      guint64 *restrict joined = w->joined + (gsize)way * CHASE_WALK_WORDS;

      if (!w->reaches[way_end (w, s, way)])
        {
          memset (joined, 0, CHASE_WALK_WORDS * sizeof (guint64));
          continue;
        }
      for (guint k = 0; k < CHASE_WALK_WORDS; k++)
        {
          joined[k] = row[k] & ~seen[k];
          seen[k] |= row[k];
        }
    }
}

static gboolean
find_apart (ChaseWalk *w, guint32 s)
{
  guint64 any = 0;

  memset (w->apart, 0, sizeof w->apart);
  for (guint32 way = 0; way < n_ways (w, s); way++)
    {
      const guint64 *row = chase_walk_row (w, way_end (w, s, way));
      const guint64 *joined = w->joined + (gsize)way * CHASE_WALK_WORDS;

      if (w->reaches[way_end (w, s, way)])
        for (guint k = 0; k < CHASE_WALK_WORDS; k++)
          w->apart[k] |= row[k] & ~joined[k];
    }
  for (guint k = 0; k < CHASE_WALK_WORDS; k++)
    any |= w->apart[k];
  return any != 0;
}

static gboolean
spread_joint (ChaseWalk *w, const ChaseJoint *joint)
{
  const guint64 *row = chase_walk_row (w, joint->at);
  guint64 *x = w->joined + (gsize)joint->x * CHASE_WALK_WORDS;
  guint64 *y = w->joined + (gsize)joint->y * CHASE_WALK_WORDS;
  guint64 changed = 0;

  for (guint k = 0; k < CHASE_WALK_WORDS; k++)
    {
      guint64 both = (x[k] | y[k]) & row[k];

      changed |= both & ~(x[k] & y[k]);
      x[k] |= both;
      y[k] |= both;
    }
  return changed != 0;
}

/* The same for a source with two ways, by one look. */
static void
find_apart_of_two (ChaseWalk *w, guint32 s)
{
  const guint64 *one = chase_walk_row (w, way_end (w, s, 0));
  const guint64 *other = chase_walk_row (w, way_end (w, s, 1));

  for (guint k = 0; k < CHASE_WALK_WORDS; k++)
    w->apart[k] = one[k] & other[k];
  for (guint i = 0; i < w->active->len; i++)
    {
      const guint64 *row = chase_walk_row (w, g_array_index (w->active, ChaseJoint, i).at);

      for (guint k = 0; k < CHASE_WALK_WORDS; k++)
        w->apart[k] &= ~row[k];
    }
}

/* Finds the ends in the block at which the ways of @s are not all joined. */
static void
spread (ChaseWalk *w, guint32 s)
{
  guint n = w->active->len;

  if (n_ways (w, s) == 2 && w->reaches[way_end (w, s, 0)] && w->reaches[way_end (w, s, 1)])
    {
      find_apart_of_two (w, s);
      return;
    }
  begin_joined (w, s);
  for (gboolean forward = TRUE, changed = TRUE; find_apart (w, s) && changed; forward = !forward)
    {
      changed = FALSE;
      for (guint i = 0; i < n; i++)
        changed
            |= spread_joint (w, &g_array_index (w->active, ChaseJoint, forward ? i : n - 1 - i));
    }
}

static void
add_strand (ChaseWalk *w, guint32 way, guint32 edge)
{
  ChaseStrand strand = { way, edge };
  guint32 number = w->strands->len;

  g_array_append_val (w->strands, strand);
  g_array_append_val (w->parent, number);
}

static void
add_strands_of_way (ChaseWalk *w, guint32 s, guint32 way, guint32 v)
{
  guint32 u = way_end (w, s, way), before = w->strands->len;

  w->strand[way] = before;
  for (guint32 i = w->out_first[u]; w->has_loose[u] && i < w->out_first[u + 1]; i++)
    if (w->loose[w->out[i]] && w->target[w->out[i]] == v)
      add_strand (w, way, w->out[i]);
  if (w->strands->len == before)
    add_strand (w, way, G_MAXUINT32);
}

static const ChaseStrand *
strand_at (const ChaseWalk *w, guint32 i)
{
  return &g_array_index (w->strands, ChaseStrand, i);
}

static gboolean
join (ChaseWalk *w, guint32 x, guint32 y)
{
  guint32 *parent = (guint32 *)(gpointer)w->parent->data;

  x = chase_class_of (parent, x);
  y = chase_class_of (parent, y);
  parent[MAX (x, y)] = MIN (x, y);
  return x != y;
}

/* A joint before the end of a split way is at the loose edges' source, and joins all strands. */
static void
apply_joints (ChaseWalk *w, guint32 s, guint32 v)
{
  for (guint32 i = w->joint[s]; i != G_MAXUINT32;)
    {
      const ChaseJoint *joint = &g_array_index (w->joints, ChaseJoint, i);

      i = joint->next;
      if (!chase_walk_leads (w, joint->at, v))
        continue;
      for (guint32 k = w->strand[joint->x];
           k < w->strands->len && strand_at (w, k)->way == joint->x; k++)
        join (w, k, w->strand[joint->y]);
      for (guint32 k = w->strand[joint->y];
           k < w->strands->len && strand_at (w, k)->way == joint->y; k++)
        join (w, k, w->strand[joint->x]);
    }
}

static void
add_joint (ChaseWalk *w, guint32 s, guint32 x, guint32 y, guint32 v)
{
  ChaseJoint joint = { x, y, v, w->joint[s] };

  if (x == y)
    return;
  w->joint[s] = w->joints->len;
  g_array_append_val (w->joints, joint);
  chase_clock_take (w->clock, sizeof joint);
}

static guint32
strand_of_path (const ChaseWalk *w, ChaseWord path)
{
  guint32 way = way_of_path (w, path), last = w->same[path.letters[path.length - 1]];
  guint32 strand = w->strand[way];

  for (guint32 k = strand; k < w->strands->len && strand_at (w, k)->way == way; k++)
    if (strand_at (w, k)->edge == last)
      return k;
  return strand;
}

/* Joins strands by given equations; those that join something become pairs of the base. */
static void
apply_laws (ChaseWalk *w, guint32 s, guint32 v)
{
  for (; w->law_next[s] < w->law_first[s + 1] && w->law_end[w->law_next[s]] <= v; w->law_next[s]++)
    {
      const ChaseLifted *l = lifted (w, w->law_next[s]);

      if (w->law_end[w->law_next[s]] < v
          || !join (w, strand_of_path (w, l->side[0]), strand_of_path (w, l->side[1])))
        continue;
      chase_walk_store_pair (w, s, v, l->relation, l->side[0], l->side[1]);
      add_joint (w, s, way_of_path (w, l->side[0]), way_of_path (w, l->side[1]), v);
    }
}

/* A path by the strand to @v, by first edges that lead there. */
static GArray *
path_of_strand (const ChaseWalk *w, guint32 s, const ChaseStrand *strand, guint32 v)
{
  GArray *path = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 edge = way_edge (w, s, strand->way);

  g_array_append_val (path, edge);
  if (strand->edge != G_MAXUINT32)
    {
      g_array_append_val (path, strand->edge);
      return path;
    }
  for (guint32 node = w->target[edge]; node != v; node = w->target[edge])
    {
      guint32 i = w->out_first[node];

      while (!chase_walk_leads (w, w->target[w->out[i]], v))
        i++;
      edge = w->out[i];
      g_array_append_val (path, edge);
    }
  return path;
}

static void
store_gap (ChaseWalk *w, guint32 s, guint32 v, guint32 x, guint32 y)
{
  g_autoptr (GArray) left = path_of_strand (w, s, strand_at (w, x), v);
  g_autoptr (GArray) right = path_of_strand (w, s, strand_at (w, y), v);

  chase_walk_store_pair (w, s, v, G_MAXUINT32,
                         (ChaseWord){ (guint32 *)(gpointer)left->data, left->len },
                         (ChaseWord){ (guint32 *)(gpointer)right->data, right->len });
}

static void
keep_gap (ChaseWalk *w, guint32 s, guint32 v)
{
  w->gap_source = s;
  w->gap_end = v;
  w->gap = g_array_index (w->pairs, ChaseStoredPair, w->pairs->len - 1);
  g_clear_pointer (&w->gap_strands, g_array_unref);
  g_clear_pointer (&w->gap_parent, g_array_unref);
  w->gap_strands = g_array_copy (w->strands);
  w->gap_parent = g_array_copy (w->parent);
}

/* What all others are compared with: a single edge where there is one, so that a square with a
 * diagonal gives its two triangles; with @stop the first, as ever. */
static guint32
hub_of (const ChaseWalk *w, guint32 s, guint32 v)
{
  for (guint32 i = 0; !w->stop && i < w->strands->len; i++)
    if (way_end (w, s, strand_at (w, i)->way) == v)
      return i;
  return 0;
}

/* Joins what is still apart at @v by new pairs; with @stop, only tells of the first one. */
static gboolean
close_gaps (ChaseWalk *w, guint32 s, guint32 v)
{
  guint32 *parent = (guint32 *)(gpointer)w->parent->data;
  guint32 hub = hub_of (w, s, v);

  for (guint32 i = 0; i < w->strands->len; i++)
    {
      if (chase_class_of (parent, i) == chase_class_of (parent, hub))
        continue;
      store_gap (w, s, v, MIN (i, hub), MAX (i, hub));
      if (w->stop)
        {
          keep_gap (w, s, v);
          return FALSE;
        }
      join (w, hub, i);
      add_joint (w, s, strand_at (w, hub)->way, strand_at (w, i)->way, v);
      activate (w, strand_at (w, hub)->way, strand_at (w, i)->way, v);
    }
  return TRUE;
}

static void
loosen (ChaseWalk *w, guint32 s, guint32 v)
{
  for (guint32 way = 0; way < n_ways (w, s); way++)
    if (way_end (w, s, way) == v)
      w->loose[way_edge (w, s, way)] = 1;
  w->has_loose[s] = 1;
  w->any_loose = TRUE;
}

static gboolean
is_one_class (ChaseWalk *w)
{
  guint32 *parent = (guint32 *)(gpointer)w->parent->data;

  for (guint32 i = 1; i < w->strands->len; i++)
    if (chase_class_of (parent, i) != chase_class_of (parent, 0))
      return FALSE;
  return TRUE;
}

/* Looks at all paths from @s to @v; FALSE at a gap, with @stop. */
static gboolean
examine (ChaseWalk *w, guint32 s, guint32 v)
{
  gboolean single = TRUE;

  g_array_set_size (w->strands, 0);
  g_array_set_size (w->parent, 0);
  for (guint32 way = 0; way < n_ways (w, s); way++)
    if (chase_walk_leads (w, way_end (w, s, way), v))
      {
        add_strands_of_way (w, s, way, v);
        single = single && way_end (w, s, way) == v;
      }
  apply_joints (w, s, v);
  apply_laws (w, s, v);
  if (is_one_class (w))
    return TRUE;
  if (!single || w->strictly)
    return close_gaps (w, s, v);
  loosen (w, s, v);
  return TRUE;
}

/* The first node at or after *@v where something is apart or has to be looked at. */
static gboolean
next_end (const ChaseWalk *w, guint32 *v)
{
  guint32 bit = *v - w->first;

  for (guint32 k = bit / 64; k < CHASE_WALK_WORDS; k++, bit = k * 64)
    {
      guint64 word = (w->apart[k] | w->events[k]) >> (bit % 64) << (bit % 64);

      if (word == 0)
        continue;
      *v = w->first + k * 64 + (guint32)__builtin_ctzll (word);
      return TRUE;
    }
  return FALSE;
}

gboolean
chase_walk_compare (ChaseWalk *w, guint32 s)
{
  gather (w, s);
  spread (w, s);
  for (guint32 v = w->first; next_end (w, &v); v++)
    {
      guint n_active = w->active->len;

      if (chase_clock_tick (w->clock))
        return TRUE;
      if (!examine (w, s, v))
        return FALSE;
      if (w->active->len > n_active)
        spread (w, s);
    }
  return TRUE;
}
