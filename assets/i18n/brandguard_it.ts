<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="it" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About BrandGuard</source>
        <translation>Informazioni su BrandGuard</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>Copia i dettagli</translation>
    </message>
    <message>
        <source>Open the log folder</source>
        <translation>Apri la cartella dei registri</translation>
    </message>
    <message>
        <source>The log: {path}</source>
        <translation>Il registro: {path}</translation>
    </message>
    <message>
        <source>BrandGuard is free software under the MIT licence. It sends nothing anywhere.</source>
        <translation>BrandGuard è software libero con licenza MIT. Non invia nulla a nessuno.</translation>
    </message>
    <message>
        <source>It uses Qt and PySide6, © The Qt Company Ltd and others, under the GNU Lesser General Public License, version 3. They are linked dynamically and unchanged: you may replace them by versions of your own. Their source is at code.qt.io, the licence at gnu.org/licenses/lgpl-3.0.</source>
        <translation>Usa Qt e PySide6, © The Qt Company Ltd e altri, con licenza GNU Lesser General Public License, versione 3. Sono collegati dinamicamente e non modificati: potete sostituirli con versioni vostre. Il codice sorgente è su code.qt.io, la licenza su gnu.org/licenses/lgpl-3.0.</translation>
    </message>
    <message>
        <source>It is made with these packages:</source>
        <translation>È fatto con questi pacchetti:</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>Pacchetto</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versione</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licenza</translation>
    </message>
    <message>
        <source>Packages and their licences</source>
        <translation>I pacchetti e le loro licenze</translation>
    </message>
</context>
<context>
    <name>AcceptDialog</name>
    <message>
        <source>Accept a finding</source>
        <translation>Accettare un rilievo</translation>
    </message>
    <message>
        <source>Only &amp;until</source>
        <translation>Solo &amp;fino al</translation>
    </message>
    <message>
        <source>&amp;Accept</source>
        <translation>&amp;Accetta</translation>
    </message>
    <message>
        <source>This &amp;finding alone</source>
        <translation>Soltanto questo &amp;rilievo</translation>
    </message>
    <message>
        <source>The rule «{rule}» at this &amp;place of the creative</source>
        <translation>La regola «{rule}» in questo &amp;punto del lavoro</translation>
    </message>
    <message>
        <source>The rule «{rule}» in this &amp;creative</source>
        <translation>La regola «{rule}» in questo &amp;lavoro</translation>
    </message>
    <message>
        <source>The rule «{rule}» in the whole ca&amp;mpaign «{campaign}»</source>
        <translation>La regola «{rule}» in tutta la ca&amp;mpagna «{campaign}»</translation>
    </message>
    <message>
        <source>&amp;Why may it stay? Every report shows this.</source>
        <translation>Perché può &amp;restare? Lo mostra ogni rapporto.</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Ultimo giorno</translation>
    </message>
    <message>
        <source>It stays in every report, marked as accepted.</source>
        <translation>Resta in ogni rapporto, segnato come accettato.</translation>
    </message>
</context>
<context>
    <name>Accepting</name>
    <message>
        <source>accept {rule}</source>
        <translation>accettare {rule}</translation>
    </message>
    <message>
        <source>It was accepted by a baseline, not by a waiver.</source>
        <translation>È stato accettato da un rapporto di base, non da una deroga.</translation>
    </message>
    <message>
        <source>take back {rule}</source>
        <translation>ritirare {rule}</translation>
    </message>
</context>
<context>
    <name>Arrivals</name>
    <message numerus="yes">
        <source>%n already open</source>
        <translation>
            <numerusform>uno già aperto</numerusform>
            <numerusform>%n già aperti</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not found: </source>
        <translation>
            <numerusform>uno non trovato: </numerusform>
            <numerusform>%n non trovati: </numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n further profiles not used</source>
        <translation>
            <numerusform>un altro profilo non usato</numerusform>
            <numerusform>altri %n profili non usati</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>Uno aggiunto</numerusform>
            <numerusform>%n aggiunti</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skipped</source>
        <translation>
            <numerusform>uno saltato</numerusform>
            <numerusform>%n saltati</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} is the profile in use.</source>
        <translation>{name} è il profilo in uso.</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Brand profiles (*.yml)</source>
        <translation>Profili di marchio (*.yml)</translation>
    </message>
    <message>
        <source>Save profile as</source>
        <translation>Salva il profilo con nome</translation>
    </message>
    <message>
        <source>Colours (*.ase *.aco *.gpl *.css *.json *.tokens *.yml *.yaml)</source>
        <translation>Colori (*.ase *.aco *.gpl *.css *.json *.tokens *.yml *.yaml)</translation>
    </message>
    <message>
        <source>Import colours</source>
        <translation>Importa i colori</translation>
    </message>
    <message>
        <source>Logos (*.svg *.svgz *.png *.pdf *.ai *.jpg *.jpeg *.webp)</source>
        <translation>Loghi (*.svg *.svgz *.png *.pdf *.ai *.jpg *.jpeg *.webp)</translation>
    </message>
    <message>
        <source>Add logos</source>
        <translation>Aggiungi loghi</translation>
    </message>
    <message>
        <source>New profile</source>
        <translation>Nuovo profilo</translation>
    </message>
    <message>
        <source>The brand&apos;s name</source>
        <translation>Il nome del marchio</translation>
    </message>
    <message>
        <source>Save profile</source>
        <translation>Salva il profilo</translation>
    </message>
    <message>
        <source>{name} was changed by somebody else since it was opened here.</source>
        <translation>Qualcun altro ha cambiato {name} da quando è stato aperto qui.</translation>
    </message>
    <message>
        <source>Nothing is written yet. Your changes are kept as a draft.</source>
        <translation>Non è stato ancora scritto nulla. Le vostre modifiche restano in una bozza.</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Salva con nome…</translation>
    </message>
    <message>
        <source>Overwrite</source>
        <translation>Sovrascrivi</translation>
    </message>
    <message>
        <source>Read it anew</source>
        <translation>Rileggi</translation>
    </message>
    <message>
        <source>Accept and save</source>
        <translation>Accetta e salva</translation>
    </message>
    <message>
        <source>Nothing is written yet. Shall what was learned go into the file as it is now, or into your version, which then replaces the file?</source>
        <translation>Non è ancora stato scritto niente. Quanto imparato deve andare nel file com’è ora, o nella vostra versione, che poi prende il posto del file?</translation>
    </message>
    <message>
        <source>Into the file as it is now</source>
        <translation>Nel file com’è ora</translation>
    </message>
    <message>
        <source>Into my version</source>
        <translation>Nella mia versione</translation>
    </message>
</context>
<context>
    <name>BetweenCard</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>un altro</numerusform>
            <numerusform>altri %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Confronta</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Ritira</translation>
    </message>
    <message>
        <source>Accept…</source>
        <translation>Accetta…</translation>
    </message>
    <message>
        <source>Accept this contradiction, for a reason</source>
        <translation>Accettare questa contraddizione, con un motivo</translation>
    </message>
</context>
<context>
    <name>Bringing</name>
    <message>
        <source>It could not be kept: {why}</source>
        <translation>Non è stato possibile conservarlo: {why}</translation>
    </message>
    <message>
        <source>There is no picture, text or file on the clipboard.</source>
        <translation>Negli appunti non c’è un’immagine, un testo o un file.</translation>
    </message>
    <message numerus="yes">
        <source>%n skipped: nothing is fetched from the web.</source>
        <translation>
            <numerusform>Uno saltato: dal web non si scarica nulla.</numerusform>
            <numerusform>%n saltati: dal web non si scarica nulla.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CampaignBody</name>
    <message>
        <source>No earlier runs of this campaign were kept.</source>
        <translation>Di questa campagna non sono stati conservati controlli precedenti.</translation>
    </message>
    <message>
        <source>Show the creative</source>
        <translation>Mostra il lavoro</translation>
    </message>
    <message>
        <source>Compare with the furthest</source>
        <translation>Confronta con il più lontano</translation>
    </message>
    <message>
        <source>Save the table…</source>
        <translation>Salva la tabella…</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>Marchio</translation>
    </message>
    <message>
        <source>Missing, though the others have it</source>
        <translation>Manca, benché gli altri l’abbiano</translation>
    </message>
