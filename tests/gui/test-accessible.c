/* SPDX-License-Identifier: MIT */
#include "app/session-actions.h"
#include "gui.h"

/* The window as a screen reader finds it, over the accessibility bus itself: what can be used has a
 * name, what is drawn is there in words, and all of it is reached by the keyboard. */

#define ACCESSIBLE "org.a11y.atspi.Accessible"
#define ROOT "/org/a11y/atspi/accessible/root"

/* Roles, as AT-SPI numbers them. */
enum
{
  ROLE_CHECK_BOX = 7,
  ROLE_COMBO_BOX = 11,
  ROLE_LIST_ITEM = 32,
  ROLE_PAGE_TAB = 37,
  ROLE_PUSH_BUTTON = 43,
  ROLE_SLIDER = 51,
  ROLE_SPIN_BUTTON = 52,
  ROLE_TOGGLE_BUTTON = 62,
  ROLE_ENTRY = 79,
  STATE_VISIBLE = 30,
};

typedef struct
{
  guint role;
  gboolean visible;
  char *name;
  char *description;
  char *path;
} Node;

static GDBusConnection *bus;
static char *owner; /* the name of this program there */

static void
node_free (gpointer data)
{
  Node *node = data;

  g_free (node->name);
  g_free (node->description);
  g_free (node->path);
  g_free (node);
}

static void
answered (GObject *source, GAsyncResult *result, gpointer data)
{
  GVariant **answer = data;
  g_autoptr (GError) error = NULL;

  *answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  if (*answer == NULL)
    *answer = g_variant_ref_sink (g_variant_new_tuple (NULL, 0));
}

/* This program answers itself: it has to run meanwhile. */
static GVariant *
call (const char *name, const char *path, const char *interface, const char *method,
      GVariant *arguments)
{
  GVariant *answer = NULL;

  g_dbus_connection_call (bus, name, path, interface, method, arguments, NULL,
                          G_DBUS_CALL_FLAGS_NONE, 5000, NULL, answered, &answer);
  while (answer == NULL)
    g_main_context_iteration (NULL, TRUE);
  return answer;
}

static char *
property (const char *path, const char *name)
{
  g_autoptr (GVariant) answer = call (owner, path, "org.freedesktop.DBus.Properties", "Get",
                                      g_variant_new ("(ss)", ACCESSIBLE, name));
  g_autoptr (GVariant) value = NULL;

  if (!g_variant_is_of_type (answer, G_VARIANT_TYPE ("(v)")))
    return g_strdup ("");
  g_variant_get (answer, "(v)", &value);
  return g_variant_is_of_type (value, G_VARIANT_TYPE_STRING) ? g_variant_dup_string (value, NULL)
                                                             : g_strdup ("");
}

static void
read_node (Node *node)
{
  g_autoptr (GVariant) role = call (owner, node->path, ACCESSIBLE, "GetRole", NULL);
  g_autoptr (GVariant) state = call (owner, node->path, ACCESSIBLE, "GetState", NULL);

  if (g_variant_is_of_type (role, G_VARIANT_TYPE ("(u)")))
    g_variant_get (role, "(u)", &node->role);
  if (g_variant_is_of_type (state, G_VARIANT_TYPE ("(au)")))
    {
      g_autoptr (GVariantIter) iter = NULL;
      guint32 low = 0;

      g_variant_get (state, "(au)", &iter);
      g_variant_iter_next (iter, "u", &low);
      node->visible = (low >> STATE_VISIBLE & 1) != 0;
    }
  node->name = property (node->path, "Name");
  node->description = property (node->path, "Description");
}

