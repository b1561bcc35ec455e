/* SPDX-License-Identifier: MIT */
#include "evidence/refuse.h"

#include <stdarg.h>
#include <string.h>

#include "i18n.h"

gboolean
chase_refuse (GError **error, const char *format, ...)
{
  va_list arguments;
  g_autofree char *text = NULL;

  va_start (arguments, format);
  text = g_strdup_vprintf (CHASE_WORDS (format), arguments);
  va_end (arguments);
  g_set_error_literal (error, CHASE_EVIDENCE_ERROR, CHASE_EVIDENCE_ERROR_REFUSED, text);
  return FALSE;
}

gboolean
chase_is_patient (const ChasePatience *patience, guint32 *steps, GError **error)
{
  if (patience == NULL || (++*steps & 15) != 0 || !patience->stop (patience->data))
    return TRUE;
  return chase_refuse (error, "there was no time left to verify it");
}

static gboolean
verify_proof (const ChasePresentation *presentation, guint32 source, ChaseWord left,
              const ChaseProof *proof, GError **error);

static const char *
object_name (const ChasePresentation *presentation, guint32 object)
{
  const char *name = chase_presentation_object_name (presentation, object);

  return name != NULL ? name : "";
}

/* The object where position @at of the path lies. */
static guint32
object_at (const ChasePresentation *presentation, guint32 source, ChaseWord path, guint32 at)
{
  return at == 0 ? source : chase_presentation_arrow (presentation, path.letters[at - 1])->target;
}

static gboolean
has_at (ChaseWord path, guint32 at, ChaseWord part)
{
  return at <= path.length && part.length <= path.length - at
         && (part.length == 0
             || memcmp (path.letters + at, part.letters, part.length * sizeof (guint32)) == 0);
}

/* Is @after the path @before with the part @from at @at replaced by @to? */
static gboolean
is_replaced (ChaseWord before, guint32 at, ChaseWord from, ChaseWord to, ChaseWord after)
{
  guint32 rest = before.length - at - from.length;

  return after.length == at + to.length + rest
         && has_at (after, 0, (ChaseWord){ before.letters, at }) && has_at (after, at, to)
         && has_at (after, at + to.length, chase_word_part (before, at + from.length, rest));
}

/* Replaces @from, which starts at the object @start, by @to. */
static gboolean
verify_replacement (const ChasePresentation *presentation, guint32 source, ChaseWord before,
                    const ChaseStep *step, guint32 start, ChaseWord from, ChaseWord to,
                    GError **error)
{
  if (!has_at (before, step->at, from)
      || object_at (presentation, source, before, step->at) != start)
    return chase_refuse (error, "what it replaces does not stand at position %u", step->at);
  if (!is_replaced (before, step->at, from, to, step->path))
    return chase_refuse (error, "the path that it gives is not what replacing leaves");
  return TRUE;
}

static gboolean
verify_equation_step (const ChasePresentation *presentation, guint32 source, ChaseWord before,
                      const ChaseStep *step, GError **error)
{
  const ChaseEquation *equation;

  if (step->number >= chase_presentation_n_equations (presentation))
    return chase_refuse (error, "there is no equation number %u", step->number);
  equation = chase_presentation_equation (presentation, step->number);
  return verify_replacement (presentation, source, before, step, equation->source,
                             step->reverse ? equation->right : equation->left,
                             step->reverse ? equation->left : equation->right, error);
}

static gboolean
verify_inverse_step (const ChasePresentation *presentation, guint32 source, ChaseWord before,
                     const ChaseStep *step, const ChaseArrow *arrow, GError **error)
{
  guint32 letters[2] = { step->number, arrow->inverse };
  ChaseWord both = { letters, 2 }, none = { NULL, 0 };

  if (arrow->inverse == G_MAXUINT32)
    return chase_refuse (error, "“%s” is not declared iso", arrow->name);
  return verify_replacement (presentation, source, before, step, arrow->source,
                             step->reverse ? none : both, step->reverse ? both : none, error);
}

