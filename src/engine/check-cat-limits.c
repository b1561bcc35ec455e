/* SPDX-License-Identifier: MIT */
#include "engine/check-cat.h"
#include "model/cat-diagram.h"

#include "i18n.h"

/*
 * Products, coproducts and limits of finite categories. In Cat they are made
 * morphism by morphism (objects are identities): a limit's morphisms are the families of morphisms
 * that fit together, each once; a coproduct's are those of all its parts, each once.
 */

#define MOST 16
#define MOST_STEPS 5000000

typedef struct
{
  ChaseChecker *checker;
  const ChaseEnumerated *apex;
  guint n_legs;
  guint32 *legs[MOST]; /* of each morphism, where the leg sends it */
  const ChaseEnumerated *feet[MOST];
  guint32 *arrows[2]; /* of a pullback or an equalizer, the two given functors */
  GArray *edges;      /* of Edge, of a limit */
} Cone;

/* An edge of the diagram of a limit: where it sends each morphism of its source. */
typedef struct
{
  guint32 source, target;
  guint32 *values;
} Edge;

/* The category that @term means, if it is finite. */
static const ChaseEnumerated *
read_category (Cone *cone, const ChaseTerm *term)
{
  return chase_checker_enumerated (
      cone->checker, chase_theory_category_listed (cone->checker->theory, term, NULL));
}

/* Where a functor sends each morphism of a finite category; NULL where it is no functor, or not by
 * words between finite ones. Caller frees. */
static guint32 *
read_functor (Cone *cone, const ChaseTerm *term, const ChaseEnumerated **from,
              const ChaseEnumerated **to)
{
  const ChaseFunctor *given = chase_theory_functor (cone->checker->theory, term, NULL, NULL, NULL);
  const ChaseFunctor *functor
      = given != NULL ? chase_theory_functor_listed (cone->checker->theory, given) : NULL;
  ChaseResult laws = { 0 };
  guint32 *values;
  gboolean good;

  if (functor == NULL || functor->form != CHASE_FUNCTOR_WORDS)
    return NULL;
  *from = chase_checker_enumerated (cone->checker, functor->source);
  *to = chase_checker_enumerated (cone->checker, functor->target);
  chase_decide_functor_laws (cone->checker, functor, &laws);
  good = laws.verdict == CHASE_VERDICT_HOLDS && *from != NULL && *to != NULL;
  chase_evidence_unref (laws.evidence);
  chase_presentation_unref (laws.presentation);
  g_free (laws.reason);
  if (!good)
    return NULL;
  values = g_new (guint32, chase_finite_n_morphisms ((*from)->finite) + 1);
  for (guint32 f = 0; f < chase_finite_n_morphisms ((*from)->finite); f++)
    {
      g_autoptr (GArray) image = g_array_new (FALSE, FALSE, sizeof (guint32));

      chase_functor_map (functor, chase_enumerated_word (*from, f), image);
      values[f] = chase_enumerated_value (*to, functor->objects[(*from)->finite->source[f]],
                                          chase_letters (image));
    }
  return values;
}

static gboolean
is_outward (const ChaseProposition *proposition)
{
  return proposition->shape != CHASE_SHAPE_COPRODUCT;
}

/* The legs between the apex and the feet, of which @feet are known (NULL: wherever they lead). */
static gboolean
read_legs (Cone *cone, const ChaseProposition *proposition)
{
  for (guint i = 0; i < cone->n_legs; i++)
    {
      const ChaseEnumerated *ends[2];
      gboolean outward = is_outward (proposition);

      cone->legs[i]
          = read_functor (cone, g_ptr_array_index (proposition->legs, i), &ends[0], &ends[1]);
      if (cone->legs[i] == NULL || ends[!outward] != cone->apex
          || (cone->feet[i] != NULL && ends[outward] != cone->feet[i]))
        return FALSE;
      cone->feet[i] = ends[outward];
    }
  return TRUE;
}

