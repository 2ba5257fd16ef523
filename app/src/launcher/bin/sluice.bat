@echo off
rem Starts Sluice from a build tree or an unpacked archive. Needs a JDK or JRE 17 or later.
setlocal
set "home=%~dp0.."
if defined JAVA_HOME (set "java=%JAVA_HOME%\bin\java.exe") else (set "java=java")
"%java%" -XX:+UseParallelGC -XX:-UsePerfData -Xshare:auto --enable-native-access=ALL-UNNAMED %SLUICE_JAVA_OPTS% -cp "%home%\lib\*" sluice.app.Main %*
exit /b %ERRORLEVEL%
