/* SPDX-License-Identifier: MIT */
#include "app/drawing-text.h"

#include "app/drawing-words.h"
#include "model/problem.h"
#include "notation/notation.h"

#include <glib/gi18n.h>
#include <string.h>

/* An arrow whose ends are known or are being found: two places in the union-find of ends. */
typedef struct
{
  GHashTable *arrows; /* name -> 1 + index of its source among the ends; its target is next */
  GArray *parents;    /* of guint */
  GPtrArray *objects; /* name of the object at each end, or NULL; owned */
  ChaseItem *item;
  ChaseDiagram *beside;
  guint n_made;
} Reading;

static guint
root (Reading *reading, guint end)
{
  while (g_array_index (reading->parents, guint, end) != end)
    end = g_array_index (reading->parents, guint, end);
  return end;
}

static void
unite (Reading *reading, guint a, guint b)
{
  guint x = root (reading, a), y = root (reading, b);

  if (x == y)
    return;
  g_array_index (reading->parents, guint, y) = x;
  if (g_ptr_array_index (reading->objects, x) == NULL)
    g_ptr_array_index (reading->objects, x) = g_strdup (g_ptr_array_index (reading->objects, y));
}

static guint
add_arrow (Reading *reading, const char *name, const char *source, const char *target)
{
  guint first = reading->parents->len;

  for (guint i = 0; i < 2; i++)
    {
      guint end = first + i;

      g_array_append_val (reading->parents, end);
      g_ptr_array_add (reading->objects, g_strdup (i == 0 ? source : target));
    }
  g_hash_table_insert (reading->arrows, g_strdup (name), GUINT_TO_POINTER (first + 1));
  return first;
}

static guint
arrow_called (Reading *reading, const char *name)
{
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (reading->arrows, name));

  return found > 0 ? found - 1 : add_arrow (reading, name, NULL, NULL);
}

static void
read_equation (Reading *reading, const ChaseStatement *equation)
{
  guint before[2] = { 0, 0 };

  for (guint i = 0; i < equation->terms->len; i++)
    {
      g_autoptr (GPtrArray) names = g_ptr_array_new ();
      guint ends[2] = { 0, 0 };

      if (!chase_term_spell (g_ptr_array_index (equation->terms, i), names) || names->len == 0)
        continue;
      for (guint k = 0; k < names->len; k++)
        {
          guint arrow = arrow_called (reading, g_ptr_array_index (names, k));

          if (k == 0)
            ends[0] = arrow;
          else
            unite (reading, ends[1], arrow);
          ends[1] = arrow + 1;
        }
      for (guint k = 0; i > 0 && k < 2; k++)
        unite (reading, before[k], ends[k]);
      memcpy (before, ends, sizeof before);
    }
}

static const ChaseStatement *
node_called (Reading *reading, const char *name)
{
  for (guint i = 0; i < chase_item_n_statements (reading->item); i++)
    {
      const ChaseStatement *said = chase_item_get_statement (reading->item, i);

      if ((said->kind == CHASE_STATEMENT_OBJECT || said->kind == CHASE_STATEMENT_NODE)
          && g_strcmp0 (said->name, name) == 0)
        return said;
    }
  return NULL;
}

static void
need_node (Reading *reading, const char *name, gboolean blank)
{
  ChaseStatement *node;

  if (node_called (reading, name) != NULL)
    return;
  node = chase_statement_new (CHASE_STATEMENT_OBJECT);
  node->name = chase_name_new (name);
  if (blank)
    node->label = chase_name_new ("");
  /* Those without a label one after another, so that their names go from A on. */
  g_ptr_array_insert (reading->item->statements, blank ? (int)reading->n_made : 0, node);
}

/* How one speaks of what is drawn: by its name, or by its label where that says something else. */
static const char *
spoken (const ChaseCell *cell)
{
  g_autofree char *shown = cell->name != NULL ? chase_name_to_label (cell->name) : NULL;

  return cell->label[0] == '\0' || g_strcmp0 (shown, cell->label) == 0 ? cell->name : cell->label;
}

