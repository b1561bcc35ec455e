/* SPDX-License-Identifier: MIT */
#include "model/slice-sets.h"
#include "model/theory-checking.h"

#include <string.h>

/* Category expressions: each is found by its canonical key, or built. */

static const ChaseCategory *
derive (ChaseTheory *theory, const ChaseTerm *term, GPtrArray *problems, guint depth);

/* A part of a key: whatever is not a single word is put in parentheses. */
static void
append_part (GString *key, const char *part)
{
  if (*part != '[' && *part != '{' && strpbrk (part, " ^") != NULL)
    g_string_append_printf (key, "(%s)", part);
  else
    g_string_append (key, part);
}

static char *
key_of (const char *before, const char *first, const char *between, const char *second,
        const char *after)
{
  GString *key = g_string_new (before);

  append_part (key, first);
  g_string_append (key, between);
  if (second != NULL)
    append_part (key, second);
  g_string_append (key, after);
  return g_string_free (key, FALSE);
}

static const ChaseCategory *
find (ChaseTheory *theory, char **key)
{
  const ChaseCategory *known = g_hash_table_lookup (theory->categories, *key);

  if (known != NULL)
    g_clear_pointer (key, g_free);
  return known;
}

static const ChaseCategory *
keep (ChaseTheory *theory, ChaseCategory *category)
{
  return chase_theory_keep_category (theory, category);
}

static ChaseCategory *
with_parts (ChaseCategoryKind kind, char *key, const ChaseCategory *first,
            const ChaseCategory *second)
{
  ChaseCategory *category = chase_category_new (kind, key);

  category->parts[0] = first;
  category->parts[1] = second;
  return category;
}

static const ChaseCategory *
product_of (ChaseTheory *theory, const ChaseCategory *first, const ChaseCategory *second,
            const ChaseTerm *at, GPtrArray *problems)
{
  const ChasePresentation *c = first->presentation;
  const ChasePresentation *d = second->presentation;
  char *key = key_of ("", first->key, " * ", second->key, "");
  const ChaseCategory *known = g_hash_table_lookup (theory->categories, key);
  ChaseCategory *product;
  guint64 size;

  /* Of tables of functor categories, which are called as these are. */
  if (known != NULL && known->kind == CHASE_CATEGORY_PRODUCT && c != NULL && d != NULL)
    {
      g_free (key);
      key = key_of ("", first->key, " * ", second->key, " by generators");
    }
  known = find (theory, &key);
  if (known != NULL)
    return known;
  if (c == NULL || d == NULL)
    {
      chase_theory_error (problems, at, NULL,
                          "a product is made of categories with generators here");
      g_free (key);
      return NULL;
    }
  size = (guint64)(c->objects->len + c->arrows->len + c->equations->len)
         * (d->objects->len + d->arrows->len + d->equations->len);
  if (size > CHASE_MAX_DERIVED)
    {
      chase_theory_error (problems, at, NULL, "this product is too large to be written out");
      g_free (key);
      return NULL;
    }
  if (!chase_theory_spend (theory, size, at, problems))
    {
      g_free (key);
      return NULL;
    }
  product = with_parts (CHASE_CATEGORY_PRESENTED, key, first, second);
  product->product = TRUE;
  chase_category_fill_product (product, c, d);
  return keep (theory, product);
}

/* Categories of elements: of M : C -> Set as a cover of C. */

/* The formal inverse of a generator must have one value at each element: a functor that breaks this
 * has no elements. */
static gboolean
has_all_values (const ChaseSets *sets, const ChasePresentation *c)
{
  for (guint32 f = 0; f < sets->n_arrows; f++)
    for (guint32 x = 0; x < sets->sizes[chase_presentation_arrow (c, f)->source]; x++)
      if (sets->functions[sets->offsets[f] + x] == NOWHERE)
        return FALSE;
  return TRUE;
}

/*
 * The category of elements, to be known by @key, which is taken. Of a contravariant functor, with
 * @turned, the arrows run as those of the category that it is contravariant on.
 */
