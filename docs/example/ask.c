/* SPDX-License-Identifier: MIT */
/* Asks the engine about a category made of flat arrays: no document, no notation, no window. */
#include "engine/engine.h"
#include "evidence/verifier.h"

/* A path as its letters, in diagram order: PATH (f, h) is first f, then h. */
#define PATH(...)                                                                                  \
  ((ChaseWord){ (const guint32[]){ __VA_ARGS__ },                                                  \
                G_N_ELEMENTS (((const guint32[]){ __VA_ARGS__ })) })

static guint32
add_object (ChasePresentation *category, const char *text)
{
  g_autoptr (ChaseName) name = chase_name_new (text);

  return chase_presentation_add_object (category, name);
}

static guint32
add_arrow (ChasePresentation *category, const char *text, guint32 source, guint32 target,
           ChaseProperty properties)
{
  g_autoptr (ChaseName) name = chase_name_new (text);

  return chase_presentation_add_arrow (category, name, source, target, properties);
}

/* Asks, says what came of it, and lets the verifier have the last word. */
static void
ask (const ChaseEngine *engine, const char *question, guint32 source, ChaseWord left,
     ChaseWord right)
{
  const ChaseBudget budget = { .seconds = 1, .memory = 64 << 20 };
  ChasePresentation *category = chase_engine_presentation (engine);
  g_autoptr (ChaseAnswer) answer = chase_engine_equal (engine, source, left, right, &budget, NULL);
  gboolean holds = answer->verdict == CHASE_VERDICT_HOLDS;
  g_autoptr (JsonNode) evidence = NULL;
  g_autofree char *text = NULL;

  g_print ("%s: %s\n", question, answer->reason);
  if (answer->verdict == CHASE_VERDICT_UNDECIDED)
    return;
  if (!chase_verify_equation (category, source, left, right, holds, answer->evidence, NULL))
    g_error ("this cannot be: the engine answers only with evidence that is good");
  evidence = chase_evidence_to_json (answer->evidence, category);
  text = json_to_string (evidence, FALSE);
  g_print ("  %s\n", text);
}

int
main (void)
{
  g_autoptr (ChasePresentation) category = chase_presentation_new ();
  guint32 a = add_object (category, "A"), b = add_object (category, "B");
  guint32 c = add_object (category, "C"), d = add_object (category, "D");
  guint32 e = add_object (category, "E");
  guint32 f = add_arrow (category, "f", a, b, CHASE_PROPERTY_NONE);
  guint32 g = add_arrow (category, "g", a, c, CHASE_PROPERTY_NONE);
  guint32 h = add_arrow (category, "h", b, d, CHASE_PROPERTY_NONE);
  guint32 k = add_arrow (category, "k", c, d, CHASE_PROPERTY_NONE);
  guint32 m = add_arrow (category, "m", d, e, CHASE_PROPERTY_MONO);
  g_autoptr (ChaseEngine) engine = NULL;
  g_autoptr (ChaseShape) shape = NULL;
  g_autoptr (ChaseAnswer) answer = NULL;
  g_autoptr (ChaseCount) count = NULL;

  /* m . h . f = m . k . g is given. */
  chase_presentation_add_equation (category, a, PATH (f, h, m), PATH (g, k, m), NULL, 0);
  engine = chase_engine_new (category);
  ask (engine, "h . f = k . g", a, PATH (f, h), PATH (g, k));
  ask (engine, "m . h = m . h", b, PATH (h, m), PATH (h, m));
  shape = chase_shape_new_whole (category);
  answer = chase_engine_commutes (engine, shape, FALSE, NULL, NULL);
  g_print ("the whole diagram: %s\n", answer->reason);

  /* The same without the equation. */
  {
    g_autoptr (ChasePresentation) loose = chase_presentation_new ();
    g_autoptr (ChaseEngine) other = NULL;

    add_object (loose, "X");
    add_object (loose, "Y");
    add_arrow (loose, "u", 0, 1, CHASE_PROPERTY_NONE);
    add_arrow (loose, "v", 0, 1, CHASE_PROPERTY_NONE);
    other = chase_engine_new (loose);
    ask (other, "u = v", 0, PATH (0), PATH (1));
    count = chase_engine_count (other, 0, 1, NULL, NULL);
    g_print ("morphisms from X to Y: %s\n", count->count);
  }
  return 0;
}
