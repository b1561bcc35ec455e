/* SPDX-License-Identifier: MIT */
#include "model/edit-private.h"

gboolean
chase_term_mentions (const ChaseTerm *term, const char *name)
{
  g_autoptr (GPtrArray) pending = g_ptr_array_new ();

  if (term != NULL)
    g_ptr_array_add (pending, (gpointer)term);
  while (pending->len > 0)
    {
      const ChaseTerm *at = g_ptr_array_steal_index_fast (pending, pending->len - 1);

      if (chase_term_is_name (at, name))
        return TRUE;
      for (guint32 i = 0; i < at->n_args; i++)
        g_ptr_array_add (pending, at->args[i]);
    }
  return FALSE;
}

static gboolean
statement_mentions (const ChaseStatement *statement, const char *name)
{
  if (statement->kind == CHASE_STATEMENT_PROPERTY)
    return g_strcmp0 (statement->name, name) == 0;
  if (statement->kind != CHASE_STATEMENT_EQUATION)
    return FALSE;
  for (guint i = 0; statement->terms != NULL && i < statement->terms->len; i++)
    if (chase_term_mentions (g_ptr_array_index (statement->terms, i), name))
      return TRUE;
  return FALSE;
}

void
chase_edit_forget_arrow (ChaseEdit *edit, const char *name)
{
  for (guint i = 0; i < edit->slots->len; i++)
    if (chase_edit_get (edit, i) != NULL && statement_mentions (chase_edit_get (edit, i), name))
      chase_edit_drop (edit, i);
}

/* The object at an end of the arrow @name; NULL where there is no such arrow. Caller frees. */
static ChaseTerm *
object_at (const ChaseEdit *edit, const char *name, gboolean end)
{
  guint arrow = chase_edit_find_named (edit, FALSE, name);
  const ChaseSlot *slot = arrow != CHASE_NO_HANDLE ? chase_edit_slot (edit, arrow) : NULL;
  guint cell = slot == NULL ? CHASE_NO_HANDLE : end ? slot->target : slot->source;
  const ChaseStatement *node = cell != CHASE_NO_HANDLE ? chase_edit_get (edit, cell) : NULL;

  if (node == NULL)
    return NULL;
  return node->value != NULL ? chase_term_ref (node->value) : chase_term_new_name (node->name);
}

/* TRUE unless it is seen that the arrows of @term do not follow one another. */
static gboolean
composes (const ChaseEdit *edit, const ChaseTerm *term)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  if (!chase_term_spell (term, names))
    return TRUE;
  for (guint i = 0; i + 1 < names->len; i++)
    {
      g_autoptr (ChaseTerm) here = object_at (edit, g_ptr_array_index (names, i), TRUE);
      g_autoptr (ChaseTerm) there = object_at (edit, g_ptr_array_index (names, i + 1), FALSE);

      if (here != NULL && there != NULL && !chase_term_equal (here, there))
        return FALSE;
    }
  return TRUE;
}

/* TRUE unless it is seen that the two paths do not run between the same objects. */
static gboolean
is_parallel (const ChaseEdit *edit, const ChaseTerm *left, const ChaseTerm *right)
{
  g_autoptr (GPtrArray) a = g_ptr_array_new ();
  g_autoptr (GPtrArray) b = g_ptr_array_new ();

  if (!chase_term_spell (left, a) || !chase_term_spell (right, b) || a->len == 0 || b->len == 0)
    return TRUE;
  for (guint end = 0; end < 2; end++)
    {
      const char *first = g_ptr_array_index (a, end == 0 ? 0 : a->len - 1);
      const char *second = g_ptr_array_index (b, end == 0 ? 0 : b->len - 1);
      g_autoptr (ChaseTerm) here = object_at (edit, first, end == 1);
      g_autoptr (ChaseTerm) there = object_at (edit, second, end == 1);

      if (here != NULL && there != NULL && !chase_term_equal (here, there))
        return FALSE;
    }
  return TRUE;
}

static gboolean
makes_sense (const ChaseEdit *edit, const ChaseStatement *equation)
{
  for (guint i = 0; equation->terms != NULL && i < equation->terms->len; i++)
    if (!composes (edit, g_ptr_array_index (equation->terms, i))
        || (i > 0
            && !is_parallel (edit, g_ptr_array_index (equation->terms, i - 1),
                             g_ptr_array_index (equation->terms, i))))
      return FALSE;
  return TRUE;
}

