/* SPDX-License-Identifier: MIT */
#include "typeset/fonts-private.h"

#include <hb-ot.h>
#include <string.h>

#include "i18n.h"

#define DEFAULT_FAMILY "Latin Modern Math"

G_DEFINE_QUARK (chase - typeset - error - quark, chase_typeset_error)

static void
face_free (gpointer pointer)
{
  ChaseFace *face = pointer;

  for (guint i = 0; i < face->pages->len; i++)
    g_free (face->pages->pdata[i]);
  g_ptr_array_unref (face->pages);
  hb_font_destroy (face->hb);
  FT_Done_Face (face->ft);
  g_free (face->family);
  g_free (face->file);
  g_free (face);
}

static ChaseFace *
face_new (FT_Library library, const char *file, int face_index, const char *family)
{
  FT_Face ft = NULL;
  hb_blob_t *blob = hb_blob_create_from_file (file);
  hb_face_t *hb = hb_face_create (blob, (unsigned)face_index);
  ChaseFace *face = NULL;

  if (hb_face_get_glyph_count (hb) > 0 && FT_New_Face (library, file, face_index, &ft) == 0)
    {
      face = g_new0 (ChaseFace, 1);
      face->units_per_em = hb_face_get_upem (hb);
      face->em = 1.0f / (float)face->units_per_em;
      face->hb = hb_font_create (hb);
      hb_font_set_scale (face->hb, (int)face->units_per_em, (int)face->units_per_em);
      hb_font_make_immutable (face->hb);
      face->ft = ft;
      face->family = g_strdup (family != NULL ? family : ft->family_name);
      face->file = g_strdup (file);
      face->face_index = face_index;
      face->pages = g_ptr_array_new ();
    }
  hb_face_destroy (hb);
  hb_blob_destroy (blob);
  return face;
}

ChaseFace *
chase_fonts_open (ChaseFonts *fonts, const char *file, int face_index, const char *family)
{
  ChaseFace *face;

  for (guint i = 0; i < fonts->faces->len; i++)
    {
      face = fonts->faces->pdata[i];
      if (face->face_index == face_index && strcmp (face->file, file) == 0)
        return face;
    }
  face = face_new (fonts->library, file, face_index, family);
  if (face == NULL)
    return NULL;
  face->index = fonts->faces->len;
  g_ptr_array_add (fonts->faces, face);
  return face;
}

static gboolean
has_math_table (const char *file, int face_index)
{
  hb_blob_t *blob = hb_blob_create_from_file (file);
  hb_face_t *face = hb_face_create (blob, (unsigned)face_index);
  gboolean has = hb_ot_math_has_data (face);

  hb_face_destroy (face);
  hb_blob_destroy (blob);
  return has;
}

static gboolean
pattern_has_math (const FcPattern *pattern)
{
  FcChar8 *file, *capability;
  int index = 0;

  /* fontconfig notes the scripts of the layout tables; math fonts have "otlayout:math". */
  if (FcPatternGetString (pattern, FC_FILE, 0, &file) != FcResultMatch)
    return FALSE;
  if (FcPatternGetString (pattern, FC_CAPABILITY, 0, &capability) != FcResultMatch
      || strstr ((const char *)capability, "otlayout:math") == NULL)
    {
      FcChar8 *family;

      if (FcPatternGetString (pattern, FC_FAMILY, 0, &family) != FcResultMatch
          || strstr ((const char *)family, "Math") == NULL)
        return FALSE;
    }
  FcPatternGetInteger (pattern, FC_INDEX, 0, &index);
  return has_math_table ((const char *)file, index);
}

static int
compare_patterns (gconstpointer a, gconstpointer b)
{
  const FcPattern *const *left = a;
  const FcPattern *const *right = b;
  FcChar8 *left_text, *right_text;

  FcPatternGetString (*left, FC_FAMILY, 0, &left_text);
  FcPatternGetString (*right, FC_FAMILY, 0, &right_text);
  if (strcmp ((char *)left_text, (char *)right_text) != 0)
    return strcmp ((char *)left_text, (char *)right_text);
  FcPatternGetString (*left, FC_FILE, 0, &left_text);
  FcPatternGetString (*right, FC_FILE, 0, &right_text);
  return strcmp ((char *)left_text, (char *)right_text);
}

/* All fonts with a MATH table, sorted by family and file; the patterns belong to the array. */
static GPtrArray *
list_math_fonts (FcConfig *config)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify)FcPatternDestroy);
  FcPattern *any = FcPatternCreate ();
  FcObjectSet *wanted
      = FcObjectSetBuild (FC_FAMILY, FC_FILE, FC_INDEX, FC_CAPABILITY, FC_STYLE, NULL);
  FcFontSet *set = FcFontList (config, any, wanted);

  for (int i = 0; set != NULL && i < set->nfont; i++)
    if (pattern_has_math (set->fonts[i]))
      {
        FcPatternReference (set->fonts[i]);
        g_ptr_array_add (found, set->fonts[i]);
      }
  g_ptr_array_sort (found, compare_patterns);
  if (set != NULL)
    FcFontSetDestroy (set);
  FcObjectSetDestroy (wanted);
  FcPatternDestroy (any);
  return found;
}

