/* SPDX-License-Identifier: MIT */
#include "model/diagram-private.h"
#include "model/problem.h"

#include "i18n.h"

/* A drawing as it is written, with its names found: statements become cells. */

#define NOWHERE G_MAXUINT32
/* Where so much is misspelt nobody reads on, and each guess looks at every node. */
#define MAX_GUESSES 50

/* What is needed only while the cells are put together. */
typedef struct
{
  const ChaseDocument *document;
  ChaseDiagram *diagram;
  GPtrArray *problems;
  const ChaseStyle *plain;
  gboolean bare;       /* without labels */
  gboolean turned;     /* in the opposite of the block whose names it uses */
  GHashTable *objects; /* name -> ChaseStatement: the objects of the category, for their labels */
  GHashTable *arrows;  /* name -> ChaseStatement */
  GHashTable *properties; /* arrow's name -> flags */
  GHashTable *nodes;      /* node's name -> cell + 1 */
  GHashTable *shown; /* object's name -> cell + 1 of the only node that shows it, or AMBIGUOUS */
  GHashTable *edges; /* edge's name -> statement + 1 */
  guint32 *cell_of;  /* statement -> cell, or NOWHERE */
  guint n_guesses;
} Builder;

#define AMBIGUOUS GUINT_TO_POINTER (G_MAXUINT)

/* The category block whose names a diagram `in` @term uses: @term's own, or that of which it is the
 * opposite, which is noted in *@turned. */
static ChaseItem *
find_category (const ChaseDocument *document, const ChaseTerm *term, gboolean *turned)
{
  for (guint hops = 0; term != NULL && hops <= chase_document_n_items (document); hops++)
    {
      ChaseItem *item;

      for (; term->kind == CHASE_TERM_OPPOSITE; term = term->args[0])
        *turned = !*turned;
      if (term->kind != CHASE_TERM_NAME)
        return NULL;
      item = chase_document_find (document, term->name);
      if (item == NULL || item->kind != CHASE_ITEM_CATEGORY || item->expression == NULL)
        return item;
      term = item->expression;
    }
  return NULL;
}

static void
note_generators (Builder *builder, const ChaseItem *item)
{
  for (guint i = 0; i < chase_item_n_statements (item); i++)
    {
      ChaseStatement *statement = chase_item_get_statement (item, i);
      GHashTable *table = NULL;

      if (statement->name == NULL)
        continue;
      if (statement->kind == CHASE_STATEMENT_OBJECT)
        table = builder->objects;
      else if (statement->kind == CHASE_STATEMENT_ARROW)
        table = builder->arrows;
      else if (statement->kind == CHASE_STATEMENT_PROPERTY)
        {
          guint flags
              = GPOINTER_TO_UINT (g_hash_table_lookup (builder->properties, statement->name));

          flags
              |= builder->turned ? chase_property_dual (statement->property) : statement->property;
          g_hash_table_insert (builder->properties, statement->name, GUINT_TO_POINTER (flags));
        }
      if (table != NULL && !g_hash_table_contains (table, statement->name))
        g_hash_table_insert (table, statement->name, statement);
    }
}

/* The label of what is shown: that of the category's own declaration, else the name or the term
 * itself. */
static const char *
shown_label (Builder *builder, GHashTable *declared, const ChaseName *name, const ChaseTerm *value)
{
  g_autofree char *text = NULL;
  const ChaseStatement *statement = NULL;

  if (builder->bare)
    return "";
  if (value != NULL && value->kind == CHASE_TERM_NAME)
    name = value->name;
  if (value == NULL || value->kind == CHASE_TERM_NAME)
    statement = name != NULL ? g_hash_table_lookup (declared, name) : NULL;
  if (statement != NULL && statement->label != NULL)
    return g_string_chunk_insert (builder->diagram->strings, statement->label);
  if (value != NULL && value->kind != CHASE_TERM_NAME)
    text = chase_term_to_label (value);
  else if (name != NULL)
    text = chase_name_to_label (name);
  return g_string_chunk_insert (builder->diagram->strings, text != NULL ? text : "");
}

