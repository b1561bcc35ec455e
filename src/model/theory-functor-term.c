/* SPDX-License-Identifier: MIT */
#include "model/theory-private.h"

#include <string.h>

#include "i18n.h"

/* Functor expressions. What can be worked out at once is; the rest keeps its term. */

typedef struct
{
  ChaseTheory *theory;
  GPtrArray *problems;
  guint depth;
} Resolving;

static const ChaseFunctor *
resolve (Resolving *resolving, const ChaseTerm *term, const ChaseCategory *source,
         const ChaseCategory *target);

static const ChaseFunctor *
named (Resolving *resolving, const ChaseTerm *term)
{
  ChaseItem *item = chase_theory_find (resolving->theory, term->name);
  g_autofree char *hint = NULL;

  if (item == NULL)
    {
      hint = chase_theory_guess (resolving->theory, term->name, resolving->theory->names, NULL);
      chase_theory_error (resolving->problems, term, hint, "there is no functor called %s",
                          term->name);
      return NULL;
    }
  if (item->kind != CHASE_ITEM_FUNCTOR)
    {
      chase_theory_error (resolving->problems, term, NULL, "%s is %s, not a functor", term->name,
                          chase_item_article (item));
      return NULL;
    }
  return chase_theory_meaning (resolving->theory, item);
}

static const ChaseFunctor *
keep (Resolving *resolving, ChaseFunctor *functor)
{
  return chase_theory_keep_functor (resolving->theory, functor);
}

const ChaseFunctor *
chase_theory_keep_listed (ChaseTheory *theory, ChaseFunctor *made)
{
  if (g_hash_table_lookup (theory->functors, made->key) == NULL)
    {
      if (made->form != CHASE_FUNCTOR_TABLES)
        chase_theory_list_values (theory, made);
      else if (!chase_theory_list_embedding (theory, made))
        made->form = CHASE_FUNCTOR_TERM;
    }
  return chase_theory_keep_functor (theory, made);
}

/* Pairs. */

/* The functor called @key with these parts, either of which may be missing; takes @key. */
static const ChaseFunctor *
pair (Resolving *resolving, const ChaseFunctor *first, const ChaseFunctor *second,
      const ChaseTerm *term, char *key)
{
  if (first != NULL && second != NULL)
    return keep (resolving,
                 chase_theory_pair_functor (resolving->theory, first, second, term, key));
  g_free (key);
  return NULL;
}

/* Into a product with generators: F (f), then G (f), each beside the object where the other is. */
static ChaseFunctor *
pair_words (const ChaseFunctor *first, const ChaseFunctor *second, const ChaseCategory *product,
            char *key)
{
  ChaseFunctor *made = chase_theory_functor_new (CHASE_FUNCTOR_WORDS, first->source, product, key);
  const ChasePresentation *p = first->source->presentation;
  const ChasePresentation *c = product->parts[0]->presentation;
  guint32 n = chase_presentation_n_objects (product->parts[1]->presentation);
  guint32 m = chase_presentation_n_arrows (product->parts[1]->presentation);
  guint32 behind = chase_presentation_n_arrows (c) * n;

  for (guint32 a = 0; a < chase_presentation_n_objects (p); a++)
    made->objects[a] = first->objects[a] * n + second->objects[a];
  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (p, f);
      ChaseWord one = first->words[f], two = second->words[f];
      guint32 *letters;

      made->words[f].length = G_MAXUINT32;
      if (one.length == G_MAXUINT32 || two.length == G_MAXUINT32)
        continue;
      letters = g_new (guint32, (gsize)one.length + two.length + 1);
      for (guint32 i = 0; i < one.length; i++)
        letters[i] = one.letters[i] * n + second->objects[arrow->source];
      for (guint32 i = 0; i < two.length; i++)
        letters[one.length + i] = behind + first->objects[arrow->target] * m + two.letters[i];
      made->words[f].letters = letters;
      made->words[f].length = one.length + two.length;
    }
  made->contravariant = first->contravariant;
  return made;
}

