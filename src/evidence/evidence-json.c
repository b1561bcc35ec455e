/* SPDX-License-Identifier: MIT */
#include "evidence/names.h"

static JsonNode *
thing_node (const ChaseNaming *naming, guint32 number)
{
  const char *name = chase_naming_name (naming, number);
  JsonNode *node = json_node_new (JSON_NODE_VALUE);

  if (name != NULL)
    json_node_set_string (node, name);
  else
    json_node_set_int (node, number);
  return node;
}

static JsonNode *
path_node (const ChaseNaming *naming, ChaseWord word)
{
  JsonArray *array = json_array_sized_new (word.length);
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  for (guint32 i = 0; i < word.length; i++)
    json_array_add_element (array, thing_node (naming, word.letters[i]));
  json_node_take_array (node, array);
  return node;
}

static JsonNode *
object_node (JsonObject *object)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, object);
  return node;
}

static JsonObject *
typed_object (const char *type)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "type", type);
  return object;
}

static JsonObject *
evidence_object (const ChaseEvidence *evidence, ChaseNames *names);

static JsonObject *
step_object (const ChaseStep *step, ChaseNames *names)
{
  JsonObject *object = json_object_new ();

  switch (step->kind)
    {
    case CHASE_STEP_EQUATION:
      json_object_set_int_member (object, "equation", step->number);
      break;
    case CHASE_STEP_INVERSE:
    case CHASE_STEP_CANCEL:
      json_object_set_member (object, "cancel", thing_node (&names->arrows, step->number));
      break;
    case CHASE_STEP_IDEMPOTENT:
      json_object_set_member (object, "idempotent", thing_node (&names->arrows, step->number));
    }
  if (step->kind == CHASE_STEP_CANCEL)
    json_object_set_string_member (object, "side",
                                   step->side == CHASE_SIDE_LEFT ? "left" : "right");
  json_object_set_int_member (object, "at", step->at);
  if (step->kind == CHASE_STEP_CANCEL)
    json_object_set_object_member (object, "of", evidence_object (step->of, names));
  else
    json_object_set_boolean_member (object, "reverse", step->reverse);
  json_object_set_member (object, "path", path_node (&names->arrows, step->path));
  return object;
}

static JsonObject *
proof_object (const ChaseProof *proof, ChaseNames *names)
{
  JsonObject *object = typed_object ("proof");
  JsonArray *steps = json_array_sized_new (proof->n_steps);

  json_object_set_member (object, "start", path_node (&names->arrows, proof->start));
  for (guint32 i = 0; i < proof->n_steps; i++)
    json_array_add_object_element (steps, step_object (&proof->steps[i], names));
  json_object_set_array_member (object, "steps", steps);
  return object;
}

/* Edges that show the arrows of their own names need not be listed beside the path they show. */
static gboolean
edges_are_plain (const ChaseShape *shape, ChaseWord edges, const ChaseNames *names)
{
  for (guint32 i = 0; i < edges.length; i++)
    {
      const ChaseEdge *edge = chase_shape_edge (shape, edges.letters[i]);

      if (edge->word.length != 1 || chase_naming_name (&names->edges, edges.letters[i]) == NULL
          || g_strcmp0 (edge->name, chase_naming_name (&names->arrows, edge->word.letters[0])) != 0)
        return FALSE;
    }
  return TRUE;
}

static void
set_edges (JsonObject *object, const ChaseShape *shape, ChaseWord left, ChaseWord right,
           const ChaseNames *names)
{
  JsonArray *array;

  if (edges_are_plain (shape, left, names) && edges_are_plain (shape, right, names))
    return;
  array = json_array_new ();
  json_array_add_element (array, path_node (&names->edges, left));
  json_array_add_element (array, path_node (&names->edges, right));
  json_object_set_array_member (object, "edges", array);
}

static void
set_paths (JsonObject *object, const ChaseShape *shape, const ChaseWord *paths,
           const ChaseWord *edges, ChaseNames *names)
{
  JsonArray *array = json_array_new ();

  json_array_add_element (array, path_node (&names->arrows, paths[0]));
  json_array_add_element (array, path_node (&names->arrows, paths[1]));
  json_object_set_array_member (object, "paths", array);
  if (shape != NULL)
    {
      chase_names_set_shape (names, shape);
      set_edges (object, shape, edges[0], edges[1], names);
    }
}

/* JSON keys are strings, so a thing without a name of its own is keyed by its number. */
static char *
key_of (const ChaseNaming *naming, guint32 number)
{
  const char *name = chase_naming_name (naming, number);

  return name != NULL ? g_strdup (name) : g_strdup_printf ("%u", number);
}

