<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About BrandGuard</source>
        <translation>Acerca de BrandGuard</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>Copiar los detalles</translation>
    </message>
    <message>
        <source>Open the log folder</source>
        <translation>Abrir la carpeta de registros</translation>
    </message>
    <message>
        <source>The log: {path}</source>
        <translation>El registro: {path}</translation>
    </message>
    <message>
        <source>BrandGuard is free software under the MIT licence. It sends nothing anywhere.</source>
        <translation>BrandGuard es software libre con licencia MIT. No envía nada a ninguna parte.</translation>
    </message>
    <message>
        <source>It uses Qt and PySide6, © The Qt Company Ltd and others, under the GNU Lesser General Public License, version 3. They are linked dynamically and unchanged: you may replace them by versions of your own. Their source is at code.qt.io, the licence at gnu.org/licenses/lgpl-3.0.</source>
        <translation>Usa Qt y PySide6, © The Qt Company Ltd y otros, con la licencia GNU Lesser General Public License, versión 3. Están enlazados dinámicamente y sin cambios: puede sustituirlos por versiones propias. Su código fuente está en code.qt.io y la licencia en gnu.org/licenses/lgpl-3.0.</translation>
    </message>
    <message>
        <source>It is made with these packages:</source>
        <translation>Está hecho con estos paquetes:</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>Paquete</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <source>Packages and their licences</source>
        <translation>Los paquetes y sus licencias</translation>
    </message>
</context>
<context>
    <name>AcceptDialog</name>
    <message>
        <source>Accept a finding</source>
        <translation>Aceptar una observación</translation>
    </message>
    <message>
        <source>Only &amp;until</source>
        <translation>Solo &amp;hasta el</translation>
    </message>
    <message>
        <source>&amp;Accept</source>
        <translation>&amp;Aceptar</translation>
    </message>
    <message>
        <source>This &amp;finding alone</source>
        <translation>Solo esta &amp;observación</translation>
    </message>
    <message>
        <source>The rule «{rule}» at this &amp;place of the creative</source>
        <translation>La regla «{rule}» en este &amp;lugar de la pieza</translation>
    </message>
    <message>
        <source>The rule «{rule}» in this &amp;creative</source>
        <translation>La regla «{rule}» en esta p&amp;ieza</translation>
    </message>
    <message>
        <source>The rule «{rule}» in the whole ca&amp;mpaign «{campaign}»</source>
        <translation>La regla «{rule}» en toda la ca&amp;mpaña «{campaign}»</translation>
    </message>
    <message>
        <source>&amp;Why may it stay? Every report shows this.</source>
        <translation>¿&amp;Por qué puede quedarse? Lo muestra cada informe.</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Último día</translation>
    </message>
    <message>
        <source>It stays in every report, marked as accepted.</source>
        <translation>Sigue en cada informe, marcada como aceptada.</translation>
    </message>
</context>
<context>
    <name>Accepting</name>
    <message>
        <source>accept {rule}</source>
        <translation>aceptar {rule}</translation>
    </message>
    <message>
        <source>It was accepted by a baseline, not by a waiver.</source>
        <translation>La aceptó un informe de base, no una dispensa.</translation>
    </message>
    <message>
        <source>take back {rule}</source>
        <translation>retirar {rule}</translation>
    </message>
</context>
<context>
    <name>Arrivals</name>
    <message numerus="yes">
        <source>%n already open</source>
        <translation>
            <numerusform>una ya abierta</numerusform>
            <numerusform>%n ya abiertas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not found: </source>
        <translation>
            <numerusform>una no encontrada: </numerusform>
            <numerusform>%n no encontradas: </numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n further profiles not used</source>
        <translation>
            <numerusform>otro perfil sin usar</numerusform>
            <numerusform>otros %n perfiles sin usar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>Una añadida</numerusform>
            <numerusform>%n añadidas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skipped</source>
        <translation>
            <numerusform>una omitida</numerusform>
            <numerusform>%n omitidas</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} is the profile in use.</source>
        <translation>{name} es el perfil en uso.</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Brand profiles (*.yml)</source>
        <translation>Perfiles de marca (*.yml)</translation>
    </message>
    <message>
        <source>Save profile as</source>
        <translation>Guardar el perfil como</translation>
    </message>
    <message>
        <source>Colours (*.ase *.aco *.gpl *.css *.json *.tokens *.yml *.yaml)</source>
        <translation>Colores (*.ase *.aco *.gpl *.css *.json *.tokens *.yml *.yaml)</translation>
    </message>
    <message>
        <source>Import colours</source>
        <translation>Importar colores</translation>
    </message>
    <message>
        <source>Logos (*.svg *.svgz *.png *.pdf *.ai *.jpg *.jpeg *.webp)</source>
        <translation>Logotipos (*.svg *.svgz *.png *.pdf *.ai *.jpg *.jpeg *.webp)</translation>
    </message>
    <message>
        <source>Add logos</source>
        <translation>Añadir logotipos</translation>
    </message>
    <message>
        <source>New profile</source>
        <translation>Perfil nuevo</translation>
    </message>
    <message>
        <source>The brand&apos;s name</source>
        <translation>El nombre de la marca</translation>
    </message>
    <message>
        <source>Save profile</source>
        <translation>Guardar el perfil</translation>
    </message>
    <message>
        <source>{name} was changed by somebody else since it was opened here.</source>
        <translation>Otra persona ha cambiado {name} desde que se abrió aquí.</translation>
    </message>
    <message>
        <source>Nothing is written yet. Your changes are kept as a draft.</source>
        <translation>Aún no se ha escrito nada. Sus cambios se conservan en un borrador.</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Guardar como…</translation>
    </message>
    <message>
        <source>Overwrite</source>
        <translation>Sobrescribir</translation>
    </message>
    <message>
        <source>Read it anew</source>
        <translation>Leer de nuevo</translation>
    </message>
    <message>
        <source>Accept and save</source>
        <translation>Aceptar y guardar</translation>
    </message>
    <message>
        <source>Nothing is written yet. Shall what was learned go into the file as it is now, or into your version, which then replaces the file?</source>
        <translation>Todavía no se ha escrito nada. ¿Lo aprendido debe ir al archivo tal como está ahora, o a su versión, que entonces lo reemplaza?</translation>
    </message>
    <message>
        <source>Into the file as it is now</source>
        <translation>En el archivo tal como está ahora</translation>
    </message>
    <message>
        <source>Into my version</source>
        <translation>En mi versión</translation>
    </message>
</context>
<context>
    <name>BetweenCard</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n más</numerusform>
            <numerusform>%n más</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Retirar</translation>
    </message>
    <message>
        <source>Accept…</source>
        <translation>Aceptar…</translation>
    </message>
    <message>
        <source>Accept this contradiction, for a reason</source>
        <translation>Aceptar esta contradicción, con un motivo</translation>
    </message>
</context>
<context>
    <name>Bringing</name>
    <message>
        <source>It could not be kept: {why}</source>
        <translation>No se pudo conservar: {why}</translation>
    </message>
    <message>
        <source>There is no picture, text or file on the clipboard.</source>
        <translation>En el portapapeles no hay imagen, texto ni archivo.</translation>
    </message>
    <message numerus="yes">
        <source>%n skipped: nothing is fetched from the web.</source>
        <translation>
            <numerusform>Se omitió uno: no se descarga nada de la web.</numerusform>
            <numerusform>Se omitieron %n: no se descarga nada de la web.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CampaignBody</name>
    <message>
        <source>No earlier runs of this campaign were kept.</source>
        <translation>No se conservaron revisiones anteriores de esta campaña.</translation>
    </message>
    <message>
        <source>Show the creative</source>
        <translation>Mostrar la pieza</translation>
    </message>
    <message>
        <source>Compare with the furthest</source>
        <translation>Comparar con la más lejana</translation>
    </message>
    <message>
        <source>Save the table…</source>
        <translation>Guardar la tabla…</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>Marca</translation>
    </message>
    <message>
        <source>Missing, though the others have it</source>
        <translation>Falta, aunque las demás lo tienen</translation>
    </message>
