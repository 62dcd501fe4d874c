<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Arrivals</name>
    <message numerus="yes">
        <source>%n already open</source>
        <translation>
            <numerusform>%n already open</numerusform>
            <numerusform>%n already open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not found: </source>
        <translation>
            <numerusform>%n not found: </numerusform>
            <numerusform>%n not found: </numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n further profiles not used</source>
        <translation>
            <numerusform>%n further profile not used</numerusform>
            <numerusform>%n further profiles not used</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>%n added</numerusform>
            <numerusform>%n added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skipped</source>
        <translation>
            <numerusform>%n skipped</numerusform>
            <numerusform>%n skipped</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BetweenCard</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Bringing</name>
    <message numerus="yes">
        <source>%n skipped: nothing is fetched from the web.</source>
        <translation>
            <numerusform>%n skipped: nothing is fetched from the web.</numerusform>
            <numerusform>%n skipped: nothing is fetched from the web.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Colours</name>
    <message numerus="yes">
        <source>%n colours from {file}</source>
        <translation>
            <numerusform>%n colour from {file}</numerusform>
            <numerusform>%n colours from {file}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EffectPane</name>
    <message numerus="yes">
        <source>%n creatives open, judged by the saved profile.</source>
        <translation>
            <numerusform>%n creative open, judged by the saved profile.</numerusform>
            <numerusform>%n creatives open, judged by the saved profile.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n creatives open: saved profile → this version.</source>
        <translation>
            <numerusform>%n creative open: saved profile → this version.</numerusform>
            <numerusform>%n creatives open: saved profile → this version.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LearnPage</name>
    <message numerus="yes">
        <source>%n files and folders</source>
        <translation>
            <numerusform>%n file or folder</numerusform>
            <numerusform>%n files and folders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListPane</name>
    <message numerus="yes">
        <source>%n hidden by the view or the search</source>
        <translation>
            <numerusform>%n hidden by the view or the search</numerusform>
            <numerusform>%n hidden by the view or the search</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RangeBar</name>
    <message numerus="yes">
        <source>%n approved examples</source>
        <translation>
            <numerusform>%n approved example</numerusform>
            <numerusform>%n approved examples</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n creatives open</source>
        <translation>
            <numerusform>%n creative open</numerusform>
            <numerusform>%n creatives open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message numerus="yes">
        <source>Count accepted findings too (%n)</source>
        <translation>
            <numerusform>Count the accepted finding too (%n)</numerusform>
            <numerusform>Count accepted findings too (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more: the exported report shows them all</source>
        <translation>
            <numerusform>%n more: the exported report shows them all</numerusform>
            <numerusform>%n more: the exported report shows them all</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message numerus="yes">
        <source>%n skipped: the same creative is already open</source>
        <translation>
            <numerusform>%n skipped: the same creative is already open</numerusform>
            <numerusform>%n skipped: the same creatives are already open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln checked</source>
        <translation>
            <numerusform>%Ln checked</numerusform>
            <numerusform>%Ln checked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>about %n seconds left</source>
        <translation>
            <numerusform>about %n second left</numerusform>
            <numerusform>about %n seconds left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minutes left</source>
        <translation>
            <numerusform>about %n minute left</numerusform>
            <numerusform>about %n minutes left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hours left</source>
        <translation>
            <numerusform>about %n hour left</numerusform>
            <numerusform>about %n hours left</numerusform>
        </translation>
    </message>
</context>
</TS>
