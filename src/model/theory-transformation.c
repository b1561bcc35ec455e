/* SPDX-License-Identifier: MIT */
#include "model/theory-private.h"

#include <string.h>

typedef struct
{
  ChaseTheory *theory;
  GPtrArray *problems;
  guint depth;
} Resolving;

static const ChaseTransformation *
resolve (Resolving *resolving, const ChaseTerm *term);

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

static ChaseTransformationForm
form_between (const ChaseFunctor *from, const ChaseFunctor *to)
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

static void
set_word (ChaseTransformation *made, guint32 object, const GArray *letters)
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
  set_word (made, object, word);
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
  if (form_between (back, there) != CHASE_TRANSFORMATION_FUNCTIONS)
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
  ChaseTransformationForm form = form_between (from, to);
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
  values = read_values (theory, item, from->source);
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

/* Expressions. */

static const ChaseTransformation *
named (Resolving *resolving, const ChaseTerm *term)
{
  ChaseItem *item = chase_theory_find (resolving->theory, term->name);
  g_autofree char *hint = NULL;

  if (item == NULL)
    {
      hint = chase_theory_guess (resolving->theory, term->name, resolving->theory->names, NULL);
      chase_theory_error (resolving->problems, term, hint, "there is no transformation called %s",
                          term->name);
      return NULL;
    }
  if (item->kind != CHASE_ITEM_TRANSFORMATION)
    {
      chase_theory_error (resolving->problems, term, NULL, "%s is %s, not a transformation",
                          term->name, chase_item_article (item));
      return NULL;
    }
  return chase_theory_meaning (resolving->theory, item);
}

static const ChaseTransformation *
identity_of (Resolving *resolving, const ChaseFunctor *functor, const ChaseTerm *term)
{
  ChaseTransformation *made;

  made = chase_theory_transformation_new (functor, functor, form_between (functor, functor), term,
                                          g_strdup_printf ("id(%s)", functor->key));
  if (made->form == CHASE_TRANSFORMATION_FUNCTIONS)
    for (guint32 i = 0; i < functor->sets->n_objects; i++)
      for (guint32 x = 0; x < functor->sets->sizes[i]; x++)
        made->functions[made->offsets[i] + x] = x;
  if (chase_category_is_opposite_of_sets (functor->target))
    {
      const ChaseFunctor *turned
          = chase_theory_opposite_functor (resolving->theory, functor, term, NULL);

      made->turned = turned != NULL ? identity_of (resolving, turned, term) : NULL;
    }
  for (guint i = 0; chase_functor_is_pair (functor) && i < 2; i++)
    made->parts[i] = identity_of (resolving, functor->operands[i], term);
  return chase_theory_keep_transformation (resolving->theory, made);
}

static const ChaseTransformation *
identity (Resolving *resolving, const ChaseTerm *term)
{
  const ChaseFunctor *functor = chase_theory_functor_term (resolving->theory, term->args[0], NULL,
                                                           NULL, resolving->problems);

  return functor != NULL ? identity_of (resolving, functor, term) : NULL;
}

static gboolean
join_words (ChaseTheory *theory, ChaseTransformation *made, guint32 object, ChaseWord first,
            ChaseWord second)
{
  g_autoptr (GArray) word = g_array_new (FALSE, FALSE, sizeof (guint32));

  g_array_append_vals (word, first.letters, first.length);
  g_array_append_vals (word, second.letters, second.length);
  set_word (made, object, word);
  return !chase_theory_too_long (theory, word->len, NULL, NULL);
}

static const ChaseTransformation *
finish (Resolving *resolving, ChaseTransformation *made, gboolean good, const ChaseTerm *term)
{
  if (good)
    return chase_theory_keep_transformation (resolving->theory, made);
  chase_transformation_free (made);
  chase_theory_error (resolving->problems, term, NULL,
                      "the components of this composite are longer than %d arrows", CHASE_MAX_PATH);
  return NULL;
}

/* The same of one that may be a pair: it is one where both parts are there. */
static const ChaseTransformation *
finish_parts (Resolving *resolving, ChaseTransformation *made, gboolean good, const ChaseTerm *term)
{
  if (made->parts[0] == NULL || made->parts[1] == NULL)
    made->parts[0] = made->parts[1] = NULL;
  return finish (resolving, made, good, term);
}

