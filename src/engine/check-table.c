/* SPDX-License-Identifier: MIT */
#include "engine/check-private.h"

#include "model/finite.h"
#include "i18n.h"

/*
 * Is a composition table a category? Closure and units are read off; associativity is Light's test:
 * the arrows a with (x a) y = x (a y) for all x and y are closed under composition, so that
 * generators are enough (Clifford and Preston, The Algebraic Theory of Semigroups, section 1.2).
 */

/* A proof repeats the path at every step: longer ones are told by their values instead. */
#define LONGEST_PROOF 200

static const ChaseName *
morphism_name (const ChasePresentation *presentation, guint32 f)
{
  guint32 n = chase_presentation_n_arrows (presentation);

  return f < n ? chase_presentation_arrow (presentation, f)->name
               : chase_presentation_object_name (presentation, f - n);
}

static char *
morphism_text (const ChasePresentation *presentation, guint32 f)
{
  const char *name = morphism_name (presentation, f);

  return f < chase_presentation_n_arrows (presentation) ? g_strdup (name)
                                                        : g_strdup_printf ("id(%s)", name);
}

JsonArray *
chase_arrow_names (const ChasePresentation *presentation, const guint32 *arrows, guint n)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < n; i++)
    json_array_add_string_element (array, morphism_name (presentation, arrows[i]));
  return array;
}

static void
report_fault (const ChasePresentation *presentation, ChaseFiniteFault fault, guint32 first,
              guint32 second, ChaseResult *result)
{
  JsonObject *object = chase_evidence_typed ("table");
  guint32 pair[2] = { first, second };

  if (fault == CHASE_FINITE_UNIT)
    {
      json_object_set_int_member (object, "unit", first);
      chase_result_set_object (result, CHASE_VERDICT_FAILS, object,
                               "The entry on line %u changes a composite with an identity.",
                               chase_presentation_equation (presentation, first)->line);
      return;
    }
  json_object_set_array_member (object, "missing", chase_arrow_names (presentation, pair, 2));
  chase_result_set_object (result, CHASE_VERDICT_FAILS, object,
                           "It is not closed: the table does not say what %s after %s is.",
                           morphism_name (presentation, second),
                           morphism_name (presentation, first));
}

/* What is reached from the arrows of a list by composing, as it grows. */
typedef struct
{
  const ChaseFinite *finite;
  GArray *list;
  GArray **at; /* the arrows of the list, by source */
  gboolean *reached;
  guint32 *queue; /* what is reached, in order */
  guint32 n_reached;
} Closure;

static void
reach (Closure *closure, guint32 f)
{
  if (f >= closure->finite->n_arrows || closure->reached[f])
    return;
  closure->reached[f] = TRUE;
  closure->queue[closure->n_reached++] = f;
}

/* What was known gets the new arrow behind it, what is new all arrows of the list. */
static void
closure_add (Closure *closure, guint32 arrow)
{
  const ChaseFinite *finite = closure->finite;
  guint32 known = closure->n_reached;

  g_array_append_val (closure->list, arrow);
  g_array_append_val (closure->at[finite->source[arrow]], arrow);
  reach (closure, arrow);
  for (guint32 i = 0; i < known; i++)
    if (finite->target[closure->queue[i]] == finite->source[arrow])
      reach (closure, chase_finite_compose (finite, closure->queue[i], arrow));
  for (guint32 i = known; i < closure->n_reached; i++)
    {
      const GArray *behind = closure->at[finite->target[closure->queue[i]]];

      for (guint k = 0; k < behind->len; k++)
        reach (closure, chase_finite_compose (finite, closure->queue[i],
                                              g_array_index (behind, guint32, k)));
    }
}

static gboolean *
find_composites (const ChaseFinite *finite)
{
  gboolean *composite = g_new0 (gboolean, finite->n_arrows + 1);

  for (guint32 f = 0; f < finite->n_arrows; f++)
    {
      guint32 b = finite->target[f];

      for (guint32 k = finite->first[b]; k < finite->first[b + 1]; k++)
        {
          guint32 product = chase_finite_compose (finite, f, finite->out[k]);

          if (product < finite->n_arrows)
            composite[product] = TRUE;
        }
    }
  return composite;
}

