/* SPDX-License-Identifier: MIT */
#include "evidence/evidence-read-private.h"

#include "i18n.h"

/* Complete rewriting systems, with the order and the derivations of their rules. */

static gboolean
read_ranks (ChaseReader *reader, JsonObject *object, GArray *letters, ChaseOrder *order)
{
  guint n = chase_presentation_n_arrows (reader->presentation);

  for (guint i = 0; i < n; i++)
    order->rank[i] = G_MAXUINT32;
  if (!chase_read_arrows (reader, json_object_get_member (object, "letters"), letters))
    return FALSE;
  if (letters->len != n)
    return chase_malformed (reader, "the order does not list every arrow once");
  for (guint i = 0; i < n; i++)
    {
      guint32 letter = g_array_index (letters, guint32, i);

      if (order->rank[letter] != G_MAXUINT32)
        return chase_malformed (reader, "the order lists an arrow twice");
      order->rank[letter] = i;
    }
  return TRUE;
}

static gboolean
read_weights (ChaseReader *reader, JsonObject *object, const GArray *letters, guint32 *weights)
{
  JsonArray *array = chase_read_member_array (reader, object, "weights");

  if (array == NULL)
    return FALSE;
  if (json_array_get_length (array) != letters->len)
    return chase_malformed (reader, "the order has not one weight for each arrow");
  for (guint i = 0; i < letters->len; i++)
    if (!chase_read_number (json_array_get_element (array, i),
                            &weights[g_array_index (letters, guint32, i)]))
      return chase_malformed (reader, "a weight is not a natural number");
  return TRUE;
}

/* @order points at storage for both rank and weights; weights that are not given become NULL. */
static gboolean
read_order (ChaseReader *reader, JsonObject *parent, ChaseOrder *order)
{
  g_autoptr (GArray) letters = g_array_new (FALSE, FALSE, sizeof (guint32));
  JsonNode *node = json_object_get_member (parent, "order");
  JsonObject *object = chase_read_object (reader, node, "“order”");
  const char *kind;

  if (object == NULL)
    return FALSE;
  node = json_object_get_member (object, "kind");
  kind = chase_read_is_string (node) ? json_node_get_string (node) : "";
  if (!g_str_equal (kind, "shortlex") && !g_str_equal (kind, "recursive"))
    return chase_malformed (reader, "the order's kind is neither “shortlex” nor “recursive”");
  order->kind = g_str_equal (kind, "shortlex") ? CHASE_ORDER_SHORTLEX : CHASE_ORDER_RECURSIVE;
  if (!chase_read_member_flag (reader, object, "backward", &order->backward)
      || !read_ranks (reader, object, letters, order))
    return FALSE;
  if (json_object_has_member (object, "weights"))
    return read_weights (reader, object, letters, order->weights);
  order->weights = NULL;
  return TRUE;
}

static void
rule_clear (gpointer data)
{
  ChaseRule *rule = data;

  g_free ((gpointer)rule->left.letters);
  g_free ((gpointer)rule->right.letters);
}

static ChaseWord
word_dup (const GArray *letters)
{
  return (ChaseWord){ g_memdup2 (letters->data, letters->len * sizeof (guint32)), letters->len };
}

/* Two paths in an array: copied into @rule. */
static gboolean
read_rule (ChaseReader *reader, JsonNode *node, ChaseRule *rule)
{
  g_autoptr (GArray) letters = g_array_new (FALSE, FALSE, sizeof (guint32));
  JsonArray *sides;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node)
      || json_array_get_length (json_node_get_array (node)) != 2)
    return chase_malformed (reader, "a rule is not an array of two paths");
  sides = json_node_get_array (node);
  if (!chase_read_arrows (reader, json_array_get_element (sides, 0), letters))
    return FALSE;
  rule->left = word_dup (letters);
  if (!chase_read_arrows (reader, json_array_get_element (sides, 1), letters))
    return FALSE;
  rule->right = word_dup (letters);
  return TRUE;
}

static gboolean
read_rules (ChaseReader *reader, JsonObject *object, GArray *rules)
{
  JsonArray *array = chase_read_member_array (reader, object, "rules");

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      g_array_set_size (rules, i + 1);
      if (!read_rule (reader, json_array_get_element (array, i),
                      &g_array_index (rules, ChaseRule, i)))
        return FALSE;
    }
  return array != NULL;
}

/* Which derivations there are so far: of each rule its number + 1 or 0, of the lemmas in a row. */
typedef struct
{
  guint32 *of_rule;
  guint32 n_rules;
  GArray *lemmas;
} Derived;

static gboolean
read_earlier (ChaseReader *reader, JsonObject *object, const Derived *derived, ChaseRuleStep *step)
{
  gboolean rule = json_object_has_member (object, "rule");
  guint32 number;

  step->reason = CHASE_RULE_BY_DERIVED;
  if (!chase_read_member_number (reader, object, rule ? "rule" : "lemma", &number))
    return FALSE;
  if (rule ? number >= derived->n_rules || derived->of_rule[number] == 0
           : number >= derived->lemmas->len)
    return chase_malformed (reader,
                            rule ? _ ("the rule %u is not derived before it is used")
                                 : _ ("the lemma %u is not derived before it is used"),
                            number);
  step->number
      = rule ? derived->of_rule[number] - 1 : g_array_index (derived->lemmas, guint32, number);
  return TRUE;
}

