<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_US">
<context>
    <name>AlternativeCard</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 among these readings</source>
        <translation>%1 unter diesen Lesarten</translation>
    </message>
    <message>
        <source>Alternative %1</source>
        <translation>Alternative %1</translation>
    </message>
    <message>
        <source>choose with Alt+%1</source>
        <translation>wählen mit Alt+%1</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>in Gebrauch</translation>
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
    <name>Browsing</name>
    <message numerus="yes">
        <source>%n entries go with their pictures, everything that was corrected, and everything that was learned from it. Files you exported stay. This cannot be undone.</source>
        <translation>
            <numerusform>%n Eintrag geht mit seinem Bild verloren, ebenso alles, was korrigiert und daraus gelernt wurde. Exportierte Dateien bleiben. Das lässt sich nicht rückgängig machen.</numerusform>
            <numerusform>%n Einträge gehen mit ihren Bildern verloren, ebenso alles, was korrigiert und daraus gelernt wurde. Exportierte Dateien bleiben. Das lässt sich nicht rückgängig machen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries removed from the history.</source>
        <translation>
            <numerusform>%n Eintrag aus dem Verlauf entfernt.</numerusform>
            <numerusform>%n Einträge aus dem Verlauf entfernt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries written to {path}</source>
        <translation>
            <numerusform>%n Eintrag geschrieben nach {path}</numerusform>
            <numerusform>%n Einträge geschrieben nach {path}</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is forgotten.</source>
        <translation>Alles ist vergessen.</translation>
    </message>
    <message>
        <source>Export the history</source>
        <translation>Verlauf exportieren</translation>
    </message>
    <message>
        <source>Forget everything</source>
        <translation>Alles vergessen</translation>
    </message>
    <message>
        <source>JSON, an entry a line (*.jsonl)</source>
        <translation>JSON, ein Eintrag je Zeile (*.jsonl)</translation>
    </message>
    <message>
        <source>Removed from the history.</source>
        <translation>Aus dem Verlauf entfernt.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>ChangeStrip</name>
    <message>
        <source>Changed; copy it, or press Right, if it is right now:</source>
        <translation>Geändert; wenn es stimmt, kopieren oder „Richtig“:</translation>
    </message>
    <message>
        <source>Learned:</source>
        <translation>Gelernt:</translation>
    </message>
    <message>
        <source>Marked as right.</source>
        <translation>Als richtig markiert.</translation>
    </message>
    <message>
        <source>Marked as wrong. Edit the formula to tell what is right.</source>
        <translation>Als falsch markiert. Die Formel bearbeiten, um zu sagen, was richtig ist.</translation>
    </message>
    <message>
        <source>Take the correction back</source>
        <translation>Korrektur zurücknehmen</translation>
    </message>
    <message>
        <source>Take this back with all that followed from it</source>
        <translation>Dies mit allen Folgen zurücknehmen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>{new} added</source>
        <translation>{new} hinzugefügt</translation>
    </message>
    <message>
        <source>{old} became {new}</source>
        <translation>{old} wurde zu {new}</translation>
    </message>
    <message>
        <source>{old} removed</source>
        <translation>{old} entfernt</translation>
    </message>
</context>
<context>
    <name>ConfidenceDialog</name>
    <message numerus="yes">
        <source>%n formulas; weight {weight} in the choice among readings</source>
        <translation>
            <numerusform>%n Formel; Gewicht {weight} bei der Wahl der Lesart</numerusform>
            <numerusform>%n Formeln; Gewicht {weight} bei der Wahl der Lesart</numerusform>
        </translation>
    </message>
    <message>
        <source>Add what another computer has learned</source>
        <translation>Hinzufügen, was ein anderer Rechner gelernt hat</translation>
    </message>
    <message>
        <source>All verdicts and corrections go, and what they taught: the confidence is as shipped again, corrected pictures are read anew. The history stays. This cannot be undone.</source>
        <translation>Alle Urteile und Korrekturen gehen verloren und was daraus gelernt wurde: Die Konfidenz ist wieder wie ausgeliefert, korrigierte Bilder werden neu gelesen. Der Verlauf bleibt. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Calibration error</source>
        <translation>Kalibrierfehler</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close this window (Esc)</source>
        <translation>Dieses Fenster schließen (Esc)</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Forget all verdicts and what they taught</source>
        <translation>Alle Urteile vergessen und was daraus gelernt wurde</translation>
    </message>
    <message>
        <source>How sure is sure</source>
        <translation>Wie sicher ist sicher</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>Nothing was said about answers so far. Copy, correct, or press Right or Wrong.</source>
        <translation>Bisher gibt es keine Urteile. Kopieren, korrigieren oder „Richtig“ oder „Falsch“ drücken.</translation>
    </message>
    <message>
        <source>Of all answers shown with 80 % confidence, 80 % should be right. Each point is what your own verdicts say about that: on the dashed line the confidence kept its word.</source>
        <translation>Von allen Antworten mit 80 % Konfidenz sollten 80 % richtig sein. Jeder Punkt zeigt, was die eigenen Urteile dazu sagen: Auf der gestrichelten Linie hielt die Konfidenz Wort.</translation>
    </message>
    <message>
        <source>Reliability diagram, confidence: share that was right (verdicts)</source>
        <translation>Zuverlässigkeitsdiagramm, Konfidenz: Anteil der richtigen (Urteile)</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Reset…</source>
        <translation>Zurücksetzen…</translation>
    </message>
    <message>
        <source>Surely right</source>
        <translation>Sicher richtig</translation>
    </message>
    <message>
        <source>Verdicts</source>
        <translation>Urteile</translation>
    </message>
    <message>
        <source>Write what was learned into a file, for another computer</source>
        <translation>Gelerntes in eine Datei schreiben, für einen anderen Rechner</translation>
    </message>
    <message>
        <source>Your notation</source>
        <translation>Eigene Schreibweise</translation>
    </message>
    <message>
        <source>as shipped</source>
        <translation>wie ausgeliefert</translation>
    </message>
    <message>
        <source>confidence shown</source>
        <translation>gezeigte Konfidenz</translation>
    </message>
    <message>
        <source>from {start} on: {share} of {count} were right (95 % interval {low} to {high})</source>
        <translation>ab {start}: {share} von {count} waren richtig (95-%-Intervall {low} bis {high})</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>noch nicht bekannt</translation>
    </message>
    <message>
        <source>not known yet: it takes 30 verdicts of which 95 % are right</source>
        <translation>noch nicht bekannt: nötig sind 30 Urteile, davon 95 % richtig</translation>
    </message>
    <message>
        <source>perfect</source>
        <translation>vollkommen</translation>
    </message>
    <message>
        <source>share that was right</source>
        <translation>Anteil der richtigen</translation>
    </message>
    <message>
        <source>surely right</source>
        <translation>sicher richtig</translation>
    </message>
    <message>
        <source>with your verdicts</source>
        <translation>mit den eigenen Urteilen</translation>
    </message>
    <message>
        <source>{before} as shipped, {after} with your verdicts</source>
        <translation>{before} wie ausgeliefert, {after} mit den eigenen Urteilen</translation>
    </message>
    <message>
        <source>{right} right, {chosen} another reading, {wrong} wrong</source>
        <translation>{right} richtig, {chosen} andere Lesart, {wrong} falsch</translation>
    </message>
</context>
<context>
    <name>ConfidenceLine</name>
    <message>
        <source>%1 % before calibration</source>
        <translation>%1 % vor der Kalibrierung</translation>
    </message>
    <message>
        <source>%1 % sure: compare it with the picture</source>
        <translation>Zu %1 % sicher: mit dem Bild vergleichen</translation>
    </message>
    <message>
        <source>%1 % sure: looks right</source>
        <translation>Zu %1 % sicher: sieht richtig aus</translation>
    </message>
    <message>
        <source>%1 % sure: probably wrong</source>
        <translation>Zu %1 % sicher: wahrscheinlich falsch</translation>
    </message>
    <message>
        <source>%1 (F8)</source>
        <translation>%1 (F8)</translation>
    </message>
    <message>
        <source>%1 doubtful symbols</source>
        <translation>%1 zweifelhafte Zeichen</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>1 doubtful symbol</source>
        <translation>1 zweifelhaftes Zeichen</translation>
    </message>
    <message>
        <source>Go to the next doubtful symbol (F8; Shift+F8 goes back)</source>
        <translation>Zum nächsten zweifelhaften Zeichen gehen (F8; Umschalt+F8 geht zurück)</translation>
    </message>
    <message>
        <source>How sure is sure</source>
        <translation>Wie sicher ist sicher</translation>
    </message>
    <message>
        <source>Next doubtful symbol, %1</source>
        <translation>Nächstes zweifelhaftes Zeichen, %1</translation>
    </message>
    <message>
        <source>Show how well the confidence has kept its word so far</source>
        <translation>Zeigen, wie gut die Konfidenz bisher Wort gehalten hat</translation>
    </message>
    <message>
        <source>confidence unknown</source>
        <translation>Konfidenz unbekannt</translation>
    </message>
    <message>
        <source>model %1</source>
        <translation>Modell %1</translation>
    </message>
    <message>
        <source>remembered</source>
        <translation>erinnert</translation>
    </message>
    <message>
        <source>the same picture was read before (similarity %1 %)</source>
        <translation>dasselbe Bild wurde schon gelesen (Ähnlichkeit %1 %)</translation>
    </message>
</context>
<context>
    <name>ConversionController</name>
    <message>
        <source>Convert into</source>
        <translation>Umwandeln in</translation>
    </message>
    <message>
        <source>{name} is being converted. This document can be converted after it.</source>
        <translation>{name} wird gerade umgewandelt. Dieses Dokument kann danach umgewandelt werden.</translation>
    </message>
