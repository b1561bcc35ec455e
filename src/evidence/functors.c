/* SPDX-License-Identifier: MIT */
#include "evidence/functors.h"

#include "evidence/cancelled.h"
#include "evidence/enumerate.h"
#include "evidence/fingerprint.h"
#include "evidence/report-private.h"
#include "evidence/table.h"

#define NOWHERE G_MAXUINT32

typedef struct
{
  ChaseFunctors *functors;
  guint32 n_objects;
  guint32 n_slots; /* values: objects, then arrows */
  guint32 *slots;  /* in the order in which they get their values; without formal inverses */
  guint32 n_order;
  GPtrArray *due; /* of GArray of equations, by place in the order */
  guint32 *values;
} Search;

static void
plan_order (Search *search, gboolean objects_first)
{
  const ChasePresentation *p = search->functors->source;
  guint32 n = search->n_objects;

  for (guint32 a = 0; a < n; a++)
    {
      search->slots[search->n_order++] = a;
      for (guint32 f = 0; !objects_first && f < chase_presentation_n_arrows (p); f++)
        {
          const ChaseArrow *arrow = chase_presentation_arrow (p, f);

          if (!arrow->formal && MAX (arrow->source, arrow->target) == a)
            search->slots[search->n_order++] = n + f;
        }
    }
  for (guint32 f = 0; objects_first && f < chase_presentation_n_arrows (p); f++)
    if (!chase_presentation_arrow (p, f)->formal)
      search->slots[search->n_order++] = n + f;
}

static guint32
last_place (const Search *search, const guint32 *place, ChaseWord word)
{
  guint32 last = 0;

  for (guint32 i = 0; i < word.length; i++)
    {
      guint32 f = word.letters[i];
      const ChaseArrow *arrow = chase_presentation_arrow (search->functors->source, f);

      last = MAX (last, place[search->n_objects + (arrow->formal ? arrow->inverse : f)]);
    }
  return last;
}

static void
plan_equations (Search *search)
{
  const ChasePresentation *p = search->functors->source;
  g_autofree guint32 *place = g_new0 (guint32, search->n_slots + 1);

  for (guint32 i = 0; i < search->n_order; i++)
    {
      place[search->slots[i]] = i;
      g_ptr_array_add (search->due, g_array_new (FALSE, FALSE, sizeof (guint32)));
    }
  for (guint32 e = 0; e < chase_presentation_n_equations (p); e++)
    {
      const ChaseEquation *equation = chase_presentation_equation (p, e);
      guint32 last = MAX (last_place (search, place, equation->left),
                          last_place (search, place, equation->right));

      g_array_append_val ((GArray *)g_ptr_array_index (search->due, last), e);
    }
}

static guint32
value_of (const Search *search, guint32 source, ChaseWord word)
{
  const ChaseFinite *d = search->functors->target->finite;
  guint32 value = chase_finite_identity (d, search->values[source]);

  for (guint32 i = 0; i < word.length; i++)
    value = chase_finite_compose (d, value, search->values[search->n_objects + word.letters[i]]);
  return value;
}

static gboolean
arrow_fits (Search *search, guint32 f, guint32 morphism)
{
  const ChaseArrow *arrow = chase_presentation_arrow (search->functors->source, f);
  const ChaseFinite *d = search->functors->target->finite;
  guint32 back;

  if (d->source[morphism] != search->values[arrow->source]
      || d->target[morphism] != search->values[arrow->target])
    return FALSE;
  if ((arrow->properties & CHASE_PROPERTY_IDEMPOTENT) != 0
      && chase_finite_compose (d, morphism, morphism) != morphism)
    return FALSE;
  if (arrow->inverse == NOWHERE)
    return TRUE;
  back = chase_table_inverse (d, morphism);
  if (back == NOWHERE)
    return FALSE;
  search->values[search->n_objects + arrow->inverse] = back;
  return TRUE;
}

static gboolean
fits (Search *search, guint32 place, guint32 value)
{
  const GArray *due = g_ptr_array_index (search->due, place);
  guint32 slot = search->slots[place];

  if (slot >= search->n_objects && !arrow_fits (search, slot - search->n_objects, value))
    return FALSE;
  search->values[slot] = value;
  for (guint i = 0; i < due->len; i++)
    {
      const ChaseEquation *equation
          = chase_presentation_equation (search->functors->source, g_array_index (due, guint32, i));

      if (value_of (search, equation->source, equation->left)
          != value_of (search, equation->source, equation->right))
        return FALSE;
    }
  return TRUE;
}

