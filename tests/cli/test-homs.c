/* SPDX-License-Identifier: MIT */
/* What `chase homs` calls the objects and morphisms of a category, `check` reads, and means the
 * same. */
#include "program.h"

#include <json-glib/json-glib.h>
#include <string.h>

static const char document[]
    = "category C { objects A, B, X ; f, g : A -> B ; h : B -> X ; h . f = h . g }\n"
      "category T { objects Q, R ; u : Q -> R }\n"
      "category L { object S ; a, b : S -> S ; a . a = a ; b . b = b ; a . b . a = a . b\n"
      "b . a . b = b . a }\n"
      "functor M : C -> Set { A |-> {a1, a2} ; B |-> {b1, b2} ; X |-> {x}\n"
      "f |-> {a1 |-> b1, a2 |-> b2} ; g |-> {a1 |-> b1, a2 |-> b1} ; h |-> {b1 |-> x, b2 |-> x} }\n"
      "functor K : T -> C { Q |-> A ; R |-> B ; u |-> f }\n";

static JsonObject *
homs_of (JsonParser *parser, const char *file, const char *category)
{
  const char *call[] = { "homs", "--json", file, category, NULL };
  g_autoptr (Run) run = run_vector (call, NULL, 0);

  g_assert_cmpint (run->status, ==, 0);
  g_assert_true (json_parser_load_from_data (parser, run->out, -1, NULL));
  return json_node_get_object (json_parser_get_root (parser));
}

/* A path from first to last applied, as it is written. */
static char *
path_text (JsonArray *path)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = json_array_get_length (path); i-- > 0;)
    g_string_append_printf (text, "%s%s", json_array_get_string_element (path, i),
                            i > 0 ? " . " : "");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
ask_of_hom (GString *checks, JsonObject *hom, const char *category)
{
  const char *from = json_object_get_string_member (hom, "from");
  const char *to = json_object_get_string_member (hom, "to");
  JsonArray *morphisms = json_object_get_array_member (hom, "morphisms");

  g_string_append_printf (checks, "check |Hom(%s, %s)| = %u in %s\n", from, to,
                          json_array_get_length (morphisms), category);
  for (guint i = 0; i < json_array_get_length (morphisms); i++)
    {
      g_autofree char *path = path_text (json_array_get_array_element (morphisms, i));

      if (*path != '\0')
        g_string_append_printf (checks, "check id(%s) . %s = %s . id(%s) in %s\n", to, path, path,
                                from, category);
    }
}

static void
ask_of_objects (GString *checks, JsonObject *homs, const char *key, const char *category)
{
  JsonArray *objects = json_object_get_array_member (homs, key);

  for (guint i = 0; i < json_array_get_length (objects); i++)
    g_string_append_printf (checks, "check %s is %s in %s\n",
                            json_array_get_string_element (objects, i), key, category);
}

static void
assert_read_back (const char *category)
{
  g_autoptr (GString) text = g_string_new (document);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *file = g_build_filename (folder (), "h.chase", NULL);
  const char *call[] = { "check", file, NULL };
  g_autoptr (Run) run = NULL;
  JsonObject *homs;
  JsonArray *list;

  g_assert_true (g_file_set_contents (file, document, -1, NULL));
  homs = homs_of (parser, file, category);
  list = json_object_get_array_member (homs, "homs");
  for (guint i = 0; i < json_array_get_length (list); i++)
    ask_of_hom (text, json_array_get_object_element (list, i), category);
  ask_of_objects (text, homs, "initial", category);
  ask_of_objects (text, homs, "terminal", category);
  g_assert_true (g_file_set_contents (file, text->str, -1, NULL));
  run = run_vector (call, NULL, 0);
  if (run->status != 0)
    g_error ("%s: %s%s", category, run->out, run->err);
}

static void
test_read_back (void)
{
  static const char *const categories[] = { "slice C over X",
                                            "(slice C over X)^op",
                                            "slice C^op over A",
                                            "slice C^op under X",
                                            "(slice C under A)^op",
                                            "slice L over S",
                                            "(slice L over S)^op",
                                            "slice L^op under S",
                                            "slice (slice L over S)^op over (a . b)",
                                            "(slice (slice C over X) over h)^op",
                                            "elements Hom(A, -)",
                                            "elements Hom(-, X)",
                                            "(elements Hom(A, -))^op",
                                            "elements (free (M . K) along K)",
                                            "slice (elements M) over (X, x)",
                                            "elements (op (op (M . K)))" };

  for (guint i = 0; i < G_N_ELEMENTS (categories); i++)
    assert_read_back (categories[i]);
}

static void
assert_said (const char *category, const char *said)
{
  g_autofree char *file = g_build_filename (folder (), "h.chase", NULL);
  const char *call[] = { "homs", file, category, NULL };
  g_autoptr (Run) run = NULL;

  g_assert_true (g_file_set_contents (file, document, -1, NULL));
  run = run_vector (call, NULL, 0);
  if (strstr (run->out, said) == NULL)
    g_error ("%s: %s%s", category, run->out, run->err);
}

/* In the direction of the category that the slice is of. */
static void
test_directions (void)
{
  assert_said ("slice C over X", "Hom(h . f, h) = {(f, h), (g, h)}");
  assert_said ("slice C^op under X", "Hom(h, f . h) = {(f, h), (g, h)}");
  assert_said ("(slice C over X)^op", "Hom(h, f . h) = {(f, h), (g, h)}");
  assert_said ("slice C^op over A", "Hom(f . h, f) = {(h, f)}");
}

/* Of a product of a functor category, all is listed too: four functors, ten transformations. */
static void
test_products (void)
{
  assert_said ("[C, T] * T", "[C, T] * T: 8 objects, 30 morphisms");
  assert_said ("T * ([C, T] * T)", ": 16 objects, 90 morphisms");
  assert_said ("T * Set", "There are infinitely many objects.");
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/homs/read-back", test_read_back);
  g_test_add_func ("/homs/directions", test_directions);
  g_test_add_func ("/homs/products", test_products);
  status = g_test_run ();
  remove_folder ();
  return status;
}