/* (F, G), to the product of what both go to. */
static const ChaseFunctor *
pair_of (Resolving *resolving, const ChaseTerm *term, const ChaseCategory *source,
         const ChaseCategory *target)
{
  gboolean parted = target != NULL && (target->kind == CHASE_CATEGORY_PRODUCT || target->product);
  const ChaseFunctor *parts[2];
  const ChaseCategory *product;
  char *key;

  for (guint i = 0; i < 2; i++)
    {
      parts[i] = resolve (resolving, term->args[i], i == 0 ? source : parts[0]->source,
                          parted ? target->parts[i] : NULL);
      if (parts[i] == NULL)
        return NULL;
    }
  if (parts[0]->source != parts[1]->source)
    {
      chase_theory_error (resolving->problems, term, NULL,
                          "%s starts from %s and %s from %s: a pair of functors starts from one "
                          "category",
                          parts[0]->key, parts[0]->source->key, parts[1]->key,
                          parts[1]->source->key);
      return NULL;
    }
  product = chase_theory_product (resolving->theory, parts[0]->target, parts[1]->target);
  key = g_strdup_printf ("(%s, %s)", parts[0]->key, parts[1]->key);
  if (product != NULL && product->kind == CHASE_CATEGORY_PRODUCT)
    return pair (resolving, parts[0], parts[1], term, key);
  if (product != NULL && parts[0]->form == CHASE_FUNCTOR_WORDS
      && parts[1]->form == CHASE_FUNCTOR_WORDS)
    return keep (resolving, pair_words (parts[0], parts[1], product, key));
  chase_theory_error (resolving->problems, term, NULL, "the values of %s are too many", key);
  g_free (key);
  return NULL;
}

static const ChaseFunctor *
part (Resolving *resolving, const ChaseTerm *term, guint i)
{
  const ChaseFunctor *functor = resolve (resolving, term->args[1], NULL, NULL);

  return functor != NULL
             ? chase_theory_functor_part (resolving->theory, functor, i, term, resolving->problems)
             : NULL;
}

/* Composites. */

static gboolean
compose_words (ChaseTheory *theory, ChaseFunctor *made, const ChaseFunctor *first,
               const ChaseFunctor *second)
{
  const ChasePresentation *p = first->source->presentation;
  g_autoptr (GArray) image = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < chase_presentation_n_objects (p); i++)
    made->objects[i] = second->objects[first->objects[i]];
  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    {
      g_array_set_size (image, 0);
      made->words[f].length = G_MAXUINT32;
      if (first->words[f].length == G_MAXUINT32
          || !chase_functor_map (second, first->words[f], image)
          || chase_theory_too_long (theory, image->len, NULL, NULL))
        {
          if (chase_presentation_arrow (p, f)->formal)
            continue;
          return FALSE;
        }
      made->words[f].letters = g_memdup2 (image->data, image->len * sizeof (guint32));
      made->words[f].length = image->len;
    }
  return TRUE;
}

static guint32
apply_word (const ChaseSets *sets, ChaseWord word, guint32 x)
{
  for (guint32 i = 0; i < word.length && x != NOWHERE; i++)
    x = sets->functions[sets->offsets[word.letters[i]] + x];
  return x;
}

static void
compose_sets (ChaseFunctor *made, const ChaseFunctor *first, const ChaseFunctor *second)
{
  const ChasePresentation *p = first->source->presentation;
  guint32 n = chase_presentation_n_objects (p);
  g_autofree guint32 *sizes = g_new0 (guint32, n + 1);
  const ChaseSets *from = second->sets;

  for (guint32 i = 0; i < n; i++)
    sizes[i] = from->sizes[first->objects[i]];
  made->sets = chase_sets_new (p, sizes);
  for (guint32 i = 0; i < n; i++)
    for (guint32 x = 0; x < sizes[i]; x++)
      made->sets->names[made->sets->first[i] + x]
          = chase_name_ref (from->names[from->first[first->objects[i]] + x]);
  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    for (guint32 x = 0; x < sizes[chase_presentation_arrow (p, f)->source]; x++)
      if (first->words[f].length != G_MAXUINT32)
        made->sets->functions[made->sets->offsets[f] + x] = apply_word (from, first->words[f], x);
}

/* Composites of composites repeat sets; all that a document means must fit into memory. */
static gboolean
compose_sets_fits (Resolving *resolving, const ChaseFunctor *first, const ChaseFunctor *second,
                   const ChaseTerm *at)
{
  const ChasePresentation *p = first->source->presentation;
  guint64 total = 0;

  for (guint32 i = 0; i < chase_presentation_n_objects (p); i++)
    total += second->sets->sizes[first->objects[i]];
  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    total += second->sets->sizes[first->objects[chase_presentation_arrow (p, f)->source]];
  return chase_theory_spend (resolving->theory, total, at, resolving->problems);
}

