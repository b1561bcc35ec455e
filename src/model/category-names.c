/* SPDX-License-Identifier: MIT */
#include "model/category-names.h"

/*
 * A term stands where things of the document are called by name (categories, functors, drawings),
 * or within a category, where a name is one of its objects, arrows or elements.
 */
typedef enum
{
  OUTSIDE,
  WITHIN,
} Sort;

typedef struct
{
  const ChaseDocument *document;
  const char *old;
  ChaseName *name;
} Renaming;

static Sort
sort_of_arg (const ChaseTerm *term, guint32 arg, Sort sort)
{
  switch ((ChaseTermKind)term->kind)
    {
    case CHASE_TERM_APPLY:
    case CHASE_TERM_COMPONENT:
      return arg == 0 ? OUTSIDE : WITHIN;
    case CHASE_TERM_SLICE_OVER:
    case CHASE_TERM_SLICE_UNDER:
      return arg == 0 || term->args[0]->kind == CHASE_TERM_FUNCTOR_CATEGORY ? OUTSIDE : WITHIN;
    case CHASE_TERM_YONEDA:
      return term->n_args == 1 || arg == 2 ? OUTSIDE : WITHIN;
    case CHASE_TERM_CONST:
    case CHASE_TERM_HOM:
    case CHASE_TERM_SET:
    case CHASE_TERM_FUNCTION:
      return WITHIN;
    case CHASE_TERM_OPPOSITE:
    case CHASE_TERM_FUNCTOR_CATEGORY:
    case CHASE_TERM_ELEMENTS:
    case CHASE_TERM_IDENTITY_FUNCTOR:
    case CHASE_TERM_OPPOSITE_FUNCTOR:
    case CHASE_TERM_FORGET:
    case CHASE_TERM_FREE:
    case CHASE_TERM_COFREE:
    case CHASE_TERM_UNIT:
    case CHASE_TERM_COUNIT:
      return OUTSIDE;
    default:
      return sort;
    }
}

/* Returns what the caller owns. */
static ChaseTerm *
rename_term (const Renaming *renaming, const ChaseTerm *term, Sort sort)
{
  g_autofree ChaseTerm **args = NULL;

  if (term == NULL)
    return NULL;
  if (term->kind == CHASE_TERM_NAME)
    return sort == OUTSIDE && g_str_equal (term->name, renaming->old) ? chase_term_new_name_shared (
               chase_name_ref (renaming->name), term->line, term->column)
                                                                      : chase_term_ref (term);
  if (term->n_args == 0)
    return chase_term_ref (term);
  args = g_new (ChaseTerm *, term->n_args);
  for (guint32 i = 0; i < term->n_args; i++)
    args[i] = rename_term (renaming, term->args[i], sort_of_arg (term, i, sort));
  return chase_term_new_take (term->kind, args, term->n_args, chase_term_get_number (term),
                              term->line, term->column);
}

static void
rename_slot (const Renaming *renaming, ChaseTerm **slot, Sort sort)
{
  ChaseTerm *old = *slot;

  *slot = rename_term (renaming, old, sort);
  chase_term_unref (old);
}

static void
rename_list (const Renaming *renaming, GPtrArray *terms, Sort sort)
{
  for (guint i = 0; terms != NULL && i < terms->len; i++)
    rename_slot (renaming, (ChaseTerm **)&g_ptr_array_index (terms, i), sort);
}

/* The objects of Cat, and of what is made of it, are categories of the document. */
static gboolean
is_in_cat (const ChaseTerm *category)
{
  if (category == NULL)
    return FALSE;
  if (chase_term_is_name (category, "Cat"))
    return TRUE;
  for (guint32 i = 0; i < category->n_args; i++)
    if (is_in_cat (category->args[i]))
      return TRUE;
  return FALSE;
}

static const ChaseItem *
item_called (const Renaming *renaming, const ChaseTerm *term)
{
  return term != NULL && term->kind == CHASE_TERM_NAME
             ? chase_document_find (renaming->document, term->name)
             : NULL;
}

