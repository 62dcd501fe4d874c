; Installer of BrandGuard for Windows (Inno Setup 6.3 or newer).
;   iscc /DVersion=0.1.0 /DFolder=dist\frozen\brandguard packaging\windows\brandguard.iss
; Signed where the caller names a tool:  /Ssign="signtool sign /fd sha256 /tr URL /td sha256 $f" /DSigned
#ifndef Version
  #error say /DVersion=…
#endif
#ifndef Folder
  #error say /DFolder=…
#endif

[Setup]
AppId={{6D0C1C5B-5C0B-4B0E-9C7A-6E1C2B7F3A11}
AppName=BrandGuard
AppVersion={#Version}
AppPublisher=The BrandGuard authors
DefaultDirName={autopf}\BrandGuard
DefaultGroupName=BrandGuard
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
LicenseFile={#Folder}\licences\BrandGuard.txt
OutputBaseFilename=BrandGuard-{#Version}-setup
OutputDir={#SourcePath}\..\..\dist
SetupIconFile={#SourcePath}\..\..\build\icons\brandguard.ico
UninstallDisplayIcon={app}\BrandGuardWindow.exe
Compression=lzma2
SolidCompression=yes
ChangesEnvironment=yes
#ifdef Signed
SignTool=sign
SignedUninstaller=yes
#endif

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "it"; MessagesFile: "compiler:Languages\Italian.isl"
Name: "es"; MessagesFile: "compiler:Languages\Spanish.isl"

[CustomMessages]
en.OnPath=Use brandguard in the command line (adds it to PATH)
it.OnPath=Usare brandguard nella riga di comando (lo aggiunge a PATH)
es.OnPath=Usar brandguard en la línea de comandos (lo añade a PATH)
en.OpenWith=Check with BrandGuard
it.OpenWith=Controlla con BrandGuard
es.OpenWith=Comprobar con BrandGuard

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked
Name: "onpath"; Description: "{cm:OnPath}"; Flags: unchecked

[Files]
Source: "{#Folder}\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{group}\BrandGuard"; Filename: "{app}\BrandGuardWindow.exe"
Name: "{autodesktop}\BrandGuard"; Filename: "{app}\BrandGuardWindow.exe"; Tasks: desktopicon

[Registry]
Root: HKA; Subkey: "Software\Classes\Directory\shell\BrandGuard"; ValueType: string; ValueData: "{cm:OpenWith}"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Directory\shell\BrandGuard\command"; ValueType: string; ValueData: """{app}\BrandGuardWindow.exe"" ""%1"""
Root: HKA; Subkey: "Software\Classes\Applications\BrandGuardWindow.exe\shell\open\command"; ValueType: string; ValueData: """{app}\BrandGuardWindow.exe"" ""%1"""; Flags: uninsdeletekey
Root: HKCU; Subkey: "Environment"; ValueType: expandsz; ValueName: "Path"; ValueData: "{olddata};{app}"; Tasks: onpath; Check: NotOnPath

[Run]
Filename: "{app}\BrandGuardWindow.exe"; Description: "{cm:LaunchProgram,BrandGuard}"; Flags: nowait postinstall skipifsilent

[Code]
function NotOnPath: Boolean;
var
  Path: string;
begin
  if not RegQueryStringValue(HKCU, 'Environment', 'Path', Path) then
    Path := '';
  Result := Pos(';' + Uppercase(ExpandConstant('{app}')) + ';', ';' + Uppercase(Path) + ';') = 0;
end;
