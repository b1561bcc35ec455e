/* SPDX-License-Identifier: MIT */
#include "evidence/cancelled.h"

#include "evidence/paths.h"
#include "evidence/rows.h"

#define NOWHERE G_MAXUINT32

enum
{
  FEW_ROWS = 256,
  TIMES = 8,          /* as many rows where these do not do */
  MOST_FROM_ONE = 24, /* equations, from one object at a time */
  MAX_CELLS = 40000000,
};

typedef struct
{
  const ChasePresentation *declared;
  ChasePresentation *said;
  GPtrArray *paths; /* of ChasePaths, by object: all that are known */
  guint32 n_arrows;
  guint from_one;
} Cancelling;

gboolean
chase_declares_more (const ChasePresentation *p)
{
  const guint known = CHASE_PROPERTY_ISO | CHASE_PROPERTY_IDEMPOTENT;

  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (p, f);

      if ((arrow->properties & ~known) != 0 && arrow->inverse == NOWHERE)
        return TRUE;
    }
  return FALSE;
}

/* What is declared of arrows but the isos and idempotents is left out. */
static ChasePresentation *
equations_of (const ChasePresentation *p)
{
  ChasePresentation *said = chase_presentation_new ();

  for (guint32 i = 0; i < chase_presentation_n_objects (p); i++)
    chase_presentation_add_object (said, chase_presentation_object_name (p, i));
  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    {
      ChaseArrow arrow = *chase_presentation_arrow (p, f);
      guint all = arrow.properties;

      chase_name_ref (arrow.name);
      arrow.properties = (ChaseProperty)(all & (CHASE_PROPERTY_ISO | CHASE_PROPERTY_IDEMPOTENT));
      g_array_append_val (said->arrows, arrow);
    }
  for (guint32 e = 0; e < chase_presentation_n_equations (p); e++)
    {
      const ChaseEquation *equation = chase_presentation_equation (p, e);

      chase_presentation_add_equation (said, equation->source, equation->left, equation->right,
                                       NULL, 0);
    }
  return said;
}

static gboolean
has (const ChaseArrow *arrow, guint one, guint other)
{
  return arrow->inverse == NOWHERE && (arrow->properties & (one | other)) != 0;
}

static const ChasePaths *
paths_from (const Cancelling *c, guint32 object)
{
  return g_ptr_array_index (c->paths, object);
}

/* @f behind the path number @i, where that is known. */
static guint32
behind (const ChasePaths *paths, guint32 i, guint32 f)
{
  return i == NOWHERE ? NOWHERE : paths->next[(gsize)i * paths->n_arrows + f];
}

/* What each of @paths is with @f before it, among those from the source of @f. */
static guint32 *
all_before (const Cancelling *c, const ChasePaths *paths, guint32 f)
{
  const ChasePaths *longer = paths_from (c, chase_presentation_arrow (c->declared, f)->source);
  guint32 *with = g_new (guint32, (gsize)paths->n + 1);

  with[0] = behind (longer, 0, f);
  for (guint32 i = 1; i < paths->n; i++)
    with[i] = behind (longer, with[paths->before[i]], paths->last[i]);
  return with;
}

static GArray *
spell (const ChasePaths *paths, guint32 i)
{
  g_autoptr (GArray) backward = g_array_new (FALSE, FALSE, sizeof (guint32));
  GArray *letters = g_array_new (FALSE, FALSE, sizeof (guint32));

  chase_paths_spell (paths, i, backward);
  for (guint k = backward->len; k > 0; k--)
    g_array_append_val (letters, g_array_index (backward, guint32, k - 1));
  return letters;
}

static void
say_equal (Cancelling *c, const ChasePaths *paths, guint32 i, guint32 j)
{
  g_autoptr (GArray) one = spell (paths, i);
  g_autoptr (GArray) other = spell (paths, j);

  chase_presentation_add_equation (
      c->said, paths->object[0], (ChaseWord){ (const guint32 *)(gpointer)one->data, one->len },
      (ChaseWord){ (const guint32 *)(gpointer)other->data, other->len }, NULL, 0);
  c->from_one++;
}