</context>
<context>
    <name>CampaignHead</name>
    <message>
        <source>Campaign</source>
        <translation>Campagna</translation>
    </message>
    <message>
        <source>channel unknown</source>
        <translation>canale sconosciuto</translation>
    </message>
</context>
<context>
    <name>CampaignPage</name>
    <message>
        <source>brand’s range</source>
        <translation>intervallo del marchio</translation>
    </message>
    <message>
        <source>outside the brand’s range</source>
        <translation>fuori dall’intervallo del marchio</translation>
    </message>
    <message>
        <source>Band: the brand’s range. Line: how sure one text is (95 %), or the span of several. Small dots: approved examples.</source>
        <translation>Banda: l’intervallo del marchio. Linea: quanto è sicuro un testo (95 %), o l’ampiezza di più testi. Punti piccoli: gli esempi approvati.</translation>
    </message>
    <message>
        <source>A run is under way: these figures are from before it.</source>
        <translation>È in corso un controllo: queste cifre sono di prima.</translation>
    </message>
    <message>
        <source>Two creatives that can be read are needed to compare; here is one.</source>
        <translation>Per confrontare servono due lavori leggibili; qui ce n’è uno.</translation>
    </message>
    <message>
        <source>{done} of {total} creatives are checked.</source>
        <translation>{done} lavori su {total} sono controllati.</translation>
    </message>
    <message>
        <source>Not compared yet</source>
        <translation>Non ancora confrontati</translation>
    </message>
    <message>
        <source>Campaigns are compared when the run is at its end.</source>
        <translation>Le campagne si confrontano alla fine del controllo.</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Confronto…</translation>
    </message>
    <message>
        <source>The creatives are held against each other.</source>
        <translation>I lavori vengono messi a confronto.</translation>
    </message>
    <message>
        <source>No campaign among these creatives</source>
        <translation>Nessuna campagna fra questi lavori</translation>
    </message>
    <message>
        <source>A campaign is a folder with the creatives that carry one message, best with folders «online» and «offline» in it. Add that folder as a whole, or name the campaign in a file campaign.yml.</source>
        <translation>Una campagna è una cartella con i lavori che portano uno stesso messaggio, meglio se con dentro le cartelle «online» e «offline». Aggiungete la cartella intera, oppure indicate la campagna in un file campaign.yml.</translation>
    </message>
    <message>
        <source>Nothing to compare</source>
        <translation>Niente da confrontare</translation>
    </message>
    <message>
        <source>None of the open creatives could be read.</source>
        <translation>Nessuno dei lavori aperti è leggibile.</translation>
    </message>
    <message>
        <source>now</source>
        <translation>adesso</translation>
    </message>
    <message>
        <source>The earlier runs cannot be read: {why}</source>
        <translation>I controlli precedenti non si possono leggere: {why}</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Preview</source>
        <translation>Anteprima</translation>
    </message>
    <message>
        <source>The page, with the places of its findings</source>
        <translation>La pagina, con i punti dei rilievi</translation>
    </message>
</context>
<context>
    <name>ChartBox</name>
    <message>
        <source>Save or copy this picture</source>
        <translation>Salvare o copiare questa figura</translation>
    </message>
    <message>
        <source>Save or copy: {name}</source>
        <translation>Salvare o copiare: {name}</translation>
    </message>
</context>
<context>
    <name>ChartSaver</name>
    <message>
        <source>Save the picture</source>
        <translation>Salva la figura</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>Salvato: {name}</translation>
    </message>
    <message>
        <source>Pictures (*.svg *.png)</source>
        <translation>Figure (*.svg *.png)</translation>
    </message>
</context>
<context>
    <name>ChartView</name>
    <message>
        <source>Chart</source>
        <translation>Grafico</translation>
    </message>
    <message>
        <source>Save as SVG…</source>
        <translation>Salva come SVG…</translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation>Salva come PNG…</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>Copia la figura</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Copia come testo</translation>
    </message>
</context>
<context>
    <name>Colours</name>
    <message>
        <source>Colours</source>
        <translation>Colori</translation>
    </message>
    <message>
        <source>Every colour of the palette is allowed. Tolerance is CIEDE2000: over 3 a difference is visible, 5 is plain side by side.</source>
        <translation>Ogni colore della palette è ammesso. La tolleranza è in CIEDE2000: oltre 3 la differenza si vede, a 5 è evidente fianco a fianco.</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>Hex</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Ruolo</translation>
    </message>
    <message>
        <source>ΔE ≤</source>
        <translation>ΔE ≤</translation>
    </message>
    <message>
        <source>Tolerance, CIEDE2000</source>
        <translation>Tolleranza, CIEDE2000</translation>
    </message>
    <message>
        <source>Share, %</source>
        <translation>Quota, %</translation>
    </message>
    <message>
        <source>Least – most of the area</source>
        <translation>Minimo – massimo della superficie</translation>
    </message>
    <message>
        <source>Core</source>
        <translation>Base</translation>
    </message>
    <message>
        <source>Every creative shows it</source>
        <translation>Ogni lavoro lo mostra</translation>
    </message>
    <message>
        <source>Forbidden</source>
        <translation>Vietati</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Aggiungi</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Togli</translation>
    </message>
    <message>
        <source>Pick from the creative…</source>
        <translation>Preleva dal lavoro…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importa…</translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation>Copia come</translation>
    </message>
    <message>
        <source>Tolerance of all</source>
        <translation>Tolleranza di tutti</translation>
    </message>
    <message>
        <source>Tints</source>
        <translation>Tinte</translation>
    </message>
    <message>
        <source>Lighter steps count as the colour</source>
        <translation>Le gradazioni più chiare valgono come il colore</translation>
    </message>
    <message>
        <source>{name}: nearest is {other} {hex}, ΔE {delta}</source>
        <translation>{name}: il più vicino è {other} {hex}, ΔE {delta}</translation>
    </message>
    <message>
        <source>colour {name}</source>
        <translation>colore {name}</translation>
    </message>
    <message>
        <source>add {name}</source>
        <translation>aggiungere {name}</translation>
    </message>
    <message>
        <source>remove {name}</source>
        <translation>togliere {name}</translation>
    </message>
    <message>
        <source>move {name}</source>
        <translation>spostare {name}</translation>
    </message>
    <message>
        <source>import {file}</source>
        <translation>importare {file}</translation>
    </message>
    <message numerus="yes">
        <source>%n colours from {file}</source>
        <translation>
            <numerusform>un colore da {file}</numerusform>
            <numerusform>%n colori da {file}</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied {words}</source>
        <translation>Copiato {words}</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>First creative</source>
        <translation>Primo lavoro</translation>
    </message>
    <message>
        <source>Second creative</source>
        <translation>Secondo lavoro</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Indietro</translation>
    </message>
    <message>
        <source>Back to the campaign (Alt+Left)</source>
        <translation>Torna alla campagna (Alt+Sinistra)</translation>
    </message>
    <message>
        <source>&amp;Zoom both together</source>
        <translation>&amp;Ingrandisci insieme</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Fianco a fianco</translation>
    </message>
    <message>
        <source>One of these creatives is not open any more.</source>
        <translation>Uno di questi lavori non è più aperto.</translation>
    </message>
    <message>
        <source>Choose two different creatives.</source>
        <translation>Scegliete due lavori diversi.</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Confronto…</translation>
    </message>
    <message>
        <source>One of the two could not be read: nothing can be compared.</source>
        <translation>Uno dei due non è leggibile: non c’è nulla da confrontare.</translation>
    </message>
    <message>
        <source>Agreement by dimension</source>
        <translation>Accordo per dimensione</translation>
    </message>
    <message>
        <source>At odds</source>
        <translation>In disaccordo</translation>
    </message>
    <message>
        <source>Form of address</source>
        <translation>Forma di cortesia</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>Marchio</translation>
    </message>
