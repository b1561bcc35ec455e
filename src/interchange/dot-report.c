/* SPDX-License-Identifier: MIT */
#include "interchange/dot-read-private.h"

#include <string.h>

/* No graph has more to say. */
#define LEFT_MAX 20
#define SHOWN_MAX 40

const char *
chase_dot_attribute (void *object, const char *key)
{
  const char *value = agget (object, (char *)key);

  return value != NULL ? value : "";
}

void
chase_dot_leave_out (ChaseDotReport *report, const char *key, const char *value)
{
  g_autofree char *shown = g_utf8_make_valid (value, (gssize)MIN (strlen (value), SHOWN_MAX));
  g_autofree char *whole = g_strdup_printf ("%s=%s", key, shown);

  if (report->left == NULL)
    report->left = g_ptr_array_new_with_free_func (g_free);
  if (report->left->len < LEFT_MAX
      && !g_ptr_array_find_with_equal_func (report->left, whole, g_str_equal, NULL))
    g_ptr_array_add (report->left, g_steal_pointer (&whole));
}

void
chase_dot_report_close (ChaseDotReport *report)
{
  if (report->left != NULL)
    {
      g_autofree char *all = NULL;

      g_ptr_array_add (report->left, NULL);
      all = g_strjoinv (", ", (char **)report->left->pdata);
      chase_source_warn (report->source, 0, 1, NULL,
                         "attributes of Graphviz's that are drawn as near as possible, or not: %s",
                         all);
    }
  g_clear_pointer (&report->left, g_ptr_array_unref);
  g_clear_pointer (&report->shapes, g_hash_table_unref);
}