/* Two things that are said to be isomorphic are of one sort, as the first one tells. */
static Sort
sort_of_isomorphic (const Renaming *renaming, const ChaseTerm *first)
{
  const ChaseItem *item = item_called (renaming, first);

  switch ((ChaseTermKind)first->kind)
    {
    case CHASE_TERM_NAME:
      return chase_term_is_name (first, "Set") || chase_term_is_name (first, "Cat") || item != NULL
                 ? OUTSIDE
                 : WITHIN;
    case CHASE_TERM_TIMES:
      return OUTSIDE;
    default:
      return WITHIN; /* of the others their own kind decides, of what is in them too */
    }
}

static Sort
sort_of_subject (const ChaseProposition *said)
{
  ChaseAdjective first = said->adjectives != NULL && said->adjectives->len > 0
                             ? g_array_index (said->adjectives, ChaseAdjective, 0)
                             : CHASE_ADJECTIVE_CATEGORY;

  return first >= CHASE_ADJECTIVE_CATEGORY ? OUTSIDE : WITHIN;
}

/* Whether what @said is about are the categories themselves, in its own words or those of its
 * drawing. */
static gboolean
is_about_cat (const Renaming *renaming, const ChaseProposition *said)
{
  const ChaseItem *drawing = said->base != NULL && said->base->len > 0
                                 ? item_called (renaming, g_ptr_array_index (said->base, 0))
                                 : NULL;
  const ChaseItem *in = item_called (renaming, said->in);

  return is_in_cat (said->in) || (in != NULL && is_in_cat (in->to))
         || (said->shape >= CHASE_SHAPE_LIMIT && drawing != NULL && is_in_cat (drawing->to));
}

static Sort
sort_of_terms (const Renaming *renaming, const ChaseProposition *said)
{
  if (is_about_cat (renaming, said))
    return OUTSIDE;
  switch (said->kind)
    {
    case CHASE_PROPOSITION_COMMUTES:
    case CHASE_PROPOSITION_EQUIVALENT:
    case CHASE_PROPOSITION_ADJUNCTION:
      return OUTSIDE;
    case CHASE_PROPOSITION_IS:
      return sort_of_subject (said);
    case CHASE_PROPOSITION_ISOMORPHIC:
      return said->in == NULL ? sort_of_isomorphic (renaming, g_ptr_array_index (said->terms, 0))
                              : WITHIN;
    case CHASE_PROPOSITION_COUNT:
      return said->count == CHASE_COUNT_HOM || said->count == CHASE_COUNT_SET ? WITHIN : OUTSIDE;
    case CHASE_PROPOSITION_EQUATION:
    case CHASE_PROPOSITION_REPRESENTABLE:
    case CHASE_PROPOSITION_UNIVERSAL:
    case CHASE_PROPOSITION_EXISTS:
    case CHASE_PROPOSITION_YONEDA:
    default:
      return WITHIN;
    }
}

static void
rename_in_proposition (const Renaming *renaming, ChaseProposition *said)
{
  Sort sort = sort_of_terms (renaming, said);
  gboolean of_drawing
      = said->shape >= CHASE_SHAPE_LIMIT
        && (said->kind == CHASE_PROPOSITION_UNIVERSAL || said->kind == CHASE_PROPOSITION_EXISTS);

  rename_list (renaming, said->terms, sort);
  rename_list (renaming, said->legs, sort);
  rename_list (renaming, said->base, of_drawing ? OUTSIDE : sort);
  rename_slot (renaming, &said->in, OUTSIDE);
}

static gboolean
is_node (const ChaseStatement *said)
{
  return said->kind == CHASE_STATEMENT_OBJECT || said->kind == CHASE_STATEMENT_NODE;
}