</context>
<context>
    <name>ConversionPanel</name>
    <message>
        <source>Asks for the file to write</source>
        <translation>Fragt nach der Datei, die geschrieben werden soll</translation>
    </message>
    <message>
        <source>Conversion</source>
        <translation>Umwandlung</translation>
    </message>
    <message>
        <source>Convert again to go on.</source>
        <translation>Noch einmal umwandeln, um fortzufahren.</translation>
    </message>
    <message>
        <source>Convert…</source>
        <translation>Umwandeln…</translation>
    </message>
    <message>
        <source>For example 2-5,8,-1; -1 is the last page</source>
        <translation>Zum Beispiel 2-5,8,-1; -1 ist die letzte Seite</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortfahren</translation>
    </message>
    <message>
        <source>Goes to the next formula that may be wrong</source>
        <translation>Geht zur nächsten Formel, die falsch sein könnte</translation>
    </message>
    <message>
        <source>In the program that the system has for it</source>
        <translation>Mit dem Programm, das das System dafür hat</translation>
    </message>
    <message>
        <source>Next doubtful (F8)</source>
        <translation>Nächste zweifelhafte (F8)</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>Datei öffnen</translation>
    </message>
    <message>
        <source>Pages that could not be read: {pages}.</source>
        <translation>Seiten, die nicht gelesen werden konnten: {pages}.</translation>
    </message>
    <message>
        <source>Pages that were read</source>
        <translation>Gelesene Seiten</translation>
    </message>
    <message>
        <source>Pages to convert</source>
        <translation>Umzuwandelnde Seiten</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Pauses, and goes on</source>
        <translation>Hält an und fährt fort</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>The models are loading…</source>
        <translation>Die Modelle werden geladen…</translation>
    </message>
    <message>
        <source>What the document is converted to</source>
        <translation>In was das Dokument umgewandelt wird</translation>
    </message>
    <message>
        <source>Writes what was read so far; the next conversion goes on there</source>
        <translation>Schreibt, was bisher gelesen wurde; die nächste Umwandlung fährt dort fort</translation>
    </message>
    <message>
        <source>Written to {name}.</source>
        <translation>Geschrieben nach {name}.</translation>
    </message>
    <message>
        <source>about {minutes} min left</source>
        <translation>noch etwa {minutes} min</translation>
    </message>
    <message>
        <source>about {seconds} s left</source>
        <translation>noch etwa {seconds} s</translation>
    </message>
    <message>
        <source>all pages</source>
        <translation>alle Seiten</translation>
    </message>
    <message numerus="yes">
        <source>{done} of %n pages</source>
        <translation>
            <numerusform>{done} von %n Seite</numerusform>
            <numerusform>{done} von %n Seiten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{done} of %n pages.</source>
        <translation>
            <numerusform>{done} von %n Seite.</numerusform>
            <numerusform>{done} von %n Seiten.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConvertedText</name>
    <message>
        <source>Converted text</source>
        <translation>Umgewandelter Text</translation>
    </message>
    <message>
        <source>The text appears here, page by page.</source>
        <translation>Der Text erscheint hier, Seite für Seite.</translation>
    </message>
    <message>
        <source>could not be read: {problem}</source>
        <translation>konnte nicht gelesen werden: {problem}</translation>
    </message>
    <message>
        <source>from the picture</source>
        <translation>aus dem Bild</translation>
    </message>
    <message>
        <source>— Page {number} —</source>
        <translation>— Seite {number} —</translation>
    </message>
</context>
<context>
    <name>CopyController</name>
    <message>
        <source>Copy as {format}</source>
        <translation>Kopieren als {format}</translation>
    </message>
    <message>
        <source>More formats</source>
        <translation>Weitere Formate</translation>
    </message>
    <message>
        <source>Save the formula</source>
        <translation>Formel speichern</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Copied as {format}</source>
        <translation>Kopiert als {format}</translation>
    </message>
    <message>
        <source>Copy {format}</source>
        <translation>{format} kopieren</translation>
    </message>
    <message>
        <source>Loading the models…</source>
        <translation>Modelle werden geladen…</translation>
    </message>
    <message>
        <source>No engine</source>
        <translation>Keine Erkennung</translation>
    </message>
    <message>
        <source>Proved by a trial run. Loaded in {ms} ms.</source>
        <translation>Durch einen Probelauf geprüft. In {ms} ms geladen.</translation>
    </message>
    <message>
        <source>Reading {number} of {total}…</source>
        <translation>{number} von {total} wird gelesen…</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Saved as {path}</source>
        <translation>Gespeichert als {path}</translation>
    </message>
    <message>
        <source>The models are loading, your picture comes next…</source>
        <translation>Die Modelle werden geladen, danach kommt das Bild…</translation>
    </message>
    <message>
        <source>{percent} sure</source>
        <translation>Zu {percent} sicher</translation>
    </message>
    <message>
        <source>{provider} · model {model}</source>
        <translation>{provider} · Modell {model}</translation>
    </message>
    <message>
        <source>{sure} · copied as {format}</source>
        <translation>{sure} · kopiert als {format}</translation>
    </message>
</context>
<context>
    <name>DocumentBar</name>
    <message>
        <source>Convert the document into text</source>
        <translation>Das Dokument in Text umwandeln</translation>
    </message>
    <message>
        <source>Draw frames around formulas, also over text</source>
        <translation>Rahmen um Formeln ziehen, auch über Text</translation>
    </message>
    <message>
        <source>Find text</source>
        <translation>Text suchen</translation>
    </message>
    <message>
        <source>Fit page</source>
        <translation>Ganze Seite</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>Seitenbreite</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>Night: light on dark pages</source>
        <translation>Nacht: helle Schrift auf dunklen Seiten</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>Vorige Seite</translation>
    </message>
    <message>
        <source>Page number</source>
        <translation>Seitenzahl</translation>
    </message>
    <message>
        <source>Read formulas from the picture, not from the file&apos;s own glyphs</source>
        <translation>Formeln aus dem Bild lesen, nicht aus den Zeichen der Datei</translation>
    </message>
    <message>
        <source>Show pages and contents</source>
        <translation>Seiten und Inhalt zeigen</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Vergrößerung</translation>
    </message>
    <message>
        <source>Zoom (Ctrl+wheel; 0 fits the width, 9 the page)</source>
        <translation>Vergrößerung (Strg+Mausrad; 0 füllt die Breite, 9 zeigt die ganze Seite)</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>of {count}</source>
        <translation>von {count}</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
</context>
<context>
    <name>DocumentController</name>
    <message>
        <source>The file is damaged</source>
        <translation>Die Datei ist beschädigt</translation>
    </message>
    <message>
        <source>What could be found in it is shown; pages may be missing.</source>
        <translation>Gezeigt wird, was darin zu finden war; Seiten können fehlen.</translation>
    </message>
</context>
<context>
    <name>DocumentFind</name>
    <message>
        <source>Close the search (Esc)</source>
        <translation>Suche schließen (Esc)</translation>
    </message>
    <message>
        <source>Enter goes to the next match, Shift+Enter to the one before</source>
        <translation>Eingabe geht zum nächsten Treffer, Umschalt+Eingabe zum vorigen</translation>
    </message>
    <message>
        <source>Find in the document</source>
        <translation>Im Dokument suchen</translation>
    </message>
    <message>
        <source>Match before (Shift+F3)</source>
        <translation>Voriger Treffer (Umschalt+F3)</translation>
    </message>
    <message>
        <source>Next match (F3)</source>
        <translation>Nächster Treffer (F3)</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>searching…</source>
        <translation>sucht…</translation>
    </message>
    <message>
        <source>{place} of {total}</source>
        <translation>{place} von {total}</translation>
    </message>
    <message>
        <source>{total} found</source>
        <translation>{total} gefunden</translation>
    </message>
</context>
<context>
    <name>DocumentFormulas</name>
    <message>
        <source>Page {number}: read from the file&apos;s own glyphs, without looking.</source>
        <translation>Seite {number}: aus den Zeichen der Datei gelesen, ohne hinzusehen.</translation>
    </message>
    <message>
        <source>Page {number}: read from the picture, as you wished.</source>
        <translation>Seite {number}: wie gewünscht aus dem Bild gelesen.</translation>
    </message>
    <message>
        <source>Page {number}: read from the picture; the file names no glyphs here.</source>
        <translation>Seite {number}: aus dem Bild gelesen; die Datei nennt hier keine Zeichen.</translation>
    </message>
    <message>
        <source>Read the glyphs instead</source>
        <translation>Stattdessen die Zeichen lesen</translation>
    </message>
    <message>
        <source>Read the picture instead</source>
        <translation>Stattdessen das Bild lesen</translation>
    </message>
    <message>
        <source>{name}, page {number}</source>
        <translation>{name}, Seite {number}</translation>
    </message>
</context>
<context>
    <name>DocumentStates</name>
    <message>
        <source>Drop a PDF anywhere in this window.</source>
        <translation>Ein PDF irgendwo in dieses Fenster ziehen.</translation>
    </message>
    <message>
        <source>It is not kept</source>
        <translation>Es wird nicht aufbewahrt</translation>
    </message>
    <message>
        <source>It opens with a password only.</source>
        <translation>Es lässt sich nur mit einem Passwort öffnen.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>Datei öffnen</translation>
    </message>
    <message>
        <source>Open with this password</source>
        <translation>Mit diesem Passwort öffnen</translation>
    </message>
    <message>
        <source>Opening {name}…</source>
        <translation>{name} wird geöffnet…</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Password of the document</source>
        <translation>Passwort des Dokuments</translation>
    </message>
    <message>
        <source>Read formulas in a document</source>
        <translation>Formeln in einem Dokument lesen</translation>
    </message>
    <message>
        <source>That password does not open it.</source>
        <translation>Dieses Passwort öffnet es nicht.</translation>
    </message>
    <message>
        <source>{name} is encrypted</source>
        <translation>{name} ist verschlüsselt</translation>
    </message>
</context>
<context>
    <name>DocumentTabs</name>
    <message>
        <source>Close this document ({keys})</source>
        <translation>Dieses Dokument schließen ({keys})</translation>
    </message>
    <message>
        <source>Close {name}</source>
        <translation>{name} schließen</translation>
    </message>
    <message>
        <source>Open documents</source>
        <translation>Offene Dokumente</translation>
    </message>
