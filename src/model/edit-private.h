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
  gint category; /* the category block that is edited with it, or -1 */
  GArray *slots; /* of ChaseSlot, by handle */
  GArray *order; /* of guint: handles in the order of the text */
  gboolean free; /* the diagram is its own category */
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

/* edit-names.c */
gboolean
chase_edit_has_name (const ChaseEdit *edit, gboolean node, const char *name);
char *
chase_edit_free_name (const ChaseEdit *edit, gboolean node, const char *stem);
char *
chase_edit_blank_name (const ChaseEdit *edit, gboolean node);
void
chase_edit_rename (ChaseEdit *edit, guint cell, const char *name);
/* Gives a nameless arrow a name of its own, without writing anything beside it. */
void
chase_edit_ensure_name (ChaseEdit *edit, guint cell);

/* edit-faces.c */
gboolean
chase_term_mentions (const ChaseTerm *term, const char *name);
/* Drops the equations and properties that mention the arrow @name. */
void
chase_edit_forget_arrow (ChaseEdit *edit, const char *name);

G_END_DECLS
