/* SPDX-License-Identifier: MIT */
#include "../evidence/mutate.h"
#include "../evidence/recheck.h"
#include "../evidence/small-category.h"
#include "engine/engine.h"
#include "evidence/verifier.h"

/* What the engine gives as evidence, changed in each single place: where the verifier still accepts
   it, a second opinion has to say that it is right all the same. Presentations are written as in
   small-category.h. */

typedef struct
{
  const char *name;
  const char *objects, *arrows, *equations;
  const char *left, *right;
  ChaseEvidenceKind kind;
} Question;

static const Question questions[] = {
  { "proof", "A B C D E", "f:A>B g:A>C h:B>D k:C>D t:D>E u:B>E p:A>A", "f h = g k/h t = u/p p = p",
    "p g k t", "p f u", CHASE_EVIDENCE_PROOF },
  { "proof-inverse", "A B", "[i]f:A>B g:B>A", "f g =", "g", "f^-1", CHASE_EVIDENCE_PROOF },
  { "proof-idempotent", "A B", "[d]e:A>A f:A>B g:A>B", "e f = g", "e e g", "g",
    CHASE_EVIDENCE_PROOF },
  { "proof-mono", "A B C", "f:A>B g:A>B [m]m:B>C x:A>A", "x f m = x g m", "x f", "x g",
    CHASE_EVIDENCE_PROOF },
  { "proof-epi", "A B C", "[e]e:A>B f:B>C g:B>C h:B>B", "e f = e g", "f", "g",
    CHASE_EVIDENCE_PROOF },
  { "proof-within-proof", "A B C D", "f:A>B g:A>B [m]m:B>C [s]n:C>D d:A>D", "f m n = d/g m n = d",
    "f", "g", CHASE_EVIDENCE_PROOF },
  { "proof-endomorphism", "A", "x:A>A y:A>A", "x x = /y y = /x y x = y x y", "x y x y", "y x",
    CHASE_EVIDENCE_PROOF },
  { "model", "A B C D", "f:A>B g:A>C h:B>D k:C>D l:C>D", "f h = g k", "g k", "g l",
    CHASE_EVIDENCE_MODEL },
  { "model-endomorphism", "A", "x:A>A y:A>A", "x x = y y y", "x y", "y x", CHASE_EVIDENCE_MODEL },
  { "model-declared", "A B C D", "[m]f:A>B [e]e:B>C [i]i:C>D [d]d:D>D [s]s:C>C g:A>C", "f e = g",
    "g i d", "g i", CHASE_EVIDENCE_MODEL },
  { "normal", "A", "p:A>A q:A>A", "p q =", "q p", "", CHASE_EVIDENCE_NORMAL },
  { "normal-ends", "A B", "p:A>A q:A>A [i]f:A>B", "p q =", "q p f", "f", CHASE_EVIDENCE_NORMAL },
};

typedef struct
{
  ChasePresentation *p;
  ChaseWord left, right;
  guint32 source;
  gboolean holds;
  guint changes, accepted;
} Trial;

static void
try_change (Trial *t, JsonNode *node)
{
  g_autoptr (ChaseEvidence) changed = chase_evidence_from_json (node, t->p, NULL, NULL);
  g_autofree char *text = NULL;
  gboolean accepted, good;

  t->changes++;
  if (changed == NULL)
    return;
  accepted = chase_verify_equation (t->p, t->source, t->left, t->right, t->holds, changed, NULL);
  good = recheck_equation (t->p, t->source, t->left, t->right, t->holds, changed);
  t->accepted += accepted;
  if (accepted == good || (good && changed->kind == CHASE_EVIDENCE_NORMAL))
    return;
  /* Paths that a model names have to be those of the question: no matter of right or wrong. */
  if (good && changed->kind == CHASE_EVIDENCE_MODEL && changed->model.has_paths)
    return;
  text = json_to_string (node, FALSE);
  g_error ("%s, but the second opinion is that it is %s: %s", accepted ? "accepted" : "refused",
           good ? "good" : "wrong", text);
}

static void
test_equation (gconstpointer data)
{
  const Question *q = data;
  g_autoptr (ChasePresentation) p = small_category (q->objects, q->arrows, q->equations);
  g_autoptr (GArray) left = small_path (p, q->left);
  g_autoptr (GArray) right = small_path (p, q->right);
  g_autoptr (ChaseEngine) engine = chase_engine_new (p);
  Trial t = { .p = p, .left = small_word (left), .right = small_word (right) };
  g_autoptr (ChaseAnswer) answer = NULL;
  g_autoptr (JsonNode) json = NULL;
  g_autofree char *text = NULL;

  t.source = chase_presentation_arrow (p, t.left.letters[0])->source;
  answer = chase_engine_equal (engine, t.source, t.left, t.right, NULL, NULL);
  g_assert_nonnull (answer->evidence);
  g_assert_cmpint (answer->evidence->kind, ==, q->kind);
  t.holds = answer->verdict == CHASE_VERDICT_HOLDS;
  json = chase_evidence_to_json (answer->evidence, p);
  text = json_to_string (json, FALSE);
  for (guint k = 0;; k++)
    {
      g_autoptr (JsonNode) changed = mutate_json (text, k);

      if (changed == NULL)
        break;
      try_change (&t, changed);
    }
  g_test_message ("%u changes, %u accepted", t.changes, t.accepted);
  g_assert_cmpuint (t.changes, >, 30);
  g_assert_cmpuint (t.accepted, <, t.changes / 4);
}

