/* Shows a sentence on the screen, before the app and its libraries are there. */

/* Show the sentence until the person closes it; do nothing where there is no screen. */
void tell(const char *sentence);
