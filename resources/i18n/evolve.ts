<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" sourcelanguage="en">
<context>
    <name>AboutPanel</name>
    <message>
        <source>Built with Python {python}, Qt {qt}, PySide6 {pyside} and PyNaCl {pynacl}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The article “{title}” is by {publisher}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Qt…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;New check-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save as PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as &amp;text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;For me only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Wallet card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Empty form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep my check-ins…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find in the article…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next &amp;pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pane &amp;before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Menus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Smaller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Usual text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remember how the window looks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;One line at a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Colors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock when &amp;idle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Welcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Guide and keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Report a problem…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ArticleView</name>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A-</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A+</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contents of the article</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BackupController</name>
    <message>
        <source>Restore from a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back up to one file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export as JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an exported file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added. You find them under Earlier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Restored: %n check-ins. What was kept before stays as an earlier copy.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackupList</name>
    <message>
        <source>There are no earlier copies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}, {time}: {holds}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}, {time}, {name}: {holds}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring this one back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n check-ins</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackupUnlockCard</name>
    <message>
        <source>This is locked. What opens it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never mind</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChangePassphraseForm</name>
    <message>
        <source>Keep without a passphrase from now on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this passphrase from now on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new passphrase takes the place of the old one, and of its recovery code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a new recovery code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new recovery code takes the place of an old one. It is shown once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set a passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please type your passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheckInCard</name>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open: {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete: {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seen} of {total} looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show answers to other words: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide answers to other words: {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheckInStarter</name>
    <message>
        <source>A new check-in: {day}. Undo leads back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to {day}. Undo leads to the earlier one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheckinBar</name>
    <message>
        <source>What this says back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red flags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make my page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {total} answered</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheckinPages</name>
    <message>
        <source>Nothing is answered yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open now: {day}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheckinView</name>
    <message>
        <source>One line at a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some answers were given to lines in other words. They stand under “Earlier”, as they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show them under “Earlier”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read this part</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChoiceRow</name>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear this answer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CloseGuard</name>
    <message>
        <source>They could not be saved before the window locked, and go when it closes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComparisonCard</name>
    <message>
        <source>Compare: first day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare: second day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare two days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContactCard</name>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove: {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContactForm</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number, or how to reach them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please write a name, and a number or another way to reach them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContactsPanel</name>
    <message>
        <source>Add a contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not kept: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed: {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{keys} brings it back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CrashHandler</name>
    <message>
        <source>Something went wrong in the app itself. Your answers are still here. To be safe, save the page as PDF. Help &gt; Report a problem has a text about it, with none of your words, for whoever gave you this app. Then close the window and start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong in the app itself. Please close the window and start again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CreateVaultForm</name>
    <message>
        <source>Keep, locked with this passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep without a passphrase</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DayRow</name>
    <message>
        <source>Day of this check-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}. Change the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This day is still to come. If that is wrong, change it here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Desktop</name>
    <message>
        <source>{name} is not in {folder} any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has no program here that opens {name}. It is in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer did not show the folder. It is {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Save as PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before it goes out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep them…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you wrote under Help lines, Your own contacts, is not kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not kept yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on without it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not saved. If you close it, it is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your answers are not kept on this computer. They are gone when you go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the page as PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let them go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your last answers are not kept. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save elsewhere…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close without them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please note</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Disclosure</name>
    <message>
        <source>Hide: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show: {title}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DocumentOutput</name>
    <message>
        <source>Sent to the printer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print now?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The words were not copied: another program is busy with the clipboard. Please try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save now?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied. You can paste the words where you need them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>This takes %n sides of paper. Nothing is cut.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>What you wrote in a private note is on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A red flag that you ticked is on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent to the printer {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A character on it has no font here: screen readers may stumble over it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {name} in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page was not saved: {reason}. Your answers are still here. Choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmergencyNumber</name>
    <message>
        <source>Help lines</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EraseCard</name>
    <message>
        <source>Erase everything…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase everything now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop keeping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It removes copies too that another program made: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export what you want to have, then erase what is here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FlagReplyRow</name>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpLinesView</name>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose your country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the card…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpView</name>
    <message>
        <source>On this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpingStep</name>
    <message>
        <source>Up to four lines.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryView</name>
    <message>
        <source>Keep my check-ins…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search in your own words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show {count} older ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is kept. What you answer is gone when the window closes, unless you choose to keep it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here yet. Your first check-in appears as soon as you answer a line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No check-in holds these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted: {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{keys} brings it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}, {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}, number {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ItemHistoryCard</name>
    <message>
        <source>One line over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{line} (“{title}”)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} older days are not shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have not answered this line yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ItemRow</name>
    <message>
        <source>Red flags</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ItemTools</name>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a private note: {item}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring to therapy: {item}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Private note: {item}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LastTimeCard</name>
    <message>
        <source>Go on with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a new one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}: {count} of {total} answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} is kept under Earlier.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LineField</name>
    <message>
        <source>This line holds {count} characters. What is more was left out.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LineStep</name>
    <message>
        <source>Bring: yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring: no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With your answer, this line goes on the page.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainTabs</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red flags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Evolve</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewPassphraseForm</name>
    <message>
        <source>Passphrase: a few words that only you would put together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same passphrase once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a recovery code too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please type a passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two passphrases differ. Please type the same one twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two passphrases differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short: somebody who tries for a while may guess it. It is your choice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fair. A few more words make it much harder to guess.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Long: hard to guess, if it is not a saying that others know.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OneLineBar</name>
    <message>
        <source>All lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OneLineView</name>
    <message>
        <source>Line {number} of {total} · {count} answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {number} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See my page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys: 1 to 5 answer and go on, up and down choose, B brings the line, N opens the note, left and right go back and on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageBar</name>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this says back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is fine: use more than one side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>This takes %n sides of paper. Nothing is cut. A shorter page is easier to talk about.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PageBars</name>
    <message>
        <source>Back to: {page}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this says back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make my page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with the check-in</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageForm</name>
    <message>
        <source>First words you could use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put this on the page?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The red flags you ticked stay off this page for now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I want to raise this: part two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to four lines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to three lines, together with those you bring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines that you chose to bring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines in other words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers from before the lines were changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines that you answer in the check-in can be picked here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions you could ask</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PagePicks</name>
    <message>
        <source>Print my note with it: “{note}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PagePreview</name>
    <message>
        <source>Preview of the page</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>An empty page to print once and fill in by hand, with no app.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaperForm</name>
    <message>
        <source>Large print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may take two sides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PartSection</name>
    <message>
        <source>Show this part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide this part</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>The printer did not take the page: {reason}. Your answers are still here. You can save the page as PDF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no such pages, so nothing was printed. Choose other pages, or all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer did not answer. Your answers are still here. You can save the page as PDF instead.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrivacyController</name>
    <message>
        <source>This window locks in 20 seconds. Press any key to go on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrivacyScreen</name>
    <message>
        <source>All notes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProblemReport</name>
    <message>
        <source>System: {name}, {processor}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built with Python {python}, Qt {qt}, PySide6 {pyside}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window: {platform}, {width} by {height}, scale {scale}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size: {percent} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colors: {theme}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language: {language}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check-ins are kept: {kept}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last error: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes, but not opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none since the app was started</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProblemReportPanel</name>
    <message>
        <source>Text of the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy this text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied. You can paste the words where you need them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not copied: another program is busy with the clipboard. Please try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadingPane</name>
    <message>
        <source>Article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecoveryCodeCard</name>
    <message>
        <source>Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied. It leaves the clipboard in a minute.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RedFlagsView</name>
    <message>
        <source>Some answers were given to lines in other words. They stand under “Earlier”, as they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show them under “Earlier”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReflectionPanel</name>
    <message>
        <source>Up to three lines to bring, or none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show: {title}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReflectionStep</name>
    <message>
        <source>Nothing is answered yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>Search all countries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the search and see all again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines found: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No line has these words.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Show what I type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caps Lock is on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caps Lock is off.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SecretForm</name>
    <message>
        <source>Open again in {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SheetLinks</name>
    <message>
        <source>My page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For me only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wallet card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to my page</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SingleInstance</name>
    <message>
        <source>Evolve is open already, but its window does not answer. Please look for it, here or on another computer that uses the same folder. Close it there, then start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you write now cannot be kept in the folder {folder}: {reason}. You can read, answer and print as usual. To keep your answers, please put this right and start again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StarterList</name>
    <message>
        <source>Use this sentence</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep my check-ins…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is kept…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is kept on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not kept: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeping…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StorageView</name>
    <message>
        <source>Open them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep my check-ins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to an empty check-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show earlier copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back up to one file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A backup holds everything, locked as it is here. Put it on another disk or a stick.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An export can be read by anyone who finds it. Nothing here changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As text to read…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As JSON…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an exported file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is kept now stays as an earlier copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore from a backup…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextField</name>
    <message>
        <source>This field is full: it holds 20,000 characters. What is more was left out.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextsStep</name>
    <message>
        <source>{key} goes on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UndoRedo</name>
    <message>
        <source>Undone on {page}: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone. Open now: {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done again on {page}: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done again. Open now: {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one answer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnlockForm</name>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the recovery code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnlockView</name>
    <message>
        <source>One moment…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show earlier copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore from a backup…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on without it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing that is there now is lost: it stays, under another name or as an earlier copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it does not open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnsafePanel</name>
    <message>
        <source>Help lines</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UseForm</name>
    <message>
        <source>Name or initials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add my name or initials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty lines for “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put on the page: {title}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VaultController</name>
    <message>
        <source>Check-ins are kept on this computer by now, from another window. Nothing was changed. Open them, and this check-in joins them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another window has them open. Please close that window, then press Open them again. Nothing here is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From now on your check-ins are kept on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From now on the new passphrase opens your check-ins, and the old one does not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From now on the new recovery code opens your check-ins, and an old one does not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erased too, copies that another program had made: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This goes for the copies too that another program made: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still closed by another passphrase: {names}. “Erase everything” removes them too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A text was longer than 20,000 characters. The rest of it is under Earlier, on the same day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your last words could not be kept before. They were held locked, and are kept now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your last words are back in this window. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WelcomeView</name>
    <message>
        <source>What to know first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can find this page again under Help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One line at a time</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WindowStateSaver</name>
    <message>
        <source>Text size, colors, country and the window&apos;s size come back next time. None of your answers are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system does not let this app change the file with the looks of the window.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
