/* SPDX-License-Identifier: MIT */
#include "model/pair-map.h"
#include "model/theory-private.h"
#include "i18n.h"

ChaseCategory *
chase_category_new (ChaseCategoryKind kind, char *key)
{
  ChaseCategory *category = g_new0 (ChaseCategory, 1);

  category->kind = kind;
  category->key = key;
  category->object = NOWHERE;
  if (kind == CHASE_CATEGORY_PRESENTED)
    {
      category->presentation = chase_presentation_new ();
      category->object_index = g_hash_table_new (g_str_hash, g_str_equal);
      category->arrow_index = g_hash_table_new (g_str_hash, g_str_equal);
      category->failed = g_hash_table_new (g_str_hash, g_str_equal);
    }
  return category;
}

void
chase_category_free (ChaseCategory *category)
{
  if (category == NULL)
    return;
  g_free (category->key);
  g_clear_pointer (&category->point, chase_term_unref);
  g_clear_pointer (&category->spelled, chase_term_unref);
  g_clear_pointer (&category->object_index, g_hash_table_unref);
  g_clear_pointer (&category->arrow_index, g_hash_table_unref);
  g_clear_pointer (&category->edge_index, g_hash_table_unref);
  g_clear_pointer (&category->failed, g_hash_table_unref);
  g_clear_pointer (&category->inverses, g_hash_table_unref);
  chase_presentation_unref (category->presentation);
  chase_functor_table_free (category->functors);
  g_free (category);
}

const ChaseCategory *
chase_theory_keep_category (ChaseTheory *theory, ChaseCategory *category)
{
  ChaseCategory *known = g_hash_table_lookup (theory->categories, category->key);

  if (known != NULL)
    {
      chase_category_free (category);
      return known;
    }
  g_hash_table_insert (theory->categories, category->key, category);
  if (category->presentation != NULL)
    g_hash_table_insert (theory->by_presentation, category->presentation, category);
  return category;
}

const ChaseCategory *
chase_theory_category_of (ChaseTheory *theory, const ChasePresentation *presentation)
{
  const ChaseCategory *category;

  g_rec_mutex_lock (&theory->lock);
  category = g_hash_table_lookup (theory->by_presentation, presentation);
  g_rec_mutex_unlock (&theory->lock);
  return category;
}

guint32
chase_category_find_object (const ChaseCategory *category, const char *name)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (category->object_index, name)) - 1;
}

guint32
chase_category_find_arrow (const ChaseCategory *category, const char *name)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (category->arrow_index, name)) - 1;
}

guint32
chase_category_inverse (const ChaseCategory *category, guint32 arrow)
{
  const ChaseArrow *a = chase_presentation_arrow (category->presentation, arrow);
  gpointer found;

  if (a->inverse != NOWHERE || category->inverses == NULL)
    return a->inverse;
  found = g_hash_table_lookup (category->inverses, GUINT_TO_POINTER (arrow + 1));
  return GPOINTER_TO_UINT (found) - 1;
}

void
chase_category_index (ChaseCategory *category)
{
  const ChasePresentation *p = category->presentation;

  for (guint32 i = 0; i < chase_presentation_n_objects (p); i++)
    g_hash_table_insert (category->object_index, (gpointer)chase_presentation_object_name (p, i),
                         GUINT_TO_POINTER (i + 1));
  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    g_hash_table_insert (category->arrow_index, chase_presentation_arrow (p, f)->name,
                         GUINT_TO_POINTER (f + 1));
}

gboolean
chase_category_add_object (ChaseCategory *category, const ChaseName *name)
{
  guint32 index;

  if (g_hash_table_contains (category->object_index, name))
    return FALSE;
  index = chase_presentation_add_object (category->presentation, name);
  g_hash_table_insert (category->object_index, (gpointer)name, GUINT_TO_POINTER (index + 1));
  return TRUE;
}

GHashTable *
chase_item_properties (const ChaseItem *item)
{
  GHashTable *properties = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < chase_item_n_statements (item); i++)
    {
      const ChaseStatement *statement = chase_item_get_statement (item, i);
      guint flags;

      if (statement->kind != CHASE_STATEMENT_PROPERTY || statement->name == NULL)
        continue;
      flags = GPOINTER_TO_UINT (g_hash_table_lookup (properties, statement->name));
      flags |= statement->property;
      g_hash_table_insert (properties, statement->name, GUINT_TO_POINTER (flags));
    }
  return properties;
}

