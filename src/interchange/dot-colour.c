/* SPDX-License-Identifier: MIT */
#include "interchange/dot-read-private.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Colours as Graphviz has them: names of X11, `#rrggbb`, `#rrggbbaa`, `hue saturation value`, and
 * lists of them. See "color" and "colorList" in its reference. */

/* Of a name that is in no use with numbers. */
#define NO_FIRST 0xffffffffu
#define NAME_MAX_LENGTH 40
/* A list draws no more lines. */
#define LINES_MAX 16

typedef struct
{
  const char *name;
  guint32 rgb;
  guint32 first; /* what the name is with the number 1 */
} Named;

/* In order. */
static const Named named[] = {
  { "aliceblue", 0xf0f8ff, NO_FIRST },
  { "antiquewhite", 0xfaebd7, 0xffefdb },
  { "aqua", 0x00ffff, NO_FIRST },
  { "aquamarine", 0x7fffd4, 0x7fffd4 },
  { "azure", 0xf0ffff, 0xf0ffff },
  { "beige", 0xf5f5dc, NO_FIRST },
  { "bisque", 0xffe4c4, 0xffe4c4 },
  { "black", 0x000000, NO_FIRST },
  { "blanchedalmond", 0xffebcd, NO_FIRST },
  { "blue", 0x0000ff, 0x0000ff },
  { "blueviolet", 0x8a2be2, NO_FIRST },
  { "brown", 0xa52a2a, 0xff4040 },
  { "burlywood", 0xdeb887, 0xffd39b },
  { "cadetblue", 0x5f9ea0, 0x98f5ff },
  { "chartreuse", 0x7fff00, 0x7fff00 },
  { "chocolate", 0xd2691e, 0xff7f24 },
  { "coral", 0xff7f50, 0xff7256 },
  { "cornflowerblue", 0x6495ed, NO_FIRST },
  { "cornsilk", 0xfff8dc, 0xfff8dc },
  { "crimson", 0xdc143c, NO_FIRST },
  { "cyan", 0x00ffff, 0x00ffff },
  { "darkblue", 0x00008b, NO_FIRST },
  { "darkcyan", 0x008b8b, NO_FIRST },
  { "darkgoldenrod", 0xb8860b, 0xffb90f },
  { "darkgray", 0xa9a9a9, NO_FIRST },
  { "darkgreen", 0x006400, NO_FIRST },
  { "darkgrey", 0xa9a9a9, NO_FIRST },
  { "darkkhaki", 0xbdb76b, NO_FIRST },
  { "darkmagenta", 0x8b008b, NO_FIRST },
  { "darkolivegreen", 0x556b2f, 0xcaff70 },
  { "darkorange", 0xff8c00, 0xff7f00 },
  { "darkorchid", 0x9932cc, 0xbf3eff },
  { "darkred", 0x8b0000, NO_FIRST },
  { "darksalmon", 0xe9967a, NO_FIRST },
  { "darkseagreen", 0x8fbc8f, 0xc1ffc1 },
  { "darkslateblue", 0x483d8b, NO_FIRST },
  { "darkslategray", 0x2f4f4f, 0x97ffff },
  { "darkslategrey", 0x2f4f4f, NO_FIRST },
  { "darkturquoise", 0x00ced1, NO_FIRST },
  { "darkviolet", 0x9400d3, NO_FIRST },
  { "deeppink", 0xff1493, 0xff1493 },
  { "deepskyblue", 0x00bfff, 0x00bfff },
  { "dimgray", 0x696969, NO_FIRST },
  { "dimgrey", 0x696969, NO_FIRST },
  { "dodgerblue", 0x1e90ff, 0x1e90ff },
  { "firebrick", 0xb22222, 0xff3030 },
  { "floralwhite", 0xfffaf0, NO_FIRST },
  { "forestgreen", 0x228b22, NO_FIRST },
  { "fuchsia", 0xff00ff, NO_FIRST },
  { "gainsboro", 0xdcdcdc, NO_FIRST },
  { "ghostwhite", 0xf8f8ff, NO_FIRST },
  { "gold", 0xffd700, 0xffd700 },
  { "goldenrod", 0xdaa520, 0xffc125 },
  { "gray", 0xc0c0c0, NO_FIRST },
  { "green", 0x00ff00, 0x00ff00 },
  { "greenyellow", 0xadff2f, NO_FIRST },
  { "grey", 0xc0c0c0, NO_FIRST },
  { "honeydew", 0xf0fff0, 0xf0fff0 },
  { "hotpink", 0xff69b4, 0xff6eb4 },
  { "indianred", 0xcd5c5c, 0xff6a6a },
  { "indigo", 0x4b0082, NO_FIRST },
  { "ivory", 0xfffff0, 0xfffff0 },
  { "khaki", 0xf0e68c, 0xfff68f },
  { "lavender", 0xe6e6fa, NO_FIRST },
  { "lavenderblush", 0xfff0f5, 0xfff0f5 },
  { "lawngreen", 0x7cfc00, NO_FIRST },
  { "lemonchiffon", 0xfffacd, 0xfffacd },
  { "lightblue", 0xadd8e6, 0xbfefff },
  { "lightcoral", 0xf08080, NO_FIRST },
  { "lightcyan", 0xe0ffff, 0xe0ffff },
  { "lightgoldenrod", 0xeedd82, 0xffec8b },
  { "lightgoldenrodyellow", 0xfafad2, NO_FIRST },
  { "lightgray", 0xd3d3d3, NO_FIRST },
  { "lightgreen", 0x90ee90, NO_FIRST },
  { "lightgrey", 0xd3d3d3, NO_FIRST },
  { "lightpink", 0xffb6c1, 0xffaeb9 },
  { "lightsalmon", 0xffa07a, 0xffa07a },
  { "lightseagreen", 0x20b2aa, NO_FIRST },
  { "lightskyblue", 0x87cefa, 0xb0e2ff },
  { "lightslateblue", 0x8470ff, NO_FIRST },
  { "lightslategray", 0x778899, NO_FIRST },
  { "lightslategrey", 0x778899, NO_FIRST },
  { "lightsteelblue", 0xb0c4de, 0xcae1ff },
  { "lightyellow", 0xffffe0, 0xffffe0 },
  { "lime", 0x00ff00, NO_FIRST },
  { "limegreen", 0x32cd32, NO_FIRST },
  { "linen", 0xfaf0e6, NO_FIRST },
  { "magenta", 0xff00ff, 0xff00ff },
  { "maroon", 0xb03060, 0xff34b3 },
  { "mediumaquamarine", 0x66cdaa, NO_FIRST },
  { "mediumblue", 0x0000cd, NO_FIRST },
  { "mediumorchid", 0xba55d3, 0xe066ff },
  { "mediumpurple", 0x9370db, 0xab82ff },
  { "mediumseagreen", 0x3cb371, NO_FIRST },
  { "mediumslateblue", 0x7b68ee, NO_FIRST },
  { "mediumspringgreen", 0x00fa9a, NO_FIRST },
  { "mediumturquoise", 0x48d1cc, NO_FIRST },
  { "mediumvioletred", 0xc71585, NO_FIRST },
  { "midnightblue", 0x191970, NO_FIRST },
  { "mintcream", 0xf5fffa, NO_FIRST },
  { "mistyrose", 0xffe4e1, 0xffe4e1 },
  { "moccasin", 0xffe4b5, NO_FIRST },
  { "navajowhite", 0xffdead, 0xffdead },
  { "navy", 0x000080, NO_FIRST },
  { "navyblue", 0x000080, NO_FIRST },
  { "oldlace", 0xfdf5e6, NO_FIRST },
  { "olive", 0x808000, NO_FIRST },
  { "olivedrab", 0x6b8e23, 0xc0ff3e },
  { "orange", 0xffa500, 0xffa500 },
  { "orangered", 0xff4500, 0xff4500 },
  { "orchid", 0xda70d6, 0xff83fa },
  { "palegoldenrod", 0xeee8aa, NO_FIRST },
  { "palegreen", 0x98fb98, 0x9aff9a },
  { "paleturquoise", 0xafeeee, 0xbbffff },
  { "palevioletred", 0xdb7093, 0xff82ab },
  { "papayawhip", 0xffefd5, NO_FIRST },
  { "peachpuff", 0xffdab9, 0xffdab9 },
  { "peru", 0xcd853f, NO_FIRST },
  { "pink", 0xffc0cb, 0xffb5c5 },
  { "plum", 0xdda0dd, 0xffbbff },
  { "powderblue", 0xb0e0e6, NO_FIRST },
  { "purple", 0xa020f0, 0x9b30ff },
  { "rebeccapurple", 0x663399, NO_FIRST },
  { "red", 0xff0000, 0xff0000 },
  { "rosybrown", 0xbc8f8f, 0xffc1c1 },
  { "royalblue", 0x4169e1, 0x4876ff },
  { "saddlebrown", 0x8b4513, NO_FIRST },
  { "salmon", 0xfa8072, 0xff8c69 },
  { "sandybrown", 0xf4a460, NO_FIRST },
  { "seagreen", 0x2e8b57, 0x54ff9f },
  { "seashell", 0xfff5ee, 0xfff5ee },
  { "sienna", 0xa0522d, 0xff8247 },
  { "silver", 0xc0c0c0, NO_FIRST },
  { "skyblue", 0x87ceeb, 0x87ceff },
  { "slateblue", 0x6a5acd, 0x836fff },
  { "slategray", 0x708090, 0xc6e2ff },
  { "slategrey", 0x708090, NO_FIRST },
  { "snow", 0xfffafa, 0xfffafa },
  { "springgreen", 0x00ff7f, 0x00ff7f },
  { "steelblue", 0x4682b4, 0x63b8ff },
  { "tan", 0xd2b48c, 0xffa54f },
  { "teal", 0x008080, NO_FIRST },
  { "thistle", 0xd8bfd8, 0xffe1ff },
  { "tomato", 0xff6347, 0xff6347 },
  { "turquoise", 0x40e0d0, 0x00f5ff },
  { "violet", 0xee82ee, NO_FIRST },
  { "violetred", 0xd02090, 0xff3e96 },
  { "wheat", 0xf5deb3, 0xffe7ba },
  { "white", 0xffffff, NO_FIRST },
  { "whitesmoke", 0xf5f5f5, NO_FIRST },
  { "yellow", 0xffff00, 0xffff00 },
  { "yellowgreen", 0x9acd32, NO_FIRST },
};

