/* SPDX-License-Identifier: MIT */
#include "evidence/roll.h"

#define NOWHERE G_MAXUINT32

enum
{
  MAX_ELEMENTS = 10000,
  MAX_LETTERS = 1000000,
};

/* A morphism of one source while they are numbered. */
typedef struct
{
  guint32 row;
  guint32 before; /* number of the morphism it prolongs */
  guint32 arrow;
  guint32 length;
} Found;

struct _ChaseRoll
{
  const ChasePresentation *presentation;
  guint32 to;
  guint8 *leads;      /* object */
  guint32 *out_first; /* object -> first of its arrows that lead to @to, in @out */
  guint32 *out;
  GArray *
      found; /* Found: of the sources that were not yet written, an identity before those of each */
  guint64 n_letters; /* of those to @to */
  guint64 count;
  guint n_identities;  /* among them */
  GChecksum *checksum; /* NULL while all are kept */
  JsonArray *along;    /* names, or NULL */
};

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

static void
sort_arrows (ChaseRoll *roll)
{
  const ChasePresentation *p = roll->presentation;
  guint32 n_objects = chase_presentation_n_objects (p), n = chase_presentation_n_arrows (p);

  roll->out_first = g_new0 (guint32, (gsize)n_objects + 2);
  roll->out = g_new (guint32, (gsize)n + 1);
  for (guint32 f = 0; f < n; f++)
    if (roll->leads[chase_presentation_arrow (p, f)->target])
      roll->out_first[chase_presentation_arrow (p, f)->source + 2]++;
  for (guint32 o = 1; o <= n_objects; o++)
    roll->out_first[o + 1] += roll->out_first[o];
  for (guint32 f = 0; f < n; f++)
    if (roll->leads[chase_presentation_arrow (p, f)->target])
      roll->out[roll->out_first[chase_presentation_arrow (p, f)->source + 1]++] = f;
}

ChaseRoll *
chase_roll_new (const ChasePresentation *presentation, guint32 to)
{
  ChaseRoll *roll = g_new0 (ChaseRoll, 1);

  roll->presentation = presentation;
  roll->to = to;
  roll->leads = chase_roll_leading (presentation, to);
  roll->found = g_array_new (FALSE, FALSE, sizeof (Found));
  sort_arrows (roll);
  return roll;
}

void
chase_roll_free (ChaseRoll *roll)
{
  if (roll == NULL)
    return;
  g_clear_pointer (&roll->checksum, g_checksum_free);
  g_clear_pointer (&roll->along, json_array_unref);
  g_array_unref (roll->found);
  g_free (roll->out_first);
  g_free (roll->out);
  g_free (roll->leads);
  g_free (roll);
}

void
chase_roll_set_along (ChaseRoll *roll, ChaseWord along)
{
  roll->along = json_array_sized_new (along.length);
  for (guint32 i = 0; i < along.length; i++)
    json_array_add_string_element (
        roll->along, chase_presentation_arrow (roll->presentation, along.letters[i])->name);
}

guint64
chase_roll_count (const ChaseRoll *roll)
{
  return roll->count;
}

static gboolean
is_counted (const ChaseRoll *roll, guint32 arrow)
{
  return roll->to == NOWHERE
         || chase_presentation_arrow (roll->presentation, arrow)->target == roll->to;
}

/* Moves what is kept into the checksum. */
static void
sum_up (ChaseRoll *roll)
{
  if (roll->checksum == NULL)
    roll->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  for (guint i = 0; i < roll->found->len; i++)
    {
      const Found *one = &g_array_index (roll->found, Found, i);
      char number[16];
      const char *name;

      if (one->arrow == NOWHERE)
        continue;
      name = chase_presentation_arrow (roll->presentation, one->arrow)->name;
      g_snprintf (number, sizeof number, "%u ", one->before);
      g_checksum_update (roll->checksum, (const guchar *)number, -1);
      g_checksum_update (roll->checksum, (const guchar *)name, -1);
      g_checksum_update (roll->checksum, (const guchar *)"\n", 1);
    }
  g_array_set_size (roll->found, 0);
}