static gboolean
read_reason (ChaseReader *reader, JsonObject *object, const Derived *derived, ChaseRuleStep *step)
{
  static const char *const reasons[] = { "equation", "cancel", "idempotent", "rule", "lemma" };
  guint n = 0, which = 0;

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (json_object_has_member (object, reasons[i]))
      {
        n++;
        which = i;
      }
  if (n != 1)
    return chase_malformed (reader, "a rule's step has to have one of “equation”, “cancel”, "
                                    "“idempotent”, “rule” and “lemma”");
  if (which > 2)
    return read_earlier (reader, object, derived, step);
  step->reason = (ChaseRuleReason)which;
  if (which == 0)
    return chase_read_member_number (reader, object, "equation", &step->number);
  return chase_read_thing (reader, json_object_get_member (object, reasons[which]),
                           &reader->names.arrows, "arrow", &step->number);
}

static gboolean
read_rule_step (ChaseReader *reader, JsonNode *node, const Derived *derived, GArray *steps)
{
  ChaseRuleStep step = { 0 };
  JsonObject *object = chase_read_object (reader, node, "a rule's step");

  if (object == NULL || !read_reason (reader, object, derived, &step)
      || !chase_read_member_flag (reader, object, "reverse", &step.reverse)
      || (json_object_has_member (object, "at")
          && !chase_read_member_number (reader, object, "at", &step.at)))
    return FALSE;
  g_array_append_val (steps, step);
  return TRUE;
}

/* Which rule is derived: *@rule, or CHASE_LEMMA and @lemma. */
static gboolean
read_derived (ChaseReader *reader, JsonObject *object, Derived *derived, guint32 number,
              guint32 *rule, ChaseRule *lemma)
{
  *rule = CHASE_LEMMA;
  if (!json_object_has_member (object, "rule"))
    {
      g_array_append_val (derived->lemmas, number);
      return read_rule (reader, json_object_get_member (object, "lemma"), lemma);
    }
  if (json_object_has_member (object, "lemma"))
    return chase_malformed (reader, "a derivation is of a rule and of a lemma");
  if (!chase_read_member_number (reader, object, "rule", rule))
    return FALSE;
  if (*rule >= derived->n_rules || derived->of_rule[*rule] != 0)
    return chase_malformed (reader, "the rule %u is derived twice, or is none", *rule);
  derived->of_rule[*rule] = number + 1;
  return TRUE;
}

static gboolean
read_derivation (ChaseReader *reader, JsonNode *node, Derived *derived, ChaseEvidence *normal)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (ChaseRuleStep));
  JsonObject *object = chase_read_object (reader, node, "a derivation");
  JsonArray *array = object != NULL ? chase_read_member_array (reader, object, "steps") : NULL;
  ChaseRule lemma = { { NULL, 0 }, { NULL, 0 } };
  gboolean good = array != NULL;
  guint32 rule = CHASE_LEMMA;

  for (guint i = 0; good && i < json_array_get_length (array); i++)
    good = read_rule_step (reader, json_array_get_element (array, i), derived, steps);
  good
      = good && read_derived (reader, object, derived, normal->normal.n_derivations, &rule, &lemma);
  if (good)
    chase_normal_add_derivation (normal, rule, lemma, (ChaseRuleStep *)(gpointer)steps->data,
                                 steps->len);
  rule_clear (&lemma);
  return good;
}

/* Without them the verifier will say which rule is not derived. */
static gboolean
read_derivations (ChaseReader *reader, JsonObject *object, ChaseEvidence *normal)
{
  JsonArray *array = json_object_has_member (object, "derivations")
                         ? chase_read_member_array (reader, object, "derivations")
                         : NULL;
  g_autofree guint32 *of_rule = g_new0 (guint32, (gsize)normal->normal.n_rules + 1);
  g_autoptr (GArray) lemmas = g_array_new (FALSE, FALSE, sizeof (guint32));
  Derived derived = { of_rule, normal->normal.n_rules, lemmas };

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    if (!read_derivation (reader, json_array_get_element (array, i), &derived, normal))
      return FALSE;
  return array != NULL || !json_object_has_member (object, "derivations");
}

ChaseEvidence *
chase_read_normal (ChaseReader *reader, JsonObject *object)
{
  guint n = chase_presentation_n_arrows (reader->presentation);
  g_autofree guint32 *rank = g_new0 (guint32, n + 1);
  g_autofree guint32 *weights = g_new0 (guint32, n + 1);
  ChaseOrder order = { .rank = rank, .weights = weights };
  g_autoptr (GArray) rules = g_array_new (FALSE, TRUE, sizeof (ChaseRule));
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) right = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (ChaseEvidence) evidence = NULL;

  g_array_set_clear_func (rules, rule_clear);
  if (!read_order (reader, object, &order) || !read_rules (reader, object, rules)
      || !chase_read_arrows (reader, json_object_get_member (object, "left"), left)
      || !chase_read_arrows (reader, json_object_get_member (object, "right"), right))
    return NULL;
  evidence = chase_normal_new ((ChaseRule *)(gpointer)rules->data, rules->len, &order, n,
                               chase_read_word (left), chase_read_word (right));
  if (!read_derivations (reader, object, evidence)
      || !chase_read_named_paths (reader, object, evidence))
    return NULL;
  return g_steal_pointer (&evidence);
}
