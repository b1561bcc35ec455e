/* SPDX-License-Identifier: MIT */
#include "engine/base-private.h"

enum
{
  REACHED = 1, /* the second part can be reached from the first */
  LOOSE = 2,   /* by single edges alone, which need not be equal */
};

/* A class of paths from one part to another: the edge straight from one to the other, or the paths
 * that leave by the edge @way; where loose edges lead on from there, those by one of them. */
typedef struct
{
  guint32 way;
  guint32 loose; /* or G_MAXUINT32 */
  gboolean direct;
} Strand;

typedef struct
{
  ChaseBase *base;
  guint8 *between;              /* n_parts * n_parts */
  guint32 *leave_first, *leave; /* edges out of each part */
  guint32 *enter_first, *enter; /* and into it */
  guint32 *law_first, *law;     /* lifted equations by the part that they start in */
  guint32 s, t;
  GArray *strands;
  GArray *parent;      /* of strands */
  guint32 *strands_of; /* edge -> its first strand */
} Between;

static guint8 *
between (Between *w, guint32 s, guint32 t)
{
  return &w->between[(gsize)s * w->base->n_parts + t];
}

static guint32
part_after (const Between *w, guint32 edge)
{
  return w->base->part[w->base->target[edge]];
}

static guint32
part_before (const Between *w, guint32 edge)
{
  return w->base->part[w->base->source[edge]];
}

static const Strand *
strand (const Between *w, guint32 i)
{
  return &g_array_index (w->strands, Strand, i);
}

static guint32
root (const Between *w, guint32 i)
{
  return chase_class_of ((guint32 *)(gpointer)w->parent->data, i);
}

static gboolean
join (Between *w, guint32 x, guint32 y)
{
  x = root (w, x);
  y = root (w, y);
  g_array_index (w->parent, guint32, MAX (x, y)) = MIN (x, y);
  return x != y;
}

static void
add_strand (Between *w, guint32 way, guint32 loose, gboolean direct)
{
  Strand s = { way, loose, direct };
  guint32 number = w->strands->len;

  g_array_append_val (w->strands, s);
  g_array_append_val (w->parent, number);
}

/* Lists the strands, roundabout ones first; returns how many of them there are. */
static guint
list_strands (Between *w)
{
  guint n;

  g_array_set_size (w->strands, 0);
  g_array_set_size (w->parent, 0);
  for (guint32 i = w->leave_first[w->s]; i < w->leave_first[w->s + 1]; i++)
    {
      guint32 way = w->leave[i], part = part_after (w, way);

      w->strands_of[way] = w->strands->len;
      if (part == w->t || !(*between (w, part, w->t) & REACHED))
        continue;
      if (!(*between (w, part, w->t) & LOOSE))
        add_strand (w, way, G_MAXUINT32, FALSE);
      for (guint32 k = w->leave_first[part];
           k < w->leave_first[part + 1] && (*between (w, part, w->t) & LOOSE); k++)
        if (part_after (w, w->leave[k]) == w->t)
          add_strand (w, way, w->leave[k], FALSE);
    }
  n = w->strands->len;
  for (guint32 i = w->leave_first[w->s]; i < w->leave_first[w->s + 1]; i++)
    if (part_after (w, w->leave[i]) == w->t)
      {
        w->strands_of[w->leave[i]] = w->strands->len;
        add_strand (w, w->leave[i], G_MAXUINT32, TRUE);
      }
  return n;
}

/* The strand of the paths that leave by @way, and enter at last by @edge. */
static guint32
strand_by (const Between *w, guint32 way, guint32 edge)
{
  guint32 i = w->strands_of[way];

  while (strand (w, i)->loose != G_MAXUINT32 && strand (w, i)->loose != edge)
    i++;
  return i;
}

/* Paths that come to the part before @edge are equal there, and so after it. */
static void
join_before (Between *w, guint32 edge)
{
  guint32 part = part_before (w, edge), one = G_MAXUINT32;

  if (part == w->s || *between (w, w->s, part) != REACHED)
    return;
  for (guint32 i = w->leave_first[w->s]; i < w->leave_first[w->s + 1]; i++)
    {
      guint32 way = w->leave[i], after = part_after (w, way);

      if (after == w->t || (after != part && !(*between (w, after, part) & REACHED)))
        continue;
      if (one == G_MAXUINT32)
        one = strand_by (w, way, edge);
      join (w, one, strand_by (w, way, edge));
    }
}

/* The strand of a path from part to part; G_MAXUINT32 of one that goes straight, but not at once.
 */
static guint32
strand_of_path (const Between *w, ChaseWord path)
{
  guint32 i = 0;

  while (part_after (w, path.letters[i]) == w->s)
    i++;
  if (part_after (w, path.letters[i]) == w->t && path.length > 1)
    return G_MAXUINT32;
  return strand_by (w, path.letters[i], path.letters[path.length - 1]);
}

static void
join_by_laws (Between *w)
{
  for (guint32 i = w->law_first[w->s]; i < w->law_first[w->s + 1]; i++)
    {
      const ChaseLifted *l = &g_array_index (w->base->lift->lifted, ChaseLifted, w->law[i]);
      guint32 x, y;

      if (w->base->part[l->to] != w->t)
        continue;
      x = strand_of_path (w, l->side[0]);
      y = strand_of_path (w, l->side[1]);
      if (x != G_MAXUINT32 && y != G_MAXUINT32 && join (w, x, y))
        chase_base_add (w->base, l->from, l->to, l->relation, l->side[0], l->side[1]);
    }
}

