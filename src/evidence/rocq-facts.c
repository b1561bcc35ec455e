/* SPDX-License-Identifier: MIT */
#include "evidence/report-private.h"
#include "evidence/rocq-private.h"
#include "model/statement.h"

/* The facts of a report (report-facts.c), which the verifier has accepted, as lemmas: what a fact
 * follows from is a lemma before it, how it follows one of chase_rocq_properties. */

typedef struct
{
  guint32 source, target;
  GArray *letters;
  ChaseProperty is;
  const char *name;
} Fact;

typedef struct
{
  ChaseProperty property;
  const char *stem; /* of the lemmas about it */
  const char *said;
} Word;

static const Word words[] = {
  { CHASE_PROPERTY_MONO, "mono", "mono" },
  { CHASE_PROPERTY_EPI, "epi", "epi" },
  { CHASE_PROPERTY_SPLIT_MONO, "split_mono", "is_split_mono" },
  { CHASE_PROPERTY_SPLIT_EPI, "split_epi", "is_split_epi" },
  { CHASE_PROPERTY_ISO, "iso", "is_iso" },
};

static const Word *
word_of (ChaseProperty property)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i].property == property)
      return &words[i];
  return NULL;
}

static void
fact_clear (gpointer data)
{
  g_array_unref (((Fact *)data)->letters);
}

static ChaseWord
path_of (const Fact *fact)
{
  return (ChaseWord){ (const guint32 *)(gconstpointer)fact->letters->data, fact->letters->len };
}

/* Opens the lemma @name, whose proof begins on the line after. */
static void
open_lemma (ChaseRocqRoom *room, const char *name, guint32 source, ChaseWord word,
            ChaseProperty property)
{
  GString *out = chase_rocq_room_lemmas (room);

  g_string_append_printf (out, "Lemma %s : %s (", name, word_of (property)->said);
  chase_rocq_room_path (room, source, word, out);
  g_string_append (out, ").\nProof.\n");
}

/* A term for @property of the arrow @i, by what is declared of it, or NULL. */
static char *
declared_term (const ChaseRocqRoom *room, guint32 i, ChaseProperty property)
{
  static const ChaseProperty stronger[]
      = { CHASE_PROPERTY_ISO, CHASE_PROPERTY_SPLIT_MONO, CHASE_PROPERTY_SPLIT_EPI };
  char *term = chase_rocq_room_declared (room, i, property);

  for (guint k = 0; term == NULL && k < G_N_ELEMENTS (stronger); k++)
    {
      g_autofree char *by = NULL;

      if (stronger[k] == property || (k > 0 && property == CHASE_PROPERTY_ISO)
          || (k == 1 && property != CHASE_PROPERTY_MONO)
          || (k == 2 && property != CHASE_PROPERTY_EPI))
        continue;
      by = chase_rocq_room_declared (room, i, stronger[k]);
      if (by != NULL)
        term = g_strdup_printf ("(%s_of_%s %s)", word_of (property)->stem,
                                word_of (stronger[k])->stem, by);
    }
  return term;
}

/* The same for a path: with its brackets to the right it is a composite as it stands. */
static char *
declared_path (const ChaseRocqRoom *room, ChaseWord word, ChaseProperty property)
{
  g_autofree char *term = NULL;

  for (guint32 i = word.length; i-- > 0;)
    {
      g_autofree char *one = declared_term (room, word.letters[i], property);
      g_autofree char *rest = g_steal_pointer (&term);

      if (one == NULL)
        return NULL;
      term = rest == NULL ? g_steal_pointer (&one)
                          : g_strdup_printf ("(%s_composite eq_refl %s %s)",
                                             word_of (property)->stem, one, rest);
    }
  return g_steal_pointer (&term);
}

static gboolean
add_declared (ChaseRocqRoom *room, const char *name, guint32 source, ChaseWord word,
              ChaseProperty property)
{
  g_autofree char *term = declared_path (room, word, property);

  if (term == NULL && word.length > 0)
    return FALSE;
  open_lemma (room, name, source, word, property);
  if (term != NULL)
    g_string_append_printf (chase_rocq_room_lemmas (room), "  exact %s.\nQed.\n\n", term);
  else
    g_string_append_printf (chase_rocq_room_lemmas (room), "  exact (%s_id _).\nQed.\n\n",
                            word_of (property)->stem);
  return TRUE;
}

