/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/edit.h"

G_BEGIN_DECLS

/* One statement of the diagram while it is edited. */
typedef struct
{
  ChaseStatement *statement; /* NULL: deleted */
  gboolean own;              /* a copy that only this edit has */
  guint source;              /* handles of an arrow's ends, resolved; else CHASE_NO_HANDLE */
  guint target;
  guint index; /* after the end: its place */
} ChaseSlot;

struct _ChaseEdit
{
  ChaseDocument *document; /* changes when other items do */
  guint diagram;
  gint category;         /* the category block that is edited with it, or -1 */
  GArray *slots;         /* of ChaseSlot, by handle */
  GArray *order;         /* of guint: handles in the order of the text */
  gboolean free;         /* the diagram is its own category */
  ChaseLexicon *lexicon; /* or NULL */
};

ChaseSlot *
chase_edit_slot (const ChaseEdit *edit, guint handle);
/* The statement, made this edit's own. Also parts it from what was said together with it. */
ChaseStatement *
chase_edit_write (ChaseEdit *edit, guint handle);
/* Adds a statement (taken) behind the last one of its sort. */
guint
chase_edit_add (ChaseEdit *edit, ChaseStatement *statement, guint source, guint target);
void
chase_edit_drop (ChaseEdit *edit, guint handle);
/* The item that holds the given equations: the diagram's own statements, or those of its category.
 */
ChaseItem *
chase_edit_copy_category (const ChaseEdit *edit);
void
chase_edit_take_category (ChaseEdit *edit, ChaseItem *category);

gboolean
chase_statement_is_node (const ChaseStatement *statement);
gboolean
chase_statement_is_arrow (const ChaseStatement *statement);
/* A cell that has no label yet: its name may be given to another. */
gboolean
chase_statement_is_blank (const ChaseStatement *statement);

/* An arrow between two objects, and no sign. */
gboolean
chase_edit_is_edge (const ChaseEdit *edit, guint handle);

/* edit-names.c */
gboolean
chase_edit_has_name (const ChaseEdit *edit, gboolean node, const char *name);
char *
chase_edit_free_name (const ChaseEdit *edit, gboolean node, const char *stem);
char *
chase_edit_blank_name (const ChaseEdit *edit, gboolean node);
guint
chase_edit_find_named (const ChaseEdit *edit, gboolean node, const char *name);
/* Lets the arrows at @cell say @name where they start or end. */
void
chase_edit_point_ends (ChaseEdit *edit, guint cell, const char *name);
void
chase_edit_rename (ChaseEdit *edit, guint cell, const char *name);
/* Gives a nameless arrow a name of its own, without writing anything beside it. */
void
chase_edit_ensure_name (ChaseEdit *edit, guint cell);

/* edit-same.c */
/* What is written at a cell, as it is drawn. Caller frees. */
char *
chase_edit_shown_label (const ChaseEdit *edit, guint cell);
/* The first other cell that shows what @label on @cell would mean: a node of that label, or an
 * arrow of that label between the same objects; or CHASE_NO_HANDLE. */
guint
chase_edit_find_twin (const ChaseEdit *edit, guint cell, const char *label);
/* Lets @cell show what @twin shows, by a name of its own. */
void
chase_edit_share (ChaseEdit *edit, guint cell, guint twin, const char *label);
/* Before the meaning of @cell changes: where others show it too, the first of them becomes the one
 * that it is named after, and @cell gets another name. FALSE where no other does. */
gboolean
chase_edit_hand_over (ChaseEdit *edit, guint cell);
/* After a node has come to show another object: what was said of arrows at it, and no longer makes
 * sense, goes. */
void
chase_edit_settle (ChaseEdit *edit, guint node);

/* The object or the morphism that a cell shows. Caller frees; NULL for an arrow without a name. */
ChaseTerm *
chase_edit_meaning (const ChaseEdit *edit, guint cell);

/* Takes the object or the arrow @name out of the category; what was declared at the object is at
 * @instead. */
void
chase_edit_undeclare (ChaseEdit *edit, const char *name, gboolean node, const ChaseTerm *instead);
/* Gives @cell another name in the drawing alone. */
void
chase_edit_call (ChaseEdit *edit, guint cell, const char *name);
/* edit-cells.c: declares what @cell shows, under its name, in the category. */
void
chase_edit_declare (ChaseEdit *edit, guint cell);

/* edit-read.c */
/* The path that @label says on the arrow @cell, in terms of the arrows around, or of what the
 * category of the drawing has: a composite, an inverse, an identity between its ends, there also
 * one single morphism; NULL where it says none. In a drawing of its own, arrows whose inverse is
 * read are declared isomorphisms. Caller frees. */
ChaseTerm *
chase_edit_read_path (ChaseEdit *edit, guint cell, const char *label);
/* The object of the drawing's category that @label says on the node @cell; NULL in a drawing of
 * its own. Caller frees. */
ChaseTerm *
chase_edit_read_object (ChaseEdit *edit, guint cell, const char *label);

/* edit-claims.c: drops the checks of equations in this drawing that mention the arrow @name. */
void
chase_edit_forget_claims (ChaseEdit *edit, const char *name);

/* edit-faces.c */
/* The composite g . f of the edges f, g in diagram order; NULL where it cannot be said. Caller
 * frees. */
ChaseTerm *
chase_edit_composite (const ChaseEdit *edit, const guint *arrows, guint n_arrows);
/* TRUE when @a = @b says the same as @left = @right, in either order. */
gboolean
chase_terms_are_pair (const ChaseTerm *a, const ChaseTerm *b, const ChaseTerm *left,
                      const ChaseTerm *right);
/* Drops the equations whose paths do not compose. */
void
chase_edit_forget_broken (ChaseEdit *edit);
gboolean
chase_term_mentions (const ChaseTerm *term, const char *name);
/* Drops the equations and properties that mention the arrow @name. */
void
chase_edit_forget_arrow (ChaseEdit *edit, const char *name);

G_END_DECLS
