/* SPDX-License-Identifier: MIT */
#include "evidence/table.h"

/* The verifier's own reading of composition tables. */

#define NOWHERE G_MAXUINT32

static guint64
n_pairs (guint32 n_objects, guint32 n, const guint32 *sources, const guint32 *targets)
{
  g_autofree guint64 *out = g_new0 (guint64, n_objects + 1);
  guint64 pairs = 0;

  for (guint32 f = 0; f < n; f++)
    out[sources[f]]++;
  for (guint32 f = 0; f < n; f++)
    pairs += out[targets[f]];
  return pairs;
}

ChaseFinite *
chase_table_read (const ChasePresentation *p)
{
  guint32 n = chase_presentation_n_arrows (p);
  guint32 n_objects = chase_presentation_n_objects (p);
  guint n_entries = chase_presentation_n_equations (p);
  g_autofree guint32 *sources = g_new (guint32, n + 1);
  g_autofree guint32 *targets = g_new (guint32, n + 1);
  g_autoptr (ChaseFinite) finite = NULL;

  for (guint32 f = 0; f < n; f++)
    {
      sources[f] = chase_presentation_arrow (p, f)->source;
      targets[f] = chase_presentation_arrow (p, f)->target;
    }
  if (n_pairs (n_objects, n, sources, targets) > n_entries)
    return NULL;
  finite = chase_finite_new (n_objects, n, sources, targets);
  for (guint32 e = 0; e < n_entries; e++)
    {
      const ChaseEquation *entry = chase_presentation_equation (p, e);

      if (entry->left.length != 2 || entry->right.length > 1)
        return NULL;
      chase_finite_set (finite, entry->left.letters[0], entry->left.letters[1],
                        entry->right.length == 1 ? entry->right.letters[0]
                                                 : chase_finite_identity (finite, entry->source));
    }
  for (guint32 f = 0; f < n; f++)
    for (guint32 k = finite->first[targets[f]]; k < finite->first[targets[f] + 1]; k++)
      if (chase_finite_compose (finite, f, finite->out[k]) == NOWHERE)
        return NULL;
  return g_steal_pointer (&finite);
}

/* Paths put together. A morphism is a row of the table of its source; it is @before it, and then an
 * arrow. */
typedef struct
{
  guint32 source;
  guint32 row;
  guint32 before; /* NOWHERE: an identity */
  guint32 arrow;
} Path;

typedef struct
{
  ChasePresentation *presentation;
  GPtrArray *tables;
  guint32 n_arrows;
  GArray *paths;
  guint32 **number; /* by source and row */
} Numbering;

static const ChaseHomTable *
table_of (const Numbering *all, guint32 source)
{
  return g_ptr_array_index (all->tables, source);
}

static guint32
step (const Numbering *all, guint32 source, guint32 row, guint32 arrow)
{
  return table_of (all, source)->next[(gsize)row * all->n_arrows + arrow];
}

static void
add_steps (Numbering *all, guint32 source, guint32 row, guint32 before)
{
  for (guint32 f = 0; f < all->n_arrows; f++)
    {
      Path path = { source, step (all, source, row, f), before, f };

      if (path.row == NOWHERE || path.row == 0 || all->number[source][path.row] != NOWHERE)
        continue;
      all->number[source][path.row] = all->paths->len;
      g_array_append_val (all->paths, path);
    }
}

static void
number_from (Numbering *all, guint32 source)
{
  guint32 n = table_of (all, source)->n_rows;
  guint first = all->paths->len;

  all->number[source] = g_new (guint32, n + 1);
  for (guint32 row = 0; row < n; row++)
    all->number[source][row] = NOWHERE;
  add_steps (all, source, 0, NOWHERE);
  for (guint i = first; i < all->paths->len; i++)
    add_steps (all, source, g_array_index (all->paths, Path, i).row, i);
}

static GArray *
word_of (const Numbering *all, GPtrArray *words, guint i)
{
  const Path *path = &g_array_index (all->paths, Path, i);
  GArray *word = g_array_new (FALSE, FALSE, sizeof (guint32));

  if (path->before != NOWHERE)
    {
      const GArray *before = g_ptr_array_index (words, path->before);

      g_array_append_vals (word, before->data, before->len);
    }
  g_array_append_val (word, path->arrow);
  return word;
}

/* What the row @row from @source is called. */
static guint32
morphism_at (const Numbering *all, const ChaseFinite *finite, guint32 source, guint32 row)
{
  return row == 0 ? chase_finite_identity (finite, source) : all->number[source][row];
}

