/* SPDX-License-Identifier: MIT */
#include "evidence/evidence-read-private.h"

#include <stdarg.h>

#include "i18n.h"

/* Proofs hold proofs where they cancel; nobody nests them deeper than this. */
enum
{
  MAX_DEPTH = 200,
};

gboolean
chase_malformed (ChaseReader *reader, const char *format, ...)
{
  va_list arguments;
  g_autofree char *text = NULL;

  va_start (arguments, format);
  text = g_strdup_vprintf (CHASE_WORDS (format), arguments);
  va_end (arguments);
  g_set_error_literal (reader->error, CHASE_EVIDENCE_ERROR, CHASE_EVIDENCE_ERROR_MALFORMED, text);
  return FALSE;
}

JsonObject *
chase_read_object (ChaseReader *reader, JsonNode *node, const char *what)
{
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  chase_malformed (reader, "%s is not an object", _ (what));
  return NULL;
}

JsonArray *
chase_read_member_array (ChaseReader *reader, JsonObject *object, const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    return json_node_get_array (node);
  chase_malformed (reader, "“%s” is missing or is not an array", key);
  return NULL;
}

gboolean
chase_read_is_string (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node)
         && json_node_get_value_type (node) == G_TYPE_STRING;
}

gboolean
chase_read_number (JsonNode *node, guint32 *number)
{
  gint64 value;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node)
      || json_node_get_value_type (node) != G_TYPE_INT64)
    return FALSE;
  value = json_node_get_int (node);
  if (value < 0 || value >= G_MAXUINT32)
    return FALSE;
  *number = (guint32)value;
  return TRUE;
}

gboolean
chase_read_member_number (ChaseReader *reader, JsonObject *object, const char *key, guint32 *number)
{
  if (chase_read_number (json_object_get_member (object, key), number))
    return TRUE;
  return chase_malformed (reader, "“%s” is missing or is not a natural number", key);
}

gboolean
chase_read_member_flag (ChaseReader *reader, JsonObject *object, const char *key, gboolean *flag)
{
  JsonNode *node = json_object_get_member (object, key);

  *flag = FALSE;
  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return chase_malformed (reader, "“%s” is neither true nor false", key);
  *flag = json_node_get_boolean (node);
  return TRUE;
}

/* A thing is meant by its name, or by its number where it has none of its own. */
gboolean
chase_read_thing (ChaseReader *reader, JsonNode *node, const ChaseNaming *naming, const char *kind,
                  guint32 *number)
{
  if (chase_read_is_string (node))
    {
      *number = chase_naming_number (naming, json_node_get_string (node));
      if (*number != G_MAXUINT32)
        return TRUE;
      return chase_malformed (reader, "there is no %s called “%s”", _ (kind),
                              json_node_get_string (node));
    }
  if (!chase_read_number (node, number) || *number >= chase_naming_length (naming)
      || chase_naming_name (naming, *number) != NULL)
    return chase_malformed (reader, "the name of some %s is missing", _ (kind));
  return TRUE;
}

static gboolean
read_path (ChaseReader *reader, JsonNode *node, const ChaseNaming *naming, const char *kind,
           GArray *letters)
{
  JsonArray *array;

  g_array_set_size (letters, 0);
  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return chase_malformed (reader, "a path is missing or is not an array");
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      guint32 letter;

      if (!chase_read_thing (reader, json_array_get_element (array, i), naming, kind, &letter))
        return FALSE;
      g_array_append_val (letters, letter);
    }
  return TRUE;
}

gboolean
chase_read_arrows (ChaseReader *reader, JsonNode *node, GArray *letters)
{
  return read_path (reader, node, &reader->names.arrows, N_ ("arrow"), letters);
}

ChaseWord
chase_read_word (const GArray *letters)
{
  return (ChaseWord){ (const guint32 *)(gpointer)letters->data, letters->len };
}

static ChaseEvidence *
read_evidence (ChaseReader *reader, JsonNode *node);

static gboolean
read_side (ChaseReader *reader, JsonObject *object, ChaseSide *side)
{
  JsonNode *node = json_object_get_member (object, "side");
  const char *text = chase_read_is_string (node) ? json_node_get_string (node) : "";

  *side = g_str_equal (text, "left") ? CHASE_SIDE_LEFT : CHASE_SIDE_RIGHT;
  if (!g_str_equal (text, "left") && !g_str_equal (text, "right"))
    return chase_malformed (reader, "“side” is neither “left” nor “right”");
  return TRUE;
}

