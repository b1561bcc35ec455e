/* SPDX-License-Identifier: MIT */
#include "model/term.h"

static ChaseTerm *
term_alloc (ChaseTermKind kind, guint32 n_args, gint32 number)
{
  gboolean numbered = number != 0;
  ChaseTerm *term
      = g_malloc (sizeof (ChaseTerm) + ((gsize)n_args + (guint)numbered) * sizeof (ChaseTerm *));

  g_assert (n_args <= CHASE_TERM_ARGS_MAX);
  g_atomic_ref_count_init (&term->ref_count);
  term->kind = kind;
  term->line = 0;
  term->column = 0;
  term->numbered = numbered;
  term->n_args = n_args;
  term->name = NULL;
  if (numbered)
    term->args[n_args] = GINT_TO_POINTER (number);
  return term;
}

ChaseTerm *
chase_term_new_name (const char *name)
{
  return chase_term_new_name_shared (chase_name_new (name), 0, 0);
}

ChaseTerm *
chase_term_new_name_shared (ChaseName *name, guint32 line, guint32 column)
{
  ChaseTerm *term = term_alloc (CHASE_TERM_NAME, 0, 0);

  term->name = name;
  term->line = line;
  term->column = column;
  return term;
}

ChaseTerm *
chase_term_new (ChaseTermKind kind, ChaseTerm *const *args, guint32 n_args, gint32 number)
{
  ChaseTerm *term = term_alloc (kind, n_args, number);

  for (guint32 i = 0; i < n_args; i++)
    term->args[i] = chase_term_ref (args[i]);
  return term;
}

ChaseTerm *
chase_term_new_take (ChaseTermKind kind, ChaseTerm **args, guint32 n_args, gint32 number,
                     guint32 line, guint32 column)
{
  ChaseTerm *term = term_alloc (kind, n_args, number);

  term->line = line;
  term->column = column;
  for (guint32 i = 0; i < n_args; i++)
    term->args[i] = args[i];
  return term;
}

ChaseTerm *
chase_term_ref (const ChaseTerm *term)
{
  if (term != NULL)
    g_atomic_ref_count_inc (&((ChaseTerm *)term)->ref_count);
  return (ChaseTerm *)term;
}

void
chase_term_unref (ChaseTerm *term)
{
  GPtrArray *pending = NULL;

  while (term != NULL)
    {
      ChaseTerm *next = NULL;

      if (g_atomic_ref_count_dec (&term->ref_count))
        {
          chase_name_unref (term->name);
          for (guint32 i = 0; i < term->n_args; i++)
            {
              if (term->args[i] != NULL && term->args[i]->n_args == 0)
                chase_term_unref (term->args[i]);
              else if (next == NULL)
                next = term->args[i];
              else
                {
                  if (pending == NULL)
                    pending = g_ptr_array_new ();
                  g_ptr_array_add (pending, term->args[i]);
                }
            }
          g_free (term);
        }
      if (next == NULL && pending != NULL && pending->len > 0)
        next = g_ptr_array_steal_index_fast (pending, pending->len - 1);
      term = next;
    }
  g_clear_pointer (&pending, g_ptr_array_unref);
}

static gboolean
same_node (const ChaseTerm *a, const ChaseTerm *b)
{
  return a->kind == b->kind && a->n_args == b->n_args && chase_term_get_number (a) == chase_term_get_number (b)
         && chase_name_equal (a->name, b->name);
}

/* An explicit stack of pairs, since terms may be deeper than the C stack allows. */
gboolean
chase_term_equal (const ChaseTerm *a, const ChaseTerm *b)
{
  g_autoptr (GPtrArray) pending = NULL;

  for (;;)
    {
      if (a != b)
        {
          if (a == NULL || b == NULL || !same_node (a, b))
            return FALSE;
          for (guint32 i = 0; i < a->n_args; i++)
            {
              if (pending == NULL)
                pending = g_ptr_array_new ();
              g_ptr_array_add (pending, a->args[i]);
              g_ptr_array_add (pending, b->args[i]);
            }
        }
      if (pending == NULL || pending->len == 0)
        return TRUE;
      b = g_ptr_array_steal_index_fast (pending, pending->len - 1);
      a = g_ptr_array_steal_index_fast (pending, pending->len - 1);
    }
}

gboolean
chase_terms_equal (const GPtrArray *a, const GPtrArray *b)
{
  guint n = a != NULL ? a->len : 0;

  if (n != (b != NULL ? b->len : 0))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!chase_term_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
      return FALSE;
  return TRUE;
}

gboolean
chase_term_is_name (const ChaseTerm *term, const char *name)
{
  return term != NULL && term->kind == CHASE_TERM_NAME && chase_name_equal (term->name, name);
}

void
chase_term_set (ChaseTerm **slot, const ChaseTerm *term)
{
  ChaseTerm *old = *slot;

  *slot = chase_term_ref (term);
  chase_term_unref (old);
}

ChaseTerm *
chase_term_rename (const ChaseTerm *term, const char *(*rename) (const char *name, gpointer data),
                   gpointer data)
{
  g_autofree ChaseTerm **args = NULL;
  gboolean changed = FALSE;
  ChaseTerm *renamed;

  if (term == NULL)
    return NULL;
  if (term->kind == CHASE_TERM_NAME)
    {
      const char *name = rename (term->name, data);

      return name != NULL ? chase_term_new_name_shared (chase_name_new (name), term->line, term->column)
                          : chase_term_ref (term);
    }
  args = g_new (ChaseTerm *, term->n_args + 1);
  for (guint32 i = 0; i < term->n_args; i++)
    {
      args[i] = chase_term_rename (term->args[i], rename, data);
      changed = changed || args[i] != term->args[i];
    }
  renamed = chase_term_new_take (term->kind, args, term->n_args, chase_term_get_number (term), term->line, term->column);
  if (changed)
    return renamed;
  chase_term_unref (renamed);
  return chase_term_ref (term);
}

gboolean
chase_term_spell (const ChaseTerm *term, GPtrArray *names)
{
  switch (term->kind)
    {
    case CHASE_TERM_NAME:
      g_ptr_array_add (names, term->name);
      return TRUE;
    case CHASE_TERM_IDENTITY:
      return TRUE;
    case CHASE_TERM_THEN:
      for (guint32 i = 0; i < term->n_args; i++)
        if (!chase_term_spell (term->args[i], names))
          return FALSE;
      return TRUE;
    case CHASE_TERM_COMPOSE:
      for (guint32 i = term->n_args; i > 0; i--)
        if (!chase_term_spell (term->args[i - 1], names))
          return FALSE;
      return TRUE;
    default:
      return FALSE;
    }
}
