/* SPDX-License-Identifier: MIT */
#include "model/theory-private.h"

#include "i18n.h"

/* What goes down through a term with every step of typing it. */
typedef struct
{
  ChaseTheory *theory;
  GPtrArray *problems;
  guint depth;
} Typing;

static gboolean
type_object (Typing *typing, const ChaseCategory *category, const ChaseTerm *term, guint32 *object);
static gboolean
type_path (Typing *typing, const ChaseCategory *category, const ChaseTerm *term, guint32 *source,
           guint32 *target, GArray *word);

static const char *
object_name (const ChaseCategory *category, guint32 object)
{
  return chase_presentation_object_name (category->presentation, object);
}

static gboolean
too_deep (Typing *typing, const ChaseTerm *term)
{
  if (typing->depth < CHASE_MAX_DEPTH)
    return FALSE;
  chase_theory_error (typing->problems, term, NULL, "this term nests too deeply");
  return TRUE;
}

/* F of F(x), where x is to be read in *@argument and its image lies in @category; or NULL with an
 * error. */
static const ChaseFunctor *
applied_functor (Typing *typing, const ChaseCategory *category, const ChaseTerm *term,
                 const ChaseCategory **argument)
{
  const ChaseFunctor *functor
      = chase_theory_functor_term (typing->theory, term->args[0], NULL, NULL, typing->problems);
  g_autofree char *text = NULL;

  if (functor == NULL)
    return NULL;
  text = chase_term_to_text (term->args[0]);
  *argument = chase_theory_argument (typing->theory, functor);
  if (functor->target != category)
    {
      chase_theory_error (typing->problems, term, NULL, "%s goes to %s, not to %s", text,
                          functor->target->key, category->key);
      return NULL;
    }
  if (functor->form != CHASE_FUNCTOR_WORDS || *argument == NULL
      || (*argument)->kind != CHASE_CATEGORY_PRESENTED)
    {
      chase_theory_error (typing->problems, term, NULL,
                          "%s has no values that can be written in a path", text);
      return NULL;
    }
  return functor;
}

static gboolean
unknown_object (Typing *typing, const ChaseCategory *category, const ChaseTerm *term)
{
  g_autofree char *hint = NULL;

  if (g_hash_table_contains (category->failed, term->name))
    return FALSE;
  hint = chase_theory_guess (typing->theory, term->name, category->object_index, NULL);
  if (hint == NULL && chase_category_find_arrow (category, term->name) != NOWHERE)
    hint = g_strdup_printf (_ ("%s is an arrow"), term->name);
  chase_theory_error (typing->problems, term, hint, "%s has no object called %s", category->key,
                      term->name);
  return FALSE;
}

/* The element of Hom(A, -) at @object that the path @term is, or NOWHERE. */
static guint32
element_of_hom (Typing *typing, const ChaseFunctor *hom, guint32 object, const ChaseTerm *term)
{
  g_autoptr (GArray) word = g_array_new (FALSE, FALSE, sizeof (guint32));
  gboolean turned = !hom->covariant_hom;
  const ChaseCategory *category
      = turned ? chase_theory_opposite (typing->theory, hom->source) : hom->source;
  Typing quiet = *typing;
  guint32 source, target;

  quiet.problems = NULL;
  if (category == NULL || !type_path (&quiet, category, term, &source, &target, word)
      || (turned ? target : source) != hom->object || (turned ? source : target) != object)
    return NOWHERE;
  return chase_hom_element (hom, word, turned);
}

/* The element of the set at @object that @term is, or NOWHERE: also one that is no name, written as
 * the program names it. */
static guint32
element_at (Typing *typing, const ChaseFunctor *functor, guint32 object, const ChaseTerm *term)
{
  g_autofree char *text = term->kind == CHASE_TERM_NAME ? NULL : chase_term_to_text (term);
  guint32 x = chase_sets_find (functor->sets, object, text != NULL ? text : term->name);

  if (x == NOWHERE && functor->term != NULL && functor->term->kind == CHASE_TERM_HOM
      && functor->object != NOWHERE)
    x = element_of_hom (typing, functor, object, term);
  return x;
}

