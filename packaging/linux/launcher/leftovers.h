/* What a start leaves behind when even its cleaner was killed, or the power went. */

/* Mark the folder as in use, for as long as any process holds the file that is returned, which programs inherit.
   Returns -1 where the disk knows no such locks: the folder is then never taken for a leftover. */
int hold_folder(const char *folder);

/* Remove the folders of this person's earlier starts at this place that nobody holds any more. */
void remove_leftovers(const char *place);
