/* SPDX-License-Identifier: MIT */
#include "evidence/report-private.h"
#include "evidence/verifier.h"

/*
 * Infinitely many morphisms, shown by a grading: each arrow has an integer degree (which may depend
 * on the element that it is followed from, in a model of the category), both sides of every
 * equation have the same, and the powers of a cycle have all different ones.
 */

#define NONE G_MAXUINT32
#define MOST_DEGREE ((gint64)1 << 40)

typedef struct
{
  const ChasePresentation *p;
  const ChaseModel *model; /* NULL: one element for every object */
  gint64 *degrees;         /* of the arrow f from x: at place_of () */
} Grading;

static guint32
size_of (const Grading *grading, guint32 object)
{
  return grading->model != NULL ? grading->model->sizes[object] : 1;
}

static gsize
place_of (const Grading *grading, guint32 arrow, guint32 x)
{
  return grading->model != NULL ? grading->model->offsets[arrow] + x : arrow;
}

static guint32
image_of (const Grading *grading, guint32 arrow, guint32 x)
{
  return grading->model != NULL ? grading->model->functions[place_of (grading, arrow, x)] : 0;
}

/* The sum along @word from the element *@x, which becomes the one where it ends. */
static gint64
degree_of (const Grading *grading, ChaseWord word, guint32 *x)
{
  gint64 sum = 0;

  for (guint32 i = 0; i < word.length; i++)
    {
      sum += grading->degrees[place_of (grading, word.letters[i], *x)];
      *x = image_of (grading, word.letters[i], *x);
    }
  return sum;
}

static gboolean
read_degree (Grading *grading, guint32 arrow, guint32 x, JsonNode *node, GError **error)
{
  gint64 degree;

  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return chase_refuse (error, "a degree is no integer");
  degree = json_node_get_int (node);
  if (degree > MOST_DEGREE || degree < -MOST_DEGREE)
    return chase_refuse (error, "a degree is too large");
  grading->degrees[place_of (grading, arrow, x)] = degree;
  return TRUE;
}

static gboolean
read_arrow (Grading *grading, const char *name, JsonNode *node, GError **error)
{
  guint32 f = chase_presentation_find_arrow (grading->p, name);
  const ChaseArrow *arrow = f != NONE ? chase_presentation_arrow (grading->p, f) : NULL;
  JsonObjectIter iter;
  const char *element;
  JsonNode *value;

  if (arrow == NULL || arrow->formal)
    return chase_refuse (error, "“%s” is no arrow that has a degree", name);
  if (grading->model == NULL)
    return read_degree (grading, f, 0, node, error);
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return chase_refuse (error, "the degrees of “%s” are not given by elements", name);
  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &element, &value))
    {
      guint32 x = chase_model_find (grading->model, arrow->source, element);

      if (x == NONE)
        return chase_refuse (error, "“%s” is no element where “%s” begins", element, name);
      if (!read_degree (grading, f, x, value, error))
        return FALSE;
    }
  return TRUE;
}

/* What a formal inverse takes back. */
static void
invert (Grading *grading)
{
  for (guint32 f = 0; f < chase_presentation_n_arrows (grading->p); f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (grading->p, f);

      if (arrow->formal || arrow->inverse == NONE)
        continue;
      for (guint32 x = 0; x < size_of (grading, arrow->source); x++)
        grading->degrees[place_of (grading, arrow->inverse, image_of (grading, f, x))]
            = -grading->degrees[place_of (grading, f, x)];
    }
}

static gboolean
read_degrees (Grading *grading, JsonObject *evidence, GError **error)
{
  JsonObject *degrees = chase_report_object (evidence, "degrees");
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (degrees == NULL)
    return chase_refuse (error, "the evidence gives no degrees");
  json_object_iter_init (&iter, degrees);
  while (json_object_iter_next (&iter, &name, &node))
    if (!read_arrow (grading, name, node, error))
      return FALSE;
  invert (grading);
  return TRUE;
}