static const ChaseCategory *
cover (ChaseTheory *theory, const ChaseFunctor *functor, char *key, gboolean turned, gboolean slice)
{
  char *plain = turned ? g_strconcat (key, " from ", functor->source->key, NULL) : key;
  ChaseCategory *category = with_parts (CHASE_CATEGORY_PRESENTED, plain, functor->source, NULL);
  ChaseCategory *dual;

  category->elements = functor;
  category->slice = slice;
  category->object = slice ? functor->object : NOWHERE;
  chase_category_fill_elements (category, functor);
  if (!turned)
    return keep (theory, category);
  dual = (ChaseCategory *)chase_theory_opposite (theory, keep (theory, category));
  g_hash_table_steal (theory->categories, dual->key);
  g_free (dual->key);
  dual->key = key;
  return keep (theory, dual);
}

/* Is @term, a functor to Set, to be read as a contravariant one? A composite is by its factors, of
 * which two undo each other, so that its elements run as the dual document says: op(F) there is F
 * here. */
static gboolean
runs_back (ChaseTheory *theory, const ChaseTerm *term)
{
  const ChaseFunctor *functor;
  gboolean back = FALSE;

  switch ((ChaseTermKind)term->kind)
    {
    case CHASE_TERM_COMPOSE:
    case CHASE_TERM_THEN:
    case CHASE_TERM_OPPOSITE_FUNCTOR:
    case CHASE_TERM_FORGET:
    case CHASE_TERM_FREE:
    case CHASE_TERM_COFREE:
      for (guint32 i = 0; i < term->n_args; i++)
        back ^= runs_back (theory, term->args[i]);
      return back;
    default:
      functor = chase_theory_functor_term (theory, term, NULL, NULL, NULL);
      return functor != NULL && functor->contravariant;
    }
}

static const ChaseCategory *
elements_of (ChaseTheory *theory, const ChaseTerm *term, GPtrArray *problems)
{
  const ChaseFunctor *functor
      = chase_theory_functor_term (theory, term->args[0], NULL, NULL, problems);
  const ChaseCategory *known;
  char *key;

  if (functor == NULL)
    return NULL;
  if (functor->form != CHASE_FUNCTOR_SETS
      || !has_all_values (functor->sets, functor->source->presentation))
    {
      chase_theory_error (problems, term->args[0], NULL,
                          "%s is not a functor to Set that is written out", functor->key);
      return NULL;
    }
  key = key_of ("elements ", functor->key, "", NULL, "");
  known = find (theory, &key);
  return known != NULL ? known
                       : cover (theory, functor, key, runs_back (theory, term->args[0]), FALSE);
}

/* Opposites. */

static ChaseCategory *
turned_round (ChaseTheory *theory, const ChaseCategory *category)
{
  ChaseCategory *opposite
      = chase_category_new (category->kind, key_of ("", category->key, "^op", NULL, ""));

  opposite->item = category->item;
  opposite->table = category->table;
  opposite->opposite = !category->opposite;
  opposite->elements = category->elements;
  opposite->slice = category->slice;
  opposite->object = category->object;
  for (guint i = 0; i < 2; i++)
    opposite->parts[i]
        = category->parts[i] != NULL ? chase_theory_opposite (theory, category->parts[i]) : NULL;
  chase_presentation_unref (opposite->presentation);
  opposite->presentation = chase_presentation_opposite (category->presentation);
  if (category->slice)
    chase_slice_name_all (opposite);
  else
    {
      g_clear_pointer (&opposite->object_index, g_hash_table_unref);
      opposite->object_index = g_hash_table_ref (category->object_index);
    }
  g_clear_pointer (&opposite->arrow_index, g_hash_table_unref);
  opposite->arrow_index = g_hash_table_ref (category->arrow_index);
  g_clear_pointer (&opposite->failed, g_hash_table_unref);
  opposite->failed = g_hash_table_ref (category->failed);
  if (category->inverses != NULL)
    opposite->inverses = g_hash_table_ref (category->inverses);
  return opposite;
}