static ChaseColour
solid (double red, double green, double blue)
{
  return (ChaseColour){ CHASE_COLOUR_RGB, { red, green, blue }, 1.0 };
}

static ChaseColour
from_rgb (guint32 rgb)
{
  return solid (rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255);
}

static int
compare_names (const void *a, const void *b)
{
  return strcmp (a, ((const Named *)b)->name);
}

/* `steelblue`, `steelblue3`, `gray40`; X11's numbers 2 to 4 are the first, and darker. */
static gboolean
read_name (const char *text, ChaseColour *colour)
{
  static const double light[] = { 1.0, 1.0, 0.932, 0.804, 0.545 };
  g_autofree char *name = NULL;
  const Named *found;
  gsize letters;
  guint64 number;

  if (strlen (text) > NAME_MAX_LENGTH)
    return FALSE;
  if (g_str_has_prefix (text, "/x11/") || g_str_has_prefix (text, "/svg/"))
    text += strlen ("/x11/");
  name = g_ascii_strdown (text, -1);
  if (strcmp (name, "transparent") == 0 || strcmp (name, "none") == 0)
    {
      *colour = (ChaseColour){ .kind = CHASE_COLOUR_RGB };
      return TRUE;
    }
  letters = strcspn (name, "0123456789");
  number = g_ascii_strtoull (name + letters, NULL, 10);
  if (name[letters] != '\0' && name[letters + strspn (name + letters, "0123456789")] != '\0')
    return FALSE;
  if (name[letters] != '\0' && letters == 4
      && (strncmp (name, "gray", 4) == 0 || strncmp (name, "grey", 4) == 0))
    {
      double grey = round (2.55 * (double)MIN (number, 100));

      *colour = solid (grey, grey, grey);
      return number <= 100;
    }
  if (name[letters] != '\0' && (number < 1 || number > 4))
    return FALSE;
  name[letters] = '\0';
  found = bsearch (name, named, G_N_ELEMENTS (named), sizeof *named, compare_names);
  if (found == NULL || (number > 0 && found->first == NO_FIRST))
    return FALSE;
  *colour = from_rgb (number > 0 ? found->first : found->rgb);
  for (guint i = 0; i < 3; i++)
    colour->values[i] = round (colour->values[i] * light[number]);
  return TRUE;
}

