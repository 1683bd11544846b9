/* The head of the single file on Linux: finds a folder for what PyInstaller's loader unpacks, and starts the loader.

   The loader itself unpacks to $TMPDIR or /tmp, whether or not programs may run there and whether or not there is room.
   It is part of this program, and reads a file <its own path>.pkg: here a link to the single file, whose end is the
   packed app. A process of its own removes the folder when the last process of the app has ended, however it ended;
   where that was killed too, or the power went, the next start does. */

#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/magic.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/statfs.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "cleaner.h"
#include "dialog.h"
#include "leftovers.h"

/* tools/release/single_file.py names what the app takes unpacked: NEEDED_BYTES and NEEDED_FILES. */

enum { NOT_STARTED = 2, MEGABYTE = 1000 * 1000 };

__asm__(".section .rodata\n"
        "loader: .incbin \"loader\"\n"
        "loader_end: .previous\n");
extern const char loader[] __attribute__((visibility("hidden")));
extern const char loader_end[] __attribute__((visibility("hidden")));

static const char PIPE_NAME[] = "EVOLVE_LAUNCHER_PIPE"; /* evolve_desktop/launcher_environment.py reads all three */
static const char LOCK_NAME[] = "EVOLVE_LAUNCHER_LOCK";
static const char FORMER_NAME[] = "EVOLVE_FORMER_TMPDIR";

static sigset_t former_signals; /* all others wait until the app, or the cleaner, can answer them */

static void block_signals(void)
{
    sigset_t all;
    (void)sigfillset(&all);
    (void)sigprocmask(SIG_BLOCK, &all, &former_signals);
}

/* Whether the disk has room. It is asked first: this writes nothing. Some file systems know neither number. */
static bool promises_room(const char *folder)
{
    struct statvfs disk;
    if (statvfs(folder, &disk) != 0
        || (disk.f_blocks != 0 && (unsigned long long)disk.f_bavail * disk.f_frsize < NEEDED_BYTES))
        return false;
    return disk.f_files == 0 || disk.f_favail >= NEEDED_FILES;
}

/* Whether the disk gives the room to this person, who may have a quota. The file has no name: it is never left. In
   memory (tmpfs) this would take 50 ms, and the number of free bytes is exact there. */
static bool gives_room(const char *folder)
{
    char path[PATH_MAX];
    struct statfs disk;
    if (statfs(folder, &disk) == 0 && disk.f_type == TMPFS_MAGIC)
        return true;
    if (snprintf(path, sizeof path, "%s/room", folder) >= (int)sizeof path)
        return false;
    int file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0)
        return false;
    (void)unlink(path);
    bool given = fallocate(file, 0, 0, NEEDED_BYTES) == 0 || errno == EOPNOTSUPP || errno == ENOSYS
              || errno == EFBIG; /* the limit of this person's files: none of the app's is so large */
    (void)close(file);
    return given;
}

/* Write the loader, and return whether the system runs programs from this folder: a noexec mount refuses the map. */
static bool put_loader(const char *program)
{
    size_t size = (size_t)(loader_end - loader), done = 0;
    int file = open(program, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0700);
    if (file < 0)
        return false;
    while (done < size) {
        ssize_t written = write(file, loader + done, size - done);
        if (written <= 0)
            break;
        done += (size_t)written;
    }
    void *code = done == size ? mmap(NULL, size, PROT_READ | PROT_EXEC, MAP_PRIVATE, file, 0) : MAP_FAILED;
    if (code != MAP_FAILED)
        munmap(code, size);
    return close(file) == 0 && code != MAP_FAILED;
}

/* Open each closed stream: the loader never closes a file, which would become the stream of the app. */
static void open_streams(void)
{
    int stream = STDIN_FILENO;
    while (stream >= 0 && stream <= STDERR_FILENO)
        stream = open("/dev/null", O_RDWR);
    (void)close(stream);
}

static void set_number(const char *name, int file)
{
    char number[16];
    (void)snprintf(number, sizeof number, "%d", file);
    (void)setenv(name, number, 1);
}

static void set_environment(const char *folder, const char *former, int held, int lock)
{
    set_number(PIPE_NAME, held);
    set_number(LOCK_NAME, lock);
    (void)setenv("TMPDIR", folder, 1);
    (void)(former != NULL ? setenv(FORMER_NAME, former, 1) : unsetenv(FORMER_NAME));
}