</context>
<context>
    <name>CompareSide</name>
    <message>
        <source>Previous page</source>
        <translation>Pagina precedente</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Pagina seguente</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Add files</source>
        <translation>Aggiungi file</translation>
    </message>
    <message>
        <source>Add folder</source>
        <translation>Aggiungi cartella</translation>
    </message>
    <message>
        <source>Brand profiles (*.yml *.yaml);;All files (*)</source>
        <translation>Profili di marchio (*.yml *.yaml);;Tutti i file (*)</translation>
    </message>
    <message>
        <source>Open profile</source>
        <translation>Apri un profilo</translation>
    </message>
    <message>
        <source>Export the report</source>
        <translation>Esporta il rapporto</translation>
    </message>
    <message>
        <source>Something went wrong in BrandGuard itself. Your files are untouched.</source>
        <translation>Qualcosa è andato storto in BrandGuard stesso. I vostri file sono intatti.</translation>
    </message>
    <message>
        <source>The log is here: {folder}</source>
        <translation>Il registro è qui: {folder}</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copia i dettagli</translation>
    </message>
</context>
<context>
    <name>DimensionBars</name>
    <message>
        <source>Scores by dimension</source>
        <translation>Punteggi per dimensione</translation>
    </message>
</context>
<context>
    <name>Editing</name>
    <message>
        <source>restore the draft</source>
        <translation>ripristinare la bozza</translation>
    </message>
    <message>
        <source>The changes of {name} are kept as a draft.</source>
        <translation>Le modifiche a {name} restano in una bozza.</translation>
    </message>
    <message>
        <source>Saved {name}</source>
        <translation>Salvato {name}</translation>
    </message>
</context>
<context>
    <name>EditorPage</name>
    <message>
        <source>&amp;Save the profile</source>
        <translation>&amp;Salva il profilo</translation>
    </message>
    <message>
        <source>Save the profile &amp;as…</source>
        <translation>Salva il profilo con &amp;nome…</translation>
    </message>
    <message>
        <source>&amp;New profile…</source>
        <translation>&amp;Nuovo profilo…</translation>
    </message>
    <message>
        <source>Sections of the profile</source>
        <translation>Sezioni del profilo</translation>
    </message>
    <message>
        <source>Problems of the profile</source>
        <translation>Problemi del profilo</translation>
    </message>
    <message>
        <source>{section}, has problems</source>
        <translation>{section}, ha problemi</translation>
    </message>
</context>
<context>
    <name>EffectPane</name>
    <message>
        <source>Effect</source>
        <translation>Effetto</translation>
    </message>
    <message>
        <source>Newly flagged</source>
        <translation>Segnalati ora</translation>
    </message>
    <message>
        <source>Newly clean</source>
        <translation>Puliti ora</translation>
    </message>
    <message>
        <source>What the saved version says of them could not be found out: {cause}</source>
        <translation>Non è stato possibile sapere che cosa ne dice la versione salvata: {cause}</translation>
    </message>
    <message>
        <source>Open some creatives, and see here what each edit changes for them.</source>
        <translation>Aprite qualche lavoro e vedrete qui che cosa cambia con ogni modifica.</translation>
    </message>
    <message>
        <source>The profile has problems: the last valid version stays in force.</source>
        <translation>Il profilo ha problemi: resta in vigore l’ultima versione valida.</translation>
    </message>
    <message numerus="yes">
        <source>%n creatives open, judged by the saved profile.</source>
        <translation>
            <numerusform>Un lavoro aperto, giudicato con il profilo salvato.</numerusform>
            <numerusform>%n lavori aperti, giudicati con il profilo salvato.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n creatives open: saved profile → this version.</source>
        <translation>
            <numerusform>Un lavoro aperto: profilo salvato → questa versione.</numerusform>
            <numerusform>%n lavori aperti: profilo salvato → questa versione.</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} is the creative that is shown</source>
        <translation>{name} è il lavoro mostrato</translation>
    </message>
</context>
<context>
    <name>Errands</name>
    <message>
        <source>Choose a finding: its rule is explained here.</source>
        <translation>Scegliete un rilievo: qui si spiega la sua regola.</translation>
    </message>
    <message>
        <source>The log is here: {folder}</source>
        <translation>Il registro è qui: {folder}</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export the report</source>
        <translation>Esporta il rapporto</translation>
    </message>
    <message>
        <source>With the accepted findings and their reasons</source>
        <translation>Con i rilievi accettati e i loro motivi</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>Language of the report</source>
        <translation>Lingua del rapporto</translation>
    </message>
    <message>
        <source>&amp;Language of the report:</source>
        <translation>&amp;Lingua del rapporto:</translation>
    </message>
    <message>
        <source>Choose where…</source>
        <translation>Scegliete dove…</translation>
    </message>
</context>
<context>
    <name>Exporter</name>
    <message>
        <source>Report written: {path}</source>
        <translation>Rapporto scritto: {path}</translation>
    </message>
    <message>
        <source>Stopped. Nothing was written; an older report is untouched.</source>
        <translation>Interrotto. Non è stato scritto nulla; un rapporto precedente resta intatto.</translation>
    </message>
</context>
<context>
    <name>Eyedropper</name>
    <message>
        <source>Pick a colour</source>
        <translation>Preleva un colore</translation>
    </message>
    <message>
        <source>Add to the palette</source>
        <translation>Aggiungi alla palette</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>The creative in the list has no picture to pick from.</source>
        <translation>Il lavoro nell’elenco non ha un’immagine da cui prelevare.</translation>
    </message>
    <message>
        <source>{hex}  ·  nearest {name} {brand}, ΔE {delta}</source>
        <translation>{hex}  ·  il più vicino è {name} {brand}, ΔE {delta}</translation>
    </message>
    <message>
        <source>{hex}  ·  is {name} of the palette</source>
        <translation>{hex}  ·  è {name} della palette</translation>
    </message>
</context>
<context>
    <name>FindingCard</name>
    <message>
        <source>Copy {value}</source>
        <translation>Copia {value}</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Ritira</translation>
    </message>
    <message>
        <source>Accept…</source>
        <translation>Accetta…</translation>
    </message>
    <message>
        <source>Accept this finding, for a reason (W)</source>
        <translation>Accettare questo rilievo, con un motivo (W)</translation>
    </message>
    <message>
        <source>{deed}: finding {number}</source>
        <translation>{deed}: rilievo {number}</translation>
    </message>