/* `#rrggbb`, or `#rrggbbaa`, whose last two digits are how opaque it is. */
static gboolean
read_hex (const char *text, ChaseColour *colour)
{
  g_autofree char *opaque = g_strndup (text, 7);

  if (strlen (text) != 9)
    return chase_colour_parse_hex (text, colour);
  if (!chase_colour_parse_hex (opaque, colour) || strspn (text + 7, "0123456789abcdefABCDEF") != 2)
    return FALSE;
  colour->alpha = round (100.0 * (double)g_ascii_strtoull (text + 7, NULL, 16) / 255.0) / 100.0;
  return TRUE;
}

/* `0.6 1.0 0.7` or `0.6,1.0,0.7`: hue, saturation and value (A. R. Smith, "Color gamut transform
 * pairs", 1978). */
static gboolean
read_hsv (const char *text, ChaseColour *colour)
{
  double hsv[3], rgb[3];

  for (guint i = 0; i < 3; i++)
    {
      char *end;

      text += strspn (text, " ,\t");
      hsv[i] = g_ascii_strtod (text, &end);
      if (end == text || !(hsv[i] >= 0.0 && hsv[i] <= 1.0))
        return FALSE;
      text = end;
    }
  for (guint i = 0; i < 3; i++)
    {
      double k = fmod ((i == 0 ? 5.0 : i == 1 ? 3.0 : 1.0) + 6.0 * hsv[0], 6.0);

      rgb[i] = round (255.0 * hsv[2] * (1.0 - hsv[1] * CLAMP (fmin (k, 4.0 - k), 0.0, 1.0)));
    }
  *colour = solid (rgb[0], rgb[1], rgb[2]);
  return *text == '\0';
}