static gboolean
object_of_pair (Typing *typing, const ChaseCategory *category, const ChaseTerm *term,
                guint32 *object)
{
  guint32 first, second;

  if (category->product)
    {
      gboolean one = type_object (typing, category->parts[0], term->args[0], &first);

      if (!type_object (typing, category->parts[1], term->args[1], &second) || !one)
        return FALSE;
      *object = first * chase_presentation_n_objects (category->parts[1]->presentation) + second;
      return TRUE;
    }
  if (category->elements != NULL)
    {
      const ChaseSets *sets = category->elements->sets;
      g_autofree char *text = NULL;
      g_autofree char *element = NULL;

      if (!type_object (typing, category->parts[0], term->args[0], &first))
        return FALSE;
      second = element_at (typing, category->elements, first, term->args[1]);
      *object = second != NOWHERE ? (guint32)sets->first[first] + second : NOWHERE;
      if (second != NOWHERE)
        return TRUE;
      text = chase_term_to_text (term->args[0]);
      element = chase_term_to_text (term->args[1]);
      chase_theory_error (typing->problems, term->args[1], NULL, "the set at %s has no element %s",
                          text, element);
      return FALSE;
    }
  chase_theory_error (typing->problems, term, NULL,
                      "%s is not a product: a pair is no object of it", category->key);
  return FALSE;
}

/* The element of the Hom functor of a slice that the path @word is; it begins (in the opposite of
 * the slice's category, ends) at the fixed object. */
static guint32
element_of_path (const ChaseCategory *slice, const GArray *word)
{
  return chase_hom_element (slice->elements, word, slice->parts[0] != slice->elements->source);
}

/* An object of a slice: a path that ends or begins at its object. */
static gboolean
object_of_slice (Typing *typing, const ChaseCategory *slice, const ChaseTerm *term, guint32 *at,
                 guint32 *x)
{
  g_autoptr (GArray) word = g_array_new (FALSE, FALSE, sizeof (guint32));
  gboolean over = slice->parts[0] != slice->elements->source;
  g_autofree char *text = NULL;
  guint32 source, target;

  if (!type_path (typing, slice->parts[0], term, &source, &target, word))
    return FALSE;
  *at = over ? source : target;
  if ((over ? target : source) == slice->object)
    {
      *x = element_of_path (slice, word);
      return TRUE;
    }
  text = chase_term_to_text (term);
  chase_theory_error (typing->problems, term, NULL,
                      over ? _ ("%s is no object of %s: it ends at %s, not %s")
                           : _ ("%s is no object of %s: it begins at %s, not %s"),
                      text, slice->key, object_name (slice->parts[0], over ? target : source),
                      object_name (slice->parts[0], slice->object));
  return FALSE;
}

/* Is @term a value of a functor to @category, and not a path like F(f)? */
static gboolean
is_value (Typing *typing, const ChaseCategory *category, const ChaseTerm *term)
{
  const ChaseFunctor *functor = NULL;

  if (term->kind == CHASE_TERM_APPLY)
    functor = chase_theory_functor_term (typing->theory, term->args[0], NULL, NULL, NULL);
  return functor != NULL && functor->target == category;
}

/* The table of functors that @category is, or turns round; or NULL. */
static const ChaseCategory *
table_of_functors (const ChaseCategory *category)
{
  if (category->functors != NULL)
    return category;
  return category->dual != NULL && category->dual->functors != NULL ? category->dual : NULL;
}

/* An object of a functor category: a functor. */
static gboolean
object_of_functors (Typing *typing, const ChaseCategory *category, const ChaseTerm *term,
                    guint32 *object)
{
  const ChaseFunctor *functor;

  *object
      = term->kind == CHASE_TERM_NAME ? chase_category_find_object (category, term->name) : NOWHERE;
  if (*object != NOWHERE)
    return TRUE;
  functor = chase_theory_functor_term (typing->theory, term, category->parts[0], category->parts[1],
                                       typing->problems);
  if (functor == NULL)
    return FALSE;
  /* What breaks a law is said where that is decided. */
  *object = chase_theory_find_functor (typing->theory, category, functor);
  return *object != NOWHERE;
}