static const ChaseStatement *
node_called (const ChaseItem *drawing, const char *name)
{
  for (guint i = 0; i < chase_item_n_statements (drawing); i++)
    {
      const ChaseStatement *said = chase_item_get_statement (drawing, i);

      if (is_node (said) && g_strcmp0 (said->name, name) == 0)
        return said;
    }
  return NULL;
}

/* In a drawing of Cat: TRUE where the node that is called as the category it shows can go on being
 * called so. */
static gboolean
node_follows (const Renaming *renaming, const ChaseItem *drawing)
{
  const ChaseStatement *node = node_called (drawing, renaming->old);

  return node != NULL && node->value == NULL && node_called (drawing, renaming->name) == NULL;
}

static void
rename_in_drawing_of_cat (const Renaming *renaming, ChaseStatement *own, gboolean follows)
{
  gboolean itself
      = is_node (own) && own->value == NULL && g_strcmp0 (own->name, renaming->old) == 0;

  rename_slot (renaming, &own->value, OUTSIDE);
  if (itself && follows)
    chase_name_set (&own->name, renaming->name);
  else if (itself && own->kind == CHASE_STATEMENT_NODE)
    own->value = chase_term_new_name_shared (chase_name_ref (renaming->name), 0, 0);
  if (own->kind == CHASE_STATEMENT_ARROW && follows)
    {
      rename_slot (renaming, &own->from, OUTSIDE);
      rename_slot (renaming, &own->to, OUTSIDE);
    }
}

static void
rename_in_statement (const Renaming *renaming, const ChaseItem *item, ChaseStatement *own)
{
  Sort sort = is_in_cat (item->to) ? OUTSIDE : WITHIN;

  rename_slot (renaming, &own->value, sort);
  if (own->kind == CHASE_STATEMENT_ASSIGNMENT)
    rename_slot (renaming, &own->from, WITHIN);
  if (own->kind == CHASE_STATEMENT_EQUATION)
    rename_list (renaming, own->terms, sort);
}

static void
rename_in_item (const Renaming *renaming, ChaseItem *own)
{
  gboolean proof = own->view == CHASE_VIEW_PROOF;
  gboolean of_cat = own->kind == CHASE_ITEM_DIAGRAM && is_in_cat (own->to);
  gboolean follows = of_cat && node_follows (renaming, own);

  rename_slot (renaming, &own->from, OUTSIDE);
  rename_slot (renaming, &own->to, OUTSIDE);
  rename_slot (renaming, &own->expression, proof ? WITHIN : OUTSIDE);
  rename_slot (renaming, &own->at, WITHIN);
  for (guint i = 0; i < chase_item_n_statements (own); i++)
    {
      ChaseStatement *old = chase_item_get_statement (own, i);
      ChaseStatement *statement = chase_statement_copy (old);

      if (of_cat)
        rename_in_drawing_of_cat (renaming, statement, follows);
      else
        rename_in_statement (renaming, own, statement);
      g_ptr_array_index (own->statements, i) = statement;
      chase_statement_unref (old);
    }
  if (own->proposition != NULL)
    {
      ChaseProposition *old = own->proposition;

      own->proposition = chase_proposition_copy (old);
      rename_in_proposition (renaming, own->proposition);
      chase_proposition_unref (old);
    }
}

ChaseDocument *
chase_document_rename_category (ChaseDocument *document, guint index, const char *name)
{
  Renaming renaming
      = { document, chase_document_get_item (document, index)->name, chase_name_new (name) };
  ChaseDocument *now = chase_document_ref (document);

  for (guint i = 0; i < chase_document_n_items (document); i++)
    {
      ChaseItem *before = chase_document_get_item (document, i);
      g_autoptr (ChaseItem) own = chase_item_copy (before);
      ChaseDocument *next;

      rename_in_item (&renaming, own);
      if (i == index)
        chase_name_set (&own->name, renaming.name);
      if (chase_item_equal (own, before))
        continue;
      next = chase_document_replace (now, i, own);
      chase_document_unref (now);
      now = next;
    }
  chase_name_unref (renaming.name);
  return now;
}