/* What is drawn already keeps its ends. */
static void
learn_drawn (Reading *reading)
{
  ChaseDiagram *beside = reading->beside;

  for (guint32 i = beside != NULL ? beside->n_nodes : 0;
       beside != NULL && i < chase_diagram_n_cells (beside); i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (beside, i);
      const char *name = spoken (cell);

      if (cell->level == 1 && name != NULL && !g_hash_table_contains (reading->arrows, name))
        add_arrow (reading, name, spoken (chase_diagram_get_cell (beside, cell->source)),
                   spoken (chase_diagram_get_cell (beside, cell->target)));
    }
}

static void
learn_said (Reading *reading)
{
  for (guint i = 0; i < chase_item_n_statements (reading->item); i++)
    {
      const ChaseStatement *said = chase_item_get_statement (reading->item, i);

      if (said->kind == CHASE_STATEMENT_ARROW && said->name != NULL && said->level <= 1
          && said->from->kind == CHASE_TERM_NAME && said->to->kind == CHASE_TERM_NAME)
        add_arrow (reading, said->name, said->from->name, said->to->name);
    }
}

static char *
free_object (Reading *reading)
{
  for (guint n = 0;; n++)
    {
      g_autofree char *name
          = n < 26 ? g_strdup_printf ("%c", (char)('A' + n)) : g_strdup_printf ("A_%u", n - 24);
      gboolean taken = node_called (reading, name) != NULL;

      for (guint32 i = 0; reading->beside != NULL && i < reading->beside->n_nodes; i++)
        taken = taken || g_strcmp0 (chase_diagram_get_cell (reading->beside, i)->name, name) == 0;
      for (guint i = 0; i < reading->objects->len; i++)
        taken = taken || g_strcmp0 (g_ptr_array_index (reading->objects, i), name) == 0;
      if (!taken)
        return g_steal_pointer (&name);
    }
}

/* The object at an end of an arrow: the one that is known, or one without a label. */
static const char *
object_at (Reading *reading, guint end)
{
  guint at = root (reading, end);

  if (g_ptr_array_index (reading->objects, at) == NULL)
    {
      char *name = free_object (reading);

      need_node (reading, name, TRUE);
      g_ptr_array_index (reading->objects, at) = name;
      reading->n_made++;
    }
  return g_ptr_array_index (reading->objects, at);
}