static gboolean
read_cancellation (ChaseReader *reader, JsonObject *object, ChaseStep *step)
{
  step->kind = CHASE_STEP_CANCEL;
  if (!read_side (reader, object, &step->side))
    return FALSE;
  if (json_object_has_member (object, "at")
      && !chase_read_member_number (reader, object, "at", &step->at))
    return FALSE;
  step->of = read_evidence (reader, json_object_get_member (object, "of"));
  if (step->of == NULL)
    return FALSE;
  if (step->of->kind != CHASE_EVIDENCE_PROOF)
    return chase_malformed (reader, "“of” is not a proof");
  return TRUE;
}

static gboolean
read_step_kind (ChaseReader *reader, JsonObject *object, ChaseStep *step)
{
  JsonNode *cancel = json_object_get_member (object, "cancel");
  JsonNode *idempotent = json_object_get_member (object, "idempotent");

  if ((cancel != NULL) + (idempotent != NULL) + json_object_has_member (object, "equation") != 1)
    return chase_malformed (reader,
                            "a step has to have one of “equation”, “cancel” and “idempotent”");
  if (cancel != NULL)
    {
      step->kind = CHASE_STEP_INVERSE;
      if (!chase_read_thing (reader, cancel, &reader->names.arrows, "arrow", &step->number))
        return FALSE;
      if (json_object_has_member (object, "of"))
        return read_cancellation (reader, object, step);
    }
  else if (idempotent != NULL)
    {
      step->kind = CHASE_STEP_IDEMPOTENT;
      if (!chase_read_thing (reader, idempotent, &reader->names.arrows, "arrow", &step->number))
        return FALSE;
    }
  else if (!chase_read_member_number (reader, object, "equation", &step->number))
    return FALSE;
  return chase_read_member_number (reader, object, "at", &step->at)
         && chase_read_member_flag (reader, object, "reverse", &step->reverse);
}

/* The path after a cancellation may be left out: the inner proof's end gives it. */
static gboolean
read_step_path (ChaseReader *reader, JsonObject *object, const ChaseStep *step, GArray *letters)
{
  ChaseWord end;

  if (step->kind != CHASE_STEP_CANCEL || json_object_has_member (object, "path"))
    return chase_read_arrows (reader, json_object_get_member (object, "path"), letters);
  end = chase_proof_end (step->of);
  g_array_set_size (letters, 0);
  if (end.length == 0)
    return chase_malformed (reader, "a cancelled path has no arrow");
  g_array_append_vals (letters, end.letters + (step->side == CHASE_SIDE_LEFT), end.length - 1);
  return TRUE;
}

static gboolean
read_step (ChaseReader *reader, JsonNode *node, ChaseEvidence *proof, GArray *letters)
{
  ChaseStep step = { 0 };
  JsonObject *object = chase_read_object (reader, node, "a step");
  gboolean good = object != NULL && read_step_kind (reader, object, &step)
                  && read_step_path (reader, object, &step, letters);

  if (good)
    {
      step.path = chase_read_word (letters);
      chase_proof_add_step (proof, &step);
    }
  chase_evidence_unref (step.of);
  return good;
}

static ChaseEvidence *
read_proof (ChaseReader *reader, JsonObject *object)
{
  g_autoptr (GArray) letters = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (ChaseEvidence) proof = NULL;
  JsonArray *steps = chase_read_member_array (reader, object, "steps");

  if (steps == NULL
      || !chase_read_arrows (reader, json_object_get_member (object, "start"), letters))
    return NULL;
  proof = chase_proof_new (chase_read_word (letters));
  for (guint i = 0; i < json_array_get_length (steps); i++)
    if (!read_step (reader, json_array_get_element (steps, i), proof, letters))
      return NULL;
  return g_steal_pointer (&proof);
}

/* "paths" and "edges": two paths of the category, and which diagram paths they are. */
static gboolean
read_edges (ChaseReader *reader, JsonObject *object, const ChaseWord *paths, GArray **edges)
{
  JsonNode *node = json_object_get_member (object, "edges");
  JsonArray *array;

  if (node == NULL)
    {
      for (guint i = 0; i < 2; i++)
        for (guint32 j = 0; j < paths[i].length; j++)
          {
            const char *name = chase_naming_own (&reader->names.arrows, paths[i].letters[j]);
            guint32 edge
                = name != NULL ? chase_naming_number (&reader->names.edges, name) : G_MAXUINT32;

            if (edge == G_MAXUINT32)
              return chase_malformed (reader, "the diagram has no edge called “%s”", name);
            g_array_append_val (edges[i], edge);
          }
      return TRUE;
    }
  if (!JSON_NODE_HOLDS_ARRAY (node) || json_array_get_length (json_node_get_array (node)) != 2)
    return chase_malformed (reader, "“edges” is not an array of two diagram paths");
  array = json_node_get_array (node);
  return read_path (reader, json_array_get_element (array, 0), &reader->names.edges, N_ ("edge"),
                    edges[0])
         && read_path (reader, json_array_get_element (array, 1), &reader->names.edges, N_ ("edge"),
                       edges[1]);
}

