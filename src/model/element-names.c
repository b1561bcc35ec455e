/* SPDX-License-Identifier: MIT */
#include "model/element-names.h"

#include "model/statement.h"

#define DEEPEST 32 /* definitions that name each other in a circle end here */

typedef struct
{
  const ChaseDocument *document;
  const char *functor, *object, *old;
  ChaseName *name;
  ChaseTerm *itself; /* the functor, by name */
} Renaming;

static const ChaseItem *
item_of (const Renaming *renaming, const ChaseTerm *term, ChaseItemKind kind)
{
  const ChaseItem *item = term != NULL && term->kind == CHASE_TERM_NAME
                              ? chase_document_find (renaming->document, term->name)
                              : NULL;

  return item != NULL && item->kind == kind ? item : NULL;
}

/* Where @functor sends @object, as far as the file says it; borrowed. */
static const ChaseTerm *
value_at (const Renaming *renaming, const ChaseTerm *functor, const ChaseTerm *object)
{
  const ChaseItem *item = item_of (renaming, functor, CHASE_ITEM_FUNCTOR);

  return item != NULL && object != NULL && object->kind == CHASE_TERM_NAME
             ? chase_item_value_at (item, object->name)
             : NULL;
}

static gboolean
is_set (const Renaming *renaming, const ChaseTerm *functor, const ChaseTerm *object, guint depth);

/* The composite of @functor, as it is written, at @object. */
static gboolean
is_set_of_composite (const Renaming *renaming, const ChaseTerm *functor, const ChaseTerm *object,
                     guint depth)
{
  gboolean then = functor->kind == CHASE_TERM_THEN;
  guint32 n = functor->n_args;

  for (guint32 i = 0; i + 1 < n; i++)
    object = value_at (renaming, functor->args[then ? i : n - 1 - i], object);
  return is_set (renaming, functor->args[then ? n - 1 : 0], object, depth);
}

/* Whether the set of @functor at @object is the one in question. */
static gboolean
is_set (const Renaming *renaming, const ChaseTerm *functor, const ChaseTerm *object, guint depth)
{
  const ChaseItem *item;

  if (functor == NULL || object == NULL || depth > DEEPEST)
    return FALSE;
  if (object->kind == CHASE_TERM_APPLY)
    return is_set (renaming, functor, value_at (renaming, object->args[0], object->args[1]),
                   depth + 1);
  switch (functor->kind)
    {
    case CHASE_TERM_NAME:
      if (g_str_equal (functor->name, renaming->functor))
        return chase_term_is_name (object, renaming->object);
      item = item_of (renaming, functor, CHASE_ITEM_FUNCTOR);
      return item != NULL && is_set (renaming, item->expression, object, depth + 1);
    case CHASE_TERM_COMPOSE:
    case CHASE_TERM_THEN:
      return is_set_of_composite (renaming, functor, object, depth + 1);
    case CHASE_TERM_FORGET:
      return is_set (renaming, functor->args[0], value_at (renaming, functor->args[1], object),
                     depth + 1);
    default:
      return FALSE;
    }
}

/* The block that declares what is in @category, and whether that is its opposite. */
static const ChaseItem *
block_of (const Renaming *renaming, const ChaseTerm *category, gboolean *opposite)
{
  *opposite = FALSE;
  for (guint depth = 0; category != NULL && depth < DEEPEST; depth++)
    {
      const ChaseItem *item = item_of (renaming, category, CHASE_ITEM_CATEGORY);

      if (category->kind == CHASE_TERM_OPPOSITE)
        *opposite = !*opposite;
      else if (item == NULL || item->expression == NULL)
        return item != NULL ? item : item_of (renaming, category, CHASE_ITEM_DIAGRAM);
      category = category->kind == CHASE_TERM_OPPOSITE ? category->args[0] : item->expression;
    }
  return NULL;
}

