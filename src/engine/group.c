/* SPDX-License-Identifier: MIT */
#include "engine/group-private.h"

ChaseGroup *
chase_group_new (const ChaseIndex *index, ChaseClock *clock)
{
  g_autoptr (ChaseGroup) group = g_new0 (ChaseGroup, 1);

  group->index = index;
  group->clock = clock;
  group->relators = g_array_new (FALSE, FALSE, sizeof (ChaseRelator));
  chase_group_table_init (&group->table, 0, NULL, clock);
  return chase_group_read (group) ? g_steal_pointer (&group) : NULL;
}

void
chase_group_free (ChaseGroup *group)
{
  gpointer owned[] = { group->column, group->arrow, group->inverse, group->along, group->shift };

  for (guint i = 0; i < G_N_ELEMENTS (owned); i++)
    g_free (owned[i]);
  chase_vector_clear (&group->letters);
  g_array_unref (group->relators);
  chase_group_table_clear (&group->table);
  g_free (group);
}

static const ChaseRelator *
relator (const ChaseGroup *group, guint i)
{
  return &g_array_index (group->relators, ChaseRelator, i);
}

static guint32
power_of (const ChaseRelator *r)
{
  return r->length / r->root;
}

/* The relator with the highest power below the one that was tried. */
static const ChaseRelator *
next_candidate (const ChaseGroup *group)
{
  const ChaseRelator *best = NULL;

  for (guint i = 0; i < group->relators->len; i++)
    {
      const ChaseRelator *r = relator (group, i);

      if (power_of (r) > 1 && (group->power == 0 || power_of (r) < group->power)
          && (best == NULL || power_of (r) > power_of (best)))
        best = r;
    }
  return best;
}

/* Begins anew, with the cosets of a smaller subgroup. FALSE when there is no room. */
static gboolean
begin (ChaseGroup *group)
{
  const ChaseRelator *r = next_candidate (group);
  const guint32 *letters = group->letters.data;

  group->work_before += group->table.work;
  chase_group_table_clear (&group->table);
  chase_group_table_init (&group->table, group->n_columns, group->inverse, group->clock);
  g_clear_pointer (&group->along, g_free);
  group->power = r != NULL ? power_of (r) : 1;
  group->n_along = r != NULL ? r->root : 0;
  group->along = g_new (guint32, (gsize)group->n_along + 1);
  for (guint32 i = 0; i < group->n_along; i++)
    group->along[i] = group->arrow[letters[r->first + i]];
  return chase_group_table_impose (&group->table, 0, r != NULL ? letters + r->first : NULL,
                                   group->n_along);
}

static guint32
cell_of (const ChaseGroup *group, guint32 coset, guint32 column)
{
  return group->table.cell[(gsize)coset * group->n_columns + column];
}

static guint32
along (const ChaseGroup *group, guint32 coset)
{
  for (guint32 i = 0; i < group->n_along; i++)
    coset = cell_of (group, coset, group->column[group->along[i]]);
  return coset;
}

/* A coset that comes back after just as many times along h as the relation says, or CHASE_NO_COSET.
 */
static guint32
find_cycle (const ChaseGroup *group)
{
  for (guint32 p = 0; p < group->table.n; p++)
    {
      guint32 length = 1;

      for (guint32 q = along (group, p); q != p; q = along (group, q))
        length++;
      if (length == group->power)
        return p;
    }
  return CHASE_NO_COSET;
}

/* Each coset gets a path t that leads to it from the first one; @image is where t, after each power
   of h, takes the coset @p, for one coset after the other. */
static void
find_images (const ChaseGroup *group, guint32 p, guint32 *image)
{
  gsize k = group->power;
  g_autofree guint32 *queue = g_new (guint32, (gsize)group->table.n + 1);
  g_autofree guint8 *seen = g_new0 (guint8, (gsize)group->table.n + 1);
  guint32 tail = 0;

  for (gsize j = 0; j < k; j++, p = along (group, p))
    image[j] = p;
  seen[0] = 1;
  queue[tail++] = 0;
  for (guint32 head = 0; head < tail; head++)
    for (guint32 column = 0; column < group->n_columns; column++)
      {
        guint32 from = queue[head], to = cell_of (group, from, column);

        if (seen[to])
          continue;
        seen[to] = 1;
        queue[tail++] = to;
        for (gsize j = 0; j < k; j++)
          image[to * k + j] = cell_of (group, image[from * k + j], column);
      }
}

/* t, then an arrow, is a power of h, then the path to where the arrow leads: which one, the images
   of @p tell. */
static void
find_shifts (ChaseGroup *group, const guint32 *image)
{
  gsize k = group->power, width = group->n_columns;

  group->shift = g_new0 (guint32, group->table.n * width + 1);
  for (gsize i = 0; i < group->table.n; i++)
    for (guint32 column = 0; column < width; column++)
      {
        guint32 to = cell_of (group, (guint32)i, column);
        guint32 goal = cell_of (group, image[i * k], column), j = 0;

        while (j + 1 < k && image[to * k + j] != goal)
          j++;
        group->shift[i * width + column] = j;
      }
}

/* The elements of a closed table: FALSE where the cosets do not tell them apart. */
static gboolean
find_elements (ChaseGroup *group)
{
  guint32 p = group->power > 1 ? find_cycle (group) : 0;
  g_autofree guint32 *image = NULL;
  guint64 order = (guint64)group->table.n * group->power;

  if (p == CHASE_NO_COSET || order >= G_MAXUINT32
      || order * sizeof (guint32) > group->clock->budget.memory / 8)
    return FALSE;
  image = g_new (guint32, order + 1);
  find_images (group, p, image);
  find_shifts (group, image);
  group->table.work += order + (guint64)group->table.n * group->n_columns;
  return TRUE;
}

gboolean
chase_group_run (ChaseGroup *group, guint64 work)
{
  guint64 end = chase_group_work (group) + work;

  if (group->power == 0 && !begin (group))
    return FALSE;
  for (;;)
    {
      if (!chase_group_table_run (
              &group->table, (const ChaseRelator *)(gpointer)group->relators->data,
              group->relators->len, group->letters.data, end - group->work_before))
        return FALSE;
      if (find_elements (group))
        return TRUE;
      if (group->power == 1 || !begin (group))
        return FALSE;
    }
}

guint64
chase_group_work (const ChaseGroup *group)
{
  return group->work_before + group->table.work;
}

double
chase_group_rest (const ChaseGroup *group)
{
  const ChaseGroupTable *t = &group->table;

  return (t->n - t->next) * (double)t->work / (t->next + 1);
}

gboolean
chase_group_is_full (const ChaseGroup *group)
{
  return group->table.full;
}

guint32
chase_group_order (const ChaseGroup *group)
{
  return group->table.n * group->power;
}

guint32
chase_group_follow (const ChaseGroup *group, guint32 element, guint32 arrow)
{
  guint32 coset = element / group->power, column = group->column[arrow];
  guint32 power = element % group->power + group->shift[(gsize)coset * group->n_columns + column];

  if (power >= group->power)
    power -= group->power;
  return cell_of (group, coset, column) * group->power + power;
}

ChaseWord
chase_group_along (const ChaseGroup *group)
{
  return (ChaseWord){ group->along, group->n_along };
}