static gboolean
verify_idempotent_step (const ChasePresentation *presentation, guint32 source, ChaseWord before,
                        const ChaseStep *step, const ChaseArrow *arrow, GError **error)
{
  guint32 letters[2] = { step->number, step->number };
  ChaseWord twice = { letters, 2 }, once = { letters, 1 };

  if (!(arrow->properties & CHASE_PROPERTY_IDEMPOTENT) || arrow->source != arrow->target)
    return chase_refuse (error, "“%s” is not declared idempotent", arrow->name);
  return verify_replacement (presentation, source, before, step, arrow->source,
                             step->reverse ? once : twice, step->reverse ? twice : once, error);
}

/* Puts @path without its arrow @arrow at the end @side into *@rest. */
static gboolean
strip (ChaseWord path, guint32 arrow, ChaseSide side, ChaseWord *rest)
{
  if (path.length == 0)
    return FALSE;
  *rest = (ChaseWord){ path.letters + (side == CHASE_SIDE_LEFT), path.length - 1 };
  return path.letters[side == CHASE_SIDE_LEFT ? 0 : path.length - 1] == arrow;
}

static gboolean
verify_cancel_step (const ChasePresentation *presentation, guint32 source, ChaseWord before,
                    const ChaseStep *step, const ChaseArrow *arrow, GError **error)
{
  ChaseProperty epi = CHASE_PROPERTY_EPI | CHASE_PROPERTY_SPLIT_EPI | CHASE_PROPERTY_ISO;
  ChaseProperty mono = CHASE_PROPERTY_MONO | CHASE_PROPERTY_SPLIT_MONO | CHASE_PROPERTY_ISO;
  gboolean left = step->side == CHASE_SIDE_LEFT;
  const ChaseProof *of = &step->of->proof;
  ChaseWord from, to;
  guint32 start, inner;

  if (step->of->kind != CHASE_EVIDENCE_PROOF)
    return chase_refuse (error, "what it cancels from is not a proof");
  if (!(arrow->properties & (left ? epi : mono)))
    return chase_refuse (error, "“%s” is not declared %s", arrow->name, left ? "epi" : "mono");
  if (!strip (of->start, step->number, step->side, &from)
      || !strip (chase_proof_end (step->of), step->number, step->side, &to))
    return chase_refuse (error, "the inner proof is not about two paths with “%s” on that side",
                         arrow->name);
  if (step->at > before.length)
    return chase_refuse (error, "position %u is past the end of the path", step->at);
  start = left ? arrow->target : object_at (presentation, source, before, step->at);
  inner = left ? arrow->source : start;
  if (!verify_proof (presentation, inner, of->start, of, error))
    {
      g_prefix_error (error, _ ("the inner proof: "));
      return FALSE;
    }
  return verify_replacement (presentation, source, before, step, start, from, to, error);
}

static gboolean
verify_step (const ChasePresentation *presentation, guint32 source, ChaseWord before,
             const ChaseStep *step, GError **error)
{
  const ChaseArrow *arrow;

  if (step->kind == CHASE_STEP_EQUATION)
    return verify_equation_step (presentation, source, before, step, error);
  if (step->number >= chase_presentation_n_arrows (presentation))
    return chase_refuse (error, "there is no arrow number %u", step->number);
  arrow = chase_presentation_arrow (presentation, step->number);
  if (step->kind == CHASE_STEP_INVERSE)
    return verify_inverse_step (presentation, source, before, step, arrow, error);
  if (step->kind == CHASE_STEP_IDEMPOTENT)
    return verify_idempotent_step (presentation, source, before, step, arrow, error);
  return verify_cancel_step (presentation, source, before, step, arrow, error);
}

static gboolean
verify_proof (const ChasePresentation *presentation, guint32 source, ChaseWord left,
              const ChaseProof *proof, GError **error)
{
  ChaseWord path = proof->start;
  guint32 target;

  if (!chase_presentation_path_target (presentation, source, path, &target))
    return chase_refuse (error, "the proof does not start with a path from “%s”",
                         object_name (presentation, source));
  if (!chase_word_equal (path, left))
    return chase_refuse (error, "the proof does not start with the left path");
  for (guint32 i = 0; i < proof->n_steps; i++)
    {
      if (!verify_step (presentation, source, path, &proof->steps[i], error))
        {
          g_prefix_error (error, "step %u: ", i + 1);
          return FALSE;
        }
      path = proof->steps[i].path;
    }
  return TRUE;
}

static guint32
apply (const ChaseModel *model, ChaseWord path, guint32 element)
{
  for (guint32 i = 0; i < path.length; i++)
    element = model->functions[model->offsets[path.letters[i]] + element];
  return element;
}