</context>
<context>
    <name>DocumentView</name>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Pages and contents</source>
        <translation>Seiten und Inhalt</translation>
    </message>
    <message>
        <source>Read the other way</source>
        <translation>Auf die andere Art lesen</translation>
    </message>
    <message>
        <source>Reads the formula again, from the picture or from the glyphs</source>
        <translation>Liest die Formel noch einmal, aus dem Bild oder aus den Zeichen</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>Drop pictures or a PDF anywhere in this window.</source>
        <translation>Bilder oder ein PDF irgendwo in dieses Fenster ziehen.</translation>
    </message>
    <message>
        <source>Reads one of the pictures that come with the program</source>
        <translation>Liest eines der mitgelieferten Bilder</translation>
    </message>
    <message>
        <source>Try a sample</source>
        <translation>Beispiel probieren</translation>
    </message>
    <message>
        <source>Turn a picture of a formula into LaTeX</source>
        <translation>Das Bild einer Formel in LaTeX verwandeln</translation>
    </message>
    <message>
        <source>{shortcut} snips from any program.</source>
        <translation>{shortcut} schneidet aus jedem Programm aus.</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source># is written \#.</source>
        <translation># schreibt man \#.</translation>
    </message>
    <message>
        <source>% is written \%.</source>
        <translation>% schreibt man \%.</translation>
    </message>
    <message>
        <source>% makes the rest of the line a comment, which is not drawn.</source>
        <translation>% macht den Rest der Zeile zum Kommentar, der nicht gezeichnet wird.</translation>
    </message>
    <message>
        <source>&amp; outside an environment.</source>
        <translation>&amp; außerhalb einer Umgebung.</translation>
    </message>
    <message>
        <source>A # is not allowed here.</source>
        <translation>Ein # ist hier nicht erlaubt.</translation>
    </message>
    <message>
        <source>A backslash without a name.</source>
        <translation>Ein Backslash ohne Namen.</translation>
    </message>
    <message>
        <source>A character that cannot be shown.</source>
        <translation>Ein Zeichen, das nicht gezeigt werden kann.</translation>
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
        <translation>\end{{{0}}} hinzufügen.</translation>
    </message>
    <message>
        <source>Add \right. where the pair ends.</source>
        <translation>\right. am Ende des Paares hinzufügen.</translation>
    </message>
    <message>
        <source>Add it in braces.</source>
        <translation>Es in geschweiften Klammern hinzufügen.</translation>
    </message>
    <message>
        <source>Add the ].</source>
        <translation>Die ] hinzufügen.</translation>
    </message>
    <message>
        <source>Add the closing }.</source>
        <translation>Die schließende } hinzufügen.</translation>
    </message>
    <message>
        <source>Add the {0} behind it.</source>
        <translation>{0} dahinter hinzufügen.</translation>
    </message>
    <message>
        <source>Add the } behind the last row.</source>
        <translation>Die } hinter der letzten Zeile hinzufügen.</translation>
    </message>
    <message>
        <source>Add the } where the group ends.</source>
        <translation>Die } am Ende der Gruppe hinzufügen.</translation>
    </message>
    <message>
        <source>Added \left. at the beginning.</source>
        <translation>\left. am Anfang hinzugefügt.</translation>
    </message>
    <message>
        <source>Added \right. where its group ends.</source>
        <translation>\right. am Ende der Gruppe hinzugefügt.</translation>
    </message>
    <message>
        <source>Added {0} at the end.</source>
        <translation>{0} am Ende hinzugefügt.</translation>
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
        <source>AsciiMath can quote but one.</source>
        <translation>AsciiMath kann nur eines zitieren.</translation>
    </message>
    <message>
        <source>AsciiMath cannot overlap.</source>
        <translation>AsciiMath kann nichts übereinanderlegen.</translation>
    </message>
    <message>
        <source>AsciiMath colours only signs.</source>
        <translation>AsciiMath färbt nur Zeichen.</translation>
    </message>
    <message>
        <source>AsciiMath has but rules between columns.</source>
        <translation>AsciiMath kennt nur Linien zwischen Spalten.</translation>
    </message>
    <message>
        <source>AsciiMath has no phantoms.</source>
        <translation>AsciiMath kennt keine Platzhalter.</translation>
    </message>
    <message>
        <source>Check its spelling; for a function&apos;s name write \operatorname{...}.</source>
        <translation>Die Schreibweise prüfen; für einen Funktionsnamen \operatorname{...} schreiben.</translation>
    </message>
    <message>
        <source>Check the folder and the free space.</source>
        <translation>Ordner und freien Platz prüfen.</translation>
    </message>
    <message>
        <source>Check the folder and the free space; scipix works without it.</source>
        <translation>Ordner und freien Platz prüfen; scipix arbeitet auch ohne.</translation>
    </message>
    <message>
        <source>Check the name and your access to it.</source>
        <translation>Namen und Zugriffsrechte prüfen.</translation>
    </message>
    <message>
        <source>Check the pattern.</source>
        <translation>Das Muster prüfen.</translation>
    </message>
    <message>
        <source>Choose a file that scipix exported.</source>
        <translation>Eine von scipix exportierte Datei wählen.</translation>
    </message>
    <message>
        <source>Choose a text format.</source>
        <translation>Ein Textformat wählen.</translation>
    </message>
    <message>
        <source>Choose an allowed value.</source>
        <translation>Einen erlaubten Wert wählen.</translation>
    </message>
    <message>
        <source>Choose another folder or name.</source>
        <translation>Einen anderen Ordner oder Namen wählen.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>Choose another format or change the formula.</source>
        <translation>Ein anderes Format wählen oder die Formel ändern.</translation>
    </message>
    <message>
        <source>Choose another provider in the settings, or update its driver.</source>
        <translation>In den Einstellungen einen anderen Ort zum Rechnen wählen oder den Treiber erneuern.</translation>
    </message>
    <message>
        <source>Choose another.</source>
        <translation>Ein anderes wählen.</translation>
    </message>
    <message>
        <source>Choose one of {0}.</source>
        <translation>Eines von {0} wählen.</translation>
    </message>
    <message>
        <source>Choose the area around a formula.</source>
        <translation>Den Bereich um eine Formel wählen.</translation>
    </message>
    <message>
        <source>Close the brace before it.</source>
        <translation>Die Klammer davor schließen.</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>Wird beendet</translation>
    </message>
    <message>
        <source>Conversion failed</source>
        <translation>Die Umwandlung ist gescheitert</translation>
    </message>
    <message>
        <source>Conversion has ended early</source>
        <translation>Die Umwandlung wurde vorzeitig beendet</translation>
    </message>
    <message>
        <source>Convert again: it goes on with the page where it stopped.</source>
        <translation>Noch einmal umwandeln: Es geht mit der Seite weiter, bei der es aufhörte.</translation>
    </message>
    <message>
        <source>Copy a picture, or snip the formula from the screen.</source>
        <translation>Ein Bild kopieren oder die Formel vom Bildschirm ausschneiden.</translation>
    </message>
    <message>
        <source>Crop it to the formula or save it in a smaller size.</source>
        <translation>Auf die Formel zuschneiden oder kleiner speichern.</translation>
    </message>
    <message>
        <source>Crop it to the formula.</source>
        <translation>Auf die Formel zuschneiden.</translation>
    </message>
    <message>
        <source>Did you mean {0} {1}?</source>
        <translation>War {0} {1} gemeint?</translation>
    </message>
    <message>
        <source>Did you mean {0}?</source>
        <translation>War {0} gemeint?</translation>
    </message>
    <message>
        <source>Document is encrypted</source>
        <translation>Das Dokument ist verschlüsselt</translation>
    </message>
    <message>
        <source>Drop another one.</source>
        <translation>Einen anderen hineinziehen.</translation>
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
        <source>Enter the password of the document.</source>
        <translation>Das Passwort des Dokuments eingeben.</translation>
    </message>
    <message>
        <source>Execution provider failed</source>
        <translation>Das Rechnen ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>File cannot be imported</source>
        <translation>Datei kann nicht importiert werden</translation>
    </message>
    <message>
        <source>File cannot be read</source>
        <translation>Datei nicht lesbar</translation>
    </message>
    <message>
        <source>File cannot be written</source>
        <translation>Datei kann nicht geschrieben werden</translation>
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
        <source>Get the document again, or open it in another program and save it anew.</source>
        <translation>Das Dokument noch einmal beschaffen, oder es in einem anderen Programm öffnen und neu speichern.</translation>
    </message>
    <message>
        <source>Get the document again.</source>
        <translation>Das Dokument noch einmal beschaffen.</translation>
    </message>
    <message>
        <source>Give height x width, with 1 to 4 channels, of bool, uint8, uint16 or float.</source>
        <translation>Nötig ist Höhe x Breite mit 1 bis 4 Kanälen vom Typ bool, uint8, uint16 oder float.</translation>
    </message>
    <message>
        <source>History and corrections start anew: {0}.</source>
        <translation>Verlauf und Korrekturen beginnen von vorn: {0}.</translation>
    </message>
    <message>
        <source>Install scipix again, or get the repository&apos;s files again (git checkout -- models).</source>
        <translation>scipix neu installieren oder die Dateien des Repositorys neu holen (git checkout -- models).</translation>
    </message>
    <message>
        <source>Install scipix again.</source>
        <translation>scipix neu installieren.</translation>
    </message>
    <message>
        <source>Install scipix again; the model file may not fit.</source>
        <translation>scipix neu installieren; die Modelldatei passt vielleicht nicht.</translation>
    </message>
    <message>
        <source>Install scipix[gui].</source>
        <translation>scipix[gui] installieren.</translation>
    </message>
    <message>
        <source>Install the package onnxruntime again.</source>
        <translation>Das Paket onnxruntime neu installieren.</translation>
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
        <source>It brings the program that draws it down.</source>
        <translation>Sie bringt das Programm zum Absturz, das sie zeichnet.</translation>
    </message>
    <message>
        <source>It cannot be decoded: {0}.</source>
        <translation>Es lässt sich nicht dekodieren: {0}.</translation>
    </message>
    <message>
        <source>It cannot be written as PNG.</source>
        <translation>Es kann nicht als PNG geschrieben werden.</translation>
    </message>
    <message>
        <source>It did not start.</source>
        <translation>Es ist nicht gestartet.</translation>
    </message>
    <message>
        <source>It opens with a password only.</source>
        <translation>Es lässt sich nur mit einem Passwort öffnen.</translation>
    </message>
    <message>
        <source>It takes too long to draw.</source>
        <translation>Das Zeichnen dauert zu lange.</translation>
    </message>
    <message>
        <source>Its process was ended from outside, or by the file.</source>
        <translation>Ihr Prozess wurde von außen beendet, oder durch die Datei.</translation>
    </message>
    <message>
        <source>Its text cannot be decoded: {0}.</source>
        <translation>Der Text lässt sich nicht dekodieren: {0}.</translation>
    </message>
    <message>
        <source>Join the two, or put the first with its base in braces: {{x{0}a}}{1}b.</source>
        <translation>Beide verbinden oder das erste mit seiner Basis in Klammern setzen: {{x{0}a}}{1}b.</translation>
    </message>
    <message>
        <source>Known are aligned, array, cases, pmatrix and their kin.</source>
        <translation>Bekannt sind aligned, array, cases, pmatrix und Verwandte.</translation>
    </message>
    <message>
        <source>LaTeX formats keep it.</source>
        <translation>Die LaTeX-Formate behalten es.</translation>
    </message>
    <message>
        <source>LaTeX writes {0}.</source>
        <translation>LaTeX schreibt {0}.</translation>
    </message>
    <message>
        <source>Manifest damaged</source>
        <translation>Verzeichnis der Modelle beschädigt</translation>
    </message>
    <message>
        <source>Memory cannot be used</source>
        <translation>Gedächtnis nicht benutzbar</translation>
    </message>
    <message>
        <source>Memory was damaged</source>
        <translation>Gedächtnis war beschädigt</translation>
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
        <source>No documents</source>
        <translation>Keine Dokumente</translation>
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
        <source>No more than {0} characters can be read.</source>
        <translation>Mehr als {0} Zeichen können nicht gelesen werden.</translation>
    </message>
    <message>
        <source>No more than {0} levels can be read.</source>
        <translation>Mehr als {0} Ebenen können nicht gelesen werden.</translation>
    </message>
    <message>
        <source>No page can be found in the file.</source>
        <translation>In der Datei ist keine Seite zu finden.</translation>
    </message>
    <message>
        <source>No pages</source>
        <translation>Keine Seiten</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>Kein Bild</translation>
    </message>
    <message>
        <source>No picture in the clipboard</source>
        <translation>Kein Bild in der Zwischenablage</translation>
    </message>
    <message>
        <source>No pictures</source>
        <translation>Keine Bilder</translation>
    </message>
    <message>
        <source>No pictures in {0}</source>
        <translation>Keine Bilder in {0}</translation>
    </message>
    <message>
        <source>No provider works</source>
        <translation>Nichts kann rechnen</translation>
    </message>
    <message>
        <source>No such pages</source>
        <translation>Keine solchen Seiten</translation>
    </message>
    <message>
        <source>Not a picture</source>
        <translation>Kein Bild</translation>
    </message>
    <message>
        <source>Not a readable document</source>
        <translation>Kein lesbares Dokument</translation>
    </message>
    <message>
        <source>Not a text</source>
        <translation>Kein Text</translation>
    </message>
    <message>
        <source>Not for a terminal</source>
        <translation>Nicht für ein Terminal</translation>
    </message>
    <message>
        <source>Not in the installed ONNX Runtime.</source>
        <translation>In der installierten ONNX Runtime nicht enthalten.</translation>
    </message>
    <message>
        <source>Nothing to copy</source>
        <translation>Nichts zu kopieren</translation>
    </message>
    <message>
        <source>Only expressions with one meaning can be computed with.</source>
        <translation>Rechnen lässt sich nur mit eindeutigen Ausdrücken.</translation>
    </message>
    <message>
        <source>Open it in another program and save it anew.</source>
        <translation>In einem anderen Programm öffnen und neu speichern.</translation>
    </message>
    <message>
        <source>Out of memory</source>
        <translation>Zu wenig Speicher</translation>
    </message>
    <message>
        <source>Page cannot be read</source>
        <translation>Die Seite kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>Page cannot be shown</source>
        <translation>Die Seite kann nicht gezeigt werden</translation>
    </message>
    <message>
        <source>Page {0} is damaged ({1}).</source>
        <translation>Seite {0} ist beschädigt ({1}).</translation>
    </message>
    <message>
        <source>Pages not understood</source>
        <translation>Seiten nicht verstanden</translation>
    </message>
    <message>
        <source>Picture cannot be kept</source>
        <translation>Bild kann nicht aufbewahrt werden</translation>
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
        <source>Pictures cannot be drawn</source>
        <translation>Bilder können nicht gezeichnet werden</translation>
    </message>
    <message>
        <source>Plain text cannot overlap.</source>
        <translation>Reiner Text kann nichts übereinanderlegen.</translation>
    </message>
    <message>
        <source>Plain text has no rules.</source>
        <translation>Reiner Text kennt keine Linien.</translation>
    </message>
    <message>
        <source>Plain text has none.</source>
        <translation>Reiner Text kennt keine.</translation>
    </message>
    <message>
        <source>Put \left. where the pair begins.</source>
        <translation>\left. an den Anfang des Paares setzen.</translation>
    </message>
    <message>
        <source>Put it in $...$.</source>
        <translation>Es in $...$ setzen.</translation>
    </message>
    <message>
        <source>Put one of them in braces.</source>
        <translation>Eines davon in Klammern setzen.</translation>
    </message>
    <message>
        <source>Put the rows in \begin{aligned}...\end{aligned}.</source>
        <translation>Die Zeilen in \begin{aligned}...\end{aligned} setzen.</translation>
    </message>
    <message>
        <source>Put the rows in an aligned environment.</source>
        <translation>Die Zeilen in eine aligned-Umgebung setzen.</translation>
    </message>
    <message>
        <source>Put the rows in braces.</source>
        <translation>Die Zeilen in Klammern setzen.</translation>
    </message>
    <message>
        <source>Remove it, or add the beginning.</source>
        <translation>Es entfernen oder den Anfang ergänzen.</translation>
    </message>
    <message>
        <source>Remove it, or write \} for a brace.</source>
        <translation>Sie entfernen oder \} für eine Klammer schreiben.</translation>
    </message>
    <message>
        <source>Remove it.</source>
        <translation>Es entfernen.</translation>
    </message>
    <message>
        <source>Removed a character that cannot be shown.</source>
        <translation>Ein nicht darstellbares Zeichen entfernt.</translation>
    </message>
    <message>
        <source>Removed a lone backslash at the end.</source>
        <translation>Einen einzelnen Backslash am Ende entfernt.</translation>
    </message>
    <message>
        <source>Removed a } that closed nothing.</source>
        <translation>Eine } entfernt, die nichts schloss.</translation>
    </message>
    <message>
        <source>Removed the delimiters around the formula.</source>
        <translation>Die Begrenzer um die Formel entfernt.</translation>
    </message>
    <message>
        <source>Save it again, for example as PNG, or take the picture anew.</source>
        <translation>Neu speichern, zum Beispiel als PNG, oder das Bild neu aufnehmen.</translation>
    </message>
    <message>
        <source>Save it as UTF-8.</source>
        <translation>Als UTF-8 speichern.</translation>
    </message>
    <message>
        <source>Save the picture and drop the file.</source>
        <translation>Das Bild speichern und die Datei hineinziehen.</translation>
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
        <translation>Enger um die Formel ausschneiden.</translation>
    </message>
    <message>
        <source>Snip, paste or open a picture first.</source>
        <translation>Zuerst ein Bild ausschneiden, einfügen oder öffnen.</translation>
    </message>
    <message>
        <source>Something went wrong that should not ({0}).</source>
        <translation>Etwas ging schief, das nicht sollte ({0}).</translation>
    </message>
    <message>
        <source>Something went wrong that should not; the log says what.</source>
        <translation>Etwas ging schief, das nicht sollte; das Protokoll sagt, was.</translation>
    </message>
    <message>
        <source>Start it again.</source>
        <translation>Neu starten.</translation>
    </message>
    <message>
        <source>Table of glyphs missing</source>
        <translation>Zeichentabelle fehlt</translation>
    </message>
    <message>
        <source>Take or open another one.</source>
        <translation>Ein anderes aufnehmen oder öffnen.</translation>
    </message>
    <message>
        <source>Take the picture again.</source>
        <translation>Das Bild noch einmal aufnehmen.</translation>
    </message>
    <message>
        <source>The address holds no data.</source>
        <translation>Die Adresse enthält keine Daten.</translation>
    </message>
    <message>
        <source>The change holds until the program ends. Make the folder writable to keep it.</source>
        <translation>Die Änderung gilt, bis das Programm endet. Um sie zu behalten, den Ordner beschreibbar machen.</translation>
    </message>
    <message>
        <source>The defaults are in use and changes are not saved. Correct the rights of the file.</source>
        <translation>Es gelten die Vorgaben, und Änderungen werden nicht gespeichert. Die Zugriffsrechte der Datei berichtigen.</translation>
    </message>
    <message>
        <source>The defaults are in use. Repair the file and rename it, or choose your settings again.</source>
        <translation>Es gelten die Vorgaben. Die Datei reparieren und umbenennen oder die Einstellungen neu wählen.</translation>
    </message>
    <message>
        <source>The defaults are used instead; {0} was left as it is. Choose the setting again to correct it.</source>
        <translation>Stattdessen gelten die Vorgaben; {0} blieb, wie sie ist. Zum Berichtigen die Einstellung neu wählen.</translation>
    </message>
    <message>
        <source>The document has {0} pages, and {1} names none of them.</source>
        <translation>Das Dokument hat {0} Seiten, und {1} nennt keine davon.</translation>
    </message>
    <message>
        <source>The file cannot be written</source>
        <translation>Die Datei kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>The file has more than {0} MiB.</source>
        <translation>Die Datei hat mehr als {0} MiB.</translation>
    </message>
    <message>
        <source>The file is damaged or is no PDF ({0}).</source>
        <translation>Die Datei ist beschädigt oder kein PDF ({0}).</translation>
    </message>
    <message>
        <source>The folder has no picture files.</source>
        <translation>Der Ordner enthält keine Bilddateien.</translation>
    </message>
    <message>
        <source>The folder has no pictures in it.</source>
        <translation>Der Ordner enthält keine Bilder.</translation>
    </message>
    <message>
        <source>The folder {0} has no PDF files in it.</source>
        <translation>Der Ordner {0} enthält keine PDF-Dateien.</translation>
    </message>
    <message>
        <source>The font does not have it.</source>
        <translation>Die Schrift enthält es nicht.</translation>
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
        <source>The formula is mathematics already; remove it.</source>
        <translation>Die Formel ist schon Mathematik; es entfernen.</translation>
    </message>
    <message>
        <source>The formula is mathematics already; write \$ for a dollar.</source>
        <translation>Die Formel ist schon Mathematik; für einen Dollar \$ schreiben.</translation>
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
        <source>The library for drawing is missing.</source>
        <translation>Die Bibliothek zum Zeichnen fehlt.</translation>
    </message>
    <message>
        <source>The old file is kept as {0}.</source>
        <translation>Die alte Datei ist als {0} aufgehoben.</translation>
    </message>
    <message>
        <source>The other pages are not affected.</source>
        <translation>Die anderen Seiten sind nicht betroffen.</translation>
    </message>
    <message>
        <source>The pages read so far are kept.</source>
        <translation>Die bisher gelesenen Seiten bleiben erhalten.</translation>
    </message>
    <message>
        <source>The password does not open it.</source>
        <translation>Das Passwort öffnet es nicht.</translation>
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
        <source>There is no formula yet.</source>
        <translation>Es gibt noch keine Formel.</translation>
    </message>
    <message>
        <source>There is no page 0.</source>
        <translation>Eine Seite 0 gibt es nicht.</translation>
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
        <source>This &amp; is inside braces.</source>
        <translation>Dieses &amp; steht in Klammern.</translation>
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
        <source>This } closes nothing.</source>
        <translation>Diese } schließt nichts.</translation>
    </message>
    <message>
        <source>Too much at once</source>
        <translation>Zu viel auf einmal</translation>
    </message>
    <message>
        <source>Try again; if it stays, report it with the log.</source>
        <translation>Noch einmal versuchen; bleibt es so, mit dem Protokoll melden.</translation>
    </message>
    <message>
        <source>Typst&apos;s matrices have rules only inside.</source>
        <translation>Matrizen in Typst haben Linien nur innen.</translation>
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
        <translation>Einen kleineren Teil davon nehmen.</translation>
    </message>
    <message>
        <source>Use one of {0}.</source>
        <translation>Eines von {0} nehmen.</translation>
    </message>
    <message>
        <source>Wait until some are done, or use &apos;scipix ocr&apos; for whole folders.</source>
        <translation>Warten, bis einige fertig sind, oder &apos;scipix ocr&apos; für ganze Ordner nehmen.</translation>
    </message>
    <message>
        <source>What was copied last is not a picture.</source>
        <translation>Das zuletzt Kopierte ist kein Bild.</translation>
    </message>
    <message>
        <source>What was dropped is neither a picture nor a file.</source>
        <translation>Das Abgelegte ist weder ein Bild noch eine Datei.</translation>
    </message>
    <message>
        <source>Word&apos;s equations have no rules between columns.</source>
        <translation>Formeln in Word haben keine Linien zwischen Spalten.</translation>
    </message>
    <message>
        <source>Write \# for the sign.</source>
        <translation>\# für das Zeichen schreiben.</translation>
    </message>
    <message>
        <source>Write \% for the sign.</source>
        <translation>\% für das Zeichen schreiben.</translation>
    </message>
    <message>
        <source>Write \&amp; for the sign.</source>
        <translation>\&amp; für das Zeichen schreiben.</translation>
    </message>
    <message>
        <source>Write \backslash for the sign.</source>
        <translation>\backslash für das Zeichen schreiben.</translation>
    </message>
    <message>
        <source>Write \big| or put \left. before.</source>
        <translation>\big| schreiben oder \left. davor setzen.</translation>
    </message>
    <message>
        <source>Write \{0} for the sign, or put a formula in $...$.</source>
        <translation>\{0} für das Zeichen schreiben oder die Formel in $...$ setzen.</translation>
    </message>
    <message>
        <source>Write for example 2-5,8,-1; pages count from 1, and -1 is the last.</source>
        <translation>Zum Beispiel 2-5,8,-1 schreiben; die Seiten zählen ab 1, und -1 ist die letzte.</translation>
    </message>
    <message>
        <source>Write the prime first: x&apos;^2.</source>
        <translation>Den Strich zuerst schreiben: x&apos;^2.</translation>
    </message>
    <message>
        <source>Write {0}.</source>
        <translation>{0} schreiben.</translation>
    </message>
    <message>
        <source>Write {0}{{...}}.</source>
        <translation>{0}{{...}} schreiben.</translation>
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
        <source>\end{{{0}}} is now {1}, as it began.</source>
        <translation>\end{{{0}}} ist jetzt {1}, wie es begann.</translation>
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
        <source>\tag in a formula that is not displayed</source>
        <translation>\tag in einer Formel, die nicht abgesetzt ist</translation>
    </message>
    <message>
        <source>{0} The processor takes over.</source>
        <translation>{0} Der Prozessor übernimmt.</translation>
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
        <source>{0} cannot be written</source>
        <translation>{0} kann nicht geschrieben werden</translation>
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
        <source>{0} does not know it.</source>
        <translation>{0} kennt es nicht.</translation>
    </message>
    <message>
        <source>{0} does not list the classes: {1}.</source>
        <translation>{0} führt die Klassen nicht auf: {1}.</translation>
    </message>
    <message>
        <source>{0} does not list the words: {1}.</source>
        <translation>{0} führt die Wörter nicht auf: {1}.</translation>
    </message>
    <message>
        <source>{0} does not work here; {1} is in use.</source>
        <translation>{0} funktioniert hier nicht; {1} wird benutzt.</translation>
    </message>
    <message>
        <source>{0} follows no operator.</source>
        <translation>{0} folgt auf keinen Operator.</translation>
    </message>
    <message>
        <source>{0} has an unknown setting {1}.</source>
        <translation>{0} enthält die unbekannte Einstellung {1}.</translation>
    </message>
    <message>
        <source>{0} has an unknown setting {1}. Did you mean {2}?</source>
        <translation>{0} enthält die unbekannte Einstellung {1}. War {2} gemeint?</translation>
    </message>
    <message>
        <source>{0} has {1} bytes, the manifest says {2}.</source>
        <translation>{0} hat {1} Bytes, das Verzeichnis der Modelle sagt {2}.</translation>
    </message>
    <message>
        <source>{0} in a text.</source>
        <translation>{0} in einem Text.</translation>
    </message>
    <message>
        <source>{0} inside a formula.</source>
        <translation>{0} in einer Formel.</translation>
    </message>
    <message>
        <source>{0} is no page and no range.</source>
        <translation>{0} ist weder Seite noch Bereich.</translation>
    </message>
    <message>
        <source>{0} is no text.</source>
        <translation>{0} ist kein Text.</translation>
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
        <source>{0} is not text in UTF-8.</source>
        <translation>{0} ist kein Text in UTF-8.</translation>
    </message>
    <message>
        <source>{0} is not the file that the manifest names (SHA-256 differs).</source>
        <translation>{0} ist nicht die Datei, die das Verzeichnis der Modelle nennt (SHA-256 weicht ab).</translation>
    </message>
    <message>
        <source>{0} is written {1}.</source>
        <translation>{0} schreibt man {1}.</translation>
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
        <translation>{0}: {1}.</translation>
    </message>
    <message>
        <source>{0}{1} cannot be expressed{2}.</source>
        <translation>{0}{1} lässt sich nicht ausdrücken{2}.</translation>
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
        <translation>%1 gefunden</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Close the search (Esc)</source>
        <translation>Suche schließen (Esc)</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Find in the source</source>
        <translation>Im Quelltext suchen</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Groß-/Kleinschreibung</translation>
    </message>
    <message>
        <source>Match upper and lower case (Alt+C)</source>
        <translation>Groß- und Kleinschreibung beachten (Alt+C)</translation>
    </message>
    <message>
        <source>Next match (Enter)</source>
        <translation>Nächster Treffer (Eingabe)</translation>
    </message>
    <message>
        <source>Previous match (Shift+Enter)</source>
        <translation>Voriger Treffer (Umschalt+Eingabe)</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Replace all matches in one step</source>
        <translation>Alle Treffer in einem Schritt ersetzen</translation>
    </message>
    <message>
        <source>Replace this match and go to the next (Enter in the field)</source>
        <translation>Diesen Treffer ersetzen und zum nächsten gehen (Eingabe im Feld)</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Ersetzen durch</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>AsciiMath</source>
        <translation>AsciiMath</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>HTML</source>
        <translation>HTML</translation>
    </message>
    <message>
        <source>HTML with a picture</source>
        <translation>HTML mit Bild</translation>
    </message>
    <message>
        <source>JSON of the tree</source>
        <translation>JSON des Baums</translation>
    </message>
    <message>
        <source>JSON with lines and boxes</source>
        <translation>JSON mit Zeilen und Rahmen</translation>
    </message>
    <message>
        <source>LaTeX</source>
        <translation>LaTeX</translation>
    </message>
    <message>
        <source>LaTeX align, numbered</source>
        <translation>LaTeX align, nummeriert</translation>
    </message>
    <message>
        <source>LaTeX equation, numbered</source>
        <translation>LaTeX equation, nummeriert</translation>
    </message>
    <message>
        <source>LaTeX in $$…$$</source>
        <translation>LaTeX in $$…$$</translation>
    </message>
    <message>
        <source>LaTeX in $…$</source>
        <translation>LaTeX in $…$</translation>
    </message>
    <message>
        <source>LaTeX in \(…\)</source>
        <translation>LaTeX in \(…\)</translation>
    </message>
    <message>
        <source>LaTeX in \[…\]</source>
        <translation>LaTeX in \[…\]</translation>
    </message>
    <message>
        <source>LaTeX project</source>
        <translation>LaTeX-Projekt</translation>
    </message>
    <message>
        <source>Markdown (GitHub)</source>
        <translation>Markdown (GitHub)</translation>
    </message>
    <message>
        <source>Markdown (GitHub), inline</source>
        <translation>Markdown (GitHub), in der Zeile</translation>
    </message>
    <message>
        <source>Markdown (Jupyter)</source>
        <translation>Markdown (Jupyter)</translation>
    </message>
    <message>
        <source>Markdown (Mathpix)</source>
        <translation>Markdown (Mathpix)</translation>
    </message>
    <message>
        <source>MathML</source>
        <translation>MathML</translation>
    </message>
    <message>
        <source>MathML for Word</source>
        <translation>MathML für Word</translation>
    </message>
    <message>
        <source>MathML, inline</source>
        <translation>MathML, in der Zeile</translation>
    </message>
    <message>
        <source>Mathpix Markdown</source>
        <translation>Mathpix Markdown</translation>
    </message>
    <message>
        <source>OMML (Word equation)</source>
        <translation>OMML (Word-Formel)</translation>
    </message>
    <message>
        <source>PDF picture</source>
        <translation>PDF-Bild</translation>
    </message>
    <message>
        <source>PNG picture</source>
        <translation>PNG-Bild</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Reiner Text</translation>
    </message>
    <message>
        <source>SVG picture</source>
        <translation>SVG-Bild</translation>
    </message>
    <message>
        <source>SymPy</source>
        <translation>SymPy</translation>
    </message>
    <message>
        <source>TSV</source>
        <translation>TSV</translation>
    </message>
    <message>
        <source>Typst</source>
        <translation>Typst</translation>
    </message>
    <message>
        <source>Typst, inline</source>
        <translation>Typst, in der Zeile</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Webseite</translation>
    </message>
    <message>
        <source>Wolfram Language</source>
        <translation>Wolfram Language</translation>
    </message>
    <message>
        <source>Word document</source>
        <translation>Word-Dokument</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>another reading was right</source>
        <translation>eine andere Lesart war richtig</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>korrigiert</translation>
    </message>
    <message>
        <source>favourite</source>
        <translation>Favorit</translation>
    </message>
    <message>
        <source>right</source>
        <translation>richtig</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>falsch</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Export all…</source>
        <translation>Alles exportieren…</translation>
    </message>
    <message>
        <source>Export, private mode, forget everything</source>
        <translation>Exportieren, privater Modus, alles vergessen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>Favorit</translation>
    </message>
    <message>
        <source>Favourites only</source>
        <translation>Nur Favoriten</translation>
    </message>
    <message>
        <source>Forget everything…</source>
        <translation>Alles vergessen…</translation>
    </message>
    <message>
        <source>Formulas read so far</source>
        <translation>Bisher gelesene Formeln</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>How sure is sure…</source>
        <translation>Wie sicher ist sicher…</translation>
    </message>
    <message>
        <source>Looking through older entries…</source>
        <translation>Ältere Einträge werden durchgesehen…</translation>
    </message>
    <message>
        <source>More about the history</source>
        <translation>Mehr zum Verlauf</translation>
    </message>
    <message>
        <source>No longer a favourite</source>
        <translation>Kein Favorit mehr</translation>
    </message>
    <message>
        <source>Nothing like this was read so far.</source>
        <translation>So etwas wurde bisher nicht gelesen.</translation>
    </message>
    <message>
        <source>Private mode</source>
        <translation>Privater Modus</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search the history</source>
        <translation>Verlauf durchsuchen</translation>
    </message>
    <message>
        <source>Show favourites only</source>
        <translation>Nur Favoriten zeigen</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>Schlagwörter…</translation>
    </message>
    <message>
        <source>What you read appears here. Delete removes an entry.</source>
        <translation>Gelesenes erscheint hier. Entf entfernt einen Eintrag.</translation>
    </message>
    <message>
        <source>Words, a piece of LaTeX with ? for anything (\frac{?}{x}), tag:name, is:favourite