/* The object (borrowed) at the start or the end of @path, NULL where that is not seen. */
static const ChaseTerm *
end_of (const ChaseItem *block, gboolean opposite, const ChaseTerm *path, gboolean target)
{
  gboolean last = (path->kind == CHASE_TERM_THEN) == target;

  switch (path->kind)
    {
    case CHASE_TERM_NAME:
      for (guint i = 0; i < chase_item_n_statements (block); i++)
        {
          const ChaseStatement *said = chase_item_get_statement (block, i);

          if (said->kind == CHASE_STATEMENT_ARROW && g_strcmp0 (said->name, path->name) == 0)
            return target != opposite ? said->to : said->from;
        }
      return NULL;
    case CHASE_TERM_IDENTITY:
      return path->args[0];
    case CHASE_TERM_COMPOSE:
    case CHASE_TERM_THEN:
      return end_of (block, opposite, path->args[last ? path->n_args - 1 : 0], target);
    case CHASE_TERM_POWER:
      return end_of (block, opposite, path->args[0],
                     chase_term_get_number (path) < 0 ? !target : target);
    default:
      return NULL;
    }
}

/* The functor's definition by values, as far as its arguments are declared in a block. */
static const ChaseItem *
definition_of (const Renaming *renaming, const ChaseTerm *functor)
{
  const ChaseItem *item = item_of (renaming, functor, CHASE_ITEM_FUNCTOR);

  for (guint depth = 0; item != NULL && item->from == NULL && depth < DEEPEST; depth++)
    item = item_of (renaming, item->expression, CHASE_ITEM_FUNCTOR);
  return item;
}

/* Whether the function of @functor at @path starts (ends) in the set in question. */
static gboolean
path_ends_in_set (const Renaming *renaming, const ChaseTerm *functor, const ChaseTerm *path,
                  gboolean target)
{
  const ChaseItem *item = definition_of (renaming, functor);
  gboolean opposite;
  const ChaseItem *block = item != NULL ? block_of (renaming, item->from, &opposite) : NULL;

  return block != NULL
         && is_set (renaming, functor,
                    end_of (block, opposite, path, target != item->contravariant), 0);
}

static const ChaseTerm *
functor_of_component (const Renaming *renaming, const ChaseTerm *transformation, gboolean target)
{
  const ChaseItem *item = item_of (renaming, transformation, CHASE_ITEM_TRANSFORMATION);

  return item == NULL ? NULL : target ? item->to : item->from;
}

/* The same of a function in Set that is a value or a component. */
static gboolean
function_ends_in_set (const Renaming *renaming, const ChaseTerm *function, gboolean target)
{
  switch (function->kind)
    {
    case CHASE_TERM_APPLY:
      return path_ends_in_set (renaming, function->args[0], function->args[1], target);
    case CHASE_TERM_COMPONENT:
      return is_set (renaming, functor_of_component (renaming, function->args[0], target),
                     function->args[1], 0);
    case CHASE_TERM_IDENTITY:
      return function->args[0]->kind == CHASE_TERM_APPLY
             && is_set (renaming, function->args[0]->args[0], function->args[0]->args[1], 0);
    case CHASE_TERM_COMPOSE:
      return function_ends_in_set (renaming, function->args[target ? 0 : function->n_args - 1],
                                   target);
    case CHASE_TERM_THEN:
      return function_ends_in_set (renaming, function->args[target ? function->n_args - 1 : 0],
                                   target);
    default:
      return FALSE;
    }
}

static gboolean
is_object_set (const Renaming *renaming, const ChaseTerm *object)
{
  return object != NULL && object->kind == CHASE_TERM_APPLY
         && is_set (renaming, object->args[0], object->args[1], 0);
}

/* Takes nothing, and returns what the caller owns. */
static ChaseTerm *
renamed_element (const Renaming *renaming, const ChaseTerm *element)
{
  return chase_term_is_name (element, renaming->old) ? chase_term_new_name_shared (
             chase_name_ref (renaming->name), element->line, element->column)
                                                     : chase_term_ref (element);
}