static gboolean
type_object (Typing *typing, const ChaseCategory *category, const ChaseTerm *term, guint32 *object)
{
  const ChaseCategory *argument;
  const ChaseFunctor *functor;
  gboolean typed = FALSE;

  if (too_deep (typing, term))
    return FALSE;
  typing->depth++;
  if (table_of_functors (category) != NULL && !is_value (typing, category, term))
    {
      typed = object_of_functors (typing, table_of_functors (category), term, object);
      typing->depth--;
      return typed;
    }
  if (category->slice && !is_value (typing, category, term))
    {
      guint32 at, x;

      /* A name with signs in it, as the program writes it. */
      *object = term->kind == CHASE_TERM_NAME ? chase_category_find_object (category, term->name)
                                              : NOWHERE;
      typed = *object != NOWHERE;
      if (!typed && object_of_slice (typing, category, term, &at, &x))
        {
          *object = (guint32)category->elements->sets->first[at] + x;
          typed = TRUE;
        }
      typing->depth--;
      return typed;
    }
  switch ((ChaseTermKind)term->kind)
    {
    case CHASE_TERM_NAME:
      *object = chase_category_find_object (category, term->name);
      typed = *object != NOWHERE || unknown_object (typing, category, term);
      break;
    case CHASE_TERM_APPLY:
      functor = applied_functor (typing, category, term, &argument);
      typed = functor != NULL && type_object (typing, argument, term->args[1], object);
      if (typed)
        *object = functor->objects[*object];
      break;
    case CHASE_TERM_PAIR:
      typed = object_of_pair (typing, category, term, object);
      break;
    default:
      {
        g_autofree char *text = chase_term_to_text (term);

        chase_theory_error (typing->problems, term, NULL, "%s is not an object", text);
      }
    }
  typing->depth--;
  return typed;
}

static gboolean
unknown_arrow (Typing *typing, const ChaseCategory *category, const ChaseTerm *term)
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
path_of_name (Typing *typing, const ChaseCategory *category, const ChaseTerm *term, guint32 *source,
              guint32 *target, GArray *word)
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
report_gap (Typing *typing, const ChaseCategory *category, const ChaseTerm *first,
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
      one, object_name (category, codomain), two, object_name (category, domain));
}