static void restore_environment(const char *former)
{
    (void)unsetenv(PIPE_NAME);
    (void)unsetenv(LOCK_NAME);
    (void)unsetenv(FORMER_NAME);
    (void)(former != NULL ? setenv("TMPDIR", former, 1) : unsetenv("TMPDIR"));
}

/* Become the app, unpacked in a new folder at this place; return where the place does not serve. */
static void start_in(const char *place, const char *self, const char *former, char **arguments)
{
    char absolute[PATH_MAX], folder[PATH_MAX], program[PATH_MAX], package[PATH_MAX];
    if (place == NULL || realpath(place, absolute) == NULL)
        return;
    remove_leftovers(absolute);
    if (!promises_room(absolute))
        return;
    if (snprintf(folder, sizeof folder, "%s/evolve-XXXXXX", absolute) >= (int)sizeof folder || mkdtemp(folder) == NULL)
        return;
    int lock = hold_folder(folder);
    bool serves = snprintf(program, sizeof program, "%s/evolve-desktop", folder) < (int)sizeof program
               && snprintf(package, sizeof package, "%s.pkg", program) < (int)sizeof package
               && put_loader(program) && symlink(self, package) == 0 && gives_room(folder);
    (void)signal(SIGXFSZ, signal(SIGXFSZ, SIG_IGN)); /* forgets that a limit kept a file from growing */
    if (!serves) {
        remove_all(folder);
        (void)close(lock);
        return;
    }
    int held = start_cleaner(folder);
    set_environment(folder, former, held, lock);
    (void)sigprocmask(SIG_SETMASK, &former_signals, NULL);
    (void)execv(program, arguments);
    block_signals();
    restore_environment(former);
    (void)close(lock);
    (void)close(held); /* the cleaner removes the folder */
}

/* Return this person's folder for what programs can make again, or NULL. */
static const char *cache_place(void)
{
    static char path[PATH_MAX];
    const char *named = getenv("XDG_CACHE_HOME"), *home = getenv("HOME");
    if (named != NULL && named[0] == '/')
        return named;
    return home != NULL && snprintf(path, sizeof path, "%s/.cache", home) < (int)sizeof path ? path : NULL;
}

/* Whether the app would open a window: a command is answered where it was typed. */
static bool wants_window(char **arguments)
{
    static const char *const without[] = {"page", "check-content", "new-pack", "--self-check",
                                         "--version", "--help", "-h"};
    for (; *arguments != NULL; arguments++)
        for (size_t number = 0; number < sizeof without / sizeof without[0]; number++)
            if (strcmp(*arguments, without[number]) == 0)
                return false;
    return true;
}

static int refuse(const char *sentence, char **arguments)
{
    (void)fprintf(stderr, "evolve-desktop: %s\n", sentence);
    (void)sigprocmask(SIG_SETMASK, &former_signals, NULL);
    if (wants_window(arguments))
        tell(sentence);
    return NOT_STARTED;
}

int main(int count, char **arguments)
{
    char self[PATH_MAX], beside[PATH_MAX], sentence[256];
    const char *set = getenv("TMPDIR");
    char *former = set != NULL ? strdup(set) : NULL;
    (void)count;
    open_streams();
    block_signals();
    ssize_t length = readlink("/proc/self/exe", self, sizeof self);
    if (length < 0 || length >= (ssize_t)sizeof self)
        return refuse("Evolve could not start: /proc is missing, where the system shows a program its own file. "
                      "Please mount it.", arguments);
    self[length] = '\0';
    (void)strcpy(beside, self);
    *(strrchr(beside, '/') + 1) = '\0';
    const char *const places[] = {former, "/tmp", "/var/tmp", getenv("XDG_RUNTIME_DIR"),
                                  cache_place(), beside, "/dev/shm"};
    for (size_t number = 0; number < sizeof places / sizeof places[0]; number++)
        start_in(places[number], self, former, arguments);
    (void)snprintf(sentence, sizeof sentence,
                   "Evolve could not start: it found no folder with %llu MB free in which programs may run. "
                   "Please free some space, or use the Evolve that comes as a folder, which unpacks nothing.",
                   (unsigned long long)NEEDED_BYTES / MEGABYTE + 1);
    return refuse(sentence, arguments);
}