static gboolean
edges_show (const ChaseShape *shape, const GArray *edges, ChaseWord path)
{
  g_autoptr (GArray) letters = g_array_new (FALSE, FALSE, sizeof (guint32));

  chase_shape_spell (shape, chase_read_word (edges), letters);
  return chase_word_equal (chase_read_word (letters), path);
}

/* Reads the diagram paths of two paths into @edges, which it makes. */
static gboolean
read_diagram_paths (ChaseReader *reader, JsonObject *object, const ChaseWord *paths, GArray **edges)
{
  if (!read_edges (reader, object, paths, edges))
    return FALSE;
  if (!edges_show (reader->shape, edges[0], paths[0])
      || !edges_show (reader->shape, edges[1], paths[1]))
    return chase_malformed (reader, "the edges do not show the paths that they belong to");
  return TRUE;
}

gboolean
chase_read_named_paths (ChaseReader *reader, JsonObject *object, ChaseEvidence *evidence)
{
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) right = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) left_edges = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) right_edges = g_array_new (FALSE, FALSE, sizeof (guint32));
  GArray *edges[2] = { left_edges, right_edges };
  ChaseWord paths[2];
  JsonArray *array;

  if (!json_object_has_member (object, "paths"))
    return TRUE;
  array = chase_read_member_array (reader, object, "paths");
  if (array == NULL)
    return FALSE;
  if (json_array_get_length (array) != 2)
    return chase_malformed (reader, "“paths” is not an array of two paths");
  if (!chase_read_arrows (reader, json_array_get_element (array, 0), left)
      || !chase_read_arrows (reader, json_array_get_element (array, 1), right))
    return FALSE;
  paths[0] = chase_read_word (left);
  paths[1] = chase_read_word (right);
  if (reader->shape == NULL)
    {
      chase_evidence_name_paths (evidence, NULL, paths[0], paths[1]);
      return TRUE;
    }
  if (!read_diagram_paths (reader, object, paths, edges))
    return FALSE;
  chase_evidence_name_paths (evidence, reader->shape, chase_read_word (left_edges),
                             chase_read_word (right_edges));
  return TRUE;
}

static ChaseName *
read_element (JsonNode *node)
{
  guint32 number;
  char text[16];

  if (chase_read_is_string (node))
    return chase_name_new (json_node_get_string (node));
  if (!chase_read_number (node, &number))
    return NULL;
  g_snprintf (text, sizeof text, "%u", number);
  return chase_name_new (text);
}

typedef struct
{
  GPtrArray *sets;     /* of GHashTable, name -> number, one for each object */
  GPtrArray *elements; /* of ChaseName, all sets one after the other */
  GArray *sizes;
} Sets;

static void
sets_clear (Sets *sets)
{
  g_clear_pointer (&sets->sets, g_ptr_array_unref);
  g_clear_pointer (&sets->elements, g_ptr_array_unref);
  g_clear_pointer (&sets->sizes, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sets, sets_clear)

/* What is keyed by a thing's name, or by its number where it has no name of its own. */
static JsonNode *
keyed (JsonObject *object, const ChaseNaming *naming, guint32 number)
{
  const char *name = chase_naming_name (naming, number);
  char text[16];

  g_snprintf (text, sizeof text, "%u", number);
  return json_object_get_member (object, name != NULL ? name : text);
}

static const char *
shown_name (const ChaseNaming *naming, guint32 number)
{
  const char *name = chase_naming_own (naming, number);

  return name != NULL ? name : _ ("(no name)");
}

static gboolean
read_set (ChaseReader *reader, JsonNode *node, guint32 object, Sets *sets)
{
  const char *name = shown_name (&reader->names.objects, object);
  GHashTable *set = g_hash_table_new (g_str_hash, g_str_equal);
  JsonArray *array;
  guint32 size;

  g_ptr_array_add (sets->sets, set);
  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return chase_malformed (reader, "the model has no set for the object “%s”", name);
  array = json_node_get_array (node);
  size = json_array_get_length (array);
  for (guint i = 0; i < size; i++)
    {
      ChaseName *element = read_element (json_array_get_element (array, i));

      if (element == NULL)
        return chase_malformed (reader, "an element of the set for “%s” has no name", name);
      g_ptr_array_add (sets->elements, element);
      if (!g_hash_table_insert (set, element, GUINT_TO_POINTER (i)))
        return chase_malformed (reader, "the set for “%s” lists “%s” twice", name, element);
    }
  g_array_append_val (sets->sizes, size);
  return TRUE;
}

static gboolean
read_sets (ChaseReader *reader, JsonObject *object, Sets *sets)
{
  sets->sets = g_ptr_array_new_with_free_func ((GDestroyNotify)g_hash_table_unref);
  sets->elements = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_name_unref);
  sets->sizes = g_array_new (FALSE, TRUE, sizeof (guint32));
  for (guint32 i = 0; i < chase_presentation_n_objects (reader->presentation); i++)
    if (!read_set (reader, keyed (object, &reader->names.objects, i), i, sets))
      return FALSE;
  return TRUE;
}