static void
walk (const char *path, GPtrArray *nodes, guint depth)
{
  g_autoptr (GVariant) children = call (owner, path, ACCESSIBLE, "GetChildren", NULL);
  g_autoptr (GVariantIter) iter = NULL;
  const char *name, *child;

  if (depth > 40 || !g_variant_is_of_type (children, G_VARIANT_TYPE ("(a(so))")))
    return;
  g_variant_get (children, "(a(so))", &iter);
  while (g_variant_iter_next (iter, "(&s&o)", &name, &child))
    {
      Node *node = g_new0 (Node, 1);

      node->path = g_strdup (child);
      read_node (node);
      g_ptr_array_add (nodes, node);
      walk (child, nodes, depth + 1);
    }
}

/* The window's accessible tree as a list. Caller unrefs. */
static GPtrArray *
tree (void)
{
  GPtrArray *nodes = g_ptr_array_new_with_free_func (node_free);

  walk (ROOT, nodes, 0);
  g_assert_cmpuint (nodes->len, >, 20);
  return nodes;
}

static gboolean
can_be_used (const Node *node)
{
  static const guint roles[]
      = { ROLE_CHECK_BOX, ROLE_COMBO_BOX, ROLE_LIST_ITEM,   ROLE_PAGE_TAB,     ROLE_PUSH_BUTTON,
          ROLE_SLIDER,    ROLE_ENTRY,     ROLE_SPIN_BUTTON, ROLE_TOGGLE_BUTTON };

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (node->role == roles[i])
      return TRUE;
  return FALSE;
}

static void
assert_named (GPtrArray *nodes, const char *where)
{
  guint n_used = 0, n_nameless = 0;

  for (guint i = 0; i < nodes->len; i++)
    {
      const Node *node = g_ptr_array_index (nodes, i);

      if (!node->visible || !can_be_used (node))
        continue;
      n_used++;
      if (node->name[0] != '\0')
        continue;
      n_nameless++;
      g_test_message ("%s: without a name: role %u, description \"%s\", %s", where, node->role,
                      node->description, node->path);
    }
  g_test_message ("%s: %u things to use", where, n_used);
  g_assert_cmpuint (n_used, >, 5);
  g_assert_cmpuint (n_nameless, ==, 0);
}

static const Node *
find_canvas (GPtrArray *nodes)
{
  for (guint i = 0; i < nodes->len; i++)
    if (g_str_equal (((Node *)g_ptr_array_index (nodes, i))->name, "Diagram"))
      return g_ptr_array_index (nodes, i);
  return NULL;
}

static const Node *
find_named (GPtrArray *nodes, const char *part)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      const Node *node = g_ptr_array_index (nodes, i);

      if (node->visible && strstr (node->name, part) != NULL)
        return node;
    }
  return NULL;
}

/* The bus of the session knows where the accessibility bus is. FALSE where there is none. */
static gboolean
find_bus (void)
{
  g_autoptr (GDBusConnection) session = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GVariant) answer
      = session != NULL ? g_dbus_connection_call_sync (session, "org.a11y.Bus", "/org/a11y/bus",
                                                       "org.a11y.Bus", "GetAddress", NULL, NULL,
                                                       G_DBUS_CALL_FLAGS_NONE, 5000, NULL, NULL)
                        : NULL;
  const char *address;

  if (answer == NULL)
    return FALSE;
  g_variant_get (answer, "(&s)", &address);
  bus = g_dbus_connection_new_for_address_sync (
      address,
      G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
          | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
      NULL, NULL, NULL);
  return bus != NULL;
}

static gboolean
has_owner (void)
{
  g_autoptr (GVariant) children
      = call ("org.a11y.atspi.Registry", ROOT, ACCESSIBLE, "GetChildren", NULL);
  g_autoptr (GVariantIter) iter = NULL;
  const char *name, *path;

  if (!g_variant_is_of_type (children, G_VARIANT_TYPE ("(a(so))")))
    return FALSE;
  g_variant_get (children, "(a(so))", &iter);
  if (!g_variant_iter_next (iter, "(&s&o)", &name, &path))
    return FALSE;
  g_free (owner);
  owner = g_strdup (name);
  return TRUE;
}

