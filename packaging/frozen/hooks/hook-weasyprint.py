"""WeasyPrint with its style sheets, and the tables of fonts that are loaded by name.

Stands in for the hook of pyinstaller-hooks-contrib, which takes the Pango and the font settings of
the machine that builds: the program uses those of the machine that it runs on.
"""

from PyInstaller.utils.hooks import collect_data_files, collect_submodules

datas = collect_data_files("weasyprint")
hiddenimports = collect_submodules("fontTools.ttLib.tables")