</context>
<context>
    <name>FindingsPane</name>
    <message>
        <source>Findings</source>
        <translation>Rilievi</translation>
    </message>
    <message>
        <source>Show more findings: {left}</source>
        <translation>Mostra altri rilievi: {left}</translation>
    </message>
    <message>
        <source>Choose a creative to see its findings.</source>
        <translation>Scegliete un lavoro per vederne i rilievi.</translation>
    </message>
    <message>
        <source>Waiting for its turn.</source>
        <translation>In attesa del suo turno.</translation>
    </message>
    <message>
        <source>Nothing found that is off brand.</source>
        <translation>Non è stato trovato nulla fuori marchio.</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>Profile</source>
        <translation>Profilo</translation>
    </message>
    <message>
        <source>Add &amp;files…</source>
        <translation>Aggiungi &amp;file…</translation>
    </message>
    <message>
        <source>Add f&amp;older…</source>
        <translation>Aggiungi &amp;cartella…</translation>
    </message>
    <message>
        <source>Check &amp;again</source>
        <translation>&amp;Ricontrolla</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Esporta…</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>Stam&amp;pa…</translation>
    </message>
    <message>
        <source>Print pre&amp;view…</source>
        <translation>A&amp;nteprima di stampa…</translation>
    </message>
    <message>
        <source>&amp;Cancel the run</source>
        <translation>&amp;Interrompi il controllo</translation>
    </message>
    <message>
        <source>&amp;Close all creatives</source>
        <translation>C&amp;hiudi tutti i lavori</translation>
    </message>
    <message>
        <source>&amp;Settings</source>
        <translation>&amp;Impostazioni</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Esci</translation>
    </message>
    <message>
        <source>Open &amp;profile…</source>
        <translation>Apri un &amp;profilo…</translation>
    </message>
    <message>
        <source>Try the &amp;sample brand</source>
        <translation>Prova il marchio di e&amp;sempio</translation>
    </message>
    <message>
        <source>E&amp;xplain this rule</source>
        <translation>&amp;Spiega questa regola</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasti</translation>
    </message>
    <message>
        <source>Open the &amp;log folder</source>
        <translation>Apri la cartella dei &amp;registri</translation>
    </message>
    <message>
        <source>&amp;About BrandGuard</source>
        <translation>&amp;Informazioni su BrandGuard</translation>
    </message>
    <message>
        <source>&amp;Next finding</source>
        <translation>Rilievo &amp;seguente</translation>
    </message>
    <message>
        <source>&amp;Previous finding</source>
        <translation>Rilievo &amp;precedente</translation>
    </message>
    <message>
        <source>&amp;Accept the finding…</source>
        <translation>&amp;Accetta il rilievo…</translation>
    </message>
    <message>
        <source>Compare si&amp;de by side</source>
        <translation>Confronta &amp;fianco a fianco</translation>
    </message>
    <message>
        <source>&amp;Find creatives</source>
        <translation>&amp;Trova lavori</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Incolla</translation>
    </message>
    <message>
        <source>&amp;Remove from the list</source>
        <translation>&amp;Togli dall’elenco</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Ripeti</translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation>Riquadro &amp;seguente</translation>
    </message>
    <message>
        <source>Pre&amp;vious pane</source>
        <translation>Riquadro &amp;precedente</translation>
    </message>
    <message>
        <source>&amp;Hide the side panes</source>
        <translation>&amp;Nascondi i riquadri laterali</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Modifica</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>&amp;Controllo</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Vista</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Aiuto</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Strumenti</translation>
    </message>
</context>
<context>
    <name>Identity</name>
    <message>
        <source>Identity</source>
        <translation>Identità</translation>
    </message>
    <message>
        <source>Who the brand is, and which languages it speaks.</source>
        <translation>Chi è il marchio e quali lingue parla.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>The main one first: it, es, en</source>
        <translation>Prima la principale: it, es, en</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Lingue</translation>
    </message>
    <message>
        <source>Two capital letters, like IT: for phone numbers, and whether «ustedes» is formal</source>
        <translation>Due maiuscole, come IT: per i numeri di telefono, e per sapere se «ustedes» è formale</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Regione</translation>
    </message>
    <message>
        <source>Another profile, by its path from this file; what is written here wins</source>
        <translation>Un altro profilo, con il percorso da questo file; prevale ciò che è scritto qui</translation>
    </message>
    <message>
        <source>Extends</source>
        <translation>Estende</translation>
    </message>
</context>
<context>
    <name>InvalidProfile</name>
    <message>
        <source>Read it again</source>
        <translation>Rileggi</translation>
    </message>
    <message>
        <source>Open another profile…</source>
        <translation>Apri un altro profilo…</translation>
    </message>
    <message>
        <source>Copy the list</source>
        <translation>Copia l’elenco</translation>
    </message>
    <message>
        <source>{path}

Nothing is judged until these are mended. Change the file in any editor, save it, and read it again.</source>
        <translation>{path}

Non si giudica nulla finché questi non sono corretti. Modificate il file in un editor qualsiasi, salvatelo e rileggetelo.</translation>
    </message>
    <message>
        <source>This profile cannot be used</source>
        <translation>Questo profilo non si può usare</translation>
    </message>
    <message>
        <source>Line {line}</source>
        <translation>Riga {line}</translation>
    </message>
</context>
<context>
    <name>ItemList</name>
    <message>
        <source>Add</source>
        <translation>Aggiungi</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Togli</translation>
    </message>
    <message>
        <source>Add to {list}</source>
        <translation>Aggiungi a: {list}</translation>
    </message>
    <message>
        <source>Remove from {list}</source>
        <translation>Togli da: {list}</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>Tasti</translation>
    </message>
</context>
<context>
    <name>LearnPage</name>
    <message>
        <source>Approved examples</source>
        <translation>Esempi approvati</translation>
    </message>
    <message>
        <source>The brand&apos;s name</source>
        <translation>Il nome del marchio</translation>
    </message>
    <message>
        <source>False alarms, per cent</source>
        <translation>Falsi allarmi, per cento</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Aggiungi file…</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>Aggiungi cartella…</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Svuota</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>Impara</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Back to the profile</source>
        <translation>Torna al profilo</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Avanzamento</translation>
    </message>
    <message>
        <source>Accept and save</source>
        <translation>Accetta e salva</translation>
    </message>
    <message>
        <source>Change the examples</source>
        <translation>Cambia gli esempi</translation>
    </message>
    <message>
        <source>Learn from approved examples</source>
        <translation>Imparare da esempi approvati</translation>
    </message>
    <message>
        <source>Drop creatives and copy here that are right: 20 or more give limits of the brand&apos;s own, fewer lean on other brands.</source>
        <translation>Trascinate qui lavori e testi riusciti: da 20 in su danno limiti propri del marchio, meno si appoggiano ad altri marchi.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>False alarms</source>
        <translation>Falsi allarmi</translation>
    </message>
    <message>
        <source>So many creatives that are right may be warned of, at most.</source>
        <translation>Al massimo tanti lavori giusti possono ricevere un avviso.</translation>
    </message>
    <message>
        <source>What was learned</source>
        <translation>Che cosa è stato imparato</translation>
    </message>
    <message>
        <source>Keep what is written by hand in {name}; only gaps are filled</source>
        <translation>Conserva ciò che è scritto a mano in {name}; si colmano solo i vuoti</translation>
    </message>
    <message>
        <source>{done} of {total} · {name}</source>
        <translation>{done} di {total} · {name}</translation>
    </message>
    <message>
        <source>Finding what they have in common…</source>
        <translation>Si cerca che cosa hanno in comune…</translation>
    </message>
    <message>
        <source>None of them could be read:</source>
        <translation>Nessuno è leggibile:</translation>
    </message>
    <message numerus="yes">
        <source>%n files and folders</source>
        <translation>
            <numerusform>un file o cartella</numerusform>
            <numerusform>%n file e cartelle</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing chosen yet.</source>
        <translation>Non è stato ancora scelto nulla.</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>Aggiungi file</translation>
    </message>
    <message>
        <source>Add folder</source>
        <translation>Aggiungi cartella</translation>
    </message>
</context>
<context>
    <name>LessonView</name>
    <message>
        <source>Could not be read</source>
        <translation>Illeggibili</translation>
    </message>
    <message>
        <source>What was learned</source>
        <translation>Che cosa è stato imparato</translation>
    </message>
    <message>
        <source>▲ Few examples: the limits lean on those of other brands. Add more whenever you have them.</source>
        <translation>▲ Pochi esempi: i limiti si appoggiano a quelli di altri marchi. Aggiungetene altri quando li avete.</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>Palette</translation>
    </message>
    <message>
        <source>No colour is shared by enough of the examples.</source>
        <translation>Nessun colore è comune a un numero sufficiente di esempi.</translation>
    </message>
    <message>
        <source>Voice, {language}</source>
        <translation>Voce, {language}</translation>
    </message>
    <message>
        <source>Address: {address}</source>
        <translation>Forma di cortesia: {address}</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Limiti</translation>
    </message>
    <message>
        <source>Each example was judged by what the others taught. A limit that warns of more of them than you asked for is marked.</source>
        <translation>Ogni esempio è stato giudicato con ciò che hanno insegnato gli altri. È segnato un limite che ne avvisa più di quanti avete chiesto.</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Limite</translation>
    </message>
    <message>
        <source>This brand&apos;s own</source>
        <translation>Proprio del marchio</translation>
    </message>
    <message>
        <source>Would warn of</source>
        <translation>Avviserebbe di</translation>
    </message>
    <message>
        <source>{flagged} of {judged}</source>
        <translation>{flagged} su {judged}</translation>
    </message>
