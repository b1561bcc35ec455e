/* SPDX-License-Identifier: MIT */
#include "model/language-private.h"

#include <string.h>

/* A label of more tokens than this is not looked into. */
#define TOKENS_MAX 60

static void
term_free (gpointer term)
{
  chase_term_unref (term);
}

ChaseLanguage *
chase_language_new (void)
{
  ChaseLanguage *language = g_new0 (ChaseLanguage, 1);

  chase_labels_init (&language->labels);
  language->keys = g_ptr_array_new_with_free_func (g_free);
  language->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  language->morphisms = g_ptr_array_new_with_free_func (term_free);
  language->objects = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, term_free);
  language->forgotten = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return language;
}

ChaseLanguage *
chase_language_new_in (const ChaseDocument *document, const ChaseTerm *term)
{
  g_autoptr (ChaseLanguage) language = chase_language_new ();

  language->theory = chase_theory_new (document, NULL);
  language->category = chase_theory_category_listed (language->theory, term, NULL);
  if (language->category == NULL)
    language->category = chase_theory_category (language->theory, term, NULL);
  if (language->category == NULL)
    return NULL;
  if (language->category->kind == CHASE_CATEGORY_PRESENTED)
    g_ptr_array_set_size (language->keys,
                          (gint)chase_presentation_n_objects (language->category->presentation));
  chase_language_learn_names (language);
  return g_steal_pointer (&language);
}

void
chase_language_mark (ChaseLanguage *language)
{
  chase_labels_mark (&language->labels);
  language->marked = language->morphisms->len;
  language->called = g_hash_table_new_full (NULL, NULL, NULL, g_free);
}

void
chase_language_reset (ChaseLanguage *language)
{
  GHashTableIter iter;
  gpointer object, key;

  chase_labels_reset (&language->labels);
  g_ptr_array_set_size (language->morphisms, (gint)language->marked);
  g_hash_table_remove_all (language->forgotten);
  g_hash_table_iter_init (&iter, language->called);
  while (g_hash_table_iter_next (&iter, &object, &key))
    {
      gpointer *slot = &g_ptr_array_index (language->keys, GPOINTER_TO_UINT (object) - 1);

      g_free (*slot);
      *slot = g_strdup (key);
    }
  g_hash_table_remove_all (language->called);
}

void
chase_language_free (ChaseLanguage *language)
{
  if (language == NULL)
    return;
  chase_labels_clear (&language->labels);
  g_ptr_array_unref (language->keys);
  g_hash_table_unref (language->numbers);
  g_ptr_array_unref (language->morphisms);
  g_hash_table_unref (language->objects);
  g_hash_table_unref (language->forgotten);
  g_clear_pointer (&language->called, g_hash_table_unref);
  chase_theory_unref (language->theory);
  g_free (language);
}

/* What two terms for one object have in common. Caller frees; NULL where it is no object. */
static char *
told_by (ChaseLanguage *language, const ChaseTerm *term)
{
  ChaseCategoryKind kind
      = language->category != NULL ? language->category->kind : CHASE_CATEGORY_SETS;
  const ChaseCategory *category;
  const ChaseFunctor *functor;

  if (kind == CHASE_CATEGORY_ALL)
    {
      category = chase_theory_category (language->theory, term, NULL);
      return category != NULL ? g_strdup (category->key) : NULL;
    }
  if (kind == CHASE_CATEGORY_FUNCTORS)
    {
      functor = chase_theory_functor (language->theory, term, language->category->parts[0],
                                      language->category->parts[1], NULL);
      return functor != NULL ? g_strdup (functor->key) : NULL;
    }
  return chase_term_to_text (term);
}