/* The arrows that are no composites of two others, and as many more as it takes to reach all by
 * composing. */
static GArray *
generators (const ChaseFinite *finite)
{
  g_autofree gboolean *composite = find_composites (finite);
  Closure closure = { .finite = finite, .list = g_array_new (FALSE, FALSE, sizeof (guint32)) };

  closure.reached = g_new0 (gboolean, finite->n_arrows + 1);
  closure.queue = g_new (guint32, finite->n_arrows + 1);
  closure.at = g_new (GArray *, finite->n_objects + 1);
  for (guint32 i = 0; i < finite->n_objects; i++)
    closure.at[i] = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint pass = 0; pass < 2; pass++)
    for (guint32 f = 0; f < finite->n_arrows; f++)
      if (!closure.reached[f] && (pass == 1 || !composite[f]))
        closure_add (&closure, f);
  for (guint32 i = 0; i < finite->n_objects; i++)
    g_array_unref (closure.at[i]);
  g_free (closure.at);
  g_free (closure.queue);
  g_free (closure.reached);
  return closure.list;
}

static gboolean
associates (const ChaseFinite *finite, guint32 a, GArray *const *into, guint32 *triple)
{
  const GArray *before = into[finite->source[a]];
  guint32 b = finite->target[a];

  for (guint i = 0; i < before->len; i++)
    {
      guint32 x = g_array_index (before, guint32, i);
      guint32 xa = chase_finite_compose (finite, x, a);

      for (guint32 k = finite->first[b]; k < finite->first[b + 1]; k++)
        {
          guint32 y = finite->out[k];

          if (chase_finite_compose (finite, xa, y)
              == chase_finite_compose (finite, x, chase_finite_compose (finite, a, y)))
            continue;
          triple[0] = x;
          triple[1] = a;
          triple[2] = y;
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
find_triple (const ChaseFinite *finite, const GArray *light, guint32 *triple)
{
  GArray **into = g_new (GArray *, finite->n_objects + 1);
  gboolean found = FALSE;

  for (guint32 i = 0; i < finite->n_objects; i++)
    into[i] = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint32 f = 0; f < finite->n_arrows; f++)
    g_array_append_val (into[finite->target[f]], f);
  for (guint i = 0; i < light->len && !found; i++)
    found = !associates (finite, g_array_index (light, guint32, i), into, triple);
  for (guint32 i = 0; i < finite->n_objects; i++)
    g_array_unref (into[i]);
  g_free (into);
  return found;
}

static void
report_triple (const ChaseFinite *finite, const ChasePresentation *presentation,
               const guint32 *triple, ChaseResult *result)
{
  guint32 xa = chase_finite_compose (finite, triple[0], triple[1]);
  guint32 ay = chase_finite_compose (finite, triple[1], triple[2]);
  g_autofree char *one = morphism_text (presentation, chase_finite_compose (finite, triple[0], ay));
  g_autofree char *two = morphism_text (presentation, chase_finite_compose (finite, xa, triple[2]));
  JsonObject *object = chase_evidence_typed ("table");

  json_object_set_array_member (object, "triple", chase_arrow_names (presentation, triple, 3));
  json_object_set_string_member (object, "left", one);
  json_object_set_string_member (object, "right", two);
  chase_result_set_object (
      result, CHASE_VERDICT_FAILS, object,
      "It is not associative: (%s . %s) . %s = %s, but %s . (%s . %s) = %s.",
      morphism_name (presentation, triple[2]), morphism_name (presentation, triple[1]),
      morphism_name (presentation, triple[0]), one, morphism_name (presentation, triple[2]),
      morphism_name (presentation, triple[1]), morphism_name (presentation, triple[0]), two);
}

/* A property that the block declares of an arrow and the table denies: the arrow, or G_MAXUINT32.
 */
static guint32
find_false_property (const ChaseFinite *finite, const ChaseCategory *category, const char **word)
{
  for (guint i = 0; category->item != NULL && i < chase_item_n_statements (category->item); i++)
    {
      const ChaseStatement *statement = chase_item_get_statement (category->item, i);
      ChaseProperty property;
      guint32 f;

      if (statement->kind != CHASE_STATEMENT_PROPERTY)
        continue;
      f = chase_presentation_find_arrow (category->presentation, statement->name);
      property
          = category->opposite ? chase_property_dual (statement->property) : statement->property;
      if (f == G_MAXUINT32 || chase_finite_has_property (finite, f, property))
        continue;
      *word = chase_property_word (property);
      return f;
    }
  return G_MAXUINT32;
}

void
chase_tested_table_free (ChaseTestedTable *table)
{
  if (table == NULL)
    return;
  chase_finite_free (table->finite);
  g_clear_pointer (&table->generators, g_array_unref);
  g_free (table);
}

const ChaseTestedTable *
chase_checker_table (ChaseChecker *checker, ChasePresentation *presentation)
{
  const ChaseCategory *category = chase_theory_category_of (checker->theory, presentation);
  ChaseTestedTable *table;

  if (category == NULL || !category->table)
    return NULL;
  table = g_hash_table_lookup (checker->tables, presentation);
  if (table != NULL)
    return table;
  table = g_new0 (ChaseTestedTable, 1);
  table->finite = chase_finite_new_table (presentation, &table->fault, &table->witness[0],
                                          &table->witness[1]);
  if (table->finite != NULL)
    {
      table->generators = generators (table->finite);
      table->associative = !find_triple (table->finite, table->generators, table->witness);
    }
  g_hash_table_insert (checker->tables, presentation, table);
  return table;
}

static guint32
value_of (const ChaseFinite *finite, guint32 source, ChaseWord word)
{
  guint32 value = chase_finite_identity (finite, source);

  for (guint32 i = 0; i < word.length; i++)
    value = chase_finite_compose (finite, value, word.letters[i]);
  return value;
}

static guint32
entry_of (const ChasePresentation *presentation, guint32 f, guint32 g)
{
  for (guint32 e = 0; e < chase_presentation_n_equations (presentation); e++)
    {
      ChaseWord left = chase_presentation_equation (presentation, e)->left;

      if (left.length == 2 && left.letters[0] == f && left.letters[1] == g)
        return e;
    }
  return G_MAXUINT32;
}

/* Entry by entry from the source; as many steps as the word has letters, less one. */
static GPtrArray *
reductions (const ChaseFinite *finite, const ChasePresentation *presentation, ChaseWord word,
            GArray *entries)
{
  GPtrArray *words = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  GArray *now = g_array_new (FALSE, FALSE, sizeof (guint32));

  g_array_append_vals (now, word.letters, word.length);
  g_ptr_array_add (words, now);
  while (now->len >= 2)
    {
      guint32 f = g_array_index (now, guint32, 0);
      guint32 g = g_array_index (now, guint32, 1);
      guint32 product = chase_finite_compose (finite, f, g);
      guint32 entry = entry_of (presentation, f, g);
      GArray *next = g_array_new (FALSE, FALSE, sizeof (guint32));

      if (!chase_finite_is_identity (finite, product))
        g_array_append_val (next, product);
      g_array_append_vals (next, &g_array_index (now, guint32, 2), now->len - 2);
      g_array_append_val (entries, entry);
      g_ptr_array_add (words, next);
      now = next;
    }
  return words;
}

static ChaseEvidence *
proof_by_table (const ChaseFinite *finite, const ChasePresentation *presentation, ChaseWord left,
                ChaseWord right)
{
  ChaseEvidence *proof = chase_proof_new (left);
  g_autoptr (GArray) down = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) up = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GPtrArray) there = reductions (finite, presentation, left, down);
  g_autoptr (GPtrArray) back = reductions (finite, presentation, right, up);

  for (guint i = 0; i < down->len; i++)
    {
      ChaseStep step = { .kind = CHASE_STEP_EQUATION, .number = g_array_index (down, guint32, i) };

      step.path = chase_letters (g_ptr_array_index (there, i + 1));
      chase_proof_add_step (proof, &step);
    }
  for (guint i = up->len; i-- > 0;)
    {
      ChaseStep step = { .kind = CHASE_STEP_EQUATION,
                         .number = g_array_index (up, guint32, i),
                         .reverse = TRUE };

      step.path = chase_letters (g_ptr_array_index (back, i));
      chase_proof_add_step (proof, &step);
    }
  return proof;
}

