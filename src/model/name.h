/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ChaseName:
 *
 * An immutable, reference-counted UTF-8 string: the name of an object, an arrow or
 * a definition, or a label. A name holds the text between backquotes, never the quotes. A reader
 * makes equal names share storage (chase_name_table_intern ()), so copying a document copies no text.
 * NULL stands for "no name" or "no label" where a field says so.
 */
typedef char ChaseName;

/** Returns a new name with the bytes of @text. Caller owns it. */
ChaseName *chase_name_new (const char *text);
/** Returns a new name with the first @length bytes of @text. Caller owns it. */
ChaseName *chase_name_new_len (const char *text, gsize length);
/** Takes NULL quietly. */
ChaseName *chase_name_ref (const ChaseName *name);
/** Takes NULL quietly. */
void chase_name_unref (ChaseName *name);
/** TRUE when both are NULL or both hold the same bytes. */
gboolean chase_name_equal (const ChaseName *a, const ChaseName *b);
/** Sets *@slot to a reference of @name, dropping what was there. */
void chase_name_set (ChaseName **slot, const ChaseName *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseName, chase_name_unref)

/**
 * ChaseNameTable:
 *
 * Makes equal names share storage while a document is read.
 */
typedef struct _ChaseNameTable ChaseNameTable;

/** Returns a table without names. Free with chase_name_table_free (). */
ChaseNameTable *chase_name_table_new (void);
void chase_name_table_free (ChaseNameTable *table);
/** Returns a reference, owned by the caller, to the one name with these bytes. O(@length). */
ChaseName *chase_name_table_intern (ChaseNameTable *table, const char *text, gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseNameTable, chase_name_table_free)

G_END_DECLS
