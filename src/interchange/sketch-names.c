/* SPDX-License-Identifier: MIT */
#include "interchange/grid-private.h"
#include "model/label-path.h"
#include "interchange/meaning-private.h"
#include "interchange/sketch-private.h"

#include "model/diagram.h"

#include <string.h>

/* A label longer than this is no name that anybody would type. In characters. */
#define NAME_MAX_LENGTH 40

#define NOWHERE G_MAXUINT32

/* Names that are being given to the cells of a sketch. */
typedef struct
{
  ChaseSketch *sketch;
  guint32 n;
  const guint *levels;
  guint8 *referenced; /* a cell that starts or ends another */
  ChaseName **names;  /* NULL for an edge that needs none */
  const ChaseMeaning *meaning;
  const guint32 *same; /* meaning->same */
  GHashTable *nodes;   /* names given to nodes, and those that labels still claim */
  GHashTable *edges;
  GHashTable *counters;   /* stem -> the last suffix given to it */
  ChaseTerm **terms;      /* of each cell, its name as a term, or NULL */
  GHashTable *identities; /* cell -> the term of its identity */
  gboolean higher; /* some cell stands on an edge: then nodes and edges need different names */
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

/* Takes @name. */
static void
give (Namer *namer, guint32 cell, GHashTable *table, ChaseName *name)
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

/* The first node of each label gets it as its name, before any other name is made up. */
static void
name_first_nodes (Namer *namer)
{
  g_autoptr (GHashTable) first = g_hash_table_new (NULL, NULL);

  for (guint32 i = 0; i < namer->n; i++)
    {
      const ChaseSketchCell *cell = chase_sketch_get (namer->sketch, i);
      ChaseName *sense = namer->meaning->senses[i];
      g_autofree char *name = NULL;

      if (!cell->node || chase_label_is_sign (cell->label) || !g_hash_table_add (first, sense))
        continue;
      name = label_to_name (sense);
      if (name != NULL && !g_hash_table_contains (namer->nodes, name))
        give (namer, i, namer->nodes, chase_sketch_intern (namer->sketch, name));
    }
}

static void
name_other_nodes (Namer *namer)
{
  for (guint32 i = 0; i < namer->n; i++)
    {
      const ChaseSketchCell *cell = chase_sketch_get (namer->sketch, i);
      const char *stem = namer->meaning->senses[i];
      g_autofree char *name = NULL;

      if (!cell->node || namer->names[i] != NULL)
        continue;
      if (is_plain (stem) && !chase_label_is_sign (stem))
        name = free_variant (namer, namer->nodes, stem, between_digits (stem));
      else
        name = other_name (namer, namer->nodes, "n", i);
      give (namer, i, namer->nodes, chase_name_new (name));
    }
}

static gboolean
needs_name (const Namer *namer, guint32 i)
{
  return namer->referenced[i] || namer->meaning->morphism[i]
         || chase_sketch_get (namer->sketch, i)->wanted;
}

/* Does the label say what the morphism is called? */
static gboolean
is_labelled (const Namer *namer, guint32 i)
{
  return namer->meaning->morphism[i]
         && !chase_label_is_sign (chase_sketch_get (namer->sketch, i)->label);
}

static void
name_first_edges (Namer *namer, guint8 *labelled)
{
  for (guint32 i = 0; i < namer->n; i++)
    {
      const ChaseSketchCell *cell = chase_sketch_get (namer->sketch, i);
      g_autofree char *name = NULL;

      if (cell->node || cell->hole || namer->same[i] != i || !is_labelled (namer, i))
        continue;
      name = label_to_name (namer->meaning->senses[i]);
      labelled[i] = name != NULL && is_plain (name);
      if (name != NULL && !taken (namer, namer->edges, name))
        give (namer, i, namer->edges, chase_sketch_intern (namer->sketch, name));
    }
}

static void
name_other_edges (Namer *namer, const guint8 *plain)
{
  for (guint32 i = 0; i < namer->n; i++)
    {
      const ChaseSketchCell *cell = chase_sketch_get (namer->sketch, i);
      const char *shown = namer->names[namer->same[i]];
      g_autofree char *name = NULL;

      if (cell->node || cell->hole || namer->names[i] != NULL || !needs_name (namer, i))
        continue;
      if (namer->same[i] != i && shown != NULL && is_plain (shown))
        name = free_variant (namer, namer->edges, shown, between_digits (shown));
      else if (namer->same[i] == i && plain[i])
        {
          g_autofree char *stem = label_to_name (namer->meaning->senses[i]);

          name = free_variant (namer, namer->edges, stem, "_");
        }
      else
        name = other_name (namer, namer->edges, "e", i);
      give (namer, i, namer->edges, chase_name_new (name));
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

/* One term for each name, however often it is said. */
static ChaseTerm *
name_term (const Namer *namer, guint32 i)
{
  if (namer->terms[i] == NULL)
    namer->terms[i] = chase_term_new_name_shared (
        chase_name_ref (chase_sketch_get (namer->sketch, i)->name), 0, 0);
  return chase_term_ref (namer->terms[i]);
}

static ChaseTerm *
identity_term (const Namer *namer, guint32 object)
{
  ChaseTerm *term = g_hash_table_lookup (namer->identities, GUINT_TO_POINTER (object));

  if (term == NULL)
    {
      ChaseTerm *name = name_term (namer, object);

      term = chase_term_new_take (CHASE_TERM_IDENTITY, &name, 1, 0, 0, 0);
      g_hash_table_insert (namer->identities, GUINT_TO_POINTER (object), term);
    }
  return chase_term_ref (term);
}

/* The path that the edge @i shows, as a term, or NULL where it shows a morphism of its own. */
static ChaseTerm *
path_term (const Namer *namer, guint32 i, const GArray *path)
{
  g_autoptr (GPtrArray) terms = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_term_unref);
  const ChaseSketchCell *cell = chase_sketch_get (namer->sketch, i);

  for (guint k = path->len; k > 0; k--)
    {
      const ChaseFactor *factor = &g_array_index (path, ChaseFactor, k - 1);
      ChaseTerm *term = name_term (namer, factor->edge);

      if (factor->inverse)
        term = chase_term_new_take (CHASE_TERM_POWER, &term, 1, -1, 0, 0);
      g_ptr_array_add (terms, term);
    }
  if (terms->len == 1)
    return chase_term_ref (g_ptr_array_index (terms, 0));
  if (terms->len > 1)
    return chase_term_new (CHASE_TERM_COMPOSE, (ChaseTerm *const *)terms->pdata, terms->len, 0);
  return identity_term (namer, chase_sketch_get (namer->sketch, cell->source)->same);
}

/* What a cell shows, where its own name does not say it. */
static ChaseTerm *
take_value (const Namer *namer, ChaseSketchCell *cell, guint32 i)
{
  if (!cell->node && cell->value != NULL)
    return g_steal_pointer (&cell->value);
  if (cell->same != i && chase_sketch_get (namer->sketch, cell->same)->name != NULL)
    return name_term (namer, cell->same);
  return NULL;
}

/* The label that the statement would have if it gave none. */
static gboolean
derives_label (const Namer *namer, guint32 i, const ChaseTerm *value)
{
  const ChaseSketchCell *cell = chase_sketch_get (namer->sketch, i);
  const ChaseSketchCell *first = chase_sketch_get (namer->sketch, cell->same);
  g_autofree char *derived = NULL;

  if (!cell->node && first != cell)
    return strcmp (first->label, cell->label) == 0;
  if (value != NULL && !cell->node)
    derived = chase_term_to_label (value);
  else
    derived = first->name != NULL ? chase_name_to_label (first->name) : g_strdup ("");
  return strcmp (derived, cell->label) == 0;
}

/* A tail or two heads that are drawn because of what the morphism is need not be said; those that
 * are not drawn although it is so must be. */
static void
settle_style (const Namer *namer, guint32 i)
{
  ChaseSketchCell *cell = chase_sketch_get (namer->sketch, i);
  ChaseProperty properties = chase_sketch_get (namer->sketch, cell->same)->properties;
  ChaseStyle *style;

  if (cell->node || cell->value != NULL || properties == CHASE_PROPERTY_NONE)
    return;
  style = chase_sketch_own_style (cell);
  if ((properties & CHASE_PROPERTY_MONO) != 0 && style->tail == CHASE_TAIL_MONO)
    style->tail = CHASE_TAIL_DEFAULT;
  else if ((properties & CHASE_PROPERTY_MONO) != 0 && style->tail == CHASE_TAIL_DEFAULT)
    style->tail = CHASE_TAIL_NONE;
  if ((properties & CHASE_PROPERTY_EPI) != 0 && style->head == CHASE_HEAD_EPI)
    style->head = CHASE_HEAD_DEFAULT;
  else if ((properties & CHASE_PROPERTY_EPI) != 0 && style->head == CHASE_HEAD_DEFAULT)
    style->head = CHASE_HEAD_ARROW;
  if ((properties & CHASE_PROPERTY_ISO) != 0 && !cell->iso && style->tail == CHASE_TAIL_DEFAULT
      && style->head == CHASE_HEAD_DEFAULT)
    style->head = CHASE_HEAD_ARROW;
}

static void
fill_common (const Namer *namer, guint32 i, ChaseStatement *statement)
{
  ChaseSketchCell *cell = chase_sketch_get (namer->sketch, i);

  settle_style (namer, i);
  statement->name = chase_name_ref (cell->name);
  statement->value = take_value (namer, cell, i);
  if (!derives_label (namer, i, statement->value))
    statement->label = chase_name_ref (cell->label);
  if (!chase_style_is_default (cell->style))
    {
      statement->style = (ChaseStyle *)cell->style;
      cell->style = chase_style_default ();
    }
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

  statement->from = name_term (namer, cell->source);
  statement->to = name_term (namer, cell->target);
  statement->level = cell->higher ? 2 : 1;
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

/* The nodes, then the edges; from behind, so that the sketch gives back its room on the way. */
static void
add_statements (Namer *namer, ChaseItem *item)
{
  guint nodes = 0, edges = 0;
  guint32 room = namer->n;

  for (guint32 i = 0; i < namer->n; i++)
    {
      const ChaseSketchCell *cell = chase_sketch_get (namer->sketch, i);

      nodes += cell->node;
      edges += !cell->node && !cell->hole;
    }
  g_ptr_array_set_size (item->statements, (gint)(nodes + edges));
  edges += nodes;
  for (guint32 i = namer->n; i-- > 0;)
    {
      const ChaseSketchCell *cell = chase_sketch_get (namer->sketch, i);

      if (cell->node)
        item->statements->pdata[--nodes] = make_node (namer, i);
      else if (!cell->hole)
        item->statements->pdata[--edges] = make_edge (namer, i);
      chase_sketch_truncate (namer->sketch, i);
      chase_term_unref (namer->terms[i]);
      if (room - i > 64 + room / 8)
        namer->terms = g_renew (ChaseTerm *, namer->terms, room = i);
    }
}

/* `mono f, g`: one statement for each property. */
static void
add_properties (const Namer *namer, GPtrArray *list)
{
  static const ChaseProperty kinds[]
      = { CHASE_PROPERTY_MONO, CHASE_PROPERTY_EPI, CHASE_PROPERTY_ISO };

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      gboolean joined = FALSE;

      for (guint32 i = 0; i < namer->n; i++)
        {
          const ChaseSketchCell *cell = chase_sketch_get (namer->sketch, i);
          ChaseStatement *statement;

          if ((cell->properties & kinds[k]) == 0 || cell->name == NULL)
            continue;
          statement = chase_statement_new (CHASE_STATEMENT_PROPERTY);
          statement->property = kinds[k];
          statement->name = chase_name_ref (cell->name);
          statement->joined = joined;
          joined = TRUE;
          g_ptr_array_add (list, statement);
        }
    }
}

static void
add_equations (const Namer *namer, const GPtrArray *equations, GPtrArray *list)
{
  for (guint k = 0; k + 1 < equations->len; k += 2)
    {
      const GArray *sides[2]
          = { g_ptr_array_index (equations, k), g_ptr_array_index (equations, k + 1) };
      ChaseStatement *statement;

      /* An identity has no object of its own here: such an equation is rare, and left out. */
      if (sides[0]->len == 0 || sides[1]->len == 0)
        continue;
      statement = chase_statement_new (CHASE_STATEMENT_EQUATION);
      statement->terms = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_term_unref);
      for (guint j = 0; j < 2; j++)
        g_ptr_array_add (statement->terms, path_term (namer, 0, sides[j]));
      g_ptr_array_add (list, statement);
    }
}

static void
give_names (Namer *namer)
{
  g_autofree guint8 *plain = g_new0 (guint8, namer->n + 1);

  note_references (namer);
  name_first_nodes (namer);
  name_other_nodes (namer);
  name_first_edges (namer, plain);
  name_other_edges (namer, plain);
}

/* Puts what the statements need into the cells, which go as those come; the rest is freed. */
static void
settle (Namer *namer, ChaseMeaning *meaning)
{
  for (guint32 i = 0; i < namer->n; i++)
    {
      ChaseSketchCell *cell = chase_sketch_get (namer->sketch, i);

      chase_name_unref (cell->name);
      cell->name = namer->names[i];
      cell->same = meaning->same[i];
      cell->higher = namer->levels[i] > 1;
      cell->properties = meaning->properties[i];
    }
  g_clear_pointer (&namer->names, g_free);
  namer->terms = g_new0 (ChaseTerm *, namer->n + 1);
  for (guint32 i = 0; i < namer->n; i++)
    if (meaning->paths[i] != NULL)
      chase_sketch_get (namer->sketch, i)->value = path_term (namer, i, meaning->paths[i]);
}

/* Names for the cells of @sketch, and what they show, in its cells. Returns the statements that are
 * to follow those of the cells. */
static GPtrArray *
settle_names (Namer *namer, gboolean drawing_only)
{
  ChaseSketch *sketch = namer->sketch;
  g_autofree guint *levels = chase_sketch_levels (sketch);
  g_autoptr (ChaseMeaning) meaning = chase_meaning_new (sketch, levels, drawing_only);
  GPtrArray *list = g_ptr_array_new ();

  namer->levels = levels;
  namer->meaning = meaning;
  namer->same = meaning->same;
  namer->referenced = g_new0 (guint8, namer->n + 1);
  namer->names = g_new0 (ChaseName *, namer->n + 1);
  namer->nodes = g_hash_table_new (g_str_hash, g_str_equal);
  namer->edges = g_hash_table_new (g_str_hash, g_str_equal);
  namer->counters = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  give_names (namer);
  g_clear_pointer (&namer->nodes, g_hash_table_unref);
  g_clear_pointer (&namer->edges, g_hash_table_unref);
  g_clear_pointer (&namer->counters, g_hash_table_unref);
  g_clear_pointer (&namer->referenced, g_free);
  g_clear_pointer (&sketch->labels, chase_name_table_free);
  chase_meaning_drop_senses (meaning);
  settle (namer, meaning);
  add_properties (namer, list);
  add_equations (namer, meaning->equations, list);
  return list;
}

ChaseItem *
chase_sketch_to_item (ChaseSketch *sketch, const char *name, gboolean drawing_only)
{
  ChaseItem *item = chase_item_new (CHASE_ITEM_DIAGRAM);
  Namer namer = { .sketch = sketch, .n = sketch->n };
  g_autoptr (GPtrArray) others = NULL;

  namer.identities = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)chase_term_unref);
  others = settle_names (&namer, drawing_only);
  item->name = chase_name_new (name);
  item->label = sketch->title != NULL ? chase_name_new (sketch->title) : NULL;
  item->line = sketch->line;
  add_notes (sketch, item);
  add_statements (&namer, item);
  for (guint i = 0; i < others->len; i++)
    chase_item_take_statement (item, g_ptr_array_index (others, i));
  g_hash_table_unref (namer.identities);
  g_free (namer.terms);
  return item;
}