static gboolean
is_plain_identity (const ChaseFunctor *functor)
{
  return functor->form == CHASE_FUNCTOR_TERM && functor->term != NULL
         && functor->term->kind == CHASE_TERM_IDENTITY_FUNCTOR;
}

static const ChaseFunctor *
compose (Resolving *resolving, const ChaseFunctor *first, const ChaseFunctor *second,
         const ChaseTerm *at)
{
  char *key = g_strdup_printf ("(%s . %s)", second->key, first->key);
  ChaseFunctor *made;

  if (first->target != second->source)
    {
      g_autofree char *hint = NULL;

      if (second->contravariant
          && chase_theory_opposite (resolving->theory, first->target) == second->source)
        hint = g_strdup_printf (_ ("did you mean %s . op(%s)?"), second->key, first->key);
      chase_theory_error (resolving->problems, at, hint,
                          "%s after %s does not compose: %s goes to %s, and %s starts from %s",
                          second->key, first->key, first->key, first->target->key, second->key,
                          second->source->key);
      g_free (key);
      return NULL;
    }
  /* An identity that has no arrays leaves what it is composed with as it is. */
  if (is_plain_identity (second) || is_plain_identity (first))
    {
      g_free (key);
      return is_plain_identity (second) ? first : second;
    }
  if (chase_functor_is_pair (second))
    return pair (resolving, compose (resolving, first, second->operands[0], at),
                 compose (resolving, first, second->operands[1], at), at, key);
  if (first->form == CHASE_FUNCTOR_WORDS && second->form == CHASE_FUNCTOR_WORDS)
    {
      made = chase_theory_functor_new (CHASE_FUNCTOR_WORDS, first->source, second->target, key);
      if (!compose_words (resolving->theory, made, first, second))
        {
          chase_theory_error (resolving->problems, at, NULL,
                              "the values of this composite are longer than %d arrows",
                              CHASE_MAX_PATH);
          chase_theory_functor_free (made);
          return NULL;
        }
    }
  else if (first->form == CHASE_FUNCTOR_WORDS && second->form == CHASE_FUNCTOR_SETS)
    {
      if (!compose_sets_fits (resolving, first, second, at))
        {
          g_free (key);
          return NULL;
        }
      made = chase_theory_functor_new (CHASE_FUNCTOR_SETS, first->source, second->target, key);
      compose_sets (made, first, second);
    }
  else
    {
      made = chase_theory_functor_new (CHASE_FUNCTOR_TERM, first->source, second->target, key);
      made->term = chase_term_ref (at);
      made->operands[0] = second;
      made->operands[1] = first;
    }
  made->contravariant = first->contravariant;
  return keep (resolving, made);
}

static const ChaseFunctor *
composite (Resolving *resolving, const ChaseTerm *term, const ChaseCategory *source)
{
  gboolean reversed = term->kind == CHASE_TERM_COMPOSE;
  const ChaseFunctor *result = NULL;

  for (guint32 i = 0; i < term->n_args; i++)
    {
      const ChaseTerm *factor = term->args[reversed ? term->n_args - 1 - i : i];
      const ChaseFunctor *next
          = resolve (resolving, factor, i == 0 ? source : result->target, NULL);

      if (next == NULL)
        return NULL;
      result = i == 0 ? next : compose (resolving, result, next, term);
      if (result == NULL)
        return NULL;
    }
  return result;
}

static const ChaseFunctor *
identity (Resolving *resolving, const ChaseTerm *term)
{
  const ChaseCategory *category
      = chase_theory_category (resolving->theory, term->args[0], resolving->problems);
  ChaseFunctor *made;
  char *key;

  if (category == NULL)
    return NULL;
  key = g_strdup_printf ("Id(%s)", category->key);
  if (category->kind != CHASE_CATEGORY_PRESENTED)
    {
      made = chase_theory_functor_new (CHASE_FUNCTOR_TERM, category, category, key);
      made->term = chase_term_ref (term);
      return keep (resolving, made);
    }
  made = chase_theory_functor_new (CHASE_FUNCTOR_WORDS, category, category, key);
  for (guint32 i = 0; i < chase_presentation_n_objects (category->presentation); i++)
    made->objects[i] = i;
  for (guint32 f = 0; f < chase_presentation_n_arrows (category->presentation); f++)
    {
      made->words[f].letters = g_memdup2 (&f, sizeof f);
      made->words[f].length = 1;
    }
  return keep (resolving, made);
}

