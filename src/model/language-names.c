/* SPDX-License-Identifier: MIT */
#include "model/language-private.h"

#include <string.h>

/* What a document says of a category, as labels: each thing by the label that it is declared with,
 * by its name as it is shown, and by the command of that name (\eta for eta). */

/* What more there is stays unread: a document of that size is not typed by hand. */
#define ENTRIES_MAX 50000

typedef struct
{
  ChaseLanguage *language;
  const ChaseCategory *category;
  GHashTable *labels[2]; /* name of an object, of an arrow -> its label */
} Learner;

/* All the labels of what is called @name (of char; caller unrefs). */
static GPtrArray *
spellings (const char *name, const char *label)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (g_free);
  gsize n = 0;

  if (label != NULL && label[0] != '\0')
    g_ptr_array_add (all, g_strdup (label));
  g_ptr_array_add (all, chase_name_to_label (name));
  while (g_ascii_isalpha (name[n]))
    n++;
  if (n >= 2)
    g_ptr_array_add (all, g_strconcat ("\\", g_ptr_array_index (all, all->len - 1), NULL));
  return all;
}

static GPtrArray *
spellings_of_item (const ChaseItem *item)
{
  return spellings (item->name, item->label);
}

/* Declared labels of the objects and arrows of @category's own text. */
static void
note_labels (const ChaseCategory *category, GHashTable *labels[2])
{
  const ChaseItem *item = category->item;

  for (guint i = 0; i < 2; i++)
    labels[i] = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; item != NULL && i < chase_item_n_statements (item); i++)
    {
      const ChaseStatement *said = chase_item_get_statement (item, i);
      gboolean arrow = said->kind == CHASE_STATEMENT_ARROW;

      if (said->name != NULL && said->label != NULL
          && (arrow || said->kind == CHASE_STATEMENT_OBJECT || said->kind == CHASE_STATEMENT_NODE))
        g_hash_table_insert (labels[arrow ? 1 : 0], said->name, said->label);
    }
}

static void
drop_labels (GHashTable *labels[2])
{
  g_hash_table_unref (labels[0]);
  g_hash_table_unref (labels[1]);
}

static gboolean
is_full (const ChaseLanguage *language)
{
  return language->morphisms->len > ENTRIES_MAX;
}

static void
learn_all (ChaseLanguage *language, GPtrArray *labels, guint32 source, guint32 target,
           const ChaseTerm *meaning)
{
  if (is_full (language))
    return;
  g_ptr_array_add (labels, NULL);
  chase_language_learn (language, (const char *const *)labels->pdata, source, target, meaning);
}

static ChaseTerm *
apply (ChaseTermKind kind, const char *head, const char *argument)
{
  ChaseTerm *args[2] = { chase_term_new_name (head), chase_term_new_name (argument) };

  return chase_term_new_take (kind, args, 2, 0, 0, 0);
}

/* "F(f)" and "Ff", for each way to write each. */
static GPtrArray *
applied (const GPtrArray *heads, const GPtrArray *arguments, const char *behind)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < heads->len; i++)
    for (guint j = 0; j < arguments->len; j++)
      {
        const char *head = g_ptr_array_index (heads, i),
                   *argument = g_ptr_array_index (arguments, j);

        g_ptr_array_add (all, g_strdup_printf ("%s%s(%s)", head, behind, argument));
        g_ptr_array_add (all, g_strdup_printf ("%s%s %s", head, behind, argument));
      }
  return all;
}

static GPtrArray *
subscribed (const GPtrArray *heads, const GPtrArray *arguments)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < heads->len; i++)
    for (guint j = 0; j < arguments->len; j++)
      g_ptr_array_add (all, g_strdup_printf ("%s_{%s}", (char *)g_ptr_array_index (heads, i),
                                             (char *)g_ptr_array_index (arguments, j)));
  return all;
}

/* Generators and objects */

static void
learn_objects (Learner *learner)
{
  const ChasePresentation *presentation = learner->category->presentation;

  for (guint32 i = 0; i < chase_presentation_n_objects (presentation) && i < ENTRIES_MAX; i++)
    {
      const char *name = chase_presentation_object_name (presentation, i);
      const char *label = g_hash_table_lookup (learner->labels[0], name);
      g_autoptr (GPtrArray) labels = spellings (name, label);
      g_autoptr (ChaseTerm) term = chase_term_new_name (name);

      chase_language_call_object (learner->language, i, g_ptr_array_index (labels, 0));
      for (guint k = 0; k < labels->len; k++)
        chase_language_learn_object (learner->language, g_ptr_array_index (labels, k), term);
    }
}

