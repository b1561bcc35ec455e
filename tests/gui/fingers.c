/* SPDX-License-Identifier: MIT */
#include "fingers.h"

#include <gio/gunixsocketaddress.h>
#include <math.h>

/* The protocol is that of GTK 4.8, gdk/broadway/broadway-protocol.h and broadway-output.c: what the
 * server says is little-endian, what it is told big-endian, each in a message of a websocket
 * (RFC 6455). */

#define WIDTH 1200
#define HEIGHT 800
#define MOVE_TIME 16
#define REST_TIME 1000

enum
{
  SAY_ENTER = 0,
  SAY_LEAVE = 1,
  SAY_TOUCH = 5,
  SAY_KEY_DOWN = 7,
  SAY_KEY_UP = 8,
  SAY_PLACED = 11,
  SAY_SCREEN_SIZE = 12,
  SAY_PAINTED = 14
};

enum
{
  HEAR_GRAB,
  HEAR_UNGRAB,
  HEAR_NEW_SURFACE,
  HEAR_SHOW,
  HEAR_HIDE,
  HEAR_RAISE,
  HEAR_LOWER,
  HEAR_DESTROY,
  HEAR_MOVE_RESIZE,
  HEAR_PARENT,
  HEAR_DISCONNECTED,
  HEAR_UPDATE,
  HEAR_KEYBOARD,
  HEAR_TEXTURE,
  HEAR_NO_TEXTURE,
  HEAR_NODES,
  HEAR_ROUNDTRIP
};

enum
{
  FRAME_BINARY = 0x82,
  FRAME_PING = 0x89,
  FRAME_PONG = 0x8a
};

typedef struct
{
  guint32 id;
  int x, y, width, height;
  gboolean shown;
} Surface;

static GSocketConnection *connection;
static GDataInputStream *heard;
static GMutex lock; /* around what stands below, and around what is said */
static GCond answered;
static guint n_pongs;
static GArray *surfaces; /* of Surface, the topmost last */
static guint32 serial;
static guint32 now = 1000;
static guint32 first_finger = G_MAXUINT32;
static guint32 entered;  /* the surface where the pointer is, or 0 */
static guint32 where[4]; /* it is there, on the screen and in the surface */

