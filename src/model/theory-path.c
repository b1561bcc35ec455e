/* SPDX-License-Identifier: MIT */
#include "model/theory-typing.h"

#include "i18n.h"

/* Paths as they are written. */

static gboolean
unknown_arrow (ChaseTyping *typing, const ChaseCategory *category, const ChaseTerm *term)
{
  g_autofree char *hint = NULL;
  const ChaseItem *item;

  if (g_hash_table_contains (category->failed, term->name))
    return FALSE;
  if (chase_category_find_object (category, term->name) != NOWHERE)
    hint = g_strdup_printf (_ ("%s is an object; its identity is id(%s)"), term->name, term->name);
  else
    hint = chase_theory_guess (typing->theory, term->name, category->arrow_index,
                               category->edge_index);
  item = chase_theory_find (typing->theory, term->name);
  if (hint == NULL && item != NULL)
    hint = g_strdup_printf (_ ("%s is %s"), term->name, chase_item_article (item));
  chase_theory_error (typing->problems, term, hint, "%s has no arrow called %s", category->key,
                      term->name);
  return FALSE;
}

static gboolean
path_of_name (ChaseTyping *typing, const ChaseCategory *category, const ChaseTerm *term,
              guint32 *source, guint32 *target, GArray *word)
{
  guint32 index = chase_category_find_arrow (category, term->name);
  const ChaseNamedPath *named = NULL;

  if (index != NOWHERE)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (category->presentation, index);

      *source = arrow->source;
      *target = arrow->target;
      g_array_append_val (word, index);
      return TRUE;
    }
  if (category->edge_index != NULL)
    named = g_hash_table_lookup (category->edge_index, term->name);
  if (named == NULL)
    return unknown_arrow (typing, category, term);
  *source = named->source;
  *target = named->target;
  g_array_append_vals (word, named->letters->data, named->letters->len);
  return TRUE;
}

static void
report_gap (ChaseTyping *typing, const ChaseCategory *category, const ChaseTerm *first,
            const ChaseTerm *then, gboolean reversed, gboolean other_way, guint32 codomain,
            guint32 domain)
{
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;
  g_autofree char *hint = NULL;

  if (typing->problems == NULL)
    return;
  one = chase_term_to_text (first);
  two = chase_term_to_text (then);
  if (other_way)
    hint = g_strdup_printf (_ ("did you mean %s %s %s?"), reversed ? one : two,
                            reversed ? "." : ">>", reversed ? two : one);
  chase_theory_error (
      typing->problems, reversed ? first : then, hint,
      "%s after %s does not compose: the codomain of %s is %s, the domain of %s is %s", two, one,
      one, chase_typing_object_name (category, codomain), two,
      chase_typing_object_name (category, domain));
}

/* The factors from first to last applied: from the right of `g . f`, from the left of `f >> g`. */
static gboolean
path_of_composite (ChaseTyping *typing, const ChaseCategory *category, const ChaseTerm *term,
                   guint32 *source, guint32 *target, GArray *word)
{
  gboolean reversed = term->kind == CHASE_TERM_COMPOSE;
  const ChaseTerm *before = NULL;
  gboolean good = TRUE;
  gboolean known = FALSE;
  guint32 begins = 0;

  for (guint32 i = 0; i < term->n_args; i++)
    {
      const ChaseTerm *factor = term->args[reversed ? term->n_args - 1 - i : i];
      guint32 from, to;
      gboolean typed = chase_typing_path (typing, category, factor, &from, &to, word);

      if (typed && known && from != *target)
        {
          report_gap (typing, category, before, factor, reversed, to == begins, *target, from);
          good = FALSE;
        }
      if (typed && i == 0)
        *source = from;
      if (typed)
        {
          begins = from;
          *target = to;
        }
      good = good && typed;
      known = typed;
      before = factor;
    }
  return good;
}

static void
reverse_letters (GArray *word, guint start)
{
  guint32 *letters = (guint32 *)(gpointer)word->data;

  for (guint i = start, j = word->len; i + 1 < j; i++)
    {
      guint32 letter = letters[i];

      letters[i] = letters[--j];
      letters[j] = letter;
    }
}

