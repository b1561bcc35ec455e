/* SPDX-License-Identifier: MIT */
#include "evidence/report-private.h"
#include "evidence/fingerprint.h"
#include "evidence/verifier.h"
#include "model/slice-sets.h"

#include <string.h>

/* Slices and coslices that are not listed: their objects are the paths to (from) one object of the
 * base, whose identity is terminal (initial). */

#define ANY G_MAXUINT32

gboolean
chase_report_slice_infinite (const ChaseCategory *slice, JsonObject *object, GError **error)
{
  gboolean over = slice->kind == CHASE_CATEGORY_OVER;
  const ChasePresentation *p = slice->parts[0]->presentation;
  JsonNode *node = json_object_get_member (object, "system");
  g_autoptr (ChaseEvidence) system = NULL;
  g_autofree char *count = NULL;

  if (p == NULL || slice->parts[0]->table || node == NULL)
    return chase_refuse (error, "there is no complete system of the base");
  system = chase_evidence_from_json (node, p, NULL, error);
  if (system == NULL)
    return FALSE;
  if (system->kind != CHASE_EVIDENCE_NORMAL)
    return chase_refuse (error, "there is no complete system of the base");
  return chase_verify_count (p, over ? ANY : slice->object, over ? slice->object : ANY,
                             &system->normal, NULL, &count, error)
         && (count == NULL || chase_refuse (error, "it has %s objects", count));
}

gboolean
chase_report_slice_is (const ChaseCategory *slice, ChaseAdjective adjective, gboolean holds,
                       JsonObject *object, GError **error)
{
  if (adjective == CHASE_ADJECTIVE_CONNECTED)
    return holds || chase_refuse (error, "a slice is connected");
  if (adjective != CHASE_ADJECTIVE_FINITE && adjective != CHASE_ADJECTIVE_MONOID
      && adjective != CHASE_ADJECTIVE_DISCRETE)
    return chase_refuse (error, "nothing is known that would show this of such a slice");
  return (!holds || chase_refuse (error, "it has infinitely many objects"))
         && chase_report_slice_infinite (slice, object, error);
}

gboolean
chase_report_slice_object (ChaseTheory *theory, const ChaseCategory *slice, const ChaseTerm *term,
                           ChaseAdjective adjective, gboolean holds, GError **error)
{
  gboolean over = slice->kind == CHASE_CATEGORY_OVER;
  g_autoptr (GArray) word = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 ends[2];

  return (holds && slice->point == NULL
          && chase_theory_path (theory, slice->parts[0], term, &ends[0], &ends[1], word, NULL)
          && word->len == 0 && ends[0] == slice->object
          && adjective == (over ? CHASE_ADJECTIVE_TERMINAL : CHASE_ADJECTIVE_INITIAL))
         || chase_refuse (error, "this is known of identities alone");
}

/* Where @x, of the codomain of @f, may go so that all stays under S. */
static guint32
choices_under (const ChaseFunction *f, const ChaseFunction *g, guint32 x)
{
  const char *meant = NULL;

  for (guint32 s = 0; s < f->n_domain; s++)
    for (guint32 t = 0; f->values[s] == x && t < g->n_domain; t++)
      if (chase_name_equal (f->domain[s], g->domain[t]))
        {
          if (meant != NULL && !g_str_equal (meant, g->codomain[g->values[t]]))
            return 0;
          meant = g->codomain[g->values[t]];
        }
  return meant != NULL ? 1 : g->n_codomain;
}

/* Where @x, of the domain of @f, may go so that all stays over S. */
static guint32
choices_over (const ChaseFunction *f, const ChaseFunction *g, guint32 x)
{
  guint32 n = 0;

  for (guint32 y = 0; y < g->n_domain; y++)
    n += chase_name_equal (f->codomain[f->values[x]], g->codomain[g->values[y]]);
  return n;
}