static void
learn_generators (Learner *learner)
{
  const ChasePresentation *presentation = learner->category->presentation;

  for (guint32 i = 0; i < chase_presentation_n_arrows (presentation); i++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (presentation, i);
      const char *label = g_hash_table_lookup (learner->labels[1], arrow->name);
      g_autoptr (GPtrArray) labels = NULL;
      g_autoptr (ChaseTerm) term = NULL;
      guint n;

      if (arrow->formal)
        continue;
      labels = spellings (arrow->name, label);
      term = chase_term_new_name (arrow->name);
      n = labels->len;
      for (guint k = 0; learner->category->opposite && k < n; k++)
        g_ptr_array_add (labels,
                         g_strconcat (g_ptr_array_index (labels, k), "^{\\mathrm{op}}", NULL));
      for (guint k = 0; learner->category->opposite && k < n; k++)
        g_ptr_array_add (labels, g_strconcat (g_ptr_array_index (labels, k), "^{op}", NULL));
      learn_all (learner->language, labels, arrow->source, arrow->target, term);
    }
}

/* Functors */

static ChaseTerm *
value_at (const char *functor, gboolean turned, const char *argument)
{
  ChaseTerm *args[2];

  if (!turned)
    return apply (CHASE_TERM_APPLY, functor, argument);
  args[0] = chase_term_new_name (functor);
  args[0] = chase_term_new_take (CHASE_TERM_OPPOSITE_FUNCTOR, args, 1, 0, 0, 0);
  args[1] = chase_term_new_name (argument);
  return chase_term_new_take (CHASE_TERM_APPLY, args, 2, 0, 0, 0);
}

/* The values of @functor, which goes to the category, or (@turned) to its opposite. */
static void
learn_values (Learner *learner, const ChaseItem *item, const ChaseFunctor *functor, gboolean turned)
{
  const ChaseCategory *argument = chase_theory_argument (learner->language->theory, functor);
  const ChasePresentation *from = argument != NULL ? argument->presentation : NULL;
  g_autoptr (GPtrArray) heads = spellings_of_item (item);
  const char *behind = turned ? "^{op}" : "";
  g_autofree guint32 *ends = NULL;
  GHashTable *labels[2];

  if (from == NULL || is_full (learner->language))
    return;
  note_labels (argument, labels);
  ends = g_new0 (guint32, chase_presentation_n_objects (from) + 1);
  for (guint32 i = 0; i < chase_presentation_n_objects (from); i++)
    {
      const char *name = chase_presentation_object_name (from, i);
      g_autoptr (GPtrArray) arguments = spellings (name, g_hash_table_lookup (labels[0], name));
      g_autoptr (GPtrArray) all = applied (heads, arguments, behind);
      g_autoptr (ChaseTerm) term = value_at (item->name, turned, name);

      ends[i] = chase_language_object (learner->language, term);
      for (guint k = 0; k < all->len; k++)
        chase_language_learn_object (learner->language, g_ptr_array_index (all, k), term);
    }
  for (guint32 i = 0; i < chase_presentation_n_arrows (from); i++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (from, i);
      g_autoptr (GPtrArray) arguments
          = spellings (arrow->name, g_hash_table_lookup (labels[1], arrow->name));
      g_autoptr (GPtrArray) all = applied (heads, arguments, behind);
      g_autoptr (ChaseTerm) term = value_at (item->name, turned, arrow->name);
      gboolean backward = functor->contravariant != turned;

      if (!arrow->formal)
        learn_all (learner->language, all, ends[backward ? arrow->target : arrow->source],
                   ends[backward ? arrow->source : arrow->target], term);
    }
  drop_labels (labels);
}

static void
learn_functor (Learner *learner, ChaseItem *item)
{
  const ChaseFunctor *functor = chase_theory_meaning (learner->language->theory, item);

  if (functor == NULL)
    return;
  if (learner->category->kind == CHASE_CATEGORY_ALL)
    {
      g_autoptr (GPtrArray) labels = spellings_of_item (item);
      g_autoptr (ChaseTerm) term = chase_term_new_name (item->name);
      g_autoptr (ChaseTerm) from = chase_term_ref (item->from);
      ChaseTerm *turned[1] = { chase_term_ref (item->from) };

      if (functor->contravariant)
        {
          chase_term_unref (from);
          from = chase_term_new_take (CHASE_TERM_OPPOSITE, turned, 1, 0, 0, 0);
        }
      else
        chase_term_unref (turned[0]);
      learn_all (learner->language, labels, chase_language_object (learner->language, from),
                 chase_language_object (learner->language, item->to), term);
    }
  else if (functor->target == learner->category
           && (functor->form == CHASE_FUNCTOR_WORDS || functor->form == CHASE_FUNCTOR_SETS))
    learn_values (learner, item, functor, FALSE);
  else if (functor->form == CHASE_FUNCTOR_WORDS
           && functor->target
                  == chase_theory_opposite (learner->language->theory, learner->category))
    learn_values (learner, item, functor, TRUE);
}

