/* SPDX-License-Identifier: MIT */
#include "engine/grading-private.h"
#include "engine/low-index.h"

#define MODEL_WORK 60000 /* letter steps of the search for one model */
#define MODELS 24        /* pairs of paths that models are sought for */
#define MOST_ELEMENTS 400
#define POWERS 5
#define CYCLIC_MODELS 3 /* of each order */

typedef struct
{
  const ChaseIndex *index;
  guint32 from, to;
  double seconds;
  ChaseClock clock;
  char **words;
  JsonObject *found;
} Search;

static gboolean
is_over (const Search *search)
{
  return search->found != NULL || chase_clock_seconds (&search->clock) > search->seconds;
}

static void
try_model (Search *search, ChaseEvidence *model)
{
  if (model != NULL && !is_over (search))
    search->found = chase_grading_json (search->index->presentation, model, search->from,
                                        search->to, search->words);
}

/* Elements of two models at the same object; @number among those of that object. */
typedef struct
{
  guint32 object, x, y;
  guint32 number;
} Pair;

typedef struct
{
  GArray *pairs;      /* of Pair, as they are found */
  GHashTable *places; /* of "object x y": the place in @pairs, plus 1 */
  guint32 *sizes;     /* of each object */
} Product;

static const Pair *
pair_at (const Product *product, guint place)
{
  return &g_array_index (product->pairs, Pair, place);
}

static guint
add_pair (Product *product, guint32 object, guint32 x, guint32 y)
{
  g_autofree char *key = g_strdup_printf ("%u %u %u", object, x, y);
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (product->places, key));
  Pair pair = { object, x, y, product->sizes[object] };

  if (place > 0)
    return place - 1;
  product->sizes[object]++;
  g_array_append_val (product->pairs, pair);
  g_hash_table_insert (product->places, g_steal_pointer (&key),
                       GUINT_TO_POINTER (product->pairs->len));
  return product->pairs->len - 1;
}

/* What the pair (@x, @y) at @object generates in the product of the two models, or NULL where it is
 * too large. Caller unrefs. */
static ChaseEvidence *
generated (const ChasePresentation *p, const ChaseModel *m, const ChaseModel *n, guint32 object,
           guint32 x, guint32 y)
{
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree guint32 *sizes = g_new0 (guint32, chase_presentation_n_objects (p) + 1);
  g_autoptr (GArray) images = g_array_new (FALSE, FALSE, sizeof (guint));
  Product product = { pairs, places, sizes };
  ChaseEvidence *model;
  guint at = 0;

  add_pair (&product, object, x, y);
  for (guint i = 0; i < pairs->len && pairs->len <= MOST_ELEMENTS; i++)
    for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
      {
        const ChaseArrow *arrow = chase_presentation_arrow (p, f);
        Pair pair = *pair_at (&product, i);
        guint image;

        if (arrow->source != pair.object)
          continue;
        image = add_pair (&product, arrow->target, m->functions[m->offsets[f] + pair.x],
                          n->functions[n->offsets[f] + pair.y]);
        g_array_append_val (images, image);
      }
  if (pairs->len > MOST_ELEMENTS)
    return NULL;
  model = chase_model_new (p, sizes, 0, 0, 0);
  for (guint i = 0; i < pairs->len; i++)
    for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
      if (chase_presentation_arrow (p, f)->source == pair_at (&product, i)->object)
        chase_model_set (model, f, pair_at (&product, i)->number,
                         pair_at (&product, g_array_index (images, guint, at++))->number);
  return model;
}

static guint32
size_of (const ChaseModel *model)
{
  guint32 size = 0;

  for (guint32 x = 0; x < model->n_objects; x++)
    size += model->sizes[x];
  return size;
}

/* What one element of @power and one of @model generate that is larger than @power; NULL where
 * there is none. */
static ChaseEvidence *
larger_power (const ChasePresentation *p, const ChaseModel *power, const ChaseModel *model)
{
  for (guint32 object = 0; object < model->n_objects; object++)
    for (guint32 y = 0; y < model->sizes[object] && power->sizes[object] > 0; y++)
      {
        g_autoptr (ChaseEvidence) next = generated (p, power, model, object, 0, y);

        if (next != NULL && size_of (&next->model) > size_of (power))
          return g_steal_pointer (&next);
      }
  return NULL;
}

