/* Removes the folder in which the app was unpacked. */

/* Remove this folder with all that is in it. */
void remove_all(const char *folder);

/* Start a process that removes the folder once nobody holds the end of a pipe that is returned, which programs inherit.
   All signals must be blocked: they are meant for the app. Returns -1 where memory is too short for a process. */
int start_cleaner(const char *folder);
