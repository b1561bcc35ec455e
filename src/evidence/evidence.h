/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/presentation.h"
#include "model/shape.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * CHASE_EVIDENCE_ERROR:
 *
 * The domain of errors of this room: evidence that cannot be read (MALFORMED) and evidence that
 * does not show what it should (REFUSED). The message says what is wrong.
 */
#define CHASE_EVIDENCE_ERROR (chase_evidence_error_quark ())
GQuark
chase_evidence_error_quark (void);
typedef enum
{
  CHASE_EVIDENCE_ERROR_MALFORMED,
  CHASE_EVIDENCE_ERROR_REFUSED,
} ChaseEvidenceError;

typedef enum
{
  CHASE_EVIDENCE_PROOF,
  CHASE_EVIDENCE_MODEL,
  CHASE_EVIDENCE_NORMAL,
  CHASE_EVIDENCE_LAWS,
  CHASE_EVIDENCE_TABLE,
  CHASE_EVIDENCE_BIJECTION,
  CHASE_EVIDENCE_CONE,
  CHASE_EVIDENCE_LIST,
} ChaseEvidenceKind;

typedef struct _ChaseEvidence ChaseEvidence;

/**
 * ChaseStepKind:
 * @CHASE_STEP_EQUATION: one side of equation @number, found at position @at, becomes the other
 * @CHASE_STEP_INVERSE: f f^-1 at @at disappears, where f is the arrow @number; backwards, it
 * appears
 * @CHASE_STEP_IDEMPOTENT: e e at @at becomes e, where e is the arrow @number; backwards, e becomes
 * e e
 * @CHASE_STEP_CANCEL: @of proves that two paths u', v' are equal which are u and v with the arrow
 *   @number before both (@side left) or after both (@side right); u, found at @at, becomes v
 */
typedef enum
{
  CHASE_STEP_EQUATION,
  CHASE_STEP_INVERSE,
  CHASE_STEP_IDEMPOTENT,
  CHASE_STEP_CANCEL,
} ChaseStepKind;

/** Sides in diagram order: the left end of a path is its source. */
typedef enum
{
  CHASE_SIDE_LEFT,
  CHASE_SIDE_RIGHT,
} ChaseSide;

/**
 * ChaseStep:
 *
 * One step of a proof. @path is the whole path after the step, owned by the evidence.
 */
typedef struct
{
  ChaseStepKind kind;
  guint32 number;
  guint32 at;
  gboolean reverse;
  ChaseSide side;
  ChaseEvidence *of;
  ChaseWord path;
} ChaseStep;

/** A chain of steps from the path @start. The path after the last step is what @start equals. */
typedef struct
{
  ChaseWord start;
  guint32 n_steps;
  ChaseStep *steps;
} ChaseProof;

/**
 * ChaseModel:
 *
 * A functor to finite sets. The set at object A is 0 .. sizes[A] - 1; the arrow f sends x to
 * functions[offsets[f] + x]. @names, where not NULL, holds the elements' names, all sets one after
 * the other; else an element is named by its number. On the element named @at of the set at the
 * paths' source, the left path gives the element @left, and the right one @right.
 *
 * Where the question names no two paths (a diagram), @paths holds them as paths of the category
 * and, if
 * @shape is not NULL, @edges as diagram paths of @shape.
 */
typedef struct
{
  guint32 n_objects;
  guint32 n_arrows;
  guint32 *sizes;
  gsize *offsets;
  guint32 *functions;
  ChaseName **names;
  ChaseName *at;
  ChaseName *left;
  ChaseName *right;
  gboolean has_paths;
  ChaseWord paths[2];
  ChaseShape *shape;
  ChaseWord edges[2];
} ChaseModel;

typedef struct
{
  ChaseWord left;
  ChaseWord right;
} ChaseRule;

/**
 * ChaseOrder:
 *
 * The order of paths that shows that a rewriting system ends. Paths are first compared by the sum
 * of their letters' weights (when weights are given), then: shortlex by length, then from the
 * source letter by letter by rank; recursive by the recursive path order on the words read from the
 * source
 * (@backward: from the target).
 */
typedef enum
{
  CHASE_ORDER_SHORTLEX,
  CHASE_ORDER_RECURSIVE,
} ChaseOrderKind;

typedef struct
{
  ChaseOrderKind kind;
  gboolean backward;
  guint32 *rank;    /* of each arrow; greater is greater */
  guint32 *weights; /* of each arrow, or NULL */
} ChaseOrder;

/**
 * ChaseRuleReason:
 * @CHASE_RULE_BY_EQUATION: the given equation @number
 * @CHASE_RULE_BY_INVERSE: f f^-1 is an identity, where f is the arrow @number
 * @CHASE_RULE_BY_IDEMPOTENT: e e is e, where e is the arrow @number
 * @CHASE_RULE_BY_DERIVED: what the derivation @number shows, an earlier one
 */
typedef enum
{
  CHASE_RULE_BY_EQUATION,
  CHASE_RULE_BY_INVERSE,
  CHASE_RULE_BY_IDEMPOTENT,
  CHASE_RULE_BY_DERIVED,
} ChaseRuleReason;

/** One side of what @reason and @number say, found at @at, becomes the other (@reverse: the other
 * way). */
typedef struct
{
  ChaseRuleReason reason;
  guint32 number;
  guint32 at;
  gboolean reverse;
} ChaseRuleStep;

#define CHASE_LEMMA G_MAXUINT32

/** That the left side of the rule @rule leads to its right side. For CHASE_LEMMA the sides are
 * @lemma, of no rule of the system: it serves later derivations. */
typedef struct
{
  guint32 rule;
  ChaseRule lemma;
  guint32 n_steps;
  ChaseRuleStep *steps;
} ChaseDerivation;

