/* SPDX-License-Identifier: MIT */
#include "model/theory-private.h"

void
chase_transformation_free (ChaseTransformation *transformation)
{
  if (transformation == NULL)
    return;
  if (transformation->shares == NULL)
    {
      for (guint i = 0;
           transformation->words != NULL
           && i < chase_presentation_n_objects (transformation->from->source->presentation);
           i++)
        g_free ((gpointer)transformation->words[i].letters);
      g_free (transformation->words);
      g_free (transformation->offsets);
      g_free (transformation->functions);
      chase_term_unref ((ChaseTerm *)transformation->term);
    }
  g_free (transformation->key);
  g_free (transformation);
}

const ChaseTransformation *
chase_theory_keep_transformation (ChaseTheory *theory, ChaseTransformation *transformation)
{
  ChaseTransformation *known = g_hash_table_lookup (theory->transformations, transformation->key);

  if (known != NULL)
    {
      chase_transformation_free (transformation);
      return known;
    }
  g_hash_table_insert (theory->transformations, transformation->key, transformation);
  return transformation;
}

ChaseTransformationForm
chase_transformation_form_between (const ChaseFunctor *from, const ChaseFunctor *to)
{
  if (from->form == CHASE_FUNCTOR_WORDS && to->form == CHASE_FUNCTOR_WORDS)
    return CHASE_TRANSFORMATION_WORDS;
  if (from->form == CHASE_FUNCTOR_SETS && to->form == CHASE_FUNCTOR_SETS)
    return CHASE_TRANSFORMATION_FUNCTIONS;
  return CHASE_TRANSFORMATION_TERM;
}

ChaseTransformation *
chase_theory_transformation_new (const ChaseFunctor *from, const ChaseFunctor *to,
                                 ChaseTransformationForm form, const ChaseTerm *term, char *key)
{
  ChaseTransformation *made = g_new0 (ChaseTransformation, 1);
  const ChasePresentation *p = from->source->presentation;
  guint n = p != NULL ? chase_presentation_n_objects (p) : 0;

  made->key = key;
  made->from = from;
  made->to = to;
  made->form = form;
  made->term = chase_term_ref (term);
  if (form == CHASE_TRANSFORMATION_WORDS)
    made->words = g_new0 (ChaseWord, n + 1);
  if (form == CHASE_TRANSFORMATION_FUNCTIONS)
    {
      gsize total = 0;

      made->offsets = g_new0 (gsize, n + 1);
      for (guint i = 0; i < n; i++)
        {
          made->offsets[i] = total;
          total += from->sets->sizes[i];
        }
      made->offsets[n] = total;
      made->functions = g_new (guint32, total + 1);
      for (gsize i = 0; i < total; i++)
        made->functions[i] = NOWHERE;
    }
  return made;
}

void
chase_transformation_set_word (ChaseTransformation *made, guint32 object, const GArray *letters)
{
  made->words[object].letters = g_memdup2 (letters->data, letters->len * sizeof (guint32));
  made->words[object].length = letters->len;
}

/* Blocks. */

static gboolean
read_word (ChaseTheory *theory, const ChaseItem *item, ChaseTransformation *made, guint32 object,
           const ChaseTerm *value)
{
  g_autoptr (GArray) word = g_array_new (FALSE, FALSE, sizeof (guint32));
  const ChaseCategory *d = made->from->target;
  g_autofree char *text = NULL;
  guint32 source, target;

  if (!chase_theory_path (theory, d, value, &source, &target, word, theory->problems))
    return FALSE;
  chase_transformation_set_word (made, object, word);
  if (source == made->from->objects[object] && target == made->to->objects[object])
    return TRUE;
  text = chase_term_to_text (value);
  chase_theory_error (theory->problems, value, NULL,
                      "%s[%s] must run from %s to %s, but %s runs from %s to %s", item->name,
                      chase_presentation_object_name (made->from->source->presentation, object),
                      chase_presentation_object_name (d->presentation, made->from->objects[object]),
                      chase_presentation_object_name (d->presentation, made->to->objects[object]),
                      text, chase_presentation_object_name (d->presentation, source),
                      chase_presentation_object_name (d->presentation, target));
  return FALSE;
}

static gboolean
read_function (ChaseTheory *theory, const ChaseItem *item, ChaseTransformation *made,
               guint32 object, const ChaseTerm *value)
{
  const ChaseSets *from = made->from->sets;
  const ChaseSets *to = made->to->sets;
  g_autofree char *what
      = g_strdup_printf ("%s[%s]", item->name,
                         chase_presentation_object_name (made->from->source->presentation, object));

  return chase_theory_read_function (
      value, from->names + from->first[object], from->sizes[object], to->names + to->first[object],
      to->sizes[object], made->functions + made->offsets[object], what, theory->problems);
}