/* @term with other arguments; their references, in an array that is the caller's, are taken. */
static ChaseTerm *
with_args (const ChaseTerm *term, ChaseTerm **args)
{
  gboolean changed = FALSE;
  ChaseTerm *own;

  for (guint32 i = 0; i < term->n_args; i++)
    changed = changed || args[i] != term->args[i];
  own = chase_term_new_take (term->kind, args, term->n_args, chase_term_get_number (term),
                             term->line, term->column);
  if (changed)
    return own;
  chase_term_unref (own);
  return chase_term_ref (term);
}

/* The function @term from the set (@from) and to the set (@to) in question. */
static ChaseTerm *
rename_function (const Renaming *renaming, const ChaseTerm *term, gboolean from, gboolean to)
{
  gboolean then = term->kind == CHASE_TERM_THEN;
  guint32 n = term->n_args;
  g_autofree ChaseTerm **args = g_new (ChaseTerm *, n + 1);

  if (term->kind != CHASE_TERM_FUNCTION && term->kind != CHASE_TERM_COMPOSE && !then)
    return chase_term_ref (term);
  for (guint32 i = 0; i < n && term->kind == CHASE_TERM_FUNCTION; i++)
    args[i] = (i % 2 == 0 ? from : to) ? renamed_element (renaming, term->args[i])
                                       : chase_term_ref (term->args[i]);
  for (guint32 i = 0; i < n && term->kind != CHASE_TERM_FUNCTION; i++)
    {
      guint32 at = then ? i : n - 1 - i; /* the i-th to be applied */
      gboolean starts
          = i == 0 ? from
                   : function_ends_in_set (renaming, term->args[then ? at - 1 : at + 1], TRUE);
      gboolean ends
          = i == n - 1 ? to
                       : function_ends_in_set (renaming, term->args[then ? at + 1 : at - 1], FALSE);

      args[at] = rename_function (renaming, term->args[at], starts, ends);
    }
  return with_args (term, args);
}

/* The functor of whose elements @category is made, borrowed, or NULL. */
static const ChaseTerm *
elements_of (const Renaming *renaming, const ChaseTerm *category)
{
  for (guint depth = 0; category != NULL && depth < DEEPEST; depth++)
    {
      const ChaseItem *drawing = item_of (renaming, category, CHASE_ITEM_DIAGRAM);
      const ChaseItem *named = item_of (renaming, category, CHASE_ITEM_CATEGORY);

      if (category->kind == CHASE_TERM_ELEMENTS)
        return category->args[0];
      category = drawing != NULL ? drawing->to
                 : named != NULL ? named->expression
                 : category->kind == CHASE_TERM_OPPOSITE || category->kind == CHASE_TERM_SLICE_OVER
                         || category->kind == CHASE_TERM_SLICE_UNDER
                     ? category->args[0]
                     : NULL;
    }
  return NULL;
}

/* (A, x) or (f, x) in the elements of @functor. */
static gboolean
is_pair (const Renaming *renaming, const ChaseTerm *functor, const ChaseTerm *term)
{
  return functor != NULL && term->kind == CHASE_TERM_PAIR
         && (is_set (renaming, functor, term->args[0], 0)
             || path_ends_in_set (renaming, functor, term->args[0], FALSE));
}

/* In what category the argument of a functor or a transformation is. */
static const ChaseTerm *
elements_of_argument (const Renaming *renaming, const ChaseTerm *operator)
{
  const ChaseItem *item = item_of (renaming, operator, CHASE_ITEM_TRANSFORMATION);

  item = item_of (renaming, item != NULL ? item->from : operator, CHASE_ITEM_FUNCTOR);
  return item != NULL ? elements_of (renaming, item->from) : NULL;
}