static void
start_with (const char *text)
{
  gui_start_text ("accessible.chase", text);
  gui_wait (has_owner, "the window on the accessibility bus");
  for (guint i = 0; i < 10; i++)
    gui_settle ();
}

#define DOCUMENT                                                                                   \
  "category C {\n  objects X, Y\n  p : X -> Y\n}\n"                                                \
  "diagram d {\n  A at 0, 0\n  B at 1, 0 \"X_1\"\n  f : A -> B \"\\alpha\"\n  mono f\n}\n"         \
  "check d commutes\n"

/* Everything that can be used says what it is; the drawing is there in words. */
static void
test_names (void)
{
  g_autoptr (GPtrArray) nodes = NULL;
  g_autoptr (GPtrArray) more = NULL;
  const Node *canvas;

  if (!find_bus ())
    {
      g_test_skip ("there is no accessibility bus");
      return;
    }
  start_with (DOCUMENT);
  nodes = tree ();
  assert_named (nodes, "the window");
  canvas = find_canvas (nodes);
  g_assert_nonnull (canvas);
  g_test_message ("the canvas: %s; %s", canvas->name, canvas->description);
  g_assert_cmpstr (canvas->description, !=, "");
  g_assert_nonnull (find_named (nodes, "Object A"));
  g_assert_nonnull (find_named (nodes, " from A to X₁"));
  chase_session_select (gui_session (), &(guint32){ 2 }, 1);
  gtk_widget_activate_action (GTK_WIDGET (gui_window ()), "win.inspector", NULL);
  gtk_widget_activate_action (GTK_WIDGET (gui_window ()), "win.source", NULL);
  for (guint i = 0; i < 10; i++)
    gui_settle ();
  more = tree ();
  assert_named (more, "with all its panes");
  gui_shoot ("accessible-panes");
  gui_stop ();
}

/* Strikes @key until the canvas has the focus again, and puts what has it in between into @met. */
static gboolean
go_round (const char *key, GHashTable *met)
{
  gtk_widget_grab_focus (GTK_WIDGET (gui_canvas ()));
  for (guint i = 0; i < 60; i++)
    {
      GtkWidget *focus;

      gui_key (key);
      focus = gtk_window_get_focus (GTK_WINDOW (gui_window ()));
      g_assert_nonnull (focus);
      if (focus == GTK_WIDGET (gui_canvas ()))
        return TRUE;
      g_test_message ("%s: %s %s", key, G_OBJECT_TYPE_NAME (focus),
                      gtk_widget_get_tooltip_text (focus));
      g_hash_table_add (met, focus);
    }
  return FALSE;
}

/* Tab goes round through the buttons and back to the canvas, Shift+Tab through the lists before it.
 */
static void
test_round (void)
{
  g_autoptr (GHashTable) met = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer widget;
  gboolean listed = FALSE;

  start_with (DOCUMENT);
  g_assert_true (go_round ("Tab", met));
  g_assert_cmpuint (g_hash_table_size (met), >, 8);
  go_round ("Shift_L+Tab", met);
  g_hash_table_iter_init (&iter, met);
  while (g_hash_table_iter_next (&iter, &widget, NULL))
    listed = listed || GTK_IS_LIST_BOX_ROW (widget);
  g_assert_true (listed);

  /* F6 goes from pane to pane. */
  gtk_widget_grab_focus (GTK_WIDGET (gui_canvas ()));
  gui_key ("F6");
  g_assert_true (GTK_IS_LIST_BOX_ROW (gtk_window_get_focus (GTK_WINDOW (gui_window ()))));
  gui_key ("F6");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (gui_window ())) == GTK_WIDGET (gui_canvas ()));
  gui_stop ();
}

int
main (int argc, char **argv)
{
  g_setenv ("GTK_A11Y", "atspi", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/accessible/names", test_names);
  g_test_add_func ("/accessible/round", test_round);
  return g_test_run ();
}
