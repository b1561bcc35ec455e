/* SPDX-License-Identifier: MIT */
#include "engine/consequences.h"

#include "engine/trail.h"
#include "model/statement.h"

#include <string.h>

enum
{
  N_PROPERTIES = 5,
  MAX_WORDS = 4000,
  MAX_LENGTH = 40, /* of a side whose parts are looked at */
};

#define NONE G_MAXUINT32

/* From strong to weak, so that what is found first needs the fewest facts. */
static const ChaseProperty properties[N_PROPERTIES]
    = { CHASE_PROPERTY_ISO, CHASE_PROPERTY_SPLIT_MONO, CHASE_PROPERTY_SPLIT_EPI,
        CHASE_PROPERTY_MONO, CHASE_PROPERTY_EPI };

typedef enum
{
  BY_NOTHING,
  BY_DECLARED,
  BY_IDENTITY,
  BY_WEAKER,
  BY_COMPOSITE,
  BY_FIRST,
  BY_LAST,
  BY_EQUAL,
  BY_SPLIT,
  BY_REST,
} Why;

/* Facts are numbered N_PROPERTIES * word + property. */
typedef struct
{
  Why why;
  guint32 from[2]; /* facts, or NONE */
  guint32 relation, at;
  gboolean reverse;
} Fact;

typedef struct
{
  guint32 source;
  ChaseWord word; /* borrowed */
} Part;

struct _ChaseConsequences
{
  const ChaseIndex *index;
  ChaseClock *clock;
  GArray *parts;     /* Part */
  GHashTable *known; /* Part -> number + 1 */
  Fact *facts;
  guint32 *letters; /* a copy of the path that was asked for */
  guint32 *singles; /* the arrows' numbers */
  gboolean grew;
};

static guint
part_hash (gconstpointer key)
{
  const Part *part = key;

  return chase_word_hash (part->source, part->word);
}

static gboolean
part_equal (gconstpointer a, gconstpointer b)
{
  const Part *one = a, *other = b;

  return one->source == other->source && chase_word_equal (one->word, other->word);
}

static guint32
find (const ChaseConsequences *c, guint32 source, ChaseWord word)
{
  Part part = { source, word };

  return GPOINTER_TO_UINT (g_hash_table_lookup (c->known, &part)) - 1;
}

static void
add_part (ChaseConsequences *c, guint32 source, ChaseWord word)
{
  Part *part;

  if (find (c, source, word) != NONE || c->parts->len >= MAX_WORDS)
    return;
  part = g_new (Part, 1);
  *part = (Part){ source, word };
  g_array_append_val (c->parts, *part);
  g_hash_table_insert (c->known, part, GUINT_TO_POINTER (c->parts->len));
}

/* All parts of the path, the empty ones among them. */
static void
add_parts (ChaseConsequences *c, guint32 source, ChaseWord word)
{
  if (word.length > MAX_LENGTH)
    return;
  for (guint32 i = 0; i <= word.length; i++)
    {
      for (guint32 k = i; k <= word.length; k++)
        add_part (c, source, chase_word_part (word, i, k - i));
      if (i < word.length)
        source = c->index->target[word.letters[i]];
    }
}

static guint32
number_of (guint32 part, guint property)
{
  return N_PROPERTIES * part + property;
}

static guint
position_of (ChaseProperty property)
{
  for (guint k = 0; k < N_PROPERTIES; k++)
    if (properties[k] == property)
      return k;
  return N_PROPERTIES;
}

static gboolean
has (const ChaseConsequences *c, guint32 part, ChaseProperty property)
{
  return part != NONE && c->facts[number_of (part, position_of (property))].why != BY_NOTHING;
}

static guint32
fact_of (guint32 part, ChaseProperty property)
{
  return number_of (part, position_of (property));
}

static void
conclude (ChaseConsequences *c, guint32 part, ChaseProperty property, Fact fact)
{
  Fact *own;

  if (part == NONE)
    return;
  own = &c->facts[fact_of (part, property)];
  if (own->why != BY_NOTHING)
    return;
  *own = fact;
  c->grew = TRUE;
}

static void
conclude_from (ChaseConsequences *c, guint32 part, ChaseProperty property, Why why, guint32 one,
               guint32 other)
{
  conclude (c, part, property, (Fact){ .why = why, .from = { one, other } });
}