/* const F into a functor category: F at each object, the identity of F at each arrow. */
static const ChaseFunctor *
constant_functor (Resolving *resolving, const ChaseTerm *term, const ChaseCategory *source,
                  const ChaseCategory *target)
{
  g_autoptr (ChaseTerm) identity_term
      = chase_term_new (CHASE_TERM_IDENTITY, (ChaseTerm *[]){ term->args[0] }, 1, 0);
  const ChaseFunctor *value = chase_theory_functor_term (
      resolving->theory, term->args[0], target->parts[0], target->parts[1], resolving->problems);
  const ChaseTransformation *alpha
      = value != NULL ? chase_theory_transformation (resolving->theory, identity_term, value, value,
                                                     resolving->problems)
                      : NULL;
  ChaseFunctor *made;

  if (alpha == NULL)
    return NULL;
  made = chase_theory_functor_new (
      CHASE_FUNCTOR_TABLES, source, target,
      g_strdup_printf ("(const %s : %s -> %s)", value->key, source->key, target->key));
  for (guint32 i = 0; i < chase_presentation_n_objects (source->presentation); i++)
    made->functors[i] = value;
  for (guint32 f = 0; f < chase_presentation_n_arrows (source->presentation); f++)
    made->transformations[f] = alpha;
  return keep (resolving, made);
}

static const ChaseFunctor *
constant (Resolving *resolving, const ChaseTerm *term, const ChaseCategory *source,
          const ChaseCategory *target)
{
  ChaseFunctor *made;
  guint32 object;

  if (source != NULL && source->kind == CHASE_CATEGORY_PRESENTED && target != NULL
      && target->kind == CHASE_CATEGORY_FUNCTORS)
    return constant_functor (resolving, term, source, target);
  if (source == NULL || target == NULL || source->kind != CHASE_CATEGORY_PRESENTED
      || target->kind != CHASE_CATEGORY_PRESENTED)
    {
      chase_theory_error (resolving->problems, term, "name it: `functor K : C -> D = const X`",
                          "where this constant functor starts and ends is not said");
      return NULL;
    }
  if (!chase_theory_object (resolving->theory, target, term->args[0], &object, resolving->problems))
    return NULL;
  made = chase_theory_functor_new (
      CHASE_FUNCTOR_WORDS, source, target,
      g_strdup_printf ("(const %s : %s -> %s)",
                       chase_presentation_object_name (target->presentation, object), source->key,
                       target->key));
  for (guint32 i = 0; i < chase_presentation_n_objects (source->presentation); i++)
    made->objects[i] = object;
  return keep (resolving, made);
}

/* op(M) : C^op -> Set^op, and what op makes of that again. */
static const ChaseFunctor *
opposite_to_sets (Resolving *resolving, const ChaseFunctor *functor, const ChaseCategory *source,
                  const ChaseTerm *term)
{
  g_autoptr (ChaseTerm) name = chase_term_new_name ("Set");
  ChaseTerm *args[] = { name };
  g_autoptr (ChaseTerm) opposite = chase_term_new (CHASE_TERM_OPPOSITE, args, 1, 0);
  ChaseFunctor *made = chase_theory_functor_new (
      CHASE_FUNCTOR_TERM, source, chase_theory_category (resolving->theory, opposite, NULL),
      g_strdup_printf ("op(%s)", functor->key));

  made->term = chase_term_ref (term);
  made->operands[0] = functor;
  return keep (resolving, made);
}

static const ChaseFunctor *
opposite_of (Resolving *resolving, const ChaseFunctor *functor, const ChaseTerm *term);

static gboolean
is_composite (const ChaseFunctor *functor)
{
  return functor->form == CHASE_FUNCTOR_TERM && functor->term != NULL
         && (functor->term->kind == CHASE_TERM_COMPOSE || functor->term->kind == CHASE_TERM_THEN)
         && functor->operands[0] != NULL && functor->operands[1] != NULL;
}