(Ctrl+Shift+F)</source>
        <translation>Wörter, ein Stück LaTeX mit ? für Beliebiges (\frac{?}{x}), tag:name, is:favourite
(Strg+Umschalt+F)</translation>
    </message>
</context>
<context>
    <name>Hotkey</name>
    <message>
        <source>Allow scipix in System Settings, Privacy &amp; Security, Accessibility and Input Monitoring, and start it again.</source>
        <translation>scipix in den Systemeinstellungen unter Datenschutz &amp; Sicherheit bei Bedienungshilfen und Eingabeüberwachung erlauben und neu starten.</translation>
    </message>
    <message>
        <source>Choose something like Ctrl+Alt+M or F9 in the settings.</source>
        <translation>In den Einstellungen etwas wie Strg+Alt+M oder F9 wählen.</translation>
    </message>
    <message>
        <source>It is not one key with its modifiers.</source>
        <translation>Es ist nicht eine Taste mit Zusatztasten.</translation>
    </message>
    <message>
        <source>No global hotkey</source>
        <translation>Kein globales Tastenkürzel</translation>
    </message>
    <message>
        <source>No global hotkey here</source>
        <translation>Hier kein globales Tastenkürzel</translation>
    </message>
    <message>
        <source>Set the hotkey again in the settings.</source>
        <translation>Das Tastenkürzel in den Einstellungen neu setzen.</translation>
    </message>
    <message>
        <source>Snip a formula from the screen</source>
        <translation>Eine Formel vom Bildschirm ausschneiden</translation>
    </message>
    <message>
        <source>The desktop closed the session of shortcuts.</source>
        <translation>Der Desktop hat die Sitzung für Tastenkürzel geschlossen.</translation>
    </message>
    <message>
        <source>The hotkey works no more</source>
        <translation>Das Tastenkürzel wirkt nicht mehr</translation>
    </message>
    <message>
        <source>The keyboard library found no display.</source>
        <translation>Die Tastaturbibliothek hat keinen Bildschirm gefunden.</translation>
    </message>
    <message>
        <source>The window system refused to report keys.</source>
        <translation>Das Fenstersystem meldet keine Tasten.</translation>
    </message>
    <message>
        <source>There is no display.</source>
        <translation>Es gibt keinen Bildschirm.</translation>
    </message>
    <message>
        <source>This is no Wayland session.</source>
        <translation>Dies ist keine Wayland-Sitzung.</translation>
    </message>
    <message>
        <source>This key cannot be heard everywhere.</source>
        <translation>Diese Taste ist nicht überall zu hören.</translation>
    </message>
    <message>
        <source>This system does not offer the key.</source>
        <translation>Dieses System bietet die Taste nicht an.</translation>
    </message>
    <message>
        <source>Use the Snip button or the tray menu instead.</source>
        <translation>Stattdessen die Schaltfläche „Ausschnitt“ oder das Menü im Infobereich benutzen.</translation>
    </message>
    <message>
        <source>Use the Snip button or the tray menu, or let your desktop run “scipix snip” at a key of yours.</source>
        <translation>Die Schaltfläche „Ausschnitt“ oder das Menü im Infobereich benutzen, oder den Desktop „scipix snip“ auf eine eigene Taste legen lassen.</translation>
    </message>
    <message>
        <source>Wayland lets no program listen to the keyboard.</source>
        <translation>Wayland lässt kein Programm die Tastatur mithören.</translation>
    </message>
    <message>
        <source>With Shift it types another character.</source>
        <translation>Mit Umschalt schreibt sie ein anderes Zeichen.</translation>
    </message>
    <message>
        <source>Without Ctrl, Alt or Meta it is needed for typing.</source>
        <translation>Ohne Strg, Alt oder Meta wird sie zum Schreiben gebraucht.</translation>
    </message>
    <message>
        <source>macOS does not let scipix hear keys that other programs get.</source>
        <translation>macOS lässt scipix keine Tasten hören, die andere Programme bekommen.</translation>
    </message>
    <message>
        <source>“{}” cannot be the hotkey</source>
        <translation>„{}“ kann nicht das Tastenkürzel sein</translation>
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
        <translation>Strg, Alt oder die Systemtaste mit einer weiteren Taste halten, oder F1 bis F24 nehmen.</translation>
    </message>
