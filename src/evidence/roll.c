/* SPDX-License-Identifier: MIT */
#include "evidence/roll.h"

#define NOWHERE G_MAXUINT32

enum
{
  MAX_ELEMENTS = 10000,
  MAX_LETTERS = 1000000,
};

struct _ChaseRoll
{
  const ChasePresentation *presentation;
  guint32 to;
  guint8 *leads;   /* object */
  GPtrArray *out;  /* object -> GArray of arrows that lead to @to */
  JsonArray *kept; /* NULL once there are too many */
  guint64 n_letters;
  guint64 count;
  guint n_identities; /* among them */
  GChecksum *checksum;
};

/* A morphism of one source while they are numbered. */
typedef struct
{
  guint32 row;
  guint32 before; /* number of the morphism it prolongs */
  guint32 arrow;
  guint32 length;
} Found;

guint8 *
chase_roll_leading (const ChasePresentation *presentation, guint32 to)
{
  guint8 *leads = g_new0 (guint8, (gsize)chase_presentation_n_objects (presentation) + 1);
  gboolean grew = TRUE;

  for (guint32 i = 0; i < chase_presentation_n_objects (presentation); i++)
    leads[i] = to == NOWHERE || i == to;
  while (grew && to != NOWHERE)
    {
      grew = FALSE;
      for (guint32 f = chase_presentation_n_arrows (presentation); f-- > 0;)
        {
          const ChaseArrow *arrow = chase_presentation_arrow (presentation, f);

          if (!leads[arrow->target] || leads[arrow->source])
            continue;
          leads[arrow->source] = 1;
          grew = TRUE;
        }
    }
  return leads;
}

ChaseRoll *
chase_roll_new (const ChasePresentation *presentation, guint32 to)
{
  ChaseRoll *roll = g_new0 (ChaseRoll, 1);

  roll->presentation = presentation;
  roll->to = to;
  roll->leads = chase_roll_leading (presentation, to);
  roll->out = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  roll->kept = json_array_new ();
  roll->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  for (guint32 i = 0; i < chase_presentation_n_objects (presentation); i++)
    g_ptr_array_add (roll->out, g_array_new (FALSE, FALSE, sizeof (guint32)));
  for (guint32 f = 0; f < chase_presentation_n_arrows (presentation); f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (presentation, f);

      if (roll->leads[arrow->target])
        g_array_append_val ((GArray *)g_ptr_array_index (roll->out, arrow->source), f);
    }
  return roll;
}

void
chase_roll_free (ChaseRoll *roll)
{
  if (roll == NULL)
    return;
  g_clear_pointer (&roll->kept, json_array_unref);
  g_checksum_free (roll->checksum);
  g_ptr_array_unref (roll->out);
  g_free (roll->leads);
  g_free (roll);
}

guint64
chase_roll_count (const ChaseRoll *roll)
{
  return roll->count;
}

static void
keep (ChaseRoll *roll, const GArray *found, guint32 number)
{
  const Found *one = &g_array_index (found, Found, number);
  g_autofree guint32 *letters = NULL;
  JsonArray *path;

  roll->n_letters += one->length;
  if (roll->kept == NULL || roll->count > MAX_ELEMENTS || roll->n_letters > MAX_LETTERS)
    {
      g_clear_pointer (&roll->kept, json_array_unref);
      return;
    }
  letters = g_new (guint32, one->length + 1);
  for (guint32 i = one->length; i > 0; i--)
    {
      letters[i - 1] = g_array_index (found, Found, number).arrow;
      number = g_array_index (found, Found, number).before;
    }
  path = json_array_sized_new (one->length);
  for (guint32 i = 0; i < one->length; i++)
    json_array_add_string_element (path,
                                   chase_presentation_arrow (roll->presentation, letters[i])->name);
  json_array_add_array_element (roll->kept, path);
}

static void
add_found (ChaseRoll *roll, GArray *found, Found one)
{
  const ChaseArrow *arrow = chase_presentation_arrow (roll->presentation, one.arrow);
  char number[16];

  g_array_append_val (found, one);
  g_snprintf (number, sizeof number, "%u ", one.before);
  g_checksum_update (roll->checksum, (const guchar *)number, -1);
  g_checksum_update (roll->checksum, (const guchar *)arrow->name, -1);
  g_checksum_update (roll->checksum, (const guchar *)"\n", 1);
  if (roll->to != NOWHERE && arrow->target != roll->to)
    return;
  roll->count++;
  keep (roll, found, found->len - 1);
}

void
chase_roll_add (ChaseRoll *roll, guint32 source, guint32 n_rows, ChaseRollFollow follow,
                gpointer data)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  g_autofree guint8 *seen = g_new0 (guint8, (gsize)n_rows + 1);
  Found identity = { 0, 0, NOWHERE, 0 };

  if (!roll->leads[source])
    return;
  g_array_append_val (found, identity);
  seen[0] = 1;
  for (guint32 head = 0; head < found->len; head++)
    {
      Found at = g_array_index (found, Found, head);
      guint32 object
          = head == 0 ? source : chase_presentation_arrow (roll->presentation, at.arrow)->target;
      const GArray *out = g_ptr_array_index (roll->out, object);

      for (guint i = 0; i < out->len; i++)
        {
          guint32 arrow = g_array_index (out, guint32, i);
          guint32 next = follow (at.row, arrow, data);

          if (next >= n_rows || seen[next])
            continue;
          seen[next] = 1;
          add_found (roll, found, (Found){ next, head, arrow, at.length + 1 });
        }
    }
  if (roll->to == NOWHERE || roll->to == source)
    {
      roll->n_identities++;
      roll->count++;
    }
}

JsonObject *
chase_roll_finish (ChaseRoll *roll)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "type", "list");
  if (roll->kept != NULL && roll->count <= MAX_ELEMENTS)
    {
      for (guint i = 0; i < roll->n_identities; i++)
        json_array_add_array_element (roll->kept, json_array_new ());
      json_object_set_array_member (object, "elements", g_steal_pointer (&roll->kept));
    }
  else
    json_object_set_string_member (object, "checksum", g_checksum_get_string (roll->checksum));
  return object;
}

JsonObject *
chase_roll_of_names (GPtrArray *names)
{
  JsonObject *object = json_object_new ();
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  JsonArray *array;

  json_object_set_string_member (object, "type", "list");
  if (names->len > MAX_ELEMENTS)
    {
      for (guint i = 0; i < names->len; i++)
        {
          g_checksum_update (checksum, g_ptr_array_index (names, i), -1);
          g_checksum_update (checksum, (const guchar *)"\n", 1);
        }
      json_object_set_string_member (object, "checksum", g_checksum_get_string (checksum));
      return object;
    }
  array = json_array_sized_new (names->len);
  for (guint i = 0; i < names->len; i++)
    json_array_add_string_element (array, g_ptr_array_index (names, i));
  json_object_set_array_member (object, "elements", array);
  return object;
}