static gboolean
invert_letters (ChaseTyping *typing, const ChaseCategory *category, const ChaseTerm *term,
                GArray *word, guint start)
{
  guint32 *letters = (guint32 *)(gpointer)word->data;

  for (guint i = start; i < word->len; i++)
    {
      guint32 inverse = chase_category_inverse (category, letters[i]);
      const ChaseName *name = chase_presentation_arrow (category->presentation, letters[i])->name;
      g_autofree char *hint = NULL;

      if (inverse == NOWHERE)
        {
          hint = category->table
                     ? NULL
                     : g_strdup_printf (_ ("declare `iso %s` in %s"), name, category->key);
          chase_theory_error (typing->problems, term, hint,
                              category->table ? "%s has no inverse in the table"
                                              : _ ("%s has no inverse: it is not declared iso"),
                              name);
          return FALSE;
        }
      letters[i] = inverse;
    }
  reverse_letters (word, start);
  return TRUE;
}

static gboolean
path_of_power (ChaseTyping *typing, const ChaseCategory *category, const ChaseTerm *term,
               guint32 *source, guint32 *target, GArray *word)
{
  guint start = word->len;
  gint64 exponent = chase_term_get_number (term);
  guint64 times = (guint64)ABS (exponent);
  guint length;

  if (!chase_typing_path (typing, category, term->args[0], source, target, word))
    return FALSE;
  if (exponent < 0)
    {
      guint32 from = *source;

      if (!invert_letters (typing, category, term, word, start))
        return FALSE;
      *source = *target;
      *target = from;
    }
  if (times != 1 && *source != *target)
    {
      g_autofree char *text = chase_term_to_text (term->args[0]);

      chase_theory_error (typing->problems, term, NULL,
                          "only an endomorphism has powers, and %s runs from %s to %s", text,
                          chase_typing_object_name (category, exponent < 0 ? *target : *source),
                          chase_typing_object_name (category, exponent < 0 ? *source : *target));
      return FALSE;
    }
  length = word->len - start;
  if (times == 0)
    g_array_set_size (word, start);
  if (times < 2 || length == 0)
    return TRUE;
  if (chase_theory_too_long (typing->theory, MIN (times, CHASE_MAX_PATH + 1) * length, term,
                             typing->problems))
    return FALSE;
  g_array_set_size (word, start + (guint)times * length);
  for (guint i = start + length; i < word->len; i++)
    g_array_index (word, guint32, i) = g_array_index (word, guint32, i - length);
  return TRUE;
}

static gboolean
append_image (ChaseTyping *typing, const ChaseFunctor *functor, const ChaseTerm *term,
              const GArray *letters, GArray *word)
{
  for (guint i = 0; i < letters->len; i++)
    {
      guint32 letter
          = g_array_index (letters, guint32, functor->contravariant ? letters->len - 1 - i : i);
      ChaseWord image = functor->words[letter];

      if (image.length == G_MAXUINT32)
        {
          chase_theory_error (
              typing->problems, term, NULL, "%s has no formal inverse as its value at %s",
              functor->key, chase_presentation_arrow (functor->source->presentation, letter)->name);
          return FALSE;
        }
      if (word->len + (gsize)image.length > CHASE_MAX_PATH
          || chase_theory_too_long (typing->theory, image.length, term, NULL))
        {
          chase_theory_too_long (typing->theory, CHASE_MAX_PATH + 1, term, typing->problems);
          return FALSE;
        }
      g_array_append_vals (word, image.letters, image.length);
    }
  return TRUE;
}

static gboolean
path_of_application (ChaseTyping *typing, const ChaseCategory *category, const ChaseTerm *term,
                     guint32 *source, guint32 *target, GArray *word)
{
  g_autoptr (GArray) letters = NULL;
  const ChaseCategory *argument;
  const ChaseFunctor *functor = chase_typing_functor (typing, category, term, &argument);
  guint32 from, to;

  if (functor == NULL)
    return FALSE;
  letters = g_array_new (FALSE, FALSE, sizeof (guint32));
  if (!chase_typing_path (typing, argument, term->args[1], &from, &to, letters)
      || !append_image (typing, functor, term, letters, word))
    return FALSE;
  *source = functor->objects[functor->contravariant ? to : from];
  *target = functor->objects[functor->contravariant ? from : to];
  return TRUE;
}