void
chase_theory_check_properties (ChaseTheory *theory, ChaseCategory *category, const ChaseItem *item,
                               const char *where)
{
  for (guint i = 0; i < chase_item_n_statements (item); i++)
    {
      const ChaseStatement *statement = chase_item_get_statement (item, i);
      g_autofree char *hint = NULL;
      const ChaseArrow *arrow;
      guint32 index;

      if (statement->kind != CHASE_STATEMENT_PROPERTY || statement->name == NULL)
        continue;
      index = chase_category_find_arrow (category, statement->name);
      if (index == NOWHERE && g_hash_table_contains (category->failed, statement->name))
        continue;
      if (index == NOWHERE)
        {
          hint = chase_theory_guess (theory, statement->name, category->arrow_index, NULL);
          chase_statement_error (theory->problems, statement, hint, "%s has no arrow called %s",
                                 where, statement->name);
          continue;
        }
      arrow = chase_presentation_arrow (category->presentation, index);
      if (statement->property == CHASE_PROPERTY_IDEMPOTENT && arrow->source != arrow->target)
        chase_statement_error (
            theory->problems, statement, NULL, "%s cannot be idempotent: it runs from %s to %s",
            statement->name, chase_presentation_object_name (category->presentation, arrow->source),
            chase_presentation_object_name (category->presentation, arrow->target));
    }
}

/* The line of the first statement that declares an object, or an arrow, of the name of @statement.
 *@lines is made at the first call. */
static guint
first_line (GHashTable **lines, const ChaseItem *item, const ChaseStatement *statement)
{
  gboolean made = *lines != NULL;

  if (!made)
    *lines = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; !made && i < chase_item_n_statements (item); i++)
    {
      const ChaseStatement *other = chase_item_get_statement (item, i);

      if (other->kind == statement->kind && other->name != NULL && other->value == NULL
          && other->level < 2 && !g_hash_table_contains (*lines, other->name))
        g_hash_table_insert (*lines, other->name, GUINT_TO_POINTER (other->line));
    }
  return GPOINTER_TO_UINT (g_hash_table_lookup (*lines, statement->name));
}

static void
add_objects (ChaseTheory *theory, ChaseCategory *category, const ChaseItem *item)
{
  g_autoptr (GHashTable) lines = NULL;

  for (guint i = 0; i < chase_item_n_statements (item); i++)
    {
      const ChaseStatement *statement = chase_item_get_statement (item, i);

      if (statement->kind != CHASE_STATEMENT_OBJECT || statement->name == NULL)
        continue;
      if (!chase_category_add_object (category, statement->name))
        chase_statement_error (theory->problems, statement, NULL,
                               "the object %s is declared already, on line %u", statement->name,
                               first_line (&lines, item, statement));
    }
}

/* The end of an arrow: an object of the block, or NOWHERE with an error. */
static guint32
find_end (ChaseTheory *theory, ChaseCategory *category, const ChaseTerm *term)
{
  g_autofree char *hint = NULL;
  g_autofree char *text = NULL;
  guint32 object = NOWHERE;

  if (term == NULL)
    return NOWHERE;
  if (term->kind == CHASE_TERM_NAME)
    {
      object = chase_category_find_object (category, term->name);
      if (object != NOWHERE)
        return object;
      hint = chase_theory_guess (theory, term->name, category->object_index, NULL);
    }
  text = chase_term_to_text (term);
  if (hint == NULL)
    hint = g_strdup_printf (_ ("declare it first: `object %s`"), text);
  chase_theory_error (theory->problems, term, term->kind == CHASE_TERM_NAME ? hint : NULL,
                      term->kind == CHASE_TERM_NAME
                          ? "%s has no object called %s"
                          : _ ("%s has no object %s: an object is a name here"),
                      category->key, text);
  return NOWHERE;
}

static gboolean
arrow_makes_sense (ChaseTheory *theory, ChaseCategory *category, const ChaseItem *item,
                   const ChaseStatement *statement, GHashTable **lines)
{
  if (statement->name == NULL)
    chase_statement_error (theory->problems, statement, "give it a name, as in `f : A -> B`",
                           "an arrow of a category needs a name");
  else if (statement->level >= 2)
    chase_statement_error (theory->problems, statement,
                           "2-cells stand in diagrams and in `transformation`",
                           "a category has no arrows between arrows");
  else if (statement->value != NULL)
    chase_statement_error (theory->problems, statement,
                           "declare the arrow, and state the equation on a line of its own",
                           "a category block does not name composites");
  else if (chase_category_find_arrow (category, statement->name) != NOWHERE
           || (g_hash_table_size (category->failed) > 0
               && g_hash_table_contains (category->failed, statement->name)))
    chase_statement_error (theory->problems, statement, NULL,
                           "the arrow %s is declared already, on line %u", statement->name,
                           first_line (lines, item, statement));
  else
    return TRUE;
  return FALSE;
}