guint32
chase_language_object (ChaseLanguage *language, const ChaseTerm *term)
{
  g_autofree char *text = NULL;
  guint32 object;

  if (term == NULL)
    return NOWHERE;
  if (language->category != NULL && language->category->kind == CHASE_CATEGORY_PRESENTED)
    return chase_theory_object (language->theory, language->category, term, &object, NULL)
               ? object
               : NOWHERE;
  text = told_by (language, term);
  if (text == NULL)
    return NOWHERE;
  object = GPOINTER_TO_UINT (g_hash_table_lookup (language->numbers, text));
  if (object > 0)
    return object - 1;
  g_ptr_array_add (language->keys, NULL);
  g_hash_table_insert (language->numbers, g_steal_pointer (&text),
                       GUINT_TO_POINTER (language->keys->len));
  return language->keys->len - 1;
}

/* NULL for a sign and for what is too long. */
static GPtrArray *
tokens_of (const char *label)
{
  g_autofree char *sense = NULL;

  if (chase_label_is_sign (label))
    return NULL;
  sense = chase_label_sense (label);
  return chase_label_tokens (sense, TOKENS_MAX);
}

static char *
key_of (const char *label)
{
  g_autoptr (GPtrArray) tokens = tokens_of (label);

  return tokens != NULL ? chase_label_key (tokens, 0, tokens->len) : NULL;
}

void
chase_language_call_object (ChaseLanguage *language, guint32 object, const char *label)
{
  char *key = object < language->keys->len ? key_of (label) : NULL;

  gpointer *slot;

  if (key == NULL)
    return;
  slot = &g_ptr_array_index (language->keys, object);
  if (language->called != NULL
      && !g_hash_table_contains (language->called, GUINT_TO_POINTER (object + 1)))
    g_hash_table_insert (language->called, GUINT_TO_POINTER (object + 1), g_steal_pointer (slot));
  g_free (*slot);
  *slot = key;
}

void
chase_language_learn_object (ChaseLanguage *language, const char *label, const ChaseTerm *term)
{
  char *key = key_of (label);

  if (key != NULL && !g_hash_table_contains (language->objects, key))
    g_hash_table_insert (language->objects, key, chase_term_ref (term));
  else
    g_free (key);
}

static gboolean
spell (ChaseLanguage *language, const char *label, const ChaseNamed *named)
{
  g_autoptr (GPtrArray) tokens = tokens_of (label);

  if (tokens == NULL || tokens->len == 0)
    return FALSE;
  chase_labels_learn (&language->labels, tokens, named);
  return TRUE;
}

guint32
chase_language_learn (ChaseLanguage *language, const char *const *labels, guint32 source,
                      guint32 target, const ChaseTerm *meaning)
{
  ChaseNamed named = { language->morphisms->len, source, target };
  gboolean learnt = FALSE;

  if (source == NOWHERE || target == NOWHERE)
    return NOWHERE;
  for (; *labels != NULL; labels++)
    learnt = spell (language, *labels, &named) || learnt;
  if (!learnt)
    return NOWHERE;
  g_ptr_array_add (language->morphisms, chase_term_ref (meaning));
  return named.edge;
}

void
chase_language_mean (ChaseLanguage *language, guint32 morphism, const ChaseTerm *meaning)
{
  ChaseTerm *slot = g_ptr_array_index (language->morphisms, morphism);

  chase_term_set (&slot, meaning);
  g_ptr_array_index (language->morphisms, morphism) = slot;
}

void
chase_language_forget (ChaseLanguage *language, const char *name)
{
  g_hash_table_add (language->forgotten, g_strdup (name));
}

static gboolean
is_forgotten (const ChaseLanguage *language, const GArray *factors)
{
  for (guint i = 0; i < factors->len; i++)
    {
      guint32 edge = g_array_index (factors, ChaseFactor, i).edge;
      const ChaseTerm *term = g_ptr_array_index (language->morphisms, edge);

      if (term != NULL && term->kind == CHASE_TERM_NAME
          && g_hash_table_contains (language->forgotten, term->name))
        return TRUE;
    }
  return FALSE;
}

