/* SPDX-License-Identifier: MIT */
#include "evidence/rocq.h"

#include "evidence/report-private.h"
#include "evidence/rocq-private.h"
#include "evidence/verifier.h"
#include "model/of-drawings.h"
#include "model/laws.h"

#include <string.h>

/* What the two languages write differently. */
typedef struct
{
  const char *title;
  const char *head;
  const char *open, *close; /* of a comment */
  gpointer (*room_new) (const ChasePresentation *presentation, const char *title);
  void (*room_free) (gpointer room);
  void (*remark) (gpointer room, const char *text);
  void (*add) (gpointer room, const char *stem, guint32 source, const ChaseEvidence *proof,
               guint32 first, guint32 last);
  void (*write) (gpointer room, const char *name, GString *out);
  const char *properties; /* a second head, of what is said of morphisms; NULL: no lemmas on that */
} Language;

static gpointer
rocq_new (const ChasePresentation *presentation, const char *title)
{
  return chase_rocq_room_new (presentation, title);
}

static void
rocq_free (gpointer room)
{
  chase_rocq_room_free (room);
}

static void
rocq_remark (gpointer room, const char *text)
{
  chase_rocq_room_remark (room, text);
}

static void
rocq_add (gpointer room, const char *stem, guint32 source, const ChaseEvidence *proof,
          guint32 first, guint32 last)
{
  chase_rocq_room_add (room, stem, source, proof, first, last);
}

static void
rocq_write (gpointer room, const char *name, GString *out)
{
  chase_rocq_room_write (room, name, out);
}

static gpointer
lean_new (const ChasePresentation *presentation, const char *title)
{
  return chase_lean_room_new (presentation, title);
}

static void
lean_free (gpointer room)
{
  chase_lean_room_free (room);
}

static void
lean_remark (gpointer room, const char *text)
{
  chase_lean_room_remark (room, text);
}

static void
lean_add (gpointer room, const char *stem, guint32 source, const ChaseEvidence *proof,
          guint32 first, guint32 last)
{
  chase_lean_room_add (room, stem, source, proof, first, last);
}

static void
lean_write (gpointer room, const char *name, GString *out)
{
  chase_lean_room_write (room, name, out);
}

static const char lean_head[] = "import Mathlib.CategoryTheory.EpiMono\n"
                                "\n"
                                "open CategoryTheory\n"
                                "\n"
                                "universe v u\n";

static const Language languages[] = {
  [CHASE_PROOFS_ROCQ]
  = { "Paths are in\n   diagram order: f >> g is first f, then g.", chase_rocq_head, "(* ", " *)\n",
      rocq_new, rocq_free, rocq_remark, rocq_add, rocq_write, chase_rocq_properties },
  [CHASE_PROOFS_LEAN]
  = { "Lean 4 in the style\nof mathlib; it was not compiled here.", lean_head, "/- ", " -/\n",
      lean_new, lean_free, lean_remark, lean_add, lean_write, NULL },
};

typedef struct
{
  const Language *language;
  ChaseTheory *theory;
  GPtrArray *presentations; /* in the order of their first lemma */
  GPtrArray *rooms;
  GString *left_out;
  gboolean properties; /* the second head is needed */
  guint n_lemmas;
  guint n_claims;
} Writer;

/* One equation that a claim proves. */
typedef struct
{
  ChasePresentation *presentation;
  guint32 source;
  ChaseEvidence *proof;
  guint32 first;
  guint32 last;
} Piece;

static void
piece_free (gpointer data)
{
  Piece *piece = data;

  chase_presentation_unref (piece->presentation);
  chase_evidence_unref (piece->proof);
  g_free (piece);
}

static void
add_piece (GPtrArray *pieces, ChasePresentation *presentation, guint32 source,
           const ChaseEvidence *proof, guint32 first, guint32 last)
{
  Piece *piece = g_new (Piece, 1);

  *piece = (Piece){ chase_presentation_ref (presentation), source,
                    chase_evidence_ref ((ChaseEvidence *)proof), first, last };
  g_ptr_array_add (pieces, piece);
}

