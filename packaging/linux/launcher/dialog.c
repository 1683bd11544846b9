/* Shows a sentence on the screen: by a program of the desktop or, where it has none, in a window drawn with X11. */

#define _GNU_SOURCE
#include "dialog.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

extern char **environ;

enum { LINE = 60, MOST_LINES = 8, GAP = 20, BUTTON_WIDTH = 100 };

/* Run a program that shows the sentence; return whether there is one and it could show it. */
static bool shown_by(const char *const *command)
{
    posix_spawn_file_actions_t quiet;
    pid_t child;
    int status = 0;
    if (posix_spawn_file_actions_init(&quiet) != 0)
        return false;
    for (int stream = 0; stream < 3; stream++)
        (void)posix_spawn_file_actions_addopen(&quiet, stream, "/dev/null", O_RDWR, 0);
    int refused = posix_spawnp(&child, command[0], &quiet, NULL, (char *const *)command, environ);
    (void)posix_spawn_file_actions_destroy(&quiet);
    if (refused != 0 || waitpid(child, &status, 0) != child)
        return false;
    return WIFEXITED(status) && WEXITSTATUS(status) <= 1; /* 0: answered; 1: closed */
}

/* Xlib as far as it is used here: it is loaded only now, and the build needs no headers of it. */
typedef unsigned long XID;
typedef struct { short x, y; unsigned short width, height; } Rectangle;
typedef struct { Rectangle ink, logical; } Extents;
typedef union {
    int type;
    struct { int type; unsigned long serial; int sent; void *display; XID window; } any;
    long whole[24]; /* as long as every event of Xlib */
} Event;
enum { KEY_PRESS = 2, BUTTON_RELEASE = 5, EXPOSE = 12, CLIENT_MESSAGE = 33 };
enum { KEY_MASK = 1 << 0, PRESS_MASK = 1 << 2, RELEASE_MASK = 1 << 3, EXPOSE_MASK = 1 << 15 };
enum { SPACE = 0x20, RETURN = 0xff0d, ESCAPE = 0xff1b, KEYPAD_ENTER = 0xff8d };

#define FUNCTIONS(USE)                                                                                             \
    USE(void *, XOpenDisplay, const char *)                                                                        \
    USE(int, XCloseDisplay, void *)                                                                                \
    USE(int, XDefaultScreen, void *)                                                                               \
    USE(XID, XDefaultRootWindow, void *)                                                                           \
    USE(int, XDisplayWidth, void *, int)                                                                           \
    USE(int, XDisplayHeight, void *, int)                                                                          \
    USE(unsigned long, XBlackPixel, void *, int)                                                                   \
    USE(unsigned long, XWhitePixel, void *, int)                                                                   \
    USE(void *, XDefaultGC, void *, int)                                                                           \
    USE(XID, XCreateSimpleWindow, void *, XID, int, int, unsigned, unsigned, unsigned, unsigned long, unsigned long) \
    USE(int, XStoreName, void *, XID, const char *)                                                                \
    USE(XID, XInternAtom, void *, const char *, int)                                                               \
    USE(int, XSetWMProtocols, void *, XID, XID *, int)                                                             \
    USE(int, XSelectInput, void *, XID, long)                                                                      \
    USE(int, XMapSubwindows, void *, XID)                                                                          \
    USE(int, XMapRaised, void *, XID)                                                                              \
    USE(int, XNextEvent, void *, Event *)                                                                          \
    USE(XID, XLookupKeysym, Event *, int)                                                                          \
    USE(void *, XCreateFontSet, void *, const char *, char ***, int *, char **)                                    \
    USE(Extents *, XExtentsOfFontSet, void *)                                                                      \
    USE(int, XmbTextEscapement, void *, const char *, int)                                                         \
    USE(void, XmbDrawString, void *, XID, void *, void *, int, int, const char *, int)
#define POINTER(RESULT, NAME, ...) static RESULT (*NAME)(__VA_ARGS__);
FUNCTIONS(POINTER)

