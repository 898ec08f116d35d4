# Makes this copy one for another address: .\stamp.ps1 https://host/path/
# Changes manifest*.xml, functions*.json and version.json, wherever they stand, and SHA256SUMS.
param([string]$Address)
$ErrorActionPreference = 'Stop'
Set-Location -LiteralPath $PSScriptRoot

$new = if ($Address.EndsWith('/')) { $Address } else { "$Address/" }
# What tools/origin.mjs of the project asks.
if ($new -cnotmatch '^https://[a-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._~%-]+)*/$') {
  throw 'Give the address at which it will be served: .\stamp.ps1 https://host/path/'
}

function Get-Sum($Name) { (Get-FileHash -Algorithm SHA256 -LiteralPath $Name).Hash.ToLowerInvariant() }

# Names in SHA256SUMS stand behind the sum and two spaces.
$sums = Join-Path $PSScriptRoot 'SHA256SUMS'
$lines = [System.IO.File]::ReadAllLines($sums)
foreach ($line in $lines) {
  $name = $line.Substring(66)
  if (-not (Test-Path -LiteralPath $name) -or (Get-Sum $name) -cne $line.Substring(0, 64)) {
    throw "$name is missing or not as it was packed: unpack the archive anew."
  }
}

$old = (Get-Content -Raw -LiteralPath 'version.json' | ConvertFrom-Json).origin
Get-ChildItem -Recurse -File -Include 'manifest*.xml', 'functions*.json', 'version.json' | ForEach-Object {
  $text = [System.IO.File]::ReadAllText($_.FullName)
  [System.IO.File]::WriteAllText($_.FullName, $text.Replace($old, $new))
}

$stamped = foreach ($line in $lines) { (Get-Sum $line.Substring(66)) + '  ' + $line.Substring(66) + "`n" }
[System.IO.File]::WriteAllText($sums, -join $stamped)
Write-Output "This copy is for $new"