static void
add_node (Builder *builder, guint index)
{
  ChaseStatement *statement = chase_item_get_statement (builder->diagram->item, index);
  ChaseCell cell = { .statement = index, .source = NOWHERE, .target = NOWHERE };
  const ChaseName *shown = statement->name;
  guint32 at;

  if (g_hash_table_contains (builder->nodes, statement->name))
    {
      chase_problems_error (builder->problems, statement->line, statement->column,
                            g_utf8_strlen (statement->name, -1),
                            "give this one another name, as in `a2 : A at 1, 0`",
                            "a node called %s is there already", statement->name);
      return;
    }
  cell.name = statement->name;
  cell.value = statement->value;
  cell.has_position = statement->has_position;
  cell.x = statement->x;
  cell.y = statement->y;
  cell.style = statement->style != NULL ? statement->style : builder->plain;
  cell.label = statement->label != NULL
                   ? g_string_chunk_insert (builder->diagram->strings, statement->label)
                   : shown_label (builder, builder->objects, statement->name, statement->value);
  at = chase_diagram_append (builder->diagram, &cell);
  builder->cell_of[index] = at;
  g_hash_table_insert (builder->nodes, statement->name, GUINT_TO_POINTER (at + 1));
  if (statement->value != NULL)
    shown = statement->value->kind == CHASE_TERM_NAME ? statement->value->name : NULL;
  if (shown != NULL)
    g_hash_table_insert (builder->shown, (gpointer)shown,
                         g_hash_table_contains (builder->shown, shown) ? AMBIGUOUS
                                                                       : GUINT_TO_POINTER (at + 1));
}

/* A node that @term means: by its own name, else the only one that shows the object of that name.
 */
static guint32
find_node (Builder *builder, const ChaseTerm *term)
{
  gpointer found;

  if (term->kind == CHASE_TERM_NAME)
    {
      found = g_hash_table_lookup (builder->nodes, term->name);
      if (found == NULL)
        found = g_hash_table_lookup (builder->shown, term->name);
      return found == NULL || found == AMBIGUOUS ? NOWHERE : GPOINTER_TO_UINT (found) - 1;
    }
  for (guint32 i = 0; i < builder->diagram->n_nodes; i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (builder->diagram, i);

      if (cell->value != NULL && chase_term_equal (cell->value, term))
        return i;
    }
  return NOWHERE;
}

static guint
find_edge (Builder *builder, const ChaseTerm *term)
{
  gpointer found
      = term->kind == CHASE_TERM_NAME ? g_hash_table_lookup (builder->edges, term->name) : NULL;

  return found != NULL ? GPOINTER_TO_UINT (found) - 1 : G_MAXUINT;
}

/*
 * Finds the cell that @term names as an end of a cell written with @level. Returns TRUE when it is
 * known: *@cell is it, or NOWHERE for none. Returns FALSE when *@waits is the edge statement that
 * must be resolved first.
 */
static gboolean
find_end (Builder *builder, const ChaseTerm *term, guint level, guint32 *cell, guint *waits)
{
  guint edge = find_edge (builder, term);
  guint32 node = level >= 2 && edge != G_MAXUINT ? NOWHERE : find_node (builder, term);

  *cell = node;
  if (node != NOWHERE || edge == G_MAXUINT)
    return TRUE;
  *cell = builder->cell_of[edge];
  *waits = edge;
  return *cell != NOWHERE;
}

static const char *
guess_node (Builder *builder, const char *word)
{
  g_autofree gpointer *names = NULL;

  if (builder->n_guesses++ >= MAX_GUESSES)
    return NULL;
  names = g_hash_table_get_keys_as_array (builder->nodes, NULL);
  return chase_guess (word, (const char *const *)names);
}

/* @statement lacks the end @term. An arrow that its name alone draws has its ends in the category:
 * there the place of the mistake is the name. */
static void
report_missing_end (Builder *builder, const ChaseStatement *statement, const ChaseTerm *term)
{
  gboolean alone = statement->kind == CHASE_STATEMENT_DRAW;
  guint line = alone ? statement->line : term->line;
  guint column = alone ? statement->column : term->column;
  guint width;
  const char *guess = NULL;
  g_autofree char *text = NULL;
  g_autofree char *hint = NULL;

  if (builder->problems == NULL)
    return;
  text = chase_term_to_label (term);
  width = g_utf8_strlen (alone ? statement->name : text, -1);
  if (term->kind == CHASE_TERM_NAME
      && g_hash_table_lookup (builder->shown, term->name) == AMBIGUOUS)
    {
      if (alone)
        hint = g_strdup_printf (_ ("say which ones: `%s : a -> b`"), statement->name);
      chase_problems_error (builder->problems, line, column, width,
                            alone ? hint : _ ("name the node itself"), "several nodes show %s",
                            term->name);
      return;
    }
  if (term->kind == CHASE_TERM_NAME)
    guess = guess_node (builder, term->name);
  if (guess != NULL)
    hint = g_strdup_printf (_ ("did you mean %s?"), guess);
  else
    hint = g_strdup_printf (_ ("declare it first, as in `%s at 0, 0`"), text);
  chase_problems_error (builder->problems, line, column, width, hint,
                        alone ? N_ ("no node of the diagram shows %s")
                              : N_ ("the diagram has no node or edge called %s"),
                        text);
}