static gboolean
verify_equations (const Grading *grading, GError **error)
{
  for (guint32 i = 0; i < chase_presentation_n_equations (grading->p); i++)
    {
      const ChaseEquation *equation = chase_presentation_equation (grading->p, i);

      for (guint32 x = 0; x < size_of (grading, equation->source); x++)
        {
          guint32 left = x, right = x;

          if (degree_of (grading, equation->left, &left)
              != degree_of (grading, equation->right, &right))
            return chase_refuse (error, "the given equation number %u changes the degree", i);
        }
    }
  for (guint32 f = 0; f < chase_presentation_n_arrows (grading->p); f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (grading->p, f);

      for (guint32 x = 0; x < size_of (grading, arrow->source); x++)
        if ((arrow->properties & CHASE_PROPERTY_IDEMPOTENT)
            && grading->degrees[place_of (grading, f, image_of (grading, f, x))] != 0)
          return chase_refuse (error, "“%s” is declared idempotent and has a degree", arrow->name);
    }
  return TRUE;
}

static gboolean
read_part (const Grading *grading, JsonObject *cycle, const char *key, GArray *word)
{
  JsonArray *names = cycle != NULL ? chase_report_array (cycle, key) : NULL;

  return names != NULL && chase_report_word (grading->p, names, word);
}

/* Follows a part of the path; FALSE where it does not compose. */
static gboolean
follow (const Grading *grading, const GArray *part, guint32 *object, guint32 *x, gint64 *degree)
{
  ChaseWord word = { (const guint32 *)(gconstpointer)part->data, part->len };

  if (!chase_presentation_path_target (grading->p, *object, word, object))
    return FALSE;
  *degree = degree_of (grading, word, x);
  return TRUE;
}

static gboolean
verify_cycle (const Grading *grading, guint32 from, guint32 to, JsonObject *evidence,
              GError **error)
{
  JsonObject *cycle = chase_report_object (evidence, "cycle");
  const char *at = chase_report_string (evidence, "at");
  g_autoptr (GArray) before = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) loop = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) after = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 object, turned, x = 0, y;
  gint64 degree;

  if (!read_part (grading, cycle, "before", before) || !read_part (grading, cycle, "loop", loop)
      || !read_part (grading, cycle, "after", after) || loop->len == 0)
    return chase_refuse (error, "the evidence names no cycle");
  object = chase_presentation_arrow (grading->p,
                                     g_array_index (before->len > 0 ? before : loop, guint32, 0))
               ->source;
  if (from != NONE && object != from)
    return chase_refuse (error, "the cycle is not on the way");
  if (grading->model != NULL)
    x = at != NULL ? chase_model_find (grading->model, object, at) : NONE;
  if (x == NONE)
    return chase_refuse (error, "the path begins at no element");
  if (!follow (grading, before, &object, &x, &degree))
    return chase_refuse (error, "the arrows do not compose");
  turned = object;
  y = x;
  if (!follow (grading, loop, &turned, &y, &degree) || turned != object || y != x || degree == 0)
    return chase_refuse (error, "the cycle does not come back with another degree");
  return (follow (grading, after, &object, &x, &degree) && (to == NONE || object == to))
         || chase_refuse (error, "the cycle is not on the way");
}

gboolean
chase_report_grading (const ChasePresentation *p, guint32 from, guint32 to, JsonObject *evidence,
                      GError **error)
{
  JsonNode *node = json_object_get_member (evidence, "model");
  g_autoptr (ChaseEvidence) model
      = node != NULL ? chase_evidence_from_json (node, p, NULL, error) : NULL;
  g_autofree gint64 *degrees = NULL;
  Grading grading = { .p = p };
  gsize n = chase_presentation_n_arrows (p);

  if (node != NULL && model == NULL)
    return FALSE;
  if (model != NULL
      && (model->kind != CHASE_EVIDENCE_MODEL
              ? !chase_refuse (error, "evidence of type “model” is needed here")
              : !chase_verify_functor (p, &model->model, error)))
    return FALSE;
  if (model != NULL)
    {
      grading.model = &model->model;
      n = 0;
      for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
        n += model->model.sizes[chase_presentation_arrow (p, f)->source];
    }
  grading.degrees = degrees = g_new0 (gint64, n + 1);
  return read_degrees (&grading, evidence, error) && verify_equations (&grading, error)
         && verify_cycle (&grading, from, to, evidence, error);
}
