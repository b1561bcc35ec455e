/* SPDX-License-Identifier: MIT */
#include "evidence/evidence.h"

#include <string.h>

G_DEFINE_QUARK (chase - evidence - error - quark, chase_evidence_error)

static ChaseWord
word_copy (ChaseWord word)
{
  return (ChaseWord){ g_memdup2 (word.letters, word.length * sizeof (guint32)), word.length };
}

static void
word_clear (ChaseWord *word)
{
  g_free ((gpointer)word->letters);
}

static ChaseEvidence *
evidence_new (ChaseEvidenceKind kind)
{
  ChaseEvidence *evidence = g_new0 (ChaseEvidence, 1);

  g_atomic_ref_count_init (&evidence->ref_count);
  evidence->kind = kind;
  return evidence;
}

ChaseEvidence *
chase_evidence_ref (ChaseEvidence *evidence)
{
  g_atomic_ref_count_inc (&evidence->ref_count);
  return evidence;
}

static void
proof_clear (ChaseProof *proof)
{
  for (guint32 i = 0; i < proof->n_steps; i++)
    {
      word_clear (&proof->steps[i].path);
      chase_evidence_unref (proof->steps[i].of);
    }
  word_clear (&proof->start);
  g_free (proof->steps);
}

static void
model_clear (ChaseModel *model)
{
  gsize elements = 0;

  for (guint32 i = 0; i < model->n_objects; i++)
    elements += model->sizes[i];
  for (gsize i = 0; model->names != NULL && i < elements; i++)
    chase_name_unref (model->names[i]);
  g_free (model->names);
  g_free (model->sizes);
  g_free (model->offsets);
  g_free (model->functions);
  chase_name_unref (model->at);
  chase_name_unref (model->left);
  chase_name_unref (model->right);
  chase_shape_unref (model->shape);
  for (guint i = 0; i < 2; i++)
    {
      word_clear (&model->paths[i]);
      word_clear (&model->edges[i]);
    }
}

static void
normal_clear (ChaseNormal *normal)
{
  for (guint32 i = 0; i < normal->n_rules; i++)
    {
      word_clear (&normal->rules[i].left);
      word_clear (&normal->rules[i].right);
    }
  for (guint32 i = 0; i < normal->n_derivations; i++)
    {
      word_clear (&normal->derivations[i].lemma.left);
      word_clear (&normal->derivations[i].lemma.right);
      g_free (normal->derivations[i].steps);
    }
  g_free (normal->rules);
  g_free (normal->derivations);
  g_free (normal->order.rank);
  g_free (normal->order.weights);
  word_clear (&normal->left);
  word_clear (&normal->right);
  chase_shape_unref (normal->shape);
  for (guint i = 0; i < 2; i++)
    {
      word_clear (&normal->paths[i]);
      word_clear (&normal->edges[i]);
    }
}

static void
laws_clear (ChaseLaws *laws)
{
  for (guint32 i = 0; i < laws->n_laws; i++)
    {
      word_clear (&laws->laws[i].left);
      word_clear (&laws->laws[i].right);
      word_clear (&laws->laws[i].left_edges);
      word_clear (&laws->laws[i].right_edges);
      chase_evidence_unref (laws->laws[i].evidence);
    }
  g_free (laws->laws);
  chase_shape_unref (laws->shape);
}

void
chase_evidence_unref (ChaseEvidence *evidence)
{
  if (evidence == NULL || !g_atomic_ref_count_dec (&evidence->ref_count))
    return;
  switch (evidence->kind)
    {
    case CHASE_EVIDENCE_PROOF:
      proof_clear (&evidence->proof);
      break;
    case CHASE_EVIDENCE_MODEL:
      model_clear (&evidence->model);
      break;
    case CHASE_EVIDENCE_NORMAL:
      normal_clear (&evidence->normal);
      break;
    case CHASE_EVIDENCE_LAWS:
      laws_clear (&evidence->laws);
      break;
    default:
      json_node_unref (evidence->payload);
    }
  g_free (evidence);
}

ChaseEvidence *
chase_proof_new (ChaseWord start)
{
  ChaseEvidence *evidence = evidence_new (CHASE_EVIDENCE_PROOF);

  evidence->proof.start = word_copy (start);
  return evidence;
}