char *
chase_model_element_name (const ChaseModel *model, gsize first, guint32 x)
{
  if (model->names != NULL)
    return g_strdup (model->names[first + x]);
  return g_strdup_printf ("%u", x);
}

static gsize *
first_elements (const ChaseModel *model)
{
  gsize *firsts = g_new (gsize, model->n_objects + 1);
  gsize total = 0;

  for (guint32 i = 0; i < model->n_objects; i++)
    {
      firsts[i] = total;
      total += model->sizes[i];
    }
  return firsts;
}

static JsonObject *
function_object (const ChaseModel *model, const ChaseArrow *arrow, guint32 number,
                 const gsize *firsts)
{
  JsonObject *function = json_object_new ();

  for (guint32 x = 0; x < model->sizes[arrow->source]; x++)
    {
      guint32 value = model->functions[model->offsets[number] + x];
      g_autofree char *from = chase_model_element_name (model, firsts[arrow->source], x);
      g_autofree char *to = NULL;

      if (value >= model->sizes[arrow->target])
        continue;
      to = chase_model_element_name (model, firsts[arrow->target], value);
      json_object_set_string_member (function, from, to);
    }
  return function;
}

static JsonObject *
model_object (const ChaseModel *model, ChaseNames *names)
{
  JsonObject *object = typed_object ("model");
  JsonObject *sets = json_object_new ();
  JsonObject *functions = json_object_new ();
  g_autofree gsize *firsts = first_elements (model);

  for (guint32 i = 0; i < model->n_objects; i++)
    {
      JsonArray *set = json_array_sized_new (model->sizes[i]);
      g_autofree char *key = key_of (&names->objects, i);

      for (guint32 x = 0; x < model->sizes[i]; x++)
        {
          g_autofree char *element = chase_model_element_name (model, firsts[i], x);

          json_array_add_string_element (set, element);
        }
      json_object_set_array_member (sets, key, set);
    }
  for (guint32 i = 0; i < model->n_arrows; i++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (names->presentation, i);
      g_autofree char *key = key_of (&names->arrows, i);

      json_object_set_object_member (functions, key, function_object (model, arrow, i, firsts));
    }
  json_object_set_object_member (object, "objects", sets);
  json_object_set_object_member (object, "arrows", functions);
  json_object_set_string_member (object, "at", model->at);
  json_object_set_string_member (object, "left", model->left);
  json_object_set_string_member (object, "right", model->right);
  if (model->has_paths)
    set_paths (object, model->shape, model->paths, model->edges, names);
  return object;
}

static int
compare_rank (gconstpointer a, gconstpointer b, gpointer ranks)
{
  guint32 x = ((guint32 *)ranks)[*(const guint32 *)a];
  guint32 y = ((guint32 *)ranks)[*(const guint32 *)b];

  return x < y ? -1 : x > y;
}

static JsonObject *
order_object (const ChaseOrder *order, const ChaseNames *names)
{
  JsonObject *object = json_object_new ();
  guint n = chase_naming_length (&names->arrows);
  g_autofree guint32 *letters = g_new (guint32, n + 1);

  for (guint32 i = 0; i < n; i++)
    letters[i] = i;
  g_qsort_with_data (letters, n, sizeof (guint32), compare_rank, order->rank);
  json_object_set_string_member (object, "kind",
                                 order->kind == CHASE_ORDER_SHORTLEX ? "shortlex" : "recursive");
  json_object_set_boolean_member (object, "backward", order->backward);
  json_object_set_member (object, "letters", path_node (&names->arrows, (ChaseWord){ letters, n }));
  if (order->weights != NULL)
    {
      JsonArray *weights = json_array_sized_new (n);

      for (guint32 i = 0; i < n; i++)
        json_array_add_int_element (weights, order->weights[letters[i]]);
      json_object_set_array_member (object, "weights", weights);
    }
  return object;
}

static JsonArray *
rule_array (const ChaseRule *rule, const ChaseNames *names)
{
  JsonArray *sides = json_array_sized_new (2);

  json_array_add_element (sides, path_node (&names->arrows, rule->left));
  json_array_add_element (sides, path_node (&names->arrows, rule->right));
  return sides;
}

/* What is 0 or false is left out. @lemma has the number among the lemmas of each derivation of one.
 */