static gboolean
verify_total (const ChasePresentation *presentation, const ChaseModel *model, GError **error)
{
  if (model->n_objects != chase_presentation_n_objects (presentation)
      || model->n_arrows != chase_presentation_n_arrows (presentation))
    return chase_refuse (error, "the model is about another category");
  for (guint32 i = 0; i < model->n_arrows; i++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (presentation, i);

      for (guint32 x = 0; x < model->sizes[arrow->source]; x++)
        if (model->functions[model->offsets[i] + x] >= model->sizes[arrow->target])
          return chase_refuse (error, "the function of “%s” is not total", arrow->name);
    }
  return TRUE;
}

static gboolean
is_injective (const ChaseModel *model, guint32 number, const ChaseArrow *arrow)
{
  g_autofree guint8 *seen = g_new0 (guint8, model->sizes[arrow->target] + 1);

  for (guint32 x = 0; x < model->sizes[arrow->source]; x++)
    if (seen[model->functions[model->offsets[number] + x]]++ > 0)
      return FALSE;
  return TRUE;
}

static gboolean
is_surjective (const ChaseModel *model, guint32 number, const ChaseArrow *arrow)
{
  g_autofree guint8 *seen = g_new0 (guint8, model->sizes[arrow->target] + 1);
  guint32 count = 0;

  for (guint32 x = 0; x < model->sizes[arrow->source]; x++)
    {
      guint8 *mark = &seen[model->functions[model->offsets[number] + x]];

      count += *mark == 0;
      *mark = 1;
    }
  return count == model->sizes[arrow->target];
}

static gboolean
verify_inverse (const ChaseModel *model, guint32 number, const ChaseArrow *arrow, GError **error)
{
  for (guint32 x = 0; x < model->sizes[arrow->source]; x++)
    {
      guint32 y = model->functions[model->offsets[number] + x];

      if (model->functions[model->offsets[arrow->inverse] + y] != x)
        return chase_refuse (
            error, "“%s” and its inverse are not inverse to each other in the model", arrow->name);
    }
  return TRUE;
}

static gboolean
verify_properties (const ChaseModel *model, guint32 number, const ChaseArrow *arrow, GError **error)
{
  ChaseProperty p = arrow->properties;
  ChaseProperty mono = CHASE_PROPERTY_MONO | CHASE_PROPERTY_SPLIT_MONO | CHASE_PROPERTY_ISO;
  ChaseProperty epi = CHASE_PROPERTY_EPI | CHASE_PROPERTY_SPLIT_EPI | CHASE_PROPERTY_ISO;
  gsize first = model->offsets[number];

  if ((p & mono) && !is_injective (model, number, arrow))
    return chase_refuse (error, "“%s” is declared mono and is not one in the model", arrow->name);
  if ((p & epi) && !is_surjective (model, number, arrow))
    return chase_refuse (error, "“%s” is declared epi and is not one in the model", arrow->name);
  if ((p & CHASE_PROPERTY_SPLIT_MONO) && model->sizes[arrow->source] == 0
      && model->sizes[arrow->target] > 0)
    return chase_refuse (error, "“%s” is declared split mono and does not split in the model",
                         arrow->name);
  if ((p & CHASE_PROPERTY_IDEMPOTENT) && arrow->source == arrow->target)
    for (guint32 x = 0; x < model->sizes[arrow->source]; x++)
      if (model->functions[first + model->functions[first + x]] != model->functions[first + x])
        return chase_refuse (error, "“%s” is declared idempotent and is not in the model",
                             arrow->name);
  return arrow->inverse == G_MAXUINT32 || verify_inverse (model, number, arrow, error);
}

gboolean
chase_verify_functor (const ChasePresentation *presentation, const ChaseModel *model,
                      GError **error)
{
  if (!verify_total (presentation, model, error))
    return FALSE;
  for (guint32 i = 0; i < model->n_arrows; i++)
    if (!verify_properties (model, i, chase_presentation_arrow (presentation, i), error))
      return FALSE;
  for (guint32 i = 0; i < chase_presentation_n_equations (presentation); i++)
    {
      const ChaseEquation *equation = chase_presentation_equation (presentation, i);

      for (guint32 x = 0; x < model->sizes[equation->source]; x++)
        if (apply (model, equation->left, x) != apply (model, equation->right, x))
          return chase_refuse (error, "the model breaks the given equation number %u", i);
    }
  return TRUE;
}