static ChaseWord
as_word (const GArray *letters)
{
  ChaseWord word = { (const guint32 *)(gconstpointer)letters->data, letters->len };

  return word;
}

/* A list of laws, with the evidence that the report gives for each. */
static gboolean
find_laws (const ChaseLawList *list, JsonObject *object, GPtrArray *pieces)
{
  JsonArray *equations = chase_report_array (object, "equations");

  if (list->broken != G_MAXUINT32 || list->obstacle != NULL || equations == NULL
      || json_array_get_length (equations) != list->claims->len)
    return FALSE;
  for (guint i = 0; i < list->claims->len; i++)
    {
      const ChaseLawClaim *law = g_ptr_array_index (list->claims, i);
      JsonNode *node = json_array_get_element (equations, i);
      g_autoptr (ChaseEvidence) proof = NULL;
      JsonNode *inner;

      if (law->functions || !JSON_NODE_HOLDS_OBJECT (node))
        return FALSE;
      inner = json_object_get_member (json_node_get_object (node), "evidence");
      if (inner != NULL && JSON_NODE_HOLDS_OBJECT (inner))
        proof = chase_evidence_from_json (inner, law->presentation, NULL, NULL);
      if (proof == NULL || proof->kind != CHASE_EVIDENCE_PROOF
          || !chase_verify_equation (law->presentation, law->source, as_word (law->left),
                                     as_word (law->right), TRUE, proof, NULL))
        return FALSE;
      add_piece (pieces, law->presentation, law->source, proof, 0, proof->proof.n_steps);
    }
  return TRUE;
}

static JsonObject *
payload_object (const ChaseEvidence *evidence)
{
  if (evidence->kind < CHASE_EVIDENCE_TABLE || !JSON_NODE_HOLDS_OBJECT (evidence->payload))
    return NULL;
  return json_node_get_object (evidence->payload);
}

static gboolean
find_transformations (Writer *w, const ChaseRocqClaim *claim, GPtrArray *pieces)
{
  const GPtrArray *terms = claim->proposition->terms;
  const ChaseTransformation *two[2];
  g_autoptr (ChaseLawList) list = NULL;
  JsonObject *object = payload_object (claim->evidence);

  if (terms->len != 2 || object == NULL)
    return FALSE;
  for (guint i = 0; i < 2; i++)
    two[i]
        = chase_theory_transformation (w->theory, g_ptr_array_index (terms, i), NULL, NULL, NULL);
  if (two[0] == NULL || two[1] == NULL || two[0]->form == CHASE_TRANSFORMATION_TERM
      || two[0]->form != two[1]->form)
    return FALSE;
  list = chase_transformation_equations (two[0], two[1]);
  return find_laws (list, object, pieces);
}

/* Cuts the proof of a chain where it comes to each of its paths; FALSE where it misses one. */
static gboolean
cut_chain (ChasePresentation *presentation, guint32 source, const GPtrArray *words,
           const ChaseEvidence *proof, GPtrArray *pieces)
{
  guint32 step = 0, first = 0, n = proof->proof.n_steps;

  for (guint i = 1; i < words->len; i++)
    {
      ChaseWord wanted = as_word (g_ptr_array_index (words, i));
      gboolean is_last = i + 1 == words->len;

      if (is_last)
        step = n;
      while (!is_last
             && !chase_word_equal (
                 step == 0 ? proof->proof.start : proof->proof.steps[step - 1].path, wanted))
        if (++step > n)
          return FALSE;
      add_piece (pieces, presentation, source, proof, first, step);
      first = step;
    }
  return TRUE;
}