/* @term, which is in the category of the elements of @functor where that is not NULL. */
static ChaseTerm *
rename_term (const Renaming *renaming, const ChaseTerm *term, const ChaseTerm *functor)
{
  gboolean pair, yoneda, applied;
  g_autofree ChaseTerm **args = NULL;

  if (term == NULL || term->n_args == 0)
    return chase_term_ref (term);
  pair = is_pair (renaming, functor, term);
  yoneda = term->kind == CHASE_TERM_YONEDA && term->n_args == 3
           && is_set (renaming, term->args[2], term->args[1], 0);
  applied = term->kind == CHASE_TERM_APPLY || term->kind == CHASE_TERM_COMPONENT;
  if (term->kind == CHASE_TERM_SLICE_OVER || term->kind == CHASE_TERM_SLICE_UNDER)
    functor = elements_of (renaming, term->args[0]);
  args = g_new (ChaseTerm *, term->n_args);
  for (guint32 i = 0; i < term->n_args; i++)
    args[i] = (pair && i == 1) || (yoneda && i == 0)
                  ? renamed_element (renaming, term->args[i])
                  : rename_term (renaming, term->args[i],
                                 applied && i == 1 ? elements_of_argument (renaming, term->args[0])
                                                   : functor);
  return with_args (term, args);
}

static gboolean
rename_slot (const Renaming *renaming, ChaseTerm **slot, const ChaseTerm *functor)
{
  ChaseTerm *old = *slot;

  *slot = rename_term (renaming, old, functor);
  chase_term_unref (old);
  return *slot != old;
}

/* Terms that are equal, or nothing more than a list. */
static gboolean
rename_list (const Renaming *renaming, GPtrArray *terms, const ChaseTerm *functor)
{
  gboolean changed = FALSE;

  for (guint i = 0; terms != NULL && i < terms->len; i++)
    changed
        = rename_slot (renaming, (ChaseTerm **)&g_ptr_array_index (terms, i), functor) || changed;
  return changed;
}

/* Functions in Set that are equal have the same ends. */
static gboolean
rename_equals (const Renaming *renaming, GPtrArray *terms)
{
  gboolean from = FALSE, to = FALSE, changed = FALSE;

  for (guint i = 0; i < terms->len; i++)
    {
      from = from || function_ends_in_set (renaming, g_ptr_array_index (terms, i), FALSE);
      to = to || function_ends_in_set (renaming, g_ptr_array_index (terms, i), TRUE);
    }
  for (guint i = 0; i < terms->len; i++)
    {
      ChaseTerm *old = g_ptr_array_index (terms, i);

      g_ptr_array_index (terms, i) = rename_function (renaming, old, from, to);
      changed = changed || g_ptr_array_index (terms, i) != old;
      chase_term_unref (old);
    }
  return changed;
}

static gboolean
rename_in_proposition (const Renaming *renaming, ChaseProposition *said)
{
  const ChaseTerm *functor = said->in != NULL ? elements_of (renaming, said->in) : renaming->itself;
  gboolean changed = rename_list (renaming, said->terms, functor);

  changed = rename_list (renaming, said->legs, functor) || changed;
  changed = rename_list (renaming, said->base, functor) || changed;
  if (said->kind == CHASE_PROPOSITION_EQUATION)
    changed = rename_equals (renaming, said->terms) || changed;
  return rename_slot (renaming, &said->in, NULL) || changed;
}

/* The element that `sets M at x` follows is in the set where its paths start, or in one set alone.
 */
static gboolean
is_followed (const Renaming *renaming, const ChaseItem *item)
{
  const ChaseItem *functor = definition_of (renaming, item->expression);
  gboolean opposite;
  const ChaseItem *block = functor != NULL ? block_of (renaming, functor->from, &opposite) : NULL;

  if (item->view != CHASE_VIEW_SETS || item->at == NULL)
    return FALSE;
  if (item->proposition != NULL)
    return path_ends_in_set (renaming, item->expression,
                             g_ptr_array_index (item->proposition->terms, 0), FALSE);
  if (chase_term_is_name (item->expression, renaming->functor))
    return TRUE;
  for (guint i = 0; block != NULL && i < chase_item_n_statements (block); i++)
    {
      const ChaseStatement *said = chase_item_get_statement (block, i);
      g_autoptr (ChaseTerm) object
          = said->kind == CHASE_STATEMENT_OBJECT ? chase_term_new_name (said->name) : NULL;

      if (is_set (renaming, item->expression, object, 0))
        return TRUE;
    }
  return FALSE;
}