static gboolean
is_said (Reading *reading, const char *name)
{
  for (guint i = 0; i < chase_item_n_statements (reading->item); i++)
    {
      const ChaseStatement *said = chase_item_get_statement (reading->item, i);

      if (said->kind == CHASE_STATEMENT_ARROW && g_strcmp0 (said->name, name) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Declares an arrow that was only in an equation. */
static void
declare (Reading *reading, const char *name)
{
  guint ends = arrow_called (reading, name);
  ChaseStatement *arrow;
  guint at = 0;

  if (is_said (reading, name))
    return;
  arrow = chase_statement_new (CHASE_STATEMENT_ARROW);
  arrow->name = chase_name_new (name);
  arrow->level = 1;
  arrow->from = chase_term_new_name (object_at (reading, ends));
  arrow->to = chase_term_new_name (object_at (reading, ends + 1));
  need_node (reading, arrow->from->name, FALSE);
  need_node (reading, arrow->to->name, FALSE);
  while (at < chase_item_n_statements (reading->item)
         && chase_item_get_statement (reading->item, at)->kind != CHASE_STATEMENT_EQUATION)
    at++;
  g_ptr_array_insert (reading->item->statements, (int)at, arrow);
}

static void
put (Reading *reading, const char *name, double x, double y)
{
  for (guint i = 0; i < chase_item_n_statements (reading->item); i++)
    {
      ChaseStatement *said = chase_item_get_statement (reading->item, i);

      if ((said->kind != CHASE_STATEMENT_OBJECT && said->kind != CHASE_STATEMENT_NODE)
          || g_strcmp0 (said->name, name) != 0 || said->has_position)
        continue;
      said->kind = CHASE_STATEMENT_NODE;
      said->joined = FALSE;
      said->has_position = TRUE;
      said->x = x;
      said->y = y;
    }
}

static void
put_at (Reading *reading, guint end, double x, double y)
{
  put (reading, object_at (reading, end), x, y);
}

/* The two sides of an equation around a face: the left one along the top and then down, the right
 * one down first and then along the bottom. */
static void
place_equation (Reading *reading, const ChaseStatement *equation)
{
  g_autoptr (GPtrArray) left = g_ptr_array_new ();
  g_autoptr (GPtrArray) right = g_ptr_array_new ();
  GPtrArray *sides[2] = { left, right };
  double width;

  for (guint i = 0; i < 2; i++)
    if (!chase_term_spell (g_ptr_array_index (equation->terms, i), sides[i]) || sides[i]->len == 0)
      return;
  width = MAX (MAX (sides[0]->len, sides[1]->len) - 1.0, 1);
  for (guint i = 0; i < 2; i++)
    for (guint k = 0; k < sides[i]->len; k++)
      {
        guint arrow = arrow_called (reading, g_ptr_array_index (sides[i], k));
        double across = sides[i]->len > 1 ? width / (sides[i]->len - 1) : width;
        gboolean last = k + 1 == sides[i]->len;

        if (k == 0)
          put_at (reading, arrow, 0, 0);
        if (last)
          put_at (reading, arrow + 1, width, 1);
        else if (i == 0)
          put_at (reading, arrow + 1, across * (k + 1), 0);
        else
          put_at (reading, arrow + 1, across * k, 1);
      }
}

/* Two arrows out of one object, or into one, are the corner of a square: the first goes along the
 * top or down on the right. */
static void
place_corner (Reading *reading)
{
  const ChaseStatement *arrows[2];
  gboolean span, cospan;
  guint n = 0;

  for (guint i = 0; i < chase_item_n_statements (reading->item); i++)
    {
      const ChaseStatement *said = chase_item_get_statement (reading->item, i);

      if (said->kind != CHASE_STATEMENT_ARROW)
        continue;
      if (n == 2 || said->level > 1 || said->from->kind != CHASE_TERM_NAME
          || said->to->kind != CHASE_TERM_NAME || g_str_equal (said->from->name, said->to->name))
        return;
      arrows[n++] = said;
    }
  if (n < 2)
    return;
  span = g_str_equal (arrows[0]->from->name, arrows[1]->from->name);
  cospan = g_str_equal (arrows[0]->to->name, arrows[1]->to->name);
  if (span == cospan)
    return;
  put (reading, span ? arrows[0]->from->name : arrows[0]->to->name, span ? 0 : 1, span ? 0 : 1);
  put (reading, span ? arrows[0]->to->name : arrows[0]->from->name, 1, 0);
  put (reading, span ? arrows[1]->to->name : arrows[1]->from->name, 0, 1);
}

static char *
first_error (GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const ChaseProblem *problem = g_ptr_array_index (problems, i);

      if (problem->severity == CHASE_SEVERITY_ERROR)
        return g_strdup (problem->message);
    }
  return NULL;
}

static void
complete (Reading *reading)
{
  g_autoptr (GPtrArray) equations = g_ptr_array_new ();
  guint n = chase_item_n_statements (reading->item);
  g_autoptr (GPtrArray) said = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (said, chase_item_get_statement (reading->item, i));
  learn_said (reading);
  learn_drawn (reading);
  for (guint i = 0; i < n; i++)
    if (((ChaseStatement *)said->pdata[i])->kind == CHASE_STATEMENT_EQUATION)
      {
        read_equation (reading, said->pdata[i]);
        g_ptr_array_add (equations, said->pdata[i]);
      }
  for (guint i = n; i > 0; i--)
    {
      const ChaseStatement *arrow = said->pdata[i - 1];

      if (arrow->kind != CHASE_STATEMENT_ARROW || arrow->level > 1)
        continue;
      need_node (reading, arrow->to->name, FALSE);
      need_node (reading, arrow->from->name, FALSE);
    }
  for (guint i = 0; i < equations->len; i++)
    {
      const ChaseStatement *equation = equations->pdata[i];

      for (guint k = 0; k < equation->terms->len; k++)
        {
          g_autoptr (GPtrArray) names = g_ptr_array_new ();

          chase_term_spell (g_ptr_array_index (equation->terms, k), names);
          for (guint j = 0; j < names->len; j++)
            declare (reading, g_ptr_array_index (names, j));
        }
    }
  if (equations->len == 1)
    place_equation (reading, equations->pdata[0]);
  else if (equations->len == 0)
    place_corner (reading);
}

/* The drawing that @text says word for word, or NULL with the reason in *@error. */
static ChaseDocument *
parse (const char *text, char **error)
{
  g_autofree char *whole = g_strconcat ("diagram drawing {\n", text, "\n}\n", NULL);
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autoptr (ChaseDocument) document = chase_notation_parse (whole, strlen (whole), problems);

  *error = first_error (problems);
  return *error == NULL ? g_steal_pointer (&document) : NULL;
}

/* TRUE when each equation is one of paths, whose arrows can be drawn. */
static gboolean
spells (ChaseDocument *document)
{
  ChaseItem *read = chase_document_nth (document, CHASE_ITEM_DIAGRAM, 0);

  for (guint i = 0; read != NULL && i < chase_item_n_statements (read); i++)
    {
      const ChaseStatement *said = chase_item_get_statement (read, i);

      for (guint k = 0; said->kind == CHASE_STATEMENT_EQUATION && k < said->terms->len; k++)
        {
          g_autoptr (GPtrArray) names = g_ptr_array_new ();

          if (!chase_term_spell (g_ptr_array_index (said->terms, k), names))
            return FALSE;
        }
    }
  return TRUE;
}

/* Word for word where that can be drawn, else with its labels as names. */
static ChaseDocument *
parse_labels (const char *text, char **error)
{
  g_autoptr (ChaseDocument) plain = parse (text, error);
  g_autoptr (ChaseDocument) quoted = NULL;
  g_autofree char *words = NULL;
  g_autofree char *ignored = NULL;

  if (plain != NULL && spells (plain))
    return g_steal_pointer (&plain);
  words = chase_drawing_quote_labels (text);
  quoted = parse (words, &ignored);
  if (quoted == NULL)
    return g_steal_pointer (&plain);
  g_clear_pointer (error, g_free);
  return g_steal_pointer (&quoted);
}

ChaseItem *
chase_drawing_from_text (const char *text, ChaseDiagram *beside, char **error)
{
  g_autoptr (ChaseDocument) document = parse_labels (text, error);
  ChaseItem *read = document != NULL ? chase_document_nth (document, CHASE_ITEM_DIAGRAM, 0) : NULL;
  Reading reading = { .beside = beside };
  gboolean any = FALSE;

  if (read == NULL)
    return NULL;
  for (guint i = 0; i < chase_item_n_statements (read); i++)
    any = any || chase_item_get_statement (read, i)->kind != CHASE_STATEMENT_DRAW;
  if (!any)
    {
      *error = g_strdup (_ ("Type arrows, as f : A -> B, or an equation, as h . f = k . g"));
      return NULL;
    }
  reading.item = chase_item_copy (read);
  for (guint i = 0; i < chase_item_n_statements (reading.item); i++)
    {
      ChaseStatement *own = chase_statement_copy (chase_item_get_statement (reading.item, i));

      chase_statement_unref (g_ptr_array_index (reading.item->statements, i));
      g_ptr_array_index (reading.item->statements, i) = own;
    }
  reading.arrows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reading.parents = g_array_new (FALSE, FALSE, sizeof (guint));
  reading.objects = g_ptr_array_new_with_free_func (g_free);
  complete (&reading);
  g_hash_table_unref (reading.arrows);
  g_array_unref (reading.parents);
  g_ptr_array_unref (reading.objects);
  return reading.item;
}