static const ChaseTransformation *
vertical (Resolving *resolving, const ChaseTransformation *first, const ChaseTransformation *second,
          const ChaseTerm *term)
{
  ChaseTransformation *made;
  gboolean good = TRUE;

  if (!chase_functor_parallel (first->to, second->from))
    {
      chase_theory_error (resolving->problems, term, NULL,
                          "%s after %s does not compose: %s ends at %s, and %s starts at %s",
                          second->key, first->key, first->key, first->to->key, second->key,
                          second->from->key);
      return NULL;
    }
  made = chase_theory_transformation_new (
      first->from, second->to,
      first->form == second->form ? first->form : CHASE_TRANSFORMATION_TERM, term,
      g_strdup_printf ("(%s . %s)", second->key, first->key));
  if (made->form == CHASE_TRANSFORMATION_WORDS)
    for (guint32 i = 0; i < chase_presentation_n_objects (made->from->source->presentation); i++)
      good = join_words (resolving->theory, made, i, first->words[i], second->words[i]) && good;
  if (made->form == CHASE_TRANSFORMATION_FUNCTIONS)
    for (guint32 i = 0; i < made->from->sets->n_objects; i++)
      for (gsize x = made->offsets[i]; x < made->offsets[i + 1]; x++)
        made->functions[x] = second->functions[second->offsets[i] + first->functions[x]];
  if (first->turned != NULL && second->turned != NULL)
    made->turned = vertical (resolving, second->turned, first->turned, term);
  for (guint i = 0; first->parts[0] != NULL && second->parts[0] != NULL && i < 2; i++)
    made->parts[i] = vertical (resolving, first->parts[i], second->parts[i], term);
  return finish_parts (resolving, made, good, term);
}

static const ChaseFunctor *
composite_functor (Resolving *resolving, const ChaseFunctor *second, const ChaseFunctor *first,
                   const ChaseTerm *term)
{
  return chase_theory_compose_functors (resolving->theory, second, first, term,
                                        resolving->problems);
}

/* G * a: the functor after the transformation. */
static const ChaseTransformation *
whisker_after (Resolving *resolving, const ChaseFunctor *g, const ChaseTransformation *a,
               const ChaseTerm *term)
{
  const ChaseFunctor *from = composite_functor (resolving, g, a->from, term);
  const ChaseFunctor *to = composite_functor (resolving, g, a->to, term);
  g_autoptr (GArray) word = NULL;
  ChaseTransformation *made;
  gboolean good = TRUE;

  if (from == NULL || to == NULL)
    return NULL;
  made = chase_theory_transformation_new (from, to, form_between (from, to), term,
                                          g_strdup_printf ("(%s * %s)", g->key, a->key));
  word = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint32 i = 0; made->form == CHASE_TRANSFORMATION_WORDS
                      && i < chase_presentation_n_objects (from->source->presentation);
       i++)
    {
      g_array_set_size (word, 0);
      good = chase_functor_map (g, a->words[i], word)
             && !chase_theory_too_long (resolving->theory, word->len, NULL, NULL) && good;
      set_word (made, i, word);
    }
  for (guint32 i = 0; made->form == CHASE_TRANSFORMATION_FUNCTIONS && i < from->sets->n_objects;
       i++)
    for (guint32 x = 0; x < from->sets->sizes[i]; x++)
      {
        guint32 y = x;

        for (guint32 k = 0; k < a->words[i].length && y != NOWHERE; k++)
          y = g->sets->functions[g->sets->offsets[a->words[i].letters[k]] + y];
        made->functions[made->offsets[i] + x] = y;
        good = good && y != NOWHERE;
      }
  for (guint i = 0; chase_functor_is_pair (g) && i < 2; i++)
    made->parts[i] = whisker_after (resolving, g->operands[i], a, term);
  return finish_parts (resolving, made, good, term);
}