static gboolean
find_element (GHashTable *set, const char *name, guint32 *number)
{
  gpointer value;

  if (name == NULL || !g_hash_table_lookup_extended (set, name, NULL, &value))
    return FALSE;
  *number = GPOINTER_TO_UINT (value);
  return TRUE;
}

static gboolean
read_function (ChaseReader *reader, JsonObject *function, guint32 number, Sets *sets,
               ChaseEvidence *model)
{
  const ChaseArrow *arrow = chase_presentation_arrow (reader->presentation, number);
  g_autoptr (GList) keys = json_object_get_members (function);

  for (GList *l = keys; l != NULL; l = l->next)
    {
      g_autoptr (ChaseName) value = read_element (json_object_get_member (function, l->data));
      guint32 x, y;

      if (!find_element (g_ptr_array_index (sets->sets, arrow->source), l->data, &x))
        return chase_malformed (reader,
                                "the function “%s” has a value at “%s”, which is not in its domain",
                                arrow->name, (char *)l->data);
      if (!find_element (g_ptr_array_index (sets->sets, arrow->target), value, &y))
        return chase_malformed (reader, "the function “%s” sends “%s” out of its codomain",
                                arrow->name, (char *)l->data);
      chase_model_set (model, number, x, y);
    }
  return TRUE;
}

/* A formal inverse that is not listed is the inverse of its arrow, as far as there is one. */
static void
infer_inverse (ChaseReader *reader, guint32 number, ChaseEvidence *evidence)
{
  const ChaseModel *model = &evidence->model;
  const ChaseArrow *arrow = chase_presentation_arrow (reader->presentation, number);

  for (guint32 y = 0; y < model->sizes[arrow->target]; y++)
    {
      guint32 x = model->functions[model->offsets[arrow->inverse] + y];

      if (x < model->sizes[arrow->source])
        chase_model_set (evidence, number, x, y);
    }
}

