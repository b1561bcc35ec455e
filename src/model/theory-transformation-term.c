/* SPDX-License-Identifier: MIT */
#include "model/theory-private.h"

#include <string.h>

/* What a term for a transformation means: composites in both directions, whiskering, values of
 * functors to functor categories, duals and parts. */

typedef struct
{
  ChaseTheory *theory;
  GPtrArray *problems;
  guint depth;
} Resolving;

static const ChaseTransformation *
resolve (Resolving *resolving, const ChaseTerm *term);

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

  made = chase_theory_transformation_new (functor, functor,
                                          chase_transformation_form_between (functor, functor),
                                          term, g_strdup_printf ("id(%s)", functor->key));
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
  chase_transformation_set_word (made, object, word);
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
  made = chase_theory_transformation_new (from, to, chase_transformation_form_between (from, to),
                                          term, g_strdup_printf ("(%s * %s)", g->key, a->key));
  word = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint32 i = 0; made->form == CHASE_TRANSFORMATION_WORDS
                      && i < chase_presentation_n_objects (from->source->presentation);
       i++)
    {
      g_array_set_size (word, 0);
      good = chase_functor_map (g, a->words[i], word)
             && !chase_theory_too_long (resolving->theory, word->len, NULL, NULL) && good;
      chase_transformation_set_word (made, i, word);
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
  made = chase_theory_transformation_new (from, to, chase_transformation_form_between (from, to),
                                          term, g_strdup_printf ("(%s * %s)", a->key, f->key));
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
  made = chase_theory_transformation_new (from, to, chase_transformation_form_between (from, to),
                                          term, g_strdup_printf ("op(%s)", a->key));
  for (guint32 i = 0; made->form == CHASE_TRANSFORMATION_WORDS
                      && i < chase_presentation_n_objects (from->source->presentation);
       i++)
    {
      g_autoptr (GArray) word = g_array_new (FALSE, FALSE, sizeof (guint32));

      for (guint32 k = a->words[i].length; k > 0; k--)
        g_array_append_val (word, a->words[i].letters[k - 1]);
      chase_transformation_set_word (made, i, word);
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
      return chase_theory_yoneda (resolving->theory, term, resolving->problems);
    case CHASE_TERM_OPPOSITE_FUNCTOR:
      return turned_round (resolving, term);
    case CHASE_TERM_UNIT:
    case CHASE_TERM_COUNIT:
      return chase_theory_unit (resolving->theory, term, resolving->problems);
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