GArray *
chase_language_read (ChaseLanguage *language, const char *label, guint32 source, guint32 target)
{
  g_autoptr (GPtrArray) tokens = tokens_of (label);
  g_autoptr (GArray) factors = NULL;

  if (tokens == NULL || source == NOWHERE || target == NOWHERE)
    return NULL;
  language->labels.objects = (const char *const *)language->keys->pdata;
  if (source == target
      && chase_label_says_identity (tokens, 0, tokens->len,
                                    g_ptr_array_index (language->keys, source)))
    return g_array_new (FALSE, TRUE, sizeof (ChaseFactor));
  factors = chase_labels_read (&language->labels, tokens, 0, tokens->len, source, target,
                               language->category != NULL);
  if (factors == NULL || is_forgotten (language, factors))
    return NULL;
  return g_steal_pointer (&factors);
}

/* The last factor comes first, and a composite does not stay in parentheses. */
static void
prepend_factor (GPtrArray *terms, const ChaseTerm *term, gboolean inverse)
{
  ChaseTerm *args[1] = { chase_term_ref (term) };

  if (inverse)
    g_ptr_array_insert (terms, 0, chase_term_new_take (CHASE_TERM_POWER, args, 1, -1, 0, 0));
  else if (term->kind != CHASE_TERM_COMPOSE)
    g_ptr_array_insert (terms, 0, args[0]);
  else
    {
      for (guint32 i = term->n_args; i > 0; i--)
        g_ptr_array_insert (terms, 0, chase_term_ref (term->args[i - 1]));
      chase_term_unref (args[0]);
    }
}

static gboolean
is_path (ChaseLanguage *language, const ChaseTerm *term, guint32 source, guint32 target)
{
  g_autoptr (GArray) word = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 from, to;

  if (language->category == NULL || language->category->kind != CHASE_CATEGORY_PRESENTED)
    return TRUE;
  return chase_theory_path (language->theory, language->category, term, &from, &to, word, NULL)
         && from == source && to == target;
}

static ChaseTerm *
identity_of (const ChaseLanguage *language, const ChaseTerm *object)
{
  gboolean of_category
      = language->category != NULL && language->category->kind == CHASE_CATEGORY_ALL;
  ChaseTerm *args[1] = { chase_term_ref (object) };

  return chase_term_new_take (of_category ? CHASE_TERM_IDENTITY_FUNCTOR : CHASE_TERM_IDENTITY, args,
                              1, 0, 0, 0);
}

ChaseTerm *
chase_language_term (ChaseLanguage *language, const GArray *factors, const ChaseTerm *object,
                     guint32 source, guint32 target)
{
  g_autoptr (GPtrArray) terms = g_ptr_array_new_with_free_func (term_free);
  g_autoptr (ChaseTerm) term = NULL;

  for (guint i = 0; i < factors->len; i++)
    {
      const ChaseFactor *factor = &g_array_index (factors, ChaseFactor, i);
      const ChaseTerm *meaning = g_ptr_array_index (language->morphisms, factor->edge);

      if (meaning == NULL)
        return NULL;
      if (meaning->kind != CHASE_TERM_IDENTITY)
        prepend_factor (terms, meaning, factor->inverse);
    }
  if (terms->len == 0)
    term = identity_of (language, object);
  else if (terms->len == 1)
    term = chase_term_ref (g_ptr_array_index (terms, 0));
  else
    term = chase_term_new (CHASE_TERM_COMPOSE, (ChaseTerm *const *)terms->pdata, terms->len, 0);
  return is_path (language, term, source, target) ? g_steal_pointer (&term) : NULL;
}

ChaseTerm *
chase_language_read_object (ChaseLanguage *language, const char *label)
{
  g_autofree char *key = key_of (label);
  const ChaseTerm *term = key != NULL ? g_hash_table_lookup (language->objects, key) : NULL;

  if (term == NULL
      || (term->kind == CHASE_TERM_NAME && g_hash_table_contains (language->forgotten, term->name)))
    return NULL;
  return chase_term_ref (term);
}
