; The installer of Windows, by NSIS: makensis -DVERSION=0.1.0 packaging/windows/installer.nsi, after the build.
; For one person, without an administrator. Removing it leaves what the person kept, and says so.

Unicode true
ManifestDPIAware true
RequestExecutionLevel user
!ifdef FOR_WINE ; Debian's Wine starts no program of 32 bits, and the smoke test has no hour for packing
  Target amd64-unicode
  SetCompressor zlib
!else
  SetCompressor /SOLID lzma
!endif
!include MUI2.nsh
!include FileFunc.nsh

!define PROGRAM "evolve-desktop.exe"
!define LISTED "Software\Microsoft\Windows\CurrentVersion\Uninstall\evolve-desktop"
!define KIND "evolve-desktop.backup"
!define KEPT "$LOCALAPPDATA\evolve-desktop"
!ifndef DIST
  !define DIST "..\..\dist"
!endif

Name "Evolve Desktop"
OutFile "${DIST}\release\evolve-desktop-${VERSION}-windows-setup.exe"
InstallDir "$LOCALAPPDATA\Programs\evolve-desktop"
InstallDirRegKey HKCU "${LISTED}" "InstallLocation"
BrandingText " "
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "Evolve Desktop"
VIAddVersionKey "FileDescription" "Installs Evolve Desktop"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "Copyright (c) 2026 the Evolve Desktop contributors. MIT license."

!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!insertmacro MUI_PAGE_FINISH
!define MUI_UNCONFIRMPAGE_TEXT_TOP "The app is removed. What you kept stays on this computer, in ${KEPT}. To erase it too, choose Erase in the app first, or delete that folder."
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

Section
  ; An earlier version goes first: a library of it must not lie beside a newer one.
  IfFileExists "$INSTDIR\${PROGRAM}" 0 +2
    RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  File "${DIST}\evolve\${PROGRAM}"
  SetOutPath "$INSTDIR\_internal"
  File /r "${DIST}\evolve\_internal\*.*"
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Evolve.lnk" "$INSTDIR\${PROGRAM}"

  WriteRegStr HKCU "Software\Classes\.evolve" "" "${KIND}"
  WriteRegStr HKCU "Software\Classes\${KIND}" "" "Evolve backup"
  WriteRegStr HKCU "Software\Classes\${KIND}\DefaultIcon" "" "$INSTDIR\${PROGRAM},0"
  WriteRegStr HKCU "Software\Classes\${KIND}\shell\open\command" "" '"$INSTDIR\${PROGRAM}" --restore "%1"'

  WriteRegStr HKCU "${LISTED}" "DisplayName" "Evolve Desktop"
  WriteRegStr HKCU "${LISTED}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${LISTED}" "Publisher" "Evolve Desktop contributors"
  WriteRegStr HKCU "${LISTED}" "DisplayIcon" "$INSTDIR\${PROGRAM}"
  WriteRegStr HKCU "${LISTED}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${LISTED}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${LISTED}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${LISTED}" "NoModify" 1
  WriteRegDWORD HKCU "${LISTED}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  IntFmt $0 "0x%08X" $0
  WriteRegDWORD HKCU "${LISTED}" "EstimatedSize" "$0"
SectionEnd

Section "Uninstall"
  ; Only what was installed: the folder may be one with files of the person's own.
  Delete "$INSTDIR\${PROGRAM}"
  IfErrors 0 gone
    MessageBox MB_OK|MB_ICONEXCLAMATION "Evolve is still open. Please close its window, then remove it again." /SD IDOK
    Abort
  gone:
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Evolve.lnk"
  DeleteRegKey HKCU "Software\Classes\${KIND}"
  DeleteRegKey HKCU "${LISTED}"
  ReadRegStr $0 HKCU "Software\Classes\.evolve" ""
  StrCmp $0 "${KIND}" 0 +2
    DeleteRegKey HKCU "Software\Classes\.evolve"
SectionEnd