/* The object that a statement gives a component at, or NOWHERE with an error. */
static guint32
component_of (ChaseTheory *theory, const ChaseItem *item, const ChaseCategory *category,
              const ChaseStatement *statement, const ChaseStatement **given)
{
  g_autofree char *text = NULL;
  guint32 object;

  if (!chase_theory_object (theory, category, statement->from, &object, theory->problems))
    return NOWHERE;
  if (given[object] == NULL)
    return object;
  text = chase_term_to_text (statement->from);
  chase_theory_error (theory->problems, statement->from, NULL,
                      "%s gives %s a second value: the first is on line %u", item->name, text,
                      given[object]->line);
  return NOWHERE;
}

static gboolean
check_complete (ChaseTheory *theory, const ChaseItem *item, const ChasePresentation *p,
                const ChaseStatement **given)
{
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();
  g_autofree char *list = NULL;

  for (guint32 i = 0; i < chase_presentation_n_objects (p); i++)
    if (given[i] == NULL)
      g_ptr_array_add (missing, (gpointer)chase_presentation_object_name (p, i));
  if (missing->len == 0)
    return TRUE;
  list = chase_list_names (missing);
  chase_problems_error (theory->problems, item->line, item->column,
                        strlen (chase_item_keyword (item)), NULL, "%s gives no value to %s",
                        item->name, list);
  return FALSE;
}

/* The value that @item gives each object of @p, or NULL where something is wrong. Caller frees. */
static const ChaseTerm **
read_values (ChaseTheory *theory, ChaseItem *item, const ChaseCategory *category)
{
  guint n = chase_presentation_n_objects (category->presentation);
  g_autofree const ChaseStatement **given = g_new0 (const ChaseStatement *, n + 1);
  g_autofree const ChaseTerm **values = g_new0 (const ChaseTerm *, n + 1);
  gboolean good = TRUE;

  for (guint i = 0; i < chase_item_n_statements (item); i++)
    {
      const ChaseStatement *statement = chase_item_get_statement (item, i);
      guint32 object;

      if (statement->kind != CHASE_STATEMENT_ASSIGNMENT)
        continue;
      object = component_of (theory, item, category, statement, given);
      good = object != NOWHERE && good;
      if (object == NOWHERE)
        continue;
      given[object] = statement;
      values[object] = statement->value;
    }
  good = check_complete (theory, item, category->presentation, given) && good;
  return good ? g_steal_pointer (&values) : NULL;
}

static gboolean
read_block (ChaseTheory *theory, ChaseItem *item, ChaseTransformation *made,
            const ChaseTerm **values)
{
  guint n = chase_presentation_n_objects (made->from->source->presentation);
  gboolean good = TRUE;

  for (guint i = 0; i < n; i++)
    if (made->form == CHASE_TRANSFORMATION_WORDS)
      good = read_word (theory, item, made, i, values[i]) && good;
    else
      good = read_function (theory, item, made, i, values[i]) && good;
  return good;
}

static ChaseTransformation *
components_without_names (ChaseTheory *theory, const ChaseItem *item, const ChaseFunctor *from,
                          const ChaseFunctor *to)
{
  chase_problems_error (
      theory->problems, item->line, item->column, strlen (chase_item_keyword (item)),
      "give it by an expression, such as yoneda(x, A, P)",
      "the sets of %s are not written out, so that components cannot name their elements",
      (from->form == CHASE_FUNCTOR_TERM ? from : to)->key);
  return NULL;
}

static ChaseTransformation *
build_between (ChaseTheory *theory, ChaseItem *item, const ChaseFunctor *from,
               const ChaseFunctor *to, const ChaseTerm **values, const char *name);

/* Between functors to Set^op: op(a), where the functions a run back between functors to Set. */
static ChaseTransformation *
build_opposite_block (ChaseTheory *theory, ChaseItem *item, const ChaseFunctor *from,
                      const ChaseFunctor *to, const ChaseTerm **values, const char *name)
{
  g_autoptr (ChaseTerm) term = chase_term_new_name (name);
  const ChaseFunctor *back = chase_theory_opposite_functor (theory, to, term, theory->problems);
  const ChaseFunctor *there
      = back != NULL ? chase_theory_opposite_functor (theory, from, term, theory->problems) : NULL;
  ChaseTransformation *inner, *made;

  if (there == NULL)
    return NULL;
  if (chase_transformation_form_between (back, there) != CHASE_TRANSFORMATION_FUNCTIONS)
    return components_without_names (theory, item, back, there);
  inner = chase_theory_transformation_new (back, there, CHASE_TRANSFORMATION_FUNCTIONS, NULL,
                                           g_strdup_printf ("op(%s)", name));
  if (!read_block (theory, item, inner, values))
    {
      chase_transformation_free (inner);
      return NULL;
    }
  made = chase_theory_transformation_new (from, to, CHASE_TRANSFORMATION_TERM, NULL,
                                          g_strdup (name));
  made->turned = chase_theory_keep_transformation (theory, inner);
  return made;
}