static gboolean
find_equation (Writer *w, const ChaseRocqClaim *claim, GPtrArray *pieces)
{
  g_autoptr (ChaseProposition) drawn = chase_proposition_of_drawing (w->theory, claim->proposition);
  const ChaseProposition *proposition = drawn != NULL ? drawn : claim->proposition;
  const ChaseCategory *category = chase_theory_proposition_category (w->theory, proposition, NULL);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  guint32 source = 0, target;

  if (category != NULL && category->kind == CHASE_CATEGORY_FUNCTORS)
    return find_transformations (w, claim, pieces);
  if (category == NULL || category->kind != CHASE_CATEGORY_PRESENTED
      || claim->evidence->kind != CHASE_EVIDENCE_PROOF)
    return FALSE;
  for (guint i = 0; i < proposition->terms->len; i++)
    {
      GArray *word = g_array_new (FALSE, FALSE, sizeof (guint32));

      g_ptr_array_add (words, word);
      if (!chase_theory_path (w->theory, category, g_ptr_array_index (proposition->terms, i),
                              &source, &target, word, NULL))
        return FALSE;
    }
  return chase_verify_equation (
             category->presentation, source, as_word (g_ptr_array_index (words, 0)),
             as_word (g_ptr_array_index (words, words->len - 1)), TRUE, claim->evidence, NULL)
         && cut_chain (category->presentation, source, words, claim->evidence, pieces);
}

/* The evidence speaks of a diagram of its own, which should be @shape once more. */
static gboolean
add_law (const ChaseShape *shape, const ChaseLaw *law, GPtrArray *pieces)
{
  guint32 source;

  if (law->from >= chase_shape_n_nodes (shape) || law->evidence->kind != CHASE_EVIDENCE_PROOF)
    return FALSE;
  source = chase_shape_node (shape, law->from)->object;
  if (!chase_verify_equation (shape->presentation, source, law->left, law->right, TRUE,
                              law->evidence, NULL))
    return FALSE;
  add_piece (pieces, shape->presentation, source, law->evidence, 0, law->evidence->proof.n_steps);
  return TRUE;
}

static gboolean
find_commutes (Writer *w, const ChaseRocqClaim *claim, GPtrArray *pieces)
{
  const ChaseTerm *term = g_ptr_array_index (claim->proposition->terms, 0);
  const ChaseLaws *laws = &claim->evidence->laws;
  ChaseItem *item = NULL;
  g_autoptr (ChaseShape) shape = NULL;

  if (claim->evidence->kind != CHASE_EVIDENCE_LAWS)
    return FALSE;
  if (term->kind == CHASE_TERM_NAME)
    item = chase_document_find (chase_theory_document (w->theory), term->name);
  if (item != NULL && item->kind == CHASE_ITEM_DIAGRAM)
    shape = chase_theory_shape (w->theory, item, NULL, NULL);
  if (shape == NULL || laws->shape == NULL
      || !chase_verify_commutes (laws->shape, claim->proposition->strictly, TRUE, claim->evidence,
                                 NULL))
    return FALSE;
  for (guint32 i = 0; i < laws->n_laws; i++)
    if (!add_law (shape, &laws->laws[i], pieces))
      return FALSE;
  return TRUE;
}

static gboolean
find_adjective (Writer *w, const ChaseTerm *term, ChaseAdjective adjective, JsonObject *object,
                GPtrArray *pieces)
{
  g_autoptr (ChaseLawList) list = NULL;

  if (adjective == CHASE_ADJECTIVE_FUNCTOR)
    {
      const ChaseFunctor *functor = chase_theory_functor (w->theory, term, NULL, NULL, NULL);

      if (functor != NULL && functor->form != CHASE_FUNCTOR_TERM)
        list = chase_functor_laws (functor);
    }
  else if (adjective == CHASE_ADJECTIVE_NATURAL)
    {
      const ChaseTransformation *alpha
          = chase_theory_transformation (w->theory, term, NULL, NULL, NULL);

      if (alpha != NULL && alpha->form != CHASE_TRANSFORMATION_TERM)
        list = chase_naturality_laws (alpha);
    }
  return list != NULL && find_laws (list, object, pieces);
}