static gboolean
path_of_component (ChaseTyping *typing, const ChaseCategory *category, const ChaseTerm *term,
                   guint32 *source, guint32 *target, GArray *word)
{
  const ChaseTransformation *alpha
      = chase_theory_transformation (typing->theory, term->args[0], NULL, NULL, typing->problems);
  guint32 object;

  if (alpha == NULL)
    return FALSE;
  if (alpha->from->target != category || alpha->form != CHASE_TRANSFORMATION_WORDS)
    {
      chase_theory_error (typing->problems, term, NULL,
                          "the components of %s are arrows of %s, not of %s", alpha->key,
                          alpha->from->target->key, category->key);
      return FALSE;
    }
  if (!chase_typing_object (typing, chase_theory_argument (typing->theory, alpha->from),
                            term->args[1], &object))
    return FALSE;
  *source = alpha->from->objects[object];
  *target = alpha->to->objects[object];
  g_array_append_vals (word, alpha->words[object].letters, alpha->words[object].length);
  return TRUE;
}

/* (f, g) is first (f, id), then (id, g). */
static gboolean
path_of_product (ChaseTyping *typing, const ChaseCategory *category, const ChaseTerm *term,
                 guint32 *source, guint32 *target, GArray *word)
{
  g_autoptr (GArray) first = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) second = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 n_objects = chase_presentation_n_objects (category->parts[1]->presentation);
  guint32 n_arrows = chase_presentation_n_arrows (category->parts[1]->presentation);
  guint32 offset = chase_presentation_n_arrows (category->parts[0]->presentation) * n_objects;
  guint32 ends[4];
  gboolean one
      = chase_typing_path (typing, category->parts[0], term->args[0], &ends[0], &ends[1], first);

  if (!chase_typing_path (typing, category->parts[1], term->args[1], &ends[2], &ends[3], second)
      || !one)
    return FALSE;
  for (guint i = 0; i < first->len; i++)
    {
      guint32 letter = g_array_index (first, guint32, i) * n_objects + ends[2];

      g_array_append_val (word, letter);
    }
  for (guint i = 0; i < second->len; i++)
    {
      guint32 letter = offset + ends[1] * n_arrows + g_array_index (second, guint32, i);

      g_array_append_val (word, letter);
    }
  *source = ends[0] * n_objects + ends[2];
  *target = ends[1] * n_objects + ends[3];
  return TRUE;
}

/* (f, x): the arrow from (A, x) over f; in the opposite, which contravariant functors have, the one
 * to (A, x). */
static gboolean
path_of_element (ChaseTyping *typing, const ChaseCategory *category, const ChaseTerm *term,
                 guint32 *source, guint32 *target, GArray *word)
{
  g_autoptr (GArray) letters = g_array_new (FALSE, FALSE, sizeof (guint32));
  const ChaseFunctor *functor = category->elements;
  gboolean turned = category->parts[0] != functor->source;
  const ChaseSets *sets = functor->sets;
  guint start = word->len;
  guint32 from, to, x, at;

  if (!chase_typing_path (typing, category->parts[0], term->args[0], &from, &to, letters))
    return FALSE;
  if (category->slice)
    {
      if (!chase_typing_object_of_slice (typing, category, term->args[1], &at, &x))
        return FALSE;
      if (at != (turned ? to : from))
        {
          g_autofree char *one = chase_term_to_text (term->args[0]);
          g_autofree char *two = chase_term_to_text (term->args[1]);

          chase_theory_error (typing->problems, term->args[1], NULL,
                              turned ? _ ("%s and %s do not compose: one ends at %s, the other "
                                          "begins at %s")
                                     : _ ("%s and %s do not compose: one begins at %s, the other "
                                          "ends at %s"),
                              one, two,
                              chase_typing_object_name (category->parts[0], turned ? to : from),
                              chase_typing_object_name (category->parts[0], at));
          return FALSE;
        }
    }
  else
    x = chase_typing_element (typing, functor, turned ? to : from, term->args[1]);
  if (x == NOWHERE)
    {
      g_autofree char *text = chase_term_to_text (term->args[1]);

      chase_theory_error (typing->problems, term->args[1], NULL, "the set at %s has no element %s",
                          chase_typing_object_name (category->parts[0], turned ? to : from), text);
      return FALSE;
    }
  *source = (guint32)sets->first[turned ? to : from] + x;
  for (guint i = 0; i < letters->len; i++)
    {
      guint32 f = g_array_index (letters, guint32, turned ? letters->len - 1 - i : i);
      guint32 letter = (guint32)sets->offsets[f] + x;

      g_array_append_val (word, letter);
      x = sets->functions[letter];
    }
  *target = (guint32)sets->first[turned ? from : to] + x;
  if (turned)
    {
      guint32 end = *source;

      *source = *target;
      *target = end;
      reverse_letters (word, start);
    }
  return TRUE;
}