static ChaseProperty
properties_of (Builder *builder, const ChaseStatement *statement)
{
  const ChaseName *name = statement->name;

  if (statement->value != NULL)
    name = statement->value->kind == CHASE_TERM_NAME ? statement->value->name : NULL;
  return name != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (builder->properties, name)) : 0;
}

static void
add_edge (Builder *builder, guint index, guint32 source, guint32 target)
{
  ChaseStatement *statement = chase_item_get_statement (builder->diagram->item, index);
  ChaseCell cell = { .statement = index, .source = source, .target = target };

  cell.level = chase_diagram_level_above (builder->diagram, source, target);
  cell.name = statement->name;
  cell.value = statement->value;
  cell.style = statement->style != NULL ? statement->style : builder->plain;
  cell.properties = properties_of (builder, statement);
  cell.label = statement->label != NULL
                   ? g_string_chunk_insert (builder->diagram->strings, statement->label)
                   : shown_label (builder, builder->arrows, statement->name, statement->value);
  builder->cell_of[index] = chase_diagram_append (builder->diagram, &cell);
}

/* A name alone on its line draws an arrow; many who write one mean an object. */
static void
report_no_generator (Builder *builder, const ChaseStatement *statement)
{
  g_autofree char *object = g_strdup_printf (_ ("`object %s` makes a node"), statement->name);
  g_autofree char *node = g_strdup_printf (_ ("`%s at 0, 0` draws the object"), statement->name);
  gboolean in_category = builder->diagram->item->to != NULL;
  const char *hint = !in_category                                                ? object
                     : g_hash_table_contains (builder->objects, statement->name) ? node
                                                                                 : NULL;

  chase_problems_error (builder->problems, statement->line, statement->column,
                        g_utf8_strlen (statement->name, -1), hint,
                        in_category ? "the category has no generator called %s"
                                    : _ ("the diagram has no arrow called %s"),
                        statement->name);
}

/* In Cat a bare name draws the functor, or the transformation, of that name in the document. */
static const ChaseItem *
named_in_cat (Builder *builder, const ChaseStatement *statement)
{
  const ChaseItem *item;

  if (!chase_term_is_name (builder->diagram->item->to, "Cat"))
    return NULL;
  item = chase_document_find (builder->document, statement->name);
  return item != NULL
                 && ((item->kind == CHASE_ITEM_FUNCTOR && !item->contravariant)
                     || item->kind == CHASE_ITEM_TRANSFORMATION)
             ? item
             : NULL;
}

/* The ends of what a DRAW or an ARROW statement draws; FALSE when it names no generator. */
static gboolean
ends_of (Builder *builder, const ChaseStatement *statement, const ChaseTerm **from,
         const ChaseTerm **to)
{
  const ChaseStatement *generator = statement;

  if (statement->kind == CHASE_STATEMENT_DRAW)
    {
      const ChaseItem *item = named_in_cat (builder, statement);

      generator = g_hash_table_lookup (builder->arrows, statement->name);
      if (item != NULL && item->from != NULL && item->to != NULL)
        {
          *from = item->from;
          *to = item->to;
          return TRUE;
        }
      if (generator == NULL || generator == statement)
        {
          report_no_generator (builder, statement);
          return FALSE;
        }
    }
  *from = builder->turned && generator != statement ? generator->to : generator->from;
  *to = builder->turned && generator != statement ? generator->from : generator->to;
  return *from != NULL && *to != NULL;
}

/*
 * Adds the edge of statement @start, and before it the edges that it stands on. @state is 0 for
 * untouched, 1 while an edge waits for its ends, 2 when it is done. A stack instead of recursion: a
 * cell may stand on a cell on a cell as often as a file says.
 */