static gboolean
find_is (Writer *w, const ChaseRocqClaim *claim, GPtrArray *pieces)
{
  const GArray *adjectives = claim->proposition->adjectives;
  JsonObject *object = payload_object (claim->evidence);

  if (adjectives == NULL || adjectives->len != 1 || object == NULL)
    return FALSE;
  return find_adjective (w, g_ptr_array_index (claim->proposition->terms, 0),
                         g_array_index (adjectives, ChaseAdjective, 0), object, pieces);
}

/* What the claim proves, as equations; none where its evidence is of another kind. */
static GPtrArray *
find_pieces (Writer *w, const ChaseRocqClaim *claim, gboolean *found)
{
  GPtrArray *pieces = g_ptr_array_new_with_free_func (piece_free);

  *found = FALSE;
  if (claim->outcome != CHASE_ROCQ_PROVED || claim->evidence == NULL)
    return pieces;
  if (claim->proposition->kind == CHASE_PROPOSITION_EQUATION)
    *found = find_equation (w, claim, pieces);
  else if (claim->proposition->kind == CHASE_PROPOSITION_COMMUTES)
    *found = find_commutes (w, claim, pieces);
  else if (claim->proposition->kind == CHASE_PROPOSITION_IS)
    *found = find_is (w, claim, pieces);
  return pieces;
}

static gpointer
room_of (Writer *w, ChasePresentation *presentation)
{
  const ChaseCategory *category = chase_theory_category_of (w->theory, presentation);
  gpointer room;
  guint at;

  if (g_ptr_array_find (w->presentations, presentation, &at))
    return g_ptr_array_index (w->rooms, at);
  room = w->language->room_new (presentation, category != NULL ? category->key : "category");
  g_ptr_array_add (w->presentations, chase_presentation_ref (presentation));
  g_ptr_array_add (w->rooms, room);
  return room;
}

static void
append_place (GString *out, const ChaseRocqClaim *claim)
{
  if (claim->line > 0)
    g_string_append_printf (out, "line %u: ", claim->line);
  g_string_append (out, claim->statement);
}

static char *
stem_of (const ChaseRocqClaim *claim, guint number)
{
  const ChaseProposition *proposition = claim->proposition;
  g_autofree char *term = NULL;

  if (proposition->kind == CHASE_PROPOSITION_EQUATION)
    return claim->line > 0 ? g_strdup_printf ("check_%u", claim->line)
                           : g_strdup_printf ("check_number_%u", number + 1);
  term = chase_term_to_text (g_ptr_array_index (proposition->terms, 0));
  if (proposition->kind == CHASE_PROPOSITION_COMMUTES)
    return g_strconcat (term, "_commutes", NULL);
  return g_strconcat (
      term, "_", chase_adjective_word (g_array_index (proposition->adjectives, ChaseAdjective, 0)),
      NULL);
}

static void
remark_claim (Writer *w, const ChaseRocqClaim *claim, ChasePresentation *presentation)
{
  g_autoptr (GString) remark = g_string_new (NULL);

  append_place (remark, claim);
  if (claim->negated)
    g_string_append (remark, " (this fails: what it denies is proved)");
  w->language->remark (room_of (w, presentation), remark->str);
}

static void
add_lemmas (Writer *w, const ChaseRocqClaim *claim, guint number, const GPtrArray *pieces)
{
  g_autofree char *stem = stem_of (claim, number);
  const Piece *first = g_ptr_array_index (pieces, 0);

  remark_claim (w, claim, first->presentation);
  for (guint i = 0; i < pieces->len; i++)
    {
      const Piece *piece = g_ptr_array_index (pieces, i);
      g_autofree char *name
          = pieces->len > 1 ? g_strdup_printf ("%s_%u", stem, i + 1) : g_strdup (stem);

      w->language->add (room_of (w, piece->presentation), name, piece->source, piece->proof,
                        piece->first, piece->last);
    }
  w->n_lemmas += pieces->len;
  w->n_claims++;
}