/* a * F: the transformation at the values of the functor. */
static const ChaseTransformation *
whisker_before (Resolving *resolving, const ChaseTransformation *a, const ChaseFunctor *f,
                const ChaseTerm *term)
{
  const ChaseFunctor *from = composite_functor (resolving, a->from, f, term);
  const ChaseFunctor *to = composite_functor (resolving, a->to, f, term);
  ChaseTransformation *made;
  gboolean good = TRUE;

  if (from == NULL || to == NULL)
    return NULL;
  made = chase_theory_transformation_new (from, to, form_between (from, to), term,
                                          g_strdup_printf ("(%s * %s)", a->key, f->key));
  if (made->form == CHASE_TRANSFORMATION_WORDS)
    for (guint32 i = 0; i < chase_presentation_n_objects (from->source->presentation); i++)
      good
          = join_words (resolving->theory, made, i, a->words[f->objects[i]], (ChaseWord){ NULL, 0 })
            && good;
  if (made->form == CHASE_TRANSFORMATION_FUNCTIONS)
    for (guint32 i = 0; i < from->sets->n_objects; i++)
      memcpy (made->functions + made->offsets[i], a->functions + a->offsets[f->objects[i]],
              from->sets->sizes[i] * sizeof (guint32));
  for (guint i = 0; a->parts[0] != NULL && i < 2; i++)
    made->parts[i] = whisker_before (resolving, a->parts[i], f, term);
  return finish_parts (resolving, made, good, term);
}

/* Whether @term means a functor, where both are possible. */
static gboolean
is_functor (Resolving *resolving, const ChaseTerm *term)
{
  while (term->kind == CHASE_TERM_COMPOSE || term->kind == CHASE_TERM_THEN)
    term = term->args[0];
  if (term->kind == CHASE_TERM_NAME)
    {
      ChaseItem *item = chase_theory_find (resolving->theory, term->name);

      return item != NULL && item->kind == CHASE_ITEM_FUNCTOR;
    }
  if (term->kind == CHASE_TERM_OPPOSITE_FUNCTOR)
    return is_functor (resolving, term->args[0]);
  if (term->kind == CHASE_TERM_APPLY)
    return chase_theory_is_value (resolving->theory, term, TRUE);
  return term->kind == CHASE_TERM_IDENTITY_FUNCTOR || term->kind == CHASE_TERM_HOM
         || term->kind == CHASE_TERM_FORGET || term->kind == CHASE_TERM_FREE
         || term->kind == CHASE_TERM_COFREE;
}

static const ChaseTransformation *
horizontal (Resolving *resolving, const ChaseTerm *term)
{
  gboolean left = is_functor (resolving, term->args[0]);
  gboolean right = is_functor (resolving, term->args[1]);
  const ChaseTransformation *a = NULL, *b = NULL, *one, *two;
  const ChaseFunctor *f = NULL;

  if (left && right)
    {
      chase_theory_error (resolving->problems, term, "functors are composed with `.`",
                          "at least one of the two must be a transformation");
      return NULL;
    }
  if (left || right)
    f = chase_theory_functor_term (resolving->theory, term->args[left ? 0 : 1], NULL, NULL,
                                   resolving->problems);
  if (!left)
    b = resolve (resolving, term->args[0]);
  if (!right)
    a = resolve (resolving, term->args[1]);
  if (left)
    return f != NULL && a != NULL ? whisker_after (resolving, f, a, term) : NULL;
  if (right)
    return f != NULL && b != NULL ? whisker_before (resolving, b, f, term) : NULL;
  if (a == NULL || b == NULL)
    return NULL;
  /* (b * a)[A] = b[G(A)] . H(a[A]), where a : F => G and b : H => K. */
  one = whisker_after (resolving, b->from, a, term);
  two = one != NULL ? whisker_before (resolving, b, a->to, term) : NULL;
  return two != NULL ? vertical (resolving, one, two, term) : NULL;
}

static const ChaseTransformation *
composite (Resolving *resolving, const ChaseTerm *term)
{
  gboolean reversed = term->kind == CHASE_TERM_COMPOSE;
  const ChaseTransformation *result = NULL;

  for (guint32 i = 0; i < term->n_args; i++)
    {
      const ChaseTransformation *next
          = resolve (resolving, term->args[reversed ? term->n_args - 1 - i : i]);

      if (next == NULL)
        return NULL;
      result = i == 0 ? next : vertical (resolving, result, next, term);
      if (result == NULL)
        return NULL;
    }
  return result;
}

