/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/proposition.h"
#include "model/statement.h"

G_BEGIN_DECLS

typedef enum
{
  CHASE_ITEM_CATEGORY,
  CHASE_ITEM_FUNCTOR,
  CHASE_ITEM_TRANSFORMATION,
  CHASE_ITEM_DIAGRAM,
  CHASE_ITEM_CHECK,
  CHASE_ITEM_MACROS,
} ChaseItemKind;

/* What a computed diagram computes: `diagram NAME = ...`. */
typedef enum
{
  CHASE_VIEW_NONE,       /* a drawing, with statements */
  CHASE_VIEW_IMAGE,      /* image F */
  CHASE_VIEW_NATURALITY, /* naturality alpha [at f] */
  CHASE_VIEW_OPPOSITE,   /* opposite DIAGRAM */
  CHASE_VIEW_CATEGORY,   /* category C */
  CHASE_VIEW_ALL,        /* all C */
  CHASE_VIEW_SETS,       /* sets M [at x [along PATH [= PATH]]] */
  CHASE_VIEW_ELEMENTS,   /* elements M */
  CHASE_VIEW_YONEDA,     /* yoneda P at A */
  CHASE_VIEW_CONE,       /* cone DIAGRAM */
  CHASE_VIEW_COCONE,     /* cocone DIAGRAM */
  CHASE_VIEW_PROOF,      /* proof PATH = PATH in DIAGRAM */
} ChaseViewKind;

/**
 * ChaseItem:
 *
 * One top-level statement of a document. Immutable once it is in a document: copy, change the copy
 * (also its array of statements, which a copy owns), replace it with chase_document_replace ().
 *
 * Fields by kind:
 *  CATEGORY        name, label, table, and either statements or expression (category NAME = CATEXPR)
 *  FUNCTOR         name, label, contravariant, from, to (categories), and statements or expression
 *  TRANSFORMATION  name, label, from, to (functors), and statements or expression
 *  DIAGRAM         name, label, to (the category of `in`, or NULL), and statements; or
 *                  view with expression (its subject) and at (`naturality alpha at f`, `yoneda P at A`);
 *                  of a PROOF the two sides in expression and at, the drawing in from; of SETS an
 *                  element in at, and the one or two paths along which it is followed in proposition
 *  CHECK           negated, proposition; asked: a question to a class, of which nothing is claimed
 *  MACROS          tex: TeX definitions, in the form of chase_item_new_macros ()
 */
typedef struct _ChaseItem ChaseItem;
struct _ChaseItem
{
  /*< private >*/
  gatomicrefcount ref_count;
  /*< public >*/
  ChaseItemKind kind;
  guint line;
  guint column;
  ChaseComments comments;
  ChaseComments closing; /* above: comments before the closing brace; behind: the one after the opening brace */
  ChaseName *name;
  ChaseName *label;
  gboolean table;
  gboolean contravariant;
  ChaseTerm *from;
  ChaseTerm *to;
  ChaseTerm *expression;
  ChaseViewKind view;
  ChaseTerm *at;
  gboolean negated;
  gboolean asked;
  ChaseProposition *proposition;
  ChaseName *tex;
  GPtrArray *statements; /* of ChaseStatement; NULL where there is no block */
};

/** Returns a new item of @kind with an empty block (none for a CHECK or MACROS). Caller owns it. */
ChaseItem *chase_item_new (ChaseItemKind kind);
/**
 * Returns a new item of MACROS that holds the definitions @tex (any TeX text, as in a preamble). Its lines are
 * trimmed, empty ones dropped, and braces that have no partner are mended, so that it can always stand in a block.
 */
ChaseItem *chase_item_new_macros (const char *tex);
/** Returns what follows the TeX text that starts behind an opening brace: its closing brace, or the end of the text when
 * there is none. Escaped braces and those in comments count not. */