</context>
<context>
    <name>LastQuestion</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Leave everything as it is (Esc)</source>
        <translation>Alles lassen, wie es ist (Esc)</translation>
    </message>
</context>
<context>
    <name>LatexEditor</name>
    <message>
        <source>%1 % sure of this symbol: compare it with the picture.</source>
        <translation>Zu %1 % sicher bei diesem Zeichen: mit dem Bild vergleichen.</translation>
    </message>
    <message>
        <source>LaTeX source</source>
        <translation>LaTeX-Quelltext</translation>
    </message>
    <message>
        <source>The LaTeX appears here; you can also type your own.</source>
        <translation>Hier erscheint das LaTeX; auch eigenes lässt sich eingeben.</translation>
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
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message>
        <source>{title}. {rest}</source>
        <translation>{title}. {rest}</translation>
    </message>
</context>
<context>
    <name>Outline</name>
    <message>
        <source>Table of contents</source>
        <translation>Inhaltsverzeichnis</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Looking for formulas…</source>
        <translation>Formeln werden gesucht…</translation>
    </message>
    <message>
        <source>Page {number} is damaged and cannot be shown.</source>
        <translation>Seite {number} ist beschädigt und kann nicht gezeigt werden.</translation>
    </message>
    <message>
        <source>Pages of the document</source>
        <translation>Seiten des Dokuments</translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>Captured picture</source>
        <translation>Aufgenommenes Bild</translation>
    </message>
    <message>
        <source>The captured picture. Zoom: Ctrl+wheel, + and -; 0 fits, 1 shows every pixel; drag to move</source>
        <translation>Das aufgenommene Bild. Zoom: Strg+Mausrad, + und -; 0 passt ein, 1 zeigt jedes Pixel; Ziehen verschiebt</translation>
    </message>