/**
 * A complete rewriting system for the given equations, and two different normal forms. Each rule
 * has a derivation from the equations, which may use earlier ones. With @has_paths, as in a model,
 * the paths that they belong to.
 */
typedef struct
{
  guint32 n_rules;
  ChaseRule *rules;
  guint32 n_derivations;
  ChaseDerivation *derivations;
  ChaseOrder order;
  ChaseWord left;
  ChaseWord right;
  gboolean has_paths;
  ChaseWord paths[2];
  ChaseShape *shape;
  ChaseWord edges[2];
} ChaseNormal;

/**
 * One equation of a list of laws, with its own evidence. @from and @to are objects and the paths
 * are paths of the category; where the laws belong to a shape, @from and @to are its nodes, and
 * @left_edges and
 * @right_edges are diagram paths that show @left and @right.
 */
typedef struct
{
  guint32 from;
  guint32 to;
  ChaseWord left;
  ChaseWord right;
  ChaseWord left_edges;
  ChaseWord right_edges;
  ChaseEvidence *evidence;
} ChaseLaw;

typedef struct
{
  ChaseShape *shape; /* or NULL */
  guint32 n_laws;
  ChaseLaw *laws;
} ChaseLaws;

/**
 * ChaseEvidence:
 *
 * What lets anybody verify a verdict: immutable once built, reference-counted, safe on any thread.
 * The kinds from TABLE on carry their JSON object itself in @payload.
 */
struct _ChaseEvidence
{
  /*< private >*/
  gatomicrefcount ref_count;
  /*< public, read only >*/
  ChaseEvidenceKind kind;
  union
  {
    ChaseProof proof;
    ChaseModel model;
    ChaseNormal normal;
    ChaseLaws laws;
    JsonNode *payload;
  };
};

ChaseEvidence *
chase_evidence_ref (ChaseEvidence *evidence);
/** Takes NULL quietly. */
void
chase_evidence_unref (ChaseEvidence *evidence);

/** Returns a proof of no steps from @start (copied), to which chase_proof_add_* add steps. */
ChaseEvidence *
chase_proof_new (ChaseWord start);
/** Adds a step; @path, the whole path after it, is copied. @step->of is referenced. */
void
chase_proof_add_step (ChaseEvidence *proof, const ChaseStep *step);
/** The path that @proof ends at: borrowed from it. */
ChaseWord
chase_proof_end (const ChaseEvidence *proof);

/**
 * Returns a model with the sets' @sizes (one for each object of @presentation) and all functions
 * zero, to be filled by chase_model_set (). @at, @left and @right are the numbers of the elements.
 */
ChaseEvidence *
chase_model_new (const ChasePresentation *presentation, const guint32 *sizes, guint32 at,
                 guint32 left, guint32 right);
void
chase_model_set (ChaseEvidence *model, guint32 arrow, guint32 x, guint32 y);
/** Returns the number of the element of the set at @object that is called @name, or G_MAXUINT32. */
guint32
chase_model_find (const ChaseModel *model, guint32 object, const char *name);
/** What the element @x of a set is called, before which the sets of other objects have @first
 * elements. Caller frees. */
char *
chase_model_element_name (const ChaseModel *model, gsize first, guint32 x);
/**
 * Returns @evidence (a model or a normal form, taken) with the two paths that differ named: @left
 * and @right are paths of the category, or, with a @shape, diagram paths of it. Copied.
 */
ChaseEvidence *
chase_evidence_name_paths (ChaseEvidence *evidence, ChaseShape *shape, ChaseWord left,
                           ChaseWord right);

/** Returns a complete system (rules and order copied; @order for @n_arrows arrows), to which
 * chase_normal_add_derivation () adds the derivations. */
ChaseEvidence *
chase_normal_new (const ChaseRule *rules, guint32 n_rules, const ChaseOrder *order,
                  guint32 n_arrows, ChaseWord left, ChaseWord right);

/** Adds a derivation of the rule @rule, or of @lemma for CHASE_LEMMA (then its sides are copied,
 * like the steps). */
void
chase_normal_add_derivation (ChaseEvidence *normal, guint32 rule, ChaseRule lemma,
                             const ChaseRuleStep *steps, guint32 n_steps);
/** The sides of what the derivation @number shows: borrowed from @normal. */
ChaseRule
chase_normal_derived (const ChaseNormal *normal, guint32 number);

/** Returns an empty list of laws about @shape (or NULL: about paths of the category). */
ChaseEvidence *
chase_laws_new (ChaseShape *shape);
/**
 * Adds the law that @left = @right, by @evidence (referenced). With a shape they are diagram
 * paths of it and @from and @to nodes, else paths of the category and objects.
 */
void
chase_laws_add (ChaseEvidence *laws, guint32 from, guint32 to, ChaseWord left, ChaseWord right,
                ChaseEvidence *evidence);

/** Returns evidence of a later @kind (TABLE or after) that carries the JSON object @payload
 * (taken). */
ChaseEvidence *
chase_evidence_new_payload (ChaseEvidenceKind kind, JsonNode *payload);

/** Returns the JSON of @evidence as the command line's contract gives it. Caller frees. */
JsonNode *
chase_evidence_to_json (const ChaseEvidence *evidence, const ChasePresentation *presentation);
/**
 * Reads evidence about the category of @presentation. @shape is the diagram that the statement is
 * about, or NULL. Returns NULL and sets @error (MALFORMED, with what and where) when @node is not
 * evidence, names what does not exist, or says the same thing twice. Whether the evidence is good
 * is for the verifier to say.
 */
ChaseEvidence *
chase_evidence_from_json (JsonNode *node, const ChasePresentation *presentation, ChaseShape *shape,
                          GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseEvidence, chase_evidence_unref)

G_END_DECLS