static gboolean
path_of_pair (ChaseTyping *typing, const ChaseCategory *category, const ChaseTerm *term,
              guint32 *source, guint32 *target, GArray *word)
{
  if (category->product)
    return path_of_product (typing, category, term, source, target, word);
  if (category->elements != NULL)
    return path_of_element (typing, category, term, source, target, word);
  chase_theory_error (typing->problems, term, NULL, "%s is not a product: a pair is no arrow of it",
                      category->key);
  return FALSE;
}

/* A morphism of a functor category or its opposite: a transformation. */
static gboolean
path_of_functors (ChaseTyping *typing, const ChaseCategory *category, const ChaseTerm *term,
                  guint32 *source, guint32 *target, GArray *word)
{
  const ChaseTransformation *alpha
      = chase_theory_transformation (typing->theory, term, NULL, NULL, typing->problems);
  guint32 morphism;

  if (alpha == NULL)
    return FALSE;
  morphism = chase_theory_find_transformation (typing->theory,
                                               chase_typing_table_of_functors (category), alpha);
  if (morphism == NOWHERE)
    return FALSE;
  *source = *target = morphism - chase_presentation_n_arrows (category->presentation);
  if (morphism >= chase_presentation_n_arrows (category->presentation))
    return TRUE;
  *source = chase_presentation_arrow (category->presentation, morphism)->source;
  *target = chase_presentation_arrow (category->presentation, morphism)->target;
  g_array_append_val (word, morphism);
  return TRUE;
}

/* Is @term to be read as one transformation? In an opposite, composites run the other way. */
static gboolean
is_transformation (const ChaseCategory *category, const ChaseTerm *term)
{
  gboolean composite = term->kind == CHASE_TERM_COMPOSE || term->kind == CHASE_TERM_THEN
                       || term->kind == CHASE_TERM_POWER;

  return chase_typing_table_of_functors (category) != NULL
         && (category->functors != NULL || !composite)
         && (term->kind != CHASE_TERM_NAME
             || chase_category_find_arrow (category, term->name) == NOWHERE);
}

static gboolean
path_by_kind (ChaseTyping *typing, const ChaseCategory *category, const ChaseTerm *term,
              guint32 *source, guint32 *target, GArray *word)
{
  g_autofree char *text = NULL;

  if (is_transformation (category, term))
    return path_of_functors (typing, category, term, source, target, word);

  switch ((ChaseTermKind)term->kind)
    {
    case CHASE_TERM_NAME:
      return path_of_name (typing, category, term, source, target, word);
    case CHASE_TERM_IDENTITY:
      if (!chase_typing_object (typing, category, term->args[0], source))
        return FALSE;
      *target = *source;
      return TRUE;
    case CHASE_TERM_COMPOSE:
    case CHASE_TERM_THEN:
      return path_of_composite (typing, category, term, source, target, word);
    case CHASE_TERM_POWER:
      return path_of_power (typing, category, term, source, target, word);
    case CHASE_TERM_APPLY:
      return path_of_application (typing, category, term, source, target, word);
    case CHASE_TERM_COMPONENT:
      return path_of_component (typing, category, term, source, target, word);
    case CHASE_TERM_PAIR:
      return path_of_pair (typing, category, term, source, target, word);
    default:
      text = chase_term_to_text (term);
      chase_theory_error (typing->problems, term, NULL, "%s is not a path", text);
      return FALSE;
    }
}

gboolean
chase_typing_path (ChaseTyping *typing, const ChaseCategory *category, const ChaseTerm *term,
                   guint32 *source, guint32 *target, GArray *word)
{
  gboolean typed;

  if (chase_typing_too_deep (typing, term))
    return FALSE;
  typing->depth++;
  typed = path_by_kind (typing, category, term, source, target, word);
  typing->depth--;
  if (typed && word->len > CHASE_MAX_PATH)
    return !chase_theory_too_long (typing->theory, word->len, term, typing->problems);
  return typed;
}