static void
add_arrows (ChaseTheory *theory, ChaseCategory *category, const ChaseItem *item)
{
  g_autoptr (GHashTable) properties = chase_item_properties (item);
  g_autoptr (GHashTable) lines = NULL;
  gboolean plain = g_hash_table_size (properties) == 0;

  for (guint i = 0; i < chase_item_n_statements (item); i++)
    {
      const ChaseStatement *statement = chase_item_get_statement (item, i);
      guint32 source, target, index;
      guint flags;

      if (statement->kind != CHASE_STATEMENT_ARROW
          || !arrow_makes_sense (theory, category, item, statement, &lines))
        continue;
      source = find_end (theory, category, statement->from);
      target = find_end (theory, category, statement->to);
      if (source == NOWHERE || target == NOWHERE)
        {
          g_hash_table_add (category->failed, statement->name);
          continue;
        }
      /* A table says itself which of its arrows are mono: what it declares is checked, not given.
       */
      flags = plain ? 0 : GPOINTER_TO_UINT (g_hash_table_lookup (properties, statement->name));
      if (category->table || source != target)
        flags &= category->table ? 0 : ~(guint)CHASE_PROPERTY_IDEMPOTENT;
      index = chase_presentation_add_arrow (category->presentation, statement->name, source, target,
                                            flags);
      g_hash_table_insert (category->arrow_index, statement->name, GUINT_TO_POINTER (index + 1));
    }
}

static gboolean
is_entry (const ChaseStatement *statement)
{
  const ChaseTerm *left = g_ptr_array_index (statement->terms, 0);
  const ChaseTerm *right = g_ptr_array_index (statement->terms, 1);

  return statement->terms->len == 2
         && (left->kind == CHASE_TERM_COMPOSE || left->kind == CHASE_TERM_THEN) && left->n_args == 2
         && (right->kind == CHASE_TERM_NAME || right->kind == CHASE_TERM_IDENTITY);
}

/* TRUE unless the table has an entry for this pair already. */
static gboolean
note_entry (ChaseTheory *theory, ChaseCategory *category, ChasePairMap *entries,
            const ChaseStatement *statement, ChaseWord left, ChaseWord right)
{
  guint32 known = chase_pair_map_find (entries, left.letters[0], left.letters[1]);
  const ChaseTerm *term = g_ptr_array_index (statement->terms, 0);
  const ChaseEquation *entry;

  if (known == NOWHERE)
    {
      chase_pair_map_add (entries, left.letters[0], left.letters[1],
                          chase_presentation_n_equations (category->presentation));
      return TRUE;
    }
  entry = chase_presentation_equation (category->presentation, known);
  if (!chase_word_equal (entry->right, right))
    {
      g_autofree char *text = chase_term_to_text (term);

      chase_theory_error (theory->problems, term, NULL,
                          "the table says already, on line %u, what %s is: something else",
                          entry->line, text);
    }
  return FALSE;
}

static gboolean
type_equation (ChaseTheory *theory, ChaseCategory *category, const ChaseStatement *statement,
               guint k, guint32 *source, guint32 *target, GArray *word)
{
  const ChaseTerm *term = g_ptr_array_index (statement->terms, k);

  g_array_set_size (word, 0);
  return chase_theory_path (theory, category, term, source, target, word, theory->problems);
}

static ChaseWord
as_word (const GArray *letters)
{
  ChaseWord word = { (const guint32 *)(gpointer)letters->data, letters->len };

  return word;
}

static gboolean
add_pair (ChaseTheory *theory, ChaseCategory *category, const ChaseStatement *statement, guint k,
          const guint32 *ends, GArray *const *words, ChasePairMap *entries)
{
  const ChaseTerm *left = g_ptr_array_index (statement->terms, k - 1);
  const ChaseTerm *right = g_ptr_array_index (statement->terms, k);
  ChaseWord a = as_word (words[0]);
  ChaseWord b = as_word (words[1]);

  if (ends[0] != ends[2] || ends[1] != ends[3])
    {
      const ChasePresentation *p = category->presentation;
      g_autofree char *one = chase_term_to_text (left);
      g_autofree char *two = chase_term_to_text (right);

      chase_theory_error (
          theory->problems, right, NULL,
          "these paths are not parallel: %s runs from %s to %s, but %s from %s to %s", one,
          chase_presentation_object_name (p, ends[0]), chase_presentation_object_name (p, ends[1]),
          two, chase_presentation_object_name (p, ends[2]),
          chase_presentation_object_name (p, ends[3]));
      return FALSE;
    }
  /* `f . id(A) = f` is no news; a wrong one is a table that breaks the law of units. */
  if (entries != NULL && a.length < 2 && chase_word_equal (a, b))
    return TRUE;
  if (entries != NULL && a.length == 2 && !note_entry (theory, category, entries, statement, a, b))
    return TRUE;
  chase_presentation_add_equation (category->presentation, ends[0], a, b, statement->name,
                                   statement->line);
  return TRUE;
}