/* Arrays grow to the next power of two when their length is one. */
static gpointer
grown (gpointer array, guint32 length, gsize size)
{
  if ((length & (length - 1)) != 0)
    return array;
  return g_realloc_n (array, length == 0 ? 1 : 2 * (gsize)length, size);
}

void
chase_proof_add_step (ChaseEvidence *evidence, const ChaseStep *step)
{
  ChaseProof *proof = &evidence->proof;
  ChaseStep *added;

  g_return_if_fail (evidence->kind == CHASE_EVIDENCE_PROOF);
  proof->steps = grown (proof->steps, proof->n_steps, sizeof (ChaseStep));
  added = &proof->steps[proof->n_steps++];
  *added = *step;
  added->path = word_copy (step->path);
  if (step->of != NULL)
    chase_evidence_ref (step->of);
}

ChaseWord
chase_proof_end (const ChaseEvidence *evidence)
{
  const ChaseProof *proof = &evidence->proof;

  return proof->n_steps == 0 ? proof->start : proof->steps[proof->n_steps - 1].path;
}

static ChaseName *
number_name (guint32 number)
{
  char text[16];

  g_snprintf (text, sizeof text, "%u", number);
  return chase_name_new (text);
}

ChaseEvidence *
chase_model_new (const ChasePresentation *presentation, const guint32 *sizes, guint32 at,
                 guint32 left, guint32 right)
{
  ChaseEvidence *evidence = evidence_new (CHASE_EVIDENCE_MODEL);
  ChaseModel *model = &evidence->model;
  gsize total = 0;

  model->n_objects = chase_presentation_n_objects (presentation);
  model->n_arrows = chase_presentation_n_arrows (presentation);
  model->sizes = g_memdup2 (sizes, model->n_objects * sizeof (guint32));
  model->offsets = g_new (gsize, model->n_arrows + 1);
  for (guint32 i = 0; i < model->n_arrows; i++)
    {
      model->offsets[i] = total;
      total += sizes[chase_presentation_arrow (presentation, i)->source];
    }
  model->offsets[model->n_arrows] = total;
  model->functions = g_new0 (guint32, total + 1);
  model->at = number_name (at);
  model->left = number_name (left);
  model->right = number_name (right);
  return evidence;
}

void
chase_model_set (ChaseEvidence *evidence, guint32 arrow, guint32 x, guint32 y)
{
  evidence->model.functions[evidence->model.offsets[arrow] + x] = y;
}

static guint32
find_number (const ChaseModel *model, guint32 object, const char *name)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (name, 10, 0, G_MAXUINT32, &number, NULL)
      || number >= model->sizes[object] || (name[0] == '0' && name[1] != '\0'))
    return G_MAXUINT32;
  return (guint32)number;
}

guint32
chase_model_find (const ChaseModel *model, guint32 object, const char *name)
{
  gsize first = 0;

  if (object >= model->n_objects)
    return G_MAXUINT32;
  if (model->names == NULL)
    return find_number (model, object, name);
  for (guint32 i = 0; i < object; i++)
    first += model->sizes[i];
  for (guint32 i = 0; i < model->sizes[object]; i++)
    if (chase_name_equal (model->names[first + i], name))
      return i;
  return G_MAXUINT32;
}

static ChaseWord
spelled (const ChaseShape *shape, ChaseWord edges)
{
  guint32 *letters, n = 0;

  for (guint32 i = 0; i < edges.length; i++)
    n += chase_shape_edge (shape, edges.letters[i])->word.length;
  letters = n > 0 ? g_new (guint32, n) : NULL;
  n = 0;
  for (guint32 i = 0; i < edges.length; i++)
    {
      ChaseWord word = chase_shape_edge (shape, edges.letters[i])->word;

      for (guint32 k = 0; k < word.length; k++)
        letters[n++] = word.letters[k];
    }
  return (ChaseWord){ letters, n };
}

static void
name_paths (ChaseShape **shape_slot, ChaseWord *paths, ChaseWord *edges, ChaseShape *shape,
            ChaseWord left, ChaseWord right)
{
  if (shape == NULL)
    {
      paths[0] = word_copy (left);
      paths[1] = word_copy (right);
      return;
    }
  *shape_slot = chase_shape_ref (shape);
  edges[0] = word_copy (left);
  edges[1] = word_copy (right);
  paths[0] = spelled (shape, left);
  paths[1] = spelled (shape, right);
}

