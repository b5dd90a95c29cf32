"""libgphoto2 finds its drivers for cameras and ports in folders of the package, at run time."""

from PyInstaller.utils.hooks import collect_dynamic_libs

binaries = collect_dynamic_libs("gphoto2", search_patterns=["*.so*", "*.dylib"])
