"""The numbering plans are imported one by one, by name; places, networks and time zones are not asked for."""

from PyInstaller.utils.hooks import collect_submodules

hiddenimports = collect_submodules("phonenumbers.data") + collect_submodules("phonenumbers.shortdata")