</context>
<context>
    <name>ListPane</name>
    <message>
        <source>Search name, text, rule</source>
        <translation>Cerca nome, testo, regola</translation>
    </message>
    <message>
        <source>Search creatives</source>
        <translation>Cerca lavori</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Vista</translation>
    </message>
    <message>
        <source>Filter, group and sort the creatives</source>
        <translation>Filtrare, raggruppare e ordinare i lavori</translation>
    </message>
    <message>
        <source>Creatives</source>
        <translation>Lavori</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostra</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canale</translation>
    </message>
    <message>
        <source>All channels</source>
        <translation>Tutti i canali</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Sconosciuto</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>Raggruppa per</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Ordina per</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostra tutti</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Campagna</translation>
    </message>
    <message>
        <source>All campaigns</source>
        <translation>Tutte le campagne</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Nessuna</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Niente</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Verdetto</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Cartella</translation>
    </message>
    <message>
        <source>Worst first</source>
        <translation>Prima i peggiori</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message numerus="yes">
        <source>%n hidden by the view or the search</source>
        <translation>
            <numerusform>Uno nascosto dalla vista o dalla ricerca</numerusform>
            <numerusform>%n nascosti dalla vista o dalla ricerca</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Logos</name>
    <message>
        <source>Logos</source>
        <translation>Loghi</translation>
    </message>
    <message>
        <source>SVG, PNG or PDF beside the profile. Clear space counts in heights of the logo. A legacy logo is one that must no longer be used.</source>
        <translation>SVG, PNG o PDF accanto al profilo. Lo spazio di rispetto si conta in altezze del logo. Un logo superato è uno che non si deve più usare.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>File</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Ruolo</translation>
    </message>
    <message>
        <source>by name</source>
        <translation>per nome</translation>
    </message>
    <message>
        <source>Clear space</source>
        <translation>Spazio di rispetto</translation>
    </message>
    <message>
        <source>Least px</source>
        <translation>Minimo px</translation>
    </message>
    <message>
        <source>Least mm</source>
        <translation>Minimo mm</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Aggiungi file…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Togli</translation>
    </message>
    <message>
        <source>Of all logos</source>
        <translation>Di tutti i loghi</translation>
    </message>
    <message>
        <source>Duty</source>
        <translation>Obbligo</translation>
    </message>
    <message>
        <source>Every creative with a picture shows a logo</source>
        <translation>Ogni lavoro con un’immagine mostra un logo</translation>
    </message>
    <message>
        <source>Clear space, heights</source>
        <translation>Spazio di rispetto, altezze</translation>
    </message>
    <message>
        <source>Least width, px</source>
        <translation>Larghezza minima, px</translation>
    </message>
    <message>
        <source>Least width, mm</source>
        <translation>Larghezza minima, mm</translation>
    </message>
    <message>
        <source>Least contrast with its ground</source>
        <translation>Contrasto minimo con lo sfondo</translation>
    </message>
    <message>
        <source>logo {name}</source>
        <translation>logo {name}</translation>
    </message>
    <message>
        <source>add logos</source>
        <translation>aggiungere loghi</translation>
    </message>
    <message>
        <source>remove {name}</source>
        <translation>togliere {name}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Creatives</source>
        <translation>Lavori</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Campagna</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapporto</translation>
    </message>
    <message>
        <source>Mark two creatives in the list to compare them.</source>
        <translation>Segnate due lavori nell’elenco per confrontarli.</translation>
    </message>
    <message>
        <source>This creative is not open any more.</source>
        <translation>Questo lavoro non è più aperto.</translation>
    </message>
</context>
<context>
    <name>MatrixTable</name>
    <message>
        <source>Each creative by dimension</source>
        <translation>Ogni lavoro per dimensione</translation>
    </message>
</context>
<context>
    <name>MessageSection</name>
    <message>
        <source>Message</source>
        <translation>Messaggio</translation>
    </message>
    <message>
        <source>What every creative may state. A single campaign&apos;s offer stands in its own campaign.yml.</source>
        <translation>Che cosa può affermare ogni lavoro. L’offerta di una singola campagna sta nel suo campaign.yml.</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Claim</translation>
    </message>
    <message>
        <source>Facts that are the brand&apos;s own</source>
        <translation>Fatti propri del marchio</translation>
    </message>
    <message>
        <source>Phone numbers</source>
        <translation>Numeri di telefono</translation>
    </message>
    <message>
        <source>E-mail addresses</source>
        <translation>Indirizzi e-mail</translation>
    </message>
    <message>
        <source>Web addresses</source>
        <translation>Indirizzi web</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Profili social</translation>
    </message>
    <message>
        <source>Hashtags</source>
        <translation>Hashtag</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Codici</translation>
    </message>
</context>
<context>
    <name>NoProfile</name>
    <message>
        <source>Open profile…</source>
        <translation>Apri un profilo…</translation>
    </message>
    <message>
        <source>Learn from examples…</source>
        <translation>Impara da esempi…</translation>
    </message>
    <message>
        <source>Try the sample brand</source>
        <translation>Prova il marchio di esempio</translation>
    </message>
    <message>
        <source>A profile (_brand.yml) says what the brand looks and sounds like: its colours, its words, its tone. None lies beside these creatives or in a folder above them. Open one, and they are checked at once.</source>
        <translation>Un profilo (_brand.yml) dice come appare e come parla il marchio: i colori, le parole, il tono. Accanto a questi lavori, o in una cartella superiore, non ce n’è nessuno. Apritene uno e saranno controllati subito.</translation>
    </message>
    <message>
        <source>Which brand are these creatives for?</source>
        <translation>Per quale marchio sono questi lavori?</translation>
    </message>
    <message>
        <source>Use {name}</source>
        <translation>Usa {name}</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Details</source>
        <translation>Dettagli</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>The creative; arrow keys move the cross, Enter picks</source>
        <translation>Il lavoro; le frecce muovono la croce, Invio preleva</translation>
    </message>
</context>
<context>
    <name>PairCard</name>
    <message>
        <source>Compare these two</source>
        <translation>Confronta questi due</translation>
    </message>
</context>
<context>
    <name>PaletteStrip</name>
    <message>
        <source>Palette: measured colours and the brand&apos;s nearest</source>
        <translation>Palette: i colori misurati e i più vicini del marchio</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Misurato</translation>
    </message>
    <message>
        <source>Nearest</source>
        <translation>Più vicino</translation>
    </message>
    <message>
        <source>{hex}, {share}</source>
        <translation>{hex}, {share}</translation>
    </message>
    <message>
        <source>{hex}, {share}; nearest {name} {brand}, ΔE {delta}</source>
        <translation>{hex}, {share}; il più vicino è {name} {brand}, ΔE {delta}</translation>
    </message>
</context>
<context>
    <name>PlaceButton</name>
    <message>
        <source>Channel unknown</source>
        <translation>Canale sconosciuto</translation>
    </message>
    <message>
        <source>Where it runs: {place}</source>
        <translation>Dove esce: {place}</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>non trovato</translation>
    </message>
    <message>
        <source>Channel and medium ({how}). Click to correct.</source>
        <translation>Canale e mezzo ({how}). Fate clic per correggere.</translation>
    </message>
    <message>
        <source>Medium unknown</source>
        <translation>Mezzo sconosciuto</translation>
    </message>
