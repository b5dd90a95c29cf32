; The Windows installer. `./run build installer` runs makensis with what is defined below and the list of files.
;
; Silent, for IT:   clearpost-0.1.0-setup.exe /S /AllUsers [/POLICY=C:\path\policy.toml] [/D=C:\Program Files\ClearPost]
; for one person:   clearpost-0.1.0-setup.exe /S /CurrentUser
; removal:          "C:\Program Files\ClearPost\uninstall.exe" /S
; Exit codes: 0 done, 1 stopped by a person, 2 refused (the program runs, or this Windows is too old).
; Workspaces, settings of people and the policy file are never removed.

Unicode true
!ifdef TARGET
  Target ${TARGET}
!endif
!include MUI2.nsh
!include LogicLib.nsh
!include FileFunc.nsh
!include WinVer.nsh
!include x64.nsh

!define NAME "ClearPost"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"
!define MULTIUSER_EXECUTIONLEVEL Highest
!define MULTIUSER_MUI
!define MULTIUSER_INSTALLMODE_COMMANDLINE
!define MULTIUSER_USE_PROGRAMFILES64
!define MULTIUSER_INSTALLMODE_INSTDIR "${NAME}"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_KEY "Software\${NAME}"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_VALUENAME "Folder"
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_KEY "${UNINSTALL_KEY}"
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_VALUENAME "UninstallString"
!include MultiUser.nsh

Name "${NAME} ${VERSION}"
OutFile "${OUT}"
SetCompressor /SOLID lzma
SetCompressorDictSize 64
BrandingText "${NAME} ${VERSION}"
ShowInstDetails nevershow
ShowUninstDetails nevershow
ManifestDPIAware true
VIProductVersion "${VERSION_FOUR}"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "FileDescription" "${NAME} set-up"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "MIT licence"
!ifdef SIGN
  !finalize '${SIGN} "%1"'
  !uninstfinalize '${SIGN} "%1"'
!endif

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\clearpost-window.exe"
!define MUI_FINISHPAGE_RUN_NOTCHECKED
!insertmacro MUI_PAGE_LICENSE "${LICENCE}"
!insertmacro MULTIUSER_PAGE_INSTALLMODE
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Welsh"

LangString RUNS ${LANG_ENGLISH} "ClearPost is running. Close it on this PC, for everybody signed in, and start again."
LangString RUNS ${LANG_WELSH} "Mae ClearPost yn rhedeg. Caewch ef ar y cyfrifiadur hwn a dechreuwch eto."
LangString OLD ${LANG_ENGLISH} "ClearPost needs Windows 10 or newer, 64 bits."
LangString OLD ${LANG_WELSH} "Mae angen Windows 10 neu fwy newydd, 64 did, ar ClearPost."

!macro STOP_WITH WORDS
  SetErrorLevel 2
  MessageBox MB_OK|MB_ICONSTOP "${WORDS}" /SD IDOK
  Quit
!macroend

; A program that runs cannot be opened for writing.
!macro REFUSE_WHILE_RUNNING
  ${If} ${FileExists} "$INSTDIR\clearpost-window.exe"
    ClearErrors
    FileOpen $0 "$INSTDIR\clearpost-window.exe" a
    ${If} ${Errors}
      !insertmacro STOP_WITH "$(RUNS)"
    ${EndIf}
    FileClose $0
    ClearErrors
    FileOpen $0 "$INSTDIR\clearpost.exe" a
    ${If} ${Errors}
      !insertmacro STOP_WITH "$(RUNS)"
    ${EndIf}
    FileClose $0
  ${EndIf}
!macroend

Function .onInit
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
    !insertmacro STOP_WITH "$(OLD)"
  ${EndIf}
  SetRegView 64
  !insertmacro MULTIUSER_INIT
FunctionEnd

Function un.onInit
  SetRegView 64
  !insertmacro MULTIUSER_UNINIT
FunctionEnd

Section "ClearPost"
  !insertmacro REFUSE_WHILE_RUNNING
  ; An older version leaves first, so that no file of it stays behind. It removes only what it installed.
  ReadRegStr $1 SHCTX "${UNINSTALL_KEY}" "InstallLocation"
  ${If} $1 != ""
  ${AndIf} ${FileExists} "$1\uninstall.exe"
    CopyFiles /SILENT "$1\uninstall.exe" "$PLUGINSDIR\before.exe"
    ExecWait '"$PLUGINSDIR\before.exe" /S /$MultiUser.InstallMode _?=$1' $2
    ${If} $2 <> 0
      !insertmacro STOP_WITH "$(RUNS)"
    ${EndIf}
  ${EndIf}

  !include "${FILES}"
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"

  CreateShortCut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\clearpost-window.exe"
  WriteRegStr SHCTX "Software\${NAME}" "Folder" "$INSTDIR"
  WriteRegStr SHCTX "Software\Microsoft\Windows\CurrentVersion\App Paths\clearpost.exe" "" "$INSTDIR\clearpost.exe"
  ; On a folder, which is what a workspace is.
  WriteRegStr SHCTX "Software\Classes\Directory\shell\${NAME}" "" "Open with ClearPost"
  WriteRegStr SHCTX "Software\Classes\Directory\shell\${NAME}" "Icon" "$INSTDIR\clearpost-window.exe"
  WriteRegStr SHCTX "Software\Classes\Directory\shell\${NAME}" "Extended" ""
  WriteRegStr SHCTX "Software\Classes\Directory\shell\${NAME}\command" "" '"$INSTDIR\clearpost-window.exe" window "%V"'

  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayName" "${NAME}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\clearpost-window.exe"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "Publisher" "ClearPost"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe" /$MultiUser.InstallMode'
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S /$MultiUser.InstallMode'
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoRepair" 1
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "EstimatedSize" ${SIZE_KB}

  ; What IT settles for the PC, in a folder that people can read and not write.
  ${If} $MultiUser.InstallMode == "AllUsers"
    SetShellVarContext all
    StrCpy $3 "$APPDATA\${NAME}"
    CreateDirectory "$3"
    nsExec::Exec 'icacls "$3" /inheritance:r /grant:r *S-1-5-32-544:(OI)(CI)F *S-1-5-18:(OI)(CI)F *S-1-5-32-545:(OI)(CI)RX'
    Pop $0
    ${GetParameters} $4
    ClearErrors
    ${GetOptions} $4 "/POLICY=" $5
    ${IfNot} ${Errors}
      ClearErrors
      CopyFiles /SILENT "$5" "$3\policy.toml"
      ${If} ${Errors}
        SetErrorLevel 2
      ${EndIf}
    ${EndIf}
  ${EndIf}
SectionEnd

Section "Uninstall"
  !insertmacro REFUSE_WHILE_RUNNING
  ; Only what was installed, file by file: a workspace that somebody put below the program stays.
  !include "${UNFILES}"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  DeleteRegKey SHCTX "Software\Classes\Directory\shell\${NAME}"
  DeleteRegKey SHCTX "Software\Microsoft\Windows\CurrentVersion\App Paths\clearpost.exe"
  DeleteRegKey SHCTX "${UNINSTALL_KEY}"
  DeleteRegKey SHCTX "Software\${NAME}"
SectionEnd