void
chase_edit_forget_broken (ChaseEdit *edit)
{
  for (guint i = 0; i < edit->slots->len; i++)
    {
      const ChaseStatement *statement = chase_edit_get (edit, i);

      if (statement != NULL && statement->kind == CHASE_STATEMENT_EQUATION
          && !makes_sense (edit, statement))
        chase_edit_drop (edit, i);
    }
}

static gboolean
same_path (const ChaseTerm *a, const ChaseTerm *b)
{
  g_autoptr (GPtrArray) left = g_ptr_array_new ();
  g_autoptr (GPtrArray) right = g_ptr_array_new ();

  if (!chase_term_spell (a, left) || !chase_term_spell (b, right))
    return chase_term_equal (a, b);
  if (left->len != right->len || left->len == 0)
    return FALSE;
  for (guint i = 0; i < left->len; i++)
    if (!g_str_equal (g_ptr_array_index (left, i), g_ptr_array_index (right, i)))
      return FALSE;
  return TRUE;
}

/* What an edge shows, as the category says it. NULL for an edge without a name. Caller frees. */
static ChaseTerm *
morphism_of (const ChaseEdit *edit, guint arrow)
{
  const ChaseStatement *statement = chase_edit_get (edit, arrow);

  if (statement == NULL || !chase_statement_is_arrow (statement))
    return NULL;
  if (statement->value != NULL)
    return chase_term_ref (statement->value);
  return statement->name != NULL ? chase_term_new_name (statement->name) : NULL;
}

ChaseTerm *
chase_edit_composite (const ChaseEdit *edit, const guint *arrows, guint n_arrows)
{
  g_autoptr (GPtrArray) factors = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_term_unref);

  for (guint i = n_arrows; i > 0; i--)
    {
      ChaseTerm *factor = morphism_of (edit, arrows[i - 1]);

      if (factor == NULL)
        return NULL;
      g_ptr_array_add (factors, factor);
    }
  if (factors->len == 0)
    return NULL;
  if (factors->len == 1)
    return chase_term_ref (g_ptr_array_index (factors, 0));
  return chase_term_new (CHASE_TERM_COMPOSE, (ChaseTerm *const *)factors->pdata, factors->len, 0);
}

gboolean
chase_terms_are_pair (const ChaseTerm *a, const ChaseTerm *b, const ChaseTerm *left,
                      const ChaseTerm *right)
{
  return (same_path (a, left) && same_path (b, right))
         || (same_path (a, right) && same_path (b, left));
}

/* The place in a chain a = b = c where @left and @right stand side by side, or -1. */
static gint
find_pair (const ChaseStatement *statement, const ChaseTerm *left, const ChaseTerm *right)
{
  if (statement->kind != CHASE_STATEMENT_EQUATION || statement->terms == NULL)
    return -1;
  for (guint i = 0; i + 1 < statement->terms->len; i++)
    {
      const ChaseTerm *a = g_ptr_array_index (statement->terms, i);
      const ChaseTerm *b = g_ptr_array_index (statement->terms, i + 1);

      if (chase_terms_are_pair (a, b, left, right))
        return (gint)i;
    }
  return -1;
}

typedef struct
{
  ChaseTerm *left;
  ChaseTerm *right;
} Face;

static gboolean
face_init (Face *face, const ChaseEdit *edit, const guint *left, guint n_left, const guint *right,
           guint n_right)
{
  face->left = chase_edit_composite (edit, left, n_left);
  face->right = chase_edit_composite (edit, right, n_right);
  return face->left != NULL && face->right != NULL;
}

static void
face_clear (Face *face)
{
  chase_term_unref (face->left);
  chase_term_unref (face->right);
}

static ChaseStatement *
equation_new (const Face *face)
{
  ChaseStatement *equation = chase_statement_new (CHASE_STATEMENT_EQUATION);

  equation->terms = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_term_unref);
  g_ptr_array_add (equation->terms, chase_term_ref (face->left));
  g_ptr_array_add (equation->terms, chase_term_ref (face->right));
  return equation;
}

gboolean
chase_edit_declare_face (ChaseEdit *edit, const guint *left, guint n_left, const guint *right,
                         guint n_right)
{
  Face face;
  gboolean good;

  if (!edit->free && edit->category < 0)
    return FALSE;
  for (guint i = 0; i < n_left; i++)
    chase_edit_ensure_name (edit, left[i]);
  for (guint i = 0; i < n_right; i++)
    chase_edit_ensure_name (edit, right[i]);
  good = face_init (&face, edit, left, n_left, right, n_right);
  if (good && edit->free)
    chase_edit_add (edit, equation_new (&face), CHASE_NO_HANDLE, CHASE_NO_HANDLE);
  else if (good)
    {
      ChaseItem *category = chase_edit_copy_category (edit);

      chase_item_take_statement (category, equation_new (&face));
      chase_edit_take_category (edit, category);
    }
  face_clear (&face);
  return good;
}