/* The factors from first to last applied: from the right of `g . f`, from the left of `f >> g`. */
static gboolean
path_of_composite (Typing *typing, const ChaseCategory *category, const ChaseTerm *term,
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
      gboolean typed = type_path (typing, category, factor, &from, &to, word);

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
invert_letters (Typing *typing, const ChaseCategory *category, const ChaseTerm *term, GArray *word,
                guint start)
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
path_of_power (Typing *typing, const ChaseCategory *category, const ChaseTerm *term,
               guint32 *source, guint32 *target, GArray *word)
{
  guint start = word->len;
  gint64 exponent = chase_term_get_number (term);
  guint64 times = (guint64)ABS (exponent);
  guint length;

  if (!type_path (typing, category, term->args[0], source, target, word))
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
                          object_name (category, exponent < 0 ? *target : *source),
                          object_name (category, exponent < 0 ? *source : *target));
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
append_image (Typing *typing, const ChaseFunctor *functor, const ChaseTerm *term,
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
path_of_application (Typing *typing, const ChaseCategory *category, const ChaseTerm *term,
                     guint32 *source, guint32 *target, GArray *word)
{
  g_autoptr (GArray) letters = NULL;
  const ChaseCategory *argument;
  const ChaseFunctor *functor = applied_functor (typing, category, term, &argument);
  guint32 from, to;

  if (functor == NULL)
    return FALSE;
  letters = g_array_new (FALSE, FALSE, sizeof (guint32));
  if (!type_path (typing, argument, term->args[1], &from, &to, letters)
      || !append_image (typing, functor, term, letters, word))
    return FALSE;
  *source = functor->objects[functor->contravariant ? to : from];
  *target = functor->objects[functor->contravariant ? from : to];
  return TRUE;
}

static gboolean
path_of_component (Typing *typing, const ChaseCategory *category, const ChaseTerm *term,
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
  if (!type_object (typing, alpha->from->source, term->args[1], &object))
    return FALSE;
  *source = alpha->from->objects[object];
  *target = alpha->to->objects[object];
  g_array_append_vals (word, alpha->words[object].letters, alpha->words[object].length);
  return TRUE;
}

/* (f, g) is first (f, id), then (id, g). */
static gboolean
path_of_product (Typing *typing, const ChaseCategory *category, const ChaseTerm *term,
                 guint32 *source, guint32 *target, GArray *word)
{
  g_autoptr (GArray) first = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) second = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 n_objects = chase_presentation_n_objects (category->parts[1]->presentation);
  guint32 n_arrows = chase_presentation_n_arrows (category->parts[1]->presentation);
  guint32 offset = chase_presentation_n_arrows (category->parts[0]->presentation) * n_objects;
  guint32 ends[4];
  gboolean one = type_path (typing, category->parts[0], term->args[0], &ends[0], &ends[1], first);

  if (!type_path (typing, category->parts[1], term->args[1], &ends[2], &ends[3], second) || !one)
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
path_of_element (Typing *typing, const ChaseCategory *category, const ChaseTerm *term,
                 guint32 *source, guint32 *target, GArray *word)
{
  g_autoptr (GArray) letters = g_array_new (FALSE, FALSE, sizeof (guint32));
  const ChaseFunctor *functor = category->elements;
  gboolean turned = category->parts[0] != functor->source;
  const ChaseSets *sets = functor->sets;
  guint start = word->len;
  guint32 from, to, x, at;

  if (!type_path (typing, category->parts[0], term->args[0], &from, &to, letters))
    return FALSE;
  if (category->slice)
    {
      if (!object_of_slice (typing, category, term->args[1], &at, &x))
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
                              one, two, object_name (category->parts[0], turned ? to : from),
                              object_name (category->parts[0], at));
          return FALSE;
        }
    }
  else
    x = element_at (typing, functor, turned ? to : from, term->args[1]);
  if (x == NOWHERE)
    {
      g_autofree char *text = chase_term_to_text (term->args[1]);

      chase_theory_error (typing->problems, term->args[1], NULL, "the set at %s has no element %s",
                          object_name (category->parts[0], turned ? to : from), text);
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
path_of_pair (Typing *typing, const ChaseCategory *category, const ChaseTerm *term, guint32 *source,
              guint32 *target, GArray *word)
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
path_of_functors (Typing *typing, const ChaseCategory *category, const ChaseTerm *term,
                  guint32 *source, guint32 *target, GArray *word)
{
  const ChaseTransformation *alpha
      = chase_theory_transformation (typing->theory, term, NULL, NULL, typing->problems);
  guint32 morphism;

  if (alpha == NULL)
    return FALSE;
  morphism = chase_theory_find_transformation (typing->theory, table_of_functors (category), alpha);
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

  return table_of_functors (category) != NULL && (category->functors != NULL || !composite)
         && (term->kind != CHASE_TERM_NAME
             || chase_category_find_arrow (category, term->name) == NOWHERE);
}

static gboolean
path_by_kind (Typing *typing, const ChaseCategory *category, const ChaseTerm *term, guint32 *source,
              guint32 *target, GArray *word)
{
  g_autofree char *text = NULL;

  if (is_transformation (category, term))
    return path_of_functors (typing, category, term, source, target, word);

  switch ((ChaseTermKind)term->kind)
    {
    case CHASE_TERM_NAME:
      return path_of_name (typing, category, term, source, target, word);
    case CHASE_TERM_IDENTITY:
      if (!type_object (typing, category, term->args[0], source))
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

static gboolean
type_path (Typing *typing, const ChaseCategory *category, const ChaseTerm *term, guint32 *source,
           guint32 *target, GArray *word)
{
  gboolean typed;

  if (too_deep (typing, term))
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
  Typing typing = { theory, problems, 0 };

  g_return_val_if_fail (category->kind == CHASE_CATEGORY_PRESENTED, FALSE);
  return type_object (&typing, category, term, object);
}

gboolean
chase_theory_path (ChaseTheory *theory, const ChaseCategory *category, const ChaseTerm *term,
                   guint32 *source, guint32 *target, GArray *word, GPtrArray *problems)
{
  Typing typing = { theory, problems, 0 };

  g_return_val_if_fail (category->kind == CHASE_CATEGORY_PRESENTED, FALSE);
  return type_path (&typing, category, term, source, target, word);
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
