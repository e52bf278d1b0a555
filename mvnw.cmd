@echo off
rem Runs Maven on a JDK 25 or later, also where java means an older one.
setlocal
cd /d "%~dp0"
set "PERCORSI_MVNW=%~f0"
set "PERCORSI_MVN="
rem A module path inherited from PowerShell 7 breaks Windows PowerShell; empty, it is rebuilt.
set "PSModulePath="
rem The last part of this file is PowerShell: it prints JAVA_HOME=... and PERCORSI_MVN=...
for /f "usebackq tokens=1* delims==" %%a in (`powershell -NoProfile -ExecutionPolicy Bypass -Command "Invoke-Expression ((Get-Content -Raw -LiteralPath $env:PERCORSI_MVNW) -split '#powershell#')[-1]"`) do set "%%a=%%b"
if not defined PERCORSI_MVN exit /b 1
call "%PERCORSI_MVN%" %*
exit /b %ERRORLEVEL%
#powershell#
$ErrorActionPreference = 'Stop'
$version = '3.9.11'
$sha512 = '03e2d65d4483a3396980629f260e25cac0d8b6f7f2791e4dc20bc83f9514db8d0f05b0479e699a5f34679250c49c8e52e961262ded468a20de0be254d8207076'
$url = "https://archive.apache.org/dist/maven/maven-3/$version/binaries/apache-maven-$version-bin.zip"

function Stop-Here([string[]] $lines) {
    $lines | ForEach-Object { [Console]::Error.WriteLine($_) }
    exit 1
}

# The version of the JDK in a folder; 0.0 where there is none (a JRE has no compiler).
function Get-JdkVersion([string] $folder) {
    if ($folder -and (Test-Path -LiteralPath "$folder\bin\javac.exe") -and (Test-Path -LiteralPath "$folder\release")) {
        $text = [IO.File]::ReadAllText("$folder\release")
        if ($text -match '(?m)^JAVA_VERSION="(\d+)(?:\.(\d+))?(?:\.(\d+))?') {
            return [version] ('{0}.{1}.{2}' -f [int] $Matches[1], [int] $Matches[2], [int] $Matches[3])
        }
    }
    [version] '0.0'
}

function Find-Jdk {
    $first = @($env:JAVA_HOME)
    $java = Get-Command java.exe -CommandType Application -ErrorAction SilentlyContinue | Select-Object -First 1
    if ($java) { $first += Split-Path (Split-Path $java.Source) }
    foreach ($folder in $first) { if ((Get-JdkVersion $folder).Major -ge 25) { return $folder } }

    $vendors = 'Java', 'Eclipse Adoptium', 'Eclipse Foundation', 'Microsoft', 'Amazon Corretto', 'Zulu', 'BellSoft', 'Semeru'
    $places = @($vendors | ForEach-Object { "$env:ProgramFiles\$_\*" })
    $places += "$env:LOCALAPPDATA\Programs\Eclipse Adoptium\*", "$env:USERPROFILE\.jdks\*", "$env:USERPROFILE\scoop\apps\*jdk*\current"
    Get-Item $places -ErrorAction SilentlyContinue |
        Where-Object { (Get-JdkVersion $_.FullName).Major -ge 25 } |
        Sort-Object { Get-JdkVersion $_.FullName } -Descending |
        Select-Object -First 1 -ExpandProperty FullName
}

$jdk = Find-Jdk
if (-not $jdk) {
    Stop-Here 'Percorsi ha bisogno di un JDK 25 o successivo: installarlo (per esempio Eclipse Temurin, https://adoptium.net) o indicarne la cartella in JAVA_HOME.',
        'Percorsi needs a JDK 25 or later: install one (for example Eclipse Temurin, https://adoptium.net) or put its folder in JAVA_HOME.'
}
$env:JAVA_HOME = $jdk

$maven = Get-Command mvn.cmd -CommandType Application -ErrorAction SilentlyContinue | Select-Object -First 1 -ExpandProperty Source
if ($maven) {
    # Under 'Stop' a warning on standard error would count as a failure.
    $ErrorActionPreference = 'Continue'
    $says = (& $maven -v 2>$null) -join ' '
    $ErrorActionPreference = 'Stop'
    if ($says -notmatch 'Apache Maven (\d+\.\d+\.\d+)' -or [version] $Matches[1] -lt [version] '3.8.7') { $maven = $null }
}
if (-not $maven) {
    $base = Join-Path $env:USERPROFILE '.percorsi'
    $maven = "$base\maven-$version\bin\mvn.cmd"
    if (-not (Test-Path -LiteralPath $maven)) {
        $work = (New-Item -ItemType Directory -Force "$base\download-$PID").FullName
        [Net.ServicePointManager]::SecurityProtocol = 'Tls12'
        try { (New-Object Net.WebClient).DownloadFile($url, "$work\maven.zip") }
        catch { Stop-Here "Non riesco a scaricare Maven da $url", "Cannot download Maven from $url" }
        $sum = [BitConverter]::ToString([Security.Cryptography.SHA512]::Create().ComputeHash([IO.File]::ReadAllBytes("$work\maven.zip"))) -replace '-'
        if ($sum -ne $sha512) { Stop-Here "Il file di Maven scaricato non ha l'impronta attesa.", 'The downloaded Maven does not have the expected checksum.' }
        Add-Type -AssemblyName System.IO.Compression.FileSystem
        [IO.Compression.ZipFile]::ExtractToDirectory("$work\maven.zip", $work)
        Move-Item "$work\apache-maven-$version" "$base\maven-$version"
        Remove-Item -Recurse -Force $work
    }
}
"JAVA_HOME=$jdk"
"PERCORSI_MVN=$maven"