/* What both paths are by the table; with the generators by which the table is known to be a
 * category. */
static ChaseEvidence *
values_by_table (const ChaseTestedTable *table, const ChasePresentation *presentation,
                 const char *first, const char *second)
{
  JsonObject *object = chase_evidence_typed ("table");
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_object_set_string_member (object, "left", first);
  json_object_set_string_member (object, "right", second);
  json_object_set_array_member (
      object, "generators",
      chase_arrow_names (presentation, (const guint32 *)(gpointer)table->generators->data,
                         table->generators->len));
  json_node_take_object (node, object);
  return chase_evidence_new_payload (CHASE_EVIDENCE_TABLE, node);
}

ChaseAnswer *
chase_tested_table_equal (const ChaseTestedTable *table, ChasePresentation *presentation,
                          guint32 source, ChaseWord left, ChaseWord right)
{
  ChaseAnswer *answer = g_new0 (ChaseAnswer, 1);
  guint32 one = value_of (table->finite, source, left);
  guint32 two = value_of (table->finite, source, right);
  g_autofree char *first = morphism_text (presentation, one);
  g_autofree char *second = morphism_text (presentation, two);

  answer->verdict = one == two ? CHASE_VERDICT_HOLDS : CHASE_VERDICT_FAILS;
  answer->reason
      = one == two ? g_strdup_printf (_ ("By the table both are %s."), first)
                   : g_strdup_printf (_ ("By the table one is %s, the other %s."), first, second);
  if (one == two && (gsize)left.length + right.length <= LONGEST_PROOF)
    answer->evidence = chase_word_equal (left, right)
                           ? chase_proof_new (left)
                           : proof_by_table (table->finite, presentation, left, right);
  else
    answer->evidence = values_by_table (table, presentation, first, second);
  return answer;
}

