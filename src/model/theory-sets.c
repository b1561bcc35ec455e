/* SPDX-License-Identifier: MIT */
#include "model/theory-private.h"

ChaseSets *
chase_sets_new (const ChasePresentation *presentation, const guint32 *sizes)
{
  ChaseSets *sets = g_new0 (ChaseSets, 1);
  gsize total = 0;

  sets->n_objects = chase_presentation_n_objects (presentation);
  sets->n_arrows = chase_presentation_n_arrows (presentation);
  sets->sizes = g_memdup2 (sizes, sets->n_objects * sizeof (guint32));
  sets->first = g_new (gsize, sets->n_objects + 1);
  sets->offsets = g_new (gsize, sets->n_arrows + 1);
  for (guint32 i = 0; i < sets->n_objects; i++)
    {
      sets->first[i] = total;
      total += sizes[i];
    }
  sets->first[sets->n_objects] = total;
  sets->names = g_new0 (ChaseName *, total + 1);
  total = 0;
  for (guint32 i = 0; i < sets->n_arrows; i++)
    {
      sets->offsets[i] = total;
      total += sizes[chase_presentation_arrow (presentation, i)->source];
    }
  sets->offsets[sets->n_arrows] = total;
  sets->functions = g_new (guint32, total + 1);
  for (gsize i = 0; i < total; i++)
    sets->functions[i] = NOWHERE;
  return sets;
}

void
chase_sets_free (ChaseSets *sets)
{
  if (sets == NULL)
    return;
  for (gsize i = 0; i < sets->first[sets->n_objects]; i++)
    chase_name_unref (sets->names[i]);
  g_free (sets->sizes);
  g_free (sets->first);
  g_free (sets->offsets);
  g_free (sets->functions);
  g_free (sets->names);
  g_free (sets);
}

guint32
chase_sets_find (const ChaseSets *sets, guint32 object, const char *name)
{
  for (guint32 x = 0; x < sets->sizes[object]; x++)
    if (chase_name_equal (sets->names[sets->first[object] + x], name))
      return x;
  return NOWHERE;
}

void
chase_sets_invert_formal (ChaseSets *sets, const ChasePresentation *presentation)
{
  for (guint32 f = 0; f < sets->n_arrows; f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (presentation, f);
      guint32 n = sets->sizes[arrow->source];
      guint32 *values = sets->functions + sets->offsets[f];
      guint32 *back;

      if (arrow->formal || arrow->inverse == NOWHERE || n != sets->sizes[arrow->target])
        continue;
      back = sets->functions + sets->offsets[arrow->inverse];
      for (guint32 x = 0; x < n; x++)
        if (values[x] < n && back[values[x]] == NOWHERE)
          back[values[x]] = x;
    }
}

static GHashTable *
index_names (ChaseName **names, guint32 n)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint32 x = 0; x < n; x++)
    g_hash_table_insert (index, names[x], GUINT_TO_POINTER (x + 1));
  return index;
}

static gboolean
set_value (const ChaseTerm *from, const ChaseTerm *to, GHashTable *domain, GHashTable *codomain,
           guint32 *values, const char *what, GPtrArray *problems)
{
  guint32 x = NOWHERE, y = NOWHERE;
  g_autofree char *one = chase_term_to_text (from);
  g_autofree char *two = chase_term_to_text (to);

  if (from->kind == CHASE_TERM_NAME)
    x = GPOINTER_TO_UINT (g_hash_table_lookup (domain, from->name)) - 1;
  if (to->kind == CHASE_TERM_NAME)
    y = GPOINTER_TO_UINT (g_hash_table_lookup (codomain, to->name)) - 1;
  if (x == NOWHERE)
    chase_theory_error (problems, from, NULL, "%s: %s is not in the domain", what, one);
  else if (values[x] != NOWHERE)
    chase_theory_error (problems, from, NULL, "%s gives %s a second value", what, one);
  else if (y == NOWHERE)
    chase_theory_error (problems, to, NULL, "%s: %s is not in the codomain", what, two);
  else
    {
      values[x] = y;
      return TRUE;
    }
  if (x != NOWHERE && values[x] == NOWHERE)
    values[x] = 0; /* so that it is not reported as missing as well */
  return FALSE;
}

static gboolean
all_have_values (const ChaseTerm *value, ChaseName **names, guint32 n, const guint32 *values,
                 const char *what, GPtrArray *problems)
{
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();
  g_autofree char *list = NULL;

  for (guint32 x = 0; x < n; x++)
    if (values[x] == NOWHERE)
      g_ptr_array_add (missing, names[x]);
  if (missing->len == 0)
    return TRUE;
  list = chase_list_names (missing);
  chase_theory_error (problems, value, NULL, "%s gives no value to %s", what, list);
  return FALSE;
}

gboolean
chase_theory_read_function (const ChaseTerm *value, ChaseName **domain, guint32 n_domain,
                            ChaseName **codomain, guint32 n_codomain, guint32 *values,
                            const char *what, GPtrArray *problems)
{
  g_autoptr (GHashTable) from = NULL;
  g_autoptr (GHashTable) to = NULL;
  gboolean good = TRUE;

  if (value->kind != CHASE_TERM_FUNCTION && !(value->kind == CHASE_TERM_SET && value->n_args == 0))
    {
      chase_theory_error (problems, value, "a function is written {x |-> y, ...}",
                          "%s must be a function", what);
      return FALSE;
    }
  from = index_names (domain, n_domain);
  to = index_names (codomain, n_codomain);
  for (guint32 i = 0; i + 1 < value->n_args; i += 2)
    if (!set_value (value->args[i], value->args[i + 1], from, to, values, what, problems))
      good = FALSE;
  return all_have_values (value, domain, n_domain, values, what, problems) && good;
}