/* F(f) of a functor F to functors: along the arrows of f, one after the other. */
static const ChaseTransformation *
value (Resolving *resolving, const ChaseTerm *term)
{
  g_autoptr (GArray) letters = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 source;
  const ChaseFunctor *functor = chase_theory_applied_to_path (resolving->theory, term, &source,
                                                              letters, resolving->problems);
  const ChaseTransformation *result = NULL;

  if (functor == NULL)
    return NULL;
  if (letters->len == 0)
    return identity_of (resolving, functor->functors[source], term);
  for (guint i = 0; i < letters->len; i++)
    {
      const ChaseTransformation *next
          = functor->transformations[g_array_index (letters, guint32, i)];

      result = i == 0 ? next : vertical (resolving, result, next, term);
      if (result == NULL)
        return NULL;
    }
  return result;
}

/* At the morphism m, P(m)(x): breadth first from the identity, which is the last element at
 * @object.
 */
static void
fill_yoneda (ChaseTransformation *made, guint32 object, guint32 x)
{
  const ChasePresentation *source = made->from->source->presentation;
  const ChaseSets *hom = made->from->sets;
  const ChaseSets *p = made->to->sets;
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, 2 * sizeof (guint32));
  guint32 pair[2] = { object, hom->sizes[object] - 1 };

  made->functions[made->offsets[object] + pair[1]] = x;
  g_array_append_vals (queue, pair, 1);
  for (guint i = 0; i < queue->len; i++)
    {
      const guint32 *head = &((const guint32 *)(gpointer)queue->data)[2 * i];
      guint32 at = head[0], m = head[1];
      guint32 y = made->functions[made->offsets[at] + m];

      for (guint32 f = 0; f < hom->n_arrows; f++)
        {
          gsize place;

          if (chase_presentation_arrow (source, f)->source != at)
            continue;
          pair[0] = chase_presentation_arrow (source, f)->target;
          pair[1] = hom->functions[hom->offsets[f] + m];
          place = made->offsets[pair[0]] + pair[1];
          if (made->functions[place] != NOWHERE)
            continue;
          made->functions[place] = p->functions[p->offsets[f] + y];
          g_array_append_vals (queue, pair, 1);
        }
    }
}

/* yoneda(x, A, P): Hom(-, A) => P by x in P(A). */
static const ChaseTransformation *
yoneda (Resolving *resolving, const ChaseTerm *term)
{
  const ChaseFunctor *p, *hom;
  const ChaseCategory *category;
  ChaseTransformation *made;
  guint32 object;
  guint32 x = NOWHERE;
  g_autoptr (ChaseTerm) hole = NULL;
  g_autoptr (ChaseTerm) hom_term = NULL;

  if (term->n_args != 3)
    {
      chase_theory_error (resolving->problems, term, NULL,
                          "this is a functor, not a transformation");
      return NULL;
    }
  p = chase_theory_functor_term (resolving->theory, term->args[2], NULL, NULL, resolving->problems);
  category = p != NULL ? chase_theory_opposite (resolving->theory, p->source) : NULL;
  if (category == NULL || category->kind != CHASE_CATEGORY_PRESENTED
      || !chase_theory_object (resolving->theory, category, term->args[1], &object,
                               resolving->problems))
    return NULL;
  if (p->form == CHASE_FUNCTOR_SETS)
    {
      g_autofree char *text = chase_term_to_text (term->args[0]);

      x = term->args[0]->kind == CHASE_TERM_NAME
              ? chase_sets_find (p->sets, object, term->args[0]->name)
              : NOWHERE;
      if (x == NOWHERE)
        {
          chase_theory_error (
              resolving->problems, term->args[0], NULL, "%s(%s) has no element %s", p->key,
              chase_presentation_object_name (category->presentation, object), text);
          return NULL;
        }
    }
  hole = chase_term_new (CHASE_TERM_HOLE, NULL, 0, 0);
  hom_term = chase_term_new (CHASE_TERM_HOM, (ChaseTerm *[]){ hole, term->args[1] }, 2, 0);
  hom = chase_theory_functor_term (resolving->theory, hom_term, p->source, NULL,
                                   resolving->problems);
  if (hom == NULL)
    return NULL;
  {
    g_autofree char *text = chase_term_to_text (term->args[0]);

    made = chase_theory_transformation_new (
        hom, p, form_between (hom, p), term,
        g_strdup_printf ("yoneda(%s, %s, %s)", text,
                         chase_presentation_object_name (category->presentation, object), p->key));
  }
  if (made->form == CHASE_TRANSFORMATION_FUNCTIONS)
    fill_yoneda (made, object, x);
  return chase_theory_keep_transformation (resolving->theory, made);
}