/* What a claim says of one morphism by one adjective. */
typedef struct
{
  ChaseAdjective adjective;
  JsonNode *node; /* its evidence */
} Said;

/* The evidence of each adjective of the claim, an array of Said; NULL where it has another form. */
static GArray *
said_of (const ChaseRocqClaim *claim, JsonNode *node)
{
  const GArray *adjectives = claim->proposition->adjectives;
  JsonArray *parts = chase_report_array (json_node_get_object (node), "parts");
  const char *value;
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Said));

  for (guint i = 0; i < adjectives->len; i++)
    {
      Said said = { g_array_index (adjectives, ChaseAdjective, i), node };

      if (adjectives->len > 1)
        said.node = parts != NULL ? chase_report_part (parts, i, &value) : NULL;
      g_array_append_val (all, said);
    }
  return all;
}

/* `idempotent` and `identity` are equations. */
static gboolean
add_equation_said (Writer *w, const ChaseRocqClaim *claim, const char *stem,
                   const ChaseCategory *category, guint32 source, const Said *said)
{
  g_autoptr (ChaseEvidence) proof
      = chase_evidence_from_json (said->node, category->presentation, NULL, NULL);

  if (proof == NULL || proof->kind != CHASE_EVIDENCE_PROOF)
    return FALSE;
  remark_claim (w, claim, category->presentation);
  w->language->add (room_of (w, category->presentation), stem, source, proof, 0,
                    proof->proof.n_steps);
  return TRUE;
}

static gboolean
add_said (Writer *w, const ChaseRocqClaim *claim, const ChaseProposition *proposition,
          const ChaseCategory *category, guint32 source, ChaseWord word, const Said *said)
{
  g_autofree char *term = chase_term_to_text (g_ptr_array_index (claim->proposition->terms, 0));
  g_autofree char *stem = g_strconcat (term, "_is_", chase_adjective_word (said->adjective), NULL);
  ChaseProperty property = chase_report_property (said->adjective);
  JsonObject *object;
  JsonArray *facts;

  if (said->node == NULL
      || !chase_report_morphism_is (w->theory, proposition, said->adjective, TRUE, said->node,
                                    NULL))
    return FALSE;
  if (property == CHASE_PROPERTY_NONE)
    return add_equation_said (w, claim, stem, category, source, said);
  object = json_node_get_object (said->node);
  facts = chase_report_array (object, "facts");
  if (w->language->properties == NULL
      || (facts == NULL && chase_report_string (object, "declared") == NULL))
    return FALSE;
  remark_claim (w, claim, category->presentation);
  if (!chase_rocq_room_add_property (room_of (w, category->presentation), stem, source, word,
                                     property, facts))
    return FALSE;
  w->properties = TRUE;
  return TRUE;
}

/* Appends lemmas for what the claim says of a morphism. Returns how many adjectives have one. */
static guint
add_properties (Writer *w, const ChaseRocqClaim *claim)
{
  g_autoptr (ChaseProposition) drawn = chase_proposition_of_drawing (w->theory, claim->proposition);
  const ChaseProposition *proposition = drawn != NULL ? drawn : claim->proposition;
  const ChaseCategory *category = chase_theory_proposition_category (w->theory, proposition, NULL);
  g_autoptr (GArray) word = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GArray) all = NULL;
  guint32 source, target;
  guint n = 0;

  if (category == NULL || category->kind != CHASE_CATEGORY_PRESENTED
      || !chase_theory_path (w->theory, category, g_ptr_array_index (proposition->terms, 0),
                             &source, &target, word, NULL))
    return 0;
  node = chase_evidence_to_json (claim->evidence, category->presentation);
  all = said_of (claim, node);
  for (guint i = 0; i < all->len; i++)
    n += add_said (w, claim, proposition, category, source, as_word (word),
                   &g_array_index (all, Said, i));
  w->n_lemmas += n;
  w->n_claims += n == all->len;
  return n;
}