/* What a path of one arrow or none has by itself. */
static void
start (ChaseConsequences *c, guint32 number)
{
  const Part *part = &g_array_index (c->parts, Part, number);
  const ChaseArrow *arrow;

  if (part->word.length == 0)
    conclude_from (c, number, CHASE_PROPERTY_ISO, BY_IDENTITY, NONE, NONE);
  if (part->word.length != 1)
    return;
  arrow = chase_presentation_arrow (c->index->presentation, part->word.letters[0]);
  for (guint k = 0; k < N_PROPERTIES; k++)
    if ((arrow->properties & properties[k])
        || (properties[k] == CHASE_PROPERTY_ISO && arrow->inverse != G_MAXUINT32))
      conclude_from (c, number, properties[k], BY_DECLARED, NONE, NONE);
}

/* What the path's own properties say. */
static void
look_at_itself (ChaseConsequences *c, guint32 part)
{
  static const ChaseProperty weaker[][2] = { { CHASE_PROPERTY_ISO, CHASE_PROPERTY_SPLIT_MONO },
                                             { CHASE_PROPERTY_ISO, CHASE_PROPERTY_SPLIT_EPI },
                                             { CHASE_PROPERTY_SPLIT_MONO, CHASE_PROPERTY_MONO },
                                             { CHASE_PROPERTY_SPLIT_EPI, CHASE_PROPERTY_EPI } };
  static const ChaseProperty both[][2] = { { CHASE_PROPERTY_SPLIT_MONO, CHASE_PROPERTY_EPI },
                                           { CHASE_PROPERTY_SPLIT_EPI, CHASE_PROPERTY_MONO } };

  for (guint k = 0; k < G_N_ELEMENTS (weaker); k++)
    if (has (c, part, weaker[k][0]))
      conclude_from (c, part, weaker[k][1], BY_WEAKER, fact_of (part, weaker[k][0]), NONE);
  for (guint k = 0; k < G_N_ELEMENTS (both); k++)
    if (has (c, part, both[k][0]) && has (c, part, both[k][1]))
      conclude_from (c, part, CHASE_PROPERTY_ISO, BY_SPLIT, fact_of (part, both[k][0]),
                     fact_of (part, both[k][1]));
}

/* What a path, its first part and its last one say of each other. */
static void
look_at_parts (ChaseConsequences *c, guint32 whole, guint32 first, guint32 last)
{
  ChaseProperty iso = CHASE_PROPERTY_ISO;

  for (guint k = 0; k < N_PROPERTIES; k++)
    if (has (c, first, properties[k]) && has (c, last, properties[k]))
      conclude_from (c, whole, properties[k], BY_COMPOSITE, fact_of (first, properties[k]),
                     fact_of (last, properties[k]));
  for (guint k = 0; k < N_PROPERTIES; k++)
    {
      if (!has (c, whole, properties[k]))
        continue;
      if (properties[k] & (CHASE_PROPERTY_MONO | CHASE_PROPERTY_SPLIT_MONO))
        conclude_from (c, first, properties[k], BY_FIRST, fact_of (whole, properties[k]), NONE);
      if (properties[k] & (CHASE_PROPERTY_EPI | CHASE_PROPERTY_SPLIT_EPI))
        conclude_from (c, last, properties[k], BY_LAST, fact_of (whole, properties[k]), NONE);
      if (has (c, first, iso))
        conclude_from (c, last, properties[k], BY_REST, fact_of (whole, properties[k]),
                       fact_of (first, iso));
      if (has (c, last, iso))
        conclude_from (c, first, properties[k], BY_REST, fact_of (whole, properties[k]),
                       fact_of (last, iso));
    }
}