</context>
<context>
    <name>CampaignHead</name>
    <message>
        <source>Campaign</source>
        <translation>Campaña</translation>
    </message>
    <message>
        <source>channel unknown</source>
        <translation>canal desconocido</translation>
    </message>
</context>
<context>
    <name>CampaignPage</name>
    <message>
        <source>brand’s range</source>
        <translation>intervalo de la marca</translation>
    </message>
    <message>
        <source>outside the brand’s range</source>
        <translation>fuera del intervalo de la marca</translation>
    </message>
    <message>
        <source>Band: the brand’s range. Line: how sure one text is (95 %), or the span of several. Small dots: approved examples.</source>
        <translation>Banda: el intervalo de la marca. Línea: cuánta seguridad da un texto (95 %), o la amplitud de varios. Puntos pequeños: los ejemplos aprobados.</translation>
    </message>
    <message>
        <source>A run is under way: these figures are from before it.</source>
        <translation>Hay una revisión en curso: estas cifras son de antes.</translation>
    </message>
    <message>
        <source>Two creatives that can be read are needed to compare; here is one.</source>
        <translation>Para comparar hacen falta dos piezas legibles; aquí hay una.</translation>
    </message>
    <message>
        <source>{done} of {total} creatives are checked.</source>
        <translation>{done} de {total} piezas están revisadas.</translation>
    </message>
    <message>
        <source>Not compared yet</source>
        <translation>Aún sin comparar</translation>
    </message>
    <message>
        <source>Campaigns are compared when the run is at its end.</source>
        <translation>Las campañas se comparan al final de la revisión.</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Comparando…</translation>
    </message>
    <message>
        <source>The creatives are held against each other.</source>
        <translation>Se comparan las piezas entre sí.</translation>
    </message>
    <message>
        <source>No campaign among these creatives</source>
        <translation>Ninguna campaña entre estas piezas</translation>
    </message>
    <message>
        <source>A campaign is a folder with the creatives that carry one message, best with folders «online» and «offline» in it. Add that folder as a whole, or name the campaign in a file campaign.yml.</source>
        <translation>Una campaña es una carpeta con las piezas que llevan un mismo mensaje, mejor si contiene las carpetas «online» y «offline». Añada la carpeta entera o nombre la campaña en un archivo campaign.yml.</translation>
    </message>
    <message>
        <source>Nothing to compare</source>
        <translation>Nada que comparar</translation>
    </message>
    <message>
        <source>None of the open creatives could be read.</source>
        <translation>No se pudo leer ninguna de las piezas abiertas.</translation>
    </message>
    <message>
        <source>now</source>
        <translation>ahora</translation>
    </message>
    <message>
        <source>The earlier runs cannot be read: {why}</source>
        <translation>No se pueden leer las revisiones anteriores: {why}</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Preview</source>
        <translation>Vista previa</translation>
    </message>
    <message>
        <source>The page, with the places of its findings</source>
        <translation>La página, con los lugares de sus observaciones</translation>
    </message>
</context>
<context>
    <name>ChartBox</name>
    <message>
        <source>Save or copy this picture</source>
        <translation>Guardar o copiar esta figura</translation>
    </message>
    <message>
        <source>Save or copy: {name}</source>
        <translation>Guardar o copiar: {name}</translation>
    </message>
</context>
<context>
    <name>ChartSaver</name>
    <message>
        <source>Save the picture</source>
        <translation>Guardar la figura</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>Guardado: {name}</translation>
    </message>
    <message>
        <source>Pictures (*.svg *.png)</source>
        <translation>Figuras (*.svg *.png)</translation>
    </message>
</context>
<context>
    <name>ChartView</name>
    <message>
        <source>Chart</source>
        <translation>Gráfico</translation>
    </message>
    <message>
        <source>Save as SVG…</source>
        <translation>Guardar como SVG…</translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation>Guardar como PNG…</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>Copiar la figura</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Copiar como texto</translation>
    </message>
</context>
<context>
    <name>Colours</name>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>Every colour of the palette is allowed. Tolerance is CIEDE2000: over 3 a difference is visible, 5 is plain side by side.</source>
        <translation>Se admite cada color de la paleta. La tolerancia es en CIEDE2000: por encima de 3 la diferencia se ve, 5 es evidente lado a lado.</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>Hex</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Función</translation>
    </message>
    <message>
        <source>ΔE ≤</source>
        <translation>ΔE ≤</translation>
    </message>
    <message>
        <source>Tolerance, CIEDE2000</source>
        <translation>Tolerancia, CIEDE2000</translation>
    </message>
    <message>
        <source>Share, %</source>
        <translation>Parte, %</translation>
    </message>
    <message>
        <source>Least – most of the area</source>
        <translation>Mínimo – máximo de la superficie</translation>
    </message>
    <message>
        <source>Core</source>
        <translation>Base</translation>
    </message>
    <message>
        <source>Every creative shows it</source>
        <translation>Cada pieza lo muestra</translation>
    </message>
    <message>
        <source>Forbidden</source>
        <translation>Prohibidos</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Pick from the creative…</source>
        <translation>Tomar de la pieza…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importar…</translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation>Copiar como</translation>
    </message>
    <message>
        <source>Tolerance of all</source>
        <translation>Tolerancia de todos</translation>
    </message>
    <message>
        <source>Tints</source>
        <translation>Tintes</translation>
    </message>
    <message>
        <source>Lighter steps count as the colour</source>
        <translation>Los tonos más claros cuentan como el color</translation>
    </message>
    <message>
        <source>{name}: nearest is {other} {hex}, ΔE {delta}</source>
        <translation>{name}: el más cercano es {other} {hex}, ΔE {delta}</translation>
    </message>
    <message>
        <source>colour {name}</source>
        <translation>color {name}</translation>
    </message>
    <message>
        <source>add {name}</source>
        <translation>añadir {name}</translation>
    </message>
    <message>
        <source>remove {name}</source>
        <translation>quitar {name}</translation>
    </message>
    <message>
        <source>move {name}</source>
        <translation>mover {name}</translation>
    </message>
    <message>
        <source>import {file}</source>
        <translation>importar {file}</translation>
    </message>
    <message numerus="yes">
        <source>%n colours from {file}</source>
        <translation>
            <numerusform>un color de {file}</numerusform>
            <numerusform>%n colores de {file}</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied {words}</source>
        <translation>Se copió {words}</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>First creative</source>
        <translation>Primera pieza</translation>
    </message>
    <message>
        <source>Second creative</source>
        <translation>Segunda pieza</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Back to the campaign (Alt+Left)</source>
        <translation>Volver a la campaña (Alt+Izquierda)</translation>
    </message>
    <message>
        <source>&amp;Zoom both together</source>
        <translation>A&amp;mpliar las dos a la vez</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Lado a lado</translation>
    </message>
    <message>
        <source>One of these creatives is not open any more.</source>
        <translation>Una de estas piezas ya no está abierta.</translation>
    </message>
    <message>
        <source>Choose two different creatives.</source>
        <translation>Elija dos piezas distintas.</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Comparando…</translation>
    </message>
    <message>
        <source>One of the two could not be read: nothing can be compared.</source>
        <translation>No se pudo leer una de las dos: no hay nada que comparar.</translation>
    </message>
    <message>
        <source>Agreement by dimension</source>
        <translation>Concordancia por dimensión</translation>
    </message>
    <message>
        <source>At odds</source>
        <translation>En desacuerdo</translation>
    </message>
    <message>
        <source>Form of address</source>
        <translation>Tratamiento</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>Marca</translation>
    </message>