/* Paths of which the same becomes are equal. */
static void
compare (Cancelling *c, const ChasePaths *paths, const guint32 *becomes)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint32 i = 0; i < paths->n && c->from_one < MOST_FROM_ONE; i++)
    {
      gpointer key = GUINT_TO_POINTER (becomes[i]), other;

      if (becomes[i] == NOWHERE)
        continue;
      if (g_hash_table_lookup_extended (seen, key, NULL, &other))
        say_equal (c, paths, GPOINTER_TO_UINT (other), i);
      else
        g_hash_table_insert (seen, key, GUINT_TO_POINTER (i));
    }
}

static void
cancel_at (Cancelling *c, guint32 object)
{
  const ChasePaths *paths = paths_from (c, object);

  c->from_one = 0;
  for (guint32 f = 0; f < c->n_arrows; f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (c->declared, f);

      if (has (arrow, CHASE_PROPERTY_MONO, CHASE_PROPERTY_SPLIT_MONO))
        {
          g_autofree guint32 *with = g_new (guint32, (gsize)paths->n + 1);

          for (guint32 i = 0; i < paths->n; i++)
            with[i] = behind (paths, i, f);
          compare (c, paths, with);
        }
      if (arrow->target == object && has (arrow, CHASE_PROPERTY_EPI, CHASE_PROPERTY_SPLIT_EPI))
        {
          g_autofree guint32 *with = all_before (c, paths, f);

          compare (c, paths, with);
        }
    }
}

