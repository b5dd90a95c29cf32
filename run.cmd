@echo off
rem ClearPost: sets itself up on the first run, then does what the words ask. See README.md and CONTRIBUTING.md.
setlocal
set "CHECK=import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))"
for %%P in ("py -3.13" "py -3.12" "py -3.11" "python" "python3") do (
    %%~P -ESc "%CHECK%" >nul 2>&1 && (
        set "PYTHON=%%~P"
        goto found
    )
)
echo ClearPost needs Python 3.11, 3.12 or 3.13 with pip, from python.org or your software centre. 1>&2
exit /b 2
:found
%PYTHON% -Es "%~dp0packaging\setup_env.py" %*
exit /b %ERRORLEVEL%