</context>
<context>
    <name>CompareSide</name>
    <message>
        <source>Previous page</source>
        <translation>Página anterior</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Página siguiente</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Add files</source>
        <translation>Añadir archivos</translation>
    </message>
    <message>
        <source>Add folder</source>
        <translation>Añadir carpeta</translation>
    </message>
    <message>
        <source>Brand profiles (*.yml *.yaml);;All files (*)</source>
        <translation>Perfiles de marca (*.yml *.yaml);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Open profile</source>
        <translation>Abrir un perfil</translation>
    </message>
    <message>
        <source>Export the report</source>
        <translation>Exportar el informe</translation>
    </message>
    <message>
        <source>Something went wrong in BrandGuard itself. Your files are untouched.</source>
        <translation>Algo falló en el propio BrandGuard. Sus archivos están intactos.</translation>
    </message>
    <message>
        <source>The log is here: {folder}</source>
        <translation>El registro está aquí: {folder}</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copiar los detalles</translation>
    </message>
</context>
<context>
    <name>DimensionBars</name>
    <message>
        <source>Scores by dimension</source>
        <translation>Puntuaciones por dimensión</translation>
    </message>
</context>
<context>
    <name>Editing</name>
    <message>
        <source>restore the draft</source>
        <translation>recuperar el borrador</translation>
    </message>
    <message>
        <source>The changes of {name} are kept as a draft.</source>
        <translation>Los cambios de {name} se conservan en un borrador.</translation>
    </message>
    <message>
        <source>Saved {name}</source>
        <translation>Se guardó {name}</translation>
    </message>
</context>
<context>
    <name>EditorPage</name>
    <message>
        <source>&amp;Save the profile</source>
        <translation>&amp;Guardar el perfil</translation>
    </message>
    <message>
        <source>Save the profile &amp;as…</source>
        <translation>Guardar el perfil &amp;como…</translation>
    </message>
    <message>
        <source>&amp;New profile…</source>
        <translation>Perfil &amp;nuevo…</translation>
    </message>
    <message>
        <source>Sections of the profile</source>
        <translation>Secciones del perfil</translation>
    </message>
    <message>
        <source>Problems of the profile</source>
        <translation>Problemas del perfil</translation>
    </message>
    <message>
        <source>{section}, has problems</source>
        <translation>{section}, tiene problemas</translation>
    </message>
</context>
<context>
    <name>EffectPane</name>
    <message>
        <source>Effect</source>
        <translation>Efecto</translation>
    </message>
    <message>
        <source>Newly flagged</source>
        <translation>Señaladas ahora</translation>
    </message>
    <message>
        <source>Newly clean</source>
        <translation>Limpias ahora</translation>
    </message>
    <message>
        <source>What the saved version says of them could not be found out: {cause}</source>
        <translation>No se ha podido saber qué dice de ellas la versión guardada: {cause}</translation>
    </message>
    <message>
        <source>Open some creatives, and see here what each edit changes for them.</source>
        <translation>Abra algunas piezas y verá aquí qué cambia con cada edición.</translation>
    </message>
    <message>
        <source>The profile has problems: the last valid version stays in force.</source>
        <translation>El perfil tiene problemas: sigue vigente la última versión válida.</translation>
    </message>
    <message numerus="yes">
        <source>%n creatives open, judged by the saved profile.</source>
        <translation>
            <numerusform>Una pieza abierta, juzgada con el perfil guardado.</numerusform>
            <numerusform>%n piezas abiertas, juzgadas con el perfil guardado.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n creatives open: saved profile → this version.</source>
        <translation>
            <numerusform>Una pieza abierta: perfil guardado → esta versión.</numerusform>
            <numerusform>%n piezas abiertas: perfil guardado → esta versión.</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} is the creative that is shown</source>
        <translation>{name} es la pieza que se muestra</translation>
    </message>
</context>
<context>
    <name>Errands</name>
    <message>
        <source>Choose a finding: its rule is explained here.</source>
        <translation>Elija una observación: aquí se explica su regla.</translation>
    </message>
    <message>
        <source>The log is here: {folder}</source>
        <translation>El registro está aquí: {folder}</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export the report</source>
        <translation>Exportar el informe</translation>
    </message>
    <message>
        <source>With the accepted findings and their reasons</source>
        <translation>Con las observaciones aceptadas y sus motivos</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>Language of the report</source>
        <translation>Idioma del informe</translation>
    </message>
    <message>
        <source>&amp;Language of the report:</source>
        <translation>&amp;Idioma del informe:</translation>
    </message>
    <message>
        <source>Choose where…</source>
        <translation>Elegir dónde…</translation>
    </message>
</context>
<context>
    <name>Exporter</name>
    <message>
        <source>Report written: {path}</source>
        <translation>Informe escrito: {path}</translation>
    </message>
    <message>
        <source>Stopped. Nothing was written; an older report is untouched.</source>
        <translation>Detenido. No se escribió nada; un informe anterior queda intacto.</translation>
    </message>
</context>
<context>
    <name>Eyedropper</name>
    <message>
        <source>Pick a colour</source>
        <translation>Tomar un color</translation>
    </message>
    <message>
        <source>Add to the palette</source>
        <translation>Añadir a la paleta</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>The creative in the list has no picture to pick from.</source>
        <translation>La pieza de la lista no tiene imagen de la que tomar.</translation>
    </message>
    <message>
        <source>{hex}  ·  nearest {name} {brand}, ΔE {delta}</source>
        <translation>{hex}  ·  el más cercano es {name} {brand}, ΔE {delta}</translation>
    </message>
    <message>
        <source>{hex}  ·  is {name} of the palette</source>
        <translation>{hex}  ·  es {name} de la paleta</translation>
    </message>
</context>
<context>
    <name>FindingCard</name>
    <message>
        <source>Copy {value}</source>
        <translation>Copiar {value}</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Retirar</translation>
    </message>
    <message>
        <source>Accept…</source>
        <translation>Aceptar…</translation>
    </message>
    <message>
        <source>Accept this finding, for a reason (W)</source>
        <translation>Aceptar esta observación, con un motivo (W)</translation>
    </message>
    <message>
        <source>{deed}: finding {number}</source>
        <translation>{deed}: observación {number}</translation>
    </message>
