/* SPDX-License-Identifier: MIT */
#include "model/of-drawings.h"

#include "model/theory-private.h"

/* The nodes and edges of a drawing that show something of another name. */
typedef struct
{
  GHashTable *objects; /* name -> the term that it shows, owned */
  GHashTable *arrows;
  gboolean used;
} Shown;

static void
shown_clear (Shown *shown)
{
  g_hash_table_unref (shown->objects);
  g_hash_table_unref (shown->arrows);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Shown, shown_clear)

/* What @cell shows. Of a function that is written out, the drawing says where its values lie. */
static ChaseTerm *
shown_by (const ChaseDiagram *diagram, const ChaseCell *cell, gboolean turned)
{
  const ChaseCell *end;
  g_autoptr (ChaseTerm) set = NULL;
  g_autoptr (ChaseTerm) identity = NULL;
  ChaseTerm *value = (ChaseTerm *)cell->value;

  if (cell->level == 0 || value->kind != CHASE_TERM_FUNCTION)
    return chase_term_ref (value);
  end = chase_diagram_get_cell (diagram, turned ? cell->source : cell->target);
  set = end->value != NULL ? chase_term_ref (end->value) : chase_term_new_name (end->name);
  identity = chase_term_new (CHASE_TERM_IDENTITY, &set, 1, 0);
  return chase_term_new (CHASE_TERM_COMPOSE,
                         (ChaseTerm *[]){ turned ? value : identity, turned ? identity : value }, 2,
                         0);
}

static gboolean
shows_another (const ChaseCell *cell)
{
  return cell->name != NULL && cell->value != NULL && cell->level <= 1
         && !chase_term_is_name (cell->value, cell->name);
}

static void
shown_init (Shown *shown, const ChaseDiagram *diagram, const ChaseCategory *category)
{
  gboolean turned = category != NULL && category->kind == CHASE_CATEGORY_OPPOSITE;

  shown->objects
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)chase_term_unref);
  shown->arrows
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)chase_term_unref);
  for (guint32 i = 0; i < chase_diagram_n_cells (diagram); i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (diagram, i);

      if (shows_another (cell))
        g_hash_table_insert (cell->level == 0 ? shown->objects : shown->arrows,
                             (gpointer)cell->name, shown_by (diagram, cell, turned));
    }
}

/* @meant in the place of @term, so that what is wrong is told where it is said. Caller owns it. */
static ChaseTerm *
in_place_of (const ChaseTerm *meant, const ChaseTerm *term)
{
  g_autofree ChaseTerm **args = g_new (ChaseTerm *, meant->n_args + 1);

  if (meant->kind == CHASE_TERM_NAME)
    return chase_term_new_name_shared (chase_name_ref (meant->name), term->line, term->column);
  for (guint32 i = 0; i < meant->n_args; i++)
    args[i] = chase_term_ref (meant->args[i]);
  return chase_term_new_take ((ChaseTermKind)meant->kind, args, meant->n_args,
                              chase_term_get_number (meant), term->line, term->column);
}

/* @term with its nodes and edges replaced by what they show. Caller owns it. */
static ChaseTerm *
replaced (Shown *shown, const ChaseTerm *term, gboolean object, guint depth)
{
  g_autofree ChaseTerm **args = NULL;
  const ChaseTerm *meant;

  switch ((ChaseTermKind)term->kind)
    {
    case CHASE_TERM_NAME:
      meant = g_hash_table_lookup (object ? shown->objects : shown->arrows, term->name);
      shown->used = shown->used || meant != NULL;
      return meant != NULL ? in_place_of (meant, term) : chase_term_ref (term);
    case CHASE_TERM_COMPOSE:
    case CHASE_TERM_THEN:
    case CHASE_TERM_POWER:
    case CHASE_TERM_IDENTITY:
      break;
    default:
      return chase_term_ref (term);
    }
  if (depth >= CHASE_MAX_DEPTH)
    return chase_term_ref (term);
  args = g_new (ChaseTerm *, term->n_args + 1);
  for (guint32 i = 0; i < term->n_args; i++)
    args[i]
        = replaced (shown, term->args[i], object || term->kind == CHASE_TERM_IDENTITY, depth + 1);
  return chase_term_new_take ((ChaseTermKind)term->kind, args, term->n_args,
                              chase_term_get_number (term), term->line, term->column);
}

static void
replace_all (Shown *shown, GPtrArray *terms, gboolean objects)
{
  for (guint i = 0; terms != NULL && i < terms->len; i++)
    {
      ChaseTerm *term = g_ptr_array_index (terms, i);

      g_ptr_array_index (terms, i) = replaced (shown, term, objects, 0);
      chase_term_unref (term);
    }
}