static JsonObject *
rule_step_object (const ChaseNormal *normal, const ChaseRuleStep *step, const guint32 *lemma,
                  const ChaseNames *names)
{
  JsonObject *object = json_object_new ();
  guint32 rule;

  switch (step->reason)
    {
    case CHASE_RULE_BY_EQUATION:
      json_object_set_int_member (object, "equation", step->number);
      break;
    case CHASE_RULE_BY_INVERSE:
      json_object_set_member (object, "cancel", thing_node (&names->arrows, step->number));
      break;
    case CHASE_RULE_BY_IDEMPOTENT:
      json_object_set_member (object, "idempotent", thing_node (&names->arrows, step->number));
      break;
    case CHASE_RULE_BY_DERIVED:
      rule = normal->derivations[step->number].rule;
      if (rule == CHASE_LEMMA)
        json_object_set_int_member (object, "lemma", lemma[step->number]);
      else
        json_object_set_int_member (object, "rule", rule);
    }
  if (step->at > 0)
    json_object_set_int_member (object, "at", step->at);
  if (step->reverse)
    json_object_set_boolean_member (object, "reverse", TRUE);
  return object;
}

static JsonArray *
derivations_array (const ChaseNormal *normal, const ChaseNames *names)
{
  JsonArray *array = json_array_sized_new (normal->n_derivations);
  g_autofree guint32 *lemma = g_new0 (guint32, (gsize)normal->n_derivations + 1);
  guint32 n_lemmas = 0;

  for (guint32 i = 0; i < normal->n_derivations; i++)
    {
      const ChaseDerivation *derivation = &normal->derivations[i];
      JsonObject *object = json_object_new ();
      JsonArray *steps = json_array_sized_new (derivation->n_steps);

      lemma[i] = n_lemmas;
      n_lemmas += derivation->rule == CHASE_LEMMA;
      for (guint32 k = 0; k < derivation->n_steps; k++)
        json_array_add_object_element (
            steps, rule_step_object (normal, &derivation->steps[k], lemma, names));
      if (derivation->rule == CHASE_LEMMA)
        json_object_set_array_member (object, "lemma", rule_array (&derivation->lemma, names));
      else
        json_object_set_int_member (object, "rule", derivation->rule);
      json_object_set_array_member (object, "steps", steps);
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonObject *
normal_object (const ChaseNormal *normal, ChaseNames *names)
{
  JsonObject *object = typed_object ("normal");
  JsonArray *rules = json_array_sized_new (normal->n_rules);

  for (guint32 i = 0; i < normal->n_rules; i++)
    json_array_add_array_element (rules, rule_array (&normal->rules[i], names));
  json_object_set_object_member (object, "order", order_object (&normal->order, names));
  json_object_set_array_member (object, "rules", rules);
  json_object_set_array_member (object, "derivations", derivations_array (normal, names));
  json_object_set_member (object, "left", path_node (&names->arrows, normal->left));
  json_object_set_member (object, "right", path_node (&names->arrows, normal->right));
  if (normal->has_paths)
    set_paths (object, normal->shape, normal->paths, normal->edges, names);
  return object;
}

static JsonObject *
laws_object (const ChaseLaws *laws, ChaseNames *names)
{
  JsonObject *object = typed_object ("laws");
  JsonArray *equations = json_array_sized_new (laws->n_laws);
  const ChaseNaming *ends = laws->shape != NULL ? &names->nodes : &names->objects;

  if (laws->shape != NULL)
    chase_names_set_shape (names, laws->shape);
  for (guint32 i = 0; i < laws->n_laws; i++)
    {
      const ChaseLaw *law = &laws->laws[i];
      JsonObject *equation = json_object_new ();

      json_object_set_member (equation, "from", thing_node (ends, law->from));
      json_object_set_member (equation, "to", thing_node (ends, law->to));
      json_object_set_member (equation, "left", path_node (&names->arrows, law->left));
      json_object_set_member (equation, "right", path_node (&names->arrows, law->right));
      if (laws->shape != NULL)
        set_edges (equation, laws->shape, law->left_edges, law->right_edges, names);
      json_object_set_object_member (equation, "evidence", evidence_object (law->evidence, names));
      json_array_add_object_element (equations, equation);
    }
  json_object_set_array_member (object, "equations", equations);
  return object;
}

static JsonObject *
evidence_object (const ChaseEvidence *evidence, ChaseNames *names)
{
  switch (evidence->kind)
    {
    case CHASE_EVIDENCE_PROOF:
      return proof_object (&evidence->proof, names);
    case CHASE_EVIDENCE_MODEL:
      return model_object (&evidence->model, names);
    case CHASE_EVIDENCE_NORMAL:
      return normal_object (&evidence->normal, names);
    case CHASE_EVIDENCE_LAWS:
      return laws_object (&evidence->laws, names);
    default:
      return json_object_ref (json_node_get_object (evidence->payload));
    }
}

JsonNode *
chase_evidence_to_json (const ChaseEvidence *evidence, const ChasePresentation *presentation)
{
  g_auto (ChaseNames) names = { NULL };

  chase_names_init (&names, presentation, NULL);
  return object_node (evidence_object (evidence, &names));
}