/* Appends a path of @s from the node @from to the node @to. With @around,
 * it goes round wherever it can. */
static void
append_strand_path (Between *w, const Strand *s, guint32 from, guint32 to, gboolean around,
                    GArray *path)
{
  ChaseBase *b = w->base;

  chase_base_append_path (b, from, b->source[s->way], around && b->cyclic[w->s], path);
  g_array_append_val (path, s->way);
  if (s->loose != G_MAXUINT32)
    g_array_append_val (path, s->loose);
  else
    chase_base_append_path (b, b->target[s->way], to, around && b->cyclic[w->t], path);
}

static ChaseWord
word_of (const GArray *letters)
{
  return (ChaseWord){ (const guint32 *)(gconstpointer)letters->data, letters->len };
}

/* Adds the pair of a path of @x with one of @y between the same nodes. */
static void
pair_up (Between *w, guint32 x, guint32 y, gboolean around)
{
  ChaseBase *b = w->base;
  const Strand *one = strand (w, x);
  guint32 from = b->source[one->way];
  guint32 to = one->direct ? b->target[one->way] : b->nodes[b->node_first[w->t]];
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) right = g_array_new (FALSE, FALSE, sizeof (guint32));

  append_strand_path (w, one, from, to, FALSE, left);
  append_strand_path (w, strand (w, y), from, to, around, right);
  chase_base_add (b, from, to, G_MAXUINT32, word_of (left), word_of (right));
}

static void
pair_up_all (Between *w)
{
  for (guint32 i = 1; i < w->strands->len; i++)
    if (join (w, 0, i))
      pair_up (w, i, 0, FALSE);
}

/* All paths go straight from one part to the other. */
static void
settle_straight (Between *w)
{
  ChaseBase *b = w->base;

  if (b->cyclic[w->s] || b->cyclic[w->t])
    for (guint32 i = 0; i < w->strands->len; i++)
      pair_up (w, i, 0, TRUE);
  else if (b->strictly)
    {
      join_by_laws (w);
      pair_up_all (w);
    }
  else if (w->strands->len > 1)
    *between (w, w->s, w->t) |= LOOSE;
}

static void
settle (Between *w)
{
  guint n_roundabout = list_strands (w);

  if (w->strands->len == 0)
    return;
  *between (w, w->s, w->t) = REACHED;
  if (n_roundabout == 0)
    {
      settle_straight (w);
      return;
    }
  for (guint32 i = w->enter_first[w->t]; i < w->enter_first[w->t + 1]; i++)
    join_before (w, w->enter[i]);
  join_by_laws (w);
  pair_up_all (w);
}

static guint32 *
sort_edges (const Between *w, gboolean entering, guint32 **items)
{
  ChaseBase *b = w->base;
  g_autofree guint32 *key = g_new (guint32, (gsize)b->m + 1);

  for (guint32 i = 0; i < b->m; i++)
    key[i] = part_before (w, i) == part_after (w, i) ? b->n_parts
             : entering                              ? part_after (w, i)
                                                     : part_before (w, i);
  return chase_bucket (b->n_parts + 1, b->m, key, items);
}

static guint32 *
sort_laws (const Between *w, guint32 **items)
{
  ChaseBase *b = w->base;
  guint32 n = b->lift->lifted->len;
  g_autofree guint32 *key = g_new (guint32, (gsize)n + 1);

  for (guint32 i = 0; i < n; i++)
    key[i] = b->part[g_array_index (b->lift->lifted, ChaseLifted, i).from];
  return chase_bucket (b->n_parts, n, key, items);
}

static void
settle_all (Between *w)
{
  for (w->s = w->base->n_parts; w->s-- > 0;)
    for (w->t = w->s + 1; w->t < w->base->n_parts && !chase_clock_tick (w->base->clock); w->t++)
      settle (w);
}

void
chase_base_add_between (ChaseBase *b)
{
  gsize size = (gsize)b->n_parts * b->n_parts;
  Between w = { .base = b };

  if (chase_clock_look (b->clock) || !chase_clock_take (b->clock, (gssize)size))
    return;
  w.between = g_new0 (guint8, size + 1);
  w.leave_first = sort_edges (&w, FALSE, &w.leave);
  w.enter_first = sort_edges (&w, TRUE, &w.enter);
  w.law_first = sort_laws (&w, &w.law);
  w.strands = g_array_new (FALSE, FALSE, sizeof (Strand));
  w.parent = g_array_new (FALSE, FALSE, sizeof (guint32));
  w.strands_of = g_new0 (guint32, (gsize)b->m + 1);
  settle_all (&w);
  g_free (w.between);
  g_free (w.leave_first);
  g_free (w.leave);
  g_free (w.enter_first);
  g_free (w.enter);
  g_free (w.law_first);
  g_free (w.law);
  g_free (w.strands_of);
  g_array_unref (w.strands);
  g_array_unref (w.parent);
  chase_clock_take (b->clock, -(gssize)size);
}