ChaseEvidence *
chase_evidence_name_paths (ChaseEvidence *evidence, ChaseShape *shape, ChaseWord left,
                           ChaseWord right)
{
  if (evidence->kind == CHASE_EVIDENCE_MODEL && !evidence->model.has_paths)
    {
      ChaseModel *model = &evidence->model;

      model->has_paths = TRUE;
      name_paths (&model->shape, model->paths, model->edges, shape, left, right);
    }
  else if (evidence->kind == CHASE_EVIDENCE_NORMAL && !evidence->normal.has_paths)
    {
      ChaseNormal *normal = &evidence->normal;

      normal->has_paths = TRUE;
      name_paths (&normal->shape, normal->paths, normal->edges, shape, left, right);
    }
  return evidence;
}

ChaseEvidence *
chase_normal_new (const ChaseRule *rules, guint32 n_rules, const ChaseOrder *order,
                  guint32 n_arrows, ChaseWord left, ChaseWord right)
{
  ChaseEvidence *evidence = evidence_new (CHASE_EVIDENCE_NORMAL);
  ChaseNormal *normal = &evidence->normal;

  normal->n_rules = n_rules;
  normal->rules = g_new (ChaseRule, n_rules + 1);
  for (guint32 i = 0; i < n_rules; i++)
    normal->rules[i] = (ChaseRule){ word_copy (rules[i].left), word_copy (rules[i].right) };
  normal->order = *order;
  normal->order.rank = g_memdup2 (order->rank, n_arrows * sizeof (guint32));
  normal->order.weights = g_memdup2 (order->weights, n_arrows * sizeof (guint32));
  normal->left = word_copy (left);
  normal->right = word_copy (right);
  return evidence;
}

void
chase_normal_add_derivation (ChaseEvidence *evidence, guint32 rule, ChaseRule lemma,
                             const ChaseRuleStep *steps, guint32 n_steps)
{
  ChaseNormal *normal = &evidence->normal;
  ChaseDerivation derivation = { .rule = rule, .n_steps = n_steps };

  if (rule == CHASE_LEMMA)
    derivation.lemma = (ChaseRule){ word_copy (lemma.left), word_copy (lemma.right) };
  derivation.steps = g_memdup2 (steps, n_steps * sizeof (ChaseRuleStep));
  normal->derivations = grown (normal->derivations, normal->n_derivations, sizeof derivation);
  normal->derivations[normal->n_derivations++] = derivation;
}

ChaseRule
chase_normal_derived (const ChaseNormal *normal, guint32 number)
{
  const ChaseDerivation *derivation = &normal->derivations[number];

  return derivation->rule == CHASE_LEMMA ? derivation->lemma : normal->rules[derivation->rule];
}

ChaseEvidence *
chase_laws_new (ChaseShape *shape)
{
  ChaseEvidence *evidence = evidence_new (CHASE_EVIDENCE_LAWS);

  evidence->laws.shape = shape != NULL ? chase_shape_ref (shape) : NULL;
  return evidence;
}

void
chase_laws_add (ChaseEvidence *evidence, guint32 from, guint32 to, ChaseWord left, ChaseWord right,
                ChaseEvidence *of)
{
  ChaseLaws *laws = &evidence->laws;
  ChaseLaw law = { .from = from, .to = to, .evidence = chase_evidence_ref (of) };

  if (laws->shape != NULL)
    {
      law.left_edges = word_copy (left);
      law.right_edges = word_copy (right);
      law.left = spelled (laws->shape, left);
      law.right = spelled (laws->shape, right);
    }
  else
    {
      law.left = word_copy (left);
      law.right = word_copy (right);
    }
  laws->laws = grown (laws->laws, laws->n_laws, sizeof (ChaseLaw));
  laws->laws[laws->n_laws++] = law;
}

ChaseEvidence *
chase_evidence_new_payload (ChaseEvidenceKind kind, JsonNode *payload)
{
  ChaseEvidence *evidence = evidence_new (kind);

  g_return_val_if_fail (kind >= CHASE_EVIDENCE_TABLE, evidence);
  json_node_seal (payload);
  evidence->payload = payload;
  return evidence;
}