/* The path after side @side of a relation at @at became the other one has what this one has. */
static void
look_at_side (ChaseConsequences *c, guint32 number, guint32 at, guint32 side)
{
  const ChaseRelation *r = &c->index->relations[side / 2];
  const Part *part = &g_array_index (c->parts, Part, number);
  ChaseWord from = r->side[side & 1], to = r->side[1 - (side & 1)];
  g_autoptr (GArray) path = NULL;
  guint32 other;

  if (from.length > part->word.length - at
      || !chase_word_equal (from, (ChaseWord){ part->word.letters + at, from.length }))
    return;
  path = g_array_new (FALSE, FALSE, sizeof (guint32));
  if (at > 0)
    g_array_append_vals (path, part->word.letters, at);
  if (to.length > 0)
    g_array_append_vals (path, to.letters, to.length);
  if (part->word.length > at + from.length)
    g_array_append_vals (path, part->word.letters + at + from.length,
                         part->word.length - at - from.length);
  other = find (c, part->source, (ChaseWord){ (guint32 *)(gpointer)path->data, path->len });
  for (guint k = 0; k < N_PROPERTIES && other != NONE; k++)
    if (has (c, number, properties[k]))
      conclude (c, other, properties[k],
                (Fact){ .why = BY_EQUAL,
                        .from = { fact_of (number, properties[k]), NONE },
                        .relation = side / 2,
                        .at = at,
                        .reverse = side & 1 });
}

static void
look_at_equals (ChaseConsequences *c, guint32 number)
{
  const Part part = g_array_index (c->parts, Part, number);
  const ChaseIndex *index = c->index;
  guint32 object = part.source;

  for (guint32 at = 0; at <= part.word.length; at++)
    {
      guint32 key = index->n_arrows + object;

      for (guint32 i = index->begin_first[key]; i < index->begin_first[key + 1]; i++)
        look_at_side (c, number, at, index->begin[i]);
      if (at == part.word.length)
        break;
      key = part.word.letters[at];
      for (guint32 i = index->begin_first[key]; i < index->begin_first[key + 1]; i++)
        look_at_side (c, number, at, index->begin[i]);
      object = index->target[key];
    }
}

static void
look_at (ChaseConsequences *c, guint32 number)
{
  const Part part = g_array_index (c->parts, Part, number);
  guint32 object = part.source;

  look_at_itself (c, number);
  for (guint32 k = 1; k < part.word.length; k++)
    {
      object = c->index->target[part.word.letters[k - 1]];
      look_at_parts (c, number, find (c, part.source, (ChaseWord){ part.word.letters, k }),
                     find (c, object, (ChaseWord){ part.word.letters + k, part.word.length - k }));
    }
  look_at_equals (c, number);
}

ChaseConsequences *
chase_consequences_new (const ChaseIndex *index, guint32 source, ChaseWord word, ChaseClock *clock)
{
  ChaseConsequences *c = g_new0 (ChaseConsequences, 1);

  c->index = index;
  c->clock = clock;
  c->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  c->known = g_hash_table_new_full (part_hash, part_equal, g_free, NULL);
  c->letters = g_memdup2 (word.letters, word.length * sizeof (guint32));
  if (index->n_objects > 0)
    add_parts (c, source, (ChaseWord){ c->letters, word.length });
  c->singles = g_new (guint32, (gsize)index->n_arrows + 1);
  for (guint32 i = 0; i < index->n_arrows; i++)
    c->singles[i] = i;
  for (guint32 i = 0; i < index->n_arrows; i++)
    add_part (c, chase_presentation_arrow (index->presentation, i)->source,
              (ChaseWord){ c->singles + i, 1 });
  for (guint32 i = 0; i < index->n_relations; i++)
    for (guint k = 0; k < 2; k++)
      add_parts (c, index->relations[i].source, index->relations[i].side[k]);
  c->facts = g_new0 (Fact, N_PROPERTIES * (gsize)c->parts->len + 1);
  for (guint32 i = 0; i < c->parts->len; i++)
    start (c, i);
  for (c->grew = TRUE; c->grew && !chase_clock_look (clock);)
    {
      c->grew = FALSE;
      for (guint32 i = 0; i < c->parts->len && !chase_clock_tick (clock); i++)
        look_at (c, i);
    }
  return c;
}

void
chase_consequences_free (ChaseConsequences *c)
{
  g_array_unref (c->parts);
  g_hash_table_unref (c->known);
  g_free (c->facts);
  g_free (c->letters);
  g_free (c->singles);
  g_free (c);
}

ChaseProperty
chase_consequences_of (const ChaseConsequences *c, guint32 source, ChaseWord word)
{
  guint32 part = find (c, source, word);
  ChaseProperty known = CHASE_PROPERTY_NONE;

  for (guint k = 0; k < N_PROPERTIES; k++)
    if (has (c, part, properties[k]))
      known |= properties[k];
  return known;
}