static const ChaseCategory *
opposite_of_parts (ChaseTheory *theory, const ChaseCategory *category)
{
  const ChaseCategory *first = chase_theory_opposite (theory, category->parts[0]);
  const ChaseCategory *second
      = category->parts[1] != NULL ? chase_theory_opposite (theory, category->parts[1]) : NULL;
  const ChaseCategory *known;
  ChaseCategoryKind kind = category->kind;
  ChaseCategory *made;
  char *key;

  if (first == NULL || category->point != NULL || (category->parts[1] != NULL && second == NULL))
    return NULL;
  if (category->product)
    return product_of (theory, first, second, NULL, NULL);
  if (kind == CHASE_CATEGORY_FUNCTORS)
    key = g_strdup_printf ("[%s, %s]", first->key, second->key);
  else
    {
      kind = kind == CHASE_CATEGORY_OVER ? CHASE_CATEGORY_UNDER : CHASE_CATEGORY_OVER;
      key = key_of ("slice ", first->key, kind == CHASE_CATEGORY_OVER ? " over " : " under ",
                    chase_presentation_object_name (first->presentation, category->object), "");
    }
  known = find (theory, &key);
  if (known != NULL)
    return known;
  made = with_parts (kind, key, first, second);
  made->object = category->object;
  return keep (theory, made);
}

const ChaseCategory *
chase_theory_opposite (ChaseTheory *theory, const ChaseCategory *category)
{
  const ChaseCategory *opposite;

  if (category->kind == CHASE_CATEGORY_SETS || category->kind == CHASE_CATEGORY_ALL
      || category->kind == CHASE_CATEGORY_OPPOSITE || category->kind == CHASE_CATEGORY_PRODUCT)
    return NULL;
  g_rec_mutex_lock (&theory->lock);
  opposite = category->dual;
  if (opposite == NULL)
    {
      if (category->product || category->kind != CHASE_CATEGORY_PRESENTED)
        opposite = opposite_of_parts (theory, category);
      else
        opposite = keep (theory, turned_round (theory, category));
      if (opposite != NULL)
        {
          ((ChaseCategory *)category)->dual = opposite;
          ((ChaseCategory *)opposite)->dual = category;
        }
    }
  g_rec_mutex_unlock (&theory->lock);
  return opposite;
}

/* Expressions. */

static const ChaseCategory *
plain (ChaseTheory *theory, ChaseCategoryKind kind, const char *name)
{
  char *key = g_strdup (name);
  const ChaseCategory *known = find (theory, &key);

  return known != NULL ? known : keep (theory, chase_category_new (kind, key));
}

const ChaseCategory *
chase_theory_category_of_sets (ChaseTheory *theory)
{
  const ChaseCategory *sets;

  g_rec_mutex_lock (&theory->lock);
  sets = plain (theory, CHASE_CATEGORY_SETS, "Set");
  g_rec_mutex_unlock (&theory->lock);
  return sets;
}

gboolean
chase_category_is_opposite_of_sets (const ChaseCategory *category)
{
  return category->kind == CHASE_CATEGORY_OPPOSITE
         && category->parts[0]->kind == CHASE_CATEGORY_SETS;
}

static const ChaseCategory *
named (ChaseTheory *theory, const ChaseTerm *term, GPtrArray *problems)
{
  ChaseItem *item = chase_theory_find (theory, term->name);
  g_autofree char *hint = NULL;

  if (g_str_equal (term->name, "Set"))
    return plain (theory, CHASE_CATEGORY_SETS, "Set");
  if (g_str_equal (term->name, "Cat"))
    return plain (theory, CHASE_CATEGORY_ALL, "Cat");
  if (item == NULL)
    {
      hint = chase_theory_guess (theory, term->name, theory->names, NULL);
      chase_theory_error (problems, term, hint, "there is no category called %s", term->name);
      return NULL;
    }
  if (item->kind != CHASE_ITEM_CATEGORY && item->kind != CHASE_ITEM_DIAGRAM)
    {
      chase_theory_error (problems, term, NULL, "%s is %s, not a category", term->name,
                          chase_item_article (item));
      return NULL;
    }
  if (item->kind == CHASE_ITEM_DIAGRAM && item->view != CHASE_VIEW_NONE)
    {
      chase_theory_error (problems, term, NULL,
                          "%s is a computed diagram, which is no category of its own", term->name);
      return NULL;
    }
  return chase_theory_meaning (theory, item);
}