static gboolean
open_math_pattern (ChaseFonts *fonts, const FcPattern *pattern)
{
  FcChar8 *file, *family;
  int index = 0;

  if (FcPatternGetString (pattern, FC_FILE, 0, &file) != FcResultMatch
      || FcPatternGetString (pattern, FC_FAMILY, 0, &family) != FcResultMatch)
    return FALSE;
  FcPatternGetInteger (pattern, FC_INDEX, 0, &index);
  fonts->math = chase_fonts_open (fonts, (const char *)file, index, (const char *)family);
  return fonts->math != NULL;
}

/* Asks for one family by name, which is much quicker than listing all fonts. */
static gboolean
open_math_family (ChaseFonts *fonts, const char *family)
{
  FcPattern *wanted = FcPatternCreate ();
  FcPattern *best;
  FcResult result;
  FcChar8 *name;
  gboolean opened = FALSE;

  FcPatternAddString (wanted, FC_FAMILY, (const FcChar8 *)family);
  FcConfigSubstitute (fonts->config, wanted, FcMatchPattern);
  FcDefaultSubstitute (wanted);
  best = FcFontMatch (fonts->config, wanted, &result);
  for (int i = 0;
       best != NULL && !opened && FcPatternGetString (best, FC_FAMILY, i, &name) == FcResultMatch;
       i++)
    opened = g_ascii_strcasecmp ((const char *)name, family) == 0 && pattern_has_math (best)
             && open_math_pattern (fonts, best);
  if (best != NULL)
    FcPatternDestroy (best);
  FcPatternDestroy (wanted);
  return opened;
}

static gboolean
open_any_math (ChaseFonts *fonts)
{
  g_autoptr (GPtrArray) found = list_math_fonts (fonts->config);

  for (guint i = 0; i < found->len; i++)
    if (open_math_pattern (fonts, found->pdata[i]))
      return TRUE;
  return FALSE;
}

static void
read_constants (ChaseFonts *fonts)
{
  hb_font_t *font = fonts->math->hb;
  double em = (double)fonts->math->em;

  for (int i = 0; i <= HB_OT_MATH_CONSTANT_RADICAL_DEGREE_BOTTOM_RAISE_PERCENT; i++)
    {
      gboolean percent = i == HB_OT_MATH_CONSTANT_SCRIPT_PERCENT_SCALE_DOWN
                         || i == HB_OT_MATH_CONSTANT_SCRIPT_SCRIPT_PERCENT_SCALE_DOWN
                         || i == HB_OT_MATH_CONSTANT_RADICAL_DEGREE_BOTTOM_RAISE_PERCENT;

      fonts->constants[i]
          = hb_ot_math_get_constant (font, (hb_ot_math_constant_t)i) * (percent ? 1.0 : em);
    }
  fonts->min_overlap_x = hb_ot_math_get_min_connector_overlap (font, HB_DIRECTION_LTR) * em;
  fonts->min_overlap_y = hb_ot_math_get_min_connector_overlap (font, HB_DIRECTION_BTT) * em;
}

static void
fonts_free (ChaseFonts *fonts)
{
  for (guint i = 0; i < CHASE_N_TEXT_STYLES; i++)
    if (fonts->sorted[i] != NULL)
      FcFontSetDestroy (fonts->sorted[i]);
  g_ptr_array_unref (fonts->faces);
  g_hash_table_unref (fonts->fallback);
  g_hash_table_unref (fonts->math_pages);
  g_hash_table_unref (fonts->outlines);
  g_hash_table_unref (fonts->stretches);
  for (guint i = 0; i < G_N_ELEMENTS (fonts->latin_page); i++)
    g_free (fonts->latin_page[i]);
  hb_buffer_destroy (fonts->buffer);
  chase_arena_clear (&fonts->arena);
  if (fonts->library != NULL)
    FT_Done_FreeType (fonts->library);
  if (fonts->config != NULL)
    FcConfigDestroy (fonts->config);
  g_mutex_clear (&fonts->lock);
  g_free (fonts->notice);
  g_free (fonts);
}

static void
stretch_free (gpointer pointer)
{
  ChaseStretch *stretch = pointer;

  g_free (stretch->variants);
  g_free (stretch->parts);
  g_free (stretch);
}