</context>
<context>
    <name>FindingsPane</name>
    <message>
        <source>Findings</source>
        <translation>Observaciones</translation>
    </message>
    <message>
        <source>Show more findings: {left}</source>
        <translation>Mostrar más observaciones: {left}</translation>
    </message>
    <message>
        <source>Choose a creative to see its findings.</source>
        <translation>Elija una pieza para ver sus observaciones.</translation>
    </message>
    <message>
        <source>Waiting for its turn.</source>
        <translation>Esperando su turno.</translation>
    </message>
    <message>
        <source>Nothing found that is off brand.</source>
        <translation>No se encontró nada fuera de marca.</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>Profile</source>
        <translation>Perfil</translation>
    </message>
    <message>
        <source>Add &amp;files…</source>
        <translation>Añadir &amp;archivos…</translation>
    </message>
    <message>
        <source>Add f&amp;older…</source>
        <translation>Añadir &amp;carpeta…</translation>
    </message>
    <message>
        <source>Check &amp;again</source>
        <translation>&amp;Revisar otra vez</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportar…</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>Im&amp;primir…</translation>
    </message>
    <message>
        <source>Print pre&amp;view…</source>
        <translation>&amp;Vista previa de impresión…</translation>
    </message>
    <message>
        <source>&amp;Cancel the run</source>
        <translation>&amp;Detener la revisión</translation>
    </message>
    <message>
        <source>&amp;Close all creatives</source>
        <translation>C&amp;errar todas las piezas</translation>
    </message>
    <message>
        <source>&amp;Settings</source>
        <translation>A&amp;justes</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>Open &amp;profile…</source>
        <translation>Abrir un &amp;perfil…</translation>
    </message>
    <message>
        <source>Try the &amp;sample brand</source>
        <translation>Probar la marca de &amp;muestra</translation>
    </message>
    <message>
        <source>E&amp;xplain this rule</source>
        <translation>E&amp;xplicar esta regla</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Teclas</translation>
    </message>
    <message>
        <source>Open the &amp;log folder</source>
        <translation>Abrir la carpeta de &amp;registros</translation>
    </message>
    <message>
        <source>&amp;About BrandGuard</source>
        <translation>&amp;Acerca de BrandGuard</translation>
    </message>
    <message>
        <source>&amp;Next finding</source>
        <translation>Observación &amp;siguiente</translation>
    </message>
    <message>
        <source>&amp;Previous finding</source>
        <translation>Observación &amp;anterior</translation>
    </message>
    <message>
        <source>&amp;Accept the finding…</source>
        <translation>&amp;Aceptar la observación…</translation>
    </message>
    <message>
        <source>Compare si&amp;de by side</source>
        <translation>Comparar &amp;lado a lado</translation>
    </message>
    <message>
        <source>&amp;Find creatives</source>
        <translation>&amp;Buscar piezas</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Pegar</translation>
    </message>
    <message>
        <source>&amp;Remove from the list</source>
        <translation>&amp;Quitar de la lista</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation>Panel &amp;siguiente</translation>
    </message>
    <message>
        <source>Pre&amp;vious pane</source>
        <translation>Panel an&amp;terior</translation>
    </message>
    <message>
        <source>&amp;Hide the side panes</source>
        <translation>&amp;Ocultar los paneles laterales</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Editar</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>&amp;Revisión</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Herramientas</translation>
    </message>
</context>
<context>
    <name>Identity</name>
    <message>
        <source>Identity</source>
        <translation>Identidad</translation>
    </message>
    <message>
        <source>Who the brand is, and which languages it speaks.</source>
        <translation>Quién es la marca y qué idiomas habla.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>The main one first: it, es, en</source>
        <translation>Primero el principal: it, es, en</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Idiomas</translation>
    </message>
    <message>
        <source>Two capital letters, like IT: for phone numbers, and whether «ustedes» is formal</source>
        <translation>Dos mayúsculas, como ES: para los teléfonos, y para saber si «ustedes» es formal</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Región</translation>
    </message>
    <message>
        <source>Another profile, by its path from this file; what is written here wins</source>
        <translation>Otro perfil, por su ruta desde este archivo; prevalece lo que está escrito aquí</translation>
    </message>
    <message>
        <source>Extends</source>
        <translation>Amplía</translation>
    </message>
</context>
<context>
    <name>InvalidProfile</name>
    <message>
        <source>Read it again</source>
        <translation>Leer otra vez</translation>
    </message>
    <message>
        <source>Open another profile…</source>
        <translation>Abrir otro perfil…</translation>
    </message>
    <message>
        <source>Copy the list</source>
        <translation>Copiar la lista</translation>
    </message>
    <message>
        <source>{path}

Nothing is judged until these are mended. Change the file in any editor, save it, and read it again.</source>
        <translation>{path}

No se juzga nada hasta que se corrijan. Cambie el archivo en cualquier editor, guárdelo y léalo otra vez.</translation>
    </message>
    <message>
        <source>This profile cannot be used</source>
        <translation>Este perfil no se puede usar</translation>
    </message>
    <message>
        <source>Line {line}</source>
        <translation>Línea {line}</translation>
    </message>
</context>
<context>
    <name>ItemList</name>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Add to {list}</source>
        <translation>Añadir a: {list}</translation>
    </message>
    <message>
        <source>Remove from {list}</source>
        <translation>Quitar de: {list}</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
</context>
<context>
    <name>LearnPage</name>
    <message>
        <source>Approved examples</source>
        <translation>Ejemplos aprobados</translation>
    </message>
    <message>
        <source>The brand&apos;s name</source>
        <translation>El nombre de la marca</translation>
    </message>
    <message>
        <source>False alarms, per cent</source>
        <translation>Falsas alarmas, por ciento</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Añadir archivos…</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>Añadir carpeta…</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Vaciar</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>Aprender</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Back to the profile</source>
        <translation>Volver al perfil</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Accept and save</source>
        <translation>Aceptar y guardar</translation>
    </message>
    <message>
        <source>Change the examples</source>
        <translation>Cambiar los ejemplos</translation>
    </message>
    <message>
        <source>Learn from approved examples</source>
        <translation>Aprender de ejemplos aprobados</translation>
    </message>
    <message>
        <source>Drop creatives and copy here that are right: 20 or more give limits of the brand&apos;s own, fewer lean on other brands.</source>
        <translation>Arrastre aquí piezas y textos que estén bien: 20 o más dan límites propios de la marca; con menos se apoyan en otras marcas.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>False alarms</source>
        <translation>Falsas alarmas</translation>
    </message>
    <message>
        <source>So many creatives that are right may be warned of, at most.</source>
        <translation>Como máximo, tantas piezas correctas pueden recibir un aviso.</translation>
    </message>
    <message>
        <source>What was learned</source>
        <translation>Lo aprendido</translation>
    </message>
    <message>
        <source>Keep what is written by hand in {name}; only gaps are filled</source>
        <translation>Conservar lo escrito a mano en {name}; solo se rellenan los huecos</translation>
    </message>
    <message>
        <source>{done} of {total} · {name}</source>
        <translation>{done} de {total} · {name}</translation>
    </message>
    <message>
        <source>Finding what they have in common…</source>
        <translation>Buscando lo que tienen en común…</translation>
    </message>
    <message>
        <source>None of them could be read:</source>
        <translation>No se pudo leer ninguno:</translation>
    </message>
    <message numerus="yes">
        <source>%n files and folders</source>
        <translation>
            <numerusform>un archivo o carpeta</numerusform>
            <numerusform>%n archivos y carpetas</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing chosen yet.</source>
        <translation>Aún no se ha elegido nada.</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>Añadir archivos</translation>
    </message>
    <message>
        <source>Add folder</source>
        <translation>Añadir carpeta</translation>
    </message>