/* op(G . F) = op(G) . op(F). */
static const ChaseFunctor *
opposite_of_composite (Resolving *resolving, const ChaseFunctor *functor, const ChaseTerm *term)
{
  const ChaseFunctor *second = opposite_of (resolving, functor->operands[0], term);
  const ChaseFunctor *first
      = second != NULL ? opposite_of (resolving, functor->operands[1], term) : NULL;

  return first != NULL ? compose (resolving, first, second, term) : NULL;
}

static const ChaseFunctor *
opposite_of (Resolving *resolving, const ChaseFunctor *functor, const ChaseTerm *term)
{
  const ChaseCategory *source = chase_theory_opposite (resolving->theory, functor->source);
  const ChaseCategory *target;
  const ChasePresentation *p;
  ChaseFunctor *made;

  if (source != NULL && functor->target->kind == CHASE_CATEGORY_SETS)
    return opposite_to_sets (resolving, functor, source, term);
  if (chase_functor_is_pair (functor))
    return pair (resolving, opposite_of (resolving, functor->operands[0], term),
                 opposite_of (resolving, functor->operands[1], term), term,
                 g_strdup_printf ("op(%s)", functor->key));
  if (is_composite (functor) && chase_category_is_opposite_of_sets (functor->target))
    return opposite_of_composite (resolving, functor, term);
  if (functor->form == CHASE_FUNCTOR_TERM && functor->term != NULL
      && functor->term->kind == CHASE_TERM_OPPOSITE_FUNCTOR)
    return functor->operands[0];
  target = chase_theory_opposite (resolving->theory, functor->target);
  if (source == NULL || target == NULL || functor->form != CHASE_FUNCTOR_WORDS)
    {
      chase_theory_error (resolving->problems, term, NULL, "%s has no opposite here", functor->key);
      return NULL;
    }
  p = source->presentation;
  made = chase_theory_functor_new (CHASE_FUNCTOR_WORDS, source, target,
                                   g_strdup_printf ("op(%s)", functor->key));
  for (guint32 i = 0; i < chase_presentation_n_objects (p); i++)
    made->objects[i] = functor->objects[i];
  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    {
      ChaseWord word = functor->words[f];
      guint32 *letters = NULL;

      if (word.length != G_MAXUINT32)
        letters = g_new (guint32, word.length + 1);
      for (guint32 i = 0; letters != NULL && i < word.length; i++)
        letters[i] = word.letters[word.length - 1 - i];
      made->words[f].letters = letters;
      made->words[f].length = word.length;
    }
  return keep (resolving, made);
}

static const ChaseFunctor *
turned_round (Resolving *resolving, const ChaseTerm *term)
{
  const ChaseFunctor *functor = resolve (resolving, term->args[0], NULL, NULL);

  return functor != NULL ? opposite_of (resolving, functor, term) : NULL;
}

/* What has to be enumerated. */

static const ChaseFunctor *
along (Resolving *resolving, const ChaseTerm *term)
{
  const ChaseFunctor *m = resolve (resolving, term->args[0], NULL, NULL);
  const ChaseFunctor *f = m != NULL ? resolve (resolving, term->args[1], NULL, NULL) : NULL;
  const char *word = term->kind == CHASE_TERM_FREE ? "free" : "cofree";
  ChaseFunctor *made;

  if (m == NULL || f == NULL)
    return NULL;
  if (m->target->kind != CHASE_CATEGORY_SETS)
    {
      chase_theory_error (resolving->problems, term->args[0], NULL, "%s does not go to Set",
                          m->key);
      return NULL;
    }
  if (term->kind == CHASE_TERM_FORGET)
    return compose (resolving, f, m, term);
  if (m->source != f->source)
    {
      chase_theory_error (resolving->problems, term, NULL, "%s starts from %s, but %s from %s",
                          m->key, m->source->key, f->key, f->source->key);
      return NULL;
    }
  made = chase_theory_functor_new (CHASE_FUNCTOR_TERM, f->target, m->target,
                                   g_strdup_printf ("(%s %s along %s)", word, m->key, f->key));
  made->term = chase_term_ref (term);
  made->operands[0] = m;
  made->operands[1] = f;
  return chase_theory_keep_listed (resolving->theory, made);
}