/* Is it about objects or paths of one category? *@objects: its terms are objects. */
static gboolean
is_inside (ChaseTheory *theory, const ChaseProposition *proposition, gboolean *objects)
{
  ChaseAdjective adjective = CHASE_N_ADJECTIVES;

  *objects = proposition->kind != CHASE_PROPOSITION_EQUATION;
  switch (proposition->kind)
    {
    case CHASE_PROPOSITION_EQUATION:
      return TRUE;
    case CHASE_PROPOSITION_IS:
      if (proposition->adjectives != NULL && proposition->adjectives->len > 0)
        adjective = g_array_index (proposition->adjectives, ChaseAdjective, 0);
      *objects = adjective <= CHASE_ADJECTIVE_ZERO;
      return adjective <= CHASE_ADJECTIVE_IDENTITY;
    case CHASE_PROPOSITION_ISOMORPHIC:
      return chase_theory_isomorphic_sort (theory, proposition) == CHASE_ISOMORPHIC_OBJECTS;
    case CHASE_PROPOSITION_COUNT:
      return proposition->count == CHASE_COUNT_HOM;
    case CHASE_PROPOSITION_UNIVERSAL:
    case CHASE_PROPOSITION_EXISTS:
      return proposition->shape < CHASE_SHAPE_LIMIT;
    default:
      return FALSE;
    }
}

/* What it says by the cells of @item, or NULL where it names none that shows something else. */
static ChaseProposition *
said_by (ChaseTheory *theory, const ChaseProposition *proposition, gboolean objects,
         ChaseItem *item)
{
  const ChaseDiagram *diagram = g_hash_table_lookup (theory->diagrams, item);
  g_autoptr (ChaseProposition) copy = NULL;
  g_auto (Shown) shown = { 0 };

  if (diagram == NULL)
    return NULL;
  shown_init (&shown, diagram, chase_theory_category (theory, item->to, NULL));
  copy = chase_proposition_copy (proposition);
  replace_all (&shown, copy->terms, objects);
  replace_all (&shown, copy->legs, FALSE);
  replace_all (&shown, copy->base,
               copy->shape == CHASE_SHAPE_PRODUCT || copy->shape == CHASE_SHAPE_COPRODUCT);
  if (!shown.used)
    return NULL;
  chase_term_set (&copy->in, item->to);
  return g_steal_pointer (&copy);
}

static gboolean
is_drawn_in (const ChaseItem *item)
{
  return item != NULL && item->kind == CHASE_ITEM_DIAGRAM && item->to != NULL
         && item->view == CHASE_VIEW_NONE;
}

/* By the only drawing that knows its names. */
static ChaseProposition *
said_somewhere (ChaseTheory *theory, const ChaseProposition *proposition, gboolean objects)
{
  g_autoptr (ChaseProposition) found = NULL;

  for (guint i = 0; i < chase_document_n_items (theory->document); i++)
    {
      ChaseItem *item = chase_document_get_item (theory->document, i);
      g_autoptr (ChaseProposition) one
          = is_drawn_in (item) ? said_by (theory, proposition, objects, item) : NULL;

      if (one == NULL || !chase_theory_check_proposition (theory, one, NULL))
        continue;
      if (found != NULL)
        return NULL;
      found = g_steal_pointer (&one);
    }
  return g_steal_pointer (&found);
}

static gboolean
names_cell (const ChaseDiagram *diagram, const char *name, gboolean object)
{
  for (guint32 i = 0; diagram != NULL && i < chase_diagram_n_cells (diagram); i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (diagram, i);

      if ((cell->level == 0) == object && shows_another (cell) && g_str_equal (cell->name, name))
        return TRUE;
    }
  return FALSE;
}

GPtrArray *
chase_drawings_of_name (ChaseTheory *theory, const char *name, gboolean object)
{
  GPtrArray *drawings = g_ptr_array_new ();

  for (guint i = 0; i < chase_document_n_items (theory->document); i++)
    {
      ChaseItem *item = chase_document_get_item (theory->document, i);

      if (is_drawn_in (item) && item->name != NULL
          && names_cell (g_hash_table_lookup (theory->diagrams, item), name, object))
        g_ptr_array_add (drawings, (gpointer)item->name);
    }
  return drawings;
}

ChaseProposition *
chase_proposition_of_drawing (ChaseTheory *theory, const ChaseProposition *proposition)
{
  gboolean objects;
  ChaseItem *item;

  if (!is_inside (theory, proposition, &objects))
    return NULL;
  if (proposition->in == NULL)
    return chase_theory_proposition_category (theory, proposition, NULL) == NULL
               ? said_somewhere (theory, proposition, objects)
               : NULL;
  item = proposition->in->kind == CHASE_TERM_NAME
             ? chase_theory_find (theory, proposition->in->name)
             : NULL;
  return is_drawn_in (item) ? said_by (theory, proposition, objects, item) : NULL;
}