static bool load_x11(void)
{
    void *library = dlopen("libX11.so.6", RTLD_NOW);
    if (library == NULL)
        return false;
#define LOAD(RESULT, NAME, ...)                               \
    if ((*(void **)&NAME = dlsym(library, #NAME)) == NULL)    \
        return false;
    FUNCTIONS(LOAD)
    return true;
}

typedef struct { const char *start[MOST_LINES]; int length[MOST_LINES]; int count; } Lines;

/* Break a sentence between words. */
static Lines broken(const char *sentence)
{
    Lines lines = {.count = 0};
    while (*sentence != '\0' && lines.count < MOST_LINES) {
        int length = (int)strlen(sentence);
        if (length > LINE)
            for (length = LINE; length > 1 && sentence[length] != ' ';)
                length--;
        lines.start[lines.count] = sentence;
        lines.length[lines.count++] = length;
        sentence += length + (sentence[length] == ' ');
    }
    return lines;
}

typedef struct { void *display, *fonts; XID window, button; int line_height; Lines lines; } Dialog;

static void draw(const Dialog *dialog)
{
    void *pen = XDefaultGC(dialog->display, XDefaultScreen(dialog->display));
    for (int line = 0; line < dialog->lines.count; line++)
        XmbDrawString(dialog->display, dialog->window, dialog->fonts, pen, GAP, GAP + (line + 1) * dialog->line_height,
                      dialog->lines.start[line], dialog->lines.length[line]);
    int width = XmbTextEscapement(dialog->fonts, "OK", 2);
    XmbDrawString(dialog->display, dialog->button, dialog->fonts, pen, (BUTTON_WIDTH - width) / 2,
                  dialog->line_height * 4 / 3, "OK", 2);
}

static bool closes(const Dialog *dialog, Event *event)
{
    XID key = event->type == KEY_PRESS ? XLookupKeysym(event, 0) : 0;
    return event->type == CLIENT_MESSAGE /* the window manager's wish to close it, the only message it may send */
        || (event->type == BUTTON_RELEASE && event->any.window == dialog->button)
        || key == RETURN || key == KEYPAD_ENTER || key == ESCAPE || key == SPACE;
}

/* Make the window with its button, as wide and high as the sentence needs, in the middle of the screen. */
static void build(Dialog *dialog)
{
    int screen = XDefaultScreen(dialog->display), width = 0;
    unsigned long black = XBlackPixel(dialog->display, screen), white = XWhitePixel(dialog->display, screen);
    for (int line = 0; line < dialog->lines.count; line++) {
        int needed = XmbTextEscapement(dialog->fonts, dialog->lines.start[line], dialog->lines.length[line]);
        width = needed > width ? needed : width;
    }
    width += 2 * GAP;
    int above = 2 * GAP + dialog->lines.count * dialog->line_height, height = above + 2 * dialog->line_height + GAP;
    dialog->window = XCreateSimpleWindow(
        dialog->display, XDefaultRootWindow(dialog->display), (XDisplayWidth(dialog->display, screen) - width) / 2,
        (XDisplayHeight(dialog->display, screen) - height) / 2, (unsigned)width, (unsigned)height, 0, black, white);
    dialog->button = XCreateSimpleWindow(dialog->display, dialog->window, width - GAP - BUTTON_WIDTH, above,
                                         BUTTON_WIDTH, (unsigned)dialog->line_height * 2, 1, black, white);
    XID delete_window = XInternAtom(dialog->display, "WM_DELETE_WINDOW", 0);
    XSetWMProtocols(dialog->display, dialog->window, &delete_window, 1);
    XStoreName(dialog->display, dialog->window, "Evolve");
    XSelectInput(dialog->display, dialog->window, KEY_MASK | EXPOSE_MASK);
    XSelectInput(dialog->display, dialog->button, PRESS_MASK | RELEASE_MASK | EXPOSE_MASK);
    XMapSubwindows(dialog->display, dialog->window);
    XMapRaised(dialog->display, dialog->window);
}

/* Show the sentence in a window of our own; return whether X11 and a font for it were there. */
static bool shown_by_x11(const char *sentence)
{
    Dialog dialog = {.lines = broken(sentence)};
    Event event;
    char **missing, *replacement;
    int count;
    if (!load_x11() || (dialog.display = XOpenDisplay(NULL)) == NULL)
        return false;
    dialog.fonts = XCreateFontSet(dialog.display, "-*-helvetica-medium-r-normal--18-*,-misc-fixed-medium-r-*--20-*,fixed",
                                  &missing, &count, &replacement); /* the last is in every server */
    if (dialog.fonts == NULL)
        return XCloseDisplay(dialog.display), false;
    dialog.line_height = XExtentsOfFontSet(dialog.fonts)->logical.height * 5 / 4;
    build(&dialog);
    do {
        XNextEvent(dialog.display, &event);
        if (event.type == EXPOSE)
            draw(&dialog);
    } while (!closes(&dialog, &event));
    XCloseDisplay(dialog.display);
    return true;
}

void tell(const char *sentence)
{
    const char *const zenity[] = {"zenity", "--error", "--no-markup", "--title", "Evolve", "--text", sentence, NULL};
    const char *const kdialog[] = {"kdialog", "--title", "Evolve", "--error", sentence, NULL};
    const char *const news[] = {"notify-send", "Evolve", sentence, NULL};
    const char *x11 = getenv("DISPLAY"), *wayland = getenv("WAYLAND_DISPLAY");
    bool has_x11 = x11 != NULL && *x11 != '\0', has_wayland = wayland != NULL && *wayland != '\0';
    if ((has_x11 || has_wayland) && !shown_by(zenity) && !shown_by(kdialog) && !(has_x11 && shown_by_x11(sentence)))
        (void)shown_by(news);
}