static gboolean
verify_model (const ChasePresentation *presentation, guint32 source, guint32 target, ChaseWord left,
              ChaseWord right, const ChaseModel *model, GError **error)
{
  guint32 at, x, y;

  if (!chase_verify_functor (presentation, model, error))
    return FALSE;
  at = chase_model_find (model, source, model->at);
  if (at == G_MAXUINT32)
    return chase_refuse (error, "“%s” is not an element of the set at “%s”", model->at,
                         object_name (presentation, source));
  x = apply (model, left, at);
  y = apply (model, right, at);
  if (x == y)
    return chase_refuse (error, "the two paths agree at the element “%s”", model->at);
  if (chase_model_find (model, target, model->left) != x
      || chase_model_find (model, target, model->right) != y)
    return chase_refuse (error, "the two paths do not give the elements that are named");
  return TRUE;
}

/* Evidence that names two paths itself has to name those of the question. */
static gboolean
verify_named (const ChaseWord *paths, ChaseWord left, ChaseWord right, GError **error)
{
  if (chase_word_equal (paths[0], left) && chase_word_equal (paths[1], right))
    return TRUE;
  return chase_refuse (error, "the evidence is about two other paths");
}

static gboolean
verify_difference (const ChasePresentation *presentation, guint32 source, guint32 target,
                   ChaseWord left, ChaseWord right, const ChaseEvidence *evidence,
                   const ChasePatience *patience, GError **error)
{
  if (evidence->kind == CHASE_EVIDENCE_MODEL)
    {
      const ChaseModel *model = &evidence->model;

      if (model->has_paths && !verify_named (model->paths, left, right, error))
        return FALSE;
      return verify_model (presentation, source, target, left, right, model, error);
    }
  if (evidence->kind == CHASE_EVIDENCE_NORMAL)
    {
      const ChaseNormal *normal = &evidence->normal;

      if (normal->has_paths && !verify_named (normal->paths, left, right, error))
        return FALSE;
      return chase_verify_normal (presentation, source, left, right, normal, patience, error);
    }
  return chase_refuse (error, "that two paths differ is shown by a model or by normal forms");
}

gboolean
chase_verify_equation_within (const ChasePresentation *presentation, guint32 source, ChaseWord left,
                              ChaseWord right, gboolean holds, const ChaseEvidence *evidence,
                              const ChasePatience *patience, GError **error)
{
  guint32 target, end;

  if (evidence == NULL)
    return chase_refuse (error, "there is no evidence");
  if (!chase_presentation_path_target (presentation, source, left, &target)
      || !chase_presentation_path_target (presentation, source, right, &end) || target != end)
    return chase_refuse (error, "the question is not about two parallel paths");
  if (!holds)
    return verify_difference (presentation, source, target, left, right, evidence, patience, error);
  if (evidence->kind != CHASE_EVIDENCE_PROOF)
    return chase_refuse (error, "that two paths are equal is shown by a proof");
  if (!verify_proof (presentation, source, left, &evidence->proof, error))
    return FALSE;
  if (!chase_word_equal (chase_proof_end (evidence), right))
    return chase_refuse (error, "the proof does not end with the right path");
  return TRUE;
}

gboolean
chase_verify_equation (const ChasePresentation *presentation, guint32 source, ChaseWord left,
                       ChaseWord right, gboolean holds, const ChaseEvidence *evidence,
                       GError **error)
{
  return chase_verify_equation_within (presentation, source, left, right, holds, evidence, NULL,
                                       error);
}

static gboolean
verify_law (const ChaseShape *shape, const ChaseLaw *law, GError **error)
{
  guint32 left, right;

  if (!chase_shape_path_target (shape, law->from, law->left_edges, &left)
      || !chase_shape_path_target (shape, law->from, law->right_edges, &right) || left != law->to
      || right != law->to)
    return chase_refuse (error, "it is not about two parallel paths between its ends");
  return chase_verify_equation (shape->presentation, chase_shape_node (shape, law->from)->object,
                                law->left, law->right, TRUE, law->evidence, error);
}

