/* Removes what an earlier start left behind when even its cleaner was killed, or the power went. */

#define _GNU_SOURCE
#include "leftovers.h"

#include <dirent.h>
#include <fcntl.h>
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cleaner.h"

enum { NAME_LENGTH = 13, PRIVATE_FOLDER = 0700, ALL_RIGHTS = 07777 }; /* evolve-XXXXXX, as mkdtemp makes it */

int hold_folder(const char *folder)
{
    char unlocked[PATH_MAX], lock[PATH_MAX];
    if (snprintf(unlocked, sizeof unlocked, "%s/in-use.new", folder) >= (int)sizeof unlocked
        || snprintf(lock, sizeof lock, "%s/in-use", folder) >= (int)sizeof lock)
        return -1;
    int file = open(unlocked, O_RDWR | O_CREAT | O_EXCL, 0600);
    if (file >= 0 && (flock(file, LOCK_EX | LOCK_NB) != 0 || rename(unlocked, lock) != 0)) { /* never seen unlocked */
        (void)close(file);
        return -1;
    }
    return file;
}

/* Whether this is a private folder of this person. */
static bool is_ours(const char *path)
{
    struct stat status;
    return lstat(path, &status) == 0 && S_ISDIR(status.st_mode) && status.st_uid == geteuid()
        && (status.st_mode & ALL_RIGHTS) == PRIVATE_FOLDER;
}

/* Take the lock of a folder; return -1 if a process holds it, or it has none. */
static int take_lock(const char *folder)
{
    char lock[PATH_MAX];
    if (snprintf(lock, sizeof lock, "%s/in-use", folder) >= (int)sizeof lock)
        return -1;
    int file = open(lock, O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (file >= 0 && flock(file, LOCK_EX | LOCK_NB) != 0) {
        (void)close(file);
        return -1;
    }
    return file;
}

void remove_leftovers(const char *place)
{
    char path[PATH_MAX];
    const struct dirent *entry;
    DIR *listed = opendir(place);
    while (listed != NULL && (entry = readdir(listed)) != NULL) {
        if (strncmp(entry->d_name, "evolve-", strlen("evolve-")) != 0 || strlen(entry->d_name) != NAME_LENGTH
            || snprintf(path, sizeof path, "%s/%s", place, entry->d_name) >= (int)sizeof path || !is_ours(path))
            continue;
        int lock = take_lock(path);
        if (lock < 0)
            continue;
        remove_all(path);
        (void)close(lock);
    }
    if (listed != NULL)
        (void)closedir(listed);
}