static void
say_frame (guint8 kind, const void *data, guint8 size)
{
  GOutputStream *out = g_io_stream_get_output_stream (G_IO_STREAM (connection));
  guint8 frame[2 + 125] = { kind, size };
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (size, <=, 125);
  if (size > 0)
    memcpy (frame + 2, data, size);
  g_output_stream_write_all (out, frame, 2 + (gsize)size, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* At the time @time; 0 stands for the last one. */
static void
say (guint32 kind, guint32 time, const guint32 *words, guint n)
{
  guint32 message[16] = { g_htonl (kind), g_htonl (serial), g_htonl (time) };

  g_assert_cmpuint (3 + n, <=, G_N_ELEMENTS (message));
  for (guint i = 0; i < n; i++)
    message[3 + i] = g_htonl (words[i]);
  say_frame (FRAME_BINARY, message, (guint8)(4 * (3 + n)));
}

static Surface *
find_surface (guint32 id)
{
  for (guint i = 0; i < surfaces->len; i++)
    if (g_array_index (surfaces, Surface, i).id == id)
      return &g_array_index (surfaces, Surface, i);
  return NULL;
}

static void
say_placed (const Surface *surface)
{
  const guint32 words[] = { surface->id, (guint32)surface->x, (guint32)surface->y,
                            (guint32)surface->width, (guint32)surface->height };

  say (SAY_PLACED, 0, words, G_N_ELEMENTS (words));
}

static void
restack (guint32 id, gboolean top)
{
  Surface *surface = find_surface (id);
  Surface moved;

  if (surface == NULL)
    return;
  moved = *surface;
  g_array_remove_index (surfaces, (guint)(surface - (Surface *)(gpointer)surfaces->data));
  if (top)
    g_array_append_val (surfaces, moved);
  else
    g_array_prepend_val (surfaces, moved);
}

/* One message of the server, which holds any number of things. */
typedef struct
{
  const guint8 *at, *end;
} Reader;

static guint32
read_number (Reader *reader, guint n_bytes)
{
  guint32 number = 0;

  g_assert_cmpint (reader->end - reader->at, >=, n_bytes);
  for (guint i = 0; i < n_bytes; i++)
    number |= (guint32)reader->at[i] << (8 * i);
  reader->at += n_bytes;
  return number;
}

static int
read_place (Reader *reader)
{
  return (gint16)read_number (reader, 2);
}

static void
read_new_surface (Reader *reader)
{
  Surface surface = { .id = read_number (reader, 2) };

  surface.x = read_place (reader);
  surface.y = read_place (reader);
  surface.width = read_place (reader);
  surface.height = read_place (reader);
  g_array_append_val (surfaces, surface);
  say_placed (&surface);
}

static void
read_move_resize (Reader *reader)
{
  Surface *surface = find_surface (read_number (reader, 2));
  guint32 what = read_number (reader, 1);

  g_assert_nonnull (surface);
  if ((what & 1) != 0)
    {
      surface->x = read_place (reader);
      surface->y = read_place (reader);
    }
  if ((what & 2) != 0)
    {
      surface->width = read_place (reader);
      surface->height = read_place (reader);
    }
  say_placed (surface);
}

static void
read_roundtrip (Reader *reader)
{
  guint32 words[2];

  words[0] = read_number (reader, 2);
  words[1] = read_number (reader, 4);
  say (SAY_PAINTED, 0, words, 2);
}

static void
say_crossing (guint32 kind, guint32 id)
{
  const guint32 words[]
      = { id, id, where[0], where[1], where[2], where[3], 0, GDK_CROSSING_NORMAL };

  say (kind, now, words, G_N_ELEMENTS (words));
}

/* The first finger takes the pointer with it. */
static void
enter (const Surface *surface)
{
  if (entered != 0)
    say_crossing (SAY_LEAVE, entered);
  entered = surface->id;
  where[2] = where[0] - (guint32)surface->x;
  where[3] = where[1] - (guint32)surface->y;
  say_crossing (SAY_ENTER, entered);
}

/* Where a surface goes the pointer is in the one below it. */
static void
enter_below (guint32 gone)
{
  if (gone != entered)
    return;
  entered = 0;
  for (guint i = surfaces->len; i > 0 && entered == 0; i--)
    {
      const Surface *one = &g_array_index (surfaces, Surface, i - 1);

      if (one->shown && (guint32)one->x <= where[0] && (guint32)one->y <= where[1]
          && where[0] < (guint32)(one->x + one->width)
          && where[1] < (guint32)(one->y + one->height))
        enter (one);
    }
}

static void
show (guint32 id, gboolean shown)
{
  Surface *surface = find_surface (id);

  if (surface != NULL)
    surface->shown = shown;
  if (shown)
    restack (id, TRUE);
  else
    enter_below (id);
}

static void
destroy (guint32 id)
{
  Surface *surface = find_surface (id);

  if (surface != NULL)
    g_array_remove_index (surfaces, (guint)(surface - (Surface *)(gpointer)surfaces->data));
  enter_below (id);
}

static void
read_one (Reader *reader)
{
  guint32 what = read_number (reader, 1), id;

  serial = read_number (reader, 4);
  switch (what)
    {
    case HEAR_NEW_SURFACE:
      read_new_surface (reader);
      break;
    case HEAR_SHOW:
    case HEAR_HIDE:
      show (read_number (reader, 2), what == HEAR_SHOW);
      break;
    case HEAR_RAISE:
    case HEAR_LOWER:
      restack (read_number (reader, 2), what == HEAR_RAISE);
      break;
    case HEAR_DESTROY:
      id = read_number (reader, 2);
      destroy (id);
      break;
    case HEAR_MOVE_RESIZE:
      read_move_resize (reader);
      break;
    case HEAR_ROUNDTRIP:
      read_roundtrip (reader);
      break;
    case HEAR_TEXTURE:
      read_number (reader, 4);
      id = read_number (reader, 4);
      reader->at += id;
      break;
    case HEAR_NODES:
      read_number (reader, 2);
      id = read_number (reader, 4);
      reader->at += 4 * (gsize)id;
      break;
    case HEAR_GRAB:
      read_number (reader, 3);
      break;
    case HEAR_PARENT:
    case HEAR_NO_TEXTURE:
      read_number (reader, 4);
      break;
    case HEAR_KEYBOARD:
      read_number (reader, 2);
      break;
    case HEAR_UNGRAB:
    case HEAR_DISCONNECTED:
      break;
    case HEAR_UPDATE:
    default:
      g_error ("broadway says %u, which nobody knows", what);
    }
  g_assert_true (reader->at <= reader->end);
}

static gboolean
read_bytes (void *into, gsize size)
{
  gsize n_read = 0;

  return g_input_stream_read_all (G_INPUT_STREAM (heard), into, size, &n_read, NULL, NULL)
         && n_read == size;
}

/* The kind of the next message, and how long it is; FALSE at the end. */
static gboolean
read_head (guint8 *kind, guint64 *size)
{
  guint8 head[2], more[8];
  guint n_more;

  if (!read_bytes (head, 2))
    return FALSE;
  *kind = head[0];
  *size = head[1] & 0x7f;
  n_more = *size == 126 ? 2 : *size == 127 ? 8 : 0;
  if (!read_bytes (more, n_more))
    return FALSE;
  for (guint i = 0; i < n_more; i++)
    *size = (i == 0 ? 0 : *size << 8) | more[i];
  return TRUE;
}

/* On a thread of its own: the server stops where nobody reads what it says, and the program where
 * the server does. */
static gpointer
listen (gpointer data)
{
  guint8 kind;
  guint64 size;

  while (read_head (&kind, &size))
    {
      g_autofree guint8 *bytes = g_malloc (size + 1);
      Reader reader = { bytes, bytes + size };

      if (!read_bytes (bytes, size))
        break;
      g_mutex_lock (&lock);
      if (kind == FRAME_PONG)
        n_pongs++;
      while (kind == FRAME_BINARY && reader.at < reader.end)
        read_one (&reader);
      g_cond_broadcast (&answered);
      g_mutex_unlock (&lock);
    }
  return NULL;
}

static void
shake_hands (void)
{
  static const char hello[] = "GET /socket HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n"
                              "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                              "Sec-WebSocket-Key: x3JJHMbDL1EzLkh9GBhXDw==\r\n\r\n";
  GOutputStream *out = g_io_stream_get_output_stream (G_IO_STREAM (connection));
  g_autoptr (GError) error = NULL;
  gboolean over = FALSE;

  g_output_stream_write_all (out, hello, sizeof hello - 1, NULL, NULL, &error);
  g_assert_no_error (error);
  while (!over)
    {
      g_autofree char *line = g_data_input_stream_read_line (heard, NULL, NULL, &error);

      g_assert_no_error (error);
      g_assert_nonnull (line);
      over = line[0] == '\0';
    }
}

void
fingers_connect (void)
{
  static const guint32 screen[] = { WIDTH, HEIGHT, 1 };
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GSocketAddress) address = g_unix_socket_address_new (g_getenv ("CHASE_FINGERS"));
  g_autoptr (GError) error = NULL;

  connection = g_socket_client_connect (client, G_SOCKET_CONNECTABLE (address), NULL, &error);
  g_assert_no_error (error);
  heard = g_data_input_stream_new (g_io_stream_get_input_stream (G_IO_STREAM (connection)));
  g_data_input_stream_set_newline_type (heard, G_DATA_STREAM_NEWLINE_TYPE_CR_LF);
  surfaces = g_array_new (FALSE, FALSE, sizeof (Surface));
  shake_hands ();
  g_thread_unref (g_thread_new ("fingers", listen, NULL));
  g_mutex_lock (&lock);
  say (SAY_SCREEN_SIZE, now, screen, G_N_ELEMENTS (screen));
  g_mutex_unlock (&lock);
  fingers_sync ();
}

gboolean
fingers_are_connected (void)
{
  return connection != NULL;
}

void
fingers_sync (void)
{
  GdkDisplay *display = gdk_display_get_default ();

  /* The server answers before it hands on what came before; the second time it has. */
  g_mutex_lock (&lock);
  for (guint i = 0; i < 2; i++)
    {
      guint n = n_pongs;

      say_frame (FRAME_PING, "?", 1); /* an empty one is left lying */
      while (n_pongs == n)
        g_cond_wait (&answered, &lock);
    }
  g_mutex_unlock (&lock);
  if (display != NULL)
    gdk_display_sync (display);
}

/* Where the surface of a widget is on the screen: the topmost of its size. */
static Surface *
surface_of (GdkSurface *surface)
{
  for (guint i = surfaces->len; i > 0; i--)
    {
      Surface *one = &g_array_index (surfaces, Surface, i - 1);

      if (one->shown && one->width == gdk_surface_get_width (surface)
          && one->height == gdk_surface_get_height (surface))
        return one;
    }
  g_error ("broadway does not show the surface of %d x %d", gdk_surface_get_width (surface),
           gdk_surface_get_height (surface));
}

enum
{
  DOWN,
  MOVE,
  UP
};

static void
say_touch (guint32 how, guint32 finger, guint32 id, const guint32 *place)
{
  const guint32 words[]
      = { how, id, finger + 1, finger == first_finger, place[0], place[1], place[2], place[3], 0 };

  say (SAY_TOUCH, now += MOVE_TIME, words, G_N_ELEMENTS (words));
}

static void
touch (guint32 how, guint32 finger, GtkWidget *widget, double x, double y)
{
  GtkNative *native = gtk_widget_get_native (widget);
  GdkSurface *surface = gtk_native_get_surface (native);
  double at_x, at_y, shift_x, shift_y;
  guint32 place[4]; /* on the screen, and in the surface */
  const Surface *shown;

  g_assert_true (
      gtk_widget_translate_coordinates (widget, GTK_WIDGET (native), x, y, &at_x, &at_y));
  gtk_native_get_surface_transform (native, &shift_x, &shift_y);
  fingers_sync ();
  g_mutex_lock (&lock);
  if (first_finger == G_MAXUINT32)
    first_finger = finger;
  shown = surface_of (surface);
  place[2] = (guint32)(int)round (at_x + shift_x);
  place[3] = (guint32)(int)round (at_y + shift_y);
  place[0] = place[2] + (guint32)shown->x;
  place[1] = place[3] + (guint32)shown->y;
  if (finger == first_finger)
    {
      where[0] = place[0];
      where[1] = place[1];
      if (how == DOWN && shown->id != entered)
        enter (shown);
    }
  say_touch (how, finger, shown->id, place);
  if (how == UP && finger == first_finger)
    first_finger = G_MAXUINT32;
  g_mutex_unlock (&lock);
}

void
fingers_down (guint finger, GtkWidget *widget, double x, double y)
{
  touch (DOWN, finger, widget, x, y);
}

void
fingers_move (guint finger, GtkWidget *widget, double x, double y)
{
  touch (MOVE, finger, widget, x, y);
}

void
fingers_up (guint finger, GtkWidget *widget, double x, double y)
{
  touch (UP, finger, widget, x, y);
}

void
fingers_rest (void)
{
  now += REST_TIME;
}

void
fingers_strike (guint key, GdkModifierType state)
{
  const guint32 words[] = { key, state };

  g_mutex_lock (&lock);
  say (SAY_KEY_DOWN, now += MOVE_TIME, words, 2);
  say (SAY_KEY_UP, now += MOVE_TIME, words, 2);
  g_mutex_unlock (&lock);
}