/* id(C), as paths are written in Cat: Id(C). */
static const ChaseFunctor *
identity_in_cat (Resolving *resolving, const ChaseTerm *term)
{
  g_autoptr (ChaseTerm) functor
      = chase_term_new (CHASE_TERM_IDENTITY_FUNCTOR, term->args, term->n_args, 0);

  return identity (resolving, functor);
}

static const ChaseFunctor *
by_kind (Resolving *resolving, const ChaseTerm *term, const ChaseCategory *source,
         const ChaseCategory *target)
{
  g_autofree char *text = NULL;

  switch ((ChaseTermKind)term->kind)
    {
    case CHASE_TERM_NAME:
      return named (resolving, term);
    case CHASE_TERM_COMPOSE:
    case CHASE_TERM_THEN:
      return composite (resolving, term, source);
    case CHASE_TERM_IDENTITY_FUNCTOR:
      return identity (resolving, term);
    case CHASE_TERM_CONST:
      return constant (resolving, term, source, target);
    case CHASE_TERM_PAIR:
      return pair_of (resolving, term, source, target);
    case CHASE_TERM_OPPOSITE_FUNCTOR:
      return turned_round (resolving, term);
    case CHASE_TERM_HOM:
      return chase_theory_hom_functor (resolving->theory, term, source, resolving->problems);
    case CHASE_TERM_YONEDA:
      return chase_theory_yoneda_functor (resolving->theory, term, resolving->problems);
    case CHASE_TERM_FORGET:
    case CHASE_TERM_FREE:
    case CHASE_TERM_COFREE:
      return along (resolving, term);
    case CHASE_TERM_APPLY:
      if (chase_theory_part_asked (resolving->theory, term) != NOWHERE)
        return part (resolving, term, chase_theory_part_asked (resolving->theory, term));
      return chase_theory_functor_value (resolving->theory, term, resolving->problems);
    case CHASE_TERM_IDENTITY:
      return identity_in_cat (resolving, term);
    default:
      text = chase_term_to_text (term);
      chase_theory_error (resolving->problems, term, NULL, "%s is not a functor", text);
      return NULL;
    }
}

static const ChaseFunctor *
resolve (Resolving *resolving, const ChaseTerm *term, const ChaseCategory *source,
         const ChaseCategory *target)
{
  const ChaseFunctor *functor = NULL;

  if (resolving->depth >= CHASE_MAX_DEPTH)
    {
      chase_theory_error (resolving->problems, term, NULL, "this term nests too deeply");
      return NULL;
    }
  resolving->depth++;
  functor = by_kind (resolving, term, source, target);
  resolving->depth--;
  return functor;
}

const ChaseFunctor *
chase_theory_opposite_functor (ChaseTheory *theory, const ChaseFunctor *functor,
                               const ChaseTerm *at, GPtrArray *problems)
{
  Resolving resolving = { theory, problems, 0 };

  return opposite_of (&resolving, functor, at);
}

const ChaseFunctor *
chase_theory_compose_functors (ChaseTheory *theory, const ChaseFunctor *second,
                               const ChaseFunctor *first, const ChaseTerm *at, GPtrArray *problems)
{
  Resolving resolving = { theory, problems, 0 };

  return compose (&resolving, first, second, at);
}

const ChaseFunctor *
chase_theory_functor_term (ChaseTheory *theory, const ChaseTerm *term, const ChaseCategory *source,
                           const ChaseCategory *target, GPtrArray *problems)
{
  Resolving resolving = { theory, problems, 0 };
  const ChaseFunctor *functor;

  g_rec_mutex_lock (&theory->lock);
  functor = resolve (&resolving, term, source, target);
  g_rec_mutex_unlock (&theory->lock);
  if (functor == NULL
      || ((source == NULL || functor->source == source)
          && (target == NULL || functor->target == target)))
    return functor;
  chase_theory_error (problems, term, NULL,
                      "%s runs from %s to %s, but a functor from %s to %s is needed", functor->key,
                      functor->source->key, functor->target->key,
                      source != NULL ? source->key : functor->source->key,
                      target != NULL ? target->key : functor->target->key);
  return NULL;
}

const ChaseFunctor *
chase_theory_functor (ChaseTheory *theory, const ChaseTerm *term, const ChaseCategory *source,
                      const ChaseCategory *target, GPtrArray *problems)
{
  return chase_theory_functor_term (theory, term, source, target, problems);
}