/* Transformations */

static void
learn_components (Learner *learner, const ChaseItem *item, const ChaseTransformation *alpha)
{
  const ChaseCategory *argument = chase_theory_argument (learner->language->theory, alpha->from);
  const ChasePresentation *from = argument != NULL ? argument->presentation : NULL;
  g_autoptr (GPtrArray) heads = spellings_of_item (item);
  GHashTable *labels[2];

  if (from == NULL || is_full (learner->language))
    return;
  note_labels (argument, labels);
  for (guint32 i = 0; i < chase_presentation_n_objects (from); i++)
    {
      const char *name = chase_presentation_object_name (from, i);
      g_autoptr (GPtrArray) arguments = spellings (name, g_hash_table_lookup (labels[0], name));
      g_autoptr (GPtrArray) all = subscribed (heads, arguments);
      g_autoptr (ChaseTerm) term = apply (CHASE_TERM_COMPONENT, item->name, name);
      guint32 ends[2];

      for (guint end = 0; end < 2; end++)
        {
          ChaseTerm *args[2]
              = { chase_term_ref (end == 0 ? item->from : item->to), chase_term_new_name (name) };
          g_autoptr (ChaseTerm) value = chase_term_new_take (CHASE_TERM_APPLY, args, 2, 0, 0, 0);

          ends[end] = chase_language_object (learner->language, value);
        }
      learn_all (learner->language, all, ends[0], ends[1], term);
    }
  drop_labels (labels);
}

static void
learn_transformation (Learner *learner, ChaseItem *item)
{
  const ChaseTransformation *alpha = chase_theory_meaning (learner->language->theory, item);
  const ChaseCategory *category = learner->category;

  if (alpha == NULL)
    return;
  if (category->kind == CHASE_CATEGORY_FUNCTORS || category->functors != NULL)
    {
      g_autoptr (GPtrArray) labels = spellings_of_item (item);
      g_autoptr (ChaseTerm) term = chase_term_new_name (item->name);

      if (alpha->from->source == category->parts[0] && alpha->from->target == category->parts[1])
        learn_all (learner->language, labels, chase_language_object (learner->language, item->from),
                   chase_language_object (learner->language, item->to), term);
    }
  if (alpha->from->target == category && alpha->form != CHASE_TRANSFORMATION_TERM)
    learn_components (learner, item, alpha);
}

/* Objects that are things of the document: categories in Cat, functors in a functor category. */
static void
learn_thing (Learner *learner, ChaseItem *item)
{
  const ChaseCategory *category = learner->category;
  gboolean of_functors = category->kind == CHASE_CATEGORY_FUNCTORS || category->functors != NULL;
  g_autoptr (GPtrArray) labels = spellings_of_item (item);
  g_autoptr (ChaseTerm) term = chase_term_new_name (item->name);
  const ChaseFunctor *functor;

  if (category->kind == CHASE_CATEGORY_ALL ? item->kind != CHASE_ITEM_CATEGORY
                                           : !of_functors || item->kind != CHASE_ITEM_FUNCTOR)
    return;
  if (of_functors)
    {
      functor = chase_theory_meaning (learner->language->theory, item);
      if (functor == NULL || functor->source != category->parts[0]
          || functor->target != category->parts[1])
        return;
    }
  for (guint k = 0; k < labels->len; k++)
    chase_language_learn_object (learner->language, g_ptr_array_index (labels, k), term);
  chase_language_call_object (learner->language, chase_language_object (learner->language, term),
                              g_ptr_array_index (labels, 0));
}

void
chase_language_learn_names (ChaseLanguage *language)
{
  Learner learner = { .language = language, .category = language->category };
  const ChaseDocument *document = chase_theory_document (language->theory);

  note_labels (language->category, learner.labels);
  if (language->category->kind == CHASE_CATEGORY_PRESENTED)
    {
      learn_objects (&learner);
      learn_generators (&learner);
    }
  for (guint i = 0; i < chase_document_n_items (document); i++)
    {
      ChaseItem *item = chase_document_get_item (document, i);

      if (item->name == NULL || chase_theory_find (language->theory, item->name) != item)
        continue;
      learn_thing (&learner, item);
      if (item->kind == CHASE_ITEM_FUNCTOR)
        learn_functor (&learner, item);
      else if (item->kind == CHASE_ITEM_TRANSFORMATION)
        learn_transformation (&learner, item);
    }
  drop_labels (learner.labels);
}
