/* SPDX-License-Identifier: MIT */
#include "model/by-equations.h"

#include "model/hom-list.h"

#define NOWHERE G_MAXUINT32

enum
{
  FIRST_ROWS = 100, /* from one object; where they do not do, more */
  MORE = 4,
  ALIKE = 4,    /* pairs that one arrow makes equal, from one object, at a time */
  AT_ONCE = 32, /* equations */
  CELLS = 4,    /* of a table, for each step */
};

/* Two paths that have to be equal, as they are with a mono behind or an epi before them. */
typedef struct
{
  guint32 source;
  GArray *left, *right;
} Pair;

typedef struct
{
  const ChasePresentation *p;
  ChasePresentation *made;
  GPtrArray *tables; /* of ChaseHomTable, by object; cells may be unknown */
  GArray *pairs;
  guint32 n_arrows;
  guint64 steps;
} Closing;

/* The paths from one object as rows of a table, and what becomes of them. */
typedef struct
{
  const ChaseHomTable *table;
  guint32 *before, *last;
  guint32 source;
} Rows;

static void
pair_clear (gpointer data)
{
  Pair *pair = data;

  g_array_unref (pair->left);
  g_array_unref (pair->right);
}

static gint
compare_pairs (gconstpointer a, gconstpointer b)
{
  const Pair *one = a, *other = b;

  return (gint)(one->left->len + one->right->len) - (gint)(other->left->len + other->right->len);
}

ChasePresentation *
chase_presentation_undeclared (const ChasePresentation *presentation)
{
  const guint kept = CHASE_PROPERTY_ISO | CHASE_PROPERTY_IDEMPOTENT;
  ChasePresentation *plain = chase_presentation_new ();

  for (guint32 i = 0; i < chase_presentation_n_objects (presentation); i++)
    chase_presentation_add_object (plain, chase_presentation_object_name (presentation, i));
  for (guint32 i = 0; i < chase_presentation_n_arrows (presentation); i++)
    {
      ChaseArrow copy = *chase_presentation_arrow (presentation, i);

      copy.name = chase_name_ref (copy.name);
      copy.properties = (ChaseProperty)(copy.properties & kept);
      g_array_append_val (plain->arrows, copy);
    }
  for (guint32 i = 0; i < chase_presentation_n_equations (presentation); i++)
    {
      const ChaseEquation *e = chase_presentation_equation (presentation, i);

      chase_presentation_add_equation (plain, e->source, e->left, e->right, e->name, e->line);
    }
  return plain;
}

static gboolean
is_declared (const ChasePresentation *p, guint32 f, guint properties)
{
  const ChaseArrow *arrow = chase_presentation_arrow (p, f);

  return arrow->inverse == NOWHERE && (arrow->properties & properties) != 0;
}

static const ChaseHomTable *
table_of (const Closing *c, guint32 object)
{
  return g_ptr_array_index (c->tables, object);
}

static guint32
next_row (const Closing *c, const ChaseHomTable *table, guint32 row, guint32 arrow)
{
  return row == NOWHERE ? NOWHERE : table->next[(gsize)row * c->n_arrows + arrow];
}

static GArray *
path_to (const Rows *rows, guint32 row)
{
  GArray *path = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (; row != 0; row = rows->before[row])
    g_array_prepend_val (path, rows->last[row]);
  return path;
}

/* Rows with one image (NOWHERE: none that is known) are paths that have to be equal. */
static void
find_alike (Closing *c, const Rows *rows, const guint32 *image, guint32 n_images)
{
  g_autofree guint32 *first = g_new (guint32, n_images + 1);
  guint found = 0;

  for (guint32 i = 0; i < n_images; i++)
    first[i] = NOWHERE;
  for (guint32 row = 0; row < rows->table->n_rows && found < ALIKE; row++)
    {
      Pair pair = { .source = rows->source };

      if (image[row] == NOWHERE)
        continue;
      if (first[image[row]] == NOWHERE)
        {
          first[image[row]] = row;
          continue;
        }
      pair.left = path_to (rows, first[image[row]]);
      pair.right = path_to (rows, row);
      g_array_append_val (c->pairs, pair);
      found++;
    }
}

static void
cancel_mono (Closing *c, const Rows *rows, guint32 mono, guint32 *image)
{
  for (guint32 row = 0; row < rows->table->n_rows; row++)
    image[row] = next_row (c, rows->table, row, mono);
  find_alike (c, rows, image, rows->table->n_rows);
}

/* What each path becomes with @arrow before it: a row of the table of the source of @arrow, which
 * is returned. */
static const ChaseHomTable *
put_before (const Closing *c, const Rows *rows, guint32 arrow, guint32 *image)
{
  const ChaseHomTable *there = table_of (c, chase_presentation_arrow (c->p, arrow)->source);

  image[0] = next_row (c, there, 0, arrow);
  for (guint32 row = 1; row < rows->table->n_rows; row++)
    image[row] = next_row (c, there, image[rows->before[row]], rows->last[row]);
  return there;
}

static void
cancel_epi (Closing *c, const Rows *rows, guint32 epi, guint32 *image)
{
  find_alike (c, rows, image, put_before (c, rows, epi, image)->n_rows);
}

