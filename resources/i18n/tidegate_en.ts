<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en_US">
<context>
    <name>tidegate::JobFact</name>
    <message numerus="yes">
        <source>%n columns</source>
        <translation>
            <numerusform>%n column</numerusform>
            <numerusform>%n columns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidegate::LogDock</name>
    <message numerus="yes">
        <source>%n new lines, follow</source>
        <translation>
            <numerusform>%n new line, follow</numerusform>
            <numerusform>%n new lines, follow</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hits</source>
        <translation>
            <numerusform>%n hit</numerusform>
            <numerusform>%n hits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidegate::LogView</name>
    <message numerus="yes">
        <source>%n lines, %1; last: %2</source>
        <translation>
            <numerusform>%n line, %1; last: %2</numerusform>
            <numerusform>%n lines, %1; last: %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidegate::MonitorPage</name>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n running</numerusform>
            <numerusform>%n running</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidegate::RunListModel</name>
    <message numerus="yes">
        <source>%n bad rows</source>
        <translation>
            <numerusform>%n bad row</numerusform>
            <numerusform>%n bad rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidegate::RunSummaryView</name>
    <message numerus="yes">
        <source>from %1 s, %n runs</source>
        <translation>
            <numerusform>from %1 s, %n run</numerusform>
            <numerusform>from %1 s, %n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidegate::StatusReporter</name>
    <message numerus="yes">
        <source>%n unsaved</source>
        <translation>
            <numerusform>%n unsaved</numerusform>
            <numerusform>%n unsaved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n running</numerusform>
            <numerusform>%n running</numerusform>
        </translation>
    </message>
</context>
</TS>
