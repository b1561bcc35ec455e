/* SPDX-License-Identifier: MIT */

/* Reads any bytes as the JSON of evidence about two small categories, verifies what could be read,
   and writes it again: what is written is read as the same. */
#include "evidence/strict-json.h"
#include "evidence/verifier.h"
#include "fuzz.h"

#include <string.h>

static ChasePresentation *
category (void)
{
  ChasePresentation *p = chase_presentation_new ();
  static const char *const names[] = { "A", "B", "f", "g", "i", "e" };
  guint32 twice[2], once;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (ChaseName) name = chase_name_new (names[i]);

      chase_presentation_add_object (p, name);
    }
  for (guint i = 2; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (ChaseName) name = chase_name_new (names[i]);

      chase_presentation_add_arrow (p, name, 0, i == 5 ? 0 : 1,
                                    i == 2   ? CHASE_PROPERTY_MONO
                                    : i == 4 ? CHASE_PROPERTY_ISO
                                    : i == 5 ? CHASE_PROPERTY_IDEMPOTENT
                                             : CHASE_PROPERTY_NONE);
    }
  once = 0;
  twice[0] = chase_presentation_find_arrow (p, "e");
  twice[1] = 0;
  chase_presentation_add_equation (p, 0, (ChaseWord){ twice, 2 }, (ChaseWord){ &once, 1 }, NULL, 0);
  return p;
}

static void
check (const ChaseEvidence *evidence, ChasePresentation *p, ChaseShape *shape)
{
  guint32 f = 0, g = 1;
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *text = NULL;

  for (gboolean holds = FALSE; holds <= TRUE; holds++)
    {
      chase_verify_equation (p, 0, (ChaseWord){ &f, 1 }, (ChaseWord){ &g, 1 }, holds, evidence,
                             NULL);
      if (shape != NULL)
        chase_verify_commutes (shape, FALSE, holds, evidence, NULL);
    }
  node = chase_evidence_to_json (evidence, p);
  text = json_to_string (node, FALSE);
  g_assert_nonnull (text);
}

void
fuzz_one (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *)data, size);
  g_autoptr (ChasePresentation) p = NULL;
  g_autoptr (ChaseShape) shape = NULL;
  g_autoptr (JsonNode) node = NULL;

  if (chase_json_find_fault (text, strlen (text)) != NULL || !g_utf8_validate (text, -1, NULL))
    return;
  node = json_from_string (text, NULL);
  if (node == NULL)
    return;
  p = category ();
  shape = chase_shape_new_whole (p);
  for (guint i = 0; i < 2; i++)
    {
      ChaseShape *about = i == 0 ? NULL : shape;
      g_autoptr (ChaseEvidence) evidence = chase_evidence_from_json (node, p, about, NULL);

      if (evidence != NULL)
        check (evidence, p, about);
    }
}