static void
cancel_from (Closing *c, guint32 source)
{
  const guint monos = CHASE_PROPERTY_MONO | CHASE_PROPERTY_SPLIT_MONO;
  const guint epis = CHASE_PROPERTY_EPI | CHASE_PROPERTY_SPLIT_EPI;
  Rows rows = { .table = table_of (c, source), .source = source };
  g_autofree guint32 *image = g_new (guint32, (gsize)rows.table->n_rows + 1);

  chase_hom_table_paths (rows.table, c->n_arrows, &rows.before, &rows.last);
  for (guint32 f = 0; f < c->n_arrows; f++)
    {
      if (is_declared (c->p, f, monos))
        cancel_mono (c, &rows, f, image);
      if (is_declared (c->p, f, epis) && chase_presentation_arrow (c->p, f)->target == source)
        cancel_epi (c, &rows, f, image);
    }
  g_free (rows.before);
  g_free (rows.last);
}

/* The shortest of the pairs that were found become equations. */
static gboolean
say_pairs (Closing *c)
{
  gboolean any = c->pairs->len > 0;

  g_array_sort (c->pairs, compare_pairs);
  for (guint i = 0; i < MIN (c->pairs->len, AT_ONCE); i++)
    {
      const Pair *pair = &g_array_index (c->pairs, Pair, i);
      ChaseWord left = { (const guint32 *)(gpointer)pair->left->data, pair->left->len };
      ChaseWord right = { (const guint32 *)(gpointer)pair->right->data, pair->right->len };

      chase_presentation_add_equation (c->made, pair->source, left, right, NULL, 0);
    }
  g_array_set_size (c->pairs, 0);
  return any;
}

/* The tables of all objects stand beside each other, and a row has a cell for every arrow. */
static gboolean
pay_cells (Closing *c, const ChaseHomTable *table)
{
  guint64 price = (guint64)table->n_rows * c->n_arrows / CELLS;

  if (price > c->steps)
    return FALSE;
  c->steps -= price;
  return TRUE;
}

/* Up to @limit rows from each object. *@closed says whether these are all; FALSE when there are no
 * steps left. */
static gboolean
list_rows (Closing *c, guint32 limit, gboolean *closed)
{
  *closed = TRUE;
  g_ptr_array_set_size (c->tables, 0);
  for (guint32 s = 0; s < chase_presentation_n_objects (c->p); s++)
    {
      gboolean whole;
      ChaseHomTable *table = chase_hom_table_begin (c->made, s, limit, &c->steps, &whole);

      if (table == NULL)
        return FALSE;
      g_ptr_array_add (c->tables, table);
      if (!pay_cells (c, table))
        return FALSE;
      *closed = *closed && whole;
    }
  return TRUE;
}

/* Whether a path leads back along @f with which it is an identity: before it (@mono), behind it. */
static gboolean
is_split (const Closing *c, guint32 f, gboolean mono)
{
  const ChaseArrow *arrow = chase_presentation_arrow (c->p, f);
  Rows rows = { .table = table_of (c, arrow->target), .source = arrow->target };
  g_autofree guint32 *image = g_new (guint32, (gsize)rows.table->n_rows + 1);
  gboolean found = FALSE;

  chase_hom_table_paths (rows.table, c->n_arrows, &rows.before, &rows.last);
  put_before (c, &rows, f, image);
  for (guint32 row = 0; row < rows.table->n_rows && !found; row++)
    found = rows.table->object[row] == arrow->source
            && (mono ? image[row] == 0 : next_row (c, rows.table, row, f) == 0);
  g_free (rows.before);
  g_free (rows.last);
  return found;
}

static gboolean
splits_declared (const Closing *c)
{
  for (guint32 f = 0; f < c->n_arrows; f++)
    if ((is_declared (c->p, f, CHASE_PROPERTY_SPLIT_MONO) && !is_split (c, f, TRUE))
        || (is_declared (c->p, f, CHASE_PROPERTY_SPLIT_EPI) && !is_split (c, f, FALSE)))
      return FALSE;
  return TRUE;
}

static gboolean
list_and_cancel (Closing *c)
{
  gboolean closed;

  for (guint32 limit = FIRST_ROWS; list_rows (c, limit, &closed);)
    {
      for (guint32 s = 0; s < c->tables->len; s++)
        cancel_from (c, s);
      if (say_pairs (c))
        continue;
      if (closed)
        return splits_declared (c);
      limit *= MORE;
    }
  return FALSE;
}

static ChasePresentation *
say_by_equations (const ChasePresentation *presentation)
{
  Closing c = { .p = presentation,
                .made = chase_presentation_undeclared (presentation),
                .n_arrows = chase_presentation_n_arrows (presentation),
                .steps = CHASE_HOM_STEPS };

  c.tables = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_hom_table_free);
  c.pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  g_array_set_clear_func (c.pairs, pair_clear);
  if (!list_and_cancel (&c))
    g_clear_pointer (&c.made, chase_presentation_unref);
  g_ptr_array_unref (c.tables);
  g_array_unref (c.pairs);
  return c.made;
}

/* Any thread may be the first to ask. */
ChasePresentation *
chase_presentation_by_equations (ChasePresentation *presentation)
{
  ChasePresentation *made;

  if (!chase_presentation_says_more (presentation))
    return presentation;
  if (g_once_init_enter (&presentation->by_equations))
    {
      made = say_by_equations (presentation);
      g_once_init_leave (&presentation->by_equations,
                         made != NULL ? (gsize)made : (gsize)presentation);
    }
  made = (ChasePresentation *)presentation->by_equations;
  return made != presentation ? made : NULL;
}
