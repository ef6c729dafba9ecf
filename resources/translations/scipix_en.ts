<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>Browsing</name>
    <message numerus="yes">
        <source>%n entries go with their pictures, everything that was corrected, and everything that was learned from it. Files you exported stay. This cannot be undone.</source>
        <translation>
            <numerusform>%n entry goes with its picture, everything that was corrected, and everything that was learned from it. Files you exported stay. This cannot be undone.</numerusform>
            <numerusform>%n entries go with their pictures, everything that was corrected, and everything that was learned from it. Files you exported stay. This cannot be undone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries removed from the history.</source>
        <translation>
            <numerusform>%n entry removed from the history.</numerusform>
            <numerusform>%n entries removed from the history.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries written to {path}</source>
        <translation>
            <numerusform>%n entry written to {path}</numerusform>
            <numerusform>%n entries written to {path}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConfidenceDialog</name>
    <message numerus="yes">
        <source>%n formulas; weight {weight} in the choice among readings</source>
        <translation>
            <numerusform>%n formula; weight {weight} in the choice among readings</numerusform>
            <numerusform>%n formulas; weight {weight} in the choice among readings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConversionPanel</name>
    <message numerus="yes">
        <source>{done} of %n pages</source>
        <translation>
            <numerusform>{done} of %n page</numerusform>
            <numerusform>{done} of %n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{done} of %n pages.</source>
        <translation>
            <numerusform>{done} of %n page.</numerusform>
            <numerusform>{done} of %n pages.</numerusform>
        </translation>
    </message>
</context>
</TS>