static void
follow_arrows (ChaseRoll *roll, guint32 source, guint first, guint head, guint8 *seen,
               guint32 n_rows, ChaseRollFollow follow, gpointer data)
{
  Found at = g_array_index (roll->found, Found, head);
  guint32 object = at.arrow == NOWHERE
                       ? source
                       : chase_presentation_arrow (roll->presentation, at.arrow)->target;

  for (guint32 i = roll->out_first[object]; i < roll->out_first[object + 1]; i++)
    {
      guint32 arrow = roll->out[i], next = follow (at.row, arrow, data);
      Found one = { next, head - first, arrow, at.length + 1 };

      if (next >= n_rows || seen[next])
        continue;
      seen[next] = 1;
      g_array_append_val (roll->found, one);
      if (!is_counted (roll, arrow))
        continue;
      roll->count++;
      roll->n_letters += one.length;
    }
}

void
chase_roll_add (ChaseRoll *roll, guint32 source, guint32 n_rows, ChaseRollFollow follow,
                gpointer data)
{
  g_autofree guint8 *seen = g_new0 (guint8, (gsize)n_rows + 1);
  Found identity = { 0, 0, NOWHERE, 0 };
  guint first = roll->found->len;

  if (!roll->leads[source])
    return;
  g_array_append_val (roll->found, identity);
  seen[0] = 1;
  for (guint head = first; head < roll->found->len; head++)
    follow_arrows (roll, source, first, head, seen, n_rows, follow, data);
  if (roll->to == NOWHERE || roll->to == source)
    {
      roll->n_identities++;
      roll->count++;
    }
  if (roll->checksum != NULL || roll->count > MAX_ELEMENTS || roll->n_letters > MAX_LETTERS)
    sum_up (roll);
}

/* Every path shares the node of each arrow's name. */
static JsonArray *
path_of (const ChaseRoll *roll, guint first, guint number, JsonNode **names)
{
  const Found *found = &g_array_index (roll->found, Found, first);
  guint32 length = found[number].length;
  g_autofree guint32 *letters = g_new (guint32, (gsize)length + 1);
  JsonArray *path = json_array_sized_new (length);

  for (guint32 i = length; i > 0; i--)
    {
      letters[i - 1] = found[number].arrow;
      number = found[number].before;
    }
  for (guint32 i = 0; i < length; i++)
    {
      JsonNode **name = &names[letters[i]];

      if (*name == NULL)
        *name = json_node_init_string (
            json_node_alloc (), chase_presentation_arrow (roll->presentation, letters[i])->name);
      json_array_add_element (path, json_node_ref (*name));
    }
  return path;
}

static JsonArray *
list_elements (const ChaseRoll *roll)
{
  JsonArray *elements = json_array_sized_new ((guint)roll->count);
  guint32 n_arrows = chase_presentation_n_arrows (roll->presentation);
  g_autofree JsonNode **names = g_new0 (JsonNode *, (gsize)n_arrows + 1);
  guint first = 0;

  for (guint i = 0; i < roll->found->len; i++)
    {
      const Found *one = &g_array_index (roll->found, Found, i);

      if (one->arrow == NOWHERE)
        first = i;
      else if (is_counted (roll, one->arrow))
        json_array_add_array_element (elements, path_of (roll, first, i - first, names));
    }
  for (guint i = 0; i < roll->n_identities; i++)
    json_array_add_array_element (elements, json_array_new ());
  for (guint32 f = 0; f < n_arrows; f++)
    g_clear_pointer (&names[f], json_node_unref);
  return elements;
}

JsonObject *
chase_roll_finish (ChaseRoll *roll)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "type", "list");
  if (roll->checksum == NULL)
    json_object_set_array_member (object, "elements", list_elements (roll));
  else
    json_object_set_string_member (object, "checksum", g_checksum_get_string (roll->checksum));
  if (roll->along != NULL)
    json_object_set_array_member (object, "along", json_array_ref (roll->along));
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