static void
found (Search *search)
{
  ChaseFunctors *functors = search->functors;
  guint64 weight = 1;

  for (guint32 i = 0; i < search->n_slots; i++)
    weight = chase_product_modulo (weight, chase_fingerprint_weight (i, search->values[i]),
                                   CHASE_FINGERPRINT_PRIME);
  functors->fingerprint = chase_sum_modulo (functors->fingerprint, weight, CHASE_FINGERPRINT_PRIME);
  if (functors->count++ < CHASE_LISTED)
    g_ptr_array_add (functors->list,
                     g_memdup2 (search->values, (search->n_slots + 1) * sizeof (guint32)));
}

/* FALSE when it was stopped. */
static gboolean
run (Search *search, ChaseFunctorsStop stop, gpointer data)
{
  const ChaseFinite *d = search->functors->target->finite;
  g_autofree guint32 *next = g_new0 (guint32, search->n_order + 1);
  guint32 place = 0;

  if (search->n_order == 0)
    found (search);
  while (search->n_order > 0)
    {
      guint32 most
          = search->slots[place] < search->n_objects ? d->n_objects : chase_finite_n_morphisms (d);

      if (stop (data))
        return FALSE;
      if (next[place] == most)
        {
          if (place-- == 0)
            return TRUE;
          continue;
        }
      if (!fits (search, place, next[place]++))
        continue;
      if (place + 1 == search->n_order)
        found (search);
      else
        next[++place] = 0;
    }
  return TRUE;
}

ChaseFunctors *
chase_functors_search (const ChasePresentation *source, const ChaseEnumerated *target,
                       gboolean objects_first, ChaseFunctorsStop stop, gpointer data)
{
  g_autoptr (ChaseFunctors) functors = NULL;
  Search search = { 0 };
  gboolean done;

  if (chase_declares_more (source))
    return NULL;
  functors = g_new0 (ChaseFunctors, 1);
  functors->source = source;
  functors->target = target;
  functors->list = g_ptr_array_new_with_free_func (g_free);
  search.functors = functors;
  search.n_objects = chase_presentation_n_objects (source);
  search.n_slots = search.n_objects + chase_presentation_n_arrows (source);
  search.slots = g_new0 (guint32, search.n_slots + 1);
  search.values = g_new0 (guint32, search.n_slots + 1);
  search.due = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  plan_order (&search, objects_first);
  plan_equations (&search);
  done = run (&search, stop, data);
  g_free (search.slots);
  g_free (search.values);
  g_ptr_array_unref (search.due);
  return done ? g_steal_pointer (&functors) : NULL;
}

void
chase_functors_free (ChaseFunctors *functors)
{
  if (functors == NULL)
    return;
  g_ptr_array_unref (functors->list);
  g_free (functors);
}

static gint
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  const guint32 *one = *(guint32 *const *)a;
  const guint32 *two = *(guint32 *const *)b;

  for (guint32 i = 0; i < GPOINTER_TO_UINT (data); i++)
    if (one[i] != two[i])
      return one[i] < two[i] ? -1 : 1;
  return 0;
}

void
chase_functors_sort (ChaseFunctors *functors)
{
  guint n = chase_presentation_n_objects (functors->source)
            + chase_presentation_n_arrows (functors->source);

  g_ptr_array_sort_with_data (functors->list, compare, GUINT_TO_POINTER (n));
}

gboolean
chase_functors_are (const ChaseFunctors *functors, const guint32 *values, JsonNode *node)
{
  const ChasePresentation *p = functors->source;
  const ChasePresentation *d = functors->target->presentation;
  guint32 n = chase_presentation_n_objects (p);
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonObject *objects = object != NULL ? chase_report_object (object, "objects") : NULL;
  JsonObject *arrows = object != NULL ? chase_report_object (object, "arrows") : NULL;

  if (objects == NULL || arrows == NULL)
    return FALSE;
  for (guint32 a = 0; a < n; a++)
    if (g_strcmp0 (chase_report_string (objects, chase_presentation_object_name (p, a)),
                   chase_presentation_object_name (d, values[a]))
        != 0)
      return FALSE;
  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (p, f);

      if (!arrow->formal
          && chase_report_morphism (functors->target, json_object_get_member (arrows, arrow->name),
                                    values[arrow->source])
                 != values[n + f])
        return FALSE;
    }
  return TRUE;
}