</context>
<context>
    <name>LessonView</name>
    <message>
        <source>Could not be read</source>
        <translation>No se pudieron leer</translation>
    </message>
    <message>
        <source>What was learned</source>
        <translation>Lo que se aprendió</translation>
    </message>
    <message>
        <source>▲ Few examples: the limits lean on those of other brands. Add more whenever you have them.</source>
        <translation>▲ Pocos ejemplos: los límites se apoyan en los de otras marcas. Añada más cuando los tenga.</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>Paleta</translation>
    </message>
    <message>
        <source>No colour is shared by enough of the examples.</source>
        <translation>Ningún color es común a suficientes ejemplos.</translation>
    </message>
    <message>
        <source>Voice, {language}</source>
        <translation>Voz, {language}</translation>
    </message>
    <message>
        <source>Address: {address}</source>
        <translation>Tratamiento: {address}</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Límites</translation>
    </message>
    <message>
        <source>Each example was judged by what the others taught. A limit that warns of more of them than you asked for is marked.</source>
        <translation>Cada ejemplo se juzgó con lo que enseñaron los demás. Se marca el límite que avisa de más de los que usted pidió.</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Límite</translation>
    </message>
    <message>
        <source>This brand&apos;s own</source>
        <translation>Propio de la marca</translation>
    </message>
    <message>
        <source>Would warn of</source>
        <translation>Avisaría de</translation>
    </message>
    <message>
        <source>{flagged} of {judged}</source>
        <translation>{flagged} de {judged}</translation>
    </message>
</context>
<context>
    <name>ListPane</name>
    <message>
        <source>Search name, text, rule</source>
        <translation>Buscar nombre, texto, regla</translation>
    </message>
    <message>
        <source>Search creatives</source>
        <translation>Buscar piezas</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ver</translation>
    </message>
    <message>
        <source>Filter, group and sort the creatives</source>
        <translation>Filtrar, agrupar y ordenar las piezas</translation>
    </message>
    <message>
        <source>Creatives</source>
        <translation>Piezas</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>All channels</source>
        <translation>Todos los canales</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Desconocido</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>Agrupar por</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Ordenar por</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar todas</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Campaña</translation>
    </message>
    <message>
        <source>All campaigns</source>
        <translation>Todas las campañas</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguna</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nada</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Veredicto</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Worst first</source>
        <translation>Primero las peores</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message numerus="yes">
        <source>%n hidden by the view or the search</source>
        <translation>
            <numerusform>Una oculta por la vista o la búsqueda</numerusform>
            <numerusform>%n ocultas por la vista o la búsqueda</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Logos</name>
    <message>
        <source>Logos</source>
        <translation>Logotipos</translation>
    </message>
    <message>
        <source>SVG, PNG or PDF beside the profile. Clear space counts in heights of the logo. A legacy logo is one that must no longer be used.</source>
        <translation>SVG, PNG o PDF junto al perfil. El espacio libre se cuenta en alturas del logotipo. Un logotipo antiguo es uno que ya no debe usarse.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Función</translation>
    </message>
    <message>
        <source>by name</source>
        <translation>por nombre</translation>
    </message>
    <message>
        <source>Clear space</source>
        <translation>Espacio libre</translation>
    </message>
    <message>
        <source>Least px</source>
        <translation>Mínimo px</translation>
    </message>
    <message>
        <source>Least mm</source>
        <translation>Mínimo mm</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Añadir archivos…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Of all logos</source>
        <translation>De todos los logotipos</translation>
    </message>
    <message>
        <source>Duty</source>
        <translation>Obligación</translation>
    </message>
    <message>
        <source>Every creative with a picture shows a logo</source>
        <translation>Cada pieza con imagen muestra un logotipo</translation>
    </message>
    <message>
        <source>Clear space, heights</source>
        <translation>Espacio libre, alturas</translation>
    </message>
    <message>
        <source>Least width, px</source>
        <translation>Ancho mínimo, px</translation>
    </message>
    <message>
        <source>Least width, mm</source>
        <translation>Ancho mínimo, mm</translation>
    </message>
    <message>
        <source>Least contrast with its ground</source>
        <translation>Contraste mínimo con el fondo</translation>
    </message>
    <message>
        <source>logo {name}</source>
        <translation>logotipo {name}</translation>
    </message>
    <message>
        <source>add logos</source>
        <translation>añadir logotipos</translation>
    </message>
    <message>
        <source>remove {name}</source>
        <translation>quitar {name}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Creatives</source>
        <translation>Piezas</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Campaña</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Informe</translation>
    </message>
    <message>
        <source>Mark two creatives in the list to compare them.</source>
        <translation>Marque dos piezas de la lista para compararlas.</translation>
    </message>
    <message>
        <source>This creative is not open any more.</source>
        <translation>Esta pieza ya no está abierta.</translation>
    </message>
</context>
<context>
    <name>MatrixTable</name>
    <message>
        <source>Each creative by dimension</source>
        <translation>Cada pieza por dimensión</translation>
    </message>
</context>
<context>
    <name>MessageSection</name>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>What every creative may state. A single campaign&apos;s offer stands in its own campaign.yml.</source>
        <translation>Lo que puede afirmar cada pieza. La oferta de una sola campaña está en su propio campaign.yml.</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Lema</translation>
    </message>
    <message>
        <source>Facts that are the brand&apos;s own</source>
        <translation>Datos propios de la marca</translation>
    </message>
    <message>
        <source>Phone numbers</source>
        <translation>Teléfonos</translation>
    </message>
    <message>
        <source>E-mail addresses</source>
        <translation>Correos electrónicos</translation>
    </message>
    <message>
        <source>Web addresses</source>
        <translation>Direcciones web</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Cuentas</translation>
    </message>
    <message>
        <source>Hashtags</source>
        <translation>Hashtags</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Códigos</translation>
    </message>
</context>
<context>
    <name>NoProfile</name>
    <message>
        <source>Open profile…</source>
        <translation>Abrir un perfil…</translation>
    </message>
    <message>
        <source>Learn from examples…</source>
        <translation>Aprender de ejemplos…</translation>
    </message>
    <message>
        <source>Try the sample brand</source>
        <translation>Probar la marca de muestra</translation>
    </message>
    <message>
        <source>A profile (_brand.yml) says what the brand looks and sounds like: its colours, its words, its tone. None lies beside these creatives or in a folder above them. Open one, and they are checked at once.</source>
        <translation>Un perfil (_brand.yml) dice qué aspecto y qué voz tiene la marca: sus colores, sus palabras, su tono. No hay ninguno junto a estas piezas ni en una carpeta superior. Abra uno y se revisarán enseguida.</translation>
    </message>
    <message>
        <source>Which brand are these creatives for?</source>
        <translation>¿Para qué marca son estas piezas?</translation>
    </message>
    <message>
        <source>Use {name}</source>
        <translation>Usar {name}</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>The creative; arrow keys move the cross, Enter picks</source>
        <translation>La pieza; las flechas mueven la cruz, Intro toma</translation>
    </message>
</context>
<context>
    <name>PairCard</name>
    <message>
        <source>Compare these two</source>
        <translation>Comparar estas dos</translation>
    </message>
</context>
<context>
    <name>PaletteStrip</name>
    <message>
        <source>Palette: measured colours and the brand&apos;s nearest</source>
        <translation>Paleta: los colores medidos y los más cercanos de la marca</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Medido</translation>
    </message>
    <message>
        <source>Nearest</source>
        <translation>Más cercano</translation>
    </message>
    <message>
        <source>{hex}, {share}</source>
        <translation>{hex}, {share}</translation>
    </message>
    <message>
        <source>{hex}, {share}; nearest {name} {brand}, ΔE {delta}</source>
        <translation>{hex}, {share}; el más cercano es {name} {brand}, ΔE {delta}</translation>
    </message>
</context>
<context>
    <name>PlaceButton</name>
    <message>
        <source>Channel unknown</source>
        <translation>Canal desconocido</translation>
    </message>
    <message>
        <source>Where it runs: {place}</source>
        <translation>Dónde sale: {place}</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>no se encontró</translation>
    </message>
    <message>
        <source>Channel and medium ({how}). Click to correct.</source>
        <translation>Canal y medio ({how}). Haga clic para corregir.</translation>
    </message>
    <message>
        <source>Medium unknown</source>
        <translation>Medio desconocido</translation>
    </message>