static ChaseFonts *
fonts_alloc (void)
{
  ChaseFonts *fonts = g_new0 (ChaseFonts, 1);

  g_atomic_ref_count_init (&fonts->ref_count);
  g_mutex_init (&fonts->lock);
  fonts->faces = g_ptr_array_new_with_free_func (face_free);
  fonts->fallback = g_hash_table_new (NULL, NULL);
  fonts->math_pages = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  fonts->outlines = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  fonts->stretches = g_hash_table_new_full (NULL, NULL, NULL, stretch_free);
  fonts->buffer = hb_buffer_create ();
  fonts->config = FcConfigReference (NULL);
  if (FT_Init_FreeType (&fonts->library) != 0)
    fonts->library = NULL;
  return fonts;
}

static gboolean
open_math (ChaseFonts *fonts, const char *family)
{
  const char *wanted = family != NULL ? family : DEFAULT_FAMILY;

  if (fonts->library == NULL)
    return FALSE;
  if (open_math_family (fonts, wanted))
    return TRUE;
  if ((strcmp (wanted, DEFAULT_FAMILY) == 0 || !open_math_family (fonts, DEFAULT_FAMILY))
      && !open_any_math (fonts))
    return FALSE;
  fonts->notice = g_strdup_printf (_ ("The math font “%s” is not installed (or has no MATH table); "
                                      "labels are set in “%s” instead."),
                                   wanted, fonts->math->family);
  return TRUE;
}

ChaseFonts *
chase_fonts_new (const char *math_family, GError **error)
{
  ChaseFonts *fonts = fonts_alloc ();

  if (!open_math (fonts, math_family))
    {
      g_set_error_literal (error, CHASE_TYPESET_ERROR, CHASE_TYPESET_ERROR_NO_MATH_FONT,
                           _ ("No font with an OpenType MATH table is installed; install Latin "
                              "Modern Math (the package fonts-lmodern) or another math font."));
      fonts_free (fonts);
      return NULL;
    }
  read_constants (fonts);
  return fonts;
}

ChaseFonts *
chase_fonts_ref (ChaseFonts *fonts)
{
  g_return_val_if_fail (fonts != NULL, NULL);
  g_atomic_ref_count_inc (&fonts->ref_count);
  return fonts;
}

void
chase_fonts_unref (ChaseFonts *fonts)
{
  if (fonts != NULL && g_atomic_ref_count_dec (&fonts->ref_count))
    fonts_free (fonts);
}

const char *
chase_fonts_get_notice (ChaseFonts *fonts)
{
  g_return_val_if_fail (fonts != NULL, NULL);
  return fonts->notice;
}

const char *
chase_fonts_get_math_family (ChaseFonts *fonts)
{
  g_return_val_if_fail (fonts != NULL, NULL);
  return fonts->math->family;
}

char **
chase_fonts_list_math_families (void)
{
  FcConfig *config = FcConfigReference (NULL);
  g_autoptr (GPtrArray) found = list_math_fonts (config);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *last = NULL;

  for (guint i = 0; i < found->len; i++)
    {
      FcChar8 *family;

      FcPatternGetString (found->pdata[i], FC_FAMILY, 0, &family);
      if (last == NULL || strcmp (last, (const char *)family) != 0)
        g_strv_builder_add (builder, (const char *)family);
      last = (const char *)family;
    }
  FcConfigDestroy (config);
  return g_strv_builder_end (builder);
}

guint
chase_fonts_get_n_faces (ChaseFonts *fonts)
{
  guint n_faces;

  g_return_val_if_fail (fonts != NULL, 0);
  g_mutex_lock (&fonts->lock);
  n_faces = fonts->faces->len;
  g_mutex_unlock (&fonts->lock);
  return n_faces;
}

static ChaseFace *
get_face (ChaseFonts *fonts, guint font)
{
  ChaseFace *face;

  g_mutex_lock (&fonts->lock);
  face = font < fonts->faces->len ? fonts->faces->pdata[font] : NULL;
  g_mutex_unlock (&fonts->lock);
  return face;
}

FT_Face
chase_fonts_get_ft_face (ChaseFonts *fonts, guint font)
{
  ChaseFace *face;

  g_return_val_if_fail (fonts != NULL, NULL);
  face = get_face (fonts, font);
  return face != NULL ? face->ft : NULL;
}

const char *
chase_fonts_get_family (ChaseFonts *fonts, guint font)
{
  ChaseFace *face;

  g_return_val_if_fail (fonts != NULL, NULL);
  face = get_face (fonts, font);
  return face != NULL ? face->family : NULL;
}

const char *
chase_fonts_get_file (ChaseFonts *fonts, guint font)
{
  ChaseFace *face;

  g_return_val_if_fail (fonts != NULL, NULL);
  face = get_face (fonts, font);
  return face != NULL ? face->file : NULL;
}

guint
chase_fonts_get_units_per_em (ChaseFonts *fonts, guint font)
{
  ChaseFace *face;

  g_return_val_if_fail (fonts != NULL, 0);
  face = get_face (fonts, font);
  return face != NULL ? face->units_per_em : 0;
}