static ChaseStatement *
part_of_chain (const ChaseStatement *chain, guint first, guint n)
{
  ChaseStatement *part = chase_statement_copy (chain);

  g_ptr_array_remove_range (part->terms, first + n, part->terms->len - first - n);
  if (first > 0)
    {
      g_ptr_array_remove_range (part->terms, 0, first);
      if (part->comments != NULL)
        chase_comments_clear (part->comments);
      chase_name_set (&part->name, NULL);
    }
  return part;
}

/* What is left of a chain once its pair at @at is taken out: up to two shorter chains. */
static void
split_chain (const ChaseStatement *chain, guint at, ChaseStatement *parts[2])
{
  parts[0] = at + 1 >= 2 ? part_of_chain (chain, 0, at + 1) : NULL;
  parts[1] = chain->terms->len - at - 1 >= 2
                 ? part_of_chain (chain, at + 1, chain->terms->len - at - 1)
                 : NULL;
}

static gboolean
withdraw_here (ChaseEdit *edit, const Face *face)
{
  for (guint i = 0; i < edit->slots->len; i++)
    {
      const ChaseStatement *statement = chase_edit_get (edit, i);
      gint at = statement != NULL ? find_pair (statement, face->left, face->right) : -1;
      ChaseStatement *parts[2];

      if (at < 0)
        continue;
      split_chain (statement, (guint)at, parts);
      chase_edit_drop (edit, i);
      for (guint j = 0; j < 2; j++)
        if (parts[j] != NULL)
          chase_edit_add (edit, parts[j], CHASE_NO_HANDLE, CHASE_NO_HANDLE);
      return TRUE;
    }
  return FALSE;
}

static gboolean
withdraw_in_category (ChaseEdit *edit, const Face *face)
{
  g_autoptr (ChaseItem) category = chase_edit_copy_category (edit);

  for (guint i = 0; category != NULL && i < chase_item_n_statements (category); i++)
    {
      g_autoptr (ChaseStatement) statement
          = chase_statement_ref (chase_item_get_statement (category, i));
      gint at = find_pair (statement, face->left, face->right);
      ChaseStatement *parts[2];

      if (at < 0)
        continue;
      split_chain (statement, (guint)at, parts);
      g_ptr_array_remove_index (category->statements, i);
      for (guint j = 2; j > 0; j--)
        if (parts[j - 1] != NULL)
          g_ptr_array_insert (category->statements, (gint)i, parts[j - 1]);
      chase_edit_take_category (edit, g_steal_pointer (&category));
      return TRUE;
    }
  return FALSE;
}

gboolean
chase_edit_withdraw_face (ChaseEdit *edit, const guint *left, guint n_left, const guint *right,
                          guint n_right)
{
  Face face;
  gboolean done = FALSE;

  if (face_init (&face, edit, left, n_left, right, n_right))
    done = edit->free ? withdraw_here (edit, &face) : withdraw_in_category (edit, &face);
  face_clear (&face);
  return done;
}

static gboolean
given_in_category (const ChaseEdit *edit, const Face *face)
{
  const ChaseItem *category = edit->category >= 0
                                  ? chase_document_get_item (edit->document, (guint)edit->category)
                                  : NULL;

  for (guint i = 0; category != NULL && i < chase_item_n_statements (category); i++)
    if (find_pair (chase_item_get_statement (category, i), face->left, face->right) >= 0)
      return TRUE;
  return FALSE;
}

static gboolean
given_here (const ChaseEdit *edit, const Face *face)
{
  for (guint i = 0; i < edit->slots->len; i++)
    {
      const ChaseStatement *statement = chase_edit_get (edit, i);

      if (statement != NULL && find_pair (statement, face->left, face->right) >= 0)
        return TRUE;
    }
  return FALSE;
}

gboolean
chase_edit_is_given (ChaseEdit *edit, const guint *left, guint n_left, const guint *right,
                     guint n_right)
{
  Face face;
  gboolean given = FALSE;

  if (face_init (&face, edit, left, n_left, right, n_right))
    given = edit->free ? given_here (edit, &face) : given_in_category (edit, &face);
  face_clear (&face);
  return given;
}