/* An opposite or a product that is not written out; @spelled, which says so, may be NULL. */
static const ChaseCategory *
formal (ChaseTheory *theory, ChaseCategoryKind kind, const ChaseCategory *first,
        const ChaseCategory *second, const ChaseTerm *spelled)
{
  char *key = second != NULL ? key_of ("", first->key, " * ", second->key, "")
                             : key_of ("", first->key, "^op", NULL, "");
  const ChaseCategory *category = find (theory, &key);

  if (category == NULL)
    category = keep (theory, with_parts (kind, key, first, second));
  if (category->spelled == NULL && spelled != NULL)
    ((ChaseCategory *)category)->spelled = chase_term_ref (spelled);
  return category;
}

const ChaseCategory *
chase_theory_product (ChaseTheory *theory, const ChaseCategory *first, const ChaseCategory *second)
{
  if (first->kind == CHASE_CATEGORY_PRESENTED && second->kind == CHASE_CATEGORY_PRESENTED)
    return product_of (theory, first, second, NULL, NULL);
  return formal (theory, CHASE_CATEGORY_PRODUCT, first, second, NULL);
}

static ChaseTerm *
opposite_term (const ChaseTerm *term)
{
  return term->kind == CHASE_TERM_OPPOSITE
             ? chase_term_ref (term->args[0])
             : chase_term_new (CHASE_TERM_OPPOSITE, (ChaseTerm *[]){ (ChaseTerm *)term }, 1, 0);
}

static const ChaseCategory *
opposite_in_full (ChaseTheory *theory, const ChaseCategory *category, const ChaseTerm *term);

/* (C * D)^op is C^op * D^op. */
static const ChaseCategory *
opposite_of_product (ChaseTheory *theory, const ChaseCategory *category)
{
  const ChaseTerm *spelled = category->spelled;
  g_autoptr (ChaseTerm) turned = NULL;
  const ChaseCategory *parts[2];

  for (guint i = 0; i < 2; i++)
    parts[i]
        = opposite_in_full (theory, category->parts[i], spelled != NULL ? spelled->args[i] : NULL);
  if (spelled != NULL)
    {
      g_autoptr (ChaseTerm) first = opposite_term (spelled->args[0]);
      g_autoptr (ChaseTerm) second = opposite_term (spelled->args[1]);

      turned = chase_term_new (CHASE_TERM_TIMES, (ChaseTerm *[]){ first, second }, 2, 0);
    }
  if (parts[0]->presentation != NULL && parts[1]->presentation != NULL)
    return product_of (theory, parts[0], parts[1], NULL, NULL);
  return formal (theory, CHASE_CATEGORY_PRODUCT, parts[0], parts[1], turned);
}

/* The opposite of any category, which @term says; written out or not. */
static const ChaseCategory *
opposite_in_full (ChaseTheory *theory, const ChaseCategory *category, const ChaseTerm *term)
{
  const ChaseCategory *opposite;
  g_autoptr (ChaseTerm) turned = NULL;

  if (category->kind == CHASE_CATEGORY_OPPOSITE)
    return category->parts[0];
  if (category->kind == CHASE_CATEGORY_PRODUCT)
    return opposite_of_product (theory, category);
  opposite = chase_theory_opposite (theory, category);
  if (opposite != NULL)
    return opposite;
  if (term != NULL)
    turned = chase_term_new (CHASE_TERM_OPPOSITE, (ChaseTerm *[]){ (ChaseTerm *)term }, 1, 0);
  return formal (theory, CHASE_CATEGORY_OPPOSITE, category, NULL, turned);
}