static gboolean
read_diagram (Cone *cone, const ChaseProposition *proposition)
{
  const ChaseTerm *term = g_ptr_array_index (proposition->base, 0);
  ChaseItem *item
      = term->kind == CHASE_TERM_NAME
            ? chase_document_find (chase_theory_document (cone->checker->theory), term->name)
            : NULL;
  g_autoptr (ChaseCatDiagram) drawn
      = item != NULL ? chase_cat_diagram_new (cone->checker->theory, item) : NULL;

  cone->n_legs = proposition->legs != NULL ? proposition->legs->len : 0;
  if (drawn == NULL || drawn->nodes->len > MOST || cone->n_legs != drawn->nodes->len)
    return FALSE;
  for (guint i = 0; i < drawn->nodes->len; i++)
    {
      const ChaseCategory *category = g_ptr_array_index (drawn->nodes, i);
      const ChaseCategory *listed = chase_theory_listed (cone->checker->theory, category);

      cone->feet[i] = chase_checker_enumerated (cone->checker, listed != NULL ? listed : category);
      if (cone->feet[i] == NULL)
        return FALSE;
    }
  for (guint i = 0; i < drawn->edges->len; i++)
    {
      const ChaseCatEdge *given = chase_cat_diagram_edge (drawn, i);
      const ChaseEnumerated *from = NULL, *to = NULL;
      Edge edge = { given->source, given->target, read_functor (cone, given->term, &from, &to) };

      g_array_append_val (cone->edges, edge);
      if (edge.values == NULL || from != cone->feet[edge.source] || to != cone->feet[edge.target])
        return FALSE;
    }
  return read_legs (cone, proposition);
}

static gboolean
read_base (Cone *cone, const ChaseProposition *proposition)
{
  gboolean objects
      = proposition->shape == CHASE_SHAPE_PRODUCT || proposition->shape == CHASE_SHAPE_COPRODUCT;
  guint n = proposition->base->len;

  if (proposition->shape == CHASE_SHAPE_LIMIT)
    return read_diagram (cone, proposition);
  cone->n_legs = proposition->legs != NULL ? proposition->legs->len : 0;
  if (n > MOST || cone->n_legs != (proposition->shape == CHASE_SHAPE_EQUALIZER ? 1 : n)
      || (!objects && n != 2))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const ChaseTerm *term = g_ptr_array_index (proposition->base, i);
      const ChaseEnumerated *from = NULL, *to = NULL;

      if (objects)
        from = read_category (cone, term);
      else
        cone->arrows[i] = read_functor (cone, term, &from, &to);
      if (from == NULL || (!objects && cone->arrows[i] == NULL))
        return FALSE;
      if (i < cone->n_legs)
        cone->feet[i] = from;
    }
  return read_legs (cone, proposition);
}

static void
cone_clear (Cone *cone)
{
  for (guint i = 0; i < cone->n_legs && i < MOST; i++)
    g_free (cone->legs[i]);
  g_free (cone->arrows[0]);
  g_free (cone->arrows[1]);
  for (guint i = 0; i < cone->edges->len; i++)
    g_free (g_array_index (cone->edges, Edge, i).values);
  g_array_unref (cone->edges);
}

static guint32
size_of (const ChaseEnumerated *all)
{
  return chase_finite_n_morphisms (all->finite);
}

/* The legs that the two given functors are put behind: two of a pullback, the one of an equalizer.
 */
static const guint32 *
leg_of (const Cone *cone, guint i)
{
  return cone->legs[MIN (i, cone->n_legs - 1)];
}

/* Does the family, known up to the foot number @i, agree with the edges to and from that one? */
static gboolean
agrees (const Cone *cone, const guint32 *family, guint i)
{
  for (guint e = 0; e < cone->edges->len; e++)
    {
      const Edge *edge = &g_array_index (cone->edges, Edge, e);

      if (MAX (edge->source, edge->target) == i
          && edge->values[family[edge->source]] != family[edge->target])
        return FALSE;
    }
  return TRUE;
}

/* The families from the foot number @i on; G_MAXUINT32 where there are more than can be tried. */
static guint64
count_from (const Cone *cone, guint32 *family, guint i, guint64 *steps)
{
  guint64 count = 0;

  if (i == cone->n_legs)
    return 1;
  for (guint32 f = 0; f < size_of (cone->feet[i]) && count < G_MAXUINT32; f++)
    {
      family[i] = f;
      if (++*steps > MOST_STEPS)
        return G_MAXUINT32;
      if (agrees (cone, family, i))
        count = MIN (count + count_from (cone, family, i + 1, steps), G_MAXUINT32);
    }
  return count;
}