static void
resolve_edge (Builder *builder, guint start, guint8 *state, GArray *stack)
{
  g_array_append_val (stack, start);
  while (stack->len > 0)
    {
      guint index = g_array_index (stack, guint, stack->len - 1);
      ChaseStatement *statement = chase_item_get_statement (builder->diagram->item, index);
      const ChaseTerm *ends[2] = { NULL, NULL };
      guint32 cells[2] = { NOWHERE, NOWHERE };
      gboolean waiting = FALSE;

      if (state[index] == 2 || !ends_of (builder, statement, &ends[0], &ends[1]))
        {
          state[index] = 2;
          g_array_set_size (stack, stack->len - 1);
          continue;
        }
      state[index] = 1;
      for (guint i = 0; i < 2 && !waiting; i++)
        {
          guint edge = 0;

          if (!find_end (builder, ends[i], statement->level, &cells[i], &edge) && state[edge] == 0)
            {
              g_array_append_val (stack, edge);
              waiting = TRUE;
            }
        }
      if (waiting)
        continue;
      for (guint i = 0; i < 2; i++)
        if (cells[i] == NOWHERE)
          report_missing_end (builder, statement, ends[i]);
      if (cells[0] != NOWHERE && cells[1] != NOWHERE)
        add_edge (builder, index, cells[0], cells[1]);
      state[index] = 2;
      g_array_set_size (stack, stack->len - 1);
    }
}

static void
note_edge (Builder *builder, guint index)
{
  ChaseStatement *statement = chase_item_get_statement (builder->diagram->item, index);

  if (statement->name == NULL)
    return;
  if (statement->kind == CHASE_STATEMENT_ARROW
      && g_hash_table_contains (builder->edges, statement->name))
    chase_problems_error (builder->problems, statement->line, statement->column,
                          g_utf8_strlen (statement->name, -1),
                          "give this one another name, and say what it shows: `f2 : A -> B = f`",
                          "an edge called %s is there already", statement->name);
  else if (!g_hash_table_contains (builder->edges, statement->name))
    g_hash_table_insert (builder->edges, statement->name, GUINT_TO_POINTER (index + 1));
}

static gboolean
is_node (const ChaseStatement *statement)
{
  return (statement->kind == CHASE_STATEMENT_OBJECT || statement->kind == CHASE_STATEMENT_NODE)
         && statement->name != NULL;
}

static gboolean
is_edge (const ChaseStatement *statement)
{
  return statement->kind == CHASE_STATEMENT_ARROW || statement->kind == CHASE_STATEMENT_DRAW;
}

static void
build (Builder *builder)
{
  ChaseItem *item = builder->diagram->item;
  guint n = chase_item_n_statements (item);
  g_autofree guint8 *state = g_new0 (guint8, n + 1);
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (guint));

  builder->cell_of = g_new (guint32, n + 1);
  for (guint i = 0; i < n; i++)
    builder->cell_of[i] = NOWHERE;
  for (guint i = 0; i < n; i++)
    if (is_node (chase_item_get_statement (item, i)))
      add_node (builder, i);
  for (guint i = 0; i < n; i++)
    if (is_edge (chase_item_get_statement (item, i)))
      note_edge (builder, i);
  for (guint i = 0; i < n; i++)
    if (is_edge (chase_item_get_statement (item, i)))
      resolve_edge (builder, i, state, stack);
  g_free (builder->cell_of);
}

static ChaseDiagram *
resolve (const ChaseDocument *document, ChaseItem *item, gboolean bare, GPtrArray *problems)
{
  ChaseDiagram *diagram = chase_diagram_new_empty (item);
  g_autoptr (GHashTable) objects = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) arrows = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) properties = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) nodes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) shown = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) edges = g_hash_table_new (g_str_hash, g_str_equal);
  Builder builder = { document,   diagram, problems, g_ptr_array_index (diagram->styles, 0),
                      bare,       FALSE,   objects,  arrows,
                      properties, nodes,   shown,    edges,
                      NULL,       0 };
  ChaseItem *category;

  g_return_val_if_fail (item->kind == CHASE_ITEM_DIAGRAM, diagram);
  category = item->to != NULL ? find_category (document, item->to, &builder.turned) : item;
  if (category != NULL)
    note_generators (&builder, category);
  build (&builder);
  if (!bare)
    chase_diagram_add_frames (diagram);
  return diagram;
}

ChaseDiagram *
chase_diagram_new (const ChaseDocument *document, ChaseItem *item, GPtrArray *problems)
{
  return resolve (document, item, FALSE, problems);
}

ChaseDiagram *
chase_diagram_new_bare (const ChaseDocument *document, ChaseItem *item, GPtrArray *problems)
{
  return resolve (document, item, TRUE, problems);
}
