/* SPDX-License-Identifier: MIT */
#include "engine/check-private.h"

#include <string.h>

/* |...| = n: what is counted is listed, up to LISTED elements; beyond, its checksum stands for the
 * list. */
#define LISTED 10000

static gboolean
same_number (guint64 count, const char *digits)
{
  g_autofree char *text = g_strdup_printf ("%" G_GUINT64_FORMAT, count);

  while (digits[0] == '0' && digits[1] != '\0')
    digits++;
  return strcmp (text, digits) == 0;
}

static void
finish (const ChaseProposition *proposition, guint64 count, JsonArray *elements, const char *what,
        ChaseResult *result)
{
  JsonObject *object = json_object_new ();
  gboolean holds = same_number (count, proposition->number);

  json_object_set_string_member (object, "type", "list");
  if (count <= LISTED)
    json_object_set_array_member (object, "elements", elements);
  else
    {
      g_autoptr (JsonNode) node = json_node_new (JSON_NODE_ARRAY);
      g_autofree char *text = NULL;
      g_autofree char *checksum = NULL;

      json_node_take_array (node, elements);
      text = json_to_string (node, FALSE);
      checksum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
      json_object_set_string_member (object, "checksum", checksum);
    }
  chase_result_set_object (result, holds ? CHASE_VERDICT_HOLDS : CHASE_VERDICT_FAILS, object,
                           "There %s %" G_GUINT64_FORMAT " %s%s.", count == 1 ? "is" : "are", count,
                           what, count == 1 ? "" : "s");
  g_free (result->value);
  result->value = g_strdup_printf ("%" G_GUINT64_FORMAT, count);
}

static void
count_morphisms (ChaseChecker *checker, const ChaseProposition *proposition,
                 const ChaseCategory *category, guint32 from, guint32 to, ChaseResult *result)
{
  const ChaseEnumerated *enumerated = chase_checker_enumerated (checker, category);
  const ChaseFinite *finite;
  JsonArray *elements;
  guint64 count = 0;

  if (enumerated == NULL)
    {
      chase_result_not_listed (result, category);
      return;
    }
  finite = enumerated->finite;
  elements = json_array_new ();
  for (guint32 f = 0; f < chase_finite_n_morphisms (finite); f++)
    {
      if ((from != G_MAXUINT32 && finite->source[f] != from)
          || (to != G_MAXUINT32 && finite->target[f] != to))
        continue;
      count++;
      json_array_add_array_element (elements, chase_path_names (enumerated, f));
    }
  finish (proposition, count, elements, "morphism", result);
}

static void
count_hom (ChaseChecker *checker, const ChaseProposition *proposition, ChaseResult *result)
{
  const ChaseCategory *category
      = chase_theory_proposition_category (checker->theory, proposition, NULL);
  guint32 ends[2];

  if (category == NULL || category->kind != CHASE_CATEGORY_PRESENTED)
    {
      chase_result_not_listed (result, category);
      return;
    }
  for (guint i = 0; i < 2; i++)
    chase_theory_object (checker->theory, category, g_ptr_array_index (proposition->terms, i),
                         &ends[i], NULL);
  count_morphisms (checker, proposition, category, ends[0], ends[1], result);
}

static void
count_objects (const ChaseProposition *proposition, const ChaseCategory *category,
               ChaseResult *result)
{
  JsonArray *elements = json_array_new ();
  const ChasePresentation *p = category->presentation;

  for (guint32 i = 0; i < chase_presentation_n_objects (p); i++)
    json_array_add_string_element (elements, chase_presentation_object_name (p, i));
  finish (proposition, chase_presentation_n_objects (p), elements, "object", result);
}

static void
count_set (ChaseChecker *checker, const ChaseProposition *proposition, ChaseResult *result)
{
  const ChaseTerm *term = g_ptr_array_index (proposition->terms, 0);
  g_autoptr (GPtrArray) names = chase_theory_set (checker->theory, term);
  JsonArray *elements;

  if (names == NULL)
    {
      chase_result_undecided (result, "This set is not written out.");
      return;
    }
  elements = json_array_new ();
  for (guint i = 0; i < names->len; i++)
    json_array_add_string_element (elements, g_ptr_array_index (names, i));
  finish (proposition, names->len, elements, "element", result);
}

void
chase_decide_count (ChaseChecker *checker, const ChaseProposition *proposition, ChaseResult *result)
{
  const ChaseCategory *category;

  switch (proposition->count)
    {
    case CHASE_COUNT_HOM:
      count_hom (checker, proposition, result);
      return;
    case CHASE_COUNT_SET:
      count_set (checker, proposition, result);
      return;
    case CHASE_COUNT_OB:
    case CHASE_COUNT_MOR:
      category = chase_theory_category (checker->theory, g_ptr_array_index (proposition->terms, 0),
                                        NULL);
      if (category == NULL || category->kind != CHASE_CATEGORY_PRESENTED)
        chase_result_not_listed (result, category);
      else if (proposition->count == CHASE_COUNT_OB)
        count_objects (proposition, category, result);
      else
        count_morphisms (checker, proposition, category, G_MAXUINT32, G_MAXUINT32, result);
      return;
    case CHASE_COUNT_NAT:
      chase_decide_count_natural (checker, proposition, result);
      return;
    default:
      chase_result_undecided (result, "This program cannot yet count functors.");
    }
}