gboolean
chase_dot_read_colours (const char *text, ChaseDotColours *colours)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", LINES_MAX);
  const char *first = NULL;
  gboolean known;

  *colours = (ChaseDotColours){ 0 };
  for (guint i = 0; parts[i] != NULL; i++)
    {
      /* A part of the line: `red;0.3`. */
      char *share = strchr (parts[i], ';');

      colours->striped |= share != NULL;
      if (share != NULL)
        *share = '\0';
      g_strstrip (parts[i]);
      if (*parts[i] == '\0' || strcmp (parts[i], "invis") == 0)
        continue;
      colours->lines++;
      colours->several |= first != NULL && g_ascii_strcasecmp (first, parts[i]) != 0;
      first = first != NULL ? first : parts[i];
    }
  if (first == NULL)
    return TRUE;
  known = *first == '#' ? read_hex (first, &colours->first)
                        : read_name (first, &colours->first) || read_hsv (first, &colours->first);
  if (!known)
    colours->first = (ChaseColour){ 0 };
  return known;
}

ChaseColour
chase_dot_ink (const ChaseColour *colour)
{
  const double *rgb = colour->values;

  return rgb[0] == 0.0 && rgb[1] == 0.0 && rgb[2] == 0.0
             ? (ChaseColour){ .kind = CHASE_COLOUR_NONE }
             : *colour;
}

ChaseColour
chase_dot_read_ink (ChaseDotReport *report, void *object, const char *key)
{
  const char *text = chase_dot_attribute (object, key);
  ChaseDotColours colours;

  if (!chase_dot_read_colours (text, &colours) || colours.several)
    chase_dot_leave_out (report, key, text);
  return chase_dot_ink (&colours.first);
}