/* Laws that make a diagram commute: each with a good proof, and the diagram commutes by them alone.
 */
static gboolean
laws_are_good (ChasePresentation *p, const ChaseEvidence *e)
{
  g_autoptr (ChasePresentation) alone = chase_presentation_new ();
  g_autoptr (ChaseEngine) engine = NULL;
  g_autoptr (ChaseShape) shape = NULL;
  g_autoptr (ChaseAnswer) answer = NULL;

  for (guint i = 0; i < chase_presentation_n_objects (p); i++)
    chase_presentation_add_object (alone, chase_presentation_object_name (p, i));
  for (guint i = 0; i < chase_presentation_n_arrows (p); i++)
    {
      const ChaseArrow *a = chase_presentation_arrow (p, i);

      chase_presentation_add_arrow (alone, a->name, a->source, a->target, CHASE_PROPERTY_NONE);
    }
  for (guint i = 0; i < e->laws.n_laws; i++)
    {
      const ChaseLaw *law = &e->laws.laws[i];

      if (!recheck_equation (p, law->from, law->left, law->right, TRUE, law->evidence))
        return FALSE;
      chase_presentation_add_equation (alone, law->from, law->left, law->right, NULL, 0);
    }
  engine = chase_engine_new (alone);
  shape = chase_shape_new_whole (alone);
  answer = chase_engine_commutes (engine, shape, FALSE, NULL, NULL);
  return answer->verdict == CHASE_VERDICT_HOLDS;
}

static gboolean
failure_is_good (ChasePresentation *p, const ChaseEvidence *e)
{
  guint32 source;

  if (e->kind != CHASE_EVIDENCE_MODEL || !e->model.has_paths || e->model.paths[0].length == 0
      || e->model.paths[1].length == 0)
    return FALSE;
  source = chase_presentation_arrow (p, e->model.paths[0].letters[0])->source;
  return recheck_equation (p, source, e->model.paths[0], e->model.paths[1], FALSE, e);
}

static void
check_diagram (const char *objects, const char *arrows, const char *equations)
{
  g_autoptr (ChasePresentation) p = small_category (objects, arrows, equations);
  g_autoptr (ChaseShape) shape = chase_shape_new_whole (p);
  g_autoptr (ChaseEngine) engine = chase_engine_new (p);
  g_autoptr (ChaseAnswer) answer = chase_engine_commutes (engine, shape, FALSE, NULL, NULL);
  gboolean holds = answer->verdict == CHASE_VERDICT_HOLDS;
  g_autoptr (JsonNode) json = chase_evidence_to_json (answer->evidence, p);
  g_autofree char *text = json_to_string (json, FALSE);
  guint n_accepted = 0, k = 0;

  for (;; k++)
    {
      g_autoptr (JsonNode) changed = mutate_json (text, k);
      g_autoptr (ChaseEvidence) evidence = NULL;
      g_autofree char *shown = NULL;

      if (changed == NULL)
        break;
      evidence = chase_evidence_from_json (changed, p, shape, NULL);
      if (evidence == NULL || !chase_verify_commutes (shape, FALSE, holds, evidence, NULL))
        continue;
      n_accepted++;
      shown = json_to_string (changed, FALSE);
      if (!(holds ? laws_are_good (p, evidence) : failure_is_good (p, evidence)))
        g_error ("accepted, and wrong: %s", shown);
    }
  g_test_message ("%u changes, %u accepted", k, n_accepted);
  g_assert_cmpuint (n_accepted, <, k / 4);
}

static void
test_diagrams (void)
{
  check_diagram ("A B C D", "f:A>B g:A>C h:B>D k:C>D", "f h = g k");
  check_diagram ("A B C D E F", "a:A>B b:B>C d:D>E e:E>F x:A>D y:B>E z:C>F", "a y = x d/b z = y e");
  check_diagram ("A B C D", "f:A>B g:A>C h:B>D k:C>D t:A>D", "f h = g k");
  check_diagram ("A B C D", "f:A>B g:A>C h:B>D k:C>D l:C>D", "f h = g k");
  check_diagram ("A B", "f:A>B g:B>A", "f g = /g f =");
  check_diagram ("A B", "f:A>B g:B>A", "f g =");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      g_autofree char *name = g_strconcat ("/engine/mutated/", questions[i].name, NULL);

      g_test_add_data_func (name, &questions[i], test_equation);
    }
  g_test_add_func ("/engine/mutated/diagrams", test_diagrams);
  return g_test_run ();
}