/* A functor term that is not in the text: @kind over the names of what is there. */
static const ChaseFunctor *
extended (Resolving *resolving, const ChaseTerm *term, const ChaseTerm *extension,
          const ChaseTerm *functor)
{
  g_autoptr (ChaseTerm) made = chase_term_new (
      extension->kind, (ChaseTerm *[]){ (ChaseTerm *)functor, extension->args[1] }, 2, 0);
  const ChaseFunctor *found
      = chase_theory_functor_term (resolving->theory, made, NULL, NULL, resolving->problems);

  if (found == NULL || found->form == CHASE_FUNCTOR_SETS)
    return found;
  chase_theory_error (resolving->problems, term, NULL, "the sets of %s cannot be listed",
                      found->key);
  return NULL;
}

/*
 * unit(free M along F) : M => (free M along F) . F,   counit(free N along F) : free (N . F) along F
 * => N, unit(cofree N along F) : N => cofree (N . F) along F, counit(cofree M along F) : (cofree M
 * along F) . F => M.
 */
static const ChaseTransformation *
unit (Resolving *resolving, const ChaseTerm *term)
{
  const ChaseTerm *extension = term->args[0];
  gboolean left = extension->kind == CHASE_TERM_FREE;
  gboolean is_unit = term->kind == CHASE_TERM_UNIT;
  const ChaseFunctor *given, *along, *m, *big, *around;
  g_autoptr (ChaseTerm) pulled = NULL;
  ChaseTransformation *made;

  if (extension->kind != CHASE_TERM_FREE && extension->kind != CHASE_TERM_COFREE)
    {
      chase_theory_error (resolving->problems, term, NULL,
                          "a unit is written unit(free M along F) or unit(cofree N along F)");
      return NULL;
    }
  pulled = chase_term_new (CHASE_TERM_FORGET, extension->args, 2, 0);
  given = chase_theory_functor_term (resolving->theory, extension->args[0], NULL, NULL,
                                     resolving->problems);
  along = chase_theory_functor_term (resolving->theory, extension->args[1], NULL, NULL,
                                     resolving->problems);
  if (given == NULL || along == NULL)
    return NULL;
  big = extended (resolving, term, extension, left == is_unit ? extension->args[0] : pulled);
  if (big == NULL)
    return NULL;
  m = big->shares != NULL ? big->shares->operands[0] : big->operands[0];
  around = left == is_unit ? composite_functor (resolving, big, along, term) : NULL;
  if ((left == is_unit && around == NULL) || given->form != CHASE_FUNCTOR_SETS)
    return NULL;
  if (left == is_unit)
    made = chase_theory_transformation_new (is_unit ? given : around, is_unit ? around : given,
                                            CHASE_TRANSFORMATION_FUNCTIONS, term, NULL);
  else
    made = chase_theory_transformation_new (is_unit ? given : big, is_unit ? big : given,
                                            CHASE_TRANSFORMATION_FUNCTIONS, term, NULL);
  made->key = g_strdup_printf ("%s(%s %s along %s)", is_unit ? "unit" : "counit",
                               left ? "free" : "cofree", given->key, along->key);
  made->operands[0] = m;
  made->operands[1] = along;
  chase_theory_fill_unit (made, left, is_unit);
  return chase_theory_keep_transformation (resolving->theory, made);
}

