/* SPDX-License-Identifier: MIT */
#include "typeset/tokens.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef struct
{
  const char *name;
  guint32 rgb;
} Named;

/* The colours that LaTeX's xcolor knows without options, those of its option dvipsnames as they
 * look on a screen, and the usual others. */
static const Named named[] = {
  { "black", 0x000000 },
  { "blue", 0x0000FF },
  { "brown", 0xBF8040 },
  { "crimson", 0xDC143C },
  { "cyan", 0x00FFFF },
  { "darkblue", 0x00008B },
  { "darkgray", 0x404040 },
  { "darkgreen", 0x006400 },
  { "darkred", 0x8B0000 },
  { "forestgreen", 0x228B22 },
  { "ForestGreen", 0x009B55 },
  { "gold", 0xFFD700 },
  { "gray", 0x808080 },
  { "green", 0x00FF00 },
  { "grey", 0x808080 },
  { "indigo", 0x4B0082 },
  { "lightgray", 0xBFBFBF },
  { "lime", 0xBFFF00 },
  { "magenta", 0xFF00FF },
  { "maroon", 0x800000 },
  { "navy", 0x000080 },
  { "olive", 0x808000 },
  { "orange", 0xFF8000 },
  { "pink", 0xFFBFBF },
  { "purple", 0xBF0040 },
  { "red", 0xFF0000 },
  { "teal", 0x008080 },
  { "turquoise", 0x40E0D0 },
  { "violet", 0x800080 },
  { "white", 0xFFFFFF },
  { "yellow", 0xFFFF00 },
  { "BrickRed", 0xB6321C },
  { "Cyan", 0x00AEEF },
  { "Green", 0x00A64F },
  { "JungleGreen", 0x00A99A },
  { "Magenta", 0xEC008C },
  { "Maroon", 0xAF3235 },
  { "NavyBlue", 0x006EB8 },
  { "OliveGreen", 0x3C8031 },
  { "Orange", 0xF58137 },
  { "Plum", 0x92268F },
  { "Purple", 0x99479B },
  { "Red", 0xED1B23 },
  { "RoyalBlue", 0x0071BC },
  { "Blue", 0x2D2F92 },
  { "Violet", 0x58429B },
  { "Gray", 0x949698 },
  { "Black", 0x221E1F },
  { "Yellow", 0xFFF200 },
  { "RedOrange", 0xF26035 },
  { "Mulberry", 0xA93C93 },
  { "Apricot", 0xFBB982 },
  { "Aquamarine", 0x00B5BE },
  { "Bittersweet", 0xC04F17 },
  { "BlueGreen", 0x00B3B8 },
  { "BlueViolet", 0x473992 },
  { "Brown", 0x792500 },
  { "BurntOrange", 0xF7921D },
  { "CadetBlue", 0x74729A },
  { "CarnationPink", 0xF282B4 },
  { "Cerulean", 0x00A2E3 },
  { "CornflowerBlue", 0x41B0E4 },
  { "Dandelion", 0xFDBC42 },
  { "DarkOrchid", 0xA4538A },
  { "Emerald", 0x00A99D },
  { "Fuchsia", 0x8C368C },
  { "Goldenrod", 0xFFDF42 },
  { "GreenYellow", 0xDFE674 },
  { "Lavender", 0xF49EC4 },
  { "LimeGreen", 0x8DC73E },
  { "Mahogany", 0xA9341F },
  { "Melon", 0xF89E7B },
  { "MidnightBlue", 0x006795 },
  { "OrangeRed", 0xED135A },
  { "Orchid", 0xAF72B0 },
  { "Peach", 0xF7965A },
  { "Periwinkle", 0x7977B8 },
  { "PineGreen", 0x008B72 },
  { "ProcessBlue", 0x00B0F0 },
  { "RawSienna", 0x974006 },
  { "RedViolet", 0xA1246B },
  { "Rhodamine", 0xEF559F },
  { "RoyalPurple", 0x613F99 },
  { "RubineRed", 0xED017D },
  { "Salmon", 0xF69289 },
  { "SeaGreen", 0x3FBC9D },
  { "Sepia", 0x671800 },
  { "SkyBlue", 0x46C5DD },
  { "SpringGreen", 0xC6DC67 },
  { "Tan", 0xDA9D76 },
  { "TealBlue", 0x00AEB3 },
  { "Thistle", 0xD883B7 },
  { "Turquoise", 0x00B4CE },
  { "VioletRed", 0xEF58A0 },
  { "WildStrawberry", 0xEE2967 },
  { "YellowGreen", 0x98CC70 },
  { "YellowOrange", 0xFAA21A },
  { "White", 0xFFFFFF },
};

typedef struct
{
  double red, green, blue;
} Colour;

static Colour
unpack (guint32 rgb)
{
  return (Colour){ (rgb >> 16 & 255) / 255.0, (rgb >> 8 & 255) / 255.0, (rgb & 255) / 255.0 };
}