/* Whether some path splits @f: it is an identity before it (behind it). */
static gboolean
is_split (const Cancelling *c, guint32 f, gboolean mono)
{
  const ChaseArrow *arrow = chase_presentation_arrow (c->declared, f);
  const ChasePaths *paths = paths_from (c, arrow->target);
  g_autofree guint32 *with = all_before (c, paths, f);

  for (guint32 i = 0; i < paths->n; i++)
    if (paths->object[i] == arrow->source && (mono ? with[i] : behind (paths, i, f)) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
all_split (const Cancelling *c)
{
  for (guint32 f = 0; f < c->n_arrows; f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (c->declared, f);

      if ((has (arrow, CHASE_PROPERTY_SPLIT_MONO, 0) && !is_split (c, f, TRUE))
          || (has (arrow, CHASE_PROPERTY_SPLIT_EPI, 0) && !is_split (c, f, FALSE)))
        return FALSE;
    }
  return TRUE;
}

/* All paths by the equations there are, as far as @rows rows from each object reach: are these all?
 */
static gboolean
list_paths (Cancelling *c, guint32 limit, const ChasePatience *patience)
{
  gboolean all = TRUE;
  ChaseRows rows;

  g_ptr_array_set_size (c->paths, 0);
  chase_rows_init (&rows, c->said, NOWHERE, patience);
  for (guint32 s = 0; s < rows.n_objects; s++)
    {
      g_autoptr (ChaseHomTable) table = NULL;

      all = chase_rows_list (&rows, s, (ChaseWord){ NULL, 0 }, limit) && all;
      table = chase_rows_table (&rows);
      g_ptr_array_add (c->paths, chase_paths_new (table, rows.n_objects, rows.n_arrows));
    }
  chase_rows_clear (&rows);
  return all;
}

static gboolean
cancel_all (Cancelling *c, guint32 limit, const ChasePatience *patience, GError **error)
{
  guint32 steps = 0;
  guint64 few = FEW_ROWS;

  while (chase_is_patient (patience, &steps, error))
    {
      guint n_said = chase_presentation_n_equations (c->said);
      gboolean all = list_paths (c, (guint32)MIN (few, limit), patience);

      for (guint32 s = 0; s < c->paths->len; s++)
        cancel_at (c, s);
      if (chase_presentation_n_equations (c->said) > n_said)
        continue;
      if (all)
        return all_split (c) || chase_refuse (error, "nothing splits what is declared split");
      if (few >= limit)
        return chase_refuse (error, "listing what is declared mono or epi does not end");
      few *= TIMES;
    }
  return FALSE;
}

ChasePresentation *
chase_cancelled (const ChasePresentation *presentation, guint32 limit,
                 const ChasePatience *patience, GError **error)
{
  Cancelling c = { .declared = presentation,
                   .said = equations_of (presentation),
                   .n_arrows = chase_presentation_n_arrows (presentation) };

  c.paths = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_paths_free);
  limit = MIN (limit,
               MAX_CELLS / (c.n_arrows + 1) / MAX (chase_presentation_n_objects (presentation), 1));
  if (chase_declares_more (presentation) && !cancel_all (&c, limit, patience, error))
    g_clear_pointer (&c.said, chase_presentation_unref);
  g_ptr_array_unref (c.paths);
  return c.said;
}

static gboolean
are_like (const ChasePresentation *p, const ChasePresentation *said)
{
  guint32 n = chase_presentation_n_arrows (p);

  if (chase_presentation_n_objects (p) != chase_presentation_n_objects (said)
      || chase_presentation_n_arrows (said) != n)
    return FALSE;
  for (guint32 f = 0; f < n; f++)
    {
      const ChaseArrow *one = chase_presentation_arrow (p, f);
      const ChaseArrow *other = chase_presentation_arrow (said, f);

      if (one->source != other->source || one->target != other->target
          || one->inverse != other->inverse
          || (one->properties & CHASE_PROPERTY_IDEMPOTENT)
                 != (other->properties & CHASE_PROPERTY_IDEMPOTENT))
        return FALSE;
    }
  return !chase_declares_more (said);
}

/* Are the equations of @said true of @own, all paths from @source, and are its paths no more? */
static gboolean
are_the_same (const ChasePresentation *said, ChaseRows *rows, ChaseRows *own, guint32 source,
              guint32 limit)
{
  g_autoptr (ChaseHomTable) table = NULL;
  g_autoptr (ChaseHomTable) ours = NULL;
  g_autoptr (ChasePaths) paths = NULL;

  if (!chase_rows_list (rows, source, (ChaseWord){ NULL, 0 }, limit)
      || !chase_rows_list (own, source, (ChaseWord){ NULL, 0 }, limit))
    return FALSE;
  table = chase_rows_table (rows);
  ours = chase_rows_table (own);
  paths = chase_paths_new (ours, own->n_objects, own->n_arrows);
  for (guint32 e = 0; e < chase_presentation_n_equations (said); e++)
    {
      const ChaseEquation *equation = chase_presentation_equation (said, e);

      if (equation->source == source
          && chase_paths_follow (paths, 0, equation->left)
                 != chase_paths_follow (paths, 0, equation->right))
        return FALSE;
    }
  return table->n_rows == ours->n_rows;
}

gboolean
chase_cancelled_are_said (const ChasePresentation *presentation, const ChasePresentation *said,
                          guint32 limit, GError **error)
{
  g_autoptr (ChasePresentation) own = chase_cancelled (presentation, limit, NULL, error);
  gboolean good = TRUE;
  ChaseRows rows, ours;

  if (own == NULL)
    return FALSE;
  if (!are_like (presentation, said))
    return chase_refuse (error, "another category is listed for what is declared mono or epi");
  chase_rows_init (&rows, said, NOWHERE, NULL);
  chase_rows_init (&ours, own, NOWHERE, NULL);
  for (guint32 s = 0; s < rows.n_objects && good; s++)
    good = are_the_same (said, &rows, &ours, s, limit);
  chase_rows_clear (&rows);
  chase_rows_clear (&ours);
  return good || chase_refuse (error, "other equations follow from what is declared mono or epi");
}