</context>
<context>
    <name>Placing</name>
    <message>
        <source>correct {name}</source>
        <translation>corregir {name}</translation>
    </message>
    <message>
        <source>Remembered in the campaign&apos;s file (campaign.yml).</source>
        <translation>Anotado en el archivo de la campaña (campaign.yml).</translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>Fit the page</source>
        <translation>Ajustar la página</translation>
    </message>
    <message>
        <source>Actual size</source>
        <translation>Tamaño real</translation>
    </message>
    <message>
        <source>Show the places of findings</source>
        <translation>Mostrar los lugares de las observaciones</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Página anterior</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Página siguiente</translation>
    </message>
    <message>
        <source>Show the place in hand alone</source>
        <translation>Mostrar solo el lugar elegido</translation>
    </message>
    <message>
        <source>Show where text lies</source>
        <translation>Mostrar dónde está el texto</translation>
    </message>
    <message>
        <source>Show logos and their clear space</source>
        <translation>Mostrar los logotipos y su espacio libre</translation>
    </message>
    <message>
        <source>More to see</source>
        <translation>Más que ver</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>Página {page} de {pages}</translation>
    </message>
    <message>
        <source>No creative chosen</source>
        <translation>Ninguna pieza elegida</translation>
    </message>
    <message>
        <source>Choose one in the list.</source>
        <translation>Elija una en la lista.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>It appears here once it is measured.</source>
        <translation>Aparece aquí en cuanto se mide.</translation>
    </message>
    <message>
        <source>Nothing to show</source>
        <translation>Nada que mostrar</translation>
    </message>
    <message>
        <source>No page of it could be measured.</source>
        <translation>No se pudo medir ninguna de sus páginas.</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>Print preview</source>
        <translation>Vista previa de impresión</translation>
    </message>
</context>
<context>
    <name>ProfileButton</name>
    <message>
        <source>cannot be used</source>
        <translation>no se puede usar</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>Profile: {name}</source>
        <translation>Perfil: {name}</translation>
    </message>
    <message>
        <source>Open profile…</source>
        <translation>Abrir un perfil…</translation>
    </message>
    <message>
        <source>Try the sample brand</source>
        <translation>Probar la marca de muestra</translation>
    </message>
</context>
<context>
    <name>RangeBar</name>
    <message>
        <source>no range</source>
        <translation>sin intervalo</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>de {low} a {high}</translation>
    </message>
    <message numerus="yes">
        <source>%n approved examples</source>
        <translation>
            <numerusform>un ejemplo aprobado</numerusform>
            <numerusform>%n ejemplos aprobados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n creatives open</source>
        <translation>
            <numerusform>una pieza abierta</numerusform>
            <numerusform>%n piezas abiertas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Ranges</name>
    <message>
        <source>No limit</source>
        <translation>Sin límite</translation>
    </message>
    <message>
        <source>No limit for {trait}</source>
        <translation>Sin límite para {trait}</translation>
    </message>
    <message>
        <source>{trait}, least</source>
        <translation>{trait}, mínimo</translation>
    </message>
    <message>
        <source>{trait}, most</source>
        <translation>{trait}, máximo</translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimir…</translation>
    </message>
    <message>
        <source>Print preview…</source>
        <translation>Vista previa…</translation>
    </message>
    <message>
        <source>How the scores are spread</source>
        <translation>Cómo se reparten las puntuaciones</translation>
    </message>
    <message>
        <source>Rules that were broken</source>
        <translation>Reglas incumplidas</translation>
    </message>
    <message>
        <source>No rule was broken.</source>
        <translation>No se ha incumplido ninguna regla.</translation>
    </message>
    <message>
        <source>Nothing found that is off brand.</source>
        <translation>No se encontró nada fuera de marca.</translation>
    </message>
    <message>
        <source>Creatives that need work</source>
        <translation>Piezas por corregir</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Informe</translation>
    </message>
    <message>
        <source>Creatives by rule</source>
        <translation>Piezas por regla</translation>
    </message>
    <message>
        <source>Score by campaign</source>
        <translation>Puntuación por campaña</translation>
    </message>
    <message numerus="yes">
        <source>Count accepted findings too (%n)</source>
        <translation>
            <numerusform>Contar también la observación aceptada (%n)</numerusform>
            <numerusform>Contar también las observaciones aceptadas (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>No campaign</source>
        <translation>Sin campaña</translation>
    </message>
    <message>
        <source>{judged} of {all}</source>
        <translation>{judged} de {all}</translation>
    </message>
    <message numerus="yes">
        <source>%n more: the exported report shows them all</source>
        <translation>
            <numerusform>Una más: el informe exportado las muestra todas</numerusform>
            <numerusform>%n más: el informe exportado las muestra todas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RulesSection</name>
    <message>
        <source>Rules</source>
        <translation>Reglas</translation>
    </message>
    <message>
        <source>Only fails and warnings change a verdict. A rule that the profile does not ask for gives notes alone, unless it is set here.</source>
        <translation>Solo los errores y los avisos cambian un veredicto. Una regla que el perfil no pide da solo notas, salvo que se fije aquí.</translation>
    </message>
    <message>
        <source>Find a rule</source>
        <translation>Buscar una regla</translation>
    </message>
    <message>
        <source>by itself</source>
        <translation>por sí misma</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regla</translation>
    </message>
    <message>
        <source>Set to</source>
        <translation>Fijada en</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>Vigente</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Pedida</translation>
    </message>
    <message>
        <source>What the rule says</source>
        <translation>Qué dice la regla</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>{rule} is {state}</source>
        <translation>{rule} es {state}</translation>
    </message>
</context>
<context>
    <name>Scores</name>
    <message>
        <source>From now on the scores of each run are kept on this computer, for trends. The settings can switch that off.</source>
        <translation>Desde ahora, las puntuaciones de cada revisión se guardan en este equipo, para las tendencias. Puede desactivarse en los ajustes.</translation>
    </message>
    <message>
        <source>The scores of this run are not kept: {why}</source>
        <translation>Las puntuaciones de esta revisión no se guardan: {why}</translation>
    </message>
</context>
<context>
    <name>Selection</name>
    <message>
        <source>No more findings this way.</source>
        <translation>No hay más observaciones en esta dirección.</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>remove {name}</source>
        <translation>quitar {name}</translation>
    </message>
    <message>
        <source>Stopped: {kept} kept, {left} not checked. Check again goes on.</source>
        <translation>Detenido: {kept} conservadas, {left} sin revisar. «Revisar otra vez» continúa.</translation>
    </message>
    <message numerus="yes">
        <source>%n skipped: the same creative is already open</source>
        <translation>
            <numerusform>Una omitida: la misma pieza ya está abierta</numerusform>
            <numerusform>%n omitidas: las mismas piezas ya están abiertas</numerusform>
        </translation>
    </message>
    <message>
        <source>The run ended early: {kept} kept.</source>
        <translation>La revisión terminó antes de tiempo: {kept} conservadas.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln checked</source>
        <translation>
            <numerusform>%Ln revisada</numerusform>
            <numerusform>%Ln revisadas</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to check was found there.</source>
        <translation>Ahí no había nada que revisar.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Read text in pictures</source>
        <translation>Leer el texto de las imágenes</translation>
    </message>
    <message>
        <source>Half of the processor</source>
        <translation>La mitad del procesador</translation>
    </message>
    <message>
        <source>Empty the store</source>
        <translation>Vaciar el almacén</translation>
    </message>
    <message>
        <source>Keep the scores of each run</source>
        <translation>Conservar las puntuaciones de cada revisión</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Language and looks</source>
        <translation>Idioma y aspecto</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>Idioma de la ventana</translation>
    </message>
    <message>
        <source>Language of reports</source>
        <translation>Idioma de los informes</translation>
    </message>
    <message>
        <source>For reports that you export or print, and on the command line.</source>
        <translation>Para los informes que exporte o imprima, y en la línea de órdenes.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Revisión</translation>
    </message>
    <message>
        <source>Takes a second or two a picture, where a rule of the profile is about words.</source>
        <translation>Tarda uno o dos segundos por imagen, si alguna regla del perfil trata de palabras.</translation>
    </message>
    <message>
        <source>Creatives measured at a time</source>
        <translation>Piezas medidas a la vez</translation>
    </message>
    <message>
        <source>More is quicker, and leaves less for other programs.</source>
        <translation>Más es más rápido, y deja menos para otros programas.</translation>
    </message>
    <message>
        <source>Memory for each</source>
        <translation>Memoria para cada una</translation>
    </message>
    <message>
        <source>A creative that needs more is named as unreadable instead of slowing all.</source>
        <translation>Una pieza que necesita más se da por ilegible en vez de frenarlo todo.</translation>
    </message>
    <message>
        <source>Kept on this computer</source>
        <translation>Guardado en este ordenador</translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation>Medidas</translation>
    </message>
    <message>
        <source>What was measured once is not measured again until the file changes.</source>
        <translation>Lo que se midió una vez no se mide otra hasta que cambia el archivo.</translation>
    </message>
    <message>
        <source>Scores over time, for trends. No creative is kept.</source>
        <translation>Puntuaciones a lo largo del tiempo, para ver tendencias. No se guarda ninguna pieza.</translation>
    </message>
    <message>
        <source>Kept in</source>
        <translation>Guardadas en</translation>
    </message>
    <message>
        <source>Languages whose voice can be measured</source>
        <translation>Idiomas cuya voz se puede medir</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Shared with the command line: {path}</source>
        <translation>Compartido con la línea de órdenes: {path}</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vacío</translation>
    </message>
    <message>
        <source>The store is empty. The next run measures everything anew.</source>
        <translation>El almacén está vacío. La próxima revisión lo mide todo de nuevo.</translation>
    </message>
</context>
<context>
    <name>SideFrame</name>
    <message>
        <source>page {page}</source>
        <translation>página {page}</translation>
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
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>Progreso de la revisión</translation>
    </message>
    <message>
        <source>Stop the run; what is checked stays (Esc)</source>
        <translation>Detiene la revisión; lo revisado queda (Esc)</translation>
    </message>
    <message>
        <source>Looking for creatives…</source>
        <translation>Buscando piezas…</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} de {total}</translation>
    </message>
    <message>
        <source>a few seconds left</source>
        <translation>quedan unos segundos</translation>
    </message>
    <message numerus="yes">
        <source>about %n seconds left</source>
        <translation>
            <numerusform>queda %n segundo aprox.</numerusform>
            <numerusform>quedan unos %n segundos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minutes left</source>
        <translation>
            <numerusform>queda %n minuto aprox.</numerusform>
            <numerusform>quedan unos %n minutos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hours left</source>
        <translation>
            <numerusform>queda %n hora aprox.</numerusform>
            <numerusform>quedan unas %n horas</numerusform>
        </translation>
    </message>
    <message>
        <source>Progress of the report</source>
        <translation>Progreso del informe</translation>
    </message>
    <message>
        <source>Give up the report; an older file stays</source>
        <translation>Renuncia al informe; un archivo anterior queda</translation>
    </message>
    <message>
        <source>Making the report…</source>
        <translation>Preparando el informe…</translation>
    </message>