/* op(a) : op(G) => op(F) for a : F => G. */
static const ChaseTransformation *
opposite_of (Resolving *resolving, const ChaseTransformation *a, const ChaseTerm *term)
{
  const ChaseFunctor *from, *to;
  ChaseTransformation *made;

  if (a->turned != NULL)
    return a->turned;
  from = chase_theory_opposite_functor (resolving->theory, a->to, term, resolving->problems);
  to = chase_theory_opposite_functor (resolving->theory, a->from, term, resolving->problems);
  if (from == NULL || to == NULL)
    return NULL;
  made = chase_theory_transformation_new (from, to, form_between (from, to), term,
                                          g_strdup_printf ("op(%s)", a->key));
  for (guint32 i = 0; made->form == CHASE_TRANSFORMATION_WORDS
                      && i < chase_presentation_n_objects (from->source->presentation);
       i++)
    {
      g_autoptr (GArray) word = g_array_new (FALSE, FALSE, sizeof (guint32));

      for (guint32 k = a->words[i].length; k > 0; k--)
        g_array_append_val (word, a->words[i].letters[k - 1]);
      set_word (made, i, word);
    }
  if (a->from->target->kind == CHASE_CATEGORY_SETS)
    made->turned = a;
  for (guint i = 0; a->parts[0] != NULL && i < 2; i++)
    made->parts[i] = opposite_of (resolving, a->parts[i], term);
  return finish_parts (resolving, made, TRUE, term);
}

static const ChaseTransformation *
turned_round (Resolving *resolving, const ChaseTerm *term)
{
  const ChaseTransformation *a = resolve (resolving, term->args[0]);

  return a != NULL ? opposite_of (resolving, a, term) : NULL;
}

/* first(a) or second(a), of a transformation between functors to a product. */
static const ChaseTransformation *
part (Resolving *resolving, const ChaseTerm *term, guint i)
{
  const ChaseTransformation *a = resolve (resolving, term->args[1]);
  const ChaseFunctor *projection;

  if (a == NULL || a->parts[0] != NULL)
    return a != NULL ? a->parts[i] : NULL;
  projection = chase_theory_projection (resolving->theory, a->from->target, i);
  if (projection != NULL && a->form == CHASE_TRANSFORMATION_WORDS)
    return whisker_after (resolving, projection, a, term);
  chase_theory_error (resolving->problems, term, NULL,
                      "%s is no transformation between functors to a product", a->key);
  return NULL;
}

static const ChaseTransformation *
by_kind (Resolving *resolving, const ChaseTerm *term)
{
  g_autofree char *text = NULL;

  switch ((ChaseTermKind)term->kind)
    {
    case CHASE_TERM_NAME:
      return named (resolving, term);
    case CHASE_TERM_IDENTITY:
      return identity (resolving, term);
    case CHASE_TERM_COMPOSE:
    case CHASE_TERM_THEN:
      return composite (resolving, term);
    case CHASE_TERM_TIMES:
      return horizontal (resolving, term);
    case CHASE_TERM_YONEDA:
      return yoneda (resolving, term);
    case CHASE_TERM_OPPOSITE_FUNCTOR:
      return turned_round (resolving, term);
    case CHASE_TERM_UNIT:
    case CHASE_TERM_COUNIT:
      return unit (resolving, term);
    case CHASE_TERM_APPLY:
      if (chase_theory_part_asked (resolving->theory, term) != NOWHERE)
        return part (resolving, term, chase_theory_part_asked (resolving->theory, term));
      return value (resolving, term);
    default:
      text = chase_term_to_text (term);
      chase_theory_error (resolving->problems, term, NULL, "%s is not a transformation", text);
      return NULL;
    }
}

static const ChaseTransformation *
resolve (Resolving *resolving, const ChaseTerm *term)
{
  const ChaseTransformation *found;

  if (resolving->depth >= CHASE_MAX_DEPTH)
    {
      chase_theory_error (resolving->problems, term, NULL, "this term nests too deeply");
      return NULL;
    }
  resolving->depth++;
  found = by_kind (resolving, term);
  resolving->depth--;
  return found;
}

const ChaseTransformation *
chase_theory_transformation (ChaseTheory *theory, const ChaseTerm *term, const ChaseFunctor *from,
                             const ChaseFunctor *to, GPtrArray *problems)
{
  Resolving resolving = { theory, problems, 0 };
  const ChaseTransformation *found;

  g_rec_mutex_lock (&theory->lock);
  found = resolve (&resolving, term);
  g_rec_mutex_unlock (&theory->lock);
  if (found == NULL
      || ((from == NULL || chase_functor_parallel (found->from, from))
          && (to == NULL || chase_functor_parallel (found->to, to))))
    return found;
  chase_theory_error (problems, term, NULL,
                      "%s runs from %s to %s, but one from %s to %s is needed", found->key,
                      found->from->key, found->to->key, from != NULL ? from->key : found->from->key,
                      to != NULL ? to->key : found->to->key);
  return NULL;
}
