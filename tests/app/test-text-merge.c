/* SPDX-License-Identifier: MIT */
#include "app/text-merge.h"
#include "app/window-private.h"

#include <string.h>

static void
check (const char *text, const char *before, const char *after, const char *expected)
{
  g_autofree char *merged = chase_text_merge (text, before, after);

  g_assert_cmpstr (merged, ==, expected);
}

/* What the drawing changes comes into a text that cannot be read at the moment, and nothing that
 * was typed is lost. */
static void
test_merge (void)
{
  static const char *const before = "d {\n  A at 0, 0\n  B at 1, 0\n  f : A -> B\n}\n";

  check ("d {\n  A at 0, 0\n  B at 1, 0\n  f : A ->\n}\n", before,
         "d {\n  A at 0, 0\n  B at 2, 0\n  f : A -> B\n}\n",
         "d {\n  A at 0, 0\n  B at 2, 0\n  f : A ->\n}\n");
  check ("d { # typing\n A at 0, 0\n  B at 1, 0\n  f : A -> \n}", before,
         "d {\n  A at 0, 0\n  B at 1, 0\n  C at 2, 0\n  f : A -> B\n}\n",
         "d { # typing\n A at 0, 0\n  B at 1, 0\n  C at 2, 0\n  f : A -> \n}");
  check ("d {\n  A at 0, 0\n  B at 1, 0\n  f : A ->\n}\n", before,
         "d {\n  A at 0, 0\n  f : A -> B\n}\n", "d {\n  A at 0, 0\n  f : A ->\n}\n");
  check (before, before, before, before);
  /* The very line that is being typed was changed: it is nowhere to be found. */
  check ("d {\n  A at 0, 0\n  B at 1, 0\n  f : A ->\n}\n", before,
         "d {\n  A at 0, 0\n  B at 1, 0\n  f : B -> A\n}\n", NULL);
  check ("", before, "d {\n}\n", NULL);
}

/* No two actions share a shortcut, and each has one name for one meaning. */
static void
test_keys (void)
{
  guint n;
  const ChaseActionRow *rows = chase_window_action_rows (&n);

  for (guint i = 0; i < n; i++)
    for (guint k = i + 1; k < n; k++)
      {
        const ChaseActionRow *a = &rows[i], *b = &rows[k];

        if (a->accel != NULL && b->accel != NULL)
          g_assert_cmpstr (a->accel, !=, b->accel);
        if (a->key != NULL && b->key != NULL)
          g_assert_cmpstr (a->key, !=, b->key);
        if (a->accel != NULL && b->key != NULL)
          g_assert_cmpstr (a->accel, !=, b->key);
        if (a->key != NULL && b->accel != NULL)
          g_assert_cmpstr (a->key, !=, b->accel);
        if (g_str_equal (a->name, b->name))
          {
            g_assert_true (a->run == b->run);
            g_assert_cmpstr (a->target, !=, b->target);
          }
      }
}

/* A key of the table is one that GTK understands. */
static void
test_triggers (void)
{
  guint n;
  const ChaseActionRow *rows = chase_window_action_rows (&n);

  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < 2; k++)
      {
        const char *text = k == 0 ? rows[i].accel : rows[i].key;
        GtkShortcutTrigger *trigger;

        if (text == NULL)
          continue;
        trigger = gtk_shortcut_trigger_parse_string (text);
        g_assert_nonnull (trigger);
        g_object_unref (trigger);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/text/merge", test_merge);
  g_test_add_func ("/app/actions/keys", test_keys);
  g_test_add_func ("/app/actions/triggers", test_triggers);
  return g_test_run ();
}