</context>
<context>
    <name>Table</name>
    <message>
        <source>yes</source>
        <translation>sí</translation>
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
        <translation>Texto de la página</translation>
    </message>
</context>
<context>
    <name>Thresholds</name>
    <message>
        <source>Thresholds</source>
        <translation>Umbrales</translation>
    </message>
    <message>
        <source>A limit of 1 warns of the promised share of on-brand creatives; more is more lenient. Measured: how many approved examples would be warned of, each judged by what the others taught.</source>
        <translation>Un límite de 1 avisa de la parte prometida de piezas fieles a la marca; más es más indulgente. Medido: de cuántos ejemplos aprobados se avisaría, cada uno juzgado por lo que enseñaron los demás.</translation>
    </message>
    <message>
        <source>Share of on-brand creatives that may get a warning: 0.05 is one in twenty. Counts when the brand is learned anew.</source>
        <translation>Parte de las piezas fieles que puede recibir un aviso: 0,05 es una de cada veinte. Cuenta cuando la marca se aprende de nuevo.</translation>
    </message>
    <message>
        <source>False alarms</source>
        <translation>Falsas alarmas</translation>
    </message>
    <message>
        <source>Learned limits</source>
        <translation>Límites aprendidos</translation>
    </message>
    <message>
        <source>Nothing was learned yet. Learn from approved examples, and their look and voice are judged as well.</source>
        <translation>Aún no se ha aprendido nada. Aprenda de ejemplos aprobados, y se juzgarán también el aspecto y la voz.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Límite</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Medido</translation>
    </message>
    <message>
        <source>The brand&apos;s own</source>
        <translation>Propio de la marca</translation>
    </message>
    <message>
        <source>Look of pictures</source>
        <translation>Aspecto de las imágenes</translation>
    </message>
    <message>
        <source>Distance of the look</source>
        <translation>Distancia del aspecto</translation>
    </message>
    <message>
        <source>Distance of the voice, {language}</source>
        <translation>Distancia de la voz, {language}</translation>
    </message>
    <message>
        <source>not measurable</source>
        <translation>no medible</translation>
    </message>
    <message>
        <source>{flagged} of {judged} ({share})</source>
        <translation>{flagged} de {judged} ({share})</translation>
    </message>
    <message>
        <source>{share}, the rest prior</source>
        <translation>{share}, el resto a priori</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Learn from examples…</source>
        <translation>Aprender de ejemplos…</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>Nuevo…</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Abrir…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Restore the draft</source>
        <translation>Recuperar el borrador</translation>
    </message>
    <message>
        <source>Discard it</source>
        <translation>Descartarlo</translation>
    </message>
    <message>
        <source>No profile</source>
        <translation>Ningún perfil</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Leyendo…</translation>
    </message>
    <message>
        <source>Open one, write a new one, or learn one from approved examples.</source>
        <translation>Abra uno, escriba uno nuevo o apréndalo de ejemplos aprobados.</translation>
    </message>
    <message>
        <source>● not saved</source>
        <translation>● sin guardar</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>guardado</translation>
    </message>
    <message>
        <source>▲ Changes of {when} were not saved. They are kept as a draft.</source>
        <translation>▲ Los cambios del {when} no se guardaron. Se conservan en un borrador.</translation>
    </message>