</context>
<context>
    <name>Portal</name>
    <message>
        <source>Allow it for scipix in the settings of your desktop. Start scipix from the menu of applications: some desktops answer only programs that they know from there.</source>
        <translation>Es für scipix in den Einstellungen des Desktops erlauben. scipix aus dem Anwendungsmenü starten: Manche Desktops antworten nur Programmen, die sie von dort kennen.</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Install xdg-desktop-portal and the backend of your desktop (for example xdg-desktop-portal-gnome, -kde or -wlr), then log in again.</source>
        <translation>xdg-desktop-portal und das Backend des Desktops installieren (zum Beispiel xdg-desktop-portal-gnome, -kde oder -wlr), dann neu anmelden.</translation>
    </message>
    <message>
        <source>Look for a dialog that waits for you, then try again.</source>
        <translation>Nach einem wartenden Dialog sehen, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>No desktop portal runs in this session.</source>
        <translation>In dieser Sitzung läuft kein Desktop-Portal.</translation>
    </message>
    <message>
        <source>The desktop did not allow it</source>
        <translation>Der Desktop hat es nicht erlaubt</translation>
    </message>
    <message>
        <source>The desktop portal did not answer</source>
        <translation>Das Desktop-Portal hat nicht geantwortet</translation>
    </message>
    <message>
        <source>The desktop portal failed</source>
        <translation>Das Desktop-Portal ist gescheitert</translation>
    </message>
    <message>
        <source>The desktop portal is missing</source>
        <translation>Das Desktop-Portal fehlt</translation>
    </message>
    <message>
        <source>The portal ended the request without a result.</source>
        <translation>Das Portal hat die Anfrage ohne Ergebnis beendet.</translation>
    </message>
    <message>
        <source>The session&apos;s D-Bus cannot be reached.</source>
        <translation>Der D-Bus der Sitzung ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>The session&apos;s D-Bus does not answer.</source>
        <translation>Der D-Bus der Sitzung antwortet nicht.</translation>
    </message>
    <message>
        <source>The time to wait is over.</source>
        <translation>Die Wartezeit ist abgelaufen.</translation>
    </message>
    <message>
        <source>This session has no D-Bus.</source>
        <translation>Diese Sitzung hat keinen D-Bus.</translation>
    </message>
    <message>
        <source>Try again and allow it there.</source>
        <translation>Noch einmal versuchen und es dort erlauben.</translation>
    </message>
    <message>
        <source>Try again; if it stays, log out and in again.</source>
        <translation>Noch einmal versuchen; bleibt es so, ab- und wieder anmelden.</translation>
    </message>
    <message>
        <source>You closed the dialog of the desktop.</source>
        <translation>Der Dialog des Desktops wurde geschlossen.</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>A \left has no \right.</source>
        <translation>Ein \left hat kein \right.</translation>
    </message>
    <message>
        <source>A \right has no \left.</source>
        <translation>Ein \right hat kein \left.</translation>
    </message>
    <message>
        <source>A closing brace was never opened.</source>
        <translation>Eine schließende Klammer wurde nie geöffnet.</translation>
    </message>
    <message>
        <source>A definition calls itself without end.</source>
        <translation>Eine Definition ruft sich endlos selbst auf.</translation>
    </message>
    <message>
        <source>Add the argument in braces behind it.</source>
        <translation>Das Argument in geschweiften Klammern dahinter ergänzen.</translation>
    </message>
    <message>
        <source>Add the missing } or remove the {.</source>
        <translation>Die fehlende } ergänzen oder die { entfernen.</translation>
    </message>
    <message>
        <source>An opening brace is never closed.</source>
        <translation>Eine öffnende Klammer wird nie geschlossen.</translation>
    </message>
    <message>
        <source>Change it so that it does not contain its own name.</source>
        <translation>So ändern, dass sie ihren eigenen Namen nicht enthält.</translation>
    </message>
    <message>
        <source>Check how it is spelled after \begin.</source>
        <translation>Die Schreibweise hinter \begin prüfen.</translation>
    </message>
    <message>
        <source>Check its spelling; a space ends a command&apos;s name.</source>
        <translation>Die Schreibweise prüfen; ein Leerzeichen beendet den Namen eines Befehls.</translation>
    </message>
    <message>
        <source>Close it with \right and a delimiter.</source>
        <translation>Mit \right und einem Begrenzer schließen.</translation>
    </message>
    <message>
        <source>Correct the formula at the place that is marked.</source>
        <translation>Die Formel an der markierten Stelle berichtigen.</translation>
    </message>
    <message>
        <source>Drawing the formula took too long and was stopped.</source>
        <translation>Das Zeichnen der Formel dauerte zu lange und wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Each \begin needs an \end with the same name.</source>
        <translation>Jedes \begin braucht ein \end mit demselben Namen.</translation>
    </message>
    <message>
        <source>It belongs inside a matrix or an alignment.</source>
        <translation>Es gehört in eine Matrix oder eine Ausrichtung.</translation>
    </message>
    <message>
        <source>MathJax could not be loaded; a plainer renderer draws.</source>
        <translation>MathJax konnte nicht geladen werden; eine einfachere Darstellung zeichnet.</translation>
    </message>
    <message>
        <source>MathJax did not draw this formula; {0} did.</source>
        <translation>Nicht MathJax hat diese Formel gezeichnet, sondern {0}.</translation>
    </message>
    <message>
        <source>No preview of this formula</source>
        <translation>Keine Vorschau dieser Formel</translation>
    </message>
    <message>
        <source>No renderer could draw this formula ({0}).</source>
        <translation>Diese Formel ließ sich nicht zeichnen ({0}).</translation>
    </message>
    <message>
        <source>Open it with \left and a delimiter.</source>
        <translation>Mit \left und einem Begrenzer öffnen.</translation>
    </message>
    <message>
        <source>Put braces around what belongs together.</source>
        <translation>Zusammengehöriges in geschweifte Klammern setzen.</translation>
    </message>
    <message>
        <source>Remove the } or add the missing {.</source>
        <translation>Die } entfernen oder die fehlende { ergänzen.</translation>
    </message>
    <message>
        <source>Split it into several formulas.</source>
        <translation>In mehrere Formeln aufteilen.</translation>
    </message>
    <message>
        <source>Split the formula, or look at its definitions.</source>
        <translation>Die Formel aufteilen oder ihre Definitionen prüfen.</translation>
    </message>
    <message>
        <source>Take inner parts out into formulas of their own.</source>
        <translation>Innere Teile in eigene Formeln auslagern.</translation>
    </message>
    <message>
        <source>The LaTeX has an error</source>
        <translation>Das LaTeX enthält einen Fehler</translation>
    </message>
    <message>
        <source>The LaTeX itself may be fine; copying still works.</source>
        <translation>Das LaTeX selbst kann in Ordnung sein; Kopieren geht weiterhin.</translation>
    </message>
    <message>
        <source>The command {0} is not known.</source>
        <translation>Der Befehl {0} ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The environment {0} is not known.</source>
        <translation>Die Umgebung {0} ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The formula has {0} characters; {1} can be drawn.</source>
        <translation>Die Formel hat {0} Zeichen; {1} können gezeichnet werden.</translation>
    </message>
    <message>
        <source>The formula nests more than {0} levels deep.</source>
        <translation>Die Formel ist mehr als {0} Ebenen tief verschachtelt.</translation>
    </message>
    <message>
        <source>Two subscripts follow each other.</source>
        <translation>Zwei Tiefgestellte folgen aufeinander.</translation>
    </message>
    <message>
        <source>Two superscripts follow each other.</source>
        <translation>Zwei Hochgestellte folgen aufeinander.</translation>
    </message>
    <message>
        <source>Write one such as ( [ | \{ or a point for none.</source>
        <translation>Einen wie ( [ | \{ schreiben, oder einen Punkt für keinen.</translation>
    </message>
    <message>
        <source>\begin and \end do not match.</source>
        <translation>\begin und \end passen nicht zusammen.</translation>
    </message>
    <message>
        <source>{0} cannot stand here.</source>
        <translation>{0} kann hier nicht stehen.</translation>
    </message>
    <message>
        <source>{0} lacks what it applies to.</source>
        <translation>{0} fehlt das, worauf es wirkt.</translation>
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
        <translation>Gesetzt</translation>
    </message>
    <message>
        <source>Rendered formula</source>
        <translation>Gesetzte Formel</translation>
    </message>
    <message>
        <source>The LaTeX as it typesets, at the scale of the picture. Zoom: Ctrl+wheel, + and -; 0 fits</source>
        <translation>Das gesetzte LaTeX im Maßstab des Bildes. Zoom: Strg+Mausrad, + und -; 0 passt ein</translation>
    </message>
    <message>
        <source>The rendering appears here.</source>
        <translation>Hier erscheint die gesetzte Formel.</translation>
    </message>
    <message>
        <source>This is the last rendering that worked.</source>
        <translation>Dies ist der letzte Stand, der sich setzen ließ.</translation>
    </message>
</context>
<context>
    <name>PrivateBanner</name>
    <message>
        <source>End</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>End private mode</source>
        <translation>Privaten Modus beenden</translation>
    </message>
    <message>
        <source>End private mode: what is read is kept again</source>
        <translation>Privaten Modus beenden: Gelesenes wird wieder aufbewahrt</translation>
    </message>
    <message>
        <source>Private mode: nothing is kept.</source>
        <translation>Privat: nichts wird aufbewahrt.</translation>
    </message>
</context>
<context>
    <name>ProblemLine</name>
    <message>
        <source>(and %1 more)</source>
        <translation>(und %1 weitere)</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Hingehen</translation>
    </message>
    <message>
        <source>Go to the problem</source>
        <translation>Zum Problem gehen</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Reparieren</translation>
    </message>
    <message>
        <source>Repair the problem</source>
        <translation>Das Problem reparieren</translation>
    </message>
    <message>
        <source>Select the place in the source (F4)</source>
        <translation>Die Stelle im Quelltext auswählen (F4)</translation>
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
        <translation>Hier geht nichts. Das Programm bitte neu installieren.</translation>
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
    <name>RecentMenu</name>
    <message>
        <source>Forget these</source>
        <translation>Diese vergessen</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Noch keine</translation>
    </message>
    <message>
        <source>Recent documents</source>
        <translation>Zuletzt geöffnete Dokumente</translation>
    </message>
</context>
<context>
    <name>ScannedFormulas</name>
    <message>
        <source>Formulas on page {number} cannot be found</source>
        <translation>Formeln auf Seite {number} können nicht gefunden werden</translation>
    </message>
</context>
<context>
    <name>Screenshot</name>
    <message>
        <source>A screenshot is on its way</source>
        <translation>Eine Aufnahme ist unterwegs</translation>
    </message>
    <message>
        <source>Allow scipix in System Settings, Privacy &amp; Security, Screen Recording, and start it again.</source>
        <translation>scipix in den Systemeinstellungen unter Datenschutz &amp; Sicherheit bei Bildschirmaufnahme erlauben und neu starten.</translation>
    </message>
    <message>
        <source>Its shape is not that of your screens together.</source>
        <translation>Die Form ist nicht die aller Bildschirme zusammen.</translation>
    </message>
    <message>
        <source>Look for a dialog of the desktop that waits for you.</source>
        <translation>Nach einem wartenden Dialog des Desktops sehen.</translation>
    </message>
    <message>
        <source>Take a screenshot with another program and paste it here.</source>
        <translation>Mit einem anderen Programm eine Aufnahme machen und hier einfügen.</translation>
    </message>
    <message>
        <source>Take a screenshot with another program, then paste it here or open its file.</source>
        <translation>Mit einem anderen Programm eine Aufnahme machen, dann hier einfügen oder ihre Datei öffnen.</translation>
    </message>
    <message>
        <source>The desktop has not answered the last request yet.</source>
        <translation>Der Desktop hat auf die letzte Anfrage noch nicht geantwortet.</translation>
    </message>
    <message>
        <source>The desktop portal named no file with a picture.</source>
        <translation>Das Desktop-Portal hat keine Bilddatei genannt.</translation>
    </message>
    <message>
        <source>The screen cannot be captured here</source>
        <translation>Der Bildschirm kann hier nicht aufgenommen werden</translation>
    </message>
    <message>
        <source>The screen could not be read</source>
        <translation>Der Bildschirm konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>The screen may not be recorded</source>
        <translation>Der Bildschirm darf nicht aufgenommen werden</translation>
    </message>
    <message>
        <source>The screenshot cannot be read</source>
        <translation>Die Aufnahme kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>The screenshot does not show the whole desktop</source>
        <translation>Die Aufnahme zeigt nicht den ganzen Desktop</translation>
    </message>
    <message>
        <source>The window system gave no picture.</source>
        <translation>Das Fenstersystem hat kein Bild geliefert.</translation>
    </message>
    <message>
        <source>There is no display.</source>
        <translation>Es gibt keinen Bildschirm.</translation>
    </message>
    <message>
        <source>This is no Wayland session.</source>
        <translation>Dies ist keine Wayland-Sitzung.</translation>
    </message>
    <message>
        <source>Wayland lets no program read the screen itself.</source>
        <translation>Wayland lässt kein Programm selbst den Bildschirm lesen.</translation>
    </message>
    <message>
        <source>macOS shows scipix only its own windows.</source>
        <translation>macOS zeigt scipix nur die eigenen Fenster.</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>0 means for ever.</source>
        <translation>0 heißt: für immer.</translation>
    </message>
    <message>
        <source>4 bits</source>
        <translation>4 Bit</translation>
    </message>
    <message>
        <source>8 bits</source>
        <translation>8 Bit</translation>
    </message>
    <message>
        <source>A picture that was read before is not read again. Corrected answers come back corrected.</source>
        <translation>Ein schon gelesenes Bild wird nicht noch einmal gelesen. Korrigierte Antworten kommen korrigiert zurück.</translation>
    </message>
    <message>
        <source>A small note with the result that copies it in another format without opening the window.</source>
        <translation>Ein kleiner Hinweis mit dem Ergebnis, der es in einem anderen Format kopiert, ohne das Fenster zu öffnen.</translation>
    </message>
    <message>
        <source>Alternatives</source>
        <translation>Alternativen</translation>
    </message>
    <message>
        <source>Answer known pictures from memory</source>
        <translation>Bekannte Bilder aus dem Gedächtnis beantworten</translation>
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
        <source>Converted files say where to look again: in comments, in plain text by [?].</source>
        <translation>Umgewandelte Dateien sagen, wo man noch einmal hinsehen sollte: in Kommentaren, im reinen Text durch [?].</translation>
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
        <source>Days to keep unused pictures</source>
        <translation>Tage, die unbenutzte Bilder bleiben</translation>
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
        <source>Fewer bits take less room; what answers is proved on the pixels in any case.</source>
        <translation>Weniger Bits brauchen weniger Platz; Antworten werden in jedem Fall an den Pixeln geprüft.</translation>
    </message>
    <message>
        <source>Format to copy</source>
        <translation>Format zum Kopieren</translation>
    </message>
    <message>
        <source>Full precision</source>
        <translation>Volle Genauigkeit</translation>
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
        <source>Least similarity</source>
        <translation>Kleinste Ähnlichkeit</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Mark doubtful formulas of documents</source>
        <translation>Zweifelhafte Formeln in Dokumenten kennzeichnen</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Gedächtnis</translation>
    </message>
    <message>
        <source>Nothing that is recognised is stored. What was stored before still answers and is found.</source>
        <translation>Nichts Erkanntes wird gespeichert. Früher Gespeichertes antwortet weiter und wird gefunden.</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Pictures less similar than this are not even compared pixel by pixel.</source>
        <translation>Weniger ähnliche Bilder werden gar nicht erst Pixel für Pixel verglichen.</translation>
    </message>
    <message>
        <source>Precision of stored vectors</source>
        <translation>Genauigkeit der gespeicherten Vektoren</translation>
    </message>
    <message>
        <source>Private mode</source>
        <translation>Privater Modus</translation>
    </message>
    <message>
        <source>Room for pictures</source>
        <translation>Platz für Bilder</translation>
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
        <source>When it is full, those unused for longest are forgotten. 0 means no limit.</source>
        <translation>Ist er voll, werden die am längsten unbenutzten vergessen. 0 heißt: keine Grenze.</translation>
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
        <source>How sure is sure…</source>
        <translation>Wie sicher ist sicher…</translation>
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
        <source>Show what was learned from your verdicts; export, import or reset it</source>
        <translation>Zeigen, was aus den Urteilen gelernt wurde; exportieren, importieren oder zurücksetzen</translation>
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
        <source>Convert the document</source>
        <translation>Das Dokument umwandeln</translation>
    </message>
    <message>
        <source>Draw a frame by keys: arrows move it, with Shift its size</source>
        <translation>Rahmen mit Tasten: Pfeile bewegen ihn, mit Umschalt die Größe</translation>
    </message>
    <message>
        <source>Draw frames around formulas, as with Alt held</source>
        <translation>Rahmen um Formeln ziehen, wie mit gehaltener Alt-Taste</translation>
    </message>
    <message>
        <source>Find in the LaTeX</source>
        <translation>Im LaTeX suchen</translation>
    </message>
    <message>
        <source>Find in the document</source>
        <translation>Im Dokument suchen</translation>
    </message>
    <message>
        <source>Fit the width of the pages, with 9 whole pages</source>
        <translation>Seitenbreite füllen, mit 9 ganze Seiten</translation>
    </message>
    <message>
        <source>Go to a page of the document</source>
        <translation>Zu einer Seite des Dokuments gehen</translation>
    </message>
    <message>
        <source>Go to the first problem in the LaTeX</source>
        <translation>Zum ersten Problem im LaTeX gehen</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Next doubtful formula of the conversion</source>
        <translation>Nächste zweifelhafte Formel der Umwandlung</translation>
    </message>
    <message>
        <source>Next doubtful symbol</source>
        <translation>Nächstes zweifelhaftes Zeichen</translation>
    </message>
    <message>
        <source>Next match, with Shift the one before</source>
        <translation>Nächster Treffer, mit Umschalt der vorige</translation>
    </message>
    <message>
        <source>Next page, with PgUp the one before</source>
        <translation>Nächste Seite, mit Bild auf die vorige</translation>
    </message>
    <message>
        <source>Pages light on dark</source>
        <translation>Seiten hell auf dunkel</translation>
    </message>
    <message>
        <source>Point at the next formula, with Shift at the one before</source>
        <translation>Auf die nächste Formel zeigen, mit Umschalt auf die vorige</translation>
    </message>
    <message>
        <source>Previous doubtful symbol</source>
        <translation>Voriges zweifelhaftes Zeichen</translation>
    </message>
    <message>
        <source>Read pictures in place of glyphs</source>
        <translation>Bilder statt Zeichen lesen</translation>
    </message>
    <message>
        <source>Read the formula that is pointed at, or what is framed</source>
        <translation>Die Formel lesen, auf die gezeigt wird, oder das Umrahmte</translation>
    </message>
    <message>
        <source>Remove the entry from the history</source>
        <translation>Den Eintrag aus dem Verlauf entfernen</translation>
    </message>
    <message>
        <source>Replace in the LaTeX</source>
        <translation>Im LaTeX ersetzen</translation>
    </message>
    <message>
        <source>Show pages and contents</source>
        <translation>Seiten und Inhalt zeigen</translation>
    </message>
    <message>
        <source>Take the first alternative, and so on to Alt+5</source>
        <translation>Die erste Alternative nehmen, und so weiter bis Alt+5</translation>
    </message>
    <message>
        <source>Undo an edit, or bring back a removed entry</source>
        <translation>Änderung zurücknehmen oder entfernten Eintrag zurückholen</translation>
    </message>
    <message>
        <source>Zoom in, with - out</source>
        <translation>Vergrößern, mit - verkleinern</translation>
    </message>
</context>
<context>
    <name>Surface</name>
    <message>
        <source>Arrows</source>
        <translation>Pfeile</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Ziehen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Nothing is selected yet: draw a rectangle around the formula.</source>
        <translation>Noch ist nichts ausgewählt: ein Rechteck um die Formel ziehen.</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Loslassen</translation>
    </message>
    <message>
        <source>Selection on screen {}</source>
        <translation>Auswahl auf Bildschirm {}</translation>
    </message>
    <message>
        <source>Shift+Arrows</source>
        <translation>Umschalt+Pfeile</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>aim</source>
        <translation>zielen</translation>
    </message>
    <message>
        <source>cancel</source>
        <translation>abbrechen</translation>
    </message>
    <message>
        <source>hold to move</source>
        <translation>halten zum Verschieben</translation>
    </message>
    <message>
        <source>move by a pixel</source>
        <translation>um ein Pixel verschieben</translation>
    </message>
    <message>
        <source>next screen</source>
        <translation>nächster Bildschirm</translation>
    </message>
    <message>
        <source>resize</source>
        <translation>Größe ändern</translation>
    </message>
    <message>
        <source>scipix: select a formula</source>
        <translation>scipix: eine Formel auswählen</translation>
    </message>
    <message>
        <source>select</source>
        <translation>auswählen</translation>
    </message>
    <message>
        <source>select with keys</source>
        <translation>mit Tasten auswählen</translation>
    </message>
    <message>
        <source>take</source>
        <translation>übernehmen</translation>
    </message>
    <message>
        <source>{} × {} px</source>
        <translation>{} × {} px</translation>
    </message>
</context>
<context>
    <name>TagLine</name>
    <message>
        <source>Enter keeps the tags, Esc leaves them as they were</source>
        <translation>Eingabe behält die Schlagwörter, Esc lässt sie, wie sie waren</translation>
    </message>
    <message>
        <source>Give the chosen entries these tags (Enter)</source>
        <translation>Den gewählten Einträgen diese Schlagwörter geben (Eingabe)</translation>
    </message>
    <message>
        <source>Keep tags</source>
        <translation>Schlagwörter behalten</translation>
    </message>
    <message>
        <source>Tags, separated by commas</source>
        <translation>Schlagwörter, durch Kommas getrennt</translation>
    </message>
</context>
<context>
    <name>ThumbnailModel</name>
    <message>
        <source>Page {number}</source>
        <translation>Seite {number}</translation>
    </message>
</context>
<context>
    <name>Thumbnails</name>
    <message>
        <source>Pages as small pictures</source>
        <translation>Seiten als kleine Bilder</translation>
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
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy again in this format (Enter)</source>
        <translation>In diesem Format noch einmal kopieren (Eingabe)</translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation>Kopieren als</translation>
    </message>
    <message>
        <source>Copy in another format</source>
        <translation>In einem anderen Format kopieren</translation>
    </message>
    <message>
        <source>Formula read</source>
        <translation>Formel gelesen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Show the result in the window</source>
        <translation>Das Ergebnis im Fenster zeigen</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Recent results</source>
        <translation>Letzte Ergebnisse</translation>
    </message>
    <message>
        <source>Show the window</source>
        <translation>Fenster zeigen</translation>
    </message>
</context>
<context>
    <name>Trust</name>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>Export what was learned</source>
        <translation>Gelerntes exportieren</translation>
    </message>
    <message>
        <source>Import what was learned</source>
        <translation>Gelerntes importieren</translation>
    </message>
    <message>
        <source>What scipix has learned</source>
        <translation>Was scipix gelernt hat</translation>
    </message>
</context>
<context>
    <name>Verdicts</name>
    <message>
        <source>This entry is not kept (private mode), so nothing is learned from it.</source>
        <translation>Dieser Eintrag wird nicht aufbewahrt (privater Modus), also wird nichts daraus gelernt.</translation>
    </message>
</context>
<context>
    <name>WaysIn</name>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>Pictures and documents</source>
        <translation>Bilder und Dokumente</translation>
    </message>
    <message>
        <source>Read pictures of formulas, or documents</source>
        <translation>Bilder von Formeln oder Dokumente lesen</translation>
    </message>
</context>
<context>
    <name>ZoomBar</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Captured</source>
        <translation>Aufgenommen</translation>
    </message>
    <message>
        <source>Every pixel as captured, 100 %</source>
        <translation>Jedes Pixel wie aufgenommen, 100 %</translation>
    </message>
    <message>
        <source>Fit picture and rendering</source>
        <translation>Bild und gesetzte Formel einpassen</translation>
    </message>
    <message>
        <source>Show the picture as a negative in dark mode</source>
        <translation>Das Bild im dunklen Modus als Negativ zeigen</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
</context>
<context>
    <name>_ActionMaker</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Change how scipix works</source>
        <translation>Ändern, wie scipix arbeitet</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the formula in this format</source>
        <translation>Die Formel in diesem Format kopieren</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>End scipix</source>
        <translation>scipix beenden</translation>
    </message>
    <message>
        <source>Filter history</source>
        <translation>Verlauf filtern</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>Formel</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Read picture files, or open a PDF</source>
        <translation>Bilddateien lesen oder ein PDF öffnen</translation>
    </message>
    <message>
        <source>Read the picture in the clipboard</source>
        <translation>Das Bild in der Zwischenablage lesen</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Richtig</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Speichern unter</translation>
    </message>
    <message>
        <source>Search the history</source>
        <translation>Verlauf durchsuchen</translation>
    </message>
    <message>
        <source>Select a formula on the screen</source>
        <translation>Eine Formel auf dem Bildschirm auswählen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Show all shortcuts</source>
        <translation>Alle Tastenkürzel zeigen</translation>
    </message>
    <message>
        <source>Show the document</source>
        <translation>Das Dokument zeigen</translation>
    </message>
    <message>
        <source>Show the formula alone</source>
        <translation>Nur die Formel zeigen</translation>
    </message>
    <message>
        <source>Show what was read before</source>
        <translation>Früher Gelesenes zeigen</translation>
    </message>
    <message>
        <source>Snip</source>
        <translation>Ausschnitt</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Lesen abbrechen</translation>
    </message>
    <message>
        <source>The formula is right as it stands</source>
        <translation>Die Formel ist so richtig</translation>
    </message>
    <message>
        <source>What was read is wrong</source>
        <translation>Das Gelesene ist falsch</translation>
    </message>
    <message>
        <source>Write the formula into a file</source>
        <translation>Die Formel in eine Datei schreiben</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>Falsch</translation>
    </message>
</context>
<context>
    <name>_Line</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
</TS>
