<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_US">
<context>
    <name>AlternativeCard</name>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 among these readings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alternative %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose with Alt+%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in use</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AlternativesStrip</name>
    <message>
        <source>Alternatives</source>
        <translation>Alternativen</translation>
    </message>
</context>
<context>
    <name>ConfidenceLine</name>
    <message>
        <source>%1 % sure: compare it with the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % sure: looks right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % sure: probably wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (F8)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 doubtful symbols</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 doubtful symbol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the next doubtful symbol (F8; Shift+F8 goes back)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next doubtful symbol, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>confidence unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Copied as {format}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy {format}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the models…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proved by a trial run. Loaded in {ms} ms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {number} of {total}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed from the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The models are loading, your picture comes next…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>{percent} sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{provider} · model {model}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sure} · copied as {format}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>Drop pictures anywhere in this window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads one of the pictures that come with the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try a sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn a picture of a formula into LaTeX</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shortcut} snips from any program.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>A backslash without a name.</source>
        <translation>Ein Backslash ohne Namen.</translation>
    </message>
    <message>
        <source>A prime behind a superscript.</source>
        <translation>Ein Strich hinter einem Hochgestellten.</translation>
    </message>
    <message>
        <source>A row ends inside braces ({0}).</source>
        <translation>Eine Zeile endet innerhalb von Klammern ({0}).</translation>
    </message>
    <message>
        <source>A second {0} on the same symbol.</source>
        <translation>Ein zweites {0} am selben Zeichen.</translation>
    </message>
    <message>
        <source>A text is missing behind {0}.</source>
        <translation>Hinter {0} fehlt ein Text.</translation>
    </message>
    <message>
        <source>Add \end{{{0}}}.</source>
        <translation>Fügen Sie \end{{{0}}} hinzu.</translation>
    </message>
    <message>
        <source>Add it in braces.</source>
        <translation>Fügen Sie es in geschweiften Klammern hinzu.</translation>
    </message>
    <message>
        <source>Add the ].</source>
        <translation>Fügen Sie die ] hinzu.</translation>
    </message>
    <message>
        <source>Add the closing }.</source>
        <translation>Fügen Sie die schließende } hinzu.</translation>
    </message>
    <message>
        <source>Add the {0} behind it.</source>
        <translation>Fügen Sie {0} dahinter hinzu.</translation>
    </message>
    <message>
        <source>Add the } behind the last row.</source>
        <translation>Fügen Sie die } hinter der letzten Zeile hinzu.</translation>
    </message>
    <message>
        <source>Add the } where the group ends.</source>
        <translation>Fügen Sie die } am Ende der Gruppe hinzu.</translation>
    </message>
    <message>
        <source>An argument is missing behind {0}.</source>
        <translation>Hinter {0} fehlt ein Argument.</translation>
    </message>
    <message>
        <source>An array of shape {0} and type {1} is not a picture.</source>
        <translation>Ein Feld der Form {0} und des Typs {1} ist kein Bild.</translation>
    </message>
    <message>
        <source>As many pictures as can wait are waiting already.</source>
        <translation>Es warten schon so viele Bilder, wie warten können.</translation>
    </message>
    <message>
        <source>Check the folder and the free space; scipix works without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the name and your access to it.</source>
        <translation>Prüfen Sie den Namen und Ihre Zugriffsrechte.</translation>
    </message>
    <message>
        <source>Check the pattern.</source>
        <translation>Prüfen Sie das Muster.</translation>
    </message>
    <message>
        <source>Choose an allowed value.</source>
        <translation>Wählen Sie einen erlaubten Wert.</translation>
    </message>
    <message>
        <source>Choose another provider in the settings, or update its driver.</source>
        <translation>Wählen Sie in den Einstellungen, dass woanders gerechnet wird, oder erneuern Sie den Treiber.</translation>
    </message>
    <message>
        <source>Choose another.</source>
        <translation>Wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>Choose one of {0}.</source>
        <translation>Wählen Sie eines von {0}.</translation>
    </message>
    <message>
        <source>Choose the area around a formula.</source>
        <translation>Wählen Sie den Bereich um eine Formel.</translation>
    </message>
    <message>
        <source>Close the brace before it.</source>
        <translation>Schließen Sie die Klammer davor.</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>Wird beendet</translation>
    </message>
    <message>
        <source>Crop it to the formula or save it in a smaller size.</source>
        <translation>Schneiden Sie es auf die Formel zu oder speichern Sie es kleiner.</translation>
    </message>
    <message>
        <source>Crop it to the formula.</source>
        <translation>Schneiden Sie es auf die Formel zu.</translation>
    </message>
    <message>
        <source>Empty file</source>
        <translation>Leere Datei</translation>
    </message>
    <message>
        <source>Empty picture</source>
        <translation>Leeres Bild</translation>
    </message>
    <message>
        <source>Execution provider failed</source>
        <translation>Das Rechnen ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>File cannot be read</source>
        <translation>Datei nicht lesbar</translation>
    </message>
    <message>
        <source>File too large</source>
        <translation>Datei zu groß</translation>
    </message>
    <message>
        <source>For instance {0} 3pt.</source>
        <translation>Zum Beispiel {0} 3pt.</translation>
    </message>
    <message>
        <source>For instance {0}( or, for none, {1}.</source>
        <translation>Zum Beispiel {0}( oder, für keine, {1}.</translation>
    </message>
    <message>
        <source>Give height x width, with 1 to 4 channels, of bool, uint8, uint16 or float.</source>
        <translation>Nötig ist Höhe x Breite mit 1 bis 4 Kanälen vom Typ bool, uint8, uint16 oder float.</translation>
    </message>
    <message>
        <source>History and corrections start anew: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install scipix again.</source>
        <translation>Installieren Sie scipix neu.</translation>
    </message>
    <message>
        <source>Install scipix again; the model file may not fit.</source>
        <translation>Installieren Sie scipix neu; die Modelldatei passt vielleicht nicht.</translation>
    </message>
    <message>
        <source>Install the package onnxruntime again.</source>
        <translation>Installieren Sie das Paket onnxruntime neu.</translation>
    </message>
    <message>
        <source>Internal error</source>
        <translation>Interner Fehler</translation>
    </message>
    <message>
        <source>It belongs behind \sum or \lim.</source>
        <translation>Es gehört hinter \sum oder \lim.</translation>
    </message>
    <message>
        <source>It cannot be decoded: {0}.</source>
        <translation>Es lässt sich nicht entschlüsseln: {0}.</translation>
    </message>
    <message>
        <source>It did not start.</source>
        <translation>Es ist nicht gestartet.</translation>
    </message>
    <message>
        <source>Join the two, or put the first with its base in braces: {{x{0}a}}{1}b.</source>
        <translation>Verbinden Sie beide, oder setzen Sie das erste mit seiner Basis in Klammern: {{x{0}a}}{1}b.</translation>
    </message>
    <message>
        <source>LaTeX formats keep it.</source>
        <translation>Die LaTeX-Formate behalten es.</translation>
    </message>
    <message>
        <source>Manifest damaged</source>
        <translation>Verzeichnis der Modelle beschädigt</translation>
    </message>
    <message>
        <source>Memory cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory was damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model cannot be used</source>
        <translation>Modell nicht benutzbar</translation>
    </message>
    <message>
        <source>Model damaged</source>
        <translation>Modell beschädigt</translation>
    </message>
    <message>
        <source>Model missing</source>
        <translation>Modell fehlt</translation>
    </message>
    <message>
        <source>Models missing</source>
        <translation>Modelle fehlen</translation>
    </message>
    <message>
        <source>No file fits the pattern.</source>
        <translation>Keine Datei passt zum Muster.</translation>
    </message>
    <message>
        <source>No formula found</source>
        <translation>Keine Formel gefunden</translation>
    </message>
    <message>
        <source>No more than {0} levels can be read.</source>
        <translation>Mehr als {0} Ebenen können nicht gelesen werden.</translation>
    </message>
    <message>
        <source>No pictures</source>
        <translation>Keine Bilder</translation>
    </message>
    <message>
        <source>No provider works</source>
        <translation>Nichts kann rechnen</translation>
    </message>
    <message>
        <source>Not a picture</source>
        <translation>Kein Bild</translation>
    </message>
    <message>
        <source>Not in the installed ONNX Runtime.</source>
        <translation>In der installierten ONNX Runtime nicht enthalten.</translation>
    </message>
    <message>
        <source>Out of memory</source>
        <translation>Zu wenig Speicher</translation>
    </message>
    <message>
        <source>Picture damaged</source>
        <translation>Bild beschädigt</translation>
    </message>
    <message>
        <source>Picture too large</source>
        <translation>Bild zu groß</translation>
    </message>
    <message>
        <source>Put it in $...$.</source>
        <translation>Setzen Sie es in $...$.</translation>
    </message>
    <message>
        <source>Put one of them in braces.</source>
        <translation>Setzen Sie eines davon in Klammern.</translation>
    </message>
    <message>
        <source>Put the rows in \begin{aligned}...\end{aligned}.</source>
        <translation>Setzen Sie die Zeilen in \begin{aligned}...\end{aligned}.</translation>
    </message>
    <message>
        <source>Put the rows in braces.</source>
        <translation>Setzen Sie die Zeilen in Klammern.</translation>
    </message>
    <message>
        <source>Remove it, or add the beginning.</source>
        <translation>Entfernen Sie es, oder ergänzen Sie den Anfang.</translation>
    </message>
    <message>
        <source>Setting not valid</source>
        <translation>Einstellung ungültig</translation>
    </message>
    <message>
        <source>Settings file broken</source>
        <translation>Einstellungsdatei defekt</translation>
    </message>
    <message>
        <source>Settings file not readable</source>
        <translation>Einstellungsdatei nicht lesbar</translation>
    </message>
    <message>
        <source>Settings not saved</source>
        <translation>Einstellungen nicht gespeichert</translation>
    </message>
    <message>
        <source>Settings not valid</source>
        <translation>Einstellungen ungültig</translation>
    </message>
    <message>
        <source>Snip closer around the formula.</source>
        <translation>Schneiden Sie enger um die Formel aus.</translation>
    </message>
    <message>
        <source>Something went wrong that should not ({0}).</source>
        <translation>Etwas ging schief, das nicht sollte ({0}).</translation>
    </message>
    <message>
        <source>Start it again.</source>
        <translation>Starten Sie es neu.</translation>
    </message>
    <message>
        <source>Table of glyphs missing</source>
        <translation>Zeichentabelle fehlt</translation>
    </message>
    <message>
        <source>Take the picture again.</source>
        <translation>Nehmen Sie das Bild noch einmal auf.</translation>
    </message>
    <message>
        <source>The change holds until the program ends. Make the folder writable to keep it.</source>
        <translation>Die Änderung gilt, bis das Programm endet. Machen Sie den Ordner beschreibbar, um sie zu behalten.</translation>
    </message>
    <message>
        <source>The defaults are in use and changes are not saved. Correct the rights of the file.</source>
        <translation>Es gelten die Vorgaben, und Änderungen werden nicht gespeichert. Berichtigen Sie die Zugriffsrechte der Datei.</translation>
    </message>
    <message>
        <source>The defaults are in use. Repair the file and rename it, or choose your settings again.</source>
        <translation>Es gelten die Vorgaben. Reparieren Sie die Datei und benennen Sie sie um, oder wählen Sie Ihre Einstellungen neu.</translation>
    </message>
    <message>
        <source>The defaults are used instead; {0} was left as it is. Choose the setting again to correct it.</source>
        <translation>Stattdessen gelten die Vorgaben; {0} blieb, wie sie ist. Wählen Sie die Einstellung neu, um sie zu berichtigen.</translation>
    </message>
    <message>
        <source>The file has more than {0} MiB.</source>
        <translation>Die Datei hat mehr als {0} MiB.</translation>
    </message>
    <message>
        <source>The folder has no pictures in it.</source>
        <translation>Der Ordner enthält keine Bilder.</translation>
    </message>
    <message>
        <source>The format is not one that can be read.</source>
        <translation>Dieses Format kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The formula in this text never ends.</source>
        <translation>Die Formel in diesem Text endet nicht.</translation>
    </message>
    <message>
        <source>The formula is nested too deeply.</source>
        <translation>Die Formel ist zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>The formula is too long.</source>
        <translation>Die Formel ist zu lang.</translation>
    </message>
    <message>
        <source>The old file is kept as {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture has no pixels.</source>
        <translation>Das Bild hat keine Pixel.</translation>
    </message>
    <message>
        <source>The picture has {0} x {1} pixels; at most {2} megapixels and {3} pixels an edge are read.</source>
        <translation>Das Bild hat {0} x {1} Pixel; gelesen werden höchstens {2} Megapixel und {3} Pixel je Kante.</translation>
    </message>
    <message>
        <source>The picture is empty: there is no ink in it.</source>
        <translation>Das Bild ist leer: nichts ist darauf gezeichnet.</translation>
    </message>
    <message>
        <source>The picture shows nothing that reads as a formula.</source>
        <translation>Das Bild zeigt nichts, das sich als Formel lesen lässt.</translation>
    </message>
    <message>
        <source>The program is closing and takes no more work.</source>
        <translation>Das Programm wird beendet und nimmt nichts mehr an.</translation>
    </message>
    <message>
        <source>The text that begins here never ends.</source>
        <translation>Der Text, der hier beginnt, endet nicht.</translation>
    </message>
    <message>
        <source>There is no format {0}.</source>
        <translation>Es gibt kein Format {0}.</translation>
    </message>
    <message>
        <source>There is no provider called {0}.</source>
        <translation>Es gibt nichts namens {0}, worauf gerechnet werden kann.</translation>
    </message>
    <message>
        <source>There is no setting {0}.</source>
        <translation>Es gibt keine Einstellung {0}.</translation>
    </message>
    <message>
        <source>There is not enough memory for it.</source>
        <translation>Der Speicher reicht dafür nicht.</translation>
    </message>
    <message>
        <source>There is not enough memory for this picture.</source>
        <translation>Der Speicher reicht für dieses Bild nicht.</translation>
    </message>
    <message>
        <source>There is nothing in it.</source>
        <translation>Es ist nichts darin.</translation>
    </message>
    <message>
        <source>This [ is never closed.</source>
        <translation>Diese [ wird nicht geschlossen.</translation>
    </message>
    <message>
        <source>This \left has no \right.</source>
        <translation>Dieses \left hat kein \right.</translation>
    </message>
    <message>
        <source>This { is never closed.</source>
        <translation>Diese { wird nicht geschlossen.</translation>
    </message>
    <message>
        <source>Too much at once</source>
        <translation>Zu viel auf einmal</translation>
    </message>
    <message>
        <source>Try again; if it stays, report it with the log.</source>
        <translation>Versuchen Sie es noch einmal; bleibt es so, melden Sie es mit dem Protokoll.</translation>
    </message>
    <message>
        <source>Typst&apos;s matrices have rules only inside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown command {0}.</source>
        <translation>Unbekannter Befehl {0}.</translation>
    </message>
    <message>
        <source>Unknown environment {0}.</source>
        <translation>Unbekannte Umgebung {0}.</translation>
    </message>
    <message>
        <source>Unknown format</source>
        <translation>Unbekanntes Format</translation>
    </message>
    <message>
        <source>Unknown provider</source>
        <translation>Unbekannter Ort zum Rechnen</translation>
    </message>
    <message>
        <source>Unknown setting</source>
        <translation>Unbekannte Einstellung</translation>
    </message>
    <message>
        <source>Use a smaller part of it.</source>
        <translation>Nehmen Sie einen kleineren Teil davon.</translation>
    </message>
    <message>
        <source>Use one of {0}.</source>
        <translation>Nehmen Sie eines von {0}.</translation>
    </message>
    <message>
        <source>Wait until some are done, or use &apos;scipix ocr&apos; for whole folders.</source>
        <translation>Warten Sie, bis einige fertig sind, oder nehmen Sie &apos;scipix ocr&apos; für ganze Ordner.</translation>
    </message>
    <message>
        <source>Word&apos;s equations have no rules between columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write \% for the sign.</source>
        <translation>Schreiben Sie \% für das Zeichen.</translation>
    </message>
    <message>
        <source>Write \big| or put \left. before.</source>
        <translation>Schreiben Sie \big| oder setzen Sie \left. davor.</translation>
    </message>
    <message>
        <source>Write \{0} for the sign, or put a formula in $...$.</source>
        <translation>Schreiben Sie \{0} für das Zeichen, oder setzen Sie die Formel in $...$.</translation>
    </message>
    <message>
        <source>Write the prime first: x&apos;^2.</source>
        <translation>Schreiben Sie den Strich zuerst: x&apos;^2.</translation>
    </message>
    <message>
        <source>Write {0}.</source>
        <translation>Schreiben Sie {0}.</translation>
    </message>
    <message>
        <source>Write {0}{{...}}.</source>
        <translation>Schreiben Sie {0}{{...}}.</translation>
    </message>
    <message>
        <source>\begin{{{0}}} ends with \end{{{1}}}.</source>
        <translation>\begin{{{0}}} endet mit \end{{{1}}}.</translation>
    </message>
    <message>
        <source>\begin{{{0}}} has no \end.</source>
        <translation>\begin{{{0}}} hat kein \end.</translation>
    </message>
    <message>
        <source>\end without \begin.</source>
        <translation>\end ohne \begin.</translation>
    </message>
    <message>
        <source>\middle outside \left...\right.</source>
        <translation>\middle außerhalb von \left...\right.</translation>
    </message>
    <message>
        <source>\right without \left.</source>
        <translation>\right ohne \left.</translation>
    </message>
    <message>
        <source>{0} belongs in a formula, not in a text.</source>
        <translation>{0} gehört in eine Formel, nicht in einen Text.</translation>
    </message>
    <message>
        <source>{0} cannot be read: {1}.</source>
        <translation>{0} kann nicht gelesen werden: {1}.</translation>
    </message>
    <message>
        <source>{0} cannot be used: {1}.</source>
        <translation>{0} kann nicht benutzt werden: {1}.</translation>
    </message>
    <message>
        <source>{0} cannot be written: {1}.</source>
        <translation>{0} kann nicht geschrieben werden: {1}.</translation>
    </message>
    <message>
        <source>{0} cannot be {1}: it is {2}.</source>
        <translation>{0} kann nicht {1} sein. Erlaubt: {2}.</translation>
    </message>
    <message>
        <source>{0} follows no operator.</source>
        <translation>{0} folgt auf keinen Operator.</translation>
    </message>
    <message>
        <source>{0} in a text.</source>
        <translation>{0} in einem Text.</translation>
    </message>
    <message>
        <source>{0} is no valid TOML ({1}). It was kept as {2}.</source>
        <translation>{0} ist kein gültiges TOML ({1}). Die Datei wurde als {2} aufgehoben.</translation>
    </message>
    <message>
        <source>{0} is not a valid manifest: {1}.</source>
        <translation>{0} ist kein gültiges Verzeichnis der Modelle: {1}.</translation>
    </message>
    <message>
        <source>{0} names no model {1}.</source>
        <translation>{0} nennt kein Modell {1}.</translation>
    </message>
    <message>
        <source>{0} needs a delimiter behind it.</source>
        <translation>Hinter {0} fehlt ein Begrenzer.</translation>
    </message>
    <message>
        <source>{0} needs a length.</source>
        <translation>{0} braucht eine Länge.</translation>
    </message>
    <message>
        <source>{0} outside an environment has no effect in a display.</source>
        <translation>{0} hat außerhalb einer Umgebung in einer abgesetzten Formel keine Wirkung.</translation>
    </message>
    <message>
        <source>{0} stopped during a recognition: {1}.</source>
        <translation>{0} ist bei einer Erkennung stehen geblieben: {1}.</translation>
    </message>
    <message>
        <source>{0} twice in one group.</source>
        <translation>{0} zweimal in einer Gruppe.</translation>
    </message>
    <message>
        <source>{0}: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}{1} is missing behind {2}.</source>
        <translation>Hinter {2} fehlt {0}{1}.</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>%1 found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the search (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match upper and lower case (Alt+C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next match (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous match (Shift+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace all matches in one step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace this match and go to the next (Enter in the field)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>LaTeX</source>
        <translation>LaTeX</translation>
    </message>
    <message>
        <source>LaTeX, display $$…$$</source>
        <translation>LaTeX, abgesetzt $$…$$</translation>
    </message>
    <message>
        <source>LaTeX, equation</source>
        <translation>LaTeX, equation</translation>
    </message>
    <message>
        <source>LaTeX, inline $…$</source>
        <translation>LaTeX, im Text $…$</translation>
    </message>
    <message>
        <source>Picture (PNG)</source>
        <translation>Bild (PNG)</translation>
    </message>
    <message>
        <source>Picture (SVG)</source>
        <translation>Bild (SVG)</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>Filter by LaTeX</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formulas read so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No formula contains this text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows only formulas that contain this text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you read appears here. Delete removes an entry.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Hotkey</name>
    <message>
        <source>Allow scipix in System Settings, Privacy &amp; Security, Accessibility and Input Monitoring, and start it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose something like Ctrl+Alt+M or F9 in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not one key with its modifiers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No global hotkey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No global hotkey here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the hotkey again in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snip a formula from the screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desktop closed the session of shortcuts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hotkey works no more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyboard library found no display.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window system refused to report keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no display.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no Wayland session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This key cannot be heard everywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This system does not offer the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the Snip button or the tray menu instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wayland lets no program listen to the keyboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With Shift it types another character.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without Ctrl, Alt or Meta it is needed for typing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>macOS does not let scipix hear keys that other programs get.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{}” cannot be the hotkey</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeysField</name>
    <message>
        <source>Clear the shortcut</source>
        <translation>Tastenkürzel löschen</translation>
    </message>
    <message>
        <source>Hold Ctrl, Alt or the system key with another key, or use F1 to F24.</source>
        <translation>Halten Sie Strg, Alt oder die Systemtaste mit einer weiteren Taste, oder nehmen Sie F1 bis F24.</translation>
    </message>
</context>
<context>
    <name>LatexEditor</name>
    <message>
        <source>%1 % sure of this symbol: compare it with the picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LaTeX source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The LaTeX appears here; you can also type your own.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Engine</source>
        <translation>Erkennung</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tools</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>Captured picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The captured picture. Zoom: Ctrl+wheel, + and -; 0 fits, 1 shows every pixel; drag to move</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Portal</name>
    <message>
        <source>Allow it for scipix in the settings of your desktop. Start scipix from the menu of applications: some desktops answer only programs that they know from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install xdg-desktop-portal and the backend of your desktop (for example xdg-desktop-portal-gnome, -kde or -wlr), then log in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for a dialog that waits for you, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No desktop portal runs in this session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desktop did not allow it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desktop portal did not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desktop portal failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desktop portal is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The portal ended the request without a result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session&apos;s D-Bus cannot be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session&apos;s D-Bus does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time to wait is over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This session has no D-Bus.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again and allow it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again; if it stays, log out and in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You closed the dialog of the desktop.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>A \left has no \right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A \right has no \left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A closing brace was never opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A definition calls itself without end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the argument in braces behind it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the missing } or remove the {.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An opening brace is never closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the definition so that it does not contain its own name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check how it is spelled after \begin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check how it is spelled; a space ends a command&apos;s name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close it with \right and a delimiter, or with \right. for none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the formula at the place that is marked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing the formula took too long and was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each \begin needs an \end with the same name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It belongs inside a matrix or an aligned environment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for definitions that call themselves, or split the formula.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MathJax could not be loaded; a plainer renderer draws.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MathJax did not draw this formula; {0} did.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No preview of this formula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No renderer could draw this formula ({0}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it with \left and a delimiter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put braces around what belongs together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the } or add the missing {.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split it into several formulas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take inner parts out into formulas of their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The LaTeX has an error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The LaTeX itself may be fine; copying still works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command {0} is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The environment {0} is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The formula has {0} characters; the preview draws up to {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The formula nests more than {0} levels deep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two subscripts follow each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two superscripts follow each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write one such as ( [ | or \{ or a point for none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>\begin and \end do not match.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot stand here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} lacks what it applies to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} needs a delimiter behind it.</source>
        <translation>Hinter {0} fehlt ein Begrenzer.</translation>
    </message>
</context>
<context>
    <name>PreviewView</name>
    <message>
        <source>Rendered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rendered formula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The LaTeX as it typesets, at the scale of the picture. Zoom: Ctrl+wheel, + and -; 0 fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rendering appears here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the last rendering that worked.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProblemLine</name>
    <message>
        <source>(and %1 more)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repair the problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the place in the source (F4)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProviderTest</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel the test</source>
        <translation>Test abbrechen</translation>
    </message>
    <message>
        <source>Cancelling …</source>
        <translation>Wird abgebrochen …</translation>
    </message>
    <message>
        <source>Fastest here: {name}.</source>
        <translation>Am schnellsten hier: {name}.</translation>
    </message>
    <message>
        <source>Measure each provider on this computer</source>
        <translation>Jeden Weg auf diesem Rechner messen</translation>
    </message>
    <message>
        <source>Nothing works here. Please install the program again.</source>
        <translation>Hier geht nichts. Bitte installieren Sie das Programm neu.</translation>
    </message>
    <message>
        <source>Progress of the test</source>
        <translation>Fortschritt des Tests</translation>
    </message>
    <message>
        <source>Recognises a sample formula several times on each one.</source>
        <translation>Erkennt eine Beispielformel auf jedem mehrmals.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Testing {name} …</source>
        <translation>{name} wird getestet …</translation>
    </message>
    <message>
        <source>The test was cancelled.</source>
        <translation>Der Test wurde abgebrochen.</translation>
    </message>
    <message>
        <source>{number} ms</source>
        <translation>{number} ms</translation>
    </message>
</context>
<context>
    <name>Screenshot</name>
    <message>
        <source>A screenshot is on its way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow scipix in System Settings, Privacy &amp; Security, Screen Recording, and start it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its shape is not that of your screens together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for a dialog of the desktop that waits for you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a screenshot with another program and paste it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a screenshot with another program, then paste it here or open its file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desktop has not answered the last request yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desktop portal named no file with a picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The screen cannot be captured here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The screen could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The screen may not be recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The screenshot cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The screenshot does not show the whole desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window system gave no picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no display.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no Wayland session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wayland lets no program read the screen itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>macOS shows scipix only its own windows.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>A small note with the result that copies it in another format without opening the window.</source>
        <translation>Ein kleiner Hinweis mit dem Ergebnis, der es in einem anderen Format kopiert, ohne das Fenster zu öffnen.</translation>
    </message>
    <message>
        <source>Alternatives</source>
        <translation>Alternativen</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Best available</source>
        <translation>Das Beste, was da ist</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>Prozessor (CPU)</translation>
    </message>
    <message>
        <source>CUDA (NVIDIA)</source>
        <translation>CUDA (NVIDIA)</translation>
    </message>
    <message>
        <source>Capture</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>Compute on</source>
        <translation>Rechnen auf</translation>
    </message>
    <message>
        <source>Copy the result after a snip</source>
        <translation>Ergebnis nach dem Ausschneiden kopieren</translation>
    </message>
    <message>
        <source>Core ML (macOS)</source>
        <translation>Core ML (macOS)</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Deutsch</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>DirectML (Windows)</source>
        <translation>DirectML (Windows)</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Erkennung</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Format to copy</source>
        <translation>Format zum Kopieren</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Hide the window while snipping</source>
        <translation>Fenster beim Ausschneiden verstecken</translation>
    </message>
    <message>
        <source>How many readings of a formula are searched for and offered.</source>
        <translation>Wie viele Lesarten einer Formel gesucht und angeboten werden.</translation>
    </message>
    <message>
        <source>Invert captured pictures in the dark theme</source>
        <translation>Aufgenommene Bilder im dunklen Farbschema umkehren</translation>
    </message>
    <message>
        <source>Keep running in the tray when the window is closed</source>
        <translation>Nach dem Schließen des Fensters im Infobereich weiterlaufen</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Shortcut for snipping</source>
        <translation>Tastenkürzel zum Ausschneiden</translation>
    </message>
    <message>
        <source>Show a note near the snip</source>
        <translation>Hinweis neben dem Ausschnitt zeigen</translation>
    </message>
    <message>
        <source>Shows the captured picture light on dark. What is recognised stays the same.</source>
        <translation>Zeigt das aufgenommene Bild hell auf dunkel. Was erkannt wird, bleibt gleich.</translation>
    </message>
    <message>
        <source>Size of the formula</source>
        <translation>Größe der Formel</translation>
    </message>
    <message>
        <source>So that the window does not cover the formula.</source>
        <translation>Damit das Fenster die Formel nicht verdeckt.</translation>
    </message>
    <message>
        <source>The clipboard is replaced as soon as the formula is recognised.</source>
        <translation>Die Zwischenablage wird ersetzt, sobald die Formel erkannt ist.</translation>
    </message>
    <message>
        <source>The colours of the window.</source>
        <translation>Die Farben des Fensters.</translation>
    </message>
    <message>
        <source>The format of the copy button and of copying after a snip; the one used last.</source>
        <translation>Das Format der Schaltfläche „Kopieren“ und des Kopierens nach dem Ausschneiden; das zuletzt benutzte.</translation>
    </message>
    <message>
        <source>The height of the letters in the preview.</source>
        <translation>Die Höhe der Buchstaben in der Vorschau.</translation>
    </message>
    <message>
        <source>The language of the window.</source>
        <translation>Die Sprache des Fensters.</translation>
    </message>
    <message>
        <source>The shortcut for snipping then works without a window. Quit from the tray&apos;s menu.</source>
        <translation>Das Tastenkürzel zum Ausschneiden geht dann auch ohne Fenster. Beendet wird über das Menü im Infobereich.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Where formulas are recognised. The test measures what each one takes on this computer.</source>
        <translation>Wo Formeln erkannt werden. Der Test misst, wie lange es auf diesem Rechner jeweils dauert.</translation>
    </message>
    <message>
        <source>Works in every program while scipix runs. Empty means no shortcut.</source>
        <translation>Wirkt in jedem Programm, solange scipix läuft. Leer heißt: kein Tastenkürzel.</translation>
    </message>
    <message>
        <source>中文</source>
        <translation>中文</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the settings (Esc)</source>
        <translation>Einstellungen schließen (Esc)</translation>
    </message>
    <message>
        <source>Give the settings of this page their defaults</source>
        <translation>Die Einstellungen dieser Seite auf ihre Vorgaben setzen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Restore defaults</source>
        <translation>Vorgaben wiederherstellen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Take back the restored defaults</source>
        <translation>Das Wiederherstellen der Vorgaben zurücknehmen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Fixed by the environment variable {name} while the program runs.</source>
        <translation>Durch die Umgebungsvariable {name} festgelegt, solange das Programm läuft.</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Find in the LaTeX</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the first problem in the LaTeX</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next doubtful symbol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous doubtful symbol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the entry from the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace in the LaTeX</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the first alternative, and so on to Alt+5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo an edit, or bring back a removed entry</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Surface</name>
    <message>
        <source>Arrows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is selected yet: draw a rectangle around the formula.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selection on screen {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+Arrows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>aim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hold to move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move by a pixel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resize</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scipix: select a formula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>select</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>select with keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} × {} px</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy again in this format (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy in another format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formula read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the result in the window</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Recent results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the window</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WaysIn</name>
    <message>
        <source>Read pictures of formulas</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ZoomBar</name>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Captured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every pixel as captured, 100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit picture and rendering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the picture as a negative in dark mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Line</name>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