static gboolean
read_functions (ChaseReader *reader, JsonObject *object, Sets *sets, ChaseEvidence *model)
{
  guint n = chase_presentation_n_arrows (reader->presentation);

  for (gsize i = 0; i < model->model.offsets[n]; i++)
    model->model.functions[i] = G_MAXUINT32;
  for (guint32 i = 0; i < n; i++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (reader->presentation, i);
      JsonNode *node = keyed (object, &reader->names.arrows, i);

      if (node == NULL && arrow->formal && arrow->inverse < i)
        infer_inverse (reader, i, model);
      else if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
        return chase_malformed (reader, "the model has no function for the arrow “%s”",
                                arrow->name);
      else if (!read_function (reader, json_node_get_object (node), i, sets, model))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_element_member (ChaseReader *reader, JsonObject *object, const char *key, ChaseName **slot)
{
  JsonNode *node = json_object_get_member (object, key);

  chase_name_unref (*slot);
  *slot = node != NULL ? read_element (node) : NULL;
  return *slot != NULL || chase_malformed (reader, "“%s” is missing or is not an element", key);
}

static ChaseEvidence *
read_model (ChaseReader *reader, JsonObject *object)
{
  g_auto (Sets) sets = { NULL };
  g_autoptr (ChaseEvidence) evidence = NULL;
  JsonObject *objects
      = chase_read_object (reader, json_object_get_member (object, "objects"), "“objects”");
  JsonObject *arrows = NULL;

  if (objects != NULL)
    arrows = chase_read_object (reader, json_object_get_member (object, "arrows"), "“arrows”");
  if (arrows == NULL || !read_sets (reader, objects, &sets))
    return NULL;
  evidence = chase_model_new (reader->presentation, (guint32 *)(gpointer)sets.sizes->data, 0, 0, 0);
  if (!read_functions (reader, arrows, &sets, evidence)
      || !read_element_member (reader, object, "at", &evidence->model.at)
      || !read_element_member (reader, object, "left", &evidence->model.left)
      || !read_element_member (reader, object, "right", &evidence->model.right)
      || !chase_read_named_paths (reader, object, evidence))
    return NULL;
  g_ptr_array_add (sets.elements, NULL);
  g_ptr_array_set_free_func (sets.elements, NULL);
  evidence->model.names = (ChaseName **)g_ptr_array_free (g_steal_pointer (&sets.elements), FALSE);
  return g_steal_pointer (&evidence);
}

static gboolean
read_law (ChaseReader *reader, JsonNode *node, ChaseEvidence *laws)
{
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) right = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) left_edges = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) right_edges = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (ChaseEvidence) of = NULL;
  GArray *edges[2] = { left_edges, right_edges };
  ChaseNaming *ends = reader->shape != NULL ? &reader->names.nodes : &reader->names.objects;
  JsonObject *object = chase_read_object (reader, node, "a law");
  ChaseWord paths[2];
  guint32 from, to;

  if (object == NULL
      || !chase_read_thing (reader, json_object_get_member (object, "from"), ends, "object", &from)
      || !chase_read_thing (reader, json_object_get_member (object, "to"), ends, "object", &to)
      || !chase_read_arrows (reader, json_object_get_member (object, "left"), left)
      || !chase_read_arrows (reader, json_object_get_member (object, "right"), right))
    return FALSE;
  paths[0] = chase_read_word (left);
  paths[1] = chase_read_word (right);
  if (reader->shape != NULL && !read_diagram_paths (reader, object, paths, edges))
    return FALSE;
  of = read_evidence (reader, json_object_get_member (object, "evidence"));
  if (of == NULL)
    return FALSE;
  if (reader->shape != NULL)
    chase_laws_add (laws, from, to, chase_read_word (left_edges), chase_read_word (right_edges),
                    of);
  else
    chase_laws_add (laws, from, to, paths[0], paths[1], of);
  return TRUE;
}

static ChaseEvidence *
read_laws (ChaseReader *reader, JsonObject *object)
{
  g_autoptr (ChaseEvidence) laws = chase_laws_new (reader->shape);
  JsonArray *array = chase_read_member_array (reader, object, "equations");

  if (array == NULL)
    return NULL;
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!read_law (reader, json_array_get_element (array, i), laws))
      return NULL;
  return g_steal_pointer (&laws);
}

static ChaseEvidence *
read_by_type (ChaseReader *reader, JsonNode *node, JsonObject *object, const char *type)
{
  static const char *const later[] = { "table", "bijection", "cone", "list" };

  if (g_str_equal (type, "proof"))
    return read_proof (reader, object);
  if (g_str_equal (type, "model"))
    return read_model (reader, object);
  if (g_str_equal (type, "normal"))
    return chase_read_normal (reader, object);
  if (g_str_equal (type, "laws"))
    return read_laws (reader, object);
  for (guint i = 0; i < G_N_ELEMENTS (later); i++)
    if (g_str_equal (type, later[i]))
      return chase_evidence_new_payload (CHASE_EVIDENCE_TABLE + i, json_node_copy (node));
  chase_malformed (reader, "“%s” is not a type of evidence", type);
  return NULL;
}

static ChaseEvidence *
read_evidence (ChaseReader *reader, JsonNode *node)
{
  JsonObject *object = chase_read_object (reader, node, _ ("the evidence"));
  JsonNode *type = object != NULL ? json_object_get_member (object, "type") : NULL;
  ChaseEvidence *evidence = NULL;

  if (object == NULL)
    return NULL;
  if (!chase_read_is_string (type))
    chase_malformed (reader, "the evidence has no “type”");
  else if (reader->depth == MAX_DEPTH)
    chase_malformed (reader, "the evidence is nested too deeply");
  else
    {
      reader->depth++;
      evidence = read_by_type (reader, node, object, json_node_get_string (type));
      reader->depth--;
    }
  return evidence;
}

ChaseEvidence *
chase_evidence_from_json (JsonNode *node, const ChasePresentation *presentation, ChaseShape *shape,
                          GError **error)
{
  ChaseReader reader = { .presentation = presentation, .shape = shape, .error = error };
  ChaseEvidence *evidence;

  chase_names_init (&reader.names, presentation, shape);
  evidence = read_evidence (&reader, node);
  chase_names_clear (&reader.names);
  return evidence;
}