</context>
<context>
    <name>Placing</name>
    <message>
        <source>correct {name}</source>
        <translation>correggere {name}</translation>
    </message>
    <message>
        <source>Remembered in the campaign&apos;s file (campaign.yml).</source>
        <translation>Annotato nel file della campagna (campaign.yml).</translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>Fit the page</source>
        <translation>Adatta la pagina</translation>
    </message>
    <message>
        <source>Actual size</source>
        <translation>Dimensioni reali</translation>
    </message>
    <message>
        <source>Show the places of findings</source>
        <translation>Mostra i punti dei rilievi</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Pagina precedente</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Pagina seguente</translation>
    </message>
    <message>
        <source>Show the place in hand alone</source>
        <translation>Mostra solo il punto scelto</translation>
    </message>
    <message>
        <source>Show where text lies</source>
        <translation>Mostra dove sta il testo</translation>
    </message>
    <message>
        <source>Show logos and their clear space</source>
        <translation>Mostra i loghi e il loro spazio di rispetto</translation>
    </message>
    <message>
        <source>More to see</source>
        <translation>Altro da vedere</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>Pagina {page} di {pages}</translation>
    </message>
    <message>
        <source>No creative chosen</source>
        <translation>Nessun lavoro scelto</translation>
    </message>
    <message>
        <source>Choose one in the list.</source>
        <translation>Sceglietene uno nell’elenco.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>In attesa</translation>
    </message>
    <message>
        <source>It appears here once it is measured.</source>
        <translation>Appare qui appena è misurato.</translation>
    </message>
    <message>
        <source>Nothing to show</source>
        <translation>Niente da mostrare</translation>
    </message>
    <message>
        <source>No page of it could be measured.</source>
        <translation>Nessuna sua pagina è stata misurata.</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>Print preview</source>
        <translation>Anteprima di stampa</translation>
    </message>
</context>
<context>
    <name>ProfileButton</name>
    <message>
        <source>cannot be used</source>
        <translation>inutilizzabile</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nessuno</translation>
    </message>
    <message>
        <source>Profile: {name}</source>
        <translation>Profilo: {name}</translation>
    </message>
    <message>
        <source>Open profile…</source>
        <translation>Apri un profilo…</translation>
    </message>
    <message>
        <source>Try the sample brand</source>
        <translation>Prova il marchio di esempio</translation>
    </message>
</context>
<context>
    <name>RangeBar</name>
    <message>
        <source>no range</source>
        <translation>nessun intervallo</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>da {low} a {high}</translation>
    </message>
    <message numerus="yes">
        <source>%n approved examples</source>
        <translation>
            <numerusform>un esempio approvato</numerusform>
            <numerusform>%n esempi approvati</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n creatives open</source>
        <translation>
            <numerusform>un lavoro aperto</numerusform>
            <numerusform>%n lavori aperti</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ranges</name>
    <message>
        <source>No limit</source>
        <translation>Nessun limite</translation>
    </message>
    <message>
        <source>No limit for {trait}</source>
        <translation>Nessun limite per {trait}</translation>
    </message>
    <message>
        <source>{trait}, least</source>
        <translation>{trait}, minimo</translation>
    </message>
    <message>
        <source>{trait}, most</source>
        <translation>{trait}, massimo</translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>Export…</source>
        <translation>Esporta…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Stampa…</translation>
    </message>
    <message>
        <source>Print preview…</source>
        <translation>Anteprima…</translation>
    </message>
    <message>
        <source>How the scores are spread</source>
        <translation>Come si distribuiscono i punteggi</translation>
    </message>
    <message>
        <source>Rules that were broken</source>
        <translation>Regole infrante</translation>
    </message>
    <message>
        <source>No rule was broken.</source>
        <translation>Nessuna regola è stata violata.</translation>
    </message>
    <message>
        <source>Nothing found that is off brand.</source>
        <translation>Non è stato trovato nulla fuori marchio.</translation>
    </message>
    <message>
        <source>Creatives that need work</source>
        <translation>Lavori da correggere</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapporto</translation>
    </message>
    <message>
        <source>Creatives by rule</source>
        <translation>Lavori per regola</translation>
    </message>
    <message>
        <source>Score by campaign</source>
        <translation>Punteggio per campagna</translation>
    </message>
    <message numerus="yes">
        <source>Count accepted findings too (%n)</source>
        <translation>
            <numerusform>Conta anche il rilievo accettato (%n)</numerusform>
            <numerusform>Conta anche i rilievi accettati (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>No campaign</source>
        <translation>Senza campagna</translation>
    </message>
    <message>
        <source>{judged} of {all}</source>
        <translation>{judged} di {all}</translation>
    </message>
    <message numerus="yes">
        <source>%n more: the exported report shows them all</source>
        <translation>
            <numerusform>Un altro: il rapporto esportato li mostra tutti</numerusform>
            <numerusform>Altri %n: il rapporto esportato li mostra tutti</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RulesSection</name>
    <message>
        <source>Rules</source>
        <translation>Regole</translation>
    </message>
    <message>
        <source>Only fails and warnings change a verdict. A rule that the profile does not ask for gives notes alone, unless it is set here.</source>
        <translation>Solo errori e avvisi cambiano un verdetto. Una regola che il profilo non chiede dà soltanto note, a meno che non sia impostata qui.</translation>
    </message>
    <message>
        <source>Find a rule</source>
        <translation>Trova una regola</translation>
    </message>
    <message>
        <source>by itself</source>
        <translation>da sé</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Codice</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regola</translation>
    </message>
    <message>
        <source>Set to</source>
        <translation>Impostata a</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>In vigore</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Richiesta</translation>
    </message>
    <message>
        <source>What the rule says</source>
        <translation>Che cosa dice la regola</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sì</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>{rule} is {state}</source>
        <translation>{rule} è {state}</translation>
    </message>
</context>
<context>
    <name>Scores</name>
    <message>
        <source>From now on the scores of each run are kept on this computer, for trends. The settings can switch that off.</source>
        <translation>D’ora in poi i punteggi di ogni controllo restano su questo computer, per gli andamenti. Si può disattivare nelle impostazioni.</translation>
    </message>
    <message>
        <source>The scores of this run are not kept: {why}</source>
        <translation>I punteggi di questo controllo non vengono conservati: {why}</translation>
    </message>
</context>
<context>
    <name>Selection</name>
    <message>
        <source>No more findings this way.</source>
        <translation>Da questa parte non ci sono altri rilievi.</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>remove {name}</source>
        <translation>togliere {name}</translation>
    </message>
    <message>
        <source>Stopped: {kept} kept, {left} not checked. Check again goes on.</source>
        <translation>Interrotto: {kept} conservati, {left} non controllati. «Ricontrolla» riprende.</translation>
    </message>
    <message numerus="yes">
        <source>%n skipped: the same creative is already open</source>
        <translation>
            <numerusform>Uno saltato: lo stesso lavoro è già aperto</numerusform>
            <numerusform>%n saltati: gli stessi lavori sono già aperti</numerusform>
        </translation>
    </message>
    <message>
        <source>The run ended early: {kept} kept.</source>
        <translation>Il controllo è finito prima del tempo: {kept} conservati.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln checked</source>
        <translation>
            <numerusform>%Ln controllato</numerusform>
            <numerusform>%Ln controllati</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to check was found there.</source>
        <translation>Lì non c’era nulla da controllare.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>As the system</source>
        <translation>Come il sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Chiaro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Scuro</translation>
    </message>
    <message>
        <source>Read text in pictures</source>
        <translation>Leggi il testo nelle immagini</translation>
    </message>
    <message>
        <source>Half of the processor</source>
        <translation>Metà del processore</translation>
    </message>
    <message>
        <source>Empty the store</source>
        <translation>Svuota l’archivio</translation>
    </message>
    <message>
        <source>Keep the scores of each run</source>
        <translation>Conserva i punteggi di ogni controllo</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Impostazioni</translation>
    </message>
    <message>
        <source>Language and looks</source>
        <translation>Lingua e aspetto</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>Lingua della finestra</translation>
    </message>
    <message>
        <source>Language of reports</source>
        <translation>Lingua dei rapporti</translation>
    </message>
    <message>
        <source>For reports that you export or print, and on the command line.</source>
        <translation>Per i rapporti che esportate o stampate, e per la riga di comando.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colori</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Controllo</translation>
    </message>
    <message>
        <source>Takes a second or two a picture, where a rule of the profile is about words.</source>
        <translation>Richiede un secondo o due per immagine, se una regola del profilo riguarda le parole.</translation>
    </message>
    <message>
        <source>Creatives measured at a time</source>
        <translation>Lavori misurati insieme</translation>
    </message>
    <message>
        <source>More is quicker, and leaves less for other programs.</source>
        <translation>Di più è più rapido, e lascia meno agli altri programmi.</translation>
    </message>
    <message>
        <source>Memory for each</source>
        <translation>Memoria per ciascuno</translation>
    </message>
    <message>
        <source>A creative that needs more is named as unreadable instead of slowing all.</source>
        <translation>Un lavoro che ne chiede di più è dato per illeggibile invece di rallentare tutto.</translation>
    </message>
    <message>
        <source>Kept on this computer</source>
        <translation>Conservato su questo computer</translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation>Misure</translation>
    </message>
    <message>
        <source>What was measured once is not measured again until the file changes.</source>
        <translation>Ciò che è stato misurato una volta non si rimisura finché il file non cambia.</translation>
    </message>
    <message>
        <source>Scores over time, for trends. No creative is kept.</source>
        <translation>I punteggi nel tempo, per gli andamenti. Nessun lavoro viene conservato.</translation>
    </message>
    <message>
        <source>Kept in</source>
        <translation>Conservati in</translation>
    </message>
    <message>
        <source>Languages whose voice can be measured</source>
        <translation>Lingue di cui si può misurare la voce</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fine</translation>
    </message>
    <message>
        <source>Shared with the command line: {path}</source>
        <translation>In comune con la riga di comando: {path}</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vuoto</translation>
    </message>
    <message>
        <source>The store is empty. The next run measures everything anew.</source>
        <translation>L’archivio è vuoto. Il prossimo controllo rimisura tutto.</translation>
    </message>
</context>
<context>
    <name>SideFrame</name>
    <message>
        <source>page {page}</source>
        <translation>pagina {page}</translation>
    </message>
    <message>
        <source>{value}: {where}</source>
        <translation>{value}: {where}</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>Avanzamento del controllo</translation>
    </message>
    <message>
        <source>Stop the run; what is checked stays (Esc)</source>
        <translation>Interrompe il controllo; ciò che è controllato resta (Esc)</translation>
    </message>
    <message>
        <source>Looking for creatives…</source>
        <translation>Ricerca dei lavori…</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} di {total}</translation>
    </message>
    <message>
        <source>a few seconds left</source>
        <translation>ancora qualche secondo</translation>
    </message>
    <message numerus="yes">
        <source>about %n seconds left</source>
        <translation>
            <numerusform>ancora %n secondo circa</numerusform>
            <numerusform>ancora %n secondi circa</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minutes left</source>
        <translation>
            <numerusform>ancora %n minuto circa</numerusform>
            <numerusform>ancora %n minuti circa</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hours left</source>
        <translation>
            <numerusform>ancora %n ora circa</numerusform>
            <numerusform>ancora %n ore circa</numerusform>
        </translation>
    </message>
    <message>
        <source>Progress of the report</source>
        <translation>Avanzamento del rapporto</translation>
    </message>
    <message>
        <source>Give up the report; an older file stays</source>
        <translation>Rinuncia al rapporto; un file precedente resta</translation>
    </message>
    <message>
        <source>Making the report…</source>
        <translation>Preparazione del rapporto…</translation>
    </message>