void
chase_decide_table (ChaseChecker *checker, const ChaseCategory *category, ChaseResult *result)
{
  const ChasePresentation *presentation = category->presentation;
  const ChaseTestedTable *table = chase_checker_table (checker, category->presentation);
  const char *word = NULL;
  guint32 denied;
  JsonObject *object;

  if (table->finite == NULL)
    {
      report_fault (presentation, table->fault, table->witness[0], table->witness[1], result);
      return;
    }
  if (!table->associative)
    {
      report_triple (table->finite, presentation, table->witness, result);
      return;
    }
  object = json_object_new ();
  denied = find_false_property (table->finite, category, &word);
  if (denied != G_MAXUINT32)
    {
      json_object_set_string_member (object, "type", "table");
      json_object_set_string_member (object, "arrow", morphism_name (presentation, denied));
      json_object_set_string_member (object, "property", word);
      chase_result_set_object (
          result, CHASE_VERDICT_FAILS, object,
          "The table is a category, but in it %s is not %s, as it is declared.",
          morphism_name (presentation, denied), word);
      return;
    }
  json_object_set_string_member (object, "type", "laws");
  json_object_set_array_member (
      object, "generators",
      chase_arrow_names (presentation, (const guint32 *)(gpointer)table->generators->data,
                         table->generators->len));
  chase_result_set_object (result, CHASE_VERDICT_HOLDS, object,
                           "Closed, with units and associative: %u morphisms.",
                           chase_finite_n_morphisms (table->finite));
}
