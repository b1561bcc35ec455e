/* SPDX-License-Identifier: MIT */
#include "interchange/sketch-private.h"

#include "model/diagram.h"

#include <string.h>

/* A label longer than this is no name that anybody would type. In characters. */
#define NAME_MAX_LENGTH 40

#define NOWHERE G_MAXUINT32

/* Names that are being given to the cells of a sketch. */
typedef struct
{
  const ChaseSketch *sketch;
  guint32 n;
  guint *levels;
  gboolean *referenced; /* a cell that starts or ends another */
  char **names;         /* NULL for an edge that needs none */
  guint32 *same; /* the first cell that shows the same thing; the cell itself where there is none */
  GHashTable *nodes; /* names given to nodes, and those that labels still claim */
  GHashTable *edges;
  GHashTable *counters; /* stem -> the last suffix given to it */
  gboolean higher;      /* some cell stands on an edge: then nodes and edges need different names */
} Namer;

static gboolean
is_plain (const char *name)
{
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c != '_' && !g_unichar_isalpha (c)
          && (p == name || (c != '\'' && !g_unichar_isalnum (c))))
        return FALSE;
    }
  return *name != '\0';
}

/* Returns what @label is as a name, or NULL where it can be none. */
static char *
label_to_name (const char *label)
{
  g_autofree char *name = g_strstrip (g_strdup (label));

  if (*name == '\0' || strcmp (name, "_") == 0 || strpbrk (name, "`\n\r\v\f") != NULL
      || g_utf8_strlen (name, -1) > NAME_MAX_LENGTH)
    return NULL;
  for (const char *p = name; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p))
      return NULL;
  return g_steal_pointer (&name);
}

static gboolean
taken (const Namer *namer, GHashTable *table, const char *name)
{
  if (g_hash_table_contains (table, name))
    return TRUE;
  return namer->higher
         && (g_hash_table_contains (namer->nodes, name)
             || g_hash_table_contains (namer->edges, name));
}

/* Returns @stem with the first of the suffixes 2, 3, ... that makes it free, with @between before
 * the digits. */
static char *
free_variant (const Namer *namer, GHashTable *table, const char *stem, const char *between)
{
  g_autofree char *key = g_strconcat (stem, between, NULL);
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (namer->counters, key));

  for (n = MAX (n, 1) + 1;; n++)
    {
      g_autofree char *name = g_strdup_printf ("%s%u", key, n);

      if (taken (namer, table, name))
        continue;
      g_hash_table_replace (namer->counters, g_steal_pointer (&key), GUINT_TO_POINTER (n));
      return g_steal_pointer (&name);
    }
}

static void
give (Namer *namer, guint32 cell, GHashTable *table, char *name)
{
  namer->names[cell] = name;
  g_hash_table_add (table, name);
}

/* A name for a cell whose label can be none: what its format calls it, or its kind and number. */
static char *
other_name (const Namer *namer, GHashTable *table, const char *stem, guint32 i)
{
  const ChaseSketchCell *cell = chase_sketch_get (namer->sketch, i);
  g_autofree char *name = cell->name != NULL ? label_to_name (cell->name) : NULL;

  if (name == NULL)
    name = g_strdup_printf ("%s%u", stem, i + 1);
  if (!taken (namer, table, name))
    return g_steal_pointer (&name);
  return free_variant (namer, table, name, "_");
}

static const char *
between_digits (const char *name)
{
  return g_ascii_isdigit (name[strlen (name) - 1]) ? "_" : "";
}

/* An edge that draws something other than a morphism: a sign, or a label alone. */
static gboolean
is_decoration (const ChaseSketchCell *cell)
{
  const ChaseStyle *style = cell->style;

  if (style->form != CHASE_EDGE_ARROW)
    return TRUE;
  return style->body == CHASE_BODY_NONE && style->head == CHASE_HEAD_NONE
         && (style->tail == CHASE_TAIL_NONE || style->tail == CHASE_TAIL_DEFAULT);
}

/* Signs that stand for anything: two of them show nothing in common. */
static gboolean
is_placeholder (const char *label)
{
  static const char *const signs[]
      = { "\\bullet", "\\cdot",   "\\circ",  "\\ast",   "*",        "\\star",    "\\cdots",
          "\\dots",   "\\ldots",  "\\vdots", "\\ddots", "...",      "\\sim",     "\\cong",
          "\\simeq",  "\\approx", "=",       "!",       "\\exists", "\\exists!", "\\exists !",
          "?",        "\\,",      "-",       NULL };

  return g_strv_contains (signs, label);
}