static Fact
read_fact (const ChasePresentation *p, JsonObject *object)
{
  const char *place = chase_report_string (object, "object");
  Fact fact = { .letters = g_array_new (FALSE, FALSE, sizeof (guint32)) };

  chase_report_word (p, chase_report_array (object, "path"), fact.letters);
  if (fact.letters->len > 0)
    fact.source = chase_presentation_arrow (p, g_array_index (fact.letters, guint32, 0))->source;
  else if (place != NULL)
    fact.source = chase_presentation_find_object (p, place);
  chase_presentation_path_target (p, fact.source, path_of (&fact), &fact.target);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (chase_report_string (object, "is"), chase_property_word (words[i].property))
        == 0)
      fact.is = words[i].property;
  return fact;
}

/* By the lemma @how of the composite @whole, split behind @n arrows: what is left is to move
 * brackets. */
static void
append_by_parts (ChaseRocqRoom *room, const Fact *whole, guint32 n, const Fact *fact,
                 const char *how, const char *one, const char *other)
{
  const ChasePresentation *p = chase_rocq_room_presentation (room);
  GString *out = chase_rocq_room_lemmas (room);
  ChaseWord word = path_of (whole);
  ChaseWord first = { word.letters, n }, last = { word.letters + n, word.length - n };
  guint32 middle = whole->source;

  chase_presentation_path_target (p, whole->source, first, &middle);
  g_string_append_printf (out, "  refine (%s_%s (f := ", word_of (fact->is)->stem, how);
  chase_rocq_room_path (room, whole->source, first, out);
  g_string_append (out, ") (g := ");
  chase_rocq_room_path (room, middle, last, out);
  g_string_append_printf (out, ") _ %s%s%s).\n", one, other != NULL ? " " : "",
                          other != NULL ? other : "");
  if (n == 0)
    g_string_append (out, "  exact (id_left _).\n");
  else if (n == word.length)
    g_string_append (out, "  exact (id_right _).\n");
  else
    g_string_append_printf (out, "  associate %u.\n", n - 1);
}

/* Is @part what @whole begins with, up to the object where @rest goes on? */
static gboolean
begins_with (const Fact *whole, const Fact *part, const Fact *rest)
{
  ChaseWord word = path_of (whole), u = path_of (part);

  return part->source == whole->source && part->target == rest->source
         && chase_word_equal ((ChaseWord){ word.letters, u.length }, u);
}

static void
append_two (ChaseRocqRoom *room, const char *by, const Fact *fact, const Fact *one,
            const Fact *other)
{
  gboolean before;

  if (g_str_equal (by, "composite"))
    append_by_parts (room, fact, one->letters->len, fact, "composite", one->name, other->name);
  else if (g_str_equal (by, "rest"))
    {
      before = begins_with (one, fact, other);
      append_by_parts (room, one, before ? fact->letters->len : other->letters->len, fact,
                       before ? "before_iso" : "behind_iso", one->name, other->name);
    }
  else
    {
      const Word *a = word_of (one->is), *b = word_of (other->is);

      before = one->is == CHASE_PROPERTY_SPLIT_MONO || one->is == CHASE_PROPERTY_SPLIT_EPI;
      g_string_append_printf (chase_rocq_room_lemmas (room), "  exact (iso_of_%s_%s %s %s).\n",
                              before ? a->stem : b->stem, before ? b->stem : a->stem,
                              before ? one->name : other->name, before ? other->name : one->name);
    }
}

/* How @fact follows from @one (and @other), by the rule @by. */
static void
append_rule (ChaseRocqRoom *room, const char *by, const char *equal, const Fact *fact,
             const Fact *one, const Fact *other)
{
  GString *out = chase_rocq_room_lemmas (room);
  guint n = fact->letters->len;

  if (g_str_equal (by, "equal"))
    g_string_append_printf (out, "  exact (eq_ind _ (fun here => %s here) %s _ %s).\n",
                            word_of (fact->is)->said, one->name, equal);
  else if (g_str_equal (by, "weaker") && one->is == fact->is)
    g_string_append_printf (out, "  exact %s.\n", one->name);
  else if (g_str_equal (by, "weaker"))
    g_string_append_printf (out, "  exact (%s_of_%s %s).\n", word_of (fact->is)->stem,
                            word_of (one->is)->stem, one->name);
  else if (g_str_equal (by, "first"))
    append_by_parts (room, one, n, fact, "first", one->name, NULL);
  else if (g_str_equal (by, "last"))
    append_by_parts (room, one, one->letters->len - n, fact, "last", one->name, NULL);
  else
    append_two (room, by, fact, one, other);
}