/* Is @proof one that the path @first, then @second, is the identity of @source? */
static gboolean
proves_identity (ChasePresentation *p, guint32 source, ChaseWord first, ChaseWord second,
                 const ChaseEvidence *proof)
{
  const ChaseWord nothing = { NULL, 0 };
  ChaseWord start;

  if (proof == NULL || proof->kind != CHASE_EVIDENCE_PROOF)
    return FALSE;
  start = proof->proof.start;
  return start.length == first.length + second.length
         && chase_word_equal ((ChaseWord){ start.letters, first.length }, first)
         && chase_word_equal ((ChaseWord){ start.letters + first.length, second.length }, second)
         && chase_verify_equation (p, source, start, nothing, TRUE, proof, NULL);
}

/* Appends a lemma that two objects are isomorphic. FALSE where the claim is another one. */
static gboolean
add_isomorphic (Writer *w, const ChaseRocqClaim *claim)
{
  const GPtrArray *terms = claim->proposition->terms;
  const ChaseEvidence *const *proofs = claim->inverse;
  const ChaseCategory *category;
  guint32 ends[2];
  ChaseWord ways[2];
  g_autofree char *left = NULL;
  g_autofree char *right = NULL;
  g_autofree char *stem = NULL;

  if (proofs[0] == NULL || proofs[0]->kind != CHASE_EVIDENCE_PROOF
      || proofs[0]->proof.start.length < claim->n_there)
    return FALSE;
  category = chase_theory_proposition_category (w->theory, claim->proposition, NULL);
  for (guint i = 0; i < 2; i++)
    if (category == NULL || category->kind != CHASE_CATEGORY_PRESENTED
        || !chase_theory_object (w->theory, category, g_ptr_array_index (terms, i), &ends[i], NULL))
      return FALSE;
  ways[0] = (ChaseWord){ proofs[0]->proof.start.letters, claim->n_there };
  ways[1] = (ChaseWord){ proofs[0]->proof.start.letters + claim->n_there,
                         proofs[0]->proof.start.length - claim->n_there };
  for (guint i = 0; i < 2; i++)
    if (!proves_identity (category->presentation, ends[i], ways[i], ways[1 - i], proofs[i]))
      return FALSE;
  left = chase_term_to_text (g_ptr_array_index (terms, 0));
  right = chase_term_to_text (g_ptr_array_index (terms, 1));
  stem = g_strconcat (left, "_isomorphic_", right, NULL);
  remark_claim (w, claim, category->presentation);
  if (w->language->properties != NULL)
    chase_rocq_room_add_isomorphic (room_of (w, category->presentation), stem, ends, ways[0],
                                    ways[1], proofs);
  for (guint i = 0; w->language->properties == NULL && i < 2; i++)
    {
      g_autofree char *name = g_strconcat (stem, i == 0 ? "_there" : "_back", NULL);

      w->language->add (room_of (w, category->presentation), name, ends[i], proofs[i], 0,
                        proofs[i]->proof.n_steps);
    }
  w->n_lemmas += w->language->properties != NULL ? 3 : 2;
  w->n_claims++;
  return TRUE;
}

/* Does the claim, which is proved, say what a morphism is? */
static gboolean
is_about_morphism (const ChaseRocqClaim *claim)
{
  const GArray *adjectives = claim->proposition->adjectives;

  if (claim->outcome != CHASE_ROCQ_PROVED || claim->evidence == NULL
      || claim->proposition->kind != CHASE_PROPOSITION_IS || adjectives == NULL)
    return FALSE;
  for (guint i = 0; i < adjectives->len; i++)
    {
      ChaseAdjective adjective = g_array_index (adjectives, ChaseAdjective, i);

      if (adjective < CHASE_ADJECTIVE_MONO || adjective > CHASE_ADJECTIVE_IDENTITY)
        return FALSE;
    }
  return adjectives->len > 0;
}