/* The first node of each label gets it as its name, before any other name is made up. */
static void
name_first_nodes (Namer *namer)
{
  g_autoptr (GHashTable) first = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint32 i = 0; i < namer->n; i++)
    {
      const ChaseSketchCell *cell = chase_sketch_get (namer->sketch, i);
      gpointer found;
      char *name;

      namer->same[i] = i;
      if (!cell->node || *cell->label == '\0' || is_placeholder (cell->label))
        continue;
      found = g_hash_table_lookup (first, cell->label);
      if (found != NULL && cell->placed)
        namer->same[i] = GPOINTER_TO_UINT (found) - 1;
      if (found != NULL)
        continue;
      g_hash_table_insert (first, cell->label, GUINT_TO_POINTER (i + 1));
      name = label_to_name (cell->label);
      if (name != NULL && !g_hash_table_contains (namer->nodes, name))
        give (namer, i, namer->nodes, name);
      else
        g_free (name);
    }
}

static void
name_other_nodes (Namer *namer)
{
  for (guint32 i = 0; i < namer->n; i++)
    {
      const ChaseSketchCell *cell = chase_sketch_get (namer->sketch, i);
      const char *shown = namer->names[namer->same[i]];
      char *name;

      if (!cell->node || namer->names[i] != NULL)
        continue;
      if (namer->same[i] != i && shown != NULL && is_plain (shown))
        name = free_variant (namer, namer->nodes, shown, between_digits (shown));
      else
        name = other_name (namer, namer->nodes, "n", i);
      give (namer, i, namer->nodes, name);
    }
}

/* Does the label of the edge say which morphism it shows? */
static gboolean
says_morphism (const ChaseSketchCell *cell)
{
  return *cell->label != '\0' && !is_decoration (cell) && !is_placeholder (cell->label);
}

/* What two edges must agree in to show the same morphism. */
static char *
edge_key (const Namer *namer, const ChaseSketchCell *cell)
{
  return g_strdup_printf ("%u %u %s", namer->same[cell->source], namer->same[cell->target],
                          cell->label);
}

static gboolean
needs_name (const Namer *namer, guint32 i)
{
  const ChaseSketchCell *cell = chase_sketch_get (namer->sketch, i);

  return namer->referenced[i] || says_morphism (cell);
}

static void
name_first_edges (Namer *namer, gboolean *labelled)
{
  g_autoptr (GHashTable) first = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint32 i = 0; i < namer->n; i++)
    {
      const ChaseSketchCell *cell = chase_sketch_get (namer->sketch, i);
      g_autofree char *key = NULL;
      g_autofree char *name = NULL;
      gpointer found;

      if (cell->node || cell->hole || !says_morphism (cell))
        continue;
      key = edge_key (namer, cell);
      found = g_hash_table_lookup (first, key);
      if (found != NULL)
        {
          namer->same[i] = GPOINTER_TO_UINT (found) - 1;
          continue;
        }
      g_hash_table_insert (first, g_steal_pointer (&key), GUINT_TO_POINTER (i + 1));
      name = label_to_name (cell->label);
      labelled[i] = name != NULL && is_plain (name);
      if (name != NULL && !taken (namer, namer->edges, name))
        give (namer, i, namer->edges, g_steal_pointer (&name));
    }
}

static void
name_other_edges (Namer *namer, const gboolean *plain)
{
  for (guint32 i = 0; i < namer->n; i++)
    {
      const ChaseSketchCell *cell = chase_sketch_get (namer->sketch, i);
      const char *shown = namer->names[namer->same[i]];
      char *name;

      if (cell->node || cell->hole || namer->names[i] != NULL || !needs_name (namer, i))
        continue;
      if (namer->same[i] != i && shown != NULL && is_plain (shown))
        name = free_variant (namer, namer->edges, shown, between_digits (shown));
      else if (namer->same[i] == i && plain[i])
        {
          g_autofree char *stem = label_to_name (cell->label);

          name = free_variant (namer, namer->edges, stem, "_");
        }
      else
        name = other_name (namer, namer->edges, "e", i);
      give (namer, i, namer->edges, name);
    }
}

static void
note_references (Namer *namer)
{
  for (guint32 i = 0; i < namer->n; i++)
    {
      const ChaseSketchCell *cell = chase_sketch_get (namer->sketch, i);

      if (cell->node || cell->hole)
        continue;
      namer->referenced[cell->source] = TRUE;
      namer->referenced[cell->target] = TRUE;
      namer->higher = namer->higher || namer->levels[i] > 1;
    }
}