static const Fact *
premise (const GArray *facts, JsonObject *object, guint k)
{
  JsonArray *of = chase_report_array (object, "of");

  return of != NULL && k < json_array_get_length (of)
             ? &g_array_index (facts, Fact, chase_report_number_at (of, k))
             : NULL;
}

/* Where a path equals another one, the lemma that says so; else NULL. */
static const char *
prove_equal (ChaseRocqRoom *room, const char *stem, JsonObject *object, const Fact *one)
{
  JsonNode *node = json_object_get_member (object, "proof");
  g_autoptr (ChaseEvidence) proof = NULL;
  g_autofree char *name = g_strconcat (stem, "_equal", NULL);

  if (node == NULL || one == NULL)
    return NULL;
  proof = chase_evidence_from_json (node, chase_rocq_room_presentation (room), NULL, NULL);
  return proof != NULL ? chase_rocq_room_prove (room, name, one->source, proof) : NULL;
}

static gboolean
add_fact (ChaseRocqRoom *room, const char *stem, gboolean last, const GArray *facts,
          JsonObject *object, Fact *fact)
{
  const char *by = chase_report_string (object, "by");
  const Fact *one = premise (facts, object, 0), *other = premise (facts, object, 1);
  g_autofree char *before = g_strconcat (stem, "_by", NULL);
  const char *equal = NULL;

  fact->name = chase_rocq_room_name (room, last ? stem : before);
  if (g_str_equal (by, "declared") || g_str_equal (by, "identity"))
    return add_declared (room, fact->name, fact->source, path_of (fact), fact->is);
  equal = prove_equal (room, stem, object, one);
  open_lemma (room, fact->name, fact->source, path_of (fact), fact->is);
  append_rule (room, by, equal, fact, one, other);
  g_string_append (chase_rocq_room_lemmas (room), "Qed.\n\n");
  return TRUE;
}

static gboolean
add_facts (ChaseRocqRoom *room, const char *stem, JsonArray *facts)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Fact));
  GString *out = chase_rocq_room_lemmas (room);
  gsize before = out->len;
  guint n = json_array_get_length (facts);

  g_array_set_clear_func (all, fact_clear);
  for (guint i = 0; i < n; i++)
    {
      JsonObject *object = json_array_get_object_element (facts, i);
      Fact fact = read_fact (chase_rocq_room_presentation (room), object);
      gboolean good = add_fact (room, stem, i + 1 == n, all, object, &fact);

      g_array_append_val (all, fact);
      if (!good)
        {
          g_string_truncate (out, before);
          return FALSE;
        }
    }
  return TRUE;
}

gboolean
chase_rocq_room_add_property (ChaseRocqRoom *room, const char *stem, guint32 source, ChaseWord word,
                              ChaseProperty property, JsonArray *facts)
{
  if (facts != NULL)
    return add_facts (room, stem, facts);
  return add_declared (room, chase_rocq_room_name (room, stem), source, word, property);
}

void
chase_rocq_room_add_isomorphic (ChaseRocqRoom *room, const char *stem, const guint32 ends[2],
                                ChaseWord there, ChaseWord back,
                                const ChaseEvidence *const proofs[2])
{
  const ChaseWord nothing = { NULL, 0 };
  const ChaseWord ways[2] = { there, back };
  const char *laws[2];
  GString *out;

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *part = g_strconcat (stem, i == 0 ? "_there" : "_back", NULL);

      laws[i] = chase_rocq_room_prove (room, part, ends[i], proofs[i]);
    }
  out = chase_rocq_room_lemmas (room);
  g_string_append_printf (
      out, "Lemma %s : exists there back,\n  there >> back = ", chase_rocq_room_name (room, stem));
  chase_rocq_room_path (room, ends[0], nothing, out);
  g_string_append (out, " /\\ back >> there = ");
  chase_rocq_room_path (room, ends[1], nothing, out);
  g_string_append (out, ".\nProof.\n  exists (");
  for (guint i = 0; i < 2; i++)
    {
      chase_rocq_room_path (room, ends[i], ways[i], out);
      g_string_append (out, i == 0 ? "), (" : ").\n");
    }
  for (guint i = 0; i < 2; i++)
    g_string_append_printf (out, "  %srewrite ?assoc, ?id_left, ?id_right; exact %s%s",
                            i == 0 ? "split; [" : "  ", laws[i], i == 0 ? "|\n" : "].\nQed.\n\n");
}
