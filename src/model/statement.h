/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/presentation.h"
#include "model/style.h"
#include "model/term.h"

G_BEGIN_DECLS

/**
 * ChaseComments:
 *
 * The comments that belong to a statement: whole lines above it (each without its `#`, an empty string
 * for a blank line that is kept between groups) and the one behind it on its line, or NULL.
 */
typedef struct
{
  GPtrArray *above; /* of ChaseName, or NULL; a NULL entry stands for one blank line */
  ChaseName *behind;
} ChaseComments;

typedef enum
{
  CHASE_STATEMENT_OBJECT,     /* object A "label" [style]: in a category and in a diagram (a node without position) */
  CHASE_STATEMENT_ARROW,      /* f : A -> B "label" [style]: an arrow of a category, an edge of a diagram; see `level` */
  CHASE_STATEMENT_NODE,       /* a2 : A at 2, 0 "label" [style]: in a diagram */
  CHASE_STATEMENT_DRAW,       /* f: in a `diagram D in C`, the generator f between the only nodes for its ends */
  CHASE_STATEMENT_EQUATION,   /* a = b = c; an entry of a table */
  CHASE_STATEMENT_PROPERTY,   /* mono f */
  CHASE_STATEMENT_ASSIGNMENT, /* A |-> value: in functors and transformations */
} ChaseStatementKind;

/**
 * ChaseStatement:
 *
 * One declaration inside a block. What the text says in one statement about several names (`object A, B`,
 * `f, g : A -> B`, `mono f, g`) is several of these; all but the first have @joined set, and are printed
 * with it. Immutable once it is in an item: copy, change the copy, replace.
 *
 * Fields by kind:
 *  OBJECT      name, label, style
 *  ARROW       name (NULL for `_`), from, to (the ends' terms: an object's name; in a diagram the name of a node
 *              or of an edge), level (1 for ->, 2 for =>, 3 for a 3-cell's =>: as written, -> is 1 and => is 2),
 *              value (the path it shows, or NULL: the morphism of its own name), label, style
 *  NODE        name (of the node), value (the object that it shows, or NULL: the one of its own name),
 *              has_position, x, y, label, style
 *  DRAW        name, label, style
 *  EQUATION    terms, at least two paths; name: the face's name or NULL
 *  PROPERTY    property (one flag), name
 *  ASSIGNMENT  from (what is mapped), value
 */
typedef struct _ChaseStatement ChaseStatement;
struct _ChaseStatement
{
  /*< private >*/
  gatomicrefcount ref_count;
  /*< public >*/
  ChaseStatementKind kind : 4;
  guint joined : 1;       /* a gboolean */
  guint has_position : 1; /* a gboolean */
  guint level : 4;
  ChaseProperty property : 16;
  guint line;   /* from 1; 0 where there is no text */
  guint column;
  ChaseComments *comments; /* or NULL; see chase_statement_comments () */
  ChaseName *name;
  ChaseName *label; /* NULL: none given; "": given as empty */
  ChaseTerm *value;
  ChaseStyle *style; /* NULL: the default */
  union /* by kind: a drawing has very many of these */
  {
    struct
    {
      ChaseTerm *from, *to; /* of ARROW; from of ASSIGNMENT */
    };
    struct
    {
      double x, y; /* of OBJECT and NODE */
    };
    GPtrArray *terms; /* of ChaseTerm, of EQUATION */
  };
};

/** Returns a new statement of @kind, empty in every field. Caller owns it. */
ChaseStatement *chase_statement_new (ChaseStatementKind kind);
/** Returns a copy that the caller may change; its terms and names are shared. */
ChaseStatement *chase_statement_copy (const ChaseStatement *statement);
ChaseStatement *chase_statement_ref (ChaseStatement *statement);
/** Takes NULL quietly. */
void chase_statement_unref (ChaseStatement *statement);
/** Equality of what is said: comments included, places aside. */
gboolean chase_statement_equal (const ChaseStatement *a, const ChaseStatement *b);

/** The comments of a statement that the caller may change; made if need be. */
ChaseComments *chase_statement_comments (ChaseStatement *statement);
/** Its paths (borrowed), or NULL where it is no equation. */
static inline GPtrArray *
chase_statement_terms (const ChaseStatement *statement)
{
  return statement->kind == CHASE_STATEMENT_EQUATION ? statement->terms : NULL;
}

/** Frees what is in @comments, which are none then. */
void chase_comments_clear (ChaseComments *comments);
/** Fills @to, which is taken for empty, with what @from says. */
void chase_comments_copy (ChaseComments *to, const ChaseComments *from);
/** Equality of the lines. */
gboolean chase_comments_equal (const ChaseComments *a, const ChaseComments *b);
/**
 * The lines above as paragraphs of running text, one a line with an empty line between two; "" where there are none.
 * Caller frees.
 */
char *chase_comments_to_text (const ChaseComments *comments);

/** The words of the notation: "mono", "split epi". NULL for what is not one single flag. */
const char *chase_property_word (ChaseProperty property);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseStatement, chase_statement_unref)

G_END_DECLS