/* Behind f, rows are followed: g is what is before it, and then its last arrow. */
static void
fill (const Numbering *all, ChaseFinite *finite)
{
  g_autofree guint32 *at = g_new (guint32, finite->n_arrows + 1);

  for (guint32 f = 0; f < finite->n_arrows; f++)
    {
      const Path *first = &g_array_index (all->paths, Path, f);

      for (guint32 g = 0; g < finite->n_arrows; g++)
        {
          const Path *second = &g_array_index (all->paths, Path, g);

          if (second->source != finite->target[f])
            continue;
          at[g] = step (all, first->source,
                        second->before == NOWHERE ? first->row : at[second->before], second->arrow);
          chase_finite_set (finite, f, g, morphism_at (all, finite, first->source, at[g]));
        }
    }
}

static ChaseEnumerated *
enumerated_of (const Numbering *all)
{
  guint32 n = all->paths->len;
  g_autofree guint32 *sources = g_new (guint32, n + 1);
  g_autofree guint32 *targets = g_new (guint32, n + 1);
  ChaseEnumerated *made;

  for (guint32 i = 0; i < n; i++)
    {
      const Path *path = &g_array_index (all->paths, Path, i);

      sources[i] = path->source;
      targets[i] = table_of (all, path->source)->object[path->row];
    }
  if (n_pairs (all->tables->len, n, sources, targets) > CHASE_ENUMERATED_MAX_PAIRS)
    return NULL;
  made = g_new0 (ChaseEnumerated, 1);
  made->presentation = chase_presentation_ref (all->presentation);
  made->finite = chase_finite_new (all->tables->len, n, sources, targets);
  made->words = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  made->generators = g_new (guint32, all->n_arrows + 1);
  for (guint32 i = 0; i < n; i++)
    g_ptr_array_add (made->words, word_of (all, made->words, i));
  for (guint32 f = 0; f < all->n_arrows; f++)
    {
      guint32 source = chase_presentation_arrow (all->presentation, f)->source;

      made->generators[f] = morphism_at (all, made->finite, source, step (all, source, 0, f));
    }
  fill (all, made->finite);
  return made;
}

ChaseEnumerated *
chase_table_compose (ChasePresentation *presentation, GPtrArray *tables)
{
  Numbering all = { presentation, tables, chase_presentation_n_arrows (presentation) };
  ChaseEnumerated *made;

  all.paths = g_array_new (FALSE, FALSE, sizeof (Path));
  all.number = g_new0 (guint32 *, tables->len + 1);
  for (guint32 s = 0; s < tables->len; s++)
    number_from (&all, s);
  made = enumerated_of (&all);
  for (guint32 s = 0; s < tables->len; s++)
    g_free (all.number[s]);
  g_free (all.number);
  g_array_unref (all.paths);
  return made;
}

/* Properties, by their definitions. */

static gboolean
parallel (const ChaseFinite *c, guint32 f, guint32 g)
{
  return c->source[f] == c->source[g] && c->target[f] == c->target[g];
}

/* Are different morphisms different still with @f behind them (@mono), or before them? */
static gboolean
tells_apart (const ChaseFinite *c, guint32 f, gboolean mono)
{
  guint32 n = chase_finite_n_morphisms (c);

  for (guint32 x = 0; x < n; x++)
    for (guint32 y = 0; y < x; y++)
      if (parallel (c, x, y) && (mono ? c->target[x] == c->source[f] : c->source[x] == c->target[f])
          && (mono ? chase_finite_compose (c, x, f) == chase_finite_compose (c, y, f)
                   : chase_finite_compose (c, f, x) == chase_finite_compose (c, f, y)))
        return FALSE;
  return TRUE;
}

/* The first g back along @f with which it is an identity at its source (@mono), its target. */
static guint32
way_back (const ChaseFinite *c, guint32 f, gboolean mono, gboolean epi)
{
  for (guint32 g = 0; g < chase_finite_n_morphisms (c); g++)
    if (c->source[g] == c->target[f] && c->target[g] == c->source[f]
        && (!mono || chase_finite_is_identity (c, chase_finite_compose (c, f, g)))
        && (!epi || chase_finite_is_identity (c, chase_finite_compose (c, g, f))))
      return g;
  return NOWHERE;
}

guint32
chase_table_inverse (const ChaseFinite *c, guint32 morphism)
{
  return way_back (c, morphism, TRUE, TRUE);
}

gboolean
chase_table_has (const ChaseFinite *c, guint32 f, ChaseProperty property)
{
  switch (property)
    {
    case CHASE_PROPERTY_MONO:
      return tells_apart (c, f, TRUE);
    case CHASE_PROPERTY_EPI:
      return tells_apart (c, f, FALSE);
    case CHASE_PROPERTY_ISO:
      return way_back (c, f, TRUE, TRUE) != NOWHERE;
    case CHASE_PROPERTY_SPLIT_MONO:
      return way_back (c, f, TRUE, FALSE) != NOWHERE;
    case CHASE_PROPERTY_SPLIT_EPI:
      return way_back (c, f, FALSE, TRUE) != NOWHERE;
    case CHASE_PROPERTY_IDEMPOTENT:
      return c->source[f] == c->target[f] && chase_finite_compose (c, f, f) == f;
    default:
      return FALSE;
    }
}