</context>
<context>
    <name>Table</name>
    <message>
        <source>yes</source>
        <translation>sì</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
</context>
<context>
    <name>TextPane</name>
    <message>
        <source>Text of the page</source>
        <translation>Testo della pagina</translation>
    </message>
</context>
<context>
    <name>Thresholds</name>
    <message>
        <source>Thresholds</source>
        <translation>Soglie</translation>
    </message>
    <message>
        <source>A limit of 1 warns of the promised share of on-brand creatives; more is more lenient. Measured: how many approved examples would be warned of, each judged by what the others taught.</source>
        <translation>Un limite di 1 avvisa della quota promessa di lavori in linea con il marchio; di più è più indulgente. Misurato: per quanti esempi approvati ci sarebbe un avviso, ciascuno giudicato da ciò che hanno insegnato gli altri.</translation>
    </message>
    <message>
        <source>Share of on-brand creatives that may get a warning: 0.05 is one in twenty. Counts when the brand is learned anew.</source>
        <translation>Quota di lavori in linea che può ricevere un avviso: 0,05 è uno su venti. Vale quando il marchio si impara di nuovo.</translation>
    </message>
    <message>
        <source>False alarms</source>
        <translation>Falsi allarmi</translation>
    </message>
    <message>
        <source>Learned limits</source>
        <translation>Limiti imparati</translation>
    </message>
    <message>
        <source>Nothing was learned yet. Learn from approved examples, and their look and voice are judged as well.</source>
        <translation>Non è stato ancora imparato nulla. Imparate da esempi approvati, e si giudicheranno anche aspetto e voce.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Che cosa</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Limite</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Misurato</translation>
    </message>
    <message>
        <source>The brand&apos;s own</source>
        <translation>Del marchio</translation>
    </message>
    <message>
        <source>Look of pictures</source>
        <translation>Aspetto delle immagini</translation>
    </message>
    <message>
        <source>Distance of the look</source>
        <translation>Distanza dell’aspetto</translation>
    </message>
    <message>
        <source>Distance of the voice, {language}</source>
        <translation>Distanza della voce, {language}</translation>
    </message>
    <message>
        <source>not measurable</source>
        <translation>non misurabile</translation>
    </message>
    <message>
        <source>{flagged} of {judged} ({share})</source>
        <translation>{flagged} di {judged} ({share})</translation>
    </message>
    <message>
        <source>{share}, the rest prior</source>
        <translation>{share}, il resto a priori</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Learn from examples…</source>
        <translation>Impara da esempi…</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>Nuovo…</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Apri…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salva</translation>
    </message>
    <message>
        <source>Restore the draft</source>
        <translation>Ripristina la bozza</translation>
    </message>
    <message>
        <source>Discard it</source>
        <translation>Scartala</translation>
    </message>
    <message>
        <source>No profile</source>
        <translation>Nessun profilo</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lettura…</translation>
    </message>
    <message>
        <source>Open one, write a new one, or learn one from approved examples.</source>
        <translation>Apritene uno, scrivetene uno nuovo o imparatelo da esempi approvati.</translation>
    </message>
    <message>
        <source>● not saved</source>
        <translation>● non salvato</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>salvato</translation>
    </message>
    <message>
        <source>▲ Changes of {when} were not saved. They are kept as a draft.</source>
        <translation>▲ Le modifiche del {when} non sono state salvate. Restano in una bozza.</translation>
    </message>