static const ChaseCategory *
functor_category (ChaseTheory *theory, const ChaseCategory *first, const ChaseCategory *second)
{
  char *key = g_strdup_printf ("[%s, %s]", first->key, second->key);
  const ChaseCategory *known = find (theory, &key);

  return known != NULL ? known
                       : keep (theory, with_parts (CHASE_CATEGORY_FUNCTORS, key, first, second));
}

static int
by_name (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* The object of a slice, said in one way: a set by its elements in order. */
static ChaseTerm *
point_of (ChaseTheory *theory, const ChaseCategory *base, const ChaseTerm *object,
          GPtrArray *problems)
{
  g_autoptr (GPtrArray) own = problems == NULL ? chase_problems_new () : NULL;
  ChaseChecking checking = { theory, problems != NULL ? problems : own };
  g_autoptr (GPtrArray) names = NULL;

  if (base->kind != CHASE_CATEGORY_SETS)
    return chase_check_object (&checking, base, object) ? chase_term_ref (object) : NULL;
  names = chase_theory_set (theory, object, problems);
  if (names == NULL)
    return NULL;
  g_ptr_array_sort (names, by_name);
  return chase_set_of_names ((ChaseName *const *)names->pdata, names->len);
}

static const ChaseCategory *
slice_of_unlisted (ChaseTheory *theory, const ChaseTerm *term, const ChaseCategory *base,
                   GPtrArray *problems);

/* A slice of C^op is the opposite of a coslice of C. */
static const ChaseCategory *
slice_of_opposite (ChaseTheory *theory, const ChaseTerm *term, const ChaseCategory *base,
                   GPtrArray *problems)
{
  ChaseTerm *args[2] = { base->spelled->args[0], term->args[1] };
  g_autoptr (ChaseTerm) inner = chase_term_new (
      term->kind == CHASE_TERM_SLICE_OVER ? CHASE_TERM_SLICE_UNDER : CHASE_TERM_SLICE_OVER, args, 2,
      0);
  const ChaseCategory *turned = slice_of_unlisted (theory, inner, base->parts[0], problems);

  return turned != NULL ? opposite_in_full (theory, turned, inner) : NULL;
}

/* Of what has no generators. */
static const ChaseCategory *
slice_of_unlisted (ChaseTheory *theory, const ChaseTerm *term, const ChaseCategory *base,
                   GPtrArray *problems)
{
  gboolean over = term->kind == CHASE_TERM_SLICE_OVER;
  g_autoptr (ChaseTerm) point = NULL;
  g_autofree char *text = NULL;
  const ChaseCategory *known;
  ChaseCategory *made;
  char *key;

  if (base->kind == CHASE_CATEGORY_OPPOSITE && base->spelled != NULL)
    return slice_of_opposite (theory, term, base, problems);
  point = point_of (theory, base, term->args[1], problems);
  if (point == NULL)
    return NULL;
  text = chase_term_to_text (point);
  key = key_of ("slice ", base->key, over ? " over " : " under ", text, "");
  known = find (theory, &key);
  if (known != NULL)
    return known;
  made = with_parts (over ? CHASE_CATEGORY_OVER : CHASE_CATEGORY_UNDER, key, base, NULL);
  made->object = NOWHERE;
  made->point = g_steal_pointer (&point);
  made->spelled = chase_term_ref (term);
  return keep (theory, made);
}

/* A category of functors as a table, where that can be and has the object @term; else itself. */
static const ChaseCategory *
with_generators (ChaseTheory *theory, const ChaseCategory *base, const ChaseTerm *term)
{
  const ChaseCategory *listed = chase_theory_listed (theory, base);
  guint32 object;

  return listed != NULL && listed != base
                 && chase_theory_object (theory, listed, term, &object, NULL)
             ? listed
             : base;
}

static const ChaseCategory *
slice (ChaseTheory *theory, const ChaseTerm *term, const ChaseCategory *base, GPtrArray *problems)
{
  gboolean over = term->kind == CHASE_TERM_SLICE_OVER;
  const ChaseCategory *known;
  const ChaseFunctor *hom;
  ChaseCategory *category;
  guint32 object;
  char *key;

  base = with_generators (theory, base, term->args[1]);
  if (base->kind != CHASE_CATEGORY_PRESENTED)
    return slice_of_unlisted (theory, term, base, problems);
  if (!chase_theory_object (theory, base, term->args[1], &object, problems))
    return NULL;
  key = key_of ("slice ", base->key, over ? " over " : " under ",
                chase_presentation_object_name (base->presentation, object), "");
  known = find (theory, &key);
  if (known != NULL)
    return known;
  hom = chase_theory_hom (theory, over ? chase_theory_opposite (theory, base) : base, object,
                          !over);
  if (hom->form == CHASE_FUNCTOR_SETS && has_all_values (hom->sets, hom->source->presentation))
    return cover (theory, hom, key, over, TRUE);
  category = with_parts (over ? CHASE_CATEGORY_OVER : CHASE_CATEGORY_UNDER, key, base, NULL);
  category->object = object;
  return keep (theory, category);
}

static const ChaseCategory *
not_here (const ChaseTerm *term, GPtrArray *problems, const char *hint)
{
  g_autofree char *text = chase_term_to_text (term);

  chase_theory_error (problems, term, hint, "%s is not a category", text);
  return NULL;
}

static const ChaseCategory *
derive_compound (ChaseTheory *theory, const ChaseTerm *term, GPtrArray *problems, guint depth)
{
  const ChaseCategory *first = derive (theory, term->args[0], problems, depth + 1);
  const ChaseCategory *second = NULL;

  if (term->kind == CHASE_TERM_TIMES || term->kind == CHASE_TERM_FUNCTOR_CATEGORY)
    {
      second = derive (theory, term->args[1], problems, depth + 1);
      if (second == NULL)
        return NULL;
    }
  if (first == NULL)
    return NULL;
  switch ((ChaseTermKind)term->kind)
    {
    case CHASE_TERM_OPPOSITE:
      return opposite_in_full (theory, first, term->args[0]);
    case CHASE_TERM_TIMES:
      if (first->presentation == NULL || second->presentation == NULL)
        return formal (theory, CHASE_CATEGORY_PRODUCT, first, second, term);
      return product_of (theory, first, second, term, problems);
    case CHASE_TERM_FUNCTOR_CATEGORY:
      return functor_category (theory, first, second);
    default:
      return slice (theory, term, first, problems);
    }
}

static const ChaseCategory *
derive (ChaseTheory *theory, const ChaseTerm *term, GPtrArray *problems, guint depth)
{
  if (depth > CHASE_MAX_DEPTH)
    {
      chase_theory_error (problems, term, NULL, "this term nests too deeply");
      return NULL;
    }
  switch ((ChaseTermKind)term->kind)
    {
    case CHASE_TERM_NAME:
      return named (theory, term, problems);
    case CHASE_TERM_OPPOSITE:
    case CHASE_TERM_TIMES:
    case CHASE_TERM_FUNCTOR_CATEGORY:
    case CHASE_TERM_SLICE_OVER:
    case CHASE_TERM_SLICE_UNDER:
      return derive_compound (theory, term, problems, depth);
    case CHASE_TERM_ELEMENTS:
      return elements_of (theory, term, problems);
    default:
      return not_here (term, problems, NULL);
    }
}

const ChaseCategory *
chase_theory_derive (ChaseTheory *theory, const ChaseTerm *term, GPtrArray *problems)
{
  return derive (theory, term, problems, 0);
}

const ChaseCategory *
chase_theory_functors_between (ChaseTheory *theory, const ChaseCategory *source,
                               const ChaseCategory *target)
{
  const ChaseCategory *category;

  g_rec_mutex_lock (&theory->lock);
  category = functor_category (theory, source, target);
  g_rec_mutex_unlock (&theory->lock);
  return category;
}

const ChaseCategory *
chase_theory_category (ChaseTheory *theory, const ChaseTerm *term, GPtrArray *problems)
{
  const ChaseCategory *category;

  g_rec_mutex_lock (&theory->lock);
  category = derive (theory, term, problems, 0);
  g_rec_mutex_unlock (&theory->lock);
  return category;
}