/* Does the function @map send @x to where it may go? */
static gboolean
goes_there (gboolean over, const ChaseFunction *f, const ChaseFunction *g, guint32 x,
            JsonObject *map)
{
  const char *name = chase_report_string (map, over ? f->domain[x] : f->codomain[x]);
  guint32 n = over ? g->n_domain : g->n_codomain, y = 0;

  while (y < n && g_strcmp0 (over ? g->domain[y] : g->codomain[y], name) != 0)
    y++;
  if (y == n)
    return FALSE;
  if (over)
    return chase_name_equal (f->codomain[f->values[x]], g->codomain[g->values[y]]);
  for (guint32 s = 0; s < f->n_domain; s++)
    for (guint32 t = 0; f->values[s] == x && t < g->n_domain; t++)
      if (chase_name_equal (f->domain[s], g->domain[t]) && g->values[t] != y)
        return FALSE;
  return TRUE;
}

/* Is it a morphism, and was it not in @seen? */
static gboolean
is_new_morphism (gboolean over, const ChaseFunction *f, const ChaseFunction *g, JsonObject *element,
                 GHashTable *seen)
{
  JsonNode *node = element != NULL ? json_object_get_member (element, "*") : NULL;
  JsonObject *map
      = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  guint32 n = over ? f->n_domain : f->n_codomain;
  GString *text;

  if (map == NULL || json_object_get_size (map) != n)
    return FALSE;
  for (guint32 x = 0; x < n; x++)
    if (!goes_there (over, f, g, x, map))
      return FALSE;
  text = g_string_new (NULL);
  for (guint32 x = 0; x < n; x++)
    {
      const char *name = chase_report_string (map, over ? f->domain[x] : f->codomain[x]);

      g_string_append_printf (text, "%zu:%s", strlen (name), name);
    }
  return g_hash_table_add (seen, g_string_free (text, FALSE));
}

/* Up to so many that can be listed, they are. */
static gboolean
are_listed (gboolean over, const ChaseFunction *f, const ChaseFunction *g, const char *count,
            JsonObject *object)
{
  JsonArray *list = chase_report_array (object, "elements");
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint64 n = strlen (count) < 6 ? g_ascii_strtoull (count, NULL, 10) : CHASE_LISTED + 1;

  if (n > CHASE_LISTED)
    return list == NULL;
  if (list == NULL || json_array_get_length (list) != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      JsonNode *node = json_array_get_element (list, i);

      if (!JSON_NODE_HOLDS_OBJECT (node)
          || !is_new_morphism (over, f, g, json_node_get_object (node), seen))
        return FALSE;
    }
  return TRUE;
}

gboolean
chase_report_slice_count (ChaseTheory *theory, const ChaseCategory *slice,
                          const ChaseProposition *proposition, const char *value, gboolean holds,
                          JsonObject *object, GError **error)
{
  gboolean over = slice->kind == CHASE_CATEGORY_OVER;
  g_autoptr (ChaseTerm) one
      = chase_slice_object (theory, slice, g_ptr_array_index (proposition->terms, 0), NULL);
  g_autoptr (ChaseTerm) two
      = chase_slice_object (theory, slice, g_ptr_array_index (proposition->terms, 1), NULL);
  g_autoptr (ChaseFunction) f = one != NULL ? chase_theory_function (theory, one, NULL) : NULL;
  g_autoptr (ChaseFunction) g = two != NULL ? chase_theory_function (theory, two, NULL) : NULL;
  g_autofree char *count = g_strdup ("1");

  if (f == NULL || g == NULL)
    return chase_refuse (error, "the category has no such object");
  for (guint32 x = 0; x < (over ? f->n_domain : f->n_codomain); x++)
    {
      g_autofree char *before = count;
      g_autofree char *choices
          = g_strdup_printf ("%u", over ? choices_over (f, g, x) : choices_under (f, g, x));

      count = chase_decimal_product (before, choices);
    }
  if (!are_listed (over, f, g, count, object))
    return chase_refuse (error, "the morphisms that are listed are not all, each once");
  return chase_report_number_is (count, proposition->number, value, holds, error);
}