static gboolean
verify_laws (const ChaseShape *shape, gboolean strictly, const ChaseEvidence *evidence,
             const ChasePatience *patience, GError **error)
{
  guint32 steps = 0;
  const ChaseLaws *laws = &evidence->laws;

  if (evidence->kind != CHASE_EVIDENCE_LAWS)
    return chase_refuse (error, "that a diagram commutes is shown by laws");
  if (laws->shape != shape)
    return chase_refuse (error, "the laws are about another diagram");
  for (guint32 i = 0; i < laws->n_laws; i++)
    if (!chase_is_patient (patience, &steps, error) || !verify_law (shape, &laws->laws[i], error))
      {
        g_prefix_error (error, "law %u: ", i + 1);
        return FALSE;
      }
  return chase_laws_suffice (shape, strictly, laws, patience, error);
}

static gboolean
single_edges_only (ChaseWord left, ChaseWord right)
{
  return left.length == 1 && right.length == 1 && left.letters[0] != right.letters[0];
}

/* Two single edges count only when some longer path is parallel to them: then one of them differs
   from it, and the definition fails all the same. */
static gboolean
has_longer_parallel (const ChaseShape *shape, guint32 edge)
{
  guint32 n = chase_shape_n_nodes (shape), m = chase_shape_n_edges (shape);
  g_autofree guint8 *reached = g_new0 (guint8, n + 1);
  const ChaseEdge *single = chase_shape_edge (shape, edge);
  gboolean grew = TRUE;

  for (guint32 i = 0; i < m; i++)
    if (chase_shape_edge (shape, i)->source == single->source)
      reached[chase_shape_edge (shape, i)->target] = 1;
  while (grew)
    {
      grew = FALSE;
      for (guint32 i = 0; i < m; i++)
        {
          const ChaseEdge *next = chase_shape_edge (shape, i);

          if (!reached[next->source])
            continue;
          if (next->target == single->target)
            return TRUE;
          grew |= !reached[next->target];
          reached[next->target] = 1;
        }
    }
  return FALSE;
}

static gboolean
verify_failure (const ChaseShape *shape, gboolean strictly, const ChaseEvidence *evidence,
                const ChasePatience *patience, GError **error)
{
  gboolean is_model = evidence->kind == CHASE_EVIDENCE_MODEL;
  const ChaseShape *of = NULL;
  const ChaseWord *edges, *paths;
  guint32 source, left, right;

  if (is_model || evidence->kind == CHASE_EVIDENCE_NORMAL)
    of = is_model ? evidence->model.shape : evidence->normal.shape;
  if (of != shape)
    return chase_refuse (error, "the evidence does not name two paths of the diagram");
  edges = is_model ? evidence->model.edges : evidence->normal.edges;
  paths = is_model ? evidence->model.paths : evidence->normal.paths;
  if (edges[0].length == 0 || edges[1].length == 0
      || edges[0].letters[0] >= chase_shape_n_edges (shape))
    return chase_refuse (error, "a path of length zero is not compared");
  source = chase_shape_edge (shape, edges[0].letters[0])->source;
  if (!chase_shape_path_target (shape, source, edges[0], &left)
      || !chase_shape_path_target (shape, source, edges[1], &right) || left != right)
    return chase_refuse (error, "the two paths are not parallel paths of the diagram");
  if (!strictly && single_edges_only (edges[0], edges[1])
      && !has_longer_parallel (shape, edges[0].letters[0]))
    return chase_refuse (error, "two parallel single edges alone are not compared");
  return chase_verify_equation_within (shape->presentation,
                                       chase_shape_node (shape, source)->object, paths[0], paths[1],
                                       FALSE, evidence, patience, error);
}

gboolean
chase_verify_commutes_within (const ChaseShape *shape, gboolean strictly, gboolean holds,
                              const ChaseEvidence *evidence, const ChasePatience *patience,
                              GError **error)
{
  if (evidence == NULL)
    return chase_refuse (error, "there is no evidence");
  if (holds)
    return verify_laws (shape, strictly, evidence, patience, error);
  return verify_failure (shape, strictly, evidence, patience, error);
}

gboolean
chase_verify_commutes (const ChaseShape *shape, gboolean strictly, gboolean holds,
                       const ChaseEvidence *evidence, GError **error)
{
  return chase_verify_commutes_within (shape, strictly, holds, evidence, NULL, error);
}