gboolean
chase_theory_object (ChaseTheory *theory, const ChaseCategory *category, const ChaseTerm *term,
                     guint32 *object, GPtrArray *problems)
{
  ChaseTyping typing = { theory, problems, 0 };

  g_return_val_if_fail (category->kind == CHASE_CATEGORY_PRESENTED, FALSE);
  return chase_typing_object (&typing, category, term, object);
}

gboolean
chase_theory_path (ChaseTheory *theory, const ChaseCategory *category, const ChaseTerm *term,
                   guint32 *source, guint32 *target, GArray *word, GPtrArray *problems)
{
  ChaseTyping typing = { theory, problems, 0 };

  g_return_val_if_fail (category->kind == CHASE_CATEGORY_PRESENTED, FALSE);
  return chase_typing_path (&typing, category, term, source, target, word);
}

gboolean
chase_theory_paths (ChaseTheory *theory, const ChaseCategory *category, const GPtrArray *terms,
                    guint32 *source, GPtrArray **words)
{
  gboolean good = TRUE;

  *words = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  for (guint i = 0; i < terms->len; i++)
    {
      GArray *word = g_array_new (FALSE, FALSE, sizeof (guint32));
      guint32 target;

      g_ptr_array_add (*words, word);
      good = chase_theory_path (theory, category, g_ptr_array_index (terms, i), source, &target,
                                word, NULL)
             && good;
    }
  return good;
}

/* Does the value of the functor or transformation @head lie in @category? */
static gboolean
lands_in (ChaseTheory *theory, const ChaseCategory *category, const ChaseTerm *term)
{
  const ChaseFunctor *functor = NULL;

  if (term->kind == CHASE_TERM_APPLY)
    functor = chase_theory_functor_term (theory, term->args[0], NULL, NULL, NULL);
  else if (term->kind == CHASE_TERM_COMPONENT)
    {
      const ChaseTransformation *alpha
          = chase_theory_transformation (theory, term->args[0], NULL, NULL, NULL);

      functor = alpha != NULL ? alpha->from : NULL;
    }
  return functor != NULL && functor->target == category;
}

static gboolean
knows (ChaseTheory *theory, const ChaseCategory *category, const ChaseTerm *term, gboolean object,
       guint depth)
{
  if (depth > CHASE_MAX_DEPTH)
    return FALSE;
  if (object && category->slice && term->kind != CHASE_TERM_NAME)
    return lands_in (theory, category, term)
           || knows (theory, category->parts[0], term, FALSE, depth + 1);
  switch ((ChaseTermKind)term->kind)
    {
    case CHASE_TERM_NAME:
      if (object)
        return chase_category_find_object (category, term->name) != NOWHERE;
      return chase_category_find_arrow (category, term->name) != NOWHERE
             || (category->edge_index != NULL
                 && g_hash_table_contains (category->edge_index, term->name));
    case CHASE_TERM_IDENTITY:
      return knows (theory, category, term->args[0], TRUE, depth + 1);
    case CHASE_TERM_APPLY:
    case CHASE_TERM_COMPONENT:
      return lands_in (theory, category, term);
    case CHASE_TERM_PAIR:
      if (category->product)
        return knows (theory, category->parts[0], term->args[0], object, depth + 1)
               && knows (theory, category->parts[1], term->args[1], object, depth + 1);
      return category->elements != NULL
             && knows (theory, category->parts[0], term->args[0], object, depth + 1);
    case CHASE_TERM_COMPOSE:
    case CHASE_TERM_THEN:
    case CHASE_TERM_POWER:
      for (guint32 i = 0; i < term->n_args; i++)
        if (!knows (theory, category, term->args[i], object, depth + 1))
          return FALSE;
      return !object;
    default:
      return FALSE;
    }
}

gboolean
chase_theory_knows_path (ChaseTheory *theory, const ChaseCategory *category, const ChaseTerm *term)
{
  return knows (theory, category, term, FALSE, 0);
}

gboolean
chase_theory_knows_object (ChaseTheory *theory, const ChaseCategory *category,
                           const ChaseTerm *term)
{
  return knows (theory, category, term, TRUE, 0);
}
