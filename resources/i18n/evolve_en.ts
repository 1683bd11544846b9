<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BackupController</name>
    <message numerus="yes">
        <source>Restored: %n check-ins. What was kept before stays as an earlier copy.</source>
        <translation>
            <numerusform>Restored: %n check-in. What was kept before stays as an earlier copy.</numerusform>
            <numerusform>Restored: %n check-ins. What was kept before stays as an earlier copy.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackupList</name>
    <message numerus="yes">
        <source>%n check-ins</source>
        <translation>
            <numerusform>%n check-in</numerusform>
            <numerusform>%n check-ins</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DocumentOutput</name>
    <message numerus="yes">
        <source>This takes %n sides of paper. Nothing is cut.</source>
        <translation>
            <numerusform>This takes %n side of paper. Nothing is cut.</numerusform>
            <numerusform>This takes %n sides of paper. Nothing is cut.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PageBar</name>
    <message numerus="yes">
        <source>This takes %n sides of paper. Nothing is cut. A shorter page is easier to talk about.</source>
        <translation>
            <numerusform>This takes %n side of paper. Nothing is cut. A shorter page is easier to talk about.</numerusform>
            <numerusform>This takes %n sides of paper. Nothing is cut. A shorter page is easier to talk about.</numerusform>
        </translation>
    </message>
</context>
</TS>