/* What the node called @name shows. */
static const ChaseTerm *
shown_by (const ChaseItem *drawing, const ChaseTerm *name)
{
  for (guint i = 0; name != NULL && i < chase_item_n_statements (drawing); i++)
    {
      const ChaseStatement *said = chase_item_get_statement (drawing, i);

      if (said->kind == CHASE_STATEMENT_NODE && said->name != NULL
          && chase_term_is_name (name, said->name))
        return said->value;
    }
  return NULL;
}

static gboolean
rename_edge (const Renaming *renaming, const ChaseItem *drawing, ChaseStatement *edge)
{
  ChaseTerm *old = edge->value;

  if (old == NULL)
    return FALSE;
  edge->value
      = rename_function (renaming, old, is_object_set (renaming, shown_by (drawing, edge->from)),
                         is_object_set (renaming, shown_by (drawing, edge->to)));
  chase_term_unref (old);
  return edge->value != old;
}

static gboolean
rename_in_statement (const Renaming *renaming, const ChaseItem *item, ChaseStatement *own)
{
  gboolean components = item->kind == CHASE_ITEM_TRANSFORMATION;
  const ChaseTerm *from = components ? elements_of_argument (renaming, item->from)
                                     : elements_of (renaming, item->from);
  const ChaseTerm *to = elements_of (renaming, item->to);
  gboolean changed = rename_slot (renaming, &own->value, to);

  if (own->kind == CHASE_STATEMENT_ASSIGNMENT)
    changed = rename_slot (renaming, &own->from, from) || changed;
  if (own->kind == CHASE_STATEMENT_EQUATION)
    {
      changed = rename_list (renaming, own->terms, to) || changed;
      changed = rename_equals (renaming, own->terms) || changed;
    }
  if (own->kind == CHASE_STATEMENT_ARROW && item->kind == CHASE_ITEM_DIAGRAM)
    changed = rename_edge (renaming, item, own) || changed;
  return changed;
}

static gboolean
rename_in_item (const Renaming *renaming, ChaseItem *own)
{
  const ChaseTerm *functor = own->kind == CHASE_ITEM_FUNCTOR
                                 ? elements_of (renaming, own->from != NULL ? own->from : own->to)
                                 : NULL;
  gboolean changed = rename_slot (renaming, &own->from, NULL);

  if (is_followed (renaming, own) && chase_term_is_name (own->at, renaming->old))
    {
      chase_term_unref (own->at);
      own->at = chase_term_new_name_shared (chase_name_ref (renaming->name), 0, 0);
      changed = TRUE;
    }
  changed = rename_slot (renaming, &own->to, NULL) || changed;
  changed = rename_slot (renaming, &own->expression, functor) || changed;
  for (guint i = 0; i < chase_item_n_statements (own); i++)
    {
      ChaseStatement *old = chase_item_get_statement (own, i);
      ChaseStatement *statement = chase_statement_copy (old);

      if (rename_in_statement (renaming, own, statement))
        changed = TRUE;
      g_ptr_array_index (own->statements, i) = statement;
      chase_statement_unref (old);
    }
  if (own->proposition != NULL)
    {
      ChaseProposition *old = own->proposition;

      own->proposition = chase_proposition_copy (old);
      changed = rename_in_proposition (renaming, own->proposition) || changed;
      chase_proposition_unref (old);
    }
  return changed;
}

ChaseDocument *
chase_document_rename_element (ChaseDocument *document, const char *functor, const char *object,
                               const char *old, const char *name)
{
  Renaming renaming
      = { document, functor, object, old, chase_name_new (name), chase_term_new_name (functor) };
  ChaseDocument *now = chase_document_ref (document);

  for (guint i = 0; i < chase_document_n_items (document); i++)
    {
      g_autoptr (ChaseItem) own = chase_item_copy (chase_document_get_item (document, i));
      ChaseDocument *next;

      if (!rename_in_item (&renaming, own))
        continue;
      next = chase_document_replace (now, i, own);
      chase_document_unref (now);
      now = next;
    }
  chase_name_unref (renaming.name);
  chase_term_unref (renaming.itself);
  return now;
}