/* The label that the statement would have if it gave none. */
static gboolean
derives_label (const Namer *namer, guint32 i)
{
  const ChaseSketchCell *cell = chase_sketch_get (namer->sketch, i);
  const char *name = namer->names[namer->same[i]];
  g_autofree char *derived = NULL;

  if (name == NULL)
    return *cell->label == '\0';
  if (!cell->node && namer->same[i] != i)
    return TRUE;
  derived = chase_name_to_label (name);
  return strcmp (derived, cell->label) == 0;
}

static void
fill_common (const Namer *namer, guint32 i, ChaseStatement *statement)
{
  const ChaseSketchCell *cell = chase_sketch_get (namer->sketch, i);

  if (namer->names[i] != NULL)
    statement->name = chase_name_new (namer->names[i]);
  if (namer->same[i] != i && namer->names[namer->same[i]] != NULL)
    statement->value = chase_term_new_name (namer->names[namer->same[i]]);
  if (!derives_label (namer, i))
    statement->label = chase_name_new (cell->label);
  if (!chase_style_is_default (cell->style))
    statement->style = chase_style_copy (cell->style);
}

static ChaseStatement *
make_node (const Namer *namer, guint32 i)
{
  const ChaseSketchCell *cell = chase_sketch_get (namer->sketch, i);
  ChaseStatement *statement
      = chase_statement_new (cell->placed ? CHASE_STATEMENT_NODE : CHASE_STATEMENT_OBJECT);

  statement->has_position = cell->placed;
  statement->x = cell->x;
  statement->y = cell->y;
  fill_common (namer, i, statement);
  return statement;
}

static ChaseStatement *
make_edge (const Namer *namer, guint32 i)
{
  const ChaseSketchCell *cell = chase_sketch_get (namer->sketch, i);
  ChaseStatement *statement = chase_statement_new (CHASE_STATEMENT_ARROW);

  statement->from = chase_term_new_name (namer->names[cell->source]);
  statement->to = chase_term_new_name (namer->names[cell->target]);
  statement->level = namer->levels[i] > 1 ? 2 : 1;
  fill_common (namer, i, statement);
  return statement;
}

static void
add_notes (const ChaseSketch *sketch, ChaseItem *item)
{
  if (sketch->notes->len == 0)
    return;
  item->comments.above = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_name_unref);
  for (guint i = 0; i < sketch->notes->len; i++)
    g_ptr_array_add (item->comments.above, chase_name_new (g_ptr_array_index (sketch->notes, i)));
}

static void
add_statements (const Namer *namer, ChaseItem *item)
{
  for (guint32 i = 0; i < namer->n; i++)
    if (chase_sketch_get (namer->sketch, i)->node)
      chase_item_take_statement (item, make_node (namer, i));
  for (guint32 i = 0; i < namer->n; i++)
    {
      const ChaseSketchCell *cell = chase_sketch_get (namer->sketch, i);

      if (!cell->node && !cell->hole)
        chase_item_take_statement (item, make_edge (namer, i));
    }
}

ChaseItem *
chase_sketch_to_item (const ChaseSketch *sketch, const char *name)
{
  ChaseItem *item = chase_item_new (CHASE_ITEM_DIAGRAM);
  guint32 n = sketch->cells->len;
  g_autofree gboolean *plain = g_new0 (gboolean, n + 1);
  Namer namer = { .sketch = sketch, .n = n };

  namer.levels = chase_sketch_levels (sketch);
  namer.referenced = g_new0 (gboolean, n + 1);
  namer.names = g_new0 (char *, n + 1);
  namer.same = g_new0 (guint32, n + 1);
  namer.nodes = g_hash_table_new (g_str_hash, g_str_equal);
  namer.edges = g_hash_table_new (g_str_hash, g_str_equal);
  namer.counters = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  note_references (&namer);
  name_first_nodes (&namer);
  name_other_nodes (&namer);
  name_first_edges (&namer, plain);
  name_other_edges (&namer, plain);
  item->name = chase_name_new (name);
  item->line = sketch->line;
  add_notes (sketch, item);
  add_statements (&namer, item);
  g_hash_table_unref (namer.nodes);
  g_hash_table_unref (namer.edges);
  g_hash_table_unref (namer.counters);
  for (guint32 i = 0; i < n; i++)
    g_free (namer.names[i]);
  g_free (namer.names);
  g_free (namer.levels);
  g_free (namer.referenced);
  g_free (namer.same);
  return item;
}