const char *chase_tex_block_end (const char *tex);
/** Returns a copy that the caller may change; its statements are shared, its array of them is its own. */
ChaseItem *chase_item_copy (const ChaseItem *item);
ChaseItem *chase_item_ref (ChaseItem *item);
/** Takes NULL quietly. */
void chase_item_unref (ChaseItem *item);
/** Equality of what is said: comments included, places aside. */
gboolean chase_item_equal (const ChaseItem *a, const ChaseItem *b);
/** Appends @statement, taking the caller's reference. Only while the item is not yet shared. */
void chase_item_take_statement (ChaseItem *item, ChaseStatement *statement);
/** Returns how many statements the block of @item has; 0 where there is no block. */
guint chase_item_n_statements (const ChaseItem *item);
/** Returns a statement that is there. Borrowed. */
ChaseStatement *chase_item_get_statement (const ChaseItem *item, guint index);
/** What the block of a functor or a transformation gives at the plain name @argument, or NULL. Borrowed. */
const ChaseTerm *chase_item_value_at (const ChaseItem *item, const char *argument);
/** "category", "functor", ...: the keyword. */
const char *chase_item_keyword (const ChaseItem *item);
/** "image", "naturality", ...: the keyword of a view; and back. */
const char *chase_view_word (ChaseViewKind view);
/** Finds the sort of computed diagram that @word begins. FALSE where it is none. */
gboolean chase_view_parse (const char *word, ChaseViewKind *view);

/**
 * ChaseDocument:
 *
 * An immutable, reference-counted list of items: one state of a document. An edit makes a new document that
 * shares all the items which did not change, so keeping every state for undo is cheap, and a worker
 * thread may read one while the next is made.
 */
typedef struct _ChaseDocument ChaseDocument;

/** Returns a document without items. Caller owns it. */
ChaseDocument *chase_document_new (void);
/** Takes the references of the items and of @trailing (comment lines behind the last item; may be NULL). */
ChaseDocument *chase_document_new_take (GPtrArray *items, GPtrArray *trailing);
ChaseDocument *chase_document_ref (ChaseDocument *document);
/** Takes NULL quietly. */
void chase_document_unref (ChaseDocument *document);
/** Equality of all items, as chase_item_equal () has it. */
gboolean chase_document_equal (const ChaseDocument *a, const ChaseDocument *b);

/** Returns how many items there are: they are numbered from 0. */
guint chase_document_n_items (const ChaseDocument *document);
/** Borrowed. */
ChaseItem *chase_document_get_item (const ChaseDocument *document, guint index);
/** The comment lines behind the last item (of ChaseName), or NULL. Borrowed. */
GPtrArray *chase_document_get_trailing (const ChaseDocument *document);
/** Returns the TeX definitions of all items of MACROS, a later one behind an earlier one, or NULL for none. Caller frees. */
char *chase_document_dup_macros (const ChaseDocument *document);
/** Returns the definition called @name (document-level names share one space), or NULL. Borrowed. O(1). */
ChaseItem *chase_document_find (const ChaseDocument *document, const char *name);
/** Returns its index, or -1. */
gint chase_document_index_of (const ChaseDocument *document, const ChaseItem *item);
/** Returns the @n-th item of @kind, or NULL. Borrowed. */
ChaseItem *chase_document_nth (const ChaseDocument *document, ChaseItemKind kind, guint n);

/* Each returns a new document that the caller owns. Indexes count items; -1 appends. */
ChaseDocument *chase_document_insert (const ChaseDocument *document, gint index, ChaseItem *item);
ChaseDocument *chase_document_replace (const ChaseDocument *document, guint index, ChaseItem *item);
ChaseDocument *chase_document_remove (const ChaseDocument *document, guint index);
/** Returns a document-level name that is free, made from @stem ("square", "square_2", ...). Caller frees. */
char *chase_document_free_name (const ChaseDocument *document, const char *stem);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseItem, chase_item_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseDocument, chase_document_unref)

G_END_DECLS