</context>
<context>
    <name>Typefaces</name>
    <message>
        <source>Typefaces</source>
        <translation>Caratteri</translation>
    </message>
    <message>
        <source>The families that may be used. Weights like 400, 700 or 300..800.</source>
        <translation>Le famiglie che si possono usare. Pesi come 400, 700 o 300..800.</translation>
    </message>
    <message>
        <source>Families</source>
        <translation>Famiglie</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Famiglia</translation>
    </message>
    <message>
        <source>New family</source>
        <translation>Nuova famiglia</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Pesi</translation>
    </message>
    <message>
        <source>Styles</source>
        <translation>Stili</translation>
    </message>
    <message>
        <source>Where they stand</source>
        <translation>Dove stanno</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Testo</translation>
    </message>
    <message>
        <source>Headings</source>
        <translation>Titoli</translation>
    </message>
    <message>
        <source>Allowed besides the families above</source>
        <translation>Ammessi oltre alle famiglie qui sopra</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Altri</translation>
    </message>
    <message>
        <source>May stand in online, as Arial in an e-mail</source>
        <translation>Possono sostituire online, come Arial in un’e-mail</translation>
    </message>
    <message>
        <source>Fallbacks</source>
        <translation>Sostituti</translation>
    </message>
    <message>
        <source>Most families</source>
        <translation>Famiglie al massimo</translation>
    </message>
    <message>
        <source>Least size in print, pt</source>
        <translation>Corpo minimo in stampa, pt</translation>
    </message>
    <message>
        <source>Least size on screens, px</source>
        <translation>Corpo minimo a schermo, px</translation>
    </message>
</context>
<context>
    <name>VisionMenu</name>
    <message>
        <source>Simulate colour vision</source>
        <translation>Simula la visione dei colori</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Com’è</translation>
    </message>
    <message>
        <source>Red-blind (protanopia)</source>
        <translation>Cecità al rosso (protanopia)</translation>
    </message>
    <message>
        <source>Green-blind (deuteranopia)</source>
        <translation>Cecità al verde (deuteranopia)</translation>
    </message>
    <message>
        <source>Blue-blind (tritanopia)</source>
        <translation>Cecità al blu (tritanopia)</translation>
    </message>
</context>
<context>
    <name>Voice</name>
    <message>
        <source>Voice</source>
        <translation>Voce</translation>
    </message>
    <message>
        <source>Drag the ends of a bar, or type. A trait without a limit is not judged.</source>
        <translation>Trascinate le estremità di una barra, o scrivete. Un tratto senza limite non si giudica.</translation>
    </message>
    <message>
        <source>Address in {language}</source>
        <translation>Forma di cortesia, {language}</translation>
    </message>
    <message>
        <source>free</source>
        <translation>libera</translation>
    </message>
    <message>
        <source>none at all</source>
        <translation>nessuna</translation>
    </message>
    <message>
        <source>Traits</source>
        <translation>Tratti</translation>
    </message>
    <message>
        <source>Language of the traits</source>
        <translation>Lingua dei tratti</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Lingua</translation>
    </message>
    <message>
        <source>Dots above a bar are the approved examples, ticks below it the creatives that are open.</source>
        <translation>I punti sopra una barra sono gli esempi approvati, le tacche sotto i lavori aperti.</translation>
    </message>
</context>
<context>
    <name>Weights</name>
    <message>
        <source>Weights</source>
        <translation>Pesi</translation>
    </message>
    <message>
        <source>Only what could be measured enters the score; 0 leaves a dimension out of it.</source>
        <translation>Nel punteggio entra solo ciò che è stato misurato; 0 ne esclude una dimensione.</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Drop creatives or folders here</source>
        <translation>Trascinate qui lavori o cartelle</translation>
    </message>
    <message>
        <source>BrandGuard tells whether they look and sound like the brand, and why.</source>
        <translation>BrandGuard dice se hanno l’aspetto e la voce del marchio, e perché.</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Aggiungi file…</translation>
    </message>
    <message>
        <source>Try the sample brand</source>
        <translation>Prova il marchio di esempio</translation>
    </message>
    <message>
        <source>Pictures and video</source>
        <translation>Immagini e video</translation>
    </message>
    <message>
        <source>Layouts and e-mail</source>
        <translation>Impaginati ed e-mail</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documenti</translation>
    </message>
    <message>
        <source>Texts and tables</source>
        <translation>Testi e tabelle</translation>
    </message>
    <message>
        <source>Recent folders</source>
        <translation>Cartelle recenti</translation>
    </message>
    <message>
        <source>Recent profiles</source>
        <translation>Profili recenti</translation>
    </message>
</context>
<context>
    <name>WordingSection</name>
    <message>
        <source>Wording</source>
        <translation>Parole</translation>
    </message>
    <message>
        <source>A word is found in all its forms; «regex:…» is a pattern.</source>
        <translation>Una parola si trova in tutte le sue forme; «regex:…» è un modello.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Lingua</translation>
    </message>
    <message>
        <source>new word</source>
        <translation>nuova parola</translation>
    </message>
    <message>
        <source>Banned words</source>
        <translation>Parole vietate</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Parola</translation>
    </message>
    <message>
        <source>Instead</source>
        <translation>Al suo posto</translation>
    </message>
    <message>
        <source>Preferred words</source>
        <translation>Parole preferite</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Usate</translation>
    </message>
    <message>
        <source>Avoid</source>
        <translation>Evitate</translation>
    </message>
    <message>
        <source>another word</source>
        <translation>un’altra parola</translation>
    </message>
    <message>
        <source>Required texts</source>
        <translation>Testi obbligatori</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Testo</translation>
    </message>
    <message>
        <source>new text</source>
        <translation>nuovo testo</translation>
    </message>
    <message>
        <source>Media</source>
        <translation>Mezzi</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canale</translation>
    </message>
    <message>
        <source>Names and figures</source>
        <translation>Nomi e cifre</translation>
    </message>
    <message>
        <source>Brand and product names exactly as they are written</source>
        <translation>Nomi del marchio e dei prodotti esattamente come si scrivono</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Nomi</translation>
    </message>
    <message>
        <source>Price in {language}</source>
        <translation>Prezzo, {language}</translation>
    </message>
    <message>
        <source>Percentage in {language}</source>
        <translation>Percentuale, {language}</translation>
    </message>
</context>
<context>
    <name>forms</name>
    <message>
        <source>Web page</source>
        <translation>Pagina web</translation>
    </message>
    <message>
        <source>To read and pass on, all in one file</source>
        <translation>Da leggere e inoltrare, tutto in un file</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>To print, sign and file</source>
        <translation>Da stampare, firmare e archiviare</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Cartella di Excel</translation>
    </message>
    <message>
        <source>To sort and count</source>
        <translation>Per ordinare e contare</translation>
    </message>
    <message>
        <source>Table of findings</source>
        <translation>Tabella dei rilievi</translation>
    </message>
    <message>
        <source>For any spreadsheet</source>
        <translation>Per qualsiasi foglio di calcolo</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Everything, for programs</source>
        <translation>Tutto, per i programmi</translation>
    </message>
    <message>
        <source>JSON lines</source>
        <translation>JSON a righe</translation>
    </message>
    <message>
        <source>For programs, one creative a line</source>
        <translation>Per i programmi, un lavoro per riga</translation>
    </message>
    <message>
        <source>SARIF</source>
        <translation>SARIF</translation>
    </message>
    <message>
        <source>For code review tools</source>
        <translation>Per gli strumenti di revisione del codice</translation>
    </message>
    <message>
        <source>JUnit</source>
        <translation>JUnit</translation>
    </message>
    <message>
        <source>For build servers</source>
        <translation>Per i server di compilazione</translation>
    </message>
    <message>
        <source>GitHub notes</source>
        <translation>Note di GitHub</translation>
    </message>
    <message>
        <source>For pull requests</source>
        <translation>Per le richieste di modifica</translation>
    </message>
    <message>
        <source>Annotated pictures</source>
        <translation>Immagini annotate</translation>
    </message>
    <message>
        <source>A folder: the findings drawn on each creative</source>
        <translation>Una cartella: i rilievi disegnati su ogni lavoro</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>Waiting</source>
        <translation>In attesa</translation>
    </message>
    <message>
        <source>Fails</source>
        <translation>Errori</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Avvisi</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Channel unknown</source>
        <translation>Canale sconosciuto</translation>
    </message>
    <message>
        <source>No campaign</source>
        <translation>Senza campagna</translation>
    </message>
    <message>
        <source>score {score}</source>
        <translation>punteggio {score}</translation>
    </message>
</context>
</TS>