/* How many families of morphisms of the feet fit together; of a coproduct, how many there are. */
static guint64
count_families (const Cone *cone, const ChaseProposition *proposition)
{
  guint64 count = proposition->shape == CHASE_SHAPE_PRODUCT, steps = 0;
  guint32 family[MOST];

  if (proposition->shape == CHASE_SHAPE_LIMIT)
    return count_from (cone, family, 0, &steps);
  for (guint i = 0; i < cone->n_legs; i++)
    if (proposition->shape == CHASE_SHAPE_PRODUCT)
      count = MIN (count * size_of (cone->feet[i]), G_MAXUINT32);
    else if (proposition->shape == CHASE_SHAPE_COPRODUCT)
      count += size_of (cone->feet[i]);
  if (proposition->shape == CHASE_SHAPE_EQUALIZER)
    for (guint32 f = 0; f < size_of (cone->feet[0]); f++)
      count += cone->arrows[0][f] == cone->arrows[1][f];
  if (proposition->shape == CHASE_SHAPE_PULLBACK)
    for (guint32 f = 0; f < size_of (cone->feet[0]); f++)
      for (guint32 g = 0; g < size_of (cone->feet[1]); g++)
        count += cone->arrows[0][f] == cone->arrows[1][g];
  return count;
}

/* A morphism of the apex at which the condition breaks; of a pair of morphisms with the same family
 * the second one. G_MAXUINT32 for none. */
static guint32
find_broken (const Cone *cone)
{
  for (guint32 f = 0; cone->arrows[0] != NULL && f < size_of (cone->apex); f++)
    if (cone->arrows[0][leg_of (cone, 0)[f]] != cone->arrows[1][leg_of (cone, 1)[f]])
      return f;
  for (guint32 f = 0; f < size_of (cone->apex); f++)
    for (guint i = 0; i < cone->edges->len; i++)
      {
        const Edge *edge = &g_array_index (cone->edges, Edge, i);

        if (edge->values[cone->legs[edge->source][f]] != cone->legs[edge->target][f])
          return f;
      }
  return G_MAXUINT32;
}

static char *
family_text (const Cone *cone, guint32 f)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < cone->n_legs; i++)
    g_string_append_printf (text, "%u ", cone->legs[i][f]);
  return g_string_free (text, FALSE);
}

/* Do two morphisms (of the apex; of a coproduct, of its parts) become one? */
static gboolean
confuses (const Cone *cone, gboolean outward)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < (outward ? 1 : cone->n_legs); i++)
    for (guint32 f = 0; f < size_of (outward ? cone->apex : cone->feet[i]); f++)
      if (!g_hash_table_add (seen, outward ? family_text (cone, f)
                                           : g_strdup_printf ("%u", cone->legs[i][f])))
        return TRUE;
  return FALSE;
}

static void
judge (const Cone *cone, const ChaseProposition *proposition, ChaseResult *result)
{
  guint32 n = size_of (cone->apex), broken = find_broken (cone);
  guint64 families = count_families (cone, proposition);
  gboolean confused = broken == G_MAXUINT32 && confuses (cone, is_outward (proposition));
  gboolean good = broken == G_MAXUINT32 && !confused && families == n;
  JsonObject *object;

  if (families == G_MAXUINT32 && broken == G_MAXUINT32)
    {
      chase_result_undecided (result, "There are too many families of morphisms.");
      return;
    }
  object = chase_evidence_typed (good ? "list" : "table");
  json_object_set_int_member (object, "morphisms", n);
  json_object_set_int_member (object, "families", (gint64)families);
  chase_result_set_object (result, good ? CHASE_VERDICT_HOLDS : CHASE_VERDICT_FAILS, object,
                           good ? _ ("Its %u morphisms are those that are needed, each once (%u).")
                           : broken != G_MAXUINT32
                               ? _ ("The legs do not fit together (%u morphisms for %u).")
                           : confused ? _ ("Two morphisms become one (%u morphisms for %u).")
                                      : _ ("It has %u morphisms, and %u are needed."),
                           n, (guint)families);
}

void
chase_decide_universal_in_cat (ChaseChecker *checker, const ChaseProposition *proposition,
                               ChaseResult *result)
{
  Cone cone = { .checker = checker };

  if (proposition->shape == CHASE_SHAPE_PUSHOUT || proposition->shape == CHASE_SHAPE_COEQUALIZER
      || proposition->shape == CHASE_SHAPE_COLIMIT)
    {
      if (!chase_decide_by_comparison (checker, proposition, result))
        chase_result_undecided (result, "Something in it has no generators, or the legs do not run "
                                        "between the categories.");
      return;
    }
  cone.edges = g_array_new (FALSE, FALSE, sizeof (Edge));
  cone.apex = read_category (&cone, g_ptr_array_index (proposition->terms, 0));
  if (cone.apex != NULL && read_base (&cone, proposition))
    judge (&cone, proposition, result);
  else if (!chase_decide_by_comparison (checker, proposition, result))
    chase_result_undecided (result, "These categories are not all finite, or these functors do not "
                                    "run between them.");
  cone_clear (&cone);
}