/* Why what is proved gives no lemma. */
static const char *
reason_of (const Writer *w, const ChaseRocqClaim *claim)
{
  if (!is_about_morphism (claim))
    return "proved, but not by equations between paths, so it gives no lemma";
  if (g_array_index (claim->proposition->adjectives, ChaseAdjective, 0) == CHASE_ADJECTIVE_ENDO)
    return "its ends say so: there is nothing to show";
  if (w->language->properties == NULL)
    return "proved, by properties of morphisms, whose lemmas are written for Rocq alone";
  return "proved by going through all morphisms that there are, where an abstract category may "
         "have more, so it gives no lemma";
}

static void
leave_out (Writer *w, const ChaseRocqClaim *claim, gboolean empty)
{
  static const char *const outcomes[] = {
    [CHASE_ROCQ_REFUTED] = "refuted",
    [CHASE_ROCQ_UNDECIDED] = "undecided",
  };
  g_autoptr (GString) text = g_string_new (NULL);

  append_place (text, claim);
  if (empty)
    g_string_append (text, " -- proved: there is no equation to show");
  else
    g_string_append_printf (text, " -- %s%s", claim->negated ? "without its “not” " : "",
                            claim->outcome == CHASE_ROCQ_PROVED ? reason_of (w, claim)
                                                                : outcomes[claim->outcome]);
  if (claim->outcome == CHASE_ROCQ_REFUTED && claim->reason != NULL)
    g_string_append_printf (text, ". %s", claim->reason);
  g_string_append (w->left_out, w->language->open);
  chase_rocq_append_comment (w->left_out, text->str);
  g_string_append (w->left_out, w->language->close);
}

static char *
finish (Writer *w)
{
  const Language *language = w->language;
  GString *out = g_string_new (language->open);
  g_autoptr (GHashTable) names = chase_rocq_names_new ();

  if (w->n_lemmas == 0)
    g_string_append_printf (
        out,
        "Written by Arrowchase. No check of this file is proved by equations: it has no lemma.%s",
        language->close);
  else
    g_string_append_printf (
        out, "Written by Arrowchase. Checks proved here: %u, by lemmas: %u. %s%s\n%s%s",
        w->n_claims, w->n_lemmas, language->title, language->close, language->head,
        w->properties ? language->properties : "");
  for (guint i = 0; i < w->rooms->len; i++)
    {
      const ChaseCategory *category
          = chase_theory_category_of (w->theory, g_ptr_array_index (w->presentations, i));

      language->write (g_ptr_array_index (w->rooms, i),
                       chase_rocq_name (names, category != NULL ? category->key : "category"), out);
    }
  if (w->left_out->len > 0)
    g_string_append_printf (out, "\n%sChecks without a lemma:%s%s", language->open, language->close,
                            w->left_out->str);
  return g_string_free (out, FALSE);
}

char *
chase_rocq_write (ChaseProofLanguage language, ChaseTheory *theory, const ChaseRocqClaim *claims,
                  guint n_claims)
{
  Writer w = { .language = &languages[language],
               .theory = theory,
               .presentations
               = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_presentation_unref),
               .rooms = g_ptr_array_new_with_free_func (languages[language].room_free),
               .left_out = g_string_new (NULL) };
  char *text;

  for (guint i = 0; i < n_claims; i++)
    {
      gboolean found;
      g_autoptr (GPtrArray) pieces = find_pieces (&w, &claims[i], &found);

      if (is_about_morphism (&claims[i]))
        {
          if (add_properties (&w, &claims[i]) < claims[i].proposition->adjectives->len)
            leave_out (&w, &claims[i], FALSE);
        }
      else if (add_isomorphic (&w, &claims[i]))
        continue;
      else if (found && pieces->len > 0)
        add_lemmas (&w, &claims[i], i, pieces);
      else
        leave_out (&w, &claims[i], found);
    }
  text = finish (&w);
  g_ptr_array_unref (w.rooms);
  g_ptr_array_unref (w.presentations);
  g_string_free (w.left_out, TRUE);
  return text;
}
