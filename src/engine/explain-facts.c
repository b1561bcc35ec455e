/* SPDX-License-Identifier: MIT */
#include "engine/explain-private.h"

#include <string.h>

#include "i18n.h"

/* "g . f", or "id(A)": the path of a fact. */
static char *
path_text (JsonObject *fact)
{
  JsonArray *path = json_object_get_array_member (fact, "path");
  GString *text = g_string_new (NULL);

  for (guint i = json_array_get_length (path); i > 0; i--)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " . " : "",
                            json_array_get_string_element (path, i - 1));
  if (text->len == 0)
    g_string_append_printf (text, "id(%s)", json_object_get_string_member (fact, "object"));
  return g_string_free (text, FALSE);
}

static JsonObject *
premise (JsonArray *facts, JsonObject *fact, guint i)
{
  JsonArray *of = json_object_get_array_member (fact, "of");

  return json_array_get_object_element (facts, (guint)json_array_get_int_element (of, i));
}

/* The property, as a person says it. */
static const char *
word_of (JsonObject *fact)
{
  return CHASE_SAID (json_object_get_string_member (fact, "is"));
}

/* Why the fact holds, by those before it. */
static char *
reason_text (JsonArray *facts, JsonObject *fact)
{
  const char *by = json_object_get_string_member (fact, "by");
  gboolean has_premise = json_object_has_member (fact, "of");
  JsonObject *first = has_premise ? premise (facts, fact, 0) : NULL;
  JsonObject *last
      = has_premise ? premise (
            facts, fact, json_array_get_length (json_object_get_array_member (fact, "of")) - 1)
                    : NULL;
  g_autofree char *one = first != NULL ? path_text (first) : NULL;
  g_autofree char *other = last != NULL ? path_text (last) : NULL;

  if (g_str_equal (by, "declared"))
    return g_strdup (_ ("as declared"));
  if (g_str_equal (by, "identity"))
    return g_strdup (_ ("as all identities are"));
  if (g_str_equal (by, "weaker"))
    return g_strdup_printf (_ ("since it is %s"), word_of (first));
  if (g_str_equal (by, "composite"))
    return g_strdup_printf (_ ("since %s and %s are"), one, other);
  if (g_str_equal (by, "first") || g_str_equal (by, "last"))
    return g_strdup_printf (_ ("since %s is"), one);
  if (g_str_equal (by, "equal"))
    return g_strdup_printf (_ ("since it equals %s, which is"), one);
  if (g_str_equal (by, "split"))
    return g_strdup_printf (_ ("since it is %s and %s"), word_of (first), word_of (last));
  return g_strdup_printf (_ ("since %s is, and %s is %s"), one, other, word_of (last));
}

static void
tell_facts (ChaseTelling *t, JsonArray *facts)
{
  for (guint i = 0; i < json_array_get_length (facts); i++)
    {
      JsonObject *fact = json_array_get_object_element (facts, i);
      g_autofree char *path = path_text (fact);
      g_autofree char *reason = reason_text (facts, fact);

      chase_tell (t, "%s is %s, %s", path, word_of (fact), reason);
    }
}

gboolean
chase_tell_facts (ChaseTelling *t, JsonNode *evidence)
{
  JsonObject *object = json_node_get_object (evidence);
  gboolean told = json_object_has_member (object, "facts");
  JsonArray *parts = json_object_has_member (object, "parts")
                         ? json_object_get_array_member (object, "parts")
                         : NULL;

  if (told)
    tell_facts (t, json_object_get_array_member (object, "facts"));
  for (guint i = 0; parts != NULL && i < json_array_get_length (parts); i++)
    {
      JsonObject *part = json_array_get_object_element (parts, i);

      /* The parts of a table are evidence themselves, and rest on no facts. */
      if (json_object_has_member (part, "evidence"))
        told |= chase_tell_facts (t, json_object_get_member (part, "evidence"));
    }
  return told;
}