</context>
<context>
    <name>Typefaces</name>
    <message>
        <source>Typefaces</source>
        <translation>Tipografías</translation>
    </message>
    <message>
        <source>The families that may be used. Weights like 400, 700 or 300..800.</source>
        <translation>Las familias que pueden usarse. Pesos como 400, 700 o 300..800.</translation>
    </message>
    <message>
        <source>Families</source>
        <translation>Familias</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Familia</translation>
    </message>
    <message>
        <source>New family</source>
        <translation>Familia nueva</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Pesos</translation>
    </message>
    <message>
        <source>Styles</source>
        <translation>Estilos</translation>
    </message>
    <message>
        <source>Where they stand</source>
        <translation>Dónde van</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Headings</source>
        <translation>Títulos</translation>
    </message>
    <message>
        <source>Allowed besides the families above</source>
        <translation>Se admiten además de las familias de arriba</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Otras</translation>
    </message>
    <message>
        <source>May stand in online, as Arial in an e-mail</source>
        <translation>Pueden sustituir en línea, como Arial en un correo</translation>
    </message>
    <message>
        <source>Fallbacks</source>
        <translation>Sustitutas</translation>
    </message>
    <message>
        <source>Most families</source>
        <translation>Familias como máximo</translation>
    </message>
    <message>
        <source>Least size in print, pt</source>
        <translation>Cuerpo mínimo en papel, pt</translation>
    </message>
    <message>
        <source>Least size on screens, px</source>
        <translation>Cuerpo mínimo en pantalla, px</translation>
    </message>
</context>
<context>
    <name>VisionMenu</name>
    <message>
        <source>Simulate colour vision</source>
        <translation>Simular la visión del color</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Tal cual</translation>
    </message>
    <message>
        <source>Red-blind (protanopia)</source>
        <translation>Ceguera al rojo (protanopía)</translation>
    </message>
    <message>
        <source>Green-blind (deuteranopia)</source>
        <translation>Ceguera al verde (deuteranopía)</translation>
    </message>
    <message>
        <source>Blue-blind (tritanopia)</source>
        <translation>Ceguera al azul (tritanopía)</translation>
    </message>
</context>
<context>
    <name>Voice</name>
    <message>
        <source>Voice</source>
        <translation>Voz</translation>
    </message>
    <message>
        <source>Drag the ends of a bar, or type. A trait without a limit is not judged.</source>
        <translation>Arrastre los extremos de una barra, o escriba. Un rasgo sin límite no se juzga.</translation>
    </message>
    <message>
        <source>Address in {language}</source>
        <translation>Tratamiento, {language}</translation>
    </message>
    <message>
        <source>free</source>
        <translation>libre</translation>
    </message>
    <message>
        <source>none at all</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>Traits</source>
        <translation>Rasgos</translation>
    </message>
    <message>
        <source>Language of the traits</source>
        <translation>Idioma de los rasgos</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Dots above a bar are the approved examples, ticks below it the creatives that are open.</source>
        <translation>Los puntos sobre una barra son los ejemplos aprobados; las marcas debajo, las piezas abiertas.</translation>
    </message>
</context>
<context>
    <name>Weights</name>
    <message>
        <source>Weights</source>
        <translation>Pesos</translation>
    </message>
    <message>
        <source>Only what could be measured enters the score; 0 leaves a dimension out of it.</source>
        <translation>En la puntuación entra solo lo que se pudo medir; 0 deja fuera una dimensión.</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Drop creatives or folders here</source>
        <translation>Arrastre aquí piezas o carpetas</translation>
    </message>
    <message>
        <source>BrandGuard tells whether they look and sound like the brand, and why.</source>
        <translation>BrandGuard dice si tienen el aspecto y la voz de la marca, y por qué.</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Añadir archivos…</translation>
    </message>
    <message>
        <source>Try the sample brand</source>
        <translation>Probar la marca de muestra</translation>
    </message>
    <message>
        <source>Pictures and video</source>
        <translation>Imágenes y vídeo</translation>
    </message>
    <message>
        <source>Layouts and e-mail</source>
        <translation>Maquetas y correo</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>Texts and tables</source>
        <translation>Textos y tablas</translation>
    </message>
    <message>
        <source>Recent folders</source>
        <translation>Carpetas recientes</translation>
    </message>
    <message>
        <source>Recent profiles</source>
        <translation>Perfiles recientes</translation>
    </message>
</context>
<context>
    <name>WordingSection</name>
    <message>
        <source>Wording</source>
        <translation>Palabras</translation>
    </message>
    <message>
        <source>A word is found in all its forms; «regex:…» is a pattern.</source>
        <translation>Una palabra se encuentra en todas sus formas; «regex:…» es un patrón.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>new word</source>
        <translation>palabra nueva</translation>
    </message>
    <message>
        <source>Banned words</source>
        <translation>Palabras prohibidas</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Palabra</translation>
    </message>
    <message>
        <source>Instead</source>
        <translation>En su lugar</translation>
    </message>
    <message>
        <source>Preferred words</source>
        <translation>Palabras preferidas</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Use</translation>
    </message>
    <message>
        <source>Avoid</source>
        <translation>Evite</translation>
    </message>
    <message>
        <source>another word</source>
        <translation>otra palabra</translation>
    </message>
    <message>
        <source>Required texts</source>
        <translation>Textos obligatorios</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>new text</source>
        <translation>texto nuevo</translation>
    </message>
    <message>
        <source>Media</source>
        <translation>Medios</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Names and figures</source>
        <translation>Nombres y cifras</translation>
    </message>
    <message>
        <source>Brand and product names exactly as they are written</source>
        <translation>Nombres de marca y de producto exactamente como se escriben</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Nombres</translation>
    </message>
    <message>
        <source>Price in {language}</source>
        <translation>Precio, {language}</translation>
    </message>
    <message>
        <source>Percentage in {language}</source>
        <translation>Porcentaje, {language}</translation>
    </message>
</context>
<context>
    <name>forms</name>
    <message>
        <source>Web page</source>
        <translation>Página web</translation>
    </message>
    <message>
        <source>To read and pass on, all in one file</source>
        <translation>Para leer y compartir, todo en un archivo</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>To print, sign and file</source>
        <translation>Para imprimir, firmar y archivar</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Libro de Excel</translation>
    </message>
    <message>
        <source>To sort and count</source>
        <translation>Para ordenar y contar</translation>
    </message>
    <message>
        <source>Table of findings</source>
        <translation>Tabla de observaciones</translation>
    </message>
    <message>
        <source>For any spreadsheet</source>
        <translation>Para cualquier hoja de cálculo</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Everything, for programs</source>
        <translation>Todo, para programas</translation>
    </message>
    <message>
        <source>JSON lines</source>
        <translation>JSON por líneas</translation>
    </message>
    <message>
        <source>For programs, one creative a line</source>
        <translation>Para programas, una pieza por línea</translation>
    </message>
    <message>
        <source>SARIF</source>
        <translation>SARIF</translation>
    </message>
    <message>
        <source>For code review tools</source>
        <translation>Para herramientas de revisión de código</translation>
    </message>
    <message>
        <source>JUnit</source>
        <translation>JUnit</translation>
    </message>
    <message>
        <source>For build servers</source>
        <translation>Para servidores de integración</translation>
    </message>
    <message>
        <source>GitHub notes</source>
        <translation>Notas de GitHub</translation>
    </message>
    <message>
        <source>For pull requests</source>
        <translation>Para solicitudes de cambio</translation>
    </message>
    <message>
        <source>Annotated pictures</source>
        <translation>Imágenes anotadas</translation>
    </message>
    <message>
        <source>A folder: the findings drawn on each creative</source>
        <translation>Una carpeta: las observaciones dibujadas sobre cada pieza</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Fails</source>
        <translation>Errores</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Avisos</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Channel unknown</source>
        <translation>Canal desconocido</translation>
    </message>
    <message>
        <source>No campaign</source>
        <translation>Sin campaña</translation>
    </message>
    <message>
        <source>score {score}</source>
        <translation>puntuación {score}</translation>
    </message>
</context>
</TS>