static guint32
channel (double value)
{
  if (!(value > 0))
    return 0;
  return value >= 1 ? 255 : (guint32)floor (value * 255 + 0.5);
}

static guint32
pack (Colour colour)
{
  return channel (colour.red) << 24 | channel (colour.green) << 16 | channel (colour.blue) << 8
         | 255;
}

static gboolean
find_named (const ChaseMacros *macros, const char *name, Colour *colour)
{
  guint32 rgba;

  if (macros != NULL && chase_macros_get_colour (macros, name, &rgba))
    {
      *colour = unpack (rgba >> 8);
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    if (strcmp (named[i].name, name) == 0)
      {
        *colour = unpack (named[i].rgb);
        return TRUE;
      }
  return FALSE;
}

/* Reads up to four numbers with anything but digits, dots and signs between them. */
static guint
read_numbers (const char *text, double numbers[4])
{
  guint n = 0;

  while (*text != '\0' && n < 4)
    {
      char *end;
      double value;

      if (!g_ascii_isdigit (*text) && *text != '.' && *text != '-')
        {
          text++;
          continue;
        }
      value = g_ascii_strtod (text, &end);
      if (end == text)
        {
          text++;
          continue;
        }
      numbers[n++] = value;
      text = end;
    }
  return n;
}

static gboolean
read_hexadecimal (const char *text, Colour *colour)
{
  gsize length = strspn (text, "0123456789abcdefABCDEF");
  guint32 value = (guint32)strtoul (text, NULL, 16);

  if (text[length] != '\0' || (length != 6 && length != 3))
    return FALSE;
  if (length == 3)
    value = (value & 0xf00) * 0x1100 | (value & 0xf0) * 0x110 | (value & 0xf) * 0x11;
  *colour = unpack (value);
  return TRUE;
}

static gboolean
read_model (const char *model, const char *text, Colour *colour)
{
  double n[4] = { 0 };
  guint count;

  if (strcmp (model, "HTML") == 0)
    return read_hexadecimal (text, colour);
  count = read_numbers (text, n);
  if (strcmp (model, "rgb") == 0 && count == 3)
    *colour = (Colour){ n[0], n[1], n[2] };
  else if (strcmp (model, "RGB") == 0 && count == 3)
    *colour = (Colour){ n[0] / 255, n[1] / 255, n[2] / 255 };
  else if (strcmp (model, "gray") == 0 && count == 1)
    *colour = (Colour){ n[0], n[0], n[0] };
  else if (strcmp (model, "cmyk") == 0 && count == 4)
    *colour
        = (Colour){ 1 - MIN (1, n[0] + n[3]), 1 - MIN (1, n[1] + n[3]), 1 - MIN (1, n[2] + n[3]) };
  else
    return FALSE;
  return TRUE;
}

/* "rgb,255:red,92;green,92;blue,214", what quiver writes. */
static gboolean
read_extended (const char *text, Colour *colour)
{
  const char *colon = strchr (text, ':');
  double n[4], divisor = 1;

  if (colon == NULL || !g_str_has_prefix (text, "rgb"))
    return FALSE;
  if (text[3] == ',')
    divisor = g_ascii_strtod (text + 4, NULL);
  if (!(divisor > 0) || read_numbers (colon, n) != 3)
    return FALSE;
  *colour = (Colour){ n[0] / divisor, n[1] / divisor, n[2] / divisor };
  return TRUE;
}

static Colour
mix (Colour a, Colour b, double part)
{
  part = CLAMP (part, 0, 1);
  return (Colour){ a.red * part + b.red * (1 - part), a.green * part + b.green * (1 - part),
                   a.blue * part + b.blue * (1 - part) };
}

/* "red!40!blue!10": each percentage is the share of what stands before it. */
static gboolean
read_mix (const ChaseMacros *macros, const char *text, Colour *colour)
{
  g_auto (GStrv) parts = g_strsplit (text, "!", -1);

  if (parts[0] == NULL || !find_named (macros, g_strstrip (parts[0]), colour))
    return FALSE;
  for (guint i = 1; parts[i] != NULL; i += 2)
    {
      Colour other = { 1, 1, 1 };
      double percent = g_ascii_strtod (parts[i], NULL);

      if (parts[i + 1] != NULL && !find_named (macros, g_strstrip (parts[i + 1]), &other))
        return FALSE;
      *colour = mix (*colour, other, percent / 100);
      if (parts[i + 1] == NULL)
        break;
    }
  return TRUE;
}

gboolean
chase_colour_parse (const ChaseMacros *macros, const char *model, const char *text, guint32 *rgba)
{
  Colour colour;
  gboolean known;

  if (model != NULL)
    known = read_model (model, text, &colour);
  else if (text[0] == '#')
    known = read_hexadecimal (text + 1, &colour);
  else
    known = read_mix (macros, text, &colour) || read_extended (text, &colour);
  if (known)
    *rgba = pack (colour);
  return known;
}