void
chase_consequences_visit (const ChaseConsequences *c, ChaseConsequenceVisit visit, gpointer data)
{
  for (gboolean single = TRUE;; single = FALSE)
    {
      for (guint i = 0; i < c->parts->len; i++)
        {
          const Part *part = &g_array_index (c->parts, Part, i);
          ChaseProperty known = chase_consequences_of (c, part->source, part->word);

          if (part->word.length > 0 && (part->word.length == 1) == single && known != 0)
            visit (part->source, part->word, known, data);
        }
      if (!single)
        return;
    }
}

static JsonArray *
path_array (const ChaseConsequences *c, ChaseWord word)
{
  JsonArray *array = json_array_new ();

  for (guint32 i = 0; i < word.length; i++)
    json_array_add_string_element (
        array, chase_presentation_arrow (c->index->presentation, word.letters[i])->name);
  return array;
}

/* The proof of one step that leads from the path of the fact before to this one's. */
static JsonNode *
proof_of (const ChaseConsequences *c, const Fact *fact, guint32 part)
{
  const Part *from = &g_array_index (c->parts, Part, fact->from[0] / N_PROPERTIES);
  const Part *to = &g_array_index (c->parts, Part, part);
  g_autoptr (ChaseTrail) trail = chase_trail_new ();
  g_autoptr (ChaseEvidence) proof = NULL;

  chase_trail_add (trail, fact->relation, fact->at, fact->reverse);
  proof = chase_trail_to_proof (trail, c->index, from->word, to->word, c->clock);
  return proof != NULL ? chase_evidence_to_json (proof, c->index->presentation) : NULL;
}

static JsonObject *
fact_object (const ChaseConsequences *c, guint32 number, const gint64 *place)
{
  static const char *const words[] = { "",      "declared", "identity", "weaker", "composite",
                                       "first", "last",     "equal",    "split",  "rest" };
  const Fact *fact = &c->facts[number];
  const Part *part = &g_array_index (c->parts, Part, number / N_PROPERTIES);
  JsonObject *object = json_object_new ();
  JsonArray *of;
  JsonNode *proof = NULL;

  json_object_set_array_member (object, "path", path_array (c, part->word));
  if (part->word.length == 0)
    json_object_set_string_member (
        object, "object", chase_presentation_object_name (c->index->presentation, part->source));
  json_object_set_string_member (object, "is",
                                 chase_property_word (properties[number % N_PROPERTIES]));
  json_object_set_string_member (object, "by", words[fact->why]);
  if (fact->from[0] == NONE)
    return object;
  of = json_array_new ();
  for (guint k = 0; k < 2 && fact->from[k] != NONE; k++)
    json_array_add_int_element (of, place[fact->from[k]]);
  json_object_set_array_member (object, "of", of);
  if (fact->why == BY_EQUAL)
    proof = proof_of (c, fact, number / N_PROPERTIES);
  if (proof != NULL)
    json_object_set_member (object, "proof", proof);
  return object;
}

/* Writes the fact after those that it follows from; @place says where each is, or -1. */
static void
write_fact (const ChaseConsequences *c, guint32 number, gint64 *place, JsonArray *facts)
{
  const Fact *fact = &c->facts[number];

  if (place[number] >= 0)
    return;
  for (guint k = 0; k < 2; k++)
    if (fact->from[k] != NONE)
      write_fact (c, fact->from[k], place, facts);
  place[number] = json_array_get_length (facts);
  json_array_add_object_element (facts, fact_object (c, number, place));
}

JsonObject *
chase_consequences_evidence (const ChaseConsequences *c, guint32 source, ChaseWord word,
                             ChaseProperty property)
{
  guint32 part = find (c, source, word);
  gsize n = N_PROPERTIES * (gsize)c->parts->len;
  g_autofree gint64 *place = NULL;
  JsonObject *object;
  JsonArray *facts;

  if (position_of (property) == N_PROPERTIES || !has (c, part, property))
    return NULL;
  place = g_new (gint64, n + 1);
  for (gsize i = 0; i < n; i++)
    place[i] = -1;
  facts = json_array_new ();
  write_fact (c, fact_of (part, property), place, facts);
  object = json_object_new ();
  json_object_set_string_member (object, "type", "laws");
  json_object_set_array_member (object, "facts", facts);
  return object;
}