/* Between functors to a product: part by part. */
static ChaseTransformation *
build_pair (ChaseTheory *theory, ChaseItem *item, const ChaseFunctor *from, const ChaseFunctor *to,
            const ChaseTerm **values, const char *name)
{
  guint n = chase_presentation_n_objects (from->source->presentation);
  g_autofree const ChaseTerm **own = g_new0 (const ChaseTerm *, n + 1);
  const ChaseTransformation *parts[2];
  ChaseTransformation *made;

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *part = g_strdup_printf ("%s(%s)", i == 0 ? "first" : "second", name);

      for (guint a = 0; a < n; a++)
        {
          own[a] = chase_theory_pair_half (values[a], i, theory->problems);
          if (own[a] == NULL)
            return NULL;
        }
      made = build_between (theory, item, from->operands[i], to->operands[i], own, part);
      if (made == NULL)
        return NULL;
      parts[i] = chase_theory_keep_transformation (theory, made);
    }
  made = chase_theory_transformation_new (from, to, CHASE_TRANSFORMATION_TERM, NULL,
                                          g_strdup (name));
  made->parts[0] = parts[0];
  made->parts[1] = parts[1];
  return made;
}

static ChaseTransformation *
build_between (ChaseTheory *theory, ChaseItem *item, const ChaseFunctor *from,
               const ChaseFunctor *to, const ChaseTerm **values, const char *name)
{
  ChaseTransformationForm form = chase_transformation_form_between (from, to);
  ChaseTransformation *made;

  if (chase_functor_is_pair (from) && chase_functor_is_pair (to))
    return build_pair (theory, item, from, to, values, name);
  if (chase_category_is_opposite_of_sets (from->target))
    return build_opposite_block (theory, item, from, to, values, name);
  if (form == CHASE_TRANSFORMATION_TERM)
    return components_without_names (theory, item, from, to);
  made = chase_theory_transformation_new (from, to, form, NULL, g_strdup (name));
  if (read_block (theory, item, made, values))
    return made;
  chase_transformation_free (made);
  return NULL;
}

static const ChaseTransformation *
build_block (ChaseTheory *theory, ChaseItem *item, const ChaseFunctor *from, const ChaseFunctor *to)
{
  g_autofree const ChaseTerm **values = NULL;
  ChaseTransformation *made;

  if (from->source->presentation == NULL)
    return components_without_names (theory, item, from, to);
  values = read_values (theory, item, chase_theory_argument (theory, from));
  made = values != NULL ? build_between (theory, item, from, to, values, item->name) : NULL;
  if (made == NULL)
    return NULL;
  made->item = item;
  return chase_theory_keep_transformation (theory, made);
}

static const ChaseTransformation *
build_expression (ChaseTheory *theory, ChaseItem *item, const ChaseFunctor *from,
                  const ChaseFunctor *to)
{
  const ChaseTransformation *value
      = chase_theory_transformation (theory, item->expression, from, to, theory->problems);
  ChaseTransformation *alias;

  if (value == NULL)
    return NULL;
  alias = g_memdup2 (value, sizeof *value);
  alias->key = g_strdup (item->name);
  alias->item = item;
  alias->from = from;
  alias->to = to;
  alias->shares = value;
  return chase_theory_keep_transformation (theory, alias);
}

/* In Hom(-, A) => P the category is that of P. */
static void
resolve_ends (ChaseTheory *theory, const ChaseItem *item, const ChaseFunctor **from,
              const ChaseFunctor **to)
{
  gboolean from_leans = item->from->kind == CHASE_TERM_HOM;
  gboolean to_leans = item->to->kind == CHASE_TERM_HOM;
  const ChaseCategory *source = NULL;

  *from = *to = NULL;
  if (from_leans && !to_leans)
    {
      *to = chase_theory_functor_term (theory, item->to, NULL, NULL, theory->problems);
      if (*to == NULL)
        return;
      source = (*to)->source;
    }
  *from = chase_theory_functor_term (theory, item->from, source, NULL, theory->problems);
  if (*from != NULL && *to == NULL)
    *to = chase_theory_functor_term (theory, item->to, to_leans ? (*from)->source : NULL, NULL,
                                     theory->problems);
}

const ChaseTransformation *
chase_theory_build_transformation (ChaseTheory *theory, ChaseItem *item)
{
  const ChaseFunctor *from, *to;

  if (item->from == NULL || item->to == NULL)
    return NULL;
  resolve_ends (theory, item, &from, &to);
  if (from == NULL || to == NULL)
    return NULL;
  if (from->source != to->source || from->target != to->target)
    {
      chase_theory_error (theory->problems, item->to, NULL,
                          "%s and %s are not parallel: %s runs from %s to %s, but %s from %s to %s",
                          from->key, to->key, from->key, from->source->key, from->target->key,
                          to->key, to->source->key, to->target->key);
      return NULL;
    }
  return item->expression != NULL ? build_expression (theory, item, from, to)
                                  : build_block (theory, item, from, to);
}
