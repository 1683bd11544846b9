/* Removes the folder in which the app was unpacked, when the last process of the app has ended, however it ended. */

#define _GNU_SOURCE
#include "cleaner.h"

#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { LEAST_NUMBER = 3, MOST_NUMBERS = 4096, OPEN_FOLDERS = 16 };

static int remove_one(const char *path, const struct stat *status, int kind, struct FTW *level)
{
    (void)status, (void)kind, (void)level;
    (void)remove(path); /* what cannot be removed must not keep the rest */
    return 0;
}

void remove_all(const char *folder)
{
    (void)nftw(folder, remove_one, OPEN_FOLDERS, FTW_DEPTH | FTW_PHYS);
}

/* Wait until no process holds the other end of the pipe any more, then remove the folder. */
static _Noreturn void clean_up_later(int end, const char *folder)
{
    char byte;
    (void)prctl(PR_SET_NAME, "evolve-cleaner"); /* who kills the app by its name keeps this one */
    (void)setsid();
    (void)!chdir("/"); /* no disk is kept busy */
    (void)dup2(end, 0);
    if (close_range(1, ~0U, 0) != 0) /* a caller that reads what the app prints must see its end */
        for (int number = 1; number < MOST_NUMBERS; number++)
            (void)close(number);
    while (read(0, &byte, 1) > 0)
        ;
    remove_all(folder);
    _exit(0);
}

int start_cleaner(const char *folder)
{
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0)
        return -1;
    pid_t child = fork();
    if (child == 0) {
        if (fork() != 0)
            _exit(0); /* the loader, which this process becomes, waits for no child that it does not know */
        (void)close(ends[1]);
        clean_up_later(ends[0], folder);
    }
    if (child > 0)
        (void)waitpid(child, NULL, 0);
    int held = fcntl(ends[1], F_DUPFD, LEAST_NUMBER); /* the loader's child must inherit it */
    (void)close(ends[0]);
    (void)close(ends[1]);
    return held;
}