static void
try_powers (Search *search, ChaseEvidence *model)
{
  const ChasePresentation *p = search->index->presentation;
  g_autoptr (ChaseEvidence) power = chase_evidence_ref (model);

  for (guint i = 0; i < POWERS && power != NULL && !is_over (search); i++)
    {
      ChaseEvidence *next = larger_power (p, &power->model, &model->model);

      chase_evidence_unref (power);
      power = next;
      try_model (search, power);
    }
}

/* The product of all of them, as the elements where each begins generate it. */
static void
try_products (Search *search, GPtrArray *models)
{
  const ChasePresentation *p = search->index->presentation;
  g_autoptr (ChaseEvidence) product = NULL;

  for (guint i = 0; i < models->len && !is_over (search); i++)
    {
      ChaseEvidence *model = g_ptr_array_index (models, i);
      ChaseEvidence *next = product == NULL ? chase_evidence_ref (model)
                                            : larger_power (p, &product->model, &model->model);

      if (next == NULL)
        continue;
      if (product != NULL)
        {
          chase_evidence_unref (product);
          try_model (search, next);
        }
      product = next;
    }
}

static void
look_apart (Search *search, GPtrArray *models, guint32 source, ChaseWord left, ChaseWord right)
{
  g_autoptr (ChaseLowIndex) low
      = chase_low_index_new (search->index, source, left, right, &search->clock);

  if (chase_low_index_run (low, MODEL_WORK) == CHASE_LOW_INDEX_FOUND)
    {
      g_ptr_array_add (models, chase_low_index_model (low));
      try_model (search, g_ptr_array_index (models, models->len - 1));
    }
}

/* Functors to small cyclic groups. */
static void
look_for_cyclic_models (Search *search, GPtrArray *models)
{
  static const guint32 primes[] = { 2, 3, 5, 7 };

  for (guint i = 0; i < G_N_ELEMENTS (primes) && models->len < MODELS && !is_over (search); i++)
    {
      g_autoptr (GPtrArray) cyclic = chase_grading_cyclic (search->index->presentation, primes[i]);

      for (guint k = 0; k < cyclic->len && k < CYCLIC_MODELS; k++)
        {
          g_ptr_array_add (models, chase_evidence_ref (g_ptr_array_index (cyclic, k)));
          try_model (search, g_ptr_array_index (cyclic, k));
        }
    }
}

/* Tells every arrow that is a cycle from the identity, and parallel ones apart. */
static void
look_for_models (Search *search, GPtrArray *models)
{
  const ChasePresentation *p = search->index->presentation;
  guint tried = 0;

  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (p, f);
      ChaseWord word = { &f, 1 };

      if (arrow->formal)
        continue;
      if (arrow->source == arrow->target && tried++ < MODELS && !is_over (search))
        look_apart (search, models, arrow->source, word, (ChaseWord){ NULL, 0 });
      for (guint32 g = 0; g < f && tried < MODELS && !is_over (search); g++)
        if (!chase_presentation_arrow (p, g)->formal
            && chase_presentation_arrow (p, g)->source == arrow->source
            && chase_presentation_arrow (p, g)->target == arrow->target && ++tried)
          look_apart (search, models, arrow->source, word, (ChaseWord){ &g, 1 });
    }
}

/* Of what an element generates, a surjection may miss some. */
static gboolean
has_epis (const ChasePresentation *p)
{
  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    if ((chase_presentation_arrow (p, f)->properties
         & (CHASE_PROPERTY_EPI | CHASE_PROPERTY_SPLIT_EPI | CHASE_PROPERTY_SPLIT_MONO))
        && chase_presentation_arrow (p, f)->inverse == G_MAXUINT32)
      return TRUE;
  return FALSE;
}

JsonObject *
chase_grading_by_models (const ChaseIndex *index, guint32 from, guint32 to, double seconds,
                         GCancellable *cancellable, char **words)
{
  g_autoptr (GPtrArray) models
      = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_evidence_unref);
  Search search = { .index = index, .from = from, .to = to, .seconds = seconds, .words = words };
  ChaseBudget budget = { .seconds = seconds };

  *words = NULL;
  chase_clock_start (&search.clock, &budget, cancellable);
  look_for_cyclic_models (&search, models);
  try_products (&search, models);
  look_for_models (&search, models);
  if (!has_epis (index->presentation))
    {
      try_products (&search, models);
      for (guint i = 0; i < models->len; i++)
        try_powers (&search, g_ptr_array_index (models, i));
    }
  return search.found;
}