static void
add_equation (ChaseTheory *theory, ChaseCategory *category, const ChaseStatement *statement,
              GArray **words, ChasePairMap *entries)
{
  guint32 ends[4] = { 0 };
  gboolean known = FALSE;

  if (entries != NULL && !is_entry (statement))
    {
      chase_theory_error (
          theory->problems, g_ptr_array_index (statement->terms, 0),
          "write one composite of two arrows on the left, and one arrow on the right",
          "an entry of a table is `g . f = h`");
      return;
    }
  for (guint k = 0; k < statement->terms->len; k++)
    {
      GArray *swap = words[0];
      gboolean typed;

      words[0] = words[1];
      words[1] = swap;
      ends[0] = ends[2];
      ends[1] = ends[3];
      typed = type_equation (theory, category, statement, k, &ends[2], &ends[3], words[1]);
      if (typed && known && !add_pair (theory, category, statement, k, ends, words, entries))
        return;
      known = typed;
    }
}

static void
find_table_inverses (ChaseCategory *category, const ChasePairMap *entries)
{
  const ChasePresentation *presentation = category->presentation;

  category->inverses = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < chase_presentation_n_equations (presentation); i++)
    {
      const ChaseEquation *equation = chase_presentation_equation (presentation, i);
      guint32 f, g, back;

      if (equation->left.length != 2 || equation->right.length != 0)
        continue;
      f = equation->left.letters[0];
      g = equation->left.letters[1];
      back = chase_pair_map_find (entries, g, f);
      if (back != NOWHERE && chase_presentation_equation (presentation, back)->right.length == 0)
        g_hash_table_insert (category->inverses, GUINT_TO_POINTER (f + 1),
                             GUINT_TO_POINTER (g + 1));
    }
}

/* An iso that is idempotent is an identity. Relations of arrows by their properties go by the
 * inverse where there is one, so that here an equation says it. */
static void
add_idempotent_isos (ChasePresentation *presentation)
{
  for (guint32 f = 0; f < chase_presentation_n_arrows (presentation); f++)
    {
      ChaseArrow *arrow = &g_array_index (presentation->arrows, ChaseArrow, f);
      guint32 twice[2] = { f, f };

      if (arrow->inverse == NOWHERE || (arrow->properties & CHASE_PROPERTY_IDEMPOTENT) == 0)
        continue;
      arrow->properties &= ~(guint)CHASE_PROPERTY_IDEMPOTENT;
      chase_presentation_add_equation (presentation, arrow->source, (ChaseWord){ twice, 2 },
                                       (ChaseWord){ twice, 1 }, NULL, 0);
    }
}

void
chase_theory_add_equations (ChaseTheory *theory, ChaseCategory *category, const ChaseItem *item)
{
  g_autoptr (ChasePairMap) entries = category->table ? chase_pair_map_new () : NULL;
  GArray *words[2];

  for (guint i = 0; i < 2; i++)
    words[i] = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint i = 0; i < chase_item_n_statements (item); i++)
    {
      const ChaseStatement *statement = chase_item_get_statement (item, i);

      if (statement->kind == CHASE_STATEMENT_EQUATION && statement->terms != NULL
          && statement->terms->len >= 2)
        add_equation (theory, category, statement, words, entries);
    }
  for (guint i = 0; i < 2; i++)
    g_array_unref (words[i]);
  if (category->table)
    find_table_inverses (category, entries);
  else
    add_idempotent_isos (category->presentation);
}

ChaseCategory *
chase_theory_build_block (ChaseTheory *theory, ChaseItem *item)
{
  GString *key = g_string_new (NULL);
  ChaseCategory *category;

  chase_append_name (key, item->name);
  category = chase_category_new (CHASE_CATEGORY_PRESENTED, g_string_free (key, FALSE));
  category->item = item;
  category->table = item->table;
  add_objects (theory, category, item);
  add_arrows (theory, category, item);
  chase_theory_check_properties (theory, category, item, category->key);
  chase_theory_add_equations (theory, category, item);
  return category;
}
